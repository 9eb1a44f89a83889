"""Reading reports in text form: turns, speakers, pages, meeting data, hyphens, spans; and files that are no report."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from rag.errors import ReadError
from rag.read import MAX_BYTES, read
from rag.read.front import GUEST_KINDS, KINDS
from rag.read.headings import parse
from rag.render.wording import KIND
from rag.types import Transcript, Turn

FRONT = """De vaste commissie voor Justitie en Veiligheid heeft op 5 december 2019
overleg gevoerd met mevrouw Broekers-Knol, Staatssecretaris van
Justitie en Veiligheid, over:
– de brief van de Staatssecretaris d.d. 13 september 2019 inzake iets (Kamerstuk 28 638, nr. 174).

Van dit overleg brengt de commissie bijgaand geredigeerd woordelijk
verslag uit.

Voorzitter: Futselaar
Griffier: Tielens-Tripels

Aanwezig zijn twee leden der Kamer, te weten: Futselaar en Van Nispen,

en mevrouw Broekers-Knol, Staatssecretaris van Justitie en Veiligheid.

Aanvang 10.03 uur.
"""


def report(body: str, front: str = FRONT, end: str = "\nSluiting 14.00 uur.\n") -> Transcript:
    """A report with this body, read."""
    return read((front + "\n" + body + end).encode(), "verslag.txt")


def who(turn: Turn) -> tuple[str, str | None, str]:
    """Name, party and role."""
    return turn.speaker.name, turn.speaker.party, turn.speaker.role


def encode_like(text: str, data: bytes) -> bytes:
    """The inverse of `decode` for a file that read well: the text in the encoding the bytes were in."""
    if data.startswith(b"\xff\xfe"):
        return text.encode("utf-16-le")
    if data.startswith(b"\xfe\xff"):
        return text.encode("utf-16-be")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return text.encode("cp1252")
    return text.encode("utf-8")


def rejoined(transcript: Transcript) -> str:
    """The source out of its spans, after checking that they touch."""
    spans = transcript.spans
    assert spans[0].start == 0 and spans[-1].end == len(transcript.source)
    assert all(one.end == other.start for one, other in zip(spans, spans[1:], strict=False))
    return "".join(transcript.source[span.start : span.end] for span in spans)


def check_maps(transcript: Transcript) -> None:
    """Every run of a source map holds the same characters on both sides, and the runs cover every letter."""
    for turn in transcript.turns:
        covered = 0
        for offset, source, length in turn.source_map:
            assert turn.text[offset : offset + length] == transcript.source[source : source + length]
            covered += length
        assert covered >= len(turn.text.replace(" ", "").replace("\n", ""))


# --- the bundled debate


def test_seed_turns(seed_bytes: bytes) -> None:
    """The bundled debate has exactly 283 turns, each from the right mouth."""
    turns = read(seed_bytes, "x").turns
    assert [turn.number for turn in turns] == list(range(1, 284))
    chairs = Counter(turn.speaker.name for turn in turns if turn.speaker.role == "chair")
    assert chairs == {"Futselaar": 85, "Van Nispen": 14, "Van der Graaf": 2}
    assert all(turn.speaker.party is None for turn in turns if turn.speaker.role != "member")
    parties = Counter(turn.speaker.party for turn in turns if turn.speaker.role == "member")
    assert parties == {"VVD": 24, "ChristenUnie": 22, "CDA": 19, "PVV": 13, "GroenLinks": 12, "SP": 11, "SGP": 7}
    state = [turn for turn in turns if turn.speaker.role == "government"]
    assert len(state) == 74 and {(turn.speaker.name, turn.speaker.office) for turn in state} == {("Broekers-Knol", "Staatssecretaris")}


def test_seed_source_is_accounted_for(seed_bytes: bytes) -> None:
    """Spans re-join to the file byte for byte, and source maps lead back to the same characters."""
    transcript = read(seed_bytes, "x")
    assert rejoined(transcript).encode() == seed_bytes
    check_maps(transcript)


def test_seed_pages(seed_bytes: bytes) -> None:
    """55 pages; the surviving footers fall on 27 and 49, and a quote's page is that of its words."""
    transcript = read(seed_bytes, "x")
    assert transcript.meeting.pages == 55
    by_number = {turn.number: turn for turn in transcript.turns}
    assert by_number[1].page_first == 2
    assert by_number[283].page_last == 55
    before = next(turn for turn in transcript.turns if "doen van valse aangifte" in turn.text)
    assert before.page_at(before.text.index("doen van valse aangifte")) == 27
    assert before.page_at(before.text.index("boosaardige types")) == 28
    split = next(turn for turn in transcript.turns if "goede elementen van die aanpak" in turn.text)
    assert (split.page_first, split.page_last) == (49, 50)


