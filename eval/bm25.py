"""The yardstick: plain BM25 on Snowball stems, recomputed on the candidates that are scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from rag.retrieve import inverse_frequency
from rag.text import content_stems, stems
from rag.types import Language

K1, B = 1.5, 0.75  # as bm25s and Lucene have them by default


class Bm25:
    """BM25 in Lucene's form (Kamphuis et al. 2020) over texts in memory, with or without stop words; knows nothing of speakers, synonyms or vectors."""

    def __init__(self, texts: Sequence[str], language: Language, stop: bool) -> None:
        self._stems = partial(content_stems if stop else stems, language=language)
        bags = [Counter(self._stems(text)) for text in texts]
        self._lengths = [bag.total() for bag in bags]
        self._mean = sum(self._lengths) / max(1, len(bags)) or 1.0
        self._postings: dict[str, list[tuple[int, int]]] = {}
        for row, bag in enumerate(bags):
            for one, times in bag.items():
                self._postings.setdefault(one, []).append((row, times))

    def rank(self, query: str) -> list[int]:
        """Candidates with a score above zero, best first, ties in their own order."""
        total = len(self._lengths)
        scores = [0.0] * total
        for one in self._stems(query):
            found = self._postings.get(one, [])
            idf = inverse_frequency(len(found), total)
            for row, times in found:
                scores[row] += idf * times / (times + K1 * (1 - B + B * self._lengths[row] / self._mean))
        return sorted((row for row in range(total) if scores[row] > 0), key=lambda row: -scores[row])
