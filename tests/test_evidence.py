"""What may answer a question: of the kind that is asked for and about what it is asked of, and not what only stands near."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.lexicon import terms
from rag.types import Answer
from tests.debates import opened, over, reading, reported

REPORT = reported(
    "De vaste commissie voor Economische Zaken heeft op 30 mei 2024 overleg gevoerd met mevrouw Adriaanse, Minister van Economische Zaken, over postbezorging.",
    """De voorzitter:
Aan de orde is het commissiedebat over de post. De heer Bakkum begint.

De heer Bakkum (BBB):
Voorzitter. Vorige maand sprak ik in Ter Apel met een weduwe van 84. Haar rouwkaarten kwamen aan toen de begrafenis al geweest was. De BBB
wil dat rouwpost altijd de volgende dag wordt bezorgd. PostNL vraagt 30 miljoen euro subsidie voor dit jaar. Hoeveel brievenbussen zijn er
sinds 2020 weggehaald? En wat doet de minister voor mensen die niet meer bij een brievenbus kunnen komen?

Mevrouw Tahiri (GroenLinks-PvdA):
Voorzitter. Belastinggeld naar aandeelhouders, daar zijn wij tegen. Een postzegel kost nu € 1,14. Hoeveel bezorgers werken er op dit moment
zonder vast contract? Sluit de minister uit dat het hier gaat zoals in Denemarken, waar het staatsbedrijf stopt met brieven bezorgen?

De heer Dral (VVD):
Voorzitter. De directeur van het postmuseum, Anna Post, vertelde mij dat er ooit vijf miljard brieven waren. De norm is 95%, vorig jaar werd
het 88%. Welke boete heeft de ACM daarvoor opgelegd?

Minister Adriaanse:
Voorzitter. De heer Bakkum vroeg naar de brievenbussen. Sinds 2020 zijn er 1.900 weggehaald. Mevrouw Tahiri vroeg hoeveel bezorgers er zonder
vast contract werken. Dat cijfer heb ik niet. Ik zal het bij het CBS opvragen en u daar in september over berichten. Kan ik uitsluiten dat het
hier gaat zoals in Denemarken? Dat kan ik nu nog niet zeggen. Ik kom daarop terug in de brief bij de wet. De heer Dral vroeg naar de boete. De
ACM heeft PostNL een boete van 2 miljoen euro gegeven. Het onderzoek naar de zondagsbezorging wordt uitgevoerd door bureau Panteia.

De voorzitter:
Ik sluit de vergadering.
""",
    "Van Wierden",
)


post = reading(REPORT)  # an assistant over the debate on the post


def told(answer: Answer) -> str:
    """The quoted words."""
    return " | ".join(" ".join(c.quote.text.split()) for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Hoe heet de directeur van PostNL?",
        "Hoe heet de weduwe uit Ter Apel?",
        "Wie is de directeur van de ACM?",
        "Hoeveel kost een postzegel volgend jaar?",
        "Wat kost een brievenbus?",
        "Hoe hoog is het loon van een bezorger?",
        "Hoeveel brieven waren er ooit in Ter Apel?",
    ],
)
def test_a_name_or_an_amount_of_something_else_is_no_answer(post: Assistant, question: str) -> None:
    """Names, prices and years stand near, but not of whom or what the question asks."""
    answer = post.ask(question, verbatim=True)
    assert answer.status == "declined", told(answer)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hoe heet de directeur van het postmuseum?", "Anna Post"),
        ("Wat kost een postzegel?", "€ 1,14"),
        ("Hoe hoog was de boete voor PostNL?", "een boete van 2 miljoen euro"),
        ("Welk bureau onderzoekt de zondagsbezorging?", "bureau Panteia"),
        ("Hoeveel brievenbussen zijn er weggehaald?", "1.900"),
        ("Hoeveel brievenbussen zijn er inmiddels weggehaald?", "1.900"),
    ],
)
def test_what_is_of_it_is_an_answer(post: Assistant, question: str, words: str) -> None:
    """The same kinds of question, where the record tells it of what is asked."""
    assert words in told(post.ask(question, verbatim=True))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Gaat het met de brieven in Nederland zoals in Denemarken?", "Dat kan ik nu nog niet zeggen. Ik kom daarop terug in de brief bij de wet."),
        ("Hoeveel bezorgers hebben geen vast contract?", "Dat cijfer heb ik niet. Ik zal het bij het CBS opvragen en u daar in september over berichten."),
    ],
)  # fmt: skip
def test_what_is_not_told_yet_comes_with_when_it_will_be(post: Assistant, question: str, words: str) -> None:
    """A reply that tells nothing is shown with the sentence after it, which says what comes."""
    assert words in told(post.ask(question, verbatim=True))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Wie vroeg naar de brievenbussen?", "Hoeveel brievenbussen zijn er sinds 2020 weggehaald?"),
        ("Welke partij stelde een vraag over Denemarken?", "Sluit de minister uit dat het hier gaat zoals in Denemarken"),
        ("Who asked about the fine?", "Welke boete heeft de ACM daarvoor opgelegd?"),
        ("Which party asked about mailboxes?", "Hoeveel brievenbussen zijn er sinds 2020 weggehaald?"),
    ],
)
def test_who_asked_is_answered_by_the_question_of_whoever_did(post: Assistant, question: str, words: str) -> None:
    """A member's own question tells who asked; not what the government says of it."""
    answer = post.ask(question, verbatim=True)
    assert answer.citations[0].quote.turn.speaker.role == "member" and words in told(answer)


