"""One page, always: what fits is measured on real typst pages, what matters least goes, and the page says what went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from rag.errors import GriffierError
from rag.export.pdf import press, sheet_data, summary_pdf, with_signs
from rag.export.press import PressError
from rag.export.printable import printable, prints
from rag.render.points import Point, as_asked, at_length, keep, points, renumbered, supported
from rag.render.sheet import sheet
from rag.types import Language, Summary

MOST = 120  # points that are measured: no page holds half of them
TRIES = 4  # points that nearly fit and are tried on the page as it is set
NEAR = 44.0  # printer's points (1/72 inch) such a one may lack: some lines, as the estimate keeps lines for what is left out
LEAST, LINE = 2.6, 96  # lines for what was left out, at least, and letters of such a line
SLACK = 2.0  # what the estimate may be off


def fit(summary: Summary, language: Language) -> Summary:
    """The summary that fits on one A4 page: the least important goes, ``left_out`` says what, citations are renumbered.

    Every form (PDF, Word, HTML, Markdown, JSON) of what comes back shows the same. Raises GriffierError: not even the heading fits on a
    page.
    """
    base, missing = supported(summary, language), frozenset[str]()
    while True:
        best = _fitted(printable(base, language, missing), language, missing)
        try:
            summary_pdf(sheet(best, language=language))
        except PressError as error:
            if not error.missing - missing:
                raise
            missing |= error.missing
        else:
            return best


def _fitted(whole: Summary, language: Language, missing: frozenset[str]) -> Summary:
    ranked = points(whole)[:MOST]
    kept, spare = _estimate(whole, ranked, language, LEAST)
    if (lines := _lines(keep(whole, kept, language).left_out)) > LEAST:
        kept, spare = _estimate(whole, ranked, language, lines)
    while not (best := _fits(whole, kept, language)):
        if not kept:
            raise GriffierError("De kop van deze pagina past niet op een A4: titel, namen of stukken zijn te lang.")
        kept, spare = kept[:-1], []
    for point in spare:
        more = sorted([*kept, point], key=lambda p: (p.rank, p.kind, p.at))
        if better := _fits(whole, more, language):
            kept, best = more, better
    return (_at_length(whole, kept, language, missing) if len(kept) == len(points(whole)) else None) or best


def _at_length(whole: Summary, kept: Sequence[Point], language: Language, missing: frozenset[str]) -> Summary | None:
    """Where nothing had to go: questions and answers with the sentences that complete them, all of them or the first ones."""
    parts = {at: at_length(q, whole.meeting.language) for at, q in enumerate(whole.questions)}
    told = {at: [quote for one in those for quote in (one.quote, *one.answers)] for at, those in parts.items()}
    asked = [p.at for p in kept if p.kind == "questions" and prints(told[p.at], missing)]
    tried = [asked, asked[: len(asked) // 2]]
    return next((found for part in tried if part and (found := _fits(whole, kept, language, part))), None)


def _fits(whole: Summary, kept: Sequence[Point], language: Language, longer: Sequence[int] = ()) -> Summary | None:
    """The summary with these points, if it fits on one page as it is really set."""
    left = as_asked(keep(whole, kept, language, longer))
    pages = with_signs(lambda data: press().measure(data, "pages"), sheet_data(sheet(left, language=language)))
    return left if pages == 1 else None


def _lines(left_out: Sequence[str]) -> float:
    """Lines that the words on what was left out take, and a bit."""
    return ceil(len("; ".join(left_out)) / LINE) + 0.6


# --- how much fits, from the heights of everything -------------------------------------------------


@dataclass
class _Room:
    """The room on a page and what has been given away of it."""

    free: float
    item_gap: float
    section_gap: float
    labels: dict[str, float]
    bodies: dict[str, float]
    notes: set[str]

    def section(self, key: str) -> float:
        return max(self.labels[key], self.bodies[key]) + self.section_gap if key in self.bodies else 0.0


def _estimate(whole: Summary, ranked: Sequence[Point], language: Language, lines: float) -> tuple[list[Point], list[Point]]:
    """The points that fit by their measured heights, what matters most first, with some lines kept free for what is left out; and a few that
    nearly fit: worth a try on the page as it is set. One that is too tall gives way to the next.
    """
    full = renumbered(keep(whole, ranked, language))
    everything = sheet(full, language=language)
    sizes: dict[str, Any] = with_signs(lambda data: press().measure(data, "measured"), sheet_data(everything, measure=True))
    spare = lines * sizes["line"] + sizes["section-gap"]
    fixed = sizes["head"] + sizes["message"] + sizes["section-gap"] + spare + SLACK
    room = _Room(sizes["room"] - fixed, sizes["item-gap"], sizes["section-gap"], {}, {}, set())
    places: dict[tuple[str, int], tuple[str, float, list[str], bool]] = {}
    for section, size in zip(everything.sections, sizes["sections"], strict=True):
        room.labels[section.key] = size["label"]
        kind = "questions" if section.key in {"left_open", "answered"} else section.key
        for at, (item, height) in enumerate(zip(section.items, size["items"], strict=True), sum(held == kind for held, _ in places)):
            numbers = [run.text for line in item.lines for run in line if run.kind == "note"]
            tall = height / sizes["content"] * sizes["line"] if section.running else height
            places[kind, at] = (section.key, tall, numbers, section.running)
    note_of = {number: (height + sizes["note-gap"]) / (2 if sizes["paired"] else 1) for number, height in sizes["notes"]}
    order = {kind: sorted(p.at for p in ranked if p.kind == kind) for kind in {p.kind for p in ranked}}
    kept, nearly, crowded = list[Point](), list[tuple[float, Point]](), False
    for point in ranked:
        if crowded and point.kind == "motions":
            continue  # in the order of their weight: one that says less does not take the place of one that says more
        place = places.get((point.kind, order[point.kind].index(point.at)))
        short_of = _take(room, *place, note_of) if place else 0.0
        crowded = crowded or (short_of > 0 and point.kind == "motions")
        if short_of <= 0:
            kept.append(point)
        elif short_of < NEAR:
            nearly.append((short_of, point))
    least = sorted(short_of for short_of, _ in nearly)[:TRIES]
    return kept, [point for short_of, point in nearly if short_of <= max(least, default=0.0)]


def _take(room: _Room, key: str, tall: float, numbers: Iterable[str], running: bool, note_of: dict[str, float]) -> float:
    """Gives a point its room, if there is enough; returns how much is lacking, at most 0 when it fits."""
    before, held = room.section(key), room.bodies.get(key, 0.0)
    body = held + tall + (0.0 if running or not held else room.item_gap)
    new = [number for number in numbers if number not in room.notes]
    cost = max(room.labels[key], body) + room.section_gap - before + sum(note_of[number] for number in new)
    if cost > room.free:
        return cost - room.free
    room.free -= cost
    room.bodies[key] = body
    room.notes.update(new)
    return 0.0
