"""The writer without a model: the sentences of the record that answer, chosen and put in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from rag.cues import marks
from rag.exchange import ANSWERING
from rag.hearsay import names_of, tells_of_others
from rag.kind import BECAUSE, DATE, OF_MONEY, WHETHER, WHO_ASKED, YES_OR_NO, Kind, has_number, kind_of
from rag.leaning import must_lean
from rag.lexicon import OF_ANY_DEBATE, Cover, Term, window
from rag.numbered import carried, moved, numbered
from rag.putting import Answering, Put, answering, replied_to
from rag.restated import announces, noun_alone, takes_up
from rag.retrieve import REREAD, sentence_stems
from rag.tables import table
from rag.text import CLOSING, CONSIDERING, is_question, stems, words
from rag.types import Claim, Language, Passage, Quote, Role, Turn, Understood

MOST = 5  # sentences in an answer
READ = 6  # passages that may be quoted from
OF_EACH = 2  # more of them, of each party or speaker the question names

# What speaks for a sentence, beside the share of the question it holds itself (1); measured on the sentences of eval/cases
BEFORE = 0.55  # the share of the sentence before it: a subject is named once, and then it is "dat"
MEANT, NEAR = 0.4, 5.0  # of what its words do not hold, where it means the same; and how near that is (`rag.nearness`)
LED_TO = 0.4  # less for one that points at nothing before it, and where a position is asked for
REACH, FADES = 3, 0.9  # where a position is asked for, of so many before it: facts first, then what one makes of them
RETOLD, REPLIED = 0.9, 0.5  # what the question it answers holds, as it was told again in its own turn, or put in the one before it
SAME = 0.7  # share of the question that one put to the speaker holds, from which it is the same, if it asks in the same way
GOES_ON = 0.75  # of that, for every sentence between
NAMES_ITSELF = 0.15  # by which that is more than its own share, from which it leans on that question
STANDING = 0.7  # of its turn among what was found
ANSWERED = 1.2
OF_KIND = 0.35  # it holds the amount, date or name that is asked for
REASON = 0.15
YES = 0.5  # yes or no, where that is asked for, of what was put
STANCE = 0.6  # for what is plainly a position; less for one that is asked, read or procedure
PLAIN, TAKEN = 1.9, 1.1  # how much it says of wanting, finding or rejecting (`rag.position`) that is one plainly, and that may be one
PROMISE = 0.3
ASIDE = 30  # words of the chair's turn that only leads from one to the next
CHAIR = 0.1  # what the chair says is short and to the point; a chair's turn is only found for what it says
ASKED_FOR = 0.4  # a question, where questions are asked for
# … and against it
QUESTION = 0.3
OTHERS = 0.5  # what somebody else thinks, where a position is asked for
COURTESY = 0.4
ON_SUBJECT = 0.5  # what a sentence and those before it hold of the question, from which a position counts in full
CONSIDERED = 0.2  # "overwegende dat …": why a motion asks it, not what
OPENING = 0.25  # "Dan de opvang.": says what comes, not what is thought of it
FRAGMENT = 0.3

TAKES_POSITION = {"own": 0.7, "norm": 0.5, "weigh": 0.5, "mild": 0.35}
TAKES_NONE = {"asks": 0.5, "reports": 0.3, "procedure": 0.4, "courtesy": 0.5}

USUAL = 3  # sentences; one more where it is nearly as good as the best
LEAST, AS_GOOD = 0.65, 0.85  # of the best score
ABOUT, HARDLY = 0.35, 0.2  # of what the best holds of the question: for one beside the best sentence, and for any
HALF = 0.5  # of the best score: from here a promise is an answer to what was promised
AMOUNTS = frozenset({"money", "share", "count", "size", "times"})
TOLD_AT_ONCE = AMOUNTS | {"clock", "date", "term"}
OF_ONE_THING = frozenset({"name", "money", "size"})  # kinds of which what they are asked of must be named where they are told
SHORTEST = 4  # words
ANNOUNCES = 12  # words: "Tot slot, voorzitter, even over de opvang."
BACK = 2  # sentences before it that a sentence may need
LONGEST = 80  # words of a quote of more than one sentence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer: where it stands, how much of the question it and the one before it hold, and what it scores."""

    passage: Passage
    index: int
    about: float
    score: float
    put: Put | None = None  # the question it answers, where that and not the sentence itself names the subject

    @property
    def quote(self) -> Quote:
        """The sentence, where it stands."""
        return Quote(self.passage.turn, *self.passage.sentences[self.index])

    @property
    def text(self) -> str:
        """The sentence."""
        return self.quote.text


