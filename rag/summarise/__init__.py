"""A debate to one page per party: positions, questions, commitments, interruptions, documents, and what was not addressed."""

from rag.summarise.debate import Debate, Ledger, kept
from rag.summarise.government import announced
from rag.summarise.government import told as refused
from rag.summarise.overview import overview
from rag.summarise.page import named, number, recheck, summarise, with_subject

__all__ = ["Debate", "Ledger", "announced", "kept", "named", "number", "overview", "recheck", "refused", "summarise", "with_subject"]
