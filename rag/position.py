"""How much a sentence takes a position: whether it can be one at all, and what it says of wanting, finding or rejecting."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from rag.cues import Marks, marks, of_course, tokens
from rag.demand import demands, holds_of_things, without_usual
from rag.hearsay import Own, tells_of_others
from rag.text import CONSIDERING, REQUESTS, is_question
from rag.types import Language, Turn
from rag.verify.quotes import borrowed
from rag.verify.stance import is_restated

SHORTEST, LONGEST = 4, 80  # words of a position
MINE = 3.6  # what it says of a view that the speaker or the party takes a side
ON_COURSE = 1.7  # and where it is about the course of the debate: "De SP dient geen moties in."
HOLDS = 1.3  # what a sentence says of a view at least that judges a thing: "X is prima"
GENERAL = 1.1  # and what says only what a thing is: "Een kind is geen pakket"

# "de SGP ziet zondagsarbeid toenemen": what a party sees is not what it wants, unless it sees a future in it
_OBSERVES = re.compile(
    r"\b(?:ziet|zien|zag|zagen|hoort|hoorde|leest|merkt|kijkt|signaleert|sees|hears|notes)\b(?!\W+(?:\w+\W+){0,3}(?:graag|liever|liefst|niets?|geen|niet|toekomst|heil|kans(?:en)?|ruimte|meerwaarde)\b)(?!\W+in\b[^,.;]*\b(?:kans(?:en)?|oplossing(?:en)?|gevaar|bedreiging|toekomst|meerwaarde|voordeel)\b)(?![^,.;]*\b(?:als|roeping|taak|rol|verantwoordelijkheid)\b)",
    re.I,
)
# "Mijn fractie rekende uit dat er geld is blijven liggen.": what it found out, did or was told is no view
_FOUND_OUT = re.compile(
    r"\b(?:mijn|onze) (?:fractie|partij)\b (?:\w+ )?(?:rekende|berekende|telde|vroeg|zocht|onderzocht|bezocht|ging|sprak|kreeg|ontving|las|zag|hoorde|ontdekte|vernam|diende)\b",
    re.I,
)
_COPULAS = frozenset("is zijn blijft blijven lijkt was are".split())
# "De SP heeft lang geaarzeld."
_TELLS = re.compile(r"\b(?:heeft|hebben|had|hadden)\b[^,.;:]*\b(?!(?:gestemd|gesteund|gepleit)\b)ge\w+(?:d|t|en)\W*$", re.I)
_AMENDS = re.compile(r"\bamendement\w*\b[^.;]*\b(?:om|dat|waar\w+|over|tot)\b", re.I)  # what one wants put in the law
# "Ik sluit mij aan bij mevrouw Visser als het gaat om wonen op het erf": not whose questions one shares
_JOINS_IN = re.compile(
    r"\bsluit\w*\b(?![^.;]*\bvra(?:ag|gen)\b)[^.;]*\baan bij\b[^.;]*\b(?:als het gaat om|wat betreft|over|pleidooi|oproep|standpunt)\b",
    re.I,
)
# "een verbod zeg ik niet toe" is not about the course of the debate
_PROMISES = re.compile(r"\bzeg(?:gen)? (?:ik|wij|we)\b.*\btoe\b", re.I)
# "Wel zouden wij de eisen aan … willen aanscherpen"
_WOULD = re.compile(
    r"\b(?:zou(?:den)? (?:ik|wij|we)|(?:ik|wij|we) zou(?:den)?)\b[^.;,]{0,200}\b(?:willen|liever|liefst)\b(?!\W+(?:weten|horen|vragen|lezen|kennen)\b)",
    re.I,
)
# "Ik noem het onbeschaafd."
_CALLS = re.compile(r"\b(?:(?:ik|wij|we) noem(?:en)?|noem(?:en)? (?:ik|wij|we)) (?:het|dat|dit) (?:\w+ ){0,2}?\w+(?<!op)\W*$", re.I)
# "Wij zien meer in een loket."; not "We zien meer in Zeeland dan in Limburg."
_SEES_IN = re.compile(
    r"\b(?:(?:ik|wij|we) zien?|zien? (?:ik|wij|we))\b(?: juist kansen\b| (?:veel |toch )?meer in\b(?![^.;]*\b(?:dan in|terug)\b))", re.I
)
# "Het is onverstandig dat"
_JUDGES = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:het|dat|dit|it|that|this) (?:is|zou|lijkt|blijft|was|would|seems)\b", re.I)
# "De termijn is te kort voor een besluit.", "Het verbod gaat veel te ver."; not "is te zien", "staat te koop"
_TOO = re.compile(
    r"\b(?:is|zijn|blijft|blijven|gaat|gaan|duurt|duren|wordt|worden|ligt|liggen|kost|kosten)\b(?:\W+(?!die\b|dat\b|om\b|wie\b)\w+){0,6}?"
    r"(?<!\bdes)\W+te (?!\w+n\b|(?:voet|paard|water|boek|huur|koop|gast|werk|lijf|berde|pas|gelde|zijner|goeder|boven)\b)\w",
    re.I,
)
# "De oorzaak was een menselijke fout.", "Er is een blunder gemaakt.", "Het was een mooie dag toen wij daar aankwamen.": what happened, however it is called
_HAPPENED = re.compile(
    r"^\W*(?:\w+ )?(?:oorzaak|aanleiding|verklaring)\b(?! voor (?:mij|ons)\b)[^.;:]*?\b(?:was|waren|lag)\b"
    r"|\b(?:blunders?|fouten|fout|vergissing(?:en)?|missers?) (?:gemaakt|begaan)\b|\btoen (?:ik|wij|we|hij|zij|ze|de|het|er)\b",
    re.I,
)
# "De waterschappen hebben zorgen over de lozing.", "Veel huurders begrijpen dat niet."
_OF_OTHERS = re.compile(
    r"^\W*(?:(?:en|maar|ook|want)\W+)?(?!de (?:tijd|kern|kritiek|zorg|fractie|leden)\b)(?:de|het|een|veel|sommige|alle|zulke|bewoners|gemeenten|ouders) (?:[\w-]+ ){0,3}?"
    r"(?:heeft|hebben|is tegen|zijn tegen|maakt|maken|begrijp(?:t|en)|snap(?:t|pen)|eis(?:t|en)|pleit|pleiten|verwelkom\w+|juich\w+|hecht\w*)\b",
    re.I,
)
# "Wij zijn geen voorstander van statiegeld.", "De SP is tegen een verbod.": no plainer side is taken; not "dat is voor ons een feit"
_FOR_OR_AGAINST = re.compile(
    r"\b(?:voor|tegen)standers? van\b|\b(?:is|ben|zijn|blijft|blijf|blijven) (?:(?:ik|wij|we|niet|ook|nog|steeds|dus|daarom|juist|zeer|fel|faliekant|principieel|altijd) )*"
    r"(?:tegen|voor(?= (?:de|het|een|elke?|zo[’']n|meer|minder)\b)) (?!mij\b|ons\b|u\b|die tijd\b|(?:een|het) (?:\w+ )?(?:deel|gedeelte|helft|eerst)\b)\w",
    re.I,
)
# "Ik heb het idee dat de sector er slecht uitspringt.": a guess at how things are judges nothing
_GUESSES = re.compile(r"\b(?:heb(?:ben)?|krijg(?:en)?)\b[^,.;:]*\b(?:het idee|de indruk|het gevoel)\b[^,.;:]*\bdat\b", re.I)
# "Mijn fractie verzoekt de Minister in te gaan op …", "Alvorens zij oordeelt, wil zij de feiten kennen.", "Over de dijk heb ik niets gehoord.": what is wanted is a reply
_WANTS_REPLY = re.compile(
    r"\b(?:verzoek\w*|nodig\w*|vra(?:ag|agt|gen))\b[^.;]*\b(?:in te gaan|reflecteren|toe te lichten|aan te geven|uiteen te zetten|te reageren|oordeel over te geven)\b"
    r"|\bwil(?:len)?\b(?![^.;]*\bniets\b)[^.;]*\b(?:kennen|weten|vernemen|(?<!kan )(?<!kunnen )(?:lezen|horen))\W*$|\bzou\b[^.;]*\bgraag\b[^.;]*\bwillen(?: (?:lezen|horen))?(?:\W*$|,)|\bmis(?:sen)? (?:ik|wij|we)\b[^.;]*\bnog\W*$|\b(?:ik|wij|we) mis(?:sen)?\b[^.;]*\bnog\W*$|\bniets\b[^.;]*\b(?:gehoord|vernomen)\b|\bhoor\b[^.;]*\bniets\b|\b(?:ik|wij|we)\b[^.;]*\bgraag (?:willen )?weten\b|\bgraag (?:wat|een|meer|enige|nadere) (?:duidelijkheid|opheldering|toelichting|uitleg)\b"
    r"|\b(?:hoop|hopen|hoopt)\b[^.;]*\b(?:u|hij|zij|minister|staatssecretaris|kabinet|regering)\b[^.;]*\b(?:ingaat|antwoordt|reageert|antwoord geeft|toelicht|beantwoordt)\W*$|\b(?:ik|wij|we)\b[^.;]*\bgeen antwoord (?:op )?(?:gehad|gekregen|gehoord)\b"
    r"|\bzou(?:den)?\b[^.;]*\bwillen dat u\b(?![^.;]*\b(?:geen|niet)\b)[^.;]*\b(?:opheldering|toelichting|uitleg) geeft\W*$",
    re.I,
)
_ASKING = re.compile(r"\b(?:vra(?:agt|gen)|vroe\w+|weten|benieuwd)\b", re.I)  # "De PVV vraagt de minister naar …"
_GRANTS = re.compile(
    r"\W*(?:en\W+|voorzitter\W+)?(?:(?:ik|wij|we) (?:snap|begrijp|zie|weet|erken|geloof)(?:pen|en)?\b|natuurlijk\b|uiteraard\b|zeker\b|het is (?:\w+ )?(?:goed|mooi|fijn|prachtig|prima)\b|(?:goed|mooi|fijn) dat\b)[^;:]*?,\s+maar\s+",
    re.I,
)
# "Daarom zeg ik: het Rijk moet het beheer betalen."
_I_SAY = re.compile(r"\W*(?:\w+\W+){0,3}?(?:zeg|zeggen) (?:ik|wij|we)(?: \w+){0,3}:\s+", re.I)
_NOT = re.compile(r"\b(?:niet|geen|not|no)\b", re.I)
_I_ASK = re.compile(r"\b(?:ik|wij|we) (?:verzoek|vra(?:ag|gen)|roep)|\b(?:verzoek(?:en)?|vra(?:ag|gen)|roep(?:en)?) (?:ik|wij|we)\b", re.I)
_REASON = re.compile(r",\s+(?:want|omdat|because)\b", re.I)
# before a clause with a subject of its own; "en ik kom daar op terug" puts off the view itself
_NEXT = re.compile(r",\s+en\s+(?=(?:ik|wij|we) (?!kom|ga|zal|zullen)\w)", re.I)
_SELF = re.compile(r"\b(?:ik|wij|we|mij|me|ons|onze|mijn|i|we|my|our)\b", re.I)
_STRAIGHT = re.compile(r'"([^"\n]*)"')
_SPEECH = 22  # characters between such marks from which they hold what somebody says, and no term
_PREAMBLE = re.compile(rf"^\W*(?:{CONSIDERING}|gelezen|van oordeel|{REQUESTS}|en gaat over)\b", re.I)
_FEELS = re.compile(
    r"\b(?:blij|trots|fijn|mooie?|goed dat|goed nieuws|verheugd|genoegen|waardering|bewondering|zorgen(?! (?:er)?voor\b| dat\b)|mijn zorg|onze zorg|zorg is|teleurgesteld|tevreden|bezorgd|jammer|hoop|laten we hopen|vraagt? (?:\w+ )?aandacht)\b",
    re.I,
)
_HOPES = re.compile(r"\b(?:ik hoop|hoop ik|i hope)\b", re.I)
_SHARES = re.compile(r"\W*(?:ik|wij|we) (?:snap|begrijp|hoor)(?:pen|en)?\b(?!.*\bmaar\b)", re.I)  # "Ik snap de verontwaardiging heel goed."
_SEEMS = re.compile(r"\b(?:lijkt|lijken|klinkt|klinken|oogt|ogen)\b", re.I)
_LAST = re.compile(r"^\W*tot slot\b", re.I)  # "Tot slot maken wij ons zorgen over de kade.": a view that comes last is one
_WISHES = re.compile(r"\b(?:zou(?:den)?|zal|zullen|would|should|wij|we)\b", re.I)
# "Verder willen wij het kabinet danken voor de duidelijkheid.": what is wanted is to thank
_THANKS = re.compile(
    r"^(?!.*\b(?:niet|geen|dat)\b)[^.;,]*\bw(?:il|illen|ilde|ilden)\b[^.;,]*\b(?:(?:danken|bedanken|complimenteren) voor|(?:complimenteren|feliciteren) met)\b[^.;,]*\W*$",
    re.I,
)
# "Ik vrees het ergste.", "Ik ben niet gerustgesteld.", "Toch maakt ook BBB zich zorgen.": of what, it does not say
_OF_NOTHING = re.compile(
    r"^\W*(?:(?:ik|wij|we) (?:ben|zijn)|(?:\w+ )?(?:ben|zijn) (?:ik|wij|we)) (?:\w+ ){0,3}?(?:gerust|gerustgesteld|overtuigd|tevreden|teleurgesteld|bezorgd|enthousiast|blij)\W*$|"
    r"^\W*(?:ik|wij|we) \w+ het (?:aller)?\w+ste\W*$|^(?!.*\b(?:dat|of|want|\w*over|\w*om|\w*bij|als)\b).*\b(?:maak|maakt|maken|baart|baren)\b[^,.;:]*\b(?:mij|me|ons|zich)\b[^,.;:]*\bzorgen\W*$",
    re.I,
)
_TO_SOMEONE = re.compile(r"\b(?:u|uw|jij|jullie|you|your)\b", re.I)


def may_stand(turn: Turn, start: int, end: int, own: Own, language: Language) -> bool:
    """Whether a sentence can be a position at all: not a question, nor a request for an answer, nor what somebody else says."""
    text = turn.text[start:end]
    # "Die uitzondering maak ik niet, want je wilt weten wat het kost.": who gives a reason asks nothing
    said = _REASON.split(text, maxsplit=1)[0]
    if not SHORTEST <= len(tokens(text)) <= LONGEST or is_question(text) or text.rstrip().endswith(("...", "…")) or _PREAMBLE.match(text):
        return False
    if (
        turn.bars(start, end)
        or of_course(text)
        or wants_reply(said)
        or _THANKS.search(text)
        or _OF_NOTHING.match(text)
        or any(a < end and start < b for a, b in words_of_others(turn.text))
    ):
        return False
    if is_restated(text) and (_ASKING.search(text) or not _names_itself(text, own)):
        return False
    held = marks(sense(text), language)
    # "Die toezegging kan ik niet doen.": who refuses what was asked does not ask
    denies = "refuses" in held or (
        _NOT.search(text) and not _I_ASK.search(said)
    )  # not "Ik verzoek de verzekeraars de premie niet te verhogen."
    asks = "asks" in marks(sense(said), language) and not (turn.speaker.role == "government" and speaks_of_self(text) and denies)
    return not asks and "reports" not in held and not tells_of_others(said, language, own)


def wants_reply(text: str) -> bool:
    """Whether what is wanted is that somebody speaks: an explanation, a figure, what was not heard yet."""
    return _WANTS_REPLY.search(text) is not None


def sense(text: str) -> str:
    """What a sentence says after what it grants first, and before what it adds on the course of the debate.

    "Ik snap dat er minder brieven zijn, maar een dorp zonder bus is geen oplossing, en ik vraag daarom een tweeminutendebat aan."
    """
    said = text[found.end() :] if (found := _GRANTS.match(text) or _I_SAY.match(text)) else text
    first, *added = _NEXT.split(said)
    return first if added and all("procedure" in marks(one, "nl") for one in added) else said


@lru_cache(maxsize=2048)
def words_of_others(text: str) -> tuple[tuple[int, int], ...]:
    """Where somebody else's words stand, in whatever marks."""
    return (*borrowed(text), *(m.span() for m in _STRAIGHT.finditer(text) if len(m[1]) > _SPEECH))


