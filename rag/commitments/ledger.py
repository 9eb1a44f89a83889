"""The debate's commitments: what was promised, by whom, to whom, by when, beside the list the chair reads out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from rag.commitments.asker import Askers, addressed_by_answer
from rag.commitments.chairlist import Listed, chair_list
from rag.commitments.correction import one_term, reworded, set_right
from rag.commitments.deadlines import deadline, mentions, states
from rag.commitments.lexicon import cue, entries, goes_on
from rag.commitments.near import documents, generic
from rag.commitments.promise import IF, JUDGES, LIKELY, Promise, informing, last_words, only_when, promises, refuses
from rag.commitments.reconcile import addressed, deeds, leaning, ties, without_dates
from rag.cues import marks
from rag.exchange import exchange
from rag.leaning import must_lean, points_back
from rag.motions import first_movers
from rag.restated import names_subject, takes_up
from rag.text import content_stems, is_question
from rag.types import Addressee, Commitment, Deadline, Event, Language, Meeting, Motion, Question, Quote, Speaker, Turn
from rag.verify import holds
from rag.verify.quotes import beside, inside, spans
from rag.verify.stance import is_restated

SHORT = 6  # words: a promise this short is shown with the sentence before it
BRIEF = 40  # words of a turn that asks for something in whatever words
LONGEST = 70  # words such a pair may have
LITTLE = 2  # content words: a sentence with no more says little by itself
NEAR_BY = 3  # sentences within which a promise may go on about the same
THREAD = 8  # turns within which a short answer still belongs to a promise
CONFIRMED = 3  # turns within which a promise is confirmed
A_SEASON = timedelta(92)  # between the last days of two terms that are not one
_ASIDE = frozenset({"courtesy", "procedure", "reports"})  # a sentence in these lists of positions.toml says not what is requested
ALIKE = 0.6  # share of content words under which two promises are the same one


def commitments(
    meeting: Meeting, turns: Sequence[Turn], events: Iterable[Event], asked: Sequence[Question], motions: Sequence[Motion] = ()
) -> tuple[Commitment, ...]:
    """What the government promised, in the order in which it was said.

    Promises of the debate and items of the chair's list that are the same become one (origin "both"); what stands on one side only
    is marked so. Sentences that repeat a promise, give its term or correct it are its ``more``.

    Args:
        meeting: its date makes terms into dates, its language chooses the stems.
        turns: of the meeting, all of them.
        events: of the meeting.
        asked: the meeting's questions: who is answered where something is promised.
        motions: of the meeting: what is promised on one is promised to who moved it.
    """
    debate = exchange(turns, events, first_movers(turns, motions))
    listed = chair_list(turns)
    remarks = {(q.turn.number, q.start) for item in listed for q in item.more}
    promised = [
        p
        for p in promises(turns, debate, meeting.date, asked)
        if (p.quote.turn.number, p.quote.start) not in remarks and not _of_list(p, listed)
    ]
    askers = Askers(turns, meeting.language)
    promised = addressed_by_answer(promised, asked)
    tied = ties(listed, promised, askers, turns, meeting.date, meeting.language)
    letters = {number for number, item in enumerate(listed) if "message" in deeds(item.text)}
    groups = _grouped(promised, tied, letters, meeting.language, meeting.date)
    reader = _Reader(meeting, turns, groups)
    held = {group.item for group in groups} | {number for number, item in enumerate(listed) if item.off}
    items = [(group, listed[group.item] if group.item is not None else None) for group in groups]
    found = [reader.made(group, item) for group, item in items if item is None or not item.off]
    found += [reader.only_listed(item) for number, item in enumerate(listed) if number not in held]
    return tuple(sorted(found, key=lambda c: (c.quote.turn.number, c.quote.start)))


def _of_list(promise: Promise, listed: Sequence[Listed]) -> bool:
    """Whether a sentence is a yes to the chair who read the list: "Zijn ze zo goed?" "Ja." """
    reply = promise.reply
    yes = promise.kind == "assent" and reply is not None and reply.speaker.role == "chair"
    return yes and reply is not None and any(item.quote.turn.number <= reply.number for item in listed)


# --- the same promise -----------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """Sentences that make one promise, and the item of the list it is."""

    members: list[Promise]
    item: int | None = None
    letter: bool = False  # whether that item is a message to the Kamer
    listed: Promise | None = None  # the sentence that is on the list
    stems: set[str] = field(default_factory=set)

    @property
    def main(self) -> Promise:
        """The sentence the others go with: the one that says most surely what, of those the letter that has the term, and the first of those."""
        first = max(self.members, key=lambda p: (p.kind not in {"assent", "term"} and not _only_adds(p), p.strength + self._written(p)))
        listed = self.listed  # "Daar ben ik toe bereid. Ik stuur voor 1 mei een brief.": the letter is on the list, and has the term
        if listed is not None and listed.kind == "inform" and _terms(listed.quote.text) and not _terms(first.quote.text):
            return listed
        letters = [p for p in self.members if p.kind == "inform"] if self.letter and first.kind in {"act", "other"} else []
        return letters[0] if letters else first  # "Ik spreek hem in april. Wat daaruit komt, laat ik u weten.": what the chair read out

    def gives_term(self, promise: Promise) -> bool:
        """Whether the term of a sentence is that of what is promised: the day of a talk is not that of the letter on it."""
        return self.main.kind != "inform" or promise.kind not in {"act", "other"} or promise == self.main

    def _written(self, promise: Promise) -> bool:
        """Whether a promise is the one message with a term among deeds without: "Ik ga overleggen. Ik stuur daar voor de zomer een brief over." """
        dated = [p for p in self.members if p.kind not in {"assent", "term"} and _terms(p.quote.text)]
        return promise.kind == "inform" and dated == [promise] and not any(p.kind == "explicit" for p in self.members)


def _grouped(promised: Sequence[Promise], tied: dict[int, int], letters: set[int], language: Language, said: str | None) -> list[_Group]:
    groups: list[_Group] = []
    for number, promise in enumerate(promised):
        item = tied.get(number)
        if promise.strength < LIKELY and item is None:
            continue
        stems = _stems(without_dates(promise.quote.text, said), language)
        group = next((g for g in reversed(groups) if _same(g, promise, stems, item, language, said)), None)
        if group is None:
            before = _meant(promise, promised[:number], language) if promise.kind == "term" else None
            if before is None and promise.kind == "term" and not _of_ours(promise, said):
                continue  # "Wanneer gaat de brug open?" "Volgend jaar gaat die open.": when, of nothing that was promised
            members = [before, promise] if before else [promise]
            groups.append(_Group(members, item, item in letters, promise if item is not None else None, stems))
            continue
        group.members.append(promise)
        group.listed = promise if item is not None else group.listed
        group.item = item if group.item is None else group.item
        group.letter = group.item in letters
        group.stems |= stems
    return groups


def _asks_when(promise: Promise) -> bool:
    """Whether a term replies to when whoever answers does something, or something comes: "Wanneer krijgen wij die brief?"."""
    asked = promise.reply.text if promise.reply is not None else ""
    return cue("assent", "term").search(asked) is not None and bool(
        cue("assent", "done_by").search(asked) or cue("list", "documents").search(asked)
    )


# "Ik stuur het volgende week naar uw Kamer."; not "Ik stuur het rapport."
_IT = re.compile(
    r"\bik \w+ het (?:(?:volgende|komende) (?:week|maand)|in|voor|naar|aan|u|uw|nog|dan|morgen|binnen|uiterlijk|toe|per|graag)\b", re.I
)
_VERBS = "gaat|wordt|is|kan|zal|komt|moet|lukt|duurt"  # behind "het": no article
_OTHERS = re.compile(rf"\W*(?:de|het)\s+(?!(?:{_VERBS})\b)[\w-]+\s+\w", re.I)


def _of_ours(term: Promise, said: str | None) -> bool:
    """Whether a term is of what whoever answers does, or of what the Kamer gets."""
    told = term.quote.text
    documents = cue("list", "documents").search(f"{told} {term.asked.text if term.asked else ''}")
    if _OTHERS.match(told) and not cue("assent", "done_by").search(told) and not cue("list", "documents").search(told):
        return False  # "De Gezondheidsraad komt in november met zijn advies."
    return _asks_when(term) or (not only_when(told, said) and bool(cue("assent", "done_by").search(told) or documents))


def _meant(term: Promise, before: Sequence[Promise], language: Language) -> Promise | None:
    """What a term is given for: the last thing said to the same members that may have been promised, on what they ask about, if they name it."""
    asked = _stems(term.reply.text, language) if term.reply is not None else set()
    for promise in reversed(before):
        if term.quote.turn.number - promise.quote.turn.number > THREAD:
            return None
        if promise.to == term.to and promise.kind not in {"term", "assent"} and promise.quote.turn != term.quote.turn:
            about = not asked or bool(asked & _stems(promise.quote.text, language))
            return promise if promise.strength < LIKELY and about else None
    return None


def _stems(text: str, language: Language) -> set[str]:
    return set(content_stems(text, language)) - generic(language)


def _same(group: _Group, promise: Promise, stems: set[str], item: int | None, language: Language, said: str | None) -> bool:
    """Whether a promise is one of the group's once more: right after it and saying little else, its term, or its words again."""
    if item is not None and group.item is not None and item != group.item:
        return False
    last, quote = group.members[-1], promise.quote
    if last.quote.turn.speaker.name != quote.turn.speaker.name:
        return False
    shared = group.stems & stems
    apart = quote.turn.number - last.quote.turn.number
    others = bool(promise.to and last.to and promise.to != last.to)
    if len(shared) >= 3 and len(shared) >= ALIKE * min(len(group.stems), len(stems)):
        return True
    # "Ik laat het RIVM dat onderzoeken." "Het RIVM rondt het onderzoek in mei af en ik stuur u het rapport."
    # "Ik ga met de gemeente in gesprek." "Het gesprek met de gemeente is in mei, en ik laat u weten wat eruit komt."
    studies = {"study", "talk"} & deeds(group.main.quote.text) & deeds(quote.text)
    if (
        studies
        and promise.kind == "inform"
        and group.main.kind in {"act", "explicit"}
        and set(promise.to) & set(group.main.to)
        and len(shared) >= 2
    ):
        return True
    # "Is dat een toezegging?" "Dat is een toezegging.", whoever asks
    if _confirms(promise) and apart <= CONFIRMED and (not others or len(stems) <= LITTLE):
        return True
    if apart <= THREAD and _resumes(group, promise, language, others):
        return True
    if others or apart > THREAD:
        return False
    if not apart:
        return _same_turn(group, promise, stems, language, said)
    little = promise.kind in {"assent", "term"} or (len(stems) <= LITTLE and stems <= group.stems)
    if promise.reply is not None:
        return little and _goes_on(group, promise.reply, language)
    # "De lijst met winningen is in bewerking. Die ontvangt u in mei.", further on in an answer: what it leans on is another thing
    led = _stems(" ".join(leaning(quote)[1:2]), language)
    return little and (len(led) < LITTLE or not led.isdisjoint(group.stems))


