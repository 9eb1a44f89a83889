"""Which sentences of an answer go with which question, all at once: an answer runs from where its question is taken up to where the next one is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rag.exchange import goes_on_with, key, same
from rag.kind import DATE, has_number
from rag.questions.cues import comes_later, cue
from rag.questions.items import Item
from rag.questions.passages import Floats, Passages
from rag.restated import announces, names_subject, noun_alone, of_member, takes_up
from rag.text import is_question, words

FRESH, ANEW, LEANS, DUE = 0.0, 0.08, 0.2, 0.25  # what it costs to begin another answer at a sentence
NAME = 2  # words of a sentence that says no more than what is next: "Marken.", "De Lauwersmeerdijk."
SHORT = 4  # words of one that only tells a figure
LEAST = 0.06  # what a sentence shares with a question it takes up
TAKES_UP = 1.5  # a sentence that says whose question is next is about little else
AGAIN = 0.6  # a question that has its answer elsewhere claims less
OWED = 1.5  # one that has none yet claims more
LEFT = 0.2  # that an asker is named counts where a question of theirs has no answer yet, and the answer no question
LESS = 0.6  # of that, where another question of the asker is due first
SOLE = 0.15  # that no other question has words of a sentence counts too, where it answers none
SOON = 3  # sentences of an answer in which it says that it comes later
PUT_OFF = 0.5  # the more so where it was put off to later
CLOSE = 0.6  # another stretch goes with a question when it does so nearly as well as the best
NEXT = 0.05  # whoever answers one question of a member goes on with that member's next


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences ``first`` up to ``end`` of the debate's passages, which answer one question; ``score`` says how well they go with it.

    ``taken_up``: the first says so, in words of the question.
    """

    first: int
    end: int
    score: float
    taken_up: bool = False


# what a sentence begins with that goes on with the one before
_LEANS = re.compile(
    r"\W*(?:(?:en|maar|want|dus|ook|ja|nee|nou|goed)\W+)*(?:dat|die|dit|deze|daar\w*|hier\w*|er\w*|hij|zij|ze|het(?= (?:\w+t|is|was|waren|zijn|zal|zou|kan|kon|mag|had|werd|ging|kwam|bleef)\b)|wel|want|maar|dus|ook|daarnaast|bovendien|overigens"
    r"|immers|namelijk|toch|echter|desondanks|zo|of|als|that|this|these|those|it|they|but|so|also)\b",
    re.I,
)

# "Verder hoor ik de teleurstelling over de huur.": nothing of what goes before it
_FURTHER = re.compile(r"\W*(?:(?:en|voorzitter)\W+)*(?:verder|voorts)\b", re.I)
# "Een bedrag toezeggen kan ik niet. Ik zeg wel toe dat ik met een plan kom.": what is done instead
_NOT, _INSTEAD = re.compile(r"\b(?:niet|geen|not|no)\b", re.I), re.compile(r"\bik\b[^,;:?]{0,40}\bwel\b|\bwel\b[^,;:?]{0,20}\bik\b", re.I)
# "Die ontvangt de Kamer in september.", "Dat wordt pas in mei besloten."; not "Dat duurde in 2019 ook lang.", "Zij is in mei gestart."
_COMES = re.compile(
    r"\W*(?:d[ia]\w+|deze|zij|hij|het) (?!(?:is|was|zijn|waren|h\w+|werd|kwam\w*|ging\w*|\w+[dt]en?)\b)\w+ (?!.*\bsinds\b)", re.I
)


def _costs(passages: Passages, shares: Floats) -> Floats:
    """What it costs to begin another answer at each sentence: nothing where the speaker says so, most where it goes on with what was said.

    Right after the words that take a question up, or only name what is next, comes its answer, whatever it is about. A verdict on
    a motion ends what goes before it.
    """
    found: list[float] = []
    due = named = headed = False
    apart = passages.apart()
    for passage in passages.all:
        for i, (start, end) in enumerate(passage.sentences):
            text = passage.turn.text[start:end]
            before = passage.turn.text[slice(*passage.sentences[i - 1])] if i else ""
            paragraph = passage.turn.text[:start].rstrip(" ")[-1:] in {"", "\n"}
            headed = noun_alone(text) if paragraph else headed
            if (
                (
                    takes_up(text)
                    and not (names_subject(text) and goes_on_with(before, text))
                    and not (due and of_member(text))
                    and (announces(text) or not named)
                )
                or (i == 0 and not due)
                or apart[len(found)] == 0
                or (_FURTHER.match(text) and not due)
            ):
                found.append(FRESH)
            else:
                # "Vanaf december 2028.": it goes on with the answer
                figure = len(words(text)) <= SHORT and (has_number(text) or DATE.search(text))
                instead = _INSTEAD.search(text) and _NOT.search(before)
                owed = cue("answer", "owes").search(before) and cue("answer", "sent").search(text)  # the letter is on what is owed
                found.append(DUE if due else LEANS if headed or instead or owed or _LEANS.match(text) or figure else ANEW / (1 + paragraph))
            named = len(words(text)) <= NAME and not is_question(text) and shares[:, len(found) - 1].max() >= LEAST
            due = announces(text) or named or (due and is_question(text))
    return np.array(found, dtype=float)


