"""Questions to several debates at once, and names that more than one of those who spoke have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.errors import UserError
from rag.settings import load
from rag.types import Answer, Filter
from tests.debates import DEBATES, as_xml, printed


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, dict[str, str]]]:
    """An assistant over the debates of tests/debates.py, and the meeting of each."""
    made = Assistant(load(home=tmp_path_factory.mktemp("several")))
    kept = {name: made.ingest_bytes(printed(name).encode(), f"{name}.txt").meeting for name in DEBATES}
    yield made, kept | {"farming again": made.ingest_bytes(as_xml("farming").encode(), "farming.xml").meeting}
    made.close()


Several = tuple[Assistant, dict[str, str]]


def quoted(answer: Answer) -> list[str]:
    """The words an answer quotes, in order."""
    return [c.quote.text for c in answer.citations]


def who(answer: Answer) -> set[str]:
    """Whose words an answer quotes."""
    return {c.quote.turn.speaker.label for c in answer.citations}


def test_a_party_that_was_only_in_the_chair_took_part_and_did_not_speak(several: Several) -> None:
    """The farming debate as VLOS has it is chaired by Bosman of the VVD: the chair is not the chair's party, and the party is not absent."""
    assistant, meetings = several
    answer = assistant.ask("Wat vindt de VVD van stikstof?", Filter(meetings=(meetings["farming again"],)), verbatim=True)
    assert (answer.status, answer.reason) == ("declined", "present_silent")
    assert "Bosman was voorzitter. Wie voorzit, spreekt niet voor VVD." in answer.notes
    assert not any("nam geen deel" in note for note in answer.notes)


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
    declined = assistant.ask("Wat zei Van Dijk over het meldpunt voor kernenergie in Borssele?", where, verbatim=True)
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
    assert any("Inge van Dijk (CDA)" in note and "(3 maart 2021)" in note for note in other.notes)
    view = assistant.ask("Wat is het standpunt van Beckers over PAS-melders?", Filter(meetings=(meetings["farming"],)), verbatim=True)
    assert view.reason == "not_present"
    dated = assistant.ask("Wat zei Beckers in het debat van 3 maart 2021 over huren?", verbatim=True)
    assert dated.reason == "not_present" and any("(7 april 2021)" in note for note in dated.notes)


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


@pytest.mark.parametrize(
    "question",
    [
        "Wat vindt de SGP van PAS-melders?",
        "Hoeveel PAS-melders zijn er nog?",
        "Krijgen PAS-melders een vergunning?",
        "Wat heeft minister Wiersma toegezegd?",
    ],
)
def test_a_debate_in_two_files_is_quoted_once(several: Several, question: str) -> None:
    """As text and as XML it is one debate: every sentence once, from one report; each report may still be asked by itself."""
    assistant, meetings = several
    twice = {meetings["farming"], meetings["farming again"]}
    answer = assistant.ask(question, verbatim=True)
    assert answer.status == "answered" and len(quoted(answer)) == len(set(quoted(answer)))
    assert (
        len({c.quote.turn.meeting for c in answer.citations} & twice) == 1 and len({p.turn.meeting for p in answer.passages} & twice) == 1
    )
    for meeting in twice:
        assert {p.turn.meeting for p in assistant.ask(question, Filter(meetings=(meeting,)), verbatim=True).passages} == {meeting}


def test_two_debates_of_one_day_are_both_searched(tmp_path: Path) -> None:
    """The same people on the same day, as long: another subject is another debate."""
    made = Assistant(load(home=tmp_path))
    other = (
        printed("farming").replace("PAS-melders", "mestvergisters").replace("stikstof", "mest").replace("een vergunning", "geen subsidie")
    )
    other = other.replace("de natuur herstelt", "het water schoon wordt").replace("te goeder trouw meldden", "wel willen verduurzamen")
    other = other.replace("Handhaving is aan de provincies", "Brussel beslist over de derogatie").replace("legalisatie", "verplaatsing")
    try:
        made.ingest_bytes(printed("farming").encode(), "a.txt")
        kept = made.ingest_bytes(other.encode(), "b.txt").meeting
        answer = made.ask("Wat vindt de SGP van mestvergisters?", verbatim=True)
        assert {c.quote.turn.meeting for c in answer.citations} == {kept}
    finally:
        made.close()


