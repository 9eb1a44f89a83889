"""Documents and motions a party named or moved, in the words of its own turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rag.exchange import named_members
from rag.leaning import points_back
from rag.motions import to_come
from rag.naming import party_aliases
from rag.summarise.debate import Debate
from rag.summarise.motions import motions
from rag.text import content_stems, sentences
from rag.types import JudgedMotion, Language, Turn

MOST = 12
_PREFIX = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Ee]l)\s+){0,3}"
_CAPITAL = r"[A-ZÀ-Þ](?:[\w’'-]*\w)?"
_NAME = rf"(?:{_CAPITAL}\s+{_PREFIX}{_CAPITAL}|{_PREFIX}{_CAPITAL})"  # "Aukje de Vries", "Van der Graaf"
_MOVERS = rf"{_PREFIX}{_CAPITAL}(?:(?:/|\sen\s){_PREFIX}{_CAPITAL})*(?:\s+c\.s\.)?"
_WHO = r"(?:\s+van\s+(?:de\s+heer|mevrouw|collega|het\s+lid|de\s+leden|meneer))"
_KINDS = (
    r"(?:\w*brief|\w*rapport|\w*onderzoek|\w*advies|\w*evaluatie|\w*nota|\w*notitie|\w*plan|\w*programma|\w*voorstel|initiatiefwet|"
    r"\w*verslag|\w*monitor|\w*akkoord|\w*convenant|\w*richtlijn|\w*verordening|\w*verdrag|\w*handreiking|petitie|manifest|\w*agenda|"
    r"letter|report|bill|act|review)"
)
KIND = re.compile(_KINDS, re.I)
_ORGANISATION = rf"{_CAPITAL}(?:\s+(?:(?:en|van|voor|de|het|der|and|of|the)\s+){{0,2}}{_CAPITAL}){{0,3}}"

_MOTION_OF = re.compile(
    rf"\b[Mm]otie(?:-{_MOVERS}|{_WHO}\s+{_NAME}(?:\s+en\s+{_NAME})?|[ \u00a0]+{_CAPITAL}(?:/{_CAPITAL})*)(?:\s+c\.s\.)?"
)
_AMENDMENT = re.compile(rf"\b(?:[Aa]mendement|[Ii]nitiatief(?:nota|wet(?:svoorstel)?))(?:-{_MOVERS}|{_WHO}\s+{_NAME})")
_ON_PAPER = re.compile(r"\b(?:(?:moties?|amendement(?:en)?)\s+op\s+)?stuk(?:ken)?\s+nrs?\.\s?(\d+)")
_SERIES = re.compile(r"\b(?:Kamerstuk(?:ken)?\s+(?:II\s+)?)?\d{2}\s?\d{3}(?:-[XVI]+)?,?\s+nr\.\s?\d+")
_BY = re.compile(
    rf"\b{_KINDS}\s+(?:van\s+(?:de\s+heer\s+|mevrouw\s+|de\s+|het\s+)?|of\s+the\s+)({_ORGANISATION}|(?:[Nn]ationale\s+)?ombudsman|commissie-{_CAPITAL})"
)
_UP_TO = r"(?:(?!\b(?:geen|niet)\b)[^.;?!])*?"  # further in the same sentence, which denies nothing
# "Over dit onderwerp vraag ik een tweeminutendebat aan.", "Ik wil graag een tweeminutendebat."
_TWO_MINUTES = re.compile(
    r"\b(?:vraag|vragen|verzoek)\b[^.?!]*\btweeminutendebat\b|\btweeminutendebat\b[^.?!]*\baan(?:vragen|vraag)\b"
    rf"|\b(?:(?:ik|wij|we) (?:wil|willen)|(?:wil|willen) (?:ik|wij|we))\b{_UP_TO}\btweeminutendebat\b",
    re.I,
)
# with whom: "Samen met mevrouw Vos dien ik straks een motie in."
_TOGETHER = re.compile(
    r"\b[Ss]amen met ((?:de heer|mevrouw|collega|het lid) [^,.;]*?)(?= (?:dien|kom|ga|zal|wil|overweeg|leg|en|een|zo|straks)\b|[,.;])"
)
_ON_THAT = re.compile(r"\b(?:daar|hier)over\b", re.I)
_RELATIVE = re.compile(r"^(?:die|dat)\b\s*", re.I)  # "een motie die de sluis openhoudt"
_ON_WHAT = re.compile(
    r"\b(?:om|over|waarin|waarmee|(?<!\bop )(?<!\bmet )(?<!\bvan )d(?:ie|at)(?! (?:zin|geest|richting)\b)|voor|tegen)\b(?! (?:te dienen|te leggen|indienen|in te dienen)\b)\s.*?(?=\W*$|,? (?:want|dus)\b|\s(?:indienen|in te dienen)\W*$)",
    re.I,
)
_QUOTED = re.compile(rf"\b{_KINDS}\s+[«“‘\"]([^«»“”\"‘’]{{3,90}})[»”’\"]")
_TITLED = re.compile(rf"\b{_KINDS}\s+(?=[A-ZÀ-Þ][\w’'-]*\w)")  # a letter alone is no title: "plan B"
_ARTICLE = re.compile(
    r"\b[Aa]rtikel\s+\d+[a-z]*(?:\s+(?:van\s+(?:de|het)\s+)?(?:Grondwet|Wetboek(?:\s+van\s+[A-Z]\w+)?|Strafrecht|EVRM|Sr|BW|Awb))?"
)
_LAW = re.compile(rf"\b(?:de|het)\s+((?:Wet\s+(?:op\s+(?:de|het)\s+)?[a-zà-þ]+|Grondwet|{_CAPITAL}wet)\b)")
_MOVED: dict[Language, tuple[str, str]] = {"nl": ("mede ingediend", "ingediend"), "en": ("moved as well", "moved")}
_OFFICES = frozenset("Staatssecretaris Minister Kamer Tweede Kabinet Voorzitter Europese".split())


def documents(debate: Debate, turns: Sequence[Turn], moved: Iterable[JudgedMotion] = ()) -> tuple[str, ...]:
    """What a party moved, and the motions, letters, reports and laws it named, as it named them; each once, its own motions first.

    Args:
        moved: the motions the party put its name to.
    """
    moved = tuple(moved)
    own, told = {t.speaker.name for t in turns}, _MOVED[debate.language]
    found = [f"{m.title}, {told[m.mover.name in own]}" for m in moved]
    for turn in turns:
        found += [one for at, one in sorted(_named(turn, debate))]
        if turn.speaker.role == "member":
            found += ["tweeminutendebat, aangevraagd"] if _TWO_MINUTES.search(turn.text) else []
            found += _announced(turn, moved, debate.language)
    members = tuple(dict.fromkeys(t.speaker for t in debate.turns if t.speaker.role == "member"))
    for turn in (t for t in debate.turns if t.speaker in members and t.speaker.name not in own and _TOGETHER.search(t.text)):
        theirs = [m for m in _TOGETHER.finditer(turn.text) if own & {s.name for s in named_members(m[1], members)}]
        found += (one for match in theirs for one in _announced(turn, moved, debate.language, match))
    return tuple(_distinct(found)[:MOST])


def _announced(turn: Turn, moved: Sequence[JudgedMotion], language: Language, together: re.Match[str] | None = None) -> Iterator[str]:
    """The motions a member says to be going to move, or to think of moving, in the member's own words; not those that were moved.

    What they are about is told with the sentence before, where it points back. ``together``: only that of the sentence in which this stands.
    """
    whole = sentences(turn.text)
    for match in to_come(turn.text):
        at = next(i for i, (a, b) in enumerate(whole) if match.start() < b)
        if together is not None and not whole[at][0] <= together.start() < whole[at][1]:
            continue
        thinks = (match["does"] or match["did"]).lower().startswith("overw")
        if turn.bars(*match.span()):
            continue
        on = _ON_WHAT.search(match["after"]) or _ON_WHAT.search(match["before"])
        what = " ".join(on.group().split()) if on else ""
        told = (
            f"«{turn.text[slice(*whole[at - 1])]}»"
            if at and (points_back(_RELATIVE.sub("", what)) or _ON_THAT.search(match["before"])) and not turn.bars(*whole[at - 1])
            else ""
        )
        stems = set(content_stems(what, language))
        if not any(
            len(stems & set(content_stems(f"{m.title} {m.request.text if m.request else ''}", language))) * 2 >= len(stems) for m in moved
        ):
            beside = _TOGETHER.search(turn.text, *whole[at])
            names = f", samen met {beside[1].strip()}" if beside and together is None else f", van {turn.speaker.name}" if together else ""
            yield " ".join(f"motie {what} {told}".split()) + names + (", overwogen" if thinks else ", aangekondigd")


def _named(turn: Turn, debate: Debate) -> Iterator[tuple[int, str]]:
    """Every document named in a turn, with where."""
    text = turn.text
    hidden = (*turn.unquotable, *((m.start, m.end) for m in debate.motions if m.turn == turn.number))
    for at, one in _mentions(text, debate):
        if not any(a <= at < b for a, b in hidden):
            yield at, " ".join(one.split()).rstrip(".,;:")


def _mentions(text: str, debate: Debate) -> Iterator[tuple[int, str]]:
    for pattern in (_MOTION_OF, _AMENDMENT, _SERIES, _ARTICLE):
        for match in pattern.finditer(text):
            yield match.start(), match.group()
    for match in _ON_PAPER.finditer(text):
        moved = next((m for m in motions(debate) if m.motion.number == match.group(1)), None)
        yield match.start(), moved.title if moved else match.group()
    here = {t.speaker.name.casefold() for t in debate.turns} | party_aliases(
        debate.parties
    ).keys()  # what they propose in the debate is no document
    for match in _BY.finditer(text):
        if match.group(1).split()[0] not in _OFFICES and match.group(1).casefold() not in here:
            yield match.start(), match.group()
    for match in _QUOTED.finditer(text):
        yield match.start(), match.group()
    for match in _LAW.finditer(text):
        yield match.start(1), _grown(text, match.start(1), match.end(1), debate)
    for match in _TITLED.finditer(text):
        title = re.compile(_CAPITAL).match(text, match.end())
        if title and title.group() not in _OFFICES:
            grown = _grown(text, match.start(), title.end(), debate)
            if grown:
                yield match.start(), grown


def _grown(text: str, start: int, end: int, debate: Debate) -> str:
    """A title as long as the debate says it the same way: word by word, while half of the places that have it so far go on alike.

    A title that is named once may end anywhere before the next mark; where that is not told, nothing is returned.
    """
    whole = debate.text
    times = whole.count(text[start:end])
    while following := re.match(r"[ \u00a0]+[\w’'-]+", text[end:]):
        more = whole.count(text[start : end + following.end()])
        if more < 2 or more < times / 2:
            break
        end, times = end + following.end(), more
    alone = times < 2 and re.match(r"[ \u00a0]+[\w’'-]", text[end:])
    return "" if alone else text[start:end]


def _distinct(found: Sequence[str]) -> list[str]:
    """Each once, in order; what stands within another is left out."""
    kept: list[str] = []
    for one in dict.fromkeys(f for f in found if f):
        low = one.casefold()
        within = next((i for i, other in enumerate(kept) if low in other.casefold() or other.casefold() in low), None)
        if within is None:
            kept.append(one)
        elif len(one) > len(kept[within]):
            kept[within] = one
    return kept
