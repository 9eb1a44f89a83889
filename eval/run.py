"""A run: a home with an index per debate, each case asked at the product's doors, each metric over what came out."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from eval import joint, judge, ledger, mutation, stats, summaries
from eval.cases import broken_gold
from eval.metrics import MEASURES, OF_MODEL, OF_WRITING, OTHERWISE, fell_back, told
from eval.source import letters, second_reading
from eval.types import UNGRADED, Answerer, Case, Debate, Json, Metric, Record, Run, Said, Served, Tally
from rag.assistant import Assistant
from rag.errors import GriffierError
from rag.llm import Endpoint
from rag.render.contract import answer_json, turn_json
from rag.render.html import answer_html
from rag.render.terminal import answer_text
from rag.settings import load
from rag.types import Filter

PARTS = frozenset({"again", "verifier", "pages", "ledger", "joint"})
AGAIN = 6  # one case in so many is asked again of a second build of the index
Door = Callable[[Assistant], Answerer]
Tallies = dict[str, dict[str, Tally]]  # of each metric by its items


def ask(assistant: Assistant, verbatim: bool = True, everywhere: bool = False) -> Answerer:
    """The product itself as an answerer: `ask`, the contract's JSON, and the pages it is shown on. ``everywhere``: of no one meeting."""

    def answer(case: Case, record: Record) -> Served:
        begun = time.perf_counter()
        try:
            where = Filter() if everywhere else Filter(meetings=(case.meeting,))
            made = assistant.ask(case.question, where, case.before, verbatim=verbatim)
            document = answer_json(made)
            pages = {"text": answer_text(made, case.language), "html": answer_html(made, case.language)}
        except Exception as error:  # noqa: BLE001  a product that breaks on a case is measured, and the other cases go on
            failed: Json = {"status": "failed", "reason": f"{type(error).__name__}: {error}", "written_by": "", "usage": None}
            nothing: Json = {name: [] for name in ("statements", "citations", "passages", "notes")}
            return Served({"question": case.question, **failed, **nothing}, {}, time.perf_counter() - begun)
        return Served(document, pages, time.perf_counter() - begun)

    return answer


@contextmanager
def home_of(debates: Sequence[Debate], make: Callable[[Path], Assistant] | None = None) -> Iterator[Assistant]:
    """An assistant over a temporary home that holds these debates; gone afterwards. Raises GriffierError where a report cannot be read."""
    with tempfile.TemporaryDirectory(prefix="griffier-eval-") as folder, closing((make or plain)(Path(folder))) as assistant:
        report = assistant.ingest([debate.path for debate in debates if debate.path])
        if report.failed:
            raise GriffierError(f"{report.failed[0].path}: {report.failed[0].reason}")
        yield assistant


def plain(home: Path) -> Assistant:
    """The product with the settings of the environment, in its own home and with its own Chroma: nobody's server is written to."""
    return Assistant(load(home=home).model_copy(update={"chroma_host": None}))


def record_of(assistant: Assistant, debate: Debate) -> Record:
    """The truth a debate's answers are held to (see Record)."""
    assert debate.path is not None
    turns = {turn.number: turn_json(turn) for turn in assistant.turns(debate.meeting)}
    said = second_reading(debate.path.read_bytes())
    return trusted(Record(debate, turns, said))


def trusted(record: Record) -> Record:
    """The record with its second reading, if that may be held against it; see Record."""
    said, counted = record.said, record.debate.turns
    record = replace(record, heard=None if said is None else len(said))
    if said is None or len(said) != (counted or len(record.turns)):
        return replace(record, said=None)
    agreed = counted is not None or not any(_differs(n, one, record.turns.get(n)) for n, one in enumerate(said, 1))
    return record if agreed else replace(record, said=None)


