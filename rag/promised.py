"""Promises as an answer: what is asked for with "Wat heeft minister X toegezegd (over Y)?" stands in the debates' commitments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rag.kind import WHETHER
from rag.ledgers import asked_in, promised_about, promised_in
from rag.lexicon import Cover, no_subject
from rag.lookup import LookedUp
from rag.shelf import Shelf
from rag.tables import pattern_of
from rag.text import MONTH_NUMBERS, content_stems, sentences, stem, stems
from rag.types import Addressee, Commitment, Meeting, Quote, Understood
from rag.verbatim import asks_for
from rag.verify import holds
from rag.verify.quotes import beside

MOST = 5  # promises in an answer
MEETINGS = 5  # meetings whose commitments are read: the latest in which whoever is asked about speaks, or those nearest to a subject
ABOUT = 0.55  # share of the subject asked about that a commitment on it holds
TOLD = 5  # content words: a question with so many tells what is meant to be promised
FEW = 2  # promises that are given whole
LIKE = 0.8  # of the best share: commitments as near to the subject
REFUSED = 0.7  # share of the subject that a refusal holds, with the question it answers

# when or how what is taken to be promised, or whether it comes: "Komt hij met de brief die hij heeft beloofd?"
_OF_A_PROMISE = re.compile(
    r"\W*(?:(?:wanneer|hoe|waarom|waar|wie|when|how|why|where|who)\b|(?!wat\b|welke?\b|what\b|which\b).*\w (?:die|dat) (?:\w+ ){1,5}(?:beloofd|toegezegd|beloofde|toezegde)\b)",
    re.I,
)
_HEARD = pattern_of("commitments", "inform", "receiver", "vehicle", "verbs", "return", "en")  # what tells that the chamber gets something
# words of such a question that name no subject
_PLAIN, _TO_HOUSE, _READ_OUT = no_subject("promised"), no_subject("to_house"), no_subject("read_out")


@dataclass(frozen=True, slots=True)
class Promises:
    """The promises that answer, at most five, and how many there are of that kind in all; ``refused``: that it is a refusal, as nothing was promised.

    ``to``: where it is asked, to whom each was made: their words may say no more than "hem".
    """

    quotes: tuple[Quote, ...]
    total: int
    refused: bool = False
    to: tuple[tuple[Addressee, int], ...] = ()

    @property
    def shown(self) -> int:
        """How many of them are given."""
        return len(self.quotes)


def promises(looked: LookedUp, shelf: Shelf, past: Sequence[Quote] = ()) -> Promises | None:
    """What was promised by whom the question asks about, to whom and on what it asks about; None where it asks something else.

    Where a subject is named and nobody promised anything on it, what the government said of it by way of refusal; where there is none
    either, nothing: another promise is no answer. ``past`` was told already, and is left out.
    """
    asked = looked.of_office
    # "de SP heeft toegezegd" is no commitment: those are the government's
    named_so = asks_for(asked.question, "promised")
    if not (named_so or asks_for(asked.question, "to_house")) or asked.filter.parties:
        return None
    speaking = [m for m in looked.once if _speaks(asked, shelf, m)]
    if asked.filter.speakers and not speaking:
        return None
    told = _found(looked, shelf, speaking, past, named_so)
    if told is None or not _TO_WHOM.search(asked.question):
        return told
    made = {c.quote: c.to for m in speaking for c in promised_in(shelf, m)}
    return replace(told, to=tuple((who, q.turn.number) for q in told.quotes for who in made.get(q, ())))


_TO_WHOM = re.compile(r"\b(?:aan wie|to whom|who to)\b", re.I)


def _found(looked: LookedUp, shelf: Shelf, speaking: Sequence[Meeting], past: Sequence[Quote], named_so: bool) -> Promises | None:
    """The promises of these meetings that answer. See `promises`."""
    asked, found = looked.of_office, looked.found
    named = {one for name in (*asked.prefer.parties, *asked.prefer.speakers) for one in stems(name)}  # to whom: no subject
    plain = _PLAIN if named_so else _PLAIN | _TO_HOUSE
    # "Welke toezeggingen las de voorzitter voor?"
    listed = "chair" in asked.prefer.roles and any(t.stem in _READ_OUT for t in found.terms)
    plain = plain | _READ_OUT if listed else plain
    terms = [t for t in found.terms if not {t.stem, stem(t.word)} & (plain | named)]

    def meant(one: Commitment) -> bool:
        return _meant(one, asked) and (named_so or _to_house(one)) and (not listed or one.listed is not None)

    if terms:  # read are the debates in which most of the subject was found
        near = list(dict.fromkeys(p.turn.meeting for p in found.passages))[:MEETINGS]
        read, cover = [m for m in speaking if m.id in near], Cover(terms, found.weight)
        about = [(cover.share(_held(cover, close)), c) for m in read for c, close in promised_about(shelf, m) if meant(c)]
        told = _on(about, cover, asked, shelf, read, past)
        return told if named_so or (told and told.quotes) else None  # what the chamber gets may be told in other sentences
    each = [[c for c in promised_in(shelf, m) if meant(c) and c.quote not in past] for m in speaking[-MEETINGS:]]
    # read out by the chair first, as it is undisputed; and of every debate the first before the second of any
    ranked = sorted((number, i, c) for i, own in enumerate(each) for number, c in enumerate(sorted(own, key=lambda c: c.origin != "both")))
    chosen = sorted(((i, c) for _, i, c in ranked[:MOST]), key=lambda one: (one[0], one[1].quote.turn.number, one[1].quote.start))
    return Promises(tuple((c.listed if listed else None) or c.quote for _, c in chosen), len(ranked))


def _on(
    ranked: Sequence[tuple[float, Commitment]],
    cover: Cover,
    asked: Understood,
    shelf: Shelf,
    read: Sequence[Meeting],
    past: Sequence[Quote],
) -> Promises | None:
    """The promises on a subject, best first, of which each holds a share; else its refusals; else none."""
    best = max((score for score, _ in ranked), default=0.0)
    chosen = [c for score, c in sorted(ranked, key=lambda one: -one[0]) if score >= max(ABOUT, LIKE * best)]
    if past and chosen:
        left = tuple(c.quote for c in chosen if c.quote not in past)
        return Promises(left[:MOST], len(left))
    share, refused = _refusal(cover, asked, shelf, read)
    # "Heeft zij een fonds toegezegd?": a promise on half of it is no answer where all of it was refused
    not_that = [q for c in chosen[:1] if (q := _not_promised(c.quote))] if WHETHER.match(asked.question) else []
    if not_that and len(chosen) <= FEW:  # "Ik wil dat best bekijken, maar toezeggen kan ik het niet. Wel zal …"
        return Promises((*not_that, *_whole(chosen)), len(chosen))
    if chosen and not (share > best and WHETHER.match(asked.question)):
        return Promises(tuple(_whole(chosen)) if len(chosen) <= FEW else tuple(c.quote for c in chosen[:MOST]), len(chosen))
    if _OF_A_PROMISE.match(asked.question) or (len(cover.terms) >= TOLD and not refused):
        return None  # when and how what is taken to be promised, or a whole sentence is asked about, which may be in other words
    return Promises(refused, len(refused), refused=bool(refused) and not chosen)


def _not_promised(quote: Quote) -> Quote | None:
    """The sentence right before a promise that says that what was asked for is not promised."""
    from rag.commitments import withholds  # as in rag/ledgers.py

    before, _ = beside(quote)
    return before if before and holds(before) and withholds(before.text) else None


def _to_house(one: Commitment) -> bool:
    """Whether the chamber gets or hears something by a promise: not "Ik ga met de waterschappen om tafel."."""
    said = (one.quote, *one.more, *one.remarks, *((one.listed,) if one.listed else ()))
    return any(_HEARD.search(quote.text) for quote in said)


def _whole(chosen: Sequence[Commitment]) -> Iterator[Quote]:
    """Each promise with the sentence that gives its term, and as the chair read it out."""
    for one in chosen:
        yield one.quote
        yield from one.remarks
        if one.listed is not None and one.listed != one.quote:
            yield one.listed


# a sentence may tell when something comes: worth a look whether that was set right
_WHEN = re.compile(
    rf"\b(?:{'|'.join(MONTH_NUMBERS)}|\w*(?:kwartaal|reces|zomer|najaar|voorjaar|herfst|winter|kerst|week|weken|jaar)|prinsjesdag)\b", re.I
)


def set_right(quotes: Sequence[Quote], shelf: Shelf) -> Iterator[tuple[Quote, Quote]]:
    """The quotes whose term was set right after the chair had read it out, each with the sentence that did.

    The list is only read for a sentence that tells when, of which a later turn of the chair on commitments has two words: it costs more than an answer.
    """
    for quote in quotes:
        turn = quote.turn
        if turn.speaker.role not in {"government", "chair"} or not _WHEN.search(quote.text):
            continue
        mine = set(content_stems(quote.text))
        turns = shelf.turns(turn.meeting)
        lists = (t for t in turns if t.number >= turn.number and t.speaker.role == "chair" and "toezegging" in t.text.lower())
        if not any(len(mine & set(content_stems(t.text[a:b]))) >= FEW for t in lists for a, b in sentences(t.text)):
            continue
        from rag.commitments import corrections  # as in rag/ledgers.py

        said = shelf.meeting(turn.meeting).date
        for one in shelf.once("set right", turn.meeting, lambda: corrections(turns, said)):  # noqa: B023  # called at once
            if one.of(quote):
                yield quote, one.right


def _held(cover: Cover, close: Mapping[str, float]) -> list[float]:
    """For each term how well the best of these stems stands for it, each by how near it is."""
    each = [[worth * near for worth in cover.held((stem,))] for stem, near in close.items()]
    return [max(column) for column in zip(*each, strict=True)]


def _refusal(cover: Cover, asked: Understood, shelf: Shelf, meetings: Sequence[Meeting]) -> tuple[float, tuple[Quote, ...]]:
    """The sentence that refuses what was asked for on the subject, after the share of it that the question and the answer hold; 0.0 and none where
    none does."""
    from rag.summarise.refusal import refuses  # as in rag/ledgers.py

    names = asked.filter.speakers
    refused = [(q, a) for m in meetings for q in asked_in(shelf, m) for a in q.answers if refuses(a.text, m.language)]
    ranked = [
        (cover.share(cover.held({*stems(q.told.text), *stems(a.text)})), a) for q, a in refused if not names or a.turn.speaker.name in names
    ]
    share, answer = max(ranked, key=lambda one: one[0], default=(0.0, None))
    if answer is None or share < REFUSED:
        return 0.0, ()
    own, before = cover.share(cover.held(stems(answer.text))), beside(answer)[0]
    shown = answer if own >= REFUSED or before is None else replace(answer, start=before.start)
    return (share, (shown,)) if cover.share(cover.held(stems(shown.text))) else (0.0, ())  # a bare no does not say to what


def _speaks(asked: Understood, shelf: Shelf, meeting: Meeting) -> bool:
    names = asked.filter.speakers
    return any(s.role == "government" and (not names or s.name in names) for _, s, _ in shelf.speakers((meeting.id,)))


def _meant(one: Commitment, asked: Understood) -> bool:
    """Whether a commitment is by, and to, whom is asked about."""
    by, to = asked.filter.speakers, asked.prefer
    if by and one.speaker not in by:
        return False
    if not (to.parties or to.speakers):
        return True
    return any(a.party in to.parties or a.name in to.speakers for a in one.to)
