"""A follow-up as the whole question it stands for, read with the conversation before it; and what is said that is no question."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from rag.naming import Cast, article, mentions
from rag.standing import LEAD, ROLE_NOUN, SAY, Mention
from rag.tables import table
from rag.text import capital, content_stems, detect_language, words
from rag.types import Language


@dataclass(frozen=True, slots=True)
class Read:
    """A question as it was read.

    ``full``: the whole question. ``base``: what a next follow-up is read with: never more than one question, however many followed
    on it. ``again``: the question whose answer has been given already, where more than that is asked for, or why, or one thing beside it.
    """

    full: str
    base: str
    again: str = ""


def resolve(question: str, before: Sequence[str], cast: Cast, in_record: Callable[[str], str] = lambda name: "") -> Read:
    """A follow-up as the full question it stands for; any other question as it is.

    "En de VVD?" after "Wat vindt de SP van de pilot?" is "Wat vindt de VVD van de pilot?"; "Wanneer komt dat?" is read together
    with the question before it; "Hoeveel kost de bouw?" is a question of its own.

    Args:
        question: as typed.
        before: the earlier questions of the conversation, oldest first, as typed.
        cast: who took part in the meetings searched.
        in_record: see `rag.naming.mentions`.
    """
    read = Read("", "")
    find = cache(lambda text: mentions(text, cast, in_record))
    for one in (*before, question):
        read = _read(one, read.base, find)
    return read


_COURTESY = frozenset(table("asking")["talk"]["courtesy"].split())
_GREETING = re.compile(r"^(?:hallo|hoi|hey|hai|hi|hello|goede(?:morgen|middag|navond)|good (?:morning|afternoon))\b[\s,.!]+(?=\w)", re.I)
_READER = frozenset("je jij jou u uw you".split())  # whoever is spoken to: us


def small_talk(question: str) -> bool:
    """Whether it is no question about a record: a greeting, thanks, a question to the program itself, or no words at all."""
    said = words(question)
    language = detect_language(question)
    rest = [w for w in said if w not in _COURTESY and w not in _READER and content_stems(w, language)]
    to_us = any(w in _READER for w in said)
    if re.match(_WH, question, re.I) and not to_us:
        return not any(len(w) > 1 for w in said)  # "Wie zei ja?" asks what was said
    spoken_to = to_us and not _BACK & set(said)
    return not any(len(w) > 1 or w.isdigit() for w in said) or (not rest and (spoken_to or any(w in _COURTESY for w in said)))


_AND = re.compile(
    r"^(?:(?:en )?hoe zit (?:het|dat) (?:met|bij)|(?:and )?what about|how about|en|maar|and|but)\b[\s,]*(?P<as_told_by>(?:volgens|according to)\b\s*)?",
    re.I,
)
_WH = r"(?:wat|wie|waar\w*|wanneer|hoe\w*|hoeveel|welke?|what|who|where|why|when|how|which|whose|whom|(?:in|aan|van|voor|met|to|from|by) (?:wie|welke?|whom|which|what))\b"
_ASKS = re.compile(
    rf"{_WH}|(?:{SAY}|komt|komen|kwam|krijgt|krijgen|wordt|worden|klopt|vallen|valt|blijft|neemt|nam|maakt|are|will)\b", re.I
)
_FORMS = table("asking")["follows"]
_WHY, _OTHERS, _MORE, _ONE_THING, _WHERE_FROM, _REPLY = (
    re.compile(rf"(?:(?:en|maar|and|but)\s+)?(?:{'|'.join(_FORMS[name])})[\s?.!]*", re.I)
    for name in ("why", "others", "more", "one_thing", "where_from", "reply")
)
_AT_ANOTHER_TIME = re.compile(rf"(?:en|and)\s+(?:(?:hoeveel|how many) )?({'|'.join(_FORMS['then'])})[\s?.!]*", re.I)
_YEAR = re.compile(r"(?:en|and)?\s*(?:(?:die|dat) )?(?:in|van|uit|from|of)\s+((?:19|20)\d\d)[\s?.!]*", re.I)
_SUBJECT = re.compile(r"^((?:\S+\s+){1,3}?)(hij|zij|ze|he|she|they)\b", re.I)
_SUBJECT_MORE = re.compile(_SUBJECT.pattern + r"(?=(?:\s+\w+)?\s+(?:meer|verder|more|else)\b)", re.I)
_PREPOSITION = re.compile(r"(?<!\w)(over|van|op|aan|tegen|voor|met|naar|about|of|on|for|against|to|with)\s+(?=\S)", re.I)
_ADVERB = re.compile(
    r"\b(?:daar|hier|er)(?:\s+(?:(?:ook|nog|nu|dan|eigenlijk)\s+)?)?(over|van|op|tegen|voor|mee|aan|naar)\b|\b(about|of|on|for|against|to|with) (?:that|this|it)\b",
    re.I,
)
# asks whether somebody does, or holds with, what was asked about: "Wil de minister dat doen?", "Is hij daartoe bereid?"
_WHETHER = re.compile(
    r"(?:(?:en|maar)\s+)?(?:is|zijn|was|wil|willen|wilde|kan|kunnen|zal|zullen|zou|mag|moet|gaat|gaan|doet|doen|heeft)\s+"
    r"(?:(?P<who>hij|zij|ze)\b|\w)(?=.*\b(?:dat|dit|het|daar\w*|hier\w*|er\w+)\b)",
    re.I,
)
_ABOUT = re.compile(r"(?:over|van|about|of)\s+", re.I)
_OF = r"\s+(?:van|of|from|by)\s+"
_THAT_OF = re.compile(rf"(?:die|dat|that|those){_OF}", re.I)
# "En het standpunt van de VVD?"; a reply is one to what was asked before
_VIEW_OF = re.compile(rf"(?:de|het|the)\s+(?!antwoord|reactie|answer|reply|reaction)(?P<noun>{ROLE_NOUN}){_OF}", re.I)
_THING_OF = re.compile(rf"\w{_OF}(?:(?:de|het|the)\s+)?$", re.I)
# "Wat wil de PVV?": a question of its own, but after another that asks what somebody wants, thinks or says it asks of somebody else
_WANTS = re.compile(r"(?:wat (?:wil|willen|wilde|wilden)|what do(?:es)? .*\bwant)\b", re.I)
# "Wat vindt de VVD van kernenergie?", "Is de VVD voor kernenergie?"
_VIEW = re.compile(rf"(?:wat|hoe|what|how)\s+(?:{SAY}|do(?:es)?|did)\b|(?:is|zijn|wil|willen|steunt|steunen|vindt|vinden)\b(?! er\b)", re.I)
_TAIL = ": "


def added(question: str, again: str) -> str:
    """What a follow-up adds to the question that was answered already: "wanneer" of "Hoeveel kost het: en wanneer?"."""
    return question.removeprefix(f"{again.rstrip(' ?.!')}{_TAIL}")


def other_time(extra: str) -> str:
    """The other time that a follow-up asks about, in lower case: "vijf jaar geleden"; empty where it asks about none."""
    found = _AT_ANOTHER_TIME.fullmatch(extra)
    return found[1].lower() if found else ""


_CONDITION = re.compile(r"(?:als|in|bij|if|when|at)\b", re.I)
_SAYING = re.compile(r"\b(?:zei|zegt|zeggen|zeiden|vindt|vond)\b", re.I)
# a pronoun that has its noun in an earlier question. "er" is none: "Wat is er besloten over de opvang?" stands by itself
_BACK = frozenset(
    """dat dit daar die deze hij zij ze hem haar hun it that this they them he she him her those these hier hen""".split()
    + [f"{place}{word}" for place in ("daar", "hier", "er") for word in "van over op mee aan tegen voor in bij uit onder toe".split()]
)
_ANYONE = frozenset("iemand niemand iedereen mensen degene degenen".split())
_WHOSE = frozenset("dat dit die deze that this those these".split())
# "Wordt er bij uitgelegd waarom?", "Wat vindt hij ervan?"; not "Wat is er gezegd over de opvang?"
_ER = re.compile(
    r"\ber\b(?:\s+\w+){0,3}?\s+(?:bij|aan|op|uit|in|mee|voor|tegen|van|over|naar|door)(?:\s+(?:(?!ge(?:en|meente))\w{0,5}ge\w+|te\b)|\s*[?.!]?$)",
    re.I,
)
_HET = re.compile(r"^\S+\s+\S+\s+(?:het|it)\s+(?:\w{3,5}\s+)?(?:dan|niet|toch|ook|nog|wel|zo|then|not|still|so|soms|ever)\b", re.I)
_THESE = frozenset({"die", "dat", "dit", "that", "it"})  # what a question may end in that points back twice: "Wanneer krijgt zij die?"
_DECIDED = re.compile(r"\b(?:aangenomen|verworpen|aangehouden|ingetrokken|adopted|rejected|withdrawn)\W*$", re.I)
_MOTION = re.compile(r"\bmoties?\b|\bmotions?\b", re.I)
_WHO_WAS = re.compile(r"(?:wie|who) (?:is|was|zijn|waren|are|were)\b", re.I)  # "Wie was de voorzitter?" asks no more than that
FEW = 4  # content words of a question that may point back; with more it has a subject of its own


def _read(question: str, base: str, find: Callable[[str], list[Mention]]) -> Read:
    asked = capital(_GREETING.sub("", question)) if _GREETING.match(question) else question
    if small_talk(question):
        return Read(question, base)
    if not base:
        return Read(asked, asked)
    glued = f"{base.rstrip(' ?.!')}{_TAIL}{asked[:1].lower()}{asked[1:]}"
    if _WHERE_FROM.fullmatch(asked):
        return Read(base, base)
    if any(more.fullmatch(asked) for more in (_WHY, _MORE, _ONE_THING, _AT_ANOTHER_TIME)):
        return Read(glued, base, again=base)
    actors, language = _actors(base, find), detect_language(base)
    if _OTHERS.fullmatch(asked):
        others = ("everyone except " if language == "en" else "iedereen behalve ") + _together(base, actors, language)
        return Read(_swapped(base, others, actors), base) if actors else Read(glued, base, again=base)
    if year := _YEAR.fullmatch(asked):
        bare = re.sub(r"\s+in (?:19|20)\d\d\b", "", base.rstrip(" ?"))
        return Read(f"{bare} in {year[1]}?", base)
    if actors and (more := _SUBJECT_MORE.match(asked)):
        whole = f"{_AND.sub('', more[1])}{_together(base, actors, language)}{asked[more.end() :]}"
        return Read(whole, whole, again=base)
    wants = capital(_AND.sub("", asked))
    if _WANTS.match(wants) and not _VIEW.match(_AND.sub("", base)) and find(wants) and not _points_back(wants, find(wants)):
        return Read(wants, wants)  # "En wat wil de PVV?" after "Hoeveel kost het onderhoud?" asks for what it wants
    whole = _replaced(asked, base, actors, find)
    if whole:
        return Read(whole, whole)
    return Read(glued, base) if _leans(asked, find(asked)) else Read(asked, asked)


def _replaced(asked: str, base: str, actors: Sequence[Mention], find: Callable[[str], list[Mention]]) -> str:
    """The whole question, where the follow-up only puts other people, another subject or a pronoun in the place of what was there."""
    named, topic, language = find(asked), _topic(base, find), detect_language(base)
    joined = _AND.match(asked)
    if topic and (whether := _WHETHER.match(asked)) and not _content(asked, named, base):
        who = _together(base, actors, language) if actors and whether["who"] else ""
        whole = f"{asked[: whether.start('who')]}{who}{asked[whether.end('who') :]}" if who else asked
        return capital(f"{_AND.sub('', whole).rstrip(' ?.!')}{_TAIL}{topic[1]}?")
    rest = _AND.sub("", asked).strip(" ?.!")
    content = _content(_AND.sub(lambda lead: " " * len(lead[0]), asked), named, base)
    if adverb := _ADVERB.search(asked):
        place = _in_place_of(adverb, asked, base, actors, topic[1]) if topic else ""
        return capital(f"{_AND.sub('', asked[: adverb.start()])}{place}{asked[adverb.end() :]}") if place else ""
    if joined and named and (view := _VIEW_OF.match(rest)):
        return _whole_view(rest, view["noun"], topic[1] if topic else "", base)
    if named and not content and _THAT_OF.match(rest) and (thing := _thing_of(base, find(base))):
        return _swapped(base, _together(asked, named, language), [thing])
    if named and not content and (joined or (rest and len(words(asked)) <= 5 and not _WHO_WAS.match(asked))):
        by = f" {joined['as_told_by'].strip()} " if joined and joined["as_told_by"] and not actors else ""
        who = _together(asked, named, language)
        return f"{base.rstrip(' ?.!')}{by}{who}?" if by else _swapped(base, who, _after_the_same(rest, base, find(base)) or actors)
    if joined and topic and not named and content and not _ASKS.match(rest) and not _CONDITION.match(rest):
        about = _ABOUT.sub("", rest)
        own = "" if _PREPOSITION.match(about) else f"{base[topic[0] :].split(maxsplit=1)[0]} "
        return f"{base[: topic[0]]}{own}{about}?"
    pronoun = _SUBJECT.match(asked)
    further = pronoun is not None and not _THESE.isdisjoint(words(asked[pronoun.end() :])[-1:])
    if pronoun and actors and content and not further and not any(m.start < pronoun.start(2) for m in named):
        who = _together(base, actors, language)
        if _DECIDED.search(asked) and _MOTION.search(base):  # a motion is adopted, not its mover
            who = f"the motion by {who}" if language == "en" else f"de motie van {who}"
        return f"{_AND.sub('', pronoun[1])}{who}{asked[pronoun.end() :]}"
    if joined and content and _ASKS.match(rest) and not _points_back(rest, named):
        return capital(asked[joined.end() :])
    return ""


def _after_the_same(rest: str, base: str, named: Sequence[Mention]) -> list[Mention]:
    """Whom the question before names after the preposition a follow-up begins with: "En aan de heer Kok?" is to another, not by another."""
    leads = re.match(r"(?:aan|tegen|door|bij|met|to|by|with)\b", rest, re.I)
    form = re.compile(rf"\b{leads[0]}\s+(?:{LEAD.pattern})?$", re.I) if leads else None
    return [m for m in named if form and form.search(base[: m.start])][:1]


def _whole_view(rest: str, noun: str, topic: str, base: str) -> str:
    """The standpoint, the questions of somebody else, on what was asked about, in the language of the follow-up: "En het standpunt van de VVD?"."""
    english = rest[:4].lower() == "the "
    what, verbs, over = ("What", ("is", "are"), "about") if english else ("Wat", ("is", "zijn"), "over")
    verb = verbs[noun.lower().endswith("s" if english else "en")]
    about = topic or base.partition(" about " if detect_language(base) == "en" else " over ")[2].rstrip(" ?.!")
    return f"{what} {verb} {rest}{f' {over} {about}' if about and f' {over} ' not in rest else ''}?"


def _thing_of(base: str, named: Sequence[Mention]) -> Mention | None:
    """Whose thing "die" may be: of "Wat vindt de SP van de motie van Kuik?" Kuik's; None where the one who is asked about has it, or nobody."""
    if any(m.standing == "source" for m in named):
        return None
    return next((m for m in named if m.standing == "object" and _THING_OF.search(base[: m.start])), None)


