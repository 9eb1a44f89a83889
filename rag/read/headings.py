"""Headings: a whole line that ends in ":" and names a role or a person, and who speaks under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rag.tables import table
from rag.text import capital

Kind = Literal["chair", "person", "government", "guest"]

_TABLE = table("reading")
_PREFIX = rf"(?i:{'|'.join(_TABLE['names']['prefixes'].split())})"
_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĞĠĢĪİŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
_WORD = rf"(?:[{_UPPER}][^\W\d_]*\.|(?:[dDlLOo]['’])?[{_UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?)(?:[-‑–/][^\W\d_]++(?:['’][^\W\d_]++)*)*\.?"
_INITIALS = rf"(?:[{_UPPER}][a-z]?\.\s?){{1,6}}"
# a name: initials, prefixes and capitalised words, the last one capitalised; "Van den Berg-Jansen", "Olger van Dijk", "Van 't Wout"
NAME = rf"(?:{_INITIALS}\s?)?(?:(?:{_PREFIX}|{_WORD})\s+){{0,6}}{_WORD}"
# degrees stand before or after a name and are no part of it
DEGREE = r"(?:(?:[Pp]rof|[Dd]rs|[Dd]r|[Mm]r|[Ii]ng|[Ii]r|[Bb]c|[Dd]s|[Jj]hr|[Jj]kvr|[Gg]en|[Kk]ol)\.\s*(?:h\.c\.\s*)?)"
_AFTER_NAME = r"(?:,?\s+(?:MSc|BSc|MA|BA|PhD|LLM|MBA|MPA|RA|CPA|MD)\.?)*"
_PARENS = r"(?:\s*\((?P<paren>[^()]{1,90})\))?(?:\s*\((?P<second>[^()]{1,60})\))?"
# who a guest is, behind a comma ("directeur van de VNG"): a function and where, without a verb, so that a sentence is none
_FUNCTION = rf"(?:[a-zà-ÿ-]*(?:{'|'.join(_TABLE['guests']['functions'])})|CEO|CFO)"
_PLACE = rf"(?:\s+(?:(?:van|de|het|der|den|voor|bij|in|te|aan|namens|en|of|raad|bestuur|toezicht|gemeente|afdeling|vereniging|stichting)\b|[{_UPPER}0-9][\w.&’'/-]*))*"
_CAPACITY = (
    r"(?:\s*,\s*(?P<capacity>rapporteur|(?:mede-?)?initiatiefnemer|(?:mede-?)?indiener|voorzitter|(?:mede )?namens\s[^:]{2,60}|lid van\s[^:]{2,60}|"
    rf"{_FUNCTION}{_PLACE}))?"
)
_STRICT_TITLE = r"(?:De heer|Mevrouw|Mijnheer|Dhr\.?|Mw\.?|Mevr\.?|Het lid|(?:Het )?Kamerlid|Meneer|Senator|De heer en mevrouw)"
_OFFICE = r"(?:(?:[Vv]ice-?)?[Mm]inister-?\s?[Pp]resident|[Mm]inister|[Ss]taatssecretaris)"
_GOVERNMENT = rf"(?:[Dd]e\s+)?{_OFFICE}"
# what a minister is minister of: capitalised words, a comma only where "en" follows ("Onderwijs, Cultuur en Wetenschap")
_ITEM = rf"[{_UPPER}][\w-]*(?:\s+(?:[{_UPPER}][\w-]*|zaken|handel|onderwijs))*"
_POST = rf"(?:van|voor)\s+{_ITEM}(?:(?:,\s+{_ITEM})*,?\s+en\s+{_ITEM})*(?:\s+[-–—]\s+{_ITEM}(?:(?:,\s+{_ITEM})*\s+en\s+{_ITEM})?)?"
FULL_OFFICE = rf"{_OFFICE}(?:\s+{_POST})?(?:,\s+(?:tevens\s+)?{_OFFICE}\s+{_POST})*"
_MINISTRY = rf"(?:van|voor)\s+(?:{'|'.join(_TABLE['ministries']['words'])})\b"  # "Minister van Financiën" is an office, "Minister van Engelshoven" a name
_GUEST = rf"(?:{'|'.join(_TABLE['guests']['offices'])})"
_CHAIR = (
    r"(?:(?:De|Mevrouw de|Mijnheer de)\s+)?(?:(?:tijdelijk|waarnemend|fungerend|plaatsvervangend|tweede|eerste)e?\s+)?(?:onder)?voorzitter"
)

CHAIR_HEADING = re.compile(rf"^{_CHAIR}(?:\s*\((?P<paren>[^()]*)\))?\s*:$", re.IGNORECASE)
PERSON_HEADING = re.compile(rf"^(?P<title>{_STRICT_TITLE})\s+{DEGREE}*(?P<name>{NAME}){_AFTER_NAME}{_PARENS}{_CAPACITY}\s*:$")
GOVERNMENT_HEADING = re.compile(rf"^(?P<office>{_GOVERNMENT})\s+{DEGREE}*(?P<name>{NAME}){_PARENS}\s*:$")
OFFICE_HEADING = re.compile(
    rf"^(?P<the>[Dd]e\s+)?(?P<office>{FULL_OFFICE})(?:,\s+(?:(?:de heer|mevrouw)\s+)?{DEGREE}*(?P<name>{NAME}))?{_PARENS}\s*:$"
)
MINISTER_HEADING = re.compile(
    rf"^{_STRICT_TITLE}\s+{DEGREE}*(?P<name>{NAME}),\s+(?:de\s+)?(?P<office>{FULL_OFFICE})(?:\s*\([^()]{{1,60}}\))?\s*:$"
)
OFFICIAL_HEADING = re.compile(
    r"^De\s+(?P<office>(?:plaatsvervangend\s+|tijdelijk\s+)?(?:griffier|tolk|rapporteur|informateur|formateur|verkenner|regeringscommissaris|deltacommissaris|"
    r"[Nn]ationale\s+[Oo]mbudsman|[Kk]inderombudsman|[Nn]ationaal\s+[Rr]apporteur|(?:vice-)?president\s+van\s+de\s+(?:Algemene\s+Rekenkamer|Raad\s+van\s+State|Nederlandsche\s+Bank)))\s*:$"
)
GUEST_HEADING = re.compile(rf"^(?P<office>{_GUEST})\s+{DEGREE}*(?P<name>{NAME}){_AFTER_NAME}{_PARENS}\s*:$")
DEGREE_HEADING = re.compile(rf"^{DEGREE}+(?P<name>{NAME}){_AFTER_NAME}{_PARENS}\s*:$")
CHAIR_CHANGE = re.compile(
    rf"^(?:(?:Tijdelijk|Waarnemend|Fungerend|Plaatsvervangend)e?\s+)?(?:(?:Onder|Vice-?)?[Vv]oorzitter|VOORZITTER)\s*:\s*"
    rf"(?P<name>(?:(?:de heer|mevrouw)\s+)?{DEGREE}*{NAME})(?:\s*\([^()]{{1,60}}\))?\.?$"
)
_STARTS = re.compile(rf"^(?:{_STRICT_TITLE}|{_GOVERNMENT}|De {_GUEST}|{_GUEST}|{_CHAIR}|{DEGREE})(?:\s|$|:)")


CHAIRS = frozenset({"voorzitter", "fungerend voorzitter", "ondervoorzitter", "tijdelijk voorzitter", "waarnemend voorzitter"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed. ``paren`` is what stood between brackets: mostly a party, sometimes a role or an organisation.

    ``name`` is None where only an office stands there ("De minister van Financiën:"); ``office`` is then all of it.
    """

    kind: Kind
    name: str | None
    office: str | None
    paren: str | None
    title: str | None = None


