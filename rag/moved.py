"""Motions as an answer: what a motion asks, in its mover's words, and what the government said of it, in the government's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from rag.kind import decided, kind_of
from rag.lexicon import Cover, Term, no_subject, terms
from rag.lookup import LookedUp
from rag.motions import VERDICTS, Moved, announced, final, joined, said_of, surname
from rag.numbered import moved, numbered
from rag.rarity import rarity_elsewhere
from rag.retrieve import Search
from rag.shelf import Shelf
from rag.tables import table
from rag.text import stem, stems
from rag.types import Judgement, Language, Quote, Understood
from rag.verbatim import Candidate
from rag.verify.quotes import overlap
from rag.wordindex import speaks

MOST = 5  # quotes in an answer
FEW = 2  # motions that may both be meant where one is asked for: each is given with what it asks
MEETINGS = 5  # meetings whose motions are read: those of the best passages
NAMED = 0.5  # share of the subject that a motion's text holds, from which it is the one that is meant
UNNAMED = 0.6  # … where the question does not say that it is about a motion
OF_MOVER = 0.15  # … where its mover is named too
AHEAD = 0.1  # by which it leads the next one

Asks = Literal["verdict", "vote", "movers", "request", "announced"]

_MOTION = re.compile(r"\b(?!e?motions?\b)\w*moties?\b|\bmoties?-|\b(?<!e)motions?\b", re.I)
_PROPOSAL = re.compile(r"\b(?:het|een|dat|dit) (?:\w+ )?voorstel\b|\bthe (?:\w+ )?proposal\b", re.I)  # which may be a motion
_WHICH = re.compile(r"\b(?:welke moties?|which motions?)\b", re.I)
_PLURAL = re.compile(r"\b(?:moties|motions)\b", re.I)
# "Welke motie diende mevrouw Vos in en wat vond de minister ervan?": she moved it, and is not who found
_MOVED_AND = re.compile(rf"{_WHICH.pattern}(?P<moved>.*?)(?:,|\ben|\band)\s+(?=(?:wat|hoe|what|how)\b)", re.I)
_ASKS: dict[Asks, re.Pattern[str]] = {
    kind: re.compile(rf"\b(?:{'|'.join(forms)})\b", re.I) for kind, forms in table("motions")["asks"].items()
}
# words of such a question that name no subject of a motion
_PLAIN = no_subject("motions")
_TO_MOVE = re.compile(r"\b(?:gaat|gaan|wil|willen|zal|zullen|komt|komen|will|going to)\b", re.I)  # "Welke motie gaat zij indienen?"
_KINDS = frozenset({"other", "advice", "reason", "vote", "name"})


@dataclass(frozen=True, slots=True)
class Motions:
    """The quotes that answer, in the order to read them, and how many motions are meant in all.

    ``of``: the motions they are about. ``note``: the name of a note on why there are none; ``coming``: then, those that were announced.
    """

    quotes: tuple[Quote, ...]
    total: int
    of: tuple[Moved, ...] = ()
    note: str = ""
    coming: tuple[Quote, ...] = ()

    @property
    def shown(self) -> int:
        """How many of them are dealt with."""
        return len(self.of or self.quotes)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question about motions: what it wants to know of them, and the words, names and numbers it means them by."""

    asked: Understood
    text: str  # a follow-up without the question before it
    wants: Asks
    cover: Cover  # of the subject
    government: frozenset[str]
    language: Language

    @property
    def several(self) -> bool:
        return _PLURAL.search(self.asked.question) is not None

    def share(self, text: str) -> float:
        """How much of the subject a text holds."""
        return self.cover.share(self.cover.held(set(stems(text, self.language))))


def joined_in(shelf: Shelf, meeting: str) -> list[Moved]:
    """The motions of a meeting with what is said of them."""
    return shelf.once("motions", meeting, lambda: joined(shelf.turns(meeting), of) if (of := shelf.motions(meeting)) else [])


