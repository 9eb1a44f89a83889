"""What a position is, by its form; and that `ask` and the page call the same sentences one."""

from __future__ import annotations

import pytest

from rag.assistant import Assistant
from rag.cues import marks, of_course
from rag.demand import demands, holds_of_things, without_usual
from rag.export.fit import fit
from rag.hearsay import names_of, tells_of_others
from rag.position import MINE, may_stand, only_feels, only_tells, sense, stance, wants_reply
from rag.read import read as read_report
from rag.summarise import Debate, Ledger, summarise
from rag.summarise.positions import LEAST
from rag.text import sentences
from rag.types import Speaker, Turn
from tests.debates import opened, reading, reported

BUS = """

De heer Bakker (D66):
Voorzitter. Vorige week stond ik in Hoogezand bij een meisje van acht dat om zes uur al klaarzat. De bus kwam een uur te laat.
Haal de bussen terug naar de gemeente. Een kind is geen pakketje. Chauffeurs krijgen in Hoogezand nu 13 euro per uur.

Mevrouw Postma (CDA):
Voorzitter. Ik hoor graag hoeveel bussen er te laat komen. Kan de minister dat zeggen?

De heer Bakker (D66):
Mevrouw Postma wil kleinere bussen. Wij willen vaste chauffeurs.

De voorzitter:
Ik sluit de vergadering.
"""


buses = reading(opened(BUS))  # an assistant over one small debate, whose title is its subject


@pytest.mark.parametrize("asked", ["Wat vindt D66?", "Wat vindt D66 van {}?", "Hoe kijkt D66 naar {}?"])
def test_a_question_on_the_debate_s_own_subject_gets_what_stands_on_the_page(asked: str, buses: Assistant) -> None:
    """Who asks what a party thinks of what the debate is called after gets its positions, and no anecdote, fact or words of others."""
    ((meeting, _, _),) = buses.meetings()
    answer = buses.ask(asked.format(meeting.title[:1].lower() + meeting.title[1:]), verbatim=True)
    told = {text[a:b] for text in (c.quote.text for c in answer.citations) for a, b in sentences(text)}
    page = {s.text for s in buses.summary(meeting.id, "D66").positions}
    assert page == {"Haal de bussen terug naar de gemeente.", "Wij willen vaste chauffeurs."}
    assert page <= told <= {*page, "Een kind is geen pakketje."}


def test_a_party_that_only_asked_has_no_view(buses: Assistant) -> None:
    """Where somebody took no position in the debate, none is given: what was asked is no view."""
    assert buses.ask("Wat vindt het CDA?", verbatim=True).status == "declined"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Geef burgemeesters een eigen bevoegdheid.", True),
        ("Breng het onderwijs naar het kind.", True),
        ("Schaf het formulier morgen nog af.", True),
        ("Schaf die heffing af.", True),
        ("Huurders die twee keer verhuizen, raken hun recht kwijt.", False),
        ("Handhaaf nu eindelijk de wet.", True),
        ("Het is niet aan Den Haag om dat te bepalen.", True),
        ("Ongeveer een derde van de boeren stopt binnen tien jaar.", False),
        ("Scholen horen onder één dak.", True),
        ("Dat is aan de gemeente om te bepalen.", True),
        ("Donkerte verdient dezelfde bescherming als stilte.", True),
        ("Een bewaarder verdient nu 2.400 euro bruto.", False),
        ("Vandaag de hele dag is er een storing.", False),
        ("Een loket hoort in elk dorp.", True),
        ("Bij een vergunning hoort een eerlijk gesprek.", True),
        ("Een huurder hoort dat niet uit de krant te lezen.", True),
        ("Geen tol, wel twee bruggen.", True),
        ("Geen motie, wel twee vragen.", False),
        ("Wie langs de haven loopt, hoort de misthoorn al van ver.", False),
        ("Neem de gemeente Gouda.", False),
        ("Minder slachtoffers worden door de politie gemeld.", False),
        ("Graag een reactie.", False),
        ("Verder de sluizen.", False),
        ("Verder moet de sluis dicht.", False),
    ],
)
def test_a_demand_is_told_by_its_form(text: str, told: bool) -> None:
    """An imperative, what belongs somewhere, is somebody's to decide or deserved; not a wage, a figure, an example or a courtesy."""
    assert demands(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Een dorp zonder dokter is een dorp zonder hart.", True),
        ("Zwemmen leren is in de eerste plaats een taak van ouders.", True),
        ("De rivier is geen snelweg.", True),
        ("Bomen en groene daken: daar begint het mee.", True),
        ("Meer agenten op straat, dat helpt wel.", True),
        ("Nee, dat is de straftoemeting.", False),
        ("De rivier is een belangrijke vaarweg.", False),
        ("Voorzitter, 2019 is het jaar van de molen.", False),
        ("Er zijn geen chauffeurs te vinden.", False),
        ("Dat zijn dingen die niet geregeld zijn, maar die school laat het zien.", False),
        ("De dreiging is niet alleen fysiek, maar ook digitaal.", False),
    ],
)
def test_what_is_held_of_things_is_general_or_sets_right(text: str, told: bool) -> None:
    """What a thing in general is, and what one thing is not; not that something is there, nor what a word before it stands for."""
    assert holds_of_things(text) is told


