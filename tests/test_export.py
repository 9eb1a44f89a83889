"""Summaries as files: one A4 whatever is on it, read back from the very file, whole or not there."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pypdfium2  # noqa: TID251  looks at what is drawn: sizes and fonts
import pytest
from pypdfium2 import raw  # noqa: TID251  as above
from typer.testing import CliRunner, Result

from rag import cli
from rag.assistant import Assistant
from rag.errors import UserError
from rag.export.files import distinct, file_name, write_all
from rag.export.fit import fit
from rag.export.forms import FORMS, overview_file, summary_file
from rag.export.printable import printable_overview
from rag.export.reread import docx_text, folded, html_text, markdown_text, reread
from rag.export.word import TEXT_WIDTH
from rag.export.word_overview import MARGIN, _widths
from rag.read.pdf import page_texts
from rag.render.contract import summary_json
from rag.render.fidelity import FidelityError
from rag.render.sheet import sheet
from rag.text import sentences
from rag.types import (
    Addressee,
    Citation,
    Claim,
    Form,
    JudgedMotion,
    Judgement,
    Motion,
    Overview,
    Person,
    Question,
    Quote,
    Speaker,
    Statement,
    Summary,
)
from tests.sheets import MEETING, MEMBER, MINISTER, Debate, usual

SEED = "kst-28638-178"
DAY = date(2024, 3, 20)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NASTY = (
    'De SP wil *vet* _cursief_ `code` #titel @noot $x^2$ <b>html</b> [link](http://x.nl/a-b) ~~door~~ \\ \\n & &amp; |tabel| {x} 50% "zo" '
    "— 3–4 en/of a/b – Dublin-claimant, 1. punt - streep = + zo, <script>alert(1)</script> #let x = 1 en «AVG»-regels."
)


@lru_cache(maxsize=20)
def fitted(case: Callable[[Debate], Summary]) -> tuple[Debate, Summary]:
    """A case and what of it fits, worked out once."""
    debate = Debate()
    return debate, fit(case(debate), "nl")


def made(summary: Summary, form: Form, debate: Debate, language: Any = "nl") -> bytes:
    return summary_file(fit(summary, language), form, debate.record, DAY, language)


# --- one page, whatever is on it --------------------------------------------------------------------


def one_turn(debate: Debate) -> Summary:
    return debate.summary(positions=(debate.position("Wij willen schoon water voor iedereen."),))


def long_debate(debate: Debate) -> Summary:
    """Over 2,000 turns, 400 questions and as many of everything else."""
    return usual(debate, 400)


def metacharacters(debate: Debate) -> Summary:
    nasty = Speaker("O'Neil-<i>*De_Boer*</i> & $Co", "Groep #1 [Bontes]/*Van_Klaveren* <x>", "member")
    summary = debate.summary(
        positions=(debate.position(NASTY, nasty), debate.position("1. Wij willen meer -- en beter -- water, ' of \" niet.", nasty)),
        questions=(debate.question(f"Wat vindt de Minister van {NASTY[:60]}?", "Dat \\n is #let x = 1 onzin.", nasty),),
        documents=(NASTY, "- lijst", "1. x"),
        not_addressed=("# kop", "| a | b |"),
    )
    return replace(summary, party=nasty.party, spokespersons=(nasty.name,), turns=3)


def long_sentences(debate: Debate) -> Summary:
    huge = "Wij willen " + "schoon en helder water " * 700 + "zien."
    tall = tuple(debate.position(f"Wij willen {'schoon en helder water ' * 40}in provincie {n} zien.") for n in range(4))
    return debate.summary(positions=(debate.position(huge), *tall, debate.position("Wij willen water.")))


def long_names(debate: Debate) -> Summary:
    debate.meeting = replace(
        MEETING,
        title="Een *heel* lange titel #x " * 40,
        committee="Commissie <b> voor alles " * 40,
        present=tuple(Person(f"Naam{i} van der Lange", "SP", "member") for i in range(60)),
    )
    return replace(usual(debate, 6), party="Een partij met een naam zonder einde " * 10)


def uncorrected(debate: Debate) -> Summary:
    """A record without pages, whose reference is too long for half a line."""
    debate.meeting = replace(
        MEETING,
        pages=None,
        status="ongecorrigeerd",
        reference="Tweede Kamer, 104e vergadering, donderdag 3 juli 2025, ongecorrigeerd verslag",
    )
    return usual(debate, 40)


def day_of_motions(debate: Debate) -> Summary:
    """The government's page of a day with 60 motions in two dossiers, of which every fourth got no verdict."""
    found = []
    for n in range(1, 61):
        mover = Speaker(f"Lid{n % 7}", f"Partij{n % 7}", "member")
        text = f"De Kamer,\nverzoekt de regering de sluis in dorp {n} voor de winter te herstellen,\nen gaat over tot de orde van de dag."
        turn = debate.said(mover, text).turn
        motion = Motion(turn.number, 0, len(text), "30001" if n < 31 else "30002", str(n))
        asked = Quote(turn, *next(s for s in sentences(text) if text[slice(*s)].startswith("verzoekt")))
        verdicts: tuple[Judgement, ...] = ()
        if n % 4:
            said = debate.said(MINISTER, f"De motie op stuk nr. {n} over de sluis in dorp {n} moet ik ontraden, want het geld is op.")
            verdicts = (Judgement("against" if n % 4 < 3 else "chamber", True, said),)
        found.append(JudgedMotion(f"motie-Lid{n % 7}", motion, (Addressee(mover.name, mover.party),), asked, verdicts))
    turns = [t for t in debate.turns if t.speaker == MINISTER]
    page = debate.summary(motions=tuple(found), spokespersons=("Minister Harbers",), turns=len(turns), words=900)
    return replace(page, party=None, role="government")