def _same_turn(group: _Group, promise: Promise, stems: set[str], language: Language, said: str | None) -> bool:
    """The same within one turn: it adds to the promise before it, leans on it, or says little else."""
    last, quote, shared = group.members[-1], promise.quote, group.stems & stems
    if promise.kind in {"inform", "act"} and _other_terms(group, promise, said):
        return False
    if promise.kind == "inform" and IF.match(quote.text) and quote.start != group.main.quote.start:
        return False  # a letter for another case than that of the promise before it
    between = _apart(last.quote, quote)
    if between == 1 and promise.to == last.to and _HE_GETS.match(quote.text) and _leans(last.quote.text, group.stems):
        return True  # "Dat ga ik regelen. De heer Pot krijgt in mei een naam."
    if between <= NEAR_BY and _THAT_QUESTION.search(quote.text) and "vragen" in last.quote.text:
        return True  # "Ik zal haar vragen te reageren. … Die vraag geleid ik in ieder geval door."
    if between == 1 and promise.kind == "inform" and _of_study(last.quote.text, quote.text):
        return True
    if names_subject(quote.text) or (_THE.match(quote.text) and stems and not shared and not points_back(quote.text)):
        return False
    if between > 1 and (_went_on(last.quote, quote) or _leans_elsewhere(group, quote, language)):
        return False
    little = min(len(stems), len(group.stems)) <= LITTLE
    reports = _OF_IT.search(quote.text) and cue("inform", "receiver", "everybody").search(quote.text)
    # a bare yes, and then what is done; a yes to more of what was promised in an earlier turn says nothing of what follows
    topic, said = _topic(last.quote.text)
    yes = len(said.split()) <= SHORT and group.main.quote.turn == quote.turn and (not topic or bool(stems & _stems(topic, language)))
    adds = between == 1 and (_ADDS.match(quote.text) or reports or yes)
    return between <= NEAR_BY and bool(adds or _leans(quote.text, stems) or (little and shared))


