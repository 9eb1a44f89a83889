"""Reports as they come out of other PDF readers and other years: page numbers apart, running heads, headings in other forms."""

from __future__ import annotations

import pytest

from rag.errors import ReadError
from rag.read import read
from rag.read.headings import chair_change, parse, party_of
from rag.types import Transcript

FRONT = """De vaste commissie voor Onderwijs, Cultuur en Wetenschap heeft op
11 mei 2023 overleg gevoerd met de heer Wiersma, Minister voor Primair
en Voortgezet Onderwijs, over leesplannen.
Van dit overleg brengt de commissie bijgaand geredigeerd woordelijk
verslag uit.
Voorzitter: Smals
Griffier: Verhoev
Aanwezig zijn drie leden der Kamer, te weten: Kwint, Smals en Westerveld,
en de heer Wiersma, Minister voor Primair en Voortgezet Onderwijs.
Aanvang 10.02 uur.
"""


def report(body: str, front: str = FRONT, end: str = "Sluiting 12.58 uur.\n") -> Transcript:
    """A report without blank lines, read."""
    made = read((front + body + end).encode(), "verslag.txt")
    assert "".join(made.source[span.start : span.end] for span in made.spans) == made.source
    return made


def turns(made: Transcript) -> list[tuple[str, str | None, str, str]]:
    """Name, party, role and words of every turn."""
    return [(turn.speaker.name, turn.speaker.party, turn.speaker.role, turn.text) for turn in made.turns]


# --- page furniture


@pytest.mark.parametrize("apart", ["{foot}\n{page}\n", "{page}\n{foot}\n", "{foot}\n\n{page}\n\n", "{head}\n{tail} {page}\n"])
@pytest.mark.parametrize("feed", ["", "\f"])
def test_page_number_on_a_line_of_its_own(apart: str, feed: str) -> None:
    """A footer's page number on its own line, before or after it, is furniture: no word is cut by it, the closing is seen."""
    foot = "Tweede Kamer, vergaderjaar 2022–2023, 31 293, nr. 680"
    head, tail = "Tweede Kamer, vergaderjaar 2022–2023, 31 293,", "nr. 680"

    def end_of(page: int) -> str:
        return apart.format(foot=foot, head=head, tail=tail, page=page) + feed

    body = (
        "De voorzitter:\nWij beginnen met de leesvaardig-\n" + end_of(1) + "heden van kinderen.\n"
        "De heer Kwint (SP):\nEen vraag over 2022.\n" + end_of(2) + "Minister Wiersma:\nEen antwoord.\n"
    )
    made = report(body, end="Sluiting 12.58 uur.\n" + end_of(3))
    assert turns(made) == [
        ("Smals", None, "chair", "Wij beginnen met de leesvaardigheden van kinderen."),
        ("Kwint", "SP", "member", "Een vraag over 2022."),
        ("Wiersma", None, "government", "Een antwoord."),
    ]
    assert (made.meeting.id, made.meeting.end, made.meeting.pages) == ("kst-31293-680", "12:58", 3)
    assert [turn.page_at(0) for turn in made.turns] == [1, 2, 3]
    assert made.turns[0].page_at(40) == 2


def test_running_heads_and_page_numbers_between_form_feeds() -> None:
    """What stands at the top or the foot of page after page, numbers aside, was said by nobody; what it tells of the report is kept."""
    pages = [
        "De voorzitter:\nWelkom bij dit debat over scho-",
        "len. Dank u wel.\nDe heer Kwint (SP):\nIk vraag hoeveel kinderen er in",
        "2019\nzijn gezakt. Dank u wel.\nMinister Wiersma:\nDat weet ik niet. Dank u wel.",
        "Mevrouw Westerveld (GroenLinks):\nJammer. Dank u wel.\nSluiting 12.58 uur.",
    ]
    sheets = [f"Tweede Kamer, Onderwijs ONGECORRIGEERD STENOGRAM\n{page}\n{number}\n" for number, page in enumerate([FRONT, *pages], 1)]
    made = read("\f".join(sheets).encode(), "x")
    assert turns(made) == [
        ("Smals", None, "chair", "Welkom bij dit debat over scholen. Dank u wel."),
        ("Kwint", "SP", "member", "Ik vraag hoeveel kinderen er in 2019 zijn gezakt. Dank u wel."),
        ("Wiersma", None, "government", "Dat weet ik niet. Dank u wel."),
        ("Westerveld", "GroenLinks", "member", "Jammer. Dank u wel."),
    ]
    assert made.meeting.status == "ongecorrigeerd" and made.meeting.end == "12:58"


