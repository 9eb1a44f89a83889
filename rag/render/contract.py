"""Everything as the contract's JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rag.render.fidelity import checked, shown, unquoted
from rag.types import (
    Answer,
    Check,
    Citation,
    Commitment,
    IngestReport,
    Interruption,
    JudgedMotion,
    Meeting,
    Overview,
    Question,
    Quote,
    Statement,
    Summary,
    Turn,
)
from rag.verify import reference as official

Json = dict[str, Any]


def turn_json(turn: Turn) -> Json:
    speaker = turn.speaker
    return {
        "meeting": turn.meeting,
        "turn": turn.number,
        "speaker": speaker.name,
        "office": speaker.office,
        "party": speaker.party,
        "role": speaker.role,
        "heading": turn.heading,
        "page_first": turn.page_first,
        "page_last": turn.page_last,
        "text": turn.text,
    }


def citation_json(citation: Citation) -> Json:
    quote = checked(citation).quote
    speaker = quote.turn.speaker
    return {
        "number": citation.number,
        "meeting": quote.turn.meeting,
        **_spot(quote),
        "speaker": speaker.name,
        "party": speaker.party,
        "role": speaker.role,
        "reference": citation.reference,
    }


def statement_json(statement: Statement) -> Json:
    text, why = statement.text, statement.why
    if statement.verdict != "supported":
        text, why = unquoted(text), unquoted(why)
    return {"text": text, "verdict": statement.verdict, "why": why, "citations": list(statement.citations)}


def answer_json(answer: Answer) -> Json:
    usage = answer.usage
    return {
        "question": answer.question,
        "status": answer.status,
        "reason": answer.reason,
        "written_by": answer.written_by,
        "statements": [statement_json(s) for s in answer.statements],
        "citations": [citation_json(c) for c in answer.citations],
        "passages": [{"meeting": p.turn.meeting, "turn": p.turn.number, "score": round(p.score, 6)} for p in answer.passages],
        "notes": list(answer.notes),
        "usage": {"prompt_tokens": usage.prompt_tokens, "completion_tokens": usage.completion_tokens} if usage else None,
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
    quote, deadline = shown(commitment.quote), commitment.deadline
    return {
        "meeting": quote.turn.meeting,
        **_spot(quote),
        "speaker": commitment.speaker,
        "to": [{"name": a.name, "party": a.party} for a in commitment.to],
        "deadline": {"text": deadline.text, "start": deadline.start, "end": deadline.end} if deadline else None,
        "dated": commitment.dated and _spot(commitment.dated),
        "corrected": commitment.corrected and _spot(commitment.corrected),
        "origin": commitment.origin,
        "listed_turn": commitment.listed and commitment.listed.turn.number,
        "listed": commitment.listed and _spot(commitment.listed),
        "more": [_spot(q) for q in commitment.more],
        "asked": commitment.asked and _spot(commitment.asked),
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
        "party": summary.party,
        "role": summary.role,
        "status": summary.status,
        "spokespersons": list(summary.spokespersons),
        "turns": summary.turns,
        "words": summary.words,
        "positions": [statement_json(s) for s in summary.positions],
        "questions": [question_json(q, summary.citations) for q in summary.questions],
        "commitments": [commitment_json(c, summary.meeting.reference) for c in summary.commitments],
        "interruptions": [
            *(interruption_json(i, "given") for i in summary.given),
            *(interruption_json(i, "received") for i in summary.received),
        ],
        "announcements": [statement_json(s) for s in summary.announcements],
        "refusals": [statement_json(s) for s in summary.refusals],
        "motions": [motion_json(m) for m in summary.motions],
        "documents": list(summary.documents),
        "not_addressed": list(summary.not_addressed),
        "left_out": list(summary.left_out),
        "citations": [citation_json(c) for c in summary.citations],
        "checked": {"quotes": summary.checked.quotes, "deviating": summary.checked.deviating},
        "written_by": summary.written_by,
    }


def motion_json(motion: JudgedMotion) -> Json:
    """A motion with its movers, what it requests, and the verdicts on it, each with its place."""
    request = motion.request
    return {
        "title": motion.title,
        "dossier": motion.motion.dossier,
        "number": motion.motion.number,
        "turn": motion.motion.turn,
        "movers": [{"name": m.name, "party": m.party} for m in motion.movers],
        "request": place_json(request) if request else None,
        "verdicts": [
            {"verdict": v.kind, "sure": v.sure, "turn": v.quote.turn.number, "speaker": v.quote.turn.speaker.name, **place_json(v.quote)}
            for v in motion.verdicts
        ],
    }


def overview_json(overview: Overview) -> Json:
    """A debate at a glance; the government is the party null."""

    def cell(party: str, subject: str, statements: Sequence[Statement]) -> Json:
        return {"party": party or None, "subject": subject, "statements": [statement_json(s) for s in statements]}

    return {
        "meeting": overview.meeting.id,
        "subjects": list(overview.subjects),
        "parties": list(overview.parties),
        "cells": [cell(*one) for one in overview.cells],
        "mentions": [cell(*one) for one in overview.mentions],
        "speaking": [{"party": party or None, "turns": turns, "words": words} for party, turns, words in overview.speaking],
        "interruptions": [{"by": by or None, "of": of or None, "times": times} for by, of, times in overview.interruptions],
        "citations": [citation_json(c) for c in overview.citations],
    }


def place_json(quote: Quote) -> Json:
    """A quote by its offsets in its turn, and its words."""
    return {"start": quote.start, "end": quote.end, "quote": quote.text}


def meeting_json(meeting: Meeting, turns: int, words: int) -> Json:
    return {
        "meeting": meeting.id,
        "title": meeting.title,
        "kind": meeting.kind,
        "committee": meeting.committee,
        "date": meeting.date,
        "status": meeting.status,
        "source": meeting.source,
        "pages": meeting.pages,
        "turns": turns,
        "words": words,
        "chairs": list(meeting.chairs),
        "present": [{"name": p.name, "party": p.party, "role": p.role} for p in meeting.present],
    }


def ingest_json(report: IngestReport) -> Json:
    return {
        "meetings": [
            {"meeting": m.meeting, "status": m.status, "turns": m.turns, "chunks": m.chunks, "path": m.path} for m in report.meetings
        ],
        "failed": [{"path": f.path, "reason": f.reason} for f in report.failed],
    }