def test_what_only_a_member_spoke_of_is_no_answer_of_the_government(post: Assistant) -> None:
    """Where the government is asked and none of its sentences is about it, the question is declined: the word stands in the record, in another mouth."""
    assert post.ask("Wat zegt de minister over aandeelhouders?", verbatim=True).status == "declined"
    assert post.ask("Wat zegt de minister over de zondagsbezorging?", verbatim=True).status == "answered"


def test_what_a_member_retells_is_not_the_view_of_the_party(tmp_path: Path) -> None:
    """ "Mevrouw Tahiri noemt de postbode de ogen van de wijk", said to ask something, tells what she finds."""
    retold = "De heer Vos (CDA):\nMevrouw Tahiri noemt de postbode de ogen van de wijk. Wie betaalt dat?\n\nMinister Adriaanse:"
    with over(tmp_path, REPORT.replace("Minister Adriaanse:", retold, 1)) as made:
        assert made.ask("Wat vindt het CDA van de postbode?", verbatim=True).status == "declined"


FEES = """De vaste commissie voor Landbouw heeft op 18 juni 2025 overleg gevoerd met de heer Wallinga, Staatssecretaris van Landbouw, over droogte.

Van dit overleg brengt de commissie bijgaand geredigeerd woordelijk verslag uit.

Voorzitter: Hoving
Griffier: Stam

Aanvang 10.00 uur.

De voorzitter:
We spreken over droogte en beregening. De heer Ydema begint.

De heer Ydema (D66):
Voorzitter. D66 wil een heffing op grondwater voor iedereen die meer dan 10.000 kuub oppompt. Sprinklers op golfbanen moeten dicht. Wie dat
overtreedt, moet een boete van 5.000 euro krijgen. En ik vraag 20 miljoen voor het herstel van de vennen.

De heer Nanninga (PVV):
Wat gaat die heffing een gemiddelde akkerbouwer kosten?

De heer Ydema (D66):
Ongeveer 700 euro per seizoen.

Staatssecretaris Wallinga:
Voorzitter. Er zijn vorig jaar 86 putten afgekeurd. Overdag beregenen blijft verboden. Over de vennen heb ik niets te zeggen.

Mevrouw Akkerman (BBB):
Kan de Staatssecretaris toezeggen dat hij met de waterschappen gaat praten over de leges?

Staatssecretaris Wallinga:
Dat gesprek voer ik in oktober.

De voorzitter:
Ik sluit de vergadering.

Sluiting 11.15 uur.
"""


fees = reading(FEES)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hoe hoog moet volgens D66 de boete worden?", "een boete van 5.000 euro"),
        ("Hoe hoog moet de boete volgens D66 worden?", "een boete van 5.000 euro"),
        ("Wat kost de heffing een akkerbouwer volgens D66?", "Ongeveer 700 euro per seizoen."),
        ("Wat kost volgens D66 de heffing een akkerbouwer?", "Ongeveer 700 euro per seizoen."),
        ("Wat gaat de heffing volgens de heer Ydema een akkerbouwer kosten?", "Ongeveer 700 euro per seizoen."),
    ],
)
def test_whose_words_are_asked_for_may_stand_anywhere_in_the_question(fees: Assistant, question: str, words: str) -> None:
    """Where "volgens D66" stands decides nothing; and what a member replied to another who asked the same is the answer."""
    assert words in told(fees.ask(question, verbatim=True)).split(" | ")[0]