def test_what_returns_on_every_page_but_is_said_stays() -> None:
    """A sentence that many pages end with, and a heading that many begin with, are no running heads."""
    page = "De heer Kwint (SP):\nVoorzitter, een vraag nu.\nMinister Wiersma:\nDaar kom ik op terug."
    made = read("\f".join([FRONT + "De voorzitter:\nWelkom.", *[page] * 4, "Sluiting 12.58 uur."]).encode(), "x")
    assert len(made.turns) == 9 and made.turns[8].text == "Daar kom ik op terug."


def test_foot_of_the_handelingen() -> None:
    """Date, meeting and item number at the foot of a page of the Handelingen are furniture."""
    body = "De voorzitter:\nHet woord is aan de heer\n9 november 2022 TK 21 21-3-12\nKwint van de SP.\nDe heer Kwint (SP):\nDank u.\nTK 21\n21-3-13\n"
    assert [turn.text for turn in report(body).turns] == ["Het woord is aan de heer Kwint van de SP.", "Dank u."]


# --- events without blank lines


def test_events_in_a_report_without_blank_lines() -> None:
    """A suspension before a change of chair, and a subject with its title, were not said by the chair."""
    body = (
        "De voorzitter:\nIk open de vergadering.\nStikstofbeleid\nAan de orde is het debat over stikstof.\n"
        "De voorzitter:\nIk schors.\nDe vergadering wordt van 10.31 uur tot 10.45 uur geschorst.\nVoorzitter: Kwint\n"
        "De voorzitter:\nAan de orde is de stemming. Dank u wel.\n"
    )
    made = report(body)
    assert [(turn.speaker.name, turn.text) for turn in made.turns] == [
        ("Smals", "Ik open de vergadering."),
        ("Smals", "Ik schors."),
        ("Kwint", "Aan de orde is de stemming. Dank u wel."),
    ]
    assert made.meeting.suspensions == (("10:31", "10:45"),)
    assert [event.kind for event in made.events] == ["subject", "subject", "suspension", "chair", "closing"]


def test_a_motion_without_blank_lines_is_no_part_of_the_sentence_before() -> None:
    """ "Motie" and "De Kamer," begin paragraphs: no quote runs from the speech into the motion."""
    body = "De heer Kwint (SP):\nEen motie.\nMotie\nDe Kamer,\ngehoord de beraadslaging,\nverzoekt iets,\nen gaat over tot de orde van de dag.\n"
    made = report(body)
    assert made.turns[0].text.split("\n")[:2] == ["Een motie.", "Motie"]
    (motion,) = made.motions
    assert made.turns[0].text[motion.start : motion.start + 17] == "De Kamer, gehoord"


# --- headings


@pytest.mark.parametrize(
    ("line", "name", "party"),
    [
        ("De heer Van der Staaij (SGP) (per video):", "Van der Staaij", "SGP"),
        ("De heer Azarkan (DENK)(via videoverbinding):", "Azarkan", "DENK"),
        ("Mevrouw Ouwehand (Partij voor de Dieren):", "Ouwehand", "PvdD"),
        ("Mevrouw Bromet (GL):", "Bromet", "GroenLinks"),
        ("De heer Bosman (VVD), rapporteur:", "Bosman", "VVD"),
        ("De heer J.P.H. Donner (CDA):", "J.P.H. Donner", "CDA"),
        ("Mevrouw dr. A. de Wit (RIVM):", "A. de Wit", None),
        ("De heer Prof. dr. Jansen:", "Jansen", None),
        ("Prof. dr. Jansen (Universiteit Utrecht):", "Jansen", None),
        ("Mevrouw Van Dam-de Wit MSc (RIVM):", "Van Dam-de Wit", None),
        ("Staatssecretaris Broekers- Knol:", "Broekers-Knol", None),
        ("Gouverneur Knot:", "Knot", None),
        ("De heer Ellian (VVD) :", "Ellian", "VVD"),
    ],
)
def test_headings_in_other_forms(line: str, name: str, party: str | None) -> None:
    """A heading that is missed lays its words in the mouth of whoever spoke before: brackets, degrees and initials don't hide one."""
    found = parse(line)
    assert found is not None
    assert (found.name, party_of(found.paren, True)) == (name, party)


