"""The names in a question: which parties, people and offices are meant, and whether as the one who speaks or is spoken of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rag.offices import Holder, held_by, offices
from rag.standing import LEAD, PREFIXES, TITLE, Mention, standing_of
from rag.strangers import NOT_A_NAME, strangers
from rag.tables import table
from rag.text import fold, unaccented
from rag.types import Person, Speaker


@dataclass(frozen=True, slots=True)
class Cast:
    """Who took part in the meetings that are searched: everyone who spoke, and everyone the record says was there.

    ``elsewhere``: who spoke in other meetings of the index. ``salutation``: how a speaker's heading begins ("De heer", "Mevrouw").
    ``holders``: who was there for the government, each with the office.
    """

    speakers: tuple[Speaker, ...]
    present: tuple[Person, ...] = ()
    elsewhere: tuple[Speaker, ...] = ()
    salutation: Callable[[Speaker], str] = lambda speaker: ""
    holders: tuple[Holder, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """Parties spoken for, in alphabetical order."""
        return tuple(sorted({s.party for s in self.speakers if s.party and s.role == "member"}))


def article(party: str) -> str:
    """The Dutch article of a party's name with a space behind it ("de SP", "het CDA"); empty where it has none ("D66")."""
    known = table("parties")["article"]
    return "het " if party in known["het"] else "" if party[:1].isdigit() or party in known["none"] else "de "


_LISTED: dict[str, str] = {alias.casefold(): name for name, others in table("parties")["parties"].items() for alias in [name, *others]}


def party_aliases(parties: Iterable[str]) -> dict[str, str]:
    """Every name, in lower case, under which a party may be named, to its name as the record prints it.

    A party of the record wins from the table: where "GroenLinks-PvdA" speaks, "PvdA" is that party.
    """
    here = {p.casefold(): p for p in parties}
    aliases = {alias: here.get(name.casefold(), name) for alias, name in _LISTED.items()}
    for party in parties:
        aliases[whole := party.casefold()] = party
        parts = {_LISTED[part] for part in re.split(r"[-/]", whole) if part in _LISTED and part != whole}
        aliases |= {alias: party for alias, name in _LISTED.items() if name in parts and name.casefold() not in here}
    return aliases


def parties_in(text: str, parties: Iterable[str]) -> list[str]:
    """The parties that a text names, as the record prints them."""
    named = (name for alias, name in party_aliases(parties).items() if re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", text, re.I))
    return [*dict.fromkeys(named)]


def find_speakers(name: str, speakers: Iterable[Speaker]) -> list[Speaker]:
    """The speakers a name ("Van Nispen", "nispen", "Michiel van Nispen", "staatssecretaris Broekers-Knol") may stand for.

    Case-blind, with or without prefix or first name; those whose whole name is given win from those of whom only a part is.
    """
    wanted = re.sub(rf"^{TITLE}\s+", "", _plain(name))
    ranks = {(s.name, s.party, s.role): (_name_rank(wanted, _plain(s.name)), s) for s in speakers}
    best = max((rank for rank, _ in ranks.values()), default=0)
    return [speaker for rank, speaker in ranks.values() if rank == best > 0]


def _plain(name: str) -> str:
    """A name in lower case without accents, its typography made plain."""
    return unaccented(fold(name).casefold())


def _name_rank(wanted: str, name: str) -> int:
    """3: the whole name, or the surname in full; 2: the same surname, a first name on one side only; 1: without its prefix; 0: other."""
    if wanted == name:
        return 3
    (first, surname), (given, own) = split_name(wanted), split_name(name)
    if surname == own and (not (first and given) or _initials_of(first, given)):
        return 2 if first and not given else 3
    if wanted.endswith(" " + name):
        return 2  # "Hanke Bruins Slot" is Bruins Slot
    return 1 if wanted in {_bare(own), _first_half(own)} else 0


_GIVES = re.compile(r"\b(?:toegezegd|beloofd|geantwoord|(?:zeg(?:t|de)|zei)\b.*\btoe)\b|\b(?:beloofde|belooft|antwoordde)\b", re.I)
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)+")


