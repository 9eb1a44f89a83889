"""Which sentences of the government answer a question: those to whoever asked it, on the same words; or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from rag.exchange import ANSWERING, Exchange, Key, key, named_members, same
from rag.exchange import cue as exchange_cue
from rag.kind import DATE, TERM, Kind, has_number, kind_of
from rag.questions.aligned import Aligned
from rag.questions.cues import comes_later, cue, thin, untold
from rag.questions.halves import Half, half_told, halves
from rag.questions.items import Item, leans, near, offices
from rag.questions.passages import LETTERS, Floats, Passage, Passages
from rag.questions.quoted import quoted
from rag.restated import announces, names_subject, takes_up
from rag.text import content_stems, is_question, words
from rag.types import Language, Quote, Speaker
from rag.verify.quotes import spans

Status = Literal["answered", "partly", "open"]

# Weighed on two debates with labels; on both, figures hardly move in the neighbourhood of these.
ASKED = 0.15  # how much of what a question has in common with a sentence is in what it asks itself
AROUND = 0.7  # what was said just before a question counts for less than the question itself, the further the less
COLLEAGUE = 0.7  # what is said by another than the member of the government who is asked counts for less
TO_ASKER, TO_OTHER = 1.3, 0.7  # an answer to whoever asked is worth more, one to somebody else less
THIN = 0.15  # what "reactie" and "bereid" are worth
POWER = 2.0  # how much more rare words weigh
NEAR, LENT, STRAY = (
    0.05,
    0.08,
    0.12,
)  # below it no passage scores near and a question is open; LENT for what answers another; STRAY for what is for nobody or somebody else
OWN, TAKEN_UP, TAKEN = 1.6, 2.2, 0.5  # what goes with this question counts for more, also said so; what goes with another for less
GRANTED = 0.3  # what is at least left of how well sentences go with a question, where they have none of its words
AGAIN = 0.2  # what a reply is worth to a question its asker had put before
SAME = 0.3  # of the words of two questions, from which they ask the same
REPLIES = 0.5  # what is said right after an interruption has in common with it, whatever its words
LATER = 0.15  # from here a later passage is the answer a reply put off
ALIKE = 0.8  # a passage in another turn that scores nearly as well as the best is shown beside it
FIRST = 3  # sentences in which a reply says yes or no
PLAIN, FIRST_HALF = 0.3, 1  # from here an earlier passage plainly answers; sentences of it that are shown before the rest
FEELS = 2  # sentences of a reply that may be no more than sympathy
SOON = 5  # sentences in which it says that it puts the question off, and of a short answer, of which each counts
TAKES_OVER = 40  # words of the chair after which what the government says is no reply to the interruption any more
REPLY = 10.0  # the reply to an interruption goes before everything else
HARDLY = 0.5  # of what a sentence holds of another question, below which it does not take up this one too
KEPT = 20  # passages looked at per item
PLAINLY, RETOLD = 0.4, 0.15  # of a question's words, from which a sentence plainly takes it up; RETOLD for one that says it does


@dataclass(frozen=True, slots=True)
class Reply:
    """What answers a question: nothing when it is open."""

    status: Status
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer an item. ``reply``: it was said right after it; ``own``: it goes with this item rather than with any other.

    ``again``: it was said right after its asker asked the same again.
    """

    passage: Passage
    score: float
    reply: bool = False
    own: bool = False
    again: bool = False

    @property
    def said(self) -> list[str]:
        """Its sentences."""
        return [self.passage.turn.text[a:b] for a, b in self.passage.sentences]

    @property
    def text(self) -> str:
        return " ".join(self.said)


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
        self._worth: dict[Key, Floats] = {}
        present = {(p.turn.speaker.office or "").casefold().partition(" ")[0] for p in self.passages.all}
        self._asked = {item.place: tuple(sorted(item.offices & present)) for item in items}
        self._by = {asked: np.array([1.0 if _by(asked, p) else COLLEAGUE for p in self.passages.all]) for asked in {*self._asked.values()}}
        self._apart = self.passages.apart()
        self._about_questions = np.array([self._apart[self.passages.range(i)].mean() for i in range(len(self.passages.all))])
        self._reminders = self._reminded(items)
        self.items = items = [item for item in items if not self._only_reminds(item)]
        self._weights = [self.passages.weights(_texts(item), THIN, POWER) for item in items]
        own = [self.passages.weights([(t, 1.0) for t in _about(item)], 0.0, POWER) for item in items]
        self._stems = [{term.stem: worth for term, worth in weights.items()} for weights in own]
        self._own_words = [
            self.passages.held(weights) for weights in own
        ]  # the share of the words that tell what it asks that each sentence holds
        self._aligned = self._divided(items) if items and self.passages.all else None
        self._ranked = {item.place: self._rank(item, i) for i, item in enumerate(items)}

    def to(self, item: Item) -> Reply:
        """The answer to an item: the reply to an interruption, else the passage that goes with it best; else that to the same asked again."""
        found, at = self._to(item), self.items.index(item)
        if found.status == "open":
            later = (
                i
                for i, other in enumerate(self.items)
                if i > at and same(other.turn.speaker, item.turn.speaker) and other.turn is not item.turn
            )
            again = (
                self._to(self.items[i])
                for i in later
                if (self._akin(at, i) and self._kind(_asked(self.items[i])) == self._kind(_asked(item)))
                or self._put_again(item, self.items[i])
            )
            return next((reply for reply in again if reply.status != "open"), found)
        return found

    def _put_again(self, item: Item, other: Item) -> bool:
        """Whether an item puts another once more where its asker says that it is open: "Op de dorpen heb ik niets gehoord. Daarom nogmaals: …"."""
        reminded = self._reminders.get(item.place)
        return reminded is not None and self.debate.places[reminded].turn is other.turn and _ONCE_MORE.search(_asked(other)) is not None

    def _to(self, item: Item) -> Reply:
        ranked = self._ranked[item.place][0]
        told = (one for one in ranked if self._quoted(item, one))
        best = next(told, None)
        if best is not None and self._far(item, best):
            best = next((one for one in told if one.own and not self._far(item, one)), None)
        if best is None:
            return Reply("open")
        quotes = self._quoted(item, best)
        status = self._settled(item, best, quotes)
        if status != "open" and (apart := self._told_apart(item, best, quotes, ranked)):
            return Reply(status, (*apart, *quotes))
        before = self._before(item, best, ranked)
        if before is not None:
            return Reply("partly" if status == "open" else status, self._quoted(item, before)[:FIRST_HALF] + quotes)
        put_off = any(map(comes_later, best.said[:SOON]))
        second = self._second(item, best, put_off) if put_off or status != "open" else None
        if second is not None:
            more = self._quoted(item, second)
            return Reply("answered", quotes[:1] + more) if put_off else Reply(status, quotes + more[:1])
        return Reply(status, quotes if status != "open" else ())

    def _before(self, item: Item, best: Candidate, ranked: Sequence[Candidate]) -> Candidate | None:
        """What plainly answered an item before its asker came back to it ("En aan wie wordt die boete betaald?"): half of it at least."""
        if not best.reply or item.place not in self._reminders:
            return None
        plain = (one for one in ranked if one.own and one.score >= PLAIN and one.passage.turn.number < best.passage.turn.number)
        return next((one for one in plain if self._quoted(item, one)), None)

    def _told_apart(self, item: Item, best: Candidate, quotes: Sequence[Quote], ranked: Sequence[Candidate]) -> tuple[Quote, ...]:
        """What tells the figure that one question of an item asks for, elsewhere than the answer to another: in an aside, or when it is asked again."""
        language = self.passages.language
        for ask in item.asks if len(item.asks) > 1 and not best.reply else ():
            half = Half(kind_of(ask.text, language, language), frozenset(content_stems(ask.text, language)) - thin(language))
            if not half.figure or any(half.told_by(q, language) for q in quotes):
                continue
            for one in ranked:
                if _for(item.turn.speaker, one.passage) and one.passage.turn is not quotes[0].turn and one.score >= NEAR:
                    told = (
                        q for q in self._quoted(item, one) if half.told_by(q, language) or (one.again and half.kind.held(q.text, language))
                    )
                    if (found := next(told, None)) is not None:
                        return (found,)
        return ()

    def _far(self, item: Item, best: Candidate) -> bool:
        """Whether even the best passage is too far from the question: the more so when it is neither its own nor for whoever asked."""
        ours = best.own or (_for(item.turn.speaker, best.passage) and _by(self._asked[item.place], best.passage))
        return not best.reply and (
            best.score < (STRAY if not ours else LENT if self._lent(item, best) else NEAR) or self._elsewhere(item, best)
        )

    def _lent(self, item: Item, one: Candidate) -> bool:
        """Whether all that would be quoted goes with other questions."""
        return not any(self._ranked[item.place][2][s] == 1 for s in self._shown(item, one))

    def _shown(self, item: Item, one: Candidate) -> list[int]:
        """Which sentences of the debate would be quoted."""
        starts = {q.start for q in self._quoted(item, one)}
        return [s for s, (a, b) in enumerate(one.passage.sentences, one.passage.first) if any(a <= start < b for start in starts)]

    def _quoted(self, item: Item, one: Candidate) -> tuple[Quote, ...]:
        _, held, free = self._ranked[item.place]
        return quoted(one.passage, held, free, " ".join(_wanted(item)), self.passages.language, one.reply or one.again)

    def _elsewhere(self, item: Item, one: Candidate) -> bool:
        """Whether what would be quoted goes with other questions only, and is for others or plainly takes up another of this asker."""
        if self._aligned is None or one.own:
            return False
        owners, shown = self._aligned.owners, self._shown(item, one)
        if not self._lent(item, one):
            return False
        if one.passage.to and not _for(item.turn.speaker, one.passage):
            return True
        at = self.items.index(item)
        runs = [
            run for owner in {owners[s] for s in shown} for run in self._aligned.runs[owner] if any(run.first <= s < run.end for s in shown)
        ]
        hardly = HARDLY if len(_about(item)) == len(item.asks) else 0.0  # what points back tells little by its own words
        return all(self._taken_by_another(at, self.passages.cut(run.first, run.end), hardly) for run in runs)

    def _second(self, item: Item, best: Candidate, put_off: bool) -> Candidate | None:
        """Another passage that answers: what makes good a reply that put the question off, or, in another turn, what scores nearly as well."""
        ranked = self._ranked[item.place][0]
        if best.reply and not put_off:
            return None
        for other in ranked:
            one = other.passage
            if other.score < ((NEAR if other.own else LATER) if put_off else best.score * ALIKE):
                continue
            later = one.turn.number > best.passage.turn.number if put_off else one.turn is not best.passage.turn
            ours = _for(item.turn.speaker, one) or (put_off and (other.own or not one.to))
            if not other.reply and later and ours and self._quoted(item, other):
                return other
        return None

    def _settled(self, item: Item, best: Candidate, quotes: Sequence[Quote]) -> Status:
        """Whether what answers an item answers all of it, as far as words tell.

        Partly: what is put off ("kan ik nu nog niet zeggen", "kom ik per brief op terug"), where no letter was asked for, or told in part ("een jaartal kan ik niet geven"), a
        time or a number that is asked and not told, a yes or no that is asked of the reply to an interruption and is not given, what breaks off,
        and sympathy without more ("Ik begrijp het ongeduld van de heer X heel goed.").
        Open: nothing is told ("dat heb ik niet paraat").
        """
        later = any(map(_LATER.search, _wanted(item)))
        said = best.said
        near = said[:SOON] if best.reply or (best.own and len(said) <= SOON) else [q.text for q in quotes[:2]]
        owed = [s for s in near if cue("answer", "owes").search(s)]
        told = [q for q in quotes if not cue("answer", "owes", "unsettled", "sent").search(q.text)]
        if owed and not later:
            return "partly" if told or any(cue("answer", "sent").search(q.text) for q in quotes) else "open"
        put_off = not later and any(map(cue("answer", "deferred").search, near))
        agree = any(cue("request", "agree").search(a.text) for a in item.asks)
        figure = any(asked.search(a.text) for a in item.asks for asked in (_WHEN, _HOW_MANY, _COSTS))
        if (
            put_off
            or not (told or later or agree or _HEARD.match(quotes[0].text) or any(map(_TO_RECEIVE.search, _wanted(item))))
            or any(map(cue("answer", "unsettled").search, near))
            or any(untold(q.text) for q in quotes[: 2 if figure else 1])
            or _CUT.search(quotes[-1].text)
            or (_only_feels(said) and not agree)
        ):
            return "partly"
        told_all = (
            (_WHEN, DATE.search(best.text) or TERM.search(best.text)),
            (_HOW_MANY, has_number(best.text)),
            (_COSTS, Kind("money").held(best.text, self.passages.language)),
        )
        for asked, held in told_all:
            if any(asked.search(a.text) for a in item.asks) and not held:
                return "partly" if best.reply or best.own else "open"
        if half_told(_asked(item), quotes, self.passages.language):
            return "partly"
        given = cue("answer", "settled").search(" ".join([*said[:FIRST], *(q.text for q in quotes[:2])]))
        return "partly" if best.reply and agree and not given else "answered"

    def _divided(self, items: Sequence[Item]) -> Aligned:
        """The government's sentences divided over the items."""
        owed = [self._owed(item, i) for i, item in enumerate(items)]
        return Aligned(self.passages, self._shares(items), self._named(items), self._of_others(items), items, owed)

    def _owed(self, item: Item, at: int) -> bool | None:
        """Whether the reply to an item put it off; False when what its asker asked again got a reply; None for all else."""
        replies = self._replies(item)
        if self._asked_until(item) > item.turn.number and not self._replies(item):
            return True
        if any(comes_later(text) for reply in replies for text in self._said(reply)):
            return True
        return False if not replies and self._again(item, at) else None

    def _again(self, item: Item, at: int) -> list[slice]:
        """The replies to what its asker asks again later, breaking in."""
        later = (
            i for i, other in enumerate(self.items) if other.turn.number > item.turn.number and same(other.turn.speaker, item.turn.speaker)
        )
        asks = self._kind(_asked(item))
        again = (self.items[i] for i in later if self._akin(at, i))
        return [reply for other in again if self._kind(_asked(other)) == asks for reply in self._replies(other)]

    def _said(self, where: slice) -> list[str]:
        return Candidate(self.passages.cut(where.start, where.stop), 0.0).said[:SOON]

    def _shares(self, items: Sequence[Item]) -> Floats:
        """What each item, a row, has in common with each sentence, a column; nothing before it was asked."""
        p = self.passages
        breadth = np.maximum(p.breadth(THIN, POWER), 1.0)
        rows = []
        for item, weights in zip(items, self._weights, strict=True):
            asked = p.weights([(a.text, 1.0) for a in item.asks], THIN, POWER)
            row = sum(part * p.held(w) * np.sqrt(sum(w.values()) / breadth) for part, w in ((1 - ASKED, weights), (ASKED, asked)))
            row *= p.spread(self._worth_to(item)) * self._apart
            for reply in self._replies(item):
                row[reply] += REPLIES
            rows.append(row)
        found = np.array(rows)
        for heading, first in self._resumed():
            found[:, first] += found[:, heading]
            found[:, heading] = 0.0
        return found

    def _resumed(self) -> Iterator[tuple[int, int]]:
        """Headings somebody broke in on ("Dan Lekkerkerk."), each with the sentence the speech goes on with when the chair lets it."""
        heading, resumes = -1, False
        for place in self.debate.places:
            turn = place.turn
            if turn.speaker.role == "chair":
                resumes = resumes or bool(exchange_cue("chair", "resume").search(turn.text))
            elif turn.speaker.role in ANSWERING:
                if heading >= 0 and resumes:
                    yield heading, self.passages.range(self.passages.of(turn.number)[0]).start
                start, end = self.passages.all[self.passages.of(turn.number)[-1]].sentences[-1]
                heads = announces(turn.text[start:end])
                if heads or resumes:
                    heading, resumes = self._end(turn.number) - 1 if heads else -1, False

    def _named(self, items: Sequence[Item]) -> Floats:
        """1 for the sentences, a column each, that say a question of an item's asker is next, a row per item."""
        said = [(p, i, p.turn.text[a:b]) for p in self.passages.all for i, (a, b) in enumerate(p.sentences)]
        told = {
            asker: [_names(s, p, i, text) for p, i, text in said]
            for asker, s in {key(item.turn.speaker): item.turn.speaker for item in items}.items()
        }
        return np.array([told[key(item.turn.speaker)] * self.passages.spread(self._open_to(item)) * self._apart for item in items])

    def _of_others(self, items: Sequence[Item]) -> NDArray[np.bool_]:
        """Whether a sentence, a column, names members, and not whoever put an item, a row."""
        members = tuple(dict.fromkeys(place.turn.speaker for place in self.debate.places if place.turn.speaker.role == "member"))
        said = [{key(s) for s in named_members(p.turn.text[a:b], members)} for p in self.passages.all for a, b in p.sentences]
        return np.array([[bool(who) and key(item.turn.speaker) not in who for who in said] for item in items], dtype=bool)

    def _rank(self, item: Item, at: int) -> tuple[list[Candidate], Floats, Floats]:
        """The passages that may answer an item, best first; the share of its words each sentence holds; and 1 for sentences that go with no other.

        What goes with another question counts for less, unless both ask the same.
        """
        if self._aligned is None:
            return [], np.zeros(0), np.zeros(0)
        p, weights, worth = self.passages, self._weights[at], self._worth_to(item)
        open_to = {owner for owner in set(self._aligned.owners) if owner < 0 or owner == at or self._akin(at, owner)}
        free = np.array([1.0 if owner in open_to else TAKEN for owner in self._aligned.owners])
        held = p.held(weights) * free
        found = [
            Candidate(
                one := p.cut(reply.start, reply.stop),
                REPLY + p.score(weights, held, reply) / (1 + one.turn.number - item.turn.number),
                reply=True,
            )
            for reply in self._replies(item)
        ]
        for run in self._aligned.runs[at]:
            i = p.at(run.first)
            if worth[i] > 0:
                score = (TAKEN_UP if run.taken_up else OWN) * p.score(weights, held, slice(run.first, run.end)) * worth[i]
                found.append(Candidate(p.cut(run.first, run.end), max(score, GRANTED * run.score), own=True))
        found += [Candidate(p.cut(r.start, r.stop), AGAIN, own=True, again=True) for r in self._again(item, at)]
        scores = p.scores(weights, held) * worth * self._about_questions
        found += [Candidate(p.all[i], float(scores[i])) for i in np.argsort(-scores, kind="stable")[:KEPT] if scores[i] > 0]
        found = [one for one in found if one.reply or not self._on_another_subject(at, one.passage)]
        return sorted(found, key=lambda one: -one.score)[:KEPT], held, free

    def _taken_by_another(self, at: int, passage: Passage, hardly: float = 0.0) -> bool:
        """Whether sentences, or the retelling before them, plainly take up another question of the same asker, and hold hardly a word of this one."""
        p = self.passages
        turn = [p.range(i) for i in p.of(passage.turn.number)]
        texts = [passage.turn.text[a:b] for i in p.of(passage.turn.number) for a, b in p.all[i].sentences]
        begin, first = turn[0].start, passage.first
        while first > begin and announces(texts[first - 1 - begin]):
            first -= 1
        where = slice(first, passage.first + len(passage.sentences))
        mine = self._own_words[at][where].max()
        least = np.array([RETOLD if takes_up(text) else PLAINLY for text in texts[where.start - begin : where.stop - begin]])
        asker = self.items[at].turn.speaker
        return any(
            bool(((theirs := self._own_words[i][where]) >= least).any()) and mine <= hardly * theirs.max()
            for i, other in enumerate(self.items)
            if i != at and same(other.turn.speaker, asker)
        )

    def _on_another_subject(self, at: int, passage: Passage) -> bool:
        """Whether sentences begin by saying what was asked, in words its asker used of something else and the question has none of.

        In words its asker did not use, it may be this question that is meant: "Hij vroeg naar de regeldruk."
        """
        item, where = self.items[at], slice(passage.first, passage.first + len(passage.sentences))
        heading = passage.turn.text[slice(*passage.sentences[0])]
        if not (announces(heading) and _VROEG.search(heading)) or self._own_words[at][where].any():
            return False
        said = self._subject(heading)
        back = item.bare or any(leans(a.text) or cue("thin", "anaphora").search(a.text) for a in item.asks)
        beside = self._subject(" ".join(near(item))) if back else set()  # "Hoe kijkt de minister daarnaar?": what stands before tells it
        return said.isdisjoint(beside) and not said.isdisjoint(self._subject(item.turn.text))

    def _akin(self, one: int, other: int) -> bool:
        """Whether two items ask about the same: a good part of the words of either."""
        mine, theirs = self._stems[one], self._stems[other]
        shared = sum(min(w, theirs[s]) for s, w in mine.items() if s in theirs)
        return shared >= SAME * min(sum(mine.values()), sum(theirs.values())) > 0

    def _worth_to(self, item: Item) -> Floats:
        """What each passage is worth to an item, given whom it is for."""
        return self._worth_to_asker(item.turn.speaker) * self._open_to(item)

    def _open_to(self, item: Item) -> Floats:
        """1 for the passages that may answer an item: said later, on the same subject of the sitting; less for one by another than who is asked."""
        after = ((self._turns > self._asked_until(item)) & (self._parts == self.debate.place(item.turn.number).part)).astype(float)
        found: Floats = after * self._by[self._asked[item.place]]
        return found

    def _asked_until(self, item: Item) -> int:
        """The turn in which an item was asked, or its asker said that it had no answer yet."""
        language = self.passages.language
        whole = len(item.asks) == 1 and len(halves(item.main.text, language)) == 1  # else half of it may have been answered
        place = self.debate.places[self._reminders[item.place]] if whole and item.place in self._reminders else None
        said = [place.turn.text[a:b] for a, b in spans(place.turn.text)] if place else []
        return place.turn.number if place and any(map(_unanswered, said)) else item.turn.number

    def _worth_to_asker(self, asker: Speaker) -> Floats:
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
            said = [turn.text[a:b] for a, b in spans(turn.text)] if place.turn.speaker.role == "member" else []
            stems = {s for text in said if (_reminds if place.interrupts else _unanswered)(text) for s in self._subject(text)}
            theirs = [i for i in items if stems and i.turn.number < turn.number and same(i.turn.speaker, turn.speaker)]
            shared = {i.place: _shared(stems, {s for text, _ in _texts(i) for s in self._subject(text)}) for i in theirs}
            if max(shared.values(), default=0) * 2 >= len(stems) > 0:
                kind = self._kind(" ".join(said))
                same_kind = {i.place for i in theirs if self._kind(_asked(i)) == kind}
                found[max(shared, key=lambda place: (shared[place], place in same_kind, place))] = at
        return found

    def _only_reminds(self, item: Item) -> bool:
        """Whether an item only says that an earlier question of its asker is still open."""
        only = all(_reminds(a.text) and not is_question(a.text) and not _ASKS_AGAIN.search(a.text) for a in item.asks)
        return only and self._order[item.turn.number] in self._reminders.values()

    def _kind(self, text: str) -> str:
        """What is asked for: an amount, a date …"""
        return kind_of(text, self.passages.language, self.passages.language).name

    def _subject(self, text: str) -> set[str]:
        return set(content_stems(text, self.passages.language)) - thin(self.passages.language)

    def _replies(self, item: Item) -> list[slice]:
        """What the government says right after an interruption, until another member speaks or the speech goes on."""
        return self._replies_to(self._order[item.turn.number]) or self._replies_to(self._reminders.get(item.place, -1))

    def _replies_to(self, at: int) -> list[slice]:
        """The replies to an interruption, by its place in the debate."""
        if at < 0:
            return []
        asker = self.debate.places[at].turn.speaker
        place = self.debate.places[at]
        if not place.interrupts or place.floor is None or place.floor.role not in ANSWERING:
            return []
        found: list[slice] = []
        replied, given = None, False
        for after in self.debate.places[at + 1 :]:
            speaker, text = after.turn.speaker, after.turn.text
            if speaker.role == "member" and (found or not same(speaker, asker)):
                break
            if speaker.role == "chair" and (exchange_cue("chair", "resume").search(text) or (found and after.turn.words > TAKES_OVER)):
                break
            if speaker.role in ANSWERING and replied is not None and given and not same(speaker, replied):
                break  # "Het woord is aan de staatssecretaris.": a speech of its own
            given = speaker.role == "chair" and bool(exchange_cue("chair", "floor").search(text) or offices(text))
            if speaker.role in ANSWERING:
                said = self._said_to(asker, self.passages.of(after.turn.number))
                if said is None and not found:
                    continue
                found += [said] if said else []
                replied = speaker
                if said is None or said.stop < self._end(after.turn.number):
                    break
        return found

    def _said_to(self, asker: Speaker, passages: Sequence[int]) -> slice | None:
        """The sentences of a turn that reply to whoever broke in: up to what is for somebody else, or taken up anew; None for no reply yet."""
        first = end = self.passages.range(passages[0]).start
        reply = False
        for i in passages:
            one = self.passages.all[i]
            for a, b in one.sentences:
                text = one.turn.text[a:b]
                if (one.to and not _for(asker, one)) or (end > first and (announces(text) or names_subject(text))):
                    return slice(first, end) if reply else None
                end, reply = end + 1, reply or not _no_answer_yet(text)
        return slice(first, end) if reply else None

    def _end(self, turn: int) -> int:
        last = self.passages.all[self.passages.of(turn)[-1]]
        return last.first + len(last.sentences)