@pytest.mark.parametrize(
    ("line", "name", "office"),
    [
        ("De heer Hoekstra, minister van Financiën:", "Hoekstra", "Minister van Financiën"),
        ("De heer Hoekstra (minister van Financiën):", "Hoekstra", "Minister van Financiën"),
        ("De heer Hoekstra, Minister van Financiën (CDA):", "Hoekstra", "Minister van Financiën"),
        ("De minister van Financiën, de heer Hoekstra:", "Hoekstra", "Minister van Financiën"),
        ("De Minister van Financiën (Hoekstra):", "Hoekstra", "Minister van Financiën"),
        ("Minister Hoekstra van Financiën:", "Hoekstra", "Minister van Financiën"),
        ("De minister van Financiën:", None, "Minister van Financiën"),
        ("Minister van Financiën:", None, "Minister van Financiën"),
        ("De minister van Landbouw, Natuur en Voedselkwaliteit:", None, "Minister van Landbouw, Natuur en Voedselkwaliteit"),
        ("De minister voor Primair en Voortgezet Onderwijs:", None, "Minister voor Primair en Voortgezet Onderwijs"),
        (
            "Mevrouw De Vries, staatssecretaris van Financiën – Toeslagen en Douane:",
            "De Vries",
            "Staatssecretaris van Financiën – Toeslagen en Douane",
        ),
        ("De heer Rutte, minister-president, minister van Algemene Zaken:", "Rutte", "Minister-president, minister van Algemene Zaken"),
        ("De minister-president:", None, "Minister-president"),
        ("Minister Schultz van Haegen:", "Schultz van Haegen", "Minister"),
        ("Minister van Engelshoven:", "van Engelshoven", "Minister"),
        ("De minister De Jonge:", "De Jonge", "Minister"),
    ],
)
def test_headings_with_an_office(line: str, name: str | None, office: str) -> None:
    """The office is never part of a name, nor a name part of the office."""
    found = parse(line)
    assert found is not None and (found.kind, found.name, found.office) == ("government", name, office)


@pytest.mark.parametrize(
    "line",
    [
        "De heer Jansen zei het volgende:",
        "Mevrouw Kuik vroeg:",
        "De heer Bosman (VVD), die vroeg:",
        "Mijn vraag aan de minister:",
        "Ik citeer de heer Jansen:",
        "De minister van Financiën zei:",
        "De minister antwoordde toen:",
        "De heer Hoekstra, minister van Financiën, schreef:",
        "De heer Jansen, directeur van de VNG, zei:",
        "De heer Jansen, wethouder van Utrecht zegt:",
        "De griffier telde:",
        "Minister:",
    ],
)
def test_sentences_that_are_no_headings(line: str) -> None:
    """A sentence about somebody is no heading, though it ends in a colon."""
    assert parse(line) is None


@pytest.mark.parametrize("line", ["Voorzitter: Tellegen (VVD)", "Tijdelijke voorzitter: Tellegen", "Voorzitter: mevrouw mr. Tellegen"])
def test_changes_of_chair_in_other_forms(line: str) -> None:
    """A party, a degree or a spelling does not hide who takes the chair."""
    assert chair_change(line) == "Tellegen"


@pytest.mark.parametrize(
    "line", ["De voorzitter (Tellegen):", "De fungerend voorzitter (mevrouw Tellegen):", "Mevrouw Tellegen (voorzitter):"]
)
def test_a_chair_named_in_the_heading(line: str) -> None:
    """Whoever the heading itself names is in the chair for that turn."""
    assert turns(report(f"{line}\nWelkom.\n"))[0][:3] == ("Tellegen", None, "chair")


def test_a_member_who_chairs_by_a_second_bracket() -> None:
    """ "(CDA) (voorzitter)" speaks from the chair, not for the party."""
    made = report("Mevrouw Smals (VVD) (voorzitter):\nWelkom.\nDe heer Kwint (SP):\nDank.\n")
    assert turns(made)[0] == ("Smals", None, "chair", "Welkom.")


