"""The debate as an exchange: whose speech each turn belongs to, who breaks in on whom, and whom each answer is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise
from typing import Literal

from rag.naming import find_speakers, parties_in, party_aliases
from rag.numbered import moved, numbered
from rag.standing import PREFIXES
from rag.tables import any_of, pattern_of, table
from rag.text import content_stems, fold, sentences, words
from rag.types import Event, Role, Speaker, Turn

Ground = Literal["named", "held", "subject", "interruption", "none"]

ANSWERING: frozenset[Role] = frozenset({"government", "guest"})  # guests answer beside a minister
LEAST = 15  # words a speech has at least
CARRIES = 5  # paragraphs a name holds on in one turn
SPEECH = 350  # words that no interruption has
LETTERS = 6  # of a stem that tells by itself who asked about it
OPENS = 2  # words of a sentence that say what it begins with
SEVERAL = 2  # words of a sentence that one member alone asked about, from which it goes over to that question
TOPICAL = 60  # words of a turn that speaks to nobody, from which it is a speech
CALL = 6  # words of the chair that only call somebody: "Dan gaan we naar de Minister."
REMARK = 120  # words: a turn of the government longer than this goes on debating, and sets nothing right in what the chair reads out
NAMED = 5  # words that name a party: "de fractie van de SGP"
GREETS = 4  # words that a greeting has at most: "Dank u wel, voorzitter."
ASIDE = 40  # words under which the government only says something in a member's speech


@dataclass(frozen=True, slots=True)
class Place:
    """Where a turn stands in the debate.

    ``part``: 1, 2 … for each subject of a sitting that has several. ``term``: 1 or 2 (*eerste, tweede termijn*); 0 before anyone spoke.
    ``floor``: who holds the speech the turn belongs to. ``interrupts``: whether the turn's speaker breaks in on that speech.
    """

    turn: Turn
    part: int
    term: int
    floor: Speaker | None
    interrupts: bool


@dataclass(frozen=True, slots=True)
class Addressed:
    """One sentence of an answer, text[start:end] of its turn, and the members it is for.

    ``ground``: "named" in this sentence; "held" from a sentence before it; "subject": it goes over to what one member alone asked about;
    "interruption": the member who broke in right before;
    "none": the record does not tell it, and ``to`` is empty.
    """

    start: int
    end: int
    to: tuple[Speaker, ...]
    ground: Ground


@dataclass(frozen=True, slots=True)
class Exchange:
    """A debate with its structure: one place per turn, in spoken order, and whom each sentence of the government is for."""

    places: tuple[Place, ...]
    _answers: dict[int, tuple[Addressed, ...]] = field(default_factory=dict, repr=False)
    _order: dict[int, int] = field(default_factory=dict, repr=False)

    def place(self, turn: int) -> Place:
        """The place of a turn, by its number.

        Raises:
            KeyError: no such turn.
        """
        return self.places[self._order[turn]]

    def addressed(self, turn: int) -> tuple[Addressed, ...]:
        """Whom each sentence of a turn of the government is for, in order; empty for turns of others."""
        return self._answers.get(turn, ())

    def interruptions(self) -> tuple[Place, ...]:
        """The turns that break in on somebody's speech, in order; ``floor`` is who was interrupted."""
        return tuple(p for p in self.places if p.interrupts)


Movers = Mapping[str, Speaker]  # by the number of the motion


def exchange(turns: Sequence[Turn], events: Iterable[Event] = (), movers: Mapping[int, Movers] | None = None) -> Exchange:
    """Reads the structure of a debate from its turns and the chair's words.

    Args:
        turns: of one meeting, in spoken order.
        events: of that meeting; a new subject starts a new part.
        movers: for each turn in which motions are moved, who moved them: what the government says of one is for them.
    """
    places = _Floor(turns, events).places()
    members = tuple(dict.fromkeys(t.speaker for t in turns if t.speaker.role == "member"))
    answers = _Answers(places, members, movers or {}).all()
    return Exchange(tuple(places), answers, {p.turn.number: i for i, p in enumerate(places)})


Key = tuple[str, str | None]


def key(speaker: Speaker) -> Key:
    """What tells a speaker apart: members may share a name."""
    return speaker.name, speaker.party


def same(one: Speaker, other: Speaker) -> bool:
    """Whether two are one person: namesakes of two parties are not."""
    return key(one) == key(other)


cue = partial(pattern_of, "exchange")  # the pattern of one or more lists of rag/data/exchange.toml


# --- who has the floor --------------------------------------------------------------------------


