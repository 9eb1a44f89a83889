"""The debate's ledger within a run: commitments and questions against hand-made labels, and their words against the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval import score_commitments, score_questions
from eval.cases import labels_of
from eval.metrics import faults, misattributed, misquoted, share
from eval.source import letters
from eval.types import Json, Record, Tally
from rag.assistant import Assistant
from rag.questions import answers_of
from rag.render.contract import commitment_json, question_json
from rag.types import Commitment, Meeting, Question, Turn

Tallies = dict[str, dict[str, Tally]]

EXPLAINED: dict[str, tuple[str, str]] = {
    "ledger_quotes": (
        "Share of commitments, questions and answers whose words are the record's own at their place, with the right page.",
        "higher",
    ),
    "commitments_listed": ("Of the items on the chair's list (eval/gold), the share that is found.", "higher"),
    "commitments_recall": ("Of the labelled commitments made in the debate itself, the share that is found.", "higher"),
    "commitments_precision": ("Of the commitments claimed to be made in the debate, the share that a label supports.", "higher"),
    "commitments_tied": ("Of the chair's items found, the share tied to a turn where it was promised.", "higher"),
    "commitments_terms": ("Of the labelled terms of found commitments, the share that is right.", "higher"),
    "commitments_to": ("Of the labelled addressees of found commitments, the share that is right.", "higher"),
    "questions_recall": ("Of the labelled questions to the government (eval/gold), the share that is found.", "higher"),
    "questions_precision": ("Of the questions given, the share that touches a labelled one.", "higher"),
    "questions_linked": ("Of the labelled questions found that have an answer, the share with an answer in a labelled turn.", "higher"),
    "questions_status": ("Of the labelled questions found, the share with the right status: answered, partly, open.", "higher"),
    "questions_open": ("Of the found questions called open, the share that is labelled open.", "higher"),
}


def tallies(assistant: Assistant, record: Record) -> Tallies:
    """What the ledger of one debate gives, row by row.

    Recall and precision as in Manning, Raghavan and Schütze 2008, ch. 8, over hand-labelled rows of eval/gold; a debate without
    labels is held to the record only.
    """
    meeting, name = record.debate.meeting, record.debate.name
    about = next(m for m, _, _ in assistant.meetings() if m.id == meeting)
    promised, asked = assistant.commitments(meeting), assistant.questions(meeting)
    turns = assistant.turns(meeting)
    held = _words(about, promised, asked, record)
    found: Tallies = {"ledger_quotes": {name: held}} if held else {}
    return found | _commitments(name, promised, turns) | _questions(name, asked, turns)


# --- words ----------------------------------------------------------------------------------------


def _words(about: Meeting, promised: Sequence[Commitment], asked: Sequence[Question], record: Record) -> Tally | None:
    citations = answers_of(asked, about)
    questions = [question_json(q, citations) for q in asked]
    rows = [*(commitment_json(c, about.reference) for c in promised), *questions]
    answers = [a for q in questions for a in q["answers"]]
    wrong = faults(record, rows, _misplaced) + faults(record, questions, _wrong_asker)
    wrong += faults(record, answers, lambda answer, truth: misquoted(answer, truth) or misattributed(answer, truth))
    return share(len(rows) + len(questions) + len(answers), wrong)


def _misplaced(row: Json, record: Record) -> str | None:
    turn = record.turns.get(row["turn"])
    place = f"turn {row['turn']} «{row['quote'][:60]}»"
    if turn is None or not row["quote"].strip() or turn["text"][row["start"] : row["end"]] != row["quote"]:
        return f"{place}: not the words at {row['start']}-{row['end']}"
    said = record.said[row["turn"] - 1] if record.said else None
    if said is None:
        return None
    at = len(letters(turn["text"][: row["start"]]))
    if said.letters[at : at + len(letters(row["quote"]))] != letters(row["quote"]):
        return f"{place}: the source has other letters there"
    page = said.page_at(at)
    return None if page == row["page"] else f"{place}: page {row['page']} instead of {page}"


def _wrong_asker(row: Json, record: Record) -> str | None:
    """Whoever asks is a member, and the one whose turn it is."""
    said = record.said[row["turn"] - 1] if record.said else None
    if said is None or (said.name, said.party, said.role) == (row["asker"], row["party"], "member"):
        return None
    return f"turn {row['turn']}: asked by {row['asker']} ({row['party']}), said by {said.name} ({said.party}, {said.role})"


# --- against the labels ---------------------------------------------------------------------------


def _commitments(name: str, found: Sequence[Commitment], turns: Sequence[Turn]) -> Tallies:
    try:
        labels = labels_of(name, "commitments")
    except FileNotFoundError:
        return {}
    items = score_commitments.commitments_score(labels, found, turns).items
    listed, made, claimed = ([i for i in items if i.kind == kind] for kind in ("listed", "made", "claimed"))

    def rows(pairs: Iterable[tuple[score_commitments.Item, bool | None]], wrong: str) -> dict[str, Tally]:
        return _rows(name, ((i.turn, i.words, right, f"{wrong}{f' ({i.why})' if i.why else ''}") for i, right in pairs))

    return {
        "commitments_listed": rows(((i, i.right) for i in listed), "on the chair's list and not found"),
        "commitments_recall": rows(((i, i.right) for i in made), "promised and not found"),
        "commitments_precision": rows(((i, i.right) for i in claimed), "claimed as a commitment"),
        "commitments_tied": rows(((i, i.tied) for i in listed), "not tied to where it was promised"),
        "commitments_terms": rows(((i, i.term) for i in (*listed, *made)), "another term, or none"),
        "commitments_to": rows(((i, i.to) for i in (*listed, *made)), "promised to someone else"),
    }


def _questions(name: str, found: Sequence[Question], turns: Sequence[Turn]) -> Tallies:
    try:
        labels = score_questions.load(name)
    except FileNotFoundError:
        return {}
    scored = score_questions.score(labels, found, turns)
    extra = {id(q) for q in scored.extra}
    given = ((q.quote.turn.number, q.quote.text, id(q) not in extra, "given as a question, and no label touches it") for q in found)
    there = [r for r in scored.results if r.found]
    is_open = [r for r in there if r.found and r.found.status == "open"]
    return {
        "questions_recall": _rows(name, ((r.gold.turn, r.gold.words, bool(r.found), "asked and not found") for r in scored.results)),
        "questions_precision": _rows(name, given),
        "questions_linked": _rows(name, ((r.gold.turn, r.gold.words, r.linked, _told(r)) for r in there)),
        "questions_status": _rows(name, ((r.gold.turn, r.gold.words, r.status_right, _told(r)) for r in there)),
        "questions_open": _rows(name, ((r.gold.turn, r.gold.words, r.gold.status == "open", "called open, and answered") for r in is_open)),
    }


def _told(result: score_questions.Result) -> str:
    status = result.found.status if result.found else "not found"
    turns = [str(a.turn.number) for a in result.found.answers] if result.found else []
    wanted = sorted({str(turn) for turn, _ in result.gold.answers})
    return f"{status} in turn {', '.join(turns) or '-'}; labelled {result.gold.status} in {', '.join(wanted) or '-'}"


def _rows(name: str, rows: Iterable[tuple[int, str, bool | None, str]]) -> dict[str, Tally]:
    """Tallies by debate, turn and first words; what is None could not be graded and is left out."""
    found: dict[str, Tally] = {}
    for turn, text, right, wrong in rows:
        if right is None:
            continue
        words = " ".join(text.split()[:8])
        key = f"{name}:{turn}:{words}"
        same = sum(1 for row in found if row == key or row.startswith(f"{key} #"))  # what begins with the same words gets a number
        found[f"{key} #{same + 1}" if same else key] = Tally(float(right), why=() if right else (f"turn {turn}, {wrong}: {words}",))
    return found
