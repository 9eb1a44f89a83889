"""A page as PDF: its data for the press."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from rag.export.press import Press, PressError
from rag.render.glance import Entry, Glance, bars, legend
from rag.render.sheet import Line, Sheet
from rag.render.wording import PAGE

T = TypeVar("T")
# words of letters, figures and plain stops are broken nowhere; others could be, at a hyphen or a slash
_PLAIN = re.compile(r"[\w.,;:!?'’«»“”\"()]+", re.UNICODE)


@cache
def press(template: str = "page") -> Press:
    """The press of a template, that of summary pages unless told, kept for the life of the program."""
    return Press(template)


def summary_pdf(sheet: Sheet, made: date | None = None) -> bytes:
    """A page as PDF. Raises PressError: some character cannot be printed."""
    return with_signs(lambda data: press().pdf(data, made), sheet_data(sheet))


def with_signs(work: Callable[[dict[str, Any]], T], data: dict[str, Any]) -> T:
    """Sets data; where some character has no sign in any font, our own words get a question mark for it, the record's never.

    Raises PressError: a quote holds such a character.
    """
    try:
        return work(data)
    except PressError as error:
        if not error.missing:
            raise
        return work(_without(data, error.missing))


def _without(value: Any, missing: frozenset[str]) -> Any:
    if isinstance(value, str):
        return "".join("?" if c in missing else c for c in value)
    if isinstance(value, dict):
        quoted = {"t"} if value.get("k") == "quote" else {"quote"}
        return {key: one if key in quoted else _without(one, missing) for key, one in value.items()}
    return [_without(one, missing) for one in value] if isinstance(value, (list, tuple)) else value


def sheet_data(sheet: Sheet, measure: bool = False) -> dict[str, Any]:
    """What the template reads: see rag/data/typst/page.typ."""
    seen: set[str] = set()
    return _head(sheet) | {
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
        "notes": {str(number): pieces(text) for number, text in sheet.notes},
        "measure": measure,
    }


def _head(page: Sheet | Glance) -> dict[str, Any]:
    """What the heading and the foot of both are made of."""
    return {name: getattr(page, name) for name in ("kicker", "title", "subtitle", "document_title", "facts", "foot")} | {
        "lang": page.language
    }


def overview_pdf(found: Glance, made: date | None = None) -> bytes:
    """An overview as PDF, as many pages as it takes. See `summary_pdf`."""
    return with_signs(lambda data: press("overview").pdf(_tightened(data), made), glance_data(found))


def _tightened(data: dict[str, Any]) -> dict[str, Any]:
    """The data set a little closer where that saves a page: a last page with a line or two is one too many."""
    close = data | {"tight": True}
    pages = press("overview").measure(data, "pages")
    return close if pages > 1 and press("overview").measure(close, "pages") < pages else data


def bars_png(found: Glance) -> bytes:
    """The bars of an overview as a picture, for forms that cannot draw."""
    return with_signs(press("charts").png, glance_data(found))


def glance_data(found: Glance) -> dict[str, Any]:
    """What the template reads: see rag/data/typst/overview.typ."""
    word = PAGE[found.language]
    broke_in = [[name, [n for (n,) in row]] for name, row in found.interruptions.lines]
    spoke = [[name, [[[str(n), n in found.mentioned] for n in cell] for cell in row]] for name, row in found.subjects.lines]
    return _head(found) | {
        "message": "",
        "notes": {},
        "speaking": bars(found),
        "most": max((n for row in found.interruptions.cells for (n,) in row), default=1),
        "matrix": {"corner": word["interrupted"], "columns": found.interruptions.columns, "rows": broke_in},
        "table": {"corner": word["party"], "columns": found.subjects.columns, "rows": spoke},
        "groups": [{"name": group.name, "entries": [_entry(one) for one in group.entries]} for group in found.groups],
        "words": word | {"numbers": legend(found)},
    }


def _entry(one: Entry) -> dict[str, Any]:
    return {"number": str(one.number), "prose": one.prose, "quote": pieces(f"«{one.quote.flat}»"), "said": pieces(one.said)}


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