class _Floor:
    """Walks through the turns once, keeping who has the floor."""

    def __init__(self, turns: Sequence[Turn], events: Iterable[Event]) -> None:
        self.turns = turns
        self.subjects = {e.after_turn for e in events if e.kind == "subject"}
        self.spoken = [t for t in turns if t.speaker.role != "chair"]
        # members put their questions to guests, and break in on no speech
        self.hearing = all(t.speaker.role != "government" for t in turns)
        self.part, self.term = 1, 0
        self.floor: Speaker | None = None
        self.held: set[Key] = set()  # who had the floor in this term
        self.answered = False  # the government had the floor in this term
        self.breaking: Key | None = None  # who is interrupting: what they say after a word of the chair still is that interruption
        self.said = ""  # what the chair said since the last turn of anyone else

    def places(self) -> list[Place]:
        found: list[Place] = []
        after = {t.number: i for i, t in enumerate(self.spoken)}
        for turn in self.turns:
            if turn.number - 1 in self.subjects:
                self._new_part(bool(found) and self.term > 0)
            if turn.speaker.role == "chair":
                self._chair(turn, bool(found))
                found.append(Place(turn, self.part, self.term, self.floor, False))
                continue
            interrupts = self._speaks(turn, after[turn.number])
            found.append(Place(turn, self.part, self.term, self.floor, interrupts))
            self.said = ""
        return found

    def _new_part(self, fresh: bool) -> None:
        self.part += fresh
        self.term, self.floor, self.answered = 0, None, False

    def _chair(self, turn: Turn, started: bool) -> None:
        if started and self.term > 0 and not self.subjects and cue("chair", "opening").search(turn.text[:300]):
            self._new_part(True)
        self.said = f"{self.said} {turn.text}".strip()
        if cue("chair", "first_term").search(turn.text):
            self.term, self.answered = 0, False

    def _speaks(self, turn: Turn, at: int) -> bool:
        """Whether a turn breaks in on the floor; when it does not, its speaker may take the floor."""
        speaker, floor = turn.speaker, self.floor
        if floor is not None and same(speaker, floor) and not (self._second() and speaker.role == "member"):
            self.breaking = None
            return False
        breaking, self.breaking = self.breaking, None
        if floor is None or (self._takes(turn, at) if key(speaker) != breaking else self._own_turn(turn)):
            self._take(speaker)
            return False
        self.breaking = key(speaker) if speaker.role == "member" else None
        return speaker.role == "member" and not (self.hearing and floor.role == "guest")

    def _take(self, speaker: Speaker) -> None:
        if speaker.role == "member" and (self.term == 0 or self.answered):
            self.term, self.answered = self.term + 1, False
            self.held.clear()
        elif speaker.role in ANSWERING:
            self.answered = self.term > 0
            self.term = max(self.term, 1)
        self.floor = speaker
        self.held.add(key(speaker))

    def _second(self) -> bool:
        """Whether the chair has just begun the second term."""
        said = cue("chair", "later").sub(" ", self.said)
        return self.answered and bool(cue("chair", "second_term").search(said))

    def _takes(self, turn: Turn, at: int) -> bool:
        floor = self.floor
        assert floor is not None
        if turn.speaker.role in ANSWERING:
            return floor.role in ANSWERING or self._given() or self._called(turn.speaker) or turn.words >= ASIDE
        if self._second():
            return turn.words >= LEAST
        announced = self._announced(turn.speaker)
        if floor.role == "member" and turn.words >= SPEECH and key(turn.speaker) not in self.held:
            return True
        if announced is not None:
            return announced
        if cue("chair", "own").search(turn.text[:150]):
            return False
        if floor.role == "member" and key(turn.speaker) not in self.held and _speaks_to_nobody(turn, floor):
            return True
        if floor.role in ANSWERING:
            called = self._given() or bool(named_members(self.said, (turn.speaker,)))
            return called and not self._returns(at, floor) and turn.words >= LEAST
        if not self.said and turn.words < TOPICAL and at >= 2 and same(self.spoken[at - 2].speaker, turn.speaker):
            return False  # goes on with the interruption that was just answered, and the chair gave nobody the floor
        # the chair thanked whoever spoke: that speech is over
        thanked = (
            _THANKED.match(self.said) is not None and key(turn.speaker) not in self.held and bool(named_members(self.said, (turn.speaker,)))
        )
        return thanked or not self._returns(at, floor)

    def _own_turn(self, turn: Turn) -> bool:
        """Whether the chair lets who was just interrupting hold a speech of their own: by name, or they speak at length to nobody."""
        given, floor = self._announced(turn.speaker), self.floor
        if given is False or floor is None or key(turn.speaker) in self.held or turn.words < LEAST:
            return False
        named = bool(given and named_members(self.said, (turn.speaker,)))
        return named or (floor.role == "member" and _speaks_to_nobody(turn, floor))

    def _announced(self, speaker: Speaker) -> bool | None:
        """Whether the chair gives the floor (True) or announces an interruption (False); None when the words leave it open."""
        found: bool | None = None
        said = _WAIVED.sub("", self.said)
        for start, end in sentences(said):
            sentence = cue("chair", "later").sub(" ", said[start:end])
            breaks = bool(cue("chair", "interruption").search(sentence))
            gives = bool(cue("chair", "floor").search(sentence))
            if breaks and named_members(sentence, (speaker,)):
                return False
            if breaks or gives:
                found = not breaks
        return found

    def _given(self) -> bool:
        return bool(cue("chair", "floor").search(cue("chair", "later").sub(" ", self.said)))

    def _called(self, speaker: Speaker) -> bool:
        """Whether the chair's last words are no more than an office ("Dank u wel. De Minister."): whoever holds it has the floor, however short the answer."""
        last = next((self.said[a:b] for a, b in reversed(sentences(self.said))), "")
        office = (speaker.office or "").casefold().partition(" ")[0]
        return bool(office) and "?" not in last and len(words(last)) <= CALL and office in words(last)

    def _returns(self, at: int, floor: Speaker) -> bool:
        """Whether whoever has the floor speaks again right after this speaker."""
        speaker = self.spoken[at].speaker
        for turn in self.spoken[at + 1 : at + 6]:
            if not same(turn.speaker, speaker):
                return same(turn.speaker, floor) or (floor.role in ANSWERING and turn.speaker.role in ANSWERING)
        return False


