"""What a party wants, finds or rejects: its sentences weighed, and the few chosen that say most and differ most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.commitments.deadlines import mentions
from rag.cues import marks
from rag.hearsay import Own, names_of, tells_of_others
from rag.leaning import BUT, POINTS, antecedent, leaning, points_back, replied
from rag.position import LONGEST, MINE, may_stand, only_feels, only_grants, only_tells, shape, speaks_of_self, stance
from rag.rarity import rarity
from rag.summarise.debate import Debate, floor, missed
from rag.summarise.effect import takes_effect
from rag.summarise.motions import motions
from rag.summarise.refusal import REFUSES, refuses
from rag.summarise.subjects import BRIEF, Subject, subjects
from rag.text import REQUESTS, content_stems, is_question, words
from rag.types import Claim, Language, Motion, Names, Quote, Statement, Turn
from rag.verify import verify
from rag.verify.quotes import overlap, paragraph, spans
from rag.verify.stance import is_restated

MOST = 5
MORE = 3  # clear ones beyond these, at most: a page names their turns
CLEAR = 7.0  # the weight of such a one
SPOKEN = 1.4  # what being said in a speech adds
SPEECH = 60  # words from which a turn that is no interruption is a speech
SHORT = 30  # the same of a member where little is said
COMMON, EACH = 3, 15  # turns of members from which a word is one the debate is about; in a short debate one for so many turns
RAREST = 8.0  # the rarity of a word nobody counted
TOPIC = 2.75  # how much what a sentence is about counts beside the position it takes
LEAST = 1.05  # what a sentence must say of wanting, finding or rejecting
ANNOUNCES = "announces"  # the list of rag/data/positions.toml
FLOOR, SURE = 2.2, 3.3  # below the first a sentence is no position; below the second it only fills up a short list
FEW = 3
GREETING = 4  # words that one has at most: "Dank u wel, voorzitter.", or that miss something unnamed: "Ik mis er een."
FELT = 1.2  # what a feeling loses, as long as it stays sure
_REPEATS = 0.55  # share of a sentence's stems that another one may hold before they say the same
_LEAST_SHARED = 3  # stems of which that share is taken, at least: two short sentences on one thing may say two things
ALIKE = 2  # content words a sentence shares with what sets it right
# "Ik vind het knap dat mevrouw Blom zo rustig blijft."
_OF_COLLEAGUE = re.compile(r"\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Cc]ollega)\s+(?:[a-z’']+\s+){0,3}[A-ZÀ-Þ]")
_ESTEEMS = re.compile(r"\b(?:waardeer|waarderen|bewonder|bewonderen)\b", re.I)  # "Ik waardeer de bevlogenheid van mevrouw Blom."
# "Ik wil mijn woorden over het label rechtzetten.", "Ik bedoelde vijf keer."
_SETS_STRAIGHT = re.compile(
    r"\bmijn\b[^.;]*\b(?:rechtzetten|recht te zetten|corrigeren|herstellen)\b|\b(?:versprak|verspreek|vergiste?)\W+(?:ik\W+)?(?:mij|me)\b|\b(?:mij|me)\W+(?:versproken|vergist)\b"
    r"|\bik bedoelde\b|\bbedoelde ik\b|\b(?:corrigeer|herstel)\W+(?:ik\W+)?(?:mij|me|mezelf)\b|\bneem\W+(?:ik\W+)?(?:dat|het|(?:die|mijn|deze) \w+) terug\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be a position, shown from ``start``: with the sentences before it where it leans on them."""

    turn: Turn
    start: int
    core: int
    end: int
    score: float
    stems: frozenset[str]
    about: frozenset[str]
    moved: bool = False

    @property
    def quote(self) -> Quote:
        return Quote(self.turn, self.start, self.end)

    @property
    def text(self) -> str:
        """The sentence itself, without what it leans on."""
        return self.turn.text[self.core : self.end]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each stem says of what the debate is about, and of this party in it."""

    worth: Mapping[str, float]
    subjects: tuple[Subject, ...]

    def of(self, stems: frozenset[str]) -> float:
        """0 to about 1.5: the mean worth of the three stems that say most, and more when they name a subject of the debate."""
        top = sorted((self.worth.get(s, 0.0) for s in stems), reverse=True)[:3]
        return sum(top) / 3 + (0.3 if self.about(stems) else 0.0)

    def about(self, stems: frozenset[str]) -> frozenset[str]:
        """The debate's subjects that words are about."""
        return frozenset(s.label for s in self.subjects if s.within(stems))


