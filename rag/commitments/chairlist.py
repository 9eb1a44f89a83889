"""The list the chair reads out near the end: its items, the corrections that follow them, and what is added at a member's request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rag.commitments import correction
from rag.commitments.correction import Correction
from rag.commitments.deadlines import deadline
from rag.commitments.lexicon import cue, entries, goes_on
from rag.exchange import REMARK
from rag.text import content_stems, is_question
from rag.types import Quote, Turn
from rag.verify import holds
from rag.verify.quotes import spans

AT_ONCE, BRIEF = 14, 8  # characters before, and words of, a sentence that only says to whom
PATIENCE = 14  # turns after the announcement within which the first item must come
AGAIN = 0.6  # share of what an item is about that it holds when it is read once more


@dataclass(slots=True, eq=False)
class Listed:
    """One item of the list; what is said of it later is added while the meeting is read.

    ``quote``: the chair's sentences. ``start`` and ``end``: of the words in them that are this item's, where one sentence holds several; to the
    end of the quote where ``end`` is None. ``more``: what was said of it in the turns right after, by the government and the chair, and by a
    member whom they agree with. ``asked``: the turn of the member who had it added, else None. ``head``: the sentence it stands under, where
    that says whose commitments follow: "Toegezegd is door de minister:". ``off``: the chair took it off the list again, after what the
    government said of it.
    """

    quote: Quote
    start: int
    end: int | None = None
    more: list[Quote] = field(default_factory=list)
    asked: Turn | None = None
    head: str = ""
    off: bool = False

    @property
    def text(self) -> str:
        """The words of the item."""
        return self.quote.turn.text[self.start : self.end or self.quote.end]

    @property
    def told(self) -> str:
        """The same, and before them those that say whose it is."""
        return f"{self.head} {self.text}".strip()


# a sentence of the chair: its quote, with the dash before it, without its mark, whether it has one or stands in a list, and the next one
_Line = tuple[Quote, str, str, bool, str]


def chair_list(turns: Sequence[Turn]) -> tuple[Listed, ...]:
    """The items the chair reads out, in order; empty when no list is read.

    A list is announced ("ik lees de toezeggingen voor"), or an item gives itself away ("De minister zegt de Kamer toe …") after the
    government has spoken for the last time at length. Its items are numbered, or name who will do what, or what the Kamer gets; a
    sentence that goes on about the same ("Dat komt in februari") belongs to its item. What is said right after an item, or of an item
    by its number or its subject once the list was read, belongs to that one. An item added at a member's request is the chair's
    sentence that takes it up.

    Args:
        turns: the whole meeting.
    """
    # the last turn in which the government still debates
    reader = _Reader(max((t.number for t in turns if t.speaker.role == "government" and t.words > REMARK), default=0))
    for turn in turns:
        reader.read(turn)
    reader.end()
    return tuple(reader.items)


def corrections(turns: Sequence[Turn], said: str | None) -> tuple[Correction, ...]:
    """The items of the list whose term was set right.

    Args:
        turns: the whole meeting.
        said: its date, ISO 8601, or None.
    """
    found = []
    for item in chair_list(turns):
        old, new = deadline(item.text, said), correction.set_right(item.text, item.more, said)
        if old and new and not item.off:
            found.append(Correction(item.quote, old, new[1], said))
    return tuple(found)


class _Reader:
    """Walks through the meeting and keeps the items found so far."""

    def __init__(self, last_answer: int) -> None:
        self.items: list[Listed] = []
        self.last_answer = last_answer
        self.answered = False  # the government has spoken
        self.announced: int | None = None  # the turn that announced the list
        self.closed = False
        self.over = False  # it was closed before the chair's turn that is read
        self.numbered = False
        self.dashed = False  # its items are marked: a sentence without a mark right after one belongs to it
        self.head = ""
        self.fresh = 0  # items before this one belong to an earlier list
        self.request: Turn | None = None  # a member's turn since the last item
        self.replies: list[Quote] = []  # what the government said since that turn
        self.corrected: Listed | None = None  # the item of which the government spoke last, since the last item was read

    def read(self, turn: Turn) -> None:
        if turn.speaker.role == "chair":
            self._chair(turn)
        elif turn.speaker.role == "government":
            self.answered = True
            self._government(turn)
        elif self._reading:
            self.request, self.replies = turn, []

    def end(self) -> None:
        """Takes what was said last, where the report breaks off before the chair closes."""
        if self._reading:
            self.over = self.closed
            self._settle("", self._last)

    @property
    def _reading(self) -> bool:
        return self.announced is not None and len(self.items) > self.fresh

    @property
    def _last(self) -> Listed | None:
        """The item that a remark is about when it names none; once the list was closed it has to."""
        return None if self.over else self.corrected or self.items[-1]

    # --- the government, between the items ------------------------------------------------------

    def _government(self, turn: Turn) -> None:
        if not self._reading:
            return
        if turn.words > REMARK:  # the debate goes on: whatever was read, it is over
            self.announced, self.closed = None, True
            return
        remarks = [q for a, b in spans(turn.text) if holds(q := Quote(turn, a, b)) and not is_question(q.text)]
        remarks = [q for q in remarks if len(q.text.split()) > 1 or correction.states_term(q.text)]
        if self.request is not None:
            self.replies += remarks
        else:
            item = None if self.closed and not correction.corrects(turn.text) else self.corrected or self.items[-1]
            for number, remark in enumerate(remarks, 1):
                said = " ".join(q.text for q in [remark, *(remarks[number : number + 1] if correction.heralds(remark.text) else [])])
                item = self._spoken_of(said, item)
                for one in self._each_spoken_of(remark.text) or ([item] if item else []):
                    one.more.append(remark)
            self.corrected = item

    def _spoken_of(self, said: str, last: Listed | None) -> Listed | None:
        """The item a remark is about: by its number ("Punt 4 is niet juist."), by the term it denies, by what it is about, else the last;
        None where it names what no item holds."""
        items = self.items[self.fresh :]
        number = correction.item_number(said, len(items))
        if number is not None:
            return items[number - 1]
        denied = [item for item in items if correction.denies(said, item.text)]
        if len(denied) == 1:
            return denied[0]
        mine = correction.subject(said)
        held = [mine & correction.subject(item.text) for item in items]
        most = max(held, key=len)
        if not most and correction.names_its_own(said):
            return None
        if (last is not None and mine & correction.subject(last.text)) or not most or held.count(most) > 1:
            return last
        return items[held.index(most)]

    def _each_spoken_of(self, said: str) -> list[Listed]:
        """The items of a remark that gives each a term of its own: "De visserij wordt juni en de vuurtorens worden oktober." """
        named = [self._spoken_of(clause, None) for clause in correction.clauses(said) if correction.states_term(clause)]
        found = [item for n, item in enumerate(named) if item is not None and all(item is not other for other in named[:n])]
        return found if len(found) > 1 else []

    # --- the chair ------------------------------------------------------------------------------

    def _chair(self, turn: Turn) -> None:
        if not self.answered:
            return
        if self.announced is not None and not self._reading and turn.number - self.announced > PATIENCE:
            self.announced = None
        current: Listed | None = None
        marked, going_on = False, self._reading
        self.over = self.closed
        if self.announced is None and _unsaid(turn, turn.number > self.last_answer):
            self._begins(turn)  # "Ik heb genoteerd: …", or one item after another once the debate is over
        for line in self._lines(turn):
            if line is None:
                current = None
                continue
            quote, sentence, bare, mark, following = line
            if self.announced is not None and mark and not bare:
                marked, self.numbered, current = True, True, None
                continue
            if current is not None and _tells_to_whom(sentence):
                current.quote = Quote(turn, current.quote.start, quote.end)
            elif not mark and (self._takes_off(quote) or self._corrects(quote) or self._readdresses(quote)):
                current = None
            elif not mark and self._opens(turn, sentence, following):
                current = self._add(quote) if _holds_item(sentence) else None
            elif self._is_item(turn, bare, marked or mark) or (current is not None and not self.dashed and _states(sentence)):
                if current is not None and self.dashed and not (marked or mark or _OF_OFFICE.match(bare) or _THAT_HE.match(bare)):
                    current.quote = Quote(turn, current.quote.start, quote.end)
                else:
                    current = self._add(quote)
                    self.dashed, self.closed = marked or mark, False
            elif current is not None and _goes_on(sentence) and not _closes(sentence):
                current.quote = Quote(turn, current.quote.start, quote.end)
            else:
                current = None
                self._remark(quote, sentence)
            marked = False
        if self._reading and going_on:
            self._settle(turn.text, self._last)
        self.request, self.replies = None, []

    def _lines(self, turn: Turn) -> Iterator[_Line | None]:
        """The sentences of a turn as they may stand in a list; None for one that no one may be quoted for."""
        whole, dashed, lined = spans(turn.text), _dashed(turn), False
        for number, ((start, end), sentence) in enumerate(zip(whole, dashed, strict=True)):
            quote = Quote(turn, start, end)
            if not holds(quote):
                yield None
                continue
            bare, mark = _unmarked(sentence)
            # under a heading that ends in a colon each line is an item
            before = turn.text[whole[number - 1][0] : end - len(sentence)] if number else ""
            lined = "\n" in before and (lined or (before.rstrip().endswith(":") and self.announced is not None))
            mark = mark or (lined and not _is_talk(sentence) and not _WHOSE.match(sentence))
            yield quote, sentence, bare, mark, "".join(dashed[number + 1 : number + 2])

    def _takes_off(self, quote: Quote) -> bool:
        """Takes a sentence in which the chair strikes the item that the government just denied to be one: "Dan halen we die van de lijst." """
        said, item = quote.text, self.corrected
        number = correction.item_number(_WHICH.sub(r"\g<0> punt", said), len(self.items) - self.fresh)
        if item is None or self.replies or not self._reading or (number and item is not self.items[self.fresh + number - 1]):
            return False
        denied = any(_DENIED.search(q.text) and q.turn.speaker.role == "government" for q in item.more)
        if not denied or not _strikes(said, item.text) or correction.set_right(item.text, item.more, None):
            return False
        item.off, self.corrected = True, None
        return True

    def _corrects(self, quote: Quote) -> bool:
        """Takes a sentence in which the chair sets the term of an item right, unasked or after somebody spoke of it."""
        own = correction.owns_up(quote.text)
        answers = self.request is not None or self.corrected is not None
        taken = answers and (correction.takes_over(quote.text) or self._again(quote.text))
        another = _holds_item(quote.text) and correction.item_number(quote.text, len(self.items) - self.fresh) is None
        if not self._reading or is_question(quote.text) or not (own or taken) or another:
            return False  # "Dat is dan de vijfde toezegging: de Minister …": an item of its own
        if self._adds(quote.text):
            return False  # "Dan noteren we dat de Kamer in november de cijfers krijgt.": an item of its own
        self._settle(quote.turn.text[: quote.start if own else quote.end], self._last)
        last = self.corrected or self.items[-1]
        item = self._spoken_of(quote.text, last) or last
        item.more.append(quote)
        return True

    def _readdresses(self, quote: Quote) -> bool:
        """Takes a sentence in which the chair sets right to whom an item was promised, or agrees with the member who says so:
        "Excuus, dat was aan de heer Pot." """
        request, said = self.request, quote.text
        if not self._reading or is_question(said) or _holds_item(said) or _shape(said) or _is_talk(said):
            return False
        mine = [q for a, b in spans(request.text) if claims((q := Quote(request, a, b)).text)] if request is not None else []
        named = cue("list", "to_whom").search(said)
        right = (named or correction.agrees(said)) if mine else named and cue("list", "mistaken").search(said)
        if not right or cue("denial", "words").search(said):
            return False
        self._settle(said, self._last)
        item = self.corrected or self.items[-1]
        item.more += [q for q in (*mine, *([quote] if named else [])) if q not in item.more]
        return True

    def _adds(self, said: str) -> bool:
        """Whether the chair puts down what no item is about."""
        mine = correction.subject(said)
        if not mine and self.request is not None and not cue("list", "noted").search(said):
            mine = correction.subject(self.request.text)  # "Die voegen we toe, na de zomer.": what the member missed
        added = mine and cue("list", "added").search(said)
        return bool(added) and not any(mine & correction.subject(item.text) for item in self.items[self.fresh :])

    def _again(self, said: str) -> bool:
        """Whether the chair reads the item once more that somebody just spoke of."""
        mine, theirs = correction.subject(said), correction.subject(self.corrected.text) if self.corrected else frozenset()
        return len(mine & theirs) > AGAIN * max(len(mine), len(theirs))

    def _settle(self, heard: str, last: Listed | None) -> None:
        """What was said since a member's turn that had nothing added is about the item the member spoke of, or the last.

        The member's own sentence counts when it gives a term that the government or the chair agrees with and does not repeat.
        """
        request, replies = self.request, self.replies
        self.request, self.replies = None, []
        if request is None:
            return
        item = self._spoken_of(request.text, self._promised_to(request, last))
        if item is None:
            return
        told = [q for a, b in spans(request.text) if correction.states_term((q := Quote(request, a, b)).text) and not is_question(q.text)]
        given = [deadline(q.text, None) for q in told]
        again = [deadline(text, None) for text in (heard, *(q.text for q in replies)) if correction.states_term(text)]
        repeated = any(not any(correction.says_less(term, mine) for mine in given) for term in again)
        if told and not repeated and any(correction.agrees(text) for text in (heard, *(q.text for q in replies))):
            item.more += told
        item.more += replies
        self.corrected = item

    def _promised_to(self, request: Turn, last: Listed | None) -> Listed | None:
        """The item a member speaks of who names none ("Een maand, voorzitter."): the one of those just read that is promised to whoever says so."""
        name = re.compile(rf"\b{re.escape(request.speaker.name)}\b")
        own = [i for i in self.items[self.fresh :] if name.search(i.text) and (last is None or i.quote.turn == last.quote.turn)]
        return own[0] if len(own) == 1 else last

    def _opens(self, turn: Turn, sentence: str, following: str) -> bool:
        """Whether a sentence announces that the commitments are read out, or whose come now: "Dan die van de staatssecretaris." """
        whose = _WHOSE.match(sentence)
        over = turn.number > self.last_answer and (self.announced is None or self.closed)
        if not announces(sentence) and not _heads(sentence, following, over) and not (self._reading and whose):
            return False
        self.head = sentence if re.search(rf"\b(?:{_OFFICE})\b", sentence, re.I) and not _holds_item(sentence) else ""
        if self.announced is None or self.closed:
            self._begins(turn)
        return True

    def _begins(self, turn: Turn) -> None:
        self.fresh = len(self.items)
        self.announced, self.closed, self.numbered = turn.number, False, False

    def _is_item(self, turn: Turn, bare: str, marked: bool) -> bool:
        if is_question(bare) or cue("list", "never").search(bare):
            return False
        if turn.number > self.last_answer and _SAYS.search(bare):
            if self.announced is None:
                self.announced, self.fresh = turn.number, len(self.items)
            return True
        if self.announced is None or self.closed or _closes(bare) or _is_talk(bare):
            return False
        if marked:
            return len(bare.split()) > 2
        return _notes(bare) or _shape(bare) or bool(_THAT_HE.match(bare)) or (not self.numbered and _names_a_document(bare))

    def _add(self, quote: Quote) -> Listed:
        *others, last = _items_in(quote.text)
        items = [Listed(quote, quote.start + a, b if b is None else quote.start + b, head=self.head) for a, b in (*others, (last[0], None))]
        item, request = items[0], self.request
        missed = self.replies and request is not None and correction.subject(request.text) & correction.subject(quote.text)
        if request is not None and (missed or (_holds_item(quote.text) and self._reading)):
            item.asked, item.more = request, self.replies  # what a member missed
        elif self._reading:
            self._settle(quote.turn.text[: quote.start], None)
        self.items += items
        self.request, self.replies, self.corrected = None, [], None
        return items[-1]

    def _remark(self, quote: Quote, sentence: str) -> None:
        """A sentence of the chair that is no item: it ends the list, adds to it, or says more of the last item."""
        if not self._reading:
            return
        if self.request is not None and not is_question(sentence) and (cue("list", "added").search(sentence) or _holds_item(sentence)):
            item = self._add_requested(quote)
            if item is not None:
                return
        item = self.corrected or self.items[-1]
        if item.more and correction.states_term(sentence) and self._adds(sentence):
            self._add(quote)  # "Dat noteren we: de roosters in december.", after the minister named them
        elif _closes(sentence):
            self.closed = not _goes_on_after(quote)
        elif not self.closed and not is_question(sentence) and not _is_talk(sentence) and item.more and _says_more(sentence, item):
            item.more.append(quote)

    def _add_requested(self, quote: Quote) -> Listed | None:
        request, replies = self.request, self.replies
        if request is None or any(_same(request.text, item.text) for item in self.items[self.fresh :]):
            return None
        asks_when = cue("assent", "term").search(request.text) and any(correction.states_term(q.text) for q in replies)
        timed = asks_when or correction.states_term(request.text)
        if timed and self._spoken_of(request.text, None) is not None:
            return None  # another term for an item, or when it comes
        self.request = None
        item = self._add(quote)
        item.asked, item.more = request, replies
        return item


# "Die was aan mij, voorzitter.", "De archieven had ik gevraagd, niet mevrouw Pot.": whose an item is
_MINE = re.compile(
    r"\b(?:die|dat|deze|punt|toezegging|\w+[ds]e)\b[^.,;]*\b(?:was|is)\b (?:\w+ ){0,2}(?:aan|voor) mij(?=\W*$|,| (?:en|gedaan|toegezegd)\b)"
    r"|(?<!ook )\b(?:had|heb) ik (?:om )?gevraagd(?=\W*$|,)",
    re.I,
)


def claims(sentence: str) -> bool:
    """Whether a member says that an item was promised to them."""
    return _MINE.search(sentence) is not None and not is_question(sentence)


# --- sentences ------------------------------------------------------------------------------------

_DENIED = re.compile(r"\b(?:niet|nooit|niets|geen)\b[^.;]*\b(?:toegezegd|beloofd)\b|\bniet gezegd\b|\bgeen (?:toezegging|belofte)\b", re.I)
_STRIKES = re.compile(
    r"\b(?:vervalt|vervallen|schrap(?:pen)?|geschrapt|weggelaten|doorgestreept|(?:laat|laten)\b.*\bweg|(?:streep|strepen)\b.*\bdoor"
    r"|(?=.*\b(?:haal|halen|gehaald|gaat|gaan)\b)(?=.*\b(?:eraf|er\b.*\baf|van (?:de|het|mijn|onze) lijst(?:je)?)\b).*)",
    re.I,
)
_WHICH = re.compile(r"\b(?:laatste|\w+[ds]e)\b", re.I)  # "De laatste vervalt.": a number, of whatever it is said
_STRIKES_BY = "haal halen laat schrap streep vervalt vervallen geschrapt weggelaten doorgestreept weg eraf af"
_NO_OTHER = re.compile(r"\b(?:(?:\w+[ds]e )?(?:punt|toezegging)|laatste|van (?:de|het|mijn|onze) lijst(?:je)?)\b", re.I)


def _strikes(sentence: str, item: str) -> bool:
    """Whether the chair strikes an item: "Dan halen we die van de lijst.", "De toezegging vervalt."; not another thing: "De termijn vervalt." """
    if is_question(sentence) or cue("denial", "words").search(sentence) or correction.states_term(sentence):
        return False
    clause = next((c for c in correction.clauses(sentence) if _STRIKES.search(c)), "")
    others = set(content_stems(_NO_OTHER.sub(" ", clause))) - set(content_stems(f"{item} {_STRIKES_BY}"))
    return bool(clause) and not others


_OFFICE = "|".join(re.escape(o) for o in entries("list", "office"))
_SUBJECT = rf"(?:(?:de|het|beide|the)\s+(?:\w+\s+)?(?:{_OFFICE})|(?:minister|staatssecretaris)\s+(?-i:[A-ZÀ-Þ])[\w-]+)"
_KAMER = "|".join(re.escape(k) for k in entries("list", "kamer"))
_VERB = cue("list", "promises").pattern
_DEED = rf"(?:{_VERB}|\b(?!(?:{'|'.join(entries('list', 'no_deed'))})\b)[a-zà-ÿ]+t\b)"  # "stuurt", next to who does it
_FRONT = re.compile(
    rf"^\W*(?:\S+\s+){{0,3}}?(?:{_SUBJECT})\b(?:\s+{_DEED}|(?:\s+[^\s.;:]+){{0,10}}?\s+{_VERB})|^\W*(?:\S+\s+){{0,14}}?{_DEED}\s+(?:{_SUBJECT})\b",
    re.I,
)
_FIRST = re.compile(rf"\W*(?:{_SUBJECT})\s+{_DEED}", re.I)
_OF_OFFICE = re.compile(rf"\W*{_SUBJECT}\b", re.I)  # "– De Minister zendt …": behind a mark, whatever the verb
_GETS = re.compile(
    rf"^\W*(?:(?:{_KAMER})\s+(?:ontvang\w*|krijg\w*|wordt|worden|zal|zullen|receives?|will)\b|(?:\S+\s+){{1,12}}?"
    rf"(?:ontvang\w*|krijg\w*|wordt|worden|zal|zullen)\s+(?:{_KAMER})\b|(?:\S+\s+){{0,12}}?(?:er\s+(?:komt|komen|volgt|wordt|worden)|"
    rf"(?:komt|komen|volgt|wordt|worden)\s+er)\b|(?:en\s+)?(?:[Dd]e heer|[Mm]evrouw|[Hh]et lid)\s+(?:\S+\s+){{1,4}}?(?:ontvangt|krijgt|hoort|verneemt)\b)",
    re.I,
)
_NAMED_SO = re.compile(
    r"^\W*(?:aan\b[^.;]{1,80}\b(?:is|wordt) toegezegd|u\s+(?:stuurt|komt|informeert|gaat|zal|zult|neemt|zegt|bent bereid)|"
    r"(?:en )?(?:door [^.;:]{3,40} )?(?:is|zijn) toegezegd|toegezegd (?:is|wordt)|er is toegezegd|de toezegging\b[^.]*\b(?:is|luidt|betreft)\b|een toezegging\b[^.]*\b(?:om|dat|over)\b)",
    re.I,
)
_THAT_HE = re.compile(rf"\W*(?:en\s+)?dat\s+(?:hij|zij|ze|u|er|{_SUBJECT}|{_KAMER})\b", re.I)  # "Toegezegd is: dat zij de banken spreekt;"
_WHOSE = re.compile(rf"\W*(?:(?:en|dan|nu|eerst|tot slot)\W+)*(?:die|de toezeggingen)\s+van\s+(?:{_SUBJECT})\W*$", re.I)
_SAYS = re.compile(rf"(?:{_SUBJECT})\b[^.;]*?\b(?:(?:zegt|zeggen|zegde|zegden)\b[^.;]*?\btoe\b|(?:heeft|hebben)\b[^.;]*?\btoegezegd)", re.I)


def announces(sentence: str) -> bool:
    """Whether a chair's sentence says that the commitments are read out now."""
    if not cue("list", "word").search(sentence) or cue("list", "never").search(sentence) or is_question(sentence):
        return False
    if cue("denial", "words").search(sentence):
        return False
    plain = re.sub(r"[^\w\s]", "", sentence.partition(":")[0]).strip().lower()
    return plain in entries("list", "alone") or (bool(cue("list", "reading").search(sentence)) and not _closes(sentence))


