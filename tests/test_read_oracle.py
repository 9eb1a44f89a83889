"""The text reader against oracles: VLOS reports typeset as the official PDF text, generated debates, and real PDF files."""

from __future__ import annotations

import difflib
import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.errors import ReadError
from rag.read import read
from rag.types import Transcript
from tests.test_read import check_maps, rejoined
from tests.typeset import Typesetter, syllables, typeset

REPORTS = ("29d8cf68", "3ad601d2", "ce0428cf", "d972288f", "dc665b38", "e2903f19", "e714e7d8")


def keys(transcript: Transcript) -> list[tuple[int, str, str | None, str]]:
    """Number, speaker, party and role of each turn."""
    return [(turn.number, turn.speaker.name, turn.speaker.party, turn.speaker.role) for turn in transcript.turns]


def word_faults(one: Transcript, other: Transcript) -> list[tuple[list[str], list[str]]]:
    """Where the words of two readings differ."""
    faults = []
    for left, right in zip(one.turns, other.turns, strict=True):
        before, after = left.text.split(), right.text.split()
        if before != after:
            for op, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
                if op != "equal":
                    faults.append((before[a:b], after[c:d]))
    return faults


def front(transcript: Transcript) -> list[str]:
    """Front matter as a Kamerstuk has it."""
    offices = [person.name for person in transcript.meeting.present if person.role == "government"] or ["Jansen"]
    return [
        f"De vaste commissie voor Defensie heeft op 5 december 2019 overleg gevoerd met mevrouw {offices[0]}, Minister van Defensie, over:",
        "Van dit overleg brengt de commissie bijgaand geredigeerd woordelijk verslag uit.",
        f"Voorzitter: {transcript.meeting.chairs[0]}",
        "Griffier: De Lange",
        "Aanvang 10.03 uur.",
    ]


@pytest.mark.parametrize(("seed", "width", "lines"), [(1, 74, 58), (2, 60, 50), (3, 92, 61)])
def test_vlos_as_pdf_text(shared: Path, seed: int, width: int, lines: int) -> None:
    """Typeset as the official PDF's text and read back: the same turns, pages and motions; ≥ 98 % of line-end hyphens right, and no other difference."""
    hyphens = faults = 0
    for name in REPORTS:
        truth = read((shared / "vlos" / f"{name}.xml").read_bytes(), name)
        setter = Typesetter(width=width, page_lines=lines, seed=seed)
        text = typeset(truth, setter, front(truth))
        back = read(text.encode(), name)
        assert keys(back) == keys(truth)
        assert rejoined(back) == text
        check_maps(back)
        wrong = word_faults(truth, back)
        for before, after in wrong:
            assert "".join(before).replace("-", "") == "".join(after).replace("-", ""), (name, before, after)
        hyphens, faults = hyphens + setter.hyphens, faults + len(wrong)
        if setter.pages > 2:
            assert back.meeting.pages == setter.pages and back.meeting.id == "kst-36410-VI-97"
        else:
            assert back.meeting.pages is None
        assert [(m.turn, m.dossier, m.number) for m in back.motions] == [(m.turn, m.dossier, m.number) for m in truth.motions]
    assert hyphens > 800
    assert 1 - faults / hyphens >= 0.98, f"{faults} of {hyphens}"


def test_seed_typeset_again(seed_bytes: bytes) -> None:
    """The bundled debate, typeset at other widths, reads as the same turns: line breaks play no part in it."""
    truth = read(seed_bytes, "seed")
    for seed, width in ((5, 64), (6, 85)):
        setter = Typesetter(width=width, seed=seed, surviving=0.3)
        back = read(typeset(truth, setter, front(truth)).encode(), "again")
        assert keys(back) == keys(truth)
        assert 1 - len(word_faults(truth, back)) / setter.hyphens >= 0.98


WORDS = """de het een mensen vraag minister antwoord beleid onderzoek gemeente veiligheid opvang slachtoffers politie begroting kabinet voorstel
ondernemers motie-Segers amv-opvang samenwerking uitvoeringspraktijk vergunning gegevensbescherming maatregelen verantwoordelijkheid""".split()
NAMES = [
    "Van Nispen",
    "Kuik",
    "Van der Graaf",
    "Van den Berg-Jansen",
    "El Yassini",
    "Özütok",
    "Olger van Dijk",
    "Inge van Dijk",
    "Van ’t Wout",
]
PARTIES = ["SP", "CDA", "GroenLinks-PvdA", "50PLUS", "D66", "Groep Bontes/Van Klaveren", "ChristenUnie"]


