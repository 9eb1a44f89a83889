"""The corruption bench: what the verifier catches of claims that were true, and how often it stops a true one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval.corrupt import PARAPHRASE_KINDS, VERBATIM_KINDS, Bench, bench, judged, paraphrase_bench, paraphrases
from rag.errors import ReadError
from rag.read import read
from rag.types import Claim, Names, Statement, Transcript

GOLD = Path(__file__).resolve().parent.parent / "eval" / "gold" / "paraphrases.toml"


@pytest.fixture(scope="module")
def vlos(shared: Path) -> Sequence[Transcript]:
    found = []
    for path in sorted((shared / "vlos").glob("*.xml")):
        try:
            found.append(read(path.read_bytes(), path.name))
        except ReadError:
            continue  # a skeleton without turns
    return found


def table(result: Bench) -> str:
    """The bench as a reader sees it: printed with pytest -s and on failure."""
    lines = [f"true claims {result.true}, false alarms {result.alarms} ({result.alarm_rate:.2%}), flagged {result.flagged}"]
    lines += [f"{d.kind:15} n={d.n:4} stopped {d.rate:.2%} stopped or flagged {d.flagged / max(1, d.n):.2%}" for d in result.detections]
    return "\n".join([*lines, *result.false[:5], *(m for d in result.detections for m in d.missed[:2])])


def holds_its_bounds(result: Bench) -> None:
    print(table(result))
    assert result.true >= 200
    assert result.alarm_rate <= 0.01, table(result)
    for kind in VERBATIM_KINDS:
        assert result.of(kind).n >= 100, table(result)
        assert result.of(kind).rate >= 0.99, table(result)


def test_words_of_the_bundled_debate(seed: Transcript) -> None:
    """On the bundled debate every kind of corruption is caught for at least 99 %, with at most 1 % false alarms."""
    holds_its_bounds(bench([seed], most=400, each=100))


def test_words_of_other_debates(vlos: Sequence[Transcript]) -> None:
    """The same bounds on debates the verifier was not written for."""
    holds_its_bounds(bench(vlos, most=80, each=40, seed=11))


def test_other_words(seed: Transcript, vlos: Sequence[Transcript]) -> None:
    """On hand-written paraphrases: marks, quotes, speakers and parties always, numbers and names nearly always, few false alarms."""
    result = paraphrase_bench(paraphrases(GOLD, [seed, *vlos]))
    print(table(result))
    assert result.true >= 60
    assert result.alarm_rate <= 0.05, table(result)
    for kind in ("invented mark", "invented quote", "speaker", "party"):
        assert result.of(kind).rate == 1.0, table(result)
    for kind in ("number", "name"):
        assert result.of(kind).rate >= 0.95, table(result)
    assert set(PARAPHRASE_KINDS) == {d.kind for d in result.detections}


def test_the_bench_notices_a_verifier_that_lets_all_through(seed: Transcript) -> None:
    """A verifier that supports everything scores nothing, and an empty bench is no pass."""

    def gullible(claim: Claim, names: Names) -> Statement:
        return replace(judged(claim, names), verdict="supported")

    result = bench([seed], most=20, each=5, judge=gullible)
    assert all(d.rate == 0.0 for d in result.detections)
    assert bench([]).alarm_rate == 1.0


def test_the_bench_is_the_same_every_time(seed: Transcript) -> None:
    """The same seed makes the same claims and corruptions."""
    assert bench([seed], most=30, each=8) == bench([seed], most=30, each=8)
