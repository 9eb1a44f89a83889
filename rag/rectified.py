"""Figures that whoever named them set right later in the debate: "Ik noemde 214; dat moeten er 241 zijn."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.text import sentences
from rag.types import Quote, Turn

_NAMED = re.compile(r"\b(?:ik (?:noemde|zei|sprak (?:over|van)|had het over|meldde)|(?:noemde|zei|meldde) ik|i (?:said|mentioned))\b", re.I)
_WRONG = re.compile(
    r"\b(?:rectific\w*|correctie|corriger\w*|vergis\w*|verspr\w*|omgedraaid|recht ?(?:te )?zet\w*|onjuist|fout|moet(?:en)? (?:(?:dat|het|er) )*(?:\S+ )?zijn|bedoel\w*|mistaken?|should be)\b",
    re.I,
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
AFTER = 3  # sentences in which the right figure follows


def rectified(turns: Sequence[Turn], quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """The quotes that hold a figure which their speaker set right in a later turn, each with the sentences that do.

    Args:
        turns: of the meeting, in spoken order.
        quotes: of that meeting.
    """
    for turn in turns:
        if not any(q.turn.speaker == turn.speaker and q.turn.number < turn.number for q in quotes):
            continue
        for old, start, end in _corrections(turn.text):
            right = Quote(turn, start, end)
            for quote in quotes:
                told = quote.turn.speaker == turn.speaker and quote.turn.number < turn.number
                if told and old in _FIGURE.findall(quote.text):
                    yield quote, right


@lru_cache(maxsize=4096)  # every answer of a debate is held beside the same turns
def _corrections(text: str) -> tuple[tuple[str, int, int], ...]:
    """The figures that a turn takes back, each with where the sentences from there to the right one begin and end."""
    said = sentences(text) if _NAMED.search(text) else ()
    found = []
    for i, (start, end) in enumerate(said):
        old = _FIGURE.search(text, start, end)
        if old is None or not _NAMED.search(text, start, end):
            continue
        for _, until in said[i : i + AFTER]:
            new = [one for one in _FIGURE.findall(text[old.end() : until]) if one != old[0]]
            if new and _WRONG.search(text, said[max(0, i - 1)][0], until):
                found.append((old[0], start, until))
                break
    return tuple(found)
