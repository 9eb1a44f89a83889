"""The site around the page: who may come in, what they may see, and what leaves."""

from __future__ import annotations

import asyncio
import csv
import html
import io
import json
import stat
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from rag.assistant import Assistant
from rag.errors import SettingError, UserError
from rag.settings import load
from rag.types import Filter, Language
from rag.web import rooms, talk, uploads
from rag.web.record import lifted
from rag.web.sessions import COOKIE, FOLDER, IDLE, Sessions
from rag.web.site import Door, build_site
from rag.web.users import Users, add, hashed, matches
from tests.debates import over, printed
from tests.served import Served, Visitor
from tests.test_layered import OWN

QUESTION = "Wat vindt de SP van het programma Samen tegen mensenhandel?"


# --- what the site lets in and out ----------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/en/", "/config", "/griffier/words", "/griffier/static/app.css", "/gradio_api/info"])
def test_every_page_leaves_with_a_policy(served: Served, path: str) -> None:
    """Nothing from elsewhere may be loaded, framed, submitted to or sniffed, and nobody else's page may read the answer."""
    status, _, headers = Visitor(served.url).send(path, headers={"Origin": "https://evil.example"})
    assert status == 200
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy and "'unsafe-eval'" not in policy and "http" not in policy
    assert "frame-ancestors 'none'" in policy and "object-src 'none'" in policy and "base-uri 'self'" in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
    assert headers.get("access-control-allow-origin") is None and headers.get("access-control-allow-credentials") is None


@pytest.mark.parametrize(
    "path",
    [
        "/docs",
        "/redoc",
        "/openapi.json",
        "/gradio_api/openapi.json",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=https://evil.example/x",
        "/gradio_api/file/etc/passwd",
        "/file=/etc/passwd",
        "/gradio_api/proxy=https://evil.example/",
        "/proxy=https://evil.example/",
        "/gradio_api/upload",
        "/upload_progress",
        "/gradio_api/upload_progress?upload_id=1",
        "/gradio_api/runs",
        "/gradio_api/run-history/records",
        "/gradio_api/deep_link",
        "/monitoring",
        "/monitoring/summary",
        "/gradio_api/token",
        "/gradio_api/dev/reload",
        "/gradio_api/stream/abc/1/2/playlist.m3u8",
        "/gradio_api/custom_component/1/client/component/index.js",
        "/gradio_api/vibe-code/",
        "/gradio_api/call/v2/ask",
        "/en/gradio_api/upload",
        "/en/gradio_api/file=/etc/passwd",
        "/griffier/static/..%2f..%2fsessions.py",
        "/griffier/static/%2e%2e/%2e%2e/site.py",
        "/assets/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd",
        "/static/../../../../../../etc/passwd",
    ],
)
def test_what_the_page_does_not_need_is_not_there(served: Served, path: str) -> None:
    """Files of the machine, proxies, monitoring, run history, docs and uploads of Gradio's own are not served, to reading or writing."""
    for data in (None, b"{}"):
        status, body, _ = Visitor(served.url).send(path, data)
        assert status in {404, 405}, (path, status)
        assert b"root:" not in body and b"class Session" not in body


def test_a_page_finds_its_server_again(served: Served) -> None:
    """What an open page asks after the server was away is answered, so that it loads anew; it is no more than the page holds already."""
    visitor = Visitor(served.url)
    told = json.loads(visitor.send("/gradio_api/app_id")[1])
    assert told == {"app_id": json.loads(visitor.send("/config")[1])["app_id"]}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_another_host_name_is_refused(served: Served, host: str) -> None:
    """A name that points at this machine from elsewhere (DNS rebinding) gets nothing."""
    assert Visitor(served.url).send("/", headers={"Host": host})[0] == 400


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_website_cannot_send(served: Served, headers: dict[str, str]) -> None:
    """A form or script on another website cannot ask, upload or log out in a visitor's name."""
    for path in ("/upload?name=x", "/gradio_api/call/ask", "/gradio_api/queue/join"):
        assert Visitor(served.url).send(path, b"{}", headers)[0] == 403


