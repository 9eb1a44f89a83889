"""Whom a claim names, in what place of the sentence, and whether the quoted words are theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rag.naming import party_aliases, split_name
from rag.standing import PREFIXES
from rag.tables import any_of, matcher, table
from rag.text import capital, fold
from rag.types import Names, Speaker, Turn
from rag.verify.stance import stance

Kind = Literal["person", "party", "government", "chair"]
Place = Literal["label", "subject", "tag", "duty", "other"]

_OFFICE = re.compile(
    r"(?<![\w-])(?:de |het |the |onze |deze )?((?:demissionair |acting )?(?:staatssecretaris|bewindsvrouw|bewindsman|bewindspersoon|minister-president|premier|"
    r"minister|kabinet|regering|state secretary|secretary of state|prime minister|cabinet|government))(?![\w-])",
    re.I,
)
_CHAIR = re.compile(r"(?<![\w-])(?:de |the )?((?:commissie|kamer)?voorzitter|chairman|chairwoman|chairperson|chair)(?![\w-])", re.I)
_TITLE = re.compile(
    r"(?:^|(?<=[\s(«“\"„]))(?=\S)(?:(?:de|het|the)\s+)?(?:(?:heer|heren|mevrouw|meneer|collega[’']?s?|kamerlid|lid|leden|dhr\.?|mw\.?|mr\.?|ms\.?|mrs\.?|staatssecretaris|"
    r"minister-president|minister|voorzitter|fractie(?:voorzitter)?|woordvoerder|bewindsvrouw|bewindsman|state secretary|chair|party|group|mp|member|spreker)"
    r"\s+(?:van\s+)?(?:(?:de|het)\s+)?)*$",
    re.I,
)
# the chair reads out what the government promised
_LISTED = re.compile(
    r"\b(?:staatssecretaris|minister|bewinds\w+|secretary)(?:\s+van\s+[A-Z]\w+(?:\s+en\s+[A-Z]\w+)?)?\s+(?:zal|zegt|zegde|is|gaat|komt|stuurt|informeert|heeft|doet|laat|betrekt|neemt|gaf|will)\b",
    re.I,
)
_STARTS = re.compile(r"(?:^|[.?!;:…\n«“„\"(]|[.?!]['’”»\")])\s*$")
_JOINED = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,|en|of|and|or|&|/)\s*(?:(?:de|het|the)\s+)?(?:(?:heer|mevrouw|leden|collega)\s+)?$", re.I)

_ROLES: tuple[tuple[re.Pattern[str], Kind], ...] = ((_OFFICE, "government"), (_CHAIR, "chair"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone named in a claim: where, who it may be (names of speakers, or a party, or an office), and in what place."""

    kind: Kind
    start: int
    end: int
    text: str
    who: frozenset[str]
    place: Place = "other"
    group: int = 0


@lru_cache(maxsize=4096)
def _aliases(name: str) -> tuple[str, ...]:
    """Under which names a speaker may go: in full, and without first names ("Olger van Dijk" is "Van Dijk")."""
    given, surname = split_name(name)
    return (name, capital(surname)) if given else (name,)


def _name_pattern(alias: str) -> str:
    head = alias[0]
    first = f"[{head.upper()}{head.lower()}]" if alias.split(maxsplit=1)[0].lower() in PREFIXES else re.escape(head)
    return first + re.escape(alias[1:]).replace(r"\ ", r"\s+")


@lru_cache(maxsize=256)
def _people(speakers: tuple[Speaker, ...]) -> tuple[re.Pattern[str] | None, dict[str, frozenset[str]]]:
    known: dict[str, set[str]] = {}
    forms: dict[str, str] = {}
    for speaker in speakers:
        if speaker.name.lower() in {"de voorzitter", "the chair", "voorzitter", "chair"}:
            continue
        for alias in _aliases(speaker.name):
            known.setdefault(alias.lower(), set()).add(speaker.name)
            forms[alias.lower()] = alias
    if not forms:
        return None, {}
    ordered = sorted(forms.values(), key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(_name_pattern(f) for f in ordered) + r")(?=['’]?s?(?![\w]))(?!-[\w])")
    return pattern, {key: frozenset(names) for key, names in known.items()}


