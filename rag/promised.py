"""Promises as an answer: "Wat heeft minister X toegezegd?" names no subject, so the debate's commitments are what is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.commitments import commitments
from rag.retrieve import Search
from rag.shelf import Shelf
from rag.text import sentences, stem
from rag.types import Commitment, Meeting, Passage, Quote, Understood

MOST = 5  # promises in an answer
MEETINGS = 5  # meetings whose commitments are read: the latest in which whoever is asked about speaks

_ASKS = re.compile(
    r"\b(?:toegezegd|toezegging\w*|zegt\b.*\btoe|zegde\b.*\btoe|beloofd|belooft|beloofde|beloftes?|promised?|promises|commitments?|committed)\b",
    re.I,
)
# words of such a question that name no subject
_PLAIN = frozenset(
    stem(word)
    for word in """toegezegd toezegging toezeggingen toezegt toezegde toezeggen zegde beloofd belooft beloofde belofte beloftes beloven gedaan doen doet
    minister ministers staatssecretaris staatssecretarissen bewindspersoon bewindspersonen bewindsman bewindsvrouw kabinet regering premier
    kamer kamerleden debat overleg vergadering commissiedebat allemaal precies concreet verder vandaag promise promised promises commitment
    commitments committed make made state secretary government cabinet debate parties fractie fracties partij partijen""".split()
)


@dataclass(frozen=True, slots=True)
class Promises:
    """The promises that answer, at most five, and how many there are of that kind in all."""

    quotes: tuple[Quote, ...]
    total: int

    @property
    def shown(self) -> int:
        """How many of them are given."""
        return len(self.quotes)


def promises(asked: Understood, found: Search, shelf: Shelf, meetings: Sequence[Meeting]) -> Promises | None:
    """What was promised by whom the question asks about, to whom it asks about; None where it asks something else.

    Args:
        asked: the question as it was understood.
        found: what was retrieved; its terms tell whether a subject is named.
        shelf: where the meetings stand.
        meetings: the meetings searched, each debate once.
    """
    # "de SP heeft toegezegd" is no commitment: those are the government's
    if not _ASKS.search(asked.question) or asked.filter.parties or any(t.stem not in _PLAIN for t in found.terms):
        return None
    asks = [m for m in meetings if _speaks(asked, shelf, m)][-MEETINGS:]
    each = [[c for c in commitments(m, shelf.turns(m.id), shelf.events(m.id)) if _meant(c, asked)] for m in asks]
    if asked.filter.speakers and not asks:
        return None
    # read out by the chair first, as it is undisputed; and of every debate the first before the second of any
    ranked = sorted((number, i, c) for i, own in enumerate(each) for number, c in enumerate(sorted(own, key=lambda c: c.origin != "both")))
    chosen = sorted(((i, c) for _, i, c in ranked[:MOST]), key=lambda one: (one[0], one[1].quote.turn.number, one[1].quote.start))
    return Promises(tuple(c.quote for _, c in chosen), len(ranked))


def _speaks(asked: Understood, shelf: Shelf, meeting: Meeting) -> bool:
    names = asked.filter.speakers
    return any(s.role == "government" and (not names or s.name in names) for _, s, _ in shelf.speakers((meeting.id,)))


def _meant(one: Commitment, asked: Understood) -> bool:
    """Whether a commitment is by, and to, whom is asked about."""
    by, to = asked.filter.speakers, asked.prefer
    if by and one.speaker not in by:
        return False
    if not (to.parties or to.speakers):
        return True
    return any(a.party in to.parties or a.name in to.speakers for a in one.to)


def first(found: Sequence[Passage], quotes: Sequence[Quote]) -> tuple[Passage, ...]:
    """The passages with the turns of these quotes in front."""
    turns = list(dict.fromkeys(q.turn for q in quotes))
    best = max((p.score for p in found), default=1.0)
    rest = [p for p in found if p.turn not in turns]
    front = [Passage(0, turn, best, sentences(turn.text)) for turn in turns]
    return tuple(Passage(n, p.turn, p.score, p.sentences) for n, p in enumerate([*front, *rest], 1))
