"""Replies: what a sentence answers belongs to it, so that a question is answered by its answer and never by a question."""

from __future__ import annotations

import pytest

from rag.assistant import Assistant
from rag.putting import answering, replied_to
from rag.restated import announces
from rag.text import sentences
from rag.types import Answer, Speaker, Turn
from tests.debates import reading, reported

REPORT = reported(
    "De vaste commissie voor Economische Zaken heeft op 6 juni 2024 overleg gevoerd over de postbezorging.",
    """De voorzitter:
Ik open de vergadering. Het woord is aan de heer Bushoff.

De heer Bushoff (PvdA):
Voorzitter. De PvdA vindt dat medische post de volgende dag moet aankomen. Hoeveel brievenbussen verdwijnen er in Drenthe? En wanneer komt
de Postwet naar de Kamer? Ik hoor graag wat de minister vindt van duurdere rouwkaarten.

De heer Sneller (D66):
Zou het niet eerlijker zijn om te zeggen dat de brief verdwijnt?

De heer Bushoff (PvdA):
Dat vind ik te snel.

De voorzitter:
Het woord is aan de minister.

Minister Kerstens:
Voorzitter. De heer Bushoff vroeg hoeveel brievenbussen er in Drenthe verdwijnen. Dat zijn er 212, op een totaal van 640. Hij vroeg ook naar
de Postwet. Die stuur ik in het najaar naar de Kamer. Is er overleg geweest met de vakbonden? Ja, op 14 mei.
De servicepunten in Emmen: dat zijn er 12.

De heer Sneller (D66):
Wil de minister onderzoeken of pakketdiensten kunnen meebetalen?

De voorzitter:
De minister.

Minister Kerstens:
Nee, daar voel ik niets voor.

De voorzitter:
Ik sluit de vergadering.
""",
    "Tielen",
)


post = reading(REPORT)  # an assistant over the post debate


def cited(answer: Answer) -> list[tuple[str, str]]:
    return [(c.quote.turn.speaker.name, c.quote.text) for c in answer.citations]


@pytest.mark.parametrize(
    ("question", "who", "said"),
    [
        (
            "Hoeveel brievenbussen verdwijnen er in Drenthe?",
            "Kerstens",
            "De heer Bushoff vroeg hoeveel brievenbussen er in Drenthe verdwijnen. Dat zijn er 212, op een totaal van 640.",
        ),
        ("Wanneer komt de Postwet?", "Kerstens", "Hij vroeg ook naar de Postwet. Die stuur ik in het najaar naar de Kamer."),
        ("Is er overleg geweest met de vakbonden?", "Kerstens", "Is er overleg geweest met de vakbonden? Ja, op 14 mei."),
        ("Wat zegt de minister over pakketdiensten?", "Kerstens", "Nee, daar voel ik niets voor."),
        ("Hoeveel servicepunten zijn er in Emmen?", "Kerstens", "De servicepunten in Emmen: dat zijn er 12."),
        (
            "Wat antwoordde de heer Bushoff op de vraag of de brief verdwijnt?",
            "Bushoff",
            "Dat vind ik te snel.",
        ),
        ("Wat vroeg de heer Bushoff over rouwkaarten?", "Bushoff", "Ik hoor graag wat de minister vindt van duurdere rouwkaarten."),
    ],
)
def test_a_question_is_answered_by_its_answer(post: Assistant, question: str, who: str, said: str) -> None:
    """Retold and then answered, asked and answered by one speaker, or answered right after an interruption: the answer alone is shown."""
    assert cited(post.ask(question, verbatim=True)) == [(who, said)]


def test_what_somebody_asked_is_told_without_a_subject_too(post: Assistant) -> None:
    """Only what asks is told, in so many words or with a question mark; not what the speaker thinks."""
    said = cited(post.ask("Wat vroeg de heer Bushoff?", verbatim=True))
    assert said and all(who == "Bushoff" and (text.endswith("?") or "hoor graag" in text) for who, text in said)


def test_a_reply_tells_to_whom(post: Assistant) -> None:
    """Where the subject stands in somebody else's words, a note says whose, and no words of theirs are the answer."""
    answer = post.ask("Wat zegt de minister over pakketdiensten?", verbatim=True)
    assert answer.notes == ("Minister Kerstens antwoordt hier op Sneller (D66), in beurt 7.",)


def test_another_place_is_no_answer(post: Assistant) -> None:
    """A number that answers a question about Drenthe does not answer one about Limburg."""
    assert post.ask("Hoeveel brievenbussen verdwijnen er in Limburg?", verbatim=True).status == "declined"


def turn(number: int, role: str, text: str) -> Turn:
    speakers = {
        "government": Speaker("Kerstens", None, "government", "Minister"),
        "member": Speaker("Sneller", "D66", "member"),
        "chair": Speaker("Tielen", None, "chair"),
    }
    return Turn("m", number, speakers[role], "", text)