CASES: list[Callable[[Debate], Summary]] = [
    usual,
    one_turn,
    long_debate,
    uncorrected,
    metacharacters,
    long_sentences,
    long_names,
    day_of_motions,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_every_pdf_is_one_a4(case: Callable[[Debate], Summary]) -> None:
    """Exactly one A4, nothing set smaller than 8 points, every font inside, whatever stands in the record."""
    debate, summary = fitted(case)
    data = summary_file(summary, "pdf", debate.record, DAY, "nl")
    assert len(page_texts(data)) == 1
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    assert [round(side) for side in page.get_size()] == [595, 842]
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        assert raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(thing.raw)) == 1
    text = page.get_textpage()
    sizes = [raw.FPDFText_GetFontSize(text.raw, at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
    assert min(sizes) >= 7.99
    document.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
@pytest.mark.parametrize("form", ["md", "html", "docx", "json"])
def test_other_forms_hold_the_same(case: Callable[[Debate], Summary], form: Form) -> None:
    """Every form can be made of every case, shows the same quotes, and was read back."""
    debate, summary = fitted(case)
    data = summary_file(summary, form, debate.record, DAY, "nl")
    if form == "json":
        assert [c["quote"] for c in json.loads(data)["citations"]] == [c.quote.text for c in summary.citations]
        return
    text = folded(" ".join({"md": markdown_text, "html": html_text, "docx": docx_text}[form](data)))
    shown = [folded(c.quote.text) for c in summary.citations]
    assert shown and all(f"«{quote}»" in text for quote in shown)
    assert all(c.reference in text for c in summary.citations)


def test_what_does_not_fit_goes_and_is_said() -> None:
    """The least important goes, at least three positions stay, and the page counts what was left out."""
    debate, summary = fitted(long_debate)
    assert len(summary.positions) >= 3 and summary.commitments and summary.questions and summary.given
    assert {q.status for q in summary.questions} == {"open", "answered"}
    left = 400 - len(summary.questions)
    assert any(text.startswith(f"{left} vragen (beurt ") for text in summary.left_out)
    text = folded(" ".join(page_texts(summary_file(summary, "pdf", debate.record, DAY, "nl"))))
    assert f"{left} vragen" in text and "Niet op deze pagina" in text
    assert [c.number for c in summary.citations] == list(range(1, len(summary.citations) + 1))


def test_every_motion_of_a_long_day_is_on_the_page() -> None:
    """Those that don't fit whole are counted by what was made of them, with their numbers; of each mover one before a second."""
    debate, summary = fitted(day_of_motions)
    text = folded(" ".join(page_texts(summary_file(summary, "pdf", debate.record, DAY, "nl"))))
    assert len(page_texts(summary_file(summary, "pdf", debate.record, DAY, "nl"))) == 1
    (told,) = [text for text in summary.left_out if "moties: " in text]
    counts = [int(n) for n in re.findall(r"(\d+) (?:ontraden|oordeel Kamer|geen oordeel)", told)]
    assert folded(told) in text and told.startswith(f"{60 - len(summary.motions)} moties: {counts[0]} ontraden (")
    shown, told_of = {m.motion.number for m in summary.motions}, re.findall(r"\d+", " ".join(re.findall(r"nr\. ([^;)]+)", told)))
    assert len(shown) >= 5 and sorted([*shown, *told_of], key=lambda n: int(n or 0)) == [str(n) for n in range(1, 61)]
    assert sum(counts) == len(told_of) and all(m.verdicts for m in summary.motions) and len(told) < 600
    assert len({(m.motion.dossier, m.mover.party) for m in summary.motions}) == len(summary.motions)
    assert re.search(r"\b59\b", told.partition("oordeel Kamer (")[2].partition(")")[0])


def test_the_government_s_page_has_answers_where_there_is_room() -> None:
    """What it left open goes before its promises run out; what it answered fills what is left, and is not said to be left out."""

    def page(points: int) -> Summary:
        debate = Debate()
        filled = usual(debate, points)
        in_order = tuple(sorted(filled.questions, key=lambda q: q.status == "answered"))
        return fit(replace(filled, party=None, role="government", questions=in_order, asked=tuple(q.fared for q in in_order)), "nl")

    short, long = page(3), page(60)
    assert {q.status for q in short.questions} == {"answered", "open"} and not short.left_out
    shown = {s.key: [i.lines[0][0].text for i in s.items] for s in sheet(short).sections if s.key in {"left_open", "answered"}}
    assert shown == {"left_open": ["Jansen (SP): "], "answered": ["Jansen (SP): "] * 2}
    assert {q.status for q in long.questions} == {"open"}
    left = 30 - len(long.questions)
    assert any(text.startswith(f"{left} niet of deels beantwoorde vragen (beurt ") for text in long.left_out)


def test_free_lines_are_used_before_something_is_left_out(debate: Debate) -> None:
    """What the estimate keeps for the words on what went is given to the last points, where nothing has to go then."""
    filled = usual(debate, 6)
    assert not fit(replace(filled, given=filled.given[:6], received=()), "nl").left_out


def test_a_page_that_holds_everything_says_nothing_was_left_out(debate: Debate) -> None:
    """What fits stays."""
    summary = usual(debate)
    kept = fit(summary, "nl")
    assert not kept.left_out and [s.text for s in kept.positions] == [s.text for s in summary.positions]
    assert kept.questions == summary.questions and kept.commitments == summary.commitments and kept.given == summary.given
    assert "Niet op deze pagina" not in " ".join(page_texts(summary_file(kept, "pdf", debate.record, DAY, "nl")))


def test_an_answer_of_two_sentences_stands_whole_where_there_is_room() -> None:
    """The second half of a double question is answered on a page with room; on a full page the first sentence stands alone."""

    def page(points: int) -> Summary:
        debate = Debate()
        filled = usual(debate, points)
        double = debate.question(
            "Hoeveel geld gaat er in 2025 naar de waterschappen en hoeveel in 2030?",
            "In 2025 gaat er een miljoen euro heen. In 2030 zijn dat twee miljoen. Dat is \ue123 veel.",
        )
        whole = double.answers[0]
        first, second = (Quote(whole.turn, a, b) for a, b in sentences(whole.turn.text)[:2])
        last = replace(double, answers=(first, second))
        return fit(replace(filled, questions=(last, *filled.questions)), "nl")

    told = "In 2025 gaat er een miljoen euro heen."
    assert [q.text for q in page(1).questions[-1].answers] == [f"{told} In 2030 zijn dat twee miljoen."]
    full = page(60)
    assert full.left_out and [q.text for q in full.questions[-1].answers] == [told]


def test_a_question_of_two_sentences_stands_whole_where_there_is_room() -> None:
    """Both sentences of one item stand on a page with room, in the order in which they were asked; on a full page the one that says most."""

    def page(points: int) -> Summary:
        debate = Debate()
        filled = usual(debate, points)
        asked = debate.said(
            MEMBER, "Blijft de subsidie voor sluizen bestaan? En komt er volgend jaar geld bij voor de gemalen? Ik wacht af."
        )
        first, second = (Quote(asked.turn, a, b) for a, b in sentences(asked.turn.text)[:2])
        return fit(replace(filled, questions=(Question(second, (first,), "open"), *filled.questions)), "nl")

    shown = page(1).questions[-1].quote.text
    assert shown == "Blijft de subsidie voor sluizen bestaan? En komt er volgend jaar geld bij voor de gemalen?"
    assert page(60).questions[-1].quote.text == "En komt er volgend jaar geld bij voor de gemalen?"


def test_a_sentence_taller_than_the_page_gives_way() -> None:
    """One endless sentence is left out; shorter ones after it are not."""
    _, summary = fitted(long_sentences)
    assert [told.partition(" (")[0] for told in summary.left_out] == ["1 standpunt"]
    assert any(s.text == "Wij willen water." for s in summary.positions)


def test_what_cannot_be_printed_is_left_out_and_counted(debate: Debate) -> None:
    """Characters without a sign, hidden ones, and words wider than the page take their quote off the page, and no other."""
    bad = (
        "Wij willen \U000e0100\ue123 water.",
        "Wij willen \u202eomgekeerd\u202c water.",
        f"Wij willen {'x' * 300} water.",
        "Wij willen \ufb01jn water.",
    )
    good = "Çağla Üçgül wil e\u0301e\u0301n café met žluťoučký kůň in Łódź, voor € 1½ per m²."
    summary = fit(debate.summary(positions=(*(debate.position(text) for text in bad), debate.position(good))), "nl")
    assert [s.text for s in summary.positions] == [good]
    assert any(text.startswith("4 citaten met tekens die niet zijn af te drukken") for text in summary.left_out)
    for form in FORMS:
        summary_file(summary, form, debate.record, DAY, "nl")


# --- the statuses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("absent", "nam volgens het verslag niet deel aan dit debat"),
        ("present_silent", "was aanwezig, maar heeft volgens het verslag niet gesproken"),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_a_party_that_said_nothing_gets_its_page(debate: Debate, status: Any, words: str, form: Form) -> None:
    """Absent and silent are said in a sentence; there are no quotes and that is said as well."""
    data = made(replace(debate.summary(), status=status, spokespersons=(), turns=0, words=0), form, debate)
    if form == "json":
        assert json.loads(data)["status"] == status
    else:
        text = folded(" ".join(READERS[form](data)))
        assert words in text and "Op deze pagina staan geen citaten." in text and "«" not in text


READERS: dict[str, Callable[[bytes], list[str]]] = {"md": markdown_text, "html": html_text, "docx": docx_text, "pdf": page_texts}


# --- what a file is --------------------------------------------------------------------------------------


def test_the_pdf_is_archival_tagged_and_named(debate: Debate) -> None:
    """PDF/A-2a and PDF/UA-1, with language and title set."""
    data = made(usual(debate), "pdf", debate)
    for mark in (b"pdfaid:part>2<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<"):
        assert mark in data.replace(b' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"', b"")
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_dict()["Title"] == "SP over Waterkwaliteit"
    assert re.search(rb"/Lang\s*\(nl\)", data)
    document.close()


@pytest.mark.parametrize("form", FORMS)
def test_the_same_page_is_the_same_bytes(debate: Debate, form: Form) -> None:
    """Made twice, also by another process, a file is the same to the byte."""
    first = made(usual(debate), form, debate)
    assert first == made(usual(Debate()), form, debate)
    if form in {"pdf", "docx"}:
        script = f"import sys; from tests.test_export import *; d = Debate(); sys.stdout.buffer.write(made(usual(d), {form!r}, d))"
        other = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, timeout=60, cwd=Path(__file__).parent.parent
        )
        assert other.stdout == first


def test_footnotes_of_the_pdf_stand_in_the_official_form(debate: Debate) -> None:
    """Each mark has its note: official reference, page and turn, numbered from 1 without a gap."""
    summary = fit(usual(debate), "nl")
    text = folded(" ".join(page_texts(summary_file(summary, "pdf", debate.record, DAY, "nl"))))
    for citation in summary.citations:
        place = f"{citation.number} Kamerstukken II 2023/24, 36410, nr. 97, p. {citation.page}, beurt {citation.quote.turn.number}"
        assert place in text
        assert f"»{citation.number}" in text


def test_word_has_real_footnotes_headings_and_language() -> None:
    """The document opens, each mark is a footnote reference with its footnote, sections are headings, the language is Dutch."""
    import docx  # noqa: TID251  opens what was made, as a reader would

    debate = Debate()
    summary = fit(usual(debate), "nl")
    data = summary_file(summary, "docx", debate.record, DAY, "nl")
    document = docx.Document(io.BytesIO(data))
    headings = [p.text for p in document.paragraphs if p.style is not None and (p.style.name or "").startswith("Heading")]
    assert headings[0].startswith("SP") and any(h.startswith("Standpunten") for h in headings)
    assert document.core_properties.title == "SP over Waterkwaliteit" and document.core_properties.language == "nl-NL"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body, notes = fromstring(archive.read("word/document.xml")), fromstring(archive.read("word/footnotes.xml"))
        types, relations = archive.read("[Content_Types].xml").decode(), archive.read("word/_rels/document.xml.rels").decode()
        styles = archive.read("word/styles.xml").decode()
    assert "footnotes+xml" in types and "relationships/footnotes" in relations and 'w:val="nl-NL"' in styles
    marks = [element.attrib[f"{W}id"] for element in body.iter(f"{W}footnoteReference")]
    there = {note.attrib[f"{W}id"]: "".join(note.itertext()) for note in notes.iter(f"{W}footnote")}
    assert marks == [str(c.number) for c in summary.citations]
    assert all(there[str(c.number)].strip().startswith(c.reference) for c in summary.citations)


def test_a_quote_used_twice_keeps_one_footnote(debate: Debate) -> None:
    """The second mark leads to the first's note: in PDF the number once among the notes, in Word a field."""
    statement = debate.position("De SP wil dat de Minister haast maakt met de dijken.")
    quote = statement.claim.quotes[0]
    from rag.types import Interruption

    summary = fit(debate.summary(positions=(statement,), given=(Interruption(quote, Speaker("De Boer", "CDA", "member")),)), "nl")
    assert len(summary.citations) == 1
    assert " ".join(page_texts(summary_file(summary, "pdf", debate.record, DAY, "nl"))).count("beurt 1") == 1
    with zipfile.ZipFile(io.BytesIO(summary_file(summary, "docx", debate.record, DAY, "nl"))) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("footnoteReference ") == 1 and "NOTEREF _Noot1" in body


def test_html_loads_nothing_and_knows_light_and_dark(tmp_path: Path) -> None:
    """No address outside the page, no script, a style for the dark, and what the record holds stays text."""
    debate, summary = fitted(metacharacters)
    text = summary_file(summary, "html", debate.record, DAY, "nl").decode()
    assert not re.search(r"<script|<link|<img|url\(|@import|src=|href=\"(?!#)", text)
    assert "prefers-color-scheme: dark" in text and '<html lang="nl">' in text and "@media print" in text
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(re.findall(r'id="([^"]+)"', text))


@pytest.mark.browser
@pytest.mark.parametrize("case", [long_debate, uncorrected], ids=lambda case: case.__name__)
def test_html_prints_on_one_a4(case: Callable[[Debate], Summary], tmp_path: Path) -> None:
    """A full page comes out of a browser's printer as one sheet."""
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("Debian's chromium is not on this machine")
    debate, summary = fitted(case)
    page = tmp_path / "sp.html"
    page.write_bytes(summary_file(summary, "html", debate.record, DAY, "nl"))
    printed = tmp_path / "sp.pdf"
    command = [
        str(chromium),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--print-to-pdf={printed}",
        page.as_uri(),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert len(page_texts(printed.read_bytes())) == 1


def test_english_on_request(debate: Debate) -> None:
    """With the language set, the words around the record's own are English; the quotes stay as they are."""
    text = made(usual(debate), "md", debate, "en").decode()
    assert "## Positions" in text and "*Not answered.*" in text and "20 March 2024" in text and "«De SP wil" in text


# --- nothing that is not in the record ----------------------------------------------------------------


def test_a_statement_that_failed_the_check_is_not_on_the_page(debate: Debate) -> None:
    """It gets no quotation marks and no footnote in any form, and the page counts it."""
    good = debate.position("De SP wil schoon water in alle sloten.")
    bad = Statement(Claim("De SP wil gratis bier.", (debate.said(MEMBER, "Ik heb dorst."),)), "unsupported", "staat er niet")
    summary = fit(debate.summary(positions=(bad, good)), "nl")
    for form in FORMS:
        data = summary_file(summary, form, debate.record, DAY, "nl")
        text = data.decode() if form == "json" else folded(" ".join(READERS[form](data)))
        assert "bier" not in text and "dorst" not in text and "1 zin die de controle niet doorstond" in text


@pytest.mark.parametrize("form", FORMS)
def test_a_deviation_from_the_record_is_a_failure(debate: Debate, form: Form) -> None:
    """When the record now says something else at that place, no file is made."""
    summary = fit(usual(debate), "nl")
    record = {**debate.record, 1: debate.record[1].replace("drinkwater", "grondwater")}
    with pytest.raises(FidelityError, match="beurt 1"):
        summary_file(summary, form, record, DAY, "nl")


def test_as_many_quotes_are_said_to_be_compared_as_have_a_note_on_the_page(assistant: Assistant) -> None:
    """Foot line, notes and JSON agree: of a long answer only the sentence that is shown is on the page and counted."""
    pages = assistant.summaries("kst-28638-178", verbatim=True)
    assert any(len(q.answers) > 1 for page in pages for q in page.questions)
    for page in pages:
        kept = fit(page, "nl")
        shown, data = sheet(kept), summary_json(kept)
        assert f"{len(shown.notes)}\u00a0citaten" in shown.foot
        assert data["checked"]["quotes"] == len(data["citations"]) == len(shown.notes)
        assert all(len(q["answers"]) == (q["status"] != "open") for q in data["questions"])


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_reading_back_sees_one_letter(debate: Debate, form: Form) -> None:
    """A letter changed inside the file itself is found."""
    summary = fit(usual(debate), "nl")
    data = summary_file(summary, form, debate.record, DAY, "nl")
    if form == "docx":
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
            for name in before.namelist():
                after.writestr(name, before.read(name).replace(b"schoner", b"schoener"))
        changed = out.getvalue()
    else:
        changed = data.replace(b"schoner", b"schoener")
    quotes = [c.quote for c in summary.citations]
    reread(data, form, quotes, [], debate.record)
    with pytest.raises(FidelityError):
        reread(changed, form, quotes, [], debate.record)


# --- the overview ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_the_overview_leads_from_cells_to_positions(assistant: Any, form: Form) -> None:
    """Each number in the table is that of a position, or of what was said without one, in the same file, its quote read back."""
    overview = printable_overview(assistant.overview("kst-28638-178"))
    record = {turn.number: turn.text for turn in assistant.turns("kst-28638-178")}
    data = overview_file(overview, form, record, DAY, "nl")
    assert data == overview_file(overview, form, record, DAY, "nl")
    assert len(overview.citations) > 10
    if form == "json":
        found = json.loads(data)
        cells = (*found["cells"], *found["mentions"])
        assert {n for cell in cells for s in cell["statements"] for n in s["citations"]} == {c["number"] for c in found["citations"]}
        return
    text = folded(" ".join(READERS[form](data)))
    assert all(f"«{folded(c.quote.text)}»" in text for c in overview.citations)
    assert all(subject in text for subject in overview.subjects) and all(party in text for party in overview.parties)
    if form == "html":
        html = data.decode()
        assert set(re.findall(r'href="#(standpunt-\d+)"', html)) == set(re.findall(r'id="(standpunt-\d+)"', html)) and "<svg" in html
    if form == "md":
        assert set(re.findall(r"\[\^(\d+)\](?!:)", data.decode())) == set(re.findall(r"^\[\^(\d+)\]:", data.decode(), re.M))
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = archive.read("word/document.xml").decode()
        assert set(re.findall(r'w:anchor="(\w+)"', body)) == set(re.findall(r'w:name="(Standpunt\d+)"', body)) and "descr=" in body
        assert 'distL="0"' in body and 'distR="0"' in body  # else LibreOffice sets the bars past the right margin


def many_parties() -> tuple[Debate, Overview]:
    """More parties than a page has lines, each with three positions on one of two subjects."""
    debate = Debate()
    cells: list[tuple[str, str, tuple[Statement, ...]]] = []
    citations: list[Citation] = []
    for n in range(70):
        who = Speaker(f"Lid{n}", f"Partij{n}", "member")
        said = [debate.position(f"Wij willen dat de sloot in dorp {n} voor jaar {y} schoon is.", who) for y in (1, 2, 3)]
        numbered = [replace(s, citations=(len(citations) + i,)) for i, s in enumerate(said, 1)]
        citations += [Citation(s.citations[0], s.claim.quotes[0], "Proef") for s in numbered]
        cells.append((who.party or "", ("sloten", "dorpen")[n % 2], tuple(numbered)))
    parties = tuple(party for party, _, _ in cells)
    return debate, Overview(debate.meeting, ("sloten", "dorpen"), parties, tuple(cells), (), (), tuple(citations))


def test_a_next_page_of_the_overview_says_what_it_is() -> None:
    """From the second page on title and page number stand at the head, a table goes on under its heading row, a party's words under its name."""
    debate, overview = many_parties()
    pages = [folded(page) for page in page_texts(overview_file(overview, "pdf", debate.record, DAY, "nl"))]
    last = len(pages)
    assert last > 4 and all(f"bladzijde {n} van {last}" in page for n, page in enumerate(pages, 1))
    assert all("Overzicht: Waterkwaliteit" in page for page in pages[1:])
    assert all("Fractie sloten dorpen" in page for page in pages[:2]) and not any("Fractie" in page for page in pages[2:])
    for at, party in enumerate(overview.parties):
        for number in range(3 * at + 1, 3 * at + 4):
            page = next(p for p in pages if f"{number} «Wij willen dat de sloot in dorp {at} " in p)
            assert f"{party} " in page.partition(f"{number} «")[0]


def test_a_line_or_two_of_the_overview_take_no_page_of_their_own() -> None:
    """It is set closer where that saves a page: name and place behind the quote. Who was there and did not speak is told."""
    debate, overview = many_parties()
    few = replace(overview, parties=overview.parties[:9], cells=overview.cells[:9], citations=overview.citations[:27])
    present = (*few.meeting.present, Person("Zwijger", "Stil", "member"))
    few = replace(few, meeting=replace(few.meeting, present=present))
    pages = [folded(page) for page in page_texts(overview_file(few, "pdf", debate.record, DAY, "nl"))]
    assert len(pages) == 1 and "27 «Wij willen" in pages[0] and re.search(r"Aanwezig, sprak niet [^.]*Stil", pages[0])


@pytest.mark.browser
def test_the_table_of_the_overview_is_whole_on_a_telephone_and_on_paper(browser: Any, assistant: Any) -> None:
    """390 pixels wide each number stands in sight, below its party and beside its subject; as a table it is on the screen and on paper."""
    overview = printable_overview(assistant.overview("kst-28638-178"))
    record = {turn.number: turn.text for turn in assistant.turns("kst-28638-178")}
    html = overview_file(overview, "html", record, DAY, "nl").decode()
    for width, media, drawn in ((390, "screen", "list"), (1280, "screen", "table"), (620, "print", "table")):
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.emulate_media(media=media)
        page.set_content(html)
        right = page.evaluate("Math.max(...[...document.querySelectorAll('td a')].map((e) => e.getBoundingClientRect().right))")
        assert 0 < right <= width and page.locator("table").evaluate("e => e.scrollWidth <= e.parentElement.clientWidth")
        assert page.locator("thead").is_visible() == (drawn == "table")
        subjects = page.evaluate("[...document.querySelectorAll('td a')].map((e) => getComputedStyle(e.parentElement, '::before').content)")
        assert all(one.strip('"') in overview.subjects for one in subjects) == (drawn == "list")
        page.close()


def test_in_word_a_next_page_of_the_overview_says_what_it_is() -> None:
    """The head of every page has the number of the page, of those after the first the title; the foot line is on all; no row is cut in two."""
    debate, overview = many_parties()
    with zipfile.ZipFile(io.BytesIO(overview_file(overview, "docx", debate.record, DAY, "nl"))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.startswith("word/")}
    heads = [part for name, part in parts.items() if name.startswith("word/header")]
    assert sorted("Overzicht: Waterkwaliteit" in head for head in heads) == [False, True]
    assert all(re.findall(r'w:instr="(\w+)"', head) == ["PAGE", "NUMPAGES"] for head in heads)
    assert sum("Gemaakt op" in part for name, part in parts.items() if name.startswith("word/footer")) == 2
    body = parts["word/document.xml"]
    assert "w:titlePg" in body and "w:tblHeader" in body and body.count("w:cantSplit") == body.count("<w:tr>") > 70


def test_in_word_no_head_of_a_column_is_narrower_than_its_word() -> None:
    """Times's own widths, in thousandths of its size: eight words in a row leave no column too narrow for its own, nor for the widest letters."""
    advances = dict(
        zip(
            "abcdefghijklmnoprstuvwz",
            (444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 333, 389, 278, 500, 500, 722, 444),
            strict=True,
        )
    )
    subjects = ("zwemmen", "stammen", "wimpels", "basisscholen", "energiefonds", "jeugdfonds", "zwembaden", "instructeurs")
    widths = _widths(subjects, ("Partij", "GroenLinks-PvdA"))
    for word, width in zip(subjects, widths[1:], strict=True):
        assert sum(advances[c] for c in word) / 1000 * 8 * 25.4 / 72 < width - 2 * MARGIN, word
    assert sum(widths) <= TEXT_WIDTH + 0.1 and widths[0] > 26  # the party at nine points, which takes 24


# --- files --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("SP", "kst-1-2-SP.pdf"),
        ("Groep Bontes/Van Klaveren", "kst-1-2-Groep Bontes-Van Klaveren.pdf"),
        ("../../etc/passwd", "kst-1-2-..-..-etc-passwd.pdf"),
        ('a\\b:c*d?e"f<g>h|i\x00j\nk', "kst-1-2-a-b-c-d-e-f-g-h-i-j k.pdf"),
    ],
)
def test_file_names_are_safe(what: str, name: str) -> None:
    """No name leaves its folder or holds what a file system does not take."""
    assert file_name("kst-1-2", what, "pdf") == name
    assert len(file_name("kst-1-2", "é" * 500, "pdf").encode()) <= 200


