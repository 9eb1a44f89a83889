"""Hearsay: whether a sentence tells what somebody else says, and how a party is named when it speaks of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.cues import marks, tokens
from rag.naming import party_aliases
from rag.tables import any_of, table
from rag.types import Language

_MODALS = frozenset("te moet moeten kan kunnen wil willen zal zullen mag mogen zou zouden must should can will would".split())
_FIRST = frozenset({"ik", "wij", "we", "i"})
_OWN = frozenset({"mij", "ons", "mijn", "onze"})
_BETWEEN = frozenset("ook dus de het fractie van".split())  # between a verb and who does it: "pleit ook de fractie van de SP"
LET_ME = 4  # words in which "laat ik het zo zeggen" ends; what says comes later is another's
WHOEVER = 4  # words between "wie" and what such a one says
_PAST = frozenset(table("language")["verbs"]["past"].split())


@dataclass(frozen=True, slots=True)
class Own:
    """How a party is named in its own speeches: in whatever case, and only as printed."""

    folded: frozenset[str]
    printed: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(name for name in (*self.folded, *(p.lower() for p in self.printed)) if " " not in name)


_OURS = frozenset({"mijn fractie", "onze fractie", "mijn partij", "onze partij", "my party", "our party"})


def names_of(party: str | None, parties: Sequence[str] = ()) -> Own:
    """The names of a party, as the record prints it, in its own speeches; of the government for None."""
    if party is None:
        return Own(frozenset({"het kabinet", "de regering", "dit kabinet"}), frozenset())
    long = {a for a, name in party_aliases(parties).items() if name == party and (len(a) >= 10 or " " in a or "-" in a)}
    return Own(frozenset(long) | _OURS, frozenset({party}))


def tells_of_others(text: str, language: Language, mine: Own) -> bool:
    """Whether a sentence tells what somebody else says or wants: a verb of saying whose subject is not the speaker or the own party.

    Or it begins with another member or party that is for, against or wanting something: "Mevrouw Blom is tegen de sluiting."
    """
    if _SOMEBODY.match(text) or _HE.match(text) or (_OVER.match(text) and not _own_view(text.partition(", maar ")[2], language, mine)):
        return True
    received = _RECEIVES.search(text)
    if (received and not _own_view(text[received.end() :].partition(", en ")[2], language, mine)) or (
        (so := _SO_HE.search(text)) and not _named(tokens(so["who"]), mine)
    ):
        return True
    message = _MESSAGE.match(text)
    whose = tokens(message["whose"] or message["whose_advice"]) if message else ()
    if whose and _OWN.isdisjoint(whose) and not _named(whose, mine):
        return True
    party = _OF_PARTY.match(text)
    if party and not {party["name"].lower(), *party["name"].lower().split()} & (mine.words | mine.folded):
        return True
    said = tokens(text)
    if any(said[end : end + 1] in (("wil",), ("vindt",)) and start <= 1 for start, end in _named(said, mine)):
        return False  # "De SP wil een overheid die helpt, en niet een die zegt: red uzelf.": what others say is what that is about
    for at, _ in marks(text, language).get("says", ()):
        third = (said[at].endswith("t") and not _of_me(said[at], text)) or said[at] in _PAST
        before, named = said[max(0, at - 3) : at], _named(said, mine)
        if "blijven" in before:
            before = said[max(0, at - 5) : at]  # "Wij blijven het onbegrijpelijk vinden"
        if (
            (said[:2] == ("laat", "ik") and at <= LET_ME)
            or any(end == at for _, end in named)
            or (at and said[at - 1] in _MODALS)
            or "wie" in said[max(0, at - WHOEVER) : at]
        ):
            continue  # "De Partij voor de Dieren vindt dat"; "meer aandacht moeten geven aan"; "wie een soldaat vraagt om …, moet"
        if (said[at] == "vraagt" and _takes(text, language, mine)) or (said[at] == "staat" and said[at - 1] in _FIRST_OF_ALL):
            continue
        ours = mine.words & {*before} or any(start > at and _BETWEEN.issuperset(said[at + 1 : start]) for start, _ in named)
        if not (ours or (not third and _FIRST & {*before, *said[at + 1 : at + 2]})):
            return True
    own = _OWN | mine.words
    return any(word == "volgens" and not own & {*said[at + 1 : at + 3]} for at, word in enumerate(said))  # "volgens de PVV"


def _own_view(text: str, language: Language, mine: Own) -> bool:
    """Whether a clause says what the speaker or the own party thinks."""
    return ("own" in marks(text, language) or bool(_named(tokens(text), mine))) and not tells_of_others(text, language, mine)


def _takes(text: str, language: Language, mine: Own) -> bool:
    """Whether "vraagt" tells what a thing takes and not what somebody says: "Ik vind dat nuttig, maar elke week meten vraagt wel veel."."""
    view, _, but = text.rpartition(", maar ")
    told = _TAKES.search(text) or (_MUCH.search(but) and _own_view(view, language, mine))
    return bool(told) and tokens(text).count("vraagt") == 1


_BEGINS = r"\W*(?:(?:en|maar|want|dus|voorzitter|and|but)\W+)*"
_STANDS = r"(?:is|was|zijn|wil|wilde|willen|zou|wants?|(?:be)?pleit(?:te)?|riep|roept|vindt|vond|zegt|zei|noemt|denkt|hoopt|eist)\b(?!\s+(?:gelijk|terecht))"
_SOMEBODY = re.compile(
    rf"{_BEGINS}(?:de heer|mevrouw|meneer|collega|het lid|mr|mrs|ms)\.?\s+(?:[a-z’']+\s+){{0,3}}[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)?\s+{_STANDS}",
    re.I,
)
# "Een duidelijke boodschap van de burgers was: …", "Het advies van de inspectie is dat …"; not "De boodschap van dit betoog is dat …"
_WHOSE, _IS_THAT = r"\s+(?:van|uit|of|from)\s+(?P<%s>[^.;:]{3,80}?)\s*,?\s+", r"\b(?:\s+\w+)?(?:\s*:|\s+(?:om|dat|that)\b)"
_MESSAGE = re.compile(
    rf"{_BEGINS}(?:een|de|het|hun)\s+(?:\w+\s+){{0,2}}?(?:(?:boodschap|oproep|conclusie|signaal|wens|kritiek|klacht|pleidooi|message|conclusion)"
    rf"{_WHOSE % 'whose'}(?:was|luidde)|(?:advies|aanbeveling|argument|redenering|stelling|advice){_WHOSE % 'whose_advice'}(?:is|was|luidt|luidde)){_IS_THAT}",
    re.I,
)
# "…, zo bleek uit het onderzoek": what is told before it is another's; not "…, zo vindt de SP", "…, zo is het"
_SO_HE = re.compile(
    r",\s+zo\s+(?:bleek|blijkt|luidt|luidde|zegt|zei|stelt|stelde|schrijft|schreef|vindt|vond|meent|meende|meldt|meldde|vertelt|vertelde)\b(?P<who>.*)",
    re.I,
)
# "Ik krijg daar schrijnende mails over.", "Ons bereiken verontrustende signalen."
_RECEIVES = re.compile(
    r"\b(?:(?:ik|wij|we) (?:krijg|kreeg|kregen|ontvang|ontving)(?:en)?|(?:krijg|kreeg|kregen|ontvang|ontving)(?:en)? (?:ik|wij|we)|(?:mij|ons) bereik\w*|bereik\w* (?:mij|ons))\b"
    r"(?!.*\b(?:graag|wil|willen)\b)[^.;]*\b(?:e-?mails?|mails?|mailtjes|brieven|berichten|appjes|signalen|reacties|klachten|verhalen|telefoontjes)\b",
    re.I,
)
_OVER = re.compile(rf"{_BEGINS}(?:de|het)\s+(?:minister|staatssecretaris|kabinet)\s+(?:heeft|had)\s+het\s+(?:\w+\s+)?over\b", re.I)
# what a thing takes: "Dat vraagt om lef.", "Een sluis vraagt wat ons betreft om onderhoud."; not "Dat vraagt mevrouw Vos om …"
_TAKES = re.compile(
    rf"{_BEGINS}(?:dat|dit)\s+vraagt\s+(?:(?:ook|wel|dus|juist|echt|natuurlijk)\s+)?om\b|\bvraagt,?\s+wat\s+(?:mij|ons)\s+betreft\b", re.I
)
_MUCH = re.compile(r"\bvraagt\s+(?:\w+\s+){0,3}veel(?:\s+van\b|\W*$)", re.I)
_FIRST_OF_ALL = frozenset("centraal voorop vast".split())  # "centraal staat dat": no letter or book says so
# "Zij willen …", "Die rijden liever over de dijk": what others want; not "Die zou ik liever zien"
_HE = re.compile(
    rf"{_BEGINS}(?:(?:hij|zij|ze)\s+(?:wil|willen|wilde|wilden|wenst|wensen|hoopt|hopen|eist|eisen)\b|(?:hij|zij|ze|die|deze)\s+\w+\s+(?!(?:ik|wij|we)\b)(?:(?!\b(?:ik|wij|we|mij|ons)\b)[^,;:.])*?\b(?:het )?lie(?:ver|fst)\b)",
    re.I,
)
_PARTIES = any_of(party_aliases(()))
# a sentence that begins with what a party is or wants
_OF_PARTY = re.compile(rf"{_BEGINS}(?:de\s+|het\s+|the\s+)?(?P<name>{_PARTIES})\s+{_STANDS}", re.I)


def _of_me(verb: str, text: str) -> bool:
    """Whether a verb is what "ik" does, right beside it, and may be: "pleit ik", not "vraagt ik" nor "hij pleit: ik …"."""
    return verb[-2:-1] in {*"aeiou"} and re.search(rf"\b(?:ik\s+{verb}|{verb}\s+ik)\b", text, re.I) is not None


def _named(said: Sequence[str], own: Own) -> list[tuple[int, int]]:
    """Where words name the own party, from and to, of however many words the name is."""
    names = [[*tokens(name)] for name in (*own.folded, *own.printed)]
    return [(at, at + len(name)) for name in names for at in range(len(said)) if name and name == [*said[at : at + len(name)]]]
