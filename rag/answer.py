"""A question to an Answer: understand, retrieve, write, verify; or decline."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from rag import verbatim
from rag.copies import copies
from rag.decline import answers
from rag.errors import ModelError, UserError
from rag.index import Index
from rag.kind import BECAUSE, kind_of
from rag.lexicon import is_english_word
from rag.motions import Moved
from rag.moved import Joined, Motions, motions, of_no_motion_else, proposes
from rag.naming import Cast, find_speakers, mentions, party_aliases, with_title
from rag.occasion import occasion
from rag.offices import Holder, post_of
from rag.promised import Promises, first, promises
from rag.putting import neighbours, reply_to
from rag.replied import Replies, replies
from rag.retrieve import KEPT, Blend, Search, retrieve
from rag.sides import on_side, side_asked
from rag.standing import Mention
from rag.text import is_question, sentences, stems
from rag.types import (
    Answer,
    Claim,
    DeclineReason,
    Filter,
    Language,
    Meeting,
    Names,
    Passage,
    Person,
    Quote,
    Role,
    Speaker,
    Statement,
    Turn,
    Understood,
    Usage,
)
from rag.understand import resolve_filter, understand
from rag.verify import Numbering, verify
from rag.wordindex import in_scope, speaks

if TYPE_CHECKING:
    from rag.llm import Endpoint

Step = Literal["search", "read", "write", "check"]
Event = Step | Statement | Answer
VERBATIM = "verbatim"
NEAR = 2  # sentences around one in which its reason may stand
FEW = 3  # words of a question from which it may be taken that one knows how to ask
SHOWN = 3  # meetings named in a note: the latest

_ASKING = re.compile(
    r"\b(?:antwoordden?|antwoordt|geantwoord|vroeg|vroegen|vraagt|(?:op|aan) de vra(?:ag|gen)|answer(?:s|ed)|asked|asks)\b",
    re.I,
)

NOTES = {
    "nl": {
        "parties": "Wel aan het woord: {parties}.",
        "people": "Aan het woord waren: {people}.",
        "partly_absent": "{names} nam geen deel aan {debate}.",
        "several_absent": "{names} namen geen deel aan {debate}.",
        "office": "de {name}",
        "chaired": "{who} was voorzitter. Wie voorzit, spreekt niet voor {party}.",
        "debate": "dit debat",
        "debates": "deze debatten",
        "elsewhere": "Aan het woord in een ander debat: {name}, in {meetings}.",
        "namesakes": "Onder de naam {name} spreken: {people}. Noem de partij of de voornaam om er een te kiezen.",
        "idle": "U kunt vragen wat een partij of spreker van iets vindt, wat er is toegezegd, of wat er over een onderwerp is gezegd.",
        "outside": "U vraagt naar {names}, maar doorzocht is alleen wie hier is gekozen: {limits}. Haal een van beide weg.",
        "member": "leden",
        "government": "de regering",
        "chair": "de voorzitter",
        "guest": "gasten",
        "no_debate": "Er is geen verslag van een debat van {date}. Voeg het toe, of laat de datum weg.",
        "no_reason": "Met zoveel woorden staat er geen reden bij. Dit zegt de spreker er meteen na.",
        "no_more": "Meer dan in het vorige antwoord staat er niet over in het verslag, of het is er niet met zekerheid in te vinden.",
        "and": "en",
        "moved": "De motie op stuk nr. {number} is ingediend door {names}, in beurt {turn}.",
        "moved_unnumbered": "De motie is ingediend door {names}, in beurt {turn}.",
        "in_reply": "{who} antwoordt hier op {whom}, in beurt {turn}.",
        "slip": "Onder de naam {typed} spreekt niemand. Gelezen als {name}.",
        "undated": "{n} vergadering(en) zonder datum zijn buiten de zoekperiode gelaten.",
        "more_promises": "In totaal zijn er {total} zulke toezeggingen gevonden; dit zijn er {shown}. Alle staan bij de toezeggingen van het debat.",
        "more_replies": "In totaal zijn er {total} zulke vragen gevonden; dit gaat over {shown}. Alle staan bij de vragen van het debat.",
        "replies_to": "Dit is het antwoord op {whom}, in beurt {turn}.",
        "left_open": "Op de vraag van {whom} in beurt {turn} is in het verslag geen antwoord gevonden.",
        "incomplete": "Het verslag is onvolledig: het slot ontbreekt.",
        "none_open": "Er is geen vraag aan de regering gevonden die onbeantwoord bleef.",
        "more_motions": "In totaal zijn er {total} zulke moties gevonden; dit zijn er {shown}.",
        "words_only": "Er is alleen op woorden gezocht, zonder vectoren. {why}",
        "model_failed": "Het taalmodel gaf geen bruikbaar antwoord. {why} Hieronder staan passages uit het verslag zelf.",
        "model_silent": "Het taalmodel vond in de passages geen antwoord. Hieronder staan passages uit het verslag zelf.",
        "model_unsupported": "Wat het taalmodel schreef, was niet te herleiden tot het verslag. Hieronder staan passages uit het verslag zelf.",
    },
    "en": {
        "parties": "Who did speak: {parties}.",
        "people": "Those who spoke: {people}.",
        "partly_absent": "{names} took no part in {debate}.",
        "several_absent": "{names} took no part in {debate}.",
        "office": "the {name}",
        "chaired": "{who} was in the chair. Whoever is in the chair does not speak for {party}.",
        "debate": "this debate",
        "debates": "these debates",
        "elsewhere": "Who spoke in another debate: {name}, in {meetings}.",
        "namesakes": "Under the name {name} there speak: {people}. Give the party or the first name to choose one.",
        "idle": "You can ask what a party or speaker thinks of something, what was promised, or what was said about a subject.",
        "outside": "You ask about {names}, but only what {limits} said was searched. Take one of the two away.",
        "member": "members",
        "government": "the government",
        "chair": "the chair",
        "guest": "guests",
        "no_debate": "There is no report of a debate of {date}. Add it, or leave the date out.",
        "no_reason": "No reason is given in so many words. This is what the speaker says right after.",
        "no_more": "The record holds no more on this than the last answer, or not with certainty.",
        "and": "and",
        "moved": "Motion no. {number} was moved by {names}, in turn {turn}.",
        "moved_unnumbered": "The motion was moved by {names}, in turn {turn}.",
        "in_reply": "{who} replies here to {whom}, in turn {turn}.",
        "slip": "Nobody speaks under the name {typed}. Read as {name}.",
        "undated": "{n} meeting(s) without a date were left out of the period.",
        "more_promises": "{total} such commitments were found in all; these are {shown} of them. All stand with the commitments of the debate.",
        "more_replies": "{total} such questions were found in all; this is about {shown} of them. All stand with the questions of the debate.",
        "replies_to": "This is the reply to {whom}, in turn {turn}.",
        "left_open": "In the record no answer was found to the question of {whom} in turn {turn}.",
        "incomplete": "The record is incomplete: its end is missing.",
        "none_open": "No question to the government was found that was left unanswered.",
        "more_motions": "{total} such motions were found in all; these are {shown} of them.",
        "words_only": "Only words were searched, no vectors. {why}",
        "model_failed": "The model gave no usable answer. {why} What follows are passages from the record itself.",
        "model_silent": "The model found no answer in the passages. What follows are passages from the record itself.",
        "model_unsupported": "What the model wrote could not be traced to the record. What follows are passages from the record itself.",
    },
}


_MORE: dict[type, str] = {Promises: "more_promises", Motions: "more_motions", Replies: "more_replies"}


def cast_of(index: Index, meetings: Sequence[Meeting]) -> Cast:
    """Who took part in these meetings, and who spoke in others."""
    searched = {m.id for m in meetings}
    every = index.shelf.speakers()
    speakers = tuple(dict.fromkeys(speaker for meeting, speaker, _ in every if meeting in searched))
    others = tuple(dict.fromkeys(speaker for meeting, speaker, _ in every if meeting not in searched))
    present: tuple[Person, ...] = tuple(dict.fromkeys(p for m in meetings for p in m.present))

    def salutation(speaker: Speaker) -> str:
        turns = (t for meeting, s, _ in every if s == speaker and meeting in searched for t in index.shelf.turns(meeting))
        heading = next((t.heading for t in turns if t.speaker == speaker), "")
        return heading[: heading.find(speaker.name)].strip()

    told = {(m.id, p.name): p.office for m in meetings for p in m.present if p.role == "government"}
    spoke = {(meeting, s.name): s.office for meeting, s, _ in every if meeting in searched and s.role == "government"}
    holders = tuple(Holder(*key, office or "") for key, office in {**spoke, **{k: v for k, v in told.items() if v}}.items())
    return Cast(speakers, present, others, salutation, holders)


def scope(index: Index, given: Filter) -> list[Meeting]:
    """The meetings a question is asked of.

    Raises:
        UserError: nothing is indexed, or a meeting is named that is not.
    """
    if given.meetings:
        return [index.shelf.meeting(m) for m in dict.fromkeys(given.meetings)]
    meetings = index.shelf.meetings()
    if not meetings:
        raise UserError("De index is leeg. Voeg eerst een verslag toe: griffier ingest BESTAND, of griffier demo.")
    return meetings


def answer(
    question: str,
    index: Index,
    given: Filter = Filter(),  # noqa: B008  frozen and empty: one shared default is safe
    endpoint: Endpoint | None = None,
    before: Sequence[str] = (),
    language: Language | None = None,
) -> Answer:
    """Answers a question from the record, or declines. See `steps` for the arguments and errors."""
    for event in steps(question, index, given, endpoint, before, language):
        if isinstance(event, Answer):
            return event
    raise AssertionError("steps ends in an Answer")


def steps(
    question: str,
    index: Index,
    given: Filter = Filter(),  # noqa: B008  frozen and empty: one shared default is safe
    endpoint: Endpoint | None = None,
    before: Sequence[str] = (),
    language: Language | None = None,
    everyone: bool = False,
) -> Iterator[Event]:
    """Answers step by step: what is being done, each statement as soon as it is verified, and last the Answer.

    Args:
        question: as the user typed it.
        index: the open index.
        given: limits from flags or from the page; they win from names in the question.
        endpoint: the model that writes; None: verbatim sentences.
        before: earlier questions of the conversation, oldest first.
        language: of notes and reasons; by default that of the question.
        everyone: names in the question do not limit whose turns are searched; only ``given`` does.

    Raises:
        UserError: an empty question, an empty index, an unknown meeting or an ambiguous surname.
    """
    if not question.strip():
        raise UserError("De vraag is leeg. Stel een vraag over het verslag.")
    question = " ".join(question.split())[:2000]
    yield "search"
    looked = look_up(question, index, given, before, everyone=everyone)
    asked, found, meetings, cast = looked.asked, looked.found, looked.meetings, looked.cast
    speech = language or asked.language
    notes = _notes(meetings, given, asked, speech)
    if found.missed:
        notes = (*notes, NOTES[speech]["words_only"].format(why=found.missed.said(speech)))
    reason = who_declines(asked, looked.absent_flags)
    if asked.idle or ((asked.outside or asked.no_debate) and not reason):
        yield _declined(question, asked, "off_topic" if asked.idle else "no_evidence", found, notes)
        return
    if reason:
        yield _declined(question, asked, reason, found, (*notes, *_spoke_elsewhere(index, asked, cast, speech), *_who_spoke(cast, speech)))
        return
    yield "read"
    record = meetings[0].language
    head = occasion(asked.question, meetings[0], speech) if len(meetings) == 1 else None
    notes = (*notes, head) if head else notes
    told = answer(asked.again, index, given, None, (), language) if asked.again else None
    evidence = _evidence(looked, index, record, told)
    found, ready, candidates = evidence.found, evidence.ready, evidence.candidates
    notes = (*notes, NOTES[speech][evidence.note]) if evidence.note else notes
    if ready is not None and ready.quotes:
        found = replace(found, passages=first(found.passages, ready.quotes))
        if ready.total > ready.shown:
            notes = (*notes, NOTES[speech][_MORE[type(ready)]].format(total=ready.total, shown=ready.shown))
        notes = (*notes, *_of_what(ready, speech))
    elif not candidates or not _is_answered(asked, found, candidates, record):
        reason = "off_topic" if ready is None and found.terms and not found.known else "no_evidence"
        if reason == "off_topic" and len(question.split()) < FEW:
            notes = (*notes, NOTES[speech]["idle"])
        notes = (*notes, *_of_what(ready, speech))
        reason = "no_evidence" if head else reason
        if [m.status for m in meetings] == ["incomplete"]:  # what is asked may have been said in the part that is missing
            notes = (*notes, NOTES[speech]["incomplete"])
        yield _declined(question, asked, reason, found, notes)
        return
    yield "check" if endpoint is None else "write"
    judge = _Judge(Names(cast.speakers, cast.parties), speech, {m.id: m.reference for m in index.shelf.meetings()})
    usage: Usage | None = None
    if endpoint is not None:
        written = _Written(endpoint, speech)
        statements, numbering = yield from judge.judged(written.claims(asked, found), only_supported=False)
        usage, trouble = endpoint.usage, written.trouble(statements)
        if trouble is None:
            yield _answered(question, asked, found, statements, numbering, notes, written.by, usage)
            return
        notes = (*notes, trouble)
        yield "check"
    if ready is not None:
        claims = [Claim(text=q.text, quotes=(q,), verbatim=True) for q in ready.quotes]
    else:
        chosen = candidates[: verbatim.MOST] if side_asked(asked.question) else verbatim.select(candidates, verbatim.to_hear(asked))
        claims = verbatim.write(chosen)
        notes = (*notes, *_in_reply(chosen, speech))
    statements, numbering = yield from judge.judged(claims, only_supported=True)
    if not statements:
        yield _declined(question, asked, "no_evidence", found, notes)
        return
    yield _answered(question, asked, found, statements, numbering, notes, VERBATIM, usage)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Claims to statements, each as soon as it is judged; those of one writer share one numbering."""

    names: Names
    language: Language
    references: dict[str, str]

    def judged(self, claims: Iterable[Claim], *, only_supported: bool) -> Generator[Event, None, tuple[list[Statement], Numbering]]:
        numbering = Numbering(self.references)
        statements = []
        for claim in claims:
            statement = verify(claim, self.language, self.names)
            if statement.verdict == "supported" or not only_supported:
                statements.append(numbering.cite(statement))
                yield statements[-1]
        return statements, numbering


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A question as it was understood, what was found for it, and of which meetings and people it was asked."""

    asked: Understood
    found: Search
    meetings: tuple[Meeting, ...]
    cast: Cast
    absent_flags: tuple[str, ...]  # parties and persons named in the given filter who took no part
    roles: tuple[Role, ...]  # whose words are asked for, where that is the government's
    once: tuple[Meeting, ...]  # the meetings without those that are a second report of the same debate


def look_up(
    question: str,
    index: Index,
    given: Filter = Filter(),  # noqa: B008  frozen and empty: one shared default is safe
    before: Sequence[str] = (),
    k: int = KEPT,
    blend: Blend = Blend(),  # noqa: B008  frozen: one shared default is safe
    everyone: bool = False,
) -> LookedUp:
    """The first half of an answer: understand the question and retrieve for it. See `steps` for the arguments and errors.

    Args:
        k: how many turns to return at most.
        blend: what words and vectors are worth; the eval measures each alone.
        everyone: names in the question do not limit whose turns are searched.
    """
    meetings = scope(index, given)
    cast = cast_of(index, meetings)
    filtered, absent_flags = resolve_filter(given, cast)
    if given.meetings or not filtered.meetings:
        filtered = replace(filtered, meetings=tuple(m.id for m in meetings) if given.meetings else ())
    asked = understand(question, cast, meetings, filtered, before, _in_record(index, filtered, cast))
    dated = [m for m in meetings if in_scope(m, asked.filter)]
    if 0 < len(dated) < len(meetings):  # a date in the question: who took part is then who did on that day
        meetings, cast = dated, cast_of(index, dated)
        asked = understand(question, cast, meetings, filtered, before, _in_record(index, asked.filter, cast))
    if everyone:
        asked = replace(asked, filter=filtered, absent=(), silent=())
    asked = replace(asked, absent=(*absent_flags, *asked.absent))
    # the names of whom the filter keeps are not looked for in their own words
    kept = {*asked.filter.parties, *asked.filter.speakers}
    spoken_of = mentions(asked.question, cast)
    kept_of = [m for m in spoken_of if m.kind != "government" and {m.known, *(s.name for s in m.who)} & kept]
    told = [with_title(asked.question, m) for m in kept_of]
    named = [*told, *(m.text for m in kept_of), *asked.left_out, *_of_asking(asked.question, spoken_of)]
    double = copies(index.shelf, asked.filter)
    once = tuple(m for m in meetings if m.id not in double)
    searched = replace(asked, filter=replace(asked.filter, meetings=tuple(m.id for m in once))) if double else asked
    nothing = Search((), (), {}, {}, 0, 0)
    found = nothing if asked.idle else retrieve(searched, index, _spelled(asked, cast, named), k, blend)
    alone = all(m.kind == "government" for m in spoken_of)  # "Waarom grijpt de minister niet in?" asks nobody else
    governs = not everyone and any(m.kind == "government" and m.standing in {"actor", "weak" if alone else "actor"} for m in spoken_of)
    roles: tuple[Role, ...] = ("government",) if governs and any(s.role == "government" for s in cast.speakers) else ()
    return LookedUp(asked, found, tuple(meetings), cast, absent_flags, roles, once)


def _of_asking(question: str, spoken_of: Sequence[Mention]) -> list[str]:
    """What says that somebody asks or answers ("… antwoordde X op de vraag van Y over"): it stands in no words of theirs."""
    asker = [m.text for m in spoken_of if m.standing == "source"]
    actor = any(m.standing == "actor" for m in spoken_of)
    return [*asker, *_ASKING.findall(question)] if asker or actor else []


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What may answer a question: what the record itself joins (its promises, its motions), else sentences, best first."""

    found: Search
    ready: Promises | Motions | Replies | None
    candidates: list[verbatim.Candidate]
    note: str = ""


