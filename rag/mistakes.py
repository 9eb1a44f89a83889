"""The command line's own words: help, and what someone typed wrong, in the reader's language and in plain lines."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.exceptions import TyperException

from rag.errors import SettingError, UserError
from rag.messages import say
from rag.settings import load
from rag.text import clean
from rag.types import Language

_CHOSEN: dict[str, Language] = {}  # by --lang, for this run


def chosen() -> Language | None:
    """The language that was asked for with --lang."""
    return _CHOSEN.get("lang")


def spoken() -> Language:
    """The language to speak: --lang, else GRIFFIER_LANG, else Dutch; also when another setting is wrong."""
    if found := chosen():
        return found
    try:
        return load().griffier_lang
    except SettingError:
        return "en" if os.environ.get("GRIFFIER_LANG") == "en" else "nl"


def _without_lang(args: Sequence[str]) -> list[str]:
    """The arguments without --lang, which may stand anywhere and is kept for this run. Raises UserError for another language than nl or en."""
    _CHOSEN.clear()
    rest = list(args)
    limit = rest.index("--") if "--" in rest else len(rest)
    for at, one in enumerate(rest[:limit]):
        flag, given, value = one.partition("=")
        if flag == "--lang":
            width = 1 if given else 2
            value = value if given else "".join(rest[at + 1 : at + 2])
            if value not in {"nl", "en"}:
                raise UserError("--lang heeft de waarde {value}. Verwacht: nl of en.", value=value or "''")
            _CHOSEN["lang"] = "en" if value == "en" else "nl"
            return rest[:at] + rest[at + width :]
    return rest


class _InOneLanguage:
    """Help in one language, the reader's: of a command, or of a group and what stands in it."""

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        for command in (self, *getattr(self, "commands", {}).values()):
            _speak(command, ctx)
        super().format_help(ctx, formatter)  # type: ignore[misc]  # of the command or group it is mixed into

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), say("Gebruik: ", spoken()))


class Spoken(_InOneLanguage, TyperCommand):
    """A command that speaks one language."""


class Plain(_InOneLanguage, TyperGroup):
    """A group of commands whose usage errors are plain words as well, instead of a box in English."""

    def main(self, args: Any = None, prog_name: str | None = None, standalone_mode: bool = True, **extra: Any) -> Any:  # type: ignore[override]  # the rest goes through as it comes
        """Runs the command; a mistake of the user's gets its lines on stderr and exit code 2."""
        try:
            done = super().main(_without_lang(sys.argv[1:] if args is None else args), prog_name, standalone_mode=False, **extra)
        except TyperException as error:
            if not standalone_mode:
                raise
            if type(error).__name__ != "NoArgsIsHelpError":  # then the help has been shown
                typer.echo(clean(said(error)), err=True)
            raise SystemExit(2) from None
        except typer.Abort:
            if not standalone_mode:
                raise
            typer.echo(say("Afgebroken.", spoken()), err=True)
            raise SystemExit(130) from None
        if standalone_mode:
            raise SystemExit(done if isinstance(done, int) else 0)
        return done


def _speak(command: Any, context: Any) -> None:
    """Puts a command's help, and the words typer adds to it, in the reader's language."""
    from typer import rich_utils  # takes its time to load

    now = spoken()
    rich_utils.OPTIONS_PANEL_TITLE, rich_utils.ARGUMENTS_PANEL_TITLE = say("Opties", now), say("Argumenten", now)
    rich_utils.COMMANDS_PANEL_TITLE = say("Opdrachten", now)
    rich_utils.REQUIRED_LONG_STRING, rich_utils.DEFAULT_STRING = say("[verplicht]", now), say("[standaard: {}]", now)
    rich_utils.ENVVAR_STRING = say("[omgevingsvariabele: {}]", now)
    command.help = say(command.help or "", now)
    command.options_metavar = say("[OPTIES]", now)
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = say("OPDRACHT [ARGUMENTEN]", now)
    for parameter in command.get_params(context):
        flag = getattr(parameter, "is_flag", False)
        parameter.help = say("Toon deze uitleg." if parameter.name == "help" else parameter.help or "", now)
        parameter.metavar = "" if flag else parameter.metavar and say(parameter.metavar, now)
        if isinstance(parameter, TyperArgument):
            # Python's name of a type ("list[Path]") tells a reader nothing
            parameter.display_type_rich = lambda ctx: None  # type: ignore[method-assign]  # typer has no switch for it


def said(error: TyperException) -> str:
    """What is wrong and where to look, in plain words."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "griffier"
    now = spoken()
    return f"{_what(error, now)}\n{say('Zie: {command} --help', now, command=command)}"


def _what(error: TyperException, now: Language) -> str:
    kind, parameter = type(error).__name__, getattr(error, "param", None)
    if kind == "NoSuchOption":
        near = [str(option) for option in getattr(error, "possibilities", None) or ()]
        what = say("De optie {option} bestaat niet.", now, option=getattr(error, "option_name", ""))
        return what + (say(" Bedoelt u {near}?", now, near=say(" of ", now).join(near)) if near else "")
    if kind == "MissingParameter":
        return say("{name} ontbreekt.", now, name=_name(parameter))
    if kind == "BadOptionUsage":
        return say("Na {option} hoort een waarde.", now, option=getattr(error, "option_name", ""))
    if parameter is not None:
        expected = _expected(parameter, now)
        what = say("{name} heeft een waarde die niet kan.", now, name=_name(parameter))
        return what + (say(" Verwacht: {expected}.", now, expected=expected) if expected else "")
    if match := re.match(r"No such command '(.*?)'", error.message):
        return say("De opdracht {command} bestaat niet.", now, command=match[1])
    if "unexpected extra argument" in error.message:
        return say("Er staat meer op de regel dan deze opdracht kan lezen. Zet een vraag of citaat tussen aanhalingstekens.", now)
    if "Missing command" in error.message:
        return say("Er ontbreekt een opdracht.", now)
    return error.message


def _name(parameter: Any) -> str:
    """The longest flag of an option, or what an argument is called in the help."""
    flags = [flag for flag in getattr(parameter, "opts", ()) if flag.startswith("-")]
    return (
        max(flags, key=len) if flags else str(getattr(parameter, "metavar", None) or getattr(parameter, "name", "Een waarde")).rstrip(".")
    )


def _expected(parameter: Any, now: Language) -> str:
    kind = parameter.type_descriptor
    if kind.choices:
        names = [str(getattr(choice, "value", choice)) for choice in kind.choices]
        return say(" of ", now).join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
    if kind.is_ranged:
        limits = kind.parameter_info
        return say("een getal van {least} tot en met {most}", now, least=limits.min, most=limits.max)
    return ""