def test_seed_meeting(seed_bytes: bytes) -> None:
    """The meeting's data are what the record says."""
    meeting = read(seed_bytes, "x").meeting
    assert (meeting.id, meeting.title, meeting.kind) == ("kst-28638-178", "Mensenhandel", "algemeen overleg")
    assert (meeting.committee, meeting.date, meeting.status) == ("Justitie en Veiligheid", "2019-12-05", "geredigeerd")
    assert meeting.reference == "Kamerstukken II 2019/20, 28638, nr. 178"
    assert (meeting.start, meeting.end, meeting.suspensions) == ("10:03", "14:00", (("11:17", "11:42"), ("13:18", "13:43")))
    assert meeting.chairs == ("Futselaar", "Van Nispen", "Van der Graaf") and meeting.language == "nl"
    present = {(person.name, person.party, person.role) for person in meeting.present}
    assert len(meeting.present) == 9
    assert {("Futselaar", None, "member"), ("Kuik", "CDA", "member"), ("Broekers-Knol", None, "government")} <= present
    assert [item.reference for item in meeting.agenda] == [f"28 638, nr. {n}" for n in (174, 175, 176, 177)] + ["34 193, nr. 10"]


def test_seed_hyphens(seed_bytes: bytes) -> None:
    """Line-end hyphens are gone, real ones stay."""
    text = "\n".join(turn.text for turn in read(seed_bytes, "x").turns)
    for word in (
        "Dublin-claimant",
        "motie-Segers/Asscher",
        "amv-opvang",
        "een-op-een",
        "collega-bewindspersonen",
        "verplichtingen",
        "Staatssecretaris",
    ):
        assert word in text
    assert "Staatssecre-" not in text and "mensen-handel" not in text


def test_seed_events(seed_bytes: bytes) -> None:
    """Suspensions, changes of chair and the closing stand between turns, in no one's mouth."""
    transcript = read(seed_bytes, "x")
    assert [(event.kind, event.after_turn) for event in transcript.events] == [
        ("suspension", 90),
        ("chair", 252),
        ("suspension", 253),
        ("chair", 264),
        ("chair", 267),
        ("closing", 283),
    ]
    assert not any("geschorst." in turn.text and "13.43" in turn.text for turn in transcript.turns)


# --- headings


HEADINGS: list[tuple[str, tuple[str, str | None, str]]] = [
    ("De heer Van Nispen (SP):", ("Van Nispen", "SP", "member")),
    ("De heer Van Nispen (SP) :", ("Van Nispen", "SP", "member")),
    (" Mevrouw Kuik (CDA):", ("Kuik", "CDA", "member")),
    ("Het lid Kostić (PvdD):", ("Kostić", "PvdD", "member")),
    ("Kamerlid Kostić (PvdD):", ("Kostić", "PvdD", "member")),
    ("Mevrouw Van den Berg-Jansen (CDA):", ("Van den Berg-Jansen", "CDA", "member")),
    ("Mevrouw Van den Berg-\nJansen (CDA):", ("Van den Berg-Jansen", "CDA", "member")),
    ("De heer Van\nWijngaarden (VVD):", ("Van Wijngaarden", "VVD", "member")),
    ("Mevrouw Van der Graaf\n(ChristenUnie):", ("Van der Graaf", "ChristenUnie", "member")),
    ("De heer Van Wijn-\ngaarden (VVD):", ("Van Wijngaarden", "VVD", "member")),
    ("Mevrouw Mutluer (GroenLinks-PvdA):", ("Mutluer", "GroenLinks-PvdA", "member")),
    ("De heer Van Otterloo (50PLUS):", ("Van Otterloo", "50PLUS", "member")),
    ("De heer Sneller (D66):", ("Sneller", "D66", "member")),
    ("De heer Bontes (Groep Bontes/Van Klaveren):", ("Bontes", "Groep Bontes/Van Klaveren", "member")),
    ("De heer Van Haga (Groep Van Haga):", ("Van Haga", "Groep Van Haga", "member")),
    ("De heer Van ’t Wout (VVD):", ("Van ’t Wout", "VVD", "member")),
    ("De heer Léon de Jong (PVV):", ("Léon de Jong", "PVV", "member")),
    ("De heer Öztürk (DENK):", ("Öztürk", "DENK", "member")),
    ("De heer El Yassini (VVD):", ("El Yassini", "VVD", "member")),
    ("De heer R. de Roon (PVV):", ("R. de Roon", "PVV", "member")),
    ("Minister Grapperhaus:", ("Grapperhaus", None, "government")),
    ("Minister-president Rutte:", ("Rutte", None, "government")),
    ("Staatssecretaris Broekers-Knol:", ("Broekers-Knol", None, "government")),
    ("De heer Ellian (voorzitter van de commissie):", ("Ellian", None, "member")),
    ("Mevrouw Jansen:", ("Jansen", None, "guest")),
    ("De heer Eichelsheim:", ("Eichelsheim", None, "guest")),
    ("De voorzitter:", ("Futselaar", None, "chair")),
]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
@pytest.mark.parametrize("blank", ["\n", ""])
def test_headings(heading: str, expected: tuple[str, str | None, str], blank: str) -> None:
    """Each printed form of a heading opens a turn of the right person, party and role, with or without a blank line before it."""
    body = f"De voorzitter:\nIk open dit algemeen overleg.\n{blank}{heading}\nDank u wel, voorzitter. Ik heb één vraag.\n"
    turns = report(body).turns
    assert len(turns) == 2
    assert who(turns[1]) == expected
    assert turns[1].text == "Dank u wel, voorzitter. Ik heb één vraag."


