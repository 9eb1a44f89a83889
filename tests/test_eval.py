"""The eval harness: cases as documents, metrics on answers made by hand, gates that can't pass on nothing, reports, and the door."""

from __future__ import annotations

import fnmatch
import html
import json
import re
import subprocess
import tomllib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from eval import baseline as baselines
from eval import joint, metrics, stats
from eval.__main__ import main
from eval.cases import CASES, KINDS, REASONS, CaseError, broken_gold, load
from eval.gates import BROAD, EXACT, FLOORS, gates
from eval.report import Report, as_json, console, junit, markdown, page, write
from eval.run import explained, only, run, trusted
from eval.source import letters, second_reading
from eval.types import UNGRADED, Case, Debate, Gold, Json, Record, Run, Served, Tally
from rag.assistant import Assistant
from rag.settings import load as settings

SEED = "kst-28638-178"


@pytest.fixture(scope="module")
def debates() -> tuple[Debate, ...]:
    """The bundled debate with a fixed handful of cases."""
    chosen = load(CASES / f"{SEED}.toml")
    wanted = {c.id for c in chosen[0].cases[::12]}
    return only(chosen, lambda case: case.id in wanted)


@pytest.fixture(scope="module")
def found(debates: tuple[Debate, ...]) -> Run:
    return run(debates)


# --- cases ----------------------------------------------------------------------------------------


def test_the_set_is_as_broad_as_it_must_be(found: Run) -> None:
    """At least 120 cases, 70 on the bundled debate and 50 on others, of every kind; a full run with fewer is red and names what lacks."""
    every = load()
    broad = {g.name: g for g in gates(replace(found, debates=every), full=True) if g.name in BROAD}
    assert set(broad) == set(BROAD) and all(g.passed for g in broad.values())
    few = only(every, lambda case: case.decline is None)
    assert [g.name for g in gates(replace(found, debates=few), full=True) if g.name in BROAD and not g.passed] == ["cases.decline"]
    absent = tuple(replace(d, path=None) for d in every if d.meeting != SEED)
    held = replace(found, debates=tuple(d for d in every if d.meeting == SEED), skipped=absent)
    assert all(g.passed for g in gates(held, full=True) if g.name in BROAD), "a report that is not here does not take its cases away"
    assert {c.decline for d in every for c in d.cases if c.decline} == set(REASONS)


def test_a_case_that_is_gone_is_red(found: Run, tmp_path: Path) -> None:
    """Taking failing cases, or labels of the ledger, out of the documents is named; a report that is not here takes nothing out."""
    path = tmp_path / "baseline.json"
    baselines.write(path, found)
    held = baselines.read(path)
    assert baselines.gone(found, held) == []
    lost, label = found.cases[0].id, next(iter(found.metrics["questions_recall"].items))
    fewer = replace(found, debates=only(found.debates, lambda case: case.id != lost))
    rows = {k: v for k, v in found.metrics["questions_recall"].items.items() if k != label}
    fewer = replace(fewer, metrics={**found.metrics, "questions_recall": stats.metric("questions_recall", "", rows)})
    gate = next(g for g in gates(fewer, held) if g.name == "baseline.cases")
    assert not gate.passed and gate.hard and lost in gate.why and label in gate.why
    assert baselines.gone(replace(found, debates=(), skipped=found.debates), held) == []


