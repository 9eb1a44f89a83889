"""A page as Markdown: headings, points and real footnotes; every character of the record comes out as it went in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.render.sheet import Run, Sheet
from rag.text import clean

# anything that could be markup in CommonMark or GitHub's dialect, wherever it stands in a line
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$^{}]|&(?=#?\w+;)|!(?=\[)")
_AT_START = re.compile(r"^(\s*)([-+=:>]|\d+(?=[.)]))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def sheet_markdown(sheet: Sheet) -> str:
    """A page as Markdown."""
    parts = [f"# {markdown(sheet.title)}: {markdown(sheet.subtitle)}", f"*{markdown(sheet.kicker)}*", facts_markdown(sheet.facts)]
    if sheet.message:
        parts.append(paragraph(sheet.message))
    for section in sheet.sections:
        parts.append(f"## {markdown(section.title)}")
        if section.hint:
            parts.append(f"*{markdown(section.hint)}*")
        if section.running:
            parts.append(_start("; ".join("".join(map(_run, line)) for item in section.items for line in item.lines) + "."))
        else:
            parts.append("\n".join("- " + "\\\n  ".join(_start("".join(map(_run, line))) for line in item.lines) for item in section.items))
    parts += ["---", paragraph(sheet.foot)]
    parts += ["\n".join(f"[^{number}]: {paragraph(text)}" for number, text in sheet.notes)]
    return "\n\n".join(part for part in parts if part) + "\n"


def facts_markdown(facts: Iterable[tuple[str, str]]) -> str:
    """Names with their values, a line each."""
    return "\\\n".join(f"**{markdown(name)}:** {markdown(value)}" for name, value in facts)


def _run(run: Run) -> str:
    text = markdown(run.text)
    if run.kind == "open":
        return f"*{text.rstrip()}*{text[len(text.rstrip()) :]}"
    return {"note": f"[^{run.text}]", "quote": f"«{text}»"}.get(run.kind, text)


def markdown(text: str) -> str:
    """A text that can be nothing but that text, inside a line of Markdown."""
    return _SPECIAL.sub(lambda match: f"\\{match.group()}", clean(text).replace("\n", " "))


def paragraph(text: str) -> str:
    """A text as a paragraph of its own: also its first character is text."""
    return _start(markdown(text))


def plain(text: str) -> str:
    """Markdown made here as plain text again: without escapes. Used to read quotes back."""
    return _ESCAPED.sub(r"\1", text)


def _start(text: str) -> str:
    """A line whose first character cannot open a list, a quotation or a heading ("1." is written "1\\.")."""
    return _AT_START.sub(lambda match: f"{match[1]}{match[2]}\\" if match[2].isdigit() else f"{match[1]}\\{match[2]}", text)