@st.composite
def debates(draw: Any) -> list[tuple[str, tuple[str, str | None, str], str]]:
    """Headings, who stands behind them, and paragraphs."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    chair = chance.choice(NAMES)
    turns: list[tuple[str, tuple[str, str | None, str], str]] = [("De voorzitter:", (chair, None, "chair"), "Ik open dit overleg.")]
    for _ in range(draw(st.integers(2, 25))):
        kind = chance.choice(["chair", "member", "member", "government", "guest", "lid", "post", "office", "expert"])
        name = chance.choice(NAMES)
        party = chance.choice(PARTIES)
        heading, speaker = {
            "chair": ("De voorzitter:", (chair, None, "chair")),
            "member": (f"{chance.choice(['De heer', 'Mevrouw'])} {name} ({party}):", (name, party, "member")),
            "lid": (f"{chance.choice(['Het lid', 'Kamerlid'])} {name} ({party}):", (name, party, "member")),
            "government": (f"{chance.choice(['Minister', 'Staatssecretaris'])} {name}:", (name, None, "government")),
            "guest": ("Mevrouw Gast:", ("Gast", None, "guest")),
            "post": (f"De heer {name}, minister van Landbouw, Natuur en Voedselkwaliteit:", (name, None, "government")),
            "office": ("De staatssecretaris van Financiën:", ("Staatssecretaris van Financiën", None, "government")),
            "expert": ("Mevrouw ’t Hoen-Bos, directeur van de Vereniging Oost:", ("’t Hoen-Bos", None, "guest")),
        }[kind]
        paragraphs = []
        for _ in range(chance.randint(1, 4)):
            sentences = []
            for _ in range(chance.randint(1, 5)):
                words = [chance.choice(WORDS) for _ in range(chance.randint(1, 22))]
                sentences.append(
                    words[0].capitalize() + " " + " ".join([*words[1:], "dus"]) + chance.choice([".", "?", ":", "!", "…", "."])
                )
            paragraphs.append(" ".join(sentences).rstrip(":") + ".")
        turns.append((heading, speaker, "\n".join(paragraphs)))
    return turns


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(debates(), st.integers(48, 100), st.integers(0, 999), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_generated_debates(
    debate: list[tuple[str, tuple[str, str | None, str], str]], width: int, seed: int, blank: bool, newline: str
) -> None:
    """Any debate, typeset at any width, with or without blank lines, comes back turn by turn; every character is accounted for."""
    setter = Typesetter(width=width, seed=seed, newline=newline, blank_before_heading=blank)
    for paragraph in (f"Voorzitter: {debate[0][1][0]}", "Griffier: De Lange", "Aanvang 10.00 uur."):
        setter.paragraph(paragraph)
        setter.blank()
    for heading, _, text in debate:
        if blank:
            setter.blank()
        setter.lines.append(heading + " ")
        for paragraph in text.split("\n"):
            setter.paragraph(paragraph)
    setter.lines += [" ", "Sluiting 14.00 uur."]
    source = setter.text()
    back = read(source.encode(), "debat")
    assert [(turn.speaker.name, turn.speaker.party, turn.speaker.role) for turn in back.turns] == [speaker for _, speaker, _ in debate]
    assert rejoined(back) == source
    check_maps(back)
    for turn, (_, _, text) in zip(back.turns, debate, strict=True):
        assert re.sub(r"[\s-]", "", turn.text) == re.sub(r"[\s-]", "", text)
    assert back.meeting.status != "incomplete"


def test_syllables() -> None:
    """The test's own hyphenator cuts as Dutch does."""
    assert syllables("verplichtingen") == ["ver", "plich", "tin", "gen"]
    assert syllables("Staatssecretaris")[0] == "Staats"


# --- PDF


