"""Whether what was found answers the question, or only stands near it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import compress
from operator import mul
from typing import NamedTuple

from rag.kind import OF_MONEY, PROPER, Kind
from rag.kind import Name as KindName
from rag.lexicon import KIN, LEADS_NOUN, MODIFIER, OF_ANY_DEBATE, PART, Cover, Term, window
from rag.rarity import rarity_elsewhere
from rag.retrieve import REREAD, Search, sentence_stems
from rag.tables import table
from rag.text import STOP_NL, stem, stems
from rag.types import Language, Passage

MOST_MASS = 30.0
VERB = 0.4  # of its rarity a verb weighs
BRIEF, FULL = 600, 6_500  # words up to which a record is judged as the shortest, and from which by chance it holds as much as any other
TOLD = 5.0  # rarity of at least one of the subjects of which whoever is asked must have named some, at least in part
SUBJECT, COMMON = 4.5, 3.5  # rarity from which a word that is no verb is a subject of the question, and under which a word tells of none
GLANCE = 0.05  # windows that hold less of the question are not looked at
OTHERS, OWN = 0.5, 0.3  # half of the question is said by others or by nobody, and no more than this by whom it asks about
SHORT = 2  # words of a question that names its subject, and nothing of it
NAMES = 3.0  # rarity from which a word with a capital is a name: "Kamer" is none
SEAT = frozenset({"den", "haag", "binnenhof"})  # they stand for whoever governs, and need not be named
ROOT, ENDING = 5, 3  # letters a name keeps, and may end in otherwise
SEEN = 0.3  # worth from which a name counts as named, as part of another word
MOST_NEAR = 8.0  # nearness that counts in full: a model that tells more sharply than the one the weights were fitted with outweighs no more
WHOLE = 0.9  # worth from which a word is said itself, and not by a synonym or in part
TOGETHER = 0.59  # of the words of what a question is about ("slimme meters") three sentences on end hold; a synonym of each is enough
OF_IT = 0.95  # what "Drenthe" is worth for "Drentse"
DWELT = 2  # sentences of a turn in which what stands for a subject is said, to be spoken of
MENTIONED = 0.5  # worth from which a word counts as said

# How near to the best place something of the kind asked for must stand. An amount is asked for with the words of what is counted: where no
# amount stands by them it is not told. A date or a name more often stands a sentence or two on.
AT_THE_PLACE: dict[KindName, float] = {
    "money": 0.5,
    "count": 0.6,
    "share": 0.35,
    "size": 0.35,
    "times": 0.35,
    "term": 0.35,
    "clock": 0.35,
    "date": 0.35,
    "name": 0.35,
    "vote": 0.6,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer in what was found. Shares are of the question's content words, weighed by how rare they are in general.

    ``sentence``, ``window``: the largest share in one sentence, and in three on end. ``mass``: the rarity of the words in the best three
    together, in tens: two rare words side by side are no chance. ``missing``: the share that stands nowhere in what was searched.
    ``limited``: whether the search was limited to a party or speaker, whose few turns hold few of the words one asks with.
    ``elsewhere``: of a limited search, the share whose very words are said in the debate, but not by whom the search is limited to.
    ``unsaid``: the same, and of a question of one or two words also what nobody says: a longer one is more often put in other words.
    ``size``: how long the record is (logarithm of its words, to a point): a short one holds fewer of the words one asks with, by chance or not.
    ``strange``: whether a name in the question stands nowhere in what was searched, nor another word for it; ``letters``: an abbreviation, which
    the record may write out.
    ``foreign``: whether it has subjects, rare words that are no verbs, of which none is spoken of, in no form and in no part, and all that is are
    common words; or the rarest of which nobody who was searched names in any form or part; or whether the words of its subject stand nowhere together, or not beside its kind.
    ``typed``: how near to the best place something of the kind asked for stands (1: right there).
    ``near``: how near in meaning the nearest chunk and the nearest sentence are; None where vectors know words by their letters only.
    """

    sentence: float
    window: float
    mass: float
    missing: float
    limited: bool
    elsewhere: float
    typed: float
    size: float
    unsaid: float = 0.0
    strange: bool = False
    letters: bool = False
    foreign: bool = False
    near: tuple[float, float] | None = None

    @property
    def features(self) -> dict[str, float]:
        """What the judgement weighs, by name."""
        meaning = {} if self.near is None else dict(zip(("near_chunk", "near_sentence"), self.near, strict=True))
        return {
            **meaning,
            "sentence": self.sentence,
            "mass": self.mass,
            "missing": self.missing,
            "size": self.size,
            "limited": float(self.limited),
            "limited_window": self.limited * self.window,
            "letters": float(self.letters),
            "elsewhere": self.elsewhere,
        }


