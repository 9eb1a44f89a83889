"""What was to be spoken about: the letters on the agenda, the items of a day, the debate's subjects, and which of them someone left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rag.exchange import named_members
from rag.rarity import rarity
from rag.summarise.debate import Debate, floor
from rag.summarise.documents import KIND
from rag.summarise.motions import of_party
from rag.summarise.subjects import Subject, is_of, subjects, voice
from rag.text import content_stems, stem, words
from rag.types import Language, Turn
from rag.verify.quotes import spans

_RARE, _OWN = 4.0, 5.0  # the rarity of a word that says what is spoken of, and of one that tells a letter from others
_OFTEN = 0.34  # share of the sentences with a word that are on a letter, from which who says it may have spoken of that
_SHARED = 3  # parties, the government among them, that speak of what another may be said not to have spoken of
_NAMED = 2  # sentences that say a subject is what they are about: "Dan de dijken."
_SHORT = 60  # words under which a turn may leave what it is about to the turns beside it
_CLOSE = 5  # sentences of those that are near enough for that
_INFLECTED = re.compile(r"e$|isch$|lijk$|ig$")  # before a noun: "collectieve warmte"
_PLACE = re.compile(r"\b(?:in|uit|naar|bij|te|van|rond) ([A-ZÀ-Þ][\w-]+)")
_JOINS = re.compile(
    r"\b(?:aan(?:ge)?sluit\w*|aangesloten|sluit\w*\b[^.;]*\baan|(?:mee|me|ons) eens|bijval\w*|onderschrij\w+|agree\w*)\b", re.I
)


def not_addressed(debate: Debate, turns: Sequence[Turn]) -> tuple[str, ...]:
    """The letters and subjects others spoke about and these turns did not, and the items of a day's agenda at which they were silent.

    It is said only where nothing near the subject was: no synonym, no compound, no word that stands beside it, no reply to somebody who
    spoke of it, no joining in with one who did. Of who only broke in on others it is not said at all, nor of an item at which somebody moved a
    motion in a party's name as well.
    """
    items = agenda(debate)
    if len(items) > 1:
        party = turns[0].speaker.party
        mine = {t.number for t in turns} | ({m.motion.turn for m in of_party(debate, party)} if party else set())
        return tuple(title for title, numbers in items if not mine & numbers)
    if not any(t.number in floor(debate) for t in turns):
        return ()
    language = debate.language
    said, near = (_said((*(t.text for t in turns), *_beside(debate, turns, most)), language) for most in (None, _CLOSE))
    theirs = _said((t.text for t in debate.of(None)), language)  # a letter whose words its own writer does not use is not told by them
    letters = {
        title: s
        for title, s in _letters(debate, voice(turns[0]))
        if turns[0].speaker.role == "member"
        and not s.touched(near, language)
        and (not theirs or any(is_of(one, s.stems) for one in theirs))
    }
    silent = [s for s in _clear(debate) if not s.touched(said, language) and not any(s.within(one.stems) for one in letters.values())]
    return (*letters, *(s.label for s in silent))


def _said(texts: Iterable[str], language: Language) -> frozenset[str]:
    """Words and their stems."""
    told = {w for text in texts for w in words(text)}
    return frozenset(told | {stem(w, language) for w in told})


def _clear(debate: Debate) -> list[Subject]:
    """The debate's subjects that several speak about, rare enough to be told by their words; not what all of it is about."""
    shared = min(_SHARED, len({voice(t) for t in debate.spoken()}) - 1)
    clear = [
        s
        for s in subjects(debate)
        if s.voices >= shared and s.named >= _NAMED and max(rarity(one, debate.language) for one in s.stems) >= _RARE
    ]
    about = {stem(w, debate.language) for w in words(debate.meeting.title)}  # nobody leaves that out
    return [s for s in clear if not any(word.startswith(one) for one in s.stems for word in about)]


