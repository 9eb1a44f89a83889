"""The structure of a debate: who has the floor, who breaks in, and whom an answer is for."""

from __future__ import annotations

import pytest

from rag.exchange import Exchange, also_for, exchange, named_members
from rag.read import read
from rag.types import Event, Role, Speaker, Turn

ROLES: dict[str, tuple[str, str | None, Role]] = {
    "chair": ("De voorzitter", None, "chair"),
    "nispen": ("Van Nispen", "SP", "member"),
    "graaf": ("Van der Graaf", "ChristenUnie", "member"),
    "kuik": ("Kuik", "CDA", "member"),
    "koops": ("Koops", "NSC", "member"),
    "minister": ("Jansen", None, "government"),
}


def debate(*said: tuple[str, str]) -> tuple[Turn, ...]:
    """A debate of (speaker, text) pairs."""
    return tuple(
        Turn("m", i, Speaker(*ROLES[who], office="Minister" if who == "minister" else None), "", text)
        for i, (who, text) in enumerate(said, 1)
    )


def floors(x: Exchange) -> list[tuple[str, bool]]:
    return [(p.floor.name if p.floor else "-", p.interrupts) for p in x.places if p.turn.speaker.role != "chair"]


SPEECH = "Mensen wachten te lang op hulp en dat moet anders. " * 12


def to(x: Exchange, turn: int, offset: int) -> tuple[Speaker, ...]:
    """The members the sentence at an offset of a government turn is for."""
    return next((a.to for a in x.addressed(turn) if a.start <= offset < a.end), ())


@pytest.fixture(scope="module")
def seed(seed_bytes: bytes) -> Exchange:
    transcript = read(seed_bytes, "seed.txt")
    return exchange(transcript.turns, transcript.events)


def test_speech_and_interruption_by_the_chairs_words() -> None:
    """Who is given the floor holds a speech; who is announced with an interruption breaks in; the speaker goes on after it."""
    x = exchange(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen namens de SP."),
            ("nispen", SPEECH),
            ("chair", "Een interruptie van mevrouw Kuik."),
            ("kuik", "Wat wil de SP dan zelf doen aan die wachttijd?"),
            ("nispen", "Meer mensen in dienst nemen."),
            ("chair", "Dank u wel. Dan is het woord aan mevrouw Van der Graaf van de ChristenUnie."),
            ("graaf", SPEECH),
        )
    )
    assert floors(x) == [
        ("Van Nispen", False),
        ("Van Nispen", True),
        ("Van Nispen", False),
        ("Van der Graaf", False),
    ]
    assert [p.turn.number for p in x.interruptions()] == [4]


@pytest.mark.parametrize(
    "chair",
    [
        "Ik geef het woord aan de heer Koops voor zijn eigen inbreng.",
        "Dank u wel. Gaat uw gang.",
        "Een tweede interruptie, meneer Koops? Nee. Dan geef ik u, meneer Koops, het woord voor uw eigen bijdrage.",
    ],
)
def test_who_just_interrupted_may_speak_next(chair: str) -> None:
    """An interruption is over when the chair gives its speaker the floor; a word of the chair ("Heel kort") alone does not end it."""
    own = (
        SPEECH
        if "geef" not in chair
        else "De wachttijd is het probleem niet. Wij willen meer mensen in dienst, en wel dit jaar nog, voor 1 mei."
    )
    x = exchange(
        debate(
            ("nispen", SPEECH),
            ("koops", "Wie betaalt dat?"),
            ("nispen", "Wij allen."),
            ("koops", "De werkgever dus. Dat is niet eerlijk."),
            ("chair", "Dat was geen vraag. Heel kort."),
            ("koops", "Dan maak ik het een vraag: is dat eerlijk verdeeld volgens de SP, nu de lonen al zo hoog zijn in dit land?"),
            ("chair", chair),
            ("koops", own),
            ("kuik", "Wil NSC dat ook betalen?"),
            ("koops", "Ja."),
        )
    )
    assert floors(x)[1:] == [
        ("Van Nispen", True),
        ("Van Nispen", False),
        ("Van Nispen", True),
        ("Van Nispen", True),
        ("Koops", False),
        ("Koops", True),
        ("Koops", False),
    ]


