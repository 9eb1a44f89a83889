"""Promises as an answer, on two own reports: what was promised on a subject, what was refused, and nothing where nothing was."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag import read
from rag.assistant import Assistant
from rag.commitments import commitments
from rag.questions import questions
from rag.suggest import _is_answered
from rag.summarise.subjects import Subject
from rag.text import stem
from rag.types import Commitment, Filter
from tests.debates import opened, over, reading, reported

CARE = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2022-2023
31 765 Kwaliteit van zorg
Nr. 731 VERSLAG VAN EEN COMMISSIEDEBAT
Vastgesteld 3 april 2023

De vaste commissie voor Volksgezondheid, Welzijn en Sport heeft op 15 maart 2023 overleg gevoerd met mevrouw Brouwers, Minister voor Langdurige Zorg, over wijkverpleging en mantelzorg.

Voorzitter: Smals
Griffier: Heller

Aanwezig zijn vijf leden der Kamer, te weten: Smals, Werner, Van den Hil, Kröger en Pouw,
en mevrouw Brouwers, Minister voor Langdurige Zorg.

Aanvang 10.00 uur.

De voorzitter:
Goedemorgen. Ik open dit commissiedebat. Als eerste spreker geef ik het woord aan mevrouw Werner van het CDA.

Mevrouw Werner (CDA):
Voorzitter. Mantelzorgers houden dit land overeind. In Zeeland is er nauwelijks respijtzorg. Hoe staat het met de regeling voor respijtzorg in dunbevolkte gebieden? En kan de Minister een overzicht geven van gemeenten die de mantelzorgwaardering hebben afgeschaft?

De voorzitter:
Dank u wel. Mevrouw Van den Hil.

Mevrouw Van den Hil (VVD):
Voorzitter. De wijkverpleging draait op zzp'ers. De VVD wil dat vaste krachten weer de norm worden. Wat doet de Minister tegen de hoge bemiddelingskosten? Is zij bereid om met de bureaus te gaan praten?

De voorzitter:
Mevrouw Kröger.

Mevrouw Kröger (GroenLinks):
Voorzitter. Ik wil het hebben over nachtzorg. Veel mensen krijgen 's nachts geen hulp. Wordt de nachtzorg meegenomen in de monitor wijkverpleging? En wil de Minister de tarieven voor de nacht verhogen?

De voorzitter:
Het woord is aan de heer Pouw.

De heer Pouw (PVV):
Voorzitter. De PVV ziet dat ouderen in de kou staan. Sluiten er nog meer verzorgingshuizen? Dat zou een schande zijn.

De voorzitter:
Dan schorsen we een kwartier.

De vergadering wordt van 10.35 uur tot 10.50 uur geschorst.

De voorzitter:
Het woord is aan de Minister voor haar beantwoording.

Minister Brouwers:
Dank u wel, voorzitter. Ik begin met de mantelzorg. Mevrouw Werner vroeg naar respijtzorg in dunbevolkte gebieden. Ik ben daarover met de VNG in gesprek en ik verwacht in mei een voorstel. Zodra dat er ligt, krijgt u dat van mij.
Zij vroeg ook om een overzicht van de gemeenten die de mantelzorgwaardering hebben afgeschaft. Dat overzicht heb ik niet, maar ik kan het wel laten maken. U krijgt dat overzicht voor het zomerreces.
Dan de wijkverpleging. De inzet is om in 2025 meer vaste krachten te hebben. Mevrouw Van den Hil vroeg of ik bereid ben met de bureaus te gaan praten. Daar ben ik toe bereid. Ik heb eerder al met de koepel gesproken en dat was een goed gesprek.

Mevrouw Van den Hil (VVD):
Fijn dat de Minister dat gesprek aangaat. Kan zij ons laten weten wat eruit komt?

Minister Brouwers:
Ja, dat doe ik in de voortgangsbrief van dit najaar.

De heer Pouw (PVV):
En de verzorgingshuizen? Kan de Minister garanderen dat er geen huis meer sluit?

Minister Brouwers:
Nee, dat kan ik niet toezeggen. Daar gaan de instellingen zelf over. Mocht er een regio zonder aanbod komen te zitten, dan informeer ik de Kamer daar direct over.
Dan de nachtzorg. Mevrouw Kröger vroeg naar de monitor wijkverpleging. Dat neem ik mee: de nachtzorg komt in de volgende monitor. De tarieven stelt de NZa vast, daar treed ik niet in.

Mevrouw Kröger (GroenLinks):
Als blijkt dat de tarieven te laag zijn, wat doet de Minister dan?

Minister Brouwers:
Dan ga ik opnieuw met de NZa om tafel. Maar daar loop ik niet op vooruit.

De voorzitter:
Dan zijn we aan het einde gekomen van dit debat. Ik lees de toezeggingen op.
1. De Minister stuurt de Kamer het voorstel over respijtzorg zodra dit gereed is.
2. De Minister stuurt de Kamer voor het zomerreces een overzicht van gemeenten zonder mantelzorgwaardering.
3. De Minister gaat in gesprek met de bemiddelingsbureaus en koppelt de uitkomst terug in de voortgangsbrief van dit najaar.
4. De nachtzorg wordt meegenomen in de volgende monitor wijkverpleging. Dat is een toezegging aan mevrouw Kröger.

De heer Pouw (PVV):
Voorzitter, de Minister heeft ook gezegd dat zij de Kamer informeert als een regio zonder aanbod komt te zitten.

Minister Brouwers:
Dat klopt, dat heb ik gezegd.

De voorzitter:
Dan voegen we die toe. Ik dank de Minister en sluit de vergadering.

Sluiting 12.00 uur.
"""
POLICE = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2021-2022
29 628 Politie
Nr. 1099 VERSLAG VAN EEN COMMISSIEDEBAT
Vastgesteld 2 juni 2022

