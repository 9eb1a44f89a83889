"""From a question to an answer whose every quote is the record's, or to a decline."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from eval.cases import CASES, load
from eval.run import run
from eval.types import Run
from rag.assistant import Assistant
from rag.errors import UserError
from rag.render.contract import answer_json
from rag.render.html import answer_html
from rag.render.terminal import answer_text
from rag.settings import load as settings
from rag.types import Filter
from tests.debates import over, reported
from tests.scripted import CHAT, STREAM, says, streamed

SEED = "kst-28638-178"


@pytest.fixture(scope="module")
def bundled(home: Path) -> Run:
    """All questions of the cases on the bundled debate, asked."""
    return run(load(CASES / f"{SEED}.toml"), make=lambda _: Assistant(settings(home=home)), parts=frozenset())


def test_every_quote_is_the_records_own(assistant: Assistant, bundled: Run) -> None:
    """Over all cases: each quote equals text[start:end] of its turn, each statement has a citation, numbers run 1, 2, 3."""
    quotes = 0
    for answer in (served.answer for served in bundled.served.values()):
        assert [c["number"] for c in answer["citations"]] == list(range(1, len(answer["citations"]) + 1))
        assert {n for s in answer["statements"] for n in s["citations"]} == {c["number"] for c in answer["citations"]}
        for citation in answer["citations"]:
            turn = assistant.index.shelf.turn(citation["meeting"], citation["turn"])
            assert turn.text[citation["start"] : citation["end"]] == citation["quote"]
            assert (citation["speaker"], citation["party"], citation["role"]) == (turn.speaker.name, turn.speaker.party, turn.speaker.role)
            quotes += 1
        if answer["status"] == "answered":
            assert 1 <= len(answer["statements"]) <= 5 and all(s["citations"] for s in answer["statements"])
            assert len(answer["passages"]) >= min(20, 7)
        else:
            assert answer["statements"] == [] and answer["citations"] == []
    assert quotes > 90


def test_the_bundled_questions(bundled: Run) -> None:
    """The figures on the bundled cases stay above their floors: hit@5, MRR, false declines, declines."""
    figures = {name: metric.value or 0.0 for name, metric in bundled.metrics.items()}
    assert figures["hit_at_5"] >= 0.94 and figures["mrr"] >= 0.85, bundled.failures
    assert figures["false_declines"] <= 0.05, bundled.failures
    assert figures["decline_recall_sure"] >= 0.70, bundled.failures
    assert figures["fact_recall"] >= 0.70, bundled.failures


def test_questions_of_other_debates_are_mostly_declined(assistant: Assistant) -> None:
    """What was asked of three other debates, one of them about victims as well, is asked of this one; a floor, not the aim."""
    others = [c for debate in load(CASES) if debate.meeting != SEED for c in debate.cases if not c.decline][::3]
    gone = [assistant.ask(c.question, Filter(meetings=(SEED,)), c.before, verbatim=True).status == "declined" for c in others]
    assert sum(gone) >= 0.7 * len(gone)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel inspecteurs heeft de Inspectie SZW in dienst voor arbeidsuitbuiting?",
        "Hoeveel kostte de ontwikkeling van de webcrawler?",
        "Wat vindt de SGP van de inzet van de webcrawler?",
        "Hoeveel wolven leven er op de Veluwe?",
    ],
)
def test_near_the_subject_is_no_answer(assistant: Assistant, question: str) -> None:
    """An amount nobody named, a subject the party did not speak about, another subject: declined, with the nearest turns listed."""
    answer = assistant.ask(question, verbatim=True)
    assert (answer.status, answer.reason) == ("declined", "no_evidence")
    assert len(answer.passages) >= 7 and answer.statements == ()


def test_what_is_near_is_shown_from_the_sentence_that_is_near(tmp_path: Path) -> None:
    """Not from where the turn begins, in the terminal as on the page."""
    said = """De voorzitter:
Het woord is aan de heer Blom.

