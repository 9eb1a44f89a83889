"""Other words for the same thing: synonyms of parliamentary Dutch, and English question words to Dutch record words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import Literal

from rag.rarity import rarity, rarity_elsewhere
from rag.tables import table
from rag.text import STOP_EN, STOP_NL, stem, words
from rag.types import Language

SYNONYM = 0.6  # a synonym counts for less than the word itself: measured on the dev questions, flat from .5 to .7
PART = 0.55  # asked for "campagne", said "publiekscampagne"
HEAD = 0.3  # asked for "letselschade", said "schade": the wider word
MODIFIER = 0.4  # asked for "slachtofferbeleid", said "slachtoffer": what it is about; of "arbeid", less than half of it, "arbeidsmigranten" are not
WITHIN = 0.2  # asked for "kansspelautoriteit", said "spela…": seldom the same
INFLECTED = 4  # letters by which a name may be longer: "Surinaamse"
KIN, KINDRED = 6, 9  # letters that two compounds share from the start, and letters that each has at least
ALIKE = 0.6  # of the longer of them that they must share: "natuurlijk" is not kin to "natuurbranden"
ONE_WORD = 0.9
GOES_ON = 0.8  # of the worth of a form, for a compound that begins with it
COMPOUND = 0.9  # the parts of a compound together
ROOT = 2  # letters that they share behind a preposition: "onderbreking" is kin to "onderbroken"
EVERYDAY = 3.5  # rarity under which a word is everybody's
NUMBER = 0.95  # the plural or singular that the stemmer leaves apart: "problemen", "probleem"
SHORTEST = 5  # letters of a part of a compound
BARE = 6  # words of a subject by itself
_SUBJECT = frozenset({"de", "het", "mevrouw", "meneer", "minister", "staatssecretaris"})  # after a verb that its particle is split from
TITLES = frozenset({"mevrouw"})  # before a name: not of "vrouwen"


def no_subject(asked: str) -> frozenset[str]:
    """The stems of words that name no subject, in any question and in one of that kind: the lists "plain" of rag/data/asking.toml."""
    plain = table("asking")["plain"]
    return frozenset(map(stem, f"{plain['debate']} {plain[asked]}".split()))


def _listed(words: str) -> frozenset[str]:
    return frozenset(table("asking")["order"][words].split())


About = Literal["", "head", "kind", "on", "of", "beside"]
OF_ANY_DEBATE = no_subject("debate")  # what names the debate and who governs


# that something is so now, or will be, one asks in words of one's own
_WHEN = _listed("when")
_ASKED_WITH = _listed("asked_with")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a question: its stem, and other stems that may stand for it, each with its worth (0 to 1).

    ``name``: the word as typed where it is a name or an abbreviation ("Bosnië", "PAS"), else empty.
    ``verb``: whether it stands where a verb stands, or one asks with it whatever the subject: about nouns of the record.
    ``about``: whether the question says that it is about this ("head": "vapen" of "… over vapen onder jongeren?", or of that alone; "of": "lijden" of
    "… over het lijden van burgers?", which one puts in other words more often), of what kind that is ("circulaire economie"), on what ("btw op sport"), or beside it. An English word that no list puts in Dutch is neither.
    """

    word: str
    stem: str
    others: tuple[tuple[str, float], ...] = ()
    name: str = ""
    verb: bool = False
    about: About = ""

    def worth(self, other: str) -> float:
        """How well a stem of the record stands for this term: 1 itself, less for a synonym or a compound with it, else 0."""
        if other == self.stem:
            return 1.0
        best = max((worth if form == other else worth * GOES_ON for form, worth in self.others if _begins(other, form)), default=0.0)
        if self.name:  # "Amsterdamse" is of "Amsterdam", and the "Staatsloterij" has nothing to do with a "staatssecretaris"
            if self.stem in (f"{other}s", other.removesuffix("s")):
                return NUMBER
            inflected = len(other) >= SHORTEST and self.stem.startswith(other) and len(self.stem) - len(other) <= INFLECTED
            return max(best, PART if len(self.stem) >= SHORTEST and self.stem in other else MODIFIER if inflected else 0.0)
        if len(self.stem) >= SHORTEST and self.stem in other and other not in TITLES:
            # "natuurlijk" is no compound of "natuur": a word that everybody uses is none
            best = max(
                best,
                WITHIN
                if rarity_elsewhere(other) < EVERYDAY <= rarity_elsewhere(self.stem) or other.removesuffix(self.stem) in _BEFORE_VERBS
                else PART,
            )  # "opsporen" is about no "spoor"
        elif len(other) >= SHORTEST and other in self.stem and other not in STOP_NL:
            best = max(best, self._part(other))
        elif len(self.stem) >= KINDRED <= len(other) and self.stem[:KIN] == other[:KIN] and other not in OF_ANY_DEBATE:
            best = max(best, MODIFIER if self._kin(other) else WITHIN)
        return best

    def _part(self, other: str) -> float:
        """What a shorter word of the record tells of this compound: the kind of thing it is, what it is about, or seldom anything."""
        if self.stem.removesuffix("e").endswith(other):
            return HEAD
        if self.stem.startswith(other):
            return MODIFIER if 2 * len(other) >= len(self.stem) else HEAD
        return WITHIN

    def _kin(self, other: str) -> bool:
        """Whether two words begin alike for most of the longer."""
        first = int(ALIKE * max(len(self.stem), len(other))) + 1
        before = next((len(one) for one in _BEFORE_VERBS if self.stem.startswith(one)), 0)  # "onderwijs" is not kin to "onderwerp"
        return self.stem[: max(first, before + ROOT)] == other[: max(first, before + ROOT)]


