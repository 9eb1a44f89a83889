"""The site: our own FastAPI, with the page mounted in it and the guard around it."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import re
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI  # noqa: TID251  this room is fastapi's door
from fastapi.responses import RedirectResponse, Response  # noqa: TID251  as above
from starlette.middleware.cors import CORSMiddleware  # noqa: TID251  this room is starlette's door
from starlette.middleware.trustedhost import TrustedHostMiddleware  # noqa: TID251  this room is starlette's door

from rag.assistant import Assistant
from rag.errors import UserError
from rag.messages import cause
from rag.render.page import ICON_SVG
from rag.web import record
from rag.web.downloads import download_routes
from rag.web.guard import Guard
from rag.web.sessions import Sessions
from rag.web.uploads import upload_routes
from rag.web.users import Users

LOOPBACK = ("localhost", "127.0.0.1")
OWN = re.compile(r"/griffier/(?:[a-z]+|record/[a-z]+|static/[a-z-]+\.(?:css|js))|/login|/logout|/upload|/remove|/download(?:/[a-z]+)?")
UPLOADS = re.compile(r"/upload")

Mount = Callable[[FastAPI, Sessions, str, bool], FastAPI]


@dataclass(frozen=True, slots=True)
class Door:
    """Where and for whom the site is open.

    ``host`` other than loopback needs ``users``. ``hosts``: names by which browsers may call it. ``shared``: uploads go to everyone.
    """

    host: str = "127.0.0.1"
    port: int = 7860
    users: Path | None = None
    shared: bool = False
    root_path: str = ""
    hosts: tuple[str, ...] = ()


def build_site(assistant: Assistant, door: Door, mount: Mount) -> FastAPI:
    """The whole site around a page.

    Args:
        assistant: over the shared collection.
        door: where and for whom.
        mount: puts the Gradio page in the FastAPI; it comes from app.py, Gradio's only door.

    Raises:
        UserError: the address is open to others and no users are set, or nobody could call it.
        SettingError: the users file cannot be used.
    """
    hosts = _hosts(door)
    users = Users(door.users) if door.users else None
    sessions = Sessions(assistant, door.shared)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        sessions.seed.start()
        yield
        sessions.close()

    site = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=life)
    site.include_router(record.router)
    site.include_router(upload_routes())
    site.include_router(download_routes())
    if users is not None:
        from rag.web.login import login_routes

        site.include_router(login_routes(sessions, users))
    other = "nl" if assistant.settings.griffier_lang == "en" else "en"
    for path in ("/favicon.ico", f"/{other}/favicon.ico"):
        site.add_api_route(path, lambda: Response(ICON_SVG, media_type="image/svg+xml"), include_in_schema=False)
    site.add_api_route(f"/{other}", lambda: RedirectResponse(f"{door.root_path}/{other}/"), include_in_schema=False)
    site = mount(site, sessions, door.root_path, users is not None)
    site.add_middleware(Guard, sessions=sessions, users=users, own=OWN, uploads=UPLOADS)
    site.add_middleware(CORSMiddleware, allow_origins=[])
    site.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    return site


def _hosts(door: Door) -> tuple[str, ...]:
    """The names under which the site answers. Raises UserError as `build_site` does."""
    if door.host == "localhost" or _address(door.host, "is_loopback"):
        return (*LOOPBACK, *door.hosts)
    if door.users is None:
        raise UserError(
            "Op het adres {host} kunnen anderen erbij. Geef met --auth een bestand met gebruikers, of gebruik het adres 127.0.0.1.",
            host=door.host,
        )
    if _address(door.host, "is_unspecified") and not door.hosts:
        raise UserError("Het adres {host} heeft geen naam. Noem met --allow-host de naam waaronder browsers het bereiken.", host=door.host)
    own = () if _address(door.host, "is_unspecified") else (door.host,)
    return (*LOOPBACK, *own, *door.hosts)


def _address(host: str, kind: str) -> bool:
    try:
        return bool(getattr(ipaddress.ip_address(host), kind))
    except ValueError:
        return False


def run(assistant: Assistant, door: Door, mount: Mount, said: Callable[[str], None]) -> None:
    """Serves until it is stopped; ``said`` is told the address once it answers.

    Raises:
        UserError: see `build_site`; or the port is taken.
    """
    import uvicorn  # noqa: TID251  this room is uvicorn's door

    _hosts(door)  # what cannot be is said before anything is loaded
    listener = _listen(door)
    try:
        site = build_site(assistant, door, mount)
    except BaseException:
        listener.close()
        raise
    port = listener.getsockname()[1]
    config = uvicorn.Config(site, log_level="warning", root_path=door.root_path, server_header=False, timeout_graceful_shutdown=3)
    logging.getLogger("uvicorn.error").addFilter(_is_worth_telling)
    said(f"http://{'localhost' if door.host == '127.0.0.1' else door.host}:{port}{door.root_path}/")
    uvicorn.Server(config).run(sockets=[listener])


def _listen(door: Door) -> socket.socket:
    """The door's address, taken; whoever comes from here on is waited for, not refused. Raises UserError where it cannot be taken."""
    listener = socket.socket(socket.AF_INET6 if ":" in door.host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((door.host, door.port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise UserError(
            "Poort {port} op {host} is niet te gebruiken ({why}). Kies een andere met --port.",
            port=door.port,
            host=door.host,
            why=cause(error),
        ) from None
    return listener


def _is_worth_telling(record: logging.LogRecord) -> bool:
    """Whether a line of the server's log tells something: a stream that is cut off when the server stops does not."""
    return (
        not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError)) and "timeout graceful shutdown" not in record.msg
    )