De vaste commissie voor Justitie en Veiligheid heeft op 18 mei 2022 overleg gevoerd met mevrouw Zegers, Minister van Justitie en Veiligheid, over politie.

Voorzitter: Van Meenen
Griffier: Burger

Aanwezig zijn vijf leden der Kamer, te weten: Van Meenen, Helder, Mutluer, Michon-Derkzen en Van der Werf,
en mevrouw Zegers, Minister van Justitie en Veiligheid.

Aanvang 10.00 uur.

De voorzitter:
Goedemorgen allemaal. Het woord is aan mevrouw Helder, PVV.

Mevrouw Helder (PVV):
Voorzitter. De capaciteit bij de wijkagenten loopt terug. In de regio Limburg staat één op de vijf plekken open. Kan de Minister per eenheid aangeven hoeveel vacatures er zijn? En de bodycams: wanneer krijgt iedere agent er een?

De voorzitter:
Mevrouw Mutluer.

Mevrouw Mutluer (PvdA):
Voorzitter. Etnisch profileren moet stoppen. Kan de Minister toezeggen dat staandehoudingen worden geregistreerd? En hoe staat het met de begeleiding van agenten met PTSS? Ik wil graag dat de Minister met de bonden daarover in gesprek gaat.

De voorzitter:
Mevrouw Michon-Derkzen.

Mevrouw Michon-Derkzen (VVD):
Voorzitter. De aangiftebereidheid daalt. De VVD wil dat aangifte online kan. Wanneer is dat geregeld? En is de Minister bereid de aanrijtijden te publiceren?

De voorzitter:
Mevrouw Van der Werf.

Mevrouw Van der Werf (D66):
Voorzitter. D66 vraagt aandacht voor stalking. Slachtoffers wachten te lang op de AWARE-knop. Hoe lang zijn de wachttijden? En wil de Minister een proef met slimme enkelbanden starten?

De voorzitter:
Het woord is aan de Minister.

