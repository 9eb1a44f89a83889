"""Which sentences of the government answer a question: those to whoever asked it, on the same words; or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rag.exchange import ANSWERING, Exchange, Place
from rag.exchange import cue as exchange_cue
from rag.questions.cues import cue
from rag.questions.items import Item
from rag.questions.passages import Floats, Passage, Passages, announces
from rag.text import is_question, words
from rag.types import Language, Quote
from rag.verify.quotes import holds

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
FIRST = 3  # sentences in which a reply says that it is none yet, or says yes or no
REPLY = 10.0  # the reply to an interruption goes before everything else
OPENING = 4  # first sentences of a passage in which it is said whose question it answers
SOON, ASIDE = 0.3, 0.2  # what an early sentence is worth, and what an aside loses, next to the words it holds
ENOUGH = 0.3  # a second sentence is shown when it scores at least this share of the first
SHOWN = 2  # sentences shown as an answer


@dataclass(frozen=True, slots=True)
class Reply:
    """What answers a question: nothing when it is open."""

    status: Status
    quotes: tuple[Quote, ...] = ()
    score: float = 0.0


class Answers:
    """Everything the government said in a debate, ready to be searched for answers."""

    def __init__(self, debate: Exchange, items: Sequence[Item], language: Language) -> None:
        self.debate = debate
        self.passages = Passages(debate, language)
        self._ranked = {item.place: self._rank(item) for item in items}
        self._tops: dict[Passage, float] = {}
        for ranked, _ in self._ranked.values():
            for score, passage in ranked:
                self._tops[passage] = max(self._tops.get(passage, 0.0), score % REPLY)

    def to(self, item: Item) -> Reply:
        """The answer to an item: the reply to an interruption, else the passage that scores best."""
        ranked, held = self._ranked[item.place]
        replies = self._replies(self.debate.place(item.turn.number))
        best = next(((score, p) for score, p in ranked if _quotes(p, held)), None)
        if best is None or self._open(item, *best, replies):
            return Reply("open")
        score, passage = best
        quotes, reply = _quotes(passage, held), passage in replies
        second = self._second(item, score, passage, replies)
        if second is not None:
            more = _quotes(second, held)
            if reply:
                return Reply("answered", quotes[:1] + more, score)
            return Reply(self._settled(item, passage, quotes, reply), quotes + more[:1], score)
        return Reply(self._settled(item, passage, quotes, reply), quotes, score)

    def _second(self, item: Item, score: float, passage: Passage, replies: list[Passage]) -> Passage | None:
        """Another passage that answers: what a reply put off, or, in another turn, what scores nearly as well."""
        ranked, held = self._ranked[item.place]
        others = [(s, p) for s, p in ranked if p not in replies and p.turn is not passage.turn and _for(item, p) and _quotes(p, held)]
        if not others:
            return None
        if passage in replies and not cue("answer", "deferred").search(_text(passage)):
            return None
        return others[0][1] if others[0][0] >= (LATER if passage in replies else score * ALIKE) else None

    def own(self, item: Item, passage: Passage) -> float:
        """The share of an item's own words that the best sentence of a passage holds; what stands around it left out."""
        texts = [a.text for a in item.asks] + (list(item.around[:1]) if item.bare else [])
        held, _ = self.passages.held(self.passages.weights([(t, 1.0) for t in texts], THIN, POWER))
        return float(held[passage.first : passage.first + len(passage.sentences)].max())

    def _open(self, item: Item, score: float, passage: Passage, replies: list[Passage]) -> bool:
        """Whether even the best passage is none: hardly a word of the question in it, and it goes far better with another."""
        if passage in replies:
            return False
        return score < NEAR or (self.own(item, passage) < FAR and score < RIVAL * self._tops.get(passage, 0.0))

    def _settled(self, item: Item, passage: Passage, quotes: Sequence[Quote], reply: bool) -> Status:
        """Whether what answers an item answers all of it, as far as words tell."""
        first = " ".join(passage.turn.text[a:b] for a, b in passage.sentences[:FIRST]) if reply else ""
        said = f"{first} {' '.join(q.text for q in quotes)}"
        if cue("answer", "unsettled").search(said):
            return "partly"
        agree = any(cue("request", "agree").search(a.text) for a in item.asks)
        return "partly" if reply and agree and not cue("answer", "settled").search(said) else "answered"

    def _rank(self, item: Item) -> tuple[list[tuple[float, Passage]], Floats]:
        """The passages after an item, best first; and the share of its words each sentence of the government holds."""
        texts = [(a.text, 1.0) for a in item.asks]
        texts += [(t, AROUND * (2 if item.bare else 1) / (1 + i)) for i, t in enumerate(item.around)]
        held, whole = self.passages.held(self.passages.weights(texts, THIN, POWER))
        place = self.debate.place(item.turn.number)
        replies = self._replies(place)
        found: list[tuple[float, Passage]] = []
        for i, passage in enumerate(self.passages.all):
            if passage.turn.number <= item.turn.number or passage.part != place.part:
                continue
            size = len(passage.sentences)
            best = float(held[passage.first : passage.first + size].max())
            score = WHOLE * float(whole[i]) / (1 + LONG * size) + (1 - WHOLE) * best
            found.append((_placed(score, passage, item, replies), passage))
        return sorted(found, key=lambda pair: (-pair[0], pair[1].first)), held

    def _replies(self, place: Place) -> list[Passage]:
        """What the government says right after an interruption, until another member speaks or the speech goes on."""
        if not place.interrupts or place.floor is None or place.floor.role not in ANSWERING:
            return []
        found: list[Passage] = []
        for after in self.debate.places[self.debate.places.index(place) + 1 :]:
            speaker, text = after.turn.speaker, after.turn.text
            if speaker.role == "member" and (found or speaker.name != place.turn.speaker.name):
                break
            if speaker.role == "chair" and exchange_cue("chair", "resume").search(text):
                break
            if speaker.role in ANSWERING:
                passages = [p for p in self.passages.all if p.turn is after.turn]
                if all(is_question(text[a:b]) for p in passages for a, b in p.sentences):
                    continue  # "Gaat het nu over …?"
                found += passages[:1]
                if len(passages) > 1:
                    break
        return found


