"""What a run found, for people and for machines: console, JSON, Markdown, one HTML page, JUnit XML."""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape, quoteattr

from eval import baseline as baselines
from eval.baseline import Baseline
from eval.types import Case, Gate, Json, Metric, Run, Served

PAGE = Path(__file__).resolve().parent / "report.html"
MOST_ON_CONSOLE = 15


@dataclass(frozen=True, slots=True)
class Report:
    """A run with its gates and the baseline it was held to."""

    run: Run
    gates: tuple[Gate, ...]
    baseline: Baseline | None = None

    @property
    def passed(self) -> bool:
        return all(gate.passed for gate in self.gates)

    @property
    def red(self) -> tuple[Gate, ...]:
        return tuple(gate for gate in self.gates if not gate.passed)

    def reasons(self) -> dict[str, list[str]]:
        """What went wrong in each case, with the metric it shows in."""
        found: dict[str, list[str]] = {}
        for failure in self.run.failures:
            found.setdefault(failure.case, []).append(f"{failure.why} ({failure.metric})")
        return found

    def sorted_reasons(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """The reasons of cases, and those of rows of the ledger, the pages or the verifier."""
        reasons, asked = self.reasons(), {case.id for case in self.run.cases}
        return {c: why for c, why in reasons.items() if c in asked}, {r: why for r, why in reasons.items() if r not in asked}


def wrong_cases(report: Report) -> str:
    """How many cases have something wrong, as every form of report says it."""
    return f"{len(report.sorted_reasons()[0])} of {len(report.run.cases)} cases with something wrong"


def wrong_rows(others: Mapping[str, Sequence[str]]) -> str:
    return f"{len(others)} rows of the ledger, the pages or the verifier with something wrong"


def as_json(report: Report) -> Json:
    """The contract's `eval`; ``timings`` apart, two runs over the same commit give the same bytes."""
    run = report.run
    metrics = {m.name: {"value": m.value, "n": m.n, "low": m.low, "high": m.high, "ungraded": m.ungraded} for m in run.metrics.values()}
    gates = [
        {"name": g.name, "passed": g.passed, "value": g.value, "bound": g.bound, "status": g.status, "hard": g.hard, "why": g.why}
        for g in report.gates
    ]
    failures = [{"case": f.case, "metric": f.metric, "why": f.why} for f in run.failures]
    return {
        "written_by": run.written_by,
        "cases": len(run.cases),
        "skipped": _skipped(run),
        "passed": report.passed,
        "metrics": metrics,
        "gates": gates,
        "failures": failures,
        "baseline": baselines.as_json(run, report.baseline),
        "timings": dict(run.timings),
    }


def write(report: Report, folder: Path) -> None:
    """Writes report.md, report.html and junit.xml into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(markdown(report), encoding="utf-8")
    (folder / "report.html").write_text(page(report), encoding="utf-8")
    (folder / "junit.xml").write_text(junit(report), encoding="utf-8")


def write_json(report: Report, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


# --- text -----------------------------------------------------------------------------------------


def console(report: Report) -> str:
    """The table a person reads in a terminal, the failed cases with their reasons, and the gates that are red."""
    run = report.run
    lines = [headline(report), "", f"{'metric':<22}{'value':>8}  {'95 %':^15}{'n':>6}{'ungraded':>10}{'change':>10}"]
    moved = _moved(report)
    for metric in run.metrics.values():
        if not run.whole and not metric.n and not metric.ungraded:
            continue
        interval = "" if metric.low is None or metric.high is None else f"{_number(metric.low)}–{_number(metric.high)}"
        lines.append(
            f"{metric.name:<22}{_number(metric.value):>8}  {interval:^15}{metric.n:>6}{metric.ungraded or '':>10}{moved.get(metric.name, ''):>10}"
        )
    failed, others = report.sorted_reasons()
    if len(run.cases) == 1:
        lines += ["", *_told(run.cases[0], run)]
    asked = {case.id: case.question for case in run.cases}
    lines += ["", f"{wrong_cases(report)}:"] if failed else ["", "nothing wrong in any case"]
    for case, why in failed.items():
        lines.append(f"  {case:<14}{asked[case]}")
        lines += [f"  {'':<14}  {one}" for one in why]
    if others:
        lines += ["", f"{wrong_rows(others)} (all of them in --report DIR):"]
        lines += [f"  {item}: {'; '.join(why)}" for item, why in others.items()][:MOST_ON_CONSOLE]
    lines += ["", *_turned_lines(report), *_gate_lines(report)]
    lines.append(f"took {run.timings['total_seconds']:.0f} s; an answer {run.timings['answer_seconds_p50']:.2f} s (median)")
    return "\n".join(lines)


def _told(case: Case, run: Run) -> Iterator[str]:
    """One case in full: what was served, what is gold, what was retrieved."""
    served, turns = run.served[case.id], run.records[case.meeting].turns
    yield from ("--- answer as served", _as_served(served), "--- gold")
    yield from (f"turn {g.turn}, {turns.get(g.turn, {}).get('speaker', '?')}: {g.words}" for g in case.gold)
    yield from (f"fact: {' / '.join(fact)}" for fact in case.facts)
    yield from ([f"must be declined: {case.decline}"] if case.decline else [])
    yield "--- retrieved (* gold)"
    gold = {g.turn for g in case.gold}
    for place, p in enumerate(served.answer["passages"][:10], 1):
        turn = turns.get(p["turn"], {"speaker": "?", "text": ""})
        star = "*" if p["turn"] in gold else " "
        yield f"{star}{place:>3}. turn {p['turn']}, {turn['speaker']} ({p['score']:.2f}): {' '.join(turn['text'].split())[:110]}"


def headline(report: Report) -> str:
    run = report.run
    skipped = (
        f", {_skipped(run)} skipped ({', '.join(d.name for d in run.skipped)}: the report is not on this machine)" if run.skipped else ""
    )
    told = f"griffier eval, written by {run.written_by}: {len(run.cases)} cases on {len(run.debates)} debates{skipped}"
    return told if run.written_by == "verbatim" else f"{told}. {_of_model(report)}"


def _of_model(report: Report) -> str:
    """How many answers are the model's own, why the others are not, and that the verbatim baseline says nothing about them."""
    metric = report.run.metrics.get("model_answered")
    if metric is None:
        return ""
    fallen = Counter(why for tally in metric.items.values() for why in tally.why)
    wrote = f"The model wrote {metric.n - fallen.total()} of {metric.n} answers"
    why = "".join(f"; {count}× {reason}" for reason, count in fallen.most_common(3))
    compared = "" if report.baseline else ". Not compared with a baseline: the committed one is of answers without a model"
    return f"{wrote}{why}{compared}"


def _skipped(run: Run) -> int:
    return sum(len(d.cases) for d in run.skipped)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}" if value >= 10 else f"{value:.3f}"


