"""One summary in one of its forms, as the bytes of a file in which every quote was read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from rag.export.pdf import overview_pdf, summary_pdf
from rag.export.reread import reread
from rag.export.word import summary_docx
from rag.export.word_overview import overview_docx
from rag.render.contract import overview_json, summary_json
from rag.render.glance import glance
from rag.render.glance_html import glance_html
from rag.render.glance_markdown import glance_markdown
from rag.render.sheet import sheet
from rag.render.sheet_html import sheet_html
from rag.render.sheet_markdown import sheet_markdown
from rag.types import Form, Language, Overview, Summary, Usage


@dataclass(frozen=True, slots=True)
class File:
    """A file as it will be written. ``usage``: the tokens its summary took, where a model wrote."""

    name: str
    data: bytes
    usage: Usage | None = None


FORMS: tuple[Form, ...] = get_args(Form)
Writers = Mapping[Form, Callable[[], bytes]]


def summary_file(summary: Summary, form: Form, record: Mapping[int, str], made: date | None, language: Language) -> bytes:
    """A summary as a file.

    Raises:
        FidelityError: a quote does not stand in the file as it stands in the record.
        PressError: the page cannot be set.
    """
    page = sheet(summary, made, language)
    writers: Writers = {
        "pdf": lambda: summary_pdf(page, made),
        "docx": lambda: summary_docx(page, made),
        "html": lambda: sheet_html(page).encode(),
        "md": lambda: sheet_markdown(page).encode(),
        "json": lambda: _json(summary_json(summary)),
    }
    data = writers[form]()
    # JSON holds the summary itself: each quote once, where the page shows it where it is used
    reread(data, form, page.quotes, [] if form == "json" else [text for _, text in page.notes], record, pages=1)
    return data


def overview_file(overview: Overview, form: Form, record: Mapping[int, str], made: date | None, language: Language) -> bytes:
    """An overview of which everything can be printed (`rag.export.printable`), as a file of as many pages as it takes."""
    found = glance(overview, made, language)
    writers: Writers = {
        "pdf": lambda: overview_pdf(found, made),
        "docx": lambda: overview_docx(found, made),
        "html": lambda: glance_html(found).encode(),
        "md": lambda: glance_markdown(found).encode(),
        "json": lambda: _json(overview_json(overview)),
    }
    data = writers[form]()
    notes = [] if form == "json" else [entry.said for group in found.groups for entry in group.entries]
    reread(data, form, found.quotes, notes, record)
    return data


def _json(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
