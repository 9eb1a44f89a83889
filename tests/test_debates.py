"""Questions to several debates at once, and names that more than one of those who spoke have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.assistant import Assistant
from rag.errors import UserError
from rag.settings import load
from rag.types import Answer, Filter
from tests.debates import DEBATES, printed


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, dict[str, str]]]:
    """An assistant over the debates of tests/debates.py, and the meeting of each."""
    made = Assistant(load(home=tmp_path_factory.mktemp("several")))
    yield made, {name: made.ingest_bytes(printed(name).encode(), f"{name}.txt").meeting for name in DEBATES}
    made.close()


Several = tuple[Assistant, dict[str, str]]


def who(answer: Answer) -> set[str]:
    """Whose words an answer quotes."""
    return {c.quote.turn.speaker.label for c in answer.citations}


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("Wat zei Jasper van Dijk over stagediscriminatie?", {"Jasper van Dijk (SP)"}),
        ("Wat zei de heer Jasper van Dijk over stagediscriminatie?", {"Jasper van Dijk (SP)"}),
        ("Wat vindt Van Dijk van de PvdA van een stagevergoeding?", {"Gijs van Dijk (PvdA)"}),
        ("Wat vindt PvdA-Kamerlid Van Dijk van een stagevergoeding?", {"Gijs van Dijk (PvdA)"}),
        ("Wat vindt Van Dijk (CDA) van kleine bedrijven?", {"Inge van Dijk (CDA)"}),
        ("Wat zei mevrouw Van Dijk over kleine bedrijven?", {"Inge van Dijk (CDA)"}),
    ],
)
def test_a_shared_name_with_what_tells_them_apart(several: Several, question: str, speakers: set[str]) -> None:
    """First name, party or form of address: one of the three is meant, and only that one is quoted, without a note."""
    assistant, meetings = several
    answer = assistant.ask(question, Filter(meetings=(meetings["school"],)), verbatim=True)
    assert (answer.status, who(answer), answer.notes) == ("answered", speakers, ())


def test_a_shared_name_alone(several: Several) -> None:
    """All three are meant; who said it stands with each quote, only what is about the subject is quoted, and the note names the three."""
    assistant, meetings = several
    where = Filter(meetings=(meetings["school"],))
    answer = assistant.ask("Wat zei Van Dijk over stagediscriminatie?", where, verbatim=True)
    assert (answer.status, who(answer)) == ("answered", {"Jasper van Dijk (SP)"})
    assert [all(n in note for n in ("Inge van Dijk (CDA)", "Jasper van Dijk (SP)", "Gijs van Dijk (PvdA)")) for note in answer.notes] == [
        True
    ]
    men = assistant.ask("Wat zei de heer Van Dijk over stages?", where, verbatim=True)
    assert "Inge" not in men.notes[0] and {"Jasper van Dijk (SP)", "Gijs van Dijk (PvdA)"} >= who(men)
    declined = assistant.ask("Wat zei Van Dijk over de kerncentrale van de minister?", where, verbatim=True)
    assert (declined.status, declined.reason) == ("declined", "no_evidence") and "Gijs van Dijk (PvdA)" in declined.notes[0]


@pytest.mark.parametrize(
    ("debate", "question"),
    [
        ("school", "Wat vindt Van Dijk van de VVD van stages?"),
        ("school", "Wat zei minister Van Dijk over stages?"),
        ("school", "Wat zei Klaas van Dijk over stages?"),
        ("school", "Wat vindt Van Dijk van de SGP van PAS-melders?"),
        ("farming", "Wat zei Inge van Dijk over PAS-melders?"),
        ("farming", "Wat zegt Beckers over PAS-melders?"),
        ("housing", "Wat zei Van Dijk over de huurbevriezing?"),
    ],
)
def test_a_name_of_which_another_took_part(several: Several, debate: str, question: str) -> None:
    """Another party, office or first name, or only spoken of, or there in another debate only: that person took no part."""
    assistant, meetings = several
    answer = assistant.ask(question, Filter(meetings=(meetings[debate],)), verbatim=True)
    assert (answer.status, answer.reason, answer.statements) == ("declined", "not_present", ())


def test_who_took_no_part_may_have_spoken_elsewhere(several: Several) -> None:
    """The decline says in which other debate, under the name printed there; a date in the question is a limit as well."""
    assistant, meetings = several
    other = assistant.ask("Wat zei Inge van Dijk over PAS-melders?", Filter(meetings=(meetings["farming"],)), verbatim=True)
    assert any("Inge van Dijk (CDA)" in note and "(2021-03-03)" in note for note in other.notes)
    dated = assistant.ask("Wat zei Beckers in het debat van 3 maart 2021 over huren?", verbatim=True)
    assert dated.reason == "not_present" and any("(2021-04-07)" in note for note in dated.notes)


def test_one_name_for_two_parties(several: Several) -> None:
    """El Idrissi speaks for D66 in one debate and for GroenLinks in another: the party that is asked about is the one that is quoted."""
    assistant, _ = several
    assert who(assistant.ask("Wat zegt El Idrissi van GroenLinks over het collegegeld?", verbatim=True)) == {"El Idrissi (GroenLinks)"}
    assert assistant.ask("Wat zegt El Idrissi van GroenLinks over de huren?", verbatim=True).status == "declined"
    both = assistant.ask("Wat zegt de heer El Idrissi over huren?", verbatim=True)
    assert who(both) == {"El Idrissi (D66)"} and "El Idrissi (GroenLinks)" in both.notes[0]


def test_a_flag_with_a_shared_name(several: Several) -> None:
    """--speaker with a name that several have is the user's to settle; with --party it is settled."""
    assistant, meetings = several
    where = Filter(meetings=(meetings["school"],), speakers=("van dijk",))
    with pytest.raises(UserError, match=r"Gijs van Dijk.*Inge van Dijk.*Jasper van Dijk"):
        assistant.ask("Wat is er gezegd over stages?", where, verbatim=True)
    found = assistant.ask("Wat is er gezegd over stages?", Filter(where.meetings, ("SP",), where.speakers), verbatim=True)
    assert who(found) == {"Jasper van Dijk (SP)"}
