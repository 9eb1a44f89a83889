"""The ledger of commitments: terms as dates, promises told apart, the chair's list, and the exports."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from eval.cases import labels_of
from eval.score_commitments import Score, commitments_score
from rag import read
from rag.cli import app
from rag.commitments import commitments, deadline, withholds
from rag.commitments.chairlist import chair_list
from rag.questions import questions
from rag.render import calendar
from rag.render.calendar import commitments_ics
from rag.render.contract import commitment_json
from rag.render.encode import enc
from rag.render.fidelity import FidelityError
from rag.render.ledger import commitments_text
from rag.render.screen import commitments_html
from rag.render.table import commitments_csv, questions_csv
from rag.types import Addressee, Commitment, Deadline, Event, Meeting, Motion, Question, Quote, Role, Speaker, Transcript, Turn
from rag.verify import holds
from rag.verify.quotes import spans
from tests.test_cli import as_json

SAID = "2019-12-05"


# --- a debate of our own making --------------------------------------------------------------------

PEOPLE = {
    "Voorzitter": Speaker("De voorzitter", None, "chair"),
    "Jansen": Speaker("Jansen", None, "government", "Minister"),
    "Smit": Speaker("Smit", None, "government", "Staatssecretaris"),
    "Bakker": Speaker("Bakker", "Groen", "member"),
    "Van Dijk": Speaker("Van Dijk", "Rood", "member"),
    "Deskundige": Speaker("Deskundige", None, "guest"),
}


def debate(*said: tuple[str, str]) -> tuple[Turn, ...]:
    return tuple(Turn("m-1", n, PEOPLE[who], f"{who}:", text) for n, (who, text) in enumerate(said, 1))


def about(date: str | None = SAID, language: str = "nl") -> Meeting:
    return Meeting(
        "m-1", "Proef", "commissiedebat", None, date, "ongecorrigeerd", "vlos", "en" if language == "en" else "nl", "Proefverslag 1"
    )


NAMESAKES = {"De Boer (Groen)": ("De heer", "Groen"), "De Boer (Rood)": ("Mevrouw", "Rood"), "Visser": ("De heer", "Blauw")}


def headed(*said: tuple[str, str]) -> tuple[Turn, ...]:
    """A debate whose headings give titles: "Mevrouw De Boer (Rood):"."""
    turns = []
    for n, (who, text) in enumerate(said, 1):
        title, party = NAMESAKES.get(who, ("", None))
        speaker = Speaker(who.split(" (")[0], party, "member") if party else PEOPLE[who]
        turns.append(Turn("m-1", n, speaker, f"{title} {speaker.label}:".strip(), text))
    return tuple(turns)


def found(*said: tuple[str, str], date: str | None = SAID, language: str = "nl") -> tuple[Commitment, ...]:
    return promised(about(date, language), debate(*said))


def promised(meeting: Meeting, turns: tuple[Turn, ...], events: tuple[Event, ...] = ()) -> tuple[Commitment, ...]:
    """The commitments of a meeting, its questions read first."""
    return commitments(meeting, turns, events, questions(turns, events, (), meeting.language))


# --- terms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in het eerste kwartaal van 2020", "2020-01-01", "2020-03-31"),
        ("februari/maart 2020", "2020-02-01", "2020-03-31"),
        ("februari-maart", "2020-02-01", "2020-03-31"),
        ("voor het kerstreces", None, "2019-12-19"),
        ("voor de kerst", None, "2019-12-24"),
        ("na de kerst", "2019-12-27", None),
        ("voor de zomer", None, "2020-07-02"),
        ("na het zomerreces", "2020-09-01", None),
        ("in het zomerreces", "2020-07-03", "2020-08-31"),
        ("voor het krokusreces", None, "2020-02-20"),
        ("in het krokusreces", "2020-02-21", "2020-03-02"),
        ("na het krokusreces", "2020-03-03", None),
        ("voor het meireces van 2024", None, "2024-04-25"),
        ("na het kerstreces", "2020-01-14", None),
        ("voor het reces", None, "2019-12-19"),
        ("in het najaar", "2020-09-01", "2020-11-30"),
        ("binnen twee weken", None, "2019-12-19"),
        ("binnen een maand", None, "2020-01-05"),
        ("volgende week", "2019-12-09", "2019-12-15"),
        ("aanstaande maandag", "2019-12-09", "2019-12-09"),
        ("op 15 januari", "2020-01-15", "2020-01-15"),
        ("uiterlijk 1 maart", None, "2020-03-01"),
        ("vóór 1 maart 2021", None, "2021-02-28"),
        ("eind januari", "2020-01-21", "2020-01-31"),
        ("eind 2020", "2020-10-01", "2020-12-31"),
        ("voor het eind van het jaar", None, "2019-12-31"),
        ("begin volgend jaar", "2020-01-01", "2020-03-31"),
        ("in de eerste helft van 2021", "2021-01-01", "2021-06-30"),
        ("voor Prinsjesdag", None, "2020-09-14"),
        ("in de eerste week van februari", "2020-02-03", "2020-02-09"),
        ("in de laatste week van april", "2020-04-27", "2020-05-03"),
        ("in de tweede helft van maart", "2020-03-16", "2020-03-31"),
        ("in mei of juni", "2020-05-01", "2020-06-30"),
        ("voor eind maart", None, "2020-03-31"),
        ("volgende week dinsdag", "2019-12-10", "2019-12-10"),
        ("binnen een halfjaar", None, "2020-06-05"),
        ("binnen drie weken", None, "2019-12-26"),
        ("binnen zeven weken", None, "2020-01-23"),
        ("voor 1 december", None, "2020-11-30"),
        ("elk jaar in maart", "2020-03-01", "2020-03-31"),
        ("ieder najaar", "2020-09-01", "2020-11-30"),
        ("elke zomer", "2020-06-01", "2020-08-31"),
        ("in de week van 12 mei", "2020-05-11", "2020-05-17"),
        ("dit jaar", "2019-12-05", "2019-12-31"),
        ("deze maand", "2019-12-05", "2019-12-31"),
        ("deze winter", "2019-12-05", "2020-02-29"),
        ("in het laatste kwartaal van dit jaar", "2019-12-05", "2019-12-31"),
        ("binnen twee weken na het kerstreces", "2020-01-14", "2020-01-27"),
        ("drie weken voor de zomer", None, "2020-06-12"),
        ("aan het begin van de zomer", "2020-06-01", "2020-06-30"),
        ("halverwege 2021", "2021-06-01", "2021-07-31"),
        ("in het eerste halfjaar van 2021", "2021-01-01", "2021-06-30"),
        ("voor het einde van het kwartaal", None, "2019-12-31"),
        ("voor jaareinde", None, "2019-12-31"),
        ("in 2021 of 2022", "2021-01-01", "2022-12-31"),
        ("binnen zes tot acht weken", None, "2020-01-30"),
        ("over anderhalf jaar", None, "2021-06-05"),
        ("binnen tien werkdagen", None, "2019-12-19"),
        ("vóór het commissiedebat van 12 maart", None, "2020-03-11"),
        ("voor het overleg in het voorjaar", None, "2020-05-31"),
        ("voor het overleg in maart", None, "2020-03-31"),
        ("in de voortgangsbrief van maart", "2020-03-01", "2020-03-31"),
        ("in de verzamelbrief in het voorjaar", "2020-03-01", "2020-05-31"),
        ("met de rapportage van eind mei", "2020-05-21", "2020-05-31"),
        ("vanaf maart", "2020-03-01", None),
        ("in het eerste kwartaal van volgend jaar", "2020-01-01", "2020-03-31"),
        ("before the summer", None, "2020-07-02"),
        ("within two weeks", None, "2019-12-19"),
        ("in the first quarter of 2020", "2020-01-01", "2020-03-31"),
    ],
)
def test_a_term_with_a_date(words: str, start: str | None, end: str | None) -> None:
    """A term is shown in its own words, with first and last day counted from the day of the meeting."""
    assert deadline(f"Ik stuur de Kamer {words} een brief.", SAID) == Deadline(words, start, end)


@pytest.mark.parametrize(
    "before", ["In de brief van 5 februari stond dat.", "In het debat van 19 november bleek dat.", "Zoals ik in de brief van mei schreef,"]
)
def test_what_dates_what_was_written_or_said_is_no_term(before: str) -> None:
    """The day of a letter, a debate of last month, and what goes with "zoals" are not when something will be done."""
    assert deadline(before, SAID) is None or before.endswith(",")
    assert deadline(f"{before} ik stuur voor de zomer een brief.", SAID) == Deadline("voor de zomer", None, "2020-07-02")


@pytest.mark.parametrize(
    "words",
    [
        "na de twee onderzoeken",
        "zo spoedig mogelijk",
        "binnenkort",
        "in de volgende voortgangsrapportage",
        "voor de begrotingsbehandeling",
        "bij de begroting",
        "bij de begroting voor 2021",
        "voor de behandeling van het wetsvoorstel",
        "aan het eind van deze kabinetsperiode",
        "de komende weken",
        "as soon as possible",
    ],
)
def test_a_term_without_a_date(words: str) -> None:
    """A term that hangs on an event, or is vague, has words and no dates."""
    assert deadline(f"Ik stuur de Kamer {words} een brief.", SAID) == Deadline(words)


@pytest.mark.parametrize("words", ["de brief van 19 november", "sinds 2016", "de motie van 12 maart 2019", "op 1 juli 2018", "het rapport"])
def test_what_is_no_term(words: str) -> None:
    """A day that dates a document, or is past, is no term."""
    assert deadline(f"Daarover ging {words}.", SAID) is None


@pytest.mark.parametrize(
    ("term", "said", "end"),
    [
        ("voor het herfstreces", "2023-09-20", "2023-10-12"),
        ("voor het meireces", "2024-03-14", "2024-04-25"),
        ("voor het reces", "2024-04-19", "2024-04-25"),
        ("voor het reces", "2024-05-14", "2024-07-04"),
        ("voor het herfstreces", "2022-09-14", None),
        ("nog voor de herfstvakantie", "2022-10-14", None),
        ("voor het krokusreces van 2019", "2018-12-05", None),
        ("voor het reces", "2022-04-14", None),
    ],
)
def test_before_a_recess_is_before_it_begins_where_that_is_known(term: str, said: str, end: str | None) -> None:
    """A recess that keeps to a rule or whose first day was published has dates; of any other the words alone are told, and it is a term all the same."""
    assert deadline(f"Dat stuur ik u {term}.", said) == Deadline(term, None, end)
    (one,) = found(ASK, ("Jansen", f"Dan pas ik de regeling {term} aan."), date=said)
    assert one.deadline == Deadline(term, None, end)


def test_a_correction_to_a_recess_without_dates_holds() -> None:
    """What was set right is the term, also where only its words can be told."""
    ledger = found(*READ_OUT, ("Jansen", "De brief over de visserij wordt voor het herfstreces, niet mei."), date="2021-12-05")
    assert ledger[0].deadline == Deadline("voor het herfstreces") and ledger[0].corrected is not None


def test_what_stands_for_a_day_is_on_that_day() -> None:
    """ "Dat gesprek staat voor 11 februari." is no day before it."""
    assert deadline("Dat gesprek staat voor 11 februari.", SAID) == Deadline("voor 11 februari", "2020-02-11", "2020-02-11")


def test_a_meeting_without_a_date() -> None:
    """Terms keep their words; no dates are made up."""
    assert deadline("Dat komt voor het kerstreces.", None) == Deadline("voor het kerstreces")


# --- promises --------------------------------------------------------------------------------------

ASK = ("Bakker", "Is de minister bereid dat uit te zoeken en de Kamer daarover te informeren?")


@pytest.mark.parametrize(
    "answer",
    [
        "Dat zeg ik toe.",
        "Daartoe ben ik bereid.",
        "Ja.",
        "De Kamer zal voor het krokusreces geïnformeerd worden.",
        "Ik kom daar voor de zomer per brief op terug.",
        "Ik zal het gesprek aangaan met de gemeenten.",
        "Dat neem ik mee in de evaluatie.",
        "Uw Kamer ontvangt hierover in maart een brief.",
        "Toegezegd.",
        "Dat doe ik.",
        "Ik kom daar schriftelijk op terug.",
        "Dat kan ik nu niet beantwoorden en daar kom ik per brief op terug.",
        "Ik zal de inspectie vragen hoe dat zit.",
        "Ik ben gaarne bereid daarnaar te kijken.",
        "Hoewel ik daar graag toe bereid ben, overleg ik dat eerst met Financiën.",
        "Daarom neem ik de suggestie over om dat elk jaar te doen.",
        "Dat nemen wij op in de brief.",
        "Ik zal mij daar zo veel mogelijk voor inzetten.",
        "Daar kom ik dan bij u op terug.",
        "Ik breng dat in de Transportraad op tafel.",
        "Ik zal haar wens aan mijn collega overbrengen.",
        "Daarover ga ik met de sector om tafel.",
        "Daar gaan we mee aan de slag, samen met de provincies.",
        "Ik ga erachteraan.",
        "Ik kom graag een keer langs in Assen.",
        "Daar kijk ik nog eens naar.",
        "Ik stuur ze even na.",
        "Zodra dat bekend is, hoort u het.",
        "Dat overzicht ligt voor de zomer bij uw Kamer.",
        "Dat leg ik bij de provincie neer.",
        "Zodra ik het antwoord heb, deel ik dat met de Kamer.",
        "De suggestie die u doet, schuif ik door naar de inspectie.",
        "Ik vind dat verschil lastig uit te leggen en zal het in het overleg van 12 maart aan de orde stellen.",
        "Wij hebben de inspectie gevraagd om een telling te doen en daarover schrijf ik u in mei.",
    ],
)
def test_a_promise_is_found(answer: str) -> None:
    """Whoever says so, informs the Kamer later, or will do what was asked, promises; to whoever asked."""
    (one,) = found(ASK, ("Jansen", answer))
    assert one.quote.text == answer and one.origin == "debate" and one.speaker == "Jansen"
    assert one.to == (Addressee("Bakker", "Groen"),)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Jansen", "Dat kan ik niet toezeggen."),
        ("Jansen", "De sector zei: akkoord."),
        ("Jansen", "Ja, dat vind ik ook onacceptabel."),
        ("Jansen", "Daar zal ik op reflecteren."),
        ("Jansen", "Ik kijk nog eens in mijn papieren."),
        ("Jansen", "De gemeenten zijn ermee aan de slag en dat stuur ik niet bij."),
        ("Jansen", "Ik ga in deze functie graag aan de slag."),
        ("Jansen", "Ik kijk daar nog eens met plezier op terug."),
        ("Jansen", "Dan hoort u dat de sector anders denkt."),
        ("Jansen", "Zodra u in de regio komt, hoort u het overal."),
        ("Jansen", "Dat kan ik niet beloven. Maar ik zal er alles aan doen."),
        ("Jansen", "Mevrouw Bakker krijgt die reacties."),
        ("Jansen", "Dat compliment krijgt zij."),
        ("Jansen", "Dat komt in de krant te staan."),
        ("Jansen", "Ik lees voor. «Ik zal u in maart een brief over de dijken en de sluizen sturen.»"),
        ("Jansen", "Ik ga daar geen onderzoek naar doen."),
        ("Jansen", "Nee, daartoe ben ik niet bereid."),
        ("Jansen", "De intentie is om zoiets te doen."),
        ("Jansen", "Misschien kan ik daar iets over laten weten."),
        ("Jansen", "Die brief heb ik vorige week aan de Kamer gestuurd."),
        ("Jansen", "De heer Bakker vroeg of ik bereid ben de Kamer te informeren."),
        ("Jansen", "De heer Bakker vroeg of ik dat uitzoek en ik de Kamer daarover een brief stuur."),
        ("Jansen", "Tegen mevrouw Bakker zeg ik dat ik het daar niet mee eens ben."),
        ("Jansen", "Dan de vraag of we bereid zijn om daarnaar te kijken."),
        ("Jansen", "Daar kom ik zo meteen op terug."),
        ("Jansen", "Dan ga ik nu in op de vragen van mevrouw Bakker."),
        ("Jansen", "Bent u bereid daarover te spreken?"),
        ("Jansen", "De motie ga ik ontraden."),
        ("Jansen", "Ik zal de vragen in vier blokjes beantwoorden."),
        ("Jansen", "Ik zal dat kort toelichten."),
        ("Jansen", "Ik zal u meenemen in de cijfers."),
        ("Jansen", "Als de gemeente dat vraagt, dan onderzoeken we dat."),
        ("Jansen", "Wij informeren de Kamer altijd uitgebreid."),
        ("Jansen", "De gemeenten hebben toegezegd dat zij de stallingen openhouden."),
        ("Jansen", "Dat zal de politie moeten bekijken."),
        ("Jansen", "Ik zal kijken of het eerder kan, maar ik beloof niets."),
        ("Jansen", "Ik neem uw opmerkingen mee."),
        ("Jansen", "Dat vind ik een mooi voorstel."),
        ("Jansen", "Dat ga ik niemand opleggen."),
        ("Jansen", "Dat laat ik aan de gemeenten."),
        ("Jansen", "Ik zal daar kort over zijn."),
        ("Jansen", "Ik bied hem mijn verontschuldigingen aan."),
        ("Jansen", "Ik feliciteer mevrouw Bakker met dat idee."),
        ("Jansen", "Ik geef u daarin gelijk."),
        ("Jansen", "Ik verbaas me daar ook over."),
        ("Jansen", "Dat juich ik toe."),
        ("Jansen", "Ik leg dat uit."),
        ("Jansen", "Daar pleit ik al jaren voor."),
        ("Jansen", "De dienst rekent daarbij op eind 2020."),
        ("Jansen", "Per 1 juli schrap ik de toeslag."),
        ("Jansen", "Daar werk ik al aan."),
        ("Jansen", "Dat verzoek neem ik zeer serieus."),
        ("Jansen", "Ik zag dat vorige maand ook."),
        ("Jansen", "Die brieven lees ik iedere week."),
        ("Jansen", "Ik denk dat het bedrijf dat oplost."),
        ("Jansen", "Dat hoor ik vaker, en hoe langer ik ermee bezig ben, hoe meer."),
        ("Jansen", "Dat bespreek ik in juni met mijn Europese collega's. Ik wil daar nu geen toezegging over doen."),
        ("Jansen", "Dat kan ik niet toezeggen, maar ik wil er wel naar kijken."),
        ("Jansen", "Dat kan ik niet toezeggen, maar ik zal ernaar kijken."),
        ("Jansen", "Ik kan u dat niet beloven. Ik zal er wel naar kijken."),
        ("Jansen", "Daar wil ik even over nadenken, maar ik neem het mee."),
        ("Jansen", "Garanties geef ik niet. Ik begrijp het en ik zal mijn uiterste best doen."),
        ("Jansen", "Dan loop ik de moties langs. Ik zal het kort houden en loop de moties langs."),
        ("Bakker", "Ik zeg toe dat ik daar per brief op terugkom."),
        ("Deskundige", "De politie heeft daar aandacht voor."),
    ],
)
def test_what_is_no_promise(who: str, said: str) -> None:
    """A refusal, an intention, something already done, a question restated, a stage direction, a member's word: none is a commitment."""
    assert found(ASK, (who, said)) == ()


@pytest.mark.parametrize(
    ("question", "answer", "promised"),
    [
        ("Is de minister bereid een steunpunt op te richten?", "Ik open dat na de bouwvak.", True),
        ("Wil de minister de drempel in de regeling verlagen?", "Ik halveer die drempel voor kleine gemeenten.", True),
        (
            "Wat gaat de minister doen tegen het lekken?",
            "Voor de oude wijken leg ik een tweede leiding aan.",
            False,
        ),  # a verb that needs more
        ("Wat gaat de minister doen tegen het lekken?", "Voor de oude wijken bouw ik een tweede leiding.", True),
        ("Komen er ook regels voor de watertappunten?", "Jazeker, die schrijf ik.", True),
        ("Zitten er ook huurders in die werkgroep?", "Goed punt, mevrouw. Dat ga ik regelen.", True),
        ("Wil de minister aanwezig zijn bij het gesprek?", "Als de provincie dat wil, schuif ik aan.", True),
        ("Hoeveel watertappunten zijn er in het land?", "Die tel ik.", False),
        ("Is de minister bereid een steunpunt op te richten?", "Ik waardeer dat idee van mevrouw Bakker.", False),
        ("Wil de minister de drempel in de regeling verlagen?", "Dat wilde ik net noemen.", False),
        ("Wil de minister de drempel in de regeling verlagen?", "Ik verlaag die drempel al drie jaar.", False),
        ("Wil de minister de drempel in de regeling verlagen?", "Ik ben in maart bij de gemeenten thuis geweest.", False),
        ("Wil de minister de drempel in de regeling verlagen?", "Wij zijn daar in januari geweest.", False),
        ("Kent de minister die proef?", "Die ken ik; ik ben er in juni zelf met de bus heen gereden.", False),
        ("Kent de minister die proef?", "In maart ben ik er met de wethouder langsgegaan.", False),
        ("Gaat de minister praten met de gemeenten?", "Ik ben voor 1 mei bij alle gemeenten langsgegaan.", True),
        ("Gaat de minister praten met de gemeenten?", "Voor de zomer ben ik bij alle gemeenten langsgegaan.", True),
        ("Gaat de minister de regeling verlagen?", "Ik ben tot de conclusie gekomen dat ik de regeling in mei aanpas.", True),
        ("Wil de minister de drempel in de regeling verlagen?", "Ik ben er heen gereden en pas de regeling in mei aan.", True),
        ("Wil de minister de drempel in de regeling verlagen?", "Ik ben in januari op bezoek geweest bij een school in Assen.", False),
        ("Wil de minister de drempel in de regeling verlagen?", "Ik ben er geweest en pas de regeling in mei aan.", True),
        ("Gaat de minister met hen praten?", "Ja, daarover wil ik met de sector om tafel.", True),
        (
            "Wil de minister daarnaar kijken?",
            "Ik wil daar best eens naar kijken, maar dit is in de eerste plaats iets van de branche.",
            False,
        ),
        ("Wil de minister daarnaar kijken?", "Ik wil daar best eens naar kijken, maar dat kost tijd.", True),
        # what was before is looked into, told and written
        ("Kan de minister de oorzaken laten onderzoeken?", "Ja, ik zal laten nagaan hoeveel meldingen er zijn geweest.", True),
        ("Kan de minister de oorzaken laten onderzoeken?", "Ik ga uitzoeken of er klachten zijn geweest.", True),
        ("Wat waren de gevolgen?", "Ik zal de Kamer in mei informeren wat de gevolgen zijn geweest.", True),
        ("Wat waren de gevolgen?", "Ik stuur u voor de zomer een brief over hoe de uitgaven zijn geweest.", True),
        ("Wat waren de gevolgen?", "Ik zeg toe dat ik na ga wat de redenen zijn geweest.", True),
        ("Wat waren de gevolgen?", "Ik zeg toe dat ik in kaart breng welke incidenten er zijn geweest.", True),
        ("Wat waren de gevolgen?", "Ik laat onderzoeken wat de oorzaken van de brand zijn geweest en stuur u dat in juni.", True),
        ("Wat waren de gevolgen?", "Ik ben in Groningen geweest en stuur de Kamer in mei een brief daarover.", True),
    ],
)
def test_a_deed_is_promised_where_one_was_asked_for(question: str, answer: str, promised: bool) -> None:
    """What a speaker does counts in answer to a question that asks for a deed; to one for a number, and what he finds or did, not."""
    made = found(("Bakker", question), ("Jansen", answer))
    assert [one.quote.text.endswith(answer.rsplit(". ", maxsplit=1)[-1]) for one in made] == [True] * promised


@pytest.mark.parametrize(
    ("said", "withheld"),
    [
        ("Daar kan ik geen garantie op geven.", True),
        ("Maar ik beloof niets.", True),
        ("Toezeggen kan ik dat niet.", True),
        ("Ik beloof u een brief.", False),
        ("Dat zeg ik toe, en niet later dan mei.", False),
    ],
)
def test_what_is_not_promised_is_told_in_one_place(said: str, withheld: bool) -> None:
    """For the ledger, for whoever asks what was promised, and for the government's page."""
    assert withholds(said) is withheld


