"""Other people's question sets: found by folder, scored through the path of `ask`, compared with BM25 by a paired bootstrap."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval import external
from eval.bm25 import Bm25

FRUIT = [
    "Peren groeien aan bomen in de tuin.",
    "De appeltaart wordt gebakken met appels.",
    "Kersen zijn rood en rond.",
    "Bananen zijn krom.",
]


def small(folder: Path) -> Path:
    """A set in XQuAD's layout under a file name nobody has seen, and one in QMSum's."""
    paragraphs = [{"context": text, "qas": [{"question": "Wat is er " + text.split()[-1] + "?"}]} for text in FRUIT]
    (folder / "xquad_nl").mkdir(parents=True)
    (folder / "xquad_nl" / "anders.json").write_text(json.dumps({"data": [{"paragraphs": paragraphs}]}), encoding="utf-8")
    meeting = {
        "meeting_transcripts": [
            {"speaker": "The Chair", "content": "Order."},
            {"speaker": "Hon. Smith (Minister of Fish)", "content": "Lobster prices fell."},
        ],
        "specific_query_list": [{"query": "What happened to lobster prices?", "relevant_text_span": [["1", "1"]]}],
    }
    (folder / "qmsum_committee").mkdir()
    (folder / "qmsum_committee" / "x.json").write_text(json.dumps(meeting), encoding="utf-8")
    return folder


def test_sets_are_found_by_folder_and_missing_ones_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the files are called; what is not there is skipped and counted; the JSON is the same on a second run."""
    data = small(tmp_path / "data")
    outs = [tmp_path / "een.json", tmp_path / "twee.json"]
    assert [external.main(["--data", str(data), "--json", str(out)]) for out in outs] == [0, 0]
    assert "2 sets scored, 2 skipped" in capsys.readouterr().out
    report = json.loads(outs[0].read_text(encoding="utf-8"))
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert report["sets"]["xquad_nl"]["rows"]["ask"]["hit@1"] == 1.0 and report["sets"]["qmsum_committee"]["n"] == 1
    assert report["sets"]["motions"] == {"status": "skipped", "n": 0} and report["skipped"] == 2
    assert external.main(["--data", str(tmp_path / "nergens")]) == 2


def test_nothing_scored_is_red_where_a_folder_was_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without one set proves nothing and exits 1; the usual folder that is not on this machine is a skip, and said."""
    assert external.main(["--data", str(tmp_path)]) == 1
    assert "0 sets scored, 4 skipped" in (out := capsys.readouterr().out) and "VACUOUS" in out
    monkeypatch.setattr(external, "SHARED", tmp_path / "nergens")
    assert external.main([]) == 0
    assert "SKIPPED" in capsys.readouterr().out


def test_the_difference_is_paired_and_has_a_verdict() -> None:
    """Ranks always better, always worse and evenly mixed; a question not found counts for nothing."""
    assert external.difference([1] * 20, [2] * 20)["verdict"] == "better"
    assert external.difference([3] * 20, [1] * 20)["verdict"] == "worse"
    assert external.difference([1, 2] * 10, [2, 1] * 10)["verdict"] == "equal"
    assert external.figures([1, None, 4])["mrr"] == pytest.approx(0.4167, abs=1e-4)


def test_a_worse_row_fails_the_gate() -> None:
    """A set on which `ask` is worse than the stronger BM25 row fails, and is named."""
    row = {"mrr": 0.5}
    fine = {"mean": 0, "low": 0, "high": 0, "verdict": "equal"}
    held = {
        "status": "scored",
        "rows": dict.fromkeys(("ask", "words", "vectors", "bm25", "bm25_all_words"), row),
        "ask_against": dict.fromkeys(("words", "vectors", "bm25", "bm25_all_words"), fine),
    }
    assert all(g["passed"] for g in external.judge({"motions": held}))
    assert len(external.judge(dict.fromkeys(external.SETS, held))) == 3
    held["ask_against"] = {**held["ask_against"], "bm25": {**fine, "verdict": "worse"}}  # type: ignore[dict-item]  # plain mappings of JSON
    assert not external.judge({"motions": held})[0]["passed"]


def test_the_yardstick_ranks_by_rarity_and_length() -> None:
    """BM25: the text with the rare word first; a text without any of the words is not ranked."""
    plain = Bm25(FRUIT, "nl", stop=True)
    assert plain.rank("rood en rond zijn kersen")[0] == 2
    assert set(plain.rank("appels")) == {1}
