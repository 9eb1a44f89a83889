"""Questions to the government: found, told apart from what is none, put together, and tied to what answers them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.score_questions import Score, load, score
from rag.assistant import SEED, Assistant
from rag.cli import app
from rag.exchange import exchange
from rag.ledgers import asked_in
from rag.questions import answers_of, interruptions, questions
from rag.questions.line import decides, rounded, shown_answer
from rag.read import read
from rag.render.fidelity import FidelityError
from rag.render.ledger import questions_text
from rag.render.table import questions_csv
from rag.types import Meeting, Motion, Question, Quote, Role, Speaker, Transcript, Turn
from rag.verify import holds
from tests.debates import over, reported

ROLES: dict[str, tuple[str, str | None, Role]] = {
    "chair": ("De voorzitter", None, "chair"),
    "nispen": ("Van Nispen", "SP", "member"),
    "kuik": ("Kuik", "CDA", "member"),
    "koops": ("Koops", "NSC", "member"),
    "minister": ("Jansen", None, "government"),
    "secretary": ("De Boer", None, "government"),
}
OFFICES = {"minister": "Minister", "secretary": "Staatssecretaris"}
FILLER = "Mensen wachten te lang op hulp van de gemeente. " * 4
MEETING = Meeting("m", "Debat", None, None, "2025-01-01", "gecorrigeerd", "vlos", "nl", "Verslag m")


def debate(*said: tuple[str, str], unquotable: bool = False) -> tuple[Turn, ...]:
    """A debate of (speaker, text) pairs."""
    return tuple(
        Turn(
            "m",
            i,
            Speaker(*ROLES[who], office=OFFICES.get(who)),
            "",
            text,
            unquotable=((0, len(text)),) if unquotable else (),
        )
        for i, (who, text) in enumerate(said, 1)
    )


def speech(text: str, answer: str = "Dank voor de inbreng.") -> tuple[Turn, ...]:
    """One member's speech and the minister's answer."""
    return debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}{text}"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", answer),
    )


def asked(text: str) -> list[str]:
    """What is taken for a question in a speech: the sentence that asks of each item."""
    return [q.quote.text for q in questions(speech(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Hoe staat het met de uitvoering van de motie over jeugdzorg?",
        "Graag een reactie van de minister op het rapport van de Rekenkamer.",
        "Ik zou graag van de minister horen hoeveel huishoudens een achterstand hebben.",
        "De SP hoort graag hoe het staat met de uitvoering van de motie.",
        "Ik vraag de minister om de wachtlijsten per regio in beeld te brengen.",
        "Ik hoor graag hoe het kabinet naar de wachtlijsten kijkt.",
        "Ik ben benieuwd naar de gevolgen van deze wet voor zelfstandigen.",
        "Klopt het dat het aantal inspecteurs daalt?",
        "Klopt dat?",
        "Graag ook de stand van zaken per regio.",
        "Wij vragen ons af of de subsidie voor vrijwilligers blijft bestaan.",
        "De SP roept de minister op om de wachtlijsten per regio aan te pakken.",
        "De SP verwacht dat het kabinet de stijging van de uitgaven een halt toeroept.",
        "Daarom vraagt de SP: neemt de minister het advies van het Zorginstituut over?",
        "Ik wil nog even checken of de minister de brandweer al heeft gesproken.",
        "Voor het debat van volgende week wil ik een korte reflectie van het kabinet op de sluiting van de haven.",
    ],
)
def test_asks_with_and_without_a_question_mark(text: str) -> None:
    """Requests count without a mark, and questions with one."""
    assert asked(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Maar wat zien we? De wachttijden lopen op.",
        "Wat doet deze minister? Helemaal niets.",
        "Dat is toch te gek voor woorden?",
        "Is de heer Koops het met mij eens dat dit anders moet?",
        "Voorzitter, mag ik hierop nog een interruptie plaatsen?",
        "Ouders zeggen: «Waarom moeten wij twee jaar op hulp wachten?»",
        "Je vraagt dan: wordt er weleens iets geregistreerd?",
        "Ik wil aandacht vragen voor de positie van mantelzorgers.",
        "Daar heb ik Kamervragen over gesteld.",
        "De minister speelt mijn vragen over de tol door aan een collega.",
        "Heb ik nog minuutjes over?",
        "Daar wil ik straks drie vragen over stellen.",
        "Ik wil even checken of ik het goed heb begrepen.",
        "Ik wil beginnen met een reflectie op de cijfers.",
        "Wie betaalt die rekening? Niet de fabriek, niet de winkel, maar u en ik.",
        "Wie betaalt die rekening? Niet de fabriek.",
        "Wie durft dat hardop te zeggen?",
        "Is dat het Nederland waar we trots op zijn?",
        "Is dit de zorg die wij met elkaar willen?",
    ],
)
def test_what_looks_like_a_question_and_is_none(text: str) -> None:
    """Rhetorical questions, those of others, to members and to the chair, and talk about questions."""
    turns = (*speech(text), *debate(("minister", "Dank."), ("nispen", "Dank."))[2:])
    others = Turn("m", 9, Speaker("Koops", "NSC", "member"), "", "Dank voor het woord. " * 20)
    assert questions((*turns, others)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Wie houdt daar toezicht op? Niet alle gemeenten doen dat.",
        "Wie betaalt dat? Niet dat het veel is, maar toch.",
        "Is dat het bedrag dat we betalen?",
    ],
)
def test_what_only_begins_as_an_answer_of_the_asker_leaves_the_question(text: str) -> None:
    """What is not so everywhere, or does not matter, answers nothing."""
    assert asked(text) == [text.split("?", maxsplit=1)[0] + "?"]


def test_a_no_beside_sympathy_answers() -> None:
    """ "Ik begrijp het gevoel, maar dat doe ik niet." is a no, and no sympathy with something else."""
    (one,) = questions(speech("Wil de minister die grens verlagen?", "Dan de grens. Ik begrijp het gevoel, maar dat doe ik niet."))
    assert (one.status, [q.text for q in one.answers]) == ("answered", ["Ik begrijp het gevoel, maar dat doe ik niet."])


def test_what_one_hears_gladly_behind_a_figure_is_a_question_of_its_own() -> None:
    """ "Hoeveel koeien …? En ik hoor graag waar een boer terechtkan.": the number answers only the first."""
    wish = "En ik hoor graag van de minister waar een boer met die schade terechtkan."
    first, then = questions(speech(f"Hoeveel koeien werden er ziek? {wish}", "Er werden 4.000 koeien ziek, zegt LTO."))
    assert (first.status, then.told.text, then.status) == ("answered", wish, "open")


def test_a_rhetorical_form_that_is_put_to_the_minister_counts() -> None:
    """ "Je moet toch …?" alone wants no answer; followed by "Dat is mijn vraag aan de minister." it does."""
    alone = "Je moet toch kunnen zien of zo'n actieplan van de politie werkt?"
    assert asked(alone) == []
    found = questions(speech(f"{alone} Dat is mijn vraag aan de minister."))
    assert [q.quote.text for q in found] == [alone]
    assert [q.text for q in found[0].also] == ["Dat is mijn vraag aan de minister."]


def test_motions_are_no_questions() -> None:
    """What a motion asks of the government is not a question of its mover."""
    turns = speech("verzoekt de regering de wachtlijsten in beeld te brengen, en wil weten hoeveel mensen wachten?")
    text = turns[1].text
    assert questions(turns, motions=[Motion(2, len(FILLER), len(text), None, None)]) == ()


def test_in_total_points_back_at_nothing() -> None:
    """ "Hoeveel mensen zijn er vorig jaar in totaal verdronken?" asks something of its own."""
    asks = ["Wordt zwemmen in open water een onderdeel van het diploma?", "En hoeveel mensen zijn er vorig jaar in totaal verdronken?"]
    assert asked(" ".join(asks)) == asks


def test_what_form_an_answer_should_have_is_no_question_of_its_own() -> None:
    """ "Ik krijg graag een getal." goes with the question before it."""
    asks = "Hoeveel veteranen zijn er op dit moment dakloos?"
    (one,) = questions(speech(f"{asks} Ik krijg graag een getal van de minister."))
    assert (one.quote.text, [q.text for q in one.also]) == (asks, ["Ik krijg graag een getal van de minister."])


def test_questions_on_one_subject_are_one_item() -> None:
    """What only points back goes with what it points at; another subject is another item."""
    found = questions(
        speech(
            "Klopt het dat er geen warme overdracht naar andere landen is? Hoe kan dit? Kan de minister hierop ingaan?\n"
            "Wat gaat het kabinet doen tegen de verdwijningen uit de opvang?"
        )
    )
    assert [(q.quote.text, len(q.also)) for q in found] == [
        ("Klopt het dat er geen warme overdracht naar andere landen is?", 2),
        ("Wat gaat het kabinet doen tegen de verdwijningen uit de opvang?", 0),
    ]


def test_what_begins_with_is_het_points_back_at_nothing() -> None:
    """ "Is het kabinet bereid …" and "Is het mogelijk dat …" ask something new; "Is dat …" goes on."""
    first = "Hoe wordt het budget voor wijkverpleging beter benut?"
    assert len(asked(f"{first} Is het kabinet bereid om met verzekeraars naar bekostiging te kijken?")) == 2
    assert len(asked(f"{first} Is het mogelijk dat brieven voortaan een telefoonnummer bevatten?")) == 2
    assert len(asked(f"{first} Is dat met de verzekeraars besproken?")) == 1


def test_a_bare_request_brings_the_statement_it_points_at() -> None:
    """ "Graag een reactie daarop." alone tells a reader nothing."""
    found = questions(speech("De rechtspraak heeft te weinig zittingszalen. Graag een reactie daarop."))
    assert found[0].quote.text == "Graag een reactie daarop."
    assert [q.text for q in found[0].also] == ["De rechtspraak heeft te weinig zittingszalen."]


def test_the_answer_is_what_is_said_to_the_asker_on_the_same_words() -> None:
    """Two questions of one speaker go each to their own passage."""
    answer = (
        "Goed dat we dit debat voeren.\nDe heer Van Nispen vroeg naar de webcrawler. Die wordt in januari ingevoerd.\n"
        "De heer Van Nispen vroeg ook naar de vergoeding voor tolken. Die blijft zoals zij is."
    )
    first, second = questions(speech("Wanneer komt de webcrawler er? \nGaat de vergoeding voor tolken omhoog?", answer))
    assert [q.text for q in first.answers] == ["Die wordt in januari ingevoerd."]
    assert [q.text for q in second.answers] == ["Die blijft zoals zij is."]
    assert (first.status, second.status) == ("answered", "answered")


def test_the_second_question_of_one_asker_has_its_own_answer() -> None:
    """ "Hij vroeg ook …" begins the next answer, and is none itself; a bare heading is none either."""
    answer = (
        "De heer Van Nispen vroeg wanneer de webcrawler er komt. Die wordt in januari ingevoerd. Hij vroeg ook naar de vergoeding voor "
        "tolken. Die blijft zoals zij is. Tot slot de huisvesting. Daar wordt aan gewerkt."
    )
    first, second = questions(speech("Wanneer komt de webcrawler er? \nGaat de vergoeding voor tolken omhoog?", answer))
    assert [q.text for q in first.answers] == ["Die wordt in januari ingevoerd."]
    assert [q.text for q in second.answers] == ["Die blijft zoals zij is."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("En waarom is het leesprogramma stopgezet?", 1),
        ("Wat doet de minister met het advies van de Raad?", 1),
        ("En waarom?", 0),
        ("Maar wat doet de minister nu?", 0),
    ],
)
def test_a_stock_question_that_goes_on_is_a_question(text: str, found: int) -> None:
    """ "En waarom?" is a figure of speech; "En waarom is … stopgezet?" wants to know."""
    assert len(asked(text)) == found


def test_open_when_nothing_said_comes_near() -> None:
    """A question on which not a word was said is open, and has no answers."""
    (one,) = questions(speech("Komt er een meldplicht voor tandartsen?", "De heer Koops vroeg naar de treinen. Die rijden weer."))
    assert (one.status, one.answers) == ("open", ())


def interrupted(question: str, reply: str, *after: tuple[str, str]) -> tuple[Question, ...]:
    return questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", FILLER),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "De wachttijden nemen af. " * 10),
            ("chair", "Een interruptie van mevrouw Kuik."),
            ("kuik", question),
            ("minister", reply),
            *after,
        )
    )


def test_the_reply_to_an_interruption_answers_it() -> None:
    """Also when it shares no word with the question."""
    (one,) = interrupted("Krijgt de Kamer daar een brief over?", "Ja, dat zeg ik graag toe.")
    assert one.status == "answered"
    assert [(q.turn.number, q.text) for q in one.answers] == [(7, "Ja, dat zeg ik graag toe.")]


@pytest.mark.parametrize(
    ("comes_back", "reply"),
    [
        ("Hoeveel aanvragen voor chroom-6 liggen er nu nog?", "Veertig."),
        ("Ik hoor de minister nog niet over chroom-6.", "Dat zijn er veertig."),
    ],
)
def test_what_is_asked_again_is_answered_by_the_reply_to_it(comes_back: str, reply: str) -> None:
    """However short it is; of two questions on one subject a reminder is of the one that asks for the same kind of thing."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        (
            "nispen",
            f"{FILLER}Hoeveel aanvragen voor chroom-6 liggen er nog? Wil de minister de regeling chroom-6 openstellen voor nabestaanden?",
        ),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Ik begin met de wachttijden. Die dalen dit jaar in elke provincie."),
        ("nispen", f"{comes_back} {'Hoeveel mensen wachten er?' if 'niet' in comes_back else ''}".strip()),
        ("minister", reply),
    )
    first, second, *_ = questions(turns)
    assert (first.status, [q.text for q in first.answers]) == ("answered", [reply])
    assert not any(q.text == reply for q in second.answers)


def test_what_is_said_to_be_asked_about_something_else_answers_nothing_of_it() -> None:
    """A reply that begins with what was asked, in words of which a question has none, does not answer that question."""
    turns = speech(
        "Wij willen dat gemeenten instemmingsrecht krijgen. Is de minister bereid om scholieren voorlichting te geven over de gevaren van het spoor?",
        "De heer Van Nispen vroeg naar instemmingsrecht voor gemeenten. Daar ben ik geen voorstander van, want dan kan één gemeente alles ophouden.",
    )
    (one,) = [q for q in questions(turns) if "scholieren" in q.quote.text]
    assert (one.status, one.answers) == ("open", ())


@pytest.mark.parametrize("retold", ["vroeg naar het keurmerk.", "vroeg ook hoe ik kijk naar een verplicht keurmerk voor zwemscholen."])
def test_what_a_question_points_back_at_is_what_it_asks(retold: str) -> None:
    """ "Hoe kijkt de minister daarnaar?" is meant where the minister says that the thing before it was asked about."""
    turns = speech(
        "Wij willen een verplicht keurmerk voor zwemscholen. Hoe kijkt de minister daarnaar?",
        f"De heer Van Nispen {retold} Ik zie niets in een verplicht keurmerk, want daarmee jagen we kleine zwemscholen op kosten.",
    )
    (one,) = questions(turns)
    assert one.status == "answered" and one.answers[0].text.startswith("Ik zie niets in een verplicht keurmerk")


def test_a_number_that_is_asked_again_answers_the_question_for_a_number() -> None:
    """ "Op haar vraag hoeveel …, is het antwoord: 96." goes with the question for a number, not with the request for a reaction on something near."""
    found = answered(
        "Is de minister bereid om schoolzwemmen te verplichten? En hoeveel gemeenten bieden op dit moment nog schoolzwemmen aan?\n"
        "Wij vinden dat ieder asielzoekerscentrum zwemles moet aanbieden. Graag een reactie.",
        "De heer Van Nispen vroeg of ik bereid ben om schoolzwemmen te verplichten. Dat ben ik niet. Gemeenten kunnen er zelf voor kiezen. "
        "Op zijn vraag hoeveel gemeenten nu schoolzwemmen aanbieden, is het antwoord: 96.\n"
        "Tot slot de zwemles in asielzoekerscentra. Het COA biedt die nu aan op 34 locaties.",
    )
    told = {asks: answers for asks, answers, _ in found}
    (number,) = [answers for asks, answers in told.items() if "hoeveel" in asks]
    (reaction,) = [answers for asks, answers in told.items() if "reactie" in asks or "asielzoekerscentrum" in asks]
    assert any("96" in text for text in number) and reaction == ["Het COA biedt die nu aan op 34 locaties."]


def test_what_one_question_of_two_asks_for_is_told_where_it_is_asked_again() -> None:
    """The amount that answers the other question tells no number of crossings; the reply to the question asked again does."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Hoeveel onbewaakte overwegen zijn er nog open? In de brief lees ik dat er 52 miljoen euro is. Is dat genoeg om het programma af te maken?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De heer Van Nispen vroeg of het geld genoeg is. Met de 52 miljoen euro kunnen wij tot en met 2027 vooruit."),
        ("nispen", "Ik heb nog geen antwoord op mijn eerste vraag. Hoeveel onbewaakte overwegen zijn er nog?"),
        ("minister", "Dat zijn er 87."),
    )  # fmt: skip
    first = questions(turns)[0]
    assert [q.text for q in first.answers][:1] == ["Dat zijn er 87."] and first.fared == "answered"


def test_the_reply_to_its_asker_who_came_back_to_it_answers_a_question_without_reserve() -> None:
    """However few of its words that reply has."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Hoe staat het met de erkenning van buitenlandse diploma's?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Ik begin met de huren. Die dalen dit jaar in elke provincie."),
        ("nispen", "Ik vroeg nog naar de erkenning van buitenlandse diploma's. Drie jaar wachten, dat kan toch niet?"),
        ("minister", "De wachttijd is nu gemiddeld veertien maanden. Die gaat naar negen."),
    )
    first = questions(turns)[0]
    assert [q.text for q in first.answers][:1] == ["De wachttijd is nu gemiddeld veertien maanden."] and first.fared == "answered"


def test_a_reply_ends_where_it_takes_up_another_subject_by_name() -> None:
    """ "Nee. Over het luchthavenbesluit kan ik melden …": the no answers what was asked again, and the first time; the rest is of another question."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Stopt de minister met de subsidie? Ik hoor ook graag wanneer het luchthavenbesluit wordt geactualiseerd."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De brandweer is een verantwoordelijkheid van de luchthaven zelf. Daar ga ik niet over."),
        ("nispen", "En de subsidie? Stopt hij daarmee?"),
        ("minister", "Nee. Over het luchthavenbesluit kan ik melden dat het in het vierde kwartaal wordt geactualiseerd."),
    )
    first, second, again = questions(turns)
    assert [q.text for q in first.answers] == [q.text for q in again.answers] == ["Nee."]
    assert [q.text.startswith("Over het luchthavenbesluit") for q in second.answers] == [True]


def test_a_figure_told_in_an_aside_goes_with_its_question() -> None:
    """What the minister says to a second member in reply to a first answers the second's question, beside what follows later."""
    aside = "Daarbij zeg ik in de richting van mevrouw Kuik, die het over reservisten had: het doel voor 2030 is 20.000 reservisten."
    turns = debate(
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Hoeveel reservisten wil de minister in 2030 hebben? Komt er een vergoeding voor werkgevers van reservisten?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Ik begin met de wachttijden. Die dalen dit jaar in elke provincie."),
        ("nispen", "Hoeveel aanvragen voor chroom-6 liggen er nog bij de minister?"),
        ("minister", f"Dat zijn er 214. {aside}"),
        ("nispen", "Dank."),
        (
            "minister",
            "Mevrouw Kuik vroeg naar een vergoeding voor werkgevers van reservisten. Daar wordt nog over gesproken met de werkgevers.",
        ),
    )
    found = [q.text for item in questions(turns) if item.quote.turn.speaker.name == "Kuik" for q in item.answers]
    assert aside in found and any("gesproken met de werkgevers" in text for text in found) and "Dat zijn er 214." not in found


def test_a_yes_of_one_word_is_shown_with_what_follows() -> None:
    """ "Ja." alone says too little, and what follows it too."""
    (one,) = interrupted("Is er een vaste volgorde van onderzoeken?", "Ja. Dat is het korte antwoord.")
    assert [q.text for q in one.answers] == ["Ja. Dat is het korte antwoord."]


def test_who_answers_one_of_several_questions_has_not_left_them_open() -> None:
    """Four questions share their words out thinly, and the answer goes better with another's question; it still answers one of them."""
    found = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            (
                "nispen",
                f"{FILLER}Mijn vraag aan de minister is of dit betekent dat er minder zorg geleverd is dan op basis van de financiën mogelijk "
                "was. Zo ja, heeft de minister zicht op de achterliggende oorzaken hiervan per regio en per leeftijdsgroep? Liggen die in "
                "personele krapte? Of ligt het aan selectiegedrag van zorgaanbieders om vooral "
                "cliënten met eenvoudige klachten aan te nemen in plaats van complexe casussen met meervoudige problematiek?",
            ),
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            ("kuik", f"{FILLER}Zijn er overschrijdingen van enkele honderden miljoenen euro's in de geestelijke gezondheidszorg?"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            (
                "minister",
                "Dank voor de inbreng.\nDe heer Van Nispen begon over de geestelijke gezondheidszorg. Daar waren overschrijdingen van enkele honderden miljoenen "
                "euro's, en er is niet minder zorg geleverd.",
            ),
        )
    )
    assert [q.status for q in found] == ["answered", "answered"]


def test_a_paragraph_that_begins_with_a_question_answers_that_one() -> None:
    """The minister says again what was asked, without saying whose question it is."""
    found = questions(
        speech(
            "Hoe zit het met de registratiedruk in de zorg? Wat vindt de minister van een meldpunt voor onbegrijpelijke brieven?",
            "De heer Van Nispen vroeg naar de registratiedruk in de zorg. De registratiedruk in de zorg daalt.\n"
            "Wat vinden wij van een meldpunt voor onbegrijpelijke brieven? Zo'n meldpunt is niet wenselijk.",
        )
    )
    assert [q.answers[-1].text for q in found] == ["De registratiedruk in de zorg daalt.", "Zo'n meldpunt is niet wenselijk."]


def test_a_question_said_again_before_it_is_said_whose_it_was_goes_with_its_answer() -> None:
    """ "Hoe kijken wij naar …? Dat was een vraag van mevrouw Kuik." is one thing, and no part of the answer before it."""
    found = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", f"{FILLER}Hoe wordt fraude in de zorg aangepakt?"),
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            ("kuik", f"{FILLER}Hoe kijkt de minister naar effectmetingen en registratiedruk?"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            (
                "minister",
                "De heer Van Nispen vroeg naar fraude in de zorg. De taskforce pakt fraude in de zorg aan. Dan overig. Hoe kijken wij naar "
                "effectmetingen en registratiedruk? Dat was een vraag van mevrouw Kuik. Wij gebruiken bestaande cijfers.",
            ),
        )
    )
    assert found[1].answers[-1].text == "Wij gebruiken bestaande cijfers."


def test_a_benieuwd_to_a_colleague_asks_nothing_new() -> None:
    """In an answer to an interruption of another member a bare "benieuwd naar het antwoord" is no question to the government."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", FILLER),
        ("chair", "Een interruptie van mevrouw Kuik."),
        ("kuik", "Waarom denkt de heer Van Nispen dat dit speelt?"),
        ("nispen", "Ik las het in de krant. Ik ben benieuwd naar het antwoord van de minister."),
        ("minister", "Dank voor de inbreng."),
    )
    assert questions(turns) == ()


def test_what_comes_after_the_chair_took_over_is_no_reply() -> None:
    """A remark on the list the chair read out does not answer the interruption before it."""
    (one,) = interrupted(
        "Dat overzicht komt pas in mei. Kan het sneller?",
        "Ik zal zien wat er kan.",
        ("chair", "Dan kom ik bij het einde van dit debat. " * 6),
        ("minister", "Het overzicht komt in mei, dat is niet sneller."),
    )
    assert [q.turn.number for q in one.answers] == [7]


def test_a_reply_that_puts_off_is_followed_to_where_it_is_made_good() -> None:
    """ "Daar kom ik in tweede termijn op terug": the later passage is the answer too."""
    (one,) = interrupted(
        "Wanneer is het pakket maatregelen tegen sluipverkeer gereed?",
        "Daar kom ik in de tweede termijn op terug.",
        ("chair", "Gaat u verder."),
        ("minister", "Ik was klaar.\nMevrouw Kuik vroeg naar het pakket maatregelen tegen sluipverkeer. Dat pakket is in mei gereed."),
    )
    assert [q.turn.number for q in one.answers] == [7, 9]
    assert one.answers[-1].text == "Dat pakket is in mei gereed."


@pytest.mark.parametrize("reply", ["Daar is het nog te vroeg voor.", "Dat kan ik op dit moment niet zeggen."])
def test_a_reply_that_leaves_the_question_is_partly_an_answer(reply: str) -> None:
    """The minister replied, but did not answer all of it."""
    (one,) = interrupted("Hoeveel mensen krijgen dan geen vergoeding?", reply)
    assert one.status == "partly"


@pytest.mark.parametrize("reply", ["Nee, dat ga ik niet doen.", "Daar ga ik niet over.", "Dat zeg ik niet toe."])
def test_a_bare_refusal_is_an_answer(reply: str) -> None:
    """Whoever asked knows where they stand."""
    (one,) = interrupted("Wil de minister de vergoeding voor reiskosten verhogen?", reply)
    assert (one.status, [q.text for q in one.answers]) == ("answered", [reply])


@pytest.mark.parametrize(
    "reply",
    [
        "Daar ga ik niet aan tornen.",
        "Dat blijft zoals het is.",
        "Dat houden we zo.",
        "Daar houden we aan vast.",
        "Wij houden daar aan vast.",
    ],
)
def test_what_stays_as_it_is_is_a_no(reply: str) -> None:
    """Whoever asks for something else has an answer, and the page shows it rather than what is said of it next."""
    (one,) = interrupted(
        "Is de minister het met mij eens dat de norm voor geluid soepeler kan?", f"{reply} De norm voor geluid is van 2019."
    )
    assert one.fared == "answered" and [a.text for a in shown_answer(one)] == [reply]


@pytest.mark.parametrize(
    ("question", "reply", "status"),
    [
        ("Wat kost de regeling voor reiskosten?", "Daar kom ik per brief op terug.", "partly"),
        ("Krijgen wij daar een brief over?", "Daar kom ik in het voorjaar per brief op terug.", "answered"),
        ("Wanneer is de regeling voor reiskosten klaar?", "Aan die regeling wordt hard gewerkt.", "partly"),
        ("Wanneer is de regeling voor reiskosten klaar?", "Die regeling is in maart klaar.", "answered"),
        ("Komt die regeling er ook wanneer het kabinet valt?", "Aan die regeling wordt hard gewerkt.", "answered"),
    ],
)
def test_what_is_put_off_and_a_time_that_is_not_told_are_partly_an_answer(question: str, reply: str, status: str) -> None:
    """A letter is an answer to whoever asked for one; "wanneer" in the middle of a clause asks for no time."""
    (one,) = interrupted(question, reply)
    assert one.status == status


def test_a_reply_that_has_not_heard_the_question_is_no_answer() -> None:
    """The answer comes when the member has said it again."""
    (one, *_) = interrupted(
        "Komt het plan van aanpak voor de zomer?",
        "Sorry, ik ben het even kwijt.",
        ("kuik", "Het plan voor het ziekenhuis."),
        ("minister", "Dat plan komt in juni."),
    )
    assert [q.turn.number for q in one.answers] == [9]


def test_a_counter_question_is_no_answer() -> None:
    """The minister asks back, the member explains, and only then comes the answer."""
    (one, *_) = interrupted(
        "Hoe lang gaat het nog duren voordat het er is?",
        "Gaat het nu over het register of over de brief?",
        ("kuik", "Het gaat over het register."),
        ("minister", "Dat register komt dit najaar."),
    )
    assert [q.turn.number for q in one.answers] == [9]


def test_a_member_in_anothers_speech_asks_the_government_only_in_so_many_words() -> None:
    """What is asked in an interruption of a member is that member's to answer."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", FILLER),
        ("chair", "Een interruptie van mevrouw Kuik."),
        ("kuik", "Hoe wil de SP dat betalen? Laten we de minister vragen om de kosten in beeld te brengen."),
        ("nispen", "Dat is een goed idee. Waarom ook niet?"),
        ("chair", "Ik geef het woord aan de minister."),
        ("minister", "De kosten breng ik in beeld. " * 10),
    )
    assert [q.quote.text for q in questions(turns)] == ["Laten we de minister vragen om de kosten in beeld te brengen."]
    wonders = "Ik vraag me dan toch af waarom de regering hierover met de buurlanden moet praten."
    assert questions((*turns[:3], *debate(("kuik", wonders), ("nispen", "Omdat het water van ons allemaal is."))[:1], *turns[4:])) == ()


