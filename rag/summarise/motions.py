"""The motions of a debate as its pages have them: whose they are, what they request, and the verdicts on them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rag.kind import decided
from rag.motions import REASON, Moved, final, joined, party_of
from rag.summarise.debate import Debate
from rag.text import is_question, sentences, words
from rag.types import Addressee, JudgedMotion, Judgement, Motion, Person, Quote, Speaker
from rag.verify import holds

# "Dat zie ik niet als een taak van het Rijk.", "als ondersteuning van het beleid"
_COMPARED = re.compile(
    r"\b(?:zie|ziet|zien|beschouw\w*|ervaar|voel|zowel|evenals|net|even|zo)\b[^,;:.]*?\bals\b(?! (?:ik|u|we|wij|hij|zij|ze)\b)"
    r"|\bals (?:zijnde )?(?:een )?(?:ontijdig|overbodig|ongedekt|ondersteuning|aansporing|aanmoediging)\b",
    re.I,
)
# "oordeel Kamer, als ik de motie zo mag lezen dat …"
_PROVIDED = re.compile(
    r"\b(?:als|mits|indien|tenzij|waarbij|met (?:deze|die|de) (?:interpretatie|uitleg|kanttekening|toelichting|lezing))\b", re.I
)
# what became of it, as the chair tells it
_BECAME = {"withdrawn": "withdrawn", "held": "held_over", "rejected": "rejected", "adopted": "carried"}
_NO_REASON = 3  # words after a colon that only give the verdict ("nr. 8: ontraden")
_BRIEF = 40  # words of a verdict with its reason


@lru_cache(maxsize=2)
def motions(debate: Debate) -> tuple[JudgedMotion, ...]:
    """Every motion moved in a debate, in the order in which they were moved, with the verdicts that the record ties to it."""
    return tuple(_judged(one, debate) for one in joined(debate.turns, debate.motions))


def of_party(debate: Debate, party: str | None) -> tuple[JudgedMotion, ...]:
    """The motions a party put its name to, those it moved itself first; for the government all of them.

    Args:
        party: as the record spells it; None: the government.
    """
    if party is None:
        return motions(debate)
    own = [m for m in motions(debate) if any(mover.party == party for mover in m.movers)]
    return tuple(sorted(own, key=lambda m: m.mover.party != party))


def titled(motion: Motion, movers: Iterable[str]) -> str:
    """A motion as the record titles it, else by its movers and number.

    Args:
        movers: their names, the first mover's first.
    """
    if motion.title:
        return re.sub(r"^de\s+|(?<=\()\s+|\s+(?=\))", "", motion.title)
    first, *others = movers
    named = f"{first} c.s." if len(others) > 1 else "/".join([first, *others])
    number = f" ({motion.dossier}, nr. {motion.number})" if motion.dossier and motion.number else ""
    return f"motie-{named}{number}"


def _judged(one: Moved, debate: Debate) -> JudgedMotion:
    request = one.request
    people: list[Speaker | Person] = [*(t.speaker for t in debate.turns), *debate.meeting.present]
    movers = (Addressee(one.movers[0], one.party), *(Addressee(n, party_of(n, people)) for n in one.movers[1:]))
    verdicts = tuple(
        Judgement(v.kind, v.sure and not _PROVIDED.search(_COMPARED.sub(" ", v.said.text)), _reasoned(v))
        for v in final(one)
        if holds(v.said)
    )
    became = [(_BECAME[kind], q) for q in one.votes[-1:] for kind in _BECAME if kind in decided(q.text) and holds(q)]
    told = tuple(Judgement(kind, True, q) for kind, q in became[:1])
    request = request if request and holds(request) else None
    return JudgedMotion(titled(one.motion, one.movers), one.motion, movers, request, (*verdicts, *told))


def _reasoned(verdict: Judgement) -> Quote:
    """A verdict with its reason: what is said of the motion next, where the sentence itself gives none and both make one line or two."""
    said, turn = verdict.said, verdict.said.turn
    after = next(((a, b) for a, b in sentences(turn.text) if said.end <= a and b <= verdict.quote.end), None)
    told = REASON.search(said.text) or len(words(said.text.partition(": ")[2])) > _NO_REASON
    if after is None or told or is_question(turn.text[slice(*after)]):
        return said
    longer = Quote(turn, said.start, after[1])
    return longer if len(words(longer.text)) <= _BRIEF and holds(longer) else said
