"""The sentences of a passage that answer: after whose question it is, the sooner and the nearer to the question's words the better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.cues import of_course
from rag.kind import Kind, has_number, kind_of
from rag.leaning import BUT
from rag.questions.cues import cue, puts_off
from rag.questions.halves import halves, tied
from rag.questions.passages import A_COLLEAGUE_DOES, AGENDA, CLOSING, Floats, Passage
from rag.restated import announces, heading, retells, tells_who_asked
from rag.text import content_stems, is_question, words
from rag.types import Language, Quote
from rag.verify.quotes import follows, holds

_YES = re.compile(r"\W*(?:ja|nee|jawel|jazeker|zeker|absoluut|inderdaad|klopt|yes|no)\W*", re.I)
_CHAIR = re.compile(r"\b(?:(?:meneer|mevrouw) de )?voorzitter\b", re.I)
# "De Partij voor de Dieren noemt de lijn rampzalig; dat ben ik niet met haar eens.": on what somebody else thinks
_THINKS = re.compile(
    r"\W*(?:de|het|mevrouw|[A-Z]\w*[A-Z0-9]\w*)\s(?:[^\s,;.]+\s){0,5}(?:noemt|noemde|vindt|vond|meent|stelt|beweert)\b", re.I
)
# "Een verhoging naar 25 cent.", "De onafhankelijke uitvoerder.": what the next sentence is about; "De gemeente betaalt." says something
_NOUN = r"(?:(?:[\w’'-]+e|twee|drie|vier|vijf|zes|zeven|acht|negen|\w*tien|\w+tig)\s+(?![\w-]+t\b))?[\w’'-]+"
_THING = re.compile(
    rf"\W*(?:over|(?:over\s+)?(?:de|het|een))\s+{_NOUN}(?:\s+(?:op|van|naar|in|voor|over|bij|met|en|of|aan|uit|tegen)\s+(?:(?:de|het|een)\s+)?{_NOUN}(?:\s+(?:cent|euro|procent|jaar))?){{0,2}}\W*",
    re.I,
)
OPENING = 4  # first sentences of a passage in which it is said whose question it answers
SOON, ASIDE = 0.4, 0.2  # what an early sentence is worth, and what an aside loses, next to the words it holds
TOLD, SETTLED = 0.3, 0.2  # what it is worth that a sentence tells what was asked for, or settles it
ELSEWHERE = 0.4  # what is taken off for a sentence that goes with another question
COURTESY = 7  # words
ASKS = 1  # sentences before a question at the start of an answer, which goes on to say what is asked
ENOUGH = 0.3  # a second sentence is shown when it scores at least this share of the first
BOTH = 2  # sentences of an answer that are shown both, whatever their words: "Over het tekort heb ik gesproken. Wij starten een opleiding."
SHOWN = 3  # sentences shown as an answer


def quoted(passage: Passage, held: Floats, free: Floats, asked: str, language: Language, reply: bool = False) -> tuple[Quote, ...]:
    """The sentences that answer, at most `SHOWN`, in spoken order; empty when none may be quoted or says anything.

    What is said first after a question and tells what was asked answers it, however short ("Twaalf."), and whatever it reads like
    ("Ik begin met twaalf mensen."); of the sentences after it only those that hold a word of the question do too.

    Args:
        passage: of the government.
        held: the share of the question's words that each sentence of the debate's passages holds.
        free: 1 for the sentences that go with no other question; one that does is no more than the best.
        asked: the sentences that ask.
        language: of the record.
        reply: whether it was said right after the question.
    """
    kind, parts = kind_of(asked, language, language), halves(asked, language)
    opening = [passage.turn.text[a:b] for a, b in passage.sentences[: OPENING + 1]]
    at_once, told = _at_once(opening, reply, Kind(kind.name) if parts[0].kind.figure else None, language)

    def score(place: int, worth: float, text: str) -> float:
        tells = kind.name != "other" and kind.held(text, language)
        settles = cue("answer", "settled").search(text) is not None
        return float(held[place]) + worth + TOLD * tells + SETTLED * settles - ELSEWHERE * bool(free[place] < 1)

    each_one = _candidates(passage, at_once, kind if kind.name == "count" else None, asked, language)
    told_who = re.search(r"\bwie\b", asked, re.I)  # "De staatssecretaris doet de vragen over jeugd." answers who does
    scored = [(score(place, worth, q.text), place, q) for place, worth, q in each_one if told_who or not A_COLLEAGUE_DOES.search(q.text)]
    if not scored:
        return ()
    scored.sort(key=lambda one: -one[0])
    top, first, best = scored[0]
    # another paragraph is another subject
    here = [(worth, q) for worth, place, q in scored if q is best or (free[place] == 1 and _paragraph(q) == _paragraph(best))]
    each = tied(parts, [q for _, q in here], language) if len(parts) > 1 else []
    whole = None not in each if each else told and first == passage.first + at_once
    about = set(content_stems(asked, language))

    def adds(text: str) -> bool:
        return bool(about & set(content_stems(text, language))) or not (whole or _THINKS.match(text))

    near = [q for worth, q in here[1:] if (worth >= ENOUGH * top or len(scored) == BOTH) and adds(q.text)]
    kept = list(dict.fromkeys([*(q for q in each if q), best, *_put_off(best, [q for _, q in here]), *near]))[:SHOWN]
    return tuple(sorted(kept, key=lambda quote: quote.start))


def beside(passage: Passage, kept: Sequence[Quote], free: Floats) -> tuple[Quote, ...]:
    """The sentence that is left out between two that are shown, and the one right after the last that takes it back: "Maar of die er komt, …".

    Args:
        passage: of the government.
        kept: those of its sentences that are shown.
        free: 1 for the sentences that go with no other question.
    """
    every = (Quote(passage.turn, a, b) for i, (a, b) in enumerate(passage.sentences, passage.first) if free[i] == 1)
    near = [(q, one) for q in every if _shows(q.text) and holds(q) for one in kept if follows(one, q) and _paragraph(one) == _paragraph(q)]
    return tuple(q for q, _ in near if q not in kept and (BUT.match(q.text) or any(follows(q, other) for other in kept)))


def _put_off(best: Quote, others: Sequence[Quote]) -> list[Quote]:
    """The sentences beside one that puts the question off that do so too: "Daar kan ik niets over zeggen. Ik kom daar in mei op terug."."""
    return [q for q in others if puts_off(best.text) and puts_off(q.text) and (follows(best, q) or follows(q, best))]


def _at_once(texts: Sequence[str], reply: bool, kind: Kind | None, language: Language) -> tuple[int, bool]:
    """The place of the sentence that is said first after the question, where it answers by itself, and whether it tells what was asked; -1 where none does.

    Args:
        texts: the first sentences of a passage.
        reply: whether they were said right after the question; else it must be said again among them.
        kind: the figure or the time that was asked for, where one was: what is counted need not be named again.
        language: of the record.
    """
    asked = reply
    for i, text in enumerate(texts):
        again = retells(text) or is_question(text)
        if asked and kind and not again and kind.held(text, language) and not cue("answer", "points").search(text):
            return i, True
        if again or announces(text) or (not reply and _THING.fullmatch(text)):
            asked = True
        elif asked and not _beside(text):
            return (i, False) if reply and not _YES.fullmatch(text) else (-1, False)
    return -1, False


def _paragraph(quote: Quote) -> int:
    return quote.turn.text.count("\n", 0, quote.end)


@lru_cache(maxsize=16384)
def _candidates(passage: Passage, at_once: int, count: Kind | None, asked: str, language: Language) -> tuple[tuple[int, float, Quote], ...]:
    """Each sentence that could be shown, with its place among all sentences and what it is worth by itself. ``at_once``: see `_at_once`; ``count``:
    what was asked how many of, which a sentence may name that else is on the course of the speech ("Dat zijn zes blokken."); ``asked``: all that was."""

    def shows(text: str) -> bool:
        plain = _shows(text) and not (of_course(text) and not (count and count.held(text, language)))
        return plain or tells_who_asked(text, asked)

    texts = [passage.turn.text[a:b] for a, b in passage.sentences]
    lead = _lead(texts[:OPENING], asked) if at_once < 0 else at_once
    found: list[tuple[int, float, Quote]] = []
    for i, (start, end) in enumerate(passage.sentences[lead:], lead):
        yes = i > lead and _YES.fullmatch(texts[i - 1]) is not None  # "Nee. Dat gaat niet door." is one answer
        quote = Quote(passage.turn, passage.sentences[i - 1][0] if yes else start, end)
        alone = i == at_once or (_YES.fullmatch(texts[i]) and (i + 1 == len(texts) or not shows(texts[i + 1])))
        more = i + 1 < len(texts) or end < len(passage.turn.text.rstrip())
        headed = i != at_once and more and (_THING.fullmatch(texts[i]) is not None or heading(texts[i]))
        if holds(quote) and (alone or (shows(texts[i]) and not headed)) and not cue("answer", "not_yet").search(texts[i]):
            found.append((passage.first + i, SOON / (1 + i - lead) - ASIDE * bool(cue("answer", "aside").search(texts[i])), quote))
    return tuple(found)


def _shows(text: str) -> bool:
    """Whether a sentence may be shown as an answer wherever it stands: it is no question, heading or courtesy, and more than a word."""
    nothing = is_question(text) or announces(text) or CLOSING.fullmatch(text) or AGENDA.search(text) or len(words(text)) == 1
    return not nothing and not _beside(text)


def _beside(text: str) -> bool:
    """Whether a sentence says nothing on the question: "Ik kijk even naar rechts.", "Dank u wel, voorzitter."."""
    rest = _CHAIR.sub(" ", text)
    return not words(rest) or (bool(cue("answer", "aside").search(rest)) and len(words(text)) <= COURTESY and not has_number(text))


def _lead(texts: Sequence[str], asked: str) -> int:
    """How many sentences go before the answer: up to the one that says whose question it is, and the question said again."""
    lead, taken_up = 0, False
    for i, text in enumerate(texts):
        if (announces(text) and not tells_who_asked(text, asked)) or (is_question(text) and (taken_up or i <= ASKS)):
            lead = i + 1
        taken_up = taken_up or announces(text)
    return lead
