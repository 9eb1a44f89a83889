"""Whether what answers a question answers all of it, as far as words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from rag.kind import BECAUSE, DATE, TERM, YES_OR_NO, has_number
from rag.leaning import BUT
from rag.questions.cues import (
    ASKS_FOR,
    by_clause,
    cue,
    declines,
    for_others,
    looked_into,
    no_more,
    of_colleague,
    passes_on,
    puts_off,
    sent,
    subject_stems,
    unknown,
    unsettled,
    untold,
)
from rag.questions.halves import SINCE, clauses, half_told, halves
from rag.questions.items import Item
from rag.questions.line import decides, stays
from rag.questions.reminders import in_common
from rag.restated import announces
from rag.types import Language, Quote

Status = Literal["answered", "partly", "open"]

SOON = 5  # sentences in which a reply says that it puts the question off, and of a short answer, of which each counts
FIRST = 3  # sentences in which it says yes or no
FEELS = 2  # sentences of a reply that may be no more than sympathy


def settled(item: Item, said: Sequence[str], quotes: Sequence[Quote], reply: bool, own: bool, language: Language) -> Status:
    """Whether an answer settles a question, in part or whole; "open" where nothing is told ("dat heb ik niet paraat").

    Partly: what is put off ("kan ik nu nog niet zeggen", "kom ik per brief op terug"), where no letter was asked for, or told in part ("een
    jaartal kan ik niet geven"); a time, a number or one half of the question that is asked and not told; a yes or no that is asked of a reply
    and is not given; what breaks off or is left to others; and sympathy without more ("Ik begrijp het ongeduld van de heer X heel goed.").

    Args:
        item: what was asked.
        said: the sentences of the passage that answers.
        quotes: those of them that are shown.
        reply: whether they were said right after the question.
        own: whether they go with this question rather than with any other.
        language: of the record.
    """
    evades, only_feels = _evades(item, quotes), _only_feels(said)
    near = by_clause(said[:SOON] if reply or (own and len(said) <= SOON) else [q.text for q in quotes[:2]])
    said, quotes = by_clause(said), [Quote(q.turn, a, b) for q in quotes for a, b in _clauses(q)]
    later = any(map(_LATER.search, item.wanted))
    told = [
        q for q in quotes if not ((sent(q.text) and not for_others(q.text)) or cue("answer", "owes").search(q.text) or unsettled(q.text))
    ]
    if not later and any(map(cue("answer", "owes").search, near)):
        return "partly" if told or any(sent(q.text) for q in quotes) else "open"
    # not "hoe wordt dat betaald?"
    agree = any((found := cue("request", "agree").search(a.text)) and not _WHICH.search(a.text[: found.start()]) for a in item.asks)
    promised = told or later or _HEARD.match(quotes[0].text) or any(map(cue("request", "receive").search, item.wanted))
    if _asks_if_so(item) and any(map(_IT_IS_SO.search, (q.text for q in quotes))):
        return "answered"
    if (
        not promised
        or (not later and _only_later(near))
        or any(map(unsettled, near))
        or any(untold(q.text) or looked_into(q.text, item.asked) for q in (quotes if _figures_left(item, quotes[0].text) else quotes[:1]))
        or _declined(item, said, quotes, language)
        or evades
        or _CUT.search(quotes[-1].text)
        or (only_feels and not agree)
    ):
        return "partly"
    if _says_whether(item.main.text, said[0]):
        return "answered"
    left = _figures_left(item, " ".join(said))
    if left:
        said_so = announces(said[0]) or _HOW_MANY not in left  # a time may be told in words that say it otherwise, a number not
        parts = halves(item.main.text, language)
        more = len(parts) > 1 and not all(half.kind.figure for half in parts)  # the other half of it may be told
        return "partly" if reply or (own and (said_so or more)) else "open"
    first = [*said[:FIRST], *(q.text for q in quotes[:2])]
    given = any(map(stays, first)) or cue("answer", "settled").search(" ".join(first))
    return "partly" if half_told(item.asked, quotes, language) or (reply and agree and not given) else "answered"


def _clauses(quote: Quote) -> Iterator[tuple[int, int]]:
    """Where the clauses of a quote start and end in its turn."""
    start = quote.start
    for part in by_clause([quote.text]):
        start = quote.turn.text.index(part, start)
        yield start, start + len(part)


def takes_back(sentence: str) -> bool:
    """Whether a sentence leaves open what the one before it says: "Maar of hij er stopt, hangt af van …", "Maar dat weet ik nog niet."."""
    return _BUT_WHETHER.match(sentence) is not None or (BUT.match(sentence) is not None and untold(sentence))


def _asks_if_so(item: Item) -> bool:
    """Whether no more is asked than whether something is so: "Klopt het dat …?"."""
    return len(item.asks) == 1 and _IS_IT_SO.match(item.main.text) is not None and len(clauses(item.main.text)) == 1


def _says_whether(asked: str, reply: str) -> bool:
    """Whether a yes or a no answers all that is asked: "Weten schippers hoeveel zij mogen lozen?", not "Kan hij zeggen hoeveel zij lozen?"."""
    return YES_OR_NO.match(reply) is not None and _VERB_FIRST.match(asked) is not None and not _TO_TELL.search(asked)


def _only_later(said: Sequence[str]) -> bool:
    """Whether an answer is put off to later, and nothing was decided before that: "Nee, dat gaat mij te ver. Wel kom ik er in januari op terug." is a no."""
    at = next((i for i, text in enumerate(said) if cue("answer", "deferred").search(text)), -1)
    return at >= 0 and not any(decides(text) and not puts_off(text) for text in said[:at])


def _declined(item: Item, said: Sequence[str], quotes: Sequence[Quote], language: Language) -> bool:
    """Whether who answers does not go into what was asked, or no further ("Meer kan ik er niet van maken."): no other sentence is about it."""
    after = said[i : i + 1] if (i := said.index(quotes[-1].text) + 1 if quotes[-1].text in said else 0) else []
    if any(map(no_more, [*(q.text for q in quotes), *after])):
        return True
    asked = set(subject_stems(item.asked, language))

    def about(some: Sequence[Quote]) -> int:
        return max((in_common(asked, set(subject_stems(q.text, language))) for q in some), default=-1)

    told = [q for q in quotes if not (declines(q.text) or untold(q.text))]
    return about([q for q in quotes if q not in told]) > about(told)


def _evades(item: Item, quotes: Sequence[Quote]) -> bool:
    """Whether an answer begins by not going into what somebody wants to know, says that it depends, or leaves it to a next cabinet, or passes it on."""
    first, asked = by_clause([quotes[0].text])[0], item.main.text
    declined = declines(first) and _TO_KNOW.match(asked)  # to who asks for a deed it may be a no
    # a wish that is passed on is a deed to who asks for one, a question has no answer yet: "Ik zal die vraag doorgeleiden."
    passed_on = passes_on(first) and not _TO_PASS_ON.search(asked) and (_ASKS_IN_FULL.search(asked) or _A_QUESTION.search(first))
    elsewhere = of_colleague(first) and not cue("request", "whose").search(asked)
    return bool(declined or _DEPENDS.match(first) or elsewhere or passed_on) or any(_TO_OTHERS.search(q.text) for q in quotes)


def _figures_left(item: Item, text: str) -> list[re.Pattern[str]]:
    """What is asked for that a text does not tell: a time, a number, as the patterns by which they are asked."""
    dated = SINCE.sub(" ", text) if any(_TO_COME.search(a.text) for a in item.asks) else text
    told = (
        (_WHEN, DATE.search(dated) or TERM.search(text)),
        (_HOW_MANY, has_number(text)),
        (_COSTS, has_number(text) or _OF_COST.search(text) or unknown(text)),
    )
    return [asked for asked, held in told if not held and any(asked.search(a.text) for a in item.asks)]


def _only_feels(said: Sequence[str]) -> bool:
    """Whether what is said begins with sympathy, and hardly goes on: nothing is settled or told by it."""
    rest = " ".join(said[1:])
    told = has_number(rest) or DATE.search(rest) or TERM.search(rest) or cue("answer", "settled").search(rest)
    return feels(said[0]) and len(said) <= FEELS and not told


def says_so(sentence: str) -> bool:
    """Whether a sentence begins by saying that something is so, and does not say why: "Het klopt dat de aanvraag in april kwam."."""
    return _SAYS_SO.match(sentence) is not None and not BECAUSE.search(sentence)


def feels(sentence: str) -> bool:
    """Whether a sentence begins with sympathy: "Ik begrijp het ongeduld van de heer X heel goed."."""
    return _FEELS.match(sentence) is not None


# asked at the start of a clause; "wanneer" in the middle of one is "als", and "is vastgelegd hoeveel …" asks whether
_CLAUSE = r"(?:^|[,:;—–-]|\b(?:en|of|maar|dan|dus|is|weten|horen|hoor|graag|benieuwd|vragen|vraag|aan|aangeven|zeggen|vertellen|wel))\W*"
_HOW_MANY = re.compile(rf"{_CLAUSE}(?:(?:(?:in|bij|voor|om|van|op|tot|aan|met) )?hoeveel|how (?:many|much))\b", re.I)
_TO_COME = re.compile(r"\b(?:kan|kunnen|kom(?:t|en)|krijg\w*|ontvang\w*|verwacht\w*|wordt|worden|gaat|gaan|zal|zullen)\b", re.I)
_OF_COST = re.compile(r"\b(?:gratis|kost\w*|niets|niks|geld\w*|budget\w*|free|costs?)\b|€|\beuro\b", re.I)
_COSTS = re.compile(rf"{_CLAUSE}wat (?:(?:gaat|gaan|zal|zullen|zou|zouden) )?(?:[\w-]+ ){{0,6}}?(?:kost|kosten|kostte)\b", re.I)
_WHEN = re.compile(
    rf"{_CLAUSE}(?:{cue('request', 'when').pattern})|\b(?:datum|jaartal|tijdstip|tijdpad|termijn)\b[^,;:?]{{0,12}}\b(?:noemen|geven|aangeven)\b",
    re.I,
)
# what asks for a letter or a time is answered by one
_LATER = re.compile(
    rf"\b(?:brief|schriftelijk|informeren|geïnformeerd|terug\w*|rapporteren|melden|laten weten|op de hoogte|naar de kamer|letter|written)\b|{_WHEN.pattern}",
    re.I,
)
_HEARD = re.compile(r"\W*(?:ja|nee|zeker|dat klopt|inderdaad|dat herken)\b", re.I)
_WHICH = re.compile(rf"\b{ASKS_FOR}\b[^,;:?]*$", re.I)
_TO_KNOW = re.compile(rf"\W*(?:(?:maar|en|dus|of|and|but)\W+)*{ASKS_FOR}\b", re.I)  # "En hoe kan dat?"
# a question that begins with its verb, and one that asks to be told something
_VERB_FIRST = re.compile(
    r"\W*(?:(?:maar|en|dus|of)\W+)*(?!(?:wat|hoe\w*|wie|met|niet|wat)\b)\w+(?:t|en|is|an|il|al|ou|as|ad)\b",
    re.I,
)
_TO_TELL = re.compile(
    r"(?<=\s)(?:zeggen|aangeven|vertellen|toelichten|uitleggen|meedelen|mededelen|schetsen|weten|delen|duidelijk\w*|uiteenzetten|ingaan|inzicht|overzicht geven|noemen|reageren|bevestigen)\b[^?]*\b(?:hoe\w*|wat|wie|wanneer|waar\w*|welke?)\b|\ben,? zo ja\b|\ben\W+(?:\w+ )?(?:hoe\w*|wanneer|welke?|wat|waarom|wie)\W+(?:\w+\W+){0,2}?(?:is|zijn|was|wordt|worden|komt|komen|kan|kunnen|gaat|gaan|wil|moet|krijgt|doet|heeft|ligt|staat|kost|betaalt|zal|zou|dan)\b",
    re.I,
)
_IS_IT_SO = re.compile(r"\W*(?:(?:maar|en|dus|of|voorzitter)\W+)*(?:klopt (?:het|dit|dat)|is het (?:waar|juist))\b", re.I)
_IT_IS_SO = re.compile(
    r"(?<!\bof )\b(?:(?:het|dat|dit) (?:klopt|is (?:waar|juist))|(?:klopt|is) (?:het|dat|dit)(?: \w+)? (?:niet|waar|juist))\b", re.I
)
_SAYS_SO = re.compile(rf"\W*(?:(?:ja|inderdaad|voorzitter)\W+)*(?:{_IT_IS_SO.pattern})", re.I)
_BUT_WHETHER = re.compile(r"\W*(?:maar of|but whether)\b", re.I)
# "Dat hangt van veel factoren af.", not "Dat hangt er niet van af."
_DEPENDS = re.compile(
    r"\W*(?:(?:ja|nou|kijk|voorzitter)\W+)*(?:dat|dit|het) hangt (?!(?:(?!af\b|van\b|ervan\b)\w+ ){0,4}(?:niet (?!alleen\b)|nergens\b))(?:er ?van\b|[^.;:?]*\baf\b)|\W*(?:that|it) depends\b",
    re.I,
)
_NEXT_CABINET = r"(?:een |het )?(?:volgende?|nieuwe?|komende?) kabinet\b"
# "Die keuze laat ik aan een volgend kabinet.", "Die afweging moet door een volgend kabinet worden gemaakt."
_TO_OTHERS = re.compile(
    rf"\b(?:is|zijn|laat|laten|blijft) (?:[\w-]+ ){{0,4}}?aan {_NEXT_CABINET}|^[^;]*\b(?:is|zijn) (?:[\w-]+ ){{0,4}}?voor {_NEXT_CABINET}(?=\W*$)"
    rf"|\b(?:moet|moeten|zal|zullen) (?:[\w-]+ ){{0,4}}?(?:door {_NEXT_CABINET}|aan {_NEXT_CABINET} zijn\b)"
    rf"|aan {_NEXT_CABINET} (?:[\w-]+ ){{0,3}}(?:over)?(?:laat|laten|gelaten)\b",
    re.I,
)
_ASKS_IN_FULL = re.compile(rf"^(?!.*\b(?:doen|zorgt|zorgen|wie)\b).*\b{ASKS_FOR}\b", re.I | re.S)
_TO_PASS_ON = re.compile(r"\b(?:overbreng|doorgelei|doorge|doorspe|aandring|afgeven|aankaart)|\baandacht\b", re.I)
_A_QUESTION = re.compile(r"\bvra(?:ag|gen)\b", re.I)
_CUT = re.compile(r"(?:…|\.\.\.)\W*$")  # somebody broke in on it
_FEELS = re.compile(
    r"\W*(?:(?:voorzitter|nou|ja|kijk)\W+)*(?:ik (?:(?:begrijp|snap|hoor|waardeer|deel)\b|ben het\b.*\beens\b)"
    r"|(?:dat|het) is\b.{0,20}\b(?:vervelend|verdrietig|schrijnend|verschrikkelijk|heftig|jammer)\b)",
    re.I,
)
