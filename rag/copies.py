"""One debate in two files: which meetings are told by a better report as well, so that nothing is found twice."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from rag.shelf import SPEAKER, TURN, WORDS, Generation, Shelf
from rag.text import words
from rag.types import Filter
from rag.wordindex import in_scope

SAME_PEOPLE = 0.8  # of those who speak
SAME_LENGTH = 0.1  # by which the words of each may differ: a report that was corrected since, or hyphens joined otherwise
FEW = 12  # words that do not count as a difference
SAME_WORDS = 0.7  # of the words of the longest turn
FINAL = frozenset({"geredigeerd", "gecorrigeerd"})


def copies(shelf: Shelf, where: Filter) -> frozenset[str]:
    """The meetings to leave out of a search because a better report of the same debate is searched as well.

    Two reports are of one debate when they are of one day, everyone says about as much in both, and the longest turn is the same. The
    better one has pages, then is final, then is longer. Meetings that the filter names are all kept.
    """
    days: dict[str, list[Generation]] = {}
    for one in sorted(shelf.visible(), key=_worth) if not where.meetings else ():
        if one.meeting.date and in_scope(one.meeting, where):
            days.setdefault(one.meeting.date, []).append(one)
    found: set[str] = set()
    for same_day in days.values():
        for better, other in combinations(same_day, 2):
            if better.meeting.id not in found and _alike(better, other) and _same_speech(shelf, better, other):
                found.add(other.meeting.id)
    return frozenset(found)


def _worth(one: Generation) -> tuple[bool, bool, int, str]:
    about = one.meeting
    return about.pages is None, about.status not in FINAL, -int(one.columns[:, WORDS].sum()), about.id


def _alike(one: Generation, other: Generation) -> bool:
    """Whether the same people say about as much; without the chair, whom not every form of a report names."""
    said, again = _said(one), _said(other)
    both = said.keys() & again.keys()
    if not both or len(both) < SAME_PEOPLE * len(said.keys() | again.keys()):
        return False
    return all(abs(said[name] - again[name]) <= SAME_LENGTH * max(said[name], again[name]) + FEW for name in both)


def _said(one: Generation) -> dict[str, int]:
    counts = np.bincount(one.columns[:, SPEAKER], weights=one.columns[:, WORDS], minlength=len(one.speakers))
    said: dict[str, int] = {}
    for speaker, count in zip(one.speakers, counts.tolist(), strict=True):
        if speaker.role != "chair":
            said[speaker.name] = said.get(speaker.name, 0) + int(count)
    return said


def _same_speech(shelf: Shelf, one: Generation, other: Generation) -> bool:
    """Whether the longest turn of both is the same speech."""
    first, second = (set(words(shelf.turn(g.meeting.id, _longest(g)).text)) for g in (one, other))
    return len(first & second) >= SAME_WORDS * len(first | second)


def _longest(one: Generation) -> int:
    return int(np.bincount(one.columns[:, TURN], weights=one.columns[:, WORDS]).argmax())
