"""The page with a model: positions and answers in short prose, each sentence verified, or the record's own words instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from rag.errors import ModelError
from rag.llm import Endpoint
from rag.prompts import load
from rag.summarise.positions import MOST, Candidate
from rag.text import words
from rag.tokens import count
from rag.types import Claim, Language, Names, Passage, Question, Quote, Statement, Turn, Usage
from rag.verify import verify
from rag.verify.quotes import inside, overlap, spans
from rag.write import claims, fence, neutral, numbered

LONGEST = 25  # words of a sentence of prose
PROMPT_TOKENS = 4000  # what one prompt may cost, whatever the window
ANSWER_TOKENS = 500
AROUND = 1  # sentences shown before and after one that may be a position
REPLIES = 8  # questions whose answers are put in one line


class Prose:
    """One page's talk with a model: at most two prompts, each bounded, over the page's own evidence only."""

    def __init__(self, endpoint: Endpoint, language: Language, names: Names) -> None:
        self.endpoint, self.language, self.names = endpoint, language, names
        self.used: list[str] = []
        self.failed: list[str] = []
        self._usage: list[Usage] = []

    @property
    def written_by(self) -> str:
        """The model and the prompts whose sentences stand on the page."""
        prompts = ", ".join(f"{p.name} {p.hash}" for p in (load(name) for name in self.used))
        return f"{self.endpoint.model} ({prompts})"

    @property
    def usage(self) -> Usage | None:
        """What the page cost, all prompts together; None when none was sent."""
        if not self._usage:
            return None
        return Usage(sum(u.prompt_tokens for u in self._usage), sum(u.completion_tokens for u in self._usage))

    def positions(self, who: str, found: Sequence[Candidate], verbatim: Sequence[Statement]) -> tuple[Statement, ...]:
        """The positions in prose; where a sentence fails, one in the record's own words that says something else.

        Args:
            who: the party, as a reader knows it.
            found: candidates, best first; the model sees them and a sentence around each.
            verbatim: the page's positions without a model.
        """
        shown = windows(found)
        said = self._ask("positions", shown, {"who": neutral(who)})
        good = [s for s in (self._judged(c) for c in said) if s is not None][:MOST]
        if good:
            self.used.append(f"positions.{self.language}")
        cited = [q for s in good for q in s.claim.quotes]
        rest = [s for s in verbatim if not any(overlap(q, c) for q in s.claim.quotes for c in cited)]
        return tuple([*good, *rest][: max(len(verbatim), len(good))])

    def replies(self, questions: Sequence[Question]) -> tuple[Question, ...]:
        """The questions, with what was answered in one line where that holds.

        Args:
            questions: of the page, most important first.
        """
        answered = [q for q in questions if q.answers][:REPLIES]
        shown = [p for n, q in enumerate(answered, 1) for p in _blocks(n, q)]
        said = self._ask("replies", shown, {}) if shown else []
        lines: dict[Quote, Statement] = {}
        for claim in said:
            home = next((q for q in answered if claim.quotes and all(any(inside(c, a) for a in q.answers) for c in claim.quotes)), None)
            statement = self._judged(claim) if home else None
            if home is not None and statement is not None:
                lines.setdefault(home.quote, statement)
        if lines:
            self.used.append(f"replies.{self.language}")
        return tuple(replace(q, line=lines[q.quote]) if q.quote in lines else q for q in questions)

    def _judged(self, claim: Claim) -> Statement | None:
        """A claim that is short and holds; None otherwise."""
        if len(words(claim.text)) > LONGEST or claim.text.rstrip().endswith("?"):
            return None
        statement = verify(claim, self.language, self.names)
        return statement if statement.verdict == "supported" else None

    def _ask(self, kind: str, passages: Sequence[Passage], values: dict[str, str]) -> list[Claim]:
        """What the model says of as many of the passages as fit; nothing when it fails, and then why is noted."""
        prompt = load(f"{kind}.{self.language}")
        limit = min(PROMPT_TOKENS, self.endpoint.context - ANSWER_TOKENS)

        def filled(shown: Sequence[Passage]) -> str:
            body = "\n\n".join(numbered(p) for p in shown)
            return prompt.fill(fence=fence(body), passages=body, **values)

        shown = _fitting(passages, filled, limit)
        if not shown:
            return []
        try:
            said = "".join(self.endpoint.stream([{"role": "user", "content": filled(shown)}], ANSWER_TOKENS))
        except ModelError as error:
            self.failed.append(error.said(self.language))
            return []
        finally:
            if self.endpoint.usage:
                self._usage.append(self.endpoint.usage)
        return claims(said, shown)


def _fitting(passages: Sequence[Passage], filled: Callable[[Sequence[Passage]], str], limit: int) -> list[Passage]:
    """As many of the first passages as a prompt may hold."""
    held = (list(passages[:most]) for most in range(len(passages), 0, -1))
    return next((shown for shown in held if count(filled(shown)) <= limit), [])


def windows(found: Iterable[Candidate]) -> list[Passage]:
    """The places of candidates with the sentences around them, each stretch one passage; nothing no one may be quoted for.

    Args:
        found: candidates, best first: the order of the passages.
    """
    stretches: list[tuple[Turn, set[int]]] = []
    for candidate in found:
        whole = spans(candidate.turn.text)
        own = [i for i, (a, b) in enumerate(whole) if candidate.start <= a and b <= candidate.end]
        wanted = set(range(max(0, own[0] - AROUND), min(len(whole), own[-1] + AROUND + 1)))
        home = next((held for turn, held in stretches if turn.number == candidate.turn.number and wanted & held), None)
        if home is None:
            stretches.append((candidate.turn, wanted))
        else:
            home |= wanted
    return [
        Passage(n, turn, 0.0, tuple(spans(turn.text)[i] for i in run))
        for n, (turn, run) in enumerate(((turn, run) for turn, held in stretches for run in _runs(turn, held)), 1)
    ]


def _runs(turn: Turn, held: set[int]) -> list[list[int]]:
    """Sentences that follow each other, without those no one may be quoted for."""
    whole = spans(turn.text)
    free = [i for i in sorted(held) if not turn.bars(*whole[i])]
    # in one run the places in the turn and in the list differ by the same number
    return [[i for _, i in run] for _, run in groupby(enumerate(free), lambda one: one[1] - one[0])]


def _blocks(number: int, question: Question) -> list[Passage]:
    """The answer to one question as a passage, as far as its sentences follow each other; where it stands in several turns, that of the first."""
    first = question.answers[0].turn
    whole = spans(first.text)
    told = [a for a in question.answers if a.turn.number == first.number]
    runs = _runs(first, {i for i, (start, end) in enumerate(whole) for a in told if a.start <= start and end <= a.end})
    return [Passage(number, first, 0.0, tuple(whole[i] for i in runs[0]))] if runs else []
