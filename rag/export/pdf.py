"""A page as PDF: its data for the press."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

from rag.export.press import Press
from rag.render.sheet import Line, Sheet

# words of letters, figures and plain stops are broken nowhere; others could be, at a hyphen or a slash
_PLAIN = re.compile(r"[\w.,;:!?'’«»“”\"()]+", re.UNICODE)


@lru_cache(maxsize=1)
def press() -> Press:
    """The press of summary pages, kept for the life of the program."""
    return Press("page")


def summary_pdf(sheet: Sheet, made: date | None = None) -> bytes:
    """A page as PDF.

    Args:
        sheet: from `rag.render.sheet`, of a fitted summary.
        made: the day in the file's own metadata.

    Raises:
        PressError: some character cannot be printed.
    """
    return press().pdf(sheet_data(sheet), made)


def sheet_data(sheet: Sheet, measure: bool = False) -> dict[str, Any]:
    """What the template reads: see rag/data/typst/sheet.typ."""
    seen: set[str] = set()
    return {
        "lang": sheet.language,
        "kicker": sheet.kicker,
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "document_title": sheet.document_title,
        "facts": [list(fact) for fact in sheet.facts],
        "message": sheet.message,
        "sections": [
            {
                "title": section.title,
                "hint": section.hint,
                "running": section.running,
                "items": [{"lines": [runs(line, seen) for line in item.lines]} for item in section.items],
            }
            for section in sheet.sections
        ],
        "notes": {str(number): text for number, text in sheet.notes},
        "foot": sheet.foot,
        "measure": measure,
    }


def runs(line: Line, seen: set[str]) -> list[dict[str, Any]]:
    """A line for the template; ``seen``: the footnotes that were made already."""
    out: list[dict[str, Any]] = []
    for run in line:
        if run.kind == "quote":
            out.append({"k": "quote", "t": pieces(f"«{run.text}»")})
        elif run.kind == "note":
            out.append({"k": "note", "t": run.text, "first": run.text not in seen})
            seen.add(run.text)
        else:
            out.append({"k": run.kind, "t": run.text})
    return out


def pieces(text: str) -> list[str | list[str]]:
    """A text in pieces: stretches that can be set as they are, and, as lists, words that must not be broken over a line."""
    out: list[str | list[str]] = []
    for word in re.split(r"( )", text):
        if word and not _PLAIN.fullmatch(word) and word != " ":
            out.append([word])
        elif out and isinstance(out[-1], str):
            out[-1] += word
        elif word:
            out.append(word)
    return out
