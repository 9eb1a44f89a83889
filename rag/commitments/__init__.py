"""What was promised in a debate, to whom and by when: promises and the chair's list, side by side."""

from rag.commitments.asker import Askers
from rag.commitments.chairlist import chair_list, corrections
from rag.commitments.deadlines import deadline
from rag.commitments.ledger import commitments
from rag.commitments.promise import of_conduct, refuses, requests, withholds

__all__ = ["Askers", "chair_list", "commitments", "corrections", "deadline", "of_conduct", "refuses", "requests", "withholds"]
