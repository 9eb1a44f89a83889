"""What the government said, cut into passages that each answer one thing, and how well each holds the words of a question."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

import numpy as np
from numpy.typing import NDArray

from rag.exchange import ANSWERING, VERDICT, Addressed, Exchange, Key, Place, cue, key, same
from rag.lexicon import PART, TITLES, Term, terms
from rag.questions.cues import thin
from rag.restated import announces, takes_up
from rag.text import content_stems, is_question
from rag.types import Language, Speaker, Turn

Floats = NDArray[np.float64]

LETTERS = 5  # of a stem that counts within a longer one
WHOLE = 0.6  # how sentences are weighed: all of them together, against the best one
LONG = 0.01  # many sentences hold many words by chance
GREETING = 10  # sentences at the start of a speech among which it says what comes
HEADING = 2  # sentences that may stand before the one that names who asked ("Dan kom ik bij de opvang.")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences of one turn, and the members it is for; ``first`` counts sentences over the whole debate."""

    turn: Turn
    sentences: tuple[tuple[int, int], ...]
    to: tuple[Speaker, ...]
    part: int
    first: int

    @property
    def said(self) -> list[str]:
        """Its sentences."""
        return [self.turn.text[a:b] for a, b in self.sentences]

    @property
    def where(self) -> slice:
        """Which sentences of the debate it has."""
        return slice(self.first, self.first + len(self.sentences))

    def is_for(self, asker: Speaker) -> bool:
        """Whether it is for whoever asked."""
        return any(same(s, asker) for s in self.to)


# "Ik heb vier blokjes: …", "Ik heb één vraag gekregen.", "Ik begin met de dijken, daarna doe ik de sluizen."
AGENDA = re.compile(
    r"\b(?:blokjes|mapjes|thema['’]s)\b|\bloop\b.{0,40}\blangs\b|\bik heb (?:nog )?\w+ (?:vra(?:ag|gen)|punten|onderwerpen)\b"
    # not "Ik behandel eerst de bezwaren en daarna neem ik een besluit."
    r"|\b(?:ik (?:behandel|beantwoord)|(?:behandel|beantwoord) ik) eerst\b(?!.*\b(?:[a-z]+ (?:ik|wij|we)|zodat|omdat|want)\b).*\b(?:daarna|dan|vervolgens)\b"
    r"|\b(?:ik begin|begin ik) met\b.*\b(?:daarna|dan|vervolgens|ten slotte|tot slot)\b",
    re.I,
)
# "De staatssecretaris doet daarna de fiscale vragen."; "De minister neemt alle vragen van patiënten mee." answers
A_COLLEAGUE_DOES = re.compile(
    r"\b(?:minister|staatssecretaris|collega)\b[^,.;:?]{0,30}\b(?:doet|neemt|beantwoordt|behandelt)\b[^,.;:?]*\bvragen\b(?![^.;?]*\bmee\b)",
    re.I,
)
# "Dat was het.", "Tot zover, voorzitter.": the speaker is done
CLOSING = re.compile(
    r"\W*(?:(?:en|dan|voorzitter|volgens mij)\W+)*(?:dat (?:was|waren) (?:het|alles|ze(?: allemaal)?|(?:de|mijn) (?:laatste )?\w+)|tot zover(?: mijn \w+)?"
    r"|(?:daar|hier) (?:laat|wil|wilde) ik het (?:graag )?bij(?: laten)?|ik (?:ben|was) klaar"
    r"|(?:daar|hier)mee (?:heb|hebben|ben|zijn|kom) (?:ik|wij|we)(?: [\w-]+){0,7} (?:gehad|beantwoord|door|erdoor\w*|behandeld|einde?|gekomen|klaar))(?:\W+(?:dan|voor nu|wat mij betreft|volgens mij|voorzitter|meneer de voorzitter))*\W*",
    re.I,
)
# "Mevrouw X noemde de cijfers.", "Mevrouw X zegt: …": still on her motion; "Mevrouw X: de cijfers komen in mei." is her answer
_MEMBER = re.compile(
    r"\W*(?:de heer|mevrouw|meneer|het lid)\s(?!(?:(?:van|de|den|der|ten|ter|in|'t|(?-i:[A-Z])[\w'’-]*)\s)*(?-i:[A-Z])[\w'’-]*(?: dan)?:)",
    re.I,
)
_MOTION = re.compile(r"\bmoties?\b.{0,40}\bstuk nrs?\b", re.I)
# "De motie van mevrouw Vos wacht ik af."; not "De motie van mevrouw Vos is uitgevoerd."
_JUDGED = re.compile(rf"^\W*(?:(?:dan|en|ook)\W+)*de moties? van [^.;]*(?:\bik af\W*$|{VERDICT.pattern})", re.I)
# "Dat ga ik regelen.": its verb is no part of "maatregelen"
_THAT_IS_DONE = re.compile(r"\W*(?:(?:ja|en|maar)\W+)?(?:dat|dit) (?:ga|gaan|zal|zullen|kan|kunnen|wil|willen) (?:ik|we|wij) \w+\W*$", re.I)
_ON_MOTION = re.compile(rf"\bmoties?\b|{VERDICT.pattern}", re.I)


