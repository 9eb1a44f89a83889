"""The occasion of a debate: who was there, who was in the chair, when it began and ended. The head of a report tells it, and nobody says it."""

from __future__ import annotations

import re

from rag.text import content_stems, spelled, stem
from rag.types import Language, Meeting, Person

_ASKS = re.compile(
    r"\b(?:wie|welke|hoeveel|who|which|how many)\b.*\b(?:aanwezig|erbij|deelnemers|(?:namen|nam) (?:\w+ )*deel|deelgenomen|present|attend\w*|took part)\b"
    r"|\b(?:wie|who)\b.*\b(?:voorzitter|voorgezeten|zat .*\bvoor|leidde|chair\w*)\b"
    r"|(?=.*\b(?:hoe laat|hoelang|hoe lang|wanneer|op welke (?:dag|datum)|when|what time|what day|how long)\b)"
    r"(?=.*\b(?:debat|overleg|vergadering|bijeenkomst|debate|meeting|session)\b)"
    r".*\b(?:begon|begonnen|begin|aanvang|eindigde|geëindigd|einde|afgelopen|geopend|gesloten|duurde|geduurd|gehouden|was|start\w*|beg[au]n|end\w*|closed|opened|over|last\w*|held)\b",
    re.I,
)
# words of such a question that name no subject: with others beside them, the debate itself may answer it
_PLAIN = frozenset(
    stem(word)
    for word in """aanwezig erbij deelnemers nam namen deel deelgenomen voorzitter voorgezeten voorzat zat leidde debat overleg vergadering bijeenkomst laat
    begon begonnen begin aanvang eindigde geëindigd einde afgelopen geopend gesloten duurde geduurd plaats gehouden dag datum kamerlid kamerleden leden lid
    partij partijen fractie fracties bewindslieden bewindspersonen minister ministers kabinet present attended attend took part chaired chair chairman debate
    meeting session began begin start started end ended closed opened last lasted held place time day members parties long""".split()
)
_WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "head": "Wel vermeldt de kop van het verslag: {facts}.",
        "date": "datum {date}",
        "time": "van {start} tot {end} uur",
        "chair": "voorzitter {names}",
        "present": "aanwezig {names}",
    },
    "en": {
        "head": "But the head of the record says: {facts}.",
        "date": "date {date}",
        "time": "from {start} to {end}",
        "chair": "in the chair {names}",
        "present": "present {names}",
    },
}


def asks_occasion(question: str) -> bool:
    """Whether a question asks who was there, who was in the chair, or when a debate was held."""
    return _ASKS.search(question) is not None


def only_occasion(question: str, language: Language) -> bool:
    """Whether a question asks that and names no subject: then no sentence of the debate is the answer."""
    return asks_occasion(question) and not set(content_stems(question, language)) - _PLAIN


def occasion(question: str, meeting: Meeting, language: Language) -> str | None:
    """What the head of a report tells of the occasion, in one line; None where the question asks something else, or nothing is told.

    Args:
        question: the whole question.
        meeting: as its report tells of itself.
        language: of the line.
    """
    if not asks_occasion(question):
        return None
    word = _WORDS[language]
    told = [
        word["date"].format(date=spelled(meeting.date, language)) if meeting.date else "",
        word["time"].format(start=meeting.start, end=meeting.end) if meeting.start and meeting.end else "",
        word["chair"].format(names=", ".join(meeting.chairs)) if meeting.chairs else "",
        word["present"].format(names=", ".join(map(_label, meeting.present))) if meeting.present else "",
    ]
    facts = "; ".join(one for one in told if one)
    return word["head"].format(facts=facts) if facts else None


def _label(person: Person) -> str:
    return f"{person.office} {person.name}" if person.office else f"{person.name} ({person.party})" if person.party else person.name
