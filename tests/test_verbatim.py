"""The writer without a model: what leans is shown with what it leans on, and a position is the speaker's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.hearsay import names_of, tells_of_others
from rag.kind import Kind
from rag.kind import Name as KindName
from rag.lexicon import Term, terms
from rag.lookup import look_up
from rag.putting import Put
from rag.text import sentences, stem
from rag.types import Claim, Filter, Passage, Speaker, Turn, Understood
from rag.verbatim import Candidate, choose, select, write
from rag.verify import verify
from tests.debates import opened, over

SPEECH = (
    "Mevrouw Kuik vroeg naar het gesprek met de gemeenten. Dat gaan we doen. Ik stuur de Kamer in mei een brief. "
    "Het college van Urk is daar blij mee. Ja. Wij bouwen in Urk vier scholen."
)


def written(*chosen: int, unquotable: tuple[tuple[int, int], ...] = ()) -> list[Claim]:
    speaker = Speaker("De Wit", None, "government", "Minister")
    turn = Turn("m", 3, speaker, "Minister De Wit:", SPEECH, unquotable=unquotable)
    passage = Passage(1, turn, 1.0, sentences(SPEECH))
    return write(select([Candidate(passage, index, 1.0, 1.0) for index in chosen], Kind("other"), "nl"))


@pytest.mark.parametrize(
    ("index", "text"),
    [
        (1, "Mevrouw Kuik vroeg naar het gesprek met de gemeenten. Dat gaan we doen."),
        (2, "Ik stuur de Kamer in mei een brief."),
        (3, "Ik stuur de Kamer in mei een brief. Het college van Urk is daar blij mee."),
        (4, "Ik stuur de Kamer in mei een brief. Het college van Urk is daar blij mee. Ja."),
    ],
)
def test_what_leans_is_shown_with_what_it_leans_on(index: int, text: str) -> None:
    """One quote of whole sentences on end, which stands as it is; what stands by itself stays alone."""
    (claim,) = written(index)
    assert claim.text == text == claim.quotes[0].text
    assert verify(claim).verdict == "supported"


def test_what_follows_from_a_reason_is_shown_with_it() -> None:
    """The decision stands in the next sentence: without it one does not read that it was a no."""
    text = "Een extra loket doorkruist het werk van de gemeenten. Daarom acht ik zo'n loket niet wenselijk. Nu de scholen."
    turn = Turn("m", 3, Speaker("De Wit", None, "government", "Minister"), "Minister De Wit:", text)
    (claim,) = write([Candidate(Passage(1, turn, 1.0, sentences(text)), 0, 1.0, 1.0)])
    assert claim.text == text.removesuffix(" Nu de scholen.")


def test_what_comes_next_is_no_conclusion() -> None:
    """ "Daarom kom ik nu bij …" begins something else."""
    text = "De brug gaat in mei open. Daarom kom ik nu bij de scholen."
    turn = Turn("m", 3, Speaker("De Wit", None, "government", "Minister"), "Minister De Wit:", text)
    (claim,) = write([Candidate(Passage(1, turn, 1.0, sentences(text)), 0, 1.0, 1.0)])
    assert claim.text == "De brug gaat in mei open."


def test_what_touches_becomes_one_quote() -> None:
    """A sentence and the one that leans on it, both chosen, are one quote and not two that overlap."""
    assert [c.text for c in written(0, 1)] == ["Mevrouw Kuik vroeg naar het gesprek met de gemeenten. Dat gaan we doen."]
    assert len(written(2, 5)) == 2


def test_the_best_comes_first() -> None:
    """What answers best is read first, wherever in its turn it stands; sentences side by side are one quote."""
    turn = Turn("m", 3, Speaker("De Wit", None, "government", "Minister"), "Minister De Wit:", SPEECH)
    passage = Passage(1, turn, 1.0, sentences(SPEECH))
    chosen = select(
        [Candidate(passage, 5, 1.0, 1.0), Candidate(passage, 2, 1.0, 0.9), Candidate(passage, 3, 1.0, 0.9)], Kind("other"), "nl"
    )
    assert [c.text for c in write(chosen)] == [
        "Wij bouwen in Urk vier scholen.",
        "Ik stuur de Kamer in mei een brief. Het college van Urk is daar blij mee.",
    ]


@pytest.mark.parametrize(
    ("said", "at", "told"),
    [
        ("Dat plan steun ik niet. De wet laat het niet toe. Dan de wegen.", 0, "Dat plan steun ik niet. De wet laat het niet toe."),
        (
            "Het Engels blijft, omdat velen dat lezen. Ik schaf het dus niet af.",
            1,
            "Het Engels blijft, omdat velen dat lezen. Ik schaf het dus niet af.",
        ),
        ("Ik steun dat plan niet, want de wet verbiedt het. De wegen zijn klaar.", 0, "Ik steun dat plan niet, want de wet verbiedt het."),
        ("Ik steun dat plan niet. Dan de wegen.", 0, "Ik steun dat plan niet."),
    ],
)
def test_why_comes_with_the_reason(said: str, at: int, told: str) -> None:
    """Asked why, what is decided stands with the sentence beside it that gives the reason, unless it gives one itself."""
    turn = Turn("m", 3, Speaker("De Wit", None, "government", "Minister"), "Minister De Wit:", said)
    chosen = select([Candidate(Passage(1, turn, 1.0, sentences(said)), at, 1.0, 1.0)], Kind("reason"), "nl")
    assert [c.text for c in write(chosen)] == [told]


def test_nothing_is_joined_across_paragraphs() -> None:
    """Another paragraph is another subject: what begins one is neither shown with the sentence before it nor put together with it."""
    said = "Wij bouwen in Urk vier scholen. Die zijn in mei klaar.\nDat advies gaat naar de Kamer. Daar hoort een brief bij."
    turn = Turn("m", 3, Speaker("De Wit", None, "government", "Minister"), "Minister De Wit:", said)
    passage = Passage(1, turn, 1.0, sentences(said))
    found = [c.text for c in write(select([Candidate(passage, index, 1.0, 1.0) for index in (1, 3, 2)], Kind("other"), "nl"))]
    assert found == said.split("\n")


def test_nobody_is_quoted_for_a_notice_to_lean_on() -> None:
    """A span that no one may be quoted for is never taken along."""
    (claim,) = written(1, unquotable=((0, 30),))
    assert claim.text == "Dat gaan we doen."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De vertegenwoordiger van de ChristenUnie zegt geen voorstander te zijn van molens.", True),
        ("De SP vindt dat het anders moet.", False),
        ("Ik vind dat het anders moet.", False),
        ("Volgens de VVD kan dat niet.", True),
        ("Mevrouw Van den Berg is tegen de sluiting van kleine huizen.", True),
        ("Het CDA wil dat zij blijven.", True),
        ("De SP wil dat zij blijven.", False),
        ("De heer Blom is terecht bezorgd.", False),
        ("Een heldere boodschap van schippers en reizigers, was: de pont moet vaker varen.", True),
        ("Het advies van de rekenkamer is dat de pont blijft.", True),
        ("De wens van mijn fractie is dat de pont blijft.", False),
        ("Het advies van de rekenkamer is goed.", False),
        ("De rekenkamer pleit juist voor een tweede pont.", True),
        ("Daarom pleit ik voor een tweede pont.", False),
        ("Daarom pleit mijn fractie voor een tweede pont.", False),
        ("Daarom pleit ook de fractie van de SP voor een tweede pont.", False),
        ("Daarom pleit de VVD voor een tweede pont.", True),
        ("De schipper van de pont zegt: ik wil een hogere toeslag.", True),
        ("De schipper pleit, ik zeg het eerlijk, voor een toeslag.", True),
        ("Ik schat dat de pont meer kost.", False),
        ("De boodschap van dit betoog is dat de pont moet varen.", False),
        ("De conclusie van vandaag is dat de pont moet varen.", False),
        ("Een veilige steiger vraagt wat ons betreft om toezicht.", False),
        ("Dat vraagt om een schipper die ingrijpt.", False),
        ("Dat vraagt de schipper al jaren van ons.", True),
        ("De PVV vraagt meer geld voor de pont.", True),
        ("Mijn collega van de VVD vraagt veel van de schipper.", True),
        ("De gemeente vraagt om een steiger, maar elke dag varen vraagt te veel.", True),
        ("Ik vind toezicht goed, maar elke vaart een keuring vraagt wel erg veel.", False),
        ("Wat ons betreft centraal staat dat de pont veilig is.", False),
        ("In de folder staat dat de pont veilig moet zijn.", True),
        ("De minister heeft het over tarieven, maar de pont moet wat mij betreft gratis zijn.", False),
        ("De minister heeft het over tarieven, maar de schippers willen dat niet.", True),
    ],
)
def test_hearsay(text: str, told: bool) -> None:
    """What another party says is not the SP's position; what the SP says of itself is."""
    assert tells_of_others(text, "nl", names_of("SP")) == told


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Daarom pleit de Partij voor de Dieren voor een vangstverbod.", "PvdD"),
        ("De boodschap van de Partij voor de Dieren was: stop de vangst.", "PvdD"),
        ("Daarom pleit het kabinet voor een vangstverbod.", None),
        ("De wens van het kabinet is om de vangst te beperken.", None),
        ("Het advies van het kabinet is om de vangst te beperken.", None),
    ],
)
def test_who_is_named_by_more_words_speaks_of_itself_too(text: str, party: str | None) -> None:
    """Of the own party or government, by its whole name and behind its verb, nothing is hearsay."""
    assert not tells_of_others(text, "nl", names_of(party))