De heer Blom (SP):
Voorzitter. Ik begin met de havens, want daar ligt het werk stil. De kades verzakken. Hoeveel sluiswachters werken er nog op de Veluwe?

Minister Peters:
Voorzitter. De kades worden hersteld.
"""
    with over(
        tmp_path, reported("De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over havens.", said)
    ) as made:
        answer = made.ask("Hoeveel sluiswachters zijn er?", verbatim=True)
    assert answer.status == "declined"
    for shown in (answer_text(answer, "nl"), answer_html(answer, "nl")):
        assert "Hoeveel sluiswachters werken er nog" in shown and "Ik begin met de havens" not in shown


def test_a_question_is_no_position(assistant: Assistant) -> None:
    """What a party thinks is never answered by a question it asked; what it asked is."""
    positions = assistant.ask("Wat vindt de SP van het programma Samen tegen mensenhandel?", verbatim=True)
    assert positions.statements and not any(s.text.endswith("?") for s in positions.statements)
    asked = assistant.ask("Welke vragen stelde de SP over de gegevens van CoMensha?", verbatim=True)
    assert asked.statements and all(s.text.endswith("?") for s in asked.statements)


def test_a_party_without_a_subject_is_answered_with_what_it_said(assistant: Assistant) -> None:
    """ "Wat vindt de SP?" names no subject: positions from where it said most."""
    answer = assistant.ask("Wat vindt de SP?", verbatim=True)
    assert answer.status == "answered" and {c.quote.turn.speaker.party for c in answer.citations} == {"SP"}


def test_two_words_of_the_question_may_be_one_in_the_record(assistant: Assistant) -> None:
    """ "web crawler" in an English question finds the webcrawler."""
    answer = assistant.ask("What did the state secretary say about the web crawler?", verbatim=True)
    assert answer.status == "answered" and any("webcrawler" in s.text for s in answer.statements)


def test_every_party_that_is_asked_about_is_heard(assistant: Assistant) -> None:
    """ "SP en CDA": a sentence of each."""
    answer = assistant.ask("Wat vinden de SP en het CDA van de opvang van slachtoffers?", verbatim=True)
    assert {c.quote.turn.speaker.party for c in answer.citations} == {"SP", "CDA"}


def test_of_whom_no_sentence_is_on_it_none_is_given_and_the_answer_says_so(assistant: Assistant) -> None:
    """Of two parties that are asked about, one spoke of it: the other is not given a sentence on something else."""
    answer = assistant.ask("Wat vinden GroenLinks en de PVV van verblijfsvergunningen?", verbatim=True)
    assert {c.quote.turn.speaker.party for c in answer.citations} == {"PVV"}
    assert any(note.startswith("Van GroenLinks staat hier geen zin bij.") for note in answer.notes)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wat vinden Kuik (CDA) en Van Nispen (SP) van de aanpak van klanten?", "Van Van Nispen staat hier geen zin bij."),
        ("Wat zegt de Staatssecretaris over de webcrawler?", ""),
    ],
)
def test_of_whom_no_sentence_is_given_is_said_by_name(assistant: Assistant, question: str, told: str) -> None:
    """A member who is asked about beside another is named, once; nothing is said where one is asked."""
    answer = assistant.ask(question, verbatim=True)
    assert answer.status == "answered"
    assert [note for note in answer.notes if "geen zin bij" in note] == (
        [note for note in answer.notes if note.startswith(told)] if told else []
    )
    assert not told or any(note.startswith(told) for note in answer.notes)


def test_a_position_on_something_else_is_no_answer(assistant: Assistant) -> None:
    """The CDA names education as a subject only; what it wants of clients is no answer on it."""
    assert assistant.ask("Wat vindt het CDA van passend onderwijs?", verbatim=True).status == "declined"


def test_a_party_is_answered_from_its_own_turns(assistant: Assistant) -> None:
    """What the SP thinks comes from SP turns only; the chair's turns of an SP member are not the SP's."""
    answer = assistant.ask("Wat vindt de SP van de opvang?", verbatim=True)
    assert answer.status == "answered"
    assert {c.quote.turn.speaker.party for c in answer.citations} == {"SP"}


@pytest.mark.parametrize(
    "question", ["Wat vindt D66 van de pilot?", "Wat zei Geert Wilders over mensenhandel?", "Wat vindt de PvdA van de AVG?"]
)
def test_who_took_no_part_is_declined_and_who_did_is_named(assistant: Assistant, question: str) -> None:
    """A party or person who did not speak: not_present, and the parties that did."""
    answer = assistant.ask(question, verbatim=True)
    assert (answer.status, answer.reason) == ("declined", "not_present")
    assert any("ChristenUnie" in note for note in answer.notes)


def test_an_office_that_took_no_part_is_said_in_a_sentence(assistant: Assistant) -> None:
    """With its article and a capital, as in speech."""
    assert "De premier nam geen deel aan dit debat." in assistant.ask("Wat vindt de premier van de opvang?", verbatim=True).notes


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hoeveel plaatsen komen er bij in het dierenasiel?", "dierenasiel"),
        ("Wat zegt de minister over de uitbreiding van de plaatsen voor wasberen?", "wasberen"),
        ("Wat zegt de minister over kinderopvangtoeslagen en de plaatsen?", ""),  # the debate is called so
        ("Welke bezwaren noemt D66?", ""),
        ("Welke plaatsen verdedigde mevrouw Vos daarnaar?", ""),
        ("Hoeveel procent van de plaatsen is vol?", ""),  # a unit may stand there as a sign
        ("Hoeveel extra plaatsen komen er?", ""),  # an adjective is the asker's own
        ("Waarom verruimt de minister het aantal plaatsen?", ""),  # so is a verb
        ("Wat vindt mevrouw Vos van de opvangplaatsen en de wachtlijst?", ""),  # "de wachtlijsten", "opvang" and "plaatsen" are there
    ],
)
def test_a_noun_that_the_record_has_nowhere_is_named(tmp_path: Path, question: str, words: str) -> None:
    """Answered or declined: the reader sees that the record does not know the word; what is there in another form is not named."""
    said = """Mevrouw Vos (D66):
