"""A term as it is spoken, and its dates: "in het eerste kwartaal van 2020", "voor het kerstreces", "binnen twee weken"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial

from rag.commitments import calendar
from rag.commitments.calendar import Term
from rag.tables import table
from rag.text import MONTH_NUMBERS
from rag.types import Deadline

Dates = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in a text: where its words stand, and its dates (None: the words alone)."""

    start: int
    end: int
    dates: Dates

    @property
    def dated(self) -> bool:
        return self.dates != (None, None)


def deadline(text: str, said: str | None) -> Deadline | None:
    """The term a text states, as words and as dates.

    Dates are counted from the day of the meeting. Without a year the first such time that is not over is meant ("februari" said
    in December is next February's). "Voor X" ends on the day before X begins and has no first day; "na X" begins on the day after
    X ends and has no last day; "voor de zomer" and "voor het reces" are taken as before the recess. A term that hangs on an
    event ("na de twee onderzoeken") or is vague ("zo spoedig mogelijk") has words and no dates, and so has every term of a meeting
    without a date. A day that is past, or that dates a document ("de brief van 19 november"), is no term.

    Args:
        text: a sentence or a few.
        said: the meeting's date, ISO 8601, or None.

    Returns:
        The term with the most to hold on to: dates before words alone, the first of those with dates and the longest of those without;
        None when there is none.
    """
    found = mentions(text, said)
    found = tuple(m for m in found if not _aside(text, m)) or found
    if not found:
        return None
    best = (
        next((m for m in found if m.dates[1]), None)
        or next((m for m in found if m.dated), None)
        or max(found, key=lambda m: m.end - m.start)
    )
    first, last = (day.isoformat() if day else None for day in best.dates)
    before, after = _YEARLY_BEFORE.search(text[: best.start]), _YEARLY_AFTER.match(text[best.end :])
    start, end = before.start() if before else best.start, best.end + (after.end() if after else 0)
    return Deadline(text[start:end], first, last)


# "elk jaar in maart", "in maart van ieder jaar": it comes back, and its dates are those of the first time
_EACH = r"(?:elke?|iedere?|every|each)"
_EVERY_YEAR = rf"(?:{_EACH} (?:jaar|year)|jaarlijks|annually)"
_YEARLY_BEFORE = re.compile(rf"\b{_EVERY_YEAR}\s*,?\s*$", re.I)
_YEARLY_AFTER = re.compile(rf"\s+(?:van\s+)?{_EVERY_YEAR}\b", re.I)


def yearly(term: Deadline) -> bool:
    """Whether a term comes back every year."""
    return re.search(rf"\b(?:{_EVERY_YEAR}|{_EACH} (?:{_any([*_MONTHS, *_words('seasons')])}))\b", term.text, re.I) is not None


def _aside(text: str, one: Mention) -> bool:
    """Whether a term stands between dashes or brackets: then it is about something else than the sentence."""
    return any(m.start() < one.start and one.end < m.end() for m in _ASIDE.finditer(text))


_ASIDE = re.compile(r"\([^()]*\)|\s[–—-]\s[^–—]*?\s[–—-](?=\s)")


def _day(said: str | None) -> date | None:
    """The day a debate was held; None where its report gives none that is a day."""
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None


