"""The record over HTTP: its plan, windows of turns, what is looked for in it, a selection as a quote, and the page's own files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Annotated, Any, ParamSpec, get_args

from fastapi import APIRouter, Depends, Query, Request, Response  # noqa: TID251  this room is fastapi's door
from fastapi.responses import JSONResponse  # noqa: TID251  as above
from pydantic import BaseModel, Field

from rag.errors import GriffierError, UserError
from rag.exchange import exchange
from rag.render.contract import place_json
from rag.render.html import copied
from rag.render.record import outline, record_window_html
from rag.render.selection import select, sentences_of
from rag.shelf import Shelf
from rag.tables import Words
from rag.types import Citation, Language
from rag.web import find as finding
from rag.web.sessions import Session, session_of

P = ParamSpec("P")
PREFIX = "/griffier"
SCRIPT = Words("page.script")
STATIC = Path(__file__).parent / "static"
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
MOST_TURNS = 200  # in one window
# Whoever may see a record now may not later; the browser asks each time.
PRIVATE = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
PUBLIC = {**PRIVATE, "Cache-Control": "public, no-cache"}

Meeting = Annotated[str, Query(min_length=1, max_length=300)]
Number = Annotated[int, Query(ge=1, le=10_000_000)]


Visitor = Annotated[Session, Depends(session_of)]
router = APIRouter(prefix=PREFIX, include_in_schema=False)


class Selection(BaseModel):
    """Words selected in a turn, by offset."""

    meeting: str = Field(min_length=1, max_length=300)
    turn: int = Field(ge=1, le=10_000_000)
    start: int = Field(ge=0, le=100_000_000)
    end: int = Field(ge=0, le=100_000_000)
    lang: Language = "nl"


def _private(content: Any, status: int = 200) -> JSONResponse:
    return JSONResponse(content, status, headers=PRIVATE)


def _plainly(show: Callable[P, dict[str, Any]]) -> Callable[P, Response]:
    """What a route shows, as JSON of this visitor's alone. A meeting that is not there and one that is somebody else's read the same."""

    @wraps(show)
    def shown(*args: P.args, **kwargs: P.kwargs) -> Response:
        try:
            return _private(show(*args, **kwargs))
        except GriffierError as error:
            language: Language = "en" if getattr(kwargs.get("chosen"), "lang", kwargs.get("lang")) == "en" else "nl"
            gone = isinstance(error, UserError)
            return _private({"message": SCRIPT[language]["gone" if gone else "failed"]}, 404 if gone else 503)

    return shown


def _shelf(visitor: Session, meeting: str) -> Shelf:
    return visitor.assistant_for(meeting).index.shelf


# --- the record ---------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _outline(shelf: Shelf, meeting: str, language: Language, version: tuple[int, str]) -> dict[str, Any]:
    """Kept per version of the meeting: making it takes the text of all turns."""
    return outline(shelf.meeting(meeting), shelf.turns(meeting), language)


@lru_cache(maxsize=64)
def _interruptions(shelf: Shelf, meeting: str, version: tuple[int, str]) -> frozenset[int]:
    """The turns that break in on somebody's speech; kept, as above."""
    return frozenset(place.turn.number for place in exchange(shelf.turns(meeting), shelf.events(meeting)).interruptions())


def _version(shelf: Shelf, meeting: str) -> tuple[int, str]:
    now = shelf.visible((meeting,))[0]
    return now.gen, now.sha


@router.get("/record/outline")
@_plainly
def plan(visitor: Visitor, meeting: Meeting, lang: Language = "nl") -> dict[str, Any]:
    """What a reader needs to find a way in a record: see `rag.render.record.outline`."""
    shelf = _shelf(visitor, meeting)
    return _outline(shelf, meeting, lang, _version(shelf, meeting))


