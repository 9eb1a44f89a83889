"""What was promised in a debate, to whom and by when: promises and the chair's list, side by side."""

from rag.commitments.deadlines import deadline
from rag.commitments.ledger import commitments

__all__ = ["commitments", "deadline"]
