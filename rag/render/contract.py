"""Everything as the contract's JSON."""

from __future__ import annotations

from typing import Any

from rag.render.fidelity import checked
from rag.types import Answer, Check, Citation, IngestReport, Meeting, Passage, Statement, Turn

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
        "turn": quote.turn.number,
        "speaker": speaker.name,
        "party": speaker.party,
        "role": speaker.role,
        "page": citation.page,
        "quote": quote.text,
        "start": quote.start,
        "end": quote.end,
        "reference": citation.reference,
    }


def statement_json(statement: Statement) -> Json:
    return {"text": statement.text, "verdict": statement.verdict, "why": statement.why, "citations": list(statement.citations)}


def passage_json(passage: Passage) -> Json:
    return {"meeting": passage.turn.meeting, "turn": passage.turn.number, "score": round(passage.score, 6)}


def answer_json(answer: Answer) -> Json:
    usage = answer.usage
    return {
        "question": answer.question,
        "status": answer.status,
        "reason": answer.reason,
        "written_by": answer.written_by,
        "statements": [statement_json(s) for s in answer.statements],
        "citations": [citation_json(c) for c in answer.citations],
        "passages": [passage_json(p) for p in answer.passages],
        "notes": list(answer.notes),
        "usage": {"prompt_tokens": usage.prompt_tokens, "completion_tokens": usage.completion_tokens} if usage else None,
    }


def check_json(check: Check) -> Json:
    matches = [{"citation": citation_json(c), "diff": [list(d) for d in diff]} for c, diff in check.matches]
    return {"quote": check.quote, "status": check.status, "matches": matches}


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
