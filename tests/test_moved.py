"""Motions: what a motion asks and what became of it, joined by number, mover and subject, and never by guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.motions import announced, final, joined, to_come
from rag.settings import load
from rag.types import Answer, Language, Speaker, Turn
from tests.debates import over, reading, reported


def moving(asks: str, by: str, number: int | None) -> str:
    """A motion as a member reads it out, with the chair's notice after it."""
    notice = f"\n\nDe voorzitter:\nDeze motie is voorgesteld door {by}.\nZij krijgt nr. {number} (29984)." if number else ""
    return f"De Kamer,\ngehoord de beraadslaging,\n{asks},\nen gaat over tot de orde van de dag.{notice}"


REPORT = reported(
    "De vaste commissie voor Infrastructuur en Waterstaat heeft op 12 maart 2024 overleg gevoerd over spoor.",
    f"""De voorzitter:
Ik open het overleg over spoor en geef het woord aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. Ik begin met de moties.
{moving("constaterende dat perrons te laag zijn; verzoekt de regering alle perrons voor 2030 rolstoeltoegankelijk te maken", "de leden Vos en Blom", 34)}

{moving("verzoekt de regering nachttreinen naar Berlijn te laten rijden", "het lid Vos", 35)}

De heer Blom (SP):
Voorzitter. De SP wil goedkope kaartjes.
{moving("verzoekt de regering treinkaartjes voor studenten gratis te maken", "het lid Blom", 36)}

{moving("spreekt uit dat stiltecoupés ook in de spits stil horen te zijn", "het lid Blom", 37)}

Minister Peters:
Voorzitter. De motie op stuk nr. 34 kan ik oordeel Kamer geven. Dan de motie op stuk nr. 35. ProRail heeft er geen ruimte voor in de
dienstregeling. Om die reden moet ik die ontraden.

Mevrouw Vos (D66):
Dat vind ik jammer. Wat gebeurt er met de motie op stuk nr. 34?

Minister Peters:
Die blijft oordeel Kamer. De motie-Blom over gratis kaartjes is ongedekt, dus die ontraad ik. Dan heb ik nog een vraag van de heer Blom over
wissels. Dat plan moet ik ontraden.

De voorzitter:
Ik sluit de vergadering.
""",
)


rail = reading(REPORT)  # an assistant over the rail debate


def told(answer: Answer) -> list[tuple[str, str]]:
    """Who is quoted, and the words."""
    return [(c.quote.turn.speaker.name, " ".join(c.quote.text.split())) for c in answer.citations]


def test_a_verdict_is_joined_by_number_or_mover_and_a_question_after_it_is_not(rail: Assistant) -> None:
    """34 and 35 by number, 36 by its mover and subject; "dat plan" is no motion, and 37 has no verdict."""
    meeting = rail.index.shelf.meetings()[0].id
    found = joined(rail.index.shelf.turns(meeting), rail.index.shelf.motions(meeting))
    assert {m.motion.number: [v.kind for v in final(m)] for m in found} == {
        "34": ["chamber"],
        "35": ["against"],
        "36": ["against"],
        "37": [],
    }
    assert {m.motion.number: m.movers for m in found}["34"] == ("Vos", "Blom")
    assert all("plan" not in v.quote.text for m in found for v in final(m))


