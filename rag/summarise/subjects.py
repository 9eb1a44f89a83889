"""What a debate is about: the things many speakers talk about, found in the debate itself, with the words they use for them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

from rag.cues import lexicon
from rag.lexicon import terms
from rag.naming import party_aliases
from rag.rarity import rarity
from rag.restated import announces
from rag.standing import PREFIXES
from rag.summarise.debate import Debate
from rag.tables import table
from rag.text import STOP_EN, STOP_NL, WORD, content_stems, is_question, stem, words
from rag.types import Language, Turn
from rag.verify.quotes import spans

MOST = 8
_ROOT = 5  # letters a compound must share with a subject to be of it
_HEAD, _REST = 3, 4  # letters of a word that is the end of a compound said in the same debate, and of the rest: "zwem-baden"
BRIEF, _OWN = 3_000, 5.0  # words below which a debate is brief; the rarity from which a word says there what it is about
_EVERYWHERE, _IN_BRIEF = 0.4, 0.75  # share of the speeches from which a word is the debate's own name and no subject within it
_RARE, _OFTEN, _LIFT = 4.0, 0.35, 3.0  # words that keep a subject company: how rare, what share of them beside it, how much above chance
_ALIKE = 5  # letters with which two words may begin and be one in another form: "vergunningen" and "vergund"
_TELLING = 7  # letters of such a root
_OFTEN_SAID = 6  # sentences that say it in a long debate
_SEVERAL = 2  # parties that say a word of the title or the agenda from which it is a main subject
_FEW = 4  # subjects beside which one that is said only now and then, or is the debate's own name, tells nothing more
_THIN = 3  # sentences under which a word is said only now and then, one that names what is spoken of counted twice
_WRITTEN = 1.5  # how much a word counts that one letter on the agenda is about
_HEADS = (
    2  # compounds said in the debate that end in a word from which it is too general: "verbod" beside "totaalverbod" and "sponsorverbod"
)
_LONG, _SHORT = 10, 6  # letters from which a word is likely made of two and says more, and up to which it says little
_SAYS_MORE, _SAYS_LITTLE = 1.25, 0.75  # what these count beside others
_SAME = 0.5  # share of sentences two words are in together, from which they are one subject
_DETERMINERS = frozenset(table("language")["beside"]["noun"].split())
_ARTICLES = frozenset("de het een deze die geen onze ons hun uw elke welke the a an this these no our their".split())
_OF_SOMEONE = frozenset("mijn zijn haar my his her".split())
_ONE = frozenset("één zo'n zo’n".split())  # stands before nouns, and before adjectives that get no ending there
_ON = frozenset("over inzake omtrent betreffende about concerning".split())  # before what is spoken of
_NOUNS = tuple("ing ingen heid heden tie ties teit teiten schap schappen isme sie sies ment menten tion ness".split())
_WHOLE = re.compile(rf"{WORD.pattern}(?:-{WORD.pattern})*")
# participles, adjectives, "veertig"
_OTHER_KIND = re.compile(r"ge\w{3,}[dt]$|^(?:be|ver|ont|her)\w+[dt]$|(?:lijke?|ige?|ische?|bare?|baar|loze|loos|zame?|zaam)$")
_STRONG = re.compile(r"^(?:be|ver|ont|her)\w+en$|ge\w{3,}en$")  # a participle, or many: "verdwenen", "gezinnen"
_ENDING = 3  # letters of an ending, at most: "stukken" is of "stuk", "stukloon" is not
_COMMON, _BROAD = 2.4, 3.6  # rarity below which a word is said in every debate, and in so many that a brief one is not about it: "gemeente"
_AT = frozenset("in te uit naar bij rond near from".split())  # before a place
_VERBAL = frozenset(table("language")["beside"]["verb"].split())
_NO_SUBJECT = frozenset("generic own asks procedure courtesy".split())  # lists of rag/data/positions.toml
_VERBAL_AFTER = frozenset("ik we wij u hij je i you".split())  # "begrijp ik"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something a debate is about: its label as speakers say it, and the stems by which a sentence is known to be about it.

    ``near``: stems that keep it company in this debate, such as *privacyregels* beside *AVG*: who says these has not been silent on it.
    ``voices``: how many parties, the government among them, say one of its stems.
    """

    label: str
    stems: frozenset[str]
    weight: float
    near: frozenset[str] = frozenset()
    voices: int = 0
    named: int = 0

    def within(self, stems: Iterable[str]) -> bool:
        """Whether words are about this: one of its stems, or a compound that begins or ends with one."""
        return any(is_of(one, self.stems) for one in stems)

    def touched(self, said: frozenset[str], language: Language) -> bool:
        """Whether words may be about this, in whatever form: what keeps it company, a synonym, a part of a compound, a word that begins alike.

        Args:
            said: words and stems.
        """
        own, other = self.stems | frozenset(words(self.label)), terms(self.label, language, language)
        return (
            not self.near.isdisjoint(said)
            or any(term.worth(one) for term in other for one in said)
            or any(kin(one, word) or (len(word) >= _ALIKE and one[:_ALIKE] == word[:_ALIKE]) for word in own for one in said)
        )


