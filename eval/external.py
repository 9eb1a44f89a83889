"""Retrieval on other people's question sets, through the same path as `ask`, beside BM25 with stems: python -m eval.external."""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.bm25 import Bm25
from eval.cases import SHARED, jsonl
from rag.errors import ReadError
from rag.index import Index
from rag.lookup import look_up
from rag.read import read
from rag.retrieve import Blend
from rag.settings import load
from rag.types import Filter, Language, Meeting, Role, Speaker, Transcript, Turn

DEPTH = 10_000  # ranks are read to the end, so that no row gains by a short list
DRAWS, SEED = 10_000, 20191205
ROWS = {"ask": Blend(), "words": Blend(1.0, 0.0), "vectors": Blend(0.0, 1.0)}

# What ../shared/data/README.md prints: hit@1, hit@5, hit@10, MRR. On who-asked it is of 134 queries, of which that folder holds 33.
PRINTED = {
    "qmsum_committee": (0.657, 0.881, 0.925, 0.749),
    "motions": (0.846, 1.0, 1.0, 0.923),
    "who_asked": (0.530, 0.866, 0.948, 0.672),
    "xquad_nl": (0.871, 0.971, 0.979, 0.915),
}


@dataclass(frozen=True, slots=True)
class Query:
    """A question and the numbers of the turns that answer it."""

    text: str
    gold: frozenset[int]


@dataclass(frozen=True, slots=True)
class Pool:
    """The candidates, as turns of one meeting, and the questions asked of them."""

    transcript: Transcript
    queries: tuple[Query, ...]


# --- the sets: folder to pools ------------------------------------------------------------------


def _transcript(name: str, language: Language, texts: Sequence[tuple[Speaker, str]]) -> Transcript:
    turns = tuple(Turn(name, n, speaker, "", text) for n, (speaker, text) in enumerate(texts, 1))
    meeting = Meeting(name, name, None, None, None, "unknown", "external", language, name)
    return Transcript(meeting, turns, "", ())


def _role(speaker: str) -> Role:
    if re.match(r"(?:the )?(?:vice[- ]?|acting )?chair", speaker, re.I):
        return "chair"
    return "government" if re.search(r"\b(?:minister|secretary of state|president of the treasury)\b", speaker, re.I) else "member"


