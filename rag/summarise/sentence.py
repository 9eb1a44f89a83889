"""One sentence weighed: whether it can be somebody's position, how much it takes one, and what it leans on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.cues import Marks, marks, tokens
from rag.demand import demands, holds_of_things, without_usual
from rag.hearsay import Own, tells_of_others
from rag.restated import announces
from rag.text import REQUESTS, STOP_EN, STOP_NL, is_question
from rag.types import Language, Turn
from rag.verify.quotes import borrowed
from rag.verify.stance import is_restated

SHORTEST, LONGEST = 4, 80  # words of a position
JOINED = 0.8  # what each sentence that must be shown before it takes off
STORY = 5.0  # more where it goes on from what is told of somebody: "Zij moet nog drie operaties."
CONNECTS, POINTS = 0.8, 2.0  # what one loses that goes on from what is not shown, and one that points at something there
HOLDS = 1.3  # what a sentence says of a view at least that sets something right, or calls it something: "X is prima"
GENERAL = 1.0  # and what says only what a thing is: "Een kind is geen pakket"
ADDED = 0.4  # what one takes off that only adds to what came before it: "Ook willen wij …"
BACK = 2  # sentences before it that a sentence may need


_CONNECTS = re.compile(r"^\W*(?:en|maar|dus|want|but|and|because)\b", re.I)
_LEANS = re.compile(
    r"^\W*(?:(?:en|maar|want|dus|ook|toch|juist|voorzitter|allemaal)\W+)*(?:dat|dit|die|deze|daar(?!naast)\w*|hier\w*|hij|zij|ze|'m|het (?:is|gaat|zijn|was|heeft|duurt|lijkt|kan|moet|zou|zal|wordt)\b(?!(?:[^\w;:.]+\w+){0,8}?[^\w;:.]+(?:dat|om|als(?! ik\b)|wanneer|hoe)\b)|er|dan|zo|zo[’']n|ja|nee|inderdaad|"
    r"(?:ten|in de) \w+de|(?:van )?de (?:eerste|tweede|derde|andere|laatste)(?: soort| categorie| reden)? (?:is|was|zijn|gaat|geldt)|reden (?:een|één|twee|drie)|nou(?: ja)?|vervolgens|that|this|these|those|it|they|he|she|there|then|so|yes|no)\b"
    r"|^\W*(?:voor (?:mij|ons)|wat (?:mij|ons) betreft|in (?:mijn|onze) ogen|volgens (?:mij|ons)|helaas|gelukkig|natuurlijk|eigenlijk|ook|uiteraard) "
    r"(?:is|was|blijft|zijn|wordt|lijkt|moet|kan|mag|zou|gaat|heeft|doet) (?:dat|dit|die|deze)\b|\bdat (?:dat|dit|die)\b|\bnoem(?:t|en)? (?:ik |wij |we )?(?:dat|dit)\b(?! \w+ \w+en\b)|\b(?:moet|ga|zal|kan|wil|vind) ik (?:'m|die|dat|deze)\b"
    r"|\b(?:ik|wij|we) (?:vind|vinden|acht|achten) dit\b|\ber (?:nog |wel |maar )?(?:een|één|twee|drie|veel|weinig|genoeg|meer)\b(?= ?[,.])",
    re.I,
)
# "Dan de ontslagen: dat kan ik niet toezeggen": it names what it is about itself
_HEADED = re.compile(r"^\W*(?:en\s+)?(?:dan|over|tot slot|nu|eerst)\s+(?:over\s+)?(?:de|het|een|nog)\b[^:.;]{2,60}:\s", re.I)
_INSIDE = re.compile(
    r"\b(?:daar(?:op|aan|over|mee|voor|tegen|in|bij|toe|van|naar|(?!.*\bwaar\b))|hier(?:op|aan|over|mee|voor|tegen|in|bij|toe|van|naar)|daarvan|erover|ervan|'m)\b",
    re.I,
)
# an earlier clause that names something a later one may point at: "wie een kamer verhuurt, hoort daar niet voor te boeten"
_FULL = 7  # words of such a clause
_SAYS_WHAT = re.compile(r"\b(?:wie|wil|willen|vind\w*|pleit\w*|moet\w*|tegen|zolang|als)\b", re.I)
_CLAUSES = re.compile(r"[,:;]\s")
_TAKEN_UP = re.compile(
    r"\w+(?:\s+\S+)+,\s+(?:(?:en|maar|want)\s+)?$"
)  # "Rassen verbieden is een gebaar, daar …": of the clause right before it
_JUDGING = frozenset("vind vinden acht achten".split())
_HOLDING = _JUDGING | frozenset("wil willen weet weten zie zien hoop hopen denk denken".split())
_HOLDS = re.compile(rf"\b({'|'.join(sorted(_HOLDING))}) (?:ik |wij |we )?dat\b([^,;:.]*)", re.I)
# a clause behind "dat" has a subject, and words enough; behind a judgement it ends with its verb: "dat niet verantwoord" is none
_CLAUSE = re.compile(r"\W+(?!(?:niet|graag|nog|nu|wel|echt|toch|zelf|samen|eerst|hier|vandaag|zo|heel|zeer|te|best)\b)(?:\S+ ){2,}", re.I)
_ENDED = re.compile(
    r"\b(?:(?!een\b|geen\b|alleen\b|iedereen\b)\w+en|(?!niet\b|het\b|wet\b|punt\b|besluit\b|debat\b|kabinet\b)\w+(?<!ch)t|\w*[gt]aan|zijn|is|was|kan|wil|zal|zou|mag|had|"
    r"heb|ben|ga|(?!verantwoord\b)(?:ge|be|ver|ont|her)\w{3,}d)(?: (?:op|in|aan|bij|van|voor|met|naar|om|dan|als|door|tot|over|uit|per|binnen) .*)?\W*$",
    re.I,
)
# "Een algeheel verbod vind ik niet nodig.": on what, the sentence before it says
_UNNAMED = r"\been (?:algehee?le?|tota(?:al|le)|volledige?|algemene?|dergelijke?|zulke?) \w+(?!\w)(?!\W+(?:op|van|voor|tegen|aan|om|in|over|naar|bij|met|per|dat|die)\b)"
_VAGUE = re.compile(
    rf"{_UNNAMED}|"
    r"\b(?:iedereen|ik|wij|we|men|u|zij|ze|hij) het (?:kan|kunnen|moet|moeten|mag|mogen|wil|willen|doet|doen)\b|\b(?:dezelfde|zulke|zoiets|hetzelfde|daarnet|zojuist|net ook)\b|\b(?:zo[’']n|die|deze|dit) (?:manier|punt|geval|zaak)\b|\bhet (?:wel|ook|dus|graag|nog|toch|echt|zelf|er|daarom|niet)\b"
    r"|\bhier\b(?:\W+\w+){1,4}?\W+(?:over|van|mee|op|aan|bij|voor|tegen|in|uit)\b(?=\W+(?:is|zijn|te|heb|heeft|hebben|kan|kunnen|moet|moeten|zou|zal|wil|willen|gaan|gaat|wordt)\b|\W+\w+(?:en|d|t)\W*$|[.,;])",
    re.I,
)
_PRONOUNS = frozenset({"ik", "we", "wij", "je", "u", "men", "ze", "zij", "hij", "mij", "ons"})
_DEMONSTRATIVES = frozenset({"die", "deze", "dit", "these", "those"})
_PREPOSITIONS = frozenset("van op met over in aan voor bij tegen naar door uit tot om onder of about with on for".split())
# "de SGP ziet zondagsarbeid toenemen": what a party sees is not what it wants, unless it sees a future in it
_OBSERVES = re.compile(
    r"\b(?:ziet|zien|zag|zagen|hoort|hoorde|leest|merkt|kijkt|signaleert|sees|hears|notes)\b(?!\W+(?:\w+\W+){0,2}(?:graag|liever|niets?|geen|niet|toekomst|heil|kans(?:en)?|ruimte|meerwaarde)\b)(?![^,.;]*\bals\b)",
    re.I,
)
_AMENDS = re.compile(r"\bamendement\w*\b[^.;]*\b(?:om|dat|waar\w+|over|tot)\b", re.I)  # what one wants put in the law
_PRAISES = re.compile(r"\b(?:blij|trots|fijn|mooie?|goed dat|verheugd|genoegen|waardering|bewondering)\b", re.I)
_COPULAS = frozenset("is zijn blijft blijven lijkt was are".split())
_TELLS = re.compile(r"\b(?:heeft|hebben|had|hadden)\b[^,.;:]*\bge\w+(?:d|t|en)\W*$", re.I)  # "De SP heeft lang geaarzeld."
# "Ik sluit mij aan bij mevrouw Visser als het gaat om wonen op het erf": not whose questions one shares
_GRANTS = re.compile(r"\bzeg(?:gen)? (?:ik|wij|we)\b.*\btoe\b", re.I)  # "een verbod zeg ik niet toe" is not about the course of the debate
_JOINS_IN = re.compile(
    r"\bsluit\w*\b(?![^.;]*\bvra(?:ag|gen)\b)[^.;]*\baan bij\b[^.;]*\b(?:als het gaat om|wat betreft|over|pleidooi|oproep|standpunt)\b",
    re.I,
)
_JUDGES = re.compile(
    r"^\W*(?:\w+\W+){0,2}?(?:het|dat|dit|it|that|this) (?:is|zou|lijkt|blijft|was|would|seems)\b", re.I
)  # "Het is onverstandig dat"
_POINT = re.compile(r"\W*(?:een|één|twee|drie|vier|ten \w+|punt \w+)\W*:\s\w", re.I)  # "Drie: deelscooters."
_STORY = re.compile(r"\b(?:was|waren|had|hadden|werd|werden|kwam|ging|kreeg|stond|zat|liep|belde|sprak|vertelde|ontmoette|sprong)\b", re.I)
_GRANTS = re.compile(
    r"\W*(?:en\W+|voorzitter\W+)?(?:(?:ik|wij|we) (?:snap|begrijp|zie|weet|erken|geloof)(?:pen|en)?\b|natuurlijk\b|uiteraard\b|zeker\b|het is (?:\w+ )?(?:goed|mooi|fijn|prachtig|prima)\b|(?:goed|mooi|fijn) dat\b)[^;:]*?,\s+maar\s+",
    re.I,
)
_OF_SOMEBODY = re.compile(r"\W*(?:hij|zij|ze)\b", re.I)
_ASKING = re.compile(r"\b(?:vra(?:agt|gen)|vroe\w+|weten|benieuwd)\b", re.I)  # "De PVV vraagt de minister naar …"
_HOPES = re.compile(r"\b(?:ik hoop|hoop ik|i hope)\b", re.I)
_WISHES = re.compile(r"\b(?:zou(?:den)?|zal|zullen|would|should|wij|we)\b", re.I)
_SELF = re.compile(r"\b(?:ik|wij|we|mij|me|ons|onze|mijn|i|we|my|our)\b", re.I)
_ASIDE = re.compile(r"\b(?:overigens|trouwens|daarnaast|verder|bovendien|tot slot|besides|by the way)\b|^\W*(?:dan|then)\b", re.I)
_ADDS = re.compile(r"\W*(?:ook|daarnaast|bovendien|verder|also|moreover)\b", re.I)
_TO_SOMEONE = re.compile(r"\b(?:u|uw|jij|jullie|you|your)\b", re.I)
_STRAIGHT = re.compile(r'"([^"\n]*)"')
_SPEECH = 22  # characters between such marks from which they hold what somebody says, and no term
_PREAMBLE = re.compile(rf"^\W*(?:constaterende|overwegende|gehoord|gelezen|van mening|van oordeel|{REQUESTS}|en gaat over)\b", re.I)


def may_stand(turn: Turn, start: int, end: int, own: Own, language: Language) -> bool:
    """Whether a sentence can be a position at all: not a question, nor a request for an answer, nor what somebody else says.

    Args:
        turn: whose it is.
        start: where the sentence starts.
        end: where it ends.
        own: how the party is named.
        language: of the record.
    """
    text = turn.text[start:end]
    if not SHORTEST <= len(tokens(text)) <= LONGEST or is_question(text) or text.rstrip().endswith(("...", "…")) or _PREAMBLE.match(text):
        return False
    if turn.bars(start, end) or any(a < end and start < b for a, b in _borrowed(turn.text)):
        return False
    if is_restated(text) and (_ASKING.search(text) or not _names_itself(text, own)):
        return False
    held = marks(sense(text), language)
    return "asks" not in held and "reports" not in held and not tells_of_others(text, language, own)


def sense(text: str) -> str:
    """What a sentence says after what it grants first: "Ik snap dat er minder brieven zijn, maar een dorp zonder bus is geen oplossing."."""
    return text[found.end() :] if (found := _GRANTS.match(text)) else text


@lru_cache(maxsize=2048)
def _borrowed(text: str) -> tuple[tuple[int, int], ...]:
    """Somebody else's words, in whatever marks."""
    return (*borrowed(text), *(m.span() for m in _STRAIGHT.finditer(text) if len(m[1]) > _SPEECH))