def stance(text: str, own: Own, language: Language) -> float:
    """How much a sentence says of what the speaker wants, finds or rejects: 0 for a mere fact, to about 5."""
    held = marks(text, language)
    weighs = (
        0 if _HAPPENED.search(text) or _GUESSES.search(text) else _times(held, "weigh") or ("own" not in held and _not_so(text, language))
    )
    norm = _times(marks(without_usual(text), language), "norm") + demands(text)
    observes = any(p.search(text) for p in (_OBSERVES, _TELLS, _FOUND_OUT)) and not norm and "weigh" not in held
    itself = _names_itself(text, own)
    mine = (
        (0 if _FOUND_OUT.search(text) or (_OF_OTHERS.match(text) and not (itself or _SELF.search(text))) else _times(held, "own"))
        + (0 if observes else itself)
        + any(p.search(text) for p in (_AMENDS, _JOINS_IN, _WOULD, _CALLS, _SEES_IN))
    )
    counts = (
        (ON_COURSE if _is_on_course(text, language) else MINE, mine),
        (0.8, _times(held, "mild")),
        (1.1, norm),
        (0.9, weighs),
    )
    value = sum(worth * min(1, n) + 0.25 * min(2, max(0, n - 1)) for worth, n in counts)
    judges = weighs and _JUDGES.search(text) is not None
    holds = _TOO.search(text) or (weighs and any(_COPULAS & {*tokens(text)[max(0, at - 2) : at]} for at, _ in held.get("weigh", ())))
    value = max(value, HOLDS if holds else GENERAL if holds_of_things(sense(text)) else 0.0)
    return value + (0.2 if _SELF.search(text) else 0.0) + (1.2 if judges or (mine and _FOR_OR_AGAINST.search(text)) else 0.0)