def _initials_of(first: str, given: str) -> bool:
    return _INITIALS.fullmatch(first) is not None and given.startswith(first[0])


def split_name(name: str) -> tuple[str, str]:
    """A name in first name and surname: "Olger van Dijk" is "Olger", "van Dijk"; a name of one word is a surname, and so is "Van den Berg"."""
    parts = name.split()
    at = next((i for i, part in enumerate(parts) if fold(part).casefold() in PREFIXES), len(parts) - 1)
    return " ".join(parts[:at]), " ".join(parts[at:])


def _bare(surname: str) -> str:
    """A surname without its prefixes: "Dijk"."""
    parts = surname.split()
    while len(parts) > 1 and parts[0].casefold() in PREFIXES:
        parts = parts[1:]
    return " ".join(parts)


def _first_half(surname: str) -> str:
    """The first name of a double one: "Broekers" for "Broekers-Knol"; prefixes stay."""
    half = surname.partition("-")[0]
    return half if len(_bare(half)) >= SHORTEST else surname


SHORTEST = 4  # letters of half a surname that may stand for it
LONG = 5  # letters from which a name may be one letter off


# --- who is named, and as what ------------------------------------------------------------------

_GOVERNMENT = re.compile(
    r"\b(?:(?:de|het|the|onze|deze)\s+)?((?:staatssecretaris|minister|bewinds(?:vrouw|man|persoon|lieden|personen)|kabinet|regering|minister-president|premier|government|state secretary|secretary of state|cabinet|prime minister)s?(?:sen)?)\b(?!\s+van\s+de\s+fractie)",
    re.I,
)
_CHAIR = re.compile(r"\b(?:de|the)\s+(voorzitter|chair(?:man|woman|person)?)\b", re.I)


def _party_mentions(question: str, cast: Cast) -> list[Mention]:
    aliases = party_aliases(cast.parties)
    exact = table("parties")["exact"]["names"]
    own = {p.casefold() for p in cast.parties}
    found: list[Mention] = []
    low = question.casefold()
    for alias in sorted((alias for alias in aliases if alias in low), key=len, reverse=True):
        for match in re.finditer(rf"(?<![\w-]){re.escape(alias)}(?![\w])(?!-(?!fractie|lid|kamerlid|woordvoerder|ers?\b))", question, re.I):
            text = match.group()
            if text not in ([e for e in exact if e.casefold() == alias] or [text]):
                continue
            if any(m.start < match.end() and match.start() < m.end for m in found):
                continue
            name, (start, end) = aliases[alias], match.span()
            joint = [part for part in name.split("-") if part.casefold() in own] if name.casefold() not in own else []
            for one in joint or [name]:  # "GroenLinks-PvdA" where the two still spoke apart
                found.append(Mention("party", start, end, one, one if one.casefold() in own else None, standing_of(question, start, end)))
    return found


def _person_mentions(question: str, cast: Cast, parties: Sequence[Mention]) -> list[Mention]:
    found: list[Mention] = []
    plain = unaccented(question)
    plain = plain if len(plain) == len(question) else question
    for form, names in _forms(cast):
        pattern = re.escape(unaccented(form)).replace(r"\ ", r"\s+").replace("\\'", "['’]")
        for match in re.finditer(rf"(?<![\w-]){pattern}(?!\w|-[A-ZÀ-Þ])", plain, re.I):
            if any(m.start < match.end() and match.start() < m.end for m in [*found, *parties]):
                continue
            if " " not in form and "-" not in form and not match.group()[0].isupper() and not _typed_low(question, *match.span()):
                continue
            initials = re.search(rf"(?:^|\s)({_INITIALS.pattern})\s*$", question[: match.start()])
            if initials:
                found.append(_person(question, initials.start(1), match.end(), names, cast, parties))
                continue
            before = re.search(r"(?:^|[\s-])([^\W\d_][\w'’-]*)\s+$", question[: match.start()])
            part = before[1].rsplit("-", 1)[-1] if before else ""
            if part in _CAPITAL_PARTS or (part in _NAME_PARTS and form not in names):
                continue  # "Van Nispen" is not the member Nispen, nor "van Dijk" the member Dijk
            given = before is not None and before.start(1) > 0 and _is_first_name(before, parties)
            start = before.start(1) if before and given else match.start()
            found.append(_person(question, start, match.end(), names, cast, parties))
    return found