@router.get("/record/turns")
@_plainly
def window(visitor: Visitor, meeting: Meeting, first: Number, last: Number, lang: Language = "nl") -> dict[str, Any]:
    """Turns first to last as encoded HTML; inside JSON, so that no one can open it as a page of its own."""
    shelf = _shelf(visitor, meeting)
    numbers = range(first, min(last, first + MOST_TURNS - 1) + 1)
    found = shelf.turns_of((meeting, n) for n in (first - 1, *numbers))
    turns = [found[meeting, n] for n in numbers if (meeting, n) in found]
    before = found.get((meeting, first - 1))
    breaking_in = _interruptions(shelf, meeting, _version(shelf, meeting))
    html = record_window_html(turns, shelf.events(meeting), shelf.motions(meeting), before, breaking_in, lang)
    return {"html": html, "first": first, "last": turns[-1].number if turns else None}


@router.get("/record/find")
@_plainly
def look(visitor: Visitor, meeting: Meeting, q: Annotated[str, Query(max_length=500)], lang: Language = "nl") -> dict[str, Any]:
    """Where words stand in a record: turns with offsets, and a line around the first place, as plain text."""
    places, total = finding.find(_shelf(visitor, meeting).turns(meeting), q)
    rows = [
        {
            "turn": p.turn.number,
            "speaker": p.turn.speaker.called(lang),
            "page": p.turn.page_at(p.spans[0][0]),
            "spans": p.spans,
            "snippet": finding.snippet(p),
        }
        for p in places
    ]
    return {"total": total, "places": rows}


@router.get("/record/sentences")
@_plainly
def sentences(visitor: Visitor, meeting: Meeting, turn: Number, lang: Language = "nl") -> dict[str, Any]:
    """Where the sentences of a turn stand that someone may be quoted for, to choose from without a mouse."""
    return {"sentences": sentences_of(_shelf(visitor, meeting).turn(meeting, turn))}


@router.post("/record/quote")
@_plainly
def quote(visitor: Visitor, chosen: Selection) -> dict[str, Any]:
    """Selected words as a quote with its official reference, its words taken from the record here."""
    shelf = _shelf(visitor, chosen.meeting)
    turn = shelf.turn(chosen.meeting, chosen.turn)
    found = select(turn, chosen.start, chosen.end, shelf.meeting(chosen.meeting).reference, chosen.lang)
    whole, words = (_copy_json(one, chosen.lang) for one in (found.whole, found.words))
    return {"whole": whole, "words": words, "snapped": found.snapped, "why": found.why}


def _copy_json(citation: Citation | None, language: Language) -> dict[str, Any] | None:
    if citation is None:
        return None
    return {**place_json(citation.quote), "reference": citation.reference, "copy": copied(citation, language)}


# --- the page's own files -----------------------------------------------------------------------


# a selector of ours stands at the start of a line, alone or before a comma
_OURS = re.compile(r"^([ \t]*)((?:mark)?\.g[fp]-|#gp-)", re.M)


def lifted(css: str) -> str:
    """A style sheet with ``:root:root`` before every selector that starts with a class or id of ours.

    Gradio styles whatever stands in its pages by ``.gradio-container .prose *`` and ``.gradio-container button``; a single class of
    ours would lose from those, and the order of the sheets would not help.
    """
    return _OURS.sub(r"\1:root:root \2", css)


@lru_cache(maxsize=1)
def _files() -> dict[str, tuple[bytes, str, str]]:
    """Name to content, kind and fingerprint; only what is listed here is served."""
    found = {}
    for path in sorted(STATIC.iterdir()):
        if path.suffix in KINDS:
            text = path.read_text(encoding="utf-8")
            data = (lifted(text) if path.suffix == ".css" else text).encode()
            found[path.name] = (data, KINDS[path.suffix], hashlib.sha256(data).hexdigest()[:20])
    return found


@router.get("/static/{name}")
def static(name: str, request: Request) -> Response:
    """A style sheet or script of the page, asked for again only when it changed."""
    if name not in _files():
        return _private({"message": "Dit bestand is er niet."}, 404)
    data, kind, tag = _files()[name]
    headers = {"ETag": f'"{tag}"', **PUBLIC}
    if f'"{tag}"' in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=kind, headers=headers)


@router.get("/words")
def page_words() -> Response:
    """What the page's script says, in both languages."""
    return JSONResponse({language: SCRIPT[language] for language in get_args(Language)}, headers=PUBLIC)
