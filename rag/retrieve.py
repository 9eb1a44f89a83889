"""A question to passages: words and vectors fused, then what the record itself knows of who speaks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.index import Index
from rag.lexicon import Term, terms
from rag.text import sentences, stem
from rag.types import Filter, Hit, Language, Passage, Turn, Understood

CANDIDATES = 200  # chunks fetched from each side
VECTORS = 0.3  # worth of the vectors beside the words; see docs/decisions and `python -m eval`
PREFERRED_ROLE = 1.5
PREFERRED_NAME = 1.1
KEPT = 40


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: passages best first, the content words that were looked for, and how rare each is (idf by stem)."""

    passages: tuple[Passage, ...]
    terms: tuple[Term, ...]
    weight: dict[str, float]
    known: int  # how many of the terms occur at all in what was searched


@dataclass(frozen=True, slots=True)
class Blend:
    """What the two ranked lists are worth beside each other; 0 leaves one out."""

    words: float = 1.0
    vectors: float = VECTORS


def inverse_frequency(frequency: int, total: int) -> float:
    """Robertson and Sparck Jones' idf, never negative: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))


def retrieve(
    understood: Understood,
    index: Index,
    names: Sequence[str] = (),
    k: int = KEPT,
    blend: Blend = Blend(),
) -> Search:
    """The turns that may answer, best first.

    Words (BM25 on stems, synonyms and compounds for less) and vectors each bring candidates; a candidate chunk scores
    its share of the best in each list, vectors for VECTORS; a turn scores as its best chunk. The fused list is
    never empty where the filter leaves a turn.

    Args:
        understood: the question and the filter it asks for.
        index: the open index.
        names: words of the question that name whom the filter already limits to; they are not looked for in the text.
        k: how many turns to return at most.
        blend: what words and vectors are worth.
    """
    record = _language(index, understood.filter)
    wanted = terms(_without(understood.question, names), understood.language, record)
    stems = list(dict.fromkeys(s for t in wanted for s in (t.stem, *(other for other, _ in t.others))))
    total, frequency = index.count(), dict(zip(stems, index.frequencies(stems), strict=True))
    weight = {s: inverse_frequency(n, total) for s, n in frequency.items()}
    by_words = index.words(_boosts(wanted), understood.filter, CANDIDATES) if wanted and blend.words else []
    by_vectors = index.vectors(_query_text(wanted), understood.filter, CANDIDATES, record) if wanted and blend.vectors else []
    scores = fuse(by_words, by_vectors, blend)
    turns = index.shelf.turns_of(scores)
    for key, turn in turns.items():
        scores[key] *= _preference(turn, understood.prefer)
    order = sorted(scores, key=lambda key: (-scores[key], key))[:k]
    passages = tuple(Passage(n, turns[key], scores[key], sentences(turns[key].text)) for n, key in enumerate(order, 1))
    return Search(passages, wanted, weight, sum(1 for t in wanted if frequency[t.stem]))


def fuse(by_words: Sequence[Hit], by_vectors: Sequence[Hit], blend: Blend) -> dict[tuple[str, int], float]:
    """Two ranked lists of chunks to one score per turn: each list relative to its own best, times what it is worth.

    Returns:
        (meeting, turn) to score, between 0 and the sum of the worths.
    """
    scores: dict[tuple[str, int, int], float] = {}
    for hits, share in ((by_words, blend.words), (by_vectors, blend.vectors)):
        top = max((h.score for h in hits), default=0.0)
        for hit in hits:
            key = (hit.meeting, hit.turn, hit.chunk)
            scores[key] = scores.get(key, 0.0) + (share * max(hit.score, 0.0) / top if top > 0 else 0.0)
    turns: dict[tuple[str, int], float] = {}
    for (meeting, turn, _), score in scores.items():
        turns[meeting, turn] = max(turns.get((meeting, turn), 0.0), score)
    return turns


def _boosts(wanted: Sequence[Term]) -> dict[str, float]:
    boosts: dict[str, float] = {}
    for term in wanted:
        boosts[term.stem] = 1.0
        for other, worth in term.others:
            boosts[other] = max(boosts.get(other, 0.0), worth)
    return boosts


def _query_text(wanted: Sequence[Term]) -> str:
    return " ".join(t.word if t.word and stem(t.word) == t.stem else t.stem for t in wanted)


def _preference(turn: Turn, prefer: Filter) -> float:
    value = PREFERRED_ROLE if turn.speaker.role in prefer.roles else 1.0
    named = turn.speaker.name in prefer.speakers or turn.speaker.party in prefer.parties
    return value * (PREFERRED_NAME if named else 1.0)


def _without(question: str, names: Sequence[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        question = question.replace(name, " ")
    return question


def _language(index: Index, where: Filter) -> Language:
    meetings = [m for m in index.shelf.meetings() if not where.meetings or m.id in where.meetings]
    english = sum(m.language == "en" for m in meetings)
    return "en" if english * 2 > len(meetings) else "nl"