# asked at the start of a clause; "wanneer" in the middle of one is "als", and "is vastgelegd hoeveel …" asks whether
_CLAUSE = r"(?:^|[,:;—–-]|\b(?:en|of|maar|dan|dus|is|weten|horen|hoor|graag|benieuwd|vragen|vraag|aan|aangeven|zeggen|vertellen|wel))\W*"
_HOW_MANY = re.compile(rf"{_CLAUSE}(?:(?:(?:in|bij|voor|om|van|op|tot|aan|met) )?hoeveel|how (?:many|much))\b", re.I)
_WHEN = re.compile(rf"{_CLAUSE}(?:{cue('request', 'when').pattern})", re.I)
# "… en wat gaat het schoonmaken kosten?"; not "Wat gaat de minister doen aan de kosten?"
_COSTS = re.compile(
    rf"{_CLAUSE}(?:wat (?:kost|kosten|kostte|kostten)\b|wat (?:gaat|gaan|zal|zullen|zou|mag|moet)\b(?:(?!\bdoen\b)[^,;:?])*(?<!\bde )\bkosten\b|what (?:does|will|did)\b[^,;:?]*\bcost\b)",
    re.I,
)
# what asks for a letter or a time is answered by one
_LATER = re.compile(rf"\b(?:brief|schriftelijk|informeren|geïnformeerd|terug\w*|letter|written)\b|{_WHEN.pattern}", re.I)


