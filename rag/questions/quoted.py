"""The sentences of a passage that answer: after whose question it is, the sooner and the nearer to the question's words the better."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from rag.kind import has_number, kind_of
from rag.questions.cues import cue
from rag.questions.passages import Floats, Passage
from rag.restated import announces
from rag.text import content_stems, is_question, words
from rag.types import Language, Quote
from rag.verify.quotes import holds

_YES = re.compile(r"\W*(?:ja|nee|jawel|jazeker|zeker|absoluut|inderdaad|klopt|yes|no)\W*", re.I)
# "Dat was het.", "Tot zover, voorzitter.": the speaker is done
_CLOSING = re.compile(
    r"\W*(?:(?:en|dan|voorzitter|volgens mij)\W+)*(?:dat (?:was|waren) (?:het|alles|ze(?: allemaal)?|(?:de|mijn) (?:laatste )?\w+)|tot zover(?: mijn \w+)?"
    r"|(?:daar|hier) (?:laat|wil|wilde) ik het (?:graag )?bij(?: laten)?|ik (?:ben|was) klaar)(?:\W+(?:dan|voor nu|wat mij betreft|volgens mij|voorzitter|meneer de voorzitter))*\W*",
    re.I,
)
# "De Partij voor de Dieren noemt de lijn rampzalig; dat ben ik niet met haar eens.": on what somebody else thinks
_THINKS = re.compile(
    r"\W*(?:de|het|mevrouw|[A-Z]\w*[A-Z0-9]\w*)\s(?:[^\s,;.]+\s){0,5}(?:noemt|noemde|vindt|vond|meent|stelt|beweert)\b", re.I
)
_AGENDA = re.compile(
    r"\b(?:blokjes|mapjes|thema['’]s)\b|\bloop\b.{0,40}\blangs\b|\bik heb (?:nog )?\w+ (?:vragen|punten|onderwerpen)\b", re.I
)  # "Ik heb vier blokjes: …"
OPENING = 4  # first sentences of a passage in which it is said whose question it answers
SOON, ASIDE = 0.4, 0.2  # what an early sentence is worth, and what an aside loses, next to the words it holds
TOLD, SETTLED = 0.3, 0.2  # what it is worth that a sentence tells what was asked for, or settles it
ELSEWHERE = 0.4  # what is taken off for a sentence that goes with another question
COURTESY = 7  # words
ASKS = 1  # sentences before a question at the start of an answer, which goes on to say what is asked
ENOUGH = 0.3  # a second sentence is shown when it scores at least this share of the first
SHOWN = 3  # sentences shown as an answer


def quoted(passage: Passage, held: Floats, free: Floats, asked: str, language: Language) -> tuple[Quote, ...]:
    """The sentences that answer, at most `SHOWN`, in spoken order; empty when none may be quoted or says anything.

    Args:
        passage: of the government.
        held: the share of the question's words that each sentence of the debate's passages holds.
        free: 1 for the sentences that go with no other question; one that does is no more than the best.
        asked: the sentences that ask.
        language: of the record.
    """
    fits = _fit(asked, language)
    scored = [
        (float(held[place]) + worth + fits(quote.text) - ELSEWHERE * (free[place] < 1), place, quote)
        for place, worth, quote in _candidates(passage)
    ]
    if not scored:
        return ()
    scored.sort(key=lambda one: -one[0])
    top, _, best = scored[0]
    about = set(content_stems(asked, language))
    near = [
        quote
        for worth, place, quote in scored[1:]
        if free[place] == 1
        and worth >= ENOUGH * top
        and not (_THINKS.match(quote.text) and about.isdisjoint(content_stems(quote.text, language)))
    ]
    kept = [best, *(quote for quote in near if _paragraph(quote) == _paragraph(best))][:SHOWN]  # another paragraph is another subject
    return tuple(sorted(kept, key=lambda quote: quote.start))


def _fit(asked: str, language: Language) -> Callable[[str], float]:
    """How well a sentence is the kind of answer that was asked for: a figure, a time, a reason; a yes, a no, a promise."""
    kind = kind_of(asked, language, language)

    def fit(text: str) -> float:
        told = kind.name != "other" and kind.held(text, language)
        return TOLD * told + SETTLED * bool(cue("answer", "settled").search(text))

    return fit


def _paragraph(quote: Quote) -> int:
    return quote.turn.text.count("\n", 0, quote.end)


@lru_cache(maxsize=16384)
def _candidates(passage: Passage) -> tuple[tuple[int, float, Quote], ...]:
    """Each sentence that could be shown, with its place among all sentences and what it is worth by itself."""
    texts = [passage.turn.text[a:b] for a, b in passage.sentences]
    lead = _lead(texts[:OPENING])
    found: list[tuple[int, float, Quote]] = []
    for i, (start, end) in enumerate(passage.sentences[lead:]):
        yes = bool(i) and _YES.fullmatch(texts[lead + i - 1]) is not None  # "Nee. Dat gaat niet door." is one answer
        quote, text = Quote(passage.turn, passage.sentences[lead + i - 1][0] if yes else start, end), texts[lead + i]
        if (
            holds(quote)
            and not is_question(text)
            and not cue("answer", "not_yet").search(text)
            and not announces(text)
            and not _CLOSING.fullmatch(text)
            and (len(words(text)) > 1 or (_YES.fullmatch(text) and (lead + i + 1 == len(texts) or announces(texts[lead + i + 1]))))
        ):
            beside = bool(cue("answer", "aside").search(text))  # "Ik kijk even naar rechts.", "Dank u wel, voorzitter."
            if _AGENDA.search(text) or (beside and len(words(text)) <= COURTESY and not has_number(text)):
                continue
            aside = ASIDE * beside
            found.append((passage.first + lead + i, SOON / (1 + i) - aside, quote))
    return tuple(found)


def _lead(texts: Sequence[str]) -> int:
    """How many sentences go before the answer: up to the one that says whose question it is, and the question said again."""
    lead, taken_up = 0, False
    for i, text in enumerate(texts):
        if announces(text) or (is_question(text) and (taken_up or i <= ASKS)):
            lead = i + 1
        taken_up = taken_up or announces(text)
    return lead