_ON_WHAT = re.compile(r"\bover [^.;,?]+", re.I)
# "Ik neem dat mee in de vraag aan het CBS."
_TAKES_IT = re.compile(r"\b(?:ik|we|wij) \w+ (?:dat|die|dit|deze) (?:\w+ )?(?:mee|op|over|door|na|uit|aan|terug|voor|bij|in)\b", re.I)
_THAT_QUESTION = re.compile(r"\b(?:die|deze|dat|dit) (?:vraag|verzoek|oproep)\b", re.I)
# "Ik laat dat onderzoeken. De uitkomst stuur ik u voor de zomer."; not "De uitkomst van de proef …"
_RESULT = r"(?:de|het|die|alle) (?:uitkomst|resultaat|resultaten|bevinding|uitslag|conclusie)\w*\b(?! (?:van|over|uit) (?!(?:dat|dit|die|deze)\b))"
_OUTCOME = re.compile(rf"\W*(?:\S+ ){{0,6}}?{_RESULT}", re.I)


_ON_OUTCOME = re.compile(rf"\W*(?:over|about) {_RESULT}", re.I)  # "Over de uitkomst informeer ik u in mei.": the outcome of what?


def _of_study(before: str, sentence: str) -> bool:
    """Whether a sentence promises what comes of the study that the one before it tells of."""
    return "study" in deeds(before) and _OUTCOME.match(sentence) is not None