_VROEG = re.compile(r"\b(?:vroeg|vroegen|vraagt|vraag|vragen|gevraagd|asked)\b", re.I)
_TO_RECEIVE = re.compile(r"\b(?:krijg\w*|ontvang\w*|\w*sturen|delen|verstrekken)\b", re.I)  # a letter is what was asked for
_HEARD = re.compile(r"\W*(?:ja|nee|zeker|dat klopt|inderdaad|dat herken)\b", re.I)
_CUT = re.compile(r"(?:…|\.\.\.)\W*$")  # somebody broke in on it
_FEELS = re.compile(
    r"\W*(?:(?:voorzitter|nou|ja|kijk)\W+)*(?:ik (?:(?:begrijp|snap|hoor|waardeer|deel)\b|ben het\b.*\beens\b)"
    r"|(?:dat|het) is\b.{0,20}\b(?:vervelend|verdrietig|schrijnend|verschrikkelijk|heftig|jammer)\b)",
    re.I,
)


def _only_feels(said: Sequence[str]) -> bool:
    """Whether what is said begins with sympathy, and hardly goes on: nothing is settled or told by it."""
    rest = " ".join(said[1:])
    told = has_number(rest) or DATE.search(rest) or TERM.search(rest) or cue("answer", "settled").search(rest)
    return bool(_FEELS.match(said[0])) and len(said) <= FEELS and not told