def test_a_bare_name_is_an_interruption_when_the_speaker_comes_back() -> None:
    """ "Mevrouw Kuik." alone says neither: it is an interruption when whoever has the floor answers, else the next speech."""
    x = exchange(
        debate(
            ("chair", "Het woord is aan de heer Van Nispen."),
            ("nispen", SPEECH),
            ("chair", "Mevrouw Kuik."),
            ("kuik", "Hoe ziet u dat?"),
            ("nispen", "Zoals ik het zei."),
            ("chair", "Mevrouw Van der Graaf."),
            ("graaf", SPEECH),
            ("chair", "De heer Koops."),
            ("koops", SPEECH),
        )
    )
    assert floors(x)[1:] == [("Van Nispen", True), ("Van Nispen", False), ("Van der Graaf", False), ("Koops", False)]


def test_who_says_it_is_an_interruption_interrupts() -> None:
    """The chair only asks who wants to speak; the member says what it is."""
    x = exchange(
        debate(
            ("chair", "Het woord is aan de heer Van Nispen."),
            ("nispen", SPEECH),
            ("chair", "Dank u wel. Mevrouw Kuik, wilt u ook nog spreken?"),
            ("kuik", "Voorzitter, ik heb een interruptie voor de heer Van Nispen over zijn laatste punt en de kosten daarvan."),
            ("nispen", "Die kosten vallen mee."),
            ("chair", "Dank u wel. De heer Koops."),
            ("koops", SPEECH),
        )
    )
    assert floors(x)[1:] == [("Van Nispen", True), ("Van Nispen", False), ("Koops", False)]


def test_second_term_begins_when_members_speak_again() -> None:
    """After the minister's answer the members' next speeches are the second term, not interruptions."""
    x = exchange(
        debate(
            ("chair", "Ik geef het woord aan de heer Koops."),
            ("koops", SPEECH),
            ("chair", "Ik geef het woord aan de minister."),
            ("minister", SPEECH),
            ("chair", "We beginnen aan de tweede termijn van de zijde van de Kamer. De heer Koops."),
            ("koops", "Dank voor de antwoorden. " * 6),
            ("chair", "Mevrouw Kuik."),
            ("kuik", "Ook mijn dank voor de antwoorden. " * 6),
            ("chair", "Het woord is aan de minister."),
            ("minister", SPEECH),
        )
    )
    assert [p.term for p in x.places if p.turn.speaker.role != "chair"] == [1, 1, 2, 2, 2]
    assert not x.interruptions()


def test_each_subject_of_a_sitting_is_a_part_of_its_own() -> None:
    """A new subject starts a new part, in its first term."""
    turns = debate(
        ("chair", "Het woord is aan de heer Koops."), ("koops", SPEECH), ("minister", SPEECH), ("kuik", SPEECH), ("minister", SPEECH)
    )
    x = exchange(turns, [Event("subject", "Natuur", 3)])
    assert [(p.part, p.term) for p in x.places][1:] == [(1, 1), (1, 1), (2, 1), (2, 1)]