def test_where_the_government_is_not_heard_only_what_names_it_is_put_to_it() -> None:
    """In the order of business members ask the chair for a debate, and each other; nobody is there to answer."""
    turns = debate(
        ("chair", "Aan de orde is de regeling van werkzaamheden."),
        ("nispen", "Voorzitter. Graag een debat over de brand in de haven. Kan dat nog deze week?"),
        ("chair", "Dat gaan we bekijken."),
        ("kuik", "Steun. Ik zou daarvoor graag een brief ontvangen. En ik wil weten van de minister waar de brandweer was."),
    )
    assert [q.quote.text for q in questions(turns)] == ["En ik wil weten van de minister waar de brandweer was."]
    unanswered = debate(("chair", "De minister antwoordt schriftelijk."), ("nispen", f"{FILLER}Kunt u zeggen wat een dijk kost?"))
    assert [q.status for q in questions(unanswered)] == ["open"]


@pytest.mark.parametrize(
    ("asks", "goes_with_it"),
    [
        (
            "Mijn vraag aan de minister is of zij de regels voor rijnaken nog eens wil bezien voordat de wet ingaat.",
            "Wil de minister daar aandacht aan schenken?",
        ),
        ("Hoe bepaalt de inspectie welke schepen zij controleert?", "Ik vraag dat, want schippers zien de inspectie zelden."),
        (
            "Weten wij wel welke schepen giftige stoffen vervoeren?",
            "De reden dat ik dat wil weten, is dat er twee jaar geleden een lek was.",
        ),
    ],
)
def test_what_asks_it_once_more_and_why_it_is_asked_goes_with_it(asks: str, goes_with_it: str) -> None:
    """One matter, one item: with a reason before or after it, or put once more without a subject of its own."""
    both = f"{asks} {goes_with_it}"
    (one,) = questions(speech(both))
    assert (one.quote.text, [q.text for q in one.also]) == (asks, [goes_with_it])


def test_what_points_ahead_is_a_question_of_its_own() -> None:
    """ "Wat vindt de minister ervan dat …" says itself what it asks."""
    text = "Ik vraag de minister om een brief over de tol. Wat vindt de minister ervan dat de pont stilligt?"
    assert len(asked(text)) == 2


def test_each_subject_of_a_sitting_is_searched_apart() -> None:
    """A question is not answered in the next debate of the sitting, though the words are the same."""
    from rag.types import Event

    turns = (
        *speech("Wanneer komt de webcrawler er?", "Dank. " * 10),
        *debate(("nispen", FILLER), ("minister", "De webcrawler komt in mei. " * 9)),
    )
    turns = tuple(Turn("m", i, t.speaker, "", t.text) for i, t in enumerate(turns, 1))
    (one,) = questions(turns, [Event("subject", "Iets anders", 4)])
    assert one.status == "open"


def test_nothing_of_a_summary_report_is_quoted() -> None:
    """A *beknopt verslag* holds no one's own words: no questions and no interruptions."""
    turns = debate(
        ("nispen", "Wanneer komt de webcrawler er?"), ("kuik", "Hoe ziet u dat eigenlijk?"), ("nispen", "Goed."), unquotable=True
    )
    assert questions(turns) == ()
    assert interruptions(exchange(turns)) == ()


def test_interruptions_give_the_first_sentence_that_says_something() -> None:
    """Courtesies are left out; what is said after a word of the chair is the same interruption."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", FILLER),
        ("chair", "Een interruptie van mevrouw Kuik."),
        ("kuik", "Dank u wel, voorzitter. Dit is een duur plan van de SP."),
        ("chair", "Wat is uw vraag?"),
        ("kuik", "Hoe wil de heer Van Nispen dat betalen?"),
        ("nispen", "Uit de winst."),
        ("kuik", "Welke winst bedoelt hij dan?"),
        ("nispen", "Die van banken."),
    )
    found = interruptions(exchange(turns))
    assert [(i.by.name, i.of.name, i.quote.text) for i in found] == [
        ("Kuik", "Van Nispen", "Dit is een duur plan van de SP."),
        ("Kuik", "Van Nispen", "Welke winst bedoelt hij dan?"),
    ]


@pytest.mark.parametrize(
    ("said", "about"),
    [
        (
            "Voorzitter. Ik hoor de heer Van Nispen iets zeggen over de vloot. Vissers gaan failliet. Weet hij wat een verbod op sleepnetten een visser kost?",
            "Weet hij wat een verbod op sleepnetten een visser kost?",
        ),
        (
            "Ik hoor de heer Van Nispen iets zeggen over zwemles. Wie betaalt dat dan?",
            "Ik hoor de heer Van Nispen iets zeggen over zwemles. Wie betaalt dat dan?",
        ),
        (
            "Mooi verhaal. De vissers in Urk denken er anders over. Hoe ziet hij dat?",
            "De vissers in Urk denken er anders over.",
        ),
        ("Ik sla daarop aan. De vissers in Urk krijgen nu al geen krediet meer.", "De vissers in Urk krijgen nu al geen krediet meer."),
        ("En de subsidie? Stopt hij daarmee?", "En de subsidie? Stopt hij daarmee?"),
    ],
)
def test_an_interruption_is_told_by_its_question(said: str, about: str) -> None:
    """A lead-in says nothing; a question that points back has the sentence before it."""
    turns = debate(("chair", "Ik geef het woord aan de heer Van Nispen."), ("nispen", FILLER), ("kuik", said), ("nispen", "Dat is zo."))
    assert [i.quote.text for i in interruptions(exchange(turns))] == [about]


def test_after_the_list_of_promises_nobody_is_broken_in_on() -> None:
    """Who corrects or completes what the chair reads out interrupts no speech; who breaks in on a speech held after it does."""
    turns = debate(
        ("chair", "Het woord is aan de minister voor de beantwoording."),
        ("minister", FILLER),
        ("kuik", "En wanneer komen de wachtlijsten per regio?"),
        ("minister", "Voor de zomer."),
        ("chair", "De Kamer ontvangt voor de zomer de wachtlijsten per regio."),
        ("kuik", "Ik mis de cijfers over de jeugdzorg op uw lijst."),
        ("minister", "Die krijgt u erbij."),
        ("nispen", "Het was binnen een maand, zei de minister."),
        ("chair", "Genoteerd. Dan de motie van de heer Van Nispen. Het woord is aan de heer Van Nispen."),
        ("nispen", FILLER),
        ("kuik", "Wat kost het plan van de heer Van Nispen eigenlijk?"),
        ("nispen", "Niets."),
    )
    assert [i.quote.turn.number for i in interruptions(exchange(turns), listed={5})] == [3, 11]


@pytest.mark.parametrize(
    "said", ["Daar ben ik de minister erkentelijk voor.", "Dank u wel, dat is fijn om te horen.", "Heel hartelijk dank daarvoor."]
)
def test_thanks_alone_are_no_interruption(said: str) -> None:
    """A turn that is a courtesy and no more breaks in on nothing; a few words that ask beside it do."""
    before = (("chair", "Het woord is aan de minister voor de beantwoording."), ("minister", FILLER))
    assert interruptions(exchange(debate(*before, ("kuik", said), ("minister", FILLER)))) == ()
    assert len(interruptions(exchange(debate(*before, ("kuik", f"{said} En de jeugdzorg?"), ("minister", FILLER))))) == 1


def test_english_debates_are_read_without_being_wrong() -> None:
    """An English record gets English word rules."""
    turns = debate(
        ("chair", "I give the floor to Mr Van Nispen."),
        ("nispen", "Families wait too long for care. " * 10 + "When will the cabinet secretary publish the waiting times?"),
        ("chair", "Over to the cabinet secretary."),
        ("minister", "Mr Van Nispen asked about the waiting times. We will publish the waiting times in May. " * 3),
    )
    found = questions(turns, language="en")
    assert [q.quote.text for q in found] == ["When will the cabinet secretary publish the waiting times?"]
    assert found[0].answers and all(q.turn.number == 4 for q in found[0].answers)


# --- real debates -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found(seed: Transcript) -> tuple[Question, ...]:
    return questions(seed.turns, seed.events, seed.motions, seed.meeting.language)


@pytest.fixture(scope="module")
def scored(seed: Transcript, found: tuple[Question, ...]) -> Score:
    return score(load(SEED), found, seed.turns)


def test_bundled_debate_against_its_labels(scored: Score) -> None:
    """Found, linked to the right turn and given the right status: at least what the issue asks, on the hand-labelled questions."""
    figures = {name: value for name, (value, _) in scored.figures().items()}
    assert figures["recall"] >= 0.85
    assert figures["precision"] >= 0.8
    assert figures["linked"] >= 0.8
    assert figures["status"] >= 0.8


def test_every_quote_holds_and_answers_come_later(found: tuple[Question, ...]) -> None:
    """Whole sentences only; no item twice; an answer stands after its question and is the government's."""
    for question in found:
        assert all(holds(q) for q in (question.quote, *question.also, *question.answers))
        assert question.quote.turn.speaker.role == "member"
        assert all(q.turn.number > question.quote.turn.number and q.turn.speaker.role == "government" for q in question.answers)
        assert (question.status == "open") == (not question.answers)
    assert len({(q.quote.turn.number, q.quote.start) for q in found}) == len(found)


@pytest.mark.parametrize("draw", [1, 2, 3])
def test_a_record_in_disorder_gives_no_wrong_quote(seed: Transcript, draw: int) -> None:
    """Turns in any order, or none at all: whatever comes out holds, and answers come after their question."""
    from dataclasses import replace
    from random import Random

    turns = list(seed.turns)
    Random(draw).shuffle(turns)
    mixed = tuple(replace(t, number=i) for i, t in enumerate(turns[:120], 1))
    for question in questions(mixed):
        assert all(holds(q) for q in (question.quote, *question.also, *question.answers))
        assert all(q.turn.number > question.quote.turn.number for q in question.answers)
    assert all(holds(i.quote) for i in interruptions(exchange(mixed)))
    assert questions(()) == () and interruptions(exchange(())) == ()


def test_scorer_notices_a_wrong_link(seed: Transcript, found: tuple[Question, ...]) -> None:
    """The measure can fail: answers put one question further are seen as wrong links."""
    from dataclasses import replace

    shifted = [replace(q, answers=found[(i + 7) % len(found)].answers) for i, q in enumerate(found)]
    assert score(load(SEED), shifted, seed.turns).figures()["linked"][0] < 0.5
    assert score(load(SEED), [], seed.turns).figures()["recall"][0] == 0.0


def test_assistant_limits_to_a_party_and_to_what_is_open(assistant: Assistant) -> None:
    """The party as the user spells it; a party that was not there asked nothing."""
    every = assistant.questions(SEED)
    mine = assistant.questions(SEED, "sp")
    assert mine and {q.quote.turn.speaker.party for q in mine} == {"SP"}
    assert assistant.questions(SEED, "Volt") == ()
    assert assistant.questions(SEED, "Van Nispen") == mine  # a member's name finds that member's
    assert [q for q in every if q.status == "open"] == list(assistant.questions(SEED, open_only=True))
    assert len(assistant.interruptions(SEED)) > 40


def test_json_is_the_contract(warm: Path) -> None:
    """One numbering of the answers, 1, 2, 3 …; every quote is the record's at its offsets."""
    result = CliRunner().invoke(app, ["questions", SEED, "--party", "CDA", "--json", "--home", str(warm)])
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["meeting"] == SEED
    rows = document["questions"]
    assert rows and {"asker", "party", "meeting", "turn", "start", "end", "quote", "page", "also", "status", "answers"} == set(rows[0])
    numbers = [a["number"] for row in rows for a in row["answers"]]
    assert sorted(set(numbers)) == list(range(1, max(numbers) + 1))
    assert {row["asker"] for row in rows} == {"Kuik"}


def test_text_names_who_asked_and_who_answered(warm: Path) -> None:
    """A reader sees asker, place, status, and the numbered answers."""
    result = CliRunner().invoke(app, ["questions", SEED, "--party", "SGP", "--home", str(warm)])
    assert result.exit_code == 0
    assert "Van der Staaij (SGP), beurt 36, Kamerstukken II 2019/20, 28638, nr. 178, p. 1" in result.stdout
    assert "[1] Staatssecretaris Broekers-Knol, beurt" in result.stdout
    assert "vragen aan de regering" in result.stdout.splitlines()[0]


def test_a_table_on_request(warm: Path) -> None:
    """--format csv gives a row for each question that was asked for; --format json is --json."""
    told = [
        CliRunner().invoke(app, ["questions", SEED, "--party", "SGP", *how, "--home", str(warm)])
        for how in (["--format", "json"], ["--json"])
    ]
    assert told[0].stdout == told[1].stdout and json.loads(told[0].stdout)["questions"]
    result = CliRunner().invoke(app, ["questions", SEED, "--party", "SGP", "--format", "csv", "--home", str(warm)])
    rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"), newline="")))
    assert result.exit_code == 0 and rows and {row["gevraagd door"] for row in rows} == {"Van der Staaij"}


def test_text_of_nothing_says_so(warm: Path) -> None:
    """No question: a plain line and exit 0; an unknown meeting: exit 2."""
    runner = CliRunner()
    none = runner.invoke(app, ["questions", SEED, "--party", "Volt", "--home", str(warm)])
    assert (none.exit_code, none.stdout.strip()) == (0, "In dit verslag is geen vraag van Volt aan de regering gevonden.")
    unanswered = runner.invoke(app, ["questions", SEED, "--party", "Volt", "--open", "--home", str(warm)])
    assert unanswered.stdout.strip() == "In dit verslag is geen vraag van Volt aan de regering gevonden die niet is beantwoord."
    assert runner.invoke(app, ["questions", "kst-1", "--home", str(warm)]).exit_code == 2


def test_what_was_put_off_is_told_beside_what_is_open(found: tuple[Question, ...]) -> None:
    """Nothing is open, and two answers were promised: the list of what has no answer says so."""
    later = [replace(q, status="partly", reserve="later") for q in found[:2]]
    turns = " en ".join(dict.fromkeys(str(q.quote.turn.number) for q in later))
    told = questions_text(MEETING, [], [], "nl", None, True, later)
    assert told.splitlines()[1].startswith("Ook zonder antwoord") and f"beurt {turns}" in told
    assert questions_text(MEETING, [], [], "nl", None, True) == told.splitlines()[0]


def test_a_quote_that_is_not_in_the_record_is_not_shown(found: tuple[Question, ...]) -> None:
    """The text refuses as a whole when a pointer leaves its turn."""
    one = replace(found[0], quote=Quote(found[0].quote.turn, 0, 10**6))
    with pytest.raises(FidelityError):
        questions_text(MEETING, [one], answers_of([one], MEETING), "nl")
    with pytest.raises(FidelityError):
        questions_csv(MEETING, [one], "nl")


def test_the_table_holds_question_and_answer(found: tuple[Question, ...]) -> None:
    """A row for each question with its words, status and answer; what a spreadsheet would run gets an apostrophe in front."""
    turn = replace(found[0].quote.turn, text="=1+1, klopt dat?")
    rows = list(csv.reader(io.StringIO(questions_csv(MEETING, [*found, Question(Quote(turn, 0, 16), (), "open")], "nl"), newline="")))
    assert len(rows) == len(found) + 2 and {len(row) for row in rows} == {14}
    assert [row[3].split() for row in rows[1:-1]] == [q.quote.text.split() for q in found]
    assert rows[-1][3] == "'=1+1, klopt dat?" and rows[-1][5:7] == ["niet beantwoord", ""]
    assert all(bool(row[6]) == (row[5] != "niet beantwoord") for row in rows[1:])


@pytest.mark.parametrize("name", ["d972288f", "e714e7d8"])
def test_vlos_debates_against_their_labels(shared: Path, name: str) -> None:
    """Other people's debates, one of them never tuned on."""
    transcript = read((shared / "vlos" / f"{name}.xml").read_bytes(), f"{name}.xml")
    found = questions(transcript.turns, transcript.events, transcript.motions, transcript.meeting.language)
    figures = score(load(name), found, transcript.turns).figures()
    assert figures["recall"][0] >= 0.7
    assert figures["linked"][0] >= 0.7


# --- what is owed, and whose answer it is -------------------------------------------------------------


def test_an_answer_that_is_owed_is_no_answer_yet() -> None:
    """Whoever asked says later that it was not answered, and the minister owes the answer: a letter is told, without one it is open."""
    turns = debate(
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Hoeveel taalhuizen zijn er? Waarom is de subsidie voor het Leesakkoord stopgezet?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Mevrouw Kuik vroeg hoeveel taalhuizen er zijn. Er zijn 605 taalhuizen."),
        ("kuik", "Maar ik heb geen antwoord op mijn vraag over het Leesakkoord."),
        ("minister", "Dat klopt, daar moet ik u het antwoord schuldig blijven. Ik stuur daarover een brief."),
    )
    found = {q.quote.text: q for q in questions(turns)}
    other, owed = found["Hoeveel taalhuizen zijn er?"], found["Waarom is de subsidie voor het Leesakkoord stopgezet?"]
    assert (other.fared, [a.text for a in other.answers]) == ("answered", ["Er zijn 605 taalhuizen."])
    assert owed.fared == "later" and owed.answers[-1].text == "Ik stuur daarover een brief."
    bare = (*turns[:-1], replace(turns[-1], text="Dat klopt, daar moet ik u het antwoord schuldig blijven."))
    assert [q.status for q in questions(bare)] == ["answered", "open"]


def test_what_is_done_about_it_is_a_question() -> None:
    """ "Wat doet de minister?" may be a figure of speech; "Wat doet de minister daaraan?" asks, of what stands by itself before it."""
    text = "De lekverliezen in het leidingnet zijn 5%. Dat is 55 miljoen kuub per jaar. Wat doet de minister daaraan?"
    (one,) = questions(speech(text, "Over de lekverliezen ga ik in gesprek met de waterbedrijven."))
    assert [q.text for q in one.also] == ["De lekverliezen in het leidingnet zijn 5%."]
    assert [a.text for a in one.answers] == ["Over de lekverliezen ga ik in gesprek met de waterbedrijven."]


@pytest.mark.parametrize(
    ("asks", "told", "answers"),
    [
        ("Uit hoeveel blokken bestaat de steiger?", "Dat zijn zes blokken.", True),
        ("Uit hoeveel blokken bestaat de steiger?", "Ik heb nog twee punten.", False),
        ("Hoe wordt de steiger gebouwd?", "Dat zijn zes blokken.", False),
    ],
)
def test_what_was_counted_is_an_answer_though_a_speech_has_them_too(asks: str, told: str, answers: bool) -> None:
    """A speech has blocks and points as well: these tell where they stand, unless they are what was asked how many of."""
    (one,) = questions(speech(asks, f"Dank. De heer Van Nispen vroeg hiernaar. {told} De bouw van de steiger loopt goed."))
    assert (told in [a.text for a in one.answers]) is answers


def test_how_many_is_not_answered_by_what_another_was_told() -> None:
    """No number, said to somebody else: a question how many there are stays open."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Is de minister bereid de vergunningen te versnellen?"),
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Hoeveel lozingsvergunningen heeft niemand herzien?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De heer Van Nispen vroeg of ik vergunningen wil versnellen. Ja, dat wil ik. Ik wil vergunningen sneller verlenen."),
    )
    status = {q.quote.turn.speaker.name: q.status for q in questions(turns)}
    assert status == {"Van Nispen": "answered", "Kuik": "open"}


def test_an_answer_stays_in_one_paragraph() -> None:
    """Two sentences shown as one answer are not taken from two paragraphs: these are two subjects."""
    answer = (
        "De heer Van Nispen vroeg naar een verbod op vuurwerk. Een verbod op vuurwerk is juridisch niet houdbaar.\n"
        "Het plafond in de belasting op leidingwater gaat eraf."
    )
    text = "Ik wil een verbod op vuurwerk. Komt er een verbod op vuurwerk?\nWanneer gaat het plafond in de belasting op leidingwater eraf?"
    found = questions(speech(text, answer))
    assert len(found) == 2 and found[0].answers
    for one in found:
        assert len({a.turn.text.count("\n", 0, a.end) for a in one.answers}) <= 1
        assert one.quote.text != "Komt er een verbod op vuurwerk?" or "juridisch" in one.answers[0].text


def test_and_when_asks_of_its_own_subject() -> None:
    """ "En wanneer …?" with a subject of its own is a question of its own; what goes on with the one before it is not."""
    apart = speech("Gaat de minister zich in Brussel hardmaken voor kaartjes? En wanneer rijdt de eerste nachttrein naar Kopenhagen?")
    assert [q.quote.text for q in questions(apart)][1:] == ["En wanneer rijdt de eerste nachttrein naar Kopenhagen?"]
    (one,) = questions(speech("Gaat de minister zich in Brussel hardmaken voor kaartjes? En wanneer gaat de minister dat doen?"))
    assert [q.text for q in one.also] == ["En wanneer gaat de minister dat doen?"]


def answered(text: str, answer: str) -> list[tuple[str, list[str], str]]:
    """The sentence that asks, those that answer and the status of each item of one speech and one answer."""
    return [(q.quote.text, [a.text for a in q.answers], q.status) for q in questions(speech(text, answer))]


def test_two_subjects_in_one_breath_are_two_items_each_with_its_own_answer() -> None:
    """ "… hoeveel er bij komen. En wanneer komt de wet …?": what follows each restatement answers that one, whatever its words."""
    assert answered(
        "Mijn vraag is hoeveel laadpalen er in Groningen bij komen. En wanneer komt de wet over de prijzen naar de Kamer?",
        "De heer Van Nispen vroeg hoeveel laadpalen er in Groningen bij komen. Dat zijn er 1.250. Hij vroeg ook naar de wet over de prijzen. "
        "Die stuur ik voor de zomer.",
    ) == [
        ("Mijn vraag is hoeveel laadpalen er in Groningen bij komen.", ["Dat zijn er 1.250."], "answered"),
        ("En wanneer komt de wet over de prijzen naar de Kamer?", ["Die stuur ik voor de zomer."], "answered"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil van de staatssecretaris weten hoeveel fietsers zijn aangereden. En van de minister hoor ik graag of hij de jacht op zwijnen wil stoppen.",
        "Ik vraag de minister om het aantal formulieren te halveren. Hoe staat het met de brandveiligheid in oude gebouwen?",
    ],
)
def test_what_is_asked_of_somebody_else_or_on_another_subject_is_an_item_of_its_own(text: str) -> None:
    """A question to the minister is not one with a question to the state secretary; nor one on another subject with a request."""
    assert len(asked(text)) == 2


def test_one_of_two_that_is_not_taken_up_stays_open() -> None:
    """What answers the one does not stand under the other."""
    first, second = answered(
        "Wil de minister de opheffingsnorm voor dorpsscholen verlagen? En hoe staat het met de toeslag voor taalklassen op Curaçao?",
        "Allereerst dank. De minister van Financiën is hier niet. Dan de scholen. De opheffingsnorm gaat niet omlaag, want dat kost te veel.",
    )
    assert first[1:] == (["De opheffingsnorm gaat niet omlaag, want dat kost te veel."], "answered")
    assert second[1:] == ([], "open")


def test_a_heading_opens_the_answer_to_what_it_names() -> None:
    """ "Dan de pabo.", "Over Crailo …", "De ICE: …": what follows goes with the question on that subject."""
    found = answered(
        "Wat doet de minister tegen de uitval op de pabo?\nHoe gaat het met de bouw in Crailo?\nWaarom rijdt de ICE zo vaak te laat?",
        "Dank. Dan de pabo. De stage wordt korter. Over Crailo kan ik melden dat de gemeenten hebben getekend. De schop gaat in april de grond in. "
        "De ICE: het zijn vooral werkzaamheden bij Oberhausen.",
    )
    assert [f[1][0] for f in found] == [
        "De stage wordt korter.",
        "Over Crailo kan ik melden dat de gemeenten hebben getekend.",
        "De ICE: het zijn vooral werkzaamheden bij Oberhausen.",
    ]


def test_asked_again_and_answered_in_one_sentence() -> None:
    """ "Op de vraag of …, is het antwoord nee." is the answer, and no announcement of one."""
    ((_, said, _),) = answered(
        "Komt de vergoeding voor tolken terug?", "Dank. Op de vraag of de tolkenvergoeding terugkeert, is het antwoord nee."
    )
    assert said == ["Op de vraag of de tolkenvergoeding terugkeert, is het antwoord nee."]


def test_who_is_named_and_has_one_question_left_gets_the_answer_no_other_claims() -> None:
    """ "Zij vroeg naar de regeldruk." shares no word with "administratie"; the other question is taken up elsewhere."""
    found = answered(
        "Met welk percentage daalt de administratie in ziekenhuizen?\nWordt de uitwisseling van gegevens verplicht?",
        "Dank. De heer Van Nispen vroeg naar de regeldruk. Ons streven is 20%. Hij vroeg ook naar de uitwisseling van gegevens. De wet gaat op 1 juli in.",
    )
    assert [f[1] for f in found] == [["Ons streven is 20%."], ["De wet gaat op 1 juli in."]]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("In Amsterdam staan kinderen zeven maanden op de wachtlijst voor zwemles. Van Utrecht heb ik geen gegevens.", "partly"),
        ("De vraag over de wachtlijsten voor zwemles kan ik hier niet beantwoorden, want die cijfers heb ik niet bij me.", "open"),
        ("De cijfers over de wachtlijsten voor zwemles heb ik niet paraat. Die stuur ik u binnen een week toe.", "partly"),
        ("In Amsterdam staan kinderen zeven maanden op de wachtlijst voor zwemles.", "answered"),
    ],
)
def test_told_in_part_is_partly_and_told_nothing_is_open(answer: str, status: str) -> None:
    """What the minister says not to know counts."""
    ((_, _, found),) = answered("Hoelang zijn de wachtlijsten voor zwemles in de grote steden?", f"Dank. {answer}")
    assert found == status


def test_one_sentence_answers_one_question() -> None:
    """Five questions and five answers in one paragraph: none stands under another's question."""
    asks = "Hoeveel treinen rijden er naar Münster?\nWie betaalt de bovenleiding bij Gronau?\nWat kost het fietsenrek in Enschede?\nKomt er een nachttrein naar Praag?"
    answer = (
        "Dank. Naar Münster rijden straks zestien treinen. De bovenleiding bij Gronau betaalt Duitsland. Het fietsenrek in Enschede kost een ton. "
        "Een nachttrein naar Praag zie ik niet komen."
    )
    told = [text for _, texts, _ in answered(asks, answer) for text in texts]
    assert len(told) == len(set(told)) == 4


def test_what_was_put_off_is_answered_where_it_is_made_good() -> None:
    """ "Daar kom ik zo op terug.": the answer stands in a later turn, under no one's name."""
    (one,) = interrupted(
        "Geldt het fonds ook voor de garnalenvissers?",
        "Dat zoek ik even uit. Daar kom ik zo op terug.",
        ("chair", "Gaat u verder."),
        ("minister", "De norm blijft zoals zij is. De garnalenvissers vallen er ook onder."),
    )
    assert (one.status, one.answers[-1].text) == ("answered", "De garnalenvissers vallen er ook onder.")


