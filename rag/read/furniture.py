"""Page furniture: footers, imprints, running heads and page numbers, which nobody said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rag.read import headings, pages
from rag.read.lines import Line
from rag.read.pages import Footer

_IMPRINT = re.compile(
    r"^(?:(?:kst|ah|h|nds|blg)-[\w-]{3,40}|ISSN\s*\d{4}\s*[-–]\s*\d{3}[\dXx]|[’'‘]s-Gravenhage\s+\d{4}|Pagina \d+(?: van \d+)?|"
    r"[-–]\s*\d{1,4}\s*[-–])(?:\s+ISSN\s*\d{4}\s*[-–]\s*\d{3}[\dXx])?(?:\s+[’'‘]s-Gravenhage\s+\d{4})?$|"
    # the foot of the Handelingen: "9 november 2022 TK 21 21-3-12", on one line or on several
    r"^(?:.{0,80}\s)?[TE]K\s+\d{1,3}\s+\d{1,3}-\d{1,3}-\d{1,4}$|^[TE]K\s+\d{1,3}$|^\d{1,3}-\d{1,3}-\d{1,4}$"
)
_NUMBER = re.compile(r"^\d{1,4}$")
_NEAR = 3  # lines, blank ones counted, between a footer and its page number on a line of its own
_EDGE = 2  # lines at the top and at the foot of a page that may be a running head
_SHARE = 0.4  # of the pages must show the same line there: left and right pages have heads of their own


def find(lines: list[Line], fed: bool) -> tuple[frozenset[int], dict[int, Footer]]:
    """Which lines are page furniture, and the footers among them by line index. ``fed``: form feeds show where the pages end."""
    footers, taken = _footers(lines)
    taken |= {index for index, line in enumerate(lines) if _IMPRINT.match(line.text)}
    if fed:
        taken |= _running(lines, taken)
    return frozenset(taken | _ascending(lines, taken)), footers


def _footers(lines: list[Line]) -> tuple[dict[int, Footer], set[int]]:
    """Footers on one line or two, with their page number where it stands on a line of its own."""
    footers: dict[int, Footer] = {}
    taken: set[int] = set()
    for index, line in enumerate(lines):
        if index in taken or not line.text:
            continue
        found, used = pages.footer(line.text), [index]
        if found is None and pages.may_begin(line.text) and index + 1 < len(lines):
            found, used = pages.footer(f"{line.text} {lines[index + 1].text}"), [index, index + 1]
        if found is None:
            continue
        if found.page is None and (apart := _page_apart(lines, used[0], used[-1])) is not None:
            found, used = replace(found, page=int(lines[apart].text)), [*used, apart]
        footers[index] = found
        taken.update(used)
    return footers, taken


def _page_apart(lines: list[Line], first: int, last: int) -> int | None:
    """The line with the page number after a footer, or else before it; blank lines may stand between."""
    for places in (range(last + 1, last + 1 + _NEAR), range(first - 1, first - 1 - _NEAR, -1)):
        nearest = next((at for at in places if 0 <= at < len(lines) and lines[at].text), None)
        if nearest is not None and _NUMBER.match(lines[nearest].text):
            return nearest
    return None


def _running(lines: list[Line], taken: set[int]) -> set[int]:
    """Lines that stand at the top or at the foot of many pages, but for the numbers in them."""
    sheets: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if line.feeds:
            sheets.append([])
        if line.text and index not in taken:
            sheets[-1].append(index)
    edges = [sorted({*sheet[:_EDGE], *sheet[-_EDGE:]}) for sheet in sheets]
    seen = Counter(form for edge in edges for form in {_form(lines[index].text) for index in edge})
    least = max(3, _SHARE * len([sheet for sheet in sheets if sheet]))
    heads = {index for edge in edges for index in edge if seen[_form(lines[index].text)] >= least and _may_run(lines[index].text)}
    own = {index for page, edge in enumerate(edges, 1) for index in edge if len(sheets) > 1 and lines[index].text == str(page)}
    return heads | own


def _form(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.casefold().split()))


def _may_run(text: str) -> bool:
    """Whether a line can be a running head: no heading, and no end of a sentence that many speakers share."""
    return len(text) <= 120 and not _NUMBER.match(text) and headings.parse(text) is None and not re.search(r"[.?!:,;…»”]$", text)


def _ascending(lines: list[Line], taken: set[int]) -> set[int]:
    """Numbers alone on their line that go up one by one through the whole report: its page numbers."""
    alone = [(index, int(line.text)) for index, line in enumerate(lines) if _NUMBER.match(line.text) and index not in taken]
    chain = _longest([value for _, value in alone])
    return {alone[place][0] for place in chain} if len(chain) >= 3 else set()


def _longest(values: Sequence[int]) -> list[int]:
    """The places of the longest run of values that each are one more than the one before; others may stand between."""
    best: dict[int, list[int]] = {}
    for place, value in enumerate(values):
        chain = [*best.get(value - 1, []), place]
        if len(chain) > len(best.get(value, [])):
            best[value] = chain
    return max(best.values(), key=len, default=[])