_BEFORE_VERBS = frozenset("aan achter af be bij door her in mee mis na om ont onder op over tegen terug toe uit ver vol voor weg".split())


def _begins(other: str, form: str) -> bool:
    """Whether a stem of the record is a form, or a compound that begins with it: "privacywetgeving" for "privacy"."""
    return other.startswith(form) and (len(other) == len(form) or len(form) > SHORTEST < len(other) - 3)


class Cover:
    """How much of a question a place in the record holds: its content words, each weighed by rarity.

    Args:
        terms: the content words.
        weight: stem of a term to its inverse document frequency; 1 where it is not there.
    """

    def __init__(self, terms: Sequence[Term], weight: Mapping[str, float]) -> None:
        self.terms = tuple(terms)
        self.weights = tuple(weight.get(t.stem, 1.0) for t in terms)
        self._known: dict[str, tuple[tuple[int, float], ...]] = {}

    def without(self, stems: Collection[str]) -> Cover:
        """The same, in which these words weigh nothing; itself where the question has no other."""
        weight = {t.stem: 0.0 if t.stem in stems else w for t, w in zip(self.terms, self.weights, strict=True)}
        return Cover(self.terms, weight) if any(weight.values()) else self

    def added(self, question: str, language: Language, record: Language) -> frozenset[int]:
        """Which terms are nouns that only a follow-up adds to the question before it: "reizigers" of "Hoeveel kost de trein: en hoeveel reizigers?"."""
        before, _, own = question.rpartition(": ")
        new = {t.stem for t in terms(own, language, record) if not t.verb} - {t.stem for t in terms(before, language, record)}
        return frozenset(n for n, t in enumerate(self.terms) if before and t.stem in new - OF_ANY_DEBATE)

    def held(self, stems: Iterable[str]) -> list[float]:
        """For each term, in order, how well the best of these stems stands for it (0 to 1)."""
        best = [0.0] * len(self.terms)
        for one in stems:
            known = self._known.get(one)
            if known is None:
                known = tuple((n, worth) for n, t in enumerate(self.terms) if (worth := t.worth(one)))
                self._known[one] = known
            for n, worth in known:
                best[n] = max(best[n], worth)
        return best

    def share(self, held: Sequence[float]) -> float:
        """What of the question's weight is held, 0 to 1."""
        total = sum(self.weights)
        return sum(w * h for w, h in zip(self.weights, held, strict=True)) / total if total else 0.0


def window(held: Sequence[Sequence[float]], at: int) -> list[float]:
    """What a sentence and those on both sides of it hold together, of what each holds."""
    near = held[max(0, at - 1) : at + 2]
    return [max(column) for column in zip(*near, strict=True)]


