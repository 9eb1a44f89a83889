"""Reading VLOS XML: turns, speakers, motions, meeting data, spans; and XML that is malformed or hostile."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.read import read
from rag.types import Transcript
from tests.test_read import check_maps, rejoined

TURNS = {"29d8cf68": 63, "3ad601d2": 194, "ce0428cf": 177, "d972288f": 125, "dc665b38": 75, "e2903f19": 6, "e714e7d8": 108}

VLOS = """\ufeff<?xml version="1.0" encoding="UTF-8"?><vlosCoreDocument status="{status}" xmlns="http://www.tweedekamer.nl/ggm/vergaderverslag/v1.0">
<vergadering soort="Commissie" objectid="abc-1" kamer="Tweede Kamer"><titel>Water &amp; wind</titel><datum>2025-07-02T00:00:00</datum>
<aanvangstijd>2025-07-02T19:00:00</aanvangstijd><sluiting>2025-07-02T20:50:40</sluiting><activiteit soort="Commissiedebat">{turns}</activiteit></vergadering></vlosCoreDocument>"""
TURN = """<{tag} objectid="{id}"><spreker soort="{soort}">{fractie}<verslagnaam>{naam}</verslagnaam><weergavenaam>X</weergavenaam><functie>{functie}</functie></spreker>
<isvoorzitter>{chair}</isvoorzitter><tekst><alinea><alineaitem>{kop}</alineaitem><alineaitem>{tekst}</alineaitem></alinea></tekst>{in_}</{tag}>"""


def turn(
    naam: str = "Van Nispen",
    fractie: str | None = "SP",
    kop: str = "De heer <nadruk>Van Nispen</nadruk> (SP):",
    tekst: str = "Dank u.",
    chair: str = "false",
    soort: str = "Tweede Kamerlid",
    functie: str = "lid Tweede Kamer",
    in_: str = "",
    tag: str = "woordvoerder",
) -> str:
    """One turn as VLOS writes it."""
    party = f"<fractie>{fractie}</fractie>" if fractie else ""
    return TURN.format(tag=tag, id=naam, soort=soort, fractie=party, naam=naam, functie=functie, chair=chair, kop=kop, tekst=tekst, in_=in_)


def vlos(*turns: str, status: str = "Ongecorrigeerd") -> Transcript:
    """A VLOS document with these turns, read."""
    return read(VLOS.format(status=status, turns="".join(turns)).encode(), "v.xml")


@pytest.mark.parametrize("name", TURNS)
def test_shared_reports(shared: Path, name: str) -> None:
    """Every turn of the shared reports in spoken order; spans re-join to the file byte for byte; maps lead back."""
    data = (shared / "vlos" / f"{name}.xml").read_bytes()
    transcript = read(data, name)
    assert [turn.number for turn in transcript.turns] == list(range(1, TURNS[name] + 1))
    assert rejoined(transcript).encode() == data
    check_maps(transcript)
    assert all(turn.text and turn.source_id and turn.meeting == transcript.meeting.id for turn in transcript.turns)
    assert all(turn.speaker.party is None for turn in transcript.turns if turn.speaker.role != "member")
    assert all(turn.speaker.party for turn in transcript.turns if turn.speaker.role == "member")
    for motion in transcript.motions:
        text = transcript.turns[motion.turn - 1].text[motion.start : motion.end]
        assert text.startswith("De Kamer,") and motion.dossier and motion.number and "Deze motie is voorgesteld" not in text


def test_shared_motions_are_the_queries_turns(shared: Path) -> None:
    """The 52 motions of the shared reports stand in the turns that other people marked as submitting them."""
    import json

    gold = {json.loads(line)["gold_turn_objectid"] for line in (shared / "queries" / "nl_vlos_motions.jsonl").read_text().splitlines()}
    found = set()
    count = 0
    for name in TURNS:
        transcript = read((shared / "vlos" / f"{name}.xml").read_bytes(), name)
        count += len(transcript.motions)
        found |= {transcript.turns[motion.turn - 1].source_id for motion in transcript.motions}
    assert count == 52 and gold <= found


def test_skeleton(shared: Path) -> None:
    """A skeleton (Casco) has no turns: a failure, said so."""
    with pytest.raises(ReadError, match="Casco"):
        read((shared / "vlos" / "be33e3cf.xml").read_bytes(), "be33e3cf.xml")


def test_meeting() -> None:
    """Id, title, date, kind, status and reference come from the document."""
    meeting = vlos(turn()).meeting
    assert (meeting.id, meeting.title, meeting.date, meeting.kind) == ("abc-1", "Water & wind", "2025-07-02", "commissiedebat")
    assert meeting.reference == "Tweede Kamer, Water & wind, 2 juli 2025, ongecorrigeerd verslag"
    assert (meeting.status, meeting.start, meeting.end) == ("ongecorrigeerd", "19:00", "20:50")
    assert vlos(turn(), status="Gecorrigeerd").meeting.reference == "Tweede Kamer, Water & wind, 2 juli 2025"


@pytest.mark.parametrize(
    ("subjects", "title"),
    [
        (["Opening", "Passend onderwijs"], "Passend onderwijs"),
        (["Opening", "Natuur", "Materieel"], "103e vergadering, woensdag 2 juli 2025"),
    ],
)
def test_a_plenary_sitting(subjects: list[str], title: str) -> None:
    """A sitting with one debate is called after what it is about, one with several after itself; its reference tells the day once."""
    held = "".join(
        f'<activiteit soort="{name if name == "Opening" else "Plenair debat"}"><titel>{name}</titel>{turn()}</activiteit>'
        for name in subjects
    )
    source = VLOS.format(status="Ongecorrigeerd", turns="").replace('<activiteit soort="Commissiedebat"></activiteit>', held)
    source = source.replace("Water &amp; wind", "103e vergadering, woensdag 2 juli 2025").replace('soort="Commissie"', 'soort="Plenair"')
    meeting = read(source.encode(), "p.xml").meeting
    assert meeting.title == title
    assert meeting.reference == "Tweede Kamer, 103e vergadering, woensdag 2 juli 2025, ongecorrigeerd verslag"


def test_roles_per_turn() -> None:
    """The chair speaks for no party though the XML gives one; government and guests neither; nested turns follow their parent."""
    transcript = vlos(
        turn(chair="true", kop="De <nadruk>voorzitter</nadruk>:"),
        turn(
            in_=turn("Jansen", None, "Minister <nadruk>Jansen</nadruk>:", soort="Minister", functie="minister van VWS", tag="interrumpant")
        ),
        turn("Gast", None, "De heer <nadruk>Gast</nadruk>:", soort="Externe spreker", functie=""),
        turn("Ellian", "VVD", "De heer <nadruk>Ellian</nadruk> (voorzitter van de commissie):"),
    )
    assert [(t.speaker.name, t.speaker.party, t.speaker.role) for t in transcript.turns] == [
        ("Van Nispen", None, "chair"),
        ("Van Nispen", "SP", "member"),
        ("Jansen", None, "government"),
        ("Gast", None, "guest"),
        ("Ellian", None, "member"),
    ]
    assert transcript.turns[2].speaker.office == "Minister" and transcript.turns[1].heading == "De heer Van Nispen (SP):"


def test_entities_and_white_space() -> None:
    """Character references become characters, line breaks of the file become spaces, and the map skips what is not letter for letter."""
    transcript = vlos(turn(tekst="Zout &amp; peper\n      zijn &#233;cht <nadruk>heel</nadruk> goed &lt;b&gt;. <![CDATA[R&D]]>"))
    assert transcript.turns[0].text == "Zout & peper zijn écht heel goed <b>. R&D"
    for offset, source, length in transcript.turns[0].source_map:
        assert transcript.turns[0].text[offset : offset + length] == transcript.source[source : source + length]
    assert rejoined(transcript) == transcript.source


def test_encoded_twice() -> None:
    """A file that was encoded twice (its BOM stands there as text) is repaired."""
    once = VLOS.format(status="Ongecorrigeerd", turns=turn(tekst="Eén idee over Oekraïne."))
    twice = once.encode().decode("latin-1").encode()
    assert read(twice, "x").turns[0].text == "Eén idee over Oekraïne."


def test_latin1_as_declared() -> None:
    """A declared encoding is followed."""
    text = VLOS.format(status="Ongecorrigeerd", turns=turn(tekst="Eén idee.")).lstrip("\ufeff").replace("UTF-8", "ISO-8859-1")
    assert read(text.encode("latin-1"), "x").turns[0].text == "Eén idee."


GOOD = VLOS.format(status="Ongecorrigeerd", turns=turn()).lstrip("\ufeff")
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol">' + "".join(f'<!ENTITY lol{n} "{"&lol%s;" % (n - 1 or "") * 10}">' for n in range(1, 10)) + "]>"
)
HOSTILE = {
    "cut off": GOOD[: len(GOOD) // 2],
    "mismatch": GOOD.replace("</vergadering>", "</vergaderring>"),
    "entity bomb": GOOD.replace("?>", "?>" + LAUGHS, 1).replace("Dank u.", "&lol9;"),
    "external entity": GOOD.replace("?>", '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1).replace("Dank u.", "&x;"),
    "doctype": GOOD.replace("?>", '?><!DOCTYPE vlosCoreDocument SYSTEM "http://example.org/x.dtd">', 1),
    "unknown entity": GOOD.replace("Dank u.", "&x;"),
    "deep": "<vlosCoreDocument>" + "<a>" * 5000 + "</a>" * 5000 + "</vlosCoreDocument>",
    "other xml": "<TEI><text>De voorzitter:</text></TEI>",
    "no meeting": "<vlosCoreDocument/>",
    "control": GOOD.replace("Dank u.", "Dank\x01 u."),
    "two roots": GOOD + "<a/>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile(kind: str) -> None:
    """Malformed and hostile XML is refused with a message that names the file and, where one helps, the place; nothing is fetched or expanded."""
    with pytest.raises(ReadError) as caught:
        read(HOSTILE[kind].encode(), "kwaad.xml")
    assert str(caught.value).startswith("kwaad.xml: ") and "byte" not in str(caught.value) and "root:" not in str(caught.value)


def test_utf16_hides_nothing() -> None:
    """A DOCTYPE in UTF-16 is refused as well."""
    text = GOOD.replace("UTF-8", "UTF-16").replace("?>", "?><!DOCTYPE a>", 1)
    with pytest.raises(ReadError, match="DOCTYPE"):
        read(("\ufeff" + text).encode("utf-16-le"), "x")