@pytest.mark.parametrize(
    ("paren", "role"),
    [
        ("voorzitter van de commissie", "member"),
        ("lid van de Tweede Kamer", "member"),
        ("rapporteur", "member"),
        ("voorzitter van de FNV", "guest"),
        ("lid van de Raad van Bestuur", "guest"),
        ("directeur VNG", "guest"),
    ],
)
def test_a_function_between_brackets(paren: str, role: str) -> None:
    """A function in the Kamer is a member's, one elsewhere a guest's; neither is a party."""
    assert turns(report(f"De voorzitter:\nDag.\nDe heer Bos ({paren}):\nDag.\n"))[1][:3] == ("Bos", None, role)


@pytest.mark.parametrize(
    ("paren", "party"),
    [
        ("Groep Bontes/Van Klaveren", "Groep Bontes/Van Klaveren"),
        ("fractie-Otten", "fractie-Otten"),
        ("Lid Van Haga", "Lid Van Haga"),
        ("ChristenUnie/SGP", "ChristenUnie/SGP"),
        ("lid van de Raad van Bestuur", None),
        ("Lid Raad van Toezicht", None),
        ("groep van wijzen", None),
        ("Nationale ombudsman", None),
        ("VNO-NCW", None),
    ],
)
def test_what_is_a_party(paren: str, party: str | None) -> None:
    """A group carries its members' names; a function in an organisation is no group, nor is an organisation a party at a hearing."""
    assert party_of(paren, True) == party


def test_an_organisation_is_no_party_where_the_members_are_listed() -> None:
    """Whoever is not among the members listed and has an unknown word between brackets speaks as a guest."""
    made = report("De voorzitter:\nWelkom.\nMevrouw De Wit (RIVM):\nDank.\nMevrouw Westerveld (Nieuwlicht):\nGoed.\n")
    assert [turn[:3] for turn in turns(made)[1:]] == [("De Wit", None, "guest"), ("Westerveld", "Nieuwlicht", "member")]


MORE = """De voorzitter:
Welkom.
De minister voor Primair en
Voortgezet Onderwijs:
Dank.
De Minister:
Nog iets.
De minister van Financiën:
Ook ik.
Mevrouw Kaag, minister van Financiën:
Dat was ik.
De staatssecretaris:
En ik.
De griffier:
Drie stemmen voor.
De heer Smals (VVD), voorzitter:
Dank u.
De heer Kwint:
Een vraag aan de minister:
wat nu?
"""


def test_who_an_office_is() -> None:
    """An office without a name is whoever bears it, where the list of those present or another heading tells that of one; else the office."""
    assert [turn[:3] for turn in turns(report(MORE))] == [
        ("Smals", None, "chair"),
        ("Wiersma", None, "government"),
        ("Minister", None, "government"),  # there are two
        ("Kaag", None, "government"),
        ("Kaag", None, "government"),
        ("Staatssecretaris", None, "government"),
        ("Verhoev", None, "guest"),
        ("Smals", None, "chair"),
        ("Kwint", None, "member"),
    ]
    assert [turn.speaker.office for turn in report(MORE).turns[1:7]] == ["Minister", None, "Minister", "Minister", None, "Griffier"]
    without = read((MORE + "Sluiting 12.58 uur.\n").encode(), "x")
    assert [turn[0] for turn in turns(without)[1:3]] == ["Minister voor Primair en Voortgezet Onderwijs", "Kaag"]
    assert turns(without)[6][0] == "De griffier"
    assert [person.name for person in without.meeting.present] == ["Kaag", "Smals", "Kwint"]  # an office is no person


def test_offices_that_begin_alike() -> None:
    """ "De minister van Financiën" is not the minister of something more; "De minister" is neither where there are two."""
    body = "De voorzitter:\nDag.\nDe heer Bos, minister van Financiën:\nA.\nDe heer Nijs, minister van Financiën – Fiscaliteit:\nB.\nMinister Kaag:\nC.\n"
    asked = "De minister van Financiën:\nA.\nDe minister van Financiën – Fiscaliteit:\nB.\nDe minister:\nC.\n"
    assert [turn[0] for turn in turns(report(body + asked, front=""))[4:]] == ["Bos", "Nijs", "Minister"]


