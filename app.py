"""The page, in Gradio: it shows what the assistant answers and render draws. `python app.py` is `griffier serve`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read by gradio at import; without it, it calls out at launch

import gradio as gr  # noqa: TID251  this file is gradio's door, and the line above must come first

from rag.assistant import Assistant
from rag.render import page
from rag.render.page import WORDS
from rag.types import Filter, Language
from rag.web.first import Choices, choices, first_screen
from rag.web.sessions import Session, Sessions
from rag.web.site import static_files
from rag.web.talk import Talk, states

if TYPE_CHECKING:
    from fastapi import FastAPI  # noqa: TID251  only its name, for the type checker

ROLES = ("member", "government", "chair", "guest")
SUGGESTIONS = 6


class Page:
    """One page in one language, over the assistants of its visitors.

    Args:
        sessions: who is asking, from `rag.web`.
        language: of the page.
    """

    def __init__(self, sessions: Sessions, language: Language) -> None:
        self.sessions = sessions
        self.language: Language = language
        self.word = WORDS[language]

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
            self._html(page.header_html(self.language), elem_id="gp-header")
            with gr.Tabs(elem_id="gp-tabs"), gr.Tab(self.word["tab_ask"], id="ask"):
                self._ask_tab(blocks)
        return blocks

    def _html(self, value: str, elem_id: str | None = None, visible: bool = True) -> gr.Markdown:
        """HTML that render made and encoded, as it is: docs/decisions/0011 says why it goes through Markdown and past its sanitiser."""
        return gr.Markdown(value, elem_id=elem_id, visible=visible, sanitize_html=False, latex_delimiters=[])

    # --- asking -----------------------------------------------------------------------------------

    def _ask_tab(self, blocks: gr.Blocks) -> None:
        word = self.word
        talk = gr.State(Talk())
        with gr.Row(elem_id="gp-main"):
            with gr.Column(elem_id="gp-talk", scale=5):
                with gr.Column(visible=True, elem_id="gp-first") as first:
                    card = self._html(page.progress_html(0, 0, self.language))
                    with gr.Column(elem_id="gp-suggestions", visible=False) as offered:
                        self._html(f"<h2>{word['suggestions']}</h2>")
                        buttons = [gr.Button("…", elem_classes="gp-suggestion") for _ in range(SUGGESTIONS)]
                    self._html(page.upload_html(64, self.sessions.together, self.language))
                    refresh = gr.Button("", elem_id="gp-refresh")
                shown = self._html("", elem_id="gp-shown")
                current = self._html("", elem_id="gp-current")
                said = self._html("", elem_id="gp-status")
                with gr.Row(elem_id="gp-ask"):
                    box = gr.Textbox(label=word["question"], placeholder=word["placeholder"], lines=1, max_lines=5, scale=6)
                    send = gr.Button(word["ask"], variant="primary", scale=1, elem_id="gp-send")
                    fresh = gr.Button(word["new_talk"], scale=1, elem_id="gp-new", visible=False)
                limits = self._filters()
            self._html('<aside id="record" class="gp-record"></aside>', elem_id="gp-right")
        outputs = [talk, first, shown, current, said, box, fresh]
        asking: dict[str, Any] = {"outputs": outputs, "api_visibility": "private", "show_progress": "hidden"}
        gr.on([send.click, box.submit], self._ask, [box, talk, *limits], **asking)
        for button in buttons:
            button.click(self._ask, [button, talk, *limits], **asking)
        fresh.click(self._new_talk, None, outputs, api_visibility="private", show_progress="hidden")
        starting: dict[str, Any] = {
            "outputs": [card, offered, *buttons, *limits[:3]],
            "api_visibility": "private",
            "show_progress": "hidden",
        }
        blocks.load(self._first, None, **starting)
        refresh.click(self._first, None, **starting)

    def _filters(self) -> list[Any]:
        word = self.word
        with gr.Accordion(word["filters"], open=False, elem_id="gp-filters"):
            self._html(f"<p>{word['filters_help']}</p>")
            with gr.Row():
                meeting = gr.Dropdown([(word["all"], "")], value="", label=word["meeting"], filterable=False)
                party = gr.Dropdown([(word["all"], "")], value="", label=word["party"], filterable=False)
                speaker = gr.Dropdown([(word["all"], "")], value="", label=word["speaker"], filterable=False)
                roles = [(word["all"], ""), *((word[r], r) for r in ROLES)]
                role = gr.Dropdown(roles, value="", label=word["role"], filterable=False)
            with gr.Row():
                since = gr.Textbox(label=word["since"], placeholder="2019-12-05", max_length=10)
                until = gr.Textbox(label=word["until"], placeholder="2019-12-05", max_length=10)
        return [meeting, party, speaker, role, since, until]

    def _ask(
        self, question: str, talk: Talk, meeting: str, party: str, speaker: str, role: Any, since: str, until: str, request: gr.Request
    ) -> Iterator[list[Any]]:
        if not question.strip():
            yield [gr.skip()] * 7
            return
        visitor = self.visitor(request)
        where = Filter(
            meetings=(meeting,) if meeting else (),
            parties=(party,) if party else (),
            speakers=(speaker,) if speaker else (),
            roles=(role,) if role else (),
            since=since or None,
            until=until or None,
        )
        before = gr.update(value=talk.html)
        for state in states(visitor.assistant, question, where, talk.asked, visitor.verbatim, self.language):
            yield [
                gr.skip(),
                gr.update(visible=False),
                before,
                state.html,
                f'<p role="status">{state.said}</p>',
                "",
                gr.update(visible=True),
            ]
            before = gr.skip()
        yield [talk.and_then(question, state.html), *[gr.skip()] * 6]

    def _new_talk(self) -> list[Any]:
        return [Talk(), gr.update(visible=True), "", "", "", "", gr.update(visible=False)]

    def _first(self, request: gr.Request) -> Iterator[list[Any]]:
        visitor = self.visitor(request)
        for state in first_screen(visitor.assistant, self.sessions.seed, self.language):
            yield [
                state.html,
                gr.update(visible=bool(state.questions)),
                *(gr.update(value=q, visible=bool(q)) for q in (*state.questions, *[""] * SUGGESTIONS)[:SUGGESTIONS]),
                *self._choices(choices(visitor.assistant)),
            ]

    def _choices(self, found: Choices) -> list[Any]:
        everything = (self.word["all"], "")
        return [gr.update(choices=[everything, *some]) for some in (found.meetings, found.parties, found.speakers)]


def build_app(assistant: Assistant, language: Language = "nl", sessions: Sessions | None = None) -> gr.Blocks:
    """The page as Gradio blocks.

    Args:
        assistant: over the collection everyone sees.
        language: of the page.
        sessions: of the server; None: visitors without a server around the page, as in a notebook.
    """
    return Page(sessions or Sessions(assistant), language).build()


def mount(site: FastAPI, sessions: Sessions) -> FastAPI:
    """Puts the page in the site, in Dutch on / and in English on /en.

    Args:
        site: with our own routes; see `rag.web.site`.
        sessions: of the server.
    """
    pages: tuple[tuple[Language, str], ...] = (("en", "/en"), ("nl", "/"))
    for language, path in pages:
        blocks = build_app(sessions.shared, language, sessions)
        blocks.queue(max_size=200, default_concurrency_limit=20)
        site = gr.mount_gradio_app(
            site,
            blocks,
            path,
            show_error=False,
            max_file_size=1,
            enable_monitoring=False,
            run_history=False,
            footer_links=[],
            allowed_paths=None,
            ssr_mode=False,
            pwa=False,
            theme=gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
            head=page.head_html(static_files(), language),
        )
    return site


if __name__ == "__main__":
    import sys

    from rag.cli import main

    sys.argv.insert(1, "serve")
    main()
