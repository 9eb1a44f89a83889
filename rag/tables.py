"""The word lists and tables of rag/data, each read once, and the words griffier speaks, in both its languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, get_args

from rag.types import Language


@cache
def table(name: str) -> dict[str, Any]:
    """One table: rag/data/<name>.toml."""
    return tomllib.loads((Path(__file__).parent / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def any_of(names: Iterable[str]) -> str:
    """The pattern of any of these names, as they are, the longest first."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


def matcher(entries: Iterable[str]) -> re.Pattern[str]:
    """One pattern for a list of entries: whole words in any case; "on*" any ending, "zeg * toe" a few words between."""
    return re.compile(r"(?<![\w'])(?:" + "|".join(_pattern(e) for e in sorted(entries, key=len, reverse=True)) + r")(?![\w])", re.I)


_GAP = r"(?:\s+[^\s.?!;:]+){0,6}?\s+"  # "zeg * toe": at most six words between, within the clause


def _pattern(entry: str) -> str:
    parts = [re.escape(part).replace(r"\*", r"\w*") if part != "*" else part for part in entry.split()]
    joined = parts[0]
    for before, part in zip(parts, parts[1:], strict=False):
        joined += "" if part == "*" else (_GAP if before == "*" else r"\s+") + part
    return joined


@cache
def pattern_of(name: str, section: str, *keys: str) -> re.Pattern[str]:
    """The pattern of one or more lists of a section of a table, such as ``pattern_of("stance", "negation", "nl", "en")``; no keys: of all."""
    lists = table(name)[section]
    return matcher(entry for key in keys or lists for entry in lists[key])


def forms(name: str, section: str, key: str) -> re.Pattern[str]:
    """The pattern of a list whose entries are patterns, in any case, such as ``forms("asking", "asker", "what")``."""
    return re.compile("|".join(table(name)[section][key]), re.I)


class Words(dict[Language, dict[str, str]]):
    """The words of one table by language, read when they are first asked for.

    ``place``: "file.table" in rag/data/words, whose lines are name = [Dutch, English].
    """

    def __init__(self, place: str) -> None:
        super().__init__()
        self._file, _, self._table = place.partition(".")

    def __missing__(self, language: Language) -> dict[str, str]:
        side = get_args(Language).index(language)
        self[language] = {name: both[side] for name, both in table(f"words/{self._file}")[self._table].items()}
        return self[language]
