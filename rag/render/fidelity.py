"""The last look before a quote is shown: its words are the record's own at that place, or nothing is shown."""

from __future__ import annotations

import re

from rag.errors import GriffierError
from rag.types import Citation, Quote

_QUOTATION = re.compile(r"[«»“”„‟\"]|(?<!\w)['‘‚‛]|['’](?!\w)")


class FidelityError(GriffierError):
    """A quote about to be shown is not in the record as it stands: nothing is shown."""


def checked(citation: Citation) -> Citation:
    """The citation itself, after a last look that its words are the record's own at that place.

    Raises FidelityError: the pointer leaves the turn, is empty, or lies in a span no one may be quoted for.
    """
    if not _stands(citation.quote):
        raise FidelityError(
            "Citaat {number} wijst niet naar woorden in het verslag (beurt {turn}). Er is niets getoond.",
            number=citation.number,
            turn=citation.quote.turn.number,
        )
    return citation


def shown(quote: Quote) -> Quote:
    """The quote itself, after the same last look; for what has no number: questions, commitments.

    Raises FidelityError: as `checked`.
    """
    if not _stands(quote):
        raise FidelityError(
            "Een citaat wijst niet naar woorden in het verslag (beurt {number}). Er is niets getoond.", number=quote.turn.number
        )
    return quote


def unquoted(text: str) -> str:
    """A text that is no quote, without quotation marks: they would promise that the words stand in the record."""
    return _QUOTATION.sub("", text)


def _stands(quote: Quote) -> bool:
    inside = 0 <= quote.start < quote.end <= len(quote.turn.text)
    return inside and bool(quote.text.strip()) and not quote.turn.bars(quote.start, quote.end)
