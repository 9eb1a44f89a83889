"""When a question is declined, and what a short record may answer."""

from __future__ import annotations

import pytest

from eval.other_subjects import questions, spoken_of
from rag.assistant import Assistant
from rag.decline import _of_kind
from rag.lexicon import terms
from rag.text import stem
from tests.debates import opened, reading

REPORT = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2021-2022
27 625 Waterbeleid
Nr. 590 VERSLAG VAN EEN COMMISSIEDEBAT
Vastgesteld 9 juni 2022

De vaste commissie voor Infrastructuur en Waterstaat heeft op 12 mei 2022 overleg gevoerd met mevrouw Terlingen, Minister van Infrastructuur en Waterstaat, over waterveiligheid.

Voorzitter: Roelse
Griffier: Ophof

Aanwezig zijn drie leden der Kamer, te weten: Roelse, Verdonk en Amrani,
en mevrouw Terlingen, Minister van Infrastructuur en Waterstaat.

Aanvang 10.00 uur.

De voorzitter:
Ik open het commissiedebat over waterveiligheid. Het woord is aan de heer Amrani.

De heer Amrani (GroenLinks):
Voorzitter. GroenLinks wil dat waterschappen meer ruimte geven aan uiterwaarden. Hoeveel kilometer dijk is er in Zeeland nog niet op hoogte? En komt er een meldpunt voor mensen die schade hebben door muskusratten?

Mevrouw Verdonk (VVD):
De VVD is tegen een heffing op verharde tuinen. Laat mensen zelf kiezen. Wel wil ik weten wat de sluis bij Terneuzen kost.

De voorzitter:
Het woord is aan de Minister.

Minister Terlingen:
Voorzitter. In Zeeland moet nog 64 kilometer dijk worden versterkt. De sluis bij Terneuzen kost 1,1 miljard euro. Een meldpunt voor schade door muskusratten komt er niet, want daarvoor kunnen mensen bij het waterschap terecht. Ik stuur de Kamer in oktober een brief over de uiterwaarden.

De voorzitter:
Ik sluit de vergadering.