def barred(kind: Kind, held: Evidence) -> bool:
    """Whether it is no answer whatever else speaks for it: none of its subjects, a name nobody named, nothing of the kind asked for, what others said or nobody."""
    wordless = held.near is None and (held.window == 0.0 or held.foreign)  # where meaning is known, it weighs
    if wordless or held.strange or held.typed < AT_THE_PLACE.get(kind.name, 0.0):
        return True
    return held.unsaid >= OTHERS and held.window <= OWN


def answers(kind: Kind, found: Search, language: Language, limited: bool = False) -> bool:
    """Whether the best places in the record hold enough of the question, and the kind of thing it asks for, to be called an answer.

    Words tell the far from the near; where the record is sure, a party or person who did not speak, `understand` has declined before
    this is asked. The weights are fitted by eval/fit_decline.py, which also reports how they do on debates they were not fitted on.

    Args:
        kind: what is asked for.
        found: what was retrieved for it.
        language: of the record.
        limited: whether the search was limited to a party or speaker.
    """
    held = evidence(kind, found, language, limited)
    if barred(kind, held):
        return False
    weights = _weights("weights" if held.near is None else "meaning")
    return weights["constant"] + sum(weights[name] * value for name, value in held.features.items()) >= 0.0


def evidence(kind: Kind, found: Search, language: Language, limited: bool = False) -> Evidence:
    """What speaks for an answer. See `answers`."""
    found = replace(found, terms=tuple(_of_the_place(_by_its_form(t, found, language), found, language) for t in found.terms))
    # the table of rarity is Dutch; in an English record, rare is what is rare in that record
    weight = {t.stem: rarity_elsewhere(t.stem) if language == "nl" else found.weight.get(t.stem, 1.0) for t in found.terms}
    weight |= {t.stem: VERB * weight[t.stem] for t in found.terms if t.verb}
    asked, kind = kind, kind.within(stem for stem, turns in found.frequency.items() if turns)
    cover = Cover(found.terms, weight)
    best = _best(kind, found, cover, language)
    standing = _standing(found, best.anywhere)
    # of what nobody names nothing is told where no other rare word of the question is said: no "waterschappen" where one counts liters of water
    said = [w for t, seen, w in zip(found.terms, standing, cover.weights, strict=True) if seen >= WHOLE and not t.verb]
    counted = (
        kind.heads == asked.heads
        or max(said, default=0.0) >= (COMMON if language == "nl" else 0.0)
        or any(
            asked.held(p.turn.text[a:b], language) for p in found.passages for a, b in p.sentences
        )  # "zorgmedewerkers" are "medewerkers"
    )
    elsewhere = _elsewhere(found, cover, best.anywhere) if limited else 0.0
    missing = 1.0 - cover.share(standing) if found.terms else 1.0
    apart = best.phrase < TOGETHER and not limited  # who answers somebody says "that"
    strange = [term.name for term, seen in zip(found.terms, best.anywhere, strict=True) if _strange(term, seen, found)]
    return Evidence(
        sentence=best.sentence,
        window=best.window,
        mass=min(MOST_MASS, best.window * sum(cover.weights)) / 10,
        missing=missing,
        limited=limited,
        elsewhere=elsewhere,
        typed=best.typed if counted else 0.0,
        size=math.log(max(BRIEF, min(FULL, found.words))),
        unsaid=elsewhere + missing if limited and sum(t.stem not in OF_ANY_DEBATE for t in found.terms) <= SHORT else elsewhere,
        strange=not all(map(str.isupper, strange)),
        letters=any(map(str.isupper, strange)),
        foreign=language == "nl"
        and (
            apart
            or best.passing
            or not best.of_kind
            or _foreign(found.terms, weight, cover, _standing(found, best.anywhere, sure=True), best.anywhere)
        ),
        near=_near(found),
    )


