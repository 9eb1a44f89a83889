"""Who is for something and who is against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.sides import side_asked
from tests.debates import opened, over, reading

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


deposit = reading(opened(SAID))  # an assistant over one small debate in which sides are taken


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


@pytest.mark.parametrize(
    ("question", "sides", "about"),
    [
        ("Wie is er tegen het plan?", ("against",), "het plan"),
        ("Which parties are in favour of the plan?", ("for",), "the plan"),
        ("Welke fracties steunen het plan?", ("for",), "het plan"),
        ("Wie is voor en wie is tegen het plan?", ("for", "against"), "het plan"),
        ("Welke partijen zijn voor of tegen het plan?", ("for", "against"), "het plan"),
        ("Wie zijn er voor het plan en wie niet?", ("for", "against"), "het plan"),
        ("Who is for and who is against the plan?", ("for", "against"), "the plan"),
        ("Which parties oppose the plan?", ("against",), "the plan"),
        ("Welke partij wil dat er een plan komt?", ("for",), "een plan komt"),
        ("Wie wil geen plan?", ("against",), "plan"),
        ("Wie is er nog tegen het plan?", ("against",), "het plan"),
        ("Zijn er partijen die het plan afwijzen?", ("against",), "het plan"),
        ("Zijn er partijen die tegen het plan zijn?", ("against",), "het plan"),
        ("Is er iemand die het plan steunt?", ("for",), "het plan"),
        ("Zijn er leden tegen het plan?", ("against",), "het plan"),
        ("Welke fracties wijzen het plan af?", ("against",), "het plan"),
        ("Are there parties that oppose the plan?", ("against",), "the plan"),
    ],
)
def test_what_asks_for_a_side(question: str, sides: tuple[str, ...], about: str) -> None:
    """Who is for, against, either or both, or who wants it, in Dutch and in English; and of what."""
    sought = side_asked(question)
    assert sought is not None and (sought.sides, sought.about) == (sides, about)


def test_what_asks_for_no_side() -> None:
    """Not whoever is in the chair, nor what one party thinks."""
    asked = (
        "Wie is voorzitter?",
        "Wat vindt de SP van het plan?",
        "Zijn er partijen die het plan noemen?",
        "Zijn er voor de zomer cijfers?",
        "Zijn er leden voor wie dit geldt?",
        "Zijn er leden die voor de zomer vragen stelden?",
        "Welke leden voor de VVD spraken er?",
        "Wie kan boeren steunen?",
    )
    assert [side_asked(one) for one in asked] == [None] * len(asked)


BAN = """

De heer Bakker (D66):
Voorzitter. D66 wil een verbod op wegwerpvapes. Welke winkels worden er gecontroleerd?

Mevrouw Postma (CDA):
Voorzitter. Het CDA verzet zich tegen een landelijk verbod. De winkelier verdient er zijn brood mee.

De heer Kuiper (SGP):
Voorzitter. De SGP pleit al jaren voor een verbod. Invoering van een verbod op wegwerpvapes heeft haast. Daar zijn wij voor.

De heer Smit (VVD):
Voorzitter. Wegwerpvapes moeten niet verboden worden. {more}

Minister Van Wijk:
Voorzitter. Een verbod acht het kabinet niet aan de orde.

De voorzitter:
Dank. Ik sluit de vergadering.
"""


@pytest.mark.parametrize(
    ("question", "more", "parties"),
    [
        ("Wie is voor en wie is tegen een verbod op wegwerpvapes?", "", ["SGP", "D66", "VVD", "CDA", None]),
        ("Welke partijen zijn voor en welke zijn tegen een wegwerpvapeverbod?", "", ["SGP", "D66", "CDA"]),
        ("Welke partij wil dat er een verbod op wegwerpvapes komt?", "", ["SGP", "D66"]),
        ("Who supports a ban on wegwerpvapes?", "", ["SGP", "D66"]),
        ("Welke partijen zijn tegen een verbod op wegwerpvapes?", "Er is al een verbod op lachgas.", ["VVD"]),
    ],
)
def test_each_on_its_side(question: str, more: str, parties: list[str | None], tmp_path: Path) -> None:
    """All who take a side, those for it first, also by "het verbod" where the debate knows no other; the government only where not parties are asked for."""
    with over(tmp_path, opened(BAN.format(more=more))) as made:
        assert [c.quote.turn.speaker.party for c in made.ask(question, verbatim=True).citations] == parties


RENT = """

De heer Bakker (GroenLinks):
Voorzitter. GroenLinks zou graag zien dat er een huurbevriezing komt.

Mevrouw Postma (CDA):
Voorzitter. Van een huurbevriezing is het CDA geen voorstander.

De heer Kuiper (PvdD):
Voorzitter. Bevriezing van de huren steunt de Partij voor de Dieren van harte.

Minister Van Wijk:
Voorzitter. De huren bevriezen ga ik niet doen.

De voorzitter:
Dank. Ik sluit de vergadering.
"""


def test_wishes_refusals_and_a_compound_in_two_words(tmp_path: Path) -> None:
    """A wish is for it, "ga ik niet doen" is against it; a name with "voor" in it takes no side; "bevriezing van de huren" is a "huurbevriezing"."""
    with over(tmp_path, opened(RENT)) as made:
        answer = made.ask("Wie is voor en wie is tegen een huurbevriezing?", verbatim=True)
        parties = [c.quote.turn.speaker.party for c in answer.citations]
        assert set(parties[:2]) == {"GroenLinks", "PvdD"} and parties[2:] == ["CDA", None]


def test_a_compound_may_be_said_as_its_head_and_what_it_is_of(tmp_path: Path) -> None:
    """ "Een hogere prijs voor wie veel verbruikt" is the "waterprijs voor grootverbruikers" that is asked about."""
    said = "\n\nDe heer Bakker (VVD):\nVoorzitter. Wij zijn geen voorstander van een hogere prijs voor wie veel verbruikt.\n"
    other = "\nMevrouw Postma (CDA):\nVoorzitter. Wij zijn geen voorstander van een hogere prijs voor vlees.\n"
    with over(tmp_path, opened(said + other)) as made:
        answer = made.ask("Welke partij wil geen hogere waterprijs voor grootverbruikers?", verbatim=True)
        assert [c.quote.turn.speaker.party for c in answer.citations] == ["VVD"]


OFF = """

De heer Bakker (D66):
Voorzitter. D66 houdt vast aan de bekertoeslag. De bekertoeslag helpt tegen afval.

Mevrouw Postma (CDA):
Voorzitter. Wij willen van de bekertoeslag af. Daarom zeggen wij ook nee tegen een accijns op blik.

De voorzitter:
Dank. Ik sluit de vergadering.
"""

off = reading(opened(OFF))  # an assistant over one small debate in which somebody wants something to go


@pytest.mark.parametrize("question", ["Wie wil er van de bekertoeslag af?", "Wie is tegen een accijns op blik?"])
def test_who_wants_off_a_thing_is_against_it(question: str, off: Assistant) -> None:
    """ "Wij willen van X af" and "nee tegen X" are against X; who holds on to it is not quoted."""
    answer = off.ask(question, verbatim=True)
    assert {c.quote.turn.speaker.party for c in answer.citations} == {"CDA"}
