"""The occasion of a debate: what only the head of a report tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.occasion import asks_occasion
from rag.render.sheet import sheet
from rag.render.sheet_markdown import sheet_markdown
from rag.render.terminal import answer_text
from tests.debates import opened, over, printed, reading

PRESENT = (
    "Aanwezig zijn drie leden der Kamer, te weten: Bosman, Inge van Dijk en El Idrissi,\n\nen de heer Wiersma, Minister van Onderwijs.\n\n"
)


one = reading(printed("school").replace("Aanvang", f"{PRESENT}Aanvang"))  # an assistant over one debate whose head tells who was there


several = reading(printed("school"), printed("farming"), printed("housing"))  # an assistant over three debates


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hoe laat was het overleg afgelopen?", "12:00"),
        ("Op welke dag vond het debat plaats?", "3 maart 2021"),
        ("When was this debate?", "3 March 2021"),
        ("How long did the meeting last?", "from 10:00 to 12:00"),
        ("Hoe lang duurde het debat?", "van 10:00 tot 12:00"),
        ("Wie was er bij?", "Inge van Dijk"),
        ("Who were present?", "El Idrissi"),
        ("Who was there at the debate on internships?", "The head of the record on Stages in het mbo says: date 3 March 2021"),
        ("Who were at the meeting on the stages?", "El Idrissi"),
        ("Which minister attended?", "Wiersma"),
        ("Was mevrouw Inge van Dijk aanwezig?", "Inge van Dijk"),
        ("Wie is de minister van Onderwijs?", "aanwezig Minister van Onderwijs Wiersma."),
        ("Hoe heet de minister?", "aanwezig Minister van Onderwijs Wiersma."),
        ("Who is the minister?", "present Minister of Onderwijs Wiersma."),
        ("Wanneer was het debat over stages?", "3 maart 2021"),
    ],
)
def test_what_only_the_head_of_a_report_tells_is_a_note(question: str, told: str, one: Assistant) -> None:
    """Nobody said it, so it is no statement and has no citation; but it is told, and nothing beside it is said not to be in the record."""
    answer = one.ask(question, verbatim=True)
    assert answer.status == "declined" and not answer.citations
    assert any(told in note for note in answer.notes)
    shown = answer_text(answer, answer.understood.language)
    assert told in shown and ("kop van het verslag" in shown or "head of the record" in shown)
    assert "staat niet in het verslag" not in shown and "does not answer" not in shown and "close by" not in shown


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wanneer was het debat over stikstof?", ["11 juni 2025"]),
        ("Wie waren er bij het debat over kernenergie?", []),
        ("Wie waren er tegen bij het debat over stikstof?", []),
        ("Who was there at the debate on kernenergie?", []),
        ("Wanneer begon het overleg?", ["3 maart 2021", "11 juni 2025", "7 april 2021"]),
        ("Hoe lang duurde het debat over kernenergie?", []),
        ("Wie was er bij de opening van het museum aanwezig?", []),
    ],
)
def test_of_several_debates_the_one_that_is_named(question: str, told: list[str], several: Assistant) -> None:
    """The head of the debate that the question names by its subject; of all where it names none; of none where it names another, or asks of something else."""
    answer = several.ask(question, verbatim=True)
    shown = answer_text(answer, answer.understood.language)
    heads = [note for note in answer.notes if "kop van het verslag" in note]
    assert bool(heads) == ("Het staat in de kop" in shown)
    assert len(heads) == len(told) and all(any(one in head for head in heads) for one in told)
    assert answer.status == "declined"


def test_what_the_head_does_not_tell_of_the_time_no_sentence_tells(tmp_path: Path) -> None:
    """No date stands for how long it took, no sentence of the debate for the clock; and a meeting with somebody is another than this one."""
    silent = printed("school").replace("Aanvang 10.00 uur.", "").replace("Sluiting 12.00 uur.", "")
    with over(tmp_path, silent) as made:
        answers = [made.ask(q, verbatim=True) for q in ("Hoe lang duurde het debat?", "Hoe laat begon het overleg?")]
        elsewhere = made.ask("Wanneer was het overleg met de gemeenten?", verbatim=True)
        day = made.ask("Wanneer was het debat?", verbatim=True)
    for answer in answers:
        assert answer.status == "declined" and not any("kop van het verslag" in note for note in answer.notes)
        assert "staat niet in het verslag" in answer_text(answer, "nl")
    assert not any("kop van het verslag" in note for note in elsewhere.notes)
    assert any("datum 3 maart 2021." in note for note in day.notes)


@pytest.mark.parametrize("question", ["Wie was het langst aan het woord?", "Welke partij stelde de meeste vragen?", "Who spoke most?"])
def test_what_only_the_overview_counts_is_told_where_it_stands(question: str, one: Assistant) -> None:
    """No sentence of the debate says who spoke, asked or interrupted most."""
    answer = one.ask(question, verbatim=True)
    (note,) = answer.notes
    assert answer.status == "declined" and "summary --all" in note


def test_who_was_there_and_silent_may_be_of_any_party(tmp_path: Path) -> None:
    """Of a party nobody spoke for it is told that members were there whose party the record does not tell; a silent member is named."""
    with over(
        tmp_path, printed("school").replace("Aanvang", f"{PRESENT.replace('drie', 'vier').replace('Bosman', 'Bosman, Dekkers')}Aanvang")
    ) as made:
        answer = made.ask("Wat vindt Volt van stages?", verbatim=True)
        silent = made.ask("Wat zei Dekkers over stages?", verbatim=True)
        page = made.summary(made.meetings()[0][0].id, "Volt")
    assert answer.reason == "not_present" and any("partij niet vermeld: Dekkers" in note for note in answer.notes)
    assert silent.reason == "present_silent" and "als voorzitter: Dekkers." in answer_text(silent, "nl")
    shown = sheet_markdown(sheet(page))
    assert "voor zover het verslag partijen noemt" in shown and "partij niet vermeld: Dekkers." in shown


@pytest.mark.parametrize("question", ["Wat zei de ChristenUnie?", "Wat zei de heer Zandstra van de ChristenUnie?"])
def test_who_was_silent_at_one_of_several_debates_was_not_absent(question: str, tmp_path: Path) -> None:
    """A party whose only member the chair tells of was there and silent, whatever other debates are searched: it is told at which."""
    there = f"{PRESENT.replace('drie', 'vier').replace('Bosman', 'Bosman, Zandstra')}Aanvang"
    told = "commissiedebat over stages. De heer Zandstra van de ChristenUnie luistert"
    school = printed("school").replace("Aanvang", there).replace("commissiedebat over stages", told)
    with over(tmp_path, school, printed("farming")) as made:
        answer = made.ask(question, verbatim=True)
    assert answer.reason == "present_silent" and not any("nam geen deel" in note for note in answer.notes)
    assert any("aanwezig bij: " in note and "3 maart 2021" in note and "11 juni 2025" not in note for note in answer.notes)


@pytest.mark.parametrize("question", ["Waarover ging het debat?", "Waar ging dit overleg over?", "What was the debate about?"])
def test_what_a_debate_was_about_is_told_by_the_chair(question: str, one: Assistant) -> None:
    """The sentence with which the chair names the subject is the answer; the head of the report stands beside it."""
    answer = one.ask(question, verbatim=True)
    assert [c.quote.turn.speaker.role for c in answer.citations] == ["chair"]
    assert "stages" in answer.citations[0].quote.text
    assert any(("onderwerp" in note or "subject" in note) for note in answer.notes)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wie was de voorzitter van het overleg?", "voorzitter Bosman"),
        ("Wie zat het debat voor?", "voorzitter Bosman"),
        ("Who chaired the meeting?", "in the chair Bosman"),
        ("Wie zat het overleg over de woningmarkt voor?", "voorzitter Bosman"),
    ],
)
def test_who_was_in_the_chair_is_told_by_what_that_one_said_first(question: str, told: str, one: Assistant, several: Assistant) -> None:
    """Who was in the chair is cited as the chair of that debate; the head of the report stands beside it."""
    answer = (several if "woningmarkt" in question else one).ask(question, verbatim=True)
    ((who, number),) = {(c.quote.turn.speaker, c.quote.turn.number) for c in answer.citations}
    assert (who.name, who.role, who.party, number) == ("Bosman", "chair", None, 1)
    assert any(told in note for note in answer.notes)


def test_what_is_to_be_added_is_no_attendance() -> None:
    """ "Komen erbij" asks what there will be more of, "waren erbij" who was there."""
    assert not asks_occasion("Hoeveel conducteurs komen erbij?") and asks_occasion("Hoeveel Kamerleden waren erbij?")


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        ("Wie nam deel aan het overleg?", 1),
        ("Hoeveel sprekers deden mee?", 1),
        ("Welke leden namens de regering namen deel?", 1),
        ("Who took part?", 1),
        ("Hoeveel mensen deden er mee?", 1),
        ("Wie nam deel aan de gedachtewisseling?", 1),
        ("Hoeveel studenten deden mee aan het overleg?", 1),
        ("Hoeveel scholen doen mee aan de proef?", 0),
        ("Welke gemeenten namen deel?", 0),
        ("Wie doet er mee aan de werkgroep?", 0),
        ("Which schools took part in the pilot?", 0),
    ],
)
def test_taking_part_in_something_else_is_no_attendance(question: str, heads: int, one: Assistant) -> None:
    """The head of the report is told beside an answer only where a debate is what somebody took part in."""
    assert len(one.ask(question, verbatim=True).understood.heads) == heads


def test_a_superlative_of_something_else_is_not_counted(tmp_path: Path) -> None:
    """ "De meeste gemeenten" are no turns or questions."""
    with over(
        tmp_path, opened("\n\nMevrouw Vos (CDA):\nVoorzitter. Het CDA vindt dat de meeste gemeenten te veel geld vragen voor parkeren.\n")
    ) as made:
        answer = made.ask("Welke partij vindt dat de meeste gemeenten te veel geld vragen?", verbatim=True)
    assert answer.status == "answered"
