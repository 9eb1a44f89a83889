"""Questions to begin with, made from the debate itself: who spoke most about what. Only those that griffier answers are offered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from rag.summarise import Debate
from rag.summarise.subjects import Subject, subjects
from rag.text import content_stems
from rag.types import Answer, Language, Turn

Ask = Callable[[str], Answer]
MOST = 6
_HET = frozenset({"CDA"})
_BARE = frozenset("GroenLinks GroenLinks-PvdA DENK Volt BIJ1 NSC Bontes Leefbaar".split())
TRIES = 18  # questions tried at most: each costs a search

FORMS: dict[Language, dict[str, str]] = {
    "nl": {
        "party": "Wat vindt {who} van {what}?",
        "asked": "Wat vroeg {who} over {what}?",
        "promised": "Wat heeft {who} toegezegd over {what}?",
        "said": "Wat zegt {who} over {what}?",
        "wants": "Wat wil {who} met {what}?",
    },
    "en": {
        "party": "What does the {who} think of {what}?",
        "asked": "What did the {who} ask about {what}?",
        "promised": "What did the {who} promise about {what}?",
        "said": "What does the {who} say about {what}?",
        "wants": "What does the {who} want with {what}?",
    },
}


def suggest(debate: Debate, ask: Ask, language: Language = "nl", most: int = MOST) -> tuple[str, ...]:
    """Questions about a debate that are answered when they are asked.

    Args:
        debate: as it stands on the shelf.
        ask: answers a question about this debate from the record, without a model.
        language: of the questions; names and subjects stay as the debate has them.
        most: how many at most; fewer when fewer are answered.
    """
    found: list[str] = []
    about: list[str] = []
    for tried, (question, who, what) in enumerate(_candidates(debate, language)):
        if len(found) == most or tried == TRIES:
            break
        if sum(one == what.label for one in about) >= 2 or question in found:
            continue
        if _is_answered(ask(question), what, who):
            found.append(question)
            about.append(what.label)
    return tuple(found)


def _candidates(debate: Debate, language: Language) -> Iterator[tuple[str, str, Subject]]:
    """Questions with whom and what they are about: parties and the government in turn, each first on what it spoke of most."""
    form = FORMS[language]
    topics = subjects(debate)
    names = {s.label: _named(s, debate.turns, language) for s in topics}
    parties = sorted(debate.parties, key=lambda p: -sum(t.words for t in debate.of(p)))
    rows = [_ranked(debate.of(party), topics) for party in parties]
    members = [
        [(form[("party", "asked", "said")[(i + j) % 3]].format(who=_party(party, language), what=names[what.label]), party, what)]
        for j in range(3)
        for i, (party, row) in enumerate(zip(parties, rows, strict=True))
        for what in row[j : j + 1]
    ]
    office = next((t.speaker.office for t in debate.of(None) if t.speaker.office), None)
    ministers = [
        [(form[("promised", "said")[i % 2]].format(who=_office(office, language), what=names[what.label]), "", what)]
        for i, what in enumerate(_ranked(debate.of(None), topics) if office else [])
    ]
    # one for the government after every two for parties
    for at in range(max((len(members) + 1) // 2, len(ministers))):
        yield from chain(*members[2 * at : 2 * at + 2])
        yield from chain(*ministers[at : at + 1])


def _ranked(turns: Sequence[Turn], topics: Sequence[Subject]) -> list[Subject]:
    """The subjects these turns speak of, most first."""
    stems = [content_stems(t.text) for t in turns]
    counts = {s.label: sum(s.within((one,)) for row in stems for one in row) for s in topics}
    return sorted((s for s in topics if counts[s.label]), key=lambda s: -counts[s.label])


def _party(party: str, language: Language) -> str:
    """A party with its article as it is said: het CDA, de SP, D66."""
    if language == "en" or party in _BARE or any(c.isdigit() for c in party):
        return party
    return f"het {party}" if party in _HET else f"de {party}"


def _named(what: Subject, turns: Sequence[Turn], language: Language) -> str:
    """A subject with the article that often stands before it in this debate (de IND, het programma), or bare (uitbuiting)."""
    if language == "en":
        return what.label
    places = re.findall(rf"(?:(\w+) )?(?<!\w){re.escape(what.label)}(?!\w)", " ".join(t.text for t in turns))
    counts = Counter(before.lower() for before in places)
    article = max(("de", "het"), key=lambda a: counts[a])
    return f"{article} {what.label}" if counts[article] >= 0.3 * max(1, len(places)) else what.label


def _office(office: str | None, language: Language) -> str:
    name = (office or "").lower()
    if language == "nl":
        return f"de {name}"
    return "state secretary" if name.startswith("staatssecretaris") else "minister"


def _is_answered(answer: Answer, what: Subject, who: str) -> bool:
    """Whether at least one statement is about the subject, from the mouth that was asked about."""
    return answer.status == "answered" and any(
        what.within(content_stems(c.quote.text)) and (c.quote.turn.speaker.party or "") == who for c in answer.citations
    )