Minister Zegers:
Voorzitter, dank. Allereerst de vacatures. Mevrouw Helder vroeg om een uitsplitsing per eenheid. Dat staat in het halfjaarbericht dat in juni verschijnt. Ik zal erop letten dat het er per eenheid in staat.
Dan de bodycams. De uitrol loopt. Eind 2023 moet iedere agent er een hebben.
Mevrouw Mutluer vroeg of staandehoudingen worden geregistreerd. Dat ga ik niet toezeggen. Er loopt een onderzoek van de Politieacademie. Dat wil ik afwachten. Zij vroeg ook om met de bonden in gesprek te gaan over PTSS. Dat gesprek heb ik volgende maand al gepland staan. Na de zomer laat ik u weten hoe we daarmee verdergaan.
Mevrouw Michon-Derkzen vroeg naar de online aangifte. Voor vermogensdelicten is dat er al. Voor de rest is er een plan, en dat zal ik naar de Kamer sturen. De aanrijtijden worden al gepubliceerd.

Mevrouw Michon-Derkzen (VVD):
Wanneer komt dat plan?

Minister Zegers:
In het derde kwartaal.

Mevrouw Van der Werf (D66):
De Minister heeft nog niets gezegd over stalking.

Minister Zegers:
Daar kom ik nu op. De wachttijd voor een AWARE-knop is gemiddeld twaalf dagen. Dat is te lang, dat vind ik ook. Ik heb met de leverancier afgesproken dat dat naar vijf dagen gaat. Een proef met enkelbanden zie ik wel zitten. Ik wil met het OM bespreken of dat kan in Rotterdam, en dan meld ik me weer bij u.

Mevrouw Helder (PVV):
En als de politie het niet aankan, trekt de Minister dan geld uit?

Minister Zegers:
Als de politie bij mij aanklopt, dan kijken we daarnaar. Maar zover is het niet.

De voorzitter:
Ik kom tot een afronding. De toezeggingen zijn als volgt.
De eerste: in het halfjaarbericht van juni worden de vacatures per eenheid opgenomen. Dit was een toezegging aan mevrouw Helder.
De tweede: de Minister laat na de zomer weten hoe het verdergaat met de aanpak van PTSS, op verzoek van mevrouw Mutluer.
De derde: het plan voor online aangifte komt in het derde kwartaal.
De vierde: de Minister komt terug op de mogelijkheid van een proef met enkelbanden in Rotterdam.

Mevrouw Van der Werf (D66):
Kan er ook een termijn bij dat laatste?

Minister Zegers:
Voor het zomerreces.

De voorzitter:
Mooi. Dank aan iedereen. De vergadering is gesloten.

