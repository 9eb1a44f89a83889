"""A turn to chunks: search handles of whole sentences that never cross a turn."""

from __future__ import annotations

from rag.text import sentences
from rag.tokens import bound
from rag.types import Chunk, Turn

CHUNKER_VERSION = "1"
BUDGET = 320  # tokens by the bound, some 115 words of Dutch; measured best between 200 and 500 on the dev questions


def chunk(turn: Turn) -> tuple[Chunk, ...]:
    """Splits a turn at sentence ends within the token budget, in order, offsets exact; together the chunks hold every sentence.

    An empty turn gives one empty chunk, so that every turn can be found. The budget is counted by the bound, never by a vocabulary
    that may or may not be on disk: the same file must give the same chunks on every machine.
    """
    label = f"{turn.speaker.label}: "
    spans = _spans(turn.text)
    return tuple(Chunk(turn.meeting, turn.number, n, a, b, label + turn.text[a:b]) for n, (a, b) in enumerate(spans))


def _spans(text: str) -> list[tuple[int, int]]:
    if bound(text) <= BUDGET:
        return [(0, len(text))]
    pieces = [piece for a, b in sentences(text) for piece in _within_budget(text, a, b)]
    spans: list[tuple[int, int]] = []
    for a, b in pieces:
        if spans and bound(text[spans[-1][0] : b]) <= BUDGET:
            spans[-1] = (spans[-1][0], b)
        else:
            spans.append((a, b))
    return spans or [(0, len(text))]


def _within_budget(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence as one piece, or, when it alone is over the budget, split at words by the splitter, offsets exact."""
    if bound(text[start:end]) <= BUDGET:
        return [(start, end)]
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: TID251  this file is its door

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=BUDGET,
        chunk_overlap=0,
        length_function=bound,
        keep_separator="end",
        separators=["; ", ", ", " ", ""],
        strip_whitespace=True,
    )
    spans: list[tuple[int, int]] = []
    cursor = start
    for piece in splitter.split_text(text[start:end]):
        cursor = text.index(piece, cursor, end)
        spans.append((cursor, cursor + len(piece)))
        cursor += len(piece)
    return spans