def _in_place_of(adverb: re.Match[str], asked: str, base: str, actors: Sequence[Mention], topic: str) -> str:
    """What "daarvan" stands for; what "daarop" is said to stands for whoever said it as well: "op de SP over de pilot"."""
    own = (adverb[1] or adverb[2]).lower()
    said = own == "op" or (own == "to" and actors)
    if said and actors:
        language = detect_language(base)
        to, about = ("to", "about") if language == "en" else ("tegen" if _SAYING.search(asked) else "op", "over")
        return f"{to} {_together(base, actors, language)} {about} {topic}"
    return f"{ {'mee': 'met', 'op': 'over' if _SAYING.search(asked) else 'op'}.get(own, own) } {topic}"


def _leans(asked: str, named: Sequence[Mention]) -> bool:
    """Whether a question lacks something that only the one before it tells."""
    content = _content(asked, named, asked)
    tokens = words(asked)
    bare = not content and not named and len(tokens) <= FEW
    # "Welke gemeente precies?"; "Hoeveel kost resomeren?" has a verb and a subject of its own
    no_verb = len(tokens) <= 3 and re.match(_WH, asked, re.I) is not None and not any(_ASKS.fullmatch(t) for t in tokens[1:])
    no_verb = no_verb and (len(content) < 2 or re.match(r"wel|which", asked, re.I) is not None)
    joined = _AND.match(asked) is not None
    return joined or bare or no_verb or _REPLY.fullmatch(asked) is not None or (len(content) <= FEW and _points_back(asked, named))


