"""What a reader sees: statements as text and pages, and everything as the contract's JSON. Only verified statements get in."""

from rag.render.asked import questions_text
from rag.render.calendar import commitments_ics
from rag.render.charts import Outcome, interruptions_chart, questions_chart, speaking_chart
from rag.render.contract import (
    answer_json,
    check_json,
    citation_json,
    commitment_json,
    ingest_json,
    interruption_json,
    meeting_json,
    overview_json,
    question_json,
    statement_json,
    summary_json,
    turn_json,
)
from rag.render.fidelity import FidelityError, checked, shown
from rag.render.html import answer_html, check_html, cite_html, meeting_html, statement_html
from rag.render.ledger import commitments_text
from rag.render.table import commitments_csv, questions_csv
from rag.render.terminal import answer_text, check_text, shorten, turn_text

__all__ = [
    "FidelityError",
    "Outcome",
    "answer_html",
    "answer_json",
    "answer_text",
    "check_html",
    "check_json",
    "check_text",
    "checked",
    "citation_json",
    "cite_html",
    "commitment_json",
    "commitments_csv",
    "commitments_ics",
    "commitments_text",
    "ingest_json",
    "interruption_json",
    "interruptions_chart",
    "meeting_html",
    "meeting_json",
    "overview_json",
    "question_json",
    "questions_chart",
    "questions_csv",
    "questions_text",
    "shorten",
    "shown",
    "speaking_chart",
    "statement_html",
    "statement_json",
    "summary_json",
    "turn_json",
    "turn_text",
]