Sluiting 13.00 uur.
"""
HOUSING = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2022-2023
32 847 Integrale visie op de woningmarkt
Nr. 1040 VERSLAG VAN EEN COMMISSIEDEBAT
Vastgesteld 12 juni 2023

De vaste commissie voor Binnenlandse Zaken heeft op 24 mei 2023 overleg gevoerd met de heer Van Houten, Minister voor Volkshuisvesting en Ruimtelijke Ordening, over huurbeleid.

Voorzitter: Hagen
Griffier: De Vos

Aanwezig zijn vijf leden der Kamer, te weten: Hagen, Beckerman, Nijboer, Minhas en Geurts,
en de heer Van Houten, Minister voor Volkshuisvesting en Ruimtelijke Ordening.

Aanvang 10.00 uur.

De voorzitter:
Goedemorgen. We beginnen met mevrouw Beckerman, SP.

Mevrouw Beckerman (SP):
Voorzitter. Schimmel in huurwoningen maakt mensen ziek. Hoeveel corporatiewoningen hebben label F of G? Waarom krijgen huurders bij achterstallig onderhoud geen huurverlaging? De SP wil een huurstop.

De voorzitter:
De heer Nijboer.

De heer Nijboer (PvdA):
Voorzitter. De servicekosten rijzen de pan uit. Studenten betalen soms 200 euro voor een pan en een matras. Wil de Minister daar de Huurcommissie onderzoek naar laten doen? Verder de leegstand boven winkels. Kan de Minister met de gemeenten een aanpak maken?

De voorzitter:
De heer Minhas.

De heer Minhas (VVD):
Voorzitter. Particuliere verhuurders stappen uit de markt. Wat zijn daar de effecten van? Graag zie ik de verkoopcijfers van beleggers van het Kadaster. En hoe staat het met flexwoningen? In Almelo liggen er 300 op een weiland te verpieteren.

De voorzitter:
De heer Geurts.

De heer Geurts (CDA):
Voorzitter. Het CDA maakt zich zorgen over ouderenhuisvesting. Hofjes zijn een prachtige woonvorm. Wat kan de Minister doen voor gemeenten die hofjes willen bouwen? Is er budget voor gemeenschappelijke ruimtes?

De voorzitter:
Het woord is aan de Minister.

Minister Van Houten:
Voorzitter. Schimmel hoort niet in een huis. Ik heb met Aedes afgesproken dat alle woningen met label E, F en G voor 2028 worden verbeterd. Hoeveel dat er per corporatie zijn, heb ik hier niet paraat. Dat zoek ik voor u uit. Huurverlaging bij gebreken kan nu al via de Huurcommissie.
De heer Nijboer vroeg naar de servicekosten. Ik deel die zorg. De Huurcommissie is onafhankelijk, dus ik kan haar niet opdragen iets te onderzoeken. Wat ik wel kan doen, is de Wet op het overleg huurders verhuurder aanscherpen. Het voorstel daarvoor komt nog dit jaar uw kant op. De leegstand boven winkels pak ik op met de VNG en ik laat u in het najaar weten hoe ver we zijn.
De heer Minhas vroeg naar de verkoop door beleggers. Het Kadaster publiceert die cijfers elk kwartaal. Ik zal ze voortaan van een duiding voorzien en aan u doen toekomen. De flexwoningen in Almelo zijn vorige maand verplaatst naar Enschede.

De heer Minhas (VVD):
Naar Enschede, dat is nieuw voor mij. Wat kostte die verplaatsing?

Minister Van Houten:
Dat weet ik niet uit mijn hoofd. Daar kom ik in tweede termijn op terug.

De heer Geurts (CDA):
En de hofjes, voorzitter?

Minister Van Houten:
Die wilde ik net noemen. We werken aan een stimuleringsregeling. Ik streef ernaar die voor 1 januari open te stellen. Gemeenten die nu al willen beginnen, kunnen een beroep doen op het expertteam, en ik ga ervoor zorgen dat daar iemand met kennis van hofjes in zit.

De voorzitter:
Dan de tweede termijn. Mevrouw Beckerman.

Mevrouw Beckerman (SP):
Ik wil graag de toezegging dat de Minister de Kamer vertelt welke corporaties hun afspraken niet nakomen.

De heer Nijboer (PvdA):
Dank. Wil de Minister ook eens kijken naar de meubels van studenten?

Minister Van Houten:
Voorzitter. De verplaatsing heeft 2,1 miljoen euro gekost. Tegen mevrouw Beckerman zeg ik: als corporaties hun afspraken niet nakomen, dan meld ik dat in de Staat van de Volkshuisvesting. Over de meubels: dat laat ik over aan de Huurcommissie.

De voorzitter:
Ik heb genoteerd:
• Toezegging 1: de Minister stuurt de Kamer het aantal woningen met een slecht label, uitgesplitst naar corporatie.
• Toezegging 2: het wetsvoorstel over servicekosten wordt dit jaar ingediend.
• Toezegging 3: in het najaar volgt informatie over leegstaande verdiepingen boven winkels.
• Toezegging 4: de kwartaalcijfers over uitponden gaan met een toelichting naar de Kamer.
• Toezegging 5: in de Staat van de Volkshuisvesting staat welke corporaties zich niet aan de afspraken houden.

De heer Geurts (CDA):
Voorzitter, de hofjes ontbreken nog.

Minister Van Houten:
Het expertteam krijgt er iemand bij die er verstand van heeft, dat klopt.

De voorzitter:
Dan zetten we die erbij. De vergadering is gesloten.

Sluiting 12.30 uur.
"""


both = reading(CARE, POLICE)  # an assistant over the two debates
titles = reading(CARE.replace("Minister", "Staatssecretaris"), POLICE)  # the same, the first with a state secretary