@lru_cache(maxsize=40)
def candidates(debate: Debate, party: str | None, only: str | None = None) -> tuple[Candidate, ...]:
    """Every sentence a party may be held to, best first.

    Args:
        party: as the record spells it; None: the government.
        only: a list of rag/data/positions.toml that a sentence must hold, instead of taking a position.
    """
    turns = debate.of(party)
    weights = _weights_of(debate, party, party is None)  # what a party stands for does not depend on how a minister put the answer
    own = names_of(party, debate.parties)
    found = [c for turn in turns for c in _of_turn(debate, turn, own, weights, only)]
    if only is None:
        numbered = {t.number: t for t in turns}
        found += [c for m in debate.motions if m.turn in numbered for c in _of_motion(debate, numbered[m.turn], m, weights)]
    back = _taken_back(turns, debate.language)
    found = [
        c for c in found if not any((c.turn.number, c.core) < at and c.stems & it and len(c.stems & near) >= ALIKE for at, it, near in back)
    ]
    return tuple(sorted(found, key=lambda c: (-c.score, c.turn.number, c.core)))


def choose(found: Sequence[Candidate], most: int = MOST, more: int = 0) -> list[Candidate]:
    """The best few that do not say the same: each next one counts less the more it repeats or the nearer it stands.

    Args:
        most: how many at most; fewer when fewer are positions.
        more: how many beyond these, each of them clear.
    """
    chosen: list[Candidate] = []
    left = [c for c in found if c.score >= FLOOR]
    while left and len(chosen) < most + more:
        best = max(left, key=lambda c: (c.score - _again(c, chosen), -c.turn.number, -c.core))
        if (len(chosen) >= FEW and best.score < SURE) or (len(chosen) >= most and best.score < CLEAR):
            break
        best = next((replace(c, start=best.start) for c in left if _goes_on(best, c)), best)
        left = [c for c in left if not overlap(c.quote, best.quote)]
        if not any(_share(best, c) > _REPEATS for c in chosen):
            chosen.append(best)
    return chosen


def _goes_on(one: Candidate, other: Candidate) -> bool:
    """Whether another leans on this one and is a position too: "Wij willen … Daarbij moet …"."""
    leans = other.turn == one.turn and one.start <= other.start <= one.core < other.core
    return (
        leans and (other.start == one.start or speaks_of_self(other.text)) and len(words(one.turn.text[one.start : other.end])) <= LONGEST
    )


def verified(chosen: Iterable[Candidate], names: Names, language: Language) -> tuple[Statement, ...]:
    """The chosen sentences as verified statements, in the record's own words; what does not pass is left out."""
    made = (verify(Claim(c.quote.text, (c.quote,), verbatim=True), language, names) for c in chosen)
    return tuple(s for s in made if s.verdict == "supported")


def importance(debate: Debate, party: str | None, quotes: Sequence[Quote]) -> float:
    """How much of what the debate is about is in some quotes of one item, with something added when it is asked in a speech.

    Args:
        party: whose page it is for; None: the government's.
        quotes: the item's, not empty.
    """
    stems = frozenset(s for q in quotes for s in content_stems(q.text, debate.language))
    speech = quotes[0].turn.number in floor(debate)
    return _weights_of(debate, party, True).of(stems) + 0.1 * min(3, len(quotes)) + (0.3 if speech else 0.0)


# --- weighing ------------------------------------------------------------------------------------------