def test_an_answer_is_for_whom_it_names_until_another_is_named() -> None:
    """Naming holds on over the sentences that follow, until another is named or another subject begins; where it goes by member, until another is named."""
    x = exchange(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", SPEECH),
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            ("kuik", SPEECH),
            ("chair", "Ik geef het woord aan de minister."),
            (
                "minister",
                "Goed dat we hier zijn. De heer Van Nispen vroeg naar de wachttijd. Die wordt korter. Mevrouw Kuik wilde weten of ik "
                "een brief stuur. Daartoe ben ik bereid. Dan kom ik bij de jeugd. Daar gaat het beter.",
            ),
        )
    )
    next_up = exchange(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", SPEECH),
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            ("kuik", SPEECH),
            ("chair", "Ik geef het woord aan de minister."),
            ("minister", "De heer Van Nispen vroeg naar de wachttijd. Dan mevrouw Kuik. De brief komt. Dan het toezicht. Dat blijft."),
        )
    )
    assert [[s.name for s in a.to] for a in next_up.addressed(6)] == [["Van Nispen"], ["Kuik"], ["Kuik"], ["Kuik"], ["Kuik"]]
    assert [(tuple(s.name for s in a.to), a.ground) for a in x.addressed(6)] == [
        ((), "none"),
        (("Van Nispen",), "named"),
        (("Van Nispen",), "held"),
        (("Kuik",), "named"),
        (("Kuik",), "held"),
        ((), "none"),
        ((), "none"),
    ]
    answer = x.place(6).turn.text
    assert [s.name for s in to(x, 6, answer.index("Daartoe"))] == ["Kuik"]


def test_the_rapporteur_is_the_member_who_reports() -> None:
    """ "De rapporteur vroeg …" is for that member; a Nationaal Rapporteur is none."""

    def addressed(opening: str, answer: str) -> list[list[str]]:
        x = exchange(
            debate(
                ("chair", "Ik geef het woord aan mevrouw Kuik."),
                ("kuik", f"{opening} {SPEECH}"),
                ("chair", "Ik geef het woord aan de minister."),
                ("minister", answer),
            )
        )
        return [[s.name for s in a.to] for a in x.addressed(4)]

    reports = "Als rapporteur heb ik het jaarverslag bekeken."
    assert addressed(reports, "De rapporteur vroeg naar de evaluatie. Die komt.") == [["Kuik"], ["Kuik"]]
    assert addressed(reports, "De Nationaal Rapporteur vroeg naar de evaluatie. Die komt.") == [[], []]
    assert addressed("Dank u wel.", "De rapporteur vroeg naar de evaluatie. Die komt.") == [[], []]


@pytest.mark.parametrize("resumes", ["Gaat u verder.", "Ik stel voor dat u naar het blokje water gaat."])
def test_an_answer_after_an_interruption_is_for_the_interrupter(resumes: str) -> None:
    """Until the chair lets the speech go on; then whoever was being answered is answered again. A question of the chair goes on with it."""
    x = exchange(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", SPEECH),
            ("chair", "Ik geef het woord aan de minister."),
            ("minister", "De heer Van Nispen vroeg naar de wachttijd. Die wordt korter."),
            ("chair", "Een interruptie van mevrouw Kuik."),
            ("kuik", "Krijgen wij dat op papier?"),
            ("minister", "Ik stuur een brief."),
            ("chair", "Op welke termijn?"),
            ("minister", "Voor de zomer."),
            ("chair", resumes),
            ("minister", "Ook de wachtlijst wordt korter."),
        )
    )
    assert [[s.name for s in x.addressed(n)[0].to] for n in (7, 9, 11)] == [["Kuik"], ["Kuik"], ["Van Nispen"]]
    assert x.addressed(7)[0].ground == "interruption"


def test_a_reply_goes_over_to_the_member_whose_thing_it_begins_with() -> None:
    """ "De rekensom van mevrouw X: …" is for her, whoever broke in; "… in de zaal van mevrouw X" is not."""
    x = exchange(
        debate(
            ("chair", "Ik geef het woord aan mevrouw Kuik."),
            ("kuik", SPEECH),
            ("chair", "Ik geef het woord aan de minister."),
            ("minister", "Ik begin met de brief."),
            ("nispen", "Wanneer komt die?"),
            ("minister", "Voor de zomer. Daar zat ik in de zaal van mevrouw Kuik bij. De rekensom van mevrouw Kuik: die klopt."),
        )
    )
    assert [[s.name for s in a.to] for a in x.addressed(6)] == [["Van Nispen"], ["Van Nispen"], ["Kuik"]]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Door de heren Van Nispen, Koops en mevrouw Kuik is gevraagd naar de pilot.", ["Van Nispen", "Koops", "Kuik"]),
        ("De heer Koop stelde een vraag.", ["Koops"]),
        ("De woordvoerder van de ChristenUnie vroeg daarnaar.", ["Van der Graaf"]),
        ("Zowel het CDA als de ChristenUnie vroeg naar het fonds.", ["Kuik", "Van der Graaf"]),
        ("De motie-Kuik/Segers gaat over klanten.", []),
        ("Mevrouw Agema vroeg daar vorig jaar naar.", []),
        ("Dat zeg ik tegen mevrouw van der Graaf.", ["Van der Graaf"]),
    ],
)
def test_named_members(sentence: str, names: list[str]) -> None:
    """Lists, parties and slips of one letter count; motions' names and who was not there do not."""
    members = tuple(Speaker(*ROLES[key]) for key in ("nispen", "graaf", "kuik", "koops"))
    assert [s.name for s in named_members(sentence, members)] == names


