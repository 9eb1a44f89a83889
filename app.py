"""The page, in Gradio: it shows what the assistant answers and render draws. `python app.py` is `griffier serve`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any, cast, get_type_hints
from urllib.parse import urlsplit

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read by gradio at import; without it, it calls out at launch

import gradio as gr  # noqa: TID251  this file is gradio's door, and the line above must come first

from rag.abilities import NAMES, ROLES, Abilities
from rag.assistant import Assistant, limited
from rag.errors import GriffierError, told
from rag.read import MAX_BYTES, SUFFIXES
from rag.render import page
from rag.render.page import WORDS
from rag.render.wording import OUTCOME
from rag.types import Filter, Language, Role
from rag.web.first import Choices, Offer, choices, first_screen, meeting_parties
from rag.web.rooms import asked, checked_html, party_page, party_pages, promised
from rag.web.seed import ASKED_ABOUT
from rag.web.sessions import Session, Sessions
from rag.web.talk import LONGEST, Talk, states, too_long_html

if TYPE_CHECKING:
    from fastapi import FastAPI  # noqa: TID251  only its name, for the type checker

SUGGESTIONS, OF_EACH = 6, 3  # questions to begin with about one debate, and about each of several
STYLES, SCRIPTS = ("griffier.css", "app.css"), ("griffier.js", "page.js")


PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
LAST: dict[str, Any] = {**PRIVATE, "trigger_mode": "always_last"}  # what is sent or chosen while something is being made is not lost


class Page:
    """One page in one language, over the assistants of its visitors.

    Args:
        sessions: who is asking, from `rag.web`.
        language: of the page.
        root: the path the server stands under, empty at the top.
        users: whether visitors had to log in.
    """

    def __init__(self, sessions: Sessions, language: Language, root: str = "", users: bool = False) -> None:
        self.sessions, self.language, self.root, self.users = sessions, language, root, users
        self.word = WORDS[language]
        self.kept = page.kept(sessions.together, users, language)
        self.home: Language = sessions.shared.settings.griffier_lang  # the language at the top of the site
        self.other = f"{root}{path_of(other_of(language), self.home)}"

    def visitor(self, request: gr.Request) -> Session:
        """Whoever sent this request."""
        scope = request.request.scope if request.request else {}
        session: Session = scope.get("griffier.session") or self.sessions.new()
        session.language = self.language
        return session

    def build(self) -> gr.Blocks:
        """The whole page."""
        blocks: gr.Blocks
        with gr.Blocks(title="griffier", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as blocks:
            html(page.header_html(self.root, self.other, self.language, self.users), "gp-header")
            rooms = Rooms(self, gr.State(""))
            with gr.Tabs(elem_id="gp-tabs", overflow_behavior="wrap"):
                with gr.Tab(self.word["tab_ask"], id="ask"):
                    Asking(self).build(blocks)
                with gr.Tab(self.word["tab_parties"], id="parties") as parties:
                    rooms.parties(parties)
                with gr.Tab(self.word["tab_ledger"], id="ledger") as ledger:
                    rooms.ledger(ledger)
                with gr.Tab(self.word["tab_check"], id="check"):
                    self._check_tab()
                with gr.Tab(self.word["tab_settings"], id="settings"):
                    self._settings_tab(blocks)
            if self.language == self.home:
                for name in NAMES:
                    gr.api(by_name(name, self), api_name=name)  # type: ignore[attr-defined]  # there at run time, not in the stubs
        return blocks

    # --- checking a quote -------------------------------------------------------------------------

    def _check_tab(self) -> None:
        html(page.lead_html(self.word["check_lead"]))
        with gr.Column(elem_id="gp-quote"):
            box = gr.Textbox(label=self.word["check_label"], lines=3, max_lines=12)
            go = gr.Button(self.word["check_go"], variant="primary", elem_id="gp-check", scale=0)
        found = html("", "gp-checked")
        gr.on([go.click, box.submit], self._check, box, found, **PRIVATE)

    def _check(self, quote: str, request: gr.Request) -> str:
        return checked_html(self.visitor(request).assistant, quote, self.language)

    # --- settings ---------------------------------------------------------------------------------

    def _settings_tab(self, blocks: gr.Blocks) -> None:
        word, settings = self.word, self.sessions.shared.settings
        with gr.Column(elem_id="gp-settings"):
            html(page.heading_html(word["writes"]))
            if settings.griffier_model:
                where = urlsplit(settings.openai_base_url or "").netloc.rpartition("@")[2] or "api.openai.com"
                model = word["writes_model"].format(model=settings.griffier_model, where=where)
                writer = gr.Radio(
                    [(word["writes_nobody"], "verbatim"), (model, "model")], value="model", label=word["writes"], show_label=False
                )
                html(page.lead_html(word["writes_help"]))
                test = gr.Button(word["test"], scale=0, elem_id="gp-test")
                tested = html("", "gp-tested")
                writer.input(self._choose_writer, writer, None, **PRIVATE)
                blocks.load(self._writer, None, writer, **PRIVATE)
                test.click(self._test, None, tested, concurrency_limit=2, **PRIVATE)
            else:
                html(page.lead_html(word["writes_none"]))
            html(page.language_html(self.other, self.language))
            html(page.where_html(self.kept, self.language))

    def _choose_writer(self, choice: str, request: gr.Request) -> None:
        self.visitor(request).verbatim = choice == "verbatim"

    def _writer(self, request: gr.Request) -> str:
        return "verbatim" if self.visitor(request).verbatim else "model"

    def _test(self) -> str:
        endpoint = self.sessions.shared.endpoint()
        problem = endpoint.probe() if endpoint else None
        if endpoint and not problem:
            return page.good_html(self.word["test_good"])
        return page.problem_html(problem.said(self.language) if problem else self.word["writes_none"])


def by_name(name: str, page: Page) -> Callable[..., dict[str, Any]]:
    """An ability over Gradio's API, of whoever calls it: its own arguments in, the contract's JSON out.

    Args:
        name: of the ability.
        page: the page it stands behind, in whose language a failure is told.
    """
    ability = getattr(Abilities, name)

    def call(*given: Any) -> dict[str, Any]:
        *arguments, request = given  # Gradio fills the last one in
        try:
            if request is None:
                raise GriffierError("Dit verzoek heeft geen afzender.")
            answer: dict[str, Any] = ability(Abilities(page.visitor(request).assistant), *arguments)
            return answer
        except Exception as error:  # noqa: BLE001  it is told
            problem = told(error, "a request by name could not be answered", page.language, WORDS[page.language]["broke"])
            raise gr.Error(problem, print_exception=False) from None

    hints = get_type_hints(ability)
    _, *own = signature(ability).parameters.values()
    sender = Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, default=None)
    # what Gradio reads of a function
    call.__signature__ = Signature([*own, sender], return_annotation=hints["return"])  # type: ignore[attr-defined]  # any function may have one
    call.__annotations__ = {**hints, "request": gr.Request | None}
    call.__doc__ = str(ability.__doc__).split("\n")[0]
    return call


class Asking:
    """The first tab: the first screen, the conversation and the question."""

    def __init__(self, page: Page) -> None:
        self.page, self.word, self.language = page, page.word, page.language

    def build(self, blocks: gr.Blocks) -> None:
        word = self.word
        self.talk = gr.State(Talk())
        with gr.Column(elem_id="gp-first") as self.first:
            self.card = html(page.progress_html(0, 0, self.language), "gp-card")
            with gr.Column(visible=False) as self.offered:
                html(page.heading_html(word["suggestions"]))
                self.looking = html(page.making_html(self.language, "suggesting"), "gp-looking")
                with gr.Column(elem_id="gp-offered"):
                    self.groups = [self._group(n) for n in (SUGGESTIONS, *[OF_EACH] * (ASKED_ABOUT - 1))]
                    self.offers = [offer for _, _, offers in self.groups for offer in offers]
            html(page.upload_html(MAX_BYTES // 2**20, SUFFIXES, self.page.kept, self.language))
        with gr.Column(elem_id="gp-talk"):
            self.shown = html("", "gp-shown")
            self.current = html("", "gp-current")
            self.said = html("", "gp-status")
        with gr.Column(elem_id="gp-composer"):
            with gr.Row(elem_id="gp-ask"):
                self.box = gr.Textbox(label=word["question"], placeholder=word["placeholder"], lines=1, max_lines=6, show_label=False)
                self.send = gr.Button(word["ask"], variant="primary", elem_id="gp-send")
                self.stop = gr.Button(word["stop"], elem_id="gp-stop", visible=False)
                self.fresh = gr.Button(word["new_talk"], elem_id="gp-new", visible=False)
            self.limits = self._filters()
        with gr.Column(elem_classes="gp-hidden"):
            self.again = gr.Textbox(elem_id="gp-again", label=word["everyone"])
            self.again_go = gr.Button(word["everyone"], elem_id="gp-again-go")
            self.refresh = gr.Button(word["upload"], elem_id="gp-refresh")
        self._wire(blocks)

    def _group(self, most: int) -> tuple[Any, Any, list[Any]]:
        """Room for the questions about one debate, under its name."""
        with gr.Column(elem_classes="gp-about", visible=False) as group:
            return group, html(""), [gr.Button("…", elem_classes="gp-suggestion") for _ in range(most)]

    def _filters(self) -> list[Any]:
        word = self.word
        everything = [(word["all"], "")]
        with gr.Accordion(word["filters"], open=False, elem_id="gp-filters") as self.drawer:
            html(page.lead_html(word["filters_help"]))
            with gr.Row():
                meeting = gr.Dropdown(everything, value="", label=word["meeting"], filterable=False)
                party = gr.Dropdown(everything, value="", label=word["party"], filterable=False)
                speaker = gr.Dropdown(everything, value="", label=word["speaker"], filterable=False)
            with gr.Row():
                role = gr.Dropdown([*everything, *((word[r], r) for r in ROLES)], value="", label=word["role"], filterable=False)
                since = gr.Textbox(label=word["since"], placeholder=word["date_form"], max_length=10)
                until = gr.Textbox(label=word["until"], placeholder=word["date_form"], max_length=10)
            clear = gr.Button(word["clear_filters"], elem_classes="gp-plain", scale=0)
        limits: list[Any] = [meeting, party, speaker, role, since, until]
        clear.click(self._cleared, None, [*limits, self.drawer], **PRIVATE)
        chosen = [meeting.input, party.input, speaker.input, role.input, since.blur, until.blur]
        gr.on(chosen, self._limits_told, limits, self.drawer, **LAST)
        return limits

    def _limits_told(self, request: gr.Request, *limits: str) -> dict[str, Any]:
        self.page.visitor(request).limits = limits
        return self._drawer(request, *limits)

    def _cleared(self, request: gr.Request) -> list[Any]:
        self.page.visitor(request).limits = ()
        return ["", "", "", "", "", "", gr.update(label=self.word["filters"])]

    def _drawer(self, request: gr.Request, *limits: Any, **told: Any) -> dict[str, Any]:
        """The drawer of the filters, which tells what it limits a question to."""
        titles = {meant: title for title, meant in choices(self.page.visitor(request).assistant, self.language).meetings}
        update: dict[str, Any] = gr.update(label=page.limits_label(_where(*limits), titles, self.language), **told)
        return update

    def _wire(self, blocks: gr.Blocks) -> None:
        self.outputs = [self.talk, self.first, self.shown, self.current, self.said, self.box, self.send, self.stop, self.fresh, self.drawer]
        gr.on([self.send.click, self.box.submit], self._ask, [self.box, self.talk, *self.limits], self.outputs, **LAST)
        for offer in self.offers:
            offer.click(self._ask, [offer, self.talk, *self.limits], self.outputs, **LAST)
        self.again_go.click(self._ask_everyone, [self.again, self.talk, *self.limits], self.outputs, **LAST)
        self.stop.click(self._stop, None, None, **PRIVATE)
        self.fresh.click(self._new_talk, None, self.outputs, **PRIVATE)
        blocks.load(self._restore, None, self.outputs, **PRIVATE)
        groups = [part for group, about, offers in self.groups for part in (group, about, *offers)]
        starting = [self.card, self.offered, self.looking, *groups, *self.limits, self.drawer]
        started = blocks.load(self._start, None, starting, **PRIVATE)
        # the questions to begin with take a while: what comes of the start after a report was added would put the old card back
        self.refresh.click(self._refresh, None, starting, cancels=[started], **LAST)

    def _ask_everyone(self, request: gr.Request, question: str, talk: Talk, *limits: str) -> Iterator[list[Any]]:
        yield from self._ask(request, question, talk, *limits, everyone=True)

    def _ask(self, request: gr.Request, question: str, talk: Talk, *limits: str, everyone: bool = False) -> Iterator[list[Any]]:
        same = gr.skip()
        if not question.strip():
            yield [same] * len(self.outputs)
            return
        visitor = self.page.visitor(request)
        shown, hidden = gr.update(visible=True), gr.update(visible=False)
        if len(question) > LONGEST:  # it stays in the field, to be made shorter
            yield [same, hidden, talk.html, too_long_html(question, self.language), *[same] * 4, shown, same]
            return
        closed = self._drawer(request, *limits, open=False)  # left open it would lie over the answer
        # said again with each state: a browser under load joins updates, and lost the button that stops an answer
        busy = [hidden, shown, hidden]
        yield [same, hidden, talk.html, "", "", "", *busy, closed]
        stop, keep = visitor.begins(request.session_hash), visitor.remembers(question)
        kept = talk
        for state in states(visitor.assistant, question, _where(*limits), talk.asked, visitor.verbatim, self.language, everyone, stop):
            kept = talk.and_then(question, state.html)
            keep(state.left or state.html)
            yield [same, same, same, state.html, page.status_html(state.said), same, *busy, same]
        yield [kept, *[same] * 5, shown, hidden, shown, same]

    def _stop(self, request: gr.Request) -> None:
        self.page.visitor(request).stops(request.session_hash)

    def _restore(self, request: gr.Request) -> list[Any]:
        """What this visitor asked before the page was loaded anew, in this language or the other."""
        same, talk = gr.skip(), self.page.visitor(request).talk
        if not talk.asked:
            return [same] * len(self.outputs)
        hidden, visible = gr.update(visible=False), gr.update(visible=True)
        return [talk, hidden, "".join(talk.shown[:-1]), talk.shown[-1], *[same] * 4, visible, same]

    def _new_talk(self, request: gr.Request) -> list[Any]:
        self.page.visitor(request).forgets()
        hidden, visible = gr.update(visible=False), gr.update(visible=True)
        return [Talk(), visible, "", "", "", "", visible, hidden, hidden, gr.skip()]

    def _start(self, request: gr.Request) -> Iterator[list[Any]]:
        yield from self._first(self.page.visitor(request), request.query_params.get("meeting"))  # an address leads to one debate

    def _refresh(self, request: gr.Request) -> Iterator[list[Any]]:
        yield from self._first(self.page.visitor(request), None)

    def _first(self, visitor: Session, wanted: str | None) -> Iterator[list[Any]]:
        for state in first_screen(visitor, self.page.sessions.seed, self.language, wanted):
            offers = [part for at in range(ASKED_ABOUT) for part in self._offered(state.offers, at)]
            shown = [gr.update(visible=state.looking or bool(state.offers)), gr.update(visible=state.looking)]
            yield [state.html, *shown, *offers, *self._choices(choices(visitor.assistant, self.language), visitor.limits)]

    def _offered(self, offers: Sequence[Offer], at: int) -> list[Any]:
        """What the group at this place shows: the name of a debate, and its questions."""
        offer = offers[at] if at < len(offers) else Offer("", ())
        room = len(self.groups[at][2])
        asked = offer.questions[: OF_EACH if len(offers) > 1 else room]
        about = page.about_html(offer.about) if offer.about else ""
        buttons = [gr.update(value=q, visible=bool(q)) for q in (*asked, *[""] * (room - len(asked)))]
        return [gr.update(visible=bool(asked)), gr.update(value=about, visible=bool(about)), *buttons]

    def _choices(self, found: Choices, limits: Sequence[str]) -> list[Any]:
        """The filters with what they offer, set as this visitor left them where that is still there: the page may be loaded anew."""
        everything, offered = (self.word["all"], ""), (found.meetings, found.parties, found.speakers)
        kept = [one if one in [meant for _, meant in some] else "" for one, some in zip(limits, offered, strict=False)]
        left = [*(kept or [""] * len(offered)), *(limits[len(offered) :] or ["", "", ""])]
        label = page.limits_label(_where(*left), {meant: title for title, meant in found.meetings}, self.language)
        choice = [gr.update(choices=[everything, *some], value=value) for some, value in zip(offered, left, strict=False)]
        return [*choice, *left[len(offered) :], gr.update(label=label)]


def _where(*limits: Any) -> Filter:
    """What the filters of the page say: meeting, party, speaker, role, since and until, each empty or None where it limits nothing."""
    meeting, party, speaker, role, since, until = (str(limit or "").strip() for limit in limits)
    return limited((meeting,) if meeting else (), party, speaker, cast(Role, role), since or None, until or None)


class Rooms:
    """The tabs on one meeting: parties, and the ledger of what was promised and asked. ``reading``: the meeting chosen in one, on which the other opens."""

    def __init__(self, page: Page, reading: gr.State) -> None:
        self.page, self.word, self.language, self.reading = page, page.word, page.language, reading

    def parties(self, tab: gr.Tab) -> None:
        """The page of a party, or the debate at a glance."""
        meeting = self._meeting()
        party = gr.Radio([(self.word["overview"], "")], value="", label=self.word["party"], show_label=False, elem_classes="gp-pills")
        shown = html("", "gp-party")
        opened = [self.reading, meeting, party, shown]
        tab.select(self._open_parties, [self.reading, party], opened, **PRIVATE)
        meeting.input(self._open_parties, [meeting, party], opened, **LAST)
        party.input(self._party, [meeting, party], shown, **LAST)

    def ledger(self, tab: gr.Tab) -> None:
        """What was promised and what was asked, with filters."""
        word = self.word
        meeting = self._meeting()
        kinds = [(word["commitments"], "commitments"), (word["questions"], "questions")]
        kind = gr.Radio(kinds, value="commitments", label=word["show"], show_label=False, elem_classes="gp-pills")
        with gr.Row(elem_classes="gp-choices"):
            party = gr.Dropdown([(word["all_parties"], "")], value="", label=word["to_party"], filterable=False)
            states = [
                (word["all_statuses"], ""),
                *((OUTCOME[self.language][s].capitalize(), s) for s in ("answered", "partly", "later", "open")),
            ]
            status = gr.Dropdown(states, value="", label=word["status"], filterable=False, visible=False)
            dated = gr.Checkbox(label=word["with_term"], value=False)
        shown = html("", "gp-ledger")
        chosen = [kind, party, status, dated]
        changed: dict[str, Any] = {"outputs": [self.reading, meeting, party, status, dated, shown], **LAST}
        tab.select(self._ledger, [self.reading, *chosen], **changed)
        gr.on([meeting.input, kind.input, party.input, status.input, dated.input], self._ledger, [meeting, *chosen], **changed)

    def _meeting(self) -> gr.Dropdown:
        return gr.Dropdown([], value=None, label=self.word["meeting"], filterable=False, elem_classes="gp-meeting-choice")

    def _chosen(
        self, visitor: Session, meeting: str | None, party: str, offered: Callable[[Assistant, str], list[tuple[str, str]]]
    ) -> tuple[Any, str, list[tuple[str, str]], str]:
        """The meeting shown and its choices, what is offered of it, and the party when it is one of those."""
        found = choices(visitor.assistant, self.language)
        ids = [value for _, value in found.meetings]
        now = next((one for one in (meeting, visitor.latest, *ids[-1:]) if one in ids), "")
        parties = offered(visitor.assistant, now)
        update = gr.update(choices=list(found.meetings), value=now or None, visible=len(ids) > 1)
        return update, now, parties, party if party in [value for _, value in parties] else ""

    def _open_parties(self, meeting: str | None, party: str, request: gr.Request) -> Iterator[list[Any]]:
        visitor = self.page.visitor(request)
        update, now, parties, kept = self._chosen(
            visitor, meeting, party or "", partial(party_pages, government=self.word["government_page"])
        )
        radio = gr.update(choices=[(self.word["overview"], ""), *parties], value=kept)
        yield [now, update, radio, page.making_html(self.language)]
        yield [gr.skip(), gr.skip(), gr.skip(), party_page(visitor, now, kept, self.page.root, self.language)]

    def _party(self, meeting: str | None, party: str, request: gr.Request) -> Iterator[str]:
        visitor = self.page.visitor(request)
        yield page.making_html(self.language)
        yield party_page(visitor, meeting or "", party or "", self.page.root, self.language)

    def _ledger(self, meeting: str | None, kind: str, party: str, status: str, dated: bool, request: gr.Request) -> list[Any]:
        visitor = self.page.visitor(request)
        update, now, parties, kept = self._chosen(visitor, meeting, party or "", meeting_parties)
        of_questions = kind == "questions"
        if of_questions:
            shown = asked(visitor.assistant, now, kept, status or "", self.page.root, self.language)
        else:
            shown = promised(visitor.assistant, now, kept, dated, self.page.root, self.language)
        everyone = gr.update(choices=[(self.word["all_parties"], ""), *parties], value=kept)
        return [now, update, everyone, gr.update(visible=of_questions), gr.update(visible=not of_questions), shown]


def html(value: str, elem_id: str | None = None) -> gr.Markdown:
    """HTML that render made and encoded, as it is: docs/decisions/0011 says why it goes through Markdown and past its sanitiser."""
    return gr.Markdown(value, elem_id=elem_id, sanitize_html=False, latex_delimiters=[])


def other_of(language: Language) -> Language:
    return "nl" if language == "en" else "en"


def path_of(language: Language, home: Language) -> str:
    """Where the page in a language stands, under the root."""
    return "/" if language == home else f"/{language}/"


def build_app(assistant: Assistant, language: Language = "nl") -> gr.Blocks:
    """The page as Gradio blocks, without a server around it."""
    return Page(Sessions(assistant), language).build()


def mount(site: FastAPI, sessions: Sessions, root: str, users: bool) -> FastAPI:
    """Puts the page in the site: in the language of the settings on /, in the other on /en/ or /nl/.

    Args:
        site: with our own routes; see `rag.web.site`.
        sessions: of the server.
        root: the path the server stands under, empty at the top.
        users: whether visitors have to log in.
    """
    home: Language = sessions.shared.settings.griffier_lang
    for language in (other_of(home), home):  # what is mounted on / comes last: it takes everything
        blocks = Page(sessions, language, root, users).build()
        blocks.queue(max_size=200, default_concurrency_limit=20)
        site = gr.mount_gradio_app(
            site,
            blocks,
            path_of(language, home).rstrip("/") or "/",
            show_error=False,
            max_file_size=1,
            enable_monitoring=False,
            run_history=False,
            footer_links=[],
            allowed_paths=None,
            ssr_mode=False,
            pwa=False,
            theme=gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
            head=page.head_html(root, STYLES, SCRIPTS, language),
        )
    return site


if __name__ == "__main__":
    import sys

    from rag.cli import main

    sys.argv.insert(1, "serve")
    main()
