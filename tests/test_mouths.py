"""A question that takes for said what somebody else said."""

from __future__ import annotations

import pytest

from rag.assistant import Assistant
from tests.debates import opened, reading

SAID = """

De heer Bakker (D66):
Voorzitter. D66 wil een algeheel verbod op verenigingsbarren. De accijns op frisdrank moet omhoog.

Mevrouw Postma (CDA):
Voorzitter. Het CDA ziet de kantine als cement van de samenleving. De vrijwilligers hebben al genoeg regels. Mevrouw Winter zegt dat sportdrank
een vergif voor kleuters is.

Mevrouw Winter (SP):
Voorzitter. De SP vindt frisdrank slecht voor kinderen. Sportdrank is een vergif voor kleuters.

De voorzitter:
Dank. De controles op snoepautomaten beginnen volgend jaar. Ik sluit de vergadering.
"""


canteen = reading(opened(SAID))  # an assistant over one small debate


@pytest.mark.parametrize(
    ("question", "words", "who", "not_with"),
    [
        ("Waarom zei de SP dat vrijwilligers al genoeg regels hebben?", "De vrijwilligers hebben al genoeg regels.", "Postma (CDA)", "SP"),
        ("Waarom wil het CDA een algeheel verbod op verenigingsbarren?", "D66 wil een algeheel verbod op verenigingsbarren.", "Bakker (D66)", "CDA"),
        ("Klopt het dat Bakker sportdrank een vergif voor kleuters noemde?", "Sportdrank is een vergif voor kleuters.", "Winter (SP)", "Bakker"),
        ("Why did the SP say that vrijwilligers have enough regels?", "De vrijwilligers hebben al genoeg regels.", "Postma (CDA)", "SP"),
    ],
)  # fmt: skip
def test_it_is_told_who_did_say_it(question: str, words: str, who: str, not_with: str, canteen: Assistant) -> None:
    """The sentence itself, in the mouth of whoever said it and not of who tells it again, with a note that it was not found with whom the question names."""
    answer = canteen.ask(question, verbatim=True)
    assert [c.quote.text for c in answer.citations] == [words]
    assert any(who in note and not_with in note.partition(". ")[2] for note in answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "Waarom vindt de SP frisdrank slecht voor kinderen?",
        "Waarom wil D66 een verbod op verenigingsbarren?",
        "Wat zei de SP over regels voor vrijwilligers?",
        "Waarom zei de SP dat de controles op snoepautomaten volgend jaar beginnen?",
    ],
)
def test_what_they_did_say_stays_theirs(question: str, canteen: Assistant) -> None:
    """Where they said it themselves, where nothing is taken for said, or where only the chair said it, nobody else's words are given."""
    answer = canteen.ask(question, verbatim=True)
    assert not any("niet gevonden" in note for note in answer.notes)
    assert {c.quote.turn.speaker.party for c in answer.citations} <= {"SP", "D66"}
