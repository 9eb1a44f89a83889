"""What became of each motion: its request, its movers and the verdicts on it, joined by the number under which they speak of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rag.exchange import named_members
from rag.kind import VOTE
from rag.leaning import antecedent
from rag.naming import parties_in, split_name
from rag.numbered import moved, numbered
from rag.tables import table
from rag.text import CLOSING, REQUESTS, content_stems, fold, is_question, sentences
from rag.types import Judgement, Language, Motion, Person, Quote, Role, Speaker, Turn

SIGNS: frozenset[Role] = frozenset({"member", "chair"})  # who is in the chair may have put a name to a motion
BEFORE = 300  # characters before a motion in which its mover may say for whom it is too
FOLLOWING = 600  # characters of the next turn, where the chair may read who moved the last motion
LONGEST = 80  # words of a request of more than one sentence
WORDS = 60  # of a verdict with its reasons; more only for one long sentence
BACK = 2  # sentences before "Om die reden moet ik 'm ontraden."

REQUEST = re.compile(rf"(?:^|[,;]\s)(?:{REQUESTS})\b", re.I)
VERDICTS = {kind: re.compile(pattern, re.I) for kind, pattern in table("motions")["verdicts"].items()}


def _of_ours(verbs: str) -> str:
    return rf"\b(?:(?:{verbs}) (?:ik|wij|we)|(?:ik|wij|we) (?:\w+ ){{0,2}}?(?:{verbs}))\b"


# a motion of the speaker's own to come: "ik" or "wij" beside the verb, and no negation or other clause up to what is done with the motion
_UP_TO = r"(?:, (?:als|mocht|indien)\b[^,]*,|(?!\b(?:dat|die|of|als|geen|niet|nooit)\b)[^;:])*?"
_OWN_MOTION = r"(?<!tegen de )(?<!voor de )\bmoties?\b(?!-| van (?:de|het|mevrouw|meneer|collega)\b)"
_ANNOUNCES = re.compile(
    rf"{_of_ours('overweeg|overwegen|kondig|kondigen')}{_UP_TO}{_OWN_MOTION}(?! (?:\w+ ){{0,3}}niet\b)"
    rf"|(?=[^,;:]*\b(?:straks|later|dadelijk|zo meteen|tweeminutendebat|tweede termijn|volgende week|morgen|daarin)\b[^,;:]*\bmoties?\b){_of_ours('dien|dienen|leg|leggen')}"
    rf"{_UP_TO}{_OWN_MOTION}{_UP_TO}\b(?:in|voor)\b"
    rf"|{_of_ours('kom|komen')}{_UP_TO}\bmet (?:\w+ ){{0,3}}{_OWN_MOTION}"
    rf"|{_of_ours('ben|zijn|zal|zullen|ga|gaan|wil|willen|moet|moeten|kom|komen')}{_UP_TO}{_OWN_MOTION}{_UP_TO}"
    r"\b(?:aan(?: te )?kondigen|overwegen|in(?: te )?dienen|voor(?: te )?leggen|komen)\b",
    re.I,
)
_FURTHER = r"(?:(?!\b(?:geen|niet)\b)[^.;?!])*?"  # further in the same sentence, which denies nothing
# "Ik overweeg een motie over statiegeld.", "Daarom gaan wij een motie indienen om …", "Ik kom met een motie.": whether, and on what
_COMES = re.compile(
    r"\b(?:(?:ik|wij|we) (?P<does>{0})|(?P<did>{0}) (?:ik|wij|we))\b(?P<before>{1})\b(?:een|één|twee|drie|enkele) (?:\w+ )?moties?\b(?P<after>{2}[^.;?!]*)".format(
        "overweeg|overwegen|ga|gaan|zal|zullen|wil|willen|zou|zouden|dien|dienen|kom|komen|bereid|bereiden",
        r"(?:(?!\b(?:geen|niet)\b|(?<!\bop )(?<!\bover )\b(?:dat|of)\b)[^.;?!])*?",  # of the speaker's own, in no other clause
        _FURTHER,
    ),
    re.I,
)
# what such a verb has beside it
_TO_MOVE = re.compile(r"\b(?:in(?:dienen| te dienen)?|voor(?:leggen| te leggen|bereiden)?|met|komen)\b", re.I)
# "Ik zal voor een motie van mevrouw Vos stemmen."
_OF_ANOTHER = re.compile(r"\W*van (?:de|het|mevrouw|meneer|collega)\b|.*\b(?:stemmen|steunen)\W*$", re.I)
_UNSURE = re.compile(r"\b(?:twijfel\w*|mits|tenzij|of ontraden|zo niet|zo nee)\b", re.I)
_MIGHT = re.compile(r"\b(?:zou|zouden|alleen|kunnen|anders)\b", re.I)  # no reserve where a clause before that of the verdict has it
# "dat kunnen we in mei bezien, dus ontraad ik haar"; what comes before is a reserve where it is a verdict too, or either has an if
_IF = re.compile(r"\b(?:als|indien|wanneer|zolang|mocht\w*)\b", re.I)
_SO = re.compile(rf"[,;]\s+(?:maar|dus|daarom|en (?:dus|daarom))\b(?!.*(?:{_IF.pattern}|\bdan\b))", re.I)
_NO = frozenset({"against", "early", "needless", "unfunded"})  # a yes hangs on how the motion is read, in whatever clause
# why it is so: "… ontraad ik, want huurders kunnen al ergens terecht" has no reserve
REASON = re.compile(r"\b(?:want|omdat|aangezien|doordat|because)\b(?:(?!\b(?:mits|tenzij)\b)[^.;])*", re.I)
_MOVED_BY = re.compile(r"voorgesteld door (?:de leden|het lid)\s+([^.]+)\.")
# the chair who reads a motion out tells whose it is: "Door de leden Vos en Blom wordt de volgende motie voorgesteld:", "De motie van het lid Vos luidt:"
_READ_OUT = re.compile(
    r"\b(?:de leden|het lid)\s+([^.:;]+?)(?:\s+(?:wordt|is|luidt|luidende|voorgesteld|ingediend|stellen|stelt)\b[^.:;]*)?[.:]?\s*(?:motie\s*)?$",
    re.I,
)
_ALSO_FOR = re.compile(r"\b(?:(?:mede|ook|tevens) (?:in )?namens|samen met)\b([^.;\n]*)", re.I)
# "Die motie is mede ondertekend door de heer Pot."
_SIGNED_TOO = re.compile(
    r"(?<!niet )\b(?:mede-?\s?(?:ondertekend|ingediend|voorgesteld)|(?:mede|ook|tevens) (?:is )?(?:ondertekend|ingediend|voorgesteld)) door\b",
    re.I,
)
_ANOTHER_THING = re.compile(
    r"^(?:dan|tot slot|verder|vervolgens|en dan|ten slotte|ik kom|nog)\b.*\bvra(?:ag|gen)\b|\bresteert\b"
    r"|^\W*(?:de heer|mevrouw|meneer|het lid|de leden|collega)\b(?!.*\bmotie).*\b(?:vroeg|vroegen|vraagt|vragen|een vraag)\b",
    re.I,
)
_OTHER_PIECE = re.compile(r"\bamendement", re.I)
_MOTION = re.compile(r"\bmotie", re.I)


@dataclass(slots=True)
class Moved:
    """A motion with the turn it stands in, who moved it (the first by name, the others as they are read out), and what is said of it.

    ``party``: the first mover's, None where the debate does not tell it. ``told``: every sentence of the government about it, as (turn, which of its quotable sentences); ``votes``: the chair's, on the vote.
    """

    motion: Motion
    turn: Turn
    movers: tuple[str, ...]
    party: str | None
    verdicts: list[Judgement] = field(default_factory=list)
    told: list[tuple[Turn, int]] = field(default_factory=list)
    votes: list[Quote] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """Its subject, where the record gives one."""
        return (self.motion.title or "").partition(" over ")[2]

    @property
    def text(self) -> str:
        """What it is looked for by: its own words and its subject."""
        return f"{self.turn.text[self.motion.start : self.motion.end]}\n{self.subject}"

    @property
    def about(self) -> str:
        """What it is about: its request, without what it takes into account, and its subject."""
        return f"{self.request.text}\n{self.subject}" if self.request else self.text

    @property
    def request(self) -> Quote | None:
        """What it asks or declares, with the items of a list after "verzoekt de regering:", as far as a quote may be long."""
        within = [(a, b) for a, b in sentences(self.turn.text) if self.motion.start <= a and b <= self.motion.end]
        at = next((i for i, (a, b) in enumerate(within) if REQUEST.search(self.turn.text[a:b])), None)
        if at is None:
            return None
        last = at
        while last + 1 < len(within) and not CLOSING.search(self.turn.text[slice(*within[last + 1])]):
            if len(self.turn.text[within[at][0] : within[last + 1][1]].split()) > LONGEST:
                break
            last += 1
        return Quote(self.turn, within[at][0], within[last][1])


def announced(turns: Iterable[Turn], language: Language) -> Iterator[Quote]:
    """What members say of a motion that they will move: each sentence with what it leans on."""
    for turn in turns:
        spans = _quotable(turn) if turn.speaker.role == "member" else []
        texts = [turn.text[a:b] for a, b in spans]
        for i, text in enumerate(texts):
            later = any(
                not (one["does"] or one["did"]).lower().startswith("dien") for one in to_come(text)
            )  # no motion moved there and then
            if (later or _ANNOUNCES.search(text)) and not is_question(text):
                first = antecedent(texts, i, language)
                yield Quote(turn, spans[i if first is None else first][0], spans[i][1])


def to_come(text: str) -> Iterator[re.Match[str]]:
    """Where somebody says to be going to move a motion, or to think of it: ``does`` or ``did`` is the verb, ``before`` and ``after`` what it is about."""
    for found in _COMES.finditer(text):
        thinks = (found["does"] or found["did"]).lower().startswith("overw")
        if thinks or (_TO_MOVE.search(found["before"] + found["after"]) and not _OF_ANOTHER.match(found["after"])):
            yield found


def joined(turns: Sequence[Turn], motions: Iterable[Motion]) -> list[Moved]:
    """Each motion of a meeting with what is said of it after it was moved.

    A motion is spoken of by number, or by its mover where that leaves one; "deze motie" is the one named last. A number that two
    motions bear, a motion moved elsewhere, or a question that is taken up next, leaves none: then a verdict is nobody's.
    """
    by_number = {t.number: i for i, t in enumerate(turns)}
    found = [_moved(m, turns, i) for m in motions if (i := by_number.get(m.turn)) is not None]
    if not found:
        return []
    named: list[Moved] = []
    members = tuple(dict.fromkeys(t.speaker for t in turns if t.speaker.role == "member"))
    for turn in turns[min(by_number[m.motion.turn] for m in found) :]:
        known = [m for m in found if m.motion.turn < turn.number]
        own = [m.motion for m in found if m.turn is turn]  # a motion's own text says nothing of it
        spans = [(a, b) for a, b in _quotable(turn) if not any(m.start < b and a < m.end for m in own)]
        told: dict[int, list[int]] = {}
        for i, (a, b) in enumerate(spans):
            now = _named(turn.text[a:b], known)
            named = named if now is None else now
            for one in named:
                told.setdefault(id(one), []).append(i)
            signed = _SIGNED_TOO.search(turn.text, a, b) if turn.speaker.role == "chair" and len(named) == 1 else None
            if signed:  # the chair sets right whose it is
                named[0].movers = tuple(
                    dict.fromkeys([*named[0].movers, *(s.name for s in named_members(turn.text[signed.end() : b], members))])
                )
        for one in known:
            _note(one, turn, spans, told.get(id(one), []))
    return found


def first_movers(turns: Sequence[Turn], motions: Sequence[Motion]) -> dict[int, dict[str, Speaker]]:
    """For each turn in which motions are moved, who moved each, or moved it first, by its number.

    A number that two motions bear is left out, and who did not speak.

    Args:
        turns: of one meeting, in spoken order.
        motions: of that meeting.
    """
    by_number, bear = {t.number: i for i, t in enumerate(turns)}, Counter(m.number for m in motions)
    members = {t.speaker.name: t.speaker for t in turns if t.speaker.role == "member"}
    found: dict[int, dict[str, Speaker]] = {}
    for motion in motions:
        name = _movers(motion, turns, by_number[motion.turn])[0] if motion.turn in by_number else ""
        if motion.number and bear[motion.number] == 1 and name in members:
            found.setdefault(motion.turn, {})[motion.number] = members[name]
    return found


def _quotable(turn: Turn) -> list[tuple[int, int]]:
    """The sentences that somebody may be quoted for."""
    return [(a, b) for a, b in sentences(turn.text) if not turn.bars(a, b)]


def _moved(motion: Motion, turns: Sequence[Turn], at: int) -> Moved:
    """A motion of which nothing was said yet."""
    movers, reader = _movers(motion, turns, at), turns[at].speaker
    return Moved(motion, turns[at], movers, reader.party if movers[0] == reader.name else party_of(movers[0], {t.speaker for t in turns}))


def _movers(motion: Motion, turns: Sequence[Turn], at: int) -> tuple[str, ...]:
    """The mover's name first; the others as the chair reads them out, else as the mover names them: "mede namens mevrouw Kuik".

    Who is in the chair moves none: where the chair reads one out, it is of those whom the chair names.
    """
    members = tuple(dict.fromkeys(t.speaker for t in turns if t.speaker.role == "member"))
    lead, reader = turns[at].text[max(0, motion.start - BEFORE) : motion.start], turns[at].speaker
    own, another, _ = turns[at].text[motion.end :].partition("De Kamer,")
    following = turns[at + 1].text[:FOLLOWING] if not another and at + 1 < len(turns) else ""
    notice = _MOVED_BY.search(own) or _MOVED_BY.search(following)
    if reader.role == "chair":
        notice = _READ_OUT.search(lead) or notice
        named = _names(notice[1]) if notice else tuple(s.name for s in named_members(lead.rpartition(". ")[2], members))
        return named or (reader.name,)
    with_them = list(_ALSO_FOR.finditer(lead))[-1:] if notice is None else []
    names = _names(notice[1]) if notice else ()
    if with_them:
        names = tuple(s.name for s in (*named_members(with_them[0][1], members), *_only_ones(with_them[0][1], members)))
    return tuple(dict.fromkeys([reader.name, *names]))


def _names(told: str) -> tuple[str, ...]:
    """The names of a series: "Vos, Blom en Van der Velde"."""
    return tuple(name for name in re.split(r",\s*|\s+en\s+", " ".join(told.split())) if name)


def party_of(name: str, people: Iterable[Speaker | Person]) -> str | None:
    """The party of a mover by surname, as the chair reads it out: that of the one member so named, None where there are several or none."""
    alike = [p for p in people if p.party and p.role in SIGNS and surname(p.name) == surname(name)]
    found = {p.party for p in alike if p.name == name} or {p.party for p in alike}
    return next(iter(found)) if len(found) == 1 else None


def _only_ones(text: str, members: Sequence[Speaker]) -> Iterator[Speaker]:
    """Who speaks alone for a party that is named: "mede namens het CDA"."""
    for party in parties_in(text, dict.fromkeys(s.party for s in members if s.party)):
        theirs = {s.name: s for s in members if s.party == party}
        if len(theirs) == 1:
            yield from theirs.values()


def _named(sentence: str, known: Sequence[Moved]) -> list[Moved] | None:
    """The motions a sentence speaks of by number or mover; none of them where it takes up something else, None where it goes on."""
    if _OTHER_PIECE.search(sentence) and not _MOTION.search(sentence):
        return []
    numbers = {n for n in numbered(sentence) if not n.startswith("art ")}
    if numbers:
        of = {n: [m for m in known if m.motion.number == n] for n in numbers}
        return [m for same in of.values() if len(same) == 1 for m in same]
    names = moved(sentence)
    if names:
        return _by_mover(sentence, names, known)
    return [] if _ANOTHER_THING.search(sentence) else None


def _by_mover(sentence: str, names: frozenset[str], known: Sequence[Moved]) -> list[Moved]:
    """The one motion of these movers; of several, the one whose words the sentence takes up."""
    theirs = [m for m in known if surname(m.movers[0]) in names] or [m for m in known if any(surname(n) in names for n in m.movers)]
    if len(theirs) <= 1:
        return theirs
    said = set(content_stems(sentence)) - {s for n in names for s in content_stems(n)} - {"motie"}
    shared = sorted(((len(said & set(content_stems(m.text))), i) for i, m in enumerate(theirs)), reverse=True)
    return [theirs[shared[0][1]]] if shared[0][0] > shared[1][0] else []


def surname(name: str) -> str:
    """How a mover is named after "motie-" or "de motie van mevrouw": without first name, in lower case."""
    return fold(split_name(name)[1]).casefold()


def _note(one: Moved, turn: Turn, spans: Sequence[tuple[int, int]], at: Sequence[int]) -> None:
    """Keeps what a turn says of a motion."""
    for i in at:
        text = turn.text[spans[i][0] : spans[i][1]]
        if turn.speaker.role == "member" or is_question(text):
            continue
        if turn.speaker.role == "government":
            one.told.append((turn, i))
        if turn.speaker.role == "chair" and VOTE.search(text):
            one.votes.append(Quote(turn, *spans[i]))
        kind, said = next(((kind, said) for kind, pattern in VERDICTS.items() if (said := pattern.search(text))), (None, None))
        if kind and said:
            quote = _with_reasons(turn, spans, at, i)
            one.verdicts.append(Judgement(kind, unreserved(kind, text, said), quote, spans[i][1]))


def unreserved(kind: str, text: str, said: re.Match[str]) -> bool:
    """Whether a verdict of a kind is given without reserve: "Dat kunnen we in mei bezien, dus ontraad ik haar."; not "Die zou ik kunnen overnemen."

    Args:
        said: where the sentence gives it.
    """
    after = REASON.sub("", text[said.end() :])
    leads_up = max((m.start() for m in _SO.finditer(text) if m.end() <= said.start()), default=0)
    reserved = any(pattern.search(text, 0, leads_up) for pattern in (_IF, *VERDICTS.values()))
    clause = 0 if kind not in _NO or reserved else leads_up
    return not _UNSURE.search(text[: said.end()] + after) and not _MIGHT.search(text[clause : said.end()] + after)


def _with_reasons(turn: Turn, spans: Sequence[tuple[int, int]], at: Sequence[int], i: int) -> Quote:
    """A verdict with the sentences about the same motion it leans on, and those that give its reasons after it."""
    first = last = i
    own = numbered(turn.text[slice(*spans[i])])
    while not own and i - first < BACK and first - 1 in at and _length(turn, spans, first - 1, last) <= WORDS:
        first -= 1
        own = numbered(turn.text[slice(*spans[first])])
    while turn.speaker.role == "government" and last + 1 in at and _length(turn, spans, first, last + 1) <= WORDS:
        last += 1
    return Quote(turn, spans[first][0], spans[last][1])


def _length(turn: Turn, spans: Sequence[tuple[int, int]], first: int, last: int) -> int:
    start, end = spans[first][0], spans[last][1]
    # what stands between them may be no one's to be quoted for
    return WORDS + 1 if turn.bars(start, end) else len(turn.text[start:end].split())


def final(one: Moved, speakers: Sequence[str] = ()) -> list[Judgement]:
    """What counts of the verdicts on a motion: the government's of the first turn that has one without reserve, of those in it the last; and what
    it or the chair later made of it.

    ``speakers``: names of members of the government whose verdict is asked for; empty: anyone's.
    """
    own = [v for v in one.verdicts if v.quote.turn.speaker.role == "government"]
    if speakers:
        own = [v for v in own if v.quote.turn.speaker.name in speakers]
    chair = [v for v in one.verdicts if v.quote.turn.speaker.role == "chair" and v.sure]
    if not own:
        return [] if speakers else chair[-1:]
    first = next((v for v in own if v.sure), own[0])
    # in one turn the last counts, what was before it is why: "Die is ongedekt. Om die reden moet ik 'm ontraden."
    last = next((v for v in reversed(own) if v.sure and v.said.turn is first.said.turn), first)
    first = first if last.kind == first.kind else last
    after = [v for v in (*own, *chair) if v.sure and _place(v) > _place(first)]
    latest = max(after, key=_place, default=None)
    return [first, latest] if latest and latest.kind != first.kind else [first]


def _place(verdict: Judgement) -> tuple[int, int]:
    return verdict.quote.turn.number, verdict.said.end


def said_of(one: Moved, speakers: Sequence[str] = ()) -> Iterator[Quote]:
    """The beginning of what the government says of a motion on which it gives no verdict in so many words."""
    told = [(turn, i) for turn, i in one.told if not speakers or turn.speaker.name in speakers]
    if len(told) > 1:  # one sentence only names it
        turn, first = told[0]
        yield _with_reasons(turn, _quotable(turn), [n for t, n in told if t is turn], first)