def test_a_preflight_from_elsewhere_is_refused(served: Served) -> None:
    """Asking beforehand whether another website may send gets no permission."""
    import http.client

    connection = http.client.HTTPConnection(served.url.removeprefix("http://"))
    connection.request("OPTIONS", "/upload", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"})
    reply = connection.getresponse()
    assert reply.status >= 400 and reply.getheader("access-control-allow-origin") is None
    connection.close()


def test_a_long_message_is_refused(served: Served) -> None:
    """A body of megabytes is refused by its announced length, and as it comes in when it announces none."""
    import http.client

    assert Visitor(served.url).send("/gradio_api/call/ask", b"x" * 300_000)[0] == 413
    connection = http.client.HTTPConnection(served.url.removeprefix("http://"))
    connection.putrequest("POST", "/gradio_api/call/ask")
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    for _ in range(5):
        connection.send(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
    connection.send(b"0\r\n\r\n")
    assert connection.getresponse().status == 413
    connection.close()


def test_the_cookie_is_out_of_reach(served: Served) -> None:
    """The session's cookie cannot be read by scripts nor sent along by other sites' forms, and style sheets set none. Whichever page gave
    it, it is for the whole site, and it outlives the browser window: what was uploaded is there again."""
    for path in ("/", "/en/"):
        _, _, headers = Visitor(served.url).send(path)
        first, *parts = headers["set-cookie"].split("; ")
        assert first.startswith(f"{COOKIE}=") and {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(parts)
        assert any(part.startswith("Max-Age=") for part in parts)
    assert Visitor(served.url).send("/griffier/static/app.css")[2]["set-cookie"] is None


def test_nobody_reads_another_visitors_stream(served: Served) -> None:
    """Gradio's session hash belongs to the visitor who used it first: another one cannot join, read, cancel or end it."""
    one, other = Visitor(served.url), Visitor(served.url)
    one.send("/"), other.send("/")
    body = json.dumps({"data": ["x"], "fn_index": 0, "session_hash": "abc123"}).encode()
    kind = {"Content-Type": "application/json"}
    assert one.send("/gradio_api/queue/join", body, kind)[0] == 200
    assert other.send("/gradio_api/queue/join", body, kind)[0] == 403
    assert other.send("/gradio_api/queue/data?session_hash=abc123")[0] == 403
    assert other.send("/gradio_api/call/ask", body, kind)[0] == 403
    assert other.send("/gradio_api/cancel", body, kind)[0] == 403
    assert other.send("/gradio_api/heartbeat/abc123")[0] == 403


def test_the_server_itself_stays_on_loopback(served: Served) -> None:
    """Starting, serving and answering makes no connection to elsewhere."""
    assert Visitor(served.url).ask(QUESTION)["status"] == "answered"
    assert served.strayed == ""


# --- uploads --------------------------------------------------------------------------------------


def test_an_upload_is_the_visitors_own(served: Served) -> None:
    """What one visitor uploads is answered from, read and listed by them, and is not there for another."""
    one, other = Visitor(served.url), Visitor(served.url)
    one.send("/"), other.send("/")
    done = one.upload("visserij.txt", OWN.encode())
    assert done["status"] == "added" and done["turns"] == 4
    meeting = done["meeting"]
    question = "Wat wil GroenLinks voor de garnalenvissers?"
    assert one.ask(question)["citations"][0]["meeting"] == meeting
    assert other.ask(question)["status"] == "declined"
    place = f"/griffier/record/outline?meeting={meeting}"
    assert one.send(place)[0] == 200 and other.send(place)[0] == 404
    assert one.send(f"/download/commitments?meeting={meeting}&form=csv")[0] == 200
    assert other.send(f"/download/commitments?meeting={meeting}&form=csv")[0] == 404
    assert other.send(f"/remove?meeting={meeting}", b"")[0] == 404
    assert one.send(f"/remove?meeting={meeting}", b"")[0] == 200
    assert one.send("/remove?meeting=kst-28638-178", b"")[0] == 404  # the shared debate is not theirs to remove


@pytest.mark.parametrize("kind", ["commitments", "questions"])
def test_the_ledgers_files_hold_what_the_screen_shows(assistant: Assistant, served: Served, kind: str) -> None:
    """Every choice of filters stands in the links on the screen; the file holds exactly those rows and its name says the choice."""
    chosen: list[tuple[str, Any, str]] = [
        ("", "", "x"),
        ("CDA", "", "x-CDA"),
        ("", True, "x-met-termijn"),
        ("SP", True, "x-SP-met-termijn"),
    ]
    if kind == "questions":
        chosen = [("", "", "x"), ("SP", "", "x-SP"), ("", "open", "x-niet-beantwoord"), ("VVD", "partly", "x-VVD-deels-beantwoord")]
    counts = []
    for party, second, name in chosen:
        show = rooms.asked if kind == "questions" else rooms.promised
        shown = show(assistant, "kst-28638-178", party, second, "", "nl")
        link = html.unescape(shown.split('href="')[1].split('"')[0])  # the CSV is the first
        status, data, headers = Visitor(served.url).send(link)
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]
        assert status == 200 and len(rows) == shown.count("<li>") > 0
        stem = name.replace("x", "kst-28638-178-" + {"questions": "vragen", "commitments": "toezeggingen"}[kind], 1)
        assert str(headers["content-disposition"]).endswith(f"{stem}.csv")
        counts.append(len(rows))
    assert counts[0] > max(counts[1:])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leeg.txt", b""),
        ("brief.txt", b"Geachte voorzitter, hierbij een brief."),
        ("x.pdf", b"%PDF-1.7 kapot"),
        ("x.bin", bytes(range(256))),
    ],
)
def test_a_bad_file_gets_its_message_and_a_good_one_goes_in(served: Served, name: str, data: bytes) -> None:
    """A file that is no transcript is refused in plain words; the next file goes in."""
    visitor = Visitor(served.url)
    visitor.send("/")
    failed = visitor.upload(name, data)
    assert failed["reason"] and "Traceback" not in failed["reason"] and str(served.home) not in failed["reason"]
    assert visitor.upload("goed.txt", OWN.encode())["status"] == "added"


