"""Retrieval and answering measured on the cases in eval/cases: hit@k, MRR, facts, declines."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.assistant import Assistant
from rag.types import Answer, Filter

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the turns that answer it, or the reason it must be declined for."""

    id: str
    kind: str
    question: str
    meeting: str
    gold: tuple[tuple[int, str], ...]
    facts: tuple[tuple[str, ...], ...]
    before: tuple[str, ...]
    decline: str | None
    near_miss: bool


def load(name: str) -> list[Case]:
    """The cases of one file in eval/cases."""
    data: dict[str, Any] = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        Case(
            id=c["id"],
            kind=c["kind"],
            question=c["question"],
            meeting=data["meeting"],
            gold=tuple((g["turn"], g["words"]) for g in c.get("gold", [])),
            facts=tuple(tuple(f) for f in c.get("facts", [])),
            before=tuple(c.get("before", [])),
            decline=c.get("decline"),
            near_miss=c.get("near_miss", False),
        )
        for c in data["case"]
    ]


def ask(assistant: Assistant, case: Case) -> Answer:
    return assistant.ask(case.question, Filter(meetings=(case.meeting,)), case.before, verbatim=True)


def rank(answer: Answer, case: Case) -> int | None:
    """The place, from 1, of the first gold turn among the passages; None when it is not there."""
    gold = {turn for turn, _ in case.gold}
    return next((p.number for p in answer.passages if p.turn.number in gold), None)


@dataclass(frozen=True, slots=True)
class Result:
    hit5: float
    mrr: float
    facts: float
    false_declines: float
    declined: float
    near_declined: float
    n: int


def measure(assistant: Assistant, cases: Sequence[Case]) -> tuple[Result, list[str]]:
    """Runs the cases and returns the figures, and a line for each that failed."""
    ranks: list[int | None] = []
    facts: list[bool] = []
    false: list[bool] = []
    declined: list[bool] = []
    near: list[bool] = []
    lines = []
    for case in cases:
        answer = ask(assistant, case)
        gone = answer.status == "declined"
        if case.decline:
            (near if case.near_miss else declined).append(gone)
            if not gone:
                lines.append(f"{case.id} not declined ({case.decline}{' near miss' if case.near_miss else ''}): {case.question}")
            continue
        place = rank(answer, case)
        ranks.append(place)
        false.append(gone)
        said = " ".join(c.quote.text for c in answer.citations).casefold()
        held = [any(v.casefold() in said for v in variants) for variants in case.facts]
        facts += held
        if gone or not place or place > 5:
            lines.append(f"{case.id} rank {place} {'DECLINED ' + str(answer.reason) if gone else ''}: {case.question}")
    n = len(ranks) or 1
    result = Result(
        sum(r is not None and r <= 5 for r in ranks) / n,
        sum(1 / r for r in ranks if r) / n,
        sum(facts) / (len(facts) or 1),
        sum(false) / n,
        sum(declined) / (len(declined) or 1),
        sum(near) / (len(near) or 1),
        len(ranks),
    )
    return result, lines