def test_what_is_only_told_to_be_so_is_no_norm() -> None:
    """What must be borne, was asked of somebody or holds since a day says nothing of what ought to be."""
    told = (
        "Ik moet bekennen dat ik zelf de trein neem.",
        "Vanuit Delfzijl moet je met een gebroken been naar Assen.",
        "Voor een vergunning moet je langs vier balies.",
        "Een schipper moet in sommige havens dagen van tevoren bellen.",
        "Leerlingen moeten 40 kilometer fietsen.",
        "Vorige week sprak ik een schipper die zijn boot moest laten liggen omdat hij eerst een pas moet hebben.",
        "In maart bezocht ik een haven waar vissers hun eigen water moeten meenemen.",
        "Laten we eerst kijken wat de proef oplevert.",
        "Haar broer moet naar een tehuis.",
        "Wie er een plek zoekt, weet waar hij moet zijn.",
        "Een schipper kan aanleggen, maar dat mag niet van de havenmeester.",
    )
    for text in ("Ouders moeten een jaar wachten.", "Zij heeft haar baas moeten bellen.", "Sinds 1 januari mag dat niet meer.", *told):
        assert stance(text, names_of("SP"), "nl") < 1.0 and without_usual(text) != text
    for text in (
        "Ouders moeten niet een jaar wachten.",
        "De sluis moet in twee jaar klaar zijn.",
        "Een kind moet binnen 5 kilometer kunnen zwemmen.",
        "De auto moet naar 30 kilometer per uur.",
        "Ik weet wat er moet gebeuren: meer toezicht.",
        "Onlangs stond ik bij de sluis, en daar moet een hek komen.",
        "Ik was daar niet bij, maar de sluis moet open.",
        "In deze tijd moeten we zuinig zijn.",
        "Laten we de sluis openhouden.",
        "Laten we niet afwachten tot het misgaat bij de sluis.",
        "Laten we verder kijken dan de kosten van de sluis.",
        "Vorig jaar zag ik al dat de sluis 's nachts open moet.",
        "Bij de begroting sprak ik al uit dat de tol omlaag moet.",
        "Er zijn kinderen zonder ontbijt en dat moet stoppen.",
        "Mijn moeder woont in een tehuis, en daar moet echt personeel bij.",
    ):
        assert stance(text, names_of("SP"), "nl") >= 1.0


MEAGRE = """

De heer Smit (VVD):
Voorzitter. De sluis in Stavoren is oud. In hoeveel sluizen is geen sluiswachter meer? Ik krijg daar
schrijnende mails over. Wij willen dat de sluis opengaat. De oorzaak was een menselijke fout. Ik vrees het ergste. De sluis is gebouwd in 1931 en elke sluis heeft een eigen bediening, zo bleek uit het onderzoek van de provincie.

De voorzitter:
Ik sluit de vergadering.
"""


meagre = reading(opened(MEAGRE))


