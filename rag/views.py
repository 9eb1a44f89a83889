"""What a page lists as an answer: "Wat wil de SP?" names no subject, and asks for the party's positions; of a minister, for what is promised and announced."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from rag.kind import WHETHER, kind_of
from rag.ledgers import promised_in
from rag.lexicon import no_subject
from rag.lookup import LookedUp
from rag.promised import Promises
from rag.shelf import Shelf
from rag.text import stem
from rag.types import Meeting, Quote, Role, Speaker
from rag.verbatim import asks_for
from rag.verify.quotes import overlap
from rag.wordindex import in_scope

MOST = 5  # positions in an answer, of all that is asked about together where that is more than one party
EVERY = 20  # announcements that are counted
MEETINGS = 5  # meetings of which they are read: the latest
_PLAIN = no_subject("views")  # words of such a question that name no subject

_NOT = re.compile(r"\b(?:niet|geen|not|no)\b", re.I)
_OF_A_PLAN = re.compile(
    r"\b(?:van|over|met|tegen|voor|of|about) (?:het|de|dit|dat|die|deze|the|that|this|those) (?:plan(?:nen|s)?|thema\w*|punt\w*)\b", re.I
)


class Views(Promises):
    """What parties want, find or reject: what counts most first, and how many positions their pages have in all."""


class Announced(Views):
    """What the government promises and announces, as it was said, and how much of it is found in all."""


class Summed(Views):
    """The first of each party's positions, and of what the government promised or announced."""


def views(looked: LookedUp, shelf: Shelf, past: Sequence[Quote] = ()) -> Views | None:
    """The positions of the parties or members that a question asks about, or what the government announced; None where it asks something else, or
    there are none.

    ``past`` was told already, and is left out.
    """
    limits = looked.asked.filter
    theirs = {s.party for s in looked.cast.speakers if s.name in limits.speakers}
    who = [*limits.speakers, *(party for party in limits.parties if party not in theirs)]
    every = not who and not looked.roles and asks_for(looked.asked.question, "sums_up")
    if not who and (looked.roles == ("member",) or every):  # "Wat willen de partijen?"
        who = list(dict.fromkeys(s.party for s in looked.cast.speakers if s.role == "member" and s.party))
        who += dict.fromkeys(s.name for s in looked.cast.speakers if s.role == "government" and every)
    elif not who and looked.roles == ("government",):
        who = list(looked.of_office.filter.speakers or dict.fromkeys(s.name for s in looked.cast.speakers if s.role == "government"))
    if (
        not who
        or any(stem(word) not in _PLAIN for t in looked.found.terms for word in t.word.split())
        or not _asks(looked, {*who, *limits.parties})
    ):
        return None
    meetings = [m for m in looked.once if in_scope(m, limits)][-MEETINGS:]
    among = {s for s in looked.cast.speakers if _role(looked) in {None, s.role}}
    if of := theirs & {*limits.parties}:  # "Wat wil Jansen (CDA)?", where another Jansen sits for the SP
        among = {s for s in among if s.name not in limits.speakers or s.party in of}
    lists = [found for name in who for meeting in meetings if (found := _of(name, among, meeting, shelf, past))]
    alone = len(lists) == 1 and lists[0][0].turn.speaker.role == "member"
    told = tuple(q for found in lists for q in (found if alone else found[: max(1, MOST // len(lists))]))
    if looked.roles == ("government",):
        told = tuple(sorted(told, key=lambda q: (meetings.index(shelf.meeting(q.turn.meeting)), q.turn.number, q.start)))
        return Announced(told, sum(map(len, lists))) if told else None
    return (Summed if every else Views)(told, sum(map(len, lists))) if told else None


def _asks(looked: LookedUp, who: Set[str]) -> bool:
    """Whether a question asks what these want or think: not whether, why or what they ask, nor what they think of somebody."""
    question = looked.asked.question
    govern = looked.roles == ("government",)
    stands = asks_for(question, "wish", "deed") if govern else asks_for(question, "wish", "view", "sums_up")
    of_others = any(not {m.known, *(s.name for s in m.who)} & who for m in looked.spoken_of)
    what = kind_of(question, looked.asked.language, looked.record).name == "other" and not WHETHER.search(question)
    if _NOT.search(question) or _OF_A_PLAN.search(question):
        return False  # "Wat wil de SP niet?", "Wat vindt zij van het plan?"
    return stands and what and not of_others and not asks_for(question, "questions")


def _role(looked: LookedUp) -> Role | None:
    """The role of whom a question asks about, where only one has it: a member and a minister may share a name."""
    roles = {s.role for m in looked.spoken_of for s in m.who} | {*looked.roles}
    return next(iter(roles)) if len(roles) == 1 else None


def _of(name: str, among: Set[Speaker], meeting: Meeting, shelf: Shelf, past: Sequence[Quote]) -> list[Quote]:
    """What the page of one party or member, or of the government, lists of this one's in a debate."""
    from rag.summarise import announced, kept  # here: a question of another kind does not wait for it
    from rag.summarise.positions import MORE, Candidate, candidates, choose

    debate = kept(shelf, meeting)
    spoke = {t.speaker for t in debate.turns if name in {t.speaker.party, t.speaker.name} and t.speaker in among}
    if any(s.role == "government" for s in spoke):
        promised = sorted(promised_in(shelf, meeting), key=lambda c: c.origin != "both")  # what the chair read out is undisputed
        deeds = [c.quote for c in promised] + [c.quote for c in choose(announced(debate), EVERY)]
        deeds = [q for i, q in enumerate(deeds) if not any(overlap(q, other) for other in (*deeds[:i], *past))]
        return [q for q in deeds if q.turn.speaker in spoke]
    found: list[Candidate] = []
    for party in sorted({s.party for s in spoke if s.role == "member" and s.party}):
        found += candidates(debate, party)
    theirs = [c for c in found if c.turn.speaker in spoke and not any(overlap(c.quote, q) for q in past)]
    return [c.quote for c in choose(theirs, more=MORE)]
