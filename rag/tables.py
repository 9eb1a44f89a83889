"""The word lists and tables of rag/data, each read once, and the words griffier speaks, in both its languages."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, get_args

from rag.types import Language


@cache
def table(name: str) -> dict[str, Any]:
    """One table: rag/data/<name>.toml."""
    return tomllib.loads((Path(__file__).parent / "data" / f"{name}.toml").read_text(encoding="utf-8"))


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