def _asked(item: Item) -> str:
    return " ".join(a.text for a in item.asks)


def _texts(item: Item) -> list[tuple[str, float]]:
    """What an item is searched with, each text with its share."""
    return [(a.text, 1.0) for a in item.asks] + [(t, AROUND * (2 if item.bare else 1) / (1 + i)) for i, t in enumerate(item.around)]


def _reminds(sentence: str) -> bool:
    """ "Ik miste nog de bewaking van de kabels.", "En Hulst?": it says that a question is still open, or is too short for one of its own."""
    return bool(cue("request", "unanswered", "again").search(sentence)) or (is_question(sentence) and len(words(sentence)) < FIRST)


_ONCE_MORE = re.compile(r"\b(?:nogmaals|opnieuw|nog (?:een keer|eens|maar eens)|again|once more)\b", re.I)
_ASKS_AGAIN = re.compile(
    r"\b(?:vra(?:ag|gen)|gevraagd) (?:of|hoe\w*|wat|wie|wanneer|waar\w*|welke?)\b", re.I
)  # "geen antwoord op mijn vraag of …"


def _unanswered(sentence: str) -> bool:
    return cue("request", "unanswered").search(sentence) is not None


def _shared(mine: Set[str], theirs: Set[str]) -> int:
    """How many stems are among others, whole or as part of a longer one: "camera" in "cameraplicht"."""
    return sum(
        any(one == other or (min(len(one), len(other)) >= LETTERS and (one in other or other in one)) for other in theirs) for one in mine
    )


