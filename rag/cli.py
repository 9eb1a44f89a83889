"""The command line: each command asks the assistant and prints what comes back."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any, Literal, ParamSpec, TypeVar, get_args

import typer

from rag import __version__
from rag.errors import GriffierError, OutdatedError, UserError
from rag.messages import say
from rag.mistakes import Plain, Spoken, chosen, spoken
from rag.text import clean
from rag.types import Form, IngestReport, Meeting, Role

if TYPE_CHECKING:
    from rag.assistant import Assistant, Progress
    from rag.export.forms import File

# objects made between two searches for garbage: at Python's own 700, what is loaded for one answer is searched some 250 times, for nothing
FEW_SWEEPS = 50_000
WIDE, USUAL = 110, 80  # columns of a terminal from which the table of meetings has all of its own, and from which it has the status
P = ParamSpec("P")

app = typer.Typer(
    name="griffier",
    cls=Plain,
    help="Betrouwbare, citeerbare antwoorden uit verslagen van de Tweede Kamer. Elke zin in een antwoord leidt naar de beurt waar hij op rust.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


Home = Annotated[Path | None, typer.Option("--home", metavar="MAP", help="De map waar de index staat.")]
Json = Annotated[bool, typer.Option("--json", help="Een JSON-document op standaarduitvoer, en niets anders.")]
Meetings = Annotated[list[str] | None, typer.Option("--meeting", "-m", metavar="VERGADERING", help="Alleen deze vergadering (mag vaker).")]
Party = Annotated[str | None, typer.Option("--party", "-p", metavar="PARTIJ", help="Alleen beurten namens deze partij.")]
SpeakerName = Annotated[
    str | None, typer.Option("--speaker", "-s", metavar="NAAM", help="Alleen beurten van deze spreker; een achternaam volstaat.")
]
RoleOption = Annotated[
    Role | None, typer.Option("--role", "-r", metavar="ROL", help="Alleen beurten in deze rol: member, government, chair of guest.")
]
MeetingArgument = Annotated[str, typer.Argument(metavar="VERGADERING", help="Het nummer van de vergadering; zie: griffier meetings.")]


def main() -> None:
    """Runs the program; on an expected failure one or two plain lines on stderr and exit code 2."""
    gc.set_threshold(FEW_SWEEPS)
    try:
        app()
    except GriffierError as error:
        sys.stderr.write(clean(error.said(spoken())) + "\n")
        sys.exit(2)
    except BrokenPipeError:
        # the reader of a pipe went away ("griffier turns X | head"): not an error of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _command(command: Callable[P, None]) -> Callable[P, None]:
    """A command of the app; an expected failure becomes its message and exit code 2, also when it is run by a test."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except GriffierError as error:
            typer.echo(clean(error.said(spoken())), err=True)
            raise typer.Exit(2) from None

    return app.command(cls=Spoken)(run)


def _say(text: str, /, err: bool = False, **parts: object) -> None:
    """A line of ours, in the reader's language."""
    typer.echo(clean(say(text, spoken(), **parts)), err=err)


def _show(text: str) -> None:
    """What a command shows; on a terminal its lines are broken between words."""
    from rag.render.terminal import wrapped

    typer.echo(wrapped(text, get_terminal_size().columns) if sys.stdout.isatty() else text)


@contextmanager
def _assistant(home: Path | None) -> Iterator[Assistant]:
    from rag.assistant import Assistant
    from rag.settings import load

    assistant = Assistant(load(home or _GLOBAL.get("home"), chosen()))
    try:
        yield assistant
    finally:
        assistant.close()


_GLOBAL: dict[str, Path | None] = {}


def _version(value: bool) -> None:
    if value:
        typer.echo(f"griffier {__version__}")
        raise typer.Exit


@app.callback()
def options(
    home: Home = None,
    lang: Annotated[str, typer.Option("--lang", metavar="nl|en", help="De taal van griffier; mag overal op de regel staan.")] = "",
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Toon de versie.")] = False,
) -> None:
    """Betrouwbare, citeerbare antwoorden uit verslagen van de Tweede Kamer."""
    _GLOBAL["home"] = home


