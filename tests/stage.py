"""A page of our own around the real routes: what the tests of the record are played on."""

from __future__ import annotations

import os
import re
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from fastapi import FastAPI, Request  # noqa: TID251  a test server around the real routes
from fastapi.responses import HTMLResponse  # noqa: TID251  as above
from starlette.middleware.base import BaseHTTPMiddleware  # noqa: TID251  as above

from rag.assistant import Assistant
from rag.types import AgendaItem, Event, Meeting, Speaker, Transcript, Turn
from rag.web.record import router
from rag.web.sessions import Session

ROOT = Path(__file__).resolve().parent.parent
CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; frame-src 'none'; object-src 'none'; base-uri 'self'"
)


def slowed(page: Any) -> Any:
    """With SLOW_BROWSER=4 in the environment, a page whose processor is four times slower and whose replies take .3 s: to look for races."""
    if rate := os.environ.get("SLOW_BROWSER"):
        tools = page.context.new_cdp_session(page)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": float(rate)})
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", {"offline": False, "latency": 300, "downloadThroughput": -1, "uploadThroughput": -1})
    return page


class Window:
    """A window of a browser, in which everything that goes wrong or astray is noted."""

    def __init__(self, browser: Any, url: str, width: int, height: int, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": width, "height": height}, "reduced_motion": "reduce", **options})
        self.page = slowed(self.context.new_page())
        self.url, self.requests, self.errors = url, list[str](), list[str]()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self.hears)
        self.page.on("dialog", lambda dialog: self.errors.append(dialog.message))

    def hears(self, said: Any) -> None:
        # of its own streams, cut off when a page is left, Gradio's script complains at times
        if said.type == "error" and not re.search("signal is aborted|Connection errored out", said.text):
            self.errors.append(said.text)

    def picture(self, name: str, whole: bool = False) -> None:
        """Keeps what is on the screen for a person to look at."""
        folder = ROOT / "screens"
        folder.mkdir(exist_ok=True)
        self.page.screenshot(path=str(folder / f"{name}.png"), full_page=whole)

    def check(self) -> None:
        """Nothing went wrong, and nothing was asked of another server."""
        assert not self.errors, self.errors
        astray = [url for url in self.requests if not url.startswith((self.url, "data:", "blob:"))]
        assert not astray, astray


class Stage:
    """The page's body, changed by a test, and where it stands."""

    def __init__(self) -> None:
        self.body = ""
        self.url = ""


def app_of(assistant: Assistant, stage: Stage) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    session = Session("token", assistant, None)

    async def with_session(request: Request, go: Any) -> Any:
        request.scope["griffier.session"] = session
        response = await go(request)
        response.headers["Content-Security-Policy"] = CSP
        return response

    app.add_middleware(BaseHTTPMiddleware, dispatch=with_session)
    app.include_router(router)

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(
            '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>griffier</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
            '<link rel="stylesheet" href="/griffier/static/griffier.css"><script type="module" src="/griffier/static/griffier.js"></script>'
            "<style>body{margin:0;background:var(--gf-paper)} main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem}</style></head>"
            f"<body><main><h1 class='gf-said'>griffier</h1>{stage.body}</main></body></html>"
        )

    return app


@contextmanager
def serving(app: FastAPI, lifespan: Literal["on", "off"] = "off") -> Iterator[str]:
    """The app on a free port of loopback, for as long as the block runs."""
    import uvicorn  # noqa: TID251  a test server

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan=lifespan))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def shelve(assistant: Assistant, meeting: Meeting, turns: Sequence[Turn], events: Sequence[Event] = ()) -> None:
    """Puts a made-up meeting into the real index."""
    from contextlib import closing

    from rag.index import Index

    assistant.close()
    with closing(Index.open(assistant.settings, write=True)) as index:
        index.ingest(
            Transcript(meeting, tuple(turns), "", (), tuple(events)), f"{meeting} {len(turns)} {turns[0].text}".encode(), "made up"
        )


def long_debate(count: int = 5000) -> tuple[Meeting, list[Turn]]:
    """A debate of many turns, of 10 to 150 words, over pages."""
    people = [("Van Dijk", "SP"), ("De Vries", "VVD"), ("Öztürk", "DENK"), ("Bakker", "Groep Bakker"), ("Smit", "CDA")]
    turns = []
    for n in range(1, count + 1):
        name, party = people[n % 5]
        speaker = Speaker("De Wit", None, "chair") if n % 4 == 1 else Speaker(name, party, "member")
        size = 1 + (n * 7919) % 5 if n % 9 else 16
        body = " ".join(f"Zin {i} van beurt {n} gaat over onderwerp {n * 31 % 97}." for i in range(1, size + 1))
        text = f"Voorzitter. {body}\nTot zover mijn bijdrage in beurt {n}."
        turns.append(Turn("h-lang", n, speaker, f"{name}:", text, ((0, 1 + n // 6),)))
    return Meeting(
        "h-lang",
        "Een lang debat",
        "plenair",
        None,
        "2024-02-29",
        "gecorrigeerd",
        "made",
        "nl",
        "Handelingen II 2023/24, nr. 1, item 2",
        900,
    ), turns


def hostile_debate(payloads: Sequence[str]) -> tuple[Meeting, list[Turn], list[Event]]:
    """A debate in which every field that comes from outside holds a payload."""
    turns, events = [], []
    for n, payload in enumerate(payloads, 1):
        speaker = Speaker(payload, payload, "member") if n % 2 else Speaker(payload, None, "government", payload)
        turns.append(
            Turn(
                "h-boos",
                n,
                speaker,
                payload,
                f"Eerst gewone woorden {n}. {payload}\n{payload}",
                ((0, 1 + n // 5),),
                ((0, 10),) if n % 7 == 0 else (),
            )
        )
        events.append(Event("other" if n % 2 else "subject", payload, n))
    meeting = Meeting(
        "h-boos",
        payloads[2],
        payloads[3],
        payloads[4],
        payloads[5],
        payloads[6],
        payloads[7],
        "nl",
        payloads[8],
        20,
        agenda=(AgendaItem(payloads[9]),),
    )
    return meeting, turns, events
