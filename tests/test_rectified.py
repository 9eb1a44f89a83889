"""A figure that its speaker set right: no answer shows the wrong one alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.ledgers import asked_in
from rag.questions.line import shown_answer
from rag.rectified import rectified, whole
from rag.types import Quote, Speaker, Turn
from tests.debates import over, reported

HELD = "De commissie heeft op 12 maart 2024 overleg gevoerd over vuurtorens."
SAID = """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. Hoeveel vuurtorens zijn er vorig jaar geschilderd?

De voorzitter:
De minister.

Minister Peters:
Er zijn vorig jaar 31 vuurtorens geschilderd.

De heer Kok (SP):
Ik noemde 31 vuurtorens. Dat moeten er 30 zijn.

Minister Peters:
{later}
"""


@pytest.mark.parametrize(
    ("later", "right"),
    [
        (
            "Voorzitter. Ik noemde 31 vuurtorens. Ik heb me vergist: het zijn er 13.",
            "Ik noemde 31 vuurtorens. Ik heb me vergist: het zijn er 13.",
        ),
        ("Een rectificatie. Ik zei 31, maar dat moeten er 13 zijn.", "Ik zei 31, maar dat moeten er 13 zijn."),
        ("Ik noemde 31 vuurtorens. Dat is geen fout.", ""),
    ],
)
def test_the_right_figure_stands_beside_the_one_that_was_set_right(tmp_path: Path, later: str, right: str) -> None:
    """In an answer, in the ledger and on the page; another member who names the same figure sets nothing right."""
    with over(tmp_path, reported(HELD, SAID.format(later=later))) as made:
        told = [s.text for s in made.ask("Hoeveel vuurtorens zijn er vorig jaar geschilderd?", verbatim=True).statements]
        (question,) = asked_in(made.index.shelf, made.meetings()[0][0])
    first = "Er zijn vorig jaar 31 vuurtorens geschilderd."
    assert told[:1] == [first] and (right in told if right else not any("noemde" in one for one in told))
    assert [q.text for q in shown_answer(question)] == [first, *([right] if right else [])]


PETERS = Speaker("Peters", None, "government")
FIRST = Turn("m", 1, PETERS, "", "Er zijn in 2023 31 vuurtorens geschilderd.")


def right_of(later: str) -> list[str]:
    """What sets a figure of the first turn right."""
    turns = (FIRST, Turn("m", 3, PETERS, "", later))
    return [quote.text for _, quote in rectified(turns, [Quote(FIRST, 0, len(FIRST.text))])]


@pytest.mark.parametrize(
    "later",
    [
        "Ik zei net dat 31 gemeenten meedoen. Dat was een vergissing, het zijn er 28.",  # something else with the same figure
        "Ik noemde 31 euro als kaartprijs. Dat is fout: het is 34 euro.",
        "Ik zei dat artikel 31 van de wet geldt, maar ik bedoel artikel 13.",
        "Ik noemde 31 schepen. Ik vergiste me: het zijn er 12.",
        "Ik noemde 2023 als startjaar van de proef. Dat moet 2024 zijn.",
        "Ik noemde 31 vuurtorens. Dat was geen vergissing, ook al zegt de heer Kok 30.",  # it was right
        "Ik noemde 31 vuurtorens en dat is niet onjuist; de heer Kok noemde er 30.",
        "De heer Kok vergist zich. Ik noemde 31 vuurtorens, hij noemt er 30.",
        "Ik zei 31 vuurtorens, niet 30 zoals de heer Kok het verkeerd verstond. Daarmee bedoel ik de hele kust.",
        "Ik had het over 31 vuurtorens. In 2026 moeten dat er 40 zijn.",  # nothing is taken back
        "Ik zei 31 vuurtorens, en dat moet genoeg zijn tot 2030.",
        "Ik noemde 31 vuurtorens. Daarvan liggen er 4 op een eiland.",
        "Ik noemde 31 vuurtorens. Die fout op de gevel, daar gaan 4 schilders naar kijken.",
        "Ik noemde 31 vuurtorens. Wat ik bedoel is dat 12 daarvan nog een tweede laag krijgen.",
        "Ik noemde 31 vuurtorens. Dat is 4 meer dan de heer Kok zei.",
        "Ik noemde 31 vuurtorens. Dat was 12 jaar geleden al zo, en dat klopt niet met wat de heer Kok zei.",
        "De heer Kok vergist zich: ik noemde 31 vuurtorens, dat is 4 meer dan hij zei.",
        "Ik noemde 31 vuurtorens; dat waren er 12 meer dan in 2019.",
        "Ik noemde 31 vuurtorens; dat waren er vorig jaar nog 28.",
        "Ik noemde 31 vuurtorens. In 1950, dat waren er 60.",
    ],
)
def test_what_takes_no_figure_back_sets_none_right(later: str) -> None:
    """Another thing of which there are as many, a figure that is said to be right, and figures beside it."""
    assert right_of(later) == []


@pytest.mark.parametrize(
    "later",
    [
        "Ik heb daarstraks 31 vuurtorens genoemd. Dat klopt niet, het zijn er 13.",
        "Ik zei 31 vuurtorens, maar dat klopt niet: het zijn er 13.",
        "Ik noemde in eerste termijn 31 vuurtorens. Dat hadden er 13 moeten zijn.",
        "Ik sprak over 31 vuurtorens, maar ik bedoelde 13.",
        "Ik noemde 31; die cijfers heb ik omgedraaid. Het is 13.",
        "Ik noemde 31 vuurtorens. Dat is fout: er zijn er 13.",
        "Ik corrigeer mijzelf: ik noemde 31 vuurtorens, maar er zijn er 13.",
        "Een correctie: ik noemde 31 vuurtorens. Het juiste getal is 13.",
        "Correctie op mijn antwoord: ik noemde 31 vuurtorens, dat is 13.",
        "Ik noemde zojuist 31 vuurtorens; dat waren er 13, hoor ik.",
    ],
)
def test_a_figure_is_taken_back_in_many_ways(later: str) -> None:
    """With a word for the mistake, or with what it must be."""
    assert right_of(later) == [later]


@pytest.mark.parametrize(
    ("chair", "again", "right"),
    [
        ("U bedoelt 13.", "Zeker, 13. Dan de kade.", ["U bedoelt 13.", "Zeker, 13."]),
        ("Ik denk dat het er 13 zijn.", "Ja, 13.", ["Ik denk dat het er 13 zijn.", "Ja, 13."]),
        ("Bedoelt u niet 13?", "Excuus: 13 vuurtorens.", ["Bedoelt u niet 13?", "Excuus: 13 vuurtorens."]),
        ("U heeft nog 2 minuten.", "2 minuten, dank.", []),  # no figure of the speaker's is put right
        ("Heeft u nog 3 punten?", "Nog 3, voorzitter.", []),
        ("Gaat u verder met de motie op stuk nr. 46.", "Nr. 46 is ontijdig.", []),
        ("De motie op stuk nr. 45 is ontraden. Dan 46.", "De motie 46 dan.", []),
        ("U bedoelt 13.", "Nee, ik bedoel wat ik zei.", []),
        ("Het zijn er 31.", "Ja, 31.", []),
        ("Dank u wel.", "Ik sprak ook nog over 13 bruggen.", []),
        ("De heer Kok, 13 seconden.", "In 13 seconden dan.", []),
        (
            "U bedoelt 13.",
            "Ik heb het over het aantal torens dat nog geschilderd moet worden, en daar horen die 13 van de kade niet bij.",
            [],
        ),
    ],
)
def test_the_chair_puts_a_figure_right_and_its_speaker_says_so(chair: str, again: str, right: list[str]) -> None:
    """In the next turn, and in the speaker's first words after it; another figure of the chair's is none of his."""
    turns = (FIRST, Turn("m", 2, Speaker("De voorzitter", None, "chair"), "", chair), Turn("m", 3, PETERS, "", again))
    assert [quote.text for _, quote in rectified(turns, [Quote(FIRST, 0, len(FIRST.text))])] == right


def test_who_takes_a_figure_back_is_not_quoted_without_the_right_one() -> None:
    """Of "Ik noemde elf schepen. Dat moeten er zeventien zijn." the first sentence never stands alone; another sentence does."""
    turn = Turn("m", 3, PETERS, "", "Voorzitter, dank. Ik noemde elf schepen. Dat moeten er zeventien zijn. De brug gaat open.")
    named, opens = turn.text.index("Ik noemde"), turn.text.index("De brug")
    assert whole(Quote(turn, named, named + 22)).text == "Ik noemde elf schepen. Dat moeten er zeventien zijn."
    assert whole(Quote(turn, opens, len(turn.text))).text == "De brug gaat open."


def test_an_amount_that_is_said_of_it_elsewhere_is_not_said_to_be_missing(tmp_path: Path) -> None:
    """What is asked is not answered, but the record does hold the amount: only of another amount it is told that it does not."""
    said = """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