@pytest.mark.parametrize(
    ("said", "promised"),
    [
        ("Tegen mevrouw Bakker zeg ik dat ik het op 14 januari bij de provincies aankaart.", True),
        ("Ik zeg tegen mevrouw Bakker dat ik dit in maart in het bestuurlijk overleg op de agenda zet.", True),
        ("Tegen mevrouw Bakker zeg ik dat ik het in maart wel zie.", False),
    ],
)
def test_a_deed_told_behind_i_say_that(said: str, promised: bool) -> None:
    """A deed with its verb last, behind "I tell her that", is promised as one told straight; what one thinks or sees is not."""
    answer = "De bruggen zijn van de provincies. Zij meten ieder op hun eigen manier." + " Zo is het." * 5 + "\n" + said
    made = found(
        ("Bakker", "Wil de minister de storingen bij de provincies aankaarten?"), ("Voorzitter", "De minister."), ("Jansen", answer)
    )
    assert [one.quote.text for one in made] == [said] * promised


@pytest.mark.parametrize(
    ("said", "promised"),
    [
        ("Ik laat zo'n kaart tekenen.", True),
        ("Ik laat zo'n kaart tekenen door Rijkswaterstaat.", True),
        ("Zo'n kaart laat ik tekenen en die leg ik aan de Kamer voor.", True),
        ("Ik laat door de provincies onderzoek doen naar de palen.", True),
        ("Ik laat uitzoeken of we de steigers sneller kunnen vervangen.", True),
        ("Ik laat in kaart brengen wat de gevolgen voor schippers zullen zijn.", True),
        ("Ik laat Rijkswaterstaat onderzoeken wie daarvan last hebben.", True),
        ("Ik laat onderzoeken hoe we de drempel kunnen verlagen.", True),
        ("Ik laat nagaan welke palen te oud zijn.", True),
        ("Ik laat de te oude palen vervangen.", True),
        ("Ik laat u graag uitspreken.", False),
        ("Ik laat de provincies wat meer ruimte.", False),
        ("Ik laat open wat de gevolgen voor schippers zullen zijn.", False),
        ("Ik laat dat vandaag liggen.", False),
        ("Ik laat in het midden wie dat moet doen.", False),
        ("Ik laat me graag overtuigen.", False),
        ("Ik laat de provincies vrij om daarin te kiezen.", False),
    ],
)
def test_a_deed_that_others_do_for_a_speaker_is_promised(said: str, promised: bool) -> None:
    """ "Ik laat een kaart maken" is a deed, also where it says by whom; what one leaves as it is, or lets oneself do, is none."""
    wish = "Groen zou graag een kaart van de steigers krijgen. De palen zijn oud en niemand weet waar ze staan. " * 4
    answer = "Dank voor alle vragen over het water. " * 6 + f"\nDan de steigers. {said}"
    made = found(("Bakker", wish), ("Voorzitter", "De minister."), ("Jansen", answer))
    assert [one.quote.text.endswith(said) for one in made] == [True] * promised


@pytest.mark.parametrize(
    "said",
    [
        "Op 20 maart spreek ik op een congres in Assen, en daar zal ik ook met de telers praten.",
        "Op 12 mei organiseert de provincie een symposium; ik zal daar een toespraak houden.",
        "Maandag ga ik op bezoek bij de brandweer in Hoorn.",
    ],
)
def test_where_a_minister_goes_is_news_unless_somebody_asked(said: str) -> None:
    """A visit or a talk on some day is told, not promised; asked for, a visit is a promise."""
    speech = (
        "Jansen",
        f"Dank voor alle vragen. De brandweer doet goed werk. Het gaat om veel mensen. Wij zien dat ook in Assen. Dat is zo. {said}",
    )
    assert found(("Bakker", "De brandweer verdient beter. " * 12), ("Voorzitter", "De minister."), speech) == ()
    asked = ("Bakker", "Is de minister bereid op bezoek te gaan bij de brandweer?")
    assert len(found(asked, ("Jansen", "Ja, ik ga op bezoek bij de brandweer."))) == 1


def test_what_stands_behind_maar_is_promised_in_place_of_what_was_not() -> None:
    """ "Dat kan ik niet beloven. Maar ik neem het op in de rapportage."; and "haar pleidooi" is hers who was named last."""
    said = "Of dat lukt, kan ik niet beloven. Maar ik neem het op in de rapportage van mei."
    (one,) = found(("Jansen", LONG), ("Van Dijk", "Kan de drempel omlaag?"), ("Jansen", said))
    assert one.deadline is not None and one.quote.text.endswith("van mei.")
    named = "Mevrouw Van Dijk krijgt de lijst niet. De heer Bakker evenmin. Over de boete het volgende. Daar ga ik niet over."
    (one,) = found(*SPEECHES, ("Jansen", f"{named} Ik zal haar pleidooi wel overbrengen."))
    assert one.to == (Addressee("Van Dijk", "Rood"),)


def test_what_is_refused_may_still_be_answered_by_letter() -> None:
    """Who promises nothing but will inform the Kamer promises that."""
    (one,) = found(ASK, ("Jansen", "Dat kan ik niet toezeggen, maar ik zal de Kamer daar voor de zomer over informeren."))
    assert one.deadline is not None and one.deadline.text == "voor de zomer"


@pytest.mark.parametrize(
    ("read_out", "items"),
    [
        (
            "Toegezegd is door de minister:\ndat hij de Kamer voor de zomer een brief stuurt over de stallingen; dat hij de treinen bespreekt.",
            ["dat hij de Kamer voor de zomer een brief stuurt over de stallingen;", "dat hij de treinen bespreekt."],
        ),
        (
            "Er zijn twee toezeggingen gedaan: - een brief over de stallingen. De Kamer krijgt die voor de zomer; - een gesprek over de treinen. Dank u wel.",
            ["een brief over de stallingen. De Kamer krijgt die voor de zomer;", "een gesprek over de treinen."],
        ),
        (
            "Dan zijn dit de toezeggingen. De eerste gaat over de stallingen: daar komt een brief over. Ten tweede bespreekt de minister de treinen. En dan "
            "nog een laatste: de Kamer hoort iets over de bus.",
            [
                "De eerste gaat over de stallingen: daar komt een brief over.",
                "Ten tweede bespreekt de minister de treinen.",
                "En dan nog een laatste: de Kamer hoort iets over de bus.",
            ],
        ),
        (
            "Ik lees de toezeggingen voor. Ten eerste stuurt de minister een brief over de stallingen; ten tweede gaat hij in gesprek over de treinen.",
            ["Ten eerste stuurt de minister een brief over de stallingen;", "ten tweede gaat hij in gesprek over de treinen."],
        ),
    ],
)
def test_a_list_however_the_chair_words_it(read_out: str, items: list[str]) -> None:
    """A sentence on what was promised announces the item right below it; items on one line are items; what has no mark goes on."""
    answer = ("Jansen", "Ik stuur de Kamer voor de zomer een brief over de stallingen. Ik zal de treinen met het bedrijf bespreken.")
    ledger = found(ASK, answer, ("Voorzitter", read_out))
    assert sorted(c.listed.text for c in ledger if c.listed) == sorted(items)


@pytest.mark.parametrize(
    ("read_out", "items"),
    [
        ("De minister laat voor het einde van dit kwartaal weten wie dat is. De minister stuurt de cijfers.", ["wie dat is", "de cijfers"]),
        ("De minister stuurt de brief voor het tweeminutendebat. De minister spreekt de provincie.", ["de brief", "de provincie"]),
        ("De minister schrijft voordat er over de wet wordt gestemd. De minister belt de gemeente.", ["over de wet", "de gemeente"]),
        ("De minister brengt dank aan de vissers over in een brief. De minister stuurt de kaart.", ["de vissers", "de kaart"]),
        (
            "De eerste is dat de minister de kaart stuurt. Dank daarvoor aan de minister. De tweede is dat de minister schrijft.",
            ["de kaart", "schrijft"],
        ),
        ("De minister stuurt de kaart. Ik dank de minister daarvoor. De staatssecretaris stuurt een brief.", ["de kaart", "een brief"]),
        # it ends all the same
        ("De minister stuurt de kaart. Ik dank de minister. De minister gaat nu naar huis.", ["de kaart"]),
        ("De minister stuurt de kaart. Er is een tweeminutendebat aangevraagd. De minister wordt daarvoor uitgenodigd.", ["de kaart"]),
        ("De minister stuurt de kaart. Over de moties wordt dinsdag gestemd. De minister krijgt van ons een bos bloemen.", ["de kaart"]),
        ("De minister stuurt de kaart. Daarmee is een einde gekomen aan dit debat. De minister komt in juni weer.", ["de kaart"]),
    ],
)
def test_what_may_close_a_list_may_stand_in_an_item(read_out: str, items: list[str]) -> None:
    turns = debate(
        ("Bakker", "Een vraag over de sluis."), ("Jansen", "Daar ga ik op in."), ("Voorzitter", f"Ik lees de toezeggingen voor. {read_out}")
    )
    listed = [item.text for item in chair_list(turns)]
    assert len(listed) == len(items), listed
    assert all(words in text for words, text in zip(items, listed, strict=True)), listed


def test_lines_under_a_colon_are_items_whatever_their_verb() -> None:
    """ "Dan heb ik genoteerd:" and a line for each: a verb that stands on no list, and a line without who does it."""
    read_out = "Dan heb ik genoteerd:\nDe minister wijst het bedrijf op de stallingen.\nIn de monitor komt een hoofdstuk over de treinen."
    ledger = found(ASK, ("Jansen", "Ik zal het bedrijf op de stallingen wijzen."), ("Voorzitter", read_out))
    assert [(c.origin, c.listed and c.listed.text) for c in ledger] == [
        ("both", "De minister wijst het bedrijf op de stallingen."),
        ("chair_list", "In de monitor komt een hoofdstuk over de treinen."),
    ]


def test_what_is_said_in_a_row_on_the_list_are_items() -> None:
    """ "De bollen worden genoemd in de Landbouwraad." right after an item is another, and "mevrouw X krijgt" says whose it is."""
    read_out = (
        "Ik loop na wat er is toegezegd. De minister stuurt een brief over de stallingen. De treinen worden genoemd in de Spoorraad. "
        "En mevrouw Van Dijk krijgt een overzicht van de bussen. Dank u wel."
    )
    ledger = found(ASK, ("Jansen", "Ik stuur de Kamer een brief over de stallingen."), ("Van Dijk", "En de bus?"), ("Voorzitter", read_out))
    assert [c.origin for c in ledger] == ["both", "chair_list", "chair_list"]
    assert ledger[2].to == (Addressee("Van Dijk", "Rood"),)


def test_when_an_item_comes_is_no_item_of_its_own() -> None:
    """A member asks when, the minister says so, the chair notes it: that is the term of the item."""
    answer = ("Jansen", "Ik stuur de Kamer een brief over de stallingen.")
    read_out = ("Voorzitter", "De toezeggingen. – De minister stuurt een brief over de stallingen. Dat was het.")
    when = (
        ("Bakker", "Wanneer komt die brief over de stallingen?"),
        ("Jansen", "Voor het eind van de zomer."),
        ("Voorzitter", "Dat zet ik erbij."),
    )
    (one,) = found(ASK, answer, read_out, *when)
    assert one.origin == "both" and one.deadline == Deadline("Voor het eind van de zomer", None, "2020-08-31")


def test_a_promise_has_the_day_it_points_back_at() -> None:
    """ "Dat gesprek is op 11 februari. Ik breng het dan ter sprake." is for that day; what others do on a day is no term."""
    talk = "Mevrouw Bakker wil dat ik het bedrijf spreek. Dat gesprek is op 11 februari. Ik breng de stallingen dan ter sprake."
    (one,) = found(ASK, ("Jansen", talk))
    assert one.deadline == Deadline("op 11 februari", "2020-02-11", "2020-02-11")
    assert one.dated is not None and one.dated.text == "Dat gesprek is op 11 februari."
    speech = (
        "De bus rijdt. Dat gaat goed. De trein ook. Het kan altijd beter. Mevrouw Bakker vroeg of ik de inspectie wil vragen hoe dat zit. "
    )
    visit = "Dat bespreek ik met de inspectie. In mei spreek ik de burgemeesters over iets anders."
    (other,) = found(("Bakker", "De bus rijdt niet. " * 20), ("Voorzitter", "De minister."), ("Jansen", speech + visit))
    assert other.deadline is None


def test_a_named_member_is_answered() -> None:
    """ "Mevrouw Van Dijk wil een onderzoek": what is done about it is hers, though nothing was asked in so many words."""
    speeches = ("Bakker", "Hoe staat het met de bus? " * 10), ("Van Dijk", "Ik wil een onderzoek naar de perrons. " * 10)
    said = "De heer Bakker vroeg naar de bus. Die rijdt. Mevrouw Van Dijk wil een onderzoek. Ik ga bij het bedrijf na of dat kan."
    (one,) = found(*speeches, ("Voorzitter", "De minister."), ("Jansen", said))
    assert one.to == (Addressee("Van Dijk", "Rood"),)


def test_when_another_body_does_something_is_no_promise() -> None:
    """A council's advice in November answers when, and is nobody's promise; when the letter comes is."""
    when = ("Bakker", "Wanneer is daar meer over bekend, minister?")
    assert found(when, ("Jansen", "De Gezondheidsraad komt naar verwachting in november met zijn advies.")) == ()
    (one,) = found(("Bakker", "Wanneer komt de minister met die brief?"), ("Jansen", "De brief komt in februari."))
    assert one.deadline is not None and one.deadline.start == "2020-02-01"


def test_what_the_kamer_will_have_is_promised() -> None:
    """ "U heeft dat binnen een maand." says when it comes; what was had or asked, or comes every year, is no promise."""
    (one,) = found(ASK, ("Jansen", "Het contract kan openbaar. U heeft dat binnen een maand."))
    assert one.deadline == Deadline("binnen een maand", None, "2020-01-05")
    assert found(ASK, ("Jansen", "Die monitor heeft u elk jaar in juni.")) == ()
    assert found(ASK, ("Jansen", "U heeft daar voor de zomer naar gevraagd.")) == ()


def test_what_is_taken_back_later_is_no_promise() -> None:
    """Who says to have promised too much promises what he says instead, and no more."""
    much = "Ik zeg toe dat alle stallingen voor 1 maart open zijn."
    less = "Daar ben ik te stellig geweest. Wat ik wel kan toezeggen, is dat ik de Kamer in maart laat weten hoe het staat."
    ledger = found(ASK, ("Jansen", much), ("Bakker", "Is dat een harde toezegging?"), ("Jansen", less))
    assert [c.quote.text.split(".")[-2].strip()[:30] for c in ledger] == ["Wat ik wel kan toezeggen, is d"]


def test_whose_commitments_follow_stands_above_them() -> None:
    """Under "dan die van de staatssecretaris" an item is hers, and one that a member misses is added under its number."""
    said = (
        "Voorzitter",
        "Dan de toezeggingen.\n– De minister stuurt een brief over de stallingen.\nDan die van de staatssecretaris.\n– Een overzicht van de treinen.",
    )
    answers = ("Jansen", "Ik stuur de Kamer een brief over de stallingen."), ("Smit", "Het gaat goed met de bus.")
    fifth = (
        ("Van Dijk", "En de perrons dan?"),
        ("Voorzitter", "Dat is dan de derde toezegging: de minister spreekt de gemeenten over perrons."),
    )
    ledger = found(ASK, *answers, said, *fifth)
    assert [(c.speaker, c.origin) for c in ledger] == [("Jansen", "both"), ("Smit", "chair_list"), ("Jansen", "chair_list")]
    assert ledger[2].to == (Addressee("Van Dijk", "Rood"),)


def test_a_promise_said_again_is_one() -> None:
    """What points back at the piece promised before, to the same member or with the same term to another, is no promise of its own."""
    letter = ("Jansen", "Ik zal de Kamer daar voor de zomer een brief over sturen.")
    again = ("Bakker", "Komen de kosten daar ook in?"), ("Jansen", "Ja. Dus voor de zomer komt die brief, met de kosten.")
    other = ("Van Dijk", "Wanneer is dat?"), ("Jansen", "Nog voor de zomer stuur ik die brief over de stallingen.")
    assert [c.quote.text for c in found(ASK, letter, *again, *other)] == [letter[1]]
    two = found(ASK, letter, ("Van Dijk", "En de treinen?"), ("Jansen", "Over de treinen stuur ik de Kamer in december een overzicht."))
    assert len(two) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Ik laat dat onderzoeken. De uitkomst stuur ik u voor de zomer.",
        "Ik zoek uit hoe het met de herplant zit. De Kamer ontvangt de resultaten voor de zomer.",
    ],
)
def test_a_study_and_its_outcome_are_one_promise(said: str) -> None:
    """What comes of a study, in the next sentence, is the same promise, and has the term."""
    (one,) = found(*SPEECHES, ("Jansen", f"Mevrouw Van Dijk vroeg naar herplant op dezelfde plek. {said}"))
    assert one.quote.text == said and one.deadline is not None and one.deadline.text == "voor de zomer"


def test_a_yes_to_a_topic_is_shown_with_what_is_done() -> None:
    """ "Het register: dat wil ik graag doen." says to what, the next sentence what and by when; the sentence before it is of something else."""
    said = "Het meldpunt voor iepen: dat wil ik graag doen. Ik laat op de website van de provincie een meldpunt maken, daar mag u mij in mei op afrekenen."
    (one,) = found(*SPEECHES, ("Jansen", f"Mevrouw Van Dijk vroeg naar herplant. Dat is aan de gemeente. {said}"))
    assert one.quote.text == said and one.deadline is not None and one.deadline.text == "in mei"


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("De lijst met gevelde bomen krijgt mevrouw Van Dijk binnen zes weken.", True),
        ("Ik geef dat aan hem door en vraag hem u schriftelijk te antwoorden.", True),
        ("Wat ik wel doe: voor Pasen open ik een loket voor boseigenaren, en daar mag mevrouw Van Dijk mij aan houden.", True),
        ("De regeling wordt met drie jaar verlengd; dat staat in de brief die vanmorgen naar uw Kamer is gegaan.", False),  # is done
        ("Ik stuur u de lijst in mei; meer kan ik er nu niet over zeggen.", True),
        ("De heer Bakker krijgt de telling niet, maar mevrouw Van Dijk krijgt in mei haar zin.", False),
        ("Boseigenaren krijgen in 2026 minder geld, zeg ik tegen mevrouw Van Dijk.", False),
        ("Boseigenaren krijgen binnen zes weken schriftelijk bericht van hun gemeente.", False),
        ("Mevrouw Van Dijk krijgt morgen het woord van de voorzitter.", False),
        ("Ik zal ingaan op de vragen in het schriftelijk overleg.", False),
    ],
)
def test_what_somebody_gets_or_may_count_on_is_promised_and_what_is_done_is_not(said: str, made: bool) -> None:
    """Whoever gets it is told by name, and what others answer in writing is not how this one answers; a letter that went is news."""
    turns = found(*SPEECHES, ("Jansen", f"Mevrouw Van Dijk vroeg naar herplant. {said}"))
    assert [c.quote.text for c in turns] == ([said] if made else [])


@pytest.mark.parametrize(
    ("lead", "after", "term"),
    [
        ("Tegen mevrouw Van Dijk zeg ik", "Ik kom voor de zomer met cijfers over de iepen.", "voor de zomer"),
        ("Het antwoord is", "De iepen pak ik aan.", None),
        ("De iepen in Assen", "Ik ga voor de zomer naar Assen.", None),
    ],
)
def test_a_yes_is_shown_with_what_was_asked_where_what_stands_before_it_tells_no_more(lead: str, after: str, term: str | None) -> None:
    """A lead-in is no topic, and what is done elsewhere is not what the yes is to."""
    asked = "Kan de minister een brief over de iepen sturen?"
    one = found(("Jansen", LONG), ("Van Dijk", asked), ("Jansen", f"{lead}: dat zal ik doen. {after}"))[0]
    assert one.asked is not None and one.asked.text == asked and after not in one.quote.text
    assert (one.deadline.text if one.deadline else None) == term


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("De cijfers krijgt mevrouw Van Dijk voor de zomer.", True),
        ("De heer Bakker krijgt voor de zomer de cijfers.", True),
        ("Mevrouw Van Dijk ontvangt de stukken volgende week.", True),
        ("De heer Bakker krijgt dat in mei.", True),
        ("Die krijgt de heer Bakker in mei.", True),
        ("Mevrouw Van Dijk krijgt dat voor Pasen schriftelijk.", True),
        ("De analyse krijgt de heer Bakker voor 1 maart.", True),
        ("De notitie ontvangt mevrouw Van Dijk binnen twee weken.", True),
        ("De uitkomsten van het onderzoek ontvangt de heer Bakker in september.", True),
        ("De heer Bakker krijgt binnen twee weken een schriftelijk antwoord.", True),
        ("Mevrouw Van Dijk krijgt in april een brief.", True),
        ("Voor de zomer krijgt mevrouw Van Dijk de lijst.", True),
        ("De heer Bakker krijgt volgende week per brief antwoord.", True),
        ("De lijst met gevelde bomen krijgt mevrouw Van Dijk binnen zes weken.", True),
        ("In mei ontvangt de heer Bakker die gegevens.", True),
        ("Mevrouw Van Dijk krijgt dus voor de zomer een overzicht van de sluizen.", True),
        ("Dat overzicht krijgt mevrouw Van Dijk begin mei.", True),
        ("Mevrouw Inge van Dijk ontvangt voor de zomer alle rapporten.", True),
        ("De heer Bakker krijgt de telling niet, maar mevrouw Van Dijk krijgt in mei haar zin.", False),
        ("Boseigenaren krijgen in 2026 minder geld, zeg ik tegen mevrouw Van Dijk.", False),
        ("Boseigenaren krijgen binnen zes weken schriftelijk bericht van hun gemeente.", False),
        ("Mevrouw Van Dijk krijgt morgen het woord van de voorzitter.", False),
        ("De heer Bakker krijgt in 2025 zijn zin.", False),
        ("De heer Bakker krijgt voor de zomer gelijk.", False),
        ("Mevrouw Van Dijk krijgt in mei de kans om daarover te spreken.", False),
        ("De heer Bakker krijgt de ruimte in mei.", False),
        ("De heer Bakker heeft in mei de cijfers gekregen.", False),
        ("Mevrouw Van Dijk kreeg de cijfers vorig jaar.", False),
        ("Wat mevrouw Van Dijk in mei krijgt, is aan haar.", False),
        ("Mevrouw Van Dijk krijgt in 2026 te maken met de nieuwe wet.", False),
        ("De gemeente Assen krijgt de subsidie in mei.", False),
        ("De mensen voor wie mevrouw Van Dijk opkomt, krijgen in mei de toeslag.", False),
        ("Mevrouw Van Dijk krijgt op dat punt in mei gelijk.", False),
        ("De heer Bakker krijgt in 2026 geld noch steun.", False),
        ("Mevrouw Van Dijk krijgt van de heer Bakker in mei een taart.", False),
        ("De steun krijgt mevrouw Van Dijk in 2026.", False),
        ("Mevrouw Van Dijk krijgt bijval dat het in mei slechter wordt.", False),
        ("Mevrouw Van Dijk krijgt volgend jaar vast een andere minister.", False),
        ("Mevrouw Van Dijk krijgt over een maand haar eigen debat.", False),
        ("De heer Bakker krijgt in mei de lijst van zijn gemeenten.", True),
        ("De heer Bakker krijgt in juni een lintje.", False),
        ("De rekening krijgt de heer Bakker volgend jaar.", False),
        ("De schuld krijgt mevrouw Van Dijk volgende week.", False),
        ("Mevrouw Van Dijk ontvangt morgen een koninklijke onderscheiding.", False),
        ("Mevrouw Van Dijk krijgt volgende week een nieuwe collega.", False),
        ("De heer Bakker krijgt in 2027 een andere minister.", False),
        ("De heer Bakker krijgt volgend voorjaar de vruchten van dit beleid te zien.", False),
        ("Het bedrag krijgt de heer Bakker van de griffie in mei.", False),
        ("Dit cadeau krijgt mevrouw Van Dijk in december.", False),
    ],
)
def test_what_a_member_gets_by_a_day_is_promised_whatever_it_is_called(said: str, made: bool) -> None:
    """A piece has an article or is "dat"; who is right, has the floor or gets their way gets none."""
    ledger = found(("Bakker", LONG), ("Van Dijk", "Hoeveel bomen zijn er gekapt?"), ("Jansen", said))
    assert [(c.quote.text, c.to[0].name.lower() in said.lower() and c.deadline is not None) for c in ledger] == (
        [(said, True)] if made else []
    )


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("De lijst krijgt de heer Veenstra voor de zomer.", ()),
        ("Ik stuur mevrouw El Idrissi voor de zomer een brief.", ()),
        ("De lijst krijgt mevrouw Van Dijk voor de zomer.", ("Van Dijk",)),
        ("Ik stuur u voor de zomer een brief.", ("Van Dijk",)),
        ("Ik geef de heer Veenstra gelijk en ik stuur in mei een brief.", ("Van Dijk",)),
        ("Ik zeg mevrouw de voorzitter toe dat ik voor de zomer een brief stuur.", ("Van Dijk",)),
    ],
)
def test_what_is_promised_to_one_who_did_not_speak_is_to_nobody_else(said: str, to: tuple[str, ...]) -> None:
    """Who asked is not promised what another is to get."""
    (one,) = found(("Bakker", LONG), ("Van Dijk", "Hoeveel bomen zijn er gekapt?"), ("Jansen", said))
    assert tuple(t.name for t in one.to) == to


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("Ik zal de vragen van de leden schriftelijk beantwoorden voor de zomer.", True),
        ("De vragen over de wachtlijsten ga ik binnen twee weken schriftelijk beantwoorden.", True),
        ("Op die vragen krijgt u schriftelijk antwoord voor het reces.", True),
        ("De overige vragen zal ik u schriftelijk toesturen.", True),
        ("De vragen van mevrouw Van Dijk zal ik schriftelijk doen toekomen in mei.", True),
        ("Ik zal dat schriftelijk uitleggen aan de Kamer in mei.", True),
        ("Ik zal de uitkomsten schriftelijk aan u toelichten voor de zomer.", True),
        ("Dat zal ik schriftelijk toelichten.", True),
        ("Ik zal dat per brief schriftelijk aangeven.", True),
        ("Ik ga schriftelijk in op de vragen over de wachtlijsten.", True),
        ("Ik geef dat aan hem door en vraag hem u schriftelijk te antwoorden.", True),
        ("Die vragen zal ik schriftelijk beantwoorden.", True),
        ("De vragen die u stelde, zal ik schriftelijk beantwoorden.", True),
        ("Ik zeg toe dat ik de overige vragen schriftelijk beantwoord.", True),
        ("Ik zal in het schriftelijk overleg ingaan op de vragen.", False),
        ("Ik zal ingaan op de vragen in het schriftelijk overleg.", False),
        ("Ik zal ingaan op de vragen die u schriftelijk stelde.", False),
        ("Ik ga nu in op de vragen, want u heeft ze schriftelijk gehad.", False),
        ("Ik zal de vragen beantwoorden die de heer Bakker schriftelijk heeft gesteld.", False),
        ("Ik zal kort zijn over de vragen, omdat ze al schriftelijk zijn beantwoord.", False),
        ("Ik zal ingaan op de schriftelijke vragen.", False),
        ("Ik ga in op de vragen die ik schriftelijk kreeg.", False),
        ("Zoals u schriftelijk vroeg, zal ik ingaan op de wachtlijsten.", False),
        ("De vragen uit het schriftelijk verslag ga ik nu beantwoorden.", False),
        ("Ik zal ingaan op de vragen over de wachtlijsten.", False),
        ("Ik begin met de vragen die schriftelijk zijn ingediend.", False),
        ("Ik zal nu antwoorden op de schriftelijk gestelde vragen.", False),
        ("Ik zal dat zo toelichten, ook al is het schriftelijk al gedaan.", False),
        ("Ik zal op alle vragen ingaan, mondeling of schriftelijk.", False),
        ("Ik kom zo op uw vragen, ook die welke u schriftelijk stelde.", False),
        ("De vragen zal ik, zoals u weet, schriftelijk beantwoorden.", True),
        ("Ik zal de vragen, ook die van de heer Bakker, schriftelijk beantwoorden.", True),
    ],
)
def test_an_answer_in_writing_is_promised_and_what_others_wrote_is_not(said: str, made: bool) -> None:
    """How one answers here and now is no promise, in writing it is."""
    ledger = found(("Bakker", LONG), ("Van Dijk", "Kan de minister ingaan op de vragen over de wachtlijsten?"), ("Jansen", said))
    assert [c.quote.text for c in ledger] == ([said] if made else [])