@pytest.mark.parametrize(
    "line",
    [
        "De heer Van Wijngaarden vroeg:",
        "Over het verhogen van de pakkans zei de heer Van Wijngaarden:",
        "De heer Van Nispen en mevrouw Kuik vroegen mij het volgende:",
        "Mevrouw Kuik van het CDA heeft gevraagd:",
        "Minister Grapperhaus schreef toen:",
        "De voorzitter van de commissie zei:",
        "Dan kom ik bij de volgende vraag:",
        "de heer Van Nispen:",
        "Voorzitter: ik rond af",
    ],
)
def test_sentences_are_no_headings(line: str) -> None:
    """A sentence that ends in a colon is speech, also when it names a person."""
    turns = report(f"De voorzitter:\nIk open.\n\nMinister Grapperhaus:\nDank u.\n{line}\nhoe zit dat? Dat weet ik.\n").turns
    assert len(turns) == 2 and line in turns[1].text


def test_wrapped_name_is_no_heading() -> None:
    """A line that only looks like a heading because the sentence before it was broken there is speech."""
    turns = report("De voorzitter:\nToen kreeg ik een brief van\nMevrouw Jansen:\ndie was lang.\n").turns
    assert len(turns) == 1


def test_role_and_party_are_per_turn() -> None:
    """One person chairs, speaks as a member, and later for another party; two people share a surname."""
    body = """De voorzitter:
Ik geef het woord.

Voorzitter: Van Nispen

De voorzitter:
Ik neem het over.

De heer Futselaar (SP):
Een vraag.

De heer Van Haga (VVD):
Eerst zo.

De heer Van Haga (Groep Van Haga):
Dan zo.

De heer Mulder (PVV):
Ik.

Mevrouw Mulder (CDA):
En ik.
"""
    transcript = report(body)
    assert [who(turn) for turn in transcript.turns] == [
        ("Futselaar", None, "chair"),
        ("Van Nispen", None, "chair"),
        ("Futselaar", "SP", "member"),
        ("Van Haga", "VVD", "member"),
        ("Van Haga", "Groep Van Haga", "member"),
        ("Mulder", "PVV", "member"),
        ("Mulder", "CDA", "member"),
    ]
    parties = [(person.name, person.party) for person in transcript.meeting.present]
    assert ("Van Haga", "VVD") in parties and ("Van Haga", "Groep Van Haga") in parties


@pytest.mark.parametrize("line", ["Voorzitter: Arib", "Tijdelijk voorzitter: Arib", "Ondervoorzitter: Arib", " Voorzitter: mevrouw Arib"])
def test_change_of_chair(line: str) -> None:
    """The chair's turns belong to whoever the record last put in the chair."""
    turns = report(f"De voorzitter:\nIk ga.\n\n{line}\n\nDe voorzitter:\nIk kom.\n").turns
    assert [turn.speaker.name for turn in turns] == ["Futselaar", "Arib"]


