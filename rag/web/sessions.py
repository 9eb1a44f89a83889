"""Who is asking: one session per browser, with its own collection beside the shared one."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from starlette.requests import Request  # noqa: TID251  this room is starlette's door

from rag.assistant import Assistant, Progress
from rag.errors import UserError
from rag.types import Ingested, Language, Summary
from rag.web.seed import Seed
from rag.web.talk import MOST_TURNS, Talk

COOKIE = "griffier"
FOLDER = "griffier-uploads-"
IDLE = 4 * 3600.0  # seconds after which a session, with what was uploaded in it, is thrown away
WINDOWS = 20  # answers that can be going on for one visitor
PAGES = 10  # summaries a session keeps
MOST = 5_000  # sessions kept; visitors without a cookie make one each, so the idlest go first


class Session:
    """One visitor: whom they logged in as, what they brought along, and how they want their answers.

    ``home``: the folder for what this visitor uploads, made when it is first needed; None: uploads go to the shared collection.
    """

    def __init__(self, token: str, shared: Assistant, home: Path | None) -> None:
        self.token = token
        self.user: str | None = None
        self.language: Language = shared.settings.griffier_lang
        self.verbatim = False
        self.seen = 0.0
        self._shared = shared
        self._home = home
        self._own: Assistant | None = None
        self.latest: str | None = None  # the meeting uploaded last
        self._pages: OrderedDict[tuple[str, str, bool, Language, int], Summary] = OrderedDict()
        self._answering: dict[str, threading.Event] = {}
        self._talk: list[list[str]] = []  # what was asked, and what there is of each answer
        self.limits: tuple[str, ...] = ()  # what the filters of the page were last set to
        self._taken: list[int] = []
        self._writing = threading.Lock()
        self._lock = threading.Lock()

    @property
    def assistant(self) -> Assistant:
        """What this visitor may read: the shared collection, and their own once they have uploaded something."""
        return self._own or self._shared

    @property
    def own(self) -> Assistant:
        """Where this visitor's uploads go."""
        with self._lock:
            if self._own is None and self._home is not None:
                self._own = self._shared.beside(self._home)
            return self._own or self._shared

    def takes(self, size: int, files: int, total: int) -> bool:
        """Whether one more upload of this size stays below the limits of a session."""
        return len(self._taken) < files and sum(self._taken) + size <= total

    def take(self, data: bytes, name: str, progress: Progress | None = None) -> Ingested:
        """Reads an upload into this visitor's collection, one at a time; see `Assistant.ingest_bytes`."""
        with self._writing:
            done = self.own.ingest_bytes(data, name, progress)
            self._taken.append(len(data))
            self.latest = done.meeting
            return done

    def summary(self, meeting: str, party: str, language: Language) -> Summary:
        """The page of a party, as this visitor wants it written; what is downloaded is what was on the screen."""
        key = (meeting, party, self.verbatim, language, self.assistant.index.shelf.generation())
        if key not in self._pages:
            self._pages[key] = self.assistant.summary(meeting, party, self.verbatim, language)
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        return self._pages[key]

    def begins(self, page: str | None) -> threading.Event:
        """An answer begins in one of this visitor's windows; what it returns is set when it is to stop."""
        stop = threading.Event()
        self._answering[page or ""] = stop
        while len(self._answering) > WINDOWS:
            self._answering.pop(next(iter(self._answering))).set()
        return stop

    def stops(self, page: str | None) -> None:
        """Stops the answer in a window."""
        stop = self._answering.pop(page or "", None)
        if stop is not None:
            stop.set()

    @property
    def talk(self) -> Talk:
        """What this visitor asked since the conversation began, in all windows, each with what came of it."""
        rows = [(question, html) for question, html in self._talk if html]
        return Talk(tuple(question for question, _ in rows), tuple(html for _, html in rows))

    def remembers(self, question: str) -> Callable[[str], None]:
        """A question is asked; what it returns takes the HTML of what there is of its answer, each time anew."""
        row = [question, ""]
        self._talk = [*self._talk, row][-MOST_TURNS:]

        def keep(html: str) -> None:
            row[1] = html

        return keep

    def forgets(self) -> None:
        """The conversation ends; what is still being answered is not remembered either."""
        self._talk = []

    def brought(self, meeting: str) -> bool:
        """Whether a meeting is this visitor's own, to be removed by them alone."""
        return self._own is not None and meeting in {g.meeting.id for g in self._own.index.own.visible()}

    def remove(self, meeting: str) -> None:
        """Takes out a meeting that this visitor brought; what everyone reads is taken out on the server alone.

        Raises:
            UserError: it is not theirs.
        """
        if not self.brought(meeting):
            raise UserError("U hebt geen vergadering {meeting} toegevoegd. Er is niets verwijderd.", meeting=meeting)
        self.own.remove(meeting)

    def assistant_for(self, meeting: str) -> Assistant:
        """The assistant to read a meeting with. Raises UserError where this visitor has no such meeting."""
        self.assistant.index.shelf.meeting(meeting)
        return self.assistant

    def close(self) -> None:
        """Throws away what was uploaded."""
        with self._lock:
            own, self._own = self._own, None
        if own is not None:
            own.close()
        if self._home is not None:
            shutil.rmtree(self._home, ignore_errors=True)


class Sessions:
    """All sessions of one server. ``together``: uploads go to the shared collection (``--shared``)."""

    def __init__(self, shared: Assistant, together: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self.shared = shared
        self.together = together
        self.seed = Seed(shared)
        self._clock = clock
        _tidy(Path(tempfile.gettempdir()))
        self._root = Path(tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-"))
        self._all: dict[str, Session] = {}
        self._lock = threading.Lock()

    def find(self, token: str | None) -> Session | None:
        """The session of a cookie; None for a cookie this server did not give out, or threw away."""
        with self._lock:
            session = self._all.get(token or "")
            if session is not None:
                session.seen = self._clock()
            return session

    def new(self) -> Session:
        """A session for someone without one."""
        token = secrets.token_urlsafe(32)
        session = Session(token, self.shared, None if self.together else self._root / secrets.token_hex(16))
        session.seen = self._clock()
        with self._lock:
            self._all[token] = session
        self._sweep()
        return session

    def end(self, session: Session) -> None:
        with self._lock:
            self._all.pop(session.token, None)
        session.close()

    def _sweep(self) -> None:
        """Ends sessions that were not used for long, and the idlest when there are too many."""
        now = self._clock()
        with self._lock:
            by_age = sorted(self._all.values(), key=lambda s: s.seen)
            many = max(0, len(by_age) - MOST)
            gone = [s for i, s in enumerate(by_age) if i < many or now - s.seen > IDLE]
            for session in gone:
                del self._all[session.token]
        for session in gone:
            session.close()

    def close(self) -> None:
        """Ends all sessions and removes everything they brought along."""
        with self._lock:
            everyone = list(self._all.values())
            self._all.clear()
        for session in everyone:
            session.close()
        shutil.rmtree(self._root, ignore_errors=True)


def _tidy(folder: Path) -> None:
    """Removes what a server that was killed left behind: its number stands in the name of its folder."""
    for left in folder.glob(f"{FOLDER}*-*"):
        number = left.name.removeprefix(FOLDER).partition("-")[0]
        with suppress(OSError):
            if number.isdigit() and left.stat().st_uid == os.getuid() and not _runs(int(number)):
                shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError as error:
        return not isinstance(error, ProcessLookupError)
    return True


def session_of(request: Request) -> Session:
    """The session of a request; the guard has put it there. Use it as a FastAPI dependency."""
    session: Session = request.scope["griffier.session"]
    return session
