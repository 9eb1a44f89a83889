"""Words selected in the record to a quote: whole words, the whole sentences around them, and what may not be cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.render.fidelity import checked
from rag.tables import Words
from rag.text import is_question
from rag.types import Citation, Language, Quote, Turn
from rag.verify import holds, reference
from rag.verify.quotes import is_borrowed, spans
from rag.verify.stance import stance

_WHY = Words("page.selection")
_INNER = "'’-‐‑·"  # joins the parts of one word: "zo'n", "Dublin-claimant"


@dataclass(frozen=True, slots=True)
class Selected:
    """What a selection may be copied as.

    ``whole``: the sentences it touches; ``words``: the words alone, None when they are the same or when cutting would turn the sense,
    and then ``why`` says so. Both None: ``why`` says what is wrong. ``snapped``: part of a word was selected, and the word was taken.
    """

    whole: Citation | None
    words: Citation | None
    snapped: bool = False
    why: str | None = None


def select(turn: Turn, start: int, end: int, stem: str, language: Language) -> Selected:
    """A selection as quotes that may be copied; an offset out of range is taken as the nearest end. ``stem``: the reference without a page."""
    why = _WHY[language]
    start, end = _trimmed(turn.text, *sorted(max(0, min(at, len(turn.text))) for at in (start, end)))
    a, b = _whole_words(turn.text, start, end)
    if not re.search(r"\w", turn.text[a:b]):
        return Selected(None, None, why=why["empty"])
    touched = [(x, y) for x, y in turn.unquotable if x < b and a < y]
    if touched:
        everything = any(x <= 0 and y >= len(turn.text.rstrip()) for x, y in touched)
        return Selected(None, None, why=why["summary" if everything else "unquotable"])
    sentences = [(x, y) for x, y in spans(turn.text) if x < b and a < y]
    whole = _citation(Quote(turn, sentences[0][0], sentences[-1][1]), stem)
    if whole is not None and is_borrowed(whole.quote):
        return Selected(None, None, why=why["borrowed"])
    snapped = (a, b) != (start, end)
    if whole is not None and (a, b) == (whole.quote.start, whole.quote.end):
        return Selected(whole, None, snapped)
    lost = "report" if is_borrowed(Quote(turn, a, b)) else _lost(turn.text, a, b, sentences)
    if lost:
        return Selected(whole, None, snapped, why[lost])
    return Selected(whole, _citation(Quote(turn, a, b), stem), snapped)


def sentences_of(turn: Turn) -> list[tuple[int, int]]:
    """Where the sentences of a turn stand that someone may be quoted for."""
    return [(a, b) for a, b in spans(turn.text) if holds(Quote(turn, a, b))]


def _citation(quote: Quote, stem: str) -> Citation | None:
    """None when the whole sentences reach into words that no one may be quoted for."""
    if quote.turn.bars(quote.start, quote.end):
        return None
    return checked(Citation(1, quote, reference(stem, quote)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the white space at its ends."""
    words = text[start:end].strip()
    start = text.index(words, start)
    return start, start + len(words)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the words at its ends made whole."""
    while 0 < start < end and _within(text, start):
        start -= 1
    while start < end < len(text) and _within(text, end):
        end += 1
    return start, end


def _within(text: str, at: int) -> bool:
    """Whether the place before text[at] lies inside a word; "1.500" and "zo'n" are one."""
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    if (after == "%" and before.isdigit()) or (before in "€$£" and after.isdigit()):
        return True
    # the sign between two parts of one word or number stands before the place, or after it
    for left, sign, right in ((text[at - 2 : at - 1], before, after), (before, after, text[at + 1 : at + 2])):
        if (sign in _INNER and left.isalnum() and right.isalnum()) or (sign in ".," and left.isdigit() and right.isdigit()):
            return True
    return False


def _lost(text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> str | None:
    """What is lost by cutting the first and last sentence there: the name of a reason, or None."""
    outside = (text[sentences[0][0] : start], text[end : sentences[-1][1]])
    if is_question(text[slice(*sentences[-1])]) and "?" not in text[end - 1 : end]:
        return "question"
    lists = {
        "negation": (stance("negation", "nl", "en"),),
        "condition": (stance("condition", "words"),),
        "hedge": (stance("commitment", "hedged"), stance("commitment", "refused")),
        "report": (stance("report", "words"), stance("question", "restated")),
    }
    return next((name for name, found in lists.items() if any(p.search(part) for p in found for part in outside)), None)
