"""Which sentences of an answer take a question up: they say again what was asked, name the next subject, or do so and answer at once."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.exchange import cue
from rag.kind import YES_OR_NO
from rag.text import is_question, words
from rag.verify.stance import is_restated

_FIRST = (
    r"(?:dan|eerst|allereerst|tot slot|ten slotte|vervolgens|verder|als laatste|voorts|nu|en|ook|voorzitter|daarbij|daarnaast|daar|door)"
)
_NAMED = re.compile(
    rf"\W*(?:(?:{_FIRST}|volgens mij|had|heeft|hebben|vroeg|vroegen)\W+)*(?:de heer|de heren|mevrouw|meneer|het lid|de leden|de rapporteur|collega|mr|ms)\s+",
    re.I,
)
# "Zijn vraag over …", "De tweede vraag ging over …"; "Daar hebben zij allebei naar gevraagd."
_QUESTION = re.compile(
    rf"\W*(?:{_FIRST}\W+)*(?:op\s+)?(?:(?:zijn|haar|hun|uw|de)\s+(?:\w+\s+){{0,2}}vra(?:ag|gen)|(?:zijn|haar|hun)\s+(?:\w+\s+)?(?:punt|opmerking|oproep|pleidooi|suggestie|voorstel|zorgen?|wens|verzoek)(?:en|s)?)\b",
    re.I,
)
# "Mevrouw X is kritisch op de gegevens.", "De heer X wil terug naar …": a member, and nothing of whoever answers or of what the member gets
_OF_THEM = re.compile(
    r"\b(?:ik|wij|we|mij|me|ons|mijn|onze|kabinet|krijg\w*|ontvang\w*|kan|kunnen|mag|mogen|moet\w*|hoeft|zal|zullen|gelijk|punt|terecht)\b|[:;]",
    re.I,
)
# "Ja, de laatste vraag is van mevrouw X over …", "Een wettelijke norm, vroeg mevrouw X."
_ASKED = re.compile(
    r"\b(?:is|zijn|werd|werden|hebben?|heeft)\b.*\b(?:gevraagd|gesproken over)\b|\bvraag (?:is|was|komt|kwam) van (?:mevrouw|de heer|meneer|het lid)\b[^,:;]*$"
    r"|\b(?:had|heb|heeft|hebben|was|waren|is|zijn|nog)\b[^.;:]*\bvra(?:ag|gen),? van (?:mevrouw|de heer|meneer|het lid)\b"  # "Ik had nog één vraag, van mevrouw X, over …"
    r"|,\s+(?:vroeg|vroegen)\s+(?:de heer|de heren|mevrouw|meneer|het lid|hij|zij|ze)\b[^,:;?]*$",
    re.I,
)
# a member who asked, and what was asked, are told again: "Ja, er is gevraagd of er een pont komt."
_BY_MEMBER = re.compile(
    r"\b(?:heer|heren|mevrouw|meneer|lid|leden|collega|hij|zij|ze|vroeg\w*|werd\w*)\b|\b(?:vraag|gevraagd)(?: \w+)? of\b", re.I
)
_WHO_ASKED = re.compile(r"\b(?:gevraagd|gesproken|overlegd?)\b", re.I)
# "Mevrouw X, ik zal de inspectie vragen om te kijken."
_I_ASK = re.compile(r"\b(?:(?:ik|wij|we) (?:ga|gaan|zal|zullen)|(?:ga|gaan|zal|zullen) (?:ik|wij|we))\b[^,;:.?]*\bvragen\b", re.I)
# "Ook vroeg zij of er geld komt."
_ASKED_HE = re.compile(rf"\W*(?:{_FIRST}\W+)*(?:vroeg|vraagt|vroegen|vragen)\s+(?:hij|zij|ze|u|de|het|mevrouw|meneer)\b", re.I)
# "Zij had het ook over waterbesparing.", "Ook begon hij over de keurmerken."; not "… en ik neem de gemeenten die zij noemde mee"
_SAID = r"(?:vroeg|begon|noemde|wees|stelde|sprak|pleitte|opperde|bracht|refereerde|verwees|vermeldde|constateerde|betoogde|gaf aan|had (?:het|(?:\w+ )?vra(?:ag|gen)))"
# "D66 wees op Noorwegen."
_HE_SAID = re.compile(
    rf"(?<!\bdie )\b(?:hij|zij|ze)\s+(?:{_SAID}|(?:heeft|had)\b.*\b(?:gezegd|genoemd|aangehaald))\b|^\W*(?:{_FIRST}\W+)*{_SAID}\s+(?:hij|zij|ze)\b"
    rf"|^\W*(?:{_FIRST}\W+)*(?:(?:de|het)\s+)?(?-i:[A-Z][\w-]*[A-Z0-9][\w-]*)\s+(?:vroeg|begon|wees|sprak|pleitte|had het)\b",
    re.I,
)
# what whoever answers asked of others, what others were asked to do, and what is in demand:
# "Ik heb de inspectie gevraagd te kijken.", "De sector is gevraagd om een plan.", "De vraag naar jeugdzorg neemt toe.",
# "Ja, de faculteiten hebben dat gevraagd."
_NOT_RETOLD = re.compile(
    r"\b(?:ik|wij|we) (?:\w+ ){0,8}?gevraagd\b|\b(?:heb|hebben) (?:ik|we|wij)\b.*\bgevraagd\b|^\W*(?!.*\b(?:er|mij|me|ons)\b.*\bgevraagd\b).*\b(?:is|zijn|werd|werden)\b.*\bgevraagd (?:om|te)\b"
    r"|(?<!op )\bde vraag naar (?!.*\b(?:was|ging)\b)"
    r"|^\W*(?:ja|nee)\W+(?:de|het) (?!leden\b)(?-i:[a-z-]+) (?:heeft|hebben) (?:dat|dit|daar\w*|er\w*)\b.*\bgevraagd\b",
    re.I,
)
# "Dan het reisverbod.", "Eerst de omvang.": in Dutch the verb would come second, so this is a heading and no sentence
_HEADING = re.compile(
    rf"\W*(?!(?:daar|door)\b)(?:(?:{_FIRST},?\s+)+(?:over\s+)?|(?:{_FIRST}\s+)*naar\s+(?=(?:de|het)\s))(?P<what>[^,;:?]{{4,60}}?)[.]?$",
    re.I,
)
# "De boete dan."
_ENDING = re.compile(r"\W*(?P<what>(?:de|het|een|onze|uw|die|dat)\s[^,;:?.]{3,40}?)\s+(?:dan|tot slot|ten slotte)\W*$", re.I)
# "Mijn tweede punt betreft de haltes."
_IS_NEXT = re.compile(
    rf"\W*(?:{_FIRST}\W+)*(?:mijn|ons) (?!belangrijkste)(?:\w+e )?(?:punt|onderwerp|blok(?:je)?|thema) (?:betreft|gaat over) (?P<what>(?:de|het)\s[^,;:?.]{{3,60}}?)\W*$",
    re.I,
)
_VERB = re.compile(
    r"\b(?:ik|wij|we|u|je|is|zijn (?!vra)|was|waren|heb|hebt|heeft|hebben|had|hadden|kan|kunt|kunnen|kon|konden|moet\w*|mag|mogen|zal|zullen|zou|zouden|wil|willen|ga|gaat|gaan"
    r"|kom|komt|komen|wordt|worden|werd|werden|doe|doet|doen|blijf\w*|staat|staan)\b"
    # any other verb, told by what stands behind it: "Dan sluit de school.", "Ook tekorten spelen een rol."
    r"|\b(?!(?:het|met|uit|niet|tot|wat|dat|tegen|binnen|buiten|tussen|naast)\b)\w+(?:t|en)\s+(?:de|het|een|geen|er|dat|die|dit|deze|hij|zij|ze|men|hun|onze|nog|ook|allerlei)\b",
    re.I,
)
_DOES = re.compile(rf"{_VERB.pattern}|\b{_SAID}\b", re.I)
_GOES = re.compile(r"\b(?:brengt|kom|komen|ga|gaan|ben|zijn|begin|vervolg|besluit|turn)\b", re.I)
LONGEST, NAME = 7, 4  # words of a heading, and of a name
# "Over open water …", "Wat de sluitingen betreft: …", "De controles: …": the subject first, and at once what is said of it;
# "Over de uitkomst informeer ik u in mei." is of what was said before it
_TOPIC = re.compile(
    r"\W*(?:(?:en|dan|verder|tot slot|voorzitter)\W+)*(?:over\s+(?!het algemeen|een (?:jaar|maand|week)|(?:de|het) (?:uitkomst\w*|resultaat|resultaten|uitslag|voortgang|vervolg)\b(?! (?:van|uit)\b))\w|wat (?!(?:dat|dit|mij|ons)\b)[^.:]{0,60}\bbetreft\b|wat betreft\b|ten aanzien van\b|met betrekking tot\b|inzake\b"
    r"|qua\b|(?:(?:de|het|een)\s+)?[^\s,.:;?!]+(?:\s+[^\s,.:;?!]+){0,3}:\s|(?![^:]*\bantwoord\b)[^,.:;?!]{3,80}:\s(?=(?:die|daar\w*|ja|nee)\b))",
    re.I,
)
# "Op de vraag van de heer X of …, is het antwoord nee.": asked again and answered in one sentence
_AT_ONCE = re.compile(
    r"\b(?:is|luidt) (?:het|mijn) antwoord\b|\bhet antwoord (?:daarop )?(?:is|luidt)\b|\b(?:kan|moet|wil|zal|zou|zeg|meld|antwoord|verwijs|deel|vind|denk|weet) ik\b|\bheb ik\b(?! (?:\w+ ){0,2}vra(?:ag|gen)\b)|\bantwoord ik\b|:\s*(?:ja|nee)\b"
    # "De SP noemt dat een schande, maar de bezuiniging gaat door."
    r"|,\s*maar (?!(?:ook|vooral|met name|hij|zij|ze|daar\w*)\b)"
    # "Het rapport komt in mei, daarmee beantwoord ik ook de vraag van de heer X.": told first
    r"|,\s*(?:en )?(?:zo|(?:daar|hier|waar)mee) (?:beantwoord|heb|kom|zeg) ik\b",
    re.I,
)
# "Zijn vraag over de kosten: van elke euro gaat 11 cent naar de organisatie."; not "Haar vraag over de kosten: kan dat minder."
_TOLD_BEHIND = re.compile(
    rf"\W*(?:{_FIRST}\W+)*(?:op )?(?:zijn|haar|hun|uw|de) (?:\w+ ){{0,2}}vra(?:ag|gen) (?:over|naar|van)\b[^.:?]{{2,60}}:\s(?!(?:hoe\w*|wat|waar\w*|wie|welke?|wanneer|of|kan|is|wil|gaat)\b)[^?]+$",
    re.I,
)
_NOT = re.compile(r"\b(?:niet|geen|not)\b(?!-)", re.I)  # "Ik ga nu niet naar 25 cent." tells something
_HOW = re.compile(r"\b(?:beginnen|ingaan|overgaan|doorgaan|komen|langslopen|behandelen)\b", re.I)


# "Het zal u niet verbazen: …": no subject; but "Het antwoord daarop is: ja …"
_IS_SAID = re.compile(rf"^(?!.*\bantwoord\b).*(?:{_VERB.pattern}|\b(?:zegt|zei|zeg|vraagt|schrijft|denkt)\b)", re.I)


# "De fraude.", "Een verhoging naar 25 cent.", "Het meldpunt uit de motie van mevrouw X.": a noun, what it is of, and nothing said of it
_OF_IT = r"(?:van|op|uit|naar|voor|met|in|over|bij|aan|tegen|door|per|om|en|of|tussen|onder)"
_NOUN_ALONE = re.compile(
    rf"\W*(?:(?:de|het(?!\s\w+t\W*$)|een)\s(?:\w+(?:e|lijk|ig|isch|aal|eel|ief|baar|zaam|loos)\s)?[\w-]+|\w{{3,}}(?:ing|ingen|heid|heden|teit|tie|ties|schap))"
    rf"(?:\s{_OF_IT}(?:\s(?:de|het|een|mevrouw|heer|lid|onze|uw))*\s(?:(?:\w+e|\d\S*|(?-i:[A-Z])[\w-]+(?=\s(?-i:[A-Z])))\s)?(?!{_OF_IT}\b)[\w-]+)*[.]?\s*$",
    re.I,
)


def noun_alone(text: str) -> bool:
    """Whether a sentence is a noun by itself, as a heading of what is said next: "De fraude.", "Een verhoging naar 25 cent."."""
    return _NOUN_ALONE.match(text) is not None and not _VERB.search(text)


# "Blokje één.", "Mijn laatste onderwerp, de praktijk bij gemeenten."
_BLOCK = re.compile(r"\W*(?:(?:dan|het|mijn|ons|een|tot slot)\W+)*(?:\w+e\s+)?(?:blok(?:je)?|mapje|onderwerp|punt|thema)\b", re.I)


def heading(text: str) -> bool:
    """Whether a sentence only says what is next, and nothing of it: "De fraude.", "Over Dutchbat.", "Blokje één."."""
    named = bool(_BLOCK.match(text)) or (names_subject(text) and len(words(text)) <= LONGEST and ":" not in text)
    return noun_alone(text) or (named and len(words(text)) <= LONGEST + 1 and not _VERB.search(text))


@lru_cache(maxsize=65536)
def takes_up(text: str) -> bool:
    """Whether a sentence says what is answered next, or begins with it."""
    return _asks_again(text) or names_subject(text)


def names_subject(text: str) -> bool:
    """Whether a sentence says what comes next ("Dan de opvang."), or begins with it ("Over open water …", "De controles: …")."""
    topic = _TOPIC.match(text)
    return _heads(text) or (topic is not None and not (topic[0].rstrip().endswith(":") and _IS_SAID.search(topic[0])))


@lru_cache(maxsize=65536)
def announces(text: str) -> bool:
    """Whether a sentence only says what is answered next: "De heer X had een vraag over …", "Zij vroeg ook naar …", "Dan de opvang."."""
    at_once = _AT_ONCE.search(text) or _TOLD_BEHIND.match(text)
    return _heads(text) or (_asks_again(text) and (not at_once or bool(_HOW.search(text))))


def _asks_again(text: str) -> bool:
    goes = cue("answer", "goes").search(text) and not _NOT.search(text)
    return retells(text) or (bool(goes) and not _NOT_RETOLD.search(text))


def retells(text: str) -> bool:
    """Whether a sentence says again what was asked, or who asked it: "De heer X had een vraag over …", "Ook vroeg zij of …"."""
    if is_restated(text) or (_NAMED.match(text) and cue("answer", "asked").search(_I_ASK.sub(" ", text))) or of_member(text):
        return True
    asked = (
        cue("answer", "announces").search(text)
        or _QUESTION.match(text)
        or _ASKED.search(text)
        or _ASKED_HE.match(text)
        or _HE_SAID.search(text)
    )
    return bool(asked) and not _NOT_RETOLD.search(text)


def tells_who_asked(text: str, asked: str) -> bool:
    """Whether a yes or no is to a question whether somebody asked, or was spoken with: "Ja, de sector heeft daarom gevraagd."."""
    says = _ASKED.search(text) is not None and YES_OR_NO.match(text) is not None
    return says and _WHO_ASKED.search(asked) is not None and not _BY_MEMBER.search(text)


def of_member(text: str) -> bool:
    """Whether a sentence begins with a member and only tells what that member thinks: "Mevrouw X is kritisch op de gegevens."."""
    named = _NAMED.match(text)
    tells = named is not None and _DOES.search(text, named.end()) is not None and not _OF_THEM.search(text)
    return tells and not is_question(text)


# "Ik vervolg mijn betoog met de mededeling dat de pont 3 euro kost.", "Ik besluit mijn betoog met de oproep om de tol te schrappen."
_TELLS = re.compile(
    r"\b(?:mededeling|opmerking|vaststelling|constatering|aankondiging|feit|oproep|voorstel|wens|pleidooi|conclusie) (?:dat|om)\b|\ben (?:zeg|vind|wil)\b",
    re.I,
)


def _tells(text: str) -> bool:
    """Whether a sentence that begins as a heading tells something at once: "Ik kom bij de sluis: die gaat in mei open."."""
    return _TELLS.search(text) is not None or _VERB.search(text.partition(": ")[2]) is not None


def _heads(text: str) -> bool:
    goes = cue("answer", "opening").match(text) and _GOES.search(text) and "," not in text and not _tells(text) and not _NOT.search(text)
    if goes and not _TOPIC.match(text) and not is_question(text):
        return True  # "Ik kom bij de pabo."
    named = _NAMED.match(text)
    if named and "," not in text and len(words(text[named.end() :])) <= NAME and not _VERB.search(text) and not is_question(text):
        return True  # "De heer Van den Berg."
    found = _HEADING.match(text) or _ENDING.match(text) or _IS_NEXT.match(text)
    return found is not None and not is_question(text) and len(words(found["what"])) <= LONGEST and not _VERB.search(found["what"])
