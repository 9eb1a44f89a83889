"""Numbers as a reader writes them: "1.234" in Dutch, "1,234" in English."""

from __future__ import annotations

from rag.types import Language


def grouped(number: int, language: Language = "nl") -> str:
    """A whole number with its thousands apart."""
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")
