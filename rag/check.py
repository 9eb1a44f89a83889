"""A quote against the record: verbatim, different, or not there; only typography is forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Literal

from rag.index import Index
from rag.text import STOP_EN, STOP_NL, clean, fold, sentences, stems
from rag.types import Check, Citation, Filter, Meeting, Quote, Speaker, Turn
from rag.verify import reference
from rag.verify.quotes import spans
from rag.verify.stance import stance

ENOUGH = 0.7  # share of a quote's words that must stand in order in one turn to be called a different version of it
SHORT = 5  # a quote of fewer words may have one word off
RUN = 4  # words in a row from which a stretch of a glued quote is taken as found
MOST_PARTS, LEAST = 6, 3  # sentences of a quote that are looked for one by one, and words of each
SCAN = 4000  # up to so many turns every turn is compared; beyond it those the word index ranks highest
NEAREST = 60  # turns taken from the word index
MOST_EXACT, MOST_NEAR = 20, 3  # matches shown
PLENTY = 300  # places from which no more are looked for: the quote is a word that is everywhere
LONG = 24  # words from which a stretch left out of a quote is shown by its ends

Diff = tuple[tuple[str, str], ...]
Match = tuple[Quote, Diff]


def check(quote: str, meetings: Sequence[Meeting], index: Index) -> Check:
    """Whether a quote is in the record.

    A pasted citation is read as the words it quotes: who said it before a colon, and a reference in brackets behind the marks, are no
    part of them; where that is somebody else than who said the words, it is told. *verbatim*: it stands, whole words, inside one turn; quotation marks, dashes, white space, line-end hyphens and the capital
    at the start don't matter, everything else does. A quote that starts or ends within a sentence and so leaves out a negation of
    the same clause is not verbatim. *differs*: at least 70 % of its words stand in order in one turn, or one word is off in a quote of
    fewer than five; or each of its sentences stands in the record, but not one after the other: then where each of them stands.
    *not_found*: all else, also a quote without words.

    Words that no one may be quoted for (the chair's notice inside a member's turn, a *beknopt verslag*) are left out: a match there
    would be laid in the wrong mouth, so it is no match; it is told in which turn they stand.

    Each match has its citation and a diff of (op, text): "=" in both, "-" only in the record, "+" only in the quote. A verbatim match is
    cited exactly, a different one by the whole sentences it resembles.
    """
    look = partial(_check, record=_Record.of(meetings, index))
    found = look(_Asked.of(quote), quote)
    cited, label = _CITED.fullmatch(quote.strip()), _LABEL.match(quote.strip())
    if found.status == "verbatim":
        return found
    if not (cited or label):
        return _glued(quote, found, look)
    inner = cited["words"] if cited else quote.strip()[label.end() if label else 0 :]
    who = _named((cited["who"] or "") if cited else label.group() if label else "", meetings, index)
    read = look(_Asked.of(inner), quote)
    own = tuple(match for match in read.matches if match[0].quote.turn.speaker.name in who)
    if not cited and not who:  # without marks around them, only a speaker's name may stand before the words
        read = replace(read, matches=(), status="not_found")
    elif own:
        read = replace(read, matches=own)
    elif who and read.matches:
        read = replace(read, laid_to=tuple(who.values()))
    return min((read, found) if who else (found, read), key=lambda one: ("verbatim", "differs", "not_found").index(one.status))


def _named(before: str, meetings: Sequence[Meeting], index: Index) -> dict[str, Speaker]:
    """Who of those who spoke stands alone before the words of a quote, with a title or first name; by name, as the record has it last."""
    spoke = {s.name: s for _, s, _ in index.shelf.speakers([m.id for m in meetings])} if before else {}
    form = r"\s*(?:(?!niet\b|geen\b)[^\W\d_]+\s+){{0,3}}?{}\s*(?:\([^)]*\))?\s*:\s*"
    named = {name: speaker for name, speaker in spoke.items() if re.fullmatch(form.format(re.escape(name)), before)}
    # "Van Dijk" is not the member Dijk
    return {name: speaker for name, speaker in named.items() if not any(other.endswith(f" {name}") for other in named)}


def _glued(quote: str, found: Check, look: Callable[[_Asked | None, str], Check]) -> Check:
    """A quote of sentences that each stand in the record, but not one after the other: where each of them stands."""
    if found.matches and all(op != "+" for op, _ in found.matches[0][1]):
        return found  # only words left out between them
    parts = [quote[start:end] for start, end in sentences(quote)]
    if not 2 <= len(parts) <= MOST_PARTS or any(len(_tokens(part).loose) < LEAST for part in parts):
        return found
    each = [look(_Asked.of(part), part) for part in parts]
    if any(one.status != "verbatim" for one in each):
        return found
    matches = []
    for number, one in enumerate(each, 1):
        citation, diff = one.matches[0]
        around = ((("+", " ".join(parts[: number - 1])),), diff, (("+", " ".join(parts[number:])),))
        matches.append((replace(citation, number=number), tuple((op, text) for piece in around for op, text in piece if text)))
    return Check(quote, "differs", tuple(matches), apart=True)


_CITED = re.compile(
    r"(?P<who>[^«»“”„\"\n]{0,80}:)?\s*(?P<words>«.*»|“.*”|„.*[”“]|\".*\"|‘.*’)\s*[.,;]?\s*(?:[(\[][^«»“”„\"]*[)\]]|[-–—]?\s*(?:Kamerstukken|Handelingen|Tweede Kamer)\b[^«»“”„\"]*)?\s*\.?\s*",
    re.S,
)
_LABEL = re.compile(r"[A-ZÀ-Þ][^:.?!\n«»“”„\"]{1,60}:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Record:
    """What is searched: its meetings, and their turns where they are few; those of a large archive are read again for each walk."""

    meetings: Sequence[Meeting]
    index: Index
    held: tuple[tuple[Turn, ...], ...] | None

    @staticmethod
    def of(meetings: Sequence[Meeting], index: Index) -> _Record:
        held: list[tuple[Turn, ...]] = []
        for meeting in meetings:
            held.append(index.shelf.turns(meeting.id))
            if sum(map(len, held)) > SCAN:
                return _Record(meetings, index, None)
        return _Record(meetings, index, tuple(held))

    def turns(self) -> Iterator[tuple[Turn, ...]]:
        """The turns of each meeting."""
        return iter(self.held) if self.held is not None else (self.index.shelf.turns(meeting.id) for meeting in self.meetings)


def _check(asked: _Asked | None, quote: str, record: _Record) -> Check:
    if asked is None:
        return Check(quote, "not_found")
    exact: list[Match] = []
    cut: list[Match] = []
    for turns in record.turns():
        if len(exact) >= PLENTY:
            break
        for found in (place for turn in turns for place in _places(turn, asked)):
            lost = _lost(found)
            if lost is None:
                exact.append((found, (("=", found.text),)))
            elif lost:
                cut.append((_whole(found), lost))
    if exact:
        exact.sort(key=lambda match: _whole(match[0]) != match[0])  # whole sentences first
        return _checked(quote, "verbatim", exact[:MOST_EXACT], record.meetings)
    near = cut[:MOST_NEAR] or _nearest(asked, _candidates(asked, record))
    if near:
        return _checked(quote, "differs", near, record.meetings)
    # in which turn it stands only as words that no one may be quoted for
    barred = (
        turn for turns in record.turns() for turn in turns if any(asked.pattern.search(_key(turn.text[a:b])) for a, b in turn.unquotable)
    )
    return Check(quote, "not_found", notice=next((turn.number for turn in barred), None))


def _checked(quote: str, status: Literal["verbatim", "differs"], found: Sequence[Match], meetings: Sequence[Meeting]) -> Check:
    known = {meeting.id: meeting.reference for meeting in meetings}
    numbered = ((Citation(n, place, reference(known[place.turn.meeting], place)), diff) for n, (place, diff) in enumerate(found, 1))
    return Check(quote, status, tuple(numbered))


# --- folding, with the way back --------------------------------------------------------------------------

_MARKS = "\"'«»“”„‘’…"
_SPACED = re.compile(r" ?- ?")
_UNITS = re.compile(r"(?<=[€$£]) | (?=%)| (?=[,;:?!](?: |$))| (?=\.(?: |$))")


@lru_cache(maxsize=32768)
def _key(text: str) -> str:
    """The text under which two typographies are the same: `fold`, no white space around a dash, before "%" or before punctuation."""
    return _UNITS.sub("", _SPACED.sub("-", fold(text)))


def _way_back(text: str) -> tuple[str, list[int]]:
    """`_key` of a text, and for each of its characters the offset in the text it comes from."""
    key: list[str] = []
    offsets: list[int] = []
    i = 0
    while i < len(text):
        j = i + 1
        while j < len(text) and unicodedata.combining(text[j]):
            j += 1
        piece = " " if text[i].isspace() else fold(text[i:j])
        if not (piece == " " and (not key or key[-1] == " ")):
            key += piece
            offsets += [i] * len(piece)
        i = j
    folded = "".join(key)
    dropped = {m.start() for m in re.finditer(rf" (?=-)|(?<=-) |{_UNITS.pattern}", folded)}
    kept = [k for k in range(len(folded.rstrip())) if k not in dropped]
    return "".join(folded[k] for k in kept), [offsets[k] for k in kept]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A quote made ready: as shown, the pattern that finds it, its words, and a word that any turn with it must hold."""

    shown: str
    pattern: re.Pattern[str]
    tokens: tuple[str, ...]
    rare: str | None

    @staticmethod
    def of(quote: str) -> _Asked | None:
        """None when the quote has no words."""
        plain = unicodedata.normalize("NFC", quote.replace("\u00ad\n", "").replace("\u00ad", ""))
        plain = clean(plain.replace("\r", "\n"))
        shown = _bare(re.sub(r"(?<=[^\W\d_])[-‐‑]\n\s*(?=[^\W\d_])", "", plain))
        key = _key(_bare(re.sub(r"(?<=[^\W\d_])[-‐‑]\s+(?=[^\W\d_])", "\ue000", plain)))
        tokens = _tokens(shown).loose
        if not tokens or not key:
            return None
        # the longest plain word but for the first and those at a line end: looked for before a turn is folded
        rare = max(re.findall(r"(?<=[ ])[a-zA-Z]{5,}(?=[ .,;:?!])", key), key=len, default=None)
        first = re.escape(key[0].lower()) + "|" + re.escape(key[0].upper()) if key[0].isalpha() else re.escape(key[0])
        body = re.escape(key[1:]).replace("\ue000", "-?")
        left = r"(?<![\w])(?<!\w-)(?<!\d[.,:])" if key[0].isalnum() else ""
        right = r"(?![\w])(?!-\w)(?![.,:]\d)" if key[-1].isalnum() else ""
        return _Asked(shown, re.compile(f"{left}(?:{first}){body}{right}"), tokens, rare)


