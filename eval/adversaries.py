"""Ways to look good without answering: each takes what the product would serve and cheats; each must fail at least one gate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from eval.source import letters
from eval.types import Answerer, Case, Json, Record, Served
from rag.text import sentences

Adversary = Callable[[Answerer], Answerer]


def always_decline(answer: Answerer) -> Answerer:
    """Declines everything: never a wrong quote, never an answer."""

    def cheat(case: Case, record: Record) -> Served:
        return _served(answer(case, record), [], [], status="declined", reason=case.decline or "no_evidence")

    return cheat


def cite_everything(answer: Answerer) -> Answerer:
    """The product's answer, with every turn that was retrieved cited behind each statement."""

    def cheat(case: Case, record: Record) -> Served:
        served = answer(case, record)
        if served.answer["status"] != "answered":
            return served
        quotes = [_first_sentence(p["turn"], record) for p in served.answer["passages"]]
        citations = _numbered([*served.answer["citations"], *quotes], record)
        numbers = [c["number"] for c in citations]
        return _served(served, [{**s, "citations": numbers} for s in served.answer["statements"]], citations)

    return cheat


def whole_turns(answer: Answerer) -> Answerer:
    """Quotes the whole of the best turns: everything that is asked for stands in it somewhere."""

    def cheat(case: Case, record: Record) -> Served:
        served = answer(case, record)
        turns = [p["turn"] for p in served.answer["passages"][:3]]
        return _quoting(served, [(n, 0, len(record.turns[n]["text"])) for n in turns], record)

    return cheat


def same_turn_always(answer: Answerer) -> Answerer:
    """Answers every question with the longest turn of the debate."""

    def cheat(case: Case, record: Record) -> Served:
        longest = max(record.turns, key=lambda n: len(record.turns[n]["text"]))
        spans = sentences(record.turns[longest]["text"])[:5]
        return _quoting(answer(case, record), [(longest, a, b) for a, b in spans], record)

    return cheat


def copy_the_question(answer: Answerer) -> Answerer:
    """Says the question back, with the citations the product would give."""

    def cheat(case: Case, record: Record) -> Served:
        served = answer(case, record)
        if served.answer["status"] != "answered":
            return served
        numbers = [c["number"] for c in served.answer["citations"]]
        said = {"text": case.question, "verdict": "supported", "why": "", "citations": numbers}
        return _served(served, [said], served.answer["citations"])

    return cheat


def empty_answer(answer: Answerer) -> Answerer:
    """Answers, and says nothing."""

    def cheat(case: Case, record: Record) -> Served:
        return _served(answer(case, record), [], [])

    return cheat


ADVERSARIES: tuple[Adversary, ...] = (
    always_decline,
    cite_everything,
    whole_turns,
    same_turn_always,
    copy_the_question,
    empty_answer,
)


def _served(served: Served, statements: Sequence[Json], citations: Sequence[Json], **changed: str | None) -> Served:
    """The same answer with other statements and citations, and a page that shows them truly: a cheat must not fail for its form."""
    answer = {**served.answer, "status": "answered", "reason": None, "statements": list(statements), "citations": list(citations)}
    page = "\n".join(f"[{c['number']}] {_label(c)}, beurt {c['turn']}, {c['reference']}\n    «{c['quote']}»" for c in citations)
    return replace(served, answer={**answer, **changed}, pages={"text": page})


def _label(citation: Json) -> str:
    return f"{citation['speaker']} ({citation['party']})" if citation["party"] else str(citation["speaker"])


def _quoting(served: Served, places: Sequence[tuple[int, int, int]], record: Record) -> Served:
    citations = _numbered([_citation(*place, record) for place in places], record)
    statements = [{"text": c["quote"], "verdict": "supported", "why": "", "citations": [c["number"]]} for c in citations]
    return _served(served, statements, citations)


def _citation(number: int, start: int, end: int, record: Record) -> Json:
    """A true citation of any place: a cheat does not misquote."""
    turn, said = record.turns[number], record.said[number - 1] if record.said else None
    page = said.page_at(len(letters(turn["text"][:start]))) if said else turn["page_first"]
    keys = ("meeting", "turn", "speaker", "party", "role")
    return {**{k: turn[k] for k in keys}, "page": page, "quote": turn["text"][start:end], "start": start, "end": end}


def _first_sentence(number: int, record: Record) -> Json:
    start, end = sentences(record.turns[number]["text"])[0]
    return _citation(number, start, end, record)


def _numbered(citations: Sequence[Json], record: Record) -> list[Json]:
    return [{**c, "number": n, "reference": f"nr. 178, p. {c['page']}"} for n, c in enumerate(citations, 1)]
