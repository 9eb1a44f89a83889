"""What a sentence leans on: what must be shown before it, and what it loses by that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.cues import marks, tokens
from rag.position import LONGEST, SHORTEST, speaks_of_self, wants_reply, words_of_others
from rag.restated import announces, heading
from rag.text import STOP_EN, STOP_NL, content_stems, is_question
from rag.types import Language
from rag.verify.stance import is_restated

JOINED = 0.8  # what each sentence that must be shown before it takes off
STORY = 5.0  # more where it goes on from what is told of somebody: "Zij moet nog drie operaties."
CONNECTS, POINTS = 0.8, 2.0  # what one loses that goes on from what is not shown, and one that points at something there
BACK = 3  # sentences before it that a sentence may need
BUT = re.compile(r"\W*(?:maar|but|however)\b", re.I)  # at the start of a sentence that takes back half of the one before it
_CONNECTS = re.compile(r"^\W*(?:en|maar|dus|want|(?:juist )?daarom|but|and|because)\b", re.I)
# "Dat er geen loket komt, vind ik jammer.": what is judged stands in the sentence itself
_BACKWARD = r"\b(?:dat|dit|die|deze|daar\w*|hier\w*|er\w+|hem|haar|hij|zij|ze|het|ook)\b"
_LEANS = re.compile(
    rf"^\W*(?:(?:en|maar|want|dus|ook|toch|juist|voorzitter|allemaal)\W+)*(?:dat(?! (?:de|er|een)\b(?![^,]*{_BACKWARD})[^,]*, (?:is\b|\w+ (?:ik|wij|we)\b))|dit|die|deze|daar(?!naast|om\b)\w*|hier\w*|hij|zij|ze|'m|het (?:is|gaat|zijn|was|heeft|duurt|lijkt|kan|moet|zou|zal|wordt)\b(?!(?:[^\w;:.]+\w+){{0,8}}?[^\w;:.]+(?:dat|om|als(?! ik\b)|wanneer|hoe)\b)|het gaat (?:hier |dus |toch )?om (?:een|de|het|zo[’']n)\b|er|dan|zo|zo[’']n|ja|nee|inderdaad|niet omdat|(?:in|om|op|met|voor|bij|uit|aan|van|door|over|onder) (?:die|dat) (?!wij\b|we\b|ik\b|de\b|het\b)\w+|"
    r"(?:ten|in de) \w+de|(?:van )?de (?:eerste|tweede|derde|andere|laatste)(?: soort| categorie| reden)? (?:is|was|zijn|gaat|geldt)|(?:het|de) (?:eerste|tweede|laatste|volgende) (?:ontvangt|krijgt|komt|volgt|verschijnt)|reden (?:een|één|twee|drie)|nou(?: ja)?|vervolgens|that|this|these|those|it|they|he|she|there|then|so|yes|no)\b"
    r"|^\W*(?:voor (?:mij|ons|(?:mijn|onze) (?:fractie|partij))|wat (?:mij|ons) betreft|in (?:mijn|onze) ogen|volgens (?:mij|ons)|helaas|gelukkig|natuurlijk|eigenlijk|ook|uiteraard) "
    r"(?:is|was|blijft|zijn|wordt|lijkt|moet|kan|mag|zou|gaat|heeft|doet) (?:dat|dit|die|deze)\b|\bdat (?:dat|dit|die)\b|\b(?:ik|wij|we) \w+ het (?:mee|namelijk)\b|\bnoem(?:t|en)? (?:ik |wij |we )?(?:dat|dit)\b(?! \w+ \w+en\b)|\b(?:(?:ik|wij|we) noem(?:en)?|noem(?:en)? (?:ik|wij|we)) het \w+\W*$|\b(?:(?:moet|ga|zal|kan|wil|vind) ik|(?:ik|wij|we) (?:ga|gaan|zal|zullen)) (?:'m|die|dat|deze)\b"
    r"|\bdat het (?:per|vanaf|eind|begin)\b|\b(?:ik|wij|we) (?:\w+ )?(?:ze\b|(?:hem|haar)(?= (?:niet|wel|ook|nog|graag|toch|dan)\b|[.,;]))|\b(?:ik|wij|we) (?:vind|vinden|acht|achten) dit\b|\ber (?:nog |wel |maar )?(?:een|één|twee|drie|veel|weinig|genoeg|meer)\b(?= ?[,.])"
    r"|\bvan (?:wel|niet)(?=\W*$|[,;:])"  # "Mijn fractie vindt van wel, want …"
    # "Tot die tijd leg ik dat niet vast in de wet."; not "ik merk dat niet iedereen …"
    r"|\b\w+ (?:ik|wij|we) (?:dat|die|dit|deze) niet(?= \w{2,4}\W*$| (?:aan|door|op|toe|uit|vast|voor) (?:in|op|met|bij|aan|voor)\b|\W*$|[,;:])",
    re.I,
)
# "Dan de ontslagen: dat kan ik niet toezeggen": it names what it is about itself
_HEADED = re.compile(r"^\W*(?:en\s+)?(?:dan|over|wat|tot slot|nu|eerst)\s+(?:over\s+)?(?:de|het|een|nog)\b[^:.;]{2,60}:\s", re.I)
_INSIDE = re.compile(
    r"\b(?:daar(?:op|aan|over|mee|voor|tegen|in|bij|toe|van|naar|(?!.*\bwaar\b))|hier(?:op|aan|over|mee|voor|tegen|in|bij|toe|van|naar)|daarvan|erover|ervan|'m)\b",
    re.I,
)
# an earlier clause that names something a later one may point at: "wie een kamer verhuurt, hoort daar niet voor te boeten"
_AFTER = re.compile(r"\W*$|[.;:]|, (?:maar|want|omdat|dus|en)\b", re.I)  # such a judgement; not "dat een sterke, snelle dienst …"
_FULL = 7  # words of such a clause
_BRIEF = 4  # words of a judgement, at most, before it is a clause: "dat een heel goed idee"
_SAYS_WHAT = re.compile(r"\b(?:wie|wil|willen|vind\w*|pleit\w*|moet\w*|tegen|zolang|als|(?:is|ben|zijn) voor)\b", re.I)
# "dit debat", "dit kabinet": what stands before everyone's eyes, and was not named before
PRESENT = re.compile(
    r"\b(?:dit|deze) (?=(?:debat|land|kabinet|kamer|coalitie|regering|commissie|minister|staatssecretaris|jaar|week|maand|zomer|winter|najaar|voorjaar|kwartaal|tijd|eeuw|wet|moment|ogenblik)\b)",
    re.I,
)
_CLAUSES = re.compile(r"[,:;]\s|\s(?=(?:als|mits|zolang|omdat|zodat|terwijl)\b)")
# "Rassen verbieden is een gebaar, daar …": of the clause right before it
_TAKEN_UP = re.compile(r"\w\s+\S+[,:]\s+(?:(?:en|maar|want)\s+)?(?:laat\s+)?$")
_JUDGING = frozenset("vind vinden acht achten".split())
_HOLDING = _JUDGING | frozenset("wil willen weet weten zie zien hoop hopen denk denken lees lezen hoor horen".split())
_HOLDS = re.compile(rf"\b({'|'.join(sorted({*_HOLDING, 'vindt'}))}) (?:ik |wij |we )?dat\b([^,;:.]*)", re.I)
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
    r"\b(?:iedereen|ik|wij|we|men|u|zij|ze|hij) het (?:kan|kunnen|moet|moeten|mag|mogen|wil|willen|doet|doen)\b|\b(?:dezelfde|zulke|zoiets|hetzelfde|daarnet|zojuist|net ook)\b|\b(?:zo[’']n|die|deze|dit) (?:manier|punt|geval|zaak)\b|\bhet (?:wel|ook|dus|graag|nog|toch|echt|zelf|er|daarom|niet|zeker|even|uiteraard|natuurlijk)\b"
    r"|\bhier\b(?:\W+\w+){1,4}?\W+(?:over|van|mee|op|aan|bij|voor|tegen|in|uit)\b(?=\W+(?:is|zijn|te|heb|heeft|hebben|kan|kunnen|moet|moeten|zou|zal|wil|willen|gaan|gaat|wordt)\b|\W+\w+(?:en|d|t)\W*$|[.,;])",
    re.I,
)
_SUCH = re.compile(
    r"\b(?:zo[’']n|die|deze|dit|dat|zulke?|such|that|this|those|these) (\w{4,})", re.I
)  # what stood there before: "zo'n huismeester"
_PRONOUNS = frozenset({"ik", "we", "wij", "je", "u", "men", "ze", "zij", "hij", "mij", "ons"})
_DEMONSTRATIVES = frozenset({"die", "deze", "dit", "these", "those"})
_PREPOSITIONS = frozenset("van op met over in aan voor bij tegen naar door uit tot om onder of about with on for".split())
_POINT = re.compile(r"\W*(?:een|één|twee|drie|vier|ten \w+|punt \w+)\W*:\s\w", re.I)  # "Drie: deelscooters."
_STORY = re.compile(
    r"\b(?:was|waren|had|hadden|werd|werden|kwam|ging|kreeg|stond|zat|liep|belde|sprak|vertelde|ontmoette|sprong)\b|^\W*(?:mevrouw|meneer|de heer|een \w+ uit) ",
    re.I,
)
_OF_SOMEBODY = re.compile(r"\W*(?:hij|zij|ze)\b", re.I)
_ASIDE = re.compile(r"\b(?:overigens|trouwens|daarnaast|verder|bovendien|tot slot|besides|by the way)\b|^\W*(?:dan|then)\b", re.I)


def antecedent(texts: Sequence[str], index: int, language: Language) -> int | None:
    """The first sentence to show with sentence ``index``: itself, or one or two before it that it leans on.

    None when what it cannot do without stands in another turn or is a question, or it would get too long.
    """
    first = index
    while (must := must_lean(texts[first])) or (first == index and _may_lean(texts[first])):
        if first < index and announces(texts[first]):
            break  # "Dan de lening.": it says itself what is spoken of
        joins = first > 0 and index - first < BACK and _joins(texts[first - 1], must, language, first == index)
        length = sum(len(tokens(t)) for t in texts[max(0, first - 1) : index + 1])
        if not joins or length > (LONGEST if must else LONGEST * 3 // 4):
            return None if must and not (0 < first < index and is_question(texts[first - 1])) else first
        first -= 1
    return _where_named(texts, first, index, language) if first < index and is_question(texts[first]) else first


def _where_named(texts: Sequence[str], first: int, index: int, language: Language) -> int:
    """The sentence that names what a view behind a question points at: "Er loopt een proef met een huismeester. Kan de minister daarop reageren? Zo'n
    huismeester …"; the question where none does."""
    meant = {one for found in _SUCH.finditer(texts[index]) for one in content_stems(found[1], language)}
    for at in range(first - 1, max(-1, index - BACK - 1), -1):
        if meant & {*content_stems(texts[at], language)}:
            short = sum(len(tokens(t)) for t in texts[at : index + 1]) <= LONGEST
            return at if short and not is_question(texts[at]) and _joins(texts[at], True, language, False) else first
    return first