def _moved(report: Report) -> dict[str, str]:
    if report.baseline is None:
        return {}
    return {
        c.metric: f"{c.difference:+.3f}{'!' if c.worse else ''}" for c in baselines.changes(report.run, report.baseline) if c.difference
    }


def _turned_lines(report: Report) -> Iterator[str]:
    if report.baseline is None:
        return
    for word, cases in zip(("worse", "better"), baselines.turned(report.run, report.baseline), strict=True):
        if cases:
            yield f"turned {word} since the baseline: {', '.join(cases)}"


def _gate_lines(report: Report) -> Iterator[str]:
    for gate in report.red:
        yield f"{gate.status.upper()} {gate.name}: {_number(gate.value)}, bound {gate.bound}. {gate.why}"
    skipped = [g.name for g in report.gates if g.status == "skipped"]
    if skipped:
        yield f"skipped (too few to tell): {', '.join(skipped)}"
    yield f"{'PASSED' if report.passed else 'FAILED'}: {sum(g.passed for g in report.gates)} of {len(report.gates)} gates hold"


def markdown(report: Report) -> str:
    """The report for a pull request: verdict, red gates, the cases that turned, the metrics."""
    run = report.run
    moved = _moved(report)
    lines = [f"## Eval: {'passed' if report.passed else 'FAILED'}", "", headline(report), ""]
    if report.red:
        lines += ["| gate | status | value | bound | why |", "|---|---|---|---|---|"]
        lines += [f"| {g.name} | **{g.status}** | {_number(g.value)} | {g.bound} | {_cell(g.why)} |" for g in report.red] + [""]
    lines += _turned_table(report)
    lines += ["| metric | value | 95 % | n | ungraded | change |", "|---|--:|---|--:|--:|--:|"]
    for m in run.metrics.values():
        interval = "" if m.low is None else f"{_number(m.low)} – {_number(m.high)}"
        lines.append(f"| {m.name} | {_number(m.value)} | {interval} | {m.n} | {m.ungraded or ''} | {moved.get(m.name, '')} |")
    asked = {case.id: case.question for case in run.cases}
    failed, others = report.sorted_reasons()
    lines += _folded(
        wrong_cases(report), "| case | question | why |", [(case, asked[case], "; ".join(why)) for case, why in failed.items()]
    )
    lines += _folded(wrong_rows(others), "| row | why |", [(row, "; ".join(why)) for row, why in others.items()]) if others else []
    return "\n".join([*lines, ""])


