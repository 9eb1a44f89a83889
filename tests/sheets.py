"""Hand-made debates for the tests of sheets: turns of any text, and the summary of one party over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.text import sentences
from rag.types import (
    Addressee,
    Claim,
    Commitment,
    Deadline,
    Interruption,
    Meeting,
    Person,
    Question,
    Quote,
    Speaker,
    Statement,
    Summary,
    Turn,
)
from rag.verify import verify

MEETING = Meeting(
    id="kst-36410-97",
    title="Waterkwaliteit",
    kind="commissiedebat",
    committee="Infrastructuur en Waterstaat",
    date="2024-03-14",
    status="geredigeerd",
    source="text",
    language="nl",
    reference="Kamerstukken II 2023/24, 36410, nr. 97",
    pages=40,
    present=(Person("Jansen", "SP", "member"), Person("De Boer", "CDA", "member")),
    start="10:00",
    end="13:30",
)
MEMBER = Speaker("Jansen", "SP", "member")
OTHER = Speaker("De Boer", "CDA", "member")
MINISTER = Speaker("Harbers", None, "government", "Minister")


class Debate:
    """Turns in spoken order, and quotes and statements out of them."""

    def __init__(self, meeting: Meeting = MEETING) -> None:
        self.meeting = meeting
        self.turns: list[Turn] = []

    @property
    def record(self) -> dict[int, str]:
        return {turn.number: turn.text for turn in self.turns}

    def said(self, speaker: Speaker, text: str) -> Quote:
        """A turn of one speaker; the quote is all its sentences."""
        number = len(self.turns) + 1
        turn = Turn(self.meeting.id, number, speaker, f"{speaker.label}:", text, ((0, 1 + number // 8),))
        self.turns.append(turn)
        spans = sentences(text)
        return Quote(turn, spans[0][0], spans[-1][1])

    def position(self, text: str, speaker: Speaker = MEMBER) -> Statement:
        quote = self.said(speaker, text)
        statement = verify(Claim(" ".join(quote.text.split()), (quote,), verbatim=True))
        assert statement.verdict == "supported", statement.why
        return statement

    def question(self, text: str, answer: str | None = None, speaker: Speaker = MEMBER) -> Question:
        quote = self.said(speaker, text)
        return Question(quote, (), "answered", (self.said(MINISTER, answer),)) if answer else Question(quote, (), "open")

    def commitment(self, text: str, deadline: str | None = None) -> Commitment:
        quote = self.said(MINISTER, text)
        term = Deadline(deadline) if deadline else None
        return Commitment(quote, "Minister Harbers", (Addressee("Jansen", "SP"),), term, "debate")

    def given(self, text: str) -> Interruption:
        return Interruption(self.said(MEMBER, text), OTHER)

    def received(self, text: str) -> Interruption:
        return Interruption(self.said(OTHER, text), MEMBER)

    def summary(self, party: str = "SP", **lists: object) -> Summary:
        mine = [turn for turn in self.turns if turn.speaker.party == party]
        empty = Summary(
            self.meeting,
            party,
            "member",
            "spoke",
            tuple(dict.fromkeys(t.speaker.name for t in mine)),
            len(mine),
            sum(t.words for t in mine),
        )
        return replace(empty, **lists)  # type: ignore[arg-type]  # lists of a Summary


def usual(debate: Debate, points: int = 3) -> Summary:
    """A summary with everything on it, ``points`` of each kind."""
    many: Sequence[int] = range(1, points + 1)
    return debate.summary(
        positions=tuple(debate.position(f"De SP wil dat het drinkwater in regio {n} schoner wordt dan het nu is.") for n in many[:5]),
        questions=tuple(
            debate.question(
                f"Kan de Minister zeggen hoeveel geld er in jaar {n} naar de waterschappen gaat?",
                f"In jaar {n} gaat er een miljoen euro naar de waterschappen." if n % 2 else None,
            )
            for n in many
        ),
        commitments=tuple(debate.commitment(f"Ik zeg toe dat de Kamer brief {n} voor de zomer krijgt.", "voor de zomer") for n in many),
        given=tuple(debate.given(f"Is de heer De Boer het met voorstel {n} van de SP eens?") for n in many),
        received=tuple(debate.received(f"Hoe gaat de heer Jansen plan {n} betalen?") for n in many),
        documents=tuple(f"motie-Jansen over sloot {n}" for n in many),
        not_addressed=tuple(f"de brief over dijk {n}" for n in many),
    )