@lru_cache(maxsize=1)
def _groups() -> dict[str, list[tuple[str, ...]]]:
    """Stem, and abbreviation in capitals, to the groups of the word list in which it stands, each in stems."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for group in table("synonyms")["groups"]:
        stems = tuple(dict.fromkeys(stem(w, "nl") for w in words(" ".join(group)) if w not in STOP_NL))
        for one in (*stems, *(w for w in group if w.isupper())):
            groups.setdefault(one, []).append(stems)
    return groups


def _synonyms(one: str, name: str = "") -> tuple[str, ...]:
    """The stems of the words that stand for it; for a name that the list has in capitals ("NAM"), not those of another word of its letters ("nam")."""
    groups = _groups()
    of = groups.get(name) or groups.get(one) or []
    return tuple(dict.fromkeys(other for group in of for other in group if other != one))


@lru_cache(maxsize=1)
def _english() -> dict[str, tuple[str, ...]]:
    """One to three English stems to the Dutch ones; a large table, read when a question is English."""
    english: dict[str, tuple[str, ...]] = {}
    for phrase, dutch in table("english").items():
        key = " ".join(stem(w, "en") for w in words(phrase))
        found = tuple(dict.fromkeys(stem(w, "nl") for d in dutch for w in words(d) if w not in STOP_NL))
        english[key] = tuple(dict.fromkeys([*english.get(key, ()), *found]))
    return english


def terms(text: str, language: Language, record: Language) -> tuple[Term, ...]:
    """The content words of a question as they may stand in a record.

    Args:
        text: the question, names of speakers and parties already taken out where they are a filter.
        language: of the question.
        record: of the meetings searched; English questions to a Dutch record go through the word list.
    """
    names = _names(text)
    about = _about(text, names)
    stop = _WHEN | (STOP_NL | STOP_EN if language != record else STOP_NL if language == "nl" else STOP_EN)
    tokens = words(text)
    if language == "en" and record == "nl":
        english = [replace(t, name=names.get(t.word, ""), verb=t.word in _ASKED_WITH) for t in _from_english(tokens, stop)]
        return tuple(replace(t, about=about.get(t.word.split()[-1], "")) if t.name or t.stem != stem(t.word) else t for t in english)
    found: dict[str, Term] = {}
    dutch = record == "nl"
    verbs = (_verbs(text) if language == "nl" else frozenset()) - names.keys() | _ASKED_WITH
    for word in tokens:
        if word in stop and not (len(word) > 2 and names.get(word, "").isupper()):  # of "WAS" one asks, whatever "was" is
            continue
        one = stem(word, record)
        of_place = (stem(word[:-1]),) if word in names and word.endswith("se") else ()  # "Groningse": "Gronings"
        same = (*_other_number(word, one), *of_place) if dutch else ()
        like = {s: SYNONYM for form in (one, *same) for s in _synonyms(form, names.get(word, ""))} if dutch else {}
        for part, worth in _parts(one) if dutch and not like and word not in names else ():
            like |= {part: worth, **dict.fromkeys(_synonyms(part), worth * SYNONYM)}
        forms = tuple({**like, **dict.fromkeys(same, NUMBER)}.items())
        found.setdefault(one, Term(word, one, forms, names.get(word, ""), word in verbs, about.get(word, "")))
    return _joined(found.values(), tokens, stop, record)


_NAME = re.compile(r"(?<![.?!:«»\"“”\s])\s+[(«\"“'‘]?([A-ZÀ-Þ][\w'’]+(?:-[A-ZÀ-Þ][\w'’]+)*)|(?<!\w)([A-Z]{2,})(?!\w)")


def _names(text: str) -> dict[str, str]:
    """The words of a question that are names or abbreviations, in lower case, as typed: a capital inside the sentence, or only capitals."""
    if text.isupper():
        return {}
    typed = (m[1] or m[2] for m in _NAME.finditer(text))
    return {word: name for name in typed for word in words(name)}


# after these the verb of a question comes; after those, and after an adjective in -e, a noun
_ASKING = _listed("asking")
LEADS_NOUN = _listed("leads_noun")
_BEFORE_ASKING = _listed("before_asking")
_LIKE_VERB = re.compile(r"[a-z]\w*(?:n|t|d|de|te)")
# what else than an infinitive a main clause ends in: "gehaald", "verhoogd", "aangepast"; not "een landelijk vuurwerkverbod"
_PARTICIPLE = re.compile(r"(?:[a-z]{2,5})?(?:ge|be|ver|ont|her|mis)\w+[td]")
# … and what a main clause that ends in an infinitive, or in a participle in -en, has before it; "Krijgen zij scherfvesten?" has not
_HELPS = _listed("helps")
_PARTICIPLE_EN = re.compile(r"(?:[a-z]{2,5})?(?:ge|be|ver|ont|her|mis)\w+en")
_HAVE = frozenset("heeft hebben had hadden is zijn was waren wordt worden werd werden".split())
_CLAUSE = _listed("clause")
_RELATIVE = frozenset("die dat waarin waarop waarmee waarvan".split())  # "de manier waarop zij over de pont praten"
_OVER = re.compile(r"\b(?:over|about)\b", re.I)
_VIEW = re.compile(r"^(?:\W*wat vind(?:t|en)\b[^?]*?\bvan|[^?]*?\bdoen aan)\b", re.I)
_IS = re.compile(r"\b(?:is|was|zijn|waren|wordt|werd)\b")  # "… over de pont is gezegd"


def _about(question: str, names: Collection[str]) -> dict[str, About]:
    """The words of what a question says that it is about: a noun and what belongs to it, after "over" to the end; or all of it, where it asks nothing.

    Of a view the noun alone, and of what is done: "Wat vindt D66 van de groeiende vraag naar vervoer in Drenthe?", "Wat wil zij doen aan …?".
    """
    view = None if _OVER.search(question) else _VIEW.match(question)
    *before, tail = [question[: view.end()], question[view.end() :]] if view else _OVER.split(question)
    tail = tail.strip(" ?.!")
    named, clause = words(_IS.split(tail)[0]), _CLAUSE | {"dat", "die"}
    bare = not question.rstrip().endswith("?") and len(named) <= BARE and not set(named) & (_HELPS | _HAVE)
    inside = clause.intersection(named) or set(words("over".join(before))) & _RELATIVE or re.search(r"[,;:?!]|\. ", tail)
    # "Houden besluiten over X stand?" is not about "X stand"
    does = bool(before) and set(words(question)[:1]) & _verbs(question) - STOP_NL - _ASKED_WITH - _HELPS
    if inside or does or not (before or bare):
        return {}
    lesser = LEADS_NOUN | STOP_NL | STOP_EN
    head = list(takewhile(lambda w: w not in lesser, dropwhile(lesser.__contains__, named)))
    after = named[named.index(head[-1]) + 1 :] if head else []
    kinds: dict[str, About] = {word: "kind" for word in head[:-1] if _of_a_kind(word, names)}
    taxed = after[:1] == ["op"] and _TAX.fullmatch(head[-1]) is not None
    kinds |= dict.fromkeys([word for word in after[1:] if word not in lesser][:taxed], "on")
    if view:
        return kinds | dict.fromkeys(head[-1:], "head")
    kind: About = "of" if after[:1] in (["van"], ["of"]) else "head"
    return {word: kind if word in head else "beside" for word in named} | kinds


_A_KIND = re.compile(rf"\w{{2,}}(?:{table('asking')['kind']['ends']})")
_TAX = re.compile(rf"\w*(?:{table('asking')['kind']['taxes']})")
_OF_ANY = frozenset(
    stem(form)
    for word in table("asking")["kind"]["of_any"].split()
    for form in (word, f"{word}e", re.sub(r"[eë]el$", "ële", word), re.sub(r"([ae])\1l$", r"\1le", word))
)


def _of_a_kind(adjective: str, names: Collection[str]) -> bool:
    """Whether an adjective says which of several kinds: "elektrische", "Russisch"; "felle" and "kritische" may be said of any."""
    if adjective in names:
        return re.search(r"s(?:ch)?e?$", adjective) is not None
    return _A_KIND.fullmatch(adjective) is not None and stem(adjective) not in _OF_ANY


def like_participle(word: str) -> bool:
    """Whether a word has the form of a participle: "gehaald", "ingegrepen"."""
    return _PARTICIPLE.fullmatch(word) is not None or _PARTICIPLE_EN.fullmatch(word) is not None


def _verbs(question: str) -> frozenset[str]:
    """The words of a Dutch question that stand where a verb stands: first, after a question word, after "te", and at the end of a clause."""
    typed = re.findall(r"[\w'’-]+|[?.:;,!]", question)
    low = [word.lower() for word in typed]
    if len(low) <= 2:
        return frozenset()  # a subject by itself
    found = []
    for i, word in enumerate(low):
        # where a name was cut off in front of it, it is not first
        before = low[i - 1] if i else "." if question[:1].strip() else ","
        after = low[i + 1] if i + 1 < len(low) else "?"
        if before == "hoe":
            found.append(word)  # "hoe zwaar", as one puts it oneself
        if not _LIKE_VERB.fullmatch(word) or (typed[i] != word and before not in set(".:;?!")):
            continue
        ends = after in {*"?.,:;!", "om"} and before not in LEADS_NOUN and not (before.endswith("e") and len(before) > 3)
        if ends and word[-1] in "td" and not _PARTICIPLE.fullmatch(word) and not _CLAUSE & set(low[1:i]):
            ends = False
        if ends and word[-1] == "n" and not _CLAUSE & set(low[1:i]) and not _HELPS & set(low[:i]):
            ends = _PARTICIPLE_EN.fullmatch(word) is not None and bool(_HAVE & set(low[:i]))
        # "Welke motie diende mevrouw Kok in?"
        splits = 0 < i <= 3 and low[-2:-1] and low[-2] in _BEFORE_VERBS and (after in _SUBJECT or typed[i + 1][:1].isupper())
        asks = before in _ASKING and (i == 1 or low[i - 2] in _BEFORE_ASKING)  # not "de manier waarop agenten …"
        tells = after == "dat" and before in {"die", "dat", "wie"}  # "gemeenten die beweren dat …"
        if asks or tells or splits or before in {".", ":", ";", "?", "!", "te"} or ends:
            found.append(word)
    return frozenset(found)


@lru_cache(maxsize=4096)
def _parts(one: str) -> tuple[tuple[str, float], ...]:
    """The words of a compound that are commoner than itself, each for its share of what it tells: "privacyregels" is mostly "privacy"."""
    whole = rarity(one)
    for cut in range(len(one) - SHORTEST, SHORTEST - 1, -1):
        head = one[cut:]
        modifier = next((m for m in (one[:cut], one[:cut].removesuffix("s")) if rarity(m) < whole), None)
        if modifier and rarity(head) < whole:
            total = rarity(modifier) + rarity(head)
            return tuple((part, COMPOUND * rarity(part) / total) for part in (modifier, head))
    return ()


def _other_number(word: str, one: str) -> tuple[str, ...]:
    """The stem of the same word in its other number, where Snowball's Dutch stemmer makes two of them."""
    if word.endswith("centra"):
        return (one[:-1] + "um",)
    if word.endswith(("’s", "'s")):
        return (one.rstrip("’'"),)
    # of more than one syllable: "weet" is not "wet"
    long = re.sub(r"([aeiouy].*[^aeiou])e([^aeiouwjx])$", r"\1ee\2", one)
    return (long,) if long != one else (short,) if (short := re.sub(r"([aeiouy].*)ee([^aeiouwjx])$", r"\1e\2", one)) != one else ()


