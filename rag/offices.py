"""Offices of the government: which one a question names, and who held it in which meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.tables import table
from rag.text import unaccented

_TITLE = r"(?:ministers?|staatssecretaris(?:sen)?|state secretar(?:y|ies)|secretary of state)"
_PLACE = re.compile(
    rf"(?P<before>\b[^\W\d_]{{2,}}?-?)?(?<![^\W\d_])?(?P<title>{_TITLE})\b(?:\s+(?P<of>van|voor|of|for)\b(?:\s+(?:de|het|the)\b)?)?", re.I
)
_FINDS = re.compile(r"\bv(?:ind(?:t|en)?|ond(?:en)?)\s+(?:de|het)\s+$", re.I)
_VAN = re.compile(r"\bvan\b", re.I)
_STEP = re.compile(r"\s*(?:(?P<joint>,|en\b|and\b|&|-|–)\s*)?(?P<word>[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a question names it: "minister", and the words of its post ("justitie", "veiligheid")."""

    start: int
    end: int
    text: str
    title: str
    post: frozenset[str]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office in a meeting, the office in full as the record has it ("Minister van Defensie"), or no more than "Minister"."""

    meeting: str
    name: str
    office: str


def offices(question: str, holders: Sequence[Holder] = ()) -> Iterator[Office]:
    """The offices a question names with their post: "de minister van Justitie en Veiligheid", "de BZK-minister", "staatssecretaris Financiën".

    In any case; "de minister van plan is" names no post. ``holders``: whose posts are known words too.
    """
    known = _known() | frozenset(word for holder in holders for word in _post(holder.office))
    for match in _PLACE.finditer(question):
        before = _plain((match["before"] or "").rstrip("-"))
        if before and before not in known:
            continue  # "oud-minister"
        if before:
            yield Office(
                match.start(), match.end("title"), question[match.start() : match.end("title")], _title(match["title"]), frozenset({before})
            )
            continue
        end = match.end()
        post: set[str] = set()
        while step := _STEP.match(question, end):
            word = _plain(step["word"])
            if word not in known or not (post or match["of"] or step["word"][0].isupper()):
                break
            post.add(word)
            end = step.end()
        # "Wat vindt de minister van stikstof?" asks what is found of that; not "… van Natuur?", nor "… van natuur van de wolf?"
        found_of = match["of"] and question[match.end() : end].islower() and _FINDS.search(question[: match.start()])
        if post and not (found_of and not _VAN.search(question, end)):
            yield Office(match.start("title"), end, question[match.start("title") : end], _title(match["title"]), frozenset(post))


def held_by(office: Office, holders: Sequence[Holder]) -> tuple[list[Holder], list[Holder]]:
    """Who held an office, meeting by meeting; and who may have, of whom the record tells no more than a title."""
    own = [h for h in holders if _title(h.office) == office.title]
    for forms in _forms(office.post):
        exact = [h for h in own if (post := _post(h.office)) and any(form <= post or post <= form for form in forms)]
        if exact:
            return exact, []
    return [], [h for h in own if not _post(h.office)]


def post_of(office: str) -> str:
    """What an office is of: "Justitie en Veiligheid" for "Minister van Justitie en Veiligheid"; empty where no more than a title is told."""
    return re.sub(rf"^{_TITLE}\b(?:\s+(?:van|voor)\b)?\s*", "", office, flags=re.I)


def _title(text: str) -> str:
    return "staatssecretaris" if re.match(r"sta(?:ats|te)|secretary", text, re.I) else "minister"


def _post(office: str) -> frozenset[str]:
    """The words of an office that tell which it is."""
    return frozenset(re.findall(r"[^\W\d_]+", _plain(office))) - _NO_POST


_NO_POST = frozenset("minister staatssecretaris viceminister vice president van voor de het en tevens".split())


def _plain(text: str) -> str:
    return unaccented(text.casefold())


def _forms(post: frozenset[str]) -> Iterator[list[frozenset[str]]]:
    """The words of a post, then those of its other names: "JenV" is "Justitie en Veiligheid"; then of what it may be a part of ("Justice")."""
    yield [post]
    yield [form for group in _groups() if post in group for form in group]
    yield [form for group in _groups() if any(post < form for form in group) for form in group]


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(tuple(_post(name) for name in group) for group in table("names")["ministries"]["names"])


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The words that a post may be named with."""
    return frozenset(word for group in _groups() for form in group for word in form) - {"and"}
