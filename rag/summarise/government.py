"""The government's own page: what it announces and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rag.commitments import of_conduct, withholds
from rag.cues import marks
from rag.leaning import points_back
from rag.position import LONGEST
from rag.questions.line import stays
from rag.restated import takes_up
from rag.summarise.debate import Debate
from rag.summarise.positions import ANNOUNCES, FLOOR, SURE, Candidate, candidates, choose, importance
from rag.summarise.refusal import REFUSES, asks_deed, flatly, refuses
from rag.text import content_stems, is_question, words
from rag.types import Commitment, Language, Question, Quote
from rag.verify.quotes import overlap, spans

MOST = 6
REFUSED = 20  # refusals at most: what does not fit on the page is counted on it
TO_REQUEST = 5.0  # what a plain no to what a member asked for weighs more than any other
AT_ONCE = 2  # turns within which a reply is right after a question: a word of the chair may stand between
_FAR = 4  # sentences before a verdict in which its motion may be named
_UNSURE = re.compile(
    r"\b(?:zal|zullen)\b[^.;:]*\bmoeten\b|\b(?:wellicht|misschien|eventueel|mogelijk|zou|zouden|perhaps|might|(?:was|waren) (?:voornemens|van plan)|(?:ik|we|wij) hoop\w*|hoop(?:en)? (?:ik|we|wij)|hopelijk)\b"
    # "Ik zal die woorden niet gebruiken.": not done, and refused to nobody
    r"|\b(?:zal|zullen|ga|gaan)\b(?:(?!\b(?:dat|om)\b)[^.;:])*\bniet \w+en\W*$|^\W*(?:als|mocht|mochten|indien|if)\b",
    re.I,
)
_CONTRARY = re.compile(r"\W*(?:maar|alleen|wel|but)\b", re.I)
# "Wel …", right after a refusal
_INSTEAD = re.compile(r"\W*(?:(?:wel|maar (?:ik|wij|we)|wat (?:ik|wij|we) wel|(?:ik|wij|we) \w+ wel)\b)", re.I)
_ADVISED = re.compile(r"\bontra(?:ad|adt|den)\b", re.I)
_LEFT_TO = re.compile(r"\boordeel (?:van |aan )?(?:de )?Kamer\b", re.I)  # what the Chamber is left to decide is not refused
_NO = re.compile(r"\W*(?:nee|no)\b", re.I)
_BARE = re.compile(
    r"\W*(?:(?:nee|no)\b|(?:dat|daar) (?:ben|doe|ga|zal|wil|kan|zijn|doen|gaan|zullen|willen|kunnen) (?:ik|wij|we) (?:\w+ )?niet\b)", re.I
)
# "dat houden we zo" is a yes to it
_KEEPS = re.compile(r"\b(?:blij[fv]\w*|houdt?|houden|laat|laten|behoud\w*|handhaa\w*|handhav\w*|bestaan|stay|keep)\b", re.I)
_WHY = re.compile(r"\b(?:waarom|hoezo|sinds wanneer|why)\b", re.I)
_MOTION = re.compile(r"\bstuk(?:ken)? nrs?\.|\bmotie-|\bmotie over\b|\bde (?:\w+ )?motie van\b", re.I)


def announcements(debate: Debate, apart: Iterable[Quote], most: int = MOST) -> list[Candidate]:
    """What the government says it will do or is about to do, beside what it promised or refused.

    Args:
        apart: quotes that stand on the page by themselves.
    """
    taken = list(apart)
    return choose([c for c in announced(debate) if not any(overlap(c.quote, q) for q in taken)], most)


def announced(debate: Debate) -> list[Candidate]:
    """All that the government says it will do or is about to do, best first."""
    return [c for c in candidates(debate, None, ANNOUNCES) if _is_sure(c, debate)]


def refused(debate: Debate) -> list[Candidate]:
    """All that the government says it will not do, best first."""
    said = (c for c in candidates(debate, None, REFUSES) if not _LEFT_TO.search(c.text) and not _sets_right(c))
    found = [_with_motion(c, debate.language) for c in said]
    return [c for c in found if c is not None]


def _sets_right(candidate: Candidate) -> bool:
    """Whether a no denies what a question took for granted: "Mevrouw X vroeg waarom ik de sector zijn gang laat gaan. Dat doe ik niet."."""
    return _WHY.search(candidate.turn.text[candidate.start : candidate.core]) is not None and _BARE.match(candidate.text) is not None


def refusals(debate: Debate, judged: Sequence[Quote] = (), questions: Sequence[Question] = (), most: int = REFUSED) -> list[Candidate]:
    """What the government says it will not do, a plain no to a request first; a motion advised against is named by its number or its mover.

    Args:
        judged: verdicts on motions that stand on the page by themselves.
        questions: of the ledger: a bare no is as clear as what it replies to.
    """
    found = [_made_clear(c, questions, debate.language) for c in refused(debate)]
    found += [c for c in _bare(questions, debate) if not any(overlap(c.quote, other.quote) for other in found)]
    chosen = choose([_weighed(c, questions) for c in found if not any(overlap(c.quote, q) for q in judged)], most)
    return [_softened(c, debate.language) for c in chosen]


def _softened(candidate: Candidate, language: Language) -> Candidate:
    """A refusal with the sentence right after it that takes back part of it: "Dat doe ik niet. Wel …"; without, it says too much."""
    turn, text = candidate.turn, candidate.turn.text
    start, end = next(((a, b) for a, b in spans(text) if a >= candidate.end), (candidate.end, candidate.end))
    after = text[start:end]
    aside = (
        takes_up(after)
        or is_question(after)
        or refuses(after, language)
        or marks(after, language).keys() & {"procedure", "courtesy", "asks"}
    )
    longer = replace(candidate, end=end)
    may = _INSTEAD.match(after) and not aside and "\n" not in text[candidate.end : start] and not turn.bars(candidate.start, end)
    return longer if may and len(words(longer.quote.text)) <= LONGEST else candidate


def _weighed(candidate: Candidate, questions: Iterable[Question]) -> Candidate:
    """A plain no, or one that replies to what somebody asked, is sure to be a refusal; what is both goes before all others."""
    answers = any(overlap(a, candidate.quote) for q in questions for a in q.answers)
    replies = answers or takes_up(candidate.turn.text[candidate.start : candidate.core])
    plain = flatly(candidate.text) or flatly(candidate.quote.text)
    score = max(candidate.score, SURE) if plain or replies else candidate.score
    return replace(candidate, score=score + (TO_REQUEST if plain and replies else 0.0))


def told(debate: Debate, questions: Sequence[Question], most: int) -> list[tuple[Quote, Quote | None]]:
    """What the government says it will not do, weightiest first, each with the question that tells to what, where it does not say so itself."""
    found = refusals(debate, (), questions, most)
    put = dict(replies(found, questions))
    return [(c.quote, put.get(c.quote)) for c in found]


def _bare(questions: Iterable[Question], debate: Debate) -> Iterator[Candidate]:
    """A no and no more to what a yes would have promised, or one that says what is not done or stays as it is, right after somebody asked for it,
    or with the sentence that takes it up.

    "Is de minister bereid …?" "Nee, dat ben ik niet."; "Mevrouw X vroeg of ik bereid ben om … Dat ben ik niet."
    """
    for question in questions:
        for quote in question.answers:
            asked = question.told.text
            no = _BARE.match(quote.text) and (refuses(quote.text, debate.language) or asks_deed(asked))
            if no or (stays(quote.text) and asks_deed(asked) and not _KEEPS.search(asked)):
                turn, stems = quote.turn, frozenset(content_stems(f"{question.told.text} {quote.text}", debate.language))
                score = SURE + importance(debate, None, (question.told, quote))
                at_once = 0 < turn.number - question.quote.turn.number <= AT_ONCE and quote == question.answers[0]
                start = next((a for a, b in reversed(spans(turn.text)) if b <= quote.start), quote.start)
                if at_once or takes_up(turn.text[start : quote.start]):
                    yield Candidate(turn, quote.start if at_once else start, quote.start, quote.end, score, stems, frozenset())


def replies(refused: Iterable[Candidate], questions: Sequence[Question]) -> Iterator[tuple[Quote, Quote]]:
    """The refusals that do not say what is refused, each with the question it replies to.

    Args:
        refused: from `refusals`.
    """
    yield from ((c.quote, asked) for c in refused if (asked := _replied_to(c, questions)))


def _replied_to(candidate: Candidate, questions: Iterable[Question]) -> Quote | None:
    """The question right before a refusal that the ledger ties to it, where it says no and not to what ("Nee, dat doe ik niet."); where that
    only says that an earlier one got no answer, the earlier."""
    if candidate.start < candidate.core or not (_NO.match(candidate.text) or points_back(candidate.text)):
        return None
    quote = candidate.quote
    tied = [q.told for q in questions if q.quote.turn.number < quote.turn.number and any(overlap(a, quote) for a in q.answers)]
    if not any(quote.turn.number - q.turn.number <= AT_ONCE for q in tied):
        return None
    return max(tied, key=lambda q: (is_question(q.text), q.turn.number))


def _made_clear(candidate: Candidate, questions: Sequence[Question], language: Language) -> Candidate:
    """A bare refusal with the question it replies to, as far as it answers that: as much as the two say together, and enough to stand where
    there is room."""
    asked = _replied_to(candidate, questions)
    if asked is None:
        return candidate
    told = [a.end for q in questions if q.told == asked for a in q.answers if a.turn == candidate.turn and overlap(a, candidate.quote)]
    candidate = replace(candidate, end=min(candidate.end, max(told, default=candidate.end)))
    stems = candidate.stems | frozenset(content_stems(asked.text, language))
    return replace(candidate, score=max(candidate.score, FLOOR), stems=stems)


def _is_sure(candidate: Candidate, debate: Debate) -> bool:
    """Whether what is announced is a deed, neither refused nor left open, and not taken back right after."""
    if refuses(candidate.text, debate.language) or _UNSURE.search(candidate.text) or of_conduct(candidate.text):
        return False
    text = candidate.turn.text
    after = next((text[a:b] for a, b in spans(text) if a >= candidate.end), "")
    # "maar ik beloof niets", in the sentence itself or in the next
    return not withholds(candidate.text) and not (_CONTRARY.match(after) and withholds(after))


def apart(promised: Iterable[Commitment], chosen: Iterable[Candidate] = ()) -> list[Quote]:
    """The quotes of commitments and of what was chosen already."""
    return [*(q for c in promised for q in (c.quote, *c.more)), *(c.quote for c in chosen)]


def without(
    found: Sequence[Candidate], chosen: Sequence[Candidate], promised: Iterable[Commitment] = (), judged: Sequence[Quote] = ()
) -> list[Candidate]:
    """The candidates that share no words with what was promised, say nothing that was chosen already, and give no verdict on a motion.

    What was chosen may be what one leans on: "Elke week tellen kan niet. Het gaat mij dus om …".
    """
    taken = [*apart(promised), *judged]
    new = [c for c in found if not any(overlap(Quote(c.turn, c.core, c.end), other.quote) for other in chosen)]
    return [c for c in new if not any(overlap(c.quote, q) for q in taken) and not _ADVISED.search(c.quote.text)]


def _with_motion(candidate: Candidate, language: Language) -> Candidate | None:
    """A verdict on a motion together with the sentence that names the motion; None when that is too far away.

    However few its words, with its motion it says enough to stand where there is room.
    """
    if not _ADVISED.search(candidate.text):
        return candidate
    text = candidate.turn.text
    end = next(b for a, b in spans(text) if a == candidate.core)  # what names the motion stands before what explains the verdict
    for start in [candidate.start, *reversed([a for a, _ in spans(text) if a < candidate.start][-_FAR:])]:
        if len(words(text[start:end])) > LONGEST:
            return None
        if _MOTION.search(text[start:end]):
            hidden = candidate.turn.bars(start, end)
            stems = frozenset(content_stems(text[start:end], language))
            return None if hidden else replace(candidate, start=start, end=end, score=max(candidate.score, FLOOR), stems=stems)
    return None
