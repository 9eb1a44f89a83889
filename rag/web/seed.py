"""The bundled debate, read in at the first start while the page already answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

from rag.assistant import Assistant
from rag.errors import GriffierError, LockedError

T = TypeVar("T")

LOCK_TRIES = 120  # times half a second for another program to finish writing
ASKED_ABOUT = 3  # debates, the newest, about which questions to begin with are offered


def when_free(write: Callable[[], T], tries: int, pause: float) -> T:
    """What writing to a collection gives; tried so often, so many seconds apart, while another program writes to it."""
    for _ in range(tries - 1):
        try:
            return write()
        except LockedError:
            threading.Event().wait(pause)
    return write()


class Seed:
    """The bundled debate, put in an empty index once, in a thread of its own."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._step = threading.Condition()
        self._at = (0, 0)
        self.done = False
        self.problem: GriffierError | None = None

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            when_free(self._fill, LOCK_TRIES, 0.5)
            self._assistant.warm()
        except GriffierError as error:
            self.problem = error
        finally:
            with self._step:
                self.done = True
                self._step.notify_all()
        with suppress(GriffierError):
            newest = sorted(self._assistant.index.shelf.meetings(), key=lambda m: m.date or "", reverse=True)[:ASKED_ABOUT]
            # so that the first visitor need not wait
            self._assistant.suggestions_of([m.id for m in newest], self._assistant.settings.griffier_lang)

    def _fill(self) -> None:
        if not self._assistant.index.shelf.meetings():  # what another program brings will do as well
            self._assistant.ingest_seed(lambda _, done, total: self._tell((done, total)))

    def _tell(self, at: tuple[int, int]) -> None:
        with self._step:
            self._at = at
            self._step.notify_all()

    def progress(self) -> Iterator[tuple[int, int]]:
        """How far it is, each time it is further, until it is done."""
        shown: tuple[int, int] | None = None
        while (at := self._wait(shown)) is not None:
            yield at
            shown = at

    def _wait(self, shown: tuple[int, int] | None) -> tuple[int, int] | None:
        with self._step:
            self._step.wait_for(lambda: self.done or self._at != shown, timeout=30)
            return None if self.done else self._at
