"""The reader for reports in text form: the Tweede Kamer's Kamerstuk, as text comes out of the official PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from rag.errors import ReadError
from rag.read import brief, canonical, front, grammar, hyphens, identity, inline, lines, motions, pages
from rag.read.canonical import BodyLine
from rag.read.furniture import find as find_furniture
from rag.read.grammar import Marked
from rag.read.headings import CHAIR, CHAIRS, MEMBERS_ROLE, Heading, party_of, party_told, short_office
from rag.read.walk import Draft, Walk, merged
from rag.text import capital
from rag.types import Event, Meeting, Person, Role, Span, SpanKind, Speaker, Transcript, Turn


def read_report(source: str, numbered: bool = False) -> Transcript:
    """Reads a report in text form; the spans of the transcript re-join to ``source``.

    ``source``: the decoded text, line ends and page breaks as they stand; ``numbered``: form feeds in it are a PDF's own page breaks.
    Raises ReadError: the text holds no turn.
    """
    every = inline.separate(lines.split(source))
    fed = numbered or any(line.feeds for line in every)
    taken, footers = find_furniture(every, fed)
    count = pages.number(every, footers, taken, fed)
    marks = grammar.mark(every, taken)
    walk = _walk(marks, taken)
    if not walk.drafts:
        walk = brief.walk(marks) or walk
    # "De minister van Financiën:" alone may stand in any letter: somebody must be named, or be in the chair
    if not any(draft.heading.name or draft.heading.kind == "chair" for draft in walk.drafts):
        raise ReadError(*_no_turns(source, every))
    content = [line for line in every if line.text and line.number - 1 not in taken]
    how = canonical.measure(content, hyphens.vocabulary(content))
    printed = "\n".join(item.line.text for item in walk.front)
    facts = front.read_front(canonical.build(walk.front, how).text, _opening(walk, how), printed)
    heads = " ".join(every[index].text for index in sorted(taken)).casefold()
    if "ongecorrigeerd" in heads:  # told in the running head, which is no part of the text
        facts = replace(facts, status="ongecorrigeerd")
    return _assemble(source, walk, how, facts, list(footers.values()), count, numbered)


def _no_turns(source: str, every: list[lines.Line]) -> tuple[str, str]:
    why = "Dit lijkt geen verslag van een vergadering: er staat geen regel in als 'De voorzitter:' of 'De heer X (Partij):'."
    if re.search(r"vergaderjaar|algemeen overleg|commissiedebat|Aanwezig zijn", source[:20000]):
        why = "In dit verslag staat geen enkele spreekbeurt (geen regel als 'De voorzitter:' of 'De heer X (Partij):')."
    return why, f"regel 1 tot {len(every)}" if len(every) > 1 else "regel 1"


def _walk(marks: list[Marked], furniture: frozenset[int]) -> Walk:
    """Gives every mark its place: front matter, heading, speech, event or furniture."""
    walk = Walk(furniture)
    for mark in marks:
        STEPS[mark.kind](walk, mark)
    return walk


def _span(walk: Walk, kind: SpanKind, mark: Marked, turn: int | None = None) -> None:
    walk.spans.append(Span(kind, mark.lines[0].first, mark.lines[-1].last, turn))


def _on_blank(walk: Walk, mark: Marked) -> None:
    _span(walk, "furniture", mark)


def _on_heading(walk: Walk, mark: Marked) -> None:
    assert mark.heading is not None
    walk.begin(mark.heading, mark.text)
    _span(walk, "heading", mark, len(walk.drafts))
    walk.open = True
    walk.after_notice = False


def _on_notice(walk: Walk, mark: Marked) -> None:
    """The chair numbers a motion: part of the mover's turn, but no one's to be quoted for."""
    if not walk.open or walk.drafts[-1].heading.kind == "chair":
        first = mark.lines[0]
        alone = first.text.endswith(":")  # else the notice begins on the line of its heading, and all of it is text
        if alone:
            _on_heading(walk, Marked("heading", [first], first.text, heading=CHAIR))
        for line in mark.lines[alone:]:
            kind: grammar.Kind = "furniture" if line.number - 1 in walk.furniture else "text" if line.text else "blank"
            STEPS[kind](walk, Marked(kind, [line], line.text))
        return
    for index, line in enumerate(mark.lines):
        if line.number - 1 in walk.furniture or not line.text:
            _span(walk, "furniture", Marked("blank", [line], ""))
            continue
        walk.drafts[-1].body.append(BodyLine(line, gap=index < 2, quotable=False))
        _span(walk, "speech", Marked("text", [line], line.text), len(walk.drafts))
    walk.after_notice = True


def _on_text(walk: Walk, mark: Marked) -> None:
    if walk.open and walk.after_notice:
        # after the notice the chair has the floor again, unless another motion follows
        walk.after_notice = False
        if not re.match(r"(?:De Kamer,|Motie\b|gehoord de beraadslaging)", mark.text):
            walk.begin(CHAIR, "De voorzitter:")
    if walk.open:
        walk.drafts[-1].body.append(BodyLine(mark.lines[0], gap=mark.gap, quotable=mark.kind == "text"))
        _span(walk, "speech", mark, len(walk.drafts))
    elif walk.drafts:
        # after a suspension or the closing nobody has the floor: what stands there is on no one's account
        _span(walk, "event", mark)
    else:
        walk.front.append(BodyLine(mark.lines[0], gap=mark.gap))
        _span(walk, "front", mark)


def _take_titles(walk: Walk) -> None:
    """The subject's title printed above "Aan de orde is …" was not said by whoever spoke last."""
    while walk.open and len(walk.drafts[-1].body) > 1:
        before, last = walk.drafts[-1].body[-2:]
        apart = last.gap or re.search(r"[.?!]$", before.line.text)
        if not apart or len(last.line.text) > 110 or re.search(r"[.?!:;…»”,]$", last.line.text):
            return
        walk.drafts[-1].body.pop()
        at = next(index for index in range(len(walk.spans) - 1, -1, -1) if walk.spans[index].start == last.line.first)
        walk.spans[at] = replace(walk.spans[at], kind="event", turn=None)
        walk.events.append(Event("subject", last.line.text, len(walk.drafts)))