def test_an_office_in_a_letter_is_no_transcript() -> None:
    """A letter in which an office stands on a line of its own has no turn."""
    with pytest.raises(ReadError, match="geen verslag"):
        read(b"Geachte voorzitter,\n\nhierbij de brief.\n\nDe minister van Defensie:\n\nJansen\n", "brief.txt")


def test_several_unknown_names_between_brackets_are_organisations() -> None:
    """One unknown name beside known parties may be a new party; several are guests' organisations, though nothing says it is a hearing."""
    body = "De voorzitter:\nWelkom.\nDe heer Kwint (SP):\nDag.\nMevrouw El-Haddad (Nieuwlicht):\nDag.\n"
    guests = "De heer Jansen (VNG):\nDag.\nMevrouw 't Hart (UWV):\nDag.\nDe heer Bos (Raad voor Cultuur):\nDag.\n"
    assert turns(report(body, front=""))[2][:3] == ("El-Haddad", "Nieuwlicht", "member")
    assert [turn[1:3] for turn in turns(report(body + guests, front=""))[2:]] == [(None, "guest")] * 4


INLINE = """De voorzitter: Het woord is aan de heer Kwint.
De heer Kwint (SP): Voorzitter. Ik heb een vraag aan
mevrouw Westerveld: wat wil zij?
Mevrouw Westerveld (GroenLinks): Lezen.
Tweede Kamer, vergaderjaar 2022–2023, 31 293, nr. 680 1
Minister Wiersma: Dat wil ik ook.
Voorzitter: Kwint
De voorzitter: De heer
Smals.
De heer Smals
(VVD): Ik sluit mij aan.
"""


def test_headings_on_the_line_of_the_speech() -> None:
    """Where a record prints its headings in front of the speech, each turn still has its own mouth."""
    assert turns(report(INLINE)) == [
        ("Smals", None, "chair", "Het woord is aan de heer Kwint."),
        ("Kwint", "SP", "member", "Voorzitter. Ik heb een vraag aan mevrouw Westerveld: wat wil zij?"),
        ("Westerveld", "GroenLinks", "member", "Lezen."),
        ("Wiersma", None, "government", "Dat wil ik ook."),
        ("Kwint", None, "chair", "De heer Smals."),
        ("Smals", "VVD", "member", "Ik sluit mij aan."),
    ]


def test_a_few_turns_on_the_line_of_their_heading() -> None:
    """Three turns without front matter, each behind its heading, are a record; three lines of a letter are not."""
    made = read(
        b"De voorzitter: Ik open.\nDe heer De Boer (SP): Geen molens. De minister zei: dat komt.\nMinister Visser: Geen molens.\n", "x"
    )
    assert turns(made) == [
        ("De voorzitter", None, "chair", "Ik open."),
        ("De Boer", "SP", "member", "Geen molens. De minister zei: dat komt."),
        ("Visser", None, "government", "Geen molens."),
    ]
    with pytest.raises(ReadError, match="geen verslag"):
        read(b"Geachte heer,\nDe voorzitter: de heer Jansen.\nVan der Berg: penningmeester.\nSecretaris: niemand.\n", "x")


def test_a_heading_quoted_in_a_speech_stays_speech() -> None:
    """Where headings have their own lines, "De heer X (SP): …" in front of words is what somebody reads out."""
    body = "De heer Kwint (SP):\nIn het verslag staat het.\nDe heer Smals (VVD): Ik ben tegen.\nDat is duidelijk.\nMevrouw Westerveld (GroenLinks):\nJa.\n"
    assert [turn.speaker.name for turn in report(body).turns] == ["Kwint", "Westerveld"]


# --- meeting data


def test_committee_with_commas_and_a_subject_in_lower_case() -> None:
    """The committee's whole name, and the subject of the sentence that tells of the meeting."""
    meeting = report("De voorzitter:\nWelkom.\n").meeting
    assert (meeting.committee, meeting.title, meeting.date) == ("Onderwijs, Cultuur en Wetenschap", "Leesplannen", "2023-05-11")