Sluiting 11.00 uur.
"""


dikes = reading(REPORT)  # an assistant over the dike debate


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hoeveel kilometer waterkering moet er in Zeeland worden versterkt?", "64 kilometer"),
        ("Wat betaalt het Rijk voor de sluis bij Terneuzen?", "1,1 miljard"),
        ("Hoe denkt de VVD over een heffing voor tegels in de tuin?", "verharde tuinen"),
        ("Waarom weigert de minister een loket voor muskusrattenschade?", "meldpunt"),
    ],
)
def test_a_short_record_answers_what_is_asked_in_other_words(dikes: Assistant, question: str, words: str) -> None:
    """A report of a few turns holds few of the words one asks with; that alone is no reason to decline."""
    answer = dikes.ask(question, verbatim=True)
    assert answer.status == "answered" and any(words in s.text for s in answer.statements)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel windmolens komen er op de Noordzee?",
        "Hoeveel kilometer dijk is er in Friesland niet op hoogte?",
        "Wanneer gaat de leeftijd voor het pensioen omhoog?",
        "Wat kost de brug bij Vlissingen?",
        "Wat zei de minister over vogelgriep in stallen?",
        "Wie krijgt er ruimte voor een kermis?",
        "Kunnen mensen zelf kiezen voor euthanasie?",
    ],
)
def test_another_subject_or_another_place_is_declined(dikes: Assistant, question: str) -> None:
    """What the record does not name is declined, also where it holds the same of a sibling."""
    answer = dikes.ask(question, verbatim=True)
    assert answer.status == "declined" and not answer.statements


OPA = "Mijn opa en oma gingen vaak naar zee. Wij spraken erover, en hij sprak met mijn vrienden. Veel jongeren zien nu een zwart gat. De VVD is tegen"
sea = reading(REPORT.replace("De VVD is tegen", OPA))  # with words that one asks with, and common ones


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Welke moties gingen over vogelgriep?", "declined"),
        ("Wie sprak over kernwapens?", "declined"),
        ("Which party spoke about dental care?", "declined"),
        ("What was said about salt mines?", "declined"),  # "mijn" is no mine
        ("Is er gesproken over vapen onder jongeren?", "declined"),
        ("Wie sprak over jongeren?", "answered"),
        ("Wat zei Verdonk over jongeren bij de sluis?", "answered"),
        ("Is er gesproken over ongemak van muskusratten?", "answered"),
        ("Wat is er gezegd over schade van muskusratten?", "answered"),
        ("Wat is er gezegd over schade van hagelbuien?", "declined"),  # nobody speaks of those
        ("Is er gesproken over de verharding van schoolpleinen?", "declined"),
        ("Wat is er gezegd over de mijnen?", "declined"),  # nor does "mijn"
        ("Wat gaat de minister doen aan schade van muskusratten?", "answered"),
    ],
)
def test_what_a_question_is_about_is_not_told_by_what_it_is_asked_with(sea: Assistant, question: str, status: str) -> None:
    """Neither the words that one asks with nor a common one beside a subject that nobody names make an answer; beside one that is named, they may."""
    assert sea.ask(question, verbatim=True).status == status


NAMES = "Sinds maart nam het water toe, en in de ggz merken ze dat ook. Het is een slim plan. De kosten zijn hoog. Opa is eenzaam. Bussen in Drenthe staan stil. Kleine mkb-bedrijven wachten. Dit plan is zelfstandig ontstaan. "
NAMES += "Veilig Thuis is er ook bij, en het loket is thuis te bereiken. Een vis zwom voorbij. De privacywet knelt. Er komen parkeernormen."
apart = reading(
    REPORT.replace("De VVD is tegen", f"{NAMES} Israël is ver weg. De meter loopt. De VVD is tegen")
)  # with one word of many a subject


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Wat is er gezegd over de NAM?", "declined"),  # somebody "nam"
        ("Wat is er gezegd over Sint-Maarten?", "declined"),  # it is "maart"
        ("Vertel me iets over de GGZ.", "answered"),  # in small letters, as a noun
        ("Wat is er gezegd over het MKB?", "answered"),  # that is no other word
        ("Wat is er gezegd over de Drentse bussen?", "answered"),
        ("Wat is er gezegd over de Franse bussen?", "declined"),
        ("Is er gesproken over slimme meters?", "declined"),  # a slim plan, and further on a meter
        ("Wat is er gezegd over hoge kosten?", "answered"),
        ("Wat is er gezegd over eenzame opa's?", "answered"),
        ("Wie sprak over het associatieverdrag met Israël?", "declined"),  # of it only where it is narrowed to
        ("Is er gesproken over de verharding van tuinen?", "answered"),
        ("Wat is er gezegd over muskusratten in Zeeland?", "answered"),
        ("Wat is er gezegd over zzp'ers?", "declined"),  # "zelfstandig" is an adjective, and said once
        ("Wat is er gezegd over thuiswerken?", "declined"),  # one of two is a name
        ("Wat is er gezegd over de visserij?", "declined"),  # of the stem of "vis"
        ("Wat is er gezegd over de AVG?", "answered"),  # "privacywet" is no wider word
        ("Wat vindt de minister van wolven in Zeeland?", "declined"),
    ],
)
def test_of_a_subject_is_said_more_than_a_word_like_its_own(apart: Assistant, question: str, status: str) -> None:
    """A name is not said in another word of its stem, nor a subject where only what narrows it is; an adjective may stand behind its noun."""
    assert apart.ask(question, verbatim=True).status == status


KINDS = "Op de dijk staan te veel auto's. De branden in het riet nemen toe. De economie van Zeeland groeit. Wij vrezen cyberaanvallen op de sluis. "
KINDS += "De steigers haalt men uit Amerika. Op cyber letten wij, daar is geld voor. "
KINDS += "De btw op zand is te hoog. De Russische vloot vaart langs de kust. Wij willen de sociale huur behouden. Ik deel de zorg over mijn eigen streek. De VVD is tegen"
narrowed = reading(REPORT.replace("De VVD is tegen", KINDS))


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Wat vindt de VVD van elektrische auto's?", "declined"),
        ("Wat is er gezegd over circulaire economie?", "declined"),
        ("Wat vindt de VVD van Chinese vloot?", "declined"),
        ("Wat vindt de VVD van de digitale euro?", "declined"),  # nor is "cyber" and "geld" that, both in other words
        ("Wat vindt de VVD van de Russische vloot?", "answered"),
        ("Wat vindt de VVD van sociale huur?", "answered"),
        ("Wat vindt de VVD van digitale aanvallen?", "answered"),  # "cyberaanvallen"
        ("Wat vindt de VVD van dramatische branden?", "answered"),  # may be said of any
        ("Wat is er gezegd over Amerikaanse steigers?", "answered"),  # "steigers uit Amerika"
        ("Wat vindt de VVD van btw op zand?", "answered"),
        ("Wat vindt de VVD van btw op sport?", "declined"),
        ("Wat vindt de minister van een heffing op suiker?", "declined"),
    ],
)
def test_of_a_kind_is_said_what_stands_beside_what_says_which(narrowed: Assistant, question: str, status: str) -> None:
    """Of electric cars is spoken where that they are electric stands near; that fires are fierce may go without saying, and a tax is on something."""
    assert narrowed.ask(question, verbatim=True).status == status


def test_a_subject_that_tells_little_need_not_stand_beside_its_kind() -> None:
    """Of "fiscale maatregelen" speaks who says "fiscale regelingen"; of "circulaire economie" not who says "circulair" of something else."""
    found = terms("Wat is er gezegd over fiscale maatregelen?", "nl", "nl")
    said = [[1.0 if t.about == "kind" else 0.0 for t in found]]
    assert _of_kind(found, [5.0 if t.about == "kind" else 3.9 for t in found], [said])
    assert not _of_kind(found, [5.0] * len(found), [said])


def test_what_tells_how_many_or_how_much_is_no_kind() -> None:
    """ "Enkele" and "dubbele" count, and what can be borne is no kind: of these nobody need say them."""
    for adjective in ("enkele", "dubbele", "simpele", "reële", "bureaucratische", "flexibele", "comfortabele"):
        assert terms(f"Wat is er gezegd over {adjective} sluizen?", "nl", "nl")[-2].about == "head", adjective
    for adjective in ("mobiele", "culturele", "fiscale"):
        assert terms(f"Wat is er gezegd over {adjective} sluizen?", "nl", "nl")[-2].about == "kind", adjective


def test_where_only_what_is_commoner_is_said_the_subject_is_not(narrowed: Assistant) -> None:
    """Of "het eigen risico in de zorg" nothing is told by who shares "de zorg" about "mijn eigen streek"; of the "eigen streek" it is."""
    assert narrowed.ask("Hoe staat het met het eigen risico in de zorg?", verbatim=True).status == "declined"
    assert narrowed.ask("Hoe staat het met de zorg over de eigen streek?", verbatim=True).status == "answered"


def test_what_everybody_says_is_no_compound() -> None:
    """Of "natuur" one does not speak with "natuurlijk", nor of "onderwijs" with "onderwerp"."""
    (nature,), (school,) = terms("natuur", "nl", "nl"), terms("onderwijs", "nl", "nl")
    assert nature.worth("natuurlijk") < 0.3 < nature.worth(stem("natuurbeheer"))
    assert school.worth(stem("onderwerp")) < 0.3 < school.worth(stem("onderwijsinspecteur"))


def test_a_subject_goes_from_over_to_the_end() -> None:
    """ "Over" begins what a question is about, not within a clause nor before another."""

    def told(question: str) -> dict[str, str]:
        return {t.word: t.about for t in terms(question, "nl", "nl") if t.about}

    assert told("Kun je zeggen wat er over vapen onder jongeren is besloten?") == {"vapen": "head", "jongeren": "beside"}
    assert told("Wie sprak over het lijden van burgers?") == {"lijden": "of", "burgers": "beside"}  # which one puts in words of one's own
    assert told("Wat gaat het kabinet doen aan felle branden in tunnels?") == {"branden": "head"}
    early = [o for t in terms("Kan zij werken aan maatregelen en vroege signalen?", "nl", "nl") for o, _ in t.others]
    assert stem("vroeg") not in early  # an adjective is put bare in a subject only
    assert not told("Houden besluiten over slachtoffers meestal stand?")
    assert not told("Wat vindt hij van de manier waarop zij over de pont praten?") and not told("Wie gaat over de pont, en wie niet?")


def test_verbs_are_told_from_what_they_are_about() -> None:
    """A word that stands where a verb stands weighs less: the record says it in a verb of its own."""
    told = {t.word: t.verb for t in terms("Waarom weigert de minister de subsidie voor molens te verlengen?", "nl", "nl")}
    assert told["weigert"] and told["verlengen"]
    assert not told["subsidie"] and not told["molens"] and not told["minister"]


def test_a_noun_at_the_end_is_no_verb() -> None:
    """A main clause ends in an infinitive only after a verb that helps it, and after "de manier waarop" comes a noun."""
    told = {t.word: t.verb for t in terms("Krijgen agenten in Ede scheenbeschermers?", "nl", "nl")}
    assert told["krijgen"] and not told["scheenbeschermers"]
    told = {t.word: t.verb for t in terms("Wat vindt hij van de manier waarop molenaars kunnen malen?", "nl", "nl")}
    assert told["malen"] and not told["molenaars"]


def test_what_is_left_behind_a_name_that_was_cut_off_begins_no_question() -> None:
    """Of "Hoe staat de VVD tegenover schone sloten?" the end is left, after blanks: its first word is no verb."""
    assert not any(t.verb for t in terms("      schone sloten bij Gouda?", "nl", "nl"))
    assert [t.word for t in terms("schonen waterschappen sloten bij Gouda?", "nl", "nl") if t.verb] == ["schonen"]


def test_a_verb_with_something_before_it_is_no_compound() -> None:
    """ "Opsporen" is about no "spoor", and a preposition is no part of "rekenonderwijs"; a "publiekscampagne" is a campaign."""
    (rails,), (sums,), (campaign,) = (terms(word, "nl", "nl") for word in ("spoor", "rekenonderwijs", "campagne"))
    assert rails.worth(stem("opsporen")) < 0.3 and sums.worth("onder") == 0.0
    assert terms("vrouwen", "nl", "nl")[0].worth(stem("mevrouw")) == 0.0 < terms("vrouwen", "nl", "nl")[0].worth(stem("vrouwenopvang"))
    assert campaign.worth(stem("publiekscampagne")) > 0.5


def test_a_name_stands_for_itself() -> None:
    """A name is not told by a word that only begins as it does, nor by the parts of it; by what is made of it, it is."""
    lottery = next(t for t in terms("Wat zegt de staatssecretaris over de Staatsloterij?", "nl", "nl") if t.name)
    assert [lottery.worth(stem(word)) for word in ("staatssecretaris", "sluiten", "staat")] == [0.0, 0.0, 0.0]
    assert lottery.worth(lottery.stem) == 1.0
    assert next(t for t in terms("Wat is er over de Surinaamse handel gezegd?", "nl", "nl") if t.name).worth(stem("surinaams")) > 0


def test_parts_of_a_compound_stand_for_some_of_it() -> None:
    """ "Muskusrattenschade" is about musk rats and is damage, of which any other is less; two compounds that begin alike are kindred; what it merely contains is not."""
    (damage,) = terms("muskusrattenschade", "nl", "nl")
    assert damage.worth("muskusrat") >= 0.4 > damage.worth("schad") > 0.2 and damage.worth("muskusrattenvanger") >= 0.4
    assert damage.worth("molen") == 0.0


@pytest.mark.parametrize(
    "question",
    [
        "Wat is er gezegd over waterstofbussen?",  # begins as "waterschappen" does
        "Wat vindt de VVD van verhardingsschade?",
        "Wat zei de minister over muskusroosolie?",
        "Wat zei de minister over pakhuis 64?",  # of which only the number is said
    ],
)
def test_a_subject_that_only_begins_as_a_word_of_the_record_does_is_not_spoken_of(dikes: Assistant, question: str) -> None:
    assert dikes.ask(question).status == "declined"


@pytest.mark.parametrize(
    ("asked", "said", "worth"),
    [
        ("natuurbranden", "natuurlijk", 0.2),
        ("onderzeeboten", "onderzoeken", 0.2),
        ("arbeidsmigranten", "arbeid", 0.3),
        ("slachtofferbeleid", "slachtoffers", 0.4),
        ("muskusrattenschade", "muskusratten", 0.4),
        ("ouderenzorgplannen", "ouderenzorgbeleid", 0.4),
    ],
)
def test_of_two_words_that_begin_alike_most_must_be_alike(asked: str, said: str, worth: float) -> None:
    (term,) = terms(asked, "nl", "nl")
    assert term.worth(stem(said, "nl")) == worth


def test_what_a_debate_does_not_speak_of_is_declined(dikes: Assistant) -> None:
    """The measure of eval/other_subjects.py, on a debate of its own: dikes are spoken of, and not asked."""
    ((meeting, _, _),) = dikes.meetings()
    text = " ".join(turn.text for turn in dikes.index.shelf.turns(meeting.id)).lower()
    asked = list(questions(meeting.id, text))
    assert spoken_of("de muskusratten", text)
    assert not spoken_of("kernenergie", text)
    assert spoken_of("kunstmatige intelligentie", "de ai in de zorg") and not spoken_of("kunstmatige intelligentie", "domein")
    assert len(asked) > 100
    left = [q for q in asked if dikes.ask(q).status == "answered"]
    assert len(left) <= 0.02 * len(asked), left


DAIRY = "De zuivelfabriek heeft 400 banen en gebruikt 9.000 liter water per uur. Bij Noordwolde lopen nu drie boswachters rond. Het water is schoon. Er komen 12 melkchauffeurs bij."
dairy = reading(opened(f"\n\nDe heer Bakker (D66):\nVoorzitter. {DAIRY}\n\nDe voorzitter:\nDank.\n"))


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Hoeveel waterschappen zijn er?", False),
        ("Hoeveel waterschappen doen mee?", False),
        ("Hoeveel waterputten zijn er?", False),
        ("Hoeveel natuurhandhavers lopen er rond bij Noordwolde?", True),
        ("Hoeveel banen heeft de zuivelfabriek?", True),
        ("Hoeveel chauffeurs komen er bij?", True),
        ("Hoeveel liter water gebruikt de zuivelfabriek?", True),
    ],
)
def test_what_is_counted_is_what_was_asked_for(question: str, answered: bool, dairy: Assistant) -> None:
    """A number beside the first part of its name counts something else; where another rare word is said, it may have another name."""
    assert (dairy.ask(question, verbatim=True).status == "answered") == answered