def stance(text: str, own: Own, language: Language) -> float:
    """How much a sentence says of what the speaker wants, finds or rejects: 0 for a mere fact, to about 5."""
    held = marks(text, language)
    norm = _times(marks(without_usual(text), language), "norm") + demands(text)
    observes = (_OBSERVES.search(text) or _TELLS.search(text)) is not None and not norm and "weigh" not in held
    mine = _times(held, "own") + (0 if observes else _names_itself(text, own)) + any(p.search(text) for p in (_AMENDS, _JOINS_IN))
    counts = ((1.7, mine), (0.8, _times(held, "mild")), (1.1, norm), (0.9, _times(held, "weigh")))
    value = sum(worth * min(1, n) + 0.25 * min(2, max(0, n - 1)) for worth, n in counts)
    judges = "weigh" in held and _JUDGES.search(text) is not None
    holds = any(_COPULAS & {*tokens(text)[max(0, at - 2) : at]} for at, _ in held.get("weigh", ()))
    value = max(value, HOLDS if holds else GENERAL if holds_of_things(sense(text)) else 0.0)
    return value + (0.2 if _SELF.search(text) else 0.0) + (1.2 if judges else 0.0)


def praises(text: str, language: Language) -> bool:
    """Whether a sentence is glad of what is there, and asks for nothing: it says less of a party than what it wants or rejects."""
    return _PRAISES.search(text) is not None and "norm" not in marks(text, language)