def test_an_amount_that_the_record_lacks_is_not_taken_for_said(fees: Assistant) -> None:
    """Who asked for an amount nobody named is declined with what was said nearest; asked whether it is so, that is the answer; and both say so."""
    assert told(fees.ask("Wie vroeg om 20 miljoen voor de vennen?", verbatim=True)).startswith("En ik vraag 20 miljoen")
    asked = fees.ask("Wie vroeg om 25 miljoen voor de vennen?", verbatim=True)
    assert asked.status == "declined" and asked.passages[0].turn.number == 2
    assert any(note.startswith("25 miljoen") for note in asked.notes)
    whether = fees.ask("Klopt het dat er 120 putten zijn afgekeurd?", verbatim=True)
    assert told(whether).startswith("Er zijn vorig jaar 86 putten afgekeurd.")
    assert any(note.startswith("120 putten") for note in whether.notes)


def test_a_question_to_the_same_office_is_no_question_on_the_same_subject(fees: Assistant) -> None:
    """The reply to "Kan de Staatssecretaris …?" is not what he says of a subject which that question does not name."""
    assert fees.ask("Wat zegt de staatssecretaris over golfbanen?", verbatim=True).status == "declined"


both = reading(REPORT, FEES)  # an assistant over the debates on the post and on drought


def test_of_several_debates_the_one_that_speaks_of_the_rare_word_answers(both: Assistant) -> None:
    """ "Sprinklers" are spoken of in one debate: what another says of a fine is no part of the answer."""
    answer = both.ask("Welke boete wordt opgelegd voor sprinklers?", verbatim=True)
    assert "een boete van 5.000 euro" in told(answer) and "Sprinklers" in answer.passages[0].turn.text
    assert len({c.quote.turn.meeting for c in answer.citations}) == 1


def test_which_party_wants_something_is_not_told_by_the_government(fees: Assistant) -> None:
    """Whoever asks which party or who wants something hears members, though the government speaks of it in the same words."""
    for question in ("Welke partij vindt dat er een heffing moet komen?", "Wie wil overdag beregenen?", "Which party wants a levy?"):
        answer = fees.ask(question, verbatim=True)
        assert all(c.quote.turn.speaker.role == "member" for c in answer.citations), question


@pytest.mark.parametrize("to", ["Akkerman", "mevrouw Akkerman", "aan mevrouw Akkerman"])
def test_a_member_named_right_after_an_office_is_to_whom_it_was_promised(fees: Assistant, to: str) -> None:
    """The state secretary and the member are two; and to whom it was promised is no subject to look for in its words."""
    assert told(fees.ask(f"Wat heeft de staatssecretaris {to} toegezegd?", verbatim=True)) == "Dat gesprek voer ik in oktober."
    assert fees.ask("Wat zegt staatssecretaris Akkerman over leges?", verbatim=True).reason == "not_present"


RAILS = """

De heer Bakker (D66):
Voorzitter. Op elk perron hangt een wolk rook. Een rookzuil die niemand gebruikt: hoe is het mogelijk dat wij dat nog accepteren?

D66 wil dat gezondheid weer voorop staat. De prijzen van kaartjes zijn hoog genoeg. Wij willen dat minitreinstellen verdwijnen.

Mevrouw Postma (CDA):
Voorzitter. Wat doen de tarieven van ProRail? Het CDA vindt die tarieven te hoog. Komt er een landelijke rookpas?

Minister Van Wijk:
Voorzitter. Een landelijke rookpas komt er niet. De NS gaat daar zelf over.
De tarieven van ProRail stijgen met 2%.
Mevrouw Postma vroeg om een toezegging over de fietsen. Die toezegging kan ik niet doen, omdat de wet dat niet toestaat.
"""
rails = reading(opened(RAILS))  # an assistant over a debate in which words of a question stand by something else


@pytest.mark.parametrize(
    "question",
    [
        "Wat vindt D66 van rookzuilen?",
        "Wat zei de heer Bakker over de tarieven van ProRail?",
        "Wat zegt D66 over het treinstel en het materieelplan?",
    ],
)
def test_what_somebody_says_on_something_else_is_no_position_on_what_is_asked(question: str, rails: Assistant) -> None:
    """What they want in another paragraph, or what shares one word of two with it, is no answer: the subject itself they do not speak of."""
    assert rails.ask(question, verbatim=True).status == "declined"