def _bare(text: str) -> str:
    """The quote without the marks and dots that stand around it."""
    inner = fold(text).strip("\"' ").removeprefix("(...)").removesuffix("(...)").strip("\"' ")
    return inner.removesuffix("...").removeprefix("...").strip("\"' ")


# --- the record's own words ------------------------------------------------------------------------------


def _places(turn: Turn, asked: _Asked) -> list[Quote]:
    """Every place in a turn where the quote stands, but for spans that no one may be quoted for."""
    if len(asked.shown) > 2 * len(turn.text) + 8 or (asked.rare and asked.rare not in turn.text and "\u00ad" not in turn.text):
        return []
    matches = list(asked.pattern.finditer(_key(turn.text)))
    if not matches:
        return []
    key, offsets = _way_back(turn.text)
    if key != _key(turn.text):
        matches = list(asked.pattern.finditer(key))
    found = []
    for match in matches:
        start, last = offsets[match.start()], offsets[match.end() - 1]
        end = last + 1
        while end < len(turn.text) and unicodedata.combining(turn.text[end]):
            end += 1
        if not turn.bars(start, end):
            found.append(_with_marks(Quote(turn, start, end)))
    return found


def _with_marks(found: Quote) -> Quote:
    """The place with the quotation marks or dots that belong to its sentence, where only those are missing to make it whole."""
    whole = _whole(found)
    text = found.turn.text
    around = text[whole.start : found.start] + text[found.end : whole.end]
    return whole if around and not around.strip(_MARKS + " .") else found


