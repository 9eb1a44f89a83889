"""A question as it was meant: who is asked about, what kind of answer is wanted, and what a follow-up stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rag.naming import LEAD, Cast, Mention, mentions
from rag.text import content_stems, detect_language, words
from rag.types import Filter, Language, Meeting, Role, Speaker, Understood

_AND = re.compile(r"^(?:en|maar|and|but|what about|how about|hoe zit het met|en wat vindt|and what about)\b[\s,]*", re.I)
# "er" is none: "Wat is er besloten over de opvang?" stands by itself
_DEICTIC = frozenset(
    "dat dit daar daarvan daarover daarop daarmee daaraan daartegen daarvoor daarom daarna die deze hij zij ze hem haar hun erover ervan it that this they them he she him her those these then so there hierover hiervan hierop zo".split()
)
# "Wordt er bij uitgelegd waarom?", "Wat vindt hij ervan?"; not "Wat is er gezegd over de opvang?"
_ER = re.compile(
    r"\ber\b(?:\s+\w+){0,3}?\s+(?:bij|aan|op|uit|in|mee|voor|tegen|van|over|naar|door)(?:\s+(?:(?!ge(?:en|meente))\w{0,5}ge\w+|te\b)|\s*[?.!]?$)",
    re.I,
)


def resolve(question: str, before: Sequence[str], cast: Cast) -> str:
    """A follow-up as the full question it stands for; any other question as it is.

    "En de VVD?" after "Wat vindt de SP van de pilot?" is "Wat vindt de VVD van de pilot?"; "Wanneer komt dat?" is read together
    with the question before it.

    Args:
        question: as typed.
        before: the earlier questions of the conversation, oldest first, as typed.
    """
    if not before:
        return question
    previous = resolve(before[-1], before[:-1], cast)
    language = detect_language(question + " " + previous)
    named = mentions(question, cast)
    rest = _AND.sub("", question).strip(" ?.!")
    content = content_stems(_without_mentions(question, named), language)
    if (named and not content and _AND.match(question)) or (named and rest and not content and len(words(question)) <= 5):
        return _swap(previous, named, cast)
    tokens = words(question)
    # one content word is a whole question when there is a sentence around it: "Wat vindt de VVD van de opvang?"
    bare = not content or (len(content) == 1 and len(tokens) <= 3)
    points_back = any(t in _DEICTIC for t in tokens) or _ER.search(question) is not None
    elliptical = _AND.match(question) is not None or (points_back and len(content) <= 4) or bare
    if not elliptical:
        return question
    return f"{previous.rstrip(' ?')}: {question[:1].lower()}{question[1:]}"


def _without_mentions(question: str, named: Sequence[Mention]) -> str:
    for mention in sorted(named, key=lambda m: -m.start):
        question = LEAD.sub("", question[: mention.start]) + " " + question[mention.end :]
    return question


def _swap(previous: str, named: Sequence[Mention], cast: Cast) -> str:
    """The previous question with the one it was about replaced by the ones now named."""
    language = detect_language(previous)
    new = (" en " if language == "nl" else " and ").join(_with_article(m, language) for m in named)
    old = [m for m in mentions(previous, cast) if m.standing == "actor"] or [m for m in mentions(previous, cast) if m.standing != "object"]
    if not old:
        return f"{previous.rstrip(' ?')}: {new}?"
    start = old[0].start
    lead = LEAD.search(previous[:start])
    if lead and lead.group().strip():
        start = lead.start()
    return previous[:start] + new + previous[old[-1].end :]


def _with_article(mention: Mention, language: Language) -> str:
    if language == "en":
        return mention.text if mention.kind == "person" else f"the {mention.text}"
    if mention.kind == "party":
        return (
            "het " if mention.text == "CDA" else "" if mention.text[:1].isdigit() or mention.text == "GroenLinks" else "de "
        ) + mention.text
    return f"de {mention.text}" if mention.kind in {"government", "chair"} else mention.text


# --- all of it ------------------------------------------------------------------------------------

_MONTHS = {
    m: i for i, m in enumerate("januari februari maart april mei juni juli augustus september oktober november december".split(), 1)
} | {m: i for i, m in enumerate("january february march april may june july august september october november december".split(), 1)}
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
    full = resolve(question, before, cast)
    named = _latest(mentions(full, cast, in_record), full, question)
    actors = [m for m in named if m.standing == "actor"]
    chosen = actors or [m for m in named if m.standing in {"source", "weak"}]
    absent = _absent(named, actors)
    where = _filter(chosen, cast, given)
    limits = [m for m in chosen if m.kind == "person"] if where != given else []
    date = _DATE.search(full)
    if date and not given.since and not given.until and date.group(2).lower() in _MONTHS:
        day = f"{int(date.group(3)):04d}-{_MONTHS[date.group(2).lower()]:02d}-{int(date.group(1)):02d}"
        if any(m.date == day for m in meetings):
            where = replace(where, since=day, until=day)
    return Understood(
        question=full,
        filter=where,
        language=detect_language(full),
        absent=absent,
        silent=_silent(named, cast, meetings),
        prefer=_preferred(named, chosen),
        namesakes=tuple((m.text, labels) for m in limits if len(labels := _people(m.who)) > 1),
    )


def _latest(named: Sequence[Mention], full: str, question: str) -> list[Mention]:
    """Whoever the follow-up itself asks about is meant: "En wat zegt de minister daarop?" no longer asks about the SP."""
    start = len(full) - len(question)
    if start <= 0 or not full.endswith(question[1:]):
        return list(named)
    asked = [m for m in named if m.start >= start and m.standing == "actor"]
    return [replace(m, standing="object") if asked and m.start < start else m for m in named]


def _absent(named: Sequence[Mention], actors: Sequence[Mention]) -> tuple[str, ...]:
    present = any(m.known for m in actors)
    absent = [m for m in named if m.known is None and (m.kind in {"party", "person"} or (m.kind == "government" and m.standing != "weak"))]
    if present:
        absent = [m for m in absent if m.standing in {"actor", "source"}]
    else:
        absent = [m for m in absent if m.standing != "object"]
    return tuple(dict.fromkeys(m.text for m in absent))


def _filter(chosen: Sequence[Mention], cast: Cast, given: Filter) -> Filter:
    if given.parties or given.speakers or given.roles:
        return given
    who = list(dict.fromkeys(s for m in chosen for s in m.who))
    speakers = tuple(dict.fromkeys(s.name for s in who)) or tuple(m.known for m in chosen if m.kind == "person" and m.known)
    parties = tuple(dict.fromkeys(m.known for m in chosen if m.kind == "party" and m.known))
    if speakers and parties:
        # "Kuik van het CDA" is one speaker; "Kuik en de VVD" are two, and then the speakers' parties join
        theirs = {s.party for s in cast.speakers if s.name in speakers}
        extra = tuple(p for p in parties if p not in theirs)
        if not extra:
            return replace(given, speakers=speakers)
        return replace(given, parties=tuple(dict.fromkeys([*parties, *sorted(p for p in theirs if p)])))
    if any(s.name in speakers and s not in who for s in cast.speakers):
        # somebody else of the same name took part too, or the same person for another: only for whom is asked
        own = tuple(dict.fromkeys(s.party for s in who if s.party))
        return replace(given, speakers=speakers, parties=own) if own else replace(given, speakers=speakers, roles=_roles(who))
    return replace(given, speakers=speakers, parties=parties)


def _roles(who: Iterable[Speaker]) -> tuple[Role, ...]:
    return tuple(dict.fromkeys(s.role for s in who))


def _people(who: Sequence[Speaker]) -> tuple[str, ...]:
    """The people among whom a name leaves a choice, as a reader knows them; the chair is not one more of them."""
    besides = {s.name for s in who if s.role != "chair"}
    return tuple(dict.fromkeys(s.label for s in who if s.role != "chair" or s.name not in besides))


def _silent(named: Sequence[Mention], cast: Cast, meetings: Sequence[Meeting]) -> tuple[str, ...]:
    """Who was there and said nothing; of several debates a party must have been at each, else it took no part in them."""
    spoke = {s.name for s in cast.speakers}
    people = [m.known for m in named if m.kind == "person" and m.known and m.standing != "object" and m.known not in spoke]
    there = [{p.party.casefold() for p in present if p.party} for present in ([m.present for m in meetings] or [cast.present])]
    present_parties = set.intersection(*there) - {p.casefold() for p in cast.parties}
    parties = [
        m.text for m in named if m.kind == "party" and m.known is None and m.text.casefold() in present_parties and m.standing != "object"
    ]
    return tuple(dict.fromkeys([*people, *parties]))


def _preferred(named: Sequence[Mention], chosen: Sequence[Mention]) -> Filter:
    """What is not asked of others but helps to find: the government's turns, and who is spoken to."""
    roles: tuple[Role, ...] = ("government",) if any(m.kind == "government" and m.standing != "object" for m in named) else ()
    if any(m.kind == "chair" and m in chosen for m in named):
        roles = (*roles, "chair")
    others = [m for m in named if m not in chosen and m.known]
    return Filter(
        speakers=tuple(dict.fromkeys(s.name for m in others for s in m.who)),
        parties=tuple(dict.fromkeys(m.known for m in others if m.kind == "party" and m.known)),
        roles=roles,
    )
