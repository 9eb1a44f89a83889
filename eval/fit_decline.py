"""Fits the weights by which `rag.decline` tells an answer from what only stands near it, and writes rag/data/decline.toml."""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.cases import load as cases_of
from eval.types import Case
from rag.assistant import Assistant
from rag.decline import Evidence, barred, evidence
from rag.index import Index
from rag.kind import kind_of
from rag.lookup import LookedUp, look_up, who_declines
from rag.retrieve import Search, nearness, sentence_stems
from rag.settings import Settings, load
from rag.types import Filter, Passage, Turn
from rag.verify.quotes import spans
from rag.wordindex import speaks

TARGET = Path(__file__).parent.parent / "rag" / "data" / "decline.toml"
ALLOWED = 0.048  # of the answerable questions may be declined on the debates it is fitted on; 0.05 is what is promised on others
ALLOWED_MEANING = 0.036  # … where vectors know meaning: then it declines no more of those than without them, in excerpts neither
RIDGE = 1.0
WORTH = {"other debate": 1.0, "off the subject": 1.0, "must decline": 0.5}  # of a class beside the answerable ones
EVERY = 12  # of the questions about quite other subjects, one in so many
EXCERPTS = {"answerable": 3, "other debate": 1, "off the subject": 1}  # of a debate, for each question: the short are judged by the short
EVERYTHING = 100_000  # chunks: more than a debate has
WORDS, TURNS = (600, 2_200), 30  # how long an excerpt is, and its most turns

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A question asked of a debate: what it is an example of, and the evidence for it; None where a party or person is absent."""

    debate: str
    label: str
    evidence: Evidence | None
    barred: bool  # declined for what it asks for, whatever the weights say
    question: str
    excerpt: bool = False  # asked of a few turns on end, as if they were a report


def rows(made: Settings, data: Path) -> list[Row]:
    """Every case asked of its own debate and of each other one, and questions about quite other subjects asked of all."""
    assistant = Assistant(made)
    assistant.ingest([p for p in (data / "seed", data / "vlos") if p.is_dir()])
    cases = {debate.name: debate.cases for debate in cases_of()}
    known = {m.id for m, _, _ in assistant.meetings()}
    found = []
    with closing(assistant):
        for debate, own in cases.items():
            if own[0].meeting not in known:
                continue
            for name, asked in cases.items():
                for case in asked:
                    if name == debate or not case.decline:
                        gold = [g.turn for g in case.gold] if name == debate else ()
                        found += _rows(assistant, debate, own[0].meeting, case.question, case.before, _label(case, name == debate), gold)
            found += [row for q in _elsewhere(data) for row in _rows(assistant, debate, own[0].meeting, q, (), "off the subject")]
    return found


def _label(case: Case, own: bool) -> str:
    if not own:
        return "other debate"
    return "answerable" if not case.decline else "near miss" if case.near_miss else "must decline"


def _elsewhere(data: Path) -> list[str]:
    texts = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((data / "xquad_nl").glob("*.json"))]
    return [q["question"] for t in texts for article in t["data"] for p in article["paragraphs"] for q in p["qas"]][::EVERY]


def _rows(
    assistant: Assistant, debate: str, meeting: str, question: str, before: Sequence[str], label: str, gold: Sequence[int] = ()
) -> list[Row]:
    """A question asked of a debate, and of excerpts of it; one that it answers, of excerpts that hold a turn with the answer."""
    looked = look_up(question, assistant.index, Filter(meetings=(meeting,)), before)
    if who_declines(looked.asked, looked.absent_flags):
        return [Row(debate, label, None, True, question)]
    rows = [_judged(looked, looked.found, debate, label, question)]
    chance = random.Random(debate + question)
    turns = list(assistant.index.shelf.turns(meeting))
    for _ in range(EXCERPTS.get(label, 0)):
        found = _within(looked, _excerpt(turns, gold, chance), assistant.index)
        rows.append(replace(_judged(looked, found, debate, label, question), excerpt=True))
    return rows


def _judged(looked: LookedUp, found: Search, debate: str, label: str, question: str) -> Row:
    record = looked.meetings[0].language
    kind = kind_of(looked.asked.question, looked.asked.language, record)
    held = evidence(kind, found, record, bool(looked.asked.filter.parties or looked.asked.filter.speakers))
    return Row(debate, label, held, barred(kind, held), question)


def _excerpt(turns: Sequence[Turn], gold: Sequence[int], chance: random.Random) -> Sequence[Turn]:
    """Turns on end, as many as make a short report, around a gold turn or anywhere."""
    first = last = chance.choice([i for i, t in enumerate(turns) if not gold or t.number in gold])
    wanted = chance.randint(*WORDS)
    while sum(len(t.text.split()) for t in turns[first : last + 1]) < wanted and last - first < min(TURNS, len(turns)) - 1:
        if last + 1 == len(turns) or (first > 0 and chance.random() < 0.5):
            first -= 1
        else:
            last += 1
    return turns[first : last + 1]


def _within(looked: LookedUp, turns: Sequence[Turn], index: Index) -> Search:
    """What the search would have found, had these turns been all there is; their order counts for nothing here."""
    said = [frozenset[str]().union(*sentence_stems(t.text, looked.meetings[0].language)) for t in turns]
    frequency = {one: sum(one in stems for stems in said) for one in looked.found.frequency}
    passages = tuple(Passage(n, t, 1.0, spans(t.text)) for n, t in enumerate(turns) if speaks(t.speaker, looked.asked.filter))
    found = replace(looked.found, passages=passages, frequency=frequency, words=sum(len(t.text.split()) for t in turns))
    if found.near is None:
        return found
    means, record = found.near.means, looked.meetings[0].language
    said_by = {(t.meeting, t.number) for t in turns}
    chunks = [h for h in index.vectors(means.apart, looked.asked.filter, EVERYTHING, record) if (h.meeting, h.turn) in said_by]
    return replace(found, near=nearness(means, chunks, [p.turn for p in passages], index, record))


def fit(train: Sequence[Row]) -> dict[str, float]:
    """Logistic regression with a ridge (Hoerl and Kennard 1970), by Newton's method; the constant is then set so that ALLOWED are declined.

    Whole debates and excerpts weigh the same; the constant is set on whole debates.
    """
    good = [r for r in train if r.label == "answerable" and r.evidence and not r.excerpt]
    worths = {"answerable": 1.0, **WORTH}
    parts = [[r for r in train if r.label == label and r.evidence and r.excerpt == cut] for label in worths for cut in (False, True)]
    worth = [w for w in worths.values() for _ in (False, True)]
    every = [r for part in parts for r in part]
    x = matrix(every)
    y = np.array([float(r.label == "answerable") for r in every])
    w = np.concatenate([np.full(len(p), 200 * v / max(1, len(p))) for p, v in zip(parts, worth, strict=True)])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[np.ones(len(x)), (x - mean) / spread]
    b = np.zeros(z.shape[1])
    ridge = np.diag([1e-9, *[RIDGE] * (len(b) - 1)])
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ b))
        b -= np.linalg.solve(z.T @ (z * (w * p * (1 - p))[:, None]) + ridge, z.T @ (w * (p - y)) + ridge @ b)
    slopes = b[1:] / spread
    scores = matrix(good) @ slopes
    scores[[r.barred for r in good]] = -np.inf
    names = good[0].evidence.features if good[0].evidence else {}
    allowed = int((ALLOWED_MEANING if "near_chunk" in names else ALLOWED) * len(good))
    return {"constant": -float(np.sort(scores)[allowed]) + 1e-6, **dict(zip(names, map(float, slopes), strict=True))}


def matrix(found: Sequence[Row]) -> Matrix:
    """One row per question, one column per feature."""
    return np.array([list(r.evidence.features.values()) for r in found if r.evidence])


def declined(row: Row, weights: dict[str, float]) -> bool:
    """Whether the question would be declined."""
    if row.barred or row.evidence is None:
        return True
    return weights["constant"] + sum(weights[name] * value for name, value in row.evidence.features.items()) < 0


def area(weights: dict[str, float], good: Sequence[Row], bad: Sequence[Row]) -> float:
    """The area under the ROC: how often an answerable question scores above another one, ties half."""
    slopes = np.array([w for name, w in weights.items() if name != "constant"])
    a, b = matrix(good) @ slopes, matrix(bad) @ slopes
    return float(np.mean([(x > b).mean() + 0.5 * (x == b).mean() for x in a]))


def report(found: Sequence[Row]) -> str:
    """What is declined of each class in each debate, and in excerpts of it, by weights fitted on the other debates."""
    labels = ("answerable", "near miss", "must decline", "other debate", "off the subject")
    lines = [
        "declined, by weights fitted on the other debates:",
        f"{'':24}" + "".join(f"{label:>18}" for label in labels) + f"{'ROC area':>12}",
    ]
    total = {(label, cut): [0, 0] for label in labels for cut in (False, True)}
    for debate in dict.fromkeys(r.debate for r in found):
        weights = fit([r for r in found if r.debate != debate])
        for cut in (False, True):
            cells = []
            asked = [r for r in found if r.debate == debate and r.excerpt == cut]
            for label in labels:
                these = [r for r in asked if r.label == label]
                gone = sum(declined(r, weights) for r in these)
                total[label, cut][0] += gone
                total[label, cut][1] += len(these)
                cells.append(f"{gone}/{len(these)}")
            good = [r for r in asked if r.label == "answerable" and r.evidence]
            bad = [r for r in asked if r.label in WORTH and r.evidence]
            name = f"{debate}{' excerpts' if cut else ''}"
            lines.append(f"{name:24}" + "".join(f"{cell:>18}" for cell in cells) + f"{area(weights, good, bad):12.3f}")
    for cut, name in ((False, "all"), (True, "all excerpts")):
        cells = [f"{a}/{n} = {a / max(1, n):.3f}" for a, n in (total[label, cut] for label in labels)]
        lines.append(f"{name:24}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Usage: python -m eval.fit_decline ../shared/data [--configured] [--dry]. Takes some minutes; writes the weights fitted on all debates."""
    parser = argparse.ArgumentParser(prog="python -m eval.fit_decline", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with seed/, vlos/ and xquad_nl/")
    parser.add_argument(
        "--configured", action="store_true", help="with the vectors of GRIFFIER_EMBEDDINGS, which know meaning: other weights"
    )
    parser.add_argument("--dry", action="store_true", help="report, but write nothing")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        made = load(home=Path(home))
        if options.configured == (made.griffier_embeddings == "builtin"):
            parser.error("--configured needs GRIFFIER_EMBEDDINGS, and what is fitted without it must not be")
        found = rows(made, options.data)
    weights = {**tomllib.loads(TARGET.read_text(encoding="utf-8")), "meaning" if options.configured else "weights": fit(found)}
    sys.stdout.write(report(found) + "\n")
    lines = ["# Fitted by eval/fit_decline.py; what the names stand for is told in rag/decline.py."]
    for table in ("weights", "meaning"):
        lines += [f"[{table}]", *(f"{name} = {value:.4f}" for name, value in weights[table].items())]
    sys.stdout.write("\n".join(lines) + "\n")
    if not options.dry:
        TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
