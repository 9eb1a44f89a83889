"""Line-end hyphens: which fall away when the lines are joined, and which are part of the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rag.read.lines import Line
from rag.tables import table

_TOKEN = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
_TAIL = re.compile(r"([^\s«»“”\"()\[\],;:/]*?)([^\W_]*)[-‑\u00ad]$")
_HEAD = re.compile(r"([^\W\d_]+)")
# "in- en uitstroom": the hyphen stands for the rest of the word
_SUSPENDED = frozenset("en of als tot dan noch enof c.q.".split())
# after which Dutch writes a hyphen; and what has a capital in the record, yet is written closed
KEPT, _CLOSED = (frozenset(table("reading")["hyphens"][kind]) for kind in ("kept", "closed"))
_CLASH = re.compile(r"(?:a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[iu])$")


def vocabulary(lines: Iterable[Line]) -> Counter[str]:
    """How often each word stands whole in the document, in lower case; words cut by a line end are left out. ``lines``: none of them empty."""
    tokens: list[str] = []
    printed: list[str] = []
    cut = False
    for line in lines:
        text = line.text
        found = list(_TOKEN.finditer(text))[cut:]
        cut = text[-1] in "-‑\u00ad"
        for match in found[:-1] if cut else found:
            token = match.group()
            tokens.append(token)
            start = match.start()  # a capital amid a sentence is a name's own ("=Trump"), not that of a sentence that begins
            if token.islower() or (start and text[max(0, start - 3) : start].rstrip()[-1:] not in {".", "?", "!", ":", "«"}):
                printed.append("=" + token)
    counts = Counter(map(str.lower, tokens))
    counts.update(printed)
    # the parts around a real hyphen are words of the record as well
    counts.update(part for token in tokens if "-" in token for part in token.lower().split("-") if len(part) > 3)
    return counts


def join(before: str, after: str, counts: Counter[str]) -> tuple[int, str]:
    """How two lines join: how many characters of the first fall away at its end, and what comes between.

    (1, "") where a line-end hyphen falls away, (0, "") where a real one stays, (0, " ") for any other join. ``counts`` is the document's
    own vocabulary.
    """
    if not before.endswith(("-", "‑", "\u00ad")) or before.endswith(("--", " -")) or len(before) < 2:
        return 0, " "
    if before.endswith("\u00ad"):
        return 1, ""
    tail = _TAIL.search(before)
    head = _HEAD.match(after)
    if tail is None or head is None:
        return (0, "") if after[:1].isalnum() else (0, " ")
    left, right = tail.group(2), head.group(1)
    if not left:
        return 0, " "
    chain = tail.group(1).lower()
    whole = (left + right).lower()
    if right.lower() in _SUSPENDED and (left[-1].lower() not in "aeiouëïöü" or counts[chain + whole] == 0):
        # no Dutch syllable "en" or "of" stands alone after a consonant: this is "meld- en werkprocessen"
        return 0, " "
    return (0, "") if _real(left, right, chain, counts) else (1, "")


def _real(left: str, right: str, chain: str, counts: Counter[str]) -> bool:
    """Whether the hyphen belongs to the word. ``chain``: what stands before ``left`` in the same word ("een-op-")."""
    low, next_ = left.lower(), right.lower()
    # only a cut word's own hyphens count as evidence: "collega-bewindsper-" is looked up as a whole
    joined, hyphened = chain + low + next_, chain + low + "-" + next_
    closed, real = counts[joined], counts[hyphened]
    if closed != real:
        return real > closed
    if not right[0].islower():
        return True
    if (len(left) == 1 and not chain) or left[-1].isdigit() or (len(left) > 1 and left.isupper()):
        return True
    if _is_name(left, counts) or (low == "ex" and not chain and _FORMER.match(next_)):
        return True
    if (
        low in KEPT
        or next_ in {"generaal", "president", "extremisme", "extremistisch"}
        or chain.endswith("-op-")
        or (low == "op" and chain.endswith("-"))
    ):
        return True
    if _prefix(counts, joined) != (opened := _prefix(counts, hyphened)):
        return opened
    return bool(_CLASH.search(low[-1] + next_[0])) and not _vowel_pair_is_sound(low, next_)


# after "ex" inside a word come only these letters; "ex-minister" is not cut from a longer word
_FORMER = re.compile(r"[bdfgjklmnrsvwz]|partner|president|premier|patiënt|collega|commissaris|crimineel|topman|turn")


def _is_name(left: str, counts: Counter[str]) -> bool:
    """Whether the part is a name that stands by itself in the record ("Trump-administratie", "Dublin-claimant") or an abbreviation ("Zvw-premie")."""
    if not left[0].isupper() or left.lower() in _CLOSED:
        return False
    if len(left) > 1 and not re.search("[aeiouyáéíóúëïöüè]", left.lower()):
        return True
    return counts["=" + left] > 0 and counts["=" + left.lower()] == 0


def _prefix(counts: Counter[str], start: str) -> bool:
    return len(start) > 5 and any(word.startswith(start) for word in counts)


def _vowel_pair_is_sound(left: str, right: str) -> bool:
    """ "drie-ën", "cre-ëren", "coördi-atie": a trema marks the cut; without it a clash means a real hyphen, except for plain "ie"."""
    return right[0] in "ëïöüä" or (left[-1] == "i" and right[0] != "i") or (left[-1] in "ou" and right[0] == "i")