def _typst(transcript: Transcript, page: str = "width: 210mm, height: 297mm") -> bytes:
    """A real PDF of a debate, with Dutch hyphenation and printed footers."""
    import typst  # noqa: TID251  a test makes the PDF that no real one is at hand for

    def escaped(text: str) -> str:
        return "".join("\\" + char if char in "\\#*_@$<>[]`~\"'=-+/." else char for char in text)

    events: dict[int, list[str]] = {}
    for event in transcript.events:
        events.setdefault(event.after_turn, []).append(event.text)
    parts = [
        f"#set page({page}, margin: (left: 50mm, right: 30mm, top: 25mm, bottom: 30mm), footer: context [#set text(7pt)\n"
        "#grid(columns: (1fr, auto), [Tweede Kamer, vergaderjaar 2019–2020, 28 638, nr. 178], counter(page).display())])",
        '#set text(lang: "nl", size: 9.5pt, hyphenate: true)\n#set par(spacing: 0.65em, leading: 0.65em)',
        *(escaped(paragraph) for paragraph in front(transcript)),
    ]
    for turn in transcript.turns:
        parts.append(f"#block(above: 1.6em, below: 0.65em, sticky: true)[*{escaped(turn.heading)}*]")
        parts.append("\n\n".join(escaped(paragraph) for paragraph in turn.text.split("\n")))
        parts += [f"#block(above: 1.6em)[_{escaped(text)}_]" for text in events.get(turn.number, [])]
    return bytes(typst.compile("\n\n".join(parts).encode()))


@pytest.fixture(scope="module")
def seed_pdf() -> bytes:
    """The bundled debate as a PDF."""
    root = Path(__file__).resolve().parent.parent
    return _typst(read((root / "rag" / "data" / "seed" / "kst-28638-178.txt").read_bytes(), "seed"))


def test_pdf_is_the_same_debate(seed_pdf: bytes, seed_bytes: bytes) -> None:
    """The bundled debate as a real PDF: the same turns and words, and pages known for sure."""
    truth, back = read(seed_bytes, "seed"), read(seed_pdf, "seed.pdf")
    assert keys(back) == keys(truth)
    assert back.meeting.id == "kst-28638-178" and back.meeting.source == "pdf"
    assert [event.kind for event in back.events] == [event.kind for event in truth.events]
    faults = word_faults(truth, back)
    assert len(faults) <= 3, faults
    pages = back.meeting.pages
    assert pages is not None and pages > 30
    assert back.turns[0].page_first == 1 and back.turns[-1].page_last == pages
    assert all(turn.page_starts for turn in back.turns)
    assert rejoined(back) == back.source


def test_damaged_pdfs_are_refused(seed_pdf: bytes) -> None:
    """A PDF that is cut off, or in which bytes were changed or dropped, is refused rather than read with text missing."""
    whole = [turn.text for turn in read(seed_pdf, "x").turns]
    stream = seed_pdf.index(b"stream", len(seed_pdf) // 3) + 400
    damaged = {
        "cut": seed_pdf[: len(seed_pdf) // 2],
        "tail": seed_pdf[:-30],
        "dropped": seed_pdf[:stream] + seed_pdf[stream + 7 :],
        "flipped": seed_pdf[:stream] + bytes([seed_pdf[stream] ^ 0xFF]) + seed_pdf[stream + 1 :],
        "header only": b"%PDF-1.7\n%%EOF\n",
        "shifted": b"%PDF-1.7\n" + seed_pdf,
    }
    for kind, data in damaged.items():
        with pytest.raises(ReadError) as caught:
            assert [turn.text for turn in read(data, "stuk.pdf").turns] != whole, kind
        assert str(caught.value).startswith("stuk.pdf: "), kind


def test_pdf_damage_sampled(seed_pdf: bytes) -> None:
    """Whichever byte is changed: the PDF is refused, or reads as before; never as less."""
    whole = [turn.text for turn in read(seed_pdf, "x").turns]
    chance = random.Random(7)
    for _ in range(14):
        at = chance.randrange(200, len(seed_pdf))
        data = seed_pdf[:at] + bytes([seed_pdf[at] ^ (1 << chance.randrange(8))]) + seed_pdf[at + 1 :]
        try:
            texts = [turn.text for turn in read(data, "x").turns]
        except ReadError:
            continue
        assert texts == whole, at


def test_pdf_without_text() -> None:
    """A PDF without text, or with other text than a report's, is refused."""
    import typst  # noqa: TID251  as above

    for content, message in ((b"#rect()", "geen tekst"), (b"Een brief.", "geen verslag")):
        with pytest.raises(ReadError, match=message):
            read(bytes(typst.compile(content)), "x.pdf")
