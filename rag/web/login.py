"""The door: name and password in, a fresh session out."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs

from fastapi import APIRouter, Request  # noqa: TID251  this room is fastapi's door
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response  # noqa: TID251  this room is fastapi's door

from rag.render.page import login_html
from rag.web.guard import cookie_of
from rag.web.sessions import Sessions, session_of
from rag.web.users import Users


def login_routes(sessions: Sessions, users: Users) -> APIRouter:
    """GET and POST /login, and POST /logout."""
    router = APIRouter()
    hashing = asyncio.Semaphore(2)  # a hash takes 32 MB and a tenth of a second on purpose

    @router.get("/login")
    async def form(request: Request) -> HTMLResponse:
        return HTMLResponse(login_html(session_of(request).language))

    @router.post("/login")
    async def login(request: Request) -> Response:
        fields = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
        name, password = (fields.get(key, [""])[0][:200] for key in ("username", "password"))
        address = request.client.host if request.client else ""
        language = session_of(request).language
        wait = users.wait(name, address)
        if wait > 0:
            return HTMLResponse(login_html(language, "wait", round(wait) + 1), 429, {"retry-after": str(round(wait) + 1)})
        async with hashing:
            right = await asyncio.to_thread(users.check, name, password, address)
        if not right:
            return HTMLResponse(login_html(language, "wrong"), 401)
        old = session_of(request)
        sessions.end(old)  # a new session for whoever logged in: a cookie planted before is worth nothing
        session = sessions.new()
        session.user, session.language = name, old.language
        home = request.scope.get("root_path", "") + "/"
        reply: Response = RedirectResponse(home, 303) if "text/html" in request.headers.get("accept", "") else PlainTextResponse("ok")
        reply.headers.append("set-cookie", cookie_of(session, dict(request.scope)))
        return reply

    @router.post("/logout")
    async def logout(request: Request) -> Response:
        sessions.end(session_of(request))
        return RedirectResponse(request.scope.get("root_path", "") + "/login", 303)

    return router
