"""The commitments and the questions as tables for a spreadsheet: CSV that cannot run as a formula, and whose quotes are read back before it is given."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from rag.render.fidelity import FidelityError, shown
from rag.render.ledger import dated_by, people
from rag.render.wording import OUTCOME, PAGE
from rag.tables import Words
from rag.text import clean, content_stems, listed
from rag.types import Commitment, Language, Meeting, Question, Quote
from rag.verify import reference

BOM = "\ufeff"  # without it Excel takes UTF-8 for something older
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"
COLUMNS = Words("sheet.commitments_csv")
_ORIGIN = Words("sheet.origin")
ASKED = Words("sheet.questions_csv")
QUOTE, LIST, ASKED_QUOTE = 1, 12, 3  # the columns that hold words of the record


def commitments_csv(meeting: Meeting, found: Sequence[Commitment], language: Language = "nl") -> str:
    """The commitments as CSV (RFC 4180, with a byte order mark): one row each, a heading above.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front. The quotes are read back from the text made and
    compared with the record, but for that apostrophe and white space.
    """
    rows = [_promised(number, one, meeting, language) for number, one in enumerate(found, 1)]
    return _table(COLUMNS[language].values(), rows, [{QUOTE: one.quote, LIST: one.listed} for one in found])


def questions_csv(meeting: Meeting, found: Sequence[Question], language: Language = "nl") -> str:
    """The questions as CSV, each with its status and the words that answer it. See `commitments_csv`."""
    rows = [_asked(number, one, meeting, language) for number, one in enumerate(found, 1)]
    return _table(ASKED[language].values(), rows, [{ASKED_QUOTE: one.quote} for one in found])


def _asked(number: int, one: Question, meeting: Meeting, language: Language) -> list[str]:
    quote, answers = shown(one.quote), [shown(q) for q in one.answers]
    speaker = quote.turn.speaker
    return [
        str(number),
        speaker.name,
        speaker.party or "",
        quote.text,
        " | ".join(shown(q).text for q in one.also),
        OUTCOME[language][one.fared],
        " | ".join(q.text for q in answers),
        listed(list(dict.fromkeys(q.turn.speaker.name for q in answers)), language),
        ", ".join(dict.fromkeys(str(q.turn.number) for q in answers)),
        *_stands(quote, meeting),
        reference(meeting.reference, quote),
    ]


def _stands(quote: Quote, meeting: Meeting) -> list[str]:
    """Meeting, date, turn and page."""
    page = quote.turn.page_at(quote.start)
    return [quote.turn.meeting, meeting.date or "", str(quote.turn.number), "" if page is None else str(page)]


def _table(columns: Iterable[str], rows: Sequence[Sequence[str]], quotes: Sequence[Mapping[int, Quote | None]]) -> str:
    """The rows under their heading, read back: in each the quotes of its columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    text = BOM + out.getvalue()
    _read_back(text, quotes)
    return text


def _promised(number: int, one: Commitment, meeting: Meeting, language: Language) -> list[str]:
    quote, term, asked = shown(one.quote), one.deadline, shown(one.asked) if one.asked else None
    return [
        str(number),
        quote.text,
        one.speaker,
        people(one.to, language),
        *((term.text, term.start or "", term.end or "") if term else ("", "", "")),
        _ORIGIN[language][one.origin],
        *_stands(quote, meeting),
        *((shown(one.listed).text, str(one.listed.turn.number)) if one.listed else ("", "")),
        f"{dated_by(one, language)}, {PAGE[language]['turn_of_note'].format(one.dated.turn.number)}: {shown(one.dated).text}"
        if one.dated
        else "",
        " | ".join(_more(one, meeting.language)),
        f"{asked.turn.speaker.called(language)}, {PAGE[language]['turn_of_note'].format(asked.turn.number)}: {asked.text}" if asked else "",
        reference(meeting.reference, quote),
    ]


def _more(one: Commitment, language: Language) -> list[str]:
    """What else was said of a promise and by whom, each thing once; a bare "Ja." says nothing by itself."""
    told = {shown(q).text: q for q in reversed(one.more) if content_stems(q.text, language)}
    return [f"{q.turn.speaker.name}: {text}" for text, q in reversed(told.items())]


def _safe(cell: str) -> str:
    flat = clean(cell)
    return GUARD + flat if flat.lstrip(" \u00a0").startswith(_FORMULA) else flat


def _read_back(text: str, quotes: Sequence[Mapping[int, Quote | None]]) -> None:
    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))[1:]
    if len(rows) != len(quotes):
        raise FidelityError("Het bestand heeft niet zoveel regels als er zijn gevonden. Er is niets geschreven.")
    for row, held in zip(rows, quotes, strict=True):
        for column, quote in held.items():
            if quote is not None and row[column].split() != _safe(shown(quote).text).split():
                raise FidelityError(
                    "Een citaat in het bestand wijkt af van het verslag (beurt {number}). Er is niets geschreven.", number=quote.turn.number
                )