@pytest.mark.parametrize(
    "page",
    [
        "35 925 XVI\nVaststelling van de begroting van Volksgezondheid,\nWelzijn en Sport voor 2022\nNr. 173\nVERSLAG VAN EEN NOTAOVERLEG\n",
        "35 925 XVI Vaststelling van de begroting van Volksgezondheid,\nWelzijn en Sport voor 2022\nNr. 173 VERSLAG VAN EEN NOTAOVERLEG\n",
    ],
)
def test_title_page_of_a_budget(page: str) -> None:
    """A dossier with a Roman number, its title on the next lines: the number is no title, and the title is whole.

    It is the meeting's where nothing tells what the meeting itself was about.
    """
    front = "Vergaderjaar 2021–2022\n" + page + FRONT
    made = report("De voorzitter:\nWelkom.\n", front=front.replace(", over leesplannen", ""))
    assert (made.meeting.id, made.meeting.kind) == ("kst-35925-XVI-173", "notaoverleg")
    assert made.meeting.title == "Vaststelling van de begroting van Volksgezondheid, Welzijn en Sport voor 2022"
    assert report("De voorzitter:\nWelkom.\n", front=front).meeting.title == "Leesplannen"
    opening = "De voorzitter:\nIk open dit notaoverleg over zwemveiligheid.\n"
    assert report(opening, front=front.replace(", over leesplannen", "")).meeting.title == "Zwemveiligheid"


def test_a_hyphen_that_stands_for_the_rest_of_a_word_stays_in_a_title() -> None:
    """ "Zee- en kustvisserij" is no word broken at a line end."""
    front = "Vergaderjaar 2021–2022\n29 675 Zee- en kustvis-\nserij\nNr. 173 VERSLAG VAN EEN NOTAOVERLEG\n" + FRONT
    made = report("De voorzitter:\nWelkom.\n", front=front.replace(", over leesplannen", ""))
    assert made.meeting.title == "Zee- en kustvisserij"


def test_guests_with_degrees_and_organisations() -> None:
    """Degrees and organisations in the list of those present are no names."""
    front = (
        "De vaste commissie voor Financiën heeft op 6 oktober 2022 een rondetafelgesprek gevoerd over geld.\nVoorzitter: Smals\n"
        "Aanwezig zijn twee leden der Kamer, te weten: Kwint en Smals,\n"
        "alsmede mevrouw De Bruin (Bank), de heer Drs. Van den Berg (VNG) en mevrouw prof. dr. Bolle (UU).\nAanvang 10.00 uur.\n"
    )
    made = report("De voorzitter:\nWelkom.\nMevrouw Bolle (UU):\nDank.\n", front=front)
    assert [p.name for p in made.meeting.present if p.role == "guest"] == ["De Bruin", "Van den Berg", "Bolle"]


def test_who_an_office_is_in_indirect_speech() -> None:
    """ "De Minister antwoordt" in a *beknopt verslag* is the one minister present; the chair's opening gives the hour."""
    text = (
        "BEKNOPT VERSLAG\n\nVoorzitter: De Groot\n\nAanwezig zijn de heer Madlener (PVV), de heer Stoffer (SGP) en de heer Harbers, "
        "Minister van Infrastructuur en Waterstaat.\n\nDe voorzitter opent de vergadering om 13.00 uur.\n\nDe heer Madlener (PVV) vraagt iets.\n\n"
        "De heer Stoffer (SGP) sluit zich aan.\n\nDe Minister antwoordt dat de brief komt.\n"
    )
    made = read(text.encode(), "x")
    assert (made.turns[-1].speaker.name, made.turns[-1].speaker.office) == ("Harbers", "Minister")
    assert made.meeting.start == "13:00"


def test_a_completed_report_without_a_number_is_the_same_meeting() -> None:
    """No official id: with a date a meeting is known by how it begins; without one, by all its words."""
    head = "Verslag van een commissiedebat\n\nVergaderjaar 2023-2024\n\nDe commissie heeft op 6 maart 2024 overleg gevoerd over windmolens.\n\n"
    body = "Voorzitter: Jansen\n\nDe voorzitter:\nIk open de vergadering.\n\nDe heer De Boer (SP):\nGeen molens.\n\nMinister Visser:\nWel molens.\n\n"
    more = "De heer De Boer (SP):\nJammer.\n\nSluiting 11.00 uur.\n"

    def ident(text: str) -> str:
        return read(text.encode(), "x.txt").meeting.id

    assert read((head + body).encode(), "x.txt").meeting.date == "2024-03-06"
    assert ident(head + body) == ident(head + body + more)
    assert ident(head + body) != ident((head + body).replace("Geen molens", "Meer zon"))
    assert ident(body) != ident(body + more)
