"""A conversation: what a follow-up stands for, what it is answered with, and what is no question at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.errors import UserError
from rag.followup import resolve, small_talk
from rag.naming import Cast
from rag.render.terminal import answer_text
from rag.settings import load
from rag.types import Answer, Filter, Speaker
from rag.understand import understand
from tests.debates import over, reading, reported
from tests.test_read import FRONT

CAST = Cast(
    (
        Speaker("De Boer", "VVD", "member"),
        Speaker("Annelies de Boer", "NSC", "member"),
        Speaker("Kröger", "GroenLinks-PvdA", "member"),
        Speaker("Terpstra", None, "government", "Minister"),
        Speaker("Halsema", None, "government", "Staatssecretaris"),
    )
)
ENERGY = """De vaste commissie voor Klimaat en Groene Groei heeft op 19 februari 2025 overleg gevoerd met mevrouw Terpstra, Minister van
Klimaat en Groene Groei, en de heer Halsema, Staatssecretaris van Financiën, over kernenergie.

Van dit overleg brengt de commissie bijgaand geredigeerd woordelijk verslag uit.

Voorzitter: Wierda
Griffier: Brouwer

Aanvang 10.00 uur.

De voorzitter:
Ik open dit commissiedebat over kernenergie. Het woord is aan de heer De Boer.

De heer De Boer (VVD):
Voorzitter. De VVD is voor twee nieuwe kerncentrales bij Borssele. Zeeland heeft de ruimte en de kennis. De VVD is tegen een heffing op
kernafval. Mijn vraag is wanneer de vergunning voor Borssele er ligt.

Mevrouw Annelies de Boer (NSC):
Voorzitter. NSC vindt dat de inwoners van Borssele eerst moeten weten waar zij aan toe zijn, omdat het om hun huizen gaat. Wij willen een
fonds voor de omwonenden.

Mevrouw Van der Graaf (ChristenUnie):
Voorzitter. De ChristenUnie vindt dat kernafval veilig moet worden opgeslagen. Volgens Greenpeace lekt de opslag.

Mevrouw Kröger (GroenLinks-PvdA):
Voorzitter. GroenLinks-PvdA is tegen nieuwe kerncentrales. Zon en wind zijn goedkoper.

Minister Terpstra:
Voorzitter. De vergunning voor Borssele verwacht ik eind 2027. Een heffing op kernafval onderzoek ik nog.

Staatssecretaris Halsema:
Voorzitter. De staat neemt een belang van 60% in de kerncentrales bij Borssele.

De voorzitter:
Ik sluit de vergadering.

