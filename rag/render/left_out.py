"""What a page had no room for, in words: how much of each kind, and where in the record it stands; of motions each with its verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def _motions(motions: Iterable[JudgedMotion], language: Language) -> str:
    """Motions counted by what was made of them, with their numbers: "2 ontraden (36284, nr. 7 en 9)"; those without a verdict last."""
    labels, groups = JUDGED[language] | {"": PAGE[language]["unjudged"]}, dict[tuple[str, bool], list[JudgedMotion]]()
    for one in motions:
        last = one.verdicts[-1] if one.verdicts else None
        groups.setdefault((last.kind, last.sure) if last else ("", True), []).append(one)
    ordered = sorted(groups.items(), key=lambda group: (list(labels).index(group[0][0]), not group[0][1]))
    reserved = PAGE[language]["reserved"]
    return ", ".join(
        f"{len(alike)} {labels[kind]}{'' if sure else reserved} ({_numbers(alike, language)})" for (kind, sure), alike in ordered
    )


def _numbers(motions: Iterable[JudgedMotion], language: Language) -> str:
    """The numbers of motions, per dossier; one without a number by its title."""
    dossiers: dict[str, list[str]] = {}
    for one in motions:
        before = f"{one.motion.dossier}, nr. " if one.motion.dossier else "nr. "
        dossiers.setdefault(before if one.motion.number else "", []).append(one.motion.number or one.title)
    return "; ".join(before + listed(numbers, language) for before, numbers in dossiers.items())
