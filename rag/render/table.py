"""The commitments and the questions as tables for a spreadsheet: CSV that cannot run as a formula, and whose quotes are read back before it is given."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from rag.render.fidelity import FidelityError, shown
from rag.render.ledger import people, remarked
from rag.render.wording import OUTCOME, PAGE
from rag.tables import Words
from rag.text import clean, content_stems, listed
from rag.types import Commitment, Deadline, Language, Meeting, Question, Quote
from rag.verify import reference

BOM = "\ufeff"  # without it Excel takes UTF-8 for something older
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"
COLUMNS = Words("sheet.commitments_csv")
_ORIGIN = Words("sheet.origin")
ASKED = Words("sheet.questions_csv")
Cell = str | Quote | Sequence[str | Quote]  # what stands in it, in order; a Quote stands for its words in the record


def commitments_csv(meeting: Meeting, found: Sequence[Commitment], language: Language) -> str:
    """The commitments as CSV (RFC 4180, with a byte order mark): one row each, a heading above.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front. Every cell is read back from the text made and compared,
    its quotes with the record, but for that apostrophe and white space.
    """
    return _table(COLUMNS[language].values(), [_promised(number, one, meeting, language) for number, one in enumerate(found, 1)])


def questions_csv(meeting: Meeting, found: Sequence[Question], language: Language) -> str:
    """The questions as CSV, each with its status and the words that answer it. See `commitments_csv`."""
    return _table(ASKED[language].values(), [_asked(number, one, meeting, language) for number, one in enumerate(found, 1)])


def _asked(number: int, one: Question, meeting: Meeting, language: Language) -> list[Cell]:
    speaker = one.quote.turn.speaker
    return [
        str(number),
        speaker.name,
        speaker.party or "",
        one.quote,
        _apart((q,) for q in one.also),
        OUTCOME[language][one.fared],
        _apart((q,) for q in one.answers),
        listed(list(dict.fromkeys(q.turn.speaker.name for q in one.answers)), language),
        ", ".join(dict.fromkeys(str(q.turn.number) for q in one.answers)),
        *_stands(one.quote, meeting),
        reference(meeting.reference, one.quote),
    ]


def _promised(number: int, one: Commitment, meeting: Meeting, language: Language) -> list[Cell]:
    term, turn = one.deadline, PAGE[language]["turn_of_note"]
    told = [(f"{remarked(one, q, language)}, {turn.format(q.turn.number)}: ", q) for q in one.remarks]
    asked = [(f"{q.turn.speaker.called(language)}, {turn.format(q.turn.number)}: ", q) for q in (one.asked,) if q]
    return [
        str(number),
        one.quote,
        one.speaker,
        people(one.to, language),
        *((_place(term, one), term.start or "", term.end or "") if term else ("", "", "")),
        _ORIGIN[language][one.origin],
        *_stands(one.quote, meeting),
        *((one.listed, str(one.listed.turn.number)) if one.listed else ("", "")),
        _apart(told),
        _apart((f"{q.turn.speaker.name}: ", q) for q in _more(one, meeting.language)),
        _apart(asked),
        reference(meeting.reference, one.quote),
    ]


def _place(term: Deadline, one: Commitment) -> Quote:
    """Where the words of a term stand, in what else is quoted of its commitment."""
    for quote in (one.quote, one.listed, *one.remarks, one.asked):
        if quote and term.text in quote.text:
            start = quote.start + quote.text.index(term.text)
            return Quote(quote.turn, start, start + len(term.text))
    raise FidelityError(
        "Een citaat in het bestand wijkt af van het verslag (beurt {number}). Er is niets geschreven.", number=one.quote.turn.number
    )


def _more(one: Commitment, language: Language) -> list[Quote]:
    """What else was said of a promise, each thing once; a bare "Ja." says nothing by itself."""
    told = {shown(q).text: q for q in reversed(one.more) if content_stems(q.text, language)}
    return list(reversed(told.values()))


def _stands(quote: Quote, meeting: Meeting) -> list[str]:
    """Meeting, date, turn and page."""
    page = quote.turn.page_at(quote.start)
    return [quote.turn.meeting, meeting.date or "", str(quote.turn.number), "" if page is None else str(page)]


def _apart(things: Iterable[Iterable[str | Quote]]) -> Cell:
    """Several things in one cell, a stroke between them."""
    return [part for number, thing in enumerate(things) for part in (*([" | "] if number else []), *thing)]


def _table(columns: Iterable[str], rows: Sequence[Sequence[Cell]]) -> str:
    """The rows under their heading, read back."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_safe(_words(cell)) for cell in row] for row in rows)
    text = BOM + out.getvalue()
    _read_back(text, rows)
    return text


def _words(cell: Cell) -> str:
    parts = [cell] if isinstance(cell, (str, Quote)) else cell
    return "".join(part if isinstance(part, str) else shown(part).text for part in parts)


def _safe(cell: str) -> str:
    flat = clean(cell)
    return GUARD + flat if flat.lstrip(" \u00a0").startswith(_FORMULA) else flat


def _read_back(text: str, rows: Sequence[Sequence[Cell]]) -> None:
    read = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))[1:]
    if len(read) != len(rows):
        raise FidelityError("Het bestand heeft niet zoveel regels als er zijn gevonden. Er is niets geschreven.")
    for cells, row in zip(read, rows, strict=True):
        if [cell.split() for cell in cells] != [_safe(_words(cell)).split() for cell in row]:
            quote = next(cell for cell in row if isinstance(cell, Quote))
            raise FidelityError(
                "Een citaat in het bestand wijkt af van het verslag (beurt {number}). Er is niets geschreven.", number=quote.turn.number
            )