def _heads(sentence: str, following: str, over: bool) -> bool:
    """Whether a sentence on what was promised stands right above an item: "Er liggen drie toezeggingen." "Ten eerste …".

    Once the debate is over an item need not be marked: "Dan doe ik nog even de toezeggingen." "De minister stuurt …".
    """
    if not (cue("list", "word").search(sentence) or _NAMED_SO.match(sentence)) or cue("list", "never").search(sentence):
        return False
    bare, mark = _unmarked(following)
    item = (
        (mark and len(bare.split()) > 2) or _THAT_HE.match(following) or ((over or sentence.rstrip().endswith(":")) and _shape(following))
    )
    return bool(item) and not is_question(sentence) and not is_question(following) and not cue("denial", "words").search(sentence)


def _unsaid(turn: Turn, over: bool) -> bool:
    """Whether a chair's turn holds a list it does not announce as commitments: two items in a row, or one after "Ik heb genoteerd:"."""
    noted, row = False, 0
    for sentence in _dashed(turn):
        bare, mark = _unmarked(sentence)
        if mark and not bare:
            continue
        if _notes(sentence) or (noted and mark and (_OF_OFFICE.match(bare) or (over and _shape(bare)))):
            return True
        if _promises_first(bare):
            row += 1
            if noted or (over and row > 1):
                return True
            continue
        row = 0
        noted = bool(cue("list", "noted").search(sentence)) and sentence.rstrip().endswith((":", ".")) and not is_question(sentence)
    return False