def test_what_goes_wrong_is_said_in_the_visitors_language(assistant: Assistant, served: Served) -> None:
    """Every part of the page words a failure in the language of the page it stands on: a download, a room, a question, an upload."""
    sessions = Sessions(assistant)
    visitor = sessions.new()
    says: dict[Language, tuple[str, str]] = {
        "nl": ("Er is geen vergadering x", "Het bestand is leeg"),
        "en": ("There is no meeting x", "The file is empty"),
    }
    for language, (gone, empty) in says.items():
        _, page, _ = Visitor(served.url).send(f"/download/summary?meeting=x&party=SP&form=pdf&lang={language}")
        shown = [page.decode(), rooms.party_page(visitor, "x", "SP", "", language), rooms.asked(assistant, "x", "", "", "", language)]
        states = talk.states(assistant, "Wat?", Filter(meetings=("x",)), (), True, language)
        shown.append(list(states)[-1].html)
        assert [gone in html.unescape(text) for text in shown] == [True] * 4, language
        visitor.language = language
        told = _all(uploads._lines(visitor, b"", "leeg.txt", asyncio.Semaphore(1)))
        assert empty in json.loads(told[-1])["reason"]
    sessions.close()


def _all(lines: AsyncIterator[str]) -> list[str]:
    async def take() -> list[str]:
        return [line async for line in lines]

    with ThreadPoolExecutor(1) as pool:  # a thread of its own: the browser of other tests keeps a loop running in this one
        return pool.submit(lambda: asyncio.run(take())).result()


def test_a_file_that_is_too_big_is_refused_at_once(served: Served) -> None:
    """The announced length is enough to refuse a file: nothing is read into memory."""
    import http.client

    connection = http.client.HTTPConnection(served.url.removeprefix("http://"))
    connection.putrequest("POST", "/upload?name=groot.txt")
    connection.putheader("Content-Length", str(2**31))
    connection.endheaders()
    reply = connection.getresponse()
    assert reply.status == 413 and "MB" in json.loads(reply.read())["reason"]
    connection.close()


def test_the_number_of_uploads_is_limited(assistant: Assistant) -> None:
    """A session takes so many files and bytes, and no more."""
    sessions = Sessions(assistant)
    session = sessions.new()
    assert session.takes(10, files=2, total=100)
    session.take(OWN.encode(), "een.txt")
    assert not session.takes(10, files=1, total=10**6) and not session.takes(10, files=9, total=len(OWN))
    sessions.close()


