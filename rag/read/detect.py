"""Detection by content: the first form whose marks the bytes bear decides; what bears none is text."""

from __future__ import annotations

import re

from rag.errors import ReadError
from rag.read.decode import decode
from rag.types import Transcript

XML = re.compile(rb"<\?xml|<!DOCTYPE|<!--|<!ENTITY|<[A-Za-z_][\w:.-]*[\s>/]")
HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
MARKS = b"\xef\xbb\xbf \t\r\n"  # what may stand before the first character: a BOM, and white space


def transcript_of(data: bytes) -> Transcript:
    """Reads a report of whatever form; the file's name plays no part. Raises ReadError: of a form that is not read, or no transcript."""
    head = data[:4096]
    if b"%PDF-" in data[:1024]:
        from rag.read.pdf import read_pdf

        return read_pdf(data)
    if HTML.match(head):
        raise ReadError("Dit is een webpagina (HTML), geen verslag. Geef een tekst-, XML- of PDF-bestand.")
    if XML.match(head.replace(b"\x00", b"").lstrip(b"\xff\xfe\xc3\xaf\xc2\xbb\xc2\xbf" + MARKS)):
        from rag.read.vlos import read_vlos
        from rag.read.xml import parse, source_of

        source = source_of(data)
        root = parse(source)
        if root.tag == "vlosCoreDocument":
            return read_vlos(root, source)
        raise ReadError(
            "Dit is XML, maar geen verslag dat griffier kent (het begint met <{tag}>). Verwacht: VLOS-XML.", "regel 1", tag=root.tag[:40]
        )
    if head.lstrip(MARKS).startswith((b"{", b"[")) and not data.startswith(b"{\\rtf"):
        raise ReadError("Dit is JSON. Die vorm kan griffier nog niet lezen. Geef het verslag als tekst, PDF of VLOS-XML.")
    from rag.read.report import read_report

    return read_report(decode(data))
