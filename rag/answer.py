"""A question to an Answer: understand, retrieve, write, verify; or decline."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rag.errors import ModelError, UserError
from rag.evidence import OTHER_MOUTH, Evidence, evidence
from rag.index import Index
from rag.lexicon import is_english_word
from rag.lookup import LookedUp, declines_at_once, look_up
from rag.notes import NOTES, about_question, beside, not_in_record, spoke_elsewhere, who_spoke, why_declined
from rag.occasion import asks_occasion
from rag.promised import set_right
from rag.rectified import rectified, whole
from rag.retrieve import Search, nearest_first
from rag.types import Answer, Claim, DeclineReason, Filter, Language, Names, Passage, Statement, Usage
from rag.verify import Numbering, verify
from rag.verify.quotes import inside
from rag.views import Views

if TYPE_CHECKING:
    from rag.llm import Endpoint

Step = Literal["search", "read", "write", "check"]
Event = Step | Statement | Answer
VERBATIM = "verbatim"
NEAREST = 5  # passages of a declined question of which the sentence is looked for that is near
LONGEST = 2000  # characters of a question that are read
WHO: frozenset[DeclineReason] = frozenset({"not_present", "present_silent"})


def answer(events: Iterable[Event]) -> Answer:
    """The Answer in which `steps` end."""
    return next(event for event in events if isinstance(event, Answer))


def steps(
    question: str,
    index: Index,
    given: Filter = Filter(),  # noqa: B008  frozen and empty: one shared default is safe
    endpoint: Endpoint | None = None,
    before: Sequence[str] = (),
    language: Language | None = None,
    everyone: bool = False,
) -> Iterator[Event]:
    """Answers step by step: what is being done, each statement as soon as it is verified, and last the Answer.

    Args:
        question: as the user typed it.
        given: limits from flags or from the page; they win from names in the question.
        endpoint: the model that writes; None: verbatim sentences.
        before: earlier questions of the conversation, oldest first.
        language: of notes and reasons; by default that of the question.
        everyone: names in the question do not limit whose turns are searched; only ``given`` does.

    Raises:
        UserError: an empty question, an empty index, an unknown meeting or an ambiguous surname.
    """
    question = " ".join(question.split())[:LONGEST]
    if not question:
        raise UserError("De vraag is leeg. Stel een vraag over het verslag.")
    yield "search"
    looked = look_up(question, index, given, before, everyone=everyone)
    asked, speech = looked.asked, language or looked.asked.language
    notes = about_question(looked, given, speech)
    if reason := declines_at_once(looked):
        who = (*spoke_elsewhere(index, asked, looked.cast, speech), *who_spoke(looked.cast, speech)) if reason in WHO else ()
        yield _declined(question, looked, reason, looked.found, (*notes, *who))
        return
    yield "read"
    held = evidence(looked, index, (lambda: answer(steps(asked.again, index, given, None, (), language))) if asked.again else None)
    if not (isinstance(held.ready, Views) or asked.occasion == "counted"):  # "hoofdpunten", "langst": nothing to be spoken of
        notes = (*notes, *not_in_record(looked, index, speech))
    if held.answers:
        yield from _written(question, looked, held, index, endpoint, notes, speech)
    else:
        reason = "no_evidence" if asks_occasion(asked.question) or _unread(looked) else held.reason
        yield _declined(question, looked, reason, held.found, (*notes, *why_declined(looked, held, speech)))


def _written(
    question: str, looked: LookedUp, held: Evidence, index: Index, endpoint: Endpoint | None, notes: tuple[str, ...], speech: Language
) -> Iterator[Event]:
    """What answers, written down and checked: by the model where there is one and it does, else in the record's own words."""
    asked, found = looked.asked, held.found
    judge = _Judge(Names(looked.cast.speakers, looked.cast.parties), speech, {m.id: m.reference for m in index.shelf.meetings()})
    usage: Usage | None = None
    by = VERBATIM
    if endpoint is not None and held.note != OTHER_MOUTH and not asked.voiced:  # the record alone tells who said it, and for whom
        yield "write"
        written = _ByModel(endpoint, speech)
        statements, numbering = yield from judge.judged(
            written.claims(asked.question, nearest_first(found, looked.record, 1)), only_supported=False
        )
        usage, trouble = endpoint.usage, written.trouble(statements)
        notes, by = (notes, written.by) if trouble is None else ((*notes, trouble), by)
    if by == VERBATIM:
        yield "check"
        statements, numbering = yield from judge.judged(_set_right(held.claims, index), only_supported=True)
        notes = (*notes, *beside(looked, held, speech))
    if statements:
        yield Answer(
            question, "answered", None, by, tuple(statements), numbering.citations, found.passages, asked, notes, usage, held.refused
        )
    else:
        yield _declined(question, looked, "no_evidence", found, notes)


