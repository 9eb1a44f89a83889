"""Texts to vectors: hashed stems that need nothing but the package, or a configured endpoint."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rag.errors import ModelError
from rag.rarity import rarity
from rag.settings import Settings
from rag.text import content_stems
from rag.types import Language

Vectors = NDArray[np.float32]
DIMENSIONS = 1024
GRAM = 4
BATCH = 32  # a model on a processor embeds some three chunks a second, and an endpoint that is silent for thirty is given up
QUESTION_SECONDS = 30.0  # for the vectors a question needs: whoever asked is waiting, and words alone find nearly as much
KEPT = 4_000  # vectors of questions and sentences that are kept: a debate is asked more than once
BUILTIN = "builtin-1"  # another number whenever the built-in vectors of a text change


class Embedder(Protocol):
    """Texts to unit vectors."""

    def embed(self, texts: Sequence[str], language: Language, progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of shape (len(texts), dimensions), each of length 1 (or 0 for a text without words)."""
        ...

    def asked(self, texts: Sequence[str], language: Language) -> Vectors:
        """As `embed`, of the few texts a question needs, while somebody waits."""
        ...


class Builtin:
    """Stems and their 4-grams, weighed by idf, hashed with a sign into 1024 dimensions (Weinberger et al. 2009).

    Stop words are left out, which takes away the large component all turns share; approximate search needs that.
    """

    def embed(self, texts: Sequence[str], language: Language, progress: Callable[[int], None] | None = None) -> Vectors:
        out: Vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            found = [(*_features(one), np.float32(1 + math.log(n))) for one, n in Counter(content_stems(text, language)).items()]
            if found:  # all of a text at once: one call for each stem takes longer than all else here
                values = np.concatenate([of_one * times for _, of_one, times in found])
                np.add.at(out[row], np.concatenate([places for places, _, _ in found]), values)
            if progress and row % 500 == 0:
                progress(row)
        return _of_length_one(out)

    asked = embed


@lru_cache(maxsize=100_000)
def _features(one: str) -> tuple[NDArray[np.int64], Vectors]:
    """Where a stem and its 4-grams fall, and with what weight: the stem its idf, its grams together half of that."""
    weight = rarity(one)
    grams = [one[i : i + GRAM] for i in range(len(one) - GRAM + 1)] if len(one) > GRAM else []
    places, values = [], []
    for feature, worth in [(one, weight), *(("#" + g, 0.6 * weight / math.sqrt(len(grams))) for g in grams)]:
        digest = int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "little")
        places.append(digest % DIMENSIONS)
        values.append(worth if digest >> 63 else -worth)
    return np.array(places, dtype=np.int64), np.array(values, dtype=np.float32)


class Remote:
    """Vectors from an OpenAI-compatible endpoint."""

    def __init__(self, settings: Settings) -> None:
        from rag.llm import Endpoint

        self._endpoint = Endpoint.of(settings, settings.griffier_embeddings.removeprefix("openai:"))
        self._kept: dict[str, NDArray[np.float32]] = {}

    def embed(self, texts: Sequence[str], language: Language, progress: Callable[[int], None] | None = None) -> Vectors:
        rows: list[list[float]] = []
        for start in range(0, len(texts), BATCH):
            rows += self._made(texts[start : start + BATCH], None)
            if progress:
                progress(len(rows))
        return _of_length_one(rows)

    def asked(self, texts: Sequence[str], language: Language) -> Vectors:
        """In one call, of those that were not asked for before."""
        kept = self._kept if len(self._kept) < KEPT else {}
        if new := [text for text in dict.fromkeys(texts) if text not in kept]:
            kept = {**kept, **dict(zip(new, _of_length_one(self._made(new, QUESTION_SECONDS)), strict=True))}
            self._kept = kept  # another thread goes on with what it had
        return np.stack([kept[text] for text in texts])

    def _made(self, texts: Sequence[str], seconds: float | None) -> list[list[float]]:
        try:
            return self._endpoint.embed(texts, seconds)
        except ModelError as error:
            name = self._endpoint.model
            raise ModelError("Het model voor vectoren ({model}) werkt niet. {why}", model=name, why=error) from None


def _of_length_one(rows: Vectors | Sequence[Sequence[float]]) -> Vectors:
    out = np.asarray(rows, dtype=np.float32)
    norms = np.linalg.norm(out, axis=1, keepdims=True)
    return np.asarray(np.divide(out, norms, out=np.zeros_like(out), where=norms > 0), dtype=np.float32)


def embedder(settings: Settings) -> Embedder:
    """The embedder the settings ask for."""
    return Builtin() if settings.griffier_embeddings == "builtin" else Remote(settings)


def knows_meaning(settings: Settings) -> bool:
    """Whether texts without a word in common may be near: the built-in vectors know words by their letters."""
    return settings.griffier_embeddings != "builtin"


def fingerprint(settings: Settings) -> str:
    """What vectors are made with; an index made with another one must be rebuilt."""
    return BUILTIN if settings.griffier_embeddings == "builtin" else settings.griffier_embeddings
