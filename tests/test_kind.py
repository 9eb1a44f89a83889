"""What kind of thing a question asks for, and whether a sentence holds one."""

from __future__ import annotations

import pytest

from rag.kind import kind_of
from rag.text import stem


@pytest.mark.parametrize(
    ("question", "name", "holds", "lacks"),
    [
        ("Hoeveel kostte de verbouwing?", "money", "De verbouwing kostte 3 miljoen euro.", "De verbouwing duurde drie jaar."),
        ("Hoeveel inspecteurs zijn er?", "count", "Er zijn nu 40 nieuwe inspecteurs.", "De inspecteurs bezochten in juni 12 fabrieken en kassen in het land."),
        ("How many inspectors are there?", "count", "Er zijn nu veertig inspecteurs.", "Er zijn inspecteurs."),
        ("Welk deel van de scholen doet mee?", "share", "Een op de vijf scholen doet mee.", "De scholen doen mee."),
        ("Hoe lang duurt de keuring?", "term", "De keuring duurt zes weken.", "De keuring duurt te lang."),
        ("Hoe oud is de gemiddelde inspecteur?", "size", "De inspecteur is gemiddeld 53 jaar.", "De tarieven van de inspecteur gaan na vijftien jaar omhoog."),
        ("Hoe oud zijn de inspecteurs?", "size", "De gemiddelde leeftijd van inspecteurs is 53.", "De spreektijd over inspecteurs is vijf minuten."),
        ("Hoeveel verdient een inspecteur?", "money", "Een inspecteur verdient 4.000 euro.", "Dat bedrag van 3 miljoen euro verdient het Rijk."),
        ("Hoeveel gaat een huishouden straks betalen?", "money", "Het gaat om 2 euro per huishouden.", "Er zijn 40 huishoudens."),
        ("Wanneer komt de brief?", "date", "De brief komt voor het kerstreces.", "De brief komt er."),
        ("Hoe vaak grijpt de inspectie in?", "times", "Dat houden wij niet bij.", "In 2021 greep de inspectie in."),
        ("Hoe laat vertrekt de veerboot?", "clock", "De veerboot vertrekt om 7.45 uur.", "Op dinsdagavond nam ik de veerboot."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Die gaat om half drie.", "Die gaat in mei, een half jaar later."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Die gaat om twee uur.", "De veerboot vaart 24 uur per dag en doet er twee uur over."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Die gaat vanaf 6.30 uur.", "Dat staat in artikel 3.15 en kost 12.50 euro."),
        ("Hoe laat sluit de kade?", "clock", "De kade is open tussen 9 en 17 uur.", "Op de kade staan 9 kranen."),
        ("Hoe laat sluit de kade?", "clock", "Na 22 uur mag er niemand op.", "Die sluit 24 uur per dag niet."),
        ("Hoe laat sluit de kade?", "clock", "Die sluit uiterlijk 20 uur.", "Dat duurt 20 uur."),
        ("Hoe laat sluit de kade?", "clock", "De kade sluit voor 18 uur.", "De kade sluit."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Na 18 uur vaart er niets.", "Na 3 uur vergaderen was er een akkoord."),
        ("Hoe laat vertrekt de veerboot?", "clock", "De markt is tussen 9 en 14 uur open.", "De brug is voor 12 uur werk per dag geopend."),
        ("Hoe laat vertrekt de veerboot?", "clock", "U moet uiterlijk 10 uur aanwezig zijn.", "Er is uiterlijk 12 uur later een arts."),
        ("Hoe laat vertrekt de veerboot?", "clock", "De laatste vertrekt voor 23 uur, de eerste na 5 uur.", "Er zijn 3 schepen en 12 uur vertraging."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Inleveren kan tussen 8 en 20 uur (op werkdagen).", "Het duurt tussen 2 en 4 uur."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Na 20 uur is er geen boot.", "Na 24 uur moet de rechter oordelen."),
        ("Hoe laat vertrekt de veerboot?", "clock", "De winkel is na 21 uur dicht.", "De politie moet na 72 uur iemand vrijlaten."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Na 6 uur gaat de brug open.", "Voor 48 uur opvang is geld."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Tussen 7 en 19 uur is de sluis bemand.", "Dat kost 2 en 3 uur reistijd."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Voor 7 uur kan men niet varen.", "Zij krijgen voor 8 uur werk betaald."),
        ("Hoe laat vertrekt de veerboot?", "clock", "Na 23 uur vertrekt er geen boot.", "Er is uiterlijk 24 uur later een arts."),
        ("Hoe laat geldt het verbod?", "clock", "Op de pont mag na 22 uur geen drank worden verkocht.", "Na 12 uur wachten kwam de pont."),
        ("Hoe laat rijden er bussen?", "clock", "Tussen 7 en 9 uur rijden er extra bussen.", "Er is na 2 uur vertraging een bus."),
        ("Hoe laat moeten zij thuis zijn?", "clock", "Kinderen moeten voor 20 uur van de pont af.", "Zij werken voor 10 uur loon."),
        ("Hoe laat sluiten de winkels?", "clock", "De winkels sluiten na 18 uur hun deuren.", "Zij zijn na 9 uur winkelen moe."),
        ("Hoe laat begint het?", "clock", "Het verbod op lawaai geldt na 22 uur in de binnenstad.", "Voor 30 uur lawaai is betaald."),
        ("Hoe laat begint het?", "clock", "Na 22 uur ’s avonds geldt het verbod.", "Na 8 uur overleg begon het."),
        ("Hoe laat is het gratis?", "clock", "Na 18 uur betaalt u niets op de pont.", "Er zijn 3 haltes en 2 uur vertraging."),
        ("Hoe laat vaart de pont niet?", "clock", "De pont vaart voor 6 uur niet.", "De pont is na 6 uur varen leeg."),
        ("Hoe laat de minister de regeling evalueren?", "other", "Die laat ik evalueren.", ""),
        ("What time limit does the scheme have?", "other", "De regeling blijft open tot januari.", ""),
        ("Op welk tijdstip krijgen zij een advocaat?", "date", "Die krijgen zij voor de zomer.", "Die krijgen zij."),
        ("Hoe lang duurt de overtocht?", "term", "De overtocht duurt anderhalf uur.", "De overtocht duurt uren."),
        ("Hoe heet de dijkgraaf?", "name", "De dijkgraaf is Jan Smit.", "De dijkgraaf is er niet."),
        ("What is the new agency called?", "name", "Het agentschap heet Rijkswaterstaat.", "Het agentschap is er niet."),
        ("Wat vindt de SP van de dijk?", "other", "Wij willen een dijk.", ""),
    ],
)  # fmt: skip
def test_kinds(question: str, name: str, holds: str, lacks: str) -> None:
    """The kind is told from the question; a sentence that holds it is told from one that only speaks of the subject."""
    kind = kind_of(question, "en" if question.startswith(("How many", "What ")) else "nl", "nl")
    assert kind.name == name and kind.held(holds, "nl")
    assert not lacks or not kind.held(lacks, "nl")


def test_a_number_counts_what_stands_beside_it() -> None:
    """ "Een" as an article is no number, and a number far from what is counted is of something else."""
    kind = kind_of("Hoeveel agenten komen erbij?", "nl", "nl")
    assert not kind.held("Een van de agenten vertelde dat.", "nl")
    assert kind.held("Er zijn nu 2000 agenten.", "nl")
    assert kind.held("Het gaat om zestig wijkagenten.", "nl") and kind.held("Er komen 25.000 agenten bij.", "nl")
    assert not kind.held("De agenten zijn ernstig bedreigd.", "nl")
    assert not kind.held("U weet dat er acht van die regels zijn voor agenten.", "nl") and kind.held(
        "Dat zijn er acht van de twaalf.", "nl"
    )
    assert not kind.held("De agenten, daar heb ik iets over te zeggen — zijn niet bang.", "nl")
    assert kind.held("Hoeveel agenten het zijn, weten wij niet.", "nl")
    assert kind.held("Er komen 2000 extra agenten bij.", "nl") and not kind.held("In 2023 waren de extra agenten er niet.", "nl")


@pytest.mark.parametrize(
    "sentence",
    [
        "Van de acht bezochte posten waren er drie zonder agenten.",
        "In 2024 kwamen er agenten bij.",
        "De agenten wachten al zes weken.",
        "Ten slotte de agenten.",
        "Vier gemeenten willen agenten.",
        "Vier op de vijf agenten zijn bedreigd.",
        "Dat denkt 78% van de agenten.",
        "Sinds 2016 helpt de minister agenten.",
        "Het zijn vaak 40-jarige agenten.",
        "Er staan 30 agentenwoningen leeg.",
    ],
)
def test_a_number_of_other_things_counts_nobody(sentence: str) -> None:
    """A number of what the sentence names itself, of a year, of weeks, and the preposition "ten" count nobody who is asked about."""
    assert not kind_of("Hoeveel agenten zijn er?", "nl", "nl").held(sentence, "nl")


def test_a_number_before_in_and_another_is_no_share() -> None:
    """ "Drie in twee rondes" counts three, "one in five" counts nobody."""
    assert kind_of("Hoeveel vragen mag elk lid stellen?", "nl", "nl").held("Ik beperk de vragen tot drie in twee rondes.", "nl")
    assert not kind_of("How many officers are there?", "en", "en").held("One in five officers was threatened.", "en")


def test_a_number_may_be_of_what_the_sentence_names_first() -> None:
    """ "Er" stands for what the sentence itself names before it, where it names that."""
    kind = kind_of("Hoeveel sluizen zijn er hersteld?", "nl", "nl")
    assert kind.held("Vorig jaar zijn van 140 bekeken sluizen er negen hersteld.", "nl")
    assert kind.held("Van de 140 sluizen in het noorden zijn er dit jaar negen hersteld.", "nl")


def test_how_far_something_has_come_is_no_size() -> None:
    """ "Hoe ver is het plan?" asks for no number, "Hoe ver is het dorp van de dijk?" does; nor is it told of whom in "hoeveel duurder"."""
    assert kind_of("Hoe ver is het plan voor de dijk?", "nl", "nl").name == "other"
    assert kind_of("Hoe ver is het dorp van de dijk?", "nl", "nl").name == "size"
    assert kind_of("Hoeveel duurder werd stroom?", "nl", "nl").heads == frozenset()


def test_a_verb_after_hoeveel_counts_nothing_and_er_counts_what_was_named() -> None:
    """ "Hoeveel brengt het op?" asks for any number; "daarvan zijn er 88" is of what was named before, "er 12 schepen" is not."""
    assert kind_of("Hoeveel brengt het veilen van kavels de staat op?", "nl", "nl").heads == frozenset()
    kind = kind_of("Hoeveel molens kregen subsidie?", "nl", "nl")
    assert "molen" in kind.heads and "kreg" not in kind.heads and "kreeg" not in kind.heads
    assert kind.held("Daarvan zijn er dit jaar 88 gehonoreerd.", "nl") and kind.held("Dat zijn er 1.250.", "nl")
    assert not kind.held("In de haven lagen er 12 schepen.", "nl")


@pytest.mark.parametrize(
    ("question", "sentence", "held"),
    [
        ("Hoe heet de burgemeester van Ede?", "Ik spreek de burgemeester van Ede volgende week in de Kamer.", False),
        ("Hoe heet de burgemeester van Ede?", "In Ede sprak ik met burgemeester Verhulst.", True),
        ("Welk onderzoeksbureau deed het?", "Het onderzoek is gedaan door Berenschot.", True),
        ("Welk onderzoeksbureau deed het?", "Het onderzoek is in juni gedaan.", False),
        ("Hoe heet de burgemeester van Ede?", "In Ede sprak ik de burgemeester, en daarna was ik in Arnhem bij Verhulst.", False),
        ("Hoe heet de burgemeester van Ede?", "Jan Verhulst is de burgemeester.", True),
        ("In welke stad komt het museum?", "Het museum komt in Leiden.", True),
        ("In welke stad komt het museum?", "Het museum is van belang in de Nederlandse geschiedenis, zei Vos.", False),
        ("Wie is de commandant van de basis in Gorze?", "Ik bezoek de lokale commandant in Gorze bij Metz.", False),
    ],
)
def test_a_name_is_not_one_that_the_question_has(question: str, sentence: str, held: bool) -> None:
    """Who is asked for by name is not told by the names in the question, nor by an office, nor by a name that is of something else."""
    assert kind_of(question, "nl", "nl").held(sentence, "nl") is held


@pytest.mark.parametrize(
    ("question", "sentence", "held"),
    [
        ("Wat kost een kaartje?", "De brug kost 3 miljoen euro.", False),
        ("Wat kost een kaartje?", "Een kaartje kost 4 euro.", True),
        ("Hoe hoog is de boete?", "In 2021 is de boete verhoogd.", False),
        ("Hoe hoog is de boete?", "De boete is 400 euro.", True),
        ("Hoe hoog is de boete?", "De boete kost u 400 euro.", True),
        ("Hoe hoog is de toren?", "De toren kost 3 miljoen euro.", False),
        ("Hoe hoog is de toren?", "De toren is 52 meter en kost 3 miljoen euro.", True),
        ("Hoe hoog is de prijs van een kaartje?", "De prijs: een kaartje kost 4 euro.", True),
        ("Hoe laat gaat het loket dicht?", "Het loket gaat om 8.00 uur open.", False),
        ("Hoe laat gaat het loket dicht?", "Het loket is open tot 17.00 uur.", True),
        ("Wanneer sluit het bad?", "Het bad sluit op 1 mei en gaat op 1 juni weer open.", True),
        ("Wanneer eindigt de proef?", "De proef begint in mei.", False),
        ("Wanneer eindigt de proef?", "De proef begint in mei en duurt een jaar.", True),
        ("Wat kost een kaartje volgend jaar?", "Een kaartje kost nu 4 euro.", False),
        ("Wat kost een kaartje volgend jaar?", "Een kaartje kost nu 4 euro en volgend jaar 5.", True),
        ("Hoeveel kaartjes zijn er in 2023 verkocht?", "In 2022 zijn er 40 kaartjes verkocht.", False),
        ("Welk deel van de reizigers staat?", "Vier op de tien reizigers staan.", True),
        ("Welk deel van de reizigers staat?", "De reizigers staan in de trein of op de perrons.", False),
        ("Hoeveel waterbronnen zijn vervuild?", "Volgens het instituut zijn 31 bronnen vervuild.", True),
        ("Hoeveel water gebruikt iemand?", "Een Nederlander gebruikt 128 liter per dag.", True),
        ("Hoeveel water gebruikt iemand?", "Een Nederlander doucht 7 minuten per dag.", False),
        ("Hoeveel tegenstanders waren er?", "Er spraken drie anderen.", False),
        ("Hoeveel boetes zijn er?", "Er is 240 kilo boter gestolen.", False),
        ("Hoeveel vaker brandt het dan vroeger?", "Dat is sinds 1950 verdubbeld.", True),
        ("Hoeveel boetes zijn er opgelegd?", "Ik weet niet of ik daar veel van verwacht.", False),
        ("Hoeveel boetes zijn er opgelegd?", "Hoeveel boetes er zijn opgelegd, is niet bekend.", True),
        ("Wat kost het om een schip te slopen?", "Als het schip niet geregistreerd is, blijft het liggen.", False),
        ("Wat kost het om een schip te slopen?", "Als ik het goed heb, is dat niet bekend.", True),
        ("Wat kost het om een schip te slopen?", "Als ministerie hebben wij daar geen cijfers van.", True),
    ],
)
def test_a_price_a_size_and_a_share_are_of_what_is_asked(question: str, sentence: str, held: bool) -> None:
    """An amount of something else, of another year, or a year itself is none; that it is not known is told of what is asked."""
    assert kind_of(question, "nl", "nl").held(sentence, "nl") is held


def test_what_a_price_is_of_may_be_named_right_before() -> None:
    """ "Dan de boete. Die is 400 euro." tells how high the fine is."""
    kind = kind_of("Hoe hoog is de boete?", "nl", "nl")
    assert kind.after("Dan de boete.", "nl").held("Die is 400 euro.", "nl")
    assert not kind.after("Dan het kaartje.", "nl").held("Dat is 400 euro.", "nl")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ook toen waren er twee te veel.",
        "Het waren er 40.",
        "Er sluiten er ieder jaar zo'n vijftien.",
        "Daar heb ik geen cijfers over, maar ik zoek het uit.",
    ],
)
def test_er_and_cijfers_are_of_what_is_named_right_before(sentence: str) -> None:
    """Where the sentence before it names something else, "er twee" counts that and "geen cijfers" are those of that."""
    kind = kind_of("Hoeveel bruggen beheert de provincie?", "nl", "nl")
    assert kind.after("Zij vroeg naar de bruggen.", "nl").held(sentence, "nl")
    assert not kind.after("Hij vroeg naar de tunnels.", "nl").held(sentence, "nl")


@pytest.mark.parametrize(
    "sentence",
    ["Ik ben er met mijn fractie van twaalf.", "Er komt op 3 mei een brief.", "Daar ga ik er in de tweede termijn, om vier, op in."],
)
def test_er_far_before_another_number_counts_nothing(sentence: str) -> None:
    kind = kind_of("Hoeveel bruggen beheert de provincie?", "nl", "nl")
    assert not kind.after("Zij vroeg naar de bruggen.", "nl").held(sentence, "nl")


def test_what_nobody_names_is_counted_under_another_word() -> None:
    """Where the record never says what is counted, any number will do; where it does, the number stands by that word."""
    asked = kind_of("Hoeveel natuurhandhavers lopen er rond in de polder?", "nl", "nl")
    told = "Ik trof er in de polder vier boswachters aan."
    assert not asked.held(told, "nl")
    assert asked.within({stem("polder"), stem("boswachters")}).held(told, "nl")
    assert not asked.within({stem("polder"), stem("natuurhandhavers")}).held(told, "nl")
