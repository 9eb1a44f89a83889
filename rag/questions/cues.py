"""The word lists by which questions and answers are known, read from rag/data/questions.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, partial

from rag.kind import DATE, TERM, has_number
from rag.tables import pattern_of, table
from rag.text import content_stems, stem
from rag.types import Language

# the words with which something is asked for; "hoewel" is none
ASKS_FOR = r"(?:hoe(?!wel|zeer)\w*|wat|wie|wanneer|waar\w*|welke?|how|what|who|when|where|which|why)"


cue = partial(pattern_of, "questions")  # the pattern of one or more lists, such as ``cue("request", "asks", "wants")``


_SEMICOLON = re.compile(r"(?<=;)\s+")


def by_clause(sentences: Iterable[str]) -> list[str]:
    """Sentences cut at each semicolon: what stands on either side of it says something of its own, as two sentences would."""
    return [part for sentence in sentences for part in _SEMICOLON.split(sentence)]


_NO_WORD = r"\b(?:niet|geen)\b"
_FIGURE = r"(?:getal\w*|cijfers?|aantal\w*|bedrag\w*|datum|percentage|(?:(?:volledig|compleet|goed|scherp|precies|exact)e? )?(?:beeld|zicht|overzicht|optelling|gegevens))"
# "Dat weet ik niet precies.", "Een getal heb ik niet.", "Ik heb nog geen volledig beeld.", "Daar zeg ik hier niks over."
_UNTOLD = re.compile(
    rf"\b(?:weet|weten|wist) (?:ik|wij|we) (?:(?!(?:dat|of|{ASKS_FOR})\b)\w+ ){{0,4}}(?:dat )?niet\b(?! (?:alleen|of (?:u|de heer|mevrouw))\b)|\b(?:durf|zeg|zeggen) (?:ik|wij|we) (?:\w+ ){{0,3}}(?:niks|niets|niet te zeggen|geen uitspra\w+)\b"
    rf"|\b{_FIGURE}\b[^,;:.?]{{0,30}}\bheb(?:ben)? (?:ik|wij|we)\b[^,;:.?]{{0,30}}\bniet\b|\bheb(?:ben)? (?:ik|wij|we) (?:\w+ ){{0,3}}{_FIGURE} (?:\w+ ){{0,2}}niet\b|\b(?:is|zijn|heb|hebben|bestaan|bestaat)\b[^,;:.?]{{0,20}}\bgeen {_FIGURE}\b"
    r"|\bdaar kijk(?:en)? (?:ik|wij|we) (?:nog )?naar\b|\b(?:is|zijn|ben) (?:[\w-]+ ){0,6}?(?:er |het )?(?:nog |ook )+niet (?:(?:over|helemaal) )?(?:uit|eens)\b",
    re.I,
)
# "Of de drempel omlaag kan, wordt nog bekeken.", "De drempel wordt nog bekeken.": all that the sentence says, where nothing of that is asked, nor why something is so
_LOOKED_INTO = r"\b(?:wordt|worden|moet|moeten) (?:(?!en\b)[\w-]+ ){0,4}?nog (?:worden )?(?:bekeken|onderzocht)(?: worden)?\W*$"
_WHETHER_OPEN = re.compile(rf"\W*(?:\w+ )?(?:of|{ASKS_FOR})\b(?:[^;:.?]*,\s|[^,;:.?]*?){_LOOKED_INTO}", re.I)
_THING_OPEN = re.compile(rf"\W*(?:voorzitter\W+)?(?:(?!en\b)[\w-]+ )+?{_LOOKED_INTO}", re.I)
# "Dat heb ik niet uit het blote hoofd.", not "Uit het blote hoofd zijn het er 40."
_NOT_BY_HEART = re.compile(rf"{_NO_WORD}[^,;:.?]*\buit het blote hoofd\b|\buit het blote hoofd\b[^,;:.?]*{_NO_WORD}", re.I)
# "Dat bedrag ga ik hier niet noemen.", "Ik wil er geen datum op plakken."; "Dat bedrag van 8 miljoen gaan we niet aan hen geven." tells it
_NOT_NAMED = re.compile(
    rf"\b(?:{_FIGURE}\b(?P<of> van (?!(?:de|het|(?:19|20)\d\d)\b)(?:\w+ ){{1,2}})?[^,;:.?]{{0,40}}\bniet|geen {_FIGURE})\b[^,;:.?]{{0,30}}\b(?:noemen|geven|plakken|hangen)\b",
    re.I,
)
# "Dat wordt nergens geregistreerd."
_UNKNOWN = re.compile(
    r"\b(?:niet|nergens|nooit)\b[^,;:.?]{0,20}\b(?:bijgehouden|geregistreerd|gemeten|geteld|na te gaan|te achterhalen)\b", re.I
)


def untold(sentence: str) -> bool:
    """Whether a sentence says that what was asked is not known, or not told here."""
    kept, by_heart = _NOT_NAMED.search(sentence), _NOT_BY_HEART.search(sentence)
    if (kept and not has_number(kept["of"] or "")) or (by_heart and not has_number(sentence[by_heart.end() :])):
        return True
    return _UNTOLD.search(sentence) is not None or unknown(sentence)


def looked_into(sentence: str, asked: str) -> bool:
    """Whether a sentence says of a question no more than that it is still looked into; one that asks of that has its answer."""
    told = has_number(sentence) or DATE.search(sentence) or TERM.search(sentence) or cue("request", "state").search(asked)
    thing = _THING_OPEN.match(sentence) is not None and not told
    return (thing or _WHETHER_OPEN.match(sentence) is not None) and not cue("request", "research").search(asked)


def unknown(sentence: str) -> bool:
    """Whether a sentence says that nobody knows what was asked: no more is to come, so that is an answer."""
    return _UNKNOWN.search(sentence) is not None


_VERB = "(?:kan|kunnen|wil|willen|ga|gaan|zal|zullen|mag|doe|doen|loop|lopen|zeg|zeggen|geef|geven)"
_REST = r"(?:(?!\b(?:maar|wel)\b)[^.;:?])*?"  # of the clause
_I = rf"(?:{_VERB} (?:ik|wij|we)|(?:ik|wij|we) {_VERB})\b{_REST}"
_NO = r"\b(?:niet|geen|niets|niks|nooit)\b"
# "Meer kan ik er niet van maken.", "Verder zeg ik daar niets over."
_NO_MORE = re.compile(rf"\b(?:meer(?: dan (?:dat|dit))?|verder) {_I}{_NO}", re.I)
# "Op die zaak kan ik niet ingaan.", "Daar ga ik niet op in.", "Daar doe ik geen mededelingen over.", "Die zaak is onder de rechter.",
# "Onze inzet ga ik niet prijsgeven.", "Ik leg mijn kaarten niet op tafel."; "ik kan niet anders zeggen dan …" goes into it
_DECLINED = re.compile(
    rf"\b{_I}(?:{_NO}(?! anders\b){_REST}\b(?:ingaan|vooruit\w*|speculer\w*|kwijt|uitlaten|onderhandelen|(?:prijs|bloot)ge\w+|zeggen(?! (?:dat|of|hoe)\b))|\bgeen (?:\w+ )?(?:uitspra|mededeling)\w+)\b"
    rf"|\b(?:daar|hier|op) {_REST}{_I}{_NO}{_REST} in\W*(?:$|[,;.])|\bkaarten\b{_REST}{_NO}{_REST}\bop tafel\b|\bonder de rechter\b|\b(?:is|ligt|loopt) (?:\w+ ){{0,2}}bij de rechter\b"
    # "Ik ken deze zaak niet, en vind het lastig om erop in te gaan.", "Ik ga niet in op individuele gevallen."
    r"|\b(?:ik|wij|we) ken(?:nen)? (?:deze|die|dit|dat) (?:\w+ )?(?:zaak|geval|casus) niet\b"
    # "Daar kan ik nu alleen naar raden."; not "Daar hoeft u niet naar te gissen: het zijn er 40."
    r"|\bdaar \w+ (?:ik|wij|we) (?:(?!niet\b)\w+ ){0,4}?naar (?:\w+ )?(?:raden|gissen|gokken)\b"
    r"|\bals-?dan-?vra\w+|\bbeantwoord(?:en)? (?:ik|wij|we)\b[^.;:?]*\bniet\b",
    re.I,
)
_OF_ANOTHER = re.compile(r"\b(?:zaak|taak|bevoegdheid|portefeuille) van\b|\bis aan (?!de rechter)", re.I)


def declines(sentence: str) -> bool:
    """Whether a sentence says that who answers does not go into what was asked: that is no answer to a question, as a no is to a request.

    Whoever says whose matter it is answers: "Dat is een zaak van mijn collega, dus daar kan ik niets over zeggen.".
    """
    return (_DECLINED.search(sentence) is not None and not _OF_ANOTHER.search(sentence)) or no_more(sentence)


def no_more(sentence: str) -> bool:
    """Whether a sentence says that no more is told than what was said before it: "Meer kan ik er niet van maken."."""
    return _NO_MORE.search(sentence) is not None


def puts_off(sentence: str) -> bool:
    """Whether a sentence says that an answer comes later, is not known or not given: "Daar kom ik in het najaar op terug.", "Dat weet ik niet."."""
    return (
        untold(sentence)
        or declines(sentence)
        or sent(sentence)
        or unsettled(sentence)
        or cue("answer", "deferred", "owes").search(sentence) is not None
    )


def unsettled(sentence: str) -> bool:
    """Whether a sentence leaves a question open, or says that nothing is known or told of it yet: "Een besluit kan ik vandaag niet nemen."."""
    no = _REFUSES.match(sentence)
    return any(pattern.search(no[0] if no else sentence) for pattern in (cue("answer", "unsettled"), _NOT_NOW, _KNOWS_NOT))


# "Daar ben ik nu niet toe bereid, omdat wij nog in gesprek zijn.": a no, whatever its reason
_REFUSES = re.compile(
    r"(?!\w+ [^,;:.?]*\b(?:dat|of|als)\b)[^,;:.?]*\b(?:ik|wij|we)\b[^,;:.?]*\bniet\b(?<!\bnog niet)[^,;:.?]*\bbereid\b(?=,? (?:omdat|want|aangezien)\b)",
    re.I,
)
# a clause that says so: "Daar kan ik nu nog niets over zeggen.", "Een besluit kan ik vandaag niet nemen."; "dat kan ik nu niet toezeggen" is a no
_NOT_NOW = re.compile(
    r"(?:^|[,;:])(?=[^.,;:?]*\b(?:(?:kan|kunnen|wil|willen) (?:ik|wij|we)|(?:ik|wij|we) (?:kan|kunnen|wil|willen))\b)"
    r"(?=[^.,;:?]*\b(?:zeggen|melden|vertellen|noemen|(?:be)?antwoord(?:en)?|overzien|inschatten|besluit|beslissing|uitsluitsel)\b)"
    r"[^.,;:?]*\b(?:nu|vandaag|vanavond|nog|op dit moment|momenteel) (?:\w+ ){0,2}?(?:niet|niets|niks|geen)\b(?! (?:langer|anders|alleen|genoeg)\b)",
    re.I,
)
_KNOWS_NOT = re.compile(rf"\b(?:ik|wij|we) (?:weet|weten) (?:\w+ )?niet {ASKS_FOR}\b", re.I)  # "Ik weet niet hoe dat elders is geregeld."
# "Dat stond in mijn brief.", "Dat staat in de brief die u ontving."; not "Dat staat in een brief.", "Dat staat niet in de brief.", "… in de brief die ik u stuur."
_NOT_YET = r"niet|nergens|nog|straks|morgen|binnenkort|volgende|komende|beloofd|toegezegd|\w*gaat|komt|volgt"
_WENT = r"is|zijn|was|heb|hebt|heeft|hebben|ging|kreeg|kregen|ontving|ontvingen|stuurden?"
_STANDS_IN = re.compile(
    rf"(?<!\bte )(?<!\bzal )(?<!\bzullen )\b(?:staat|staan|stond|stonden)\b(?![^.;:?]*\b(?:{_NOT_YET})\b)(?![^.;:?]*\bdie\b(?![^,.;:?]*\b(?:{_WENT})\b)) (?:\w+ ){{0,3}}?(?:in|van) (?!een\b)(?:\w+ ){{1,2}}brie(?:f|ven)\b",
    re.I,
)


def sent(sentence: str) -> bool:
    """Whether a sentence tells of a letter that is still to come: what stands in one that went has been told."""
    return cue("answer", "sent").search(_STANDS_IN.sub(" ", sentence)) is not None


def for_others(sentence: str) -> bool:
    """Whether a letter is for others than the House: that is a deed, and puts nothing off: "Ik stuur alle schippers een brief."."""
    return _TO_OTHERS.search(sentence) is not None and cue("answer", "to_house").search(sentence) is None


# whom a letter is for: "een brief naar alle bewoners", "die schippers allemaal een brief"; not "voor de bewoners een brief", "over een weg naar de haven"
_NO_PLACE = "".join(rf"(?<!\b{word} )" for word in ("over", "voor", "van", "met", "in", "op", "na"))
_TO_OTHERS = re.compile(
    rf"{_NO_PLACE}\b(?:een (?:\w+ )?\w+ naar (?:alle|iedere|elke|deze|die|de|het) \w+|(?:alle|de|deze|die) \w+(?:en|s) (?:\w+ )?een brief\b)",
    re.I,
)


def of_colleague(sentence: str) -> bool:
    """Whether a sentence says that something is another minister's matter: "Dat is het terrein van de minister van Financiën."."""
    return _COLLEAGUES.search(sentence) is not None


