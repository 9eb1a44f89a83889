"""Who asked about what a promise is about: the member's sentences that share its rarer words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.commitments.near import Family, Weights, place, rarity, stems, subject
from rag.commitments.promise import Promise
from rag.exchange import key, same
from rag.leaning import must_lean
from rag.text import is_question
from rag.types import Commitment, Language, Question, Quote, Speaker, Turn
from rag.verify.quotes import spans

WINDOW = 2  # sentences on both sides that belong to a question
SIDE = 0.5  # worth of what stands there
ASKS = 1.3  # worth of a place where something is asked
KIN = 0.6  # worth of "Duitse" where "Duitsland" was said
ENOUGH = 5.0  # the least: two rarer words, or one that hardly anyone says


@dataclass(frozen=True, slots=True)
class Spoken:
    """The place where a member speaks of a subject: sentences first to last of a turn, and how much of the subject they hold."""

    turn: Turn
    first: int
    last: int
    score: float

    @property
    def text(self) -> str:
        """The sentences."""
        whole = spans(self.turn.text)
        return self.turn.text[whole[self.first][0] : whole[self.last][1]]


class Askers:
    """What the members of a meeting asked, searchable by what a promise is about."""

    def __init__(self, turns: Sequence[Turn], language: Language) -> None:
        self.language = language
        spoken = [t for t in turns if t.speaker.role != "chair"]
        self.rare: Weights = rarity(spoken, language)
        self.turns = [t for t in spoken if t.speaker.role == "member"]
        self.government = {t.number for t in spoken if t.speaker.role == "government"}
        self.said = {t.number: [stems(t.text[a:b], language) for a, b in spans(t.text)] for t in self.turns}
        self.family = Family({stem for said in self.said.values() for one in said for stem in one})
        self.speakers = tuple(dict.fromkeys(t.speaker for t in self.turns))

    def question(self, promise: Promise) -> str:
        """What those a promise is for said where they asked about its subject; empty where they hardly spoke of it."""
        worth = self._worth(stems(self._unit(promise.quote), self.language))
        before = [t for t in self.turns if t.number < promise.quote.turn.number and any(same(t.speaker, one) for one in promise.to)]
        found = max((one for t in before if (one := self._place(t, worth))), key=lambda one: one.score, default=None)
        return found.text if found is not None and found.score >= ENOUGH else ""

    def spoken_by(self, members: Sequence[Speaker]) -> set[str]:
        """The stems of all that some members said."""
        return {stem for t in self.turns if any(same(t.speaker, one) for one in members) for said in self.said[t.number] for stem in said}

    def about(self, one: Commitment) -> Weights:
        """The stems a commitment is about and how near they stand: its own words and the list's, what it leans on, what was asked."""
        close: dict[str, float] = {}
        own = [one.quote, *one.more, *([one.listed] if one.listed else []), *([one.asked] if one.asked else [])]
        leans = Promise(one.quote, 0, "other", tuple(s for s in self.speakers for a in one.to if key(s) == (a.name, a.party)))
        replied = [t.text for t in self.turns if any(self._replies(q, t, leans.to) for q in (one.quote, *one.more))]
        held = [(self._unit(one.quote), LEANS), (self.question(leans), ASKED), *((text, REPLIED) for text in replied)]
        held += [(q.text, 1.0) for q in own]
        for text, near in held:
            close.update({stem: max(near, close.get(stem, 0.0)) for stem in stems(text, self.language)})
        return close

    def _unit(self, quote: Quote) -> str:
        """The sentences since the speaker turned to the subject of a quote, at most four, and the quote."""
        return quote.turn.text[spans(quote.turn.text)[self._since(quote)][0] : quote.end]

    def _replies(self, quote: Quote, turn: Turn, to: tuple[Speaker, ...]) -> bool:
        """Whether a sentence still replies to a turn: right before it, or a few turns before it by whom it is for."""
        back = quote.turn.number - turn.number
        breaks_in = back == 1 or bool(self.government & {turn.number - 1, turn.number - 2})
        if not breaks_in or turn.words > SHORT or quote.turn.speaker.role != "government" or not 0 < back <= THREAD or self._since(quote):
            return False
        return back == 1 or any(same(turn.speaker, one) for one in to)

    def _since(self, quote: Quote) -> int:
        at = place(quote)
        return max(subject(quote.turn, at)[0], at - BEFORE)

    def _place(self, turn: Turn, worths: dict[str, float]) -> Spoken | None:
        said = self.said[turn.number]
        worth = [sum(worths[stem] for stem in one if stem in worths) for one in said]
        if not any(worth):
            return None
        whole = spans(turn.text)
        asks = [is_question(turn.text[a:b]) for a, b in whole]
        best: Spoken | None = None
        for i, own in enumerate(worth):
            if not own:
                continue
            first, last = max(0, i - WINDOW), min(len(said) - 1, i + WINDOW)
            around = SIDE * max((worth[j] for j in range(first, last + 1) if j != i), default=0.0)
            score = (own + around) * (ASKS if any(asks[first : last + 1]) else 1.0)
            if best is None or score > best.score:
                best = Spoken(turn, first, last, score)
        return best

    def _worth(self, wanted: frozenset[str]) -> dict[str, float]:
        """What each stem of the members is worth beside these."""
        found = {other: KIN * self.rare.get(other, 0.0) for stem in wanted for other in self.family.of(stem)}
        return found | {stem: self.rare[stem] for stem in wanted if self.rare.get(stem, 0.0) > COMMON}


BEFORE = 4  # sentences that a promise may lean on
# how near to a commitment stands what it leans on, the short question it replies to, and a question among others
LEANS, REPLIED, ASKED = 0.9, 0.8, 0.5
SHORT, THREAD = 100, 4  # words of a question that is replied to, turns within which it is
COMMON = 2.0  # rarity up to which a word is said by everybody


def addressed_by_answer(promised: Sequence[Promise], asked: Sequence[Question]) -> list[Promise]:
    """The promises, and where the record does not say to whom, to the one member whose question is answered there.

    There is the sentence itself; where nobody is answered either, the sentence before it, else the few since the speaker turned to the
    subject; before one that points back ("Dat stuur ik.") goes what it points at.
    """
    unsure = ((p, _answered(p.quote, asked, not p.to) if not p.to or not p.sure else None) for p in promised)
    return [replace(p, to=(who,)) if who else p for p, who in unsure]


def _answered(quote: Quote, asked: Sequence[Question], near: bool) -> Speaker | None:
    whole, at = spans(quote.turn.text), place(quote)
    first = subject(quote.turn, at)[0]
    places = [(at, at), *([(max(first, at - 1), at), (max(first, at - BEFORE), at)] if near else [])]
    if near and must_lean(quote.text) and at > first:
        places.insert(0, (at - 1, at - 1))
    for since, until in places:
        answers = ((q, a) for q in asked for a in q.answers if a.turn.number == quote.turn.number)
        who = {q.quote.turn.speaker for q, a in answers if a.start < whole[until][1] and whole[since][0] < a.end}
        if who:
            return who.pop() if len(who) == 1 else None
    return None