def _on_event(walk: Walk, mark: Marked) -> None:
    """What happens between turns; before the first one it is front matter."""
    assert mark.event is not None
    if mark.name:
        walk.chairs.append(mark.name)
    elif mark.event == "suspension" and len(mark.times) >= 2:
        walk.suspensions.append((mark.times[0], mark.times[1]))
    if not walk.drafts:
        walk.front.extend(BodyLine(line, gap=index == 0) for index, line in enumerate(mark.lines))
        _span(walk, "front", mark)
        return
    if mark.event == "closing":
        walk.end, walk.closed = mark.times[0] if mark.times else walk.end, True
    elif mark.event == "subject":
        _take_titles(walk)
    walk.events.append(Event(mark.event, mark.text, len(walk.drafts)))
    _span(walk, "event", mark)
    walk.open = False


STEPS = {
    "blank": _on_blank,
    "furniture": _on_blank,
    "event": _on_event,
    "heading": _on_heading,
    "notice": _on_notice,
    "aside": _on_text,
    "text": _on_text,
}


def _opening(walk: Walk, how: canonical.Measure) -> str:
    """What the chair says first."""
    chaired = [draft for draft in walk.drafts[:6] if draft.heading.kind == "chair"][:2]
    return " ".join(canonical.build(draft.body, how).text for draft in chaired)


_DEBATE_CLOSED = re.compile(r"De (?:algemene )?(?:beraadslaging|behandeling)\b.*\bgesloten\b")


def _debate_closed(walk: Walk) -> bool:
    """Whether the last line says that the debate is closed: so an item of the Handelingen ends, within a sitting that goes on."""
    last = walk.events[-1] if walk.events else None
    return last is not None and last.after_turn == len(walk.drafts) and bool(_DEBATE_CLOSED.match(last.text))


