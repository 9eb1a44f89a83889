"""The eval notices: one thing at a time is broken in the product, or an answerer cheats, and each time the run exits 1 and names the metric."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval import baseline as baselines
from eval.__main__ import main
from eval.adversaries import ADVERSARIES, Adversary
from eval.cases import CASES, load
from eval.gates import gates
from eval.run import only, run
from eval.types import Answerer, Case, Debate, Record, Run, Served
from rag.assistant import Assistant
from rag.retrieve import Search, retrieve
from rag.settings import load as settings
from rag.text import sentences
from rag.types import Citation, Passage, Quote, Speaker, Statement, Turn
from rag.verify import verify

SEED = "kst-28638-178"
NOTHING_ELSE: frozenset[str] = frozenset({"cases"})


def subset() -> tuple[Debate, ...]:
    """Thirty fixed cases of the bundled debate: twelve it answers, eighteen it must decline."""
    debates = load(CASES / f"{SEED}.toml")
    answerable = [c.id for c in debates[0].cases if c.gold][::11][:12]
    # those that no name settles: here the threshold decides
    declined = [c.id for c in debates[0].cases if c.decline in {"off_topic", "no_evidence"} and not c.near_miss][-18:]
    wanted = {*answerable, *declined}
    chosen = only(debates, lambda case: case.id in wanted)
    assert len(chosen[0].cases) <= 30
    return chosen


@pytest.fixture(scope="module")
def honest(home: Path) -> Run:
    """What the product itself gives on the thirty cases."""
    return run(subset(), make=at(home), parts=frozenset({"pages"}))


@pytest.fixture
def door(home: Path, honest: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Any]:
    """`python -m eval` over the thirty cases, held to what the product gave before it was broken; returns exit code and output."""
    path = tmp_path / "baseline.json"
    baselines.write(path, honest)
    monkeypatch.setattr("eval.__main__.load", lambda *_: subset())
    monkeypatch.setattr("eval.run.plain", at(home))

    def call(parts: frozenset[str] = NOTHING_ELSE) -> tuple[int, str]:
        monkeypatch.setattr("eval.__main__.PARTS", parts)
        code = main(["--cases", str(CASES), "--baseline", str(path), "--json", str(tmp_path / "out.json")])
        failed = [g["name"] for g in json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["gates"] if not g["passed"]]
        out = capsys.readouterr().out
        assert all(name in out for name in failed)
        return code, " ".join(failed)

    yield call


def at(home: Path) -> Callable[[Path], Assistant]:
    """Makes assistants over one home that is there already, so that a run need not build its own."""
    return lambda _: Assistant(settings(home=home))


def test_the_product_itself_passes(door: Any) -> None:
    """Unbroken, the same run exits 0: what follows fails because of what is broken."""
    assert door() == (0, "")


def test_quotes_off_by_one(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quote that shows the words one character further on."""
    monkeypatch.setattr(Quote, "text", property(lambda q: q.turn.text[q.start + 1 : q.end + 1]))
    code, failed = door()
    assert code == 1 and "quote_fidelity" in failed