CHAIR = Heading("chair", None, None, None)  # "De voorzitter:", whoever that is


def parse(text: str) -> Heading | None:
    """What a whole line (white space collapsed; two lines of one heading joined) says as a heading, or None when it is not one."""
    text = re.sub(rf"(?<=\w)- (?=[{_UPPER}])", "-", re.sub(r"\s+", " ", text))
    if not text.endswith(":") or len(text) > 160:
        return None
    if match := CHAIR_HEADING.match(text):
        return None if text[0].islower() else Heading("chair", None, None, match["paren"])
    return _government(text) or _person(text)


def _government(text: str) -> Heading | None:
    """A heading that names an office: with whoever bears it, or alone."""
    match = OFFICE_HEADING.match(text)
    if match and (match["the"] or re.search(rf"\s{_MINISTRY}", match["office"])):
        paren = _paren(match)
        held = match["name"] or (paren if paren and re.fullmatch(NAME, paren) and not party_of(paren, True) else None)
        return Heading("government", held and _plain(held), capital(match["office"]), paren)
    if (match := MINISTER_HEADING.match(text)) or (match := GOVERNMENT_HEADING.match(text)):
        paren = _paren(match) if "paren" in match.groupdict() else None
        name, *post = re.split(rf"\s+(?={_MINISTRY})", _plain(match["name"]), maxsplit=1)
        office = capital(re.sub(r"^[Dd]e\s+", "", match["office"]))
        return Heading("government", name, " ".join([office, *post]), paren)
    return None