@pytest.mark.parametrize(("before", "whom"), [("over de nachtzorg", ["Kröger (GroenLinks)"]), ("over respijtzorg", ["Werner (CDA)"])])
def test_to_whom_it_was_promised_is_told_by_name(both: Assistant, before: str, whom: list[str]) -> None:
    """The words of a promise may say "u" or "hem": who that is stands in the ledger. Where it is not asked, nothing is told."""
    first = f"Wat heeft de minister toegezegd {before}?"
    assert not any("Toegezegd aan" in note for note in both.ask(first, verbatim=True).notes)
    told = [note for note in both.ask("Aan wie?", before=[first], verbatim=True).notes if "Toegezegd aan" in note]
    assert len(told) == len(whom) and all(name in note for name, note in zip(whom, told, strict=True))


@pytest.mark.parametrize("question", ["Wat heeft de staatssecretaris toegezegd?", "Wat heeft de staatssecretaris geweigerd?"])
def test_of_several_debates_a_title_is_whoever_bears_it(titles: Assistant, question: str) -> None:
    """What the minister of another debate promised or refused is none of the state secretary's."""
    assert {c.quote.turn.speaker.label for c in titles.ask(question, verbatim=True).citations} == {"Staatssecretaris Brouwers"}


TENTS = reported(
    "De vaste commissie voor Defensie heeft op 3 juni 2024 overleg gevoerd over tenten.",
    """De voorzitter:
Het woord is aan mevrouw Hoekema.

Mevrouw Hoekema (CDA):
Voorzitter. Hoeveel tenten heeft de landmacht? En is de Staatssecretaris bereid om de tenten te verhuren?

Minister Oldenkamp:
Voorzitter. Mevrouw Hoekema vroeg hoeveel tenten de landmacht heeft. Dat zijn er 340. Ik vind de oude tenten van de landmacht niet veilig.

Staatssecretaris Tichelaar:
Voorzitter. Mevrouw Hoekema vroeg of ik de tenten wil verhuren. Daar ben ik niet toe bereid. Ik vind tenten te kwetsbaar.

De voorzitter:
Ik sluit de vergadering.
""",
)
tents = reading(TENTS, POLICE)


@pytest.mark.parametrize(
    "question", ["Wat antwoordde de staatssecretaris aan mevrouw Hoekema?", "Wat vindt de staatssecretaris van oude tenten?"]
)
def test_what_is_asked_of_one_office_is_no_answer_of_another(tents: Assistant, question: str) -> None:
    """Of several debates too, the minister's reply and view are none of the state secretary's."""
    assert {c.quote.turn.speaker.name for c in tents.ask(question, verbatim=True).citations} == {"Tichelaar"}


def test_an_answer_from_several_debates_tells_whose_words_are_of_which(both: Assistant) -> None:
    """Each debate had a minister of its own: both are quoted, and the note says who in which."""
    (note,) = (n for n in both.ask("Wat heeft de minister toegezegd?", verbatim=True).notes if n.startswith("Uit verschillende debatten"))
    assert "(15 maart 2023): Minister Brouwers" in note and "(18 mei 2022): Minister Zegers" in note


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Wat heeft de minister toegezegd over respijtzorg?", "Zodra dat er ligt, krijgt u dat van mij."),
        ("Is er iets toegezegd over mantelzorgwaardering?", "U krijgt dat overzicht voor het zomerreces."),
        ("Welke toezegging is er gedaan over de bemiddelingsbureaus?", "Daar ben ik toe bereid."),
        ("Wat is er beloofd over PTSS?", "Na de zomer laat ik u weten hoe we daarmee verdergaan."),
        ("Wat heeft minister Zegers toegezegd over enkelbanden?", "en dan meld ik me weer bij u."),
        ("Is er iets toegezegd over online aangifte?", "in het derde kwartaal."),
        ("Is er toegezegd dat staandehoudingen worden geregistreerd?", "Dat ga ik niet toezeggen."),
    ],
)
def test_what_was_promised_on_a_subject_is_answered_by_that_promise(both: Assistant, question: str, words: str) -> None:
    """Of two debates the promise on the subject, with its term and as the chair read it out, or the refusal; nothing else with it."""
    answer = both.ask(question, verbatim=True)
    assert any(words in " ".join(s.text.split()) for s in answer.statements)
    assert len({c.quote.turn.meeting for c in answer.citations}) == 1