def _typed_low(question: str, start: int, end: int) -> bool:
    """Whether a word in lower case is a name all the same: after a title, or where whoever speaks stands in a question without capitals."""
    before = question[:start]
    if re.search(TITLE + r"\s+$", before, re.I):
        return True
    low = question[1:] == question[1:].lower() and not re.search(r"(?:^|\s)(?:de|het|een|the)\s+$", before, re.I)
    return low and standing_of(question, start, end) == "actor"


_NAME_PARTS = frozenset({"van", "de", "der", "den"})
_CAPITAL_PARTS = frozenset(part.capitalize() for part in PREFIXES - {"in", "op", "aan", "te", "het"})


def _forms(cast: Cast) -> list[tuple[str, frozenset[str]]]:
    """How those who took part may be named, longest first, each with the names it may stand for.

    "Van Dijk" is everyone with that surname, whose first name the record prints or not. "Dijk" is the member Dijk before it is Van Dijk.
    """
    whole: dict[str, set[str]] = {}
    part: dict[str, set[str]] = {}
    spelled: dict[str, str] = {}
    for name in dict.fromkeys([s.name for s in cast.speakers if s.name != "De voorzitter"] + [p.name for p in cast.present]):
        surname = split_name(name)[1]
        for forms, form in ((whole, name), (whole, surname), (part, _bare(surname)), (part, _first_half(surname))):
            forms.setdefault(form.casefold(), set()).add(name)
            spelled.setdefault(form.casefold(), form)
    every = {**part, **whole}
    return [(spelled[form], frozenset(every[form])) for form in sorted(every, key=lambda f: (-len(f), f))]


def _is_first_name(word: re.Match[str], parties: Sequence[Mention]) -> bool:
    """Whether the word before a surname is a first name: a capital that begins no title, party or other known word."""
    text = word[1]
    if not text[0].isupper() or text.isupper() or re.fullmatch(TITLE + "|heer", text, re.I) or text.casefold() in NOT_A_NAME:
        return False
    return not any(m.start < word.end(1) and word.start(1) < m.end for m in parties)


def _person(question: str, start: int, end: int, names: frozenset[str], cast: Cast, parties: Sequence[Mention]) -> Mention:
    """Whom a name stands for, by what the question says with it: first name, title, party."""
    title = re.search(TITLE + r"\s+$", question[:start], re.I)
    own = next((p for p in parties if _belongs(question, start, end, p)), None)
    text = question[start:end]
    who = [s for s in cast.speakers if s.name in names]
    if who:
        called = _called(text, who, cast)
        who = of_office(called, title.group() if title else "", cast)
        if not who and called and own is None and _GIVES.search(question):  # "Wat heeft de minister Vos toegezegd?": to member Vos
            return Mention("person", start, end, text, called[0].name, "object", tuple(called))
    if who and own:
        who = [s for s in who if s.party and s.party == own.known] or [s for s in who if s.party is None]
    standing = standing_of(question, min(start, own.start) if own else start, end)
    spoke = {s.name for s in cast.speakers}
    silent = (p.name for p in cast.present if p.name in names - spoke and (own is None or p.party in {None, own.text}))
    if own:
        start, end = min(start, own.start), max(end, own.end + question[own.end :].startswith(")"))
    elif title and not who:
        start = title.start()
    return Mention("person", start, end, question[start:end].strip(), who[0].name if who else next(silent, None), standing, tuple(who))


