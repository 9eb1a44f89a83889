"""The chair's list beside the debate: for each item the sentence in which it was promised."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rag.commitments.asker import Askers
from rag.commitments.chairlist import Listed, claims
from rag.commitments.deadlines import Dates, mentions, without
from rag.commitments.lexicon import cue
from rag.commitments.near import Family, Kin, Weights, around, closeness, documents, generic, kin, of_one, place, stems, subject
from rag.commitments.promise import LIKELY, Promise
from rag.exchange import named_members, same
from rag.leaning import must_lean
from rag.tables import table
from rag.text import content_stems
from rag.types import Language, Quote, Speaker, Turn
from rag.verify.quotes import spans

TIED = 0.34  # evidence that an item is a promise, from which it is
SURE = 0.45  # the same for a sentence that is WEAK by itself
ENOUGH = 10
FAR = 0.1  # closeness of what the members a promise is for said anywhere
NEAR = 0.55  # what stands at least so close; what is further off counts for no more than that together
ALONE = 0.6  # of what an item says in words of the debate: one word with less of it is no subject
FEW = 2  # stems: an item with less says what it is about by its place
JUST_BEFORE = 2  # turns: what was promised so shortly before an item is read is likely that item
THREAD = 4  # turns before a promise that belong to its conversation; twice that before a term, which a chair may have to ask for again
TERM, MEET, NO_TERM = 0.2, 0.1, -0.12  # the same term, one that may be the same, another one
DEED, NO_DEED = 0.1, -0.06  # the same kind of deed (a letter, a talk, a study), another one
ALL_BUT = 0.6  # share of the subject with which another kind of deed may still be the same promise in other words
MOST = 0.4  # the same where the member is the same
PAPER = 0.1  # the same kind of document
TO, NOT_TO = 0.15, -0.15  # the member the chair names, another one
FEW_TIES = 3  # that say nothing of the order of a list
NOT_BY = -0.5  # another office than the chair names
MOSTLY = 0.6  # share of the days of two terms that they have in common: two of the three months of a season and a quarter
ABOUT = timedelta(14)  # between two last days that are said for one
ORDER = 0.05  # the same place in the list as in the debate


@dataclass(frozen=True, slots=True)
class Tie:
    """An item of the list, a promise of the debate, and how much says that they are the same."""

    item: int
    promise: int
    score: float


def ties(
    listed: Sequence[Listed], promised: Sequence[Promise], askers: Askers, turns: Sequence[Turn], said: str | None, language: Language
) -> dict[int, int]:
    """The promise each item of the list was made in, as promise to item; an item that nothing fits has none.

    All that the two say is weighed together: the subject (rarer words for more, those of the promise itself in full, those it leans on for
    part), the kind of deed, the document, the term, to whom, by whom, and the place in the order. The items are then settled together, so
    that the sum is best and each promise is used once. What then is left of both sides is tied where it can be no other, and what is left
    of the debate where an item reads it out beside what it is tied to.
    """
    evidence = _Evidence(listed, promised, askers, turns, said, language)
    settled = {tie.promise: tie.item for tie in _assigned(evidence.ties())}
    while settled and (found := evidence.left(settled)):  # what is settled leaves fewer to choose from
        settled |= {tie.promise: tie.item for tie in found}
    return settled | evidence.beside(settled)


def _assigned(fits: Sequence[Tie]) -> list[Tie]:
    """The ties with the highest sum in which no item and no promise stands twice (Kuhn's Hungarian method)."""
    items, offered = sorted({t.item for t in fits}), sorted({t.promise for t in fits})
    score = {(t.item, t.promise): t for t in fits}
    width = len(offered) + len(items)  # an item may stay alone: a place of its own, worth nothing
    cost = [[-score[i, p].score if (i, p) in score else 1.0 for p in offered] + [0.0] * len(items) for i in items]
    return [score[items[row], offered[column]] for row, column in _matching(cost, width) if column < len(offered)]


def _matching(cost: Sequence[Sequence[float]], width: int) -> list[tuple[int, int]]:
    """Rows and the columns they get at the lowest cost in all."""
    row_value, column_value = [0.0] * (len(cost) + 1), [0.0] * (width + 1)
    taken, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, len(cost) + 1):
        taken[0], at = row, 0
        least, seen = [float("inf")] * (width + 1), [False] * (width + 1)
        while taken[at]:
            seen[at] = True
            held, step, following = taken[at], float("inf"), 0
            for column in range(1, width + 1):
                if seen[column]:
                    continue
                reduced = cost[held - 1][column - 1] - row_value[held] - column_value[column]
                if reduced < least[column]:
                    least[column], way[column] = reduced, at
                if least[column] < step:
                    step, following = least[column], column
            for column in range(width + 1):
                if seen[column]:
                    row_value[taken[column]] += step
                    column_value[column] -= step
                else:
                    least[column] -= step
            at = following
        while at:
            taken[at], at = taken[way[at]], way[at]
    return [(taken[column] - 1, column - 1) for column in range(1, width + 1) if taken[column]]


