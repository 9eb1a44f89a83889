"""Precision of the positions on the summary pages, against hand-labelled sentences in eval/gold: `python -m eval.score_positions`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from eval.cases import labelled, labels_of
from rag.read import read
from rag.summarise import Debate, Ledger, summarise
from rag.types import Statement

FIRST = 5


@dataclass(frozen=True, slots=True)
class Scored:
    """How one party's positions fared: how many were given, how many are labelled a position, and how many a main one."""

    party: str
    given: int
    right: int
    main: int
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float | None:
        return self.right / self.given if self.given else None


def score(debate: Debate, labels: dict[str, Any]) -> list[Scored]:
    """Each labelled party's first five positions against the labels.

    A position is right when its quote holds a sentence labelled as a position of that party in that turn; a sentence that nobody
    labelled counts as wrong.
    """
    found = []
    for party in sorted({p["party"] for p in labels["position"]}):
        given = summarise(debate, Ledger(), party).positions[:FIRST]
        strengths = [_strength(s, party, labels) for s in given]
        wrong = tuple(s.text for s, strength in zip(given, strengths, strict=True) if not strength)
        found.append(Scored(party, len(given), sum(s > 0 for s in strengths), sum(s > 1 for s in strengths), wrong))
    return found


def precision(scored: list[Scored]) -> float:
    """Over all parties together: the share of the positions given that are right."""
    given = sum(s.given for s in scored)
    return sum(s.right for s in scored) / given if given else 0.0


def _strength(statement: Statement, party: str, labels: dict[str, Any]) -> int:
    quote = statement.claim.quotes[-1]
    text = " ".join(quote.text.split())
    if quote.turn.speaker.party != party:
        return 0
    fits = [p["strength"] for p in labels["position"] if p["turn"] == quote.turn.number and p["party"] == party and p["words"] in text]
    return max(fits, default=0)


def everything() -> str:
    """The figures of every labelled debate whose report is there, and the positions nobody labelled as one."""
    lines = []
    for name, path in labelled("positions").items():
        transcript = read(path.read_bytes(), path.name)
        scored = score(Debate(transcript.meeting, transcript.turns, transcript.motions, transcript.events), labels_of(name, "positions"))
        right, given, main = (sum(getattr(s, figure) for s in scored) for figure in ("right", "given", "main"))
        lines += [f"{name:14} {right}/{given} right, {main} main", *(f"  {s.party}: {text}" for s in scored for text in s.wrong)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(everything() + "\n")
