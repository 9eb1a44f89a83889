"""What stays on a page that is too small: points in order of importance, and the Summary that is left with its citations renumbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rag.leaning import points_back
from rag.questions.line import is_about, rounded, shown_answer, whole_answer
from rag.render.left_out import left_out
from rag.render.sheet import cited, party_name
from rag.render.wording import PAGE, counted, short
from rag.summarise import number, with_subject
from rag.text import is_question
from rag.types import Interruption, JudgedMotion, Language, Question, Statement, Summary
from rag.verify.quotes import overlap

# How soon the first point of a kind goes on the page, and how much later each next one: small stays longest.
# Three positions before all else; then promises and questions by turns; who broke in on whom comes last.
_STEPS: dict[str, tuple[float, float]] = {
    "positions": (-10.0, 3.0),
    "announcements": (-9.0, 5.0),
    "refusals": (0.3, 1.1),
    "commitments": (0.0, 1.1),
    "questions": (0.4, 0.8),
    "motions": (0.6, 0.5),
    "documents": (1.6, 0.9),
    "not_addressed": (1.7, 0.7),
    "given": (2.1, 2.2),
    "received": (2.9, 2.2),
}
# what it announced, promised, refused and left open, and how it judged the motions, is what its page is read for
_GOVERNMENT = {
    "announcements": (-3.2, 1.2),
    "commitments": (-3.2, 0.15),
    "motions": (-2.9, 0.6),
    "refusals": (-2.8, 0.25),
    "questions": (-2.55, 0.7),
    "positions": (-1.4, 2.4),
    "received": (40.0, 2.2),
}
_FILLS = 20.0  # what the government answered stands on its own page where there is room: it is on the pages of those who asked
_SAID = frozenset({"positions", "announcements", "refusals", "commitments"})  # what one of the government has said
KINDS = tuple(_STEPS)
LEFT = (*(kind for kind in KINDS if kind != "motions"), "motions")  # of what went motions take most words


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that can stay or go: the ``at``-th of its kind in the summary. ``rank``: the lower, the longer it stays."""

    kind: str
    at: int
    rank: float


def points(summary: Summary) -> list[Point]:
    """Everything on the page that could go, what matters most first.

    Within a kind the summary's own order counts, but a question that was not answered goes before those that were: it is the
    news, and it takes less room.
    """
    found = []
    for kind, (first, step) in (_STEPS | (_GOVERNMENT if summary.role == "government" else {})).items():
        order = list(range(len(_of(summary, kind))))
        if kind == "questions":
            if summary.role == "government":
                order.sort(key=lambda at: summary.questions[at].status != "open")
            else:
                order = _by_turns(order, summary.questions)
        if kind == "motions":
            order = _spread(summary.motions, summary.party)
        found += [Point(kind, at, first + step * place) for place, at in enumerate(order)]
    if summary.role == "government":
        answered = {at for at, question in enumerate(summary.questions) if question.status == "answered"}
        found = [replace(p, rank=p.rank + _FILLS) if p.kind == "questions" and p.at in answered else p for p in found]
        found = _of_each_speaker(found, summary)
    return sorted(found, key=lambda p: (p.rank, KINDS.index(p.kind), p.at))


def _of_each_speaker(found: Sequence[Point], summary: Summary) -> list[Point]:
    """What a government said, promised and refused, in the places these points have: first the first of each of its members, then the others."""

    def speaker(point: Point) -> str:
        one = _of(summary, point.kind)[point.at]
        return one.claim.quotes[0].turn.speaker.name if isinstance(one, Statement) else getattr(one, "speaker", "")

    said = sorted((p for p in found if p.kind in _SAID), key=lambda p: p.rank)
    first = {speaker(p): p for p in reversed(said)}.values()
    spread = sorted(said, key=lambda p: p not in first)
    return [*(p for p in found if p.kind not in _SAID), *(replace(p, rank=place.rank) for p, place in zip(spread, said, strict=True))]


def _by_turns(order: Sequence[int], questions: Sequence[Question]) -> list[int]:
    """Open questions and the others by turns, so that a page shows both what was left open and what was answered; one that only asks again for the
    answer to another is with the others."""
    again = {at for at in order if any(overlap(questions[at].quote, q) for n in order if n != at for q in questions[n].also)}
    left = [at for at in order if questions[at].status == "open" and at not in again]
    rest = [at for at in order if at not in left]
    mixed: list[int] = []
    while left or rest:
        mixed += left[:1] + rest[:1]
        left, rest = left[1:], rest[1:]
    return mixed


def _spread(motions: Sequence[JudgedMotion], party: str | None) -> list[int]:
    """A party's own motions before those it only put its name to, those with a verdict before those without, and of each dossier and mover's party
    one before a second."""
    times: Counter[tuple[str | None, str | None]] = Counter()
    places = []
    for at, one in enumerate(motions):
        whose = (one.motion.dossier, one.mover.party)
        others = party is not None and one.mover.party != party
        places.append((others, not one.verdicts, times[whose], at))
        times[whose] += bool(one.verdicts)
    return [at for *_, at in sorted(places)]