def _assemble(
    source: str, walk: Walk, how: canonical.Measure, facts: front.Front, footers: list[pages.Footer], count: int | None, numbered: bool
) -> Transcript:
    beknopt = facts.status == "beknopt"
    speakers = Speakers(walk.drafts, facts)
    turns = [_turn(number, draft, how, speakers.of(draft), beknopt) for number, draft in enumerate(walk.drafts, 1)]
    ident, reference = identity.identify(facts, footers)
    closed = walk.closed or _debate_closed(walk)
    status = "beknopt" if beknopt else "incomplete" if not closed else facts.status or "unknown"
    title = facts.title or facts.committee or (facts.kind or "vergadering").capitalize()
    ident = ident or identity.derived(turns, facts.date)
    turns = [replace(turn, meeting=ident) for turn in turns]
    named = [turn.speaker.name for turn in turns if turn.speaker.role == "chair" and turn.speaker.name != NO_NAME]
    meeting = Meeting(
        id=ident,
        title=title,
        kind=facts.kind,
        committee=facts.committee,
        date=facts.date,
        status=status,
        source="pdf" if numbered else "text",
        language=identity.language_of(turns),
        reference=reference or identity.plain_reference(title, facts.date, facts.status == "ongecorrigeerd"),
        pages=count,
        chairs=tuple(dict.fromkeys([*walk.chairs, *named])),
        present=_present(facts, turns, speakers.government),
        start=facts.start,
        end=walk.end,
        suspensions=tuple(walk.suspensions),
        agenda=facts.agenda,
    )
    return Transcript(meeting, tuple(turns), source, tuple(merged(walk.spans)), tuple(walk.events), tuple(motions.find(turns)))


NO_NAME = "De voorzitter"
STRANGE = 3


class Speakers:
    """Who stands behind a heading: role and party are per turn, what is known of names helps where a heading says less."""

    def __init__(self, drafts: list[Draft], facts: front.Front) -> None:
        self.guests_only = facts.kind in front.GUEST_KINDS
        self.members = {person.name for person in facts.present if person.role == "member"}
        # where the record lists the members, a stranger's brackets name an organisation ("Mevrouw De Wit (RIVM)")
        self.complete = len(self.members) >= 2
        self.parties = {person.name: person.party for person in facts.present if person.party}
        self.clerks = facts.clerks
        # an office as the list of those present or a heading tells it: "Minister van Financiën", or no more than "Minister"
        self.government = {person.name: person.office for person in facts.present if person.office}
        for heading in (draft.heading for draft in drafts):
            if heading.kind == "government" and heading.name:
                post = f" {heading.paren}" if heading.paren and heading.paren != heading.name else ""
                told = f"{heading.office or ''}{post}"
                self.government[heading.name] = max(self.government.get(heading.name, ""), told, key=len)
            elif heading.kind == "person" and heading.name and party_of(heading.paren, True):
                self.members.add(heading.name)
        # a new party comes alone: where known parties speak, several unknown names between brackets are organisations
        strange = {draft.heading.paren for draft in drafts if self._strange(draft.heading)}
        self.complete = self.complete or (bool(self.members) and len(strange) >= STRANGE)

    def _strange(self, heading: Heading) -> bool:
        unknown = heading.kind == "person" and party_of(heading.paren, False) and not party_of(heading.paren, True)
        return bool(unknown) and heading.name not in self.members

    def of(self, draft: Draft) -> Speaker:
        """The speaker of a turn."""
        heading = draft.heading
        if heading.kind == "chair":
            paren = re.sub(r"^(?:de heer|mevrouw)\s+", "", heading.paren or "", flags=re.IGNORECASE)
            named = paren if paren[:1].isupper() and not party_of(paren, True) else None
            return Speaker(named or draft.chair or NO_NAME, None, "chair")
        if heading.kind == "government":
            name, office = heading.name or self._bearer(heading.office or ""), heading.office
            return Speaker(name, None, "government", office and short_office(office)) if name else Speaker(office or "", None, "government")
        if heading.kind == "guest":
            return self._guest(heading)
        assert heading.name is not None
        return self._person(heading, heading.name)

    def _bearer(self, office: str) -> str | None:
        """Who bears an office that stands without a name ("De Minister antwoordt …"), where only one of those present does."""
        asked = _post(office)
        own = next((name for name in self.government if office.endswith(f" {name}")), None)  # "Minister van Financiën Hoekstra"
        exact = [name for name, full in self.government.items() if _post(full) == asked and " " in asked]
        found = exact or [name for name, full in self.government.items() if f"{_post(full)} ".startswith(f"{asked} ")]
        return own or (found[0] if len(found) == 1 else None)

    def _guest(self, heading: Heading) -> Speaker:
        if heading.name:
            return Speaker(heading.name, None, "guest", heading.office)
        office = heading.office or ""
        if office == "griffier" and len(self.clerks) == 1:
            return Speaker(self.clerks[0], None, "guest", "Griffier")
        return Speaker(f"De {office}", None, "guest")

    def _person(self, heading: Heading, name: str) -> Speaker:
        if heading.paren and heading.paren.strip().lower() in CHAIRS:
            return Speaker(name, None, "chair")
        listed = name in self.members
        party = party_of(heading.paren, not listed and (self.guests_only or self.complete))
        if party is not None:
            return Speaker(name, party, "member")
        if (heading.title and "lid" in heading.title.lower()) or (heading.paren and MEMBERS_ROLE.match(heading.paren)):
            return Speaker(name, None, "member")
        if name in self.government:
            return Speaker(name, None, "government", short_office(self.government[name]))
        if name in self.members:
            return Speaker(name, None if heading.paren else self.parties.get(name), "member")
        return Speaker(name, None, "guest")