def _evidence(looked: LookedUp, index: Index, record: Language, told: Answer | None) -> _Evidence:
    asked = looked.asked
    tabled = Joined(index.shelf)
    ready = (
        promises(asked, looked.found, index.shelf, looked.once)
        or motions(asked, looked.found, tabled, record)
        or replies(asked, looked.found, index.shelf, looked.once, record)
    )
    if ready is not None:
        return _Evidence(looked.found, ready, [])
    found, around = _with_replies(asked, looked.found, index)

    def chosen(roles: Sequence[Role] = ()) -> list[verbatim.Candidate]:
        return verbatim.choose(asked, found.passages, found.terms, found.weight, record, around, roles)

    if side := side_asked(asked.question):
        return _Evidence(looked.found, None, on_side(side, looked.found, record))
    candidates, note = of_no_motion_else(asked, chosen(looked.roles), tabled), ""
    if told is not None:
        candidates, note = _not_again(candidates, told, kind_of(asked.question, asked.language, record).name == "reason")
    if proposes(asked) or _unanswered_by_government(asked, found, chosen() if looked.roles else candidates, record):
        ready = motions(asked, found, tabled, record, unnamed=True)
    return _Evidence(found, ready, candidates, note)


def _not_again(candidates: list[verbatim.Candidate], told: Answer, why: bool) -> tuple[list[verbatim.Candidate], str]:
    """What was not told in the answer before, and a note; asked why: what stands by its first sentence and gives a reason, else what is said right after."""
    quotes = [c.quote for c in told.citations]

    def told_at(one: verbatim.Candidate, back: int = 0, among: Sequence[Quote] = quotes) -> bool:
        turn, at = one.passage.turn, one.index - back
        if not 0 <= at < len(one.passage.sentences):
            return False
        start = one.passage.sentences[at][0]
        return any((turn.meeting, turn.number) == (q.turn.meeting, q.turn.number) and q.start <= start < q.end for q in among)

    if not why:
        left = [c for c in candidates if not told_at(c)]
        return left, "" if left else "no_more"
    reasons = [c for c in candidates if BECAUSE.search(c.text) and any(told_at(c, back, quotes[:1]) for back in range(-NEAR, NEAR + 1))]
    if reasons:
        return reasons, ""
    after = [c for c in candidates if told_at(c, 1, quotes[:1]) and not told_at(c, 0, quotes[:1]) and not is_question(c.text)]
    return after, "no_reason" if after else ""


