"""The command line as a user runs it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rag.assistant import Assistant
from rag.cli import _meetings_table, app
from rag.render.terminal import turn_text, wrapped
from rag.settings import load
from rag.shelf import Shelf
from rag.text import STOP_EN, STOP_NL
from rag.types import Speaker, Turn
from tests.debates import printed
from tests.sheets import MEETING


def run(*arguments: str, home: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "rag", "--home", str(home), *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def as_json(*arguments: str, home: Path) -> Any:
    return json.loads(run(*arguments, "--json", home=home).stdout)


def test_demo_answers_three_questions(tmp_path: Path) -> None:
    """One command on an empty home: the debate goes in, three questions get answers with references, a party gets its page."""
    out = run("demo", home=tmp_path).stdout
    assert "283 beurten" in out and out.count("\n> ") == 3 and "Kamerstukken II 2019/20, 28638, nr. 178, p. " in out
    assert (tmp_path / "samenvattingen" / "kst-28638-178-SP.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("part", ["reader", "embedder"])
def test_demo_on_an_index_of_another_version(part: str, tmp_path: Path) -> None:
    """It is built again with all that is in it, and told; where other vectors made it, it stays as it is and the debate goes into a folder of its own."""
    report = tmp_path / "school.txt"
    report.write_text(printed("school"), encoding="utf-8")
    home = tmp_path / "home"
    with closing(Assistant(load(home=home))) as maker:
        maker.ingest([report])
    with closing(Shelf(home)) as shelf:
        made_by = json.loads(shelf.meta("fingerprint") or "")
        old = json.dumps({**made_by, part: "0"}, sort_keys=True)
        shelf.set_meta({"fingerprint": old})
    assert "--rebuild" in run("ask", "Wat vindt de SP?", home=home, status=2).stderr
    out = run("demo", home=home).stdout
    assert "283 beurten" in out and out.count("\n> ") == 3
    if part == "reader":
        assert "opnieuw gebouwd" in out and len(as_json("meetings", home=home)["meetings"]) == 2
    else:
        assert f"griffier --home {home / 'demo'} ask" in out and len(as_json("meetings", home=home / "demo")["meetings"]) == 1
        with closing(Shelf(home)) as shelf:
            assert shelf.meta("fingerprint") == old and len(shelf.visible()) == 1


def test_json_of_the_commands(home: Path) -> None:
    """Each --json prints one document of the contract's shape and nothing else."""
    (meeting,) = as_json("meetings", home=home)["meetings"]
    assert (meeting["meeting"], meeting["turns"], meeting["pages"], meeting["date"]) == ("kst-28638-178", 283, 55, "2019-12-05")
    turns = as_json("turns", "kst-28638-178", "--party", "SP", home=home)["turns"]
    assert len(turns) == 11 and {t["role"] for t in turns} == {"member"}
    answer = as_json("ask", "Wat vindt het CDA van klanten?", "--verbatim", home=home)
    assert set(answer) == {"question", "status", "reason", "written_by", "statements", "citations", "passages", "notes", "usage"}
    check = as_json("check", "Mensenhandel is moderne slavernij.", home=home)
    assert check["status"] == "verbatim" and check["matches"][0]["citation"]["speaker"] == "Van Nispen"