def test_with_shared_uploads_everyone_sees_them(tmp_path: Path) -> None:
    """With --shared, what one visitor uploads is there for the other, and stays when the session ends."""
    shared = Assistant(load(home=tmp_path / "home"))
    sessions = Sessions(shared, together=True)
    one, other = sessions.new(), sessions.new()
    meeting = one.take(OWN.encode(), "een.txt").meeting
    assert other.assistant_for(meeting).turns(meeting) and not one.brought(meeting)
    with pytest.raises(UserError, match="niets verwijderd"):
        other.remove(meeting)  # what is everyone's goes by `griffier remove` on the server
    sessions.close()
    assert [m.id for m, *_ in shared.meetings()] == [meeting]
    shared.close()


def test_what_a_killed_server_left_is_removed(assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Uploads of a server that was killed are gone when the next one starts; those of one that still runs stay."""
    import os
    import subprocess
    import sys
    import tempfile

    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, running = tmp_path / f"{FOLDER}{gone.pid}-abc", tmp_path / f"{FOLDER}{os.getppid()}-abc"
    for folder in (left, running):
        folder.mkdir()
    Sessions(assistant).close()
    assert not left.exists() and running.exists()


def test_a_session_that_is_left_takes_its_uploads_along(assistant: Assistant) -> None:
    """After hours without use, and when the server stops, what was uploaded is deleted from the disk."""
    now = [0.0]
    sessions = Sessions(assistant, clock=lambda: now[0])
    idle, busy = sessions.new(), sessions.new()
    for session in (idle, busy):
        session.take(OWN.encode(), "een.txt")
    homes = [session.own.settings.home for session in (idle, busy)]
    assert all((home / "griffier.db").exists() for home in homes)
    now[0] = IDLE - 1
    assert sessions.find(busy.token) is busy
    now[0] = IDLE + 1
    sessions.new()
    assert sessions.find(idle.token) is None and not homes[0].exists()
    assert sessions.find(busy.token) is busy and homes[1].exists()
    sessions.close()
    assert not homes[1].exists() and not homes[1].parent.exists()


# --- who may come in ------------------------------------------------------------------------------


@pytest.fixture
def users(tmp_path: Path) -> Path:
    path = tmp_path / "users"
    add(path, "anna", "een lang wachtwoord")
    return path


@pytest.fixture
def locked(assistant: Assistant, users: Path) -> Iterator[Callable[[], Any]]:
    """Browsers for a site with users, without the Gradio page in it: the guard is the same."""
    from starlette.testclient import TestClient  # noqa: TID251  a test client

    site = build_site(assistant, Door(users=users), lambda made, *_: made)
    with TestClient(site, base_url="http://localhost", follow_redirects=False) as first:
        yield lambda: TestClient(first.app, base_url="http://localhost", follow_redirects=False)


def _login(browser: Any, name: str = "anna", password: str = "een lang wachtwoord", at: str = "/login") -> Any:
    return browser.post(at, data={"username": name, "password": password}, headers={"accept": "text/html"})


def test_without_login_nothing_is_shown(locked: Callable[[], Any]) -> None:
    """A page leads to the login; anything else is refused."""
    browser = locked()
    page = browser.get("/", headers={"accept": "text/html"})
    assert page.status_code == 303 and page.headers["location"] == "/login"
    for path in ("/config", "/griffier/words", "/griffier/record/outline?meeting=kst-28638-178", "/gradio_api/info", "/download/summary"):
        assert browser.get(path).status_code == 401
    assert browser.post("/upload?name=x", content=b"x").status_code == 401
    form = browser.get("/login")
    assert form.status_code == 200 and 'type="password"' in form.text


def test_a_login_gives_a_new_session(locked: Callable[[], Any]) -> None:
    """The right password opens the site under a fresh cookie; the one from before is worth nothing, and logging out ends it."""
    browser = locked()
    browser.get("/login")
    before = browser.cookies[COOKIE]
    assert _login(browser).status_code == 303
    after = browser.cookies[COOKIE]
    assert after != before and browser.get("/griffier/words").status_code == 200
    stolen = locked()
    stolen.cookies.set(COOKIE, before)
    assert stolen.get("/griffier/words").status_code == 401
    browser.post("/logout")
    stolen.cookies.set(COOKIE, after)
    assert stolen.get("/griffier/words").status_code == 401


def test_guessing_is_slowed_down(locked: Callable[[], Any]) -> None:
    """After some wrong passwords one has to wait, also with the right one; the answer does not tell whether the name exists."""
    browser = locked()
    wrong = [_login(browser, password=f"fout {i}").status_code for i in range(5)]
    assert wrong == [401] * 5
    waiting = _login(browser)
    assert waiting.status_code == 429 and int(waiting.headers["retry-after"]) > 0
    assert _login(locked(), name="niemand").status_code == 429  # the address waits, whatever the name


def test_the_wait_grows_and_ends(users: Path) -> None:
    """Each wrong try doubles the wait; when it is over, the right password comes in and the count starts anew."""
    now = [0.0]
    known = Users(users, clock=lambda: now[0])
    waits = []
    for _ in range(7):
        assert not known.check("anna", "fout", "10.0.0.1")
        waits.append(known.wait("anna", "10.0.0.2"))
    assert waits == [0, 0, 0, 0, 2, 4, 8]
    now[0] = 9
    assert known.wait("anna", "10.0.0.1") == 0 and known.check("anna", "een lang wachtwoord", "10.0.0.1")
    assert not known.check("anna", "fout", "10.0.0.1") and known.wait("anna", "10.0.0.1") == 0


def test_who_is_taken_out_of_the_file_is_out(locked: Callable[[], Any], users: Path) -> None:
    """Removing a name from the users file ends what that name may do, without a restart."""
    browser = locked()
    _login(browser)
    assert browser.get("/griffier/words").status_code == 200
    add(users, "bea", "een ander wachtwoord")
    users.write_text("".join(line for line in users.read_text().splitlines(True) if not line.startswith("anna")))
    assert browser.get("/griffier/words").status_code == 401


def test_passwords_are_kept_as_salted_hashes(users: Path) -> None:
    """The file holds no password, the same password gives another line, and only its owner can read the file."""
    one, other = hashed("geheim woord"), hashed("geheim woord")
    assert one != other and "geheim" not in one and matches("geheim woord", one) and not matches("geheim woorD", one)
    assert "wachtwoord" not in users.read_text() and stat.S_IMODE(users.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "password"), [("", "lang genoeg"), ("a:b", "lang genoeg"), (" a", "lang genoeg"), ("a\nb", "lang genoeg"), ("a", "kort")]
)
def test_a_name_or_password_that_cannot_be(tmp_path: Path, name: str, password: str) -> None:
    """Names that would break the file and short passwords are refused in plain words."""
    with pytest.raises(UserError):
        add(tmp_path / "users", name, password)


@pytest.mark.parametrize(
    "text", ["anna:geheim\n", "anna\n", "anna:scrypt$1$2$3$@@$@@\n", "anna:scrypt$999999999$8$1$AAAA$AAAA\n", "# leeg\n"]
)
def test_a_users_file_that_cannot_be(tmp_path: Path, text: str) -> None:
    """A line that is no user, or nobody at all, is said with the file and what to do."""
    path = tmp_path / "users"
    path.write_text(text)
    with pytest.raises(SettingError, match="griffier user"):
        Users(path)


@pytest.mark.parametrize(
    ("door", "message"),
    [
        (Door(host="0.0.0.0"), "--auth"),
        (Door(host="192.0.2.7"), "--auth"),
        (Door(host="::"), "--auth"),
        (Door(host="griffier.example"), "--auth"),
    ],
)
def test_an_address_for_others_needs_users(assistant: Assistant, door: Door, message: str) -> None:
    """Anything but this machine's own address is refused without a users file."""
    with pytest.raises(UserError, match=message):
        build_site(assistant, door, lambda made, *_: made)


def test_an_address_without_a_name_needs_one(assistant: Assistant, users: Path) -> None:
    """Listening everywhere asks under which name browsers come."""
    with pytest.raises(UserError, match="--allow-host"):
        build_site(assistant, Door(host="0.0.0.0", users=users), lambda made, *_: made)
    build_site(assistant, Door(host="0.0.0.0", users=users, hosts=("griffier.example",)), lambda made, *_: made)


def test_a_taken_port_is_said_in_plain_words(served: Served, tmp_path: Path) -> None:
    """A second server on the same port gets one line and exit code 2."""
    from typer.testing import CliRunner

    from rag.cli import app

    result = CliRunner().invoke(app, ["serve", "--home", str(tmp_path / "h"), "--port", served.url.rpartition(":")[2]])
    assert result.exit_code == 2 and "--port" in result.output and "Traceback" not in result.output


def test_behind_a_proxy_addresses_carry_its_path(assistant: Assistant, users: Path) -> None:
    """With --root-path the login, the cookie and what is allowed follow that path."""
    from starlette.testclient import TestClient  # noqa: TID251  a test client

    site = build_site(assistant, Door(users=users, root_path="/debat"), lambda made, *_: made)
    with TestClient(site, base_url="http://localhost", root_path="/debat", follow_redirects=False) as browser:
        page = browser.get("/debat/", headers={"accept": "text/html"})
        assert page.headers["location"] == "/debat/login" and "Path=/debat" in page.headers["set-cookie"]
        assert _login(browser, at="/debat/login").headers["location"] == "/debat/"


def test_the_language_of_the_settings_stands_at_the_top(assistant: Assistant) -> None:
    """GRIFFIER_LANG chooses the page on /; the other language stands under its own name."""
    import app

    assert [app.path_of("nl", "nl"), app.path_of("en", "nl"), app.path_of("nl", "en"), app.path_of("en", "en")] == [
        "/",
        "/en/",
        "/nl/",
        "/",
    ]


def test_a_first_start_waits_for_another_writer(tmp_path: Path) -> None:
    """While another program writes, the bundled debate waits; it goes in as soon as the index is free."""
    from contextlib import closing

    from rag.index import Index
    from rag.web.seed import Seed

    shared = Assistant(load(home=tmp_path))
    seed = Seed(shared)
    with closing(Index.open(shared.settings, write=True)):
        seed.start()
        assert next(seed.progress()) == (0, 0) and not seed.done
    for _ in seed.progress():
        pass
    assert seed.problem is None and [m.id for m, *_ in shared.meetings()] == ["kst-28638-178"]
    shared.close()


def test_many_meetings_are_not_all_drawn(tmp_path: Path) -> None:
    """Of a large collection the first screen draws the newest, says how many there are, and offers all in the filters."""
    from rag.types import Meeting, Speaker, Turn
    from rag.web.first import CARDS, choices, first_screen
    from tests.stage import shelve

    shared = Assistant(load(home=tmp_path))
    for n in range(1, CARDS + 9):
        meeting = Meeting(f"m-{n}", f"Debat {n}", None, None, f"2024-01-{n:02d}", "unknown", "made", "nl", f"ref {n}")
        shelve(shared, meeting, [Turn(f"m-{n}", 1, Speaker("Van Dijk", "SP", "member"), "", f"Wij willen zin {n} bespreken.")])
    sessions = Sessions(shared)
    sessions.seed.done = True
    screen = list(first_screen(sessions.new(), sessions.seed, "nl"))[-1]
    assert screen.html.count("gf-meeting") == CARDS and f"Debat {CARDS + 8}<" in screen.html and "Debat 1<" not in screen.html
    assert f"{CARDS + 7} verslagen" in screen.html and len(choices(shared).meetings) == CARDS + 8
    wanted = list(first_screen(sessions.new(), sessions.seed, "nl", "m-1"))[-1].html
    assert wanted.index("Debat 1<") < wanted.index(f"Debat {CARDS + 8}<")  # an address that names a debate shows its card first
    sessions.close()
    shared.close()


# --- many at once, and other programs -------------------------------------------------------------


def test_twenty_people_asking_at_once_all_get_their_answer(served: Served) -> None:
    """Twenty visitors ask at the same moment; each gets an answer with citations, and no error."""
    visitors = [Visitor(served.url) for _ in range(20)]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda visitor: visitor.ask(QUESTION), visitors))
    assert all(a["status"] == "answered" and a["citations"] for a in answers)
    assert len({json.dumps(a, sort_keys=True) for a in answers}) == 1