def _placed(score: float, passage: Passage, item: Item, replies: list[Passage]) -> float:
    """A passage's score, given whom it is for and where it stands."""
    if passage in replies:
        return REPLY + score / (1 + passage.turn.number - item.turn.number)
    if _for(item, passage):
        return score * TO_ASKER
    return score * (TO_OTHER if passage.to else 1.0)


def _quotes(passage: Passage, held: Floats) -> tuple[Quote, ...]:
    """The sentences of a passage that answer, at most `SHOWN`, in spoken order: after whose question it is, the sooner the better."""
    texts = [passage.turn.text[a:b] for a, b in passage.sentences]
    lead = _lead(texts[:OPENING])
    scored: list[tuple[float, Quote]] = []
    for i, (start, end) in enumerate(passage.sentences[lead:]):
        quote, text = Quote(passage.turn, start, end), texts[lead + i]
        if holds(quote) and not is_question(text) and not announces(text) and len(words(text)) > 1:
            scored.append((float(held[passage.first + lead + i]) + _tone(text) + SOON / (1 + i), quote))
    scored.sort(key=lambda pair: -pair[0])
    kept = [q for worth, q in scored[:SHOWN] if worth >= ENOUGH * scored[0][0]]
    return tuple(sorted(kept, key=lambda q: q.start))


def _lead(texts: Sequence[str]) -> int:
    """How many sentences go before the answer: up to the one that says whose question it is, and the question said again."""
    lead = 0
    for i, text in enumerate(texts):
        if announces(text) or (is_question(text) and lead == i):
            lead = i + 1
    return lead


def _tone(text: str) -> float:
    """Courtesies and what looks aside ("Ik kijk even naar rechts.") are worth less."""
    return -ASIDE * bool(cue("answer", "aside").search(text))


def _text(passage: Passage) -> str:
    return " ".join(passage.turn.text[a:b] for a, b in passage.sentences)


def _for(item: Item, passage: Passage) -> bool:
    """Whether a passage is for whoever asked an item."""
    return any(s.name == item.turn.speaker.name for s in passage.to)
