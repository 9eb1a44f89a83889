"""What kind of thing a question asks for (an amount, a date, a name, a vote, a reason), and whether a sentence holds one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rag.lexicon import terms
from rag.tables import pattern_of, table
from rag.text import MONTH_NUMBERS, STOP_EN, STOP_NL, stem
from rag.types import Language

Name = Literal["money", "share", "count", "times", "size", "clock", "date", "term", "name", "vote", "advice", "reason", "other"]

_UNITS = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
NUMBER = re.compile(
    rf"\d|\b(?:{_UNITS}|(?:vijf|zes|zeven|acht|negen)tien|\w*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|\w*(?:honderd|duizend)|miljoen|miljard|helft|kwart"
    r"|anderhal(?:f|ve)|procent|tientallen|honderden|duizenden|nul|geen|one|two|three|four|five|six|seven|eight|nine|ten(?=\s(?:\w+s|percent|million|billion|thousand|people|per)\b)|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundreds?|thousands?|million|billion|half|quarter|percent|none|zero)\b",
    re.I,
)
_A_UNIT_ALONE = re.compile(r"een|geen|no|one", re.I)  # articles more often than numbers
MONEY = re.compile(r"€|\b(?:euro|miljoen|miljard|dollar|million|billion|ton)\b", re.I)
# one asks for an amount with these, and they stand by an amount of anything
OF_MONEY = frozenset(
    stem(word) for word in "geld euro bedrag bedragen budget budgetten kosten kost miljoen miljard middelen uitgeven uitgaven".split()
)
_OF_SO_MANY = rf"(?:\d+|{_UNITS}|\w*(?:tig|honderd)|one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
SHARE = re.compile(
    r"\d\s?%|\bprocent\w*|\bpercent\w*|\b(?:helft|kwart|driekwart|meerderheid|merendeel|half|quarter|majority|tweederde)\b|\bderde deel\b"
    rf"|\b{_OF_SO_MANY} (?:op de|op elke|op|out of|in every) {_OF_SO_MANY}\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine) in {_OF_SO_MANY}\b",
    re.I,
)
_MONTH = "|".join(MONTH_NUMBERS)
_DAY = r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SEASON = r"zomer\w*|herfst\w*|winter\w*|voorjaar\w*|najaar\w*|kerst\w*|pasen|spring|summer|autumn|christmas"
DATE = re.compile(
    rf"\b(?:{_MONTH}|{_DAY}|{_SEASON})\b|\b(?:19|20)\d\d\b|\b\w*(?:kwartaal|reces|schooljaar|studiejaar|seizoen|quarter|recess)\b|\b\d{{1,2}}[.:]\d\d uur\b"
    r"|\b(?:binnenkort|vandaag|morgen|gisteren|vanavond|straks|soon|today|tomorrow|yesterday|tonight)\b"
    r"|\b(?:begin|eind|medio|halverwege|volgende?|komende?|vorige?|afgelopen|dit|deze|aanstaande|next|this|last|coming)\s+(?:\w+\s+)?(?:jaar|maand|week|weken|maanden|dagen|year|month|week|days)\b"
    r"|\b(?:over|binnen|within|in|na|sinds)\s+(?:\w+\s+){1,2}(?:dagen|weken|maanden|jaar|weeks|months|years)\b|\b(?:zodra|nadat|voordat|per direct|as soon as)\b",
    re.I,
)
# with what a main clause or a question begins that can be answered by yes or no: a finite verb
_FINITE = "is|zijn|was|waren|ben|bent|heeft|hebben|had|hadden|kan|kunnen|kon|wil|willen|wilde|zal|zou|gaat|gaan|komt|komen|krijgt|krijgen|mag|mogen|moet|moeten|wordt|worden|werd|vindt|deelt|laat|steunt|klopt|ziet|blijft|blijven|doet|houdt|weet|does|do|did|are|will|would|has|have|can|could|were|should|may"
_VERB_FIRST = re.compile(r"\w+t\s+(?:de|het|een|deze|dit|die|dat|er|zo|zij|ze|hij)\b")
# a time of the day too, but where hours of something follow: "na 3 uur vergaderen", "uiterlijk 12 uur later"; no day has more than 23, and
# past noon no more than a part of one is told so ("na 22 uur geen drank"), nor behind "tussen"
_NO_HOURS_OF = (
    rf"(?=\W*$|[,.;:!?)]|\s(?:\(|(?:{_FINITE}|open|dicht|gesloten|{'|'.join(sorted(STOP_NL - {'later', 'per'}))})\b|{_VERB_FIRST.pattern}))"
)
_BY_HOUR = (
    rf"\b(?:(?:na|voor) (?:(?:1[3-9]|2[0-3])\s?uur\b|1?\d\s?uur{_NO_HOURS_OF})|(?<!duurt )(?<!duurde )tussen (?:1?\d|2[0-3]) en (?:1?\d|2[0-3])\s?uur\b)"
    r"|\buiterlijk (?:1?\d|2[0-3])\s?uur\b(?! (?:later|na|per|voor)\b)"
)
_CLOCK = re.compile(
    rf"\b\d{{1,2}}[.:]\d\d\s?uur\b|\b(?:om|vanaf|tot|rond|omstreeks|sinds) (?:\d{{1,2}}|{_UNITS})\s?uur\b(?! per\b)|{_BY_HOUR}|\b(?:half|kwart (?:voor|over)) (?:{_UNITS})\b"
    r"|\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b|\b(?:middernacht|midnight|noon|o['’]clock)\b",
    re.I,
)
TERM, TIMES, BECAUSE = (pattern_of("asking", "told", one) for one in ("term", "times", "because"))
# a capital inside a sentence, or an abbreviation in capitals: a name of someone or something
PROPER = re.compile(
    r"(?<=[\w,;:)] )(?:[«\"“'‘(])?[A-ZÀ-Þ][\w'’-]+|\b[A-Z]{2,}\b|\b(?!De|Het|Een|Dat|Dit|Ik|We|Wij|Er|In|The|It|A)[A-ZÀ-Þ][a-zà-ÿ]+(?=,| en | and )"
)

# what the chamber decided: "deze motie is aangenomen", not "een aangenomen motie"; and what the government advises it to decide
VOTE = re.compile(
    r"\b(?:is|zijn|werd|werden|wordt|worden|was|waren|were)\b[^.;]*\b(?:aangenomen|verworpen|ingetrokken|aangehouden|adopted|carried|rejected)\b(?! (?:moties?|amendement\w*|voorstel\w*|\w*wet\w*)\b)"
    r"|\b(?:aangenomen|verworpen) (?:is|zijn|werd|werden|wordt|worden)\b|\bstel(?:len)? (?:ik|wij) voor\b.*\b(?:aan te houden|in te trekken)",
    re.I,
)
_DECISIONS = {
    "adopted": re.compile(r"\b(?:aangenomen|adopted|carried|passed)\b", re.I),
    "rejected": re.compile(r"\b(?:verworpen|weggestemd|rejected)\b", re.I),
    "held": re.compile(r"\b(?:aangehouden|aan te houden|held over|postponed)\b", re.I),
    "withdrawn": re.compile(r"\b(?:ingetrokken|in te trekken|withdrawn)\b", re.I),
}
ADVICE = re.compile(r"\bontra(?:ad|ade|den|dt|adt)\b|\boordeel (?:aan de )?Kamer\b|\bovernemen\b|\bontijdig\b|\bovergenomen\b", re.I)

# that it is not known or not counted is an answer too
NOT_TOLD = re.compile(
    r"\b(?:registre\w+|houd\w* \w+|weten|weet|bekend|bijgehouden|geregistreerd|te zeggen|te geven|beschikbaar|gegeven)\b[^.,;:—–]{0,25}\bniet\b(?! (?:of|dat)\b)|\bniet\b[^.,;:—–]{0,25}\b(?:bekend|bijgehouden|geregistreerd|te zeggen|te geven|beschikbaar|gegeven|paraat)\b"
    r"|\b(?:geen|no) (?:\w+ )?(?:cijfers|aantallen|zicht|gegevens|registratie|figures|data)\b",
    re.I,
)
# "Als haar boot niet geregistreerd is, …" says what then, not that nobody knows
_IF_SO = re.compile(r"\b(?:als|indien|tenzij|if|unless)\b[^.,;:—–]*\s(?:is|zijn|was|waren|wordt|worden),", re.I)
_PIECE = r"\b(?:moties?\b|motie-|motions?\b|amendement\w*|(?:wets)?voorstel\w*)"
_ASKED: tuple[tuple[Name, re.Pattern[str]], ...] = (
    ("vote", re.compile(rf"{_PIECE}.*\b(?:aangenomen|verworpen|weggestemd|aangehouden|ingetrokken|adopted|rejected|passed|withdrawn)\b", re.I)),
    ("advice", re.compile(rf"\b(?:vindt|vond|oordeelt|oordeel|oordeelde|reageert|reageerde|reactie|advies|adviseert|adviseerde|appreciatie)\b.*\b(?:minister|staatssecretaris|kabinet|regering|bewinds\w+)\b.*{_PIECE}", re.I)),
    *((kind, re.compile(rf"\b(?:{'|'.join(forms)})\b", re.I)) for kind, forms in table("asking")["kinds"].items()),
)  # fmt: skip
# what can be answered by yes or no, and how it is
WHETHER = re.compile(rf"^(?:\w+[:,] )?(?:{_FINITE})\b", re.I)
# who it was that asked something
WHO_ASKED = re.compile(
    r"^(?:en\s+)?(?:wie|welke? (?:partij(?:en)?|fracties?|(?:kamer)?(?:lid|leden)|sprekers?)|who|which (?:part(?:y|ies)|members?|mps?))\s+(?:\w+\s+){0,2}?"
    r"(?:vroeg|vroegen|vraagt|vragen|stelde[n]?\b.*\bvra(?:ag|gen)|asked|asks)\b",
    re.I,
)
YES_OR_NO = re.compile(
    r"^(?:\W*(?:voorzitter|nou|oh|ik denk van)\b)*\W*(?:ja|nee|jawel|neen|zeker|absoluut|inderdaad|klopt|natuurlijk|helaas|geen sprake|yes|no|indeed)\b|^dat (?:klopt|is (?:juist|waar|zo|niet (?:juist|waar|zo)))\b|: (?:ja|nee)\b|\b(?:ja|nee), (?:dat|die|ik|het|wij|we)\b",
    re.I,
)
_SOME_WORDS = r"((?:[\w'’-]+\s*){1,4})"
_ARTICLE = r"(?:(?:de|het|een|die|dat|zijn|haar|hun|onze|the|a|an)\s+)"
# of what a number, a price or a size is asked: "hoeveel inspecteurs", "wat kost een kaartje", "hoe hoog is de boete"
_HEADS: dict[Name, re.Pattern[str]] = {
    "count": re.compile(rf"\b(?:hoeveel|hoe veel|welk aantal|het aantal|how many|how much|what number of)\s+{_SOME_WORDS}", re.I),
    "money": re.compile(
        rf"\b(?:(?:wat|hoeveel) (?:kost(?:te|ten|en)?|verdien(?:t|en|de|den))|hoe duur (?:is|zijn|was|waren|wordt|worden))\s+{_ARTICLE}{_SOME_WORDS}",
        re.I,
    ),
    "size": re.compile(
        rf"\bhoe \w+ (?:is|zijn|was|waren|wordt|worden|werd|blijft|blijven|moet|moeten|mag|kan)\s+{_ARTICLE}{_SOME_WORDS}", re.I
    ),
}
_NOUN = r"(?:[\w-]+e\s+(?!(?:van|voor|uit|in|bij|op|die|of|from|at|who)\b))?[\w-]+"
_WHO = re.compile(
    rf"\b(?P<who>wie (?:is|was|waren|zijn|wordt|werd)|who (?:is|was))\s+{_ARTICLE}(?P<noun>{_NOUN})"
    rf"|\b(?:hoe heet(?:te)?|wat is de naam van|onder welke naam|what is the name of)\s+(?:de|die|een|the)\s+(?P<named>{_NOUN})",
    re.I,
)
# "In welke stad komt het museum?" is told by what stands after one of these: "in Leiden", "de gemeente Leiden"
_WHERE = re.compile(
    r"\b(?:in|uit|naar|bij|op|vanuit|te) welke? (?:\w+ )?(?:stad|steden|gemeenten?|plaats\w*|dorp\w*|provincie\w*|wijk\w*)\b", re.I
)
_PLACES = frozenset("in te uit naar bij rond vanuit gemeent stad provincie dorp wijk".split())
# how a noun ends that is somebody
_SOMEBODY = re.compile(
    r".*(?:eur|ster|(?<!comput)(?<!contain)er|[dt]or|ant|ent|ist|oog|aar|man|vrouw|moeder|vader|arts|hoofd|chef|baas|zitter|houder|weduwe|graaf|lid)",
    re.I,
)
_COMPARED = re.compile(
    r"(?:vaker|duurder|goedkoper|hoger|lager|langer|korter|sneller|trager|groter|kleiner|zwaarder|lichter|vroeger|later|eerder|verder)\b",
    re.I,
)
PLURAL = re.compile(r"[a-z]\w{2,}(?:en|es|[^aeiou]s)")
_MEASURES = frozenset(
    stem(word) for word in "liter kuub kilo kilogram ton gram hectare kilowattuur megawatt gigawatt litres tonnes".split()
)
_NO_NOUN = frozenset("per om volgend volgende vorig vorige afgelopen komend komende ieder elk next last".split())
_FRONT = 3  # letters before the last part of a compound, which has more
_PART = 7  # letters of the first part of a compound that stands for it
_BESIDE = 3  # words from a number of four digits to what it counts, if it is no year
_NEAR = 5  # words between a number and what it counts
_FAR = 10  # … and an amount in a measure after what it measures: "De winst van het bedrijf was vorig jaar 56 miljoen euro."
MEASURE = re.compile(r"euro|miljoen|miljard|procent|%|kilo\w*|ton|gram|liter|hectare|kilometer|meter|uur|million|billion|percent", re.I)
_TOKEN = re.compile(r"[\w€%'’.,-]+")
_FIGURES = re.compile(r"\b(?:cijfers?|aantal\w*|gegevens|zicht|registr\w+|figures?|numbers?|data)\b", re.I)


@dataclass(frozen=True, slots=True)
class Kind:
    """What is asked for.

    ``heads``: the stems that name what it is asked of: what is counted ("inspecteurs"), whose size or price it is ("de boete"), who is asked for by
    name ("de burgemeester"), or what stands before a place ("in"); empty where nothing is named. ``known``: the names the question has itself;
    where somebody or a place is asked for, all its words. ``time``: the years it asks of, also as "before" or "after" this one. ``age``: whether a size is asked for in years.
    ``priced``: whether what a size is asked of is an amount, which what something costs may tell. ``contrary``: what tells when the contrary happens.
    ``named``: whether what stands before a sentence names what is counted, so that "die cijfers" are its, and "er twee" two of them; a sentence may name it itself too.
    """

    name: Name
    heads: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    time: frozenset[str] = frozenset()
    age: bool = False
    priced: bool = True
    contrary: re.Pattern[str] | None = None
    named: bool = True

    @property
    def figure(self) -> bool:
        """Whether a number or a time is asked for."""
        return self.name not in {"other", "reason", "name", "vote", "advice"}

    def held(self, sentence: str, language: Language) -> bool:
        """Whether a sentence holds something of this kind; True for a question that asks for no particular kind."""
        return _CHECKS[self.name](self, sentence, language) and not self._at_another_time(sentence) and not self.of_contrary(sentence)

    def of_contrary(self, sentence: str) -> bool:
        """Whether a sentence tells when the contrary of what is asked happens: that it opens, where one asks when it closes."""
        return self.contrary is not None and self.contrary.search(sentence) is not None and not _UNTIL.search(sentence)

    def named_in(self, text: str, language: Language) -> Kind:
        """The same for a sentence that answers or follows this text: what it is asked of may be named there ("Dat zijn er 1.250.")."""
        return replace(self, heads=frozenset()) if _named(self, text, language) else self

    def after(self, before: str, language: Language) -> Kind:
        """The same for a sentence that stands right after this text: it may name whose price or size the sentence tells, or of what there are so many."""
        there = self.named_in(before, language)
        return there if self.name in {"money", "size"} else replace(self, named=not there.heads)

    def within(self, said: Iterable[str]) -> Kind:
        """The same in a record that says these stems: of what nobody names, whoever counts or weighs it has another word."""
        if self.name not in _HEADS or any(_names(one, self.heads) for one in said):
            return self
        return replace(self, heads=frozenset())

    def alike(self, question: str, put: str, language: Language) -> bool:
        """Whether a question as it was put asks for the same: the same kind of thing, with the same question word, or both whether it is so."""
        other = kind_of(put, language, language)
        if self.name != "other" and other.name == self.name:
            return True
        with_word, said = _WORD.match(question), {m.group().lower() for m in _WORD.finditer(put)}
        if with_word:
            return with_word.group().lower() in (said | {"wie"} if said & _WHICH_ONE else said) and "other" in (self.name, other.name)
        return self.name == other.name and not said  # also of one in English

    def _at_another_time(self, sentence: str) -> bool:
        """Whether a sentence tells of other times only: asked of next year, it tells of now."""
        told = _times(sentence) if self.time else frozenset()
        return bool(told) and not told & self.time


def kind_of(question: str, language: Language, record: Language) -> Kind:
    """What a question asks for.

    Args:
        question: in full.
        language: of the question.
        record: of the meetings searched; what is counted is looked for in its words.
    """
    question = _WHOSE_WORDS.sub(" ", question)
    # what a follow-up adds to the question before it tells: "Hoeveel kost het: en wanneer?"
    asked_in = (question.rpartition(": ")[2], question) if ": " in question else (question,)
    name: Name = next((name for part in asked_in for name, asked in _ASKED if asked.search(part)), "other")
    if name == "name":
        person = _PLACES if _WHERE.search(question) else _of_person(question, language, record)
        known = frozenset(_bare(one, record) for one in _PARTS.findall(question) if person or one[0].isupper())
        return Kind(name, person, known)
    if name in {"date", "clock"}:
        sides = [both for pair in _CONTRARIES for both in (pair, pair[::-1]) if re.search(both[0], question, re.I)]
        # what tells both tells it: "Het loket sluit op 1 mei en gaat op 1 juni weer open."
        return Kind(name, contrary=re.compile(rf"^(?!.*{sides[0][0]}).*{sides[0][1]}", re.I | re.S) if len(sides) == 1 else None)
    if name not in _HEADS:
        return Kind(name)
    head = _HEADS[name].search(question)
    heads = _heads(head.group(1), language, record, last=name != "count") if head else frozenset()
    priced = name != "size" or _PRICED.search(question) is not None
    return Kind(name, heads, time=_times(question) - {"now"}, age=_HOW_OLD.search(question) is not None, priced=priced)


# whose words are asked for is no part of what is asked, wherever it stands: "Hoe hoog moet de boete volgens de VVD worden?"
_WHOSE_WORDS = re.compile(
    r",?\s*\b(?:volgens|according to)\s+(?:(?:de|het|the|heer|mevrouw|meneer|lid|minister|staatssecretaris|state|secretary|van|den|der|ter|ten)\s+)*[\w'’/-]+,?",
    re.I,
)
_WORD = re.compile(r"\b(?:wat|wie|welke?|wanneer|waar\w*|hoe(?!wel|zeer)\w*)\b", re.I)
_WHICH_ONE = frozenset({"welke", "welk"})  # "Wie voert het uit?" asks the same as "Welke organisatie voert het uit?"
_HOW_OLD = re.compile(r"\b(?:hoe oud|how old)\b", re.I)
_AGE = re.compile(
    r"\b(?:leeftijd\w*|oud|years old|age[ds]?|\w*jarigen?|\w*jarige)\b|\b(?:is|ben|was|zijn|waren) (?:\w+ ){0,2}[\w-]+ jaar\b(?! geleden)",
    re.I,
)
# of what is high or large that may be told by what something costs; "De toren kost 3 miljoen." tells how high no tower is
_PRICED = re.compile(
    r"\b\w*(?:kosten|prijs|prijzen|tarie\w+|rekening\w*|bedrag\w*|bijdrage\w*|huur|huren|huurprijs|premie\w*|subsidie\w*|boetes?|vergoeding\w*|budget\w*|begroting\w*|tekort\w*|schade\w*|schuld\w*|loon|lonen|salaris\w*|belasting\w*|\w*geld|toeslag\w*|uitkering\w*|uitgaven|investering\w*|leges|heffing\w*|lening\w*|risico|costs?|prices?|bill|fee|fare|fine|budget|deficit|damage|debt|wages?|salary|tax|benefit|spending|loan)\b",
    re.I,
)
_COSTS = re.compile(r"\b(?:kost(?:te|ten|en)?|costs?)\b[^,;]*", re.I)
# asked when it closes, a sentence that it opens tells of the contrary; not one that tells until when it is open
_CONTRARIES = tuple(
    (rf"\b(?:{one})\b", rf"\b(?:{other})\b")
    for one, other in (
        (r"dicht|sluit|sluiten|gesloten|closes?|closed", r"open|opent|openen|opens"),
        (r"eindigt|eindigen|ophoudt|stopt|stoppen|afloopt|ends?|expires?", r"begint|beginnen|start|starten|aanvangt|starts|begins"),
    )
)
_UNTIL = re.compile(r"\b(?:tot|t/m|tussen|duurt|until|till|lasts)\b", re.I)
_TIMES = {
    "before": re.compile(r"\b(?:vorige?|afgelopen|verleden)\s+jaar\b|\blast year\b", re.I),
    "now": re.compile(r"\b(?:nu|dit jaar|op dit moment|momenteel|now|this year)\b", re.I),
    "after": re.compile(r"\b(?:volgende?|komende?|aankomende?)\s+jaar\b|\bnext year\b", re.I),
}
_YEAR = re.compile(r"\b(?:in|over|voor|vanaf|sinds|for|since)\s+((?:19|20)\d\d)\b", re.I)


def _times(text: str) -> frozenset[str]:
    """The years a text tells of, by number, or by how they stand to now."""
    return frozenset([name for name, told in _TIMES.items() if told.search(text)] + _YEAR.findall(text))


def _heads(text: str, language: Language, record: Language, *, last: bool) -> frozenset[str]:
    """The noun that is counted: the first content word after "hoeveel", and after an adjective the next as well; or the last of these.

    "Hoeveel brengt het op?" counts nothing: a verb that comes first has its subject after it; nor does "Hoeveel duurder wordt het?".
    """
    stop = STOP_NL if language == "nl" else STOP_EN
    first: list[str] = []
    for word in text.split():
        if word.lower() in _NO_NOUN or (word.lower() in stop and first):
            break
        first.append(word)
    if language == "nl" and (_VERB_FIRST.match(text) or _COMPARED.match(text)):
        return frozenset()
    if last:
        first = [word for word in first if len(word) > 1][-1:]
    found = terms(" ".join(first[: 1 if first and PLURAL.fullmatch(first[0]) else 4]), language, record)[:2]
    # what "waterschappen" are about ("water") is not what is counted
    heads = frozenset(
        f for t in found for f in (t.stem, *(o for o, _ in t.others)) if len(f) >= _PART or f == t.stem or not t.stem.startswith(f)
    )
    if last or not found:
        return heads
    own = found[-1].stem  # "waterbronnen" are counted as "bronnen" too
    heads |= {own[cut:] for cut in range(_FRONT, len(own) - _FRONT) if own[cut:] not in stop}
    return heads if PLURAL.fullmatch(found[-1].word) else heads | _MEASURES  # "hoeveel water" is told in a measure


def _of_person(question: str, language: Language, record: Language) -> frozenset[str]:
    """Who is asked for by name: "de burgemeester" of "Hoe heet de burgemeester van Ede?"; none where it may be a thing."""
    asked = _WHO.search(question)
    noun = asked["noun"] or asked["named"] if asked else ""
    if not asked or not (asked["who"] or _SOMEBODY.fullmatch(noun)):
        return frozenset()
    found = terms(noun, language, record)[-1:]
    return frozenset(form for t in found for form in (t.stem, *(other for other, _ in t.others)))


def _not_told(sentence: str) -> bool:
    """Whether a sentence says that a number is not known, or is kept by nobody."""
    return NOT_TOLD.search(_IF_SO.sub(",", sentence)) is not None


def _counts(kind: Kind, sentence: str, language: Language) -> bool:
    """A number within a few words of what is counted; where nothing is named, any number. That it is not known tells it as well."""
    tokens = [m.group() for m in _TOKEN.finditer(sentence)]
    places = [i for i, token in enumerate(tokens) if _names(_bare(token, language), kind.heads)]
    numbers = _numbers(sentence, places)
    if _not_told(sentence) and (places or not kind.heads or (kind.named and _FIGURES.search(sentence))):
        return True
    if not kind.heads:
        # "Hoeveel vaker?": "Dat is verdubbeld."
        return bool(numbers) or SHARE.search(sentence) is not None or _TIMES_AS_MUCH.search(sentence) is not None
    if not numbers:
        return False
    if (kind.named or places) and any(_of_them(tokens, i, places) for i in numbers):
        return True
    return any(
        (0 <= j - i <= _NEAR and not _of_others(tokens[i + 1 : j + 1])) or (0 < i - j <= _reach(tokens, i) and _stands_alone(tokens, i))
        for i in numbers
        for j in places
    )


def _numbers(sentence: str, places: Sequence[int]) -> list[int]:
    """Which of the tokens are numbers that may count something: no year, day, time or share, and no part of a word ("40-jarige").

    ``places``: of what is counted; "2000 extra agenten" just before it is no year.
    """
    shares = [m.span() for m in SHARE.finditer(sentence)]
    found, before = [], ""
    for i, token in enumerate(_TOKEN.finditer(sentence)):
        first = next((m for m in NUMBER.finditer(sentence, *token.span()) if not _A_UNIT_ALONE.fullmatch(m.group())), None)
        year = _A_YEAR.fullmatch(token.group().rstrip(",.")) and (
            before in _BEFORE_A_YEAR or not any(i < at <= i + _BESIDE for at in places)
        )
        if first and not (year or _IN_A_WORD.match(token.group()) or _OF_TIME.match(sentence, first.start())):
            # "vier op de vijf agenten" and "78% van de agenten" count none
            found += [] if any(start < token.end() and first.start() < end for start, end in shares) else [i]
        before = token.group().lower()
    return found


_TIMES_AS_MUCH = re.compile(r"\b(?:ver(?:dubbel|\w+voudig)\w*|(?:ge)?halve(?:er|r)\w*|dubbele?|doubled?|halved|tripled?)\b", re.I)
_BEFORE_A_YEAR = frozenset("in sinds vanaf tot over voor na medio eind begin uit van jaar en since until".split())
_IN_A_WORD = re.compile(r"\d+(?:e|de|ste)?-(?:[^\W\d]|$)|\d+(?:e|de|ste)\b", re.I)
# a number that tells a day, how long or how old, or a share: it counts nothing else
_OF_TIME = re.compile(
    rf"[\w.,]+\s(?:(?:{_MONTH})\b|(?:kalender|school)?(?:jaar|jaren|jarige?n?|maand\w*|week|weken|dag|dagen|uur|uren|minuten|procent|percent|years?|months?|weeks?|days?|hours?)\b)",
    re.I,
)


_APART = frozenset("zonder met in bij voor aan tegen over naar uit door without with in at for".split())
_PREPOSITIONS = _APART | {"van", "om", "op", "tot"}


def _of_others(between: Sequence[str]) -> bool:
    """Whether a number counts what stands right after it, and the last of these words is another thing: "drie steden met inspecteurs"."""
    stop = STOP_NL | STOP_EN
    nouns = [
        i for i, word in enumerate(between[:-1]) if PLURAL.fullmatch(word) and word.lower() not in stop and between[i + 1].lower() in stop
    ]
    apart = any(word.lower() in _APART for word in between[:1])
    return apart or any(not {"en", "of", "and", "or", "van"} & set(between[at + 1 :]) for at in nouns)


def _reach(tokens: Sequence[str], at: int) -> int:
    """How many words before a number what it counts may stand."""
    return _FAR if any(MEASURE.fullmatch(t.strip(".,")) for t in tokens[at : at + 3]) else _NEAR


def _of_them(tokens: Sequence[str], at: int, places: Sequence[int]) -> bool:
    """Whether a number is of what was named before: "Dat zijn er 1.250.", "Daarvan zijn er dit jaar 88 gehonoreerd."."""
    before = [t.lower() for t in tokens[:at]]
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if {"van", "of"} & set(before) and re.search(r"\b(?:van|of) (?:de|het|die|deze|the|those) \w", " ".join(before)):
        # "van de tien onderzochte aanbieders grepen er zeven te laat in": it is of these
        return "er" in before[-3:] and any(place < at for place in places)
    # "Er verdwijnen er ieder jaar zo'n vijftien."; but the first "er" of a sentence often counts nothing, nor does "met drie"
    further = () if {*before[-1:]} & _PREPOSITIONS else before[1:][-5:]
    return "er" in {*before[-3:], *further} and (_stands_alone(tokens, at) or after.startswith("ge"))


def _stands_alone(tokens: Sequence[str], at: int) -> bool:
    """Whether a number counts nothing after it: "steeg naar 40." does, "bezochten 12 fabrieken" does not."""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    ends = tokens[at][-1] in ".,;"
    of, whose = " ".join(tokens[at + 1 : at + 3]), "".join(tokens[at + 3 : at + 4])
    if re.fullmatch(r"(?:van|of) (?:de|het|die|deze|the|those|these)", of) and not NUMBER.match(whose):
        return False  # "acht van die benchmarks"
    return ends or not after or after.strip(".,").lower() in STOP_NL | STOP_EN or NUMBER.search(after) is not None


def _bare(token: str, language: Language) -> str:
    return stem(token.strip(".,'’").lower(), language)


def _names(one: str, heads: frozenset[str]) -> bool:
    """Whether a word is what is counted, a compound of it, or its first part: "86 mensen door verdrinking" are "verdrinkingsdoden"."""
    return one in heads or any((len(head) >= 4 and one.endswith(head)) or (len(one) >= _PART and head.startswith(one)) for head in heads)


_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _named(kind: Kind, sentence: str, language: Language) -> bool:
    """Whether a sentence names what is asked of, where the question does."""
    return not kind.heads or any(_names(_bare(t, language), kind.heads) for t in _TOKEN.findall(sentence))


def _any(pattern: re.Pattern[str]) -> Callable[[Kind, str, Language], bool]:
    return lambda kind, sentence, language: pattern.search(sentence) is not None


def decided(text: str) -> frozenset[str]:
    """What a text says, or asks, that the chamber decided on a motion: adopted, rejected, held over, withdrawn."""
    return frozenset(name for name, pattern in _DECISIONS.items() if pattern.search(text))


def has_number(sentence: str) -> bool:
    """Whether a sentence holds a number, in digits or words; "een" is none."""
    return any(not _A_UNIT_ALONE.fullmatch(m.group()) for m in NUMBER.finditer(sentence))


def _names_another(kind: Kind, sentence: str, language: Language) -> bool:
    """Whether a sentence holds a name that the question does not have itself: "Hoe heet de burgemeester van Ede?" is not told by "Ede".

    Where somebody is asked for, the name stands beside what they are: "burgemeester Jan Smit", "Jan Smit is de burgemeester".
    """
    names = {m.end() for m in PROPER.finditer(sentence) if {_bare(p, language) for p in _PARTS.findall(m.group())} - kind.known - _OFFICES}
    if not kind.heads:
        return bool(names)
    spans = [(m.end(), m.group()) for m in _TOKEN.finditer(sentence)]
    place = kind.heads is _PLACES
    ends = [any(end - len(w) < name <= end for name in names) and not (w.isupper() or (place and w.endswith("se"))) for end, w in spans]
    heads = [i for i, (_, word) in enumerate(spans) if _names(_bare(word, language), kind.heads)]

    def beside(at: int, step: int) -> bool:
        """Whether one goes from the noun to a name over nothing but "is", a title, and what the question has itself ("van Ede")."""
        at += step
        while 0 <= at < len(spans) and not ends[at]:
            if spans[at][1].strip(".,").lower() not in _BETWEEN and _bare(spans[at][1], language) not in kind.known:
                return False
            at += step
        return 0 <= at < len(spans)

    return any(beside(at, step) for at in heads for step in ((1,) if place else (1, -1)))


_BETWEEN = frozenset(
    "is was wordt werd heet heette de het een van der den in te 's mevrouw meneer heer dr mr drs onze als the a of mrs ms called".split()
)
_PARTS = re.compile(r"\w+")
_OFFICES = frozenset(stem(word) for word in "kamer minister staatssecretaris voorzitter kabinet regering".split())


_CHECKS: dict[Name, Callable[[Kind, str, Language], bool]] = {
    "money": lambda k, s, g: _named(k, s, g) and (_not_told(s) or (MONEY.search(s) is not None and has_number(s))),
    "share": _any(SHARE),
    "times": lambda k, s, g: TIMES.search(s) is not None or _not_told(s) or has_number(_A_YEAR.sub("", s)),
    "term": lambda k, s, g: TERM.search(s) is not None and NUMBER.search(s) is not None,
    "count": _counts,
    "size": lambda k, s, g: (
        _named(k, s, g) and has_number(_A_YEAR.sub("", s if k.priced else _COSTS.sub("", s))) and (not k.age or _AGE.search(s) is not None)
    ),
    "clock": _any(_CLOCK),
    "date": _any(DATE),
    "name": _names_another,
    "vote": _any(VOTE),
    "advice": _any(ADVICE),
    "reason": lambda k, s, g: True,
    "other": lambda k, s, g: True,
}
