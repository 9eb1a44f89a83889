"""An overview as a Word document: the bars as a picture, tables, and positions the numbers in the table lead to."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from rag.export import word as paper
from rag.export.pdf import bars_png
from rag.render.glance import Entry, Glance, Grid, bars, legend
from rag.render.wording import PAGE
from rag.text import clean

if TYPE_CHECKING:
    from docx.document import Document  # noqa: TID251  a type only; rag/export/word.py makes it
    from docx.table import Table, _Cell  # noqa: TID251  as above

MARGIN = 1  # millimetre on both sides of a cell
LETTER, WIDE = 1.35, 2.2  # millimetres of a letter in a column's head, and of a capital, an m or a w


def overview_docx(found: Glance, made: date | None = None) -> bytes:
    """An overview as a Word document; the same bytes for the same overview and day."""
    word = PAGE[found.language]
    document = paper.begun(found, made)
    if found.speaking:
        _title(document, word["speaking"])
        _picture(document, found)
    if found.interruptions.rows:
        _title(document, word["interruptions"])
        _interruptions(document, found, word["interrupted"])
    if found.subjects.rows and found.subjects.columns:
        _title(document, word["subjects"])
        _subjects(document, found, word["party"])
        paper.colour(document.add_paragraph(clean(legend(found))).runs[0], paper.QUIET)
    if found.groups:
        _title(document, word["positions_said"])
    for group in found.groups:
        document.add_paragraph(clean(group.name), style="Heading 3").paragraph_format.keep_with_next = True
        for entry in group.entries:
            _entry(document, entry)
    paper.page_line(document, found.document_title, word["page_of"])
    paper.foot_line(document, found.foot)
    return paper.same_bytes(document)


def _title(document: Document, text: str) -> None:
    document.add_paragraph(clean(text), style="Heading 2").paragraph_format.keep_with_next = True


def _picture(document: Document, found: Glance) -> None:
    picture = document.add_picture(io.BytesIO(bars_png(found)), width=paper.TEXT_WIDTH * paper.MILLIMETRE)
    document.paragraphs[-1].paragraph_format.line_spacing = 1.0  # a fixed height of line would cut it
    told = "; ".join(f"{name} {said}" for name, _, said in bars(found))
    for side in ("distT", "distB", "distL", "distR"):  # where these are not told, LibreOffice takes 3 mm and sets it past the margin
        picture._inline.set(side, "0")
    about = picture._inline.docPr
    about.set("descr", clean(f"{PAGE[found.language]['speaking']}: {told}"))
    about.set("name", clean(PAGE[found.language]["speaking"]))


def _interruptions(document: Document, found: Glance, corner: str) -> None:
    most = max(n for row in found.interruptions.cells for (n,) in row)
    for cell, (count,) in _cells(document, corner, found.interruptions):
        _write(cell, str(count) if count else "·", centred=True)
        if count:
            _shade(cell, 0.12 + 0.43 * count / most)


def _subjects(document: Document, found: Glance, corner: str) -> None:
    for cell, numbers in _cells(document, corner, found.subjects):
        _write(cell, "" if numbers else "·", centred=True)
        for place, number in enumerate(numbers):
            if place:
                cell.paragraphs[0].add_run(", ")
            _link(cell.paragraphs[0], number, number in found.mentioned)
        if not found.mentioned.issuperset(numbers):
            _shade(cell, 0.1)


def _cells(document: Document, corner: str, grid: Grid) -> Iterator[tuple[_Cell, tuple[int, ...]]]:
    """Makes the table of a grid; gives each cell of it, to be filled, with its numbers."""
    table = _table(document, corner, grid.columns, grid.rows)
    for at, (name, row) in enumerate(grid.lines, start=1):
        first, *cells = table.rows[at].cells
        _write(first, name)
        yield from zip(cells, row, strict=True)


def _table(document: Document, corner: str, columns: tuple[str, ...], names: tuple[str, ...]) -> Table:
    table: Table = document.add_table(len(names) + 1, len(columns) + 1)
    table.style = "Table Grid"
    table.autofit = False
    properties: Any = table._tbl.tblPr
    borders = paper.add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        across = side in {"bottom", "insideH"}
        paper.add(borders, side, val="single" if across else "nil", **({"sz": "4", "color": paper.RULE} if across else {}))
    margins = paper.add(properties, "tblCellMar")
    for side in ("left", "right"):
        paper.add(margins, side, w=str(MARGIN * 57), type="dxa")  # twentieths of a point: 57 to a millimetre
    for name in ("tblLayout", "tblCellMar", "tblLook"):  # in the order the schema wants them
        properties.extend(properties.findall(f"{{{borders.nsmap['w']}}}{name}"))
    widths = _widths(columns, (corner, *names))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = int(width * paper.MILLIMETRE)
        for cell in column.cells:
            cell.width = int(width * paper.MILLIMETRE)
    top = table.rows[0]
    for row in table.rows:
        paper.add(row._tr.get_or_add_trPr(), "cantSplit")
    paper.add(top._tr.get_or_add_trPr(), "tblHeader")
    for cell, name in zip(top.cells, (corner, *columns), strict=True):
        _write(cell, name, quiet=True, centred=cell is not top.cells[0])
    return table


def _widths(columns: Sequence[str], names: Sequence[str]) -> list[float]:
    """Of each column in millimetres: room for its longest word, so that none is broken, and what is left over by equal parts."""
    wide = min(46.0, 3 * MARGIN + max(_width(name) for name in names) * 9 / 8)  # they are larger than the heads
    needed = [3 * MARGIN + max(_width(word) for word in column.split()) for column in columns]
    over = paper.TEXT_WIDTH - wide - sum(needed)
    return [wide, *(n + over / len(columns) if over > 0 else n * (paper.TEXT_WIDTH - wide) / sum(needed) for n in needed)]


def _width(word: str) -> float:
    return sum(WIDE if c.isupper() or c in "mw" else LETTER for c in word)


def _write(cell: _Cell, text: str, quiet: bool = False, centred: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(clean(text))
    run.font.size = (8 if quiet else 9) * paper.POINT
    if quiet:
        paper.colour(run, paper.QUIET)
    if centred:
        paper.add(paragraph._p.get_or_add_pPr(), "jc", val="center")


def _shade(cell: _Cell, strength: float) -> None:
    """A cell's ground, from white to our blue."""
    full = [int(paper.ACCENT[i : i + 2], 16) for i in (0, 2, 4)]
    fill = "".join(f"{round(255 - (255 - part) * strength):02X}" for part in full)
    paper.add(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=fill)


def _link(paragraph: Any, number: int, outlined: bool) -> None:
    link = paper.add(paragraph._p, "hyperlink", anchor=f"Standpunt{number}")
    run = paragraph.add_run(str(number))
    run.font.size = 9 * paper.POINT
    paper.colour(run, paper.ACCENT)
    if outlined:
        paper.add(run._r.get_or_add_rPr(), "bdr", val="single", sz="4", space="0", color=paper.ACCENT)
    link.append(run._r)


def _entry(document: Document, entry: Entry) -> None:
    paragraph = document.add_paragraph(style="Punt")
    paragraph.paragraph_format.keep_together = True
    paper.hang(paragraph, 8)
    with paper.named(paragraph, entry.number, f"Standpunt{entry.number}"):
        paper.colour(paragraph.add_run(f"{entry.number}"), paper.ACCENT)
    paragraph.add_run("\t")
    if entry.prose:
        paragraph.add_run(clean(entry.prose)).add_break()
    paragraph.add_run(f"«{entry.quote.flat}»").add_break()
    paper.small(paragraph.add_run(clean(entry.said)))
