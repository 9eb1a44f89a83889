"""Documents and motions a party named or moved, in the words of its own turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.summarise.debate import Debate
from rag.types import Motion, Turn

MOST = 12
_NAME = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en)\s+){0,3}[A-ZÀ-Þ][\w’'-]*"
_NUMBER = r"(?:stuk(?:ken)?\s+|Kamerstuk(?:ken)?\s+(?:II\s+)?\d{2}\s?\d{3}(?:-[XVI]+)?,?\s+)nrs?\.\s?\d+"
_PAPER = (
    r"(?:(?:kamer)?brief|rapport|onderzoek|advies|evaluatie|nota|initiatiefnota|notitie|actieplan|plan|programma|wetsvoorstel|initiatiefwet(?:svoorstel)?|"
    r"jaarverslag|\w*monitor|visie|\w*akkoord|richtlijn|verordening|verdrag|handreiking|petitie|manifest|position paper|jaarplan|meerjarenprogramma|"
    r"\w+rapport|\w+onderzoek|letter|report|bill|act)"
)
_TITLE = r"(?:[A-ZÀ-Þ][\w’'-]*(?:\s+(?:(?:en|van|de|het|tegen|in|voor|and|of|the)\s+){0,3}[A-ZÀ-Þ][\w’'-]*){0,4})"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"\b(?:[Mm]otie|[Aa]mendement|[Ii]nitiatiefnota|[Ii]nitiatiefwet)-{_NAME}(?:(?:/|\sen\s){_NAME})*(?:\s+c\.s\.)?",
        rf"\b(?:motie|amendement|initiatiefnota|initiatiefwet)(?:\s+van\s+(?:de\s+heer|mevrouw|collega|het\s+lid|de\s+leden))?\s+{_NAME}(?:(?:/|\s+en\s+){_NAME})*(?:\s+c\.s\.)?",
        r"\b(?:moties?|amendement)\s+op\s+stuk\s+nrs?\.\s?\d+",
        rf"\b{_NUMBER}",
        r"\b\d{2}\s?\d{3}(?:-[XVI]+)?,\s+nr\.\s?\d+",
        rf"\b{_PAPER}\s+(?:van\s+(?:de|het)\s+|van\s+)?(?:[«“‘\"][^«»“”\"]{{3,80}}[»”’\"]|{_TITLE})",
        r"\b[Aa]rtikel\s+\d+\w*(?:\s+(?:van\s+(?:de|het)\s+)?(?:[A-ZÀ-Þ][\w’'-]*)(?:\s+van\s+[A-ZÀ-Þ]\w+)?)?",
        r"\bWet\s+(?:op\s+(?:de|het)\s+)?[a-zà-þ]+(?:\s+(?:en\s+)?[a-zà-þ]{6,}){0,3}",
    )
)


def documents(debate: Debate, turns: Sequence[Turn]) -> tuple[str, ...]:
    """What a party moved, and the motions, letters, reports and laws it named, as it named them; each once.

    Args:
        debate: as it stands on the shelf.
        turns: those of one party, or of the government.
    """
    own = {t.number: t for t in turns}
    found = [_moved(m, own[m.turn]) for m in debate.motions if m.turn in own]
    found += list(_named(turns))
    return tuple(_distinct(found)[:MOST])


def _moved(motion: Motion, turn: Turn) -> str:
    if motion.title:
        return re.sub(r"^de\s+", "", motion.title) + ", ingediend"
    number = f" ({motion.dossier}, nr. {motion.number})" if motion.dossier and motion.number else ""
    return f"motie-{turn.speaker.name}{number}, ingediend"


def _named(turns: Sequence[Turn]) -> Iterator[str]:
    for pattern in _PATTERNS:
        for turn in turns:
            for match in pattern.finditer(turn.text):
                if not any(a < match.end() and match.start() < b for a, b in turn.unquotable):
                    yield " ".join(match.group().split()).rstrip(".,")


def _distinct(found: Sequence[str]) -> list[str]:
    """Each once, in order; what stands within another is left out."""
    kept: list[str] = []
    for one in dict.fromkeys(found):
        low = one.casefold()
        if not any(low in other.casefold() for other in kept):
            kept.append(one)
    return kept
