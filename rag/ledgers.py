"""The ledgers of a meeting as the shelf holds it: what was promised and what was asked, made once while the collection stays as it is."""

from __future__ import annotations

from rag.shelf import Shelf
from rag.types import Commitment, Meeting, Question


def promised_in(shelf: Shelf, meeting: Meeting) -> tuple[Commitment, ...]:
    """The commitments of a meeting, in the order in which they were made.

    Args:
        shelf: where it stands.
        meeting: one of its meetings.
    """
    from rag.commitments import commitments  # here: a question of another kind does not wait for it

    return shelf.once("commitments", meeting.id, lambda: commitments(meeting, shelf.turns(meeting.id), shelf.events(meeting.id)))


def asked_in(shelf: Shelf, meeting: Meeting) -> tuple[Question, ...]:
    """The questions to the government in a meeting, each with what answers it.

    Args:
        shelf: where it stands.
        meeting: one of its meetings.
    """
    from rag.questions import questions  # as above

    about = meeting.id
    return shelf.once(
        "questions", about, lambda: questions(shelf.turns(about), shelf.events(about), shelf.motions(about), meeting.language)
    )
