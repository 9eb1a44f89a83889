"""The parliamentary year in dates: recesses, seasons, quarters, and what "the next one" is from the day of a debate."""

from __future__ import annotations

import calendar
import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from rag.tables import table

Term = tuple[date, date]  # first and last day

FRIDAY, MONDAY, TUESDAY, WEDNESDAY = 4, 0, 1, 2


def _weekday_from(day: date, weekday: int) -> date:
    """The first such weekday on or after a day."""
    return day + timedelta((weekday - day.weekday()) % 7)


RECESSES: Mapping[str, int] = {"krokus": 10, "mei": 17, "zomer": 59, "herfst": 10, "kerst": 24}  # days from its Friday to its Monday
_FROM = {"zomer": (7, 3), "kerst": (12, 18)}  # begins on the first Friday from that day on, 2015-2026
# begins and ends between these days in any year
_WITHIN = {
    "krokus": ((2, 1), (3, 15)),
    "mei": ((4, 15), (5, 31)),
    "herfst": ((10, 1), (11, 15)),
}


def recess(name: str, year: int) -> Term | None:
    """A recess of the Tweede Kamer, from a Friday to a Monday; None in a year for which no one told its first day.

    A record does not hold the dates. Those of summer and Christmas keep to a rule; for the others the presidium chooses a week each year,
    with carnival, Easter and elections: rag/data/terms.toml has those that were published, and a week off is worse than no date.

    Args:
        name: one of `RECESSES`.
        year: the year in which it starts.
    """
    told = (day for day in table("terms")["recess_starts"].get(name, ()) if day.year == year)
    first = _weekday_from(date(year, *_FROM[name]), FRIDAY) if name in _FROM else next(told, None)
    return (first, first + timedelta(RECESSES[name])) if first else None


def coming_recess(names: Iterable[str], said: date, begun: bool, year: int | None = None) -> tuple[Term, bool]:
    """The first of these recesses that is not over on the day it is spoken of, or has not ``begun``; and whether its dates are known.

    Where they are not, the term is the longest it can be. ``year``: the one in which it starts, where that is said.
    """
    years = (year,) if year else range(said.year - 1, said.year + 3)
    known = {(name, y): recess(name, y) for name in names for y in years}
    terms = {one: term or (date(one[1], *_WITHIN[one[0]][0]), date(one[1], *_WITHIN[one[0]][1])) for one, term in known.items()}
    for one, (first, last) in sorted(terms.items(), key=lambda term: term[1]):
        if year or (said < first if known[one] and not begun else said <= last):
            return (first if known[one] or begun else max(first, said + timedelta(1)), last), known[one] is not None
    raise ValueError("a recess comes every year")


def prinsjesdag(year: int) -> Term:
    """The third Tuesday of September (Grondwet, article 65)."""
    day = _weekday_from(date(year, 9, 15), TUESDAY)
    return day, day


def month(number: int, year: int) -> Term:
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def week_in_month(nth: int, number: int, year: int) -> Term:
    """The nth week of a month, Monday to Sunday, -1 the last: a week is of the month its Wednesday is in."""
    first, last = month(number, year)
    wednesday = _weekday_from(first, WEDNESDAY) + timedelta(7 * (nth - 1)) if nth > 0 else _weekday_from(last - timedelta(6), WEDNESDAY)
    return week(wednesday)


def months(size: int, number: int, year: int) -> Term:
    """The nth part of a year of so many months: a quarter has three, a half six."""
    return date(year, size * (number - 1) + 1, 1), month(size * number, year)[1]


def part(term: Term, which: str) -> Term:
    """Part of a term: "begin", "medio", "eind", "first half" or "second half".

    Of a month the first ten days, the next ten, the rest; of a year the first quarter, June and July, the last quarter; of anything else thirds,
    by months where it has three.
    """
    first, last = term
    months = 12 * (last.year - first.year) + last.month - first.month + 1 if first.day == 1 and (last + timedelta(1)).day == 1 else 0
    if which.endswith("half"):
        middle = later(first, months // 2, "month") if months > 1 else first + timedelta(15 if months else ((last - first).days + 1) // 2)
        return (first, middle - timedelta(1)) if which == "first half" else (middle, last)
    size = months // 4 if months == 12 else months // 3
    tens = 10 if months == 1 else ((last - first).days + 1) // 3
    head, tail = (later(first, n, "month") if size else first + timedelta(m) for n, m in ((size, tens), (months - size, 2 * tens)))
    if which == "medio":
        return (date(first.year, 6, 1), date(first.year, 7, 31)) if months == 12 else (head, tail - timedelta(1))
    return (first, head - timedelta(1)) if which == "begin" else (tail, last)


def season(name: str, year: int) -> Term:
    """A season by whole months: spring from March, summer from June, autumn from September, winter from December."""
    first = {"voorjaar": 3, "zomer": 6, "najaar": 9, "winter": 12}[name]
    last = first + 2
    return date(year, first, 1), month(last - 12, year + 1)[1] if last > 12 else month(last, year)[1]


def week(day: date) -> Term:
    """Monday to Sunday of the week a day is in."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def around(day: date, unit: str) -> Term:
    """The week, month, quarter, half year or year a day is in; the day itself for any other unit."""
    if unit == "week":
        return week(day)
    return months(MONTHS[unit], (day.month - 1) // MONTHS[unit] + 1, day.year) if unit in MONTHS else (day, day)


MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
DAYS = {"hour": 1 / 24, "day": 1, "workday": 7 / 5, "week": 7}


def later(day: date, count: int, unit: str) -> date:
    """A day that many hours, days, working days, weeks, months, quarters, half years or years on; an earlier one for less than none."""
    if unit in DAYS:
        return day + timedelta(math.ceil(DAYS[unit] * count))
    months = day.month - 1 + count * MONTHS[unit]
    year, number = day.year + months // 12, months % 12 + 1
    return date(year, number, min(day.day, calendar.monthrange(year, number)[1]))


def coming(said: date, of: Callable[[int], Term], year: int | None = None) -> Term:
    """The term in the year that is named, else the first one that is not over on the day it was said."""
    near = (year,) if year is not None else range(said.year - 1, said.year + 3)
    return next(term for term in map(of, near) if year is not None or term[1] >= said)


def before(said: date, of: Callable[[int], Term], year: int | None = None) -> date:
    """The last day before a term begins; without a year, of the first one that has not begun."""
    near = (year,) if year is not None else range(said.year - 1, said.year + 3)
    return next(term[0] for term in map(of, near) if year is not None or term[0] > said) - timedelta(1)