What = Literal["view", "side", "reply", "promised", "comes", "questions", "wish", "to_house", "deed", "sums_up"]
_ASKS: dict[What, re.Pattern[str]] = {name: re.compile(rf"\b(?:{forms})\b", re.I) for name, forms in table("asking")["words"].items()}
_PROMISE = re.compile(
    r"\b(?:zeg(?:t|gen)? (?:\w+ ){0,2}toe|toezegging\w*|toegezegd|(?:ik|we|wij|het kabinet) (?:zal|zullen|ga|gaan|kom|komen|ben bereid|zijn bereid|informeer|stuur|bekijk|neem)"
    r"|(?:zal|zullen|ga|gaan|kom|komen|informeer|stuur) (?:ik|we|wij)|bereid (?:om|te)|Kamer (?:\w+ ){0,6}(?:geïnformeerd|ontvangt|ontvangen|informeren)|te informeren|informeren over|terugkom\w*|I will|we will|I promise)\b",
    re.I,
)
_COURTESY = re.compile(
    r"^(?:dank|voorzitter\.?$|dat was|tot zover|ik dank|hartelijk|goedemorgen|goedemiddag|thank you|excuus|laat ik beginnen met|gaat uw gang|het woord is|dan geef ik|ga uw gang)",
    re.I,
)
_OPENING = re.compile(
    r"^(?:dan |tot slot|ten (?:eerste|tweede|derde)|verder|allereerst|ik (?:had het|heb (?:nog |daar(?:over)? )?(?:een|één)|kom (?:nu )?(?:bij|op|tot)|ga nu|wil (?:graag )?(?:beginnen|ingaan|stilstaan))|mijn (?:\w+ )?(?:vraag|punt)|(?:een|het) (?:ander|tweede|derde|volgende?|laatste) (?:punt|onderwerp|thema)\b(?![^.?!]*(?:[:,;]| dat\b))|nog (?:een|één)|ik (?:wou|wil) het (?:\w+ )*over|ik kijk (?:nu )?even|ik hoor (?:de (?:heer|collega\w*)|mevrouw|meneer|collega|het lid)\b.*\bover|de vraag (?:van|was|is))",
    re.I,
)
_LEANS_BACK = re.compile(
    r"^(?:(?:en|maar|dus|want|ook|voorzitter|,) ?)*(?:dat|dit|die|deze|daar\w*|hier\w*|hij|zij|ze|ja|nee|that|this|those|these|they|he|she|yes|no)\b(?! (?:kabinet|jaar|debat|week))|^ik constateer dat (?:deze|dit|die|dat)\b|\bvan (?:wel|niet)\b(?=[,.;]|$)",
    re.I,
)
# "Er zijn 86 putten afgekeurd."
_TELLS = re.compile(
    r"^\W*(?:(?:en|maar|want|dus|but|and)\W+)*(?:er|dan|there|it|then|het (?:is|was|zijn|gaat|wordt|heeft|moet|kan|zou|zal))\b", re.I
)