def _notes(sentence: str) -> bool:
    """Whether a sentence says what was noted, item and all: "Ik heb genoteerd: de minister zal …"."""
    head, _, rest = sentence.partition(":")
    return bool(cue("list", "noted").search(head)) and _promises_first(rest)


def _promises_first(sentence: str) -> bool:
    """Whether a sentence begins with who will do what: "De minister zal …"."""
    return bool(_FIRST.match(sentence)) and not is_question(sentence) and not _is_talk(sentence)


def _dashed(turn: Turn) -> list[str]:
    """The sentences of a turn, each with the dash of a list before it."""
    ends = [end for _, end in spans(turn.text)]
    return [turn.text[since:end].lstrip() for since, end in zip([0, *ends], ends, strict=False)]


def _unmarked(sentence: str) -> tuple[str, bool]:
    """A sentence without the number it starts with ("Punt vier.", "Ten eerste:", "3."), and whether it had one."""
    nouns, marks = ("|".join(re.escape(e) for e in entries("list", key)) for key in ("mark_nouns", "marks"))
    ordinal = rf"(?:(?:de|the)\s+)?(?:{marks})(?:\s+(?:{nouns}))?|(?:{nouns})\s+(?:{marks}|\d{{1,2}})|\d{{1,2}}"
    match = re.match(
        rf"[\s–—•*-]*(?:(?:dan|en|and|nog|een)\s+)*(?:{ordinal})\s*(?:[.:,)]|(?:is|betreft|gaat over)\b|$)\s*|(?:(?:en|and)\s+)?ten\s+(?:\w+(?:de|ste)|slotte)\s+|[–—•*-]\s+",
        sentence,
        re.I,
    )
    return (sentence[match.end() :], True) if match else (sentence, False)