def _points_back(asked: str, named: Sequence[Mention]) -> bool:
    """Whether a pronoun has its noun in an earlier question.

    It stands where a subject or object stands, or after a preposition; not where "dat" begins a clause ("Klopt het dat de dijk …?") or
    "die" follows its own noun ("de boeren die …", "iemand die …").
    """
    if _ER.search(asked) or _HET.match(asked):
        return True
    tokens = words(asked)
    for at, word in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        relative = word == "die" and before in _ANYONE and at < len(tokens) - 1
        if word not in _BACK or relative or "".join(tokens[at + 1 : at + 2]).isdigit():
            continue  # "Komt die 6 miljoen er?" says what it is about
        last = at == len(tokens) - 1
        if word not in _WHOSE:
            if at <= 3 or last or word.startswith(("daar", "hier", "er")) or _PREPOSITION.match(f"{before} x"):
                return True
        elif last or at <= 2 or before in {"of", "als", "omdat", "if", "because", "when"} or _PREPOSITION.match(f"{before} x"):
            return word != "dat" or last or (at <= 2 and not _clause(tokens[at + 1 :])) or before in {"of", "als", "omdat"}
        elif any(m.end <= len(asked) and words(m.text)[-1:] == [before] for m in named) and not _clause(tokens[at + 1 :]):
            return True
    return False