class _Evidence:
    """Weighs every item against every promise."""

    def __init__(
        self,
        listed: Sequence[Listed],
        promised: Sequence[Promise],
        askers: Askers,
        turns: Sequence[Turn],
        said: str | None,
        language: Language,
    ) -> None:
        self.listed, self.promised, self.said, self.language = listed, promised, said, language
        self.rare, self.family = askers.rare, Family(askers.rare)
        at = {turn.number: index for index, turn in enumerate(turns)}
        before = ((p, at[p.quote.turn.number], THREAD * (2 if p.kind == "term" else 1)) for p in promised if listed)
        self.around = [around(p, turns[max(0, end - size) : end], askers.question(p), language) for p, end, size in before]
        self.spoken = [_and_said(near, askers.spoken_by(p.to)) for p, near in zip(promised, self.around, strict=False)]
        speakers = dict.fromkeys(t.speaker for t in turns)
        self.members = tuple(s for s in speakers if s.role == "member")
        self.offices = {s.office.casefold() for s in speakers if s.role == "government" and s.office}

    def ties(self) -> list[Tie]:
        """Every fit that is good enough."""
        return [tie for number, item in enumerate(self.listed) for tie in self._of(number, item)]

    def left(self, settled: Mapping[int, int]) -> list[Tie]:
        """The one promise left for an item that was not settled, and the one item left for it: of the same term, and nothing speaks against it."""
        items = {n for n, item in enumerate(self.listed) if not item.off} - set(settled.values())
        pairs = [Tie(i, p, self._signs(i, p, settled)) for i in items for p in range(len(self.promised)) if p not in settled]
        good = [t for t in pairs if t.score]
        rivals = ((t, [o for o in good if o is not t and (o.item == t.item or o.promise == t.promise)]) for t in good)
        return [t for t, others in rivals if all(o.score < t.score for o in others)]

    def beside(self, settled: Mapping[int, int]) -> dict[int, int]:
        """The promises that an item reads out beside its own, by and to the same, with a term of their own: "…, en een tussenstand in september"; or the letter it names."""
        return {
            other: number
            for other, promise in enumerate(self.promised)
            for tied, number in settled.items()
            if other not in settled and promise.strength >= LIKELY and self._read_with(self.listed[number], self.promised[tied], other)
        }

    def _read_with(self, item: Listed, tied: Promise, other: int) -> bool:
        promise = self.promised[other]
        alike = promise.to and promise.to == tied.to and promise.quote.turn.speaker == tied.quote.turn.speaker
        if not alike or not _before(promise, item):
            return False
        if deeds(item.text) & _done(promise) and not _done(tied):  # the letter, in which "Ja, dat doe ik." puts something more
            return any(near >= NEAR for near in self._close(item, other).values())
        if self._same_term(item, promise) != TERM:
            return False
        own, first, read = (_dates(text, self.said) for text in (promise.quote.text, tied.quote.text, item.text))
        related = kin(item.text, self.rare, self.family, self.language)
        return not own & first and len(read) > 1 and _shares(self._weights(item)[0], promise, related, self.language)

    def _signs(self, number: int, other: int, settled: Mapping[int, int]) -> float:
        """How much an item and a promise of the same term have alike; nothing where one thing speaks against it.

        The term counts, the subject, the member and the deed; the order of the list only beside another that has as much alike.
        """
        item, promise = self.listed[number], self.promised[other]
        to, mine, done = addressed(item, self.members), deeds(item.text), _done(promise)
        if (
            not _before(promise, item)
            or self._same_term(item, promise) != TERM
            or _to_another(promise, to)
            or self._by_another(item, promise)
        ):
            return 0.0
        weak = promise.strength < LIKELY or promise.kind == "term"  # "Van dit jaar, 2025.": a day, of anything
        if (mine and done and not mine & done) or (weak and not (to and promise.to)):
            return 0.0
        close = self._close(item, other)
        if _of_others(close, self.rare):
            return 0.0
        subject, order = any(near >= NEAR for near in close.values()), self._in_order(number, other, settled)
        if not (subject or (to and promise.to) or order or must_lean(promise.quote.text)):
            return 0.0  # each says of itself what it is about
        return 1.0 + sum((subject, bool(to and promise.to), bool(mine & done))) + (0.5 if order else 0.0)

    def _close(self, item: Listed, other: int) -> Weights:
        """How close each stem of an item stands to a promise, or to what the members it is for said."""
        related = kin(item.text, self.rare, self.family, self.language)
        return {stem: closeness(stem, self.spoken[other], related) for stem in self._weights(item)[0]}

    def _in_order(self, number: int, other: int, settled: Mapping[int, int]) -> bool:
        """Whether a list that is read in the order of the debate is so with this tie as well."""
        order = [p for p, _ in sorted([*settled.items(), (other, number)], key=lambda pair: pair[1])]
        return len(order) > FEW_TIES and order == sorted(order)

    def _of(self, number: int, item: Listed) -> list[Tie]:
        weights, names = self._weights(item)
        related = kin(item.text, self.rare, self.family, self.language)
        found, to = [], addressed(item, self.members)
        for other, promise in enumerate(self.promised):
            if not _before(promise, item) or (promise.strength < LIKELY and _to_another(promise, to)):
                continue
            few = 1 if promise.kind != "term" and must_lean(promise.quote.text) and self._same_term(item, promise) == TERM else 2
            fit = _fit(weights, names, self.around[other], related, self.rare, few)
            enough = MOST if to and promise.to and not _to_another(promise, to) else ALL_BUT
            if self._another_deed(item, promise) and (fit < enough or not _shares(weights, promise, related, self.language)):
                continue
            if not fit and not (to and promise.to) and (len(weights) >= FEW or _of_others(self._close(item, other), self.rare)):
                continue  # not a word of it, nor the member the chair names
            score = fit + 0.03 * promise.strength
            if len(weights) < FEW and item.quote.turn.number - promise.quote.turn.number <= JUST_BEFORE:
                score += 0.3
            score += self._besides(item, promise) + ORDER * (1 - abs(number / len(self.listed) - other / len(self.promised)))
            if promise.strength < LIKELY:
                score -= 0.4 if promise.kind == "passive" else 0.2
            if score >= (TIED if promise.strength >= LIKELY else SURE):
                found.append(Tie(number, other, score))
        likely = {t.promise for t in found if self.promised[t.promise].strength >= LIKELY}
        dated = {t.promise for t in found if self._same_term(item, self.promised[t.promise]) == TERM}
        if likely & dated:  # no doubt is left to what may promise and names no day
            return [t for t in found if t.promise in likely | dated]
        return found

    def _another_deed(self, item: Listed, promise: Promise) -> bool:
        """Whether the chair names another kind of deed than was promised, and not the same term: a letter is no talk; of a study one hears."""
        mine, done = (kinds | {"message"} if "study" in kinds else kinds for kinds in (deeds(item.text), _done(promise)))
        return bool(mine and done and not mine & done) and self._same_term(item, promise) != TERM

    def _besides(self, item: Listed, promise: Promise) -> float:
        """What speaks for and against beside the subject."""
        listed = item.text
        score = self._same_term(item, promise)
        mine, done = deeds(listed), _done(promise)
        if mine and done:
            score += DEED if mine & done else NO_DEED
        elif mine == {"message"} and promise.kind == "other":
            score += NO_DEED if score >= 0 else NOT_BY  # "Wel begin ik in september een proef.": no letter, least of all one of another day
        if any(_documents(listed, self.language) & _documents(text, self.language) for text in leaning(promise.quote)):
            score += PAPER
        to = addressed(item, self.members)
        if to and promise.to:
            score += NOT_TO if _to_another(promise, to) else TO
        return score + (NOT_BY if self._by_another(item, promise) else 0.0)

    def _by_another(self, item: Listed, promise: Promise) -> bool:
        """Whether the chair names another office than that of whoever promised."""
        office = promise.quote.turn.speaker.office
        named = {o for o in self.offices if re.search(rf"\b{re.escape(o)}\b", item.told, re.I)}
        return bool(named) and office is not None and len(self.offices) > 1 and office.casefold() not in named

    def _same_term(self, item: Listed, promise: Promise) -> float:
        """What the terms say: the same one, one within the other, or another."""
        said = promise.quote.text
        # the term that was read, and what it was set right to: the promise had either
        mine = frozenset(d for text in (item.text, *(q.text for q in item.more)) for d in _dates(text, self.said))
        theirs = _dates(said, self.said)
        if mine and theirs:
            if mine & theirs or any(_as_good(one, other, self.said) for one in mine for other in theirs):
                return TERM
            return MEET if any(_meet(one, other) for one in mine for other in theirs) else NO_TERM
        return MEET if _one_event(item.text, said, self.said) else 0.0

    def _weights(self, item: Listed) -> tuple[Weights, set[str]]:
        """What an item is about: its stems without its dates and without the words of every list; names count more, remarks less.

        The second value holds the names.
        """
        weights: dict[str, float] = {}
        unseen = max(self.rare.values(), default=1.0)
        own = [without_dates(_unaddressed(item.text), self.said), item.asked.text if item.asked else ""]
        named: set[str] = set()
        more = ((q.text, 1.0 if cue("list", "corrects").search(q.text) else 0.3) for q in item.more)
        for text, share in [*((t, 1.0) for t in own), *((without_dates(t, self.said), share) for t, share in more)]:
            names = stems(" ".join(_NAME.findall(text)), self.language)
            named |= names
            for stem in stems(text, self.language) - generic(self.language) - _of_deeds(text, self.language):
                worth = self.rare.get(stem, unseen) * share * (1.5 if stem in names else 1.0)
                weights[stem] = max(weights.get(stem, 0.0), worth)
        return weights, named