# "Dus dat overzicht krijgt u in maart, met de kosten.": what was promised, in other words; "in de brief van mei" is that of May
_THAT_PIECE = re.compile(r"\b(?:die|deze|dat|dit|that|this|in de|in het)\s+([\w-]{4,})(?:\s+(?:van|over|of|on)\s+([\w-]+))?", re.I)


def _resumes(group: _Group, promise: Promise, language: Language, others: bool) -> bool:
    """Whether a promise to inform points back at the piece of the same promise; said to others, it has the same term too."""
    terms = [(one, other) for p in group.members for one in _terms(p.quote.text) for other in _terms(promise.quote.text)]
    if promise.kind not in {"inform", "act"} or (others and not any(one.endswith(other) or other.endswith(one) for one, other in terms)):
        return False
    held = {stem for p in group.members for stem in content_stems(p.quote.text, language)}
    pieces = [m for m in _THAT_PIECE.finditer(promise.quote.text) if held.issuperset(content_stems(m[2] or "", language))]
    pointed = {stem for m in pieces for stem in content_stems(m[1], language)}
    return bool(pointed & held & documents(promise.quote.text, language))


def _other_terms(group: _Group, promise: Promise, said: str | None) -> bool:
    """Whether a promise has a date of its own that is not that of the group: "In mei komt het plan. Voor de zomer van 2027 evalueren we het." """
    own = [m.dates[1] for m in mentions(promise.quote.text, said) if m.dates[1]]
    theirs = [m.dates[1] for p in group.members for m in mentions(p.quote.text, said) if m.dates[1]]
    return bool(own and theirs) and all(abs(one - other) > A_SEASON for one in own for other in theirs)


def _terms(text: str) -> set[str]:
    return {" ".join(text[m.start : m.end].casefold().split()) for m in mentions(text, None)}


def _goes_on(group: _Group, reply: Turn, language: Language) -> bool:
    """Whether what a yes replies to goes on about what was promised: it says little, has a word of the promise or its question, or names its deed."""
    put = last_words(reply)
    pointed = " ".join(m[0] for m in _THAT_PIECE.finditer(put))  # "dat gesprek": of what was called to talk
    asked, kinds = _stems(put, language), deeds(pointed) & {"talk"}
    if cue("assent", "term").search(put):
        when, papers = documents(put, language), {paper for p in group.members for paper in documents(p.quote.text, language)}
        on = _stems(" ".join(_ON_WHAT.findall(put)), language) - when  # "de brief over de otter"
        said = (leaning(p.quote) if must_lean(p.quote.text) else [p.quote.text] for p in group.members)
        if on and not any(on & _stems(" ".join(texts), language) for texts in said):
            return False
        if when and papers:  # "Fijn dat er een brief komt. Wanneer krijgen wij die?"
            return bool(when & papers)
    return len(asked) <= LITTLE or any(
        asked & _about(p, language) or any(kinds & deeds(text) for text in leaning(p.quote)) for p in group.members
    )


def _about(promise: Promise, language: Language) -> set[str]:
    """The stems of a promise and of its question; of one that says little, also of what it leans on."""
    own = _stems(promise.quote.text, language)
    led = leaning(promise.quote)[1:] if len(own) <= LITTLE else []
    return own | _stems(" ".join([*led, promise.asked.text if promise.asked else ""]), language)


