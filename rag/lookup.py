"""The first half of an answer: the question understood, and what is found for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rag.copies import copies
from rag.errors import UserError
from rag.exchange import also_for
from rag.index import Index
from rag.kind import WHO_ASKED
from rag.lexicon import ONE_WORD, is_english_word
from rag.naming import Cast, find_speakers, mentions, party_aliases, with_title
from rag.occasion import asked_of
from rag.offices import Holder
from rag.retrieve import KEPT, Blend, Search, retrieve, wanted
from rag.standing import Mention
from rag.text import content_stems, detect_language, stems
from rag.types import DeclineReason, Filter, Language, Meeting, Person, Role, Speaker, Turn, Understood
from rag.understand import resolve_filter, understand
from rag.verbatim import asks_for
from rag.wordindex import in_scope, speaks

_ASKING = re.compile(
    r"\b(?:antwoordden?|antwoordt|geantwoord|vroeg|vroegen|vraagt|(?:op|aan) de vra(?:ag|gen)|answer(?:s|ed)|asked|asks)\b", re.I
)


# parties want, and whoever wants something is a member: the government decides
_OF_PARTIES = re.compile(
    r"(?:en )?(?:welke (?:partij(?:en)?|fracties?)\b|(?:wat|hoe) (?:willen|wilden|vinden|vonden|denken|dachten|zeggen|zeiden|bepleiten) (?:de|alle) (?:partijen|fracties|kamerleden|leden(?! van\b))\b"
    r"|wie (?:wil|willen|wilde|wilden|pleit|pleitte|pleiten)\b|which part(?:y|ies)\b|what (?:do|did) (?:the|all) (?:parties|members) (?:want|think|say)\b|who wants?\b)",
    re.I,
)


FEW = 12  # meetings of which all is read for how a name is written out
_SHORT = re.compile(r"(?<![\w-])[A-Z]{3,6}(?![\w-])")
_CAPITALS = re.compile(r"\b[A-Z]{3,6}\b")
_NAME_WORD = re.compile(r"\b[A-Z]\w+")
_NAMED = re.compile(rf"{_NAME_WORD.pattern}(?:[- ](?:(?:en|van|voor|de|het|der|and|of|the|for|&)\s)*{_NAME_WORD.pattern}){{2,}}")


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
    names: tuple[str, ...] = ()  # words of the question that are not looked for: whose turns are searched
    spoken_of: tuple[Mention, ...] = ()  # who and what the question names

    @property
    def record(self) -> Language:
        """The language of the meetings."""
        return self.meetings[0].language

    @property
    def of_office(self) -> Understood:
        """The question, limited to whom "de staatssecretaris" may be: of several debates its filter does not say so, as it would leave out whole debates."""
        every = {s.name for s in self.cast.speakers if s.role == "government"}
        if self.asked.filter.speakers or not self._bearers < every:
            return self.asked
        return replace(self.asked, filter=replace(self.asked.filter, speakers=tuple(sorted(self._bearers))))

    @property
    def beside_office(self) -> set[tuple[str, str]]:
        """Meeting and name of those who govern beside whoever bears the title whose words are asked for: theirs are another's."""
        borne = {h.meeting for h in self.cast.holders if h.name in self._bearers} if "government" in self.roles else set()
        return {(h.meeting, h.name) for h in self.cast.holders if h.meeting in borne and h.name not in self._bearers}

    @property
    def _bearers(self) -> set[str]:
        """Who in any of the debates bears a title that the question names: "de staatssecretaris"."""
        return {s.name for m in self.spoken_of if m.kind == "government" and m.standing != "object" for s in m.who}


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
    asked, meetings, cast, absent_flags = _read(question, index, given, before, everyone)
    spoken_of = mentions(asked.question, cast)
    double = copies(index.shelf, asked.filter)
    once = tuple(m for m in meetings if m.id not in double)
    searched = replace(asked, filter=replace(asked.filter, meetings=tuple(m.id for m in once))) if double else asked
    names = _spelled(asked, cast, spoken_of)
    if not asked.idle and (all_about := _all_about(asked, names, once, index)):  # all that was said there is about it
        searched = asked = replace(asked, filter=replace(asked.filter, meetings=all_about))
        names = asked.question.split()
    found = Search((), (), {}, {}, 0, 0) if asked.idle else retrieve(searched, index, names, k, blend)
    roles = () if everyone else _roles(asked, spoken_of, cast)
    return LookedUp(asked, found, tuple(meetings), cast, absent_flags, roles, once, tuple(names), tuple(spoken_of))