@lru_cache(maxsize=16384)
def mentions(text: str, said: str | None) -> tuple[Mention, ...]:
    """Every term in a text, in order; of terms that overlap, the longest."""
    today = _day(said)
    found = [one for kind in _grammar() for match in kind.pattern.finditer(text) if (one := _read(kind, match, today)) is not None]
    kept: list[Mention] = []
    for one in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(m for m in sorted(kept, key=lambda m: m.start) if not _dates_a_document(text, m, today) and not _past(m, today))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of term: how it is spoken, and its dates from the words and the day of the meeting."""

    pattern: re.Pattern[str]
    dates: Callable[[re.Match[str], date], Dates | None]


def _read(kind: Kind, match: re.Match[str], today: date | None) -> Mention | None:
    dates = kind.dates(match, today or date(2000, 1, 1))
    if dates is None:
        return None
    return Mention(match.start(), match.end(), dates if today else (None, None))


def _past(one: Mention, today: date | None) -> bool:
    return today is not None and one.dates[1] is not None and one.dates[1] < today


_OF_A_DOCUMENT = re.compile(r"(?:\bvan|\bd\.d\.|\bsinds|\bdated|\bof|\bsince)\s*$", re.I)


_GONE = re.compile(r"\s+(?:jongstleden|laatstleden|j\.?l\b|l\.?l\b|geleden|last)", re.I)


def _dates_a_document(text: str, one: Mention, today: date | None) -> bool:
    """ "De brief van 19 november", "sinds 2016", "28 mei jongstleden": the day of something else."""
    if not one.dated:
        return False
    before = _OF_A_DOCUMENT.search(text[: one.start])
    return bool((before and not _of_what_comes(text[one.start : one.end], one, today)) or _GONE.match(text[one.end :]))


_NEXT = re.compile(r"(?:dit|deze|dat|komende?|volgende?|aanstaande|this|next|coming)\b", re.I)
_MONTHLY = re.compile(r"(?:\d{1,2}\s+)?[^\W\d_]{3,}", re.I)  # a month or a day of it, without a year
HALF_A_YEAR = timedelta(183)


def _of_what_comes(words: str, one: Mention, today: date | None) -> bool:
    """Whether what a term belongs to is still to come: "de Transportraad van 5 juni" said in April, "de voortgangsbrief van dit najaar".

    A day without a year is the nearest one: "de brief van 19 november" said in December is past.
    """
    first = one.dates[0]
    near = today is not None and first is not None and first - today <= HALF_A_YEAR and bool(_MONTHLY.fullmatch(words))
    return near or bool(_NEXT.match(words))


# --- the words ----------------------------------------------------------------------------------


def _any(names: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) + ")"


def _words(section: str) -> dict[str, str]:
    """Every word of a section of rag/data/terms.toml with the name it stands under."""
    return {word: name for name, words in table("terms")[section].items() for word in words}


def _numbers(section: str) -> dict[str, int]:
    numbers: dict[str, int] = table("terms")[section]
    return numbers


_MONTHS = {name: number for name, number in MONTH_NUMBERS.items() if name != "may"}  # "may" is more often a verb
_BEFORE = (
    r"(?P<before>ruim voor|v[oó][oó]r|vóór|uiterlijk(?: voor| vóór| in| op)?|nog voor|before|by(?: the end of)?|no later than|ahead of)"
)
_AFTER = r"(?P<after>(?:kort |snel |vlak |direct |even )?na|vanaf|after|from)"
_IN = r"(?P<in>in de loop van|ergens in|gedurende|tijdens|rond|omstreeks|in|op|per|aan|around|during|on)"
_LEAD = rf"(?:(?:{_BEFORE}|{_AFTER}|{_IN})\s+)?"
_ART = r"(?:(?:het|de|dit|deze|the|this)\s+)?"
_YEAR = r"(?:(?:\s+(?:van|in|of))?\s+(?P<year>20\d\d)|\s+(?:van\s+)?(?P<relative>dit jaar|volgend jaar|komend jaar|this year|next year))?"
_PART = r"(?:(?P<part>begin|medio|half|halverwege|eind|einde|early|mid|late|the end of|the start of)(?:\s+(?:van\s+)?(?:de\s+)?(?:maand\s+)?|-))?"
_PARTS = {
    "half": "medio",
    "halverwege": "medio",
    "mid": "medio",
    "early": "begin",
    "the start of": "begin",
    "einde": "eind",
    "late": "eind",
    "the end of": "eind",
}


def _compiled(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){body}(?![\w-])", re.I)


def _year(match: re.Match[str], today: date) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    relative = (groups.get("relative") or "").lower()
    return None if not relative else today.year if relative in {"dit jaar", "this year"} else today.year + 1


def _part(match: re.Match[str]) -> str:
    part = (match.groupdict().get("part") or "").lower()
    return _PARTS.get(part, part)


def _led(
    match: re.Match[str], today: date, of: Callable[[int], Term], year: int | None, sure: Callable[[int], Term] | None = None
) -> Dates:
    """The dates of a named time under its preposition; ``sure``, where its first and last day are not known: what "voor" and "na" count from."""
    groups = match.groupdict()
    lead = (groups.get("before") or "").lower()
    if lead.startswith(("uiterlijk", "by", "no later")) and not lead.endswith(("voor", "vóór")):
        return None, calendar.coming(today, of, year)[1]
    if lead:
        return None, calendar.before(today, sure or of, year)
    if groups.get("after"):
        last = (sure or of)(calendar.coming(today, of, year)[0].year)[1]
        return (last if groups["after"].lower() in {"vanaf", "from"} else last + timedelta(1)), None
    return calendar.coming(today, of, year)


# --- the kinds ----------------------------------------------------------------------------------


def _of_day(match: re.Match[str], today: date, span: Callable[[date], Term] = lambda day: (day, day)) -> Dates | None:
    number, day = _MONTHS[match["month"].lower()], int(match["day"])

    def of(year: int) -> Term:
        return span(date(year, number, min(day, calendar.month(number, year)[1].day)))

    if not 1 <= day <= 31:
        return None
    return _led(match, today, of, _year(match, today))


def _of_month(match: re.Match[str], today: date) -> Dates | None:
    first = _MONTHS[match["month"].lower()]
    second = _MONTHS[(match["second"] or match["or"] or match["month"]).lower()]
    if match["month"].lower() in {"mei", "maart", "march", "may"} and match["month"][0].islower() and not _anchored(match):
        return None  # "mei" and "maart" alone are too easily something else
    part = _part(match)
    if part == "eind" and match["before"]:  # before the end of a month: its last day is still in time
        return None, calendar.coming(today, partial(calendar.month, first), _year(match, today))[1]

    def of(year: int) -> Term:
        if part:
            return calendar.part_of_month(first, year, part)
        return calendar.month(first, year)[0], calendar.month(second, year + (second < first))[1]

    return _led(match, today, of, _year(match, today))


def _of_week_in_month(match: re.Match[str], today: date) -> Dates | None:
    which, number = match["which"].lower(), _MONTHS[match["month"].lower()]
    nth = -1 if which in {"laatste", "last"} else _numbers("ordinals")[which]
    return _led(match, today, partial(calendar.week_in_month, nth, number), _year(match, today))


def _of_half_month(match: re.Match[str], today: date) -> Dates | None:
    number, nth = _MONTHS[match["month"].lower()], _numbers("ordinals")[match["ordinal"].lower()]
    if nth > 2:
        return None
    return _led(match, today, partial(calendar.half_month, nth, number), _year(match, today))


def _anchored(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return any(groups.get(name) for name in ("before", "after", "in", "part", "second", "or", "year", "relative", "each"))


def _of_quarter(match: re.Match[str], today: date) -> Dates | None:
    number = int(match["digit"]) if match.groupdict().get("digit") else _numbers("ordinals")[match["ordinal"].lower()]
    of = calendar.half if match.groupdict().get("half") else calendar.quarter
    return _led(match, today, partial(of, number), _year(match, today)) if number <= (2 if of is calendar.half else 4) else None


def _of_recess(match: re.Match[str], today: date) -> Dates | None:
    if not _anchored(match):
        return None  # "het kerstreces is kort"
    return _of_named_recess(match, today, _words("recesses")[match["recess"].lower()])


def _of_named_recess(match: re.Match[str], today: date, name: str) -> Dates:
    return _led(match, today, partial(calendar.recess, name), _year(match, today), partial(calendar.recess, name, sure=True))


def _of_any_recess(match: re.Match[str], today: date) -> Dates | None:
    """ "Voor het reces": the first recess to come."""
    years = (today.year - 1, today.year, today.year + 1)
    starts = sorted((calendar.recess(name, year, True)[0], name, year) for name in calendar.RECESSES for year in years)
    _, name, year = next(start for start in starts if start[0] > today)
    return _led(match, today, lambda _: calendar.recess(name, year), year, lambda _: calendar.recess(name, year, True))


def _of_season(match: re.Match[str], today: date) -> Dates | None:
    name = _words("seasons")[match["season"].lower()]
    if not _anchored(match) and not match["which"] and not match["this"]:
        return None
    if name == "zomer" and (match["before"] or match["after"]) and not match["each"]:
        return _of_named_recess(match, today, name)
    of = partial(calendar.season, name)
    if (match["which"] or "").lower() in {"volgend", "volgende", "next"}:
        return _led(match, today, of, calendar.coming(today, of)[0].year + (calendar.coming(today, of)[0] <= today))
    return _led(match, today, of, _year(match, today))


def _of_christmas(match: re.Match[str], today: date) -> Dates | None:
    if not _anchored(match):
        return None
    return _led(match, today, lambda year: (date(year, 12, 25), date(year, 12, 26)), _year(match, today))


def _of_prinsjesdag(match: re.Match[str], today: date) -> Dates | None:
    return _led(match, today, calendar.prinsjesdag, _year(match, today))


def _of_year(match: re.Match[str], today: date) -> Dates | None:
    which, part = match["which"].lower(), _part(match)
    year = int(which) if which.isdigit() else today.year + (which.split()[0] in {"volgend", "komend", "next"})
    if not part and not _anchored(match) and which.isdigit():
        return None  # a bare "2020" is no term
    if part == "eind" and match["before"]:  # before the end of the year: its last day is still in time
        return None, date(year, 12, 31)
    return _led(match, today, partial(calendar.part_of_year, part=part), year)


def _within(match: re.Match[str], today: date) -> Dates | None:
    count, unit = _count(match), _words("units")[match["unit"].lower()]
    last = calendar.later(today, count, unit)
    if match["over"]:
        return calendar.week(last) if unit == "week" else (None, last)
    return None, last


def _count(match: re.Match[str]) -> int:
    count = match["count"].lower()
    return int(count) if count.isdigit() else _numbers("counts")[count]


def _next_week(match: re.Match[str], today: date) -> Dates | None:
    this = match["which"].lower() in {"deze", "this", "van de", "later deze"}
    first, last = calendar.week(today if this else today + timedelta(7))
    if match["weekday"]:
        first = last = first + timedelta(_numbers("weekdays")[match["weekday"].lower()])
    return _led(match, today, lambda year: (max(first, today), last), today.year)


def _next_month(match: re.Match[str], today: date) -> Dates | None:
    this = match["which"].lower() in {"deze", "this", "de", "later deze"}
    day = today if this else calendar.later(today.replace(day=1), 1, "month")
    part = _part(match)
    if part == "eind" and match["before"]:
        return None, calendar.month(day.month, day.year)[1]
    term = calendar.part_of_month(day.month, day.year, part) if part else calendar.month(day.month, day.year)
    return _led(match, today, lambda year: term, today.year)


def _of_weekend(match: re.Match[str], today: date) -> Dates | None:
    saturday = calendar.week(today)[1] - timedelta(1)
    return _led(match, today, lambda year: (saturday, saturday + timedelta(1)), today.year)


def _next_quarter(match: re.Match[str], today: date) -> Dates | None:
    at = today.year * 4 + (today.month - 1) // 3 + (match["which"].lower() in {"volgend", "komend", "next"})
    return _led(match, today, lambda year: calendar.quarter(at % 4 + 1, at // 4), today.year)


def _of_weekday(match: re.Match[str], today: date) -> Dates | None:
    ahead = (_numbers("weekdays")[match["weekday"].lower()] - today.weekday() - 1) % 7 + 1
    day = today + timedelta(ahead)
    return _led(match, today, lambda year: (day, day), today.year)


def _of_tomorrow(match: re.Match[str], today: date) -> Dates | None:
    ahead = {"morgen": 1, "tomorrow": 1, "overmorgen": 2}.get(match["when"].lower(), 0)
    day = today + timedelta(ahead)
    return day, day


def _no_dates(match: re.Match[str], today: date) -> Dates | None:
    return None, None


def _occasion(section: str) -> str:
    words = table("terms")[section]
    nouns = "|".join(re.escape(n).replace(r"\*", r"[\w-]*") for n in sorted(words["nouns"], key=len, reverse=True))
    article = r"(?:(?:de|het|een|die|deze|dit|dat|onze|the|our)\s+|(?:de\s+)?(?:plenaire\s+)?behandeling\s+van\s+(?:de|het)\s+)"
    return rf"{_any(words['before'])}\s+{article}(?:[\w-]+\s+){{0,3}}?(?:{nouns})(?:\s+(?:(?:voor|van|over)\s+)?20\d\d)?"


@lru_cache(maxsize=1)
def _grammar() -> tuple[Kind, ...]:
    """Every kind of term. Of two that overlap the longer one counts, so a new kind can stand anywhere in the list."""
    months, units, counts = _any(_MONTHS), _any(_words("units")), _any([*_numbers("counts")])
    weekdays, ordinals = _any(_numbers("weekdays")), _any(_numbers("ordinals"))
    which_year = r"(?P<which>20\d\d|dit jaar|volgend jaar|komend jaar|het jaar|this year|next year|the year)"
    bodies: list[tuple[str, Callable[[re.Match[str], date], Dates | None]]] = [
        (rf"{_LEAD}(?:{weekdays}\s+)?(?P<day>\d{{1,2}})\s+(?P<month>{months}){_YEAR}(?:\s+(?:aanstaande|a\.s\.))?", _of_day),
        (
            rf"{_LEAD}(?:de\s+|the\s+)?week\s+(?:van|of)\s+(?P<day>\d{{1,2}})\s+(?P<month>{months}){_YEAR}",
            partial(_of_day, span=calendar.week),
        ),
        (rf"{_LEAD}(?P<month>{months})\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>20\d\d))?", _of_day),
        (
            rf"{_LEAD}(?:(?P<each>{_EACH})\s+)?{_PART}(?P<month>{months})(?:\s?[/–-]\s?(?P<second>{months})|\s+of\s+(?P<or>{months}))?{_YEAR}",
            _of_month,
        ),
        (
            rf"{_LEAD}{_ART}(?P<which>{ordinals}|laatste|last)\s+(?:volle\s+)?week\s+(?:van|in|of)\s+(?P<month>{months}){_YEAR}",
            _of_week_in_month,
        ),
        (rf"{_LEAD}{_ART}(?P<ordinal>{ordinals})\s+(?:helft|half)\s+(?:van|of)\s+(?P<month>{months}){_YEAR}", _of_half_month),
        (rf"{_LEAD}{_ART}(?P<ordinal>{ordinals})\s+(?:kwartaal|quarter){_YEAR}", _of_quarter),
        (rf"{_LEAD}(?:Q|kwartaal\s)(?P<digit>[1-4]){_YEAR}", _of_quarter),
        (rf"{_LEAD}{_ART}(?P<ordinal>{ordinals})\s+(?P<half>helft|half){_YEAR}(?:\s+van\s+het\s+jaar)?", _of_quarter),
        (rf"{_LEAD}(?P<which>dit|volgend|komend|this|next)\s+(?:kwartaal|quarter)", _next_quarter),
        (rf"{_LEAD}{_ART}(?:aanstaande\s+)?(?P<recess>{_any(_words('recesses'))}){_YEAR}", _of_recess),
        (rf"(?:{_BEFORE}|{_AFTER}|{_IN})\s+(?:het|the)\s+(?:reces|recess)", _of_any_recess),
        (
            rf"{_LEAD}(?:(?:het|de|(?P<this>dit|deze|this)|(?P<each>{_EACH})|the)\s+)?(?:(?P<which>aankomende?|aanstaande|komende?|volgende?|next)\s+)?(?P<season>{_any(_words('seasons'))}){_YEAR}",
            _of_season,
        ),
        (rf"{_LEAD}(?:de\s+)?(?:kerst|Christmas){_YEAR}", _of_christmas),
        (rf"{_LEAD}Prinsjesdag{_YEAR}", _of_prinsjesdag),
        (rf"{_LEAD}(?:het\s+)?{_PART}{which_year}", _of_year),
        (rf"(?:binnen|within|(?P<over>over|in))\s+(?P<count>\d+|{counts})\s+(?P<unit>{units})", _within),
        (rf"{_LEAD}{_PART}(?P<which>later deze|deze|van de|volgende|komende|this|next)\s+week(?:\s+(?P<weekday>{weekdays}))?", _next_week),
        (rf"{_LEAD}(?:het\s+)?{_PART}(?P<which>later deze|deze|de|volgende|komende|this|next)\s+(?:maand|month)", _next_month),
        (rf"{_LEAD}(?:het|dit|the)\s+weekend", _of_weekend),
        (rf"{_LEAD}(?:aanstaande\s+|komende\s+|volgende\s+|next\s+)?(?P<weekday>{weekdays})", _of_weekday),
        (r"(?P<when>morgen|overmorgen|vandaag nog|vanavond nog|tomorrow)", _of_tomorrow),
        (_any(table("terms")["vague"]["words"]) + r"(?:\s+daarna)?", _no_dates),
        (_occasion("occasion"), _no_dates),
        (r"(?:zodra|as soon as(?! possible))\s+(?:[^\s,.;:]+\s+){1,7}[^\s,.;:]+(?=\s*(?:[,.;:–—]|$))", _no_dates),
        (_occasion("afterwards"), _no_dates),
    ]
    return tuple(Kind(_compiled(body), dates) for body, dates in bodies)
