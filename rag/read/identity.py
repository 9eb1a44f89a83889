"""Who a meeting is: its official id and reference where the content gives them, else one from the content itself; and its language."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

from rag.read.front import Front
from rag.read.pages import Footer
from rag.text import detect_language, spelled
from rag.types import Language, Turn

OPENING = 3  # turns: on one day no two meetings begin with the same three
ENOUGH = 200_000  # characters that tell in which language a meeting is


def identify(front: Front, footers: list[Footer]) -> tuple[str, str]:
    """(id, reference) of a Kamerstuk or an item of the Handelingen; ("", "") when the content gives none. The most frequent footer decides."""
    chamber, year, dossier, number = "Tweede", front.year, front.dossier, front.number
    if footers:
        (chamber, year, dossier, number), _ = Counter((f.chamber, f.year, f.dossier, f.number) for f in footers).most_common(1)[0]
    if not dossier or not number:
        return front.proceedings or ("", "")
    plain = _plain(dossier)
    reference = f"Kamerstukken {'I' if chamber == 'Eerste' else 'II'}{' ' + year if year else ''}, {plain}, nr. {number}"
    return f"kst-{plain}-{number}", reference


def _plain(dossier: str) -> str:
    """ "28 638" as "28638", "33 400 XVI" as "33400-XVI"."""
    match = re.match(r"(\d{2})[ .]?(\d{3})[- ]?\(?([A-Z0-9 ]*)\)?", dossier)
    if match is None:
        return dossier.replace(" ", "")
    tail = match.group(3).replace(" ", "")
    return match.group(1) + match.group(2) + (f"-{tail}" if tail else "")


def derived(turns: Sequence[Turn], date: str | None) -> str:
    """An id from the canonical content: the same words by the same speakers give the same id, whatever the file is called.

    A meeting whose day is known is known by how it begins, so that a corrected or completed report replaces the one before it.
    Without a date all words count: two meetings may well be opened with the same words.
    """
    digest = hashlib.sha256()
    for turn in turns[:OPENING] if date else turns:
        digest.update(f"{turn.speaker.name}\x1f{turn.speaker.party}\x1f{' '.join(turn.text.split())}\x1e".encode())
    return f"verslag-{date or 'zonder-datum'}-{digest.hexdigest()[:12]}"


def plain_reference(title: str, date: str | None, uncorrected: bool, chamber: str = "Tweede Kamer") -> str:
    """A reference for a report without a Kamerstuk number: chamber, title, and the date where the title does not tell it."""
    parts = [chamber, title]
    if date and spelled(date) not in title:
        parts.append(spelled(date))
    if uncorrected:
        parts.append("ongecorrigeerd verslag")
    return ", ".join(parts)


def language_of(turns: Sequence[Turn]) -> Language:
    """The language a meeting is in, by the function words of how it begins; Dutch in doubt."""
    return detect_language("\n".join(turn.text for turn in turns)[:ENOUGH])