def test_bundled_debate_interruptions(seed: Exchange) -> None:
    """Every turn the chair announces as an interruption is one, and the speeches of both terms are none."""
    numbers = {p.turn.number for p in seed.interruptions()}
    assert {8, 13, 25, 31, 44, 58, 85, 94, 113, 150, 176, 209, 235, 248, 270} <= numbers
    assert not numbers & {2, 4, 6, 19, 23, 36, 38, 42, 56, 78, 92, 255, 257, 259, 263, 266, 269}
    of = {p.turn.number: p.floor.name for p in seed.interruptions() if p.floor}
    assert (of[31], of[85], of[113]) == ("Van den Berge", "Van Wijngaarden", "Broekers-Knol")


def test_bundled_debate_terms(seed: Exchange) -> None:
    """The second term begins with turn 255, after the suspension."""
    assert next(p.turn.number for p in seed.places if p.term == 2 and p.turn.speaker.role == "member") == 255
    assert {p.part for p in seed.places} == {1}


def test_bundled_debate_addressees(seed: Exchange) -> None:
    """Sentences of the state secretary lead to the member they are for."""
    cases = [
        (92, "Daartoe ben ik bereid", ["Van der Graaf"]),
        (108, "De verwachting is dat deze begin volgend jaar", ["Van Nispen"]),
        (127, "Er is februari-maart toegezegd", ["Markuszower"]),
        (214, "Ik ga daarover in gesprek met Fier", ["Kuik"]),
        (249, "Vanwege de bel", ["Van der Graaf"]),
        (271, "Daarover zal ik uw Kamer ook informeren", ["Kuik"]),
    ]
    for turn, text, names in cases:
        place = seed.place(turn)
        assert [s.name for s in to(seed, turn, place.turn.text.index(text))] == names, text


def test_a_speech_speaks_to_nobody() -> None:
    """Where the chair says nothing, a member's turn that speaks neither to nor of whoever has the floor is a speech, and who then breaks in interrupts it."""
    first, second = Speaker("Bouhlal", "Volt", "member"), Speaker("Zijlstra", "BBB", "member")
    filler = "De trein naar de grens rijdt veel te weinig en dat moet anders worden. " * 6
    turns = tuple(
        Turn("m", i, speaker, "", text)
        for i, (speaker, text) in enumerate(
            [
                (Speaker("De voorzitter", None, "chair"), "Ik open het debat."),
                (first, f"Voorzitter. {filler}"),
                (second, f"Dank u wel. {filler} Hoe staat het met de stalling bij het station?"),
                (first, "Wil BBB de nachttrein schrappen?"),
                (second, "Nee."),
            ],
            1,
        )
    )
    assert [p.interrupts for p in exchange(turns).places] == [False, False, False, True, False]


