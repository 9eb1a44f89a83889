"""Chunks into Chroma and the word index, and out again as hits; an ingest is all or nothing."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from rag.chunk import CHUNKER_VERSION, chunk
from rag.embed import Embedder, Vectors, embedder, fingerprint, knows_meaning
from rag.errors import DamagedError, GriffierError, IndexStateError, LockedError, OutdatedError, ReadError, UnwritableError
from rag.read import READER_VERSION
from rag.settings import Settings
from rag.shelf import FULL, NUMBER, SPEAKER, TURN, WORDS, Columns, Generation, Shelf
from rag.text import stems as stems_of
from rag.types import Chunk, Filter, Hit, Ingested, Language, Speaker, Transcript, Turn
from rag.wordindex import in_scope, look, speaks

if TYPE_CHECKING:
    from chromadb.api import ClientAPI  # noqa: TID251  this file is Chroma's door
    from chromadb.api.client import Client  # noqa: TID251  this file is Chroma's door
    from chromadb.api.models.Collection import Collection  # noqa: TID251  this file is Chroma's door
    from filelock import FileLock

Read = Callable[[bytes, str], Transcript]
Step = Callable[[int, int], None]

FETCH_ALL = 2_000  # up to this many chunks Chroma gives all of them, so that its approximation cannot show
OVER_FETCH = 4
LEAST_FETCH = 400  # without a filter so many candidates held recall@10 at .997 to 1.000, 40 did not
FILTERED_FETCH = 1_600  # with one party asked for, 400 and 800 held .98, so many .99
LOST = 0.05  # of the words of a report, and so many of them, by which one without its end is a part of it
A_FEW = 20
ADD = 5_000  # vectors handed to Chroma at once: below its 5,461; batches of 500 cost 31 % more
# ``sync_threshold``: vectors after which Chroma writes its index to disk. What it has not written it builds anew each time it is opened: at its
# own thousand, a debate of some four hundred chunks every time.
HNSW = {"space": "cosine", "ef_search": 800, "max_neighbors": 32, "ef_construction": 200, "sync_threshold": 100}
REBUILD = "Bouw hem opnieuw uit de bewaarde originelen: griffier ingest --rebuild"


class Index:
    """The index of one home: the shelf (the record) and Chroma (ids and vectors, can be rebuilt). Make it with `open`."""

    def __init__(self, settings: Settings, shelf: Shelf, lock: FileLock | None) -> None:
        self.settings = settings
        self.shelf = shelf
        self._lock = lock
        self._embedder: Embedder | None = None
        self._client: ClientAPI | None = None
        self._collection: Collection | None = None
        self._seen = -1
        self._copies: list[TemporaryDirectory[str]] = []
        # one thread at a time opens, drops and queries: another process's write must not close a client in use
        self._querying = threading.Lock()

    @classmethod
    def open(cls, settings: Settings, *, write: bool = False, rebuild: bool = False) -> Index:
        """Opens the index of the home in the settings.

        ``write``: take the write lock, which `ingest`, `remove` and `rebuild` need; ``rebuild``: accept an index made by another reader,
        chunker or embedder. What cannot be read where it stands, as nothing can be written there, is read from a copy, that later changes do not reach.

        Raises LockedError: another process is writing; DamagedError: a kill in the middle of a deletion broke Chroma; UnwritableError: the disk is
        full or may not be written, and a copy is no help; IndexStateError: made by another version, or files that cannot be used.
        """
        lock, copies = None, []
        try:
            shelf = Shelf(settings.home)
        except UnwritableError:
            if write or (copy := _copied(settings.home, "griffier.db*")) is None:
                raise
            copies, shelf = [copy], Shelf(Path(copy.name))
        if write:
            from filelock import FileLock, Timeout  # here: who only asks does not wait for it

            lock = FileLock(settings.home / "write.lock", timeout=0)
            try:
                lock.acquire()
            except Timeout:
                shelf.close()
                raise LockedError(
                    "Een ander programma schrijft in de index in {home}. Wacht tot het klaar is en probeer het opnieuw.", home=settings.home
                ) from None
        index = cls(settings, shelf, lock)
        index._copies = copies
        try:
            index._check_fingerprint(rebuild)
            if write and not rebuild:  # a rebuild makes the vectors anew: it needs nothing of the old ones
                index._sweep()
        except BaseException:
            index.close()
            raise
        return index

    @property
    def own(self) -> Shelf:
        """The shelf that is written to: this one; where two are read as one, the visitor's."""
        return self.shelf

    def close(self) -> None:
        with self._querying:
            self._drop_client()
        self.shelf.close()
        for copy in self._copies:
            copy.cleanup()
        if self._lock is not None:
            self._lock.release()

    # --- fingerprint ------------------------------------------------------------------------------

    @property
    def fingerprint(self) -> str:
        """What made the index: reader, chunker and embedder."""
        made_by = {"reader": READER_VERSION, "chunker": CHUNKER_VERSION, "embedder": fingerprint(self.settings)}
        return json.dumps(made_by, sort_keys=True)

    def _check_fingerprint(self, rebuild: bool) -> None:
        kept = self.shelf.meta("fingerprint")
        if kept in (None, self.fingerprint) or rebuild or not self.shelf.visible():
            return  # or nothing was indexed with the other one
        old, new = json.loads(kept or "{}"), json.loads(self.fingerprint)
        parts = [f"{name} {old.get(name)} → {new[name]}" for name in new if old.get(name) != new[name]]
        raise OutdatedError(
            "De index in {home} is gemaakt met een andere versie of instelling van griffier ({made}).\n{rebuild}",
            home=self.settings.home,
            made=", ".join(parts),
            rebuild=REBUILD,
            vectors=old.get("embedder") != new["embedder"],
        )

    # --- Chroma -----------------------------------------------------------------------------------

    def _name(self) -> str:
        name = self.shelf.meta("collection")
        if name is None:
            name = f"griffier-{uuid.uuid4().hex[:16]}"
            self.shelf.set_meta({"collection": name, "fingerprint": self.fingerprint})
        return name

    def _chroma(self) -> ClientAPI:
        if self._client is None:
            import chromadb  # noqa: TID251  this file is its door
            from chromadb.config import Settings as ChromaSettings  # noqa: TID251  this file is its door

            quiet = ChromaSettings(anonymized_telemetry=False)
            s = self.settings
            if s.chroma_host:
                headers = {"Authorization": f"Bearer {s.chroma_token}"} if s.chroma_token else None
                self._client = chromadb.HttpClient(s.chroma_host, s.chroma_port, s.chroma_ssl, headers, settings=quiet)
            else:
                try:
                    self._client = chromadb.PersistentClient(s.home / "chroma", settings=quiet)
                except Exception:
                    if self._lock is not None or (copy := _copied(s.home, "chroma/**/*")) is None:
                        raise
                    self._copies.append(copy)
                    self._client = chromadb.PersistentClient(Path(copy.name) / "chroma", settings=quiet)
        return self._client

    def _drop_client(self) -> None:
        if self._client is None:
            return
        session = getattr(getattr(self._client, "_server", None), "_session", None)
        cast("Client", self._client).close()
        if session is not None:
            session.close()  # Chroma's own close leaves the connection to a server open (1.5.9)
        self._client = self._collection = None

    @contextmanager
    def _vectors_guard(self) -> Iterator[None]:
        """Chroma's many kinds of failure as one message; the record itself is not touched by any of them."""
        try:
            yield
        except GriffierError:
            raise
        except Exception as error:  # noqa: BLE001  Chroma raises its own, Rust's, SQLite's and httpx's errors
            if not self.settings.chroma_host and self.shelf.is_full():
                raise IndexStateError(FULL, home=self.settings.home) from None
            kind = type(error).__name__
            if self.settings.chroma_host:
                where = f"{self.settings.chroma_host}:{self.settings.chroma_port}"
                away = "connect" in f"{kind} {error}".lower()
                told = (
                    "De Chroma-server op {where} is niet te bereiken." if away else "De Chroma-server op {where} meldt een fout ({kind})."
                )
                raise IndexStateError(
                    "{told} De verslagen zelf zijn bewaard.\nControleer of hij draait, en CHROMA_HOST en CHROMA_PORT. Is hij leeg, dan: griffier ingest --rebuild",
                    told=GriffierError(told, where=where, kind=kind),
                ) from None
            raise DamagedError(
                "Chroma ({folder}) werkt niet ({kind}). De verslagen zelf zijn bewaard. {rebuild}",
                folder=self.settings.home / "chroma",
                kind=kind,
                rebuild=REBUILD,
            ) from None

    def _open_collection(self) -> Collection:
        now = self.shelf.generation()
        if self._collection is not None and self._seen != now and self._lock is None:
            self._drop_client()  # another process may have written: an open client does not see that
        if self._collection is None:
            self._collection = self._make_collection(self._name(), make=self._lock is not None)
            self._seen = now
        return self._collection

    def _make_collection(self, name: str, make: bool) -> Collection:
        client = self._chroma()
        if make:
            return client.get_or_create_collection(name, configuration={"hnsw": HNSW}, embedding_function=None)  # type: ignore[arg-type]  # the mapping is Chroma's own documented form
        return client.get_collection(name, embedding_function=None)

    # --- writing ----------------------------------------------------------------------------------

    def ingest(self, transcript: Transcript, original: bytes, path: str, progress: Step | None = None) -> Ingested:
        """Puts a meeting on the shelf and in Chroma; visible at once, or not at all.

        ``original``: the file it was read from, kept byte for byte; ``path``: where that came from, for the reader of a list; ``progress``:
        called with (chunks embedded, chunks in all). Raises ReadError: it is cut off, and the whole report is there; IndexStateError: disk full
        or index unusable; ModelError: the embedding endpoint failed; the index is as it was.
        """
        sha = hashlib.sha256(original).hexdigest()
        meeting = transcript.meeting
        old = self.shelf.visible((meeting.id,))
        incomplete = meeting.status == "incomplete"
        if old and old[0].sha == sha:
            return Ingested(meeting.id, "unchanged", len(transcript.turns), len(old[0].columns), path, incomplete)
        if old and incomplete and old[0].meeting.status != "incomplete" and _is_part(transcript.turns, self.shelf.turns(meeting.id)):
            raise ReadError(
                "Het slot van dit verslag ontbreekt. Het hele verslag ({meeting}) staat al in de index en blijft staan. "
                "Wilt u dit toch, haal dat dan eerst weg: griffier remove {meeting}",
                meeting=meeting.id,
            )
        gen, chunks = self._stage(transcript, original, path, sha, self._open_collection, progress)
        self.shelf.publish([gen], {"fingerprint": self.fingerprint})
        self._seen = self.shelf.generation()
        self._sweep()
        return Ingested(meeting.id, "replaced" if old else "added", len(transcript.turns), chunks, path, incomplete)

    def _stage(
        self, transcript: Transcript, original: bytes, path: str, sha: str, collection: Callable[[], Collection], progress: Step | None
    ) -> tuple[int, int]:
        """Everything of an ingest but its becoming visible; what fails is taken away again."""
        speakers = list(dict.fromkeys(t.speaker for t in transcript.turns))
        columns, chunks = _chunks(transcript, speakers)
        gen = self.shelf.reserve(transcript.meeting.id)
        try:
            with self._vectors_guard():
                target = collection()
                before = target.count()
            added: list[Future[None]] = []
            # in a thread: building Chroma's index takes most of an ingest, and needs no Python
            with ThreadPoolExecutor(max_workers=1) as thread:
                for start, vectors in self._embedded(transcript, chunks, progress):
                    self._raise_failed(added)
                    added.append(thread.submit(_add, target, gen, columns, start, vectors))
                columns, postings = _words(chunks, columns, transcript.meeting.language)
                self.shelf.stage(gen, transcript, original, path, sha, columns, postings, speakers)
            self._raise_failed(added)
            with self._vectors_guard():
                if target.count() != before + len(columns):
                    raise IndexStateError("Chroma heeft niet alle vectoren bewaard. Er is niets gewijzigd; probeer het opnieuw.")
        except BaseException:
            with suppress(IndexStateError):  # what cannot be swept now is swept by whoever writes next
                self._sweep()
            raise
        return gen, len(columns)

    def _embedded(self, transcript: Transcript, chunks: Sequence[Chunk], progress: Step | None) -> Iterator[tuple[int, Vectors]]:
        """The vectors of the chunks in batches, each with the row it starts at."""
        turns = {turn.number: turn.text for turn in transcript.turns}
        for start in range(0, len(chunks), ADD):

            def step(done: int, start: int = start) -> None:
                if progress:
                    progress(start + done, len(chunks))

            texts = [turns[c.turn][c.start : c.end] for c in chunks[start : start + ADD]]
            yield start, self._made_with.embed(texts, transcript.meeting.language, step)

    def _raise_failed(self, added: Sequence[Future[None]]) -> None:
        """Raises what an adding that is done has failed with."""
        with self._vectors_guard():
            for one in added:
                if one.done():
                    one.result()

    @property
    def _made_with(self) -> Embedder:
        if self._embedder is None:
            self._embedder = embedder(self.settings)
        return self._embedder

    def remove(self, meeting: str) -> None:
        """Takes a meeting out, with everything derived from it. Raises UserError where it is not there; IndexStateError where its vectors
        cannot be reached: then it still is.
        """
        self.shelf.meeting(meeting)
        with self._vectors_guard():
            self._open_collection()
        self.shelf.hide(meeting)
        self._sweep()

    def rebuild(self, read: Read, progress: Step | None = None) -> None:
        """Reads all kept originals again and makes the index anew, visible in one step.

        Raises GriffierError: an original cannot be read or embedded; the index is as it was.
        """
        name = f"griffier-{uuid.uuid4().hex[:16]}"
        old = self.shelf.meta("collection")
        gens = []
        try:
            with self._vectors_guard():
                fresh = self._make_collection(name, make=True)
            meetings = self.shelf.visible()
            for i, generation in enumerate(meetings):
                original, path = self.shelf.original(generation.meeting.id)
                transcript = _read_again(read, original, path, generation.meeting.id)
                gens.append(self._stage(transcript, original, path, generation.sha, lambda: fresh, None)[0])
                if progress:
                    progress(i + 1, len(meetings))
        except BaseException:
            self._drop_collection(name)
            raise
        self.shelf.publish(gens, {"fingerprint": self.fingerprint, "collection": name}, alone=True)
        self._collection = None
        self._drop_collection(old)
        self.shelf.sweep(self.shelf.stale())

    def _drop_collection(self, name: str | None) -> None:
        if name is None:
            return
        with suppress(Exception):  # an old collection that is already gone, or damaged beyond opening, needs no deleting
            self._chroma().delete_collection(name)

    def _sweep(self) -> None:
        """Deletes what no reader sees: Chroma first, so that a crash in between leaves the shelf knowing what is left."""
        stale = self.shelf.stale()
        if not stale:
            return
        with self._vectors_guard():
            collection = self._open_collection()
            for gen in stale:
                collection.delete(where={"g": gen})
        self.shelf.sweep(stale)

    # --- searching --------------------------------------------------------------------------------

    def count(self) -> int:
        """The number of chunks a reader sees."""
        return sum(len(g.columns) for g in self.shelf.visible())

    def words(self, stems: Sequence[str] | Mapping[str, float], where: Filter, k: int) -> list[Hit]:
        """The chunks whose words fit best, by BM25 on stems: those with a score above zero, best first, ties in the order of the record.

        ``stems``: a mapping gives each its weight; ``where``: does not change the score of what it leaves; ``k``: how many at most.
        """
        weights = stems if isinstance(stems, Mapping) else dict.fromkeys(stems, 1.0)
        hits: list[Hit] = []
        for sheet in look(self.shelf, weights, where).sheets:
            hits += _best(sheet.generation, np.where(sheet.kept[sheet.place_of], sheet.chunks, 0.0), k)
        return sorted(hits, key=lambda h: (-h.score, h.meeting, h.turn, h.chunk))[:k]

    @property
    def knows_meaning(self) -> bool:
        """Whether its vectors tell what texts without a word in common mean."""
        return knows_meaning(self.settings)

    def asked(self, texts: Sequence[str], language: Language) -> Vectors:
        """The vectors of the few texts a question needs. Raises ModelError where the embedding endpoint failed."""
        return self._made_with.asked(texts, language)

    def vectors(self, wanted: str | Vectors, where: Filter, k: int, language: Language = "nl") -> list[Hit]:
        """The ``k`` chunks nearest to a text or a vector: Chroma's candidates, more than asked, scored again exactly.

        Raises IndexStateError: Chroma cannot be used, or lacks the vectors the shelf knows.
        """
        query = (self.asked([wanted], language)[0] if isinstance(wanted, str) else wanted).astype(np.float64)
        generations = {g.gen: g for g in self.shelf.visible()}
        masks = {gen: mask for gen, g in generations.items() if (mask := _allowed(g, where)) is not None}
        if not masks or not query.any():
            return []
        with self._vectors_guard(), self._querying:
            collection = self._open_collection()
            held = collection.count()
            if held < self.count():
                raise IndexStateError("In Chroma ontbreken vectoren. De verslagen zelf zijn bewaard. {rebuild}", rebuild=REBUILD)
            least = FILTERED_FETCH if where.parties or where.speakers or where.roles else LEAST_FETCH
            fetched = held if held <= FETCH_ALL else min(held, max(least, OVER_FETCH * k))
            found = collection.query(
                query_embeddings=[query.astype(np.float32)],
                n_results=max(1, fetched),
                where=_where(generations, masks, where) if held > FETCH_ALL else None,
                include=["embeddings"],
            )
        return _rescored(found, query, generations, masks)[:k]


