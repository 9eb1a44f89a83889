"""The debate's ledger as plain text: what was promised, by whom, to whom and by when; who asked what, and which sentences answer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rag.cues import asks
from rag.render.fidelity import checked, shown
from rag.render.wording import OUTCOME, WORDS, tally
from rag.tables import Words
from rag.text import clean, listed, spelled
from rag.types import Addressee, Citation, Commitment, Deadline, Language, Meeting, Question, Quote
from rag.verify import reference

_PROMISED, _ASKED = Words("sheet.commitments"), Words("sheet.questions")


def commitments_text(meeting: Meeting, found: Sequence[Commitment], language: Language) -> str:
    """The commitments of a meeting for a terminal, numbered, each with its words, its term and where it stands."""
    word = _PROMISED[language]
    if not found:
        return word["none"]
    made = Counter(c.origin for c in found)
    told = ", ".join(f"{made[origin]} {word[f'in_{origin}']}" for origin in ("both", "debate", "chair_list") if made[origin])
    lines = [word["one"] if len(found) == 1 else word["count"].format(n=len(found), told=told)]
    for number, one in enumerate(found, 1):
        lines += ["", *_commitment(number, one, meeting, language)]
    return clean("\n".join(lines))


def questions_text(
    meeting: Meeting,
    found: Sequence[Question],
    citations: Sequence[Citation],
    language: Language,
    party: str | None = None,
    open_only: bool = False,
    put_off: Sequence[Question] = (),
) -> str:
    """The questions of a meeting for a terminal, each with its words, its status and the sentences that answer it.

    ``citations``: the answers, numbered, see `rag.questions.answers_of`. What is said when there are none depends on whether questions of a
    ``party``, or those without an answer (``open_only``), were asked for; those whose answer was only promised (``put_off``) are told of beside them.
    """
    word = _ASKED[language]
    turns = dict.fromkeys(str(q.quote.turn.number) for q in put_off)
    later = [word["put_off_one" if len(turns) == 1 else "put_off"].format(listed([*turns], language))] if turns else []
    if not found:
        return clean("\n".join([word[f"none{'_open' if open_only else ''}{'_of' if party else ''}"].format(party=party), *later]))
    fared = [q.fared for q in found]
    one = word["one_open" if open_only else "one"]
    lines = [one if len(found) == 1 else word["count"].format(n=len(found), told=tally(fared, language))]
    if meeting.status == "incomplete" and "open" in fared:
        lines.append(word["incomplete"])
    for number, question in enumerate(found, 1):
        lines += ["", *_question(number, question, meeting, citations, language)]
    return clean("\n".join([*lines, *(["", *later] if later else [])]))


def _commitment(number: int, one: Commitment, meeting: Meeting, language: Language) -> list[str]:
    word = _PROMISED[language]
    to = f" {word['to']} {people(one.to, language)}" if one.to else ""
    lines = [f"{number}. {one.speaker}{to}, {_place(one.quote, meeting, language)}", f"   «{shown(one.quote).flat}»"]
    if one.asked:
        lines.append(f"   {word['asked']} {one.asked.turn.speaker.called(language)}, {_said(one.asked, language)}")
    if one.deadline:
        lines.append(f"   {word['term']}: {term(one.deadline, language)}")
    lines += [f"   {remarked(one, q, language)}, {_said(q, language)}" for q in one.remarks]
    if one.origin == "chair_list":
        lines.append(f"   {word['only_listed']}")
    elif one.listed:
        lines.append(f"   {word['listed']} ({_turn(one.listed, language)}): «{shown(one.listed).flat}»")
    return lines + [f"   {word['more']}, {q.turn.speaker.called(language)}, {_said(q, language)}" for q in one.more if q not in one.remarks]


def _question(number: int, one: Question, meeting: Meeting, citations: Sequence[Citation], language: Language) -> list[str]:
    word = _ASKED[language]
    asker, place = one.quote.turn.speaker.called(language), _place(one.quote, meeting, language)
    lines = [f"{number}. {asker}, {place}: {OUTCOME[language][one.fared]}", f"   «{shown(one.quote).flat}»"]
    # what an item holds besides its question may be what is asked about: that is not called a question too
    lines += [f"   {word['also' if asks(q.text, meeting.language) else 'beside']}: «{shown(q).flat}»" for q in one.also]
    if not one.answers:
        lines.append(f"   {word['no_answer']}")
    for answer in one.answers:
        cited = checked(next(c for c in citations if c.quote == answer))
        lines.append(
            f"   [{cited.number}] {answer.turn.speaker.called(language)}, {_turn(answer, language)}, {cited.reference}: «{answer.flat}»"
        )
    return lines


def _turn(quote: Quote, language: Language) -> str:
    return f"{WORDS[language]['turn']} {quote.turn.number}"


def _place(quote: Quote, meeting: Meeting, language: Language) -> str:
    return f"{_turn(quote, language)}, {reference(meeting.reference, quote)}"


def _said(quote: Quote, language: Language) -> str:
    return f"{_turn(quote, language)}: «{shown(quote).flat}»"


def remarked(one: Commitment, remark: Quote, language: Language) -> str:
    """What a remark of a commitment does, and whose it is: it sets right what the chair read out, or gives the term."""
    return f"{_PROMISED[language]['corrected' if remark == one.corrected else 'dated']}, {remark.turn.speaker.called(language)}"


def people(to: Sequence[Addressee], language: Language) -> str:
    """Names with their parties, as a reader lists them."""
    return listed([one.called for one in to], language)


def term(deadline: Deadline, language: Language) -> str:
    """A term in the words of the record, and its dates in brackets where there are any."""
    word, start, end = _PROMISED[language], deadline.start, deadline.end
    first, last = (spelled(day, language) if day else "" for day in (start, end))
    if not start and not end:
        return deadline.text
    if start and end:
        dates = last if start == end else f"{first} {word['until']} {last}"
    else:
        dates = f"{word['by']} {last}" if end else f"{word['from']} {first}"
    return f"{deadline.text} ({dates})"
