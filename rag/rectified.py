"""What whoever said it set right later in the debate: a figure ("Ik noemde 214; dat moeten er 241 zijn."), or a name on a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.kind import TERM
from rag.lexicon import OF_ANY_DEBATE
from rag.text import content_stems, is_question, sentences, words
from rag.types import Quote, Turn

_NAMED = re.compile(
    r"\b(?:ik (?:noemde|zei|sprak (?:over|van)|had het over|meldde)|(?:noemde|zei|meldde) ik|i (?:said|mentioned))\b|\bik heb\b[^.,:;?]*\b(?:genoemd|gezegd)\b",
    re.I,
)
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|\w*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig)\b",
    re.I,
)
# the figure that holds: "het zijn er 13", "dat moet 13 zijn"; not "in 2026 moeten dat er 40 zijn"
_HOLDS = re.compile(
    r"(?:^|[,.:;]|\b(?:want|maar|en|dus)) ?(?:het(?: juiste \w+)?|dat|die|dit|er|it|that) (?:(?P<is>zijn|is|waren|was)|moet(?:en)?|should be|hadden)"
    rf" (?:(?:er|dus|zijn|precies) )?(?P<figure>{_FIGURE.pattern})",
    re.I,
)
_MEANT = re.compile(rf"\b(?:ik bedoel(?:de)?|i meant?) (?:er )?(?P<figure>{_FIGURE.pattern})", re.I)
_ADMITS = re.compile(
    r"(?<!\bgeen )(?<!\bniet )(?<!\bnooit )(?<!\bzich )\b(?:rectific\w*|correctie|corrige\w*|vergist?\b|vergiste|vergissing|verspr\w*|omgedraaid|rechtzet\w*|recht te zetten"
    r"|(?:is|was) (?:onjuist|fout)|klopt niet(?! met wat\b)|mistaken?)(?! zich\b)",
    re.I,
)
# "Ik noemde 31 gemeenten; dat waren er 13, zie ik nu."; not "…, dat waren er 20 meer dan in 2019"
_WERE = re.compile(rf"(?:\s[^\W\d]+){{0,2}}[;:,] (?:dat|het) waren er (?P<figure>{_FIGURE.pattern})(?=[,.;])", re.I)
_U_MEANT = re.compile(r"\b(?:bedoel\w*|mean)\b", re.I)
_IS_NUMBERED = re.compile(r"\b(?:nr\.|nummers?|stukken|stuk|artikel|punt|beurt) $", re.I)
_A_NAME = r"[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*"
_LIST = r"(?:lijst\w*|rij|rijtje|opsomming|overzicht)\b"
_OFF = re.compile(
    rf"\b(?:[Hh]aal|[Hh]aalt|[Ss]chrap|[Ss]chrapt|[Ss]treep)\s(?:ik\s|u\s)?(?P<name>{_A_NAME})\s(?:\w+\s){{0,2}}(?:van|uit|door op)\s\w+\s{_LIST}"
    rf"|(?P<wrong>{_A_NAME})\s(?:hoort|staat)\s(?:daar |er )?(?:niet|ten onrechte)\s(?:op|in)\s\w+\s{_LIST}"
)
SHORT = 12  # words with which the speaker says the chair's figure after him
AFTER = 3  # sentences in which the right figure follows
BESIDE = 2  # words behind a figure that say what it counts


class _Correction(NamedTuple):
    """A figure that a turn takes back, what it counts as far as that is said, and where what sets it right begins and ends."""

    figure: str
    counts: frozenset[str]
    start: int
    end: int


def rectified(turns: Sequence[Turn], quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """The quotes that hold a figure which their speaker set right in a later turn, each with the sentences that do.

    A correction that says what it counts ("Ik noemde 31 gemeenten") is of a quote that counts the same.

    Args:
        turns: of the meeting, in spoken order.
        quotes: of that meeting.
    """
    for turn in turns:
        told = [q for q in quotes if q.turn.speaker == turn.speaker and q.turn.number < turn.number]
        for one in _corrections(turn.text) if told else ():
            right = Quote(turn, one.start, one.end)
            for quote in told:
                if one.figure in _FIGURE.findall(quote.text) and one.counts <= set(content_stems(quote.text)):
                    yield quote, right
    yield from _by_the_chair(turns, quotes)
    yield from _taken_off(turns, quotes)


def _taken_off(turns: Sequence[Turn], quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """The quotes with a name that their speaker, or the chair who names that speaker, takes off a list later: "Haal Breskens van de lijst."."""
    for turn in turns:
        for start, end in sentences(turn.text) if _OFF.search(turn.text) else ():
            names = [m["name"] or m["wrong"] for m in _OFF.finditer(turn.text, start, end)]
            for quote in (q for q in quotes if q.turn.number < turn.number and any(name in q.text for name in names)):
                who = quote.turn.speaker
                if turn.speaker == who or (turn.speaker.role == "chair" and who.name in turn.text):
                    yield quote, Quote(turn, start, end)


def _by_the_chair(turns: Sequence[Turn], quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """The quotes with a figure right after which the chair gave another, that their speaker then says too: "U bedoelt 13." "Ja, 13."."""
    for turn, chair, again in zip(turns, turns[1:], turns[2:], strict=False):
        mine = [q for q in quotes if q.turn == turn]
        if not mine or chair.speaker.role != "chair" or again.speaker != turn.speaker or len(sentences(chair.text)) > 1:
            continue
        if is_question(chair.text) and not _U_MEANT.search(chair.text):
            continue  # "Heeft u nog 2 punten?"
        said = Quote(again, *sentences(again.text)[0])
        if len(words(said.text)) > SHORT:
            continue
        repeated = set(_FIGURE.findall(said.text))
        # "nog 2 minuten" and "de motie op stuk nr. 46" are no corrections
        figures = [
            m
            for m in _FIGURE.finditer(chair.text)
            if not (TERM.match(chair.text, m.end() + 1) or _IS_NUMBERED.search(chair.text[: m.start()]))
        ]
        for quote in mine:
            named = set(_FIGURE.findall(quote.text))
            given = {m[0] for m in figures if _counts_same(m, quote)}
            if named and given & repeated - named:
                yield from ((quote, one) for one in (Quote(chair, 0, len(chair.text)), said))


def _counts_same(figure: re.Match[str], quote: Quote) -> bool:
    """Whether what is counted behind a figure, if anything, is counted in a quote: "nog 2 vragen" sets no boats right."""
    after = re.match(r"\s*([\w-]*)", figure.string[figure.end() :])
    return set(content_stems(after[1] if after else "")) <= set(content_stems(quote.text))


def whole(quote: Quote) -> Quote:
    """A quote with what sets its figure right in the same breath: not "Ik noemde 214." alone."""
    back = next((one for one in _corrections(quote.turn.text) if one.start <= quote.start < one.end and quote.end < one.end), None)
    return quote if back is None else Quote(quote.turn, quote.start, back.end)


@lru_cache(maxsize=4096)  # every answer of a debate is held beside the same turns
def _corrections(text: str) -> tuple[_Correction, ...]:
    """The figures that a turn takes back: it names one, says that it was wrong, and says which it is."""
    said = sentences(text) if _NAMED.search(text) else ()
    found = []
    for i, (start, end) in enumerate(said):
        old = _FIGURE.search(text, start, end)
        if old is None or not _NAMED.search(text, start, end):
            continue
        led = text[slice(*said[i - 1])] if i else ""
        # "Ik heb mij versproken. Ik zei 31; het zijn er 13.", "Een correctie: ik zei 31."
        admitted = (bool(_ADMITS.search(led)) and "ik" in words(led)) or _ADMITS.search(text, start, old.start()) is not None
        for _, until in said[i : i + AFTER]:
            if _says_right(text[old.end() : until], old[0], admitted):
                found.append(_Correction(old[0], _counted(text, start, old), start, until))
                break
    return tuple(found)


def _says_right(text: str, old: str, admitted: bool) -> bool:
    """Whether words after a figure give another for it: one that it "must be", or one that "it is" where a mistake is owned."""
    owned = admitted or _ADMITS.search(text) is not None
    given = [m for m in _HOLDS.finditer(text) if m["figure"] != old and (owned or not m["is"])]
    were = _WERE.match(text)
    return bool(given) or any(m["figure"] != old for m in (*_MEANT.finditer(text), *([were] if were else [])))


def _counted(text: str, start: int, old: re.Match[str]) -> frozenset[str]:
    """The stems of the words that say what a figure counts: behind it, up to the next comma ("31 gemeenten"), else right before it ("artikel 31")."""
    behind = " ".join(re.split(r"[,.:;]", text[old.end() :])[0].split()[:BESIDE])
    before = " ".join(text[start : old.start()].split()[-1:])
    said = frozenset(content_stems(_SAID)) | OF_ANY_DEBATE
    return frozenset(content_stems(behind)) - said or frozenset(content_stems(before)) - said


_SAID = "noemde zei sprak over had meldde genoemd gezegd zojuist daarnet daarstraks net straks eerder eerste termijn said mentioned"
