"""A page as one HTML file: nothing is loaded, it is light or dark as the reader's screen is, and prints on one A4."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from rag.render.encode import enc
from rag.render.glance import Glance
from rag.render.sheet import Line, Section, Sheet


def sheet_html(sheet: Sheet) -> str:
    """A page as a whole HTML document."""
    return document_html(sheet.document_title, sheet.language, f'<main class="sheet">{_body(sheet)}</main>')


def document_html(title: str, language: str, body: str, more_css: str = "") -> str:
    """A self-contained document around a body that is HTML already. ``more_css``: after the sheet's own."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f'<meta name="generator" content="griffier">\n<title>{enc(title)}</title>\n<style>\n{css("sheet")}{more_css}</style>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


@cache
def css(name: str) -> str:
    """A style sheet of rag/data: that of every sheet, or what an overview has beyond it."""
    return files("rag").joinpath("data", f"{name}.css").read_text(encoding="utf-8")


def head_html(page: Sheet | Glance) -> str:
    """The heading of a sheet of paper."""
    subject = f'<p class="subject">{enc(page.subtitle)}</p>' if page.subtitle else ""
    heading = f'<p class="kicker">{enc(page.kicker)}</p><div class="heading"><h1>{enc(page.title)}</h1>{subject}</div>'
    return f'<header>{heading}<dl class="facts">{facts_html(page.facts)}</dl></header>'


def facts_html(facts: Iterable[tuple[str, str]]) -> str:
    """Names with their values, for in a <dl>."""
    return "".join(f"<div><dt>{enc(name)}</dt><dd>{enc(value)}</dd></div>" for name, value in facts)


def _body(sheet: Sheet) -> str:
    message = f'<p class="message">{enc(sheet.message)}</p>' if sheet.message else ""
    seen: set[str] = set()
    sections = "".join(_section(section, seen) for section in sheet.sections)
    notes = "".join(
        f'<li id="noot-{number}" value="{number}">{enc(text)} <a class="back" href="#bij-{number}" aria-label="{_BACK[sheet.language]}">↩</a></li>'
        for number, text in sheet.notes
    )
    listed = f'<ol class="notes">{notes}</ol>' if notes else ""
    return f'{head_html(sheet)}{message}{sections}<footer>{listed}<p class="foot">{enc(sheet.foot)}</p></footer>'


_BACK = {"nl": "terug naar de tekst", "en": "back to the text"}


def _section(section: Section, seen: set[str]) -> str:
    hint = f'<p class="hint">{enc(section.hint)}</p>' if section.hint else ""
    if section.running:
        body = f"<p>{'; '.join(''.join(_line(line, seen) for line in item.lines) for item in section.items)}.</p>"
    else:
        items = (f"<li>{'<br>'.join(_line(line, seen) for line in item.lines)}</li>" for item in section.items)
        body = f"<ul>{''.join(items)}</ul>"
    return f'<section><div class="label"><h2>{enc(section.title)}</h2>{hint}</div>{body}</section>'


def _line(line: Line, seen: set[str]) -> str:
    """A line of runs; ``seen``: the footnotes that have been marked, so that the way back leads to the first mark."""
    out = []
    for run in line:
        if run.kind == "note":
            anchor = "" if run.text in seen else f' id="bij-{run.text}"'
            seen.add(run.text)
            out.append(f'<sup><a href="#noot-{run.text}"{anchor}>{run.text}</a></sup>')
        else:
            text = f"«{enc(run.text)}»" if run.kind == "quote" else enc(run.text)
            out.append(text if run.kind == "plain" else f'<span class="{run.kind}">{text}</span>')
    return "".join(out)
