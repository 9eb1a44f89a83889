"""The parliamentary year in dates: recesses, seasons, quarters, and what "the next one" is from the day of a debate."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

Term = tuple[date, date]  # first and last day

FRIDAY, MONDAY, TUESDAY, WEDNESDAY = 4, 0, 1, 2


def _weekday_from(day: date, weekday: int) -> date:
    """The first such weekday on or after a day."""
    return day + timedelta((weekday - day.weekday()) % 7)


def recess(name: str, year: int) -> Term:
    """A recess of the Tweede Kamer, first and last day.

    The presidium sets the dates each year and a record does not hold them, so they are computed by the rule the Kamer has kept
    over the last ten years; a real recess can lie a week earlier or later, except Christmas and summer, which fit.

    - kerstreces: from the last Friday before Christmas, to the Monday in the second full week of January
    - krokusreces (voorjaarsreces): from the third Friday of February, eleven days
    - meireces: from the Friday on or before 26 April, seventeen days
    - zomerreces: from the first Friday on or after 3 July, to the first Monday on or after 29 August
    - herfstreces: from the third Friday of October, eleven days

    Args:
        name: "kerst", "krokus", "mei", "zomer" or "herfst".
        year: the year in which it starts.
    """
    if name == "kerst":
        start = _weekday_from(date(year, 12, 18), FRIDAY)
        return start, _weekday_from(date(year + 1, 1, 8), MONDAY)
    if name == "krokus":
        start = _weekday_from(date(year, 2, 15), FRIDAY)
        return start, start + timedelta(10)
    if name == "mei":
        start = _weekday_from(date(year, 4, 20), FRIDAY)
        return start, start + timedelta(16)
    if name == "zomer":
        return _weekday_from(date(year, 7, 3), FRIDAY), _weekday_from(date(year, 8, 29), MONDAY)
    start = _weekday_from(date(year, 10, 15), FRIDAY)
    return start, start + timedelta(10)


RECESSES = ("krokus", "mei", "zomer", "herfst", "kerst")


def prinsjesdag(year: int) -> Term:
    """The third Tuesday of September (Grondwet, article 65)."""
    day = _weekday_from(date(year, 9, 15), TUESDAY)
    return day, day


def month(number: int, year: int) -> Term:
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def part_of_month(number: int, year: int, part: str) -> Term:
    """ "begin", "medio" and "eind": the first ten days, the next ten, the rest."""
    first, last = month(number, year)
    if part == "begin":
        return first, first.replace(day=10)
    if part == "medio":
        return first.replace(day=11), first.replace(day=20)
    return first.replace(day=21), last


def half_month(nth: int, number: int, year: int) -> Term:
    """The first or the second half of a month."""
    first, last = month(number, year)
    return (first, first.replace(day=15)) if nth == 1 else (first.replace(day=16), last)


def week_in_month(nth: int, number: int, year: int) -> Term:
    """The nth week of a month, Monday to Sunday, -1 the last: a week is of the month its Wednesday is in."""
    first, last = month(number, year)
    wednesday = _weekday_from(first, WEDNESDAY) + timedelta(7 * (nth - 1)) if nth > 0 else _weekday_from(last - timedelta(6), WEDNESDAY)
    return week(wednesday)


def quarter(number: int, year: int) -> Term:
    return date(year, 3 * number - 2, 1), month(3 * number, year)[1]


def half(number: int, year: int) -> Term:
    return date(year, 6 * number - 5, 1), month(6 * number, year)[1]


def part_of_year(year: int, part: str) -> Term:
    """ "begin": the first quarter; "medio": June and July; "eind": the last quarter; "loop" or none: the whole year."""
    if part == "begin":
        return quarter(1, year)
    if part == "medio":
        return date(year, 6, 1), date(year, 7, 31)
    if part == "eind":
        return quarter(4, year)
    return date(year, 1, 1), date(year, 12, 31)


def season(name: str, year: int) -> Term:
    """A season by whole months: spring from March, summer from June, autumn from September, winter from December."""
    first = {"voorjaar": 3, "zomer": 6, "najaar": 9, "winter": 12}[name]
    last = first + 2
    return date(year, first, 1), month(last - 12, year + 1)[1] if last > 12 else month(last, year)[1]


def week(day: date) -> Term:
    """Monday to Sunday of the week a day is in."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def later(day: date, count: int, unit: str) -> date:
    """A day that many days, weeks, months, half years or years on."""
    if unit == "day":
        return day + timedelta(count)
    if unit == "week":
        return day + timedelta(7 * count)
    months = day.month - 1 + count * {"year": 12, "half": 6}.get(unit, 1)
    year, number = day.year + months // 12, months % 12 + 1
    return date(year, number, min(day.day, calendar.monthrange(year, number)[1]))


def coming(said: date, of: Callable[[int], Term], year: int | None = None) -> Term:
    """The term in the year that is named, else the first one that is not over on the day it was said."""
    if year is not None:
        return of(year)
    return next(term for term in (of(y) for y in range(said.year - 1, said.year + 3)) if term[1] >= said)


def before(said: date, of: Callable[[int], Term], year: int | None = None) -> date:
    """The last day before a term begins; without a year, of the first one that has not begun."""
    if year is not None:
        return of(year)[0] - timedelta(1)
    return next(term[0] for term in (of(y) for y in range(said.year - 1, said.year + 3)) if term[0] > said) - timedelta(1)
