"""What a page is made from: the debate's turns and motions, and its ledger of questions, commitments and interruptions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.commitments import chair_list
from rag.exchange import also_for, exchange
from rag.shelf import Shelf
from rag.text import content_stems
from rag.types import AgendaItem, Commitment, Event, Interruption, Language, Meeting, Motion, Names, Question, Speaker, Turn

_INZAKE = re.compile(r"\b(?:inzake|betreffende)\s+")
_PRINTED = re.compile(r"\s*\([^()]*\d[^()]*\)$")


@dataclass(frozen=True, slots=True, eq=False)
class Debate:
    """One debate as it stands on the shelf. Equal only to itself, so that what is found in it once can be kept."""

    meeting: Meeting
    turns: tuple[Turn, ...]
    motions: tuple[Motion, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def language(self) -> Language:
        return self.meeting.language

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties spoken for, in the order of their first turn."""
        return tuple(dict.fromkeys(t.speaker.party for t in self.turns if t.speaker.role == "member" and t.speaker.party))

    @property
    def silent(self) -> tuple[str, ...]:
        """The parties whose members were there and never spoke for them, in the order of the list of those present."""
        spoke = {party.casefold() for party in self.parties}
        there = (p.party for p in self.meeting.present if p.role == "member" and p.party)
        return tuple(dict.fromkeys(party for party in there if party.casefold() not in spoke))

    @property
    def also_for(self) -> tuple[tuple[Speaker, str], ...]:
        """Members who spoke for another party too, each with that party: "mede namens de SGP", in their own words or the chair's."""
        return also_for(self.turns)

    @property
    def pages(self) -> tuple[str | None, ...]:
        """Whose pages there are: the parties that spoke, those that were there and silent or spoken for by another's member, and the government (None)."""
        parties = (*self.parties, *self.silent, *(party for _, party in self.also_for))
        return (*dict.fromkeys(parties), *((None,) if self.of(None) else ()))

    @property
    def names(self) -> Names:
        """Who took part, for `verify`."""
        return Names(tuple(dict.fromkeys(t.speaker for t in self.turns)), self.parties)

    @property
    def topics(self) -> dict[AgendaItem, str]:
        """What each letter on the agenda is about, in its own words: "de brief van … inzake waarborgfonds warmtenetten (Kamerstuk …)"."""
        return {item: _PRINTED.sub("", _INZAKE.split(item.text, maxsplit=1)[-1]) for item in self.meeting.agenda}

    @property
    def text(self) -> str:
        """All that was said, and the agenda: where a title shows how far it goes."""
        return _joined(self)

    def stems(self, turn: Turn) -> frozenset[str]:
        """The content words of a turn, as stems."""
        return _stems(turn.text, self.language)

    def of(self, party: str | None) -> tuple[Turn, ...]:
        """The turns spoken for a party; None: those of the government. The chair speaks for no one."""
        return tuple(t for t in self.turns if speaks_for(t.speaker, party))

    def spoken(self, answered: bool = True) -> tuple[Turn, ...]:
        """The turns of the members, and where ``answered`` those of the government too."""
        return tuple(t for t in self.turns if t.speaker.role == "member" or (answered and t.speaker.role == "government"))


def kept(shelf: Shelf, meeting: Meeting) -> Debate:
    """A debate as the shelf has it, made once while the collection stays as it is."""
    about = meeting.id
    return shelf.once("record", about, lambda: Debate(meeting, shelf.turns(about), shelf.motions(about), shelf.events(about)))


def speaks_for(speaker: Speaker, party: str | None) -> bool:
    """Whether somebody speaks for a party; None: for the government."""
    return speaker.role == "government" if party is None else speaker.role == "member" and speaker.party == party


@lru_cache(maxsize=2)
def floor(debate: Debate) -> frozenset[int]:
    """The turns that do not break in on somebody else's speech."""
    return frozenset(p.turn.number for p in exchange(debate.turns, debate.events).places if not p.interrupts)


@lru_cache(maxsize=2)
def missed(debate: Debate) -> frozenset[int]:
    """The turns in which a member has something put on the list of commitments that the chair reads out: "Ik mis de roosters." """
    return frozenset(item.asked.number for item in chair_list(debate.turns) if item.asked is not None)


@lru_cache(maxsize=2)
def _joined(debate: Debate) -> str:
    return "\n".join([*(t.text for t in debate.turns), *(a.text for a in debate.meeting.agenda), debate.meeting.title])


@lru_cache(maxsize=8192)
def _stems(text: str, language: Language) -> frozenset[str]:
    return frozenset(content_stems(text, language))


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was asked, promised and broken in on, all of the debate: see `rag.questions` and `rag.commitments`."""

    questions: tuple[Question, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
