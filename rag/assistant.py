"""The one room that joins the others: ingest, ask, check, and what is on the shelf. Every door goes through here."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from rag import answer as answering
from rag import lookup
from rag.embed import knows_meaning
from rag.errors import DamagedError, GriffierError, ReadError, UserError
from rag.index import Index
from rag.layered import Layered
from rag.messages import cause, say
from rag.settings import Settings
from rag.types import (
    Answer,
    Check,
    Commitment,
    Failed,
    Filter,
    Form,
    Ingested,
    IngestReport,
    Interruption,
    Language,
    Meeting,
    Overview,
    Question,
    Role,
    Summary,
    Turn,
)
from rag.understand import resolve_filter
from rag.wordindex import speaks

if TYPE_CHECKING:
    from rag.export.forms import File
    from rag.llm import Endpoint
    from rag.summarise import Debate, Ledger

SUGGESTED = 100  # meetings whose questions to begin with are kept
Progress = Callable[[str, int, int], None]
SEED = "kst-28638-178"


class Assistant:
    """griffier's abilities over one home. Safe to share between threads; `close` when done.

    Args:
        settings: from `rag.settings.load`.
        shared: a collection to read beside its own; see `beside`.

    Raises:
        UserError: (whatever takes a meeting) there is none with that id.
    """

    def __init__(self, settings: Settings, shared: Assistant | None = None) -> None:
        self.settings = settings
        self._shared = shared
        self._index: Index | None = None
        self._opening = threading.Lock()
        self._suggesting = threading.Lock()
        self._suggested: dict[tuple[str, Language, int], tuple[str, ...]] = {}
        self._offered: dict[tuple[tuple[str, ...], Language, int], tuple[tuple[str, str], ...]] = {}

    @property
    def index(self) -> Index:
        """The index, opened for reading at first use; with a shared collection beneath it, both read as one."""
        with self._opening:
            if self._index is None:
                own = Index.open(self.settings)
                self._index = Layered(own, self._shared.index) if self._shared else own
            return self._index

    def beside(self, home: Path) -> Assistant:
        """An assistant over an empty home of its own and, read only, over this one's collection. What it ingests nobody else sees.

        Its folder is made, and its vectors stand there too, also when this one's stand on a Chroma server.
        """
        return Assistant(self.settings.model_copy(update={"griffier_home": home, "chroma_host": None}), self)

    def close(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None

    # --- ingest -----------------------------------------------------------------------------------

    def ingest(self, paths: Sequence[Path], progress: Progress | None = None) -> IngestReport:
        """Reads files and folders into the index. A file that fails leaves the index as it was, and the others go in.

        Args:
            paths: files, or folders that are walked; in a folder, files of unknown kind are skipped and counted.
            progress: called with (file name, done, total) while a file is being embedded.
        """
        wanted, skipped, failed = _expand(paths, self.settings.griffier_lang)
        done: list[Ingested] = []
        if not wanted:
            return IngestReport((), tuple(failed), skipped)
        with closing(self._writable()) as index:
            for path in wanted:
                try:
                    done.append(self._ingest_one(index, path.name, str(path), _bytes(path), progress))
                except GriffierError as error:
                    failed.append(Failed(str(path), error.why(self.settings.griffier_lang)))
        return IngestReport(tuple(done), tuple(failed), skipped)

    def ingest_bytes(self, data: bytes, name: str, progress: Progress | None = None) -> Ingested:
        """Reads one document that is already in memory (an upload, the bundled debate).

        Raises:
            ReadError: it is no transcript.
            IndexStateError: the index cannot be written.
        """
        with closing(self._writable()) as index:
            return self._ingest_one(index, name, name, data, progress)

    def _ingest_one(self, index: Index, name: str, path: str, data: bytes, progress: Progress | None) -> Ingested:
        from rag import read

        transcript = read.read(data, name)
        report = (lambda now, total: progress(name, now, total)) if progress else None
        return index.ingest(transcript, data, path, report)

    def ingest_seed(self, progress: Progress | None = None) -> Ingested:
        """Puts the bundled debate in the index."""
        seed = files("rag").joinpath("data", "seed", f"{SEED}.txt")
        return self.ingest_bytes(seed.read_bytes(), seed.name, progress)

    def _writable(self) -> Index:
        """The index, open for writing. Where a kill in the middle of a deletion broke its vectors, they are made anew first; but not by an
        endpoint, which may cost money: then whoever uses it is told how.
        """
        try:
            return Index.open(self.settings, write=True)
        except DamagedError:
            if knows_meaning(self.settings):
                raise
            self.rebuild()
            return Index.open(self.settings, write=True)

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Makes the index anew from the kept originals, all or nothing."""
        from rag import read

        self.close()
        with closing(Index.open(self.settings, write=True, rebuild=True)) as index:
            index.rebuild(read.read, progress)

    def remove(self, meeting: str) -> None:
        """Takes a meeting and everything derived from it out of the index, also when another version made that."""
        with closing(Index.open(self.settings, write=True, rebuild=True)) as index:
            index.remove(meeting)

    # --- the shelf --------------------------------------------------------------------------------

    def meetings(self) -> list[tuple[Meeting, int, int]]:
        """What is indexed: each meeting with its number of turns and of words."""
        shelf = self.index.shelf
        return [(m, len(turns), sum(t.words for t in turns)) for m in shelf.meetings() for turns in [shelf.turns(m.id)]]

    def turns(self, meeting: str, speaker: str | None = None, party: str | None = None, role: Role | None = None) -> list[Turn]:
        """The turns of a meeting, all or those of a speaker, party or role.

        Raises:
            UserError: no such speaker, or a surname that fits several.
        """
        shelf = self.index.shelf
        found = shelf.meeting(meeting)
        cast = lookup.cast_of(self.index, [found])
        where, absent = resolve_filter(limited(party=party, speaker=speaker, role=role), cast)
        if speaker and not where.speakers:
            raise UserError("Er is in {meeting} geen spreker {speaker}. Zie: griffier turns {meeting}", meeting=meeting, speaker=absent[0])
        return [turn for turn in shelf.turns(found.id) if speaks(turn.speaker, where)]

    def turn(self, meeting: str, number: int) -> Turn:
        """One turn. Raises UserError where the meeting has none of that number."""
        return self.index.shelf.turn(meeting, number)

    def commitments(self, meeting: str) -> tuple[Commitment, ...]:
        """What the government promised in a meeting, in the order in which it was said."""
        from rag.ledgers import promised_in

        return promised_in(self.index.shelf, self.index.shelf.meeting(meeting))

    def questions(self, meeting: str, party: str | None = None, open_only: bool = False) -> tuple[Question, ...]:
        """What members asked the government in a meeting, each with the sentences that answer it, in the order in which it was asked.

        Args:
            meeting: its id.
            party: only what was asked on behalf of this party, or by this member, as the user spells it.
            open_only: only what no answer was found for.
        """
        found = self._debate(meeting)[1].questions
        if party:
            cast = lookup.cast_of(self.index, [self.index.shelf.meeting(meeting)])
            where, absent = resolve_filter(Filter(parties=(party,)), cast)
            if absent:  # no party, perhaps a member
                where, _ = resolve_filter(Filter(speakers=(party,)), cast)
            found = tuple(q for q in found if (s := q.quote.turn.speaker).party in where.parties or s.name in where.speakers)
        return tuple(q for q in found if q.status == "open") if open_only else found

    def interruptions(self, meeting: str) -> tuple[Interruption, ...]:
        """Who broke in on whom in a meeting, members on members and on the government, in the order in which it happened."""
        return self._debate(meeting)[1].interruptions

    def warm(self) -> None:
        """Opens what the first question would wait for: the vectors, the word tables, the sentence rules."""
        for meeting in self.index.shelf.meetings()[:1]:
            self.index.vectors("verslag", Filter(), 1, meeting.language)
            self.ask("Wat is er gezegd?", verbatim=True)

    # --- ask and check ----------------------------------------------------------------------------

    def endpoint(self) -> Endpoint | None:
        """The configured model, or None."""
        if not self.settings.griffier_model:
            return None
        from rag.llm import Endpoint

        return Endpoint.of(self.settings, self.settings.griffier_model)

    def ask(
        self,
        question: str,
        where: Filter = Filter(),  # noqa: B008  frozen and empty: one shared default is safe
        before: Sequence[str] = (),
        verbatim: bool = False,
        language: Language | None = None,
    ) -> Answer:
        """Answers a question from the record, or declines.

        Args:
            question: as typed.
            where: limits; parties and speakers as the user spells them.
            before: earlier questions of the conversation, oldest first.
            verbatim: never call a model.
            language: of notes; by default that of the question.

        Raises:
            UserError: see `rag.answer.steps`.
        """
        return answering.answer(self.steps(question, where, before, verbatim, language))

    def steps(
        self,
        question: str,
        where: Filter = Filter(),  # noqa: B008  frozen and empty: one shared default is safe
        before: Sequence[str] = (),
        verbatim: bool = False,
        language: Language | None = None,
        everyone: bool = False,
    ) -> Iterator[answering.Event]:
        """As `ask`, step by step. ``everyone``: names in the question do not limit whose turns are searched."""
        return answering.steps(question, self.index, where, None if verbatim else self.endpoint(), before, language, everyone)

    def check(self, quote: str, meeting: str | None = None) -> Check:
        """Whether a quote is in the record: verbatim, differing, or not found. Raises UserError also where the index is empty."""
        from rag.check import check

        return check(quote, lookup.scope(self.index, Filter(meetings=(meeting,) if meeting else ())), self.index)

    # --- the page -----------------------------------------------------------------------------------

    def summary(self, meeting: str, party: str, verbatim: bool = False, language: Language = "nl") -> Summary:
        """The one-page summary of a party, or of the government.

        Args:
            meeting: its id.
            party: as the user spells it; "regering" is the government.
            verbatim: never call a model.
            language: of prose and notes.
        """
        from rag import summarise

        debate, ledger = self._debate(meeting)
        name = summarise.named(party, debate)
        page = summarise.summarise(debate, ledger, name, None if verbatim else self.endpoint(), language)
        return summarise.recheck(page, {t.number: t for t in self.index.shelf.turns(meeting)})

    def summaries(self, meeting: str, verbatim: bool = False, language: Language = "nl") -> tuple[Summary, ...]:
        """The pages of `pages`, in that order."""
        from rag import summarise

        debate, ledger = self._debate(meeting)
        endpoint = None if verbatim else self.endpoint()
        record = {t.number: t for t in self.index.shelf.turns(meeting)}
        pages = (summarise.summarise(debate, ledger, party, endpoint, language) for party in debate.pages)
        return tuple(summarise.recheck(page, record) for page in pages)

    def pages(self, meeting: str) -> tuple[str | None, ...]:
        """Whose pages there are of a meeting: see `Debate.pages`."""
        from rag.summarise import kept

        return kept(self.index.shelf, self.index.shelf.meeting(meeting)).pages

    def overview(self, meeting: str) -> Overview:
        """The debate at a glance: parties by subject, speaking time, who interrupted whom."""
        from rag import summarise

        return summarise.overview(*self._debate(meeting))

    def sheet_of(self, page: Summary, form: Form, made: date | None = None, language: Language = "nl") -> File:
        """A summary as a file in "md", "html", "pdf", "docx" or "json": one A4, every quote read back from it; ``made``: the day for the foot line.

        Raises:
            FidelityError: a quote does not stand in the file as it stands in the record.
        """
        from rag.export.files import file_name
        from rag.export.fit import fit
        from rag.export.forms import File, summary_file

        data = summary_file(fit(page, language), form, self._texts(page.meeting.id), made, language)
        return File(file_name(page.meeting.id, page.party or "regering", form), data, page.usage)

    def overview_sheet(self, meeting: str, form: Form, made: date | None = None, language: Language | None = None) -> File:
        """The debate at a glance as a file, by default in the language of the settings. See `sheet_of`."""
        from rag.export.files import file_name
        from rag.export.forms import File, overview_file
        from rag.export.printable import printable_overview

        tongue = language or self.settings.griffier_lang
        found = printable_overview(self.overview(meeting))
        return File(file_name(meeting, "overview", form), overview_file(found, form, self._texts(meeting), made, tongue))

    def sheets(self, meeting: str, form: Form, made: date | None = None) -> tuple[File, ...]:
        """All summaries of a meeting as files, in the order of `summaries`. See `sheet_of`."""
        from rag.export.files import distinct

        language = self.settings.griffier_lang
        found = [self.sheet_of(page, form, made, language) for page in self.summaries(meeting, language=language)]
        return tuple(replace(one, name=name) for one, name in zip(found, distinct([one.name for one in found]), strict=True))

    def _texts(self, meeting: str) -> dict[int, str]:
        shelf = self.index.shelf
        return shelf.once("texts", meeting, lambda: {turn.number: turn.text for turn in shelf.turns(meeting)})

    def suggestions(self, meeting: str, language: Language = "nl") -> tuple[str, ...]:
        """Questions to begin with, made from the debate; each is answered when it is asked."""
        from rag.suggest import suggest

        key = (meeting, language, self.index.shelf.generation())
        with self._suggesting:  # of those who come at once, one looks and the others wait for it
            if key in self._suggested:
                return self._suggested[key]
            where = Filter(meetings=(meeting,))
            if len(self._suggested) > SUGGESTED:
                self._suggested.clear()
                self._offered.clear()
            self._suggested[key] = suggest(self._debate(meeting)[0], lambda question: self.ask(question, where, verbatim=True), language)
            return self._suggested[key]

    def suggestions_of(self, meetings: Sequence[str], language: Language = "nl") -> tuple[tuple[str, str], ...]:
        """Questions to begin with about several debates, some of each, after the meeting each is about; answered from their own debate also when asked of all."""
        from rag.suggest import mixed

        rows = [(meeting, self.suggestions(meeting, language)) for meeting in meetings]
        if len(rows) == 1:
            return tuple((meetings[0], question) for question in rows[0][1])
        key = (tuple(meetings), language, self.index.shelf.generation())
        found = self._offered.get(key)
        if found is None:
            found = self._offered[key] = mixed(rows, lambda question: self.ask(question, verbatim=True))
        return found

    def _debate(self, meeting: str) -> tuple[Debate, Ledger]:
        from rag.ledgers import asked_in, broke_in, promised_in
        from rag.summarise import Ledger, kept

        shelf, found = self.index.shelf, self.index.shelf.meeting(meeting)
        return kept(shelf, found), Ledger(asked_in(shelf, found), promised_in(shelf, found), broke_in(shelf, found))


