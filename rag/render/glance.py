"""An Overview as pages: speaking time, who interrupted whom, the table of parties and subjects, and the positions it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rag.render.fidelity import checked
from rag.render.sheet import foot, meeting_facts
from rag.render.wording import PAGE, grouped, short
from rag.text import listed
from rag.types import Citation, Language, Overview, Quote, Statement

Cells = tuple[tuple[str, str, tuple[Statement, ...]], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One position, or what was said without one: its number, other words where a model wrote them, the quote, and who said it where."""

    number: int
    prose: str
    quote: Quote
    said: str


@dataclass(frozen=True, slots=True)
class Group:
    """The positions of one party, in the order of their numbers."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a name for each row and each column; ``cells[row][column]``."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[tuple[int, ...], ...], ...]

    @property
    def lines(self) -> tuple[tuple[str, tuple[tuple[int, ...], ...]], ...]:
        """Each row with its name."""
        return tuple(zip(self.rows, self.cells, strict=True))


@dataclass(frozen=True, slots=True)
class Glance:
    """What stands in an overview, whatever its form.

    ``speaking``: (name, turns, words), longest first. ``interruptions``: one count in each cell, rows broke in on columns.
    ``subjects``: in each cell the numbers of the positions, or of what was ``mentioned`` there without one. ``quotes``: all in reading order.
    """

    language: Language
    kicker: str
    title: str
    subtitle: str
    document_title: str
    facts: tuple[tuple[str, str], ...]
    speaking: tuple[tuple[str, int, int], ...]
    interruptions: Grid
    subjects: Grid
    groups: tuple[Group, ...]
    foot: str
    quotes: tuple[Quote, ...]
    mentioned: frozenset[int] = frozenset()


def glance(overview: Overview, made: date | None, language: Language) -> Glance:
    """The pages of an overview. Statements that are not supported are not on them."""
    meeting, word = overview.meeting, PAGE[language]
    mentioned = frozenset(_numbers(overview.mentions)) - frozenset(_numbers(overview.cells))
    groups = _groups(overview, mentioned, language)
    quotes = tuple(entry.quote for group in groups for entry in group.entries)
    return Glance(
        language,
        word["kicker_overview"],
        short(meeting.title, 160),
        "",
        word["overview_title"].format(title=short(meeting.title, 160)),
        (*meeting_facts(meeting, language), *_silent(overview, language)),
        tuple((_name(label, language), turns, words) for label, turns, words in overview.speaking),
        _interruptions(overview, language),
        _subjects(overview, language),
        groups,
        foot(meeting, len(quotes), 0, "verbatim", made, language),
        quotes,
        mentioned,
    )


def _silent(overview: Overview, language: Language) -> tuple[tuple[str, str], ...]:
    """The parties that were there and did not speak, as a fact: they have no row."""
    there = dict.fromkeys(p.party for p in overview.meeting.present if p.role == "member" and p.party)
    silent = [party for party in there if party.casefold() not in {one.casefold() for one in overview.parties}]
    return ((PAGE[language]["there_silent"], listed(silent, language)),) if silent else ()


def _numbers(cells: Cells) -> tuple[int, ...]:
    return tuple(n for _, _, statements in cells for s in statements if s.verdict == "supported" for n in s.citations)


def bars(found: Glance) -> list[tuple[str, float, str]]:
    """Speaking time as (name, share of the longest, the words beside the bar)."""
    longest = max((words for _, _, words in found.speaking), default=0) or 1

    def told(kind: str, number: int) -> str:
        word = PAGE[found.language]
        return word[kind] if number == 1 else word[f"{kind}s"].format(grouped(number, found.language))

    return [(name, words / longest, f"{told('word', words)}, {told('turn', turns)}") for name, turns, words in found.speaking]


def legend(found: Glance, mark: str = "mention_outlined") -> str:
    """What the numbers in the table of subjects lead to; ``mark``: how a form sets those of what was said without a position apart."""
    shown = any(n in found.mentioned for row in found.subjects.cells for cell in row for n in cell)
    return " ".join(PAGE[found.language][key] for key in ("numbers", *((mark,) if shown else ()), "numbers_blank"))


def _name(label: str, language: Language) -> str:
    return short(label, 40) or PAGE[language]["government"]


def _labels(overview: Overview) -> list[str]:
    """Who has a row: the parties in their order, then the government where it said anything."""
    spoke = {label for label, _, _ in overview.speaking} | {label for label, _, _ in (*overview.cells, *overview.mentions)}
    return [*overview.parties, *([""] if "" in spoke else [])]


def _interruptions(overview: Overview, language: Language) -> Grid:
    counts = {(by, of): times for by, of, times in overview.interruptions if times}
    labels = _labels(overview)
    rows = [label for label in labels if any((label, of) in counts for of in labels)]
    columns = [label for label in labels if any((by, label) in counts for by in labels)]
    cells = tuple(tuple((counts.get((by, of), 0),) for of in columns) for by in rows)
    return Grid(tuple(_name(x, language) for x in rows), tuple(_name(x, language) for x in columns), cells)


def _subjects(overview: Overview, language: Language) -> Grid:
    said = (*overview.mentions, *overview.cells)  # a position goes before a mention
    cells = {(label, subject): tuple(dict.fromkeys(_numbers(((label, subject, statements),)))) for label, subject, statements in said}
    labels = _labels(overview)
    # a subject of which nothing can be shown has no column: its cells would lead nowhere
    columns = [subject for subject in overview.subjects if any(cells.get((label, subject)) for label in labels)]
    table = tuple(tuple(cells.get((label, subject), ()) for subject in columns) for label in labels)
    return Grid(tuple(_name(x, language) for x in labels), tuple(short(s, 40) for s in columns), table)


def _groups(overview: Overview, mentioned: frozenset[int], language: Language) -> tuple[Group, ...]:
    by_number = {c.number: checked(c) for c in overview.citations}
    entries: dict[str, dict[int, Entry]] = {label: {} for label in _labels(overview)}
    for label, _, statements in (*overview.cells, *overview.mentions):
        for statement in statements:
            prose = "" if statement.claim.verbatim else " ".join(statement.text.split())
            for place, number in enumerate(statement.citations if statement.verdict == "supported" else ()):
                entry = _entry(by_number[number], "" if place else prose, number in mentioned, language)
                entries[label].setdefault(number, entry)
    return tuple(Group(_name(label, language), tuple(own[n] for n in sorted(own))) for label, own in entries.items() if own)


def _entry(citation: Citation, prose: str, mentioned: bool, language: Language) -> Entry:
    turn, word = citation.quote.turn, PAGE[language]
    said = f"{turn.speaker.called(language)}, {citation.reference}, {word['turn_of_note'].format(turn.number)}"
    return Entry(citation.number, prose, citation.quote, f"{said} ({word['said_only']})" if mentioned else said)