def test_a_promise_that_was_never_made_gets_what_was_said_instead(rails: Assistant) -> None:
    """ "Toegezegd" is no subject: where the premise is false, the refusal of another promise is no answer, and what was said of it is."""
    answer = rails.ask("Waarom heeft de minister toegezegd dat er een landelijke rookpas komt?", verbatim=True)
    assert told(answer).startswith("Een landelijke rookpas komt er niet.") and "fietsen" not in told(answer)


FERRIES = reported(
    "De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over veerboten.",
    """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. De veerboot naar Terschelling vertrekt te vroeg. Op dinsdag ligt hij stil. In de zomer vaart hij vaker.

Minister Peters:
Voorzitter. De storingen aan de veerboot melden schippers aan de provincie. Dan de zomer.
""",
)


def test_a_day_is_no_time_of_the_day(tmp_path: Path) -> None:
    """ "Hoe laat?" is not told by "op dinsdag"."""
    with over(tmp_path, FERRIES) as made:
        assert made.ask("Hoe laat vertrekt de veerboot naar Terschelling?", verbatim=True).status == "declined"


def test_that_no_date_stands_by_an_answer_is_said(tmp_path: Path) -> None:
    """What is told of it is given where a date is asked for, and that there is none with it; not where there is one."""
    with over(tmp_path, FERRIES) as made:
        without = made.ask("Wanneer melden schippers storingen aan de veerboot?", verbatim=True)
        dated = made.ask("Wanneer ligt de veerboot naar Terschelling stil?", verbatim=True)
    assert "aan de provincie" in told(without) and "Een datum staat er niet bij." in without.notes
    assert "dinsdag" in told(dated) and not dated.notes


def test_how_long_may_be_told_without_a_number(tmp_path: Path) -> None:
    """ "Net zo lang als vroeger" tells how long."""
    said = """Minister Peters:
De vergadering duurde drie uur. De overtocht naar Ameland duurt net zo lang als vroeger.
"""
    with over(tmp_path, reported("De commissie heeft op 12 maart 2024 overleg gevoerd over veerboten.", said)) as made:
        assert "net zo lang" in told(made.ask("Hoe lang duurt de overtocht naar Ameland?", verbatim=True))


def test_what_holds_hardly_a_word_of_the_question_stands_beside_no_answer(tmp_path: Path) -> None:
    """That nobody counts it answers "hoe vaak"; a number in a sentence on something else, in the same turn, does not."""
    said = """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. De brugwachters werken hard. Er zijn geen gegevens over hoe brugwachters storingen aan de provincie melden. In 2021 gaf de provincie een
brief uit. Twee keer is er een brug gesloten.

Minister Peters:
Voorzitter. Een vergunning voor een brug geeft de gemeente, die haar kan intrekken als een brugwachter zich niet aan de regels houdt. De gemeente
heeft in het afgelopen jaar twee keer een controle gehouden.
"""
    with over(
        tmp_path, reported("De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over bruggen.", said)
    ) as made:
        answer = made.ask("Hoe vaak melden brugwachters storingen?", verbatim=True)
    assert told(answer) == "Er zijn geen gegevens over hoe brugwachters storingen aan de provincie melden."


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Wat vindt de SGP van de zondagsrust op sluizen?", "De SGP hecht aan de zondagsrust op sluizen."),
        ("Wat vindt de SGP van nachtbediening?", ""),  # the CDA's, in the same mouth
        ("Wat vindt de SGP van windmolens?", ""),
        ("Wat vindt de SGP van pontjes?", ""),  # what the CDA disagrees on with it
    ],
)
def test_a_party_that_somebody_of_another_spoke_for_took_part(tmp_path: Path, question: str, words: str) -> None:
    """Only what names the party is given as its, in the mouth that said it; nobody says that it took no part."""
    said = """De voorzitter:
Het woord is aan de heer Wiersma.

De heer Wiersma (CDA):
Voorzitter. Ik spreek vandaag mede namens de SGP. Het CDA wil nachtbediening op alle sluizen. De SGP hecht aan de zondagsrust op sluizen.
Met de SGP zijn wij het over pontjes niet eens.

Mevrouw Vos (D66):
Voorzitter. D66 wil meer windmolens langs de sluizen.

Minister Peters:
Voorzitter. Nachtbediening op alle sluizen is te duur.
"""
    report = reported("De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over sluizen.", said)
    with over(tmp_path, report) as made:
        answer = made.ask(question, verbatim=True)
        assert answer.notes[0] == "Wiersma (CDA) sprak mede namens SGP." and answer.reason != "not_present"
        assert not any("wel over gesproken" in note for note in answer.notes)
        assert told(answer) == words and all(c.quote.turn.speaker.name == "Wiersma" for c in answer.citations)
        assert made.ask("Wat vindt de PVV van nachtbediening?", verbatim=True).reason == "not_present"
        both = made.ask("Wat vinden de SGP en D66 van windmolens?", verbatim=True)  # the other's words are not lost for it
        assert not any("nam geen deel" in note for note in both.notes)
        assert told(both) == "D66 wil meer windmolens langs de sluizen." and not any("geen antwoord" in note for note in both.notes)


