"""Who is for something and who is against it: the sentences in which a speaker says so, and no others."""

from __future__ import annotations

import re
from typing import Literal

from rag.hearsay import names_of, tells_of_others
from rag.lexicon import Cover
from rag.retrieve import Search
from rag.text import is_question, stem, words
from rag.types import Language
from rag.verbatim import Candidate

Side = Literal["for", "against"]

_WHO = r"^(?:en\s+)?(?:wie|welke\s+(?:partij(?:en)?|fracties?|leden|kamerleden|sprekers?)|who|which\s+(?:part(?:y|ies)|members?))"
_IS = r"(?:is|zijn|was|waren|bent|are|were)"
_ASKED: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("against", re.compile(rf"{_WHO}\s+(?:{_IS}\s+(?:er\s+)?(?:tegen|tegenstanders?\s+van|against|opposed\s+to)|stem\w+\s+tegen|oppos\w+)\s+\S", re.I)),
    ("for", re.compile(rf"{_WHO}\s+(?:{_IS}\s+(?:er\s+)?(?:voor|voorstanders?\s+van|for|in\s+favou?r\s+of)|stem\w+\s+voor|steun\w*|supports?)\s+\S", re.I)),
)  # fmt: skip
_CLAUSE = re.compile(r"[,;:]|\b(?:maar|but|terwijl|while)\b", re.I)
_BE = r"\b(?:is|ben|zijn|was|waren|blijf|blijft|blijven|sta|staat|staan|stem|stemt|stemmen|am|are|vote|votes)\s+"
# what may stand between "is" and "voor": whose side it is, and how much; not "er is draagvlak voor"
_SUBJECT = r"(?:(?:ik|wij|we|(?:(?:de|het|the)\s+)?(?-i:[A-Z])[\w-]*)\s+)?"
_HOW = r"(?:(?:ook|wel|zeker|nog|steeds|altijd|helemaal|niet|geen|nooit|juist|dus|echt|zeer|sterk|fel|vurig|principieel|daarom|natuurlijk|hier|daar|er|not|always|firmly|strongly|still|also)\s+){0,3}"
_AGAINST = re.compile(
    rf"{_BE}{_SUBJECT}{_HOW}(?:tegen|against|opposed)\b|\btegenstanders?\b|\b(?:wijs|wijst|wijzen)\b.*\baf\b|\b(?:verwerp\w*|bestrijd\w*|oppos\w*|rejects?)\b"
    r"|\b(?:daar|hier|er)tegen\b|\b(?:wil|willen|wants?)\b[^.]*\bgeen\b|\b(?:ziet|zien|zie)\b[^.]*\bniets in\b",
    re.I,
)
_FOR = re.compile(
    rf"{_BE}{_SUBJECT}{_HOW}(?:voor|in favou?r)\b|\bvoorstanders?\b|\b(?:steunt|steunen|steunde|steunden|(?:ik|wij|we) steun|steun (?:ik|wij|we)|supports?|omarm\w*|toejuich\w*|juichen?|juicht)\b"
    r"|\bpleit\w*\b[^.]*\bvoor\b|\b(?:daar|hier|er)voor\b|\bgoed (?:plan|idee|voorstel)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:niet|geen|nooit|not|no|never)\b", re.I)
_THAT = re.compile(r"\b(?:daar|dat|dit|die|deze|ervoor|ertegen|that|this|it)\b|\b(?:daar|hier|er)(?:voor|tegen|van|mee|in)\b", re.I)
HELD = 0.6  # of the subject, that the clause holds, or the sentence before one that points back


def side_asked(question: str) -> Side | None:
    """Whether a question asks who is for or against something, and which."""
    return next((side for side, pattern in _ASKED if pattern.search(question)), None)


def on_side(side: Side, found: Search, language: Language) -> list[Candidate]:
    """The sentences in which somebody says to be on a side about the subject, the best of each speaker, as they were found.

    Args:
        side: which.
        found: what was retrieved for the question.
        language: of the record.
    """
    cover = Cover(found.terms, found.weight)
    best: dict[tuple[str, str | None], Candidate] = {}
    for passage in found.passages:
        speaker = passage.turn.speaker
        if speaker.role == "chair":
            continue
        before = 0.0
        for i, (start, end) in enumerate(passage.sentences):
            text = passage.turn.text[start:end]
            held, whole = _held(text, side, cover, language, before), _share(text, cover, language)
            before = whole
            if (
                held
                and not is_question(text)
                and not tells_of_others(text, language, names_of(speaker.party))
                and not any(a < end and start < b for a, b in passage.turn.unquotable)
            ):
                one = Candidate(passage, i, held, held)
                if one.score > getattr(best.get((speaker.name, speaker.party)), "score", 0.0):
                    best[speaker.name, speaker.party] = one
    return sorted(best.values(), key=lambda c: (-c.score, c.passage.number))


def _held(text: str, side: Side, cover: Cover, language: Language, before: float) -> float:
    """How much of the subject stands in the clause that takes the side; of the sentence before it, where the clause points back."""
    for clause in _CLAUSE.split(text):
        if side == _taken(clause) and _names_it(clause, cover, language):
            held = max(_share(clause, cover, language), before if _THAT.search(clause) else 0.0)
            if held >= HELD:
                return held
    return 0.0


_TO = re.compile(r"\b(?:tegen|voor|against|favou?r of|(?:voor|tegen)standers? van)\s+(?=\w)", re.I)
_NEXT = re.compile(r"\b(?:op|van|bij|in|voor|tegen|met|aan|over|om|die|dat|of|on|at|for|with|that|which)\b", re.I)


def _names_it(clause: str, cover: Cover, language: Language) -> bool:
    """Whether what "for" or "against" is said of is the subject, and not a part of it: "tegen een heffing op kernafval" is not against that waste."""
    to = _TO.search(clause)
    return to is None or _share(_NEXT.split(clause[to.end() :])[0], cover, language) > 0


def _taken(clause: str) -> Side | None:
    """The side a clause takes; a negation turns "for" and "against" round, but not "geen kerncentrales willen", which is against already."""
    against, favours = _AGAINST.search(clause), _FOR.search(clause)
    if against:
        plain = re.search(r"\b(?:tegen|against|opposed|\w*tegenstanders?)\b", against.group(), re.I)
        return "for" if plain and _NOT.search(against.group()) else "against"
    if favours:
        return "against" if _NOT.search(clause) else "for"
    return None


def _share(text: str, cover: Cover, language: Language) -> float:
    return cover.share(cover.held([stem(w, language) for w in words(text)]))