class _Written:
    """The model's claims, and what went wrong while it wrote."""

    def __init__(self, endpoint: Endpoint, language: Language) -> None:
        self.endpoint, self.language = endpoint, language
        self.failed: str | None = None
        self.by = VERBATIM

    def claims(self, asked: Understood, found: Search) -> Iterator[Claim]:
        from rag import write

        self.by = write.written_by(self.endpoint, self.language)
        try:
            yield from write.write(asked.question, found.passages, self.endpoint, self.language)
        except ModelError as error:
            self.failed = NOTES[self.language]["model_failed"].format(why=error.said(self.language))

    def trouble(self, statements: Sequence[Statement]) -> str | None:
        """Why the record's own words are given in place of what the model wrote; None when that stands.

        An answer that broke off does not: what was still to come may have been the "but".
        """
        if self.failed or any(s.verdict == "supported" for s in statements):
            return self.failed
        return NOTES[self.language]["model_unsupported" if statements else "model_silent"]


def who_declines(asked: Understood, absent_flags: Sequence[str]) -> DeclineReason | None:
    """Why a question is declined for whom it asks about, where the record is sure: who was there and silent, or took no part."""
    if asked.silent:
        return "present_silent"
    if absent_flags or (asked.absent and not (asked.filter.parties or asked.filter.speakers)):
        return "not_present"
    return None