_FOR_ANOTHER = """De heer Wiersma (CDA):
Voorzitter. Ik spreek mede namens de SGP. {}

Mevrouw Vos (D66):
Voorzitter. D66 wil nachtbediening op alle sluizen.

Minister Peters:
Voorzitter. Nachtbediening op alle sluizen is te duur.
"""
_SLUICES = "De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over sluizen."


@pytest.mark.parametrize(
    ("question", "told_by"),
    [
        (
            "Wat vinden de SGP en D66 van nachtbediening?",
            ["D66 wil nachtbediening op alle sluizen.", "De SGP vindt nachtbediening onnodig."],
        ),
        (
            "Wat vinden het CDA en de SGP van nachtbediening?",
            ["Het CDA wil nachtbediening in mei.", "De SGP vindt nachtbediening onnodig."],
        ),
        ("Wat vinden de SGP en D66 van zonnepanelen?", []),
        ("Wat vindt de SGP van nachtbediening?", ["De SGP vindt nachtbediening onnodig."]),
    ],
)
def test_of_two_asked_about_the_one_that_another_spoke_for_is_heard_too(tmp_path: Path, question: str, told_by: list[str]) -> None:
    """The other's answer stands, with what was said in the name of the one that was not there; no note says that it took no part."""
    said = _FOR_ANOTHER.format("De SGP vindt nachtbediening onnodig. Het CDA wil nachtbediening in mei. De SGP wil geen windmolens.")
    with over(tmp_path, reported(_SLUICES, said)) as made:
        answer = made.ask(question, verbatim=True)
    unheard = [note.partition(" staat hier")[0] for note in answer.notes if "geen zin bij" in note]
    assert [*(s.text for s in answer.statements), *unheard] == told_by
    assert answer.notes[0] == "Wiersma (CDA) sprak mede namens SGP." and not any("nam geen deel" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("De SGP vindt nachtbediening onnodig.", ["De SGP vindt nachtbediening onnodig."]),
        ("De SGP wil geen windmolens.", []),
        ("", []),
    ],
)
def test_who_only_says_to_speak_for_a_party_gives_no_view_of_it(tmp_path: Path, said: str, voice: list[str]) -> None:
    """ "Ik spreek mede namens de SGP." stands in place of no view, beside what others hold."""
    with over(tmp_path, reported(_SLUICES, _FOR_ANOTHER.format(f"Het CDA wil nachtbediening in mei. {said}"))) as made:
        answer = made.ask("Wat vinden de SGP en D66 van nachtbediening op sluizen?", verbatim=True)
    assert [s.text for s in answer.statements if "SGP" in s.text] == voice