def motions(looked: LookedUp, shelf: Shelf, unnamed: bool = False) -> Motions | None:
    """What answers a question about a motion: its request, and where a verdict is asked for, that.

    No quotes where the record holds no verdict on the motion that is meant; None where no motion is meant, or it is not sure which.
    ``unnamed``: the question speaks of no motion, but asks the government of what one may be about.
    """
    asked, found, language = looked.asked, looked.found, looked.record
    if unnamed == bool(_MOTION.search(asked.question)):
        return None
    text = asked.question.rpartition(": ")[2]
    kind = kind_of(text, asked.language, language).name
    wants: Asks | None = "verdict" if unnamed else "vote" if kind == "vote" else _asks(text)
    if wants is None and "government" in asked.prefer.roles:
        wants = "verdict"
    if wants == "movers" and not any(shelf.motions(m.id) for m in looked.once):
        return _none_moved(looked, text, shelf)
    if wants == "announced" and looked.roles == ("government",) and not asked.filter.parties:
        return Motions((), 0, note="members_move", coming=_to_come(looked, shelf)[:MOST])
    if wants is None or kind not in _KINDS:
        return None
    ids = dict.fromkeys(p.turn.meeting for p in found.passages)
    meetings = list(islice((m for m in ids if joined_in(shelf, m)), MEETINGS))
    every = [one for m in meetings for one in joined_in(shelf, m)]
    named = {name for m in every for name in m.movers} | {*asked.prefer.parties, *asked.filter.parties}
    said = {s for name in named for s in stems(name, language)} | _PLAIN
    subject = tuple(t for t in _terms(found, asked, language) if not {t.stem, stem(t.word)} & said and not t.stem.isdigit())
    government = frozenset(s.name for _, s, _ in shelf.speakers(meetings) if s.role == "government")
    cover = Cover(subject, {t.stem: rarity_elsewhere(t.stem) if language == "nl" else 1.0 for t in subject})
    question = _Question(asked, text, wants, cover, government, language)
    chosen = _meant(every, question) if every and (subject or not unnamed) else []
    if unnamed:
        speakers = asked.filter.speakers or tuple(government)
        chosen = [m for m in chosen if government.issuperset(speakers) and final(m, speakers) and question.share(m.about) >= UNNAMED]
    if not chosen and wants == "announced":
        return _announced(looked, question, shelf)
    if not chosen or (unnamed and len(chosen) > 1):
        return None
    if wants == "vote":
        return _voted(chosen, text)
    if wants == "verdict":
        return _verdicts(chosen, question)
    told = [(one, q) for one in chosen[:MOST] if (q := one.request)]
    return Motions(tuple(q for _, q in told), len(chosen), tuple(one for one, _ in told)) if told else None


def _none_moved(looked: LookedUp, text: str, shelf: Shelf) -> Motions | None:
    """What is told of motions where none was moved: those that will be, where these are asked for; None where one moved elsewhere may be meant."""
    about = {s for t in looked.found.terms for s in stems(t.word, looked.record)} - _PLAIN
    if about and not _TO_MOVE.search(text) and not _WHICH.search(text):
        return None
    told = tuple(q for q in _to_come(looked, shelf) if speaks(q.turn.speaker, looked.asked.filter))[:MOST]
    return Motions(told, len(told)) if told and _TO_MOVE.search(text) else Motions((), 0, note="none_moved", coming=told)


def _to_come(looked: LookedUp, shelf: Shelf) -> tuple[Quote, ...]:
    """What members say of a motion to come."""
    return tuple(q for m in looked.once[-MEETINGS:] for q in announced(shelf.turns(m.id), looked.record))


def _announced(looked: LookedUp, question: _Question, shelf: Shelf) -> Motions | None:
    """What members say of a motion to come that nobody has moved; None where the chair is asked about, who moves none."""
    limits = looked.asked.filter
    if "chair" in {*limits.roles, *looked.asked.prefer.roles} and not limits.parties:
        return None
    told = [q for q in _to_come(looked, shelf) if speaks(q.turn.speaker, limits)]
    told = [q for q in told if not question.cover.terms or question.share(q.text) >= NAMED]
    return Motions(tuple(told[:MOST]), len(told))


def _voted(chosen: Sequence[Moved], text: str) -> Motions | None:
    """The last word on each of these motions; of "Welke moties zijn aangenomen?" those that were."""
    voted = [(one, one.votes[-1:]) for one in chosen if one.votes]
    if _WHICH.search(text):
        voted = [(one, votes) for one, votes in voted if decided(text) & decided(votes[0].text)]
    return _told(voted) if voted else None


def _terms(found: Search, asked: Understood, language: Language) -> Iterator[Term]:
    """The content words, of "wolvenmotie" only what it is about."""
    for term in found.terms:
        subject = re.sub(r"-?moties?$", "", term.word)
        yield from (term,) if subject == term.word else terms(subject, asked.language, language)


def of_no_motion_else(asked: Understood, candidates: Sequence[Candidate], shelf: Shelf) -> list[Candidate]:
    """Where a motion is asked about, without what is a verdict on some motion: which one is meant was not sure enough to give its own."""
    if not _MOTION.search(asked.question) or _asks(asked.question) != "verdict":
        return list(candidates)
    meetings = dict.fromkeys(c.passage.turn.meeting for c in candidates)
    verdicts = [v.quote for m in meetings for one in joined_in(shelf, m) for v in one.verdicts]
    return [c for c in candidates if not any(overlap(c.quote, q) for q in verdicts)]


def _asks(question: str) -> Asks | None:
    return next((kind for kind, pattern in _ASKS.items() if pattern.search(question)), None)