def test_what_takes_no_side_fills_no_page(meagre: Assistant) -> None:
    """No remark behind a question, no cause and no fear of nothing named, however little else a party said."""
    ((meeting, *_),) = meagre.meetings()
    assert [s.text for s in meagre.summary(meeting.id, "VVD", verbatim=True).positions] == ["Wij willen dat de sluis opengaat."]


NEITHER = (
    "Wij staan voor een enorme opgave.",
    "Een kind kan een boek lenen van mij.",
    "Bedrijven mogen de helft van ons water gebruiken.",
    "Gemeenten gaan zelf over hun parkeertarieven.",
    "De minister ziet geen enkele reden om in te grijpen.",
)


def test_what_happened_is_no_judgement() -> None:
    """A blunder that was made, a cause, a fine day long ago; "te kort" and "niet eerlijk" judge what is."""
    own = names_of("CDA")
    for text in (
        "Er is een blunder gemaakt in Assen.",
        "De oorzaak was een menselijke fout.",
        "Het was een mooie dag toen wij aankwamen.",
        *NEITHER,
    ):
        assert stance(text, own, "nl") < LEAST
    for text in (
        "De termijn van zes weken is te kort voor een besluit.",
        "Het verbod gaat veel te ver.",
        "De oorzaak is slecht beleid.",
        "De fractie heeft grote zorgen over de sluis.",
        "Er is geen enkele reden om te wachten.",
        "Wij zouden veel liever een brug zien.",
    ):
        assert stance(text, own, "nl") >= LEAST
    assert stance("Voorrang geven is niet eerlijk.", own, "nl") > 0 == stance("Voorrang geven is niet bekend.", own, "nl")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Daar is een fout gemaakt, zo bleek uit het onderzoek.", True),
        ("Wij krijgen daar veel schrijnende mails over.", True),
        ("Daar krijgen wij veel klachten over, en wij vinden dat het anders moet.", False),
        ("De brug is te smal, zo vindt de provincie.", True),
        ("De brug is te smal, zo vindt het CDA.", False),
        ("De brug moet breder, zo eenvoudig is het.", False),
        ("Wij krijgen te weinig geld voor de brug.", False),
        ("Wij krijgen graag een reactie op de brieven van de gemeenten.", False),
    ],
)
def test_what_was_found_or_written_by_others_is_theirs(text: str, told: bool) -> None:
    """ "…, zo bleek uit" and what comes in by mail are hearsay; not one's own view behind "zo", nor any other thing that is got."""
    assert tells_of_others(text, "nl", names_of("CDA")) is told


def test_what_one_would_want_is_wanted_however_far_the_verb() -> None:
    """ "Zouden wij … willen" holds a wish with any number of words between; "zou ik … willen weten" asks."""
    assert (
        stance("De SP ziet in de nachttrein een kans voor Groningen.", names_of("SP"), "nl")
        > 3.0
        > stance("De SP ziet de nachttrein vaak in Groningen.", names_of("SP"), "nl")
    )
    assert (
        stance("Wij zijn geen voorstander van statiegeld.", names_of("SP"), "nl")
        > stance("Wij zijn kritisch over statiegeld.", names_of("SP"), "nl") + 1
    )
    assert stance("Wel zouden wij de eisen aan zonwering in het Bouwbesluit van dit jaar willen aanscherpen.", names_of("SP"), "nl") >= 1.7
    assert stance("Daarom zou ik over de zonwering willen weten wat het kost.", names_of("SP"), "nl") < 1.0


def test_no_plainer_side_is_taken_than_for_or_against_and_a_guess_takes_none() -> None:
    """ "Wij zijn tegen …" says more than "wij willen …"; who something is for, and what one has the idea of, says nothing of it."""
    own = names_of("SP")
    plain = stance("Wij willen dat de brug dichtgaat.", own, "nl") + 0.9
    assert all(stance(text, own, "nl") > plain for text in ("Wij zijn tegen een verbod op tol.", "De SP is en blijft tegen tol."))
    assert stance("Wij zijn voor een deel tegemoetgekomen en willen rust op de brug.", own, "nl") <= plain
    assert stance("Ik heb het idee dat de brug er slecht bij ligt.", own, "nl") < LEAST


