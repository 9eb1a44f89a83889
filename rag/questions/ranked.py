"""The passages that may answer each question, best first: what goes with it rather than with another question before all else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from rag.questions.aligned import Aligned
from rag.questions.cues import cue, subject_stems
from rag.questions.evidence import APART, Evidence, about
from rag.questions.halves import halves
from rag.questions.items import FEW, Item, near
from rag.questions.line import is_about, touches
from rag.questions.passages import Floats, Passage
from rag.questions.quoted import beside, quoted
from rag.restated import announces
from rag.types import Quote

OWN, TAKEN_UP, TAKEN = 1.6, 2.2, 0.5  # what goes with this question counts for more, also said so; what goes with another for less
GRANTED = 0.3  # what is at least left of how well sentences go with a question, where they have none of its words
AGAIN = 0.2  # what a reply is worth to a question its asker had put before
REPLY = 10.0  # the reply to an interruption goes before everything else
KEPT = 20  # passages looked at per question
HARDLY = 0.5  # of what a heading holds of another question, up to which it is none over what answers this one
PLAINLY = 0.4  # of a question's words, from which a sentence plainly takes it up


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer a question. ``reply``: it was said right after it; ``own``: it goes with this question rather than with any other.

    ``again``: it was said right after its asker asked the same again.
    """

    passage: Passage
    score: float
    reply: bool = False
    own: bool = False
    again: bool = False


