"""The real app in a process of its own, on loopback, with a watch on where it tries to go."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# every connection that leaves loopback is written down and refused
_WATCHED = """
import ipaddress, runpy, socket, sys
log, sys.argv = sys.argv[1], sys.argv[2:]
def local(address):
    if not isinstance(address, tuple):
        return True
    try:
        return ipaddress.ip_address(str(address[0]).split("%")[0]).is_loopback
    except ValueError:
        return str(address[0]) in {"", "localhost"}
for name in ("connect", "connect_ex"):
    def guarded(self, address, *rest, _real=getattr(socket.socket, name)):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not local(address):
            open(log, "a").write(f"{address}\\n")
            raise OSError("not in a test")
        return _real(self, address, *rest)
    setattr(socket.socket, name, guarded)
real = socket.getaddrinfo
def getaddrinfo(host, *rest, **named):
    if host is not None and not local((host.decode() if isinstance(host, bytes) else host,)):
        open(log, "a").write(f"{host}\\n")
        raise socket.gaierror("not in a test")
    return real(host, *rest, **named)
socket.getaddrinfo = getaddrinfo
sys.path.insert(0, sys.path[0])
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@dataclass(frozen=True)
class Served:
    """A running app: its address, its home, and the file that holds where it tried to go."""

    url: str
    home: Path
    log: Path

    @property
    def strayed(self) -> str:
        return self.log.read_text() if self.log.exists() else ""


@contextmanager
def serving(home: Path, *options: str, env: dict[str, str] | None = None) -> Iterator[Served]:
    """`python app.py` over a home, until the block ends.

    Args:
        home: it is made when it is not there.
        options: of `griffier serve`.
        env: settings on top of a clean environment.
    """
    log = home.with_suffix(".strayed")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("GRIFFIER_", "OPENAI_", "CHROMA_"))}
    command = [sys.executable, "-c", _WATCHED, str(log), str(ROOT / "app.py"), "--port", "0", "--home", str(home), *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=home.parent, env={**clean, "PYTHONPATH": str(ROOT), **(env or {})}
    )
    try:
        line = process.stdout.readline() if process.stdout else ""
        assert "http://" in line, f"the app did not start: {line}"
        yield Served(line.split("http://")[1].split("/")[0].join(("http://", "")), home, log)
    finally:
        process.terminate()
        process.wait(15)
        if process.stdout:
            process.stdout.close()


@contextmanager
def proxied(target: str, path: str) -> Iterator[str]:
    """A reverse proxy on loopback that takes a path off, as nginx does with a slash at the end of proxy_pass.

    Args:
        target: the address behind it.
        path: what it takes off ("/debat").
    """

    class Passing(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

        def passed(self) -> None:
            if self.path == "/favicon.ico":  # browsers ask the top of the host for it, whatever stands there
                self.send_response(204)
                self.end_headers()
                return
            if not self.path.startswith(path + "/"):
                self.send_error(404)
                return
            behind = http.client.HTTPConnection(target.removeprefix("http://"), timeout=60)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            kept = {k: v for k, v in self.headers.items() if k.lower() not in {"connection", "accept-encoding"}}
            behind.request(self.command, self.path.removeprefix(path), body, {**kept, "X-Forwarded-Proto": "http"})
            reply = behind.getresponse()
            self.send_response(reply.status)
            for name, value in reply.getheaders():
                if name.lower() not in {"transfer-encoding", "connection"}:
                    self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            while part := reply.read1(65536):
                self.wfile.write(part)
            behind.close()
            self.close_connection = True

        do_GET = do_POST = passed

    server = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class Visitor:
    """Someone with a cookie jar of their own, speaking HTTP to a running app."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.jar = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), _Stay())

    def send(
        self, path: str, data: bytes | None = None, headers: dict[str, str] | None = None, timeout: float = 60
    ) -> tuple[int, bytes, Any]:
        """Status, body and headers of a request; every status comes back, none raises."""
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/octet-stream", **(headers or {})})
        try:
            with self._opener.open(request, timeout=timeout) as reply:
                return reply.status, reply.read(), reply.headers
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read(), error.headers

    def call(self, ability: str, arguments: Sequence[Any]) -> Any:
        """One ability by name over Gradio's API, as a script without a library would."""
        body = json.dumps({"data": list(arguments)}).encode()
        status, reply, _ = self.send(f"/gradio_api/call/{ability}", body, {"Content-Type": "application/json"})
        assert status == 200, reply
        status, stream, _ = self.send(f"/gradio_api/call/{ability}/{json.loads(reply)['event_id']}")
        assert status == 200 and b"event: complete" in stream, stream[-500:]
        return json.loads(stream.decode().rsplit("data: ", 1)[1])[0]

    def ask(self, question: str) -> Any:
        """An answer in the contract's JSON."""
        return self.call("ask", [question, None, "", "", "", "", "", True])

    def upload(self, name: str, data: bytes) -> dict[str, Any]:
        """A file as the page sends it; the last line of the reply."""
        _, reply, _ = self.send(f"/upload?name={urllib.parse.quote(name)}", data)
        found: dict[str, Any] = json.loads(reply.decode().strip().splitlines()[-1])
        return found


class _Stay(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None
