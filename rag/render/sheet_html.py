"""A page as one HTML file: nothing is loaded, it is light or dark as the reader's screen is, and prints on one A4."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from rag.render.encode import enc
from rag.render.sheet import Line, Section, Sheet


def sheet_html(sheet: Sheet) -> str:
    """A page as a whole HTML document."""
    return document_html(sheet.document_title, sheet.language, f'<main class="sheet">{sheet_body(sheet)}</main>')


def document_html(title: str, language: str, body: str, more_css: str = "") -> str:
    """A self-contained document around a body that is HTML already. ``more_css``: after the sheet's own."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f'<meta name="generator" content="griffier">\n<title>{enc(title)}</title>\n<style>\n{css()}{more_css}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


@lru_cache(maxsize=1)
def css() -> str:
    """The style of a sheet."""
    return files("rag").joinpath("data", "sheet.css").read_text(encoding="utf-8")


def sheet_body(sheet: Sheet) -> str:
    """What stands on the sheet, to be put in a page that has the sheet's style."""
    facts = "".join(f"<div><dt>{enc(name)}</dt><dd>{enc(value)}</dd></div>" for name, value in sheet.facts)
    message = f'<p class="message">{enc(sheet.message)}</p>' if sheet.message else ""
    seen: set[str] = set()
    sections = "".join(_section(section, seen) for section in sheet.sections)
    notes = "".join(
        f'<li id="noot-{number}" value="{number}">{enc(text)} <a class="back" href="#bij-{number}" aria-label="{_BACK[sheet.language]}">↩</a></li>'
        for number, text in sheet.notes
    )
    listed = f'<ol class="notes">{notes}</ol>' if notes else ""
    return (
        f'<header><p class="kicker">{enc(sheet.kicker)}</p><div class="heading"><h1>{enc(sheet.title)}</h1>'
        f'<p class="subject">{enc(sheet.subtitle)}</p></div><dl class="facts">{facts}</dl></header>{message}{sections}'
        f'<footer>{listed}<p class="foot">{enc(sheet.foot)}</p></footer>'
    )


_BACK = {"nl": "terug naar de tekst", "en": "back to the text"}


def _section(section: Section, seen: set[str]) -> str:
    hint = f'<p class="hint">{enc(section.hint)}</p>' if section.hint else ""
    if section.running:
        text = "; ".join("".join(line_html(line, seen) for line in item.lines) for item in section.items)
        body = f"<p>{text}.</p>"
    else:
        items = (f"<li>{'<br>'.join(line_html(line, seen) for line in item.lines)}</li>" for item in section.items)
        body = f"<ul>{''.join(items)}</ul>"
    return f'<section><div class="label"><h2>{enc(section.title)}</h2>{hint}</div>{body}</section>'


def line_html(line: Line, seen: set[str]) -> str:
    """A line of runs; ``seen``: the footnotes that have been marked, so that the way back leads to the first mark."""
    out = []
    for run in line:
        if run.kind == "note":
            anchor = "" if run.text in seen else f' id="bij-{run.text}"'
            seen.add(run.text)
            out.append(f'<sup><a href="#noot-{run.text}"{anchor}>{run.text}</a></sup>')
        elif run.kind == "quote":
            out.append(f'<span class="quote">«{enc(run.text)}»</span>')
        elif run.kind in {"soft", "open"}:
            out.append(f'<span class="{run.kind}">{enc(run.text)}</span>')
        else:
            out.append(enc(run.text))
    return "".join(out)