@pytest.mark.parametrize(
    "subject", ["bodycams", "aanrijtijden", "zzp'ers", "verzorgingshuizen in de kou", "ganzen bij Schiphol", "de AOW-leeftijd"]
)
def test_another_promise_is_no_answer(both: Assistant, subject: str) -> None:
    """On what nobody promised or refused anything, spoken of or not, the answer is none, however many promises there are."""
    assert both.ask(f"Wat heeft de minister toegezegd over {subject}?", verbatim=True).status == "declined"


def test_a_promise_of_one_debate_is_no_answer_in_another(both: Assistant) -> None:
    """Asked of the other debate only, the subject is not there."""
    police = next(m.id for m in both.index.shelf.meetings() if m.date == "2022-05-18")
    assert both.ask("Wat heeft de minister toegezegd over respijtzorg?", Filter(meetings=(police,)), verbatim=True).status == "declined"


def ledger(text: str) -> tuple[Commitment, ...]:
    """The commitments of a report."""
    transcript = read.read(text.encode(), "verslag.txt")
    asked = questions(transcript.turns, transcript.events)
    return commitments(transcript.meeting, transcript.turns, transcript.events, asked)


def test_every_item_of_a_list_is_one_promise_of_the_debate() -> None:
    """Numbered or told off, corrected, with a term asked for after it or added by a member: each item once, and to whom it is."""
    care, police = ledger(CARE), ledger(POLICE)
    assert [c.origin for c in (*care, *police)] == ["both"] * 9
    assert [[a.name for a in c.to] for c in care] == [["Werner"], ["Werner"], ["Van den Hil"], ["Pouw"], ["Kröger"]]
    assert [[a.name for a in c.to] for c in police] == [["Helder"], ["Mutluer"], ["Michon-Derkzen"], ["Van der Werf"]]
    assert [c.deadline.text if c.deadline else "" for c in police] == [
        "in het halfjaarbericht van juni",
        "na de zomer",
        "in het derde kwartaal",
        "Voor het zomerreces",
    ]


def test_a_list_without_the_word_for_it() -> None:
    """Noted and read out with dots and numbers, one added: each tied to its promise, however the chair words it."""
    assert [(c.origin, [a.name for a in c.to]) for c in ledger(HOUSING)] == [
        ("both", ["Beckerman"]),
        ("both", ["Nijboer"]),
        ("both", ["Nijboer"]),
        ("both", ["Minhas"]),
        ("both", ["Geurts"]),
        ("both", ["Beckerman"]),
    ]


def test_to_whom_is_told_by_the_question_it_shares_its_words_with() -> None:
    """Where nobody is named, whoever asked about the subject is who it was promised to."""
    text = POLICE.replace("Mevrouw Michon-Derkzen vroeg naar de online aangifte. ", "Ik kom bij de online aangifte. ").split(
        "De voorzitter:\nIk kom tot"
    )[0]
    (one,) = [c for c in ledger(text) if "naar de Kamer sturen" in c.quote.text]
    assert [a.name for a in one.to] == ["Michon-Derkzen"]


TWO = """Verslag van een commissiedebat over kazernes op 24 maart 2025

De vaste commissie voor Defensie heeft op 24 maart 2025 overleg gevoerd met mevrouw Oldenkamp, Minister van Defensie, en de heer Tichelaar,
Staatssecretaris van Defensie, over kazernes.

Voorzitter: Raaphorst

De voorzitter:
Het woord is aan de heer Hoekema.

De heer Hoekema (CDA):
Voorzitter. Wanneer komt er een regeling voor werkgevers? En wanneer zijn de daken klaar?

Minister Oldenkamp:
Voorzitter. Ik zeg de heer Hoekema toe dat ik voor 1 juli een regeling voor werkgevers naar de Kamer stuur.

Staatssecretaris Tichelaar:
Voorzitter. Ik zeg toe dat de Kamer in november een brief krijgt over de daken.

De voorzitter:
Ik sluit de vergadering.

Sluiting 11.00 uur.
"""