def _letters(debate: Debate, own: str) -> Iterator[tuple[str, Subject]]:
    """The letters on the agenda that others than ``own`` spoke about, told by the nouns that no other letter nor the title of the debate has."""
    language = debate.language
    topics = debate.topics
    spoken = [t for t in debate.spoken() if voice(t) != own]
    titled = frozenset(content_stems(debate.meeting.title, language))
    places = frozenset(one for t in spoken for found in _PLACE.finditer(t.text) for one in content_stems(found[1], language))
    people = {stem(w, language) for t in debate.turns for w in words(t.speaker.name)}
    sentences = [[frozenset(content_stems(t.text[a:b], language)) - people for a, b in spans(t.text)] for t in spoken]
    for item, topic in topics.items():
        others = {one for other, t in topics.items() if other is not item for one in content_stems(t, language)} | titled
        nouns = [
            n for n in _nouns(topic, language) if not any(is_of(one, titled) for one in n) and not any(is_of(one, n) for one in others)
        ]
        held = [n for n in nouns if any(is_of(one, n) for turn in sentences for stems in turn for one in stems)]
        if any(rarity(one, language) >= _OWN for n in held for one in n) and len(held) * 2 >= len(nouns):
            own_words = frozenset().union(*nouns)
            what = item.text[: item.text.index(" ", 4)] + f" inzake {topic}" if topic != item.text and " " in item.text[4:] else topic
            yield (
                f"{what} ({item.reference})" if item.reference else what,
                Subject(" ".join(own_words), own_words, 0.0, _company(sentences, own_words, places, language)),
            )


def _nouns(topic: str, language: Language) -> Iterator[frozenset[str]]:
    """The rare nouns of a letter's subject, as stems of one and of many: no kind of document, and no adjective before another word."""
    told = words(topic)
    for word, after in zip(told, [*told[1:], ""], strict=True):
        inflected = after and _INFLECTED.search(word)
        if (
            word.isalpha()
            and not KIND.fullmatch(word)
            and not inflected
            and any(rarity(s, language) >= _RARE for s in content_stems(word, language))
        ):
            yield frozenset((stem(word, language), stem(word.removesuffix("en"), language)))


def _company(
    sentences: Sequence[Sequence[frozenset[str]]], nouns: frozenset[str], places: frozenset[str], language: Language
) -> frozenset[str]:
    """The rare stems that are said mostly in sentences that say one of these nouns, or beside them more than once or as a place: "de proef in
    Groningen" may be on that."""
    everywhere, within, beside = Counter[str](), Counter[str](), Counter[str]()
    for turn in sentences:
        at = {i for i, stems in enumerate(turn) if any(is_of(one, nouns) for one in stems)}
        for i, stems in enumerate(turn):
            rare = [one for one in stems if one.isalpha() and rarity(one, language) >= _RARE]
            everywhere.update(rare)
            within.update(one for one in rare if i in at and rarity(one, language) >= _OWN)
            beside.update(rare if at & {i - 1, i, i + 1} else ())
    return frozenset(
        one for one, times in beside.items() if (within[one] or times > 1 or one in places) and times >= _OFTEN * everywhere[one]
    )


def _beside(debate: Debate, turns: Sequence[Turn], most: int | None) -> Iterator[str]:
    """What others say that tells what these turns are about: before and after short ones, and all of whom they join in with.

    Args:
        most: sentences before and after that count; None: all of those turns.
    """
    spoken = [t for t in debate.turns if t.speaker.role != "chair"]
    at = {t.number: i for i, t in enumerate(spoken)}
    members = tuple(dict.fromkeys(t.speaker for t in spoken))
    for turn in turns:
        i = at[turn.number]
        if turn.words < _SHORT:
            yield from (one for t in spoken[max(0, i - 1) : i] for one in _meant(t.text, turn.text, most, debate.language))
            # a reply right after it is on the same, a speech that the chair calls is not
            yield from (t.text for t in spoken[i + 1 : i + 2] if most is None or t.number == turn.number + 1)
        for start, end in spans(turn.text):
            if _JOINS.search(turn.text[start:end]):
                joined = named_members(turn.text[start:end], members)
                yield from (t.text for t in spoken[:i] if t.speaker in joined)


def _meant(before: str, text: str, most: int | None, language: Language) -> list[str]:
    """The sentences of a turn that a short one after it is on: those that share a rare word with it, else the last few."""
    told = [before[a:b] for a, b in spans(before)]
    rare = {one for one in content_stems(text, language) if rarity(one, language) >= _RARE}
    shared = [one for one in told if rare.intersection(content_stems(one, language))] if most else []
    return shared or told[-(most or 0) :]


def agenda(debate: Debate) -> list[tuple[str, set[int]]]:
    """The subjects of a day as the record announces them, each with the turns spoken on it by others than the chair."""
    marks = [e for e in debate.events if e.kind == "subject"]
    found: list[tuple[str, set[int]]] = []
    for i, mark in enumerate(marks):
        following = marks[i + 1] if i + 1 < len(marks) else None
        last = following.after_turn if following else len(debate.turns)
        numbers = {t.number for t in debate.spoken() if mark.after_turn < t.number <= last}
        if numbers:
            found.append((mark.text.splitlines()[0].strip(), numbers))
    return found
