"""Refusals as an answer, and what others say where the one who is asked about says nothing, on an own report."""

from __future__ import annotations

import pytest

from rag.assistant import Assistant
from rag.summarise.refusal import refuses
from tests.debates import reading

PORTS = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2023-2024
31 409 Zee- en binnenvaart
Nr. 455 VERSLAG VAN EEN COMMISSIEDEBAT
Vastgesteld 4 april 2024

De vaste commissie voor Infrastructuur en Waterstaat heeft op 14 maart 2024 overleg gevoerd met de heer Harms, Minister van Infrastructuur en Waterstaat, over binnenvaart.

Voorzitter: Postma
Griffier: Rijkers

Aanwezig zijn drie leden der Kamer, te weten: Postma, Veltman en Kops,
en de heer Harms, Minister van Infrastructuur en Waterstaat.

Aanvang 10.00 uur.

De voorzitter:
Ik open dit debat. Het woord is aan mevrouw Veltman van de VVD.

Mevrouw Veltman (VVD):
Voorzitter. De sluis bij Eefde is veel te smal. Is de Minister bereid een tweede kolk te bouwen? En krijgen schippers subsidie voor walstroom?

De voorzitter:
De heer Kops.

De heer Kops (PVV):
Voorzitter. De PVV wil dat de brugwachters terugkomen. Gaat de Minister de bediening op afstand stoppen? Wat doet de Minister als gemeenten weigeren om een laadkast te plaatsen?

De voorzitter:
Het woord is aan de Minister.

Minister Harms:
Mevrouw Veltman vroeg naar een tweede kolk bij Eefde. Die kolk ga ik niet bouwen, want er is geen geld voor. Subsidie voor walstroom komt er in 2025. De heer Kops vroeg of ik de bediening op afstand stop. Nee, dat doe ik niet: de bruggen blijven op afstand bediend. Als gemeenten weigeren om een laadkast te plaatsen, dan neem ik zelf het besluit. Over de afgewezen aanvragen van schippers beslist de rechter.

De voorzitter:
Ik sluit het debat.

