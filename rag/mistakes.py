"""What someone typed wrong on the command line, in one or two plain lines."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from rag.text import clean


class Plain(TyperGroup):
    """A group of commands whose usage errors are plain Dutch instead of a box in English."""

    def main(self, args: Any = None, prog_name: str | None = None, standalone_mode: bool = True, **extra: Any) -> Any:  # type: ignore[override]  # the rest goes through as it comes
        """Runs the command; a mistake of the user's gets its lines on stderr and exit code 2."""
        try:
            done = super().main(args, prog_name, standalone_mode=False, **extra)
        except TyperException as error:
            if not standalone_mode:
                raise
            if type(error).__name__ != "NoArgsIsHelpError":  # then the help has been shown
                typer.echo(clean(said(error)), err=True)
            raise SystemExit(2) from None
        except typer.Abort:
            if not standalone_mode:
                raise
            typer.echo("Afgebroken.", err=True)
            raise SystemExit(130) from None
        if standalone_mode:
            raise SystemExit(done if isinstance(done, int) else 0)
        return done


def said(error: TyperException) -> str:
    """What is wrong and where to look, in plain words.

    Args:
        error: as the parser raised it.
    """
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "griffier"
    return f"{_what(error)}\nZie: {command} --help"


def _what(error: TyperException) -> str:
    kind, parameter = type(error).__name__, getattr(error, "param", None)
    if kind == "NoSuchOption":
        near = [str(option) for option in getattr(error, "possibilities", None) or ()]
        return f"De optie {getattr(error, 'option_name', '')} bestaat niet." + (f" Bedoelt u {' of '.join(near)}?" if near else "")
    if kind == "MissingParameter":
        return f"{_name(parameter)} ontbreekt."
    if kind == "BadOptionUsage":
        return f"Na {getattr(error, 'option_name', 'de optie')} hoort een waarde."
    if parameter is not None:
        expected = _expected(parameter)
        return f"{_name(parameter)} heeft een waarde die niet kan." + (f" Verwacht: {expected}." if expected else "")
    if match := re.match(r"No such command '(.*?)'", error.message):
        return f"De opdracht {match[1]} bestaat niet."
    if "unexpected extra argument" in error.message:
        return "Er staat meer op de regel dan deze opdracht kan lezen. Zet een vraag of citaat tussen aanhalingstekens."
    return error.message


def _name(parameter: Any) -> str:
    """The longest flag of an option, or what an argument is called in the help."""
    flags = [flag for flag in getattr(parameter, "opts", ()) if flag.startswith("-")]
    return (
        max(flags, key=len) if flags else str(getattr(parameter, "metavar", None) or getattr(parameter, "name", "Een waarde")).rstrip(".")
    )


def _expected(parameter: Any) -> str:
    kind = parameter.type_descriptor
    if kind.choices:
        names = [str(getattr(choice, "value", choice)) for choice in kind.choices]
        return f"{', '.join(names[:-1])} of {names[-1]}" if len(names) > 1 else names[0]
    if kind.is_ranged:
        limits = kind.parameter_info
        return f"een getal van {limits.min} tot en met {limits.max}"
    return ""