D66 pleit voor een vaarverbod binnen 400 meter van elke vuurtoren.

De heer Kok (SP):
Wij willen een brug.

De voorzitter:
Een korte pauze.

De heer Kok (SP):
Ik ga verder over de brug.

De voorzitter:
De minister.

Minister Peters:
Voorzitter. Over het vaarverbod rond elke vuurtoren spreek ik de gemeenten in mei. Een vaarverbod vind ik geen goed idee.
"""
    with over(tmp_path, reported(HELD, said)) as made:
        of_it, other = (
            made.ask(f"Waarom wil de minister geen vaarverbod van {n} meter rond vuurtorens?", verbatim=True) for n in (400, 600)
        )
    assert not any("400" in note for note in of_it.notes) and any("600" in note for note in other.notes)


@pytest.mark.parametrize(
    ("speaker", "text", "told"),
    [
        (PETERS, "Haal Breskens van de lijst. Daar is niets.", "Haal Breskens van de lijst."),
        (
            Speaker("Bos", None, "chair"),
            "Minister Peters laat weten: haal Breskens uit het rijtje.",
            "Minister Peters laat weten: haal Breskens uit het rijtje.",
        ),
        (Speaker("Kok", "SP", "member"), "Haal Breskens van de lijst.", ""),
        (PETERS, "Haal Sluis van de lijst.", ""),
        (PETERS, "Breskens staat bovenaan de lijst.", ""),
    ],
)
def test_a_name_that_is_taken_off_a_list_is_told_with_it(speaker: Speaker, text: str, told: str) -> None:
    """By whoever gave the list, or by the chair who names them; another member takes nothing off it."""
    listed = Turn("m", 1, PETERS, "", "De kernen zijn Breskens en Hulst.")
    later = Turn("m", 2, speaker, "", text)
    right = [one.text for _, one in rectified([listed, later], [Quote(listed, 0, len(listed.text))])]
    assert right == ([told] if told else [])