def _confirms(promise: Promise) -> bool:
    """Whether a sentence replies to "Is dat een toezegging?": what is promised was said before."""
    return promise.reply is not None and cue("assent", "confirm").search(promise.reply.text) is not None


def _only_adds(promise: Promise) -> bool:
    """Whether it does not say again what is promised: "Dat is een toezegging.", or to "Wanneer krijgen wij die?" "Die ontvangt u voor 1 mei."."""
    brief = len(promise.quote.text.split())
    when = promise.kind == "inform" and _asks_when(promise) and must_lean(promise.quote.text) and not documents(promise.quote.text)
    return (_confirms(promise) and brief <= SHORT) or (when and brief <= 2 * SHORT)


def _went_on(first: Quote, second: Quote) -> bool:
    """Whether another question was taken up between two sentences of a turn."""
    return any(takes_up(first.turn.text[a:b]) for a, b in spans(first.turn.text) if first.end <= a < second.start)


def _leans_elsewhere(group: _Group, quote: Quote, language: Language) -> bool:
    """Whether a promise is about what the sentence before it names, and that is nothing of the group: "Een pilot lijkt mij goed. Ik zal die …"."""
    told = beside(quote)[0]
    before = told.text if told else ""
    return points_back(quote.text) and (refuses(before) or len(_stems(before, language) - group.stems) >= LITTLE)


def _apart(first: Quote, second: Quote) -> int:
    """How many sentences on the second stands (1: the next); far when in another paragraph."""
    between = first.turn.text[first.end : second.start]
    return NEAR_BY + 1 if "\n" in between.strip(" ") else sum(first.end <= start < second.end for start, _ in spans(first.turn.text))


# "De tellingen maak ik openbaar …": a subject of its own
_THE = re.compile(rf"\W*(?:de|het|een)\s+(?!(?:kamer|minister|staatssecretaris|{_VERBS})\b)\w", re.I)
_HE_GETS = re.compile(r"\W*(?:de heer|mevrouw)\b", re.I)  # who gets it is told: it leans on nothing
# what, the sentence before it says
_RECEIVES = re.compile(rf"{_HE_GETS.pattern}|\W*(?:u|de kamer|uw kamer) (?:krijgt|ontvangt|hoort|heeft)\b", re.I)
_ADDS = re.compile(r"\W*(?:\w+\s+){0,3}?(?:daarbij|hierbij|daarin|hierin)\b", re.I)
_OF_IT = re.compile(r"\b(?:daar|hier|er)(?:uit|van)\b", re.I)  # "Ik laat de Kamer weten wat daaruit komt."
# not "weet ik niet"
_I_DO = re.compile(r"\b(?:ik|we|wij)\s+(?:doe|ga|zal|wil|zeg)\w*\b|\b(?:doe|ga|zal|wil|zeg)\w*\s+(?:ik|we|wij)\b|\btoezeggen\b", re.I)
_BUT = re.compile(r",\s+(?:maar|but)\b", re.I)
_DO_THAT = re.compile(r"\b(?:dat|dit)\s+(?:zullen|gaan|doen|zal|ga|doe|regelen|regel)\b", re.I)


def _leans(sentence: str, stems: set[str]) -> bool:
    """Whether a sentence says little by itself and leans on what was said before it."""
    return len(stems) <= LITTLE or bool(_DO_THAT.search(sentence)) or (points_back(sentence) and len(stems) <= 5)


_Dated = tuple[Deadline, Quote]  # a term and the words that give it


# --- reading it out ---------------------------------------------------------------------------------