Voorzitter. De opvang is vol en de wachtlijsten groeien. Hoeveel plaatsen komen erbij?

Minister Peters:
Er komen 40 plaatsen bij, omdat de opvang vol is.
"""
    held = "De commissie heeft op 5 december 2024 overleg gevoerd over kinderopvangtoeslag."
    with over(tmp_path, reported(held, said)) as assistant:
        notes = [note for note in assistant.ask(question, verbatim=True).notes if "van de vraag" in note]
    assert notes == ([f"Dit woord van de vraag komt in dit debat niet voor: {words}."] if words else [])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Komen er dierenartsen in het asiel?", "dierenartsen"),
        ("Hoeveel liter water gaat naar het asiel?", "water"),
        ("Waarom zijn wasberen en dolfijnen in de opvang?", "dolfijnen"),
        ("Zijn er dolfijnen zonder plaats?", "dolfijnen"),
        ("Wat zegt Vos over vuurwerk en de opvang?", "vuurwerk"),
        ("Hoeveel plaatsen telt de opvang in Zutphen?", "Zutphen"),  # a name keeps its capital
        ("Welke argumenten noemt D66 voor de opvang?", ""),
        ("Hoeveel procent van de plaatsen is vol?", ""),
        ("Waarom bepleit D66 meer plaatsen?", ""),
        ("Mag er gejaagd worden op wasberen?", ""),
        ("Welke plaatsen in de opvang zijn aangekocht?", ""),
        ("Wordt er gehandhaafd in de opvang?", ""),
        ("Moet er worden ingegrepen in het asiel?", ""),
        ("Komt er eindelijk een dak op het asiel?", ""),
        ("Hoeveel plaatsen kwamen er onlangs bij in het asiel?", ""),
        ("Wat komt er jaarlijks bij in de opvang?", ""),
        ("Wat vindt D66 van wasberen met oud en nieuw?", ""),
        ("Is de opvang verzonnen of frauduleus?", ""),
        ("Wordt er wellicht in het asiel gekeken?", ""),
        ("Hoeveel uur wachten de dieren?", ""),
        ("Hoeveel meter breed is het asiel?", ""),
        ("Waarom sluiten en verkopen gemeenten het asiel?", ""),
        ("Waarom slapen of eten dieren er niet?", ""),
        ("Is er voldoende en betaalbare opvang?", ""),
        ("Gaat de minister bouwen en verbouwen in het asiel?", ""),
    ],
)
def test_a_noun_is_named_wherever_it_stands_and_a_verb_nowhere(tmp_path: Path, question: str, words: str) -> None:
    """Behind "er", a unit or another noun stands a noun too; what is put there as a verb or an adverb is the asker's own."""
    said = """Mevrouw Vos (D66):
Voorzitter. D66 wil meer plaatsen in de opvang van wasberen. Het asiel is vol. Ruim 20% van de dieren wacht. Wij vinden dat de gemeenten moeten betalen.

Minister Peters:
Voorzitter. Er komen 40 plaatsen bij in het asiel. De dieren worden goed verzorgd. Het geld komt uit de begroting.
"""
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over wasberen.", said)) as assistant:
        notes = [note for note in assistant.ask(question, verbatim=True).notes if "van de vraag" in note]
    assert notes == ([f"Dit woord van de vraag komt in dit debat niet voor: {words}."] if words else [])


