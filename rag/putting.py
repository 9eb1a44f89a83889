"""What a sentence answers: a question retold before it in its own turn, or the one that was put right before that turn."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.exchange import ANSWERING, cue
from rag.restated import noun_alone, takes_up
from rag.text import is_question, sentences
from rag.types import Turn

REACH = 6  # sentences that a question holds on for
PUT = 4  # sentences at the end of a turn that may put a question together
ASIDE = 10  # words of the chair between a question and its reply
LONG = 150  # words from which what somebody said is a speech, and not only a question

Key = tuple[str, int]
_POINTS = re.compile(r"\b(?:het|dat|dit|die|deze|daar\w*|hier\w*|er\w*|it|that|this|those)\b", re.I)


@dataclass(frozen=True, slots=True)
class Put:
    """A question as it was put: the sentences ``spans`` of a turn; in the turn that answers it, as it was retold."""

    turn: Turn
    spans: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The words that put it."""
        return " ".join(self.turn.text[start:end] for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Answering:
    """What a sentence answers, and how many sentences of the answer stand between."""

    put: Put
    after: int


def neighbours(turns: Sequence[Turn]) -> set[Key]:
    """The places of the turns that may put the question a turn answers, or answer the one it puts."""
    return {(t.meeting, t.number + step) for t in turns for step in (-4, -3, -2, -1, 1, 2) if t.number + step > 0}


def answering(turn: Turn, spans: Sequence[tuple[int, int]], before: Turn | None) -> list[Answering | None]:
    """For each sentence of a turn the question it answers, where the record shows one.

    Whoever answers tells again what was asked, asks it himself, or goes over to a subject; what follows, up to the next, answers that.
    The first words of a reply answer the turn before it.

    Args:
        turn: the turn.
        spans: its sentences.
        before: the turn it replies to; see `replied_to`.
    """
    now, since = (Put(before, _putting(before)), -1) if before else (None, -1)
    subject: tuple[tuple[int, int], ...] = ()  # what the heading of this part names: "Dan het stelsel. (…) Wie gaat het doen?"
    found: list[Answering | None] = []
    for i, (start, end) in enumerate(spans):
        text = turn.text[start:end]
        asks, heads = is_question(text), i > 0 and noun_alone(text)
        if turn.speaker.role in ANSWERING and (asks or heads or takes_up(text)):
            # retold in two sentences, or a subject and then the question
            own = now.spans if now and now.turn is turn and since == i - 1 else subject if asks and _POINTS.search(text) else ()
            now, since = Put(turn, (*own, (start, end))), i
            subject = subject if asks else ((start, end),)
            found.append(None)
        else:
            found.append(Answering(now, i - since - 1) if now and i - since <= REACH else None)
    return found


def replied_to(turn: Turn, around: Mapping[Key, Turn]) -> Turn | None:
    """The turn that a turn replies to: somebody's question right before it, but for a word of the chair; None where it replies to none.

    Args:
        turn: the turn.
        around: the turns near it.
    """
    before = _beside(turn, around, -1)
    return before if before and _replies(turn, before, around) else None


def reply_to(turn: Turn, around: Mapping[Key, Turn]) -> Turn | None:
    """The turn that replies to the question a turn ends in. See `replied_to`."""
    after = _beside(turn, around, 1)
    return after if after and _replies(after, turn, around) else None


def _beside(turn: Turn, around: Mapping[Key, Turn], step: int) -> Turn | None:
    """The turn before or after a turn; a word of the chair that gives nobody the floor does not stand between."""
    beside = around.get((turn.meeting, turn.number + step))
    if beside and beside.speaker.role == "chair" and beside.words <= ASIDE and not cue("chair", "floor").search(beside.text):
        beside = around.get((turn.meeting, turn.number + 2 * step))
    return beside


def _replies(turn: Turn, before: Turn, around: Mapping[Key, Turn]) -> bool:
    """Whether a turn replies to the one before it: the government and guests to every member, a member to whoever broke in with a question."""
    if before.speaker.role != "member" or before.speaker == turn.speaker:
        return False
    short = before.words < LONG
    if turn.speaker.role in ANSWERING:
        return short or _asks(before)
    interrupted = _beside(before, around, -1)
    return turn.speaker.role == "member" and short and _asks(before) and interrupted is not None and interrupted.speaker == turn.speaker


def _asks(turn: Turn) -> bool:
    return any(is_question(turn.text[a:b]) for a, b in _putting(turn))


def _putting(turn: Turn) -> tuple[tuple[int, int], ...]:
    """The sentences that put the question a turn ends in: its last ones, up to the last that asks."""
    spans = sentences(turn.text)
    last = next((i for i in range(len(spans) - 1, -1, -1) if is_question(turn.text[slice(*spans[i])])), len(spans) - 1)
    last = last if last >= len(spans) - PUT else len(spans) - 1
    return spans[max(0, last + 1 - PUT) : last + 1]