class _Best(NamedTuple):
    """What the best places hold; see `Evidence`. ``anywhere``: of each term the most of it that a sentence holds; ``phrase``: of what it is about, in one place.

    ``passing``: whether that is said in passing only, see `_in_passing`. ``of_kind``: whether it is said of the kind that is asked about, see `_of_kind`.
    """

    sentence: float
    window: float
    typed: float
    phrase: float
    anywhere: list[float]
    passing: bool
    of_kind: bool


def _best(kind: Kind, found: Search, cover: Cover, language: Language) -> _Best:
    """The best places of what was found, three sentences each."""
    sentence = best = typed = subject = phrase = 0.0
    apart = cover.without(OF_MONEY)
    about = {t.stem for t in found.terms if t.about == "head" and not t.verb}
    head = cover.without({t.stem for t in found.terms} - about)
    # whether that is more than one word ("slimme meters"), and it asks with no other rare word
    phrased = len(about) > 1 and all(t.about or weight < SUBJECT for t, weight in zip(found.terms, cover.weights, strict=True))
    anywhere, read = [0.0] * len(found.terms), list[tuple[Passage, list[list[float]]]]()
    for passage in found.passages[:REREAD]:
        held = [cover.held(stems) for stems in sentence_stems(passage.turn.text, language)]
        read.append((passage, held))
        for i, own in enumerate(held):
            anywhere = [max(a, b) for a, b in zip(anywhere, own, strict=True)]
            share = cover.share(window(held, i))
            if share < GLANCE:
                continue
            sentence, best, phrase = max(sentence, cover.share(own)), max(best, share), max(phrase, head.share(window(held, i)))
            share = apart.share(window(held, i))
            subject = max(subject, share)
            if share > typed:
                start, end = passage.sentences[i]
                before = passage.turn.text[passage.sentences[max(0, i - 1)][0] : start]
                typed = share if kind.after(before, language).held(passage.turn.text[start:end], language) else typed
    # said itself, or beside something else that is: "het doden van wolven"
    said = [
        seen >= WHOLE and w >= COMMON and not t.verb and t.about != "kind"
        for t, seen, w in zip(found.terms, anywhere, cover.weights, strict=True)
    ]
    itself = any(seen >= WHOLE or seen == PART for t, seen in zip(found.terms, anywhere, strict=True) if t.stem in about)
    passing = bool(about) and not itself and not any(said) and _in_passing(read, head, language)
    return _Best(
        sentence,
        best,
        typed / subject if subject else 0.0,
        phrase if phrased else 1.0,
        anywhere,
        passing,
        _of_kind(found.terms, cover.weights, [held for _, held in read]),
    )


def _of_kind(terms: Sequence[Term], weights: Sequence[float], turns: Sequence[list[list[float]]]) -> bool:
    """Whether the subject of a question is spoken of beside what narrows it: of "elektrische auto's" not where one says "auto's" only.

    What kind it is stands in three sentences on end with it, and on what a tax is in the same turn; one of them itself, as "cyber" and "geld" are no
    "digitale euro". A subject that tells little is said in other words: "fiscale maatregelen" are "fiscale regelingen".

    Args:
        turns: of each what its sentences hold of each term.
    """
    heads = [n for n, t in enumerate(terms) if t.about == "head" and not t.verb and weights[n] >= SUBJECT]
    narrow = {n: t.about for n, t in enumerate(terms) if weights[n] >= SUBJECT and t.about in {"kind", "on"}}
    for held in turns if narrow and heads else ():
        turn = [max(column) for column in zip(*held, strict=True)]
        for near in (window(held, i) for i in range(len(held))):
            said = [near[n] for n in heads] + [(near if of == "kind" else turn)[n] for n, of in narrow.items()]
            if min(said) >= MENTIONED and max(said) >= WHOLE:
                return True
    return not (narrow and heads)


