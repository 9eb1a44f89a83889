"""The debate's ledger as plain text: what was promised, by whom, to whom and by when."""

from __future__ import annotations

from collections.abc import Sequence

from rag.render.fidelity import shown
from rag.tables import Words
from rag.text import clean, listed, spelled
from rag.types import Addressee, Commitment, Deadline, Language, Meeting, Quote
from rag.verify import reference

_WORDS = Words("sheet.commitments")


def commitments_text(meeting: Meeting, found: Sequence[Commitment], language: Language = "nl") -> str:
    """The commitments of a meeting for a terminal, numbered, each with its words, its term and where it stands."""
    word = _WORDS[language]
    if not found:
        return word["none"]
    counts = {
        name: sum(c.origin == origin for c in found) for name, origin in (("both", "both"), ("debate", "debate"), ("listed", "chair_list"))
    }
    lines = [word["one"] if len(found) == 1 else word["count"].format(n=len(found), **counts)]
    for number, one in enumerate(found, 1):
        lines += ["", *_lines(number, one, meeting, language)]
    return clean("\n".join(lines))


def _lines(number: int, one: Commitment, meeting: Meeting, language: Language) -> list[str]:
    word = _WORDS[language]
    to = f" {word['to']} {people(one.to, language)}" if one.to else ""
    lines = [f"{number}. {one.speaker}{to}, {_place(one.quote, meeting, language)}", f"   «{shown(one.quote).flat}»"]
    if one.asked:
        asked = shown(one.asked)
        lines.append(f"   {word['asked']} {asked.turn.speaker.label}, {word['turn']} {asked.turn.number}: «{asked.flat}»")
    if one.deadline:
        lines.append(f"   {word['term']}: {term(one.deadline, language)}")
    if one.dated:
        lines.append(f"   {dated_by(one, language)}, {word['turn']} {one.dated.turn.number}: «{shown(one.dated).flat}»")
    if one.origin == "chair_list":
        lines.append(f"   {word['only_listed']}")
    elif one.listed:
        lines.append(f"   {word['listed']} ({word['turn']} {one.listed.turn.number}): «{shown(one.listed).flat}»")
    more = (q for q in one.more if q != one.dated)
    return lines + [f"   {word['more']}, {q.turn.speaker.label}, {word['turn']} {q.turn.number}: «{shown(q).flat}»" for q in more]


def dated_by(one: Commitment, language: Language = "nl") -> str:
    """Who gave the term of a commitment in other words than its own, and whether that set the chair's list right."""
    assert one.dated
    return f"{_WORDS[language]['corrected' if one.corrected else 'dated']}, {one.dated.turn.speaker.label}"


def _place(quote: Quote, meeting: Meeting, language: Language) -> str:
    return f"{_WORDS[language]['turn']} {quote.turn.number}, {reference(meeting.reference, quote.turn.page_at(quote.start))}"


def people(to: Sequence[Addressee], language: Language = "nl") -> str:
    """Names with their parties, as a reader lists them."""
    return listed([f"{a.name} ({a.party})" if a.party else a.name for a in to], language)


def term(deadline: Deadline, language: Language = "nl") -> str:
    """A term in the words of the record, and its dates in brackets where there are any."""
    word = _WORDS[language]
    if deadline.start and deadline.end:
        same = deadline.start == deadline.end
        dates = (
            spelled(deadline.end, language)
            if same
            else f"{spelled(deadline.start, language)} {word['until']} {spelled(deadline.end, language)}"
        )
    elif deadline.end:
        dates = f"{word['by']} {spelled(deadline.end, language)}"
    elif deadline.start:
        dates = f"{word['from']} {spelled(deadline.start, language)}"
    else:
        return deadline.text
    return f"{deadline.text} ({dates})"