def _not_so(text: str, language: Language) -> bool:
    """Whether a thing is not what it would be bad not to be: "niet eerlijk" is "oneerlijk"."""
    return any(one == "niet" and "weigh" in marks(f"on{other}", language) for one, other in pairwise(tokens(text)))


def _times(held: Marks, section: str) -> int:
    """How often a list is held, words that two entries share counted once."""
    found, end = 0, 0
    for start, after in sorted(held.get(section, ())):
        if start >= end:
            found, end = found + 1, after
    return found


def _names_itself(text: str, own: Own) -> bool:
    """Whether the own party is named as the one who speaks: "de SP vindt", "wat de PVV betreft"; not in "de SP-motie"."""
    return any(
        re.search(rf"(?<![\w/-]){re.escape(name)}(?:-fractie)?(?![\w/-])", text, flags)
        for names, flags in ((own.printed, 0), (own.folded, re.I))
        for name in names
    )


def only_feels(text: str, language: Language) -> bool:
    """Whether a sentence tells what its speaker is glad of, worries about, regrets or hopes, and asks for nothing: it says less of a party than what
    that wants or rejects."""
    return _FEELS.search(text) is not None and "norm" not in marks(without_usual(text), language)


def only_grants(text: str, language: Language) -> bool:
    """Whether a sentence that "Maar …" follows only tells how a thing seems: "Een pont klinkt mooi. Maar wie vaart hem?"."""
    return _SEEMS.search(text) is not None and not marks(text, language).keys() & {"own", "norm"}


