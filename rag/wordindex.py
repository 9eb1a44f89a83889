"""The words of the record scored: BM25 over chunks and over whole turns, from the postings on the shelf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.shelf import NUMBER, SPEAKER, TURN, WORDS, Generation, Shelf
from rag.types import Filter, Meeting, Speaker

Scores = NDArray[np.float64]

K1_CHUNK, B_CHUNK = 0.9, 0.5  # chunks are of a length already; see docs/decisions
K1_TURN, B_TURN = 1.2, 0.4  # a long turn of a member is often the one that answers


@dataclass(frozen=True, slots=True)
class Sheet:
    """The scores of one meeting. ``row`` of a chunk is its row in the generation's columns, ``place`` of a turn its order, from 0.

    ``place_of``: row to place. ``speaker``: place to the number of its speaker. ``kept``: place to whether the filter leaves it;
    what it does not leave is scored as well, because a neighbour tells of a turn.
    """

    generation: Generation
    place_of: NDArray[np.int64]
    speaker: NDArray[np.int32]
    kept: NDArray[np.bool_]
    chunks: Scores
    turns: Scores

    @property
    def lengths(self) -> Scores:
        """The words of each turn, by its place."""
        words = self.generation.columns[:, WORDS].astype(np.float64)
        return np.bincount(self.place_of, weights=words, minlength=len(self.turns)).astype(np.float64)

    def number(self, place: int) -> int:
        """The number of a turn."""
        return int(self.generation.columns[int(np.searchsorted(self.place_of, place)), TURN])


@dataclass(frozen=True, slots=True)
class Words:
    """What `look` found: a sheet per meeting, and in how many of the ``chunks`` searched each stem occurs; ``words`` they hold in all.

    ``held``: the stems and the meetings (by generation) in which they occur.
    """

    sheets: tuple[Sheet, ...]
    held: frozenset[tuple[str, int]]
    frequency: dict[str, int]
    chunks: int
    words: int


def in_scope(meeting: Meeting, where: Filter) -> bool:
    """Whether a meeting is one of those searched, by its number and its date."""
    if where.meetings and meeting.id not in where.meetings:
        return False
    if not (where.since or where.until):
        return True
    return meeting.date is not None and (where.since or "") <= meeting.date <= (where.until or "9999")


def speaks(speaker: Speaker, where: Filter) -> bool:
    """Whether the filter leaves this speaker's turns."""
    if where.parties and speaker.party not in where.parties:
        return False
    if where.speakers and speaker.name not in where.speakers:
        return False
    return not where.roles or speaker.role in where.roles


def look(shelf: Shelf, weights: Mapping[str, float], where: Filter) -> Words:
    """Scores every chunk and every turn of the meetings searched by BM25 (Robertson and Zaragoza 2009).

    Rarity is counted over the meetings searched, so that an answer about one meeting does not change when another comes in.

    ``weights``: stems to look for, each with what it counts for; ``where``: speakers it does not leave are scored, but not ``kept``.
    """
    generations = [g for g in shelf.visible() if in_scope(g.meeting, where)]
    postings = shelf.postings(weights, [g.gen for g in generations])
    blank = [_blank(g, where) for g in generations]
    frequency, spread = dict.fromkeys(weights, 0), dict.fromkeys(weights, 0)
    for sheet in blank:
        for one in weights:
            rows = postings.get((one, sheet.generation.gen))
            if rows is not None:
                frequency[one] += len(rows)
                spread[one] += len(set(sheet.place_of[rows[:, 0]].tolist()))
    total, places = sum(len(s.chunks) for s in blank), sum(len(s.turns) for s in blank)
    words = sum(int(s.generation.columns[:, WORDS].sum()) for s in blank)
    for sheet in blank:
        lengths = sheet.generation.columns[:, WORDS].astype(np.float64)
        whole = sheet.lengths
        for one, weight in weights.items():
            rows = postings.get((one, sheet.generation.gen))
            if rows is None:
                continue
            at, times = rows[:, 0], rows[:, 1].astype(np.float64)
            sheet.chunks[at] += weight * _bm25(times, lengths[at], words / total, frequency[one], total, K1_CHUNK, B_CHUNK)
            found, inverse = np.unique(sheet.place_of[at], return_inverse=True)
            in_turn = np.bincount(inverse, weights=times).astype(np.float64)
            sheet.turns[found] += weight * _bm25(in_turn, whole[found], words / places, spread[one], places, K1_TURN, B_TURN)
    return Words(tuple(blank), frozenset(postings), frequency, total, words)


def _blank(generation: Generation, where: Filter) -> Sheet:
    columns = generation.columns
    first = columns[:, NUMBER] == 0
    place_of = np.cumsum(first) - 1
    speaker = columns[first, SPEAKER]
    leaves = np.array([speaks(s, where) for s in generation.speakers], dtype=np.bool_)
    return Sheet(generation, place_of, speaker, leaves[speaker], np.zeros(len(columns)), np.zeros(len(speaker)))


def _bm25(times: Scores, lengths: Scores, mean: float, held_by: int, total: int, k1: float, b: float) -> Scores:
    idf = np.log(1 + (total - held_by + 0.5) / (held_by + 0.5))
    return np.asarray(idf * times * (k1 + 1) / (times + k1 * (1 - b + b * lengths / mean)), dtype=np.float64)