@pytest.mark.parametrize(
    ("question", "speakers", "words"),
    [
        ("Wat vindt de minister van de motie over nachttreinen?", ["Peters", "Vos"], ["Om die reden moet ik die ontraden.", "Berlijn"]),
        ("Krijgt de motie van mevrouw Vos over perrons oordeel Kamer?", ["Peters", "Vos"], ["oordeel Kamer", "perrons"]),
        ("Wat gebeurt er met het voorstel van D66 over nachttreinen?", ["Peters", "Vos"], ["ontraden", "Berlijn"]),
        ("Welke moties heeft de heer Blom mee ingediend?", ["Blom", "Blom"], ["gratis", "stiltecoupés"]),
        (
            "Waarom ontraadt minister Peters de motie over gratis kaartjes voor studenten?",
            ["Peters", "Blom"],
            ["gratis kaartjes is ongedekt, dus die ontraad ik.", "studenten gratis"],
        ),
        ("Wat vraagt de motie op stuk nr. 35?", ["Vos"], ["Berlijn"]),
        ("Welke moties diende de heer Blom in?", ["Blom", "Blom"], ["gratis", "stiltecoupés"]),
        ("Wie diende een motie in over nachttreinen?", ["Vos"], ["Berlijn"]),
        ("Wat zei de minister over nachttreinen?", ["Peters", "Vos"], ["ontraden", "Berlijn"]),
        ("Wat vindt de SP van stiltecoupés?", ["Blom"], ["spreekt uit dat stiltecoupés"]),
        ("Waar gaan de moties van de heer Blom over?", ["Blom", "Blom"], ["gratis", "stiltecoupés"]),
        ("Welke motie over nachttreinen diende mevrouw Vos in en wat vond de minister ervan?", ["Peters", "Vos"], ["ontraden", "Berlijn"]),
        ("Welke motie diende D66 in over nachttreinen en wat zei de minister daarover?", ["Peters", "Vos"], ["ontraden", "Berlijn"]),
        ("Welke moties zijn ontraden?", ["Vos", "Peters", "Blom", "Peters"], ["Berlijn", "ontraden", "gratis", "ontraad"]),
    ],
)
def test_a_motion_is_answered_in_the_right_mouth(rail: Assistant, question: str, speakers: list[str], words: list[str]) -> None:
    """What it asks is the member's, the verdict the government's; each holds the words of the motion that is meant."""
    found = told(rail.ask(question, verbatim=True))
    assert [name for name, _ in found] == speakers
    assert all(part in text for part, (_, text) in zip(words, found, strict=True))
    assert not any("orde van de dag" in text for _, text in found)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Welke moties zijn er aangekondigd?", ["Vos", "Blom"]),
        ("Wie kondigde een motie aan?", ["Vos", "Blom"]),
        ("Heeft de SP een motie aangekondigd?", ["Blom"]),
        ("Is er een motie aangekondigd over nachttreinen?", ["Vos"]),
        ("Is er een motie aangekondigd over fietsparkeren?", []),
        ("Which motions were announced?", ["Vos", "Blom"]),
        ("Welke moties kondigt de SP aan?", ["Blom"]),
        ("Welke moties hebben de Kamerleden aangekondigd?", ["Vos", "Blom"]),
        ("Welke moties kondigde de minister aan?", []),
    ],
)
def test_what_was_announced_is_told_where_nothing_was_moved(tmp_path: Path, question: str, who: list[str]) -> None:
    """In a debate of a committee no motion is moved: who says that one will come is quoted, with its subject, and nobody else."""
    said = """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. De nachttreinen naar Berlijn moeten blijven rijden. Daarover ben ik van plan een motie in te dienen. Wij zullen tegen de motie stemmen die de SP wil
indienen. Ik ga de motie over kaartjes niet indienen. Ik ga ervan uit dat zij met een motie komen.

De heer Blom (SP):
Wij dienden vorig jaar al een motie in over goedkope kaartjes. Als de minister die niet uitvoert, overweeg ik er opnieuw een motie over. Dat ik geen motie over
fietsparkeren wil indienen, is duidelijk.

Minister Peters:
Voorzitter. Ik zal de moties afwachten. In mei is de dienstregeling aangekondigd.
"""
    with over(
        tmp_path, reported("De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over spoor.", said)
    ) as made:
        answer = made.ask(question, verbatim=True)
    assert [name for name, _ in told(answer)] == who
    assert "nachttreinen" in told(answer)[0][1] if "Vos" in who else True


QUAYS = reported(
    "De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over havens.",
    """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. De aanvraag voor de kade in Delfzijl is in mei ingediend. Ik overweeg een motie over walstroom in te dienen.

Minister Peters:
Voorzitter. De vergunning voor de kade is nog niet ingediend. Walstroom kost tijd.
""",
)


