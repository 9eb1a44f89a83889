"""The parliamentary year in dates: recesses, seasons, quarters, and what "the next one" is from the day of a debate."""

from __future__ import annotations

import calendar
import math
from collections.abc import Callable
from datetime import date, timedelta

Term = tuple[date, date]  # first and last day

FRIDAY, MONDAY, TUESDAY, WEDNESDAY = 4, 0, 1, 2


def _weekday_from(day: date, weekday: int) -> date:
    """The first such weekday on or after a day."""
    return day + timedelta((weekday - day.weekday()) % 7)


# (month, day) of the earliest and the latest first day, and of the earliest and the latest last day, 2015-2025
_SPANS = {
    "krokus": ((2, 12), (2, 28), (2, 22), (3, 9)),
    "mei": ((4, 18), (5, 2), (5, 3), (5, 17)),
    "herfst": ((10, 9), (10, 26), (10, 19), (11, 4)),
}


def recess(name: str, year: int, sure: bool = False, said: date | None = None) -> Term:
    """A recess of the Tweede Kamer: the longest it can be, or the days that are in it in any year.

    The presidium sets the dates each year, a record does not hold them, and no rule gives them: weeks differ with carnival, Easter and
    elections. It begins on a Friday. So what is due before it is due before the first Friday on which it can begin, and a day that is given
    is before the recess in any year; "na het krokusreces" begins after the earliest last day, "in het krokusreces" is from the earliest
    first to the latest last day. Only the first days of the summer and Christmas recesses keep to a rule, and are given to the day:

    - zomerreces: from the first Friday on or after 3 July, to a Monday from 28 August to 5 September
    - kerstreces: from the last Friday before Christmas, to a Monday from 8 to 15 January
    - krokusreces (voorjaarsreces): eleven days, from 12 to 28 February
    - meireces: about two weeks and a half, from 18 April to 2 May
    - herfstreces: eleven days, from 9 to 26 October

    From memory of the calendars of 2015 to 2025. In a year of elections an election recess can stand in the place of one of the last three.

    Args:
        name: "kerst", "krokus", "mei", "zomer" or "herfst".
        year: the year in which it starts.
        sure: from the first Friday on which it can begin, to the earliest last day.
        said: the day from which it is still to begin.
    """
    if name == "kerst":
        return _weekday_from(date(year, 12, 18), FRIDAY), date(year + 1, 1, 8 if sure else 15)
    if name == "zomer":
        return _weekday_from(date(year, 7, 3), FRIDAY), date(year, 8, 28) if sure else date(year, 9, 5)
    first, first_latest, last_earliest, last = (date(year, *day) for day in _SPANS[name])
    if not sure:
        return first, last
    day = max(first, said + timedelta(1)) if said is not None and said < first_latest else first
    return min(_weekday_from(day, FRIDAY), first_latest), last_earliest


RECESSES = ("krokus", "mei", "zomer", "herfst", "kerst")


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


def quarter(number: int, year: int) -> Term:
    return date(year, 3 * number - 2, 1), month(3 * number, year)[1]


def half(number: int, year: int) -> Term:
    return date(year, 6 * number - 5, 1), month(6 * number, year)[1]


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
    if unit not in MONTHS:
        return day, day
    first = (day.month - 1) // MONTHS[unit] * MONTHS[unit] + 1
    return date(day.year, first, 1), month(first + MONTHS[unit] - 1, day.year)[1]


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
    if year is not None:
        return of(year)
    return next(term for term in (of(y) for y in range(said.year - 1, said.year + 3)) if term[1] >= said)


def before(said: date, of: Callable[[int], Term], year: int | None = None) -> date:
    """The last day before a term begins; without a year, of the first one that has not begun."""
    if year is not None:
        return of(year)[0] - timedelta(1)
    return next(term[0] for term in (of(y) for y in range(said.year - 1, said.year + 3)) if term[0] > said) - timedelta(1)
