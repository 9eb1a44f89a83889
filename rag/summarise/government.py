"""The government's own page: what it announces and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence

from rag.summarise.cues import cues
from rag.summarise.debate import Debate
from rag.summarise.positions import Candidate, candidates, choose
from rag.types import Commitment

MOST = 5


def announcements(debate: Debate, promised: Sequence[Commitment], most: int = MOST) -> list[Candidate]:
    """What the government says it will do or is about to do, beside what it promised.

    Args:
        debate: as it stands on the shelf.
        promised: the commitments, which stand on the page by themselves.
        most: how many at most.
    """
    return _chosen(debate, "announces", promised, most)


def refusals(debate: Debate, most: int = MOST) -> list[Candidate]:
    """What the government says it will not do."""
    return _chosen(debate, "refuses", (), most)


def _chosen(debate: Debate, section: str, promised: Sequence[Commitment], most: int) -> list[Candidate]:
    cue = cues(section, debate.language)
    other = cues("refuses", debate.language) if section == "announces" else None
    taken = [q for c in promised for q in (c.quote, *c.more)]
    found = []
    for candidate in candidates(debate, None, cue):
        if any(q.turn.number == candidate.turn.number and q.start < candidate.end and candidate.start < q.end for q in taken):
            continue
        if other is None or not other.held(candidate.tokens):
            found.append(candidate)
    return choose(found, most)
