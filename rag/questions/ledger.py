"""The questions of a debate: asked, put together, tied to what answers them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rag.exchange import exchange
from rag.questions.answered import Answers
from rag.questions.asked import asked
from rag.questions.items import Item, items
from rag.questions.line import reserved, shares
from rag.rectified import rectified
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
    tied = [(item, q) for item in answers.items if (q := _question(item, answers, language)) is not None]
    # "Ik miste nog iets over het platteland. Komt er een fonds?" asks one thing, unless each has its own answer
    leads = answers.evidence.reminders.leads_up
    led = {q.quote for (item, q), (_, after) in pairwise(tied) if leads(item) and {*q.answers} <= {*after.answers}}
    made = [q for _, q in tied if q.quote not in led]
    return tuple(replace(q, reserve="") if q.reserve == "perhaps" and _put_again(q, made, language) else q for q in made)


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


def _put_again(one: Question, made: Iterable[Question], language: Language) -> bool:
    """Whether the answer to a question is the reply to its asker, who came back to it: "Ik vroeg nog naar …"."""
    asker, answers = one.quote.turn.speaker, set(one.answers)
    later = (q for q in made if q.quote.turn.speaker == asker and q.quote.turn.number > one.quote.turn.number)
    return any(not q.reserve and answers & set(q.answers) and shares(one, q.quote.turn.text, language) for q in later)


def _question(item: Item, answers: Answers, language: Language) -> Question | None:
    """None when the words that ask may not be quoted."""
    main = Quote(item.turn, item.main.start, item.main.end)
    if not holds(main):
        return None
    spans = [(a.start, a.end) for a in item.rest] + ([item.before] if item.before else [])
    beside = [*(Quote(item.turn, a, b) for a, b in sorted(spans)), *answers.evidence.reminders.of(item)]
    also = tuple(q for q in beside if holds(q) and not _EMPTY.fullmatch(q.text))
    reply = answers.to(item)
    right = dict.fromkeys(one for _, one in rectified([p.turn for p in answers.evidence.debate.places], reply.quotes))
    return reserved(Question(main, also, reply.status, (*reply.quotes, *right)), language)


# "Ik heb een vraag.", "Dat is helder, dank.": nothing a reader needs beside the question
_EMPTY = re.compile(
    r"\W*(?:(?:dan|en|nog|voorzitter|maar)\W+)*(?:ik heb|heb ik)(?: \w+){0,3} (?:vraag|vragen)(?: (?:aan|voor) (?:de|het) [\w-]+)?\W*|(?:\w+\W+){0,4}(?:dank|bedankt|helder)(?: (?:u|je|voor|wel|\w+)){0,2}\W*",
    re.I,
)
