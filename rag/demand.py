"""What a sentence demands, or holds of a thing in general, without a word of wanting or finding: "Haal de bus terug.", "Een kind is geen pakket."."""

from __future__ import annotations

import re

from rag.tables import table

# words that stand before an article and are no verb; and what one is only told to look at, or to imagine
_WORDS = table("language")["verbs"]
_NO_VERB, _BORNE, _PARTICULAR = ("|".join(_WORDS[kind].split()) for kind in ("no_command", "borne", "particular"))
# "Haal het vervoer terug.": a verb where in Dutch a subject comes first
_TELLS_TO = (
    rf"(?!(?:{_NO_VERB})\b)(?:[a-z]{{2,}}(?<!en)(?<!de)(?<!te)(?<!t)|zet|laat|sluit|stort|start|richt)\s+(?:(?:(?:nu|dan|toch)\s+)?(?:eindelijk|eens|gewoon|meteen|onmiddellijk)\s+)?(?:(?:de|het|een|deze|dit|ons|onze|elke?|iedere?|alle)\b|die\b(?=[^,;:]*\b(?:af|aan|in|op|stop|terug|uit|weg)\W*$))"
    r"|(?:geef|laat|gun|zorg dat|zorg ervoor)\s+(?!ik\b|mij\b|me\b)"
)
# "Minder parkeerplaatsen, meer bomen.": without any verb
_VERBLESS = r"(?:\w+:\s)?(?:meer|minder|geen(?!\s+(?:moties?|vragen)\b)|weg met)\s+(?!dan\b)(?!(?:[^\s,.]+\s+)*?(?:\w+t|is|zijn|was|kan|wil|zal|kunnen|willen|zullen|hebben|worden|werden|gaan|komen|krijgen|blijven|vallen)[\s,.])[\w’'-]+(?:\s+[\w’'-]+){0,7}\s*(?:[,.]|$)"
# "planten horen in elke wijk": what ought to be, said of things; "wij horen", "u hoort graag" is hearing
_OUGHT = (
    r"(?<!\bwe )(?<!\bwij )(?<!\bik )(?<!\bu )(?<!\bzij )(?<!\bze )(?<!\bgraag )(?<!\bte )\bhoren\b(?:\W+(?!graag\b|wij?\b|we\b|ik\b|u\b|dat\b|of\b)\w+){0,2}?\W+(?:op|in|onder|bij|thuis|niet|aan|tot)\b"
    # "een bus hoort in het dorp", "dat hoort gezegd te worden"; "wie erlangs rijdt, hoort het al" is hearing
    r"|\bhoort(?! (?:het|dat|ik|u|men|je|graag)\b)(?:\W+(?!graag\b|of\b|dat\b)\w+){0,3}?\W+(?:op|in|onder|bij|thuis|niet|geen|aan|tot|zo|erbij|te)\b|\b(?:dat|zo) hoort\b|^\W*waar\b[^,.;]*, hoort (?!je\b|men\b|u\b)\w|\b(?:bij|tot)\b[^,.;]*\bhoort (?!het\b|dat\b|of\b|je\b|men\b)\w|\bhoort\b[^.,;]*\bte \w+en\b|\bhoort\b[^.,;]*\bte zijn\b"
    r"|\b(?:mag|mogen)\b[^.;]*\b(?:wat|tandje|veel|stuk)\W+(?:\w+er|minder)\b|\b(?:mag|mogen),?\W+(?:maar|mits|als|alleen)\b"
    r"|\b(?:geen|niemand|niets|nergens|nooit)\b[^.,;:]*\b(?:mag|mogen)\b|\bis (?:niet )?aan (?:de |het )?\w+ (?:zelf |\w+ )?om\b"
    # "Wie een plan heeft, mag zijn geld houden", "Wennen gaat alleen als de overheid eerlijk is"
    r"|^\W*wie\b[^.;:?]*,\s+(?:mag|hoeft|verdient)\b|\b(?:gaat|kan|kunnen|werkt|werken|lukt|slaagt)\W+(?:\w+\W+)?(?:alleen|pas|slechts)\W+(?:als|wanneer)\b"
    # what somebody deserves, and not what he earns
    r"|\bverdien(?:t|en)\s+(?!te\b|hier\b|daar\b|(?:veel|weinig|meer|minder|genoeg|goed)\b(?: geld| dan|[,.]|$)|[^.,;]*(?:\d|\beuro\b|\bgeld\b))\w"
)
_LEAD = r"^\W*(?:(?:en\W+)?(?:dan|tot slot|over)\s[^.:;]{2,40}:\s+)?(?:(?:dus|maar|en|want|kortom|daarom|nogmaals|voorzitter)\W+)*+"
_DEMANDS = re.compile(rf"{_LEAD}(?:{_TELLS_TO}|{_VERBLESS})|{_OUGHT}", re.I)