ABOUT_CARE = (
    "Voorzitter. Tot slot, voorzitter, even over de nazorg. In 2023 startte in Urk een pilot met nazorg. Daaraan deden veertig mensen mee. "
    "De SP wil dat deze pilot in het hele land komt. De SP steunt de wijkagent. De heer Baas zei dat nazorg weggegooid geld is."
)
MOTION = (
    "De Kamer,\ngehoord de beraadslaging,\nconstaterende dat nazorg in de helft van de gemeenten ontbreekt;\n"
    "verzoekt de regering nazorg in alle gemeenten te regelen,\nen gaat over tot de orde van de dag."
)


def answered(question: str, text: str) -> list[str]:
    """The sentences that answer a question about the SP."""
    turn = Turn("m", 3, Speaker("De Wit", "SP", "member"), "De heer De Wit (SP):", text)
    asked = Understood(question, Filter(parties=("SP",)), "nl")
    found = choose(asked, [Passage(1, turn, 1.0, sentences(text))], terms(question.replace("SP", ""), "nl", "nl"), {}, "nl", {})
    return [claim.text for claim in write(select(found, Kind("other"), "nl"))]


def test_a_position_is_what_the_party_makes_of_the_facts() -> None:
    """Not the announcement of the subject, nor the facts or what others say, nor a position on something else: what it wants with it."""
    care = answered("Wat vindt de SP van nazorg?", ABOUT_CARE)
    assert "De SP wil dat deze pilot in het hele land komt." in care and not any(
        "even over" in c or "Baas" in c or "wijkagent" in c for c in care
    )
    assert answered("Wat vindt de SP van de wijkagent?", ABOUT_CARE) == ["De SP steunt de wijkagent."]
    assert any(c.startswith("verzoekt de regering") for c in answered("Wat vindt de SP van nazorg?", MOTION))
    voorts = "voorts constaterende dat wie geen hulp krijgt weer in de schulden raakt;\nverzoekt de regering een loket te openen"
    once_more = MOTION.replace("verzoekt de regering nazorg in alle gemeenten te regelen", voorts)
    assert answered("Wat vindt de SP van nazorg?", once_more) == ["verzoekt de regering een loket te openen"]


