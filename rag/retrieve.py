"""A question to passages: words and vectors fused, then what the record itself knows of who speaks and who answers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from rag.errors import DamagedError, GriffierError, ModelError
from rag.index import Index
from rag.lexicon import OF_ANY_DEBATE, Cover, Term, terms, window
from rag.nearness import Meant, Nearness, meant
from rag.rarity import rarity_elsewhere
from rag.shelf import TURN
from rag.text import is_question, sentences, stem, words
from rag.types import Filter, Hit, Language, Passage, Speaker, Turn, Understood
from rag.wordindex import Scores, Sheet, Words, look

CANDIDATES = 200  # chunks fetched from Chroma
KEPT = 40
REREAD = 30  # turns whose sentences are read for how much of the question they hold
WEIGHED = 100  # sentences whose meaning is held beside the question's: a call's worth

# Worths beside the best chunk by words (1), each tuned on the bundled debate and one VLOS debate and checked on the others: see
# docs/decisions/0005 and `python -m eval.external`.
VECTORS = 0.4  # the best chunk by vectors
MEANING = 1.2  # the same, where the vectors know meaning
NEAREST, NEAR = 0.4, 6.0  # the nearest sentence of a turn in meaning, and how near that is in full
WHOLE_TURN = 0.6  # the same words, counted over the turn instead of over its best chunk
WINDOW = 0.9  # the share of the question that three sentences on end hold
ANSWERS = 0.2  # of the score of a member's question, for the government's turn right after it
BEFORE = 0.1  # of the score of the turn after it: what is answered or taken up there was said here
PREFERRED_ROLE = 2.0
PREFERRED_NAME = 1.1
SEVERAL, SPEAKS_OF = 2, 2.0  # meetings from which it counts how much of the question each speaks of, and the power of that
GOVERNMENT = 1.2  # who knows, where nobody is named: what happens, what it costs, when it comes

_OF_MEMBERS = re.compile(
    r"\b(?:wie|welke (?:partij|fractie|spreker)\w*|welk (?:kamer)?lid|who|which (?:part(?:y|ies)|members?)|vroeg|vraagt|vroegen|vragen)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: passages best first, the content words that were looked for, and how rare each is (idf by stem)."""

    passages: tuple[Passage, ...]
    terms: tuple[Term, ...]
    weight: dict[str, float]
    frequency: dict[str, int]  # of each stem looked for, synonyms included: how many chunks of what was searched hold it
    known: int  # how many of the terms occur at all in what was searched
    words: int  # that the meetings searched hold, whoever spoke them
    missed: GriffierError | None = None  # why no vectors were searched: the endpoint that makes them failed, or they are damaged
    near: Nearness | None = None  # how near in meaning it is; None where the vectors do not tell


@dataclass(frozen=True, slots=True)
class Blend:
    """What the two ranked lists are worth beside each other; 0 leaves one out."""

    words: float = 1.0
    vectors: float = VECTORS