def qmsum(data: Path) -> Iterator[Pool]:
    """QMSum Committee (Zhong et al. 2021): specific questions with spans of turns, inclusive. Text is "speaker: content"."""
    for path in sorted((data / "qmsum_committee").glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        turns = [(Speaker(t["speaker"], None, _role(t["speaker"])), t["content"]) for t in held["meeting_transcripts"]]
        queries = tuple(
            Query(q["query"], frozenset(n + 1 for a, b in q["relevant_text_span"] for n in range(int(a), int(b) + 1)))
            for q in held["specific_query_list"]
        )
        yield Pool(_transcript(path.stem, "en", turns), queries)


def xquad(data: Path) -> Iterator[Pool]:
    """XQuAD in Dutch (Artetxe et al. 2020): each paragraph a candidate, of one pool per file; a hit is the question's own paragraph."""
    for path in sorted((data / "xquad_nl").glob("*.json")):
        paragraphs = [p for article in json.loads(path.read_text(encoding="utf-8"))["data"] for p in article["paragraphs"]]
        nobody = Speaker("Alinea", None, "guest")
        queries = tuple(Query(q["question"], frozenset([n])) for n, p in enumerate(paragraphs, 1) for q in p["qas"])
        yield Pool(_transcript(path.stem, "nl", [(nobody, p["context"]) for p in paragraphs]), queries)


def _vlos(data: Path) -> dict[str, tuple[Transcript, int]]:
    """Each turn's objectid to its report and number."""
    found = {}
    for path in sorted((data / "vlos").glob("*.xml")):
        try:
            transcript = read(path.read_bytes(), path.name)
        except ReadError:
            continue  # the skeleton without turns, which is part of the set
        found.update({t.source_id: (transcript, t.number) for t in transcript.turns if t.source_id})
    return found


def _rows(data: Path, *, who_asked: bool) -> list[dict[str, Any]]:
    return [row for row in jsonl(data / "queries") if ("asked_before_turn_objectid" in row) == who_asked]


def motions(data: Path) -> Iterator[Pool]:
    """Descriptions of motions by the parliament's staff: the candidates are the turns of the report, gold the turn that submits it."""
    where = _vlos(data)
    by_report: dict[str, tuple[Transcript, list[Query]]] = {}
    for row in _rows(data, who_asked=False):
        if row["gold_turn_objectid"] in where:
            transcript, number = where[row["gold_turn_objectid"]]
            by_report.setdefault(transcript.meeting.id, (transcript, []))[1].append(Query(row["query"], frozenset([number])))
    for transcript, queries in by_report.values():
        yield Pool(transcript, tuple(queries))


def who_asked(data: Path) -> Iterator[Pool]:
    """ "De heer vroeg …": the candidates are the turns before the one that says it, gold any turn in which the asker asked."""
    where = _vlos(data)
    pools: dict[tuple[str, int], tuple[Transcript, list[Query]]] = {}
    for row in _rows(data, who_asked=True):
        if row["asked_before_turn_objectid"] in where:
            transcript, cut = where[row["asked_before_turn_objectid"]]
            gold = frozenset(where[one][1] for one in row["gold_turn_objectids"] if one in where)
            before = replace(transcript, turns=transcript.turns[: cut - 1])
            pools.setdefault((transcript.meeting.id, cut), (before, []))[1].append(Query(row["query"], gold))
    for transcript, queries in pools.values():
        yield Pool(transcript, tuple(queries))


SETS: dict[str, Callable[[Path], Iterator[Pool]]] = {
    "qmsum_committee": qmsum,
    "xquad_nl": xquad,
    "motions": motions,
    "who_asked": who_asked,
}


# --- scoring --------------------------------------------------------------------------------------


def place(order: Sequence[int], gold: frozenset[int]) -> int | None:
    """The rank, from 1, of the first gold turn; None when none was found."""
    return next((n for n, turn in enumerate(order, 1) if turn in gold), None)


def ranks(pool: Pool) -> dict[str, list[int | None]]:
    """For each row of the table, the rank of each question's first gold turn."""
    turns = pool.transcript.turns
    language = pool.transcript.meeting.language
    texts = [f"{t.speaker.label}: {t.text}" for t in turns]
    found: dict[str, list[int | None]] = {}
    for name, stop in (("bm25", True), ("bm25_all_words", False)):
        plain = Bm25(texts, language, stop)
        found[name] = [place([turns[row].number for row in plain.rank(q.text)], q.gold) for q in pool.queries]
    # Chroma may still hold a file for a moment after closing
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        settings = load(home=Path(home)).model_copy(update={"chroma_host": "", "griffier_embeddings": "builtin"})
        with closing(Index.open(settings, write=True)) as index:
            index.ingest(pool.transcript, pool.transcript.meeting.id.encode(), pool.transcript.meeting.id)
            where = Filter(meetings=(pool.transcript.meeting.id,))
            for name, blend in ROWS.items():
                orders = [look_up(q.text, index, where, k=DEPTH, blend=blend).found.passages for q in pool.queries]
                found[name] = [place([p.turn.number for p in o], q.gold) for o, q in zip(orders, pool.queries, strict=True)]
    return found


def figures(found: Sequence[int | None]) -> dict[str, float]:
    """hit@k: a gold turn among the first k; MRR: the mean of 1/rank, 0 where none was found (Voorhees 1999)."""
    n = max(1, len(found))
    hits = {f"hit@{k}": round(sum(r is not None and r <= k for r in found) / n, 4) for k in (1, 5, 10)}
    return {**hits, "mrr": round(sum(1 / r for r in found if r) / n, 4)}


def difference(ours: Sequence[int | None], theirs: Sequence[int | None]) -> dict[str, Any]:
    """The paired difference in MRR and its 95 % interval over resampled questions (Efron's percentile bootstrap, fixed seed)."""
    pairs = [(1 / a if a else 0.0) - (1 / b if b else 0.0) for a, b in zip(ours, theirs, strict=True)]
    draw = random.Random(SEED)
    means = sorted(sum(draw.choices(pairs, k=len(pairs))) / len(pairs) for _ in range(DRAWS))
    low, high = means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS)]
    verdict = "better" if low > 0 else "worse" if high < 0 else "equal"
    return {"mean": round(sum(pairs) / len(pairs), 4), "low": round(low, 4), "high": round(high, 4), "verdict": verdict}


def score(name: str, data: Path) -> dict[str, Any]:
    """One set: its rows, and `ask` compared with each other row. A set that is not there is skipped."""
    found: dict[str, list[int | None]] = {}
    for pool in SETS[name](data):
        for row, places in ranks(pool).items():
            found.setdefault(row, []).extend(places)
    if not found:
        return {"status": "skipped", "n": 0}
    printed = dict(zip(("hit@1", "hit@5", "hit@10", "mrr"), PRINTED[name], strict=True))
    against = {row: difference(found["ask"], found[row]) for row in found if row != "ask"}
    rows = {row: figures(found[row]) for row in ("ask", "words", "vectors", "bm25", "bm25_all_words")}
    return {"status": "scored", "n": len(found["ask"]), "rows": rows, "printed": printed, "ask_against": against}


