"""Which XML form a report has: its root element decides."""

from __future__ import annotations

from collections.abc import Callable

from rag.errors import ReadError
from rag.read.vlos import read_vlos
from rag.read.xml import Node, parse, source_of
from rag.types import Transcript

# other XML forms (Handelingen, ParlaMint TEI, PoliticalMashup) get their row here
_FORMS: dict[str, Callable[[Node, str], Transcript]] = {"vlosCoreDocument": read_vlos}


def read_xml(data: bytes) -> Transcript:
    """Reads a report in XML.

    Args:
        data: the bytes of the file.

    Raises:
        ReadError: malformed or hostile XML, or a form that is not known.
    """
    source = source_of(data)
    root = parse(source)
    if root.tag in _FORMS:
        return _FORMS[root.tag](root, source)
    raise ReadError(
        "Dit is XML, maar geen verslag dat griffier kent (het begint met <{tag}>). Verwacht: VLOS-XML.", "regel 1", tag=root.tag[:40]
    )