def _as_json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _print_json(document: dict[str, Any]) -> None:
    typer.echo(_as_json(document))


# --- getting records in, and out ------------------------------------------------------------------


DEMO_QUESTIONS = (
    "Wat vindt de SP van het programma Samen tegen mensenhandel?",
    "Wanneer wordt de webcrawler ingezet?",
    "Wat heeft de staatssecretaris toegezegd over CoMensha?",
)
DEMO_PARTY = "SP"


@_command
def demo(home: Home = None) -> None:
    """Leest het meegeleverde debat in en beantwoordt drie vragen. Zonder netwerk, zonder sleutel."""
    from rag.export.files import write_all
    from rag.render.terminal import answer_text

    with _usable(home) as (assistant, at), _progress() as progress:
        done = assistant.ingest_seed(progress)
        _say("{meeting}: {status}, {turns} beurten.", meeting=done.meeting, status=_STATUS[done.status], turns=done.turns)
        for question in DEMO_QUESTIONS:
            typer.echo(f"\n> {question}\n")
            _show(answer_text(assistant.ask(question, verbatim=True, language=chosen()), spoken()))
        tongue = assistant.settings.griffier_lang
        summary = assistant.summary(done.meeting, DEMO_PARTY, verbatim=True, language=tongue)
        page = assistant.sheet_of(summary, "pdf", date.today(), tongue)
        folder = assistant.settings.home / "samenvattingen"
        write_all({folder / page.name: page.data}, folder)
        _say("\nDe inbreng van de {party} op een A4:  {path}", party=DEMO_PARTY, path=folder / page.name)
        _say('\nStel zelf een vraag:  griffier{at} ask "Wat zegt de SP over de opvang?"', at=at)
        _say("Of open de webpagina:  griffier{at} serve", at=at)


@contextmanager
def _usable(home: Path | None) -> Iterator[tuple[Assistant, str]]:
    """An assistant that can take the bundled debate, and what to type to ask it. An index of another version is built again from the
    originals it keeps; where that would cost other vectors, or fails, the debate gets a folder of its own and the index stays as it is.
    """
    with _assistant(home) as own:
        try:
            own.index  # noqa: B018  opening it tells whether it can be used
        except OutdatedError as outdated:
            try:
                if outdated.vectors:
                    raise
                own.rebuild()
                _say("De index was van een andere versie van griffier en is opnieuw gebouwd uit de bewaarde originelen.")
            except GriffierError as error:
                apart = own.settings.home / "demo"
                _say("{why}\nDie index blijft zoals hij is; dit debat komt in een eigen map: {path}", why=error.said(spoken()), path=apart)
                with _usable(apart) as (other, _):
                    yield other, f" --home {apart}"
                return
        yield own, ""


@_command
def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PAD...", readable=False, help="Bestanden of mappen met verslagen.")] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Bouw de index opnieuw uit de bewaarde originelen.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Leest verslagen in: tekst of PDF van het officiële verslag, of VLOS-XML."""
    from rag.render.contract import ingest_json

    if not paths and not rebuild:
        raise UserError("Noem een bestand of een map, of gebruik --rebuild.\nZie: griffier ingest --help")
    with _assistant(home) as assistant, _progress(hidden=as_json) as progress:
        if rebuild:
            assistant.rebuild((lambda done, total: progress("index", done, total)) if progress else None)
        report = assistant.ingest(paths, progress) if paths else IngestReport()
    if as_json:
        _print_json(ingest_json(report))
        for failed in report.failed:
            typer.echo(clean(f"{failed.path}: {failed.reason}"), err=True)
    else:
        if paths:
            _print_ingested(report)
        if rebuild:
            _say("De index is opnieuw gebouwd.")
    if report.failed:
        raise typer.Exit(2)


_STATUS = {"added": "toegevoegd", "unchanged": "ongewijzigd", "replaced": "vervangen"}


