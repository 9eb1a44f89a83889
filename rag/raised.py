"""A question that a member put in the debate already: what the ledger ties to it is the answer, or that nothing is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.cues import asks
from rag.decline import COMMON, ROOT, SEEN
from rag.kind import MEASURE, YES_OR_NO, Kind
from rag.leaning import BUT
from rag.ledgers import asked_in
from rag.lexicon import Cover
from rag.lookup import LookedUp
from rag.rarity import rarity_elsewhere
from rag.replied import NOT_ANSWERED, Replies, govern
from rag.restated import heading
from rag.retrieve import sentence_stems
from rag.shelf import Shelf
from rag.text import content_stems, is_question, sentences, words
from rag.types import Language, Question, Quote, Turn, Understood
from rag.verbatim import MOST, SAME, TOLD_AT_ONCE, Candidate, asks_for, last_of, leans, points_back, quotable
from rag.verify.quotes import follows

ABOUT = 0.3  # share of it that an answer holds, of those to several questions put in one breath
LEAST = 2  # content words of a question for an amount or a date: "Hoeveel kinderen?" may be any of many
# of it in the sentence itself, where those before it name the rest; and where it points back at them ("dat verbod")
OWN, POINTING = 0.5, 0.35
BRIEF = 8  # words of an answer that need not name what it is of
SOON = 2  # sentences after one that tells of something in which it is asked about
READ = 12  # turns in which it is looked for

Place = tuple[str, int, int, int]  # meeting, turn, start and end of a sentence


def raised(looked: LookedUp, kind: Kind, turns: Iterable[Turn], shelf: Shelf) -> Replies | None:
    """What answers a member's question that is nearly the one asked, or that nothing does; None where nobody put it.

    The ledger is only read where somebody put it: making it costs more than an answer.

    Args:
        looked: the question as it was understood, and what was found for it.
        kind: what it asks for.
        turns: where it may have been put, best first.
        shelf: where the meetings stand.
    """
    asked, found, language = looked.asked, looked.found, looked.record
    few = len(found.terms) < LEAST and kind.name != "other"
    if few or not found.terms or asked.filter.parties or asks_for(asked.question, "questions"):
        return None
    if not govern(asked.filter.speakers, shelf, looked.once):
        return None  # what a member answered the ledger does not hold
    cover = Cover(found.terms, found.weight)
    places = [p for turn in list(turns)[:READ] if turn.speaker.role == "member" for p in _put(turn, asked, kind, cover, language)]
    tied = _tied(places, looked, shelf)
    if tied is None or not tied.quotes:
        return tied
    if _another(tied, looked):
        return replace(tied, quotes=(), open=True, another=True)
    # what the ledger ties to "why" with a reserve gives no reason
    if _tells_none(tied, kind, language) or (kind.name == "reason" and all(q.fared in NOT_ANSWERED for q in tied.of)):
        return replace(tied, quotes=(), open=True)
    return tied


def _another(tied: Replies, looked: LookedUp) -> bool:
    """Whether it was another question that was put: a subject of the one asked, of which the record does speak, is neither in that nor in its answer.

    Asked is how many lamps were stolen, answered was how many lamps were replaced.
    """
    asked, found = looked.asked, looked.found
    if not asked.language == looked.record == "nl":
        return False  # rarity was counted in Dutch
    put = [one for q in tied.of for one in (q.quote, *q.also)]
    said = {w for one in (*put, *tied.quotes) for w in content_stems(_with_those_before(one))}
    titles = {w for m in looked.once for w in content_stems(m.title)}  # what all is about tells no two questions apart
    held = Cover(found.terms, found.weight).held(said)
    missed = (t.stem for t, there in zip(found.terms, held, strict=True) if there < SEEN and len(t.stem) >= ROOT and t.stem not in titles)
    return any(rarity_elsewhere(one) >= COMMON and found.frequency.get(one) for one in missed)


def _with_those_before(quote: Quote) -> str:
    """The text of a quote with the sentences before it that may name what it is of."""
    before = [start for start, end in sentences(quote.turn.text) if end <= quote.start][-SOON:]
    return quote.turn.text[min([*before, quote.start]) : quote.end]


def _tells_none(tied: Replies, kind: Kind, language: Language) -> bool:
    """Whether an amount or a time is asked for, and what the ledger ties to that neither gives one nor says that it can't."""
    from rag.questions.cues import cue, puts_off  # here: an answer does not wait for the ledger where nobody put the question

    if kind.name not in TOLD_AT_ONCE or gives(kind, tied, language):
        return False
    return not any(_DENIES.search(a.text) or cue("answer", "all").search(a.text) or puts_off(a.text) for a in tied.quotes)