Sluiting 11.40 uur.
"""


energy = reading(ENERGY)  # an assistant over one small debate


def told(answer: Answer) -> list[str]:
    """The words an answer quotes."""
    return [c.quote.text for c in answer.citations]


BORSSELE = "Wat vindt de VVD van Borssele?"


PROMISED = "Wat heeft de minister aan mevrouw Kröger toegezegd?"


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ([BORSSELE], "En NSC?", "Wat vindt NSC van Borssele?"),
        ([BORSSELE, "Waarom?"], "En NSC?", "Wat vindt NSC van Borssele?"),
        ([BORSSELE], "Gaat de minister dat ook onderzoeken?", BORSSELE.rstrip("?") + ": gaat de minister dat ook onderzoeken?"),
        ([BORSSELE, "En NSC?", "Waarom?"], "Waarom?", "Wat vindt NSC van Borssele: waarom?"),
        ([BORSSELE, "hallo"], "En NSC?", "Wat vindt NSC van Borssele?"),
        ([BORSSELE], "En kernafval?", "Wat vindt de VVD van kernafval?"),
        (["Waarom is de VVD tegen een heffing?"], "En wat wil NSC?", "Wat wil NSC?"),
        (["Is de VVD voor kernenergie?"], "En wat wil NSC?", "Is NSC voor kernenergie?"),
        ([PROMISED], "Wanneer krijgt zij die?", f"{PROMISED.rstrip('?')}: wanneer krijgt zij die?"),
        ([PROMISED], "En aan de heer De Boer?", "Wat heeft de minister aan de heer De Boer toegezegd?"),
        (["Welke motie diende mevrouw Kröger in?"], "Is zij aangenomen?", "Is de motie van mevrouw Kröger aangenomen?"),
        (["Wat zei de minister over Borssele?"], "Wie vroeg daarnaar?", "Wat zei de minister over Borssele?"),
        ([BORSSELE], "Komen die 6 miljoen er?", "Komen die 6 miljoen er?"),
        (["Wie onderbrak de VVD?"], "Wie was de voorzitter?", "Wie was de voorzitter?"),
        ([BORSSELE], "En over kernafval?", "Wat vindt de VVD van kernafval?"),
        ([BORSSELE], "Wat vindt hij van kernafval?", "Wat vindt de VVD van kernafval?"),
        (["Wat vindt de heer De Boer van Borssele?"], "Wat wil hij met kernafval?", "Wat wil de heer De Boer met kernafval?"),
        ([BORSSELE], "Wie nog meer?", "Wat vindt iedereen behalve de VVD van Borssele?"),
        ([BORSSELE], "Wat vindt de minister daarvan?", "Wat vindt de minister van Borssele?"),
        ([BORSSELE], "Wat zei de minister daarop?", "Wat zei de minister tegen de VVD over Borssele?"),
        (["Hoeveel kost de bouw?"], "Wat was het antwoord van de minister?", "Hoeveel kost de bouw: wat was het antwoord van de minister?"),
        (["Hoeveel kost de bouw?"], "Wat was het antwoord van de minister over kernafval?", "Wat was het antwoord van de minister over kernafval?"),
        (["Wie is tegen kernenergie?"], "En wie is daarvoor?", "Wie is voor kernenergie?"),
        (["Wat is er gezegd over Borssele?"], "En in 2020?", "Wat is er gezegd over Borssele in 2020?"),
        ([BORSSELE], "En die van NSC?", "Wat vindt NSC van Borssele?"),
        ([BORSSELE], "En die van Wilders?", "Wat vindt Wilders van Borssele?"),
        ([BORSSELE], "En het standpunt van NSC?", "Wat is het standpunt van NSC over Borssele?"),
        (["Wat heeft Kröger gevraagd over Borssele?"], "En de vragen van NSC?", "Wat zijn de vragen van NSC over Borssele?"),
        (["Wat vindt de VVD van de motie van Kröger?"], "En die van NSC?", "Wat vindt de VVD van de motie van NSC?"),
        (["What does the VVD think of Borssele?"], "And the views of NSC?", "What are the views of NSC about Borssele?"),
        ([BORSSELE], "And the views of NSC?", "What are the views of NSC about Borssele?"),
        (["What does the VVD think of Borssele?"], "En de eisen van NSC?", "Wat zijn de eisen van NSC over Borssele?"),
        ([BORSSELE], "En de wens van NSC?", "Wat is de wens van NSC over Borssele?"),
        ([BORSSELE], "En hoe zit het bij NSC?", "Wat vindt NSC van Borssele?"),
        ([BORSSELE], "Hoe zit het met NSC?", "Wat vindt NSC van Borssele?"),
        ([BORSSELE], "En volgens NSC?", "Wat vindt NSC van Borssele?"),
        (["Hoe hoog moet de heffing volgens de VVD worden?"], "En volgens NSC?", "Hoe hoog moet de heffing volgens NSC worden?"),
        (["Wat kost de bouw?"], "Wat wil NSC?", "Wat wil NSC?"),
        ([BORSSELE], "Wat wil NSC?", "Wat vindt NSC van Borssele?"),
        (["Wat kost de bouw?"], "En volgens mevrouw Kröger?", "Wat kost de bouw volgens mevrouw Kröger?"),
        (["What does the VVD think of Borssele?"], "And according to NSC?", "What does the NSC think of Borssele?"),
        ([BORSSELE], "En die van 2020?", "Wat vindt de VVD van Borssele in 2020?"),
        ([BORSSELE], "Hoeveel?", "Wat vindt de VVD van Borssele: hoeveel?"),
        ([BORSSELE], "Wil de minister dat doen?", "Wil de minister dat doen: Borssele?"),
        ([BORSSELE], "En is de minister daartoe bereid?", f"{BORSSELE[:-1]}: en is de minister daartoe bereid?"),
        (["Wat zegt de minister over Borssele?"], "Gaat hij dat doen?", "Gaat de minister dat doen: Borssele?"),
        ([BORSSELE], "Wie zei dat?", BORSSELE),
        ([BORSSELE], "Op welke pagina staat dat?", BORSSELE),
        (["What does the VVD think of Borssele?"], "Who said that?", "What does the VVD think of Borssele?"),
        ([BORSSELE], "Hoeveel kost de bouw?", "Hoeveel kost de bouw?"),
        ([BORSSELE], "En hoeveel kost de bouw?", "Hoeveel kost de bouw?"),
        ([BORSSELE], "kernafval", "kernafval"),
        ([BORSSELE], "Klopt het dat de minister een heffing onderzoekt?", "Klopt het dat de minister een heffing onderzoekt?"),
        ([BORSSELE], "Wat zei NSC over de mensen die bij Borssele wonen?", "Wat zei NSC over de mensen die bij Borssele wonen?"),
        ([BORSSELE], "Mag iemand die naast een dijk woont verhuizen?", "Mag iemand die naast een dijk woont verhuizen?"),
        ([BORSSELE], "Wat verdienen havenloodsen?", "Wat verdienen havenloodsen?"),
        ([BORSSELE], "Heeft iemand dat gevraagd?", f"{BORSSELE[:-1]}: heeft iemand dat gevraagd?"),
        ([BORSSELE], "Welke gemeente precies?", f"{BORSSELE[:-1]}: welke gemeente precies?"),
        ([BORSSELE], "Hallo, wat vindt NSC van kernenergie?", "Wat vindt NSC van kernenergie?"),
        (["What does the VVD think of Borssele?"], "Who else?", "What does everyone except the VVD think of Borssele?"),
        (["What does the VVD think of Borssele?", "Why?"], "What about nuclear waste?", "What does the VVD think of nuclear waste?"),
        (["What does the VVD think of Borssele?"], "What did the minister promise about the fund?", "What did the minister promise about the fund?"),
    ],
)  # fmt: skip
def test_what_a_follow_up_stands_for(before: list[str], question: str, full: str) -> None:
    """What is elliptical takes what it lacks from the last whole question; what is a question of its own stays one."""
    assert resolve(question, before, CAST).full == full


@pytest.mark.parametrize("said", ["hallo", "Goedemorgen!", "dank je wel", "Thanks!", "ok", "Wie ben jij?", "test", "???", "Dat is fijn"])
def test_what_is_no_question(said: str, energy: Assistant) -> None:
    """A greeting, thanks or a word to the program is declined with what one can ask; it is not glued to what was asked before, nor searched."""
    answer = energy.ask(said, before=[BORSSELE], verbatim=True)
    assert small_talk(said) and answer.status == "declined" and answer.passages == () and answer.understood.question == said
    assert "U kunt vragen" in answer.notes[0] or "You can ask" in answer.notes[0]
    assert answer_text(answer, "nl").startswith("Dit is geen vraag over het verslag.")


@pytest.mark.parametrize("asked", ["Wat was het antwoord?", "Wie zei ja?", "Wie had een vraag?", "What was the answer?"])
def test_what_begins_as_a_question_is_one(asked: str, energy: Assistant) -> None:
    """Few and common words do not make small talk of a question about what was said."""
    assert not energy.ask(asked, verbatim=True).understood.idle


def test_words_nobody_knows(energy: Assistant) -> None:
    """Letters that are no words are asked by themselves and declined, with what one can ask; a short question is no small talk."""
    answer = energy.ask("asdfgh jkl", before=[BORSSELE], verbatim=True)
    assert (answer.reason, answer.understood.question) == ("off_topic", "asdfgh jkl") and answer.notes[-1].startswith("U kunt vragen")
    assert not any(small_talk(q) for q in ["Wat is er gezegd?", "En de VVD?", "Waarom?", "Kun je dat uitleggen?", "kernafval"])


def test_why_does_not_repeat_the_answer(energy: Assistant) -> None:
    """Asked why: the sentence that gives the reason, else what is said right after, said to be that."""
    given = energy.ask("Waarom?", before=["Wat vindt NSC van Borssele?"], verbatim=True)
    assert "omdat het om hun huizen gaat" in " ".join(told(given)) and given.notes == ()
    after = energy.ask("Waarom?", before=[BORSSELE], verbatim=True)
    assert told(after) == ["Zeeland heeft de ruimte en de kennis."] and "geen reden" in after.notes[0]


POST = reported(
    "De vaste commissie voor Economische Zaken heeft op 17 april 2024 overleg gevoerd over de postmarkt.",
    """De voorzitter:
