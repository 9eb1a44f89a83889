"""A question that a member put in the debate already."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.text import sentences
from rag.types import Quote
from tests.debates import opened, over, reading

SAID = """

De heer Bakker (D66):
Voorzitter. D66 wil dat de bibliotheek in elke wijk open is. Hoeveel bibliobussen rijden er in Friesland en Zeeland? En ik wil weten wat een
leespas volgend jaar kost.

Mevrouw Postma (CDA):
Voorzitter. Wat vindt de Minister van leeskluizen op stations? Hoeveel vrijwilligers dreigen hun plek te verliezen? Mag de bibliothecaris straks
zelf boeken bestellen?

De heer Kuiper (SGP):
Voorzitter. De SGP vindt voorlezen een taak van ouders. Welke dorpen krijgen geld voor een leeszaal? De leesmoeders verdienen te weinig.
Hoe staat het met hun cao? Wat een leespas kost, weet ik niet.

De voorzitter:
Het woord is aan de Minister.

Minister Van Wijk:
Voorzitter. Een leespas gaat volgend jaar naar 35 euro. De bibliotheken ontvingen vorig jaar 56 miljoen euro. Over de bibliothecaris: zelf
bestellen kan vanaf 1 januari 2026.

Mevrouw Postma (CDA):
Ik heb nog geen antwoord gehoord over de vrijwilligers.

Minister Van Wijk:
Ik verwacht dat er 2.200 mensen weggaan, vooral door hun leeftijd.

De voorzitter:
Dank. Ik sluit de vergadering.
"""


library = reading(opened(SAID))  # an assistant over one small debate in which some questions are answered and some are not


@pytest.mark.parametrize(
    ("question", "asker", "turn"),
    [
        ("Hoeveel bibliobussen rijden er in Friesland en Zeeland?", "Bakker (D66)", 2),
        ("Hoeveel bibliobussen zijn er in Friesland?", "Bakker (D66)", 2),
        ("Wat vindt de minister van leeskluizen?", "Postma (CDA)", 3),
        ("Welke dorpen krijgen geld voor een leeszaal?", "Kuiper (SGP)", 4),
        ("Hoe staat het met de cao van de leesmoeders?", "Kuiper (SGP)", 4),
    ],
)
def test_a_question_nobody_answered_is_declined_with_who_put_it(question: str, asker: str, turn: int, library: Assistant) -> None:
    """No other sentence takes the place of the answer: it is told whose question it was and where, and that turn stands nearest."""
    answer = library.ask(question, verbatim=True)
    assert (answer.status, answer.reason) == ("declined", "no_evidence")
    assert any(f"{asker} in beurt {turn}" in note for note in answer.notes)
    assert answer.passages[0].turn.number == turn


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hoeveel vrijwilligers verliezen hun plek?", ["Ik verwacht dat er 2.200 mensen weggaan, vooral door hun leeftijd."]),
        ("Wat kost een leespas volgend jaar?", ["Een leespas gaat volgend jaar naar 35 euro."]),
        ("Mag de bibliothecaris zelf boeken bestellen?", ["Over de bibliothecaris: zelf bestellen kan vanaf 1 januari 2026."]),
    ],
)
def test_a_question_that_was_answered_gets_that_answer(question: str, said: list[str], library: Assistant) -> None:
    """The sentences that the ledger ties to it, of a question in two halves only those of the half that is asked."""
    answer = library.ask(question, verbatim=True)
    assert [s.text for s in answer.statements] == said


def test_what_a_member_asked_is_still_told(library: Assistant) -> None:
    """Who asks for the question itself gets the question."""
    answer = library.ask("Wat vroeg Postma over leeskluizen?", verbatim=True)
    assert answer.citations[0].quote.text == "Wat vindt de Minister van leeskluizen op stations?"
    assert {c.quote.turn.speaker.name for c in answer.citations} == {"Postma"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Waardoor komen de leesbussen in Zeeuws-Vlaanderen zo vaak te laat?", "De leesbussen: het zijn vooral de tunnels."),
        (
            "Hoeveel boetes kregen de leesbussen in Zeeuws-Vlaanderen?",
            "De leesbussen in Zeeuws-Vlaanderen kregen 40 boetes voor te laat komen.",
        ),
    ],
)
def test_what_a_member_tells_to_ask_about_it_is_answered_by_who_was_asked(question: str, said: str, tmp_path: Path) -> None:
    """In other words than the member's: the reply to what he asks right after comes before what he tells, but where only that gives what is asked for."""
    told = """

De heer Bakker (D66):
Voorzitter. De leesbussen in Zeeuws-Vlaanderen kregen 40 boetes voor te laat komen. Wat is daarvan de oorzaak?

De voorzitter:
Het woord is aan de Minister.

Minister Van Wijk:
Voorzitter. De leesbussen: het zijn vooral de tunnels. Die worden hersteld.

De voorzitter:
Dank. Ik sluit de vergadering.
"""
    with over(tmp_path, opened(told)) as made:
        assert made.ask(question, verbatim=True).statements[0].text.startswith(said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wat kost het om een oude bus te laten opknappen?", "Uit ons onderzoek komt een gemiddelde van 7.500 euro per stuk."),
        ("Wat kost het schilderen van een leeszaal?", "Dat bedrag is te laag: wij rekenen met 15.000 euro."),
    ],
)
def test_what_a_member_takes_for_so_is_answered_by_who_was_asked(question: str, said: str, tmp_path: Path) -> None:
    """The sentence that was found asks whether it is so: then what is said of that, in other words, and not the member's own figure."""
    others = "".join(
        f"\n\nMevrouw Postma (CDA):\nDe oude leesbus van {place} ken ik goed.\n\nDe heer Bakker (D66):\nDie oude leesbus ken ik ook."
        for place in ("Epe", "Urk", "Goes", "Tiel", "Ede")
    )
    told = f"""

De heer Bakker (D66):
Voorzitter. Klopt het dat een gemeente 9.000 euro kwijt is aan het opknappen van één zo'n bus?{others}

De heer Bakker (D66):
Klopt het dat het schilderen van een leeszaal 12.000 euro kost?

De voorzitter:
Het woord is aan de Minister.

Minister Van Wijk:
Voorzitter. 9.000 euro is aan de hoge kant. Uit ons onderzoek komt een gemiddelde van 7.500 euro per stuk.
De heer Bakker vroeg naar het schilderwerk. Dat bedrag is te laag: wij rekenen met 15.000 euro.

De voorzitter:
Dank. Ik sluit de vergadering.
"""
    with over(tmp_path, opened(told)) as made:
        answer = made.ask(question, verbatim=True)
    assert said in {s.text for s in answer.statements} and all(
        s.claim.quotes[0].turn.speaker.role == "government" for s in answer.statements
    )


