"""Which sentences of the government answer a question: those to whoever asked it, on the same words; or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.exchange import Exchange
from rag.questions.cues import comes_later, cue, puts_off, subject_stems
from rag.questions.evidence import Evidence, about
from rag.questions.halves import TIMES, halves
from rag.questions.items import Item
from rag.questions.line import is_about, touches
from rag.questions.passages import Passage
from rag.questions.ranked import Candidate, Ranked
from rag.questions.settled import SOON, Status, feels, says_so, settled, takes_back
from rag.types import Language, Quote

# below it no passage scores near and a question is open; LENT for what answers another, LENT_ALONE where this one says itself what it is about:
# one word they share is not enough then; STRAY for what is for nobody or somebody else
NEAR, LENT, LENT_ALONE, STRAY = 0.05, 0.08, 0.16, 0.12
TOUCH = 0.12  # of a question's words, from which a passage may be on it in other words: "de bond" for "de schaatsbond"
LATER = 0.15  # from here a later passage is the answer a reply put off
ALIKE = 0.8  # a passage in another turn that scores nearly as well as the best is shown beside it
PLAIN, FIRST_HALF = 0.3, 1  # from here an earlier passage plainly answers; sentences of it that are shown before the rest


@dataclass(frozen=True, slots=True)
class Reply:
    """What answers a question: nothing when it is open."""

    status: Status
    quotes: tuple[Quote, ...] = ()


class Answers:
    """The answers to the questions of a debate.

    Args:
        debate: from `rag.exchange.exchange`.
        asked: all that was asked; they vie for the passages.
        language: of the record.

    ``items``: those that are questions of their own.
    """

    def __init__(self, debate: Exchange, asked: Sequence[Item], language: Language) -> None:
        self.evidence = Evidence(debate, asked, language)
        self.items = self.evidence.items
        self.ranked = Ranked(self.evidence)

    def to(self, item: Item) -> Reply:
        """The answer to an item: the reply to an interruption, else the passage that goes with it best; else that to the same asked again, or before."""
        at = self.items.index(item)
        found = self._to(at)
        if found.status != "open":
            return found
        again = map(self._to, (*self.evidence.put_again(at), *self.evidence.reminded(at)))
        return next((r for r in again if r.status != "open" and all(q.turn.number > item.turn.number for q in r.quotes)), found)

    def _to(self, at: int) -> Reply:
        best = self._best(at)
        if best is None:
            return Reply("open")
        item, quotes = self.items[at], self.ranked.quotes(at, best)
        status, whole = settled(item, best.passage.said, quotes, best.reply, best.own, self.evidence.language), self.ranked.whole(at, best)
        if status == "answered" and any(takes_back(q.text) for q in whole):
            status = "partly"
        before = self._before(at, best)
        if before is not None:
            return Reply("partly" if status == "open" else status, self.ranked.quotes(at, before)[:FIRST_HALF] + whole)
        put_off = any(map(comes_later, best.passage.said[:SOON]))
        second = self._second(at, best, put_off) if put_off or status != "open" else None
        if second is not None:
            more = self.ranked.quotes(at, second)
            return Reply("answered", quotes[:1] + more) if put_off else Reply(status, whole + more[:1])
        return Reply(status, whole if status != "open" else ())

    def _best(self, at: int) -> Candidate | None:
        """The first candidate that has a sentence to show; where that is too far, the first of its own that is not; None where all are."""
        told = (one for one in self.ranked.candidates[at] if self.ranked.quotes(at, one))
        best = next(told, None)
        if best is None or not self._far(at, best):
            return best
        return next((one for one in told if one.own and not self._far(at, one)), None)

    def _far(self, at: int, one: Candidate) -> bool:
        """Whether a passage is too far from the question: the sooner when it is neither its own nor by and for whom it should be; sympathy with something else is."""
        if one.reply:
            return False
        item = self.items[at]
        by = self.evidence.by(at)[self.evidence.passages.at(one.passage.first)]
        ours = one.own or (by and one.passage.is_for(item.turn.speaker))
        quotes, asked = self.ranked.quotes(at, one), " ".join(about(item))
        if all(
            feels(q.text) and not cue("answer", "settled").search(q.text) and not is_about(q, asked, self.evidence.language) for q in quotes
        ):
            return True
        if item.kind(self.evidence.language) == "reason" and all(map(says_so, (q.text for q in quotes))):
            return True  # "Het klopt dat er nog geen besluit is.": whether it is so, and not why
        if not one.passage.is_for(item.turn.speaker) and self._on_something_else(at, one.passage):
            return True
        if self._tells_another(at, one) or not (one.own or self.ranked.shares(at, one)):
            return True
        lent = LENT if item.points_back or self.ranked.little(item) or self._beside(item, quotes) else LENT_ALONE
        least = max(lent if self.ranked.lent(at, one) else NEAR, 0 if ours else STRAY)
        return one.score < least or self.ranked.elsewhere(at, one)

    def _tells_another(self, at: int, one: Candidate) -> bool:
        """Whether all that would be shown goes with other questions, and tells not the figure that this one asks for, or theirs and not this one's: a figure
        tells one question.

        "Hoe vaak wordt er gecontroleerd? En wat kosten die controles?" "Twee keer per jaar."
        """
        language, own = self.evidence.language, self.evidence.own
        asked = [halves(item.asked, language) for item in self.items]
        # a time may be told in words that say it otherwise, a number not
        figure, told = any(half.kind.figure and half.kind.name not in TIMES for half in asked[at]), False
        for s in self.ranked.shown(at, one):
            owner, text = self.ranked.owner(s), self.evidence.passages.texts[s]
            if owner < 0 or owner == at:
                return False
            theirs = {half.kind.name for half in asked[owner] if half.tells(text, language)}
            mine = {half.kind.name for half in asked[at] if half.tells(text, language)}
            if mine - theirs or (mine and own[at][s] >= own[owner][s]) or (puts_off(text) and not mine):
                return False
            told = told or bool(theirs)
        return told or figure

    def _beside(self, item: Item, quotes: Sequence[Quote]) -> bool:
        """Whether the second half of a sentence has a word of a question: "Er zijn 60 wolven, maar herders mogen niet schieten."."""
        asked = set(subject_stems(item.asked, self.evidence.language))
        halves = (half for q in quotes for half in re.split(r",\s+(?:en|maar)\s+", q.text)[1:])
        return any(not asked.isdisjoint(subject_stems(half, self.evidence.language)) for half in halves)

    def _on_something_else(self, at: int, passage: Passage) -> bool:
        """Whether no sentence is on a question that says itself what it is about: how a speech begins may only share words that stand around it."""
        item, language = self.items[at], self.evidence.language
        if item.points_back or self.evidence.own[at][passage.where].max() >= TOUCH:
            return False
        return not any(touches(item.asked, Quote(passage.turn, a, b), language) for a, b in passage.sentences)

    def _before(self, at: int, best: Candidate) -> Candidate | None:
        """What plainly answered an item before its asker came back to it ("En aan wie wordt die boete betaald?"): half of it at least."""
        if not best.reply or self.evidence.reminders.at(self.items[at]) < 0:
            return None
        earlier = (one for one in self.ranked.candidates[at] if one.passage.turn.number < best.passage.turn.number)
        return next((one for one in earlier if one.own and one.score >= PLAIN and self.ranked.quotes(at, one)), None)

    def _second(self, at: int, best: Candidate, put_off: bool) -> Candidate | None:
        """Another passage that answers: what makes good a reply that put the question off, or, in another turn, what scores nearly as well."""
        if best.reply and not put_off:
            return None
        asker = self.items[at].turn.speaker
        for other in self.ranked.candidates[at]:
            one = other.passage
            if other.score < ((NEAR if other.own else LATER) if put_off else best.score * ALIKE):
                continue
            later = one.turn.number > best.passage.turn.number if put_off else one.turn is not best.passage.turn
            ours = one.is_for(asker) or (put_off and not one.to and not self._too_soon(best, other))
            if not other.reply and later and ours and self.ranked.quotes(at, other):
                return other
        return None

    def _too_soon(self, put_off: Candidate, other: Candidate) -> bool:
        """Whether an answer was put off to the second term and another passage comes before that: it answers only where it is for whoever asked."""
        first, then = (self.evidence.debate.place(one.passage.turn.number).term for one in (put_off, other))
        return then <= first and any(map(cue("answer", "second_term").search, put_off.passage.said[:SOON]))
