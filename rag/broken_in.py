"""Interruptions as an answer: "Wie onderbrak de heer X?", "Wie werd door mevrouw Y geïnterrumpeerd?" ask for what the overview counts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rag.ledgers import broke_in
from rag.lexicon import Cover, no_subject
from rag.lookup import LookedUp
from rag.promised import Promises
from rag.rarity import rarity
from rag.replied import SAME
from rag.shelf import Shelf
from rag.standing import LEAD, Mention
from rag.text import stem, stems
from rag.types import Interruption, Speaker

MOST = 5  # interruptions in an answer

_ASKS = re.compile(
    r"^(?:en |and )?(?:(?:door|op|bij|by) )?(?:wie|welke? \w+|hoe vaak|whom?|which \w+|how often)\b(?!.*\b(?:vaakst|meeste|most)\b)"
    r".*\b(?:onderbr(?!eking(?:en)? (?:van (?:de|het|een)|in)\b(?! (?:heer|lid|minister|staatssecretaris)\b))\w+|(?:ge)?[iï]nterrump\w+|interrupties?|interrupt(?:s|ed|ions?)?)\b",
    re.I,
)
# "Op wie interrumpeerde X?", "Who did X interrupt?"; else X is broken in on, unless it was done "door X"
_BY_THE_NAMED = re.compile(r"^(?:en |and )?(?:(?:op|bij) wie|whom?(?= (?:did|has|had)\b))", re.I)
_BY = re.compile(r"(?:^|\s)(?:door|by|van)\s*$", re.I)
# words of such a question that name no subject
_PLAIN = no_subject("broken_in")


@dataclass(frozen=True, slots=True)
class BrokenIn(Promises):
    """The interruptions that are asked about, of which at most five are quoted; ``turns``: of who broke in on whom, in which turns."""

    turns: Mapping[tuple[Speaker, Speaker], Sequence[int]] = field(default_factory=dict)


def broken_in(looked: LookedUp, shelf: Shelf) -> BrokenIn | None:
    """Who broke in on whom, of those the question names; None where it asks something else: "Wie onderbrak de stroomlevering?"."""
    asked, named = looked.asked, [m for m in looked.spoken_of if m.known]
    if not _ASKS.match(asked.question) or len(named) < len(looked.spoken_of):  # "Wie onderbrak de minister?", where none was there
        return None
    names = {one for m in looked.spoken_of for one in stems(m.text)}
    subject = [t for t in looked.found.terms if not {t.stem, stem(t.word)} & (_PLAIN | names)]
    if subject and not named:
        return None
    cover = Cover(subject, {t.stem: rarity(t.stem, looked.record) for t in subject})

    def meant(one: Interruption) -> bool:
        on_it = not subject or cover.share(cover.held(stems(one.quote.turn.text, looked.record))) >= SAME
        return on_it and all(m.means(one.by if _did(m, asked.question) else one.of) for m in named)

    every = [one for m in looked.once for one in broke_in(shelf, m) if meant(one)]
    if subject and not every:
        return None  # "Wie betaalt volgens de SP de onderbreking van de stroom?"
    turns: dict[tuple[Speaker, Speaker], list[int]] = {}
    for one in every:
        turns.setdefault((one.by, one.of), []).append(one.quote.turn.number)
    # the first of each two before the second of any
    first = sorted(every, key=lambda one: turns[one.by, one.of].index(one.quote.turn.number))[:MOST]
    return BrokenIn(tuple(one.quote for one in every if one in first), len(every), turns=turns)


def _did(mention: Mention, question: str) -> bool:
    """Whether whom a question names is the one who broke in."""
    return _BY_THE_NAMED.match(question) is not None or _BY.search(LEAD.sub("", question[: mention.start])) is not None