def gives(kind: Kind, tied: Replies, language: Language) -> bool:
    """Whether an answer holds what is asked for, also where only the question that was put names it: "Hoeveel ponten?" "Van de zeven zijn er vier …"."""
    asks_it = [kind.named_in(" ".join(one.text for one in (q.quote, *q.also)), language) for q in tied.of]
    return any(one.held(a.text, language) for one in asks_it for a in tied.quotes)


def asked_after(best: Candidate, looked: LookedUp, kind: Kind, shelf: Shelf) -> Replies | None:
    """What answers the question that a member puts in the sentence that was found (``best``), or right beside it: he tells of it to ask; None where none is tied to it."""
    asked, language = looked.asked, looked.record
    turn, spans = best.passage.turn, best.passage.sentences
    if turn.speaker.role != "member" or asked.filter.parties or asked.filter.speakers or asks_for(asked.question, "questions"):
        return None
    cover = Cover(looked.found.terms, looked.found.weight)
    if is_question(best.text):  # "Klopt het dat het 40 euro kost?": then what is said of that
        asks_it = kind.named_in(best.text, language)
        put = [q for m in looked.once if m.id == turn.meeting for q in asked_in(shelf, m) if q.quote == best.quote]

        others = set(content_stems(MEASURE.sub(" ", best.text), language)) - {t.stem for t in cover.terms}

        def of_it(text: str) -> bool:  # not "De bus kost 3 euro." where whoever asked it set the price of the ferry beside that of the bus
            said = content_stems(text, language)
            named = any(h and not t.verb for h, t in zip(cover.held(said), cover.terms, strict=True))
            return asks_it.held(text, language) and (named or points_back(text) or (others.isdisjoint(said) and not YES_OR_NO.match(text)))

        alone = [q for q in put if not any(asks(one.text, language) for one in q.also) and any(of_it(a.text) for a in q.answers)]
        if alone:
            return Replies(alone[0].answers[:MOST], (alone[0],), 1)
    after = () if is_question(best.text) else spans[best.index + 1 : best.index + 1 + SOON]
    # "Wanneer komt de brief? Die zou er voor de zomer zijn.": itself, or the one before it
    led = (one for one in spans[max(0, best.index - 1) : best.index + 1] if kind.alike(asked.question, turn.text[slice(*one)], language))
    places = [(turn.meeting, turn.number, a, b) for a, b in (*after, *led) if asks(turn.text[a:b], language)]
    if not places:
        return None
    tied = _tied(places[:1], looked, shelf)

    def tells(text: str) -> bool:  # "Dat zijn er 40."; of more words one is of the question, else the number is of something else
        return kind.held(text, language) and (len(words(text)) <= BRIEF or any(cover.held(content_stems(text, language))))

    return tied if tied and any(tells(q.text) for q in tied.quotes) else None


def _tied(places: Sequence[Place], looked: LookedUp, shelf: Shelf) -> Replies | None:
    """What the ledger ties to the questions that were put at these places; None where it has none there."""
    cover = Cover(looked.found.terms, looked.found.weight)
    near = [m for m in looked.once if any(m.id == place[0] for place in places)]
    pairs = [(q, p) for m in near for q in asked_in(shelf, m) for p in places if any(_is(one, p) for one in (q.quote, *q.also))]
    if not pairs:
        return None
    own = [(q, place, a) for q, place in pairs for a in _own(q, place, cover, shelf, looked.record)]
    shown = list(dict.fromkeys(_readable(a, q.answers, cover, looked.record) for q, _, a in own))
    quotes = tuple(q for q in shown if not any(o != q and o.turn == q.turn and o.start <= q.start and q.end <= o.end for o in shown))[:MOST]
    of = tuple(dict.fromkeys(_asking(q, place) for q, place in ([(q, place) for q, place, _ in own] or pairs)))
    return Replies(quotes, of, len(of), open=not quotes)


def _asking(one: Question, place: Place) -> Question:
    """A question of the ledger as the sentence of it that stands at a place puts it."""
    put = (one.quote, *one.also)
    here = next(q for q in put if _is(q, place))
    return replace(one, quote=here, also=tuple(q for q in put if q != here))


