"""Who is for something and who is against it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.assistant import Assistant
from rag.sides import side_asked
from tests.debates import over, printed

SAID = """

De heer Bakker (D66):
Voorzitter. D66 is voor een statiegeldregeling op blik, maar niet tegen elke prijs. Een heffing op plastic gaat ons te ver.

Mevrouw Postma (CDA):
Voorzitter. Het CDA is tegen een accijns op statiegeld. Een verbod op plastic bekers vinden wij goed. Daar zijn wij voor.

De heer Kuiper (SGP):
Voorzitter. De SGP is geen voorstander van een statiegeldregeling. De heer Bakker zegt dat hij voor een verbod op plastic bekers is.

De heer Smit (VVD):
Voorzitter. Ik wil weten wat een verbod op ballonnen kost. Ik ben het eens met de Kamer dat een verbod op ballonnen duur is.
Er is draagvlak voor een verbod op ballonnen. Een verbod op ballonnen moet niet te lang duren.

Mevrouw Winter (SP):
Voorzitter. Wie is er tegen statiegeldregeling en statiegeld? Is het CDA tegen een verbod op plastic bekers?

De voorzitter:
Dank. Ik sluit de vergadering.
"""


@pytest.fixture(scope="module")
def deposit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over one small debate in which sides are taken."""
    front = printed("school").partition("Aanwezig")[0].partition("\n\nDe voorzitter:")[0]
    with over(tmp_path_factory.mktemp("statiegeld"), f"{front}\n\nDe voorzitter:\nIk open het debat.{SAID}\nSluiting 12.00 uur.\n") as made:
        yield made


@pytest.mark.parametrize(
    ("question", "parties"),
    [
        ("Wie is voor een statiegeldregeling?", {"D66"}),
        ("Wie is tegen een statiegeldregeling?", {"SGP"}),
        ("Welke partijen zijn voor een statiegeldregeling op blik?", {"D66"}),
        ("Wie is tegen accijns op statiegeld?", {"CDA"}),
        ("Welke partijen zijn voor een verbod op plastic bekers?", {"CDA"}),
        ("Welke partijen zijn tegen een verbod op plastic bekers?", set()),
        ("Wie is voor accijns op statiegeld?", set()),
        ("Wie is tegen statiegeld?", set()),
        ("Welke partijen zijn tegen kernenergie?", set()),
        ("Wie is voor een verbod op ballonnen?", set()),
        ("Wie is tegen een verbod op ballonnen?", set()),
    ],
)
def test_only_those_who_say_so(question: str, parties: set[str], deposit: Assistant) -> None:
    """Only who takes that side about that subject in so many words; where nobody does it is declined, whoever speaks of it."""
    answer = deposit.ask(question, verbatim=True)
    assert {c.quote.turn.speaker.party for c in answer.citations} == parties
    assert answer.status == ("answered" if parties else "declined")


def test_what_asks_for_a_side() -> None:
    """Who is for or against; not whoever is in the chair, nor what somebody wants."""
    assert side_asked("Wie is er tegen het plan?") == "against" and side_asked("Which parties are in favour of the plan?") == "for"
    assert side_asked("Welke fracties steunen het plan?") == "for"
    assert side_asked("Wie is voorzitter?") is None and side_asked("Wat vindt de SP van het plan?") is None
