"""Headings on the line where the speech begins ("De heer Rutte (VVD): Voorzitter. …"), as older records print them."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.read import headings, pages
from rag.read.lines import Line

_LEAST = 3  # such lines before they are taken for this record's way of printing headings; with a party, unless no heading has its own line
_HEAD = re.compile(r"^([^:.?!]{3,120}(?:\.[^:.?!]{1,60}){0,4}:)\s+(?=[A-ZÀ-ÖØ-Þ«“‘\"'(0-9])")


def separate(lines: list[Line]) -> list[Line]:
    """The lines with every heading on a line of its own, where the record prints its headings in front of the speech.

    Only where that is the rule: a record that gives headings their own lines may quote "De heer X (SP): …" in a speech. Together the
    lines still hold every character once.
    """
    places = {index: found for index in range(len(lines)) if (found := _heading(lines, index))}
    strong = sum(_strong(head) for _, head in places.values())
    own = [line.text for line in lines if line.text.endswith(":") and headings.parse(line.text)]
    rule = strong >= _LEAST and strong > sum(map(_strong, own))
    short = strong and not own and len(places) >= _LEAST  # a record of a few turns
    if not rule and not short:
        return lines
    made: list[Line] = []
    for index, line in enumerate(lines):
        made += _cut(line, places[index][0]) if index in places else [line]
    return [replace(line, number=number) for number, line in enumerate(made, 1)]


def _heading(lines: list[Line], index: int) -> tuple[int, str] | None:
    """How much of a line is a heading, or the rest of one that began on the line before, and the heading; None when none is."""
    match = _HEAD.match(lines[index].text)
    if match is None or re.match(r"(?:Onder|Vice-?)?voorzitter", match.group(1), re.IGNORECASE):
        return None  # "Voorzitter: Kuik" is a change of chair, "Voorzitter: dank u wel" is said to the chair
    head = match.group(1)
    before = lines[index - 1].text if index else ""
    if before and headings.may_start(before) and headings.parse(joined := f"{before} {head}"):
        return len(head), joined
    if headings.parse(head) and (_strong(head) or not _runs_on(before)):
        return len(head), head
    return None


def _runs_on(before: str) -> bool:
    """Whether the sentence of the line before goes on after it."""
    finished = not before or re.search(r"[.?!:;»”)\]…\d]$", before)
    return not (finished or headings.chair_change(before) or pages.footer(before))


def _strong(text: str) -> bool:
    found = headings.parse(text)
    return found is not None and found.kind == "person" and headings.party_of(found.paren, True) is not None


def _cut(line: Line, length: int) -> list[Line]:
    rest = line.text[length:].lstrip()
    start = line.end - len(rest)
    head = replace(line, end=line.start + length, last=start, text=line.text[:length])
    return [head, replace(line, first=start, start=start, text=rest, indent="", feeds=0)]