class _Reader:
    """Makes Commitments of one meeting."""

    def __init__(self, meeting: Meeting, turns: Sequence[Turn], groups: Sequence[_Group]) -> None:
        self.said, self.language = meeting.date, meeting.language
        self.promised = {(p.quote.turn.number, p.quote.start) for g in groups for p in g.members}
        speakers = dict.fromkeys(t.speaker for t in turns)
        self.members = tuple(s for s in speakers if s.role == "member")
        self.government = tuple(s for s in speakers if s.role == "government")

    def made(self, group: _Group, item: Listed | None) -> Commitment:
        main = group.main
        quote = self._shown(main, group.members)
        others = [
            p.quote for p in group.members if not (p.quote.turn.number == quote.turn.number and quote.start <= p.quote.start < quote.end)
        ]
        listed = item.quote if item else None
        term = self._term(main.quote, quote, [p.quote for p in group.members if p.quote in others and group.gives_term(p)], item, main.to)
        to = addressed(item, self.members) if item else ()
        spoken = next((p.to for p in (main, *group.members) if p.to), ())
        spoken += tuple(s for p in group.members if p.kind == "assent" for s in p.to if s not in spoken)  # who asked for more of it
        yes = any(p.kind == "assent" and p.quote.turn == main.quote.turn for p in group.members)  # "Dat doe ik. Ik spreek hem morgen."
        asked = _question(main, self.language) if yes or self._needs_question(main, quote) else None
        if asked is not None and not spoken and self._shares(quote, asked):
            spoken = (asked.turn.speaker,)  # nobody is named, and it is about what this member asked
        if term is None and asked is not None and len(main.quote.text.split()) <= SHORT:
            term = next(iter(self._dated([asked])), None)  # a bare yes takes the term that was asked for
        return Commitment(
            quote=quote,
            speaker=main.quote.turn.speaker.name,
            to=_addressees(to or spoken),
            deadline=term[0] if term else None,
            origin="both" if item else "debate",
            listed=listed,
            more=(*others, *(item.more if item else ())),
            asked=asked,
            dated=_elsewhere(term, quote, listed, asked),
            corrected=self._correction(term, item) if item else None,
        )

    def _shares(self, quote: Quote, asked: Quote) -> bool:
        """Whether a promise has two content words in common with what a member asked."""
        return asked.turn.speaker.role == "member" and len(_stems(quote.text, self.language) & _stems(asked.text, self.language)) >= 2

    def _needs_question(self, main: Promise, quote: Quote) -> bool:
        """Whether the words say too little by themselves: a yes, a month, "Ik kan dat wel in een brief doen." """
        yes = main.kind == "explicit" and quote.start == main.quote.start and len(main.quote.text.split()) <= SHORT
        if yes or main.kind in {"assent", "term"} or len(quote.text.split()) <= SHORT:
            return True
        before = _stems(quote.text, self.language) - _stems(main.quote.text, self.language)
        if quote != main.quote and points_back(quote.text) and len(before) <= LITTLE:
            return True  # what it leans on leans too: "Die komt er. Dat zeg ik toe."
        reply = main.asked is not None and "\n" not in quote.turn.text[: quote.start]
        leans = _leans(quote.text, _stems(quote.text, self.language)) or _TAKES_IT.search(quote.text)
        return reply and quote == main.quote and bool(leans)

    def only_listed(self, item: Listed) -> Commitment:
        term = self._term(item.quote, item.quote, item.more, item, ())
        return Commitment(
            quote=item.quote,
            speaker=self._promiser(item.told),
            to=_addressees(addressed(item, self.members)),
            deadline=term[0] if term else None,
            origin="chair_list",
            listed=item.quote,
            more=tuple(item.more),
            asked=self._missed(item),
            dated=_elsewhere(term, item.quote),
            corrected=self._correction(term, item),
            own=item.start,
        )

    def _missed(self, item: Listed) -> Quote | None:
        """What a member had added, where the chair's own words hardly tell: "Die voegen we toe, na de zomer." """
        turn = item.asked
        if turn is None or len(_stems(without_dates(item.text, self.said), self.language)) > LITTLE:
            return None
        said = [q for a, b in spans(turn.text) if holds(q := Quote(turn, a, b))]
        return max(said, key=lambda q: len(_stems(q.text, self.language)), default=None)

    def _shown(self, main: Promise, group: Sequence[Promise]) -> Quote:
        """The sentence, with the one it leans on: "X vroeg om … Daartoe ben ik bereid."; else a yes with the next one, which tells to what."""
        quote = main.quote
        before, after = beside(quote)
        ours = before is not None and before in {p.quote for p in group}
        studied = ours and before is not None and (_of_study(before.text, quote.text) or _RECEIVES.match(quote.text))
        topic, yes = _topic(quote.text)
        if (
            (len(yes.split()) > SHORT or (_HE_GETS.match(quote.text) and not ours))
            and not (must_lean(quote.text) or _IT.search(quote.text))
            and not (studied or _ON_OUTCOME.match(quote.text))
        ):
            return quote
        if before is not None and not topic and not self._is_another(before, group):
            last = _BUT.split(before.text)[-1]  # "Voor iedereen lukt het niet, maar voor deze mensen ga ik het regelen."
            refused = _I_DO.search(last) and refuses(last) and not is_restated(before.text)  # no part of what is promised
            pair = Quote(quote.turn, before.start, quote.end)
            if not (refused or cue("not", "waits").search(last)) and _may_stand(pair):
                return self._led(pair, before, group)
        if after is None or self._is_another(after, group) or not self._tells_what(main, after):
            return quote
        pair = Quote(quote.turn, quote.start, after.end)
        return pair if _may_stand(pair) else quote

    def _led(self, pair: Quote, lead: Quote, group: Sequence[Promise]) -> Quote:
        """A promise and the sentence it leans on; with one more where that leans too: "X vroeg om … Dat lijkt me goed. Dat ga ik regelen." """
        before = beside(lead)[0]
        if before is None or is_question(before.text) or not JUDGES.match(lead.text):
            return pair
        whole = Quote(pair.turn, before.start, pair.end)
        return whole if _may_stand(whole) and not (self._is_another(before, group) or refuses(before.text)) else pair

    def _is_another(self, quote: Quote, group: Sequence[Promise]) -> bool:
        """Whether a sentence is another promise."""
        return (quote.turn.number, quote.start) in self.promised and quote not in {p.quote for p in group}

    def _tells_what(self, main: Promise, after: Quote) -> bool:
        """Whether the sentence after a bare yes says what it is a yes to: it has the words of the question, or is the same promise."""
        topic, yes = _topic(main.quote.text)
        bare = main.kind in {"explicit", "assent"} and len(yes.split()) <= SHORT
        if not bare or takes_up(after.text):
            return False
        asked = _stems(topic or (last_words(main.asked) if main.asked else ""), self.language)
        return not is_question(after.text) and not refuses(after.text) and bool(asked & _stems(after.text, self.language))

    def _term(self, main: Quote, shown: Quote, others: Sequence[Quote], item: Listed | None, to: Sequence[Speaker]) -> _Dated | None:
        """The term and the words that give it: what the item was set right to, else the item's where it has dates, else the promise's own,
        that of the sentences that go with it, or around it."""
        corrected = set_right(item.text, item.more, self.said) if item else None
        if corrected is not None:
            return corrected
        told = deadline(item.text, self.said) if item else None
        read_out = [*([(told, item.quote)] if item and told else []), *self._dated(item.more if item else ())]
        heard = next((term for term, _ in self._dated([main])), None)
        own = self._dated([main, *others])
        if not read_out and not own:
            own = self._dated([main, *([shown] if shown.end > main.end else []), *_after(main, self.said, to), *_then(main)])
        known = [*read_out, *own]
        other = heard and told and (told.start, told.end) != (heard.start, heard.end)
        if other and item and heard and heard.start and states(item.text, heard, self.said):
            return heard, main  # of several that one sentence of the list reads out, this one's
        without = next(iter(own or read_out), None)  # no dates on either side: the words of whoever promised
        return next((one for one in known if one[0].end), next((one for one in known if one[0].start), without))

    def _correction(self, term: _Dated | None, item: Listed) -> Quote | None:
        """The sentence that sets an item of the list right: it gives the term that holds where the item has another, or other words of it."""
        read_out = deadline(item.text, self.said)
        if term is not None and term[1] in item.more and read_out is not None and not one_term(term[0], read_out):
            return term[1]
        return reworded(item.text, item.more)

    def _dated(self, quotes: Iterable[Quote]) -> list[_Dated]:
        """The terms that sentences state: of one in which the Kamer hears of it, that of that clause."""
        return [(term, q) for q in quotes if (term := deadline(informing(q.text, self.said) or q.text, self.said)) is not None]

    def _promiser(self, told: str) -> str:
        """Who promises in an item of the list: by name, by office, or the only one there was; else the words of the record."""
        named = [s for s in self.government if re.search(rf"\b{re.escape(s.name)}\b", told)]
        by_office = [s for s in self.government if s.office and re.search(rf"\b{re.escape(s.office)}\b", told, re.I)]
        for found in (named, by_office, self.government):
            if len({s.name for s in found}) == 1:
                return found[0].name
        words = re.search(rf"\b(?:{'|'.join(entries('list', 'office'))})\b(?:\s+(?:van|voor)\s+[A-ZÀ-Þ][\w]+)?", told, re.I)
        return words.group() if words else self.government[0].name if len(self.government) == 1 else "kabinet"


