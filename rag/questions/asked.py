"""Which sentences of members ask the government something, with a question mark or without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rag.exchange import ANSWERING, REMARK, Exchange, Place, named_members
from rag.exchange import cue as exchange_cue
from rag.questions.cues import ASKS_FOR, asks_again, cue, subject_stems
from rag.text import is_question, words
from rag.types import Language, Motion, Quote, Speaker, Turn
from rag.verify.quotes import is_borrowed, spans

Setting = Literal["speech", "to_government", "to_member", "reply"]

# the order of a statement: "Zo laten we toch niet met ons omgaan?"
_TOLD = re.compile(
    r"\W*(?:maar |en |want |dus )?(?:we|wij|dat|dit|het|de|die|zo|er|je|ze|daar|hier|een)\b[^?]*\btoch\s+(?:niet|geen|nooit|gewoon|ook)\b",
    re.I,
)
_ANSWER = re.compile(r"\b(?:het|een|uw) antwoord\b", re.I)  # "Ik ben benieuwd naar het antwoord van de minister."
SAYS_NO_MORE = 2  # words after a stock question that still leave it one
LEAST = 3  # words of a sentence that asks
_IS_IT_SO = re.compile(r"\W*(?:maar |en )?klopt (?:dat|dit)\W*$", re.I)  # the shortest of questions
_WORD = re.compile(r"\b(?:wie|welke?|wanneer|waar|waarom|hoe(?:veel|lang|zo)?|who|which|when|where|why|how)\b", re.I)
# "Graag ook een stand van zaken van …": no verb is needed
_GLADLY = re.compile(r"\W*graag\s+(?:ook\s+|nog\s+)*(?:een|de|het|uw|meer)\b", re.I)
# a statement with a question mark: "Dat is toch raar?", "Dan hoef je toch …?", "Dat kan niet, toch?"
_TOCH = re.compile(
    r"\b(?:dat|dit|het|die|we|wij|je|er|ze|avg)\s+(?:is|zijn|kan|kunnen|moet|moeten|mag|mogen|hoeft|heeft|hebben|wil|willen|zou|zouden|gaat)\s+toch\b"
    r"|\b(?:hoef|kun|moet|mag)\s+(?:je|we)\s+toch\b|\btoch\W*\?",
    re.I,
)


# "Ik niet, u niet, niemand.": how an asker answers
_NOBODY = re.compile(r"\W*(?:\w+ niet\W+)*(?:niemand|nergens|nobody)\W*", re.I)
# "Wie betaalt dat? Niet de producent, maar u en ik."; not "Wie doet dat? Niet dat het uitmaakt."
_WHO, _NOT_THEM = (
    re.compile(r"\W*(?:en |maar )?wie\b", re.I),
    re.compile(r"\W*niet (?!(?:omdat|dat|alleen|om|voor|te)\b)(?:[^.;:?]*, maar\b|(?:[\w’-]+ ?){1,3}\W*$)", re.I),
)
# "Komt de minister nog toe aan het milieu? Ik had daar drie vragen over.": those put before
_TURN_OF = re.compile(r"\bkom(?:t|en)\b[^?]*\b(?:toe aan|aan bod|aan de (?:beurt|orde))\b", re.I)
_OF_EARLIER = re.compile(r"\b(?:had(?:den)?|stelden?) (?:ik |wij |we )?(?:daar|hier)\b[^.;:?]*\bvra(?:ag|gen)\b", re.I)

# "Hoe vaak moeten we dat nog zeggen?", "Hoelang laten we dit nog gebeuren?", "Hoe leg je dat uit aan …?"
_SIGHS = re.compile(
    r"\W*(?:maar\W+|en\W+)?(?:hoe(?:veel|vaak|lang)?\b(?: \w+)? (?:moet\w*|laten|blijven|hebben|gaan) (?:we|wij)\b[^,;:?]*\bnog\b|hoe (?:leg|verkoop) (?:je|ik|jij) (?:dat|dit|het)\b)"
    # "Hoe eerlijk is dat?", as the whole sentence
    r"|\W*(?:maar\W+|en\W+)?hoe (?:on)?(?:eerlijk|rechtvaardig|sociaal|logisch|normaal|krom|gek|raar|wrang|zuur|cynisch|bizar|absurd|triest|treurig|schrijnend) is (?:dat|dit|het)(?: (?:nou|dan|toch|eigenlijk))?\W*$"
    # "Vinden we dat met z'n allen normaal?", "Hoe gek wil je het hebben?", "Wat wil ze dan eigenlijk wél?": put to nobody
    r"|\W*(?:maar\W+|en\W+)?(?:(?:vinden|willen) (?:we|wij) (?:dat|dit)\b|hoe \w+ (?:wil|kun|moet) (?:je|jij) (?:het|dit|dat)\b|wat (?:wil|kan|mag) (?:ze|zij|hij|je|men)(?: \w+){0,3} w[eé]l\W*$)",
    re.I,
)
_TO_CHAIR = re.compile(r",\s*(?:meneer de |mevrouw de )?voorzitter\W*$", re.I)  # "Waarheen dan, voorzitter?"
# "Moet er eerst iemand dood, voorzitter?", "Hoe is dit toch mogelijk?"
_CRIES = re.compile(
    r"\W*(?:(?:maar|en|of|voorzitter)\W+)*(?:moet(?:en)? (?:er|het|dit|we)\b[^?]*\b(?:dood|doden|slachtoffers?|ongeluk\w*|gewonden?|misga\w*|mis ga\w*|fout ga\w*|ramp)\b|hoe (?:is|kan) (?:dit|dat|het|zoiets) (?:toch|nou|in \w+snaam)\b(?: mogelijk| gebeuren| bestaan)?(?:\W*$| dat (?:we|wij)\b)|wie (?:wil|zou) (?:er |dat |dit |het )?(?:nou|toch)\b"
    # "Is het nou zo moeilijk om …?", "Is het niet te gek voor woorden dat …?", "Wie van ons heeft …?", "Waarom zou een leerkracht met … naar het zwembad moeten?"
    r"|is (?:het|dit|dat) (?:nou|nu|toch|dan)(?: \w+)? zo (?:moeilijk|lastig|ingewikkeld|gek|raar|vreemd|erg)\b|is (?:het|dit|dat) niet te gek voor woorden\b"
    # "Wie durft dat hardop te zeggen?", "Is dat het land waar we trots op zijn?", "Is dit de zorg die wij willen?"
    r"|wie durft\b|is (?:dat|dit) (?:de|het|een) \w+ (?:waar (?:we|wij) (?:\w+ )?trots op\b|(?:waar\w*|dat|die) (?:we|wij) (?:\w+ ){0,2}willen\b)"
    r"|wie van ons\b|waarom zou(?:den)? (?!(?:u|hij|zij|ze)\b)[^?;:]*\bmoeten\W*$)",
    re.I,
)
# "En wat krijgt Jan? Een brief van zijn verzekeraar.": asked to be answered at once
SETS_UP = 5  # words
_SETS_UP = re.compile(r"\W*(?:(?:en|maar|dus)\W+)?(?:wat|wie|hoeveel)\b", re.I)
_A_THING = re.compile(
    r"\W*(?:een|geen|alleen)\s+(?:[\w-]+e\s+(?![\w-]+t\b))?[\w-]+(?:\s+(?:van|voor|met|over|uit|op|in|bij)\s+(?:(?:de|het|een|zijn|haar|hun|mijn)\s+)?[\w-]+){0,2}\W*",
    re.I,
)
_OF_A_PARTY = re.compile(
    r"\W*(?:(?:maar|en|dus|of|hoe|wat|waarom)\s+)*\w+\s+(?:(?:de|het)\s+)?(?P<party>[^\s,.?]+(?: voor de Dieren)?)\b", re.I
)
# "Ik zou het waarderen als de Kamer een afschrift krijgt.", "Ik stel op prijs indien hij daarop ingaat."
_IF_THEY = re.compile(r"\b(?:als|indien|wanneer) (?:de kamer|hij|zij|ze|u)\b", re.I)
_OF_WHAT = re.compile(
    r"\b(?:daar|hier|er)(?:aan|tegen|mee|voor|over)\b|\b(?:voor|met|aan|tegen|over) (?:hen|hem|haar|hun|ze|die|deze|dit)\b|\babout (?:it|that|this)\b",
    re.I,
)


# "Graag een reactie op het plan om te melden dat zij sluiten.": what stands behind the thing does not point back
_ON_A_THING = re.compile(r"(?<!\bin )\b(?:reactie|toelichting|toezegging) (?:op|over) (?:de|het|een) [a-z]", re.I)
# "Ik zou graag, omdat dit de laatste dag is, willen dat de minister …"
_ASIDE = re.compile(r"^(\W*(?:\w+\W+){0,2}?(?:ik|wij|we)\b[^,;:?]*),\s[^,;:?]+,(?=\s)", re.I)
# "Ik vraag dat, want zo blijft het bij een belofte.", "De reden dat ik dat wil weten, is …": why one asks what was asked
_SAYS_WHY = re.compile(
    r"\W*(?:(?:maar|en|voorzitter)\W+)*(?:ik vraag (?:u |je )?(?:dat|dit|het)(?: \w+)?,? (?:want|omdat)\b|(?:daarom|ook) vraag ik (?:dat|dit|het)\W*$"
    r"|(?:de|een) reden (?:dat|waarom) ik (?:dat|dit|het|ernaar)\b)",
    re.I,
)
# "Ik vraag me af waarom de minister dat moet doen.", said to a member, asks that member
_WONDERS = re.compile(r"\bvr(?:aag|agen|oeg|oegen) (?:(?:ik|wij|we|het) )?(?:me|mij|ons)\b(?: \w+){0,3} af\b", re.I)
_CLAUSE = re.compile(rf"\b(?:{ASKS_FOR}|of|dat)\b", re.I)  # "Ik hoor graag wat de minister doet." says what is asked
_A_QUESTION = re.compile(r"\b(?:vraag|verzoek)\b(?!.*\?)", re.I)  # of which "dat is om …" says what it is
_THAT_IS = re.compile(r"\W*(?:dat|die) (?:is|was|zou)(?: \w+)? om (?!te\b)", re.I)  # not "Dat is om te huilen."
# "Ik wil de minister oproepen om de sluizen te openen."
_CALLS = re.compile(
    r"\b(?:ik|wij|we)\b[^,.;:?]{0,30}\b(?:de (?:minister|staatssecretaris|regering)|het kabinet)(?: (?!niet\b|en\b)\w+){0,2} oproepen\b",
    re.I,
)
# "Kan zij daarnaast aangeven hoeveel boetes er zijn uitgedeeld.": the mark is left out; "Kan hij zeggen wat het kost, dan steun ik het." says when
_TO_TELL = re.compile(
    rf"\W*(?:en |ook )?(?:kan|kunt|kunnen|wil|wilt|zou) (?:hij|zij|ze|u|de (?:minister|staatssecretaris)|het kabinet) [^,;:?]*\b(?:aangeven|zeggen|toelichten|uitleggen|vertellen)\b,? (?:of|{ASKS_FOR})\b(?!.*, (?:dan|dat is)\b)",
    re.I,
)
_THERE_ARE = re.compile(r"\b(?:is|zijn|was|waren|komt|komen) er\b", re.I)  # "Hoeveel taalhuizen zijn er?" points at nothing


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence, text[start:end] of its turn, that asks the government something.

    ``tail``: it only points back ("Graag een reactie daarop."). ``lead``: it only announces ("Ik heb een vraag over …").
    """

    turn: Turn
    start: int
    end: int
    sentence: int
    tail: bool = False
    lead: bool = False

    @property
    def text(self) -> str:
        return self.turn.text[self.start : self.end]


