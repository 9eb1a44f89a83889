"""The verifier under test within a run: true claims, each corrupted in a known way; what is caught per kind, and what is stopped wrongly."""

from __future__ import annotations

from pathlib import Path

from eval.corrupt import PARAPHRASE_KINDS, SOFT, VERBATIM_KINDS, Bench, bench, paraphrase_bench, paraphrases
from eval.types import Debate, Tally
from rag.read import read

TRUE, EACH, SEED = 300, 25, 7  # per debate: a fixed share of tests/test_corruption.py, so that a run stays short
PARAPHRASES = Path(__file__).resolve().parent / "gold" / "paraphrases.toml"
MOST_WHY = 3

EXPLAINED: dict[str, tuple[str, str]] = {
    "verifier_detection": ("Share of corrupted claims in the record's own words that the verifier stops, all kinds.", "higher"),
    "verifier_false_alarms": ("Share of true claims in the record's own words that the verifier stops. Lower is better.", "lower"),
    "paraphrase_false_alarms": ("Share of true hand-written paraphrases that the verifier stops. Lower is better.", "lower"),
    **{f"verifier.{kind.replace(' ', '_')}": (f"As verifier_detection, of the kind: {kind}.", "higher") for kind in VERBATIM_KINDS},
    **{
        f"paraphrase.{kind.replace(' ', '_')}": (f"Share of corrupted paraphrases that the verifier stops, of the kind: {kind}.", "higher")
        for kind in PARAPHRASE_KINDS
        if kind not in SOFT
    },
    **{
        f"paraphrase_seen.{kind}": (f"Share of corrupted paraphrases that the verifier stops or flags for the reader: {kind}.", "higher")
        for kind in PARAPHRASE_KINDS
        if kind in SOFT
    },
}


def tallies(debate: Debate) -> dict[str, dict[str, Tally]]:
    """Detection and false alarms on one debate, by metric; mutation testing (DeMillo et al. 1978) with claims in the place of programs."""
    assert debate.path is not None
    transcript = read(debate.path.read_bytes(), debate.path.name)
    found = _of(bench([transcript], most=TRUE, each=EACH, seed=SEED), "verifier", debate.name)
    every = paraphrases(PARAPHRASES, [transcript])
    if len(every) > 1:  # a corruption borrows words from another paraphrase
        found |= _of(paraphrase_bench(every, seed=SEED), "paraphrase", debate.name)
    return found


def _of(result: Bench, name: str, debate: str) -> dict[str, dict[str, Tally]]:
    found = {f"{name}_false_alarms": {debate: Tally(result.alarms, result.true, tuple(f"stopped, though true: {f}" for f in result.false))}}
    caught = made = 0
    for d in result.detections:
        why = tuple(f"not stopped: {m}" for m in d.missed[:MOST_WHY]) if name == "verifier" else ()
        soft = name == "paraphrase" and d.kind in SOFT
        if d.n:
            metric = f"{name}{'_seen' if soft else ''}.{d.kind.replace(' ', '_')}"
            found[metric] = {f"{debate}:{d.kind}": Tally(d.flagged if soft else d.caught, d.n, why)}
        caught, made = caught + d.caught, made + d.n
    if name == "verifier":
        found["verifier_detection"] = {debate: Tally(caught, made)}
    return found