GOOD = """
meeting = "kst-28638-178"
[[case]]
id = "a"
kind = "fact"
language = "nl"
question = "Hoeveel?"
gold = [ { turn = 4, words = "23 zaken" } ]
"""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("meeting = ", "vergadering = "), "meeting"),
        (("[[case]]", "[[geval]]"), "no [[case]]"),
        (('kind = "fact"', 'kind = "feit"'), "feit"),
        (('question = "Hoeveel?"', ""), "question is missing"),
        (("turn = 4, ", ""), "gold turn reads"),
        (("gold = ", "goud = "), "goud is not known"),
        (('gold = [ { turn = 4, words = "23 zaken" } ]', ""), "either gold turns or a decline reason"),
        (('language = "nl"', 'language = "nl"\ndecline = "off_topic"'), "either gold turns or a decline reason"),
        (("[[case]]", '[[case]]\nfacts = ["23"]'), "list of lists"),
        (("=", ""), "no TOML"),
    ],
)
def test_a_wrong_case_is_said_in_plain_words(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    """An editor's mistake is named with the file and what was expected; the door exits 2 without a traceback."""
    file = tmp_path / "mijn.toml"
    file.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(CaseError, match=r"mijn\.toml") as error:
        load(file)
    assert says in str(error.value)
    assert main(["--cases", str(file)]) == 2


def test_two_cases_of_one_name_are_refused(tmp_path: Path) -> None:
    """An id names one case, over all documents."""
    for name in ("een", "twee"):
        (tmp_path / f"{name}.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(CaseError, match="called a"):
        load(tmp_path)


def test_a_renumbering_is_noticed(found: Run) -> None:
    """Gold words that stand in another turn than the case says are named with the turn they stand in; a turn that is gone too."""
    record = found.records[SEED]
    case = next(c for c in found.cases if c.gold)
    moved = replace(case, gold=(replace(case.gold[0], turn=case.gold[0].turn + 1),))
    assert f"it stands in turn {case.gold[0].turn}" in broken_gold([moved], record.turns)[case.id][0]
    assert "does not exist" in broken_gold([replace(case, gold=(Gold(9999, "x"),))], record.turns)[case.id][0]
    assert broken_gold(found.cases, record.turns) == {}


def test_a_report_that_is_not_here_is_skipped_and_counted(tmp_path: Path) -> None:
    """Cases on a debate whose report is not on this machine are skipped, and the result says how many."""
    (tmp_path / "een.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "twee.toml").write_text(GOOD.replace('"a"', '"b"').replace("kst-28638-178", "kst-1-1"), encoding="utf-8")
    result = run(load(tmp_path), parts=frozenset())
    assert [d.meeting for d in result.skipped] == ["kst-1-1"] and len(result.cases) == 1
    assert as_json(Report(result, ()))["skipped"] == 1
    nothing = run(load(tmp_path / "twee.toml"))
    assert [(g.status, g.passed) for g in gates(nothing)] == [("vacuous", False)]


# --- the second reading ---------------------------------------------------------------------------


def test_the_source_read_a_second_time_says_the_same(found: Run) -> None:
    """283 turns by other means: every letter, speaker, party, role and page of the bundled debate."""
    metric = found.metrics["record_fidelity"]
    assert (metric.value, metric.n) == (1.0, 283)


def test_the_second_reading_of_vlos(shared: Path) -> None:
    """The same for every VLOS report, the skeleton aside."""
    from rag.errors import ReadError
    from rag.read import read

    for path in sorted((shared / "vlos").glob("*.xml")):
        said = second_reading(path.read_bytes())
        try:
            turns = read(path.read_bytes(), path.name).turns
        except ReadError:
            assert said is None
            continue
        assert said is not None
        assert [letters(t.text) for t in turns] == [s.letters for s in said]
        assert [(t.speaker.name, t.speaker.party, t.speaker.role) for t in turns] == [(s.name, s.party, s.role) for s in said]


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"<html><p>x</p></html>", b"<open", "één".encode("latin-1"), b"", b"Zomaar tekst.\n"])
def test_a_form_the_second_reading_does_not_know(data: bytes) -> None:
    """A PDF, other XML, another encoding or no report at all: nothing is told, instead of something wrong."""
    assert second_reading(data) is None


def test_who_is_right_is_open_where_no_editor_counted(found: Run) -> None:
    """Two readings that differ: held against the record where an editor counted the turns, ungraded where no one did."""
    record = found.records[SEED]
    turns = {**record.turns, 2: {**record.turns[2], "party": "PVV"}}
    counted = trusted(replace(record, turns=turns))
    open_ = trusted(replace(record, turns=turns, debate=replace(record.debate, turns=None)))
    assert counted.said is not None and open_.said is None
    assert trusted(replace(record, debate=replace(record.debate, turns=None))).said is not None
    assert trusted(replace(record, debate=replace(record.debate, turns=282))).said is None


FOOTED = "Tweede Kamer, vergaderjaar 2019–2020, 28 638, nr. 178 1\n"
BARE = """De voorzitter:
Ik open de vergadering.
Mevrouw Jansen (SP):
Er is te weinig geld.
 Dat moet anders.
De voorzitter:
Dank u wel.
"""


def bare(folder: Path, turns: int) -> tuple[Debate, ...]:
    """An editor's case on a report of three turns."""
    (folder / "verslag.txt").write_text(BARE, encoding="utf-8")
    with closing(Assistant(settings(home=folder / "huis"))) as reader:
        meeting = reader.ingest([folder / "verslag.txt"]).meetings[0].meeting
    case = GOOD.replace('"kst-28638-178"', f'"{meeting}"\nsource = "verslag.txt"\nturns = {turns}')
    case = case.replace("turn = 4", "turn = 2").replace("23 zaken", "te weinig geld").replace("Hoeveel?", "Wat vindt de SP van het geld?")
    (folder / "verslag.toml").write_text(case, encoding="utf-8")
    return load(folder / "verslag.toml")


@pytest.mark.parametrize(
    ("text", "pages"), [(BARE, 0), (f"{FOOTED}{BARE}", 3), (f"{FOOTED[:-2]}7\n{BARE}", 0), (BARE.replace(" Dat", "\fDat"), 2)]
)
def test_pages_are_told_only_where_something_shows_them(text: str, pages: int) -> None:
    """A space alone is no page; a footer with the number that is counted is, one with another number isn't; a form feed is."""
    said = second_reading(text.encode())
    assert said is not None and len(said) == 3
    assert max((page for one in said for _, page in one.pages), default=0) == pages


def test_a_case_on_a_report_without_pages_is_honest(tmp_path: Path) -> None:
    """Where the product says that the page is unknown the second reading invents none; a wrong count is said with what was found."""
    found = run(bare(tmp_path, 3), parts=frozenset())
    assert {n: found.metrics[n].value for n in ("record_fidelity", "attribution")} == {"record_fidelity": 1.0, "attribution": 1.0}
    (why,) = [f.why for f in run(bare(tmp_path, 31), parts=frozenset()).failures if f.metric == "record_fidelity"]
    assert "turns = 31" in why and "has 3, the record 3" in why


# --- metrics --------------------------------------------------------------------------------------

TEXT = "Er komen 23 zaken. Dat is weinig. Dat moet anders."
TURNS: dict[int, Json] = {
    1: {"speaker": "Futselaar", "party": None, "role": "chair", "text": "Ik open dit overleg."},
    2: {"speaker": "Kuik", "party": "CDA", "role": "member", "text": TEXT},
}
RECORD = Record(Debate("m", "m", None, ()), TURNS, None)
CASE = Case("c", "fact", "nl", "Hoeveel zaken?", "m", (Gold(2, "23 zaken"),), (("23",), ("weinig", "te weinig")))
MUST_DECLINE = Case("d", "decline", "nl", "Wat vindt D66?", "m", decline="not_present")


def cite(number: int = 1, **changed: Any) -> Json:
    row = {"number": number, "meeting": "m", "turn": 2, "speaker": "Kuik", "party": "CDA", "role": "member", "page": None}
    return {**row, "quote": "Er komen 23 zaken.", "start": 0, "end": 18, "reference": "x", **changed}


def say(text: str = "Er komen 23 zaken.", numbers: tuple[int, ...] = (1,), verdict: str = "supported") -> Json:
    return {"text": text, "verdict": verdict, "why": "", "citations": list(numbers)}


def serve(statements: list[Json], citations: list[Json], passages: tuple[int, ...] = (1, 2), **changed: Any) -> Served:
    found = [{"meeting": "m", "turn": n, "score": 1.0} for n in passages]
    answer = {"status": "answered", "reason": None, "statements": statements, "citations": citations, "passages": found, "usage": None}
    return Served({**answer, **changed})


TRUE = serve([say()], [cite()])
NONE = serve([], [], status="declined", reason="no_evidence")


@pytest.mark.parametrize(
    ("grade", "served", "case", "value"),
    [
        (metrics.hit_at_5, TRUE, CASE, 1.0),
        (metrics.hit_at_5, serve([], [], (1, 1, 1, 1, 1, 2)), CASE, 0.0),
        (metrics.hit_at_5, TRUE, MUST_DECLINE, None),
        (metrics.recall_at_5, serve([], [], (2,)), replace(CASE, gold=(Gold(1, "x"), Gold(2, "x"))), 0.5),
        (metrics.mrr, TRUE, CASE, 0.5),
        (metrics.mrr, serve([], [], (1,)), CASE, 0.0),
        (metrics.ndcg_at_10, serve([], [], (2, 1)), CASE, 1.0),
        (metrics.ndcg_at_10, TRUE, CASE, 0.63093),
        (metrics.citation_precision, serve([say(numbers=(1, 2))], [cite(), cite(2, turn=1)]), CASE, 0.5),
        (metrics.citation_recall, serve([say(), say(numbers=(2,))], [cite(), cite(2, turn=1)]), CASE, 0.5),
        (metrics.citation_recall, NONE, CASE, 0.0),
        (metrics.fact_recall, TRUE, CASE, 0.5),
        (metrics.fact_recall, serve([say("Er zijn 123 of 23.000 zaken")], [cite()]), CASE, 0.0),
        (metrics.answers_given, serve([], []), CASE, 0.0),
        (metrics.answers_given, serve([say(verdict="unsupported", numbers=())], []), CASE, 0.0),
        (metrics.answers_given, NONE, CASE, 1.0),
        (metrics.answers_given, serve([say()], [cite()], status="declined"), CASE, 0.0),
        (metrics.quote_fidelity, TRUE, CASE, 1.0),
        (metrics.quote_fidelity, serve([say()], [cite(quote="Er komen 24 zaken.")]), CASE, 0.0),
        (metrics.quote_fidelity, serve([say()], [cite(quote="r komen 23 zaken. ", start=1, end=19)]), CASE, 0.0),
        (metrics.quote_fidelity, serve([say()], [cite(quote="Er komen 23", end=11)]), CASE, 0.0),
        (metrics.quote_fidelity, serve([say()], [cite(turn=7)]), CASE, 0.0),
        (metrics.attribution, TRUE, CASE, 1.0),
        (metrics.attribution, serve([say()], [cite(speaker="Futselaar")]), CASE, 0.0),
        (metrics.attribution, serve([say()], [cite(turn=1, speaker="Futselaar", party="SP", role="chair")]), CASE, 0.0),
        (metrics.attribution, serve([say()], [cite(page=3, reference="nr. 178, p. 4")]), CASE, 0.0),
        (metrics.citations_resolve, TRUE, CASE, 1.0),
        (metrics.citations_resolve, serve([say(numbers=(1, 2))], [cite()]), CASE, 0.0),
        (metrics.citations_resolve, serve([say()], [cite(), cite(2)]), CASE, 0.0),
        (metrics.citations_resolve, serve([say()], [cite(end=400)]), CASE, 0.0),
        (metrics.citations_resolve, serve([say(numbers=(2,))], [cite(2)]), CASE, 0.0),
        (metrics.supported_are_cited, serve([say(), say(numbers=())], [cite()]), CASE, 0.5),
        (metrics.supported_are_cited, serve([say(verdict="misquoted")], [cite()]), CASE, 0.0),
        (metrics.number_fidelity, TRUE, CASE, 1.0),
        (metrics.number_fidelity, serve([say("Er komen 24 zaken.")], [cite()]), CASE, 0.0),
        (metrics.number_fidelity, serve([say("Dat is weinig.")], [cite()]), CASE, None),
        (metrics.decline_precision, NONE, CASE, 0.0),
        (metrics.decline_precision, TRUE, CASE, None),
        (metrics.decline_recall, NONE, MUST_DECLINE, 1.0),
        (metrics.decline_recall, TRUE, MUST_DECLINE, 0.0),
        (metrics.decline_recall_sure, TRUE, replace(MUST_DECLINE, near_miss=True), None),
        (metrics.decline_reason, NONE, MUST_DECLINE, 0.0),
        (metrics.false_declines, NONE, CASE, 1.0),
        (metrics.false_declines, TRUE, CASE, 0.0),
        (metrics.answer_words, TRUE, CASE, 4.0),
        (metrics.short_quotes, serve([say()], [cite(quote="Een zin. " * 50)]), CASE, 0.0),
        (metrics.verbatim_share, TRUE, CASE, 1.0),
        (metrics.verbatim_share, serve([say("Volgens mij is het er niet een van die.")], [cite()]), CASE, 0.0),
        (metrics.tokens_per_answer, serve([say()], [cite()], usage={"prompt_tokens": 7, "completion_tokens": 2}), CASE, 9.0),
    ],
)
def test_a_metric_is_what_its_definition_says(grade: Any, served: Served, case: Case, value: float | None) -> None:
    """Each metric on an answer made by hand."""
    tally = grade(case, served, RECORD)
    if value is None:
        assert tally is None
    else:
        assert tally.total / tally.count == pytest.approx(value, abs=1e-5)
        assert grade.__doc__ and "\n" in grade.__doc__.strip(), "the docstring holds the definition and its source"


def test_what_cannot_be_graded_is_not_wrong() -> None:
    """A declined answer has no citation precision, and a case without facts no fact recall: ungraded, counted apart."""
    for tally in (metrics.citation_precision(CASE, NONE, RECORD), metrics.fact_recall(replace(CASE, facts=()), TRUE, RECORD)):
        assert tally is not None and (tally.count, tally.ungraded) == (0, 1)
    made = stats.metric("x", "", {"a": Tally(1.0), "b": UNGRADED})
    assert (made.value, made.n, made.ungraded) == (1.0, 1, 1)


def test_the_page_is_held_to_the_record() -> None:
    """A quote on a page that is not the record's, and a citation that a page leaves out, both count as wrong."""
    shown = replace(TRUE, pages={"text": "Kuik (CDA): «Er komen 23 zaken.» [1]\n"})
    other = replace(TRUE, pages={"text": "Kuik (CDA): «Er komen 24 zaken.» [1]\n"})
    lost = replace(TRUE, pages={"text": "Kuik (CDA): [1]\n"})
    for served, value in ((shown, 1.0), (other, 0.0), (lost, 0.0)):
        tally = metrics.page_fidelity(CASE, served, RECORD)
        assert tally is not None and tally.total == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("[1] Kuik (CDA), beurt 2, x", 1.0),
        ("[1] Kuik (SP), beurt 2, x", 0.0),
        ("[1] Kuik, beurt 2, x", 0.0),
        ("[1] Futselaar (CDA), beurt 2, x", 0.0),
        ("[1] Kuik (CDA), beurt 3, x", 0.0),
        ("[1] Kuik (CDA), beurt 2, nr. 178, p. 3", 0.0),
        ("[2] Kuik (CDA), beurt 2, x", 0.0),
    ],
)
def test_a_source_on_a_page_is_its_citations(line: str, value: float) -> None:
    """Speaker, party, turn and reference behind each number on a page are those of the citation."""
    tally = metrics.page_attribution(CASE, replace(TRUE, pages={"text": f"{line}\n    «Er komen 23 zaken.»"}), RECORD)
    assert tally is not None and tally.total == value