VERDICT = "De motie op stuk nr. 31 van de heer Bakker ontraad ik."


@pytest.mark.parametrize(
    ("said", "made"),
    [
        (f"{VERDICT} Dat heeft met geld te maken. We gaan eerst onderzoeken waar de groei precies in zit.", 0),
        ("De motie op stuk nr. 31 vraagt om geld. We gaan eerst onderzoeken waar de groei in zit. Daarom ontraad ik de motie.", 0),
        (f"{VERDICT} Wel gaan we de vissers bij het plan betrekken.", 1),
        (f"{VERDICT} Dat zullen we onderzoeken.", 1),
        (f"{VERDICT} We zullen de sector betrekken.", 1),
        (f"{VERDICT} Natuurlijk blijven we monitoren.", 1),
        (f"{VERDICT} We gaan in mei de vissers spreken.", 1),
        (f"{VERDICT} We gaan met mevrouw Van Dijk in gesprek.", 1),
        (f"{VERDICT} Mevrouw Van Dijk vroeg naar de bruggen. We gaan alle bruggen onderzoeken op roest.", 1),
        (f"{VERDICT} Over de bruggen: we gaan alle bruggen onderzoeken op roest.", 1),
        (f"{VERDICT} Dan kom ik bij de bruggen. We gaan alle bruggen onderzoeken op roest.", 1),
        (f"{VERDICT} We gaan de Kamer daarover informeren.", 1),
        (f"{VERDICT}\nWe gaan eerst onderzoeken waar de groei precies in zit.", 1),
        (f"{VERDICT} De motie op stuk nr. 33 krijgt oordeel Kamer. We gaan eerst onderzoeken waar de groei precies in zit.", 1),
        ("De motie op stuk nr. 31 krijgt oordeel Kamer. We gaan eerst onderzoeken waar de groei precies in zit.", 1),
        ("Roken ontraad ik. We gaan eerst onderzoeken waar de groei precies in zit.", 1),
        # how a motion is read
        ("Ik geef de motie oordeel Kamer, mits ik die zo mag lezen dat ik u in het voorjaar kan informeren.", 0),
        ("Mits ik de motie zo mag lezen dat ik u in mei informeer, geef ik oordeel Kamer.", 0),
        ("Oordeel Kamer, mits het om bomen gaat, en ik stuur u in mei een brief.", 1),
        ("Ik stuur u in mei een brief en ik geef de motie oordeel Kamer, mits u mij dat gunt.", 1),
        ("Ik kan u in mei een brief sturen, mits de cijfers er zijn.", 1),
        ("Ik geef de motie oordeel Kamer en ik zal de Kamer in mei informeren.", 1),
    ],
)
def test_why_a_motion_is_advised_against_and_how_it_is_read_promise_nothing(said: str, made: int) -> None:
    """What the government offers instead, or promises beside the verdict, does."""
    opens = "Dank u wel, voorzitter. Ik begin meteen. Er liggen moties. Ik loop ze na."
    assert len(found(("Bakker", LONG), ("Van Dijk", LONG), ("Jansen", f"{opens} {said}"))) == made


WHY = "u weet dat ik er naar streef om de staat van de bomen vast te stellen op basis van de echte staat van de bomen in het hele land."


@pytest.mark.parametrize(
    ("asked", "reply", "made"),
    [
        ("Mijn verzoek is of de minister die maat zou willen hanteren.", f"Zeker, want {WHY}", True),
        ("Mijn verzoek is of de minister die maat zou willen hanteren.", f"Ja, omdat {WHY}", True),
        ("Mijn verzoek is of de minister die maat zou willen hanteren.", f"Zeker, maar {WHY}", False),
        ("Mijn verzoek is of de minister die maat zou willen hanteren.", f"Zeker niet, want {WHY}", False),
        ("Vindt de minister bomen ook mooi?", f"Zeker, want {WHY}", False),
        ("Hoe staat het daarmee?", "Ik heb een lang antwoord en stel voor dat ik dat op schrift stel en aan de Kamer toestuur.", True),
        ("Hoe staat het daarmee?", "De lijst die ik u toestuur, is compleet.", False),
        ("Hoe staat het daarmee?", "Het lijkt me goed als ik de Kamer die lijst toestuur.", False),
        ("Hoe staat het daarmee?", "Het overzicht dat ik mevrouw Van Dijk toestuur, is van mei.", False),
        ("Kan de minister de Kamer die cijfers toesturen?", "Ik wil dat ik dat voor de zomer toestuur.", True),
        (
            "Mijn verzoek is of de minister die maat zou willen hanteren.",
            f"Ja, want {WHY.rstrip('.')}, maar we moeten het nog bezien.",
            False,
        ),
        ("Mijn verzoek is of de minister die maat zou willen hanteren.", f"Zeker, want dat is een goede vraag, {WHY}", False),
        ("Hoe staat het daarmee?", "Ik zie de klok en stel voor dat ik nu verderga met de bomen.", False),
    ],
)
def test_a_yes_is_one_however_long_its_reason_is(asked: str, reply: str, made: bool) -> None:
    """To a request; and "dat ik het aan de Kamer toestuur" is a letter."""
    assert bool(found(("Bakker", LONG), ("Van Dijk", asked), ("Jansen", reply))) is made


def test_the_outcome_of_something_else_is_another_promise() -> None:
    """An outcome that says of what is not that of the study before it."""
    second = "De uitkomst van de proef met iepen stuur ik u voor de zomer."
    ledger = found(*SPEECHES, ("Jansen", f"Mevrouw Van Dijk vroeg naar herplant. Ik ga na hoeveel bomen zijn herplant. {second}"))
    assert [(c.quote.text, c.deadline is not None) for c in ledger] == [("Ik ga na hoeveel bomen zijn herplant.", False), (second, True)]


def test_a_promise_for_another_case_is_one_of_its_own() -> None:
    """ "Als de tellingen tegenvallen, stuur ik een brief" is more than the tellings that come every year; that term is yearly."""
    yearly, case = "Elk jaar in maart krijgt de Kamer de telling.", "Als de tellingen tegenvallen, stuur ik daar een brief over."
    ledger = found(ASK, ("Jansen", f"{yearly} {case}"))
    assert [c.quote.text for c in ledger] == [yearly, case]
    assert [c.deadline for c in ledger] == [Deadline("Elk jaar in maart", "2020-03-01", "2020-03-31"), None]
    calendar = commitments_ics(about(), ledger)
    assert calendar.count("RRULE:FREQ=YEARLY\r\n") == 1
    assert "RRULE" not in commitments_ics(about(), found(ASK, ("Jansen", "In maart krijgt de Kamer de telling.")))


def test_the_letter_on_the_list_is_the_promise_that_has_its_term() -> None:
    """ "Daar ben ik toe bereid. Ik stuur voor 1 februari een brief." is, where the chair reads out the letter, that letter."""
    letter = "Ik zal de Kamer vóór 1 februari een brief sturen over de uitkomst van dat gesprek over de stallingen."
    read_out = (
        "Voorzitter",
        "De toezeggingen. – De minister stuurt de Kamer vóór 1 februari een brief over het gesprek over de stallingen.",
    )
    (one,) = found(ASK, ("Jansen", f"Daar ben ik toe bereid. {letter}"), read_out)
    assert one.quote.text == letter and one.origin == "both" and [q.text for q in one.more] == ["Daar ben ik toe bereid."]


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("Ik zie de provincies in mei over de wegen, en ik hoop de lanen daar aan te kaarten.", False),
        ("De provincies spreek ik toch al in mei over de wegen. Ik ben van plan de lanen daar in te brengen.", False),
        ("Ik zie de provincies in mei, en ik zal de lanen daar aankaarten.", True),
    ],
)
def test_what_is_meant_to_be_said_somewhere_is_an_intention(said: str, made: bool) -> None:
    """Whom one sees in May is promised to nobody where what would be said there is only intended; what will be said there is."""
    asked = ("Bakker", "Wil de minister met de provincies in gesprek over de lanen?")
    assert len(found(*SPEECHES, ("Jansen", "Dank."), asked, ("Jansen", said))) == made


def test_what_is_done_somewhere_in_answer_to_a_question_has_its_day() -> None:
    """The yes to a question that is retold takes the day on which, in the next sentence, the deed is done."""
    speech = (
        "Bakker",
        "Groen wil dat de dijkwacht met Duitsland wordt geregeld. Gaat de minister daarover het overleg aan met haar collega? " + LONG,
    )
    said = "De heer Bakker vroeg of ik het overleg met Duitsland wil aangaan. Dat doe ik graag. Ik zie haar in maart in de Rijncommissie en ik zal de dijkwacht daar agenderen."
    (one,) = found(speech, ("Voorzitter", "De minister."), ("Jansen", LONG + "\n" + said))
    assert one.deadline is not None and (one.deadline.text, one.deadline.end) == ("in maart", "2020-03-31")


def test_a_list_in_plain_sentences_under_any_word_for_it() -> None:
    """Once the debate is over, who will do what right after "de toezeggingen" is the list, however the chair announces it."""
    ledger = found(
        ("Bakker", LONG + " Wanneer komt de toets?"), ("Jansen", LONG + " De toets stuur ik in maart."),
        ("Voorzitter", "Dank u wel. Dan doe ik nog even de toezeggingen, pak uw pen erbij. De minister stuurt de toets in maart naar de Kamer. "
         "Er komt voor het einde van 2025 een monitor, toegezegd aan mevrouw Bakker."),
    )  # fmt: skip
    assert [c.origin for c in ledger] == ["both", "chair_list"]
    thanks = "Dank u wel. De toezeggingen staan genoteerd. De minister dank ik voor zijn komst en ik sluit de vergadering."
    assert all(c.listed is None for c in found(("Bakker", LONG), ("Jansen", LONG), ("Voorzitter", thanks)))


@pytest.mark.parametrize(
    "said",
    [
        "Er is gevraagd naar de sokkels. Ik zal daar bondig over zijn.",
        "Ik zal mijn beantwoording indelen in vier onderdelen.",
        "Ik zal trachten in dezelfde geest te antwoorden.",
        "Ik voeg daar iets aan toe over de regeling.",
        "Ik zal kort zijn over de sokkels.",
        "Ik zal nu ingaan op de cijfers in het actieplan.",
        "Over de sokkels zal ik me tot de hoofdlijnen beperken.",
        "Ik ben opgeleid als smid, dus over sokkels zal ik mij hier terughoudend opstellen.",
        "Ik heb zelf weleens een sokkel omgegooid, dus ik zal bescheiden zijn.",
        "Ik zal daar heel helder over zijn.",
    ],
)
def test_how_one_will_answer_is_no_promise(said: str) -> None:
    """What a minister says of the reply itself is promised to nobody."""
    asked = ("Bakker", LONG + " Hoe staat het met de regeling en de sokkels?")
    assert not found(asked, ("Jansen", said))
    for promise in (
        "Ik zal me tot de sokkels beperken en u daarover een brief sturen.",
        "Ik zal in een brief ingaan op de vraag over de sokkels.",
    ):
        assert len(found(asked, ("Jansen", promise))) == 1


DESK = ("Van Dijk", "Voorzitter. Wij zijn bezorgd over de verenigingen in de dorpen. Komt er voor de verenigingen een vast aanspreekpunt?")
BUDGET = ("Bakker", "Voorzitter. Een vraag van mij is nog niet beantwoord. Heeft het COA budget voor zwemles?")
COLLEAGUE = ("Jansen", "De heer Van Dijk vroeg of ik Vlaanderen noem. De motie van de heer Bakker wacht ik af.")


@pytest.mark.parametrize(
    ("said", "to", "term"),
    [
        (
            "Een aanspreekpunt lijkt me een goed idee. Dat ga ik regelen. De heer Van Dijk krijgt nog dit kwartaal een naam.",
            ["Van Dijk"],
            "dit kwartaal",
        ),
        ("De heer Van Dijk vroeg om een aanspreekpunt. Dat lijkt me een goed idee. Dat ga ik regelen.", ["Van Dijk"], None),
        ("De heer Van Dijk vroeg of ik Vlaanderen meeneem. Ja, dat doe ik.", ["Van Dijk"], None),
        ("De heer Van Dijk vroeg om een aanspreekpunt. Dat is een goede vraag. Dat ga ik nu uitleggen.", [], None),
        ("De heer Van Dijk vroeg of ik dat herken. Ja, dat doe ik.", [], None),
        ("De heer Van Dijk vroeg of ik zijn analyse deel. Ja, dat doe ik.", [], None),
    ],
)
def test_a_yes_that_leans_is_to_whom_the_sentences_beside_it_name(said: str, to: list[str], term: str | None) -> None:
    ledger = found(DESK, BUDGET, COLLEAGUE, ("Smit", f"{said} De heer Bakker vroeg naar het COA. Dat valt onder mijn collega."))
    assert [a.name for c in ledger for a in c.to] == to
    assert [c.deadline.text if c.deadline else None for c in ledger] == [term] * len(to)


def test_a_promise_is_shown_from_the_sentence_that_says_what_it_is_about() -> None:
    said = "De bond meldt dat de premie bij veel verenigingen verdubbeld is. Het is dus geen incident. Ik zal daarover het gesprek met de bond aangaan."
    (one,) = found(DESK, ("Smit", said))
    assert one.quote.text == said


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("Wat ik wel kan doen, is bij de evaluatie een kabinetsreactie voegen.", True),
        ("Het plan voor jonge vrijwilligers ga ik met hen maken.", True),
        ("Wat ik niet kan doen, is het plan naar voren halen.", False),
        ("Wat ik nu ga doen, is uw vragen beantwoorden.", False),
        ("Wat ik kan doen is beperkt, want de bond gaat daarover.", False),
        ("Wat we gaan doen is afhankelijk van het rapport van de commissie.", False),
        ("Wat wij kunnen doen, is al gedaan in het vorige convenant.", False),
        ("Wat ik wel wil doen, is benadrukken dat zij altijd kunnen klagen.", False),
        ("Ik ga met de bond in gesprek, maar ik kan niet beloven dat het lukt.", True),
        ("Ik ga dat onderzoeken, maar dat de vog gratis wordt, kan ik niet toezeggen.", True),
        ("We gaan dat samen met de bond maken.", False),
        ("Wat ik kan zeggen, is dat het goed gaat.", False),
        ("Ik wil best bekijken of het in het programma past, maar toezeggen kan ik dat nu niet.", False),
    ],
)
def test_what_one_can_do_and_what_was_asked_to_be_done_is_promised(said: str, made: bool) -> None:
    asked = "Voorzitter. De vrijwilligers zijn oud. Ik verzoek de minister om met de bond een plan te maken voor jonge vrijwilligers."
    assert bool(found(("Bakker", asked), ("Jansen", f"Voorzitter. Dan de verenigingen. {said} De vog blijft gratis."))) == made


def test_a_bare_yes_is_shown_with_its_question_whatever_stands_behind_it() -> None:
    asked = "Kan de minister toezeggen dat de folder geen norm wordt?"
    for yes in ("Zeker, dat zeg ik u toe. Een folder is een folder.", "Dat lijkt me goed. Ik neem dat mee in de opdracht aan het RIVM."):
        (one,) = found(("Bakker", asked), ("Jansen", yes))
        assert one.asked is not None and one.asked.text == asked


def test_when_a_letter_comes_belongs_to_the_letter() -> None:
    ledger = found(
        ("Bakker", "Voorzitter. Kan het diploma in het volgsysteem worden opgenomen?"),
        ("Jansen", "De heer Bakker vroeg naar het volgsysteem. Dat raakt aan de privacy. Ik kom daar in een brief op terug."),
        ("Bakker", "Fijn dat er een brief komt. Mag ik vragen wanneer wij die tegemoet kunnen zien?"),
        ("Jansen", "Die ontvangt uw Kamer uiterlijk 1 september."),
    )
    assert [(c.quote.turn.number, c.deadline.text if c.deadline else None) for c in ledger] == [(2, "uiterlijk 1 september")]


def test_what_an_item_reads_out_beside_its_own_term_is_of_the_item_too() -> None:
    read_out = "De minister stuurt in het vierde kwartaal van 2020 een overzicht van de wachtlijsten per gemeente, zo mogelijk met een tussenstand in juni."
    ledger = found(
        ("Bakker", "Voorzitter. Kunnen wij een overzicht van de wachtlijsten per gemeente krijgen?"),
        ("Jansen", "De heer Bakker vroeg naar de wachtlijsten. Het overzicht per gemeente stuur ik u in het vierde kwartaal van 2020."),
        ("Bakker", "Het vierde kwartaal vind ik laat. Kan dat niet eerder?"),
        ("Jansen", "Ik zal kijken of er in juni al een tussenstand kan komen."),
        ("Voorzitter", f"Ik lees de toezegging voor. {read_out}"),
    )
    assert [(c.origin, c.deadline.text if c.deadline else None) for c in ledger] == [
        ("both", "in het vierde kwartaal van 2020"),
        ("both", "in juni"),
    ]


def test_a_promise_is_to_whom_it_names() -> None:
    """ "Ik zeg mevrouw Van Dijk toe" is to her, whoever spoke last."""
    said = "Een postzegel kost volgend jaar 1,21 euro. Ik zeg mevrouw Van Dijk toe dat ik de wet voor de zomer naar de Kamer stuur."
    speech = ("Van Dijk", "Gaat de minister zorgen dat post op maandag wordt bezorgd? " * 3)
    (one,) = found(speech, ("Bakker", "Hoeveel winst maakte het bedrijf? " * 8), ("Voorzitter", "De minister."), ("Jansen", said))
    assert one.to == (Addressee("Van Dijk", "Rood"),)
    bills = "Dat bedrag heb ik hier niet. Dat stuur ik mevrouw Van Dijk binnen twee weken toe."
    (two,) = found(speech, ("Bakker", "Hoeveel winst maakte het bedrijf? " * 8), ("Voorzitter", "De minister."), ("Jansen", bills))
    assert two.to == (Addressee("Van Dijk", "Rood"),)
    for gets in (
        "In maart ontvangt mevrouw Van Dijk van mij de resultaten.",
        "Mevrouw Van Dijk krijgt van mij in maart de resultaten.",
        "Op de resultaten kom ik in maart bij mevrouw Van Dijk terug.",
    ):
        asked = ("Voorzitter", "Mevrouw Bakker."), ("Bakker", "Hoeveel winst maakte het bedrijf?")
        (three,) = found(speech, *asked, ("Jansen", f"Het toezicht op de post ligt bij de gemeenten. {gets}"))
        assert three.to == (Addressee("Van Dijk", "Rood"),)


CLOSE = "en gaat over tot de orde van de dag."
MOVED = (
    ("Van Dijk", f"Dank. De Kamer, gehoord de beraadslaging, verzoekt de regering de bomen te tellen, {CLOSE}"),
    (
        "Bakker",
        f"Dank. De Kamer, gehoord de beraadslaging, verzoekt de regering de vijvers te tellen, {CLOSE} De Kamer, verzoekt de hekken te tellen, {CLOSE}",
    ),
    ("Voorzitter", "De minister."),
)


def to_whom(*said: tuple[str, str]) -> list[tuple[str, ...]]:
    """The members each promise is to, where Van Dijk moved motion 31, Bakker 33 and 34."""
    ends = [m.end() for m in re.finditer(re.escape(CLOSE), MOVED[1][1])]
    motions = (Motion(1, 6, len(MOVED[0][1]), "36", "31"), Motion(2, 6, ends[0], "36", "33"), Motion(2, ends[0] + 1, ends[1], "36", "34"))
    turns = debate(*MOVED, *said)
    found = commitments(about(), turns, (), questions(turns, (), motions, "nl"), motions)
    return [tuple(one.name for one in c.to) for c in found]