@lru_cache(maxsize=256)
def _party_names(parties: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    aliases = party_aliases(parties)
    return re.compile(rf"(?<![\w-]){any_of(aliases)}(?![\w])", re.I), aliases


def everyone(names: Names, turns: Sequence[Turn]) -> Names:
    """Everyone a claim may name: those who took part, and whoever is quoted."""
    speakers = tuple(dict.fromkeys((*names.speakers, *(t.speaker for t in turns))))
    return Names(speakers, tuple(dict.fromkeys((*names.parties, *(s.party for s in speakers if s.party)))))


# these before a name always belong to it; the others are words of a sentence as well
_ALONE = PREFIXES - set("in op aan bij het de ten la bin ben al do da von te van".split())


def _people_in(text: str, cast: Names) -> list[Mention]:
    pattern, known = _people(cast.speakers)
    found = []
    for match in pattern.finditer(text) if pattern else ():
        before = re.search(r"([^\W\d_]+)\s+$", text[: match.start()])
        words = match.group().lower().split()
        who = known.get(" ".join(words))
        if who and not (before and words[0] not in PREFIXES and _goes_on(text, before)):
            found.append(Mention("person", match.start(), match.end(), match.group(), who))
    return found


def _goes_on(text: str, before: re.Match[str]) -> bool:
    """Whether a name begins with the word before it: in "Van der Dijk" and "mevrouw Van Dijk" nobody is called "Dijk"."""
    inside = before[1] in {"Van", "De", "Ten", "Ter"} and not _STARTS.search(text[: before.start()])
    return before[1].lower() in _ALONE or inside


def _parties_in(text: str, cast: Names) -> list[Mention]:
    pattern, aliases = _party_names(cast.parties)
    exact = table("parties")["exact"]["names"]
    lowered = {e.lower() for e in exact}
    found = []
    for match in pattern.finditer(text):
        word = match.group()
        who = aliases.get(word.lower())
        if who and (word.lower() not in lowered or word in exact or word in cast.parties):
            found.append(Mention("party", match.start(), match.end(), word, frozenset({who})))
    return found


def mentions(text: str, cast: Names) -> tuple[Mention, ...]:
    """Everyone a text names, in order, each with its place in the sentence."""
    found: list[Mention] = []
    offices = [
        Mention(kind, m.start(1), m.end(1), m[1], frozenset({m[1].lower()})) for pattern, kind in _ROLES for m in pattern.finditer(text)
    ]
    for one in (*_people_in(text, cast), *_parties_in(text, cast), *offices):
        if not any(other.start < one.end and one.start < other.end for other in found):
            found.append(one)
    return _placed(text, sorted(found, key=lambda m: m.start))


def _placed(text: str, found: list[Mention]) -> tuple[Mention, ...]:
    """Each with its place; those joined ("A en B") share the place of the first, and a party behind a name belongs to it."""
    placed: list[Mention] = []
    for group, mention in enumerate(found, 1):
        previous = placed[-1] if placed else None
        if previous and previous.place != "tag" and _JOINED.fullmatch(text[previous.end : mention.start]):
            placed.append(replace(mention, place=previous.place, group=previous.group))
        else:
            place = _place(text, mention, previous)
            placed.append(replace(mention, place=place, group=previous.group if previous and place == "tag" else group))
    return tuple(placed)


_SOURCES = [w for w in table("stance")["subject"]["source"] if w not in {"door", "by", "wat betreft"}]
_SOURCE = re.compile(matcher(_SOURCES).pattern + r"\s*$", re.I)


def _place(text: str, mention: Mention, previous: Mention | None) -> Place:
    before, after = text[max(0, mention.start - 200) : mention.start], text[mention.end : mention.end + 200]
    if (
        mention.kind == "party"
        and previous
        and previous.kind in {"person", "chair", "government"}
        and re.fullmatch(r"['’]?s?\s*(?:\(|,|of the|from the|van de|van het|namens de|for the)\s*", text[previous.end : mention.start])
    ):
        return "tag"
    lead = _untitled(before)
    subjects = table("stance")["subject"]
    tail = re.match(r"\s*(?:\([^)]*\)|,[^,]{0,60},)?\s*([^\W\d_]+|:)", after)
    following = tail[1].lower() if tail else ""
    if following == ":" and _STARTS.search(lead):
        return "label"
    if _SOURCE.search(lead):
        return "subject"
    if _STARTS.search(lead):
        return "duty" if following in subjects["duty"] and mention.kind in {"government", "chair"} else "subject"
    last = re.search(r"([^\W\d_]+)\s*$", lead)
    if last and last[1].lower() in subjects["verbs"] and not re.search(r"[,;]\s*$", lead):
        return "duty" if last[1].lower() in subjects["duty"] and mention.kind in {"government", "chair"} else "subject"
    return "other"


def _untitled(before: str) -> str:
    """What stands before a name, without the title that goes with it."""
    title = _TITLE.search(before)
    return before[: title.start()] if title else before


def _office_fits(word: str, speaker: Speaker) -> bool:
    office = (speaker.office or "").lower()
    if word in {"kabinet", "regering", "cabinet", "government"} or not office or word.startswith("bewinds"):
        return True
    secretary = "secretaris" in office or "secretary" in office
    if "secretar" in word:
        return secretary
    if word in {"premier", "minister-president", "prime minister"}:
        return "president" in office or "prime" in office or "premier" in office
    return not secretary


def belongs(mention: Mention, speaker: Speaker) -> bool:
    """Whether a mention names this speaker, in the capacity they spoke in."""
    if mention.kind == "person":
        return speaker.name in mention.who
    if mention.kind == "party":
        return speaker.party is not None and speaker.party in mention.who
    if mention.kind == "chair":
        return speaker.role == "chair"
    return speaker.role == "government" and _office_fits(next(iter(mention.who)).replace("demissionair ", ""), speaker)


def occurs(mention: Mention, evidence: str, cast: Names) -> bool:
    """Whether the evidence itself names whom the claim names."""
    if mention.kind == "person":
        names = {alias.lower() for name in mention.who for alias in _aliases(name)} | {mention.text.lower()}
        low = fold(evidence).lower()
        return any(re.search(rf"(?<!\w){re.escape(fold(n).lower())}(?!\w)", low) for n in names)
    if mention.kind == "party":
        return any(m.who & mention.who for text in (evidence, re.sub(r"[-–/]", " ", evidence)) for m in _parties_in(text, cast))
    return bool(_NAMED_OFFICE[mention.kind].search(evidence))


_NAMED_OFFICE = {
    "chair": re.compile(r"\b(?:\w*voorzitter|chair\w*|president|speaker)\b", re.I),
    "government": re.compile(
        r"\b(?:\w*secretaris\w*|minister\w*|bewinds\w+|kabinet\w*|regering\w*|premier|secretary|government\w*|cabinet\w*|u|uw|you|your)\b",
        re.I,
    ),
}


def wrong_mouth(claim: str, evidence: str, turns: Sequence[Turn], cast: Names) -> tuple[str, str] | None:
    """Who is named but did not speak these words; None when speaker, party and office are right.

    ``claim``: its text, or what stands around a literal quote. Returns (which reason, who is named), see `REASONS` of `rag.verify.judge`.
    """
    speakers = tuple(dict.fromkeys(t.speaker for t in turns))
    found = mentions(claim, cast)
    groups: dict[int, list[Mention]] = {}
    for mention in found:
        if mention.place != "tag":
            groups.setdefault(mention.group, []).append(mention)
    checks = (
        *(_wrong_tag(tag, found, speakers, evidence, cast) for tag in found if tag.place == "tag"),
        _wrong_title(claim, found, speakers),
        *(_wrong_group(members, claim, evidence, speakers, cast) for members in groups.values()),
    )
    if wrong := next(filter(None, checks), None):
        return wrong
    if "other" in {m.place for m in found} and not any(belongs(m, s) for m in found for s in speakers):
        loose = [m for m in found if m.kind in {"person", "party"} and m.place == "other" and not _is_object(claim, m)]
        if loose and not _reported(loose[0], claim, evidence):
            return "speaker", loose[0].text
    return None


def _is_object(claim: str, mention: Mention) -> bool:
    last = re.search(r"([^\W\d_]+)\s*(?:\(\s*)?$", _untitled(claim[: mention.start]))
    return last is None or last[1].lower() in table("stance")["subject"]["object"] or claim[mention.end : mention.end + 1] in {"-", "/"}


def _wrong_group(members: list[Mention], claim: str, evidence: str, speakers: Sequence[Speaker], cast: Names) -> tuple[str, str] | None:
    matched = [any(belongs(m, s) for s in speakers) for m in members]
    stands = [occurs(m, evidence, cast) for m in members]
    first, by_chair = members[0], all(s.role == "chair" for s in speakers)
    if first.place in {"label", "subject"} and not any(matched) and not (stands[0] and _addressed(first, claim, speakers, cast)):
        chair_reads = first.kind == "government" and bool(_LISTED.search(evidence)) and by_chair
        if not chair_reads and not _reported(first, claim, evidence):
            return "speaker", first.text
    for member, right, there in zip(members, matched, stands, strict=True):
        # members speak to the government through the chair: naming it is no attribution
        spoken_to = member.place in {"other", "duty"} and (member.kind == "chair" or (member.kind == "government" and not by_chair))
        if not right and not there and not spoken_to:
            return "mention", member.text
    return None


def _addressed(mention: Mention, claim: str, speakers: Sequence[Speaker], cast: Names) -> bool:
    """Whether it is said to someone: "zo antwoordt de staatssecretaris Van Wijngaarden"."""
    before = claim[: mention.start].rstrip()
    return any(
        m.place == "subject"
        and m.end == len(before)
        and re.search(r"\b(?:de|het|the)\s+$", claim[: m.start], re.I)
        and not _STARTS.search(claim[: m.start - 3])
        and any(belongs(m, s) for s in speakers)
        for m in mentions(claim, cast)
    )


def _wrong_tag(tag: Mention, found: Sequence[Mention], speakers: Sequence[Speaker], evidence: str, cast: Names) -> tuple[str, str] | None:
    """A party behind a name must be the party that person spoke for."""
    owner = max((m for m in found if m.end <= tag.start), key=lambda m: m.end)
    quoted = [s for s in speakers if belongs(owner, s)]
    if quoted:
        return None if any(belongs(tag, s) for s in quoted) else ("party", tag.text)
    known = [s for s in cast.speakers if owner.kind == "person" and s.name in owner.who and s.party]
    if any(belongs(tag, s) for s in known) or occurs(tag, evidence, cast):
        return None
    return "party", tag.text


_ADDRESS = re.compile(
    r"\b(staatssecretaris|minister-president|minister|premier|voorzitter|kamerlid|state secretary|prime minister)\s+$", re.I
)


def _wrong_title(claim: str, found: Sequence[Mention], speakers: Sequence[Speaker]) -> tuple[str, str] | None:
    """An office before a name must be the one that person spoke in."""
    for mention in found:
        quoted = [s for s in speakers if mention.kind == "person" and belongs(mention, s)]
        title = _ADDRESS.search(claim[: mention.start]) if quoted else None
        if title is None:
            continue
        word = title[1].lower()
        office = Mention("chair" if word == "voorzitter" else "government", 0, 0, title[1], frozenset({word}))
        fits = all(s.role == "member" for s in quoted) if word == "kamerlid" else any(belongs(office, s) for s in quoted)
        if not fits:
            return "speaker", f"{title[1]} {mention.text}"
    return None


def _reported(mention: Mention, claim: str, evidence: str) -> bool:
    """Whether the evidence itself says that this one asked or said it, and the claim says no more than that."""
    forms = sorted({alias for name in mention.who for alias in _aliases(name)} | {mention.text}, key=len, reverse=True)
    said = stance("question", "restated").pattern
    name = "|".join(re.escape(f) for f in forms)
    there = re.search(rf"(?:{name})(?:\s*\([^)]*\))?(?:\s+[^\s.?!]+){{0,4}}?\s+{said}", evidence, re.I) or re.search(
        rf"{said}\s+(?:\w+\s+){{0,2}}(?:{name})", evidence, re.I
    )
    asks = stance("question", "asking", "restated").search(claim)
    return bool(there and asks) and not re.search(r"\b(?:vindt|wil (?!weten)|meent|zegt toe)\b", claim)


def without(text: str, cast: Names) -> str:
    """The text with everyone it names blanked out, of the same length, so that what is left can be checked by itself."""
    characters = list(text)
    for mention in mentions(text, cast):
        start = len(_untitled(text[: mention.start])) if mention.kind in {"person", "party"} else mention.start
        characters[start : mention.end] = " " * (mention.end - start)
    return "".join(characters)