def _meant(every: Sequence[Moved], question: _Question) -> list[Moved]:
    """The motions a question means: by number, by mover, by subject; none where that leaves a choice that was not asked for."""
    asked = question.asked.question
    numbers = {n for n in numbered(asked) if not n.startswith("art ")}
    if numbers:
        found = [m for m in every if m.motion.number in numbers]
        found = [m for m in found if m.motion.dossier and m.motion.dossier in asked] or found
        return found if len({m.motion.number for m in found}) == len(found) == len(numbers) else []
    pool, by_mover = _by_mover(every, question)
    if pool and question.cover.terms:
        return _by_subject(pool, question, OF_MOVER if by_mover else NAMED)
    every_one = question.several or _WHICH.search(asked) or question.wants == "announced"  # "Wat was het oordeel over de moties?"
    # "de motie", "de CDA-motie", where there is one
    only = len(every) == 1 and moved(asked) <= {(every[0].party or "").casefold()}
    return pool if every_one or only or (by_mover and (len(pool) <= FEW or question.wants == "movers")) else []


def _by_mover(every: Sequence[Moved], question: _Question) -> tuple[list[Moved], bool]:
    """The motions of whom the question names, and whether it names a mover or a party: all where it names nobody, none where a member's own view is asked for."""
    asked = question.asked
    named = [_names(m.movers, asked.question) for m in every]
    pool = [m for m, n in zip(every, named, strict=True) if n == max(named)]
    if max(named):
        pool = ([m for m in pool if len(m.movers) == max(named)] if max(named) > 1 else []) or pool
        pool = [m for m in pool if _names(m.movers[:1], asked.question)] or pool
    members = {surname(name) for name in asked.filter.speakers if name not in question.government}
    judging = question.wants in {"verdict", "vote"}
    both = _MOVED_AND.match(asked.question)
    movers = {one for one in (*members, *asked.filter.parties) if both and one.casefold() in both["moved"].casefold()}
    if judging and not movers and (members - moved(asked.question) or asked.filter.parties):
        return [], True
    if members - {surname(name) for m in pool for name in m.movers}:
        return [], True
    parties = {*asked.filter.parties, *asked.prefer.parties}
    return [m for m in pool if m.party in parties] if parties else pool, bool(max(named) or parties)


def _names(movers: Sequence[str], question: str) -> int:
    """How many of these surnames stand in a question, with a capital."""
    return sum(re.search(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)", question) is not None for name in movers)


def _by_subject(pool: Sequence[Moved], question: _Question, floor: float) -> list[Moved]:
    """The motion whose text holds most of the subject, where it holds enough; with another that holds nearly as much, and more if asked for."""
    shares = [question.share(m.text) for m in pool]
    best = max(shares)
    near = [m for m, share in zip(pool, shares, strict=True) if share >= max(floor, best - AHEAD)]
    return near if len(near) <= FEW or question.several else []


def _verdicts(chosen: Sequence[Moved], question: _Question) -> Motions | None:
    """The verdicts on the motions that are meant; where the record holds none of whom it is asked of, no quotes."""
    speakers = [name for name in question.asked.filter.speakers if name in question.government]
    told = [(one, final(one, speakers)) for one in chosen]
    if _WHICH.search(question.text):
        kinds = {kind for kind, pattern in VERDICTS.items() if pattern.search(question.text)}
        told = [(one, own) for one, own in told if own and (not kinds or own[-1].kind in kinds)]
    answered = []
    for one, own in told:
        became = [vote for vote in one.votes[-1:] if decided(vote.text)]  # adopted, rejected, held over, withdrawn
        if quotes := [*(_apart(own) or said_of(one, speakers)), *became]:
            answered.append((one, quotes))
    return _told(answered)


def _apart(verdicts: Sequence[Judgement]) -> list[Quote]:
    """The quotes of verdicts, without one that stands in the one before it."""
    quotes = [v.quote for v in verdicts]
    return [q for i, q in enumerate(quotes) if not any(overlap(q, o) for o in quotes[:i])]


def _told(of: Sequence[tuple[Moved, Sequence[Quote]]]) -> Motions:
    """What is said of each motion. With one comes what it asks; with two each comes after what it asks, to tell them apart."""
    quotes: list[Quote] = []
    for one, said in of[:MOST]:
        request = [one.request] if len(of) <= FEW and one.request else []
        quotes += [*said, *request] if len(of) == 1 else [*request, *said[-1:]]
    return Motions(tuple(quotes), len(of), tuple(one for one, _ in of[:MOST]))


def proposes(asked: Understood) -> bool:
    """Whether a question asks what became of a proposal, which may be a motion."""
    return _PROPOSAL.search(asked.question) is not None and _asks(asked.question) == "verdict"