@pytest.mark.parametrize(
    ("said", "to"),
    [
        (
            "De motie op stuk nr. 31 ontraad ik. De motie op stuk nr. 33 krijgt oordeel Kamer. Ik breng dat namelijk in mei in kaart.",
            ["Bakker"],
        ),
        (
            "De motie op stuk nr. 31 is van mevrouw Van Dijk. De motie op stuk nr. 33 kan ik oordeel Kamer geven. Ik zal dat in mei nagaan.",
            ["Bakker"],
        ),
        ("De motie van mevrouw Van Dijk ontraad ik.\nDan de motie op stuk nr. 33. Die steun ik. Ik zal dat in mei nagaan.", ["Bakker"]),
        ("De motie op stuk nr. 33 van de leden Bakker en Van Dijk krijgt oordeel Kamer. Ik zal dat in mei nagaan.", ["Bakker"]),
        ("De moties op stuk nrs. 31 en 33 ontraad ik. Ik zal dat in mei nagaan.", ["Van Dijk", "Bakker"]),
        (
            "De motie op stuk nr. 33 steun ik. Dat past bij wat verder is gevraagd in de motie op stuk nr. 31. Ik zal dat in mei nagaan.",
            [],
        ),
        (
            "De motie op stuk nr. 33 steun ik. Mevrouw Van Dijk vroeg ook naar de motie op stuk nr. 34. Ik zal dat in mei nagaan.",
            ["Van Dijk"],
        ),
        ("De motie op stuk nr. 33 steun ik. Dan de vraag van mevrouw Van Dijk over de vijvers. Ik zal dat in mei nagaan.", ["Van Dijk"]),
        ("Ik zeg mevrouw Van Dijk toe dat ik de motie op stuk nr. 33 in mei uitvoer.", ["Van Dijk"]),
        ("De motie op stuk nr. 12 van vorig jaar voeren we uit. Ik zal dat in mei nagaan.", []),
        ("Mevrouw Van Dijk vroeg naar de bomen. Daarover gaat ook de motie op stuk nr. 33. Ik zal dat in mei nagaan.", ["Van Dijk"]),
        ("Mevrouw Van Dijk vroeg naar de bomen. De motie op stuk nr. 33 gaat daar ook over. Ik zal dat in mei nagaan.", ["Van Dijk"]),
        (
            "Mevrouw Van Dijk vroeg hoeveel eiken er zijn. Voordat ik dat beantwoord: de motie op stuk nr. 33 ontraad ik. De eiken dan. "
            "Ik zal dat in mei nagaan.",
            ["Van Dijk"],
        ),
        ("De motie op stuk nr. 33 ontraad ik. Die van mevrouw Van Dijk geef ik oordeel Kamer. Ik zal dat in mei nagaan.", []),
        ("De motie op stuk nr. 33 ontraad ik. De motie-Van Dijk geef ik oordeel Kamer. Ik zal dat in mei nagaan.", []),
        ("De motie op stuk nr. 33 ontraad ik.\nDan de vraag over de eiken. Ik zal dat in mei nagaan.", []),
        ("De motie op stuk nr. 31 krijgt oordeel Kamer; de motie op stuk nr. 33 ontraad ik. Ik zal dat in mei nagaan.", []),
        ("De motie op stuk nr. 31 van de heer Bakker ontraad ik. Ik zal dat in mei nagaan.", ["Bakker"]),
        ("Mevrouw Van Dijk vroeg naar de bomen. De motie op stuk nr. 33 ontraad ik. Ik zal dat in mei nagaan.", ["Bakker"]),
        ("De motie op stuk nr. 33 vraagt de vijvers te tellen. Ik zal dat in mei nagaan.", ["Bakker"]),
        (
            "De heer Bakker vroeg naar de bomen. Die staan in de motie op stuk nr. 31, en die ontraad ik. Ik zal dat in mei nagaan.",
            ["Bakker"],
        ),
    ],
)
def test_a_promise_on_a_motion_is_to_who_moved_it_first(said: str, to: list[str]) -> None:
    """Another number is another thing, whoever was named before; who is named on it is spoken to."""
    assert to_whom(("Jansen", said)) == [tuple(to)]


@pytest.mark.parametrize(
    ("reply", "to"),
    [
        ("De motie op stuk nr. 33 blijft ontraden. Ik zal dat in mei nagaan.", ["Van Dijk"]),
        ("De motie op stuk nr. 31 is al uitgevoerd. Ik zal dat in mei nagaan.", ["Van Dijk"]),
        ("Nee, dat kan niet. Dan de motie op stuk nr. 34. Ik zal dat in mei nagaan.", ["Bakker"]),
    ],
)
def test_who_breaks_in_on_a_motion_is_answered_until_another_comes(reply: str, to: list[str]) -> None:
    """Asked about 33 of Bakker and 31: what the reply says of those is for who asks."""
    asked = "Over de motie op stuk nr. 31: kan de minister toezeggen dat de vijvers in kaart komen?"
    assert to_whom(("Jansen", "De motie op stuk nr. 33 ontraad ik."), ("Van Dijk", asked), ("Jansen", reply)) == [tuple(to)]


@pytest.mark.parametrize("chair", [(), (("Voorzitter", "De minister."),)])
@pytest.mark.parametrize(
    ("asked", "reply", "to"),
    [
        (
            "Telt de minister dan ook de eiken?",
            "De motie op stuk nr. 33 gaat over vijvers. Maar ook voor de eiken: ik zal dat in mei nagaan.",
            "Van Dijk",
        ),
        ("Telt de minister dan ook de eiken?", "Zoals ik bij de motie op stuk nr. 33 al zei: ik zal dat in mei nagaan.", "Van Dijk"),
        ("Telt de minister dan ook de eiken?", "Die motie op stuk nr. 33 is geen vraag naar eiken. Ik zal dat in mei nagaan.", "Van Dijk"),
        (
            "Wat doet de minister met de motie van de heer Bakker?",
            "De motie op stuk nr. 33 ontraad ik. Ik zal dat in mei nagaan.",
            "Van Dijk",
        ),
        (
            "Hoe kijkt de minister naar de motie over de vijvers?",
            "De motie op stuk nr. 33 is van de heer Bakker en die ontraad ik. Ik zal dat in mei nagaan.",
            "Van Dijk",
        ),
        ("Telt de minister dan ook de eiken?", "Nee. Dan de motie op stuk nr. 33. Die ontraad ik. Ik zal dat in mei nagaan.", "Bakker"),
    ],
)
def test_a_motion_in_the_reply_to_who_breaks_in_is_for_who_did(asked: str, reply: str, to: str, chair: tuple[tuple[str, str], ...]) -> None:
    """Until the government goes on to it: "Dan de motie op stuk nr. 33."."""
    assert to_whom(("Jansen", "De motie op stuk nr. 34 ontraad ik."), ("Van Dijk", asked), *chair, ("Jansen", reply)) == [(to,)]


@pytest.mark.parametrize(
    "then",
    [
        "De motie-Bakker krijgt oordeel Kamer.",
        "Dan de tweede motie.",
        "Dan de volgende motie. Die ontraad ik.",
        "De laatste motie ontraad ik.",
        "Dan kom ik bij de motie over de vijvers.",
        "Dan nummer 33.",
        "Op stuk nr. 33: oordeel Kamer.",
        "Over de vijvers het volgende.",
        "De motie op stuk nr. 12 van vorig jaar voeren we uit.",
        "Het amendement op stuk nr. 8 ontraad ik.",
        "Er was nog een vraag over vijvers.",
        "Tot slot nog dit.",
        "Dat was het.\nOnze vijvers zijn schoon.",
    ],
)
def test_who_moved_a_motion_is_promised_nothing_on_another_thing(then: str) -> None:
    """A mover who was named by a number only is answered up to the next piece, question or paragraph."""
    assert to_whom(("Jansen", f"De motie op stuk nr. 31 ontraad ik. {then} Ik zal dat in mei nagaan.")) == [()]


def test_a_deed_with_a_term_of_its_own_is_another_promise() -> None:
    """ "Voor de zomer van 2022 evalueren we die" leans on the letter of this winter and is not it."""
    first, second = "Ik stuur de Kamer in februari 2020 de regeling over de stallingen.", "Voor de zomer van 2022 evalueren we die."
    assert [c.quote.text for c in found(ASK, ("Jansen", f"{first} {second}"))] == [first, second]


def test_a_short_answer_to_a_wish_is_shown_with_the_wish() -> None:
    """ "Die kunt u krijgen, eind april." says of what only with what was wished for, though nobody asked a question."""
    wish = "Dan wil ik toch minstens een overzicht van alle stallingen op papier."
    (one,) = found(ASK, ("Jansen", "Dat kan ik niet toezeggen."), ("Bakker", wish), ("Jansen", "Die kunt u krijgen, eind april."))
    assert one.asked is not None and one.asked.text == wish


def test_to_whom_in_a_sentence_of_its_own() -> None:
    """ "Toegezegd aan mevrouw Bakker." after an item is part of it."""
    read_out = "Ik noem de toezeggingen. – De minister stuurt voor de zomer een brief over de stallingen. Toegezegd aan mevrouw Bakker."
    (one,) = found(ASK, ("Jansen", "Ik stuur de Kamer voor de zomer een brief over de stallingen."), ("Voorzitter", read_out))
    assert one.origin == "both" and one.to == (Addressee("Bakker", "Groen"),)
    assert one.listed is not None and one.listed.text.endswith("Toegezegd aan mevrouw Bakker.")


def test_a_short_answer_is_shown_with_what_it_answers() -> None:
    """ "Daartoe ben ik bereid" leans on the sentence before it, and is quoted with it, as whole sentences."""
    (one,) = found(ASK, ("Jansen", "Goed punt.\nMevrouw Bakker vroeg om een jaarlijkse rapportage. Daartoe ben ik bereid. Verder nog dit."))
    assert one.quote.text == "Mevrouw Bakker vroeg om een jaarlijkse rapportage. Daartoe ben ik bereid."


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "De regeldruk stijgt al jaren. Ik ga het namelijk in kaart brengen.",
            "De regeldruk stijgt al jaren. Ik ga het namelijk in kaart brengen.",
        ),
        (
            "De regeldruk stijgt al jaren. Ik zal dat met de gemeenten bespreken.",
            "De regeldruk stijgt al jaren. Ik zal dat met de gemeenten bespreken.",
        ),
        ("De regeldruk stijgt al jaren. Ik beloof dat ik de regeldruk in kaart breng.", "Ik beloof dat ik de regeldruk in kaart breng."),
    ],
)
def test_a_promise_whose_object_is_a_pronoun_is_shown_with_what_it_stands_for(said: str, shown: str) -> None:
    """ "Ik ga het in kaart brengen" does not say what; "Ik beloof dat ik …" does."""
    (one,) = found(ASK, ("Jansen", f"Goed punt.\n{said}"))
    assert one.quote.text == shown


def test_yes_is_shown_with_its_question() -> None:
    """ "Ja." says nothing by itself: the question it answers goes with it, in the words of whoever asked."""
    (one,) = found(ASK, ("Jansen", "Ja."))
    assert one.asked is not None and one.asked.text == ASK[1] and one.asked.turn.speaker.name == "Bakker"


def test_an_answer_whether_that_was_a_commitment_is_no_second_one() -> None:
    """Asked whether it is one, the minister says so again: one commitment, with the surest words."""
    (one,) = found(
        ("Bakker", "Neemt de minister dit mee in het onderzoek naar de stallingen?"),
        ("Jansen", "We zullen uw vraag doorgeven aan de onderzoekers."),
        ("Bakker", "Is dat een toezegging?"),
        ("Jansen", "Dus de toezegging is dat ik dit onder de aandacht breng."),
    )
    assert one.quote.turn.number == 4 and [q.turn.number for q in one.more] == [2]


def test_a_term_asked_for_later_belongs_to_the_promise() -> None:
    """The chair asks when, and the answer gives the promise its term."""
    (one,) = found(ASK, ("Jansen", "Dat zeg ik toe."), ("Voorzitter", "Op welke termijn?"), ("Jansen", "Dat wordt februari."))
    assert one.deadline == Deadline("februari", "2020-02-01", "2020-02-29") and [q.turn.number for q in one.more] == [4]


def test_nothing_is_quoted_from_what_no_one_may_be_quoted_for() -> None:
    """A promise in a span no one may be quoted for, and a report in indirect speech, give no commitment."""
    text = "Dat zeg ik toe."
    turn = Turn("m-1", 1, PEOPLE["Jansen"], "", text, unquotable=((0, len(text)),))
    assert promised(about(), (turn,)) == ()


def test_english_promises() -> None:
    """An English minister promises too, and a refusal is none."""
    asked = ("Bakker", "Will the Minister write to the committee about this?")
    (one,) = found(asked, ("Jansen", "I will write to the committee before the summer."), language="en")
    assert one.deadline and one.deadline.end == "2020-07-02"
    assert found(asked, ("Jansen", "I cannot commit to that."), language="en") == ()


# --- the chair's list ------------------------------------------------------------------------------

LONG = "Dank u wel. " + "Wij werken hard aan dit onderwerp en dat blijft zo. " * 20


def items(*said: tuple[str, str]) -> list[str]:
    return [item.quote.text for item in chair_list(debate(("Jansen", LONG), *said))]


def test_a_list_in_one_turn() -> None:
    """Each sentence that names who will do what is an item, and what goes on about it belongs to it."""
    text = (
        "Ik lees de toezeggingen voor. De minister stuurt de Kamer in maart een brief over de pilot. Dat is een toezegging aan mevrouw Bakker. "
        "De staatssecretaris gaat in gesprek met de gemeenten. Dat waren de toezeggingen. Ik dank iedereen. De minister zal blij zijn met de koffie."
    )
    assert items(("Voorzitter", text)) == [
        "De minister stuurt de Kamer in maart een brief over de pilot. Dat is een toezegging aan mevrouw Bakker.",
        "De staatssecretaris gaat in gesprek met de gemeenten.",
    ]


@pytest.mark.parametrize(
    "marks", [("Eén.", "Twee."), ("Punt één.", "Punt twee."), ("Ten eerste:", "Ten tweede:"), ("1.", "2."), ("De eerste.", "De tweede.")]
)
def test_a_numbered_list(marks: tuple[str, str]) -> None:
    """However the chair counts, what follows a number is an item, also when it names no one."""
    text = f"Dan kom ik bij de toezeggingen.\n{marks[0]} De evaluaties worden in de agenda opgenomen.\nIs dat zo?\n{marks[1]} De Kamer ontvangt de agenda voor de zomer."
    one, two = items(("Voorzitter", text))
    assert one.endswith("De evaluaties worden in de agenda opgenomen.") and two.endswith("De Kamer ontvangt de agenda voor de zomer.")


@pytest.mark.parametrize(
    ("read_out", "expected"),
    [
        (
            "Er is een aantal toezeggingen gedaan. De eerste is dat de minister met een brief komt. De tweede is dat de Kamer een overzicht krijgt.",
            2,
        ),
        (
            "Ik loop de toezeggingen met u langs. Voor de zomer stuurt de minister een brief. In het najaar ontvangt de Kamer de evaluatie.",
            2,
        ),
        (
            "Er zijn twee toezeggingen. Aan de heer Van Dijk is toegezegd dat er een brief komt. Aan mevrouw Bakker is toegezegd de haven te bezoeken.",
            2,
        ),
        ("We gaan de toezeggingen nog even langs. De bewindspersonen zullen de Kamer informeren. Het kabinet komt met een reactie.", 2),
        (
            "Ik heb een lijstje met toezeggingen. Toezegging 1: de suggestie wordt meegenomen. Toezegging 2: in de nota wordt ingegaan op de brug.",
            2,
        ),
        ("De volgende toezeggingen zijn genoteerd:\n– De minister stuurt een brief;\n– De staatssecretaris spreekt met de haven.", 2),
        (
            "Minister Jansen en staatssecretaris Smit deden toezeggingen; ik lees ze voor. Minister Jansen stuurt een brief. Staatssecretaris Smit gaat praten.",
            2,
        ),
        ("Ik noteer als toezegging dat de minister voor de zomer een brief stuurt over de pilot.", 1),
        (
            "Er zijn twee toezeggingen gedaan: de minister informeert de Kamer over de brug.\nDe minister bekijkt of de pilot kan worden verlengd.",
            2,
        ),
        (
            "Dank. De minister zegt toe aan mevrouw Bakker dat hij een brief stuurt. De minister zegt toe aan de heer Van Dijk de haven te bezoeken.",
            2,
        ),
        (
            "I will read out the commitments. The minister will write to the committee before the summer. The minister will share the report.",
            2,
        ),
    ],
)
def test_lists_in_other_words(read_out: str, expected: int) -> None:
    """Every chair has a way of reading out: with or without numbers, names, dashes, or an announcement."""
    assert len(items(("Voorzitter", read_out))) == expected, items(("Voorzitter", read_out))


@pytest.mark.parametrize(
    ("read_out", "expected"),
    [
        ("Ik heb genoteerd:\n1. De minister zal de Kamer in mei een brief sturen.\n2. De minister zal spreken met de haven.", 2),
        ("Wij hebben opgeschreven: De minister stuurt de Kamer een overzicht.", 1),
        ("Voordat ik sluit. De minister zal de Kamer informeren over de brug. De staatssecretaris stuurt een brief over de haven.", 2),
        ("Ik heb genoteerd dat mevrouw Bakker nog een vraag heeft. De minister is er klaar voor.", 0),
        ("De minister zal nu antwoorden. Daarna krijgt u het woord.", 0),
    ],
)
def test_a_list_without_the_word_for_it(read_out: str, expected: int) -> None:
    """A chair who only says what was noted, or reads one item after another once the debate is over, reads a list too."""
    assert len(items(("Voorzitter", read_out))) == expected, items(("Voorzitter", read_out))


def test_a_date_in_reply_to_another_question_is_no_promise() -> None:
    """When something else happens is told, not promised, and it dates nothing said to the same member before."""
    told = found(
        ("Van Dijk", LONG.replace("minister", "kamer") + " Wanneer is de proef met zonnelichten klaar?"),
        ("Voorzitter", "Het woord is aan de minister."),
        ("Jansen", "De heer Van Dijk vroeg naar de proef. Die loopt tot 1 juli 2020."),
        ("Van Dijk", "Wanneer wordt de overweg bij Voorst gesloten?"),
        ("Jansen", "Op 15 maart 2020."),
    )
    assert told == ()
    (letter,) = found(
        ("Jansen", LONG), ("Van Dijk", "Wanneer krijgen wij de brief over de overweg bij Voorst?"), ("Jansen", "Op 15 maart 2020.")
    )
    assert letter.deadline is not None and letter.deadline.end == "2020-03-15"


def test_a_correction_by_number() -> None:
    """A remark that names an item by its number is that item's, and so is what the chair makes of it; its term counts."""
    one, two = found(
        ("Jansen", LONG),
        ("Voorzitter", "Ik heb genoteerd:\n1. De minister zal voor 1 februari een overzicht van de boetes sturen.\n2. De minister zal spreken met de haven."),
        ("Jansen", "Punt 1 is niet juist: dat overzicht komt in mei."),
        ("Voorzitter", "Dan wordt dat aangepast: het overzicht van de boetes komt in mei."),
    )  # fmt: skip
    assert one.deadline == Deadline("in mei", "2020-05-01", "2020-05-31") and len(one.more) == 2
    assert two.more == () and two.deadline is None


def test_of_several_terms_in_one_sentence_of_the_list_a_promise_has_its_own() -> None:
    """The chair reads two letters out in one sentence: each promise keeps the term that it and the sentence both give."""
    ledger = found(
        ("Bakker", "Wanneer horen wij iets over de zeehonden?"),
        ("Jansen", f"{LONG} De evaluatie van de opvang van zeehonden stuur ik in het voorjaar van 2021 naar de Kamer."),
        ("Voorzitter", "Ik noteer:\n- De minister stuurt eind september 2020 de handreiking voor havens en in het voorjaar van 2021 de evaluatie van de opvang van zeehonden."),
    )  # fmt: skip
    (one,) = [c for c in ledger if "evaluatie" in c.quote.text]
    assert one.origin == "both" and one.deadline == Deadline("in het voorjaar van 2021", "2021-03-01", "2021-05-31")


def test_an_item_with_a_day_is_the_promise_of_that_day_and_no_telling_without_one() -> None:
    """What tells a thing of the item's subject and names no day is not what was promised for that day; and what was done is no promise."""
    ledger = found(
        ("Van Dijk", "Dank u wel, voorzitter. Wat zou het kosten om de proef in alle havens in te voeren?"),
        ("Voorzitter", "Dank u. De heer Bakker."),
        ("Bakker", "Voorzitter. Het Havenfonds moest vorig jaar 4.000 schippers nee verkopen. Hoeveel geld krijgt het fonds er dit jaar bij?"),
        ("Voorzitter", "Het woord is aan de minister."),
        ("Jansen", "Overal invoeren kost 94 miljoen euro per jaar, zo hebben we laten doorrekenen. Die middelen heb ik niet.\nDan het Havenfonds, een vraag van de heer Bakker. Het fonds krijgt er dit jaar 2,5 miljoen euro bij."),
        ("Bakker", "Is dat genoeg om geen schipper meer nee te verkopen?"),
        ("Jansen", "Dat kan ik nu niet zeggen, want ik weet niet hoeveel aanvragen er komen. Ik kom daar in het najaar op terug, als de halfjaarcijfers er zijn."),
        ("Voorzitter", "Ik noteer de volgende toezeggingen.\n- De minister komt in het najaar terug op het Havenfonds."),
    )  # fmt: skip
    assert [("najaar" in c.quote.text, c.origin) for c in ledger] == [(True, "both")]


def test_a_promise_is_to_whoever_asked_for_it() -> None:
    """An answer that goes over to another question is not for the member named before, but for who asked that question."""
    (one,) = found(
        ("Van Dijk", "Voorzitter. " + "De haven verzandt al jaren. " * 40 + "Zijn er cijfers over de haven?"),
        ("Bakker", "Voorzitter. Wat gaat de minister doen met de olifant in het circus?"),
        ("Voorzitter", "Het woord is aan de minister."),
        ("Jansen", "De heer Van Dijk vraagt of er cijfers zijn over de haven. Die zijn er. Op de vraag over de olifant in het circus kom ik schriftelijk terug."),
    )  # fmt: skip
    assert one.to == (Addressee("Bakker", "Groen"),)


def test_what_is_listed_stands_as_whole_sentences() -> None:
    """Also an item behind a dash can be numbered and read back."""
    ledger = found(
        ("Jansen", LONG), ("Voorzitter", "De volgende toezeggingen zijn gedaan:\n- De minister stuurt een brief over de brug.\n– De minister spreekt met de haven.")
    )  # fmt: skip
    assert len(ledger) == 2 and all(c.listed is not None and holds(c.quote) and holds(c.listed) for c in ledger)


def test_a_correction_belongs_to_its_item() -> None:
    """What the government says right after an item, and the chair repeats, is the item's; the next item begins by itself."""
    listed = chair_list(
        debate(
            ("Jansen", LONG),
            ("Voorzitter", "De toezeggingen.\nDe minister zegt toe de rapportage aan de Kamer te sturen."),
            ("Jansen", "Het gaat om de politie. Twee keer."),
            ("Voorzitter", "Twee keer.\nDe minister zal een onderzoek doen."),
        )
    )
    assert [len(item.more) for item in listed] == [3, 0]


READ_OUT = (
    ("Jansen", LONG),
    (
        "Voorzitter",
        "Dan de toezeggingen.\n– De minister stuurt in mei een brief over de visserij.\n– De minister stuurt de cijfers over walvissen in juni.\n"
        "– De minister informeert de Kamer in september over de vuurtorens.",
    ),
)