def _topic(text: str) -> tuple[str, str]:
    """What a sentence is about, and what it says of that: "De tarieven op één plek: dat wil ik graag doen."; "Het antwoord is: ja." is about nothing."""
    found = _TOPIC.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


_TOPIC = re.compile(r"\W*(?:de|het|een)\s+(\w+)(?![^:]*\b(?:ik|is|was|luidt)\b[^:]*:)[^:]*:", re.I)


def _question(promise: Promise, language: Language) -> Quote | None:
    """What a short answer answers: the last question or request put to the speaker."""
    turn = promise.asked
    if turn is None or (turn.speaker.role == "member" and promise.to and turn.speaker not in promise.to):
        return None
    asked = [
        q for a, b in spans(turn.text) if holds(q := Quote(turn, a, b)) and (is_question(q.text) or cue("assent", "asked").search(q.text))
    ]
    if not asked and turn.speaker.role == "member" and turn.words <= BRIEF:
        asked = [q for a, b in spans(turn.text)[-1:] if holds(q := Quote(turn, a, b))]  # "Dan wil ik daar toch een brief over."
    full = [q for q in asked if len(q.text.split()) > SHORT] or asked
    said = set(content_stems(promise.quote.text))
    best = max(full, key=lambda q: (len(said & set(content_stems(q.text))), q.start), default=None)
    return _with_subject(best, language) if best else None


