"""Whether what was found answers the question, or only stands near it."""

from __future__ import annotations

from collections.abc import Sequence

from rag.retrieve import Search
from rag.types import Language
from rag.verbatim import Candidate, coverage

THRESHOLD = 0.2


def answers(found: Search, candidates: Sequence[Candidate], language: Language) -> bool:
    """Whether the best places in the record cover enough of the question to be called an answer.

    Words alone tell only the far from the near (Clarke et al. on answerability make the same point); where the record is sure,
    a party or person who did not speak, `understand` has declined before this is asked.
    """
    return best_window(found, language) >= THRESHOLD


def best_window(found: Search, language: Language) -> float:
    """The largest share of the question that three sentences on end hold, over the passages that may be quoted."""
    best = 0.0
    for passage in found.passages[:6]:
        for i in range(len(passage.sentences)):
            window = passage.sentences[max(0, i - 1) : i + 2]
            text = passage.turn.text[window[0][0] : window[-1][1]]
            best = max(best, coverage(text, found.terms, found.weight, language))
    return best