def _wanted(item: Item) -> list[str]:
    """The sentences that say what is asked: what stands before too where a question only points back ("Dat is mijn vraag.")."""
    return [*(a.text for a in item.asks), *(item.around[:FIRST] if item.bare else ())]


def _about(item: Item) -> list[str]:
    """The sentences that tell what is asked: those around it too where it points back ("Is de minister bereid om dit te bekijken?")."""
    asks = [a.text for a in item.asks]
    return [*asks, *(near(item) if item.bare or any(map(cue("thin", "anaphora").search, asks)) else ())]


def _no_answer_yet(sentence: str) -> bool:
    """A question back ("Gaat het nu over …?"), or a word that the question has not been heard or comes later."""
    return is_question(sentence) or bool(cue("answer", "not_yet").search(sentence))


def _by(asked: tuple[str, ...], passage: Passage) -> bool:
    """Whether a passage is by the office that is asked; by any, where the item or the debate does not tell them apart."""
    return not asked or (passage.turn.speaker.office or "").casefold().startswith(asked)


def _for(asker: Speaker, passage: Passage) -> bool:
    """Whether a passage is for whoever asked."""
    return any(same(s, asker) for s in passage.to)


def _names(asker: Speaker, passage: Passage, at: int, text: str) -> bool:
    """Whether a sentence says that a question of an asker is next, or answers it by name: "Mevrouw X: het loket gaat open op 4 september."."""
    if not _for(asker, passage) or not (_TO_MEMBER.match(text) or announces(text)):
        return False
    return bool(named_members(text, (asker,))) or (announces(text) and (at == 0 or names_subject(text)))


_TO_MEMBER = re.compile(r"\W*(?:(?:dan|en|ook|nog|verder|tegen|richting|aan|voor)\W+){0,2}(?:de heer|mevrouw|meneer|het lid)\s", re.I)
