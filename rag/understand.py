"""A question as it was meant: who is asked about, what kind of answer is wanted, and what a follow-up stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.errors import UserError
from rag.followup import resolve, small_talk
from rag.naming import Cast, find_speakers, mentions, of_office, party_aliases
from rag.standing import TITLE, Mention
from rag.text import MONTH_NUMBERS, detect_language
from rag.types import Filter, Meeting, Role, Speaker, Understood
from rag.wordindex import speaks

_DATE = re.compile(
    r"\b(?:debat|overleg|vergadering|debate|meeting|verslag)\b[^.?]{0,60}?\b(?:van|op|of|on)\s+(?:\w+dag\s+)?(\d{1,2})\s+([a-z]+)\s+(\d{4})",
    re.I,
)


def understand(
    question: str,
    cast: Cast,
    meetings: Sequence[Meeting] = (),
    given: Filter = Filter(),  # noqa: B008  frozen and empty: one shared default is safe
    before: Sequence[str] = (),
    in_record: Callable[[str], str] = lambda name: "",
) -> Understood:
    """Reads a question: its full form, its language, and the filter that names in it ask for.

    Args:
        question: as typed.
        cast: who took part in the meetings searched.
        meetings: the meetings searched, for dates named in the question.
        given: the filter from flags; it wins from what the question says.
        before: earlier questions of the conversation, oldest first.
        in_record: whether, and as what, the record names someone; see `mentions`.
    """
    read = resolve(question, before, cast, in_record)
    full = read.full
    named = _latest(mentions(full, cast, in_record), full, question)
    actors = [m for m in named if m.standing == "actor"]
    chosen = actors or [m for m in named if m.standing in {"source", "weak"}]
    absent = _absent([m for m in named if not _EXCEPT.search(full[: m.start])], actors)
    chosen, excepted = _excepted(full, chosen)
    limited = bool(given.parties or given.speakers or given.roles)
    where = given if limited else _of_whom(full, chosen, excepted, cast, given)
    namesakes = _namesakes(chosen) if where != given else ()
    where, no_debate = _on_day(full, where, given, meetings)
    return Understood(
        question=full,
        filter=where,
        language=detect_language(full),
        absent=absent,
        offices=tuple(m.text for m in named if m.kind in _OFFICE and m.text in absent),
        silent=_silent(named, cast),
        prefer=_preferred(named, chosen),
        namesakes=namesakes,
        slips=tuple(dict.fromkeys((m.text, m.read_as) for m in named if m.read_as)),
        again=read.again,
        left_out=_left_out(full, named, excepted),
        no_debate=no_debate,
        idle=small_talk(question),
        outside=_outside(chosen, cast, given) if limited else (),
    )


def _on_day(question: str, where: Filter, given: Filter, meetings: Sequence[Meeting]) -> tuple[Filter, str]:
    """The filter with the day of the debate that a question names; or that day, where no debate of it is among those searched."""
    date = _DATE.search(question)
    if not date or given.since or given.until or date.group(2).lower() not in MONTH_NUMBERS:
        return where, ""
    day = f"{int(date.group(3)):04d}-{MONTH_NUMBERS[date.group(2).lower()]:02d}-{int(date.group(1)):02d}"
    if any(m.date == day for m in meetings):
        return replace(where, since=day, until=day), ""
    return where, " ".join(date.group(1, 2, 3)) if meetings and all(m.date for m in meetings) else ""


def resolve_filter(given: Filter, cast: Cast) -> tuple[Filter, tuple[str, ...]]:
    """Flags as the record spells them, and the parties and speakers named in them that took no part.

    A speaker may be given with a title or a party: "minister De Vries", "De Boer (VVD)".

    Raises:
        UserError: a name fits several speakers; the message names them.
    """
    aliases = party_aliases(cast.parties)
    parties = [aliases.get(party.casefold(), party) for party in given.parties]
    absent = [party for party in parties if party not in cast.parties]
    speakers: list[str] = []
    for wanted in given.speakers:
        name, _, bracket = wanted.rstrip(" )").partition(" (")
        own = aliases.get(bracket.casefold(), bracket)
        among = [s for s in cast.speakers if (not parties or s.party in parties) and (not bracket or s.party == own)]
        title = re.match(TITLE + r"\s", name, re.I)
        found = of_office(find_speakers(name, among), title.group() if title else "", cast)
        if len({(s.name, s.party) for s in found if s.party}) > 1 or len({s.name for s in found}) > 1:
            text = "De naam {wanted} past op meer sprekers: {names}. Kies er een met de voornaam, de partij of de vergadering."
            raise UserError(text, wanted=wanted, names=", ".join(sorted((s.label for s in _people(found)), key=str.casefold)))
        if not found:
            absent.append(f"{wanted} ({', '.join(parties)})" if parties and find_speakers(name, cast.speakers) else wanted)
        speakers += dict.fromkeys(s.name for s in found)
        namesake = any(s.name == f.name and s.party not in {f.party, None} for f in found for s in cast.speakers)
        parties += [p for p in dict.fromkeys(s.party for s in found) if p and p not in parties and (bracket or namesake)]
    return replace(given, parties=tuple(parties), speakers=tuple(speakers)), tuple(absent)


def _latest(named: Sequence[Mention], full: str, question: str) -> list[Mention]:
    """Whoever the follow-up itself asks about is meant: "En wat zegt de minister daarop?" no longer asks about the SP."""
    start = len(full) - len(question)
    if start <= 0 or not full.endswith(question[1:]):
        return list(named)
    asked = [m for m in named if m.start >= start and m.standing == "actor"]
    return [replace(m, standing="object") if asked and m.start < start else m for m in named]


_OFFICE = frozenset({"government", "office"})


def _absent(named: Sequence[Mention], actors: Sequence[Mention]) -> tuple[str, ...]:
    asked = {"actor", "source"} if any(m.known for m in actors) else {"actor", "source", "weak"}
    absent = [m for m in named if m.known is None and m.standing in asked]
    return tuple(dict.fromkeys(m.text for m in absent if m.kind in {"party", "person"} or (m.kind in _OFFICE and m.standing != "weak")))


_WORDS_OF = re.compile(
    r"(?:(?:en|and|maar|but)\s+)?(?:wat|hoe|what|how|welke (?:toezegging\w*|belofte\w*)|(?:which|what) (?:promises?|commitments?))\b", re.I
)


def _of_whom(question: str, chosen: Sequence[Mention], excepted: Sequence[Mention], cast: Cast, given: Filter) -> Filter:
    """The filter with those whose words a question asks for."""
    if excepted:
        return _others(excepted, cast, given)
    return _of_government(question, chosen, cast, given) or _filter(chosen, cast, given)


def _of_government(question: str, chosen: Sequence[Mention], cast: Cast, given: Filter) -> Filter | None:
    """Whose words are asked for by "Wat zegt de minister over …?"; None where something else is asked ("Gaat de minister …?").

    Of several debates it cannot be told who "the minister" is; then the government's turns are only preferred.
    """
    asked = chosen and all(m.kind == "government" and m.standing == "actor" and m.known for m in chosen)
    if not asked or not _WORDS_OF.match(question) or len({h.meeting for h in cast.holders}) != 1:
        return None
    every = {s.name for s in cast.speakers if s.role == "government"}
    some = tuple(dict.fromkeys(s.name for m in chosen for s in m.who))
    return replace(given, speakers=some if set(some) < every else (), roles=("government",))


def _filter(chosen: Sequence[Mention], cast: Cast, given: Filter) -> Filter:
    who = list(dict.fromkeys(s for m in chosen if m.kind != "government" for s in m.who))
    speakers = tuple(dict.fromkeys(s.name for s in who)) or tuple(m.known for m in chosen if m.kind == "person" and m.known)
    parties = tuple(dict.fromkeys(m.known for m in chosen if m.kind == "party" and m.known))
    if speakers and parties:
        # "Kuik van het CDA" is one speaker; "Kuik en de VVD" are two, and then the speakers' parties join
        theirs = {s.party for s in cast.speakers if s.name in speakers}
        extra = tuple(p for p in parties if p not in theirs)
        if not extra:
            return replace(given, speakers=speakers)
        return replace(given, parties=tuple(dict.fromkeys([*parties, *sorted(p for p in theirs if p)])))
    held = {m.meetings for m in chosen if m.kind == "office"}
    if held and all(m.kind == "office" for m in chosen):
        where = tuple(dict.fromkeys(one for meetings in held for one in meetings))
        return replace(given, speakers=speakers, roles=("government",), meetings=where or given.meetings)
    if any(s.name in speakers and s not in who for s in cast.speakers):
        # somebody else of the same name took part too, or the same person for another: only for whom is asked
        if own := tuple(dict.fromkeys(s.party for s in who if s.party)):
            return replace(given, speakers=speakers, parties=own)
        return replace(given, speakers=speakers, roles=tuple(dict.fromkeys(s.role for s in who)))
    return replace(given, speakers=speakers, parties=parties)


_EXCEPT = re.compile(
    r"\b(?:behalve|buiten|except(?: for)?|other than|apart from|anders? dan|andere (?:partijen|fracties|sprekers) dan)\s+(?:(?:de|het|the)\s+)?$",
    re.I,
)


def _excepted(question: str, chosen: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Who is asked about, and who is left out of it: "wie behalve de VVD", "andere partijen dan D66"."""
    out: list[Mention] = []
    for mention in chosen:
        joined = out and re.fullmatch(r"\s*(?:,|en|and|of|or)\s*(?:(?:de|het|the)\s+)?", question[out[-1].end : mention.start], re.I)
        if _EXCEPT.search(question[: mention.start]) or joined:
            out.append(mention)
    return [m for m in chosen if m not in out], out


