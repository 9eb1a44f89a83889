"""The bundled debate, read in at the first start while the page already answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress

from rag.assistant import Assistant
from rag.errors import GriffierError, LockedError

LOCK_TRIES = 120  # times half a second for another program to finish writing
ASKED_ABOUT = 3  # debates, the newest, about which questions to begin with are offered


class Seed:
    """The bundled debate, put in an empty index once, in a thread of its own.

    Args:
        assistant: over the shared collection.
    """

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
            for attempt in range(LOCK_TRIES):
                try:
                    if not self._assistant.index.shelf.meetings():
                        self._assistant.ingest_seed(lambda _, done, total: self._tell((done, total)))
                    break
                except LockedError:  # another program is filling the index: what it brings will do as well
                    if attempt == LOCK_TRIES - 1:
                        raise
                    threading.Event().wait(0.5)
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