@pytest.mark.parametrize(
    ("between", "replies"),
    [
        ((), True),
        (("De minister.",), True),
        (("Het woord is aan de minister.",), False),
        (("Dan schorsen wij.", "Wij gaan verder."), False),
    ],
)
def test_what_stands_between_a_question_and_a_reply(between: tuple[str, ...], replies: bool) -> None:
    """The government replies to whoever spoke right before it; who is given the floor begins a speech."""
    turns = [turn(1, "member", "Hoeveel kost dat?"), *(turn(2 + i, "chair", text) for i, text in enumerate(between))]
    last = turn(len(turns) + 1, "government", "Dat is veel.")
    around = {(t.meeting, t.number): t for t in turns}
    assert (replied_to(last, around) is not None) == replies


def test_what_is_retold_holds_until_the_next() -> None:
    """Each sentence answers what was retold last; before that, the turn it replies to."""
    said = "Dat weet ik niet. De heer Bushoff vroeg naar post. Die komt. Dan de brievenbussen. Die blijven."
    reply = turn(2, "government", said)
    found = answering(reply, sentences(said), turn(1, "member", "Komt er een wet?"))
    assert [one and one.put.text for one in found] == [
        "Komt er een wet?",
        None,
        "De heer Bushoff vroeg naar post.",
        None,
        "Dan de brievenbussen.",
    ]


def test_a_noun_alone_heads_what_follows_it() -> None:
    """A noun by itself names the subject, also of a question that points back at it; what says something is no heading."""
    said = "Dank. De meldpunten. Die zijn er al. Een boete van 20 euro. Wie gaat dat innen? Dat doet het CJIB. Het regent."
    found = answering(turn(2, "government", said), sentences(said), None)
    assert [one and one.put.text for one in found] == [
        None,
        None,
        "De meldpunten.",
        None,
        None,
        "Een boete van 20 euro. Wie gaat dat innen?",
        "Een boete van 20 euro. Wie gaat dat innen?",
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Mevrouw Postma vroeg naar de wet.", True),
        ("Er is gevraagd om een brief.", True),
        ("Op de vraag naar jeugdzorg kom ik zo.", True),
        ("Ik heb de inspectie gevraagd te kijken.", False),
        ("De sector is gevraagd om een plan.", False),
        ("De vraag naar jeugdzorg neemt toe.", False),
        ("Dat vraagt om een andere aanpak.", False),
        ("Ik vervolg mijn betoog met de scholen.", True),
        ("Ik vervolg mijn betoog, want de scholen wachten.", False),
        ("Ik vervolg mijn betoog met de mededeling dat de scholen in mei sluiten.", False),
        ("Ik kom bij de scholen: die sluiten in mei.", False),
        ("Dan de scholen.", True),
        ("Dan sluiten de scholen.", False),
        ("Mijn tweede punt betreft de schoolpleinen.", True),
        ("Mijn punt betreft de schoolpleinen, die te klein zijn.", False),
        ("Mijn belangrijkste punt is de veiligheid.", False),
        ("Ook tekorten spelen een rol.", False),
        ("Daar ligt ook geen probleem.", False),
        ("De ACM stelt elk jaar vast hoeveel het tarief omhoog mag.", False),
        ("De heer Bushoff stelde vast dat de wet er niet is.", True),
        ("Zijn vraag over de kosten: van elke euro gaat 11 cent naar de organisatie.", False),
        ("Haar vraag over de kosten: kan dat minder.", True),
        ("Zijn vraag over de kosten.", True),
        ("Ik ga nu naar de boete.", True),
        ("Ik ga nu niet naar 25 cent.", False),
        ("Dan kom ik bij de niet-gebruikte middelen.", True),
        ("Ik had nog één vraag, van mevrouw Vos, over de ambassadeur.", True),
        ("Dat is een goede vraag van de heer De Roon.", True),
        ("Dat gesprek voer ik in mei en dan neem ik de gemeenten die zij noemde mee.", False),
    ],
)
def test_what_is_retold(said: str, told: bool) -> None:
    """What somebody else asked is retold; what others were asked to do is done, and what is in demand is a fact. A heading has no verb."""
    assert announces(said) == told


def test_a_demand_is_quoted_as_an_answer() -> None:
    """ "De vraag naar …" tells a fact: it does not begin the answer to something else."""
    said = "De heer Bushoff vroeg naar jeugdzorg. De vraag naar jeugdzorg neemt toe. De sector is gevraagd om een plan."
    found = answering(turn(2, "government", said), sentences(said), None)
    assert [one and one.put.text for one in found] == [None, *["De heer Bushoff vroeg naar jeugdzorg."] * 2]
