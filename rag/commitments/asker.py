"""Who asked about what a promise is about: the member's sentences that share its rarer words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.commitments.near import Family, Weights, generic, place, rarity, stems, subject
from rag.commitments.promise import LIKELY, Promise
from rag.exchange import key, same
from rag.restated import names_subject
from rag.text import is_question
from rag.types import Commitment, Language, Quote, Speaker, Turn
from rag.verify.quotes import spans

WINDOW = 2  # sentences on both sides that belong to a question
SIDE = 0.5  # worth of what stands there
ASKS = 1.3  # worth of a place where something is asked
KIN = 0.6  # worth of "Duitse" where "Duitsland" was said
CLEAR = 1.5  # how many times better than the next member's
ENOUGH = 5.0  # the least: two rarer words, or one that hardly anyone says


@dataclass(frozen=True, slots=True)
class Question:
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
        found = max(self._best(promise, promise.to).values(), key=lambda q: q.score, default=None) if promise.to else None
        return found.text if found is not None and found.score >= ENOUGH else ""

    def asker(self, promise: Promise) -> Speaker | None:
        """The one member who clearly asked about the subject of a promise, else None."""
        ranked = sorted(self._best(promise, ()).values(), key=lambda q: -q.score)
        if not ranked or ranked[0].score < ENOUGH or (len(ranked) > 1 and ranked[0].score < CLEAR * ranked[1].score):
            return self._asked_alone(promise) if promise.strength >= LIKELY else None
        return ranked[0].turn.speaker

    def _asked_alone(self, promise: Promise) -> Speaker | None:
        """The one member whose question clearly has most of the rarer words of a promise, or of what one of few words leans on."""
        text, whole = promise.quote.turn.text, spans(promise.quote.turn.text)
        at = place(promise.quote)
        wanted = self._telling(text[slice(*whole[at])]) or self._telling(text[slice(*whole[max(0, at - 1)])])
        shared: dict[Speaker, float] = {}
        for turn in self.turns:
            for (a, b), said in zip(spans(turn.text), self.said[turn.number], strict=True):
                if turn.number < promise.quote.turn.number and wanted & said and is_question(turn.text[a:b]):
                    shared[turn.speaker] = max(shared.get(turn.speaker, 0.0), sum(self.rare[s] for s in wanted & said))
        ranked = sorted(shared, key=lambda who: -shared[who])
        least = 0.0 if names_subject(text[slice(*whole[at])]) else ENOUGH  # "Over de haas …" is about one thing
        clear = bool(ranked) and shared[ranked[0]] >= max(least, *(CLEAR * shared[who] for who in ranked[1:2]), 0.0)
        return ranked[0] if clear else None

    def _telling(self, sentence: str) -> frozenset[str]:
        return frozenset(s for s in stems(sentence, self.language) - generic(self.language) if self.rare.get(s, 0.0) > COMMON)

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

    def _best(self, promise: Promise, of: tuple[Speaker, ...]) -> dict[tuple[str, str | None], Question]:
        """For each member the place that shares most with the subject of a promise."""
        worth = self._worth(self._subject(promise))
        found: dict[tuple[str, str | None], Question] = {}
        for turn in self.turns:
            if turn.number >= promise.quote.turn.number or (of and not any(same(turn.speaker, one) for one in of)):
                continue
            one = self._place(turn, worth)
            held = found.get(key(turn.speaker))
            if one is not None and (held is None or one.score > held.score):
                found[key(turn.speaker)] = one
        return found

    def _subject(self, promise: Promise) -> frozenset[str]:
        return stems(self._unit(promise.quote), self.language)

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

    def _place(self, turn: Turn, worths: dict[str, float]) -> Question | None:
        said = self.said[turn.number]
        worth = [sum(worths[stem] for stem in one if stem in worths) for one in said]
        if not any(worth):
            return None
        whole = spans(turn.text)
        asks = [is_question(turn.text[a:b]) for a, b in whole]
        best: Question | None = None
        for i, own in enumerate(worth):
            if not own:
                continue
            first, last = max(0, i - WINDOW), min(len(said) - 1, i + WINDOW)
            around = SIDE * max((worth[j] for j in range(first, last + 1) if j != i), default=0.0)
            score = (own + around) * (ASKS if any(asks[first : last + 1]) else 1.0)
            if best is None or score > best.score:
                best = Question(turn, first, last, score)
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


def addressed_by_subject(promised: Sequence[Promise], askers: Askers) -> list[Promise]:
    """The promises, and where the record does not say to whom, to the member who clearly asked about their subject."""
    found = []
    for promise in promised:
        who = askers.asker(promise) if not promise.to else None
        asked = promise.asked if who is None or promise.asked is None or same(promise.asked.speaker, who) else None
        found.append(promise if who is None else replace(promise, to=(who,), asked=asked))
    return found
