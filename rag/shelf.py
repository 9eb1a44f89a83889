"""The record itself: originals byte for byte, turns and the word index, in one SQLite file."""

from __future__ import annotations

import json
import shutil
import sqlite3  # noqa: TID251  this file is its door
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from rag.errors import IndexStateError, UnwritableError, UserError
from rag.messages import cause
from rag.types import AgendaItem, Event, Meeting, Motion, Person, Speaker, Transcript, Turn

T = TypeVar("T")
Columns = NDArray[np.int32]  # one row per chunk: turn, number within the turn, start, end, words, speaker
TURN, NUMBER, START, END, WORDS, SPEAKER = range(6)

FULL = "De schijf met {home} is vol. Er is niets gewijzigd. Maak ruimte vrij en probeer het opnieuw."
LEAST_FREE = 8 * 2**20  # bytes; with less left (what failed gave some back), a failed write is a full disk whatever a library calls it

MADE = 24  # what is made of meetings and kept
CLOSING = 30.0  # seconds that closing waits for whoever is still reading

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS generations (
  gen INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL, visible INTEGER NOT NULL, sha TEXT NOT NULL, path TEXT NOT NULL,
  chunks INTEGER NOT NULL, about TEXT NOT NULL, speakers TEXT NOT NULL, columns BLOB NOT NULL, original BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS one_visible ON generations (meeting) WHERE visible = 1;
CREATE TABLE IF NOT EXISTS turns (
  gen INTEGER NOT NULL, number INTEGER NOT NULL, speaker INTEGER NOT NULL, heading TEXT NOT NULL, text TEXT NOT NULL, more TEXT NOT NULL,
  PRIMARY KEY (gen, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS postings (stem TEXT NOT NULL, gen INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (stem, gen)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Generation:
    """One version of a meeting on the shelf, and what searching it takes."""

    gen: int
    meeting: Meeting
    speakers: tuple[Speaker, ...]
    columns: Columns
    sha: str


class Shelf:
    """The shelf of one home. Readers may be many; only `rag.index` writes, under its lock.

    Every row carries the generation of its meeting; only generations marked visible exist for a reader, and marking is one
    transaction. Safe to share between threads: each has a connection of its own.

    ``home``: the folder, made when it is not there. Raises IndexStateError: the folder or file cannot be used; UnwritableError: as nothing can
    be written there, which reading takes too.
    """

    def __init__(self, home: Path) -> None:
        self.path = home / "griffier.db"
        self._local = threading.local()
        self._open: dict[threading.Thread, sqlite3.Connection] = {}
        self._opening = threading.Lock()
        self._using = threading.Condition()
        self._active = 0  # threads that are using their connection now
        self._seen: tuple[int, tuple[Generation, ...]] | None = None
        self._made: dict[tuple[str, str, int], Any] = {}
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise IndexStateError(
                "De map {home} kan niet worden gemaakt ({why}). Kies een andere met --home.", home=home, why=cause(error)
            ) from None
        try:
            with self._guard():
                self._db().executescript(_SCHEMA)
        except IndexStateError:
            self.close()
            raise

    def _db(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(self.path, timeout=30, check_same_thread=False, isolation_level=None)
            self._keep(connection)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            self._local.connection = connection
        return connection

    def _keep(self, connection: sqlite3.Connection) -> None:
        """Remembers a thread's connection, and closes those of threads that are gone: a server's threads come and go."""
        with self._opening:
            for thread in [t for t in self._open if not t.is_alive()]:
                self._open.pop(thread).close()
            self._open[threading.current_thread()] = connection

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Around every use of a connection: SQLite's failures in our words, and no closing while it is in use."""
        depth = getattr(self._local, "depth", 0)
        if depth == 0:
            with self._using:
                self._active += 1
        self._local.depth = depth + 1
        try:
            yield
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or self.is_full():
                raise UnwritableError(FULL, home=self.path.parent) from None
            name = getattr(error, "sqlite_errorname", type(error).__name__)
            raise (UnwritableError if name.startswith(_NO_WRITING) else IndexStateError)(
                "De index in {home} kan niet worden gebruikt ({why}). Er is niets gewijzigd.",
                home=self.path.parent,
                why=next((why for known, why in _WHY.items() if name.startswith(known)), name),
            ) from None
        finally:
            self._local.depth = depth
            if depth == 0:
                with self._using:
                    self._active -= 1
                    self._using.notify_all()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._guard():
            db = self._db()
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def is_full(self) -> bool:
        """Whether the disk the shelf stands on has no room left."""
        try:
            return shutil.disk_usage(self.path.parent).free < LEAST_FREE
        except OSError:
            return False

    def close(self) -> None:
        """Closes all connections, as soon as no thread is using one: SQLite does not survive the other order."""
        with self._using:
            self._using.wait_for(lambda: self._active == 0, timeout=CLOSING)
            with self._opening:
                for connection in self._open.values():
                    connection.close()
                self._open.clear()
            self._local = threading.local()

    # --- reading ----------------------------------------------------------------------------------

    def generation(self) -> int:
        """A number that rises with every change a reader can see."""
        return int(self.meta("generation") or 0)

    def meta(self, key: str) -> str | None:
        with self._guard():
            row = self._db().execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def once(self, what: str, meeting: str, make: Callable[[], T]) -> T:
        """What is made of a meeting, made anew only when the collection has changed; the last ``MADE`` are kept in memory, under ``what``.

        Two threads may both make it.
        """
        key = (what, meeting, self.generation())
        found: T = self._made[key] if key in self._made else make()
        self._made = dict([*((k, v) for k, v in self._made.items() if k != key), (key, found)][-MADE:])
        return found

    def visible(self, meetings: Sequence[str] = ()) -> tuple[Generation, ...]:
        """The visible generations, in the order of meeting numbers; all, or those of the meetings named."""
        seen, now = self._seen, self.generation()
        if seen is None or seen[0] != now:
            known = {g.gen: g for g in seen[1]} if seen else {}
            with self._snapshot() as db:
                now = self.generation()
                rows = db.execute("SELECT gen FROM generations WHERE visible = 1 ORDER BY meeting").fetchall()
                seen = now, tuple(known.get(int(gen)) or self._load(int(gen)) for (gen,) in rows)
            self._seen = seen  # one assignment: other threads see the old view or the new one
        return tuple(g for g in seen[1] if not meetings or g.meeting.id in meetings)

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """One view of the shelf: what is listed in it is still there, whatever another process replaces and sweeps meanwhile."""
        with self._guard():
            db = self._db()
            if db.in_transaction:
                yield db
                return
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.execute("COMMIT")

    def _load(self, gen: int) -> Generation:
        with self._snapshot() as db:
            row = db.execute("SELECT about, speakers, columns, sha FROM generations WHERE gen = ?", (gen,)).fetchone()
        about, speakers, columns, sha = row
        names = tuple(Speaker(*fields) for fields in json.loads(speakers))
        return Generation(gen, _meeting(json.loads(about)["meeting"]), names, np.frombuffer(columns, dtype=np.int32).reshape(-1, 6), sha)

    def meetings(self) -> list[Meeting]:
        """What is on the shelf, by date and number."""
        return sorted((g.meeting for g in self.visible()), key=lambda m: (m.date or "", m.id))

    def meeting(self, meeting: str) -> Meeting:
        """One meeting. Raises UserError where it is not there."""
        return self._one(meeting).meeting

    def _one(self, meeting: str) -> Generation:
        found = self.visible((meeting,))
        if not found:
            raise UserError("Er is geen vergadering {meeting} in de index. Zie: griffier meetings", meeting=meeting)
        return found[0]

    def turns(self, meeting: str) -> tuple[Turn, ...]:
        """All turns of a meeting, in spoken order."""
        with self._snapshot() as db:
            generation = self._one(meeting)
            rows = db.execute(f"{_TURN} WHERE gen = ? ORDER BY number", (generation.gen,)).fetchall()
        return tuple(_turn(generation, row) for row in rows)

    def turn(self, meeting: str, number: int) -> Turn:
        """One turn. Raises UserError where the meeting has none of that number."""
        found = self.turns_of([(meeting, number)])
        if not found:
            self._one(meeting)
            raise UserError("Vergadering {meeting} heeft geen beurt {number}.", meeting=meeting, number=number)
        return found[meeting, number]

    def turns_of(self, keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Turn]:
        """Turns by (meeting, number); what is not there is left out."""
        wanted: dict[str, list[int]] = {}
        for meeting, number in keys:
            wanted.setdefault(meeting, []).append(number)
        found: dict[tuple[str, int], Turn] = {}
        if not wanted:
            return found
        with self._snapshot() as db:
            for generation in self.visible(tuple(wanted)):
                numbers = json.dumps(wanted[generation.meeting.id])
                these = f"{_TURN} WHERE gen = ? AND number IN (SELECT value FROM json_each(?))"  # noqa: S608  only a constant goes in
                rows = db.execute(these, (generation.gen, numbers))
                found |= {(generation.meeting.id, row[0]): _turn(generation, row) for row in rows}
        return found

    def events(self, meeting: str) -> tuple[Event, ...]:
        return tuple(Event(**e) for e in self._about(meeting)["events"])

    def motions(self, meeting: str) -> tuple[Motion, ...]:
        return tuple(Motion(**m) for m in self._about(meeting)["motions"])

    def _about(self, meeting: str) -> dict[str, Any]:
        with self._snapshot() as db:
            row = db.execute("SELECT about FROM generations WHERE gen = ?", (self._one(meeting).gen,)).fetchone()
        about: dict[str, Any] = json.loads(row[0])
        return about

    def speakers(self, meetings: Sequence[str] = ()) -> list[tuple[str, Speaker, int]]:
        """Who spoke, as (meeting, speaker, number of turns), in the order of their first turn."""
        found = []
        for g in self.visible(meetings):
            first = g.columns[g.columns[:, NUMBER] == 0]
            counts = np.bincount(first[:, SPEAKER], minlength=len(g.speakers))
            found += [(g.meeting.id, speaker, int(counts[i])) for i, speaker in enumerate(g.speakers)]
        return found

    def original(self, meeting: str) -> tuple[bytes, str]:
        """The file as it came, byte for byte, and the path it came from."""
        with self._snapshot() as db:
            row = db.execute("SELECT original, path FROM generations WHERE gen = ?", (self._one(meeting).gen,)).fetchone()
        return zlib.decompress(row[0]), str(row[1])

    def postings(self, stems: Iterable[str], gens: Sequence[int]) -> dict[tuple[str, int], NDArray[np.int32]]:
        """For each (stem, generation) the chunks that hold it: rows of (chunk row, times)."""
        found: dict[tuple[str, int], NDArray[np.int32]] = {}
        keep = set(gens)
        few = keep if len(keep) <= 8 else None  # else all are fetched, and chosen from here
        of = "" if few is None else f" AND gen IN ({','.join('?' * len(few))})"
        with self._guard():
            for one in stems:
                rows = self._db().execute(f"SELECT gen, data FROM postings WHERE stem = ?{of}", (one, *(few or ())))  # noqa: S608  only question marks go in
                for gen, data in rows:
                    if gen in keep:
                        found[one, gen] = np.frombuffer(data, dtype=np.int32).reshape(-1, 2)
        return found

    def has_part(self, part: str, gens: Sequence[int]) -> bool:
        """Whether a stem of one of these generations has these letters somewhere in it."""
        # of all meetings, read once: there are as many postings as a debate has words
        stems: list[str] = self.once("stems", "", self._stems)
        return any(self.postings([one], gens) for one in stems if part in one)

    def _stems(self) -> list[str]:
        with self._guard():
            return [one for (one,) in self._db().execute("SELECT DISTINCT stem FROM postings")]

    # --- writing: only the index does -----------------------------------------------------------------

    def reserve(self, meeting: str) -> int:
        """A new generation of a meeting, still empty and seen by no reader; returns its number."""
        with self._transaction() as db:
            cursor = db.execute("INSERT INTO generations VALUES (NULL, ?, 0, '', '', 0, '{}', '[]', x'', x'')", (meeting,))
            return int(cursor.lastrowid or 0)

    def stage(
        self,
        gen: int,
        transcript: Transcript,
        original: bytes,
        path: str,
        sha: str,
        columns: Columns,
        postings: Mapping[str, Sequence[int]],
        speakers: Sequence[Speaker],
    ) -> None:
        """Writes a meeting into a reserved generation, in one step; no reader sees it yet."""
        number = {speaker: i for i, speaker in enumerate(speakers)}
        about = {
            "meeting": asdict(transcript.meeting),
            "events": [asdict(e) for e in transcript.events],
            "motions": [asdict(m) for m in transcript.motions],
        }
        names = [[s.name, s.party, s.role, s.office] for s in speakers]
        with self._transaction() as db:
            db.execute(
                "UPDATE generations SET sha = ?, path = ?, chunks = ?, about = ?, speakers = ?, columns = ?, original = ? WHERE gen = ?",
                (sha, path, len(columns), json.dumps(about), json.dumps(names), columns.tobytes(), zlib.compress(original), gen),
            )
            db.executemany(
                "INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?)",
                ((gen, t.number, number[t.speaker], t.heading, t.text, _more(t)) for t in transcript.turns),
            )
            db.executemany(
                "INSERT INTO postings VALUES (?, ?, ?)",
                ((one, gen, np.array(rows, dtype=np.int32).tobytes()) for one, rows in sorted(postings.items())),
            )

    def publish(self, gens: Sequence[int], meta: Mapping[str, str], alone: bool = False) -> None:
        """Makes generations visible and those they replace invisible, with the settings that go with them, in one step.

        ``alone``: they replace all there was, also meetings that are now known by another id.
        """
        with self._transaction() as db:
            if alone:
                db.execute("UPDATE generations SET visible = 2 WHERE visible = 1")
            for gen in gens:
                db.execute(
                    "UPDATE generations SET visible = 2 WHERE visible = 1 AND meeting = (SELECT meeting FROM generations WHERE gen = ?)",
                    (gen,),
                )
                db.execute("UPDATE generations SET visible = 1 WHERE gen = ?", (gen,))
            self._bump(db, meta)

    def hide(self, meeting: str) -> None:
        """Makes a meeting invisible; its rows are swept later."""
        with self._transaction() as db:
            db.execute("UPDATE generations SET visible = 2 WHERE visible = 1 AND meeting = ?", (meeting,))
            self._bump(db, {})

    def _bump(self, db: sqlite3.Connection, meta: Mapping[str, str]) -> None:
        now = db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
        values = {**meta, "generation": str(int(now[0] if now else 0) + 1)}
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def set_meta(self, values: Mapping[str, str]) -> None:
        with self._transaction() as db:
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def stale(self) -> list[int]:
        """Generations that no reader sees: replaced, removed, or left half done by a crash."""
        with self._guard():
            return [int(row[0]) for row in self._db().execute("SELECT gen FROM generations WHERE visible != 1")]

    def sweep(self, gens: Sequence[int]) -> None:
        """Deletes the rows of generations that no reader sees."""
        with self._transaction() as db:
            for gen in gens:
                db.execute("DELETE FROM postings WHERE gen = ?", (gen,))
                db.execute("DELETE FROM turns WHERE gen = ?", (gen,))
                db.execute("DELETE FROM generations WHERE gen = ? AND visible != 1", (gen,))


_NO_WRITING = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
_WHY = {
    **dict.fromkeys(_NO_WRITING, "daar mag niet worden geschreven"),
    "SQLITE_PERM": "daar zijn geen rechten voor",
    "SQLITE_NOTADB": "griffier.db is beschadigd of van een ander programma",
    "SQLITE_CORRUPT": "griffier.db is beschadigd of van een ander programma",
    "SQLITE_BUSY": "een ander programma houdt hem bezet",
    "SQLITE_LOCKED": "een ander programma houdt hem bezet",
}


_TURN = "SELECT number, speaker, heading, text, more FROM turns"


def _more(turn: Turn) -> str:
    return json.dumps([turn.page_starts, turn.unquotable, turn.source_map, turn.source_id], separators=(",", ":"))


def _turn(generation: Generation, row: tuple[int, int, str, str, str]) -> Turn:
    number, speaker, heading, text, more = row
    pages, unquotable, source_map, source_id = json.loads(more)
    return Turn(
        meeting=generation.meeting.id,
        number=number,
        speaker=generation.speakers[speaker],
        heading=heading,
        text=text,
        page_starts=tuple((a, b) for a, b in pages),
        unquotable=tuple((a, b) for a, b in unquotable),
        source_map=tuple((a, b, c) for a, b, c in source_map),
        source_id=source_id,
    )


def _meeting(data: dict[str, Any]) -> Meeting:
    return Meeting(
        **{
            **data,
            "chairs": tuple(data["chairs"]),
            "present": tuple(Person(**p) for p in data["present"]),
            "suspensions": tuple((a, b) for a, b in data["suspensions"]),
            "agenda": tuple(AgendaItem(**a) for a in data["agenda"]),
        }
    )
