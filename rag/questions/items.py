"""Sentences that ask, put together: questions of one speaker on one subject are one item where the speaker treats them so."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from rag.kind import kind_of
from rag.questions.asked import Ask
from rag.questions.cues import ASKS_FOR, cue, subject_stems
from rag.questions.halves import asks_figure
from rag.restated import names_subject
from rag.text import is_question, words
from rag.types import Language, Turn
from rag.verify.quotes import spans

BEFORE = 3  # of them, nearest first, that say what is asked where it only points back
BACK = 6  # sentences before an item that it is searched with
NEAR = 4  # sentences between two that ask, up to which the second may go on with the first
_GOES_ON = re.compile(r"\W*(?:of|en|zo ja|zo nee|dus|or|and|so)\b", re.I)
AND = re.compile(r"\W*(?:en|and)\b", re.I)
_AND_ASKS = re.compile(rf"\W*(?:en|and) (?:\w+ )?{ASKS_FOR}\b", re.I)  # "En in welke maand …?"
_OF_IT = re.compile(r"\b(?:dat|dit|het|die|deze|hen|ze|that|it|this|they|them)\b", re.I)
_OF_WHOM = re.compile(r"\W*\w+\s+(?:hij|zij|ze|he|she)\b", re.I)  # "Heeft hij …?": whoever was asked before
_WHOM = re.compile(r"\b(?:hij|zij|ze|he|she|(?:zijn|haar|his|her) \w+)\b", re.I)
_REACTION = re.compile(r"\W*(?:ook\s+)?graag\b.{0,40}\b(?:reactie|antwoord|toelichting|toezegging)\b.{0,40}\b(?:op|over)\b", re.I)
_OFFICE = re.compile(r"\b(?:minister-president|minister|staatssecretaris|premier|state secretary)\b", re.I)
# "Ik vraag de Minister om …": whole
_ASKED_TO = re.compile(r"\b(?:vraag|verzoek|vroeg|ask)\s+(?:(?:aan|the|de|dan|ook)\s+){0,2}" + _OFFICE.pattern, re.I)
_BREAK = re.compile(
    r"\W*(?:(?:en|maar|voorzitter)\W+)*(?:(?:(?:dank(?:uwel|jewel)?|bedankt)(?: (?:u|je))?(?: wel)?,?\s+)?(?:meneer de |mevrouw de )?voorzitter\W*$|(?:ten |een |het |mijn )?(?:tweede|derde|vierde)\b|dan (?:kom|ga|heb|nog|over|de|het|een|wil)\b"
    r"|mijn (?:laatste|volgende)\b|ook \w+ (?:ik|wij|we)\b|[^,;:?]{0,40}\b(?:tot slot|ten slotte)\b|verder\b|voorts\b|daarnaast\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Item:
    """What one speaker asks on one subject: ``main`` is the sentence that asks, ``rest`` the others.

    ``before``: the statement it points back to, when it cannot be read alone. ``around``: what the speaker said on it
    just before, nearest first; it is searched with, not quoted. ``apart``: that is a question of its own.
    """

    turn: Turn
    main: Ask
    rest: tuple[Ask, ...]
    before: tuple[int, int] | None
    around: tuple[str, ...]
    apart: bool = False

    @property
    def asks(self) -> tuple[Ask, ...]:
        return tuple(sorted((self.main, *self.rest), key=lambda a: a.start))

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands: the turn's number, and the offset of the sentence that asks."""
        return self.turn.number, self.main.start

    def beside(self, other: Item) -> bool:
        """Whether another item is asked in the same paragraph."""
        first, last = sorted((self.place, other.place))
        return first[0] == last[0] and "\n" not in self.turn.text[first[1] : last[1]]

    @property
    def offices(self) -> frozenset[str]:
        """The offices it is put to: named where it asks, or before that, where "hij" or "zij" is asked; empty when it does not say so."""
        found = frozenset(one for a in self.asks for one in offices(a.text))
        if found or not any(map(_WHOM.search, (a.text for a in self.asks))):
            return found
        text = self.turn.text
        before = [offices(text[a:b]) for a, b in spans(text) if b <= self.asks[0].start]
        return frozenset(next(filter(None, reversed(before)), ()))

    @property
    def bare(self) -> bool:
        """Whether no sentence of it has a subject of its own."""
        return all(a.tail or a.lead for a in self.asks)

    @property
    def asked(self) -> str:
        """The sentences that ask, as one text."""
        return " ".join(a.text for a in self.asks)

    @property
    def texts(self) -> list[str]:
        """The sentences that ask, and those around them."""
        return [*(a.text for a in self.asks), *self.around]

    @property
    def wanted(self) -> list[str]:
        """The sentences that say what is asked: what stands before too where a question only points back ("Dat is mijn vraag.")."""
        return [*(a.text for a in self.asks), *(self.around[:BEFORE] if self.bare else ())]

    @property
    def points_back(self) -> bool:
        """Whether what stands before it tells what it asks of: "Is de minister bereid om dit te bekijken?"."""
        return self.bare or any(leans(a.text) or cue("thin", "anaphora").search(a.text) for a in self.asks)

    def kind(self, language: Language) -> str:
        """What kind of thing it asks for: an amount, a date …"""
        return kind_of(self.asked, language, language).name