def supported(summary: Summary, language: Language) -> Summary:
    """The summary without what may not stand on a page: statements that failed the check, and an answer line that did.

    What went is counted in ``left_out``; of the government what stands there already, under a promise or as a question, goes uncounted.
    """
    if summary.role == "government":
        received = tuple(i for i in summary.received if not any(overlap(i.quote, q.told) for q in summary.questions))
        summary = replace(summary, received=received, questions=tuple(q for q in summary.questions if not _with_promise(q, summary)))
    lists = {kind: tuple(s for s in _of(summary, kind) if _stands(s)) for kind in ("positions", "announcements", "refusals")}
    gone = sum(len(_of(summary, kind)) - len(kept) for kind, kept in lists.items())
    questions = [replace(q, line=None) if q.line is not None and not _stands(q.line) else q for q in summary.questions]
    form = PAGE[language]["not_held_one" if gone == 1 else "not_held"]
    words = (form.format(counted("statements", gone, language)),) if gone else ()
    # a motion stands with its verdict, not once more among the documents
    documents = tuple(d for d in summary.documents if not any(d.startswith(m.title) or d in m.title for m in summary.motions))
    kept = {"questions": tuple(questions), "documents": documents, "left_out": (*summary.left_out, *words)}
    return replace(summary, **lists, **kept)  # type: ignore[arg-type]  # three lists of one type


def _with_promise(question: Question, summary: Summary) -> bool:
    """Whether a question and what answers it stand under the promises: "Op de vraag van …: Wil de minister bellen?" "Ja, ik zal bellen."."""
    put = [c.quote for c in summary.commitments if c.asked and overlap(c.asked, question.quote)]
    told = shown_answer(question, summary.meeting.language) if question.status == "answered" else ()
    return bool(told) and all(any(overlap(a, quote) for quote in put) for a in told)


def keep(summary: Summary, kept: Collection[Point], language: Language, whole: Collection[int] = ()) -> Summary:
    """The summary with only these points, in its own order, its citations renumbered and what went said in ``left_out``.

    Of an answer the sentences that stand on the page are kept: what is counted as compared is what a reader finds there.
    The ledger of questions has the others.

    ``summary``: as `supported` leaves it; ``kept``: points of this summary; ``whole``: places of the questions that stand at length, with
    their answer.
    """
    places = {(p.kind, p.at) for p in kept}
    lists = {kind: tuple(x for at, x in enumerate(_of(summary, kind)) if (kind, at) in places) for kind in KINDS}
    gone = {kind: [x for at, x in enumerate(_of(summary, kind)) if (kind, at) not in places] for kind in LEFT}
    gone["positions"] += summary.further
    party, government = short(party_name(summary, language), 60), summary.role == "government"
    if government:
        went = [q for q in gone["questions"] if isinstance(q, Question)]
        gone["questions"] = [q for q in went if q.status != "answered"]
        gone["answered"] = [q for q in went if q.status == "answered"]
    shown = [q.told for q in lists["questions"] if isinstance(q, Question)]
    for kind in ("given", "received"):  # an interruption that asks what stands on the page is on it
        gone[kind] = [i for i in gone[kind] if not (isinstance(i, Interruption) and any(overlap(i.quote, q) for q in shown))]
    words = tuple(left_out(kind, those, language, party, government) for kind, those in gone.items() if those)
    left = replace(summary, **lists, left_out=(*summary.left_out, *words))  # type: ignore[arg-type]  # each list keeps its own type
    longer = {summary.questions[at].quote for at in whole}
    spoken = summary.meeting.language
    questions = (
        one
        for q in left.questions
        for one in (
            at_length(q, spoken, not government)
            if q.quote in longer
            else [replace(q, quote=q.told if q.status == "partly" or _asks_first(q) else q.quote, answers=shown_answer(q, spoken))]
        )
    )
    told = tuple(q if q.line else replace(q, answers=tuple(rounded(a, spoken) for a in q.answers)) for q in questions)
    return renumbered(replace(left, questions=told))


def at_length(question: Question, language: Language, parted: bool = True) -> list[Question]:
    """A question with all it asks in one breath and its whole answer; after it what else is asked in one item with it, each with what answers
    that. What no answer tells stays unsaid: the ledger has it.

    ``parted``: not where the heading counts the questions as the ledger does.
    """
    told, left, apart = question.told, list(question.answers), list[Question]()
    for other in reversed(question.also if parted and question.status != "open" and question.line is None else ()):
        if is_question(other.text) and not overlap(other, told):
            asked = with_subject(other, language)
            own = [a for a in left if is_about(a, asked.text, language) and not is_about(a, told.text, language)]
            if own and len(own) < len(left):
                one = replace(question, quote=asked, also=(), answers=tuple(own))
                apart.insert(0, replace(one, answers=whole_answer(one, language)))
                left = [a for a in left if a not in own]
    return [replace(question, quote=told, answers=whole_answer(replace(question, answers=tuple(left)), language)), *apart]


def _asks_first(question: Question) -> bool:
    """Whether something else was asked before the question that is answered: a reader should see that it was."""
    before = (q.text for q in question.also if q.end <= question.quote.start)
    return question.status != "open" and any(is_question(text) and not points_back(text) for text in before)


def everything(summary: Summary, language: Language) -> Summary:
    """The summary for a page without an end, as `rag.export.fit` leaves it where there is room: nothing left out, answers at length."""
    held = supported(summary, language)
    return as_asked(keep(held, points(held), language, range(len(held.questions))))


def as_asked(summary: Summary) -> Summary:
    """The summary with its questions in the order of the debate, as a page tells them; which of them stand there was chosen by what matters most."""
    return renumbered(replace(summary, questions=tuple(sorted(summary.questions, key=lambda q: (q.quote.turn.number, q.quote.start)))))


def renumbered(summary: Summary) -> Summary:
    """The summary with citations numbered 1, 2, 3 … in the order of its page; what no page shows comes after."""
    return number(summary, [citation.quote for citation in cited(number(summary))])


def _of(summary: Summary, kind: str) -> tuple[object, ...]:
    found: tuple[object, ...] = getattr(summary, kind)
    return found


def _stands(statement: object) -> bool:
    return isinstance(statement, Statement) and statement.verdict == "supported" and bool(statement.claim.quotes)
