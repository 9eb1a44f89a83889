"""The wire to a model: no redirects, no compressed bombs, no more bytes than an answer can have, and a deadline that holds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TypeVar

import httpx2  # noqa: TID251  this file is its door

from rag.aside import aside

READ_SECONDS = 30.0
MOST_BYTES = 64 * 2**20  # of one response: a batch of vectors is some 5 MB

T = TypeVar("T")
Timeout = httpx2.TimeoutException
Broken = httpx2.HTTPError


class TooLate(Exception):
    """The deadline passed."""


def client() -> httpx2.Client:
    """An HTTP client that follows no redirect (it would carry the whole prompt to another host) and takes only plain bytes."""
    timeout = httpx2.Timeout(READ_SECONDS, connect=10.0)
    return httpx2.Client(follow_redirects=False, timeout=timeout, headers={"Accept-Encoding": "identity"}, transport=_Plain())


class _Plain(httpx2.BaseTransport):
    """Responses as they come over the wire; a compressed one is refused before it is unpacked, an endless one is cut."""

    def __init__(self) -> None:
        self._real = httpx2.HTTPTransport()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response = self._real.handle_request(request)
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            response.close()
            raise httpx2.DecodingError("compressed, though plain bytes were asked for", request=request)
        assert isinstance(response.stream, httpx2.SyncByteStream)  # a synchronous transport has no other
        response.stream = _Counted(response.stream)
        return response

    def close(self) -> None:
        self._real.close()


class _Counted(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        seen = 0
        for part in self._stream:
            seen += len(part)
            if seen > MOST_BYTES:
                raise httpx2.ReadError(f"more than {MOST_BYTES} bytes")
            yield part

    def close(self) -> None:
        self._stream.close()


def within(seconds: float, work: Callable[[], Iterator[T]]) -> Iterator[T]:
    """What ``work`` yields, until the deadline: so many seconds from now for all of it together.

    A timeout per read is outlived by a server that drips one byte at a time, and none covers a name that is looked up for ever. So the work
    runs in a thread of its own, and whoever waits for it stops waiting; what it raises is raised here. Raises TooLate: it was not done in
    time. The thread ends at its next item, or with the process.
    """
    until = time.monotonic() + seconds
    with closing(aside(work, lambda: max(0.0, until - time.monotonic()))) as results:
        for result in results:
            if result is None:
                raise TooLate
            yield result[0]
