"""One summary in one of its forms, as the bytes of a file in which every quote was read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from rag.export.pdf import overview_pdf, summary_pdf
from rag.export.reread import reread
from rag.render.contract import overview_json, summary_json
from rag.render.glance import Glance, glance
from rag.render.sheet import Sheet, sheet
from rag.types import Form, Language, Overview, Summary, Usage


@dataclass(frozen=True, slots=True)
class File:
    """A file as it will be written. ``usage``: the tokens its summary took, where a model wrote."""

    name: str
    data: bytes
    usage: Usage | None = None


FORMS: tuple[Form, ...] = get_args(Form)


def summary_file(summary: Summary, form: Form, record: Mapping[int, str], made: date | None = None, language: Language = "nl") -> bytes:
    """A summary as a file.

    Raises:
        FidelityError: a quote does not stand in the file as it stands in the record.
        PressError: the page cannot be set.
    """
    shown = sheet(summary, made, language)
    data = _bytes(summary, shown, form, made)
    # JSON holds the summary itself: each quote once, where the page shows it where it is used
    reread(data, form, shown.quotes, [] if form == "json" else [text for _, text in shown.notes], record, pages=1)
    return data


def overview_file(overview: Overview, form: Form, record: Mapping[int, str], made: date | None = None, language: Language = "nl") -> bytes:
    """An overview as a file of as many pages as it takes. See `summary_file`.

    Args:
        overview: of which everything can be printed (`rag.export.printable.printable_overview`).
    """
    found = glance(overview, made, language)
    data = _overview_bytes(overview, found, form, made)
    notes = [] if form == "json" else [entry.said for group in found.groups for entry in group.entries]
    reread(data, form, found.quotes, notes, record)
    return data


def _overview_bytes(overview: Overview, found: Glance, form: Form, made: date | None) -> bytes:
    if form == "pdf":
        return overview_pdf(found, made)
    if form == "docx":
        from rag.export.word_overview import overview_docx

        return overview_docx(found, made)
    if form == "html":
        from rag.render.glance_html import glance_html

        return glance_html(found).encode()
    if form == "md":
        from rag.render.glance_markdown import glance_markdown

        return glance_markdown(found).encode()
    return (json.dumps(overview_json(overview), ensure_ascii=False, indent=2) + "\n").encode()


def _bytes(summary: Summary, shown: Sheet, form: Form, made: date | None) -> bytes:
    if form == "pdf":
        return summary_pdf(shown, made)
    if form == "docx":
        from rag.export.word import summary_docx

        return summary_docx(shown, made)
    if form == "html":
        from rag.render.sheet_html import sheet_html

        return sheet_html(shown).encode()
    if form == "md":
        from rag.render.sheet_markdown import sheet_markdown

        return sheet_markdown(shown).encode()
    return (json.dumps(summary_json(summary), ensure_ascii=False, indent=2) + "\n").encode()
