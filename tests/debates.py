"""Four small debates of three committees, with names in common: what is asked of several debates at once is tried on these."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest

from rag.assistant import Assistant
from rag.settings import load
from rag.text import spelled
from tests.test_read_xml import VLOS
from tests.test_read_xml import turn as xml_turn

Said = tuple[tuple[str, str], ...]

SCHOOL: Said = (
    ("De voorzitter", "Goedemorgen. Ik open dit commissiedebat over stages en geef het woord aan mevrouw Inge van Dijk."),
    (
        "Mevrouw Inge van Dijk (CDA)",
        "Voorzitter. Het CDA vindt dat kleine bedrijven meer begeleiding moeten krijgen bij stages. Wij willen dat leerbedrijven voor elke "
        "stagiair subsidie kunnen aanvragen. Is de minister daartoe bereid?",
    ),
    (
        "De heer Jasper van Dijk (SP)",
        "Voorzitter. De SP wil dat elke stagiair een stagevergoeding krijgt. Stagediscriminatie moet hard worden aangepakt. Wanneer komt "
        "de minister met een meldpunt voor stagediscriminatie?",
    ),
    (
        "De heer Gijs van Dijk (PvdA)",
        "Voorzitter. De PvdA vindt een wettelijke stagevergoeding nodig, want gratis arbeid is geen onderwijs. Leerbedrijven die "
        "discrimineren moeten hun erkenning verliezen.",
    ),
    ("De heer El Idrissi (GroenLinks)", "Voorzitter. GroenLinks vindt dat het collegegeld voor hbo-studenten omlaag moet."),
    (
        "Minister Wiersma",
        "Voorzitter. Ik zeg toe dat ik de Kamer voor de zomer een brief stuur over het meldpunt stagediscriminatie. Een wettelijke "
        "stagevergoeding vind ik een stap te ver.",
    ),
    ("De voorzitter", "Ik dank de minister en sluit de vergadering."),
)
FARMING: Said = (
    ("De voorzitter", "Ik open het debat over stikstof en geef het woord aan de heer Van Dijk."),
    (
        "De heer Van Dijk (SGP)",
        "Voorzitter. De SGP vindt dat PAS-melders nu echt een vergunning moeten krijgen. Boeren die te goeder trouw meldden, mogen niet "
        "worden beboet.",
    ),
    (
        "Mevrouw De Groot (D66)",
        "Voorzitter. D66 wil dat eerst de natuur herstelt. Zonder minder uitstoot komt er geen ruimte voor vergunningen. Hoeveel PAS-melders "
        "zijn er nog?",
    ),
    (
        "Minister Wiersma",
        "Voorzitter. Er zijn nog 2.500 PAS-melders zonder vergunning. Ik zeg toe dat ik de Kamer in september informeer over de legalisatie "
        "van de PAS-melders. Handhaving is aan de provincies.",
    ),
    ("De voorzitter", "Dank. Ik sluit de vergadering."),
)
HOUSING: Said = (
    ("De voorzitter", "Ik open het debat over de woningmarkt. Het woord is aan de heer El Idrissi."),
    (
        "De heer El Idrissi (D66)",
        "Voorzitter. D66 vindt dat corporaties de huren moeten bevriezen. Leegstand in kantoren moet worden aangepakt met een leegstandsheffing.",
    ),
    (
        "Mevrouw Beckers (VVD)",
        "Voorzitter. De VVD wil dat er sneller wordt gebouwd. Een huurbevriezing jaagt beleggers weg, zo zei Van Dijk al eerder.",
    ),
    (
        "Minister De Vries",
        "Voorzitter. Ik ga in gesprek met de corporaties over de huren. De motie op stuk nr. 27 van mevrouw Beckers ontraad ik. De motie op "
        "stuk nr. 28 van de heer El Idrissi geef ik oordeel Kamer.",
    ),
    ("De voorzitter", "Over de moties wordt dinsdag gestemd. Ik sluit de vergadering."),
)
VOTES: Said = (
    ("De voorzitter", "Ik open de stemmingen over de moties ingediend bij het debat over de woningmarkt."),
    (
        "De voorzitter",
        "In stemming komt de motie-Beckers (32847, nr. 27). Ik constateer dat deze motie met algemene stemmen is aangenomen. In stemming komt "
        "de motie-El Idrissi (32847, nr. 28). Ik constateer dat deze motie is verworpen.",
    ),
    ("Mevrouw Beckers (VVD)", "Voorzitter. Graag een brief van het kabinet over de uitvoering van mijn motie."),
    ("De voorzitter", "Ik sluit de stemmingen."),
)
DEBATES = {
    "school": ("Onderwijs, Cultuur en Wetenschap", "stages in het mbo", date(2021, 3, 3), SCHOOL),
    "farming": ("Landbouw, Natuur en Voedselkwaliteit", "stikstof", date(2025, 6, 11), FARMING),
    "housing": ("Binnenlandse Zaken", "de woningmarkt", date(2021, 4, 7), HOUSING),
    "votes": ("Binnenlandse Zaken", "stemmingen", date(2021, 4, 13), VOTES),
}


@contextmanager
def over(home: Path, *reports: str) -> Iterator[Assistant]:
    """An assistant over reports in text form, closed afterwards."""
    with closing(Assistant(load(home=home))) as made:
        for number, report in enumerate(reports, 1):
            made.ingest_bytes(report.encode(), f"{number}.txt")
        yield made


def reading(*reports: str) -> Any:
    """A fixture of a module: an assistant over reports in text form."""

    @pytest.fixture(scope="module")
    def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
        with over(tmp_path_factory.mktemp("home"), *reports) as assistant:
            yield assistant

    return made


def printed(name: str) -> str:
    """A debate as the text of its report."""
    committee, subject, day, said = DEBATES[name]
    held = f"De vaste commissie voor {committee} heeft op {spelled(day)}\noverleg gevoerd over {subject}."
    return reported(held, "\n\n".join(f"{heading}:\n{text}" for heading, text in said) + "\n")


def reported(held: str, said: str, chair: str = "Bosman") -> str:
    """The report of a debate, from the sentence that tells of the meeting and what was said in it."""
    what = "Van dit overleg brengt de commissie bijgaand geredigeerd woordelijk verslag uit."
    return f"{held}\n\n{what}\n\nVoorzitter: {chair}\nGriffier: Smit\n\nAanvang 10.00 uur.\n\n{said}\nSluiting 12.00 uur.\n"


def opened(said: str) -> str:
    """A report of a debate in which this is said, after the chair has opened it."""
    front = printed("school").partition("\n\nDe voorzitter:")[0]
    return f"{front}\n\nDe voorzitter:\nIk open het debat.{said}\nSluiting 12.00 uur.\n"


def as_xml(name: str) -> str:
    """The same debate as VLOS writes it."""
    committee, subject, day, said = DEBATES[name]
    turns = "".join(_xml(heading, text) for heading, text in said)
    made = VLOS.format(status="Gecorrigeerd", turns=turns)
    return made.replace("Water &amp; wind", escape(f"{committee}: {subject}")).replace("2025-07-02", day.isoformat()).replace("abc-1", name)


def _xml(heading: str, text: str) -> str:
    name, _, party = heading.rstrip(")").partition(" (")
    title, _, name = name.replace("De heer", "Heer").partition(" ")
    chair = "true" if heading == "De voorzitter" else "false"
    government = title == "Minister"
    return xml_turn(
        naam="Bosman" if chair == "true" else name,
        fractie=party or ("VVD" if chair == "true" else None),
        kop=escape(f"{heading}:"),
        tekst=escape(text),
        chair=chair,
        soort="Bewindspersoon" if government else "Tweede Kamerlid",
        functie="minister" if government else "lid Tweede Kamer",
    )