def inverse_frequency(frequency: int, total: int) -> float:
    """Robertson and Sparck Jones' idf, never negative: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))


def retrieve(understood: Understood, index: Index, names: Sequence[str] = (), k: int = KEPT, blend: Blend = Blend()) -> Search:
    """The turns that may answer, best first.

    A turn scores by its best chunk (BM25 on stems, synonyms for less, and the nearness of its vector, each relative to the best
    found), by its words as a whole, and by its neighbours: a question tells of the answer after it. The best are read again for
    how much of the question stands in three sentences on end. Whom the question is about, and where nobody is named the
    government, count for more.

    Args:
        understood: the question and the filter it asks for.
        index: the open index.
        names: words of the question that name whom the filter already limits to; they are not looked for in the text.
        k: how many turns to return at most.
        blend: what words and vectors are worth.
    """
    try:
        return _retrieved(understood, index, names, k, blend)
    except (ModelError, DamagedError) as error:  # from here on words alone, for the sentences too
        return replace(_retrieved(understood, index, names, k, replace(blend, vectors=0.0)), missed=error)


def wanted(understood: Understood, names: Sequence[str], index: Index) -> tuple[Term, ...]:
    """The content words a question looks for, without ``names``."""
    return terms(_without(understood.question, names), understood.language, _language(index, understood.filter))


def _retrieved(understood: Understood, index: Index, names: Sequence[str], k: int, blend: Blend) -> Search:
    record = _language(index, understood.filter)
    sought = wanted(understood, names, index)
    found = look(index.shelf, _boosts(sought), understood.filter)
    weight = {one: inverse_frequency(n, found.chunks) for one, n in found.frequency.items()}
    near: list[Hit] = []
    means = None
    if sought and blend.vectors and index.knows_meaning:
        means = meant(_without(understood.question, names), understood.language, lambda texts: index.asked(texts, record))
        near = _beside_the_last(index.vectors(means.apart, understood.filter, CANDIDATES, record))
        blend = replace(blend, vectors=MEANING)
    elif sought and blend.vectors:
        text = " ".join(t.word if t.word and stem(t.word) == t.stem else t.stem for t in sought)
        near = index.vectors(text, understood.filter, CANDIDATES, record)
    worth = _worth(found, sought, record)
    scored = _candidates(found, near, understood, blend, max(k, REREAD), worth)
    best = sorted(scored, key=lambda key: (-scored[key][0], key))[: max(k, REREAD)]
    turns = index.shelf.turns_of(best)
    best = [key for key in best if key in turns]  # another process may have replaced a meeting by a shorter one
    final = {key: scored[key][0] for key in best}
    cover = Cover(sought, weight)
    for key in best[:REREAD] if blend.words else ():
        final[key] += blend.words * scored[key][1] * WINDOW * best_window(turns[key], cover, record)
    told = None
    if means:
        told = nearness(means, near, [turns[key] for key in sorted(final, key=lambda key: (-final[key], key))], index, record)
        for key in final:
            final[key] += scored[key][1] * NEAREST * min(1.0, told.nearest(spoken(turns[key])) / NEAR)
    order = sorted(final, key=lambda key: (-final[key], key))[:k]
    passages = tuple(Passage(n, turns[key], round(final[key], 6), sentences(turns[key].text)) for n, key in enumerate(order, 1))
    known = sum(1 for t in sought if found.frequency[t.stem])
    return Search(passages, sought, weight, found.frequency, known, found.words, near=told)


def nearness(means: Meant, chunks: Sequence[Hit], turns: Sequence[Turn], index: Index, record: Language) -> Nearness:
    """How near in meaning to a question these chunks and the first sentences of these turns are."""
    texts = list(dict.fromkeys(one for turn in turns for one in spoken(turn)))[:WEIGHED]
    made = index.asked(texts, record) if texts else ()
    return means.near(dict(zip(texts, made, strict=True)), [hit.score for hit in chunks])


def spoken(turn: Turn) -> list[str]:
    """The sentences of a turn."""
    return [turn.text[start:end] for start, end in sentences(turn.text)]


def _beside_the_last(near: Sequence[Hit]) -> list[Hit]:
    """Each score beside that of the last: models place all texts somewhat near, each model in its own measure."""
    last = min((hit.score for hit in near), default=0.0)
    return [replace(hit, score=hit.score - last) for hit in near]


def _worth(found: Words, wanted: Sequence[Term], record: Language) -> dict[int, float]:
    """What each meeting is worth beside the best, by how much of the question it speaks of at all: a rare word that one holds outweighs many that all hold."""
    if len(found.sheets) < SEVERAL:
        return {}
    subjects = {t: (rarity_elsewhere(t.stem) if record == "nl" else 1.0) ** 2 for t in wanted if not t.verb and t.stem not in OF_ANY_DEBATE}
    rarest = max(subjects, key=lambda t: subjects[t], default=None)

    def said(term: Term, gen: int) -> float:
        return max((worth for form, worth in ((term.stem, 1.0), *term.others) if (form, gen) in found.held), default=0.0)

    meetings = [s.generation.gen for s in found.sheets]
    if rarest is None or not any(said(rarest, gen) for gen in meetings):
        return {}  # what the question is about is said nowhere in its own words: those it is asked with tell nothing
    share = {gen: sum(rare * said(term, gen) for term, rare in subjects.items()) for gen in meetings}
    most = max(share.values())
    return {gen: (one / most) ** SPEAKS_OF for gen, one in share.items()}


def _candidates(
    found: Words, near: Sequence[Hit], asked: Understood, blend: Blend, k: int, worth: dict[int, float]
) -> dict[tuple[str, int], tuple[float, float]]:
    """The ``k`` best turns of each meeting, by (meeting, number): the score so far, and what its speaker and its meeting multiply it by."""
    chunk_top = max((float(s.chunks[s.kept[s.place_of]].max(initial=0.0)) for s in found.sheets), default=0.0) or 1.0
    turn_top = max((float(s.turns[s.kept].max(initial=0.0)) for s in found.sheets), default=0.0) or 1.0
    vector_top = max((h.score for h in near), default=0.0) or 1.0
    asks = _asks_government(asked)
    scored: dict[tuple[str, int], tuple[float, float]] = {}
    for sheet in found.sheets:
        chunks = blend.words * sheet.chunks / chunk_top
        _add_vectors(chunks, sheet, near, blend.vectors / vector_top)
        turns = np.zeros(len(sheet.turns))
        np.maximum.at(turns, sheet.place_of, chunks)
        turns += blend.words * WHOLE_TURN * sheet.turns / turn_top
        if not found.frequency:  # "Wat vindt de SP?": where it said most
            turns = sheet.lengths / sheet.lengths.max(initial=1.0)
        turns += _neighbours(turns, sheet)
        value = np.array([_preference(s, asked.prefer, asks) for s in sheet.generation.speakers])[sheet.speaker]
        value *= worth.get(sheet.generation.gen, 1.0)
        turns = np.where(sheet.kept, turns * value, -1.0)
        order = np.argsort(-turns, kind="stable")[:k]
        meeting = sheet.generation.meeting.id
        scored.update({(meeting, sheet.number(p)): (float(turns[p]), float(value[p])) for p in order.tolist() if turns[p] >= 0})
    return scored


def _add_vectors(chunks: Scores, sheet: Sheet, near: Sequence[Hit], worth: float) -> None:
    mine = [h for h in near if h.meeting == sheet.generation.meeting.id and h.score > 0]
    starts = np.searchsorted(sheet.generation.columns[:, TURN], [h.turn for h in mine])
    for start, hit in zip(starts.tolist(), mine, strict=True):
        chunks[start + hit.chunk] += worth * hit.score


def _neighbours(turns: Scores, sheet: Sheet) -> Scores:
    """What a turn gets of the one before it, when that is a member's and this the government's; and of the one after it."""
    role = np.array([s.role == "government" for s in sheet.generation.speakers])[sheet.speaker]
    member = np.array([s.role == "member" for s in sheet.generation.speakers])[sheet.speaker]
    more = np.zeros(len(turns))
    more[1:] += ANSWERS * np.where(role[1:] & member[:-1], turns[:-1], 0.0)
    more[:-1] += BEFORE * turns[1:]
    return np.where(turns > 0, more, 0.0)


def best_window(turn: Turn, cover: Cover, language: Language) -> float:
    """The largest share of the question that three sentences on end of a turn hold (0 to 1)."""
    held = [cover.held(stems) for stems in sentence_stems(turn.text, language)]
    return max((cover.share(window(held, i)) for i in range(len(held))), default=0.0)


def nearest_first(found: Search, language: Language, most: int) -> tuple[Passage, ...]:
    """What was found, of the first so many with where the sentence begins that holds most of the question."""
    cover = Cover(found.terms, found.weight)

    def at(passage: Passage) -> int:
        held = [cover.share(cover.held(own)) for own in sentence_stems(passage.turn.text, language)]
        return passage.sentences[held.index(max(held))][0] if any(held) else 0

    return (*(replace(p, nearest=at(p)) for p in found.passages[:most]), *found.passages[most:])


@lru_cache(maxsize=1024)
def sentence_stems(text: str, language: Language) -> tuple[frozenset[str], ...]:
    """The stems of each sentence of a turn, in order."""
    return tuple(frozenset(stem(w, language) for w in words(text[a:b])) for a, b in sentences(text))


def _asks_government(asked: Understood) -> bool:
    """Whether a question names nobody and does not ask who: then the government is the likelier to answer it."""
    named = asked.filter.parties or asked.filter.speakers or asked.filter.roles
    named = named or asked.prefer.parties or asked.prefer.speakers or asked.prefer.roles
    return is_question(asked.question) and not named and not _OF_MEMBERS.search(asked.question)


def _boosts(wanted: Sequence[Term]) -> dict[str, float]:
    boosts: dict[str, float] = {}
    for term in wanted:
        boosts[term.stem] = 1.0
        for other, worth in term.others:
            boosts[other] = max(boosts.get(other, 0.0), worth)
    return boosts


def _preference(speaker: Speaker, prefer: Filter, asks_government: bool) -> float:
    value = PREFERRED_ROLE if speaker.role in prefer.roles else GOVERNMENT if asks_government and speaker.role == "government" else 1.0
    named = speaker.name in prefer.speakers or speaker.party in prefer.parties
    return value * (PREFERRED_NAME if named else 1.0)


# "Hoe kijkt X naar …", "Wat is het standpunt van X over …": how one asks, not what about
_FRAME = re.compile(
    r"\bhoe (?:kijk(?:t|en)?|keek|keken|denk(?:t|en)?|dacht(?:en)?|staat|staan|stond(?:en)?|oorde(?:el|elt|elde|len)|sta)\b|\b(?:aan tegen|tegenover|ten aanzien van|ten opzichte van|met betrekking tot|inzake|volgens|according to)\b"
    r"|\b(?:het|de|welke?) (?:standpunt(?:en)?|mening|visie|houding|opvatting(?:en)?|positie|oordeel|inbreng)\b(?= (?:van|heeft|hebben|over|neemt|nam))",
    re.I,
)


def _without(question: str, names: Sequence[str]) -> str:
    question = _FRAME.sub(" ", question)
    for name in sorted(names, key=len, reverse=True):
        question = question.replace(name, " ")
    return question


def _language(index: Index, where: Filter) -> Language:
    meetings = [m for m in index.shelf.meetings() if not where.meetings or m.id in where.meetings]
    english = sum(m.language == "en" for m in meetings)
    return "en" if english * 2 > len(meetings) else "nl"
