"""An overview as one HTML file: charts, the table whose numbers lead to positions, and the positions."""

from __future__ import annotations

from rag.render.charts import interruptions_chart, speaking_chart
from rag.render.encode import enc
from rag.render.glance import Entry, Glance, legend
from rag.render.sheet_html import document_html
from rag.render.wording import PAGE

# what a sheet has no need of
CSS = """\
.overview section { display: block; margin-top: 1.4rem; }
.overview h2 { font-size: 1.15rem; margin-bottom: 0.4rem; }
.overview h3 { font-size: 1rem; margin: 0.9rem 0 0.3rem; }
.overview svg { display: block; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; line-height: 1.25; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.25rem 0.35rem; text-align: center; font-weight: normal; }
thead th { color: var(--quiet); font-size: 0.82rem; vertical-align: bottom; hyphens: auto; }
th:first-child { text-align: left; white-space: nowrap; }
td.filled { background: color-mix(in srgb, var(--accent) 12%, transparent); }
td a { color: var(--accent); }
td a.mention { border: 1px solid var(--accent); border-radius: 3px; padding: 0 0.2em; }
.positions li { padding-left: 2rem; text-indent: -2rem; margin-bottom: 0.45rem; }
.positions li::before { content: none; }
.positions .number { display: inline-block; width: 2rem; text-indent: 0; color: var(--accent); }
@media print { .overview section { margin-top: 9pt; } .positions li { margin-bottom: 3pt; break-inside: avoid; } tr { break-inside: avoid; } .overview h2, .overview h3 { break-after: avoid; } thead th { font-size: 8pt; } .overview svg { max-width: 130mm !important; } }
"""
_MENTION = ' class="mention"'


def glance_html(found: Glance) -> str:
    """An overview as a whole HTML document."""
    word = PAGE[found.language]
    facts = "".join(f"<div><dt>{enc(name)}</dt><dd>{enc(value)}</dd></div>" for name, value in found.facts)
    times = [(by, of, n) for by, row in found.interruptions.lines for of, (n,) in zip(found.interruptions.columns, row, strict=True) if n]
    parts = [
        f'<header><p class="kicker">{enc(found.kicker)}</p><div class="heading"><h1>{enc(found.title)}</h1></div>'
        f'<dl class="facts">{facts}</dl></header>',
        _section(word["speaking"], speaking_chart(found.speaking, found.language)) if found.speaking else "",
        _section(word["interruptions"], interruptions_chart(times, found.language)) if times else "",
        _section(word["subjects"], _table(found)) if found.subjects.rows and found.subjects.columns else "",
        _positions(found),
        f'<footer><p class="foot">{enc(found.foot)}</p></footer>',
    ]
    return document_html(found.document_title, found.language, f'<main class="sheet overview">{"".join(parts)}</main>', CSS)


def _section(title: str, body: str) -> str:
    return f"<section><h2>{enc(title)}</h2>{body}</section>"


def _table(found: Glance) -> str:
    word = PAGE[found.language]
    columns = "".join(f'<th scope="col">{enc(name)}</th>' for name in found.subjects.columns)
    rows = "".join(
        f'<tr><th scope="row">{enc(name)}</th>{"".join(_cell(cell, found.mentioned) for cell in row)}</tr>'
        for name, row in found.subjects.lines
    )
    return (
        f'<div class="scroll"><table><thead><tr><th scope="col">{enc(word["party"])}</th>{columns}</tr></thead><tbody>{rows}</tbody></table></div>'
        f'<p class="hint">{enc(legend(found))}</p>'
    )


def _cell(numbers: tuple[int, ...], mentioned: frozenset[int]) -> str:
    if not numbers:
        return "<td></td>"
    links = ", ".join(f'<a href="#standpunt-{n}"{_MENTION if n in mentioned else ""}>{n}</a>' for n in numbers)
    return f"<td>{links}</td>" if mentioned.issuperset(numbers) else f'<td class="filled">{links}</td>'


def _positions(found: Glance) -> str:
    if not found.groups:
        return ""
    groups = "".join(f"<h3>{enc(group.name)}</h3><ul>{''.join(_entry(e) for e in group.entries)}</ul>" for group in found.groups)
    return f'<section class="positions"><h2>{enc(PAGE[found.language]["positions_said"])}</h2>{groups}</section>'


def _entry(entry: Entry) -> str:
    prose = f"{enc(entry.prose)}<br>" if entry.prose else ""
    quote = f'<span class="quote">«{enc(entry.quote.flat)}»</span>'
    return (
        f'<li id="standpunt-{entry.number}"><span class="number">{entry.number}</span>{prose}{quote}<br>'
        f'<span class="soft">{enc(entry.said)}</span></li>'
    )
