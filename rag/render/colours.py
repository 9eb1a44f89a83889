"""A party to the colour it has on the page: known ones from a list, others always the same one from the palette."""

from __future__ import annotations

import tomllib
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from rag.render.encode import enc


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    path = Path(__file__).parent.parent / "data" / "colours.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def hue(party: str) -> str:
    """The name of a party's colour in the palette of griffier.css (``gf-hue-…``).

    Args:
        party: as the record prints it.
    """
    table = _table()
    known = {name.casefold(): colour for name, colour in table["parties"].items()}
    hues: list[str] = table["hues"]
    return str(known.get(party.casefold()) or hues[zlib.crc32(party.casefold().encode("utf-8", "replace")) % len(hues)])


def party_html(party: str) -> str:
    """A party as a small coloured label; the name is written in it, so that the colour is never all there is."""
    return f'<span class="gf-party gf-hue-{hue(party)}">{enc(party)}</span>'