Ik open het overleg over de postmarkt. Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. D66 wil dat er weer een bus in elk dorp staat. Komt er een fonds voor postbezorgers?

De heer Blom (SP):
Voorzitter. De SP heeft 30 miljoen euro voor de post gereserveerd.

Minister Peters:
Voorzitter. De posttarieven stijgen met 8 procent. Dat gebeurt op 1 januari 2025. De winst van het postbedrijf was vorig jaar 56 miljoen euro. Twee jaar eerder
was dat nog 228 miljoen euro. Een fonds voor postbezorgers komt er niet. Een leespas komt er in 2027. Ik zeg toe dat ik de Kamer in mei een brief stuur over de
brievenbussen.

Mevrouw Vos (D66):
Waarom komt dat fonds er niet?

Minister Peters:
Het bedrijf betaalt zijn mensen zelf al genoeg.

De heer Blom (SP):
Waarom pas in 2027?

Minister Peters:
Omdat de drukker eerst nieuwe machines moet kopen.

De voorzitter:
Ik sluit de vergadering.
""",
)


post = reading(POST)  # an assistant over another small debate


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        ("Met hoeveel procent stijgen de posttarieven?", "En wanneer?", "Dat gebeurt op 1 januari 2025."),
        ("Hoeveel winst maakte het postbedrijf vorig jaar?", "En twee jaar eerder?", "Twee jaar eerder was dat nog 228 miljoen euro."),
        ("Wanneer komt er een leespas?", "Waarom pas dan?", "Omdat de drukker eerst nieuwe machines moet kopen."),
        ("Komt er een fonds voor postbezorgers?", "Waarom niet?", "Het bedrijf betaalt zijn mensen zelf al genoeg."),
    ],
)
def test_one_thing_beside_an_answer(before: str, question: str, said: str, post: Assistant) -> None:
    """An amount, a date or another time is read by the sentence that was told; a reason also where somebody asked for it. The answer is not told again."""
    answer = post.ask(question, before=[before], verbatim=True)
    assert said in " ".join(told(answer)) and len(answer.statements) == 1


def test_what_the_record_does_not_give_beside_an_answer(post: Assistant) -> None:
    """An amount is no answer to "when": it is declined, and said what is lacking."""
    answer = post.ask("En wanneer?", before=["Hoeveel miljoen heeft de SP voor de post gereserveerd?"], verbatim=True)
    assert answer.status == "declined" and "vorige antwoord" in answer.notes[0]


FERRY = reported(
    "De vaste commissie voor Infrastructuur heeft op 17 april 2024 overleg gevoerd over veerdiensten.",
    """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. Hoeveel van de bijdrage voor de veerboot naar Schier is er al uitgegeven? En hoeveel fietsers voeren er gemiddeld mee op die boot?

