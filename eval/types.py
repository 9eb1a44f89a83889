"""The whole contract of an eval: cases go in, what was served comes out, each metric gives each item a tally, gates judge the sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Json = dict[str, Any]
GateStatus = Literal["passed", "failed", "vacuous", "skipped"]


@dataclass(frozen=True, slots=True)
class Gold:
    """A turn that answers, and the words in it that do; the words are there so that a renumbering is noticed."""

    turn: int
    words: str


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the turns that answer it, or the reason why it must be declined.

    ``gold`` turns are alternatives that together hold the whole answer. ``facts``: each a tuple of accepted variants.
    ``before``: earlier questions of the conversation. ``near_miss``: the record speaks of it, but does not answer it.
    """

    id: str
    kind: str
    language: Literal["nl", "en"]
    question: str
    meeting: str
    gold: tuple[Gold, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    before: tuple[str, ...] = ()
    decline: str | None = None
    near_miss: bool = False


@dataclass(frozen=True, slots=True)
class Debate:
    """The cases of one report. ``path``: the report itself, None when it is not on this machine. ``turns``: as an editor counted them."""

    meeting: str
    name: str
    path: Path | None
    cases: tuple[Case, ...]
    turns: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A turn in the second reading: whose it is, its letters and digits, and from which letter on it stands on which page."""

    name: str | None
    party: str | None
    role: str
    letters: str
    pages: tuple[tuple[int, int], ...] = ()

    def page_at(self, letter: int) -> int | None:
        return next((page for start, page in reversed(self.pages) if start <= letter), None)


@dataclass(frozen=True, slots=True)
class Record:
    """The truth a debate's answers are held to: its turns as the product gives them, and the source read a second time by other means.

    ``said`` is None where the second reading tells nothing: a form it does not know; not the number of turns that the editor counted; or
    no editor counted, and the two readings differ, so that none can tell which is wrong. ``heard``: how many turns it had all the same.
    """

    debate: Debate
    turns: Mapping[int, Json]
    said: tuple[Said, ...] | None
    heard: int | None = None


@dataclass(frozen=True, slots=True)
class Served:
    """What came out of the product's doors for one case: the answer as JSON, the same as pages, and how long it took."""

    answer: Json
    pages: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0


Answerer = Callable[[Case, Record], Served]


@dataclass(frozen=True, slots=True)
class Tally:
    """One item's part of a metric: value = sum of totals / sum of counts. ``why``: what is wrong, in words. Ungraded is not wrong."""

    total: float
    count: int = 1
    why: tuple[str, ...] = ()
    ungraded: int = 0


UNGRADED = Tally(0.0, 0, (), 1)
Grade = Callable[[Case, Served, Record], Tally | None]


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure over a run. ``value`` is None when nothing could be graded; ``low`` and ``high`` bound it with 95 % confidence.

    ``better``: "higher", "lower", or "" for what is only reported. ``items``: the tally of each case, turn or row it was made of.
    """

    name: str
    value: float | None
    n: int
    low: float | None
    high: float | None
    ungraded: int
    explanation: str
    better: str
    items: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Gate:
    """A bound and whether it holds. ``vacuous``: nothing was checked, which is red as well. ``skipped``: the run is too small to tell."""

    name: str
    status: GateStatus
    value: float | None
    bound: str
    why: str = ""
    hard: bool = True

    @property
    def passed(self) -> bool:
        return self.status in {"passed", "skipped"}


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong in one case, in words."""

    case: str
    metric: str
    why: str


@dataclass(frozen=True, slots=True)
class Run:
    """Everything a run found, before gates: the debates, what was served for each case, and the metrics by name.

    ``parts``: what was done beside the cases (see `eval.run.PARTS`).
    """

    written_by: str
    debates: tuple[Debate, ...]
    skipped: tuple[Debate, ...]
    served: Mapping[str, Served]
    metrics: Mapping[str, Metric]
    timings: Mapping[str, float]
    records: Mapping[str, Record]
    parts: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether it was more than a few cases run again: floors and the baseline say something."""
        return bool(self.parts)

    @property
    def cases(self) -> tuple[Case, ...]:
        return tuple(case for debate in self.debates for case in debate.cases)

    @property
    def documented(self) -> tuple[Case, ...]:
        """Every case of the documents, those on reports that are not on this machine too."""
        return tuple(case for debate in (*self.debates, *self.skipped) for case in debate.cases)

    @property
    def failures(self) -> tuple[Failure, ...]:
        return tuple(
            Failure(item, metric.name, why) for metric in self.metrics.values() for item, tally in metric.items.items() for why in tally.why
        )