def run(
    debates: Sequence[Debate],
    door: Door = ask,
    make: Callable[[Path], Assistant] | None = None,
    written_by: str = "verbatim",
    parts: frozenset[str] = PARTS,
    verbatim: bool = True,
    judged_by: Endpoint | None = None,
    progress: Callable[[str], None] = lambda line: None,
) -> Run:
    """Asks every case and grades what comes out.

    Args:
        debates: from `eval.cases.load`; those whose report is not here are skipped, and counted.
        door: an assistant to an answerer; adversaries give their own. ``make``: a home to an assistant.
        parts: what is done beside the cases; none of it when one case is run again.
        verbatim: no model writes; else what the model did not write is counted apart, and is no answer of its own.
        judged_by: a model that gives a second opinion on prose; None: no one does.
        progress: called with a line when something is done.
    """
    begun = time.perf_counter()
    here = tuple(d for d in debates if d.path is not None)
    tallies: Tallies = {}
    served: dict[str, Served] = {}
    records: dict[str, Record] = {}
    for debate in here:
        progress(f"{debate.name}: {len(debate.cases)} cases")
        record, own, found = _asked(debate, door, make, parts, verbatim)
        _add(tallies, found, _case_tallies(record, own, verbatim), *_judged(debate, own, judged_by))
        records[debate.meeting] = record
        served |= own
    if "joint" in parts and here:
        progress("all of them in one index")
        _add(tallies, _joint(here, records, make))
    skipped = tuple(d for d in debates if d.path is None)
    return Run(written_by, here, skipped, served, _metrics(tallies), _timings(served, time.perf_counter() - begun), records, parts)


def _asked(
    debate: Debate, door: Door, make: Callable[[Path], Assistant] | None, parts: frozenset[str], verbatim: bool
) -> tuple[Record, dict[str, Served], Tallies]:
    """The record of a debate, what came out of its cases, and the tallies of what is done beside them."""
    tallies: Tallies = {}
    with home_of([debate], make) as assistant:
        record, answer = record_of(assistant, debate), door(assistant)
        served = {case.id: answer(case, record) for case in debate.cases}
        _add(tallies, summaries.tallies(assistant, record, verbatim) if "pages" in parts else {})
        _add(tallies, ledger.tallies(assistant, record) if "ledger" in parts else {})
    _add(tallies, _record_tallies(record))
    if "again" in parts:
        _add(tallies, {"same_twice": _again(debate, record, served, door, make)})
    _add(tallies, mutation.tallies(debate) if "verifier" in parts else {})
    return record, served, tallies


def _joint(here: Sequence[Debate], records: Mapping[str, Record], make: Callable[[Path], Assistant] | None) -> Tallies:
    """All debates in one index."""
    with home_of(here, make) as assistant:
        return joint.tallies(here, records, ask(assistant), ask(assistant, everywhere=True))


def _judged(debate: Debate, served: Mapping[str, Served], judged_by: Endpoint | None) -> Sequence[Tallies]:
    """A model's second opinion, where there is one."""
    return () if judged_by is None else (judge.of_answers(debate.cases, served, judged_by), judge.agreement(debate, judged_by))


def _add(tallies: Tallies, *more: Tallies) -> None:
    for one in more:
        for name, items in one.items():
            tallies.setdefault(name, {}).update(items)


def _case_tallies(record: Record, served: Mapping[str, Served], verbatim: bool) -> Tallies:
    found: Tallies = {}
    for grade in MEASURES if verbatim else (*MEASURES, *OF_MODEL):
        name = grade.__name__
        for case in record.debate.cases:
            tally = grade(case, served[case.id], record)
            if tally is not None:
                own = verbatim or name not in OF_WRITING or not fell_back(served[case.id])
                found.setdefault(name, {})[case.id] = tally if own else UNGRADED
    broken = broken_gold(record.debate.cases, record.turns)
    found["gold_holds"] = {c.id: Tally(float(c.id not in broken), why=broken.get(c.id, ())) for c in record.debate.cases if c.gold}
    return found