def _read(
    question: str, index: Index, given: Filter, before: Sequence[str], everyone: bool
) -> tuple[Understood, Sequence[Meeting], Cast, tuple[str, ...]]:
    """A question as it was understood, of which meetings it is asked, who took part in them, and who in the given filter did not."""
    meetings = scope(index, given)
    cast = cast_of(index, meetings)
    question = _written_out(question, index, meetings, cast)
    filtered, absent_flags = resolve_filter(given, cast)

    def read(where: Filter) -> Understood:
        return understand(question, cast, meetings, filtered, before, _in_record(index, where, cast, detect_language(question)))

    asked = read(filtered)
    dated = [m for m in meetings if in_scope(m, asked.filter)]
    if 0 < len(dated) < len(meetings):  # a date in the question: who took part is then who did on that day
        meetings, cast = dated, cast_of(index, dated)
        asked = read(asked.filter)
    if everyone:
        asked = replace(asked, filter=filtered, absent=(), silent=())
    asked = _with_voices(replace(asked, absent=(*absent_flags, *asked.absent)), meetings, cast, index)
    absent_flags = tuple(name for name in absent_flags if name in asked.absent)
    return _with_occasion(asked, meetings, index), meetings, cast, absent_flags


def _written_out(question: str, index: Index, meetings: Sequence[Meeting], cast: Cast) -> str:
    """The question with an abbreviation that nobody uses as the record writes it out, where it does: of "SER" the "Sociaal-Economische Raad".

    By its capitals alone, so no list is needed; a party's name stays.
    """
    parties = party_aliases(cast.parties)
    for short in dict.fromkeys(_SHORT.findall(question) if not question.isupper() and len(meetings) <= FEW else ()):
        told = [index.shelf.once("short names", m.id, lambda: _short_names(index.shelf.turns(m.id))) for m in meetings]  # noqa: B023  # called at once
        full = {name for _, written in told for name in written.get(short, ())}
        if short.casefold() not in parties and len(full) == 1 and not any(short in used for used, _ in told):
            question = re.sub(rf"\b{short}\b", full.pop(), question)
    return question


def _short_names(turns: Iterable[Turn]) -> tuple[frozenset[str], dict[str, set[str]]]:
    """The abbreviations that are used, and what each that may be made of the capitals of words on end would stand for."""
    used, written = set[str](), dict[str, set[str]]()
    for text in (turn.text for turn in turns):
        used.update(_CAPITALS.findall(text))
        for run in _NAMED.finditer(text):
            words = [m.span() for m in _NAME_WORD.finditer(text, *run.span())]
            for first, last in ((i, i + size) for size in range(3, 7) for i in range(len(words) - size + 1)):
                short = "".join(text[start] for start, _ in words[first:last])
                written.setdefault(short, set()).add(text[words[first][0] : words[last - 1][1]])
    return frozenset(used), written


def _with_voices(asked: Understood, meetings: Sequence[Meeting], cast: Cast, index: Index) -> Understood:
    """A question about a party of which nobody took part, but for which somebody of another spoke too, as one about that member's words.

    Where it asks about others too, theirs are searched; see `rag.evidence` for the voice beside them.
    """
    shelf, aliases = index.shelf, party_aliases(cast.parties)
    parties = {aliases.get(name.casefold(), name): name for name in asked.absent}
    told = (one for m in meetings if parties for one in shelf.once("also for", m.id, lambda: also_for(shelf.turns(m.id))))  # noqa: B023  # called at once
    voiced = tuple((parties[party], who) for who, party in dict.fromkeys(told) if party in parties)
    if not voiced:
        return asked
    heard, where = {name for name, _ in voiced}, asked.filter
    if not (where.parties or where.speakers):
        where = replace(where, speakers=tuple(dict.fromkeys(who.name for _, who in voiced)))
    return replace(asked, filter=where, voiced=voiced, absent=tuple(name for name in asked.absent if name not in heard))


def _all_about(asked: Understood, names: Sequence[str], meetings: Sequence[Meeting], index: Index) -> tuple[str, ...]:
    """The meetings whose title is what a question asks somebody's view of ("Wat vindt de SP van het leerlingenvervoer?"), where they spoke.

    The title may tell more than the question, of what a duty is, where they say to be for or against "deze wet".
    """
    kept, side = asked.filter.parties or asked.filter.speakers, _TAKES_SIDE.search(asked.question)
    sought = wanted(asked, names, index) if kept and (side or asks_for(asked.question, "view")) else ()
    if not sought:
        return ()
    takes = _takes(side[1] if side else "voor|tegen", asked.filter.parties)

    def about(title: str) -> bool:
        own = frozenset(content_stems(title))
        return bool(own) and all(any(t.worth(s) >= ONE_WORD for s in own) for t in sought) and len(own) == len(sought)

    def stands(meeting: Meeting) -> bool:
        theirs = (t.text for t in index.shelf.turns(meeting.id) if speaks(t.speaker, asked.filter))
        return about(_OF_WHAT.split(meeting.title, maxsplit=1)[0]) and any(takes.search(text) for text in theirs)

    titled = [m.id for m in meetings if in_scope(m, asked.filter) and ((not side and about(m.title)) or stands(m))]
    spoke = {meeting for meeting, who, _ in index.shelf.speakers(titled) if speaks(who, asked.filter)} if titled else set()
    return tuple(m for m in titled if m in spoke)


