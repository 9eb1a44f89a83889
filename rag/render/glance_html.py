"""An overview as one HTML file: charts, the table whose numbers lead to positions, and the positions."""

from __future__ import annotations

from rag.render.charts import interruptions_chart, speaking_chart
from rag.render.encode import enc
from rag.render.glance import Entry, Glance, legend
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
    columns = "".join(f'<th scope="col">{enc(name)}</th>' for name in (PAGE[found.language]["party"], *found.subjects.columns))
    rows = "".join(
        f'<tr><th scope="row">{enc(name)}</th>{"".join(_cell(cell, found.mentioned) for cell in row)}</tr>'
        for name, row in found.subjects.lines
    )
    return (
        f'<div class="scroll"><table><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></div>'
        f'<p class="hint">{enc(legend(found))}</p>'
    )


def _cell(numbers: tuple[int, ...], mentioned: frozenset[int]) -> str:
    if not numbers:
        return "<td></td>"
    looks = {n: ' class="mention"' if n in mentioned else "" for n in numbers}
    links = ", ".join(f'<a href="#standpunt-{n}"{look}>{n}</a>' for n, look in looks.items())
    return f"<td>{links}</td>" if mentioned.issuperset(numbers) else f'<td class="filled">{links}</td>'


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
