"""Gates: hard ones that must be exact on every case, soft ones with a floor or held to the baseline. Nothing checked is red."""

from __future__ import annotations

import fnmatch
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from eval import baseline as baselines
from eval.baseline import Baseline
from eval.types import Case, Gate, GateStatus, Metric, Run

FLOORS = Path(__file__).resolve().parent / "floors.toml"
LEAST = 20  # answers below which a share says nothing: its floor is skipped

BUNDLED = "kst-28638-178"  # the debate in the package


def _of_kind(kind: str, case: Case) -> bool:
    return case.kind == kind


# must be 1.0 over at least one item, and which part of a run checks it
EXACT = {
    "gold_holds": "cases",
    "record_fidelity": "cases",
    "answers_given": "cases",
    "quote_fidelity": "cases",
    "page_fidelity": "cases",
    "attribution": "cases",
    "page_attribution": "cases",
    "citations_resolve": "cases",
    "supported_are_cited": "cases",
    "same_twice": "again",
    "summary_quotes": "pages",
    "summary_attribution": "pages",
    "summary_own_members": "pages",
    "summary_head": "pages",
    "summary_position_words": "pages",
    "summary_supported": "pages",
    "summary_exports": "pages",
    "summary_one_page": "pages",
    "ledger_quotes": "ledger",
    "joint_quotes": "joint",
    "joint_attribution": "joint",
    "joint_in_meeting": "joint",
}


# how broad the set must be, over all case documents, those on reports that are not here too
BROAD: dict[str, tuple[int, Callable[[Case], bool]]] = {
    "cases": (120, lambda case: True),
    "cases.bundled": (70, lambda case: case.meeting == BUNDLED),
    "cases.others": (50, lambda case: case.meeting != BUNDLED),
    "cases.decline": (25, lambda case: case.decline is not None),
    "cases.english": (10, lambda case: case.language == "en"),
    "cases.position": (15, lambda case: case.kind == "position"),
    **{f"cases.{kind}": (10, partial(_of_kind, kind)) for kind in ("false_premise", "follow_up", "commitment")},
}


def gates(
    run: Run, baseline: Baseline | None = None, problem: str | None = None, floors: Path = FLOORS, full: bool = False
) -> tuple[Gate, ...]:
    """Every gate of a run.

    Args:
        run: what was found.
        baseline: to be held to, where one was asked for.
        problem: why the baseline that was asked for cannot be used; a gate of its own.
        floors: absolute bounds, with their reasons.
        full: it is a run of all the cases there are, which must be as many and as broad as BROAD says.
    """
    if not run.cases:
        return (Gate("cases", "vacuous", None, ">= 1", "not one case could be asked: no report of theirs is on this machine"),)
    found = [*_exact(run), *(_broad(run) if full else ())]
    found += _floors(run, tomllib.loads(floors.read_text(encoding="utf-8")))
    if problem:
        found.append(Gate("baseline", "failed", None, "readable", problem))
    elif baseline is not None:
        found += _held(run, baseline) if run.whole else ()
    return tuple(found)


def _exact(run: Run) -> Iterator[Gate]:
    for name, part in EXACT.items():
        metric = run.metrics.get(name)
        if part != "cases" and part not in run.parts:
            continue
        if metric is None or not metric.n:
            yield _unchecked(run, name, metric)
            continue
        wrong = [f"{item}: {why}" for item, tally in metric.items.items() for why in tally.why]
        passed = metric.value == 1.0 and not wrong
        why = "" if passed else f"{len(wrong)} wrong, first: {wrong[0] if wrong else name}"
        yield Gate(name, "passed" if passed else "failed", metric.value, "= 1", why)


def _broad(run: Run) -> Iterator[Gate]:
    for name, (least, wanted) in BROAD.items():
        count = sum(map(wanted, run.documented))
        why = "" if count >= least else "the case documents hold too few of these"
        yield Gate(name, "passed" if count >= least else "failed", count, f">= {least}", why)


def _unchecked(run: Run, name: str, metric: Metric | None) -> Gate:
    """Nothing was checked: vacuous, and red; skipped only where it can't be graded, or where no case of the run has an answer to check."""
    answerable = any(case.gold for case in run.cases)
    if (metric is not None and metric.ungraded) or not answerable:
        return Gate(name, "skipped", None, "= 1", "this run has nothing of the kind")
    return Gate(name, "vacuous", None, "= 1", "nothing was checked")


def _floors(run: Run, floors: Mapping[str, Mapping[str, Any]]) -> Iterator[Gate]:
    """Floors and ceilings. A row may stand for several metrics ("verifier.*")."""
    for pattern, row in floors.items():
        if row.get("part", "cases") not in {*run.parts, "cases"}:
            continue
        if row.get("writer") == "model" and run.written_by == "verbatim":
            continue
        names = sorted(fnmatch.filter(run.metrics, pattern)) or [pattern]
        yield from (_floor(run, name, row) for name in names)


def _floor(run: Run, name: str, row: Mapping[str, Any]) -> Gate:
    metric = run.metrics.get(name)
    hard = bool(row.get("hard", False))
    bound = f">= {row['floor']}" if "floor" in row else f"<= {row['ceiling']}"
    if metric is None or metric.value is None or metric.n < row.get("least", LEAST):
        few = 0 if metric is None else metric.n
        return Gate(name, "vacuous" if not few and _expected(run, name, row) else "skipped", None, bound, f"{few} graded", hard)
    held = metric.value >= row["floor"] if "floor" in row else metric.value <= row["ceiling"]
    return Gate(name, "passed" if held else "failed", metric.value, bound, "" if held else str(row["reason"]), hard)


def _expected(run: Run, name: str, row: Mapping[str, Any]) -> bool:
    """Whether this run ought to have given the metric something to grade."""
    if row.get("part", "cases") != "cases":
        return bool(row.get("always", False))
    wants_decline = name.startswith("decline")
    return sum(bool(case.decline) == wants_decline for case in run.cases) >= LEAST


def _held(run: Run, baseline: Baseline) -> Iterator[Gate]:
    gone = baselines.gone(run, baseline)
    why = f"{len(gone)} of the baseline are gone: {', '.join(gone)}. Taken out on purpose? --update-baseline" if gone else ""
    yield Gate("baseline.cases", "failed" if gone else "passed", len(gone), "none gone", why)
    changes = baselines.changes(run, baseline)
    if not changes:
        yield Gate("baseline", "vacuous", None, "not significantly worse", "no item of the baseline is in this run", False)
    for change in changes:
        metric = run.metrics[change.metric]
        if not metric.better:
            continue
        interval = f"{change.difference:+.3f} [{change.low:+.3f}, {change.high:+.3f}]"
        status: GateStatus = "failed" if change.worse else "passed"
        why = f"{interval} against the baseline" if change.worse else ""
        yield Gate(f"baseline.{change.metric}", status, change.difference, "not significantly worse", why, False)