_NTH = r"(?:ten (?!minste\b)\w+(?:de|ste)|(?:de|het) \w+(?:de|ste)(?: toezegging| punt)?(?=:| (?:is|betreft|luidt|dat)\b)|tot slot|ten slotte|als laatste)\b:?"
_NEXT = re.compile(rf"[,;]\s+(?:en\s+)?(?={_NTH})", re.I)
_FIRST_MARK = re.compile(rf"(?:^|[:,]\s+){_NTH}", re.I)


def _items_in(sentence: str) -> list[tuple[int, int | None]]:
    """Where the items of a sentence stand: one, or those it numbers: "Ten eerste stuurt de minister …, ten tweede … en tot slot …"."""
    ends = list(_NEXT.finditer(sentence))
    first = _FIRST_MARK.search(sentence)
    if not ends or first is None or first.start() > ends[0].start():
        return [(0, None)]
    starts = [first.end() - len(first[0].lstrip(":, ")), *(m.end() for m in ends)]
    return list(zip(starts, [*(m.start() for m in ends), None], strict=True))


def _holds_item(sentence: str) -> bool:
    """Whether the sentence that announces holds an item too: "Genoteerd is de toezegging dat de minister een brief stuurt." """
    word = cue("list", "word").search(sentence)
    rest = sentence[word.end() :] if word else ""
    told = re.search(rf"(?::|\bdat|\bom|\bthat)\s+(?=.*?\b(?:{_SUBJECT}|{_KAMER})\b)", rest, re.I) and re.search(_DEED, rest, re.I)
    return len(rest.split()) > 4 and bool(told or (":" in rest and (_shape(rest.split(":", 1)[1].strip()) or _names_a_document(rest))))


