"""Our style sheets as they are served: every selector of ours weighs more than Gradio's own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter, Request  # noqa: TID251  this room is fastapi's door
from fastapi.responses import Response  # noqa: TID251  as above

STATIC = Path(__file__).parent / "static"
SHEETS = ("griffier.css", "app.css")
# a selector of ours stands at the start of a line, alone or before a comma
_OURS = re.compile(r"^([ \t]*)((?:mark)?\.g[fp]-|#gp-)", re.M)


def lifted(css: str) -> str:
    """A style sheet with ``:root:root`` before every selector that starts with a class or id of ours.

    Gradio styles whatever stands in its pages by ``.gradio-container .prose *`` and ``.gradio-container button``; a single class of
    ours would lose from those, and the order of the sheets would not help.
    """
    return _OURS.sub(r"\1:root:root \2", css)


@lru_cache(maxsize=4)
def _sheet(name: str) -> tuple[bytes, str]:
    data = lifted((STATIC / name).read_text(encoding="utf-8")).encode()
    return data, hashlib.sha256(data).hexdigest()[:20]


def style_routes() -> APIRouter:
    """GET of our style sheets; comes before `rag.web.record`, which serves the other files of the page."""
    made = APIRouter(include_in_schema=False)
    for name in SHEETS:
        made.add_api_route(f"/griffier/static/{name}", _served(name))
    return made


def _served(name: str) -> Callable[[Request], Response]:
    def sheet(request: Request) -> Response:
        data, tag = _sheet(name)
        headers = {"etag": f'"{tag}"', "cache-control": "public, no-cache"}
        if f'"{tag}"' in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(data, media_type="text/css; charset=utf-8", headers=headers)

    return sheet
