"""The writer without a model: the sentences of the record that answer, chosen and put in order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.lexicon import Cover, Term
from rag.retrieve import sentence_stems
from rag.text import is_question, words
from rag.types import Claim, Language, Passage, Quote, Turn

MOST = 5  # sentences in an answer
READ = 6  # passages that may be quoted from


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer: where it stands, how well it covers the question, and what it scores."""

    passage: Passage
    index: int
    coverage: float
    score: float


_WHEN = re.compile(
    r"\b(?:\d{1,2}\s)?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)\b"
    r"|\b(?:19|20)\d\d\b|\bkwartaal\b|\b\w*reces\b|\b(?:voor|na|begin|eind|in) (?:de |het )?(?:zomer|herfst|winter|voorjaar|najaar|kerst|jaar)\w*\b|\b(?:week|weken|maand|maanden|binnenkort|volgend jaar)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\d|\b(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend|miljoen|miljard|helft|procent|kwart)\w*\b",
    re.I,
)
_BECAUSE = re.compile(r"\b(?:omdat|want|doordat|vanwege|reden|daarom|immers|namelijk|aangezien|because|since|therefore|reason)\b", re.I)
_STANCE = re.compile(
    r"\b(?:(?:ik|wij|we|mijn fractie|de fractie|het \w+|de \w+) (?:vind|vinden|vindt|wil|willen|denk|denken|ben|zijn|steun|steunen|pleit|zou|zouden|hoop|maak|maken|heb|hebben)|onacceptabel|onbegrijpelijk|belangrijk|moet|moeten|noodzakelijk|voorstander|tegenstander|wat ons betreft|wat mij betreft|i think|we think|we believe|must|should)\b",
    re.I,
)
_PROMISE = re.compile(
    r"\b(?:zeg(?:t)? toe|toezegging|toegezegd|zal|zullen|kom(?:en)? \w* ?\w* ?terug|ga(?:an)? (?:ik|we|wij)|bereid|informeren|geïnformeerd|ontvangt|promise|will)\b",
    re.I,
)
_COURTESY = re.compile(
    r"^(?:dank|voorzitter\.?$|dat was|tot zover|ik dank|hartelijk|goedemorgen|goedemiddag|thank you|excuus|gaat uw gang|het woord is|dan geef ik|ga uw gang)",
    re.I,
)
_RESTATED = re.compile(r"\b(?:vroeg|vraagt|vragen|gevraagd|vroegen|asked)\b", re.I)
_LEANS_BACK = re.compile(
    r"^(?:dat|dit|die|deze|daar\w*|hier\w*|hij|zij|ze|het|er|dus|maar|ook|en|want|that|this|it|they|he|she|but|and|so)\b", re.I
)
_SHORT = 4

CUES: tuple[tuple[re.Pattern[str], re.Pattern[str], float], ...] = (
    (
        re.compile(
            r"\b(?:wanneer|welke termijn|hoe lang|tot wanneer|per wanneer|welke datum|hoe laat|when|how long|deadline|what time)\b", re.I
        ),
        _WHEN,
        0.25,
    ),
    (
        re.compile(
            r"\b(?:hoeveel|welk bedrag|welk percentage|welk deel|hoe groot|hoe hoog|welk aantal|how many|how much|what share|percentage)\b",
            re.I,
        ),
        _NUMBER,
        0.25,
    ),
    (re.compile(r"\b(?:waarom|hoezo|welke reden|why)\b", re.I), _BECAUSE, 0.15),
    (
        re.compile(
            r"\b(?:vindt|vinden|vond|standpunt|mening|kijkt|denkt|wil|wilde|staat|oordeel|positie|think|view|opinion|position|want|stance)\b",
            re.I,
        ),
        _STANCE,
        0.2,
    ),
    (
        re.compile(r"\b(?:toegezegd|toezegging\w*|beloofd|belooft|beloofde|zegde|zegt toe|promise\w*|commit\w*|komt er|krijgt)\b", re.I),
        _PROMISE,
        0.2,
    ),
)
_ASKS_QUESTIONS = re.compile(r"\b(?:vroeg|vraagt|vragen|vraag|gevraagd|opgehelderd|ask\w*|question\w*)\b", re.I)