@pytest.mark.parametrize(
    ("after", "terms", "by"),
    [
        ((("Jansen", "De bouw is in september klaar, de Kamer hoort het in oktober."),), ("in mei", "in juni", "in oktober"), (2, 3)),
        ((("Jansen", "Voor de visserij is het overleg in juni, de brief volgt in juli."),), ("in juli", "in juni", "in september"), (0, 3)),
        ((("Jansen", "Bij het tweede punt heb ik oktober nodig."),), ("in mei", "oktober", "in september"), (1, 3)),
        (
            (("Van Dijk", "De walvissen zouden voor 1 mei komen."), ("Voorzitter", "Dan passen we dat aan.")),
            ("in mei", "voor 1 mei", "in september"),
            (1, 3),
        ),
        (
            (("Van Dijk", "De vuurtorens zouden eerder komen."), ("Jansen", "Dat klopt."), ("Voorzitter", "Dan noteren we april.")),
            ("in mei", "in juni", "april"),
            (2, 5),
        ),
        (
            (("Van Dijk", "Dat laatste klopt niet."), ("Jansen", "Het is november."), ("Voorzitter", "Dan passen we dat aan. Ik sluit.")),
            ("in mei", "in juni", "november"),
            (2, 4),
        ),
        ((("Jansen", "Een correctie: de tweede is voor oktober, niet in juni."),), ("in mei", "voor oktober", "in september"), (1, 3)),
        ((("Jansen", "Een correctie: dat is in oktober, niet in juni."),), ("in mei", "in oktober", "in september"), (1, 3)),
        ((("Jansen", "Toezegging drie is niet september maar december."),), ("in mei", "in juni", "december"), (2, 3)),
        (
            (("Van Dijk", "De walvissen zou toch mei zijn?"), ("Jansen", "Mei."), ("Voorzitter", "Dan noteren we mei.")),
            ("in mei", "Mei", "in september"),
            (1, 4),
        ),
        (
            (("Jansen", "De cijfers over walvissen komen in mei."), ("Voorzitter", "Dan is dat: de cijfers over walvissen in mei.")),
            ("in mei", "in mei", "in september"),
            (1, 3),
        ),
        ((("Jansen", "Dank voor het debat. Ik zie u in januari weer bij de begroting."),), ("in mei", "in juni", "in september"), None),
        (
            (("Van Dijk", "Volgens mij was de visserij april."), ("Voorzitter", "De griffier heeft mei genoteerd. Ik sluit.")),
            ("in mei", "in juni", "in september"),
            None,
        ),
        (
            (("Voorzitter", "Dat waren ze. Zijn dat de toezeggingen?"), ("Jansen", "Ja. Dank en tot in januari.")),
            ("in mei", "in juni", "in september"),
            None,
        ),
        (
            (("Van Dijk", "Volgens mij was de visserij april."), ("Voorzitter", "Nee hoor. Ik sluit.")),
            ("in mei", "in juni", "in september"),
            None,
        ),
        (
            (("Van Dijk", "Ook de walvissen in januari?"), ("Jansen", "Nee, dat lukt niet in januari.")),
            ("in mei", "in juni", "in september"),
            None,
        ),
        (
            (("Jansen", "Dank."), ("Voorzitter", "Ik heb me bij de laatste toezegging vergist: dat wordt oktober, niet september.")),
            ("in mei", "in juni", "oktober"),
            (2, 4),
        ),
    ],
)
def test_a_corrected_term_holds(after: tuple[tuple[str, str], ...], terms: tuple[str, str, str], by: tuple[int, int] | None) -> None:
    """What the minister, a member who is agreed with or the chair says of a term afterwards is the term of the item it is about."""
    ledger = found(*READ_OUT, *after)
    assert tuple(c.deadline.text for c in ledger if c.deadline) == terms
    assert {n: c.dated.turn.number for n, c in enumerate(ledger) if c.dated} == (dict([by]) if by else {})
    assert all(c.corrected == c.dated for c in ledger)


@pytest.mark.parametrize(
    ("read", "right", "start"),
    [
        ("in de eerste helft van 2021", "Dat wordt de tweede helft.", "2021-07-01"),
        ("in de eerste helft van volgend jaar", "Dat is de tweede helft, niet de eerste.", "2020-07-01"),
        ("in het voorjaar", "Dat wordt de tweede helft.", "2020-07-01"),
        ("in het eerste halfjaar van 2021", "Het is het tweede halfjaar.", "2021-07-01"),
        ("in het vierde kwartaal van 2021", "Dat wordt het derde kwartaal.", "2021-07-01"),
        ("in maart 2021", "Dat wordt oktober.", "2021-10-01"),
        ("eind 2019", "Dat wordt januari.", "2020-01-01"),  # of 2019 that is past
        ("in maart 2021", "Dat wordt oktober 2020.", "2020-10-01"),
    ],
)
def test_a_corrected_term_without_a_year_is_of_the_year_that_was_read(read: str, right: str, start: str) -> None:
    """What a correction does not say stays as it was; a half of a year is said without the year."""
    (one,) = found(
        ("Jansen", LONG), ("Voorzitter", f"Dan de toezeggingen.\n– De minister stuurt {read} een brief over de veren."), ("Jansen", right)
    )
    assert one.deadline is not None and one.deadline.start == start and one.corrected is not None


THREE_ITEMS = (
    "Dan de toezeggingen. De Kamer ontvangt in de eerste helft van 2020 een plan voor de veerponten. Dat is een toezegging aan de heer Van Dijk. "
    "De minister stuurt in mei de cijfers over walvissen. De minister deelt dit voorjaar de uitkomst van de peiling onder schippers, "
    "aan mevrouw Bakker. Heb ik ze zo?"
)


def test_a_sentence_that_only_says_that_a_correction_comes_goes_with_the_item_that_is_set_right() -> None:
    """Not with the one that was read last."""
    turns = debate(
        *SPEECHES,
        ("Jansen", LONG),
        ("Voorzitter", THREE_ITEMS),
        ("Jansen", "Eén kleine correctie, voorzitter. Bij de walvissen heb ik gezegd: in juni. Dat is dus juni, en niet mei."),
    )
    assert [[q.text[:15] for q in item.more] for item in chair_list(turns)] == [
        [],
        ["Eén kleine corr", "Bij de walvisse", "Dat is dus juni"],
        [],
    ]


def test_a_promise_is_made_to_whom_it_names() -> None:
    """Whose signal it is, that member hears of it, whoever spoke before."""
    (one,) = found(
        *SPEECHES,
        (
            "Jansen",
            f"{LONG} De heer Van Dijk vroeg naar de inspectie. Daar ga ik niet over. Maar ik zal mijn collega het signaal van mevrouw Bakker overbrengen.",
        ),
    )
    assert [a.name for a in one.to] == ["Bakker"]


def test_what_comes_of_a_talk_that_was_promised_is_that_promise_and_has_the_term_of_the_news() -> None:
    """Not the day of the talk, and no second promise."""
    ledger = found(
        *SPEECHES,
        ("Jansen", f"{LONG} Ik zeg mevrouw Bakker toe dat ik met de waterschappen in gesprek ga over de oevers."),
        *(("Bakker", "Dank u wel."), ("Van Dijk", "Helder.")) * 5,
        ("Bakker", "Wanneer horen wij terug wat daaruit komt?"),
        (
            "Jansen",
            "Het gesprek met de waterschappen over de oevers is in februari, en ik laat de Kamer daarna, in elk geval voor 1 mei, weten wat de uitkomst is.",
        ),
    )
    assert [(c.quote.turn.number, c.deadline and c.deadline.text, len(c.more)) for c in ledger] == [(6, "voor 1 mei", 1)]


@pytest.mark.parametrize(
    ("after", "terms"),
    [
        (
            (
                ("Van Dijk", "Een correctie. Het was de tweede helft, niet de eerste."),
                ("Jansen", "Klopt. Het is de tweede helft van 2020."),
            ),
            ("de tweede helft van 2020", "in mei", "dit voorjaar"),
        ),
        (  # the denied term goes before who says so, also where the chair gives the floor before the minister agrees
            (
                ("Bakker", "Volgens mij was het juni, niet mei."),
                ("Voorzitter", "Minister?"),
                ("Jansen", "Klopt. Het is juni."),
            ),
            ("in de eerste helft van 2020", "juni", "dit voorjaar"),
        ),
        (  # nothing is denied or named: of those read in one breath it is the one that was promised to whoever says so
            (("Van Dijk", "De minister zei de tweede helft van 2020."), ("Voorzitter", "Dan passen we dat aan.")),
            ("de tweede helft van 2020", "in mei", "dit voorjaar"),
        ),
        (
            (
                ("Bakker", "De minister zei juni."),
                ("Voorzitter", "Dan passen we dat aan."),
            ),
            ("in de eerste helft van 2020", "in mei", "juni"),
        ),
    ],
)
def test_a_correction_that_names_no_item(after: tuple[tuple[str, str], ...], terms: tuple[str, str, str]) -> None:
    """It is about the item whose term it denies, in whatever part, else about what was promised to whoever corrects; the others keep theirs."""
    ledger = found(("Jansen", LONG), ("Voorzitter", THREE_ITEMS), *after)
    assert tuple(c.deadline.text for c in ledger if c.deadline) == terms
    assert [c.corrected is not None for c in ledger] == [term not in THREE_ITEMS for term in terms]


def test_a_term_that_was_missing_is_not_set_right() -> None:
    """A term given for an item that had none is told as such."""
    read_out = ("Voorzitter", "De toezeggingen.\n– De minister stuurt een brief over de visserij.")
    ledger = found(READ_OUT[0], read_out, ("Van Dijk", "Ik mis een termijn bij de visserij."), ("Jansen", "Dat wordt december."))
    assert "Over de termijn, Minister Jansen, beurt 4: «Dat wordt december.»" in commitments_text(about(), ledger, "nl")


def test_a_term_that_is_only_confirmed_is_not_set_right() -> None:
    """The chair's own term said once more by whoever was asked sets nothing right."""
    ledger = found(*READ_OUT, ("Van Dijk", "De visserij was toch mei?"), ("Jansen", "Mei."), ("Voorzitter", "Dan noteren we mei."))
    assert not any(c.corrected for c in ledger) and "Rechtgezet" not in commitments_text(about(), ledger, "nl")


def test_a_term_said_again_in_fewer_words_is_the_fuller_one() -> None:
    """ "De minister zei: voor 1 juni." "Het is 1 juni.": the last day, not the day itself."""
    read = READ_OUT[0], ("Voorzitter", "De toezeggingen.\n– De minister stuurt voor 1 mei een brief over de visserij.")
    said = ("Van Dijk", "Die klopt niet. De minister zei: voor 1 juni."), ("Jansen", "Dat klopt. Het is 1 juni.")
    (one,) = found(*read, *said, ("Voorzitter", "Dan passen we dat aan."))
    assert one.deadline == Deadline("voor 1 juni", None, "2020-05-31") and one.corrected is not None


def test_a_promise_that_begins_with_the_first_is_shown_with_what_that_is_of() -> None:
    """ "Het eerste ontvangt de Kamer in maart." leans on the sentence that names the overviews."""
    asked = ("Van Dijk", "Kan de minister elk kwartaal een overzicht sturen?")
    (one,) = found(
        SPEECHES[0],
        asked,
        ("Jansen", "Elk kwartaal is te vaak. Een overzicht per jaar moet lukken. Het eerste ontvangt de Kamer in maart."),
    )
    assert one.quote.text == "Een overzicht per jaar moet lukken. Het eerste ontvangt de Kamer in maart."


def test_set_right_is_said_of_the_sentence_that_does() -> None:
    """Beside an item whose place was wrong stand the words that set it right and, apart and called so, the sentence that gives its term."""
    trial = ("Jansen", "De heer Bakker vroeg om een proef met iepen. Ik zeg toe dat die er komt.")
    asked = ("Bakker", "Wanneer komt die proef met iepen?"), ("Jansen", "In maart komt die.")
    read = ("Voorzitter", "Ik lees de toezeggingen voor. De minister start een proef met iepen in Ede.")
    (one,) = found(*SPEECHES, trial, *asked, read, ("Jansen", "Dat is Almelo, voorzitter, niet Ede."), ("Voorzitter", "Waarvan akte."))
    told = commitments_text(about(), [one], "nl")
    assert "Rechtgezet, Minister Jansen, beurt 10: «Dat is Almelo, voorzitter, niet Ede.»" in told
    assert "Over de termijn, Minister Jansen, beurt 8: «In maart komt die.»" in told and told.count("Rechtgezet") == 1
    for page in (
        commitments_csv(about(), [one], "nl"),
        commitments_html(about(), [one], {}),
        commitments_ics(about(), [one]).replace("\r\n ", ""),
    ):
        assert page.index("Rechtgezet") < page.index("Almelo") < page.index("Over de termijn") < page.rindex("In maart komt die")


def test_one_remark_may_set_two_terms_right() -> None:
    """Each item gets the term of the clause that names it."""
    ledger = found(*READ_OUT, ("Jansen", "De visserij wordt juni en de vuurtorens worden oktober."))
    assert [c.deadline.text for c in ledger if c.deadline] == ["juni", "in juni", "oktober"]


def test_what_is_said_of_a_missed_promise_belongs_to_that() -> None:
    """The minister's reply to a member who misses one is of the item that is added, not of the last that was read."""
    ledger = found(
        *READ_OUT,
        ("Van Dijk", "Ik mis de brief over stikstof."),
        ("Jansen", "Klopt, die komt in maart."),
        ("Voorzitter", "Dan noteren we ook dat de minister in maart een brief over stikstof stuurt."),
    )
    assert [c.deadline.text for c in ledger if c.deadline] == ["in mei", "in juni", "in september", "in maart"]
    assert [len(c.more) for c in ledger] == [0, 0, 0, 1] and ledger[-1].to == (Addressee("Van Dijk", "Rood"),)


@pytest.mark.parametrize(
    ("after", "added"),
    [
        # a term that both have makes a request that names something else no remark on an item
        (
            (
                ("Van Dijk", "Ik mis de roosters, in september."),
                ("Voorzitter", "Die voegen we toe: de minister stuurt in september de roosters van de veerboten."),
            ),
            ["in september"],
        ),
        ((("Van Dijk", "Ik mis de roosters."), ("Jansen", "Die komen in december."), ("Voorzitter", "Waarvan akte.")), []),
        ((("Jansen", "De roosters komen in december, niet in november."), ("Voorzitter", "Waarvan akte.")), []),
        ((("Jansen", "Ook de roosters zegde ik toe."), ("Voorzitter", "Die noteren we: de roosters in december.")), []),
        ((("Jansen", "Daar komen de roosters nog bij."), ("Voorzitter", "Dat noteren we: de roosters in december.")), ["in december"]),
    ],
)
def test_what_names_another_subject_is_said_of_no_item(after: tuple[tuple[str, str], ...], added: list[str]) -> None:
    """Its term is that of an item of its own, or of none; the item that was read last keeps what was read."""
    ledger = found(*READ_OUT, *after)
    assert [c.deadline.text for c in ledger if c.deadline] == ["in mei", "in juni", "in september", *added]
    assert not any(c.corrected for c in ledger)


def test_a_term_of_what_will_be_told_is_not_that_of_the_telling() -> None:
    """ "Ik laat u bij de begroting weten hoe het binnen zes weken kan.": what is known by the budget; alone it may be the term."""
    told = "De minister laat de Kamer voor de begrotingsbehandeling weten hoe de keuring weer binnen zes weken komt."
    assert deadline(told, SAID) == Deadline("voor de begrotingsbehandeling")
    assert deadline("Ik laat u weten hoe het binnen zes weken kan.", SAID) == Deadline("binnen zes weken", None, "2020-01-16")


def test_a_corrected_term_is_shown_with_the_correction() -> None:
    """Text, calendar and JSON give the term that holds and the words that set it right, each once."""
    ledger = found(*READ_OUT, ("Jansen", "De brief over de visserij wordt juli, niet mei."), ("Voorzitter", "Waarvan akte."))
    words = "«De brief over de visserij wordt juli, niet mei.»"
    told = commitments_text(about(), ledger, "nl")
    assert f"Rechtgezet, Minister Jansen, beurt 3: {words}" in told and told.count(words) == 1
    calendar = commitments_ics(about(), ledger).replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20200731" in calendar and words.replace(",", "\\,") in calendar
    made = commitment_json(ledger[0], "")
    assert (made["deadline"]["text"], made["dated"]["quote"]) == ("juli", words.strip("«»"))


def test_an_item_added_at_a_members_request() -> None:
    """A member misses one, the minister confirms, the chair takes it up: one more item, promised to that member."""
    ledger = found(
        ("Jansen", LONG),
        ("Voorzitter", "Dan de toezeggingen. De minister stuurt in maart een brief over de pilot. Dat waren de toezeggingen."),
        ("Van Dijk", "Ik mis de terugkoppeling van het gesprek met de burgemeesters."),
        ("Jansen", "Dat klopt."),
        ("Voorzitter", "De terugkoppeling van het gesprek met de burgemeesters voegen we toe."),
    )
    assert [c.origin for c in ledger] == ["chair_list", "chair_list"] and ledger[1].to == (Addressee("Van Dijk", "Rood"),)


def test_to_whom_by_the_chairs_word() -> None:
    """The chair names the member an item is for; a member who is named for something else is not meant."""
    (one,) = found(
        ("Bakker", LONG), ("Van Dijk", LONG), ("Jansen", LONG),
        ("Voorzitter", "De minister zegt mevrouw Bakker toe de Kamer te informeren over de motie van de heer Van Dijk."),
    )  # fmt: skip
    assert one.to == (Addressee("Bakker", "Groen"),)


def test_to_whom_by_what_the_item_does() -> None:
    """ "De minister laat mevrouw Bakker binnen drie weken weten …" is to her, and is tied to what was promised her."""
    (one,) = found(
        ("Bakker", LONG + " Hoeveel boetes waren er?"),
        ("Jansen", "Ik zal het aantal boetes opvragen en het mevrouw Bakker in een brief laten weten."),
        ("Voorzitter", "De toezeggingen. De minister laat mevrouw Bakker binnen drie weken weten hoeveel boetes er zijn uitgeschreven."),
    )  # fmt: skip
    assert (one.origin, one.to) == ("both", (Addressee("Bakker", "Groen"),))
    assert one.deadline is not None and one.deadline.text == "binnen drie weken"


def test_a_letter_with_a_name_of_its_own_is_another_letter() -> None:
    """ "In de brief van mei" does not point back at the letter promised for the autumn."""
    one, other = found(
        ("Bakker", LONG + " Wanneer komt er een besluit over de sappen?"),
        ("Jansen", "In het najaar kom ik met een brief waarin ik over de sappen een besluit neem."),
        ("Bakker", "En wie betaalt het ophalen?"),
        ("Jansen", "Ik neem dat mee in het overleg en ik kom er in de brief van mei op terug."),
    )  # fmt: skip
    assert "najaar" in one.quote.text and "brief van mei" in other.quote.text


def test_a_correction_sets_the_term() -> None:
    """The term the government sets right after an item goes before the one that was read."""
    (one,) = found(
        ("Jansen", LONG),
        ("Voorzitter", "De toezeggingen. De minister informeert de Kamer in de volgende voortgangsrapportage over het toezicht."),
        ("Jansen", "Dat wordt een brief in maart."),
        ("Voorzitter", "Dan maken we dat ervan."),
    )
    assert one.deadline == Deadline("in maart", "2020-03-01", "2020-03-31")


def test_thanks_for_commitments_open_no_list() -> None:
    """Speaking of commitments is not reading them out, and other lists are other lists."""
    assert (
        items(("Voorzitter", "Er zijn zeven moties ingediend. De minister zal daarover een brief sturen. Ik sluit de vergadering.")) == []
    )
    assert (
        items(("Voorzitter", "Dank voor deze toezegging. De minister heeft nog een minuut."), ("Voorzitter", "De Kamer krijgt het woord."))
        == []
    )
    assert items(("Voorzitter", "Ik dank de minister voor de toezeggingen. De minister zal nu koffie drinken.")) == []
    assert items(("Voorzitter", "Er zijn geen toezeggingen gedaan. De minister gaat naar een ander debat.")) == []


def test_list_and_debate_are_one() -> None:
    """An item is tied to the sentence in which it was promised; what stands on one side only says so."""
    ledger = found(
        ("Bakker", "Kan de minister de cijfers over verdwenen fietsen in de stationsstalling geven?"),
        (
            "Jansen",
            "Die cijfers over fietsen in de stalling heb ik niet bij me. Ik stuur ze u per brief toe." + " Verder is alles gezegd." * 30,
        ),
        ("Van Dijk", "Wil de minister met de provincie praten over de brug?"),
        ("Jansen", "Ik ben bereid met de provincie te spreken over de brug."),
        (
            "Voorzitter",
            "De toezeggingen. De minister stuurt de Kamer een brief met cijfers over verdwenen fietsen. De minister stuurt de begroting van de haven.",
        ),
    )
    assert [(c.quote.turn.number, c.origin) for c in ledger] == [(2, "both"), (4, "debate"), (5, "chair_list")]
    assert ledger[0].listed is not None and ledger[0].to == (Addressee("Bakker", "Groen"),)


def test_who_promised_of_several_ministers() -> None:
    """An item of the list names the office; the speaker is whoever holds it."""
    ledger = found(
        ("Jansen", LONG),
        ("Smit", LONG),
        ("Voorzitter", "De toezeggingen. De staatssecretaris zegt toe het register van de haven te openen."),
    )
    assert [c.speaker for c in ledger] == ["Smit"]


def test_a_promise_leans_on_the_sentence_before_it() -> None:
    """ "Die stuur ik naar de Kamer" is about what was asked before, also where the list says "laadprijzen" for "prijzen"."""
    ledger = found(
        ("Bakker", "Hoeveel laadpalen komen er bij? En wanneer komt de wet over de prijzen?"),
        ("Van Dijk", "Wat doet de minister aan de volle stroomnetten?"),
        (
            "Jansen",
            "Mevrouw Bakker vroeg hoeveel laadpalen er bij komen. Dat zijn er 1.250. Zij vroeg ook naar de wet over de prijzen. Die stuur ik "
            "voor de zomer naar de Kamer. De heer Van Dijk vroeg naar de stroomnetten. Ik zeg toe dat ik de Kamer daar voor de zomer over informeer.",
        ),
        (
            "Voorzitter",
            "Ik lees de toezeggingen voor. De minister informeert de Kamer voor de zomer over de volle stroomnetten. De minister stuurt de wet over "
            "de laadprijzen voor de zomer naar de Kamer.",
        ),
    )
    assert [(c.quote.text, c.origin) for c in ledger] == [
        ("Zij vroeg ook naar de wet over de prijzen. Die stuur ik voor de zomer naar de Kamer.", "both"),
        ("De heer Van Dijk vroeg naar de stroomnetten. Ik zeg toe dat ik de Kamer daar voor de zomer over informeer.", "both"),
    ]
    assert ["laadprijzen" in c.listed.text for c in ledger if c.listed] == [True, False]


def test_items_are_settled_together() -> None:
    """Of two promises to one member on one subject each item gets its own: the talk and the letter."""
    ledger = found(
        ("Bakker", "Gaat de minister met de vervoerders praten over de nachttrein? En krijgen wij de cijfers over de nachttrein?"),
        (
            "Jansen",
            "De cijfers over de nachttrein stuur ik de Kamer in maart. Ik ga over de nachttrein in gesprek met de vervoerders."
            + " Zo is het." * 50,
        ),
        (
            "Voorzitter",
            "De toezeggingen. De minister bespreekt de nachttrein met de vervoerders. De minister stuurt de cijfers over de nachttrein in maart.",
        ),
    )
    assert [("gesprek" in c.quote.text, "bespreekt" in c.listed.text) for c in ledger if c.listed] == [(False, False), (True, True)]


def test_what_is_promised_behind_what_was_asked_of_another_has_its_item() -> None:
    """What one asks of another in the first half of a sentence hides no promise in the second; the chair's line is not tied to another deed."""
    ledger = found(
        ("Bakker", "Hoeveel bruggen staan er vaak open? En wil de minister de schippers uitnodigen?"),
        (
            "Jansen",
            "Cijfers over de bruggen heb ik niet. Ik heb de provincies gevraagd om dat te tellen en ik zeg toe dat de Kamer die tellingen krijgt "
            "bij de begroting.",
        ),
        ("Bakker", "Krijgen wij die tellingen van de bruggen per provincie?"),
        (
            "Jansen",
            "Ja, per provincie. En ik zal de schippers en de verladers nog voor de zomer aan tafel uitnodigen." + " Zo is het." * 50,
        ),
        ("Voorzitter", "De toezeggingen. De Kamer krijgt bij de begroting de tellingen van de bruggen. Die is gedaan aan mevrouw Bakker."),
    )
    assert [(c.quote.turn.number, c.origin) for c in ledger] == [(2, "both"), (4, "debate")]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (
            "Mevrouw Van Dijk vroeg naar de herplant op dezelfde plek. Ik ga met de provincies in gesprek over de wegen.",
            "De minister stuurt de Kamer het rapport over de herplant op dezelfde plek.",
        ),
        (
            "Ik zal met de kwekers in gesprek gaan over plantgoed en de eikenprocessierups. Over de cijfers valt nog weinig te zeggen.",
            "De minister informeert de Kamer over de bestrijding van de eikenprocessierups in natuurgebieden.",
        ),
        (
            "De heer Bakker vroeg naar de rozen. Daar stuur ik hem in mei een brief over.",
            "De minister informeert de Kamer in mei over de droogte in beken.",
        ),
    ],
)
def test_an_item_is_not_tied_to_another_deed_on_a_like_subject(said: str, read: str) -> None:
    """A letter the chair reads out, whose promise was missed, is not the talk that was promised nearby, nor the letter of the same month of
    which no word is the same: each stands by itself."""
    ledger = found(*SPEECHES, ("Jansen", said), ("Voorzitter", f"Ik lees de toezeggingen voor. {read}"))
    assert [c.origin for c in ledger] == ["debate", "chair_list"] and ledger[1].quote.text == read


