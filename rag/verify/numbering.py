"""One numbering of citations per document: the same quote, the same number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rag.types import Citation, Quote, Statement
from rag.verify.quotes import holds


def reference(stem: str, quote: Quote) -> str:
    """The official reference with the page of a quote ("Kamerstukken II 2019/20, 28638, nr. 178, p. 2"); of an unknown page nothing is said."""
    page = quote.turn.page_at(quote.start)
    return stem if page is None else f"{stem}, p. {page}"


class Numbering:
    """Numbers the citations of one document 1, 2, 3 … in order of first use."""

    def __init__(self, references: Mapping[str, str]) -> None:
        """``references``: meeting id to its official reference without a page; a meeting not in it is named by its id."""
        self._references = references
        self._citations: dict[tuple[str, int, int, int], Citation] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation so far, in order of its number."""
        return tuple(self._citations.values())

    def number(self, quote: Quote) -> int:
        """The number of a quote, a new one if it has none yet.

        Raises ValueError: the quote does not hold; nothing may be shown that is not whole sentences of the record.
        """
        if not holds(quote):
            raise ValueError(f"no quotable sentences at turn {quote.turn.number} of {quote.turn.meeting}: {quote.start}-{quote.end}")
        if quote.place not in self._citations:
            stem = self._references.get(quote.turn.meeting, quote.turn.meeting)
            self._citations[quote.place] = Citation(len(self._citations) + 1, quote, reference(stem, quote))
        return self._citations[quote.place].number

    def cite(self, statement: Statement) -> Statement:
        """The statement with the numbers of its quotes; one that is not supported gets none."""
        if statement.verdict != "supported":
            return replace(statement, citations=())
        numbers = dict.fromkeys(self.number(quote) for quote in statement.claim.quotes)
        return replace(statement, citations=tuple(numbers))
