"""What each question has in common with each sentence of the government: words, whom it is for, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rag.exchange import ANSWERING, Exchange, Key, cue, key, named_members, same
from rag.questions.cues import comes_later
from rag.questions.halves import COUNTED, halves
from rag.questions.items import Item, near
from rag.questions.line import TELLING
from rag.questions.passages import Floats, Passages
from rag.questions.reminders import Reminders
from rag.questions.replies import Replies
from rag.questions.settled import SOON, says_so
from rag.rarity import rarity
from rag.restated import announces, heading, names_subject
from rag.types import Language, Speaker

# Weighed on two debates with labels; on both, figures hardly move in the neighbourhood of these.
ASKED = 0.15  # how much of what a question has in common with a sentence is in what it asks itself
AROUND = 0.7  # what was said just before a question counts for less than the question itself, the further the less
COLLEAGUE = 0.7  # what is said by another than the member of the government who is asked counts for less
TO_ASKER, TO_OTHER = 1.3, 0.7  # an answer to whoever asked is worth more, one to somebody else less
THIN = 0.15  # what "reactie" and "bereid" are worth
POWER = 2.0  # how much more rare words weigh
SAME = 0.3  # of the words of two questions, from which they ask the same
RARE = 5.0  # the rarity from which one word that both have is enough for that: "Hengelo", not "kind"
TELLS = 0.6  # how much more a sentence has in common with a question whose figure it tells
LED = 0.5  # what a question has in common that points back at the one before it, whose words those are
APART = 0.4  # of the words only one of two questions has, from which a sentence that goes with the other is on that one too
REPLIES = 0.5  # what is said right after an interruption has in common with it, whatever its words

_TO_MEMBER = re.compile(r"\W*(?:(?:dan|en|ook|nog|verder|tegen|richting|aan|voor)\W+){0,2}(?:de heer|mevrouw|meneer|het lid)\s", re.I)


class Evidence:
    """The questions of a debate beside the sentences that may answer them. Questions are told by their place in ``items``.

    Args:
        debate: from `rag.exchange.exchange`.
        asked: all that was asked; what only reminds of an earlier question is left out of ``items``.
        language: of the record.

    ``weights``: for each question the words it is searched with. ``own``: for each the share of the words that tell what it asks that each
    sentence holds. ``apart``: 0 for sentences that are about no question.
    """

    def __init__(self, debate: Exchange, asked: Sequence[Item], language: Language) -> None:
        self.debate = debate
        self.language: Language = language
        self.passages = p = Passages(debate, language)
        self.apart = p.apart()
        self.reminders = Reminders(debate, asked, language)
        self.items = items = [item for item in asked if not self.reminders.only(item)]
        self._replies = Replies(debate, p)
        self._order = {place.turn.number: i for i, place in enumerate(debate.places)}
        self._turns = np.array([one.turn.number for one in p.all], dtype=int)
        self._parts = np.array([one.part for one in p.all], dtype=int)
        self._present = {(one.turn.speaker.office or "").casefold().partition(" ")[0] for one in p.all}
        self._for: dict[Key, Floats] = {}
        again = [[q.text for q in self.reminders.of(item)] for item in items]
        self.weights = [
            p.weights([*_searched(item), *((t, 1.0) for t in more)], THIN, POWER) for item, more in zip(items, again, strict=True)
        ]
        own = [p.weights([(t, 1.0) for t in [*about(item), *more]], 0.0, POWER) for item, more in zip(items, again, strict=True)]
        self._stems = [{term.stem: worth for term, worth in weights.items()} for weights in own]
        self._asks = [p.weights([(a.text, 1.0) for a in item.asks], 0.0, POWER) for item in items]
        self._apart_from: dict[tuple[int, int], Floats] = {}
        self._asked = [{term.stem: worth for term, worth in weights.items()} for weights in self._asks]
        self.own = [p.held(weights) for weights in own]

    def by(self, at: int) -> NDArray[np.bool_]:
        """Which passages are by the office that is asked; all, where the question or the debate does not tell them apart."""
        asked = tuple(sorted(self.items[at].offices & self._present))
        return np.array([not asked or (one.turn.speaker.office or "").casefold().startswith(asked) for one in self.passages.all])

    def worth(self, at: int, again: bool = True) -> Floats:
        """What each passage is worth to a question, given whom it is for; with ``again`` nothing before its asker said that it had no answer yet."""
        asker = self.items[at].turn.speaker
        if key(asker) not in self._for:
            worth = [TO_ASKER if one.is_for(asker) else TO_OTHER if one.to else 1.0 for one in self.passages.all]
            self._for[key(asker)] = np.array(worth, dtype=float)
        return self._for[key(asker)] * self._open_to(at, again)

    def _open_to(self, at: int, again: bool = True) -> Floats:
        """1 for the passages that may answer: said later, on the same subject of the sitting; less for one by another than who is asked."""
        item = self.items[at]
        since = self.reminders.asked_until(item) if again else item.turn.number
        after = (self._turns > since) & (self._parts == self.debate.place(item.turn.number).part)
        found: Floats = after * np.where(self.by(at), 1.0, COLLEAGUE)
        return found

    def replies(self, at: int) -> list[slice]:
        """What the government says right after an interruption that asks, or that says it has no answer yet, or after the last that is asked."""
        item = self.items[at]
        last = at + 1 == len(self.items) or self.items[at + 1].turn is not item.turn
        again = self.reminders.at(item)
        alone = all(item.place in self.reminders.reminded(other) for other in self.items if self._order[other.turn.number] == again)
        return self._replies.to(self._order[item.turn.number], last) or self._replies.to(again, alone)

    def asked_again(self, at: int) -> list[int]:
        """The questions by which its asker asks the same again later: they share more than a plain word ("kind"), unless one of them has no other."""
        kind, mine = self.items[at].kind(self.language), self._stems[at].keys()
        same = {i: mine & self._stems[i].keys() for i in self._later(at) if self.akin(at, i) and self.items[i].kind(self.language) == kind}
        rare = {i for i, shared in same.items() if any(rarity(one, self.language) >= RARE for one in shared)}
        return [i for i, shared in same.items() if i in rare or len(shared) > 1 or shared in (mine, self._stems[i].keys())]

    def _later(self, at: int) -> Iterator[int]:
        turn = self.items[at].turn
        return (i for i, other in enumerate(self.items) if other.turn.number > turn.number and same(other.turn.speaker, turn.speaker))

    def put_again(self, at: int) -> list[int]:
        """The same, with those by which it is put once more where it is said to be open."""
        item, again = self.items[at], self.asked_again(at)
        return [i for i in self._later(at) if i in again or self.reminders.repeats(item, self.items[i])]

    def reminded(self, at: int) -> list[int]:
        """The questions that it says are still open: "Ik mis nog een antwoord over de dubbele registratie. Wanneer is die verleden tijd?"."""
        places = self.reminders.reminded(self.items[at])
        return [i for i, item in enumerate(self.items) if item.place in places]

    def replies_again(self, at: int) -> list[slice]:
        """What the government says right after its asker asks the same again, breaking in."""
        return [reply for i in self.asked_again(at) for reply in self.replies(i)]

    def owed(self, at: int) -> bool | None:
        """Whether the reply to a question put it off; False when what its asker asked again got a reply; None for all else."""
        item, replies = self.items[at], self.replies(at)
        if not replies and self.reminders.asked_until(item) > item.turn.number:
            return True
        if any(comes_later(text) for r in replies for text in self.passages.texts[r][:SOON]):
            return True
        return False if not replies and self.replies_again(at) else None

    def akin(self, one: int, other: int, strictly: bool = False) -> bool:
        """Whether two questions ask about the same: a good part of the words of either; ``strictly``: of one speech, what stands around both tells nothing."""
        said = self._asked if strictly and self.items[one].turn is self.items[other].turn else self._stems
        mine, theirs = said[one], said[other]
        shared = sum(min(w, theirs[s]) for s, w in mine.items() if s in theirs)
        return shared >= SAME * min(sum(mine.values()), sum(theirs.values())) > 0

    def tells_apart(self, at: int, other: int) -> Floats:
        """How much each sentence holds of the telling words of what a question asks that stand nowhere around another; all, where it has none."""
        if (at, other) not in self._apart_from:
            mine = {a.text for a in self.items[at].asks}  # what stands around another may be this very question
            said = self.passages.weights([one for one in _searched(self.items[other]) if one[0] not in mine], THIN, POWER)
            theirs = {term.stem for term in said}
            own = {t: w for t, w in self._asks[at].items() if t.stem not in theirs and rarity(t.stem, self.language) >= TELLING}
            self._apart_from[at, other] = self.passages.held(own) if own else np.ones(len(self.passages.texts))
        return self._apart_from[at, other]

    def shares(self) -> Floats:
        """What each question, a row, has in common with each sentence, a column; nothing before it was asked."""
        p = self.passages
        breadth = np.maximum(p.breadth(THIN, POWER), 1.0)
        rows, so = [], np.array([says_so(text) for text in p.texts], dtype=bool)
        later = np.array([comes_later(text) for text in p.texts], dtype=bool)
        for at, item in enumerate(self.items):
            asked = p.weights([(a.text, 1.0) for a in item.asks], THIN, POWER)
            # what put it off before its asker came back to it goes with no other question
            worth = np.where(later, p.spread(self.worth(at, again=False)), p.spread(self.worth(at)))
            parts = ((1 - ASKED, self.weights[at]), (ASKED, asked))
            row = sum(part * p.held(w) * np.sqrt(sum(w.values()) / breadth) for part, w in parts) * worth * self.apart
            if item.kind(self.language) == "reason":
                row[so] = 0.0  # "Het klopt dat er nog geen besluit is.": whether it is so, and not why
            row *= LED if item.apart else 1.0
            row *= 1 + TELLS * (self.tells(item) & (p.held(asked) > THIN))
            for reply in self.replies(at):
                row[reply] += REPLIES
            rows.append(row)
        found = np.array(rows)
        for head, first in self._resumed():
            found[:, first] += found[:, head]
            found[:, head] = 0.0
        return found

    def tells(self, item: Item) -> NDArray[np.bool_]:
        """Which sentences tell a figure that is asked for; none where none is."""
        # "Hoeveel aandacht is daarvoor?" is told by no number
        asked = [
            half
            for half in halves(item.asked, self.language)
            if half.kind.figure and (half.kind.name != "count" or COUNTED.search(item.asked))
        ]
        return np.array([any(half.tells(text, self.language) for half in asked) for text in self.passages.texts], dtype=bool)

    def _resumed(self) -> Iterator[tuple[int, int]]:
        """Headings somebody broke in on ("Dan Lekkerkerk."), each with the sentence the speech goes on with when the chair lets it."""
        heading, resumes = -1, False
        for place in self.debate.places:
            turn = place.turn
            if turn.speaker.role == "chair":
                resumes = resumes or bool(cue("chair", "resume").search(turn.text))
            elif turn.speaker.role in ANSWERING:
                if heading >= 0 and resumes:
                    yield heading, self.passages.all[self.passages.of(turn.number)[0]].first
                last = self.passages.end(turn.number) - 1
                heads = announces(self.passages.texts[last])
                if heads or resumes:
                    heading, resumes = last if heads else -1, False

    def named(self) -> Floats:
        """1 for the sentences, a column each, that say a question of an asker is next, a row per question."""
        p = self.passages
        said = [(one, i, text) for one in p.all for i, text in enumerate(one.said)]

        def next_up(asker: Speaker) -> list[bool]:
            return [one.is_for(asker) and _names(asker, i, text) for one, i, text in said]

        told = {asker: next_up(s) for asker, s in {key(item.turn.speaker): item.turn.speaker for item in self.items}.items()}
        return np.array(
            [told[key(item.turn.speaker)] * p.spread(self._open_to(at) * self._due(at)) * self.apart for at, item in enumerate(self.items)]
        )

    def _due(self, at: int) -> NDArray[np.bool_]:
        """Which passages come before its asker asked something else in a later term: what is for them after that is on what they asked last."""
        item = self.items[at]
        term = self.debate.place(item.turn.number).term
        later = [i for i in self._later(at) if self.debate.place(self.items[i].turn.number).term > term]
        owed = not later or self.reminders.at(item) >= 0 or self.owed(at)
        return self._turns < (np.inf if owed else self.items[later[0]].turn.number)

    def of_others(self) -> NDArray[np.bool_]:
        """Whether a sentence, a column, names members, and not whoever put a question, a row."""
        members = tuple(dict.fromkeys(place.turn.speaker for place in self.debate.places if place.turn.speaker.role == "member"))
        said = [{key(s) for s in named_members(text, members)} for text in self.passages.texts]
        return np.array([[bool(who) and key(item.turn.speaker) not in who for who in said] for item in self.items], dtype=bool)


def about(item: Item) -> list[str]:
    """The sentences that tell what is asked: those around it too where it points back ("Is de minister bereid om dit te bekijken?")."""
    return [*(a.text for a in item.asks), *(near(item) if item.points_back else ())]


def _searched(item: Item) -> list[tuple[str, float]]:
    """What a question is searched with, each text with its share."""
    # a heading tells what all that comes after it is about: "Dan de selectie. …"
    far = [min(i, 1) if heading(text) else i for i, text in enumerate(item.around)]
    return [(a.text, 1.0) for a in item.asks] + [
        (t, AROUND * (2 if item.bare else 1) / (1 + i)) for i, t in zip(far, item.around, strict=True)
    ]


def _names(asker: Speaker, at: int, text: str) -> bool:
    """Whether a sentence says that a question of an asker is next, or answers it by name: "Mevrouw X: het loket gaat open op 4 september."."""
    heads = announces(text)
    named = (heads or _TO_MEMBER.match(text) is not None) and bool(named_members(text, (asker,)))
    return named or (heads and (at == 0 or names_subject(text)))