def _folded(title: str, head: str, rows: Sequence[Sequence[str]]) -> list[str]:
    table = [head, "|---" * (head.count("|") - 1) + "|", *("| " + " | ".join(_cell(c) for c in row) + " |" for row in rows)]
    return ["", f"<details><summary>{title}</summary>", "", *table, "", "</details>"]


def _turned_table(report: Report) -> list[str]:
    if report.baseline is None:
        return []
    worse, better = baselines.turned(report.run, report.baseline)
    if not worse and not better:
        return ["No case turned since the baseline.", ""]
    reasons = report.reasons()
    asked = {case.id: case.question for case in report.run.cases}
    lines = ["| case that turned | | question | why |", "|---|---|---|---|"]
    lines += [f"| {c} | worse | {_cell(asked.get(c, ''))} | {_cell('; '.join(reasons.get(c, [])))} |" for c in worse]
    return [*lines, *(f"| {c} | better | {_cell(asked.get(c, ''))} | |" for c in better), ""]


def _cell(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=False).replace("|", "\\|")


# --- HTML -----------------------------------------------------------------------------------------


def page(report: Report) -> str:
    """One page that needs nothing beside it: each case with question, answer as served, gold, retrieved turns, and why it failed."""
    run, moved = report.run, _moved(report)
    failed, rows = report.sorted_reasons()
    others = "".join(f"<li>{_h(row)}: {_h('; '.join(why))}</li>" for row, why in rows.items())
    ordered = sorted(run.cases, key=lambda case: (case.id not in failed, case.meeting))
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        verdict="passed" if report.passed else "FAILED",
        headline=_h(headline(report)),
        turned="".join(f"<p>{_h(line)}</p>" for line in _turned_lines(report)),
        metrics="".join(_metric_row(m, moved.get(m.name, "")) for m in run.metrics.values()),
        red="".join(_gate_row(g) for g in report.red) or "<tr><td>none</td></tr>",
        green="".join(_gate_row(g) for g in report.gates if g.passed),
        wrong=str(len(failed)),
        others=f"<ul>{others}</ul>" if others else "<p>nothing</p>",
        cases="".join(_case(case, run, failed.get(case.id, [])) for case in ordered),
    )


def _gate_row(g: Gate) -> str:
    cells = (g.name, g.status, _number(g.value), g.bound, g.why)
    return f'<tr class="{g.status}">' + "".join(f"<td>{_h(c)}</td>" for c in cells) + "</tr>"


def _metric_row(m: Metric, moved: str) -> str:
    cells = (m.name, _number(m.value), f"{_number(m.low)} – {_number(m.high)}", str(m.n), str(m.ungraded or ""), moved, m.explanation)
    return "<tr>" + "".join(f"<td>{_h(c)}</td>" for c in cells) + "</tr>"