def passes_on(sentence: str) -> bool:
    """Whether a sentence passes on what was asked: "Ik zal het signaal overbrengen.", "Ik geleid die vraag door naar mijn collega."."""
    return _PASSES_ON.match(sentence) is not None


# at the end of a sentence: what comes after "De keuring ligt bij de minister van Verkeer, …" may tell
_COLLEAGUES = re.compile(
    r"\b(?:(?:terrein|portefeuille|verantwoordelijkheid|vraag)\b[^.,;:?]{0,20}? (?:van|voor|aan|naar)|(?:ligt|liggen) bij|(?:valt|vallen) onder|(?:is|zijn) (?:echt )?aan) (?:de |mijn |onze )?"
    r"(?:minister|staatssecretaris|collega|ambtgenoot)\b(?: van (?-i:[A-Z])[\w, ]{1,60})?\W*$",
    re.I,
)
_PASSES_ON = re.compile(
    r"\W*(?:\w+\W+){0,2}?(?:(?:ik|wij|we) (?:zal|zullen|ga|gaan)|(?:zal|zullen|ga|gaan) (?:ik|wij|we))\b[^,.;:?]*\b(?:overbrengen|doorgeleiden)(?=\W*$|,? zodat\b)|\W*(?:\w+\W+){0,2}?(?:ik geleid|geleid ik)\b",
    re.I,
)


# "Ik heb de minister niet gevraagd om een cao te sluiten."
_NOT_ASKED = re.compile(r"\b(?:ik (?:heb|had)|(?:heb|had) ik)\b[^.,;:]*\bniet gevraagd\b", re.I)


def asks_again(sentence: str) -> bool:
    """Whether a member says to have asked something, or to have had no answer: "Ik had ook naar de kosten gevraagd." """
    said = cue("request", "again").search(sentence) and not _NOT_ASKED.search(sentence)
    return bool(said or cue("request", "unanswered").search(sentence))


def comes_later(sentence: str) -> bool:
    """Whether a sentence puts an answer off to later in the debate; what comes on paper does not."""
    return cue("answer", "deferred").search(sentence) is not None and cue("answer", "on_paper").search(sentence) is None


@lru_cache(maxsize=2)
def thin(language: Language) -> frozenset[str]:
    """Stems of the words that don't say what a question is about."""
    return frozenset(stem(word, language) for word in table("questions")["thin"]["words"])


def subject_stems(text: str, language: Language) -> list[str]:
    """The stems of a text that say what it is about."""
    return [one for one in content_stems(text, language) if one not in thin(language)]
