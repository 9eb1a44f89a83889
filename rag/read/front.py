"""What a report says of itself before and around its turns: committee, date, agenda, who was there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from rag.read.headings import DEGREE, NAME, party_of
from rag.read.lines import clock
from rag.tables import table
from rag.text import MONTH_NUMBERS, MONTHS, capital
from rag.types import AgendaItem, Person

_MONTH = "|".join(MONTHS["nl"])
_DATE = re.compile(rf"\b(\d{{1,2}}) ({_MONTH}) (\d{{4}})\b", re.IGNORECASE)
_HELD = re.compile(rf"(?:heeft|hebben|had|hadden|is|werd) (?:op|d\.d\.) (?:\w+dag )?(\d{{1,2}}) ({_MONTH}) (\d{{4}})\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag (\d{{1,2}}) ({_MONTH}) (\d{{4}})\b", re.IGNORECASE)
KINDS = frozenset(table("words/sheet")["kind"]) - {"debat", "plenair"}  # words that a report of any kind may hold
GUEST_KINDS = frozenset(table("reading")["kinds"]["with_guests"])
# a comma inside a committee's name: "Onderwijs, Cultuur en Wetenschap", "Landbouw, Visserij, Voedselzekerheid en Natuur"
_LISTED = r", (?=[A-Z][\w-]+(?:, [A-Z][\w-]+)* en [A-Z])"
_COMMITTEE = re.compile(
    r"\b(?:vaste|algemene|tijdelijke|bijzondere|parlementaire|gemengde)?\s?(?:sub)?commissie (?:voor|van|inzake) (?:de |het )?"
    rf"((?:(?-i:{_LISTED})|(?-i:, (?=[A-Z][\w-]+ en [A-Z]))|[^,])+?)"
    r"(?=,? en de (?:vaste|algemene|tijdelijke)|\s(?:heeft|hebben|overleg|houdt|op \d|met|over|is)\b|, (?:de|heeft|hebben)\b|"
    rf"(?!(?-i:{_LISTED})),|[.;:()\n]|$)",
    re.IGNORECASE,
)


_MEETS = r"(?:het|de) (?:vergadering|overleg|debat|bijeenkomst) (?:om|te)"  # told of the chair in a *beknopt verslag*


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter tells; None or empty where it does not."""

    title: str | None
    kind: str | None
    committee: str | None
    date: str | None
    start: str | None
    present: tuple[Person, ...]
    clerks: tuple[str, ...]
    agenda: tuple[AgendaItem, ...]
    dossier: str | None
    number: str | None
    year: str | None
    status: str | None
    proceedings: tuple[str, str] | None = None  # (id, reference) of an item of the Handelingen


def read_front(text: str, opening: str, lines: str | None = None) -> Front:
    """Reads the front matter.

    ``text``: as canonical text, one paragraph a line; ``opening``: the first words spoken from the chair, for what the front matter leaves
    out; ``lines``: line by line as printed, where a title page's lines must not run together.
    """
    flat = " ".join(text.split())
    lines = text if lines is None else lines
    dossier, number = _dossier(lines)
    kind = _kind(flat) or _kind(opening[:600])
    began = re.search(r"\bAanvang:?\s+(\d{1,2}[.:]\d{2})", flat) or re.search(rf"\bopent {_MEETS} (\d{{1,2}}[.:]\d{{2}})", opening)
    return Front(
        title=_title(lines, flat, opening),
        kind=kind,
        committee=_committee(text) or _committee(opening[:600]),
        date=_date(flat) or _iso(_WEEKDAY.search(opening[:600])),
        start=clock(began[1]) if began else None,
        present=_present(flat),
        clerks=tuple(dict.fromkeys(re.findall(rf"(?m)^\s*(?:[Tt]ijdelijk |[Ww]aarnemend )?[Gg]riffier: ({NAME})\s*$", lines))),
        agenda=_agenda(text),
        dossier=dossier,
        number=number,
        year=_year(flat),
        status=_status(flat),
        proceedings=_proceedings(lines),
    )


