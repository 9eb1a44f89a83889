"""Motions: where a motion's own text stands in a turn, with its dossier and number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.types import Motion, Turn

_DAY = "orde van de dag"
_NUMBER = re.compile(r"krijgt (?:het )?nr\.?\s?(\S+?)(?:,?\s+was nr\.[^)]*?)?\s*\(([^()]{3,40})\)")


def find(turns: Sequence[Turn]) -> Iterator[Motion]:
    """The motions moved in each turn; the chair may give the last one its number at the start of the turn after it."""
    for turn, following in zip(turns, [*(turn.text for turn in turns[1:]), ""], strict=True):
        yield from _moved_in(turn, following)


def _moved_in(turn: Turn, following: str) -> Iterator[Motion]:
    for start in (match.start() for match in re.finditer(r"(?:^|(?<=\s))De Kamer,\s+(?=gehoord)", turn.text)):
        end = turn.text.find(_DAY, start)
        limit = turn.text.find("De Kamer,", start + 9)
        if end < 0:
            break
        if 0 < limit < end:
            continue
        end += len(_DAY)
        end += turn.text[end : end + 1] == "."
        stretch = turn.text[end : limit if limit > 0 else len(turn.text)] or following[:600]
        number = _NUMBER.search(stretch)
        yield Motion(turn.number, start, end, number[2] if number else None, number[1].rstrip(",.") if number else None)
