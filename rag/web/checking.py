"""A quote that was pasted in the page: what came of looking it up, as HTML."""

from __future__ import annotations

import logging

from rag.assistant import Assistant
from rag.errors import GriffierError
from rag.render.html import check_html
from rag.render.page import WORDS, problem_html
from rag.types import Language

LONGEST = 4_000  # characters

log = logging.getLogger("griffier")


def checked_html(assistant: Assistant, quote: str, language: Language) -> str:
    """Whether a quote is in the record, as HTML; what is wrong with the quote as a plain line.

    Args:
        assistant: what this visitor may read.
        quote: as pasted.
        language: of the page.
    """
    word = WORDS[language]
    if not quote.strip():
        return problem_html(word["check_empty"])
    if len(quote) > LONGEST:
        return problem_html(word["quote_too_long"].format(n=LONGEST))
    try:
        return check_html(assistant.check(quote), language)
    except GriffierError as error:
        return problem_html(error.said(language))
    except Exception:
        log.exception("a quote could not be checked")
        return problem_html(word["broke"])
