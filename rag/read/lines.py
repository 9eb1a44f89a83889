"""Text to lines: where each line stands in the source and whether a page break shows at it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\n|\r|\f|\v|\u2028|\u2029")
_SPACES = " \t\xa0\ufeff\x00\u200b"


@dataclass(slots=True)
class Line:
    """One line of the source: text = source[start:end], white space at both ends left out.

    ``first``/``last``: the line with its white space and line break is source[first:last]. ``indent``: what stood before
    the text. ``feeds``: how many form feeds stand straight before the line (0 or 1). ``page`` is filled by `pages`.
    """

    number: int
    first: int
    start: int
    end: int
    last: int
    text: str
    indent: str
    feeds: int = 0
    page: int | None = None


def clock(time: str) -> str:
    """A time as records print it ("9.05", "13:30") as HH:MM."""
    hours, minutes = re.split(r"[.:]", time)
    return f"{int(hours):02d}:{minutes}"


def split(source: str) -> list[Line]:
    """The lines of a source, together holding every character of it once; they end in LF, CRLF, CR or a form feed."""
    lines: list[Line] = []
    first = 0
    feeds = 0
    for match in [*_BREAK.finditer(source), None]:
        end = match.start() if match else len(source)
        last = match.end() if match else len(source)
        if match is None and first == last:
            break
        raw = source[first:end]
        text = raw.strip(_SPACES)
        start = first + (len(raw) - len(raw.lstrip(_SPACES)) if text else 0)
        indent = raw[: start - first].replace("\ufeff", "") if text else ""
        lines.append(Line(len(lines) + 1, first, start, start + len(text), last, text, indent, feeds))
        feeds = int(match is not None and match.group() == "\f")
        first = last
    return lines