def _with_replies(asked: Understood, found: Search, index: Index) -> tuple[Search, dict[tuple[str, int], Turn]]:
    """What was found, with the replies to the questions among the best of it, and the turns around it."""
    best = [p.turn for p in found.passages[: verbatim.READ]]
    around = index.shelf.turns_of(neighbours(best))
    around |= {(t.meeting, t.number): t for t in best}
    answering = {t: reply_to(t, around) for t in best}
    passages: list[Passage] = []
    for passage in found.passages:
        passages.append(passage)
        reply = answering.get(passage.turn)
        if reply and all(p.turn != reply for p in found.passages[: verbatim.READ]) and speaks(reply.speaker, asked.filter):
            passages.append(Passage(0, reply, passage.score, sentences(reply.text)))
    numbered = tuple(Passage(n, p.turn, p.score, p.sentences) for n, p in enumerate(passages, 1))
    return replace(found, passages=numbered), around


def _is_answered(asked: Understood, found: Search, candidates: Sequence[verbatim.Candidate], record: Language) -> bool:
    """Whether what was found may be given as the answer. "Wat vindt de SP?" asks for no subject: what it said is the answer."""
    limited = bool(asked.filter.parties or asked.filter.speakers)
    if limited and not found.terms:
        return True
    kind = kind_of(asked.question, asked.language, record)
    if answers(kind, found, record, limited):
        return True
    best = candidates[0] if candidates else None
    if best is None or best.put is None:
        return False
    # the question it answers and the sentence itself are one place, wherever the question was put
    text = f"{best.put.text}\n{best.text}"
    unit = Passage(1, replace(best.passage.turn, text=text), 1.0, sentences(text))
    named = dict.fromkeys(stems(text, record), 1)
    return answers(kind.named_in(best.put.text, record), replace(found, passages=(unit,), frequency={**found.frequency, **named}), record)