@pytest.mark.parametrize("question", ["Welke toezeggingen deed de staatssecretaris?", "Wat heeft de staatssecretaris toegezegd?"])
def test_of_two_who_govern_only_whoever_is_asked_about(tmp_path: Path, question: str) -> None:
    """The minister's promise is none of the state secretary's."""
    with over(tmp_path, TWO) as assistant:
        answer = assistant.ask(question, verbatim=True)
    assert [c.quote.turn.speaker.name for c in answer.citations] == ["Tichelaar"]


SET_RIGHT = TWO.replace(
    "De voorzitter:\nIk sluit",
    """De voorzitter:
De toezeggingen.
– De minister stuurt voor 1 juli de regeling voor werkgevers van reservisten naar de Kamer. Dat is een toezegging aan de heer Hoekema.
– De staatssecretaris stuurt de Kamer in november een brief over de daken van de kazernes.

Staatssecretaris Tichelaar:
De brief over de daken wordt december, niet november.

De heer Hoekema (CDA):
En de regeling voor werkgevers zou voor 1 juni komen.

De voorzitter:
Dan passen we dat aan. Ik sluit""",
)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Wanneer krijgt de Kamer de brief over de daken?", "De brief over de daken wordt december, niet november."),
        ("Wat heeft de staatssecretaris toegezegd over de daken?", "De brief over de daken wordt december, niet november."),
        ("Wanneer komt er een regeling voor werkgevers?", "En de regeling voor werkgevers zou voor 1 juni komen."),
    ],
)
def test_a_term_that_was_set_right_is_told_with_what_set_it_right(tmp_path: Path, question: str, right: str) -> None:
    """The chair reads a term that is corrected right after: the correction stands in the answer, right after what it corrects."""
    with over(tmp_path, SET_RIGHT) as assistant:
        told = [c.quote.text for c in assistant.ask(question, verbatim=True).citations]
    assert told.count(right) == 1 and told.index(right) > 0


def test_a_term_nobody_set_right_is_told_alone(tmp_path: Path) -> None:
    """A correction of one promise is none of another's."""
    with over(tmp_path, SET_RIGHT.replace("En de regeling voor werkgevers zou voor 1 juni komen.", "Dank.")) as assistant:
        told = " ".join(c.quote.text for c in assistant.ask("Wanneer komt er een regeling voor werkgevers?", verbatim=True).citations)
    assert "voor 1 juli" in told and "december" not in told