def _shape(sentence: str) -> bool:
    if re.match(r"\W*(?:\S+\s+){0,3}?(?:we|wij)\b", sentence, re.I) and not _names_a_document(sentence):
        return False
    return bool(_FRONT.search(sentence) or _GETS.search(sentence) or _NAMED_SO.search(sentence))


def _names_a_document(sentence: str) -> bool:
    return len(sentence.split()) >= 5 and bool(cue("list", "documents").search(sentence))


def _is_talk(sentence: str) -> bool:
    return bool(cue("list", "talk").search(sentence))


def _goes_on(sentence: str) -> bool:
    """Whether a sentence is still about the item before it ("Dat komt in februari", "Ook zal er informatie komen …")."""
    return goes_on(sentence) and len(sentence.split()) > 3 and not is_question(sentence) and not _is_talk(sentence)


def _states(sentence: str) -> bool:
    """Whether a sentence right after an item states something else that comes: "De bollen worden genoemd in de Landbouwraad." """
    aside = is_question(sentence) or _closes(sentence) or _is_talk(sentence) or _goes_on(sentence) or re.search(_OURS, sentence, re.I)
    return (
        not aside
        and len(sentence.split()) > SHORTEST
        and bool(
            re.search(r"\b(?:wordt|worden|zal|zullen|komt|komen|krijgt|krijgen)\b", sentence, re.I) or correction.states_term(sentence)
        )
    )