def _joined(found: Collection[Term], tokens: Sequence[str], stop: frozenset[str], record: Language) -> tuple[Term, ...]:
    """Two words in a row may be one in the record: "web crawler" is "webcrawler"; or apart: of "eenzame ouderen" that they are "eenzaam"."""
    joined: dict[str, dict[str, float]] = {}
    about = {t.word: t.about for t in found}
    subject = {word for word, of in about.items() if of in {"head", "kind", "of"}}  # elsewhere "vroege" is as soon "vroeg" of "vragen"
    for one, other in zip(tokens, tokens[1:], strict=False):
        if record == "nl" and not {one, other} & stop:
            for word in (one, other):
                joined.setdefault(word, {})[stem(one + other, record)] = ONE_WORD
            if about.get(one) == "kind":  # of "digitale aanvallen" are "cyberaanvallen"
                joined[one] |= {form + stem(other): ONE_WORD for form in _synonyms(stem(one))}
            if one in subject and stem(one).endswith("e"):  # an adjective that the stemmer leaves as it stands before a noun
                joined[one][stem(_bare(one))] = NUMBER
    return tuple(replace(t, others=(*t.others, *joined.get(t.word, {}).items())) for t in found)


def _bare(adjective: str) -> str:
    """An adjective as it stands by itself: "trage" is "traag", "slimme" is "slim", "brave" is "braaf"."""
    short = re.sub(r"([^aeiou])\1$", r"\1", adjective[:-1])
    long = short if short != adjective[:-1] else re.sub(r"(?<![aeiou])([aeou])([^aeiouwjx])$", r"\1\1\2", short)
    return long[:-1] + {"v": "f", "z": "s"}.get(long[-1:], long[-1:])


def _from_english(tokens: list[str], stop: frozenset[str]) -> tuple[Term, ...]:
    english = _english()
    found: dict[str, Term] = {}
    i = 0
    while i < len(tokens):
        for size in (3, 2, 1):
            key = " ".join(stem(w, "en") for w in tokens[i : i + size])
            if len(tokens[i : i + size]) == size and key in english and (size > 1 or tokens[i] not in stop):
                forms = english[key]
                more = tuple((s, SYNONYM) for form in forms for s in _synonyms(form) if s not in forms)
                found.setdefault(forms[0], Term(" ".join(tokens[i : i + size]), forms[0], tuple((f, 0.9) for f in forms[1:]) + more))
                i += size
                break
        else:
            if tokens[i] not in stop:
                one = stem(tokens[i], "nl")
                found.setdefault(one, Term(tokens[i], one))
            i += 1
    return _joined(found.values(), tokens, stop, "nl")


def is_english_word(name: str) -> bool:
    """Whether the word list knows an English name as a word: "Bosnia" is a country in it, not somebody who might have spoken."""
    return " ".join(stem(w, "en") for w in words(name)) in _english()
