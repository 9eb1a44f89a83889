"""Case documents to debates with cases; what an editor wrote is checked, and said back in plain words when it is wrong."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from eval.types import Case, Debate, Gold, Json

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases"
BUNDLED = HERE.parent / "rag" / "data" / "seed"
SHARED = HERE.parent.parent / "shared" / "data"
KINDS = frozenset({"fact", "position", "answer", "commitment", "procedure", "english", "false_premise", "follow_up", "decline"})
REASONS = frozenset({"not_present", "present_silent", "off_topic", "no_evidence"})
_KNOWN = frozenset({"id", "kind", "language", "question", "gold", "facts", "before", "decline", "near_miss"})


class CaseError(Exception):
    """A case document that cannot be used; the message names the file, the case and what to do."""


def load(path: Path = CASES, only: str | None = None, shared: Path = SHARED) -> tuple[Debate, ...]:
    """The debates of a case document (TOML), or of every document in a folder.

    ``path``: the document or folder; ``only``: keep one case, by its id; ``shared``: where reports are looked for that are not bundled and
    don't stand beside the document. Raises CaseError: no such path or case, no TOML, or a case that does not say what it must.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files or not all(f.is_file() for f in files):
        raise CaseError(f"{path}: there is no case document here. Expected: a .toml file, or a folder of them.")
    debates = tuple(_debate(file, shared) for file in files)
    seen: set[str] = set()
    for case in (case for debate in debates for case in debate.cases):
        if case.id in seen:
            raise CaseError(f"{path}: two cases are called {case.id}. Give each its own id.")
        seen.add(case.id)
    if only is None:
        return debates
    kept = tuple(replace(d, cases=tuple(c for c in d.cases if c.id == only)) for d in debates)
    kept = tuple(d for d in kept if d.cases)
    if not kept:
        raise CaseError(f"{path}: there is no case {only}.")
    return kept


def labels_of(name: str, kind: str) -> dict[str, Any]:
    """The hand-made labels of one debate: eval/gold/<name>.<kind>.toml."""
    return tomllib.loads((HERE / "gold" / f"{name}.{kind}.toml").read_text(encoding="utf-8"))


def jsonl(folder: Path, name: str = "*") -> list[dict[str, Any]]:
    """The rows of the .jsonl files of a folder, by name."""
    lines = [line for path in sorted(folder.glob(f"{name}.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line) for line in lines if line.strip()]


def labelled(kind: str) -> dict[str, Path]:
    """The debates with hand-made labels of a kind ("questions") in eval/gold whose report is there: by name, with the report."""
    names = sorted(path.name.split(".")[0] for path in (HERE / "gold").glob(f"*.{kind}.toml"))
    places = {p.stem: p for folder in (BUNDLED, SHARED) for p in sorted(folder.rglob("*")) if p.suffix in {".txt", ".xml"}}
    return {name: places[name] for name in names if name in places}


def _debate(file: Path, shared: Path) -> Debate:
    try:
        held = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CaseError(f"{file}: this is no TOML document ({error}).") from None
    meeting = held.get("meeting")
    if not isinstance(meeting, str):
        raise CaseError(f'{file}: the line meeting = "…" is missing: the id of the debate, as `griffier meetings` shows it.')
    rows = held.get("case")
    if not isinstance(rows, list) or not rows:
        raise CaseError(f"{file}: there is no [[case]] in it.")
    cases = tuple(_case(row, meeting, f"{file.name}, case {place}") for place, row in enumerate(rows, 1))
    path = _report(file, held.get("source") or f"{meeting}.txt", shared)
    return Debate(meeting, file.stem, path, cases, held.get("turns"))


def _report(file: Path, source: str, shared: Path) -> Path | None:
    """Where the report stands: beside the case document, bundled, or among the shared data; None when nowhere."""
    return next((p for p in (file.parent / source, BUNDLED / source, shared / source) if p.is_file()), None)


def _case(row: Mapping[str, Any], meeting: str, where: str) -> Case:
    where = f"{where} ({row.get('id', 'no id')})"
    strange = sorted(set(row) - _KNOWN)
    if strange:
        raise CaseError(f"{where}: {', '.join(strange)} is not known here. Known: {', '.join(sorted(_KNOWN))}.")
    for key in ("id", "kind", "language", "question"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise CaseError(f"{where}: {key} is missing.")
    for key, allowed in (("kind", KINDS), ("language", frozenset({"nl", "en"})), ("decline", REASONS)):
        if row.get(key) is not None and row[key] not in allowed:
            raise CaseError(f"{where}: {key} is {row[key]}; expected one of {', '.join(sorted(allowed))}.")
    gold = tuple(_gold(one, where) for one in row.get("gold", []))
    if bool(gold) == bool(row.get("decline")):
        raise CaseError(f"{where}: a case has either gold turns or a decline reason.")
    facts = row.get("facts", [])
    if not all(isinstance(fact, list) and fact and all(isinstance(v, str) and v for v in fact) for fact in facts):
        raise CaseError(f"{where}: facts is a list of lists of accepted variants.")
    before = row.get("before", [])
    if not all(isinstance(q, str) for q in before):
        raise CaseError(f"{where}: before is a list of earlier questions.")
    return Case(
        id=row["id"],
        kind=row["kind"],
        language=row["language"],
        question=row["question"],
        meeting=meeting,
        gold=gold,
        facts=tuple(tuple(fact) for fact in facts),
        before=tuple(before),
        decline=row.get("decline"),
        near_miss=bool(row.get("near_miss", False)),
    )


def _gold(one: Any, where: str) -> Gold:
    if not isinstance(one, dict) or set(one) != {"turn", "words"} or not isinstance(one["turn"], int) or not str(one["words"]).strip():
        raise CaseError(f'{where}: a gold turn reads {{ turn = 12, words = "the words that make it gold" }}.')
    return Gold(one["turn"], one["words"])


def broken_gold(cases: Iterable[Case], turns: Mapping[int, Json]) -> dict[str, tuple[str, ...]]:
    """Cases whose gold turns are not in the record, or no longer hold their words, with what is wrong in words."""
    found: dict[str, tuple[str, ...]] = {}
    for case in cases:
        wrong = []
        for gold in case.gold:
            turn = turns.get(gold.turn)
            if turn is None:
                wrong.append(f"gold turn {gold.turn} does not exist")
            elif _flat(gold.words) not in _flat(turn["text"]):
                wrong.append(f"gold turn {gold.turn} does not hold «{gold.words}»{_elsewhere(gold.words, turns)}")
        if wrong:
            found[case.id] = tuple(wrong)
    return found


def _elsewhere(words: str, turns: Mapping[int, Json]) -> str:
    places = [str(n) for n, turn in turns.items() if _flat(words) in _flat(turn["text"])]
    return f"; it stands in turn {', '.join(places)}" if places else ""


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
