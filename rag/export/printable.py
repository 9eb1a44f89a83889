"""What can be printed and read back as it stands in the record; what cannot is left out, and counted."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from rag.render.wording import PAGE, counted
from rag.types import Language, Overview, Quote, Statement, Summary
from rag.verify import Numbering

LONGEST_WORD = 60  # letters in a row: longer is wider than the page


def printable(summary: Summary, language: Language, missing: frozenset[str] = frozenset()) -> Summary:
    """The summary without what cannot be printed and read back as it stands in the record; ``left_out`` counts it.

    ``missing``: characters no font has a sign for.
    """

    def fine(quotes: Iterable[Quote]) -> bool:
        return prints(quotes, missing)

    lists: dict[str, Callable[[Any], bool]] = {
        "positions": lambda s: fine(s.claim.quotes),
        "announcements": lambda s: fine(s.claim.quotes),
        "refusals": lambda s: fine((*s.claim.quotes, *(asked for quote, asked in summary.refused_to if quote in s.claim.quotes))),
        "motions": lambda m: fine((*([m.request] if m.request else []), *(v.quote for v in m.verdicts))),
        "questions": lambda q: fine((q.quote, *q.answers)),
        "commitments": lambda c: fine(q for q in (c.asked, c.quote, *c.remarks) if q),
        "given": lambda i: fine((i.quote,)),
        "received": lambda i: fine((i.quote,)),
    }
    kept = {kind: tuple(x for x in getattr(summary, kind) if test(x)) for kind, test in lists.items()}
    gone = sum(len(getattr(summary, kind)) - len(left) for kind, left in kept.items())
    if not gone:
        return summary
    words = PAGE[language]["unprintable"].format(counted("quotes", gone, language))
    return replace(summary, **kept, left_out=(*summary.left_out, words))  # type: ignore[arg-type]  # each list keeps its own type


def printable_overview(overview: Overview) -> Overview:
    """The overview without statements that cannot be printed, its citations renumbered. See `printable`."""
    numbering = Numbering({overview.meeting.id: overview.meeting.reference})
    kept: dict[str, list[tuple[str, str, tuple[Statement, ...]]]] = {"cells": [], "mentions": []}
    every = [(cell, kind) for kind in kept for cell in getattr(overview, kind)]
    rows, columns = [*overview.parties, ""], overview.subjects
    for (party, subject, said), kind in sorted(every, key=lambda e: (rows.index(e[0][0]), columns.index(e[0][1]))):
        fine = tuple(numbering.cite(s) for s in said if s.verdict == "supported" and prints(s.claim.quotes))
        if fine:
            kept[kind].append((party, subject, fine))
    return replace(overview, cells=tuple(kept["cells"]), mentions=tuple(kept["mentions"]), citations=numbering.citations)


def prints(quotes: Iterable[Quote], missing: frozenset[str] = frozenset()) -> bool:
    """Whether quotes can be printed and read back as they stand; ``missing``: characters no font has a sign for."""
    words = (word for quote in quotes for word in quote.text.split())
    return all(len(word) <= LONGEST_WORD and not any(_odd(c) or c in missing for c in word) for word in words)


def _odd(c: str) -> bool:
    """A character that leaves no sign on paper, has none of its own, turns the order of the line round, or is read back as two (ﬁ)."""
    return (
        "\ufb00" <= c <= "\ufb4f"
        or unicodedata.category(c) in {"Cc", "Cf", "Cn", "Co", "Cs"}
        or unicodedata.bidirectional(c) in {"R", "AL"}
        or c == "\ufffd"
    )