def _unanswered_by_government(asked: Understood, found: Search, candidates: Sequence[verbatim.Candidate], record: Language) -> bool:
    """Whether the government is asked, and what was found is no answer or a member's: its verdict on a motion names no subject."""
    if "government" not in asked.prefer.roles and not asked.filter.speakers:
        return False
    return not candidates or candidates[0].passage.turn.speaker.role == "member" or not _is_answered(asked, found, candidates, record)


def _notes(meetings: Sequence[Meeting], given: Filter, asked: Understood, language: Language) -> tuple[str, ...]:
    notes = []
    undated = sum(m.date is None for m in meetings)
    if (given.since or given.until) and undated:
        notes.append(NOTES[language]["undated"].format(n=undated))
    absent = [name for name in asked.absent if name not in asked.silent]
    if absent:
        debate = NOTES[language]["debates" if len(meetings) > 1 else "debate"]
        names = ", ".join(NOTES[language]["office"].format(name=name) if name in asked.offices else name for name in absent)
        note = NOTES[language]["several_absent" if len(absent) > 1 else "partly_absent"].format(names=names, debate=debate)
        notes.append(note[:1].upper() + note[1:])
    if asked.idle:
        notes.append(NOTES[language]["idle"])
    if asked.no_debate:
        notes.append(NOTES[language]["no_debate"].format(date=asked.no_debate))
    if asked.outside:
        limits = ", ".join([*given.speakers, *given.parties, *(NOTES[language][role] for role in given.roles)])
        notes.append(NOTES[language]["outside"].format(names=", ".join(asked.outside), limits=limits))
    for party in asked.silent:
        present = dict.fromkeys(
            p.name for m in meetings for p in m.present if p.name in m.chairs and (p.party or "").casefold() == party.casefold()
        )
        if present:
            notes.append(NOTES[language]["chaired"].format(who=", ".join(present), party=party))
    notes += [NOTES[language]["slip"].format(typed=typed, name=name) for typed, name in asked.slips]
    for name, people in asked.namesakes:
        notes.append(NOTES[language]["namesakes"].format(name=name, people=", ".join(people)))
    return tuple(notes)


