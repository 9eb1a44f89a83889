"""Answers and checks as plain text, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from rag.render.fidelity import checked, unquoted
from rag.render.wording import WORDS, declined_for, has_near, verdict
from rag.text import clean
from rag.types import Answer, Check, Citation, Language, Passage, Statement, Turn

NEAREST = 3  # turns shown of a question that was declined


def wrapped(text: str, width: int) -> str:
    """Text for a terminal of a width: a line that is longer goes on below its own start, and no word is cut."""
    lines = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        lines.append(fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, replace_whitespace=False))
    return "\n".join(lines)


def answer_text(answer: Answer, language: Language) -> str:
    """An answer as plain text: statements with numbers, then where each number leads."""
    word = WORDS[language]
    lines: list[str] = []
    if answer.understood.question != answer.question:
        lines += [f"{word['read_as']} {answer.understood.question}", ""]
    if answer.status == "declined":
        near = near_text(answer.passages, language) if has_near(answer) else []
        return clean("\n".join([*lines, declined_for(answer, language), *answer.notes, *near]))
    lines += [line for note in answer.notes for line in (note, "")]  # "what follows" must be what follows
    lines += [statement_text(s, answer.citations, language) for s in answer.statements if s.verdict == "supported"]
    # what a model wrote and was not supported is shown apart, without quotation marks
    lines += [f"  ({word['unsupported']}: {unquoted(s.text)} — {unquoted(s.why)})" for s in answer.statements if s.verdict != "supported"]
    printed = {s.citations[0] for s in answer.statements if s.claim.verbatim and len(s.citations) == 1}
    lines += ["", *(citation_text(c, language, words=c.number not in printed) for c in answer.citations)]
    return clean("\n".join(lines))


def turn_text(turn: Turn, language: Language) -> str:
    """A turn as it was spoken, under its number and speaker; a notice of the record within it stands in square brackets, said to be that."""
    page = f", p. {turn.page_first}" if turn.page_first is not None else ""
    text, at = "", 0
    for start, end in sorted(turn.unquotable):
        if end - start < len(turn.text.rstrip()):  # of a summary report nobody's words stand there
            notice = turn.text[start:end]
            text += f"{turn.text[at:start]}[{WORDS[language]['notice']}: {notice.strip()}]{' ' if notice[-1:].isspace() else ''}"
            at = end
    return clean(f"[{turn.number}] {turn.speaker.called(language)}{page}\n{text}{turn.text[at:]}\n")


def statement_text(statement: Statement, citations: Sequence[Citation], language: Language) -> str:
    """One supported statement with its numbers. A verbatim one is shown in quotation marks, after its speaker."""
    marks = "".join(f"[{n}]" for n in statement.citations)
    if statement.claim.verbatim and statement.citations:
        spoken = next(c for c in citations if c.number == statement.citations[0])
        return f"{checked(spoken).quote.turn.speaker.called(language)}: «{spoken.quote.text}» {marks}"
    flags = f" ({'; '.join(statement.flags)})" if statement.flags else ""
    return f"{statement.text} {marks}{flags}"


def citation_text(citation: Citation, language: Language, words: bool = True) -> str:
    """Where a number leads: speaker, turn, official reference, and the words themselves unless they were printed already."""
    quote = checked(citation).quote
    said = f"{quote.turn.speaker.called(language)}, {WORDS[language]['turn']} {quote.turn.number}, {citation.reference}"
    return f"[{citation.number}] {said}" + (f"\n    «{quote.text}»" if words else "")


def near_text(passages: Sequence[Passage], language: Language) -> list[str]:
    """The nearest turns of a declined question, as what they are: not the answer."""
    word = WORDS[language]
    lines = []
    nearest = passages[:NEAREST]
    several = len({passage.turn.meeting for passage in nearest}) > 1
    for passage in nearest:
        turn = passage.turn
        meeting = f"{turn.meeting}, " if several else ""
        page = f", {word['page']} {turn.page_first}" if turn.page_first is not None else ""
        lines.append(
            f"  {meeting}{turn.speaker.called(language)}, {word['turn']} {turn.number}{page}: {shorten(turn.text[passage.nearest :])}"
        )
    return ["", word["near"], *lines] if lines else []


def shorten(text: str, most: int = 110) -> str:
    """The start of a text on one line, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


def check_text(check: Check, language: Language) -> str:
    """The outcome of a quote check; a difference is shown word by word: [-in het verslag-] {+alleen in het citaat+}."""
    lines = [verdict(check, language)]
    for citation, diff in check.matches:
        lines += ["", citation_text(citation, language)]
        if check.status == "differs" and not check.apart:
            lines.append("    " + " ".join(text if op == "=" else f"[-{text}-]" if op == "-" else f"{{+{text}+}}" for op, text in diff))
    return clean("\n".join(lines))