def of(question: str) -> dict[str, Term]:
    return {t.word: t for t in terms(question, "nl", "nl")}


@pytest.mark.parametrize(
    ("asked", "said", "least"),
    [
        ("probleem", "problemen", 0.9),
        ("personele", "personeel", 0.9),
        ("zorgcentra", "zorgcentrum", 0.9),
        ("kinderprostitutie", "prostitutie", 0.4),
        ("privacyregels", "privacy", 0.4),
        ("privacyregels", "privacywetgeving", 0.3),
    ],
)
def test_the_same_word_in_another_form(asked: str, said: str, least: float) -> None:
    """Singular and plural that the stemmer keeps apart, and a compound for what tells most in it."""
    assert of(asked)[asked].worth(stem(said)) >= least


@pytest.mark.parametrize(
    ("asked", "said"), [("weet", "wet"), ("verantwoordelijkheid", "antwoord"), ("beelden", "bel"), ("lerarentekort", "leraren")]
)
def test_another_word_stays_another(asked: str, said: str) -> None:
    """A word that only looks like another is not taken for it."""
    assert of(asked)[asked].worth(stem(said)) < 0.4


@pytest.mark.parametrize(
    ("asked", "said"), [("teleconsultation", "consult"), ("teleconsultation", "afstand"), ("remote", "afstand"), ("cut", "verlaging")]
)
def test_an_english_word_is_looked_for_in_dutch(asked: str, said: str) -> None:
    """As the record has it, in whatever words."""
    assert max(t.worth(stem(said)) for t in terms(f"What of the {asked}?", "en", "nl")) >= 0.9