_OURS = r"\b(?:ik|wij|we|u|uw|motie|moties|vergadering|debat|termijn|stemming)\b"
SHORTEST = 4  # words of such a sentence


def _tells_to_whom(sentence: str) -> bool:
    """Whether a sentence after an item says whose it is: "Deze toezegging is gedaan aan mevrouw Kuik.", "Toegezegd aan de heer Pot." """
    told = cue("list", "to_whom").search(sentence)
    return (
        told is not None
        and not _THAT_HE.match(sentence)
        and ((_goes_on(sentence) and not _unmarked(sentence)[1]) or (told.start() <= AT_ONCE and len(sentence.split()) <= BRIEF))
    )


# "… voor het tweeminutendebat", "… voordat er over de wet wordt gestemd", "met dank aan de heer Pot": when or how, in an item
_IN_AN_ITEM = re.compile(
    r"\b(?:(?:v[oó][oó]r|bij|in|na|tijdens)\s+(?:het|dit|dat|een)|met|(?:voor(?:dat)?|nadat|als|wanneer|zodra|of|tot(?:dat)?)\s+er\b[^,;]*)\s+$",
    re.I,
)
_KAMER_GETS = re.compile(r"^\W*(?:de|uw) (?:kamer|commissie)\s+(?:ontvangt|krijgt|hoort|wordt|zal)\b", re.I)