def leans(text: str) -> bool:
    """Whether a sentence points back at what was said before it: "Hoe kijkt de minister daarnaar?"."""
    return _POINTS_BACK.search(text) is not None


def near(item: Item) -> list[str]:
    """What stands around an item on its own subject: from where the speaker begins it ("Daarnaast maak ik me zorgen over …") on."""
    if any(still_open(a.text) for a in item.asks):
        return []  # it says itself what it is on
    begins = next((i for i, text in enumerate(item.around) if _BREAK.match(text)), len(item.around))
    return list(item.around[: begins + 1])


_COMPOUND = r"(?:daar|hier|er)(?:van|voor|over|op|in|bij|na|mee|tegen|tegenaan|toe|aan|door|uit|naar)"
# "daarvan", "er … in"
_POINTS_BACK = re.compile(
    rf"\b{_COMPOUND}\b|\b(?:er|daar|hier)\b(?! (?:met|voor|van|bij|op|over|in|aan|een|geen|genoeg)\b)(?:\s+\w+){{1,4}}\s+(?:van|voor|over|op|in(?! totaal)|bij|mee|tegen|aan|uit|toe)\b"
    r"(?! (?:de|het|een|die|deze|dit|onze|ons|uw|hun|zijn|haar)\b)",
    re.I,
)
# "Hoeveel daarvan …?", "Is dat de hoek …?", "Kan dit dan …?", "Krijgt die een boete?", "Dan … dus?"
_BACK_AT_ONCE = re.compile(
    rf"\W*(?:(?:maar|en|of)\s+)?(?!wat\b)[a-z]+t\s+(?:die|deze|dat|dit)\b|\W*(?:maar\s+)?(?:\w+\s+){{0,2}}{_COMPOUND}\b|\W*(?:maar\s+)?(?:is|kan|moet|wordt|zal|gaat|hoe kan|was|waarom is)\s+(?:dat|dit|het(?=\W+(?:dan|nou|nu|ook|wel|niet|dus|nog|echt)\b))\b|\W*dan\b",
    re.I,
)
_ALSO = re.compile(r"\W*(?:\w+\s+){0,5}ook\b", re.I)
_LEANS = re.compile(r"\W*(?:dat|dit|die|deze)\b", re.I)
# "Ik zeg het de heer X na."
_TO_COLLEAGUE = re.compile(r"\W*(?:\w+ ){0,2}?(?:[Ii]k|[Ww]ij|[Ww]e)\b[^,.:;?]*?\b(?:de heer|mevrouw|meneer|collega) [A-Z]")
# "Wat vindt de minister ervan dat ziekenhuizen sluiten?" points at what comes after it
_AHEAD = re.compile(r"\b(?:er|daar)(?:van|over|aan|toe|op|voor|mee|in|uit|tegen|bij)\b[^?]*\b(?:dat|om|of)\b", re.I)
FRAGMENT = 3  # words of a question without a verb
SHORT = 5  # words of a question that leans on the one before
FEW, SOME, MANY = 2, 6, 10  # content words up to which a sentence that points back has no subject of its own


def items(asks: Sequence[Ask], language: Language) -> list[Item]:
    """Puts asks together into items, in spoken order."""
    groups: list[list[Ask]] = []
    apart: dict[int, Ask] = {}  # the question before it, where a group asks apart from that one
    for ask in asks:
        last = groups[-1] if groups and groups[-1][0].turn is ask.turn else None
        if not last or not _goes_on(last, ask, language):
            groups.append([ask])
        elif _apart(last[-1], ask, language):
            apart[len(groups)] = last[-1]
            groups.append([replace(ask, tail=False)])
        else:
            last.append(ask)
    asking = {(a.turn.number, a.sentence) for group in groups for a in group}
    return [
        _item(group, asking, language, apart.get(i))
        for i, group in enumerate(groups)
        if not all(a.lead for a in group) or len(_stems(group[0], language)) > FEW
    ]