def _clause(after: Sequence[str]) -> bool:
    """Whether what follows "dat" is a clause of its own: "dat de dijk veilig is", "dat er iets gebeurt"."""
    return len(after) > 1 and after[0] in {"de", "het", "een", "er", "hij", "zij", "ze", "wij", "we", "ik", "the", "a", "an", "there"}


def _content(asked: str, named: Sequence[Mention], beside: str) -> list[str]:
    """The stems that tell what is asked about: no names, function words or pronouns."""
    for mention in sorted(named, key=lambda m: -m.start):
        asked = LEAD.sub("", asked[: mention.start]) + " " + asked[mention.end :]
    rest = " ".join(w for w in words(asked) if w not in _BACK)
    return content_stems(rest, detect_language(f"{asked} {beside}"))


def _actors(base: str, find: Callable[[str], list[Mention]]) -> list[Mention]:
    named = find(base)
    return [m for m in named if m.standing == "actor"] or [m for m in named if m.standing != "object"]


def _topic(base: str, find: Callable[[str], list[Mention]]) -> tuple[int, str] | None:
    """Where the subject of "Wat vindt de SP van de pilot?" begins, with its preposition, and the subject; None where it is not one phrase."""
    named = find(base)
    for match in _PREPOSITION.finditer(base):
        if any(m.start <= match.start() < m.end for m in named):
            continue
        if _content(base[: match.start()], [m for m in named if m.end <= match.start()], base):
            return None
        lead = re.compile(r"(?:de |het |the )?", re.I).match(base, match.end())
        if not any(lead and m.start <= lead.end() < m.end and m.standing != "object" for m in named):
            return match.start(), base[match.end() :].strip(" ?.!")
    return None


def _swapped(base: str, new: str, old: Sequence[Mention]) -> str:
    """The question with whom it was about replaced by the ones now named."""
    if not old:
        return f"{base.rstrip(' ?')}: {new}?"
    start = old[0].start
    lead = LEAD.search(base[:start])
    if lead and lead.group().strip():
        start = lead.start()
    return base[:start] + new + base[old[-1].end :]


def _together(text: str, named: Sequence[Mention], language: Language) -> str:
    return (" en " if language == "nl" else " and ").join(_as_named(text, m, language) for m in named)


def _as_named(text: str, mention: Mention, language: Language) -> str:
    """Someone as a question names them: a person with the title before the name, which may tell who is meant of several."""
    if mention.kind == "person":
        lead = LEAD.search(text[: mention.start])
        return f"{lead.group().strip()} {mention.text}" if lead else mention.text
    if language == "en":
        return f"the {mention.text}"
    return (article(mention.text) if mention.kind == "party" else "de ") + mention.text
