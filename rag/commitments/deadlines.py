"""A term as it is spoken, and its dates: "in het eerste kwartaal van 2020", "voor het kerstreces", "binnen twee weken"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import NamedTuple

from rag.commitments import calendar
from rag.commitments.calendar import Term
from rag.tables import any_of, table
from rag.text import MONTH_NUMBERS
from rag.types import Deadline

Dates = tuple[date | None, date | None]
Told = Callable[[re.Match[str], date], Dates | None]  # the dates of a term, from its words and the day of the meeting


class Guess(NamedTuple):
    """Dates that serve to compare terms and are not told: of a recess whose dates are not known."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in a text: where its words stand, and its dates (None: the words alone). ``days``: those that are told."""

    start: int
    end: int
    dates: Dates

    @property
    def dated(self) -> bool:
        return self.dates != (None, None)

    @property
    def days(self) -> tuple[str | None, str | None]:
        first, last = (day.isoformat() if day and not isinstance(self.dates, Guess) else None for day in self.dates)
        return first, last


def deadline(text: str, said: str | None) -> Deadline | None:
    """The term a text states, as words and as dates.

    Dates are counted from the day of the meeting. Without a year the first such time that is not over is meant ("februari" said
    in December is next February's). "Voor X" ends on the day before X begins and has no first day; "na X" begins on the day after
    X ends and has no last day; "voor de zomer" and "voor het reces" are taken as before the recess. A term that hangs on an
    event ("na de twee onderzoeken"), is vague ("zo spoedig mogelijk") or is a recess whose dates are not known has words and no dates,
    and so has every term of a meeting without a date. A day that is past, or that dates a document ("de brief van 19 november"), is no term.

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
        next((m for m in found if m.days[1]), None)
        or next((m for m in found if m.days[0]), None)
        or max(found, key=lambda m: m.end - m.start)
    )
    first, last = best.days
    before, after = _YEARLY_BEFORE.search(text[: best.start]), _YEARLY_AFTER.match(text[best.end :])
    start, end = before.start() if before else best.start, best.end + (after.end() if after else 0)
    return Deadline(text[start:end], first, last)


def without(text: str, found: Iterable[Mention]) -> str:
    """A text without these terms of it."""
    for one in reversed([*found]):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def states(text: str, term: Deadline, said: str | None) -> bool:
    """Whether a text states these dates, alone or among others; ``said``: the meeting's date, ISO 8601, or None."""
    return (term.start, term.end) in {m.days for m in mentions(text, said)}


# "elk jaar in maart", "in maart van ieder jaar": it comes back, and its dates are those of the first time
_EACH = r"(?:elke?|iedere?|every|each)"
_EVERY_YEAR = rf"(?:{_EACH} (?:jaar|year)|jaarlijks|annually)"
_YEARLY_BEFORE = re.compile(rf"\b{_EVERY_YEAR}\s*,?\s*$", re.I)
_YEARLY_AFTER = re.compile(rf"\s+(?:van\s+)?{_EVERY_YEAR}\b", re.I)


def yearly(term: str) -> bool:
    """Whether the words of a term say that it comes back every year."""
    return re.search(rf"\b(?:{_EVERY_YEAR}|{_EACH} (?:{any_of([*_MONTHS, *_words('seasons')])}))\b", term, re.I) is not None


def _aside(text: str, one: Mention) -> bool:
    """Whether a term stands between dashes or brackets, or is of what was said before ("zoals ik in de brief van mei schreef, …") or will be
    told: "Ik laat u bij de begroting weten hoe het binnen zes weken kan." """
    return any(m.start() < one.start and one.end < m.end() for m in _ASIDE.finditer(text))


_ASIDE = re.compile(
    r"\([^()]*\)|\s[–—-]\s[^–—]*?\s[–—-](?=\s)|\b(?:zoals|conform)\b[^,.;:]*[,.;:]|\bweten\s+(?:hoe\w*|of|wat|waar\w*|wie|welke?)\b[^,.;:]*[,.;:]?",
    re.I,
)


def _day(said: str | None) -> date | None:
    """The day a debate was held; None where its report gives none that is a day."""
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None


@lru_cache(maxsize=16384)
def mentions(text: str, said: str | None) -> tuple[Mention, ...]:
    """Every term in a text, in order; of terms that overlap, the longest, but of a time and an event that begin with the same words the
    time: "na de zomer het onderzoek"."""
    today = _day(said)
    read = [(told, _read(told, match, today)) for pattern, told in _grammar() for match in pattern.finditer(text)]
    times = {one.start for told, one in read if one is not None and told is not _no_dates}
    found = [one for told, one in read if one is not None and (told is not _no_dates or one.start not in times)]
    kept: list[Mention] = []
    for one in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(
        m
        for m in sorted(kept, key=lambda m: m.start)
        if not _dates_a_document(text, m, today) and not (today and m.dates[1] and m.dates[1] < today)
    )