def _in_passing(read: Sequence[tuple[Passage, Sequence[Sequence[float]]]], head: Cover, language: Language) -> bool:
    """Whether a commoner word that stands for the subject of a question, which is not said itself, stands in no two sentences of a turn.

    "Het idee is zelfstandig ontstaan" speaks of no "zzp'ers"; nor does a name tell: of "Veilig Thuis" nobody works at home.
    """
    terms = [t for t, weight in zip(head.terms, head.weights, strict=True) if weight]
    for passage, held in read:
        said = [passage.sentences[i] for i, own in enumerate(held) if head.share(own) >= MODIFIER]
        bare = [stems(PROPER.sub(_abbreviated, passage.turn.text[a:b]), language) for a, b in said]
        as_rare = any(_as_rare(t, one) for own in bare for one in own for t in terms)
        if as_rare or sum(head.share(head.held(own)) >= MENTIONED for own in bare) >= DWELT:
            return False
    return True


def _as_rare(term: Term, other: str) -> bool:
    """Whether a word that stands for another is no wider one: "privacywet" for "AVG", or a compound that begins alike."""
    alike = other[:KIN] == term.stem[:KIN]
    return term.worth(other) >= (MODIFIER if alike else MENTIONED) and rarity_elsewhere(other) >= rarity_elsewhere(term.stem)


def _abbreviated(name: re.Match[str]) -> str:
    """A name only where it is an abbreviation."""
    return name[0] if name[0].isupper() else " "


def _foreign(terms: Sequence[Term], weight: Mapping[str, float], cover: Cover, standing: Sequence[float], read: Sequence[float]) -> bool:
    """Whether none of the subjects is spoken of, and all that is are common words; or nobody who was read names any, one of them rare.

    Or whether of what the question says that it is about only common words are said: of "vapen onder jongeren" the young.
    """
    subject = [not term.verb and not term.word.isdigit() and weight[term.stem] >= SUBJECT for term in terms]
    held = list(compress(standing, subject))
    # of "het eigen risico in de zorg" only what is commoner is said
    rare = [seen for t, seen in zip(terms, standing, strict=True) if not t.verb and not t.word.isdigit() and weight[t.stem] >= COMMON]
    told = [(weight[t.stem], seen) for t, seen, rare in zip(terms, read, subject, strict=True) if t.name or rare]
    silent = any(rare >= TOLD for rare, _ in told) and all(seen <= SEEN for _, seen in told)
    about = [(t, seen) for t, seen in zip(terms, standing, strict=True) if t.about and not t.word.isdigit() and weight[t.stem] >= TOLD]
    other = all(seen < WHOLE for _, seen in about)
    unsaid = any(seen <= SEEN and (t.about in {"head", "kind"} or (t.about == "of" and other)) for t, seen in about)
    bare = [t.about for t in terms].count("of") == 1  # a "vereniging" of others is not that "van eigenaren"
    unsaid |= bare and max((seen for t, seen in about if t.about == "beside"), default=1.0) < SEEN
    common = bool(rare) and max(rare) <= SEEN and max(map(mul, cover.weights, standing)) < COMMON
    return common or (bool(held) and (unsaid or silent))


def _near(found: Search) -> tuple[float, float] | None:
    """How near in meaning the nearest chunk and the nearest sentence of what was found are."""
    if found.near is None:
        return None
    told = found.near.nearest(p.turn.text[a:b] for p in found.passages[:REREAD] for a, b in p.sentences)
    return min(MOST_NEAR, found.near.chunk), min(MOST_NEAR, told)


def _strange(term: Term, seen: float, found: Search) -> bool:
    """Whether a term is a name that was looked for and found in no form; "PAS" is not found where only "pas" is said."""
    if (
        not term.name
        or term.word in SEAT
        or rarity_elsewhere(term.stem) < NAMES
        or any(found.frequency.get(other) for other, _ in term.others)
    ):
        return False
    if not _is_short(term.name) and (found.frequency.get(term.stem) or seen >= SEEN):
        return False
    unnamed = not _named(term.name, [p.turn.text for p in found.passages])
    return unnamed if _is_short(term.name) else unnamed or len(root_of(term.name)) < ROOT


_LEADS = f"(?:{'|'.join(sorted(LEADS_NOUN - {'die', 'dat'}))})"