def test_the_figure_of_what_it_is_set_beside_answers_nothing(tmp_path: Path) -> None:
    """Of the price of a ferry beside that of a bus only the second is told: nobody is told that it is the price of the ferry."""
    told = """

De heer Bakker (D66):
Klopt het dat de leespont 40 euro kost, terwijl de leesbus 3 euro kost?

Minister Van Wijk:
De leesbus kost 3 euro.

De voorzitter:
Dank. Ik sluit de vergadering.
"""
    with over(tmp_path, opened(told)) as made:
        answer = made.ask("Wat kost de leespont?", verbatim=True)
    assert not any(s.claim.quotes[0].turn.speaker.role == "government" for s in answer.statements)


def test_what_the_ledger_calls_perhaps_answered_is_not_said_to_be_left_open(library: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its answer is not given, nor is it said that there is none: the note tells where it may stand, as the ledger does."""
    told = library.index.shelf.turns(library.meetings()[0][0].id)
    doubtful = [
        replace(q, status="answered", answers=(Quote(told[5], 0, 11),), reserve="perhaps") if "bibliobussen" in q.quote.text else q
        for q in library.questions(library.meetings()[0][0].id)
    ]
    monkeypatch.setattr("rag.raised.asked_in", lambda shelf, meeting: tuple(doubtful))
    answer = library.ask("Hoeveel bibliobussen rijden er in Friesland en Zeeland?", verbatim=True)
    assert answer.status == "declined"
    assert any("Bakker (D66) in beurt 2" in note and "mogelijk staat het in beurt 6" in note for note in answer.notes)


SPORT = """

De heer Bakker (D66):
Voorzitter. In 2022 is een plasticverbod voor sportkantines aangekondigd. We zijn nu vier zomers verder. Wanneer treedt dat verbod in werking?

Dan de sportpas. Wie weinig verdient, heeft er recht op. Toch staat er niemand in de rij. Gaat de Minister zich daar hard voor maken?

Minister Van Wijk:
Voorzitter. Over het plasticverbod voor sportkantines krijgt u een aparte brief; daar loop ik niet op vooruit.
De heer Bakker had het ook over oud papier. Dat stijgt per 1 juli met 3%.

Over de sportpas ben ik kort. Daar ga ik niet voor pleiten.

De heer Bakker (D66):
Wat een kort antwoord. Kan de Minister dan iets anders bedenken voor clubs met weinig jeugd?

Minister Van Wijk:
Een kantine helpt. Ik wil de clubs niet blij maken met een dode mus.

De voorzitter:
Dank. Ik sluit de vergadering.
"""
sport = reading(
    opened(SPORT)
)  # an assistant over a debate in which a question points back at what is named two sentences before, or in a heading


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Wanneer treedt het plasticverbod voor sportkantines in werking?",
            "Over het plasticverbod voor sportkantines krijgt u een aparte brief; daar loop ik niet op vooruit.",
        ),
        ("Maakt de minister zich hard voor een sportpas?", "Over de sportpas ben ik kort. Daar ga ik niet voor pleiten."),
    ],
)
def test_what_a_question_points_back_at_was_named_before_it(question: str, said: str, sport: Assistant) -> None:
    """Two sentences before it, or in the heading of its part: another date is no answer, nor are sentences that share its words."""
    assert " ".join(s.text for s in sport.ask(question, verbatim=True).statements) == said


def test_the_reply_to_another_question_of_the_asker_is_no_answer(sport: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows when he breaks in with something else answers that, though the ledger may tie it to what he asked before."""
    meeting = sport.meetings()[0][0].id
    reply = sport.index.shelf.turn(meeting, 5)
    tied = [
        replace(q, answers=tuple(Quote(reply, a, b) for a, b in sentences(reply.text))) if "hard voor" in q.quote.text else q
        for q in sport.questions(meeting)
    ]
    monkeypatch.setattr("rag.raised.asked_in", lambda shelf, meeting: tuple(tied))
    answer = sport.ask("Maakt de minister zich hard voor een sportpas?", verbatim=True)
    assert answer.status == "declined" and any("Bakker (D66) in beurt 2" in note for note in answer.notes)


FERRY = """

Mevrouw Postma (CDA):
Voorzitter. Hoeveel fietsplaatsen zijn er op de veerboten naar Ameland? Vaart de avondveerboot straks ook naar Schiermonnikoog?
Klopt het dat de rederij Wagenborg in maart om een ligplaats vroeg? Waarom heeft het havenbedrijf dat verzoek van de rederij niet beantwoord?

De voorzitter:
Het woord is aan de Minister.

Minister Van Wijk:
Voorzitter. Mevrouw Postma vroeg naar de fietsplaatsen. Op de veerboten naar Ameland zijn er nu veertig fietsplaatsen, op het achterdek. Op de
avondveerboten zijn er geen, en dat is jammer. De nieuwe veerboten, die in 2026 komen, krijgen zestig fietsplaatsen.
Dan Schiermonnikoog. De avondveerboot kan naar Schiermonnikoog varen. Maar of hij er gaat varen, hangt af van het tij.
Dan de rederij Wagenborg. Het klopt dat dat verzoek in maart is gedaan en dat er nog geen besluit ligt.

De voorzitter:
Dank. Ik sluit de vergadering.
"""
ferry = reading(opened(FERRY))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hoeveel fietsplaatsen zijn er op de veerboten?", "Op de avondveerboten zijn er geen"),
        ("Vaart de avondveerboot straks naar Schiermonnikoog?", "Maar of hij er gaat varen, hangt af van het tij."),
    ],
)
def test_what_limits_an_answer_is_told_with_it(question: str, said: str, ferry: Assistant) -> None:
    """What is said right after it of the same, and the "but" right after it."""
    told = " ".join(" ".join(s.text.split()) for s in ferry.ask(question, verbatim=True).statements)
    assert said in told


