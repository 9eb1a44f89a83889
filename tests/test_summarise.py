"""One page per party: what it holds is the party's own, verified, numbered once, and chosen well."""

from __future__ import annotations

import random
import re
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from pytest_httpserver import HTTPServer

from eval.cases import labels_of
from eval.score_positions import precision, score
from rag.assistant import Assistant
from rag.exchange import exchange
from rag.index import Index
from rag.leaning import antecedent, replied
from rag.llm import Endpoint
from rag.questions import interruptions, questions
from rag.render.contract import summary_json
from rag.render.glance import glance
from rag.render.glance_html import glance_html
from rag.render.glance_markdown import glance_markdown
from rag.render.points import everything, points, supported
from rag.render.sheet import sheet
from rag.settings import load as settings
from rag.summarise import Debate, Ledger, number, overview, recheck, summarise
from rag.summarise.motions import titled
from rag.summarise.overview import Column, _positions, _whole
from rag.summarise.positions import Candidate, candidates, choose
from rag.summarise.prose import windows
from rag.summarise.subjects import Subject, _is_noun, _one_root, _Word, subjects
from rag.text import content_stems, sentences, stem
from rag.tokens import count
from rag.types import (
    Addressee,
    AgendaItem,
    Claim,
    Commitment,
    Deadline,
    Event,
    Interruption,
    Language,
    Meeting,
    Motion,
    Names,
    Person,
    Question,
    Quote,
    Role,
    Speaker,
    Transcript,
    Turn,
)
from rag.verify import holds, verify
from rag.verify.quotes import spans
from tests.scripted import says

SEED = "kst-28638-178"


def test_every_party_gets_a_page_of_its_own_words(assistant: Assistant) -> None:
    """Each party that spoke, then the government: three to five positions, supported, from that party's turns only, chair turns never."""
    pages = assistant.summaries(SEED)
    assert [p.party for p in pages] == ["SP", "ChristenUnie", "PVV", "VVD", "GroenLinks", "CDA", "SGP", None]
    for page in pages:
        assert page.status == "spoke" and 3 <= len(page.positions) <= 5
        for statement in page.positions:
            assert statement.verdict == "supported" and statement.citations
            speaker = statement.claim.quotes[0].turn.speaker
            assert (speaker.party, speaker.role) == (page.party, page.role)
            assert 4 <= len(statement.text.split()) <= 80 and not statement.text.rstrip("\"'”’»)").endswith("?")


def test_one_numbering_over_the_page(assistant: Assistant) -> None:
    """Citations run 1, 2, 3 …, every number used is among them, and each quote is the record's text at that place."""
    for page in assistant.summaries(SEED):
        data = summary_json(page)
        assert [c["number"] for c in data["citations"]] == list(range(1, len(data["citations"]) + 1))
        used = {n for key in ("positions", "announcements", "refusals") for s in data[key] for n in s["citations"]}
        used |= {c["number"] for q in data["questions"] for c in q["answers"]}
        assert used <= {c["number"] for c in data["citations"]}
        for citation in data["citations"]:
            turn = assistant.index.shelf.turn(SEED, citation["turn"])
            assert turn.text[citation["start"] : citation["end"]] == citation["quote"]
        assert data["checked"] == {"quotes": len(data["citations"]), "deviating": 0}


def test_a_party_may_be_named_as_people_name_it(assistant: Assistant) -> None:
    """Case, abbreviations and full names lead to the party as the record prints it; "regering" is the government."""
    assert assistant.summary(SEED, "christen unie").party == "ChristenUnie"
    assert assistant.summary(SEED, "Socialistische Partij").party == "SP"
    government = assistant.summary(SEED, "Regering")
    assert (government.party, government.role, government.status) == (None, "government", "spoke")
    assert government.announcements and government.refusals


def test_who_took_no_part_is_absent(assistant: Assistant) -> None:
    """A party that was not there gets a page that says so, without a single statement."""
    page = assistant.summary(SEED, "D66")
    assert (page.party, page.status, page.turns, page.words) == ("D66", "absent", 0, 0)
    assert not page.positions and not page.citations and not page.not_addressed


# --- what is a position ----------------------------------------------------------------------------------

MEETING = Meeting("m-1", "Proefdebat", None, None, "2025-01-01", "geredigeerd", "text", "nl", "Proef")


def debate(*spoken: tuple[str, str | None, str, str]) -> Debate:
    """A debate of (name, party, role, text) turns."""
    turns = tuple(
        Turn("m-1", n, Speaker(name, party, cast(Role, role), "Minister" if role == "government" else None), "", text)
        for n, (name, party, role, text) in enumerate(spoken, 1)
    )
    return Debate(MEETING, turns)


def positions(given: Debate, party: str | None) -> list[str]:
    return [s.text for s in summarise(given, Ledger(), party).positions]


WISH = "De wachtlijsten in de jeugdzorg moeten dit jaar korter worden, want kinderen wachten te lang."


@pytest.mark.parametrize(
    "sentence",
    [
        "Is de minister bereid om de wachtlijsten in de jeugdzorg dit jaar korter te maken?",
        "Ik vraag de minister of de wachtlijsten in de jeugdzorg dit jaar korter moeten worden.",
        "Ik hoor graag van de minister hoe hij de wachtlijsten in de jeugdzorg wil aanpakken.",
        "Dank aan de minister voor het goede gesprek over de wachtlijsten in de jeugdzorg.",
        "De VVD zegt dat de wachtlijsten in de jeugdzorg dit jaar korter moeten worden.",
        "Volgens het CBS is het belangrijk dat de wachtlijsten in de jeugdzorg korter worden.",
        "Een ouder schreef mij: «de wachtlijsten in de jeugdzorg moeten nu echt korter worden».",
        "Ik lees in de brief dat de wachtlijsten in de jeugdzorg korter moeten worden.",
        "In 2023 stonden er 4.000 kinderen op de wachtlijst van de jeugdzorg in Utrecht.",
        "Een ouder die elk jaar moet afwachten of er jeugdzorg is, verhuist uit Utrecht.",
        "De SP ziet de wachtlijsten in de jeugdzorg elk jaar verder toenemen.",
        "De SP heeft lang over de wachtlijsten in de jeugdzorg geaarzeld.",
        "Steeds meer kinderen in de jeugdzorg in Utrecht kunnen niet naar een gewone school.",
        "De SP dient over de wachtlijsten in de jeugdzorg geen moties in.",
        'Ik sprak met ouders in Utrecht en die zeiden: "Wij willen best wachten op jeugdzorg, maar niet zo lang." Dat begrijp ik goed.',
    ],
)
def test_what_is_no_position_is_never_given_as_one(sentence: str) -> None:
    """Questions, requests for an answer, courtesies, other people's words and bare facts are no positions, even when nothing else was said."""
    assert positions(debate(("Jansen", "SP", "member", f"Voorzitter. {sentence} Tot zover.")), "SP") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Haal de jeugdzorg terug naar de gemeente Utrecht en Amersfoort.",
        "Minder kantoren voor de jeugdzorg, meer hulp aan de keukentafel.",
        "Een kind in de jeugdzorg is geen dossier van de gemeente.",
        "Opvoeden van kinderen is in de eerste plaats een taak van ouders.",
        "Geen enkel kind mag nog op een wachtlijst van de jeugdzorg staan.",
        "De SP wijst gesloten jeugdzorg voor kinderen onder de twaalf af.",
        "De SP ziet toekomst voor kleine huizen in de jeugdzorg.",
        "De SP wil het geld in de jeugdzorg daar inzetten waar kinderen het langst wachten.",
        "Wachtlijsten afkopen, daar doet de SP in de jeugdzorg niet aan mee.",
    ],
)
def test_a_demand_and_what_is_held_of_things_are_positions_by_their_form(sentence: str) -> None:
    """An imperative, a demand without a verb, what a thing in general is or may not be: a position without ik, wij or a word of wanting."""
    before = "In Utrecht staan 4.000 kinderen op een lijst."
    assert positions(debate(("Jansen", "SP", "member", f"Voorzitter. {before} {sentence} Tot zover.")), "SP") == [sentence]


@pytest.mark.parametrize(
    "told",
    [
        "Mijn vader moest in de winter naar de jeugdzorg in Utrecht rennen.",
        "Een moeder in Utrecht heeft haar baas al veertien keer moeten bellen over de jeugdzorg.",
        "Ouders in Utrecht moeten nu twee jaar op jeugdzorg wachten.",
        "In Utrecht krijgen ouders een brief dat er voor jeugdzorg een verwijzing nodig is.",
        "Vera was zeven toen zij in de jeugdzorg in Utrecht kwam. Zij moet nog drie keer verhuizen.",
        "De SP vraagt de minister naar de wachtlijsten in de jeugdzorg in Utrecht.",
    ],
)
def test_what_had_to_be_borne_is_told_and_not_wanted(told: str) -> None:
    """What somebody had to do or has to bear, and what a letter says, are no positions."""
    assert positions(debate(("Jansen", "SP", "member", f"Voorzitter. {told} Tot zover.")), "SP") == []


def test_what_a_party_sets_right_is_no_longer_its_position() -> None:
    """A sentence that its speaker takes back later goes; what stands in its place, and what else was said, stays."""
    first = "De SP is tegen een verplicht label voor huizen in Gouda. Wij willen dat kopers van huizen een keuring krijgen."
    right = "Een verplicht label is voor de SP bespreekbaar als de gemeente het betaalt."
    given = debate(
        ("Jansen", "SP", "member", f"Voorzitter. {first}"),
        ("Smit", "VVD", "member", "De VVD wil geen label."),
        ("Jansen", "SP", "member", f"Ik wil mijn woorden over het label rechtzetten. {right}"),
    )
    told = positions(given, "SP")
    assert right in told and "Wij willen dat kopers van huizen een keuring krijgen." in told and not any("is tegen" in t for t in told)


def test_a_term_in_straight_marks_is_nobody_s_speech() -> None:
    """Between two terms in straight marks stands the speaker's own text; in marks that hold a sentence, somebody else's."""
    text = 'Voorzitter. Dan de groep "Laundry Bear" uit het rapport. Wij willen dat de dienst die groep vervolgt. Dan de "honeytraps" in Den Haag.'
    assert any("vervolgt" in p for p in positions(debate(("Jansen", "SP", "member", text)), "SP"))


def test_a_wish_is_a_position_and_a_sentence_that_leans_back_brings_the_one_before() -> None:
    """What should be done is a position; "Dat is onacceptabel" comes with what is unacceptable, as one stretch of the record."""
    assert positions(debate(("Jansen", "SP", "member", f"Voorzitter. {WISH}")), "SP") == [WISH]
    leaning = "Kinderen in de jeugdzorg wachten soms twee jaar op hulp. Dat vinden wij echt onacceptabel."
    assert positions(debate(("Jansen", "SP", "member", f"Voorzitter. {leaning}")), "SP") == [leaning]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ook willen wij dat de huurcommissie boetes kan opleggen aan verhuurders.",
        "Daarnaast zijn wij geen voorstander van tijdelijke huurcontracten voor studenten.",
        "De SP pleit voor hospitaverhuur zonder belasting: wie een kamer verhuurt, hoort daar niet voor gestraft te worden.",
        "De SP wil dat leegstaande kantoren worden omgebouwd, en dat gemeenten daarvoor een heffing mogen opleggen.",
        "Een overheid die zelf huizen gaat bouwen, zien wij niet zitten.",
        "Een landelijk verbod op verhuur vinden wij onverstandig; het draagvlak daarvoor is veel te smal.",
    ],
)
def test_a_sentence_that_says_all_stands_alone(sentence: str) -> None:
    """What adds a point, or points at what it names itself, comes without the question, courtesy or point before it."""
    before = "Mijn vraag aan de minister is of hij de huurtoeslag wil verhogen. Wij vinden de huren in Utrecht veel te hoog."
    assert sentence in positions(debate(("Jansen", "SP", "member", f"Voorzitter. {before} {sentence} Tot zover.")), "SP")


GEESE = (
    ("De voorzitter", None, "chair", "Het woord is aan de heer Brouwers."),
    (
        "Brouwers",
        "VVD",
        "member",
        "Dank u. Mijn opa was jachtopziener in de Peel. Een landelijk jachtverbod op de haas wijzen wij af. Boeren moeten soms maanden wachten op"
        " een ontheffing. Ganzen horen niet op de startbaan van een vliegveld. Liever zien wij dat het geld naar rasters gaat. Van nog een telling"
        " willen wij niets weten. De jager is geen probleem, maar een vakman. Wie een boer vraagt om zijn gras te delen, mag hem daar niet voor"
        " laten betalen. Ik hoor mevrouw Oosterloo over een weiland. Het Faunafonds is een stichting uit Utrecht met veertig medewerkers.",
    ),
    ("Oosterloo", "PvdD", "member", "Hoeveel ganzen moeten er volgens de heer Brouwers dood?"),
    ("Brouwers", "VVD", "member", "Zoveel als nodig om weer gras te hebben voor de koeien."),
)


def test_whoever_says_we_before_or_behind_a_verb_of_taking_sides_takes_one() -> None:
    """ "Wijzen wij af", "liever zien wij", "willen wij niets weten van", what ought to be and what sets others right are positions; how things
    usually go, what one hears, a fact, and half a reply to an interruption are none."""
    given = candidates(debate(*GEESE), "VVD")
    found = [c.text for c in given]
    for words in ("wijzen wij af", "horen niet op", "Liever zien wij", "niets weten", "geen probleem", "Wie een boer"):
        assert any(words in text for text in found), words
    for words in ("jachtopziener", "soms maanden", "Ik hoor", "stichting"):
        assert not any(words in text for text in found), words
    reply = next(c for c in given if c.text.startswith("Zoveel"))
    assert reply not in choose(given)


NETS = (
    "Voorzitter. Wie van het warmtenet af wil, betaalt 4.500 euro. Wat gaat de minister doen aan die boete op weggaan? Wij zien liever dat die kosten van de"
    " afsluiting verdwijnen. Warmtenetten zijn duur en niemand heeft om een warmtenet gevraagd. Wij zijn en blijven tegen de aansluitplicht bij nieuwbouw. Mijn fractie"
    " verzoekt de minister in te gaan op de aansluitplicht in dorpen. Graag wat duidelijkheid over de warmtenetten in de stad, want die zijn nodig. Mevrouw Bakker bepleit een"
    " waarborgfonds voor warmtenetten in de wijk. Een aansluitplicht voor dorpen is ons te gortig. En dan het vastrecht: laat de aandeelhouder dat vastrecht betalen."
)


def test_what_asks_for_a_reply_or_is_another_s_is_no_position_and_what_rejects_in_other_words_is_one() -> None:
    """ "Zijn en blijven tegen", "is ons te", a demand under a heading; one that leans on a question of its own stands with that."""
    found = [c.quote.text for c in candidates(debate(("Jansen", "SP", "member", NETS)), "SP")]
    for words in ("zijn en blijven", "zijn duur", "te gortig", "laat de aandeelhouder", "boete op weggaan? Wij zien liever"):
        assert any(words in text for text in found), words
    for words in ("in te gaan", "duidelijkheid", "bepleit"):
        assert not any(words in text for text in found), words