def test_the_abilities_are_called_by_name_with_gradios_client(
    served: Served, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real client finds the abilities by name, and what comes back is the contract's JSON; a mistake comes back in plain words."""
    from gradio_client import Client
    from gradio_client.exceptions import AppError

    from rag.abilities import Abilities

    client = Client(served.url, verbose=False, analytics_enabled=False)
    here = Abilities(assistant)
    meeting = "kst-28638-178"
    assert client.predict(question=QUESTION, verbatim=True, api_name="/ask") == json.loads(json.dumps(here.ask(QUESTION, verbatim=True)))
    assert client.predict(quote="Mensenhandel is moderne slavernij.", api_name="/check")["status"] == "verbatim"
    assert client.predict(meeting=meeting, turn=2, api_name="/turn") == json.loads(json.dumps(here.turn(meeting, 2)))
    assert client.predict(meeting=meeting, party="SP", api_name="/summary")["party"] == "SP"
    assert client.predict(meeting=meeting, api_name="/commitments")["commitments"]
    assert client.predict(meeting=meeting, party="SP", api_name="/questions") == json.loads(json.dumps(here.questions(meeting, "SP")))
    with pytest.raises(AppError, match="geen vergadering"):
        client.predict(meeting="nergens", turn=1, api_name="/turn")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("ask", [None, None, "", "", "", "", "", True]),
        ("ask", [{"a": 1}, None, "", "", "", "", "", True]),
        ("check", [[], ""]),
        ("turn", ["kst-28638-178", {}]),
        ("turn", [{}, 1]),
        ("summary", [None, None, False]),
        ("ask", ["Wat?", [7], "", "", "", "", "", True]),
    ],
)
def test_a_request_of_another_kind_gets_a_plain_line(served: Served, name: str, arguments: list[Any]) -> None:
    """What a script sends in place of text or a number is refused in words, not with a trace of the program."""
    visitor = Visitor(served.url)
    _, reply, _ = visitor.send(f"/gradio_api/call/{name}", json.dumps({"data": arguments}).encode(), {"Content-Type": "application/json"})
    _, stream, _ = visitor.send(f"/gradio_api/call/{name}/{json.loads(reply)['event_id']}")
    said = json.loads(stream.decode().rsplit("data: ", 1)[1])["error"]
    assert "Waar tekst hoort" in said or "als getal" in said


