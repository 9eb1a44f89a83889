"""One question in the page: the states it goes through while it is answered, as HTML, and the conversation it becomes part of."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from rag.answer import Event
from rag.aside import aside
from rag.assistant import Assistant, dated
from rag.errors import told
from rag.render.html import ONE, answer_html, titled
from rag.render.page import WORDS, growing_html, limits_html, problem_html, question_html, steps_html, stopped_html
from rag.types import Answer, Filter, Language, Statement

LONGEST = 2_000  # characters of a question
MOST_TURNS = 50  # questions of a conversation that stay on the page


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation: the questions asked, and the HTML of each with what came of it."""

    asked: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        return "".join(self.shown)

    def and_then(self, question: str, html: str) -> Talk:
        return Talk((*self.asked, question)[-MOST_TURNS:], (*self.shown, html)[-MOST_TURNS:])


@dataclass(frozen=True, slots=True)
class State:
    """What the page shows at one moment: the question with what there is of its answer, and a line for screen readers.

    ``left``: what stays of it when the visitor stops here.
    """

    html: str
    said: str
    left: str = ""


def states(
    assistant: Assistant,
    question: str,
    where: Filter,
    before: tuple[str, ...],
    verbatim: bool,
    language: Language,
    everyone: bool = False,
    stop: threading.Event | None = None,
) -> Iterator[State]:
    """Answers in the page: a state for each step, one for each statement as it is verified, and the whole answer.

    Args:
        before: earlier questions of the conversation.
        everyone: names in the question do not limit whose turns are searched.
        stop: set when the visitor wants no more; what there is by then stays.
    """
    word = WORDS[language]
    try:
        state = None
        events = assistant.steps(question, dated(where), before, verbatim, language, everyone)
        for state in until(_answering(assistant, question, where, language, events), stop or threading.Event()):
            yield state
        if state is None or state.left:
            left = state.left if state else question_html(question, stopped_html(False, language), language)
            yield State(left, word["stopped_empty"])
    except Exception as error:  # noqa: BLE001  it is told
        problem = told(error, "a question could not be answered", language, word["broke"])
        yield State(question_html(question, problem_html(problem), language), "")


def too_long_html(question: str, language: Language) -> str:
    """A question that is not asked, because it is longer than a question may be."""
    return question_html(question[:200] + " …", problem_html(WORDS[language]["too_long"].format(n=LONGEST)), language)


def _answering(assistant: Assistant, question: str, where: Filter, language: Language, events: Iterable[Event]) -> Iterator[State]:
    word = WORDS[language]
    statements: list[Statement] = []
    meetings = assistant.index.shelf.meetings()
    references = {m.id: m.reference for m in meetings}
    titles = titled(meetings, language)
    debates = titles if len(titles) > 1 else ONE
    steps = ""
    for event in events:
        if isinstance(event, Answer):
            limits = limits_html(event, titles, where, language)
            yield State(question_html(question, limits + answer_html(event, language, debates), language), _ready(event, language))
        elif isinstance(event, Statement):
            statements.append(event)
            grown = growing_html(statements, language, references, debates)
            left = grown + stopped_html(any(s.verdict == "supported" for s in statements), language)
            yield State(question_html(question, grown + steps, language), "", question_html(question, left, language))
        else:
            statements.clear()  # what a model wrote before it failed is not the answer
            steps = steps_html(event, language)
            yield State(
                question_html(question, steps, language), word[event], question_html(question, stopped_html(False, language), language)
            )


def _ready(answer: Answer, language: Language) -> str:
    word = WORDS[language]
    if answer.status == "declined":
        return word["declined"]
    supported = sum(s.verdict == "supported" for s in answer.statements)
    return word["done_one"] if supported == 1 else word["done"].format(n=supported)


def until(states: Iterator[State], stop: threading.Event) -> Iterator[State]:
    """The states of an answer until it is stopped, also while a model says nothing."""
    with closing(aside(lambda: states, lambda: 0.1)) as made:
        for state in made:
            if stop.is_set():
                return
            if state is not None:
                yield state[0]
