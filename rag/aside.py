"""Work in a thread of its own, so that whoever waits for it can stop waiting."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

T = TypeVar("T")


def aside(work: Callable[[], Iterator[T]], patience: Callable[[], float]) -> Generator[tuple[T] | None, None, None]:
    """What ``work`` yields, each in a tuple; None each time it yields nothing for as long as one has patience, in seconds.

    What it raises is raised here. When this is closed the thread ends at its next item, or with the process.
    """
    results: queue.SimpleQueue[tuple[T] | BaseException | None] = queue.SimpleQueue()
    left = threading.Event()

    def run() -> None:
        try:
            for item in work():
                results.put((item,))
                if left.is_set():
                    return
            results.put(None)
        except BaseException as error:  # noqa: BLE001  it is raised again where it is waited for
            results.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        while True:
            try:
                result = results.get(timeout=patience())
            except queue.Empty:
                yield None
                continue
            if result is None:
                return
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        left.set()