def test_what_is_granted_first_is_not_the_sense() -> None:
    """Of "Ik snap …, maar …" the second half says what is meant."""
    assert (
        sense("Ik snap dat er minder brieven zijn, maar een dorp zonder bus is geen oplossing.") == "een dorp zonder bus is geen oplossing."
    )
    assert sense("Wij willen meer bussen, maar niet overal.") == "Wij willen meer bussen, maar niet overal."


@pytest.mark.parametrize(
    "text",
    [
        "Mijn fractie vindt dat iedere kern een bushalte moet houden.",
        "Onze partij vraagt zich niet af of het kan, maar wil dat elke kern een halte houdt.",
        "Daarom zeggen wij nee tegen een hoger tarief.",
        "Volgens D66 moet er eerst een stop komen op nieuwe netten.",
        "D66 ziet windmolens het liefst op zee.",
        "Wij blijven vinden dat vissers hun haven mogen houden.",
        "Wij blijven het onbegrijpelijk vinden dat de pont pas in 2030 vaart.",
        "Ook blijf ik dat een gemiste kans vinden voor de vissers.",
        "Ik ben bezorgd over de diepte van de vaargeul.",
        "Verder ben ik tevreden dat de haven open blijft.",
        "Wij zien meer in een veer dan een brug.",
        "Wij hebben geen enkele behoefte aan een tweede haven.",
        "Een haven betekent voor ons niet dat de schipper alles betaalt.",
        "D66 wil een haven die helpt, en niet een die zegt: zoek het uit.",
        "Laat ik meteen zeggen dat wij geen behoefte hebben aan tolheffing.",
    ],
)
def test_a_member_speaks_for_the_own_party_without_its_name(text: str) -> None:
    """ "Mijn fractie vindt" and "zeggen wij nee tegen" are the party's own words, as "wij vinden" is."""
    own = names_of("D66")
    assert stance(text, own, "nl") > 1.5
    assert not tells_of_others(text, "nl", own)