@pytest.mark.parametrize(
    "question",
    [
        "Welke moties zijn er ingediend?",
        "Hoeveel moties zijn er ingediend?",
        "Welke moties heeft D66 ingediend?",
        "Which motions were tabled?",
        "Welke moties kwamen er?",
        "Wie heeft een motie ingediend?",
        "Welke moties heeft de minister aangekondigd?",
    ],
)
def test_that_no_motion_was_moved_is_said_with_what_was_announced(tmp_path: Path, question: str) -> None:
    """Nothing that was otherwise "ingediend" is given for a motion; who announced one stands nearest, and is named."""
    with over(tmp_path, QUAYS) as made:
        answer = made.ask(question, verbatim=True)
        coming = made.ask("Welke motie gaat mevrouw Vos indienen?", verbatim=True)
    assert (answer.status, answer.reason) == ("declined", "no_evidence")
    assert answer.passages[0].turn.speaker.name == "Vos"
    assert any("Vos (D66)" in note for note in answer.notes)
    assert [name for name, _ in told(coming)] == ["Vos"]


def test_what_was_asked_of_the_motions_is_asked_of_all(rail: Assistant) -> None:
    """Where the question names no subject and no mover, each motion is given with the verdict on it, and no bare heading."""
    answer = rail.ask("Wat was het oordeel over de moties?", verbatim=True)
    assert told(rail.ask("What was the verdict on the motions?", verbatim=True)) == told(answer)
    texts = [text for _, text in told(answer)]
    assert {name for name, _ in told(answer)} == {"Peters"}
    assert sum("ontra" in text for text in texts) == 2 and any("oordeel Kamer" in text for text in texts)
    asked = rail.ask("Wat zei mevrouw Vos over de moties?", verbatim=True)
    assert "Motie" not in [text for _, text in told(asked)]


def test_what_was_announced_is_what_was_moved(rail: Assistant) -> None:
    """Where motions were moved, these are what was announced."""
    assert [name for name, _ in told(rail.ask("Welke moties heeft D66 aangekondigd?", verbatim=True))] == ["Vos", "Vos"]


def test_what_a_motion_only_takes_into_account_is_not_what_it_is_about(tmp_path: Path) -> None:
    """A question to the government on a word that stands only in a motion's preamble does not get the verdict on that motion."""
    with over(tmp_path, REPORT.replace("gehoord de beraadslaging,", "overwegende dat laaggeletterdheid groeit;", 1)) as made:
        assert not made.ask("Wat zegt de minister over laaggeletterdheid?", verbatim=True).citations


def test_what_became_of_a_motion_comes_with_the_verdict(tmp_path: Path) -> None:
    """ "Wat gebeurde er met de motie …?" gets what the chair says of it last, after what the government said."""
    became = "De motie-Vos (29984, nr. 34) is ingetrokken en maakt geen onderwerp van beraadslaging meer uit."
    with over(tmp_path, REPORT.replace("Ik sluit de vergadering.", f"{became} Ik sluit de vergadering.")) as made:
        found = told(made.ask("Wat gebeurde er met de motie op stuk nr. 34?", verbatim=True))
    assert any("oordeel Kamer" in text for _, text in found) and became in [text for _, text in found]


def test_a_verdict_ends_where_a_members_question_is_taken_up(tmp_path: Path) -> None:
    """What follows "Mevrouw Vos vroeg …" answers her, and is no part of what was said of the motion."""
    after = "De motie op stuk nr. 34 is overbodig, want dat loopt al. Mevrouw Vos vroeg wanneer de brief komt. Die stuur ik in mei."
    with over(tmp_path, REPORT.replace("De motie op stuk nr. 34 kan ik oordeel Kamer geven.", after)) as made:
        found = told(made.ask("Wat zei de minister over de motie op stuk nr. 34?", verbatim=True))
    assert any("overbodig" in text for _, text in found) and not any("brief" in text for _, text in found)


