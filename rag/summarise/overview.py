"""The debate at a glance: which party said what on which subject, who spoke how long, and who interrupted whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.cues import marks
from rag.hearsay import Own, names_of, tells_of_others
from rag.leaning import points_back
from rag.position import LONGEST, may_stand, stance
from rag.restated import announces, takes_up
from rag.summarise import government
from rag.summarise.agenda import agenda
from rag.summarise.debate import Debate, Ledger
from rag.summarise.motions import motions
from rag.summarise.positions import SURE, Candidate, candidates, choose, verified
from rag.summarise.subjects import MOST, Subject, subjects
from rag.text import content_stems, is_question, words
from rag.types import Claim, Language, Overview, Quote, Statement, Turn
from rag.verify import Numbering, verify
from rag.verify.quotes import inside, overlap, spans

PER_CELL = 2
CLEAR = 1.5  # what a sentence must say of wanting, finding or rejecting to be a position where it is all that is said
PART = 4  # letters of the parts of a compound, at least
NEAR = 3  # sentences that what is spoken of may be named before what is said of it
AMONG = 14  # subjects among which the columns are chosen
VIEWS = 0.5  # what it counts that all take a position on one, beside how much is said of it
LEAST = 4  # words of a sentence that is shown for what was said


@dataclass(frozen=True, slots=True)
class Column:
    """Something of which the table tells who spoke about it: a subject, or an item of a day's agenda with the turns spoken on it."""

    label: str
    subject: Subject | None = None
    turns: frozenset[int] = frozenset()

    def holds(self, candidate: Candidate, columns: Sequence[Column], language: Language) -> bool:
        """Whether a position is one on this: by its own words, or by those that name what is spoken of there ("Dan de tarieven."), unless a
        sentence in between is on another of the columns and it does not point back."""
        if self.subject is None:
            return candidate.turn.number in self.turns
        own = candidate.about or any(c.subject is not None and c.subject.within(candidate.stems) for c in columns)
        if own or takes_up(candidate.quote.text):  # "Mevrouw X vroeg of … Dat doe ik niet.": it says itself what it is on
            return self.subject.within(candidate.stems)
        named, *between = _headed(candidate.turn.text, candidate.start, language)
        others = [c.subject for c in columns if c.subject and c is not self]
        left = any(not self.subject.within(one) and any(other.within(one) for other in others) for one in between)
        return self.subject.within(named) and (
            not left or points_back(next(candidate.quote.text[a:b] for a, b in spans(candidate.quote.text)))
        )

    def weight(self, turn: Turn, text: str, language: Language) -> int:
        """How many of the words of a text of a turn are about this."""
        stems = content_stems(text, language)
        if self.subject is None:
            return len(stems) if turn.number in self.turns else 0
        return sum(one in self.subject.stems or _is_compound(one, self.subject.stems) for one in stems)


# "Over de sluis heb ik vooral zorgen gehoord."
_OVER = re.compile(r"\W*(?:(?:en|dan|nu|ook)\W+)?over (?!\w+ (?:jaar|maand|maanden|week|weken|dagen)\b)", re.I)


@lru_cache(maxsize=4096)
def _headed(text: str, at: int, language: Language) -> tuple[tuple[str, ...], ...]:
    """The stems of the sentence that named what is spoken of, a few before a place in its paragraph, and of those between; nothing where none did."""
    before = [text[a:b] for a, b in spans(text) if b <= at and "\n" not in text[b:at].rstrip()][-NEAR:]
    named = (i for i, one in enumerate(before) if (announces(one) or _OVER.match(one)) and not is_question(one))
    return tuple(tuple(content_stems(one, language)) for one in before[max(named, default=len(before)) :]) or ((),)


_ENDINGS = frozenset({"schap", "heid"})  # stems that nouns are made with


@lru_cache(maxsize=65536)
def _is_compound(one: str, stems: frozenset[str]) -> bool:
    """Whether a word is made of one of these and another word, not of an ending: *politiewerk* is of *politie*, *politiek* is not; nor
    is *waterschap* of *schaap*."""
    long = [own for own in stems if len(own) >= PART and len(one) - len(own) >= PART and own not in _ENDINGS]
    return any(one.endswith(own) or (len(own) > PART and one.startswith(own)) for own in long)


def overview(debate: Debate, ledger: Ledger) -> Overview:
    """The table party × subject with the positions there, or what was said there without one, speaking time and interruptions."""
    numbering = Numbering({debate.meeting.id: debate.meeting.reference})
    columns = _columns(debate)
    labels = (*debate.parties, *([""] if debate.of(None) else []))
    cells: list[tuple[str, str, tuple[Statement, ...]]] = []
    mentions: list[tuple[str, str, tuple[Statement, ...]]] = []
    for label in labels:
        best = _positions(debate, label or None)
        acts = () if label else _acts(debate, ledger)
        row: list[tuple[str, bool, Sequence[Statement]]] = []
        for column in columns:
            held = choose([c for c in best if column.holds(c, columns, debate.language)], PER_CELL)
            chosen = verified(sorted(held, key=lambda c: (c.turn.number, c.core)), debate.names, debate.language)
            if chosen:
                row.append((column.label, True, chosen))
            elif said := next(_said(debate, label or None, column, acts), None):
                row.append((column.label, said[0], (said[1],)))
        shown = [s for _, _, statements in row for s in statements]
        for subject, clear, statements in row:
            (cells if clear else mentions).append((label, subject, tuple(numbering.cite(_whole(s, shown)) for s in statements)))
    times = Counter((i.by.party or "", i.of.party or "") for i in ledger.interruptions)
    return Overview(
        meeting=debate.meeting,
        subjects=tuple(column.label for column in columns),
        parties=debate.parties,
        cells=tuple(cells),
        speaking=_speaking(debate, labels),
        interruptions=tuple((by, of, n) for (by, of), n in sorted(times.items(), key=lambda t: (-t[1], t[0]))),
        citations=numbering.citations,
        mentions=tuple(mentions),
    )