def test_unnamed_chair() -> None:
    """A chair whom the record does not name is De voorzitter."""
    turns = report("De voorzitter:\nIk open dit overleg.\n", front="Aanvang 10.00 uur.\n").turns
    assert who(turns[0]) == ("De voorzitter", None, "chair")


def test_round_table() -> None:
    """At a round table what stands between brackets is an organisation, unless it is a party."""
    front = "De vaste commissie voor Defensie heeft op 3 juli 2025 een rondetafelgesprek gevoerd over Drones.\nVoorzitter: Kahraman\n\nAanvang 10.00 uur.\n"
    transcript = report("De voorzitter:\nWelkom.\n\nMevrouw Jansen (TNO):\nDank.\n\nDe heer Pool (PVV):\nEen vraag.\n", front=front)
    assert [who(turn) for turn in transcript.turns] == [("Kahraman", None, "chair"), ("Jansen", None, "guest"), ("Pool", "PVV", "member")]
    assert transcript.meeting.kind == "rondetafelgesprek" and transcript.meeting.committee == "Defensie"


@pytest.mark.parametrize("kind", [*sorted(KINDS), "71ste vergadering"])
def test_every_kind_of_meeting_has_a_name_in_both_languages(kind: str) -> None:
    """What a report calls itself is known, and a reader of English reads it in English; so is a sitting of the whole house."""
    found = report("De voorzitter:\nIk open.\n", front=f"Verslag van een {kind}\n\nAanvang 10.00 uur.\n").meeting.kind
    assert found == ("plenair" if kind == "71ste vergadering" else kind)
    assert KIND["nl"][found] and KIND["en"][found] != KIND["nl"][found]
    assert KIND["en"].keys() > KINDS > GUEST_KINDS


def test_title_page_without_blank_lines() -> None:
    """A title page whose lines stand close together reads the same, and its imprint and first footer are furniture."""
    page = "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2019-2020\n28 638 Mensenhandel\nNr. 178 VERSLAG VAN EEN ALGEMEEN OVERLEG\nVastgesteld 20 januari 2020\n"
    imprint = "kst-28638-178\nISSN 0921 - 7371\n’s-Gravenhage 2020 Tweede Kamer, vergaderjaar 2019–2020, 28 638, nr. 178 1\nVoorzitter:"
    front = page + "\n".join(line for line in FRONT.splitlines() if line).replace("Voorzitter:", imprint)
    transcript = report("De voorzitter:\nIk open.\n", front=front)
    meeting = transcript.meeting
    assert (meeting.id, meeting.title, meeting.kind, meeting.pages) == ("kst-28638-178", "Mensenhandel", "algemeen overleg", 2)
    assert [item.reference for item in meeting.agenda] == ["28 638, nr. 174"] and transcript.turns[0].page_first == 2
    assert [person.name for person in meeting.present] == ["Futselaar", "Van Nispen", "Broekers-Knol"]


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("Vastgesteld 15 september 2025\n", " 2024/25"),
        ("Vastgesteld 16 september 2025\n", " 2025/26"),
        ("Vastgesteld 20 januari 2000\n", " 1999/00"),
        ("Vergaderjaar 2024-2025\nVastgesteld 1 oktober 2025\n", " 2024/25"),
        ("", ""),
    ],
)
def test_the_parliamentary_year_of_a_report(printed: str, year: str) -> None:
    """It is the one printed, else that of the day of adoption, changing on the third Tuesday of September; a report that tells neither has none."""
    front = f"30 872 Landelijk afvalbeheerplan\n\nNr. 341 VERSLAG VAN EEN COMMISSIEDEBAT\n{printed}\n" + FRONT
    assert report("De voorzitter:\nIk open.\n", front=front).meeting.reference == f"Kamerstukken II{year}, 30872, nr. 341"


def test_title_page() -> None:
    """A title page gives id, title, kind and reference; the day it was adopted is not the day it was held."""
    page = "Tweede Kamer der Staten-Generaal 2\n\nVergaderjaar 2019-2020\n\n33 400 XVI Begroting Volksgezondheid\n\nNr. 139 VERSLAG VAN EEN NOTAOVERLEG\nVastgesteld 20 januari 2020\n\n"
    meeting = report("De voorzitter:\nIk open.\n", front=page + FRONT).meeting
    assert (meeting.id, meeting.title, meeting.kind, meeting.date) == (
        "kst-33400-XVI-139",
        "Begroting Volksgezondheid",
        "notaoverleg",
        "2019-12-05",
    )
    assert meeting.reference == "Kamerstukken II 2019/20, 33400-XVI, nr. 139"