def _read(told: Told, match: re.Match[str], today: date | None) -> Mention | None:
    dates = told(match, today or date(2000, 1, 1))
    if dates is None:
        return None
    first, last = dates
    if today and first and last and first < today <= last:
        first = today  # "dit jaar": what is left of it
    spoken = Guess(first, last) if isinstance(dates, Guess) else (first, last)
    return Mention(match.start(), match.end(), spoken if today else (None, None))


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
HALF_A_YEAR, NINE_MONTHS = timedelta(183), timedelta(274)


def _of_what_comes(words: str, one: Mention, today: date | None) -> bool:
    """Whether what a term belongs to is still to come: "de Transportraad van 5 juni" said in April, "de voortgangsbrief van dit najaar".

    A day without a year is the nearest one: "de brief van 19 november" said in December is past.
    """
    first = one.dates[0]
    near = today is not None and first is not None and first - today <= HALF_A_YEAR and bool(_MONTHLY.fullmatch(words))
    return near or bool(_NEXT.match(words))


# --- the words ----------------------------------------------------------------------------------


def _words(section: str) -> dict[str, str]:
    """Every word of a section of rag/data/terms.toml with the name it stands under."""
    return {word: name for name, words in table("terms")[section].items() for word in words}


def _numbers(section: str) -> dict[str, int]:
    numbers: dict[str, int] = table("terms")[section]
    return numbers


_MONTHS = {name: number for name, number in MONTH_NUMBERS.items() if name != "may"}  # "may" is more often a verb
_COUNT, _UNIT = rf"(?:\d{{1,3}}|{any_of(_numbers('counts'))})", any_of(_words("units"))
_BEFORE = (
    r"(?P<before>ruim voor|v[oó][oó]r|vóór|uiterlijk(?: voor| vóór| in| op)?|nog voor|tegen|tussen nu en|before|by(?: the end of)?|no later than"
    r"|ahead of)"
)
_AFTER = r"(?P<after>(?:kort |snel |vlak |direct |even )?na|vanaf|after|from)"
_IN = r"(?P<in>in de loop van|ergens in|gedurende|tijdens|rond|omstreeks|in|op|per|aan|bij|met|around|during|on)"
# "voor het commissiedebat van 12 december", "in de voortgangsbrief van oktober": the day of what it is before or in
_EVENT = (
    r"(?P<event>(?:het|de|dat|die|ons|mijn|onze|een|the)\s+(?:[\w-]+\s+)?[\w-]*(?:debat|overleg|vergadering|raad|top|stemming(?:en)?|behandeling|bijeenkomst"
    r"|gesprek|debate|meeting|(?P<piece>brief|bericht|rapportage|monitor|nota|evaluatie|letter|report))\s+(?:van|op|in|of|on)\s+)"
)
_AHEAD = rf"(?:(?:binnen|uiterlijk|within)\s+)?(?P<ahead>{_COUNT})\s+(?P<of_ahead>{_UNIT})\s+"  # "binnen twee weken na het reces"
_LEAD = rf"(?:(?:(?:{_AHEAD})?(?:{_BEFORE}|{_AFTER})|{_IN})\s+{_EVENT}?)?"
_YEAR = r"(?:(?:\s+(?:van|in|of))?\s+(?P<year>20\d\d)|\s+(?:van\s+)?(?P<relative>dit jaar|volgend jaar|komend jaar|this year|next year))?"
_PART = (
    r"(?:(?P<part>begin|start|medio|half|halverwege|eind|einde|(?:eerste|tweede|first|second)\s+(?:helft|half)|early|mid|late|end)"
    r"(?:\s+(?:(?:van|of)\s+)?(?:(?:de|het|the)\s+)?(?:maand\s+)?|-))?"
)
_PARTS = {
    "start": "begin",
    "early": "begin",
    "half": "medio",
    "halverwege": "medio",
    "mid": "medio",
    "einde": "eind",
    "late": "eind",
    "end": "eind",
}


def _named(body: str) -> str:
    """A named time behind its preposition, article and part: "aan het eind van de zomer"."""
    return rf"{_LEAD}(?:(?:het|de|the)\s+)?{_PART}{body}"