def test_what_another_program_ingests_is_answered_from_soon(served: Served, tmp_path: Path) -> None:
    """A report that another process puts in the same home is answered from within five seconds of its being there."""
    import subprocess
    import sys

    path = tmp_path / "ander.txt"
    path.write_text(OWN.replace("visserij", "kottervloot").replace("GroenLinks", "Volt").replace("garnalenvissers", "kottervissers"))
    command = [sys.executable, "-m", "rag", "--home", str(served.home), "ingest", str(path), "--json"]
    meeting = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["meetings"][0]["meeting"]
    visitor, until = Visitor(served.url), time.monotonic() + 5
    answer = visitor.ask("Wat wil Volt voor de kottervissers?")
    while answer["status"] != "answered" and time.monotonic() < until:
        answer = visitor.ask("Wat wil Volt voor de kottervissers?")
    subprocess.run([*command[:5], "remove", meeting], check=True, capture_output=True)
    assert answer["citations"][0]["meeting"] == meeting


def test_questions_to_begin_with_stand_under_their_own_debate(tmp_path: Path) -> None:
    """Of several debates each has its own under its name, with the day where two have one name; of a single one they need no name."""
    from rag.web.first import first_screen

    with over(tmp_path / "three", printed("school"), printed("farming"), printed("housing")) as made:
        sessions, titles = Sessions(made), {m.id: m.title for m, _, _ in made.meetings()}
        sessions.seed.done = True
        offers = list(first_screen(sessions.new(), sessions.seed, "nl"))[-1].offers
        assert len(offers) > 1
        for offer in offers:
            of = {made.ask(q, verbatim=True).citations[0].quote.turn.meeting for q in offer.questions}
            assert [titles[m] for m in of] == [offer.about]
        sessions.close()
    with over(tmp_path / "one", printed("school")) as made:
        sessions = Sessions(made)
        sessions.seed.done = True
        (offer,) = list(first_screen(sessions.new(), sessions.seed, "nl"))[-1].offers
        assert not offer.about and offer.questions
        sessions.close()


# --- style ----------------------------------------------------------------------------------------


def test_selectors_of_ours_are_lifted() -> None:
    """Only selectors that start with a class or id of ours get more weight; everything else stays as it is."""
    css = ":root { --x: 1 }\n.gf-a,\n.gp-b > p { color: red }\n@media print {\n  #gp-c .gf-d { top: 0 }\n}\nmark.gf-e { left: .5em }\nhtml.gf-open body { top: 0 }\n"
    assert lifted(css) == (
        ":root { --x: 1 }\n:root:root .gf-a,\n:root:root .gp-b > p { color: red }\n@media print {\n  :root:root #gp-c .gf-d { top: 0 }\n}\n"
        ":root:root mark.gf-e { left: .5em }\nhtml.gf-open body { top: 0 }\n"
    )