def test_head_of_the_handelingen() -> None:
    """An item of the Handelingen is known by its official id and reference."""
    front = "Tweede Kamer der Staten-Generaal\n\nHandelingen II 2024/25, nr. 71, item 8\n\n71ste vergadering\nWoensdag 23 april 2025\n\n"
    meeting = report("De voorzitter:\nAan de orde is het debat over de binnenvaart en laagwater. Welkom.\n", front=front).meeting
    assert (meeting.id, meeting.reference) == ("h-tk-20242025-71-8", "Handelingen II 2024/25, nr. 71, item 8")
    assert (meeting.title, meeting.kind, meeting.date) == ("Binnenvaart en laagwater", "plenair", "2025-04-23")


def test_an_item_of_the_handelingen_ends_where_its_debate_is_closed() -> None:
    """Within a sitting that goes on; and who is listed behind the minister is a member, no part of an office."""
    front = (
        "Handelingen II 2025/26, nr. 14, item 9\n\nVergaderdatum: 5 november 2025\n\nVoorzitter: Hoogeveen\n\n"
        "Aanwezig zijn mevrouw Ravensbergen, minister van Onderwijs, Cultuur en Wetenschap, en de leden Azzouz en Van Dijk.\n\n"
    )
    body = "De voorzitter:\nAan de orde is het debat over de bibliotheek. Ik sluit de beraadslaging.\n\n"
    meeting = report(body, front=front, end="De beraadslaging wordt gesloten.\n").meeting
    assert meeting.status == "unknown" and report(body, front=front, end="").meeting.status == "incomplete"
    assert [(p.name, p.office) for p in meeting.present if p.role == "government"] == [
        ("Ravensbergen", "Minister van Onderwijs, Cultuur en Wetenschap")
    ]
    assert {"Azzouz", "Van Dijk"} <= {p.name for p in meeting.present if p.role == "member"}


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "Ik open dit commissiedebat van de vaste commissie voor Economie. Het onderwerp van vandaag is warmtenetten. Welkom.",
            "Warmtenetten",
        ),
        ("Ik open dit notaoverleg van de vaste commissie voor Verkeer en Waterstaat over het spoor. Welkom.", "Spoor"),
        ("Ik open dit commissiedebat over veteranen en oefenterreinen. Welkom.", "Veteranen en oefenterreinen"),
        ("Ik open dit notaoverleg over vaarwegen van de vaste commissie voor Verkeer en Waterstaat. Welkom.", "Vaarwegen"),
        ("Aan de orde is het commissiedebat van de vaste commissie voor Verkeer en Waterstaat: Binnenvaart. Welkom.", "Binnenvaart"),
        ("Aan de orde is het VAO Vaarwegen (AO d.d. 22/03). Ik heet de minister welkom.", "Vaarwegen"),
        ("Ik stel voor het debat over de haven van de agenda af te voeren. Aan de orde is het VAO Sluizen.", "Sluizen"),
    ],
)
def test_title_from_the_opening(opening: str, title: str) -> None:
    """Where the front names no subject, the chair's opening does; a committee with "en" in its name is no part of it."""
    front = re.sub(r" over: .*?\n\n", ".\n\n", FRONT, flags=re.DOTALL)
    assert report(f"De voorzitter:\n{opening}\n", front=front).meeting.title == title


def test_derived_id_is_the_contents() -> None:
    """Without an official number the id comes from the content: not from the file's name or its line ends."""
    text = FRONT + "\nDe voorzitter:\nIk open dit overleg.\n\nSluiting 14.00 uur.\n"
    one, other = read(text.encode(), "a.txt").meeting.id, read(text.replace("\n", "\r\n").encode(), "b.txt").meeting.id
    assert one == other != read(text.replace("Ik open", "Ik sluit").encode(), "a.txt").meeting.id


# --- text


def test_words_after_an_event_are_nobodys() -> None:
    """What stands after a suspension without a heading is on no one's account, and not lost from the spans."""
    transcript = report(
        "De voorzitter:\nIk schors.\n\nDe vergadering wordt van 11.17 uur tot 11.42 uur geschorst.\n\nLosse tekst.\n\nDe voorzitter:\nVerder.\n"
    )
    assert [turn.text for turn in transcript.turns] == ["Ik schors.", "Verder."]
    assert any(span.kind == "event" and "Losse tekst" in transcript.source[span.start : span.end] for span in transcript.spans)


