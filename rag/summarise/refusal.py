"""What a government says no with: the words of a list, or a clause in which it does not do what it might."""

from __future__ import annotations

import re

from rag.commitments import requests
from rag.cues import marks
from rag.tables import table
from rag.types import Language

REFUSES = "refuses"  # the list of rag/data/positions.toml

_VERBS = table("language")["verbs"]
# verbs of knowing, finding and being: who does not know, think or have something refuses nothing
_NO_ACT = "|".join(_VERBS["no_act"].split())
_JOINS = "dat of die waarom als omdat zodat om wat wie hoe welke waar waarbij waarmee tenzij"  # another clause begins
_NO_VERB = "maar en want dus dan nog ook toch wel daar er hier hij zij ze je u"
_WHO = r"(?:ik|wij|we|het kabinet|de regering)"
_ACTS = rf"(?!(?:{_NO_ACT}|{'|'.join(f'{_JOINS} {_NO_VERB}'.split())})\b)(?!\w+[dt]en?\s+{_WHO}\b)\w+"
_SAYS = "|".join(_VERBS["says"].split())
# no other clause stands between
_SAME = rf"(?:(?!\b(?:{'|'.join(_JOINS.split())})\b)[^.;:,?])*?"
_THERE = "(?:er is|is er|er zijn|zijn er|heb ik|ik heb)"
_MONEY = "(?:geld|budget|middelen|dekking|subsidie|potjes?)"
_IT = r"(?: die(?= niet\b))?(?: als (?:minister|staatssecretaris|bewindspersoon))?"  # "ik wil die niet verplicht stellen"
_NOT = r"\b(?:niet(?! (?:alleen|zozeer|eerder|later|voor (?:niks|niets|\d)|onderuit|uit\b))|geen|niets|nooit)\b"
_FLATLY = (
    # "een vast bedrag geef ik niet", "ik betaal daar niet aan mee"
    rf"(?:\b{_ACTS} {_WHO}\b|(?:^|[,;:] |\b(?:en|maar|want) )\W*(?:nee\W+)?{_WHO} {_ACTS}\b){_SAME}{_NOT}(?!{_SAME}\b(?:{_SAYS})\b)"
    # "een verbod zeg ik niet toe", "ik zou dat niet willen toezeggen", "ik doe dat niet", "verplichten doe ik het niet", "ik zie niets in een keurmerk", "de boete verhogen kan ik niet"
    rf"|\bzeg(?:gen)? {_WHO}\b{_SAME}{_NOT}{_SAME}\btoe\b|\bniet\b(?: \w+){{1,2}} toezeggen\b|\b{_WHO} doen? (?:dat|dit|het)\b{_SAME}{_NOT}"
    rf"|\bdoen? {_WHO}\b{_SAME}{_NOT}|\b(?:zien? {_WHO}|{_WHO} zien?)\b{_SAME}\bniets in\b|\b(?!(?:{_NO_ACT})\b)\w+en kan {_WHO}\b(?: \w+){{0,2}} niet\b(?=\W*(?:$|[;:,]))"
    # "Een lijst per gemeente kan ik niet leveren."; not "De cijfers kan ik nu niet geven."
    rf"|\b(?:lijst|overzicht|kaart|brief|notitie|plan|rapport\w*)\b{_SAME}\bkan {_WHO} niet (?:leveren|geven|sturen|maken|verstrekken|toezenden)(?=\W*$|[;:]|,(?! maar\b))"
    # "Aan hem zeg ik dat ik de plicht niet schrap."
    rf"|\bdat {_WHO}\b{_SAME}\bniet (?!(?:{_NO_ACT}|{_SAYS})\b)\w+\W*$"
    # "die 4 miljoen komt er niet", "er komt geen loket", "de proef gaat niet door"
    rf"|\b(?:komt|komen) er\b{_SAME}{_NOT}|\ber (?:komt|komen)\b{_SAME}{_NOT}|\b(?:gaat|gaan)\b{_SAME}\bniet door\b"
)
_NEEDLESS = "(?:niet (?:nodig|proportioneel)|geen goed idee)"
_DENIES = re.compile(
    _FLATLY
    # "toch wil ik het niet van bovenaf opleggen", "ik ben niet voor een verplicht huisbezoek"
    + rf"|\b(?:wil(?:len)? {_WHO}|{_WHO} wil(?:len)?)\b{_IT}{_SAME}{_NOT}{_SAME}\b(?!(?:{_SAYS})\b)\w+en\W*(?:$|[.,;])|\b{_WHO} (?:ben|zijn) niet voor (?:een|de|het)\b"
    # "een verbod vind ik te zwaar", "banken verplichten gaat nu niet", "sneller gaat het niet lukken", "het is niet aan het Rijk om bussen te betalen"
    rf"|\b(?:acht(?:en)? {_WHO}|{_WHO} acht(?:en)?)\b{_SAME}{_NOT}|\b(?:vind|vinden|acht|achten) {_WHO}\b{_SAME}\b(?:te (?:ver|zwaar|duur|ingrijpend)|{_NEEDLESS}|disproportioneel|onnodig)\b|\b{_WHO} vind(?:en)? (?!het\b|dat\b){_SAME}\b{_NEEDLESS}\b"
    r"|\b\w+en (?:gaat|kan) (?:(?:nu|helaas|dus|ook|wettelijk|juridisch|gewoon) )*niet\b(?! (?:alleen|anders|zonder|vanzelf)\b)|\bgaat (?:\w+ )?niet lukken\b|\bis niet aan (?:het Rijk|de (?:overheid|Staat|minister|staatssecretaris|regering)|mij|ons) om\b"
    # "voor volgend jaar is er geen extra geld", "subsidie voor ligplaatsen heb ik niet"
    rf"|\b{_THERE}(?: daar| hier)? geen (?:\w+ )?{_MONEY}\b|\b{_MONEY}\b{_SAME}\b{_THERE} (?:\w+ )?niet\b"
    # "een extra pont is niet het juiste middel", "een bedrag vastleggen wil ik niet"
    r"|\bniet het (?:goede|juiste|aangewezen|geschikte|passende) (?:middel|instrument)\b(?!.*\bmaar ik\b)"
    rf"|\b(?!(?:{_NO_ACT}|{_SAYS})\b)\w+en wil {_WHO}(?: \w+){{0,2}} niet\b(?=\W*(?:$|[;:,]))"
    # "Het tarief wordt niet verlaagd.", "Er wordt geen uitzondering gemaakt."; not "… wordt niet aangepast door de gemeenten", "… wordt nu niet …"
    rf"|\b(?:wordt|worden)(?: (?:dus|daarom|ook))? (?:(?:verder|landelijk) )?niet (?:{'|'.join(_VERBS['rules'].split())})\b(?! door\b)(?=\W*$|[;:,](?! (?:maar (?:juist|wel)|(?:zegt|zei|vindt|vond|schrijft)\b))|(?<!uitgebreid)\s+(?:voor|tot|naar|in|met|op|door mij)\b)"
    rf"|\bdaar wil {_WHO} (?:\w+ )?niet aan(?=\W*$|[,;:])"
    r"|\b(?:wordt|worden) (?:hier|daar|er|dus)?\s?geen uitzondering(?:en)? gemaakt\b(?! door\b)"
    # "een verbod gaat mij echt te ver", "is voor mij een brug te ver", "daar voel ik weinig voor"; not "gaat mij niet te ver", "ligt volgens mij te ver weg"
    r"|\b(?<!volgens )(?<!bij )(?<!van )(?:mij|me|ons)\b(?: (?!niet\b|geen\b|dat\b|in\b)\w+){0,4} (?:te gortig|(?:brug|stap) te ver|te ver(?= (?:gaa[nt]|voer(?:t|en))\b|\W*$|[,;:] ))"
    rf"|\b(?:voel(?:en)? {_WHO}|{_WHO} voel(?:en)?)\b(?! (?:mij|me|ons)\b){_SAME}\b(?:niets|niks|weinig) voor\b",
    re.I,
)
# what a no to a request sounds like that is meant as one: not "acht ik niet nodig", "lijkt mij onverstandig"
_PLAIN = re.compile(
    rf"^\W*(?:nee|no)\b|\b(?:gaa?n?|doen?|begin(?:nen)?|wijs|wijzen) {_WHO}\b|\b{_WHO} (?:gaa?n?|doen?|begin(?:nen)?|wijs|wijzen)\b|\bniet (?:\w+ )?toezeggen\b"
    rf"|\bkan {_WHO} (?:\w+ )?niet doen\b|\bniet (?:\w+ )?bereid\b|\b(?:i|we) (?:will not|won't)\b|{_FLATLY}",
    re.I,
)
_VIEW = r"\b(?:mening|opvatting|zorg|zorgen|analyse|conclusie|beeld|oordeel|indruk|kritiek|stelling)\b"
# what sounds like a no, and is none: "daar zie ik geen bezwaren", "daar ga ik niet alleen over", "over het niet voortzetten van de proef", "die zorg deel ik niet", "daar tornen we niet aan"; and a
# clause that is none: "komt er wat mij betreft niet"
_NO_NO = re.compile(
    r"\b(?:niet (?:alleen|enkel|slechts|zozeer)|(?:of|dat (?!ik\b|we\b|wij\b))\b[^.;]*, kan ik (?:\w+ )?niet beloven|geen (?:verkeerde?|onjuiste?|valse|foute?) \w+ (?:geven|noemen|wekken|doen)|(?:belo\w+\b[^.;]* alleen geen|geef\b[^.;]* alleen geen (?:garantie|toezegging|datum))|geen (?:enkele? |\w+e )?(?:bezwa(?:ar|ren)|problee?m\w*|belemmering\w*|beletsel\w*|obstakel\w*|moeite)"
    r"|niet (?:in de weg|tegen)|geen onomkeerbare stappen|wat (?:mij|ons|het kabinet) betreft|(?:over|voor|met|door|van|tegen|bij|tot) het niet \w+en (?:van|door)"
    r"|geen (?:aanleiding|reden) (?:om te (?:denken|twijfelen|vermoeden|veronderstellen)|(?:voor|tot) (?:\w+ )?(?:zorg(?:en)?|paniek|ongerustheid|twijfel))|(?:kan|kunnen|zou|zouden) (?:\w+ ){0,4}(?:onwenselijk|ongewenst|onverstandig) zijn)\b"
    # no less of what people get and no more of what they pay sets at ease: "De subsidie wordt niet verlaagd."
    rf"|\b(?:[\w-]*(?:{'|'.join(_VERBS['gets'].split())})\b{_SAME}\bword(?:t|en)\b{_SAME}\bniet (?:verlaagd|afgeschaft|geschrapt|ingetrokken)"
    rf"|[\w-]*(?:{'|'.join(_VERBS['pays'].split())})\b{_SAME}\bword(?:t|en)\b{_SAME}\bniet (?:verhoogd|opgehoogd|opgetrokken|opgelegd|ingevoerd))\b"
    rf"|\bdaar (?:torn|morrel|sleutel)\w* {_WHO}\b{_SAME}\bniet aan\b"
    rf"|{_VIEW}{_SAME} (?:deel|delen) {_WHO} (?:\w+ )?niet\b"
    rf"|\b(?:{_WHO} (?:deel|delen)|(?:deel|delen) {_WHO}) (?:\w+ )?(?:niet (?:\w+ )?{_VIEW}|{_VIEW}(?: (?:van|over) [^.;:,]{{1,40}}?)? (?:\w+ )?niet\b)(?: (?:dat|om)\b[^.;:,]*)?",
    re.I,
)


