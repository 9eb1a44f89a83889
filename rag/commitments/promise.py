"""Whether a sentence of the government promises something, told apart from a refusal, an intention, news and stage directions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rag.commitments.deadlines import mentions, without, yearly
from rag.commitments.lexicon import cue, entries
from rag.exchange import Addressed, Exchange, key, leaves_motion, named_members, same
from rag.leaning import must_lean
from rag.motions import VERDICTS
from rag.numbered import moved, numbered
from rag.restated import takes_up
from rag.tables import table
from rag.text import content_stems, is_question, sentences
from rag.types import Question, Quote, Speaker, Turn
from rag.verify import holds
from rag.verify.quotes import is_borrowed, spans
from rag.verify.stance import is_restated, stance

Kind = Literal["explicit", "inform", "act", "passive", "assent", "term", "other"]
SAID, LIKELY, WEAK, NONE = 3, 2, 1, 0  # WEAK counts only when the chair's list confirms it
WHOLE = 30  # words: a sentence no longer than this is also read as one clause
OPENING_SPEECH = 40  # words a member says at least before what the government says is an answer
SHARED = 2  # words of a promise that say which one is taken back
NAME = 30  # characters of a name
OPENING = 4  # sentences of a reply that can answer the question just put


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence that may promise something.

    ``strength``: SAID in so many words, LIKELY by its form, WEAK when only the chair's list can confirm it. ``to``: the members it
    answers. ``asked``: what a member just put to the speaker, as long as the reply goes on. ``reply``: the turn it is the first reply to.
    ``sure``: whether the record names whom it answers, or only one member spoke before it. ``put``: the questions the sentence answers.
    """

    quote: Quote
    strength: int
    kind: Kind
    to: tuple[Speaker, ...] = ()
    asked: Turn | None = None
    reply: Turn | None = None
    sure: bool = True
    put: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: the turn it is the first reply to, if it is, whether the speaker is answering members by now, whether right
    before it a request or question was retold or put, and the questions it answers."""

    asked: Turn | None
    answers: bool
    said: str | None
    requested: bool = False
    put: tuple[str, ...] = ()

    @property
    def wanted(self) -> bool:
        """Whether a question it answers asks for a deed."""
        return any(requests(text) or _WHAT_IS_DONE.search(text) for text in self.put)


_WHAT_IS_DONE = re.compile(
    r"\b(?:wat (?:gaat|doet|wil|kan|zal)\b[^.?]*\b(?:doen|ondernemen|veranderen)|wat doet|hoe (?:zorgt|gaat))\b[^.?]*\?"
    r"|(?:^|[.?!:]\s+|\ben )(?:gaat|wil) (?:de (?:minister|staatssecretaris)|het kabinet|hij|zij|u)\b[^?]*\w+en\?"
    r"|\bof (?:de (?:minister|staatssecretaris)|het kabinet|hij|zij|u)\b[^?.]*\bgaat \w+en\b",
    re.I,
)


def promises(turns: Sequence[Turn], debate: Exchange, said: str | None, asked: Sequence[Question]) -> tuple[Promise, ...]:
    """Every sentence of the government that may promise something, in spoken order.

    Args:
        turns: the whole meeting.
        debate: the same, with whom each sentence is for.
        said: the meeting's date, ISO 8601, or None.
        asked: the meeting's questions, each with what answers it.
    """
    found: list[Promise] = []
    put: dict[int, list[tuple[Quote, str]]] = {}
    for question, answer in ((q, a) for q in asked for a in q.answers):
        put.setdefault(answer.turn.number, []).append((answer, question.told.text))
    members = tuple(dict.fromkeys(t.speaker for t in turns if t.speaker.role == "member"))
    heard, answered = False, 0
    for number, turn in enumerate(turns):
        if turn.speaker.role == "government":
            reply = _Reply(turn, turns[answered:number], heard, debate.addressed(turn.number), put.get(turn.number, ()), said)
            found += [p if (to := _told(p, members)) is None else replace(p, to=to, sure=True) for p in reply.promises(members)]
            answered = number
        heard = heard or (turn.speaker.role == "member" and turn.words > OPENING_SPEECH)
    back = [p for n, turn in enumerate(turns) if turn.speaker.role == "government" for p in _taken_back(found, turn, turns[n - 1])]
    return tuple(p for p in found if p not in back)


def _taken_back(found: Sequence[Promise], turn: Turn, before: Turn) -> Iterator[Promise]:
    """The promises a speaker takes back: for each "Daar ben ik te stellig geweest." the last one to whoever spoke before, or on its subject."""
    for start, end in spans(turn.text):
        if not cue("not", "taken_back_later").search(turn.text, start, end):
            continue
        about = set(content_stems(turn.text[start:end]))
        earlier = [p for p in found if p.quote.turn.speaker == turn.speaker and (p.quote.turn.number, p.quote.end) <= (turn.number, start)]
        for p in reversed(earlier):
            if p.strength >= LIKELY and (before.speaker in p.to or len(about & set(content_stems(p.quote.text))) >= SHARED):
                yield p
                break


_TOLD = re.compile(
    r"\b(?:(?:zeg|beloof|stuur|schrijf|geef|meld|mail)\s+(?:ik|we|wij)|(?:ik|we|wij)\s+(?:zeg|beloof|stuur|schrijf|geef|meld|mail|zeggen|beloven|sturen)|(?:zeggen|beloven|sturen)\s+(?:we|wij))"
    r"\s+(?:(?:dat|die|het|ook|graag|aan|daarom|dus)\s+){0,4}(?:mevrouw|de heer|meneer|het lid|collega)\b.{0,40}"
    # "In maart ontvangt mevrouw Kuik van mij de resultaten.", "De heer Van Nispen krijgt dat in mei."
    r"|\b(?:ontvangt|krijgt|hoort|verneemt)\s+(?:(?:dat|die|het|ook|dus|dan)\s+)?(?:mevrouw|de heer|meneer|het lid|collega)\b.{0,40}"
    # "Daar kom ik voor de zomer bij de heer Van Nispen op terug."
    r"|\b(?:kom ik|ik kom|komen (?:we|wij)|(?:we|wij) komen)\b[^.;]{0,60}?\bbij\s+(?:mevrouw|de heer|meneer|het lid|collega)\b.{0,40}\bterug\b"
    r"|^\W*(?:mevrouw|de heer|meneer|het lid|collega)\s(?:\S+\s){1,4}?(?:ontvangt|krijgt|hoort|verneemt)\b",
    re.I,
)


_BY_NAME = re.compile(
    r"\b(?:mevrouw|de heer|meneer|collega)\s+(?:(?:van|de|den|der|ter|ten|el)\s+)*(?-i:[A-ZÀ-Þ])(?!.*\b(?:en|maar)\s+(?:ik|we|wij)\b)", re.I
)
# "Ik zal hem het signaal van de heer Van Nispen overbrengen.": whose it is wanted that
_OF_WHOM = re.compile(r"\bvan\s+(?:de heer|mevrouw|meneer|het lid|collega)\b.{0,40}", re.I)


def _told(promise: Promise, members: Sequence[Speaker]) -> tuple[Speaker, ...] | None:
    """Whom a promise itself says it is made to: "Ik zeg mevrouw Kuik toe dat …"; nobody where that one did not speak, None where it does not say."""
    told = _TOLD.search(promise.quote.text) if promise.kind in {"explicit", "inform", "act"} else None
    found = told or _OF_WHOM.search(promise.quote.text)
    named = named_members(found[0], members)[:1] if found else ()
    return named or (() if told and _BY_NAME.search(told[0]) else None)


class _Reply:
    """A turn of the government, sentence by sentence.

    ``since``: the turns since the government spoke last. ``heard``: whether a member made a speech before. ``put``: the sentences that
    answer a question, and that question.
    """

    def __init__(
        self,
        turn: Turn,
        since: Sequence[Turn],
        heard: bool,
        addressed: Sequence[Addressed],
        put: Sequence[tuple[Quote, str]],
        said: str | None,
    ) -> None:
        self.turn, self.addressed, self.put, self.said = turn, addressed, put, said
        self.whole = spans(turn.text)
        before, asking = since[-2:], [t for t in since if t.speaker.role == "member"]
        self.last = before[-1] if before and before[-1].speaker.role != "government" else None
        self.answers = heard or any(t.speaker.role == "member" for t in before)
        # after two speeches the answer opens for nobody in particular
        self.alone = len({key(t.speaker) for t in asking if t.words > OPENING_SPEECH}) < 2
        self.sole = len({key(t.speaker) for t in asking}) == 1
        self.asked = next((t for t in reversed(before) if t.speaker.role == "member"), self.last) if self.last and self.alone else None
        self.opening = True
        self.named = -1  # where a sentence last began with a name

    def promises(self, members: Sequence[Speaker]) -> Iterator[Promise]:
        for number, (start, end) in enumerate(self.whole):
            one = next((a for a in self.addressed if a.start <= start < a.end), None)
            self._goes_on(self._text(number), start, one, members)
            quote = Quote(self.turn, start, end)
            if not holds(quote) or is_question(quote.text) or is_restated(quote.text) or is_borrowed(quote):
                continue
            setting = self._setting(number)
            strength, kind = self._weighed(number, setting, one)
            meant = kind == "other" and _meant_there(quote.text, self._text(number + 1))
            if strength and not meant and not _disclaimed(self.turn.text, self.whole, number, kind):
                to = self._pleader(quote, members) or self._to(quote, kind, setting, one)
                asked = self.asked if self.asked is None or not to or _put(self.asked, to) else None
                sure = self.sole or self.named == start or (one is not None and one.ground in {"named", "held"})
                yield Promise(quote, strength, kind, to, asked, setting.asked, sure, self._put(quote))

    def _text(self, number: int) -> str:
        return self.turn.text[slice(*self.whole[number])] if 0 <= number < len(self.whole) else ""

    def _goes_on(self, sentence: str, start: int, one: Addressed | None, members: Sequence[Speaker]) -> None:
        """Notes whether a sentence still opens the reply, and whom it turns to."""
        over = one is not None and not one.to and any(a.to for a in self.addressed if a.start < start)  # it went on to something else
        if (begins := _NAMES.match(sentence)) and named_members(sentence[: begins.end() + NAME], members):
            self.named = start
        self.opening = self.opening and "\n" not in self.turn.text[:start] and not over
        self.answers = (
            self.answers or is_question(sentence) or bool(cue("assent", "retold").search(sentence)) or (one is not None and bool(one.to))
        )
        if one is not None and one.ground == "named" and not self.opening:
            self.asked = None

    def _setting(self, number: int) -> Setting:
        start, end = self.whole[number]
        near = (self._text(n) for n in range(max(0, number - OPENING), number + 1))
        retold = any(takes_up(text) or is_restated(text) or _NAMES.match(text) for text in near)
        replies = self.last if self.opening and number < OPENING else None
        mine = self._put(Quote(self.turn, start, end))
        if number and _THAT_I_DO.match(self._text(number)):  # "Een loket lijkt me goed. Dat ga ik regelen.": to what is answered before it
            mine = self._put(Quote(self.turn, *self.whole[number - 1])) or mine
        if replies is not None and not mine:
            mine = (last_words(replies),)
        # "Dat heb ik niet paraat. Dat zoek ik uit.": what cannot be answered was asked
        return Setting(replies, self.answers, self.said, retold or replies is not None or refuses(self._text(number - 1)), mine)

    def _put(self, said: Quote) -> tuple[str, ...]:
        """The questions that a sentence answers."""
        return tuple(text for answer, text in self.put if answer.start < said.end and said.start < answer.end)

    def _weighed(self, number: int, setting: Setting, one: Addressed | None) -> tuple[int, Kind]:
        sentence, previous = self._text(number), self._text(number - 1)
        strength, kind = weigh(sentence, setting)
        if (strength, kind) == (LIKELY, "act") and _of_us(sentence, setting) and self._against(number):
            return WEAK, kind
        if strength < LIKELY and _concedes(sentence, previous):
            return LIKELY, "act"
        before = self._text(number - 2) if JUDGES.match(previous) and not _denies(previous) else previous
        if strength < LIKELY and self.answers and _grants(sentence, before, self.said, one is not None and bool(one.to)):
            return LIKELY, "explicit"
        return strength, kind

    def _against(self, number: int) -> bool:
        """Whether a sentence is among the reasons to advise against a motion: next to the verdict, in what is said of that motion."""
        first, last = number, number
        while first and not self._begins(first):
            first -= 1
        while last + 1 < len(self.whole) and not self._begins(last + 1):
            last += 1
        said = self.turn.text[self.whole[first][0] : self.whole[last][1]]
        given = {kind for kind, pattern in VERDICTS.items() if pattern.search(said)}
        of_one = re.search(r"\bmotie\b", self._text(first), re.I) is not None or bool(numbered(self._text(first)))
        return of_one and bool(given & {"against", "early"}) and "chamber" not in given

    def _begins(self, number: int) -> bool:
        """Whether a sentence begins a paragraph, or what is said of another motion or of something else."""
        before, text = self.turn.text[self.whole[number - 1][1] : self.whole[number][0]] if number else "\n", self._text(number)
        return "\n" in before or leaves_motion(text) or takes_up(text) or bool(numbered(text) | moved(text))

    def _to(self, quote: Quote, kind: Kind, setting: Setting, one: Addressed | None) -> tuple[Speaker, ...]:
        """The members a sentence is for: named in it or before it, else whoever spoke right before."""
        to, last, asked = one.to if one else (), self.last, self.asked
        if (
            one is not None
            and one.ground in {"subject", "held"}
            and any(a.ground == "named" and a.to == to and a.start > one.start for a in self.addressed)
        ):
            block = self.turn.text.rfind("\n", 0, quote.start)  # whose own block comes later is not answered in another's
            to = next((a.to for a in reversed(self.addressed) if block < a.start < one.start and a.ground == "named"), to)
        if not to and self.opening and self.alone and last is not None and last.speaker.role == "member":
            to = (last.speaker,)  # whoever spoke right before is answered, also where the chair's words leave the floor open
        # "Ja, daar schrijf ik u over.", called for by the chair: to the only member who spoke since the last answer
        replies = setting.asked
        called = self.sole and replies is not None and replies.speaker.role == "chair" and (not to or must_lean(quote.text))
        straight = called and not any(a.ground == "named" and a.start <= quote.start for a in self.addressed)
        if (straight or (not to and kind == "explicit")) and asked is not None and asked.speaker.role == "member":
            return (asked.speaker,)
        return to

    def _pleader(self, quote: Quote, members: Sequence[Speaker]) -> tuple[Speaker, ...]:
        """Whose wish it is, where "haar" or "zijn" says so: the member named last before it with the title of that word."""
        whose = _WHOSE_WISH.search(quote.text)
        title = "mevrouw" if whose and whose[1].lower() == "haar" else "de heer"
        named = [m.start() for m in re.finditer(rf"\b{title}\s", self.turn.text[: quote.start], re.I)] if whose else []
        return named_members(self.turn.text[named[-1] : named[-1] + NAME + len(title)], members)[:1] if named else ()


# "Ik zal haar pleidooi overbrengen."
_WHOSE_WISH = re.compile(r"\b(haar|zijn) (?:\w+ )?(?:pleidooi|wens|verzoek|oproep|vraag|suggestie|voorstel|idee|signaal)\b", re.I)
# "Mevrouw Vos wil dat ik …"
_NAMES = re.compile(r"\W*(?:(?:en|ook|dan|verder|tot slot)\W+)*(?:de heer|de heren|mevrouw|meneer|het lid)\b", re.I)
_HE_GETS = re.compile(r"\b(?:krijgt|ontvangt)\s+(?:zij|ze|hij)\b|\b(?:zij|hij)\s+(?:krijgt|ontvangt)\b", re.I)
_DEED = r"(?:(?:dat\s+)?(?:doe\s+ik|doen\s+(?:we|wij)|zal\s+ik|ga\s+ik)|(?:dat|die)\s+komt\s+er|toegezegd|akkoord)\b"  # a yes that can only be to a request
_DOES = re.compile(rf"\W*(?:(?:ja|jazeker|zeker|uiteraard|natuurlijk|en|dus)\W+)*{_DEED}(?:\s+(?:graag|zeker|ook|doen|dan))*\W*$", re.I)
# "Dat lijkt me een goed idee.", "Dat valt onder mijn collega.", between what was asked and "Dat doe ik.": it says little of what it is about
JUDGES = re.compile(
    r"\W*(?:(?:en|maar|dus|ja)\W+)*(?:dat|dit|daar\w*|hier\w*|het(?= (?:is|lijkt|gaat|was|wordt)\b)|die|deze)\b(?:\s+[^\s,;]+){1,9}\W*$",
    re.I,
)
_OF_ME = re.compile(
    r"\b(?:vroeg|vroegen|vraagt|gevraagd)\b[^.;]*?\bof (?:ik|we|wij|de (?:minister|staatssecretaris))\b[^,;.?]*?(\w+)\W*$", re.I
)
_SO = re.compile(r"^\W*dat (?:is|vind ik|lijkt (?:me|mij)) [^.,;]{2,30}?(?:,| en) (?=dat\b)", re.I)


def _grants(sentence: str, before: str, said: str | None, answered: bool) -> bool:
    """Whether a sentence of an answer to a member grants a request: "X vroeg om … Dat doe ik.", "Die krijgt zij binnen drie weken."."""
    if _denies(sentence) or is_question(before):
        return False
    gets = _HE_GETS.search(sentence) and mentions(sentence, said)
    does = _DOES.match(_SO.sub("", sentence)) or _THAT_I_DO.match(sentence)  # "Dat is redelijk en dat doe ik."
    asked = cue("assent", "requested").search(before) and not _ALREADY.search(sentence) and not of_conduct(sentence)
    whether = _OF_ME.search(before)  # "X vroeg of ik Vlaanderen meeneem."; not "… of ik dat herken"
    deed = whether is None or requests(before) or cue("act", "verbs").search(whether[0]) or _names_deed(whether[1])
    return bool(answered and (gets or (asked and does and deed)))


def _names_deed(verb: str) -> bool:
    """Whether a verb at the end of a clause, with its particle, is that of a deed: "meeneem", "uitzoek", "regel"; not "deel", "vind"."""
    held = _deeds("now", "only").items()
    return any(verb.lower() in {f"{part}{form}" for part in beside.split("|")} for form, beside in held)


_I_OR_INSTEAD = re.compile(r"\b(?:ik|wel)\b", re.I)
_WE_GO = re.compile(r"\b(?:gaan (?:we|wij)|(?:we|wij) gaan)\b", re.I)


def _of_us(sentence: str, setting: Setting) -> bool:
    """Whether a sentence that nobody asked for only tells what the government is to do: "We gaan eerst onderzoeken waar dat in zit."; not "Wel gaan we dat doen." """
    head = sentence.partition(",")[0]
    told = (
        setting.asked
        or setting.put
        or cue("inform", "receiver", "everybody").search(sentence)
        or cue("inform", "someone").search(sentence)
        or mentions(sentence, setting.said)
    )
    return not told and _WE_GO.search(head) is not None and not (_THAT.search(head) or _I_OR_INSTEAD.search(head))


# "Ik wil daar nu geen toezegging over doen.", right after or before what might be taken for one
_DISCLAIMS = re.compile(
    r"\b(?:dat|dit|daar\w*|hier\w*|er)\b.*\bgeen (?:harde )?(?:toezegging|belofte)\b|\bgeen (?:harde )?(?:toezegging|belofte)\b.*\b(?:daar\w*|hier\w*)\b",
    re.I,
)
# "Dat kan ik niet toezeggen. Wel zal ik vragen …", "Maar ik neem het op in de brief.", "Ik wil wel bespreken …": what is promised instead; not "Maar ik zal er alles aan doen."
_WEL = re.compile(r"\W*(?:wel\b|maar\b(?!.*\b(?:alles aan|best) doen\b)|ik \w+ wel\b)", re.I)
SHORTLY = 12  # words of such a sentence


def _disclaimed(text: str, places: Sequence[tuple[int, int]], number: int, kind: Kind) -> bool:
    """Whether the sentence right before or after one says that it is no promise, or the one before that what was asked is not promised."""
    before = text[slice(*places[number - 1])] if number and not _WEL.match(text, places[number][0]) else ""
    refused = kind not in {"inform", "explicit", "assent"} and _I.search(before) and withholds(before)
    if refused and len(before.split()) <= SHORTLY:
        return True
    near = [places[n] for n in (number - 1, number + 1) if 0 <= n < len(places)]
    return any(len(text[a:b].split()) <= SHORTLY and _DISCLAIMS.search(text[a:b]) for a, b in near)


# "Ik wil wel met het IPO bespreken wat …"; "Ik wil wel zeggen dat het overleg goed was." tells of none
_CONCEDES = re.compile(
    r"\W*(?:maar\W+)?(?:wel (?:wil|kan|zal|ga) ik|ik (?:wil|kan|zal|ga) (?:\w+ )?wel)\b"
    r"(?P<what>[^;:.?]*?)(?=,|\b(?:dat|of|hoe|wat|wie|welke?|waar\w*|wanneer)\b|\W*$)",
    re.I,
)


def _concedes(sentence: str, previous: str) -> bool:
    """Whether a sentence says what is done instead of what was refused: "Een norm komt er niet. Ik wil wel met het IPO bespreken wat er kan." """
    found = _CONCEDES.match(sentence)
    return found is not None and refuses(previous) and cue("deeds", "talk", "study", "message").search(found["what"]) is not None


def _meant_there(sentence: str, following: str) -> bool:
    """Whether a sentence only tells whom one sees where something is intended: "Ik spreek hem in mei, en ik ben van plan dat daar te noemen." """
    seen = _VISIT.search(sentence)
    if seen is None or _THAT.search(sentence, 0, seen.end()):
        return False
    after = [clause for text in (sentence[seen.end() :], following) for _, clause in _clauses(text)]
    return any(_THERE.search(clause) and cue("not", "intention").search(clause) for clause in after)


def _put(asked: Turn, to: Sequence[Speaker]) -> bool:
    """Whether what was asked before a reply was asked by those it answers; who leads the meeting asks for everybody."""
    return asked.speaker.role != "member" or any(same(s, asked.speaker) for s in to)


# --- one sentence ---------------------------------------------------------------------------------

_CLAUSES = re.compile(r"[,;:]\s+|\s[–—-]\s|\s+(?=(?:maar|want|but|Ik)\b)|\s+en\s+(?=(?:daar\w*|hier\w*|dan|ik|we|wij)\b)")


def weigh(sentence: str, setting: Setting) -> tuple[int, Kind]:
    """How surely a sentence promises something, and by what form; the strongest of its clauses counts.

    Args:
        sentence: one sentence, not a question.
        setting: what was asked and where it stands.
    """
    best: tuple[int, Kind] = (_assents(sentence, setting), "assent")
    if cue("not", "taken_back").search(sentence):
        return NONE, "act"
    if (can := _WHAT_I_CAN.match(sentence)) and not _denies(can[0]):
        return weigh(f"Ik zal{sentence[can.end() :]}", setting)
    half = _proviso(sentence) is not None
    for start, clause in _unconditional(sentence):
        one = _clause(clause, sentence, setting)
        before = sentence[:start]
        if cue("not", "later_today").search(clause):
            if one[0]:
                return best
            continue
        taken_back = withholds(before) or _NOT_THAT.search(sentence, start + len(clause))
        if one[1] not in {"inform", "explicit"} and (taken_back or _at_an_event(before, clause, setting)):
            half = True
            continue
        told = start if _MAIN.match(clause) else 0  # "Ik heb het RIVM gevraagd om …, en ik stuur u dat in mei.": no part of what was asked
        if one[0] > best[0] and not _ASKED_WHETHER.search(sentence[told : start + len(clause)]):
            best = one
    if best[0] < LIKELY and not half and ";" not in sentence and len(sentence.split()) <= WHOLE and not _ASKED_WHETHER.search(sentence):
        whole = _clause(sentence, sentence, setting)  # "De Kamer zal, zodra het kan, worden geïnformeerd"
        best = whole if whole[0] > best[0] and (not best[0] or best[1] == "other") else best
    if (best[0] < LIKELY or best[1] == "other") and _answers_when(sentence, setting):
        return LIKELY, "term"
    return best


# "Wat ik wel kan doen, is bij de evaluatie een reactie voegen."
_WHAT_I_CAN = re.compile(
    r"\W*(?:(?:maar|en|dus)\W+)?wat (?:ik|we|wij) (?:\w+ ){0,2}?(?:kan|kunnen|ga|gaan|zal|zullen|wil|willen) (?:\w+ )?(?:doen|toezeggen|beloven|aanbieden),? is\b"
    r"(?=[^,;:.]*?\b(?:\w+en|\w*(?:doen|gaan|staan|zien))(?:\W*$|,|\s+(?:dat|of|hoe|wat|wie|waar\w*)\b))",  # not "… is beperkt", "… is al gedaan"
    re.I,
)
# "Dat kan ik niet toezeggen, maar ik wil er wel naar kijken": half a refusal
_NO_PROMISE = re.compile(
    r"\b(?:niet|geen|niets|no|not)\b[^.;]*\b(?:toe(?:ge)?zeg\w*|belo(?:of|ven|ofd)|belofte|garan\w+|promise|guarantee)\b|\b(?:toezeggen|beloven|garanderen) (?:kan|wil|durf|ga|zal)\b[^.;,]*\bniet\b|\bgaranties?\b[^.;]*\b(?:niet|no)\b|\bbelo(?:of|ven)\b(?:\W+\w+){0,3}?\W+(?:niets|niks|niet)\b|\b(?:over )?na(?:denken|denk)\b",
    re.I,
)
# "Ik wil best bekijken of het past, maar toezeggen kan ik dat nu niet."; not "Ik ga in gesprek, maar ik kan niet beloven dat het lukt."
_NOT_THAT = re.compile(r"\b(?:toezeggen|beloven|garanderen) kan ik (?:dat|dit|het)\b[^.;,]*\bniet\W*$", re.I)
_THERE = re.compile(r"\b(?:daar|er|there)\b(?!\s+(?:over|bij|mee|van|toe|naar|uit|tegen|om|(?:op|aan|in|voor)(?! te\b))\b)", re.I)
_THAT = re.compile(r"\b(?:dat|dit|die|deze|daarom|daarover|hierover)\b", re.I)  # "…, en dan leg ik dit daar neer": what was asked
_VISIT = re.compile(
    r"\bop (?:werk)?bezoek\b|\bbezoek(?:en)? (?:ik|we|wij)\b|\baanwezig (?:zijn|ben)\b|\btoespraak\b|\b(?:spreek|zie|ontmoet|tref|bezoek) ik\b|\bik (?:spreek|zie|ontmoet|tref|bezoek)\b",
    re.I,
)


def _at_an_event(before: str, clause: str, setting: Setting) -> bool:
    """Whether nobody asked and a clause tells what one does at an event whose day an earlier one tells: "Op 6 mei is er …; ik zal daar …"."""
    return (
        setting.asked is None
        and not setting.put
        and bool(_THERE.search(clause))
        and not _THAT.search(clause)
        and any(m.dated for m in mentions(before, setting.said))
    )


def _clauses(sentence: str) -> Iterator[tuple[int, str]]:
    start, asides = 0, [(m.start(1), m.end(1)) for m in _BETWEEN_COMMAS.finditer(sentence) if _only_a_term(m[1])]
    for match in _CLAUSES.finditer(sentence):
        if not any(match.end() == a or match.start() == b for a, b in asides):
            yield start, sentence[start : match.start()]
            start = match.end()
    yield start, sentence[start:]


def _unconditional(sentence: str) -> Iterator[tuple[int, str]]:
    """Its clauses without what a verdict on a motion hangs on."""
    proviso = _proviso(sentence)
    for start, clause in _clauses(sentence):
        if proviso is None or _MAIN.match(clause):
            yield start, clause
        elif start < proviso:
            yield start, clause[: proviso - start]


def _proviso(sentence: str) -> int | None:
    """Where a verdict on a motion says how it is read: "Oordeel Kamer, mits ik die zo mag lezen dat ik u in mei informeer." """
    found = re.search(r"\bmits\b", sentence, re.I)
    return found.start() if found and any(verdict.search(sentence) for verdict in VERDICTS.values()) else None


_BETWEEN_COMMAS = re.compile(r",\s+([^,]{3,40})(?=,\s)")
_AT_LEAST = re.compile(r"in (?:elk|ieder) geval\s+", re.I)


def _only_a_term(text: str) -> bool:
    """Whether words are a term and no more: "Ik laat de Kamer daarna, in elk geval voor 1 mei, weten …" is one clause."""
    term = _AT_LEAST.sub("", text)
    return any((m.start, m.end) == (0, len(term)) for m in mentions(term, None))


_HEREBY = re.compile(r"\W*(?:(?:en|dus|ja|zeker)\W+)*(?:dat|dit|die) (?:is|zijn) (?:\w+ ){0,3}?toegezegd\W*$", re.I)


def _clause(clause: str, sentence: str, setting: Setting) -> tuple[int, Kind]:
    past = cue("not", "past").search(clause) and not (setting.asked is not None and _HEREBY.match(clause))
    now = _I_WILL.search(clause) or _does_now(clause, sentence, setting.requested)
    if _denies(clause) or past or (cue("not", "ago").search(clause) and not now):
        return NONE, "act"
    if of_conduct(clause):
        return NONE, "act"
    firm, kind = _form(clause, sentence, setting)
    if kind == "other" and (cue("not", "intention").search(clause) or cue("not", "habit", "expectation", "waits").search(clause)):
        return NONE, kind
    if firm and (cue("not", "intention").search(clause) or (cue("not", "habit").search(clause) and not _LATER.search(clause))):
        return WEAK, kind
    if firm == LIKELY and setting.asked is None and _VISIT.search(clause) and not _THAT.search(clause):
        return WEAK, kind  # whom one goes to see is news, unless somebody asked for it
    if firm and cue("not", "expectation").search(clause):
        dated = kind == "inform" and any(m.dated for m in mentions(clause, setting.said))
        return (LIKELY if dated else WEAK), kind
    if (firm == LIKELY and IF.match(sentence) and not (setting.wanted and kind == "other") and not _binds(clause, kind)) or (
        kind in {"explicit", "other"} and _BUT_NOT.search(sentence)
    ):
        return WEAK, kind
    return firm, kind


# "Ik zal me bescheiden opstellen.", "Ik zal daar kort over zijn.", "Ik zal voorzichtig zijn."; what comes after "en" may be a deed
_BEHAVES = re.compile(
    rf"\b(?:ik zal|zal ik) (?:(?:me|mij)\b(?!.*\ben\b).*\b(?:{'|'.join(entries('not', 'conduct'))})|(?:(?!\bdat\b)[^.;])*\bkort (?:\w+ )?zijn"
    r"|(?:(?:daar|hier|heel|zeer|wat|dan|wel) )*(?!er|daar\b|hier\b|bij\b|daarbij|hierbij|aanwezig|bereikbaar|present|klaar|gereed|terug)\w+ (?:over |op |in )?zijn\W*$)(?!\w)",
    re.I,
)
# "Ik ga over de nachttrein in gesprek" goes over to nothing
_TO_TALK = re.compile(
    r"\b(?<!\bof )schriftelijk\b(?! (?:overleg|verslag|\w+de)\b)|\b(?:in (?:gesprek|overleg)|om (?:de )?tafel)\b|\bmet (?:hen|hem|haar|ze|hun|mijn|onze|de|het)\b.*\bspreken\b",
    re.I,
)
# "… de vragen die u schriftelijk stelde", "… want u heeft ze schriftelijk gehad": what others did, or was done
_BESIDES = re.compile(
    r"\bdie (?:u|ik|hij|zij|ze|we|wij|de|het|mevrouw|schriftelijk)\b[^,;]*|\b(?:want|omdat)\b.*|\bzoals\b[^,;]*|,\s+ook\b[^,;]*", re.I
)


def of_conduct(text: str) -> bool:
    """Whether a text tells how whoever speaks will answer or behave, here and now, and nothing that will be done: "Ik zal kort zijn."."""
    elsewhere = _IN_A_LETTER.search(text) or _TO_TALK.search(_BESIDES.sub(" ", text)) or cue("inform", "return").search(text)
    return not elsewhere and bool(cue("not", "speech").search(text) or _BEHAVES.search(text))


def _binds(clause: str, kind: Kind) -> bool:
    """Whether what follows a condition is promised for that case: a message, or a deed in the future; else it is how things go."""
    return kind in {"inform", "explicit"} or bool(_I_WILL.search(clause))


# "In die brief zal ik ingaan op …", "Ik zal daar in een brief op ingaan."; not "Ik zal ingaan op de cijfers in het plan."
_IN_A_LETTER = re.compile(
    r"(?:(?:^|[.,;:])\W*|\b(?:ik (?:zal|ga)|(?:zal|ga) ik) (?:(?!ingaan\b)\w+ ){0,3}?)(?:daarin|hierin|in (?:een|die|de|deze|dat|het|onze) (?:\w*brief|\w*reactie|\w*rapportage|\w*evaluatie|nota|\w*plan)\b)",
    re.I,
)
IF = re.compile(r"\W*(?:als|mochten|mocht|indien|wanneer|stel dat|if)\b", re.I)
_AFTER = re.compile(r"\W*(?:daarna|vervolgens)\b", re.I)  # "Daarna informeer ik de Kamer over de kaart."
_BUT_NOT = re.compile(
    r"\bmaar\b.*\b(?:iets|een zaak|een taak|de verantwoordelijkheid) (?:van|voor) (?!(?:mij|ons)\b)|\bbereid\b.*\bmaar\s+(?:ik|we|wij)\s+(?:\w+\s+){1,2}niet\b",
    re.I,
)
_ASKED_WHETHER = re.compile(
    r"\b(?:vroeg|vroegen|vraagt|gevraagd|(?<!over )de vraag|asked)\b(?:\s+[^\s.;]+){0,8}?\s+(?:of|om|whether|if)\b", re.I
)
# "en ik stuur …", "en daarover schrijf ik …": the verb is no part of "of ik … stuur"
_MAIN = re.compile(
    r"\W*(?:(?:en|maar|dus|want)\s+)?(?:(?:ik|we|wij)\s+(?:zal|zullen|ga|gaan|zeg|zeggen|beloof|beloven|stuur|sturen|deel|meld|kom|komen|laat|laten|informeer|informeren)"
    r"|(?:daar\w*|hier\w*|dat|die|dan)\s+\w+\s+(?:ik|we|wij))\b(?=.*\w)",
    re.I,
)


def requests(text: str) -> bool:
    """Whether a bare yes to this would be a promise: "Is de minister bereid …?", "Kan zij toezeggen dat …?"."""
    return cue("assent", "asked").search(text) is not None


def withholds(text: str) -> bool:
    """Whether a text says that something is not promised, or only thought over: "Dat kan ik niet toezeggen."."""
    return _NO_PROMISE.search(text) is not None


def refuses(sentence: str) -> bool:
    """Whether a sentence refuses: "Dat kan ik niet toezeggen.", "Nee, dat ben ik niet van plan."."""
    return not is_question(sentence) and bool(_I.search(sentence)) and _denies(sentence)


def _denies(clause: str) -> bool:
    bare = cue("denial", "except").sub(" ", clause)
    return bool(cue("denial", "words").search(bare) or stance("commitment", "refused").search(bare))


_FIRST = r"(?:ik|we|wij)"
_FUTURE = r"(?:zal|zullen|ga|gaan)"
_I_WILL = re.compile(
    rf"\b(?:{_FUTURE}\s+{_FIRST}|{_FIRST}\s+{_FUTURE}|ik\s+(?:[^\s.;:]+\s+){{1,14}}?en\s+(?:zal|ga)|(?:dat|of|hoe|wat|en|die)\s+{_FIRST}\s+(?:\S+\s+){{1,14}}?{_FUTURE})\b",
    re.I,
)
_I = re.compile(rf"\b{_FIRST}\b", re.I)
_PASSIVE = re.compile(r"\b(?:wordt|worden|zal|zullen)\b", re.I)
_LATER = re.compile(r"\b(?:zal|zullen|gaat|gaan)\b", re.I)
_MUST = re.compile(r"\b(?:zal|zullen|gaan|gaat)\b.*\bmoeten\b", re.I)
_HAVE = re.compile(r"\b(?:heb|hebt|heeft|hebben|had|hadden|is|was)\b", re.I)
_HAD = re.compile(
    r"\b(?:heb|hebt|heeft|hebben|had|hadden|was|waren|werd|werden|wist|wisten|kwam|kwamen|kreeg|kregen|have|has)\b"
    r"|\b(?:ben|is|zijn)\b(?=.*\bge\w+(?:d|t)\W*$)",
    re.I,
)
_PROVIDED = re.compile(r"\b(?:als|mits|if)\b", re.I)


def _form(clause: str, sentence: str, setting: Setting) -> tuple[int, Kind]:
    """The form of a clause that is not denied: says so, informs the Kamer, does something, or has something done."""
    if cue("explicit", "nl", "en").search(clause) or _WILL_DO.search(clause):
        return SAID, "explicit"
    if cue("inform", "en").search(clause):
        return SAID, "inform"
    if cue("act", "en").search(clause):
        return LIKELY, "act"
    later = _due(clause, setting.said) and not _HAVE.search(clause)
    if later and _PROCEEDS.search(clause):
        return (LIKELY if setting.answers else WEAK), "act"
    inform = _informs(clause, sentence, setting)
    if inform:
        return inform, "inform"
    if _MUST.search(clause):
        return NONE, "act"
    if cue("act", "present").search(clause) or (_I_WILL.search(clause) and cue("act", "verbs").search(clause)):
        return (LIKELY if setting.answers else WEAK), "act"
    if _does_now(clause, sentence, setting.requested or (setting.answers and _due(clause, setting.said))):
        return LIKELY, "act"
    if setting.requested and (_DOES_IT.search(clause) or _PUTS_IN.search(clause)) and not _ALREADY.search(clause):
        return LIKELY, "act"
    if _grants_in(clause, setting):
        return LIKELY, "other"
    if _LETS.search(clause):
        return (LIKELY if setting.answers else WEAK), "act"
    done = cue("act", "passive").search(clause)
    if done and _PASSIVE.search(clause):
        return (LIKELY if setting.answers and _LATER.search(clause[: done.end()]) else WEAK), "passive"
    until = any(m.dates[0] is None and m.dates[1] for m in mentions(sentence, setting.said))
    bound = setting.answers and until and not _HAVE.search(clause)
    mine = (bound or (setting.asked is not None and later)) and _dates_mine(sentence if bound else clause, setting.said)
    if (setting.answers and _I_SHALL.search(clause)) or mine:
        return LIKELY, "other"
    return (WEAK if later or _I_WILL.search(clause) or _I_WANT.search(clause) else NONE), "other"


# "Dat voorstel gaat in het najaar in consultatie.": the next step of what is being made, whoever is to take it
_PROCEEDS = re.compile(
    r"\b(?:gaat|gaan|komt|komen|wordt|worden|leg|leggen|breng|brengen|zal|zullen)\b[^.;]*\b(?:in|ter) (?:\w+e )?(?:internet)?consultatie\b"
    r"|\b(?:gaat|gaan|stuur|sturen|leg|leggen|breng|brengen|wordt|worden|zal|zullen)\b[^.;]*\b(?:de raad van state|de (?:rijks)?ministerraad|in de staats(?:courant|blad)|in voorhang)\b",
    re.I,
)
# "In het besluit breng ik die termijn terug.", "In de regeling neem ik een ondergrens op.": what one puts in what is still to come
_PUTS_IN = re.compile(
    rf"\bin (?:het|de|een|die|dat|mijn|onze) (?:\w+e )?[\w-]*(?:{'|'.join(entries('act', 'pieces'))})\s+"
    rf"(?!(?:{'|'.join(entries('not', 'mind'))}|\w+[dt]e)\b)[a-zà-ÿ]+ (?:ik|we|wij)\b(?!.*\b(?:uit|voor)\W*$)",
    re.I,
)


def _due(text: str, said: str | None) -> bool:
    """Whether a text has a term with dates; the day on which something takes effect is news: "Per 1 juli schrap ik de toeslag." """
    return any(m.dated and not re.match(r"(?:per|vanaf)\b", text[m.start : m.end], re.I) for m in mentions(text, said))


# "Ik breng dat in Brussel op tafel.", "Dan leg ik dit daar ook neer.", "Voor de zomer evalueren we die.": a deed is told by who does it, that it is
# done now or next, and that it goes back to what was asked
_NOW = re.compile(
    r"^\W*(?:(?:en|maar|dus|want|ja|zeker|dan|voorzitter)\W+)*(?:ik\s+(?P<plain>[a-zà-ÿ]+)|(?:dat|dit|die|deze)\s+(?P<plural>[a-zà-ÿ]+en)\s+(?:we|wij)|"
    r"(?:(?:dat|die)\s+)?(?:(?!(?:dat|of|omdat|hoe|wat|als|zoals|waar\w*|zodat|toen|die)\b)\S+\s+)*?"
    r"(?:(?P<inverted>[a-zà-ÿ]+)\s+ik|(?P<ours>[a-zà-ÿ]+en)\s+(?:we|wij)\s+(?:dat|dit|die|deze)))\b",
    re.I,
)
# "Tegen mevrouw Vos zeg ik dat ik het in juni aankaart.": the same as "ik kaart het in juni aan"
_SAYS_THAT = re.compile(
    r"^.*\b(?:zeg ik|ik zeg|kan ik .{0,40}?(?:zeggen|melden))(?: \S+){0,6}? dat ik (?P<rest>.+?) (?P<particle>aan|in|mee|na|op|over|uit|voor|door)?(?P<verb>[a-zà-ÿ]+)\W*$",
    re.I,
)
_BACK = re.compile(r"\b(?:dat|dit|die|deze|dezelfde|het|hem|haar|zijn|hen|hun|ze|(?:daar|hier)\w*|er\w+)\b|\bik\b.*\bdan\b", re.I)


@lru_cache(maxsize=2)
def _deeds(*sections: str) -> Mapping[str, str]:
    """The verbs of deeds, and what has to stand beside each."""
    return {verb: beside for section in sections for forms, beside in table("commitments")[section].items() for verb in forms.split("/")}


# a verb of a deed, not of granting and saying; with its particle it is what was asked: "dat lever ik na"; not "dat geef ik toe"
_DEED_VERB = rf"(?!(?:{'|'.join([*entries('not', 'mind'), *_deeds('only')])}|\w+[dt]e)\b)[a-zà-ÿ]+"  # now: "wilde" is past
_DOES_IT = re.compile(
    rf"^\W*(?:(?:en|maar|dus|ja|dan|wel)\W+)*(?:(?:dat|dit|die|deze|daar)\s+{_DEED_VERB}\s+(?:ik|we|wij)|(?:ik\s+{_DEED_VERB}|{_DEED_VERB}\s+ik)\s+(?:dat|dit|die|deze|het|ze|'m))"
    r"(?:\s+\w+){0,5}?\s+(?:in|na|aan|uit|mee|door|op)\W*$",
    re.I,
)
_REQUEST = re.compile(
    r"\b(?:de|die|deze|het|dat|dit|uw|zijn|haar|hun)\s+(?:\w+\s+)?(?:suggestie|verzoek|wens|punt|voorstel|oproep|vraag|idee|pleidooi)s?\b",
    re.I,
)
_ALREADY = re.compile(r"\b(?:al|reeds|(?:ieder|elk)e? (?:dag|week|maand))\b", re.I)


def _does_now(clause: str, sentence: str, requested: bool) -> bool:
    """Whether whoever speaks does something about what was asked: "Ik breng dat in Brussel op tafel." """
    clause = _SAYS_THAT.sub(lambda m: f"ik {m['verb']} {m['rest']} {m['particle'] or ''}".rstrip(), clause)
    found = _NOW.match(clause)
    if found is None or _ALREADY.search(clause) or cue("not", "habit").search(clause) or re.search(r"\bserieus\b", clause, re.I):
        return False
    about = sentence if found.start("inverted") == 0 else clause  # "Het idee dat u noemt, breng ik over."
    verb = next(v for v in (found["plain"], found["plural"], found["inverted"], found["ours"]) if v)
    goes_back = _REQUEST.search(about) or (requested and _BACK.search(about))
    # "Laat ik dat kort nagaan."
    return bool(goes_back) and verb != "Laat" and _stands_beside(verb, clause[found.end(found.lastgroup or 0) :])


def _stands_beside(verb: str, rest: str) -> bool:
    """Whether a verb of a deed has beside it what makes it one."""
    beside = _deeds("now", "only").get(verb.lower())
    return beside is not None and re.search(rf"\b(?:{beside})\b", rest, re.I) is not None


# "Dat ga ik regelen.", "Jazeker, die maak ik."
_THAT_I_DO = re.compile(
    rf"\W*(?:(?:en|ja|zeker|jazeker|dan)\W+)*(?:dat|dit|die|deze|daar)\s+(?:ga\s+ik\s+(?:\w+\s+){{0,2}}\w+en|{_DEED_VERB}\s+ik)\W*$",
    re.I,
)
_WH = re.compile(r"\W*(?:(?:en|maar|dan|dus)\W+)*(?:wanneer|hoe\w*|waar\w*|wie|wat|welke?)\b", re.I)


def _grants_in(clause: str, setting: Setting) -> bool:
    """Whether a clause tells what its speaker does, in answer to a question that asks for a deed; of a few words, to one that yes or no answers."""
    if _ALREADY.search(clause) or cue("not", "habit").search(clause) or _STARTS.search(clause):
        return False
    if _THAT_I_DO.match(clause) and any(not _WH.match(text) for text in setting.put):
        return True
    does = _GOING_TO.search(clause) if setting.wanted else None
    if does and any(re.search(rf"\b{does[1]}\b", text, re.I) for text in setting.put):
        return True  # "Kan de minister een plan maken?" "Dat plan ga ik met hen maken."
    found = _NOW.match(clause) if setting.wanted else None
    verb = found and (found["plain"] or found["inverted"])
    return bool(verb and re.fullmatch(_DEED_VERB, verb, re.I)) or (
        setting.wanted and bool(_I_WANT.search(clause) and (cue("act", "verbs").search(clause) or _TO_TALK.search(clause)))
    )


_GOING_TO = re.compile(r"\b(?:(?:ga|zal) ik|ik (?:ga|zal))\b.*?\b(?!doen\b)(\w+en)\W*$", re.I)
_STARTS = re.compile(r"\b(?:per|vanaf|met ingang van)\b", re.I)  # the day on which something takes effect is news


# "Wel laat ik een evaluatie uitvoeren", "Ik laat een kaart maken door het RIVM", "Ik laat uitzoeken of het sneller kan": a deed that others do. "Laat ik zeggen" and
# "maar laat ik zeggen" only open a sentence, and what one leaves as it is, or lets oneself do, is no deed: "Ik laat in het midden wie dat moet doen."
_LEAVES = "liggen|staan|zitten|hangen|lopen|rusten|blijven|bestaan|vallen|gaan|zien|gelden|gebeuren|open|midden|uitspreken|uitpraten"
_LETS = re.compile(
    r"(?:\b(?:ik\s+laat|(?<!hebben )(?<!hadden )(?:we|wij)\s+laten)\b|(?!(?:maar|en|dus|want|dan|of)\b)\b\w+\s+(?:laat\s+ik|laten\s+(?:we|wij))\b)"
    r"(?!\s+(?:(?:\w+\s+)?(?:aan|over)|me|mij|ons)\b)(?:(?!\b(?:wie|wat|hoe|of|te\s+\w+en)\b)[^.;:])*"
    rf"\b(?<!\bde )(?<!\bte )(?!(?:{_LEAVES})\b)(?:\w+en|nagaan)(?:\s+(?:door|naar|om|of|wie|wat|waar\w*|wanneer|welke?|hoe\w*|en\s+(?:die|dat|deze|daar\w*))\b.*)?\W*$",
    re.I,
)
_I_WANT = re.compile(
    r"\b(?:ik\s+wil|wil\s+ik|(?:we|wij)\s+willen|willen\s+(?:we|wij))\b[^.;:]*\b(?:wel|best|graag|om (?:de )?tafel)\b", re.I
)
_I_SHALL = re.compile(r"\b(?:zal\s+ik|ik\s+zal)\b", re.I)
_I_DO = re.compile(r"\b(?!ga\s)\w+\s+ik\b|\bik\s+(?!ga\b)", re.I)  # "Volgende maand start ik …"; where one goes is news
SLIGHT = 4  # words of a clause that only says when


def _dates_mine(clause: str, said: str | None) -> bool:
    """Whether a date is of what the speaker does: not "Het voorstel komt eind 2026, en daar kijk ik naar uit." """
    parts = [part for _, part in _clauses(clause)]
    dated = [any(m.dated for m in mentions(part, said)) for part in parts]
    mine = [bool(_I_DO.search(part)) and not _HAVE_BEEN.search(part) for part in parts]
    return any(mine) and any(has and (own or len(part.split()) <= SLIGHT) for has, own, part in zip(dated, mine, parts, strict=True))


# "Ik ben in januari in Assen geweest.", "Ik ben er in juni met de trein heen gereden."; not "Ik ben er geweest en pas het in mei aan.",
# "Voor de zomer ben ik overal langsgegaan.", "Ik ben tot de conclusie gekomen dat ik het in mei aanpas."
_BEEN = r"\w*(?:geweest|gegaan|gekomen|gereden|gevaren|gevlogen|gelopen|gefietst|gereisd)"  # who moves, "is"
_I_AM = r"\b(?:ik ben|ben ik|(?:we|wij) zijn|zijn (?:we|wij))\b(?! (?:voor|uiterlijk)\b)"
_HAVE_BEEN = re.compile(rf"^(?!\W*(?:voor|uiterlijk|over|binnen)\b).*{_I_AM}.*\b{_BEEN}\b(?!.*\b(?:en|dat)\b)", re.I)


_WILL_DO = re.compile(rf"\b{_FUTURE}\s+{_FIRST}\b(?:\s+(?!alles\b|wat\b)\w+){{0,4}}\s+doen\W*$", re.I)
_LET_KNOW = re.compile(r"\b(?:laat|laten)\s+(?:ik|we|wij)\b[^.;:]*\bweten\b|\b(?:ik|we|wij)\s+(?:laat|laten)\b[^.;:]*\bweten\b", re.I)
# "De cijfers krijgt de heer Pot voor de zomer.", "De heer Pot krijgt dat in mei.", read without the term; not "De heer Pot krijgt in mei zijn zin."
_ONE = r"(?:mevrouw|de heer|meneer|het lid)"
_PIECE = r"(?:de|het|die|dat|deze|dit|een|alle)\b(?! (?:woord|kans|ruimte|steun)\b)"
_ONE_GETS = re.compile(
    rf"\W*(?:{_PIECE}[^,.;:]*?(?<!\bheer) (?:krijgt|ontvangt) {_ONE}\b"
    rf"|(?:{_ONE}(?: (?!van de\b)[\w’'-]+){{1,4}} (?:krijgt|ontvangt)|(?:krijgt|ontvangt) {_ONE}(?: [\w’'-]+){{1,4}}?)"
    rf"(?: (?:dan|dus|ook|nog|daar\w*|hier\w*))? (?:{_PIECE}|per brief\b|schriftelijk\b))",
    re.I,
)
# what is sent to somebody, also where the term is no last day: "De heer Pot krijgt dat in mei."; not "De rekening krijgt de heer Pot in mei."
_SENT = re.compile(
    r"\w*(?:lijst|brief|rapport|overzicht|antwoord)\b|^\W*(?:die|dat)\b(?= (?:krijgt|ontvangt))|\b(?:die|dat)\W*$|\bontvangt\b.* (?:de|het|die|dat)\b(?! heer)",
    re.I,
)
_RETURNS = re.compile(r"\bkom(?:en|t)?\b[^.;:]*\bterug\b", re.I)
# what comes to the Kamer, whoever sends it: "Dat plan komt in het najaar naar uw Kamer."
_DELIVERS = re.compile(
    rf"\b(?:komt|komen|gaat|gaan|volgt|volgen)\b[^.;:]*\b(?:naar|bij|aan|richting)\s+(?:(?:de|uw|deze|onze)\s+(?:tweede\s+)?kamer|u)\b|\bkom(?:t|en)\b[^.;:]*\b(?:uw|jullie)\s+kant\s+op\b|"
    rf"\b(?:kom|komen)\s+{_FIRST}\s+(?:\S+\s+){{0,9}}?met\s+(?:een|de|het|mijn|onze)\b|"
    rf"\b(?:{_FIRST}\s+{_FUTURE}|{_FUTURE}\s+{_FIRST})\s+(?:\S+\s+){{0,9}}?met\s+(?:een|de|het|mijn|onze)\s+(?:\S+\s+){{1,8}}komen\b|"
    rf"\b{_FIRST}\s+(?:kom|komen)\s+(?:\S+\s+){{0,9}}?met\s+(?:een|mijn|onze)\b|"
    rf"\b(?:meld|melden)\s+{_FIRST}\s+(?:me|mij|ons)\b|\b(?:u|de\s+kamer|uw\s+kamer)\s+hoort\b[^.;:]*\bvan\s+(?:mij|me|ons)\b|"
    rf"\bhoort\s+u\b[^.;:]*\bvan\s+(?:mij|me|ons)\b|^\W*(?:dan\s+)?hoort\s+u\s+(?:het|dat|meer)\b(?:\s+(?:uiteraard|natuurlijk|ook|dan|direct|meteen|snel|morgen|(?:zo|van|in|voor|na|binnen|volgende|nog)\b.*))*\W*$|\b(?:krijgt|krijgen|ontvangt|ontvangen)\b[^.;:]*\bvan\s+(?:mij|me|ons)\b|"
    rf"\b(?:(?:kunt|mag)\s+u|u\s+(?:kunt|mag))\b[^.;:]*\b(?:verwachten|tegemoet ?zien)\b|"
    rf"\b(?:laat|laten)\b[^.;:]*\b(?:de|uw)\s+kamer\b[^.;:]*\bweten\b|\b(?:de|uw)\s+kamer\s+laten\s+weten\b",
    re.I,
)


# "U heeft dat binnen een maand."; not "U heeft dat voor de zomer gevraagd."
_WILL_HAVE = re.compile(r"\b(?:u|(?:de|uw) kamer)\s+(?:heeft|hebt)\b|\b(?:heeft|hebt)\s+(?:u|(?:de|uw) kamer)\b", re.I)
_ON_TABLE = re.compile(r"\blig(?:t|gen)\b(?!.*\b(?:al|nu)\b).*\b(?:bij u|bij (?:de|uw) kamer|op (?:uw|de) tafel|op uw bureau)\b", re.I)
# "… krijgt bericht zodra ik hem gesproken heb": what hangs on the promise
_HANGS = re.compile(r"\b(?:zodra|nadat|als|wat|of|hoe\w*|wie|waar\w*)\b.*", re.I)
_DONE = re.compile(r"\b(?:ge\w+(?:d|t|en)|(?:be|ver|ont|her)\w+(?:d|t|en))\b", re.I)


_SENDS_ON = re.compile(r"\b(?:stuur|sturen|zend|zenden)\b.*\bna\W*$", re.I)  # "Die cijfers stuur ik even na."


def _gets(clause: str, said: str | None) -> bool:
    """Whether a member who is named gets something by a day: whatever it is by a last day, else what is sent."""
    undated = " ".join(without(clause, mentions(clause, said)).split())
    due = any(m.dates[0] is None and m.dates[1] for m in mentions(clause, said))
    sent = due or _SENT.search(undated) or cue("list", "documents").search(undated) or cue("inform", "vehicle").search(undated)
    return undated != clause and _ONE_GETS.match(undated) is not None and bool(sent)


def _informs(clause: str, sentence: str, setting: Setting) -> int:
    """The Kamer will hear of it: by a letter, a report, or coming back to it some other day."""
    i_will, receiver = _I_WILL.search(clause), cue("inform", "receiver", "everybody").search(clause)
    done = _HAVE.search(_HANGS.sub("", clause))
    if (
        (_WILL_HAVE.search(clause) or _ON_TABLE.search(clause))
        and not _DONE.search(clause)
        and not yearly(clause)
        and mentions(clause, setting.said)
    ):
        return SAID
    if (cue("inform", "return").search(clause) or _RETURNS.search(clause)) and (
        _I.search(clause) or cue("inform", "others").search(clause)
    ):
        some_day = cue("inform", "vehicle").search(sentence) or mentions(sentence, setting.said)
        return SAID if some_day else WEAK
    if _LET_KNOW.search(clause) and (receiver or cue("inform", "someone").search(clause)) and not done:
        return SAID
    on_paper = cue("list", "documents").search(clause) or cue("inform", "vehicle").search(clause)
    to_all = receiver and cue("inform", "everybody").match(receiver[0]) and not on_paper
    if cue("inform", "received").search(clause) and ((receiver and not to_all) or _gets(clause, setting.said)) and not done:
        return SAID
    if _DELIVERS.search(clause) and not done:
        return SAID
    if cue("inform", "verbs").search(clause):
        if (i_will or _PASSIVE.search(clause)) and receiver:
            return SAID
        if i_will:
            return LIKELY
        if cue("inform", "others").search(clause) and re.search(r"\b(?:kom\w*|stuur\w*|zal|zullen|volgt)\b", clause, re.I):
            return LIKELY
        if _I.search(clause) and re.search(r"\b(?:kan|kunnen|doe|kom|komen)\b", clause, re.I):
            return LIKELY if setting.answers else WEAK
        if _I.search(clause) and re.search(
            r"\b(?:stuur|sturen|zend|zenden|deel|voor dat (?:ik|we|wij)\b.*\btoe(?:stuur|zend))\b", clause, re.I
        ):
            told = cue("inform", "someone").search(clause) and not re.search(r"\bdeel\b", clause, re.I)
            return LIKELY if receiver or told or _SENDS_ON.search(clause) else WEAK
        if _I.search(clause) and re.search(
            r"\b(?:informeer|informeren|rapporteer|rapporteren|meld|bericht|(?:houd|houden)\b.*\bop de hoogte)\b",
            clause,
            re.I,
        ):  # what one does anyway
            written = cue("inform", "vehicle").search(clause) or any(m.dated for m in mentions(sentence, setting.said))
            own = re.search(r"\b(?:mij|me|ons)\b.*\bop de hoogte\b", clause, re.I)
            return LIKELY if (IF.match(sentence) and not own) or (receiver and (written or _AFTER.match(sentence))) else WEAK
    return NONE


def _assents(sentence: str, setting: Setting) -> int:
    """ "Ja." or "Zeker, maar …" right after somebody asked for it."""
    if setting.asked is None or _denies(sentence):
        return NONE
    opening = re.sub(r"^\W+", "", sentence)
    yes = cue("assent", "opening").match(opening)
    answers = yes and re.match(r"\W*(?:[.,;:!…]|$)", opening[yes.end() :])
    if not answers and not re.search(r":\s+ja\b|,\s+(?:en\s+)?dat\s+(?:doe|ga|zal)\s+ik(?:\s+\w+){0,2}\W*$", sentence, re.I):
        return NONE
    if len(sentence.split()) > 24 and not (yes and answers and _REASON.match(opening[yes.end() :])):
        return NONE
    if yes and _AGREES.match(opening[yes.end() :]):
        return NONE
    words = last_words(setting.asked)
    # "Dan graag een hoofdstuk over vervoer." "Akkoord."
    return LIKELY if requests(words) or (_DOES.match(sentence) and re.search(r"\?|\bgraag\b", words, re.I)) else NONE


# "Ja, dat vind ik ook onacceptabel.": to what was asked of an opinion, whatever else was
_AGREES = re.compile(
    r"\W*(?:dat|die|dit|het|daar\w*)\s+(?:vind|herken|erken|begrijp|snap|deel|denk|zie|geloof|onderschrijf|betreur|weet)\s+(?:ik|we|wij)\b",
    re.I,
)
# "Zeker, want …": however long the reason is; not one for the question, or one that a "maar" follows
_REASON = re.compile(r",\s+(?:want|omdat|aangezien)\b(?!.*(?:,\s+maar|\bvraag)\b)", re.I)


def informing(sentence: str, said: str | None) -> str | None:
    """The clause in which the Kamer will hear, where that has a date of its own: "Ik besluit dit voorjaar, en dat laat ik de Kamer voor 1 mei weten.",
    "De wet gaat in mei in consultatie en ik denk haar in juli bij de Kamer in te dienen."."""
    setting = Setting(None, True, said)
    split = ([clause for _, clause in _clauses(sentence)], re.split(r"\s+(?:en|maar)\s+", sentence))
    dated, parts = ([one for one in ones if any(m.dated for m in mentions(one, said))] for ones in split)
    told = [one for one in dated if len(dated) > 1 and _informs(one, sentence, setting) >= LIKELY]
    heard = [
        one for one in parts if (_TO_KAMER.search(one) or cue("inform", "receiver").search(one)) and not cue("not", "past").search(one)
    ]
    # the first that has it: "Ik stuur u in mei het overzicht en in september komt de wet naar de Kamer."
    told += [one for one in heard[:1] if len(parts) > 1 and _TO_KAMER.search(one)]
    return next(iter(told), None)


_TO_KAMER = re.compile(r"\b(?:bij|naar|aan) (?:(?:de|uw) kamer|u)\b", re.I)


def _answers_when(sentence: str, setting: Setting) -> bool:
    asked = setting.asked
    if asked is None or len(sentence.split()) > 25:
        return False
    if _says_yes_to_term(sentence, asked):
        return True
    last = last_words(asked)
    # "Kan dat voor het kerstreces?" "Voor 1 februari moet het lukken."
    timed = any(is_question(last[a:b]) and any(m.dated for m in mentions(last[a:b], setting.said)) for a, b in sentences(last))
    when = cue("assent", "term").search(last) or timed or ("?" in last and only_when(sentence, setting.said))
    return bool(when) and (
        not _denies(sentence)
        and not _HAD.search(sentence)
        and not _PROVIDED.search(sentence)
        and not cue("not", "waits").search(sentence)
        and any(m.dated for m in mentions(sentence, setting.said))
    )


def _says_yes_to_term(sentence: str, asked: Turn) -> bool:
    """ "En dan bij de begroting?" "Ja, bij de begroting voor 2022.": the term that was asked for, said again."""
    last = asked.text[slice(*spans(asked.text)[-1])] if spans(asked.text) else ""
    terms = [last[m.start : m.end].casefold() for m in mentions(last, None)]
    yes = cue("assent", "opening").match(sentence.lstrip())
    return bool(yes) and is_question(last) and any(term in sentence.casefold() for term in terms)


def only_when(sentence: str, said: str | None) -> bool:
    """Whether a reply is a term and nothing else: "Deze zomer." answers when, however that was asked."""
    return any(m.dated and not re.search(r"\w", sentence[: m.start] + sentence[m.end :]) for m in mentions(sentence, said))


def last_words(turn: Turn) -> str:
    """The last few sentences of a turn: that is where the question is."""
    return turn.text[spans(turn.text)[max(0, len(spans(turn.text)) - 4)][0] :] if spans(turn.text) else ""