def test_what_is_tied_with_a_reserve_is_no_reason(ferry: Assistant) -> None:
    """Asked why, what only grants that it is so is no answer; the note says where one may stand."""
    answer = ferry.ask("Waarom heeft het havenbedrijf het verzoek van rederij Wagenborg niet beantwoord?", verbatim=True)
    assert answer.status == "declined" and any("Postma" in note for note in answer.notes)


LAMPS = """

De heer Bakker (D66):
Voorzitter. Hoeveel lantaarnpalen in de wijk Assendorp in Zwolle zijn er vorig jaar vervangen? Er zijn er ook veel gestolen, en daar deed niemand iets aan.

Mevrouw Postma (CDA):
Voorzitter. De gemeente Zwolle deed zes voorstellen. Hoeveel van die zes voorstellen zijn er overgenomen? Hoe vaak valt de verlichting uit op het
stationsplein? Hoeveel gaat een bewoner betalen voor de nieuwe verlichting?

Dan de kust. Wanneer komt de Minister met de beloofde kustvisie? Die zou er voor de kerst zijn en ik heb haar niet gezien.

De voorzitter:
Het woord is aan de Minister.

Minister Van Wijk:
Voorzitter. De heer Bakker vroeg naar de lantaarnpalen. In de wijk Assendorp in Zwolle zijn vorig jaar 412 lantaarnpalen vervangen.

Dan mevrouw Postma. Van de zes zijn er vier overgenomen. De verlichting bij stations is een zaak van de vervoerder. Voor een bewoner gaat het om
ongeveer 14 euro per jaar. Zij vroeg ook naar de visie. U ontvangt de kustvisie in maart.

De voorzitter:
Dank. Ik sluit de vergadering.
"""
lamps = reading(opened(LAMPS))  # an assistant over a debate in which two things are said of lampposts, and the number of one of them


