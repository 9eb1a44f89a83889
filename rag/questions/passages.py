"""What the government said, cut into passages that each answer one thing, and how well each holds the words of a question."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rag.exchange import ANSWERING, Addressed, Exchange, Place
from rag.lexicon import PART, Term, terms
from rag.questions.cues import cue, thin
from rag.text import content_stems, is_question
from rag.types import Language, Speaker, Turn
from rag.verify.stance import is_restated

Floats = NDArray[np.float64]

WHOLE = 5  # letters of a stem that counts within a longer one
HEADING = 2  # sentences that may stand before the one that names who asked ("Dan kom ik bij de opvang.")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences of one turn, and the members it is for; ``first`` counts sentences over the whole debate."""

    turn: Turn
    sentences: tuple[tuple[int, int], ...]
    to: tuple[Speaker, ...]
    part: int
    first: int


_NAMED = re.compile(
    r"\W*(?:(?:dan|ook|verder|voorzitter|en|tot slot|vervolgens|volgens mij|door|had|heeft|vroeg|vroegen)\s+)*(?:de heer|de heren|mevrouw|meneer|het lid|de leden|collega|mr|ms)\s+",
    re.I,
)
_ASKED = re.compile(r"\b(?:vraag|vragen|vraagt|vroeg|vroegen|gevraagd|asked|question)\b(?!\w)", re.I)


class Passages:
    """Everything the government said in a debate, ready to be searched."""

    def __init__(self, debate: Exchange, language: Language) -> None:
        self.language = language
        self.all = _passages(debate)
        self._stems = [frozenset(content_stems(p.turn.text[a:b], language)) for p in self.all for a, b in p.sentences]
        self._holders: dict[str, list[int]] = {}
        for i, stems in enumerate(self._stems):
            for one in stems:
                self._holders.setdefault(one, []).append(i)
        self._vocabulary = "".join(f" {stem}" for stem in self._holders) + " "
        self._turns: dict[int, list[int]] = {}
        for i, passage in enumerate(self.all):
            self._turns.setdefault(passage.turn.number, []).append(i)
        self._starts = [p.first for p in self.all]
        self._counts, self._total = _counts(debate, language)
        self._known: dict[Term, Floats] = {}

    def weights(self, texts: Iterable[tuple[str, float]], light: float, power: float) -> dict[Term, float]:
        """What texts are about, as terms with weights: rare words of this debate weigh more.

        Args:
            texts: each with its share.
            light: the share of words that don't say what a question is about ("reactie", "bereid").
            power: how much more rare words weigh.
        """
        found: dict[str, tuple[Term, float]] = {}
        for text, share in texts:
            for term in terms(text, self.language, self.language):
                rarity = math.log(1 + self._total / (1 + self._counts[term.stem]))
                weight = share * rarity**power * (light if term.stem in thin(self.language) else 1.0)
                if term.stem not in found or found[term.stem][1] < weight:
                    found[term.stem] = (term, weight)
        return dict(found.values())

    def of(self, turn: int) -> list[int]:
        """The passages of a turn, by their place in ``all``."""
        return self._turns.get(turn, [])

    def held(self, weights: dict[Term, float]) -> tuple[Floats, Floats, Floats]:
        """The share of the weights that each sentence holds, each passage as a whole, and the best sentence of each passage."""
        if not weights or not self._stems:
            return np.zeros(len(self._stems)), np.zeros(len(self.all)), np.zeros(len(self.all))
        worths = np.array([self._worth(term) for term in weights])
        shares = np.array(list(weights.values())) / (sum(weights.values()) or 1.0)
        held = shares @ worths
        whole = shares @ np.maximum.reduceat(worths, self._starts, axis=1)
        return held, whole, np.maximum.reduceat(held, self._starts)

    def _worth(self, term: Term) -> Floats:
        """How well each sentence stands for a term; as `Term.worth`, looked up instead of compared with every stem."""
        if term not in self._known:
            worth = np.zeros(len(self._stems))
            for stem in self._relatives(term.stem):
                worth[self._holders[stem]] = PART
            for stem, value in term.others:
                where = self._holders.get(stem, [])
                worth[where] = np.maximum(worth[where], value)
            worth[self._holders.get(term.stem, [])] = 1.0
            self._known[term] = worth
        return self._known[term]

    def _relatives(self, stem: str) -> set[str]:
        """Stems of the record that hold a stem, or that it holds ("campagn" in "publiekscampagn")."""
        parts = {stem[i:j] for i in range(len(stem)) for j in range(i + WHOLE, len(stem) + 1)} & self._holders.keys()
        if len(stem) < WHOLE:
            return parts
        at = self._vocabulary.find(stem)
        while at >= 0:
            start, end = self._vocabulary.rfind(" ", 0, at) + 1, self._vocabulary.find(" ", at)
            parts.add(self._vocabulary[start:end])
            at = self._vocabulary.find(stem, end)
        return parts