def test_of_two_verdicts_in_one_turn_the_last_counts_and_of_two_turns_both(tmp_path: Path) -> None:
    """ "Die is ongedekt. Om die reden moet ik 'm ontraden." is one verdict; what is taken back in a later turn is told beside the first."""
    one = "De motie op stuk nr. 34 is sympathiek, maar helaas is die ongedekt. Om die reden moet ik 'm ontraden."
    for said, later, kinds in (
        (one, "blijft ontraden", ["against"]),
        ("De motie op stuk nr. 34 ontraad ik.", "krijgt oordeel Kamer", ["against", "chamber"]),
    ):
        text = REPORT.replace("De motie op stuk nr. 34 kan ik oordeel Kamer geven.", said).replace(
            "Die blijft oordeel Kamer.", f"Die {later}."
        )
        with over(tmp_path / later, text) as made:
            meeting = made.index.shelf.meetings()[0].id
            found = joined(made.index.shelf.turns(meeting), made.index.shelf.motions(meeting))
            assert next([v.kind for v in final(m)] for m in found if m.motion.number == "34") == kinds


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_who_moved_a_motion_are_told(rail: Assistant, language: Language) -> None:
    """The others stand in the chair's notice, for which nobody may be quoted: a note names them, and where the motion stands."""
    (note,) = rail.ask("Wie dienden de motie over rolstoelen op perrons in?", verbatim=True, language=language).notes
    assert (
        note
        == {
            "nl": "De motie op stuk nr. 34 is ingediend door Vos (D66) en Blom (SP), in beurt 2.",
            "en": "Motion no. 34 was moved by Vos (D66) and Blom (SP), in turn 2.",
        }[language]
    )


@pytest.mark.parametrize(("asked", "number"), [("aangehouden", 35), ("aangenomen", 34)])
def test_which_motion_was_decided_on(tmp_path: Path, asked: str, number: int) -> None:
    """What the chamber decided on a motion is told of the one on which it decided that, with what that one asks."""
    voted = (
        "Op verzoek van mevrouw Vos stel ik voor haar motie (29984, nr. 35) aan te houden. De motie op stuk nr. 34 is aangenomen. Ik sluit"
    )
    file = tmp_path / "rail.txt"
    file.write_text(REPORT.replace("Ik sluit", voted), encoding="utf-8")
    assistant = Assistant(load(home=tmp_path / "index"))
    assistant.ingest([file])
    (chair, text), (mover, _) = told(assistant.ask(f"Welke motie is {asked}?", verbatim=True))
    assistant.close()
    assert (mover, chair) == ("Vos", "Bosman") and f"nr. {number}" in text


@pytest.mark.parametrize(
    "question",
    ["Wat vindt de minister van de motie over stiltecoupés?", "Welk oordeel gaf de minister over de motie op stuk nr. 37?"],
)
def test_a_motion_without_a_verdict_is_declined(rail: Assistant, question: str) -> None:
    """The member's words are no answer of the government's."""
    answer = rail.ask(question, verbatim=True)
    assert (answer.status, answer.reason) == ("declined", "no_evidence")


def test_no_verdict_on_another_motion_is_given(rail: Assistant) -> None:
    """Of a motion that was not moved here, no verdict on one that was."""
    answer = rail.ask("Wat vindt de minister van de motie over goederentreinen?", verbatim=True)
    assert not any("ontra" in text or "oordeel Kamer" in text for _, text in told(answer))


@pytest.mark.parametrize(
    ("question", "absent", "speakers"),
    [
        ("Waarom geeft de minister ProRail de opdracht om nachttreinen te laten rijden?", (), ()),
        ("Wat zegde de minister mevrouw Vos toe over nachttreinen?", (), ()),
        ("Wat vindt de minister van de motie-Vos/Blom?", (), ()),
        ("Wat zei minister-president Schoof over treinen?", ("Schoof",), ()),
        ("Wat vindt minister Peters van nachttreinen?", (), ("Peters",)),
    ],
)
def test_who_is_asked_about(rail: Assistant, question: str, absent: tuple[str, ...], speakers: tuple[str, ...]) -> None:
    """An organisation after an office is nobody who was absent, whoever is promised something is not who promises, a motion's mover no judge."""
    understood = rail.ask(question, verbatim=True).understood
    assert (understood.absent, understood.filter.speakers) == (absent, speakers)