@pytest.mark.parametrize(
    ("language", "kind", "status"), [("nl", "hoorzitting", "onvolledig verslag"), ("en", "hearing", "incomplete record")]
)
def test_the_table_of_meetings_is_in_one_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, kind: str, status: str
) -> None:
    """The kind of a meeting and the status of its report are said in the language of the heads above them."""
    monkeypatch.setenv("GRIFFIER_LANG", language)
    monkeypatch.setenv("COLUMNS", "200")
    _meetings_table([(replace(MEETING, kind="Hoorzitting", status="incomplete"), 3, 90)])
    printed = capsys.readouterr().out
    assert kind in printed and status in printed


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_the_number_of_a_meeting_is_never_cut(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    """It is what every other command asks for; a narrow terminal leaves out other columns, and keeps the status of a usual one."""
    monkeypatch.setenv("COLUMNS", width)
    number = "cc3fce07-f191-45b0-8c75-b0a47d03965f"
    _meetings_table([(replace(MEETING, id=number, title="Een debat met een lange titel over van alles"), 3, 90)])
    printed = capsys.readouterr().out
    assert number in printed and max(map(len, printed.splitlines())) <= int(width)
    assert ("Status" in printed) == (int(width) >= 80) and ("Beurten" in printed) == (width == "120")


def test_on_a_terminal_no_word_is_cut() -> None:
    """A long line goes on below its own start; what has no space stays whole, and so do the words and their order."""
    told = "1. Terpstra aan Brinkhuis\n   «Ik stuur een brief over de volkstuinen in nieuwe wijken.»\n\n   https://example.org/een-heel-lang-adres-zonder-spaties"
    shown = wrapped(told, 30)
    assert shown.split() == told.split() and "\n   " in shown and shown.count("\n\n") == 1
    assert all(len(line) <= 30 or " " not in line.strip() for line in shown.splitlines())


def test_a_notice_within_a_turn_is_told_apart() -> None:
    """What the record puts between a member's words stands in square brackets; the words themselves stay as they are."""
    text = "Ik dien een motie in. Deze motie is voorgesteld door het lid Vos. Dat was het."
    start = text.index("Deze")
    turn = Turn("m", 7, Speaker("Vos", "D66", "member"), "", text, unquotable=((start, text.index(" Dat was")),))
    assert turn_text(turn, "nl") == (
        "[7] Vos (D66)\nIk dien een motie in. [mededeling in het verslag: Deze motie is voorgesteld door het lid Vos.] Dat was het.\n"
    )
    assert "[" not in turn_text(replace(turn, unquotable=((0, len(text)),)), "en").removeprefix("[7]")


def test_a_bad_file_is_named_and_the_others_go_in(tmp_path: Path, seed_bytes: bytes) -> None:
    """Exit 2, a plain line about the bad one, and the good one is indexed."""
    good, bad = tmp_path / "goed.txt", tmp_path / "slecht.txt"
    good.write_bytes(seed_bytes)
    bad.write_bytes(b"\x00\x01\x02" * 100)
    home = tmp_path / "home"
    done = run("ingest", str(bad), str(good), home=home, status=2)
    assert "slecht.txt" in done.stderr and "283 beurten" in done.stdout
    assert len(as_json("meetings", home=home)["meetings"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("turns", "kst-1-1"),
        ("remove", "kst-1-1"),
        ("ask", "Wat?", "--meeting", "kst-1-1"),
        ("ask", "Wat?", "--since", "gisteren"),
        ("turns", "kst-28638-178", "--speaker", "Klaassen"),
        ("ingest", "bestaat-niet.txt"),
        ("ingest",),
        ("turns", "kst-28638-178", "--role", "minister"),
        ("turns", "kst-28638-178", "--speaker"),
        ("ask",),
        ("ask", "Wat", "vindt", "de", "SP?"),
        ("ask", "Wat?", "--since", "2020-01-01", "--until", "2019-01-01"),
        ("meetings", "--jso"),
        ("bestaat-niet",),
        ("serve", "--port", "99999999"),
    ],
)
def test_mistakes_get_two_plain_lines(home: Path, arguments: tuple[str, ...]) -> None:
    """Exit 2, and one or two lines on stderr that say what is wrong."""
    done = run(*arguments, home=home, status=2)
    assert 1 <= len(done.stderr.strip().splitlines()) <= 2
    assert not done.stdout and "Usage" not in done.stderr and "rror" not in done.stderr


def test_a_mistake_says_what_is_possible(home: Path) -> None:
    """A wrong choice names the choices, an option that is nearly right the right one, and the help is pointed at."""
    assert "member, government, chair of guest" in run("turns", "x", "--role", "minister", home=home, status=2).stderr
    assert "--json" in run("meetings", "--jso", home=home, status=2).stderr
    assert "aanhalingstekens" in run("ask", "Wat", "vindt", "de", "SP?", home=home, status=2).stderr
    assert "turns --help" in run("turns", home=home, status=2).stderr


def test_a_file_is_named_once(tmp_path: Path) -> None:
    """The line about a bad file holds its path and the reason, not its name twice."""
    bad = tmp_path / "leeg.txt"
    bad.write_bytes(b"")
    assert run("ingest", str(bad), home=tmp_path / "home", status=2).stderr.count("leeg.txt") == 1


def test_a_dotenv_that_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A .env in another encoding is named, with what to do; no traceback."""
    (tmp_path / ".env").write_bytes(b"\xff\xfeG\x00")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    done = run("meetings", home=tmp_path / "home", status=2)
    assert ".env" in done.stderr and "UTF-8" in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("lang", "says"), [("nl", "regel 2, is geen instelling"), ("en", "line 2, is no setting")])
def test_a_stray_line_in_a_dotenv(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, says: str) -> None:
    """A line of .env that is no setting is skipped, and said so once, with file and line, in the reader's language."""
    (tmp_path / ".env").write_text(f"GRIFFIER_LANG={lang}\ndit is geen instelling\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    done = run("meetings", home=home)
    (line,) = done.stderr.splitlines()
    assert line.startswith(str(tmp_path / ".env")) and says in line and "kst-28638-178" in done.stdout


@pytest.mark.parametrize(("lang", "foreign", "usage"), [("nl", STOP_EN - STOP_NL, "Gebruik:"), ("en", STOP_NL - STOP_EN, "Usage:")])
def test_help_is_in_one_language(lang: str, foreign: frozenset[str], usage: str) -> None:
    """Every command's help is in the language asked for, wherever --lang stands, and holds no word of the other."""
    names = [command.callback.__name__ for command in app.registered_commands if command.callback]
    assert len(names) >= 13
    for name in ["", *names]:
        shown = CliRunner().invoke(app, [*filter(None, [name]), "--help", "--lang", lang]).output
        words = set(re.findall(r"\w+", re.sub(r"--[a-z-]+", "", shown.lower())))
        assert usage in shown and words & foreign <= {"en"}, name  # "nl|en"
        assert "<str" not in shown and "list[" not in shown


def test_a_password_from_a_pipe(tmp_path: Path) -> None:
    """Asked twice, without a warning of Python's; two that differ leave no file."""
    users = tmp_path / "users"
    differ = CliRunner().invoke(app, ["user", str(users), "jan"], input="geheim123\ngeheim124\n")
    assert differ.exit_code == 2 and "niet gelijk" in differ.output and not users.exists()
    made = CliRunner().invoke(app, ["user", str(users), "jan"], input="geheim123\ngeheim123\n")
    assert made.exit_code == 0 and "jan kan nu inloggen." in made.output and users.exists()


def test_a_mistake_in_english(home: Path) -> None:
    """With --lang en, or GRIFFIER_LANG=en, what goes wrong is said in English."""
    assert "There is no meeting kst-1-1" in run("turns", "kst-1-1", "--lang=en", home=home, status=2).stderr
    assert "Expected: member, government, chair or guest." in run("--lang", "en", "turns", "x", "--role", "y", home=home, status=2).stderr
    assert "--lang" in run("meetings", "--lang", "fr", home=home, status=2).stderr


def test_a_wrong_setting_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the variable, the value and what is expected."""
    monkeypatch.setenv("CHROMA_PORT", "veel")
    done = run("meetings", home=home, status=2)
    assert "CHROMA_PORT" in done.stderr and "veel" in done.stderr and "65535" in done.stderr


@pytest.mark.parametrize("value", ["sk-geheim", "naam:geheim@model.example.nl/v1"])
def test_a_wrong_setting_that_may_hold_a_key_is_not_shown(home: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """A key under the wrong name, or an address with a password in it, is named and not repeated."""
    monkeypatch.setenv("OPENAI_BASE_URL", value)
    done = run("meetings", home=home, status=2)
    assert "OPENAI_BASE_URL" in done.stderr and "http://" in done.stderr and "geheim" not in done.stderr


def test_the_readme_shows_a_real_answer(home: Path) -> None:
    """The answer in the README is what the command prints."""
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    shown = readme.split("<!-- answer -->")[1].split("```")[1].strip()
    question, _, answer = shown.partition("\n\n")
    printed = run("ask", question.removeprefix('$ griffier ask "').removesuffix('"'), "--verbatim", home=home).stdout
    assert answer.strip() == printed.strip()


def test_the_readme_shows_a_report_that_is_read(tmp_path: Path) -> None:
    """The report in the README is read as it stands: its id, day, committee, who is in the chair, who speaks for which party."""
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    path = tmp_path / "verslag.txt"
    path.write_text(readme.split("<!-- report -->")[1].split("```")[1].removeprefix("text\n"), encoding="utf-8")
    told = as_json("ingest", str(path), home=tmp_path / "home")["meetings"][0]
    (meeting,) = as_json("meetings", home=tmp_path / "home")["meetings"]
    turns = as_json("turns", "kst-28638-300", home=tmp_path / "home")["turns"]
    assert (told["meeting"], told["turns"]) == ("kst-28638-300", 3)
    assert (meeting["date"], meeting["committee"], meeting["chairs"]) == ("2024-12-05", "Justitie en Veiligheid", ["Bosman"])
    assert [(t["speaker"], t["party"], t["role"]) for t in turns] == [
        ("Bosman", None, "chair"),
        ("Vos", "D66", "member"),
        ("Peters", None, "government"),
    ]
