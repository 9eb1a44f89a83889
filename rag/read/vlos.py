"""The reader for the Tweede Kamer's VLOS XML, a report as it is written during the meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rag.errors import ReadError
from rag.read import front, headings, identity
from rag.read.lines import clock
from rag.read.weave import Weave, spans
from rag.read.xml import Node, Piece
from rag.text import capital
from rag.types import AgendaItem, Event, Meeting, Motion, Person, Role, SpanKind, Speaker, Transcript, Turn

TURNS = frozenset({"woordvoerder", "interrumpant"})
GOVERNMENT = frozenset({"Minister", "Staatssecretaris", "Minister-president", "Viceminister-president"})
_TIMES = re.compile(r"van (\d{1,2}[.:]\d{2}) uur tot (\d{1,2}[.:]\d{2}) uur geschorst")
_CLOSED = re.compile(r"^Sluiting (\d{1,2}[.:]\d{2}) uur")
_LETTER = re.compile(r"(?:de|het|een) .{3,}?\b(?:d\.d\.|inzake|over|Wet|wet|jaarverslag|verslag|rapport|lijst)\b")  # on the agenda
_REFERENCE = re.compile(r"\(\s*(\d{5}(?:-[\w()]+)?\s*,\s*nrs?\.\s*[^()]+?)\s*\)\s*[;.]?$")
_STATUS = {"ongecorrigeerd": "ongecorrigeerd", "gecorrigeerd": "gecorrigeerd", "casco": "incomplete"}


@dataclass(slots=True)
class Walk:
    """What the walk over the tree has gathered."""

    turns: list[Turn] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    marked: list[tuple[Node | Piece, SpanKind, int | None]] = field(default_factory=list)
    front: list[str] = field(default_factory=list)
    chairs: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    offices: dict[str, str | None] = field(default_factory=dict)
    suspensions: list[tuple[str, str]] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    committees: list[str] = field(default_factory=list)
    end: str | None = None


def read_vlos(root: Node, source: str) -> Transcript:
    """Reads a VLOS document (namespace http://www.tweedekamer.nl/ggm/vergaderverslag/v1.0).

    Turns are the ``woordvoerder`` and ``interrumpant`` elements in document order, which is the spoken order. Raises ReadError: no meeting
    in it, or no turn (status Casco: a skeleton).
    """
    held = root.find("vergadering")
    if held is None:
        raise ReadError("In deze VLOS-XML staat geen <vergadering>.", "regel 1")
    walk = Walk()
    _walk(walk, held)
    status = root.attributes.get("status", "")
    if not walk.turns:
        raise ReadError(
            "In dit verslag staat geen enkele spreekbeurt. Het is nog maar een geraamte (status Casco)."
            if status == "Casco"
            else "In dit verslag staat geen enkele spreekbeurt."
        )
    meeting = _meeting(walk, held, status)
    turns = tuple(replace(turn, meeting=meeting.id) for turn in walk.turns)
    return Transcript(meeting, turns, source, spans(source, walk.marked, root), tuple(walk.events), tuple(walk.motions))


def _walk(walk: Walk, node: Node) -> None:
    """Children in document order; the recursion is as deep as the document, at most 256."""
    for child in node.nodes():
        if child.tag in TURNS:
            _turn(walk, child)
        elif child.tag == "draadboekfragment":
            _fragment(walk, child)
        elif child.tag == "tekst":
            _loose_text(walk, child)
        elif child.tag == "sprekers":
            walk.people.extend(map(_person, child.nodes("spreker")))
        elif child.tag == "commissie":
            name = re.sub(r"^(?:vaste|algemene|tijdelijke) commissie voor ", "", child.value("verslagnaam") or "")
            if name and name not in walk.committees:
                walk.committees.append(name)
        elif child.tag != "zaken":
            _walk(walk, child)


# --- a turn


def _turn(walk: Walk, node: Node) -> None:
    number = len(walk.turns) + 1
    walk.turns.append(Turn("", number, Speaker("", None, "guest"), "", ""))  # holds the place, so that events know what they follow
    text = node.find("tekst")
    items = [*text.walk("alineaitem")] if text else []
    printed = _heading(items[0]) if items else ""
    if printed:
        walk.marked.extend((piece, "heading", number) for piece in items.pop(0).pieces())
    weave = Weave()
    for item in items:
        weave.paragraph(list(item.pieces()))
        walk.marked.append((item, "speech", number))
    for fragment in node.nodes("draadboekfragment"):
        if _spoken(fragment):
            _spoken_fragment(walk, weave, fragment, number)
        else:
            _fragment(walk, fragment)
    speaker, who = _speaker(node, headings.parse(printed)), node.find("spreker")
    if speaker.role == "government" and who is not None:
        walk.offices.setdefault(speaker.name, _office(who))
    if speaker.role == "chair":
        walk.chairs.append(speaker.name)
        if who is not None and all(p.name != speaker.name for p in walk.people):
            walk.people.append(_person(who))  # there, and of a party, though not speaking for it
        printed = printed or "De voorzitter:"
    walk.turns[number - 1] = Turn(
        "", number, speaker, printed, weave.text, (), tuple(weave.unquotable), tuple(weave.runs), node.attributes.get("objectid")
    )
    for child in node.nodes(*TURNS):
        _turn(walk, child)


def _heading(item: Node) -> str:
    """The printed heading, when the first item is one; "" when it is speech."""
    whole = item.string()
    plain = re.sub(r"\s+:$", ":", whole)
    emphasised = item.find("nadruk") is not None
    return plain if whole.endswith(":") and (emphasised or headings.parse(plain)) else ""


def _spoken(fragment: Node) -> bool:
    """Whether a fragment inside a turn belongs to its text: a motion, or a gesture noted in it."""
    kind = fragment.attributes.get("soort", "")
    return next(fragment.walk("alineagroep"), None) is not None or kind.startswith(("Motie", "Amendement", "Nonverbale"))


def _spoken_fragment(walk: Walk, weave: Weave, fragment: Node, number: int) -> None:
    text = fragment.find("tekst")
    if text is None:
        return
    quoted = fragment.attributes.get("soort", "").startswith(("Motie", "Amendement"))
    groups = text.nodes("alineagroep") or [text]
    bounds: list[tuple[int, int]] = []
    for group in groups:
        own = quoted and group.attributes.get("type") != "Motieinfo"
        places = [weave.paragraph(list(item.pieces()), quotable=own) for item in group.walk("alineaitem")]
        if own and places:
            bounds.append((places[0][0], places[-1][1]))
    walk.marked.append((text, "speech", number))
    if quoted and bounds:
        walk.motions.append(_motion(fragment, text, number, bounds))


def _motion(fragment: Node, text: Node, number: int, bounds: list[tuple[int, int]]) -> Motion:
    case = next(fragment.walk("zaak"), None)
    dossier, serial = (
        (case.value(tag) if case else None) or next((node.string() for node in text.walk(tag)), None)
        for tag in ("dossiernummer", "stuknummer")
    )
    return Motion(number, bounds[0][0], bounds[-1][1], dossier, serial, case.value("titel") if case else None)


def _speaker(node: Node, printed: headings.Heading | None) -> Speaker:
    """Role and party are per turn: whoever is in the chair speaks for no party, whatever ``fractie`` says."""
    who = node.find("spreker")
    name = (who.value("verslagnaam") or who.value("achternaam") if who else None) or (printed.name if printed else None)
    if node.value("isvoorzitter") == "true":
        return Speaker(name or "De voorzitter", None, "chair")
    kind = (who.attributes.get("soort") or "") if who else ""
    role = _role(kind, who.value("functie") if who else None)
    if role == "government":
        office = kind if kind in GOVERNMENT else (headings.short_office(printed.office) if printed and printed.office else None) or kind
        return Speaker(name or office, None, "government", office)
    if role == "guest":
        return Speaker(name or "Onbekend", None, "guest")
    paren = printed.paren if printed else None
    party = headings.party_of(paren, False) if paren else (who.value("fractie") if who else None)
    return Speaker(name or "Onbekend", party, "member")


def _role(kind: str, function: str | None) -> Role:
    if kind in GOVERNMENT or re.match(r"(?:vice-?)?minister|staatssecretaris", function or "", re.IGNORECASE):
        return "government"
    return "member" if "amerlid" in kind or "lid Tweede Kamer" in (function or "") else "guest"


def _person(node: Node) -> Person:
    role = _role(node.attributes.get("soort") or "", node.value("functie"))
    name = node.value("verslagnaam") or node.value("achternaam") or "Onbekend"
    return Person(name, node.value("fractie") if role == "member" else None, role, _office(node) if role == "government" else None)


def _office(node: Node) -> str | None:
    """An office in full, as the report gives it beside a name: "Minister van Defensie"."""
    return capital(node.value("functie") or "") or None


# --- around the turns


def _fragment(walk: Walk, node: Node) -> None:
    """A suspension, a change of chair, the closing, or another thing noted between turns."""
    kind = node.attributes.get("soort", "")
    walk.marked.append((node, "event", None))
    text = node.value("tekst") or ""
    named = node.find("sprekers")
    after = len(walk.turns)
    if "oorzitter" in kind:
        name = next((spreker.value("verslagnaam") for spreker in named.nodes()), None) if named else None
        walk.people.extend(map(_person, named.nodes("spreker")) if named else ())
        if after and (text or name):
            walk.events.append(Event("chair", text or f"Voorzitter: {name}", after))
        return
    if kind == "Schorsing":
        if times := _TIMES.search(text):
            walk.suspensions.append((clock(times[1]), clock(times[2])))
        walk.events.append(Event("suspension", text or "Schorsing", after))
    elif closed := _CLOSED.match(text):
        walk.end = clock(closed[1])
        walk.events.append(Event("closing", text, after))
    elif text:
        walk.events.append(Event("other", text, after))


def _loose_text(walk: Walk, node: Node) -> None:
    """Text outside turns: front matter before the first one, a subject or an announcement after it."""
    items = [item.string() for item in node.walk("alineaitem")]
    text = "\n".join(item for item in items if item)
    if not walk.turns:
        walk.front.append(text)
    elif text:
        walk.events.append(Event("subject" if "Aan de orde" in text else "other", text, len(walk.turns)))
        walk.marked.append((node, "event", None))
    for item in items:
        if _LETTER.match(item) and item.rstrip(".").endswith((";", ")")):
            reference = _REFERENCE.search(item)
            printed = re.sub(r"\s+,", ",", re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", item))).rstrip(";. ")
            walk.agenda.append(AgendaItem(printed, re.sub(r"\s+,", ",", reference.group(1)) if reference else None))


def _meeting(walk: Walk, held: Node, status: str) -> Meeting:
    sitting = held.value("titel") or "Vergadering"
    facts = front.read_front("\n".join(walk.front), "")
    day = (held.value("datum") or "")[:10]
    date = day if re.fullmatch(r"[12]\d{3}-\d\d-\d\d", day) and not day.startswith("0001") else facts.date
    closing = held.value("sluiting") or ""
    end = walk.end or (closing[11:16] if closing and not closing.startswith("0001") else None)
    begun = held.value("aanvangstijd") or ""
    uncorrected = status.lower() != "gecorrigeerd"
    declared = _STATUS.get(status.lower(), "unknown")
    return Meeting(
        id=held.attributes.get("objectid") or identity.derived(walk.turns, date),
        title=_debated(held) or sitting,
        kind=_kind(held),
        committee="; ".join(walk.committees) or facts.committee,
        date=date,
        status=declared if end else "incomplete",
        source="vlos",
        language=identity.language_of(walk.turns),
        reference=identity.plain_reference(sitting, date, uncorrected, held.attributes.get("kamer") or "Tweede Kamer"),
        chairs=tuple(dict.fromkeys(walk.chairs)),
        present=_present(walk),
        start=facts.start or begun[11:16] or None,
        end=end,
        suspensions=tuple(walk.suspensions),
        agenda=tuple(dict.fromkeys(walk.agenda)),
    )


def _debated(held: Node) -> str | None:
    """What a sitting with one debate is about; its own title is then a number and a day. What is named after its kind is no debate."""
    subjects = [
        subject for node in held.nodes("activiteit") if (subject := node.value("titel")) and subject != node.attributes.get("soort")
    ]
    return subjects[0] if len(subjects) == 1 else None


def _kind(held: Node) -> str | None:
    if held.attributes.get("soort") == "Plenair":
        return "plenair"
    kinds = [node.attributes.get("soort", "").lower() for node in held.nodes("activiteit")]
    return next((kind for kind in kinds if kind not in {"opening", "sluiting", "mededelingen"}), None)


def _present(walk: Walk) -> tuple[Person, ...]:
    people = dict.fromkeys(walk.people)
    known = {person.name for person in people}
    for turn in walk.turns:
        speaker = turn.speaker
        if speaker.name not in known and speaker.role != "chair":
            people[Person(speaker.name, speaker.party, speaker.role, walk.offices.get(speaker.name))] = None
    return tuple(people)