@pytest.mark.parametrize(
    "text",
    ["De schippers zijn tevreden.", "We zien meer in Vlissingen dan in Harlingen aanmeren.", "De VVD wil een haven die zegt dat het kan."],
)
def test_what_others_feel_or_want_and_what_one_counts_is_no_view(text: str) -> None:
    """Who is content or wants something is somebody else; seeing more in one place than in another is counting."""
    assert stance(text, names_of("D66"), "nl") < 1.0 or tells_of_others(text, "nl", names_of("D66"))


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("Wij hebben grote bezwaren tegen de tol op de brug.", True),
        ("Bij het sluiten van de haven leggen wij ons niet neer.", True),
        ("Wat ons steekt, is dat de schippers nergens kunnen aanleggen.", True),
        ("Ik blijf tegen een boete voor schippers.", True),
        ("Tegen een hogere tol blijven wij ons verzetten.", True),
        ("Wij kunnen de verhoging van het tarief niet steunen.", True),
        ("Wat mij betreft blijft de kade open, en ik dien daarover een motie in.", True),
        ("Die vraag stelden wij in maart.", False),
        ("Wij hebben bezwaren van bewoners gekregen.", False),
        ("Wij leren schippers keurig aanleggen, maar de steiger ligt scheef.", False),
        ("Wij kopen een kaartje bij de veerman.", False),
        ("In de zomer fietsen wij langs de kade.", False),
        ("Wij zullen zien welke partijen de motie steunen.", False),
        ("Wat ons ergert, is dat schippers een uur wachten.", True),
        ("Wij gaan in die verhoging niet mee.", True),
        ("Wat ons bereikt, is een brief van de veerman.", False),
        ("Wij blijven zoeken totdat wij een ligplaats vinden.", False),
        ("Wij blijven tegen problemen aanlopen bij de sluis.", False),
        ("De pont vaart elk uur, en ik vraag daarom een tweeminutendebat aan.", False),
        ("Ik ben over de sluis helemaal niet gerustgesteld.", True),
        ("Daar zijn wij nog niet van overtuigd, en ik ben ook niet gerustgesteld.", True),
        ("Ik ben nog steeds niet gerustgesteld.", False),
        ("Mijn fractie rekende uit dat er 180 miljoen euro is blijven liggen.", False),
        ("Mijn fractie vroeg in mei al naar de tol.", False),
        ("Mijn fractie vond die tol altijd al onzin.", True),
        ("Zonder sluis gaat het niet lukken, daar ben ik van overtuigd.", True),
    ],
)
def test_who_says_wij_takes_a_side_by_a_verb_that_does(text: str, takes: bool) -> None:
    """ "Wij" alone tells of everybody as well; what a clause adds on the course of the debate takes nothing away."""
    turn = Turn("m", 1, Speaker("Vos", "D66", "member"), "", text)
    assert (may_stand(turn, 0, len(text), names_of("D66"), "nl") and stance(text, names_of("D66"), "nl") >= MINE) is takes


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Ik denk dat de minister wel weet waar ik het over heb.", False),
        ("Aan de kade denken wij vaak aan de schippers van vroeger.", False),
        ("Verder willen wij de minister danken voor de cijfers over de sluis.", False),
        ("Daarom zou ik willen dat u over de tol wat meer uitleg geeft.", False),
        ("Ik denk dat de tol te hoog is.", True),
        ("Ik denk dat die tol een vergissing is.", True),
        ("Wij willen de sluiswachter bedanken met een hoger loon.", True),
        ("Ik wil de minister danken voor de brief, want de dijk moet hoger.", True),
        ("Ik vind dat de minister te weinig uitleg geeft.", True),
        ("Wij willen de minister danken voor de brief, maar de tol moet van de brug af.", True),
        ("Daarom zou ik willen dat u de kade teruggeeft aan de stad.", True),
        ("Toch maakt ook D66 zich zorgen.", False),
        ("Wij moeten beter voor ons water zorgen.", True),
        ("Wij hopen dat de minister op de tol ingaat.", False),
        ("Wij hopen dat de schipper sneller reageert.", True),
    ],
)
def test_what_one_thinks_of_or_thanks_for_is_no_position_without_a_judgement(text: str, stands: bool) -> None:
    """Thinking counts with a judgement or a wish; thanks, and a wish to hear more, take no side."""
    turn, own = Turn("m", 1, Speaker("Vos", "D66", "member"), "", text), names_of("D66")
    assert (may_stand(turn, 0, len(text), own, "nl") and stance(text, own, "nl") >= LEAST) is stands


def test_a_view_said_last_is_a_view() -> None:
    """ "Tot slot" takes nothing from the sentence that it begins."""
    last = "Tot slot maken wij ons zorgen over de kade."
    assert stance(last, names_of("D66"), "nl") >= MINE
    assert stance("Tot slot de kade.", names_of("D66"), "nl") < LEAST


@pytest.mark.parametrize("text", ["En het CDA hoort graag hoe het staat met de haltes.", "Ik ben blij met de toezeggingen over de haltes."])
def test_who_hears_gladly_or_gives_thanks_takes_no_position(text: str) -> None:
    """A request in the third person is a question; thanks for commitments are a courtesy."""
    assert "asks" in marks(text, "nl")


def test_a_minister_who_shares_a_feeling_takes_no_position() -> None:
    """ "Ik snap de verontwaardiging heel goed." is a courtesy; with "maar …" it says something."""
    assert only_tells("Ik snap de verontwaardiging over de rekening heel goed.", "nl")
    assert not only_tells("Ik snap de verontwaardiging, maar wij moeten dat niet willen.", "nl")