_NAMED_AFTER = re.compile(r",?\s+(?:van|of|from|namens|uit)\s+(?:de\s+|het\s+|the\s+)?(?:fractie van\s+(?:de\s+|het\s+)?)?|\s*\(", re.I)
_NAMED_BEFORE = re.compile(
    rf"(?:['’-]?er|-?\s?(?:kamer)?lid|-?\s?(?:fractie)?(?:woordvoerder|voorzitter|leider)|\s+mp)?\s+(?:{TITLE}\s+)?", re.I
)


def _belongs(question: str, start: int, end: int, party: Mention) -> bool:
    """Whether a party is said to be a person's: "Van Dijk van de PvdA", "Van Dijk (PvdA)", "PvdA-Kamerlid Van Dijk"."""
    if party.start >= end:
        return _NAMED_AFTER.fullmatch(question[end : party.start]) is not None
    return _NAMED_BEFORE.fullmatch(question[party.end : start]) is not None


def _called(text: str, who: list[Speaker], cast: Cast) -> list[Speaker]:
    """Those of ``who`` that a first name leaves: it is theirs, or the record prints none and nobody of that whole name spoke elsewhere."""
    asked = _plain(text)
    first = split_name(asked)[0]
    if not first:
        return who
    if _INITIALS.fullmatch(first):
        given = [s for s in who if _initials_of(first, split_name(_plain(s.name))[0])]
        return given or [s for s in who if len(split_name(s.name)[0]) <= len(first)]
    exact = [s for s in who if _plain(s.name) == asked]
    others = {s.party for s in cast.elsewhere if _plain(s.name) == asked}
    return exact or [s for s in who if asked.endswith(" " + _plain(s.name)) and (not others or s.party in others)]


def of_office(who: list[Speaker], title: str, cast: Cast) -> list[Speaker]:
    """Those of ``who`` that a title before the name leaves; "de heer" and "mevrouw" only choose between people who share a name."""
    if re.search(r"minister|staatssecretaris|premier|secretary", title, re.I):
        return [s for s in who if s.role == "government"] or ([] if all(s.role == "member" for s in who) else who)
    if re.search(r"lid|leden|\bmp\b", title, re.I):
        return [s for s in who if s.role != "government"] or who
    polite = next((form for form, words in _POLITE.items() if title.strip().casefold() in words), None)
    if polite and len({(s.name, s.party) for s in who}) > 1:
        return [s for s in who if cast.salutation(s).casefold() == polite] or who
    return who


_POLITE = {
    "de heer": {"de heer", "meneer", "dhr", "dhr.", "mr", "mr."},
    "mevrouw": {"mevrouw", "mw", "mw.", "mevr", "mevr.", "mrs", "mrs.", "ms", "ms."},
}


def mentions(question: str, cast: Cast, in_record: Callable[[str], str] = lambda name: "") -> list[Mention]:
    """Who and what a question names, in order, each with its standing: the one who spoke (actor), or spoken to or about (object).

    ``in_record``: see `rag.strangers.strangers`; without it every unknown capitalised speaker counts as absent.
    """
    parties = _party_mentions(question, cast)
    people = _person_mentions(question, cast, parties)
    parties = [p for p in parties if not any(m.start <= p.start and p.end <= m.end for m in people)]
    roles, people = _office_mentions(question, cast, people)
    roles += _role_mentions(question, cast, [*parties, *people, *roles])
    absent = [_near(question, m, cast, parties, in_record) for m in strangers(question, [*parties, *people, *roles], in_record)]
    found = sorted([*parties, *people, *roles, *absent], key=lambda m: m.start)
    return _coordinated(question, found)


def _role_mentions(question: str, cast: Cast, taken: Sequence[Mention]) -> Iterator[Mention]:
    """The government or one of its titles, and the chair, where no office or person is named with it."""
    patterns: tuple[tuple[re.Pattern[str], Literal["government", "chair"]], ...] = ((_GOVERNMENT, "government"), (_CHAIR, "chair"))
    for pattern, kind in patterns:
        for found in pattern.finditer(question):
            if not any(m.start < found.end() and found.start() < m.end for m in taken):
                who = _may_be(cast, kind, found[1])
                standing = standing_of(question, found.start(1), found.end())
                own = who if kind == "government" else ()
                yield Mention(kind, found.start(), found.end(), found[1], kind if who else None, standing, own)