@pytest.mark.parametrize("lead", ["Sorry, die was ik vergeten.", "Daar was ik nog niet aan toe."])
def test_a_question_of_two_words_brings_back_an_earlier_one(lead: str) -> None:
    """ "En Hulst?": what the minister then says answers what was asked about Hulst before."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}\nTot slot het politiebureau in Hulst. Blijft dat open?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De aanrijtijd was vorig jaar dertien minuten. Dat is onder de norm. Meer agenten komen er pas in mei bij. " * 2),
        ("nispen", "En Hulst?"),
        ("minister", f"{lead} Dat is aan de burgemeester en de korpschef."),
    )
    (one,) = questions(turns)
    assert [(a.turn.number, a.text) for a in one.answers if a.turn.number == 6] == [(6, "Dat is aan de burgemeester en de korpschef.")]


def test_what_is_asked_again_is_answered_there() -> None:
    """A question that was passed over, and put once more in an interruption: the reply is the answer to both."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}De SP wil af van het preferentiebeleid van verzekeraars. Stopt de minister met dat preferentiebeleid?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De voorraden van fabrikanten gaan naar vier weken. De inspectie houdt toezicht met onaangekondigde bezoeken. " * 3),
        ("nispen", "Stopt de minister met het preferentiebeleid, ja of nee?"),
        ("minister", "Nee, dat ga ik niet doen. Het houdt de premie betaalbaar."),
    )
    assert [q.answers[0].text for q in questions(turns)] == ["Nee, dat ga ik niet doen."] * 2


def test_what_points_back_at_the_question_before_it_stays_with_it() -> None:
    """ "Krijgt die een boete?" and "… om er geld in te steken?" ask on; "… en dan de export?" does not."""
    assert len(asked("Wat gebeurt er met een fabrikant zonder voorraad? Krijgt die een boete en hoe hoog is die dan?")) == 1
    assert (
        len(asked("Wanneer heeft de minister met de eigenaar van de fabriek gesproken? En is zij van plan om er geld in te steken?")) == 1
    )
    assert len(asked("Komt er een richtlijn voor huisartsen? En hoe hoog wordt het eigen risico in de zorg?")) == 2


def test_a_verdict_on_a_motion_answers_no_question() -> None:
    """It shares the question's words, and is about something else."""
    ((_, said, _),) = answered(
        "Klopt het dat 43% van het geld voor instellingen naar Amsterdam gaat?",
        "De heer Van Nispen noemde een percentage. Van het budget landt 34% in Amsterdam. De motie op stuk nr. 42 ontraad ik. Instellingen in Amsterdam "
        "zijn er voor het hele land.",
    )
    assert said == ["Van het budget landt 34% in Amsterdam."]


def test_what_plainly_answers_another_question_of_the_asker_leaves_this_one_open() -> None:
    """ "Hij vroeg of ik het staangeld … wil verlagen" is the first question: the second, of which nothing is said, is open."""
    first, second = answered(
        "Is de minister bereid om het staangeld voor starters te verlagen? Ook hoor ik graag hoe vaak de inspectie bij draaimolens langskomt.",
        "Dan de heer Van Nispen. Hij vroeg of ik het staangeld voor starters wil verlagen. Daar ben ik niet toe bereid, want het is van de gemeenten.",
    )
    assert first[1:] == (["Daar ben ik niet toe bereid, want het is van de gemeenten."], "answered")
    assert second[1:] == ([], "open")


@pytest.mark.parametrize(
    ("second", "reply", "status"),
    [
        ("Heeft hij de boeren in Twente zelf bezocht?", "Die verlaag ik niet, want boeren en burgers betalen samen.", "open"),
        ("Wanneer heeft hij de burgers van Almelo gesproken?", "Die verlaag ik niet, want boeren en burgers betalen samen.", "open"),
        ("Betalen boeren straks evenveel als burgers?", "Die verlaag ik niet, want boeren en burgers betalen samen.", "answered"),
    ],
)
def test_one_word_of_what_answers_another_question_answers_none(second: str, reply: str, status: str) -> None:
    """What goes with another question answers one that says itself what it is about only where they share more than a word."""
    _, (_, _, fared) = answered(
        f"Wil de minister de heffing op het rioolwater verlagen? {second}", f"De heer Van Nispen vroeg naar de heffing. {reply}"
    )
    assert fared == status


@pytest.mark.parametrize("closing", ["Dat was het.", "Tot zover, voorzitter.", "Dat waren mijn antwoorden."])
def test_a_question_on_what_stands_before_it_is_not_answered_by_another_nor_by_a_closing_word(closing: str) -> None:
    """ "Wat gaat de minister daaraan doen?" is about the crossings that "Daarnaast …" begins with, not about the station before that."""
    first, second = answered(
        "Ik wil de minister vragen of Ter Apel een station krijgt. Daarnaast maak ik me zorgen over de overwegen. Vorig jaar waren er veertien doden "
        "op overwegen. Wat gaat de minister daaraan doen?",
        f"Dank. Tot slot de heer Van Nispen. Ter Apel krijgt geen station, want er zijn te weinig reizigers. {closing}",
    )
    assert first[1:] == (["Ter Apel krijgt geen station, want er zijn te weinig reizigers."], "answered")
    assert second[1:] == ([], "open")


def test_a_name_that_heads_an_answer_is_not_the_answer() -> None:
    """ "De heer Van Nispen." says whose question is next."""
    ((_, said, _),) = answered("Blijft het zwembad in Emmen open?", "Dank. De heer Van Nispen. Dat zwembad blijft open.")
    assert said == ["Dat zwembad blijft open."]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Die subsidie voor de dorpshuizen ga ik niet geven.", "answered"),
        ("Op de subsidie voor de dorpshuizen is het antwoord nee. Wie geld zoekt, heeft van mij nog geen toezegging.", "answered"),
        ("Die subsidie voor de dorpshuizen komt er. Een datum kan ik niet geven.", "partly"),
        ("Of de dorpshuizen een subsidie krijgen, durf ik uit het blote hoofd niet te zeggen.", "partly"),
        ("Op de subsidie voor de dorpshuizen krijgt u binnen drie weken schriftelijk antwoord.", "partly"),
    ],
)
def test_a_refusal_in_a_whole_sentence_is_an_answer(answer: str, status: str) -> None:
    """Not to give money is a refusal; not to give a date tells a part."""
    ((_, _, found),) = answered("Geeft de minister een subsidie aan de dorpshuizen?", f"Dank. {answer}")
    assert found == status


def test_a_reaction_on_a_subject_of_its_own_is_an_item_of_its_own() -> None:
    """ "Graag een reactie op X." asks of X; "Graag een reactie." of what stands before it."""
    found = answered(
        "Is de minister van plan om goederentreinen over deze lijn te laten rijden? Een hogere snelheid is niet nodig. Graag een reactie op de kritiek "
        "van de gemeente Stadskanaal.",
        "Dank. Er komen geen goederentreinen op deze lijn. De gemeente Stadskanaal heeft mij gevraagd om een hogere snelheid. Ik ga daarover in gesprek.",
    )
    assert [f[1] for f in found] == [["Er komen geen goederentreinen op deze lijn."], ["Ik ga daarover in gesprek."]]
    assert len(asked("Is de minister van plan om goederentreinen over deze lijn te laten rijden? Graag een reactie.")) == 1


def test_he_who_was_asked_does_not_join_two_subjects() -> None:
    """ "Heeft hij met Natuurmonumenten gesproken?" asks the same minister of something else."""
    assert len(asked("Welke alternatieven heeft de minister onderzocht? Heeft hij met Natuurmonumenten gesproken?")) == 2
    assert len(asked("Welke alternatieven heeft de minister onderzocht? Heeft hij die al besproken?")) == 1


def test_what_a_member_wondered_is_a_question() -> None:
    """ "Ik vroeg me (af) wat …": asked in the past tense, the last word missing in the record."""
    text = "Er was een brief over thuiszitters toegezegd. Deze is nog niet gekomen. Ik vroeg me wat daar nu de planning van is."
    assert asked(text) == ["Ik vroeg me wat daar nu de planning van is."]


def test_what_a_party_thinks_is_not_shown_as_part_of_the_answer() -> None:
    """ "De fractie noemt de lijn rampzalig; dat ben ik niet met haar eens." stands beside the answer, and goes with no word of the question."""
    ((_, said, _),) = answered(
        "De SP maakt zich zorgen over het Bargerveen. Dit natuurgebied ligt op 400 meter van het tracé. Wij zijn tegen een spoorlijn. Welke alternatieven "
        "heeft de minister onderzocht?",
        "Dank. De heer Van Nispen vroeg naar alternatieven. Er zijn drie tracés onderzocht; het tracé langs het Bargerveen is het kortste. De fractie noemt de "
        "lijn rampzalig; dat ben ik niet met haar eens.",
    )
    assert said == ["Er zijn drie tracés onderzocht; het tracé langs het Bargerveen is het kortste."]


def test_what_a_colleague_says_in_passing_is_no_answer_to_a_question_put_to_the_minister() -> None:
    """Nobody answers what was asked second, whoever it is put to; the state secretary's words share a figure with it, and answer the first."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        (
            "nispen",
            f"{FILLER}Werken mensen van de Belastingdienst thuis? Kan de staatssecretaris dat zeggen? Hoe verklaart {{who}} dat wij 3 miljard in een Duits stroomnet stoppen?",
        ),
        ("chair", "Het woord is aan de staatssecretaris."),
        ("secretary", "De heer Van Nispen vroeg naar het thuiswerken. Gemiddeld werken onze mensen 2,3 dagen per week thuis, 3 op de 5."),
        ("chair", "De minister."),
        ("minister", "Ik heb daar niets aan toe te voegen."),
    )
    status = {
        who: [q.status for q in questions([replace(t, text=t.text.replace("{who}", who)) for t in turns])]
        for who in ("de minister", "de staatssecretaris")
    }
    assert status == {"de minister": ["answered", "open"], "de staatssecretaris": ["answered", "open"]}


@pytest.mark.parametrize(
    ("question", "reply", "status"),
    [
        ("Komt er een verslag van de proef met de zonnedaken?", "Dat wil ik eerst met de sector bespreken.", "partly"),
        ("Is de minister bereid de zonnedaken te bezoeken?", "Daar wil ik even over nadenken, maar ik neem het mee.", "partly"),
        ("Gaat de subsidie voor zonnedaken omhoog?", "Dat wordt pas bij de evaluatie in 2027 bekeken.", "partly"),
        (
            "Wat doet de minister tegen de files bij de zonnedaken?",
            "De aannemer van de zonnedaken let daarop. Ik ga daar dan ook …",
            "partly",
        ),
        ("Vindt de minister dat zelf niet wat mager?", "Ik begrijp het ongeduld van mevrouw Kuik heel goed.", "partly"),
        ("Wie betaalt de zonnedaken?", "Daar ben ik met de VNG nog over in gesprek.", "partly"),
        ("Zijn de zonnedaken veilig?", "Daar kijkt de brandweer nog naar.", "partly"),
        ("Krijgen wij de tekeningen van de zonnedaken?", "Ik ga mijn best doen.", "partly"),
        ("Wat doet de minister voor wie lang wacht?", "Het is heel vervelend als je zo lang moet wachten.", "partly"),
        ("Hoeveel druk zet de minister op de bouwers?", "Voorlopig kan ik daar geen uitspraak over doen.", "partly"),
        ("Als de rechter de zonnedaken verbiedt, wat dan?", "Die vraag beantwoord ik nu niet, want de zitting komt nog.", "partly"),
        ("Deelt de minister die lezing van de zonnedaken?", "Ik snap de gedachte, maar de juristen zijn er nog niet uit.", "partly"),
        ("Hoeveel zonnedaken staan er op kerken?", "Er zijn er 400 op scholen, en van kerken heb ik de cijfers niet.", "partly"),
        ("Komt er een vergunning?", "De vergunning is een zaak van mijn collega, dus daar kan ik niets over zeggen.", "answered"),
        ("Wat biedt de Staat de bouwer van de zonnedaken?", "Op lopende onderhandelingen ga ik niet in.", "partly"),
        ("Was de vergunning van de zonnedaken geldig?", "Dat is onder de rechter, dus daar doe ik geen mededelingen over.", "partly"),
        ("Komen de zonnedaken er nu wel of niet?", "Ik werk eraan. Verder zeg ik daar vandaag niets over.", "partly"),
        ("Komen er zonnedaken op kerken?", "Nee, dat gaat mij te ver. Wel kom ik in mei terug op de scholen.", "answered"),
        ("Laat de minister ons na de proef weten hoe het met de zonnedaken ging?", "Ja, daarover stuur ik in mei een brief.", "answered"),
        ("Wil de minister de bouwers van de zonnedaken een boete geven?", "Dat ga ik niet doen.", "answered"),
        ("Kan de minister een tipje van de sluier oplichten?", "Nee.", "answered"),
        ("Hoeveel zonnedaken komen er?", "Ik begrijp het ongeduld van mevrouw Kuik. Het worden er 400.", "answered"),
        ("Is de minister het met mij eens dat het te lang duurt?", "Ik ben het met mevrouw Kuik eens.", "answered"),
    ],
)
def test_what_is_put_off_breaks_off_or_only_feels_is_no_whole_answer(question: str, reply: str, status: str) -> None:
    """A reply that wants to do something first, that is cut short, or that says no more than that it understands, answers in part."""
    (one,) = interrupted(question, reply)
    assert one.status == status


@pytest.mark.parametrize(
    ("question", "reply", "fared"),
    [
        ("Komt er een keuring van de veerboten?", "Dat ligt lastig. Ik wil het eerst met de schippers bespreken.", "later"),
        (
            "Hoeveel veerboten zijn er gezonken?",
            "Dat is een vraag voor mijn collega van Verkeer. Ik vraag hem om een schriftelijke reactie. Ik deel uw zorg.",
            "later",
        ),
        (
            "Hoe kan dat met die veerboten?",
            "Dat is het terrein van de minister van Verkeer. Ik zal hem vragen de Kamer te informeren.",
            "later",
        ),
        ("Kan de minister de steigers openhouden?", "Ik weet niet hoe dat overal is geregeld. Daar kom ik op terug.", "later"),
        ("Zijn de veerboten veilig genoeg?", "Er zijn 400 vesten aan boord. Of dat genoeg is, weet ik op dit moment niet.", "later"),
        (
            "Laat de minister de veerboten keuren?",
            "Wij keuren de oude veerboten. Voor de andere wil ik het eerst met de schippers bespreken.",
            "partly",
        ),
        ("Wil de minister de steigers sluiten?", "Ik begrijp de vraag. Een besluit daarover kan ik vandaag niet nemen.", "later"),
        ("Wanneer gaat de steiger open?", "Dat kunnen wij nog niet overzien.", "later"),
        ("Komt er geld voor de steigers?", "Dat kan ik nu niet toezeggen.", "answered"),
        ("Waarom gaan de steigers dicht?", "Ik kan niet nog meer geld geven aan die steigers.", "answered"),
        ("Komt er een vergunning voor de veerboten?", "Die vraag neem ik mee naar mijn collega van Verkeer.", "later"),
        ("Komt er een vergunning voor de veerboten?", "Die vraag beantwoord ik namens mijn collega van Verkeer: ja.", "answered"),
        ("Hoeveel veerboten zijn er gekeurd?", "Mijn collega van Verkeer keurde er 340. De rest komt nog.", "partly"),
        ("Kan de wachttijd bij de steiger vervallen?", "De wachttijd gaat eruit; dat staat op pagina 3 van de brief.", "answered"),
        ("Kan de wachttijd bij de steiger vervallen?", "Dat staat straks op pagina 3 van de brief die ik u stuur.", "later"),
        ("Wat doet de minister om schippers te bereiken?", "Ik vraag de haven om alle schippers een brief te sturen.", "answered"),
        ("Wat doet de minister om schippers te bereiken?", "Over alle schippers stuur ik de fracties een brief.", "later"),
        ("Wil de minister een loods verplichten?", "Daartoe ben ik niet bereid, want de havens zijn daar nog over in gesprek.", "answered"),
        ("Wil de minister een loods verplichten?", "Dat kan ik vandaag niet zeggen, want wij zijn nog in gesprek.", "later"),
        ("Wil de minister een loods verplichten?", "Ik weet niet of zij daartoe zijn bereid, omdat wij nog in gesprek zijn.", "later"),
        ("Wil de minister een loods?", "Ik zeg niet dat ik daar niet toe ben bereid, want wij zijn daarover nog in gesprek.", "later"),
        ("Hoeveel veerboten zijn er gekeurd?", "Dat getal heb ik niet bij de hand; daar kom ik in tweede termijn op terug.", "later"),
        ("Welke steigers gaan dicht?", "Die namen heb ik niet paraat; ik zoek ze op en mail ze u vandaag nog.", "later"),
        ("Hoeveel veerboten zijn er gekeurd?", "Dat zijn er twaalf; de namen stuur ik u.", "answered"),
        ("Wat vindt de minister van de veerboten?", "Ik vind ze mooi; over nieuwe kan ik nu nog niets zeggen.", "partly"),
        ("Waarom varen de veerboten niet?", "Dat weet ik niet; ik laat het nagaan.", "later"),
        ("Wat biedt de minister de schippers?", "Daar kan ik nu niet op ingaan; in mei kom ik erop terug.", "later"),
        ("Hoeveel veerboten zijn er gekeurd?", "Van dit jaar zijn er geen cijfers, maar vorig jaar waren het er 34.", "partly"),
        ("Hoeveel veerboten zijn er gekeurd?", "Van dit jaar zijn er geen cijfers, maar die komen in mei.", "later"),
        ("Hoeveel veerboten zijn er gekeurd?", "Dat weet ik niet, maar drie provincies houden dat bij.", "later"),
        ("Welke termijn krijgen de havens, en wat kost dat hun?", "Zij krijgen tot 1 mei 2027. Het kost 4 miljoen euro.", "answered"),
    ],
)
def test_what_is_put_off_or_passed_on_has_no_answer_yet_and_a_letter_to_others_is_a_deed(question: str, reply: str, fared: str) -> None:
    """Whose matter it is, and what is said beside the question, tell nothing of it; what tells a part of it does."""
    (one,) = interrupted(question, reply)
    assert one.fared == fared


def test_half_told_before_it_was_asked_again_is_half_an_answer() -> None:
    """The number was told, the cost asked again and not known: partly, with the words that tell it and those that don't."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Hoeveel ambtenaren van de dienst werken er thuis, en welke kosten zijn daarmee gemoeid?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De heer Van Nispen vroeg naar het thuiswerken. Van de ambtenaren werken er 4.000 thuis."),
        ("nispen", "Ik heb nog geen antwoord op mijn vraag over de kosten."),
        ("minister", "Die heb ik niet paraat. Dat zoek ik uit."),
    )
    (one,) = [q for q in questions(turns) if "ambtenaren" in q.quote.text]
    assert one.status == "partly"
    assert [(a.turn.number, a.text) for a in one.answers][:2] == [
        (4, "Van de ambtenaren werken er 4.000 thuis."),
        (6, "Die heb ik niet paraat."),
    ]


def test_an_excuse_before_the_answer_takes_none_away() -> None:
    """In the second term: "Excuus, dat was ik vergeten. Ja, …" answers what is said to be open, and what was asked first."""
    turns = debate(
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Vorig jaar braken 23 kabels in de Waddenzee. Ik vraag de minister om te onderzoeken hoeveel daarvan oud waren."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De havens worden uitgebaggerd. " * 10),
        ("chair", "Dan de tweede termijn van de kant van de Kamer. Mevrouw Kuik."),
        ("kuik", f"{FILLER}Ik heb nog niets gehoord over de gebroken kabels. Komt dat onderzoek er?"),
        ("minister", "Excuus, dat was ik vergeten. Ja, ik vraag TNO om dat uit te zoeken."),
    )
    found = questions(turns)
    assert [(q.status, q.answers[0].text) for q in found] == [("answered", "Ja, ik vraag TNO om dat uit te zoeken.")] * 2


def test_what_says_that_a_question_is_open_and_asks_it_again_has_the_answer_after_it() -> None:
    """In the second term: "Ik heb niets gehoord over de kabels. Wanneer is dat klaar?" has the answer to what it says is open."""
    turns = debate(
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Wanneer worden de kabels in de Waddenzee vervangen?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De havens worden uitgebaggerd. " * 10),
        ("chair", "Dan de tweede termijn van de kant van de Kamer. Mevrouw Kuik."),
        ("kuik", f"{FILLER}Ik heb nog geen antwoord op mijn vraag over de kabels in de Waddenzee. Wanneer is dat achter de rug?"),
        ("chair", "Ik geef het woord aan de minister."),
        ("minister", "Mevrouw Kuik heeft gelijk. De kabels worden in 2027 vervangen."),
    )
    found = questions(turns)
    assert [(q.status, q.answers[-1].text) for q in found] == [("answered", "De kabels worden in 2027 vervangen.")] * 2


def test_a_speech_goes_on_with_the_heading_somebody_broke_in_on() -> None:
    """ "Dan Lekkerkerk." An interruption, its reply, "gaat u verder": what follows answers the question about Lekkerkerk, whoever is named next."""
    turns = debate(
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Hoe wordt verzilting bij de inname van Lekkerkerk voorkomen?"),
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Hoeveel vergunningen zijn er ingetrokken?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De dijken zijn veilig. Dan Lekkerkerk."),
        ("nispen", "Wanneer hebben wij pauze?"),
        ("minister", "Om acht uur."),
        ("chair", "Gaat u verder."),
        (
            "minister",
            "Bij Lekkerkerk is een bellenscherm aangelegd dat het zoute water tegenhoudt. De heer Van Nispen vroeg naar de vergunningen. Er zijn drie vergunningen ingetrokken.",
        ),
    )
    found = {q.quote.turn.number: [a.text for a in q.answers] for q in questions(turns)}
    assert found[2] == ["Bij Lekkerkerk is een bellenscherm aangelegd dat het zoute water tegenhoudt."]
    assert found[4] == ["Er zijn drie vergunningen ingetrokken."]


def test_a_name_alone_is_the_heading_of_what_comes_after_it() -> None:
    """ "Marken. Over de planning …": the sentence after the name answers what was asked about it, the next subject what was asked of that."""
    text = "Bij Marken wacht men al jaren. Wanneer is de dijk bij Marken klaar? Ook hoor ik veel over de schade aan woningen. Wat doet de minister aan die schade?"
    answer = "Marken. Over de planning wordt morgen pas een besluit genomen. De schade aan woningen vergoed ik."
    assert answered(text, answer) == [
        ("Wanneer is de dijk bij Marken klaar?", ["Over de planning wordt morgen pas een besluit genomen."], "partly"),
        ("Wat doet de minister aan die schade?", ["De schade aan woningen vergoed ik."], "answered"),
    ]


@pytest.mark.parametrize(
    "put_off",
    [
        "De prijs van het loket heb ik niet paraat; daar kom ik op terug.",
        "Op het loket kom ik in de tweede termijn terug.",
        "Wat het loket kost, zoek ik even uit.",
    ],
)
@pytest.mark.parametrize("comes_back", ["Ik wacht nog op de prijs van het loket.", "Ik miste nog het loket."])
def test_what_puts_one_question_off_is_no_part_of_the_answer_to_another(put_off: str, comes_back: str) -> None:
    """Nor where its asker came back to it, and has the answer after that."""
    found = questions(
        debate(
            ("nispen", "Voorzitter. Waarom mag een kweker geen courgettes verkopen? Wat kost het nieuwe loket per jaar?"),
            ("chair", "Het woord is aan de minister."),
            ("minister", f"Voorzitter. De verkoop van courgettes is verboden omdat de grond van het Rijk is. {put_off}"),
            ("chair", "Dan de tweede termijn. De heer Van Nispen."),
            ("nispen", f"Voorzitter. {comes_back} Verder ben ik tevreden."),
            ("chair", "De minister."),
            ("minister", "Voorzitter. Het loket kost 1,4 miljoen euro per jaar."),
        )
    )
    assert [([a.text for a in q.answers], q.status) for q in found] == [
        (["De verkoop van courgettes is verboden omdat de grond van het Rijk is."], "answered"),
        (["Het loket kost 1,4 miljoen euro per jaar."], "answered"),
    ]


@pytest.mark.parametrize("chair", ["Dan de vragen van het CDA.", "Goed."])
def test_a_reply_is_over_where_the_speech_takes_up_what_is_next(chair: str) -> None:
    """What a heading opens after a word of the chair goes with the question it is about, not with the one that broke in before."""
    found = questions(
        debate(
            ("chair", "Het woord is aan mevrouw Kuik."),
            ("kuik", "Voorzitter. Mag een woonboot langer worden? Hoe staat het met de proef met laadpalen in Sneek?"),
            ("chair", "Het woord is aan de minister."),
            ("minister", "Voorzitter. De sluizen blijven op zondag dicht."),
            ("nispen", "Is hij dan bereid die sluizen in de zomer te openen?"),
            ("minister", "Ik ga het gesprek daarover aan met de provincie en informeer de Kamer in het najaar over de uitkomst."),
            ("chair", chair),
            ("minister", "De woonboot. Ik ga de maximale lengte niet verruimen, want de haven is vol. De proef in Sneek loopt goed."),
        )
    )
    assert [[a.text for a in q.answers] for q in found] == [
        ["Ik ga de maximale lengte niet verruimen, want de haven is vol."],
        ["De proef in Sneek loopt goed."],
        ["Ik ga het gesprek daarover aan met de provincie en informeer de Kamer in het najaar over de uitkomst."],
    ]


def test_whoever_is_given_the_floor_no_longer_replies_to_who_broke_in() -> None:
    """The minister replies; then the state secretary is given the floor, and answers what was put to her."""
    turns = debate(
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Aan de staatssecretaris vraag ik wat zij doet voor zwembaden die omvallen."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De agenda is vol. Er gaat één regel weg."),
        ("nispen", "Vindt de minister dat niet wat mager?"),
        ("minister", "Nee, dat vind ik niet."),
        ("chair", "Dan is het woord aan de staatssecretaris."),
        ("secretary", "Voor zwembaden is 206 miljoen euro beschikbaar."),
    )
    found = {q.quote.turn.number: [a.text for a in q.answers] for q in questions(turns)}
    assert found == {2: ["Voor zwembaden is 206 miljoen euro beschikbaar."], 5: ["Nee, dat vind ik niet."]}


def test_what_was_put_off_is_answered_where_its_asker_is_named_again() -> None:
    """ "Daar kom ik zo op terug", and later "De heer Van Nispen vroeg nog naar de uitval": in other words than the question's, and no other is open."""
    turns = debate(
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Er worden 921 huisartsen opgeleid."),
        ("nispen", "Is dat inclusief de mensen die halverwege stoppen?"),
        ("minister", "Dat weet ik niet uit mijn hoofd. Daar kom ik zo op terug."),
        ("chair", "Gaat u verder."),
        ("minister", "De heer Van Nispen vroeg nog naar de uitval. Die zit niet in het getal."),
    )
    (one,) = questions(turns)
    assert (one.status, one.answers[-1].text) == ("answered", "Die zit niet in het getal.")


def test_a_wish_is_a_question_and_a_sigh_is_none() -> None:
    """What a member would value of the minister is asked; who would have thought it is not."""
    text = "Wie had dat tien jaar geleden gedacht? Ik zou het op prijs stellen als de minister de commissie uitnodigt voor een werkbezoek."
    (one,) = questions(speech(text))
    assert one.quote.text.startswith("Ik zou het op prijs stellen")


def test_what_is_said_of_a_motion_answers_no_question_of_another() -> None:
    """The verdict on a motion, and what its mover said about it, answer nobody else; what is taken up after it does."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Er zou een brief komen over de thuiszitters. Wat is daar de planning van?"),
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Hoeveel scholen hebben geen directeur?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        (
            "minister",
            "Ik loop de moties langs en ga kort in op de thuiszitters. De motie op stuk nr. 501, over de thuiszitters, ontraad ik. Het zal u niet verbazen: "
            "over thuiszitters rapporteren wij al. Mevrouw Kuik noemde het cijfer van 70.000 thuiszitters. Dat is schrikbarend, maar ik plaats die thuiszitters "
            "graag in perspectief. Mevrouw Kuik vroeg naar de scholen zonder directeur. Dat zijn er 120.",
        ),
    )
    assert {q.quote.turn.number: [a.text for a in q.answers] for q in questions(turns)} == {2: [], 4: ["Dat zijn er 120."]}


def test_a_question_put_to_a_party_is_no_question_to_the_government() -> None:
    """ "Ziet het CDA niet …?" in a speech asks a colleague; the government named in the same sentence is asked."""
    assert (
        questions(
            (*debate(("chair", "Mevrouw Kuik."), ("kuik", FILLER)), *later(speech("Ziet het CDA dan niet dat de wachtlijst groeit?"), 2))
        )
        == ()
    )
    (one,) = questions(
        (*debate(("chair", "Mevrouw Kuik."), ("kuik", FILLER)), *later(speech("Ziet de minister dan niet dat de wachtlijst groeit?"), 2))
    )
    assert one.quote.text.startswith("Ziet de minister")


def later(turns: tuple[Turn, ...], by: int) -> tuple[Turn, ...]:
    """The same turns, numbered on."""
    return tuple(replace(t, number=t.number + by) for t in turns)


@pytest.mark.parametrize(
    "reply", ["De SP noemt dat een schande, maar wij gaan ermee door.", "Nee. De SP noemt dat een schande, maar er is geen geld."]
)
def test_what_a_party_calls_it_and_the_answer_in_one_sentence(reply: str) -> None:
    """ "De SP noemt dat …, maar …": it answers at once; what comes after "maar" is the minister's own."""
    (one,) = interrupted("Is de minister bereid de bezuiniging te schrappen?", reply)
    assert (one.status, [a.text for a in one.answers]) == ("answered", [reply])


