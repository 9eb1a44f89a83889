"""A question of two halves ("hoeveel … en wanneer …"), and which sentence tells each: one figure does not tell two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.kind import DATE, TERM, Kind, has_number, kind_of
from rag.questions.cues import ASKS_FOR, cue, subject_stems
from rag.restated import announces
from rag.text import content_stems, words
from rag.types import Language, Quote
from rag.verify.quotes import spans

# "hoeveel …, wanneer …, en wie …"; not "of en wanneer", "wat wel en wat niet"
_HALF = re.compile(
    rf"(?<!\bof)\W*\s(?:en|and)\s+(?=(?:(?!hoe|wat|wie)\w+\s+)?{ASKS_FOR}\b(?! (?:niet|not)\b))|,\s+(?={ASKS_FOR}\b[^,;:?]*,?\s(?:en|and)\s+(?:\w+\s+)?{ASKS_FOR}\b)",
    re.I,
)
# "uit welk potje wordt dat betaald", "wie draait daarvoor op"; and what tells it
_WHO_PAYS = re.compile(
    r"\buit welke? \w*(?:pot|middelen|budget|begroting|fonds)|\b(?:wie|hoe|waar\w*|waaruit|uit welk\w*)\b[^,;?]*\b(?:betaal\w*|betaald|bekostig\w*|gefinancierd|financiert|gedekt|dekt|op ?draai\w*|dekking|rekening)\b"
    r"|\bwaar (?:komt|haal\w*) [^,;?]*\bgeld\b",
    re.I,
)
# "1,3 miljoen mensen" is no price
_PRICE = re.compile(r"€|\beuro\b|\b(?:miljoen|miljard|ton)\b(?! \w+(?:en|s)\b)", re.I)
SINCE = re.compile(r"\b(?:sinds|since) (?:\w+ )?\w+", re.I)  # tells not when something comes
COUNTED = re.compile(r"\b(?:hoeveel|how many) (?:er\b|(?:[\w-]+e )?\w{3,}(?:en|s)\b)", re.I)  # "hoeveel kinderen"
TIMES = frozenset({"date", "term"})
# "welke termijn?" "Tot 1 januari 2027."
_UNTIL = re.compile(rf"\b(?:tot|uiterlijk|vóór|voor)\W+(?:\w+\W+){{0,2}}?(?:{DATE.pattern})", re.I)


@dataclass(frozen=True, slots=True)
class Half:
    """One of the questions put in one breath: what kind of thing it asks for, the stems that only it has, and whether it asks who pays or out of what."""

    kind: Kind
    own: frozenset[str]
    paid: bool = False

    def tells(self, text: str, language: Language) -> bool:
        """Whether a sentence tells the figure that is asked for, or who pays; False where neither is asked."""
        if self.kind.name == "date":
            text = SINCE.sub(" ", text)
        return cue("answer", "pays").search(text) is not None if self.paid else self.kind.figure and self.kind.held(text, language)


def asks_figure(asked: str, language: Language) -> bool:
    """Whether what is asked first is a number or a time."""
    return halves(asked, language)[0].kind.figure


def clauses(asked: str) -> list[str]:
    """What is asked, cut before each question word that asks something more: "hoeveel komen er bij", "wanneer zijn die klaar"."""
    return [part for part in _HALF.split(asked.strip()) if words(part)]


@lru_cache(maxsize=4096)
def halves(asked: str, language: Language) -> tuple[Half, ...]:
    """The questions in what is asked: "hoeveel ligplaatsen komen er bij" and "wanneer zijn die klaar"; one where neither asks for a figure.

    Args:
        asked: the sentences that ask.
        language: of the record.
    """
    parts = clauses(asked)
    held = [frozenset(subject_stems(part, language)) for part in parts]
    kinds = [Kind(kind_of(part, language, language).name) for part in parts]
    found = tuple(
        Half(kind, own - frozenset[str]().union(*held[:i], *held[i + 1 :]), _WHO_PAYS.search(part) is not None)
        for i, (part, kind, own) in enumerate(zip(parts, kinds, held, strict=True))
    )
    return found if any(half.kind.figure for half in found) else (Half(Kind("other"), frozenset(content_stems(asked, language))),)


def tied(asked: Sequence[Half], quotes: Sequence[Quote], language: Language) -> list[Quote | None]:
    """For each half the quote that tells it, None for none; each figure of a quote tells one half.

    Args:
        asked: the halves of a question.
        quotes: what may tell them, best first.
        language: of the record.
    """
    left, about = [_Figures(q.text) for q in quotes], [_about(q, language) for q in quotes]
    taken: set[int] = set()
    found: list[Quote | None] = [None] * len(asked)
    for i, half in sorted(enumerate(asked), key=lambda one: not one[1].kind.figure):
        own = [bool(half.own & stems) for stems in about]
        if half.paid:
            found[i] = next((q for q in quotes if cue("answer", "pays").search(q.text)), None)
            continue
        order = sorted(range(len(quotes)), key=lambda j: (not own[j], j in taken))
        price = half.kind.name == "money"
        figure = [
            (half.kind.held(q.text, language) or (half.kind.name == "term" and _UNTIL.search(q.text)))
            and left[j].has(half)
            and (not price or _PRICE.search(q.text))
            for j, q in enumerate(quotes)
        ]
        at = next((j for j in order if (figure[j] if half.kind.figure else own[j] or j not in taken)), None)
        if at is not None:
            left[at].take(half)
            taken.add(at)
            found[i] = quotes[at]
    return found


def half_told(asked: str, quotes: Sequence[Quote], language: Language) -> bool:
    """Whether one half of a question is told by none of the sentences that answer it.

    Args:
        asked: the sentences that ask.
        quotes: those that answer.
        language: of the record.
    """
    parts = halves(asked, language)
    return len(parts) > 1 and None in tied(parts, quotes, language)


def _about(quote: Quote, language: Language) -> frozenset[str]:
    """The stems of a sentence, with those of the one before it where that says what is answered: "Dan de boete. Die is 500 euro."."""
    before = next((quote.turn.text[a:b] for a, b in reversed(spans(quote.turn.text)) if b <= quote.start), "")
    return frozenset(content_stems(f"{before} {quote.text}" if announces(before) else quote.text, language))


class _Figures:
    """The numbers and times of a sentence that tell no half yet."""

    def __init__(self, text: str) -> None:
        self.times = len(DATE.findall(text)) + len(TERM.findall(text))
        counts = [has_number(token) for token in DATE.sub(" ", text).split()]
        self.numbers = sum(one and not before for one, before in zip(counts, [False, *counts], strict=False))  # "5 miljoen" is one

    def has(self, half: Half) -> bool:
        return (self.times if half.kind.name in TIMES else self.numbers) > 0

    def take(self, half: Half) -> None:
        if half.kind.name in TIMES:
            self.times -= 1
        elif half.kind.figure:
            self.numbers -= 1
