"""Which sentences of the government answer a question: those to whoever asked it, on the same words; or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from rag.exchange import ANSWERING, Exchange, Key, key, same
from rag.exchange import cue as exchange_cue
from rag.kind import DATE, TERM, has_number
from rag.questions.cues import cue, thin
from rag.questions.items import Item
from rag.questions.passages import Floats, Passage, Passages
from rag.questions.quoted import quoted
from rag.text import content_stems, is_question
from rag.types import Language, Quote, Speaker
from rag.verify.quotes import spans

Status = Literal["answered", "partly", "open"]

# Weighed on two debates with labels; on both, figures hardly move in the neighbourhood of these.
AROUND = 0.7  # what was said just before a question counts for less than the question itself, the further the less
TO_ASKER, TO_OTHER = 1.3, 0.7  # an answer to whoever asked is worth more, one to somebody else less
WHOLE = 0.6  # how a passage is weighed: all of it, against its best sentence
LONG = 0.01  # a long passage holds many words by chance
THIN = 0.15  # what "reactie" and "bereid" are worth
POWER = 2.0  # how much more rare words weigh
NEAR = 0.07  # below it no passage scores near and a question is open
FAR, RIVAL = 0.1, 0.3  # so it is when the best passage holds less than FAR of its own words, and goes far better with another
LATER = 0.15  # from here a later passage is the answer a reply put off
ALIKE = 0.85  # a passage in another turn that scores nearly as well as the best is shown beside it
FIRST = 3  # sentences in which a reply says yes or no
SOON = 5  # sentences in which it says that it puts the question off
TAKES_OVER = 40  # words of the chair after which what the government says is no reply to the interruption any more
REPLY = 10.0  # the reply to an interruption goes before everything else
KEPT = 20  # passages looked at per item


@dataclass(frozen=True, slots=True)
class Reply:
    """What answers a question: nothing when it is open."""

    status: Status
    quotes: tuple[Quote, ...] = ()


class Answers:
    """Everything the government said in a debate, ready to be searched for answers.

    Args:
        debate: from `rag.exchange.exchange`.
        items: all that was asked; they vie for the passages.
        language: of the record.
    """

    def __init__(self, debate: Exchange, items: Sequence[Item], language: Language) -> None:
        self.debate = debate
        self.passages = Passages(debate, language)
        self._order = {place.turn.number: i for i, place in enumerate(debate.places)}
        self._turns = np.array([p.turn.number for p in self.passages.all], dtype=int)
        self._parts = np.array([p.part for p in self.passages.all], dtype=int)
        self._sizes = np.array([len(p.sentences) for p in self.passages.all], dtype=float)
        self._worth: dict[Key, Floats] = {}
        self._tops = np.zeros(len(self.passages.all))
        self._reminders = self._reminded(items)
        self._ranked = {item.place: self._rank(item) for item in items}

    def to(self, item: Item) -> Reply:
        """The answer to an item: the reply to an interruption, else the passage that scores best."""
        ranked, held = self._ranked[item.place]
        best = next(((score, i) for score, i in ranked if quoted(self.passages.all[i], held)), None)
        if best is None or self._open(item, *best):
            return Reply("open")
        score, at = best
        reply, quotes = score >= REPLY, quoted(self.passages.all[at], held)
        second = self._second(item, score, at)
        shown = f"{self._opening(at, FIRST) if reply else ''} {' '.join(q.text for q in quotes)}"
        if cue("answer", "owes").search(shown) and not any(map(_LATER.search, _wanted(item))):
            return Reply("open")
        status = self._settled(item, at, quotes, reply)
        if status == "open":
            return Reply("open")
        if second is None:
            put_off = reply and cue("answer", "deferred").search(self._opening(at, SOON)) and not any(map(_LATER.search, _wanted(item)))
            return Reply("partly" if put_off else status, quotes)
        more = quoted(self.passages.all[second], held)
        return Reply("answered", quotes[:1] + more) if reply else Reply(status, quotes + more[:1])

    def _second(self, item: Item, score: float, at: int) -> int | None:
        """Another passage that answers: what a reply put off, or, in another turn, what scores nearly as well."""
        ranked, held = self._ranked[item.place]
        passage, reply = self.passages.all[at], score >= REPLY
        if reply and not cue("answer", "deferred").search(_text(passage)):
            return None
        least = LATER if reply else score * ALIKE
        for other, i in ranked:
            one = self.passages.all[i]
            if other < least:
                return None
            if (
                other < REPLY
                and one.turn is not passage.turn
                and (_for(item.turn.speaker, one) or (reply and not one.to))
                and quoted(one, held)
            ):
                return i
        return None

    def own(self, item: Item, at: int) -> float:
        """The share of an item's own words that the best sentence of a passage holds; what stands around it left out.

        Of several questions the one that is held best: who answers one of them has not left the item open.
        """
        around = list(item.around[:1]) if item.bare else []
        shares = [self._share([a.text], at) for a in item.asks if not (a.tail or a.lead)]
        return max([self._share([*(a.text for a in item.asks), *around], at), *shares])

    def _share(self, texts: Sequence[str], at: int) -> float:
        _, _, best = self.passages.held(self.passages.weights([(t, 1.0) for t in texts], THIN, POWER))
        return float(best[at])

    def _open(self, item: Item, score: float, at: int) -> bool:
        """Whether even the best passage is none: hardly a word of the question in it, and it goes far better with another."""
        return score < NEAR or (score < RIVAL * float(self._tops[at]) and self.own(item, at) < FAR)

    def _settled(self, item: Item, at: int, quotes: Sequence[Quote], reply: bool) -> Status:
        """Whether what answers an item answers all of it, as far as words tell.

        Partly: what is put off ("kan ik nu nog niet zeggen"), when is asked and no time is told, and a yes or no that is asked of the
        reply to an interruption and is not given.
        """
        passage = self.passages.all[at]
        shown = " ".join(q.text for q in quotes)
        if cue("answer", "unsettled").search(f"{self._opening(at, SOON) if reply else ''} {shown}"):
            return "partly"
        if any(_WHEN.search(a.text) for a in item.asks) and not (DATE.search(_text(passage)) or TERM.search(_text(passage))):
            return "partly" if reply or self.own(item, at) >= FAR else "open"
        counts = all(_HOW_MANY.search(a.text) for a in item.asks) and not has_number(_text(passage))
        if counts and not reply and not _for(item.turn.speaker, passage):
            return "open"
        agree = any(cue("request", "agree").search(a.text) for a in item.asks)
        return "partly" if reply and agree and not cue("answer", "settled").search(f"{self._opening(at, FIRST)} {shown}") else "answered"

    def _opening(self, at: int, size: int) -> str:
        """The first sentences of a passage."""
        passage = self.passages.all[at]
        return " ".join(passage.turn.text[a:b] for a, b in passage.sentences[:size])

    def _rank(self, item: Item) -> tuple[list[tuple[float, int]], Floats]:
        """The best passages after an item, by their place in `Passages.all`; and the share of its words each sentence holds."""
        texts = [(a.text, 1.0) for a in item.asks]
        texts += [(t, AROUND * (2 if item.bare else 1) / (1 + i)) for i, t in enumerate(item.around)]
        held, whole, best = self.passages.held(self.passages.weights(texts, THIN, POWER))
        scores = (WHOLE * whole / (1 + LONG * self._sizes) + (1 - WHOLE) * best) * self._worth_to(item.turn.speaker)
        scores[(self._turns <= item.turn.number) | (self._parts != self.debate.place(item.turn.number).part)] = 0.0
        self._tops = np.maximum(self._tops, scores)
        for i in self._replies(item):
            scores[i] = REPLY + scores[i] / (1 + self._turns[i] - item.turn.number)
        order = np.lexsort((np.arange(len(scores)), -scores))[:KEPT]
        return [(float(scores[i]), int(i)) for i in order if scores[i] > 0], held

    def _worth_to(self, asker: Speaker) -> Floats:
        """What each passage is worth to an asker, given whom it is for."""
        if key(asker) not in self._worth:
            worth = [TO_ASKER if _for(asker, p) else TO_OTHER if p.to else 1.0 for p in self.passages.all]
            self._worth[key(asker)] = np.array(worth, dtype=float)
        return self._worth[key(asker)]

    def _reminded(self, items: Sequence[Item]) -> dict[tuple[int, int], int]:
        """For an item its asker later says was not answered ("Ik hoor niets over …"), the place of that interruption."""
        found: dict[tuple[int, int], int] = {}
        for at, place in enumerate(self.debate.places):
            turn = place.turn
            said = [turn.text[a:b] for a, b in spans(turn.text)] if place.interrupts else []
            stems = {s for text in said if cue("request", "unanswered").search(text) for s in self._subject(text)}
            theirs = [i for i in items if stems and i.turn.number < turn.number and same(i.turn.speaker, turn.speaker)]
            shared = {i.place: len(stems & {s for a in i.asks for s in self._subject(a.text)}) for i in theirs}
            if max(shared.values(), default=0) * 2 >= len(stems) > 0:
                found[max(shared, key=lambda place: (shared[place], place))] = at
        return found

    def _subject(self, text: str) -> set[str]:
        return set(content_stems(text, self.passages.language)) - thin(self.passages.language)

    def _replies(self, item: Item) -> list[int]:
        """What the government says right after an interruption, until another member speaks or the speech goes on."""
        return self._replies_to(self._order[item.turn.number]) or self._replies_to(self._reminders.get(item.place, -1))

    def _replies_to(self, at: int) -> list[int]:
        """The replies to an interruption, by its place in the debate."""
        if at < 0:
            return []
        asker = self.debate.places[at].turn.speaker
        place = self.debate.places[at]
        if not place.interrupts or place.floor is None or place.floor.role not in ANSWERING:
            return []
        found: list[int] = []
        for after in self.debate.places[at + 1 :]:
            speaker, text = after.turn.speaker, after.turn.text
            if speaker.role == "member" and (found or not same(speaker, asker)):
                break
            if speaker.role == "chair" and (exchange_cue("chair", "resume").search(text) or (found and after.turn.words > TAKES_OVER)):
                break
            if speaker.role in ANSWERING:
                passages = self.passages.of(after.turn.number)
                if all(_no_answer_yet(text[a:b]) for i in passages for a, b in self.passages.all[i].sentences):
                    continue
                found += passages[:1]
                if len(passages) > 1:
                    break
        return found


_HOW_MANY = re.compile(r"\bhoeveel\b|\bhow (?:many|much)\b", re.I)
# asked at the start of a clause; "wanneer" in the middle of one is "als"
_WHEN = re.compile(
    rf"(?:^|[,:;—–-]|\b(?:en|of|maar|dan|dus|is|weten|horen|benieuwd|vragen|vraag|aan|wel))\W*(?:{cue('request', 'when').pattern})", re.I
)
# what asks for a letter or a time is answered by one
_LATER = re.compile(rf"\b(?:brief|schriftelijk|informeren|geïnformeerd|terug\w*|letter|written)\b|{_WHEN.pattern}", re.I)


def _wanted(item: Item) -> list[str]:
    """The sentences that say what is asked: what stands before too where a question only points back ("Dat is mijn vraag.")."""
    return [*(a.text for a in item.asks), *(item.around[:FIRST] if item.bare else ())]


def _no_answer_yet(sentence: str) -> bool:
    """A question back ("Gaat het nu over …?"), or a word that the question has not been heard or comes later."""
    return is_question(sentence) or bool(cue("answer", "not_yet").search(sentence))


def _text(passage: Passage) -> str:
    return " ".join(passage.turn.text[a:b] for a, b in passage.sentences)


def _for(asker: Speaker, passage: Passage) -> bool:
    """Whether a passage is for whoever asked."""
    return any(same(s, asker) for s in passage.to)