def choose(
    question: str, passages: Sequence[Passage], terms: Sequence[Term], weight: Mapping[str, float], language: Language
) -> list[Candidate]:
    """Scores every sentence that may be quoted in the best passages, best first.

    A sentence is judged with the one before it (half), because speakers name a subject once and then go on with "dat".
    """
    cues = [(cue, worth) for asked, cue, worth in CUES if asked.search(question)]
    wants_questions = _ASKS_QUESTIONS.search(question) is not None
    best = passages[0].score if passages else 0.0
    found: list[Candidate] = []
    cover = Cover(terms, weight)
    for passage in passages[:READ]:
        standing = passage.score / best if best > 0 else 0.0
        previous = 0.0
        held = [cover.held(stems) for stems in sentence_stems(passage.turn.text, language)]
        for i, (start, end) in enumerate(passage.sentences):
            text = passage.turn.text[start:end]
            own = cover.share(held[i])
            value = own + 0.4 * previous + 0.35 * standing
            value += sum(worth for cue, worth in cues if cue.search(text))
            value += _manner(text, passage.turn, wants_questions)
            previous = own
            if _quotable(passage.turn, *passage.sentences[i]):
                found.append(Candidate(passage, i, own, value))
    return sorted(found, key=lambda c: (-c.score, c.passage.number, c.index))


def _manner(text: str, turn: Turn, wants_questions: bool) -> float:
    """What the form of a sentence takes off: courtesies, fragments, and questions where an answer is wanted."""
    value = 0.0
    if len(words(text)) < _SHORT:
        value -= 0.3
    if _COURTESY.search(text):
        value -= 0.4
    if not wants_questions:
        if is_question(text):
            value -= 0.3
        if turn.speaker.role == "government" and _RESTATED.search(text):
            value -= 0.15
    return value


def _quotable(turn: Turn, start: int, end: int) -> bool:
    return not any(a < end and start < b for a, b in turn.unquotable)


def write(candidates: Sequence[Candidate]) -> list[Claim]:
    """One to five claims of one sentence each, ordered so that they read: best turn first, within a turn as spoken.

    Args:
        candidates: from `choose`, best first; not empty.
    """
    top = candidates[0]
    chosen = [top]
    for candidate in candidates[1:]:
        if len(chosen) >= MOST - 1:
            break
        near = any(c.passage is candidate.passage and abs(c.index - candidate.index) <= 2 for c in chosen)
        if candidate.score >= (0.62 if near else 0.72) * top.score and candidate.coverage > 0:
            chosen.append(candidate)
    chosen = _with_antecedents(chosen, candidates)[:MOST]
    order = list(dict.fromkeys(c.passage.number for c in chosen))
    chosen.sort(key=lambda c: (order.index(c.passage.number), c.index))
    return [_claim(c) for c in chosen]


def _with_antecedents(chosen: list[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best sentence, when it leans on the one before it ("Dat …", "Ja."), is shown with that one."""
    top = chosen[0]
    text = _text(top)
    if top.index == 0 or not (_LEANS_BACK.search(text) or len(words(text)) < _SHORT):
        return chosen
    before = next((c for c in candidates if c.passage is top.passage and c.index == top.index - 1), None)
    return chosen if before is None or before in chosen else [top, before, *chosen[1:]]


def _text(candidate: Candidate) -> str:
    start, end = candidate.passage.sentences[candidate.index]
    return candidate.passage.turn.text[start:end]


def _claim(candidate: Candidate) -> Claim:
    start, end = candidate.passage.sentences[candidate.index]
    quote = Quote(candidate.passage.turn, start, end)
    return Claim(text=quote.text, quotes=(quote,), verbatim=True)