def test_two_parties_never_share_a_file() -> None:
    """Names that would be one file, also where capitals do not count, are numbered."""
    assert distinct(["a-Denk.pdf", "a-DENK.pdf", "a-Denk.pdf"]) == ["a-Denk.pdf", "a-DENK-2.pdf", "a-Denk-3.pdf"]


def test_all_files_or_none(tmp_path: Path) -> None:
    """When one cannot be written, none is, what stood there still does, and nothing temporary stays."""
    (tmp_path / "a.md").write_text("oud")
    (tmp_path / "b.md").mkdir()
    with pytest.raises(UserError, match="kan niet worden geschreven"):
        write_all({tmp_path / "a.md": b"nieuw", tmp_path / "b.md": b"nieuw"})
    assert (tmp_path / "a.md").read_text() == "oud" and {p.name for p in tmp_path.iterdir()} == {"a.md", "b.md"}
    with pytest.raises(UserError, match=r"\(die map is er niet\)"):
        write_all({tmp_path / "weg" / "a.md": b"x"})
    write_all({tmp_path / "c" / "a.md": b"nieuw"}, tmp_path / "c")
    assert (tmp_path / "c" / "a.md").read_bytes() == b"nieuw"


# --- the command ------------------------------------------------------------------------------------------


def run(home: Path, *arguments: str, status: int = 0) -> Result:
    done = CliRunner().invoke(cli.app, ["summary", *arguments, "--home", str(home)])
    assert done.exit_code == status, done.output
    return done