class Passages:
    """Everything the government said in a debate, ready to be searched; ``texts``: its sentences, in order."""

    def __init__(self, debate: Exchange, language: Language) -> None:
        self.language = language
        self.all = _passages(debate)
        self.texts = [text for one in self.all for text in one.said]
        self._stems = [frozenset(content_stems(text, language)) for text in self.texts]
        self._bare = [i for i, text in enumerate(self.texts) if _THAT_IS_DONE.match(text)]
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
        self._topic = _topic(debate, language)
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
                weight = share * self._rarity(term.stem, power) * (light if term.stem in thin(self.language) else 1.0)
                if term.stem not in found or found[term.stem][1] < weight:
                    found[term.stem] = (term, weight)
        return dict(found.values())

    def breadth(self, light: float, power: float) -> Floats:
        """What each sentence is about, as one weight: the more and the rarer its words, the more."""
        weights = {s: self._rarity(s, power) * (light if s in thin(self.language) else 1.0) for s in self._holders}
        return np.array([sum(weights[s] for s in stems) for stems in self._stems], dtype=float)

    def _rarity(self, stem: str, power: float) -> float:
        return float(math.log(1 + self._total / (1 + self._counts[stem])) ** power)

    def telling(self, text: str) -> str:
        """A text without the words that at least half of the members use: they are what the whole debate is about."""
        kept = [word for word in text.split() if self._topic.isdisjoint(content_stems(word, self.language))]
        return " ".join(kept)

    def of(self, turn: int) -> list[int]:
        """The passages of a turn, by their place in ``all``."""
        return self._turns.get(turn, [])

    def held(self, weights: dict[Term, float]) -> Floats:
        """The share of the weights that each sentence holds."""
        return self._shares(weights) @ self._worths(weights)

    def scores(self, weights: dict[Term, float], held: Floats) -> Floats:
        """How well each passage goes with the weights: all its sentences together, and the best of them.

        Args:
            weights: from `weights`.
            held: the share that each sentence of the debate holds.
        """
        return self._score(weights, self._worths(weights), held, np.array(self._starts, dtype=int))

    def score(self, weights: dict[Term, float], held: Floats, where: slice) -> float:
        """The same for any run of sentences."""
        return float(self._score(weights, self._worths(weights)[:, where], held[where], np.zeros(1, dtype=int))[0])

    def _score(self, weights: dict[Term, float], worths: Floats, held: Floats, starts: NDArray[np.int_]) -> Floats:
        together = self._shares(weights) @ np.maximum.reduceat(worths, starts, axis=1)
        sizes = np.diff([*starts, len(held)])
        found: Floats = WHOLE * together / (1 + LONG * sizes) + (1 - WHOLE) * np.maximum.reduceat(held, starts)
        return found

    def _worths(self, weights: dict[Term, float]) -> Floats:
        """How well each sentence, a column, stands for each term."""
        return np.array([self._worth(term) for term in weights]).reshape(len(weights), len(self._stems))

    def _shares(self, weights: dict[Term, float]) -> Floats:
        return np.array(list(weights.values())) / (sum(weights.values()) or 1.0)

    def apart(self) -> Floats:
        """0 for the sentences that answer nobody: how a speech begins, before it says what comes; a verdict on a motion, up to what is taken up or the next paragraph; how it ends."""
        found: list[float] = []
        for _, of_turn in groupby(self.all, key=lambda one: one.turn.number):
            passages = list(of_turn)
            lead, text = _on_what_comes(passages[0]), passages[0].turn.text
            sentences = [(a, b) for one in passages for a, b in one.sentences]
            for (start, end), motion in zip(sentences, _on_motions(text, sentences), strict=True):
                found.append(0.0 if motion or start in lead or CLOSING.fullmatch(text[start:end]) else 1.0)
        return np.array(found, dtype=float)

    def at(self, sentence: int) -> int:
        """The passage a sentence of the debate stands in."""
        return int(np.searchsorted(self._starts, sentence, side="right")) - 1

    def end(self, turn: int) -> int:
        """The sentence of the debate after the last of a turn."""
        last = self.all[self.of(turn)[-1]]
        return last.first + len(last.sentences)

    def spread(self, values: Floats) -> Floats:
        """A value of each passage, for each of its sentences."""
        return np.repeat(values, [len(p.sentences) for p in self.all])

    def cut(self, first: int, end: int) -> Passage:
        """Sentences of one turn as a passage of their own."""
        at = self.at(first)
        head = self.all[at]
        spans = [s for p in self.all[at:] if p.turn is head.turn for s in p.sentences]
        return Passage(head.turn, tuple(spans[first - head.first : end - head.first]), head.to, head.part, first)

    def _worth(self, term: Term) -> Floats:
        """How well each sentence stands for a term; as `Term.worth`, looked up instead of compared with every stem."""
        if term not in self._known:
            worth = np.zeros(len(self._stems))
            for stem in self._relatives(term.stem):
                worth[self._holders[stem]] = PART
            worth[self._bare] = 0.0
            for stem, value in term.others:
                where = self._holders.get(stem, [])
                worth[where] = np.maximum(worth[where], value)
            worth[self._holders.get(term.stem, [])] = 1.0
            self._known[term] = worth
        return self._known[term]

    def _relatives(self, stem: str) -> set[str]:
        """Stems of the record that hold a stem, or that it holds ("campagn" in "publiekscampagn")."""
        parts = {stem[i:j] for i in range(len(stem)) for j in range(i + LETTERS, len(stem) + 1)} & self._holders.keys()
        if len(stem) < LETTERS:
            return parts
        at = self._vocabulary.find(stem)
        while at >= 0:
            start, end = self._vocabulary.rfind(" ", 0, at) + 1, self._vocabulary.find(" ", at)
            parts.add(self._vocabulary[start:end])
            at = self._vocabulary.find(stem, end)
        return parts - TITLES


