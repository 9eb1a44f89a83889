"""What somebody asked, as an answer: "Welke vragen stelde BBB?", "Wat vroeg mevrouw Vos aan de minister?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.cues import asks
from rag.exchange import exchange
from rag.ledgers import asked_in
from rag.lookup import LookedUp
from rag.promised import Promises
from rag.replied import MOST, govern, subject_of, where
from rag.shelf import Shelf
from rag.tables import forms
from rag.text import sentences, words
from rag.types import Filter, Language, Meeting, Question, Quote, Understood
from rag.verify import holds

_WHAT = forms("asking", "asker", "what")
_OFFICES = frozenset({"minister", "staatssecretaris"})
_TO_GOVERNMENT = re.compile(
    r"\b(?:aan|to)\s+(?:de|het|the)\s+(minister|staatssecretaris|bewinds\w+|regering|kabinet|government|state secretary)", re.I
)


class PutBy(Promises):
    """Questions of those who are asked about, in spoken order, at most five of how many there are in all."""


def put_by(looked: LookedUp, shelf: Shelf, past: Sequence[Quote] = ()) -> PutBy | None:
    """The questions that a party or member put, where no subject is named; None where something else is asked, or they put none.

    ``past`` was told already, and is left out.
    """
    asked, meetings, language = looked.asked, looked.once, looked.record
    limits = asked.filter
    if not (limits.parties or limits.speakers) or not _WHAT.search(asked.question) or subject_of(looked):
        return None
    if limits.speakers and govern(limits.speakers, shelf, meetings):
        return None
    to = asked.prefer
    office = _TO_GOVERNMENT.search(asked.question)
    governs = office is not None or bool(to.speakers and govern(to.speakers, shelf, meetings))
    quotes: list[Quote] = []
    for meeting in where(looked):
        put: dict[Quote, None] = {}
        if governs or not (to.parties or to.speakers):
            put |= dict.fromkeys(_to_government(meeting, shelf, language, office[1].casefold() if office else ""))
        if not governs:
            put |= dict.fromkeys(_to_members(meeting, shelf, language, to))
        quotes += [q for q in sorted(put, key=lambda q: (q.turn.number, q.start)) if _theirs(q, asked) and q not in past]
    return PutBy(tuple(quotes[:MOST]), len(quotes)) if quotes else None


def _theirs(quote: Quote, asked: Understood) -> bool:
    who = quote.turn.speaker
    return who.party in asked.filter.parties if not asked.filter.speakers else who.name in asked.filter.speakers


def _to_government(meeting: Meeting, shelf: Shelf, language: Language, office: str) -> Iterator[Quote]:
    """The questions to the government; those that somebody of another office answered, or is asked by name, left out where one is asked about."""
    for item in asked_in(shelf, meeting):
        if _of_another(item, office):
            continue
        yield item.quote
        yield from (q for q in item.also if asks(q.text, language))


def _of_another(item: Question, office: str) -> bool:
    if office not in _OFFICES:
        return False
    others = _OFFICES - {office}
    said = {word.casefold() for q in (item.quote, *item.also) for word in words(q.text)}
    by = {(a.turn.speaker.office or "").casefold().partition(" ")[0] for a in item.answers}
    return bool(said & others and office not in said) or bool(by and by <= others)


def _to_members(meeting: Meeting, shelf: Shelf, language: Language, to: Filter) -> Iterator[Quote]:
    """The questions with which one breaks in on a member's speech; of all members, or of those the question names."""
    for place in exchange(list(shelf.turns(meeting.id)), shelf.events(meeting.id)).interruptions():
        floor = place.floor
        if floor is None or floor.role != "member":
            continue
        if not (to.parties or to.speakers) or floor.party in to.parties or floor.name in to.speakers:
            told = (Quote(place.turn, a, b) for a, b in sentences(place.turn.text) if asks(place.turn.text[a:b], language))
            yield from (q for q in told if holds(q))