def _with_subject(asked: Quote, language: Language) -> Quote:
    """A request that says little, or points back ("Kan zij dat toezeggen?"), with the sentence before it, which says what is requested."""
    before = beside(asked)[0]
    if before is None or is_question(before.text):
        return asked
    if (len(_stems(asked.text, language)) > LITTLE and not points_back(asked.text)) or marks(before.text, language).keys() & _ASIDE:
        return asked
    pair = Quote(asked.turn, before.start, asked.end)
    return pair if _may_stand(pair) else asked


def _addressees(speakers: Iterable[Speaker]) -> tuple[Addressee, ...]:
    return tuple(dict.fromkeys(Addressee(s.name, s.party) for s in speakers))


def _may_stand(pair: Quote) -> bool:
    return holds(pair) and len(pair.text.split()) <= LONGEST


def _after(quote: Quote, said: str | None, to: Sequence[Speaker]) -> list[Quote]:
    """The next sentence of the same paragraph, when it goes on about the same or only gives its time."""
    after = beside(quote)[1]
    if after is None or is_question(after.text) or not holds(after):
        return []
    named = _HE_GETS.match(after.text) and any(s.name in after.text for s in to)  # what another member gets is no part of it
    ours = (goes_on(after.text) and not _THE.match(after.text)) or named or _tells_when(after.text, said)
    return [after] if ours else []


# "Het streven is om de wet voor 1 mei bij u in te dienen.", "Ik denk dat ik dat in juni af heb."
_PLANS = re.compile(
    r"^\W*(?:(?:en|maar)\W+)?(?:(?:het|mijn|ons) (?:streven|doel)|(?:de|mijn|onze) (?:planning|bedoeling|verwachting|inzet|ambitie|intentie)|naar verwachting"
    r"|(?:ik|wij|we) (?:streef|streven|verwacht|verwachten|mik|mikken|denk|denken|hoop|hopen|probeer|proberen|koers|koersen|reken|rekenen)\b)",
    re.I,
)


_OF_THAT = re.compile(
    r"\b(?:dat|die|dit|deze|ze|het) (?:ik|we|wij|is|zijn|\w+ te)\b|\b(?:is|zijn|komt|ligt|volgt|kan|moet) (?:dat|die|dit|het|ze)"
    r"(?=\W*$|\s+(?:in|op|voor|na|rond|eind|begin|medio|uiterlijk|nog|al|klaar|gereed|af)\b)",
    re.I,
)


def _tells_when(text: str, said: str | None) -> bool:
    """Whether a sentence tells by when what was just promised is planned: it points at that, or is about what the Kamer gets."""
    plan = _PLANS.match(text)
    rest = text[plan.end() :] if plan else ""
    ours = cue("inform", "receiver", "everybody").search(rest) or documents(rest) or _OF_THAT.search(rest)
    return bool(ours) and any(m.dated for m in mentions(text, said))


def _then(quote: Quote) -> list[Quote]:
    """The sentence before a promise that points back at its day: "Dat gesprek is op 11 februari. Ik breng het dan ter sprake." """
    before = beside(quote)[0]
    return [before] if before and holds(before) and _AT_THAT_TIME.search(quote.text) else []


_AT_THAT_TIME = re.compile(r"\bik\b.*\bdan\b", re.I)


def _elsewhere(term: _Dated | None, *told: Quote | None) -> Quote | None:
    """The sentence that gives a term, where none of those that are shown holds it."""
    if term is None:
        return None
    return None if any(inside(term[1], q) for q in told if q) else term[1]