FERRIES = reported(
    "De vaste commissie voor Infrastructuur en Waterstaat heeft op 4 juni 2024 overleg gevoerd over veerponten.",
    """De voorzitter:
Het woord is aan de heer Postma.

De heer Postma (CDA):
Voorzitter. Wij zouden het mooi vinden als er op iedere veerpont een plek komt voor rolstoelen. Hoe kijkt de Minister daarnaar? Wil de Minister een dienstregeling voor de nacht? Kan de Minister een kortingskaart invoeren? En wil zij de aanlegsteigers ophogen?

De voorzitter:
De Minister.

Minister Kuiper:
Dank u wel. De heer Postma wil een dienstregeling voor de nacht. Tot de evaluatie klaar is, ga ik die niet invoeren. De heer Postma vroeg naar een kortingskaart. Nee, dat ga ik niet doen.
Dan de rolstoelen. Op de grote ponten zijn vier plekken voor rolstoelen, op de nieuwe zes. Voor iedere pont kan ik dat niet beloven, want sommige zijn te smal.
De aanlegsteigers worden opgehoogd; ik stuur u daarover in mei een brief.

De voorzitter:
De vergadering is gesloten.""",
)
ferries = reading(FERRIES)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Heeft de minister toegezegd dat er op iedere veerpont een plek komt voor rolstoelen?",
            "Voor iedere pont kan ik dat niet beloven",
        ),
        ("Heeft de minister een kortingskaart toegezegd?", "De heer Postma vroeg naar een kortingskaart. Nee, dat ga ik niet doen."),
        ("Heeft de minister toegezegd dat de aanlegsteigers worden opgehoogd?", "De aanlegsteigers worden opgehoogd"),
    ],
)
def test_what_was_asked_for_and_refused_is_answered_by_that(ferries: Assistant, question: str, told: str) -> None:
    """What the ledger ties to the request tells, however the refusal names it; neither another promise nor the refusal before it."""
    (one,) = ferries.ask(question, verbatim=True).statements
    assert told in one.text and "evaluatie" not in one.text


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("Wat heeft de minister toegezegd over de kortingskaart?", True),
        ("Is er iets toegezegd over een kortingskaart?", True),
        ("Wat heeft de minister toegezegd over de aanlegsteigers?", False),
    ],
)
def test_a_refusal_is_told_to_be_no_promise(ferries: Assistant, question: str, refused: bool) -> None:
    """Nor is it offered as a question to begin with what was promised on it."""
    answer = ferries.ask(question, verbatim=True)
    assert answer.status == "answered" and ("Dit is een afwijzing, geen toezegging." in answer.notes) == refused
    subject = Subject(question.rsplit(maxsplit=1)[-1].rstrip("?"), frozenset({stem(question.rsplit(maxsplit=1)[-1].rstrip("?"))}), 1.0)
    assert _is_answered(answer, subject, "", "promised", "nl") != refused


@pytest.mark.parametrize("question", ["Wat komt er nog naar de Kamer?", "What will the House receive?"])
def test_what_the_chamber_is_still_to_get_is_what_was_promised(both: Assistant, question: str) -> None:
    """Who asks what comes asks for the promises, without the word."""
    (meeting, *_), *_ = both.meetings()
    limits = Filter(meetings=(meeting.id,))
    answer = both.ask(question, limits, verbatim=True)
    promised = both.ask("Wat is er toegezegd?", limits, verbatim=True)
    told = [c.quote for c in answer.citations]
    assert told and told == [c.quote for c in promised.citations if c.quote in told]


@pytest.mark.parametrize(
    "question",
    [
        "Welke toezeggingen las de voorzitter voor?",
        "Wat staat er op de lijst van toezeggingen van de voorzitter?",
        "Which commitments did the chair read out?",
    ],
)
def test_what_the_chair_read_out_is_told_in_the_chairs_words(both: Assistant, question: str) -> None:
    """Of what was promised only what is on the list, as it was read out."""
    (meeting, *_), *_ = both.meetings()
    answer = both.ask(question, Filter(meetings=(meeting.id,)), verbatim=True)
    listed = [c.listed for c in both.commitments(meeting.id) if c.listed is not None]
    assert answer.citations and {c.quote for c in answer.citations} <= {*listed}


LEVEL = opened("""

De heer Bakker (D66):
Voorzitter. Hoe gaat het met het waterpeil? Wat gebeurt er met de toeslag?

De voorzitter:
De minister.

Minister Kamp:
Voorzitter. Ik ga met de waterschappen om de tafel over het waterpeil. Over de sluizen stuur ik de Kamer een brief voor de kerst. De toeslag schaf ik niet af. Die blijft
tot 2030 bestaan. Daar mag u mij aan houden.
""")


def test_what_is_no_letter_does_not_come_to_the_chamber(tmp_path: Path) -> None:
    """Of what was promised only what the chamber gets or hears; and where something was promised, no note that nothing was."""
    with over(tmp_path, LEVEL) as made:
        comes = made.ask("Wat komt er naar de Kamer?", verbatim=True)
        whether = made.ask("Is er iets toegezegd over de toeslag?", verbatim=True)
    told = " ".join(c.quote.text for c in comes.citations)
    assert "voor de kerst" in told and "waterschappen" not in told
    assert whether.status == "answered" and not any("niets toegezegd" in note for note in whether.notes)
