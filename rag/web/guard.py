"""At the gate: what may come in, from whom, how much, and with which headers it leaves."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders  # noqa: TID251  this room is starlette's door
from starlette.responses import PlainTextResponse, RedirectResponse  # noqa: TID251  this room is starlette's door

from rag.web.sessions import COOKIE, Session, Sessions

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send  # noqa: TID251  this room is starlette's door

    from rag.web.users import Users

CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self' data:; form-action 'self'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'self'"
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
LONGEST_BODY = 256 * 1024  # bytes of anything that is not an upload
HASHES = 20_000
COOKIE_KEPT = 30 * 24 * 3600  # seconds; the session it names ends long before, when it is not used

# What the page needs of Gradio; all else that Gradio offers (uploads, files, proxy, monitoring, run history, docs) is not there.
_HASH = r"[A-Za-z0-9-]{1,64}"
_GRADIO = re.compile(
    rf"(?:/|/(?:en|nl)/?|(?:/en|/nl)?/(?:config/?|theme\.css|favicon\.ico|manifest\.json|robots\.txt|assets/.+|static/.+"
    rf"|gradio_api/(?:info/?|login_check/?|app_id|startup-events|theme\.css|queue/(?:join|data)|cancel|reset/?|heartbeat/{_HASH}"
    rf"|call/[a-z_]+(?:/[0-9a-f]+)?)))"
)
_STATIC = re.compile(
    r"(?:/en|/nl)?/(?:assets/|static/|theme\.css|favicon\.ico|manifest\.json|robots\.txt|gradio_api/theme\.css)|/griffier/static/"
)
_OPEN = re.compile(r"/login|/griffier/static/[^/]+\.css|/favicon\.ico|/robots\.txt")
_HASHED = re.compile(r"(?:/en|/nl)?/gradio_api/(?:queue/join|call/[a-z_]+|cancel)")


class Guard:
    """ASGI middleware around the whole app.

    Lets in only the paths that the page uses, requests from its own origin, and bodies of a bounded size; gives every visitor a
    session by an HttpOnly cookie; binds Gradio's session hashes to it, so that nobody reads another's stream; asks for a login
    where users are set.

    Args:
        app: what is guarded.
        users: None: no login.
        own: pattern of the paths of our own routes.
        uploads: pattern of the paths whose routes limit their own bodies.
    """

    def __init__(self, app: ASGIApp, sessions: Sessions, users: Users | None, own: re.Pattern[str], uploads: re.Pattern[str]) -> None:
        self._app, self._sessions, self._users = app, sessions, users
        self._own, self._uploads = own, uploads
        self._hashes: OrderedDict[str, str] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        path = scope["path"].removeprefix(scope.get("root_path", "")) or "/"
        headers = Headers(scope=scope)
        refused: ASGIApp | None = self._refuses(scope["method"], path, headers)
        session, fresh = (None, False) if refused else self._session(path, headers)
        if session is not None:
            scope["griffier.session"] = session
        refused = refused or self._asks_login(scope, path, headers, session)
        # the path of the cookie is read now: a page mounted deeper moves the root of this very scope
        send = _with_headers(send, path, cookie_of(session, scope) if session and fresh else None)
        if refused is None and not self._uploads.fullmatch(path):
            body = await _body(receive)
            receive = _replayed(body or b"", receive)
            if body is None:
                refused = PlainTextResponse("Dit bericht is te lang.", 413)
            elif session is not None and not self._owns_hash(session, path, scope, body):
                refused = PlainTextResponse("Deze sessie is niet van u.", 403)
        await (refused or self._app)(scope, receive, send)

    def _refuses(self, method: str, path: str, headers: Headers) -> PlainTextResponse | None:
        if not (self._own.fullmatch(path) or _GRADIO.fullmatch(path)) or ".." in path:
            return PlainTextResponse("Deze pagina bestaat niet.", 404)
        if method not in {"GET", "HEAD", "POST"}:
            return PlainTextResponse("Dit kan hier niet.", 405)
        origin = headers.get("origin")
        foreign = headers.get("sec-fetch-site") == "cross-site" or (origin is not None and urlsplit(origin).netloc != headers.get("host"))
        if method == "POST" and foreign:
            return PlainTextResponse("Dit verzoek komt van een andere website.", 403)
        length = headers.get("content-length", "0")
        if not self._uploads.fullmatch(path) and (not length.isdigit() or int(length) > LONGEST_BODY):
            return PlainTextResponse("Dit bericht is te lang.", 413)
        return None

    def _session(self, path: str, headers: Headers) -> tuple[Session | None, bool]:
        """The visitor's session, and whether it is new. Style sheets and the like need none."""
        session = self._sessions.find(_cookie(headers))
        if session is not None:
            return session, False
        return (None, False) if _STATIC.match(path) else (self._sessions.new(), True)

    def _asks_login(
        self, scope: Scope, path: str, headers: Headers, session: Session | None
    ) -> PlainTextResponse | RedirectResponse | None:
        if self._users is None or _OPEN.fullmatch(path):
            return None
        if session is not None and session.user is not None and self._users.known(session.user):
            return None
        if scope["method"] == "GET" and "text/html" in headers.get("accept", ""):
            return RedirectResponse(f"{scope.get('root_path', '')}/login", 303)
        return PlainTextResponse("Log eerst in.", 401)

    def _owns_hash(self, session: Session, path: str, scope: Scope, body: bytes) -> bool:
        """Whether the Gradio session hash in a request is this visitor's; one that nobody has yet becomes theirs."""
        found: Any = None
        if _HASHED.fullmatch(path):
            try:
                found = json.loads(body).get("session_hash")
            except (ValueError, AttributeError):
                return path.endswith("/join") is False
        elif path.endswith("/queue/data"):
            found = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("session_hash", [None])[0]
        elif "/gradio_api/heartbeat/" in path:
            found = path.rpartition("/")[2]
        if found is None:
            return True
        owner = self._hashes.setdefault(str(found), session.token)
        self._hashes.move_to_end(str(found))
        while len(self._hashes) > HASHES:
            self._hashes.popitem(last=False)
        return owner == session.token


def _cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def cookie_of(session: Session, scope: Scope) -> str:
    """The Set-Cookie line of a session: not readable by scripts, not sent by other sites' forms, over TLS only where there is TLS.

    It outlives the browser window, so that what was uploaded is there again; that of whoever logged in does not.
    """
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    kept = "" if session.user else f"; Max-Age={COOKIE_KEPT}"
    return f"{COOKIE}={session.token}; Path={scope.get('root_path', '') or '/'}; HttpOnly; SameSite=Lax{kept}{secure}"


def _with_headers(send: Send, path: str, cookie: str | None) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            if not _STATIC.match(path):
                headers["cache-control"] = "no-store"
            if cookie is not None and "set-cookie" not in headers:
                headers.append("set-cookie", cookie)
        await send(message)

    return sent


async def _body(receive: Receive) -> bytes | None:
    """The whole body, or None when it is longer than it may be."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        body += message.get("body", b"")  # of a client that goes away there is none
        more = bool(message.get("more_body"))
        if len(body) > LONGEST_BODY:
            return None
    return bytes(body)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """The body once more, and after it whatever comes (a client that goes away)."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return messages.pop() if messages else await receive()

    return again
