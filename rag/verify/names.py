"""Proper names in a claim, and whether they stand in the evidence."""

from __future__ import annotations

import re

from rag.tables import table
from rag.text import STOP_EN, STOP_NL, fold, stem

_NAME = re.compile(r"(?<![\w'’])[A-ZÀ-ÖØ-Þ][\w’'&/.-]*[\w]|(?<![\w'’])[A-ZÀ-ÖØ-Þ](?!\w)|(?<!\w)(?=\w*[a-z]\w*[A-Z])\w+|(?<!\w)\d+[A-Z]\w*")
_ENDS = re.compile(r"[.?!:;…]\W*$|^\W*$|[«“„\"‘(]\s*$|\n\s*$")

_SMALL = frozenset("van de het der en voor of the and".split())  # words of a name that its acronym leaves out


_GROUPS = [frozenset(fold(name).lower() for name in group) for group in table("names")["same"]["groups"]]
# every name to those that mean the same, itself among them
_SAME = {name: frozenset[str]().union(*(group for group in _GROUPS if name in group)) for name in frozenset[str]().union(*_GROUPS)}
_PLACES, _COMMON, _OPENERS = (frozenset(word.lower() for word in table("names")[kind]["words"]) for kind in ("places", "common", "openers"))


def _looks_like_name(word: str) -> bool:
    """A name whatever its place: "CoMensha", "IND", "G4", "F-35"."""
    return bool(re.search(r"[a-z][A-Z]|[A-Z]{2}|\d[A-Z]|[A-Z]-?\d", word))


def proper_names(text: str, known: str = "") -> list[str]:
    """The capitalised names of a text, a run of them as one; what stands with a capital within a sentence of ``known`` is one everywhere."""
    runs: list[list[re.Match[str]]] = []
    for match in _NAME.finditer(text):
        if runs and text[runs[-1][-1].end() : match.start()].isspace():
            runs[-1].append(match)
        else:
            runs.append([match])
    found: list[str] = []
    for run in runs:
        kept = run if _is_name(text, run[0], known) else run[1:]
        if kept:
            found.append(text[kept[0].start() : kept[-1].end()])
    return found


def _is_name(text: str, first: re.Match[str], known: str) -> bool:
    """Whether a word with a capital is a name, and not the first of a sentence."""
    word, low = first.group(), first.group().lower()
    if _looks_like_name(word) or not _ENDS.search(text[: first.start()]) or low in _PLACES or low in _SAME:
        return True
    return bool(re.search(rf"(?<=[a-z,] ){re.escape(word)}\b", known)) or _acts(text, first)


def _acts(text: str, first: re.Match[str]) -> bool:
    """Whether a sentence's first word does what only someone can do ("Wilders steunt …"), and is no adverb or pronoun."""
    word = first.group().lower()
    after = re.match(r"\s+(\w+)", text[first.end() :])
    if after is None or after[1].lower() not in table("names")["openers"]["acts"]:
        return False
    return word not in STOP_NL | STOP_EN | _OPENERS and not re.search(r"(?:lijk|ens|weg|maal|halve|mate|wijze)$", word)


_HERE = re.compile(r"\b(?:landelijk\w*|nationa\w+|ons land|dit land|hier|binnenland\w*|this country|national\w*)\b", re.I)


def _word_stands(word: str, evidence: str, words: frozenset[str]) -> bool:
    """Whether one word of a name stands in the evidence: as it is, inflected, or as a part of a compound."""
    low = word.lower()
    if low in words or low in _COMMON:
        return True
    if low in {"nederland", "netherlands"} and _HERE.search(evidence):
        return True
    if re.sub(r"['’]s$|s$|['’]er$", "", low) in words or not words.isdisjoint(_SAME.get(low, ())):
        return True
    if len(low) >= 5 and any(_inflected(low, other) for other in words if len(other) >= 4):
        return True
    pieces = [p for p in re.split(r"[-/]", word) if p]
    if len(pieces) > 1 and any(_looks_like_name(p) or p[0].isupper() for p in pieces):
        return all(_word_stands(p, evidence, words) for p in pieces if p[0].isupper() or p[0].isdigit())
    return len(low) >= 4 and any(other.startswith(low + "-") or other.endswith("-" + low) for other in words)


def _inflected(word: str, other: str) -> bool:
    near = other[:5] == word[:5] and abs(len(other) - len(word)) <= 3 and other.startswith(word[:-3])
    return near or stem(other) == stem(word)


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w and w[0].isalpha() and w.lower() not in _SMALL).lower()


def stands(name: str, evidence: str) -> bool:
    """Whether a name (one word or a run) stands in the evidence, under that name or one that means the same."""
    plain, folded = fold(evidence), fold(name)
    low = plain.lower()
    words = frozenset(re.findall(r"[\w][\w'&-]*", low)) | frozenset(re.findall(r"\w+", low))
    if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", low) for form in (folded.lower(), *_SAME.get(folded.lower(), ()))):
        return True
    parts = folded.split()
    if len(parts) > 1 and len(_initials(folded)) > 1 and _initials(folded) in words:
        return True
    if len(parts) == 1 and folded.isupper() and len(folded) > 1 and _is_acronym_of(folded, plain):
        return True
    return all(_word_stands(part, plain, words) for part in parts)


def _is_acronym_of(acronym: str, text: str) -> bool:
    """Whether consecutive words of the text, small words left out, begin with the letters of the acronym."""
    tokens = [w for w in re.findall(r"[\w]+", text) if w.lower() not in _SMALL]
    size = len(acronym)
    return any(
        "".join(t[0] for t in tokens[i : i + size]).lower() == acronym.lower() and tokens[i][0].isupper()
        for i in range(len(tokens) - size + 1)
    )


def is_translated(name: str) -> bool:
    """Whether a name is made of English common words ("Public Prosecution Service"): a record in Dutch has it otherwise."""
    words = [w for w in re.findall(r"[^\W\d_]+", name.lower()) if w not in STOP_EN]
    return bool(words) and all(w in table("names")["english"]["words"] for w in words)


def missing(claim: str, evidence: str, known: str = "", translated: bool = False) -> str | None:
    """The first proper name of the claim that does not stand in the evidence; None when all do.

    ``claim``: participants already taken out; ``evidence``: the quoted words and who said them; ``known``: text of the quoted turns;
    ``translated``: the claim is in English and the record in Dutch, and names made of English common words are left alone.
    """
    names = [name for name in proper_names(claim, known) if not (translated and is_translated(name))]
    return next((name for name in names if not stands(name, evidence)), None)
