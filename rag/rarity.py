"""How rare a stem is in Dutch parliamentary text, counted once by eval/count_words.py over debates of all kinds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rag.types import Language

_ROW = tuple[float, float]


def rarity(one: str, language: Language = "nl") -> float:
    """How rare a stem is in parliamentary speech (inverse document frequency); a stem nobody counted is rarest. Only Dutch was counted."""
    return _row(one)[0] if language == "nl" else 4.0


def rarity_elsewhere(one: str) -> float:
    """The same without the debate that has the stem most: what only one debate is about counts as unseen."""
    return _row(one)[1]


def _row(one: str) -> _ROW:
    table = _table()
    return table.get(one) or table[""]


@lru_cache(maxsize=1)
def _table() -> dict[str, _ROW]:
    """Stem to both figures; "" is an unseen stem."""
    path = Path(__file__).parent / "data" / "idf-nl.tsv"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {one: (float(plain), float(elsewhere)) for one, plain, elsewhere in rows}
