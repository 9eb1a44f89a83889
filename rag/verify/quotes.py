"""Whether a quote may stand: whole sentences of one turn, nothing that no one may be quoted for, nobody else's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rag.text import sentences
from rag.types import Quote

_GUILLEMETS = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„”“]*[”“]", re.S)
_BETWEEN = re.compile(r"[\s–—•*-]*")  # white space, and the dash of a list
BORROWED = 6  # words from which «…» is somebody's speech and not a term


spans = lru_cache(maxsize=2048)(sentences)  # of a turn, kept, because every quote of the turn asks for them


@lru_cache(maxsize=2048)
def borrowed(text: str) -> tuple[tuple[int, int], ...]:
    """Where a turn holds somebody else's words: «…» and “…” of at least a clause. Offsets inside the marks."""
    found = ((m.start() + 1, m.end() - 1) for m in _GUILLEMETS.finditer(text))
    return tuple((a, b) for a, b in found if len(text[a:b].split()) >= BORROWED)


def holds(quote: Quote) -> bool:
    """Whether a pointer may be shown as a quote: inside the turn, whole sentences, and nothing that no one may be quoted for."""
    text = quote.turn.text
    if not 0 <= quote.start < quote.end <= len(text) or quote.turn.bars(quote.start, quote.end):
        return False
    whole = spans(text)
    return any(start == quote.start for start, _ in whole) and any(end == quote.end for _, end in whole)


def parts(quote: Quote) -> tuple[str, ...]:
    """The sentences a quote holds."""
    return tuple(quote.turn.text[a:b] for a, b in spans(quote.turn.text) if quote.start <= a and b <= quote.end)


def is_borrowed(quote: Quote) -> bool:
    """Whether all of a quote is somebody else's words: it lies within «…» of its turn, marks at its ends aside."""
    inner = quote.text.lstrip("«“„\"'‘ ")
    start = quote.end - len(inner)
    end = start + len(inner.rstrip("»”\"'’. "))
    return any(a <= start and end <= b for a, b in borrowed(quote.turn.text))


def overlap(one: Quote, other: Quote) -> bool:
    """Whether two quotes share words of one turn."""
    same = (one.turn.meeting, one.turn.number) == (other.turn.meeting, other.turn.number)
    return same and one.start < other.end and other.start < one.end


def inside(one: Quote, other: Quote) -> bool:
    """Whether the words of a quote are all within another of its turn."""
    return overlap(one, other) and other.start <= one.start and one.end <= other.end


def beside(quote: Quote) -> tuple[Quote | None, Quote | None]:
    """The sentences right before and right after a quote in its paragraph."""
    turn, whole = quote.turn, spans(quote.turn.text)
    before = (Quote(turn, a, b) for a, b in reversed(whole) if b <= quote.start and "\n" not in turn.text[b : quote.start])
    after = (Quote(turn, a, b) for a, b in whole if a >= quote.end and "\n" not in turn.text[quote.end : a])
    return next(before, None), next(after, None)


def paragraph(text: str, at: int) -> tuple[int, int]:
    """The first sentence of the paragraph that a sentence of a turn is in, and the one after its last."""
    breaks = [i for i, ((_, end), (start, _)) in enumerate(pairwise(spans(text)), 1) if "\n" in text[end:start]]
    return max((i for i in breaks if i <= at), default=0), next((i for i in breaks if i > at), len(spans(text)))


def follows(first: Quote, second: Quote) -> bool:
    """Whether the second quote goes on where the first ends: same turn, nothing but white space and the dash of a list between."""
    if (first.turn.meeting, first.turn.number) != (second.turn.meeting, second.turn.number):
        return False
    return first.end <= second.start and _BETWEEN.fullmatch(first.turn.text, first.end, second.start) is not None


def joined(quotes: Sequence[Quote]) -> str | None:
    """The only text under which these quotes may be shown as one: a space between neighbours, else "(…)".

    None when they may not be shown as one: other speakers, or an order that is not the spoken one.
    """
    text = quotes[0].text
    for first, second in zip(quotes, quotes[1:], strict=False):
        same = (first.turn.meeting, first.turn.number) == (second.turn.meeting, second.turn.number)
        if first.turn.speaker != second.turn.speaker or first.turn.meeting != second.turn.meeting:
            return None
        if (second.turn.number, second.start) < (first.turn.number, first.end if same else 0):
            return None
        text += (" " if follows(first, second) else " (…) ") + second.text
    return text