@pytest.mark.parametrize(
    "text",
    [
        "Ik mis de tarieven van de veerman nog.",
        "Voorzitter, mijn vraag over de kade mis ik nog.",
        "Die rijden bij vorst het liefst over de dijk.",
    ],
)
def test_what_is_still_missing_and_what_others_rather_do_is_no_position(text: str) -> None:
    """ "… mis ik nog" asks for what was not heard yet; "liever" is a wish of whoever does it."""
    assert wants_reply(text) or tells_of_others(text, "nl", names_of("SP"))
    assert wants_reply("Ik zou ook nog graag weten of de veerman moet stoppen.")
    for own in ("Ik mis in deze wet de veerman.", "Die zien wij liever op het spoor.", "Schippers moeten graag gezien zijn."):
        assert not wants_reply(own) and not tells_of_others(own, "nl", names_of("SP"))


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Eén opmerking vooraf.", True),
        ("Ik had nog een aantal punten.", True),
        ("Dan kom ik bij het volgende blokje.", True),
        ("Tot slot de schorsing: die mag wat mij betreft kort.", True),
        ("Het is goed dat we hier vandaag over dit belangrijke onderwerp spreken.", True),
        ("Ik wil een verbod op dit punt.", False),
        ("Daar gaan wij nu mee door.", False),
    ],
)
def test_a_sentence_on_the_course_of_a_speech_has_no_word_of_its_own(text: str, only: bool) -> None:
    """It is no position and no answer; one word of the matter makes it say something."""
    turn = Turn("m", 1, Speaker("Vos", "D66", "member"), "", text)
    assert of_course(text) is only
    assert may_stand(turn, 0, len(text), names_of("D66"), "nl") is not only


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Wij maken ons zorgen over de bussen.", True),
        ("Wij zorgen voor bussen in Hoogezand.", False),
        ("Laten we hopen dat de bus in Hoogezand blijft rijden.", True),
        ("Ik hoop dat de bus blijft, want die moet ook op zondag rijden.", False),
        ("Laten we de bus in Hoogezand behouden.", False),
    ],
)
def test_a_worry_is_a_feeling_and_taking_care_is_none(text: str, only: bool) -> None:
    """Praise, worry and hope say less of a party than what it does or wants."""
    assert only_feels(text, "nl") is only


MILLS = """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (CDA):
Voorzitter. Ik vind het knap dat de heer Blom na zo'n lange nacht nog altijd zo opgewekt is. Het CDA vindt dat molens ook in de polder moeten
draaien, en dan denk ik in de eerste plaats aan Kinderdijk. Molens malen het water weg en dat doen de molens al eeuwen voor onze boeren.

De heer Blom (SP):
Voorzitter. De SP wil dat er voor molens meer geld komt. Krijgen de molens dat?

Minister Peters:
Voorzitter. Voor de molens is er genoeg geld.
"""
mills = reading(reported("De vaste commissie voor Landbouw heeft op 2 maart 2023 overleg gevoerd over molens.", MILLS))


def test_a_colleague_s_manner_is_no_position_and_an_example_takes_none_away(mills: Assistant) -> None:
    """Praise of who sits there is on nothing of the debate; "dan denk ik aan" gives an example of what the party finds."""
    ((meeting, *_),) = mills.meetings()
    assert [s.text[:13] for s in mills.summary(meeting.id, "CDA", verbatim=True).positions] == ["Het CDA vindt"]


TOLL = """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (CDA):
Voorzitter. Het CDA wil dat de brug vrij van tol wordt.

De heer Blom (SP):
Voorzitter. De SP wil dat de brug vaker opengaat.

Minister Peters:
Voorzitter. De tol blijft.

De voorzitter:
Dan de tweede termijn.

Mevrouw Vos (CDA):
Voorzitter. Verder ben ik tevreden.

De heer Blom (SP):
Wij blijven de tol op de brug onrechtvaardig vinden.
"""
toll = reading(reported("De vaste commissie voor Landbouw heeft op 2 maart 2023 overleg gevoerd over tol op de brug.", TOLL))


def test_a_speech_of_the_second_term_is_no_reply_and_a_feeling_says_of_what(toll: Assistant) -> None:
    """Who speaks after another member answers only one who broke in; "Verder ben ik tevreden." says nothing of the bridge."""
    ((meeting, *_),) = toll.meetings()
    cda, sp = ([s.text for s in toll.summary(meeting.id, party, verbatim=True).positions] for party in ("CDA", "SP"))
    assert cda == ["Het CDA wil dat de brug vrij van tol wordt."]
    assert sp[-1] == "Wij blijven de tol op de brug onrechtvaardig vinden."