_THANKED = re.compile(r"\W*(?:(?:heel\s+)?(?:hartelijk\s+)?dank|bedankt|thank)", re.I)
_WAIVED = re.compile(r"[^.?!]+\?\s+(?:nee|niet)\b[^.?!]*[.!]", re.I)  # "Uw tweede interruptie, mevrouw Bos? Nee."


def _speaks_to_nobody(turn: Turn, floor: Speaker) -> bool:
    """Whether a turn reads as a speech of one's own: long, or begun with a word to the chair, and not about whoever has the floor."""
    opens = turn.words >= LEAST and re.match(r"\W*(?:(?:dank|bedankt)[^.]{0,30}\W)?voorzitter\b", turn.text, re.I) is not None
    return (opens or turn.words >= TOPICAL) and not _speaks_to(turn.text, floor)


def _speaks_to(text: str, other: Speaker) -> bool:
    """Whether a turn addresses somebody, or speaks of them or their party: an interruption does, a speech of one's own need not."""
    names = [re.escape(name) for name in (other.name, *(other.party or "").split("-")) if name]
    return bool(re.search(rf"(?<!\w)(?:u|uw|jullie|you|your|{'|'.join(names)})(?!\w)", _THANKS.sub(" ", text), re.I))


_THANKS = re.compile(r"\b(?:dank|bedank) u\b|\bthank you\b", re.I)


# --- whom an answer is for ----------------------------------------------------------------------