def _expand(paths: Iterable[Path], language: Language) -> tuple[list[Path], int, list[Failed]]:
    """Files to read, the number of files skipped in folders, and what is not there or may not be looked into."""
    from rag.read import SUFFIXES

    wanted: list[Path] = []
    skipped, failed = 0, []

    def closed(error: OSError) -> None:
        failed.append(Failed(str(error.filename), say("Deze map kan niet worden gelezen: {why}.", language, why=cause(error))))

    for path in paths:
        if path.is_dir():
            for folder, below, names in os.walk(path, onerror=closed):
                below[:] = sorted(name for name in below if not name.startswith("."))
                inside = [file for name in sorted(names) if not name.startswith(".") and (file := Path(folder, name)).is_file()]
                known = [file for file in inside if file.suffix.lower() in SUFFIXES]
                wanted += known
                skipped += len(inside) - len(known)
        elif path.exists():
            wanted.append(path)
        else:
            failed.append(Failed(str(path), say("Dit bestand of deze map bestaat niet.", language)))
    return list(dict.fromkeys(wanted)), skipped, failed


def _bytes(path: Path) -> bytes:
    from rag.read import MAX_BYTES

    try:
        if not path.is_file():  # a pipe or a device may never end
            raise ReadError("Dit is geen gewoon bestand. Geef een tekst-, XML- of PDF-bestand.")
        if path.stat().st_size > MAX_BYTES:
            raise ReadError("Dit bestand is groter dan {mb} MB. Splits het, of lever alleen het verslag aan.", mb=MAX_BYTES // 2**20)
        return path.read_bytes()
    except OSError as error:
        raise ReadError("Dit bestand kan niet worden gelezen: {why}.", why=cause(error)) from None


def limited(
    meetings: Iterable[str] = (),
    party: str | None = None,
    speaker: str | None = None,
    role: Role | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Filter:
    """A filter of single values; an empty one limits nothing."""
    return Filter(tuple(meetings), (party,) if party else (), (speaker,) if speaker else (), (role,) if role else (), since, until)


def dated(where: Filter) -> Filter:
    """A filter whose dates were checked.

    Raises:
        UserError: a date is not YYYY-MM-DD, or the first comes after the last.
    """
    for name, value in (("--since", where.since), ("--until", where.until)):
        if value is not None:
            try:
                date.fromisoformat(value)
            except ValueError:
                raise UserError("{name} heeft de waarde {value}. Verwacht: een datum als 2019-12-05.", name=name, value=value) from None
    if where.since and where.until and date.fromisoformat(where.since) > date.fromisoformat(where.until):
        raise UserError("--since ({since}) ligt na --until ({until}). Draai ze om.", since=where.since, until=where.until)
    return where
