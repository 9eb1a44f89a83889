"""The word lists of rag/data/commitments.toml as patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from rag.tables import table
from rag.verify.lexicon import matcher


@lru_cache(maxsize=64)
def cue(section: str, *keys: str) -> re.Pattern[str]:
    """The pattern of one or more lists of a section, such as ``cue("explicit", "nl", "en")``; no keys: the whole section."""
    lists: dict[str, Any] = table("commitments")[section]
    return matcher([entry for key in keys or lists for entry in lists[key]])


@lru_cache(maxsize=8)
def entries(section: str, key: str) -> tuple[str, ...]:
    return tuple(table("commitments")[section][key])


def goes_on(sentence: str) -> bool:
    """Whether a sentence begins with a word that goes on about what was just said: "Dat komt in februari."."""
    return re.match(rf"\W*(?:{'|'.join(entries('list', 'goes_on'))})\b", sentence, re.I) is not None
