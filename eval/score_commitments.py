"""The ledger of commitments against hand-labelled debates: what was found, missed, wrongly claimed, tied, to whom and by when.

``python -m eval.score_commitments`` prints the figures of every labelled debate that is there, and of all together.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.cases import labelled, labels_of
from eval.score_questions import asked_in
from rag.text import fold
from rag.types import Commitment, Quote, Turn


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled item, or one commitment that was claimed, and how it came out.

    ``kind``: "listed", "made" or "claimed"; ``right`` is whether it was found (or, claimed, whether a label supports it). ``term``,
    ``to`` and ``tied`` are None where the label does not say.
    """

    kind: str
    turn: int
    words: str
    right: bool
    term: bool | None = None
    to: bool | None = None
    tied: bool | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """All items of one meeting, and the shares over them."""

    meeting: str
    items: tuple[Item, ...]

    def share(self, kind: str, what: str = "right") -> tuple[int, int]:
        """How many of a kind are right (or have the right term, addressee or tie), of how many."""
        values = [getattr(i, what) for i in self.items if i.kind == kind]
        known = [v for v in values if v is not None]
        return sum(known), len(known)


def commitments_score(gold: Mapping[str, Any], found: Sequence[Commitment], turns: Sequence[Turn]) -> Score:
    """Compares what was found with the labels.

    A labelled item is found when a quote of a commitment touches its words. A commitment made in the debate is right when its quote, or
    another sentence of it, touches a label; everything else counts against precision. Raises ValueError: the words of a label do not stand
    in its turn.
    """
    place = {turn.number: turn for turn in turns}
    made = [[_spot(spot, place) for spot in (one, *one.get("also", []))] for one in gold.get("made", [])]
    items = [_listed_item(one, found, place) for one in gold.get("listed", [])]
    items += [_made_item(one, spots, found) for one, spots in zip(gold.get("made", []), made, strict=True)]
    nots = [(_spot(one, place), one["why"]) for one in gold.get("not_commitment", [])]
    spots = [spot for one in made for spot in one]
    items += [_claimed(one, spots, nots) for one in found if one.origin != "chair_list"]
    return Score(gold["meeting"], tuple(items))


Spot = tuple[int, int, int]  # turn, start, end


def _spot(one: Mapping[str, Any], place: Mapping[int, Turn]) -> Spot:
    text, words = place[one["turn"]].text, fold(one["words"])
    for start in range(len(text)):
        if fold(text[start : start + 1]) == words[:1] and fold(text[start : start + len(words) + 8]).startswith(words):
            return one["turn"], start, start + len(words)
    raise ValueError(f"{words!r} does not stand in turn {one['turn']}")


def _touches(quote: Quote, spot: Spot) -> bool:
    return quote.turn.number == spot[0] and quote.start < spot[2] and spot[1] < quote.end


def _touched(one: Commitment, spots: Iterable[Spot]) -> bool:
    """Whether one of the sentences of a commitment touches one of these places."""
    return any(_touches(quote, spot) for quote in (one.quote, *one.more) for spot in spots)


def _term(gold: Mapping[str, Any], one: Commitment) -> bool | None:
    if "deadline" not in gold:
        return None
    wanted = fold(gold["deadline"]).casefold()
    held = fold(one.deadline.text).casefold() if one.deadline else ""
    return bool(held) and (held in wanted or wanted in held)


def _to(gold: Mapping[str, Any], one: Commitment) -> bool | None:
    return None if "to" not in gold else gold["to"] in [a.name for a in one.to]


def _listed_item(gold: Mapping[str, Any], found: Sequence[Commitment], place: Mapping[int, Turn]) -> Item:
    spot = _spot(gold, place)
    for one in found:
        listed = one.listed if one.listed is not None else one.quote if one.origin == "chair_list" else None
        if listed is not None and _touches(listed, spot):
            tied = any(q.turn.number in gold["made"] for q in (one.quote, *one.more)) if gold.get("made") else None
            return Item("listed", spot[0], gold["words"], True, _term(gold, one), _to(gold, one), tied)
    return Item("listed", spot[0], gold["words"], False)


def _made_item(gold: Mapping[str, Any], spots: Sequence[Spot], found: Sequence[Commitment]) -> Item:
    for spot in spots:
        for one in found:
            if one.origin != "chair_list" and _touched(one, [spot]):
                return Item("made", spots[0][0], gold["words"], True, _term(gold, one), _to(gold, one))
    return Item("made", spots[0][0], gold["words"], False)


def _claimed(one: Commitment, spots: Sequence[Spot], nots: Sequence[tuple[Spot, str]]) -> Item:
    right = _touched(one, spots)
    why = next((why for spot, why in nots if _touched(one, [spot])), "")
    return Item("claimed", one.quote.turn.number, one.quote.text, right, why="" if right else why or "not labelled")


FIGURES = (("listed", "right"), ("listed", "tied"), ("made", "right"), ("claimed", "right"), ("made", "term"), ("made", "to"))
NAMES = ("listed", "tied", "recall", "precision", "term", "to")


def everything() -> str:
    """The figures of every labelled debate whose report is there, of all together, and what went wrong."""
    from rag.commitments import commitments

    scores = []
    for name, path in labelled("commitments").items():
        transcript, asked = asked_in(path)
        found = commitments(transcript.meeting, transcript.turns, transcript.events, asked, transcript.motions)
        scores.append((name, commitments_score(labels_of(name, "commitments"), found, transcript.turns)))
    whole = Score("all", tuple(item for _, one in scores for item in one.items))
    lines = [f"{name:14} {_line(one)}" for name, one in (*scores, ("all", whole))]
    wrong = [f"{name} {i.turn} {i.kind}: {i.words[:90]} {i.why}" for name, one in scores for i in one.items if not i.right]
    return "\n".join([*lines, *wrong])


def _line(score: Score) -> str:
    shares = (score.share(*figure) for figure in FIGURES)
    return "  ".join(f"{name} {right}/{n}" for name, (right, n) in zip(NAMES, shares, strict=True))


if __name__ == "__main__":
    sys.stdout.write(everything() + "\n")
