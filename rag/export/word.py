"""A page as a Word document: headings, language, and real footnotes, which python-docx cannot make by itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from rag.render.glance import Glance
from rag.render.sheet import Line, Section, Sheet
from rag.text import clean

if TYPE_CHECKING:
    from docx.document import Document  # noqa: TID251  this file is its door
    from docx.text.paragraph import Paragraph  # noqa: TID251  this file is its door

POINT, MILLIMETRE = 12700, 36000  # in the unit of Word's drawings
TEXT_WIDTH = 174  # millimetres between the margins
FACE = "Times New Roman"  # on every machine that has Word, and its stand-ins are as wide
ACCENT, QUIET, WARN, RULE = "1F4E79", "555F6B", "9A3F12", "B9C4CF"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip archive knows


def summary_docx(sheet: Sheet, made: date | None = None) -> bytes:
    """A page as a Word document of one A4; the same bytes for the same page and day."""
    document = begun(sheet, made)
    if sheet.message:
        document.add_paragraph(clean(sheet.message)).paragraph_format.space_before = 10 * POINT
    seen: set[str] = set()  # footnotes that have a mark: the first makes the note, later ones refer to it
    for section in sheet.sections:
        _section(document, section, seen)
    foot_line(document, sheet.foot)
    _notes(document, sheet.notes)
    return same_bytes(document)


def begun(page: Sheet | Glance, made: date | None) -> Document:
    """A document of our paper, with our styles, its own metadata and its heading."""
    import docx  # noqa: TID251  this file is its door

    document, language = docx.Document(), {"nl": "nl-NL", "en": "en-GB"}[page.language]
    _paper(document)
    _styles(document, language)
    _about(document, page, language, made)
    _of_today(document)
    _head(document, page)
    return document


def _of_today(document: Document) -> None:
    """Takes python-docx's own template out of its year: the layout of Word 2013 and later, and no picture of an empty page."""
    for setting in document.settings.element.iter(_q("compatSetting")):
        if setting.get(_q("name")) == "compatibilityMode":
            setting.set(_q("val"), "15")
    package = document.part.package
    assert package is not None
    for key in [key for key, relation in package.rels.items() if relation.reltype.endswith("/thumbnail")]:
        del package.rels[key]


# --- paper, styles, metadata -------------------------------------------------------------------------


def _paper(document: Document) -> None:
    section: Any = document.sections[0]
    section.page_width, section.page_height = 210 * MILLIMETRE, 297 * MILLIMETRE
    section.left_margin = section.right_margin = 18 * MILLIMETRE
    section.top_margin, section.bottom_margin = 11 * MILLIMETRE, 13 * MILLIMETRE
    section.header_distance = section.footer_distance = 6 * MILLIMETRE
    # two footnotes next to each other, as on the PDF; a word processor that does not know this sets them under each other
    columns = section._sectPr.makeelement(f"{{{_W15}}}footnoteColumns", {f"{{{_W15}}}val": "2"}, {"w15": _W15})
    section._sectPr.append(columns)


def _styles(document: Document, language: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: TID251  this file is its door

    styles = document.styles
    defaults = styles.element.find(_q("docDefaults")).find(_q("rPrDefault")).find(_q("rPr"))
    for name in ("lang", "rFonts"):
        for old in defaults.findall(_q(name)):
            defaults.remove(old)
    defaults.insert(0, add(defaults, "rFonts", ascii=FACE, hAnsi=FACE, cs=FACE, eastAsia=FACE))
    add(defaults, "lang", val=language, eastAsia=language, bidi="ar-SA")
    _style(styles["Normal"], 9.5, line=11)
    _style(styles["Heading 1"], 20, "1B1F24", before=0, after=2, bold=True)
    _style(styles["Heading 2"], 9.5, ACCENT, before=5, after=0.5, line=11.5, bold=True)
    _style(styles["Heading 3"], 9.5, "1B1F24", before=4, after=1, line=11.5, bold=True)
    _style(styles.add_style("Kopregel", WD_STYLE_TYPE.PARAGRAPH), 8, ACCENT)
    _style(styles.add_style("Gegeven", WD_STYLE_TYPE.PARAGRAPH), 9, line=10.5)
    _style(styles.add_style("Punt", WD_STYLE_TYPE.PARAGRAPH), 9.5, after=1.2, line=10.7)
    _style(styles.add_style("Voetregel", WD_STYLE_TYPE.PARAGRAPH), 8, QUIET, line=9.2)
    _style(styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True), 8, line=9.2)
    mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    for name, key in (("footnote text", "FootnoteText"), ("footnote reference", "FootnoteReference")):
        styles[name].element.set(_q("styleId"), key)


