"""Reports to transcripts: one reader per source form, chosen by content."""

from __future__ import annotations

import re

from rag.errors import ReadError
from rag.read.decode import decode
from rag.types import Transcript

READER_VERSION = "10"
MAX_BYTES = 64 * 2**20
# only for walks over a folder: which files are worth opening; what a file is, its content decides
SUFFIXES = frozenset({".txt", ".xml", ".pdf"})

_XML = re.compile(rb"<\?xml|<!DOCTYPE|<!--|<!ENTITY|<[A-Za-z_][\w:.-]*[\s>/]")
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_BEFORE = b"\xef\xbb\xbf \t\r\n"  # what may stand before the first character: a BOM, and white space


def read(data: bytes, name: str) -> Transcript:
    """Reads a report; the spans of the transcript re-join to its source, the decoded text.

    ``data``: the bytes of the file, at most MAX_BYTES; ``name``: the file's name, only used in messages. Raises ReadError: this is no
    transcript, or a damaged or hostile file; the message names the file and the place.
    """
    try:
        if len(data) > MAX_BYTES:
            raise ReadError("Het bestand is groter dan {mb} MB.", mb=MAX_BYTES // 2**20)
        return _transcript(data)
    except ReadError as error:
        error.file = name
        raise


def _transcript(data: bytes) -> Transcript:
    """Reads the first form whose marks the bytes bear; what bears none is text."""
    head = data[:4096]
    if b"%PDF-" in data[:1024]:
        from rag.read.pdf import read_pdf

        return read_pdf(data)
    if _HTML.match(head):
        raise ReadError("Dit is een webpagina (HTML), geen verslag. Geef een tekst-, XML- of PDF-bestand.")
    if _XML.match(head.replace(b"\x00", b"").lstrip(b"\xff\xfe\xc3\xaf\xc2\xbb\xc2\xbf" + _BEFORE)):
        from rag.read.vlos import read_vlos
        from rag.read.xml import parse, source_of

        source = source_of(data)
        root = parse(source)
        if root.tag == "vlosCoreDocument":
            return read_vlos(root, source)
        raise ReadError(
            "Dit is XML, maar geen verslag dat griffier kent (het begint met <{tag}>). Verwacht: VLOS-XML.", "regel 1", tag=root.tag[:40]
        )
    if head.lstrip(_BEFORE).startswith((b"{", b"[")) and not data.startswith(b"{\\rtf"):
        raise ReadError("Dit is JSON. Die vorm kan griffier nog niet lezen. Geef het verslag als tekst, PDF of VLOS-XML.")
    from rag.read.report import read_report

    return read_report(decode(data))