@lru_cache(maxsize=65536)
def is_of(one: str, stems: frozenset[str]) -> bool:
    """Whether a word is one of these stems, or a compound that begins or ends with one."""
    return any(_of(one, own) for own in stems)


@dataclass(slots=True)
class _Word:
    """How a stem is used: in which sentences and by whom, and what stands around it."""

    forms: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    places: set[tuple[int, int]] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    noun: int = 0
    article: int = 0
    name: int = 0
    verb: int = 0
    final: int = 0
    sure: int = 0
    alone: int = 0
    times: int = 0
    placed: int = 0
    named: set[tuple[int, int]] = field(default_factory=set)
    asked: set[tuple[int, int]] = field(default_factory=set)

    @property
    def form(self) -> str:
        """As most speakers print it."""
        return max(sorted(self.forms), key=lambda f: (self.forms[f], f.endswith(_NOUNS)))

    @property
    def spoken(self) -> int:
        """In how many sentences it is said, those that ask or name what is spoken of ("over de pont", "Dan de pont.") counted twice."""
        return len(self.places) + len(self.named | self.asked)


@lru_cache(maxsize=65536)
def _short(word: str) -> str:
    """A word with its long vowels written short, as within a compound: *veteraan* and *veteranenzorg*."""
    return re.sub(r"([aeou])\1", r"\1", word)


def _of(one: str, own: str) -> bool:
    long, short = _short(one), _short(own)
    return long == short or (len(short) >= _ROOT and len(long) > len(short) and (long.startswith(short) or long.endswith(short)))


def kin(one: str, own: str) -> bool:
    """Whether two words are one subject: one is a compound with the other, however short: *zwembaden* and *dorpsbad* with *baden*."""
    long, short = _short(one), _short(own)
    return _of(long, short) or (len(short) >= _HEAD and len(one) - len(own) >= _REST and long.endswith(short))


def voice(turn: Turn) -> str:
    """For whom a turn speaks: a party, or "" for the government."""
    return turn.speaker.party or ""


