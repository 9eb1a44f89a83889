"""Detection by content: a table of (sniff, reader), in order; the first sniff that says yes decides."""

from __future__ import annotations

import re
from collections.abc import Callable

from rag.errors import ReadError
from rag.read.decode import decode
from rag.types import Transcript


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_xml(data: bytes) -> bool:
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xff\xfe\xfe\xff\xef\xbb\xbf\xc3\xaf\xc2\xbb\xbf \t\r\n")
    return head.startswith((b"<?xml", b"<!DOCTYPE", b"<!--", b"<!ENTITY")) or bool(re.match(rb"<[A-Za-z_][\w:.-]*[\s>/]", head))


def _is_json(data: bytes) -> bool:
    return data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["} and not data.startswith(b"{\\rtf")


def _is_html(data: bytes) -> bool:
    return bool(
        re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", data[:4096], re.I | re.S)
    )


def _read_pdf(data: bytes) -> Transcript:
    from rag.read.pdf import read_pdf

    return read_pdf(data)


def _read_xml(data: bytes) -> Transcript:
    from rag.read.vlos import read_vlos
    from rag.read.xml import parse, source_of

    source = source_of(data)
    root = parse(source)
    if root.tag == "vlosCoreDocument":
        return read_vlos(root, source)
    raise ReadError(
        "Dit is XML, maar geen verslag dat griffier kent (het begint met <{tag}>). Verwacht: VLOS-XML.", "regel 1", tag=root.tag[:40]
    )


def _read_html(data: bytes) -> Transcript:
    raise ReadError("Dit is een webpagina (HTML), geen verslag. Geef een tekst-, XML- of PDF-bestand.")


def _read_json(data: bytes) -> Transcript:
    raise ReadError("Dit is JSON. Die vorm kan griffier nog niet lezen. Geef het verslag als tekst, PDF of VLOS-XML.")


def _read_text(data: bytes) -> Transcript:
    from rag.read.report import read_report

    return read_report(decode(data))


FORMS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Transcript]], ...] = (
    (_is_pdf, _read_pdf),
    (_is_html, _read_html),
    (_is_xml, _read_xml),
    (_is_json, _read_json),
    (lambda _: True, _read_text),
)


def reader_of(data: bytes) -> Callable[[bytes], Transcript]:
    """The reader for these bytes; the file's name plays no part."""
    return next(reader for sniff, reader in FORMS if sniff(data))