def asked(debate: Exchange, motions: Iterable[Motion] = (), language: Language = "nl") -> list[Ask]:
    """Every sentence of a member that asks the government something, in spoken order.

    Args:
        debate: from `rag.exchange.exchange`.
        motions: of the meeting; what a motion asks ("verzoekt de regering") is no question.
        language: of the record.
    """
    moved: dict[int, list[tuple[int, int]]] = {}
    for motion in motions:
        moved.setdefault(motion.turn, []).append((motion.start, motion.end))
    members = tuple(dict.fromkeys(p.turn.speaker for p in debate.places if p.turn.speaker.role == "member"))
    of_order = _parts_of_order(debate)
    return [
        ask
        for i, place in enumerate(debate.places)
        if place.turn.speaker.role == "member"
        for ask in _Reader(place, _replies(debate, i), members, moved.get(place.turn.number, []), language).asks()
        if cue("who", "government").search(ask.text) or not (_to_chair(debate, i) or place.part in of_order)
    ]


# "Aan de orde is de regeling van werkzaamheden."
_ORDER = re.compile(r"\b(?:regeling|orde) van werkzaamheden\b|\bprocedurevergadering\b", re.I)


def _parts_of_order(debate: Exchange) -> set[int]:
    """The parts of a debate that the chair calls the order of business: members ask the chair and each other there, and nobody answers."""
    called = {p.part for p in debate.places if p.turn.speaker.role == "chair" and _ORDER.search(p.turn.text)}
    return called - {p.part for p in debate.places if p.turn.speaker.role in ANSWERING}


