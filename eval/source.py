"""The source of a debate read a second time, by other means than rag.read: who speaks, every letter, and the page it stands on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lxml import etree

from eval.types import Said

_HEADING = re.compile(r"^(De heer|Mevrouw|Kamerlid|Minister|Staatssecretaris) ([A-ZÀ-Þ'’][^:()]{1,60}?)(?: \(([^()]+)\))? ?:$")
_CHAIR = re.compile(r"^De voorzitter ?:$")
_IN_CHAIR = re.compile(r"^Voorzitter: (.+)$")
_FOOTER = re.compile(r"^(?:Tweede|Eerste) Kamer, vergaderjaar .* (\d+)$")
_EVENT = re.compile(
    r"^(?:De (?:vergadering|beraadslaging|algemene beraadslaging) (?:wordt|is) (?:.* )?(?:geschorst|gesloten|heropend|geopend)\.|Sluiting .* uur\.?)$"
)
_NEITHER = re.compile(r"[\W_]+")
GOVERNMENT = frozenset({"Minister", "Staatssecretaris"})


@lru_cache(maxsize=8192)  # the same turns are compared with again and again
def letters(text: str) -> str:
    """Only the letters and digits of a text: what no joining of lines and hyphens changes."""
    return _NEITHER.sub("", unicodedata.normalize("NFC", text))


def second_reading(data: bytes) -> tuple[Said, ...] | None:
    """Every turn of a report, in spoken order; None for a form that is not known here (a PDF, another encoding, another XML)."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t")
    if data.startswith(b"<"):
        try:
            return tuple(_vlos(data)) or None
        except etree.XMLSyntaxError:
            return None
    try:
        return None if data.startswith(b"%PDF") else tuple(_report(data.decode("utf-8"))) or None
    except UnicodeDecodeError:
        return None


def _report(text: str) -> Iterator[Said]:
    """Text of an official report: a heading on a line of its own begins a turn."""
    who: tuple[str | None, str | None, str] | None = None
    chair: str | None = None
    starts: list[tuple[int, int]] = []
    said = ""
    raws = text.split("\n")
    for raw, page in zip(raws, _pages(raws), strict=True):
        line = re.sub(r"\s+", " ", raw).strip()
        if not line or _FOOTER.match(line):
            continue
        new = _speaker(line, chair)
        if new or _IN_CHAIR.match(line) or _EVENT.match(line):
            if who and said:
                yield Said(*who, said, tuple(starts))
            if named := _IN_CHAIR.match(line):
                chair = named[1].strip()
            who = new or None
            said, starts = "", []
        elif who:
            if page and (not starts or starts[-1][1] != page):
                starts.append((len(said), page))
            said += letters(line)
    if who and said:
        yield Said(*who, said, tuple(starts))


def _pages(raws: Sequence[str]) -> list[int]:
    """The page of each line: a form feed begins one, else a line after one space or after a footer; 0 throughout where no one can tell.

    Nothing tells it without a form feed or a printed footer, nor where a footer prints another number than is counted.
    """
    fed = any("\f" in raw for raw in raws)
    pages, page, begun, after_footer, told = [], 1, False, False, fed
    for raw in raws:
        line = re.sub(r"\s+", " ", raw).strip()
        footer = _FOOTER.match(line)
        if fed:
            page += raw.count("\f")
        elif line and not footer:
            page += begun and (after_footer or raw.startswith(" "))
            begun, after_footer = True, False
        if footer:
            if int(footer[1]) != page:
                return [0] * len(raws)
            told = begun = after_footer = True
        pages.append(page)
    return pages if told else [0] * len(raws)


def _speaker(line: str, chair: str | None) -> tuple[str | None, str | None, str] | None:
    if _CHAIR.match(line):
        return chair, None, "chair"
    heading = _HEADING.match(line)
    if heading is None:
        return None
    office, name, party = heading.groups()
    return name, (None if office in GOVERNMENT else party), ("government" if office in GOVERNMENT else "member")


def _vlos(data: bytes) -> Iterator[Said]:
    """VLOS XML: the woordvoerder and interrumpant elements in document order, each with its own text."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    for node in root.iter("{*}woordvoerder", "{*}interrumpant"):
        who = node.find("{*}spreker")
        if who is None:
            continue
        kind = who.get("soort") or ""
        party = who.findtext("{*}fractie") or None
        role = "chair" if node.findtext("{*}isvoorzitter") == "true" else _role(kind)
        said = "".join(letters("".join(str(piece) for piece in item.itertext())) for item in _own_items(node))
        yield Said(who.findtext("{*}verslagnaam"), party if role == "member" else None, role, said)


def _role(kind: str) -> str:
    return "government" if kind in GOVERNMENT else "member" if "amerlid" in kind else "guest"


def _own_items(node: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a turn without the printed heading and without the turns inside it."""
    items = [item for item in node.iter("{*}alineaitem") if next(item.iterancestors("{*}woordvoerder", "{*}interrumpant")) is node]
    for place, item in enumerate(items):
        text = "".join(str(piece) for piece in item.itertext()).strip()
        noted = _EVENT.match(text) or _IN_CHAIR.match(text)
        if not noted and (place or not text.endswith(":")):
            yield item
