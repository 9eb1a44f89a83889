"""How an item of the chair's list is set right: which item a remark means, and the term that holds from then on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.commitments.deadlines import deadline, mentions, without
from rag.commitments.lexicon import cue, entries, goes_on
from rag.commitments.near import documents, generic
from rag.tables import table
from rag.text import MONTH_NUMBERS, content_stems, words
from rag.types import Deadline, Quote

_SEASONS = "|".join(word for words in table("terms")["seasons"].values() for word in words)
_HALF = r"(?:(?:het|de|the) )?(?:eerste|tweede|first|second) (?:helft|half)\b(?! (?:van|of)\b)"  # "Dat wordt de tweede helft."
_ALONE = re.compile(
    rf"\b(?:{'|'.join(name for name in MONTH_NUMBERS if name not in {'may', 'march'})}|(?:het|de|the) (?:{_SEASONS})|{_HALF})\b", re.I
)
_YEAR = re.compile(r"\b(?:20\d\d|(?:dit|volgend|komend|this|next) (?:jaar|year))\b", re.I)
MANY = 99  # items: more than any list has
HERALD = 6  # words of a sentence that only says that a correction comes
ALIKE = 2  # words of its subject, or the document, that a sentence has in common with an item
_CLAUSES = re.compile(r"[,;:]\s+|\s[–—-]\s|\s+(?=(?:maar|want|but)\b)|\s+(?:en|and)\s+(?=(?:de|het|die|dat|dan|ik|we|wij|the)\b)")
_IS = "is|was|moet|komt|kwam|wordt|werd|zou|klopt|gaat|should"  # what is said of an item by its number alone: "de tweede is voor het kerstreces"
_NOT = re.compile(r"\b(?:niet|geen|in plaats van|not|instead of)\b(?!\s+(?:eerder|later)\b)", re.I)
# "U zei juni, maar het wordt juli.": what was read, by whoever says that it is not so
_AS_READ = re.compile(rf"{_NOT.pattern}|(?<!zoals )\b(?:(?:u|de voorzitter) (?:zei|noemde|las)|(?:zei|noemde|las) u|you said)\b", re.I)


def item_number(remark: str, count: int) -> int | None:
    """The number by which a remark names one of so many items ("punt 1", "toezegging drie", "het tweede punt"), else None."""
    nouns = "|".join(re.escape(e) for e in entries("list", "mark_nouns"))
    order, counts = table("terms")["ordinals"], table("terms")["counts"]
    found = re.search(rf"\b(?:{nouns})\s+(?:(?P<digits>\d{{1,2}})|(?P<word>[a-zé]+))\b", remark, re.I)
    number = (int(found["digits"]) if found["digits"] else counts.get(found["word"].lower().replace("é", "e"))) if found else None
    which = rf"(?:laatste|last|(?P<nth>{'|'.join(order)}))"
    by_noun, alone = rf"\b{which}\s+(?:{nouns})\b|\bdat laatste\b", rf"\b(?:de|het|die|the)\s+{which}(?:\s+(?:{_IS})\b|\s*:)"
    nth = re.search(by_noun, remark, re.I) or re.search(alone, remark, re.I)
    if number is None and nth is not None:
        number = order[nth["nth"].lower()] if nth["nth"] else count
    return number if number is not None and 0 < number <= count else None


def subject(text: str) -> frozenset[str]:
    """The stems that tell which item is meant: without terms, and without the words that stand on every list."""
    text = _ALONE.sub(" ", without(text, mentions(text, None)))
    return frozenset(content_stems(text)) - generic("nl") - _noting()


# "De roosters komen in december.", "Ik mis de roosters."; "Het rapport wordt december." says no more than a term, of what was read by another word
_NAMES_IT = re.compile(
    r"\W*(?:(?:en|ook|maar|voorzitter|ik mis)\W+)*(?:de|het(?!\s+\w+\s+(?:(?:wordt|is)\s+(?:(?:begin|medio|eind)\s+)?|komt\s+(?:\w+\s+){0,2})\w+\W*$)|the)\s+(\w+)(?!.*\bkamer\b)",
    re.I,
)


def names_its_own(said: str) -> bool:
    """Whether a remark begins with what it is about: where no item holds that, it is of none of them."""
    named = _NAMES_IT.match(said)
    return named is not None and bool(subject(named[1]))


@lru_cache(maxsize=1)
def _noting() -> frozenset[str]:
    """The stems of the words by which something is put down: "noteren", "aanpassen"."""
    return frozenset(stem for key in ("added", "settles", "mistaken") for entry in entries("list", key) for stem in content_stems(entry))


def heralds(text: str) -> bool:
    """Whether a sentence only says that something is set right: "Een kleine correctie, voorzitter."."""
    return cue("list", "mistaken").search(text) is not None and len(words(text)) <= HERALD and not states_term(text)


def states_term(text: str) -> bool:
    """Whether a text says when."""
    return bool(mentions(text, None) or _ALONE.search(text))


def corrects(text: str) -> bool:
    """Whether a text sets something right: "Een kleine correctie.", "Dat wordt mei." """
    return cue("list", "mistaken", "settles", "corrects").search(text) is not None


def owns_up(sentence: str) -> bool:
    """Whether the chair sets the term of an item right unasked: "Ik heb me vergist, dat is het tweede kwartaal." """
    return bool(cue("list", "mistaken").search(sentence) and states_term(sentence))


def takes_over(sentence: str) -> bool:
    """Whether the chair takes over the term somebody gave: "Dan noteren we november.", "Dat wordt dus 1 oktober." """
    said = cue("list", "settles", "added").search(sentence) or any(states_term(c) and not subject(c) for c in clauses(sentence))
    return states_term(sentence) and bool(said)


def agrees(text: str) -> bool:
    """Whether a reply takes a member's correction over: "Dat klopt.", "Dan passen we dat aan." """
    return bool(cue("list", "settles", "added").search(text) or cue("assent", "opening").match(re.sub(r"^\W+", "", text)))