class Ranked:
    """The candidates of each question, which is told by its place among the items.

    Args:
        evidence: of the debate.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = e = evidence
        every = range(len(e.items))
        self.candidates: list[list[Candidate]] = [[] for _ in every]
        if not (e.items and e.passages.all):
            return
        self._named = e.named()
        self._aligned = Aligned(
            e.passages, e.shares(), self._named, e.of_others(), e.items, [e.owed(at) for at in every], np.array(list(map(e.tells, e.items)))
        )
        self._about_questions = np.array([e.apart[one.where].mean() for one in e.passages.all])
        self._free = [self._unclaimed(at) for at in every]
        self._held = [e.passages.held(e.weights[at]) * self._free[at] for at in every]
        self.candidates = [self._candidates(at) for at in every]

    def _unclaimed(self, at: int) -> Floats:
        """1 for the sentences that go with no other question, or one that asks the same; less for all else."""
        free = {owner for owner in set(self._aligned.owners) if owner < 0 or owner == at or self.evidence.akin(at, owner)}
        return np.array([1.0 if owner in free else TAKEN for owner in self._aligned.owners])

    def _candidates(self, at: int) -> list[Candidate]:
        """The passages that may answer a question, best first."""
        e, p, item = self.evidence, self.evidence.passages, self.evidence.items[at]
        weights, held, worth = e.weights[at], self._held[at], e.worth(at)
        replies = [(r, p.cut(r.start, r.stop)) for r in map(partial(self._to_its_end, at), e.replies(at))]
        found = [
            Candidate(one, REPLY + p.score(weights, held, r) / (1 + one.turn.number - item.turn.number), reply=True) for r, one in replies
        ]
        for run in self._aligned.runs[at]:
            if (due := worth[p.at(run.first)]) > 0:
                score = (TAKEN_UP if run.taken_up else OWN) * p.score(weights, held, slice(run.first, run.end)) * due
                found.append(Candidate(p.cut(run.first, run.end), max(score, GRANTED * run.score), own=True))
        told = {p.end(one.passage.turn.number) for one in found if one.own and self._tells(at, one)}
        again = [r for r in e.replies_again(at) if r.start not in told]  # who breaks in on the answer asks something more
        found += [Candidate(p.cut(r.start, r.stop), AGAIN, own=True, again=True) for r in again]
        scores = p.scores(weights, held) * worth * self._about_questions
        found += [Candidate(p.all[i], float(scores[i])) for i in np.argsort(-scores, kind="stable")[:KEPT] if scores[i] > 0]
        found = [one for one in found if one.reply or not self._on_another_subject(at, one.passage)]
        found += self._by_name(at, found, scores)
        return sorted(found, key=lambda one: -one.score)[:KEPT]

    def _to_its_end(self, at: int, reply: slice) -> slice:
        """A reply with what goes with the same question under a heading after it: "Dat zoek ik uit. Wat de termijn betreft: …"."""
        p, owners = self.evidence.passages, self._aligned.owners
        end, last = reply.stop, p.end(p.all[p.at(reply.start)].turn.number)
        while end < last and owners[end] == at:
            end += 1
        return slice(reply.start, end)

    def _by_name(self, at: int, found: Sequence[Candidate], scores: Floats) -> list[Candidate]:
        """What takes up a question of its asker by name, and goes with no other: before what goes with this one and is for others too."""
        p, item = self.evidence.passages, self.evidence.items[at]
        best = max(found, key=lambda one: one.score, default=None)
        if best is None or best.reply or len(best.passage.to) <= 1:
            return []
        kinds = [half.kind for half in halves(item.asked, self.evidence.language) if half.kind.figure]  # a figure, where one is asked
        found = []
        for i, one in enumerate(p.all):
            if scores[i] > 0 and one.to == (item.turn.speaker,) and self._named[at, one.first]:
                free = next((s for s, owner in enumerate(self._aligned.owners[one.where], one.first) if owner >= 0), one.where.stop)
                left = p.cut(one.first, free) if free > one.first else None
                if left and any(kind.held(text, self.evidence.language) for kind in kinds for text in left.said[1:]):
                    found.append(Candidate(left, 2 * best.score, own=True))
        return found

    def quotes(self, at: int, one: Candidate) -> tuple[Quote, ...]:
        """The sentences of a candidate that would be shown as the answer."""
        asked = " ".join(self.evidence.items[at].wanted)
        return quoted(one.passage, self._held[at], self._free[at], asked, self.evidence.language, one.reply or one.again)

    def shares(self, at: int, one: Candidate) -> bool:
        """Whether what would be shown goes with no other question of the paragraph, or holds a figure or a word by which this one is told from that."""
        e, owners = self.evidence, self._aligned.owners

        def free(s: int) -> bool:
            owner = owners[s]
            if owner < 0 or owner == at or not e.items[at].beside(e.items[owner]) or e.akin(at, owner, strictly=True):
                return True
            asked = {half.kind.name for half in halves(e.items[owner].asked, e.language)}
            if any(
                half.tells(e.passages.texts[s], e.language) and half.kind.name not in asked
                for half in halves(e.items[at].asked, e.language)
            ):
                return True  # a figure that the other does not ask for
            apart = e.tells_apart(at, owner)
            headed = next((i for i in range(s - 1, one.passage.first - 1, -1) if announces(e.passages.texts[i])), s)
            # "Mevrouw Vos vroeg naar een fonds. … Dat gaat me te ver."
            return bool(apart[s] >= APART or (headed < s and apart[headed] > 0))

        return any(map(free, self.shown(at, one)))

    def whole(self, at: int, one: Candidate) -> tuple[Quote, ...]:
        """The same, with what may not be left out of it."""
        kept = self.quotes(at, one)
        return tuple(sorted([*kept, *beside(one.passage, kept, self._free[at])], key=lambda quote: quote.start))

    def lent(self, at: int, one: Candidate) -> bool:
        """Whether all that would be shown goes with other questions."""
        owners = {self.owner(s) for s in self.shown(at, one)}
        return not any(owner < 0 or owner == at or self.evidence.akin(at, owner, strictly=True) for owner in owners)

    def owner(self, sentence: int) -> int:
        """The question a sentence of the debate goes with, -1 for none."""
        return self._aligned.owners[sentence]

    def shown(self, at: int, one: Candidate) -> list[int]:
        """Which sentences of the debate would be shown."""
        starts = {q.start for q in self.quotes(at, one)}
        return [s for s, (a, b) in enumerate(one.passage.sentences, one.passage.first) if any(a <= start < b for start in starts)]

    def elsewhere(self, at: int, one: Candidate) -> bool:
        """Whether what would be shown goes with other questions only, and tells nothing of this one."""
        e = self.evidence
        if one.own or not self.lent(at, one) or e.own[at][one.passage.where].max() >= PLAINLY:
            return False
        item, shown = e.items[at], self.shown(at, one)
        around = near(item) if item.points_back else near(item)[:1] if self.little(item) else []
        if announces(one.passage.said[0]):
            around = [e.passages.telling(text) for text in around]  # it says of what else it is
        asked = " ".join([item.asked, *around])
        before = max(shown[0] - 1, 0)
        theirs = max(e.own[owner][before] for s in shown if (owner := self.owner(s)) >= 0)
        headed = bool(e.own[at][before] > HARDLY * theirs)  # else what stands before is a heading over what answers another
        return not any(touches(asked, q, e.language, headed) for q in self.quotes(at, one))

    def _tells(self, at: int, one: Candidate) -> bool:
        """Whether what would be shown says by itself what it is about: what is asked."""
        asked = " ".join(about(self.evidence.items[at]))
        return any(is_about(q, asked, self.evidence.language) for q in self.quotes(at, one)[:1])

    def _on_another_subject(self, at: int, passage: Passage) -> bool:
        """Whether sentences begin by saying what was asked, in words its asker used of something else and the question has none of.

        In words its asker did not use, it may be this question that is meant: "Hij vroeg naar de regeldruk."
        """
        item, heading = self.evidence.items[at], passage.said[0]
        if not (announces(heading) and cue("answer", "told").search(heading)) or self.evidence.own[at][passage.where].any():
            return False
        said = self._subject(heading)
        # "Hoe kijkt de minister daarnaar?", "Wat is de inzet?": what stands before tells it
        beside = self._subject(" ".join(near(item))) if item.points_back or self.little(item) else set()
        return said.isdisjoint(beside) and not said.isdisjoint(self._subject(item.turn.text))

    def little(self, item: Item) -> bool:
        """Whether a question says little of its subject: "Wij willen weten wat de minister precies gaat doen."."""
        return len(self._subject(item.asked)) <= FEW

    def _subject(self, text: str) -> set[str]:
        return set(subject_stems(text, self.evidence.language))