_POINTS_BACK = re.compile(
    r"\b(?:dat|dit|die|deze|daar\w*|hier\w*|er\w*|hij|zij|ze|hem|het|hun|zo[’']n|zulke?|dus|that|this|those|these|it|they|them)\b", re.I
)
_CONCLUDES = re.compile(r"\b(?:dus|daarom|derhalve|vandaar|therefore|hence)\b", re.I)
_FOLLOWS = re.compile(r"(?:daarom|dus|vandaar|om die reden|that is why|therefore)\b", re.I)
_TELLS_NOT = re.compile(r"\b(?:niet|niets|geen|zoek\w*\b.*\buit|nagaan|navragen|not|nothing)\b", re.I)
_COMES_LATER = re.compile(
    r"\b(?:(?:kom|komen|komt)\b.*\bterug|u (?:hoort|krijgt|ontvangt)|(?:hoort|krijgt|ontvangt) u|(?:ik|we|wij) verwacht\w*|come back)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words of a question ask a sentence to be."""

    question: str
    kind: Kind
    position: bool
    promise: bool
    questions: bool
    whether: bool


def choose(
    asked: Understood,
    passages: Sequence[Passage],
    terms: Sequence[Term],
    weight: Mapping[str, float],
    language: Language,
    around: Mapping[tuple[str, int], Turn],
    roles: Sequence[Role] = (),
    near: Mapping[str, float] | None = None,
) -> list[Candidate]:
    """Scores every sentence that may be quoted in the best passages, best first.

    A question is no position, and what is asked for as questions is answered by questions: where there are others, those that are
    not of the kind are left out.

    Args:
        asked: the question as it was understood.
        passages: what was found, best first.
        terms: content words of the question.
        weight: stem of a term to its inverse document frequency.
        language: of the record.
        around: the turns near those of the passages; what right after a question answers it is about what was asked.
        roles: of whom the words are asked for ("Wat zegt de minister …"); empty: of anyone.
        near: how near in meaning the sentences are that this is known of; see `rag.nearness`.
    """
    wanted = _asked(asked, language)
    if all(p.turn.speaker.role in ANSWERING for p in passages):  # "Wat doet de minister met de vraag over …?": who answers puts none
        wanted = replace(wanted, questions=False)
    best = passages[0].score if passages else 0.0
    cover = Cover(terms, weight)
    cover = cover.without(OF_MONEY) if wanted.kind.name == "money" else cover
    cover = cover.without({t.stem for t in terms if asks_for(t.word, "promised")})  # "toegezegd" stands by a promise of anything
    found: list[Candidate] = []
    read = _to_read(asked, passages, roles)
    read += [p for p in _where_told(passages, roles, wanted, cover, language) if p not in read]
    for passage in read:
        standing = passage.score / best if best > 0 else 0.0
        replies = answering(passage.turn, passage.sentences, replied_to(passage.turn, around))
        found += _scored(passage, standing, replies, wanted, cover, language, near or {})
    least = HARDLY * max((c.about for c in found), default=0.0)
    found = [c for c in found if c.about > least or wanted.position] or found
    if wanted.kind.name != "other" and (added := cover.added(asked.question, asked.language, language)):
        found = [c for c in found if any(_near(c, cover, language)[n] for n in added)] or found
    if wanted.kind.name == "other" and (wanted.position or asks_for(asked.question, "wish")):
        found = [_request(c) for c in found]
    found = _of_kind(_said(found, wanted, language), asked, wanted, cover, language)
    return _once(sorted(_numbered(found, asked.question, wanted.kind), key=lambda c: (-c.score, c.passage.number, c.index)))


def _scored(
    passage: Passage,
    standing: float,
    replies: Sequence[Answering | None],
    wanted: Asked,
    cover: Cover,
    language: Language,
    near: Mapping[str, float],
) -> Iterator[Candidate]:
    """The sentences of a passage that may be quoted, each with how much of the question it holds and what it scores."""
    reach = REACH if wanted.position else 1
    held = [cover.held(own) for own in sentence_stems(passage.turn.text, language)]
    shares = [_held(cover.share(one), near.get(_text(passage, i), 0.0)) for i, one in enumerate(held)]
    for i, (start, end) in enumerate(passage.sentences):
        if not quotable(passage.turn, start, end) or (i and noun_alone(passage.turn.text[start:end])):
            continue
        text, own, reply = passage.turn.text[start:end], shares[i], replies[i]
        kind = _kind_there(passage, i, wanted.kind, reply.put if reply else None, language)
        unit = _unit(reply, passage.turn, held[i], wanted, cover, language, near) if reply and kind.held(text, language) else 0.0
        back = range(min(i, reach, next((n for n in range(i) if CLOSING.search(_text(passage, i - 1 - n))), i)))
        worth = BEFORE if not wanted.position and points_back(text) else LED_TO
        about = own + max((worth * FADES**n * shares[i - 1 - n] for n in back), default=0.0)
        about = max(about, ANSWERED * unit)
        put = reply.put if reply and unit >= own + NAMES_ITSELF else None
        # a word of the chair between others is found first for a single word, as it is short: it stands no higher than what it says
        aside = passage.turn.speaker.role == "chair" and passage.turn.words <= ASIDE
        stands = min(standing, about) if aside else max(standing, unit)
        value = about + STANDING * stands + _fits(text, passage.turn, replace(wanted, kind=kind), language, put)
        if wanted.position:  # what is plainly a position, but hardly on the subject, is no answer
            value += (min(1.0, about / ON_SUBJECT) if cover.terms else 1.0) * _takes_position(text, passage.turn, language)
        yield Candidate(passage, i, min(about, 1.0) if wanted.position else about, value, put)


def _held(share: float, near: float) -> float:
    """What a sentence holds of the question: in its words, and of what they leave by what it means."""
    return share + (1.0 - share) * MEANT * min(1.0, max(0.0, near) / NEAR)


def _of_kind(found: list[Candidate], asked: Understood, wanted: Asked, cover: Cover, language: Language) -> list[Candidate]:
    """What is of the kind that is asked for: questions, positions, promises, amounts; all where there is none."""
    if wanted.questions or (wanted.position and asks_for(asked.question, "view")):
        on_it = [c for c in found if not cover.terms or c.about > 0 or cover.share(window_of(c, cover, language)) > 0]
        found = [c for c in on_it if (_asks(c, language) if wanted.questions else not is_question(c.text))] or found
        found = _positions(found, cover, language, again=bool(asked.again)) if wanted.position else found
    elif asks_for(asked.question, "promised"):
        most = max((c.score for c in found), default=0.0)
        found = [c for c in found if c.score >= HALF * most and _PROMISE.search(c.text)] or found
    elif wanted.kind.name in {"vote", "name"} or (wanted.kind.heads and wanted.kind.name in OF_ONE_THING):
        found = [c for c in found if _holds(c, wanted.kind, language)]
    elif wanted.kind.name in AMOUNTS:
        found = _with_amounts(found, wanted.kind, language)
        told = [c for c in found if _of_the_named(c, cover, language)]
        of_others = not any(_holds(c, wanted.kind, language) for c in told) and any(_holds(c, wanted.kind, language) for c in found)
        found = [] if of_others else told  # what is told of others only is not told of whom the question names
    return found


def _positions(found: list[Candidate], cover: Cover, language: Language, *, again: bool) -> list[Candidate]:
    """Where a position is asked for: what is one and on the subject, else what is on it; none where nothing is."""
    found = [c for c in found if not tells_of_others(c.text, language, names_of(c.passage.turn.speaker.party))]
    found = [c for c in found if _says_something(c.text, language)] or found
    if again:
        return found  # "Waarom?" asks for what is no position
    most = max((c.about for c in found), default=0.0)
    taken = [c for c in found if _is_position(c, language) and (not cover.terms or _on_it(c, cover, language))]
    if not cover.terms or any(c.about >= ABOUT * most for c in taken):
        return taken
    return [c for c in found if c.about > 0 and _on_it(c, cover, language)]


def _kind_there(passage: Passage, index: int, kind: Kind, put: Put | None, language: Language) -> Kind:
    """What is asked for, of a sentence: what it is asked of may be named in the question the sentence answers, or right before it."""
    named = kind.named_in(put.text, language) if put else kind
    return named.after(_text(passage, index - 1), language) if index else named


def _of_the_named(one: Candidate, cover: Cover, language: Language) -> bool:
    """Whether what a question names ("in Veenhuizen") is named in the turn of a sentence, or in the question that it answers."""
    named = [n for n, term in enumerate(cover.terms) if term.name and not term.name.isupper()]  # what is abbreviated may be written out
    said = {w for own in sentence_stems(one.passage.turn.text, language) for w in own} if named else set()
    held = cover.held(said | set(stems(one.put.text, language) if one.put else ()))
    return not named or any(held[n] for n in named)


def _request(one: Candidate) -> Candidate:
    """What a motion asks, in the place of what it takes into account ("overwegende dat …"); any other sentence as it is."""
    if not _CONSIDERS.search(one.text):
        return one
    rest = range(one.index + 1, len(one.passage.sentences))
    after = next((at for at in rest if not _CONSIDERS.search(_text(one.passage, at))), one.index)
    return replace(one, index=after) if _REQUEST.search(_text(one.passage, after)) else one


def _near(one: Candidate, cover: Cover, language: Language) -> list[float]:
    """What a sentence, the one before it and the question that it answers hold of the question."""
    before = _text(one.passage, one.index - 1) if one.index else ""
    return cover.held(set(stems(f"{before} {one.text} {one.put.text if one.put else ''}", language)))


def _holds(one: Candidate, kind: Kind, language: Language) -> bool:
    """Whether a sentence holds what is asked for, of what it is asked of."""
    return _kind_there(one.passage, one.index, kind, one.put, language).held(one.text, language)


def _unit(
    reply: Answering, turn: Turn, held: Sequence[float], wanted: Asked, cover: Cover, language: Language, near: Mapping[str, float]
) -> float:
    """What a sentence and the question it answers hold of the question together; less, the more sentences stand between."""
    put = cover.held(set(stems(reply.put.text, language)))
    if not any(h for h, term in zip(put, cover.terms, strict=True) if term.stem not in OF_ANY_DEBATE):
        put = [0.0] * len(put)  # "Kan de minister …?" is no question on what is asked of the minister
    same = cover.share(put) >= SAME and wanted.kind.alike(wanted.question, reply.put.text, language)
    worth = (RETOLD if same or reply.put.turn is turn else REPLIED) * GOES_ON**reply.after
    meant = max((near.get(reply.put.turn.text[a:b], 0.0) for a, b in reply.put.spans), default=0.0)
    return _held(cover.share([max(a, worth * b) for a, b in zip(held, put, strict=True)]), worth * meant)


def _said(found: list[Candidate], wanted: Asked, language: Language) -> list[Candidate]:
    """Without questions, where there is anything else: a question is no answer, unless these are asked for, or one tells what is asked.

    What a party wants is often put as a question ("Is de minister bereid …?"), and "Waarom is het in 2016 al beloofd?" tells when.
    """
    if wanted.questions or wanted.position:
        return found
    tells = wanted.kind.name not in {"other", "reason", "name"}
    return [c for c in found if not _asks(c, language) or (tells and wanted.kind.held(c.text, language))] or found


def _asks(one: Candidate, language: Language) -> bool:
    """Whether a sentence asks, in so many words too ("Ik hoor graag of …"), or tells what was asked."""
    member = one.passage.turn.speaker.role == "member"
    return is_question(one.text) or (member and "asks" in marks(one.text, language)) or _retold(one)


def _retold(one: Candidate) -> bool:
    """Whether whoever answers only tells what was asked; "Op de vraag hoeveel: dat zijn er 12." answers it at once."""
    return one.passage.turn.speaker.role in ANSWERING and announces(one.text) and not re.search(r"[:;] \w+ \w+", one.text)


def _numbered(found: list[Candidate], question: str, kind: Kind) -> list[Candidate]:
    """Where the question names something by its number: the sentences about that one. "Stuk nr. 28" is no answer on nr. 27.

    What became of a motion may also be asked by who moved it.
    """
    wanted = numbered(question) or (moved(question) if kind.name == "vote" else frozenset())
    if not wanted:
        return found
    about = {c.passage.number: carried(_text(c.passage, i) for i in range(len(c.passage.sentences))) for c in found}
    return [c for c in found if wanted & about[c.passage.number][c.index]]


def _once(found: Iterable[Candidate]) -> list[Candidate]:
    """Without the sentences that the same speaker said in the same words before."""
    first: dict[tuple[str, ...], Candidate] = {}
    for one in found:
        first.setdefault((one.passage.turn.speaker.name, *words(one.text)), one)
    return list(first.values())


def _with_amounts(found: list[Candidate], kind: Kind, language: Language) -> list[Candidate]:
    """Where an amount is asked for: the sentences that hold one, or another number, and those right before them; all where none does."""
    held = {(c.passage.number, c.index) for c in found if kind.held(c.text, language) or has_number(c.text)}
    near = held | {(passage, index - 1) for passage, index in held}
    return [c for c in found if (c.passage.number, c.index) in near] or found


def window_of(candidate: Candidate, cover: Cover, language: Language) -> list[float]:
    """What the sentence and those on both sides of it hold of the question."""
    return window([cover.held(own) for own in sentence_stems(candidate.passage.turn.text, language)], candidate.index)


def asks_for(question: str, *what: What) -> bool:
    """Whether a question asks one of these, by its words: somebody's view ("Wat vindt …"), their wish or side, what they are going to do (deed), what
    was promised, comes or goes to the chamber (to_house), a reply, questions, or to sum up."""
    return any(_ASKS[one].search(question) for one in what)


def _asked(asked: Understood, record: Language) -> Asked:
    named, question = bool(asked.filter.parties or asked.filter.speakers), asked.question
    position = asks_for(question, "view", "side")
    questions = asks_for(question, "questions") and not position and not asks_for(question, "reply")
    return Asked(
        question,
        kind_of(question, asked.language, record),
        position=named and position,
        promise=asks_for(question, "promised", "comes"),
        questions=(named and questions) or WHO_ASKED.search(question) is not None,
        whether=WHETHER.search(question) is not None,
    )


def _to_read(asked: Understood, passages: Sequence[Passage], roles: Sequence[Role]) -> list[Passage]:
    """The best passages of whom is asked; and where a question names several parties or speakers, the best of each."""
    chosen = [p for p in passages if p.turn.speaker.role in roles][:READ] or list(passages[:READ])
    names = to_hear(asked)
    for name in names if len(names) > 1 else ():
        theirs = [p for p in passages if name in (p.turn.speaker.party, p.turn.speaker.name)]
        chosen += [p for p in theirs[:OF_EACH] if p not in chosen]
    return chosen


def _where_told(passages: Sequence[Passage], roles: Sequence[Role], wanted: Asked, cover: Cover, language: Language) -> list[Passage]:
    """Where an amount, a date or a name is asked for: the passage with the sentence that holds one and the most of the question, however far down it was found."""
    if wanted.position or wanted.kind.name not in TOLD_AT_ONCE | OF_ONE_THING:
        return []
    best, most = [], 0.0
    for passage in passages[:REREAD]:
        held = [cover.share(cover.held(own)) for own in sentence_stems(passage.turn.text, language)]
        told = [i for i, (start, end) in enumerate(passage.sentences) if held[i] > most and quotable(passage.turn, start, end)]
        told = [i for i in told if wanted.kind.held(_text(passage, i), language)]
        if told and (not roles or passage.turn.speaker.role in roles):
            best, most = [passage], max(held[i] for i in told)
    return best


def to_hear(asked: Understood) -> tuple[str, ...]:
    """The parties and speakers of whom each is asked; none where one is meant and several share the name."""
    return () if asked.namesakes else (*asked.filter.parties, *asked.filter.speakers)


def _fits(text: str, turn: Turn, asked: Asked, language: Language, put: Put | None) -> float:
    """What the form of a sentence adds or takes off."""
    value = -FRAGMENT if len(words(text)) < SHORTEST else 0.0
    if asked.kind.name == "reason":
        value += REASON * (BECAUSE.search(text) is not None)
    elif asked.kind.name != "other":
        value += OF_KIND * asked.kind.held(text, language)
    value += YES * (asked.whether and put is not None and YES_OR_NO.search(text) is not None)
    value += PROMISE * (asked.promise and _PROMISE.search(text) is not None)
    value += CHAIR * (turn.speaker.role == "chair")
    value -= COURTESY * (_COURTESY.search(text) is not None)
    value -= OPENING * (_OPENING.search(text) is not None)
    value -= OTHERS * (asked.position and tells_of_others(text, language, names_of(turn.speaker.party)))
    if is_question(text):
        return value + (ASKED_FOR if asked.questions else -QUESTION)
    return value


def _takes_position(text: str, turn: Turn, language: Language) -> float:
    """What a sentence is worth as a position of its speaker."""
    held = marks(text, language)
    taken = min(1.0, _position(text, turn, language) / PLAIN) - sum(worth for name, worth in TAKES_NONE.items() if name in held)
    return STANCE * taken - CONSIDERED * (_CONSIDERS.search(text) is not None)


def _on_it(one: Candidate, cover: Cover, language: Language) -> bool:
    """Whether a sentence holds a word of the question, or points back at one in its paragraph: "De SP steunt de wijkagent." is on something else.

    What a motion asks is on what it takes into account.
    """
    held = [cover.share(cover.held(own)) for own in sentence_stems(one.passage.turn.text, language)]
    taken = takewhile(lambda i: _CONSIDERS.search(_text(one.passage, i)), range(one.index - 1, -1, -1))
    if _REQUEST.search(one.text) and any(held[i] for i in taken):
        return True
    first = next((i for i in range(one.index, 0, -1) if _begins(one.passage, i)), 0)
    first -= first > 0 and leans(_text(one.passage, first))
    # what a turn begins with may be about what it replies to
    return held[one.index] > 0 or (points_back(one.text) and (first == 0 or any(held[first : one.index])))


def _is_position(one: Candidate, language: Language) -> bool:
    """Whether a sentence may stand as a position of its speaker, and takes one."""
    from rag.position import may_stand  # only read where a position is asked for

    turn, quote = one.passage.turn, one.quote
    stands = _REQUEST.search(one.text) or may_stand(turn, quote.start, quote.end, names_of(turn.speaker.party), language)
    return bool(stands) and _position(one.text, turn, language) >= TAKEN


def _position(text: str, turn: Turn, language: Language) -> float:
    """How much a sentence says of what its speaker wants, finds or rejects; as much as a page of positions asks for, from `TAKEN`."""
    from rag.position import stance  # only read where a position is asked for

    return PLAIN if _REQUEST.search(text) else stance(text, names_of(turn.speaker.party), language)


_REQUEST = re.compile(r"^(?:verzoekt|verzoeken|roept|spreekt uit|spreekt als haar mening uit|draagt) ", re.I)
_CONSIDERS = re.compile(rf"^(?:{CONSIDERING}|gezien|gelet op|en gaat over tot) ", re.I)


def _says_something(text: str, language: Language) -> bool:
    """Whether a sentence is more than a form of address or the announcement of a subject."""
    length = len(words(text))
    return length >= SHORTEST and (length > ANNOUNCES or not _OPENING.search(text) or stance(text, language) > 0)


def stance(text: str, language: Language) -> float:
    """How plainly a sentence takes a position, by the word lists of rag/data/positions.toml: about -1 to 1."""
    held = marks(text, language)
    value = sum(worth for name, worth in TAKES_POSITION.items() if name in held)
    return min(1.0, value) - sum(worth for name, worth in TAKES_NONE.items() if name in held)


def quotable(turn: Turn, start: int, end: int) -> bool:
    """Whether a sentence is somebody's words to be quoted for: not the chair's notice in a member's turn, nor a motion's heading or set closing."""
    return turn.text[start:end] != "Motie" and not CLOSING.search(turn.text[start:end]) and not turn.bars(start, end)


def select(candidates: Sequence[Candidate], kind: Kind, language: Language, names: Sequence[str] = ()) -> list[Candidate]:
    """One to five sentences that answer, ordered so that they read: best turn first, within a turn as spoken.

    Args:
        candidates: from `choose`, best first; not empty.
        kind: what is asked for; beside a sentence that holds the amount or date, one of another turn without is no answer.
        language: of the record.
        names: parties or speakers who must each be heard, where there is a sentence of theirs.
    """
    best = candidates[0]
    near = [c for c in candidates if c.score >= LEAST * best.score and c.about >= ABOUT * best.about]
    tells_it = [c for c in near if kind.name in TOLD_AT_ONCE and _holds(c, kind, language) and (c is best or not is_question(c.text))]
    top, told = (tells_it or candidates)[0], bool(tells_it)  # before what only speaks of it
    chosen = [top, *_others(candidates, names)]
    for candidate in candidates:
        if told and candidate.passage is not top.passage and not (_holds(candidate, kind, language) or has_number(candidate.text)):
            continue
        other = told and kind.name in OF_ONE_THING and candidate.passage is not top.passage  # what one thing costs is told once
        if len(chosen) > USUAL or candidate.score < (LEAST if len(chosen) < USUAL and not other else AS_GOOD) * best.score:
            break
        if candidate not in chosen and candidate.about >= ABOUT * best.about and not _unled(candidate):
            chosen.append(candidate)
    beside_it = [
        c for c in (_reason(top) if kind.name == "reason" else ()) if (c.passage, c.index) not in {(o.passage, o.index) for o in chosen}
    ]
    order = list(dict.fromkeys(c.passage.number for c in chosen))
    return sorted([*chosen, *beside_it], key=lambda c: (order.index(c.passage.number), c.index))


def _unled(one: Candidate) -> bool:
    """Whether a member's sentence leans on what somebody else said: beside another sentence its "dat" would be read as that one's."""
    member, elsewhere = one.passage.turn.speaker.role == "member", one.put is not None and one.put.turn is not one.passage.turn
    return member and elsewhere and _first(one) == one.index and leans(one.text)


def tells(chosen: Sequence[Candidate], kind: Kind, language: Language) -> bool:
    """Whether what was chosen holds an amount, a time or a date, where that is asked for; how long something lasts may be told without one."""
    return kind.name not in TOLD_AT_ONCE - {"term"} or any(_holds(c, kind, language) for c in chosen)


def _reason(one: Candidate) -> list[Candidate]:
    """The sentence beside one that gives its reason, in so many words or because it comes right after it: "Dat ga ik niet doen. De wet staat het niet toe."."""
    passage = one.passage

    def gives(at: int) -> bool:
        here = 0 <= at < len(passage.sentences) and not any(
            _begins(passage, i) for i in range(min(at, one.index) + 1, max(at, one.index) + 1)
        )
        text = _text(passage, at) if here else ""
        return here and not (is_question(text) or announces(text) or noun_alone(text)) and quotable(passage.turn, *passage.sentences[at])

    if BECAUSE.search(one.text) and not _CONCLUDES.search(one.text):
        return []
    near = [at for at in ((one.index - 1,) if _CONCLUDES.search(one.text) else (one.index + 1, one.index - 1)) if gives(at)]
    said = [at for at in near if BECAUSE.search(_text(passage, at))] or (near if passage.turn.speaker.role in ANSWERING else [])
    return [Candidate(passage, at, one.about, 0.0) for at in said[:1]]


def write(chosen: Sequence[Candidate]) -> list[Claim]:
    """The claims that sentences from `select` make, each with what it leans on; the one that answers best comes first."""
    best = max(chosen, key=lambda one: one.score)
    spans = _together(chosen)
    spans.sort(key=lambda span: not (span[0] is best.passage and span[1] <= best.index <= span[2]))
    return [_claim(*span) for span in spans]


def _others(candidates: Sequence[Candidate], names: Sequence[str]) -> list[Candidate]:
    """The best sentence of each party or speaker that the best one is not of, where it is on what is asked."""

    def of(candidate: Candidate, name: str) -> bool:
        return name in (candidate.passage.turn.speaker.party, candidate.passage.turn.speaker.name)

    others = [name for name in names if not of(candidates[0], name)] if len(names) > 1 else []
    on_it = [c for c in candidates if c.about >= ABOUT * candidates[0].about]
    return [found for name in others[: MOST - 1] if (found := next((c for c in on_it if of(c, name)), None)) is not None]


def _together(chosen: Sequence[Candidate]) -> list[tuple[Passage, int, int]]:
    """The chosen sentences, each with those that it leans on; what touches or overlaps becomes one quote."""
    spans: list[tuple[Passage, int, int]] = []
    for one in chosen:
        first, last = _first(one), last_of(one.passage.turn, one.passage.sentences, one.index)
        if spans and spans[-1][0] is one.passage and first <= spans[-1][2] + (not (_begins(one.passage, first) or is_question(one.text))):
            start, end = min(spans[-1][1], first), max(spans[-1][2], last)
            if _length(one.passage, start, end) <= LONGEST:
                spans[-1] = (one.passage, start, end)
                continue
            if one.index <= spans[-1][2]:
                continue
            first = max(first, spans[-1][2] + 1)
        spans.append((one.passage, first, last))
    return spans


def last_of(turn: Turn, spans: Sequence[tuple[int, int]], index: int, limits: Callable[[str], bool] = lambda following: False) -> int:
    """The last sentence to show with a sentence: itself, or the next, where that says when more comes after a short reply that tells nothing,
    or what follows from a reason, or ``limits`` what was said.

    "Daar kan ik nu nog niets over zeggen." "U krijgt in juni een brief."; "Zo'n loket doorkruist het werk." "Daarom acht ik het niet wenselijk."
    """
    after = index + 1
    if turn.speaker.role not in ANSWERING or after >= len(spans) or "\n" in turn.text[spans[index][1] : spans[after][0]]:
        return index
    text, following = (turn.text[start:end] for start, end in spans[index : after + 1])
    nothing = len(words(text)) <= ANNOUNCES and _TELLS_NOT.search(text) and not DATE.search(text)
    comes = _PROMISE.search(following) or _COMES_LATER.search(following)
    follows = _FOLLOWS.match(following) is not None and len(words(following)) <= ANNOUNCES
    goes_on = ((nothing and comes) or follows or limits(following)) and not (takes_up(following) or announces(following))
    return after if goes_on and quotable(turn, *spans[after]) else index


def _first(one: Candidate) -> int:
    """The first sentence to show with a sentence: itself, or one or two before it in its paragraph that it leans on ("Dat …", "Ja.").

    What a sentence answers is shown where it stands no further off, and nothing before that: it begins something else.
    """
    passage, first = one.passage, one.index
    retold = one.put.spans[-1][0] if one.put and one.put.turn is passage.turn else -1
    while first and one.index - first < BACK and not _begins(passage, first) and passage.sentences[first][0] != retold:
        start, end = passage.sentences[first - 1]
        if not (0 <= retold <= start or leans(_text(passage, first))):
            break
        if not quotable(passage.turn, start, end) or _length(passage, first - 1, one.index) > LONGEST:
            break
        first -= 1
    return first


def _begins(passage: Passage, index: int) -> bool:
    """Whether a sentence begins a paragraph."""
    return index > 0 and "\n" in passage.turn.text[passage.sentences[index - 1][1] : passage.sentences[index][0]]


def leans(text: str) -> bool:
    """Whether a sentence points back to what is said before it, or is too short to be read alone."""
    back = _LEANS_BACK.search(text) is not None or (must_lean(text) and not _TELLS.match(text))
    return back or len(words(text)) < SHORTEST


def points_back(text: str) -> bool:
    """Whether a sentence holds a word for what was named before it ("dat verbod", "daarvoor")."""
    return _POINTS_BACK.search(text) is not None


def _text(passage: Passage, index: int) -> str:
    start, end = passage.sentences[index]
    return passage.turn.text[start:end]


def _length(passage: Passage, first: int, last: int) -> int:
    return len(words(passage.turn.text[passage.sentences[first][0] : passage.sentences[last][1]]))


def _claim(passage: Passage, first: int, last: int) -> Claim:
    quote = Quote(passage.turn, passage.sentences[first][0], passage.sentences[last][1])
    return Claim(text=quote.text, quotes=(quote,), verbatim=True)
