"""Words of a text: sentences, stems, and the folding under which two typographies are the same words."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from rag.tables import table
from rag.types import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": tuple("januari februari maart april mei juni juli augustus september oktober november december".split()),
    "en": tuple("January February March April May June July August September October November December".split()),
}
MONTH_NUMBERS = {name.lower(): number for names in MONTHS.values() for number, name in enumerate(names, 1)}

_LANGUAGE = table("language")
STOP_NL, STOP_EN = (frozenset(_LANGUAGE["stop"][language].split()) for language in ("nl", "en"))
ABBREVIATIONS, NUMBERED, _ENDING, _STARTERS = (
    frozenset(_LANGUAGE["abbreviations"][kind].split()) for kind in ("no_end", "before_a_number", "may_end", "starters")
)

# The request of a motion and its closing words are sentences of their own, also where they stand on the line of what comes before.
CLOSING = re.compile(r"^en gaat over tot de orde van de dag\b", re.I)
_CLOSING = r"(?<=[,;])(?=[^\S\n]+en gaat over tot de orde van de dag\.?[^\S\n]*(?:\n|$))"
# how a motion says what it takes into account
CONSIDERING = r"(?:de kamer,\s+)?(?:(?:voorts|tevens|verder|ook|eveneens)\s+)?(?:constaterende|overwegende|gehoord|van mening)"
REQUESTS = "verzoekt|verzoeken|spreekt|roept|nodigt|draagt|besluit"  # what a motion does
_REQUEST = rf"(?:(?<=;)|(?<=gehoord de beraadslaging,))(?=[^\S\n]+(?:{REQUESTS})\s)"
# so are the items of a list that stand on one line: "… eigen grond; – de wet op …", "…; ten tweede …"
_LISTED = (
    r"(?<=[;:.])(?=[^\S\n]+[–—•-]\s)|(?<=;)(?=[^\S\n]+(?:en\s+)?"
    r"(?:ten\s+(?:tweede|derde|vierde|vijfde|zesde|zevende|achtste)|dat\s+(?:hij|zij|ze|de|het|er))\b)"
)
_END = re.compile(rf"[.?!…]+[\"'”’»)\]]*(?=\s)|\n|{_CLOSING}|{_REQUEST}|{_LISTED}")
_DASH = re.compile(r"[–—•*-]\s+(?=[^\s\d])")  # "- 5 graden" is cold
_OPENERS = "«“‘\"'([„–—-"
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a turn stands: (start, end) pairs in order; together they hold every word, but not the white space between them
    nor the dash before an item of a list.

    A sentence ends at . ? ! or … (with its closing quotes) before white space and a capital, digit or opening
    quote, unless what stands there is an abbreviation, an initial or a reference ("stuk nr. 27", "24 uurs."), or
    at a paragraph break, before the next item of a list, or before the request of a motion or its closing words, whose comma is nobody's.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if not _ends_here(text, match):
            continue
        _keep(spans, text, start, match.end())
        start = match.end()
    _keep(spans, text, start, len(text))
    closed = {after - 1 for after, (a, b) in enumerate(spans) if after and CLOSING.match(text[a:b])}
    return tuple((a, b - (i in closed and text[b - 1] == ",")) for i, (a, b) in enumerate(spans))


def _keep(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if bare := piece.strip():
        begins = text[:start].rstrip(" \t")[-1:] in {"", "\n", ";", ":", "."}
        dash = _DASH.match(bare) if begins else None
        spans.append((start + piece.index(bare) + (dash.end() if dash else 0), start + len(piece.rstrip())))


def _ends_here(text: str, match: re.Match[str]) -> bool:
    if match.group() in {"\n", ""}:
        return True
    rest = text[match.end() :].lstrip()
    following = rest.lstrip(_OPENERS).lstrip()[:1]
    if not following or "\n" in text[match.end() : len(text) - len(rest)]:
        return True
    if following.islower() and rest[:1] not in '«“"':
        # "24 uurs. en", "(…) en": what goes on in lower case goes on; except after ? and !, where records do both
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    before = text[max(0, match.start() - 24) : match.start()]
    token = re.split(r"[\s(«“\"‘/–—]|(?<!\w)'", before)[-1].lower()  # "diploma's." is a word, "'s" after a space is not
    if token in NUMBERED and following.isdigit():
        return False
    if token in ABBREVIATIONS:
        return token in _ENDING and _starts_anew(rest)
    # an initial ("J. de Vries", "A.M. Smit") is one letter, or letters with dots
    initial = re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", token) and (len(token) == 1 or "." in token)
    return not initial or before.endswith(" u")  # "Dank u. Samen eten …": a lone "u" is whom one speaks to


def _starts_anew(rest: str) -> bool:
    """Whether what follows a two-faced abbreviation ("enz.", "c.s.") reads as the start of a new sentence."""
    word = re.match(r"[«“\"‘(]*([^\W\d_]+)", rest)
    return word is not None and word.group(1) in _STARTERS


_FOLD = str.maketrans(
    dict.fromkeys("‘’‚‛´`′", "'")
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "\u00ad": "", "\u200b": "", "\ufeff": ""}
)


def fold(text: str) -> str:
    """The text under which typography does not count: quotes, dashes and white space made plain; letters kept as they are."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLD).split())