@lru_cache(maxsize=65536)
def announces(text: str) -> bool:
    """Whether a sentence only says whose question is next: "De heer X had een specifieke vraag over …", "Zij vroeg ook naar …"."""
    return is_restated(text) or bool(
        cue("answer", "announces").search(text) or (_NAMED.match(text) and _ASKED.search(text)) or _HEADING.match(text)
    )


# "Dan het reisverbod.", "Tot slot mevrouw Tielen.": in Dutch the verb would come second, so this is a heading and no sentence
_HEADING = re.compile(
    r"\W*(?:dan|tot slot|ten slotte|vervolgens)\s+(?:(?:nog|ook|over)\s+)*(?:de|het|een|mevrouw|meneer|collega)\b[^,;:]*[.]?$", re.I
)


def _counts(debate: Exchange, language: Language) -> tuple[Counter[str], int]:
    """How many paragraphs of the debate hold each stem."""
    paragraphs = [set(content_stems(p, language)) for place in debate.places for p in place.turn.text.split("\n")]
    return Counter(s for stems in paragraphs for s in stems), max(1, len(paragraphs))


def _passages(debate: Exchange) -> list[Passage]:
    found: list[Passage] = []
    first = 0
    for place in debate.places:
        if place.turn.speaker.role not in ANSWERING:
            continue
        for run in _joined(list(_runs(place, debate.addressed(place.turn.number)))):
            found.append(Passage(place.turn, tuple((a.start, a.end) for a in run), run[-1].to, place.part, first))
            first += len(run)
    return found


def _runs(place: Place, addressed: Sequence[Addressed]) -> Iterable[list[Addressed]]:
    """A new run where somebody's question comes up, where whom it is for changes, and at a paragraph for nobody in particular.

    A paragraph that begins with a question says again what was asked next: "Wat vinden wij van een meldpunt? Dat …".
    """
    run: list[Addressed] = []
    text = place.turn.text
    for one in addressed:
        sentence = text[one.start : one.end]
        asks = announces(sentence) and (one.ground == "named" or bool(run and _AGAIN.match(sentence)))
        anew = asks or one.ground == "subject" or (bool(run) and one.to != run[-1].to)
        begins = bool(run) and "\n" in text[run[-1].end : one.start]
        if run and (anew or (begins and (one.ground == "none" or is_question(sentence)))):
            said_before = _asked_before(text, run) if asks and _THAT_WAS.match(sentence) else 0
            yield run[: len(run) - said_before]
            run = run[len(run) - said_before :]
        run.append(one)
    if run:
        yield run


# "Hoe kijken wij naar de regeldruk? Dat was een vraag van mevrouw Kuik."
_THAT_WAS = re.compile(r"\W*(?:dat|dit) (?:was|waren|is|zijn) (?:ook )?(?:een|de|twee|drie) vra(?:ag|gen)\b", re.I)


def _asked_before(text: str, run: Sequence[Addressed]) -> int:
    """How many sentences at the end of a run only ask: they go with whose question they are said to be. Never all of it."""
    count = 0
    while count < len(run) - 1 and is_question(text[run[-1 - count].start : run[-1 - count].end]):
        count += 1
    return count


# the same member's next question: "Zij vroeg ook hoeveel …"
_AGAIN = re.compile(
    r"\W*(?:(?:en|ook|dan|verder|daarnaast|vervolgens|voorts|tot slot|ten slotte)\s+)*"
    r"(?:(?:hij|zij|ze|he|she)\s+(?:ook\s+|also\s+)?(?:vroeg|vraagt|wilde|wil|had|asked)|(?:vroeg|vraagt|wilde|wil)\s+(?:hij|zij|ze))\b",
    re.I,
)


def _joined(runs: list[list[Addressed]]) -> list[list[Addressed]]:
    """A short heading for nobody in particular ("Dan kom ik bij de opvang.") goes with what it heads."""
    found: list[list[Addressed]] = []
    for run in runs:
        if found and len(found[-1]) <= HEADING and found[-1][-1].ground == "none" and run[0].ground == "named":
            found[-1] = found[-1] + run
        else:
            found.append(run)
    return found