@lru_cache(maxsize=4)
def subjects(debate: Debate, answered: bool = True, called: bool = False, most: int = MOST) -> tuple[Subject, ...]:
    """The debate's subjects, most talked of first.

    A subject is a word that stands where nouns stand, that several parties use, more often than speech in parliament does. What is in
    everything that is said here is the debate's own name, and a subject only where there are few. Words that go together are one
    subject. A brief debate says each thing less often: there a rare word that may well be a noun is enough, its compounds are said for it,
    what a member asks is about it, and a place is only where something is.

    Args:
        answered: whether what the government says counts too.
        called: whether a word of the title, or a rare one of the agenda, that several parties say is a subject however often it is said.
        most: how many at most.
    """
    spoken = debate.spoken(answered)
    brief = sum(t.words for t in spoken) < BRIEF
    used = _usage(debate, spoken, brief)
    voices = {voice(t) for t in spoken}
    written = Counter(one for topic in debate.topics.values() for one in set(content_stems(topic, debate.language)))
    title = frozenset(content_stems(debate.meeting.title, debate.language))
    speeches = {t.number for t in spoken if t.words >= 60}
    scored: list[tuple[bool, float, str]] = []
    main: set[str] = set()
    for one, word in used.items():
        worth = rarity(one, debate.language)
        family = [word, *(other for w, other in used.items() if w != one and kin(w, one))] if brief and worth >= _RARE else [word]
        said, places = ({at for w in family for at in w.voices}, {at for w in family for at in w.places})
        if (
            worth < (_BROAD if brief and one not in title else _COMMON)
            or len(said) < min(2, len(voices))
            or len({t for t, _ in places}) < 2
            or len(places) < (2 if brief else 3)
        ):
            continue
        if called and (one in title or (written[one] and worth >= _OWN)) and _is_main(word, brief):
            main.add(one)
        elif (
            _is_head(one, used)
            or (brief and 3 * word.placed >= word.times)
            or not (
                _is_noun(word, brief)
                or (called and _is_named_compound(word))
                or (brief and worth >= _OWN and (_is_surely_noun(word) or _may_be_noun(word)))
            )
        ):
            continue
        common = len({turn for turn, _ in word.places} & speeches) / max(1, len(speeches))
        everywhere = one not in main and common > (_IN_BRIEF if brief else _EVERYWHERE) and len(speeches) >= _FEW
        if everywhere and worth < _OWN:
            continue
        late = everywhere or (one not in main and word.spoken < _THIN)
        times = len(places) + len({at for w in family for at in w.named})
        says = _specific(word.form) * (_WRITTEN if written[one] == 1 else 1.0)
        scored.append((late, -worth * log(1 + times) * (len(said) / len(voices)) ** 0.5 * says, one))
    return _grouped(sorted(scored, key=lambda s: (s[2] not in main, s)), used, main, debate.language, most)


def _is_main(word: _Word, brief: bool) -> bool:
    """Whether several parties say a word again and again, as one says what is spoken of: "passend" stands before another word, "resomeren" does not."""
    return (
        len(word.places) >= (_SEVERAL if brief else _OFTEN_SAID)
        and len(word.voices - {""}) >= _SEVERAL
        and 2 * word.final >= word.times >= 2 * word.verb
    )


def _is_head(one: str, used: dict[str, _Word]) -> bool:
    """Whether several compounds that are said here end in a word: then these are the subjects, and it is not."""
    return len(one) > _HEAD and sum(other.endswith(one) and len(other) - len(one) >= _REST for other in used) >= _HEADS


def _specific(form: str) -> float:
    """What a word counts for by its form: one of two parts says more than one of one; an abbreviation says all."""
    if _is_acronym(form) or _SHORT < len(form) < _LONG:
        return 1.0
    return _SAYS_MORE if len(form) >= _LONG else _SAYS_LITTLE


def _grouped(
    scored: Sequence[tuple[bool, float, str]], used: dict[str, _Word], main: Set[str], language: Language, most: int
) -> tuple[Subject, ...]:
    """The best words, each with its compounds; a word that mostly keeps a better one company is no subject of its own."""
    groups: list[tuple[float, list[str]]] = []
    for late, score, one in scored:
        family = next((g for _, g in groups if kin(one, g[0]) or kin(g[0], one) or _one_root(one, g[0])), None)
        if family is not None:
            if len(family[0]) - len(one) < _REST:
                family.append(one)  # a compound of it, or another form; not what it is a compound of: that says less
            continue
        rivals = [group for group in groups if group[1][0] not in main and _together(one, group[1][0], used)]
        if len(rivals) == 1 and len(used[one].places) >= 2 * len(used[rivals[0][1][0]].places):
            groups[groups.index(rivals[0])] = (-score, [one])  # what is said far more often names both: "reclame" beside "sponsoring"
        elif not rivals and len(groups) < (_FEW if late else most):
            groups.append((-score, [one]))
    groups.sort(key=lambda g: -len(set().union(*(used[w].places for w in g[1]))))
    return tuple(
        Subject(
            _label(group, used),
            frozenset(group),
            score,
            _company(group, used, language),
            len(set().union(*(used[w].voices for w in group))),
            len(set().union(*(used[w].named for w in group))),
        )
        for score, group in groups
    )