def test_a_motion_s_request_on_its_own_line_and_its_comma() -> None:
    """Where the record folds "overwegende …; verzoekt …," into one line, the position is the request, without the comma of the closing words."""
    asked = "verzoekt de regering de haas van de lijst van vrij bejaagbare soorten te halen"
    text = f"Voorzitter.\nMotie\nDe Kamer, gehoord de beraadslaging, overwegende dat de haas op de rode lijst staat; {asked},\nen gaat over tot de orde van de dag."
    given = debate(("Oosterloo", "PvdD", "member", text))
    given = replace(given, motions=(Motion(1, text.index("De Kamer,"), len(text), "33576", "318"),))
    assert positions(given, "PvdD") == [asked]
    (statement,) = summarise(given, Ledger(), "PvdD").positions
    assert all(holds(quote) for quote in statement.claim.quotes)
    shown = next(s for s in sheet(summarise(given, Ledger(), "PvdD")).sections if s.key == "positions")
    assert [run.text for run in shown.items[0].lines[0][:2]] == ["Motie: ", asked]


def test_the_chairs_notice_counts_for_no_member() -> None:
    """Words and speaking time are a party's own: who moved a motion and its number are the chair's words, within the mover's turn."""
    own, notice = "Ik dien een motie in.", "De voorzitter:\nDeze motie is voorgesteld door het lid Jansen. Zij krijgt nr. 504 (31409)."
    given = debate(("Jansen", "SP", "member", f"{own}\n{notice}"))
    turn = replace(given.turns[0], unquotable=((len(own) + 1, len(given.turns[0].text)),))
    given = replace(given, turns=(turn,))
    assert summarise(given, Ledger(), "SP").words == 5 and overview(given, Ledger()).speaking == (("SP", 1, 5),)


def test_a_withdrawn_motion_is_told_to_be_withdrawn() -> None:
    """What the chair says became of a motion stands after the verdict on it; a verdict is no position of the government."""
    asked = "verzoekt de regering een proef met varen met een kleinere bemanning te starten"
    text = f"Voorzitter.\nDe Kamer, gehoord de beraadslaging, {asked},\nen gaat over tot de orde van de dag."
    verdict = "De motie op stuk nr. 504 is overbodig: een dergelijke proef loopt al sinds februari."
    became = "De motie-Jansen (31409, nr. 504) is ingetrokken en maakt geen onderwerp van beraadslaging meer uit."
    given = debate(
        ("Jansen", "SP", "member", text),
        ("Bakker", None, "government", f"{verdict} Het kabinet wil dat de binnenvaart groeit."),
        ("Jansen", "SP", "member", "Dan trek ik de motie op stuk nr. 504 in."),
        ("De Vries", None, "chair", became),
    )
    given = replace(given, motions=(Motion(1, text.index("De Kamer,"), len(text), "31409", "504"),))
    own, government = summarise(given, Ledger(), "SP"), summarise(given, Ledger(), None)
    for page in (own, government):
        (motion,) = page.motions
        assert [(v.kind, v.quote.text) for v in motion.verdicts] == [("needless", verdict), ("withdrawn", became)]
        shown = next(s for s in sheet(page).sections if s.key == "motions")
        assert "Ingetrokken. " in [run.text for line in shown.items[0].lines for run in line]
    assert not any(verdict in s.text for s in government.positions)


def test_two_positions_of_which_the_second_leans_on_the_first_stand_together() -> None:
    """Of a wish and the wish that goes on from it neither is lost."""
    first, second = (
        "Wij willen dat de helft van de zee gesloten wordt voor sleepnetten.",
        "Vissers moeten daarbij een ruime vergoeding krijgen.",
    )
    assert positions(debate(("Jansen", "SP", "member", f"{first} {second}")), "SP") == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("then", "together"), [("Daar zijn wij ook in Kampen tegen.", True), ("Dat is slecht gevallen bij de burgemeester van Kampen.", False)]
)
def test_what_goes_on_from_a_position_that_points_back_stands_with_it(then: str, together: bool) -> None:
    """A view that leans on one that is shown is not lost for being too near; what only tells more is."""
    first = "De visserij in Urk verdient 40 miljoen euro per jaar. De SP wil die sector niet met heffingen de haven uit jagen."
    given = positions(debate(("Jansen", "SP", "member", f"{first} {then}")), "SP")
    assert given[0] == (f"{first} {then}" if together else first)


def test_the_own_name_is_nothing_two_positions_have_in_common() -> None:
    """Two wishes that share the name of the party and one thing are two; of two that are near, the second is not for that reason the same."""
    one, other = "De SP wil dat netten met een merk nooit verbrand worden.", "De SP wil netten in de haven."
    assert set(positions(debate(("Jansen", "SP", "member", f"{one} {other}")), "SP")) == {one, other}


def test_how_a_thing_seems_before_a_but_is_granted() -> None:
    """ "Een pont klinkt goed … Maar …" is what is conceded; without the "maar" it is held."""
    seems, but = "Een pont bij Urk lijkt goed voor de vissers van Urk en Kampen.", "Maar er ligt in Urk al een brug."
    told = [seems in (c.text for c in candidates(debate(("Jansen", "SP", "member", f"{seems} {after}")), "SP")) for after in ("", but)]
    assert told == [True, False]


def test_beyond_three_a_view_of_one_s_own_is_shown_however_short() -> None:
    """Where a party holds more than three views a short one is sure enough to stand; what only tells what must be is not."""
    speech = "Voorzitter. De SP wil een haven in Urk. De SP is tegen tol op het kanaal. Wij willen vaste sluiswachters bij Kampen. "
    others = ("Bakker", "VVD", "member", "De haven van Urk, het kanaal en de sluiswachters van Kampen kosten veel.")
    given = debate(("Jansen", "SP", "member", speech * 4), others, others, ("Jansen", "SP", "member", "Wij willen eerst praten."))
    assert "Wij willen eerst praten." in positions(given, "SP")
    given = debate(("Jansen", "SP", "member", speech * 4), others, others, ("Jansen", "SP", "member", "Eerst moet men praten."))
    assert "Eerst moet men praten." not in positions(given, "SP")


def test_who_joins_in_with_a_member_on_a_subject_takes_a_position() -> None:
    """ "Ik sluit mij aan bij … als het gaat om …" says what one finds; sharing somebody's questions does not."""
    joins = "Verder sluit ik mij aan bij mevrouw Visser als het gaat om het wonen op het erf bij de boer."
    asks = "Verder sluit ik mij aan bij de vragen van mevrouw Visser over het wonen op het erf bij de boer."
    assert positions(debate(("Jansen", "SP", "member", joins)), "SP") == [joins]
    assert positions(debate(("Jansen", "SP", "member", asks)), "SP") == []


def test_who_goes_on_interrupting_still_only_interrupts() -> None:
    """A second short turn right after the answer, without a word of the chair, is the same interruption."""
    given = debate(
        ("De voorzitter", None, "chair", "Het woord is aan mevrouw Visser."),
        ("Visser", "D66", "member", "Voorzitter. " + WISH),
        ("Jansen", "SP", "member", "Hoeveel gaat dat allemaal kosten?"),
        ("Visser", "D66", "member", "Dat weet ik niet precies. Het is het waard."),
        ("Jansen", "SP", "member", "Ik vind dat wel heel gemakkelijk gezegd van mijn collega."),
        ("De voorzitter", None, "chair", "Het woord is aan de heer Pieters."),
        ("Pieters", "VVD", "member", "Voorzitter. " + WISH),
    )
    assert "Sprak alleen in interrupties." in summarise(given, Ledger(), "SP").notes
    assert "Sprak alleen in interrupties." not in summarise(given, Ledger(), "VVD").notes


def test_half_a_thought_is_no_position() -> None:
    """ "Ik vind dat niet verantwoord" says not what: it comes with what it judges, or not at all; what rules ask is no minister's position."""
    judged = "Ik vind dat op dit moment echt niet verantwoord."
    assert positions(debate(("Jansen", "SP", "member", judged)), "SP") == []
    whole = f"De huurtoeslag voor kamers in Utrecht en Delft kost 300 miljoen euro per jaar. {judged}"
    assert positions(debate(("Jansen", "SP", "member", f"Voorzitter.\n{whole}")), "SP") == [whole]
    rule = "De houder van het zwembad moet zelf een toezichtplan opstellen."
    assert positions(debate(("Jansen", None, "government", rule)), None) == []


def test_what_leans_on_another_turn_is_not_given() -> None:
    """The first sentence of a turn that says "dat" points at somebody else's words: it cannot stand by itself."""
    given = debate(("Pieters", "VVD", "member", WISH), ("Jansen", "SP", "member", "Dat vinden wij echt onacceptabel voor iedereen."))
    assert positions(given, "SP") == []


def test_the_chair_speaks_for_no_party_and_parties_are_told_apart_by_turn() -> None:
    """One person who chairs, speaks for two parties and becomes minister is four mouths."""
    given = debate(
        ("Jansen", None, "chair", WISH),
        ("Jansen", "SP", "member", "Wij willen dat de huren van sociale woningen bevroren worden."),
        ("Jansen", "D66", "member", "Wij willen dat het onderwijs in kleine klassen gegeven wordt."),
        ("Jansen", None, "government", "Ik vind dat de belasting op vermogen eerlijker moet worden verdeeld."),
    )
    pages = {party: summarise(given, Ledger(), party) for party in ("SP", "D66", None)}
    assert [s.text for s in pages["SP"].positions] == [given.turns[1].text]
    assert [s.text for s in pages["D66"].positions] == [given.turns[2].text]
    assert [s.text for s in pages[None].positions] == [given.turns[3].text]
    assert pages[None].spokespersons == ("Minister Jansen",) and pages["SP"].turns == 1


def test_the_same_is_not_said_twice() -> None:
    """Of two sentences that say the same, the page has one; another subject goes before a repetition."""
    again = "Wij vinden dat de wachtlijsten in de jeugdzorg dit jaar korter moeten worden, want kinderen wachten te lang."
    other = "Wij willen dat gemeenten genoeg geld krijgen voor het openbaar vervoer op het platteland."
    given = positions(debate(("Jansen", "SP", "member", f"Voorzitter. {WISH} {again} {other}")), "SP")
    assert other in given and len(given) == 2


MOTION = """Voorzitter, een motie.
De Kamer,
gehoord de beraadslaging,
overwegende dat de wachtlijsten in de jeugdzorg echt onacceptabel zijn;
verzoekt de regering:
de wachtlijsten binnen een jaar te halveren;
de Kamer hierover te informeren,
en gaat over tot de orde van de dag."""


def test_a_motion_is_what_it_requests() -> None:
    """The request with its items is the position; the preamble and the closing words are not; the motion is among the documents."""
    given = debate(("Jansen", "SP", "member", MOTION))
    given = replace(given, motions=(Motion(1, MOTION.index("De Kamer,"), len(MOTION), "36000", "12"),))
    page = summarise(given, Ledger(), "SP")
    assert [s.text for s in page.positions] == [MOTION[MOTION.index("verzoekt") : MOTION.index(",\nen gaat")]]
    assert page.documents == ("motie-Jansen (36000, nr. 12), ingediend",)


def test_a_request_ends_before_the_closing_words_on_its_own_line() -> None:
    """Where the record has them on the line of the request, the position is the request; in a speech the same words are no motion's."""
    asked = "verzoekt de regering de wachtlijsten in de jeugdzorg binnen een jaar te halveren"
    text = f"Voorzitter, een motie.\nDe Kamer,\ngehoord de beraadslaging,\n{asked}, en gaat over tot de orde van de dag."
    given = debate(("Jansen", "SP", "member", text))
    given = replace(given, motions=(Motion(1, text.index("De Kamer,"), len(text), "36000", "12"),))
    assert positions(given, "SP") == [asked]
    speech = "De minister zucht, en gaat over tot de orde van de dag terwijl kinderen wachten."
    assert len(sentences(speech)) == 1


def test_the_heading_of_a_motion_is_no_document() -> None:
    """ "Motie" above "De Kamer" names nothing."""
    assert (
        summarise(debate(("Jansen", "SP", "member", "Voorzitter.\nMotie\nDe Kamer, gehoord de beraadslaging,")), Ledger(), "SP").documents
        == ()
    )


def test_a_party_that_names_itself_in_full_and_what_should_be_given() -> None:
    """The party's own name of several words is no one else's; "moeten geven aan" reports nobody's words."""
    own = "De Partij voor de Dieren vindt dat het fokken van zieke dieren verboden moet worden."
    assert positions(debate(("Jansen", "PvdD", "member", f"Voorzitter. {own}")), "PvdD") == [own]
    given = "Wij vinden dat gemeenten veel meer aandacht moeten geven aan de wachtlijsten in de jeugdzorg."
    assert positions(debate(("Jansen", "SP", "member", f"Voorzitter. {given}")), "SP") == [given]


LISTS = "de wachtlijsten in de jeugdzorg"