def _and_said(near: Weights, said: Collection[str]) -> Weights:
    """What stands near a promise, and what the members it is for said; of a promise to nobody in particular all that stands around it."""
    return {**dict.fromkeys(said, FAR), **{stem: close for stem, close in near.items() if close >= NEAR}} if said else near


def _of_others(close: Weights, rare: Weights) -> bool:
    """Whether what an item is about was spoken of, but neither near a promise nor by whom it is for."""
    return not any(close.values()) and any(stem in rare for stem in close)


def _as_good(one: Dates, other: Dates, said: str | None) -> bool:
    """Whether two terms are as good as one: "voor 1 juli" and "voor de zomer", "in de zomer" and "in het derde kwartaal"."""
    if one[1] is None or other[1] is None:
        return False
    if all(day is None or day.isoformat() == said for day in (one[0], other[0])):  # from now on
        return abs(one[1] - other[1]) <= ABOUT
    if one[0] is None or other[0] is None:
        return False
    common, longest = min(one[1], other[1]) - max(one[0], other[0]), max(one[1] - one[0], other[1] - other[0])
    return common > MOSTLY * longest


def _meet(one: Dates, other: Dates) -> bool:
    """Whether two terms have a day in common: "in september" and "na het zomerreces"."""
    return max(one[0] or date.min, other[0] or date.min) <= min(one[1] or date.max, other[1] or date.max)


