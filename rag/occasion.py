"""The occasion of a debate: who was there, who was in the chair, when it began and ended. The head of a report tells it, and nobody says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.tables import Words, forms, table
from rag.text import content_stems, spelled, stem, stems
from rag.types import Language, Meeting, Occasion, Person, Speaker, Understood

SHOWN = 3  # meetings of which the head is told: the latest

_OFFICE_HOLDER = (
    r"^(?:wie (?:is|was|zijn|waren)|hoe (?:heet(?:te|ten)?|heten)|who (?:is|was|are|were))\s+(?:(?:de|the)\s+)?"
    r"(?P<office>minister|staatssecretaris|bewinds|state secretar)\w*\b(?!.*\b(?:die|who|voor|tegen|for|against)\b)"
)
_WHO_GOVERNS = re.compile(_OFFICE_HOLDER, re.I)
_ASKS = re.compile(f"{forms('asking', 'occasion', 'there').pattern}|{_OFFICE_HOLDER}", re.I)
_DEBATES = r"\b\w*(?:debat|overleg|vergadering|bijeenkomst|debate|meeting|session)\b"
_SUBJECT = re.compile(
    rf"^(?:en\s+)?(?:waar(?:over)? (?:ging|gaat|handelde|handelt)\b.*{_DEBATES}|(?:wat|what) (?:was|is|stond|were)\b.*\b(?:onderwerp|subject|topic|agenda)\b"
    rf"|(?:wat|what) (?:was|is) .*{_DEBATES}.* about\b)",
    re.I,
)
_TELLS = re.compile(r"\b(?:aan de orde|onderwerp|agenda|(?:over|thema|subject|topic|about))\b", re.I)
# how the question names the debate: by what it was about
_DEBATE = re.compile(r"\b(?:\w*debat|\w*overleg|vergadering|bijeenkomst|debate|meeting|session)\s+(?:over|on|about)\s+(?P<what>.+)$", re.I)
# words of such a question that name no subject: with others beside them, the debate itself may answer it
_PLAIN = frozenset(stem(word, language) for language in ("nl", "en") for word in table("asking")["plain"]["occasion"].split())
_WORDS = Words("answer.head")
_CHAIR = re.compile(r"\b(?:voorzitter|voorgezeten|voorzat|leidde|chair\w*)\b|\bzat\b.*\bvoor\b", re.I)
_IN_DUTCH = {"state secretar": "staatssecretaris", "bewinds": ""}
# of a debate, or of something else: "Hoeveel gemeenten doen mee aan de proef?"
_HERE = rf"(?:{_DEBATES}|\b(?:gesprek|gedachtewisseling|discussi(?:e|on)|commissie|kamer|inbreng|kabinet)\b)"
_TAKES_PART = re.compile(rf"\b(?:deel|deelgenomen|mee|meegedaan|part)\b(?!.*{_HERE})", re.I)
_PEOPLE = re.compile(r"\b(?:mensen|politici|mps|people)\b", re.I)  # of a debate, unless it says of what
_WHEN = re.compile(r"\b(?:hoe ?lang|hoe laat|wanneer|dag|datum|when|what time|day|date|how long)\b", re.I)
_CLOCK = re.compile(r"\b(?:hoe ?lang|hoe laat|what time|how long)\b", re.I)
# "Wie was het langst aan het woord?", "Welke partij stelde de meeste vragen?": nobody says it, and the overview counts it
_COUNTED = re.compile(
    r"^(?:en |and )?(?:wie|welke (?:partij|fractie|spreker|bewindspersoon|minister)|who|which party)\b(?!.*\b(?:dat|that)\b).*"
    r"(?:\b(?:meeste|minste|most|least) (?:vragen|woorden|spreektijd|interrupties|onderbrekingen|questions|words|interruptions)\b"
    r"|\b(?:langste?|meeste?|minste?|vaakste?|most|longest|least) (?:aan het woord|gesproken|onderbroken|(?:ge)?[iï]nterrumpeerd|interrupted)\b"
    r"|\b(?:spra(?:k|ken)|onderbr\w+|[iï]nterrump\w+|spoke|talked|interrupt\w*)\b.*\b(?:langste?|meeste?|minste?|vaakste?|most|longest|least)\W*$)",
    re.I,
)


def asks_occasion(question: str) -> bool:
    """Whether a question asks who was there, who was in the chair, who spoke most, or when a debate was held."""
    return any(pattern.search(question) for pattern in (_ASKS, _SUBJECT, _COUNTED))


def asks_subject(question: str) -> bool:
    """Whether a question asks what a debate was about."""
    return _SUBJECT.search(question) is not None


def asks_chair(question: str) -> bool:
    """Whether a question of the occasion asks who was in the chair."""
    return _CHAIR.search(question) is not None


def tells_subject(title: str, said: Sequence[str], language: Language) -> int | None:
    """Which sentence of an opening says what the debate is about: the one that holds most of its title, or says so by its words; None where none does.

    Args:
        title: of the debate.
        said: the sentences of the opening.
        language: of the record.
    """
    about = set(content_stems(title, language))
    held = [len(about & set(stems(one, language))) + (_TELLS.search(one) is not None) for one in said]
    return held.index(max(held)) if max(held, default=0) else None


def asked_of(
    question: str, meetings: Sequence[Meeting], opening: Callable[[str], str], language: Language
) -> tuple[tuple[Meeting, ...], Occasion]:
    """The meetings whose head tells what a question of the occasion asks, the latest last, and whether it asks nothing else.

    Args:
        question: the whole question.
        meetings: those searched.
        opening: what the chair of a meeting says first.
        language: of the question.
    """
    if _COUNTED.search(question):
        return (), "counted"
    meant = _of_meetings(question, meetings, opening, language) if asks_occasion(question) else ()
    told = tuple(m for m in meant if _facts(question, m, language))
    return told, "only" if _only_occasion(question, meant, bool(told), language) else ""


def _of_meetings(question: str, meetings: Sequence[Meeting], opening: Callable[[str], str], language: Language) -> tuple[Meeting, ...]:
    """The meetings whose occasion is asked about: those the question names by what they were about; all where it names none."""
    debate = _DEBATE.search(question)
    # "Hoeveel gemeenten doen mee aan de proef?", "Wanneer was het overleg met de provincies?"
    other = (_TAKES_PART.search(question) and not _PEOPLE.search(question)) or _WHEN.search(question)
    if other and _beyond(question[: debate.start("what")] if debate else question, meetings, language):
        return ()
    what = set(content_stems(debate["what"], language)) if debate else set()
    named = [m for m in meetings if what & set(stems(" ".join((m.title, *(a.text for a in m.agenda), opening(m.id))), language))]
    unread = len(meetings) == 1 and meetings[0].language != language  # nobody can tell whether an English name is that of a Dutch debate
    return tuple(named or (meetings if not what or unread else ()))


def _only_occasion(question: str, meant: Sequence[Meeting], told: bool, language: Language) -> bool:
    """Whether a question asks only that: it names no subject but a debate and who was there, and no sentence of a debate is the answer; nor is one, where that debate is not here."""
    debate = _DEBATE.search(question)
    if debate:
        question = question[: debate.start("what")]
    told = told or (bool(meant) and _WHEN.search(question) is not None)  # when it was, no sentence tells
    not_here = debate is not None and not meant and asks_occasion(question)
    return (told or not_here) and not _beyond(question, meant, language)


def _beyond(question: str, meetings: Sequence[Meeting], language: Language) -> set[str]:
    """The words of a question that name neither a debate nor who was there."""
    named = {one for m in meetings for p in m.present for text in (p.name, p.party or "", p.office or "") for one in stems(text, language)}
    return set(content_stems(question, language)) - _PLAIN - named


def occasion(asked: Understood, language: Language, *, several: bool) -> tuple[str, ...]:
    """What the heads of the reports tell of the occasion, a line each.

    Args:
        asked: the question, with the meetings whose head tells it.
        language: of the lines.
        several: whether more than one meeting was searched.
    """
    if asked.occasion == "counted":
        return (_WORDS[language]["counted"],)
    # where the question names a debate, which one this is
    head = _WORDS[language]["head_of" if several or _DEBATE.search(asked.question) else "head"]
    return tuple(head.format(facts=_facts(asked.question, m, language), title=m.title) for m in asked.heads[-SHOWN:])


def _facts(question: str, meeting: Meeting, language: Language) -> str:
    """What the head tells of what is asked: when, who was in the chair, or who was there; nothing where it does not tell that."""
    word = _WORDS[language]
    if asks_subject(question):
        agenda = word["agenda"].format(items="; ".join(item.text for item in meeting.agenda)) if meeting.agenda else ""
        return "; ".join(one for one in (word["subject"].format(title=meeting.title), agenda) if one)
    date = word["date"].format(date=spelled(meeting.date, language)) if meeting.date else ""
    if _WHEN.search(question):
        time = word["time"].format(start=meeting.start, end=meeting.end) if meeting.start and meeting.end else ""
        return "; ".join(one for one in (date, time) if one) if time or not _CLOCK.search(question) else ""
    chair = word["chair"].format(names=", ".join(meeting.chairs)) if meeting.chairs else ""
    there = _of_office(question, meeting.present)
    present = word["present"].format(names=", ".join(_called(p, language) for p in there)) if there else ""
    told = chair if asks_chair(question) else present
    return told and "; ".join(one for one in (date, told) if one)


def _of_office(question: str, present: Sequence[Person]) -> Sequence[Person]:
    """Everyone who was there; where an office is asked for by itself ("Wie is de minister?"), who holds it."""
    asked = _WHO_GOVERNS.match(question)
    if not asked:
        return present
    office = asked["office"].lower()
    return [p for p in present if p.role == "government" and (p.office or "").lower().startswith(_IN_DUTCH.get(office, office))]


def _called(person: Person, language: Language) -> str:
    return Speaker(person.name, None if person.office else person.party, "member", person.office).called(language)