def denies(remark: str, item: str) -> bool:
    """Whether a remark says of an item's own term that it is not that: "voor het kerstreces, niet voor de zomer", "het derde kwartaal, niet het vierde"."""
    own = deadline(item, None)
    denied = [clause[found.end() :] for clause in clauses(remark) if (found := _AS_READ.search(clause))]
    return own is not None and any(_begins_with(text, own.text) for text in denied)


def _begins_with(text: str, own: str) -> bool:
    """Whether a text begins with a term, or with a word of it: a denial need not say "kwartaal" again."""
    term = deadline(text, None)
    said = content_stems(term.text if term else text)[: None if term else 1]
    return bool(said) and set(said) <= set(content_stems(own))


def set_right(item: str, remarks: Sequence[Quote], said: str | None) -> tuple[Deadline, Quote] | None:
    """The term that what was said of an item gives it, and the sentence that says it most fully; None where it keeps its own.

    What the chair takes over goes before what the government said, and of that what was said last. A sentence with two terms means
    the one that is not denied and not the item's own, of the thing that is on the list: "De evaluatie komt in oktober, de brief in november."

    Args:
        item: the chair's words.
        remarks: what was said of it afterwards.
        said: the meeting's date, ISO 8601, or None.
    """
    own = deadline(item, said)
    given = [(d, q) for q in remarks if (d := _stated(q, item, own, said)) is not None]
    chair = [d for d, q in given if q.turn.speaker.role == "chair"]
    last = max((q.turn.number for _, q in given), default=0)
    meant = chair[-1] if chair else next((d for d, q in given if q.turn.number == last and not one_term(d, own)), None)
    if meant is None:
        return None
    return max(((d, q) for d, q in given if one_term(d, meant) or says_less(meant, d)), key=lambda one: len(one[0].text))


def says_less(less: Deadline | None, more: Deadline | None) -> bool:
    """Whether a term is another said again in fewer words: "De minister zei: voor 1 mei." "Het is 1 mei."."""
    return less is not None and more is not None and more.text.casefold().endswith(f" {less.text.casefold()}")