def _on_motions(text: str, sentences: Sequence[tuple[int, int]]) -> list[bool]:
    """Which sentences of a turn are on a motion: up to what is taken up, or a paragraph that says nothing of it, unless the verdict is still to come."""
    found: list[bool] = []
    on = judged = False
    for i, (start, end) in enumerate(sentences):
        sentence = text[start:end]
        if _MOTION.search(sentence):
            on, judged = True, False
        elif on and _begins_another(sentence):
            on = False
        elif on and "\n" in text[start - 1 : start] and not _ON_MOTION.search(sentence):
            on = not judged and _judged_ahead([text[a:b] for a, b in sentences[i:]])
        judged = judged or bool(VERDICT.search(sentence))
        found.append(on or _JUDGED.match(sentence) is not None)
    return found


def _begins_another(sentence: str) -> bool:
    """Whether a sentence in a verdict on a motion takes up something else; what it tells of a member does not."""
    return takes_up(sentence) and (not _MEMBER.match(sentence) or cue("answer", "asked").search(sentence) is not None)


def _judged_ahead(sentences: Iterable[str]) -> bool:
    """Whether a verdict comes before another motion or another subject does."""
    until = takewhile(lambda one: not (_MOTION.search(one) or _begins_another(one)), sentences)
    return any(map(VERDICT.search, until))


def _on_what_comes(passage: Passage) -> set[int]:
    """Where the sentences start, among the first of a turn, that say what comes ("Ik heb vier blokjes: …") or what a colleague answers; with those
    before what comes, where no answer goes before it."""
    found: set[int] = set()
    led = False
    for i, (start, end) in enumerate(passage.sentences[:GREETING]):
        sentence = passage.turn.text[start:end]
        if AGENDA.search(sentence):
            led, found = True, {a for a, _ in passage.sentences[: i + 1]}
        elif A_COLLEAGUE_DOES.search(sentence):
            found.add(start)
        elif led or takes_up(sentence):
            break
    return found


def _counts(debate: Exchange, language: Language) -> tuple[Counter[str], int]:
    """How many paragraphs of the debate hold each stem."""
    paragraphs = [set(content_stems(p, language)) for place in debate.places for p in place.turn.text.split("\n")]
    return Counter(s for stems in paragraphs for s in stems), max(1, len(paragraphs))


def _topic(debate: Exchange, language: Language) -> frozenset[str]:
    said: dict[Key, set[str]] = {}
    for place in debate.places:
        if place.turn.speaker.role == "member":
            said.setdefault(key(place.turn.speaker), set()).update(content_stems(place.turn.text, language))
    held = Counter(s for stems in said.values() for s in stems)
    return frozenset(s for s, count in held.items() if count > 2 and 2 * count >= len(said))


def _passages(debate: Exchange) -> list[Passage]:
    found: list[Passage] = []
    first = 0
    for place in debate.places:
        if place.turn.speaker.role not in ANSWERING:
            continue
        for run in _joined(place.turn.text, list(_runs(place, debate.addressed(place.turn.number)))):
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
        asks = announces(sentence) and (one.ground == "named" or bool(run and _HE.match(sentence)))
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


_HE = re.compile(r"\W*(?:[A-Za-z]+\s+){0,3}?(?:hij|zij|ze|he|she)\b", re.I)  # the same member's next question: "Zij vroeg ook hoeveel …"


def _joined(text: str, runs: list[list[Addressed]]) -> list[list[Addressed]]:
    """A short heading for nobody in particular ("Dan kom ik bij de opvang.") goes with what it heads."""
    found: list[list[Addressed]] = []
    for run in runs:
        heads = bool(found) and len(found[-1]) <= HEADING and announces(text[found[-1][-1].start : found[-1][-1].end])
        if heads and found[-1][-1].ground == "none" and run[0].ground == "named":
            found[-1] = found[-1] + run
        else:
            found.append(run)
    return found
