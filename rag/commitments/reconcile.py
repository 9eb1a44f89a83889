"""The chair's list beside the debate: for each item the sentence in which it was promised."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.commitments.chairlist import Listed
from rag.commitments.deadlines import Dates, mentions
from rag.commitments.lexicon import cue, entries
from rag.commitments.promise import LIKELY, Promise
from rag.text import content_stems
from rag.types import Language, Turn
from rag.verify.lexicon import table
from rag.verify.quotes import spans

TIED = 0.34  # share of an item's weight that must be found around a promise
SURE = 0.45  # the same for a sentence that is WEAK by itself
LONG = 350  # words: a question no longer than this is about one subject
ENOUGH = 10
NEAR = 0.55  # what stands at least so close; what is further off counts for no more than that together
FEW = 2  # stems: an item with less says what it is about by its place
JUST_BEFORE = 2  # turns: what was promised so shortly before an item is read is likely that item
THREAD = 4  # turns before a promise that belong to its conversation

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """An item of the list and how well a promise of the debate fits it."""

    item: int
    promise: int
    score: float


def ties(listed: Sequence[Listed], promised: Sequence[Promise], turns: Sequence[Turn], said: str | None, language: Language) -> list[Tie]:
    """For each item of the list the promise it was made in; an item that nothing fits has none.

    An item fits by its rarer words: those the promise says itself count in full, those of its paragraph and of the conversation it is in
    for part. The same term counts for it and another against it. A sentence that is WEAK by itself counts
    for less. The best fit is settled first; two items share a promise only when one of them has no other.
    """
    scored = _scores(listed, promised, turns, said, language)
    settled: dict[int, Tie] = {}
    taken: set[int] = set()
    for tie in scored:
        if tie.item not in settled and tie.promise not in taken:
            settled[tie.item] = tie
            taken.add(tie.promise)
    for tie in scored:
        settled.setdefault(tie.item, tie)
    return [settled[item] for item in sorted(settled)]


def _scores(
    listed: Sequence[Listed], promised: Sequence[Promise], turns: Sequence[Turn], said: str | None, language: Language
) -> list[Tie]:
    """Every fit that is good enough, best first."""
    rare = _rarity(turns, language)
    at = {turn.number: index for index, turn in enumerate(turns)}
    around = [_around(p, turns[max(0, at[p.quote.turn.number] - THREAD) : at[p.quote.turn.number]], language) for p in promised]
    found: list[Tie] = []
    for number, item in enumerate(listed):
        weights, names = _weights(item, rare, language, said)
        for other, promise in enumerate(promised):
            if not _before(promise, item):
                continue
            score = _fit(weights, names, around[other]) + _same_term(item, promise, said) + 0.03 * promise.strength
            if _documents(item.quote.text, language) & _documents(promise.quote.text, language):
                score += 0.1
            if len(weights) < FEW and item.quote.turn.number - promise.quote.turn.number <= JUST_BEFORE:
                score += 0.3
            if promise.strength < LIKELY:
                score -= 0.4 if promise.kind == "passive" else 0.05
            if score >= (TIED if promise.strength >= LIKELY else SURE):
                found.append(Tie(number, other, score))
    return sorted(found, key=lambda t: -t.score)


def _before(promise: Promise, item: Listed) -> bool:
    """Whether a promise was made before the item was read out, and is no remark on it."""
    remarks = {(q.turn.number, q.start) for q in item.more}
    return promise.quote.turn.number < item.quote.turn.number and (promise.quote.turn.number, promise.quote.start) not in remarks


@lru_cache(maxsize=2048)
def _documents(text: str, language: Language) -> frozenset[str]:
    """The letters, reports and talks a text names: what is delivered tells two promises on one subject apart."""
    found = {stem for m in cue("list", "documents").finditer(text) for stem in content_stems(m.group(), language)}
    return frozenset(found - generic(language))


@lru_cache(maxsize=2)
def generic(language: Language) -> frozenset[str]:
    """The stems of the words that stand on every list and tell nothing of its subject."""
    return frozenset(stem for word in entries("list", "generic") for stem in content_stems(word, language))


def _same_term(item: Listed, promise: Promise, said: str | None) -> float:
    mine, theirs = _dates(item.quote.text, said), _dates(promise.quote.text, said)
    return 0.15 if mine & theirs else -0.1 if mine and theirs else 0.0


def _rarity(turns: Sequence[Turn], language: Language) -> Weights:
    """How rare each stem is in this meeting: the fewer sentences hold it, the more it tells."""
    counts: Counter[str] = Counter()
    total = 0
    for turn in turns:
        for start, end in spans(turn.text):
            counts.update(_stems(turn.text[start:end], language))
            total += 1
    return {stem: math.log(1 + total / count) for stem, count in counts.items()}


def _weights(item: Listed, rare: Weights, language: Language, said: str | None) -> tuple[Weights, set[str]]:
    """What an item is about: its stems without its dates and without the words of every list; names count more, remarks less.

    The second value holds the names.
    """
    weights: dict[str, float] = {}
    unseen = max(rare.values(), default=1.0)
    own = [without_dates(item.quote.text, said), item.asked.text if item.asked else ""]
    named: set[str] = set()
    for text, share in [*((t, 1.0) for t in own), *((q.text, 1.0 if cue("list", "corrects").search(q.text) else 0.3) for q in item.more)]:
        names = set(content_stems(" ".join(_NAME.findall(text)), language))
        named |= names
        for stem in _stems(text, language) - generic(language):
            weights[stem] = max(weights.get(stem, 0.0), rare.get(stem, unseen) * share * (1.5 if stem in names else 1.0))
    return weights, named


_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][\w/-]+")


@lru_cache(maxsize=8192)
def _stems(text: str, language: Language) -> frozenset[str]:
    """The stems of a text, and of a body that has a short name both names ("OCW", "Onderwijs, Cultuur en Wetenschap")."""
    pattern, first = _bodies()
    return frozenset(content_stems(text, language)) | {first[name] for name in pattern.findall(text)}


@lru_cache(maxsize=1)
def _bodies() -> tuple[re.Pattern[str], Mapping[str, str]]:
    first = {name: names[0] for names in table("names")["same"]["groups"] for name in names}
    return re.compile(r"\b(?:" + "|".join(re.escape(n) for n in sorted(first, key=len, reverse=True)) + r")\b"), first


def without_dates(text: str, said: str | None) -> str:
    """A text without the terms in it that are dates."""
    for mention in reversed(mentions(text, said)):
        if mention.dated:
            text = text[: mention.start] + " " + text[mention.end :]
    return text


def _around(promise: Promise, before: Sequence[Turn], language: Language) -> Weights:
    """The stems around a promise and how close they stand to it: its sentence, its paragraph, its turn, and what was said just before."""
    turn = promise.quote.turn
    whole = spans(turn.text)
    at = next(i for i, (start, _) in enumerate(whole) if start >= promise.quote.start)
    close: dict[str, float] = {}
    for index, (start, end) in enumerate(whole):
        paragraphs = abs(turn.text[:start].count("\n") - turn.text[: promise.quote.start].count("\n"))
        inside = 1.0 if index == at else 0.8 if at - 3 <= index < at else 0.7 if index == at + 1 else 0.5
        _note(close, turn.text[start:end], inside if not paragraphs else 0.3 if paragraphs == 1 else 0.15, language)
    for earlier in before:
        _note(close, earlier.text, 0.3, language)
    if promise.asked is not None:
        _note(close, promise.asked.text, 0.6 if promise.asked.words <= LONG else 0.3, language)
    return close


def _note(close: dict[str, float], text: str, near: float, language: Language) -> None:
    for stem in _stems(text, language):
        close[stem] = max(near, close.get(stem, 0.0))


def _fit(weights: Weights, names: set[str], close: Weights) -> float:
    """The share of an item's weight that stands near a promise. A long item need not be there in full: its ten rarest words count."""
    held = {stem for stem in weights if close.get(stem, 0.0) >= NEAR}
    if len(weights) > 1 and len(held) < 2 and not held & names:
        return 0.0  # one common word is no subject
    total = sum(sorted(weights.values(), reverse=True)[:ENOUGH])
    near = sum(weight * close[stem] for stem, weight in weights.items() if close.get(stem, 0.0) >= NEAR)
    far = sum(weight * close[stem] for stem, weight in weights.items() if 0.0 < close.get(stem, 0.0) < NEAR)
    return min(1.0, (near + min(far, near)) / total) if total else 0.0


@lru_cache(maxsize=2048)
def _dates(text: str, said: str | None) -> frozenset[Dates]:
    return frozenset(m.dates for m in mentions(text, said) if m.dated)