def _near(question: str, stranger: Mention, cast: Cast, parties: Sequence[Mention], in_record: Callable[[str], str]) -> Mention:
    """A name that only one letter keeps from that of the one who took part, as that one's; else as it was."""
    typed = _plain(stranger.text)
    if len(typed) < LONG or in_record(stranger.text):
        return stranger
    from rapidfuzz.distance import OSA  # takes its time to load

    # another letter, one more or less, or two that changed places; never the first
    near = {names for form, names in _forms(cast) if (name := _plain(form))[:1] == typed[:1] and OSA.distance(typed, name) == 1}
    if len(near) != 1:
        return stranger
    found = _person(question, stranger.start, stranger.end, next(iter(near)), cast, parties)
    who = found.who or tuple(s for s in cast.speakers if s.name in next(iter(near)))
    return replace(found, who=who, known=who[0].name, read_as=who[0]) if who else stranger


def with_title(question: str, mention: Mention) -> str:
    """A name with the title or article that stands before it in a question."""
    lead = LEAD.search(question[: mention.start])
    return question[lead.start() if lead else mention.start : mention.end]


def _office_mentions(question: str, cast: Cast, people: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The offices named with their post, each with who held it, meeting by meeting; and the people, each with an office right before the name."""
    found, named = [], list(people)
    for office in offices(question, cast.holders):
        own = next((m for m in people if m.start >= office.end and not question[office.end : m.start].strip(" ,")), None)
        if own:
            whole = replace(own, start=office.start, standing=standing_of(question, office.start, own.end))
            named[named.index(own)] = whole
            continue
        exact, maybe = held_by(office, cast.holders)
        names = {h.name for h in exact or maybe}
        who = tuple(s for s in cast.speakers if s.role == "government" and s.name in names)
        known = min(names, default=None)
        standing = standing_of(question, office.start, office.end)
        found.append(
            Mention("office", office.start, office.end, office.text, known, standing, who, tuple(dict.fromkeys(h.meeting for h in exact)))
        )
    return found, named


_OFFICES = (
    (re.compile(r"staatssecretaris|state secretary|secretary of state", re.I), "staatssecretaris"),
    (re.compile(r"minister-president|premier|prime minister", re.I), "minister-president"),
    (re.compile(r"minister", re.I), "minister"),
)


def _may_be(cast: Cast, kind: str, title: str) -> tuple[Speaker, ...]:
    """Whom a title in a question may stand for: a minister is no state secretary, though in a debate without one one may loosely be called so."""
    every = tuple(s for s in cast.speakers if s.role == kind)
    asked = next((office for pattern, office in _OFFICES if pattern.match(title)), None)
    if asked is None:
        return every
    spoke = {s.name for s in every}
    holders = [h for h in cast.holders if h.name in spoke] or [Holder("", s.name, s.office or "") for s in every]
    named: set[str] = set()
    for meeting in {h.meeting for h in holders}:
        there = [h for h in holders if h.meeting == meeting]
        own = [h for h in there if not h.office or asked in h.office.casefold()]
        named |= {h.name for h in own or (there if asked == "minister" else ())}
    return tuple(s for s in every if s.name in named)


def _coordinated(question: str, found: list[Mention]) -> list[Mention]:
    """ "SP en VVD", "de SP, de VVD en het CDA": what is joined to a mention shares its standing."""
    result: list[Mention] = []
    for mention in found:
        between = question[result[-1].end : mention.start] if result else ""
        joined = re.fullmatch(r"\s*(?:,|en|of|and|or|&|versus|vs\.?|/)\s*(?:(?:de|het|the)\s*)?", between, re.I)
        result.append(replace(mention, standing=result[-1].standing) if joined else mention)
    return result
