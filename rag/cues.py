"""Word lists over a sentence: which lists of rag/data/positions.toml it holds, and where, all in one walk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from rag.tables import table
from rag.text import is_question, words
from rag.types import Language

GAP = 6  # words that "*" stands for at most
_ROOT = 2  # letters under which entries with an open ending are filed
_FIRST = frozenset({"ik", "wij", "we"})  # beside whom a verb of the list "takes" is what the speaker thinks or wants
_BESIDE = 2  # words of such a verb that may stand before the speaker: "liever zien wij"
Marks = Mapping[str, tuple[tuple[int, int], ...]]
_Entry = tuple[str, tuple[str, ...]]  # the list it is in, and its words


class Lexicon:
    """All lists in one language. "on*" is any ending, a lone "*" at most six words between."""

    def __init__(self, language: Language) -> None:
        self._closed: dict[tuple[str, str], list[_Entry]] = defaultdict(
            list
        )  # by the first two words; of one, or of an open second, by that
        self._open: dict[str, list[_Entry]] = defaultdict(list)
        self._verbs: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for section, lists in table("positions").items():
            for entry in lists.get(language, ()):
                parts = tuple(entry.split())
                if section == "takes":
                    self._verbs[parts[0]].append(parts)
                elif parts[0].endswith("*"):
                    self._open[parts[0][:_ROOT]].append((section, parts))
                else:
                    second = "".join(part for part in parts[1:2] if not part.endswith("*"))
                    self._closed[parts[0], second].append((section, parts))

    def marks(self, tokens: Sequence[str]) -> Marks:
        """For each list that is held, where: (first word, word after the last) of each entry."""
        found: dict[str, list[tuple[int, int]]] = {}
        for i, token in enumerate(tokens):
            beside = [self._closed.get((token, second), ()) for second in ("", *tokens[i + 1 : i + 2])]
            for section, parts in chain(*beside, self._open.get(token[:_ROOT], ())):
                end = _match(parts, tokens, i)
                if end:
                    found.setdefault(section, []).append((i, end))
            if token in _FIRST and (taken := self._taken(tokens, i)):
                found.setdefault("own", []).append(taken)
        return {section: tuple(places) for section, places in found.items()}

    def _taken(self, tokens: Sequence[str], speaker: int) -> tuple[int, int] | None:
        """Where a verb of taking sides stands round the speaker, before, after or both: "wij zien liever", "zien wij liever"."""
        others = (*tokens[:speaker], *tokens[speaker + 1 :])
        for start in range(max(0, speaker - _BESIDE), min(speaker + 1, len(others))):
            for parts in self._verbs.get(others[start], ()):
                end = _match(parts, others, start)
                if end and end >= speaker:
                    return min(start, speaker), max(end, speaker) + 1
        return None


_STOPS = frozenset({"niets", "of", "hoe", "welke"})  # no entry with a gap runs over them


def _match(parts: Sequence[str], tokens: Sequence[str], start: int) -> int:
    """The word after the entry when it stands at ``start``, else 0."""
    at, gap = start, False
    for part in parts:
        if part == "*":
            gap = True
            continue
        last = min(len(tokens), at + 1 + (GAP if gap else 0))
        while at < last and not _same(part, tokens[at]):
            # "wij willen niets weten van …" asks nothing; "wij zullen zien welke partijen dat steunen" is another clause
            if tokens[at] in _STOPS:
                return 0
            at += 1
        if at >= last:
            return 0
        at, gap = at + 1, False
    return at


def _same(part: str, token: str) -> bool:
    return token.startswith(part[:-1]) if part.endswith("*") else token == part


@lru_cache(maxsize=4)
def lexicon(language: Language) -> Lexicon:
    return Lexicon(language)


@lru_cache(maxsize=16384)
def marks(text: str, language: Language) -> Marks:
    """The lists one sentence holds, and where."""
    return lexicon(language).marks(tokens(text))


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a sentence, kept: several questions are asked of each."""
    return tuple(words(text))


def asks(text: str, language: Language) -> bool:
    """Whether a sentence asks something, with a question mark or without: "Ik hoor graag wanneer de brief komt."."""
    return is_question(text) or "asks" in marks(text, language)


@lru_cache(maxsize=1)
def _course() -> tuple[frozenset[str], frozenset[str]]:
    lists = table("positions")["course"]
    return frozenset(lists["words"]), frozenset(lists["beside"])


@lru_cache(maxsize=16384)
def of_course(text: str) -> bool:
    """Whether a sentence is on the course of what is said and no more: "Eén opmerking vooraf.", "Ik had nog een aantal punten."."""
    said, (course, beside) = set(tokens(text)), _course()
    return not said.isdisjoint(course) and said <= course | beside
