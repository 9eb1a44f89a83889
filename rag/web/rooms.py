"""What the tabs beside the conversation show: a party's page, the debate at a glance, what was promised and asked, a quote looked up."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlencode

from rag.assistant import Assistant
from rag.errors import GriffierError, told
from rag.render.html import ONE, check_html, titled
from rag.render.page import WORDS, problem_html
from rag.render.screen import commitments_html, overview_html, questions_html, summary_html
from rag.types import Commitment, Language, Question
from rag.web.sessions import Session

GOVERNMENT = "regering"
FORMS = ("pdf", "docx", "md")
LONGEST = 4_000  # characters of a quote

P = ParamSpec("P")


def party_pages(assistant: Assistant, meeting: str, government: str) -> list[tuple[str, str]]:
    """The pages there are of a meeting, as (shown, meant) pairs; ``government``: what the government's is called."""
    try:
        return [(party or government, party or GOVERNMENT) for party in assistant.pages(meeting)] if meeting else []
    except GriffierError:
        return []


def _plain(show: Callable[P, str]) -> Callable[P, str]:
    """Turns what goes wrong into a plain line on the page, in the language that is the last of its arguments."""

    @wraps(show)
    def shown(*args: P.args, **kwargs: P.kwargs) -> str:
        language: Language = "en" if [*args, *kwargs.values()][-1] == "en" else "nl"
        try:
            return show(*args, **kwargs)
        except Exception as error:  # noqa: BLE001  it is told
            return problem_html(told(error, "a page could not be shown", language, WORDS[language]["broke"]))

    return shown


@_plain
def party_page(visitor: Session, meeting: str, party: str, root: str, language: Language) -> str:
    """The page of a party (or "regering"), or the debate at a glance when no party is chosen. ``root``: the path the server stands under."""
    if not meeting:
        return ""
    links = {form: _link(root, "summary", meeting=meeting, party=party, form=form, lang=language) for form in FORMS}
    if not party:
        assistant = visitor.assistant
        return overview_html(assistant.overview(meeting), assistant.questions(meeting), links, language)
    return summary_html(visitor.summary(meeting, party, language), links, language)


@_plain
def promised(assistant: Assistant, meeting: str, party: str, dated: bool, root: str, language: Language) -> str:
    """What was promised in a meeting; to members of one party when one is chosen, with a term only when asked."""
    if not meeting:
        return ""
    chosen = {"meeting": meeting, "party": party, "dated": "true" if dated else "", "lang": language}
    links = {form: _link(root, "commitments", form=form, **chosen) for form in ("csv", "ics")}
    return commitments_html(assistant.index.shelf.meeting(meeting), promises(assistant, meeting, party, dated), links, language)


@_plain
def asked(assistant: Assistant, meeting: str, party: str, status: str, root: str, language: Language) -> str:
    """What was asked in a meeting; by one party when one is chosen, of one status when one is chosen."""
    if not meeting:
        return ""
    links = {"csv": _link(root, "questions", form="csv", meeting=meeting, party=party, status=status, lang=language)}
    return questions_html(assistant.index.shelf.meeting(meeting), put(assistant, meeting, party, status), links, language)


@_plain
def checked_html(assistant: Assistant, quote: str, language: Language) -> str:
    """Whether a quote is in the record, as HTML."""
    word = WORDS[language]
    if not quote.strip():
        return problem_html(word["check_empty"])
    if len(quote) > LONGEST:
        return problem_html(word["quote_too_long"].format(n=LONGEST))
    debates = titled(assistant.index.shelf.meetings(), language)
    return check_html(assistant.check(quote), language, debates if len(debates) > 1 else ONE)


def promises(assistant: Assistant, meeting: str, party: str, dated: bool) -> list[Commitment]:
    """The commitments with these filters, on the screen and in its files alike; empty: no filter."""
    return [
        one
        for one in assistant.commitments(meeting)
        if (not party or any(a.party == party for a in one.to)) and (not dated or one.deadline is not None)
    ]


def put(assistant: Assistant, meeting: str, party: str, status: str) -> list[Question]:
    """The questions with these filters, on the screen and in its files alike; empty: no filter. Those perhaps answered count as answered."""
    asked = [q for q in assistant.questions(meeting) if party in ("", q.quote.turn.speaker.party)]
    return [q for q in asked if status in ("", "answered" if q.fared == "perhaps" else q.fared)]


def _link(root: str, what: str, **values: str) -> str:
    return f"{root}/download/{what}?{urlencode({name: value for name, value in values.items() if value})}"
