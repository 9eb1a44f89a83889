"""Things with a number of their own: which motion, amendment, article or document the sentences of a turn are about."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERS = r"(?P<numbers>\d+(?:[.:]\d+)*[a-z]?(?:\s*(?:,|en|of|and)\s+(?:nr\.\s*)?\d+)*)(?![\w%])"
_ARTICLE = re.compile(rf"\b(?:artikel(?:en)?|art\.|articles?)\s+{_NUMBERS}", re.I)
_PIECE = re.compile(
    rf"\b(?:stuk(?:ken)?|moties?|motions?|amendement(?:en)?|nummers?|numbers?)\s+(?:nrs?\.?\s*)?{_NUMBERS}|\bnrs?\.\s*(?P<more>\d+)", re.I
)
_MOVER = re.compile(
    r"\b(?:moties?|motions?|amendement(?:en)?)(?:-|(?:\s+op\s+stuk\s+nr\.\s+\d+)?\s+(?:van|by|of)\s+(?:(?:de\s+heer|mevrouw|het\s+lid|de\s+leden|collega|mr\.?|ms\.?|mrs\.?)\s+)?)"
    r"(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Ee]l)\s+)*[A-ZÀ-Þ][\w’'/-]+)"
)
_EACH = re.compile(r"\d+(?:[.:]\d+)*[a-z]?")


def numbered(text: str) -> frozenset[str]:
    """What a text names by number: "motie op stuk nr. 27" is "27", "artikel 2.27" is "art 2.27"."""
    pieces = {n for m in _PIECE.finditer(text) for n in _EACH.findall(m["numbers"] or m["more"])}
    return frozenset(pieces | {f"art {n}" for m in _ARTICLE.finditer(text) for n in _EACH.findall(m["numbers"])})


def moved(text: str) -> frozenset[str]:
    """Whose motions a text names: "motie-Van Nispen/Kuik" and "de motie van mevrouw Kuik" are "kuik", and the first "van nispen"."""
    return frozenset(name.casefold() for m in _MOVER.finditer(text) for name in re.split(r"[/]", m["name"]))


def carried(sentences: Iterable[str]) -> list[frozenset[str]]:
    """For each sentence of a turn, what it is about: what it names by number or mover, else what was named last."""
    found: list[frozenset[str]] = []
    for sentence in sentences:
        own = numbered(sentence) | moved(sentence)
        found.append(own or (found[-1] if found else own))
    return found