class _Answers:
    """Walks through the government's sentences, keeping whose question is being answered."""

    def __init__(self, places: Sequence[Place], members: tuple[Speaker, ...], movers: Mapping[int, Movers]) -> None:
        self.places, self.members, self.moved = places, members, movers
        self.movers: dict[str, Speaker] = {}  # of the motions moved so far on this subject
        self.motions: frozenset[str] = frozenset()  # the numbers spoken of: another one is another thing
        self.of_motion: int | None = None  # the paragraph in which who moved a motion is answered
        self.rapporteur = _rapporteur(places, members)
        self.askers: dict[str, set[Speaker]] = {}  # who used a word in a paragraph that asks, so far
        self.held: tuple[Speaker, ...] = ()  # in the speech itself
        self.broke_in: Speaker | None = None  # who interrupted, until the speech goes on
        self.recent: Speaker | None = None  # who interrupted last, until the chair lets the speech go on
        self.answering: Speaker | None = None  # who of the government spoke last
        self.block = False  # whoever answers goes from member to member: what is not said to be another's is still for the one named last

    def all(self) -> dict[int, tuple[Addressed, ...]]:
        found: dict[int, tuple[Addressed, ...]] = {}
        part = term = 0
        before: Turn | None = None
        for place in self.places:
            self.movers = {**(self.movers if place.part == part else {}), **self.moved.get(place.turn.number, {})}
            if (place.part, place.term) != (part, term):
                self.held, self.broke_in, self.block, part, term = (), None, False, place.part, place.term
            speaker = place.turn.speaker
            if speaker.role == "chair":
                self._chair(place.turn.text)
            elif speaker.role in ANSWERING:
                self._takes_over(speaker, before if before and before.number == place.turn.number - 1 else None)
                found[place.turn.number] = tuple(self._turn(place.turn))
            else:
                self._asks(place.turn)
                self.broke_in = speaker if place.interrupts or (place.floor and place.floor.role in ANSWERING) else None
                self.recent = self.broke_in
                self.motions |= numbered(place.turn.text) if self.broke_in else frozenset()  # who breaks in on a motion is answered on it
            before = place.turn
        return found

    def _takes_over(self, speaker: Speaker, before: Turn | None) -> None:
        """Whoever speaks after a colleague answers nobody whom that one named; let in by the chair, also nobody who broke in."""
        if self.answering is not None and not same(speaker, self.answering) and before is not None and before.speaker.role != "member":
            self.held, self.broke_in = (), None if before.speaker.role == "chair" else self.broke_in
        self.answering = speaker

    def _chair(self, text: str) -> None:
        """ "Gaat u verder" ends an interruption; a question of the chair ("Per wanneer?") goes on with it."""
        if cue("chair", "resume").search(text):
            if self.recent in self.held:
                self.held = ()  # who was being answered broke in, and had a reply: what comes now is something else
            self.broke_in = self.recent = None
        elif "?" in text:
            self.broke_in = self.recent

    def _turn(self, turn: Turn) -> Iterable[Addressed]:
        until = -1  # the last paragraph in which whoever was named is still answered
        before: Ground = "none"
        said = ""
        for start, end in sentences(turn.text):
            told, sentence = said, turn.text[start:end]
            said = sentence
            paragraph = turn.text.count("\n", 0, start)
            named, sets = self._named(sentence)
            on_motion = paragraph == self.of_motion and start > 0 and not leaves_motion(sentence) and {*named} <= {*self.held}
            if self.of_motion is not None and not on_motion:
                self.held, self.of_motion, before = (), None, "none"
            named, sets = self._moved(sentence, paragraph, named, sets)
            self.block = self.block or _MEMBERS.search(sentence) is not None or (sets and _only_names(sentence))
            heading = _headed(turn.text, start, sentence)
            same_thing = not named and bool(self.held) and goes_on_with(told, sentence)
            goes_on = same_thing or (not named and (before == "named" or (self.block and bool(self.held))))
            changes = (bool(heading) or _changes(sentence)) and not goes_on
            before = "named" if named and sets else "none"
            if named and sets:
                if named != (self.broke_in,):  # naming the interrupter does not take the speech itself over
                    self.held, self.broke_in, until = named, None, paragraph + CARRIES
                yield Addressed(start, end, named, "named")
                continue
            if changes and (self.broke_in is None or start > 0):
                self.held, self.broke_in = named or (self._asker_of(heading) if heading else self._asker(sentence)), None
                yield Addressed(start, end, self.held, "named" if named else "subject" if self.held else "none")
                until = paragraph if heading else paragraph + CARRIES  # a heading holds for its paragraph
                continue
            if not same_thing and (start > 0 if self.broke_in else self.held) and (others := self._of_another(sentence)):
                self.held, self.broke_in, until = others, None, paragraph + CARRIES
                yield Addressed(start, end, others, "subject")
            elif self.broke_in is not None:
                yield Addressed(start, end, (self.broke_in,), "interruption")
            else:
                if 0 <= until < paragraph and not self.block:
                    self.held = ()  # a name does not carry over a whole speech
                yield Addressed(start, end, self.held, "held" if self.held else "none")

    def _moved(self, sentence: str, paragraph: int, named: tuple[Speaker, ...], sets: bool) -> tuple[tuple[Speaker, ...], bool]:
        """Whom a sentence is for that goes over to a motion: who moved it, unless it turns to somebody else by name.

        A motion that is only named while somebody is answered is passed by, and one in the reply to who broke in is for who did.
        """
        numbers = [n for n in sorted(numbered(sentence)) if n in self.movers] if self.movers and _A_MOTION.match(sentence) else []
        first = tuple(dict.fromkeys(self.movers[n] for n in numbers))
        known = self.broke_in is not None and self.motions.issuperset(numbers)
        passed = not (_COMES_NEXT.match(sentence) or (self.broke_in is None and (not self.held or VERDICT.search(sentence))))
        theirs = moved(sentence) | ({s.name.casefold() for s in named} if sets else set())
        others = theirs and theirs.isdisjoint(s.name.casefold() for s in first)
        if not first or known or passed or others:
            self.of_motion = None if named and sets else self.of_motion
            return named, sets
        self.motions, self.of_motion = frozenset(numbers), paragraph
        return first, True

    def _asks(self, turn: Turn) -> None:
        for paragraph in turn.text.split("\n"):
            for stem in content_stems(paragraph) if turn.speaker.role == "member" and _ASKS.search(paragraph) else ():
                self.askers.setdefault(stem, set()).add(turn.speaker)

    def _asker(self, sentence: str) -> tuple[Speaker, ...]:
        """The one member who asked about what a sentence goes over to: "Over de lekverliezen ga ik in gesprek …"."""
        subject = next(iter(content_stems(sentence)), "")
        askers = self.askers.get(subject, set())
        return tuple(askers) if len(askers) == 1 and len(subject) >= LETTERS else ()

    def _asker_of(self, heading: str) -> tuple[Speaker, ...]:
        """The one member who used most words of a heading where they asked."""
        shared = Counter(speaker for stem in set(content_stems(heading)) for speaker in self.askers.get(stem, ()))
        (most, count), (_, next_best) = (*shared.most_common(2), (None, 0), (None, 0))[:2]
        return (most,) if most is not None and count > next_best else ()

    def _of_another(self, sentence: str) -> tuple[Speaker, ...]:
        """The one member, not who is being answered, who alone asked about what a sentence begins with, in several of its words.

        "De vispassages in de Maas zijn in 2027 gereed", said after something else to another.
        """
        answered = (self.broke_in,) if self.broke_in else self.held
        asker = self._asker(sentence)
        askers = [self.askers.get(stem, set()) for stem in set(content_stems(sentence))]
        if not asker or asker[0] in answered or any(one in a for a in askers for one in answered) or _COMES_BACK.search(sentence):
            return ()
        return asker if sum(a == set(asker) for a in askers) >= SEVERAL else ()

    def _told_apart(self, sentence: str, named: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
        """Of members who share a name the one who is meant: by title, by who broke in, else by whose words the sentence has."""
        found: list[Speaker] = []
        for name in dict.fromkeys(s.name for s in named):
            those = [s for s in named if s.name == name]
            if len(those) > 1:
                title = re.search(rf"\b(heer|mevrouw)\s+{re.escape(name)}\b", sentence, re.I)
                those = [s for s in those if title and title[1].lower() in self._heading(s)] or those
                those = [s for s in those if self.broke_in and same(s, self.broke_in)] or those
            if len(those) > 1:
                stems = set(content_stems(sentence)) - set(content_stems(name))
                shared = [sum(s in self.askers.get(stem, ()) for stem in stems) for s in those]
                those = [s for s, count in zip(those, shared, strict=True) if count == max(shared)]
            found += those
        return tuple(found)

    def _heading(self, speaker: Speaker) -> str:
        """How the record announces a speaker: "De heer De Boer (VVD):"."""
        return next((p.turn.heading.lower() for p in self.places if same(p.turn.speaker, speaker)), "")

    def _named(self, sentence: str) -> tuple[tuple[Speaker, ...], bool]:
        """The members a sentence names, and whether it thereby turns to them."""
        named = self._told_apart(sentence, named_members(sentence, self.members))
        if not named and self.rapporteur is not None and _RAPPORTEUR.search(sentence):
            named = (self.rapporteur,)
        if not named or cue("answer", "back").search(sentence):
            return named, False
        turns = bool(cue("answer", "asked", "addressed").search(sentence))
        return named, turns or ((self.broke_in is None or self.broke_in not in named) and _starts(sentence, named))


def leaves_motion(sentence: str) -> bool:
    """Whether a sentence may be on something else than the motion before it: another piece, a question, or what comes next."""
    return _changes(sentence) or _COMES_NEXT.match(sentence) is not None or _A_PIECE.search(_THE_MOTION.sub(" ", sentence)) is not None


_THE_MOTION = re.compile(r"\b(?:de|deze|die) motie\b(?!-| (?:over|van|op|inzake|met|voor|nr|nummer)\b)", re.I)
_A_PIECE = re.compile(r"\b(?:moties?|amendement\w*|stuk|nr|nummer|vra(?:ag|gen))\b", re.I)
_COMES_NEXT = re.compile(
    r"\W*(?:(?:en|voorzitter)\W+)*(?:tot slot|ten slotte|verder|vervolgens|voorts|daarnaast|over|wat|dan (?!zal|zullen|ga ik [a-z]+en\b|kan|wil)\w)",
    re.I,
)
# what a sentence begins with and the only one it deals with, not what it only says of something else: "Daarover gaat ook de motie op stuk nr. 8."
_A_MOTION = re.compile(r"(?!\W*(?:die|dat|daar\w*)\b)[^:]{0,40}\bmotie(?!.*\bmotie)", re.I)
VERDICT = re.compile("|".join(table("motions")["verdicts"].values()), re.I)
# a Nationaal Rapporteur is no member
_RAPPORTEUR = re.compile(r"(?<!nationaal )(?<!nationale )(?<!speciaal )\brapporteur\b(?!\s+(?:mensenhandel|van de vn))", re.I)
_AS_RAPPORTEUR = re.compile(r"\bals rapporteur\b.*\b(?:ik|mij)\b|\b(?:ik|mij)\b.*\bals rapporteur\b", re.I)


def _rapporteur(places: Sequence[Place], members: tuple[Speaker, ...]) -> Speaker | None:
    """The member who reports for the committee, when the chair says so of one member, or one says so of themselves."""
    found: set[Speaker] = set()
    for place in places:
        speaker, text = place.turn.speaker, place.turn.text
        if not _RAPPORTEUR.search(text) or speaker.role not in {"chair", "member"}:
            continue
        said = [text[a:b] for a, b in sentences(text)]
        if speaker.role == "member" and any(_AS_RAPPORTEUR.search(s) for s in said):
            found.add(speaker)
        if speaker.role == "chair":
            found.update(m for s in said if _RAPPORTEUR.search(s) for m in named_members(s, members))
    return next(iter(found)) if len({s.name for s in found}) == 1 else None


_COMES_BACK = re.compile(r"\b(?:daar|hier|er)\w*\b.*\bterug\b", re.I)  # "… loopt nog; ik kom daar in mei op terug": on what was asked
_LEAD = re.compile(r"(?:\W|(?:voorzitter|ja|nee|en|maar|goed|oké)\b)*", re.I)  # what may stand before a sentence's own first words


_ASKS = re.compile(r"\?|\bgraag\b|\b(?:ik|wij|we) (?:vra(?:ag|gen)|verzoek\w*)\b|\b(?:vraag|verzoek) ik\b", re.I)


def _changes(sentence: str) -> bool:
    """Whether a sentence goes over to something else."""
    lead = _LEAD.match(sentence)
    start = lead.end() if lead else 0
    if cue("answer", "opening").match(sentence, start):
        return True
    found = cue("answer", "subject").search(sentence)
    return found is not None and found.start() <= start + 40


def goes_on_with(before: str, sentence: str) -> bool:
    """Whether a sentence begins with what the one before it spoke of: "Ik maak onderscheid tussen de nota en de begroting. Wat betreft de nota …"."""
    return not set(content_stems(sentence)[:OPENS]).isdisjoint(content_stems(before))


def _headed(text: str, start: int, sentence: str) -> str:
    """What a sentence only names as its subject: a paragraph, or what comes after a word to the chair, that begins "De peuken."; "Wat de boot betreft …"."""
    if concerns := _CONCERNS.match(sentence):
        return concerns["what"]
    return sentence if _SUBJECT.fullmatch(sentence) and _BEGINS.search(text, 0, start) else ""


_CONCERNS = re.compile(
    r"\W*(?:(?:en|dan|verder|tot slot|voorzitter)\W+)*(?:voor )?wat (?P<what>(?:de|het|een|zijn|haar|hun)\b[^,.:;]{2,50}?) (?:betreft|aangaat)\b",
    re.I,
)
# no verb stands in it: "De campagne komt terug." says something already
_SUBJECT = re.compile(
    r"(?!.*\b(?:is|zijn|was|waren|blijft|blijven|komt|komen|gaat|gaan|kan|kunnen|moet|moeten|wil|willen|heeft|hebben|wordt|worden|staat|staan|ligt|loopt|klopt)\b)"
    r"(?:de|het|een)(?: [\w’'-]+){1,4} ?\.",
    re.I,
)
_BEGINS = re.compile(r"(?:^|\n|\bvoorzitter[.,:]?)\s*$", re.I)

# "Ik loop de sprekers langs.", "in de volgorde waarin zij gesproken hebben"
_MEMBERS = re.compile(
    r"\b(?:loop|ga|langs|af|antwoord)\b.{0,30}\b(?:leden|sprekers|woordvoerders|fracties|vragenstellers)\b|\bin (?:de )?volgorde (?:van|waarin)\b",
    re.I,
)


def _only_names(sentence: str) -> bool:
    """Whether a sentence says no more than who is next: "Dan de heer X.", "Ik kom bij mevrouw Y."."""
    rest = _TITLE_AND_NAME.sub(" ", sentence, count=1)
    return rest != sentence and all(word in _NO_MORE for word in words(rest))


_NO_MORE = frozenset(table("exchange")["answer"]["next_up"])


def _starts(sentence: str, named: Sequence[Speaker]) -> bool:
    """Whether a sentence begins with whom it names: "De heer Eerdmans noemde een getal …"."""
    return bool(named) and bool(_TITLE_AND_NAME.match(sentence, (lead.end() if (lead := _NEXT_UP.match(sentence)) else 0)))


# "Dan mevrouw Tielen.", "De boot van de heer Smit: …": so a speech goes over to the next member
_NEXT_UP = re.compile(
    rf"{_LEAD.pattern}(?:(?:dan|vervolgens|nu|verder|daarnaast|tot slot|ten slotte|als laatste|then|next)\W+(?:nog\s+|ook\s+)?)?"
    r"(?:(?:de|het|die|dat) (?:[\w’'-]+ ){1,3}(?-i:van) )?",
    re.I,
)


_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_PREFIX = rf"(?:(?:{'|'.join(sorted(p for p in PREFIXES if p.isalpha()))}|['’]t)\s+)"


_TITLES = any_of(table("exchange")["answer"]["titles"])
_TITLE_AND_NAME = re.compile(
    rf"(?<!\w)(?i:{_TITLES})\.?\s+(?P<name>(?i:{_PREFIX}){{0,3}}{_CAPITAL}(?:\s+(?i:{_PREFIX}){{0,3}}{_CAPITAL}){{0,2}})"
)
_NEXT = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?(?:,|\s(?:en|of|and|or)\s|,\s+(?:en|and)\s)\s*(?P<name>(?i:{_PREFIX}){{0,3}}{_CAPITAL}(?:\s+{_CAPITAL}){{0,1}})"
)


