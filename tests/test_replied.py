"""Replies of the government as an answer: to whom, about what, and which questions were left open; as the ledger ties them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.questions import answers_of
from rag.render.ledger import questions_text
from rag.types import Answer, Filter
from tests.debates import over, reading, reported

REPORT = reported(
    "De vaste commissie voor Economische Zaken heeft op 12 maart 2024 overleg gevoerd over markten en kermissen.",
    """De voorzitter:
Ik open het overleg over markten en kermissen en geef het woord aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. D66 wil dat elke stad een weekmarkt houdt. Hoeveel weekmarkten zijn er sinds 2015 verdwenen? Daarnaast de stroomkasten op de
kermisterreinen. Kan de Minister zeggen wanneer de keuring van stroomkasten wordt aangescherpt?

De heer Blom (SP):
Voorzitter. De SP vindt het staangeld te hoog. Is de Minister bereid om het staangeld voor starters te verlagen?

Mevrouw Kok (CDA):
Voorzitter. Ik hoor graag hoe vaak de arbeidsinspectie bij draaimolens langskomt.
Dan de biologische markten. Hoeveel biologische markten krijgen subsidie?

Minister Peters:
Voorzitter. Mevrouw Vos vroeg hoeveel weekmarkten er zijn verdwenen. Dat zijn er 112. Mevrouw Vos vroeg ook naar de keuring van stroomkasten.
Die wordt met ingang van 1 januari 2025 aangescherpt. Dan de heer Blom. Ter Aar heeft geen markt meer. Hij vroeg of ik het staangeld voor starters wil verlagen. Daar ben ik
niet toe bereid, want het staangeld is van de gemeenten. Mevrouw Kok vroeg hoeveel biologische markten subsidie krijgen. Dat zijn twaalf markten.

De voorzitter:
Ik sluit de vergadering.
""",
)


market = reading(REPORT)  # an assistant over the market debate


def said(answer: Answer) -> str:
    return " ".join(statement.text for statement in answer.statements)


@pytest.mark.parametrize(
    ("question", "reply", "not_said"),
    [
        ("Wat antwoordde de minister aan D66 over de weekmarkten?", "Dat zijn er 112.", "stroomkasten"),
        ("Wat antwoordde minister Peters op de vraag van Blom over het staangeld?", "Daar ben ik niet toe bereid", "112"),
        ("What did the minister answer to Vos about electricity boxes and stroomkasten?", "1 januari 2025", "staangeld"),
    ],
)
def test_the_reply_to_a_question_is_the_one_the_ledger_ties_to_it(market: Assistant, question: str, reply: str, not_said: str) -> None:
    """Whose question it was and what about choose the reply; what was said to somebody else is left out, and a note says to whom it was."""
    answer = market.ask(question, verbatim=True)
    assert answer.status == "answered" and reply in said(answer) and not_said not in said(answer)
    assert {c.quote.turn.speaker.name for c in answer.citations} == {"Peters"}
    assert any("beurt" in note or "turn" in note for note in answer.notes)


@pytest.mark.parametrize(
    "question",
    ["Wat antwoordde de minister op de vragen van D66?", "Wat was het antwoord op de vragen van D66?", "Welk antwoord kreeg mevrouw Vos?"],
)
def test_all_that_one_member_was_told(market: Assistant, question: str) -> None:
    """Without a subject, the replies to everything that member or party asked, whether or not it says who replies."""
    answer = market.ask(question, verbatim=True)
    assert "Dat zijn er 112." in said(answer) and "1 januari 2025" in said(answer) and "staangeld" not in said(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Wat was het antwoord van mevrouw Kok op de vraag van de heer Blom?",
        "Wat was het antwoord van mevrouw Vos op de vraag over de weekmarkten?",
        "Welk antwoord gaf D66 op de vraag over de weekmarkten?",
    ],
)
def test_the_answer_of_one_member_to_another_is_no_minister_s(market: Assistant, question: str) -> None:
    """Where a member is said to answer, the government's reply is not given."""
    answer = market.ask(question, verbatim=True)
    assert "Peters" not in {c.quote.turn.speaker.name for c in answer.citations}


def test_what_one_member_was_not_told_stands_beside_it(market: Assistant) -> None:
    """Of two questions one was answered: the answer says that the other was not."""
    answer = market.ask("Wat antwoordde de minister aan mevrouw Kok?", verbatim=True)
    assert "twaalf markten" in said(answer) and any("andere vraag van Kok (CDA) in beurt 4" in note for note in answer.notes)


def test_a_question_that_got_no_reply_is_declined_and_the_note_says_which(market: Assistant) -> None:
    """Nothing else that the minister said is put in the place of a reply that was not given."""
    answer = market.ask("Wat antwoordde de minister op de vraag over de arbeidsinspectie?", verbatim=True)
    assert (answer.status, answer.reason) == ("declined", "no_evidence")
    assert any("Kok (CDA) in beurt 4" in note for note in answer.notes)


