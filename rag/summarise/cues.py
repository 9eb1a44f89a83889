"""Word lists over a sentence: which of rag/data/positions.toml it holds, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rag.types import Language
from rag.verify.lexicon import table

GAP = 6  # words that "*" stands for at most
_ROOT = 2  # letters under which entries with an open ending are filed


class Cues:
    """Entries of one or more words; "on*" is any ending, a lone "*" at most six words between."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._exact: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._open: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for entry in entries:
            parts = tuple(entry.split())
            if parts[0].endswith("*"):
                self._open[parts[0][:_ROOT]].append(parts)
            else:
                self._exact[parts[0]].append(parts)

    def find(self, tokens: Sequence[str]) -> list[tuple[int, int]]:
        """Where the entries stand among the words of a sentence: (first word, word after the last) of each."""
        found = []
        for i, token in enumerate(tokens):
            for parts in (*self._exact.get(token, ()), *self._open.get(token[:_ROOT], ())):
                end = _match(parts, tokens, i)
                if end:
                    found.append((i, end))
        return found

    def held(self, tokens: Sequence[str]) -> bool:
        return bool(self.find(tokens))


def _match(parts: Sequence[str], tokens: Sequence[str], start: int) -> int:
    """The word after the entry when it stands at ``start``, else 0."""
    at, gap = start, False
    for part in parts:
        if part == "*":
            gap = True
            continue
        reach = range(at, min(len(tokens), at + 1 + (GAP if gap else 0)))
        place = next((i for i in reach if _same(part, tokens[i])), -1)
        if place < 0:
            return 0
        at, gap = place + 1, False
    return at


def _same(part: str, token: str) -> bool:
    return token.startswith(part[:-1]) if part.endswith("*") else token == part


@lru_cache(maxsize=64)
def cues(section: str, language: Language) -> Cues:
    """One list of rag/data/positions.toml in the language of the record."""
    return Cues(table("positions")[section].get(language, ()))
