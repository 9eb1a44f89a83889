"""What takes effect: a sentence that tells from which day on something is so, or until which."""

from __future__ import annotations

import re

from rag.text import MONTHS

_MONTHS = "|".join(MONTHS["nl"])
_DAY = rf"(?:(?:\d{{1,2}} |begin |medio |half |eind )?(?:(?:{_MONTHS})(?: 20\d\d)?|20\d\d)|het (?:\w+ kwartaal|voorjaar|najaar)|(?:volgend|komend)e? \w+)\b"
# "de locatie blijft tot 2029 open", "per 1 juli mogen alleen nog tolken mee die …", "dit voorjaar leidt het CBR er zes op"
_EFFECT = re.compile(
    rf"\b(?:per|vanaf|met ingang van) {_DAY}|\b(?:blijf|loop|duur|geld)\w* (?:\w+ ){{0,4}}tot(?: en met)? {_DAY}|\b(?:sluit|start|begint|opent) (?:\w+ )?(?:in|op) {_DAY}|\b(?:gaat|gaan|treedt|treden) (?:\w+ ){{0,3}}op {_DAY} in\b|\b(?:dit|komend) (?:voorjaar|najaar)\b|\bdeze (?:zomer|herfst|winter)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|vorige?|afgelopen|jongstleden|sinds|al|moeten|wil|willen|merken|staat|staan)\b|\b(?:is|zijn|heeft|hebben) .*\b\w*ge\w+(?:d|t|en|aan)\b|\d jaar|\?\W*$",
    re.I,
)


def takes_effect(text: str) -> bool:
    """Whether a sentence tells what is so from a day on, or until a day: "Per 1 juli mogen alleen nog tolken mee die …".

    Args:
        text: one sentence of a member of the government.
    """
    return _EFFECT.search(text) is not None and not _PAST.search(text)
