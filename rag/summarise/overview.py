"""The debate at a glance: which party said what on which subject, who spoke how long, and who interrupted whom."""

from __future__ import annotations

from collections import Counter

from rag.summarise.debate import Debate, Ledger
from rag.summarise.positions import FLOOR, Candidate, candidates, verified
from rag.summarise.subjects import Subject, subjects
from rag.types import Overview, Speaker, Statement
from rag.verify import Numbering

PER_CELL = 2


def overview(debate: Debate, ledger: Ledger) -> Overview:
    """The table party × subject with the positions there, speaking time and interruptions.

    Args:
        debate: as it stands on the shelf.
        ledger: its interruptions.
    """
    numbering = Numbering({debate.meeting.id: debate.meeting.reference})
    found = subjects(debate)
    labels = (*debate.parties, *([""] if debate.of(None) else []))
    cells: list[tuple[str, str, tuple[Statement, ...]]] = []
    for label in labels:
        best = [c for c in candidates(debate, label or None) if c.score >= FLOOR]
        for subject in found:
            chosen = verified(_on(subject, best), debate.names, debate.language)
            if chosen:
                cells.append((label, subject.label, tuple(numbering.cite(s) for s in chosen)))
    times = Counter((_label(i.by), _label(i.of)) for i in ledger.interruptions)
    return Overview(
        meeting=debate.meeting,
        subjects=tuple(s.label for s in found),
        parties=debate.parties,
        cells=tuple(cells),
        speaking=_speaking(debate, labels),
        interruptions=tuple((by, of, n) for (by, of), n in sorted(times.items(), key=lambda t: (-t[1], t[0]))),
        citations=numbering.citations,
    )


def _on(subject: Subject, best: list[Candidate]) -> list[Candidate]:
    """The best positions on a subject, as spoken; those that name it in the sentence itself."""
    chosen = [c for c in best if subject.within(c.stems)][:PER_CELL]
    return sorted(chosen, key=lambda c: (c.turn.number, c.core))


def _speaking(debate: Debate, labels: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    rows = [(label, len(turns), sum(t.words for t in turns)) for label in labels for turns in [debate.of(label or None)]]
    return tuple(sorted(rows, key=lambda r: (-r[2], r[0])))


def _label(speaker: Speaker) -> str:
    return speaker.party or "" if speaker.role == "member" else ""
