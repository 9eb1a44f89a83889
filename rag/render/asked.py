"""The questions of a debate as plain text: who asked what, and which sentences answer it."""

from __future__ import annotations

from collections.abc import Sequence

from rag.render.fidelity import checked, shown
from rag.render.wording import OUTCOME, tally
from rag.tables import Words
from rag.text import clean
from rag.types import Citation, Language, Meeting, Question
from rag.verify import reference

_WORDS = Words("sheet.questions")


def questions_text(
    meeting: Meeting,
    found: Sequence[Question],
    citations: Sequence[Citation],
    language: Language = "nl",
    party: str | None = None,
    open_only: bool = False,
) -> str:
    """The questions of a meeting for a terminal, each with its words, its status and the sentences that answer it.

    Args:
        citations: the answers, numbered; see `rag.questions.answers_of`.
        party: whose questions were asked for, and
        open_only: whether only those without an answer were: what is said when there are none depends on it.
    """
    word = _WORDS[language]
    if not found:
        return clean(word[f"none{'_open' if open_only else ''}{'_of' if party else ''}"].format(party=party))
    fared = [q.fared for q in found]
    lines = [
        word["one_open" if open_only else "one"] if len(found) == 1 else word["count"].format(n=len(found), told=tally(fared, language))
    ]
    if meeting.status == "incomplete" and "open" in fared:
        lines.append(word["incomplete"])
    for number, one in enumerate(found, 1):
        lines += ["", *_lines(number, one, meeting, citations, language)]
    return clean("\n".join(lines))


def _lines(number: int, one: Question, meeting: Meeting, citations: Sequence[Citation], language: Language) -> list[str]:
    word = _WORDS[language]
    quote = shown(one.quote)
    place = f"{word['turn']} {quote.turn.number}, {reference(meeting.reference, quote.turn.page_at(quote.start))}"
    lines = [f"{number}. {quote.turn.speaker.label}, {place}: {OUTCOME[language][one.fared]}", f"   «{quote.flat}»"]
    lines += [f"   {word['also']}: «{shown(q).flat}»" for q in one.also]
    if not one.answers:
        lines.append(f"   {word['no_answer']}")
    for answer in one.answers:
        cited = checked(next(c for c in citations if c.quote == answer))
        turn = answer.turn
        lines.append(f"   [{cited.number}] {turn.speaker.label}, {word['turn']} {turn.number}, {cited.reference}: «{answer.flat}»")
    return lines
