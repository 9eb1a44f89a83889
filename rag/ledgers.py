"""The ledgers of a meeting as the shelf holds it: what was promised and what was asked, made once while the collection stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from rag.shelf import Shelf
from rag.types import Commitment, Interruption, Meeting, Question


def promised_in(shelf: Shelf, meeting: Meeting) -> tuple[Commitment, ...]:
    """The commitments of a meeting, in the order in which they were made."""
    from rag.commitments import commitments  # here: a question of another kind does not wait for it

    def make() -> tuple[Commitment, ...]:
        about = meeting.id
        return commitments(meeting, shelf.turns(about), shelf.events(about), asked_in(shelf, meeting), shelf.motions(about))

    return shelf.once("commitments", meeting.id, make)


def promised_about(shelf: Shelf, meeting: Meeting) -> tuple[tuple[Commitment, Mapping[str, float]], ...]:
    """The commitments of a meeting, each with the stems it is about and how near each is to it."""
    from rag.commitments import Askers  # as above

    def make() -> tuple[tuple[Commitment, Mapping[str, float]], ...]:
        askers = Askers(shelf.turns(meeting.id), meeting.language)
        return tuple((one, askers.about(one)) for one in promised_in(shelf, meeting))

    return shelf.once("about", meeting.id, make)


def asked_in(shelf: Shelf, meeting: Meeting) -> tuple[Question, ...]:
    """The questions to the government in a meeting, each with what answers it."""
    from rag.questions import questions  # as above

    about = meeting.id
    return shelf.once(
        "questions", about, lambda: questions(shelf.turns(about), shelf.events(about), shelf.motions(about), meeting.language)
    )


def broke_in(shelf: Shelf, meeting: Meeting) -> tuple[Interruption, ...]:
    """Who broke in on whom in a meeting, members on members and on the government, in the order in which it happened."""
    from rag.exchange import exchange  # as above
    from rag.questions import interruptions

    def make() -> tuple[Interruption, ...]:
        listed = frozenset(c.listed.turn.number for c in promised_in(shelf, meeting) if c.listed)
        return interruptions(exchange(shelf.turns(meeting.id), shelf.events(meeting.id)), meeting.language, listed)

    return shelf.once("broke in", meeting.id, make)
