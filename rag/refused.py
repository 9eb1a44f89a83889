"""Refusals as an answer: "Wat heeft de minister geweigerd?", "Waar zei zij nee tegen?" ask for what the page lists as refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.ledgers import asked_in
from rag.lexicon import Cover, no_subject
from rag.lookup import LookedUp
from rag.naming import with_title
from rag.promised import Promises
from rag.rarity import rarity
from rag.replied import asked_by, of_government
from rag.shelf import Shelf
from rag.tables import table
from rag.text import stem, stems
from rag.types import Meeting, Quote
from rag.verify.quotes import overlap

MOST = 8  # refusals in an answer
MEETINGS = 5  # meetings of which they are read: the latest
EVERY = 100  # more than a debate has
ABOUT = 0.5  # share of the subject asked about that a refusal, or what it replies to, holds

_SAME_CLAUSE = r"(?:(?!\b(?:als|indien|wanneer|zodra|omdat|terwijl|toen|dat|die|wie|if|when|who|that|because)\b).)*\b"
# a question that says that the government (§) refuses: the list of rag/data/asking.toml
_REFUSED = re.compile(
    r"^(?:en |and )?(?:wat|welke? (?!motie|amendement)\w+|waar(?!om\b|door\b)\w*|what|which (?!motion|amendment)\w+)\b.*?"
    + rf"\b(?:{'|'.join(table('asking')['refused']['asks'])})(?!\w)".replace("…", _SAME_CLAUSE),
    re.I,
)
# words of such a question that name no subject
_PLAIN = no_subject("refused")


@dataclass(frozen=True, slots=True)
class Refusals(Promises):
    """What the government said no to, at most eight, and how many there are in all; ``of``: those that do not say to what, each with the question."""

    of: tuple[tuple[Quote, Quote], ...] = ()


def refusals(looked: LookedUp, shelf: Shelf, past: Sequence[Quote] = ()) -> Refusals | None:
    """What the government refused, to whom and on what the question asks about; None where it asks something else.

    Where nothing was refused, nothing: what is said otherwise is no refusal. ``past`` was told already, and is left out.
    """
    asked = looked.asked
    if not of_government(asked, shelf, looked.once) or not _asks(looked):
        return None
    terms = [t for t in looked.found.terms if not {t.stem, stem(t.word)} & _PLAIN]
    named = {one for name in (*asked.prefer.parties, *asked.prefer.speakers) for one in stems(name)}
    cover = Cover([t for t in terms if t.stem not in named], {t.stem: rarity(t.stem, looked.record) for t in terms})
    each = [[r for r in _refused(looked, m, shelf) if r[0] not in past and _on(r, cover)] for m in looked.once[-MEETINGS:]]
    # the weightiest of every debate before the second of any
    ranked = sorted(((n, i, r) for i, own in enumerate(each) for n, r in enumerate(own)), key=lambda one: one[:2])
    chosen = sorted((i, r[0].turn.number, r[0].start, r) for _, i, r in ranked[:MOST])
    told = [r for *_, r in chosen]
    return Refusals(tuple(q for q, _ in told), len(ranked), of=tuple((q, put) for q, put in told if put))


def _asks(looked: LookedUp) -> bool:
    """Whether a question asks what the government refused: not what it does where others refuse."""
    question = told = looked.asked.question
    for mention in looked.spoken_of:
        if mention.kind == "government" or any(who.role == "government" for who in mention.who):
            named = len(with_title(question, mention))
            told = told[: mention.end - named] + "§" * named + told[mention.end :]
    return _REFUSED.match(re.sub(r"§(?:\s*§)*", "§", told)) is not None


def _refused(looked: LookedUp, meeting: Meeting, shelf: Shelf) -> Iterator[tuple[Quote, Quote | None]]:
    """The refusals of a meeting by and to whom is asked about, weightiest first, each with the question it replies to where it does not say to what."""
    from rag.summarise import kept, refused  # here: a question of another kind does not wait for it

    asked, items = looked.of_office, asked_in(shelf, meeting)
    to = asked.prefer.parties or asked.prefer.speakers
    for quote, put in refused(kept(shelf, meeting), items, EVERY):
        by = not asked.filter.speakers or quote.turn.speaker.name in asked.filter.speakers
        if by and (not to or any(overlap(a, quote) for q in items if asked_by(q, asked) for a in q.answers)):
            yield quote, put


def _on(refusal: tuple[Quote, Quote | None], cover: Cover) -> bool:
    """Whether a refusal is on what is asked about; any is where nothing is named."""
    text = " ".join(q.text for q in refusal if q)
    return not cover.terms or cover.share(cover.held(stems(text))) >= ABOUT