def test_which_questions_were_left_open(market: Assistant) -> None:
    """They are quoted in their askers' mouths; a party whose questions were all answered has none."""
    answer = market.ask("Welke vragen zijn niet beantwoord?", verbatim=True)
    assert [(c.quote.turn.speaker.name, "arbeidsinspectie" in c.quote.text) for c in answer.citations] == [("Kok", True)]
    own = market.ask("Welke vragen van Kok zijn niet beantwoord?", verbatim=True)
    assert said(own) == said(answer)
    others = market.ask("Welke vragen van Vos zijn niet beantwoord?", verbatim=True)
    assert others.status == "declined" and not others.citations
    none = market.ask("Welke vragen van D66 bleven onbeantwoord?", verbatim=True)
    assert none.status == "declined" and any("onbeantwoord" in note for note in none.notes)
    assert said(market.ask("Which questions were left unanswered?", Filter(parties=("CDA",)), verbatim=True)) == said(answer)


def test_unanswered_questions_are_counted_as_the_ledger_counts_them(tmp_path: Path) -> None:
    """Of more than are shown is said how many there are of each kind: not answered, and put off; the ledger and the pages say the same."""
    topics = "kramen toiletten vuilnis putdeksels parasols dranghekken".split()
    asks = "".join(f"De heer Dam (PVV):\nVoorzitter. Hoeveel {topic} staan er op de pleinen in Ermelo?\n\n" for topic in topics)
    with over(tmp_path, REPORT.replace("Mevrouw Kok (CDA):\n", f"{asks}Mevrouw Kok (CDA):\n")) as made:
        ((meeting, _, _),) = made.meetings()
        fared = [q.fared for q in made.questions(meeting.id)]
        (note,) = [n for n in made.ask("Welke vragen zijn niet beantwoord?", verbatim=True).notes if "vragen zonder antwoord" in n]
    left, later = fared.count("open"), fared.count("later")
    assert left + later > 5
    assert f"{left + later} vragen zonder antwoord: {left} niet beantwoord, {later} nog te beantwoorden" in note
    assert "griffier questions" in note


def test_an_open_question_is_told_with_what_it_is_about(tmp_path: Path) -> None:
    """ "Wanneer zijn die klaar?" says nothing alone: it is quoted from the sentence that names its subject; told once, it is not told again."""
    asks = "De heer Dam (PVV):\nVoorzitter. Wij willen kramen op alle zeven pleinen. Wanneer zijn die klaar?\n\n"
    with over(tmp_path, REPORT.replace("Mevrouw Kok (CDA):\n", f"{asks}Mevrouw Kok (CDA):\n")) as made:
        answer = made.ask("Welke vragen zijn niet beantwoord?", verbatim=True)
        assert "Wij willen kramen op alle zeven pleinen. Wanneer zijn die klaar?" in said(answer)
        more = made.ask("Nog meer?", before=[answer.question], verbatim=True)
        assert "kramen" not in said(more) and not any("onbeantwoord bleef" in note for note in more.notes)


def test_a_place_after_a_members_name_is_no_member(market: Assistant) -> None:
    """ "… de heer Blom. Ter Aar …": the title belongs to Blom."""
    answer = market.ask("Will Ter Aar get a market?", verbatim=True)
    assert answer.reason != "not_present"


def test_where_a_record_breaks_off_what_has_no_answer_may_have_one_in_the_rest(tmp_path: Path) -> None:
    """A question that is called unanswered, and a declined one, come with the warning that the end is missing."""
    with over(tmp_path, REPORT[: REPORT.index("Mevrouw Vos vroeg ook")]) as half:
        ((meeting, _, _),) = half.meetings()
        found = half.questions(meeting.id)
        assert "Het verslag is onvolledig" in questions_text(meeting, found, answers_of(found, meeting), "nl")
        declined = half.ask("Wat antwoordde de minister op de vraag over de arbeidsinspectie?", verbatim=True)
    assert declined.status == "declined" and "Het verslag is onvolledig: het slot ontbreekt." in declined.notes


def test_that_no_question_was_left_open_is_only_said_where_none_was(market: Assistant) -> None:
    """A subject that an open question does not name may still be its subject: the question is told, not denied."""
    answer = market.ask("Welke vragen over kermissen zijn niet beantwoord?", verbatim=True)
    assert not any("onbeantwoord bleef" in note for note in answer.notes)
    assert any("andere vraag van Kok (CDA) in beurt 4" in note for note in answer.notes)


def test_what_a_member_answered_is_looked_for_in_that_members_own_turns(market: Assistant) -> None:
    """The ledger holds the government's replies only: asked of a member, nobody else's words are given."""
    answer = market.ask("Wat antwoordde Vos over de weekmarkt?", verbatim=True)
    assert {c.quote.turn.speaker.name for c in answer.citations} == {"Vos"}