def leaning(quote: Quote) -> list[str]:
    """The sentence of a promise, and before that what it leans on."""
    whole = spans(quote.turn.text)
    at = place(quote)
    first = max(subject(quote.turn, at)[0], at - 2)
    return [quote.turn.text[slice(*whole[i])] for i in range(at, first - 1, -1)]


def _done(promise: Promise) -> frozenset[str]:
    """The kinds of deed of a promise, or of what it leans on."""
    return next((found for text in leaning(promise.quote) if (found := deeds(text))), frozenset())


def _shares(weights: Weights, promise: Promise, related: Kin, language: Language) -> bool:
    """Whether the sentence of a promise itself has a word of what an item is about."""
    said = dict.fromkeys(stems(promise.quote.text, language), 1.0)
    return any(closeness(stem, said, related) for stem in weights)


_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][\w/-]+")
_WHOM_END = re.compile(r"[:;,]|\s(?:over|dat|om|inzake|toe|naar aanleiding)\b", re.I)


def _unaddressed(text: str) -> str:
    """An item without to whom it was promised: that is weighed apart."""
    found = next(cue("list", "to_whom").finditer(text), None)
    if found is None:
        return _IN_BRACKETS.sub("", text)
    start = next((a for a, b in spans(text) if a <= found.start() < b and "toezegging" in text[a : found.start()].lower()), found.start())
    end = next((b for a, b in spans(text) if a <= found.start() < b), len(text))
    if found[0].endswith(("t", "weten")):  # "Mevrouw Kuik krijgt de cijfers": what follows is the item
        return text[: found.start()] + text[found.end() :]
    rest = _WHOM_END.search(text, found.end(), end)
    return text[:start] + " " + (text[rest.start() :] if rest else text[end:])


