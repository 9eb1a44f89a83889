"""Words within quotation marks in a claim: verbatim in the quotes, not cut so that the sense turns, not somebody else's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.text import fold, words
from rag.types import Quote
from rag.verify.quotes import borrowed, follows
from rag.verify.stance import negations

_MARKS = re.compile(
    r"«([^«»]*)(?:»|$)|»([^«»]*)(?:«|$)|“([^“”]*)(?:”|“|$)|„([^„”“]*)(?:”|“|$)|\"([^\"]*)(?:\"|$)"
    r"|(?<![\w’])‘([^‘]*?)(?:’(?!\w)|$)|(?<![\w'])'(?![s|t|n|r|m]\b)([^']*?(?:'\w[^']*?)*)(?:'(?!\w)|$)|”([^”]*)(?:”|$)",
    re.S,
)
_CLAUSE = re.compile(r"[,;:.?!]|\bmaar\b|\bbut\b|\bwant\b", re.I)
TERM = 2  # words up to which a quotation is a term rather than a statement


def quotations(text: str) -> list[tuple[int, int, str]]:
    """What stands within quotation marks of any sort: start and end (marks included) and the words. An open one runs to the end."""
    found = ((m.start(), m.end(), next((g for g in m.groups() if g is not None), "")) for m in _MARKS.finditer(text))
    return [one for one in found if words(one[2])]


def stretches(quotes: Sequence[Quote]) -> list[str]:
    """The quoted words, neighbours joined: a quotation may run on over neighbours, not over a gap."""
    found: list[str] = []
    for i, quote in enumerate(quotes):
        if i and follows(quotes[i - 1], quote):
            found[-1] += " " + quote.text
        else:
            found.append(quote.text)
    return found


def _find(piece: str, stretch: str) -> int:
    """Where a quoted piece stands, whole words only; a capital at its start does not matter."""
    if not piece:
        return -1
    pattern = re.compile(rf"(?<!\w)(?:{re.escape(piece)}|{re.escape(piece[0].swapcase() + piece[1:])})(?!\w)")
    match = pattern.search(stretch)
    return match.start() if match else -1


def _pieces(inner: str) -> list[str]:
    """The quoted words as they must stand in the record; "(…)", "[…]" and "..." may stand for words left out."""
    parts = re.split(r"\s*(?:[(\[]\s*\.{3}\s*[)\]]|\.{3})\s*", fold(inner))
    return [p.strip().strip('"').strip().rstrip(".,;:") for p in parts if words(p)]


def from_record(text: str, quotes: Sequence[Quote]) -> str:
    """A claim in which no quotation is untrue, with its quotations taken from the record: the record's own signs, by offset, within «…».
    One that cannot be taken over sign by sign loses its marks.
    """
    raw = stretches(quotes)
    for start, end, inner in reversed(quotations(text)):
        own = next((found for stretch in raw if (found := _slices(_pieces(inner), stretch))), None)
        tail = inner.strip()[-1:]
        shown = f"«{' (…) '.join(own)}»{tail if tail in '.,;:' and tail != text[end : end + 1] else ''}" if own else inner
        text = text[:start] + shown + text[end:]
    return text


def _slices(pieces: Sequence[str], stretch: str) -> list[str]:
    """Where the folded pieces stand one after the other, in the signs of the record; empty when they do not, or not sign by sign."""
    folded, places = "", list[int]()
    for at, sign in enumerate(stretch):
        plain = fold(f"x{sign}x")[1:-1]  # white space keeps its place between two letters
        plain = plain if plain != " " or not folded.endswith(" ") else ""
        folded += plain
        places += [at] * len(plain)
    return [" ".join(stretch[places[first] : places[past - 1] + 1].split()) for first, past in _in_order(pieces, folded) or ()]


def _in_order(pieces: Sequence[str], text: str) -> list[tuple[int, int]] | None:
    """Where pieces stand one after the other; None when they do not."""
    found, past = list[tuple[int, int]](), 0
    for piece in pieces:
        place = _find(piece, text[past:])
        if place < 0:
            return None
        found.append((past + place, past + place + len(piece)))
        past = found[-1][1]
    return found


def untrue(text: str, quotes: Sequence[Quote]) -> str | None:
    """The first quotation that does not stand in the quotes; None when all do."""
    folded = [fold(s) for s in stretches(quotes)]
    quoted = (inner for _, _, inner in quotations(text))
    return next((inner.strip() for inner in quoted if all(_in_order(_pieces(inner), stretch) is None for stretch in folded)), None)


def turned(text: str, quotes: Sequence[Quote]) -> str | None:
    """A quotation cut from its sentence so that a negation is lost; None when there is none.

    "geen voorstander van minimumstraffen" must not be shown as «voorstander van minimumstraffen».
    """
    outside, quoted = text, quotations(text)
    for start, end, _ in reversed(quoted):
        outside = outside[:start] + " " + outside[end:]
    if negations(outside):
        return None
    folded = [fold(s) for s in stretches(quotes)]
    for _, _, inner in quoted:
        for piece in _pieces(inner):
            clauses = [_clause_around(s, at, at + len(piece)) for s in folded if (at := _find(piece, s)) >= 0]
            if len(words(piece)) >= TERM and clauses and all(negations(around) > negations(piece) for around in clauses):
                return inner.strip()
    return None


def _clause_around(text: str, start: int, end: int) -> str:
    before, after = text[:start], text[end:]
    cuts = list(_CLAUSE.finditer(before))
    cut = _CLAUSE.search(after)
    return text[cuts[-1].end() if cuts else 0 : end] + (after[: cut.start()] if cut else after)


def somebody_elses(text: str, quotes: Sequence[Quote]) -> bool:
    """Whether a quotation of the claim stands, in the record, within somebody else's words."""
    others = [fold(q.turn.text[a:b]) for q in quotes for a, b in borrowed(q.turn.text) if a < q.end and q.start < b]
    pieces = [piece for _, _, inner in quotations(text) for piece in _pieces(inner) if len(words(piece)) > TERM]
    return any(piece in other for piece in pieces for other in others)