@pytest.mark.parametrize(
    "refused",
    [
        f"De heer Jansen vroeg of ik {LISTS} wettelijk wil begrenzen. Nee, daar ben ik niet toe bereid.",
        f"De heer Jansen wil dat ik {LISTS} wettelijk begrens. Die toezegging doe ik niet.",
        f"Ben ik bereid om {LISTS} wettelijk te begrenzen? Nee, dat ga ik niet doen.",
        "Nee, daar ben ik niet toe bereid. De jeugdzorg en haar wachtlijsten zijn de verantwoordelijkheid van gemeenten.",
        f"Dan de motie op stuk nr. 12 van mevrouw Jansen over {LISTS}. Deze motie ontraad ik.",
        f"Ik ontraad deze motie over {LISTS}.",
    ],
)
def test_a_refusal_comes_with_what_is_refused(refused: str) -> None:
    """A no that leans on a question has the question the speaker repeats, else what is said next; a verdict has its motion."""
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("De Boer", None, "government", refused)), Ledger(), None)
    assert [s.text for s in page.refusals] == [refused] and not page.announcements


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        ("Ik vind een apart loket voor schippers niet nodig, omdat de haven er al een heeft.", True),
        ("Wij vinden een tweede brug geen goed idee.", True),
        ("Ik vind dat een apart loket voor schippers niet nodig is.", False),
        ("Ik vind het niet nodig dat schippers zo lang wachten.", False),
        ("Ik vind de kritiek op de haven onnodig scherp.", False),
        ("En de vrije doorvaart: daar tornen we niet aan.", False),
        ("Aan de tol op het kanaal torn ik niet.", True),
        ("En de vrije doorvaart: daar tornen we niet aan, maar subsidie geef ik niet.", True),
        ("De 4 miljoen voor de veerpont komt er niet.", True),
        ("Ik betaal aan de veerpont dus geen cent mee.", True),
        ("Nee, een vast bedrag per schipper geef ik niet.", True),
        ("Over de dienstregeling van de veerpont beslis ik niet.", True),
        ("De proef met een elektrische veerpont naar Genemuiden gaat niet door.", True),
        ("Een tweede veerpont in Genemuiden zeg ik niet toe.", True),
        ("Het tarief van de veerpont verlagen kan ik niet.", True),
        ("Een veerpont verplichten doe ik niet.", True),
        ("Aan de heer Jansen zeg ik nog dat ik de toeslag op de veerpont niet schrap.", True),
        ("Ik zeg er eerlijk bij dat ik de cijfers van de veerpont niet weet.", False),
        ("Ik zie niets in een verbod op de veerpont.", True),
        ("Ik ben niet voor een verplichte veerpont bij Genemuiden.", True),
        ("Een tweede veerpont wil ik Genemuiden niet van bovenaf opleggen.", True),
        ("Op een tweede veerpont bij Genemuiden wil ik nu niet vooruitlopen.", False),
        ("Aan de rijen bij de veerpont in Genemuiden wil ik niet voorbijgaan, maar die zijn niet de reden.", False),
        ("Voor een tweede veerpont is er geen extra geld.", True),
        ("De files bij de veerpont zijn te lang, laat ik daar niet omheen draaien.", False),
        ("Ik weet niet wanneer de veerpont in Genemuiden weer vaart.", False),
        ("Het aantal schippers van de veerpont noemen kan ik niet.", False),
        ("Het werk aan de veerpont doen we niet voor niks.", False),
        ("Ik sluit een tweede veerpont in Genemuiden niet uit.", False),
        ("Ik zorg dat er geen schipper bij de veerpont zonder werk komt.", False),
        ("Ik doe dat niet alleen voor de veerpont, maar voor alle schippers.", False),
        ("Wij vinden de veerpont in Genemuiden niet duur.", False),
        ("Aan de zorgen over de veerpont in Genemuiden ga ik niets afdoen.", False),
        ("Aan het nut van de veerpont in Genemuiden doe ik niets af.", False),
        ("Dat de veerpont in Genemuiden oud is, ga ik niet ontkennen.", False),
        ("Ik ben zeer voor een tweede veerpont, maar ik wil die niet verplicht stellen.", True),
        ("Het tarief is aan de veerdienst van Genemuiden. Daar kan en wil ik als minister niet in treden.", True),
        ("Voor de veerpont in Genemuiden is een boete niet het goede middel.", True),
        ("Een vast tarief vastleggen wil ik niet, maar ik zal de veerdienst van Genemuiden vragen om een korting.", True),
        ("Ik heb daar geen potje voor, want de veerpont van Genemuiden is van de provincie.", True),
        ("Rond de veerpont in Genemuiden neem ik tot mei geen onomkeerbare stappen.", False),
        ("Het is niet zo dat er geen veerpont komt, want Genemuiden krijgt er een.", False),
        ("Aan de zorgen over de veerpont ga ik niets afdoen, maar een tweede pont koop ik niet.", True),
        ("Een veerpont op zondag wil ik toestaan; tegen die vaart zie ik geen bezwaren.", False),
        ("Van een veerpont op zondag maak ik geen enkel probleem.", False),
        ("Over het tarief van de veerpont ga ik niet alleen.", False),
        ("Een tweede veerpont komt er wat mij betreft niet.", True),
        ("Een tweede veerpont is voor de zomer niet haalbaar.", True),
        ("Subsidie voor een elektrische veerpont heb ik niet.", True),
        ("Een toezegging over een tweede veerpont kan ik niet doen.", True),
        ("Een toezegging over een tweede veerpont doe ik niet.", True),
        ("De veerpont in Genemuiden leg ik niet stil, want de schippers zeggen dat die veilig is.", True),
        ("De schippers zeggen dat ze de veerpont in Genemuiden niet stilleggen, want die is veilig.", False),
        ("De vraag naar een tweede veerpont in Genemuiden heb ik niet gehoord.", False),
        ("Ik verzoek de schippers de veerpont in Genemuiden niet stil te leggen.", False),
        ("Wat de korting op de veerpont betreft: die schrap ik niet.", True),
        ("Wat de korting op de veerpont betreft: die geef ik niet, want je wilt wel weten wat de veerpont kost.", True),
        ("Rond de veerpont in Genemuiden merk ik dat niet iedereen wacht.", False),
        ("Rond de veerpont bij Hasselt stel ik vast dat niet de prijs telt.", False),
        ("Over de veerpont in Genemuiden verwijt ik de Kamer dat niet.", False),
        ("Dat de veerpont stillag, dat klopt, maar ik wist dat niet.", False),
        ("De zorg over de veerpont in Genemuiden deel ik niet.", False),
        ("De zorg over de veerpont deel ik niet, en de proef met de veerpont ga ik dus niet stoppen.", True),
        ("Die analyse van de veerpont deel ik niet, dus een tweede veerpont komt er niet.", True),
        ("Ik deel niet de mening dat we de veerpont in Genemuiden niet schrappen.", False),
        ("Een tweede veerpont is duur en ik ga het niet betalen van belastinggeld.", True),
        ("De tol op de veerpont is hoog, maar wij gaan het niet regelen door een verbod op te leggen.", True),
        ("Ik deel niet de mening dat de veerpont in Genemuiden te traag vaart.", False),
        ("De telling van de veerpont deel ik niet met de Kamer.", True),
        ("De prijs is een reden voor het niet doorgaan van de veerpont.", False),
        ("Dat de veerpont in Genemuiden te laat vaart, accepteer ik niet.", False),
        ("Ik zie geen reden om te denken dat de veerpont in Genemuiden stilligt.", False),
        ("Ik zie geen reden om de veerpont in Genemuiden stil te leggen.", True),
        ("Een veerpont op zondag kan voor Genemuiden wel onwenselijk zijn.", False),
    ],
)
def test_a_refusal_is_told_by_its_grammar(told: str, refused: bool) -> None:
    """Who does not give, pay or do a named thing refuses it; who does not know, find or rule out something does not."""
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("Bakker", None, "government", told)), Ledger(), None)
    assert [s.text for s in page.refusals] == ([told] if refused else []) and not page.announcements


@pytest.mark.parametrize(
    ("after", "together"),
    [
        ("Wel praat ik met de schippers van Genemuiden over een korting.", True),
        ("Maar ik betaal graag mee aan een steiger.", True),
        ("Wat ik wel doe, is een steiger betalen.", True),
        ("Maar ik geef ook geen subsidie.", False),
        ("Maar ik ga nu door naar mijn volgende punt.", False),
        ("Welke pont dat is, hoort u nog.", False),
        ("Maar dan de sluis.", False),
        ("Maar mevrouw Kat vroeg ook naar de sluis.", False),
        ("De provincie gaat daarover.", False),
        ("\nWel praat ik met de schippers van Genemuiden over een korting.", False),
    ],
)
def test_a_refusal_comes_with_what_softens_it(after: str, together: bool) -> None:
    """What is done instead, right after it and in its paragraph; not what else is refused, nor what comes next."""
    told = "Een tweede veerpont bij Genemuiden betaal ik niet."
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("Bakker", None, "government", f"{told} {after}")), Ledger(), None)
    assert next(s.text for s in page.refusals) == (f"{told} {after}" if together else told)


def test_a_short_refusal_comes_with_what_was_asked_for() -> None:
    """ "Daar begin ik niet aan." is shown with the sentence before it that says whose request it is."""
    told = "Mevrouw Kat vroeg om een wettelijke plicht tot een balie. Daar begin ik niet aan."
    given = debate(
        ("Kat", "D66", "member", "Wij willen een balie. Komt er een plicht?"),
        ("Bakker", None, "government", f"{told} De gemeenten gaan erover."),
    )
    assert [s.claim.quotes[0].text for s in summarise(given, Ledger(), None).refusals] == [told]


def test_a_bare_refusal_stands_under_the_question_it_replies_to() -> None:
    """ "Nee, dat doe ik niet." with the question right before it, by whom; a heading before a refusal says it as well."""
    asked, told = "Sluit de Minister de sluis bij Terhole ook op zondag?", "Nee, dat ga ik niet doen."
    headed = "Dan de rentevrije lening. Daar ben ik niet toe bereid."
    given = debate(
        ("Jansen", "SP", "member", WISH),
        ("Bakker", None, "government", f"De sluis bij Terhole is een zorg. {headed} De brug bij Sluiskil blijft open."),
        ("Kat", "D66", "member", asked),
        ("Bakker", None, "government", told),
    )
    question = Question(_first(given.turns[2]), (), "answered", (_first(given.turns[3]),))
    page = summarise(given, Ledger((question,)), None)
    assert {s.text for s in page.refusals} == {headed, told} and page.refused_to == ((_first(given.turns[3]), _first(given.turns[2])),)
    items = [i for s in sheet(page).sections if s.key == "refusals" for i in s.items]
    lines = ["".join(r.text for r in line if r.kind != "note") for item in items for line in item.lines]
    assert lines == [headed, f"Op de vraag van Kat (D66): {asked}", f"→ {told}"]


@pytest.mark.parametrize(
    ("asked", "told", "refused"),
    [
        ("Is de minister bereid de brug bij Sluiskil te openen?", "Nee.", True),
        ("Kan de minister toezeggen dat de brug bij Sluiskil opengaat?", "Nee, dat kan niet.", True),
        ("Is de minister bereid de brug bij Sluiskil te openen?", "Dat ben ik niet.", True),
        ("Wil de minister dat de brug bij Sluiskil opengaat?", "Dat wil ik niet.", True),
        ("Gaat de minister de brug bij Sluiskil openen?", "Nee. De provincie gaat daarover.", True),
        ("Stopt hij met de brug bij Sluiskil?", "Nee.", True),
        ("Deelt de minister de zorg over de brug bij Sluiskil?", "Nee.", False),
        ("Kent de minister de brug bij Sluiskil?", "Nee.", False),
        ("Vindt de minister de brug bij Sluiskil te smal?", "Nee.", False),
        ("Is de brug bij Sluiskil al open?", "Nee.", False),
        ("Staan er bedragen voor de brug bij Sluiskil in de begroting?", "Nee, die komen er dit jaar niet.", True),
        ("Gaat de minister de brug bij Sluiskil openen?", "Dat blijft zoals het is.", True),
        ("Gaat de minister de brug bij Sluiskil openen?", "Dat houden we zo.", True),
        ("Gaat de minister de brug bij Sluiskil openen?", "Daar houd ik aan vast.", True),
        ("Gaat de minister de brug bij Sluiskil openen?", "Dat houden we niet zo.", False),
        ("Gaat de minister de brug bij Sluiskil openen?", "Dat blijft niet zo.", False),
        ("Gaat de minister de brug bij Sluiskil openen?", "Daar houd ik niet aan vast.", False),
        ("Gaat de minister de brug bij Sluiskil openen?", "Daar houd ik vast rekening mee.", False),
        ("Gaat de minister de brug bij Sluiskil openen?", "Daar ga ik niet aan tornen.", True),
        ("Houdt de minister de brug bij Sluiskil dicht?", "Dat houden we zo.", False),
    ],
)
def test_a_bare_no_is_a_refusal_where_a_yes_would_have_been_a_promise(asked: str, told: str, refused: bool) -> None:
    """Right after who asked for it, under the question; in a speech with the sentence that takes it up."""
    retold = f"De heer Kat vroeg naar de brug bij Sluiskil. {told}"
    for between, said in (("", told), ("Dan ga ik door.", retold)):
        given = debate(
            ("Bakker", None, "government", "De sluis is een zorg."),
            ("Kat", "D66", "member", asked),
            *([("Jansen", "SP", "member", WISH), ("De voorzitter", None, "chair", between)] if between else []),
            ("Bakker", None, "government", said),
        )
        turn = given.turns[-1]
        question = Question(_first(given.turns[1]), (), "answered", (Quote(turn, turn.text.index(told), len(turn.text)),))
        page = summarise(given, Ledger((question,)), None)
        assert [s.text for s in page.refusals] == ([said] if refused else [])
        assert [q for _, q in page.refused_to] == ([question.quote] if refused and not between else [])


def test_a_plain_no_to_a_request_comes_before_a_judgement() -> None:
    """What a member asked for and does not get goes first, however much a milder no is about what the debate is about."""
    mild = [f"Een plicht tot een balie bij de brug in wijk {n} vind ik te zwaar." for n in "ABCDEFG"]
    plain = "Een kantine komt er niet."
    given = debate(
        ("Kat", "D66", "member", "Wij willen een plicht tot een balie bij de brug. Komt er een kantine?"),
        ("Bakker", None, "government", "\n".join([*mild, plain])),
    )
    asked, told = given.turns
    question = Question(
        Quote(asked, asked.text.index("Komt"), len(asked.text)), (), "answered", (Quote(told, told.text.index(plain), len(told.text)),)
    )
    assert summarise(given, Ledger((question,)), None).refusals[0].text == plain


def test_a_refusal_that_only_goes_on_stands_alone() -> None:
    """ "Maar een kantine komt er niet." says what is refused: what stands before it takes no room."""
    told = "Ik kom zelf uit een dorp met een brug, dus ik begrijp dat heel goed. Maar een kantine bij de brug komt er niet."
    given = debate(("Kat", "D66", "member", "Wij willen een kantine bij de brug."), ("Bakker", None, "government", told))
    assert [s.text for s in summarise(given, Ledger(), None).refusals] == ["Maar een kantine bij de brug komt er niet."]


def test_what_is_said_of_this_moment_points_at_nothing_before_it() -> None:
    """ "Een tweede sluis gaat mij op dit moment te ver." is shown without the promise before it."""
    refused = "Een verplichte wachttijd voor de jeugdzorg vind ik op dit moment te zwaar."
    said = f"De brieven van de heer Jansen geef ik door aan de inspectie. {refused}"
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("De Boer", None, "government", said)), Ledger(), None)
    assert [s.text for s in page.refusals] == [refused]


def test_a_refusal_that_names_its_subject_first_stands_alone() -> None:
    """ "Dan de ontslagen: dat kan ik niet toezeggen" leans on nothing before it."""
    refused = "Dan de ontslagen in de jeugdzorg: dat kan ik niet toezeggen, want dat is aan de instellingen."
    said = f"De gemeenten krijgen volgend jaar meer geld van het Rijk. {refused}"
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("De Boer", None, "government", said)), Ledger(), None)
    assert [s.text for s in page.refusals] == [refused]


@pytest.mark.parametrize(
    ("opens", "after", "stands"),
    [
        ("Wat wij willen voor {}, is dit.", "Elke gemeente krijgt een vast budget.", True),
        ("De kern van {} moet wat ons betreft zijn als volgt.", "Eerst het gezin, dan het loket.", True),
        ("Wat wij willen voor {}, is dit.", "Hoeveel kinderen wachten er?", False),
        ("Wat wij willen voor {}, is het volgende.", "", False),
    ],
)
def test_what_only_opens_a_position_stands_with_it_or_not_at_all(opens: str, after: str, stands: bool) -> None:
    """ "Wat wij willen, is dit." says nothing without the next sentence."""
    told = f"{opens.format(LISTS)} {after}".strip()
    page = summarise(debate(("Jansen", "SP", "member", told), ("De Boer", None, "government", "Dank.")), Ledger(), "SP")
    assert [s.text for s in page.positions] == ([told] if stands else [])


@pytest.mark.parametrize(
    ("refused", "held"),
    [
        (
            "Elke week een telling van {} sturen is niet uitvoerbaar voor instellingen.",
            "De winst zit wat mij betreft dus niet in die frequentie.",
        ),
        ("Een wet die {} verbiedt ga ik niet schrijven.", "Die regels moeten wat ons betreft van de gemeenten zelf komen."),
    ],
)
def test_a_refusal_that_a_position_leans_on_takes_nothing_of_it(refused: str, held: str) -> None:
    """It stands among the refusals, and before the position that says what is wanted instead."""
    told = refused.format(LISTS)
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("De Boer", None, "government", f"{told} {held}")), Ledger(), None)
    assert [s.text for s in page.refusals] == [told] and [s.text for s in page.positions] == [f"{told} {held}"]