def _copied(home: Path, wanted: str) -> TemporaryDirectory[str] | None:
    """These files of a home in a folder of their own, where SQLite and Chroma can write what reading takes; None where there is no room for it,
    or another process wrote in them meanwhile.
    """

    def state() -> dict[Path, tuple[int, int]]:
        return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in home.glob(wanted) if path.is_file()}

    try:
        copy = TemporaryDirectory(prefix="griffier-")
    except OSError:
        return None
    try:
        found = state()
        for path in found:
            (to := Path(copy.name, path.relative_to(home))).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)
        if state() == found:
            return copy
    except OSError:
        pass
    copy.cleanup()
    return None


def _read_again(read: Read, original: bytes, path: str, meeting: str) -> Transcript:
    try:
        return read(original, path)
    except ReadError as error:
        raise IndexStateError(
            "{why}\nDeze versie leest dat verslag niet meer. Haal het weg met griffier remove {meeting}, en bouw de index dan opnieuw.",
            why=error,
            meeting=meeting,
        ) from None


def _rescored(
    found: Any, query: NDArray[np.float64], generations: Mapping[int, Generation], masks: Mapping[int, NDArray[np.bool_]]
) -> list[Hit]:
    ids = found["ids"][0]
    vectors = np.asarray(found["embeddings"][0], dtype=np.float64).reshape(len(ids), -1)
    scores = np.round(vectors @ query, 9)
    hits = []
    for one, score in zip(ids, scores.tolist(), strict=True):
        gen, row = (int(part) for part in one.split(":"))
        if gen in masks and masks[gen][row]:
            columns = generations[gen].columns
            hits.append(Hit(generations[gen].meeting.id, int(columns[row, TURN]), int(columns[row, NUMBER]), score))
    return sorted(hits, key=lambda h: (-h.score, h.meeting, h.turn, h.chunk))


