"""One summary in one of its forms, as the bytes of a file in which every quote was read back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from rag.export.pdf import summary_pdf
from rag.export.reread import reread
from rag.render import summary_json
from rag.render.sheet import Sheet, sheet
from rag.types import Language, Summary

Form = Literal["md", "html", "pdf", "docx", "json"]
FORMS: tuple[Form, ...] = get_args(Form)


def summary_file(summary: Summary, form: Form, record: Mapping[int, str], made: date | None = None, language: Language = "nl") -> bytes:
    """A summary as a file.

    Args:
        summary: fitted (`rag.export.fit`).
        form: which form.
        record: turn number to the turn's text, as it stands on the shelf: what the quotes are compared with.
        made: the day it is made; the door passes it.
        language: of the words around the record's own.

    Raises:
        FidelityError: a quote does not stand in the file as it stands in the record.
        PressError: the page cannot be set.
    """
    shown = sheet(summary, made, language)
    data = _bytes(summary, shown, form, made)
    # JSON holds the summary itself: each quote once, where the page shows it where it is used
    reread(data, form, shown.quotes, [] if form == "json" else [text for _, text in shown.notes], record, pages=1)
    return data


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