def test_off_topic(assistant: Assistant) -> None:
    """Nothing of the question occurs in the record."""
    answer = assistant.ask("Kwantumcomputers, blockchain, golfbanen?", verbatim=True)
    assert (answer.status, answer.reason) == ("declined", "off_topic")


def test_flags_limit_and_are_checked(assistant: Assistant) -> None:
    """An unknown meeting is the user's mistake; a party that took no part is declined; a period leaves the debate out."""
    with pytest.raises(UserError, match="griffier meetings"):
        assistant.ask("Wat?", Filter(meetings=("kst-1-1",)))
    assert assistant.ask("Wat is er gezegd over opvang?", Filter(parties=("D66",)), verbatim=True).reason == "not_present"
    assert assistant.ask("Wat is er gezegd over opvang?", Filter(since="2020-01-01"), verbatim=True).status == "declined"
    chair = assistant.ask("Hoe lang is de spreektijd?", Filter(roles=("chair",)), verbatim=True)
    assert {c.quote.turn.speaker.role for c in chair.citations} == {"chair"}
    with pytest.raises(UserError):
        assistant.ask("  ")


def test_two_clean_builds_answer_the_same(assistant: Assistant, tmp_path: Path) -> None:
    """The same question over another build of the same debate gives the same bytes."""
    with closing(Assistant(settings(home=tmp_path))) as other:
        other.ingest_seed()
        for question in ("Wat vindt het CDA van klanten?", "Wanneer wordt de webcrawler ingezet?"):
            assert json.dumps(answer_json(other.ask(question))) == json.dumps(answer_json(assistant.ask(question)))


def model(home: Path, server: HTTPServer, said: str, done: bool = True) -> Assistant:
    body = streamed(said) if done else streamed(said, finish=None).removesuffix("data: [DONE]\n\n")
    server.expect_request(CHAT).respond_with_data(body, content_type=STREAM)
    where = {"griffier_model": "proef", "openai_base_url": server.url_for("/v1"), "openai_api_key": "x"}
    return Assistant(settings(home=home).model_copy(update=where))


def test_a_model_writes_and_its_claims_are_checked(home: Path, httpserver: HTTPServer) -> None:
    """A claim with evidence is supported and cited; a wrong number, a wrong speaker and an invented mark are shown apart."""
    with closing(
        model(
            home,
            httpserver,
            "De webcrawler wordt begin volgend jaar ingezet [1.1]. Geert Wilders wil 900 agenten [1.1]. Het regent [99.1].",
        )
    ) as writer:
        answer = writer.ask("Wanneer wordt de webcrawler ingezet?")
        for statement in answer.statements:
            assert (statement.verdict == "supported") == bool(statement.citations)
        assert all(s.verdict != "supported" for s in answer.statements[1:])