def test_an_interval_holds_its_value_and_narrows() -> None:
    """The bootstrap interval is the same every time, holds the value, and is narrower with more items."""
    few = stats.metric("x", "", {str(i): Tally(float(i % 2)) for i in range(20)})
    many = stats.metric("x", "", {str(i): Tally(float(i % 2)) for i in range(500)})
    assert few.low is not None and few.high is not None and many.low is not None and many.high is not None
    assert few.low < 0.5 < few.high and many.high - many.low < (few.high - few.low) / 3
    assert few == stats.metric("x", "", {str(i): Tally(float(i % 2)) for i in range(20)})


def test_a_change_is_significant_only_when_it_is() -> None:
    """Paired over cases: one case of a hundred that turns is noise, fifteen are not; a case the other run lacks does not count."""
    old = {str(i): Tally(1.0) for i in range(100)}
    one = stats.change(old, old | {"3": Tally(0.0), "new": Tally(0.0)})
    many = stats.change(old, old | {str(i): Tally(0.0) for i in range(15)})
    assert one is not None and one[0] == pytest.approx(-0.01) and one[2] == 0.0
    assert many is not None and many[2] < 0


# --- gates ----------------------------------------------------------------------------------------


def test_the_gates_hold_on_the_product(found: Run) -> None:
    """On a handful of cases every hard gate holds, and none of them on nothing."""
    hard = [g for g in gates(found) if g.name in EXACT]
    assert {g.name for g in hard} == set(EXACT)
    told = {g.name: (g.status, g.why) for g in hard if g.status != "passed"}
    assert told == {name: ("skipped", "this run has nothing of the kind") for name, part in EXACT.items() if part == "joint"}, "one debate"


