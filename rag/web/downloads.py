"""Files of what is on the screen: summaries, the overview and the ledger, made when they are asked for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query  # noqa: TID251  this room is fastapi's door
from fastapi.responses import HTMLResponse, Response  # noqa: TID251  as above

from rag.errors import GriffierError, UserError
from rag.export.files import file_name
from rag.render.calendar import commitments_ics
from rag.render.page import WORDS, message_html
from rag.render.table import commitments_csv, questions_csv
from rag.render.wording import OUTCOME
from rag.types import Language
from rag.web.rooms import promises, put
from rag.web.sessions import Session, session_of

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}
AT_ONCE = 2  # files set at the same time, over all visitors

Visitor = Annotated[Session, Depends(session_of)]
Meeting = Annotated[str, Query(min_length=1, max_length=300)]
Party = Annotated[str, Query(max_length=200)]
Status = Literal["", "answered", "partly", "later", "open"]
log = logging.getLogger("griffier")


def download_routes() -> APIRouter:
    """GET /download/summary, /download/commitments and /download/questions."""
    router = APIRouter(prefix="/download", include_in_schema=False)
    busy = asyncio.Semaphore(AT_ONCE)

    @router.get("/summary")
    async def summary(
        visitor: Visitor, meeting: Meeting, form: Literal["pdf", "docx", "md"], party: Party = "", lang: Language = "nl"
    ) -> Response:
        def make() -> bytes:
            assistant = visitor.assistant_for(meeting)
            if party:
                return assistant.sheet_of(visitor.summary(meeting, party, lang), form, date.today(), lang).data
            return assistant.overview_sheet(meeting, form, date.today(), lang).data

        return await _made(busy, file_name(meeting, party or "overzicht", form), form, lang, make)

    @router.get("/commitments")
    async def commitments(
        visitor: Visitor, meeting: Meeting, form: Literal["csv", "ics"], party: Party = "", dated: bool = False, lang: Language = "nl"
    ) -> Response:
        def make() -> bytes:
            assistant = visitor.assistant_for(meeting)
            render = commitments_csv if form == "csv" else commitments_ics
            return render(assistant.index.shelf.meeting(meeting), promises(assistant, meeting, party, dated), lang).encode()

        return await _made(busy, _named(meeting, form, "toezeggingen", party, "met termijn" if dated else ""), form, lang, make)

    @router.get("/questions")
    async def questions(
        visitor: Visitor, meeting: Meeting, form: Literal["csv"], party: Party = "", status: Status = "", lang: Language = "nl"
    ) -> Response:
        def make() -> bytes:
            assistant = visitor.assistant_for(meeting)
            return questions_csv(assistant.index.shelf.meeting(meeting), put(assistant, meeting, party, status), lang).encode()

        told = OUTCOME["nl"][status] if status else ""  # names of files are Dutch, as in "overzicht"
        return await _made(busy, _named(meeting, form, "vragen", party, told), form, lang, make)

    return router


async def _made(busy: asyncio.Semaphore, name: str, form: str, language: Language, make: Callable[[], bytes]) -> Response:
    try:
        async with busy:
            data = await asyncio.to_thread(make)
    except GriffierError as error:
        return HTMLResponse(message_html(error.said(language), language), 404 if isinstance(error, UserError) else 503)
    except Exception:
        log.exception("a file could not be made")
        return HTMLResponse(message_html(WORDS[language]["broke"], language), 500)
    header = f"attachment; filename=\"griffier.{form}\"; filename*=UTF-8''{quote(name)}"
    return Response(data, media_type=KINDS[form], headers={"content-disposition": header})


def _named(meeting: str, form: str, *what: str) -> str:
    """The name of a file with what was chosen in it: "kst-28638-178-toezeggingen-CDA-met-termijn.csv"."""
    return file_name(meeting, "-".join("-".join(part.split()) for part in what if part), form)