def _align(shares: Floats, entry: Floats, turns: Sequence[int], successor: Sequence[int]) -> list[int]:
    """The question each sentence goes with, -1 for none: the best run of questions through every turn.

    Args:
        shares: a row per question, a column per sentence: what they have in common.
        entry: from `_costs`.
        turns: the turn of each sentence; an answer does not run on into another turn.
        successor: for each question the one its asker put next, -1 for none.
    """
    count, size = shares.shape
    gain = np.vstack([shares - LEAST, np.zeros(size)])  # the last row: no question
    best = np.full(count + 1, -np.inf)
    best[count] = 0.0
    back = np.zeros((count + 1, size), dtype=int)
    follows = np.array([*successor, -1], dtype=int)
    for s in range(size):
        anew = s == 0 or turns[s] != turns[s - 1]
        top = int(np.argmax(best))
        cost = np.full(count + 1, 0.0 if anew else entry[s])
        cost[count] = 0.0
        come = np.full(count + 1, top)
        value = best[top] - cost
        if follows[top] >= 0 and not anew:
            value[follows[top]] += NEXT
        if not anew:
            stays = best >= value
            come = np.where(stays, np.arange(count + 1), come)
            value = np.maximum(best, value)
        back[:, s] = come
        best = value + gain[:, s]
    at = int(np.argmax(best))
    path = [0] * size
    for s in range(size - 1, -1, -1):
        path[s] = at if at < count else -1
        at = int(back[at, s])
    return path


def _runs(shares: Floats, path: Sequence[int], entry: Floats, turns: Sequence[int], owed: Sequence[bool | None]) -> list[list[Stretch]]:
    """For each question the stretches that go with it, best first: each runs on until another subject is taken up.

    Another than the best is left out where it goes with the question much less, unless the answer was put off to it.
    """
    found: list[list[Stretch]] = [[] for _ in range(len(shares))]
    s = 0
    while s < len(path):
        one, end = path[s], s + 1
        while end < len(path) and turns[end] == turns[s] and (path[end] == one or (path[end] < 0 and entry[end] != FRESH)):
            end += 1
        if one >= 0:
            held = np.sort(shares[one, s:end])[::-1]
            found[one].append(Stretch(s, end, float(held[0] + 0.3 * held[1:3].sum()), entry[s] == FRESH and shares[one, s] >= 2 * LEAST))
        s = end
    best = [max((run.score for run in runs), default=0.0) for runs in found]
    least = [LEAST if has else CLOSE * top for has, top in zip(owed, best, strict=True)]
    return [sorted((r for r in runs if r.score >= bound), key=lambda r: -r.score) for runs, bound in zip(found, least, strict=True)]