def test_a_file_has_the_form_its_name_says(warm: Path, tmp_path: Path) -> None:
    """Without --format the name decides, also for the ledger; a name and a --format that differ are refused, and nothing is written."""
    run(warm, SEED, "--party", "SP", "-o", str(tmp_path / "sp.PDF"))
    assert (tmp_path / "sp.PDF").read_bytes().startswith(b"%PDF")
    assert "sp.html" in run(warm, SEED, "--party", "SP", "-f", "pdf", "-o", str(tmp_path / "sp.html"), status=2).stderr
    CliRunner().invoke(cli.app, ["commitments", SEED, "-o", str(tmp_path / "toe.ics"), "--home", str(warm)])
    assert (tmp_path / "toe.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert {p.name for p in tmp_path.iterdir()} == {"sp.PDF", "toe.ics"}


def test_a_party_nobody_knows_is_said_to_be_unknown(warm: Path) -> None:
    """A mistyped party gets the page of one that was not there, and a line on stderr; one that spoke gets no such line."""
    done = run(warm, SEED, "--party", "XYZ")
    assert "XYZ nam volgens het verslag niet deel" in done.stdout and "geen partij XYZ" in done.stderr
    assert "geen partij" not in run(warm, SEED, "--party", "sp").stderr


def test_the_command_writes_a_page_for_each_party_the_government_and_an_overview(warm: Path, tmp_path: Path) -> None:
    """--all fills a folder with PDFs of one page each and an overview; the quotes are the record's."""
    out = tmp_path / "out"
    done = run(warm, "kst-28638-178", "--all", "--format", "pdf", "-o", str(out))
    parties = ["SP", "ChristenUnie", "PVV", "VVD", "GroenLinks", "CDA", "SGP", "regering"]
    assert {p.name for p in out.iterdir()} == {"kst-28638-178-overview.pdf", *(f"kst-28638-178-{party}.pdf" for party in parties)}
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        *(f"kst-28638-178-{party}.pdf" for party in parties),
        "kst-28638-178-overview.pdf",
    ]
    for party in parties:
        (text,) = page_texts((out / f"kst-28638-178-{party}.pdf").read_bytes())
        assert (
            "Mensenhandel" in text
            and "Kamerstukken II 2019/20, 28638, nr. 178, p. " in text
            and "0\u00a0wijken\u00a0af" in text.replace(" ", "\u00a0")
        )


