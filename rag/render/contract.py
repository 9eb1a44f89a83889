"""Everything as the contract's JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rag.render.fidelity import checked, shown, unquoted
from rag.types import (
    Addressee,
    Answer,
    Check,
    Checked,
    Citation,
    Commitment,
    Deadline,
    Failed,
    Ingested,
    IngestReport,
    Interruption,
    JudgedMotion,
    Meeting,
    Overview,
    Person,
    Question,
    Quote,
    Statement,
    Summary,
    Turn,
    Usage,
)
from rag.verify import reference as official

Json = dict[str, Any]


def _of(one: object, names: str) -> Json:
    """What the contract calls as the house does: these attributes of something, in this order."""
    return {name: _plain(getattr(one, name)) for name in names.split()}


def _plain(value: object) -> Any:
    """A value in the contract's form of its kind; of a row each, words and numbers as they are."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    form = _FORMS.get(type(value))
    return _of(value, form) if isinstance(form, str) else form(value) if form else value


def turn_json(turn: Turn) -> Json:
    speaker = {"meeting": turn.meeting, "turn": turn.number, "speaker": turn.speaker.name, **_of(turn.speaker, "office party role")}
    return {**speaker, **_of(turn, "heading page_first page_last text")}


def citation_json(citation: Citation) -> Json:
    quote = checked(citation).quote
    return {
        "number": citation.number,
        "meeting": quote.turn.meeting,
        **_spot(quote),
        "speaker": quote.turn.speaker.name,
        **_of(quote.turn.speaker, "party role"),
        "reference": citation.reference,
    }


def statement_json(statement: Statement) -> Json:
    text, why = statement.text, statement.why
    if statement.verdict != "supported":
        text, why = unquoted(text), unquoted(why)
    return {"text": text, "verdict": statement.verdict, "why": why, "citations": list(statement.citations)}


def answer_json(answer: Answer) -> Json:
    return {
        **_of(answer, "question status reason written_by statements citations"),
        "passages": [{"meeting": p.turn.meeting, "turn": p.turn.number, "score": round(p.score, 6)} for p in answer.passages],
        **_of(answer, "notes usage"),
    }


def check_json(check: Check) -> Json:
    matches = [{"citation": citation_json(c), "diff": [list(d) for d in diff]} for c, diff in check.matches]
    return {"quote": check.quote, "status": check.status, "matches": matches}


def question_json(question: Question, citations: Sequence[Citation]) -> Json:
    """A question with its answers; ``citations``: of the document it stands in, every answer among them."""
    quote = shown(question.quote)
    return {
        "asker": quote.turn.speaker.name,
        "party": quote.turn.speaker.party,
        "meeting": quote.turn.meeting,
        **_spot(quote),
        "also": [place_json(q) for q in question.also],
        "status": question.status,
        "answers": [citation_json(next(c for c in citations if c.quote == q)) for q in question.answers],
    }


def commitment_json(commitment: Commitment, reference: str) -> Json:
    """A commitment; ``reference``: of its meeting, without a page."""
    quote = shown(commitment.quote)
    return {
        "meeting": quote.turn.meeting,
        **_spot(quote),
        **_of(commitment, "speaker to deadline dated corrected origin"),
        "listed_turn": commitment.listed and commitment.listed.turn.number,
        **_of(commitment, "listed more asked"),
        "reference": official(reference, quote),
    }


def _spot(quote: Quote) -> Json:
    """A quote with its turn and page."""
    return {"turn": shown(quote).turn.number, "page": quote.turn.page_at(quote.start), **place_json(quote)}


def interruption_json(interruption: Interruption, direction: str) -> Json:
    """An interruption as a party gave it, or received it: ``with`` is the other one."""
    other = interruption.of if direction == "given" else interruption.by
    return {
        "direction": direction,
        "with": other.name,
        "party": other.party,
        "turn": interruption.quote.turn.number,
        **place_json(shown(interruption.quote)),
    }


def summary_json(summary: Summary) -> Json:
    """A page as the contract has it."""
    return {
        "meeting": summary.meeting.id,
        **_of(summary, "party role status spokespersons turns words positions"),
        "questions": [question_json(q, summary.citations) for q in summary.questions],
        "commitments": [commitment_json(c, summary.meeting.reference) for c in summary.commitments],
        "interruptions": [
            *(interruption_json(i, "given") for i in summary.given),
            *(interruption_json(i, "received") for i in summary.received),
        ],
        **_of(summary, "announcements refusals motions documents not_addressed left_out citations checked written_by"),
    }


def motion_json(motion: JudgedMotion) -> Json:
    """A motion with its movers, what it requests, and the verdicts on it, each with its place."""
    request = motion.request
    return {
        "title": motion.title,
        **_of(motion.motion, "dossier number turn"),
        "movers": _plain(motion.movers),
        "request": place_json(request) if request else None,
        "verdicts": [
            {"verdict": v.kind, "sure": v.sure, "turn": v.quote.turn.number, "speaker": v.quote.turn.speaker.name, **place_json(v.quote)}
            for v in motion.verdicts
        ],
    }


def overview_json(overview: Overview) -> Json:
    """A debate at a glance; the government is the party null."""

    def cell(party: str, subject: str, statements: tuple[Statement, ...]) -> Json:
        return {"party": party or None, "subject": subject, "statements": _plain(statements)}

    return {
        "meeting": overview.meeting.id,
        **_of(overview, "subjects parties"),
        "cells": [cell(*one) for one in overview.cells],
        "mentions": [cell(*one) for one in overview.mentions],
        "speaking": [{"party": party or None, "turns": turns, "words": words} for party, turns, words in overview.speaking],
        "interruptions": [{"by": by or None, "of": of or None, "times": times} for by, of, times in overview.interruptions],
        "citations": _plain(overview.citations),
    }


def place_json(quote: Quote) -> Json:
    """A quote by its offsets in its turn, and its words."""
    return {"start": quote.start, "end": quote.end, "quote": quote.text}


def meeting_json(meeting: Meeting, turns: int, words: int) -> Json:
    about = {"meeting": meeting.id, **_of(meeting, "title kind committee date status source pages")}
    return {**about, "turns": turns, "words": words, **_of(meeting, "chairs present")}


def ingest_json(report: IngestReport) -> Json:
    return _of(report, "meetings failed")


# what stands within something else; for most the names of what is told of it
_FORMS: dict[type, str | Callable[[Any], Json]] = {
    Addressee: "name party",
    Checked: "quotes deviating",
    Citation: citation_json,
    Deadline: "text start end",
    Failed: "path reason",
    Ingested: "meeting status turns chunks path",
    JudgedMotion: motion_json,
    Person: "name party role",
    Quote: _spot,
    Statement: statement_json,
    Usage: "prompt_tokens completion_tokens",
}
