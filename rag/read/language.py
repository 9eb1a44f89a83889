"""Which language a record is in: by its function words."""

from __future__ import annotations

from collections import Counter

from rag.text import STOP_EN, STOP_NL, words
from rag.types import Language

_NL = STOP_NL - STOP_EN
_EN = STOP_EN - STOP_NL


def detect(texts: list[str]) -> Language:
    """Dutch, unless the function words of the turns (of the first 200,000 characters or so) are clearly English."""
    counts: Counter[str] = Counter()
    seen = 0
    for text in texts:
        counts.update(words(text[:20000]))
        seen += len(text)
        if seen > 200_000:
            break
    dutch = sum(count for word, count in counts.items() if word in _NL)
    english = sum(count for word, count in counts.items() if word in _EN)
    return "en" if english > dutch else "nl"
