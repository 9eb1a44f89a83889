"""What griffier says of itself: every message in both languages, and neither in the other's words."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.errors import GriffierError, ReadError
from rag.messages import english, say
from rag.read import read
from rag.tables import table
from rag.text import STOP_EN, STOP_NL, words

ROOT = Path(__file__).resolve().parent.parent
CODE = [*sorted((ROOT / "rag").rglob("*.py")), ROOT / "app.py"]
SPEAKS = {"say", "_say", "_damaged"}
SHOWN = {"help", "metavar"}  # of an option or argument of the command line
PLACES = {"regel", "pagina", "tot"}  # words of a place, see `rag.messages.place`
# names of things, the record's own words, and what both languages write the same
BOTH = re.compile(
    r"nl (?:of|or) en|'De (?:voorzitter|heer)[^']*'|griffier [a-z]+(?: [A-Z{]\S*)?|«\{words\}»|\{\w+\}|--\w[\w-]*|<\w+>|'regering'"
)


def _words() -> list[tuple[str, str]]:
    """What pages and answers are made of, both sides."""
    tables = [table(f"words/{path.stem}") for path in sorted((ROOT / "rag" / "data" / "words").glob("*.toml"))]
    return [(dutch, other) for each in tables for words in each.values() for dutch, other in words.values()]


def _literals(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def _said(tree: ast.AST) -> Iterator[str]:
    """The literal messages of a module: of errors and of `say`, and the help of the command line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(isinstance(d, ast.Name) and d.id == "_command" for d in node.decorator_list):
            yield ast.get_docstring(node) or ""
        if isinstance(node, ast.Dict):  # what the child that reads a PDF answers
            keyed = zip(node.keys, node.values, strict=True)
            yield from (text for key, value in keyed if key is not None and set(_literals(key)) == {"problem"} for text in _literals(value))
        if not isinstance(node, ast.Call):
            continue
        own = node.func.id if isinstance(node.func, ast.Name) else ""
        if isinstance(node.func, ast.Attribute) and node.func.attr in {"Option", "Argument", "Typer"}:
            yield from (text for key in node.keywords if key.arg in SHOWN for text in _literals(key.value) if "|" not in text)
        elif node.args and (own in SPEAKS or own in _errors()):
            assert not isinstance(node.args[0], ast.JoinedStr), f"{ast.unparse(node)}: give what differs as named parts"
            ways = (node.args[0].body, node.args[0].orelse) if isinstance(node.args[0], ast.IfExp) else (node.args[0],)
            yield from (way.value for way in ways if isinstance(way, ast.Constant) and isinstance(way.value, str))


def _errors() -> frozenset[str]:
    def below(kind: type[GriffierError]) -> Iterator[str]:
        yield kind.__name__
        for each in kind.__subclasses__():
            yield from below(each)

    return frozenset(below(GriffierError)) | {"FidelityError", "PressError", "PromptError"}


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in CODE}


def test_every_message_has_its_english(trees: dict[Path, ast.Module]) -> None:
    """What the code says in Dutch stands in the table, with the same names to fill in."""
    missing = {(path.name, text) for path, tree in trees.items() for text in _said(tree) if text and text not in english()}
    assert not missing

    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    assert [dutch for dutch, other in [*english().items(), *_words()] if names(dutch) != names(other)] == []


def test_no_english_is_left_over(trees: dict[Path, ast.Module]) -> None:
    """Every line of the table is said somewhere: what the code no longer says is taken out."""
    spoken = {text for tree in trees.values() for text in _literals(tree)}
    assert set(english()) - spoken - PLACES == set()


@pytest.mark.parametrize(("side", "foreign"), [(0, STOP_EN - STOP_NL), (1, STOP_NL - STOP_EN)])
def test_neither_language_in_the_others_words(side: int, foreign: frozenset[str]) -> None:
    """No Dutch word in an English message, no English word in a Dutch one."""
    found = {pair[side]: wrong for pair in english().items() if (wrong := set(words(BOTH.sub(" ", pair[side]))) & foreign)}
    assert found == {}


def test_a_failure_in_the_readers_language() -> None:
    """A failure is worded where it is shown: the place, the parts and what it is made of as well."""
    with pytest.raises(ReadError) as caught:
        read(b"%PDF-1.7\n%%EOF\n", "stuk.pdf")
    error = caught.value
    assert str(error) == "stuk.pdf: De PDF is beschadigd of afgebroken: het einde ontbreekt. Haal het bestand opnieuw op."
    assert error.said("en") == "stuk.pdf: The PDF is damaged or was cut off: its end is missing. Fetch the file again."
    assert error.why("en") == error.said("en").removeprefix("stuk.pdf: ")
    with pytest.raises(ReadError) as caught:
        read(b"Een brief.\n", "{brief}.txt")
    assert caught.value.said("en").startswith("{brief}.txt: This does not look like") and caught.value.said("en").endswith("(line 1)")


def test_what_was_typed_is_never_filled_in() -> None:
    """Braces in what somebody typed stay what they are."""
    assert (
        say("De rol {role} bestaat niet. Kies uit: {roles}.", "en", role="{roles}", roles="a")
        == "There is no role {roles}. Choose from: a."
    )
