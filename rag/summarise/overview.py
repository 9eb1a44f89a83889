"""The debate at a glance: which party said what on which subject, who spoke how long, and who interrupted whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from rag.cues import marks
from rag.summarise.debate import Debate, Ledger
from rag.summarise.positions import SURE, Candidate, candidates, choose, verified
from rag.summarise.subjects import Subject, agenda, subjects
from rag.types import Language, Overview, Speaker, Statement
from rag.verify import Numbering

PER_CELL = 2


def overview(debate: Debate, ledger: Ledger) -> Overview:
    """The table party × subject with the positions there, speaking time and interruptions.

    Args:
        debate: as it stands on the shelf.
        ledger: its interruptions.
    """
    numbering = Numbering({debate.meeting.id: debate.meeting.reference})
    columns = _columns(debate)
    labels = (*debate.parties, *([""] if debate.of(None) else []))
    cells: list[tuple[str, str, tuple[Statement, ...]]] = []
    for label in labels:
        best = [c for c in candidates(debate, label or None) if c.score >= SURE and not _about_the_debate(c, debate.language)]
        for column, holds in columns:
            chosen = verified(_best([c for c in best if holds(c)]), debate.names, debate.language)
            if chosen:
                cells.append((label, column, tuple(numbering.cite(s) for s in chosen)))
    times = Counter((_label(i.by), _label(i.of)) for i in ledger.interruptions)
    return Overview(
        meeting=debate.meeting,
        subjects=tuple(column for column, _ in columns),
        parties=debate.parties,
        cells=tuple(cells),
        speaking=_speaking(debate, labels),
        interruptions=tuple((by, of, n) for (by, of), n in sorted(times.items(), key=lambda t: (-t[1], t[0]))),
        citations=numbering.citations,
    )


def _about_the_debate(candidate: Candidate, language: Language) -> bool:
    """A courtesy, or words about the course of the debate: where a cell has nothing else it stays empty."""
    return bool(marks(candidate.text, language).keys() & {"courtesy", "procedure"})


def _columns(debate: Debate) -> list[tuple[str, Callable[[Candidate], bool]]]:
    """The items of a day's agenda where it has several, else the debate's subjects; each with what belongs to it."""

    def at(numbers: set[int]) -> Callable[[Candidate], bool]:
        return lambda c: c.turn.number in numbers

    def on(subject: Subject) -> Callable[[Candidate], bool]:
        return lambda c: subject.within(c.stems)

    items = agenda(debate)
    if len(items) > 1:
        return [(title, at(numbers)) for title, numbers in items]
    return [(s.label, on(s)) for s in subjects(debate)]


def _best(found: list[Candidate]) -> list[Candidate]:
    """The best few of one cell, as spoken."""
    return sorted(choose(found, PER_CELL), key=lambda c: (c.turn.number, c.core))


def _speaking(debate: Debate, labels: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    rows = [(label, len(turns), sum(t.words for t in turns)) for label in labels for turns in [debate.of(label or None)]]
    return tuple(sorted(rows, key=lambda r: (-r[2], r[0])))


def _label(speaker: Speaker) -> str:
    return speaker.party or "" if speaker.role == "member" else ""
