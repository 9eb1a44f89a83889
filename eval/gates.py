"""Gates: hard ones that must be exact on every case, soft ones with a floor or held to the baseline. Nothing checked is red."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eval import baseline as baselines
from eval.baseline import Baseline
from eval.types import Gate, GateStatus, Metric, Run

FLOORS = Path(__file__).resolve().parent / "floors.toml"
LEAST = 20  # answers below which a share says nothing: its floor is skipped

# must be 1.0, over at least one item
EXACT = (
    "gold_holds",
    "record_fidelity",
    "answers_given",
    "quote_fidelity",
    "page_fidelity",
    "attribution",
    "citations_resolve",
    "supported_are_cited",
    "same_twice",
)


def gates(run: Run, baseline: Baseline | None = None, problem: str | None = None, floors: Path = FLOORS) -> tuple[Gate, ...]:
    """Every gate of a run.

    Args:
        run: what was found.
        baseline: to be held to; None: no baseline was asked for.
        problem: why the baseline that was asked for cannot be used; a gate of its own.
        floors: absolute bounds, with their reasons.
    """
    found = list(_exact(run))
    found += _floors(run, tomllib.loads(floors.read_text(encoding="utf-8")))
    if problem:
        found.append(Gate("baseline", "failed", None, "readable", problem))
    elif baseline is not None:
        found += _held(run, baseline) if run.whole else ()
    return tuple(found)


def _exact(run: Run) -> Iterator[Gate]:
    for name in EXACT:
        metric = run.metrics.get(name)
        if metric is None or not metric.n:
            yield _unchecked(run, name, metric)
            continue
        wrong = [f"{item}: {why}" for item, tally in metric.items.items() for why in tally.why]
        passed = metric.value == 1.0 and not wrong
        yield Gate(
            name,
            "passed" if passed else "failed",
            metric.value,
            "= 1",
            "" if passed else f"{len(wrong)} wrong, first: {wrong[0] if wrong else name}",
        )


def _unchecked(run: Run, name: str, metric: Metric | None) -> Gate:
    """Nothing was checked: vacuous, and red; skipped only where a run of a few cases has nothing of the kind to check."""
    if (
        (metric is not None and metric.ungraded)
        or not (run.whole or any(case.gold for case in run.cases))
        or (not run.whole and metric is None)
    ):
        return Gate(name, "skipped", None, "= 1", "this run has nothing of the kind")
    return Gate(name, "vacuous", None, "= 1", "nothing was checked")


def _floors(run: Run, floors: Mapping[str, Mapping[str, Any]]) -> Iterator[Gate]:
    for name, row in floors.items():
        metric = run.metrics.get(name)
        hard = bool(row.get("hard", False))
        bound = f">= {row['floor']}" if "floor" in row else f"<= {row['ceiling']}"
        if metric is None or metric.value is None or metric.n < row.get("least", LEAST):
            few = 0 if metric is None else metric.n
            status: GateStatus = "vacuous" if run.whole and not few and _expected(run, name) else "skipped"
            yield Gate(name, status, None, bound, f"{few} graded", hard)
            continue
        held = metric.value >= row["floor"] if "floor" in row else metric.value <= row["ceiling"]
        yield Gate(name, "passed" if held else "failed", metric.value, bound, "" if held else str(row["reason"]), hard)


def _expected(run: Run, name: str) -> bool:
    """Whether cases of this run ought to have given the metric something to grade."""
    wants_decline = name.startswith("decline")
    return sum(bool(case.decline) == wants_decline for case in run.cases) >= LEAST


def _held(run: Run, baseline: Baseline) -> Iterator[Gate]:
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
