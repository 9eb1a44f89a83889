"""The word lists of rag/data/commitments.toml as patterns."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from rag.tables import pattern_of, table

cue = partial(pattern_of, "commitments")  # of one or more lists, such as ``cue("explicit", "nl", "en")``; no keys: of the whole section


@lru_cache(maxsize=8)
def entries(section: str, key: str) -> tuple[str, ...]:
    return tuple(table("commitments")[section][key])


def goes_on(sentence: str) -> bool:
    """Whether a sentence begins with a word that goes on about what was just said: "Dat komt in februari."."""
    return re.match(rf"\W*(?:{'|'.join(entries('list', 'goes_on'))})\b", sentence, re.I) is not None