def _post(office: str) -> str:
    """An office in lower case without the words that records differ in: "minister financiën"."""
    return " ".join(re.sub(r"\b(?:van|voor|de|het|tevens)\s|[-–—,]", "", office.casefold()).split())


def _turn(number: int, draft: Draft, how: canonical.Measure, speaker: Speaker, beknopt: bool) -> Turn:
    made = canonical.build(draft.body, how)
    return Turn(
        meeting="",
        number=number,
        speaker=speaker,
        heading=draft.printed,
        text=made.text,
        page_starts=tuple(made.page_starts),
        unquotable=((0, len(made.text)),) if beknopt and made.text else tuple(made.unquotable),
        source_map=tuple(made.runs),
    )


def _present(facts: front.Front, turns: list[Turn], offices: Mapping[str, str]) -> tuple[Person, ...]:
    """Those the record lists, with the party their own headings give, else the list or the chair; then others who spoke."""
    parties: dict[str, list[str | None]] = {}
    roles: dict[str, Role] = {}
    for turn in turns:
        speaker = turn.speaker
        if re.match(r"De [a-z]", speaker.name) or (speaker.role == "government" and speaker.office is None):
            continue  # an office whose bearer the record does not name is nobody
        known = parties.setdefault(speaker.name, [])
        if speaker.party and speaker.party not in known:
            known.append(speaker.party)
        role: Role = "member" if speaker.role == "chair" else speaker.role
        if roles.get(speaker.name) in {None, "member"}:
            roles[speaker.name] = role
    people = []
    chair = " ".join(" ".join(turn.text for turn in turns if turn.speaker.role == "chair").split())
    for person in facts.present:
        told = party_told(person.name, chair) if person.role == "member" else None
        for party in parties.pop(person.name, None) or [person.party or told]:
            people.append(Person(person.name, party, person.role, _office(offices, person.name, person.role)))
    for name, found in parties.items():
        people.extend(Person(name, party, roles[name], _office(offices, name, roles[name])) for party in found or [None])
    return tuple(people)


def _office(offices: Mapping[str, str], name: str, role: Role) -> str | None:
    return capital(offices.get(name, "")) or None if role == "government" else None