def _closes(sentence: str) -> bool:
    """Whether the chair ends the list: "Ik dank de minister."; not where who will do what, or a term, has it: "De minister stuurt … voor het tweeminutendebat." """
    for found in cue("list", "closing", "thanks").finditer(sentence):
        head = sentence[: found.start()]
        mine = re.search(r"\bik\b", found[0], re.I)
        if not (_FRONT.search(head) or _KAMER_GETS.search(head) or (not mine and _IN_AN_ITEM.search(head))):
            return True
    return False


def _goes_on_after(thanks: Quote) -> bool:
    """Whether the chair only thanks somebody between two items: one with a mark, or that says who will do what, still follows in the turn."""
    if cue("list", "closing").search(thanks.text):
        return False
    after = (_unmarked(text) for (start, _), text in zip(spans(thanks.turn.text), _dashed(thanks.turn), strict=True) if start >= thanks.end)
    return any(not _closes(bare) and (mark or (_promises_first(bare) and cue("deeds").search(bare))) for bare, mark in after)


def _says_more(sentence: str, item: Listed) -> bool:
    """Whether the chair repeats what was just said of an item, or shares its words."""
    mine = set(content_stems(sentence))
    return bool(mine & {s for q in [item.quote, *item.more] for s in content_stems(q.text)})


def _same(request: str, item: str) -> bool:
    """Whether a member speaks about an item that is on the list already; a term that both have ("binnen zes weken") does not make it so."""
    mine, theirs = correction.subject(request), correction.subject(item)
    return bool(mine) and len(mine & theirs) >= max(2, 0.4 * min(len(mine), len(theirs)))