LOCKS = "constaterende dat sluizen in Zeeland roesten;\noverwegende dat schippers bij sluizen in Zeeland uren wachten;\nverzoekt de regering een noodpot voor onderhoud op te zetten"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Wat moet er gebeuren met de sluizen in Zeeland?", "verzoekt de regering een noodpot"),
        ("Wat wil D66 met de sluizen in Zeeland?", "verzoekt de regering een noodpot"),
        ("Hoe zit het met het wachten van schippers bij sluizen in Zeeland?", "overwegende dat schippers"),
    ],
)
def test_what_is_wanted_is_what_a_motion_asks_and_not_what_it_takes_into_account(tmp_path: Path, question: str, words: str) -> None:
    """The request stands in the place of "overwegende dat …", though it names no word of the question; not where a fact is asked for."""
    said = f"""De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. Ik heb één motie.
{moving(LOCKS, "het lid Vos", 12)}

Minister Peters:
Voorzitter. Over de vaarwegen in Friesland stuur ik in mei een brief.
"""
    with over(
        tmp_path, reported("De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over sluizen.", said)
    ) as made:
        found = told(made.ask(question, verbatim=True))
    assert found[0][1].startswith(words)
    assert words.startswith("overwegende") or not any("overwegende" in text or "constaterende" in text for _, text in found)


@pytest.mark.parametrize(
    ("lead", "notice", "who"),
    [
        ("Door de leden Meeuwis en Van der Laan wordt de volgende motie voorgesteld:\n\nMotie", "", "Meeuwis (SGP) en Van der Laan"),
        ("Dank u wel. Het lid Meeuwis stelt de volgende motie voor:", "", "Meeuwis (SGP)"),
        ("Ik lees haar even voor.", "\nDeze motie is voorgesteld door het lid Meeuwis.", "Meeuwis (SGP)"),
        ("Dank, mevrouw Ockels. Dan de motie van mevrouw Meeuwis.", "", "Meeuwis (SGP)"),
    ],
)
def test_a_motion_that_the_chair_reads_out_is_of_whom_the_chair_names(tmp_path: Path, lead: str, notice: str, who: str) -> None:
    """The mouth that reads moves nothing; whoever is named with it did."""
    said = f"""De voorzitter:
Ik open het overleg over bruggen.

Mevrouw Ockels (PvdA):
Voorzitter. Bruggen moeten open blijven.

Mevrouw Meeuwis (SGP):
Voorzitter. Ik heb een motie over de brugwachters.

De voorzitter:
{lead}

De Kamer,
gehoord de beraadslaging,
verzoekt de regering op elke brug weer een brugwachter te zetten,
en gaat over tot de orde van de dag.{notice}
Zij krijgt nr. 41 (29984).

Minister Peters:
Voorzitter. De motie op stuk nr. 41 geef ik oordeel Kamer.

De voorzitter:
Ik sluit de vergadering.
"""
    report = reported("De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over bruggen.", said)
    with over(tmp_path, report) as assistant:
        (note, *_) = assistant.ask("Wie diende de motie over de brugwachters in?").notes
        assert note.startswith(f"De motie op stuk nr. 41 is ingediend door {who}, in beurt")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Wat vindt de minister van de motie?", True),
        ("Wat vindt de minister van de motie van mevrouw El Idrissi?", True),
        ("Wat vindt de minister van de motie van DENK?", True),
        ("Wat vindt de minister van de motie-Segers?", False),
    ],
)
def test_where_one_motion_was_moved_it_is_the_one_that_is_meant(tmp_path: Path, question: str, meant: bool) -> None:
    """By its mover, or by nothing at all; not where another's is named."""
    said = """Mevrouw El Idrissi (DENK):
Voorzitter. Ik heb één motie.

Motie

De Kamer,

gehoord de beraadslaging,

verzoekt de regering de graven op zondag te openen,

en gaat over tot de orde van de dag.

De voorzitter:
Deze motie is voorgesteld door het lid El Idrissi.

Zij krijgt nr. 62 (31490).

Minister Peters:
Voorzitter. Ik begrijp goed wat mevrouw El Idrissi vertelde over haar oma. De motie op stuk nr. 62 ontraad ik.
"""
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over begraafplaatsen.", said)) as made:
        found = told(made.ask(question, verbatim=True))
    assert any("ontraad ik" in text for _, text in found) is meant