Sluiting 11.00 uur.
"""


ports = reading(PORTS)
KOLK, BRIDGES = "Die kolk ga ik niet bouwen", "de bruggen blijven op afstand bediend"


@pytest.mark.parametrize(
    ("question", "held", "left"),
    [
        ("Wat heeft de minister geweigerd?", (KOLK, BRIDGES), ()),
        ("Wat zegde de minister niet toe?", (KOLK, BRIDGES), ()),
        ("Welke dingen heeft de minister geweigerd?", (KOLK, BRIDGES), ()),
        ("Waar zei de minister nee tegen?", (KOLK, BRIDGES), ()),
        ("Wat gaat de minister niet doen?", (KOLK, BRIDGES), ()),
        ("Welke wensen van de VVD zijn door minister Harms afgewezen?", (KOLK,), (BRIDGES,)),
        ("Welke wensen van de VVD wees de minister af?", (KOLK,), (BRIDGES,)),
        ("Wat heeft de minister geweigerd over de bediening op afstand?", (BRIDGES,), (KOLK,)),
        ("What did the minister refuse?", (KOLK, BRIDGES), ()),
    ],
)
def test_what_was_refused_is_told_from_the_page(ports: Assistant, question: str, held: tuple[str, ...], left: tuple[str, ...]) -> None:
    """What the government said no to, to whom and on what is asked; not what it promised."""
    told = " ".join(c.quote.text for c in ports.ask(question, verbatim=True).citations)
    assert all(one in told for one in held)
    assert not any(one in told for one in (*left, "komt er in 2025"))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Wat doet de minister als gemeenten weigeren om een laadkast te plaatsen?", "dan neem ik zelf het besluit"),
        ("Wat doet minister Harms met gemeenten die een laadkast weigeren?", "dan neem ik zelf het besluit"),
        ("Wat zegt de minister over afgewezen aanvragen van schippers?", "beslist de rechter"),
    ],
)
def test_what_others_refuse_is_no_refusal_of_the_government(ports: Assistant, question: str, held: str) -> None:
    """Who refuses must be whom the question asks about: else what is said of it is the answer."""
    assert held in " ".join(c.quote.text for c in ports.ask(question, verbatim=True).citations)


def test_what_was_not_refused_is_no_refusal(ports: Assistant) -> None:
    """Where nothing on the subject was refused, what was granted is no answer."""
    assert ports.ask("Wat heeft de minister geweigerd over walstroom?", verbatim=True).status == "declined"


def test_that_others_speak_of_it_is_told(ports: Assistant) -> None:
    """A party that says nothing on what others speak of is not told that the record holds nothing on it; where nobody does, it is."""
    silent = ports.ask("Wat vindt de PVV van walstroom?", verbatim=True)
    assert (silent.status, silent.reason) == ("declined", "no_evidence")
    assert any("Bij PVV" in note and "Veltman (VVD)" in note for note in silent.notes)
    assert ports.ask("Wat vindt de PVV van de nieuwe vaarbelasting?", verbatim=True).status == "declined"
    unsaid = ports.ask("Wat vindt de PVV van kernenergie?", verbatim=True)
    assert (unsaid.status, unsaid.reason) == ("declined", "off_topic")
    assert not any("gesproken" in note for note in unsaid.notes)


@pytest.mark.parametrize(
    ("said", "no"),
    [
        ("Een lijst per gemeente kan ik niet leveren.", True),
        ("Voor een apart fonds zie ik geen aanleiding.", True),
        ("Het inkomenscriterium verruim ik niet, want daar is geen geld voor.", True),
        ("De cijfers kan ik nu niet leveren.", False),
        ("Een lijst per gemeente kan ik niet leveren, want die is er niet.", True),
        ("Een brief kan ik niet sturen voor vrijdag, maar wel volgende week.", False),
        ("Een overzicht kan ik niet maken zonder de gemeenten.", False),
        ("Ik deel de zorg van mevrouw Vos niet.", False),
        ("Ik streef naar 1 januari, maar ik leg me daar niet op vast.", False),
        ("Ik zie geen aanleiding voor zorgen.", False),
        # what happens to a rule, and what does not happen anyway
        ("Deelname aan de cursus wordt niet verplicht.", True),
        ("De termijn wordt dus niet verlengd, want dat kost te veel.", True),
        ("Er wordt geen uitzondering gemaakt voor kleine winkels.", True),
        ("De regels worden niet aangepast door de gemeenten.", False),
        ("De cijfers worden niet bijgehouden.", False),
        ("Het wordt niet makkelijker.", False),
        # in other words than "niet"
        ("Een landelijk verbod is voor mij een brug te ver.", True),
        ("Elk kwartaal is me te gortig.", True),
        ("Daar voel ik weinig voor.", True),
        ("Daar wil ik niet aan.", True),
        ("Daar wil ik niet aan voorbijgaan.", False),
        # what nobody can promise, and what would be wrong to say
        ("Of dat per direct lukt, kan ik niet beloven.", False),
        ("Dat weet ik niet en ik wil u geen verkeerd getal geven.", False),
        ("Ik beloof alleen geen uitkomst.", False),
        # the same words without a no, of another, or to set at ease
        ("Een verbod gaat mij echt te ver.", True),
        ("Een verbod gaat mij niet te ver.", False),
        ("Het is mij bekend dat sommige kinderen te ver van een zwembad wonen.", False),
        ("Het zwembad ligt volgens mij voor veel kinderen te ver weg.", False),
        ("Voor veel gemeenten is dat een brug te ver.", False),
        ("Een wettelijke norm is geen brug te ver.", False),
        ("Ik voel hier weinig voor.", True),
        ("De sector voelt daar niets voor, maar ik zie dat anders.", False),
        ("Er wordt niet uitgebreid op ingegaan.", False),
        ("De meldplicht wordt niet uitgebreid.", True),
        ("De subsidie wordt niet verlaagd.", False),
        ("De huren worden niet verhoogd.", False),
        ("De leeftijdsgrens wordt niet verlaagd.", True),
        ("De belasting wordt niet aangepast, zei de heer De Vries.", False),
        ("Er wordt geen uitzondering gemaakt door de inspectie.", False),
        ("Ik geef daar alleen geen geld aan.", True),
        ("Dat ik een fonds opricht, kan ik u niet beloven.", True),
    ],
)
def test_a_no_to_a_request_is_a_refusal_and_another_view_is_none(said: str, no: bool) -> None:
    """Whoever does not share a worry, or commits to no date, refuses nothing; a list that is not given is refused, a figure not known is not."""
    assert refuses(said, "nl") == no