Minister Peters:
Voorzitter. Van de 5 miljoen euro bijdrage voor de veerboot naar Schier is er 3,5 miljoen uitgegeven. De boot lag in mei een maand stil. Per
overtocht voeren er 48 fietsers mee.
""",
)


def test_what_a_follow_up_adds_is_what_it_asks(tmp_path: Path) -> None:
    """ "En hoeveel fietsers …" is not answered with what the first question asked, of which the whole holds more words."""
    with over(tmp_path, FERRY) as made:
        before = "Hoeveel van de bijdrage voor de veerboot naar Schier is al uitgegeven?"
        assert "3,5 miljoen" in told(made.ask(before, verbatim=True))[0]
        added = told(made.ask("En hoeveel fietsers voeren erop mee?", before=[before], verbatim=True))
    assert added == ["Per overtocht voeren er 48 fietsers mee."]


def test_who_said_that(post: Assistant) -> None:
    """The same answer once more: its citation tells who said it and where."""
    given = post.ask("Wie zei dat?", before=["Hoeveel winst maakte het postbedrijf vorig jaar?"], verbatim=True)
    assert given.citations[0].quote.turn.speaker.name == "Peters" and "56 miljoen" in told(given)[0]


def test_more_promises_are_others(post: Assistant) -> None:
    """After all promises were told there are no more, and that is said; they are not told again."""
    assert len(told(post.ask("Wat is er toegezegd?", verbatim=True))) == 1
    more = post.ask("Nog meer?", before=["Wat is er toegezegd?"], verbatim=True)
    assert more.status == "declined" and more.notes[0].startswith("Meer dan in het vorige antwoord")


def test_more_is_what_was_not_told(energy: Assistant) -> None:
    """Asked for more: nothing of the answer before, and where there is no more, that is said."""
    first = energy.ask("Wat vindt NSC?", verbatim=True)
    more = energy.ask("Wat vinden zij nog meer?", before=["Wat vindt NSC?"], verbatim=True)
    assert told(first) and (more.status, told(more)) == ("declined", []) and more.notes
    others = energy.ask("Wie nog meer?", before=[BORSSELE], verbatim=True)
    assert others.citations and "VVD" not in {c.quote.turn.speaker.party for c in others.citations}


def test_what_is_said_to_someone(energy: Assistant) -> None:
    """ "Wat zei de minister daarop?" is answered by the minister, who need not name whom it is said to."""
    answer = energy.ask("Wat zei de minister daarop?", before=[BORSSELE], verbatim=True)
    assert {c.quote.turn.speaker.name for c in answer.citations} == {"Terpstra"}


def test_who_is_left_out(energy: Assistant) -> None:
    """ "Andere partijen dan de VVD": the others are searched, and the words that say so are no subject."""
    answer = energy.ask("Wat vinden andere partijen dan de VVD en NSC van kernafval?", verbatim=True)
    assert {c.quote.turn.speaker.party for c in answer.citations} == {"ChristenUnie"}


def test_a_question_that_its_filter_leaves_out(energy: Assistant) -> None:
    """A party in the question and another one in the filter: nobody's words are given for the other's."""
    answer = energy.ask(BORSSELE, Filter(parties=("GroenLinks",)), verbatim=True)
    assert answer.status == "declined" and answer.notes == (
        "U vraagt naar VVD, maar doorzocht is alleen wie hier is gekozen: GroenLinks. Haal een van beide weg.",
    )
    assert energy.ask("Wat vindt de heer De Boer van Borssele?", Filter(parties=("VVD",)), verbatim=True).status == "answered"


def test_a_debate_by_its_date(energy: Assistant) -> None:
    """The date of a debate chooses it and is no subject; a date of which there is no debate is told, and nothing else is given for it."""
    there = energy.ask("Wat vindt de VVD van Borssele in het debat van 19 februari 2025?", verbatim=True)
    assert told(there)[0].startswith("De VVD is voor") and there.understood.filter.since == "2025-02-19"
    absent = energy.ask("Wat vindt de VVD van Borssele in het debat van 3 mei 2019?", verbatim=True)
    assert absent.status == "declined" and absent.notes[0].startswith("Er is geen verslag van een debat van 3 mei 2019.")


@pytest.mark.parametrize("wanted", ["de boer", "De Boer", "Boer"])
def test_a_surname_of_several(wanted: str, energy: Assistant) -> None:
    """The same mistake at `turns` and `ask`, naming who may be meant with their parties; a first name or a party chooses."""
    meeting = energy.meetings()[0][0].id
    for fails in (lambda: energy.turns(meeting, wanted), lambda: energy.ask("Wat is er gezegd?", Filter(speakers=(wanted,)))):
        with pytest.raises(UserError, match=r"Annelies de Boer \(NSC\), De Boer \(VVD\)\. Kies er een"):
            fails()
    assert {t.speaker.party for t in energy.turns(meeting, wanted, "NSC")} == {"NSC"}
    assert {t.speaker.party for t in energy.turns(meeting, f"{wanted} (VVD)")} == {"VVD"}
    assert {t.speaker.party for t in energy.turns(meeting, "Annelies de Boer")} == {"NSC"}


def test_one_name_for_two_members(tmp_path: Path) -> None:
    """Two members whom the record prints alike are two: the party or the title chooses."""
    assistant = Assistant(load(home=tmp_path))
    meeting = assistant.ingest_bytes(ENERGY.replace("Annelies de Boer", "De Boer").encode(), "energie.txt").meeting
    with pytest.raises(UserError, match=r"De Boer \(NSC\), De Boer \(VVD\)"):
        assistant.turns(meeting, "De Boer")
    assert [t.speaker.party for t in assistant.turns(meeting, "mevrouw De Boer")] == ["NSC"]
    assert [t.speaker.party for t in assistant.turns(meeting, "De Boer", "VVD")] == ["VVD"]
    assistant.close()


@pytest.mark.parametrize(
    ("question", "speaker", "party"),
    [
        ("Wat vindt Kroger van kerncentrales?", "Kröger", "GroenLinks-PvdA"),
        ("wat vindt kröger van kerncentrales?", "Kröger", "GroenLinks-PvdA"),
        ("Wat vindt kamerlid kröger van kerncentrales?", "Kröger", "GroenLinks-PvdA"),
        ("Wat vindt A. de Boer van Borssele?", "Annelies de Boer", "NSC"),
        ("Wat vindt mw. De Boer van Borssele?", "Annelies de Boer", "NSC"),
        ("Wat vindt dhr. De Boer van Borssele?", "De Boer", "VVD"),
        ("wat vindt minister terpstra van een heffing?", "Terpstra", None),
        ("Wat vindt mw Van der Graaf van kernafval?", "Van der Graaf", "ChristenUnie"),
    ],
)
def test_names_as_people_type_them(question: str, speaker: str, party: str | None, energy: Assistant) -> None:
    """Accents, capitals, initials and the abbreviations of titles: the same person, and nobody else, without a note."""
    answer = energy.ask(question, verbatim=True)
    assert {(c.quote.turn.speaker.name, c.quote.turn.speaker.party) for c in answer.citations} == {(speaker, party)}
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("typed", "who"),
    [("Kruger", "Kröger (GroenLinks-PvdA)"), ("Van de Graaf", "Van der Graaf (ChristenUnie)"), ("Terpsrta", "Minister Terpstra")],
)
def test_a_slip_of_one_letter(typed: str, who: str, energy: Assistant) -> None:
    """A name one letter off is read as the only one it may be, and that is said; two letters off it is nobody's."""
    answer = energy.ask(f"Wat vindt {typed} van kerncentrales bij Borssele?", verbatim=True)
    assert answer.notes[0] == f"Onder de naam {typed} spreekt niemand. Gelezen als {who}."
    assert {c.quote.turn.speaker.label for c in answer.citations} <= {who} and answer.reason != "not_present"
    assert energy.ask("Wat vindt Krijger van kerncentrales?", verbatim=True).reason == "not_present"