def replied(texts: Sequence[str], index: int, language: Language) -> tuple[int, int] | None:
    """The first and the last sentence to show with a reply that leans on what was asked: "Nee, daar ben ik niet toe bereid.".

    With the question when the speaker repeats it just before; else with what the speaker says next, which tells what it is about.
    None when nobody replies there: "Dat kan onwenselijk zijn".

    Args:
        index: of the reply.
    """
    if not speaks_of_self(texts[index]):
        return None
    before = texts[index - 1] if index else ""
    asked = is_question(before) or announces(before) or heading(before) or "asks" in marks(before, language)  # "Dan de lening." too
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


def _joins(before: str, must: bool, language: Language, right: bool) -> bool:
    """Whether a sentence may be shown in front of the one that leans on it: no courtesy or announcement of what comes, a question only ``right`` before."""
    if (is_question(before) and not (must and right)) or before.count('"') % 2 == 1 or words_of_others(before) or wants_reply(before):
        return False
    if len(tokens(before)) < SHORTEST:
        return must and (_POINT.match(before) is not None or announces(before) or heading(before))
    held = marks(before, language)
    if "courtesy" in held or (held.keys() & {"procedure", "asks"} and not must):
        return False
    return must or not (must_lean(before) or is_restated(before))


def must_lean(text: str) -> bool:
    """Whether a sentence is about something only the one before it names: "Dat vinden wij onacceptabel."."""
    if _HEADED.match(text):
        return False
    text = PRESENT.sub("ons ", text)
    pointing = (found for found in (_LEANS.search(text), _INSIDE.search(text)) if found)
    return any(not found.start() or not _named_before(text[: found.start()]) for found in pointing) or _holds_that(text)


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
    if held[2].lstrip()[:1].isupper():
        return False  # "wil dat Eelde sluit"
    if held[1].lower() == "vindt":  # of a party, that mostly says there what it finds: "De SP vindt dat onbestaanbaar."
        return len(tokens(held[2])) <= _BRIEF and not _ENDED.search(held[2]) and _AFTER.match(text, held.end()) is not None
    return not _CLAUSE.match(held[2]) or (held[1].lower() in _JUDGING and not _ENDED.search(held[2]))


def points_back(text: str) -> bool:
    """Whether a sentence, a question too, is about something only what was said before it names."""
    return must_lean(text) or _points(text)


def _may_lean(text: str) -> bool:
    """Whether a sentence goes on from the one before it, or points at something there: "Maar …", "die discussie"."""
    return _CONNECTS.match(text) is not None or _points(text)


@lru_cache(maxsize=16384)
def _points(text: str) -> bool:
    """Whether a sentence points back: "over die discussie", "dat we deze stap"; not "slachtoffers die", which is about what it names."""
    said = tokens(PRESENT.sub("ons ", text))
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