def test_a_failing_model_gives_the_verbatim_answer_and_says_so(home: Path, httpserver: HTTPServer) -> None:
    """When nothing usable comes back, the record's own sentences are given, with a note."""
    httpserver.expect_request("/v1/chat/completions").respond_with_data("nee", status=401)
    with closing(model(home, httpserver, "")) as writer:
        answer = writer.ask("Wanneer wordt de webcrawler ingezet?")
        assert (answer.status, answer.written_by) == ("answered", "verbatim") and answer.notes


def test_of_a_turn_longer_than_the_window_the_model_is_shown_where_it_answers(tmp_path: Path, httpserver: HTTPServer) -> None:
    """A speech that no window holds still reaches the model, from the sentences about what is asked, and is cited."""
    speech = [f"In wijk {n} is de riolering oud." for n in range(800)]
    speech.insert(600, "De vuurtoren wordt in april geschilderd.")
    said = f"De voorzitter:\nHet woord is aan de minister.\n\nMinister Peters:\n{' '.join(speech)}\n"
    with over(tmp_path, reported("De vaste commissie voor Infrastructuur heeft op 12 maart 2024 overleg gevoerd over havens.", said)):
        pass
    says(httpserver, lambda prompt: "".join(f"In april [{m}]." for m in re.findall(r"\[([\d.]+)\] De vuurtoren", prompt)))
    with closing(model(tmp_path, httpserver, "")) as writer:
        answer = writer.ask("Wanneer wordt de vuurtoren geschilderd?")
        prompt = httpserver.log[0][0].get_json()["messages"][0]["content"]
        assert "In wijk 599 is" in prompt and "In wijk 600 is" in prompt and "In wijk 0 is" not in prompt
        assert (answer.written_by.split()[0], [s.verdict for s in answer.statements]) == ("proef", ["supported"])


def test_what_a_model_typed_in_quotation_marks_is_not_shown_as_a_quote(home: Path, httpserver: HTTPServer) -> None:
    """Stopped, and shown apart without its marks: what stands in quotation marks is the record's own, also in a terminal."""
    with closing(
        model(home, httpserver, "De webcrawler wordt begin volgend jaar ingezet [1.1]. Zij zei: «Wij stoppen ermee» [1.1].")
    ) as writer:
        answer = writer.ask("Wanneer wordt de webcrawler ingezet?")
        text = answer_text(answer, "nl")
        assert [s.verdict for s in answer.statements] == ["supported", "misquoted"]
        assert "Wij stoppen ermee" in text and "«Wij stoppen" not in text
        turns = [t.text for m, *_ in writer.meetings() for t in writer.turns(m.id)]
        assert all(any(" ".join(q.split()) in " ".join(t.split()) for t in turns) for q in re.findall("«([^»]*)»", text))


