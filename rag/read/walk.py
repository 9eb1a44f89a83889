"""What a walk over the lines of a report gathers: turns under construction, and all that is no turn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from rag.read.canonical import BodyLine
from rag.read.headings import Heading
from rag.types import Event, Span


@dataclass(slots=True)
class Draft:
    """A turn under construction: its heading as printed, who the chair was, its lines."""

    heading: Heading
    printed: str
    chair: str | None
    body: list[BodyLine] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """What the walk over the marks has gathered. ``furniture``: indices of the lines that are page furniture."""

    furniture: frozenset[int] = frozenset()
    drafts: list[Draft] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    front: list[BodyLine] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    suspensions: list[tuple[str, str]] = field(default_factory=list)
    end: str | None = None
    closed: bool = False
    open: bool = False
    after_notice: bool = False

    def begin(self, heading: Heading, printed: str) -> None:
        """A new turn, under the chair of that moment."""
        self.drafts.append(Draft(heading, printed, self.chairs[-1] if self.chairs else None))


def merged(spans: list[Span]) -> list[Span]:
    """Neighbouring spans of one kind and turn as one; empty ones are left out."""
    found: list[Span] = []
    for span in spans:
        if found and (found[-1].kind, found[-1].turn) == (span.kind, span.turn):
            found[-1] = replace(found[-1], end=span.end)
        elif span.end > span.start:
            found.append(span)
    return found