def addressed(item: Listed, members: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """To whom the chair says an item was promised, as set right afterwards; or who had it added."""
    for said in reversed(item.more):
        right = cue("list", "to_whom").search(said.text)
        if said.turn.speaker.role == "chair" and right and (found := named_members(said.text[right.start() :], members)):
            return found
        if said.turn.speaker.role == "member" and claims(said.text):
            return (said.turn.speaker,)
    within = _IN_BRACKETS.search(item.text)
    if within and (found := named_members(f"het lid {within[1]}", members)):
        return found
    named = next((m.start() for m in cue("list", "to_whom").finditer(item.text)), None)
    if named is not None:
        return named_members(_WHOM_END.split(item.text[named:])[0], members)
    return (item.asked.speaker,) if item.asked and item.asked.speaker.role == "member" else ()


_IN_BRACKETS = re.compile(r"\(([^()]+)\)\W*$")  # "De minister stuurt een overzicht (Van Dijk)."


def _to_another(promise: Promise, to: Sequence[Speaker]) -> bool:
    """Whether the chair names whom an item was promised to, and a sentence is for others."""
    return bool(to and promise.to) and not any(same(one, other) for one in to for other in promise.to)


def _before(promise: Promise, item: Listed) -> bool:
    """Whether a promise was made before the item was read out, and is no remark on it."""
    remarks = {(q.turn.number, q.start) for q in item.more}
    return promise.quote.turn.number < item.quote.turn.number and (promise.quote.turn.number, promise.quote.start) not in remarks


@lru_cache(maxsize=2048)
def deeds(text: str) -> frozenset[str]:
    """The kinds of deed a text names: a message, a talk, a study, something that is put in."""
    return frozenset(kind for kind in table("commitments")["deeds"] if cue("deeds", kind).search(text))


@lru_cache(maxsize=2048)
def _of_deeds(text: str, language: Language) -> frozenset[str]:
    """The stems of the words that name a deed: they are weighed as such. What stands between the two of "neemt … mee" is its subject."""
    named = [m[0].split() for kind in table("commitments")["deeds"] for m in cue("deeds", kind).finditer(text)]
    return frozenset(stem for words in named for stem in content_stems(f"{words[0]} {words[-1]}", language))


@lru_cache(maxsize=2048)
def _documents(text: str, language: Language) -> frozenset[str]:
    """The letters, reports and talks a text names: what is delivered tells two promises on one subject apart."""
    return frozenset(documents(text, language) - generic(language))


def without_dates(text: str, said: str | None) -> str:
    """A text without the terms in it that are dates."""
    return without(text, (m for m in mentions(text, said) if m.dated))


def _fit(weights: Weights, names: set[str], close: Weights, related: Kin, rare: Weights, few: int) -> float:
    """The share of an item's weight that stands near a promise. A long item need not be there in full: its ten rarest words count."""
    at = {stem: closeness(stem, close, related) for stem in weights}
    held = {stem for stem in weights if at[stem] >= NEAR}
    total = sum(sorted(weights.values(), reverse=True)[:ENOUGH])
    spoken = sum(weight for stem, weight in weights.items() if stem in rare or related.get(stem))
    if len(held) < few and not held & names and sum(weights[stem] for stem in held) < ALONE * spoken:
        return 0.0  # one common word is no subject, unless the term is the same
    near = sum(weight * at[stem] for stem, weight in weights.items() if at[stem] >= NEAR)
    far = sum(weight * at[stem] for stem, weight in weights.items() if 0.0 < at[stem] < NEAR)
    return min(1.0, (near + min(far, near)) / total) if total else 0.0


def _one_event(first: str, second: str, said: str | None) -> bool:
    """Whether two texts have a term without dates that is the same: "voor de begroting" and "voor de begrotingsbehandeling"."""
    return any(one == other or of_one(one, other) for one in _events(first, said) for other in _events(second, said))


@lru_cache(maxsize=2048)
def _events(text: str, said: str | None) -> frozenset[str]:
    """The words that tell which term without dates it is: "pasen" of "voor Pasen"; none of "zo snel mogelijk"."""
    told = " ".join(text[m.start : m.end] for m in mentions(text, said) if said and not m.dated).casefold()
    return frozenset(word for word in told.split() if word.isalpha() and set(content_stems(word)) - generic("nl"))


@lru_cache(maxsize=2048)
def _dates(text: str, said: str | None) -> frozenset[Dates]:
    return frozenset(m.dates for m in mentions(text, said) if m.dated)
