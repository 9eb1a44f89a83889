"""An overview as Markdown: tables, and the positions as footnotes the cells lead to."""

from __future__ import annotations

from collections.abc import Iterable

from rag.render.glance import Entry, Glance, bars, legend
from rag.render.sheet_markdown import markdown, paragraph
from rag.render.wording import PAGE


def glance_markdown(found: Glance) -> str:
    """An overview as Markdown."""
    word = PAGE[found.language]
    parts = [f"# {markdown(found.document_title)}"]
    parts.append("\\\n".join(f"**{markdown(name)}:** {markdown(value)}" for name, value in found.facts))
    if found.speaking:
        parts += [f"## {word['speaking']}", _table(["", ""], [[name, said] for name, _, said in bars(found)])]
    if found.interruptions.rows:
        counts = ([name, *(str(n) if n else "·" for (n,) in row)] for name, row in found.interruptions.lines)
        parts += [f"## {word['interruptions']}", _table([word["interrupted"], *found.interruptions.columns], counts)]
    if found.subjects.rows and found.subjects.columns:
        parts += [f"## {word['subjects']}", _subjects(found, word["party"]), legend(found, "mention_brackets")]
    parts += ["---", paragraph(found.foot)]
    parts.append("\n".join(_entry(entry) for group in found.groups for entry in group.entries))
    return "\n\n".join(part for part in parts if part) + "\n"


def _subjects(found: Glance, corner: str) -> str:
    rows = [
        f"| {markdown(name)} | " + " | ".join("".join(_number(n, found.mentioned) for n in cell) or "·" for cell in row) + " |"
        for name, row in found.subjects.lines
    ]
    return "\n".join([*_top([corner, *found.subjects.columns]), *rows])


def _number(number: int, mentioned: frozenset[int]) -> str:
    return f"([^{number}])" if number in mentioned else f"[^{number}]"


def _table(columns: list[str], rows: Iterable[list[str]]) -> str:
    return "\n".join([*_top(columns), *("| " + " | ".join(markdown(cell) for cell in row) + " |" for row in rows)])


def _top(columns: list[str]) -> list[str]:
    return ["| " + " | ".join(markdown(c) for c in columns) + " |", "|" + "---|" * len(columns)]


def _entry(entry: Entry) -> str:
    before = f"{markdown(entry.prose)} " if entry.prose else ""
    return f"[^{entry.number}]: {before}«{markdown(entry.quote.flat)}» {markdown(entry.said)}"