def _goes_on(group: Sequence[Ask], ask: Ask, language: Language) -> bool:
    last = group[-1]
    between = [ask.turn.text[a:b] for a, b in spans(ask.turn.text)[last.sentence + 1 : ask.sentence]]
    gap = ask.sentence - last.sentence - 1
    if gap > NEAR or any(_BREAK.match(s) or names_subject(s) for s in between):
        return False
    if "\n" in ask.turn.text[last.end : ask.start]:
        return last.lead and gap == 0
    if last.lead:
        return True
    if _BREAK.match(ask.text):
        return False
    mine = _stems(ask, language)
    shared = mine & {s for a in group for s in _stems(a, language)}
    if len(shared) >= 2 and len(shared) * 2 >= len(mine):  # half its subject, at least
        return True
    if any(_anew(group, s, language) for s in between):
        return False
    return gap < 3 or not is_question(ask.text) if ask.tail else _elaborates(group, ask, gap, language)


def _anew(group: Sequence[Ask], text: str, language: Language) -> bool:
    """Whether a statement after what was asked brings up something else: "(Hoeveel dieren zijn er gedood?) De SGP wil dat een wolf kan worden afgeschoten."."""
    own = set(subject_stems(text, language))
    return len(own) >= FEW and own.isdisjoint({s for a in group for s in _stems(a, language)}) and not (leans(text) or _LEANS.match(text))


def _elaborates(group: Sequence[Ask], ask: Ask, gap: int, language: Language) -> bool:
    """Whether a sentence works out what was asked just before: by what it begins with, or by what it points back at."""
    last, text = group[-1], ask.text
    to_government = bool(cue("who", "government").search(text))
    asks = bool(cue("request", "asks").search(text))
    mine = _stems(ask, language)
    if cue("request", "hopes").search(text) and not is_question(text) and gap <= 1:
        return True
    if _turns(group, ask, language) or (still_open(text) and mine and mine.isdisjoint(s for a in group for s in _stems(a, language))):
        return False
    if all(len(words(a.text)) <= FRAGMENT for a in group) and gap <= 1 and is_question(text):
        return True  # "En mijn stad? Hoeveel gaat er naar het oosten?"
    if gap == 0 and leans(text) and not _AHEAD.search(text) and len(mine) <= FEW and cue("request", "asks").search(last.text):
        return True  # "Mijn vraag is of zij daarnaar wil kijken. Wil de minister daar aandacht aan schenken?"
    if gap == 0 and not _ALSO.match(text):
        if _GOES_ON.match(text) and not asks:
            return True
        if is_question(text) and (all(a.tail for a in group) or (cue("request", "asks", "wants").search(last.text) and not to_government)):
            return True
        if not is_question(text) and not is_question(last.text):
            return True
    if asks:
        return gap == 0 and len(mine) <= FEW and bool(cue("thin", "anaphora").search(text))
    if _BACK_AT_ONCE.match(text):
        return gap <= 2 and len(mine) <= MANY
    return (
        gap <= 1
        and len(mine) <= SOME
        and (leans(text) or (len(words(text)) <= SHORT and not (len(mine) >= FEW and asks_figure(text, language))))
        and not to_government
    )


def _turns(group: Sequence[Ask], ask: Ask, language: Language) -> bool:
    """Whether a sentence asks about a subject of its own: it names one, and shares at most a word of it.

    "En wanneer rijdt de eerste nachttrein?", "Heeft hij met Natuurmonumenten gesproken?", "Graag een reactie op de kritiek van de gemeente."
    """
    to, before = offices(ask.text), {one for a in group for one in offices(a.text)}
    if to and before and not to & before:
        return True  # "Van de Staatssecretaris wil ik weten … En van de Minister hoor ik graag …"
    mine = _stems(ask, language)
    theirs = {s for a in group for s in _stems(a, language)}
    last = group[-1]
    requested = not is_question(last.text) and not last.lead and bool(_ASKED_TO.search(last.text)) and not mine & theirs
    asks = is_question(ask.text) and (requested or AND.match(ask.text) or _OF_WHOM.match(ask.text))
    own = len(mine) >= FEW and not leans(ask.text) and len(mine & theirs) * 3 <= len(mine)
    return own and bool(asks or (_REACTION.match(ask.text) and not cue("thin", "anaphora").search(ask.text)))