def test_promises_without_a_subject(several: Several) -> None:
    """ "Wat heeft minister X toegezegd?" is answered by the commitments of every debate in which X speaks, and by nothing else."""
    assistant, meetings = several
    answer = assistant.ask("Wat heeft minister Wiersma toegezegd?", verbatim=True)
    assert who(answer) == {"Minister Wiersma"} and all("zeg toe" in text for text in quoted(answer)) and len(quoted(answer)) == 2
    assert who(assistant.ask("Welke toezeggingen heeft minister De Vries gedaan?", verbatim=True)) == {"Minister De Vries"}
    nobody = assistant.ask("Wat is er toegezegd?", Filter(meetings=(meetings["votes"],)), verbatim=True)
    assert (nobody.status, nobody.reason) == ("declined", "no_evidence")


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Is de motie over stuk nr. 27 aangenomen?", "is aangenomen"),
        ("Is de motie op stuk nr. 28 aangenomen?", "is verworpen"),
        ("Is de motie-Beckers aangenomen?", "is aangenomen"),
        ("Is de motie-El Idrissi aangenomen?", "is verworpen"),
        ("Is de motie van de heer El Idrissi verworpen?", "is verworpen"),
    ],
)
def test_what_became_of_a_motion(several: Several, question: str, outcome: str) -> None:
    """The chair's words on that very motion, with the sentence that names it; what the government advised on it is no outcome."""
    assistant, _ = several
    answer = assistant.ask(question, verbatim=True)
    assert who(answer) == {"Bosman (voorzitter)"} and len(quoted(answer)) == 1
    assert quoted(answer)[0].startswith("In stemming komt") and quoted(answer)[0].rstrip(".").endswith(outcome.removeprefix("is ")), quoted(
        answer
    )


@pytest.mark.parametrize(
    "question",
    ["Is de motie op stuk nr. 29 aangenomen?", "Is de motie-De Groot aangenomen?", "Wat vindt de minister van de motie op stuk nr. 31?"],
)
def test_another_motion_is_no_answer(several: Several, question: str) -> None:
    """Nothing is said of that number or of a motion of that member."""
    assert several[0].ask(question, verbatim=True).status == "declined"


def test_advice_on_a_motion(several: Several) -> None:
    """What the government thinks of the one is not answered with what it thinks of the other."""
    answer = several[0].ask("Wat vindt de minister van de motie op stuk nr. 27?", verbatim=True)
    assert [("ontraad" in text, "nr. 28" in text) for text in quoted(answer)] == [(True, False)]


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Wat zegt de minister over PAS-melders in Zeeland?", "declined"),
        ("Hoeveel vergunningen geeft Gedeputeerde Staten van Overijssel aan PAS-melders?", "declined"),
        ("Hoeveel PAS-melders zijn er nog?", "answered"),
    ],
)
def test_a_name_that_nobody_named(several: Several, question: str, status: str) -> None:
    """What is asked about a place or body that stands nowhere in the record is not answered by what is said of another."""
    assistant, meetings = several
    assert assistant.ask(question, Filter(meetings=(meetings["farming"],)), verbatim=True).status == status


def test_an_abbreviation_is_no_word(several: Several) -> None:
    """ "PAS" is not found where only "pas" is said, nor a subject of one debate in another that shares the general words."""
    assistant, meetings = several
    for name in ("school", "housing"):
        assert assistant.ask("Wat gebeurt er met de PAS-melders?", Filter(meetings=(meetings[name],)), verbatim=True).status == "declined"