REGISTER = "De heer Bakker vroeg naar het register. Ik stuur de Kamer voor 1 juni het register van kapvergunningen."
SHADE = "Mevrouw Van Dijk vroeg naar het overzicht. Daar kom ik {} schriftelijk op terug."


@pytest.mark.parametrize(
    ("term", "read", "tied"),
    [
        ("in november", "In november komt er bericht over houtgewassen zonder blad.", True),  # the term, where nothing else is left
        ("in het derde kwartaal", "In de zomer ligt er een notitie over houtgewassen zonder blad.", True),
        ("in november", "In november komt er bericht over de schimmel.", False),  # of which only the other member spoke
        ("in november", "In september komt er bericht over houtgewassen zonder blad.", False),
        ("in november", "In november spreekt de minister de kwekers over houtgewassen zonder blad.", False),  # another deed
        ("in november", "Ook komt er bericht over houtgewassen zonder blad.", False),  # no term
    ],
)
def test_what_is_left_of_the_list_is_the_promise_of_its_term_where_nothing_speaks_against_it(term: str, read: str, tied: bool) -> None:
    ledger = found(
        *SPEECHES,
        ("Jansen", f"{REGISTER} {SHADE.format(term)}"),
        ("Bakker", "Dank."),
        ("Van Dijk", "Dank."),
        ("Voorzitter", f"Ik lees de toezeggingen voor. De Kamer ontvangt voor 1 juni het register van kapvergunningen. {read}"),
    )
    assert [c.origin for c in ledger] == (["both", "both"] if tied else ["both", "debate", "chair_list"])


def test_of_two_promises_of_one_term_an_item_is_the_one_that_keeps_the_order_of_the_list() -> None:
    """Where it lies is no subject ("ligt"), and three items stand in the order of the debate."""
    said = (
        f"De proef ligt bij mijn collega. Ik zal haar vragen u daar voor de zomer een brief over te sturen. {REGISTER} "
        "Over de linden stuur ik in oktober een rapport. Over de schaduw ga ik in september met de provincies in gesprek. "
        "Er komt een wegwijzer, samen met de kwekers; die ontvangt u voor het zomerreces."
    )
    read = (
        "De Kamer ontvangt voor 1 juni het register van kapvergunningen. In oktober komt het rapport over de linden. "
        "In september spreekt de minister de provincies over de schaduw. Voor de zomer ligt er een leidraad voor beheerders."
    )
    ledger = found(*SPEECHES, ("Jansen", said), ("Bakker", "Dank."), ("Van Dijk", "Dank."), ("Voorzitter", f"De toezeggingen. {read}"))
    assert [c.origin for c in ledger] == ["debate", "both", "both", "both", "both"]


@pytest.mark.parametrize("added", ["Die voegen we toe: de minister", "De minister"])
def test_an_item_about_what_is_struck_strikes_no_other(added: str) -> None:
    """ "… de regels die vervallen" is what is sent, after a correction of another item, which stands."""
    missed = (
        ("Van Dijk", "Ik mis de regels, in november."),
        ("Voorzitter", f"{added} stuurt in november de lijst met regels die vervallen."),
    )
    ledger = found(*READ_OUT, ("Jansen", "Dat laatste wordt oktober."), ("Voorzitter", "Waarvan akte: oktober."), *missed)
    assert [c.deadline.text for c in ledger if c.deadline] == ["in mei", "in juni", "oktober", "in november"]


@pytest.mark.parametrize(
    ("remark", "struck"),
    [
        ("Bij dat laatste past mij een kanttekening. Dat hoop ik, maar het is geen belofte.", "Dan haal ik die eraf."),
        ("Het besluit over de sluizen heb ik niet toegezegd.", "Dat punt schrappen we."),
        ("Over de sluizen gaat de provincie, dus dat is geen toezegging.", "Akkoord. Dat punt vervalt."),
    ],
)
def test_an_item_that_is_struck_does_not_stand_and_what_is_added_next_is_another(remark: str, struck: str) -> None:
    """Taken off after what the government said of it, neither the item nor what it was tied to is a commitment; the term of what a
    member missed is not its term."""
    told = (
        "Ik lees de toezeggingen voor. De minister stuurt de Kamer in mei een brief over de bruggen. "
        "De minister stuurt de Kamer in november het besluit over de sluizen."
    )
    ledger = found(
        ("Bakker", "Wanneer komt het besluit over de sluizen? En komt er een brief over de bruggen?"),
        ("Jansen", "Ik stuur u in mei een brief over de bruggen. Ik denk dat het besluit over de sluizen in november naar uw Kamer komt."),
        ("Voorzitter", told),
        ("Jansen", remark),
        ("Voorzitter", f"{struck} Mevrouw Van Dijk mist er nog een."),
        ("Van Dijk", "De telling van de eenden, voorzitter."),
        ("Voorzitter", "Die voegen we toe, in het voorjaar."),
    )
    assert [(c.origin, c.deadline.text if c.deadline else "") for c in ledger] == [("both", "in mei"), ("chair_list", "in het voorjaar")]
    assert ledger[1].to == (Addressee("Van Dijk", "Rood"),) and ledger[1].asked is not None
    assert not any("sluizen" in q.text for c in ledger for q in (c.quote, *c.more))


@pytest.mark.parametrize(
    "struck",
    [
        "Dan vervalt dat punt.",
        "Oké, dan gaat die eraf.",
        "Dan laten we die weg.",
        "Dan schrap ik de laatste toezegging.",
        "U heeft gelijk, die schrappen we.",
        "Dat klopt, die halen we eraf.",
        "Dan wordt die geschrapt.",
        "De toezegging vervalt.",
        "Dan halen we de vuurtorens van de lijst.",
        "Die strepen we door.",
        "De laatste vervalt.",
        "Die gaat er dan af.",
    ],
)
def test_an_item_is_struck_in_any_word_order(struck: str) -> None:
    """What the chair says names no other thing than the item that was denied."""
    ledger = found(*READ_OUT, ("Jansen", "Dat laatste heb ik niet toegezegd."), ("Voorzitter", struck))
    assert [c.deadline.text for c in ledger if c.deadline] == ["in mei", "in juni"]


@pytest.mark.parametrize(
    "denied",
    [
        (("Jansen", "De vuurtorens heb ik nooit toegezegd."),),
        (("Jansen", "Ik heb daar niets over beloofd."),),
        (("Jansen", "Daar heb ik geen brief over beloofd."),),
        (("Jansen", "Dat laatste heb ik niet toegezegd."), ("Voorzitter", "Wat zegt u?"), ("Jansen", "Die van de vuurtorens.")),
    ],
)
def test_an_item_is_denied_in_any_remark_on_it(denied: tuple[tuple[str, str], ...]) -> None:
    """Not only in the last one before the chair strikes it."""
    assert len(found(*READ_OUT, *denied, ("Voorzitter", "Dan halen we die van de lijst."))) == len(found(*READ_OUT)) - 1


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("De walvissen heb ik niet toegezegd voor juni, maar wel voor juli.", "Die gaat dus door."),
        ("De walvissen heb ik niet toegezegd voor juni, maar wel voor juli.", "Dan vervalt die."),
        ("De cijfers over walvissen heb ik niet toegezegd voor juni, wel voor juli.", "Dat punt gaat dan door."),
        ("Dat laatste heb ik niet gezegd in september te doen, het wordt oktober.", "Die toezegging gaat door."),
        ("Ik heb niet gezegd dat het niet doorgaat.", "Die gaat door."),
        ("Dat laatste heb ik niet toegezegd.", "Dat was alles van de lijst."),
        ("Dat laatste heb ik niet toegezegd.", "Dan schrap ik de eerste toezegging."),
        ("Dat laatste heb ik niet toegezegd.", "Dan halen we de walvissen van de lijst."),
        ("Dat laatste heb ik niet toegezegd.", "De stemming over de vuurtorens vervalt."),
        ("Dat laatste heb ik niet toegezegd.", "Die blijft op de lijst."),
        ("Dat klopt, voorzitter.", "Dat was alles van de lijst."),
        ("Dat klopt, voorzitter.", "De tweede termijn vervalt."),
        ("Dat klopt, voorzitter.", "Die vervalt."),
        ("Dat laatste heb ik niet toegezegd.", "Die schrappen we niet, want u heeft het gezegd."),
        ("Dat laatste heb ik niet toegezegd.", "Dan halen we de termijn eraf."),
        ("Dat laatste heb ik niet toegezegd.", "Dat debat vervalt."),
        ("Dat laatste heb ik niet toegezegd.", "We gaan af op wat u zegt."),
        ("De walvissen heb ik nooit toegezegd.", "De laatste vervalt."),
        ("De walvissen heb ik nooit toegezegd.", "Dan halen we de laatste van de lijst."),
        ("Dat laatste heb ik niet toegezegd.", "De eerste gaat eraf."),
    ],
)
def test_what_the_chair_says_of_something_else_strikes_no_item(remark: str, said: str) -> None:
    """Only an item that the government denies is struck, by a sentence that points at it."""
    assert len(found(*READ_OUT, ("Jansen", remark), ("Voorzitter", said))) == len(found(*READ_OUT))


@pytest.mark.parametrize(
    "remark",
    [
        "Het zwembad opent in december.",
        "Het overleg is in december.",
        "Het onderzoek naar de sluizen komt in december.",
        "Het verdrag treedt in december in werking.",
        "Het strand is in december klaar.",
        "En het rapport over sluizen komt in december.",
        "Het vissersakkoord tekenen we in december.",
        "De sluizen zijn in december klaar.",
    ],
)
def test_when_something_else_comes_sets_no_item_right(remark: str) -> None:
    """Whatever its article is."""
    ledger = found(*READ_OUT, ("Jansen", remark), ("Voorzitter", "Dan noteren we december."))
    assert [c.deadline.text for c in ledger if c.deadline] == ["in mei", "in juni", "in september"]


@pytest.mark.parametrize(
    "remark",
    [
        "Het rapport wordt december.",
        "Het streven is december.",
        "Het doel is eind december.",
        "Het rapport komt in december.",
        "Het stuk komt pas in december.",
    ],
)
def test_another_word_for_what_was_read_names_no_other_item(remark: str) -> None:
    """Its term is that of the item that was read last."""
    ledger = found(*READ_OUT, ("Jansen", remark), ("Voorzitter", "Dan maken we daar december van."))
    assert [c.deadline.text for c in ledger if c.deadline][-1].endswith("december")


def test_an_item_is_of_the_office_the_chair_names() -> None:
    """Of two who promise the same subject, the item is of whose office is named."""
    ledger = found(
        ("Bakker", "Krijgen wij de cijfers over de nachttrein?"),
        ("Jansen", "Ik stuur de Kamer de cijfers over de nachttrein."),
        ("Smit", "Ik stuur de Kamer de cijfers over de nachttrein ook." + " Zo is het." * 50),
        ("Voorzitter", "De toezeggingen. De staatssecretaris stuurt de Kamer de cijfers over de nachttrein."),
    )
    assert [(c.speaker, c.origin) for c in ledger] == [("Jansen", "debate"), ("Smit", "both")]


@pytest.mark.parametrize(
    ("said", "promised"),
    [
        ("Mocht een stalling dichtgaan, dan informeer ik de Kamer daar direct over.", True),
        ("Als dat uit de evaluatie blijkt, dan zal ik met een voorstel komen voor een verplichting.", True),
        ("Als daar aanleiding voor is, dan rapporteren we daarover.", True),
        ("Op het moment dat we iets kunnen delen, dan zullen we dat ook doen.", True),
        ("Als een gemeente bij mij aanklopt, dan kijken we daarnaar.", False),
        ("Als de Kamer daar anders over denkt, dan hoor ik dat graag.", False),
        ("Het advies komt in juni. Daarna informeer ik de Kamer over de stallingen.", True),
        ("Ik informeer de Kamer altijd over de stallingen.", False),
        ("Daarna informeert ProRail de reizigers.", False),
    ],
)
def test_a_condition_leaves_a_promise_a_promise(said: str, promised: bool) -> None:
    """What follows a condition counts when the Kamer is told, or the deed is in the future; how things go does not."""
    assert bool(found(ASK, ("Jansen", said))) is promised


@pytest.mark.parametrize(
    "said",
    [
        "Daar kom ik voor het kerstreces bij u op terug.",
        "Dat plan komt in het eerste kwartaal van 2020 naar uw Kamer.",
        "U hoort dat voor de zomer van mij.",
        "Wel laat ik volgend jaar een evaluatie uitvoeren.",
        "Dan kom ik met een reactie.",
        "Als het langer duurt, laat ik dat mevrouw Bakker per brief weten.",
        "De resultaten zetten we online, en daar mag u mij aan houden.",
        "Ik ga dat met de bonden bespreken en dan meld ik me weer bij u.",
    ],
)
def test_other_ways_to_say_so(said: str) -> None:
    """What comes to the Kamer, what it will hear, and what is had done."""
    assert [c.quote.text for c in found(ASK, ("Jansen", said))] == [said]


# --- the labelled debates --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ledger(seed: Transcript) -> tuple[Commitment, ...]:
    return promised(seed.meeting, seed.turns, seed.events)


def good_enough(score: Score) -> None:
    def share(kind: str) -> float:
        right, n = score.share(kind)
        return right / n if n else 1.0

    wrong = [i for i in score.items if not i.right]
    assert share("listed") == 1.0, wrong
    assert share("made") >= 0.85, wrong
    assert share("claimed") >= 0.75, wrong


def test_the_bundled_debate(seed: Transcript, ledger: tuple[Commitment, ...]) -> None:
    """All nine items of the chair's list, each tied to its turn, and the debate's own promises, at the bounds of the eval."""
    score = commitments_score(labels_of("kst-28638-178", "commitments"), ledger, seed.turns)
    good_enough(score)
    assert score.share("listed") == (9, 9) and score.share("listed", "tied") == (9, 9)


def test_a_debate_it_was_not_tuned_on_has_no_list(shared: Path) -> None:
    """A chair who reads no list gives no items, and what is claimed of the debate is quotable."""
    transcript = read.read((shared / "vlos" / "e714e7d8.xml").read_bytes(), "e714e7d8.xml")
    ledger = promised(transcript.meeting, transcript.turns, transcript.events)
    assert ledger and all(c.origin == "debate" and holds(c.quote) for c in ledger)


def test_another_labelled_debate(shared: Path) -> None:
    """A list in four turns with corrections in between, at the same bounds."""
    transcript = read.read((shared / "vlos" / "d972288f.xml").read_bytes(), "d972288f.xml")
    score = commitments_score(
        labels_of("d972288f", "commitments"), promised(transcript.meeting, transcript.turns, transcript.events), transcript.turns
    )
    good_enough(score)
    assert score.share("listed") == (6, 6)


def test_every_quote_is_whole_sentences_of_the_record(ledger: tuple[Commitment, ...]) -> None:
    """Quotes, items of the list and what goes with them: all may be shown, and all stand in spoken order."""
    assert all(holds(q) for c in ledger for q in (c.quote, *c.more, *([c.listed] if c.listed else [])))
    assert [(c.quote.turn.number, c.quote.start) for c in ledger] == sorted((c.quote.turn.number, c.quote.start) for c in ledger)


# --- the exports -----------------------------------------------------------------------------------


JANSEN: tuple[str, None, Role] = ("Jansen", None, "government")
ECHO: tuple[tuple[tuple[str, str | None, Role], str], ...] = (
    (JANSEN, "Twee keer."),
    (("Bakker", "Groen", "member"), "Twee keer."),
    (JANSEN, "Ja."),
    (JANSEN, "Het wordt maart."),
)


def made(text: str, term: Deadline | None = None, role: Role = "government") -> Commitment:
    turn = Turn("m-1", 3, Speaker("Jansen", None, role, "Minister"), "", text)
    return Commitment(Quote(turn, 0, len(text)), "Jansen", (Addressee("Bakker", "Groen"),), term, "debate")


def test_the_table_cannot_run_as_a_formula() -> None:
    """Cells that start like a formula are guarded; commas, quotation marks and line ends survive a round trip."""
    text = '=1+2 zeg ik toe, "zeker", ook dit.'
    sheet = commitments_csv(about(), [made(text), made("Dat doe ik;\nja."), made("'t Is toegezegd.")], "nl")
    rows = list(csv.reader(io.StringIO(sheet.removeprefix("\ufeff"), newline="")))
    assert sheet.startswith("\ufeff") and [row[1] for row in rows[1:]] == ["'" + text, "Dat doe ik;\nja.", "'t Is toegezegd."]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_what_else_was_said_is_there_once() -> None:
    """Beside a promise stands what more was said of it, with who said it first; an echo and a bare yes do not."""
    said = [Turn("m-1", 4 + i, Speaker(*who), "", text) for i, (who, text) in enumerate(ECHO)]
    one = replace(made("Dat zeg ik toe."), more=tuple(Quote(t, 0, len(t.text)) for t in said))
    (row,) = csv.DictReader(io.StringIO(commitments_csv(about(), [one], "nl").removeprefix("\ufeff"), newline=""))
    assert row["ook gezegd"] == "Jansen: Twee keer. | Jansen: Het wordt maart."


def test_the_calendar_is_well_formed() -> None:
    """Lines of at most 75 octets ending in CR LF, text escaped, an all-day entry on the last day; the same ledger gives the same bytes."""
    term = Deadline("in het eerste kwartaal van 2020", "2020-01-01", "2020-03-31")
    one = made("Dat zeg ik toe; ook aan u, mevrouw Bakker — é\\n " + "en verder " * 30 + "niets.", term)
    text = commitments_ics(about(), [one, made("Dat doe ik.")])
    assert text == commitments_ics(about(), [one, made("Dat doe ik.")])
    assert text.count("BEGIN:VEVENT") == 1 and text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace("\r\n", "")
    whole = text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20200331" in whole and "DTEND;VALUE=DATE:20200401" in whole and "DTSTAMP:20191205T000000Z" in whole
    assert "toe\\; ook aan u\\, mevrouw Bakker — é\\\\n en" in whole and len(set(re.findall(r"UID:(.*)\r", whole))) == 1