class Aligned:
    """The questions of a debate and the sentences that go with each.

    Args:
        passages: of the debate.
        shares: a row per question, a column per sentence: what they have in common.
        named: a row per question, a column per sentence: 1 where it says that a question of this asker is next.
        of_others: whether a sentence, a column, names members, and not whoever put a question, a row.
        items: the questions.
        owed: for each whether it still has no answer, as the reply to it put it off (True), or has one in the reply to another (False); else None.
        told: whether a sentence, a column, tells the figure that a question, a row, asks for.

    ``runs``: for each question its stretches, best first. ``owners``: the question each sentence goes with, -1 for none.
    """

    def __init__(
        self,
        passages: Passages,
        shares: Floats,
        named: Floats,
        of_others: NDArray[np.bool_],
        items: Sequence[Item],
        owed: Sequence[bool | None],
        told: NDArray[np.bool_],
    ) -> None:
        successor = [
            i + 1 if i + 1 < len(items) and same(one.turn.speaker, items[i + 1].turn.speaker) else -1 for i, one in enumerate(items)
        ]
        texts = [p.turn.text[a:b] for p in passages.all for a, b in p.sentences]
        shares = shares * np.array([TAKES_UP if takes_up(t) or is_question(t) else 1.0 for t in texts])
        entry, turns = _costs(passages, shares), [p.turn.number for p in passages.all for _ in p.sentences]

        owed, named = list(owed), named.copy()

        def divide() -> list[list[Stretch]]:
            return _runs(shares, _align(shares, entry, turns, successor), entry, turns, owed)

        once, plain = divide(), shares.copy()
        by = _owners(once, len(turns))
        held = _claimed(by, shares, texts)
        heads = np.maximum.accumulate(np.where(entry == FRESH, np.arange(len(turns)), 0))  # where each sentence's subject was taken up
        for i, runs in enumerate(once):
            elsewhere = np.ones(shares.shape[1], dtype=bool)
            if runs:
                elsewhere[runs[0].first : runs[0].end] = False
                if owed[i] is None and any(map(comes_later, texts[runs[0].first : runs[0].end][:SOON])):
                    owed[i] = True
                    named[i, : runs[0].end] = 0  # what it puts off comes after it
            has = owed[i]
            claims = shares[i] * np.where(elsewhere, OWED if has or (has is None and not runs) else AGAIN, 1.0)
            # no more than another question of the same paragraph that holds a sentence: else it takes the answer to its neighbour
            for s in np.flatnonzero(held):
                headed = plain[i, heads[s]] > plain[by[s], heads[s]]  # "Dan de rolstoelen.": what follows is of who asked about them
                if by[s] != i and items[i].beside(items[by[s]]) and not (told[i, s] or headed):
                    claims[s] = min(claims[s], max(shares[i, s], plain[by[s], s]))
            shares[i] = claims
        first = divide()
        owners = _owners(first, len(turns))
        claimed = _claimed(owners, shares * ~of_others, texts)
        has_own = [any(claimed[s] for run in runs for s in range(run.first, run.end)) for runs in first]
        unanswered = np.array([not told or bool(has) for told, has in zip(has_own, owed, strict=True)])
        bonus = np.array([[PUT_OFF if has else LEFT] for has in owed]) * named * _due(owners, shares, turns, items, unanswered)
        bonus += SOLE * shares / (shares.sum(axis=0) + LEAST) * (entry != LEANS)
        shares += bonus * unanswered[:, None] * ~claimed * ~of_others
        last = divide()
        owners = _owners(last, len(turns))

        def whole(run: Stretch) -> Stretch:
            """A stretch with the time that leans on its last sentence, and goes with no question: "De lijst is in bewerking. Die komt in mei."."""
            due = turns[run.end : run.end + 1] == [turns[run.first]] and owners[run.end] < 0 and entry[run.end] == LEANS
            return replace(run, end=run.end + 1) if due and _COMES.match(texts[run.end]) and DATE.search(texts[run.end]) else run

        self.runs = [[whole(run) for run in runs] for runs in last]
        self.owners = _owners(self.runs, len(turns))


def _claimed(owners: Sequence[int], shares: Floats, texts: Sequence[str]) -> NDArray[np.bool_]:
    """Which sentences hold words of the question they go with, or announce one that does."""
    strong = [owner >= 0 and bool(shares[owner, s] >= LEAST) for s, owner in enumerate(owners)]
    after = zip([*owners[1:], -1], [*strong[1:], False], strict=True)
    leads = [held and announces(t) and owner == one for t, one, (owner, held) in zip(texts, owners, after, strict=True)]
    found: NDArray[np.bool_] = np.array(strong) | np.array(leads)
    return found


def _due(owners: Sequence[int], shares: Floats, turns: Sequence[int], items: Sequence[Item], unanswered: NDArray[np.bool_]) -> Floats:
    """How much an unanswered question is due at each sentence: most where it comes after the one its asker had answered last, of what they asked last."""
    found = np.full(shares.shape, LESS)
    for asker in {key(item.turn.speaker) for item in items}:
        theirs = [i for i, item in enumerate(items) if key(item.turn.speaker) == asker]
        last = -1
        for s, owner in enumerate(owners):
            if owner in theirs and shares[owner, s] >= LEAST:
                last = owner
            left = [i for i in theirs if unanswered[i] and items[i].turn.number < turns[s]]
            latest = [i for i in left if items[i].turn is items[left[-1]].turn]
            due = next((i for i in latest if i > last), latest[0] if latest else None)
            if due is not None:
                found[due, s] = 1.0
    return found


def _owners(runs: Sequence[Sequence[Stretch]], size: int) -> list[int]:
    owners = [-1] * size
    for i, mine in enumerate(runs):
        for run in mine:
            owners[run.first : run.end] = [i] * (run.end - run.first)
    return owners
