"""The committed figures a run is held to, per item, and which cases turned since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval import stats
from eval.types import Json, Run, Tally


class BaselineError(Exception):
    """A baseline that cannot be read: a failure, never a pass."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The metrics of an earlier run: values, the tallies of their items, the cases that failed then, and every case there was."""

    written_by: str
    cases: frozenset[str]
    values: Mapping[str, float | None]
    items: Mapping[str, Mapping[str, Tally]]
    failed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """A metric against the baseline over the items both have. ``worse``: significantly, in the direction that counts."""

    metric: str
    before: float | None
    difference: float
    low: float
    high: float
    worse: bool


def read(path: Path) -> Baseline:
    """Reads a baseline. Raises BaselineError where it is not there, or not what `write` writes."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        items: dict[str, dict[str, Tally]] = {name: {} for name in held["metrics"]}
        for item, row in held["items"].items():
            for name, value in row.items():
                total, count = value if isinstance(value, list) else (value, 1)
                items[name][item] = Tally(float(total), int(count))
        values = {str(name): one["value"] for name, one in held["metrics"].items()}
        if not any(items.values()):
            raise ValueError("no metric has an item")
        return Baseline(str(held["written_by"]), frozenset(held["cases"]), values, items, frozenset(held["failed"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise BaselineError(f"{path}: the baseline cannot be read ({type(error).__name__}: {error})") from None


def write(path: Path, run: Run) -> None:
    """Writes a run as the baseline: one line per item, so that a diff shows the cases that turned."""
    rows: dict[str, dict[str, float | list[float]]] = {}
    for name, metric in run.metrics.items():
        for item, tally in metric.items.items():
            if tally.count and name not in UNKEPT:
                total = round(tally.total, DIGITS)
                rows.setdefault(item, {})[name] = total if tally.count == 1 else [total, tally.count]
    metrics = {name: {"value": m.value, "n": m.n} for name, m in run.metrics.items()}
    parts = [
        f'{{"written_by": {json.dumps(run.written_by)},',
        f'"cases": {json.dumps(sorted(c.id for c in run.documented), ensure_ascii=False)},',
        f'"failed": {json.dumps(sorted({f.case for f in run.failures}), ensure_ascii=False)},',
        '"metrics": {\n' + ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in metrics.items()) + "},",
        '"items": {\n' + ",\n".join(f"  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in rows.items()) + "}}",
    ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


DIGITS = 4
UNKEPT = frozenset({"record_fidelity"})  # exact by a hard gate, and a row for every turn


def changes(run: Run, baseline: Baseline) -> list[Change]:
    """Every metric that both have, paired over their common items."""
    found = []
    for name, metric in run.metrics.items():
        mine = {item: replace(tally, total=round(tally.total, DIGITS)) for item, tally in metric.items.items()}
        moved = stats.change(baseline.items.get(name, {}), mine)
        if moved is None:
            continue
        difference, low, high = (round(x, 6) for x in moved)
        worse = (metric.better == "higher" and high < 0) or (metric.better == "lower" and low > 0)
        found.append(Change(name, baseline.values.get(name), difference, low, high, worse))
    return found


def turned(run: Run, baseline: Baseline) -> tuple[list[str], list[str]]:
    """Cases and rows that fail now and did not then, and the other way round; only those that both runs had."""
    known = {item for items in baseline.items.values() for item in items}
    mine = {item for metric in run.metrics.values() for item in metric.items} & known
    now = {f.case for f in run.failures}
    return sorted(mine & now - baseline.failed), sorted(mine & baseline.failed - now)


LABELLED = ("commitments_listed", "commitments_recall", "questions_recall")  # a row for each label of eval/gold, found or not


def gone(run: Run, baseline: Baseline) -> list[str]:
    """Cases of the baseline that stand in no document any more, and labels that are in eval/gold no more: what is taken out cannot fail."""
    lost = baseline.cases - {case.id for case in run.documented}
    if "ledger" in run.parts:
        here = {debate.name for debate in run.debates}
        for name in LABELLED:
            mine = run.metrics[name].items if name in run.metrics else {}
            lost |= {row for row in baseline.items.get(name, {}) if row not in mine and row.partition(":")[0] in here}
    return sorted(lost)


def as_json(run: Run, baseline: Baseline | None) -> Json | None:
    """The contract's ``baseline``: each metric's value then, and how it moved."""
    if baseline is None:
        return None
    worse, better = turned(run, baseline)
    metrics: dict[str, Any] = {
        c.metric: {"value": c.before, "change": c.difference, "low": c.low, "high": c.high, "significantly_worse": c.worse}
        for c in changes(run, baseline)
    }
    return {"written_by": baseline.written_by, "metrics": metrics, "turned": {"worse": worse, "better": better}}