def test_what_the_chair_says_of_the_agenda_is_speech() -> None:
    """ "Aan de orde is …" under a heading is spoken; between turns it is the subject, with its title above it."""
    body = "De voorzitter:\nAan de orde is het tweeminutendebat Natuur. We beginnen.\n\nNatuur\n\nAan de orde is het tweeminutendebat Natuur (CD d.d. 19/06).\n\nDe voorzitter:\nVerder.\n"
    transcript = report(body)
    assert [turn.text for turn in transcript.turns] == ["Aan de orde is het tweeminutendebat Natuur. We beginnen.", "Verder."]
    assert [event.text for event in transcript.events][:2] == ["Natuur", "Aan de orde is het tweeminutendebat Natuur (CD d.d. 19/06)."]


@pytest.mark.parametrize("between", ["\n", " "])
def test_motion_and_notice(between: str) -> None:
    """A motion stays in its mover's turn with its number; the chair's notice stays as well, quotable for no one, also on the line of its heading."""
    body = f"""De heer Van Nispen (SP):
Ik heb een motie.

Motie

De Kamer,

gehoord de beraadslaging,

verzoekt de regering iets te doen,

en gaat over tot de orde van de dag.

De voorzitter:{between}Deze motie is voorgesteld door het lid Van Nispen.
Zij krijgt nr. 9 (36740-XVI).

Dank u wel. Dan mevrouw Kuik.
"""
    transcript = report("De voorzitter:\nGa uw gang.\n\n" + body)
    assert [who(turn)[0] for turn in transcript.turns] == ["Futselaar", "Van Nispen", "Futselaar"]
    turn = transcript.turns[1]
    (start, end) = turn.unquotable[0]
    assert turn.text[start:end].startswith("De voorzitter:") and turn.text[start:end].endswith("(36740-XVI).")
    (motion,) = transcript.motions
    assert (motion.turn, motion.dossier, motion.number) == (2, "36740-XVI", "9")
    assert turn.text[motion.start : motion.end].startswith("De Kamer,") and turn.text[motion.start : motion.end].endswith(
        "orde van de dag."
    )


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("de maatre-\ngelen van toen", "de maatregelen van toen"),
        ("de motie-\nSegers/Asscher", "de motie-Segers/Asscher"),
        ("de in-\nen uitstroom", "de in- en uitstroom"),
        ("een 16-\njarige jongen", "een 16-jarige jongen"),
        ("een een-op-\neen gesprek", "een een-op-een gesprek"),
        ("de SP-\nfractie wil", "de SP-fractie wil"),
        ("een oud-\nminister zei", "een oud-minister zei"),
        ("de ex-\nminister zei", "de ex-minister zei"),
        ("het ex-\nperiment liep", "het experiment liep"),
        ("een e-\nmail kwam", "een e-mail kwam"),
        ("met soft\u00ad\nware erbij", "met software erbij"),
        ("dat is –\nzo zeg ik", "dat is – zo zeg ik"),
    ],
)
def test_line_end_hyphens(lines: str, joined: str) -> None:
    """A hyphen at a line end falls away only where the parts make one word."""
    assert report(f"De voorzitter:\nIk zei {lines} enzovoort.\n").turns[0].text == f"Ik zei {joined} enzovoort."


def test_a_documents_own_words_decide() -> None:
    """Where the record writes the word whole elsewhere, that decides."""
    turn = report("De voorzitter:\nDe stakeholder-analyse is klaar, zegt de Kamer. De stakeholder-\nanalyse dus.\n").turns[0]
    assert turn.text.count("stakeholder-analyse") == 2


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends(newline: str) -> None:
    """Line ends of any kind give the same text and stay in the source."""
    text = (FRONT + "\nDe voorzitter:\nIk open dit\noverleg.\n\nSluiting 14.00 uur.\n").replace("\n", newline)
    transcript = read(text.encode(), "x")
    assert transcript.turns[0].text == "Ik open dit overleg." and rejoined(transcript) == text


def footed(pages: list[int], spaces: bool = True) -> str:
    """A body of four pages with footers on some, page breaks as leading spaces."""
    out = []
    for page in range(1, 5):
        lead = " " if page > 1 and spaces and (page - 1) not in pages else ""
        out.append(f"{lead}De voorzitter:\nDit is pagina {page}.\n")
        if page in pages:
            out.append(f"\nTweede Kamer, vergaderjaar 2012–2013, 29 628, nr. 12 {page}\n\n\n")
    return "\n".join(out)


