"""Who is for something and who is against it: the sentences in which a speaker says so, and no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rag.cues import marks
from rag.hearsay import names_of, tells_of_others
from rag.lexicon import Cover, Term, is_english_word
from rag.retrieve import Search
from rag.text import is_question, stem, words
from rag.types import Language, Passage
from rag.verbatim import Candidate

Side = Literal["for", "against"]


@dataclass(frozen=True, slots=True)
class Sought:
    """What a question asks for: which side, or both, taken on what.

    ``parties``: whether parties are asked for, and not "who". ``wants``: whether it asks who wants it, which may be said in other ways too.
    """

    sides: tuple[Side, ...]
    about: str
    parties: bool
    wants: bool


_PARTY = r"(?:partij(?:en)?|fracties?|part(?:y|ies))"
# "Zijn er partijen die …?" asks for them too
_ANY = rf"(?:is|zijn|was|waren|are|were)\s+(?:er|there)\s+(?:(?:ook|nog|any|een|a)\s+)?(?:{_PARTY}|(?:kamer)?(?:leden|lid)|iemand|members?|anyone)(?:\s+(?:die|that|who))?"
_WHO = rf"^(?:en\s+)?(?P<who>(?:welke|which)\s+{_PARTY}|wie|welke\s+(?:leden|kamerleden|sprekers?)|who|which\s+members?|{_ANY})"
_NO_HELP = r"(?!(?:kan|kunnen|wil|willen|moet|moeten|mag|mogen|zou|zouden|gaat|gaan|zal|zullen)\b)"  # "Wie kan boeren steunen?"
_IS = r"\s+(?:is|zijn|was|waren|are|were)\s+(?:(?:er|ook|nog|wel|allemaal|also)\s+){0,2}"
_SIDES: dict[Side, str] = {
    "for": r"(?:voor|voorstanders?\s+van|for|in\s+favou?r\s+of)",
    "against": r"(?:tegen|tegenstanders?\s+van|against|opposed\s+to)",
}
_EITHER = (
    r"(?:voor(?:-|standers?)?|tegen(?:standers?)?|for|in favou?r|against)\s*(?:,|en|of|and|or)+\s+"
    r"(?:(?:wie|who|welke|which)\s+(?:(?:partij\w*|fracties?|part(?:y|ies))\s+)?)?(?:(?:is|zijn|was|waren|are|were)\s+(?:er\s+)?)?"
)
_BOTH = re.compile(rf"{_WHO}{_IS}{_EITHER}(?:{_SIDES['for']}|{_SIDES['against']})\s+(?P<about>\S.*)", re.I)
_EACH = re.compile(rf"{_WHO}{_IS}(?:{_SIDES['for']}|{_SIDES['against']})\s+(?P<about>\S.*?),?\s+(?:en|of|and|or)\s+(?:(?:wie|who|welke|which)\b.*\b)?(?:tegen|voor|against|for|not|niet)\W*$", re.I)  # fmt: skip
_ASKED: tuple[tuple[Side, re.Pattern[str]], ...] = (
    *((side, re.compile(rf"(?:{_WHO}\s+(?:zich\s+)?{taken}\s+(?P<about>\S.*?)\s+(?:zijn|waren|is|was|stem(?:men|t|den|de)|verzet(?:ten|te)?|pleiten|pleit)|(?P<any>^{_ANY}(?<!\sdie))\s+{taken}\s+(?P<refused>(?!wie\b)\S[^,]*?))\W*$", re.I)) for side, taken in _SIDES.items()),
    ("against", re.compile(rf"{_WHO}\s+(?:wij(?:st|zen)\s+(?P<about>\S.*?)\s+af|(?P<refused>{_NO_HELP}\S.*?)\s+(?:afwij(?:st|zen)|verwerp(?:t|en)))\W*$", re.I)),
    ("for", re.compile(rf"{_WHO}\s+(?P<about>{_NO_HELP}\S.*?)\s+(?:steun(?:t|en|de|den))\W*$", re.I)),
    ("against", re.compile(rf"{_WHO}(?:{_IS}{_SIDES['against']}|\s+stem\w+\s+tegen|\s+verzet\w*\s+zich\s+tegen|\s+oppos\w+)\s+(?P<about>\S.*)", re.I)),
    ("against", re.compile(rf"{_WHO}\s+(?:wil|willen|wilde|wilden)\s+(?:er\s+)?van\s+(?P<about>\S.*?)\s+af\b", re.I)),
    ("for", re.compile(rf"{_WHO}(?:{_IS}{_SIDES['for']}|\s+stem\w+\s+voor|\s+pleit\w*\s+voor|\s+steun\w*|\s+(?:supports?|backs?|favou?rs?))\s+(?P<about>\S.*)", re.I)),
)  # fmt: skip
_WANTS = re.compile(rf"{_WHO}\s+(?:wil|willen|wilde|wilden|wants?)\s+(?:dat\s+)?(?:er\s+)?(?P<no>geen\s+|no\s+)?(?P<about>\S.*)", re.I)
_CLAUSE = re.compile(r"[,;:]|\b(?:maar|but|terwijl|while)\b", re.I)
_BE = r"\b(?:is|ben|zijn|was|waren|blijf|blijft|blijven|sta|staat|staan|stem|stemt|stemmen|am|are|vote|votes)\s+"
# what may stand between "is" and "voor": whose side it is, and how much; not "er is draagvlak voor"
_SUBJECT = r"(?:(?:ik|wij|we|(?:(?:de|het|the)\s+)?(?-i:[A-Z])[\w-]*)\s+)?"
_HOW = r"(?:(?:ook|wel|zeker|nog|steeds|altijd|helemaal|niet|geen|nooit|juist|dus|echt|zeer|sterk|fel|vurig|principieel|daarom|natuurlijk|hier|daar|er|not|always|firmly|strongly|still|also)\s+){0,3}"
_AGAINST = re.compile(
    rf"{_BE}{_SUBJECT}{_HOW}(?:tegen|against|opposed)\b|\btegenstanders?\b|\b(?:wijs|wijst|wijzen)\b.*\baf\b|\b(?:verwerp\w*|bestrijd\w*|oppos\w*|rejects?)\b"
    r"|\b(?:verzet|verzetten)\b.*\btegen\b|\btegen\b.*\b(?:verzet|verzetten)\b"
    r"|\bnee tegen\b|\b(?:wil|willen|wilde|wilden)\b[^.]*\b(?:van (?:\w+ ){1,3}af\b|vanaf\b(?=\W*(?:$|,)))|\b(?:daar|hier|er)tegen\b|\b(?:wil|willen|wants?)\b[^.]*\bgeen\b|\b(?:ziet|zien|zie)\b[^.]*\bniets in\b|\bniet aan de orde\b|\b(?:ga|gaan|doe|doen) (?:ik|wij|we) (?:dat |het )?niet(?: doen)?\b|\b(?:slecht|geen goed) (?:plan|idee|voorstel)\b",
    re.I,
)
_FOR = re.compile(
    rf"{_BE}{_SUBJECT}{_HOW}(?:voor|in favou?r)\b|\b(?:daar|hier)\s+(?:ben|is|zijn|sta|staat|staan)\s+{_SUBJECT}voor\b|\bvoorstanders?\b"
    r"|\b(?:steunt|steunen|steunde|steunden|(?:ik|wij|we) steun|steun (?:ik|wij|we)|supports?|omarm\w*|toejuich\w*|juichen?|juicht)\b"
    r"|\bpleit\w*\b[^.]*\bvoor\b|\b(?:daar|hier|er)voor\b|\bgoed (?:plan|idee|voorstel)\b",
    re.I,
)
_WISH = re.compile(
    r"\b(?:zou(?:den)? (?:\w+ )*graag|zie[nt]? (?:\w+ )*graag|wil|willen|wens|wenst|wensen|eist|eisen|bepleit|bepleiten|wants?|demands?)\b",
    re.I,
)
# what is to go: whoever says so is against it, and for its going
_TO_GO = re.compile(
    r"\b(?:moet|moeten|wil|willen|must|should)\b.*\b(?P<going>verboden|verbieden|afgeschaft|afschaffen|geschrapt|schrappen|banned|abolished)\b",
    re.I,
)
_GOING = re.compile(r"verb[oi][oe]?d|afschaf|schrap|ban|abol", re.I)
_NOT = re.compile(r"\b(?:niet|geen|nooit|minder|not|no|never|less|fewer)\b", re.I)
_THAT = re.compile(r"\b(?:daar|dat|dit|die|deze|ervoor|ertegen|that|this|it)\b|\b(?:daar|hier|er)(?:voor|tegen|van|mee|in)\b", re.I)
HELD = 0.6  # of the subject, that the clause holds, or the sentence before one that points back
OTHER = 0.5  # … of what it holds, where its head stands with something else: "een hogere prijs voor vlees" is no price of water
HEAD = 5  # letters of the head of a compound: "verbod" of "vuurwerkverbod"
CLOSE = 0.9  # worth from which a word is the head itself
_WITH = frozenset("op van aan voor tegen bij of on for".split())
_NEAR = 5  # words after such a preposition


def side_asked(question: str) -> Sought | None:
    """Whether a question asks who is for or against something, or wants it; and what."""
    either = _BOTH.search(question) or _EACH.search(question)
    if either:
        return _sought(("for", "against"), either)
    for side, pattern in _ASKED:
        if found := pattern.search(question):
            return _sought((side,), found)
    wanted = _WANTS.search(question)
    return _sought(("against" if wanted["no"] else "for",), wanted, wants=True) if wanted else None


def _sought(sides: tuple[Side, ...], found: re.Match[str], *, wants: bool = False) -> Sought:
    about = found["about"] or found["refused"]
    return Sought(sides, about.strip(" ?.!"), re.search(_PARTY, found["who"] or found["any"], re.I) is not None, wants)


def on_side(sought: Sought, found: Search, language: Language, most: int) -> tuple[list[Candidate], bool]:
    """The sentences in which somebody says to be on a side about the subject, the best of each speaker, those for it first; and whether there are more.

    Args:
        sought: which, and on what.
        found: what was retrieved for the question.
        language: of the record.
        most: sentences at most.
    """
    subject = _Subject(sought, found, language)
    best: dict[tuple[Side, str], Candidate] = {}
    for passage in found.passages if subject.terms else ():
        speaker = passage.turn.speaker
        if speaker.role == "chair" or (sought.parties and speaker.party is None):
            continue
        for side, one in _taking(passage, sought, subject):
            key = (side, (speaker.party if sought.parties else speaker.name) or "")
            if one.score > getattr(best.get(key), "score", 0.0):
                best[key] = one
    # members before the government: it is they who are for or against
    order = sorted(best.items(), key=lambda one: (one[1].passage.turn.speaker.role != "member", -one[1].score, one[1].passage.number))
    each = [[c for (taken, _), c in order if taken == side] for side in sought.sides]
    kept = sorted((i, n) for n, own in enumerate(each) for i in range(len(own)))[:most]  # of both sides, where there are too many
    return [c for n, own in enumerate(each) for i, c in enumerate(own) if (i, n) in kept], len(kept) < sum(map(len, each))


class _Subject:
    """What a question asks to be for or against, and how much of it a text names."""

    def __init__(self, sought: Sought, found: Search, language: Language) -> None:
        about = words(sought.about)
        self.language = language
        terms = [t for t in found.terms if not t.verb and set(t.word.split()) <= set(about)]
        if any(is_english_word(t.word) for t in terms):  # a word that the list lacks is no word of the record
            terms = [t for t in terms if is_english_word(t.word) or found.frequency.get(t.stem)]
        self.terms = terms
        self.cover = Cover(terms, found.weight)
        first = about[: next((i for i, word in enumerate(about) if word in _WITH), len(about))]
        self._head = next((t for t in reversed(terms) if t.word in first), None)
        # "het verbod" is the one asked about, where the debate knows no other
        self._alone = self._head is not None and not any(
            self._by_head(p.turn.text[start:end]) == "other" for p in found.passages for start, end in p.sentences
        )

    def share(self, text: str) -> float:
        """How much of the subject a text holds; a compound also as its parts apart, and by its head."""
        own = [stem(w, self.language) for w in words(text)]
        if self._as_one(own):
            return 1.0
        held = self.cover.share([max(a, _apart(t, own)) for t, a in zip(self.terms, self.cover.held(own), strict=True)])
        by_head = self._by_head(text)
        meant = by_head == "own" or (by_head == "alone" and self._alone)
        return max(held, HELD) if held and meant else held * (OTHER if by_head == "other" else 1.0)

    def _as_one(self, own: Sequence[str]) -> bool:
        return bool(self.terms) and any(all(t.stem in one for t in self.terms) for one in own)

    def _by_head(self, text: str) -> Literal["alone", "own", "other"] | None:
        """Whether the head of the subject stands by itself, with its own subject, or with something else ("een verbod op alcohol"); None where it is not there."""
        tokens = words(text)
        for i, one in enumerate(stem(word, self.language) for word in tokens):
            if self._head and (
                self._head.worth(one) >= CLOSE or (len(one) >= HEAD and self._head.stem.endswith(one) and self._head.stem != one)
            ):
                beside = (
                    [stem(w, self.language) for w in tokens[i + 2 : i + 2 + _NEAR]]
                    if tokens[i + 1 : i + 2] and tokens[i + 1] in _WITH
                    else []
                )
                if not beside:
                    return "alone"
                rest = [t.stem.removesuffix(one) for t in self.terms if t is not self._head or t.stem != one]
                own = self.cover.share(self.cover.held(beside)) or any(r and r in b for r in rest for b in beside)
                return "own" if own else "other"
        return None


def _taking(passage: Passage, sought: Sought, subject: _Subject) -> list[tuple[Side, Candidate]]:
    before, taking = 0.0, []
    names = names_of(passage.turn.speaker.party)
    for i, (start, end) in enumerate(passage.sentences):
        text = passage.turn.text[start:end]
        whole = subject.share(text)
        for side in sought.sides if max(whole, before) >= HELD else ():
            held = _held(text, side, subject, before)
            if held and not is_question(text) and not tells_of_others(text, subject.language, names) and not passage.turn.bars(start, end):
                taking.append((side, Candidate(passage, i, held, held)))
        before = whole
    return taking


def _held(text: str, side: Side, subject: _Subject, before: float) -> float:
    """How much of the subject stands in the clause that takes the side; of the sentence before it, where the clause points back."""
    for clause in _CLAUSE.split(text):
        if side == _taken(clause, subject) and _names_it(clause, subject):
            held = max(subject.share(clause), before if _THAT.search(clause) else 0.0)
            if held >= HELD:
                return held
    return 0.0


_TO = re.compile(r"(?<!partij )\b(?:tegen|voor|against|favou?r of|(?:voor|tegen)standers? van)\s+(?=\w)", re.I)
_TAKING = re.compile(r"^(?:(?:de|het|een)\s+)?(?:opname|invoering|komst|terugkeer|behoud|instelling|introductie)\s+van\b", re.I)
_NEXT = re.compile(r"\b(?:op|van|bij|in|voor|tegen|met|aan|over|om|die|dat|of|on|at|for|with|that|which)\b", re.I)


def _names_it(clause: str, subject: _Subject) -> bool:
    """Whether what "for" or "against" is said of is the subject, and not a part of it: "tegen een heffing op kernafval" is not against that waste."""
    to = _TO.search(clause)
    return to is None or subject.share(_NEXT.split(_TAKING.sub("", clause[to.end() :]).strip())[0]) > 0


def _taken(clause: str, subject: _Subject) -> Side | None:
    """The side a clause takes; a negation turns "for" and "against" round, but not "geen kerncentrales willen", which is against already."""
    against, favours = _AGAINST.search(clause), _FOR.search(clause)
    if against:
        plain = re.search(r"\b(?:tegen|against|opposed|\w*tegenstanders?)\b", against.group(), re.I)
        return "for" if plain and _NOT.search(against.group()) else "against"
    if _TO_GO.search(clause) and not favours:
        for_it = any(_GOING.search(t.stem) for t in subject.terms)
        return "for" if for_it != (_NOT.search(clause) is not None) else "against"
    wishes = _WISH.search(clause) and not {"asks", "procedure"} & marks(clause, subject.language).keys()
    if favours or wishes:
        return "against" if _NOT.search(clause) else "for"
    return None


def _apart(term: Term, own: Sequence[str]) -> float:
    """Whether a compound is said in two words: "verbod op consumentenvuurwerk" is a "vuurwerkverbod"."""
    heads = [one for one in own if len(one) >= HEAD and term.stem.endswith(one) and term.stem != one]
    firsts = {head: term.stem.removesuffix(head).removesuffix("s") for head in heads}
    return float(
        any(len(first) >= HEAD - 1 and _short(first) in _short(one) for head, first in firsts.items() for one in own if one != head)
    )


def _short(one: str) -> str:
    """A stem with its long vowels written short, as before an ending: "huur" is in "huren"."""
    return re.sub(r"([aeou])\1", r"\1", one)
