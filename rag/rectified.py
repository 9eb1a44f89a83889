"""Figures that whoever named them set right later in the debate: "Ik noemde 214; dat moeten er 241 zijn."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
        for old, right in _corrections(turn):
            for quote in quotes:
                told = quote.turn.speaker == turn.speaker and quote.turn.number < turn.number
                if told and old in _FIGURE.findall(quote.text):
                    yield quote, right


def _corrections(turn: Turn) -> Iterator[tuple[str, Quote]]:
    """The figures that a turn takes back, each with the sentences from there to the right one."""
    said = sentences(turn.text)
    for i, (start, end) in enumerate(said):
        old = _FIGURE.search(turn.text, start, end)
        if old is None or not _NAMED.search(turn.text, start, end):
            continue
        for _, until in said[i : i + AFTER]:
            new = [one for one in _FIGURE.findall(turn.text[old.end() : until]) if one != old[0]]
            if new and _WRONG.search(turn.text, said[max(0, i - 1)][0], until):
                yield old[0], Quote(turn, start, until)
                break
