"""What a party wants, finds or rejects: its sentences weighed, and the few chosen that say most and differ most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from rag.summarise.cues import Cues, cues
from rag.summarise.debate import Debate
from rag.text import content_stems, is_question, words
from rag.types import Claim, Language, Names, Quote, Statement, Turn
from rag.understand import party_aliases
from rag.verify import verify
from rag.verify.quotes import borrowed, spans
from rag.verify.stance import is_restated

MOST = 5
SHORTEST, LONGEST = 4, 80  # words of a position
SPEECH = 120  # words from which a turn is a speech and not an interruption
FLOOR = 1.2  # below this a sentence is no position, however few there are
_REPEATS = 0.55  # share of a sentence's stems that another one may hold before they say the same

_LEANS = re.compile(
    r"^\W*(?:(?:en|maar|want|dus|ook|toch)\s+)?(?:dat|dit|die|deze|daar\w*|hier\w*|hij|zij|ze|het (?:is|gaat|zijn|was|heeft|duurt|lijkt|kan|moet|zou)|er|dan|zo|zo'n|ja|nee|inderdaad|"
    r"(?:ten|in de) \w+de|bovendien|vervolgens|that|this|these|those|it|they|he|she|there|then|so|yes|no)\b|^\W*(?:want|en|maar|but|and|because)\b",
    re.I,
)
_INSIDE = re.compile(
    r"\b(?:daar(?:op|aan|over|mee|voor|tegen|in|bij|toe|van|naar)?|hier(?:op|aan|over|mee|voor|tegen|in|bij|toe|van|naar)|daarvan|erover|ervan)\b",
    re.I,
)
_SELF = re.compile(r"\b(?:ik|wij|we|mij|me|ons|onze|mijn|i|we|my|our)\b", re.I)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be a position, shown from ``start``: with the sentences before it where it leans on them."""

    turn: Turn
    start: int
    core: int
    end: int
    score: float
    tokens: tuple[str, ...]
    stems: frozenset[str]

    @property
    def quote(self) -> Quote:
        return Quote(self.turn, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each stem says of the debate: rare over turns, and more of this party than of others."""

    rarity: Mapping[str, float]
    own: Mapping[str, float]

    def of(self, stems: Iterable[str]) -> float:
        """0 to about 1: the mean worth of the three stems that say most."""
        top = sorted((self.rarity.get(s, 0.0) * self.own.get(s, 0.0) for s in stems), reverse=True)[:3]
        return sum(top) / 3 if top else 0.0


def candidates(debate: Debate, party: str | None, only: Cues | None = None) -> list[Candidate]:
    """Every sentence a party may be held to, best first.

    Args:
        debate: as it stands on the shelf.
        party: as the record spells it; None: the government.
        only: words a sentence must hold; by default it need not be of any kind.
    """
    turns = debate.of(party)
    weights = _weights(debate, turns)
    own = _own_names(party, debate.parties)
    found = [c for turn in turns for c in _of_turn(turn, debate.language, own, weights)]
    if only:
        return [replace(c, score=c.score + 1.0) for c in found if only.held(c.tokens)]
    found += [
        c for m in debate.motions for t in turns if t.number == m.turn for c in _of_motion(t, m.start, m.end, weights, debate.language)
    ]
    return sorted(found, key=lambda c: (-c.score, c.turn.number, c.core))


def choose(found: Sequence[Candidate], most: int = MOST) -> list[Candidate]:
    """The best few that do not say the same: each next one counts less the more it repeats or the nearer it stands.

    Args:
        found: from `candidates`.
        most: how many at most; fewer when fewer are positions.
    """
    chosen: list[Candidate] = []
    left = [c for c in found if c.score >= FLOOR]
    while left and len(chosen) < most:
        best = max(left, key=lambda c: (c.score - _again(c, chosen), -c.turn.number, -c.core))
        left = [c for c in left if c is not best and not _overlaps(c, best)]
        if _repeats(best, chosen):
            continue
        chosen.append(best)
    return chosen


def verified(chosen: Iterable[Candidate], names: Names, language: Language) -> tuple[Statement, ...]:
    """The chosen sentences as verified statements, in the record's own words; what does not pass is left out."""
    made = (verify(Claim(c.quote.text, (c.quote,), verbatim=True), language, names) for c in chosen)
    return tuple(s for s in made if s.verdict == "supported")


# --- weighing ------------------------------------------------------------------------------------------


def _weights(debate: Debate, turns: Sequence[Turn]) -> Weights:
    language = debate.language
    mine = Counter(s for t in turns for s in content_stems(t.text, language))
    everyone = Counter(s for t in debate.turns for s in content_stems(t.text, language))
    held = Counter(s for t in debate.turns for s in set(content_stems(t.text, language)))
    total, share = len(debate.turns), sum(mine.values()) / max(1, sum(everyone.values()))
    rarity = {s: log(1 + total / n) / log(1 + total) for s, n in held.items()}
    own = {s: min(1.0, n / 4) * min(1.5, (n / everyone[s]) / max(share, 1e-9)) / 1.5 for s, n in mine.items()}
    return Weights(rarity, own)


def _own_names(party: str | None, parties: Sequence[str]) -> frozenset[str]:
    if party is None:
        return frozenset({"kabinet", "regering"})
    return frozenset({a for a, name in party_aliases(parties).items() if name == party} | {party.casefold()})


def _of_turn(turn: Turn, language: Language, own: frozenset[str], weights: Weights) -> list[Candidate]:
    whole = spans(turn.text)
    texts = [turn.text[a:b] for a, b in whole]
    speech = turn.words >= SPEECH
    found = []
    for i, text in enumerate(texts):
        start, end = whole[i]
        tokens = words(text)
        if not _may_stand(turn, start, end, text, tokens, language, own):
            continue
        first = _antecedent(texts, i)
        if first is None or _hidden(turn, whole[first][0], end):
            continue
        stems = frozenset(content_stems(text, language))
        score = _stance(text, tokens, language, own) + 1.5 * weights.of(stems) + (0.4 if speech else 0.0) + _shape(tokens, i - first)
        found.append(Candidate(turn, whole[first][0], start, end, score, tuple(tokens), stems))
    return found


def _of_motion(turn: Turn, start: int, end: int, weights: Weights, language: Language) -> list[Candidate]:
    """The request of a motion: what a party wants, in its own form."""
    for a, b in spans(turn.text):
        text = turn.text[a:b]
        if start <= a and b <= end and re.match(r"(?:verzoekt|spreekt|roept|calls)\b", text) and not _hidden(turn, a, b):
            stems = frozenset(content_stems(text, language))
            return [Candidate(turn, a, a, b, 3.0 + 1.5 * weights.of(stems), tuple(words(text)), stems)]
    return []


def _hidden(turn: Turn, start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in turn.unquotable)


def _may_stand(turn: Turn, start: int, end: int, text: str, tokens: Sequence[str], language: Language, own: frozenset[str]) -> bool:
    """Whether a sentence can be a position at all: not a question, a courtesy, procedure, or what somebody else says."""
    if not SHORTEST <= len(tokens) <= LONGEST or is_question(text) or _hidden(turn, start, end):
        return False
    if any(a < end and start < b for a, b in borrowed(turn.text)) or is_restated(text):
        return False
    return not (cues("asks", language).held(tokens) or _others(tokens, language, own))


def _others(tokens: Sequence[str], language: Language, own: frozenset[str]) -> bool:
    """Whether a sentence tells what somebody else says: a verb of saying whose subject is not the speaker or the own party."""
    for at, _ in cues("says", language).find(tokens):
        near = tokens[max(0, at - 4) : at + 3]
        if not any(t in own or t in {"ik", "wij", "we", "mijn", "i"} for t in near):
            return True
    return any(a == "volgens" and b not in {"mij", "ons", "mijn", "onze", *own} for a, b in zip(tokens, tokens[1:], strict=False))


def _stance(text: str, tokens: Sequence[str], language: Language, own: frozenset[str]) -> float:
    """How much a sentence says of what the speaker wants, finds or rejects."""
    value = 0.0
    mine = len(cues("own", language).find(tokens)) + (any(t in own for t in tokens))
    value += 1.6 * min(1, mine) + 0.3 * min(2, max(0, mine - 1))
    norm = len(cues("norm", language).find(tokens))
    value += 1.1 * min(1, norm) + 0.2 * min(2, max(0, norm - 1))
    weighed = len(cues("weigh", language).find(tokens))
    value += 0.9 * min(1, weighed) + 0.2 * min(2, max(0, weighed - 1))
    value += 0.2 if _SELF.search(text) else 0.0
    value -= 1.5 if cues("courtesy", language).held(tokens) else 0.0
    value -= 1.2 if cues("procedure", language).held(tokens) else 0.0
    return value


def _shape(tokens: Sequence[str], joined: int) -> float:
    value = -0.5 * joined
    if len(tokens) < 8:
        value -= 0.1 * (8 - len(tokens))
    if len(tokens) > 45:
        value -= 0.02 * (len(tokens) - 45)
    return value


# --- what a sentence leans on --------------------------------------------------------------------------


def _antecedent(texts: Sequence[str], index: int) -> int | None:
    """The first sentence to show with sentence ``index``: itself, or one or two before it that it leans on.

    None when what it leans on stands in another turn, or it would get too long.
    """
    first = index
    while _leans(texts[first]):
        if first == 0 or index - first == 2:
            return None
        first -= 1
        if sum(len(words(t)) for t in texts[first : index + 1]) > LONGEST:
            return None
    return first


def _leans(text: str) -> bool:
    return _LEANS.match(text) is not None


# --- choosing ------------------------------------------------------------------------------------------


def _overlaps(one: Candidate, other: Candidate) -> bool:
    return one.turn.number == other.turn.number and one.start < other.end and other.start < one.end


def _share(one: Candidate, other: Candidate) -> float:
    smaller = min(len(one.stems), len(other.stems))
    return len(one.stems & other.stems) / smaller if smaller else 0.0


def _again(candidate: Candidate, chosen: Sequence[Candidate]) -> float:
    """What a candidate loses by what is there already."""
    if not chosen:
        return 0.0
    same = max(_share(candidate, c) for c in chosen)
    near = any(candidate.turn.number == c.turn.number and abs(candidate.core - c.core) < 400 for c in chosen)
    return 2.0 * same + (0.5 if near else 0.0)


def _repeats(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    return any(_share(candidate, c) > _REPEATS for c in chosen)