_WHICH = re.compile(r"^(?:welke (?:partij(?:en)?|fracties?|(?:kamer)?leden|sprekers?)|which (?:part(?:y|ies)|members?))\b", re.I)
_EVERYONE = re.compile(r"(?:\b(?:iedereen|everyone|everybody|anybody|alle partijen|all parties)\s+)?" + _EXCEPT.pattern, re.I)
_TO = re.compile(r"\b(?:tegen|aan|to)\s+(?:(?:de|het|the|heer|mevrouw)\s+)*$", re.I)
_ABOUT = re.compile(r"\s+(?:over|about)\b", re.I)


def _left_out(question: str, named: Sequence[Mention], excepted: Sequence[Mention]) -> tuple[str, ...]:
    """Words that are no subject to look for: who is left out, whom something is said to, "which parties", and the day of a debate.

    Who answers need not name them, where what it is about is told apart: "tegen de VVD over Borssele".
    """
    phrases = [question[m.start() if (m := _EVERYONE.search(question[: e.start])) else e.start : e.end] for e in excepted]
    told = [m for m in named if m.known and m.standing == "object" and _TO.search(question[: m.start]) and _ABOUT.match(question, m.end)]
    return (*phrases, *(m.text for m in told), *_WHICH.findall(question), *(m.group() for m in [_DATE.search(question)] if m))


