"""What a promise is about: the words of its sentence, of what it leans on, and of what was asked, each for how near it stands."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rag.commitments.lexicon import cue, entries
from rag.commitments.promise import Promise
from rag.leaning import must_lean
from rag.lexicon import terms
from rag.restated import takes_up
from rag.tables import any_of, table
from rag.text import content_stems
from rag.types import Language, Quote, Turn
from rag.verify.quotes import paragraph, spans

ASKED = 0.6  # closeness of what was asked
LONG = 350  # words: a question no longer than this is about one subject
PART = 0.75  # worth of "prijzen" where an item says "laadprijzen"
LEAST = 5  # letters of the shorter of two words of which one is part of the other
GROWS = 3  # letters the longer has more: "politiek" is no compound with "politie"

Weights = Mapping[str, float]


def documents(text: str, language: Language = "nl") -> set[str]:
    """The stems of the letters, reports and talks that a text names."""
    return {stem for m in cue("list", "documents").finditer(text) for stem in content_stems(m[0], language)}


def rarity(turns: Sequence[Turn], language: Language) -> Weights:
    """How rare each stem is in this meeting: the fewer sentences hold it, the more it tells."""
    counts: Counter[str] = Counter()
    total = 0
    for turn in turns:
        for start, end in spans(turn.text):
            counts.update(stems(turn.text[start:end], language))
            total += 1
    return {stem: math.log(1 + total / count) for stem, count in counts.items()}


def around(promise: Promise, before: Sequence[Turn], question: str, language: Language) -> Weights:
    """The stems around a promise and how close they stand to it.

    What was said since the speaker turned to this subject counts most after the sentence itself: "Hij vroeg ook naar de wet. Die stuur
    ik u." is about the law. What stands beyond that, or was said before in the conversation, counts for little.

    Args:
        promise: the sentence, with what was asked.
        before: the turns of its conversation.
        question: what those it is for asked about it, wherever they did.
        language: of the record.
    """
    turn = promise.quote.turn
    whole = spans(turn.text)
    at = place(promise.quote)
    first, last = subject(turn, at)
    close: dict[str, float] = {}
    for index, (start, end) in enumerate(whole):
        paragraphs = abs(turn.text[:start].count("\n") - turn.text[: promise.quote.start].count("\n"))
        if index == at:
            near = 1.0
        elif first <= index < at:
            near = 0.8 if at - index <= 3 or index == first else 0.6
        elif at < index <= last:
            near = 0.7 if index == at + 1 else 0.5
        else:
            near = 0.4 if not paragraphs else 0.3 if paragraphs == 1 else 0.15
        _note(close, turn.text[start:end], near, language)
    _note(close, _broken_into(promise, before, language), ASKED, language)
    for earlier in before:
        asks = promise.kind == "term" and earlier.speaker.role == "member" and "?" in earlier.text and earlier.words <= LONG
        _note(close, earlier.text, 0.6 if asks else 0.3, language)
    for put in (question, *promise.put):
        _note(close, put, ASKED, language)
    if promise.asked is not None:
        back = must_lean(promise.quote.text)  # "Ja, daar schrijf ik u over.": it is about what was asked
        _note(close, promise.asked.text, 0.3 if promise.asked.words > LONG else 0.7 if back else 0.6, language)
    return close


def _broken_into(promise: Promise, before: Sequence[Turn], language: Language) -> str:
    """What the same speaker was saying when a member broke in to whom a promise replies, where the member goes on about that."""
    spoken = [t for t in before if t.speaker.role != "chair"][-2:]
    if len(spoken) < 2 or spoken[1] != promise.reply or spoken[0].speaker != promise.quote.turn.speaker:
        return ""
    sentences = spans(spoken[0].text)
    first, _ = subject(spoken[0], len(sentences) - 1)
    text = spoken[0].text[sentences[first][0] :]
    return text if (stems(text, language) & stems(spoken[1].text, language)) - generic(language) else ""


def place(quote: Quote) -> int:
    """Which sentence of its turn a quote begins with."""
    return next(i for i, (start, _) in enumerate(spans(quote.turn.text)) if start >= quote.start)


def subject(turn: Turn, at: int) -> tuple[int, int]:
    """The first and last sentence on the subject of a sentence: since the last question that was taken up, in its paragraph, to the next."""
    low, high = paragraph(turn.text, at)
    begins = [i for i in range(low, high) if takes_up(turn.text[slice(*spans(turn.text)[i])])]
    return max((i for i in begins if i <= at), default=low), next((i - 1 for i in begins if i > at), high - 1)


def _note(close: dict[str, float], text: str, near: float, language: Language) -> None:
    for stem in stems(text, language):
        close[stem] = max(near, close.get(stem, 0.0))


Kin = Mapping[str, tuple[tuple[str, float], ...]]


class Family:
    """The words of a meeting by their first and last letters: of a compound and its part one or the other are the same.

    Args:
        known: stems.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self.ends: dict[str, list[str]] = {}
        for stem in known:
            if len(stem) >= LEAST:
                self.ends.setdefault(stem[:LEAST] + "-", []).append(stem)
                self.ends.setdefault("-" + stem[-LEAST:], []).append(stem)

    def of(self, stem: str) -> tuple[str, ...]:
        """The others that are a part of a stem or have it as a part."""
        if len(stem) < LEAST:
            return ()
        near = {*self.ends.get(stem[:LEAST] + "-", ()), *self.ends.get("-" + stem[-LEAST:], ())}
        return tuple(sorted(other for other in near if of_one(stem, other)))


def kin(text: str, known: Weights, family: Family, language: Language) -> Kin:
    """For each stem of a text the others that stand for it, with their worth: another word for it, a part of it or a compound with it.

    Args:
        text: what an item says.
        known: the stems of the meeting.
        family: the same by their ends.
        language: of the record.
    """
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for term in terms(text, language, language):
        others = {other: worth for other, worth in term.others if other in known}
        others |= dict.fromkeys(family.of(term.stem), PART)
        found[term.stem] = tuple(others.items())
    return found


def of_one(one: str, other: str) -> bool:
    """Whether one word is a part of the other: "prijz" and "laadprijz"."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return len(short) >= LEAST and len(long) >= len(short) + GROWS and (long.endswith(short) or long.startswith(short))


def closeness(stem: str, close: Weights, related: Kin) -> float:
    """How close a stem of an item stands to a promise: itself, else what stands for it for a part of that."""
    others = (worth * close.get(other, 0.0) for other, worth in related.get(stem, ()))
    return max(close.get(stem, 0.0), max(others, default=0.0))


@lru_cache(maxsize=8192)
def stems(text: str, language: Language) -> frozenset[str]:
    """The stems of a text, and of a body that has a short name both names ("OCW", "Onderwijs, Cultuur en Wetenschap")."""
    pattern, first = _bodies()
    return frozenset(content_stems(text, language)) | {first[name] for name in pattern.findall(text)}


@lru_cache(maxsize=1)
def _bodies() -> tuple[re.Pattern[str], Mapping[str, str]]:
    first = {name: names[0] for names in table("names")["same"]["groups"] for name in names}
    return re.compile(rf"\b{any_of(first)}\b"), first


@lru_cache(maxsize=2)
def generic(language: Language) -> frozenset[str]:
    """The stems of the words that stand on every list and tell nothing of its subject."""
    return frozenset(stem for word in entries("list", "generic") for stem in content_stems(word, language))