def _is_part(part: Sequence[Turn], whole: Sequence[Turn]) -> bool:
    """Whether a report without its end holds less than the whole one: fewer turns or words, the last turn not to its end, or nothing else."""
    said, there = ([(t.speaker, t.text) for t in turns] for turns in (part, whole))
    held = sum(t.words for t in whole)
    lost = held - sum(t.words for t in part)
    if len(said) < len(there) or said == there or lost > max(A_FEW, LOST * held):
        return True
    (speaker, text), (other, full) = said[-1], there[-1]
    breaks_off = text != full and full.startswith(re.sub(r"\W+$", "", text))
    return len(said) == len(there) and speaker == other and breaks_off


def _chunks(transcript: Transcript, speakers: Sequence[Speaker]) -> tuple[Columns, list[Chunk]]:
    """The chunks of a transcript, and their columns but for the number of words."""
    number = {speaker: i for i, speaker in enumerate(speakers)}
    made = [(one, number[turn.speaker]) for turn in transcript.turns for one in chunk(turn)]
    rows = [(one.turn, one.number, one.start, one.end, 0, speaker) for one, speaker in made]
    return np.array(rows, dtype=np.int32).reshape(-1, 6), [one for one, _ in made]


def _words(chunks: Sequence[Chunk], columns: Columns, language: Language) -> tuple[Columns, dict[str, list[int]]]:
    """The postings of the stems of the chunks, and the columns with the number of words filled in."""
    postings: dict[str, list[int]] = {}
    for row, one in enumerate(chunks):
        counts = Counter(stems_of(one.indexed, language))
        for found, times in counts.items():
            postings.setdefault(found, []).extend((row, times))
        columns[row, WORDS] = counts.total()
    return columns, postings


