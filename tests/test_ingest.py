"""Odd files through ingest: each gets one right line, and the good ones go in."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.errors import GriffierError
from rag.settings import load

HEAD = "Voorzitter: Jansen\n\nAanvang 10.00 uur.\n\n"
BODY = "De voorzitter:\nIk open de vergadering over {subject}.\n\nDe heer De Boer (SP):\nEén vraag: waaróm niet?\n\nMinister Visser:\nDáárom.\n"
END = "\nSluiting 11.00 uur.\n"


def report(subject: str) -> str:
    """A report of three turns; about another subject it is another meeting."""
    return HEAD + BODY.format(subject=subject) + END


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return made.getvalue()


GOOD = {
    "drie beurten.txt": BODY.format(subject="a").encode(),
    "inline.txt": BODY.format(subject="b").replace(":\n", ": ").encode(),
    "utf16.txt": ("\ufeff" + report("c")).encode("utf-16-le"),
    "windows.txt": (report("d") + "“ja” – nee…").encode("cp1252"),
    "crlf.txt": report("e").replace("\n", "\r\n").encode(),
    "cr.txt": report("f").replace("\n", "\r").encode(),
    "‘na\"am' 🎉 [x] {y}.txt": report("g").encode(),
    "bom.TXT": b"\xef\xbb\xbf" + report("h").encode(),
}
BAD = {
    "leeg.txt": (b"", "is leeg", "is empty"),
    "spaties.txt": (b"  \n\n", "is leeg", "is empty"),
    "brief.txt": (b"Geachte heer,\n\nIk citeer de heer Jansen:\nnee.\n", "geen verslag van een vergadering", "the report of a meeting"),
    "mac.txt": (report("i").encode("mac_roman"), "niet zeker Windows-1252", "not certainly Windows-1252"),
    "utf16 zonder bom.txt": (report("j").encode("utf-16-le"), "UTF-16 zonder", "UTF-16 without"),
    "gemengd.txt": (report("k").encode() + "é".encode("cp1252"), "UTF-8", "UTF-8"),
    "nul.txt": (b"De voorzitter:\nIk open.\x00\n", "binair", "binary"),
    "tekst.rtf": (b"{\\rtf1 De voorzitter:}", "RTF", "RTF"),
    "word.docx": (zipped(), "Word", "Word"),
    "pagina.html": (b"<!DOCTYPE html>\n<html><p>De voorzitter:</p></html>", "webpagina", "web page"),
    "kaal.html": (b"<html><p>De voorzitter:</p></html>", "webpagina", "web page"),
    "lijst.json": (b'{"a": 1}', "JSON", "JSON"),
    "rss.xml": (b'<?xml version="1.0"?><rss version="2.0"/>', "<rss>", "<rss>"),
    "halve.xml": (b'<?xml version="1.0"?><vlosCoreDocument><vergadering>', "afgebroken", "cut off"),
    "bom.xml": (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>', "veiligheid", "safety"),
    "foto.png": (b"\x89PNG\r\n\x1a\n00", "afbeelding", "an image"),
    "halve.pdf": (b"%PDF-1.7\n1 0 obj", "einde ontbreekt", "end is missing"),
}


@pytest.mark.parametrize(("lang", "at"), [("nl", 1), ("en", 2)])
def test_odd_files(tmp_path: Path, lang: str, at: int) -> None:
    """Named together: the good ones are all read, each bad one has one line in the reader's language, and nothing of it is in the index."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in {**GOOD, **{name: row[0] for name, row in BAD.items()}}.items():
        (folder / name).write_bytes(data)
    (folder / "kring").symlink_to(folder / "kring")
    os.mkfifo(folder / "pijp")
    assistant = Assistant(load(home=tmp_path / "home", lang=lang))
    made = assistant.ingest([*sorted(folder.iterdir())])
    assert {Path(one.path).name for one in made.meetings} == set(GOOD) and {one.turns for one in made.meetings} == {3}
    told = {Path(one.path).name: one.reason for one in made.failed}
    says = {name: str(row[at]) for name, row in BAD.items()}
    odd = {"nl": ("bestaat niet", "geen gewoon bestand"), "en": ("does not exist", "not a plain file")}[lang]
    says.update(kring=odd[0], pijp=odd[1])
    assert told.keys() == says.keys()
    assert [(name, told[name]) for name, words in says.items() if words not in told[name] or "\n" in told[name] or name in told[name]] == []
    assert len(assistant.meetings()) == len(GOOD)
    assistant.close()


def test_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is walked without hidden files and without going round in circles; what may not be looked into is named."""
    folder = tmp_path / "in"
    for name in ("a/b/c.txt", ".git/d.txt", "e/.f.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(report(name).encode())
    (folder / "plaatje.jpg").write_bytes(b"")
    (folder / "a/terug").symlink_to(folder)
    (folder / "leeg").mkdir()
    (folder / "dicht").mkdir()
    scan = os.scandir

    def refused(path: str) -> object:
        if Path(path).name == "dicht":  # whoever runs the tests may be allowed everything
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    assistant = Assistant(load(home=tmp_path / "home"))
    made = assistant.ingest([folder])
    assert [Path(one.path).name for one in made.meetings] == ["c.txt"] and made.skipped == 1
    ((closed),) = made.failed
    assert (Path(closed.path).name, closed.reason) == ("dicht", "Deze map kan niet worden gelezen: daar zijn geen rechten voor.")
    assert not assistant.ingest([folder / "leeg"]).failed
    assistant.close()


def test_a_home_that_cannot_be_used(tmp_path: Path) -> None:
    """A file where the home should be, and a database that is none, are said in plain words of the reader's language."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "griffier.db").write_bytes(b"niet van SQLite" * 100)
    for home, dutch, english in (
        ("file", "geen map", "not a folder"),
        ("file/x", "geen map", "not a folder"),
        ("bad", "beschadigd", "damaged"),
    ):
        with pytest.raises(GriffierError, match=dutch) as caught:
            Assistant(load(home=tmp_path / home)).meetings()
        assert english in caught.value.said("en")
