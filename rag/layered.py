"""Two indexes read as one: the shared collection, and what one visitor brought along. Only the visitor's own is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.embed import Vectors
from rag.index import Index
from rag.shelf import Generation, Shelf, T
from rag.types import Filter, Hit, Language, Turn


class LayeredShelf(Shelf):
    """Two shelves read as one. A meeting that stands on both is read from one's own.

    Generations of one's own carry negative numbers here, so that the two cannot be confused.
    """

    def __init__(self, own: Shelf, shared: Shelf) -> None:
        self._own, self._shared = own, shared
        self.path = own.path

    def close(self) -> None:
        self._own.close()

    def generation(self) -> int:
        return self._own.generation() + self._shared.generation()

    def meta(self, key: str) -> str | None:
        return self._own.meta(key)

    def visible(self, meetings: Sequence[str] = ()) -> tuple[Generation, ...]:
        own = [replace(g, gen=-g.gen) for g in self._own.visible(meetings)]
        kept = {g.meeting.id for g in own}
        both = [*own, *(g for g in self._shared.visible(meetings) if g.meeting.id not in kept)]
        return tuple(sorted(both, key=lambda g: g.meeting.id))

    def _of(self, meeting: str) -> Shelf:
        return self._own if self._own.visible((meeting,)) else self._shared

    def once(self, what: str, meeting: str, make: Callable[[], T]) -> T:
        return self._of(meeting).once(what, meeting, make)

    def turns(self, meeting: str) -> tuple[Turn, ...]:
        return self._of(meeting).turns(meeting)

    def turns_of(self, keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Turn]:
        wanted = list(keys)
        own = {g.meeting.id for g in self._own.visible()}
        found = self._own.turns_of([k for k in wanted if k[0] in own]) if own else {}
        return {**found, **self._shared.turns_of([k for k in wanted if k[0] not in own])}

    def _about(self, meeting: str) -> dict[str, Any]:
        return self._of(meeting)._about(meeting)

    def original(self, meeting: str) -> tuple[bytes, str]:
        return self._of(meeting).original(meeting)

    def postings(self, stems: Iterable[str], gens: Sequence[int]) -> dict[tuple[str, int], NDArray[np.int32]]:
        wanted = list(stems)
        own = self._own.postings(wanted, [-g for g in gens if g < 0])
        shared = self._shared.postings(wanted, [g for g in gens if g > 0])
        return {**{(stem, -gen): rows for (stem, gen), rows in own.items()}, **shared}

    def has_part(self, part: str, gens: Sequence[int]) -> bool:
        return self._own.has_part(part, [-g for g in gens if g < 0]) or self._shared.has_part(part, [g for g in gens if g > 0])


class Layered(Index):
    """Two indexes read as one. Words are weighed over both, as if they were one index; vectors score exactly in each.

    ``own``: what the visitor brought along; ``shared``: the collection everyone sees, which is not closed with this one; both open for reading.
    """

    def __init__(self, own: Index, shared: Index) -> None:
        super().__init__(own.settings, LayeredShelf(own.shelf, shared.shelf), None)
        self._own_index, self._shared_index = own, shared
        self._embedder = own._embedder = shared._made_with  # what was asked of an endpoint for one is not asked again for the other

    @property
    def own(self) -> Shelf:
        return self._own_index.shelf

    def close(self) -> None:
        self._own_index.close()

    def vectors(self, wanted: str | Vectors, where: Filter, k: int, language: Language = "nl") -> list[Hit]:
        own = self._own_index.vectors(wanted, where, k, language)
        mine = {g.meeting.id for g in self._own_index.shelf.visible()}
        shared = [h for h in self._shared_index.vectors(wanted, where, k, language) if h.meeting not in mine]
        return sorted([*own, *shared], key=lambda h: (-h.score, h.meeting, h.turn, h.chunk))[:k]