def test_nobody_refuses_what_may_be_unwise_and_a_verdict_without_its_motion_is_left_out() -> None:
    """A judgement nobody makes his own is no refusal; "die ontraad ik" stands only with the motion it is about."""
    for said in (f"Dat kan weer onwenselijk zijn in verband met {LISTS}.", "Die ontraad ik. De jeugdzorg is van gemeenten."):
        page = summarise(debate(("Jansen", "SP", "member", WISH), ("De Boer", None, "government", said)), Ledger(), None)
        assert page.refusals == ()


@pytest.mark.parametrize("taken", [", maar ik beloof niets.", ". Maar ik kan niets beloven.", ", maar dat is geen toezegging."])
def test_what_is_taken_back_is_no_announcement(taken: str) -> None:
    """ "… maar ik beloof niets", in the sentence or in the next, leaves nothing announced; nor is it a refusal of it."""
    said = f"Ik zal met gemeenten over {LISTS} praten"
    for end, announced in ((".", 1), (taken, 0)):
        page = summarise(debate(("Jansen", "SP", "member", WISH), ("De Boer", None, "government", said + end)), Ledger(), None)
        assert len(page.announcements) == announced


@pytest.mark.parametrize(
    ("said", "announced"),
    [
        (f"Ik zal met mijn collega over {LISTS} spreken.", 1),
        (f"Ik kom zelf uit Assen, dus ik zal me over {LISTS} bescheiden opstellen.", 0),
        (f"Ten slotte zal ik spreken over {LISTS} en over de jeugdzorg.", 0),
        (f"Ik zal kort zijn over {LISTS} en over de jeugdzorg.", 0),
        (f"Ik zal in een brief ingaan op de vraag over {LISTS} in de jeugdzorg.", 1),
        (f"Ik zal nu ingaan op {LISTS} in het actieplan.", 0),
        (f"Ik zal het woord waar mevrouw Jansen {LISTS} mee bedoelde niet herhalen.", 0),
        (f"Ik hoop dat we volgend jaar per 1 maart {LISTS} korter hebben.", 0),
        (f"Ik zal ervoor zorgen dat kinderen op {LISTS} niet wachten.", 1),
    ],
)
def test_how_one_will_answer_is_no_announcement(said: str, announced: int) -> None:
    """What a minister says of the reply itself, or of how he will behave, is no deed; whom he will speak to is."""
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("De Boer", None, "government", said)), Ledger(), None)
    assert len(page.announcements) == announced


_BECAUSE = "De SP vindt zo'n telling van groot belang, want ouders moeten weten waar zij aan toe zijn."


@pytest.mark.parametrize("added", [f"Die voegen we toe: de minister stuurt in juni de telling van {LISTS}.", "Die voegen we toe."])
@pytest.mark.parametrize(
    "missed",
    [
        f"Ik mis de telling van {LISTS} nog in de jeugdzorg, voorzitter, in juni.",
        f"Ik mis er een. De telling van {LISTS} moet in juni naar de Kamer komen.",
        f"Ik had nog een toezegging gehoord, voorzitter. De minister zou de telling van {LISTS} in juni naar de Kamer sturen, en dat moet op de lijst.",
        f"Volgens mij ontbreekt de telling van {LISTS}. De minister moet die telling van {LISTS} in juni naar de Kamer sturen.",
        f"Ik mis nog een toezegging, voorzitter. Wij willen dat de telling van {LISTS} in juni naar de Kamer komt.",
        f"Voorzitter, de telling van {LISTS} moet er ook op.",
        f"Wij willen die telling van {LISTS} ook op de lijst zien staan.",
        f"Wij vinden dat de telling van {LISTS} niet mag ontbreken op de lijst.",
        f"Dank u wel, voorzitter. Ik mis de telling van {LISTS}. Die moet er voor de zomer zijn.",
    ],
)
@pytest.mark.parametrize("because", ["", _BECAUSE, "Wij willen dat gemeenten in Utrecht meer kleine huizen voor de jeugdzorg bouwen."])
def test_what_is_missed_on_the_list_is_no_position(missed: str, added: str, because: str) -> None:
    """Who has a commitment put on the list that the chair reads out says nothing by that of what the party wants; the next sentence may."""
    given = debate(
        ("Jansen", "SP", "member", WISH),
        (
            "De Boer",
            None,
            "government",
            "Ik stuur de Kamer in mei een brief over de bruggen. De telling van de wachtlijsten krijgt u in juni.",
        ),
        ("De voorzitter", None, "chair", "Ik lees de toezeggingen voor. De minister stuurt de Kamer in mei een brief over de bruggen."),
        ("Jansen", "SP", "member", f"{missed} {because}".strip()),
        ("De voorzitter", None, "chair", added),
    )
    assert {s.text for s in summarise(given, Ledger(), "SP").positions} == {WISH, because} - {""}


# --- who was there, and what was not spoken about ------------------------------------------------------------


def test_silent_and_interrupting_parties_get_the_page_they_deserve() -> None:
    """There and silent: said so, by name. Only interruptions: a note. Not there: absent."""
    speech = " ".join([WISH] * 12)
    given = debate(
        ("De voorzitter", None, "chair", "Het woord is aan mevrouw Jansen van de SP."),
        ("Jansen", "SP", "member", speech),
        ("De voorzitter", None, "chair", "Een interruptie van de heer Pieters."),
        ("Pieters", "VVD", "member", "Wil mevrouw Jansen dan hogere belastingen?"),
        ("Jansen", "SP", "member", speech),
    )
    given = replace(given, meeting=replace(MEETING, present=(Person("Bakker", "D66", "member"),)))
    silent = summarise(given, Ledger(), "D66")
    assert (silent.status, silent.spokespersons, silent.turns) == ("present_silent", ("Bakker",), 0)
    assert summarise(given, Ledger(), "CDA").status == "absent"
    assert summarise(given, Ledger(), "VVD").notes == ("Sprak alleen in interrupties.",)
    assert summarise(given, Ledger(), "SP").notes == ()


def test_who_also_speaks_for_another_party_is_said_on_both_pages() -> None:
    """ "Mede namens de SGP", said by the member or the chair: that party's page says who spoke for it, and where; the member's own says it too."""
    for chair, member in (
        ("Mevrouw Bakker.", "Ik spreek mede namens de SGP."),
        ("Mevrouw Bakker, die ook namens de SGP spreekt.", "Dank."),
    ):
        given = debate(("De voorzitter", None, "chair", chair), ("Bakker", "ChristenUnie", "member", f"{member} {WISH}"))
        assert summarise(given, Ledger(), "ChristenUnie").notes[-1] == "Bakker sprak mede namens SGP."
        other = summarise(given, Ledger(), "SGP")
        assert (other.status, other.notes) == ("absent", ("Bakker (ChristenUnie) sprak mede namens SGP; zie de pagina van ChristenUnie.",))
        shown = sheet(other)
        assert shown.message == other.notes[0] and dict(shown.facts)["Sprak namens SGP"] == "geen eigen woordvoerder"
    for said in ("Dat zeg ik ook namens mijn fractie.", "Ik spreek niet ook namens de SGP.", "Ook namens de SGP zeg ik dank."):
        assert not debate(("Bakker", "ChristenUnie", "member", said)).also_for
    thanks = ("De voorzitter", None, "chair", "Ik dank u, mevrouw Bakker, ook namens de SGP.")
    assert not debate(thanks, ("Bakker", "ChristenUnie", "member", WISH)).also_for


def test_at_a_hearing_members_ask_guests_and_break_in_on_nobody() -> None:
    """Where no one of the government is there, a member's question to a guest is no interruption, and the page says to whom it was put."""
    given = debate(
        ("Brands", None, "guest", "Wij zien een stijging van het aantal ongevallen met fatbikes in de steden."),
        ("De voorzitter", None, "chair", "Dank u wel. Vragen van de leden. De heer Jansen."),
        ("Jansen", "SP", "member", f"{WISH} Mijn vraag aan mevrouw Brands is of een leeftijdsgrens voor fatbikes zou helpen."),
        ("Brands", None, "guest", "Een leeftijdsgrens helpt zeker."),
    )
    ledger = Ledger(questions(given.turns), (), interruptions(exchange(given.turns)))
    page = summarise(given, ledger, "SP")
    assert page.notes == () and page.given == () and len(page.questions) == 1
    assert "Vragen aan de gasten" in {s.title for s in sheet(page).sections}


SWIM = "Hoeveel kinderen halen nog een zwemdiploma?"


def test_what_is_surely_answered_goes_before_what_may_not_be_and_what_asks_again_last() -> None:
    """A figure of speech under which something else stands, and a reminder of a question that is on the page, leave their room to the others."""
    speech = "Wie kan er nou leven met wachtlijsten in de jeugdzorg en wachtende kinderen? Komt er een kantine? Graag een reactie op de wachtlijst in Ede."
    given = debate(
        ("Jansen", "SP", "member", speech),
        ("Bakker", None, "government", "In de tuinbouw is het anders. Ja, ik ga die kantine bouwen."),
        ("Jansen", "SP", "member", "Op mijn vraag over de wachtlijst in Ede heb ik niets gehoord."),
    )
    asked = [Quote(given.turns[0], a, b) for a, b in sentences(speech)]
    again = _first(given.turns[2])
    ledger = (
        Question(asked[0], (), "answered", (_first(given.turns[1]),)),
        Question(asked[1], (), "answered", (_last(given.turns[1]),)),
        Question(asked[2], (again,), "open"),
        Question(again, (), "open"),
    )
    page = summarise(given, Ledger(ledger), "SP")
    assert page.questions[-1].quote == again
    order = [page.questions[p.at].quote for p in points(page) if p.kind == "questions"]
    assert order.index(asked[1]) < order.index(asked[0]) and order[0] == asked[2] and order[-1] == again


def test_a_question_that_says_little_comes_with_its_subject() -> None:
    """ "Graag een reactie." stands with the sentence before it, which says on what; a question that tells all stands alone."""
    before = "Wij zijn tegen tijdelijke huurcontracten voor studenten."
    for asked, shown in (("Graag een reactie van de minister.", f"{before} Graag een reactie van de minister."), (SWIM, SWIM)):
        given = debate(("Jansen", "SP", "member", f"Voorzitter. {before} {asked}"))
        text = given.turns[0].text
        quote = Quote(given.turns[0], text.index(asked), len(text))
        (question,) = summarise(given, Ledger((Question(quote, (), "open"),)), "SP").questions
        assert question.quote.text == shown


def test_a_page_tells_questions_as_they_were_put() -> None:
    """The second leans on the first, however much more it says: by that it is chosen first where not all fit."""
    first, second = (
        "Zegt de minister dat het klaar is?",
        "Krijgt hij dat met die brief over de wachtlijsten in de jeugdzorg dan voor elkaar?",
    )
    given = debate(
        ("Jansen", "SP", "member", f"{WISH} De jeugdzorg heeft lange wachtlijsten. {first} {second}"),
        ("De Vries", None, "government", "Ja, dat is klaar. Die brief over de wachtlijsten komt in mei."),
    )
    asked = [
        Quote(given.turns[0], given.turns[0].text.index(text), given.turns[0].text.index(text) + len(text)) for text in (first, second)
    ]
    yes, letter = _first(given.turns[1]), _last(given.turns[1])

    ledger = Ledger(tuple(Question(quote, (), "answered", (answer,)) for quote, answer in zip(asked, (yes, letter), strict=True)))
    chosen = summarise(given, ledger, "SP")
    assert [q.quote.end for q in chosen.questions] == [q.end for q in reversed(asked)]
    assert [q.quote.end for q in everything(chosen, "nl").questions] == [q.end for q in asked]


def test_a_motion_on_one_line_is_a_position_too() -> None:
    """Where the record prints preamble, request and closing words on one line, the request is the position; behind a comma with its preamble."""
    asked = "verzoekt de regering de wachtlijsten te halveren"
    for preamble, shown in (
        ("overwegende dat kinderen wachten; ", asked),
        ("overwegende dat kinderen wachten, ", f"De Kamer, gehoord de beraadslaging, overwegende dat kinderen wachten, {asked}"),
    ):
        text = f"Voorzitter, een motie.\nDe Kamer, gehoord de beraadslaging, {preamble}{asked}, en gaat over tot de orde van de dag."
        given = debate(("Jansen", "SP", "member", text))
        given = replace(given, motions=(Motion(1, text.index("De Kamer,"), len(text), "36000", "12"),))
        assert positions(given, "SP") == [shown]


NOTICE = "\nDeze motie is voorgesteld door {}. Zij krijgt nr. {} (30001)."


def _with_motions(notices: tuple[str, str]) -> Debate:
    """Two motions, the first with a co-mover, and the minister's verdicts on both."""
    texts = ("verzoekt de regering de veerdienst gratis te maken,", "verzoekt de regering de brug bij Tolkamer te verbreden,")
    intro = "Ik heb een motie, mede namens de heer Pieters. " + "Wij willen een gratis veerdienst voor iedereen. " * 2
    spoken = [
        f"{intro}\nDe Kamer,\n{texts[0]}\nen gaat over tot de orde van de dag.",
        f"De Kamer,\n{texts[1]}\nen gaat over tot de orde van de dag.",
    ]
    judged = "De motie op stuk nr. 7 moet ik ontraden, want dat is te duur. De motie op stuk nr. 8 geef ik oordeel Kamer, als ik haar zo mag lezen."
    given = debate(
        ("Jansen", "SP", "member", spoken[0] + notices[0]),
        ("Visser", "D66", "member", spoken[1] + notices[1]),
        ("Pieters", "VVD", "member", "Is de Minister het daarmee eens?"),
        ("Bakker", None, "government", judged),
    )
    found = []
    for at, (turn, text) in enumerate(zip(given.turns, texts, strict=False), 1):
        start = turn.text.index("De Kamer,")
        end = turn.text.index("orde van de dag.") + len("orde van de dag.")
        found.append(Motion(at, start, end, "30001", str(at + 6)))
        assert text in turn.text
    turns = tuple(
        replace(t, unquotable=((t.text.index("\nDeze motie"), len(t.text)),)) if "Deze motie" in t.text else t for t in given.turns
    )
    return replace(given, turns=turns, motions=tuple(found))


@pytest.mark.parametrize(
    ("lead", "after", "sure"),
    [
        ("De", ", want huurders kunnen al ergens terecht", True),
        ("De", ", omdat de gemeente het werk dubbel zou doen", True),
        ("De", ", tenzij de leden haar zo uitleggen", False),
        ("De", ", want dat kan niet, tenzij de leden haar zo uitleggen", False),
        ("Over een pont kunnen we in mei spreken, dus de", "", True),
        ("Ik zou liever een brug zien, maar de", "", True),
        ("Dat zie ik niet als een taak van het Rijk en de", "", True),
        ("Als ik de motie zo lees: de", "", False),
        ("Als indieners daarmee een proef bedoelen: de", "", False),
        ("Als in het dictum een jaar staat: de", "", False),
        ("Als het later mag, kunnen we haar overnemen, maar de", "", False),
        ("Een pont kunnen we betalen, maar als die blijft, zou ik zeggen: de", "", False),
        ("Ik zou zeggen: de", "", False),
        ("Als dat anders bedoeld is, dan zou ik een pont kunnen steunen, maar nu: de", "", False),
        ("We vragen de leden te wachten, anders moet ik zeggen: de", "", False),
    ],
)
def test_the_reason_of_a_verdict_is_no_reserve(lead: str, after: str, sure: bool) -> None:
    """What others can or would do is why, and what another clause before it says leads up to it; a condition, or a verdict there too, is a reserve."""
    given = _with_motions(("", ""))
    *before, last = given.turns
    told = replace(last, text=f"{lead} motie op stuk nr. 7 ontraad ik{after}.")
    page = summarise(replace(given, turns=(*before, told)), Ledger(), None)
    assert [(v.kind, v.sure) for m in page.motions for v in m.verdicts] == [("against", sure)]


