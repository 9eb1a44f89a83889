"""The debate's ledger within a run: commitments and questions against hand-made labels, and their words against the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval import score_commitments
from eval.metrics import share
from eval.source import letters
from eval.types import Json, Record, Tally
from rag.assistant import Assistant
from rag.render import commitment_json
from rag.types import Commitment, Turn

Tallies = dict[str, dict[str, Tally]]

EXPLAINED: dict[str, tuple[str, str]] = {
    "ledger_quotes": ("Share of commitments whose words are the record's own at their place, with the right page.", "higher"),
    "commitments_listed": ("Of the items on the chair's list (eval/gold), the share that is found.", "higher"),
    "commitments_recall": ("Of the labelled commitments made in the debate itself, the share that is found.", "higher"),
    "commitments_precision": ("Of the commitments claimed to be made in the debate, the share that a label supports.", "higher"),
    "commitments_tied": ("Of the chair's items found, the share tied to a turn where it was promised.", "higher"),
    "commitments_terms": ("Of the labelled terms of found commitments, the share that is right.", "higher"),
    "commitments_to": ("Of the labelled addressees of found commitments, the share that is right.", "higher"),
}


def tallies(assistant: Assistant, record: Record) -> Tallies:
    """What the ledger of one debate gives, row by row.

    Recall and precision as in Manning, Raghavan and Schütze 2008, ch. 8, over hand-labelled rows of eval/gold; a debate without
    labels is held to the record only.
    """
    meeting, name = record.debate.meeting, record.debate.name
    turns = assistant.turns(meeting)
    promised = assistant.commitments(meeting)
    reference = next(m.reference for m, _, _ in assistant.meetings() if m.id == meeting)
    wrong = [w for c in promised for w in [_misplaced(commitment_json(c, reference), record)] if w]
    held = share(len(promised), wrong)
    found: Tallies = {"ledger_quotes": {name: held}} if held else {}
    return found | _commitments(name, promised, turns)


def _misplaced(row: Json, record: Record) -> str | None:
    turn = record.turns.get(row["turn"])
    place = f"turn {row['turn']} «{row['quote'][:60]}»"
    if turn is None or not row["quote"].strip() or turn["text"][row["start"] : row["end"]] != row["quote"]:
        return f"{place}: not the words at {row['start']}-{row['end']}"
    said = record.said[row["turn"] - 1] if record.said else None
    if said is None:
        return None
    at = len(letters(turn["text"][: row["start"]]))
    page = next((page for start, page in reversed(said.pages) if start <= at), None)
    if said.letters[at : at + len(letters(row["quote"]))] != letters(row["quote"]):
        return f"{place}: the source has other letters there"
    return None if page == row["page"] else f"{place}: page {row['page']} instead of {page}"


def _commitments(name: str, found: Sequence[Commitment], turns: Sequence[Turn]) -> Tallies:
    try:
        labels = score_commitments.load(name)
    except FileNotFoundError:
        return {}
    items = score_commitments.commitments_score(labels, found, turns).items
    listed, made, claimed = ([i for i in items if i.kind == kind] for kind in ("listed", "made", "claimed"))
    return {
        "commitments_listed": _rows(name, ((i, i.right) for i in listed), "on the chair's list and not found"),
        "commitments_recall": _rows(name, ((i, i.right) for i in made), "promised and not found"),
        "commitments_precision": _rows(name, ((i, i.right) for i in claimed), "claimed as a commitment"),
        "commitments_tied": _rows(name, ((i, i.tied) for i in listed), "not tied to where it was promised"),
        "commitments_terms": _rows(name, ((i, i.term) for i in (*listed, *made)), "another term, or none"),
        "commitments_to": _rows(name, ((i, i.to) for i in (*listed, *made)), "promised to someone else"),
    }


def _rows(name: str, items: Iterable[tuple[score_commitments.Item, bool | None]], wrong: str) -> dict[str, Tally]:
    found: dict[str, Tally] = {}
    for item, right in items:
        if right is None:
            continue
        words = " ".join(item.words.split()[:8])
        why = () if right else (f"turn {item.turn}, {wrong}: {words}{f' ({item.why})' if item.why else ''}",)
        add(found, f"{name}:{item.turn}:{words}", Tally(float(right), why=why))
    return found


def add(rows: dict[str, Tally], key: str, tally: Tally) -> None:
    """Adds a row; one that begins with the same words gets a number behind it."""
    same = sum(1 for row in rows if row == key or row.startswith(f"{key} #"))
    rows[f"{key} #{same + 1}" if same else key] = tally