# "En ik hoor graag waar een boer met die schade terechtkan."
_HEARS = re.compile(
    r"\W*(?:en |ook )?(?:ik|wij|we) (?:hoor|horen|verneem|vernemen|(?:zou|zouden|wil|willen) (?:ook |nog )?graag (?:horen|weten|vernemen))\b[^,;:?]*\b(?:waar\w*|hoe\w*|wie|wat|welke?|wanneer)\b",
    re.I,
)


def _apart(last: Ask, ask: Ask, language: Language) -> bool:
    """Whether one of two questions asks for a figure, and the other for something else: no answer to the one is one to the other.

    "Hoeveel zwembaden sluiten er? En welke rol ziet hij daarbij voor de provincies?"
    """
    mine = _stems(ask, language)
    another = (is_question(ask.text) and _AND_ASKS.match(ask.text)) or (len(mine) > 1 and _HEARS.match(ask.text))
    asks = is_question(last.text) and another and mine and mine.isdisjoint(_stems(last, language))
    of_it = len(mine) < FEW and _OF_IT.search(ask.text)  # "En waardoor komt dat?"
    return bool(asks and not of_it) and asks_figure(ask.text, language) != asks_figure(last.text, language)


def offices(text: str) -> set[str]:
    """The offices a sentence names: of whom it is asked."""
    return {found.lower() for found in _OFFICE.findall(text)}


def _stems(ask: Ask, language: Language) -> set[str]:
    return set(subject_stems(ask.text, language))


def _item(group: Sequence[Ask], asking: Set[tuple[int, int]], language: Language, after: Ask | None) -> Item:
    """``after``: the question before it, where it is asked apart from that: all that it can point back at."""
    plain = [a for a in group if not a.tail and not a.lead]
    # "Ik miste nog iets over het platteland. Komt er een fonds?" asks for the fund
    main = next(
        (a for a in plain if not still_open(a.text) and not (still_open(plain[0].text) and AND.match(a.text))),
        next((a for a in (*plain, *group) if not a.lead), group[0]),
    )
    rest = tuple(a for a in group if a is not main)
    text = main.turn.text
    # what stands by itself first
    before = sorted(
        _statements(group[0], language), key=lambda s: bool(_LEANS.match(text[s[0] : s[1]]) or _TO_COLLEAGUE.match(text[s[0] : s[1]]))
    )
    bare = all(a.tail or a.lead for a in group)
    # "Waarom stopt de minister daarmee?"
    thin = (
        len(_stems(main, language)) <= FEW
        and bool(leans(main.text) or cue("thin", "anaphora").search(main.text))
        and not is_question(text[slice(*before[0])] if before else "")
    )
    # a question before it has an answer of its own; "Ik hoorde nog niets over het gesprek." says what the next is about
    others = {(a, b) for number, i in asking if number == main.turn.number for a, b in spans(text)[i : i + 1] if not still_open(text[a:b])}
    mine = {a.sentence for a in group}
    between = [s for i, s in enumerate(spans(text)) if group[0].sentence < i < group[-1].sentence and i not in mine]
    around = [text[a:b] for a, b in [*between, *(s for s in before if s not in others or bare)]]
    told = next((s for s in before if s not in others), None)
    if after is not None:
        return Item(main.turn, main, rest, None, (after.text,) if leans(main.text) else (), apart=True)
    return Item(main.turn, main, rest, told if bare or thin else None, tuple(around))


def still_open(sentence: str) -> bool:
    """Whether a sentence only says that something was not answered yet."""
    return cue("request", "unanswered").search(sentence) is not None and not is_question(sentence)


def _statements(ask: Ask, language: Language) -> list[tuple[int, int]]:
    """The sentences before an ask on the same subject, nearest first."""
    text = ask.turn.text
    found: list[tuple[int, int]] = []
    for start, end in reversed(spans(text)[: ask.sentence]):
        short = _BREAK.match(text[start:end]) and not subject_stems(text[start:end], language)
        if "\n" in text[start : ask.start] or len(found) >= BACK or short:
            break
        found.append((start, end))
    return found