def test_debates_in_one_index_are_kept_apart(debates: tuple[Debate, ...], tmp_path: Path) -> None:
    """Two debates in one index: asked of one meeting it cites that one, asked of none every quote and speaker is still its own turn's."""
    both = (*only(debates, lambda case: case.id in {c.id for c in debates[0].cases[:3]}), *bare(tmp_path, 3))
    found = run(both, parts=frozenset({"joint"}))
    hard = {g.name: g.status for g in gates(found) if EXACT.get(g.name) == "joint"}
    assert hard == {"joint_quotes": "passed", "joint_attribution": "passed", "joint_in_meeting": "passed"}
    assert found.metrics["joint_hit_at_5"].n and found.metrics["other_debate"].n and found.metrics["joint_open_hit_at_5"].n


def test_another_debates_words_are_noticed() -> None:
    """In one index: a citation outside the meeting that was asked, a speaker of another debate, a quote of one, a meeting that is none."""
    there = Debate("m", "m", None, (CASE,))
    other = Debate("n", "n", None, ())
    turns = {2: {**TURNS[2], "speaker": "Jansen", "party": "SP"}}
    records = {"m": replace(RECORD, debate=there), "n": Record(other, turns, None)}

    def graded(**changed: Any) -> dict[str, float]:
        said = serve([say()], [cite(**changed)])
        found = joint.tallies([there, other], records, lambda *_: said, lambda *_: said)
        return {name: rows["c"].total / rows["c"].count for name, rows in found.items() if "c" in rows}

    right = graded()
    assert (right["joint_quotes"], right["joint_attribution"], right["joint_in_meeting"], right["other_debate"]) == (1, 1, 1, 0)
    assert graded(meeting="n", speaker="Jansen", party="SP")["joint_attribution"] == 1
    assert graded(meeting="n")["joint_attribution"] == 0 and graded(meeting="n")["joint_in_meeting"] == 0
    assert graded(meeting="n")["other_debate"] == 1
    assert graded(meeting="q")["joint_quotes"] == 0 and graded(quote="Er komen 24 zaken.")["joint_quotes"] == 0


