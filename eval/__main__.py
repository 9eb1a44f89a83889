"""The door: `python -m eval` asks every case, prints what came out, and exits 1 when a gate or the baseline fails."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from eval import baseline as baselines
from eval.baseline import Baseline, BaselineError
from eval.cases import CASES, CaseError, load
from eval.gates import gates
from eval.models import CACHE, Measured, configured, written_by
from eval.report import Report, console, write, write_json
from eval.run import PARTS, ask, plain, run
from eval.types import Debate, Run
from rag.assistant import Assistant
from rag.errors import GriffierError

BASELINE = Path(__file__).resolve().parent / "baseline.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the eval. Returns 0 when every gate holds, 1 when one does not, 2 for the user's own mistakes."""
    parser = _arguments()
    asked = parser.parse_args(arguments)
    if asked.update_baseline and asked.baseline is None and (asked.case or asked.cases or asked.writer == "model"):
        parser.error("--update-baseline needs --baseline PATH here: the committed one is of all cases, without a model")
    try:
        debates = load(asked.cases or CASES, asked.case)
        found = _run(asked, debates)
    except (CaseError, GriffierError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    held, problem = _baseline(asked)
    report = Report(found, gates(found, held, problem, full=asked.cases is None and asked.case is None), held)
    try:
        if asked.json:
            write_json(report, asked.json)
        if asked.report:
            write(report, asked.report)
    except OSError as error:
        sys.stderr.write(f"{error.filename}: this cannot be written ({error.strerror}).\n")
        return 2
    sys.stdout.write(console(report) + "\n")
    if asked.update_baseline:
        return _update(asked.baseline or BASELINE, report)
    return 0 if report.passed else 1


def _run(asked: argparse.Namespace, debates: Sequence[Debate]) -> Run:
    parts = PARTS if asked.case is None else frozenset()
    model = configured(asked.cache) if asked.writer == "model" or asked.judge else None
    judged_by = model if asked.judge else None
    if asked.writer == "verbatim" or model is None:
        return run(debates, parts=parts, judged_by=judged_by, progress=_say)
    own = model

    def make(home: Path) -> Assistant:
        return Measured(plain(home).settings, own)

    found = run(debates, partial(ask, verbatim=False), make, written_by(model), parts, False, judged_by, _say)
    _say(f"{model.asked} replies were asked of the model; the others were kept in {asked.cache}")
    return found


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measures how well griffier answers; exit 1 when a gate fails.")
    parser.add_argument("--cases", type=Path, metavar="PATH", help="a case document, or a folder of them (default: eval/cases)")
    parser.add_argument("--case", metavar="ID", help="run one case again")
    parser.add_argument("--writer", choices=["verbatim", "model"], default="verbatim", help="who writes the answers (default: verbatim)")
    parser.add_argument(
        "--judge", action="store_true", help="with a model configured: its second opinion on prose, reported and never gated"
    )
    parser.add_argument("--cache", type=Path, default=CACHE, metavar="DIR", help="where a model's replies are kept (default: %(default)s)")
    parser.add_argument("--json", type=Path, metavar="PATH", help="write the result as JSON")
    parser.add_argument(
        "--baseline", type=Path, metavar="PATH", help="figures to be held to (default: eval/baseline.json, for the default cases)"
    )
    parser.add_argument("--update-baseline", action="store_true", help="write the baseline; refused when a hard gate fails")
    parser.add_argument("--report", type=Path, metavar="DIR", help="write report.md, report.html and junit.xml")
    return parser


def _baseline(asked: argparse.Namespace) -> tuple[Baseline | None, str | None]:
    """The baseline to be held to, or why the one that was asked for can't be used; other people's cases, and a model's answers, have none by default."""
    others = asked.cases is not None or asked.writer == "model"
    if asked.update_baseline or (asked.baseline is None and others):
        return None, None
    try:
        held = baselines.read(asked.baseline or BASELINE)
    except BaselineError as error:
        return None, str(error)
    if (held.written_by == "verbatim") != (asked.writer == "verbatim"):
        return None, f"this one is of answers written by {held.written_by}: figures of a model and of no model are not compared"
    return held, None


def _update(path: Path, report: Report) -> int:
    broken = [gate.name for gate in report.red if gate.hard]
    if broken:
        sys.stderr.write(f"The baseline was not written: {', '.join(broken)} must hold first.\n")
        return 1
    baselines.write(path, report.run)
    sys.stdout.write(f"baseline written: {path}\n")
    return 0 if report.passed else 1


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
