"""What a reader sees: statements as text and Markdown, and everything as the contract's JSON. Only verified statements get in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rag.errors import GriffierError
from rag.text import clean
from rag.types import Answer, Check, Citation, IngestReport, Language, Meeting, Passage, Statement, Turn

Json = dict[str, Any]

REASONS: dict[str, dict[str, str]] = {
    "nl": {
        "not_present": "Daarover staat niets in het verslag: wie u noemt, nam geen deel aan dit debat.",
        "present_silent": "Wie u noemt, was aanwezig maar heeft volgens het verslag niet gesproken.",
        "off_topic": "Over dit onderwerp staat niets in het verslag.",
        "no_evidence": "Het antwoord op deze vraag staat niet in het verslag, of is er niet met zekerheid in te vinden.",
    },
    "en": {
        "not_present": "The record holds nothing on this: whoever you name took no part in this debate.",
        "present_silent": "Whoever you name was present, but did not speak according to the record.",
        "off_topic": "The record holds nothing on this subject.",
        "no_evidence": "The record does not answer this question, or not with certainty.",
    },
}
WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "near": "Niet het antwoord, wel in de buurt:",
        "page": "p.",
        "turn": "beurt",
        "unsupported": "Niet onderbouwd door het verslag",
        "verbatim": "Letterlijk in het verslag.",
        "differs": "Wijkt af van het verslag.",
        "not_found": "Niet gevonden in het verslag.",
        "sources": "Bronnen",
        "read_as": "Gelezen als:",
    },
    "en": {
        "near": "Not the answer, but close by:",
        "page": "p.",
        "turn": "turn",
        "unsupported": "Not supported by the record",
        "verbatim": "Verbatim in the record.",
        "differs": "Differs from the record.",
        "not_found": "Not found in the record.",
        "sources": "Sources",
        "read_as": "Read as:",
    },
}


class FidelityError(GriffierError):
    """A quote about to be shown is not in the record as it stands: nothing is shown."""


def checked(citation: Citation) -> Citation:
    """The citation itself, after a last look that its words are the record's own at that place.

    Raises:
        FidelityError: the pointer leaves the turn, is empty, or lies in a span no one may be quoted for.
    """
    quote = citation.quote
    inside = 0 <= quote.start < quote.end <= len(quote.turn.text)
    if not inside or not quote.text.strip() or any(a < quote.end and quote.start < b for a, b in quote.turn.unquotable):
        raise FidelityError(
            f"Citaat {citation.number} wijst niet naar woorden in het verslag (beurt {quote.turn.number}). Er is niets getoond."
        )
    return citation


# --- JSON -----------------------------------------------------------------------------------------


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


# --- text for a terminal --------------------------------------------------------------------------


def answer_text(answer: Answer, language: Language = "nl") -> str:
    """An answer as plain text: statements with numbers, then where each number leads.

    Args:
        answer: only statements that went through `verify` can be in it.
        language: of the words around the record's own.
    """
    word = WORDS[language]
    lines: list[str] = []
    if answer.understood.question != answer.question:
        lines += [f"{word['read_as']} {answer.understood.question}", ""]
    if answer.status == "declined":
        lines += [REASONS[language][answer.reason or "no_evidence"], *answer.notes]
        if answer.reason != "not_present":
            lines += near_text(answer.passages, language)
        return clean("\n".join(lines))
    lines += [statement_text(s, answer.citations, language) for s in answer.statements if s.verdict == "supported"]
    doubtful = [s for s in answer.statements if s.verdict != "supported"]
    lines += [f"  ({word['unsupported']}: {s.text} — {s.why})" for s in doubtful]
    lines += ["", *(citation_text(c, language) for c in answer.citations)]
    lines += [f"\n{note}" for note in answer.notes]
    return clean("\n".join(lines))


def statement_text(statement: Statement, citations: Sequence[Citation], language: Language = "nl") -> str:
    """One supported statement with its numbers. A verbatim one is shown in quotation marks, after its speaker."""
    marks = "".join(f"[{n}]" for n in statement.citations)
    if statement.claim.verbatim and statement.citations:
        spoken = next(c for c in citations if c.number == statement.citations[0])
        return f"{checked(spoken).quote.turn.speaker.label}: «{spoken.quote.text}» {marks}"
    flags = f" ({'; '.join(statement.flags)})" if statement.flags else ""
    return f"{statement.text} {marks}{flags}"


def citation_text(citation: Citation, language: Language = "nl") -> str:
    """Where a number leads: speaker, turn, official reference, and the words themselves."""
    quote = checked(citation).quote
    word = WORDS[language]
    return f"[{citation.number}] {quote.turn.speaker.label}, {word['turn']} {quote.turn.number}, {citation.reference}\n    «{quote.text}»"


def near_text(passages: Iterable[Passage], language: Language = "nl", most: int = 3) -> list[str]:
    """The nearest turns of a declined question, as what they are: not the answer."""
    word = WORDS[language]
    lines = []
    for passage in list(passages)[:most]:
        turn = passage.turn
        page = f", {word['page']} {turn.page_first}" if turn.page_first is not None else ""
        lines.append(f"  {turn.speaker.label}, {word['turn']} {turn.number}{page}: {shorten(turn.text)}")
    return ["", word["near"], *lines] if lines else []


def shorten(text: str, most: int = 110) -> str:
    """The start of a text on one line, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


def check_text(check: Check, language: Language = "nl") -> str:
    """The outcome of a quote check; a difference is shown word by word: [-in het verslag-] {+alleen in het citaat+}."""
    word = WORDS[language]
    lines = [word[check.status]]
    for citation, diff in check.matches:
        lines += ["", citation_text(citation, language)]
        if check.status == "differs":
            lines.append("    " + " ".join(text if op == "=" else f"[-{text}-]" if op == "-" else f"{{+{text}+}}" for op, text in diff))
    return clean("\n".join(lines))
