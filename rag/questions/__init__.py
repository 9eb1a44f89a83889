"""What was asked and what answered it: questions put to the government, each tied to the turns that answer it; and interruptions."""

from rag.questions.interrupted import interruptions
from rag.questions.ledger import answers_of, questions

__all__ = ["answers_of", "interruptions", "questions"]