@pytest.mark.parametrize("column", ["citaat", "termijn", "lijst van de voorzitter", "over de termijn", "ook gezegd", "op de vraag"])
def test_every_quote_of_the_table_is_read_back(column: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that has other words in any column that quotes the record is not given."""
    deviates(monkeypatch, column)
    turn = replace(made("Dat komt in maart. Ja. Wat doet zij? De brief. Ook dat.").quote.turn, speaker=PEOPLE["Jansen"])
    said = [Quote(turn, a, b) for a, b in spans(turn.text)]
    one = Commitment(said[1], "Jansen", (), Deadline("in maart", None, None), "both", said[3], (said[4],), said[2], said[0])
    with pytest.raises(FidelityError, match="wijkt af"):
        commitments_csv(about(), [one], "nl")


@pytest.mark.parametrize("column", ["vraag", "ook gevraagd", "antwoord"])
def test_every_quote_of_the_questions_is_read_back(column: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is of the questions and what answers them."""
    deviates(monkeypatch, column)
    turn = made("Komt dat? En die? Ja. Nee.").quote.turn
    said = [Quote(turn, a, b) for a, b in spans(turn.text)]
    with pytest.raises(FidelityError, match="wijkt af"):
        questions_csv(about(), [Question(said[0], (said[1],), "answered", (said[2], said[3]))], "nl")


def deviates(monkeypatch: pytest.MonkeyPatch, column: str) -> None:
    """What is read back of a table has one word more in a column."""
    reader = csv.reader

    def read_back(file: io.StringIO) -> list[list[str]]:
        heads, *rows = reader(file)
        return [heads, *([cell + " niet" if head == column else cell for head, cell in zip(heads, row, strict=True)] for row in rows)]

    monkeypatch.setattr(csv, "reader", read_back)


def test_every_quote_of_the_calendar_is_read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an entry quotes beside the promise is looked at as well."""
    one = replace(made("Dat zeg ik toe.", Deadline("maart", "2020-03-01", "2020-03-31")), corrected=made("Dat wordt maart.").quote)
    assert "Dat wordt maart." in commitments_ics(about(), [one])
    folded = calendar._folded
    monkeypatch.setattr(calendar, "_folded", lambda line: folded(line.replace("Dat wordt maart", "Dat wordt mei")))
    with pytest.raises(FidelityError, match="wijkt af"):
        commitments_ics(about(), [one])


def test_the_calendar_says_when_the_words_are_the_chairs() -> None:
    """What only stands on the chair's list is promised by another, in the chair's words; what was said in the debate is not."""
    term = Deadline("in maart 2020", "2020-03-01", "2020-03-31")
    read_out = commitments_ics(about(), [made("De minister zegt een brief toe.", term, "chair")])
    assert "Voorgelezen door de voorzitter" in read_out.replace("\r\n ", "")
    assert "Voorgelezen" not in commitments_ics(about(), [made("Dat zeg ik toe.", term)]).replace("\r\n ", "")


def test_a_calendar_without_dates_still_holds_something() -> None:
    """A calendar has at least one component: without a commitment with a date, a note that says so."""
    text = commitments_ics(about(), found(ASK, ("Jansen", "Dat zeg ik toe.")))
    assert "BEGIN:VEVENT" not in text and text.count("BEGIN:VJOURNAL\r\n") == text.count("END:VJOURNAL\r\n") == 1
    assert "SUMMARY:Geen toezegging met een datum: Proef\r\n" in text and "UID:m-1@griffier\r\nDTSTAMP:20191205T000000Z\r\n" in text


def test_text_shows_who_to_whom_and_when() -> None:
    """A reader sees the promiser, the member with party, the words, and the term with its dates; in English on request."""
    one = made("Dat zeg ik toe.", Deadline("voor de zomer", None, "2020-07-02"))
    shown = commitments_text(about(), [one], "nl")
    assert (
        "Jansen aan Bakker (Groen), beurt 3" in shown and "«Dat zeg ik toe.»" in shown and "voor de zomer (uiterlijk 2 juli 2020)" in shown
    )
    assert commitments_text(about(), [one, one], "nl").startswith(
        "2 toezeggingen: 2 alleen in het debat.\n"
    )  # of what there are none is not said
    assert "Jansen to Bakker" in commitments_text(about(), [one], "en") and "geen toezegging" in commitments_text(about(), [], "nl")


@pytest.mark.parametrize("form", [commitments_text, commitments_csv, commitments_ics])
def test_a_quote_that_is_not_the_records_is_not_shown(form: Any) -> None:
    """A pointer that leaves the turn stops every form."""
    one = made("Dat zeg ik toe.", Deadline("maart", "2020-03-01", "2020-03-31"))
    broken = Commitment(Quote(one.quote.turn, 0, 99), one.speaker, one.to, one.deadline, "debate")
    with pytest.raises(FidelityError):
        form(about(), [broken], "nl")


def test_json_of_the_contract(ledger: tuple[Commitment, ...], seed: Transcript) -> None:
    """The contract's keys, with the list's turn for what the chair read out."""
    documents = [commitment_json(c, seed.meeting.reference) for c in ledger]
    keys = {"quote", "meeting", "turn", "start", "end", "page", "speaker", "to", "deadline", "origin", "listed_turn", "reference"}
    assert all(keys <= set(d) for d in documents)
    assert {d["listed_turn"] for d in documents if d["origin"] == "both"} == {274, 278, 281}
    json.dumps(documents)


def test_the_command(warm: Path, tmp_path: Path) -> None:
    """The command prints text, JSON, a table or a calendar, writes to a file, and names a meeting it does not know."""

    def told(*how: str, status: int = 0) -> str:
        done = CliRunner().invoke(app, ["commitments", *how, "--home", str(warm)])
        assert done.exit_code == status, done.output
        return done.stdout

    document = as_json("commitments", "kst-28638-178", home=warm)
    assert document["meeting"] == "kst-28638-178" and len([c for c in document["commitments"] if c["origin"] != "debate"]) == 9
    assert "Op de lijst van de voorzitter" in told("kst-28638-178")
    path = tmp_path / "agenda.ics"
    assert "agenda.ics" in told("kst-28638-178", "--format", "ics", "-o", str(path))
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    plain = told("kst-28638-178", "--json")
    assert told("kst-28638-178", "--format", "json") == plain and json.loads(plain) == document
    told("kst-28638-178", "-o", str(tmp_path / "lijst.json"))
    assert (tmp_path / "lijst.json").read_text(encoding="utf-8") == plain
    told("kst-28638-178", "--format", "csv", "-o", str(tmp_path / "geen" / "map.csv"), status=2)
    told("kst-1-1", status=2)


# --- to whom, once ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("title", "party"), [("De heer", "Groen"), ("Mevrouw", "Rood"), ("Het lid", "Rood"), ("Het lid", "Groen")])
def test_of_namesakes_the_one_who_asked(title: str, party: str) -> None:
    """Members of two parties share a name: the one with that title, or whose question has the words of the answer, and never both."""
    subject = {"Groen": "vergunningen voor bronnen", "Rood": "datacenters in de polder"}
    turns = headed(
        ("Voorzitter", "Het woord is aan de heer De Boer."),
        ("De Boer (Groen)", f"Groen is bezorgd. Wat gebeurt er met de {subject['Groen']}?"),
        ("Voorzitter", "Het woord is aan mevrouw De Boer."),
        ("De Boer (Rood)", f"Rood is bezorgd. Wat gebeurt er met de {subject['Rood']}?"),
        ("Voorzitter", "Het woord is aan de minister."),
        ("Jansen", f"{title} De Boer vroeg naar de {subject[party]}. Ik zeg toe dat ik de Kamer voor de zomer een brief daarover stuur."),
    )
    (one,) = promised(about(), turns)
    assert one.to == (Addressee("De Boer", party),)


def test_a_confirmation_is_no_promise_of_its_own() -> None:
    """What goes over to a subject only one member asked about is for that member, not for whoever broke in before; "Dat is een
    toezegging." confirms it."""
    turns = headed(
        ("Voorzitter", "Het woord is aan de heer Visser."),
        ("Visser", "Blauw wil sporen in het noorden. Wat kost de Nedersaksenlijn volgens de raming?"),
        ("Voorzitter", "Het woord is aan mevrouw De Boer."),
        ("De Boer (Rood)", "Rood wil dat treinen harder rijden. Wanneer zijn de viaducten klaar?"),
        ("Voorzitter", "Het woord is aan de minister."),
        ("Jansen", "Mevrouw De Boer vroeg naar de viaducten. Die zijn in 2031 klaar."),
        ("De Boer (Rood)", "Kan het sneller?"),
        (
            "Jansen",
            "Nee. Dan de Nedersaksenlijn. Het is 2 miljard euro. Ik praat daar met de regio over en ik stuur de Kamer in januari een brief.",
        ),
        ("Visser", "Is dat een toezegging?"),
        ("Jansen", "Dat is een toezegging."),
    )
    (one,) = promised(about(), turns)
    assert one.to == (Addressee("Visser", "Blauw"),)
    assert "brief" in one.quote.text and [q.text for q in one.more] == ["Dat is een toezegging."]


def test_what_comes_of_it_is_the_same_promise() -> None:
    """A talk, and telling the Kamer what comes of it, is promised once, to the one who asked about its subject."""
    turns = headed(
        ("Voorzitter", "Het woord is aan de heer Visser."),
        ("Visser", "De lekverliezen in het leidingnet zijn groot. Wat doet de minister aan die lekverliezen?"),
        ("Voorzitter", "Het woord is aan de minister."),
        ("Jansen", "Over de lekverliezen ga ik in gesprek met de waterbedrijven. Ik laat de Kamer in het najaar weten wat daaruit komt."),
    )
    (one,) = promised(about(), turns)
    assert one.to == (Addressee("Visser", "Blauw"),) and len(one.more) == 1


# --- what was promised, in what words --------------------------------------------------------------

TERMS = ("Jansen", "Mevrouw Van Dijk vroeg om een overzicht van dode bomen. Dat doe ik. De heer Bakker vroeg naar de tellingen. Die krijgt hij binnen drie weken."
         " Een proef in Ede lijkt mij mooi. Ik zal die voor 1 maart aankondigen.")  # fmt: skip
SPEECHES = (
    ("Voorzitter", "Het woord is aan de heer Bakker."),
    ("Bakker", "De esdoorns in de laan gaan dood, en niemand telt ze. Groen wil dat tellingen openbaar worden. Wanneer komt het register van kapvergunningen?"
     " Is de minister bereid een proef te starten in Ede, met nieuwe iepen die tegen de schimmel kunnen en jonge linden daarnaast?"),
    ("Voorzitter", "Het woord is aan mevrouw Van Dijk."),
    ("Van Dijk", "Rood ziet dat bomen verdwijnen langs provinciale wegen. Daar moeten nieuwe voor terugkomen, en wel op dezelfde plek, zodat de laan een laan"
     " blijft en er schaduw is voor wie fietst. Kan de minister elk najaar een overzicht sturen van dode bomen?"),
    ("Voorzitter", "Het woord is aan de minister."),
)  # fmt: skip


def test_what_a_member_requested_and_gets_is_promised_each_by_itself() -> None:
    """ "Dat doe ik." behind the request taken up, what he gets with a term, and what leans on a new subject are three promises, each with its own member and words."""
    overview, counts, trial = found(*SPEECHES, TERMS)
    assert (
        overview.quote.text == "Mevrouw Van Dijk vroeg om een overzicht van dode bomen. Dat doe ik." and overview.to[0].name == "Van Dijk"
    )
    assert counts.quote.text.endswith("Die krijgt hij binnen drie weken.") and counts.to[0].name == "Bakker"
    assert counts.deadline == Deadline("binnen drie weken", None, "2019-12-26") and overview.deadline is None
    assert trial.quote.text.startswith("Een proef in Ede") and trial.deadline == Deadline("voor 1 maart", None, "2020-02-29")


def test_an_answer_to_several_speeches_opens_for_whoever_asked() -> None:
    """What begins an answer is not for whoever spoke last: it is for who asked about it, and stands with the sentence that says what is sent."""
    opens = "Het register van kapvergunningen is in het eerste kwartaal van volgend jaar klaar. Ik zal dat dan aan de Kamer sturen."
    rest = " Iepen groeien traag. Linden ruiken lekker. Een eik wordt oud. De wortels raken de weg. Het asfalt barst. Wegbeheerders snoeien in de winter."
    (one,) = found(*SPEECHES, ("Jansen", opens + rest))
    assert (one.quote.text, one.to, one.asked) == (opens, (Addressee("Bakker", "Groen"),), None)
    assert one.deadline == Deadline("in het eerste kwartaal van volgend jaar", "2020-01-01", "2020-03-31")


@pytest.mark.parametrize(
    ("request_", "reply", "shown", "asked"),
    [
        ("Ik wil graag een gesprek met de boomkwekers. Kan hij dat toezeggen?", "Ja, dat zeg ik toe.", "Ja, dat zeg ik toe.",
         "Ik wil graag een gesprek met de boomkwekers. Kan hij dat toezeggen?"),
        ("Voor mensen in Ede is er nog geen folder over de iepziekte.", "Die komt er. Dat zeg ik de heer Bakker toe.",
         "Die komt er. Dat zeg ik de heer Bakker toe.", "Voor mensen in Ede is er nog geen folder over de iepziekte."),
        ("Neemt hij de kastanjes in dat gesprek mee?", "Zeker. Dat is toegezegd.", "Zeker. Dat is toegezegd.", "Neemt hij de kastanjes in dat gesprek mee?"),
        ("Wil de minister in Brussel vragen of de regel over plantgoed kan worden versoepeld?", "Ja, dat doe ik. Ik neem het mee naar de Landbouwraad.",
         "Ja, dat doe ik. Ik neem het mee naar de Landbouwraad.", "Wil de minister in Brussel vragen of de regel over plantgoed kan worden versoepeld?"),
    ],
)  # fmt: skip
def test_a_bare_promise_says_what_in_the_words_of_who_requested_it(request_: str, reply: str, shown: str, asked: str) -> None:
    """The request stands with it: with the sentence that says about what, in a turn of its own, in text, table, calendar and JSON."""
    turns = (*SPEECHES, ("Jansen", "Dan de lanen. Die zijn van de provincie."), ("Bakker", request_), ("Jansen", reply))
    (one,) = found(*turns)
    assert one.quote.text == shown and one.asked is not None and (one.asked.text, one.asked.turn.number) == (asked, 7) and holds(one.asked)
    dated = replace(one, deadline=Deadline("voor 1 mei", None, "2020-04-30"))
    assert f"Op de vraag van Bakker (Groen), beurt 7: «{asked}»" in commitments_text(about(), [dated], "nl")
    (row,) = csv.DictReader(io.StringIO(commitments_csv(about(), [one], "nl").removeprefix("\ufeff"), newline=""))
    assert f"Bakker (Groen), beurt 7: {asked}" in row.values()
    calendar = commitments_ics(about(), [dated]).replace("\r\n ", "").replace("\\,", ",")
    assert f"SUMMARY:Toezegging van Jansen aan Bakker (Groen), op de vraag van Bakker: «{asked}»" in calendar
    assert commitment_json(dated, "Proef")["asked"]["quote"] == asked


def test_the_term_of_a_promise() -> None:
    """The term of the clause in which the Kamer hears goes before that of the deed; a term that is asked for and said again belongs to the promise;
    a reply to another subject is no more of what was promised before it."""
    say = "Over de esdoorns neem ik dit voorjaar een besluit, en dat laat ik de Kamer voor 1 mei weten. Dan de heer Bakker en de linden."
    first, second = found(
        *SPEECHES,
        ("Jansen", say),
        ("Bakker", "Gaat hij dat gesprek echt voeren?"),
        ("Jansen", "Daar ben ik toe bereid. Binnen drie weken spreek ik de kwekers."),
    )
    assert first.deadline == Deadline("voor 1 mei", None, "2020-04-30") and not first.more
    assert second.deadline == Deadline("Binnen drie weken", None, "2019-12-26") and [q.text for q in second.more] == [
        "Binnen drie weken spreek ik de kwekers."
    ]
    say = "Mevrouw Van Dijk wil een onderzoek naar wegbomen. Dat kan ik toezeggen."
    (one,) = found(*SPEECHES, ("Jansen", say), ("Van Dijk", "En dan bij de begroting?"), ("Jansen", "Ja, bij de begroting voor 2021."))
    assert one.deadline == Deadline("bij de begroting voor 2021")


def test_the_outcome_is_of_what_was_said_before_it_and_the_chair_may_set_its_term_right_in_half_a_sentence() -> None:
    """ "Over de uitkomst informeer ik u …" is tied and shown with the talk it is of, whomever the chair names; "Het wordt dus na de zomer, en …" is its term."""
    (one,) = found(
        *SPEECHES,
        ("Jansen", "De heer Bakker opperde een bomenfonds. Wat ik wil doen, is het gesprek aangaan met de kwekers over een vrijwillige afdracht. "
         "Over de uitkomst informeer ik de Kamer na de zomer."),
        ("Voorzitter", "Ik lees de toezeggingen voor.\n– De minister informeert de Kamer voor de zomer over de uitkomst van het gesprek over een "
         "vrijwillige afdracht. Dat is een toezegging aan mevrouw Van Dijk."),
        ("Bakker", "Die was aan mij, en volgens mij na de zomer."),
        ("Voorzitter", "U heeft gelijk. Het wordt dus na de zomer, en de toezegging is aan de heer Bakker. Ik sluit de vergadering."),
    )  # fmt: skip
    assert one.origin == "both" and one.quote.text.startswith("Wat ik wil doen") and one.quote.text.endswith("na de zomer.")
    assert one.deadline is not None and one.deadline.text == "na de zomer"


def test_a_yes_to_another_talk_is_no_more_of_the_talk_before_it() -> None:
    """ "Dat doe ik." to whoever asks to bring something else up: a promise of its own, with its question; a yes to "dat gesprek" is of that talk."""
    say = "De heer Bakker vroeg naar de linden in Ede. Die neem ik mee in het overleg met de kwekers. Er staan 30 populieren langs scholen."
    opened, other = found(
        *SPEECHES,
        ("Jansen", say),
        ("Bakker", "Dertig is weinig. Wil hij dat onder de aandacht brengen van de schoolbesturen?"),
        ("Jansen", "Dat doe ik. Ik spreek de schoolbesturen morgen al."),
    )
    assert (opened.deadline, opened.more) == (None, ())
    assert other.asked is not None and "schoolbesturen" in other.asked.text and other.deadline is not None
    (one,) = found(*SPEECHES, ("Jansen", say), ("Bakker", "Gaat hij dat overleg echt voeren?"), ("Jansen", "Ja, dat doe ik."))
    assert one.quote.turn == opened.quote.turn


def test_a_list_that_is_only_noted_and_a_term_in_other_words() -> None:
    """Items behind "Ik noteer:" and a dash are the chair's list, whatever the verb; its term is as good as one some days off, and both words are kept."""
    turns = (
        *SPEECHES,
        ("Jansen", "Mevrouw Van Dijk vroeg om een overzicht van dode bomen. Voor de zomer stuur ik dat overzicht."),
        (
            "Voorzitter",
            "Ik noteer:\n– De Minister verstrekt voor 1 juli een overzicht van dode bomen, toegezegd aan mevrouw Van Dijk.\nIk sluit de vergadering.",
        ),
    )
    (one,) = found(*turns)
    assert one.origin == "both" and one.listed is not None and "voor 1 juli" in one.listed.text and "Voor de zomer" in one.quote.text
    assert one.deadline == Deadline("voor 1 juli", None, "2020-06-30")
    told = commitments_ics(about(), [one]).replace("\r\n ", "")
    assert "Voor de zomer" in told and "voor 1 juli" in told


def test_what_comes_back_every_season_comes_back_in_the_calendar() -> None:
    """ "Ieder najaar" has the dates of the first time and is repeated each year."""
    (one,) = found(*SPEECHES, ("Jansen", "Mevrouw Van Dijk zeg ik toe dat ik de Kamer ieder najaar een overzicht van dode bomen stuur."))
    assert one.deadline == Deadline("ieder najaar", "2020-09-01", "2020-11-30")
    assert "RRULE:FREQ=YEARLY" in commitments_ics(about(), [one])


TALK = ("Jansen", "Mevrouw Van Dijk vroeg om herplant langs wegen. Ik bespreek dat in februari met de provincies. Ik laat mevrouw Van Dijk de uitkomst van dat gesprek weten.")  # fmt: skip
READ = "Ik lees de toezeggingen voor. De minister laat mevrouw Van Dijk weten wat het gesprek met de provincies over herplant heeft opgeleverd."


def test_the_day_of_a_talk_is_no_term_of_the_letter_about_it() -> None:
    """Where the chair reads out that the Kamer hears what comes of a talk, that is what is promised, and it has no term: not in the calendar either."""
    (one,) = found(*SPEECHES, TALK, ("Voorzitter", READ))
    assert one.origin == "both" and one.deadline is None and one.quote.text.startswith("Ik laat mevrouw Van Dijk")
    assert "BEGIN:VEVENT" not in commitments_ics(about(), [one])
    (two,) = found(*SPEECHES, TALK)
    assert two.deadline is None and "Ik bespreek dat in februari met de provincies." in {q.text for q in two.more}


@pytest.mark.parametrize(
    ("then", "term"),
    [
        ("Het streven is de proef voor de zomer met een brief aan u af te sluiten.", "voor de zomer"),
        ("Naar verwachting is dat in maart.", "in maart"),
        ("Ik denk dat ik dat voor 1 mei rond heb.", "voor 1 mei"),
        ("Dat is in april.", "in april"),
        ("De verwachting is dat bomen in maart weer uitlopen.", None),
        ("Ik hoop dat de lente vroeg begint, liefst in maart.", None),
    ],
)
def test_the_next_sentence_may_give_the_time(then: str, term: str | None) -> None:
    """What is planned for what was just promised, in a sentence of its own, is its term; what is expected of something else is not."""
    (one,) = found(*SPEECHES, ("Jansen", f"De heer Bakker vroeg om een proef in Ede. Die zeg ik toe. {then}"))
    assert (one.deadline.text if one.deadline else None) == term and (one.dated is not None) == (term is not None)


@pytest.mark.parametrize("yes", ["Ja, dat kan ik toezeggen.", "Dat zeg ik toe.", "Jazeker, dat beloof ik."])
def test_a_yes_stands_with_the_sentence_that_says_to_what(yes: str) -> None:
    """After a bare yes the speaker says what with the words of the question, and till when: both sentences are the promise."""
    turns = (
        *SPEECHES,
        ("Jansen", "Dan de lanen. Die zijn van de provincie."),
        ("Bakker", "Kan de minister toezeggen dat de iepenwacht blijft bestaan?"),
    )
    (one,) = found(*turns, ("Jansen", f"{yes} De iepenwacht blijft tot eind 2021 bestaan. De eiken zijn een ander verhaal."))
    assert one.quote.text == f"{yes} De iepenwacht blijft tot eind 2021 bestaan." and holds(one.quote)
    assert one.deadline == Deadline("eind 2021", "2021-10-01", "2021-12-31")
    (two,) = found(*turns, ("Jansen", f"{yes} De provincies denken daar anders over."))
    assert two.quote.text == yes and two.asked is not None and two.deadline is None


@pytest.mark.parametrize(
    "read",
    [
        "Ten eerste stuurt de minister {a}, ten tweede {b}, en tot slot {c}.",
        "De eerste is dat de minister {a} stuurt; de tweede dat hij {b}; de derde: {c}.",
    ],
)
def test_a_list_in_one_sentence(read: str) -> None:
    """Items that one sentence numbers are items apart, each with its own term, and each shows that sentence."""
    told = read.format(
        a="voor 1 mei een brief over het register", b="stuurt hij elk najaar een overzicht van dode bomen", c="komt er een proef in Ede"
    )
    listed = chair_list(debate(("Jansen", LONG), ("Voorzitter", f"Ik lees de toezeggingen voor. {told}")))
    assert [word for item in listed for word in ("register", "overzicht", "Ede") if word in item.text] == ["register", "overzicht", "Ede"]
    assert {item.quote.text for item in listed} == {told} and all(holds(item.quote) for item in listed)
    ledger = found(*SPEECHES, TERMS, ("Voorzitter", f"Ik lees de toezeggingen voor. {told}"))
    assert [c.deadline.text for c in ledger if c.listed and "dode bomen" in c.quote.text and c.deadline] == ["elk najaar"]


def test_items_of_one_sentence_are_entries_apart() -> None:
    """A calendar keeps one entry of a UID: each item has its own, the same however few of them are exported."""
    read = "Ten eerste stuurt de minister in mei een brief over wiersen, ten tweede in juni een overzicht van kolken, en tot slot in juli de cijfers over vlonders."
    ledger = found(("Jansen", LONG), ("Voorzitter", f"Ik lees de toezeggingen voor. {read}"))
    names = re.findall(r"UID:(.*)\r", commitments_ics(about(), ledger))
    assert len(set(names)) == len(ledger) == 3
    assert [re.findall(r"UID:(.*)\r", commitments_ics(about(), [one])) for one in ledger] == [[name] for name in names]


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("Het besluit over bomenkap gaat in maart in internetconsultatie.", "in maart"),
        ("De wet op de wegbomen stuur ik voor de zomer naar de Raad van State.", "voor de zomer"),
        ("In het nieuwe besluit zet ik de afstand op drie meter.", None),
        ("Ik bericht u per brief over de afstand.", None),
    ],
)
def test_the_next_step_of_a_rule_is_promised(said: str, term: str | None) -> None:
    """A bill that goes on to its next step by a day, and what is put into a rule or a guide that is to come, in answer to a member."""
    (one,) = found(*SPEECHES, ("Jansen", f"Mevrouw Van Dijk vroeg naar herplant op dezelfde plek. {said}"))
    assert one.quote.text.endswith(said) and one.to == (Addressee("Van Dijk", "Rood"),)
    assert (one.deadline.text if one.deadline else None) == term


@pytest.mark.parametrize(
    "said",
    [
        "Het besluit over bomenkap is nu in consultatie.",
        "In het besluit lees ik dat anders.",
        "De consultatie over de wet was in maart.",
        "Ik maak wel onderscheid tussen eiken en iepen.",
        "Ik deel met u de zorg over de laan.",
        "Laat ik vooropstellen dat iedereen in de wijk vandaag schaduw krijgt.",
        "Alle betrokkenen krijgen nu al hulp van de boswachter.",
    ],
)
def test_how_things_stand_is_no_promise(said: str) -> None:
    """A bill that is in consultation already, what one reads, tells apart or agrees with, what everybody gets."""
    assert found(*SPEECHES, ("Jansen", f"Mevrouw Van Dijk vroeg naar herplant op dezelfde plek. {said}")) == ()


SECOND = (
    ("Jansen", "Mevrouw Van Dijk vroeg om herplant. Ik laat Wageningen onderzoeken of linden daartegen kunnen."),
    ("Voorzitter", "De tweede termijn. Mevrouw Van Dijk."),
    ("Van Dijk", "Wanneer is het onderzoek van Wageningen naar de linden klaar?"),
    ("Voorzitter", "De heer Bakker."),
    ("Bakker", "Dank voor de proef in Ede. Wanneer begint die?"),
    ("Voorzitter", "De minister."),
)


def test_a_second_term_answers_who_asked_and_a_study_is_told_once() -> None:
    """What opens the reply to several second terms is for who asked about it, not for who spoke last; the report of a study is that study's promise."""
    (one,) = found(
        *SPEECHES, *SECOND, ("Jansen", "Wageningen rondt het onderzoek in maart af en ik stuur het rapport in april naar de Kamer.")
    )
    assert one.to == (Addressee("Van Dijk", "Rood"),) and one.deadline == Deadline("in april", "2020-04-01", "2020-04-30")
    assert [q.turn.number for q in one.more] == [6]


def test_the_day_on_which_somebody_knew_is_no_term() -> None:
    """ "Die krijgt u." is followed by what was; that is not when it comes."""
    turns = (
        *SPEECHES,
        ("Jansen", "Dan de lanen. Die zijn van de provincie."),
        ("Bakker", "Krijg ik de datum nog waarop de minister dit wist?"),
    )
    (one,) = found(*turns, ("Jansen", "Die krijgt u. Ik ben op 8 december door Ede ingelicht en mijn ambtenaren wisten het op 6 december."))
    assert one.deadline is None


@pytest.mark.parametrize(
    ("right", "term"),
    [("Dat is Almelo, voorzitter, niet Ede.", "voor 1 mei"), ("Voor 1 juni, voorzitter.", "Voor 1 juni"), ("Dat klopt.", "voor 1 mei")],
)
def test_what_sets_the_list_right_stands_in_the_row(right: str, term: str) -> None:
    """Words of an item that are set right stand beside it in text, table and calendar, as a term that is set right does."""
    trial = ("Jansen", "De heer Bakker vroeg om een proef met iepen. Ik zeg toe dat die er komt en meld u voor 1 mei hoe.")
    read = ("Voorzitter", "Ik lees de toezeggingen voor. De minister meldt voor 1 mei hoe de proef met iepen in Ede wordt gedaan.")
    (one,) = found(*SPEECHES, trial, read, ("Jansen", right), ("Voorzitter", "Waarvan akte. Ik sluit de vergadering."))
    set_right = right != "Dat klopt."
    assert (one.corrected is not None) is set_right and one.deadline is not None and one.deadline.text == term
    for told in (
        commitments_text(about(), [one], "nl"),
        commitments_csv(about(), [one], "nl"),
        commitments_ics(about(), [one]).replace("\r\n ", "").replace("\\", ""),
    ):
        assert ("Rechtgezet, Minister Jansen" in told) is set_right and (not set_right or right in told)


def test_the_dash_of_a_list_is_no_word_of_the_chair() -> None:
    """Text, table, calendar, JSON and the screen with its citation quote an item without its dash, word for word."""
    (one,) = found(
        ("Bakker", "Wanneer?"),
        ("Jansen", LONG),
        ("Voorzitter", "Ik noteer:\n– De minister stuurt de Kamer voor 1 mei een brief over iepen."),
    )
    for told in (commitments_text(about(), [one], "nl"), commitments_csv(about(), [one], "nl"), commitments_ics(about(), [one])):
        assert "De minister stuurt" in told and "– De minister" not in told
    spot = commitment_json(one, "Proef")
    assert spot["quote"] == spot["listed"]["quote"] == one.quote.text and one.quote.text.startswith("De minister stuurt")
    assert commitments_html(about(), [one], {}).count(enc(one.quote.text)) == 2 and enc("– De") not in commitments_html(about(), [one], {})