def named_members(sentence: str, members: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The members a sentence names ("de heer Van Nispen", "de leden Kuik en Van der Graaf", "de PVV-fractie"), in order.

    A name that is one letter off counts where it fits one member only: records hold slips ("de heer Koop").

    Args:
        sentence: as it stands in the record.
        members: who spoke as a member.
    """
    found: dict[Key, Speaker] = {}
    for match in _TITLE_AND_NAME.finditer(sentence):
        found |= {key(s): s for s in _who(match["name"], members)}
        end = match.end()
        while (more := _NEXT.match(sentence, end)) is not None:
            who = _who(more["name"], members)
            if not who:
                break
            found |= {key(s): s for s in who}
            end = more.end()
    for speaker in _of_parties(sentence, members):
        found.setdefault(key(speaker), speaker)
    return tuple(found.values())


ALSO_FOR = re.compile(r"\b(mede|ook|tevens|also) (?:namens|on behalf of)\b(.{2,80})", re.I)


def also_for(turns: Sequence[Turn]) -> tuple[tuple[Speaker, str], ...]:
    """Members who spoke for another party too, each with that party: "mede namens de SGP", in their own words or the chair's.

    A motion or thanks in a party's name as well are no speech for it.

    Args:
        turns: the whole meeting.
    """
    members = tuple(dict.fromkeys(t.speaker for t in turns if t.speaker.role == "member"))
    parties = {m.party for m in members if m.party}
    found: dict[tuple[Speaker, str], None] = {}
    for turn in turns:
        before = ""
        for start, end in sentences(turn.text) if ALSO_FOR.search(turn.text) else ():
            said, begun = turn.text[start:end], before
            before = said if len(words(said)) > GREETS else before
            told = ALSO_FOR.search(said)
            if told is None or not _speaks_for(said, told, begun):
                continue
            who = (turn.speaker,) if turn.speaker in members else named_members(said, members)[:1]
            found.update({(speaker, name): None for speaker in who for name in parties_in(told[2], parties) if name != speaker.party})
    return tuple(found)


def _speaks_for(said: str, told: re.Match[str], before: str) -> bool:
    """Whether it is speaking that a sentence says to be done in a party's name as well, where it says so ("mede namens").

    ``told``: where it names for whom; ``before``: the last sentence of the turn before it that is more than a greeting.
    """
    start, end = next((a, b) for a, b in pairwise((0, *(m.end() for m in re.finditer(r"[,;:]", said)), len(said))) if told.start() < b)
    verb = next((m.end() for m in _AND.finditer(said, start, told.start()) if _SPEAKS.search(said, m.end(), told.start())), start)
    clause = said[verb:end]  # "Ik bedank de griffie en spreek mede namens de SGP."
    speaks = _SPEAKS.search(clause) or _I_ASK.search(clause)
    # "Dank voor het woord; ik spreek ook namens de SGP."
    if _NO_SPEECH.search(clause if speaks else said) or _NOT.search(said[: told.start()]):
        return False
    if speaks or _SPEAKS.search(said):
        return True
    # "Dit doe ik mede namens de SGP." is of the speech where it begins so, or has just said to be one
    lead, named = words(said[: told.start()]), said[told.start(2) : end].split()
    ends = len(named) <= NAMED and not named[-1].islower()  # not "Dit plan dien ik mede namens de SGP in."
    points = len(lead) <= GREETS and (not lead or not _OF_SPEECH.isdisjoint(lead))
    return told[1].lower() == "mede" and points and ends and (not before or _SPEAKS.search(before) is not None)


_SPEAKS = re.compile(r"\b(?:spre(?:ek|ekt|ken)|sprak|woord|woordvoer\w+|inbreng|bijdrage|speak\w*|spoke)\b", re.I)
_AND = re.compile(r"\b(?:en|maar|and|but)\b(?! (?:de|het|the)\b)", re.I)
_I_ASK = re.compile(r"\bik\b.*\bvra(?:ag|gen)\b|\bvraag\b.*\bik\b", re.I)
_NO_SPEECH = re.compile(r"\b(?:motie|amendement|motion|amendment|(?:be)?dank|waardering|medeleven|thank)", re.I)
_NOT = re.compile(r"\b(?:niet|geen|not)(?: \w+)?\W+$", re.I)
_OF_SPEECH = frozenset({"dit", "dat", "hier", "vandaag"})


def _who(name: str, members: Sequence[Speaker]) -> list[Speaker]:
    """The member a name stands for; a run of capitals is tried from long to short ("Van Nispen Ik" is Van Nispen)."""
    from rapidfuzz.distance import Levenshtein  # takes its time to load

    parts = name.split()
    for size in range(len(parts), 0, -1):
        tried = " ".join(parts[:size])
        if all(p.lower() in PREFIXES for p in parts[:size]):
            continue
        found = find_speakers(tried, members)
        if found:
            return found if len({s.name for s in found}) == 1 else []
        near = [m for m in members if len(tried) >= 4 and Levenshtein.distance(fold(tried).casefold(), fold(m.name).casefold()) == 1]
        if len({s.name for s in near}) == 1:
            return near
    return []


@lru_cache(maxsize=32)
def _parties(parties: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    aliases = {alias: party for alias, party in party_aliases(parties).items() if party in parties and len(alias) > 1}
    return re.compile(
        rf"(?<![\w-])(?:fractie\s+van\s+)?(?:de\s+|het\s+)?({any_of(aliases)})(?:-fractie|-woordvoerder)?(?![\w/-])", re.I
    ), aliases


def _of_parties(sentence: str, members: Sequence[Speaker]) -> list[Speaker]:
    """Who spoke for a party that a sentence says has asked: "de woordvoerder van de PVV", "de PVV-fractie vroeg"."""
    parties = tuple(sorted({m.party for m in members if m.party}))
    if not parties or not cue("answer", "asked").search(sentence):
        return []
    pattern, aliases = _parties(parties)
    found: list[Speaker] = []
    for match in pattern.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        acts = re.match(r"\s+(?:vroeg|vraagt|vroegen|heeft|had|wil|wilde|stelde|stelt|en\b|asked|asks)", after)
        if acts or re.search(
            r"(?:woordvoerder|vraag|vragen|fractie|collega|lid|leden|door|punt|punten|motie|amendement|suggestie|opmerking|pleidooi|voorstel|inbreng|question|point|zowel)\s+(?:van\s+)?(?:de\s+)?$",
            before,
            re.I,
        ):
            party = aliases[match[1].casefold()]
            found += [m for m in members if m.party == party]
    return found if len({m.name for m in found}) <= 2 * max(1, len(words(sentence)) // 6) else []
