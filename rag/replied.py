"""Replies as an answer: "Wat antwoordde de minister aan X over Y?", "Welke vragen zijn niet beantwoord?" ask for what the ledger ties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.ledgers import asked_in
from rag.lexicon import Cover, Term, no_subject
from rag.lookup import LookedUp
from rag.rarity import rarity
from rag.shelf import Shelf
from rag.tables import forms
from rag.text import stem, stems
from rag.types import Language, Meeting, Question, Quote, Understood

MOST = 5  # sentences in an answer
OF_EACH = 2  # of them for each question, where there are several
MEETINGS = 3  # meetings whose questions are read: the best among what was found
SAME = 0.5  # share of the subject that a question or its answer holds, from which it is the one that is meant
NEARLY = 0.8  # of the best of them

_REPLIES, _UNANSWERED = forms("asking", "replied", "replies"), forms("asking", "replied", "unanswered")

# "Wat was het antwoord op de vragen van X?", "Welk antwoord kreeg X?"
_TO_ASKER = re.compile(
    r"^(?!.*\b(?:gaf|gaven|geeft|geven|gave|gives?|give)\b).*\b(?:antwoord|reactie|answer|reply)\b(?! (?:van|of|by|from)\b).*\b(?:(?:op|to)\b.*\b(?:vra(?:ag|gen)|questions?)\b|(?:kreeg|krijgt|kregen|got|get)\b)",
    re.I,
)
NOT_ANSWERED = frozenset({"open", "later"})  # how a question fared that has no answer, as the ledger and the pages count it
# words of such a question that name no subject
_PLAIN = no_subject("replied")


@dataclass(frozen=True, slots=True)
class Replies:
    """The sentences that answer, at most five, of how many questions there are such in all; none where those were not answered.

    ``of``: the questions whose answers are given, or that were not answered; ``later``: how many of all those were put off. ``left``: of the same asker or subject, those that were not.
    ``another``: that ``of`` are other questions than the one asked, if like it.
    """

    quotes: tuple[Quote, ...]
    of: tuple[Question, ...]
    total: int
    open: bool = False
    later: int = 0
    left: tuple[Question, ...] = ()
    another: bool = False

    @property
    def shown(self) -> int:
        """How many of the questions are dealt with."""
        return len(self.of)


def replies(looked: LookedUp, shelf: Shelf, past: Sequence[Quote] = ()) -> Replies | None:
    """What the government replied to the questions that are asked about, or which it did not answer; None where something else is asked.

    ``past`` was told already, and is left out.
    """
    asked, meetings, language = looked.of_office, looked.once, looked.record
    unanswered, to_asker = _UNANSWERED.search(asked.question) is not None, _TO_ASKER.search(asked.question) is not None
    if (
        to_asker
        and not unanswered
        and sum(m.kind != "government" for m in looked.spoken_of) == 1
        and not of_government(asked, shelf, meetings)
    ):
        asked = _as_asker(asked)
    to_asker &= _names_asker(asked)
    if not unanswered and not (_REPLIES.search(asked.question) and (to_asker or of_government(asked, shelf, meetings))):
        return None
    subject = subject_of(looked)
    items = [q for m in where(looked) for q in asked_in(shelf, m)]
    items = [q for q in items if asked_by(q, asked) and not {q.quote, q.told} & set(past)]
    speakers = asked.filter.speakers
    if unanswered:
        if speakers and not govern(speakers, shelf, meetings):  # "Welke vragen van X zijn niet beantwoord?"
            items = [q for q in items if q.quote.turn.speaker.name in speakers]
        # what is not plainly answered is told beside what nothing answers: with its place, as a note
        left = sorted((q for q in _about(items, subject, language) if q.fared in NOT_ANSWERED), key=lambda q: bool(q.answers))
        others = () if left else tuple(q for q in items if q.status == "open")  # on what may be the same subject in other words
        later = sum(q.fared == "later" for q in left)
        return Replies(tuple(q.told for q in left[:MOST]), tuple(left[:MOST]), len(left), open=True, later=later, left=others[:MOST])
    if not subject and not _names_asker(asked):
        return None
    items = _about(items, subject, language)
    if not items:
        return None
    each = [
        (q, own) for q in items if (own := [a for a in q.answers if a not in past and (not speakers or a.turn.speaker.name in speakers)])
    ]
    quotes = tuple(dict.fromkeys(a for _, own in each for a in (own if len(each) == 1 else own[:OF_EACH])))[:MOST]
    shown = [q for q, own in each if any(a in quotes for a in own)]
    left = [q for q in items if q.status == "open"] if quotes else []
    return Replies(quotes, tuple(shown or items[:MOST]), len(each or items), open=not quotes, left=tuple(left[:MOST]))


def _as_asker(asked: Understood) -> Understood:
    """The question with those it names as the ones who asked: "het antwoord op de vraag van X" is the government's."""
    named, rest = asked.filter, replace(asked.filter, parties=(), speakers=())
    put = replace(asked.prefer, parties=(*asked.prefer.parties, *named.parties), speakers=(*asked.prefer.speakers, *named.speakers))
    return replace(asked, filter=rest, prefer=put)


def subject_of(looked: LookedUp) -> list[Term]:
    """What a question about questions is about: its words but for those that say so, and whom it names."""
    asked = looked.asked
    named = {one for name in (*asked.prefer.parties, *asked.prefer.speakers) for one in stems(name, looked.record)}
    return [t for t in looked.found.terms if not {t.stem, stem(t.word)} & (_PLAIN | named)]


def of_government(asked: Understood, shelf: Shelf, meetings: Sequence[Meeting]) -> bool:
    """Whether it is the government whose reply is asked for."""
    if asked.filter.parties:
        return False
    names = asked.filter.speakers
    if not names:
        return "government" in (*asked.prefer.roles, *asked.filter.roles)
    return govern(names, shelf, meetings)


def govern(names: Sequence[str], shelf: Shelf, meetings: Sequence[Meeting]) -> bool:
    """Whether all of these speak for the government in these meetings."""
    return set(names) <= {s.name for _, s, _ in shelf.speakers(tuple(m.id for m in meetings)) if s.role == "government"}


def where(looked: LookedUp) -> list[Meeting]:
    """The meetings in which what is asked about may stand."""
    best = list(dict.fromkeys(p.turn.meeting for p in looked.found.passages))[:MEETINGS]
    return [m for m in looked.once if m.id in best or len(looked.once) <= MEETINGS]


def _names_asker(asked: Understood) -> bool:
    return bool(asked.prefer.parties or asked.prefer.speakers)


def asked_by(one: Question, asked: Understood) -> bool:
    """Whether a question was put by whom is asked about, where anyone is named."""
    who, where = one.quote.turn.speaker, (asked.prefer, asked.filter)
    if asked.filter.parties:
        return who.party in asked.filter.parties
    return not _names_asker(asked) or any(who.party in w.parties or who.name in w.speakers for w in where)


def _about(items: Sequence[Question], subject: Sequence[Term], language: Language) -> list[Question]:
    """The questions on a subject, told by their own words and by those of their answers; all where none is named."""
    if not subject:
        return list(items)
    cover = Cover(subject, {t.stem: rarity(t.stem, language) for t in subject})
    shares = [max(_share(cover, (q.quote, *q.also), language), _share(cover, q.answers, language)) for q in items]
    least = max(SAME, NEARLY * max(shares, default=0.0))
    return [q for q, share in zip(items, shares, strict=True) if share >= least]


def _share(cover: Cover, quotes: Sequence[Quote], language: Language) -> float:
    return cover.share(cover.held({one for q in quotes for one in stems(q.text, language)}))