@pytest.mark.parametrize(("called", "breaks"), [("Dank u wel. De Minister.", True), ("Wil de Minister hierop reageren?", False)])
def test_an_office_called_by_the_chair_has_the_floor_however_short_the_answer(called: str, breaks: bool) -> None:
    """After "De Minister." a member who asks on breaks in on the minister; a word the minister was asked to say in between takes no floor."""
    x = exchange(
        debate(
            ("chair", "Ik geef het woord aan de heer Van Nispen."),
            ("nispen", SPEECH),
            ("chair", called),
            ("minister", "Er komt geen fonds."),
            ("nispen", "Waarom komt dat fonds er niet?"),
        )
    )
    assert floors(x)[-1] == (("Jansen", True) if breaks else ("Van Nispen", False))


def test_a_reply_goes_over_to_what_another_member_alone_asked() -> None:
    """After the reply to whoever broke in, what only somebody else asked about is for them; what whoever broke in spoke of too is not."""
    x = exchange(
        debate(
            ("nispen", SPEECH + "Wanneer zijn de vispassages in de Maas klaar?"),
            ("chair", "Het woord is aan mevrouw Kuik."),
            ("kuik", SPEECH + "Stopt de minister met de bediening van bruggen op afstand?"),
            ("chair", "Het woord is aan de minister."),
            ("minister", "Ik begin met het algemene beeld van de vaarwegen in ons land en dat is goed. " * 4),
            ("kuik", "Ik heb nog geen antwoord over de bruggen."),
            ("minister", "Nee, daar stop ik niet mee. De vispassages in de Maas zijn in 2027 gereed."),
        )
    )
    assert [(a.to[0].name, a.ground) for a in x.addressed(7)] == [("Kuik", "interruption"), ("Van Nispen", "subject")]


def test_an_aside_to_a_third_ends_where_the_question_of_another_is_taken_up() -> None:
    """ "Daarbij zeg ik in de richting van de heer X …" does not take along what only another asked about."""
    x = exchange(
        debate(
            ("nispen", SPEECH + "Wil de minister de regeling chroom-6 openstellen voor nabestaanden?"),
            ("chair", "Het woord is aan de heer Koops."),
            ("koops", SPEECH + "Hoeveel reservisten komen er?"),
            ("chair", "Het woord is aan de minister."),
            (
                "minister",
                "Dat zijn 214 aanvragen. Daarbij zeg ik in de richting van de heer Koops: er komen 20.000 reservisten. "
                "Of de regeling chroom-6 ook voor nabestaanden open kan, laat ik uitzoeken.",
            ),
        )
    )
    assert [a.to[0].name if a.to else None for a in x.addressed(5)] == [None, "Koops", "Van Nispen"]


def test_a_heading_goes_over_to_whoever_asked_about_it() -> None:
    """ "De peuken." begins a subject: what follows is for who alone asked about it, up to the next paragraph; a sentence with a verb is none."""
    x = exchange(
        debate(
            ("nispen", SPEECH + "Wat doet de minister aan het vee dat blikjes eet?"),
            ("chair", "Het woord is aan mevrouw Kuik."),
            ("kuik", SPEECH + "Wanneer liggen er minder peuken op het strand?"),
            ("chair", "Het woord is aan de minister."),
            (
                "minister",
                "De heer Van Nispen vroeg naar het vee. Dat is naar om te zien.\nDe peuken. Ik maak een plan voor de stranden.\n"
                "Het vee blijft lijden. Voorzitter. De peuken op het strand. Dat plan is er in mei.\nAnders nog iets.",
            ),
        )
    )
    told = [a.to[0].name if a.to else None for a in x.addressed(5)]
    assert told == ["Van Nispen", "Van Nispen", "Kuik", "Kuik", None, None, "Kuik", "Kuik", None]


def test_the_chair_who_sees_no_more_interruptions_goes_on_to_the_second_term() -> None:
    """ "Ik zie geen interrupties meer, dus we gaan door met de tweede termijn" announces none: who speaks then holds a speech."""
    x = exchange(
        debate(
            ("nispen", SPEECH),
            ("chair", "Het woord is aan de minister."),
            ("minister", SPEECH),
            ("chair", "Dank. Ik zie geen interrupties meer, dus dan gaan we door met de tweede termijn. De heer Van Nispen."),
            ("nispen", "Voorzitter. Dank aan de minister. Ik blijf erbij dat mensen te lang wachten en ik vraag een tweeminutendebat aan."),
        )
    )
    assert [(p.term, p.interrupts) for p in x.places if p.turn.speaker.role != "chair"] == [(1, False), (1, False), (2, False)]


