"""A visitor's own transcripts: bytes in, progress and a plain outcome out, one file at a time."""

from __future__ import annotations

import asyncio
import json
import logging
import queue
import threading
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request  # noqa: TID251  this room is fastapi's door
from fastapi.responses import JSONResponse, Response, StreamingResponse  # noqa: TID251  this room is fastapi's door

from rag.errors import GriffierError
from rag.read import MAX_BYTES
from rag.render.page import WORDS
from rag.web.seed import when_free
from rag.web.sessions import Session, session_of

MOST_FILES = 50  # per session
MOST_BYTES = 256 * 2**20  # per session
AT_ONCE = 2  # files that are received and read at the same time, over all visitors
LOCK_TRIES = 40  # times a quarter of a second for another writer to finish

log = logging.getLogger("griffier")


def upload_routes() -> APIRouter:
    """POST /upload?name=…, the file as the body; the reply is one JSON object per line, the last is the outcome."""
    router = APIRouter()
    busy = asyncio.Semaphore(AT_ONCE)

    @router.post("/upload")
    async def upload(request: Request, name: str = "bestand") -> Response:
        session = session_of(request)
        word = WORDS[session.language]
        name = name[:200]
        if not session.takes(0, MOST_FILES, MOST_BYTES):
            return _failed(name, word["too_many"].format(n=MOST_FILES), 429)
        if int(request.headers.get("content-length") or 0) > MAX_BYTES:
            return _failed(name, word["too_big"].format(mb=MAX_BYTES // 2**20), 413)
        await busy.acquire()
        try:
            data = await _received(request)
        except BaseException:
            busy.release()
            raise
        if data is None or not session.takes(len(data), MOST_FILES, MOST_BYTES):
            busy.release()
            return _failed(name, word["too_big"].format(mb=MAX_BYTES // 2**20), 413)
        return StreamingResponse(_lines(session, data, name, busy), media_type="application/x-ndjson")

    @router.post("/remove")
    async def remove(request: Request, meeting: str) -> Response:
        session = session_of(request)
        try:
            await asyncio.to_thread(session.remove, meeting)
        except GriffierError as error:
            return JSONResponse({"reason": error.said(session.language)}, 404)
        return JSONResponse({"meeting": meeting})

    return router


def _failed(name: str, reason: str, status: int) -> JSONResponse:
    return JSONResponse({"name": name, "reason": reason}, status)


async def _received(request: Request) -> bytes | None:
    """The body, or None as soon as it is longer than a file may be."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > MAX_BYTES:
            return None
    return bytes(data)


async def _lines(session: Session, data: bytes, name: str, busy: asyncio.Semaphore) -> AsyncIterator[str]:
    """Progress while the file is read in a thread, then what came of it."""
    told: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()

    def progress(_: str, done: int, total: int) -> None:
        told.put({"done": done, "total": total})

    def read() -> None:
        try:
            done = when_free(lambda: session.take(data, name, progress), LOCK_TRIES, 0.25)
            told.put({"meeting": done.meeting, "status": done.status, "turns": done.turns, "incomplete": done.incomplete})
        except GriffierError as error:
            told.put({"name": name, "reason": error.why(session.language)})
        except Exception:  # whatever a file does to a reader, its owner gets a plain message and the server goes on
            log.exception("an upload could not be read")
            told.put({"name": name, "reason": WORDS[session.language]["failed"]})

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    try:
        while True:
            line = await asyncio.to_thread(told.get)
            yield json.dumps(line, ensure_ascii=False) + "\n"
            if "done" not in line:
                return
    finally:
        busy.release()
