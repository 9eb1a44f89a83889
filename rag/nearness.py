"""How near in meaning sentences are to a question, beside how near they are to questions about anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.embed import Vectors
from rag.tables import table
from rag.types import Language

Vector = NDArray[np.float32]
Ask = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question means: its vector, and those of questions about other things, to which everything is somewhat near.

    Models differ in how near they place texts that have nothing to do with each other; so a sentence is as near as it is nearer to the
    question than to those others, in units of how much these differ (T-norm: Auckenthaler, Carey and Lloyd-Thomas 2000).
    """

    question: Vector
    others: Vectors

    @property
    def apart(self) -> Vector:
        """What sets the question apart from the others: what is near to it is nearer to the question than to them."""
        return np.asarray(self.question - self.others.mean(axis=0), dtype=np.float32)

    def near(self, texts: Mapping[str, Vector], chunks: Sequence[float]) -> Nearness:
        """How near these sentences are, and the nearest of these chunks, whose scores are by `apart`."""
        if not texts:
            return Nearness(self, {}, 0.0)
        vectors = np.stack(list(texts.values()))
        others = vectors @ self.others.T
        spread = float((others - others.mean(axis=1, keepdims=True)).std()) or 1.0
        sentences = (vectors @ self.apart / spread).tolist()
        return Nearness(self, dict(zip(texts, sentences, strict=True)), float(max(chunks) - np.mean(chunks)) / spread if chunks else 0.0)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near in meaning what was found is to the question; 0: as near as to questions about anything else.

    ``sentences``: of the best passages, by their text. ``chunk``: the nearest, beside the others.
    """

    means: Meant
    sentences: Mapping[str, float]
    chunk: float

    def nearest(self, texts: Iterable[str]) -> float:
        """How near the nearest of these sentences is; one that is not known counts as 0."""
        return max((self.sentences.get(text, 0.0) for text in texts), default=0.0)


def meant(question: str, language: Language, ask: Ask) -> Meant:
    """The vectors of a question and of those it is held beside, in one call."""
    made = ask([question, *table("elsewhere")[language]])
    return Meant(made[0], made[1:])
