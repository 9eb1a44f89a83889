"""The right mouth: what a question says that somebody said, and somebody else did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.hearsay import names_of, tells_of_others
from rag.lexicon import Cover
from rag.retrieve import Search, best_window, sentence_stems
from rag.text import is_question, sentences
from rag.types import Filter, Language, Passage, Turn, Understood
from rag.verbatim import Candidate, quotable
from rag.wordindex import speaks

SAID = 0.8  # share of what they are said to have said, from which a sentence says it
HARDLY = 0.5  # … up to which three sentences on end do not
LEAST = 2  # content words that are no verb: one alone is said by many

_TAKES_FOR_SAID = re.compile(
    r"^(?:waarom|hoezo|wanneer|sinds wanneer|klopt het|is het waar|why|when|is it (?:true|correct))\b.*\b(?:zei\w*|zegt|zeggen|vindt|vinden|vond\w*|wil|willen|wilde\w*|noem\w*|beweer\w*"
    r"|stelt|stelde|denkt|denken|dacht|pleit\w*|(?:is|zijn|was|waren)\b.*\b(?:voor|tegen)|said|says?|thinks?|thought|wants?|wanted|claims?|claimed|against)\b",
    re.I,
)


def takes_for_said(asked: Understood) -> bool:
    """Whether a question takes for granted that whom it asks about said something: "Waarom zei de SP dat …?"."""
    return bool(asked.filter.parties or asked.filter.speakers) and _TAKES_FOR_SAID.search(asked.question) is not None


def other_mouth(asked: Understood, found: Search, others: Iterable[Turn], language: Language) -> Candidate | None:
    """The sentence of somebody else that says nearly all of it, where those who are asked about hardly say any; None where they do, or nobody does.

    ``found``: turns of whom it asks about; ``others``: turns of anyone, best first.
    """
    terms = [t for t in found.terms if not t.verb]
    cover = Cover(terms, {})
    if len(terms) < LEAST or any(best_window(p.turn, cover, language) > HARDLY for p in found.passages):
        return None
    best: Candidate | None = None
    for turn in others:
        if turn.speaker.role == "chair" or speaks(turn.speaker, Filter(parties=asked.filter.parties, speakers=asked.filter.speakers)):
            continue
        for one in _said(turn, cover, language):
            best = one if best is None or one.score > best.score else best
    return best


def _said(turn: Turn, cover: Cover, language: Language) -> Sequence[Candidate]:
    """The sentences of a turn that say it themselves."""
    spans, names = sentences(turn.text), names_of(turn.speaker.party)
    found = []
    for i, ((start, end), own) in enumerate(zip(spans, sentence_stems(turn.text, language), strict=True)):
        text, share = turn.text[start:end], cover.share(cover.held(own))
        if share >= SAID and quotable(turn, start, end) and not is_question(text) and not tells_of_others(text, language, names):
            found.append(Candidate(Passage(1, turn, share, spans), i, share, share))
    return found
