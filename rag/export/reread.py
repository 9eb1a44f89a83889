"""The last look at a file: every quote is read back from it and compared with the record, folding white space only."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, fromstring

from lxml import etree

from rag.render.fidelity import FidelityError
from rag.render.sheet_markdown import plain
from rag.types import Quote

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def reread(
    data: bytes, form: str, quotes: Sequence[Quote], notes: Iterable[str], record: Mapping[int, str], pages: int | None = None
) -> None:
    """Reads a file back and compares.

    Args:
        data: the file as it will be written.
        form: "pdf", "docx", "html", "md" or "json".
        quotes: those on the page, in reading order.
        pages: how many pages a PDF must have; None: any number.

    Raises FidelityError: a quote does not stand in the file as it stands in the record, or a footnote is missing.
    """
    texts = _READERS[form](data)
    if pages is not None and form == "pdf" and len(texts) != pages:
        raise FidelityError("Het bestand heeft {count} pagina's in plaats van {pages}. Er is niets bewaard.", count=len(texts), pages=pages)
    text = folded(" ".join(texts))
    at = 0
    for number, quote in enumerate(quotes, start=1):
        own = record.get(quote.turn.number, "")[quote.start : quote.end]
        wanted = folded(own) if form == "json" else f"«{folded(own)}»"
        found = text.find(wanted, at) if own.strip() and own == quote.text else -1
        if found < 0:
            raise FidelityError(
                "Citaat {number} (beurt {turn}) staat in het bestand niet zoals in het verslag: «{words}». Er is niets bewaard.",
                number=number,
                turn=quote.turn.number,
                words=folded(own)[:80],
            )
        at = 0 if form == "json" else found + len(wanted)  # JSON has its own order: each quote stands in its list of citations
    for note in notes:
        if folded(note) not in text:
            raise FidelityError("Een voetnoot staat niet in het bestand: {words}. Er is niets bewaard.", words=folded(note)[:80])


def folded(text: str) -> str:
    """The text with every stretch of white space as one space, and nothing else changed."""
    return " ".join(text.split())


# --- the text of each form ---------------------------------------------------------------------------


def pdf_text(data: bytes) -> list[str]:
    """The text of each page."""
    from rag.read.pdf import page_texts

    return page_texts(data)


def docx_text(data: bytes) -> list[str]:
    """The text of the document, of its footnotes and of its foot lines, a paragraph a line."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts: list[str] = [name for name in ("word/document.xml", "word/footnotes.xml") if name in names]
        parts += [name for name in names if name.startswith("word/footer")]
        return ["\n".join(_paragraph(p) for p in fromstring(archive.read(name)).iter(f"{_W}p")) for name in parts]  # noqa: S314  made here


def _paragraph(paragraph: Element) -> str:
    signs = {f"{_W}br": " ", f"{_W}tab": " "}
    return "".join(element.text or "" if element.tag == f"{_W}t" else signs.get(element.tag, "") for element in paragraph.iter())


def html_text(data: bytes) -> list[str]:
    """The text of a page as a reader sees it, style and title left out."""
    page = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    etree.strip_elements(page, "style", "title", with_tail=False)
    return ["\n".join(map(str, page.itertext()))]


def markdown_text(data: bytes) -> list[str]:
    """Markdown without its escapes, and without the backslash of a line break."""
    return [plain(re.sub(r"(?<!\\)\\\n", "\n", data.decode("utf-8")))]


def json_text(data: bytes) -> list[str]:
    """Every string of a document, one a line."""
    return ["\n".join(_strings(json.loads(data)))]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


_READERS = {"pdf": pdf_text, "docx": docx_text, "html": html_text, "md": markdown_text, "json": json_text}