def _anchored(match: re.Match[str]) -> bool:
    """Whether a preposition, a part or a year shows that a word is meant as a time."""
    groups = match.groupdict()
    return any(groups.get(name) for name in ("before", "after", "in", "part", "second", "or", "year", "relative", "each"))


@dataclass(frozen=True, slots=True)
class Time:
    """A named time: its first and last day in a year. ``year``: the one that is meant. ``known``: whether these are its days for sure."""

    of: Callable[[int], Term]
    year: int | None = None
    known: bool = True


_PLANNED = re.compile(r"\b(?:sta(?:at|an)|gepland|geagendeerd|vastgesteld)\s*$", re.I)


def _led(match: re.Match[str], today: date, time: Time) -> Dates | None:
    """The dates of a named time under its preposition."""
    groups, part = match.groupdict(), _part(match)
    before, after, year = (groups.get("before") or "").lower(), (groups.get("after") or "").lower(), time.year or _year(match, today)

    if before == "voor" and _PLANNED.search(match.string[: match.start()]):
        before = ""  # "Dat staat voor 11 februari.": on that day

    def of(year: int) -> Term:
        return calendar.part(time.of(year), part) if part else time.of(year)

    first, last = calendar.coming(today, of, year)
    ahead_most = NINE_MONTHS if groups.get("piece") else HALF_A_YEAR
    if groups.get("event") and year is None and (first - today > ahead_most or (groups.get("piece") and groups.get("day"))):
        return of(first.year - 1)  # "in het debat van 19 november" said in December is past, and so is whatever letter has a day
    ahead = (_counted(groups["ahead"]), _words("units")[groups["of_ahead"].lower()]) if groups.get("ahead") else None
    if before.startswith(("uiterlijk", "by", "no later")) and not before.endswith(("voor", "vóór")):
        return None, last
    if before:  # before the end of a time: its last day is still in time
        some_day = groups.get("event") and first < last  # "voor de behandeling in het najaar": on some day of it
        day = last if part == "eind" or some_day else calendar.before(today, of, year)
        return None, calendar.later(day + timedelta(1), -ahead[0], ahead[1]) if ahead else day
    if after in {"vanaf", "from"}:
        return first, None
    if after:
        return last + timedelta(1), calendar.later(last, *ahead) if ahead else None
    return first, last


def _year(match: re.Match[str], today: date) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    relative = (groups.get("relative") or "").lower()
    return None if not relative else today.year + (relative not in {"dit jaar", "this year"})


def _part(match: re.Match[str]) -> str:
    part = (match.groupdict().get("part") or "").lower()
    return _PARTS.get(part) or {"eerste": "first half", "tweede": "second half"}.get(part.split(" ")[0], part)


def _counted(count: str) -> int:
    return int(count) if count.isdigit() else _numbers("counts")[count.lower()]


# --- the kinds ----------------------------------------------------------------------------------


def _of_day(match: re.Match[str], today: date, span: Callable[[date], Term] = lambda day: (day, day)) -> Time | None:
    month, day = match["month"].lower(), int(match["day"])
    number = int(month) if month.isdigit() else _MONTHS[month]
    if not (1 <= day <= 31 and 1 <= number <= 12):
        return None
    return Time(lambda year: span(date(year, number, min(day, calendar.month(number, year)[1].day))))


def _of_month(match: re.Match[str], today: date) -> Time | None:
    first = _MONTHS[match["month"].lower()]
    second = _MONTHS[(match["second"] or match["or"] or match["month"]).lower()]
    if match["month"].lower() in {"mei", "maart", "march", "may"} and match["month"][0].islower() and not _anchored(match):
        return None  # "mei" and "maart" alone are too easily something else
    return Time(lambda year: (calendar.month(first, year)[0], calendar.month(second, year + (second < first))[1]))


def _of_week_in_month(match: re.Match[str], today: date) -> Time:
    which, number = match["which"].lower(), _MONTHS[match["month"].lower()]
    return Time(partial(calendar.week_in_month, -1 if which in {"laatste", "last"} else _numbers("ordinals")[which], number))


def _of_quarter(match: re.Match[str], today: date) -> Time | None:
    which, half = match["which"].lower(), match.groupdict().get("half")
    last = 2 if half else 4
    number = last if which in {"laatste", "last"} else int(which) if which.isdigit() else _numbers("ordinals")[which]
    return Time(partial(calendar.months, 6 if half else 3, number)) if number <= last else None


def _of_recess(match: re.Match[str], today: date) -> Time | None:
    name = match.groupdict().get("recess")
    names = (_words("recesses")[name.lower()],) if name else calendar.RECESSES
    return _recess(match, today, names) if _anchored(match) else None


