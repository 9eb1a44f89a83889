"""The first screen: what the debates are, and questions to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.assistant import Assistant
from rag.errors import GriffierError
from rag.render.html import meeting_html, titled
from rag.render.page import WORDS, cards_html, own_card_html, problem_html, progress_html
from rag.text import spelled
from rag.types import Language, Meeting
from rag.web.seed import ASKED_ABOUT, Seed
from rag.web.sessions import Session

CARDS = 12  # meetings that are shown on the first screen; the others are chosen by name


@dataclass(frozen=True, slots=True)
class Offer:
    """Questions to begin with about one debate. ``about``: which, empty where there is only one."""

    about: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class First:
    """What the first screen shows at one moment. ``looking``: questions to begin with are still to come."""

    html: str
    offers: tuple[Offer, ...] = ()
    looking: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: (as shown, as meant) pairs."""

    meetings: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    speakers: tuple[tuple[str, str], ...]


def first_screen(visitor: Session, seed: Seed, language: Language, wanted: str | None = None) -> Iterator[First]:
    """The first screen: progress while the bundled debate is read, then the debates and questions to begin with.

    The meeting wanted comes first, then what the visitor uploaded last, then the newest. Questions are about that one; else about the newest few.
    """
    for done, total in seed.progress():
        yield First(progress_html(done, total, language))
    assistant = visitor.assistant
    try:
        found = sorted(assistant.index.shelf.meetings(), key=lambda m: (m.id == wanted, m.id == visitor.latest, m.date or ""), reverse=True)
        if not found:
            yield First(problem_html(seed.problem.said(language)) if seed.problem else f"<p>{WORDS[language]['empty']}</p>")
            return
        cards = cards_html([_card(visitor, one, language) for one in found[:CARDS]], len(found), language)
        yield First(cards, looking=True)
        first = found[:1] if found[0].id in (wanted, visitor.latest) else found[:ASKED_ABOUT]
        yield First(cards, _offers(assistant, first, len(found) > 1, language))
    except GriffierError as error:
        yield First(problem_html(error.said(language)))


def _offers(assistant: Assistant, meetings: Sequence[Meeting], named: bool, language: Language) -> tuple[Offer, ...]:
    """The questions of each debate that has any, under its name where there are more."""
    asked = assistant.suggestions_of([one.id for one in meetings], language)
    called = titled(meetings, language) if named else {}
    rows = [(one, tuple(question for meeting, question in asked if meeting == one.id)) for one in meetings]
    return tuple(Offer(called.get(one.id, ""), questions) for one, questions in rows if questions)


def _card(visitor: Session, meeting: Meeting, language: Language) -> str:
    shelf = visitor.assistant.index.shelf
    speakers = [speaker for _, speaker, _ in shelf.speakers((meeting.id,))]
    turns = shelf.turns(meeting.id)
    card = meeting_html(meeting, len(turns), sum(t.words for t in turns), speakers, language)
    return own_card_html(card, meeting.id, visitor.brought(meeting.id), language)


def choices(assistant: Assistant, language: Language = "nl") -> Choices:
    """What the filters offer of a visitor's debates."""
    try:
        speakers = assistant.index.shelf.speakers()
        meetings = assistant.index.shelf.meetings()
    except GriffierError:
        return Choices((), (), ())
    titles = tuple((f"{m.title} ({spelled(m.date, language)})" if m.date else m.title, m.id) for m in meetings)
    parties = sorted({s.party for _, s, _ in speakers if s.party}, key=str.casefold)
    names = sorted({s.name for _, s, _ in speakers}, key=str.casefold)
    return Choices(titles, tuple((p, p) for p in parties), tuple((n, n) for n in names))


def meeting_parties(assistant: Assistant, meeting: str) -> list[tuple[str, str]]:
    """The parties spoken for in a meeting, in the order of their first turn, as (shown, meant) pairs; none where none is chosen, or it is gone."""
    try:
        spoke = assistant.index.shelf.speakers((meeting,)) if meeting else []
    except GriffierError:
        return []
    return [(party, party) for party in dict.fromkeys(s.party for _, s, _ in spoke if s.party)]
