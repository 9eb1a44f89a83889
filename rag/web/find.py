"""Words to the places in a record where they stand: what someone looks for while reading, letter by letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rag.types import Turn

MOST = 200  # turns shown; the rest is counted
PLACES = 50  # places kept of one turn
AROUND = 60  # characters shown before and after a place
_INSIDE = 5  # letters from which a word is also found inside another ("uitbuiting" in "arbeidsuitbuiting")
_LOOSE = "[\u0300-\u036f\u00ad]*"  # accents that stand apart, and soft hyphens


def _plain_table() -> dict[int, str]:
    """Letters to the same letter without accent in lower case, one for one, so that offsets stay."""
    codes = (*range(0x41, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))
    bases = {code: unicodedata.normalize("NFD", chr(code))[0].lower() for code in codes}
    table = {code: base for code, base in bases.items() if len(base) == 1 and base != chr(code)}
    return table | dict.fromkeys(map(ord, "‘’`´"), "'") | dict.fromkeys(map(ord, "‐‑–"), "-")


_PLAIN = _plain_table()


@dataclass(frozen=True, slots=True)
class Place:
    """A turn in which everything looked for stands, and where."""

    turn: Turn
    spans: tuple[tuple[int, int], ...]


def find(turns: Sequence[Turn], looked_for: str) -> tuple[list[Place], int]:
    """The first turns in which all words looked for stand, in spoken order, and how many there are; words in double quotes stand next to each other.

    Accents and capitals don't matter. A word is found from its first letter on; a longer one also inside another word.
    """
    patterns = [_pattern(part) for part in _parts(looked_for[:200])]
    if not patterns:
        return [], 0
    texts = ((turn, turn.text.translate(_PLAIN)) for turn in turns)
    found = [(turn, text) for turn, text in texts if all(p.search(text) for p in patterns)]
    spans = ((turn, sorted(m.span() for p in patterns for m in p.finditer(text))[:PLACES]) for turn, text in found[:MOST])
    return [Place(turn, _merged(places)) for turn, places in spans], len(found)


def _parts(looked_for: str) -> list[str]:
    """Words, and phrases in quotation marks; at most ten."""
    plain = unicodedata.normalize("NFC", looked_for).translate(_PLAIN)
    found = [quoted or word for quoted, word in re.findall(r'["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+)', plain)]
    return [part for part in dict.fromkeys(" ".join(p.split()).strip(".,;:?!()") for p in found) if re.search(r"\w", part)][:10]


def _pattern(part: str) -> re.Pattern[str]:
    letters = "".join(r"\s+" if c == " " else re.escape(c) + (_LOOSE if c.isalpha() else "") for c in part)
    inside = len(part) >= _INSIDE and part.isalpha()
    return re.compile(letters if inside or not part[0].isalnum() else rf"(?<!\w){letters}")


def _merged(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def snippet(place: Place) -> tuple[str, str, str]:
    """The first place with the words around it, on one line: before, the words, after."""
    text, (start, end) = place.turn.text, place.spans[0]
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[left:start], text[end:right]
    if left:
        before = "… " + before.partition(" ")[2]
    if right < len(text):
        after = after.rpartition(" ")[0] + " …"
    return tuple(re.sub(r"\s", " ", part) for part in (before, text[start:end], after))  # type: ignore[return-value]  # three in, three out