@pytest.mark.parametrize("notices", [(NOTICE.format("de leden Jansen en Pieters", 7), NOTICE.format("het lid Visser", 8)), ("", "")])
def test_a_motion_stands_with_its_verdict_on_the_pages_of_all_its_movers_and_on_the_government_s(notices: tuple[str, str]) -> None:
    """Once on each; who puts a name to it is read from the chair's words, else from the mover's; a reserve is said."""
    given = _with_motions(notices)
    pages = {party: summarise(given, Ledger(), party) for party in ("SP", "VVD", "D66", None)}
    titles = {party: [m.title for m in page.motions] for party, page in pages.items()}
    first, second = "motie-Jansen/Pieters (30001, nr. 7)", "motie-Visser (30001, nr. 8)"
    assert titles == {"SP": [first], "VVD": [first], "D66": [second], None: [first, second]}
    assert [(v.kind, v.sure) for m in pages[None].motions for v in m.verdicts] == [("against", True), ("chamber", False)]
    assert not any("ontraden" in s.text for s in pages[None].refusals)
    shown = {party: next(s for s in sheet(page).sections if s.key == "motions") for party, page in pages.items()}
    lines = ["".join(run.text for run in line) for line in shown["VVD"].items[0].lines]
    assert lines[0].startswith("Motie-Jansen/Pieters (30001, nr. 7), ingediend door Jansen (SP): verzoekt de regering de veerdienst")
    assert lines[1].startswith("→ Ontraden. Minister Bakker: De motie op stuk nr. 7 moet ik ontraden")
    assert "".join(r.text for r in shown["D66"].items[0].lines[1]).startswith("→ Oordeel Kamer, onder voorbehoud. Minister Bakker:")
    assert not any(
        "motie-Jansen" in text
        for s in sheet(supported(pages["SP"], "nl")).sections
        if s.key == "documents"
        for i in s.items
        for text in [str(i)]
    )
    assert {m["title"] for m in summary_json(pages["VVD"])["motions"]} == {first}


def test_a_verdict_stands_with_its_reason_and_a_motion_with_all_its_movers() -> None:
    """The next sentence tells why where the verdict does not; to be held over is a verdict; each mover's party is named."""
    given = _with_motions((NOTICE.format("de leden Jansen, Pieters en Visser", 7), NOTICE.format("de leden Visser en Pieters", 8)))
    *before, judged = given.turns
    told = (
        "Bij de motie op stuk nr. 7 vraag ik om haar aan te houden tot mei. Zo niet, dan ontraad ik haar. "
        "De motie op stuk nr. 8: ontraden. De brug is van de provincie. Tot slot nog een vraag van de heer Pieters."
    )
    page = summarise(replace(given, turns=(*before, replace(judged, text=told))), Ledger(), None)
    assert [(v.kind, v.sure, v.quote.text) for m in page.motions for v in m.verdicts] == [
        ("held", True, "Bij de motie op stuk nr. 7 vraag ik om haar aan te houden tot mei. Zo niet, dan ontraad ik haar."),
        ("against", True, "De motie op stuk nr. 8: ontraden. De brug is van de provincie."),
    ]
    lines = ["".join(r.text for r in i.lines[0]) for s in sheet(page).sections if s.key == "motions" for i in s.items]
    assert lines[0].startswith("Motie-Jansen c.s. (30001, nr. 7), ingediend door Jansen (SP), Pieters (VVD) en Visser (D66): ")
    assert lines[1].startswith("Motie-Visser/Pieters (30001, nr. 8), ingediend door D66 en VVD: ")


@pytest.mark.parametrize("said", ["mede namens de VVD", "samen met de heer Pieters", "mede in namens de heer Pieters van de VVD"])
def test_whom_a_mover_names_puts_a_name_to_the_motion(said: str) -> None:
    """Also by party alone, where one member speaks for it, when the chair does not read the movers out."""
    given = _with_motions(("", ""))
    first, *rest = given.turns
    assert first.text.startswith("Ik heb een motie, mede namens de heer Pieters. ")
    text = first.text.replace("mede namens de heer Pieters", said, 1)
    shift = len(text) - len(first.text)
    motions = tuple(replace(m, start=m.start + shift, end=m.end + shift) if m.turn == 1 else m for m in given.motions)
    page = summarise(replace(given, turns=(replace(first, text=text), *rest), motions=motions), Ledger(), None)
    assert [a.party for a in page.motions[0].movers] == ["SP", "VVD"]


def test_what_is_left_to_the_chamber_is_not_refused() -> None:
    """ "Laat ik aan het oordeel van de Kamer" is no refusal; an interruption about the course of the debate comes after the others."""
    given = debate(
        ("Jansen", "SP", "member", WISH),
        (
            "Smit",
            None,
            "government",
            "De motie op stuk nr. 41 laat ik aan het oordeel van de Kamer. De motie op stuk nr. 42 ontraad ik met kracht.",
        ),
        ("Jansen", "SP", "member", "Ik houd haar aan, voorzitter. Waarom niet?"),
    )
    assert [s.text for s in summarise(given, Ledger(), None).refusals] == ["De motie op stuk nr. 42 ontraad ik met kracht."]
    turn = given.turns[2]
    held, asked = Quote(turn, 0, 29), Quote(turn, 30, len(turn.text))
    broke_in = tuple(Interruption(q, given.turns[1].speaker) for q in (held, asked))
    assert [i.quote for i in summarise(given, Ledger((), (), broke_in), "SP").given] == [asked, held]


def test_a_party_whose_member_was_in_the_chair_is_said_to_have_chaired() -> None:
    """Who chairs speaks for no party and is not called silent: all of the debate or part of it, alone or beside a silent colleague."""
    given = debate(("Bakker", None, "chair", "Ik open de vergadering."), ("Jansen", "SP", "member", WISH))
    given = replace(given, meeting=replace(MEETING, present=(Person("Bakker", "D66", "member"), Person("Jansen", "SP", "member"))))
    page = summarise(given, Ledger(), "D66")
    assert page.status == "present_silent" and page.notes == ("Bakker zat het debat voor en sprak daarom niet voor D66.",)
    assert sheet(page).message == page.notes[0] and "Bakker" in dict(sheet(page).facts)["Aanwezig"]
    second = Turn("m-1", 3, Speaker("Visser", None, "chair"), "", "Ik sluit de vergadering.")
    colleague = replace(given.meeting, present=(*given.meeting.present, Person("De Wit", "D66", "member")))
    told = summarise(replace(given, meeting=colleague, turns=(*given.turns, second)), Ledger(), "D66", language="en").notes
    assert told[0] == "Bakker was in the chair for part of the debate and did not speak for D66." and told[1].startswith("The other member")


def test_all_pages_are_also_those_of_the_silent(tmp_path: Path) -> None:
    """Who was there and said nothing has a page among all pages: one that chaired, one that was silent, one spoken for by another; a party that
    spoke has one only."""
    both = f"Ik spreek mede namens de SGP. {WISH}"
    given = debate(
        ("Bakker", None, "chair", "Ik open de vergadering."), ("Jansen", "SP", "member", both), ("De Boer", None, "government", WISH)
    )
    people = (("Bakker", "D66"), ("Smit", "CDA"), ("Jansen", "SP"), ("Mulder", "sp"), ("De Boer", None))
    present = tuple(Person(name, party, "member" if party else "government") for name, party in people)
    given = replace(given, meeting=replace(MEETING, present=present))
    assert given.silent == ("D66", "CDA")
    reader = Assistant(settings(home=tmp_path))
    with closing(Index.open(reader.settings, write=True)) as index:
        index.ingest(Transcript(given.meeting, given.turns, "proef", ()), b"proef", "proef.txt")
    pages = [(p.party, p.status) for p in reader.summaries("m-1")]
    assert pages == [("SP", "spoke"), ("D66", "present_silent"), ("CDA", "present_silent"), ("SGP", "absent"), (None, "spoke")]
    assert reader.pages("m-1") == tuple(party for party, _ in pages)
    reader.close()


def test_a_summary_record_gives_no_positions_and_says_why() -> None:
    """In a *beknopt verslag* nobody's own words stand: counts, no quotes, and a note."""
    given = debate(("Jansen", "SP", "member", WISH))
    hidden = replace(given.turns[0], unquotable=((0, len(WISH)),))
    page = summarise(replace(given, meeting=replace(MEETING, status="beknopt"), turns=(hidden,)), Ledger(), "SP")
    assert (page.status, page.turns, page.positions, page.citations) == ("spoke", 1, (), ())
    assert page.notes == ("Dit is een beknopt verslag: het geeft niemands eigen woorden, dus er staan hier geen standpunten.",)


def test_what_others_spoke_about_and_a_party_did_not(assistant: Assistant) -> None:
    """Subjects come from the debate, in words that were said; those a party came nowhere near are on its page."""
    from rag.text import stem, words

    given, _ = assistant._debate(SEED)
    found = {s.label: s for s in subjects(given)}
    assert 5 <= len(found) <= 8
    said = " ".join(t.text for t in given.turns)
    assert all(label in said for label in found)
    for page in assistant.summaries(SEED):
        own = {stem(w) for t in given.of(page.party) for w in words(t.text)}
        assert not any(found[label].within(own) or found[label].near & own for label in page.not_addressed)
    assert any(page.not_addressed for page in assistant.summaries(SEED))


ON_POOLS = (
    "Het gaat vandaag om zwembaden in alle dorpen en wijken. Wij willen dat de zwembaden open blijven voor ieder kind in het land. " * 3
)
ON_ALL = (
    ON_POOLS
    + "Daarnaast vraagt de bibliotheek om aandacht. De bibliotheek is er voor iedereen, van jong tot oud, en dat moet zo blijven ook."
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (ON_POOLS, ("bibliotheek",)),
        (ON_POOLS + "En in elke bieb horen boeken.", ()),  # a synonym
        (ON_POOLS + "De schoolbibliotheken gaan dicht.", ()),  # a compound
        (ON_POOLS + "Verder sluit ik mij aan bij de heer Jansen.", ()),  # who spoke of it
    ],
)
def test_not_spoken_about_is_said_only_where_nothing_near_was_said(said: str, told: tuple[str, ...]) -> None:
    """Other words for a subject, a compound with it and joining in with who spoke of it are speaking about it; so is a short reply."""
    others = [("Jansen", "SP", "member", ON_ALL), ("Pieters", "VVD", "member", ON_ALL), ("Visser", "D66", "member", ON_POOLS)]
    given = debate(*others, ("Kamp", "CDA", "member", said), ("Bakker", None, "government", ON_ALL))
    assert summarise(given, Ledger(), "CDA").not_addressed == told
    short = debate(*others, ("Kamp", "CDA", "member", "Is dat niet wat duur voor een klein dorp?"), ("Bakker", None, "government", ON_ALL))
    assert summarise(short, Ledger(), "CDA").not_addressed == ()


def test_what_the_whole_debate_is_about_nobody_leaves_out() -> None:
    """A subject within the title of the debate is not said to be left out by who speaks of it in other words."""
    others = [("Jansen", "SP", "member", ON_ALL), ("Pieters", "VVD", "member", ON_ALL), ("Visser", "D66", "member", ON_POOLS)]
    given = debate(*others, ("Kamp", "CDA", "member", ON_POOLS), ("Bakker", None, "government", ON_ALL))
    assert summarise(given, Ledger(), "CDA").not_addressed == ("bibliotheek",)
    titled = replace(given, meeting=replace(given.meeting, title="Bibliotheekbeleid"))
    assert summarise(titled, Ledger(), "CDA").not_addressed == ()


ON_TRAINS = (
    "Wij willen dat de nachttrein naar Warschau weer gaat rijden, want nu staan mensen uren stil. Daar moet het kabinet voor zorgen. " * 2
)
ON_BIKES = "De fiets moet ook in de spits mee kunnen. Een proef in Groningen kan daarmee beginnen, en daarna zien wij verder."
ON_PRICES = (
    "De SP vindt de kaartjes te duur en wil dat de verhoging van volgend jaar niet doorgaat. Mensen met een laag loon zijn het kind van de rekening. "
    * 3
)


@pytest.mark.parametrize(
    ("said", "silent"),
    [
        (ON_PRICES, True),
        (ON_PRICES + " Wij vinden verder dat de fietsenstalling open moet.", False),
        (ON_PRICES + " Hoe verloopt het in Groningen?", False),  # what is said beside it by who spoke of it
    ],
)
def test_a_letter_on_the_agenda_a_party_did_not_speak_about(said: str, silent: bool) -> None:
    """Told by letter where others spoke of what only that letter is on, and the party came nowhere near; never of one nobody spoke of."""
    items = (
        AgendaItem(
            "de brief van de Staatssecretaris d.d. 3 februari 2025 inzake nachttreinen (Kamerstuk 29 984, nr. 1301)", "29 984, nr. 1301"
        ),
        AgendaItem(
            "de brief van de Staatssecretaris d.d. 20 februari 2025 inzake fietsen in de trein (Kamerstuk 29 984, nr. 1305)",
            "29 984, nr. 1305",
        ),
        AgendaItem(
            "de brief van de Staatssecretaris d.d. 2 maart 2025 inzake sneeuwschuivers (Kamerstuk 29 984, nr. 1309)", "29 984, nr. 1309"
        ),
    )
    given = debate(
        ("Pieters", "VVD", "member", ON_TRAINS + ON_BIKES),
        ("Vlot", "SP", "member", said),
        ("Bakker", None, "government", ON_TRAINS + ON_BIKES),
    )
    given = replace(given, meeting=replace(given.meeting, title="Spoor", agenda=items))
    trains, bikes = "de brief inzake nachttreinen (29 984, nr. 1301)", "de brief inzake fietsen in de trein (29 984, nr. 1305)"
    assert [one for one in summarise(given, Ledger(), "SP").not_addressed if "brief" in one] == [trains, *([bikes] if silent else [])]
    assert not any("sneeuw" in one for party in ("SP", "VVD", None) for one in summarise(given, Ledger(), party).not_addressed)


def test_items_of_a_day_a_party_was_not_at(assistant: Assistant) -> None:
    """On a day with several subjects, those at which a party did not speak are not addressed, as the record names them."""
    given = debate(("Jansen", "SP", "member", WISH), ("Pieters", "VVD", "member", WISH))
    given = replace(given, events=(Event("subject", "Jeugdzorg\nAan de orde is …", 0), Event("subject", "Natuur", 1)))
    assert summarise(given, Ledger(), "SP").not_addressed == ("Natuur",)
    assert summarise(given, Ledger(), "VVD").not_addressed == ("Jeugdzorg",)


def test_a_motion_in_a_party_s_name_too_is_no_silence_on_that_item() -> None:
    """Whoever put its name to a motion is not told not to have spoken of what that was moved at, though another moved it."""
    moved = "Voorzitter. Ik heb een motie, mede namens mevrouw Jansen.\n\nDe Kamer,\n\nverzoekt de regering de heg te sparen,\n\nen gaat over tot de orde van de dag."
    given = debate(("Jansen", "SP", "member", WISH), ("Pieters", "VVD", "member", WISH), ("Mosk", "PvdD", "member", moved))
    given = replace(given, events=(Event("subject", "Jeugdzorg", 0), Event("subject", "Natuur", 2)))
    given = replace(given, motions=(Motion(3, moved.index("De Kamer,"), len(moved), "33576", "318"),))
    assert [summarise(given, Ledger(), party).not_addressed for party in ("SP", "VVD", "PvdD")] == [(), ("Natuur",), ("Jeugdzorg",)]


