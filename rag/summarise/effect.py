"""What a government changes: a sentence that tells from which day on something is so, or in which it changes a rule, a sum or a term itself."""

from __future__ import annotations

import re

from rag.text import MONTHS, is_question

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
# "Ik verlaag de ondergrens van 500 naar 250 woningen.", "In het besluit breng ik die termijn terug": verbs of changing, and what has to stand beside others
_CHANGE = (
    "verlaag verlagen verhoog verhogen verleng verlengen verkort verkorten verruim verruimen verscherp verscherpen versoepel versoepelen verdubbel verdubbelen halveer halveren"
    " verplicht verplichten verbied verbieden schrap schrappen bevries bevriezen begrens begrenzen maximeer maximeren beperk beperken vergroot vergroten beëindig beëindigen"
    " investeer investeren reserveer reserveren vervang vervangen wijzig wijzigen verbreed verbreden"
)
_CHANGE_WITH = (
    r"breng(?:en)?=terug|omlaag|omhoog trek(?:ken)?=in|uit stel(?:len)?=in(?!\sstaat)|open|verplicht|beschikbaar leg(?:gen)?=vast|op voer(?:en)?=in schaf(?:fen)?=af"
    r" zet(?:ten)?=om|stop|voort hef(?:fen)?=op breid(?:en)?=uit bouw(?:en)?=af|uit (?:maak|maken)=vrij|verplicht|gratis|strafbaar|mogelijk richt(?:en)?=op|in"
    r" draai(?:en)?=terug schort(?:en)?=op (?:wijs|wijzen)=aan|toe pas(?:sen)?=aan (?:laat|laten)=vervallen kort(?:en)?=in"
)
_WE = r"(?<!\bals )(?:ik|wij|we|het kabinet)"


def _changing(verbs: str, beside: str = "") -> str:
    after = rf"(?=[^.;:]*\b(?:{beside})\b(?!\s+(?:de|het|een|dat|die|dit|deze|mijn|uw)\b))" if beside else ""
    return rf"(?:\b{_WE}\s+(?:{verbs})|\b(?:{verbs})\s+{_WE})\b{after}"


_CHANGES = re.compile(
    "|".join([_changing(_CHANGE.replace(" ", "|")), *(_changing(*one.split("=")) for one in _CHANGE_WITH.split(" "))]), re.I
)


def takes_effect(text: str) -> bool:
    """Whether a sentence tells what is so from a day on, or until a day, or what its speaker changes: "Per 1 juli mogen alleen nog tolken mee die …"."""
    return (_EFFECT.search(text) is not None and not _PAST.search(text)) or (_CHANGES.search(text) is not None and not is_question(text))
