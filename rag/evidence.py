"""What may answer a question: what the record itself joins, else its sentences; and whether that answers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rag import verbatim
from rag.again import More, asked_more, not_again, right_beside
from rag.asker import PutBy, put_by
from rag.broken_in import BrokenIn, broken_in
from rag.decline import answers
from rag.exchange import ALSO_FOR
from rag.index import Index
from rag.kind import WHETHER, Kind, has_number, kind_of
from rag.lexicon import Cover
from rag.lookup import LookedUp
from rag.mouths import other_mouth, takes_for_said
from rag.moved import Motions, motions, of_no_motion_else, proposes
from rag.naming import party_aliases
from rag.occasion import asks_chair, asks_subject, tells_subject
from rag.promised import Promises, promises
from rag.putting import neighbours, reply_to
from rag.raised import READ, asked_after, gives, raised
from rag.refused import Refusals, refusals
from rag.replied import Replies, replies
from rag.retrieve import Search, best_window, retrieve, sentence_stems, spoken
from rag.shelf import Shelf
from rag.sides import on_side, side_asked
from rag.text import content_stems, is_question, sentences, stems
from rag.types import Answer, Claim, DeclineReason, Language, Meeting, Passage, Quote, Role, Speaker, Turn, Understood
from rag.verify.numbers import missing, stated
from rag.views import Views, views
from rag.wordindex import speaks

Joins = Promises | Refusals | Motions | Replies | PutBy | Views | BrokenIn  # what the record itself joins

OTHER_MOUTH = "other_mouth"  # the note on an answer that somebody else gave than whom the question asks about
OF_IT = 0.3  # of the question, that a sentence with an amount of it holds
SPOKEN_OF = 0.5  # of the question, that a turn holds which speaks of it
LITTLE = 0.12  # of the question, under which a sentence is not about it
NEARLY_ALL = 0.7  # of the question, that a sentence holds which answers it though no answer is tied to it


@dataclass(frozen=True, slots=True)
class Evidence:
    """What may answer a question: what the record itself joins (its promises, refusals, motions, replies, a party's positions), else sentences.

    ``found``: what was retrieved, the turns of what is joined in front. ``chosen``: the sentences, in the order in which they read.
    ``note``: the name of a note on how they were chosen. ``answers``: whether it may be given as the answer; ``reason``: why not.
    ``others``: who speaks of it, where it was asked of somebody who does not; ``touched``: whether anybody may. ``untold``: an amount that the question has and the record has not, there where it speaks of what is asked.
    ``voice``: that one of ``chosen`` which a member said in the name of a party that was not there, where others are asked about too.
    """

    found: Search
    ready: Joins | None
    chosen: tuple[verbatim.Candidate, ...]
    answers: bool
    note: str = ""
    untold: str = ""
    others: tuple[Speaker, ...] = ()
    touched: bool = False
    voice: verbatim.Candidate | None = None

    @property
    def reason(self) -> DeclineReason:
        """Why it is declined, where it does not answer."""
        return "off_topic" if self.ready is None and self.found.terms and not self.found.known and not self.touched else "no_evidence"

    @property
    def refused(self) -> bool:
        """Whether a promise is asked for, and what answers refuses it."""
        return isinstance(self.ready, Promises) and self.ready.refused

    @property
    def claims(self) -> list[Claim]:
        """The answer in the record's own words."""
        if self.ready is not None:
            return [Claim(text=q.text, quotes=(q,), verbatim=True) for q in self.ready.quotes]
        return verbatim.write(self.chosen)


def evidence(looked: LookedUp, index: Index, again: Callable[[], Answer] | None = None) -> Evidence:
    """Finds what may answer a question, and judges whether it does.

    Args:
        looked: the question, and what was found for it.
        index: the open index.
        again: makes the answer that was given before, where more than that is asked for, or why.
    """
    held = _with_voices(looked, index, again) if looked.asked.voiced else _held(looked, index, again)
    amounts = stated(looked.asked.question, looked.asked.language) if held.answers else ()
    if not held.answers and held.ready is None and (looked.asked.filter.parties or looked.asked.filter.speakers):
        told = _others(looked, index)
        # whoever spoke for a party too may have said it: of them it is not told that only others speak of it
        others = () if looked.asked.voiced else tuple(dict.fromkeys(speaker for speaker, sure in told if sure))
        return replace(held, others=others, touched=bool(told))
    return _with_amounts(held, amounts, looked, index) if amounts else held


def _others(looked: LookedUp, index: Index) -> list[tuple[Speaker, bool]]:
    """Who may speak of what is asked of somebody else: those of whom three sentences on end hold half of it; surely, where these answer it."""
    asked, record = looked.asked, looked.record
    anyone = replace(asked, filter=replace(asked.filter, parties=(), speakers=(), roles=()))
    found = retrieve(anyone, index, looked.names)
    sure = bool(found.terms) and answers(kind_of(asked.question, asked.language, record), found, record)
    cover = Cover(found.terms, found.weight)
    turns = [p.turn for p in found.passages[: verbatim.READ] if p.turn.speaker.role in {"member", "government"}]
    return [(t.speaker, sure) for t in turns if not speaks(t.speaker, asked.filter) and best_window(t, cover, record) >= SPOKEN_OF]


def _with_amounts(held: Evidence, amounts: Sequence[str], looked: LookedUp, index: Index) -> Evidence:
    """What answers, where the amounts that the question takes for said are said there, or in the turns beside it.

    Where one is not, what stands there instead answers only whether it is so: "Klopt het dat …?".
    """
    record, asked = looked.record, looked.asked
    quotes = [q for claim in held.claims for q in claim.quotes]
    beside = index.shelf.turns_of({(q.turn.meeting, q.turn.number + step) for q in quotes for step in (-2, -1, 0, 1)})
    said = "\n".join(turn.text for turn in beside.values())
    untold = next((one for one in amounts if missing(one, said, asked.language, record)), "")
    if not untold:
        return held
    corrects = WHETHER.search(asked.question) is not None and has_number(quotes[0].text)
    elsewhere = _said_of_it(untold, looked, {q.turn.meeting for q in quotes}, index)  # then it is not told that it is not there
    return replace(held, found=_first(held.found, quotes), answers=corrects, untold="" if elsewhere else untold)


def _said_of_it(amount: str, looked: LookedUp, meetings: Iterable[str], index: Index) -> bool:
    """Whether a sentence of these meetings that holds some of the question has an amount of it."""
    cover = Cover(looked.found.terms, looked.found.weight)
    said = (t.text[a:b] for m in meetings for t in index.shelf.turns(m) for a, b in sentences(t.text))
    with_it = (text for text in said if not missing(amount, text, looked.asked.language, looked.record))
    return any(cover.share(cover.held(content_stems(text, looked.record))) >= OF_IT for text in with_it)


def _held(looked: LookedUp, index: Index, again: Callable[[], Answer] | None) -> Evidence:
    """What may answer a question, whatever amounts it has itself. See `evidence`."""
    asked, found, record = looked.asked, looked.found, looked.record
    if asked.occasion:
        heads, shelf = asked.heads[-verbatim.MOST :], index.shelf
        if asks_subject(asked.question):
            told = _openings(heads, shelf, record)
        else:
            told = _chairs(heads, shelf, record) if asks_chair(asked.question) else []
        return Evidence(found, None, tuple(told), bool(told))
    given = again() if again is not None else None
    more = asked_more(asked) if given else None
    if given and more in {"one thing", "then"} and (one := right_beside(given, asked, record)):
        return Evidence(found, None, (one,), answers=True)
    past = tuple(c.quote for c in given.citations) if given else ()
    ready = None
    if more in {None, "more"} and not asked.voiced:
        ready = (
            broken_in(looked, index.shelf)
            or refusals(looked, index.shelf, past)
            or promises(looked, index.shelf, past)
            or motions(looked, index.shelf)
            or replies(looked, index.shelf, past)
            or put_by(looked, index.shelf, past)
            or views(looked, index.shelf, past)
        )
    if ready is not None:
        return _joined(found, ready, "no_more" if past and not ready.quotes else "")
    if sought := side_asked(asked.question):
        on_it, others = on_side(sought, found, record, verbatim.MOST)
        if on_it or not sought.wants:
            return Evidence(found, None, tuple(on_it), bool(on_it), "more_sides" if others else "")
    if takes_for_said(asked) and (other := other_mouth(asked, found, _said_by_any(asked, found, index), record)):
        return Evidence(_first(found, [other.quote]), None, (other,), answers=True, note=OTHER_MOUTH)
    return _of_sentences(looked, index, given, more)


def _of_sentences(looked: LookedUp, index: Index, given: Answer | None, more: More | None) -> Evidence:
    """The sentences that answer; where those are none of the government's and it is asked, its verdict on a motion, or what the ledger ties to the question."""
    asked, record = looked.asked, looked.record
    found, around = _with_replies(looked, index)
    looked = replace(looked, found=found)
    judged = _Judged(asked, found, record)
    if asked.voiced:
        return _of_voices(judged)

    def choose(roles: Sequence[Role] = ()) -> list[verbatim.Candidate]:
        return verbatim.choose(
            asked, found.passages, found.terms, found.weight, record, around, roles, found.near.sentences if found.near else {}
        )

    candidates, note = of_no_motion_else(asked, choose(looked.roles), index.shelf), ""
    if given is not None and more is not None:
        candidates, note = not_again(candidates, given, more, judged.kind, record)
    if proposes(asked) or _unanswered_by_government(judged, choose() if "government" in looked.roles else candidates):
        ready = motions(looked, index.shelf, unnamed=True)
        if ready is not None:
            return _joined(found, ready)
    silent = bool(looked.roles) and not verbatim.asks_for(asked.question, "promised") and _says_nothing(candidates)
    every, candidates = candidates, [c for c in candidates if not judged.only_asks(c.text) and not judged.kind.of_contrary(c.text)]
    answered = bool(candidates) and judged.answered_by(candidates) and not silent
    if given is None and looked.roles != ("member",):  # what the government answered is no answer to "Wie wil …?"
        put = raised(looked, judged.kind, _where_put(asked, found, index), index.shelf)
        if put and not (answered and _said_nearly_all(candidates[0], put, judged.kind, record)):
            return _joined(found, put)
        if answered and not put and (put := asked_after(candidates[0], looked, judged.kind, index.shelf)):
            return _joined(found, put)
    kind = Kind("other") if note else judged.kind
    chosen = tuple(verbatim.select(candidates, kind, record, verbatim.to_hear(asked))) if candidates else ()
    if not verbatim.tells(chosen, kind.within(stem for stem, turns in found.frequency.items() if turns), record):
        answered = answered and kind.name == "date" and len(candidates) == len(every)
        note = "no_date" if answered else note
    return Evidence(found, None, chosen, answered, note)


def _with_voices(looked: LookedUp, index: Index, again: Callable[[], Answer] | None) -> Evidence:
    """What those say who spoke for a party too; where others are asked about as well, beside what may answer of theirs."""
    asked, names = looked.asked, tuple(dict.fromkeys(who.name for _, who in looked.asked.voiced))
    if not asked.filter.parties and set(asked.filter.speakers) <= set(names):
        return _held(looked, index, again)
    held = _held(replace(looked, asked=replace(asked, voiced=())), index, again)
    alone = replace(asked, filter=replace(asked.filter, parties=(), speakers=names))
    voices = _held(replace(looked, asked=alone, found=retrieve(alone, index, looked.names)), index, None)
    cover = Cover(looked.found.terms, looked.found.weight)
    # "Ik spreek mede namens Volt." says nothing of what is asked, "Mede namens Volt vraag ik om een gratis pont." does
    views = (c for c in voices.chosen if not ALSO_FOR.search(c.text) or any(cover.held(content_stems(c.text, looked.record))))
    voice = next(views, None)
    if held.ready is not None or not voices.answers or voice is None:
        return held
    chosen = (*(held.chosen if held.answers else ()), voice)
    return replace(held, found=_first(held.found, [c.quote for c in chosen]), chosen=chosen, answers=True, voice=chosen[-1])


def _of_voices(judged: _Judged) -> Evidence:
    """What somebody of another party says in a party's name: only the sentences that name it, for the others may be of the own party.

    Nor is it the party's who is named as the one "met" whom the speaker disagrees or "anders dan" whom.
    """
    aliases = party_aliases(())
    parties = {aliases.get(party.casefold(), party) for party, _ in judged.asked.voiced}
    names = "|".join(re.escape(form) for form in (*parties, *(alias for alias, name in aliases.items() if name in parties)))
    named = re.compile(rf"(?<!\w)(?:(samen met|met|(?:anders|\w+er) dan|tot|zin van) )?(?:(?:de|het) )?(?:{names})(?!\w)", re.I)
    found = judged.found

    def names_it(said: str) -> bool:
        leads = [(m[1] or "").lower() for m in named.finditer(said)]
        return "" in leads or "samen met" in leads or ("met" in leads and _AGREES.search(said) is not None)

    cover = Cover(found.terms, found.weight)
    told = [(p, i) for p in found.passages for i, (a, b) in enumerate(p.sentences) if names_it(p.turn.text[a:b]) and not p.turn.bars(a, b)]
    held = [(p, i, cover.share(cover.held(sentence_stems(p.turn.text, judged.record)[i]))) for p, i in told]
    theirs = [verbatim.Candidate(p, i, about, 1.0) for p, i, about in held if about or not found.terms]
    theirs = sorted(theirs, key=lambda c: -c.about)[: verbatim.MOST]
    return Evidence(found, None, tuple(theirs), bool(theirs) and judged.answered_by(theirs))


_AGREES = re.compile(r"^(?!.*\b(?:niet|geen|verschil\w*)\b).*\b(?:eens|van mening)\b", re.I | re.S)


def _said_nearly_all(best: verbatim.Candidate, put: Replies, kind: Kind, record: Language) -> bool:
    """Whether a sentence answers better than what the ledger ties to the question: nothing, or no amount or date where that is asked and it gives one."""
    of_another = put.another and any(best.quote == a for q in put.of for a in q.answers)
    return best.about >= NEARLY_ALL and not gives(kind, put, record) and not of_another and kind.held(best.text, record)


def _where_put(asked: Understood, found: Search, index: Index) -> list[Turn]:
    """The turns in which what is asked may have been put: those found, and where those are only of whom is asked about, the turns of anyone."""
    if not (asked.filter.roles or asked.filter.speakers):
        return [p.turn for p in found.passages]
    return _said_by_any(asked, found, index)


def _said_by_any(asked: Understood, found: Search, index: Index) -> list[Turn]:
    """The turns of anyone whose words fit the question best."""
    hits = index.words(dict.fromkeys(found.weight, 1.0), replace(asked.filter, parties=(), speakers=(), roles=()), READ)
    turns = index.shelf.turns_of({(h.meeting, h.turn) for h in hits})
    return [turns[key] for key in dict.fromkeys((h.meeting, h.turn) for h in hits) if key in turns]


def _openings(meetings: Sequence[Meeting], shelf: Shelf, record: Language) -> list[verbatim.Candidate]:
    """The sentences with which the chair says what each debate is about."""
    turns = [(shelf.turn(m.id, 1), m.title) for m in meetings]
    told = [(turn, tells_subject(title, spoken(turn), record)) for turn, title in turns]
    return [_sentence(n, turn, at) for n, (turn, at) in enumerate(told, 1) if at is not None]


def _chairs(meetings: Sequence[Meeting], shelf: Shelf, record: Language) -> list[verbatim.Candidate]:
    """A sentence of the first turn of each who was in the chair."""
    first: dict[tuple[str, str], Turn] = {}
    for turn in (t for m in meetings for t in shelf.turns(m.id) if t.speaker.role == "chair" and t.speaker.name in m.chairs):
        first.setdefault((turn.meeting, turn.speaker.name), turn)
    return [_sentence(n, turn, tells_subject("", spoken(turn), record) or 0) for n, turn in enumerate(first.values(), 1)]


def _sentence(number: int, turn: Turn, at: int) -> verbatim.Candidate:
    return verbatim.Candidate(Passage(number, turn, 1.0, sentences(turn.text)), at, 1.0, 1.0)


def _joined(found: Search, ready: Joins, note: str = "") -> Evidence:
    of = [q.quote for q in ready.of] if isinstance(ready, Replies) else []
    of = of or (list(ready.coming) if isinstance(ready, Motions) else [])
    if first := ready.quotes or of:  # a question that was not answered, a motion that is still to be moved, is what stands nearest
        found = _first(found, first)
    return Evidence(found, ready, (), bool(ready.quotes), note)


def _with_replies(looked: LookedUp, index: Index) -> tuple[Search, dict[tuple[str, int], Turn]]:
    """What was found but for the words of another office, with the replies to the questions among the best of it, and the turns around it."""
    asked, found, others = looked.asked, looked.found, looked.beside_office
    best = [p.turn for p in found.passages[: verbatim.READ]]
    around = index.shelf.turns_of(neighbours(best))
    around |= {(t.meeting, t.number): t for t in best}
    answering = {t: reply_to(t, around) for t in best}
    passages: list[Passage] = []
    for passage in found.passages:
        passages.append(passage)
        reply = answering.get(passage.turn)
        if reply and all(p.turn != reply for p in found.passages[: verbatim.READ]) and speaks(reply.speaker, asked.filter):
            passages.append(Passage(0, reply, passage.score, sentences(reply.text)))
    theirs = [p for p in passages if (p.turn.meeting, p.turn.speaker.name) not in others]
    return replace(found, passages=_numbered(theirs)), around


class _Judged:
    """Whether what was found answers a question: judged once, however often and of whichever sentences it is asked."""

    def __init__(self, asked: Understood, found: Search, record: Language) -> None:
        self.asked, self.found, self.record = asked, found, record
        self.kind = kind_of(asked.question, asked.language, record)

    @cached_property
    def _found_answers(self) -> bool:
        limited = bool(self.asked.filter.parties or self.asked.filter.speakers)
        # "Wat vindt de SP?" asks for no subject: what it said is the answer
        return (limited and not self.found.terms) or answers(self.kind, self.found, self.record, limited)

    def answered_by(self, candidates: Sequence[verbatim.Candidate]) -> bool:
        """Whether it may be given as the answer: what was found, or the best sentence (there is one) with the question that it answers."""
        if self._found_answers:
            return True
        best = candidates[0]
        if best.put is None:
            return False
        # the question it answers and the sentence itself are one place, wherever the question was put
        text = f"{best.put.text}\n{best.text}"
        unit = Passage(1, replace(best.passage.turn, text=text), 1.0, sentences(text))
        named = dict.fromkeys(stems(text, self.record), 1)
        found = replace(self.found, passages=(unit,), frequency={**self.found.frequency, **named})
        return answers(self.kind.named_in(best.put.text, self.record), found, self.record)

    def only_asks(self, text: str) -> bool:
        """Whether a sentence only asks the same: "Wanneer verschijnt het boek, dat vorig jaar is aangekondigd?" tells when it was announced and no more."""
        cover, asks = Cover(self.found.terms, self.found.weight), text.partition(",")[0]
        same = self.kind.name in verbatim.TOLD_AT_ONCE and is_question(text) and self.kind.alike(self.asked.question, asks, self.record)
        return same and cover.held(content_stems(asks, self.record)) == cover.held(content_stems(text, self.record))


def _says_nothing(candidates: Sequence[verbatim.Candidate]) -> bool:
    """Whether none of the sentences of whoever is asked holds anything to speak of what is asked: what was found is others' words."""
    return all(c.put is None and c.about < LITTLE for c in candidates)


def _unanswered_by_government(judged: _Judged, candidates: Sequence[verbatim.Candidate]) -> bool:
    """Whether the government is asked, and what was found is no answer or a member's: its verdict on a motion names no subject."""
    asked = judged.asked
    if "government" not in asked.prefer.roles and not asked.filter.speakers:
        return False
    return not candidates or candidates[0].passage.turn.speaker.role == "member" or not judged.answered_by(candidates)


def _first(found: Search, quotes: Sequence[Quote]) -> Search:
    """What was found, with the turns of these quotes in front."""
    turns = list(dict.fromkeys(q.turn for q in quotes))
    best = max((p.score for p in found.passages), default=1.0)
    rest = [p for p in found.passages if p.turn not in turns]
    front = [Passage(0, turn, best, sentences(turn.text)) for turn in turns]
    return replace(found, passages=_numbered([*front, *rest]))


def _numbered(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(Passage(n, p.turn, p.score, p.sentences) for n, p in enumerate(passages, 1))
