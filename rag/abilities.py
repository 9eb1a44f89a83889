"""What machines may ask, by name: plain arguments in, the contract's JSON out. The MCP server and the app's API both serve these."""

from __future__ import annotations

from typing import cast, get_args

from rag.assistant import Assistant, dated, limited
from rag.errors import UserError
from rag.render.contract import Json, answer_json, check_json, commitment_json, meeting_json, question_json, summary_json, turn_json
from rag.types import Role

LONGEST = 4_000  # characters of a question or a quote
ROLES = get_args(Role)
NAMES = ("ask", "check", "summary", "commitments", "questions", "turn", "meetings")


class Abilities:
    """An assistant's abilities as functions of plain values, each returning one JSON document of the contract.

    Args:
        assistant: over the home that is served.

    Raises (every function):
        GriffierError: what is wrong, in plain words.
    """

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def meetings(self) -> Json:
        """Which debates are indexed: {meetings: [meeting…]}."""
        return {"meetings": [meeting_json(*one) for one in self._assistant.meetings()]}

    def ask(
        self,
        question: str,
        meetings: list[str] | None = None,
        party: str = "",
        speaker: str = "",
        role: str = "",
        since: str = "",
        until: str = "",
        verbatim: bool = False,
    ) -> Json:
        """Answers a question about the debates from the record, each sentence with the turn it rests on; or declines.

        Args:
            question: in Dutch or English.
            meetings: only these debates (ids as in `meetings`).
            party: only turns spoken for this party.
            speaker: only turns of this speaker; a surname will do.
            role: member, government, chair or guest.
            since: from this date (YYYY-MM-DD).
            until: up to and including this date.
            verbatim: only sentences of the record, never a model.
        """
        if role and role not in ROLES:
            raise UserError("De rol {role} bestaat niet. Kies uit: {roles}.", role=role, roles=", ".join(ROLES))
        only = [_short(one) for one in meetings or ()]
        where = limited(only, _given(party), _given(speaker), cast(Role, role), _given(since), _given(until))
        return answer_json(self._assistant.ask(_short(question), dated(where), verbatim=verbatim))

    def check(self, quote: str, meeting: str = "") -> Json:
        """Whether a quote stands in the record: verbatim, differs (with the difference word by word) or not_found."""
        return check_json(self._assistant.check(_short(quote), _given(meeting)))

    def summary(self, meeting: str, party: str, verbatim: bool = False) -> Json:
        """What a party brought to a debate: positions, questions, commitments, interruptions, each with the words it rests on.

        Args:
            meeting: id of the debate.
            party: a party; "regering" is the government.
            verbatim: only sentences of the record, never a model.
        """
        return summary_json(self._assistant.summary(_short(meeting), _short(party), verbatim))

    def commitments(self, meeting: str) -> Json:
        """What the government promised in a debate: the words, who, to whom, by when, and whether the chair read it out at the end."""
        reference = self._assistant.index.shelf.meeting(_short(meeting)).reference
        return {"meeting": meeting, "commitments": [commitment_json(c, reference) for c in self._assistant.commitments(meeting)]}

    def questions(self, meeting: str, party: str = "", open_only: bool = False) -> Json:
        """What members put to the government in a debate, each question with the sentences that answer it, or none.

        Args:
            meeting: id of the debate.
            party: only questions asked for this party.
            open_only: only questions for which no answer was found.
        """
        from rag.questions import answers_of

        found = self._assistant.questions(_short(meeting), _given(party), open_only)
        citations = answers_of(found, self._assistant.index.shelf.meeting(meeting))
        return {"meeting": meeting, "questions": [question_json(q, citations) for q in found]}

    def turn(self, meeting: str, turn: int) -> Json:
        """One turn of a debate, as it stands in the record."""
        if not isinstance(turn, int):
            raise UserError("Geef het nummer van de beurt als getal.")
        return turn_json(self._assistant.turn(_short(meeting), turn))


def _given(text: object) -> str | None:
    return _short(text) if text else None


def _short(text: object) -> str:
    if not isinstance(text, str):  # what a program sends may be anything
        raise UserError("Waar tekst hoort te staan, staat iets anders.")
    if len(text) > LONGEST:
        raise UserError("De tekst is langer dan {longest} tekens. Maak hem korter.", longest=LONGEST)
    return text