def test_another_subject_named_in_between_begins_another_item() -> None:
    """What points back, points back at what stands before it: "De taallessen dan. Daar is 9 miljoen voor. Is dat genoeg?" is not about the fines."""
    text = "Hoeveel boetes kregen de uitzendbureaus? De taallessen dan. Daar is 9 miljoen voor. Is dat nu genoeg?"
    found = questions(speech(text, "Er zijn 412 boetes uitgedeeld. Met 9 miljoen voor de taallessen kunnen we 14.000 mensen helpen."))
    assert [q.quote.text for q in found] == ["Hoeveel boetes kregen de uitzendbureaus?", "Is dat nu genoeg?"]
    assert ["boetes" in a.text for q in found for a in q.answers] == [True, False]


def test_a_question_nobody_took_up_stays_open_beside_answers_to_others() -> None:
    """What is said to somebody else on somebody else's question, or to the asker on another of hers, answers no third question."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}\nDe achterstand bij de kazernes is 1,2 miljard euro. Klopt dat bedrag, vraag ik de minister?"),
        ("chair", "Het woord is aan mevrouw Kuik."),
        (
            "kuik",
            f"{FILLER}\nIs de minister bereid een verbod op nachtvluchten in te stellen?\n"
            "Krijgen de omwonenden ook geld om hun slaapkamers te isoleren?",
        ),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        (
            "minister",
            "De heer Van Nispen vroeg of de achterstand klopt. Het bedrag van 1,2 miljard euro klopt helaas. "
            "Daarmee pakken we eerst de gebouwen aan waarin wordt geslapen.\n"
            "Mevrouw Kuik vroeg om een verbod op nachtvluchten. Dat verbod ga ik niet instellen.",
        ),
    )
    found = {q.quote.text: q for q in questions(turns)}
    assert found["Krijgen de omwonenden ook geld om hun slaapkamers te isoleren?"].status == "open"
    assert found["Is de minister bereid een verbod op nachtvluchten in te stellen?"].status == "answered"
    assert found["Klopt dat bedrag, vraag ik de minister?"].answers[0].text == "Het bedrag van 1,2 miljard euro klopt helaas."


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ("De vervuiling bij de vliegbasis is in kaart gebracht: het gaat om 9 hectare.", "partly"),
        ("De vervuiling bij de vliegbasis is in kaart gebracht. Het schoonmaken kost 9 miljoen euro.", "answered"),
    ],
)
def test_a_cost_that_is_asked_in_the_second_half_and_not_told_is_partly_an_answer(reply: str, status: str) -> None:
    """ "Is het in kaart gebracht en wat gaat het kosten?": an area is no amount."""
    (one,) = questions(speech("Is de vervuiling bij de vliegbasis in kaart gebracht en wat gaat het schoonmaken kosten?", reply))
    assert one.status == status


def test_what_is_done_instead_goes_with_what_was_refused() -> None:
    """ "Een bedrag toezeggen kan ik niet. Ik zeg wel toe dat …" is one answer, also where the next sentence takes up the next question."""
    turns = speech(
        "\nHet CDA pleit voor een vergoeding van 150 euro per dag voor werkgevers die een reservist laten gaan. "
        "Wil de minister met zo'n regeling komen? "
        "Hoeveel kandidaten zijn vorig jaar afgevallen bij de keuring, en hoe vaak kwam dat door een oude blessure?",
        "Dan de werkgevers. Een vast bedrag per dag toezeggen kan ik vandaag niet, want daarvoor ontbreekt de dekking. "
        "Ik zeg de heer Van Nispen wel toe dat ik in het derde kwartaal van dit jaar met een plan kom waarin staat hoe we werkgevers van "
        "reservisten tegemoetkomen. Bij de keuring zijn vorig jaar 412 kandidaten afgevallen. "
        "Hoe vaak een oude blessure de reden was, houden we niet bij.",
    )
    scheme, failed = questions(turns)
    assert "met een plan kom" in " ".join(q.text for q in scheme.answers)
    assert failed.answers[0].text == "Bij de keuring zijn vorig jaar 412 kandidaten afgevallen."


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("Hoeveel mensen gaan er bij dat kadaster werken?", "Ik begin met twaalf mensen."),
        ("Hoeveel schippers doen er mee?", "Ik begin met twaalf mensen."),
        ("Hoeveel mensen gaan er bij dat kadaster werken?", "Twaalf."),
        ("Hoeveel mensen gaan er bij dat kadaster werken?", "Twaalf, voorzitter."),
        ("Hoeveel geld zit er in dat fonds?", "Vijf miljoen."),
        ("Hoeveel procent van de schippers doet mee?", "Zo'n 40 procent."),
        ("Wanneer gaat dat kadaster open?", "In maart."),
        ("Vanaf wanneer?", "Vanaf 1 januari."),
        ("Hoeveel?", "Ik begin met zestig."),
        ("In welke stad komt dat kadaster?", "Emmen, voorzitter."),
        ("Klopt het dat het kadaster verhuist?", "Dat klopt."),
        ("Klopt het dat het kadaster verhuist?", "Nee, voorzitter."),
        ("Waarom verhuist het kadaster?", "Omdat het pand te klein is."),
    ],
)
@pytest.mark.parametrize(
    "then", ["", " De lonen in de haven zijn een zaak van de bonden.", " Dan kom ik bij de havens. De lonen daar stijgen."]
)
def test_a_short_reply_right_after_the_question_is_its_answer(question: str, reply: str, then: str) -> None:
    """Whatever it reads like, and whatever the minister goes on with: "Twaalf.", and of a figure nothing else."""
    (one,) = interrupted(question, f"{reply}{then}")
    assert (one.status, one.answers[0].text) == ("answered", reply)
    assert "lonen" not in "".join(q.text for q in one.answers) or not re.search(r"hoeveel|wanneer", question, re.I)


def test_a_figure_of_one_word_after_the_question_was_told_again_is_the_answer() -> None:
    """ "Mevrouw Kuik vroeg hoeveel … Zeventien. Dat is meer dan ik zou willen." """
    (one,) = questions(
        speech(
            "Hoeveel zwembaden zijn er dit jaar dichtgegaan?",
            "Zwembaden zijn belangrijk. De heer Van Nispen vroeg hoeveel zwembaden er dicht zijn. Zeventien. Dat is meer dan ik zou willen.",
        )
    )
    assert one.answers[0].text == "Zeventien."


def test_ik_begin_met_heads_an_answer_where_no_number_is_asked() -> None:
    """ "Ik begin met de meetpunten." says what comes, also right after the question; a count of points is no answer to how many people."""
    (one,) = interrupted("Hoeveel mensen werken daar?", "Ik begin met twee opmerkingen vooraf. Er werken daar veertig mensen.")
    assert [q.text for q in one.answers] == ["Er werken daar veertig mensen."]


def test_also_asked_they_is_said_again_and_no_answer() -> None:
    """ "Ook vroeg zij of er geld komt." tells what was asked; both sentences that put it off are shown."""
    (one,) = questions(
        speech(
            "Ook wil ik weten of de minister de imkers gaat helpen met geld voor nieuwe volken.",
            "De heer Van Nispen vroeg naar de bijen. Die sterven. Ook vroeg hij of er geld komt voor de imkers. "
            "Ik heb daar nu nog geen besluit over genomen. Ik kom daar in het voorjaar op terug.",
        )
    )
    assert one.status == "partly"
    assert [q.text for q in one.answers] == ["Ik heb daar nu nog geen besluit over genomen.", "Ik kom daar in het voorjaar op terug."]


@pytest.mark.parametrize(
    ("question", "reply", "status", "shown"),
    [
        (
            "Hoeveel ligplaatsen komen er bij en wanneer zijn die klaar?",
            "Er komen 240 ligplaatsen bij. De laatste is in 2027 klaar. De havens zijn daar blij mee.",
            "answered",
            ["Er komen 240 ligplaatsen bij.", "De laatste is in 2027 klaar."],
        ),
        (
            "Hoeveel ligplaatsen komen er bij en wanneer zijn die klaar?",
            "Er komen 240 ligplaatsen bij.",
            "partly",
            ["Er komen 240 ligplaatsen bij."],
        ),
        (
            "Hoeveel schepen varen er nu en hoeveel waren dat er in 2010?",
            "Er varen nu 240 schepen.",
            "partly",
            ["Er varen nu 240 schepen."],
        ),
        (
            "Hoeveel schepen varen er nu en hoeveel waren dat er in 2010?",
            "Er varen nu 240 schepen, tegen 310 in 2010.",
            "answered",
            ["Er varen nu 240 schepen, tegen 310 in 2010."],
        ),
        (
            "Wat gaat het afgeven kosten en wie betaalt dat als de schipper failliet is?",
            "Het afgeven kost € 35.",
            "partly",
            ["Het afgeven kost € 35."],
        ),
        (
            "Wat gaat het afgeven kosten en wie betaalt dat als de schipper failliet is?",
            "Het afgeven kost € 35. De haven betaalt voor wie failliet is.",
            "answered",
            ["Het afgeven kost € 35.", "De haven betaalt voor wie failliet is."],
        ),
        (
            "Hoeveel sluizen worden er vernieuwd, en uit welk budget komt dat?",
            "Er worden 12 sluizen vernieuwd. Rijkswaterstaat wilde er meer.",
            "partly",
            ["Er worden 12 sluizen vernieuwd.", "Rijkswaterstaat wilde er meer."],
        ),
        (
            "Hoeveel sluizen worden er vernieuwd, en hoe wordt dat gefinancierd?",
            "Er worden 12 sluizen vernieuwd. Dat gaat uit het Mobiliteitsfonds.",
            "answered",
            ["Er worden 12 sluizen vernieuwd.", "Dat gaat uit het Mobiliteitsfonds."],
        ),
        ("Weten schippers hoeveel zij mogen lozen en hoeveel niet?", "Ja, dat weten schippers.", "answered", ["Ja, dat weten schippers."]),
        ("Kan de minister zeggen hoeveel schippers dat weten?", "Ja, dat kan.", "partly", ["Ja, dat kan."]),
        ("Klopt het dat dit verandert, en wanneer is dat?", "Ja, dat klopt.", "partly", ["Ja, dat klopt."]),
    ],
)
def test_a_question_of_two_halves_is_answered_when_both_are(question: str, reply: str, status: str, shown: list[str]) -> None:
    """Each half has its own sentence, and one number does not tell two."""
    (one,) = interrupted(question, reply)
    assert (one.status, [q.text for q in one.answers]) == (status, shown)


def test_a_figure_alone_goes_on_with_the_answer() -> None:
    """ "Zestien per dag. Vanaf december 2028.": a question on another "vanaf welk jaar" does not get it."""
    trains, card = questions(
        speech(
            "Hoeveel treinen per dag gaan er rechtstreeks naar Münster, en wanneer rijdt de eerste? Dan het boekingssysteem. Vanaf welk jaar komt dat er?",
            "Zestien per dag, voorzitter. Vanaf december 2028. Het boekingssysteem: dat komt er.",
        )
    )
    assert [q.text for q in trains.answers] == ["Zestien per dag, voorzitter.", "Vanaf december 2028."]
    assert "december" not in "".join(q.text for q in card.answers)


def test_what_begins_a_speech_before_its_agenda_answers_nobody() -> None:
    """ "Geen ouder zou met lege handen … Ik heb vier blokjes: …" """
    (one,) = questions(
        speech(
            "Hoe staat het met de website waarop ouders de voorraad van de apotheek kunnen zien?",
            "Dank u wel, voorzitter. Geen ouder zou met lege handen de apotheek uit moeten lopen. Dat raakt mij ook. Ik heb twee blokjes: de prijzen "
            "en de inkoop. Eerst de prijzen. Die stijgen dit jaar met 3%.",
        )
    )
    assert (one.status, one.answers) == ("open", ())


def test_what_takes_up_one_question_of_an_asker_is_no_answer_to_the_other() -> None:
    """A word in common is not enough where the sentences hold the other question's words, nor is what both were asked after."""
    boats, strips, report = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            (
                "nispen",
                "Hoe lang mag een schipper straks stilliggen? Vrachtschepen moeten soms dagen op een sluis wachten in weer en wind.",
            ),
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            (
                "kuik",
                "Het CDA pleit voor brede bufferstroken langs beken. Aan de minister vraag ik hoe breed die stroken worden. "
                "Graag ook een reactie op het rapport van de Algemene Rekenkamer.",
            ),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "Ik heb één vraag gekregen, van mevrouw Kuik. Die stroken worden drie meter breed."),
            ("nispen", "Krijgen buitenlandse schippers ook een formulier?"),
            ("minister", "Daar kom ik in tweede termijn op terug."),
            ("chair", "De tweede termijn van de Kamer. De minister."),
            ("minister", "Dan de buitenlandse schippers. Ook voor hen komt er geen formulier bij."),
        )
    )[:3]
    assert strips.answers[0].text == "Die stroken worden drie meter breed."
    assert [boats.status, report.status] == ["open", "open"]


def test_a_request_on_another_subject_does_not_make_a_figure_of_speech_a_question() -> None:
    """ "Wie heeft er nu nog tijd …?" wants no answer, also right before "Graag een reactie op …"; "Dat is mijn vraag." makes it one."""
    figure = "Wie heeft er nu nog tijd om drie jaar naar zwemles te gaan?"
    (one,) = questions(speech(f"{figure} Graag een reactie op het tekort aan badmeesters."))
    assert one.quote.text == "Graag een reactie op het tekort aan badmeesters."
    assert [q.quote.text for q in questions(speech(f"{figure} Dat is mijn vraag aan de minister."))] == [figure]


def test_an_answer_of_two_sentences_is_shown_whole() -> None:
    """What was done is in the first, what will be done in the second, which shares no word with the question."""
    (one,) = questions(
        speech(
            "Graag een reactie op het tekort aan badmeesters.",
            "Over het tekort aan badmeesters heb ik met de branche gesproken. Wij starten een opleiding voor zijinstromers.",
        )
    )
    assert one.answers[-1].text == "Wij starten een opleiding voor zijinstromers."


def test_what_comes_back_to_the_question_is_no_answer_to_another_member() -> None:
    """ "Het onderzoek van de Rijksdienst loopt nog; ik kom daar in het najaar op terug." goes on with who broke in, though another spoke of "onderzoek"."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        (
            "nispen",
            f"{FILLER}Er lopen bedrijven rond die voor een onderzoek te veel rekenen. Hoe gaat de minister malafide onderzoeksbureaus aanpakken?",
        ),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "De wachttijden nemen af. " * 10),
        ("kuik", "Komt er een regeling voor monumentale boerderijen?"),
        (
            "minister",
            "Over een regeling voor monumentale boerderijen kan ik nu nog niets zeggen. "
            "Het onderzoek van de Rijksdienst loopt nog; ik kom daar in het najaar op terug.",
        ),
    )
    bureaus, farms = questions(turns)
    assert (bureaus.status, farms.status, len(farms.answers)) == ("open", "partly", 2)


def test_what_is_brought_up_between_two_questions_parts_them() -> None:
    """What points back points at the statement before it, and not at the question before that."""
    found = answered(
        "Hoeveel schapen zijn er dit jaar doodgebeten? Een probleemwolf moet kunnen worden afgeschoten. Wanneer is de definitie daarvan klaar? "
        "Het rapport van de toezichthouder ligt in een la. Graag een reactie daarop.",
        "De heer Van Nispen vroeg naar de schapen. Dat zijn er 1.140. Hij vroeg ook naar de probleemwolf. De definitie komt in februari.",
    )
    assert [f[0] for f in found] == [
        "Hoeveel schapen zijn er dit jaar doodgebeten?",
        "Wanneer is de definitie daarvan klaar?",
        "Graag een reactie daarop.",
    ]
    assert [f[1] for f in found[:2]] == [["Dat zijn er 1.140."], ["De definitie komt in februari."]]


def test_a_reminder_is_no_question_of_its_own_and_is_answered_by_what_comes_after_it() -> None:
    """ "Mijn vraag over … is blijven liggen": what was said before it answers nothing."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Mogen vissers met korven tussen de windmolens van de windparken vissen?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Voor de windparken gelden veiligheidsregels. Die zijn streng."),
        ("chair", "Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"{FILLER}Mijn vraag over het vissen in windparken is blijven liggen."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. In de windparken bij Borssele mag vanaf het voorjaar met korven worden gevist."),
    )
    ((text, said),) = [(q.quote.text, [a.text for a in q.answers]) for q in questions(turns)]
    assert text.startswith("Mogen vissers")
    assert said == ["In de windparken bij Borssele mag vanaf het voorjaar met korven worden gevist."]


@pytest.mark.parametrize(
    "again",
    [
        "Over de walstroom heeft de minister nog niets gezegd.",
        "Ik had nog iets gevraagd over de walstroom.",
        "De walstroom is niet aan bod gekomen.",
        "Het bedrag voor de walstroom heb ik nog tegoed.",
        "Over de walstroom heb ik niets vernomen.",
    ],
)
def test_who_comes_back_to_several_questions_reminds_of_each(again: str) -> None:
    """Each sentence of a later term that says a question is open goes beside that question, and is answered by what comes after it."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Wanneer komt de handreiking?\nHoeveel gaat er naar walstroom in de havens?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Walstroom is belangrijk voor de havens. Het loket is druk."),
        ("chair", "Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"{FILLER}{again} Ook op de handreiking kreeg ik geen reactie."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. De handreiking is er in maart. Voor walstroom is 12 miljoen euro vrijgemaakt."),
    )
    first, second = questions(turns)
    assert [q.text for q in second.also] == [again]
    assert [q.text for q in first.also] == ["Ook op de handreiking kreeg ik geen reactie."]
    assert [a.text for a in second.answers] == ["Voor walstroom is 12 miljoen euro vrijgemaakt."]
    assert [a.text for a in first.answers] == ["De handreiking is er in maart."]


def test_the_page_shows_what_came_of_what_was_put_off() -> None:
    """ "Daar moet ik even naar laten kijken." is not the answer where the second term tells it in other words."""
    turns = debate(
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", f"{FILLER}De norm is streng."),
        ("nispen", "En wie gaat de norm handhaven?"),
        ("minister", "Daar moet ik even naar laten kijken."),
        ("chair", "Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"{FILLER}Dank voor de antwoorden."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. De heer Van Nispen vroeg wie de norm handhaaft. Dat gaat de Emissieautoriteit doen."),
    )
    (one,) = questions(turns)
    assert [q.text for q in shown_answer(one)] == ["Dat gaat de Emissieautoriteit doen."]


@pytest.mark.parametrize("later", ["Dat durf ik nu niet te zeggen.", "Dat kan ik u vandaag nog niet zeggen."])
def test_the_page_shows_the_answer_and_not_that_it_was_not_known_yet(later: str) -> None:
    """What one did not dare to say in the first term is told in the second: that is the answer."""
    told = "De renteloze lening gaat ook gelden voor wie in een haven woont, mits de gemeente instemt."
    turns = debate(
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", f"{FILLER}De lening is renteloos."),
        ("nispen", "En geldt dat ook voor mensen die in een haven wonen?"),
        ("minister", later),
        ("minister", told),
    )
    (one,) = questions(turns)
    both = tuple(Quote(turn, 0, len(turn.text)) for turn in turns[-2:])
    assert [q.text for q in shown_answer(replace(one, answers=both, status="answered"))] == [told]
    assert [q.text for q in shown_answer(replace(one, answers=both[:1], status="partly"))] == [later]


def test_what_says_nothing_stands_beside_no_question() -> None:
    """ "Ik heb een vraag." and thanks are part of no question."""
    for empty in ("Dat is helder, dank.", "Ik heb een vraag."):
        (one,) = questions(speech(f"De norm geldt in Haarlem. {empty} Wie gaat dat handhaven?", "Dat gaat de NEa doen."))
        assert empty not in [q.text for q in one.also]


def test_a_question_put_once_more_takes_the_answer_to_that() -> None:
    """ "Op de dorpen heb ik nog geen antwoord gehad. Daarom nogmaals: …": the first question is not left open."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Hoe zorgt de minister ervoor dat dorpen niet achteraan moeten aansluiten?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. Er liggen zeventien projecten stil. Dat is jammer."),
        ("chair", "Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"{FILLER}Op de dorpen heb ik nog geen antwoord gehad. Daarom nogmaals: wat kan Loppersum verwachten?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. De heer Van Nispen vroeg naar Loppersum. Ik verlaag de ondergrens van 500 naar 250 woningen."),
    )
    found = [[a.text for a in q.answers] for q in questions(turns)]
    assert found == [["Ik verlaag de ondergrens van 500 naar 250 woningen."]] * 2


def test_what_a_speech_puts_off_is_made_good_later() -> None:
    """ "Daar kom ik in de tweede termijn op terug": the figure told there is the answer."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Hoeveel kazernes zijn er gesloten sinds 2015?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        (
            "minister",
            "De heer Van Nispen vroeg naar de kazernes. Dat aantal weet ik niet uit mijn hoofd; ik kom er in de tweede termijn op terug.",
        ),
        ("chair", "Dan de tweede termijn. De minister."),
        ("minister", "Ik ben de heer Van Nispen nog een getal schuldig. Sinds 2015 zijn er 61 posten opgeheven."),
    )
    (one,) = questions(turns)
    assert one.status == "answered"
    assert one.answers[-1].text == "Sinds 2015 zijn er 61 posten opgeheven."


def test_a_sentence_that_answers_another_question_is_not_lent_to_one_without_its_subject() -> None:
    """No answer is better than the neighbour's."""
    found = answered(
        "Hoe kijkt de minister naar een verplicht keurmerk voor zwemscholen?\nWelke maatregelen komen er om badmeesters te beschermen?",
        "De heer Van Nispen vroeg naar het keurmerk. Daar zie ik niets in, want daarmee jagen we kleine zwemscholen op kosten.",
    )
    assert [f[2] for f in found] == ["answered", "open"]


def test_who_is_named_in_a_second_term_has_the_answer_to_what_they_asked_last() -> None:
    """ "Mevrouw Kuik: het loket gaat open op 4 september.", in none of her words."""
    turns = debate(
        ("chair", "Het woord is aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Komt er een steunpakket voor de visafslagen?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Mevrouw Kuik vroeg om een steunpakket. Daar is 37 miljoen voor de afslagen."),
        ("chair", "Dan de tweede termijn. Mevrouw Kuik."),
        ("kuik", f"{FILLER}Vanaf wanneer kan men die steun aanvragen?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. Mevrouw Kuik: het loket gaat open op 4 september."),
    )
    assert [[a.text for a in q.answers] for q in questions(turns)] == [
        ["Daar is 37 miljoen voor de afslagen."],
        ["Mevrouw Kuik: het loket gaat open op 4 september."],
    ]


def test_an_answer_by_member_keeps_to_the_member_under_headings_too() -> None:
    """After "Dan de heer Van Nispen." a heading that shares no word with any question is on what he put next."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}\nWanneer komt het wetsvoorstel over de verhogingen?\nHoe zorgt de minister voor genoeg nieuwe deurwaarders?"),
        ("chair", "Het woord is aan mevrouw Kuik."),
        ("kuik", f"{FILLER}\nHoe vaak wordt beslag gelegd op de inboedel?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        (
            "minister",
            "Dan de heer Van Nispen. Het wetsvoorstel over de verhogingen komt in mei. Dan de opleiding. In Utrecht beginnen 45 studenten. "
            "Dan mevrouw Kuik. Beslag op de inboedel komt 200 keer per jaar voor.",
        ),
    )
    assert [[a.text for a in q.answers] for q in questions(turns)] == [
        ["Het wetsvoorstel over de verhogingen komt in mei."],
        ["In Utrecht beginnen 45 studenten."],
        ["Beslag op de inboedel komt 200 keer per jaar voor."],
    ]


def test_what_is_told_again_in_other_words_answers_what_its_asker_put_next() -> None:
    """ "Zij had het ook over waterbesparing." has no word of her second question."""
    found = answered(
        "Klopt het dat de vergunning bij Lochem stilligt?\nWe gebruiken 129 liter per dag. Hoe brengt de minister dat naar 100?",
        "Dank. De heer Van Nispen vroeg naar Lochem. Die vergunning ligt stil. Hij had het ook over waterbesparing. In maart start een campagne.",
    )
    assert [f[1] for f in found] == [["Die vergunning ligt stil."], ["In maart start een campagne."]]


def test_what_a_reply_put_off_is_made_good_in_a_later_turn() -> None:
    """However well the reply itself goes with the question."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", FILLER),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Voorzitter. Doetinchem blijft open tot 2029."),
        ("nispen", "Hoe zit het met de locaties in Emmeloord en Terneuzen?"),
        ("minister", "In Terneuzen speelt niets. Van Emmeloord weet ik het niet. Daar kom ik in de tweede termijn op terug."),
        ("chair", "Dan de tweede termijn. De minister."),
        ("minister", "De locatie in Emmeloord sluit per 1 oktober."),
    )
    (one,) = [q for q in questions(turns) if "Emmeloord" in q.quote.text]
    assert one.status == "answered"
    assert one.answers[-1].text == "De locatie in Emmeloord sluit per 1 oktober."


@pytest.mark.parametrize(
    "text", ["Hoe vaak moeten we dat nog zeggen?", "Hoelang laten we dit nog gebeuren?", "Hoe leg je dat uit aan een ouder?"]
)
def test_a_sigh_is_no_question(text: str) -> None:
    """It wants no answer of the minister."""
    assert asked(text) == []


def test_a_heading_before_a_question_tells_its_subject() -> None:
    """ "Dan de rioolwaterzuivering." stands before "bij hoeveel daarvan"."""
    found = answered(
        "Dan de rioolwaterzuivering. Er zijn er 300 in ons land. Bij hoeveel daarvan komt er een extra stap?",
        "Dank. De heer Van Nispen vroeg naar de rioolwaterzuiveringen. Ik heb de aantallen per waterschap nog niet. Die komen in oktober.",
    )
    assert [bool(f[1]) for f in found] == [True]