def only_tells(text: str, language: Language) -> bool:
    """Whether a minister hopes for something, or tells what the rules ask or others have to do: "De houder moet een plan opstellen."."""
    return _HOPES.search(text) is not None or (
        not marks(text, language).keys() & {"own", "mild", "weigh"} and not _WISHES.search(text) and not _JUDGES.search(text)
    )


def _times(held: Marks, section: str) -> int:
    """How often a list is held, words that two entries share counted once."""
    found, end = 0, 0
    for start, after in sorted(held.get(section, ())):
        if start >= end:
            found, end = found + 1, after
    return found


def _names_itself(text: str, own: Own) -> bool:
    """Whether the own party is named as the one who speaks: "de SP vindt", "wat de PVV betreft"; not in "de SP-motie"."""
    return any(
        re.search(rf"(?<![\w/-]){re.escape(name)}(?:-fractie)?(?![\w/-])", text, flags)
        for names, flags in ((own.printed, 0), (own.folded, re.I))
        for name in names
    )


def shape(text: str, stems: frozenset[str], language: Language) -> float:
    """What the form of a sentence takes off: courtesies, procedure, too little said, too much, and words to one colleague."""
    held, length = marks(sense(text), language), len(tokens(text))
    value = -0.4 * max(0, 5 - len(stems)) - (ADDED if _ADDS.match(text) else 0.0)
    value -= 2.0 if "courtesy" in held else 0.0
    value -= 3.0 if "procedure" in held and not any(p.search(text) for p in (_AMENDS, _JOINS_IN, _GRANTS)) else 0.0
    value -= 0.6 if _TO_SOMEONE.search(text) else 0.0
    if length < 8:
        value -= 0.1 * (8 - length)
    if length > 45:
        value -= 0.02 * (length - 45)
    return value