HARBOUR = """De heer Blom (SP):
Voorzitter. De verkoop van de haven was een blunder. Met de koper is een contract gesloten. Dat contract deugt niet.

Mevrouw Vos (CDA):
Voorzitter. De brief over de haven is per vergissing niet verstuurd. Het argument van de SP is dat de haven te duur is.

Minister Peters:
Voorzitter. De haven blijft.
"""
harbour = reading(reported("De vaste commissie voor Landbouw heeft op 2 maart 2023 overleg gevoerd over de haven.", HARBOUR))


def test_a_plain_judgement_is_a_position_and_what_went_wrong_or_another_argues_is_none(harbour: Assistant) -> None:
    """ "… was een blunder", "… deugt niet"; not "per vergissing", nor what another's argument is."""
    ((meeting, *_),) = harbour.meetings()
    sp, cda = ([s.text for s in harbour.summary(meeting.id, party, verbatim=True).positions] for party in ("SP", "CDA"))
    assert (
        sp == ["De verkoop van de haven was een blunder.", "Met de koper is een contract gesloten. Dat contract deugt niet."] and cda == []
    )


FERRY = """

De heer Blom (SP):
Voorzitter. De SP wil dat de pont bij Genemuiden gratis wordt. Wij willen een steiger bij Zwartsluis. Wij willen een wachthuisje in Kampen.
Wij willen een kaartautomaat in Hasselt. Wij willen een fietspad langs de dijk. Wij willen een bushalte bij de sluis. Wij willen banken.

Mevrouw Vos (CDA):
Voorzitter. Het CDA wil dat de pont vaker vaart en dat de steiger blijft.

Minister Peters:
Voorzitter. {}

De heer Blom (SP):
Daar kom ik nog op terug.

Minister Peters:
{}
"""


def test_a_party_stands_for_the_same_however_the_minister_answers() -> None:
    """What the government talks about most, or not at all, changes nothing of what the members' pages hold."""
    pages = []
    for one, other in (
        ("De pont blijft.", "Goed."),
        ("Het fietspad langs de dijk kost geld. De bushalte bij de sluis ook.", "Een fietspad, banken en een bushalte komen er."),
        ("De kaartautomaat in Hasselt is stuk. Het wachthuisje in Kampen is van glas.", "Het wachthuisje en de kaartautomaat in Hasselt."),
    ):
        said = opened(FERRY.format(one, other))
        debate = Debate((read := read_report(said.encode(), "f.txt")).meeting, read.turns, read.motions, read.events)
        pages.append([[s.text for s in summarise(debate, Ledger(), party).positions] for party in debate.parties])
    assert pages[0] == pages[1] == pages[2] and len(pages[0][0]) > 3


MARKET = """

Mevrouw Blom (VVD):
Voorzitter. Op de weekmarkt in Tiel staan vijf kramen leeg, terwijl er dertig ondernemers op een wachtlijst staan voor een vergunning.
De VVD wil dat een marktvergunning voor elke ondernemer vijftien jaar geldt.
Wij zijn tegen een stroomheffing op kramen van bakkers en visboeren.
De VVD vindt dat gemeenten het marktgeld met de helft moeten verlagen.
Wij willen dat foodtrucks overal bij evenementen mogen staan.
Wij zijn geen voorstander van een plasticverbod op weekmarkten.
De VVD steunt de Minister bij het afschaffen van de ventvergunning.
Kan de Minister iets zeggen over het leegstaande plein?
Wat de markt verder bijzonder maakt, is de sfeer.

Minister Peters:
Dat plein wordt in mei bestraat.

De voorzitter:
Ik sluit de vergadering.
"""

market = reading(opened(MARKET))


def test_a_clear_position_beyond_the_five_is_named_and_told_to_who_asks(market: Assistant) -> None:
    """A page has five positions and says where a sixth stands; who asks what the party wants gets that one too."""
    ((meeting, _, _),) = market.meetings()
    page = fit(market.summary(meeting.id, "VVD", verbatim=True), "nl")
    assert len(page.positions) == 5 and len(page.further) == 1
    assert page.left_out == ("1 standpunt (beurt 2)",)
    asked = market.ask("Wat wil de VVD?", verbatim=True)
    assert {q.text for s in (*page.positions, *page.further) for q in s.claim.quotes} == {c.quote.text for c in asked.citations}