def _whole(statement: Statement, shown: Sequence[Statement]) -> Statement:
    """A statement, or the longest one shown that holds its words: the same words stand once, under one number."""

    def within(other: Statement) -> bool:
        mine, theirs = statement.claim.quotes, other.claim.quotes
        return all(any(inside(m, t) for t in theirs) for m in mine)

    return max(filter(within, shown), key=lambda other: sum(q.end - q.start for q in other.claim.quotes), default=statement)


# "Ik als minister van Defensie vind …": who somebody is, not what it is about
_OFFICE = re.compile(r"\b(?:minister|staatssecretaris) (?:van|voor) [A-Z]\w*(?:(?:,| en) [A-Z]\w*)*")


def _positions(debate: Debate, party: str | None) -> list[Candidate]:
    """What may fill a cell: positions; for the government first of all what it announces or refuses."""
    sure = [
        replace(c, stems=c.stems & frozenset(content_stems(_OFFICE.sub(" ", c.quote.text), debate.language)))
        for c in candidates(debate, party)
        if c.score >= SURE and not _is_about_the_debate(c.text, debate.language)
    ]
    return [*government.announced(debate), *government.refused(debate), *sure] if party is None else sure


def _acts(debate: Debate, ledger: Ledger) -> tuple[Quote, ...]:
    """What of the government's words is no mere telling: its promises, and its verdicts on motions."""
    promised = (q for c in ledger.commitments for q in (c.quote, *c.more) if q.turn.speaker.role == "government")
    return (*promised, *(v.quote for m in motions(debate) for v in m.verdicts if v.quote.turn.speaker.role == "government"))


def _is_about_the_debate(text: str, language: Language) -> bool:
    """A courtesy, or words about the course of the debate: no position, and shown for what was said only where there is nothing else."""
    return bool(marks(text, language).keys() & {"courtesy", "procedure"})


def _columns(debate: Debate) -> list[Column]:
    """The items of a day's agenda where it has several, else the debate's subjects: those of the title, and on which most parties take a position."""
    items = agenda(debate)
    if len(items) > 1:
        return [Column(title, turns=frozenset(numbers)) for title, numbers in items]
    found = subjects(debate, called=True, most=AMONG)
    held = [[c.stems for c in _positions(debate, label)] for label in (*debate.parties, *([None] if debate.of(None) else []))]
    taken = {s.label: sum(any(map(s.within, theirs)) for theirs in held) for s in found}
    title = frozenset(content_stems(debate.meeting.title, debate.language))
    worth = {s.label: abs(s.weight) * (1 + VIEWS * taken[s.label] / len(held)) for s in found}
    best = sorted(found, key=lambda s: (title.isdisjoint(s.stems), -worth[s.label]))[:MOST]
    return [Column(s.label, s) for s in found if s in best]


def _said(debate: Debate, party: str | None, column: Column, acts: Sequence[Quote]) -> Iterator[tuple[bool, Statement]]:
    """What a party said of a column: a sentence of the turn in which it spoke most about it, the best first, and whether it is a position.

    Its own words go before a question or what it says of others, and what says more of the subject before what says less. What only
    names the subject ("Verder het dienjaar.", "De heer X vroeg naar …") comes with what is said of it next.

    Args:
        acts: quotes that count as positions, whatever their words.
    """
    language, own = debate.language, names_of(party, debate.parties)
    found = []
    for turn in debate.of(party):
        weight = column.weight(turn, turn.text, language)
        whole = spans(turn.text) if weight else ()
        for i, (start, own_end) in enumerate(whole):
            named = turn.text[start:own_end]
            told = column.weight(turn, named, language)
            heads = i + 1 < len(whole) and _leads(turn, named, turn.text[slice(*whole[i + 1])], language, own)
            end = whole[i + 1][1] if heads else own_end
            text = turn.text[start:end]
            if told and LEAST <= len(words(text)) <= LONGEST and not turn.bars(start, end):
                course, stands = _is_about_the_debate(text, language), may_stand(turn, start, end, own, language)
                takes = stance(turn.text[slice(*whole[i + heads])], own, language) if stands and not course else 0.0
                takes = CLEAR if any(overlap(Quote(turn, start, end), act) for act in acts) else takes
                place = (-told if column.subject else 0, turn.number, start)
                found.append((-weight, course, not stands, -takes, *place, Quote(turn, start, end)))
    for _, _, _, takes, *_, quote in sorted(found, key=lambda f: f[:-1]):
        statement = verify(Claim(quote.text, (quote,), verbatim=True), language, debate.names)
        if statement.verdict == "supported":
            yield -takes >= CLEAR, statement


def _leads(turn: Turn, text: str, after: str, language: Language, own: Own) -> bool:
    """Whether a sentence only names what comes next, or a member tells in it what another says: what is said of it stands in the one after."""
    if len(words(text)) < LEAST:
        return True
    held = marks(text, language)
    others = turn.speaker.role == "member" and "asks" not in held and tells_of_others(text, language, own)
    return not is_question(text) and (announces(text) or (("procedure" in held or others) and not announces(after) and points_back(after)))


def _speaking(debate: Debate, labels: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    rows = [(label, len(turns), sum(t.own_words for t in turns)) for label in labels for turns in [debate.of(label or None)]]
    return tuple(sorted(rows, key=lambda r: (-r[2], r[0])))