def test_who_is_meant_is_called_so_in_the_language_of_the_note(tmp_path: Path) -> None:
    """In English the office of whoever is read in a name with a slip, or fits one, is said in English."""
    member = "De heer Wolters (VVD):\nHet veer vaart.\n\n"
    names = ("Wolters", "Bruinsma")
    govern = "".join(f"Staatssecretaris {name}:\nWij verlengen de pier bij Harlingen met vijftig meter.\n\n" for name in names)
    with over(tmp_path, f"{FRONT}De voorzitter:\nGa uw gang.\n\n{member}{govern}Sluiting 12.00 uur.\n") as made:
        asked = [made.ask(f"What did {name} say about the pier?", verbatim=True, language="en") for name in ("Bruinsna", "Wolters")]
    assert "Read as State Secretary Bruinsma." in asked[0].notes[0]
    assert any("State Secretary Wolters" in note for note in asked[1].notes)


def test_two_parties_that_became_one() -> None:
    """ "GroenLinks-PvdA" of a debate in which the two spoke apart is both; "GroenLinks" of one in which they are one is that one."""
    apart = Cast((Speaker("Bromet", "GroenLinks", "member"), Speaker("Thijssen", "PvdA", "member")))
    assert understand("Wat vindt GroenLinks-PvdA van stikstof?", apart).filter.parties == ("GroenLinks", "PvdA")
    assert understand("Wat vindt GroenLinks van stikstof?", CAST).filter.parties == ("GroenLinks-PvdA",)
