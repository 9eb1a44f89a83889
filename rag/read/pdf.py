"""The reader for PDF reports: text taken by PDFium in a child process with limits; damaged files are refused."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # only for the checker: the child process must not import rag
    from rag.errors import ReadError
    from rag.types import Transcript

SECONDS = 120
MEMORY = 3 * 2**30
INFLATED = 512 * 2**20
PAGES = 5000

_OBJECT = re.compile(rb"\b\d+\s+\d+\s+obj\b")
_STREAM = re.compile(rb"(<<(?:[^<>]|<<(?:[^<>]|<<(?:[^<>]|<[^<>]*>)*>>|<[^<>]*>)*>>|<[^<>]*>)*>>)\s*stream\r?\n")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


def read_pdf(data: bytes) -> Transcript:
    """Reads a PDF report; its source is the text of the pages, a form feed between them, and its pages are the PDF's own.

    Raises ReadError: damaged, encrypted or too heavy; without text; or no transcript.
    """
    from rag.errors import ReadError
    from rag.read.report import read_report

    whole(data)
    # -P: without it this file's folder would come first on the path, and our xml.py would stand for Python's
    command = [sys.executable, "-P", str(Path(__file__)), str(SECONDS), str(MEMORY)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  our own file
    except subprocess.TimeoutExpired:
        raise ReadError("Het lezen van de PDF duurde langer dan {seconds} seconden.", seconds=SECONDS) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise ReadError("De PDF is beschadigd of te zwaar: het lezen ervan brak af.") from None
    if "problem" in answer:
        raise ReadError(answer["problem"], answer.get("place"), **answer.get("parts", {}))
    texts: list[str] = answer["pages"]
    if not "".join(texts).strip():
        raise ReadError("In deze PDF staat geen tekst, alleen beeld (een scan).", f"pagina 1 tot {len(texts)}")
    return read_report("\f".join(texts), numbered=True)


def whole(data: bytes) -> None:
    """Checks that a PDF is whole, so that nothing needs to be repaired and no text is lost silently.

    Raises ReadError: cut off, a cross-reference that points nowhere, a stream that does not unpack, pages that are missing.
    """
    tail = data[-2048:]
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*\x00*$", tail)
    if start is None:
        raise _damaged("het einde ontbreekt")
    at = int(start.group(1))
    head = data[at : at + 64].lstrip()
    if head.startswith(b"xref"):
        _check_table(data, at)
    elif not _OBJECT.match(head):
        raise _damaged("de inhoudsopgave (xref) staat niet waar het bestand zegt")
    if re.search(rb"/Encrypt\s+\d+\s+\d+\s+R", data) is None:
        found = _check_streams(data)
        wanted = [int(count) for count in re.findall(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", data)]
        if wanted and data.count(b"%%EOF") == 1 and found < max(wanted):
            raise _damaged("er zijn {found} van de {wanted} pagina's", found=found, wanted=max(wanted))


def _damaged(why: str, /, **parts: object) -> ReadError:
    from rag.errors import GriffierError, ReadError

    return ReadError("De PDF is beschadigd of afgebroken: {why}. Haal het bestand opnieuw op.", why=GriffierError(why, **parts))


def _check_table(data: bytes, at: int) -> None:
    for match in re.finditer(rb"(\d{10}) (\d{5}) n", data[at : data.find(b"trailer", at)]):
        place = int(match.group(1))
        if not _OBJECT.match(data[place : place + 32].lstrip()):
            raise _damaged("een onderdeel staat niet op zijn plaats")


def _check_streams(data: bytes) -> int:
    """Unpacks every Flate stream; returns how many page objects the file holds."""
    pages = len(_PAGE.findall(data))
    total = 0
    for match in _STREAM.finditer(data):
        filters = re.search(rb"/Filter\s*(?:\[\s*)?/(\w+)", match.group(1))
        end = data.find(b"endstream", match.end())
        if end < 0:
            raise _damaged("een onderdeel is afgebroken")
        if filters is None or filters.group(1) not in {b"FlateDecode", b"Fl"}:
            continue
        plain = _inflate(data, match.end(), INFLATED - total)
        total += len(plain)
        if b"/ObjStm" in match.group(1):
            pages += len(_PAGE.findall(plain))
    return pages


def _inflate(data: bytes, start: int, room: int) -> bytes:
    engine = zlib.decompressobj()
    made: list[bytes] = []
    size, at, fed = 0, start, b""
    try:
        while not engine.eof and (fed or at < len(data)):
            if not fed:
                fed, at = data[at : at + 65536], at + 65536
            made.append(engine.decompress(fed, max(1, room - size)))
            fed = engine.unconsumed_tail
            size += len(made[-1])
            if size >= room:
                raise _damaged("het pakt uit tot meer dan {mb} MB", mb=INFLATED // 2**20)
    except zlib.error:
        raise _damaged("een onderdeel is niet uit te pakken") from None
    if not engine.eof:
        raise _damaged("een onderdeel is afgebroken")
    return b"".join(made)


def page_texts(data: bytes) -> list[str]:
    """The text of each page of a PDF this program made itself, read in this process; a hyphen at a line end stays one.

    Never for a file from outside: `read_pdf` reads that apart and with limits.
    """
    import pypdfium2  # noqa: TID251  this file is its door

    document = pypdfium2.PdfDocument(data)
    try:
        pages = [document[number].get_textpage().get_text_range(errors="ignore") for number in range(len(document))]
    finally:
        document.close()
    return [re.sub("[\ufffe\x02]", "-\n", text) for text in pages]


# --- the child


def _child(seconds: int, memory: int) -> None:
    """Takes the text out of the PDF on stdin and writes it as JSON; runs apart, so that nothing it meets can hurt the caller."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # not on this system: the time limit of the caller remains
    answer = _take(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _take(data: bytes) -> dict[str, object]:
    import pypdfium2  # noqa: TID251  this file is its door

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        return {"problem": "De PDF is met een wachtwoord beveiligd." if locked else "De PDF is beschadigd of geen PDF."}
    if len(document) > PAGES:
        return {"problem": "De PDF heeft meer dan {pages} pagina's.", "place": f"pagina {PAGES}", "parts": {"pages": PAGES}}
    texts = []
    for number in range(len(document)):
        try:
            page = document[number]
            if _hidden(page):
                return {
                    "problem": "De PDF bevat onzichtbare tekst (een scan of verborgen tekst); wat er staat is niet zeker.",
                    "place": f"pagina {number + 1}",
                }
            texts.append(_lines(page.get_textpage()))
        except pypdfium2.PdfiumError:
            return {"problem": "Een pagina van de PDF is niet te lezen.", "place": f"pagina {number + 1}"}
    return {"pages": texts}


def _hidden(page: Any) -> bool:
    """Whether the page holds text in render mode 3, which no reader of the page sees."""
    from pypdfium2 import raw  # noqa: TID251  this file is its door

    return any(raw.FPDFTextObj_GetTextRenderMode(each.raw) == 3 for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))