def _in_reply(chosen: Sequence[verbatim.Candidate], language: Language) -> tuple[str, ...]:
    """To whom the quoted words reply, where it was somebody else who named the subject: "Nee, dat doe ik niet."."""
    told = [(c.passage.turn.speaker, c.put.turn) for c in chosen if c.put and c.put.turn is not c.passage.turn]
    note = NOTES[language]["in_reply"]
    return tuple(
        dict.fromkeys(note.format(who=who.called(language), whom=put.speaker.called(language), turn=put.number) for who, put in told)
    )


def _of_what(ready: Promises | Motions | Replies | None, language: Language) -> tuple[str, ...]:
    """What the quoted words do not tell themselves: who moved a motion, which questions are answered, or were not."""
    if isinstance(ready, Motions):
        return tuple(_movers(one, language) for one in ready.of)
    if not isinstance(ready, Replies) or (ready.open and ready.quotes):
        return ()
    if not ready.of:
        return (NOTES[language]["none_open"],)
    found = [(NOTES[language]["left_open" if ready.open else "replies_to"], q.quote.turn) for q in ready.of]
    return tuple(dict.fromkeys(note.format(whom=turn.speaker.called(language), turn=turn.number) for note, turn in found))


def _movers(one: Moved, language: Language) -> str:
    """Who moved a motion: the others stand in the chair's notice, for which nobody is quoted."""
    names = [one.turn.speaker.called(language), *one.movers[1:]]
    listed = " ".join([", ".join(names[:-1]), NOTES[language]["and"], names[-1]]) if len(names) > 1 else names[0]
    which = "moved" if one.motion.number else "moved_unnumbered"
    return NOTES[language][which].format(number=one.motion.number, names=listed, turn=one.turn.number)