def _style(
    style: Any, size: float, hue: str | None = None, before: float = 0, after: float = 0, line: float | None = None, bold: bool = False
) -> None:
    from docx.shared import Pt  # noqa: TID251  this file is its door

    style.font.name, style.font.size, style.font.bold, style.font.italic = FACE, Pt(size), bold, False
    fonts = style.element.get_or_add_rPr().find(_q("rFonts"))
    for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[theme]
    if hue:
        colour(style, hue)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing = Pt(line) if line else 1.0
    form.keep_with_next = None


def _about(document: Document, page: Sheet | Glance, language: str, made: date | None) -> None:
    about = document.core_properties
    day = datetime(made.year, made.month, made.day, tzinfo=UTC) if made else datetime(2000, 1, 1, tzinfo=UTC)
    about.title, about.subject, about.language = clean(page.document_title)[:255], clean(page.kicker)[:255], language
    about.author = about.last_modified_by = "griffier"
    about.comments = about.keywords = ""
    about.created = about.modified = day
    about.revision = 1


# --- what stands on it ---------------------------------------------------------------------------------


def _head(document: Document, page: Sheet | Glance) -> None:
    """The heading: what it is, whose it is, and the facts of the meeting, between rules."""
    document.add_paragraph(clean(page.kicker).upper(), style="Kopregel")
    heading = document.add_paragraph(clean(page.title), style="Heading 1")
    if page.subtitle:
        _tab_to_the_right(heading)
        subject = heading.add_run("\t" + clean(page.subtitle))
        subject.font.bold = False
        small(subject, 12)
    _border(heading, "bottom", 8, ACCENT)
    paragraph = heading
    for name, value in page.facts:
        paragraph = document.add_paragraph(style="Gegeven")
        colour(paragraph.add_run(clean(name) + "  "), QUIET)
        paragraph.add_run(clean(value))
    paragraph.paragraph_format.space_after = 3 * POINT
    _border(paragraph, "bottom", 4, RULE)


def _section(document: Document, section: Section, seen: set[str]) -> None:
    if section.running:
        _running(document, section, seen)
        return
    title = document.add_paragraph(clean(section.title), style="Heading 2")
    title.paragraph_format.keep_with_next = True
    if section.hint:
        hint = title.add_run("  " + clean(section.hint))
        hint.font.bold = False
        small(hint, 8)
    for item in section.items:
        paragraph = document.add_paragraph("–\t", style="Punt")
        hang(paragraph, 3.5)
        for at, line in enumerate(item.lines):
            if at:
                paragraph.add_run(" ")  # an answer runs on behind its question: where footnotes take a line each, lines are dear
            _line(paragraph, line, seen)


def hang(paragraph: Paragraph, millimetres: float) -> None:
    """What stands before the first tab of a paragraph hangs out so far."""
    form, width = paragraph.paragraph_format, int(millimetres * MILLIMETRE)
    form.left_indent, form.first_line_indent = width, -width
    form.tab_stops.add_tab_stop(width)


def _tab_to_the_right(paragraph: Paragraph) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: TID251  this file is its door

    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH * MILLIMETRE, WD_TAB_ALIGNMENT.RIGHT)


def _running(document: Document, section: Section, seen: set[str]) -> None:
    """Points in a row behind their title: short ones are no heading's worth."""
    paragraph = document.add_paragraph(style="Punt")
    paragraph.paragraph_format.space_before = 3 * POINT
    title = paragraph.add_run(f"{clean(section.title)}  ")
    title.font.bold = True
    colour(title, ACCENT)
    for at, item in enumerate(section.items):
        if at:
            paragraph.add_run("; ")
        for line in item.lines:
            _line(paragraph, line, seen)
    paragraph.add_run(".")


def _line(paragraph: Paragraph, line: Line, seen: set[str]) -> None:
    before = ""
    for run in line:
        if run.kind == "note":
            if before == "note":
                paragraph.add_run(",").font.superscript = True
            _mark(paragraph, run.text, seen)
        else:
            text = f"«{run.text}»" if run.kind == "quote" else clean(run.text)
            made = paragraph.add_run(text)
            if run.kind == "soft":
                small(made)
            elif run.kind == "open":
                made.font.italic = True
                colour(made, WARN)
        before = run.kind


