"""What is meant: denied, asked, promised or only considered; and whether the claim means the same."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from rag.tables import pattern_of
from rag.text import sentences, words

NEAR = 0.85  # share of the claim's words in the order of the evidence, from which it is a copy with a change
LEAST = 4  # words a copy has at least

stance = partial(pattern_of, "stance")  # the pattern of one or more lists of rag/data/stance.toml: ``stance("negation", "nl", "en")``


@dataclass(frozen=True, slots=True)
class Copy:
    """A claim that goes along with the evidence word for word: the words it holds, and the words it goes along with."""

    held: str
    against: str

    @property
    def flipped(self) -> bool:
        """Whether it holds a negation more or less than what it copies."""
        return negations(self.held) != negations(self.against)

    @property
    def shifted(self) -> bool:
        """Whether it has another modal verb than what it copies."""
        return not set(stance("hedge", "modal").findall(self.held)) <= set(stance("hedge", "modal").findall(self.against))

    @property
    def reworded(self) -> bool:
        """Whether it has words that are not in what it copies."""
        return not set(self.held.split()) <= set(self.against.split())


def copied(body: str, evidence: str) -> Copy | None:
    """The stretch of the evidence a claim copies, a word or two changed; None when it is in other words.

    ``body``: the claim, with everyone it names taken out.
    """
    mine, theirs = words(body), words(evidence)
    mine = mine[next((i for i, word in enumerate(mine[:4]) if word in {"dat", "that"}), -1) + 1 :]  # what is said, after "vindt dat"
    if len(mine) < LEAST:
        return None
    blocks = [b for b in SequenceMatcher(None, theirs, mine, autojunk=False).get_matching_blocks() if b.size]
    shared = sum(b.size for b in blocks)
    if not blocks or (shared / len(mine) < NEAR and len(mine) - shared > 1):
        return _reordered(mine, evidence)
    start, end = blocks[0].a, blocks[-1].a + blocks[-1].size
    if shared / max(1, end - start) < 0.6:
        return None  # words picked from all over
    return Copy(" ".join(mine), " ".join(theirs[max(0, start - 3) : end + 2]))


def _reordered(mine: list[str], evidence: str) -> Copy | None:
    """A sentence copied with its words in another order, as Dutch does after "dat"."""
    for start, end in sentences(evidence):
        theirs = words(evidence[start:end])
        shared = sum((Counter(mine) & Counter(theirs)).values())
        if shared / len(mine) >= NEAR and len(theirs) <= 1.6 * len(mine):
            return Copy(" ".join(mine), " ".join(theirs))
    return None


def negations(text: str) -> int:
    """How many negations a text holds."""
    return len(stance("negation", "nl", "en").findall(text))


def _denies(text: str) -> bool:
    return bool(stance("negation", "nl", "en").search(text) or stance("denial", "nl", "en").search(text))


_RESTATED_BY_NAME = r"(?:(?:[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Cc]ollega|[Hh]et lid|[Mm]r\.?|[Mm]s\.?|[Mm]rs\.?)\s+(?:[a-z]+\s+){0,2}[A-ZÀ-Þ][\w-]+(?:\s+(?:der|den|de))?(?:\s+[A-ZÀ-Þ][\w-]+){0,2}|(?:[Vv]an|[Dd]e)(?:\s+(?:der|den|de))?\s+[A-Z][\w-]+)"
_RESTATED_TAIL = (
    r"(?:\s+(?:\([^)]*\)|(?:van|en|of|,)\s+(?:de\s+)?[^\s,.?!]+|ook|nog|mij|daar\w*|hier\w*|net|terecht|tot slot|verder|vooral|eerder))*\s+"
)
_NAME_FIRST = rf"\W*(?:(?:Dan|Ook|En|Verder|Tot slot|Voorzitter\.?)\s+)?{_RESTATED_BY_NAME}{_RESTATED_TAIL}"
_VERB_FIRST = re.compile(
    rf"\W*(?:Dan|Ook|Daarnaast|Verder|Tot slot|Vervolgens|Voorts)?\s*(?i:vroeg|vraagt|heeft|zei|wilde)\s+{_RESTATED_BY_NAME}"
)
# "De ACM stelt ieder jaar vast hoeveel …", "De rechter wijst de vergunning toe": another verb than to put or to point out
_SETS = re.compile(
    r"\bstel(?:t|de|den|len)\b[^.,;:]*\b(?:vast(?! dat\b)|beschikbaar|veilig|samen)\b|\b(?:wijst|wees)\b[^.,;:]*\b(?:toe|af)\b", re.I
)


def is_restated(sentence: str) -> bool:
    """Whether a sentence says what somebody else asked or said: "De heer X vroeg of …"."""
    if _SETS.search(sentence):
        return False
    return bool(re.match(_NAME_FIRST + stance("question", "restated").pattern, sentence) or _VERB_FIRST.match(sentence))


def asks(claim: str, evidence: str = "") -> bool:
    """Whether a claim itself says that something is asked, in words that are not the evidence's own (when that is given)."""
    own = set(words(evidence))
    return any(not set(words(m.group())) <= own for m in stance("question", "asking").finditer(claim))