def test_an_answer_that_breaks_off_is_not_kept_in_part(home: Path, httpserver: HTTPServer) -> None:
    """What was still to come may have been the "but": the record's own sentences are given, and the note is true of what is shown."""
    with closing(model(home, httpserver, "De webcrawler wordt begin volgend jaar ingezet [1.1]. Maar de webcrawler", done=False)) as writer:
        answer = writer.ask("Wanneer wordt de webcrawler ingezet?")
        assert (answer.status, answer.written_by) == ("answered", "verbatim") and any("brak af" in note for note in answer.notes)
        assert all(s.claim.verbatim for s in answer.statements)
        assert [c.number for c in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_a_model_that_finds_no_answer_is_said_to_find_none(home: Path, httpserver: HTTPServer) -> None:
    """It wrote nothing wrong: the note says that it found nothing."""
    with closing(model(home, httpserver, "GEEN_ANTWOORD")) as writer:
        answer = writer.ask("Wanneer wordt de webcrawler ingezet?")
        assert answer.written_by == "verbatim" and any("geen antwoord" in note for note in answer.notes)


def test_a_declined_question_never_reaches_the_model(home: Path, httpserver: HTTPServer) -> None:
    """No path sends a bare question to a model."""
    with closing(model(home, httpserver, "Ja [1.1].")) as writer:
        assert writer.ask("Wat vindt D66 van de pilot?").status == "declined"
        assert httpserver.log == []


def test_terminal_output_holds_no_control_characters(assistant: Assistant) -> None:
    """What a question or a record holds cannot steer a terminal."""
    text = answer_text(assistant.ask("Wat vindt de SP \x1b[31m van de opvang?", verbatim=True), "nl")
    assert "\x1b" not in text


STANDS = """Mevrouw Vos (D66):
Voorzitter. Het was vanmorgen druk op de weg naar Den Haag. D66 wil dat elke wijk een eigen zwembad krijgt. Wij vinden de prijs van een kaartje veel te hoog.

De heer Blok (VVD):
Voorzitter. Het regende toen ik binnenkwam. De VVD wil dat gemeenten zelf over hun zwembaden beslissen. Wat wil de minister?

Minister Peters:
Voorzitter. Er zijn 600 zwembaden in Nederland.
"""


@pytest.mark.parametrize(
    ("question", "parties"),
    [
        ("Wat wil D66?", "D66"),
        ("Wat zijn de standpunten van D66?", "D66"),
        ("Wat vindt mevrouw Vos belangrijk?", "D66"),
        ("Waar pleit de VVD voor?", "VVD"),
        ("Wat willen D66 en de VVD?", "D66 VVD"),
        ("What does D66 want?", "D66"),
        ("Vat de inbreng van D66 samen", "D66"),
        ("Wat is de samenvatting van het onderzoek?", ""),
        ("Wat wil D66 met de prijs van een kaartje?", ""),  # a subject of its own
        ("Wat vraagt de VVD?", ""),
        ("Wat vindt D66 van de VVD?", ""),
        ("Waarom wil D66 dat?", ""),
    ],
)
def test_what_a_party_wants_is_what_its_page_lists(tmp_path: Path, question: str, parties: str) -> None:
    """Where no subject is named, the answer is the party's positions; any other question is answered from the sentences that fit it."""
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over zwembaden.", STANDS)) as assistant:
        (meeting, *_), *_ = assistant.meetings()
        listed = [q for party in parties.split() for s in assistant.summary(meeting.id, party).positions for q in s.claim.quotes]
        answer = assistant.ask(question, verbatim=True)
    told = [c.quote.text for c in answer.citations]
    assert (told == [q.text for q in listed] and told) if parties else "Het regende toen ik binnenkwam." not in told


@pytest.mark.parametrize(
    ("question", "governs"),
    [
        ("Wat willen de partijen?", False),
        ("What do the parties want?", False),
        ("Vat het debat samen", True),
        ("Wat zijn de hoofdpunten?", True),
    ],
)
def test_of_a_whole_debate_each_party_s_first_position_is_told(tmp_path: Path, question: str, governs: bool) -> None:
    """One of each party, of the government what it promised or announced where the debate is asked about; and how many more there are and where."""
    third = STANDS.replace(
        "Minister Peters:\n", "De heer Kat (SP):\nVoorzitter. De SP wil gratis zwemles voor elk kind.\n\nMinister Peters:\n{}"
    )
    third = third.format("Ik stuur de Kamer voor de zomer een brief over zwemles. ")
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over zwembaden.", third)) as assistant:
        (meeting, *_), *_ = assistant.meetings()
        each = [assistant.summary(meeting.id, party).positions for party in ("D66", "VVD", "SP")]
        answer = assistant.ask(question, verbatim=True)
    told = [c.quote.text for c in answer.citations]
    assert told[:3] == [own[0].claim.quotes[0].text for own in each]
    assert told[3:] == (["Ik stuur de Kamer voor de zomer een brief over zwemles."] if governs else [])
    (note,) = answer.notes
    assert governs or f"3 van de {sum(map(len, each))} standpunten" in note or f"3 of {sum(map(len, each))} positions" in note
    assert not governs or "4 van de" in note


@pytest.mark.parametrize(
    ("question", "announced"),
    [
        ("Wat gaat de minister doen?", True),
        ("Wat zijn de plannen van het kabinet?", True),
        ("What will the minister do?", True),
        ("Hoeveel zwembaden zijn er volgens de minister?", False),
    ],
)
def test_what_a_minister_is_going_to_do_is_what_is_announced(tmp_path: Path, question: str, announced: bool) -> None:
    """Where no subject is named, what the government announced; not whatever it said."""
    said = STANDS + "Ik vind zwembaden belangrijk. Ik stel dit jaar nog een fonds van 20 miljoen euro beschikbaar voor nieuwe zwembaden.\n"
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over zwembaden.", said)) as assistant:
        told = [c.quote.text for c in assistant.ask(question, verbatim=True).citations]
    fund = "Ik stel dit jaar nog een fonds van 20 miljoen euro beschikbaar voor nieuwe zwembaden."
    assert (told == [fund]) if announced else "Er zijn 600 zwembaden in Nederland." in told


@pytest.mark.parametrize(
    ("question", "absent"), [("Wat heeft de minister aan de SP toegezegd?", True), ("Wat heeft de minister aan D66 toegezegd?", False)]
)
def test_who_is_spoken_to_and_took_no_part_is_told(tmp_path: Path, question: str, absent: bool) -> None:
    """Nothing was promised to a party that was not there, and the reader sees why."""
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over zwembaden.", STANDS)) as assistant:
        answer = assistant.ask(question, verbatim=True)
    assert answer.status == "declined" and any("nam geen deel" in note for note in answer.notes) is absent


NAMESAKES = """De heer Kamp (SGP):
Voorzitter. De SGP wil dat de visserij blijft. Wij zijn tegen het plan. De leden van de vissersbond betalen te weinig.

Minister Kamp:
Voorzitter. Ik stel 30 miljoen euro beschikbaar voor de vloot. Leden van een coöperatie betalen 600 euro huur.
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Wat gaat de minister doen?", "30 miljoen", "De SGP wil"),  # who bears the same name is another
        ("Wat wil de heer Kamp?", "De SGP wil", "30 miljoen"),
        ("Wat vindt de SGP van het plan?", "tegen het plan", "visserij blijft"),  # a subject of its own
        ("Wat doet de minister niet?", "", "30 miljoen"),
        ("Wat betalen de leden van een coöperatie?", "600 euro", ""),  # members of something else
    ],
)
def test_whom_and_what_a_question_without_a_subject_means(tmp_path: Path, question: str, said: str, unsaid: str) -> None:
    """A page is no answer where a subject, a denial or a namesake is meant."""
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over visserij.", NAMESAKES)) as assistant:
        told = " ".join(c.quote.text for c in assistant.ask(question, verbatim=True).citations)
    assert said in told and not (unsaid and unsaid in told)


JANSEN = """De heer Jansen (SP):
Voorzitter. De SP wil gratis zorg. Wij zijn tegen de eigen bijdrage.

Mevrouw Jansen (CDA):
Voorzitter. Het CDA wil hogere premies.

Minister Kamp:
Voorzitter. Dat hoor ik.
"""


@pytest.mark.parametrize(
    ("question", "party"), [("Wat wil mevrouw Jansen?", "CDA"), ("Wat wil Jansen (CDA)?", "CDA"), ("Wat wil de heer Jansen?", "SP")]
)
def test_of_two_of_one_name_only_the_one_meant_is_quoted(tmp_path: Path, question: str, party: str) -> None:
    """The party or the salutation tells which."""
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over zorg.", JANSEN)) as assistant:
        answer = assistant.ask(question, verbatim=True)
    assert {c.quote.turn.speaker.party for c in answer.citations} == {party}