def _put(turn: Turn, asked: Understood, kind: Kind, cover: Cover, language: Language) -> list[Place]:
    """The sentences of a turn that ask nearly all of the question, and in the same way."""
    places = []
    added = cover.added(asked.question, asked.language, language) if kind.name != "other" else frozenset[int]()
    head = before = further = [0.0] * len(cover.terms)  # ``head``: what "Dan de btw." names
    for own, (start, end) in zip(sentence_stems(turn.text, language), sentences(turn.text), strict=True):
        text, held = turn.text[start:end], cover.held(own)
        head = held if heading(text) else head
        named = [head, before]  # the subject may be named just before, or further on where both name it: "dat verbod"
        named += [further] if any(a and b for a, b in zip(held, further, strict=True)) else []
        both = cover.share([max(column) for column in zip(held, *named, strict=True)])
        least = POINTING if points_back(text) else OWN
        if added:  # what a follow-up adds is what it asks
            held = [h * (n in added) for n, h in enumerate(held)]
        if asks(text, language) and cover.share(held) >= least and both >= SAME and kind.alike(asked.question, text, language):
            places.append((turn.meeting, turn.number, start, end))
        before, further = held, before
    return places


def _is(quote: Quote, place: Place) -> bool:
    meeting, number, start, end = place
    return (quote.turn.meeting, quote.turn.number) == (meeting, number) and quote.start < end and start < quote.end


def _own(one: Question, place: Place, cover: Cover, shelf: Shelf, language: Language) -> list[Quote]:
    """The answers that are about what is asked, and of a question put in several sentences belong to this one of them.

    What is said first in reply to the asker is about what was asked there; else an answer's words tell, and those right before it.
    """
    from rag.questions.cues import puts_off  # here: an answer does not wait for the ledger where nobody put the question

    put_in = (one.quote, *one.also)
    asking = [q for q in put_in if _is(q, place) or asks(q.text, language)]
    context = {w for q in put_in if q not in asking for w in content_stems(q.text, language)}  # what it tells before it asks
    parts = [context | set(content_stems(q.text, language)) for q in asking]
    mine = next(part for q, part in zip(asking, parts, strict=True) if _is(q, place))
    found: list[Quote] = []
    for answer in one.answers:
        put = _replied_to(answer, one, shelf)
        other = put is not None and all(put != q.turn for q in put_in)  # it replies to something else of the asker's
        if not other and answer.start:
            put = None  # only what is said first is surely about what was asked there
        said = content_stems(put.text if put else answer.turn.text[_before(answer, one.answers) : answer.end], language)
        about, shared = cover.share(cover.held(said)), [len(part & set(said)) for part in parts]
        whole = len(parts) == 1 and (about >= ABOUT if other else put is not None or about > 0)
        # "Daar kan ik nog niets over zeggen. Ik kom daar na de zomer op terug."
        goes_on = len(parts) == 1 and bool(found) and follows(found[-1], answer) and (leans(answer.text) or puts_off(answer.text))
        if whole or goes_on or (put and put == one.quote.turn) or (about >= ABOUT and len(mine & set(said)) == max(shared)):
            found.append(answer)
    return found


def _replied_to(answer: Quote, one: Question, shelf: Shelf) -> Turn | None:
    """The asker's turn that an answer replies to, where it stands in the first paragraph after that."""
    turn = answer.turn
    if "\n" in turn.text[: answer.start] or turn.number == 1:
        return None
    before = shelf.turn(turn.meeting, turn.number - 1)
    return before if before.speaker == one.quote.turn.speaker else None


_DENIES = re.compile(r"\b(?:geen|niet|nooit|niemand|none|not|never)\b", re.I)


def _readable(answer: Quote, others: Sequence[Quote], cover: Cover, language: Language) -> Quote:
    """An answer with the sentence that it points back to, where that retells the question or names what "die" is; with the one that says when more
    comes; and with the next where that limits it: "Maar of het doorgaat, …", or "In de kleine is er geen" where those are asked about."""

    def limits(text: str) -> bool:
        about = _DENIES.search(text) is not None and any(cover.held(content_stems(text, language)))
        return (about or BUT.match(text) is not None) and not is_question(text)

    spans = sentences(answer.turn.text)
    at = next((i for i, (_, end) in enumerate(spans) if end == answer.end), None)
    shown = answer if at is None else replace(answer, end=spans[last_of(answer.turn, spans, at, limits)][1])
    start = _before(answer, others)
    return replace(shown, start=start) if leans(answer.text) and quotable(answer.turn, start, answer.start) else shown


def _before(answer: Quote, others: Sequence[Quote]) -> int:
    """Where the sentence before an answer starts, which names what "dat" is; where the answer does, if that one is an answer itself."""
    before = [start for start, end in sentences(answer.turn.text) if end <= answer.start][-1:]
    free = before and not any(q.turn == answer.turn and q.start <= before[0] < q.end for q in others)
    return before[0] if free else answer.start
