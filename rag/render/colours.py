"""A party to the colour it has on the page: known ones from a list, others always the same one from the palette."""

from __future__ import annotations

import zlib
from functools import lru_cache

from rag.render.encode import enc
from rag.tables import table


@lru_cache(maxsize=256)
def hue(party: str) -> str:
    """The name of a party's colour in the palette of griffier.css (``gf-hue-…``)."""
    colours = table("colours")
    known = {name.casefold(): colour for name, colour in colours["parties"].items()}
    hues: list[str] = colours["hues"]
    return str(known.get(party.casefold()) or hues[zlib.crc32(party.casefold().encode("utf-8", "replace")) % len(hues)])


def party_html(party: str) -> str:
    """A party as a small coloured label; the name is written in it, so that the colour is never all there is."""
    return f'<span class="gf-party gf-hue-{hue(party)}">{enc(party)}</span>'
