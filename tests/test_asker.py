"""What somebody asked, as an answer: all questions of a party or member, where the question names no subject."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.types import Language
from tests.debates import over, reading
from tests.test_replied import REPORT as MARKET

REPORT = f"""{MARKET.partition("De heer Blom (SP):")[0]}De heer Blom (SP):
Wie betaalt die weekmarkt volgens mevrouw Vos?

Mevrouw Vos (D66):
De gemeente. Vindt de SP dat soms te veel?

De heer Blom (SP):
Voorzitter. De SP vindt het staangeld te hoog, en dat zeggen wij al jaren in dit huis. Is de Minister bereid om het staangeld voor starters te verlagen?

Minister Peters:
Voorzitter. Dat zijn er 112. Over het staangeld gaan de gemeenten zelf.

De voorzitter:
Ik sluit de vergadering.

Sluiting 11.00 uur.
"""


market = reading(REPORT)  # an assistant over the market debate


WEEKLY, BOXES = (
    "Hoeveel weekmarkten zijn er sinds 2015 verdwenen?",
    "Kan de Minister zeggen wanneer de keuring van stroomkasten wordt aangescherpt?",
)
PAYS, FEE = "Wie betaalt die weekmarkt volgens mevrouw Vos?", "Is de Minister bereid om het staangeld voor starters te verlagen?"


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("Welke vragen stelde de SP?", "nl", [PAYS, FEE]),
        ("Wat vroeg de heer Blom in dit debat?", "nl", [PAYS, FEE]),
        ("Wat vroeg de SP aan de minister?", "nl", [FEE]),
        ("Welke vragen heeft de SP aan D66 gesteld?", "nl", [PAYS]),
        ("What did D66 ask?", "en", [WEEKLY, BOXES]),
        ("Wat vroeg D66 over de stroomkasten?", "nl", [BOXES]),
    ],
)
def test_the_questions_of_one_party(market: Assistant, question: str, language: Language, told: list[str]) -> None:
    """All that were put, to the government and with which one broke in on a member; of whom the question names only those; in spoken order."""
    answer = market.ask(question, verbatim=True, language=language)
    assert [" ".join(s.text.split()) for s in answer.statements] == told
    assert all(s.verdict == "supported" and s.citations for s in answer.statements)


@pytest.mark.parametrize("question", ["Welke vragen stelde het CDA?", "Welke vragen stelde de minister?"])
def test_who_asked_nothing_is_not_given_a_question(market: Assistant, question: str) -> None:
    """A party that was absent asked nothing, and whoever answers is not told to have asked."""
    answer = market.ask(question, verbatim=True)
    assert answer.status == "declined" or {c.quote.turn.speaker.name for c in answer.citations} == {"Peters"}


def test_the_questions_to_one_office(tmp_path: Path) -> None:
    """Of two members of the government the one who is asked about is meant: by name, else by who answered."""
    both = REPORT.replace(
        "Over het staangeld gaan de gemeenten zelf.",
        "Over het staangeld gaan de gemeenten zelf.\n\nStaatssecretaris Mol:\nVoorzitter. De keuring van stroomkasten wordt in mei aangescherpt.",
    ).replace("Kan de Minister zeggen wanneer", "Kan de Staatssecretaris zeggen wanneer")
    with over(tmp_path, both) as made:
        minister = [s.text for s in made.ask("Wat vroeg D66 aan de minister?", verbatim=True).statements]
        secretary = [s.text for s in made.ask("Wat vroeg D66 aan de staatssecretaris?", verbatim=True).statements]
    named = BOXES.replace("Minister", "Staatssecretaris")
    assert minister == [WEEKLY] and named in [" ".join(text.split()) for text in secretary]


def test_more_questions_than_an_answer_holds(tmp_path: Path) -> None:
    """Five are given, and how many there are in all is told."""
    many = " ".join(
        f"Hoeveel {thing} telt ons land?"
        for thing in ("marktkramen", "draaimolens", "kermissen", "botsauto's", "worstelaars", "reuzenraderen")
    )
    with over(tmp_path, REPORT.replace("Is de Minister bereid om", f"{many} Is de Minister bereid om")) as made:
        answer = made.ask("Welke vragen stelde de SP aan de minister?", verbatim=True)
    assert len(answer.statements) == 5 and "7 zulke vragen" in " ".join(answer.notes)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wie onderbrak mevrouw Vos?", "Blom (SP) onderbrak Vos (D66), in beurt "),
        ("Door wie werd D66 geïnterrumpeerd?", "Blom (SP) onderbrak Vos (D66), in beurt "),
        ("Wie werd door de heer Blom onderbroken?", "Blom (SP) onderbrak Vos (D66), in beurt "),
        ("Wie pleegde er een interruptie bij mevrouw Vos over de weekmarkt?", "Blom (SP) onderbrak Vos (D66), in beurt "),
        ("Who did the SP interrupt?", "Blom (SP) interrupted Vos (D66), in turn "),
        ("Wie onderbrak de SP?", ""),
        ("Wie onderbrak de minister?", ""),
        ("Wie werd door mevrouw Vos onderbroken?", ""),
        ("Wie onderbrak de keuring van stroomkasten?", ""),
        ("Wie betaalt volgens D66 de onderbreking van de stroom?", ""),
        ("Wie onderbrak de staatssecretaris?", ""),
    ],
)
def test_who_broke_in_on_whom(market: Assistant, question: str, told: str) -> None:
    """What the overview counts is the answer, with whom it was said to; where nobody broke in, none is made up, nor for what is no speech."""
    answer = market.ask(question, verbatim=True)
    assert [c.quote.text for c in answer.citations if c.quote.text == PAYS] == [PAYS] * bool(told)
    assert [n[: len(told)] for n in answer.notes if "onderbrak" in n or "interrupted" in n] == [told] * bool(told)