def test_the_command_prints_markdown_and_json(warm: Path) -> None:
    """Without -o the page is printed; JSON is the contract's summary, for the government with party null."""
    assert run(warm, "kst-28638-178", "--party", "sp").stdout.startswith("# SP: Mensenhandel")
    one = json.loads(run(warm, "kst-28638-178", "--party", "regering", "--format", "json").stdout)
    assert one["party"] is None and one["role"] == "government" and one["checked"]["deviating"] == 0
    every = json.loads(run(warm, "kst-28638-178", "--all", "--format", "json").stdout)
    assert every["meeting"] == "kst-28638-178" and [s["party"] for s in every["summaries"]][-2:] == ["SGP", None]


def test_an_absent_party_is_no_mistake(warm: Path, tmp_path: Path) -> None:
    """A party that took no part gets its page and exit 0."""
    path = tmp_path / "d66.json"
    run(warm, "kst-28638-178", "--party", "D66", "--format", "json", "-o", str(path))
    assert json.loads(path.read_text())["status"] == "absent"


@pytest.mark.parametrize(
    "arguments",
    [
        ("kst-28638-178",),
        ("kst-28638-178", "--party", "SP", "--all"),
        ("kst-28638-178", "--party", "SP", "--format", "pdf"),
        ("kst-28638-178", "--all", "--format", "docx"),
        ("kst-28638-178", "--all", "--format", "html"),
        ("kst-1-1", "--party", "SP"),
        ("kst-28638-178", "--party", "SP", "-o", "/bestaat/niet/sp.md"),
    ],
)
def test_mistakes_get_plain_lines(warm: Path, arguments: tuple[str, ...]) -> None:
    """Exit 2, one or two lines on stderr, nothing on stdout."""
    done = run(warm, *arguments, status=2)
    assert 1 <= len(done.stderr.strip().splitlines()) <= 2 and not done.stdout
