"""Whether what was found answers the question, or only stands near it."""

from __future__ import annotations

import re

from rag.lexicon import Cover, Term, window
from rag.retrieve import Search, sentence_stems
from rag.text import STOP_EN, STOP_NL, stem, words
from rag.types import Language
from rag.verbatim import READ

THRESHOLD = 0.2  # share of the question's words that three sentences on end must hold; measured on the dev questions
LIMITED_THRESHOLD = 0.1
KIND = 0.4  # how near the best place a number or date must stand where one is asked for
MISSING = 0.55
HELD = 0.5  # worth from which a synonym counts as the word asked for

_AMOUNT = re.compile(r"\b(?:hoeveel|welk bedrag|welk percentage|welk aantal|budget|how many|how much|what share|what percentage)\b", re.I)
_TIME = re.compile(r"\b(?:wanneer|per welke datum|welke datum|hoe laat|when|what date|what time)\b", re.I)
_NUMBER = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w*tien|\w*tig|honderd\w*|duizend\w*|miljoen|miljard|helft|procent|kwart|dubbel|geen|nul|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|half|percent|none)\b",
    re.I,
)
_DATE = re.compile(
    r"\d|\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|june|july|august|october|kwartaal|\w*reces|zomer|herfst|winter|voorjaar|najaar|kerst|week|weken|maand|maanden|jaar|binnenkort|vandaag|morgen|straks|uur|termijn|zodra|nadat|voordat|eind|begin|quarter|week|month|year|soon)\b",
    re.I,
)
# "over het vuurwerkverbod", "van de windmolens op zee": what a question is about
_SUBJECT = re.compile(
    r"\b(?:over|about|van|voor|of|on|for|aan|op|met|vanwege|tegen|with|against)\s+(?:(?:de|het|een|the|an?|deze|dit|their|zijn|haar|hun)\s+)?([\w'-]{5,})",
    re.I,
)


def answers(question: str, found: Search, language: Language, limited: bool = False) -> bool:
    """Whether the best places in the record cover enough of the question to be called an answer.

    Words alone tell only the far from the near; where the record is sure, a party or person who did not speak, `understand` has
    declined before this is asked. A question for a number or a date is answered only where one stands near the words asked for.

    Args:
        question: in full.
        found: what was retrieved for it.
        language: of the record.
        limited: whether the search was limited to a party or speaker; few turns hold few of the words one asks with.
    """
    windows = _windows(found, language)
    best = max((cover for cover, _ in windows), default=0.0)
    if best < (LIMITED_THRESHOLD if limited else THRESHOLD) or (not limited and _subject_is_missing(question, found, language)):
        return False
    for asked, wanted in ((_AMOUNT, _NUMBER), (_TIME, _DATE)):
        if asked.search(question) and not any(cover >= KIND * best and wanted.search(text) for cover, text in windows):
            return False
    return True


def _windows(found: Search, language: Language) -> list[tuple[float, str]]:
    """Three sentences on end, over the passages that may be quoted: the share of the question they hold, and their text."""
    windows = []
    cover = Cover(found.terms, found.weight)
    for passage in found.passages[:READ]:
        held = [cover.held(stems) for stems in sentence_stems(passage.turn.text, language)]
        for i in range(len(held)):
            spans = passage.sentences[max(0, i - 1) : i + 2]
            windows.append((cover.share(window(held, i)), passage.turn.text[spans[0][0] : spans[-1][1]]))
    return windows


def _subject_is_missing(question: str, found: Search, language: Language) -> bool:
    """Whether the words the question is about stand nowhere in what was found, and most of its other words neither."""
    held = {stem(w, language) for p in found.passages for w in words(p.turn.text)}
    missing = {t.word for t in found.terms if not _held(t, held)}
    subjects = [w for m in _SUBJECT.finditer(question) for w in words(m.group(1)) if w not in STOP_NL | STOP_EN]
    named = [t.word for t in found.terms if t.word in subjects]
    if named and all(w in missing for w in named):
        return True
    weight = sum(found.weight.get(t.stem, 1.0) for t in found.terms if t.word in missing)
    return weight > MISSING * sum(found.weight.get(t.stem, 1.0) for t in found.terms)


def _held(term: Term, held: set[str]) -> bool:
    """Whether a word, a synonym of it, or a compound with it stands there; a part of it ("maximum" of "maximumsnelheid") is not enough."""
    if term.stem in held or any(other in held for other, worth in term.others if worth >= HELD):
        return True
    return len(term.stem) >= 5 and any(term.stem in h for h in held)
