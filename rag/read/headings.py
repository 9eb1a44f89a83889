"""Headings: a whole line that ends in ":" and names a role or a person, and who speaks under it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Kind = Literal["chair", "person", "government", "guest"]

PREFIX = r"(?:van|de|den|der|ten|ter|te|het|'t|’t|'s|’s|von|zu|el|al|la|le|les|di|da|do|dos|del|du|op|in|aan|bij|tot|voor|uit|onder|over)"
_PREFIX = r"(?i:" + PREFIX[3:-1] + ")"
_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĞĠĢĪİŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
_WORD = rf"(?:[{_UPPER}][^\W\d_]*\.|(?:[dDlLOo]['’])?[{_UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?)(?:[-‑–/][^\W\d_]++(?:['’][^\W\d_]++)*)*\.?"
# a name: prefixes and capitalised words, the last one capitalised; "Van den Berg-Jansen", "Olger van Dijk", "Van 't Wout"
NAME = rf"(?:(?:{_PREFIX}|{_WORD})\s+){{0,6}}{_WORD}"
_TITLE = r"(?:[Dd]e heer|[Mm]evrouw|[Dd]hr\.?|[Mm]w\.?|[Mm]evr\.?|[Hh]et lid|(?:[Hh]et )?[Kk]amerlid|[Mm]eneer|[Ss]enator)"
_STRICT_TITLE = r"(?:De heer|Mevrouw|Dhr\.?|Mw\.?|Mevr\.?|Het lid|(?:Het )?Kamerlid|Meneer|Senator|De heer en mevrouw)"
_GOVERNMENT = r"(?:Vice-?minister-?president|Viceminister-president|[Mm]inister-?\s?[Pp]resident|Minister|Staatssecretaris|De minister|De staatssecretaris)"
_GUEST = (
    r"(?:Nationaal [Rr]apporteur|Regeringscommissaris|Gevolmachtigd[e]? [Mm]inister|Nationale? [Oo]mbudsman|Kinderombudsman|[Ii]nformateur|"
    r"Formateur|Eurocommissaris|Europarlementariër|Commissaris|Burgemeester|Wethouder|Gedeputeerde|Professor|Prof\.|President|Rapporteur)"
)
_CHAIR = (
    r"(?:(?:De|Mevrouw de|Mijnheer de)\s+)?(?:(?:tijdelijk|waarnemend|fungerend|plaatsvervangend|tweede|eerste)e?\s+)?(?:onder)?voorzitter"
)

CHAIR_HEADING = re.compile(rf"^{_CHAIR}(?:\s*\((?P<paren>[^()]*)\))?\s*:$", re.IGNORECASE)
PERSON_HEADING = re.compile(rf"^(?P<title>{_STRICT_TITLE})\s+(?P<name>{NAME})(?:\s*\((?P<paren>[^()]{{1,90}})\))?\s*:$")
GOVERNMENT_HEADING = re.compile(rf"^(?P<office>{_GOVERNMENT})\s+(?P<name>{NAME})(?:\s*\((?P<paren>[^()]{{1,90}})\))?\s*:$")
GUEST_HEADING = re.compile(rf"^(?P<office>{_GUEST})\s+(?P<name>{NAME})(?:\s*\((?P<paren>[^()]{{1,90}})\))?\s*:$")
CHAIR_CHANGE = re.compile(
    rf"^(?:(?:Tijdelijk|Waarnemend|Fungerend|Plaatsvervangend)\s+)?(?:(?:Onder)?[Vv]oorzitter)\s*:\s*(?P<name>(?:(?:de heer|mevrouw)\s+)?{NAME})\.?$"
)
_STARTS = re.compile(rf"^(?:{_STRICT_TITLE}|{_GOVERNMENT}|{_GUEST}|{_CHAIR})(?:\s|$|:)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed. ``paren`` is what stood between brackets: mostly a party, sometimes a role or an organisation."""

    kind: Kind
    name: str | None
    office: str | None
    paren: str | None
    title: str | None = None


def parse(text: str) -> Heading | None:
    """What a whole line says as a heading, or None when it is not one.

    Args:
        text: the line, its white space collapsed; a heading over two lines joined to one.
    """
    text = re.sub(r"\s+", " ", text)
    if not text.endswith(":") or len(text) > 160:
        return None
    if match := CHAIR_HEADING.match(text):
        return None if text[0].islower() else Heading("chair", None, None, match["paren"])
    if match := GOVERNMENT_HEADING.match(text):
        return Heading("government", match["name"], match["office"], match["paren"])
    if match := PERSON_HEADING.match(text):
        return Heading("person", match["name"], None, match["paren"], match["title"])
    if match := GUEST_HEADING.match(text):
        return Heading("guest", match["name"], match["office"], match["paren"])
    return None


def may_start(text: str) -> bool:
    """Whether a line can be the first half of a heading that is broken over two lines."""
    return bool(_STARTS.match(text)) and not text.endswith((":", ".", "?", "!", ";")) and len(text) < 120


def chair_change(text: str) -> str | None:
    """The name on a line "Voorzitter: X" (Tijdelijk voorzitter, Ondervoorzitter), or None."""
    match = CHAIR_CHANGE.match(text)
    if match is None:
        return None
    return re.sub(r"^(?:de heer|mevrouw)\s+", "", match["name"], flags=re.IGNORECASE)


@lru_cache(maxsize=1)
def known_parties() -> dict[str, str]:
    """Parties as records print them, by their letters and digits in lower case; from the project's own list."""
    table = tomllib.loads(files("rag").joinpath("data/parties.toml").read_text("utf-8"))["parties"]
    return {_key(name): name for name in table}


_GROUP = re.compile(r"^(?:Groep|Lid|Fractie|Lijst|Groep-|De Groep)\b[ -]?\S", re.IGNORECASE)
# what a member can be between brackets instead of a party's: "De heer Ellian (voorzitter van de commissie)"
MEMBERS_ROLE = re.compile(
    r"^(?:de |fungerend |onder)?(?:voorzitter|rapporteur|initiatiefnem|indiener|lid |leden |namens de commissie)", re.IGNORECASE
)
_LOWER_ROLE = re.compile(r"^(?:de |het )?[a-zà-ÿ]")


def party_of(paren: str | None, guests_only: bool) -> str | None:
    """The party that stands between brackets, or None when it is a role or an organisation.

    Args:
        paren: the text between the brackets.
        guests_only: the report is a round table or hearing, where an unknown name is an organisation.
    """
    if not paren:
        return None
    paren = re.sub(r"\s+", " ", paren).strip()
    known = known_parties().get(_key(paren))
    if known is not None:
        return paren if _key(paren) == _key(known) and "- " not in paren and known == paren else known
    if _GROUP.match(paren):
        return paren
    if _LOWER_ROLE.match(paren) or guests_only:
        return None
    # a new party: one or two words ("Nieuwe Partij", "Forza!/X"); longer names are organisations
    return paren if len(paren.split()) <= 2 else None


def _key(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())