def test_a_letter_that_is_announced_is_not_made_good_by_what_is_said_later_on_something_else() -> None:
    """ "Ik kom er in de brief van mei op terug": the reply stands with its own sentences."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Wat doet de minister voor het vee?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Voorzitter. De drempel voor verenigingen gaat omhoog."),
        ("nispen", "Kan de minister regelen dat verenigingen geen kosten betalen voor het ophalen?"),
        ("minister", "Dat wist ik eerlijk gezegd niet. Ik neem dat mee in het overleg en ik kom er in de brief van mei op terug."),
        ("chair", "Gaat u verder."),
        ("minister", "De heer Van Nispen begon over het vee. Een schaderegeling ligt ingewikkelder."),
    )
    (one,) = [q for q in questions(turns) if "ophalen" in q.quote.text]
    assert one.status == "partly"
    assert [a.text for a in one.answers] == [
        "Dat wist ik eerlijk gezegd niet.",
        "Ik neem dat mee in het overleg en ik kom er in de brief van mei op terug.",
    ]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Een getal heb ik niet. Wel weet ik dat het inleveren toeneemt.", "partly"),
        ("Hoeveel dat er zijn, weet ik niet precies. Het inleveren neemt toe.", "partly"),
        ("Er zijn 27.000 innamepunten.", "answered"),
    ],
)
def test_a_number_that_is_not_known_makes_an_answer_partly(answer: str, status: str) -> None:
    """Something is told, but not what was asked."""
    ((_, _, found),) = answered(
        "Hoeveel innamepunten voor het inleveren zijn er?", f"De heer Van Nispen vroeg naar de innamepunten. {answer}"
    )
    assert found == status


def test_a_short_question_is_answered_at_once_in_the_first_term_too(tmp_path: Path) -> None:
    """The report of the README: a member asks one thing, and the minister speaks next; with the chair between a speech begins."""
    asked = "De voorzitter:\nIk geef het woord aan mevrouw Vos.\n\nMevrouw Vos (D66):\nVoorzitter. Hoeveel plaatsen komen erbij?\n\n"
    between = "De voorzitter:\nHet woord is aan de minister.\n\n"
    for chair, status in (("", "answered"), (between, "open")):
        with over(tmp_path / status, reported(OPVANG, f"{asked}{chair}Minister Peters:\nDat zijn er 40.\n")) as made:
            (one,) = asked_in(made.index.shelf, made.meetings()[0][0])
            assert one.status == status


OPVANG = "De commissie heeft op 12 maart 2024 overleg gevoerd over opvang."


def test_a_speech_that_begins_with_a_word_on_what_was_said_is_no_reply(tmp_path: Path) -> None:
    """ "Dat was …" points back at the debate, and not at what was asked right before it."""
    said = "Dat was een mooie inbreng van de Kamer. Ik dank de leden. De wet op de opvang komt in mei. " + FILLER * 2
    asked = f"De voorzitter:\nIk geef het woord aan mevrouw Vos.\n\nMevrouw Vos (D66):\nVoorzitter. Wanneer komt de wet?\n\nMinister Peters:\n{said}\n"
    with over(tmp_path, reported(OPVANG, asked)) as made:
        (one,) = asked_in(made.index.shelf, made.meetings()[0][0])
    assert [a.text for a in one.answers] == ["De wet op de opvang komt in mei."]


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("Hoeveel plaatsen kwamen er vorig jaar bij?", "Dat waren er 40."),
        ("Hoeveel plaatsen kwamen er vorig jaar bij?", "Dat was er één."),
        ("Hoeveel plaatsen kwamen er vorig jaar bij?", "Dat was een flink aantal: 40."),
        ("Wanneer is de brief gestuurd?", "Dat was in mei."),
        ("Hoe duur was de verbouwing?", "Dat was 3 miljoen euro."),
        ("Wie heeft dat besloten?", "Dat was mijn voorganger."),
        ("Wie was er bij het overleg?", "Dat waren de gemeenten en de politie."),
        ("Klopt het dat er fraude was?", "Dat was zo, ja."),
        ("Waarom is de opvang in Assen gesloten?", "Dat was een besluit van de gemeente."),
    ],
)
def test_a_short_word_on_what_was_is_a_reply(question: str, reply: str) -> None:
    """ "Dat waren er 40." is "Dat zijn er 40." of last year; a speech that begins so is no reply."""
    (one,) = questions(debate(("chair", "Het woord is aan mevrouw Kuik."), ("kuik", f"Voorzitter. {question}"), ("minister", reply)))
    assert ([a.text for a in one.answers], one.status) == ([reply], "answered")


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("Wat kostte de brug?", "Dat was het wat mij betreft."),
        ("Wat kostte de brug?", "Dat waren de vragen. Dank."),
        ("Wat kostte de brug?", "Dat was een hele opsomming."),
        ("Wat kostte de brug?", "Dat was nog eens een vraag."),
        ("Wat kostte de brug?", "Dat was een duidelijke oproep van mevrouw Vos."),
        ("Hoeveel plaatsen kwamen er bij?", "Dat was een mooie inbreng. Dank."),
        ("Hoeveel plaatsen kwamen er bij?", "Dat was een mooie eerste termijn van de Kamer, voorzitter."),
    ],
)
def test_a_short_word_on_what_was_tells_no_figure_without_one(question: str, reply: str) -> None:
    """Where a figure is asked for, a word on the debate that has none answers nothing."""
    (one,) = questions(debate(("chair", "Het woord is aan mevrouw Kuik."), ("kuik", f"Voorzitter. {question}"), ("minister", reply)))
    assert one.status == "open"


def test_a_verdict_on_a_motion_ends_with_its_paragraph_or_where_somebody_is_answered_by_name(tmp_path: Path) -> None:
    """What comes after it answers questions; what it says of the member who moved it does not."""
    said = """Mevrouw Vos (D66):
Voorzitter. Wat gebeurt er met een visser zonder vergunning?

De heer Kok (SP):
Voorzitter. Hoeveel schepen varen er nog op de Waddenzee?

De voorzitter:
De minister.

Minister Peters:
Over de motie op stuk nr. 12: oordeel Kamer. Mevrouw Vos noemde de vergunning van vissers al.
Mevrouw Vos: een visser zonder vergunning krijgt eerst een waarschuwing.
Schepen op de Waddenzee zijn er nog veertig.
"""
    with over(tmp_path, reported(OPVANG, said)) as made:
        found = asked_in(made.index.shelf, made.meetings()[0][0])
    assert [q.answers[0].text for q in found] == [
        "Mevrouw Vos: een visser zonder vergunning krijgt eerst een waarschuwing.",
        "Schepen op de Waddenzee zijn er nog veertig.",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "De motie op stuk nr. 12.\nDe motie vraagt om 50 schepen op de Waddenzee. Dat kan ik niet toezeggen.\nIk ontraad haar.",
        "De motie op stuk nr. 12 gaat over schepen.\nIk kan geen 50 schepen op de Waddenzee laten varen, want er is geen plek.\nOntraden dus.",
        "De motie op stuk nr. 12 van mevrouw Vos. Mevrouw Vos zegt: laat 50 schepen op de Waddenzee varen. Dat kan niet. Ik ontraad de motie.",
    ],
)
def test_a_verdict_on_a_motion_goes_on_over_a_paragraph_and_what_its_mover_says(tmp_path: Path, said: str) -> None:
    """What a motion asks for, and why not, answers no question of its mover."""
    speech = (
        "Mevrouw Vos (D66):\nVoorzitter. Hoeveel schepen varen er op de Waddenzee?\n\nDe voorzitter:\nDe minister.\n\nMinister Peters:\n"
    )
    with over(tmp_path, reported(OPVANG, f"{speech}{said}\n")) as made:
        (one,) = asked_in(made.index.shelf, made.meetings()[0][0])
    assert (one.status, one.answers) == ("open", ())


def test_the_thing_a_paragraph_begins_with_is_no_answer() -> None:
    """ "Een verhoging naar 25 cent." says what the sentence after it is about; "De gemeente." alone after a question answers it."""
    ((_, said, _),) = answered(
        "Wil de minister een verhoging naar 25 cent regelen?", "Dank.\nEen verhoging naar 25 cent. Die verhoging sluit ik niet uit."
    )
    assert said == ["Die verhoging sluit ik niet uit."]
    ((_, said, _),) = answered("Wil de minister een landelijk veertarief?", "Dank.\nEen landelijk veertarief. Daar ben ik niet toe bereid.")
    assert said == ["Daar ben ik niet toe bereid."]


@pytest.mark.parametrize(
    ("ask", "answer", "status"),
    [
        (
            "Hoe gaat de minister een tekort aan drinkwater voorkomen?",
            "Over het drinkwater stuur ik de Kamer voor 1 mei een brief.",
            "partly",
        ),
        ("Kunnen wij de cijfers over het drinkwater krijgen?", "De cijfers over het drinkwater laten we schriftelijk weten.", "answered"),
        ("Hoe gaat de minister een tekort aan drinkwater voorkomen?", "Voor drinkwater openen wij drie nieuwe bronnen.", "answered"),
    ],
)
def test_no_more_than_a_letter_is_half_an_answer_but_to_who_asks_for_one(ask: str, answer: str, status: str) -> None:
    """What was asked is not told yet."""
    ((_, _, found),) = answered(ask, f"Dank. {answer}")
    assert found == status


@pytest.mark.parametrize("reply", ["Ja, daar schrijf ik u in het voorjaar van 2026 over.", "Dat zal ik zeker doen, zeg ik toe."])
def test_what_points_back_right_after_a_question_of_the_second_term_answers_it(reply: str) -> None:
    """Where only the chair stands between; what begins a speech on its own subject does not."""

    def second(said: str) -> Question:
        return questions(
            debate(
                ("chair", "Ik geef het woord aan mevrouw Kuik."),
                ("kuik", "Hoeveel toiletten komen er op de stations? Het CDA vindt dat ieder station er een moet hebben."),
                ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
                (
                    "minister",
                    "Er komen op de stations zestig toiletten bij. Daar is ook geld voor, want dat heb ik vorig jaar vrijgemaakt.",
                ),
                ("chair", "Tweede termijn. Mevrouw Kuik."),
                ("kuik", "Dank u wel, voorzitter. Wil de minister de Kamer laten weten hoe de proef in Groningen met de fiets verloopt?"),
                ("chair", "De minister."),
                ("minister", said),
            )
        )[-1]

    answered, open_ = second(reply), second("Voorzitter. De begroting gaat volgende week naar de ministerraad.")
    assert [q.flat for q in answered.answers] == [reply]
    assert open_.status == "open"


def test_sympathy_with_something_else_is_no_answer_to_a_question_that_was_passed_over() -> None:
    """ "Ik snap de verontwaardiging over de rekening heel goed.", where the fine for leaving was asked about."""
    found = questions(
        debate(
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            (
                "kuik",
                "Ik stond bij mevrouw Willemsen met haar rekening in de hand. Wil de minister het vastrecht maximeren?\n"
                "Dan nog iets waar ik veel mail over krijg: wie van het warmtenet af wil, betaalt tot wel 4.500 euro aan afsluitkosten. Wat gaat de "
                "minister doen aan die boete op weggaan?",
            ),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            (
                "minister",
                "Dank aan de leden. Ik heb twee blokjes: betaalbaarheid en de uitvoering. Ik begin met betaalbaarheid. Ik snap de "
                "verontwaardiging over de rekening uit Malburgen heel goed. Mevrouw Kuik vroeg of ik het vastrecht wil "
                "maximeren. Dat ga ik niet doen.",
            ),
        )
    )
    assert [q.status for q in found] == ["answered", "open"]
    assert [q.flat for q in found[0].answers] == ["Dat ga ik niet doen."]


@pytest.mark.parametrize(
    "asks",
    [
        "Ik nodig de minister uit om de walstroom in Den Helder te bekijken.",
        "Mijn fractie verzoekt de minister in te gaan op de walstroom in Den Helder.",
        "Ik eis dat de minister zegt wie de walstroom in Den Helder betaalt.",
        "Gaarne verneem ik of er walstroom in Den Helder komt.",
        "Graag ontvang ik een raming van de walstroom in Den Helder.",
        "Ik zie de walstroom in Den Helder graag hersteld.",
        "Ik zou het waarderen als de Kamer de raming van de walstroom krijgt.",
        "Het zou de minister sieren wanneer hij de walstroom in Den Helder betaalde.",
        "Wat doet de minister voor hen?",
    ],
)
def test_a_request_is_one_however_politely_it_is_put(asks: str) -> None:
    """An invitation, a demand, and a wish of what whoever answers or the House should do or get."""
    (one,) = questions(speech(f"De haven is oud. {asks}", "De walstroom komt er in maart."))
    assert one.quote.text == asks


@pytest.mark.parametrize(
    "wish",
    [
        "Ik nodig de collega's uit om mee te gaan naar de haven.",
        "Ik zou het waarderen als de haven groen wordt.",
        "De haven is oud. Waarom?",
    ],
)
def test_a_wish_of_nobody_who_answers_asks_nothing(wish: str) -> None:
    """An invitation to colleagues, a wish of the world, and a sigh put nothing to the government; a why right after what it did does."""
    assert questions(speech(wish, "De walstroom komt er in maart.")) == ()
    (why,) = questions(speech("De minister heeft de walstroom opgeheven. Waarom?", "De walstroom was te duur."))
    assert why.quote.text == "Waarom?"


def test_a_reply_to_the_chair_answers_no_member() -> None:
    """ "Kunt u meteen door?", asks the chair: "Dat kan." is no answer to what a member asked last."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Dank voor het debat."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank u wel. Ik begin met de haven."),
        ("chair", "Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"{FILLER}Dank voor de toezegging. Wanneer komt de handreiking over walstroom?"),
        ("chair", "Minister, kunt u meteen door?"),
        ("minister", "Dat kan, voorzitter. Mevrouw Kuik vroeg naar de haven. Die is af. De handreiking over walstroom is er in maart."),
    )
    (one,) = questions(turns)
    assert "Dat kan, voorzitter." not in [a.text for a in one.answers]


@pytest.mark.parametrize("turn", ["Dan mevrouw Kuik.", "Mevrouw Kuik zou liever rekenen per kilometer."])
def test_a_reply_goes_over_to_the_member_it_names_next(turn: str) -> None:
    """Whoever broke in is answered up to the sentence that begins with another member."""
    turns = debate(
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Waarom rekent de minister per leerling en nooit per kilometer?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank u wel. De scholen krijgen een brief."),
        ("nispen", "Wanneer krijgen de scholen die brief?"),
        ("minister", f"Die brief gaat voor de kerst uit. {turn} De bekostiging volgt de leerling."),
    )
    kuik, nispen = questions(turns)
    assert [a.text for a in nispen.answers] == ["Die brief gaat voor de kerst uit."]
    assert [a.text for a in kuik.answers] == ["De bekostiging volgt de leerling."]


@pytest.mark.parametrize(
    "lead", ["De veertien bladzijden. Mijn excuses, die was ik vergeten.", "Over bladzijden. U heeft gelijk, die was ik kwijt."]
)
def test_a_heading_and_an_excuse_are_never_the_answer(lead: str) -> None:
    """What comes after them is."""
    asks = "Kan het plan van veertien bladzijden niet op één A4?"
    (one,) = questions(speech(asks, f"{lead} Het verplichte deel past op twee kanten."))
    assert [a.text for a in one.answers] == ["Het verplichte deel past op twee kanten."]


@pytest.mark.parametrize(
    "heading",
    [
        "Blokje twee.",
        "Mijn tweede onderwerp, de kades.",
        "Over de kades.",
        "De kades.",
        "Eén opmerking vooraf.",
        "Ik had nog een aantal punten.",
        "Dan kom ik bij het volgende blokje.",
        "Dat brengt mij bij het onderwerp dat de heer Van Nispen aansneed: de kades.",
    ],
)
def test_a_heading_is_never_shown_as_an_answer(heading: str) -> None:
    """Whatever words of the question it has: what is said under it answers."""
    found = answered("Hoeveel kades zijn er vernieuwd?", f"Dank. {heading} Er zijn 14 kades vernieuwd.")
    assert [f[1] for f in found] == [["Er zijn 14 kades vernieuwd."]]


@pytest.mark.parametrize(
    "cry", ["Moeten er eerst slachtoffers vallen?", "Moet het eerst misgaan, voorzitter?", "Hoe is dit toch mogelijk?"]
)
def test_a_cry_is_no_question(cry: str) -> None:
    """In a speech nobody is asked; "Moet er eerst een vergunning komen?" asks."""
    assert asked(f"{FILLER}{cry} Wij zijn voor dijken.") == []
    assert asked(f"{FILLER}Moet er eerst een vergunning komen? Wij zijn voor dijken.") == ["Moet er eerst een vergunning komen?"]


def test_what_a_motion_asks_is_no_question() -> None:
    """Also where a member says again what it asks, breaking in."""
    assert interrupted("Deze motie verzoekt de minister juist om in te zetten op wetgeving.", "Dat lees ik anders.") == ()


@pytest.mark.parametrize("question", ["Waarom stopt de minister daarmee?", "En wat staat daarin?", "Wil de minister dat regelen?"])
def test_a_question_that_cannot_be_read_alone_is_shown_with_what_it_is_about(question: str) -> None:
    """The sentence before it stands beside it; a question with a subject of its own needs none."""
    leaning, alone = (
        questions(speech(f"{FILLER}In januari loopt de bijdrage voor veerboten af. {asks}"))[0]
        for asks in (question, "Wanneer komt het rapport over de brug van Kampen?")
    )
    assert [q.text for q in leaning.also] == ["In januari loopt de bijdrage voor veerboten af."]
    assert alone.also == ()


def test_what_names_the_asker_goes_before_what_is_for_others_too() -> None:
    """The price of what two members want is no answer to what a third thing costs; "De heer Van Nispen vroeg naar …" is to his question."""
    turns = debate(
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}De VVD vindt dat wie pijn heeft, geholpen moet worden. Waarom wil de minister dat niet regelen?"),
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        (
            "nispen",
            f"{FILLER}Wij willen fysiotherapie voor volwassenen volledig terug in het basispakket. "
            "Hoeveel mensen mijden de therapeut vanwege het geld, en wat kost dat mijden de ziekenhuizen?\n"
            "Dan de taxi's. Hun subsidie loopt in januari af. Waarom stopt de minister daarmee?",
        ),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        (
            "minister",
            "Dank. Dan de betaalbaarheid. Mevrouw Kuik en de heer Van Nispen willen fysiotherapie voor volwassenen terug in het basispakket. "
            "Dat ga ik niet doen. Het kost 1,2 miljard euro per jaar.",
        ),
        ("kuik", "Wanneer komt de brief?"),
        (
            "minister",
            "Op 3 mei.\nDe heer Van Nispen vroeg naar het wegblijven. Uit de peiling blijkt dat 1.200 volwassenen niet naar de therapeut gingen. "
            "Dan de taxi's. Die subsidie was van meet af aan tijdelijk.",
        ),
    )
    (one,) = [q for q in questions(turns) if "mijden" in q.quote.text]
    assert [a.text for a in one.answers] == ["Uit de peiling blijkt dat 1.200 volwassenen niet naar de therapeut gingen."]
    assert one.status == "partly"


@pytest.mark.parametrize(
    ("reply", "fared"),
    [
        ("Over de ondergrens ga ik hier niet onderhandelen. Eerst moet er gepraat worden.", "later"),
        ("Die zaak over de ondergrens ligt nu bij de rechter.", "later"),
        ("Ik kan niet anders zeggen dan dat de ondergrens 4 miljoen euro is.", "answered"),
        ("Ik leg mijn kaarten nu niet op tafel, ook die ondergrens niet.", "later"),
        ("Die ondergrens ga ik niet prijsgeven.", "later"),
        ("De ondergrens is 4 miljoen euro. Lager ga ik niet met de vervoerders.", "answered"),
    ],
)
def test_what_is_kept_from_the_other_side_of_the_table_is_no_answer(reply: str, fared: str) -> None:
    """Whoever will not say with what he goes into talks has not answered what that is."""
    turns = debate(
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. Volgende maand praat ik met de vervoerders over de concessie."),
        ("kuik", "Stel dat de vervoerders weigeren. Welke ondergrens hanteert de minister dan?"),
        ("minister", reply),
    )
    (one,) = questions(turns)
    assert one.fared == fared


def test_a_question_that_was_forgotten_and_is_owed_has_the_letter_that_is_promised() -> None:
    """ "Die was ik vergeten" tells nothing; the letter promised next is on what is owed, whatever words it shares with another question."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        (
            "nispen",
            f"{FILLER}Waarom hebben drie zwembaden nog steeds geen badmeester?\nDan de fietspaden. Die in Drenthe zijn binnen een jaar verbreed. "
            "Is overwogen om dat ook hier te doen?",
        ),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. Er zijn dit jaar twaalf sporthallen bij gekomen."),
        ("chair", "Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"{FILLER}Op mijn vraag over de badmeesters heb ik geen antwoord gehoord."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        (
            "minister",
            "De heer Van Nispen heeft gelijk, de badmeesters in de zwembaden was ik vergeten. Ik heb dat niet paraat, want ik weet niet waarom het "
            "in die drie zwembaden niet lukt. Ik zal de Kamer binnen twee maanden schriftelijk informeren.",
        ),
    )
    one = questions(turns)[0]
    assert one.fared == "later" and [a.text.split()[-1] for a in one.answers] == ["lukt.", "informeren."]


@pytest.mark.parametrize("again", ["Ik herhaal mijn vraag: blijft er subsidie?", "Daarom herhaal ik die vraag: is er straks nog geld?"])
def test_a_question_that_is_said_to_be_repeated_is_no_question_of_its_own(again: str) -> None:
    """ "Ik herhaal mijn vraag: …" asks the same in whatever words: it stands beside the first, and has the answer that comes after it."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Kan de minister garanderen dat de muziekscholen in het nieuwe stelsel niet omvallen?"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. In het nieuwe stelsel reken ik de kosten opnieuw door. Daarover komt een brief."),
        ("chair", "Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"{FILLER}De muziekscholen heb ik niet teruggehoord. {again}"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Dank. De muziekscholen. Het bedrag voor de muziekscholen blijft 3 miljoen euro."),
    )
    (one,) = questions(turns)
    assert again in [q.text for q in one.also]
    assert [a.text for a in one.answers] == ["Het bedrag voor de muziekscholen blijft 3 miljoen euro."]


def comes_back(again: str, reply: str) -> tuple[Question, ...]:
    """Two questions of one member, what they say in the second term, and what is said to that."""
    return questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", f"{FILLER}Wanneer komt de handreiking voor scholen?\nWanneer komt er walstroom in de havens?"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "Dank. Er is veel gevraagd. Het loket is druk."),
            ("chair", "Dan de tweede termijn. De heer Van Nispen."),
            ("nispen", f"{FILLER}{again}"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", reply),
        )
    )


@pytest.mark.parametrize("before", ["Ik heb geen antwoord gehad op de handreiking. ", ""])
@pytest.mark.parametrize(
    "again", ["Ook herhaal ik mijn vraag over de walstroom.", "Op de walstroom is geen antwoord gekomen, en daarom herhaal ik die vraag."]
)
def test_a_question_that_is_repeated_is_the_one_it_is_about(before: str, again: str) -> None:
    """ "Ook herhaal ik mijn vraag over de walstroom" comes back to that, not to what the sentence before it was about."""
    first, second = comes_back(before + again, "Dank. De handreiking is er in maart. Walstroom komt er in 2027.")
    assert again in [q.text for q in second.also] and again not in [q.text for q in first.also]
    assert [a.text for a in second.answers] == ["Walstroom komt er in 2027."]


@pytest.mark.parametrize(
    ("again", "own"),
    [
        ("Ik herhaal mijn vraag over de walstroom, en hoeveel kost het?", True),
        ("Ik herhaal mijn vraag wanneer er walstroom komt, en wanneer komt het loket?", True),
        ("Ik herhaal mijn vraag over de walstroom en wanneer die er komt.", False),
        ("Ik herhaal mijn vraag over de walstroom, maar hoeveel kost het?", True),
        ("Ik herhaal mijn vraag over de walstroom, maar wil de minister ook een loket openen?", True),
        ("Ik herhaal mijn vraag over de walstroom, maar wanneer komt die er dan?", False),
        ("Ik herhaal mijn vraag, maar nu in gewone woorden: komt de walstroom in de havens er nog?", False),
    ],
)
def test_what_is_asked_beside_a_question_that_is_repeated_is_not_lost(again: str, own: bool) -> None:
    """A new half makes an item of its own; the same half once more does not."""
    found = comes_back(again, "Dank. Walstroom komt er in 2027. Dat kost 12 miljoen euro.")
    assert [q.quote.text for q in found[2:]] == [again] * own


@pytest.mark.parametrize(
    ("ask", "reserve"),
    [
        ("Worden vaartochten stilgelegd als het waterpeil onder code 3 zakt?", "perhaps"),
        ("Worden vaartochten stilgelegd zodra de waterstand code 3 haalt?", "perhaps"),
        ("Wat doet de minister als het waterpeil onder code 3 zakt?", ""),
        ("Is er een meetschip als het waterpeil onder code 3 zakt?", ""),
    ],
)
def test_an_answer_on_no_more_than_the_condition_of_a_question_is_perhaps_one(ask: str, reserve: str) -> None:
    """What shares only words with "als …" may be on something else, unless there is nothing else to share."""
    answer = "De heer Van Nispen vroeg naar Rijkswaterstaat. Met hen heb ik afgesproken dat er bij een waterpeil onder code 3 een meetschip ligt."
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}Dan Rijkswaterstaat. {ask}"),
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"{FILLER}Dank u wel."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", f"Dank. {FILLER}\nDan de rivieren.\n{answer}"),
    )
    (one,) = questions(turns)
    assert one.answers and one.reserve == reserve


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Truus wacht al een jaar. En wat kreeg Truus? Een folder over haar rechten.", 0),
        ("Truus wacht al een jaar. Maar wie belde haar? Geen mens.", 0),
        ("Truus wacht al een jaar. En wat kreeg Truus? Zij hoorde het nooit.", 1),
        ("Truus wacht al een jaar. En wat krijgt Truus?\nEen ander punt.", 1),
        ("Truus wacht al een jaar. Wat geeft de minister Truus? Een folder.", 1),
    ],
)
def test_a_question_its_asker_answers_with_a_thing_is_none(told: str, count: int) -> None:
    """Whoever tells a story asks and answers in one breath; another paragraph, a whole sentence or a minister asked is no such thing."""
    assert len(questions(speech(told))) == count


LIST = "Dan de toezeggingen die ik heb genoteerd. De minister stuurt de Kamer voor de zomer een brief over walstroom in de havens."


@pytest.mark.parametrize(
    ("asks", "reply", "count"),
    [
        ("Voorzitter, hoort dat daar niet bij?", "", 0),
        ("Voorzitter, hoort de brief over de sluizen daar niet bij?", "", 0),
        ("Wil de minister de brief over de sluizen daar ook in zetten?", "", 1),
        ("Voorzitter, hoort de brief over de sluizen daar niet bij?", "Ja, die hoort daarbij.", 1),
    ],
)
def test_what_is_asked_of_the_list_is_put_to_the_chair(asks: str, reply: str, count: int) -> None:
    """Once the promises were read out the chair answers; what names the minister, or the minister answers, is put to the government all the same."""
    turns = debate(
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", f"Dank. De walstroom komt er in 2027. {FILLER * 4}"),
        ("chair", LIST),
        ("nispen", asks),
        ("chair", "Daar kijk ik naar."),
        *([("minister", reply)] if reply else []),
        ("chair", "Ik sluit de vergadering."),
    )
    assert len(questions(turns)) == count


