"""An overview as Markdown: tables, and the positions as footnotes the cells lead to."""

from __future__ import annotations

from rag.render.glance import Entry, Glance, bars, legend
from rag.render.sheet_markdown import facts_markdown, markdown, paragraph
from rag.render.wording import PAGE


def glance_markdown(found: Glance) -> str:
    """An overview as Markdown."""
    word = PAGE[found.language]
    parts = [f"# {markdown(found.document_title)}", facts_markdown(found.facts)]
    if found.speaking:
        parts += [f"## {word['speaking']}", _table(["", ""], [[markdown(name), markdown(said)] for name, _, said in bars(found)])]
    if found.interruptions.rows:
        counts = [[markdown(name), *(str(n) if n else "·" for (n,) in row)] for name, row in found.interruptions.lines]
        parts += [f"## {word['interruptions']}", _table([word["interrupted"], *found.interruptions.columns], counts)]
    if found.subjects.rows and found.subjects.columns:
        numbers = [
            [markdown(name), *("".join(_number(n, found.mentioned) for n in cell) or "·" for cell in row)]
            for name, row in found.subjects.lines
        ]
        parts += [f"## {word['subjects']}", _table([word["party"], *found.subjects.columns], numbers), legend(found, "mention_brackets")]
    parts += ["---", paragraph(found.foot)]
    parts.append("\n".join(_entry(entry) for group in found.groups for entry in group.entries))
    return "\n\n".join(part for part in parts if part) + "\n"


def _number(number: int, mentioned: frozenset[int]) -> str:
    return f"([^{number}])" if number in mentioned else f"[^{number}]"


def _table(columns: list[str], rows: list[list[str]]) -> str:
    """A table; the cells of its rows are Markdown already."""
    first, *rest = (f"| {' | '.join(cells)} |" for cells in ([markdown(c) for c in columns], *rows))
    return "\n".join([first, "|" + "---|" * len(columns), *rest])


def _entry(entry: Entry) -> str:
    before = f"{markdown(entry.prose)} " if entry.prose else ""
    return f"[^{entry.number}]: {before}«{markdown(entry.quote.flat)}» {markdown(entry.said)}"