def test_documents_are_named_as_the_party_named_them() -> None:
    """Motions, papers, letters and laws, each once, as far as the debate itself says the title goes."""
    text = (
        "De motie-Segers/Asscher is aangenomen. In de brief van de FNV staat dat ook. Het programma Samen tegen mensenhandel is mooi. "
        "Ik noem artikel 273f Strafrecht en Kamerstuk 28638, nr. 27. De motie-Segers/Asscher helpt."
    )
    other = (
        "Het programma Samen tegen mensenhandel loopt. De motie van de heer Bakker niet. Ons plan C is er niet, plan C al helemaal niet."
    )
    given = debate(("Jansen", "SP", "member", text), ("Pieters", "VVD", "member", other))
    assert summarise(given, Ledger(), "SP").documents == (
        "motie-Segers/Asscher",
        "brief van de FNV",
        "programma Samen tegen mensenhandel",
        "artikel 273f Strafrecht",
        "Kamerstuk 28638, nr. 27",
    )
    assert summarise(given, Ledger(), "VVD").documents == ("programma Samen tegen mensenhandel", "motie van de heer Bakker")
    asked = "Ik lees het rapport van de ombudsman en het advies van de heer Roemer, en steun het plan van de heer Jansen. Ik vraag een tweeminutendebat aan."
    given = debate(("Pieters", "VVD", "member", asked), ("Jansen", "SP", "member", WISH))
    assert summarise(given, Ledger(), "VVD").documents == (
        "rapport van de ombudsman",
        "advies van de heer Roemer",
        "tweeminutendebat, aangevraagd",
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Ik overweeg op dat punt een motie.", ("motie, overwogen",)),
        ("Ik overweeg een motie in die zin.", ("motie, overwogen",)),
        ("Ik overweeg een motie die de sluis openhoudt.", ("motie die de sluis openhoudt, overwogen",)),
        ("Ik dien een motie in die de tol afschaft.", ("motie die de tol afschaft, aangekondigd",)),
        ("Ik overweeg een motie over de sluis, dus ik vraag om stemming.", ("motie over de sluis, overwogen",)),
        ("Ik overweeg een motie over de sluis bij Terhole.", ("motie over de sluis bij Terhole, overwogen",)),
        ("Dan gaan wij een motie indienen om de brug te sluiten.", ("motie om de brug te sluiten, aangekondigd",)),
        ("Over de brug bij Sluiskil zal ik in tweede termijn een motie indienen.", ("motie, aangekondigd",)),
        ("Ik zal over de brug bij Sluiskil een motie indienen.", ("motie over de brug bij Sluiskil, aangekondigd",)),
        ("Wij willen graag een tweeminutendebat.", ("tweeminutendebat, aangevraagd",)),
        ("Ik wil geen tweeminutendebat en ga geen motie indienen.", ()),
        ("Ik zal een motie over de brug wel steunen. Overweegt de heer Kat een motie over de sluis?", ()),
    ],
)
def test_a_motion_that_is_announced_stands_among_the_documents(said: str, told: tuple[str, ...]) -> None:
    """In the member's own words, with whether it will come or may; neither what others do nor what is not done."""
    assert summarise(debate(("Jansen", "SP", "member", f"{WISH} {said}")), Ledger(), "SP").documents == told


def test_the_overview(assistant: Assistant) -> None:
    """Cells hold supported positions of that party on that subject, numbered once; words and turns are those of the pages."""
    view = assistant.overview(SEED)
    pages = {p.party or "": p for p in assistant.summaries(SEED)}
    assert view.parties == tuple(p for p in pages if p)
    assert {(label, turns, words) for label, turns, words in view.speaking} == {(k, p.turns, p.words) for k, p in pages.items()}
    assert [c.number for c in view.citations] == list(range(1, len(view.citations) + 1)) and len(view.cells) > 15
    for party, subject, statements in view.cells:
        assert subject in view.subjects and statements
        assert all((s.claim.quotes[0].turn.speaker.party or "") == party and s.citations for s in statements)
    filled = {(party, subject) for party, subject, _ in view.cells}
    for party, subject, (said,) in view.mentions:
        assert (party, subject) not in filled and (said.claim.quotes[0].turn.speaker.party or "") == party and said.verdict == "supported"
    assert view.mentions


def test_a_brief_debate_shows_who_spoke_about_what() -> None:
    """What few words are about is found all the same; who asked or told of it without a position is there, marked apart; who was silent is not."""
    given = debate(
        ("Jansen", "SP", "member", "De bever hoort bij de rivier. Wij willen dat de dijkgraaf elk voorjaar de kades nakijkt."),
        ("Bakker", "VVD", "member", "Wie betaalt straks de kades waar de bever in graaft? Een dijkgraaf heeft zo 200 uur extra nodig."),
        ("Visser", "CDA", "member", "Voorzitter, ik dank u wel voor deze middag."),
        ("Smit", None, "government", "Over de bever is met elke dijkgraaf gesproken. Er is 2 miljoen euro voor de kades."),
    )
    view = overview(given, Ledger())
    assert {"bever", "dijkgraaf", "kades"} <= set(view.subjects)
    said = {(party, subject): statements[0].claim.quotes[0].text for party, subject, statements in view.mentions}
    assert said["VVD", "kades"] == "Wie betaalt straks de kades waar de bever in graaft?"
    assert said["", "kades"] == "Er is 2 miljoen euro voor de kades." and ("SP", "kades") not in said
    assert "CDA" not in {party for party, _, _ in (*view.cells, *view.mentions)}
    page = glance_markdown(glance(view, None, "nl"))
    assert re.search(r"\| VVD \|.*\(\[\^\d+\]\)", page) and "Tussen haakjes: besproken" in page
    number = next(c.number for c in view.citations if c.quote.text == said["", "kades"])
    assert f'<a href="#standpunt-{number}" class="mention">' in glance_html(glance(view, None, "nl"))


def test_a_subject_named_in_a_heading_is_shown_with_what_is_said_of_it() -> None:
    """Nothing is said by "Verder de kades."; the sentence after it tells, though it does not name it."""
    given = debate(
        ("Jansen", "SP", "member", "De bever hoort bij de rivier. Wij willen dat de dijkgraaf elk voorjaar de kades nakijkt."),
        ("Bakker", "VVD", "member", "Verder de kades. Wie betaalt straks wat er dit jaar instort?"),
        ("Smit", None, "government", "Over de bever is met elke dijkgraaf gesproken. Er is 2 miljoen euro voor de kades."),
    )
    view = overview(given, Ledger())
    said = {(party, subject): statements[0].claim.quotes[0].text for party, subject, statements in view.mentions}
    assert said["VVD", "kades"] == "Verder de kades. Wie betaalt straks wat er dit jaar instort?"


def test_a_subject_is_a_thing_and_is_there_once() -> None:
    """Measures, positions and verbs are no subjects; a compound is the subject of its last part; what every speech is about is one where little is said."""
    given = debate(
        (
            "Jansen",
            "SP",
            "member",
            "Wij zijn voorstander van zwembaden binnen tien meter van elke school. Dat begrijp ik van de baden. " * 2,
        ),
        (
            "Bakker",
            "VVD",
            "member",
            "Ik ben geen voorstander van elf meter. Dat begrijp ik niet. Een dorpsbad kost geld en de baden ook. " * 2,
        ),
        ("Smit", None, "government", "Er staan hoeveel laadpalen bij het dorpsbad? Twee laadpalen, op negen meter van de baden."),
        ("Bakker", "VVD", "member", "Negen laadpalen was beter geweest, en dat begrijp ik wel."),
    )
    assert overview(given, Ledger()).subjects == ("baden", "laadpalen")


FERRY = debate(
    ("Jansen", "SP", "member", "Wij willen dat de overtocht gratis wordt. Komt er een loket voor schippers? Wanneer kan zo'n loket open?"),
    ("Bakker", "VVD", "member", "Hoeveel ambtenaren gaan bij dat loket werken? De overtocht kost nu al te veel. Een emmer verf ook."),
    ("Jansen", "SP", "member", "Eén loket scheelt juist werk. Een emmer verf is zo leeg. Wat doet zij voor de overtocht?"),
    (
        "Smit",
        None,
        "government",
        "De heer Jansen vroeg wanneer het loket opengaat. Dat is op 3 mei. Een gratis overtocht geef ik niet. Ik stuur in maart een brief over de steigers.",
    ),
    ("Bakker", "VVD", "member", "Dan de steigers. Zijn die niet allemaal verrot?"),
)


def test_what_is_spoken_of_most_has_the_first_column() -> None:
    """A noun stays one where a verb always follows it; what was said twice in passing has no column beside what was spoken of."""
    assert overview(FERRY, Ledger()).subjects[:2] == ("loket", "overtocht")
    four = [("Jansen", "SP", "member", f"Wij spraken over {what}. De {what} is van ons.") for what in ("sluis", "kades", "loods", "haven")]
    more = [("Bakker", "VVD", "member", f"Ook ik wil iets zeggen over de {what}.") for what in ("sluis", "kades", "loods", "haven")]
    given = debate(*four, *more, *((t.speaker.name, t.speaker.party, "member", "Een emmer verf is zo leeg.") for t in FERRY.turns[:2]))
    assert set(overview(given, Ledger()).subjects) == {"sluis", "kades", "loods", "haven"}


def test_a_cell_of_the_government_leads_to_what_it_announces_or_refuses() -> None:
    """These are its positions; what only names the subject comes with what is said of it next, and is marked apart."""
    view = overview(FERRY, Ledger())
    cells = {subject: [s.text for s in said] for party, subject, said in view.cells if not party}
    assert cells["overtocht"] == ["Een gratis overtocht geef ik niet."]
    assert cells["steigers"] == ["Ik stuur in maart een brief over de steigers."]
    mentions = {(party, subject): said[0].text for party, subject, said in view.mentions}
    assert mentions["", "loket"] == "De heer Jansen vroeg wanneer het loket opengaat. Dat is op 3 mei."


def test_a_position_under_a_heading_is_one_on_what_the_heading_names() -> None:
    """ "Tot slot de nettarieven. … Dat vinden wij te hoog." is on the tariffs; what is about another subject, or stands far from it, is not."""
    fees = "Tot slot de nettarieven. Huishoudens betalen straks 700 euro per jaar. Dat vinden wij veel te hoog."
    far = "Eerst de nettarieven. Dat is een lang verhaal. Wij spraken er vorig jaar over. Toen was het winter. Het stond in de krant. Wij willen een feest voor alle gezinnen."
    given = debate(
        ("Kat", "D66", "member", f"Wij willen voor elke school een plek op de wachtlijst. {fees}"),
        ("Jansen", "SP", "member", f"De wachtlijst is te lang, zeggen schooldirecteuren. {far}"),
        ("Bakker", None, "government", "Dan de nettarieven. Die maakt de ACM. De wachtlijst maakt de netbeheerder."),
    )
    view = overview(given, Ledger())
    cells = {(party, subject): [s.text for s in said] for party, subject, said in view.cells}
    assert cells["D66", "nettarieven"] == ["Huishoudens betalen straks 700 euro per jaar. Dat vinden wij veel te hoog."]
    assert "wachtlijst" in view.subjects and ("SP", "nettarieven") not in cells
    assert not any("700 euro" in text for text in cells["D66", "wachtlijst"])


def test_what_another_pleads_comes_with_what_is_said_of_it_and_a_heading_ends_at_another_subject() -> None:
    """A signpost or what somebody else wants fills no place in the table by itself; "Het loket … Ik zal haar vragen …" is not on the tolls before it."""
    given = debate(
        ("Jansen", "SP", "member", "Wij willen dat de tolpoort weggaat. Komt er een loket bij de sluiswachter?"),
        (
            "Bakker",
            "VVD",
            "member",
            "Ik hoor de heer Jansen pleiten voor het slopen van de tolpoort. Dat kost de provincie 3 miljoen euro per jaar.",
        ),
        ("Kat", "D66", "member", "Ik begin mijn bijdrage bij de sluiswachter. Die zit daar tot vijf uur. Wie betaalt het loket?"),
        (
            "Smit",
            None,
            "government",
            "De heer Jansen vroeg naar de tolpoort. De sluiswachter werkt tot vijf uur. Bruggen liggen bij mijn collega. Ik zal haar vragen u daar in mei een brief over te sturen.",
        ),
    )
    view = overview(given, Ledger())
    said = {(party, subject): told[0].text for party, subject, told in (*view.mentions, *view.cells)}
    assert said["VVD", "tolpoort"].endswith("Dat kost de provincie 3 miljoen euro per jaar.")
    assert said["D66", "sluiswachter"] == "Ik begin mijn bijdrage bij de sluiswachter. Die zit daar tot vijf uur."
    assert said["", "tolpoort"] == "De heer Jansen vroeg naar de tolpoort. De sluiswachter werkt tot vijf uur."


def test_who_somebody_is_fills_no_cell() -> None:
    """ "Ik als minister van Defensie vind …" is not on the subject Defensie."""
    given = debate(
        ("Jansen", "SP", "member", "Wij willen dat het loket van Defensie opengaat."),
        ("Smit", None, "government", "Ik vind als minister van Defensie dat zo'n vraagstuk veel te ingewikkeld is voor een snel antwoord."),
    )
    (own,), held = _positions(given, "SP"), _positions(given, None)
    assert stem("defensie") in own.stems and held and not any(stem("defensie") in c.stems for c in held)


def test_a_word_that_never_stands_alone_is_no_subject() -> None:
    """ "geen vast contract" and "vast te leggen" are about no "vast"."""
    given = debate(
        ("Jansen", "SP", "member", "De bezorgers krijgen geen vast contract. Over de rouwpost wil ik een afspraak."),
        ("Bakker", "VVD", "member", "Wij willen de rouwpost vast te leggen regels geven."),
        ("Smit", None, "government", "Ik ben bereid de rouwpost vast te leggen in de wet."),
    )
    assert overview(given, Ledger()).subjects == ("rouwpost",)


def test_a_subject_is_a_noun_also_where_no_article_tells_it() -> None:
    """A thing that is wanted by its bare name is one, and has it whole; a participle, an adjective, a numeral and an infinitive are none."""
    given = debate(
        (
            "Jansen",
            "SP",
            "member",
            "Wij willen walstroom bij elke kade. Hoeveel kades zijn sinds 2020 verdwenen? Is het geld voor walstroom toereikend?",
        ),
        (
            "Bakker",
            "VVD",
            "member",
            "Over walstroom maken wij ons zorgen. Elf kades zijn er verdwenen. Hoelang gaat de chroom-6 daar blijven liggen?",
        ),
        (
            "Smit",
            None,
            "government",
            "Dan de walstroom. Er zijn veertig kades verdwenen. Dat is toereikend. De chroom-6 gaat eruit. Tot veertig kades blijft dat.",
        ),
    )
    assert set(overview(given, Ledger()).subjects) == {"walstroom", "kades", "chroom-6"}