def test_a_fixed_share_of_every_kind_is_asked_in_one_index() -> None:
    """At most forty cases, of every kind there is and of every debate, the same each time."""
    every = load()
    chosen = joint.chosen(every)
    assert chosen == joint.chosen(every) and len(chosen) == len({c.id for c in chosen}) == joint.MOST
    assert {c.kind for c in chosen} == {c.kind for d in every for c in d.cases} and {c.meeting for c in chosen} == {
        d.meeting for d in every
    }


@pytest.mark.parametrize("name", EXACT)
def test_nothing_checked_is_red(found: Run, name: str) -> None:
    """A hard gate with no item is vacuous, and vacuous is not a pass."""
    emptied = replace(found, metrics={**found.metrics, name: stats.metric(name, "", {})})
    gate = next(g for g in gates(emptied) if g.name == name)
    assert gate.status == "vacuous" and not gate.passed


@pytest.mark.parametrize("name", EXACT)
def test_a_hard_gate_needs_every_item(found: Run, name: str) -> None:
    """One wrong item in a thousand breaks it."""
    items = {str(i): Tally(1.0) for i in range(999)} | {"bad": Tally(0.0, why=("wrong",))}
    gate = next(g for g in gates(replace(found, metrics={**found.metrics, name: stats.metric(name, "", items)})) if g.name == name)
    assert gate.status == "failed" and "bad" in gate.why