def _lost(found: Quote) -> Diff | None:
    """The diff of a quote that leaves out a negation of its own clause by where it is cut; None when it does not."""
    text = found.turn.text
    whole = _whole(found)
    left = re.split("[,;:]", text[whole.start : found.start])[-1].strip()
    right = re.split("[,;:]", text[found.end : whole.end])[0].strip()
    negation = stance("negation", "nl", "en")
    if not any(negation.search(part) for part in (left, right)):
        return None
    diff = [("-", left), ("=", " ".join(found.text.split())), ("-", right)]
    return tuple((op, part) for op, part in diff if part)


def _whole(found: Quote) -> Quote:
    """The whole sentences a place lies in."""
    touched = [(a, b) for a, b in spans(found.turn.text) if a < found.end and found.start < b]
    return Quote(found.turn, touched[0][0], touched[-1][1]) if touched else found


# --- nearly the record's words ---------------------------------------------------------------------------

_OMITTED = re.compile(r"[(\[]\s*(?:\.{3}|…)\s*[)\]]")  # says that words are left out, and is none
_EDGE = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words of a text in lower case, punctuation at their ends off ("1.500" is one word, and not "15.00"), and where each stands."""

    loose: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=8192)
def _tokens(text: str) -> _Tokens:
    found = [(word, m.start(), m.end()) for m in re.finditer(r"\S+", text) if (word := _EDGE.sub("", fold(m.group())).lower())]
    return _Tokens(tuple(w for w, _, _ in found), tuple(a for _, a, _ in found), tuple(b for _, _, b in found))


def _candidates(asked: _Asked, record: _Record) -> list[Turn]:
    """Turns the quote may be a version of: all of them, or in a large archive the nearest by the word index."""
    if record.held is not None:
        return [turn for turns in record.held for turn in turns]
    text = asked.shown[:4000]
    wanted = list(dict.fromkeys([*stems(text, "nl"), *stems(text, "en")]))
    hits = record.index.words(wanted, Filter(meetings=tuple(meeting.id for meeting in record.meetings)), NEAREST)
    keys = list(dict.fromkeys((hit.meeting, hit.turn) for hit in hits))
    turns = record.index.shelf.turns_of(keys)
    return [turns[key] for key in keys if key in turns]


def _nearest(asked: _Asked, turns: Sequence[Turn]) -> list[Match]:
    """The turns that hold enough of the quote in order, best first, with their diffs."""
    needed = Counter(asked.tokens)
    found = []
    for order, turn in enumerate(turns):
        held = _tokens(turn.text).loose
        if len(held) < ENOUGH * len(asked.tokens) - 1:
            continue
        present = set(held)
        if sum(n for word, n in needed.items() if word in present) < _least(len(asked.tokens)):
            continue
        region = _region(asked.tokens, held)
        if region is None:
            continue
        share, first, last, before, after = region
        tokens = _tokens(turn.text)
        place = _whole(Quote(turn, tokens.starts[first], tokens.ends[last]))
        # words at the ends of the quote that the record has otherwise stand beside what the record has there
        first = next(i for i in range(max(0, first - before), first + 1) if tokens.starts[i] >= place.start)
        last = next(i for i in range(min(len(held) - 1, last + after), last - 1, -1) if tokens.ends[i] <= place.end)
        if not turn.bars(place.start, place.end):
            found.append((-share, order, place, first, last))
    found.sort(key=lambda f: f[:2])
    return [(place, _diff(asked, place.turn.text, first, last)) for _, _, place, first, last in found[:MOST_NEAR]]


def _least(count: int) -> int:
    """How many words of a quote must stand in order."""
    if count < 2:
        return 1
    return count - 1 if count < SHORT else -int(-ENOUGH * count // 1)


Region = tuple[float, int, int, int, int]


def _region(quote: Sequence[str], held: Sequence[str]) -> Region | None:
    """Where in a turn a quote's words stand in order: share of its words, first and last word there, and how many of the quote's
    words go before and after. None when too few stand."""
    if len(quote) < 2:
        return None  # one word that is not there is simply not there
    close = _window(quote, held)
    apart = _stretches(quote, held) if len(quote) >= 2 * RUN else None
    return max((r for r in (close, apart) if r is not None), default=None)


def _window(quote: Sequence[str], held: Sequence[str]) -> Region | None:
    """The best stretch of the turn of about the quote's length."""
    from rapidfuzz.distance import LCSseq

    size = len(quote) + 1 if len(quote) < SHORT else len(quote) + len(quote) // 2 + 2
    step = 1 if len(quote) < 2 * SHORT else max(1, len(quote) // 5)
    wanted = set(quote)
    hits = [0]
    for word in held:
        hits.append(hits[-1] + (word in wanted))
    best, best_at = 0, -1
    for at in range(0, max(1, len(held) - size + step), step):
        end = min(len(held), at + size)
        if hits[end] - hits[at] <= best:
            continue
        shared = LCSseq.similarity(quote, held[at:end])
        if shared > best:
            best, best_at = shared, at
    if best < _least(len(quote)) or best_at < 0:
        return None
    stretch = held[best_at : best_at + size]
    # the least that holds as many: not "de" of a sentence before, where the sentence itself begins with "De"
    while LCSseq.similarity(quote, stretch[:-1]) == best:
        stretch = stretch[:-1]
    while LCSseq.similarity(quote, stretch[1:]) == best:
        stretch, best_at = stretch[1:], best_at + 1
    blocks = [b for b in LCSseq.editops(quote, stretch).as_matching_blocks() if b.size]
    if len(quote) == 2 and all(w in STOP_NL | STOP_EN for b in blocks for w in quote[b.a : b.a + b.size]):
        return None  # of two words one is right, and that one is everywhere
    first, last = blocks[0], blocks[-1]
    return best / len(quote), best_at + first.b, best_at + last.b + last.size - 1, first.a, len(quote) - last.a - last.size


def _stretches(quote: Sequence[str], held: Sequence[str]) -> Region | None:
    """Stretches of the quote that stand in order but far apart: sentences glued together, words left out between."""
    from difflib import SequenceMatcher

    blocks = [b for b in SequenceMatcher(None, quote, held, autojunk=False).get_matching_blocks() if b.size >= RUN]
    share = sum(b.size for b in blocks) / len(quote)
    if share < ENOUGH:
        return None
    first, last = blocks[0], blocks[-1]
    return share, first.b, last.b + last.size - 1, first.a, len(quote) - last.a - last.size


_ENDS = re.compile(r"(?<=\w)[.?!]\W*$")
_MARK = re.compile(r"[.,;:?!]\W*$")


def _diff(asked: _Asked, text: str, first: int, last: int) -> Diff:
    """Word by word: "=" in both, "-" only in the record, "+" only in the quote; words as printed, punctuation on them."""
    from difflib import SequenceMatcher

    tokens = _tokens(text)
    mine = _OMITTED.sub(" ", asked.shown).split()
    end = tokens.ends[last]
    # it ends where the record goes on: "Die komt er." for "Die komt er niet."
    if _ENDS.search(mine[-1]) and not _MARK.search(text[tokens.starts[last] : end]):
        end = next((b for a, b in sentences(text) if a <= tokens.starts[last] < b), end)
        mine[-1] = _ENDS.sub("", mine[-1])
    record = text[tokens.starts[first] : end].split()
    left, right = [fold(t) for t in record], list(mine)
    for side in (left, right):
        side[0] = side[0][:1].lower() + side[0][1:]
    if left[-1].rstrip(".,;:?!") == right[-1].rstrip(".,;:?!") and left[-1].startswith(right[-1]):
        record[-1] = record[-1].removesuffix(left[-1][len(right[-1]) :])  # a quote may stop before the mark that follows
        left[-1] = right[-1]
    diff: list[tuple[str, str]] = []
    for op, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if op == "equal":
            diff.append(("=", " ".join(record[a:b])))
            continue
        if a < b:
            diff.append(("-", _shown(record[a:b])))
        if c < d:
            diff.append(("+", " ".join(mine[c:d])))
    return tuple(diff)


def _shown(left_out: Sequence[str]) -> str:
    if len(left_out) <= LONG:
        return " ".join(left_out)
    return " ".join([*left_out[:6], "(…)", *left_out[-6:]])