@pytest.mark.parametrize(
    ("said", "theirs"),
    [
        ("Samen met de SGP vindt het CDA nachtbediening op sluizen onnodig.", True),
        ("Dan de SGP: die wil nachtbediening op sluizen houden.", True),
        ("Het CDA is met de SGP van mening dat nachtbediening op sluizen onnodig is.", True),
        ("Wij zijn het met de SGP eens dat nachtbediening op sluizen onnodig is.", True),
        ("De SGP is tegen nachtbediening, anders dan het CDA.", True),
        ("Met de SGP verschillen wij over nachtbediening van mening.", False),
        ("Ik ben het over nachtbediening volstrekt niet met de SGP eens.", False),
        ("Over nachtbediening ben ik het oneens met de SGP.", False),
        ("Anders dan de SGP willen wij nachtbediening op sluizen.", False),
        ("Wij willen, tegen de zin van de SGP, nachtbediening op sluizen.", False),
        ("In tegenstelling tot de SGP willen wij nachtbediening.", False),
        ("Wij hebben met de SGP lang over nachtbediening gesproken.", False),
    ],
)
def test_what_is_held_with_a_party_is_its_and_what_is_held_against_it_is_not(tmp_path: Path, said: str, theirs: bool) -> None:
    """A party that another spoke for is quoted with what it agrees on, never with what the speaker's own party wants instead."""
    with over(tmp_path, reported(_SLUICES, _FOR_ANOTHER.format(said))) as made:
        assert told(made.ask("Wat vindt de SGP van nachtbediening?", verbatim=True)) == (said if theirs else "")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Waarom is de SP tegen de meldplicht?", "De SP is tegen dit wetsvoorstel"),
        ("Wat vindt de SP van de meldplicht?", "De SP is tegen dit wetsvoorstel"),
        ("Waarom is D66 tegen de meldplicht?", ""),
        ("Is D66 tegen de meldplicht?", ""),  # it is against another's proposal
    ],
)
def test_who_is_against_the_bill_is_against_what_the_debate_is_on(tmp_path: Path, question: str, words: str) -> None:
    """A member who is against "dit wetsvoorstel" need not name what stands in the title; of who does not say so nothing is taken for it."""
    said = """De voorzitter:
Aan de orde is de meldplicht voor imkers.

De heer Blom (SP):
Voorzitter. Alweer een formulier. Imkers houden bijen en geen boekhouding. De SP is tegen dit wetsvoorstel, want het kost alleen maar honing.

Mevrouw Vos (D66):
Voorzitter. Mijn oma had zelf drie kasten. Een kast kost 400 euro. Wij zijn tegen het voorstel van de SP om de
bermen te maaien, en tegen dit voorstel van de boeren.

Minister Peters:
Voorzitter. De meldplicht is nodig omdat ziektes zich snel verspreiden.
"""
    front = "De vaste commissie voor Landbouw heeft op 12 maart 2024 overleg gevoerd over de meldplicht voor imkers."
    with over(tmp_path, reported(front, said)) as made:
        answer = made.ask(question, verbatim=True)
    assert words in told(answer) if words else answer.status == "declined"


@pytest.mark.parametrize(
    ("said", "told_by"),
    [
        ("De SP is tegen de wet, want die kost alleen maar honing.", True),
        ("De SP stemt tegen het wetsvoorstel, want het kost alleen maar honing.", True),
        ("Wij zijn tegen het voorstel, want het kost honing.", True),
        ("Wij zijn tegen dit plan, want het kost alleen maar honing.", False),
        ("Wij zijn tegen dit besluit, want het kost alleen maar honing.", False),
        ("De SP is tegen deze maatregel, want die kost honing.", False),
        ("De SP is tegen dit voorstel van de minister, want het kost honing.", True),
        ("De SP is tegen deze wet die de imkers plaagt.", True),
        ("Wij zijn tegen deze wet zolang imkers geen stem krijgen.", True),
        ("Daarom zijn wij tegen die wet, want die plaagt imkers.", True),
        ("Mijn fractie stemt fel tegen het wetsvoorstel.", True),
        ("Honing vervalsen is tegen de wet, en daar doet niemand wat aan.", False),
        ("Dat is tegen de wet, voorzitter.", False),
        ("Wie zijn kast op de stoep zet, handelt tegen de wet, want dat mag niet.", False),
        ("Wij zijn niet tegen de wet, want die helpt.", False),
        ("Wij zijn nooit tegen de wet.", False),
        ("Een imker zei mij: ik ben tegen de wet, want die plaagt ons.", False),
        ("De imkers zeggen: wij zijn tegen de wet.", False),
        ("De SP is niet tegen deze wet.", False),
        ("Niemand is tegen deze maatregel.", False),
        ("Het CDA was destijds tegen de wet.", False),
        ("Boeren komen in verzet tegen de wet, want zij zijn boos.", False),
        ("De gemeente Assen wil geen bijen meer. Wij zijn tegen dit besluit, want bijen horen in de stad.", False),
        ("Brussel wil honing gaan keuren. Wij zijn tegen deze maatregel, want dat kost geld.", False),
        ("De SP stemde in Drenthe tegen het voorstel, want dat was te duur.", False),
        ("De SP is tegen die wet in Duitsland, want die kost honing.", False),
        ("De SP was tegen die wet uit 2015.", False),
        ("De SP was tegen de wet uit 2015.", False),
        ("De SP is tegen het voorstel van D66, want het kost honing.", False),
        ("D66 heeft een voorstel voor een heffing op honing. Wij zijn tegen het voorstel, want het kost honing.", False),
        ("Er komt een wet op de jacht. De SP is tegen de wet, want die kost hazen.", False),
        ("De SP is tegen het plan, want het kost honing.", False),
        ("De SP is tegen deze wet van de heer Bakker over honden.", False),
        ("Dank voor het voorstel. De SP telt zijn bijen.", False),
    ],
)
def test_who_is_against_another_bill_is_not_against_what_the_debate_is_on(tmp_path: Path, said: str, told_by: bool) -> None:
    """ "Dit voorstel" is what the title names, and "de wet" of who says to be against it, where nothing tells of another; "dit plan" may be anybody's."""
    report = f"""De heer Blom (SP):
Voorzitter. Alweer een formulier. Imkers houden bijen en geen boekhouding. {said}

Minister Peters:
Voorzitter. De meldplicht is nodig omdat ziektes zich snel verspreiden.
"""
    with over(tmp_path, reported("De commissie heeft op 12 maart 2024 overleg gevoerd over de meldplicht.", report)) as made:
        answer = made.ask("Waarom is de SP tegen de meldplicht?", verbatim=True)
    assert said.rpartition(". ")[2] in told(answer) if told_by else answer.status == "declined"


