"""What is asked of an answer that was given: more, why, or one thing beside it. Nothing that was told is told again."""

from __future__ import annotations

import re
from typing import Literal

from rag.followup import added, other_time
from rag.kind import BECAUSE, Kind, kind_of
from rag.text import content_stems, is_question, sentences, words
from rag.types import Answer, Language, Passage, Quote, Understood
from rag.verbatim import Candidate, quotable

More = Literal["more", "why", "one thing", "then"]
NEAR = 2  # sentences around one in which its reason may stand, or what belongs with it
FURTHER = 100  # characters after what was told, in which the date or amount stands that is asked about
SOON = 10  # turns in which somebody comes back to it
WHY_PUT = 0.3  # share of the question that a member's "waarom" holds, from which what replies to it is the reason

_WHY = re.compile(r"\b(?:waarom|hoezo|why)\b", re.I)


def asked_more(asked: Understood) -> More:
    """What a follow-up asks of the answer before it: more of it, why, an amount or a date that belongs with it, or the same at another time."""
    extra = added(asked.question, asked.again)
    if other_time(extra):
        return "then"
    name = kind_of(extra, asked.language, asked.language).name
    return "more" if name == "other" else "why" if name == "reason" else "one thing"


def right_beside(told: Answer, asked: Understood, language: Language) -> Candidate | None:
    """The sentence that gives what is asked beside an answer: one of it, else one right by it; None where there is none."""
    extra = added(asked.question, asked.again)
    kind, time = kind_of(extra, asked.language, language), other_time(extra)
    for quote in (c.quote for c in told.citations):
        spans = sentences(quote.turn.text)
        own = [i for i, (start, _) in enumerate(spans) if quote.start <= start < quote.end]
        after = range(own[-1] + 1, min(len(spans), own[-1] + 1 + NEAR)) if own else ()
        for i in (*own, *after, *(range(own[0] - 1, max(-1, own[0] - 1 - NEAR), -1) if own else ())):
            start, end = spans[i]
            text = quote.turn.text[start:end]
            fits = time in " ".join(words(text)) if time else kind.held(text, language)
            if fits and not is_question(text) and quotable(quote.turn, start, end):
                return Candidate(Passage(1, quote.turn, 1.0, spans), i, 1.0, 1.0)
    return None


def not_again(candidates: list[Candidate], told: Answer, more: More, kind: Kind, language: Language) -> tuple[list[Candidate], str]:
    """What was not told in the answer before, and the name of a note.

    Asked why: what replies to who asked why, what stands by its first sentence and gives a reason, else what is said right after.
    Asked for an amount or a date: what gives one.

    Args:
        candidates: sentences that may answer, best first.
        told: the answer before.
        more: what is asked of it.
        kind: what kind of thing that is.
        language: of the record.
    """
    quotes = [c.quote for c in told.citations]
    left = [c for c in candidates if not _at(c, quotes)]
    if more != "why":
        left = [c for c in left if more == "more" or (more == "one thing" and kind.held(c.text, language))]
        return left, "" if left else "no_more" if more == "more" else "not_beside"
    said = {one for q in quotes for one in content_stems(q.turn.text[q.start : q.end + FURTHER], language)}
    replying = [c for c in left if c.put and _WHY.search(c.put.text) and _later(c, quotes)]
    replying = [c for c in replying if c.put and (c.about >= WHY_PUT or said & set(content_stems(c.put.text, language)))]
    giving = [c for c in candidates if BECAUSE.search(c.text)]
    near = [c for c in giving if any(_at(c, quotes[:1], n) for n in range(-NEAR, NEAR + 1))]
    if reasons := replying or near or [c for c in giving if _at(c, quotes)]:
        return reasons, ""
    after = [c for c in left if _at(c, quotes[:1], 1) and not is_question(c.text)]
    after = after or [c for c in candidates if _at(c, quotes[1:])]  # what was told besides may be why
    return after, "no_reason" if after else ""


def _at(one: Candidate, quotes: list[Quote], back: int = 0) -> bool:
    """Whether a sentence, or the one so many before it, is among these."""
    turn, at = one.passage.turn, one.index - back
    if not 0 <= at < len(one.passage.sentences):
        return False
    start = one.passage.sentences[at][0]
    return any((turn.meeting, turn.number) == (q.turn.meeting, q.turn.number) and q.start <= start < q.end for q in quotes)


def _later(one: Candidate, quotes: list[Quote]) -> bool:
    """Whether a sentence was said within a few turns after what was told."""
    turn = one.passage.turn
    return any(turn.meeting == q.turn.meeting and 0 < turn.number - q.turn.number <= SOON for q in quotes[:1])
