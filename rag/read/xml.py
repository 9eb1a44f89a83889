"""XML to a tree that knows where each piece of text stands in the source; hostile XML is refused."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rag.errors import ReadError
from rag.read.decode import BOM, decode, line_at, line_of

_TOKEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+", re.DOTALL)
_ATTRIBUTE = re.compile(r"([^\s=/<>\"']+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]\w*);")
_DECLARED = re.compile(rb"^<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of an element: source[start:start+length] is its raw form; ``plain`` when raw and text are the same."""

    text: str
    start: int
    length: int
    plain: bool


@dataclass(slots=True)
class Node:
    """An element: its local name, attributes, and its pieces of text and child elements in order."""

    tag: str
    attributes: dict[str, str]
    parts: list[Node | Piece] = field(default_factory=list)

    def nodes(self, *tags: str) -> list[Node]:
        """The child elements, all or those with one of these local names."""
        return [part for part in self.parts if isinstance(part, Node) and (not tags or part.tag in tags)]

    def walk(self, tag: str) -> Iterator[Node]:
        """This element and all below it that have this local name, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            if node.tag == tag:
                yield node
            stack.extend(reversed(node.nodes()))

    def find(self, tag: str) -> Node | None:
        """The first child with this local name."""
        return next(iter(self.nodes(tag)), None)

    def pieces(self) -> Iterator[Piece]:
        """All text in it, in document order."""
        stack: list[Node | Piece] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, Piece):
                yield part
            else:
                stack.extend(reversed(part.parts))

    def string(self) -> str:
        """All text in it, white space collapsed."""
        return " ".join("".join(piece.text for piece in self.pieces()).split())

    def value(self, tag: str) -> str | None:
        """The text of the first child with this name; None when it is absent or empty."""
        node = self.find(tag)
        return (node.string() or None) if node else None


def source_of(data: bytes) -> str:
    """The decoded text of an XML file; a file that was encoded twice (its BOM stands there as text) is repaired.

    Raises ReadError: the file is not in the encoding it says to be in.
    """
    if data.startswith(b"\xc3\xaf\xc2\xbb\xc2\xbf"):
        for codec in ("latin-1", "cp1252"):
            try:
                return data.decode("utf-8").encode(codec).decode("utf-8")
            except UnicodeError:
                continue
        raise ReadError("De tekst is twee keer gecodeerd en niet meer te herstellen. Haal het bestand opnieuw op.")
    declared = _DECLARED.match(data.lstrip(b"\xef\xbb\xbf"))
    name = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if name in {"iso-8859-1", "latin1", "windows-1252", "iso-8859-15"}:
        try:
            return data.decode("cp1252" if name == "windows-1252" else name)
        except UnicodeDecodeError as error:
            raise ReadError("Het bestand zegt {name} te zijn maar is dat niet.", line_of(data, error.start), name=name) from None
    if name not in {"utf-8", "utf8", "us-ascii", "utf-16"}:
        raise ReadError("De codering {name} wordt niet gelezen. Bewaar het bestand als UTF-8.", name=name[:20])
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ReadError("De XML is geen geldige UTF-8.", line_of(data, error.start)) from None
    return decode(data)


def parse(source: str) -> Node:
    """The tree of a well-formed document.

    lxml judges the form (and stops entity bombs and depth); the tree is then cut from the source itself, because lxml does not tell where a
    piece of text stands. Raises ReadError: a DOCTYPE, an entity of its own, or malformed XML; the message names the place.
    """
    if (found := re.search(r"<!(?:DOCTYPE|ENTITY)", source, re.IGNORECASE)) is not None:
        raise ReadError("De XML bevat een DOCTYPE of ENTITY. Die worden uit veiligheid geweigerd.", line_at(source, found.start()))
    _judge(source)
    return _cut(source)


def _judge(source: str) -> None:
    from lxml import etree

    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        etree.fromstring(source.lstrip(BOM + " \t\r\n").encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ReadError("De XML is niet welgevormd of afgebroken.", f"regel {line}, teken {column}") from None
    except ValueError:
        raise ReadError("De XML bevat tekens die niet mogen.", "regel 1") from None


def _cut(source: str) -> Node:
    top = Node("", {})
    open_: list[Node] = [top]
    for token in _TOKEN.finditer(source):
        raw = token.group()
        if raw.startswith("<![CDATA["):
            open_[-1].parts.append(Piece(raw[9:-3], token.start() + 9, len(raw) - 12, True))
        elif raw.startswith(("<!--", "<?")):
            continue
        elif raw.startswith("</"):
            open_.pop()
        elif raw.startswith("<"):
            _open(open_, raw)
        else:
            open_[-1].parts.extend(_texts(raw, token.start()))
    return top.nodes()[0]


def _open(open_: list[Node], raw: str) -> None:
    name = re.split(r"[\s/>]", raw[1:], maxsplit=1)[0]
    attributes = {key.split(":")[-1]: html.unescape(value[1:-1]) for key, value in _ATTRIBUTE.findall(raw[1 + len(name) :])}
    node = Node(name.split(":")[-1], attributes)
    open_[-1].parts.append(node)
    if not raw.endswith("/>"):
        open_.append(node)


def _texts(raw: str, start: int) -> Iterator[Piece]:
    """Text cut at its character references, so that what is left stands letter for letter in the source."""
    at = 0
    for match in _ENTITY.finditer(raw):
        if match.start() > at:
            yield Piece(raw[at : match.start()], start + at, match.start() - at, True)
        yield Piece(html.unescape(match.group()), start + match.start(), len(match.group()), False)
        at = match.end()
    if at < len(raw):
        yield Piece(raw[at:], start + at, len(raw) - at, True)