def test_every_floor_has_its_reason_and_a_metric() -> None:
    """The floors' file names metrics that exist, each with a bound and a reason."""
    for name, row in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items():
        assert fnmatch.filter(explained(), name) and ("floor" in row) != ("ceiling" in row) and len(row["reason"]) > 20


def test_a_metric_below_its_baseline_is_red(found: Run, tmp_path: Path) -> None:
    """Held to its own figures a run passes; held to better ones it fails, naming the metric and the cases that turned."""
    path = tmp_path / "baseline.json"
    baselines.write(path, found)
    held = baselines.read(path)
    assert all(c.difference == 0 for c in baselines.changes(found, held))
    worse = {c.id: Tally(0.0, why=("gone",)) for c in found.cases if c.gold}
    broken = replace(found, metrics={**found.metrics, "mrr": stats.metric("mrr", "", worse)})
    red = [g.name for g in gates(broken, held) if not g.passed]
    assert "baseline.mrr" in red
    assert baselines.turned(broken, held)[0]


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", '{"metrics": {}, "items": {}, "failed": [], "written_by": "x"}', '{"metrics": 3}'])
def test_an_unreadable_baseline_is_a_failure(tmp_path: Path, text: str) -> None:
    """A baseline that is empty, cut off or something else fails the run."""
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    assert main(["--case", "mh-com-05", "--baseline", str(path)]) == 1


