"""Claim to Statement: marks, quotes, speakers, names, numbers, negations and promises, checked against the record.

Everywhere in this room ``claim`` is the text of a claim, ``quotes`` what it points at, and ``evidence`` the words quoted.
"""

from rag.verify.judge import verify
from rag.verify.numbering import Numbering, reference
from rag.verify.quotes import holds

__all__ = ["Numbering", "holds", "reference", "verify"]