def _recess(match: re.Match[str], today: date, names: Iterable[str]) -> Time:
    """A recess, or the first of several to come: "voor het reces"."""
    term, known = calendar.coming_recess(names, today, not match["before"], _year(match, today))
    return Time(lambda _: term, term[0].year, known)


def _of_season(match: re.Match[str], today: date) -> Time | None:
    name = _words("seasons")[match["season"].lower()]
    if not _anchored(match) and not match["which"] and not match["this"]:
        return None
    if name == "zomer" and (match["before"] or match["after"]) and not match["each"] and not match["part"]:
        return _recess(match, today, (name,))
    of = partial(calendar.season, name)
    first = calendar.coming(today, of)[0]
    return Time(of, year=first.year + (first <= today) if (match["which"] or "").lower() in {"volgend", "volgende", "next"} else None)


def _of_feast(match: re.Match[str], today: date) -> Time | None:
    name = match["feast"].lower()
    if name == "prinsjesdag":
        return Time(calendar.prinsjesdag)
    month, first, last = table("terms")["feasts"][name]
    return Time(lambda year: (date(year, month, first), date(year, month, last))) if _anchored(match) else None


def _of_year(match: re.Match[str], today: date) -> Time | None:
    if not _anchored(match):
        return None  # a bare "2020" is no term
    first = int(match["number"])
    last = int(match["second"] or first)
    return Time(lambda year: (date(first, 1, 1), date(last, 12, 31)), year=first)


_NEXT_ONE = frozenset({"volgend", "volgende", "komend", "komende", "nieuwe", "next"})


def _this_or_next(match: re.Match[str], today: date) -> Time | None:
    """ "Later deze week", "volgende maand", "dit kwartaal", "eind van het jaar"."""
    which, unit = match["which"].lower(), _words("units")[match["unit"].lower()]
    if which in {"de", "het", "the"} and not match["part"]:
        return None  # "het jaar" alone is any
    day = calendar.later(today.replace(day=1) if unit != "week" else today, which.split()[-1] in _NEXT_ONE, unit)
    term = calendar.around(day, unit)
    if match["weekday"]:
        term = 2 * (term[0] + timedelta(_numbers("weekdays")[match["weekday"].lower()]),)
    return Time(lambda year: term, year=today.year)


def _of_weekend(match: re.Match[str], today: date) -> Time:
    saturday = calendar.week(today)[1] - timedelta(1)
    return Time(lambda year: (saturday, saturday + timedelta(1)), year=today.year)


def _of_weekday(match: re.Match[str], today: date) -> Time:
    ahead = (_numbers("weekdays")[match["weekday"].lower()] - today.weekday() - 1) % 7 + 1
    day = today + timedelta(ahead)
    return Time(lambda year: (day, day), year=today.year)


def _within(match: re.Match[str], today: date) -> Dates:
    unit, word = _words("units")[match["unit"].lower()], (match["some"] or match["count"]).lower()
    count, unit = (3, "half") if word == "anderhalf" and unit == "year" else (_counted(word), unit)
    last = calendar.later(today, count, unit)
    return calendar.week(last) if match["over"] and unit == "week" else (None, last)


def _of_tomorrow(match: re.Match[str], today: date) -> Dates:
    ahead = {"morgen": 1, "tomorrow": 1, "overmorgen": 2}.get(match["when"].lower(), 0)
    day = today + timedelta(ahead)
    return day, day


def _no_dates(match: re.Match[str], today: date) -> Dates:
    return None, None


def _occasion(section: str) -> str:
    words = table("terms")[section]
    nouns = "|".join(re.escape(n).replace(r"\*", r"[\w-]*") for n in sorted(words["nouns"], key=len, reverse=True))
    article = r"(?:(?:de|het|een|die|deze|dit|dat|onze|the|our)\s+|(?:de\s+)?(?:plenaire\s+)?behandeling\s+van\s+(?:de|het)\s+)"
    return rf"{any_of(words['before'])}\s+{article}(?:[\w-]+\s+){{0,3}}?(?:{nouns})(?:\s+(?:(?:voor|van|over)\s+)?20\d\d)?"


@lru_cache(maxsize=1)
def _grammar() -> tuple[tuple[re.Pattern[str], Told], ...]:
    """Every kind of term: how it is spoken, and its dates. Of two that overlap the longer one counts, so a new kind can stand anywhere in a list."""
    led: list[tuple[str, Told]] = [(_named(body), partial(_of_time, time)) for body, time in _named_terms()]
    return tuple((re.compile(rf"(?<![\w-]){body}(?![\w-])", re.I), told) for body, told in (*led, *_other_terms()))