def _add(collection: Collection, gen: int, columns: Columns, start: int, vectors: Vectors) -> None:
    speakers = columns[start : start + len(vectors), SPEAKER].tolist()
    collection.add([f"{gen}:{row}" for row, _ in enumerate(vectors, start)], vectors, [{"g": gen, "s": speaker} for speaker in speakers])


def _allowed(generation: Generation, where: Filter) -> NDArray[np.bool_] | None:
    """Which chunks of a generation the filter leaves; None for none."""
    if not in_scope(generation.meeting, where):
        return None
    keep = np.array([speaks(s, where) for s in generation.speakers], dtype=np.bool_)
    return keep[generation.columns[:, SPEAKER]] if keep.any() else None


def _where(generations: Mapping[int, Generation], masks: Mapping[int, NDArray[np.bool_]], where: Filter) -> dict[str, Any] | None:
    """The filter for Chroma: by generation, and by speaker where one is asked for."""
    by_speaker = where.parties or where.speakers or where.roles
    if not by_speaker:
        return None if len(masks) == len(generations) else {"g": {"$in": list(masks)}}
    parts: list[dict[str, Any]] = []
    for gen in masks:
        speakers = [i for i, s in enumerate(generations[gen].speakers) if speaks(s, where)]
        parts.append({"$and": [{"g": gen}, {"s": {"$in": speakers}}]})
    return parts[0] if len(parts) == 1 else {"$or": parts}


def _best(generation: Generation, scores: NDArray[np.float64], k: int) -> list[Hit]:
    rows = np.flatnonzero(scores > 0)
    if len(rows) > k:
        bar = np.partition(scores[rows], -k)[-k]
        rows = rows[scores[rows] >= bar]
    columns = generation.columns
    return [Hit(generation.meeting.id, int(columns[r, TURN]), int(columns[r, NUMBER]), float(np.round(scores[r], 9))) for r in rows]