def test_a_speech_after_a_promise_the_chair_tells_of_is_no_talk_with_the_chair() -> None:
    """While the government has still to answer, who asks asks it."""
    turns = debate(
        ("chair", "De minister heeft u een brief toegezegd. Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"{FILLER}Wanneer komt er walstroom in de havens?"),
        ("chair", "Mevrouw Kuik."),
        ("kuik", f"{FILLER}Dank voor de antwoorden."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", f"Dank. De walstroom komt er in 2027. {FILLER * 4}"),
    )
    assert [q.quote.text for q in questions(turns)] == ["Wanneer komt er walstroom in de havens?"]


def test_what_tells_first_and_then_whose_question_it_answered_is_an_answer() -> None:
    """ "…, daarmee beantwoord ik ook de vraag van de heer X": what stands before that was told."""
    _, second = answered(
        "Mag een beheerder de brug zelf openen? Komt de telling van de brug naar de Kamer?",
        "Dank. Dan de brug. Of een beheerder hem zelf mag openen, kan ik nu nog niet zeggen. De telling stuur ik in mei aan de Kamer, daarmee beantwoord ik ook de "
        "vraag van de heer Van Nispen daarover.",
    )
    assert second[1] == ["De telling stuur ik in mei aan de Kamer, daarmee beantwoord ik ook de vraag van de heer Van Nispen daarover."]


@pytest.mark.parametrize(
    "closing",
    ["Daarmee heb ik volgens mij alle vragen gehad.", "Daarmee ben ik erdoorheen, voorzitter.", "Hiermee zijn wij aan het einde gekomen."],
)
def test_that_all_was_answered_is_no_answer(closing: str) -> None:
    """It says that the speaker is done, and stands under no question."""
    ((_, said, _),) = answered("Kan de minister de sluis bij Gorinchem openen?", f"Dank. De sluis bij Gorinchem gaat open. {closing}")
    assert said == ["De sluis bij Gorinchem gaat open."]


def test_a_reaction_on_a_thing_of_its_own_does_not_lend_its_fate_to_the_question_before_it() -> None:
    """One was answered, the other passed over: the first is not listed under what is open."""
    first, second = questions(
        speech(
            "Is de minister bereid om de vergunning voor de kermis vast te leggen? Ook krijg ik graag een toelichting op het idee van de schippers om te melden "
            "dat zij nachtdiensten draaien.",
            "Dank. De heer Van Nispen vroeg naar de vergunning voor de kermis. Ja, die leg ik vast in de wet.",
        )
    )
    assert (first.status, second.status, second.also) == ("answered", "open", ())


def test_a_question_with_an_answer_of_its_own_is_not_shown_beside_another() -> None:
    """What a bare request points back at is what its asker said, not what was asked before it."""
    asks = "De kermis heeft geen stroom. Is de minister bereid om de vergunning voor de kermis vast te leggen? Verder krijg ik daar graag een reactie op."
    _, bare = questions(speech(asks))
    assert [q.text for q in bare.also] == ["De kermis heeft geen stroom."]


def test_an_opening_that_speaks_of_promises_is_no_list_of_them() -> None:
    """Who asks in turn, before a short answer to all, asks the government."""
    turns = debate(
        ("chair", "Ik open de vergadering over de nakoming van toezeggingen en heet de minister welkom. De heer Van Nispen."),
        ("nispen", "Voorzitter. Wanneer komt de handreiking over walstroom in de havens die wij al een jaar verwachten?"),
        ("chair", "Dank u wel. Mevrouw Kuik."),
        ("kuik", "Voorzitter. Hoe staat het met de proef met sluizen in Zeeland die voor de zomer klaar zou zijn?"),
        ("chair", "Dank u wel. De minister."),
        ("minister", "De handreiking over walstroom komt in maart. De proef met sluizen is in mei klaar."),
        ("chair", "Ik sluit de vergadering."),
    )
    assert [q.quote.turn.speaker.name for q in questions(turns)] == ["Van Nispen", "Kuik"]


def test_what_nobody_knows_is_an_answer_and_not_one_that_is_still_to_come() -> None:
    """ "Dat wordt nergens geregistreerd.": no more is promised than that."""
    for said, reserve in (
        ("Die aantallen worden nergens geregistreerd, dus die kan ik niet noemen.", ""),
        ("Die aantallen heb ik niet paraat, daarvan stuur ik een brief.", "later"),
    ):
        (one,) = questions(
            speech("Hoeveel fietsen zijn er in de gracht beland?", f"Dank. De heer Van Nispen vroeg naar de fietsen in de gracht. {said}")
        )
        assert (one.status, one.reserve) == ("partly", reserve)


def test_a_speech_that_says_what_it_begins_with_answers_nobody_before_that() -> None:
    """ "Ik begin met de kades, daarna doe ik de bruggen.": a visit told before it is no answer, whatever words it has."""
    (one,) = questions(
        speech(
            "Heeft de minister in beeld wat zo'n keuring een kleine werf kost?",
            "Voorzitter, dank u wel. Dank aan de leden. Ik stel voorop dat ik de schippers waardeer. Ik was zelf bij een kleine werf in Makkum. Daar zag ik trots. "
            "Ik begin met de kades, daarna doe ik de bruggen. De kades worden in 2027 hersteld.",
        )
    )
    assert (one.status, one.answers) == ("open", ())


def test_a_reply_goes_on_under_a_heading_of_the_same_question() -> None:
    """ "Wat de termijn betreft: …": the half that was told is not left out, and then more than a later answer is given."""
    (one,) = interrupted(
        "Wat kost dat een schipper, en worden kleine schepen uitgezonderd?",
        "Die kosten heb ik niet paraat. Daar kom ik op terug. Wat de uitzondering voor kleine schepen betreft: die maak ik niet.",
    )
    assert one.answers[-1].text == "Wat de uitzondering voor kleine schepen betreft: die maak ik niet."
    assert (one.status, one.reserve) == ("partly", "")


def test_who_breaks_in_on_the_answer_asks_something_more() -> None:
    """What was told before that is the answer, not the reply to what was asked after it, however alike the two are."""
    first, _ = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            (
                "nispen",
                f"{FILLER}\nDan de veerboten. Op een kaartje zit 12 euro toeslag, terwijl de overtocht voor veel ouderen geen luxe is. De SP pleit voor "
                "een kaartje van 3 euro. Wil de minister zich daar in Brussel hard voor maken?",
            ),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            (
                "minister",
                "Eerst de kades. Die worden in 2027 hersteld.\nDan het geld. Ik ga daar niet voor pleiten, zeg ik eerlijk.",
            ),
            ("nispen", "Dat is kort. Heeft de minister dan een andere manier om de overtocht voor ouderen betaalbaar te houden?"),
            ("minister", "De strippenkaart helpt, en een abonnement ook. Inmiddels reist 14% met een abonnement."),
            ("chair", "Vervolgt u uw betoog."),
            ("minister", "Dan de sluizen. Die blijven dicht."),
        )
    )
    assert [a.text for a in first.answers] == ["Ik ga daar niet voor pleiten, zeg ik eerlijk."]


@pytest.mark.parametrize(
    "cry",
    [
        "Voorzitter, wie wil er nou slapen naast een snelweg?",
        "Een brug die zakt, een sluis die lekt: hoe is het in hemelsnaam mogelijk dat we dat goedvinden?",
    ],
)
def test_a_cry_after_a_word_or_a_colon_is_no_question(cry: str) -> None:
    """It wants no answer."""
    assert asked(cry) == []


@pytest.mark.parametrize("sigh", ["Vinden we dat nou echt fatsoenlijk?", "Hoe krom wil je het hebben?", "Wat mag hij dan nog wél?"])
def test_what_is_put_to_nobody_is_no_question(sigh: str) -> None:
    """It wants no answer, and stands on no list of what is open."""
    assert asked(f"De schippers krijgen vier euro per uur. {sigh} Dank u wel.") == []


def test_a_question_that_points_back_at_what_is_still_open_has_the_answer_to_that() -> None:
    """ "Gaat de minister dat gesprek voeren?": the talk that its asker had asked for before."""
    turns = speech(
        "Ik zou graag zien dat de minister met haar Deense collega gaat praten over de havengelden.", "Dank. De sluizen blijven open."
    )
    turns += tuple(
        replace(turn, number=turn.number + len(turns))
        for turn in debate(
            ("chair", "Wij gaan over tot de tweede termijn. De heer Van Nispen."),
            (
                "nispen",
                "En ik heb nog niets gehoord over het gesprek met de Deense collega over de havengelden. Gaat de minister dat gesprek voeren?",
            ),
            ("chair", "De minister."),
            (
                "minister",
                "De sluizen gaan in mei dicht.\nOver de havengelden spreek ik mijn Deense collega in het najaar, en dan zal ik dit punt inbrengen.",
            ),
        )
    )
    assert {q.status for q in questions(turns)} == {"answered"}


def test_no_single_sentence_is_left_out_between_two_that_answer() -> None:
    """It may be the one that says it: the figure of the ferries that were asked for."""
    ((_, said, status),) = answered(
        "Hoeveel invalidenplaatsen zijn er op de veerboten naar Texel?",
        "Mevrouw Kuik had een opmerking. De heer Van Nispen vroeg naar de invalidenplaatsen. Op het terrein in Den Helder zijn er twee, bij de steiger. "
        "Op de schepen is er geen. De nieuwe veerboten, die in 2028 komen, krijgen vier invalidenplaatsen.",
    )
    assert said == [
        "Op het terrein in Den Helder zijn er twee, bij de steiger.",
        "Op de schepen is er geen.",
        "De nieuwe veerboten, die in 2028 komen, krijgen vier invalidenplaatsen.",
    ]
    assert status == "answered"


def test_a_but_right_after_the_answer_goes_with_it_and_may_leave_it_half_open() -> None:
    """It takes back half of what was said before it."""
    ((_, said, status),) = answered(
        "Gaat de veerboot naar Vlieland straks in Harlingen aanleggen?",
        "De heer Van Nispen vroeg naar Harlingen. De veerboot naar Vlieland vaart langs Harlingen, dus technisch kan die er aanleggen. "
        "Maar of dat gebeurt, hangt af van de diepte van de geul, en die meten we nog.",
    )
    assert (len(said), status) == (2, "partly")
    assert said[1].startswith("Maar of dat gebeurt")


def test_whether_it_is_so_is_answered_by_that_it_is_so() -> None:
    """Also where the same sentence tells what is not decided."""
    ((_, said, status),) = answered(
        "Klopt het dat de reder al sinds mei wacht op een vergunning van de provincie?",
        "De heer Van Nispen vroeg naar de reder. Het klopt dat die vergunning in mei is aangevraagd en dat er nog geen besluit over ligt.",
    )
    assert (len(said), status) == (1, "answered")


def test_what_is_only_said_by_the_way_is_perhaps_an_answer() -> None:
    """ "Voor kleine havens geldt overigens een korting.": it shares a word with the question, and does not go into it."""
    for by_the_way, reserve in (("overigens ", "perhaps"), ("", "")):
        (one,) = questions(
            speech(
                "Kan de minister garanderen dat kleine havens altijd een sleepboot hebben?",
                f"Dank. Voor kleine havens geldt {by_the_way}een korting op de liggelden.",
            )
        )
        assert (one.status, one.reserve) == ("answered", reserve)


def test_what_is_told_to_another_member_makes_good_nothing_that_was_put_off() -> None:
    """However many words it shares with what was asked: who asked it is not named."""
    first, _ = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", f"{FILLER}Wat kost de walstroom een schipper?"),
            ("kuik", f"{FILLER}Blijft de sluis in Urk open?"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "De heer Van Nispen vroeg naar de walstroom. Dat zoek ik even uit. Daar kom ik zo op terug."),
            ("chair", "Gaat u verder."),
            (
                "minister",
                "Mevrouw Kuik vroeg naar Urk. De sluis blijft open.\nEen kade kost een schipper 5 euro. Dat zeg ik mevrouw Kuik ook.",
            ),
        )
    )
    assert (first.status, first.reserve) == ("partly", "later")


def test_the_question_of_just_now_is_the_one_put_before() -> None:
    """ "Toch mijn vraag van daarnet: …": the reply is to both, and what else is asked beside it stays a question; what was put off to the second
    term is not made good before that by what is for nobody."""
    first, again = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", f"{FILLER}Weet de minister wat zo'n keurmerk een kleine kaasmaker aan papierwerk kost?"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "Voorzitter. Ik voer het keurmerk voor kaas in."),
            ("nispen", "Dan toch mijn vraag van daarnet: wat kost dat een kleine kaasmaker, en krijgen de kleintjes uitstel?"),
            (
                "minister",
                "Dat bedrag heb ik niet paraat. Daar kom ik in de tweede termijn op terug. Wat het uitstel betreft: dat geef ik niet, want juist een "
                "kleine kaasmaker heeft er baat bij.\nDan de accijns. Een hogere accijns zou 80 miljoen euro per jaar kosten.",
            ),
            ("nispen", "Voorzitter. Ik dank de minister."),
        )
    )
    assert (first.status, first.reserve) == ("partly", "later")
    assert first.answers[0].text == "Dat bedrag heb ik niet paraat."
    assert again.status == "partly" and "dat geef ik niet" in again.answers[-1].text


def test_such_a_thing_is_not_what_a_question_is_about() -> None:
    """ "Ik laat zo'n kaart maken" goes on with the overview that is asked for; "zo'n keurmerk" of another member has nothing to do with it."""
    other, overview = questions(
        debate(
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            ("kuik", f"{FILLER}Heeft de minister in beeld wat zo'n keurmerk een schipper oplevert?"),
            ("nispen", f"{FILLER}De SP zou graag een overzicht krijgen van de gesloten bruggen."),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            (
                "minister",
                "De heer Van Nispen vroeg naar de bruggen. Het overzicht van gesloten bruggen is een goed idee. Ik laat zo'n kaart maken en die "
                "krijgt uw Kamer in het derde kwartaal.",
            ),
        )
    )
    assert (other.status, overview.status) == ("open", "answered")


def test_a_number_that_is_asked_for_and_not_told_leaves_the_question_open() -> None:
    """Where who answers says that it is this question they answer, it is half answered."""
    for before, status in (("", "open"), ("De heer Van Nispen vroeg hoeveel schippers de pas kregen. ", "partly")):
        *_, (_, _, found) = answered(
            "Welke regels gelden er op de Waal? En hoeveel schippers kregen er dit jaar een vaarpas van de provincie Gelderland?",
            "De heer Van Nispen vroeg welke regels er gelden. Dat zijn de regels van het Rijk. "
            f"{before}In de provincie Gelderland is er wel ruimte, maar daarvoor is een besluit nodig.",
        )
        assert found == status


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Hoeveel sluizen wil de minister in 2030 openhouden?",
            "Dat aantal sluizen ga ik vandaag niet noemen, ook niet na 2 debatten.",
        ),
        (
            "Hoeveel sluizen wil de minister in 2030 openhouden?",
            "Op de sluizen wil ik na 2 debatten geen getal plakken.",
        ),
        ("Hoeveel geld gaat er naar de sluizen?", "Het bedrag voor 2025 ga ik nog niet noemen."),
        ("Hoeveel geld gaat er naar de sluizen?", "Het exacte bedrag voor de 40 sluizen kan ik niet geven."),
        ("Welke sluizen kunnen er dicht?", "Dat hangt van van alles af: het weer en het water. Voor de sluis in Urk zie ik kansen."),
        ("Komt er een sluis in Urk?", "Dat hangt niet alleen van mij af. De sluis in Urk is van de provincie."),
        ("Komt er een sluis in Urk?", "Dat hangt ervan af of Urk de sluis niet tegenhoudt."),
        ("Komt er een sluis in Urk?", "Een sluis in Urk is een keuze voor een nieuw kabinet."),
        ("Komt er een sluis in Urk?", "De afweging over een sluis in Urk moet door een volgend kabinet worden gemaakt."),
        ("Komt er een sluis in Urk?", "De sluis in Urk zal aan het nieuwe kabinet zijn."),
        (
            "Hoe kijkt de minister naar een hogere sluisheffing?",
            "Een hogere sluisheffing is een keuze die ik aan een volgend kabinet laat.",
        ),
        (
            "Hoe kon de schipper uit Urk zo lang voor de sluis liggen?",
            "Ik ken deze zaak niet. Als ik de brief krijg, geef ik die aan de sluis.",
        ),
    ],
)
def test_what_is_evaded_is_answered_in_part(question: str, answer: str) -> None:
    """A number that is not named, what depends, what is left to a next cabinet, a case that is not known."""
    ((_, said, status),) = answered(question, f"De heer Van Nispen vroeg naar de sluizen. {answer}")
    assert said and status == "partly"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hoeveel sluizen gaan er dicht?", "Het zijn er 40 sluizen, uit het blote hoofd."),
        ("Hoeveel sluizen gaan er dicht?", "Er gaan 40 sluizen dicht; de rest wordt nog bekeken."),
        ("Waarom is de sluis in Urk zo vaak dicht?", "Dat hangt samen met het tekort aan sluiswachters in Urk."),
        ("Hangt de sluispas af van het inkomen van de schipper?", "Dat hangt er niet van af: iedere schipper houdt de sluispas."),
        (
            "Hoeveel geld gaat er naar de sluis in Urk?",
            "Het geld voor de sluis in Urk is 8 miljoen. Dat bedrag van 8 miljoen voor de sluis gaan we niet ineens aan de aannemer geven.",
        ),
        (
            "Wat gebeurt er met de sluis in Urk?",
            "De sluis in Urk wordt vervangen; het geld voor de sluis wordt aangevuld door een volgend kabinet.",
        ),
        (
            "Blijft de korting voor schippers bestaan?",
            "De korting voor schippers blijft bestaan. Die is bedoeld voor schippers van nu en voor het komende kabinet net zo goed.",
        ),
        (
            "Waarom kwam de aanvraag van Urk voor de sluis te laat binnen?",
            "Het klopt dat de aanvraag van Urk te laat binnenkwam, omdat het loket gesloten was.",
        ),
        (
            "Waarom is de sluis in Urk stilgelegd?",
            "Dat is juist: de sluis in Urk is stilgelegd omdat de deuren lekten.",
        ),
    ],
)
def test_what_is_told_is_answered_though_its_words_are_those_of_who_evades(question: str, answer: str) -> None:
    """What goes together with something or does not depend, an amount that is told, a next cabinet that nothing is left to, a reason behind "it is so"."""
    ((_, said, status),) = answered(question, f"De heer Van Nispen vroeg naar de sluizen. {answer}")
    assert said and status == "answered"


def test_what_a_colleague_will_answer_cuts_nothing_off_but_itself() -> None:
    """An answer may go before it."""
    assert answered(
        "Komt er een steiger in Hoorn?",
        "Voorzitter. Er komt een steiger in Hoorn en die is in maart klaar. De staatssecretaris beantwoordt straks de vragen over zwerfvuil.",
    ) == [("Komt er een steiger in Hoorn?", ["Er komt een steiger in Hoorn en die is in maart klaar."], "answered")]
    before = "De staatssecretaris doet daarna de vragen over zwerfvuil."
    ((_, said, _),) = answered("Komt er een steiger in Hoorn?", f"Voorzitter. {before} Er komt een steiger in Hoorn.")
    assert said == ["Er komt een steiger in Hoorn."]


def test_what_is_still_open_says_what_the_next_question_is_about() -> None:
    """It stands beside the question after it."""
    *_, last = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", f"{FILLER}Ik vraag de minister om met de Belgische collega over de tol te praten."),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "Voorzitter. De dijk wordt hoger."),
            ("chair", "De tweede termijn. De heer Van Nispen."),
            (
                "nispen",
                "Van de minister had ik meer verwacht. En ik heb nog niets gehoord over het gesprek met de Belgische collega over de tol. Gaat de "
                "minister dat gesprek voeren?",
            ),
            ("minister", "Over de tol spreek ik mijn Belgische collega in mei."),
        )
    )
    assert (last.status, last.reserve) == ("answered", "")
    assert [q.text for q in last.also] == ["En ik heb nog niets gehoord over het gesprek met de Belgische collega over de tol."]


def test_that_it_is_so_is_not_why() -> None:
    """ "Het klopt dat …" answers whether; who says who answers what else answers nothing."""
    whether, why = answered(
        "Klopt het dat de reder sinds mei wacht op een besluit over een steiger? Waarom heeft de provincie die aanvraag niet op tijd behandeld?",
        "Ik doe het in twee blokjes: de reders en de rest. De staatssecretaris doet straks de vragen over de provincie. Dan de reder. Het klopt dat die "
        "aanvraag in mei bij de provincie kwam.",
    )
    assert (whether[2], why[1], why[2]) == ("answered", [], "open")


@pytest.mark.parametrize("text", ["Hoe rechtvaardig is dat?", "Maar hoe oneerlijk is dit nou?"])
def test_what_is_asked_about_how_fair_it_is_wants_no_answer(text: str) -> None:
    """A judgement in the form of a question; "Hoe groot is dat?" asks."""
    assert asked(f"Huurders betalen mee aan de lift van de buurman. {text} Dat moet anders.") == []
    for question in ("Hoe groot is dat?", "Hoe normaal is dat in Europa?", "Hoe sociaal wordt dit straks?"):
        assert asked(f"Schippers betalen dubbel havengeld. {question}") == [question]


def test_a_question_to_somebody_else_that_is_named_asks_nothing() -> None:
    """ "Ik ben blij met de vraag aan de Inspectie" puts none."""
    assert asked("Ik ben blij met de vraag aan de Autoriteit, en ik houd haar eraan.") == []
    assert asked("Een vraag aan de minister over de tol: blijft die bestaan?") == [
        "Een vraag aan de minister over de tol: blijft die bestaan?"
    ]


def test_what_is_still_open_does_not_stand_beside_a_question_on_something_else() -> None:
    """ "En over de kades heb ik niets gehoord." is no part of what was asked just before it."""
    *_, last = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", f"{FILLER}Dan de kades. Ik hoor graag hoe de minister de kades in Hoorn wil herstellen."),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "Voorzitter. De dijk wordt hoger."),
            ("chair", "De tweede termijn. De heer Van Nispen."),
            ("nispen", "Wil de minister de vakbond vragen hoe vaak matrozen vallen? En over de kades in Hoorn heb ik niets gehoord."),
            ("minister", "De heer Van Nispen vroeg of ik de vakbond wil vragen hoe vaak matrozen vallen. Dat wil ik doen."),
        )
    )
    assert last.quote.text.startswith("Wil de minister de vakbond") and last.also == ()


@pytest.mark.parametrize(
    ("question", "answer", "shown"),
    [
        (
            "Is de minister bereid om de vaarregeling te verruimen voor kleine havens?",
            "De heer Van Nispen vroeg naar de vaarregeling. Ik vaar zelf, dus ik zal me over havens bescheiden opstellen. Maar de vaarregeling ga ik niet "
            "verruimen.",
            "Maar de vaarregeling ga ik niet verruimen.",
        ),
        (
            "Hoeveel veerboten wil de minister in 2030 dagelijks vanuit Hoorn laten varen?",
            "De heer Van Nispen vroeg naar de veerboten vanuit Hoorn. Ik begrijp het verlangen naar een stip op de horizon, dat begrijp ik echt. Ik weet "
            "niet wat het water aankan. Ik ga dat aantal vandaag niet noemen.",
            "Ik ga dat aantal vandaag niet noemen.",
        ),
        (
            "Wil de minister met de havens een ondergrens afspreken voor een veilige ligplaats?",
            "Over de veilige ligplaats in de havens zei de heer Van Nispen iets wat mij raakte. Die ondergrens wil ik met de VNG opstellen.",
            "Die ondergrens wil ik met de VNG opstellen.",
        ),
    ],
)
def test_what_is_decided_or_refused_is_shown_and_no_courtesy(question: str, answer: str, shown: str) -> None:
    """How somebody will behave decides nothing; a number that is not named is refused, however kindly that is said."""
    (one,) = questions(speech(question, answer))
    assert [q.text for q in shown_answer(one)] == [shown]


def test_a_time_of_the_day_that_was_asked_for_is_shown() -> None:
    """It is a figure as a date or a number is, though its digits look like those of a day."""
    answer = "De heer Van Nispen vroeg naar de veerboot naar Hoorn. Die veerboot naar Hoorn is voor iedereen belangrijk. Die veerboot naar Hoorn vaart tot 22.30 uur."
    (one,) = questions(speech("Tot hoe laat vaart de veerboot naar Hoorn?", answer))
    assert [q.text for q in shown_answer(one)] == ["Die veerboot naar Hoorn vaart tot 22.30 uur."]


@pytest.mark.parametrize(
    "text",
    [
        "Ik geef mevrouw Bos die zekerheid niet.",
        "Ik beloof de heer Kat geen nieuwe haven.",
        "Wij gaan ons vaargeld verhogen.",
        "Ik zal me inspannen voor een haven.",
        "Wij gaan ons verbruik beperken.",
    ],
)
def test_who_gives_a_member_nothing_or_works_for_a_thing_decides(text: str) -> None:
    """Neither a name nor "me" or "ons" behind the verb takes the decision out of a sentence."""
    assert decides(text) and not decides("Ik zal me over havens bescheiden opstellen.")


def asked_again(first: str, answer: str, again: str, reply: str) -> list[tuple[str, list[str], str]]:
    """Each question of a speech and of who breaks in on the answer to it, with what answers it."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}{first}"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", answer),
        ("nispen", again),
        ("minister", reply),
    )
    return [(q.quote.text, [a.text for a in q.answers], q.status) for q in questions(turns)]


@pytest.mark.parametrize(
    ("first", "again", "tied"),
    [
        ("Hoe kan zo'n kind dan nog leren?", "Wil de minister regelen dat een kind in groep 8 een vaste badmeester krijgt?", False),
        ("Hoe kan Hengelo dan nog groeien?", "Wil de minister regelen dat Hengelo in groep 8 een vaste badmeester krijgt?", True),
        ("Hoe kan zo'n kind dan nog leren?", "Wil de minister zo'n kind helpen te leren?", True),
    ],
)
def test_one_plain_word_does_not_make_it_the_same_question(first: str, again: str, tied: bool) -> None:
    """What is asked later of "kind" too has its own answer; a rare word, or the only one, says that the same is asked again."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"{FILLER}{first}"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", "Voorzitter. De dijk wordt hoger en de sluis gaat in mei open. " * 3),
        ("chair", "Dan de tweede termijn. De heer Van Nispen."),
        ("nispen", f"Dank voor de antwoorden. {again}"),
        ("kuik", "Ik heb geen verdere vragen."),
        ("minister", "Tegen de heer Van Nispen zeg ik: ja, dat neem ik mee."),
    )
    assert (questions(turns)[0].status != "open") == tied


def test_a_reply_ends_at_the_heading_of_the_next_paragraph() -> None:
    """A refusal right after its own heading is of that, and not of what was asked by who broke in."""
    toll, gate = asked_again(
        "De SP wil een landelijk vaarverbod voor plezierjachten. Is de minister daartoe bereid?",
        "Voorzitter. De heer Van Nispen vroeg naar de sluis. De sluis in Urk gaat open.",
        "Waarom gaat die sluis niet eerder open?",
        "Omdat de schippers daar eerst om een vergunning moeten vragen.\nEen landelijk vaarverbod. Daar ben ik niet toe bereid. De schippers varen voorzichtig.",
    )
    assert toll[1][0] == "Daar ben ik niet toe bereid." and toll[2] == "answered"
    assert gate[1] == ["Omdat de schippers daar eerst om een vergunning moeten vragen."]


def test_a_subject_that_is_said_again_is_taken_up() -> None:
    """ "De kade waar de heer X over sprak: die …" ends the reply before it."""
    quay, gate = asked_again(
        "De kade in Hoorn verzakt al vijf jaar. Wat doet de minister om die kade te herstellen?",
        "Voorzitter. De heer Van Nispen vroeg naar de sluis. De sluis in Urk gaat open.",
        "Wil de minister de brug dan laten keuren?",
        "Nee, dat ga ik niet doen.\nDe kade aan de haven waar de heer Van Nispen over sprak: die is in mei klaar, want er zijn twee kranen bij gekomen.",
    )
    assert quay[1] and quay[1][0].startswith("De kade aan de haven")
    assert gate[1] == ["Nee, dat ga ik niet doen."]


@pytest.mark.parametrize("when", ["Die ontvangt de Kamer in september.", "Die brengt de Kamer in september verder."])
def test_a_time_that_leans_on_an_answer_belongs_to_it(when: str) -> None:
    """Also where it shares words with another question, which has its answer elsewhere."""
    asked_for = "Wanneer komt de lijst met sluizen naar de Kamer? Welke brief ontvangt de Kamer in september over de pont?"
    told = f"Voorzitter. De brief over de pont ontvangt de Kamer in september.\nDe lijst met sluizen is in bewerking. {when}"
    (_, said, status), _ = answered(f"De haven slibt dicht. {asked_for}", told)
    assert said == ["De lijst met sluizen is in bewerking.", when] and status == "answered"


def test_who_says_yes_does_not_ask_again() -> None:
    """ "Ja, de rederijen hebben dat gevraagd" answers, whatever was asked by others."""
    ((_, said, status),) = answered(
        "Is er over de lege veerboten gesproken met de matrozen zelf?",
        "Voorzitter. De heer Van Nispen vroeg naar de matrozen. Ja, de rederijen hebben dat gevraagd: de nachtdiensten worden het meest genoemd.",
    )
    assert said == ["Ja, de rederijen hebben dat gevraagd: de nachtdiensten worden het meest genoemd."] and status == "answered"


@pytest.mark.parametrize(
    "again",
    [
        "Ja, de vraag is of er een pont komt in Urk.",
        "Ja, er is gevraagd of er een pont komt in Urk.",
        "Ja, dan de vraag of er een pont komt in Urk.",
    ],
)
def test_who_says_yes_before_the_question_asks_it_again(again: str) -> None:
    """What was asked is no answer, whatever word stands before it."""
    ((_, said, _),) = answered("Komt er een pont in Urk?", f"{again} Die pont richt ik niet op.")
    assert said == ["Die pont richt ik niet op."]