def _iso(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    day, month, year = int(match[1]), MONTH_NUMBERS[match[2].lower()], int(match[3])
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= 31 else None


def _date(flat: str) -> str | None:
    """The day it was held; never the day the report was adopted ("Vastgesteld 20 januari 2020") or of a letter on the agenda."""
    if found := _HELD.search(flat) or _WEEKDAY.search(flat):
        return _iso(found)
    for match in _DATE.finditer(flat):
        before = flat[max(0, match.start() - 24) : match.start()].lower()
        if "vastgesteld" not in before and "d.d." not in before and "brief" not in before:
            return _iso(match)
    return None


def _year(flat: str) -> str | None:
    """The parliamentary year, as printed, else that of the day on which the report was adopted: "2025/26" begins on the third Tuesday of September 2025.

    Not that of the debate: a report of July may be a document of the next year.
    """
    if printed := re.search(r"[Vv]ergaderjaar (\d{4})\s*[-–—]\s*(\d{2,4})", flat):
        return f"{printed[1]}/{printed[2][-2:]}"
    adopted = re.search(rf"\b[Vv]astgesteld {_DATE.pattern}", flat, re.IGNORECASE)
    if adopted is None:
        return None
    day, month, year = int(adopted[1]), MONTH_NUMBERS[adopted[2].lower()], int(adopted[3])
    begins = 15 + (1 - date(year, 9, 15).weekday()) % 7
    first = year if (month, day) >= (9, begins) else year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def _kind(text: str) -> str | None:
    low = text.lower().replace("nota-overleg", "notaoverleg")
    if re.search(r"\b\d{1,3}(?:e|ste|de) vergadering\b", low[:400]):
        return "plenair"
    explicit = re.search(r"verslag van een ([a-z -]+?)(?= vastgesteld| de vaste| de algemene| \d|$|[.,;(])", low)
    if explicit and explicit.group(1).strip() in KINDS:
        return explicit.group(1).strip()
    held = re.search(r"\b(?:een|dit|het) gesprek (?:met|gevoerd)|verslag van een gesprek", low)
    named = [kind for kind in KINDS if re.search(rf"\b{kind}\b", low) and (kind != "gesprek" or held)]
    found = [(low.index(kind), -len(kind), kind) for kind in named]
    return min(found)[2] if found else None


def _committee(text: str) -> str | None:
    names: list[str] = []
    head = re.split(r"\bDe (?:[a-z]+ )?(?:onder)?(?:voorzitter|griffier) van de\b", text)[0]
    for match in _COMMITTEE.finditer(head[:3000]):
        name = match.group(1).strip(" ,")
        if name and name not in names and len(name) < 90 and name[0].isupper():
            names.append(name)
    return "; ".join(names) or None


_DOSSIER_LINE = re.compile(
    r"^(?P<dossier>\d{2}[ .]?\d{3}(?:[- ]?\(?(?:[IVXLC]+|R\s?\d+)\)?(?=\s|$))?)(?:\s+(?P<title>[A-ZÀ-Þ«‘“'\"].{2,200}))?$"
)
_AFTER_TITLE = re.compile(
    r"(?:Nr|nr|nrs)\.|VERSLAG|BEKNOPT|Verslag van|Vastgesteld|De (?:vaste|algemene|tijdelijke|commissie)|Vergaderjaar|\d{1,4}$"
)
_TITLE_LINES = 5  # a title runs over so many lines at most


def _headed(text: str) -> list[tuple[str, str]]:
    """(dossier, title) of a title page: "28 638 Mensenhandel", the title on the same line, on the next, or over several."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:40]
    if not any(re.match(r"Nr\. ?(?:\d+|[A-Z]{1,3})\b", line) for line in lines):
        return []
    found = []
    for at, line in enumerate(lines):
        match = _DOSSIER_LINE.match(line)
        if match is None or _AFTER_TITLE.match(match["title"] or ""):
            continue
        parts = [match["title"]] if match["title"] else []
        following = lines[at + 1 : at + 1 + _TITLE_LINES]
        parts += takewhile(lambda line: not (_AFTER_TITLE.match(line) or _DOSSIER_LINE.match(line)), following)
        title = re.sub(r"(?<=[a-z])- (?!(?:en|of|als|tot)\b)(?=[a-z])", "", " ".join(parts))
        found.append((match["dossier"], re.sub(r"\s+Nr\. \d+.*$", "", title).strip()))
    return found


def _title(text: str, flat: str, opening: str) -> str | None:
    """What the meeting was about: as the front matter or the chair tells it, else the name of the dossier it is filed under."""
    held = re.search(
        r"\b(?:heeft|hebben) op [^.]{5,25}\d{4}[^–•;:]{0,600}? (?:over|inzake):? ([^\W_][^–;:]{1,160}?|«[^»]{2,160}»)\.(?=\s|$)", flat
    )
    if held and not re.match(r"(?:de )?brief|Zaken|Kamerstuk", held[1], re.IGNORECASE) and "verslag uit" not in held[1]:
        return capital(re.sub(r"^(?:de|het|een) |\s*\(Kamerstuk[^()]*\)$", "", held[1]).strip())
    dossier = next((title for _, title in _headed(text) if title), None)
    return _title_from_opening(opening, _OPENING[:-1]) or dossier or _title_from_opening(opening, _OPENING[-1:])


_OPENING = (
    r"(?:met als onderwerp|[Hh]et onderwerp(?: van (?:vandaag|dit debat|vanmiddag|vanavond))? is|met als titel|over het onderwerp|met het onderwerp|met op de agenda)[: ]+(?:de |het )?[«\"“']?(.+?)[»\"”']?(?=[.;!?]|, (?:een|met|waar|dat)\b| en ik |$)",
    r"(?:algemeen overleg|commissiedebat|notaoverleg|wetgevingsoverleg|rondetafelgesprek|tweeminutendebat|debat|hoorzitting|VAO|VSO)"
    r"(?: van de (?:vaste|algemene) commissie voor [A-Z][\w ,]*?(?: over| inzake|:)| over| inzake)?:? [«\"“']?((?:(?:de|het) )?[A-Z0-9][^.;!?]{2,100}?|(?<=over )[^.;!?]{2,100}?)[»\"”']?(?=[.;!?]|, | \(| van de (?:vaste|algemene) commissie\b|$)",
    r"\bgaat (?:vandaag )?over (?:de |het )?(.+?)(?=[.;!?,]|$)",
)


# "Ik stel voor het debat over de haven van de agenda af te voeren.": a debate that is not held here
_PROPOSED = re.compile(r"[^.!?]*\bstel (?:ik )?voor\b[^.!?]*\b(?:af te voeren|toe te voegen|uit te stellen)\b[^.!?]*")


def _title_from_opening(opening: str, patterns: Iterable[str]) -> str | None:
    head = _PROPOSED.sub(" ", " ".join(opening.split())[:900])
    for pattern in patterns:
        match = re.search(pattern, head)
        if match and 2 < len(match.group(1)) <= 140 and not re.match(r"(?:van|met|en|is|in|dat|te)\b", match.group(1)):
            return capital(re.sub(r"^(?:de|het|een) (?=[^\W\d_])", "", match.group(1).strip(' ,:«»"')))
    return None


def _dossier(text: str) -> tuple[str | None, str | None]:
    """Dossier and number from a title page: "28 638 Mensenhandel" and "Nr. 178 VERSLAG VAN EEN ALGEMEEN OVERLEG", or "kst-28638-178"."""
    if stamp := re.search(r"\bkst-(\d{5}(?:-[A-Z0-9]+?)?)-([A-Z]?\d+|[A-Z]{1,3})\b", text):
        return stamp.group(1), stamp.group(2)
    dossier = next((found for found, _ in _headed(text)), None)
    number = re.search(r"(?m)^\s*Nr\. ?(\d+|[A-Z]{1,3})\b(?:\s|$)", "\n".join(text.split("\n")[:40]))
    return (dossier, number[1]) if dossier and number else (None, None)


def _proceedings(text: str) -> tuple[str, str] | None:
    """(id, reference) where a line of the front matter is "Handelingen II 2017/18, nr. 70, item 11"."""
    found = re.search(r"(?m)^\s*(Handelingen (I{1,2}) (\d{4})[/–-](\d{2})(?:\d{2})?, nr\. ?(\d+), item (\d+))\s*$", text)
    if found is None:
        return None
    printed, chamber, year, end, sitting, item = found.groups()
    return f"h-{'t' if chamber == 'II' else 'e'}k-{year}{year[:2]}{end}-{sitting}-{item}", printed


def _agenda(text: str) -> tuple[AgendaItem, ...]:
    items = []
    head = re.split(r"\s(?:Van dit overleg|De (?:fungerend |waarnemend )?voorzitter van de|Voorzitter:|De voorzitter:)", text)[0]
    # the last item ends where the sentence does; an abbreviation ("d.d.") at a line end does not end one
    for part in re.split(r"(?:^|(?<=\s))[–•—-]\s+(?=(?:de|het|een|[A-Z])\b)", head)[1:]:
        item = " ".join(re.split(r";\s*(?:\n|$)|(?<!d\.d)\.\s*(?:\n|$)", part)[0].split()).rstrip(";. ")
        found = re.search(r"\((?:Kamerstuk(?:ken)?(?: I+)?|Handelingen)?\s*(\d{2} ?\d{3}[^()]*nrs?\. ?[^()]+)\)$", item)
        items.append(AgendaItem(item, " ".join(found.group(1).split()) if found else None))
    return tuple(items)


def _status(flat: str) -> str | None:
    low = flat.lower()
    if re.search(r"\bbeknopt (?:woordelijk )?verslag\b", low):
        return "beknopt"
    if "ongecorrigeerd" in low or ("stenogram" in low and "concept" in low):
        return "ongecorrigeerd"
    return "geredigeerd" if "geredigeerd" in low else "gecorrigeerd" if "gecorrigeerd" in low else None


_LIST = re.compile(r"Aanwezig (?:is|zijn) .{0,60}?(?:leden|lid) (?:der|van de|van beide) Kamers?[^:]{0,40}:?(?: te weten)?:?")


def _present(flat: str) -> tuple[Person, ...]:
    """Who it says was there: members, with the party where it is printed, the government with the offices, and guests."""
    start = _LIST.search(flat)
    rest = flat[start.end() :] if start else ""
    if start:
        end = re.search(
            r",\s+(?=en (?:de heer|mevrouw|de dames|de heren)|alsmede|die vergezeld|vergezeld|evenals)|\.(?=\s|$)|\sAanvang\b", rest
        )
        members = _names(rest[: end.start()] if end else rest[:2000])
        rest = re.split(r"\bAanvang\b", rest[end.start() :] if end else "")[0]
    else:
        named = re.search(r"Aanwezig (?:is|zijn)\b[^.]*?\b(?:de leden|het lid) ([^.]+)\.", flat)
        members = _names(named[1]) if named else ()
        held = re.search(r"overleg gevoerd met (.+?)(?:,? over\b|\.)", flat)
        rest = held.group(1) if held else re.split(r"\bAanvang\b", flat)[0][-1500:]
    parties = _printed_parties(flat)
    people, guests = [Person(name, parties.get(name), "member") for name in members], []
    for match in re.finditer(
        rf"(?:de heer|mevrouw)\s+{DEGREE}*({NAME})(?:\s*\([^()]*\))?(?:,\s+(?!de heer|mevrouw)(.+?))?(?=,? en (?:de heer|mevrouw|de leden|het lid)|, (?:de heer|mevrouw)|[.;]|,?\s*$)",
        rest,
    ):
        office = (match.group(2) or "").strip(" ,")
        if re.match(r"(?:vice-?)?minister|staatssecretaris", office, re.IGNORECASE):
            people.append(Person(match.group(1), None, "government", office))
        else:
            guests.append(Person(match.group(1), None, "guest"))
    return (*people, *guests)


def _names(text: str) -> tuple[str, ...]:
    parts = [" ".join(part.split()).strip(" ,.") for part in re.split(r",\s+|\s+en\s+", text)]
    names = [_PRINTED_PARTY.sub("", part) for part in parts]  # "Bamenga (D66)"
    return tuple(name for name in names if re.fullmatch(NAME, name))


_PRINTED_PARTY = re.compile(r"\s*\(([^()]{1,60})\)$")


def _printed_parties(flat: str) -> dict[str, str]:
    """Name to party where the list of those present prints the party behind the name: "Bamenga (D66), El Abassi (DENK) en …"."""
    found = _LIST.search(flat)
    listed = re.split(r"\bAanvang\b", flat[found.end() :])[0][:2000] if found else ""
    pairs = ((m["name"], party_of(m["party"], True)) for m in re.finditer(rf"(?P<name>{NAME})\s*\((?P<party>[^()]{{1,60}})\)", listed))
    return {name: party for name, party in pairs if party}