def test_what_takes_up_a_question_is_on_what_that_names() -> None:
    """What stands under the heading before it is on another subject: "Dan het toezicht. …", "Mevrouw Kat vroeg of ik het stukloon verbied. Dat doe ik niet."."""
    retold = "Mevrouw Kat vroeg of ik het stukloon wil verbieden. Dat ga ik niet doen."
    given = debate(
        ("Kat", "D66", "member", "Wij vinden het stukloon een schande. Gaat het tarief omhoog?"),
        ("Jansen", "SP", "member", "Wij willen dat het tarief omlaaggaat. En het stukloon moet verdwijnen."),
        ("Smit", None, "government", f"De heer Jansen vroeg naar het tarief. Dat gaat over een jaar. {retold}"),
    )
    cells = {(party, subject): [s.text for s in said] for party, subject, said in overview(given, Ledger()).cells}
    assert cells["", "stukloon"] == [retold] and ("", "tarief") not in cells


def test_a_term_told_beside_the_promise_stands_with_it() -> None:
    """The letter that gives the term of a promise, or what is said next, is shown with it; where the promise tells its own, nothing is added."""
    told = "Ik praat met de havens. Daar ben ik toe bereid. Ik stuur voor 1 mei 2025 een brief over de uitkomst."
    given = debate(("Jansen", "SP", "member", WISH), ("Smit", None, "government", told))
    first, second, third = (Quote(given.turns[1], a, b) for a, b in spans(told))
    term = Deadline("voor 1 mei 2025", None, "2025-04-30")
    for promise, dated in (
        (Commitment(first, "Smit", (), term, "debate", more=(third,)), third),
        (Commitment(second, "Smit", (), term, "debate"), third),
        (Commitment(third, "Smit", (), term, "debate"), None),
        (Commitment(first, "Smit", (), term, "debate"), None),
    ):
        (shown,) = summarise(given, Ledger(commitments=(promise,)), None).commitments
        assert shown.dated == dated


def test_what_is_wanted_of_something_with_a_name_is_a_position() -> None:
    """ "wil dat Eelde sluit": what follows "dat" is a clause, however short, and points at nothing."""
    said = "De SP wil dat Eelde sluit. Het weidegebied is van de grutto."
    page = summarise(debate(("Jansen", "SP", "member", said)), Ledger(), "SP")
    assert "De SP wil dat Eelde sluit." in [s.text for s in page.positions]


def test_a_question_stands_with_the_sentence_that_names_what_it_points_at() -> None:
    """ "… een stevig rapport … Graag een reactie op dat rapport": from there on; a sentence that points back itself tells nothing."""
    report = "De ombudsman schreef een stevig rapport over lange wachttijden. Een verpleegkundige moest vijf maanden met de bus. Graag een reactie op dat rapport."
    bare = "Dat is niet streng maar onrechtvaardig. Hoe zit dat?"
    part = "De heffing op veevoer stijgt met acht procent. Een boer op het zand merkt het eerst. Wil zij die veevoerheffing schrappen?"
    two = "In Horst brandde een stal af. De sluis is van staal. Graag een reactie op die stal."
    other = "De stal is van hout. Een boer op het zand merkt het eerst. Wil zij die veevoerheffing schrappen?"
    last = "Een boer op het zand merkt het eerst. Wil zij die veevoerheffing schrappen?"
    for said, shown in ((report, report), (bare, "Hoe zit dat?"), (part, part), (two, two), (other, last)):
        given = debate(("Jansen", "SP", "member", said))
        *_, (a, b) = spans(said)
        (page,) = summarise(given, Ledger((Question(Quote(given.turns[0], a, b), (), "open", ()),)), "SP").questions
        assert page.quote.text == shown


@pytest.mark.parametrize(
    ("asked", "leans"),
    [
        ("Kan de minister dat voorkomen?", True),
        ("Is zij bereid dat in de havenwet vast te leggen?", True),
        ("Waarom telt die sluis niet mee voor de subsidie?", True),
        ("Deelt de staatssecretaris die mening over de sluis?", True),
        ("Wat kost zo'n nieuwe sluis?", True),
        ("Nog een vraag. Geldt dat straks ook voor de haven van Kampen?", True),
        ("Wil de minister dit jaar met een sluis komen?", False),
        ("Kan de minister deze week de havenmeester bellen?", False),
        ("Klopt het dat er zo'n 40 schippers wachten?", False),
        ("Kent de minister schippers die wachten op een sluis?", False),
        ("Kan de minister aangeven dat de havenmeester blijft?", False),
    ],
)
def test_a_question_that_points_at_a_thing_stands_with_the_sentence_before_it(asked: str, leans: bool) -> None:
    """ "Kan de minister dat voorkomen?" tells nothing alone, however many words it has; this year and this week are known to all."""
    for before in ("De SP wil dat de sluis bij Urk niet meer stilvalt.", "In de brief lees ik dat de sluis bij Urk stilvalt."):
        given = debate(("Jansen", "SP", "member", f"{before} {asked}"))
        text = given.turns[0].text
        quote = Quote(given.turns[0], spans(text)[-1][0], len(text))
        (question,) = summarise(given, Ledger((Question(quote, (), "open"),)), "SP").questions
        assert question.quote.text == (f"{before} {asked}" if leans else asked)


@pytest.mark.parametrize(
    ("told", "announced"),
    [
        ("Vanaf 1 juli mogen alleen nog tolken mee die het examenbureau zelf inhuurt.", True),
        ("De veerpont bij Genemuiden blijft in ieder geval tot 2029 in de vaart.", True),
        ("De veerpont bij Genemuiden sluit per 1 oktober.", True),
        ("De eerste stap gaat op 1 juli 2025 in: dan gaan de tarieven van de veerpont omhoog.", True),
        ("De veerpont bij Genemuiden valt straks onder de provincie. Dat geldt vanaf november 2026.", True),
        ("De veerpont bij Genemuiden leidt dit voorjaar zes extra schippers op.", True),
        ("De veerpont bij Genemuiden is per 1 maart overgegaan naar de provincie.", False),
        ("De veerpont bij Genemuiden kostte tot 2020 elk jaar 3 miljoen euro.", False),
        ("Bij de veerpont staan per 1 september 641 schippers op de lijst.", False),
        ("Ik verlaag de ondergrens in de subsidieregeling van 500 naar 250 woningen.", True),
        ("In het besluit breng ik de wachttijd bij storingen terug naar vier uur.", True),
        ("Voor de opleiding van schippers trek ik 12 miljoen euro uit.", True),
        ("De toeslag op de veerpont schaffen we af, want niemand heeft er iets aan.", True),
        ("Met de veerpont stellen we de gemeenten in staat om gericht te sturen.", False),
        ("Het heeft zin voor de schippers als wij investeren in nieuwe veerponten.", False),
        ("Ik breng de veerpont bij Genemuiden in herinnering.", False),
        ("Over de veerpont bij Genemuiden zal ik bondig zijn.", False),
    ],
)
def test_what_is_so_from_a_day_on_is_announced(told: str, announced: bool) -> None:
    """A day on which something starts, stops or changes announces it, and so does who changes it; what was so, or is counted on a day, does not."""
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("Bakker", None, "government", told)), Ledger(), None)
    assert [s.text for s in page.announcements] == ([told] if announced else [])


def test_what_motions_are_about_has_columns_in_a_brief_debate() -> None:
    """Each with the request of its mover and the verdict of the government."""
    given = _with_motions(("", ""))
    *before, judged = given.turns
    told = "De motie op stuk nr. 7 over de veerdienst ontraad ik. De motie op stuk nr. 8 over de brug krijgt oordeel Kamer."
    view = overview(replace(given, turns=(*before, replace(judged, text=told))), Ledger())
    assert view.subjects == ("veerdienst", "brug")
    cells = {(party, subject): said[0].text for party, subject, said in view.cells}
    assert cells["D66", "brug"].startswith("verzoekt de regering de brug") and "nr. 8 over de brug" in cells["", "brug"]
    assert "nr. 7 over de veerdienst" in cells["", "veerdienst"]


# --- ledger and numbering -----------------------------------------------------------------------------------


def test_answers_and_commitments_share_the_numbering() -> None:
    """Questions, answers, commitments and interruptions are numbered in reading order; a shorter page is numbered anew."""
    given = debate(
        ("Jansen", "SP", "member", f"{WISH} Komt er meer geld voor de jeugdzorg?"),
        ("Smit", None, "government", "Er komt 10 miljoen bij voor de jeugdzorg. Ik zeg de Kamer een brief toe."),
    )
    asked, said = given.turns
    question = Question(_last(asked), (), "answered", (_first(said),))
    promise = Commitment(_last(said), "Smit", (Addressee("Jansen", "SP"),), None, "debate")
    page = summarise(given, Ledger((question,), (promise,), (Interruption(_last(asked), said.speaker),)), "SP")
    assert [c.quote for c in page.citations] == [_first(asked), _last(asked), _first(said), _last(said)]
    assert summary_json(page)["questions"][0]["answers"][0]["number"] == 3
    shorter = number(replace(page, positions=()))
    assert [(c.number, c.quote) for c in shorter.citations] == [(1, _last(asked)), (2, _first(said)), (3, _last(said))]
    assert summarise(given, Ledger((question,), (promise,)), "VVD").questions == ()
    own = summarise(given, Ledger((question,), (promise,)), None)
    assert own.questions == (question,) and own.asked == ("answered",)
    assert ("Vragen aan de regering", "1 vraag: 1 beantwoord") in sheet(own).facts
    assert not {"left_open", "questions"} & {s.key for s in sheet(own).sections}  # answered: not left open


def test_a_quote_that_no_longer_stands_is_counted(assistant: Assistant) -> None:
    """The page says how many of its quotes deviate from the record as it is now."""
    page = assistant.summary(SEED, "SP", verbatim=True)
    record = {t.number: t for t in assistant.index.shelf.turns(SEED)}
    first = page.citations[0].quote
    changed = replace(first.turn, text=first.turn.text[: first.start] + "X" + first.turn.text[first.start + 1 :])
    assert recheck(page, record).checked.deviating == 0
    assert recheck(page, {**record, changed.number: changed}).checked.deviating >= 1
    assert recheck(page, {}).checked.deviating == len(page.citations)


def _first(turn: Turn) -> Quote:
    return Quote(turn, *sentences(turn.text)[0])


def _last(turn: Turn) -> Quote:
    return Quote(turn, *sentences(turn.text)[-1])


# --- how well it chooses ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "said", "shown"),
    [
        (
            "Niet omdat de ouders lastig zijn, maar omdat de deur dicht blijft. ",
            "De SP wil dat een kind dat hulp zoekt, die hulp ook krijgt.",
            "",
        ),
        (
            "Is de minister bereid met de wijkteams te praten over wachtlijsten? ",
            "In Emmen hangt daar een affiche over op elke school in de stad. Dat moet van mij overal.",
            "",
        ),
        ("Blijven de wachtlijsten in de jeugdzorg bestaan? ", "Dat vinden wij onaanvaardbaar voor alle kinderen in de jeugdzorg.", None),
    ],
)
def test_a_position_begins_with_no_question_further_back_and_no_reason_of_what_was_said_before(
    before: str, said: str, shown: str | None
) -> None:
    """A question may stand right before what points at it; "Niet omdat …" belongs to the sentence before that."""
    page = positions(debate(("Jansen", "SP", "member", f"Voorzitter. Wachtlijsten zijn lang. {before}{said}")), "SP")
    assert page[:1] == [(before if shown is None else shown) + said]


def test_a_subject_named_with_over_heads_what_is_said_of_it_next() -> None:
    """ "Over de veerponten hoorde ik vooral zorgen. De SP vindt dat …" is a position on the ferries."""
    column = Column("veerponten", Subject("veerponten", frozenset(content_stems("veerponten", "nl")), 1.0))
    said = "Over de veerponten heb ik mevrouw Kat vooral horen klagen. De SP vindt dat de schippers een vast contract moeten krijgen."
    ((found),) = [c for c in candidates(debate(("Jansen", "SP", "member", said)), "SP") if "schippers" in c.text]
    assert column.holds(found, [column], "nl")


def test_another_paragraph_is_another_subject() -> None:
    """What a sentence leans on is only sought in its own paragraph; nothing of the paragraph before is glued to it, and refusals stand."""
    said = (
        "Een nationaal verbod op vuurwerk is juridisch niet houdbaar. Ik zet in op een Europees verbod en verwacht dat in 2026.\n"
        "De belasting op leidingwater voor grootverbruikers: daar ga ik niet over, dat is aan de Staatssecretaris van Financiën."
    )
    page = summarise(debate(("Jansen", "SP", "member", WISH), ("De Boer", None, "government", said)), Ledger(), None)
    shown = [s.text for s in (*page.positions, *page.announcements, *page.refusals)]
    assert not [text for text in shown if "\n" in text]
    assert "Een nationaal verbod op vuurwerk is juridisch niet houdbaar." in [s.text for s in page.refusals]


def test_what_leans_on_another_paragraph_is_no_position() -> None:
    """A sentence that begins a paragraph and leans on what is not in it does not stand on a page."""
    said = "In Zeeland is de visserij op garnalen stilgelegd.\nDat vind ik een onverstandig en onrechtvaardig besluit van de provincie Zeeland."
    assert not candidates(debate(("Jansen", "SP", "member", said)), "SP")
    assert candidates(debate(("Jansen", "SP", "member", said.replace("\n", " "))), "SP")


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("De heer Blok zei: is een wachtlijst niet gewoon goede planning?", False),
        ("De heer Blok zei: een wachtlijst is goede planning.", True),
        ("Is een wachtlijst in de jeugdzorg gewoon goede planning?", True),
    ],
)
def test_a_question_told_of_another_is_no_part_of_a_position(told: str, stands: bool) -> None:
    """What a position leans on may be what others say, or a question of one's own; not another's question, which would stand as the party's."""
    said = f"{told} Dat vind ik een onbegrijpelijk beeld van de jeugdzorg in dit land."
    assert bool(candidates(debate(("Jansen", "SP", "member", said)), "SP")) is stands


def test_a_ban_on_nothing_named_is_shown_with_what_it_is_on() -> None:
    """ "Een algeheel verbod" says not on what: the sentence before it does."""
    said = "Gezinnen met kinderen worden nooit van het water afgesloten. Een algeheel verbod vind ik niet nodig."
    found = candidates(debate(("Jansen", "SP", "member", said)), "SP")
    assert [c.quote.text for c in found if "algeheel" in c.text] == [said]


def test_precision_on_the_bundled_debate(assistant: Assistant) -> None:
    """Of the positions given, at least four in five are labelled a position of that party, in the parties tuned on and the others."""
    scored = score(assistant._debate(SEED)[0], labels_of(SEED, "positions"))
    tuned = {"SP", "ChristenUnie", "CDA", "PVV"}
    for group in ([s for s in scored if s.party in tuned], [s for s in scored if s.party not in tuned]):
        assert precision(group) >= 0.8, [s.wrong for s in group]


# --- with a model -------------------------------------------------------------------------------------------