def only_tells(text: str, language: Language) -> bool:
    """Whether a minister hopes for something, shares a feeling, or tells what the rules ask or others have to do: "De houder moet een plan opstellen."."""
    return (
        _HOPES.search(text) is not None
        or _SHARES.match(text) is not None
        or (not marks(text, language).keys() & {"own", "mild", "weigh"} and not _WISHES.search(text) and not _JUDGES.search(text))
    )


def shape(text: str, stems: frozenset[str], language: Language) -> float:
    """What the form of a sentence takes off: courtesies, procedure, too little said, too much, and words to one colleague."""
    held, length = marks(sense(text), language), len(tokens(text))
    value = -0.4 * max(0, 5 - len(stems))
    value -= 2.0 if "courtesy" in held else 0.0
    value -= 3.0 if _is_on_course(text, language) else 0.0
    value -= 0.6 if _TO_SOMEONE.search(text) else 0.0
    if length < 8:
        value -= 0.1 * (8 - length)
    if length > 45:
        value -= 0.02 * (length - 45)
    return value


def _is_on_course(text: str, language: Language) -> bool:
    """Whether a sentence is about the course of the debate, and takes no side by a form that such words may have."""
    return "procedure" in marks(_LAST.sub("", sense(text)), language) and not any(
        p.search(text) for p in (_AMENDS, _JOINS_IN, _PROMISES, _CALLS)
    )


def speaks_of_self(text: str) -> bool:
    """Whether whoever speaks says "ik", "wij" or "ons"."""
    return _SELF.search(text) is not None