def test_the_baseline_is_not_written_over_a_hard_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--update-baseline refuses when a hard gate fails, and writes when none does."""
    path = tmp_path / "baseline.json"
    assert main(["--case", "mh-com-05", "--baseline", str(path), "--update-baseline"]) == 0 and path.exists()
    path.unlink()
    monkeypatch.setattr("rag.types.Turn.page_at", lambda self, offset: 7)
    assert main(["--case", "mh-com-05", "--baseline", str(path), "--update-baseline"]) == 1 and not path.exists()


# --- reports --------------------------------------------------------------------------------------


def test_the_reports_show_every_case(found: Run, tmp_path: Path) -> None:
    """JUnit names every case, HTML shows each with question, served quote and gold and needs nothing from elsewhere, Markdown the figures."""
    report = Report(found, gates(found))
    write(report, tmp_path / "out")
    tree = ElementTree.parse(tmp_path / "out" / "junit.xml")
    assert {c.get("name") for c in tree.iter("testcase")} >= {c.id for c in found.cases}
    told = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    for case in found.cases:
        assert f'id="{case.id}"' in told and html.escape(case.question) in told
        assert all(html.escape(g.words) in told for g in case.gold)
    assert not any(mark in told for mark in ("http://", "https://", "<script", "<link", "<img"))
    assert "| mrr |" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")


def test_cases_and_rows_are_counted_apart_in_every_report(found: Run) -> None:
    """Markdown says as many cases as the console and the page do; rows of the ledger and the pages are no cases."""
    rows = stats.metric("ledger_quotes", "", {"m:1": Tally(0.0, why=("wrong",)), "m:2": Tally(0.0, why=("wrong",))})
    wrong = stats.metric("mrr", "", {found.cases[0].id: Tally(0.0, why=("no",))})
    made = Report(replace(found, metrics={"ledger_quotes": rows, "mrr": wrong}), ())
    told = f"1 of {len(found.cases)} cases with something wrong"
    assert told in markdown(made) and told in console(made) and "1 cases with something wrong" not in markdown(made)
    assert all("2 rows of the ledger" in text for text in (markdown(made), console(made)))


def test_what_cannot_be_graded_keeps_its_row(found: Run) -> None:
    """A run of one case shows a metric of which every item is ungraded: a judge that says nothing readable isn't left out."""
    judged = stats.metric("judge_agreement", "", {str(n): UNGRADED for n in range(33)}, "")
    made = Report(replace(found, metrics={"judge_agreement": judged}, parts=frozenset()), ())
    (row,) = [line for line in console(made).splitlines() if line.startswith("judge_agreement")]
    assert row.split() == ["judge_agreement", "-", "0", "33"]


