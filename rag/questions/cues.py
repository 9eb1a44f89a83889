"""The word lists by which questions and answers are known, read from rag/data/questions.toml."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.tables import table
from rag.text import stem
from rag.types import Language
from rag.verify.lexicon import matcher


@lru_cache(maxsize=64)
def cue(section: str, *keys: str) -> re.Pattern[str]:
    """The pattern of one or more lists, such as ``cue("request", "asks", "wants")``."""
    lists = table("questions")[section]
    return matcher([entry for key in keys for entry in lists[key]])


def puts_off(sentence: str) -> bool:
    """Whether a sentence says that an answer comes later, or is not known: "Daar kom ik in het najaar op terug.", "Dat weet ik niet."."""
    return cue("answer", "deferred", "owes", "unsettled", "sent").search(sentence) is not None


@lru_cache(maxsize=2)
def thin(language: Language) -> frozenset[str]:
    """Stems of the words that don't say what a question is about."""
    return frozenset(stem(word, language) for word in table("questions")["thin"]["words"])