def judge(sets: dict[str, Any]) -> list[dict[str, Any]]:
    """The gates. BM25 is the better of its two rows, with and without stop words, so that the yardstick is not the short one."""
    scored = {name: s for name, s in sets.items() if s["status"] == "scored"}
    strongest = {name: max(("bm25", "bm25_all_words"), key=lambda row: s["rows"][row]["mrr"]) for name, s in scored.items()}
    verdicts = {name: s["ask_against"][strongest[name]]["verdict"] for name, s in scored.items()}
    parts = {name: [s["ask_against"][part]["verdict"] for part in ("words", "vectors")] for name, s in scored.items()}
    gates = [
        {"name": "not worse than BM25", "passed": "worse" not in verdicts.values(), "value": verdicts},
        {"name": "fusion not worse than its parts", "passed": all("worse" not in p for p in parts.values()), "value": parts},
    ]
    if len(scored) == len(SETS):
        gates.append({"name": "better than BM25 on at least one", "passed": "better" in verdicts.values(), "value": verdicts})
    return gates


# --- the door -------------------------------------------------------------------------------------

_LABELS = {
    "ask": "griffier ask",
    "words": "  words alone",
    "vectors": "  vectors alone",
    "bm25": "BM25, stems",
    "bm25_all_words": "BM25, stems, stop words kept",
}


def table(sets: dict[str, Any]) -> str:
    """The report as plain text."""
    lines = [f"{'':32}{'hit@1':>7}{'hit@5':>7}{'hit@10':>7}{'MRR':>7}   griffier's MRR minus this, 95 %"]
    for name, held in sets.items():
        lines.append(f"\n{name}: " + ("not there, skipped" if held["status"] == "skipped" else f"{held['n']} questions"))
        for row, label in _LABELS.items() if held["status"] == "scored" else ():
            tail = ""
            if row != "ask":
                d = held["ask_against"][row]
                tail = f"   {d['mean']:+.3f} ({d['low']:+.3f} … {d['high']:+.3f}) {d['verdict']}"
            lines.append(f"{label:32}" + "".join(f"{v:7.3f}" for v in held["rows"][row].values()) + tail)
        if held["status"] == "scored":
            lines.append(f"{'printed in the data README':32}" + "".join(f"{v:7.3f}" for v in held["printed"].values()))
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Usage: python -m eval.external [--data DIR] [--json PATH]. Exit 1 when a gate fails or the named folder has no set, 2 when it is not there."""
    parser = argparse.ArgumentParser(prog="python -m eval.external", description=__doc__)
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with the sets, laid out as ../shared/data (default: that one)")
    parser.add_argument("--json", type=Path, metavar="PATH", help="also write the figures as JSON")
    options = parser.parse_args(arguments)
    data = options.data or SHARED
    if options.data and not data.is_dir():
        sys.stderr.write(f"{data} is not a folder. Name the folder with the question sets: --data DIR\n")
        return 2
    sets = {name: score(name, data) for name in SETS}
    gates = judge(sets)
    skipped = sum(s["status"] == "skipped" for s in sets.values())
    report = {"sets": sets, "scored": len(sets) - skipped, "skipped": skipped, "gates": gates}
    sys.stdout.write(table(sets) + f"\n\n{len(sets) - skipped} sets scored, {skipped} skipped\n")
    for gate in gates if skipped < len(sets) else ():
        sys.stdout.write(f"{'ok    ' if gate['passed'] else 'FAILED'} {gate['name']}\n")
    if options.json:
        options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if skipped == len(sets):
        return _nothing(data, wanted=options.data is not None)
    return 0 if all(gate["passed"] for gate in gates) else 1


def _nothing(data: Path, *, wanted: bool) -> int:
    """Nothing was scored: vacuous, and red, where someone named the folder; skipped where only the usual one is not on this machine."""
    what = (
        f"VACUOUS: nothing was scored, so nothing holds: no set of {', '.join(SETS)} in {data}" if wanted else f"SKIPPED: no sets in {data}"
    )
    sys.stdout.write(what + "\n")
    return 1 if wanted else 0


if __name__ == "__main__":
    raise SystemExit(main())