def reworded(item: str, remarks: Sequence[Quote]) -> Quote | None:
    """The first sentence that denies words of an item and gives others: "Dat is Almelo, niet Hengelo.", else None."""
    theirs = set(content_stems(item))

    def gives(remark: Quote) -> bool:
        denied = _NOT.search(remark.text)
        if denied is None or remark.turn.speaker.role == "member":
            return False
        mine = set(content_stems(remark.text[denied.end() :])) & theirs
        return bool(mine and set(content_stems(remark.text)) - theirs - generic("nl"))

    return next((q for q in remarks if gives(q)), None)


@dataclass(frozen=True, slots=True)
class Correction:
    """An item of the list whose term was set right: the term it was read out with, and the sentence that gives the one that holds."""

    item: Quote
    old: Deadline
    right: Quote
    said: str | None

    def of(self, quote: Quote) -> bool:
        """Whether a quote tells the old term: the item itself, or a sentence on its subject with the same term."""
        if quote.turn.number == self.item.turn.number:
            return quote.start < self.item.end and self.item.start < quote.end
        own = deadline(quote.text, self.said)
        shared = subject(quote.text) & subject(self.item.text)
        alike = shared | (documents(quote.text) & documents(self.item.text)) if shared else shared
        return own is not None and one_term(own, self.old) and len(alike) >= ALIKE


def _stated(remark: Quote, item: str, own: Deadline | None, said: str | None) -> Deadline | None:
    """The term a remark gives an item."""
    if remark.turn.speaker.role == "chair" and not (owns_up(remark.text) or takes_over(remark.text)):
        return None
    if remark.turn.speaker.role == "government" and not _about(remark, item):
        return None
    about, delivered = set(content_stems(item)), documents(item)
    found = []
    for clause in clauses(remark.text):
        term = _given(clause, own, said)
        if term is None or _AS_READ.search(clause.partition(term.text)[0]):
            continue
        dated = term.start or term.end or any(m.dated for m in mentions(clause, said))
        if dated or said is None or (own is not None and not own.start and not own.end):
            nearness = bool(delivered & documents(clause)), len(about & set(content_stems(clause)))
            found.append((not one_term(term, own), *nearness, term))
    return max(found, key=lambda one: one[:3])[3] if found else None


def _about(remark: Quote, item: str) -> bool:
    """Whether what the government said right after an item is about it: by what it names, or because it leans on it or sets right."""
    mine = subject(remark.text)
    leans = goes_on(remark.text)
    shares = mine & subject(item) or documents(remark.text) & documents(item)
    named = shares or item_number(remark.text, MANY) is not None or re.search(r"\bkamer\b", remark.text, re.I)
    return bool(not mine or named or leans or _AS_READ.search(remark.text) or corrects(remark.turn.text))


def _given(clause: str, own: Deadline | None, said: str | None) -> Deadline | None:
    """The term of a clause, also a month, a season or a half alone: "Dat wordt mei." is said of nothing but a term. Its year, where it names none,
    is the one of the item's own term."""
    term, alone = deadline(clause, said), _ALONE.search(clause)
    year, last = _YEAR.search(own.text) if own else None, (own.end or own.start) if own else None
    if term is None and alone is not None:
        bare = deadline(f"in {alone[0]}", said) or deadline(f"{alone[0]} van {year[0] if year else (last or '')[:4]}", said)
        term = bare and replace(bare, text=alone[0])
    if term is None or year is None or _YEAR.search(term.text):
        return term
    whole = deadline(f"{term.text} {year[0]}", said)
    return replace(whole, text=term.text) if whole is not None and whole.text == f"{term.text} {year[0]}" else term


def clauses(text: str) -> list[str]:
    """The clauses of a sentence, each of which may give another thing a term."""
    return _CLAUSES.split(text)


def one_term(first: Deadline, second: Deadline | None) -> bool:
    """Whether two terms are the same days, or without days the same words."""
    if second is None:
        return False
    return (first.start, first.end) == (second.start, second.end) and bool(first.end or first.start or first.text == second.text)