def test_what_concerns_a_subject_goes_over_to_whoever_asked_about_it() -> None:
    """ "Wat de boot betreft …" is no longer for the member who was being answered; a request without a question mark asks too."""
    x = exchange(
        debate(
            ("nispen", SPEECH + "Wat kost de trein?"),
            ("chair", "Het woord is aan mevrouw Kuik."),
            ("kuik", SPEECH + "Ik zou graag horen wat de boot kost."),
            ("chair", "Het woord is aan de minister."),
            ("minister", "De heer Van Nispen vroeg naar de trein. Die is gratis. Wat de boot betreft heb ik het bedrag niet paraat."),
        )
    )
    assert [a.to[0].name for a in x.addressed(5)] == ["Van Nispen", "Van Nispen", "Kuik"]


@pytest.mark.parametrize(
    ("said", "speaks"),
    [
        ("Ik spreek mede namens de SGP, die niet aanwezig kan zijn.", True),
        ("Ik spreek vandaag mede namens de SGP die helaas niet aanwezig kan zijn.", True),
        ("Ik lever deze bijdrage, niet alleen voor het CDA, maar ook namens de SGP.", True),
        ("Ik spreek niet alleen namens het CDA maar ook namens de SGP.", True),
        ("Dank voor het woord; ik spreek ook namens de SGP.", True),
        ("Dank u wel, voorzitter, ik spreek mede namens de SGP.", True),
        ("Voorzitter. Dit doe ik mede namens de SGP.", True),
        ("Voor het CDA voer ik vandaag het woord. Dat doe ik mede namens de SGP.", True),
        ("Ik sta hier mede namens de SGP, die vandaag verhinderd is.", True),
        ("Ik stel die vraag mede namens de SGP.", True),
        ("Vandaag mede namens de SGP.", True),
        ("Ik spreek mede namens de SGP, en straks dien ik een motie in.", True),
        ("Mijn inbreng, die ik mede namens de SGP doe, gaat over sluizen.", True),
        ("Voorzitter. Ik bedank de griffie en spreek mede namens de SGP.", True),
        ("Ik dien straks een motie in en voer vandaag het woord mede namens de SGP.", True),
        ("Mede namens het CDA en de SGP dank ik de griffie.", False),
        ("Ook namens de SGP spreek ik mijn waardering uit.", False),
        ("Ik spreek ook namens de SGP mijn medeleven uit.", False),
        ("Mede namens de SGP dank ik de ambtenaren.", False),
        ("Dank voor uw inbreng, ook namens de SGP.", False),
        ("Ik wil de minister danken voor zijn antwoorden. Dat doe ik mede namens de SGP.", False),
        ("Gefeliciteerd, mede namens de SGP.", False),
        ("Dit plan dien ik mede namens de SGP in.", False),
        ("Vandaag bied ik mede namens de SGP iets aan.", False),
        ("Ik spreek niet mede namens de SGP.", False),
        ("Ik heb geen mandaat ook namens de SGP te spreken.", False),
        ("Dit is geen inbreng mede namens de SGP.", False),
        ("Ik heb een motie. Die dien ik in mede namens de SGP.", False),
        ("Ik sluit mij aan bij de vragen van Koops, die hij ook namens de SGP stelde.", False),
    ],
)
def test_who_says_to_speak_for_another_party_too_does(said: str, speaks: bool) -> None:
    """However it is said, and whoever is absent; thanks, a motion, another's question and a denial are no speech for it."""
    told = [(who.name, party) for who, party in also_for(debate(("kuik", said), ("koops", "Goed.")))]
    assert told == ([("Kuik", "SGP")] if speaks else [])
