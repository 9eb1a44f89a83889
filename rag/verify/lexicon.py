"""The word lists a verifier judges by, read from rag/data: stance, numbers, names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rag.tables import table

GAP = r"(?:\s+[^\s.?!;:]+){0,6}?\s+"  # "zeg * toe": at most six words between, within the clause


def _pattern(entry: str) -> str:
    parts = [re.escape(part).replace(r"\*", r"\w*") if part != "*" else part for part in entry.split()]
    joined = parts[0]
    for before, part in zip(parts, parts[1:], strict=False):
        joined += "" if part == "*" else (GAP if before == "*" else r"\s+") + part
    return joined


def matcher(entries: Iterable[str]) -> re.Pattern[str]:
    """One pattern for a list of entries: whole words in any case; "on*" any ending, "zeg * toe" a few words between."""
    return re.compile(r"(?<![\w'])(?:" + "|".join(_pattern(e) for e in sorted(entries, key=len, reverse=True)) + r")(?![\w])", re.I)


@lru_cache(maxsize=64)
def stance(section: str, *keys: str) -> re.Pattern[str]:
    """The pattern of one or more lists of rag/data/stance.toml, such as ``stance("negation", "nl", "en")``."""
    lists = table("stance")[section]
    return matcher([entry for key in keys for entry in lists[key]])