def _set_right(claims: Sequence[Claim], index: Index) -> Iterator[Claim]:
    """The claims, each with the sentences that set its term or its figure right after it."""
    claims = [_with_right_figure(claim) for claim in claims]
    told = [q for claim in claims for q in claim.quotes]
    meetings = {q.turn.meeting for q in told}
    figures = (pair for m in meetings for pair in rectified(index.shelf.turns(m), [q for q in told if q.turn.meeting == m]))
    right = (*set_right(told, index.shelf), *figures)
    for claim in claims:
        yield claim
        for quote in dict.fromkeys(later for q, later in right if q in claim.quotes):
            if not any(inside(quote, q) for q in told):
                told.append(quote)
                yield Claim(text=quote.text, quotes=(quote,), verbatim=True)


def _with_right_figure(claim: Claim) -> Claim:
    """A claim of one quote with what sets its figure right in the same breath."""
    if len(claim.quotes) != 1 or (right := whole(claim.quotes[0])) == claim.quotes[0]:
        return claim
    return Claim(text=right.text, quotes=(right,), verbatim=True)


def _unread(looked: LookedUp) -> bool:
    """Whether a word of an English question is not known in the language of the record: then nobody can tell whether that speaks of it."""
    foreign = looked.asked.language == "en" and looked.record == "nl"
    return foreign and not all(is_english_word(t.word) for t in looked.found.terms)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Claims to statements, each as soon as it is judged; those of one writer share one numbering."""

    names: Names
    language: Language
    references: dict[str, str]

    def judged(self, claims: Iterable[Claim], *, only_supported: bool) -> Generator[Event, None, tuple[list[Statement], Numbering]]:
        numbering = Numbering(self.references)
        statements = []
        for claim in claims:
            statement = verify(claim, self.language, self.names)
            if statement.verdict == "supported" or not only_supported:
                statements.append(numbering.cite(statement))
                yield statements[-1]
        return statements, numbering


class _ByModel:
    """The model's claims, and what went wrong while it wrote."""

    def __init__(self, endpoint: Endpoint, language: Language) -> None:
        self.endpoint, self.language = endpoint, language
        self.failed: str | None = None
        self.by = VERBATIM

    def claims(self, question: str, passages: Sequence[Passage]) -> Iterator[Claim]:
        from rag import write

        self.by = write.written_by(self.endpoint, self.language)
        try:
            yield from write.write(question, passages, self.endpoint, self.language)
        except ModelError as error:
            self.failed = NOTES[self.language]["model_failed"].format(why=error.said(self.language))

    def trouble(self, statements: Sequence[Statement]) -> str | None:
        """Why the record's own words are given in place of what the model wrote; None when that stands.

        An answer that broke off does not: what was still to come may have been the "but".
        """
        if self.failed or any(s.verdict == "supported" for s in statements):
            return self.failed
        return NOTES[self.language]["model_unsupported" if statements else "model_silent"]


def _declined(question: str, looked: LookedUp, reason: DeclineReason, found: Search, notes: Sequence[str]) -> Answer:
    passages = nearest_first(found, looked.record, NEAREST)
    return Answer(question, "declined", reason, VERBATIM, (), (), passages, looked.asked, tuple(dict.fromkeys(notes)))