def _mark(paragraph: Paragraph, number: str, seen: set[str]) -> None:
    """A footnote's mark; for a note that was marked before, a field that shows its number."""
    name = f"_Noot{number}"

    def marked(text: str = "") -> Any:
        run = paragraph.add_run(text)
        run.style = "footnote reference"
        return run._r

    if number not in seen:
        seen.add(number)
        with named(paragraph, int(number), name):
            add(marked(), "footnoteReference", id=number)
        return
    add(marked(), "fldChar", fldCharType="begin")
    told = add(marked(), "instrText")
    told.text = f" NOTEREF {name} \\f \\h "
    told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    add(marked(), "fldChar", fldCharType="separate")
    marked(number)
    add(marked(), "fldChar", fldCharType="end")


@contextmanager
def named(paragraph: Paragraph, number: int, name: str) -> Iterator[None]:
    """Gives what is added to a paragraph a name that links and fields can lead to."""
    add(paragraph._p, "bookmarkStart", id=str(number), name=name)
    yield
    add(paragraph._p, "bookmarkEnd", id=str(number))


def foot_line(document: Document, text: str) -> None:
    """What stands at the foot of every page."""
    section = document.sections[0]
    for foot in (section.footer, *([section.first_page_footer] if section.different_first_page_header_footer else [])):
        foot.is_linked_to_previous = False
        paragraph = foot.paragraphs[0]
        paragraph.style = "Voetregel"
        paragraph.add_run(clean(text))
        _border(paragraph, "top", 4, RULE)


def page_line(document: Document, title: str, form: str) -> None:
    """What stands at the head of every page: "bladzijde {0} van {1}", and after the first what it belongs to. Before `foot_line`."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for head, told in ((section.first_page_header, ""), (section.header, clean(title))):
        head.is_linked_to_previous = False
        paragraph = head.paragraphs[0]
        paragraph.style = "Voetregel"
        paragraph.paragraph_format.space_after = 6 * POINT
        _tab_to_the_right(paragraph)
        paragraph.add_run(f"{told}\t")
        for part in re.split(r"(\{\d\})", form):
            field = {"{0}": "PAGE", "{1}": "NUMPAGES"}.get(part)
            run = paragraph.add_run("1" if field else part)
            if field:
                add(paragraph._p, "fldSimple", instr=field).append(run._r)


# --- footnotes -----------------------------------------------------------------------------------------


def _notes(document: Document, notes: Iterable[tuple[int, str]]) -> None:
    """The footnotes part of the document, with the two separators every word processor expects, and the settings that name them."""
    from docx.opc.packuri import PackURI  # noqa: TID251  this file is its door
    from docx.opc.part import Part  # noqa: TID251  this file is its door

    package = document.part.package
    assert package is not None
    blob = _notes_xml(notes).encode()
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, blob, package)
    document.part.relate_to(part, _NOTES_RELATION)
    settings = document.settings.element
    told = settings.makeelement(_q("footnotePr"))
    for number in ("-1", "0"):
        add(told, "footnote", id=number)
    settings.insert_element_before(told, "w:compat")


def _notes_xml(notes: Iterable[tuple[int, str]]) -> str:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    own = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(clean(text))}</w:t></w:r></w:p></w:footnote>'
        for number, text in notes
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{_W}">{separators}{own}</w:footnotes>'


# --- XML -------------------------------------------------------------------------------------------------


def _q(name: str) -> str:
    return f"{{{_W}}}{name}"


def add(parent: Any, tag: str, /, **values: str) -> Any:
    """Puts an element of WordprocessingML at the end of another."""
    child = parent.makeelement(_q(tag), {_q(key): value for key, value in values.items()})
    parent.append(child)
    return child


def colour(run: Any, hue: str) -> None:
    """Gives a run a colour."""
    from docx.shared import RGBColor  # noqa: TID251  this file is its door

    run.font.color.rgb = RGBColor.from_string(hue)


def small(run: Any, points: float = 8.5) -> None:
    """Sets a run apart: smaller or larger than what stands around it, and grey."""
    run.font.size = int(points * POINT)
    colour(run, QUIET)


def _border(paragraph: Paragraph, side: str, size: int, hue: str) -> None:
    properties: Any = paragraph._p.get_or_add_pPr()
    borders = properties.makeelement(_q("pBdr"))
    add(borders, side, val="single", sz=str(size), space="3", color=hue)
    # where the schema wants it
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")


def same_bytes(document: Document) -> bytes:
    """The document as a file in which no clock has a hand: every part carries the same day."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, _EPOCH), before.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