def _one_root(one: str, other: str) -> bool:
    """Whether the end of a compound and a word are of one root: *Arbeidsinspectie* and *inspecteurs*."""
    return one[:_TELLING] in other[1:] or other[:_TELLING] in one[1:] if min(len(one), len(other)) > _TELLING else False


def _company(group: Sequence[str], used: dict[str, _Word], language: Language) -> frozenset[str]:
    """Rare words of which a good part stands in or beside the sentences that name a subject, far more than by chance."""
    places = {place for one in group for place in used[one].places}
    beside = {(turn, number + step) for turn, number in places for step in (-1, 0, 1)}
    everywhere = len({place for word in used.values() for place in word.places})
    found = set()
    for one, word in used.items():
        share = len(word.places & beside) / len(word.places)
        if len(word.places) >= 3 and rarity(one, language) >= _RARE and share >= _OFTEN and share >= _LIFT * len(beside) / everywhere:
            found.add(one)
    return frozenset(found)


def _together(one: str, other: str, used: dict[str, _Word]) -> bool:
    here, there = used[one].places, used[other].places
    return len(here & there) / min(len(here), len(there)) >= _SAME


def _label(group: Sequence[str], used: dict[str, _Word]) -> str:
    """The word as most speakers print it, with the word that nearly always stands before it."""
    word = used[group[0]]
    form = word.form
    before, times = max(sorted(word.before.items()), key=lambda b: b[1], default=("", 0))
    return f"{before} {form}" if times >= 0.6 * word.times and times >= 3 else form


def _is_noun(word: _Word, brief: bool) -> bool:
    form = word.form
    if brief and len(form) >= _LONG and form.endswith(_NOUNS) and word.article >= 0.5 * word.times:
        return True  # "de pachtverhoging": in a long debate such a word ("de appreciatie") is said by itself too
    if not word.alone and not word.name:
        return False  # "geen vast contract", "vast te leggen": never by itself
    named = word.article >= 0.15 * word.times or word.name >= 0.5 * word.times or form.endswith(_NOUNS)
    return named and word.noun >= 0.4 * word.times and word.verb <= 0.2 * word.times and word.final >= 0.5 * word.times


def _is_named_compound(word: _Word) -> bool:
    """Whether a long word is what is spoken of somewhere: "Dan de groene schoolpleinen."; in a long debate such a word may never have an article."""
    plain = bool(word.alone) and 2 * word.name < word.times and not _OTHER_KIND.search(word.form)
    return (
        plain
        and len(word.form) >= _LONG
        and bool(word.named)
        and word.noun >= 0.4 * word.times
        and 2 * word.final >= word.times >= 5 * word.verb
    )


def _is_surely_noun(word: _Word) -> bool:
    """It stands alone after an article, or as what is spoken of: "een loket.", "over nachtvluchten is"; an adjective there ends in "e"."""
    return not word.form.endswith("e") and word.sure >= 0.2 * word.times and word.verb <= 0.2 * word.times


def _may_be_noun(word: _Word) -> bool:
    """Where little is said: it follows a determiner or preposition, never a verb, and does not always stand before another word; or it
    mostly stands last, somewhere as a noun does or as what is spoken of, and has not the form of another kind of word."""
    bare, inflected = (any(f.endswith("e") is e and not f.endswith(("n", "s")) for f in word.forms) for e in (False, True))
    other = _OTHER_KIND.search(word.form)
    if other and bare and inflected:
        return False  # "fantastisch", "fantastische"
    if word.noun >= 0.6 * word.times and not word.verb and word.final >= 0.25 * word.times:
        return True
    if other or (bare and inflected) or (_STRONG.search(word.form) and word.alone < 0.4 * word.times):
        return False  # "illegaal", "illegale"
    return word.final >= 0.5 * word.times and word.verb <= 0.25 * word.times and bool(word.alone or word.sure or word.named)