def _by_its_form(term: Term, found: Search, language: Language) -> Term:
    """A name does not stand in another word of its stem, "NAM" not where somebody "nam", "Maarten" not in "maart"; nor do "mijnen" in "mijn"."""
    root = root_of(term.word)
    cut = root if term.about and len(term.stem) < min(ROOT, len(root)) else ""  # "visserij" has the stem of "vis"
    typed = term.name or cut or (term.word if term.about and term.stem in STOP_NL else "")
    if not typed or stem(term.word, language) != term.stem:  # what was translated has another stem
        return term
    if _is_short(typed) and term.word not in STOP_NL and rarity_elsewhere(term.stem) >= rarity_elsewhere(""):
        return term  # "btw" is no other word
    texts = [p.turn.text for p in found.passages[:REREAD] if any(term.stem in stems for stems in sentence_stems(p.turn.text, language))]
    # in small letters an abbreviation is a noun: "in de ggz"
    form = (rf"\b(?i:{_LEADS}) {{}}(?!\w)" if _is_short(typed) else r"\b(?i:{})").format(re.escape(typed.lower()))
    said = not texts or _named(typed, texts) or any(re.search(form, text) for text in texts)
    return term if said else replace(term, stem=typed, others=(*term.others, *([(term.stem, MODIFIER)] if typed is cut else [])))


def _of_the_place(term: Term, found: Search, language: Language) -> Term:
    """Of the "Drentse" bus is said what is said of that in "Drenthe"."""
    if not term.name.endswith(("s", "se")) or len(term.name) <= ROOT:
        return term
    form = re.compile(rf"(?<!\w){re.escape(root_of(term.name).rstrip('s'))}[\w'’-]*")
    forms = {stem(word.lower(), language) for p in found.passages[:REREAD] for word in form.findall(p.turn.text)} - {term.stem}
    return replace(term, others=(*term.others, *((one, OF_IT) for one in forms)))


def _is_short(name: str) -> bool:
    """Whether a name is an abbreviation in capitals."""
    return len(name) > 1 and name.isupper()


def _named(name: str, texts: Sequence[str]) -> bool:
    """Whether these texts name it, a short name as it is and another in some form; "Sint-Maarten" may be "Sint Maarten"."""
    form = re.escape(name if _is_short(name) else root_of(name)).replace(r"\-", "[- ]")
    return any(re.search(rf"(?<!\w){form}", text) for text in texts)


def root_of(word: str) -> str:
    """What a word keeps in its other forms: "Surinamers" are named by "Surinaamse" or "Suriname"; shorter than ``ROOT`` it tells nothing."""
    return word[: max(ROOT, len(word) - ENDING)]


def unspoken(term: Term, found: Search) -> tuple[str, ...]:
    """The roots of a rare word of a question that was found in no form; none where it was, or where it may stand in a form not known here."""
    forms = (term.stem, *(other for other, _ in term.others))
    if rarity_elsewhere(term.stem) < TOLD or any(found.frequency.get(one) for one in forms) or min(map(len, forms)) < ROOT:
        return ()
    return tuple(map(root_of, forms))


def _standing(found: Search, read: list[float], *, sure: bool = False) -> list[float]:
    """How well each term stands anywhere: among all words searched, or as part of a compound in what was read.

    Where it must be ``sure``, no stop word stands for a noun ("mijn" for mines), and no word of the question for another.
    """
    best, no_other = [], {t.stem for t in found.terms} | STOP_NL if sure else frozenset[str]()
    for term, seen in zip(found.terms, read, strict=True):
        forms = ((term.stem, 1.0), *((form, worth) for form, worth in term.others if form not in no_other))
        listed = max((worth for form, worth in forms if found.frequency.get(form)), default=0.0)
        best.append(max(listed, seen if seen <= PART or term.name else 0.0))
    return best


def _elsewhere(found: Search, cover: Cover, read: list[float]) -> float:
    """The share of the question whose very words are said in the meetings searched, but not in what was read."""
    return cover.share([float(found.frequency.get(t.stem, 0) > 0 and seen < MENTIONED) for t, seen in zip(found.terms, read, strict=True)])


@cache
def _weights(name: str) -> dict[str, float]:
    """The weights as eval/fit_decline.py wrote them."""
    weights: dict[str, float] = table("decline")[name]
    if not all(math.isfinite(w) for w in weights.values()):
        raise ValueError("rag/data/decline.toml holds a weight that is no number: python -m eval.fit_decline")
    return weights