def test_two_motions_of_one_mover_are_both_meant_where_no_other_was_moved(tmp_path: Path) -> None:
    """That a mover was named is told by the question, also where every motion is that mover's."""
    moves = "\n\n".join(
        moving(f"verzoekt de regering {asks}", "het lid Vos", n) for n, asks in ((7, "bankjes te plaatsen"), (8, "hagen te planten"))
    )
    said = f"Mevrouw Vos (D66):\nVoorzitter. Ik dien twee moties in.\n{moves}\n\nMinister Peters:\nDe motie op stuk nr. 7 ontraad ik. De motie op stuk nr. 8 geef ik oordeel Kamer.\n"
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over parken.", said)) as made:
        found = " ".join(text for _, text in told(made.ask("Wat vindt de minister van de motie van mevrouw Vos?", verbatim=True)))
    assert "ontraad ik" in found and "oordeel Kamer" in found


SWIM = reported(
    "De vaste commissie voor Sport heeft op 12 maart 2025 overleg gevoerd over zwemles.",
    f"""De voorzitter:
Ik open het overleg over zwemles en geef het woord aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. Is de Minister bereid om een proef te doen met schoolzwemmen op vijftig scholen?
{moving("verzoekt de regering de entree van zwembaden gratis te maken", "het lid Vos", 34)}

De heer Blom (SP):
Voorzitter. De SP wil dat elk kind binnen vijftien kilometer kan leren zwemmen. Samen met mevrouw Vos dien ik
daarover straks een motie in, om die afstand als norm vast te leggen.
Ook dienen wij een motie in, zodat elk kind volgende week al kan zwemmen.

Minister Peters:
Voorzitter. Een proef op vijftig scholen kost al snel 3 miljoen euro. Ik wil best bekijken of het in het programma past, maar toezeggen kan ik
dat nu niet. Wel zal worden nagegaan hoeveel scholen al aan zwemles doen met een proef; daarover wordt u in het najaar geïnformeerd.

De voorzitter:
Een correctie. Ik heb bij de motie van mevrouw Vos gezegd dat die alleen door haar is voorgesteld, maar die is mede ondertekend door de heer Blom.
Ik sluit de vergadering.
""",
)

swim = reading(SWIM)  # an assistant over the debate on swimming


def test_whom_the_chair_adds_to_a_motion_has_moved_it_too(swim: Assistant) -> None:
    (motion,) = joined(swim.index.shelf.turns(meeting := swim.meetings()[0][0].id), swim.index.shelf.motions(meeting))
    assert motion.movers == ("Vos", "Blom")


def test_a_motion_that_one_says_to_move_later_is_announced(swim: Assistant) -> None:
    (quote,) = announced(swim.index.shelf.turns(swim.meetings()[0][0].id), "nl")  # not the motion that is moved there and then
    assert "daarover straks een motie in" in quote.text


@pytest.mark.parametrize(
    ("said", "comes"),
    [
        ("Ik zal het tweeminutendebat ook gebruiken voor een motie over de veiligheid van zwemmers.", True),
        ("Daarvoor bereiden wij een motie voor.", True),
        ("Ik zal voor een motie van mevrouw Vos stemmen.", False),
        ("Wij willen in de tweede termijn een motie over het bad steunen.", False),
        ("Ik ga geen motie indienen over het bad.", False),
    ],
)
def test_an_answer_and_a_page_know_the_same_motions_to_come(said: str, comes: bool) -> None:
    """Whatever words tell that a motion will come, both find it; how one will vote on another's is neither's."""
    turn = Turn("m", 1, Speaker("Blom", "SP", "member"), "", f"Voorzitter. {said}")
    assert [q.text for q in announced([turn], "nl")] == [said] * comes
    assert bool(list(to_come(said))) is comes


def test_what_was_not_promised_is_told_before_what_is_promised_instead(swim: Assistant) -> None:
    answer = swim.ask("Heeft de minister een proef met schoolzwemmen op vijftig scholen toegezegd?")
    assert "toezeggen kan ik dat nu niet" in " ".join(told(answer)[0][1].split())


def test_a_motion_to_come_stands_on_the_pages_of_both_who_move_it(swim: Assistant) -> None:
    pages = {page.party: page.documents for page in swim.summaries(swim.meetings()[0][0].id, verbatim=True)}
    assert any("samen met mevrouw Vos" in one and "vijftien kilometer" in one for one in pages["SP"])
    assert any("van Blom" in one for one in pages["D66"])
