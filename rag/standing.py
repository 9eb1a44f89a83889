"""Who a question names, and as what: the one who spoke, whose words are answered, or the one spoken to or about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rag.tables import table
from rag.types import Speaker

Standing = Literal["actor", "source", "weak", "object"]

PREFIXES = frozenset("van de der den ter ten te het 't op in la le el al von du da dos bin ben aan".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A party, person, role or office named in a question. ``known``: its name as the record has it; None when it took no part.

    ``who``: the speakers a person's name, an office or a title ("de staatssecretaris") may stand for. ``meetings``: where an office was held.
    ``read_as``: who is meant where a name is one letter off.
    ``standing``: the one who spoke (actor), whose words are answered ("de vraag van X": source), undecided (weak), or the one
    spoken to or about (object).
    """

    kind: Literal["party", "person", "government", "chair", "office"]
    start: int
    end: int
    text: str
    known: str | None
    standing: Standing
    who: tuple[Speaker, ...] = ()
    meetings: tuple[str, ...] = ()
    read_as: Speaker | None = None

    def means(self, speaker: Speaker) -> bool:
        """Whether a speaker is, or speaks for, whom this names."""
        if self.kind == "party":
            return speaker.party == self.known
        return speaker.role == "chair" if self.kind == "chair" else speaker in self.who


# what one does with words, and what else may stand beside the name of who spoke
SAID = rf"(?:{'|'.join(table('asking')['who']['said'].split())})"
SAY = rf"(?:{SAID}|{'|'.join(table('asking')['who']['beside'].split())})"
ROLE_NOUN = r"(?:standpunt|standpunten|mening|visie|opvatting|inbreng|bijdrage|vragen|vraag|antwoord|antwoorden|reactie|kritiek|woorden|positie|houding|oordeel|toezeggingen|toezegging|position|view|views|opinion|stance|answer|reply|reaction|question|questions|criticism|commitment|commitments|betoog|wens|wensen|zorgen|eis|eisen|beloften|belofte)"
TITLE = r"(?:de\s+heer|mevrouw|meneer|minister-president|premier|minister|staatssecretaris|kamerlid|kamerleden|het\s+lid|de\s+leden|collega|fractievoorzitter|dhr\.?|mw\.?|mevr\.?|drs?\.?|prof\.?|mr\.?|mrs\.?|ms\.?|state\s+secretary|secretary|mp|senator)"
_ARTICLE = r"(?:de|het|een|the|fractie\s+van\s+de|fractie\s+van\s+het|fractie\s+van|leden\s+van\s+de|woordvoerder\s+van\s+de|partij|party)"
LEAD = re.compile(rf"(?<!\w)(?:(?:{_ARTICLE}|{TITLE}|fractie|dutch|nederlandse)\s+)+$", re.I)
_BEFORE_ACTOR = re.compile(
    rf"(?:^|[\s«\"'(])(?:{SAY}|door|volgens|namens|by|according\s+to|tussen|between|zowel|as\s+well\s+as)\s+(?:\w+\s+)?$", re.I
)
# "Waarom kreeg X een vermaning?", "Waarom mocht X nog iets vragen?"
_RECEIVES = re.compile(r"(?:^|\s)(?:kreeg|kregen|krijgt|krijgen|mocht|mochten|werd|werden|got|received)\s+$", re.I)
_BEFORE_SOURCE = re.compile(rf"(?:{ROLE_NOUN}\s+(?:\w+\s+)?|^(?:en|and)\s+(?:die|dat|that|those)\s+)(?:van|of|by|from|bij)\s+$", re.I)
_BEFORE_OBJECT = re.compile(
    r"(?:^|\s)(?:over|aan|tegen|voor|met|naar|op|to|about|on|with|against|for|towards|richting|jegens|(?:\w*moties?|voorstel(?:len)?|wet|wetsvoorstel|initiatief|amendement|plan|rol|brief|motion|proposal|bill|letter|role)\s+(?:van|of|by|from))\s+$",
    re.I,
)
_BEFORE_WEAK = re.compile(r"(?:^|\s)(?:van|of|bij|from|uit)\s+$", re.I)
_TO_MEMBER = re.compile(r"\b(?:minister|staatssecretaris|minister-president|premier)\s+(?:de\s+heer|mevrouw|het\s+lid)\s+$", re.I)


def standing_of(question: str, start: int, end: int) -> Standing:
    """As what the name at a place in a question is named, by the words before and after it."""
    before = question[:start]
    if re.search(r"\bmoties?-\S*$", before, re.I):
        return "object"  # "de motie-Segers/Asscher": whose it is, not who is asked
    if _TO_MEMBER.search(before):
        return "object"  # "Wat zegde de minister mevrouw Kuik toe?"
    bare = LEAD.sub("", before)
    if re.search(r"(?:^|\s)(?:en|of|and|or|,|&)\s*$", bare, re.I):
        return "weak"
    if _BEFORE_OBJECT.search(bare) or _RECEIVES.search(bare):
        return "object"
    if _BEFORE_SOURCE.search(bare):
        return "source"
    if not bare.strip() or _BEFORE_ACTOR.search(bare):
        return "actor"
    if _BEFORE_WEAK.search(bare):
        return "weak"
    if re.match(r"(?:['’]s)?\s+" + SAY + r"\b", question[end:], re.I):
        return "actor"
    return "actor" if re.match(r"['’]?s\s", question[end:]) else "weak"