def _person(text: str) -> Heading | None:
    if match := PERSON_HEADING.match(text):
        paren, capacity = _paren(match), match["capacity"] or ""
        if re.fullmatch(FULL_OFFICE, paren or ""):
            return Heading("government", _plain(match["name"]), capital(paren or ""), None)
        if capacity in CHAIRS and (paren is None or party_of(paren, True)):
            paren = capacity
        return Heading("person", _plain(match["name"]), None, paren, match["title"])
    if match := GUEST_HEADING.match(text):
        return Heading("guest", _plain(match["name"]), match["office"], _paren(match))
    if match := OFFICIAL_HEADING.match(text):
        return Heading("guest", None, match["office"], None)
    if match := DEGREE_HEADING.match(text):
        return Heading("person", _plain(match["name"]), None, _paren(match))
    return None


def short_office(office: str) -> str:
    """An office as it stands before a name: "Minister" for "minister van Financiën"."""
    return capital(re.split(r",|\s+(?:van|voor)\b", office)[0])


def _plain(name: str) -> str:
    """A name without the degrees that the name's own pattern took for a word of it."""
    return re.sub(rf"{_AFTER_NAME}$", "", re.sub(rf"^(?:{DEGREE}|(?:MR|DR|IR|DRS)\.\s*)+", "", name)) or name


def _paren(match: re.Match[str]) -> str | None:
    """What counts of one or two brackets: the chair's role, then a known party, then the first."""
    both = [found.strip() for found in (match["paren"], match["second"]) if found]
    chair = [found for found in both if found.lower() in CHAIRS]
    party = [found for found in both if party_of(found, True)]
    return next(iter([*chair, *party, *both]), None)


def may_start(text: str) -> bool:
    """Whether a line can be the first half of a heading that is broken over two lines."""
    return bool(_STARTS.match(text)) and not text.endswith((":", ".", "?", "!", ";")) and len(text) < 120


def chair_change(text: str) -> str | None:
    """The name on a line "Voorzitter: X" (Tijdelijk voorzitter, Ondervoorzitter), or None."""
    match = CHAIR_CHANGE.match(text)
    if match is None:
        return None
    return _plain(re.sub(r"^(?:de heer|mevrouw)\s+", "", match["name"], flags=re.IGNORECASE))


