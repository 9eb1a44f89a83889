"""Page numbers: counted at page breaks, believed only where they come out at the printed footers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from rag.read.lines import Line

_DOSSIER = r"(?P<dossier>\d{2}[ .]?\d{3}(?:[- ]?\(?(?:[IVXLC]+|R\s?\d+|[A-Z])\)?)*)"
FOOTER = re.compile(
    rf"^(?:.{{0,60}}?\s)??(?:(?P<before>\d{{1,4}})\s+)?(?P<chamber>Tweede|Eerste) Kamer,\s+vergaderjaar\s+(?P<from>\d{{4}})\s*[-–—]\s*(?P<to>\d{{2,4}}),"
    rf"\s+{_DOSSIER},\s+(?:nr\.?|nrs\.?)?\s*(?P<number>[A-Z]{{1,3}}|\d+)(?:[,\s]+(?:blz\.?|p\.?|pagina)?\s*(?P<page>\d{{1,4}}))?$"
)


@dataclass(frozen=True, slots=True)
class Footer:
    """A printed page footer: "Tweede Kamer, vergaderjaar 2019–2020, 28 638, nr. 178 27"."""

    chamber: str
    year: str
    dossier: str
    number: str
    page: int | None


def footer(text: str) -> Footer | None:
    """What a line says as a page footer, or None."""
    match = FOOTER.match(re.sub(r"\s+", " ", text))
    if match is None:
        return None
    page = match["page"] or match["before"]
    year = f"{match['from']}/{match['to'][-2:]}"
    return Footer(match["chamber"], year, match["dossier"], match["number"], int(page) if page else None)


def may_begin(text: str) -> bool:
    """Whether a line can be the first of a footer that is broken over two."""
    return bool(re.match(r"(?:Tweede|Eerste) Kamer,\s+vergaderjaar\s+\d{4}\s*[-–—]\s*\d{2,4}\b", text)) and len(text) < 90


def number(lines: list[Line], footers: dict[int, Footer], furniture: frozenset[int], fed: bool) -> int | None:
    """Writes the page of every line, and returns the number of pages; None, and no pages, when they are not certain.

    A page break is a form feed where there are any (``fed``), else a line that starts with exactly one space or the first line after a
    footer. The count must come out at every printed footer; without a footer only form feeds are certain.

    ``footers``: by line index; ``furniture``: indices of the lines that are page furniture.
    """
    printed = [(index, found.page) for index, found in footers.items() if found.page is not None]
    if not fed and not printed:
        return None
    pages = [1 + passed for passed in accumulate(line.feeds for line in lines)] if fed else _count_spaces(lines, footers, furniture)
    if any(pages[index] != page for index, page in printed):
        return None
    for line, page in zip(lines, pages, strict=True):
        line.page = page
    return max((page for line, page in zip(lines, pages, strict=True) if line.text), default=None)


def _count_spaces(lines: list[Line], footers: dict[int, Footer], furniture: frozenset[int]) -> list[int]:
    pages, page, after, begun = [], 1, False, False
    for index, line in enumerate(lines):
        if index in footers:
            pages.append(page)
            after = begun = True
            continue
        if line.text and index not in furniture:
            if begun and (after or line.indent == " "):
                page += 1
            after, begun = False, True
        pages.append(page)
    return pages
