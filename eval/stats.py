"""Intervals by bootstrap over items: how far a figure would move with other questions of the same kind."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from eval.types import Metric, Tally

DRAWS = 2000
SEED = 20191205
LOW, HIGH = 2.5, 97.5


def metric(name: str, explanation: str, items: Mapping[str, Tally], better: str = "higher") -> Metric:
    """A metric over its items: sum of totals / sum of counts, with its 95 % interval.

    Percentile bootstrap over items (Efron and Tibshirani 1993), seeded: the same items give the same interval.
    ``better``: "higher", "lower", or "" when it is only reported.
    """
    ungraded = sum(t.ungraded for t in items.values())
    graded = [t for t in items.values() if t.count]
    n = sum(t.count for t in graded)
    if not n:
        return Metric(name, None, 0, None, None, ungraded, explanation, better, dict(items))
    totals = np.array([t.total for t in graded])
    counts = np.array([t.count for t in graded], dtype=float)
    rows = _rows(len(graded))
    drawn = totals[rows].sum(axis=1) / counts[rows].sum(axis=1)
    low, high = (float(np.percentile(drawn, q)) for q in (LOW, HIGH))
    value = float(totals.sum() / counts.sum())
    return Metric(name, round(value, 6), n, round(low, 6), round(high, 6), ungraded, explanation, better, dict(items))


def change(old: Mapping[str, Tally], new: Mapping[str, Tally]) -> tuple[float, float, float] | None:
    """How much a metric went up between two runs, over the items both have, with its 95 % interval; None when they share none.

    Paired bootstrap over items (Koehn 2004; Berg-Kirkpatrick et al. 2012).
    """
    both = [i for i in new if i in old and new[i].count and old[i].count]
    if not both:
        return None
    parts = [np.array([[t.total, t.count] for t in (side[i] for i in both)], dtype=float) for side in (old, new)]
    rows = _rows(len(both))
    before, after = (p[rows].sum(axis=1) for p in parts)
    drawn = after[:, 0] / after[:, 1] - before[:, 0] / before[:, 1]
    (a, b), (c, d) = (p.sum(axis=0) for p in parts)
    return float(c / d - a / b), float(np.percentile(drawn, LOW)), float(np.percentile(drawn, HIGH))


def _rows(n: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    return np.random.default_rng(SEED).integers(0, n, size=(DRAWS, n))