def _lines(textpage: Any) -> str:
    """The lines of a page; a blank line where the page leaves more room than between two lines."""
    total = textpage.count_chars()
    rows: list[tuple[str, float, float]] = []
    start = 0
    text = textpage.get_text_range(0, total, errors="ignore") if total else ""
    # PDFium writes a hyphen at a line end as U+FFFE (older: U+0002) and leaves the line break out
    parts = re.split(r"(\r\n|\n|\r|\ufffe|\x02)", text)
    for piece, ending in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if piece.strip():
            boxes = [textpage.get_charbox(at) for at in range(start, min(start + len(piece), total))]
            boxes = [box for box in boxes if box[3] > box[1]]
            bottom = min((box[1] for box in boxes), default=0.0)
            top = max((box[3] for box in boxes), default=0.0)
            rows.append((piece.rstrip() + ("-" if ending in ("\ufffe", "\x02") else ""), top, bottom))
        start += len(piece) + len(ending)
    return _spaced(rows)


def _spaced(rows: list[tuple[str, float, float]]) -> str:
    pitches = sorted(above[2] - below[2] for above, below in zip(rows, rows[1:], strict=False) if above[2] > below[2])
    usual = pitches[len(pitches) // 4] if pitches else 0.0
    out: list[str] = []
    for index, (text, _, bottom) in enumerate(rows):
        if index and usual and rows[index - 1][2] - bottom > usual * 1.45:
            out.append("")
        out.append(text)
    return "".join(line + "\n" for line in out)


if __name__ == "__main__":
    _child(int(sys.argv[1]), int(sys.argv[2]))
