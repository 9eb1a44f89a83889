"""The questions of a debate: asked, put together, tied to what answers them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.exchange import exchange
from rag.questions.answered import Answers
from rag.questions.asked import Ask, asked
from rag.questions.items import Item, items
from rag.questions.line import reserved
from rag.types import Citation, Event, Language, Meeting, Motion, Question, Quote, Turn
from rag.verify import Numbering
from rag.verify.quotes import holds


def questions(
    turns: Sequence[Turn], events: Iterable[Event] = (), motions: Iterable[Motion] = (), language: Language = "nl"
) -> tuple[Question, ...]:
    """Every question members put to the government, with the sentences that answer it.

    Args:
        turns: of one meeting, in spoken order.
        events: of that meeting; each subject of a sitting is searched apart.
        motions: of that meeting; what a motion asks is no question.
        language: of the record.
    """
    debate = exchange(turns, events)
    found = items(asked(debate, motions, language), language)
    answers = Answers(debate, found, language)
    return tuple(q for item in found if (q := _question(item, answers, language)) is not None)


def answers_of(found: Iterable[Question], meeting: Meeting) -> tuple[Citation, ...]:
    """The answers of questions as citations, numbered 1, 2, 3 … in the order of the questions.

    Args:
        found: from `questions`.
        meeting: gives the reference.
    """
    numbering = Numbering({meeting.id: meeting.reference})
    for question in found:
        for quote in question.answers:
            numbering.number(quote)
    return numbering.citations


def _question(item: Item, answers: Answers, language: Language) -> Question | None:
    """None when the words that ask may not be quoted."""
    main = _quote(item.main)
    if not holds(main):
        return None
    spans = [(a.start, a.end) for a in item.rest] + ([item.before] if item.before else [])
    also = tuple(q for q in (Quote(item.turn, a, b) for a, b in sorted(spans)) if holds(q))
    reply = answers.to(item)
    return reserved(Question(main, also, reply.status, reply.quotes), language)


def _quote(ask: Ask) -> Quote:
    return Quote(ask.turn, ask.start, ask.end)