def test_how_one_asks_is_no_subject(assistant: Assistant) -> None:
    """ "Hoe staat X tegenover Y" and "wat is het standpunt van X over Y" look for Y only."""
    for question in (
        "Hoe staat het CDA tegenover klanten?",
        "Wat is het standpunt van het CDA over klanten?",
        "Wat vindt het CDA van klanten?",
    ):
        assert [t.word for t in look_up(question, assistant.index).found.terms] == ["klanten"]


def test_a_noun_at_the_end_of_a_main_clause_is_no_verb() -> None:
    """After "Komt er" the last word is a verb only as a participle or infinitive; after "dat" it may be any."""
    assert not of("Komt er een landelijk vuurwerkverbod?")["vuurwerkverbod"].verb
    assert of("Wordt de wet dit jaar aangepast?")["aangepast"].verb
    assert of("Wil de minister dat de prijs daalt?")["daalt"].verb
    assert of("Welke raad gaat hij oprichten om mee te denken?")["oprichten"].verb


def test_an_amount_is_read_where_it_is_told_however_far_down() -> None:
    """Six turns fit the question better; the one that names the amount of what is asked for is read too, and another's amount is none of it."""
    speaker = Speaker("De Wit", None, "government", "Minister")
    said = ["Ik heb begrepen dat het gaat om een bedrag van twee miljoen voor de boswachters."]
    said += [f"Ik spreek nu de {n} keer over het muziekfonds." for n in ("eerste", "tweede", "derde", "vierde", "vijfde")]
    said.append("Het muziekfonds van 200 miljoen is voor alle leerlingen.")
    turns = [Turn("m", n, speaker, "Minister De Wit:", text) for n, text in enumerate(said, 1)]
    passages = [Passage(n, turn, 1.0 / n, sentences(turn.text)) for n, turn in enumerate(turns, 1)]
    question = "Hoeveel geld krijgt het muziekfonds?"
    asked = Understood(question, Filter(), "nl")
    found = choose(asked, passages, terms(question, "nl", "nl"), {}, "nl", {})
    assert found[0].text == said[-1] and said[0] not in {c.text for c in found}