def _case(case: Case, run: Run, why: Sequence[str]) -> str:
    served, record = run.served[case.id], run.records[case.meeting]
    turns = record.turns
    gold = "".join(
        f"<li>turn {g.turn}, {_h(turns.get(g.turn, {}).get('speaker', '?'))}: <mark>{_h(g.words)}</mark></li>" for g in case.gold
    )
    wanted = f"<ul>{gold}</ul>" if gold else f"<p>must be declined: {_h(case.decline or '')}{', a near miss' if case.near_miss else ''}</p>"
    facts = f"<p>facts: {_h('; '.join(' / '.join(f) for f in case.facts))}</p>" if case.facts else ""
    before = "".join(f"<p class=quiet>before: {_h(q)}</p>" for q in case.before)
    reasons = "".join(f"<li>{_h(one)}</li>" for one in why)
    return (
        f'<details class="{"bad" if why else "good"}" id="{_h(case.id)}"><summary><b>{_h(case.id)}</b> {_h(case.question)}</summary>'
        f"{before}<ul class=why>{reasons}</ul><h3>Answer as served</h3><pre>{_h(_as_served(served))}</pre>"
        f"<h3>Gold</h3>{wanted}{facts}<h3>Retrieved</h3><ol>{_passages(served, case, turns)}</ol></details>"
    )


def _as_served(served: Served) -> str:
    return served.pages.get("text") or json.dumps(served.answer["statements"], ensure_ascii=False, indent=1) or ""


def _passages(served: Served, case: Case, turns: Mapping[int, Json]) -> str:
    """The first ten turns retrieved, each from its start; a gold one around the words that make it gold."""
    gold = {g.turn: " ".join(g.words.split()) for g in case.gold}
    rows = []
    for p in served.answer["passages"][:10]:
        turn = turns.get(p["turn"], {})
        text = " ".join(str(turn.get("text", "")).split())
        at = max(0, text.find(gold.get(p["turn"], "")) - 60)
        hit = ' class="hit"' if p["turn"] in gold else ""
        cut = f"{'… ' if at else ''}{text[at : at + 180]}"
        rows.append(f"<li{hit}>turn {p['turn']}, {_h(str(turn.get('speaker', '?')))} ({p['score']:.2f}): {_h(cut)}</li>")
    return "".join(rows)


def _h(text: str) -> str:
    return html.escape(text)


# --- JUnit ----------------------------------------------------------------------------------------


def junit(report: Report) -> str:
    """JUnit XML: a suite per debate with its cases, and one with the gates; CI shows each by name."""
    run, reasons = report.run, report.reasons()
    suites = []
    for debate in (*run.debates, *run.skipped):
        rows = [_junit_case(case, debate.path is None, run.served.get(case.id), reasons.get(case.id, [])) for case in debate.cases]
        suites.append(_suite(debate.name, rows))
    suites.append(_suite("gates", [_junit_gate(gate) for gate in report.gates]))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="griffier eval">\n{"".join(suites)}</testsuites>\n'


def _suite(name: str, rows: Sequence[str]) -> str:
    failed, skipped = sum("<failure" in r for r in rows), sum("<skipped" in r for r in rows)
    return f'<testsuite name={quoteattr(name)} tests="{len(rows)}" failures="{failed}" skipped="{skipped}">\n{"".join(rows)}</testsuite>\n'


def _junit_case(case: Case, absent: bool, served: Served | None, why: Sequence[str]) -> str:
    inner = ""
    if absent:
        inner = '<skipped message="the report is not on this machine"/>'
    elif why:
        inner = f"<failure message={quoteattr(_xml(why[0]))}>{escape(_xml(chr(10).join([case.question, *why])))}</failure>"
    took = f' time="{served.seconds:.3f}"' if served else ""
    return f"<testcase classname={quoteattr(case.kind)} name={quoteattr(case.id)}{took}>{inner}</testcase>\n"


def _junit_gate(gate: Gate) -> str:
    inner = ""
    if gate.status == "skipped":
        inner = f"<skipped message={quoteattr(gate.why)}/>"
    elif not gate.passed:
        inner = (
            f"<failure type={quoteattr(gate.status)} message={quoteattr(_xml(f'{_number(gate.value)}, bound {gate.bound}. {gate.why}'))}/>"
        )
    return f'<testcase classname="gate" name={quoteattr(gate.name)}>{inner}</testcase>\n'


def _xml(text: str) -> str:
    """Without the characters XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or ord(c) >= 32)