@lru_cache(maxsize=40)
def _weights_of(debate: Debate, party: str | None, answered: bool) -> Weights:
    """Words of the debate weigh: rare in parliament, said in several turns here, and more by this party than by others; only of what members
    said, unless ``answered``."""
    turns = debate.of(party)
    held, spoken = _held(debate, answered)
    mine = Counter(s for t in turns for s in debate.stems(t))
    share = len(turns) / max(1, spoken)
    common = max(1, min(COMMON, spoken // EACH))
    worth = {
        s: rarity(s, debate.language) / RAREST * min(1.0, held[s] / common) * (0.8 + 0.25 * min(2.0, n / held[s] / share))
        for s, n in mine.items()
    }
    return Weights(worth, subjects(debate, answered=answered))


@lru_cache(maxsize=4)
def _held(debate: Debate, answered: bool) -> tuple[Counter[str], int]:
    """In how many turns each stem is said, and how many turns these are: of the members, and where ``answered`` of the government too."""
    spoken = debate.spoken(answered)
    return Counter(s for t in spoken for s in debate.stems(t)), len(spoken)


def _of_turn(debate: Debate, turn: Turn, own: Own, weights: Weights, only: str | None) -> list[Candidate]:
    whole = spans(turn.text)
    texts = [turn.text[a:b] for a, b in whole]
    motions = [m for m in debate.motions if m.turn == turn.number]
    least = SHORT if own.printed and sum(t.words for t in debate.spoken()) < BRIEF else SPEECH
    speech = SPOKEN if turn.words >= least and turn.number in floor(debate) else 0.0
    replies = turn.words < SPEECH and _answers_member(debate, turn)
    listed, found = _listed(debate, turn, texts), []
    for i, (start, end) in enumerate(whole):
        if i < listed:
            continue
        granted = i + 1 < len(whole) and BUT.match(texts[i + 1]) is not None and only is None and only_grants(texts[i], debate.language)
        if granted or any(m.start < end and start < m.end for m in motions) or not may_stand(turn, start, end, own, debate.language):
            continue
        value = _worth(texts[i], own, debate.language, only)
        if turn.speaker.role == "government" and only is None and only_tells(texts[i], debate.language):
            continue
        low, high = paragraph(turn.text, i)
        reach = _reach(texts[low:high], i - low, debate.language, only) if value else None
        if reach is None:
            continue
        first, last = low + reach[0], low + reach[1]
        # "X zei: "Dat komt goed." Het is niet goed gekomen.": half is his
        judged = not marks(texts[i], debate.language).keys() & {
            "own",
            "norm",
        }
        told = ((judged or is_question(text)) and tells_of_others(text, debate.language, own) for text in texts[first:i])
        if turn.bars(whole[first][0], whole[last][1]) or (only is None and any(told)):
            continue  # "De heer Blok zei: …? Daar ben ik blij om.": what stands there is his
        stems = frozenset(s for text in texts[first : last + 1] for s in content_stems(text, debate.language))
        if only is None and not weights.about(stems) and _judges_colleague(texts[i], debate.language):
            continue
        score = value + TOPIC * weights.of(stems) + speech
        # "X vroeg om een balie. Daar begin ik niet aan.": no less clear for what goes before
        if (only == REFUSES and is_restated(texts[first])) or (only == ANNOUNCES and first < i and takes_effect(texts[i])):
            score += shape(turn.text[whole[first][0] : end], stems, debate.language)
        else:
            score += shape(texts[i], stems, debate.language) - leaning(texts[first:i], texts[i], debate.language)
        if only is None and only_feels(texts[i], debate.language):
            if first == last and len(words(texts[i])) <= GREETING:
                continue  # "Verder ben ik tevreden.": it does not say of what
            score = max(min(score, SURE), score - FELT)
        if not i and replies and only is None and "own" not in marks(texts[i], debate.language):
            score -= POINTS  # what begins a reply may be about what another asked: "Zoveel als nodig om weer gras te hebben."
        if value >= MINE and score >= FLOOR and only is None:
            score = max(score, SURE)  # a view of one's own, however little it says
        said = stems - {*own.words}  # the party's own name tells nothing of what it says
        found.append(Candidate(turn, whole[first][0], start, whole[last][1], score, said, weights.about(stems)))
    return found


def _answers_member(debate: Debate, turn: Turn) -> bool:
    """Whether a turn answers a member who broke in, or breaks in on one, and so may go on from what that one said; a speech of the second term does not."""
    before = debate.turns[turn.number - 2] if turn.number > 1 else turn
    return before.speaker.role == "member" and not {before.number, turn.number} <= floor(debate)


def _listed(debate: Debate, turn: Turn, texts: Sequence[str]) -> int:
    """How many sentences of a turn, from its first, say only what belongs on the list of commitments that the chair reads out.

    The first that is more than a greeting says that it is missed, those right after it that name a term what it is.
    """
    if turn.number not in missed(debate):
        return 0
    first = next((i for i, text in enumerate(texts) if len(words(text)) > GREETING), len(texts))
    untimed = (i for i, text in enumerate(texts) if i > first and not mentions(text, debate.meeting.date))
    return next(untimed, len(texts))


def _judges_colleague(text: str, language: Language) -> bool:
    """Whether a sentence says what is good or bad of somebody who sits there, or what is esteemed there, and nothing of what has to be done."""
    held = marks(text, language)
    return _OF_COLLEAGUE.search(text) is not None and ("weigh" in held or _ESTEEMS.search(text) is not None) and "norm" not in held


def _taken_back(turns: Sequence[Turn], language: Language) -> list[tuple[tuple[int, int], frozenset[str], frozenset[str]]]:
    """Where a party sets right what it said, with the content words of that sentence and of those beside it: what it said of them holds no longer."""
    found = []
    for turn in turns:
        whole = spans(turn.text)
        for i, (start, end) in enumerate(whole):
            if _SETS_STRAIGHT.search(turn.text[start:end]) and not is_question(turn.text[start:end]):
                beside = turn.text[whole[max(0, i - 1)][0] : whole[min(len(whole) - 1, i + 1)][1]]
                it, near = (frozenset(content_stems(text, language)) for text in (turn.text[start:end], beside))
                found.append(((turn.number, start), it, near))
    return found


def _reach(texts: Sequence[str], index: int, language: Language, only: str | None) -> tuple[int, int] | None:
    """The first and the last sentence to show with one: what it leans on; a refusal may lean on what was asked of the speaker."""
    # "Maar een tweede opleiding komt er niet.": what is refused stands in it
    first = index if only == REFUSES and not points_back(texts[index]) else antecedent(texts, index, language)
    if first is not None:
        return _with_what_it_opens(texts, first, index)
    return replied(texts, index, language) if only == REFUSES else None


# "Wat deze wet doet, is dit.", "Ons bezwaar luidt als volgt."; not "Wij willen meer geld, en urgent is dit."
_OPENS = re.compile(
    r"(?:^\W*(?:\w+ ){0,2}?(?:wat|waar)\b[^;:]*,\s(?:is|zijn) (?:dit|deze)|\b(?:is|zijn) (?:het|de) volgende|\bals volgt)\W*$", re.I
)


def _with_what_it_opens(texts: Sequence[str], first: int, index: int) -> tuple[int, int] | None:
    """The same with the next sentence, where one only says that this comes: "Wat ons tegenstaat, is dit."; None where it does not come."""
    if not _OPENS.search(texts[index]):
        return first, index
    after = texts[index + 1] if index + 1 < len(texts) else "?"
    short = sum(len(words(text)) for text in texts[first : index + 2]) <= LONGEST
    return (first, index + 1) if short and not is_question(after) else None


def _worth(text: str, own: Own, language: Language, only: str | None) -> float:
    """What a sentence is worth by its kind: the position it takes, or that it is of the kind asked for; 0: it is not."""
    if only is not None:
        told = only in marks(text, language) or (only == ANNOUNCES and takes_effect(text))
        return 2.2 if (refuses(text, language) if only == REFUSES else told) else 0.0
    value = stance(text, own, language)
    return value if value >= LEAST else 0.0


# at the head of a paragraph, or behind the preamble where a motion stands on one line
_REQUEST = re.compile(rf"(?:^|(?<=[;,:] ))(?:{REQUESTS}|calls|urges|requests)\b", re.I)


def _of_motion(debate: Debate, turn: Turn, motion: Motion, weights: Weights) -> list[Candidate]:
    """The request of a motion, with its items: what a party wants, in its own form."""
    asked = next((one.request for one in motions(debate) if one.motion == motion), None)
    if asked is None or asked.text.endswith(":") or len(words(asked.text)) > LONGEST or turn.bars(asked.start, asked.end):
        return []
    found = _REQUEST.search(asked.text)
    start, core, end = asked.start, asked.start + (found.start() if found else 0), asked.end
    stems = frozenset(content_stems(turn.text[core:end], debate.language))
    return [Candidate(turn, start, core, end, 3.0 + TOPIC * weights.of(stems), stems, weights.about(stems), moved=True)]


# --- choosing ------------------------------------------------------------------------------------------


def _share(one: Candidate, other: Candidate) -> float:
    smaller = max(_LEAST_SHARED, min(len(one.stems), len(other.stems)))
    return len(one.stems & other.stems) / smaller


def _again(candidate: Candidate, chosen: Sequence[Candidate]) -> float:
    """What a candidate loses by what is there already: the same words, the same subject, the same place, one more motion."""
    if not chosen:
        return 0.0
    same = max(_share(candidate, c) for c in chosen)
    told = {label for c in chosen for label in c.about}
    again = len(candidate.about & told) / len(candidate.about) if candidate.about else 0.0
    near = any(candidate.turn.number == c.turn.number and abs(candidate.core - c.core) < 400 for c in chosen)
    motions = sum(c.moved for c in chosen) if candidate.moved else 0
    return 2.0 * same + 0.8 * again + (0.5 if near else 0.0) + 1.0 * motions