def _spoke_elsewhere(index: Index, asked: Understood, cast: Cast, language: Language) -> tuple[str, ...]:
    """In which other meetings of the index a person or party speaks who took no part in those searched."""
    others = Cast(cast.elsewhere)
    found: dict[str, list[str]] = {}  # by the name the other record gives them, which may lack the first name that was asked for
    for mention in (m for name in asked.absent for m in mentions(name, others)):
        who = set(mention.who) or {s for s in others.speakers if mention.kind == "party" and s.party and s.party == mention.known}
        spoke = {meeting for meeting, speaker, _ in index.shelf.speakers() if speaker in who - set(cast.speakers)}
        label = ", ".join(sorted({s.label for s in mention.who})) or mention.text
        found[label] = [f"{m.title} ({m.date})" if m.date else m.title for m in index.shelf.meetings() if m.id in spoke]
    note = NOTES[language]["elsewhere"]
    return tuple(note.format(name=label, meetings=", ".join(titles[-SHOWN:])) for label, titles in found.items() if titles)


def _who_spoke(cast: Cast, language: Language) -> tuple[str, ...]:
    if cast.parties:
        posts = {h.name: post_of(h.office) for h in cast.holders}
        government = dict.fromkeys(
            f"{s.label} ({post})" if (post := posts.get(s.name)) else s.label for s in cast.speakers if s.role == "government"
        )
        return (NOTES[language]["parties"].format(parties=", ".join([*cast.parties, *government])),)
    people = ", ".join(dict.fromkeys(s.label for s in cast.speakers))
    return (NOTES[language]["people"].format(people=people),)


