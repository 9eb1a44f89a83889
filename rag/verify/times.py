"""Times that have a name and no number: months, recesses, seasons and days of the week. A promise is often dated by one."""

from __future__ import annotations

import re

from rag.tables import table
from rag.text import MONTH_NUMBERS

_MONTH = re.compile(r"(?<![\w])(" + "|".join(MONTH_NUMBERS) + r")(?![\w])", re.I)
_QUARTER = re.compile(r"\b(eerste|tweede|derde|vierde|first|second|third|fourth|1e|2e|3e|4e|Q[1-4])\s*(?:kwartaal|quarter|\b)", re.I)


_KINDS = [[re.compile(rf"(?<![\w-])(?:{one})(?![\w-])", re.I) for one in kind] for kind in table("numbers")["times"].values()]


def missing(claim: str, evidence: str) -> str | None:
    """The first month of the claim that the evidence does not name, or other named time where the evidence names another of its kind instead.

    Evidence that names no time of that kind decides nothing: "voor de zomer" may be how a claim says "voor 1 juli".
    """
    if month := _missing_month(claim, evidence):
        return month
    for kind in _KINDS:
        held = {pattern for pattern in kind if pattern.search(evidence)}
        for pattern in kind:
            if held and pattern not in held and (found := pattern.search(claim)):
                return found.group()
    return None


def _ends_quarter(before: str, month: int, evidence: str) -> bool:
    """Whether "uiterlijk eind maart" stands there as "het eerste kwartaal"."""
    if month % 3 or not re.search(r"\b(?:eind|einde|end of|late|uiterlijk|by)\s*$", before, re.I):
        return False
    order = ("eerste first 1e q1", "tweede second 2e q2", "derde third 3e q3", "vierde fourth 4e q4")
    return any(q.lower() in order[month // 3 - 1].split() for q in _QUARTER.findall(evidence))


def _missing_month(claim: str, evidence: str) -> str | None:
    held = {MONTH_NUMBERS[m.lower()] for m in _MONTH.findall(evidence)}
    held |= {int(m) for m in re.findall(r"\b\d{1,2}[-/.](\d{1,2})[-/.]\d{2,4}\b", evidence)}
    for match in _MONTH.finditer(claim):
        word = match.group()
        if word.lower() in {"may", "march", "mei"} and not (word[0].isupper() or word.lower() == "mei"):
            continue
        if word == "May" and match.start() == 0:
            continue
        month = MONTH_NUMBERS[word.lower()]
        if month not in held and not _ends_quarter(claim[: match.start()], month, evidence):
            return word
    return None