@pytest.mark.parametrize(
    ("again", "reply", "status"),
    [
        (
            "Ik vroeg ook waarom schippers zo weinig met de pont varen.",
            "Daar hoeft u niet naar te gissen: de pont is te duur.",
            "answered",
        ),
        ("Mijn vraag over de pont en de schippers is blijkbaar weggewaaid.", "Omdat de pont te duur is.", "answered"),
    ],
)
def test_what_is_said_to_be_asked_before_is_no_question_of_its_own(again: str, reply: str, status: str) -> None:
    """What is said right after it answers the question it reminds of."""
    (one,) = asked_again("Waarom varen schippers zo weinig met de pont?", "Voorzitter. De dijk wordt hoger.", again, reply)
    assert one[1] == [reply] and one[2] == status


def test_a_name_and_that_nothing_was_heard_of_it_remind_of_a_question() -> None:
    """ "En de schippers, voorzitter? Daar hoorde ik niets over.": one reminder in two sentences; what came before it answers nothing, what comes after does."""
    asked_first = "Wanneer gaat de sluis open? Ik hoor graag hoeveel schippers met de pont varen."
    told = "Voorzitter. De sluis gaat in mei open. Ik begrijp de zorg over de prijs van de pont."
    again = "En de schippers, voorzitter? Daar hoorde ik niets over."
    _, ferry = asked_again(asked_first, told, again, "Het zijn er 340.")
    assert ferry == ("Ik hoor graag hoeveel schippers met de pont varen.", ["Het zijn er 340."], "answered")
    _, ferry = asked_again(asked_first, told, again, "Daar moet ik het antwoord op schuldig blijven.")
    assert ferry[2] == "open"


@pytest.mark.parametrize(
    "again",
    [
        "Ook heb ik gevraagd hoeveel schippers met de pont varen. Daar heb ik niets over gehoord.",
        "Mijn vraag over de schippers van de pont is niet beantwoord. Ik krijg daar graag alsnog een antwoord op.",
        "Over de schippers van de pont heb ik niets gehoord. Wil de minister daar nog iets over zeggen?",
    ],
)
def test_a_reminder_of_two_sentences_is_no_question_of_its_own(again: str) -> None:
    """What was asked, and that it has no answer; that it has none, and that one is wanted still."""
    asked_first = "Wanneer gaat de sluis open? Ik hoor graag hoeveel schippers met de pont varen."
    found = asked_again(asked_first, "Voorzitter. De sluis gaat in mei open.", again, "Dat zijn er 340.")
    assert [one[0] for one in found] == ["Wanneer gaat de sluis open?", "Ik hoor graag hoeveel schippers met de pont varen."]
    assert found[1][1:] == (["Dat zijn er 340."], "answered")


@pytest.mark.parametrize(
    ("again", "reply", "asked_for"),
    [
        ("Ik miste nog iets over de eilanden. Komt er een pont?", "Nee, die komt er niet.", ["Komt er een pont?"]),
        (
            "Ik miste nog iets over de eilanden. Is de minister van plan een tweede pont te kopen?",
            "Nee, zo'n pont koop ik niet.",
            ["Is de minister van plan een tweede pont te kopen?"],
        ),
        (
            "Over de zeehonden heb ik niets gehoord. Is de minister van plan een tweede pont te kopen?",
            "Zeehonden worden geteld. Een tweede pont koop ik niet.",
            ["Over de zeehonden heb ik niets gehoord.", "Is de minister van plan een tweede pont te kopen?"],
        ),
        (
            "Ik had gevraagd of de kade dicht kan. Is de minister van plan een tweede pont te kopen?",
            "Nee, zo'n pont koop ik niet.",
            ["Ik had gevraagd of de kade dicht kan.", "Is de minister van plan een tweede pont te kopen?"],
        ),
    ],
)
def test_what_nobody_asked_before_leads_up_to_the_question_after_it(again: str, reply: str, asked_for: list[str]) -> None:
    """Unless it has an answer of its own, or says itself what is asked."""
    found = asked_again("Wanneer gaat de sluis open?", f"Voorzitter. De sluis gaat in mei open. {FILLER}", again, reply)
    assert [one[0] for one in found[1:]] == asked_for


def test_a_question_right_after_a_reminder_is_its_own_where_it_asks_for_no_answer_to_it() -> None:
    """It is about what the reminder adds: "… en die belasting moet weg. Is de minister dat met mij eens?"."""
    again = (
        "Ik heb nog niets gehoord over de evaluatie van de tol, en ik vind dat die tol moet verdwijnen. Is de minister dat met mij eens?"
    )
    found = asked_again(
        "Wanneer komt de evaluatie van de tol?", "Voorzitter.", again, "De evaluatie komt in juni. Die tol houd ik in stand."
    )
    assert len(found) == 2 and "Die tol houd ik in stand." in found[1][1]


@pytest.mark.parametrize(
    ("answer", "said", "status"),
    [
        ("Dan heb ik nog de vraag van de heer Van Nispen over de pont. Het antwoord moet ik hem schuldig blijven.", [], "open"),
        ("Dan heb ik nog een vraag over de pont. Die vaart omdat de brug te smal is.", ["Die vaart omdat de brug te smal is."], "answered"),
        (
            "De heer Van Nispen vroeg naar de pont. Dat is het terrein van de minister van Financiën.",
            ["Dat is het terrein van de minister van Financiën."],
            "partly",
        ),
        ("De pont ligt bij mijn collega van Wonen. Hij schrijft u daarover.", ["De pont ligt bij mijn collega van Wonen."], "partly"),
        (
            "De pont is van de minister van Financiën, want die betaalt.",
            ["De pont is van de minister van Financiën, want die betaalt."],
            "answered",
        ),
    ],
)
def test_whose_question_is_left_and_whose_field_it_is_settle_nothing(answer: str, said: list[str], status: str) -> None:
    """The first says whose question is next; the second passes it on."""
    ((_, told, fared),) = answered("Waarom vaart de pont nog?", answer)
    assert (told[:1], fared) == (said, status)


@pytest.mark.parametrize(
    ("question", "reply", "status"),
    [
        ("Keurt de minister de pont goed?", "Over de pont heb ik nog vragen, dus die keur ik niet goed.", "answered"),
        ("Kan de minister het plan voor de pont steunen?", "Nee, daarover heb ik nog vragen.", "answered"),
        ("Wat gebeurde er in Assen met de tol?", "In Assen was er een vraag over de tol en die is in overleg opgelost.", "answered"),
        ("Gaat de minister de tol afschaffen?", "Aan afschaffing ben ik nog niet aan toe; eerst komt de brug.", "answered"),
        ("Wie gaat er over de veerpont?", "De veerpont ligt bij de minister van Infrastructuur.", "answered"),
        ("Is de pont uw verantwoordelijkheid?", "De pont is de verantwoordelijkheid van de minister van IenW.", "answered"),
        ("Wanneer komt het besluit over de pont?", "Het besluit ligt nu bij de staatssecretaris en komt in mei.", "answered"),
        ("Waarom duurt het met de pont zo lang?", "Dat is het terrein van de minister van Financiën.", "partly"),
        ("Wat gebeurt er met de klachten over de pont?", "De klachten worden deze week nog bekeken.", "answered"),
        ("Gaat de minister de pont verbreden?", "Of de pont breder wordt, wordt nog bekeken.", "partly"),
        ("Wat gaat de minister doen met de klachten over de pont?", "Ik zal die klachten aan de provincie overbrengen.", "answered"),
    ],
)
def test_words_for_what_is_left_or_passed_on_may_tell(question: str, reply: str, status: str) -> None:
    """A doubt, whose it is and where it lies are an answer to who asks for that."""
    (one,) = interrupted(question, reply)
    assert one.status == status


def test_a_reminder_by_name_leaves_the_answers_to_what_else_was_asked() -> None:
    """ "En de kabels? Daar hoorde ik niets over.": what was said of the bridge in the first term still stands."""
    found = asked_again(
        "Wanneer worden de kabels vervangen? Wat kost de brug? Hoeveel ponten varen er?",
        "Voorzitter. Er varen 40 ponten. De brug kost 3 miljoen euro.",
        "En de kabels? Daar hoorde ik niets over.",
        "De kabels worden in mei vervangen.",
    )
    assert {"Er varen 40 ponten.", "De brug kost 3 miljoen euro.", "De kabels worden in mei vervangen."} <= {
        t for one in found for t in one[1]
    }


def test_whoever_is_addressed_is_no_woman_who_is_asked_about() -> None:
    """ "Mevrouw" holds no part of "vrouwen": a correction with a name in it answers no question about women."""
    (one,) = answered(
        "Rijden er genoeg bussen voor vrouwen met een kinderwagen?", "Dat klopt, mevrouw Bruyning heeft gelijk. Het is voor het zomerreces."
    )
    assert one[2] == "open"


def test_who_asks_whether_the_rest_still_comes_asks_nothing_new() -> None:
    """What comes then is divided over what was asked before."""
    quay, toll = asked_again(
        "Hoe beoordeelt de minister de verzakking van de kade? En komt er een landelijke norm voor de tol op bruggen?",
        "Voorzitter. De dijk wordt hoger.",
        "Komt de minister nog toe aan de haven? Ik had daar twee vragen over.",
        "Die verzakking van de kade neem ik serieus. Een landelijke norm voor de tol op bruggen komt er niet.",
    )
    assert quay[1] == ["Die verzakking van de kade neem ik serieus."]
    assert toll[1] == ["Een landelijke norm voor de tol op bruggen komt er niet."]


@pytest.mark.parametrize(
    "before",
    ["Een proef met 4 van de 90 bruggen, dat is toch geen beleid?", "Eén punt heb ik niet gehoord. De brug blijft dicht, hoor ik."],
)
def test_what_leads_up_to_a_question_is_none(before: str) -> None:
    """An opinion with a question mark, or the word that something is missing, right before what is asked."""
    found = asked_again("", "Voorzitter. De brug blijft dicht.", f"{before} Waarom telt de minister de schepen niet?", "Dat kost te veel.")
    assert [one[0] for one in found] == ["Waarom telt de minister de schepen niet?"]


def test_who_says_that_nobody_does_asks_nothing() -> None:
    """The asker answers at once: "Ik niet, u niet, niemand."."""
    assert asked("De brug is dicht. Wie heeft er wat aan een brug die dicht is? Ik niet, u niet, niemand.") == []


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("De proef met de pont wordt verlengd; dat staat in de brief die vanmorgen naar de Kamer is gegaan.", "answered"),
        ("De proef met de pont: dat staat in de brief die ik u stuur.", "partly"),
        ("De proef met de pont: dat staat in de brief die u voor de zomer ontvangt.", "partly"),
        ("Hoe het met de proef met de pont staat, schrijf ik in een brief aan de Kamer.", "partly"),
        ("De proef met de pont staat op de agenda en ik informeer de Kamer per brief.", "partly"),
    ],
)
def test_what_stands_in_a_letter_has_been_told(answer: str, status: str) -> None:
    """A letter that is still to come puts the answer off."""
    ((_, _, found),) = answered(
        "Is de minister bereid om de proef met de pont te verlengen?", f"De heer Van Nispen vroeg naar de pont. {answer}"
    )
    assert found == status


def test_another_paragraph_begins_another_answer_the_sooner() -> None:
    """What goes with two questions alike stays with the one that is being answered."""
    hours, places = answered(
        "Mijn fractie wil dat de brug om 20 uur nog open is. Waarom heeft de minister dat niet in de brief gezet? En hoeveel gemeenten hebben in het weekend "
        "een wachter voor zo'n brug?",
        "Voorzitter. De heer Van Nispen vroeg waarom de 20 uur niet in de brief staat. Dat heeft een reden: de provincie heeft bezwaar gemaakt. Ik zeg de heer "
        "Van Nispen toe dat ik de openstelling tot 20 uur alsnog met de provincie bespreek.\nHoeveel gemeenten in het weekend een wachter hebben, weet ik "
        "niet; dat wordt niet bijgehouden.",
    )
    assert [len(said) for _, said, _ in (hours, places)] == [2, 1]


def test_what_is_further_said_is_no_more_of_the_answer() -> None:
    """ "Verder hoor ik …" begins something else, which says nothing of the answer before it."""
    ((_, said, status),) = answered(
        "Geldt de norm voor de tol ook voor oude bruggen?",
        "De heer Van Nispen vroeg naar de norm voor de tol. Die geldt alleen voor nieuwe bruggen. Verder hoor ik de teleurstelling over de huur. Ik neem die "
        "mee, meer kan ik er nu niet van maken.",
    )
    assert (said, status) == (["Die geldt alleen voor nieuwe bruggen."], "answered")


def test_a_question_points_back_at_what_its_asker_wants_and_not_at_a_colleague() -> None:
    """ "Ik zeg het mevrouw X graag na: …" does not tell what is asked."""
    (one,) = questions(
        speech(
            "De SP wil een landelijk vaarverbod. Ik zeg het mevrouw Kuik graag na: ja, dat is precies wat wij willen. Is de minister daartoe bereid?"
        )
    )
    assert [q.text for q in one.also] == ["De SP wil een landelijk vaarverbod."]


def test_a_question_before_more_questions_is_no_call_for_what_was_asked() -> None:
    """ "Ik had nog twee vragen", "Mijn vraag over de pont is of …" and "Ik heb geen antwoord gehad" leave a question what it is."""
    speaks = "Voorzitter. De brug blijft dicht."
    assert len(asked_again("", speaks, "Wat kost die brug? Ik had nog twee vragen.", "Acht ton.")) == 1
    first = "Waarom varen schippers zo weinig met de pont?"
    assert (
        len(asked_again(first, speaks, "Mijn vraag over de pont en de schippers is of die pont in mei nog vaart.", "Ja, die vaart.")) == 2
    )
    assert len(asked_again("", speaks, "Ik heb geen antwoord gehad.", "De brug blijft dicht tot mei.")) == 1


DOORSTEP, WHICH, HOW_MANY = (
    "Gaat de minister de drempel in de opvang verlagen?",
    "Welke gemeenten krijgen geld voor de opvang?",
    "Hoeveel kinderen wachten op een plek in de opvang?",
)


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        (DOORSTEP, "De drempel in de opvang wordt nog bekeken.", "partly"),
        (DOORSTEP, "Of we de drempel in de opvang verlagen, wordt nog onderzocht.", "partly"),
        (DOORSTEP, "De drempel in de opvang moet nog onderzocht worden.", "partly"),
        (DOORSTEP, "Of de drempel in de opvang omlaag kan, moet nog bekeken worden.", "partly"),
        (DOORSTEP, "De drempel in de opvang gaat omlaag; het tijdpad wordt nog bekeken.", "answered"),
        (DOORSTEP, "De drempel in de opvang is nog onderzocht door de inspectie, en blijft.", "answered"),
        (WHICH, "Welke gemeenten geld krijgen voor de opvang wordt nog bekeken.", "partly"),
        (WHICH, "Naar welke gemeenten het geld voor de opvang gaat wordt nog onderzocht.", "partly"),
        (WHICH, "De gemeenten die geld krijgen voor de opvang ken ik niet uit het blote hoofd.", "partly"),
        (WHICH, "Die gemeenten heb ik niet uit het blote hoofd paraat.", "partly"),
        (WHICH, "Welke gemeenten geld voor de opvang krijgen kan ik u uit het blote hoofd niet noemen.", "partly"),
        (WHICH, "Welke gemeenten geld krijgen voor de opvang, daar kan ik nu alleen naar raden.", "partly"),
        (WHICH, "Geld voor de opvang gaat uit het blote hoofd naar de gemeenten Assen en Emmen, niet naar Zwolle.", "answered"),
        (WHICH, "Daar hoeft u niet naar te raden: de gemeenten Assen en Emmen krijgen geld.", "answered"),
        (HOW_MANY, "Hoeveel kinderen wachten wordt op dit moment nog onderzocht.", "partly"),
        (HOW_MANY, "Of er kinderen wachten op opvang moet nog bekeken worden.", "partly"),
        (HOW_MANY, "Hoeveel kinderen wachten, daar zou ik naar moeten gissen.", "partly"),
        (HOW_MANY, "Uit het blote hoofd zijn het 40 kinderen.", "answered"),
        (HOW_MANY, "Ik heb niet alle kinderen uit het blote hoofd, maar in de opvang wachten er 40.", "answered"),
        ("Blijft de pont varen?", "De pont blijft varen en de dienstregeling wordt nog bekeken.", "answered"),
        ("Blijft de pont varen?", "De dienstregeling wordt nog bekeken, maar de pont blijft varen.", "answered"),
        ("Blijft de pont varen?", "Of de pont blijft varen, moet nog worden bekeken.", "partly"),
        ("Wordt de pont onderzocht?", "De pont wordt nog dit jaar onderzocht.", "answered"),
        ("Wanneer wordt de pont onderzocht?", "De pont wordt nog voor de zomer onderzocht.", "answered"),
        ("Wanneer wordt de veiligheid van de pont bekeken?", "De veiligheid van de pont wordt nog deze maand bekeken.", "answered"),
        ("Hoe vaak worden de stranden onderzocht?", "De stranden moeten nog jaarlijks worden onderzocht.", "answered"),
        ("Hoeveel meldingen worden onderzocht?", "Van de 40 meldingen worden er nog 12 onderzocht.", "answered"),
        ("Wat gebeurt er met de 40 meldingen over de pont?", "Van de 40 meldingen over de pont worden er nog 12 onderzocht.", "answered"),
        ("Worden de klachten onderzocht?", "De klachten worden nog altijd allemaal onderzocht.", "answered"),
        ("Hoe staat het met het onderzoek naar de pont?", "De pont moet nog worden onderzocht.", "answered"),
        ("Waarom is de brug dicht?", "De pijlers van de brug moeten nog worden onderzocht.", "answered"),
    ],
)
def test_what_is_looked_into_or_not_known_by_heart_is_half_an_answer(question: str, answer: str, status: str) -> None:
    """Unless something is told before or after it in the sentence."""
    ((_, said, found),) = answered(question, answer)
    assert (said, found) == ([answer], status)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("De drempel in de opvang is verhoogd, zo staat in de brief van vorige week, omdat er te veel kinderen kwamen.", "answered"),
        ("De drempel in de opvang is verhoogd omdat het geld op was; dat stond in de brief van januari.", "answered"),
        ("De reden voor de drempel in de opvang staat in de brief van gisteren: het geld is op.", "answered"),
        ("De reden voor de drempel in de opvang staat in de brief die u ontving: het geld is op.", "answered"),
        ("De reden voor de drempel in de opvang staat in mijn brief van 3 maart.", "answered"),
        ("De reden voor de drempel in de opvang staat in de brief die volgende week uitgaat.", "partly"),
        ("De reden voor de drempel in de opvang staat in de brief die ik u heb beloofd.", "partly"),
        ("De reden voor de drempel in de opvang komt te staan in de brief over de opvang.", "partly"),
        ("De reden voor de drempel in de opvang staat straks in de brief.", "partly"),
        ("De reden voor de drempel in de opvang staat nog niet in de brief.", "partly"),
        ("De reden voor de drempel in de opvang stond helaas niet in mijn brief.", "partly"),
        ("De reden voor de drempel in de opvang staat in de brief die u in mei tegemoet kunt zien.", "partly"),
        ("De reden voor de drempel in de opvang staat in de brief die ik naar u zend.", "partly"),
        ("De reden voor de drempel in de opvang staat in de brief die ik nu schrijf.", "partly"),
        ("De reden voor de drempel in de opvang staat in een brief, maar die heb ik nog niet geschreven.", "partly"),
        ("De reden voor de drempel in de opvang, die hard is, staat in de brief die u kreeg: het geld is op.", "answered"),
    ],
)
def test_what_stands_in_a_letter_that_went_is_told(answer: str, status: str) -> None:
    """In one that is still to come it is put off."""
    ((_, said, found),) = answered("Waarom is de drempel in de opvang verhoogd?", answer)
    assert (said, found) == ([answer], status)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Ja, die drempel gaat omlaag, en kan door een volgend kabinet niet zomaar weer omhoog.", "answered"),
        ("De drempel gaat omlaag, ook al kan dat door een nieuw kabinet worden veranderd.", "answered"),
        ("De drempel moet aan het volgende kabinet worden voorgelegd, maar ik verlaag hem nu al.", "answered"),
        ("De drempel gaat omlaag; de kosten zijn voor het volgende kabinet.", "answered"),
        ("Dat hangt hier gelukkig allemaal niet van af; de drempel gaat omlaag.", "answered"),
        ("Die drempel zal door een nieuw kabinet worden verlaagd.", "partly"),
        ("Die drempel, dat is een keuze voor het volgende kabinet.", "partly"),
        ("Dat hangt echt van de drempel in de opvang af, en niet van het geld.", "partly"),
    ],
)
def test_what_a_next_cabinet_only_may_change_is_decided(answer: str, status: str) -> None:
    """A next cabinet that something is left to decides it."""
    ((_, said, found),) = answered(DOORSTEP, answer)
    assert (said, found) == ([answer], status)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Heeft de sector om geld voor de opvang gevraagd?", "Nee, er is niet om geld gevraagd."),
        ("Heeft de sector om geld voor de opvang gevraagd?", "Ja, de sector in Assen heeft om geld voor de opvang gevraagd."),
        (
            "Is er overlegd met de gemeenten over de opvang?",
            "Ja, er is overleg: ik heb met de gemeenten gesproken over de opvang.",
        ),
        ("Hebben de scholen om extra opvang gevraagd?", "Ja, dat hebben de scholen gevraagd."),
        ("Hebben de gemeenten zelf om opvang gevraagd?", "Ja, dat is gevraagd door de gemeenten Assen en Emmen."),
        ("Is aan de provincie gevraagd om opvang te regelen?", "Ja, dat is aan de provincie gevraagd."),
        ("Is de inspectie gevraagd de opvang te controleren?", "Ja, de inspectie is gevraagd naar de opvang in Assen te kijken."),
        ("Heeft de gemeente Assen om opvang gevraagd?", "Nee, de gemeente Assen heeft daar niet om gevraagd."),
        ("Heeft iemand om de sluiting van de opvang gevraagd?", "Nee, niemand heeft om de sluiting van de opvang gevraagd."),
        ("Hebben ouders om opvang gevraagd?", "Ja, veel ouders hebben om opvang gevraagd."),
    ],
)
def test_a_yes_or_no_to_who_asked_for_something_is_an_answer(question: str, answer: str) -> None:
    """ "Nee, er is niet om geld gevraagd." does not say again what was asked."""
    ((_, said, found),) = answered(question, answer)
    assert (said, found) == ([answer], "answered")


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("Wat kost de pont?", "Ja, u heeft gevraagd naar de kosten van de pont.", []),
        ("Blijft de pont varen?", "Zeker, er is veel gesproken over de pont. Dank daarvoor.", []),
        ("Blijft de pont varen?", "Ja, de Kamer heeft gevraagd naar de toekomst van de pont.", []),
        ("Blijft de pont varen?", "Ja, ook is gesproken over de pont.", []),
        ("Is de pont veilig? Wat kost de pont?", "Ja, door D66 is gevraagd naar de veiligheid van de pont.", []),
        ("Is de pont veilig?", "Ja, dat is gevraagd door D66.", []),
        (
            "Wat kost de pont? Is de pont veilig?",
            "Ja, door meerdere fracties is gevraagd naar de kosten van de pont. De pont is veilig.",
            ["De pont is veilig."],
        ),
        ("Wat kost de pont?", "Ja, D66 heeft gevraagd naar de kosten van de pont. De pont kost 3 miljoen.", ["De pont kost 3 miljoen."]),
        ("Komt er een tunnel?", "Inderdaad, er is vaker gevraagd naar een tunnel. Die komt er niet.", ["Die komt er niet."]),
        (
            "Is de tol afgeschaft?",
            "Ja, de provincie heeft dat gevraagd: de tol is afgeschaft.",
            ["Ja, de provincie heeft dat gevraagd: de tol is afgeschaft."],
        ),
        (
            "Is met de schippers gesproken over de tol?",
            "Nee, er is nog niet gesproken over de tol.",
            ["Nee, er is nog niet gesproken over de tol."],
        ),
    ],
)
def test_a_yes_that_tells_what_was_asked_answers_only_who_asked_that(question: str, answer: str, said: list[str]) -> None:
    """ "Ja, er is gevraagd naar de pont." says the question again, unless it asks whether somebody asked."""
    found = answered(question, answer)
    assert [text for _, texts, _ in found for text in texts] == said


FERRY = "Op de Waddenzee varen 40 schepen. Het veer naar Ameland komt in mei."


@pytest.mark.parametrize(
    "answer",
    [
        f"De motie op stuk nr. 12 steun ik niet.\n{FERRY}",
        f"De motie op stuk nr. 12 laat ik aan de Kamer.\n{FERRY}",
        f"De motie op stuk nr. 12 is aangehouden.\nDe dijk wordt hoger.\n{FERRY}",
        f"Er is een motie op stuk nr. 12 aangekondigd, daar kom ik zo op.\nDe dijk wordt hoger.\n{FERRY}",
        f"De motie op stuk nr. 12 steun ik niet.\n{FERRY}\nDe motie op stuk nr. 13 ontraad ik.",
        f"De motie op stuk nr. 12 ontraad ik. Mevrouw Inge van Dijk: {FERRY}",
        f"De motie op stuk nr. 12 ontraad ik. De heer El Idrissi: {FERRY}",
        f"De motie op stuk nr. 12 ontraad ik. Mevrouw Vos van D66: {FERRY}",
        f"De motie op stuk nr. 12 ontraad ik. Mevrouw Vos dan: {FERRY}",
    ],
)
def test_what_is_said_of_a_motion_in_other_words_swallows_no_answer(answer: str) -> None:
    """A paragraph goes on with a motion where it says something of it, or the verdict is still to come; a name of more words heads an answer too."""
    found = answered("Hoeveel schepen varen er op de Waddenzee?\nWanneer komt het veer naar Ameland?", answer)
    assert [status for *_, status in found] == ["answered", "answered"]
    assert "40 schepen" in found[0][1][0] and "in mei" in found[1][1][0]


def test_what_is_asked_may_stand_in_the_sentence_after() -> None:
    """ "Dat is om …" says what a question is; a no to another does not answer it."""
    told = "Dank. De brug in Assen blijft niet. Nee, dat kan ik niet toezeggen.\nDe norm voor geluidsschermen gaat in mei omhoog."
    before, after = "Op mijn andere vraag hoop ik graag een antwoord te krijgen.", "Dat is om de norm voor geluidsschermen te verhogen."
    _, norm = questions(speech(f"Kan de minister toezeggen dat de brug in Assen blijft?\n{before} {after}", told))
    assert (norm.quote.text, [q.text for q in norm.also]) == (after, [before])
    assert [q.text for q in norm.answers] == ["De norm voor geluidsschermen gaat in mei omhoog."]


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Ik hoor graag wat de minister aan de brug doet. Dat is om gek van te worden.", "Ik hoor graag wat de minister aan de brug doet."),
        ("Graag een reactie op de brug. Dat gaat de mensen in Assen aan het hart.", "Graag een reactie op de brug."),
        ("Graag een reactie. Dat is of je hard in je gezicht wordt geslagen.", "Graag een reactie."),
        ("Graag een reactie van de minister. Dat gaat om mensen die daar wonen.", "Graag een reactie van de minister."),
        ("Kan de minister reageren? Dat betreft 40 schepen.", "Kan de minister reageren?"),
        ("Ik wil graag antwoord. Dat gaat om mensen bij de brug. Wordt de norm strenger?", "Wordt de norm strenger?"),
        (
            "Ik vraag de minister de norm voor de brug te verhogen. Dat gaat over de veiligheid.",
            "Ik vraag de minister de norm voor de brug te verhogen.",
        ),
    ],
)
def test_a_word_on_what_was_asked_is_no_question(text: str, main: str) -> None:
    """What says itself what it asks needs no sentence after it."""
    assert asked(text) == [main]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Wij zouden graag, nu de zomer nadert, willen dat de minister de sluizen langer openhoudt.", True),
        ("Ik verwacht, als voorzitter van de bond, van de minister een brief over de sluizen.", True),
        ("Ik wil de minister oproepen om de sluizen te openen.", True),
        ("Wij zouden het kabinet dringend willen oproepen de pont te behouden.", True),
        ("Ik wil mensen oproepen om met de pont te gaan en dank de minister.", False),
        ("De heer Kok wil de minister oproepen om de pont te schrappen.", False),
        ("Ik wil het kabinet niet oproepen tot een pont.", False),
        ("Ik wil de minister bedanken en de schippers oproepen om vol te houden.", False),
        ("Ik wil mijn collega's oproepen om de minister te steunen.", False),
        ("Ik wil ook de Kamer oproepen om niet steeds de minister te bevragen.", False),
        ("Ik zou, voorzitter, de schippers willen oproepen rustig te blijven.", False),
        ("Wij willen, zoals bekend, niets weten van die plannen.", False),
        ("Ik ben, in tegenstelling tot de minister, benieuwd naar niemand.", False),
        ("De minister wil, dat weten we, antwoord op zijn brief.", False),
        ("Ik heb nog een vraag voor de minister over de sluizen, maar die stel ik op een ander moment, want de tijd is om.", False),
    ],
)
def test_a_clause_between_commas_parts_no_request(text: str, asks: bool) -> None:
    """It is read without it, where it says who must do it; and who calls on the government asks."""
    assert asked(text) == ([text] if asks else [])


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("De schippers in Urk geven aan: wij zijn over de sluizen helemaal niet gehoord.", False),
        ("De bond zegt: op onze brief over de sluizen is niet geantwoord.", False),
        ("Ik geef aan: over de sluizen heb ik niets gehoord.", True),
        ("Eén ding: mijn vraag over de sluizen is niet beantwoord.", True),
    ],
)
def test_who_tells_that_others_were_not_heard_asks_nothing(text: str, asks: bool) -> None:
    """In an interruption only the asker's own question may be left open."""
    assert len(interrupted(text, "Dat zal ik doen.")) == asks


