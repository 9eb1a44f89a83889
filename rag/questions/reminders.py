"""Questions whose asker comes back to them: "Ik hoor niets over de bewaking van de kabels.", "Daarom nogmaals: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from rag.exchange import Exchange, same
from rag.kind import kind_of
from rag.questions.cues import ASKS_FOR, asks_again, cue, subject_stems
from rag.questions.halves import clauses, halves
from rag.questions.items import AND, Item, near, still_open
from rag.questions.passages import LETTERS
from rag.text import is_question, words
from rag.types import Language, Quote
from rag.verify.quotes import spans

Place = tuple[int, int]  # the number of a turn, and an offset in it

SHORTEST = 3  # words of a question that stands by itself
BARE = 4  # words of one that only names what it asks of, where the next sentence says that it is open
# "Ik herhaal mijn vraag dus maar: blijft daar geld voor?": the same, in whatever words
_SAME = re.compile(
    r"\b(?:herhaal|herhalen|repeat)\b[^.:;?]*\b(?:vra(?:ag|gen)|questions?)\b(?: \d+)?"
    # "Toch mijn vraag van zojuist: wat kost dat?"
    r"|\b(?:mijn|onze|dezelfde|my) (?:eerdere |vorige |earlier )?(?:vra(?:ag|gen)|questions?) (?:van|uit|from) (?:zo\w*|daar\w*|net|straks|eerder|(?:de |mijn )?eerste termijn|before)\b",
    re.I,
)
_BESIDE = re.compile(r"[^:]*?,\s+(?:maar|en|but|and)\s+([^:]*\?)\W*$", re.I)  # "…, maar hoeveel kost het?"
# "Mijn vraag over de bewaking van de kabels is blijkbaar weggewaaid."; not "Mijn vraag over de kabels is hoe diep zij liggen."
_ON_WHAT = re.compile(
    rf"\b(?:mijn|onze) vra(?:ag|gen) (?:over|naar) ([^,.:;?]+?) (?:is|zijn|was|waren|heeft|hebben|wordt|werd|ligt|liggen|blijft)\b(?![^?]*\b(?:of|{ASKS_FOR})\b)",
    re.I,
)
# "Wil hij daar alsnog op ingaan?"
_TO_ANSWER = re.compile(r"\bdaar(?:op)?\b.*\b(?:ingaan|zeggen|antwoord\w*|reageren|reactie|terugkomen)\b", re.I)
# "geen antwoord op mijn vraag of …"
_ASKS_AGAIN = re.compile(rf"\b(?:vra(?:ag|gen)|gevraagd) (?:gesteld )?(?:of|{ASKS_FOR})\b", re.I)


class Reminders:
    """Which questions their asker later says are still open, and where.

    Args:
        debate: from `rag.exchange.exchange`.
        items: all that was asked.
        language: of the record.
    """

    def __init__(self, debate: Exchange, items: Sequence[Item], language: Language) -> None:
        self.debate = debate
        self.language = language
        self._places: dict[Place, int] = {}
        self._said: dict[Place, Item] = {}  # which item each sentence that reminds is about
        self._named: set[Place] = set()  # those of them that only name it
        self._asks = {(a.turn.number, a.start) for item in items for a in item.asks}
        for at, place in enumerate(debate.places):
            turn = place.turn
            theirs = [i for i in items if i.turn.number < turn.number and same(i.turn.speaker, turn.speaker)]
            last: Item | None = None
            before: tuple[int, int] | None = None  # the sentence right before, where it only names a question, or reminds of one
            for start, end in spans(turn.text) if theirs else ():
                text, here = turn.text[start:end], (turn.number, start)
                same_again = _SAME.search(text) is not None
                comes_back = same_again or (reminds if place.interrupts else cue("request", "unanswered").search)(text)
                found = self._about(text, turn.text, theirs) if comes_back else None
                if found is None and before is not None:
                    led = (turn.number, before[0])
                    if comes_back and not self._left(text):  # "En de kabels, voorzitter? Daar hoorde ik niets over."
                        found = self._about(turn.text[slice(*before)], turn.text, theirs)
                        found = found if found is not None and len(found.asks) == 1 else None  # of several one may have had its answer
                        if found is not None:
                            self._said[led] = found
                            self._named.add(led)
                    elif here in self._asks and not self._subject(text) and (not is_question(text) or _TO_ANSWER.search(text)):
                        found = self._said.get(led)
                        self._named |= {here} if found else set()
                last = found or (last if same_again else None)
                if last is not None:
                    self._places[last.place] = at
                    self._said[here] = last
                names = (is_question(text) and len(words(text)) <= BARE) or _ASKS_AGAIN.search(text)
                before = (start, end) if names or here in self._said else None

    def _about(self, text: str, said: str, items: Sequence[Item]) -> Item | None:
        """The item a sentence reminds of: the last of those with most of its words, at least half of them; of two the one of the kind that is asked beside it."""
        named = _ON_WHAT.search(text)
        stems = self._subject(named[1]) if named else self._left(text)
        kind = self._kind(said)

        def held(texts: Sequence[str]) -> int:
            return in_common(stems, {s for t in texts for s in self._subject(t)})

        # "Er zijn 61 gemeenten die entree vragen. Wat vindt zij daarvan? Komt er een verbod op reclame?": the entree is of the first
        counts = [
            (
                held(i.texts),
                len(stems & self._subject(i.asked)),  # "varkensstaarten" before "varkens"
                i.kind(self.language) == kind,
                held([i.asked, *(near(i) if i.points_back else ())]),
                i.place,
                i,
            )
            for i in items
        ]
        most = max(counts, key=lambda one: one[:5])
        return most[5] if most[0] * 2 >= len(stems) > 0 else None

    def _left(self, text: str) -> set[str]:
        """The subject of a sentence that reminds, without the words by which it does."""
        return self._subject(_SAME.sub(" ", cue("request", "unanswered").sub(" ", text)))

    def of(self, item: Item) -> list[Quote]:
        """The sentences by which its asker comes back to an item, where they ask nothing else."""
        turns = {place.turn.number: place.turn for place in self.debate.places}
        found = [(turns[place[0]], place) for place, about in self._said.items() if about.place == item.place]
        said = [(Quote(turn, a, b), place) for turn, place in found for a, b in spans(turn.text) if a == place[1]]
        return [q for q, place in said if place in self._named or self._nothing_else(q.text, item) or len(words(q.text)) < SHORTEST]

    def at(self, item: Item) -> int:
        """The place in the debate where an item is said to be open; -1 where it never is."""
        return self._places.get(item.place, -1)

    def reminded(self, item: Item) -> set[Place]:
        """Where the questions stand that an item says are still open, or the sentence before it where it points back."""
        before = [a for a, b in spans(item.turn.text) if b <= item.asks[0].start][-1:] if item.points_back else []
        starts = [*(a.start for a in item.asks), *before]
        return {self._said[place].place for start in starts if (place := (item.turn.number, start)) in self._said}

    def only(self, item: Item) -> bool:
        """Whether an item does no more than say that an earlier question is open."""
        about = ((a.text, (a.turn.number, a.start)) for a in item.asks)
        return all(
            (earlier := self._said.get(place)) and (place in self._named or self._nothing_else(text, earlier)) for text, place in about
        )

    def leads_up(self, item: Item) -> bool:
        """Whether an item only misses something, and the next sentence asks it: "Ik miste nog iets over het platteland. Komt er een fonds?"."""
        text, end = item.turn.text, item.asks[-1].end
        start, stop = next((span for span in spans(text) if span[0] >= end), (end, end))
        asks = (item.turn.number, start) in self._asks and is_question(text[start:stop]) and "\n" not in text[end:start]
        return asks and not AND.match(text[start:stop]) and all(still_open(a.text) and not _ASKS_AGAIN.search(a.text) for a in item.asks)

    def repeats(self, item: Item, later: Item) -> bool:
        """Whether an item is put once more where it is said to be open: "Op de dorpen heb ik niets gehoord. Daarom nogmaals: …"."""
        at = self.at(item)
        return at >= 0 and self.debate.places[at].turn is later.turn and cue("request", "once_more").search(later.asked) is not None

    def asked_until(self, item: Item) -> int:
        """The turn in which an item was asked, or its asker said that it had no answer yet."""
        whole = len(item.asks) == 1 and len(halves(item.main.text, self.language)) == 1  # else half of it may have been answered
        turn = self.debate.places[self.at(item)].turn if whole and self.at(item) >= 0 else item.turn
        return turn.number if any(cue("request", "unanswered").search(turn.text[a:b]) for a, b in spans(turn.text)) else item.turn.number

    def _nothing_else(self, sentence: str, earlier: Item) -> bool:
        """Whether a sentence that reminds asks nothing beside the earlier question: not "ik herhaal mijn vraag over de kabels, maar hoeveel kost het?",
        unless that asks the same kind of thing of the same."""
        if not _SAME.search(sentence):
            return not (is_question(sentence) or _ASKS_AGAIN.search(sentence))
        kinds, about = {self._kind(text) for a in earlier.asks for text in clauses(a.text)}, self._subject(earlier.asked)
        beside = _BESIDE.match(sentence.rpartition(":")[2])
        more = clauses(sentence)[1:] or (beside.groups() if beside else ())
        return all(self._kind(text) in kinds and (about & (own := self._subject(text)) or not own) for text in more)

    def _kind(self, text: str) -> str:
        return kind_of(text, self.language, self.language).name

    def _subject(self, text: str) -> set[str]:
        return set(subject_stems(text, self.language))


def reminds(sentence: str) -> bool:
    """ "Ik miste nog de bewaking van de kabels.", "En Hulst?": it says that a question is still open, or is too short for one of its own."""
    if _ON_WHAT.search(sentence):
        return True
    return asks_again(sentence) or (is_question(sentence) and len(words(sentence)) < SHORTEST)


def in_common(mine: Set[str], theirs: Set[str]) -> int:
    """How many stems are among others, whole or as part of a longer one: "camera" in "cameraplicht"."""
    return sum(
        any(one == other or (min(len(one), len(other)) >= LETTERS and (one in other or other in one)) for other in theirs) for one in mine
    )