def test_pointers_off_by_one(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Statements and quotes that agree with each other, and start one character into the sentence."""

    def shifted(citation: Citation) -> Citation:
        return replace(citation, quote=replace(citation.quote, start=citation.quote.start + 1))

    monkeypatch.setattr("rag.render.contract.checked", shifted)
    code, failed = door()
    assert code == 1 and "quote_fidelity" in failed


def test_the_chairs_party_leaks(door: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is in the chair speaks for their own party: the reader itself is broken, so the index agrees with the answer."""

    def leaking(name: str, party: str | None, role: Any, office: str | None = None) -> Speaker:
        return Speaker(name, "SP" if role == "chair" else party, role, office)

    monkeypatch.setattr("rag.read.report.Speaker", leaking)
    monkeypatch.setattr("eval.run.plain", lambda home: Assistant(settings(home=home)))
    code, failed = door()
    assert code == 1 and "record_fidelity" in failed and "attribution" in failed


def test_everything_is_supported(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A verifier that finds nothing wrong with anything."""

    def gullible(claim: Any, language: Any = "nl", names: Any = None) -> Any:
        return Statement(claim, "supported", "")  # Statement is looked up where verify looks it up

    monkeypatch.setattr(verify, "__code__", gullible.__code__)  # every room that imported it gets this one
    code, failed = door(frozenset({"verifier"}))
    assert code == 1 and "verifier_detection" in failed and "verifier.speaker" in failed


def test_the_first_ten_turns_are_retrieved(door: Any, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A retriever that gives the start of the debate whatever is asked."""

    def first(understood: Any, index: Any, *rest: Any, **named: Any) -> Search:
        turns = index.shelf.turns(SEED)[:10]
        passages = tuple(Passage(n, t, 1.0, sentences(t.text)) for n, t in enumerate(turns, 1))
        return replace(retrieve(understood, index, *rest, **named), passages=passages)

    monkeypatch.setattr("rag.lookup.retrieve", first)
    code, failed = door()
    assert code == 1 and "baseline.recall_at_20" in failed and "baseline.mrr" in failed


def test_the_decline_threshold_is_zero(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was found is called an answer."""
    monkeypatch.setattr("rag.evidence.answers", lambda *_, **__: True)
    code, failed = door()
    assert code == 1 and "decline_recall" in failed


def test_pages_off_by_one(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A citation that names the next page."""
    kept = Turn.page_at
    monkeypatch.setattr(Turn, "page_at", lambda self, offset: (kept(self, offset) or 0) + 1)
    code, failed = door()
    assert code == 1 and "attribution" in failed


def test_the_summariser_takes_chair_turns(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the SP's member says in the chair stands on the SP's page."""
    from rag.summarise import Debate as Debated

    def mixed(self: Debated, party: str | None) -> tuple[Turn, ...]:
        return tuple(t for t in self.turns if t.speaker.role in {"member", "chair"} and t.speaker.party in {party, None})

    monkeypatch.setattr(Debated, "of", mixed)
    code, failed = door(frozenset({"pages"}))
    assert code == 1 and "summary_own_members" in failed


def test_what_is_said_in_the_chair_is_counted_for_the_party(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The turns of Van Nispen in the chair are added to the SP's, whether or not a sentence of them ends up on the page."""
    from rag.summarise import Debate as Debated

    kept = Debated.of

    def mixed(self: Debated, party: str | None) -> tuple[Turn, ...]:
        names = {t.speaker.name for t in kept(self, party)}
        return tuple(t for t in self.turns if t.speaker.name in names) if party else kept(self, party)

    monkeypatch.setattr(Debated, "of", mixed)
    code, failed = door(frozenset({"pages"}))
    assert code == 1 and "summary_head" in failed


def test_the_record_is_renumbered(door: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first turn of the report is lost, and every number moves by one."""
    import rag.read

    kept = rag.read.read

    def renumbered(data: bytes, name: str) -> Any:
        found = kept(data, name)
        return replace(found, turns=tuple(replace(t, number=n) for n, t in enumerate(found.turns[1:], 1)))

    monkeypatch.setattr(rag.read, "read", renumbered)
    monkeypatch.setattr("eval.run.plain", lambda home: Assistant(settings(home=home)))
    code, failed = door()
    assert code == 1 and "gold_holds" in failed and "record_fidelity" in failed


def test_a_page_leaves_its_citations_out(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that drops the quotes."""
    monkeypatch.setattr("eval.run.answer_text", lambda made, language: made.question)
    code, failed = door()
    assert code == 1 and "page_fidelity" in failed


def test_a_page_shows_another_speaker(door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The JSON is right, and the page puts the words in another mouth."""
    monkeypatch.setattr(Speaker, "called", lambda speaker, language: "Kuik (CDA)")
    code, failed = door()
    assert code == 1 and "page_attribution" in failed


@pytest.mark.parametrize("adversary", ADVERSARIES, ids=lambda a: a.__name__)
def test_cheating_fails(adversary: Adversary, honest: Run, home: Path, tmp_path: Path) -> None:
    """Declining everything, citing everything, whole turns, one turn for all, the question back, nothing at all: none passes the gates."""
    path = tmp_path / "baseline.json"
    baselines.write(path, honest)
    cheated = run(subset(), door=lambda _: adversary(again(honest)), make=at(home), parts=NOTHING_ELSE)
    red = [g.name for g in gates(cheated, baselines.read(path)) if not g.passed]
    assert red, adversary.__doc__
    print(adversary.__name__, red)


def again(honest: Run) -> Answerer:
    """The product's own answers, given once more."""

    def answer(case: Case, record: Record) -> Served:
        return honest.served[case.id]

    return answer