def _people(debate: Debate) -> frozenset[str]:
    """Names of persons and parties: they are who a debate is by, not what it is about."""
    people = [*(t.speaker.name for t in debate.turns), *(p.name for p in debate.meeting.present)]
    parties = [a for a in party_aliases(debate.parties) if " " not in a]
    return frozenset(w for name in (*people, *parties) for w in words(name)) - PREFIXES


def _usage(debate: Debate, turns: Sequence[Turn], brief: bool) -> dict[str, _Word]:
    people, language = _people(debate), debate.language
    stop = STOP_NL if language == "nl" else STOP_EN
    used: dict[str, _Word] = defaultdict(_Word)
    moved = [(m.turn, m.start, m.end) for m in debate.motions]
    for turn in turns:
        for number, (start, end) in enumerate(spans(turn.text)):
            text = turn.text[start:end]
            motion = any(at == turn.number and a < end and start < b for at, a, b in moved)
            if motion and not brief:
                continue  # the set phrases of motions
            heads = motion or announces(text)
            asks = brief and turn.speaker.role == "member" and is_question(text)
            tokens = [(m.group(), m.start()) for m in _WHOLE.finditer(text)]
            for i, (form, _) in enumerate(tokens):
                part = max(form.split("-"), key=len)  # "chroom" of "chroom-6"
                low, acronym = part.lower(), _is_acronym(form)
                if (len(low) < 4 and not acronym) or low in stop or low in people or not part.isalpha() or _is_common(low, language):
                    continue
                word = used[stem(low, language)]
                named = _note(word, tokens, i, text, stop)
                before = tokens[i - 1][0] if i else ""
                if before and before.lower() not in stop | people and not _is_common(before.lower(), language):
                    word.before[before] += 1
                word.places.add((turn.number, number))
                word.voices.add(voice(turn))
                if heads or named:
                    word.named.add((turn.number, number))
                if asks:
                    word.asked.add((turn.number, number))
    return used


def _is_acronym(form: str) -> bool:
    return form.isupper() and 2 <= len(form) <= 6


def _note(word: _Word, tokens: Sequence[tuple[str, int]], i: int, text: str, stop: Set[str]) -> bool:
    """Notes how a word stands in a sentence, by the words beside it; whether these say that it is what is spoken of."""
    form, at = tokens[i]
    low, acronym = form.lower(), _is_acronym(form)
    before = tokens[i - 1][0].lower() if i else ""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    word.times += 1
    word.placed += i > 0 and form[0].isupper() and not acronym and before in _AT
    article = before in _ARTICLES and not (before in {"het", "die"} and low.endswith("en"))  # "Hoelang gaat het duren?"
    word.article += article
    word.name += acronym or (i > 0 and form[0].isupper())
    follows = before in _DETERMINERS or before.endswith("e")
    word.noun += follows
    asks = not i and after is not None and after[0].lower() in _ARTICLES | _OF_SOMEONE  # "Hoort mijn collega …?"
    word.verb += before in _VERBAL or asks or (after is not None and after[0].lower() in _VERBAL_AFTER)
    final = after is None or after[0].lower() in stop or not re.fullmatch(r"\s", text[at + len(form) : after[1]])
    word.final += final
    on = _is_named([t.lower() for t, _ in tokens[max(0, i - 3) : i]])
    word.sure += (article or before in _ONE or on) and final
    word.alone += (follows and final) or (on and not low.endswith("e"))
    word.forms[form if acronym or (i and form[0].isupper()) else low] += 1
    return on


def _is_named(before: Sequence[str]) -> bool:
    """Whether a word is what is spoken of, by the words before it: "over de nieuwe pont"."""
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _ON), None)
    return at is not None and all(one in _DETERMINERS or one.endswith("e") for one in before[at + 1 :])


@lru_cache(maxsize=16384)
def _is_common(word: str, language: Language) -> bool:
    """Whether a word is on a list of what no debate is about; a compound with one ("stukloon") may be a subject."""
    held = lexicon(language).marks((word,)).keys() & _NO_SUBJECT
    if held != {"generic"}:
        return bool(held)
    listed = table("positions")["generic"][language]
    return any(word == one or (one.endswith("*") and word.startswith(one[:-1]) and len(word) - len(one) < _ENDING) for one in listed)