def _record_tallies(record: Record) -> Tallies:
    """Each turn of the record against the source read a second time."""
    meeting, wanted = record.debate.meeting, record.debate.turns
    if record.said is None:
        counted = len(record.turns) if record.heard is None else record.heard
        if wanted in {None, counted}:
            return {"record_fidelity": {meeting: UNGRADED}}
        reading = "the record" if record.heard is None else "the second reading of the source"
        why = f"the case document says turns = {wanted}; {reading} has {counted}, the record {len(record.turns)}"
        return {"record_fidelity": {meeting: Tally(0.0, why=(why,))}}
    found = {}
    for number, said in enumerate(record.said, 1):
        why = _differs(number, said, record.turns.get(number))
        found[f"{meeting}:{number}"] = Tally(float(not why), why=(why,) if why else ())
    if len(record.turns) > len(record.said):
        found[f"{meeting}:more"] = Tally(0.0, why=(f"{len(record.turns)} turns in the record, {len(record.said)} in the source",))
    return {"record_fidelity": found}


def _differs(number: int, said: Said, turn: Json | None) -> str:
    """How a turn of the record differs from the source, in words; "" when it does not."""
    if turn is None:
        return f"turn {number} is not in the record"
    pages = (said.pages[0][1], said.pages[-1][1]) if said.pages else (None, None)
    truth = (said.name or "De voorzitter", said.party, said.role, *pages)
    told = (turn["speaker"], turn["party"], turn["role"], turn["page_first"], turn["page_last"])
    if truth != told:
        return f"turn {number}: the record says {told}, the source {truth}"
    return "" if letters(turn["text"]) == said.letters else f"turn {number}: other letters than the source"


def _again(
    debate: Debate, record: Record, served: Mapping[str, Served], door: Door, make: Callable[[Path], Assistant] | None
) -> dict[str, Tally]:
    """A share of the cases asked again of a second build of the same debate: the same bytes must come out."""
    chosen = debate.cases[::AGAIN]
    with home_of([debate], make) as assistant:
        answer = door(assistant)
        second = {case.id: answer(case, record) for case in chosen}
    found = {}
    for case in chosen:
        same = [_bytes(s.answer) + "".join(s.pages.values()) for s in (served[case.id], second[case.id])]
        found[case.id] = Tally(
            float(same[0] == same[1]), why=() if same[0] == same[1] else ("a second build of the index answers otherwise",)
        )
    return found


def _bytes(document: Json) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


EXPLAINED = {
    "gold_holds": ("Share of cases whose gold turns exist and hold their words: a renumbering is noticed.", "higher"),
    "record_fidelity": (
        "Share of turns with the source's letters, speaker, party, role and pages, read a second time by other means.",
        "higher",
    ),
    "same_twice": (f"Share of one in {AGAIN} cases that get the same bytes from a second build of the index.", "higher"),
}


def explained() -> dict[str, tuple[str, str]]:
    """Every metric there is: what it measures in one line, and which way is better."""
    measures = {grade.__name__: told(grade, OTHERWISE.get(grade.__name__, "higher")) for grade in (*MEASURES, *OF_MODEL)}
    return measures | EXPLAINED | summaries.EXPLAINED | ledger.EXPLAINED | joint.EXPLAINED | mutation.EXPLAINED | judge.EXPLAINED


def _metrics(tallies: Mapping[str, Mapping[str, Tally]]) -> dict[str, Metric]:
    of_cases = {grade.__name__ for grade in MEASURES}
    return {
        name: stats.metric(name, explanation, tallies.get(name, {}), better)
        for name, (explanation, better) in explained().items()
        if name in of_cases or name in tallies
    }


def _timings(served: Mapping[str, Served], total: float) -> dict[str, float]:
    took = sorted(s.seconds for s in served.values()) or [0.0]
    return {
        "total_seconds": round(total, 2),
        "answer_seconds_p50": round(took[len(took) // 2], 4),
        "answer_seconds_p95": round(took[min(len(took) - 1, int(len(took) * 0.95))], 4),
    }


def only(debates: Sequence[Debate], wanted: Callable[[Case], bool]) -> tuple[Debate, ...]:
    """The debates with only the cases that are wanted; those without any are left out."""
    kept = (replace(d, cases=tuple(c for c in d.cases if wanted(c))) for d in debates)
    return tuple(d for d in kept if d.cases)