def words(text: str) -> list[str]:
    """The words of a text in lower case, accents kept, numbers as printed in digits ("1.500" is two words)."""
    return [match.group().lower() for match in WORD.finditer(text.replace("\u00ad", ""))]


def detect_language(text: str) -> Language:
    """Whether a short text is Dutch or English, by its function words; Dutch in doubt."""
    tokens = words(text)
    dutch = sum(t in STOP_NL for t in tokens)
    english = sum(t in STOP_EN for t in tokens)
    return "en" if english > dutch else "nl"


def unaccented(word: str) -> str:
    """A text without the accents on its letters."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_STEMMERS = threading.local()


def _stemmer(language: Language):  # type: ignore[no-untyped-def]  # PyStemmer ships no types
    """The stemmer of this thread: PyStemmer's are not to be shared between threads."""
    made = getattr(_STEMMERS, language, None)
    if made is None:
        import Stemmer

        made = Stemmer.Stemmer("dutch" if language == "nl" else "english")
        setattr(_STEMMERS, language, made)
    return made


_OWN_GE = re.compile(f"ge(?={'|'.join(_LANGUAGE['stems']['own_ge'])})")  # where "ge" belongs to the word: docs/decisions/0037
_KEPT_GE = "gy"  # a vowel all the same, and nothing that the stemmer knows
_LATIN = re.compile(r"(centr|muse|stadi|podi|gymnasi|criteri)a$")  # "asielzoekerscentra" is "asielzoekerscentrum"
_OWN_STEM: dict[str, str] = {word: own for own, every in _LANGUAGE["stems"]["own"].items() for word in every.split()}


@lru_cache(maxsize=65536)
def stem(word: str, language: Language = "nl") -> str:
    """Stem of one lower-case word, accents removed: Snowball's (https://snowballstem.org), for Dutch that of Kraaij and Pohlmann (1994)."""
    bare = unaccented(word)
    if language != "nl":
        return str(_stemmer(language).stemWord(bare))
    if bare in _OWN_STEM:
        return _OWN_STEM[bare]
    one = _LATIN.sub(r"\1um", bare) if bare.endswith("a") else bare
    kept, times = _OWN_GE.subn(_KEPT_GE, one) if "ge" in one else (one, 0)
    made = str(_stemmer(language).stemWord(kept))
    return made.replace(_KEPT_GE, "ge") if times else made


def stems(text: str, language: Language = "nl") -> list[str]:
    """Stems of all words in order, stop words included."""
    return [stem(word, language) for word in words(text)]


def content_stems(text: str, language: Language = "nl") -> list[str]:
    """Stems of the words that are not stop words."""
    stop = STOP_NL if language == "nl" else STOP_EN
    return [stem(word, language) for word in words(text) if word not in stop]


def is_question(sentence: str) -> bool:
    """Whether a sentence ends in a question mark (closing quotes and brackets aside)."""
    return sentence.rstrip().rstrip("\"'”’»)]").endswith("?")


def clean(text: str) -> str:
    """Text without control characters, for a terminal: what a transcript holds must not steer it."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf"})


def spelled(day: str | date, language: Language = "nl") -> str:
    """A date (or ISO 8601) in words; what is no date comes back as it is."""
    try:
        known = date.fromisoformat(str(day))
    except ValueError:
        return str(day)
    return f"{known.day} {MONTHS[language][known.month - 1]} {known.year}"


_AND: dict[Language, str] = {"nl": "en", "en": "and"}


def capital(text: str) -> str:
    """A text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str], language: Language) -> str:
    """Names in a row: "a, b en c"."""
    return " ".join([", ".join(names[:-1]), _AND[language], names[-1]]) if len(names) > 1 else "".join(names)