def _print_ingested(report: IngestReport) -> None:
    for one in report.meetings:
        incomplete = " Let op: het verslag is onvolledig (geen sluiting)." if one.incomplete else ""
        line = "{path}: {meeting} {status}, {turns} beurten.{incomplete}"
        _say(line, path=one.path, meeting=one.meeting, status=_STATUS[one.status], turns=one.turns, incomplete=incomplete)
    for failed in report.failed:
        typer.echo(clean(f"{failed.path}: {failed.reason}"), err=True)
    if report.skipped:
        _say("{n} bestand(en) van een onbekende soort overgeslagen.", n=report.skipped)
    if not report.meetings and not report.failed:
        _say("Niets om in te lezen.")


@contextmanager
def _progress(hidden: bool = False) -> Iterator[Progress | None]:
    """A progress bar on a terminal; nothing in a pipe."""
    if hidden or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def step(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(clean(name), total=total)
            bar.update(tasks[name], completed=done, total=total)

        yield step


@_command
def meetings(as_json: Json = False, home: Home = None) -> None:
    """Toont welke vergaderingen in de index staan."""
    from rag.render.contract import meeting_json

    with _assistant(home) as assistant:
        found = assistant.meetings()
    if as_json:
        _print_json({"meetings": [meeting_json(*one) for one in found]})
    elif not found:
        _say("De index is leeg. Voeg een verslag toe: griffier ingest BESTAND.")
    elif sys.stdout.isatty():
        _meetings_table(found)
    else:
        for meeting, turns, _ in found:
            typer.echo(clean(f"{meeting.id}\t{meeting.date or '-'}\t{turns}\t{meeting.title}"))


def _meetings_table(found: list[tuple[Meeting, int, int]]) -> None:
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    from rag.render.wording import KIND, STATUS

    language = spoken()
    console = Console()
    # the number is typed over and the date is short: neither is ever cut; where there is no room for all, the title and the status stay
    shown = range(7) if console.width >= WIDE else (0, 1, 2, 4) if console.width >= USUAL else range(3)
    heads = [say(head, language) for head in ("Nummer", "Datum", "Titel", "Soort", "Status", "Beurten", "Woorden")]
    table = Table(*(Column(heads[at], no_wrap=at < 2, overflow="fold") for at in shown))
    for meeting, turns, words in found:
        kind = KIND[language].get((meeting.kind or "-").lower(), meeting.kind or "-")
        status = STATUS[language].get(meeting.status, meeting.status).partition(":")[0]
        cells = [meeting.id, meeting.date or "-", meeting.title, kind, status, str(turns), str(words)]
        table.add_row(*(Text(clean(cells[at])) for at in shown))
    console.print(table)


@_command
def remove(meeting: MeetingArgument, home: Home = None) -> None:
    """Haalt een vergadering uit de index."""
    with _assistant(home) as assistant:
        assistant.remove(meeting)
    _say("{meeting} is verwijderd.", meeting=meeting)


@_command
def turns(
    meeting: MeetingArgument,
    speaker: SpeakerName = None,
    party: Party = None,
    role: RoleOption = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Toont het verslag, beurt voor beurt."""
    from rag.render.contract import turn_json
    from rag.render.terminal import turn_text

    with _assistant(home) as assistant:
        found = assistant.turns(meeting, speaker, party, role)
    if as_json:
        _print_json({"meeting": meeting, "turns": [turn_json(t) for t in found]})
        return
    if not found:
        _say("Geen beurten die daarbij passen.", err=True)
    for turn in found:
        _show(turn_text(turn, spoken()))


# --- asking ---------------------------------------------------------------------------------------


@_command
def ask(
    question: Annotated[str, typer.Argument(metavar="VRAAG", help="De vraag, in gewone woorden.")],
    meeting: Meetings = None,
    party: Party = None,
    speaker: SpeakerName = None,
    role: RoleOption = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATUM", help="Vanaf deze datum (JJJJ-MM-DD).")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATUM", help="Tot en met deze datum (JJJJ-MM-DD).")] = None,
    verbatim: Annotated[bool, typer.Option("--verbatim", help="Alleen zinnen uit het verslag; nooit een taalmodel.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Beantwoordt een vraag uit het verslag, met bij elke zin de beurt waar hij op rust."""
    from rag.assistant import dated, limited
    from rag.render.contract import answer_json
    from rag.render.terminal import answer_text

    with _assistant(home) as assistant:
        answer = assistant.ask(
            question, dated(limited(meeting or (), party, speaker, role, since, until)), verbatim=verbatim, language=chosen()
        )
        if as_json:
            _print_json(answer_json(answer))
        else:
            _show(answer_text(answer, chosen() or answer.understood.language))


@_command
def check(
    quote: Annotated[str, typer.Argument(metavar="CITAAT", help="Het citaat.")],
    meeting: Annotated[str | None, typer.Option("--meeting", "-m", metavar="VERGADERING", help="Alleen deze vergadering.")] = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Zoekt op of een citaat letterlijk in het verslag staat."""
    from rag.render.contract import check_json
    from rag.render.terminal import check_text

    with _assistant(home) as assistant:
        result = assistant.check(quote, meeting)
        if as_json:
            _print_json(check_json(result))
        else:
            _show(check_text(result, assistant.settings.griffier_lang))


# --- the page -------------------------------------------------------------------------------------


F = TypeVar("F", bound=str)


@_command
def summary(
    meeting: MeetingArgument,
    party: Annotated[str | None, typer.Option("--party", "-p", metavar="PARTIJ", help="De partij; 'regering' voor de regering.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Alle partijen en de regering, met een overzicht van het debat.")] = False,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format", "-f", metavar="VORM", help="De vorm: md, html, pdf, docx of json; anders zoals de naam na -o eindigt, of md."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PAD", help="Het bestand; met --all een map. Nodig voor pdf en docx.")
    ] = None,
    home: Home = None,
) -> None:
    """Vat op een A4 samen wat een partij of de regering in een debat inbracht; elke zin leidt naar de beurt waar hij op rust."""
    if (party is not None) == every:
        raise UserError("Noem een partij met --party, of vraag alle pagina's met --all.")
    if every and output is not None and output.suffix.lstrip(".") in get_args(Form) and not output.is_dir():
        raise UserError("Met --all is -o een map, en {output} lijkt een bestand. Kies de vorm met --format.", output=output)
    form = _form(form, None if every else output, "md", get_args(Form))
    if output is None and (form in {"pdf", "docx"} or (every and form == "html")):
        raise UserError("Voor {form} is een plaats nodig: geef met -o {what} op.", form=form, what="een map" if every else "een bestand")
    with _assistant(home) as assistant:
        if every:
            _summaries(assistant, meeting, form, output)
            return
        page = assistant.summary(meeting, party or "", language=assistant.settings.griffier_lang)
        sheet = assistant.sheet_of(page, form, date.today(), assistant.settings.griffier_lang)
        if page.status == "absent" and page.party and not page.notes:  # a note says that somebody else spoke for it
            _say(
                "{meeting} noemt geen partij {party}. De pagina zegt dat zij er niet bij was.", err=True, meeting=meeting, party=page.party
            )
        _tokens([sheet])
        if output is None:
            typer.echo(sheet.data.decode(), nl=False)
        else:
            _write({output: sheet.data})


def _form(chosen: F | None, output: Path | None, usual: F, forms: tuple[F, ...]) -> F:
    """The form of a file: the one chosen, else the one its name ends in, else the usual; a name that says another form is a mistake."""
    ending = (output.suffix if output else "").lower().lstrip(".")
    meant = {"markdown": "md", "htm": "html", "txt": "text"}.get(ending, ending)
    named = next((form for form in forms if form == meant), None)
    if chosen and named and chosen != named:
        raise UserError(
            "{output} eindigt op .{ending}, maar --format zegt {form}. Kies een van beide.", output=output, ending=ending, form=chosen
        )
    if ending and not (chosen or named):
        raise UserError("{output} eindigt op .{ending}. Dat kan niet; wel: {forms}.", output=output, ending=ending, forms=", ".join(forms))
    return chosen or named or usual


def _summaries(assistant: Assistant, meeting: str, form: Form, folder: Path | None) -> None:
    """All pages: into a folder, or one after the other on standard output."""
    sheets = assistant.sheets(meeting, form, date.today())
    _tokens(sheets)
    if folder is not None:
        overview = assistant.overview_sheet(meeting, form, date.today())
        _write({folder / sheet.name: sheet.data for sheet in (*sheets, overview)}, folder)
    elif form == "json":
        _print_json({"meeting": meeting, "summaries": [json.loads(sheet.data) for sheet in sheets]})
    else:
        typer.echo("\n---\n\n".join(sheet.data.decode() for sheet in sheets), nl=False)


def _write(contents: dict[Path, bytes], folder: Path | None = None) -> None:
    """Writes the files, all or none, and says which."""
    from rag.export.files import write_all

    write_all(contents, folder)
    for path in contents:
        typer.echo(clean(str(path)))


def _tokens(sheets: Iterable[File]) -> None:
    """What a model took for each page, on stderr: pages are for standard output."""
    for sheet in sheets:
        if sheet.usage is not None:
            read, written = sheet.usage.prompt_tokens, sheet.usage.completion_tokens
            _say("{name}: {read} tokens gelezen, {written} geschreven", err=True, name=sheet.name, read=read, written=written)


# --- the ledger -----------------------------------------------------------------------------------


LedgerForm = Literal["text", "csv", "ics", "json"]
QuestionsForm = Literal["text", "csv", "json"]


@_command
def commitments(
    meeting: MeetingArgument,
    form: Annotated[
        LedgerForm | None,
        typer.Option(
            "--format",
            "-f",
            metavar="VORM",
            help="Tekst (text), een tabel (csv), een agenda (ics) of json; anders zoals de naam na -o eindigt.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="PAD", help="Schrijf naar dit bestand.")] = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Toont de toezeggingen: wat is toegezegd, aan wie en voor wanneer."""
    from rag.export.files import write_all
    from rag.render.calendar import commitments_ics
    from rag.render.contract import commitment_json
    from rag.render.ledger import commitments_text
    from rag.render.table import commitments_csv

    form = _form(form, output, "text", get_args(LedgerForm))
    with _assistant(home) as assistant:
        found, about = assistant.commitments(meeting), assistant.index.shelf.meeting(meeting)
        language = assistant.settings.griffier_lang
    document = _as_json({"meeting": meeting, "commitments": [commitment_json(c, about.reference) for c in found]}) + "\n"
    render = {"text": commitments_text, "csv": commitments_csv, "ics": commitments_ics}.get(form)
    made = render(about, found, language) + ("\n" if form == "text" else "") if render else document
    if output is not None:
        write_all({output: made.encode()})
    if form == "text" and output is None and not as_json:
        _show(made.removesuffix("\n"))
    elif as_json or output is None:
        typer.echo((document if as_json else made).encode(), nl=False)
    else:
        _say("{output}: 1 toezegging." if len(found) == 1 else "{output}: {n} toezeggingen.", output=output, n=len(found))
    undated = sum(not (c.deadline and c.deadline.end) for c in found)
    if form == "ics" and undated:
        _say("Zonder einddatum, en dus niet in de agenda: {undated} van de {n}.", err=True, undated=undated, n=len(found))


@_command
def questions(
    meeting: MeetingArgument,
    party: Annotated[str | None, typer.Option("--party", "-p", metavar="PARTIJ", help="Alleen vragen namens deze partij.")] = None,
    open_only: Annotated[bool, typer.Option("--open", help="Alleen vragen waarop geen antwoord is gevonden.")] = False,
    form: Annotated[QuestionsForm, typer.Option("--format", "-f", metavar="VORM", help="Tekst (text), een tabel (csv) of json.")] = "text",
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Toont de vragen aan de regering, elk met de beurt die antwoord geeft, of geen."""
    from rag.questions import answers_of
    from rag.render.contract import question_json
    from rag.render.ledger import questions_text
    from rag.render.table import questions_csv

    with _assistant(home) as assistant:
        found, about = assistant.questions(meeting, party, open_only), assistant.index.shelf.meeting(meeting)
        put_off = [q for q in assistant.questions(meeting, party) if q.fared == "later"] if open_only else []
        language = assistant.settings.griffier_lang
    citations = answers_of(found, about)
    if as_json or form == "json":
        _print_json({"meeting": meeting, "questions": [question_json(q, citations) for q in found]})
    elif form == "csv":
        typer.echo(questions_csv(about, found, language).encode(), nl=False)
    else:
        _show(questions_text(about, found, citations, language, party, open_only, put_off))


@_command
def mcp(home: Home = None) -> None:
    """Biedt dezelfde mogelijkheden aan als MCP-gereedschap, over standaardinvoer en -uitvoer."""
    from rag.mcp import server

    with _assistant(home) as assistant:
        server(assistant).run("stdio")


# --- the web page ---------------------------------------------------------------------------------


@_command
def serve(
    host: Annotated[
        str, typer.Option("--host", metavar="ADRES", help="Het adres; een ander dan dat van deze machine vraagt --auth.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="GETAL", min=0, max=65535, help="De poort; 0 kiest een vrije.")] = 7860,
    auth: Annotated[
        Path | None, typer.Option("--auth", metavar="GEBRUIKERSBESTAND", help="Alleen wie in dit bestand staat; zie: griffier user.")
    ] = None,
    shared: Annotated[bool, typer.Option("--shared", help="Wat iemand toevoegt, ziet iedereen.")] = False,
    root_path: Annotated[str, typer.Option("--root-path", metavar="PAD", help="Het pad achter een proxy, bijvoorbeeld /griffier.")] = "",
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", metavar="NAAM", help="Een naam waaronder browsers het bereiken (mag vaker).")
    ] = None,
    home: Home = None,
) -> None:
    """Opent de webpagina: vragen stellen, het verslag lezen, samenvattingen per partij."""
    from rag.web.site import Door, run

    def mount(*args: Any) -> Any:
        from app import mount as put  # Gradio takes seconds to load: only when the address is free

        return put(*args)

    path = root_path.rstrip("/")
    door = Door(host, port, auth, shared, path if path.startswith("/") or not path else f"/{path}", tuple(allow_host or ()))
    with _assistant(home) as assistant:
        run(assistant, door, mount, lambda address: _say("griffier staat op {address}  (stoppen: Ctrl+C)", address=address))


@_command
def user(
    path: Annotated[
        Path, typer.Argument(metavar="GEBRUIKERSBESTAND", help="Het bestand met gebruikers; het wordt gemaakt als het er niet is.")
    ],
    name: Annotated[str, typer.Argument(metavar="NAAM", help="De naam om mee in te loggen.")],
    password: Annotated[str, typer.Option(metavar="WACHTWOORD", envvar="GRIFFIER_PASSWORD", help="Wordt gevraagd.")] = "",
) -> None:
    """Voegt iemand toe aan het gebruikersbestand van `griffier serve --auth`, of geeft een nieuw wachtwoord."""
    from rag.web.users import add

    if not password:
        hidden = sys.stdin.isatty()  # from a pipe there is nothing to hide, and Python warns that it cannot
        password = typer.prompt(say("Wachtwoord", spoken()), hide_input=hidden)
        if typer.prompt(say("Nog een keer", spoken()), hide_input=hidden) != password:
            raise UserError("De twee wachtwoorden zijn niet gelijk. Probeer het opnieuw.")
    add(path, name, password)
    _say("{name} kan nu inloggen.", name=name)
