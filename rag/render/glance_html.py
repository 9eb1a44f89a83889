"""An overview as one HTML file: charts, the table whose numbers lead to positions, and the positions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.render.charts import interruptions_chart, speaking_chart
from rag.render.encode import attrs, enc
from rag.render.glance import Entry, Glance, Grid, legend
from rag.render.sheet_html import css, document_html, head_html
from rag.render.wording import PAGE


def glance_html(found: Glance) -> str:
    """An overview as a whole HTML document."""
    word = PAGE[found.language]
    times = [(by, of, n) for by, row in found.interruptions.lines for of, (n,) in zip(found.interruptions.columns, row, strict=True) if n]
    parts = [
        head_html(found),
        _section(word["speaking"], speaking_chart(found.speaking, found.language)) if found.speaking else "",
        _section(word["interruptions"], interruptions_chart(times, found.language)) if times else "",
        _section(word["subjects"], _table(found)) if found.subjects.rows and found.subjects.columns else "",
        _positions(found),
        f'<footer><p class="foot">{enc(found.foot)}</p></footer>',
    ]
    body = f'<main class="sheet overview">{"".join(parts)}</main>'
    return document_html(found.document_title, found.language, body, css("overview"))


def _section(title: str, body: str) -> str:
    return f"<section><h2>{enc(title)}</h2>{body}</section>"


def _table(found: Glance) -> str:
    def cell(numbers: Sequence[int]) -> tuple[str, bool]:
        looks = {n: ' class="mention"' if n in found.mentioned else "" for n in numbers}
        return ", ".join(f'<a href="#standpunt-{n}"{look}>{n}</a>' for n, look in looks.items()), not found.mentioned.issuperset(numbers)

    table = subjects_table(found.subjects, PAGE[found.language]["party"], cell, "")
    return f'<div class="scroll" tabindex="0" role="region"{attrs(aria_label=PAGE[found.language]["subjects"])}>{table}</div><p class="hint">{enc(legend(found))}</p>'


def subjects_table(grid: Grid, corner: str, cell: Callable[[Sequence[int]], tuple[str, bool]], empty: str) -> str:
    """Who said something about what. Where there is no room for a table, style draws it as a list: a cell names its subject for that, and
    says its role, which a browser then forgets.

    Args:
        grid: the numbers, by party and subject.
        corner: what stands above the parties.
        cell: the HTML of a cell's numbers, and whether a position is among them.
        empty: the HTML of a cell without any.
    """

    def shown(subject: str, numbers: Sequence[int]) -> str:
        if not numbers:
            return f'<td role="cell">{empty}</td>'
        html, filled = cell(numbers)
        return f'<td role="cell"{attrs(data_subject=subject, class_="filled" if filled else None)}>{html}</td>'

    heads = "".join(f'<th role="columnheader" scope="col">{enc(name)}</th>' for name in (corner, *grid.columns))
    rows = "".join(
        f'<tr role="row"><th role="rowheader" scope="row">{enc(name)}</th>{"".join(map(shown, grid.columns, cells))}</tr>'
        for name, cells in grid.lines
    )
    return f'<table role="table"><thead><tr role="row">{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _positions(found: Glance) -> str:
    if not found.groups:
        return ""
    groups = "".join(f"<h3>{enc(group.name)}</h3><ul>{''.join(_entry(e) for e in group.entries)}</ul>" for group in found.groups)
    return f'<section class="positions"><h2>{enc(PAGE[found.language]["positions_said"])}</h2>{groups}</section>'


def _entry(entry: Entry) -> str:
    prose = f"{enc(entry.prose)}<br>" if entry.prose else ""
    return (
        f'<li id="standpunt-{entry.number}"><span class="number">{entry.number}</span>{prose}'
        f'<span class="quote">«{enc(entry.quote.flat)}»</span><br><span class="soft">{enc(entry.said)}</span></li>'
    )
