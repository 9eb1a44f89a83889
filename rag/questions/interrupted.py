"""Interruptions: who broke in on whom, and what about: the question, else the first sentence that says something."""

from __future__ import annotations

import re
from collections.abc import Container

from rag.cues import asks, marks, of_course
from rag.exchange import Exchange, Place
from rag.exchange import cue as exchange_cue
from rag.questions.cues import cue, subject_stems
from rag.text import is_question, words
from rag.types import Interruption, Language, Quote, Speaker
from rag.verify.quotes import follows, holds, spans

LEAST = 4  # words of a sentence that says something
TELLING, ENOUGH = 3, 2  # content words of one that says what it is about; of one that will do where none says more
LONGEST = 40  # words of a question with the sentence before it
_COURTESY = re.compile(r"\W*(?:dank|bedankt|voorzitter|excuses|sorry|pardon|thank)\b", re.I)


def interruptions(debate: Exchange, language: Language = "nl", listed: Container[int] = ()) -> tuple[Interruption, ...]:
    """Members breaking in on members and on the government, in spoken order.

    What somebody says after a word of the chair ("Uw vraag?") is the same interruption; a follow-up after an answer is another.
    Once the chair has read out the promises the last speech is over: until somebody has the floor again nobody is broken in on.

    Args:
        debate: from `rag.exchange.exchange`.
        language: of the record.
        listed: the turns in which the chair reads out what was promised.
    """
    found: list[Interruption] = []
    last: str | None = None
    over: Speaker | None = None
    for place in debate.places:
        speaker = place.turn.speaker
        over = place.floor if place.turn.number in listed or place.floor == over else None
        if speaker.role == "chair":
            continue
        if place.interrupts and place.floor != over and speaker.name != last:
            quote = _first(place, language)
            if quote is not None and place.floor is not None:
                found.append(Interruption(quote, place.floor))
                last = speaker.name
        else:
            last = speaker.name if place.interrupts else None
    return tuple(found)


def _first(place: Place, language: Language) -> Quote | None:
    """What it is about: the first question that says so, with the sentence before it where it points back at that ("Waar komt de rest vandaan?").

    Where nothing is asked, the first sentence that says something; courtesies and "Ik heb een vraag." left out. None when nothing else is said.
    """
    turn = place.turn
    every = [q for q in (Quote(turn, a, b) for a, b in spans(turn.text)) if holds(q)]
    quotes = [q for q in every if len(words(q.text)) >= LEAST and not _thanks(q.text, language)]
    if not quotes and any(
        is_question(q.text) for q in every
    ):  # "En de subsidie? Stopt hij daarmee?": a few words that ask are one all the same
        return Quote(turn, every[0].start, every[-1].end)
    plain = [q for q in quotes if not _COURTESY.match(q.text)] or quotes
    told = [_said(q.text, language) for q in plain]
    asking = [i for i, q in enumerate(plain) if told[i] and asks(q.text, language)]
    at = next((i for i in asking if told[i] >= TELLING), asking[0] if asking else None)
    if at is not None:
        joined = Quote(turn, plain[at - 1].start, plain[at].end) if at and told[at] < TELLING else plain[at]
        if joined is plain[at] or (told[at - 1] and follows(plain[at - 1], plain[at]) and len(words(joined.text)) <= LONGEST):
            return joined
    first = next((q for least in (TELLING, ENOUGH) for q, said in zip(plain, told, strict=True) if said >= least), None)
    return first or (plain[0] if plain else None)


def _thanks(text: str, language: Language) -> bool:
    """Whether a sentence is a courtesy and no more: "Daar ben ik de Minister erkentelijk voor."."""
    return "courtesy" in marks(text, language) and not is_question(text) and _said(text, language) < TELLING


def _said(text: str, language: Language) -> int:
    """Content words of a sentence; none when it only announces what comes ("Ik heb nog een korte vraag aan de VVD.")."""
    if of_course(text) or cue("request", "lead").search(text) or exchange_cue("chair", "own", "interruption").search(text):
        return 0
    return len(subject_stems(text, language))
