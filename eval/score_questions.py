"""Questions found, linked and judged, against the hand-labelled ones in eval/gold/*.questions.toml.

``python -m eval.score_questions REPORT GOLD`` prints the figures and every miss; without arguments, the figures of every labelled debate that
is there, of all together, and of the answers that name who asked (../shared/data/queries).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.cases import SHARED, jsonl, labelled, labels_of
from rag.text import fold, sentences
from rag.types import Question, Transcript, Turn

Status = Literal["answered", "partly", "open"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question as labelled: a turn and a few words of its sentence; ``also``: words of others of the same item."""

    turn: int
    words: str
    asker: str
    also: tuple[str, ...]
    status: Status
    answers: tuple[tuple[int, str], ...]

    @property
    def id(self) -> str:
        return f"{self.turn}: {self.words}"


@dataclass(frozen=True, slots=True)
class NoQuestion:
    """A sentence that looks like a question to the government and is none. ``why``: member, chair, rhetorical, restated, courtesy."""

    turn: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Labels:
    meeting: str
    questions: tuple[Labelled, ...]
    none: tuple[NoQuestion, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How one labelled question fared. ``linked``: an answer given lies in a labelled turn; ``said``: it is the labelled sentence itself.

    None where it could not be (not found, or none labelled).
    """

    gold: Labelled
    found: Question | None
    linked: bool | None
    said: bool | None
    status_right: bool | None


@dataclass(frozen=True, slots=True)
class Score:
    """``extra``: items that touch no label. ``split``: items that only touch one another item was matched with. ``claimed``: sentences labelled as no question that were taken for one."""

    results: tuple[Result, ...]
    extra: tuple[Question, ...]
    split: tuple[Question, ...]
    claimed: tuple[NoQuestion, ...]
    items: int

    def figures(self) -> dict[str, tuple[float, int]]:
        """Each figure with the number it is over."""
        found = [r for r in self.results if r.found]
        claims = [r.gold.status == "open" for r in found if r.found and r.found.status == "open"]
        return {
            "recall": (len(found) / max(1, len(self.results)), len(self.results)),
            "precision": (len(found) / max(1, self.items), self.items),
            "touching": (1 - len(self.extra) / max(1, self.items), self.items),
            "linked": _share([r.linked for r in self.results]),
            "said": _share([r.said for r in self.results]),
            "status": _share([r.status_right for r in found]),
            "open_right": _share(claims),
        }


def _share(values: Sequence[bool | None]) -> tuple[float, int]:
    known = [value for value in values if value is not None]
    return sum(known) / max(1, len(known)), len(known)


def load(name: str) -> Labels:
    """The labels of eval/gold/<name>.questions.toml."""
    data = labels_of(name, "questions")
    questions = []
    for q in data["question"]:
        answers = tuple((a["turn"], a["words"]) for a in q["answers"])
        questions.append(Labelled(q["turn"], q["words"], q["asker"], tuple(q.get("also", [])), q["status"], answers))
    return Labels(data["meeting"], tuple(questions), tuple(NoQuestion(n["turn"], n["words"], n["why"]) for n in data["not_question"]))


def score(labels: Labels, questions: Sequence[Question], turns: Sequence[Turn]) -> Score:
    """Compares, one to one: a label is found when an item of that turn holds its sentence (or else one of its ``also``).

    ``questions`` are all that `rag.questions.questions` gives, "open" ones included.
    """
    by_number = {t.number: t for t in turns}
    pairs = _match(labels, questions, by_number)
    results = tuple(_result(gold, questions[pairs[i]] if i in pairs else None) for i, gold in enumerate(labels.questions))
    touched = {i for i, q in enumerate(questions) if any(_touches(gold, q, by_number) for gold in labels.questions)}
    extra = tuple(q for i, q in enumerate(questions) if i not in touched)
    split = tuple(q for i, q in enumerate(questions) if i in touched and i not in pairs.values())
    claimed = tuple(
        n for n in labels.none if any(_spans(by_number, n.turn, n.words) & _own(q) for q in questions if q.quote.turn.number == n.turn)
    )
    return Score(results, extra, split, claimed, len(questions))


def _result(gold: Labelled, found: Question | None) -> Result:
    if found is None:
        return Result(gold, None, None, None, None)
    if not gold.answers:
        return Result(gold, found, None, None, found.status == gold.status)
    linked = any(a.turn.number == turn for a in found.answers for turn, _ in gold.answers)
    said = any(a.turn.number == turn and _plain(words) in _plain(a.text) for a in found.answers for turn, words in gold.answers)
    return Result(gold, found, linked, said, found.status == gold.status)


def _match(labels: Labels, questions: Sequence[Question], turns: dict[int, Turn]) -> dict[int, int]:
    """Label to item, one to one: first by the labelled sentence itself, then by one of the same item."""
    pairs: dict[int, int] = {}
    for step in ("main", "also"):
        for i, gold in enumerate(labels.questions):
            if i in pairs:
                continue
            words = [gold.words] if step == "main" else list(gold.also)
            spans = {s for w in words for s in _spans(turns, gold.turn, w)}
            for j, question in enumerate(questions):
                if j not in pairs.values() and question.quote.turn.number == gold.turn and spans & _own(question):
                    pairs[i] = j
                    break
    return pairs


def _touches(gold: Labelled, question: Question, turns: dict[int, Turn]) -> bool:
    if question.quote.turn.number != gold.turn:
        return False
    return any(_spans(turns, gold.turn, w) & _own(question) for w in (gold.words, *gold.also))


def _own(question: Question) -> set[tuple[int, int]]:
    """The sentences of an item."""
    quotes = (question.quote, *question.also)
    return {(a, b) for q in quotes for a, b in sentences(q.turn.text) if q.start <= a and b <= q.end}


def _spans(turns: dict[int, Turn], number: int, words: str) -> set[tuple[int, int]]:
    """Where the sentences stand that hold these words, white space and hyphens aside."""
    turn = turns.get(number)
    wanted = _plain(words)
    return {(a, b) for a, b in sentences(turn.text) if wanted in _plain(turn.text[a:b])} if turn else set()


def _plain(text: str) -> str:
    return fold(text).replace("-", "").casefold()


def report(result: Score) -> str:
    """The figures, and a line for each miss."""
    lines = [f"{name:10} {value:.3f}  (n={n})" for name, (value, n) in result.figures().items()]
    for r in result.results:
        if r.found is None:
            lines.append(f"MISSED   {r.gold.id}")
        elif r.linked is False:
            lines.append(f"LINK     {r.gold.id} -> {[a.turn.number for a in r.found.answers]} not {sorted({t for t, _ in r.gold.answers})}")
        if r.status_right is False and r.found:
            lines.append(f"STATUS   {r.gold.id}: {r.found.status}, labelled {r.gold.status}")
    lines += [f"EXTRA    {q.quote.turn.number}: {q.quote.text}" for q in result.extra]
    lines += [f"SPLIT    {q.quote.turn.number}: {q.quote.text}" for q in result.split]
    lines += [f"CLAIMED  {n.turn}: {n.words} ({n.why})" for n in result.claimed]
    return "\n".join(lines)


def everything() -> str:
    """The figures of every labelled debate, of all together, and of the answers that name who asked; what is not there is left out."""
    scored = {name: _scored(path, name) for name, path in labelled("questions").items()}
    lines = [f"{name:14} {_line(one.figures())}" for name, one in scored.items()]
    weighed = {key: [one.figures()[key] for one in scored.values()] for key in ("recall", "touching", "linked", "status", "open_right")}
    whole = {key: (sum(v * n for v, n in rows) / max(1, sum(n for _, n in rows)), sum(n for _, n in rows)) for key, rows in weighed.items()}
    tied, asked = who_asked(SHARED)
    told = f"{'who_asked':14} {tied} of {asked} answers that name who asked are tied to a question of theirs"
    return "\n".join([*lines, f"{'all':14} {_line(whole)}", told])


def who_asked(data: Path) -> tuple[int, int]:
    """Of the sentences "De heer … vroeg …", how many stand in a turn that answers a question of whoever it names, in ../shared/data.

    The sentences are found by a pattern and not checked by hand; some name who asked without answering.
    """
    rows = jsonl(data / "queries", "*who_asked*")
    tied = 0
    for doc in sorted({row["doc"] for row in rows}):
        transcript, found = asked_in(data / "vlos" / f"{doc}.xml")
        turns = {t.source_id: t.number for t in transcript.turns}
        for row in (row for row in rows if row["doc"] == doc):
            answers = {a.turn.number for q in found if q.quote.turn.speaker.name == row["gold_speaker"] for a in q.answers}
            tied += turns[row["asked_before_turn_objectid"]] in answers
    return tied, len(rows)


def _scored(path: Path, name: str) -> Score:
    transcript, found = asked_in(path)
    return score(load(name), found, transcript.turns)


def asked_in(path: Path) -> tuple[Transcript, tuple[Question, ...]]:
    """A report as it is read, and the questions in it."""
    from rag.questions import questions
    from rag.read import read

    transcript = read(path.read_bytes(), path.name)
    return transcript, questions(transcript.turns, transcript.events, transcript.motions, transcript.meeting.language)


def _line(figures: Mapping[str, tuple[float, int]]) -> str:
    return "  ".join(f"{key} {value:.3f} ({n})" for key, (value, n) in figures.items())


if __name__ == "__main__":
    sys.stdout.write((report(_scored(Path(sys.argv[1]), sys.argv[2])) if sys.argv[1:] else everything()) + "\n")
