"""Pieces of XML text to canonical text: white space collapsed, paragraphs on lines, a map back to the source."""

from __future__ import annotations

from rag.read.canonical import Canonical, extend
from rag.read.walk import merged
from rag.read.xml import Node, Piece
from rag.types import Span, SpanKind


class Weave(Canonical):
    """Canonical text to which paragraphs are added; an XML report has no pages."""

    def paragraph(self, pieces: list[Piece], quotable: bool = True) -> tuple[int, int]:
        """Adds one paragraph, nothing when it holds only white space; returns (start, end) of what was added."""
        chars, places = _collapse(pieces)
        if not chars:
            return len(self.text), len(self.text)
        if self.text:
            self.text += "\n"
        start = len(self.text)
        self.text += "".join(chars)
        _add_runs(self.runs, start, places)
        if not quotable:
            extend(self.unquotable, start, len(self.text))
        return start, len(self.text)


def _collapse(pieces: list[Piece]) -> tuple[list[str], list[int | None]]:
    chars: list[str] = []
    places: list[int | None] = []
    for piece in pieces:
        for index, char in enumerate(piece.text):
            place = piece.start + index if piece.plain else None
            if char in " \t\r\n":
                if chars and chars[-1] != " ":
                    chars.append(" ")
                    places.append(place if char == " " else None)
            else:
                chars.append(char)
                places.append(place)
    if chars and chars[-1] == " ":
        chars.pop()
        places.pop()
    return chars, places


def _add_runs(runs: list[tuple[int, int, int]], offset: int, places: list[int | None]) -> None:
    for index, place in enumerate(places):
        if place is None:
            continue
        if runs:
            start, source, length = runs[-1]
            if start + length == offset + index and source + length == place:
                runs[-1] = (start, source, length + 1)
                continue
        runs.append((offset + index, place, 1))


def spans(source: str, marked: list[tuple[Node | Piece, SpanKind, int | None]], rest: Node) -> tuple[Span, ...]:
    """Spans of an XML source: the marked text, other text as front matter, tags as furniture; they re-join to the source.

    ``marked``: elements or pieces with their kind and turn, the first mark of a piece counts; ``rest``: the root element.
    """
    kinds: dict[int, tuple[SpanKind, int | None]] = {}
    for part, kind, turn in marked:
        for piece in [part] if isinstance(part, Piece) else part.pieces():
            kinds.setdefault(piece.start, (kind, turn))
    made: list[Span] = []
    at = 0
    for piece in rest.pieces():
        kind, turn = kinds.get(piece.start, ("front" if piece.text.strip() else "furniture", None))
        end = piece.start + piece.length
        made += [Span("furniture", at, piece.start), Span(kind, piece.start, end, turn)]
        at = end
    return tuple(merged([*made, Span("furniture", at, len(source))]))