# "een visser die elk jaar moet afwachten, investeert niet": what holds for those it is about is no norm of the speaker's
_RELATIVE = r"(?:\w,?\sdie|\b(?:een|het|elk|ieder|geen)\s[\w-]+,?\sdat)\s[^,.;:]*\b(?:moet|moeten|moest|mag|mogen|kan|kunnen)\b[^,.;:]*,"
# "kleine gemeenten moeten soms jaren wachten", "zij heeft haar baas moeten bellen": how things go is no norm either
_MUST = r"\b(?:moet|moeten|moesten)\b"
# what one has to in some places, how far one has to go and at how many desks: "moet in sommige gemeenten", "moeten 30 kilometer rijden"; no aim: "moet binnen 5 kilometer"
_COUNTED = r"(?<!binnen )(?<!naar )\b(?:\d+|\w*(?:tig|honderd|half)|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\s"
_BURDEN = (
    rf"{_MUST} (?:in|op) sommige\b|\b(?:in|op) sommige \w+ (?:\w+ )?{_MUST}|{_MUST}[^.;:]*?{_COUNTED}kilometer (?:rijden|fietsen|lopen|omrijden)\b"
    rf"|\bmoet (?:je|men)\b(?![^.;:]*\bkunnen\b)[^.;:]*?{_COUNTED}"
)
_SAW = "sprak|spraken|ontmoetten?|bezocht|bezochten"
_USUAL = re.compile(
    rf"{_RELATIVE}|{_BURDEN}|(?<!\bik )(?<!\bwe )(?<!\bwij )\bweet (?:wat|waar|hoe)\b[^.,;]*?{_MUST}|\bmag (?:dat |het )?niet van (?:de|het)\b|\bdien(?:t|en)\b[^.;]*\b(?:moties?|amendement\w*)\b[^.;]*\bin\b|\b(?:ongetwijfeld|waarschijnlijk|vermoedelijk|immers)\b[^.;]*\bmoeten\b|\bsinds\b[^.;]*\b(?:moet|moeten|mag|mogen)\b|{_MUST}(?:\W+\w+){{0,3}}?\W+(?:{'|'.join(_WORDS['usual'])})\b"
    rf"|{_MUST}(?:\s+(?!niet\b|geen\b|nooit\b)[\w-]+){{1,8}}?\s+(?:{_BORNE})\b"
    # "ik moet beginnen met een bekentenis", "op zaterdag moet je met een ziek dier naar Breda"
    # "Vorige week sprak ik een vrouw die haar kies moest trekken": what was seen or heard, up to what is said of it; "Laten we eerst kijken …"
    rf"|^\W*(?:(?:[\w-]+\W+){{1,4}}?(?:{_SAW}) (?:ik|wij|we)|(?:ik|wij|we) (?:{_SAW}))\b[^.;:]*?\b(?:die|waar)\b(?:(?!,\s(?:en|maar|dus|want)\b)[^.;:])*|\blaten we (?:(?:eerst|nu|maar|dus) )*(?:kijken|bezien|afwachten|hopen) (?:wat|hoe|of|dat|welke?)\b"
    r"|\b(?:ik moet|moet ik)\b(?:\W+\w+){0,3}?\W+(?:beginnen|zeggen|bekennen|toegeven|erkennen|vertellen|denken|lachen)\b|\bmoet (?:je|men)\b[^.,;:]*\bnaar (?:de |het )?[\w-]+\W*$"
    # "Haar broer kan niet meer lopen."
    r"|\b(?:mijn|haar) (?:\w+ )?(?:(?:schoon|groot|stief)?(?:moeder|vader|ouders|zoon|dochter|broer|zus)|oma|opa|man|vrouw|kinderen|kind|buurman|buurvrouw|vriend|vriendin)\b(?:(?!,?\s(?:en|maar|dus|want)\b)[^.;])*"
    r"|\b(?:heb|heeft|hebben)\b[^.;]*\bmoeten \w+en\b|^\W*(?:hij|zij|ze) (?:heeft|had|is|was|werd|kreeg)\b[^.;]*\bmoet\b|\bnodig\W+(?:is|zijn|was|heb\w*|heeft|had\w*)\b",
    re.I,
)

_IS = r"(?:is|zijn|blijft|blijven)\s+(?:(?:toch|ook|dus|echt|gewoon|nog|natuurlijk|primair|allereerst|voor \w+|in de eerste plaats)\s+)*"
_HOLDS = re.compile(
    # "Een gans is geen plaag, maar een dier": it sets right what others hold; two figures beside each other set right a fact
    rf"{_LEAD}(?!(?:dat|dit|er|het|daar|hier)\b)[^,;:]*?\b(?:is|zijn)\b(?:\W+\w+){{0,4}}?\W+(?:geen|niet)\b(?!(?: meer)? (?:alleen|slechts)\b)[^.;\d]*,\s+maar\b(?!\W+(?:wel|dat|ik|wij?|we|er|toch)\b)[^\d]*$"
    # "Een dorp zonder dokter is een dorp zonder hart"; of one thing only what it is not: "De rivier is geen snelweg"; nothing of a year or a day
    rf"|{_LEAD}(?!\d)(?!(?:{_PARTICULAR})\b)(?:[\w’'-]+\s+){{1,9}}?{_IS}(?:geen|een|de|het|onze)\b[^\d:]*$"
    rf"|{_LEAD}(?:(?:de|het|onze)\s|dat\s(?=is))(?:[\w’'-]+\s+){{0,9}}?{_IS}geen\b[^\d:]*$"
    # "Bomen en groene daken, daar begint het mee": taken up by its own sentence
    rf"|{_LEAD}(?!(?:{_PARTICULAR})\b)(?!nee\b|ja\b|goed\b)[\w’'-]+,?\s[^.;:\d]+[,:]\s(?:dat (?:is|helpt|werkt)|daar (?:begint|gaat|zit|ligt))\b[^\d:]*$",
    re.I,
)


def demands(text: str) -> bool:
    """Whether a sentence asks for something to be done or left, by its form: an imperative, no verb at all, what belongs somewhere or may not be."""
    return _DEMANDS.search(text) is not None


def holds_of_things(text: str) -> bool:
    """Whether a sentence sets right what others hold, or says of a thing in general what it is."""
    return _HOLDS.search(text) is not None


def without_usual(text: str) -> str:
    """A sentence without what it only tells must be so: what has to be borne, happens often, or holds for those whom it is about."""
    return _USUAL.sub(" ", text)