def test_what_one_thing_costs_is_told_once() -> None:
    """Beside the sentence that tells it, the amount of something else in another turn is no answer, though it shares words with the question."""
    speaker = Speaker("De Wit", None, "government", "Minister")
    said = ["Een nachttrein kost vier miljoen euro per jaar.", "Het onderhoud kost zestig miljoen euro per jaar."]
    turns = [Turn("m", n, speaker, "Minister De Wit:", text) for n, text in enumerate(said, 1)]
    passages = [Passage(n, turn, 1.0 / n, sentences(turn.text)) for n, turn in enumerate(turns, 1)]
    found = [Candidate(passages[0], 0, 0.5, 1.5), Candidate(passages[1], 0, 0.4, 1.2)]
    assert [c.text for c in select(found, Kind("money"), "nl")] == said[:1]
    assert [c.text for c in select(found, Kind("other"), "nl")] == said


@pytest.mark.parametrize(
    ("told", "kind", "first"),
    [
        ("De huisjes zijn eind 2027 klaar.", "date", True),
        ("Dat zijn er 640.", "count", True),
        ("De huisjes staan ook bij scholen.", "date", False),  # nothing of the kind
        ("Kan de minister voor 2027 een overzicht sturen?", "date", False),  # nobody answers by asking
        ("De huisjes zijn eind 2027 klaar.", "other", False),
    ],
)
def test_what_tells_what_is_asked_for_leads(told: str, kind: KindName, first: bool) -> None:
    """A date before a sentence that only speaks of the subject in more of its words."""
    said = ["Wij willen dat de huisjes bij ziekenhuizen als eerste worden opgehoogd.", told]
    turns = [Turn("m", n, Speaker("De Wit", None, "government", "Minister"), "Minister De Wit:", text) for n, text in enumerate(said, 1)]
    passages = [Passage(n, turn, 1.0, sentences(turn.text)) for n, turn in enumerate(turns, 1)]
    found = [Candidate(passages[0], 0, 0.5, 1.2), Candidate(passages[1], 0, 0.3, 1.0)]
    assert (select(found, Kind(kind), "nl")[0].text == told) is first


@pytest.mark.parametrize(
    "question", ["Wat gaat De Wit doen met de vraag over de laadpalen?", "Welke vraag over laadpalen heeft De Wit doorgestuurd?"]
)
def test_who_answers_puts_no_questions(question: str) -> None:
    """A question named in a question to the government is none that it put: what it says of it is shown, not that it was put."""
    text = "Mevrouw Baas vroeg wie de laadpalen betaalt. Die vraag over de laadpalen heb ik doorgestuurd."
    turn = Turn("m", 3, Speaker("De Wit", None, "government", "Minister"), "Minister De Wit:", text)
    asked = Understood(question, Filter(speakers=("De Wit",)), "nl")
    found = choose(asked, [Passage(1, turn, 1.0, sentences(text))], terms(question.replace("De Wit", ""), "nl", "nl"), {}, "nl", {})
    assert "Die vraag over de laadpalen heb ik doorgestuurd." in {c.text for c in select(found, Kind("other"), "nl")}


@pytest.mark.parametrize(
    ("question", "chair", "first"),
    [
        ("Hoeveel tijd kost het varen?", "Keurig binnen de tijd.", False),
        ("Hoe lang duurt het voordat een veer is vervangen?", "Ik open deze vergadering over het veer.", False),
        ("Wanneer wordt er over het veer gestemd?", "De stemmingen over het veer zijn dinsdag.", True),
    ],
)
def test_the_chair_stands_no_higher_than_what_it_says(question: str, chair: str, first: bool) -> None:
    """Found first for a single word, a short word of the chair does not outdo what tells more; where it tells what is asked, it answers."""
    said = "Een nieuw veer is in tien jaar gebouwd, en het kost een schipper een uur om over te varen."
    spoke = [(Speaker("Baas", None, "chair"), chair), (Speaker("De Wit", None, "government", "Minister"), said)]
    turns = [Turn("m", n, speaker, speaker.name, text) for n, (speaker, text) in enumerate(spoke, 1)]
    passages = [Passage(n, turn, 1.0 / n, sentences(turn.text)) for n, turn in enumerate(turns, 1)]
    found = choose(Understood(question, Filter(), "nl"), passages, terms(question, "nl", "nl"), {}, "nl", {})
    assert (found[0].text == chair) is first