def takes_position(claim: str, strictly: bool = False) -> bool:
    """Whether a claim gives somebody's position ("vindt", "wil", "volgens").

    ``strictly``: "zegt" and "volgens" don't count; around a literal quote they only say who speaks.
    """
    if strictly:
        claim = stance("report", "only_says").sub(" ", claim)
    weighed = re.sub(r"\b(?:wil|wilde|willen)\s+(?:\w+\s+){0,2}weten\b", " ", claim, flags=re.I)
    return bool(stance("position", "verbs").search(weighed))


def reports(claim: str) -> bool:
    """Whether a claim shows that the words are somebody else's."""
    return bool(stance("report", "words").search(claim))


def unpromised(claim: str, evidence: str, by_government: bool = True) -> bool:
    """Whether a claim speaks of a commitment that the evidence does not make; members commit to nothing unless they say so."""
    claimed, refused = stance("commitment", "claimed"), stance("commitment", "refused")
    spoken, explicit = claimed.search(claim), claimed.search(evidence)
    if not spoken or refused.search(claim):
        return False
    around = claim[max(0, spoken.start() - 24) : spoken.end() + 16]
    if (negations(around) or re.search(r"\b(?:weiger\w*|refus\w*|wil\w*|wanted|wants)\b", around, re.I)) and _denies(evidence):
        return False
    if explicit and stance("question", "asking").search(claim):
        return False
    if refused.search(evidence):
        return True
    return not explicit and (not by_government or not stance("commitment", "made").search(evidence) or _only_hedged(evidence))


def _only_hedged(evidence: str) -> bool:
    """ "We gaan onderzoeken", "ik zal bezien": the promise is only to consider."""
    hedge, made = stance("commitment", "hedged"), stance("commitment", "made")
    clauses = [c for c in re.split(r"[.?!;]", evidence) if made.search(c)]
    return bool(clauses) and all(hedge.search(c) and not _INFORMS.search(c) for c in clauses)


_INFORMS = re.compile(
    r"\b(?:informe\w+|geïnformeerd|stuur\w*|sturen|brief|kom\w* \w* ?terug|terugkom\w*|toe|bereid|ontvang\w*|report\w*|inform\w*|write|letter)\b",
    re.I,
)


def flags(claim: str, evidence: str) -> list[str]:
    """Doubts a reader should see: keys of `REASONS` in `rag.verify.judge`."""
    negation = (negations(claim) and not negations(evidence)) or (negations(evidence) and not _denies(claim))
    hedges, considers = stance("hedge", "words"), stance("commitment", "hedged")
    loosely = {text: hedges.search(text) or considers.search(text) for text in (claim, evidence)}
    modality = (
        (considers.search(evidence) and not loosely[claim])
        or (
            stance("hedge", "firm").search(claim)
            and not stance("hedge", "firm").search(evidence)
            and stance("hedge", "soft").search(evidence)
        )
        or (hedges.search(claim) and not loosely[evidence])
    )
    mine, theirs = ([bool(stance("direction", way).search(text)) for way in ("up", "down")] for text in (claim, evidence))
    direction = any(mine) and not all(mine) and theirs == mine[::-1]
    flagged = {"flag_negation": negation, "flag_modality": modality, "flag_direction": direction}
    return [name for name, so in flagged.items() if so]