# "Stopt de minister met …?", "Gaat zij een streep zetten …?"; not "Weet de minister …?", "Deelt hij die zorg?"
_ASKS_DEED = re.compile(
    rf"(?:^|[.?!:;,] |\b(?:en|of|maar|dus) )\W*(?!(?:{_NO_ACT}|deel|erken)t?\b)\w+t (?:(?:de|het) )?"
    r"(?:minister|staatssecretaris|kabinet|regering|hij|zij|u)\b",
    re.I,
)


def asks_deed(text: str) -> bool:
    """Whether a bare no to a question refuses something: it asks whether who answers does it, or for what a yes would promise."""
    return requests(text) or _ASKS_DEED.search(text) is not None


# "Daar ga ik niet over", "Tegen een helmplicht ben ik niet", "Ik ga niet doen alsof", "Dat ga ik niet ontkennen", "Ik leg me daar niet op vast": these refuse nothing
_NO_REFUSAL = re.compile(
    rf"\b(?:gaa?n? {_WHO}|{_WHO} gaa?n?)\b[^.;]*\bniet over\b|\btegen\b[^.;]*\b(?:ben|heb) {_WHO}\b[^.;]*\bniet\b|\bdoen alsof\b|\bis niet zo dat\b"
    rf"|\b(?:gaa?n? {_WHO}|{_WHO} gaa?n?)\b{_SAME}\b(?:niet|niets)\b{_SAME}\b(?:{_SAYS})\W*$"
    rf"|\bleg(?:gen)? (?:{_WHO} )?(?:me|mij|ons)\b{_SAME}\bvast\b"
    rf"|\b(?:doen? {_WHO}|{_WHO} doen?)\b{_SAME}\bniets\b(?: \w+){{0,2}} af\W*$",
    re.I,
)


def refuses(text: str, language: Language) -> bool:
    """Whether a sentence says no to something."""
    text = _NO_NO.sub("", text)
    if _NO_REFUSAL.search(text):
        return False
    return REFUSES in marks(text, language) or (language == "nl" and _DENIES.search(text) is not None)


def flatly(text: str) -> bool:
    """Whether a sentence that refuses says that something is not done or does not come, and not only what its speaker thinks of it."""
    return _PLAIN.search(_NO_NO.sub("", text)) is not None
