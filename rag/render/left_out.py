"""What a page had no room for, in words: how much of each kind, and where in the record it stands; of motions each with its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rag.render.wording import JUDGED, PAGE, counted
from rag.text import listed
from rag.types import Commitment, Interruption, JudgedMotion, Language, Question, Statement

FEW = 8  # turns that are told one by one


def left_out(kind: str, gone: Sequence[object], language: Language, party: str, government: bool) -> str:
    """One line on what went of a list of a summary: "3 afwijzingen (beurt 4, 8 en 12)"; ``party``: as the heading of the page has it."""
    told = counted("left_open" if kind == "questions" and government else kind, len(gone), language, party)
    if kind == "motions" and government:
        return f"{told}: {_motions([m for m in gone if isinstance(m, JudgedMotion)], language)}"
    turns = sorted({number for one in gone for number in _turns(one)})
    return f"{told} ({_places(turns, language)})" if turns else told


def _turns(one: object) -> Iterable[int]:
    if isinstance(one, Statement):
        return (q.turn.number for q in one.claim.quotes[:1])
    if isinstance(one, (Question, Commitment, Interruption)):
        return (one.quote.turn.number,)
    return (one.motion.turn,) if isinstance(one, JudgedMotion) else ()


def _places(turns: Sequence[int], language: Language) -> str:
    """ "beurt 4, 8 en 12"; of many turns the first and the last."""
    word = PAGE[language]
    if len(turns) > FEW:
        return word["turns_from_to"].format(turns[0], turns[-1])
    return word["turns_listed" if len(turns) > 1 else "turn_of_note"].format(listed([str(n) for n in turns], language))


def _motions(motions: Sequence[JudgedMotion], language: Language) -> str:
    """Motions by what was made of them: "ontraden: nr. 7 (Jansen, SP, beurt 4), …", those without a verdict last."""
    by_kind: dict[str, list[JudgedMotion]] = {kind: [] for kind in (*JUDGED[language], "")}
    for one in motions:
        by_kind[one.verdicts[-1].kind if one.verdicts else ""].append(one)
    labels = JUDGED[language] | {"": PAGE[language]["unjudged"]}
    return "; ".join(f"{labels[kind]}: {', '.join(_named(alike, language))}" for kind, alike in by_kind.items() if alike)


def _named(motions: Iterable[JudgedMotion], language: Language) -> Iterator[str]:
    """Each by its number, the dossier once for those that follow each other in it."""
    word, dossier = PAGE[language], None
    for one in motions:
        last = one.verdicts[-1] if one.verdicts else None
        number = f"nr. {one.motion.number}" if one.motion.number else one.title
        before = f"{one.motion.dossier}, " if one.motion.number and one.motion.dossier not in {dossier, None} else ""
        dossier = one.motion.dossier
        at = word["turn_of_note"].format(last.quote.turn.number if last else one.motion.turn)
        reserve = word["reserved"] if last and not last.sure else ""
        yield f"{before}{number} ({', '.join(part for part in (one.mover.name, one.mover.party, at) if part)}{reserve})"