def _named_terms() -> list[tuple[str, Callable[[re.Match[str], date], Time | None]]]:
    """Terms that name a time, before which may stand that it is meant from then on, or up to it."""
    months, weekdays, ordinals = any_of(_MONTHS), any_of(_numbers("weekdays")), any_of(_numbers("ordinals"))
    return [
        (rf"(?:{weekdays}\s+)?(?P<day>\d{{1,2}})\s+(?P<month>{months}){_YEAR}(?:\s+(?:aanstaande|a\.s\.))?", _of_day),
        (rf"week\s+(?:van|of)\s+(?P<day>\d{{1,2}})\s+(?P<month>{months}){_YEAR}", partial(_of_day, span=calendar.week)),
        (rf"(?P<month>{months})\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>20\d\d))?", _of_day),
        (r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>20\d\d)", _of_day),
        (
            rf"(?:(?P<each>{_EACH})\s+)?(?P<month>{months})(?:\s?[/–-]\s?(?P<second>{months})|\s+of\s+(?P<or>{months}))?{_YEAR}",
            _of_month,
        ),
        (rf"(?P<which>{ordinals}|laatste|last)\s+(?:volle\s+)?week\s+(?:van|in|of)\s+(?P<month>{months}){_YEAR}", _of_week_in_month),
        (
            rf"(?P<which>{ordinals}|laatste|last)\s+(?:kwartaal|quarter|(?P<half>halfjaar|half\s+jaar)){_YEAR}(?:\s+van\s+het\s+jaar)?",
            _of_quarter,
        ),
        (rf"(?:Q|kwartaal\s)(?P<which>[1-4]){_YEAR}", _of_quarter),
        (
            rf"(?P<which>(?:later |van )?(?:deze|dit|de|het|this|the)|(?:het )?nieuwe|volgende?|komende?|next)\s+(?P<unit>week|maand|kwartaal|half\s?jaar|jaar|month|quarter|year)(?:\s+(?P<weekday>{weekdays}))?",
            _this_or_next,
        ),
        (r"(?:jaar\s+)?(?P<number>20\d\d)(?:\s?(?:/|–|-|of|en)\s?(?P<second>20\d\d))?", _of_year),
        (rf"(?:aanstaande\s+)?(?P<recess>{any_of(_words('recesses'))}){_YEAR}", _of_recess),
        (r"(?:reces|recess)", _of_recess),
        (
            rf"(?:(?P<this>dit|deze|this)\s+|(?P<each>{_EACH})\s+)?(?:(?P<which>aankomende?|aanstaande|komende?|volgende?|next)\s+)?(?P<season>{any_of(_words('seasons'))}){_YEAR}",
            _of_season,
        ),
        (rf"(?P<feast>prinsjesdag|{any_of(table('terms')['feasts'])}){_YEAR}", _of_feast),
        (r"(?:dit\s+)?weekend", _of_weekend),
        (rf"(?:(?:aanstaande|komende|volgende|next)\s+)?(?P<weekday>{weekdays})", _of_weekday),
    ]


def _other_terms() -> list[tuple[str, Told]]:
    """Terms that tell how long from now, or no time at all."""
    vague = any_of(table("terms")["vague"]["words"])
    return [
        (
            rf"(?:binnen(?:\s+nu\s+en)?|within|(?:in\s+)?de\s+komende|(?P<over>over|in))\s+(?:(?P<low>{_COUNT})\s+(?:tot|à|a|of|to)\s+)?(?P<count>{_COUNT}|anderhalf)\s+(?P<unit>{_UNIT})(?:\s+of\s+(?P<some>{_COUNT}))?",
            _within,
        ),
        (r"(?P<when>morgen|overmorgen|vandaag nog|vanavond nog|tomorrow)", _of_tomorrow),
        (rf"(?:(?:aan\s+)?(?:het\s+)?(?:begin|eind|einde)\s+(?:van\s+)?)?{vague}(?:\s+daarna)?", _no_dates),
        (_occasion("occasion"), _no_dates),
        (r"(?:zodra|as soon as(?! possible))\s+(?:[^\s,.;:]+\s+){1,7}[^\s,.;:]+(?=\s*(?:[,.;:–—]|$))", _no_dates),
        (_occasion("afterwards"), _no_dates),
    ]


def _of_time(time: Callable[[re.Match[str], date], Time | None], match: re.Match[str], today: date) -> Dates | None:
    meant = time(match, today)
    dates = _led(match, today, meant) if meant is not None else None
    return dates if dates is None or meant is None or meant.known else Guess(*dates)
