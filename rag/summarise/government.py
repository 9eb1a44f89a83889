"""The government's own page: what it announces and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.summarise.cues import marks
from rag.summarise.debate import Debate
from rag.summarise.positions import Candidate, candidates, choose, overlap
from rag.summarise.sentence import LONGEST
from rag.text import words
from rag.types import Commitment, Quote
from rag.verify.quotes import spans

MOST = 6
_FAR = 4  # sentences before a verdict in which its motion may be named
_UNSURE = re.compile(
    r"\b(?:zal|zullen)\b[^.;:]*\bmoeten\b|\b(?:wellicht|misschien|eventueel|mogelijk|zou|zouden|perhaps|might)\b|^\W*(?:als|mocht|mochten|indien|if)\b",
    re.I,
)
_ADVISED = re.compile(r"\bontra(?:ad|adt|den)\b", re.I)
_MOTION = re.compile(r"\bstuk(?:ken)? nrs?\.|\bmotie-|\bde (?:\w+ )?motie van\b", re.I)


def announcements(debate: Debate, apart: Iterable[Quote], most: int = MOST) -> list[Candidate]:
    """What the government says it will do or is about to do, beside what it promised or refused.

    Args:
        debate: as it stands on the shelf.
        apart: quotes that stand on the page by themselves.
        most: how many at most.
    """
    taken = list(apart)
    found = [
        c for c in candidates(debate, None, "announces") if "refuses" not in marks(c.text, debate.language) and not _UNSURE.search(c.text)
    ]
    return choose([c for c in found if not any(within(c, q) for q in taken)], most)


def refusals(debate: Debate, most: int = MOST) -> list[Candidate]:
    """What the government says it will not do; a motion advised against is named by its number or its mover.

    Args:
        debate: as it stands on the shelf.
        most: how many at most.
    """
    found = [_with_motion(c) for c in candidates(debate, None, "refuses")]
    return choose([c for c in found if c is not None], most)


def apart(promised: Iterable[Commitment], chosen: Iterable[Candidate] = ()) -> list[Quote]:
    """The quotes of commitments and of what was chosen already."""
    return [*(q for c in promised for q in (c.quote, *c.more)), *(c.quote for c in chosen)]


def within(candidate: Candidate, quote: Quote) -> bool:
    """Whether a candidate shares words of the record with a quote."""
    return candidate.turn.number == quote.turn.number and candidate.start < quote.end and quote.start < candidate.end


def without(found: Sequence[Candidate], chosen: Sequence[Candidate], promised: Iterable[Commitment] = ()) -> list[Candidate]:
    """The candidates that share no words with what was chosen already, or with what was promised, and give no verdict on a motion."""
    taken = apart(promised)
    left = [c for c in found if not any(overlap(c, other) for other in chosen) and not any(within(c, q) for q in taken)]
    return [c for c in left if not _ADVISED.search(c.quote.text)]


def _with_motion(candidate: Candidate) -> Candidate | None:
    """A verdict on a motion together with the sentence that names the motion; None when that is too far away."""
    if not _ADVISED.search(candidate.text):
        return candidate
    text = candidate.turn.text
    if _MOTION.search(candidate.quote.text):
        return candidate
    before = [a for a, _ in spans(text) if a < candidate.start][-_FAR:]
    for start in reversed(before):
        if len(words(text[start : candidate.end])) > LONGEST:
            return None
        if _MOTION.search(text[start : candidate.end]):
            hidden = any(a < candidate.end and start < b for a, b in candidate.turn.unquotable)
            return None if hidden else replace(candidate, start=start)
    return None
