"""Bytes to text: the encoding is recognised, never guessed at."""

from __future__ import annotations

import re

from rag.errors import ReadError

BOM = "\ufeff"
MAGIC = (
    (b"PK\x03\x04", "een zip-, Word- of OpenDocument-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"\x1f\x8b", "een gzip-bestand"),
    (b"\x7fELF", "een programma"),
    (b"MZ\x90", "een programma"),
    (b"\xd0\xcf\x11\xe0", "een oud Word- of Excel-bestand"),
    (b"SQLite format 3", "een SQLite-bestand"),
    (b"{\\rtf", "een RTF-bestand"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# what a Dutch or English report in Windows-1252 holds above ASCII; anything else makes the encoding uncertain
_DUTCH_1252 = frozenset("ëéèêïíìîöóòôüúùûäáàâçñËÉÈÊÏÍÖÓÔÜÚÄÁÀÂÇÑßøØåÅæÆ€’‘“”„«»–—…·•§°²³½¼¾£©®™\xa0\xad´šžŠŽœŒ×‚‹›".encode("cp1252"))

_MAC = re.compile(r"[A-Za-z][ŽŠ•](?=[a-z])")  # é, ä and ï of an old Mac, read as Windows-1252


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 with or without BOM, UTF-16 with BOM, or what certainly is Windows-1252; line ends as they stand.

    A BOM stays in the text as its first character, so that the text re-encodes to the same bytes. Raises ReadError: the bytes are empty,
    binary, or in an encoding that cannot be told for sure.
    """
    if not data.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise ReadError("Het bestand is leeg.")
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise ReadError("Dit is {what}, geen verslag. Geef een tekst-, XML- of PDF-bestand.", what=what)
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise ReadError("De tekst staat in UTF-32. Bewaar het bestand als UTF-8.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _checked(_utf16(data))
    even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
    if max(even, odd) > 9 * min(even, odd) and max(even, odd) > 0.4 * min(len(data), 4000):  # every other byte is 0
        raise ReadError("Dit lijkt UTF-16 zonder kenteken (BOM). Bewaar het bestand als UTF-8.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _checked(_windows(data, error.start))
    return _checked(text)


def _utf16(data: bytes) -> str:
    codec = "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-16-be"
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        place = line_at(data[: error.start].decode(codec), error.start)
        raise ReadError("De tekst begint als UTF-16 maar is dat niet overal. Bewaar het bestand als UTF-8.", place) from None


def _windows(data: bytes, bad: int) -> str:
    """Windows-1252, when every byte above ASCII is one that Dutch text uses and each stands where letters or signs stand."""
    high = [byte for byte in data if byte >= 0x80]
    if b"\x00" in data[:65536]:
        raise ReadError("Dit is geen tekst maar een binair bestand.")
    foreign = sum(byte not in _DUTCH_1252 for byte in high)
    if foreign or len(high) > len(data) * 0.05:
        raise ReadError("De tekst is geen geldige UTF-8 en ook niet zeker Windows-1252. Bewaar het bestand als UTF-8.", line_of(data, bad))
    if any(sequence in data for sequence in (b"\xc3\xab", b"\xc3\xa9", b"\xc3\xaf", b"\xe2\x80\x93", b"\xe2\x80\x99")):
        raise ReadError("De tekst is deels UTF-8 en deels iets anders. Bewaar het bestand als UTF-8.", line_of(data, bad))
    text = data.decode("cp1252")
    if strange := _MAC.search(text):
        raise ReadError(
            "De tekst is geen geldige UTF-8 en ook niet zeker Windows-1252. Bewaar het bestand als UTF-8.", line_at(text, strange.start())
        )
    return text


def _checked(text: str) -> str:
    """The text, unless it is binary junk that happens to decode."""
    controls = [match.start() for match in _CONTROL.finditer(text)]
    if controls and ("\x00" in text or len(controls) > max(3, len(text) // 2000)):
        raise ReadError("Dit is geen tekst maar een binair bestand.", line_at(text, controls[0]))
    if not text.strip(BOM).strip():
        raise ReadError("Het bestand is leeg.")
    lost = text.find("\ufffd")
    if lost >= 0:
        raise ReadError(
            "In de tekst zijn letters verloren gegaan (vervangen door �). Geef het oorspronkelijke bestand.", line_at(text, lost)
        )
    return text


def line_of(data: bytes, at: int) -> str:
    """The line of a text file on which a byte stands, as a reader's editor counts."""
    return f"regel {data.count(10, 0, at) + 1}"


def line_at(text: str, at: int) -> str:
    """The line on which a character stands."""
    return f"regel {text.count(chr(10), 0, at) + 1}"
