"""A *beknopt verslag*: turns told in indirect speech, without headings of their own."""

from __future__ import annotations

import re

from rag.read.canonical import BodyLine
from rag.read.grammar import Marked
from rag.read.headings import CHAIR, FULL_OFFICE, NAME, Heading, parse, party_of
from rag.read.walk import Walk
from rag.types import Span

_PERSON = re.compile(rf"^((?:De heer|Mevrouw|Het lid|Kamerlid)\s+({NAME})\s+\(([^()]{{1,60}})\))\s+(?=[a-zà-ÿ])")
_OFFICE = re.compile(rf"^((?:De )?{FULL_OFFICE}(?:\s+{NAME})?)\s+(?=[a-zà-ÿ])")
_CHAIR = re.compile(r"^(De voorzitter)\s+(?=[a-zà-ÿ])")


def walk(marks: list[Marked]) -> Walk | None:
    """The turns of a report in indirect speech, or None when it is not one."""
    begun = [index for index, mark in enumerate(marks) if mark.kind == "text" and _starts(marks, index)]
    if sum(bool(_PERSON.match(marks[index].text)) for index in begun) < 2:
        return None
    made = Walk()
    starts = set(begun)
    first = True
    for index, mark in enumerate(marks):
        line = mark.lines[0]
        if mark.kind in {"blank", "furniture"}:
            made.spans.extend(Span("furniture", each.first, each.last) for each in mark.lines)
            continue
        if index in starts:
            heading, printed = _heading(mark.text)
            made.begin(heading, printed)
            first = False
        if mark.name:
            made.chairs.append(mark.name)
        for number, each in enumerate(mark.lines):
            item = BodyLine(each, gap=mark.gap and number == 0)
            (made.front if first else made.drafts[-1].body).append(item)
        made.spans.append(Span("front" if first else "speech", line.first, mark.lines[-1].last, None if first else len(made.drafts)))
        made.closed = made.closed or mark.event == "closing"
    return made


def _starts(marks: list[Marked], index: int) -> bool:
    text = marks[index].text
    if not (_PERSON.match(text) or _OFFICE.match(text) or _CHAIR.match(text)):
        return False
    before = next((mark for mark in reversed(marks[:index]) if mark.kind not in {"blank", "furniture"}), None)
    return marks[index].gap or before is None or bool(re.search(r"[.?!:»]$", before.text))


def _heading(text: str) -> tuple[Heading, str]:
    if match := _PERSON.match(text):
        if party_of(match.group(3), False) is None:
            return Heading("guest", match.group(2), None, None), match.group(1)
        return Heading("person", match.group(2), None, match.group(3), "lid"), match.group(1)
    if match := _OFFICE.match(text):
        return parse(f"{match.group(1)}:") or Heading("government", None, match.group(1), None), match.group(1)
    return CHAIR, "De voorzitter"