# --- what a sentence leans on --------------------------------------------------------------------------


def antecedent(texts: Sequence[str], index: int, language: Language) -> int | None:
    """The first sentence to show with sentence ``index``: itself, or one or two before it that it leans on.

    None when what it cannot do without stands in another turn or is a question, or it would get too long.

    Args:
        texts: the sentences of the turn.
        index: of the sentence.
        language: of the record.
    """
    first = index
    while (must := _must_lean(texts[first])) or (first == index and _may_lean(texts[first])):
        if first < index and announces(texts[first]):
            break  # "Dan de lening.": it says itself what is spoken of
        joins = first > 0 and index - first < BACK and _joins(texts[first - 1], must, language)
        length = sum(len(tokens(t)) for t in texts[max(0, first - 1) : index + 1])
        if not joins or length > (LONGEST if must else LONGEST * 3 // 4):
            return None if must else first
        first -= 1
    return first


def replied(texts: Sequence[str], index: int, language: Language) -> tuple[int, int] | None:
    """The first and the last sentence to show with a reply that leans on what was asked: "Nee, daar ben ik niet toe bereid.".

    With the question when the speaker repeats it just before; else with what the speaker says next, which tells what it is about.
    None when nobody replies there: "Dat kan onwenselijk zijn".

    Args:
        texts: the sentences of the turn.
        index: of the reply.
        language: of the record.
    """
    if not _SELF.search(texts[index]):
        return None
    before = texts[index - 1] if index else ""
    asked = is_question(before) or announces(before) or "asks" in marks(before, language)  # "Dan de lening." too
    if asked and before.count('"') % 2 == 0 and len(tokens(before)) + len(tokens(texts[index])) <= LONGEST:
        return index - 1, index
    last = index
    for text in texts[index + 1 : index + 1 + BACK]:
        aside = (
            is_question(text)
            or is_restated(text)
            or _ASIDE.search(text)
            or marks(text, language).keys() & {"asks", "courtesy", "procedure"}
        )
        if aside or text.count('"') % 2 or sum(len(tokens(t)) for t in texts[index : last + 2]) > LONGEST:
            break
        last += 1
    return index, last


def _joins(before: str, must: bool, language: Language) -> bool:
    """Whether a sentence may be shown in front of the one that leans on it: no question, courtesy or announcement of what comes."""
    if is_question(before) or before.count('"') % 2 == 1 or _borrowed(before):
        return False
    if len(tokens(before)) < SHORTEST:
        return must and _POINT.match(before) is not None
    held = marks(before, language)
    if "courtesy" in held or (held.keys() & {"procedure", "asks"} and not must):
        return False
    return must or not (_must_lean(before) or is_restated(before))


def _must_lean(text: str) -> bool:
    """Whether a sentence is about something only the one before it names: "Dat vinden wij onacceptabel."."""
    if _HEADED.match(text):
        return False
    inside = _INSIDE.search(text)
    return _LEANS.search(text) is not None or (inside is not None and not _named_before(text[: inside.start()])) or _holds_that(text)


def _named_before(text: str) -> bool:
    """Whether an earlier clause of the sentence says what a later one points at: "wie een kamer verhuurt, hoort daar niet voor te boeten"."""
    if ";" in text and len(tokens(text.rsplit(";", 1)[0])) >= SHORTEST:
        return True  # a whole sentence stands before it
    if _TAKEN_UP.search(text):
        return True
    return any(len(tokens(clause)) >= _FULL and _SAYS_WHAT.search(clause) for clause in _CLAUSES.split(text)[:-1])


def _holds_that(text: str) -> bool:
    """Whether a judgement is about a "dat" said before: "Ik vind dat niet verantwoord"; not "Ik vind dat de huur omlaag moet"."""
    held = _HOLDS.search(text)
    if held is None or not held[2].strip():
        return False
    return not _CLAUSE.match(held[2]) or (held[1].lower() in _JUDGING and not _ENDED.search(held[2]))


def points_back(text: str) -> bool:
    """Whether a sentence, a question too, is about something only what was said before it names."""
    return _must_lean(text) or _points(text)


def _may_lean(text: str) -> bool:
    """Whether a sentence goes on from the one before it, or points at something there: "Maar …", "die discussie"."""
    return _CONNECTS.match(text) is not None or _points(text)


@lru_cache(maxsize=16384)
def _points(text: str) -> bool:
    """Whether a sentence points back: "over die discussie", "dat we deze stap"; not "slachtoffers die", which is about what it names."""
    said = tokens(text)
    for at, (before, word) in enumerate(zip(said, said[1:], strict=False)):
        if word in _DEMONSTRATIVES and (before in STOP_NL or before in STOP_EN):
            return True
        if word == "dat" and before in _PREPOSITIONS:
            return True
        if word == "dat" and before in _PRONOUNS and (at == 0 or said[at - 1] not in _HOLDING):
            return True
    return _VAGUE.search(text) is not None


def leaning(before: Sequence[str], text: str, language: Language) -> float:
    """What a sentence loses when it does not stand by itself: sentences it needs, more when these ask, and words that point back."""
    value = sum(
        JOINED
        + (STORY if _STORY.search(b) and _OF_SOMEBODY.match(text) else 0.0)
        + (0.6 if marks(b, language).keys() & {"asks", "procedure"} or is_restated(b) else 0.0)
        for b in before
    )
    if before:
        return value + (CONNECTS if _points(before[0]) else 0.0)
    return value + (POINTS if _points(text) else CONNECTS if _may_lean(text) else 0.0)