def test_the_eval_is_a_step_of_its_own(tmp_path: Path) -> None:
    """`.ci/run eval` runs the gates and nothing else, with their exit code; the workflow runs it as a step of its own."""
    root = FLOORS.parent.parent
    python = tmp_path / ".venv" / "bin" / "python"
    (tmp_path / ".ci").mkdir()
    python.parent.mkdir(parents=True)
    (tmp_path / ".ci" / "run").write_bytes((root / ".ci" / "run").read_bytes())
    python.write_text('#!/bin/sh\necho "asked: $*"\nexit 7\n', encoding="utf-8")
    python.chmod(0o755)
    done = subprocess.run(["bash", tmp_path / ".ci" / "run", "eval"], capture_output=True, text=True, check=False)
    asked = [line for line in done.stdout.splitlines() if line.startswith("asked: ")]
    assert done.returncode == 7 and len(asked) == 1 and asked[0].startswith("asked: -m eval --baseline eval/baseline.json --report ")
    steps = re.findall(r"run: bash \.ci/run ?(\w*)", (root / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    assert steps == ["house", "eval"]


def test_what_a_record_or_question_holds_is_data(found: Run) -> None:
    """Markup in a question is shown, not obeyed, in each form of report."""
    evil = "<script>alert(1)</script> | ]]> & \x00\x1b"
    case = replace(found.cases[0], question=evil)
    debate = replace(found.debates[0], cases=(case,))
    made = Report(replace(found, debates=(debate,)), gates(found))
    assert "<script>" not in page(made) and "<script>" not in markdown(made)
    ElementTree.fromstring(junit(made))
    assert "mrr" in console(made)


def test_the_door(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--case runs one case again and tells it in full; --json holds the contract's keys; twice gives the same bytes but for the times."""
    documents = []
    for n in (1, 2):
        assert main(["--case", "mh-com-05", "--json", str(tmp_path / f"{n}.json"), "--report", str(tmp_path / "r")]) == 0
        documents.append(json.loads((tmp_path / f"{n}.json").read_text(encoding="utf-8")))
    out = capsys.readouterr().out
    assert "15 januari" in out and "* " in out
    for document in documents:
        document.pop("timings")
    assert json.dumps(documents[0]) == json.dumps(documents[1])
    assert {"written_by", "cases", "metrics", "gates", "failures", "baseline"} <= set(documents[0])
    assert set(documents[0]["metrics"]["mrr"]) == {"value", "n", "low", "high", "ungraded"}
    assert {"name", "passed", "value", "bound"} <= set(documents[0]["gates"][0])
    assert main(["--case", "nergens"]) == 2
    assert main(["--case", "mh-com-05", "--report", str(tmp_path / "1.json")]) == 2
    assert main(["--cases", str(tmp_path / "niets.toml")]) == 2


def test_the_editors_guide_is_true(found: Run, tmp_path: Path) -> None:
    """The example in eval/cases/README.md loads as it stands, its gold holds, and the guide names every kind and reason there is."""
    guide = (CASES / "README.md").read_text(encoding="utf-8")
    file = tmp_path / "voorbeeld.toml"
    file.write_text(guide.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    debate = load(file)[0]
    assert len(debate.cases) == 3 and broken_gold(debate.cases, found.records[SEED].turns) == {}
    assert all(f"`{word}`" in guide for word in (*KINDS, *REASONS))
