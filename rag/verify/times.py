"""Times that have a name and no number: recesses, seasons and days of the week. A promise is often dated by one."""

from __future__ import annotations

import re

_SEASONS = (
    r"zomer(?:reces|vakantie)?|summer",
    r"kerst(?:reces|vakantie|mis)?|christmas",
    r"krokus(?:reces|vakantie)?",
    r"mei(?:reces|vakantie)",
    r"herfst(?:reces|vakantie)?|najaar|autumn",
    r"voorjaar(?:sreces|svakantie)?|lente|spring",
    r"winter",
)
_DAYS = "maandag|monday dinsdag|tuesday woensdag|wednesday donderdag|thursday vrijdag|friday zaterdag|saturday zondag|sunday".split()
_KINDS = tuple([re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I) for words in kind] for kind in (_SEASONS, _DAYS))


def missing(claim: str, evidence: str) -> str | None:
    """The first named time of the claim where the evidence names another of its kind instead; None when there is none.

    Evidence that names no time of that kind decides nothing: "voor de zomer" may be how a claim says "voor 1 juli".
    """
    for kind in _KINDS:
        held = {pattern for pattern in kind if pattern.search(evidence)}
        for pattern in kind:
            if held and pattern not in held and (found := pattern.search(claim)):
                return found.group()
    return None