def test_a_model_writes_positions_and_what_fails_is_verbatim(assistant: Assistant, warm: Path, httpserver: HTTPServer) -> None:
    """Prose that holds is kept; a wrong number, another party, a missing mark and a long sentence give way to the record's own words."""
    mark = _mark(assistant._debate(SEED)[0], "criminele uitbuiting onder minderjarigen")
    long = "De SP wil " + "heel " * 30 + f"veel [{mark}]."
    said = [
        f"De SP wil meer aandacht voor criminele uitbuiting van minderjarigen [{mark}].",
        f"De SP wil 900 extra agenten tegen criminele uitbuiting [{mark}].",
        f"De VVD wil meer aandacht voor criminele uitbuiting [{mark}].",
        "De SP wil alles [99.1].",
        long,
    ]
    sent: list[str] = []
    _answers(httpserver, sent, "\n".join(said))
    with closing(_reader(warm, httpserver)) as writer:
        page = writer.summary(SEED, "SP")
        prose = [s for s in page.positions if not s.claim.verbatim]
        assert [s.text for s in prose] == ["De SP wil meer aandacht voor criminele uitbuiting van minderjarigen."]
        assert len(page.positions) == 5 and all(s.verdict == "supported" and s.citations for s in page.positions)
        assert all(q.turn.speaker.party == "SP" for s in page.positions for q in s.claim.quotes)
        assert page.written_by.startswith("proef (positions.nl ") and page.usage is not None and page.usage.prompt_tokens > 0
        heads = re.findall(r"^\[\d+\] (.+), beurt \d+$", sent[0], re.M)
        assert heads and set(heads) == {"Van Nispen (SP)"}
        assert count(sent[0]) <= 4000


def test_a_failing_model_gives_the_verbatim_page_and_says_so(warm: Path, httpserver: HTTPServer) -> None:
    """When the endpoint fails, the page is the one without a model, with a note."""
    httpserver.expect_request("/v1/chat/completions").respond_with_data("nee", status=401)
    with closing(_reader(warm, httpserver)) as writer:
        page, plain = writer.summary(SEED, "SP"), writer.summary(SEED, "SP", verbatim=True)
        assert page.positions == plain.positions and page.written_by == "verbatim" and page.notes and not plain.notes


def test_nothing_a_babbling_model_says_stands_unverified(assistant: Assistant, warm: Path, httpserver: HTTPServer) -> None:
    """Whatever a model writes, in either language, the page holds supported statements from the party's own turns and no long ones."""
    given, _ = assistant._debate(SEED)
    draw = random.Random(7)
    spoken = [t.text[a:b] for t in given.turns for a, b in sentences(t.text)]
    said = [
        f"{draw.choice(['De SP wil', 'De VVD vindt', 'Van Nispen:', '«', 'Niet', ''])} {draw.choice(spoken)} [{draw.randint(0, 9)}.{draw.randint(0, 4)}]"
        for _ in range(60)
    ]
    sent: list[str] = []
    _answers(httpserver, sent, "\n".join(said))
    with closing(_reader(warm, httpserver)) as writer:
        languages: tuple[Language, ...] = ("nl", "en")
        for language in languages:
            page = writer.summary(SEED, "SP", language=language)
            assert 3 <= len(page.positions) <= 5
            for statement in page.positions:
                assert statement.verdict == "supported" and statement.citations
                assert {q.turn.speaker.party for q in statement.claim.quotes} == {"SP"}
                assert statement.claim.verbatim or len(statement.text.split()) <= 30
        assert sent[0].startswith("Je schrijft") and any(one.startswith("You write") for one in sent)


def test_answers_in_one_line(httpserver: HTTPServer) -> None:
    """A line that rests on the answer and holds stands with its question; one that promises more than was said does not."""
    given = debate(
        ("Jansen", "SP", "member", "Komt er meer geld voor de jeugdzorg? Komt er een plan tegen de wachtlijsten?"),
        (
            "Smit",
            None,
            "government",
            "Er komt 10 miljoen euro bij voor de jeugdzorg. Ik ga onderzoeken of een plan tegen wachtlijsten helpt.",
        ),
    )
    asked, said = given.turns
    questions = (Question(_first(asked), (), "answered", (_first(said),)), Question(_last(asked), (), "partly", (_last(said),)))
    _answers(httpserver, [], "Minister Smit geeft 10 miljoen euro extra [1.1]. Minister Smit zegt een plan tegen wachtlijsten toe [2.1].")
    endpoint = Endpoint(httpserver.url_for("/v1"), "x", "proef", context=8192)
    page = summarise(given, Ledger(questions), "SP", endpoint)
    lines = [q.line.text if q.line else None for q in page.questions]
    assert lines == ["Minister Smit geeft 10 miljoen euro extra.", None]
    assert page.questions[0].line is not None and page.questions[0].line.citations


def _mark(given: Debate, phrase: str) -> str:
    """Where a phrase stands in what the model is shown: "3.2"."""
    for passage in windows(choose(candidates(given, "SP"), 14)):
        for i, (a, b) in enumerate(passage.sentences, 1):
            if phrase in passage.turn.text[a:b]:
                return f"{passage.number}.{i}"
    raise AssertionError(phrase)


def _reader(home: Path, server: HTTPServer) -> Assistant:
    where = {"griffier_model": "proef", "openai_base_url": server.url_for("/v1"), "openai_api_key": "x", "griffier_context": 8192}
    return Assistant(settings(home=home).model_copy(update=where))


def _answers(server: HTTPServer, sent: list[str], said: str) -> None:
    """A model that keeps what it was sent and says the same to everything."""

    def say(asked: str) -> str:
        sent.append(asked)
        return said

    says(server, say)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("De eerste is dat er te weinig prioriteit is voor onderwijs.", False),
        ("Reden twee is dat scholen dit nu al moeten melden.", False),
        ("Ik vind dat allemaal totale bizarheid.", False),
        ("Ik vind dit respectloos van het kabinet.", False),
        ("Nou ja, met een kleine fractie moet je altijd keuzes maken.", False),
        ("Het is urgent; dat heb ik de minister al vaak gezegd.", False),
        ("De SP vindt dat onbestaanbaar.", False),
        ("D66 vindt dat een heel goed idee, maar niet elke school kan het.", False),
        ("Mijn fractie vindt van wel, want kinderen drinken dat water hun leven lang.", False),
        ("Wij vinden een boete van niet minder dan honderd euro passend.", True),
        ("Voor mijn fractie is dat onacceptabel.", False),
        ("BBB is voor statiegeld, laat daar geen misverstand over bestaan.", True),
        ("Laat daar geen misverstand over bestaan.", False),
        ("D66 vindt dat werk loont.", True),
        ("D66 vindt dat een sterke, snelle dienst een pijler van de wet is.", True),
        ("Dat de minister dat niet ziet, vind ik jammer.", False),
        ("Dat er geen brug komt, vinden wij een gemiste kans.", True),
        ("Dat de brug dicht blijft, is een schande.", True),
        ("Het is van belang dat scholen meer geld krijgen.", True),
        ("De eerste prioriteit is veiligheid op het spoor.", True),
        ("Ik vind dat er meer geld naar scholen moet.", True),
    ],
)
def test_what_leans_on_what_is_not_shown_is_no_position_by_itself(text: str, alone: bool) -> None:
    """An ordinal, a reply, or a "dat" that stands for what was said before needs the sentence before it."""
    assert (antecedent([text], 0, "nl") == 0) is alone


def test_the_last_sentence_of_a_turn_stands_before_none() -> None:
    """What the first sentence of a turn leans on stands in another turn, also where that first one is only shown with the one after it."""
    first, then, last = (
        "Dat vinden wij onacceptabel voor het dorp.",
        "Daar moet de minister snel geld voor zoeken.",
        "Is hij daartoe bereid?",
    )
    assert antecedent([first, then], 1, "nl") is None
    assert antecedent([first, then, last], 1, "nl") is None


def test_a_noun_alone_is_what_the_sentence_after_it_leans_on() -> None:
    """ "Een landelijk veertarief. Daar ben ik niet toe bereid.": the refusal is shown with what is refused."""
    texts = ["Dat gebeurt me niet vaak.", "Een landelijk veertarief.", "Daar ben ik niet toe bereid."]
    assert antecedent(texts, 2, "nl") == 1 and replied(texts, 2, "nl") == (1, 2)


def test_a_view_behind_a_question_is_shown_from_where_both_are_named() -> None:
    """Not from the question alone, where a sentence just before names what the view points at; where none does, from the question."""
    named = "In Horst loopt een proef met een huismeester."
    asks, wants = "Kan de minister reageren op die proef?", "Wij zouden graag zien dat zo'n huismeester overal de norm wordt."
    assert antecedent([named, "De buren zijn er blij mee.", asks, wants], 3, "nl") == 0
    assert antecedent(["In Horst loopt een proef.", asks, wants], 2, "nl") == 1


def test_praise_says_less_than_what_is_wanted() -> None:
    """Of two sentences on one subject in like words, the one that wants something stands before the one that is glad of what is there."""
    glad = "Wij zijn blij met de nieuwe regels voor zendmasten in het buitengebied van Groningen."
    wants = "Wij pleiten voor strenge regels voor zendmasten in het buitengebied van Groningen."
    found = candidates(debate(("Drost", "SGP", "member", f"Voorzitter. {glad} {wants} Tot zover.")), "SGP")
    assert [c.text for c in found][:2] == [wants, glad]


def test_the_same_words_stand_once_in_the_overview() -> None:
    """A sentence that fills one cell alone and another with the sentence that names its subject is shown as the longer quote in both."""
    (turn,) = debate(("Smit", None, "government", "Dan het zwemmen. Een plicht ga ik niet invoeren. De baden blijven open.")).turns
    long, short, other = (
        verify(Claim(turn.text[a:b], (Quote(turn, a, b),), verbatim=True), "nl", Names((turn.speaker,)))
        for a, b in ((0, 48), (17, 48), (49, len(turn.text)))
    )
    assert [_whole(s, (short, other, long)) for s in (short, long, other)] == [long, long, other]


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        ("Een tweede veerpont vind ik te zwaar voor dit dorp.", True),
        ("Schippers verplichten gaat nu niet, want de wet op de veerpont kent dat niet.", True),
        ("Het is niet aan het Rijk om de veerpont te betalen.", True),
        ("De provincie beslist over de veerpont en ik ga daar als minister niet over.", False),
        ("Mevrouw Kat vroeg waarom ik de veerpont laat verkommeren. Dat doe ik niet.", False),
    ],
)
def test_what_is_too_much_is_refused_and_what_was_taken_for_granted_is_not(told: str, refused: bool) -> None:
    """A judgement that goes against a plan refuses it; who has no say, or denies what a question assumes, refuses nothing."""
    given = debate(("Kat", "D66", "member", "Wij willen een tweede veerpont."), ("Bakker", None, "government", told))
    assert bool(summarise(given, Ledger(), None).refusals) is refused


@pytest.mark.parametrize(
    ("said", "position"),
    [
        ("Ik kan mij vinden in een vaste prijs voor de veerpont.", True),
        ("Een hogere prijs voor de veerpont noemt de SP onverstandig.", True),
        ("Over de prijs van de veerpont heb ik nog niets gehoord.", False),
        ("Ik zou de prijs van de veerpont graag willen lezen, het liefst vandaag.", False),
    ],
)
def test_who_can_live_with_a_thing_takes_a_side_and_who_has_not_heard_of_it_does_not(said: str, position: bool) -> None:
    """What one is open to or calls by a name is a position; what one still wants to hear is none."""
    assert positions(debate(("Jansen", "SP", "member", f"Voorzitter. {said}")), "SP") == ([said] if position else [])


def test_a_word_that_compounds_end_in_is_no_subject() -> None:
    """Beside "stapverbod" and "vliegverbod" "verbod" says nothing."""
    said = "Wij willen het vuurwerkverbod. Het visserijverbod moet blijven. Een verbod helpt. Het verbod op vuurwerk is goed."
    found = debate(("Jansen", "SP", "member", said), ("Kat", "D66", "member", said), ("Bakker", None, "government", said))
    assert "verbod" not in {s.label for s in subjects(found)}
    praise = debate(
        ("Jansen", "SP", "member", "Een fantastisch veer. Dank."),
        ("Kat", "D66", "member", "Het veer is een fantastische zaak. Fantastisch."),
    )
    assert "fantastisch" not in {s.label for s in subjects(praise)}


def test_a_word_that_never_stands_by_itself_is_a_noun_by_its_ending_in_a_brief_debate_only() -> None:
    """ "de appreciatie was", "de appreciatie ligt": often enough in a long one to know better."""
    word = _Word(forms=Counter({"appreciatie": 4}), article=4, noun=4, times=4)
    assert _is_noun(word, brief=True) and not _is_noun(word, brief=False)


def test_a_brief_debate_is_about_what_is_asked_and_said_in_compounds_and_not_about_a_place_or_what_every_debate_says() -> None:
    """ "bodem" and "bodemonderzoek" are one subject of two parties; "Kampen" is where a bridge is, and "gemeente" is said everywhere."""
    given = debate(
        ("Vos", "CDA", "member", "In Kampen wachten schippers een uur. Mag de gemeente brugwachters aanstellen? Wij hekelen de bodem."),
        ("Blom", "SP", "member", "Kan de minister het bodemonderzoek schrappen? De gemeente rekent te veel. In Kampen is het erg."),
        ("Peters", None, "government", "Dat blijft zo. De gemeente betaalt. Over brugwachters gaat zij ook. Ik was in Kampen."),
    )
    assert set(overview(given, Ledger()).subjects) == {"bodem", "brugwachters"}


def test_a_motion_is_called_by_its_title_without_the_spaces_inside_brackets() -> None:
    """A title that the record prints as "( 30001, nr. 7 )" stands on the page as any other."""
    motion = Motion(1, 0, 1, None, None, "de motie-Vos over de haven ( 30001, nr. 7 )")
    assert titled(motion, ("Vos",)) == "motie-Vos over de haven (30001, nr. 7)"


def test_the_word_a_debate_is_called_after_is_a_subject_of_its_overview() -> None:
    """Said by several parties in every sentence, and a verb, it is one."""
    said = "Wij willen resomeren in de wet. Kan de minister iets zeggen van resomeren? Over de wipkip in Sneek hoor ik niets. De wipkip is stuk."
    parties = ("SP", "D66", "CDA", "VVD", "PVV")
    given = debate(*((f"Lid{n}", party, "member", 3 * f"{said} ") for n, party in enumerate(parties)))
    named = replace(given, meeting=replace(given.meeting, title="Resomeren"))
    assert "resomeren" in {s.label for s in subjects(named, called=True)}


def test_a_view_on_a_subject_of_its_own_is_not_on_what_was_spoken_of_before() -> None:
    """Under "Dan de aanwijzing." stands what names no subject; what is about another one of the debate's does not."""
    text = "Voorzitter. Dan de aanwijzing. Wij steunen het afbouwen van de inhouding."
    turn, at = Turn("m", 1, Speaker("Vos", "D66", "member"), "", text), text.index("Wij")
    view = Candidate(turn, at, at, len(text), 5.0, frozenset(content_stems(text[at:], "nl")), frozenset())
    column = Column("aanwijzing", Subject("aanwijzing", frozenset(content_stems("aanwijzing", "nl")), 1.0))
    assert column.holds(view, [column], "nl")
    assert not column.holds(replace(view, about=frozenset({"inhouding"})), [column], "nl")


def test_the_end_of_a_compound_and_a_word_of_its_root_are_one_subject() -> None:
    """Two columns do not say one thing; words that only begin alike stay two."""
    assert _one_root("arbeidsinspectie", "inspecteur") and _one_root("inspecteur", "arbeidsinspectie")
    assert not _one_root("bedrijvigheid", "bedrijventerrein") and not _one_root("huis", "huisvesting")