def _takes(side: str, parties: Sequence[str]) -> re.Pattern[str]:
    """Who is for or against what the debate is on: "dit voorstel"; or says to be against "het voorstel", where no other was spoken of in the turn before it.

    Nothing may follow that tells of another: "dit voorstel van D66", "de wet uit 2015". What is illegal is "tegen de wet" too, of nobody's saying.
    """
    governing = r"van (?:de|deze|dit|het) (?:minister|staatssecretaris|regering|kabinet)\b"
    this = rf"(?<!\bniet )\b(?:{side})\s(?:dit|deze)\s\w*(?:wet|voorstel)\b(?!\s(?!{governing})(?:van|om|over|voor|tot|dat|inzake)\b)"
    who, does = "|".join(("wij", "we", "ik", "mijn fractie", *map(re.escape, parties))), r"(?:is|zijn|ben|stem(?:t|men)?)"
    ends = rf"(?=\s*(?:[,.;:!?]|$)|\s(?:want|omdat|{governing}))"
    says = rf"\b(?:(?:{who})\s{does}|{does}\s(?:{who}))\s(?:(?:dus|ook|dan|fel|daarom|altijd|straks)\s){{0,2}}tegen\s"
    the = rf"\A(?:(?!\w*(?:wet|voorstel)\b|:|\b(?:zei|zegt|zeggen|denkt|denken)\b).)*{says}(?:de|het|die|dat)\s(?:wet|wetsvoorstel|voorstel){ends}"
    return re.compile(this + (f"|{the}" if "tegen" in side else ""), re.I | re.S)


_TAKES_SIDE = re.compile(r"^(?:waarom|is|zijn)\s(?:.*\s)?(voor|tegen)\s", re.I)  # "Waarom is de SP tegen de meldplicht?"
_OF_WHAT = re.compile(r"\s(?:voor|van|in|op|bij|aan)\s", re.I)  # "Registratieplicht voor pleziervaartuigen"


def _with_occasion(asked: Understood, meetings: Sequence[Meeting], index: Index) -> Understood:
    """A question with the meetings of which it asks what the head of the report tells; of several only where it asks nothing else."""
    heads, only = asked_of(asked.question, meetings, lambda meeting: index.shelf.turn(meeting, 1).text, asked.language)
    return replace(asked, heads=heads if only or len(meetings) == 1 else (), occasion=only)


def _roles(asked: Understood, spoken_of: Sequence[Mention], cast: Cast) -> tuple[Role, ...]:
    """Whose words are asked for, where that is only some: "Waarom grijpt de minister niet in?" asks the government and nobody else."""
    if WHO_ASKED.search(asked.question) or _OF_PARTIES.match(asked.question):
        return ("member",)
    alone = all(m.kind == "government" for m in spoken_of)
    governs = any(m.kind == "government" and m.standing in {"actor", "weak" if alone else "actor"} for m in spoken_of)
    return ("government",) if governs and any(s.role == "government" for s in cast.speakers) else ()


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


def _of_asking(question: str, spoken_of: Sequence[Mention]) -> list[str]:
    """What says that somebody asks or answers ("… antwoordde X op de vraag van Y over"): it stands in no words of theirs."""
    asker = [m.text for m in spoken_of if m.standing == "source"]
    actor = any(m.standing == "actor" for m in spoken_of)
    return [*asker, *_ASKING.findall(question)] if asker or actor or WHO_ASKED.search(question) else []


def _spelled(asked: Understood, cast: Cast, spoken_of: Sequence[Mention]) -> list[str]:
    """What is not looked for: how the question spells those the filter keeps, as their own words do not name them, and who asks or is left out."""
    kept = {*asked.filter.parties, *asked.filter.speakers}
    kept_of = [m for m in spoken_of if m.kind != "government" and {m.known, *(s.name for s in m.who)} & kept]
    named = [
        *(with_title(asked.question, m) for m in kept_of),
        *(m.text for m in kept_of),
        *(party for party, _ in asked.voiced),
        *asked.left_out,
    ]
    aliases = [alias for alias, name in party_aliases(cast.parties).items() if name in kept]
    pattern = "|".join(re.escape(a) for a in sorted([*aliases, *kept], key=len, reverse=True))
    found = re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", asked.question, re.I) if pattern else []
    return [*found, *named, *_of_asking(asked.question, spoken_of)]


def _in_record(index: Index, where: Filter, cast: Cast, language: Language) -> Callable[[str], str]:
    """Whether the searched record names someone, and whether with a person's title before the name."""

    def look(name: str) -> str:
        if find_speakers(name, cast.elsewhere):
            return "speaker"
        if language == "en" and is_english_word(name):  # the table of English words is large, and only read for an English question
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

    return cache(look)


def declines_at_once(looked: LookedUp) -> DeclineReason | None:
    """Why a question is declined before anything is read: it is none, or the record is sure of whom or what day it asks about."""
    asked = looked.asked
    if asked.idle:
        return "off_topic"
    return who_declines(asked, looked.absent_flags) or ("no_evidence" if asked.outside or asked.no_debate else None)


def who_declines(asked: Understood, absent_flags: Sequence[str]) -> DeclineReason | None:
    """Why a question is declined for whom it asks about, where the record is sure: who was there and silent, or took no part."""
    if asked.silent:
        return "present_silent"
    if absent_flags or (asked.absent and not (asked.filter.parties or asked.filter.speakers)):
        return "not_present"
    return None