def _others(excepted: Sequence[Mention], cast: Cast, given: Filter) -> Filter:
    """Everyone who speaks for a party but those: other parties, or other members where a person is left out."""
    people = {s.name for m in excepted for s in m.who}
    parties = {m.known for m in excepted if m.kind == "party"}
    if people:
        names = dict.fromkeys(s.name for s in cast.speakers if s.role == "member" and s.name not in people and s.party not in parties)
        return replace(given, speakers=tuple(names))
    return replace(given, parties=tuple(p for p in cast.parties if p not in parties))


def _outside(chosen: Sequence[Mention], cast: Cast, given: Filter) -> tuple[str, ...]:
    """Whom a question asks about, where the filter given leaves every one of them out."""
    searched = [s for s in cast.speakers if speaks(s, given)]
    known = [m for m in chosen if m.known]
    return () if any(m.means(s) for m in known for s in searched) else tuple(dict.fromkeys(m.text for m in known))


def _namesakes(chosen: Sequence[Mention]) -> tuple[tuple[str, tuple[Speaker, ...]], ...]:
    """The names that leave a choice, each with the people it fits."""
    people = ((m.text, _people(m.who)) for m in chosen if m.kind == "person")
    return tuple((name, who) for name, who in people if len(who) > 1)


def _people(who: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The people among whom a name leaves a choice, each once as a reader knows them; the chair is not one more of them."""
    besides = {s.name for s in who if s.role != "chair"}
    return tuple({s.label: s for s in who if s.role != "chair" or s.name not in besides}.values())


def _silent(named: Sequence[Mention], cast: Cast) -> tuple[str, ...]:
    """Who was there and said nothing, at one debate or more."""
    spoke = {s.name for s in cast.speakers}
    people = [m.known for m in named if m.kind in {"person", "office"} and m.known and m.standing != "object" and m.known not in spoke]
    there = {p.party.casefold() for p in cast.present if p.party} - {p.casefold() for p in cast.parties}
    parties = [m.text for m in named if m.kind == "party" and m.known is None and m.text.casefold() in there and m.standing != "object"]
    return tuple(dict.fromkeys([*people, *parties]))


def _preferred(named: Sequence[Mention], chosen: Sequence[Mention]) -> Filter:
    """What is not asked of others but helps to find: the government's turns, and who is spoken to."""
    roles: tuple[Role, ...] = ("government",) if any(m.kind in _OFFICE and m.standing != "object" for m in named) else ()
    if any(m.kind == "chair" and m in chosen for m in named):
        roles = (*roles, "chair")
    others = [m for m in named if m not in chosen and m.known]
    return Filter(
        speakers=tuple(dict.fromkeys(s.name for m in others if m.kind != "government" for s in m.who)),
        parties=tuple(dict.fromkeys(m.known for m in others if m.kind == "party" and m.known)),
        roles=roles,
    )