def test_in_the_block_of_one_member_nobody_else_is_answered() -> None:
    """A subject that another asked about too stays with the member whose questions are taken up, where the other gets a block of her own later."""
    turns = (
        ("Voorzitter", "Het woord is aan de heer Bakker."),
        (
            "Bakker",
            "Groen wil dat de commissie eerder bijeenkomt. Kan de minister dat vervroegen, zodat wij het bij de begroting kunnen betrekken?",
        ),
        ("Voorzitter", "Het woord is aan mevrouw Van Dijk."),
        (
            "Van Dijk",
            "Rood leest de Miljoenennota met zorg. Betrekt de minister de gemeenten bij de lijst van bezuinigingen in de Miljoenennota?",
        ),
        ("Voorzitter", "Het woord is aan de minister."),
        (
            "Jansen",
            "Dan heb ik nog vragen van de heer Bakker. De Miljoenennota en haar lijst van bezuinigingen komen eerst. Wat betreft de Miljoenennota krijgt u daarvoor nog een brief.\n"
            "Dan de vraag van mevrouw Van Dijk over de gemeenten. Die lijst is van ambtenaren.",
        ),
    )
    (one,) = found(*turns)
    assert one.to == (Addressee("Bakker", "Groen"),)


# --- what belongs to which promise ----------------------------------------------------------------

ASKED_FIRST = ("Bakker", "De zeehonden hebben het zwaar en de opvang is vol. Ik vraag de minister wat hij daaraan gaat doen. " * 3)


def test_a_term_belongs_to_what_was_asked_about() -> None:
    """An answer to "when?" goes with the promise the question is about, also the one made right after it."""
    advice, study = found(
        ASKED_FIRST,
        ("Jansen", "Ik zal de dierenartsen om een advies over zeehonden vragen."),
        ("Bakker", "En wanneer komt het onderzoek van de universiteit naar de bruinvissen?"),
        ("Jansen", "In juni. Ik stuur het met een brief naar de Kamer."),
    )
    assert (advice.deadline, advice.more) == (None, ())
    assert study.deadline and (study.deadline.text, study.dated and study.dated.text) == ("In juni", "In juni.")


def test_the_letter_with_the_term_is_the_promise() -> None:
    """A deed without a term and the letter on it that has one are one promise, told by the letter; side by side they are one quote."""
    (apart,) = found(
        ASKED_FIRST,
        ("Jansen", "Over de opvang zal ik met de provincie overleggen."),
        ("Bakker", "Wanneer horen wij wat dat overleg over de opvang oplevert?"),
        ("Jansen", "Ik stuur daar voor het kerstreces een brief over."),
    )
    assert apart.quote.text == "Ik stuur daar voor het kerstreces een brief over." and [q.turn.number for q in apart.more] == [2]
    (beside,) = found(ASKED_FIRST, ("Jansen", "Ik zal de provincie om een advies vragen. Dat advies stuur ik in maart naar de Kamer."))
    assert beside.quote.text == "Ik zal de provincie om een advies vragen. Dat advies stuur ik in maart naar de Kamer."


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("En de netten? Wanneer komt de minister daarmee?", "Het voorstel van de ICES komt eind 2020, en daar wacht ik op."),
        ("En de netten?", "Het voorstel van de ICES komt eind 2020, en daar kijk ik naar uit."),
        ("En de netten?", "De Europese visserijraad komt in juni bijeen, en dat wacht ik af."),
    ],
)
def test_what_another_does_and_one_waits_for_is_no_promise(asked: str, said: str) -> None:
    """A date of what somebody else does is no term of the speaker's."""
    assert found(ASKED_FIRST, ("Jansen", "Dank u wel."), ("Bakker", asked), ("Jansen", said)) == ()


def test_a_refusal_is_no_part_of_a_promise() -> None:
    """What is refused right before is not quoted with what is promised; what is promised instead ("Wel …") is a promise."""
    (report,) = found(
        ASKED_FIRST, ("Jansen", "Ik doe dat niet zolang de vangst onbekend is. Het rapport daarover stuur ik in maart naar de Kamer.")
    )
    assert report.quote.text == "Het rapport daarover stuur ik in maart naar de Kamer."
    for wel in ("Wel zal ik de opvangcentra vragen hoe zij daarover denken.", "Ik wil wel met de opvangcentra bespreken of dat kan."):
        (instead,) = found(ASKED_FIRST, ("Jansen", f"Een keurmerk kan ik niet toezeggen. {wel}"))
        assert instead.quote.text == wel
    for no in ("Ik zal dat eerst met de opvangcentra moeten bespreken.", "Ik ga wel mijn best doen.", "Ik wil er wel naar kijken."):
        assert not found(ASKED_FIRST, ("Jansen", f"Een keurmerk kan ik niet toezeggen. {no}"))


def test_what_leans_on_another_thing_further_on_in_a_later_answer_is_another_promise() -> None:
    """ "Die krijgt de Kamer in mei." after the sentence that names a list is of that list; right after a member asks on, it is the promise before."""
    first = ("Jansen", "Ik zal de vraag van de heer Bakker over de tol doorgeleiden naar de staatssecretaris.")
    again = ("Bakker", "Ligt het keurmerk er al?")
    listed = (
        "Het keurmerk is er sinds mei.\nIk ga door. De lijst met strandingen per eiland is bijna af. Die ontvangt de Kamer in september."
    )
    assert [len(c.more) for c in found(ASKED_FIRST, first, again, ("Jansen", listed))] == [0, 0]
    letter = ("Jansen", "Ik stuur de Kamer een brief over de zeehonden.")
    (one,) = found(
        ASKED_FIRST, letter, ("Bakker", "Kan dat eerder?"), ("Jansen", "De ambtenaren werken dag en nacht. Die krijgt u in juni.")
    )
    assert one.deadline is not None and one.deadline.text == "in juni"


@pytest.mark.parametrize(
    ("said", "term"),
    [
        (
            "De regeling gaat in september in consultatie en ik verwacht haar in het voorjaar van 2028 bij de Kamer in te dienen.",
            "in het voorjaar van 2028",
        ),
        ("De telling begint in september en de uitkomst stuur ik in het voorjaar van 2028 naar de Kamer.", "in het voorjaar van 2028"),
        ("Ik stuur de brief over de opvang in mei naar de Kamer en in september een rapport aan de provincies.", "in mei"),
        ("Ik ga het plan in juni met de opvang bespreken, zoals ik in maart aan de Kamer schreef.", "in juni"),
        ("Ik stuur de Kamer het plan in juni of juli.", "in juni of juli"),
        ("Ik stuur de Kamer in mei de cijfers en in september gaat de wet naar de Kamer.", "in mei"),
        ("In mei krijgt u het overzicht en in september ligt de wet bij de Kamer.", "In mei"),
    ],
)
def test_of_two_terms_the_one_by_which_the_kamer_has_it(said: str, term: str) -> None:
    """The step before it, and the day of what was written before, are no term of what the Kamer gets."""
    (made_,) = found(ASKED_FIRST, ("Jansen", said))
    assert made_.deadline is not None and made_.deadline.text == term


def test_what_an_answer_to_a_member_grants_in_few_words() -> None:
    """What he gets, what one may expect, and a deed by a last day are promises where a member is answered; each subject that is
    named is one of its own; a yes takes the term that was asked for; a fact in the same form is none."""
    say = (
        "De heer Bakker vroeg naar de esdoorns. Ik bel deze week nog met de provincie. Over het register komt een brief. Die kunt u in maart verwachten."
        " De tellingen maak ik openbaar, vóór 1 februari. De kosten: ja. De laan is in 1950 aangelegd."
    )
    made = found(
        *SPEECHES,
        ("Jansen", say),
        ("Van Dijk", "Kan de minister dan ten minste elk voorjaar laten zien hoeveel bomen er staan?"),
        ("Jansen", "Dat lijkt me redelijk. Dat doe ik."),
    )
    assert [c.quote.text for c in made] == [
        "Ik bel deze week nog met de provincie.",
        "Over het register komt een brief. Die kunt u in maart verwachten.",
        "De tellingen maak ik openbaar, vóór 1 februari.",
        "Dat lijkt me redelijk. Dat doe ik.",
    ]
    assert made[1].deadline == Deadline("in maart", "2020-03-01", "2020-03-31")
    assert [c.to[0].name for c in made] == ["Bakker", "Bakker", "Bakker", "Van Dijk"]
    assert made[2].deadline == Deadline("vóór 1 februari", None, "2020-01-31")
    assert made[3].deadline == Deadline("elk voorjaar", "2020-03-01", "2020-05-31") and made[3].asked is not None and made[3].dated is None


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("De heer Bakker vraagt om de tellingen over te doen. Dat is redelijk en dat doe ik.", True),
        ("De heer Bakker vraagt om de tellingen over te doen. Dat lijkt me goed, dat ga ik doen.", True),
        ("Ik houd de Kamer ieder halfjaar op de hoogte van de doorlooptijd, voor het eerst in juli.", True),
        ("De heer Bakker vraagt om de tellingen over te doen. Dat is niet aan mij en dat doe ik niet.", False),
        ("De heer Bakker vraagt om de tellingen over te doen. Dat is werk van gemeenten, en dat doen zij goed.", False),
        ("Ik houd de Kamer daar graag van op de hoogte.", False),
        ("Als er in mei iets verandert, houd ik mij op de hoogte.", False),
        ("Wij gaan met de gemeenten de lasten delen.", False),
        ("Ik zal daar zijn.", True),
        ("Ik houd mij op de hoogte van de cijfers, die in juli komen.", False),
    ],
)
def test_a_request_that_is_judged_and_granted_in_one_sentence(said: str, made: bool) -> None:
    """ "Dat is redelijk en dat doe ik." grants, and who keeps the Kamer informed by a day promises; a judgement alone does not."""
    assert bool(found(*SPEECHES, ("Jansen", said))) == made


def test_a_reply_that_is_only_a_term_says_when() -> None:
    """Whatever the words of the question, "Deze winter." is the term of what was promised right before; of nothing promised it is no promise."""
    promised = ("Jansen", "De kooien zijn besteld. Ik zal ze onder alle opvangcentra verspreiden.")
    (one,) = found(ASKED_FIRST, promised, ("Bakker", "Wat betekent binnenkort bij die kooien?"), ("Jansen", "Deze winter."))
    assert one.deadline and (one.deadline.text, one.dated and one.dated.turn.number) == ("Deze winter", 4)
    assert found(ASKED_FIRST, ("Jansen", "Dank."), ("Bakker", "Is de brug dan weer open?"), ("Jansen", "Volgend jaar.")) == ()


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("Dat cijfer ken ik niet; dat lever ik na.", None),
        ("Het wetsvoorstel is bijna klaar; in maart ligt het bij u op tafel.", "in maart"),
        ("Ik laat u na dat overleg weten wat eruit gekomen is.", None),
        ("De heer Bakker krijgt van mij bericht zodra ik de provincie gesproken heb.", "zodra ik de provincie gesproken heb"),
    ],
)
def test_a_deed_told_in_few_words_and_what_hangs_on_it(said: str, term: str | None) -> None:
    """A verb with its particle, what lies on the table by a day, and what is done already only in a clause that hangs on the promise."""
    (one,) = found(*SPEECHES, ("Jansen", "De heer Bakker vroeg naar het register. " + said))
    assert (one.deadline.text if one.deadline else None) == term


@pytest.mark.parametrize("said", ["Daar reageer ik graag op.", "Dat wacht ik rustig af.", "Het voorstel ligt al bij u op tafel."])
def test_a_verb_with_its_particle_that_is_no_deed(said: str) -> None:
    """What is only said, awaited or done already is no promise."""
    assert found(*SPEECHES, ("Jansen", "De heer Bakker vroeg naar het register. " + said)) == ()


def test_a_reply_that_points_back_is_the_chairs_letter() -> None:
    """ "Ja, daar schrijf ik u over." is read with the question before it and is to who asked; a deed that is no letter is not the letter on the list."""
    ledger = found(
        ("Bakker", "Groen wil dat de fiets mee kan in de trein. Graag een reactie."),
        (
            "Jansen",
            "De heer Bakker begon over de fiets. In de spits is daar geen plek voor. Wel begin ik in september een proef in Groningen.",
        ),
        ("Voorzitter", "Tweede termijn. Mevrouw Van Dijk."),
        ("Van Dijk", "Wil de minister de Kamer laten weten hoe de proef in Groningen verloopt?"),
        ("Voorzitter", "De minister."),
        ("Jansen", "Ja, daar schrijf ik u in het voorjaar van 2021 over."),
        ("Voorzitter", "Ik lees de toezegging voor. De minister informeert de Kamer in het voorjaar van 2021 over de proef met de fiets."),
    )
    (both,) = (c for c in ledger if c.origin == "both")
    assert both.quote.text.startswith("Ja, daar schrijf ik u") and [a.name for a in both.to] == ["Van Dijk"] and both.asked is not None


def test_whoever_an_item_was_promised_to_sets_it_right_after_the_list() -> None:
    """Once the list is closed a remark that names nothing is about the item of whoever makes it, and of no other."""
    read_out = "Ik lees de toezeggingen voor. Ten eerste stuurt de minister voor de zomer de ramingen. Ten tweede legt de minister de kwestie van de zendmasten voor aan de landsadvocaat, met een reactie binnen drie maanden aan mevrouw Bakker. Dat waren ze."
    taken = ("Voorzitter", "Ik zie de minister knikken. Een maand dus, en ik pas het aan.")
    start = (ASK, ("Jansen", "Dat wordt nu bezien."), ("Voorzitter", read_out))
    wrong = "Een maand, voorzitter. De minister zei: binnen een maand."
    terms = [one.deadline and one.deadline.text for one in found(*start, ("Bakker", wrong), taken)]
    assert terms == ["voor de zomer", "binnen een maand"]
    assert [one.deadline and one.deadline.text for one in found(*start, ("Van Dijk", wrong), taken)] == [
        "voor de zomer",
        "binnen drie maanden",
    ]


@pytest.mark.parametrize(
    ("said", "read", "shown", "to", "term"),
    [
        # a term and what is delivered in one breath: the term is the time
        ((("Jansen", "De heer Bakker vroeg naar de iepenproef. De proef in Ede loopt. Ik verwacht de uitslag na de zomer en zal die dan met de Kamer delen. "
           "Tot die tijd plant ik geen iepen."),),
         "De minister deelt na de zomer het onderzoek naar de iepenproef in Ede.", "Ik verwacht de uitslag", "Bakker", "na de zomer"),
        # whoever breaks in goes on about what was being said: the letter is on that
        ((("Jansen", "Dan de schimmel in Ede. Ik ben bereid 80.000 euro bij te dragen, als de gemeente evenveel inlegt."),
          ("Bakker", "Wat gebeurt er als de gemeente niet meedoet?"),
          ("Jansen", "Daar loop ik niet op vooruit. U krijgt daar een brief over, voor 1 april.")),
         "De Kamer ontvangt voor 1 april een brief over de schimmel in Ede.", "U krijgt daar een brief", "Bakker", "voor 1 april"),
        # a term without dates in like words, and the member: no word of the subject is shared
        ((("Jansen", "De heer Bakker vroeg naar de proef. Daar wil ik met de kwekers over praten. Ik meld u voor de begroting wat dat oplevert."),),
         "De minister bericht de Kamer voor de begrotingsbehandeling over een gesprek over resistente rassen op zandgrond. Toegezegd aan de heer Bakker.", "Ik meld u voor de begroting", "Bakker",
         "voor de begroting"),
        # "neemt … mee" is a deed, what stands between the two is its subject
        ((("Jansen", "Mevrouw Van Dijk vroeg naar de schaduw. Ik zal de beschutting voor fietsers meenemen in de evaluatie."),),
         "De minister neemt de beschutting voor fietsers mee in de evaluatie, twee jaar na de wijziging van de verordening.", "Ik zal de beschutting", "Van Dijk", None),
        # a question that is answered with no more than when it comes
        ((("Jansen", "De heer Bakker vroeg naar de kastanjes. Dat gesprek met kwekers wil ik aangaan."), ("Van Dijk", "Ik dank de minister."),
          ("Bakker", "Wanneer horen wij van het gesprek over de kastanjes met de kwekers?"), ("Van Dijk", "Geen vragen meer."),
          ("Jansen", "Voor de zomer, zeg ik tegen de heer Bakker.")),
         "De minister informeert de Kamer voor de zomer over de kastanjes (Bakker).", "Voor de zomer, zeg ik", "Bakker", "voor de zomer"),
    ],
)  # fmt: skip
def test_an_item_of_the_list_is_the_sentence_in_which_it_was_promised(
    said: tuple[tuple[str, str], ...], read: str, shown: str, to: str, term: str | None
) -> None:
    """However the chair words it: by term, member, deed and subject together, of what is left of both sides too."""
    (one,) = (c for c in found(*SPEECHES, *said, ("Voorzitter", f"Dan de toezeggingen.\n– {read}")) if c.listed)
    assert one.origin == "both" and shown in one.quote.text and [a.name for a in one.to] == [to]
    assert (one.deadline.text if one.deadline else None) == term


@pytest.mark.parametrize(
    ("read", "after", "to"),
    [
        ("Aan mevrouw Van Dijk.", (("Bakker", "Die was aan mij, voorzitter."), ("Voorzitter", "Zo noteren we het. Ik sluit de vergadering.")), "Bakker"),
        ("Toegezegd aan mevrouw Van Dijk.", (("Bakker", "Het register had ik gevraagd, niet mevrouw Van Dijk."),
                                            ("Voorzitter", "Excuus, dat was inderdaad aan de heer Bakker.")), "Bakker"),
        ("Aan mevrouw Van Dijk.", (("Voorzitter", "Ik heb me vergist: die was aan de heer Bakker."),), "Bakker"),
        ("Die is voor de heer Bakker.", (), "Bakker"),
        ("Aan mevrouw Van Dijk.", (("Bakker", "Mij was dat ook wel wat waard."), ("Voorzitter", "Dank. Ik sluit de vergadering.")), "Van Dijk"),
        ("Aan mevrouw Van Dijk.", (("Bakker", "Die was aan mij, voorzitter."), ("Voorzitter", "Nee, dat was niet aan de heer Bakker.")), "Van Dijk"),
    ],
)  # fmt: skip
def test_whose_an_item_of_the_list_is_may_be_set_right(read: str, after: tuple[tuple[str, str], ...], to: str) -> None:
    """By the chair, or by the member when the chair agrees; that adds no item."""
    say = ("Jansen", "Mevrouw Van Dijk vroeg naar de laan. Het register stuur ik in mei naar de Kamer.")
    ledger = found(
        *SPEECHES, say, ("Voorzitter", f"Dan de toezeggingen.\n– De minister stuurt in mei het register naar de Kamer. {read}"), *after
    )
    (one,) = (c for c in ledger if c.listed)
    assert [a.name for a in one.to] == [to]


def test_a_line_with_a_dash_is_an_item_whoever_it_is_for() -> None:
    """ "– het register, op verzoek van de heer Bakker;" tells no more of the line above it."""
    read = "Ik noteer twee toezeggingen:\n– een brief over de lanen, op verzoek van mevrouw Van Dijk;\n– het register van kapvergunningen, op verzoek van de heer Bakker."
    assert len(chair_list(debate(*SPEECHES, ("Jansen", LONG), ("Voorzitter", read)))) == 2


def replied(answer: str, *more: tuple[str, str]) -> list[tuple[str, list[str]]]:
    """What is promised in the answer to one member, with what goes with it."""
    asks = ("Bakker", "Voorzitter. Komt er een norm, en een plan voor de jeugd?")
    said = (
        ("Voorzitter", "Het woord is aan de heer Bakker."),
        asks,
        ("Voorzitter", "De minister."),
        ("Jansen", f"De heer Bakker vroeg ernaar. {answer}"),
    )
    return [(c.quote.text, [q.text for q in c.more]) for c in found(*said, *more)]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("Een norm doe ik niet. Ik wil wel met het IPO bespreken wat er kan.", ["Ik wil wel met het IPO bespreken wat er kan."]),
        ("Ik wil met het IPO bespreken wat er kan.", []),
        ("Een norm doe ik niet. Ik wil wel zeggen dat het overleg goed was.", []),
    ],
)
def test_what_is_done_instead_of_what_was_refused_is_promised(answer: str, shown: list[str]) -> None:
    """ "Ik wil wel …" right after a no is more than a wish; it is a deed, and not what is said."""
    assert [text for text, _ in replied(answer)] == shown


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("Het onderzoek is klaar. Ik stuur het volgende week naar uw Kamer.", "Het onderzoek is klaar. Ik stuur het volgende week naar uw Kamer."),
        ("Het gaat goed. Ik stuur het onderzoek volgende week naar uw Kamer.", "Ik stuur het onderzoek volgende week naar uw Kamer."),
        ("Het gaat goed. Ik stuur het volgende rapport naar uw Kamer.", "Ik stuur het volgende rapport naar uw Kamer."),
    ],
)  # fmt: skip
def test_what_is_sent_is_shown_with_its_name(answer: str, shown: str) -> None:
    """ "Ik stuur het volgende week": what "het" is stands before it; an article names it."""
    assert [text for text, _ in replied(answer)] == [shown]


@pytest.mark.parametrize(
    ("lead", "asks", "made"),
    [
        ("Ik wil graag een plan voor de jeugd maken.", "Wanneer krijgen wij dat plan?", [("Ik wil graag een plan voor de jeugd maken.", ["Voor de zomer."])]),
        ("Ik wil graag een plan voor de jeugd maken.", "Wanneer krijgen wij de cijfers?", [("Voor de zomer.", [])]),
        ("Er wordt al gewerkt aan een plan voor de jeugd.", "Wanneer krijgen wij dat plan?", [("Voor de zomer.", [])]),
    ],
)  # fmt: skip
def test_a_term_makes_a_promise_of_the_wish_it_is_given_for(lead: str, asks: str, made: list[tuple[str, list[str]]]) -> None:
    """Of the last wish on what is asked about, not of one on something else, nor of what is no wish of whoever answers."""
    assert replied(lead, ("Bakker", asks), ("Jansen", "Voor de zomer.")) == made


def test_a_term_is_of_what_it_was_asked_for() -> None:
    """What another member gets tells no term of a promise, nor does that of a letter on something else."""
    other = "De heer Van Dijk vroeg om een aanspreekpunt. Dat ga ik regelen. De heer Bakker krijgt in maart antwoord van de bond."
    assert [(c.to[0].name, c.deadline) for c in found(DESK, BUDGET, ("Smit", other))] == [("Van Dijk", None)]
    ledger = found(
        ("Bakker", "Voorzitter. Komt er een brief over de wolf? En komt er een brief over de bever?"),
        ("Jansen", "De brief over de bever stuur ik u. De brief over de wolf stuur ik u ook."),
        ("Bakker", "Fijn. Wanneer krijgen wij de brief over de bever?"),
        ("Jansen", "Die krijgt u in maart."),
    )
    assert not [c for c in ledger if "wolf" in c.quote.text and c.deadline]


def test_the_letter_keeps_its_item_where_something_more_is_put_in_it() -> None:
    """ "Ja, dat doe ik." adds to a letter that was promised before; the item of the list is of both."""
    read_out = (
        "De minister stuurt de Kamer uiterlijk 1 september een brief over de registratie van diploma's, inclusief het Vlaamse voorbeeld."
    )
    ledger = found(
        ("Bakker", "Voorzitter. Kan het diploma in het volgsysteem worden opgenomen? Ik wil registratie van zwemdiploma's."),
        ("Jansen", "De heer Bakker vroeg naar het volgsysteem. Dat raakt aan de privacy. Ik kom daar in een brief op terug."),
        ("Bakker", "Fijn dat er een brief komt. Mag ik vragen wanneer wij die tegemoet kunnen zien?"),
        ("Jansen", "Die ontvangt uw Kamer uiterlijk 1 september."),
        DESK,
        ("Smit", "De verenigingen krijgen hulp van de bond. Dat loopt al jaren goed, en het geld is er."),
        ("Voorzitter", "Dan de tweede termijn. Het woord is aan de heer Bakker."),
        ("Bakker", "Ik wil niet dat de brief over de registratie van diploma's uitloopt op een nee. In Vlaanderen kan het ook. Neemt de minister het Vlaamse voorbeeld mee in die brief?"),
        ("Van Dijk", "Dank u wel. Wij wachten het rustig af, want de verenigingen kunnen dat best."),
        ("Jansen", "De heer Bakker vroeg of ik Vlaanderen meeneem. Ja, dat doe ik."),
        ("Voorzitter", f"Ik lees de toezegging voor. {read_out}"),
    )  # fmt: skip
    assert [c.origin for c in ledger if "brief" in c.quote.text] == ["both"]
