"""The commitments that have a last day, as a calendar (iCalendar, RFC 5545): an all-day entry on that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from rag.render.fidelity import FidelityError, shown
from rag.render.ledger import people, remarked, term
from rag.tables import Words
from rag.text import clean
from rag.types import Commitment, Language, Meeting
from rag.verify import reference

LINE = 75  # octets a line may have, its end left out (RFC 5545, 3.1)
_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")  # in the UID of an entry
_WORDS = Words("sheet.calendar")


def commitments_ics(meeting: Meeting, found: Sequence[Commitment], language: Language = "nl") -> str:
    """The commitments with a last day as an iCalendar text.

    The same ledger gives the same bytes: an entry's UID is the place of its own words in the record, its DTSTAMP the day of the meeting.
    What has no last day is left out. The quotes are read back from the text made and compared with the record.
    """
    dated = [one for one in found if one.deadline and one.deadline.end]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//griffier//toezeggingen//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(_WORDS[language]['name'] + ': ' + meeting.title)}",
    ]
    for one in dated:
        lines += _event(one, meeting, language)
    if not dated:
        lines += _note(meeting, language)
    lines.append("END:VCALENDAR")
    text = "".join(_folded(line) for line in lines)
    _read_back(text, dated)
    return text


def _event(one: Commitment, meeting: Meeting, language: Language) -> list[str]:
    from rag.commitments.deadlines import yearly  # here: an answer on the command line does not wait for it

    assert one.deadline and one.deadline.end
    last = date.fromisoformat(one.deadline.end)
    quote, word = shown(one.quote), _WORDS[language]
    what = shown(one.asked or one.quote)  # a bare yes says what is promised by what it answers
    to = word["to"] + people(one.to, language) if one.to else ""
    title = word["title_asked" if one.asked else "title"].format(by=one.speaker, to=to, who=what.turn.speaker.name, what=what.text)
    place = reference(meeting.reference, quote)
    said = [f"«{quote.text}»", f"{word['term']}: {term(one.deadline, language)}"]
    said += [f"{remarked(one, q, language)}: «{shown(q).text}»" for q in one.remarks]
    if quote.turn.speaker.role == "chair":  # the promise is another's, the words are not
        said.append(word["read_out"])
    if one.asked:
        said.append(f"{word['asked']} {one.asked.turn.speaker.called(language)}: «{shown(one.asked).text}»")
    if one.listed and one.origin == "both":
        said.append(f"{word['listed']}: «{shown(one.listed).text}»")
    stamp = (meeting.date or one.deadline.end).replace("-", "")
    return [
        "BEGIN:VEVENT",
        f"UID:{_UNSAFE.sub('-', quote.turn.meeting)}-{quote.turn.number}-{max(quote.start, one.own)}-{quote.end}@griffier",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{last:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last + timedelta(1):%Y%m%d}",
        *(["RRULE:FREQ=YEARLY"] if yearly(one.deadline.text) else []),
        f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(chr(10).join([*said, meeting.title, place]))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _note(meeting: Meeting, language: Language) -> list[str]:
    """A calendar must hold something (RFC 5545, 3.6): a note that there is nothing to put in it, which no agenda shows as an entry."""
    return [
        "BEGIN:VJOURNAL",
        f"UID:{_UNSAFE.sub('-', meeting.id)}@griffier",
        f"DTSTAMP:{(meeting.date or '1970-01-01').replace('-', '')}T000000Z",
        f"SUMMARY:{_escaped(_WORDS[language]['empty'].format(about=meeting.title))}",
        "END:VJOURNAL",
    ]


def _escaped(text: str) -> str:
    """A text value (RFC 5545, 3.3.11): backslash, semicolon and comma behind a backslash, a line end as \\n."""
    flat = clean(text.replace("\r\n", "\n"))
    return flat.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, never cut inside a character; what goes on starts with a space."""
    pieces = [""]
    for char in line:
        if len((pieces[-1] + char).encode()) > LINE:
            pieces.append(" ")
        pieces[-1] += char
    return "\r\n".join(pieces) + "\r\n"


def _read_back(text: str, dated: Sequence[Commitment]) -> None:
    told = re.findall(r"^DESCRIPTION:(.*)\r$", text.replace("\r\n ", ""), re.M)
    if len(told) != len(dated):
        raise FidelityError("De agenda heeft niet evenveel afspraken als er toezeggingen met een datum zijn. Er is niets geschreven.")
    for one, description in zip(dated, told, strict=True):
        plain = re.sub(r"\\(.)", lambda m: "\n" if m.group(1) == "n" else m.group(1), description)
        listed = one.listed if one.origin == "both" else None
        for quote in (q for q in (one.quote, *one.remarks, one.asked, listed) if q):
            before, found, plain = _flat(plain).partition(_flat(f"«{clean(shown(quote).text)}»"))
            if not found or (quote is one.quote and before):
                raise FidelityError(
                    "Een citaat in de agenda wijkt af van het verslag (beurt {number}). Er is niets geschreven.", number=quote.turn.number
                )


def _flat(text: str) -> str:
    return " ".join(text.split())