def _spelled(asked: Understood, cast: Cast, named: Sequence[str]) -> list[str]:
    """How the question spells those the filter keeps: party names, aliases and surnames."""
    kept = {*asked.filter.parties, *asked.filter.speakers}
    aliases = [alias for alias, name in party_aliases(cast.parties).items() if name in kept]
    pattern = "|".join(re.escape(a) for a in sorted([*aliases, *kept], key=len, reverse=True))
    found = re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", asked.question, re.I) if pattern else []
    return [*found, *named]


def _in_record(index: Index, where: Filter, cast: Cast) -> Callable[[str], str]:
    """Whether the searched record names someone, and whether with a person's title before the name."""

    def look(name: str) -> str:
        if find_speakers(name, cast.elsewhere):
            return "speaker"
        if is_english_word(name):
            return "other"
        hits = index.words(list(dict.fromkeys(stems(name))), Filter(meetings=where.meetings), 50)
        texts = [t.text for t in index.shelf.turns_of({(h.meeting, h.turn) for h in hits}).values()]
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        # "minister Grapperhaus", "mevrouw Attje Kuiken"; not "de leden van Bosnië" or "De heer Blom. Breda …"
        titles = r"(?:heer|mevrouw|[Mm]inister|[Ss]taatssecretaris|collega|lid|meneer|premier|Mr|Mrs|Ms)"
        titled = re.compile(rf"\b{titles}\s+(?:(?:[A-ZÀ-Þ]\w+|(?:[A-ZÀ-Þ]\.)+)\s+)?{re.escape(name)}(?!\w)|motie-{re.escape(name)}(?!\w)")
        if any(titled.search(t) for t in texts):
            return "person"
        return "other" if any(pattern.search(t) for t in texts) else ""

    return look


def _declined(question: str, asked: Understood, reason: DeclineReason, found: Search, notes: Sequence[str]) -> Answer:
    return Answer(question, "declined", reason, VERBATIM, (), (), found.passages, asked, tuple(dict.fromkeys(notes)))


def _answered(
    question: str,
    asked: Understood,
    found: Search,
    statements: Sequence[Statement],
    numbering: Numbering,
    notes: Sequence[str],
    by: str,
    usage: Usage | None,
) -> Answer:
    return Answer(question, "answered", None, by, tuple(statements), numbering.citations, found.passages, asked, tuple(notes), usage)
