"""Numbers and dates as a reader writes them: "1.234" and "5 december 2019" in Dutch, "1,234" and "5 December 2019" in English."""

from __future__ import annotations

from datetime import date

from rag.types import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": tuple("januari februari maart april mei juni juli augustus september oktober november december".split()),
    "en": tuple("January February March April May June July August September October November December".split()),
}


def grouped(number: int, language: Language = "nl") -> str:
    """A whole number with its thousands apart."""
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")


def spelled(day: str | date, language: Language = "nl") -> str:
    """A date in words.

    Args:
        day: a date, or ISO 8601; what is no date comes back as it is.
        language: of the month.
    """
    try:
        known = date.fromisoformat(str(day))
    except ValueError:
        return str(day)
    return f"{known.day} {MONTHS[language][known.month - 1]} {known.year}"
