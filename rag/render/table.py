"""The commitments as a table for a spreadsheet: CSV that cannot run as a formula, and whose quotes are read back before it is given."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from rag.render.fidelity import FidelityError, shown
from rag.render.ledger import people
from rag.text import clean
from rag.types import Commitment, Language, Meeting
from rag.verify import reference

BOM = "\ufeff"  # without it Excel takes UTF-8 for something older
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"
COLUMNS: dict[str, tuple[str, ...]] = {
    "nl": (
        "nr",
        "citaat",
        "toegezegd door",
        "aan",
        "termijn",
        "vanaf",
        "uiterlijk",
        "herkomst",
        "vergadering",
        "datum",
        "beurt",
        "pagina",
        "lijst van de voorzitter",
        "beurt van de lijst",
        "ook",
        "op de vraag",
        "vindplaats",
    ),
    "en": (
        "no",
        "quote",
        "promised by",
        "to",
        "term",
        "from",
        "by",
        "origin",
        "meeting",
        "date",
        "turn",
        "page",
        "chair's list",
        "turn of the list",
        "also",
        "asked",
        "reference",
    ),
}
_ORIGIN: dict[str, dict[str, str]] = {
    "nl": {"debate": "debat", "chair_list": "lijst van de voorzitter", "both": "debat en lijst van de voorzitter"},
    "en": {"debate": "debate", "chair_list": "chair's list", "both": "debate and chair's list"},
}
QUOTE, LIST = 1, 12  # the columns that hold words of the record


def commitments_csv(meeting: Meeting, found: Sequence[Commitment], language: Language = "nl") -> str:
    """The commitments as CSV (RFC 4180, with a byte order mark): one row each, a heading above.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front. The quotes are read back from the text made and
    compared with the record, but for that apostrophe and white space.

    Args:
        meeting: gives the reference.
        found: from `rag.commitments.commitments`.
        language: of the heading.

    Raises:
        FidelityError: a quote is not in the record as it stands.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS[language])
    for number, one in enumerate(found, 1):
        writer.writerow([_safe(cell) for cell in _cells(number, one, meeting, language)])
    text = BOM + out.getvalue()
    _read_back(text, found)
    return text


def _cells(number: int, one: Commitment, meeting: Meeting, language: Language) -> list[str]:
    quote, term = shown(one.quote), one.deadline
    page = quote.turn.page_at(quote.start)
    return [
        str(number),
        quote.text,
        one.speaker,
        people(one.to, language),
        term.text if term else "",
        (term.start or "") if term else "",
        (term.end or "") if term else "",
        _ORIGIN[language][one.origin],
        quote.turn.meeting,
        meeting.date or "",
        str(quote.turn.number),
        "" if page is None else str(page),
        shown(one.listed).text if one.listed else "",
        str(one.listed.turn.number) if one.listed else "",
        " | ".join(shown(q).text for q in one.more),
        shown(one.asked).text if one.asked else "",
        reference(meeting.reference, page),
    ]


def _safe(cell: str) -> str:
    flat = clean(cell)
    return GUARD + flat if flat.lstrip(" \u00a0").startswith(_FORMULA) else flat


def _read_back(text: str, found: Sequence[Commitment]) -> None:
    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))[1:]
    if len(rows) != len(found):
        raise FidelityError("Het bestand heeft niet evenveel regels als er toezeggingen zijn. Er is niets geschreven.")
    for row, one in zip(rows, found, strict=True):
        for column, quote in ((QUOTE, one.quote), (LIST, one.listed)):
            if quote is not None and row[column].split() != _safe(quote.text).split():
                raise FidelityError(
                    "Een citaat in het bestand wijkt af van het verslag (beurt {number}). Er is niets geschreven.", number=quote.turn.number
                )
