"""Times that have a name and no number: recesses, seasons and days of the week. A promise is often dated by one."""

from __future__ import annotations

import re

_SEASONS = {
    "zomer": r"zomer(?:reces|vakantie)?|summer",
    "kerst": r"kerst(?:reces|vakantie|mis)?|christmas",
    "krokus": r"krokus(?:reces|vakantie)?",
    "mei": r"mei(?:reces|vakantie)",
    "herfst": r"herfst(?:reces|vakantie)?|najaar|autumn",
    "voorjaar": r"voorjaar(?:sreces|svakantie)?|lente|spring",
    "winter": r"winter",
}
_DAYS = {
    "maandag": r"maandag|monday",
    "dinsdag": r"dinsdag|tuesday",
    "woensdag": r"woensdag|wednesday",
    "donderdag": r"donderdag|thursday",
    "vrijdag": r"vrijdag|friday",
    "zaterdag": r"zaterdag|saturday",
    "zondag": r"zondag|sunday",
}
_KINDS = tuple({name: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I) for name, words in kind.items()} for kind in (_SEASONS, _DAYS))


def missing(claim: str, evidence: str) -> str | None:
    """The first named time of the claim where the evidence names another of its kind instead; None when there is none.

    Evidence that names no time of that kind decides nothing: "voor de zomer" may be how a claim says "voor 1 juli".
    """
    for kind in _KINDS:
        held = {name for name, pattern in kind.items() if pattern.search(evidence)}
        for name, pattern in kind.items():
            if held and name not in held and (found := pattern.search(claim)):
                return found.group()
    return None