@pytest.mark.parametrize(
    ("question", "reply", "status"),
    [
        ("Geldt de tol ook voor roeiboten?", "Ik zal die vraag over de tol aan hem doorgeleiden.", "partly"),
        ("Kan de minister de vraag over de tol doorgeleiden?", "Ik zal die vraag over de tol doorgeleiden.", "answered"),
        (
            "Kan de minister de tol bij de provincies onder de aandacht brengen?",
            "Ik zal die vraag over de tol aan hen overbrengen.",
            "answered",
        ),
        ("Hoe kunnen de gemeenten dan meepraten over de tol?", "Ik zal het signaal over de tol met warmte overbrengen.", "partly"),
        ("Wat doet de minister intussen aan de tol?", "Ik geleid die vraag over de tol door naar mijn collega.", "partly"),
        ("Wil de minister het signaal over de tol overbrengen?", "Ja, ik zal dat signaal over de tol overbrengen.", "answered"),
        ("Wanneer gaat de tol omhoog?", "Over de tol geef ik graag antwoord: die gaat op 1 mei omhoog.", "answered"),
        ("Wat vindt de minister van de tol?", "Ik vind de tol te hoog en zal dat overbrengen aan de provincie.", "answered"),
    ],
)
def test_what_is_passed_on_is_half_an_answer(question: str, reply: str, status: str) -> None:
    """Who asked for just that has an answer."""
    (one,) = interrupted(question, reply)
    assert one.status == status


def test_who_says_whose_question_is_next_has_not_answered_it() -> None:
    """ "Ja, de laatste vraag is van mevrouw X over …" says again what was asked."""
    ((_, said, _),) = answered(
        "Hoe hoog wordt de norm voor geluidsschermen?",
        "Ja, de laatste vraag is van de heer Van Nispen over de norm voor geluidsschermen. Die wordt 3 meter.",
    )
    assert said == ["Die wordt 3 meter."]
    at_once = "Die vraag was van de heer Van Nispen, en de norm voor geluidsschermen wordt 3 meter."
    ((_, said, _),) = answered("Hoe hoog wordt de norm voor geluidsschermen?", at_once)
    assert said == [at_once]


def two_speeches(first: str, second: str, answer: str) -> dict[str, tuple[list[str], str]]:
    """What answers each question of two members' speeches, and its status, by the sentence that asks."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        ("nispen", f"Voorzitter. {first}"),
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", f"Voorzitter. {second}"),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        ("minister", answer),
    )
    return {q.quote.text: ([a.text for a in q.answers], q.status) for q in questions(turns)}


SWIMMING = (
    "Hoeveel zwembaden zijn er gesloten? Het dorp Sleen houdt het zijne met vrijwilligers overeind. Wat verdient een lesgever eigenlijk?",
    "De regeling voor zwembaden loopt in 2027 af. Het CDA wil die regeling met vijf jaar verlengen. Wat is de inzet van de minister?",
    "Voorzitter, dank u wel. Vrijwilligers houden een dorp overeind, zei mijn voorganger altijd.\n"
    "De heer Van Nispen vroeg hoeveel zwembaden er gesloten zijn. Dat zijn er 31.\n"
    "Mevrouw Kuik vroeg naar de regeling voor zwembaden. Een besluit neem ik in het voorjaar.",
)


def test_a_pleasantry_for_nobody_that_says_nothing_of_what_is_asked_is_no_answer() -> None:
    """How a speech begins may hold words of a question that nothing answers."""
    found = two_speeches(*SWIMMING)
    assert found["Hoeveel zwembaden zijn er gesloten?"][0] == ["Dat zijn er 31."]
    assert found["Wat verdient een lesgever eigenlijk?"] == ([], "open")


def test_what_stands_before_a_question_of_few_words_tells_whose_answer_it_is() -> None:
    """ "Wat is de inzet?" has no word of the answer, and what is asked of stands before it."""
    assert two_speeches(*SWIMMING)["Wat is de inzet van de minister?"][0] == ["Een besluit neem ik in het voorjaar."]


def test_what_stands_around_two_questions_of_one_speech_makes_them_no_one_question() -> None:
    """The answer to the first is none to the second, which points back at what stands between them."""
    first = (
        "Het boek is van iedereen. De SP wil een vast deel van het geld naar leeszalen zien gaan, ook in de wijken van de grote stad. Wil de "
        "minister daarnaar kijken? In de directies zitten bijna geen jongeren. Welke mogelijkheden ziet zij om daar iets aan te doen?"
    )
    answer = (
        "Mevrouw Kuik vroeg naar de prijs van een abonnement. Dat kost 52 euro.\nDe heer Van Nispen had het over leeszalen. Ik ben in de leeszaal in "
        "Sleen geweest en ik vond het prachtig. Een vast percentage wil ik niet, maar ik zal het fonds vragen om leeszalen op te nemen in de regeling."
    )
    found = two_speeches(first, "Wat kost een abonnement op de bibliotheek?", answer)
    assert found["Wil de minister daarnaar kijken?"][0][-1].startswith("Een vast percentage wil ik niet")
    assert found["Welke mogelijkheden ziet zij om daar iets aan te doen?"] == ([], "open")


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        (
            "Is de minister bereid de tol op de brug te verlagen, en hoeveel kost dat?",
            "De tol op de brug is al laag en ik heb geen plannen om die te verlagen.",
            "partly",
        ),
        (
            "Wie beheert de brug bij Zwolle, en hoeveel kost het onderhoud?",
            "Het beheer van de brug bij Zwolle ligt bij de provincie.",
            "partly",
        ),
        ("Hoeveel bruggen zijn er, en hoeveel daarvan zijn dicht?", "Bruggen zijn van groot belang voor ons land.", "open"),
        ("Hoeveel fietsers gebruiken de brug bij Zwolle?", "De brug bij Zwolle wordt veel gebruikt door fietsers.", "open"),
    ],
)
def test_a_figure_left_out_leaves_the_other_half_told(question: str, answer: str, status: str) -> None:
    """Only a question that asks for nothing but figures has no answer without one."""
    ((_, _, found),) = answered(question, answer)
    assert found == status


def test_what_the_whole_debate_is_about_ties_no_answer_to_what_stands_before_a_question() -> None:
    """ "Deelt de minister dat?" of a duty for schools is not answered by how well schools read, which another question asked."""
    turns = debate(
        ("chair", "Ik geef het woord aan de heer Van Nispen."),
        (
            "nispen",
            "Voorzitter. Lezen is de basis van alles. Wij zijn alleen niet voor nog een verplichting voor scholen. Deelt de minister dat?\n"
            "Er is 20 miljoen euro voor het plan. Wat heeft dat tot nu toe opgeleverd?",
        ),
        ("chair", "Ik geef het woord aan mevrouw Kuik."),
        ("kuik", "Voorzitter. Op school leren kinderen lezen."),
        ("chair", "Ik geef het woord aan de heer Koops."),
        ("koops", "Voorzitter. Lezen doe je thuis en op school."),
        ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
        (
            "minister",
            "De heer Van Nispen vroeg naar de opbrengst van het plan. We zien dat scholen die meedoen een half jaar winst boeken op lezen.",
        ),
    )
    found = {q.quote.text: (len(q.answers), q.status) for q in questions(turns)}
    assert found == {"Deelt de minister dat?": (0, "open"), "Wat heeft dat tot nu toe opgeleverd?": (1, "answered")}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("De heer Van Nispen, ik ga de inspectie vragen om binnen zes weken te schrijven.", True),
        ("Voor de heer Van Nispen zal ik de inspectie vragen om binnen zes weken te schrijven.", True),
        ("De heer Van Nispen vroeg of ik de inspectie binnen zes weken zal vragen te schrijven. Dat doe ik.", False),
        ("De heer Van Nispen had vragen over de inspectie, die binnen zes weken schrijft. Ik ga die beantwoorden.", False),
    ],
)
def test_what_whoever_answers_asks_of_others_is_no_question_told_again(answer: str, said: bool) -> None:
    """ "Mevrouw X, ik ga de collega vragen om …" is the answer; "De heer X vroeg of ik … zal vragen" comes before it."""
    ((_, shown, _),) = answered("Binnen welke termijn schrijft de inspectie?", answer)
    assert (shown[:1] == [answer]) == said


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        ("Ik behandel eerst de ambulances, daarna de posten en dan het overige.", False),
        ("Ik behandel eerst de klachten over ambulances en daarna neem ik een besluit.", True),
    ],
)
def test_in_what_order_a_speech_goes_is_no_answer(opening: str, shown: bool) -> None:
    """It names what was asked of, and says nothing of it."""
    answer = f"{opening} De brandweer krijgt nieuwe pakken."
    ((_, said, _),) = answered("Krijgen de mensen op ambulances hun overuren uitbetaald?", answer)
    assert (opening in said) == shown


@pytest.mark.parametrize(
    ("answer", "alone"),
    [
        ("Over de pont kan ik nu niets zeggen, want ik ben daarover in gesprek met de provincie.", True),
        ("Wat de pont betreft, ik ben daarover nog in gesprek.", True),
        ("Over die brug ben ik in overleg, en daar kom ik op terug.", False),
        ("Over de jaren daarna beslist het kabinet en daar kan ik niet op vooruitlopen.", False),
        ("Ik ben daarover in gesprek, en ik kom erop terug.", False),
        ("Wel vraag ik de haven om een tweede loods.", True),
    ],
)
def test_an_answer_that_says_first_what_it_is_about_stands_alone(answer: str, alone: bool) -> None:
    """A "daarover" further on is of what it named itself; the sentence before is the answer to something else."""
    before = "De loods betaalt het Rijk. "
    (turn,) = debate(("minister", before + answer))
    assert (rounded(Quote(turn, len(before), len(turn.text))).text == answer) == alone


def test_wel_takes_the_no_before_it_along() -> None:
    """ "Wel vraag ik …" alone would tell a no as a yes."""
    before, answer = "Een loods verplicht ik niet. ", "Wel vraag ik de haven om een tweede loods."
    (turn,) = debate(("minister", before + answer))
    assert rounded(Quote(turn, len(before), len(turn.text))).text == before + answer


@pytest.mark.parametrize("told", ["Een wettelijke norm, vroeg de heer Van Nispen.", "De heer Van Nispen vroeg naar een wettelijke norm."])
def test_what_was_asked_before_who_asked_it_takes_it_up_and_answers_nothing(told: str) -> None:
    """ "Een norm, vroeg X." is the question again, in another order; the sentence after it answers."""
    reply = "Ik sluit die norm niet uit, maar ik wil eerst het nieuwe convenant een kans geven."
    asks = "Voorzitter. Komt er een wettelijke norm voor het geluid bij concerten?"
    (one,) = questions(debate(("nispen", asks), ("minister", f"Voorzitter. {told} {reply} De handhaving ligt bij de gemeenten.")))
    assert one.answers and one.answers[0].text == reply


def test_thanks_to_the_chair_are_no_part_of_a_question() -> None:
    """ "Dank, voorzitter." stands before a question, and says nothing of it."""
    (one,) = questions(debate(("nispen", "Dank, voorzitter. Waar gaat dat geld heen?"), ("minister", "Dat geld gaat naar de gemeenten.")))
    assert not one.also and "Dank" not in one.told.text


def put(asks: str, answer: str) -> list[tuple[str, str]]:
    """Each question of a speech with its status."""
    return [(q.quote.text, q.status) for q in questions(speech(asks, answer))]


@pytest.mark.parametrize(
    ("asks", "answer", "statuses"),
    [
        # the figure of the first is none of the second, nor of the third
        ("Hoe vaak wordt er gecontroleerd? En wat kosten die controles?", "Er wordt twee keer per jaar gecontroleerd.", ["answered", "open"]),
        ("Hoeveel bespaart het dimmen van lampen? Hoeveel lampen zijn er vervangen?", "Er zijn vorig jaar 120.000 lampen vervangen.", ["open", "answered"]),
        (
            "Hoeveel controles zijn er geweest? Worden de uitslagen van de controles openbaar?",
            "De heer Van Nispen vroeg naar de controles. Er zijn vorig jaar 340 controles geweest.",
            ["answered", "open"],
        ),
        # one that is not told stays visible where both are one item
        ("Mijn vraag is of er strenger wordt gecontroleerd. Wat kosten die controles?", "Ja, er wordt strenger gecontroleerd.", ["partly"]),
        # both are told, or the price is
        ("Hoe vaak wordt er gecontroleerd? En wat kosten die controles?", "Er wordt twee keer per jaar gecontroleerd. Dat kost 3 miljoen euro.", ["answered", "answered"]),
        ("Mijn vraag is of er strenger wordt gecontroleerd. Wat kosten die controles?", "Ja. De controles kosten 3 miljoen euro.", ["answered"]),
        ("Hoeveel lampen zijn er vervangen? En om hoeveel gemeenten gaat dat?", "Er zijn 120.000 lampen vervangen in 40 gemeenten.", ["answered"]),
        ("Hoeveel zwembaden dreigen er te sluiten? En welke rol ziet de minister daarbij voor de provincies?", "Wij hebben zicht op 43 zwembaden.", ["answered", "open"]),
    ],
)  # fmt: skip
def test_a_figure_tells_one_question(asks: str, answer: str, statuses: list[str]) -> None:
    """What tells the figure that one question asks for is no answer to its neighbour, though they share a word."""
    assert [status for _, status in put(asks, answer)] == statuses


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Is het nou zo moeilijk om een norm te stellen?", 0),
        ("Is het niet te gek voor woorden dat kinderen daarvan afhangen?", 0),
        ("En wie van ons heeft daar een goed antwoord op?", 0),
        ("Waarom zou een leerkracht ook nog eens met een bus vol kinderen naar het zwembad moeten?", 0),
        ("Voor hen is er niets. Waarheen dan, voorzitter?", 0),
        ("Is het zo moeilijk dat de norm pas in 2027 komt?", 1),
        ("Wie van de gemeenten heeft daar geld voor?", 1),
        ("Waarom zou de minister daarmee wachten tot 2027?", 1),
        ("Waarom moeten kinderen zo ver reizen?", 1),
        ("Wanneer komt de brief, voorzitter?", 1),
    ],
)
def test_what_is_cried_out_asks_nobody(text: str, count: int) -> None:
    """ "Is het nou zo moeilijk …?" wants no answer; the same words in a plain question do."""
    assert len(asked(text)) == count


def test_what_was_not_asked_is_no_reminder() -> None:
    """ "Ik heb niet gevraagd om …" says what a question was not."""
    found = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", f"{FILLER}Wanneer komt er een cao voor de kapiteins?"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "Over de cao voor de kapiteins gaan de werkgevers. Die sluit ik niet. " * 2),
            ("nispen", "Ik heb de minister niet gevraagd om een cao te sluiten. Ik heb gevraagd of zij de partijen wil uitnodigen."),
            ("minister", "Dat wil ik best doen."),
        )
    )
    assert not any("niet gevraagd" in one.text for q in found for one in (q.quote, *q.also))


def test_a_reminder_is_of_the_question_that_points_at_its_words() -> None:
    """What stands before both is of the one that points back at it: "Er zijn gemeenten die entree vragen. Wat vindt zij daarvan? Komt er een verbod …?"."""
    found = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", f"{FILLER}In 61 gemeenten vraagt een vereniging entree. Wat vindt de minister daarvan? En is de minister bereid tot een verbod op reclame?"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "Over de reclame kan ik kort zijn: tot een verbod ben ik niet bereid. Ik kom straks bij de sport en de velden. " * 2),
            ("nispen", "Ik had ook gevraagd naar de entreegelden."),
            ("minister", "Dat vind ik jammer, maar ik ga niet over de prijs."),
        )
    )  # fmt: skip
    assert [(q.quote.text[:8], q.answers[0].turn.number) for q in found] == [("Wat vind", 6), ("En is de", 4)]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("De heer Van Nispen vroeg naar de btw op zwemles. Dat valt onder mijn collega van Asiel en Migratie. Ik zal de vraag aan haar doorgeleiden, zodat u daar antwoord op krijgt.", "partly"),
        ("De btw is aan mijn collega van Financiën.", "partly"),
        ("De btw gaat niet omhoog. De uitvoering is aan mijn collega van Financiën.", "answered"),
    ],
)  # fmt: skip
def test_what_is_passed_on_has_no_answer_yet(answer: str, status: str) -> None:
    """Whose matter it is, and that the question goes there, tells nothing of what was asked."""
    ((_, _, told),) = answered("Gaat de btw op zwemles omhoog in de azc's van het COA?", answer)
    assert told == status


def test_a_question_after_two_reminders_is_on_the_last() -> None:
    """The answer to it is none to the other that was still open."""
    found = questions(
        debate(
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            ("kuik", f"{FILLER}Hoeveel gemeenten dimmen hun lampen na middernacht?"),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            ("minister", "De masten worden volgend jaar vervangen. " * 5),
            ("chair", "Dan de tweede termijn. Mevrouw Kuik."),
            ("kuik", "Dank. Ik heb nog niets gehoord over het dimmen van lampen. Ik miste nog iets over het platteland. Komt er geld voor de dorpen?"),
            ("chair", "De minister."),
            ("minister", "Mevrouw Kuik vroeg naar het platteland. Er komt volgend jaar 2 miljoen euro voor de dorpen."),
        )
    )  # fmt: skip
    assert [(q.status, len(q.answers)) for q in found] == [("open", 0), ("answered", 1)]


@pytest.mark.parametrize(
    ("asks", "answer", "status"),
    [
        ("Hoe houdt de minister rekening met ouderen in het buitengebied?", "Voor ouderen in het buitengebied komt er een belbus.", "answered"),
        ("Wanneer is de subsidie voor dorpshuizen ingegaan?", "De subsidie voor dorpshuizen bestaat sinds 2021.", "answered"),
        ("Wanneer komt de subsidie voor dorpshuizen?", "De subsidie voor dorpshuizen is in behandeling sinds 2021.", "partly"),
        ("Wat kost een extra wijkagent per jaar?", "Een extra wijkagent kost 95.000 per jaar.", "answered"),
        ("Wat kost een extra wijkagent per jaar?", "Een extra wijkagent kost ongeveer negentigduizend.", "answered"),
        ("Wat gaat de nieuwe meldkamer kosten?", "De nieuwe meldkamer doen we budgetneutraal.", "answered"),
        ("Wat kost de controle de inspectie aan capaciteit?", "De controle vergt van de inspectie 12 fte.", "answered"),
        ("Hoe staat het met de wijkbibliotheken?", "De motie van de leden Kuik en Koops over de wijkbibliotheken is uitgevoerd: er zijn er nu 300.", "answered"),
        ("Hoeveel scholen hebben geen conciërge? En waardoor komt dat?", "300 scholen hebben geen conciërge. Er is te weinig geld.", "answered"),
        ("Welke maatregelen neemt de minister voor arbeidsmigranten?", "Een aanspreekpunt lijkt me goed. Dat ga ik regelen.", "open"),
    ],
)  # fmt: skip
def test_what_is_told_in_other_words_is_told(asks: str, answer: str, status: str) -> None:
    """Taking account of somebody is no bill, a cost needs no sign, and what was done with a motion answers; a verb is no part of another word."""
    ((_, found),) = put(asks, answer)
    assert found == status


@pytest.mark.parametrize(
    ("asked", "answer", "status"),
    [
        # what both were asked after stands in the heading; the answer has a word of the first only
        (
            "Vorig jaar betrapte het CBR 1.240 mensen op fraude bij het theorie-examen, vaak met een oortje. Welke straf krijgen mensen die betrapt worden? "
            "En klopt het dat tussenpersonen die dit organiseren, vrijuit gaan?",
            "De vraag over fraude bij het theorie-examen. Wie betrapt wordt, mag een jaar lang geen examen doen. Dat is sinds vorig jaar verdubbeld.",
            ["answered", "open"],
        ),
        # the same, where the second question is answered too
        (
            "Vorig jaar betrapte het CBR 1.240 mensen op fraude bij het theorie-examen, vaak met een oortje. Welke straf krijgen mensen die betrapt worden? "
            "En klopt het dat tussenpersonen die dit organiseren, vrijuit gaan?",
            "De vraag over fraude bij het theorie-examen. Wie betrapt wordt, mag een jaar lang geen examen doen. Tussenpersonen gaan niet vrijuit, zij krijgen een boete.",
            ["answered", "answered"],
        ),
        # a number is asked for, and the answer to the next question tells none
        (
            "Een dorp zonder veearts is als een dorp zonder huisarts. Het CDA maakt zich grote zorgen over de bereikbaarheid. De gemiddelde aanrijtijd is "
            "opgelopen naar 55 minuten, terwijl de beroepsgroep zelf een half uur als norm noemt. Hoeveel dierenartsen werken daar eigenlijk nog? Het CDA pleit voor een wettelijke norm van "
            "45 minuten. Wil de minister zo'n norm invoeren?",
            "De heer Van Nispen vraagt om een wettelijke norm van 45 minuten. Die ga ik niet invoeren. Een norm maakt geen enkele dierenarts "
            "extra, en ik zou niet weten wie ik moet beboeten als er niemand is.",
            ["open", "answered"],
        ),
    ],
)
def test_the_answer_to_a_neighbour_is_none_without_a_word_of_its_own(asked: str, answer: str, status: list[str]) -> None:
    """Two questions of one paragraph share an answer only where it has a word that tells the second from the first."""
    assert [fared for _, _, fared in answered(asked, answer)] == status


def test_a_heading_with_one_word_of_a_question_gives_it_the_answer_below() -> None:
    """ "Mevrouw Kuik vroeg naar een fonds. Dat zou mij een stap te ver gaan.": of the fund, whatever is nearer to what was asked next."""
    said = (
        ("chair", "Het woord is aan de heer Van Nispen."),
        (
            "nispen",
            "Voorzitter. Hoeveel kinderen halen geen diploma A? Wat kost een les gemiddeld? Gaat de Minister gemeenten verplichten om schoolzwemmen aan te "
            "bieden? Wat doet hij tegen het tekort aan instructeurs?",
        ),
        ("chair", "Het woord is aan mevrouw Kuik."),
        (
            "kuik",
            "Voorzitter. Is de Minister bereid om een fonds op te richten voor arme gezinnen? Hoe wordt het toezicht op zwemscholen geregeld? En wie betaalt "
            "dat toezicht?",
        ),
        ("chair", "Het woord is aan de heer Koops."),
        (
            "koops",
            "Voorzitter. Steeds meer baden sluiten. Waarom sluiten er zoveel baden? Kan de Minister de energiekosten van zwembaden vergoeden?",
        ),
        ("chair", "Het woord is aan de Minister."),
        (
            "minister",
            "Voorzitter. Ik begin met de heer Van Nispen. Zes procent van de kinderen verlaat de basisschool zonder diploma. Een les kost gemiddeld 12 euro. "
            "Schoolzwemmen wordt niet verplicht, want gemeenten gaan hier zelf over. Het tekort pakken we aan met een verkorte opleiding. Mevrouw Kuik vroeg "
            "naar een fonds. Dat zou mij een stap te ver gaan, want gemeenten hebben al regelingen. Het toezicht komt bij de branche te liggen. Die draagt ook "
            "de kosten. De heer Koops vroeg naar de sluitingen. De gasprijs is verdubbeld en gemeenten moeten bezuinigen. De energiekosten vergoeden we niet.",
        ),
    )
    assert [q.status for q in questions(debate(*said)) if "fonds" in q.quote.text] == ["answered"]


def test_a_heading_tells_what_is_asked_of_two_sentences_on() -> None:
    """ "Dan de selectie. Wie op een boerderij … Ik hoor graag hoe de minister daartegen aankijkt." asks of the selection."""
    found = answered(
        "Is de minister bereid om met haar collega over extra plaatsen te praten?\nDan de selectie. Wie op een boerderij is opgegroeid, komt er met een "
        "cijferlijst niet tussen. Wij vinden dat affiniteit met het vak zwaarder moet wegen dan een acht voor scheikunde. Ik hoor graag hoe de minister "
        "daartegen aankijkt.",
        "De heer Van Nispen vroeg naar extra plaatsen. Ik ga erover in gesprek. Over de selectie gaat de universiteit zelf. De faculteit is al bezig met een "
        "proef waarbij motivatie voor 30% meetelt. Dat vind ik een goede ontwikkeling.",
    )
    assert found[1][2] == "answered"
    assert "Over de selectie gaat de universiteit zelf." in found[1][1]


def test_what_is_said_to_be_open_is_what_is_named_and_not_what_only_stands_around() -> None:
    """ "… nog niets horen zeggen over de varkensstaarten" is of the question on the tails, though pigs stand around an earlier one."""
    found = questions(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            (
                "nispen",
                f"{FILLER}Zolang wij zo veel kippen, varkens en koeien houden, is er nooit genoeg zorg. Erkent de minister dat minder dieren ook minder werkdruk "
                "betekent?\nDan de ingrepen. Is de minister bereid om het onthoornen voor te behouden aan de dierenarts? En wanneer komt er een einde aan het "
                "couperen van varkensstaarten, iets wat de Europese Unie al sinds 1994 verbiedt?",
            ),
            ("chair", "Ik geef het woord aan de minister voor de beantwoording."),
            (
                "minister",
                "De heer Van Nispen vroeg of minder dieren minder werkdruk betekent. Rekenkundig heeft hij gelijk. In 2024 kreeg de NVWA 312 "
                "meldingen. Het onthoornen is al verboden zonder verdoving. Ik zie geen reden om de boer die de cursus heeft gevolgd deze handeling te verbieden.",
            ),
            ("chair", "De tweede termijn van de Kamer. Het woord is aan de heer Van Nispen."),
            ("nispen", "Dank aan de minister voor de antwoorden. Ik heb de minister ook nog niets horen zeggen over de varkensstaarten."),
            ("chair", "De minister."),
            ("minister", "Dank u wel. Wij werken in de hele sector hard aan verbetering."),
        )
    )
    assert [q.status for q in found] == ["answered", "answered", "open"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kan er een vertrouwenspunt komen? Ik verneem graag op welke termijn.", ["Kan er een vertrouwenspunt komen?"]),
        (
            "Kan er een vertrouwenspunt komen? Ik verneem graag wanneer de nieuwe tuchtwet naar de Kamer komt.",
            ["Kan er een vertrouwenspunt komen?", "Ik verneem graag wanneer de nieuwe tuchtwet naar de Kamer komt."],
        ),
        (
            "Kan zij daarnaast aangeven hoeveel boetes er zijn uitgedeeld.",
            ["Kan zij daarnaast aangeven hoeveel boetes er zijn uitgedeeld."],
        ),
        ("Kan de minister zeggen wat het loket kost, dan steunen wij het plan.", []),
        ("Wil de minister uitleggen hoe het loket werkt, dan komen wij graag luisteren.", []),
    ],
)
def test_a_term_that_is_asked_beside_and_a_question_without_its_mark(text: str, found: list[str]) -> None:
    """ "Ik verneem graag op welke termijn." asks of what was asked just before; a question to the government may end in a full stop."""
    assert asked(text) == found