def test_pages_by_footers_and_spaces() -> None:
    """Page breaks that come out at every footer give pages, whatever the document's number or width."""
    transcript = report(footed([2, 3]), front="")
    assert [turn.page_first for turn in transcript.turns] == [1, 2, 3, 4]
    assert transcript.meeting.id == "kst-29628-12" and transcript.meeting.pages == 4
    assert "vergaderjaar" not in "".join(turn.text for turn in transcript.turns)


def test_pages_that_do_not_come_out_are_unknown() -> None:
    """A count that does not come out at a printed footer, or no footer at all, gives no pages."""
    wrong = report(footed([2]).replace("nr. 12 2", "nr. 12 7"), front="")
    bare = report(footed([]), front="")
    for transcript in (wrong, bare):
        assert transcript.meeting.pages is None and all(turn.page_first is None for turn in transcript.turns)


def test_form_feeds_are_pages() -> None:
    """Form feeds are page breaks, also in the middle of a sentence."""
    transcript = report("De voorzitter:\nDit staat op\n\fde tweede bladzijde.\n\n\fDe voorzitter:\nDrie.\n", front="")
    assert transcript.turns[0].text == "Dit staat op de tweede bladzijde."
    assert transcript.turns[0].page_starts == ((0, 1), (13, 2)) and transcript.turns[1].page_first == 3


def test_incomplete() -> None:
    """A report without its closing line is read, and says that it is incomplete."""
    assert report("De voorzitter:\nIk open.\n", end="").meeting.status == "incomplete"


def test_beknopt_with_headings() -> None:
    """A beknopt verslag is recognised; no one may be quoted for a sentence of it."""
    transcript = report("De voorzitter:\nIk open.\n", front=FRONT.replace("geredigeerd woordelijk\nverslag", "beknopt\nverslag"))
    assert transcript.meeting.status == "beknopt"
    assert all(turn.unquotable == ((0, len(turn.text)),) for turn in transcript.turns)


def test_beknopt_in_indirect_speech() -> None:
    """Indirect speech without headings gives turns per speaker, none of it quotable."""
    body = """Vragen en opmerkingen uit de commissie

De heer Van Nispen (SP) constateert dat er weinig gebeurt. Hij vraagt
de minister om opheldering.

Mevrouw Kuik (CDA) sluit zich daarbij aan.

De minister antwoordt dat het onderzoek loopt.
"""
    transcript = report(body, front=FRONT.replace("geredigeerd woordelijk\nverslag", "beknopt\nverslag"))
    assert [who(turn)[:2] for turn in transcript.turns] == [("Van Nispen", "SP"), ("Kuik", "CDA"), ("Minister", None)]
    assert transcript.meeting.status == "beknopt"
    assert all(turn.unquotable == ((0, len(turn.text)),) for turn in transcript.turns)
    assert rejoined(transcript) == transcript.source


def test_english_record() -> None:
    """The language is that of what is said."""
    body = "De voorzitter:\nI would like to thank the committee for this, and I will now give the floor to our guests who have come here.\n"
    assert report(body).meeting.language == "en"


# --- encodings and files that are no report


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "cp1252"])
def test_encodings(codec: str, seed_bytes: bytes) -> None:
    """UTF-8 and UTF-16 with a BOM, and what certainly is Windows-1252, read as the same words; the source re-encodes to the bytes."""
    text = seed_bytes.decode()
    if codec.endswith("-bom"):
        data = ("\ufeff" + text).encode(codec.removesuffix("-bom"))
    else:
        data = text.encode(codec)
    transcript = read(data, "x")
    assert [turn.text for turn in transcript.turns] == [turn.text for turn in read(seed_bytes, "x").turns]
    assert encode_like(rejoined(transcript), data) == data