def _key(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


# parties as records print them, by their letters and digits in lower case, full names too
_KNOWN: dict[str, str] = {_key(other): name for name, others in table("parties")["parties"].items() for other in (*others, name)}


# a group that left its party carries its members' names: "Groep Bontes/Van Klaveren", "Lid Omtzigt"; "lid van de Raad" is none
_GROUP = re.compile(
    rf"^(?:[Dd]e )?(?:[Gg]roep|[Ff]ractie|[Ll]ijst|Lid)[ -](?!Raad|Bestuur|Directie|College|Commissie|Tweede|Eerste)[{_UPPER}]"
)
# what a member can be between brackets instead of a party's: "De heer Ellian (voorzitter van de commissie)"
MEMBERS_ROLE = re.compile(
    r"^(?:de |fungerend |onder)?(?:rapporteur|initiatiefnem|indiener|namens de commissie|"
    r"(?:voorzitter|lid|leden)(?:$| (?:van |der |uit )?(?:de |deze )?(?:\w+ )?(?:commissie|kamer|staten)))",
    re.IGNORECASE,
)
_NO_PARTY = re.compile(rf"^(?:(?:de |het )?[a-zà-ÿ]|{_GUEST}\b)")


def party_of(paren: str | None, guests_only: bool) -> str | None:
    """The party that stands between brackets, or None when it is a role or an organisation.

    ``guests_only``: at a round table or hearing an unknown name is an organisation.
    """
    if not paren:
        return None
    paren = re.sub(r"\s+", " ", paren).strip()
    known = _KNOWN.get(_key(paren))
    if known is not None:
        return paren if _key(paren) == _key(known) and "- " not in paren and known == paren else known
    if _GROUP.match(paren) or all(_KNOWN.get(_key(part)) for part in paren.split("/")):  # "ChristenUnie/SGP"
        return paren
    if _NO_PARTY.match(paren) or guests_only:
        return None
    # a new party: one or two words ("Nieuwe Partij", "Forza!/X"); longer names are organisations
    return paren if len(paren.split()) <= 2 else None


_PARTY = rf"(?:de |het )?(?:fractie van (?:de |het )?)?(?P<party>[{_UPPER}\d][\w'’/-]*(?: [\w'’/-]+){{0,3}})"
_BEHIND_NAME = rf"(?: (?:spreekt )?(?:van|namens) {_PARTY}| \({_PARTY.replace('<party>', '<inside>')}\)|, (?P<apart>[{_UPPER}\d][\w'’/-]*)(?=[.;]|, [^{_UPPER}\d]))"

# "Aanwezig namens de SGP is de heer Bos"; not "zij spreekt mede namens de SGP en vervangt de heer Bos"
_BEFORE_NAME = rf"(?<!mede )(?i:namens) {_PARTY} (?:is|zit|spreekt|luistert|volgt|hebben|zien|heet|verwelkom)(?: (?!en\b|maar\b|na\b|naast\b|van\b|door\b)[a-z]+){{0,4}} (?:de heer|mevrouw|meneer|collega|het lid) "


def party_told(name: str, text: str) -> str | None:
    """The party that a text gives somebody: "de heer Bos van de SGP", "mevrouw Lans (Volt)", "namens Volt is het lid Lans er"; None where it gives none or several.

    ``name``: as the list of those present prints it; ``text``: what the chair says, on one line.
    """
    found, named = set(), rf"(?<![\w-])(?i:{re.escape(name[:1])}){re.escape(name[1:])}"
    for match in (*re.finditer(named + _BEHIND_NAME, text), *re.finditer(rf"{_BEFORE_NAME}{named}(?![\w-])", text)):
        if re.search(r"\b(?:van|de|den|der|ten|ter|te|el|al|la|le) $", text[: match.start()], re.IGNORECASE):
            continue  # "de heer Van Dijk" is no "Dijk"
        said = next(filter(None, match.groups())).replace("-fractie", "").split()
        known = (_KNOWN.get(_key(" ".join(said[:count]))) for count in range(len(said), 0, -1))
        found.add(next((party for party in known if party), None))
    found.discard(None)
    return found.pop() if len(found) == 1 else None
