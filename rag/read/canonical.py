"""Lines to canonical text: hyphens joined, lines joined, and a map back to the source."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from rag.read.hyphens import join
from rag.read.lines import Line

_MOTION = frozenset({"Motie", "De Kamer,"})  # the lines a motion begins with are paragraphs, with or without a blank line
_SENTENCE_END = re.compile(r"[.?!…:;][\"'”’»)\]]*$")


@dataclass(slots=True)
class BodyLine:
    """A line of speech. ``gap``: the author left a blank line before it. ``quotable``: someone may be quoted for it."""

    line: Line
    gap: bool = False
    quotable: bool = True


@dataclass(slots=True)
class Canonical:
    """Canonical text under construction, with its runs, page starts and unquotable spans."""

    text: str = ""
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    page_starts: list[tuple[int, int]] = field(default_factory=list)
    unquotable: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Measure:
    """How lines of this document join: its vocabulary, and the width at which its lines certainly break."""

    words: Counter[str]
    width: int | None


def measure(lines: list[Line], words: Counter[str]) -> Measure:
    """The width below which a line that ends a sentence was ended by the author, not by the measure.

    Taken from the lines that certainly were broken by the measure: those that do not end a sentence and go on in lower
    case. Where the line would have held the next word at nearly all of those widths, the break is a paragraph's.

    ``lines``: lines of speech, in order, without blank lines and furniture; ``words``: the document's vocabulary.
    """
    widths = []
    for line, following in zip(lines, lines[1:], strict=False):
        if line.text and following.text[:1].islower() and not _SENTENCE_END.search(line.text):
            first = following.text.split()[0]
            widths.append(len(line.text) + 1 + len(first))
    widths.sort()
    if len(widths) < 8:
        return Measure(words, None)
    # 5 % of the lines are narrow because their letters are wide
    return Measure(words, widths[len(widths) // 20])


def build(body: list[BodyLine], how: Measure) -> Canonical:
    """The canonical text of one turn, from its lines in order; its runs map every character of a line to its place in the source."""
    made = Canonical()
    parts: list[str] = []
    at = 0
    for index, item in enumerate(body):
        line = item.line
        end = line.end
        glue = ""
        if index + 1 < len(body):
            dropped, glue = _glue(item, body[index + 1], how)
            end -= dropped
        length = end - line.start
        parts.append(line.text[:length])
        made.runs.append((at, line.start, length))
        if line.page is not None and (not made.page_starts or made.page_starts[-1][1] != line.page):
            made.page_starts.append((at, line.page))
        if not item.quotable:
            extend(made.unquotable, at, at + length)
        parts.append(glue)
        at += length + len(glue)
    made.text = "".join(parts)
    return made


def extend(spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Adds a span; one that goes on where the last ends, or a line break later, is part of that."""
    if spans and start - spans[-1][1] <= 1:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _glue(item: BodyLine, following: BodyLine, how: Measure) -> tuple[int, str]:
    """How many characters fall away at the end of a line, and what joins it to the next."""
    before, after = item.line.text, following.line.text
    ends = bool(_SENTENCE_END.search(before))
    if (
        before == "Motie"
        or after in _MOTION
        or item.quotable != following.quotable
        or (following.gap and (ends or not after[:1].islower()))
    ):
        return 0, "\n"
    dropped, glue = join(before, after, how.words)
    if dropped or glue != " " or not ends:
        return dropped, glue
    if how.width is None:
        return 0, "\n" if len(before) < 50 or len(before) > 120 else " "
    first = after.split()[0] if after else ""
    return 0, "\n" if len(before) + 1 + len(first) < how.width else " "