BAD: dict[str, bytes] = {
    "bom only": b"\xef\xbb\xbf",
    "nul": bytes(500),
    "random": bytes(range(256)) * 40,
    "no report": b"Dit is een brief aan een vriend. Hij gaat over niets.\n" * 20,
    "one line": b"Boodschappen: melk.",
    "broken utf-8": "De voorzitter:\nIk geïnd ë.\n".encode() + b"\xff\xfe\x81\n",
    "lost letters": "De voorzitter:\nHet caf\ufffd is open.\n\nSluiting 14.00 uur.\n".encode(),
    "no turns": FRONT.encode(),
    "too large": b"De voorzitter:\n" + b"a" * MAX_BYTES,
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_files(kind: str) -> None:
    """What is no report fails with a short message that names the file, and the line where one is to be mended; never a byte."""
    with pytest.raises(ReadError) as caught:
        read(BAD[kind], "map/slecht.txt")
    message = str(caught.value)
    assert message.startswith("map/slecht.txt: ") and "byte" not in message and "\n" not in message and len(message) < 300
    assert caught.value.place == {"one line": "regel 1", "broken utf-8": "regel 3", "lost letters": "regel 2"}.get(kind, caught.value.place)


def test_truncations_never_crash(seed_bytes: bytes) -> None:
    """A report cut anywhere is read as incomplete or refused; never anything else, and nothing of it is lost."""
    for size in range(1, len(seed_bytes), 9973):
        data = seed_bytes[:size]
        try:
            transcript = read(data, "x")
        except ReadError:
            continue
        assert transcript.meeting.status == "incomplete"
        assert encode_like(rejoined(transcript), data) == data


def test_heading_parser_is_linear() -> None:
    """A very long line with many capitals does not hang the heading grammar."""
    hostile: Any = "De heer " + "Van " * 5000 + "x:"
    assert parse(hostile) is None
    assert parse("De heer " + "A" * 140 + ":") is not None
    assert parse("De heer " + "Van-" * 35 + "!:") is None


def test_parties_printed_behind_the_names_of_those_present() -> None:
    """Who was there and silent has the party the list prints; a name without one has none."""
    front = FRONT.replace("Futselaar en Van Nispen,", "El Abassi (DENK), Futselaar en Van Nispen (SP),").replace("twee leden", "drie leden")
    present = report("De heer Van Nispen (SP):\nDank u wel.\n", front).meeting.present
    assert [(p.name, p.party) for p in present if p.role == "member"] == [("El Abassi", "DENK"), ("Futselaar", None), ("Van Nispen", "SP")]


def test_the_party_of_one_who_is_silent_is_what_the_chair_says() -> None:
    """Who is listed without a party and never speaks has the party the chair gives in any form; what a member says, or of a namesake, gives none."""
    front = FRONT.replace("Futselaar en Van Nispen,", "El Abassi, Dijk, Futselaar, Oort en Van Nispen,").replace("twee leden", "vijf leden")

    def parties(chair: str, member: str = "Dank u wel.") -> dict[str, str | None]:
        made = report(f"De voorzitter:\n{chair}\nDe heer Van Nispen (SP):\n{member}\n", front).meeting
        return {p.name: p.party for p in made.present if p.role == "member"}

    said = "Ik heet ook mevrouw El Abassi van de fractie van DENK welkom, en mevrouw Oort, Volt, die later aansluit, en collega Futselaar (PvdD).\n"
    assert parties(said) == {"El Abassi": "DENK", "Dijk": None, "Futselaar": "PvdD", "Oort": "Volt", "Van Nispen": "SP"}
    assert parties("De heer Dijk van de Partij voor de Dieren luistert.\n")["Dijk"] == "PvdD"
    assert parties("De heer Dijk namens de CDA-fractie luistert.\n")["Dijk"] == "CDA"
    assert parties("Aanwezig namens de SGP is de heer Dijk, die luistert.\n")["Dijk"] == "SGP"
    assert parties("Namens de Partij voor de Dieren zit ook mevrouw Oort aan tafel.\n")["Oort"] == "PvdD"
    for another in (
        "Mevrouw Oort spreekt mede namens de SGP en vervangt de heer Dijk.",
        "Namens de SGP is de heer Van Dijk er.",
        "Dat was de inbreng namens de SGP. De heer Dijk luistert.",
        "Namens de commissie heet ik de heer Dijk welkom.",
        "Namens de SGP is een brief gekomen, en de heer Dijk luistert.",
        "Namens de SGP spreekt mevrouw El Abassi en de heer Dijk luistert.",
        "Namens de SGP spreekt straks na de heer Dijk mevrouw El Abassi.",
        "Namens de SGP is er een brief van de heer Dijk binnengekomen.",
    ):
        assert parties(f"{another}\n")["Dijk"] is None
    for untold in ("De heer Van Dijk van de SP luistert.", "De heer Dijk van de commissie.", "Er zijn de heer Dijk, Volt, SP en DENK."):
        assert parties(f"{untold}\n")["Dijk"] is None
    assert parties("Welkom.\n", "Met de heer Dijk van de VVD ben ik het eens.")["Dijk"] is None
    assert parties("De heer Dijk van de VVD. De heer Dijk van het CDA.\n")["Dijk"] is None