@pytest.mark.parametrize(
    ("question", "said", "note"),
    [
        (
            "Hoeveel lantaarnpalen zijn er in Zwolle vervangen?",
            "412 lantaarnpalen vervangen",
            "in beurt 2: «Hoeveel lantaarnpalen in de wijk Assendorp",
        ),
        (
            "Hoeveel lantaarnpalen in de wijk Assendorp in Zwolle zijn er vorig jaar gestolen?",
            "",
            "Een andere vraag, van Bakker (D66) in beurt 2, kreeg",
        ),
        ("Hoeveel voorstellen van Zwolle zijn overgenomen?", "Van de zes zijn er vier overgenomen.", "«Hoeveel van die zes voorstellen"),
        ("Hoe vaak valt de verlichting uit op het stationsplein?", "", "mogelijk staat het in beurt 5"),
        ("Hoeveel gaat een bewoner betalen voor nieuwe verlichting?", "ongeveer 14 euro", "«Hoeveel gaat een bewoner betalen"),
        ("Wanneer zien we de kustvisie?", "U ontvangt de kustvisie in maart.", "«Wanneer komt de Minister met de beloofde kustvisie?»"),
    ],
)
def test_the_question_that_was_answered_is_shown(question: str, said: str, note: str, lamps: Assistant) -> None:
    """One that is like it but of another thing is no answer, nor is a sentence without the number that is asked for."""
    answer = lamps.ask(question, verbatim=True)
    told = " ".join(s.text for s in answer.statements)
    assert said in told if said else answer.status == "declined"
    assert any(note in one for one in answer.notes), answer.notes


ANNOUNCED = """

De heer Bakker (D66):
Voorzitter. In de dorpen is het stil geworden. Wanneer begint de proef met de leesbus, die afgelopen mei is aangekondigd? De leesbus hoort bij Friesland.

De voorzitter:
Het woord is aan de Minister.

Minister Van Wijk:
Voorzitter. De leeszalen blijven open. De boeken zijn van de gemeenten.
"""


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Wanneer begint de proef met de leesbus?", False),
        ("Wanneer begint volgens D66 de proef met de leesbus?", False),
        ("Wanneer is de leesbus aangekondigd?", True),
    ],
)
def test_a_question_is_no_answer_to_itself(question: str, answered: bool, tmp_path: Path) -> None:
    """It tells when it was announced, and not what it asks, whatever month it names."""
    with over(tmp_path, opened(ANNOUNCED)) as made:
        answer = made.ask(question, verbatim=True)
    assert (answer.status == "answered") == answered
