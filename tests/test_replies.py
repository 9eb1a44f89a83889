"""Short replies and what is put off, from the report to the page and the answer: an own debate read as a stranger's would be."""

from __future__ import annotations

import pytest

from rag.assistant import Assistant
from rag.render.points import supported
from rag.render.sheet import sheet
from tests.debates import opened, reading

SAID = """

De heer Bakker (D66):
Voorzitter. D66 wil dat elke sluis in Friesland op tijd draait. Hoeveel sluizen zijn er dit jaar gestremd geweest?

De voorzitter:
Dank u. De Minister.

Minister Van Wijk:
De heer Bakker vroeg hoeveel sluizen gestremd waren. Zeventien.

De heer Bakker (D66):
Hoeveel sluiswachters gaan er in Harlingen werken?

Minister Van Wijk:
Ik begin met twaalf mensen. De lonen zijn een zaak van de bonden.

De heer Bakker (D66):
Wanneer gaat de brug bij Franeker weer open?

Minister Van Wijk:
In maart.

De heer Bakker (D66):
Worden de namen van de aannemers openbaar?

Minister Van Wijk:
Ik kan daar nu nog niets over zeggen. Ik kom daar na de zomer op terug.

De voorzitter:
Ik sluit de vergadering.
"""


locks = reading(opened(SAID))  # an assistant over one small debate with a minister of few words


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hoeveel sluizen zijn er gestremd geweest?", "Zeventien."),
        ("Hoeveel sluiswachters gaan er in Harlingen werken?", "Ik begin met twaalf mensen."),
        ("Wanneer gaat de brug bij Franeker open?", "In maart."),
        ("Worden de namen van de aannemers openbaar?", "Ik kan daar nu nog niets over zeggen. Ik kom daar na de zomer op terug."),
    ],
)
def test_ask_gives_the_reply(locks: Assistant, question: str, said: str) -> None:
    """However short, with the question told again where that stands before it; and all of what puts it off."""
    found = locks.ask(question, verbatim=True)
    assert " ".join(c.quote.text for c in found.citations).endswith(said)
    assert {c.quote.turn.speaker.name for c in found.citations} == {"Van Wijk"}


def test_the_page_shows_the_replies_and_what_is_put_off_with_its_date(locks: Assistant) -> None:
    """Nothing is "niet beantwoord", and what comes later is said to be no answer yet."""
    ((meeting, *_),) = locks.meetings()
    page = locks.summary(meeting.id, "D66", verbatim=True)
    lines = [
        "".join(run.text for run in i.lines[1] if run.kind != "note")
        for s in sheet(supported(page, "nl")).sections
        if s.key == "questions"
        for i in s.items
    ]
    assert sorted(lines) == sorted(
        [
            "→ Zeventien.",
            "→ Ik begin met twaalf mensen.",
            "→ In maart.",
            "→ Nog geen antwoord: Ik kan daar nu nog niets over zeggen. Ik kom daar na de zomer op terug.",
        ]
    )