def test_what_is_asked_after_an_amount_does_not_hide_it(tmp_path: Path) -> None:
    """A member who tells how many and asks what the minister thinks of it has told it; "één te veel" counts something else."""
    said = """Minister Peters:
Voorzitter. De nesten op de schoorstenen zijn geteld.

De heer Blom (SP):
240 nesten op tienduizend schoorstenen. Dat is ruim 2%. Vindt de minister dat nou zelf redelijk?

Minister Peters:
Ik vind van wel. Eén brand in een rieten dak is er één te veel, en de heer Blom zou de eerste zijn om mij daarop aan te spreken.

De voorzitter:
Ik sluit de vergadering.
"""
    with over(tmp_path, reported("De vaste commissie voor Landbouw heeft op 12 maart 2024 overleg gevoerd over vogels.", said)) as made:
        answer = made.ask("Hoeveel nesten zitten er op schoorstenen?", verbatim=True)
    assert "240 nesten" in told(answer) and "te veel" not in told(answer)


NAMED = """De voorzitter:
Mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. De Sociaal-Economische Raad adviseert over koptelefoons in de trein. D66 wil daar was het om gaat: rust.

Mevrouw Kok (SP):
Voorzitter. Ik heb de volgende motie over rust in de trein.

Minister Peters:
De Autoriteit Consument & Markt kijkt naar de prijzen. Zo komt de trein goed in beeld. Het WAS wordt gewijzigd.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Wat adviseert de SER?", "Sociaal-Economische"),
        ("Wat doet de ACM?", "Autoriteit Consument & Markt kijkt"),
        ("Wat doet de AFM?", ""),
        ("Wat vindt D66 van het WAS?", ""),  # "was" is not it
        ("Wat zei de minister over het WAS?", "Het WAS wordt gewijzigd."),
        ("What was said about headphones?", "koptelefoons"),
        ("What was said about statues?", ""),
    ],
)
def test_a_name_in_capitals_is_looked_for_as_it_is_written_out(tmp_path: Path, question: str, words: str) -> None:
    """By its initials, where nobody uses it; one that has the letters of a common word is a name all the same."""
    with over(tmp_path, reported("De commissie heeft op 12 maart 2024 overleg gevoerd over de trein.", NAMED)) as made:
        answer = made.ask(question, verbatim=True)
    assert answer.status == ("answered" if words else "declined") and words in " ".join(s.text for s in answer.statements)


def test_a_verb_split_from_its_particle_is_no_noun() -> None:
    """ "Welke motie diende mevrouw Kok in?" asks with "diende"."""
    found = {t.word: t.verb for t in terms("Welke motie diende mevrouw Kok in?", "nl", "nl")}
    assert found["diende"] and not found["motie"]
    found = {t.word: t.verb for t in terms("Hoeveel zaken rond wraak komt de politie tegen?", "nl", "nl")}
    assert not found["zaken"]
