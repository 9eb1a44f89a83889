"""One page, always: what fits is measured on real typst pages, what matters least goes, and the page says what went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rag.errors import GriffierError
from rag.export.pdf import press, sheet_data
from rag.export.press import PressError
from rag.export.printable import printable
from rag.render.points import Point, keep, points, renumbered, supported
from rag.render.sheet import sheet
from rag.types import Language, Summary

MOST = 120  # points that are measured: no page holds half of them
TRIES = 6  # points that are tried once more when the page has room left
SLACK = 4.0  # points (1/72 inch) the estimate may be off


def fit(summary: Summary, language: Language = "nl") -> Summary:
    """The summary that fits on one A4 page: the least important goes, ``left_out`` says what, citations are renumbered.

    Args:
        summary: everything that could be on the page, in the order of the debate.
        language: of the words around the record's own.

    Returns:
        A summary of which every form (PDF, Word, HTML, Markdown, JSON) shows the same.

    Raises:
        GriffierError: not even the heading fits on a page.
    """
    whole = printable(supported(summary, language), language)
    while True:
        try:
            return _fitted(whole, language)
        except PressError as error:
            fewer = printable(whole, language, error.missing)
            if not error.missing or _size(fewer) == _size(whole):
                raise
            whole = fewer


def _fitted(whole: Summary, language: Language) -> Summary:
    ranked = points(whole)
    kept = _estimate(whole, ranked[:MOST], language)
    while not (best := _fits(whole, kept, language)):
        if not kept:
            raise GriffierError("De kop van deze pagina past niet op een A4: titel, namen of stukken zijn te lang.")
        kept = kept[:-1]
    others = [point for point in ranked[:MOST] if point not in kept]
    for point in others[:TRIES] if len(kept) + len(others) > len(kept) else []:
        more = sorted([*kept, point], key=lambda p: (p.rank, p.kind, p.at))
        if better := _fits(whole, more, language):
            kept, best = more, better
    return best


def _fits(whole: Summary, kept: Sequence[Point], language: Language) -> Summary | None:
    """The summary with these points, if it fits on one page as it is really set."""
    left = keep(whole, kept, language)
    pages = press().measure(sheet_data(sheet(left, language=language)), "pages")
    return left if pages == 1 else None


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


def _estimate(whole: Summary, ranked: Sequence[Point], language: Language) -> list[Point]:
    """The points that fit by their measured heights, what matters most first; one that is too tall gives way to the next."""
    full = renumbered(keep(whole, ranked, language))
    everything = sheet(full, language=language)
    sizes: dict[str, Any] = press().measure(sheet_data(everything, measure=True), "measured")
    spare = 2.6 * sizes["line"] + sizes["section-gap"]  # the line that says what was left out
    fixed = sizes["head"] + sizes["message"] + sizes["section-gap"] + spare + SLACK
    room = _Room(sizes["room"] - fixed, sizes["item-gap"], sizes["section-gap"], {}, {}, set())
    places: dict[tuple[str, int], tuple[str, float, list[str], bool]] = {}
    for section, size in zip(everything.sections, sizes["sections"], strict=True):
        room.labels[section.key] = size["label"]
        for at, (item, height) in enumerate(zip(section.items, size["items"], strict=True)):
            numbers = [run.text for line in item.lines for run in line if run.kind == "note"]
            tall = height / sizes["content"] * sizes["line"] if section.running else height
            places[_kind(section.key), at] = (section.key, tall, numbers, section.running)
    note_of = {number: (height + sizes["note-gap"]) / (2 if sizes["paired"] else 1) for number, height in sizes["notes"]}
    order = {kind: sorted(p.at for p in ranked if p.kind == kind) for kind in {p.kind for p in ranked}}
    kept = []
    for point in ranked:
        place = places.get((point.kind, order[point.kind].index(point.at)))
        if place is None or _take(room, *place, note_of):
            kept.append(point)
    return kept


def _take(room: _Room, key: str, tall: float, numbers: Iterable[str], running: bool, note_of: dict[str, float]) -> bool:
    """Gives a point its room, if there is enough."""
    before = room.section(key)
    body = room.bodies.get(key, 0.0)
    after = max(room.labels[key], body + tall + (0.0 if running or not body else room.item_gap)) + room.section_gap
    new = [number for number in numbers if number not in room.notes]
    cost = after - before + sum(note_of[number] for number in new)
    if cost > room.free:
        return False
    room.free -= cost
    room.bodies[key] = body + tall + (0.0 if running or not body else room.item_gap)
    room.notes.update(new)
    return True


def _kind(key: str) -> str:
    return "questions" if key == "left_open" else key


def _size(summary: Summary) -> int:
    return sum(
        len(getattr(summary, kind)) for kind in ("positions", "announcements", "refusals", "questions", "commitments", "given", "received")
    )