def _replies(debate: Exchange, at: int) -> bool:
    """Whether a turn answers somebody who broke in on its speaker."""
    name = debate.places[at].turn.speaker.name
    for place in reversed(debate.places[:at]):
        if place.turn.speaker.role != "chair":
            return place.interrupts and place.floor is not None and place.floor.name == name
    return False


def _to_chair(debate: Exchange, at: int) -> bool:
    """Whether somebody breaks in, and the chair answers, once the chair read out what was promised; the government says no more after it."""
    place = debate.places[at]
    before, after = ([p.turn for p in some if p.part == place.part] for some in (debate.places[:at], debate.places[at + 1 :]))
    if not place.interrupts or not after or after[0].speaker.role != "chair" or any(t.speaker.role in ANSWERING for t in after):
        return False
    debates = [t for t in before if (t.speaker.role in ANSWERING and t.words > REMARK) or exchange_cue("chair", "promised").search(t.text)]
    return bool(debates) and debates[-1].speaker.role == "chair" and any(t.speaker.role in ANSWERING for t in before)


class _Reader:
    """Reads one turn of a member."""

    def __init__(
        self, place: Place, replies: bool, members: Sequence[Speaker], motions: Sequence[tuple[int, int]], language: Language
    ) -> None:
        self.place = place
        self.text = place.turn.text
        self.replies = replies
        self.others = tuple(m for m in members if m.name != place.turn.speaker.name)
        self.out = [*motions, *place.turn.unquotable]
        self.sentences = spans(self.text)
        self.language = language

    def asks(self) -> list[Ask]:
        found: list[Ask] = []
        for i, (start, end) in enumerate(self.sentences):
            if any(a < end and start < b for a, b in self.out):
                continue
            ask = self._ask(i, self.text[start:end], self._setting(i))
            if ask is None and found and found[-1].sentence == i - 1 and self._says_what(found[-1], i):
                found[-1] = replace(found[-1], tail=False, lead=True)
                ask = Ask(self.place.turn, start, end, i)
            if ask is not None:
                found.append(ask)
        return found

    def _setting(self, at: int) -> Setting:
        floor = self.place.floor
        if self.place.interrupts and floor is not None:
            return "to_government" if floor.role in ANSWERING else "to_member"
        if self.replies and "\n" not in self.text[: self.sentences[at][0]]:
            return "reply"
        return "speech"

    def _ask(self, at: int, sentence: str, setting: Setting) -> Ask | None:
        start, end = self.sentences[at]
        bare = _unquoted(sentence)
        mark = is_question(bare)
        whole = _ASIDE.sub(r"\1", bare)
        request = not cue("request", "not").search(bare) and (
            self._requests(bare, setting) or (bool(cue("who", "government").search(whole)) and self._requests(whole, setting))
        )
        if cue("none", "courtesy").search(bare) or not (mark or request) or is_borrowed(Quote(self.place.turn, start, end)):
            return None
        before = self._sentence(at - 1) if at else ""
        why = mark and _WORD.search(bare) and cue("who", "government").search(before) and not is_question(before)
        told = (mark or not cue("request", "asks", "wants").search(bare)) and _reported(bare, self.place.turn.speaker.party)
        if told or (len(words(_TO_CHAIR.sub(" ", bare))) < LEAST and not (_IS_IT_SO.match(bare) or why or self._only(at, bare))):
            return None
        if not (self._to_government(bare, request) if setting in {"to_member", "reply"} else self._meant(at, bare, mark, request, setting)):
            return None
        tail = (
            (bool(cue("request", "tail").search(bare)) and not self._of_its_own(bare))
            or _SAYS_WHY.match(bare) is not None
            or (not mark and self._only_when(bare))
            or (self._points_back(bare) and not cue("request", "asks").search(bare))
        )
        if tail and setting == "reply" and _ANSWER.search(bare):
            return None  # to a colleague: it asks nothing that was not asked before
        lead = not mark and self._announces(at, bare) and not cue("request", "wants").search(bare)
        return Ask(self.place.turn, start, end, at, tail, lead)

    def _only_when(self, sentence: str) -> bool:
        """Whether no more is asked than when: "Kan er een meldpunt komen? Ik verneem graag op welke termijn."."""
        rest, found = cue("request", "when").subn(" ", sentence)
        return found > 0 and not subject_stems(rest, self.language)

    def _requests(self, sentence: str, setting: Setting) -> bool:
        """Whether a sentence asks in words, whatever its mark."""
        if cue("request", "asks", "wants", "tail").search(sentence) or _GLADLY.match(sentence) or cue("request", "lead").search(sentence):
            return True
        if _TO_TELL.match(sentence) or (_CALLS.search(sentence) and not self._points_back(sentence)):
            return True
        if cue("request", "hopes").search(sentence) and (cue("who", "government").search(sentence) or _IF_THEY.search(sentence)):
            return True
        if self.place.term > 1 and setting == "speech" and cue("request", "unanswered").search(sentence):
            return True
        return setting == "to_government" and bool(
            asks_again(sentence) or (cue("request", "imperative").match(sentence) and len(words(sentence)) > 3)
        )

    def _to_government(self, sentence: str, request: bool) -> bool:
        """Where another member is spoken to: only what is put to the government in so many words."""
        sentence = _WONDERS.sub(" ", sentence)
        if not request or not cue("who", "government").search(sentence):
            return False
        found = cue("request", "asks", "wants").search(sentence)
        after = sentence[found.start() :] if found else ""
        named = named_members(after[:60], self.others)
        return bool(found) and not named and bool(cue("who", "government").search(after[:120]))

    def _meant(self, at: int, sentence: str, mark: bool, request: bool, setting: Setting) -> bool:
        """In a speech, or to the government itself: whether a sentence wants an answer of the government."""
        if self._to_others(sentence):
            return False
        if request and not (mark and not cue("who", "government").search(sentence) and self._rhetorical(at, sentence)):
            return True
        if setting == "to_government":
            return not (self._figure(sentence) or self._leads_up(at, sentence))
        return not self._rhetorical(at, sentence)

    def _figure(self, sentence: str) -> bool:
        """A figure of speech ("Maar wat zien we?"), unless it names who must answer."""
        stock = cue("none", "stock").search(sentence)  # "Maar wat doet de minister nu?", not "wat doet de minister met het advies"
        after = sentence[stock.end() :] if stock else ""  # "Wat doet de minister daaraan?" asks
        bare = stock is not None and len(words(after)) <= SAYS_NO_MORE and not _OF_WHAT.search(after)
        return (bare or bool(cue("none", "rhetorical").search(sentence)) or bool(_SIGHS.match(sentence))) and not re.search(
            r"\b(?:u|uw|you)\b", sentence, re.I
        )

    def _leads_up(self, at: int, sentence: str) -> bool:
        """Whether no more than an opinion stands before what is asked ("Dat is toch geen beleid? Waarom …?"), or a wish to hear what was asked before."""
        following = self._sentence(at + 1)
        earlier = _TURN_OF.search(sentence) and _OF_EARLIER.search(following)
        return bool(earlier or (_TOCH.search(sentence) and is_question(following)))

    def _announces(self, at: int, sentence: str) -> bool:
        """Whether a sentence only says that a question comes: "Eén punt heb ik niet gehoord. …", where something is asked after it."""
        if cue("request", "lead").search(sentence):
            return True
        names = subject_stems(sentence, self.language) or cue("thin", "anaphora").search(sentence)
        asks = any(is_question(self.text[a:b]) for a, b in self.sentences[at + 1 :])
        return asks and not names and cue("request", "unanswered").search(sentence) is not None

    def _to_others(self, sentence: str) -> bool:
        """Whether a member or the chair is asked: "is mevrouw Kuik het met mij eens", "zo vraag ik de heer …"."""
        if cue("who", "government").search(sentence):
            return False
        party = _OF_A_PARTY.match(sentence)
        if party and any(m.party and m.party.casefold() == party["party"].casefold() for m in self.others):
            return True  # "Ziet de PVV niet dat …?"
        named = named_members(sentence, self.others)
        if not named:
            return False
        return bool(
            re.search(
                r"\b(?:is|vindt|wil|kan|ziet|deelt|heeft|gaat|zou|erkent|begrijpt|hoort|vraag ik|vraag aan|ik vraag|wat vindt|hoe kijkt|hoe ziet)\s+(?:de heer|mevrouw|meneer|collega|het lid)\b",
                sentence,
                re.I,
            )
        )

    def _rhetorical(self, at: int, sentence: str) -> bool:
        """A question that wants no answer: a figure of speech, answered by its asker, or somebody else's."""
        if self._followed_up(at):
            return False
        if self._figure(sentence) or (_CRIES.match(sentence.rpartition(":")[2]) and not cue("who", "government").search(sentence)):
            return True
        following = self._sentence(at + 1)
        if following and (cue("none", "own_answer").match(following) or _NOBODY.fullmatch(following)):
            return True
        if _WHO.match(sentence) and _NOT_THEM.match(following):
            return True
        told = len(words(sentence)) <= SETS_UP and _SETS_UP.match(sentence) and _A_THING.fullmatch(following)
        if (
            told
            and "\n" not in self.text[self.sentences[at][1] : self.sentences[at + 1][0]]
            and not cue("who", "government").search(sentence)
        ):
            return True
        return bool(_TOLD.match(sentence)) or (bool(_TOCH.search(sentence)) and not cue("who", "government").search(sentence))

    def _followed_up(self, at: int) -> bool:
        """Whether one of the next sentences makes it a question to the government: "Dat is mijn vraag aan de Staatssecretaris."."""
        following = self._sentence(at + 1)
        return cue("request", "tail").search(following) is not None and not self._of_its_own(following)

    def _sentence(self, at: int) -> str:
        return self.text[slice(*self.sentences[at])] if 0 <= at < len(self.sentences) else ""

    def _says_what(self, ask: Ask, at: int) -> bool:
        """Whether a sentence says what the one before it asks, which has no subject and points at none: "Op mijn andere vraag hoop ik op een toezegging. Dat is om …".

        Not where a question comes after it: that asks.
        """
        bare = len(subject_stems(ask.text, self.language)) <= 1 and not (
            cue("thin", "anaphora").search(ask.text) or _CLAUSE.search(ask.text)
        )
        names = bare and not ask.lead and _A_QUESTION.search(ask.text) is not None
        return names and _THAT_IS.match(self._sentence(at)) is not None and not is_question(self._sentence(at + 1))

    def _points_back(self, sentence: str) -> bool:
        """Whether a sentence has no subject of its own."""
        stems = subject_stems(sentence, self.language)
        return len(stems) == 0 or (len(stems) <= 1 and bool(cue("thin", "anaphora").search(_THERE_ARE.sub(" ", sentence))))

    def _of_its_own(self, sentence: str) -> bool:
        """Whether a sentence points at nothing before it: "Graag een reactie op de kritiek van de gemeente Emmen."."""
        stems = subject_stems(sentence, self.language)
        return len(stems) > 1 and (_ON_A_THING.search(sentence) is not None or not cue("thin", "anaphora").search(sentence))

    def _only(self, at: int, sentence: str) -> bool:
        """Whether a few words are all that somebody breaks in with, and they ask: "Hoeveel?", "Vanaf wanneer?"."""
        told = any(
            cue("none", "courtesy").search(self.text[a:b]) is None and len(words(self.text[a:b])) > 1
            for i, (a, b) in enumerate(self.sentences)
            if i != at
        )
        return self.place.interrupts and not told and _WORD.search(sentence) is not None


def _unquoted(sentence: str) -> str:
    """A sentence without what it quotes; a quote that goes on in the next sentence is cut off."""
    return re.sub(r"«[^»]*(?:»|$)|“[^”]*(?:”|$)|\"[^\"]*\"", "«»", sentence)


def _reported(sentence: str, party: str | None) -> bool:
    """Whether a question is one that somebody else asks: "Je vraagt dan: worden er …?"; not "Daarom vraagt D66: …" of a member of D66."""
    before, colon, _ = sentence.partition(":")
    if (
        not colon
        or (party is not None and party.casefold() in before.casefold())
        or re.search(r"\b(?:ik|wij|we|mijn|onze|i|my)\b", before, re.I)
    ):
        return False
    return bool(cue("none", "reported").search(before)) and not cue("who", "government").search(before)