@pytest.mark.parametrize(
    ("after", "tells"),
    [
        ("De grond bleek er vervuild.", True),
        ("Dat werk kost een jaar.", True),
        ("De schippers kregen hulp.", False),
        ("Boeren planten bomen.", False),
    ],
)
def test_what_follows_what_names_the_subject_is_told_of_it(after: str, tells: bool) -> None:
    """Right after a sentence that names all of the subject, one that points back tells more of it than one elsewhere that names a part; another does not."""
    said = ["De tunnel bij Zwolle is uitgesteld.", after, "Bij Zwolle ligt ook een haven."]
    turn = Turn("m", 3, Speaker("De Wit", None, "government", "Minister"), "Minister De Wit:", "\n".join([" ".join(said[:2]), said[2]]))
    question = "Wat is er met de tunnel bij Zwolle?"
    asked = Understood(question, Filter(), "nl")
    found = choose(asked, [Passage(1, turn, 1.0, sentences(turn.text))], terms(question, "nl", "nl"), {}, "nl", {})
    assert (found[1].text == after) is tells


@pytest.mark.parametrize(("reply", "beside"), [("Dat wil ik nu juist niet.", False), ("De pont in Zwolle kan blijven varen.", True)])
def test_what_leans_on_somebody_else_does_not_stand_beside_another_sentence(reply: str, beside: bool) -> None:
    """Its "dat" would be read as what the sentence before it in the answer tells: "Wij willen een brug." "Dat wil ik nu juist niet."."""
    who, other = Speaker("Vos", "D66", "member"), Speaker("Blom", "SP", "member")
    said = [
        Turn("m", 1, who, "Mevrouw Vos (D66):", "Wij willen een brug."),
        Turn("m", 2, other, "De heer Blom (SP):", "Gaat dan de pont eruit?"),
        Turn("m", 3, who, "Mevrouw Vos (D66):", reply),
    ]
    first, put, last = (Passage(n, turn, 1.0, sentences(turn.text)) for n, turn in enumerate(said, 1))
    chosen = select([Candidate(first, 0, 1.0, 2.0), Candidate(last, 0, 1.0, 1.9, Put(put.turn, put.sentences))], Kind("other"), "nl")
    assert (reply in [one.text for one in chosen]) == beside


def test_a_point_that_says_what_has_to_be_done_is_more_than_an_opening(tmp_path: Path) -> None:
    """ "Een ander punt is de thuiszorg: die moet …" takes a side; "Een ander punt is de thuiszorg." only opens."""
    told = "Een ander punt is de thuiszorg: die moet volgens D66 publiek worden."
    more = "Mijn fractie vindt dat de eigen bijdrage weg moet. De proef moet worden verlengd."
    members = f"De heer Bakker (D66):\nVoorzitter. {told} {more}\n\nDe heer Blok (VVD):\nVoorzitter. De VVD wil snelwegen.\n\n"
    with over(
        tmp_path, opened(f"\n\n{members}De voorzitter:\nDe minister.\n\nMinister Kamp:\nVoorzitter. De thuiszorg doet het goed.\n")
    ) as made:
        answer = made.ask("Wat moet er met de thuiszorg gebeuren?", verbatim=True)
    assert told in [c.quote.text for c in answer.citations]
