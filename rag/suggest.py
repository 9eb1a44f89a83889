"""Questions to begin with, made from the debate itself: who spoke most about what. Only those that griffier answers are offered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from rag.cues import asks
from rag.naming import article
from rag.summarise import Debate
from rag.summarise.subjects import Subject, subjects
from rag.tables import Words
from rag.text import content_stems, stem, words
from rag.types import Answer, Language, Turn, in_english
from rag.verbatim import stance

Ask = Callable[[str], Answer]
Candidate = tuple[str, str, Subject, str]  # the question, the party it is about (none: the government), the subject, and its form
MOST = 6
_LEADS = frozenset("de het een van voor over tegen met in op naar the a of for about against with on".split())
OF_ONE = 2
TRIES = 18  # questions tried at most: each costs a search

FORMS = Words("answer.suggested")


def suggest(debate: Debate, ask: Ask, language: Language = "nl") -> tuple[str, ...]:
    """At most six questions about a debate that are answered when they are asked; names and subjects stay as the debate has them.

    ``ask`` answers a question about this debate from the record, without a model.
    """
    found: list[str] = []
    about: Counter[str] = Counter()
    left: list[Candidate] = []  # a third question about one subject comes only when there are no others
    tries = 0
    for candidate in chain(_candidates(debate, _topics(debate), language), left):
        question, who, what, form = candidate
        if len(found) == MOST or tries == TRIES:
            break
        if question in found:
            continue
        if about[what.label] == OF_ONE and candidate not in left:
            left.append(candidate)
            continue
        tries += 1
        if _is_answered(ask(question), what, who, form, debate.meeting.language):
            found.append(question)
            about[what.label] += 1
    return tuple(found)


def _topics(debate: Debate) -> tuple[Subject, ...]:
    """The subjects of a debate that can be asked about by their one word."""
    text = " ".join(t.text for t in debate.turns)
    return tuple(s for s in subjects(debate) if _stands_alone(s.label, text))


def _stands_alone(label: str, text: str) -> bool:
    """Whether a word is a noun by what stands before it, and not the rest of "de beschermde status"."""
    before = [word.lower() for word in re.findall(rf"(?:(\w+) )?(?<!\w){re.escape(label)}(?!\w)", text, re.IGNORECASE)]
    adjectives = sum(word.endswith("e") and bool(content_stems(word)) for word in before)
    return any(word in _LEADS for word in before) and adjectives <= len(before) / 2


def _candidates(debate: Debate, topics: Sequence[Subject], language: Language) -> Iterator[Candidate]:
    """Questions with whom and what they are about: parties and the government in turn, each first on what it spoke of most."""
    form = FORMS[language]
    names = {s.label: _named(s, debate.turns, language) for s in topics}
    parties = sorted(debate.parties, key=lambda p: -sum(t.words for t in debate.of(p)))
    rows = [_ranked(debate.of(party), topics) for party in parties]
    office = next((t.speaker.office for t in debate.of(None) if t.speaker.office), None)

    def made(kind: str, who: str, party: str, what: Subject) -> Candidate:
        return form[kind].format(who=who, what=names[what.label]), party, what, kind

    members = [
        made(("party", "asked", "said")[(i + j) % 3], _party(party, language), party, row[j])
        for j in range(3)
        for i, (party, row) in enumerate(zip(parties, rows, strict=True))
        if j < len(row)
    ]
    of_government = _ranked(debate.of(None), topics) if office else []
    ministers = [made(("promised", "said")[i % 2], _office(office, language), "", what) for i, what in enumerate(of_government)]
    # one for the government after every two for parties
    for at in range(max((len(members) + 1) // 2, len(ministers))):
        yield from (*members[2 * at : 2 * at + 2], *ministers[at : at + 1])


def _ranked(turns: Sequence[Turn], topics: Sequence[Subject]) -> list[Subject]:
    stems = [content_stems(t.text) for t in turns]
    counts = {s.label: sum(s.within((one,)) for row in stems for one in row) for s in topics}
    return sorted((s for s in topics if counts[s.label]), key=lambda s: -counts[s.label])


def _party(party: str, language: Language) -> str:
    """A party with its article as it is said: het CDA, the SP, D66."""
    before = article(party)
    return f"the {party}" if before and language == "en" else before + party


def _named(what: Subject, turns: Sequence[Turn], language: Language) -> str:
    """A subject with the article that often stands before it in this debate (de IND, het programma, een verbod), or bare (uitbuiting).

    In English it is the record's word and stands between its marks.
    """
    if language == "en":
        return f"«{what.label}»"
    text = " ".join(t.text for t in turns)
    places = re.findall(rf"(?:(\w+) )?(?<!\w){re.escape(what.label)}(?!\w)", text)
    counts = Counter(before.lower() for before in places)
    article = max(("de", "het"), key=lambda a: counts[a])
    # of things that are counted one says more, "over schapenhouders"; "financieren" is no more of "financiering"
    same = stem(what.label.lower())
    more = Counter(
        w for w in words(text) if w.endswith(("en", "s")) and w != what.label and stem(w) == same and w.startswith(what.label[:-2])
    )
    form, times = max(more.items(), key=lambda item: item[1], default=("", 0))
    if counts[article] and counts[article] + counts["een"] >= 0.3 * len(places) >= 0.3 * times:
        return f"{article} {what.label}"
    if what.label.islower() and (times >= 0.5 * len(places) or form == f"{what.label}s"):
        return form
    one = re.findall(rf"\been (?:\w+ )?{re.escape(what.label)}(?!\w)", text, re.I)  # "een verbod", "een landelijk verbod"
    return f"een {what.label}" if len(one) >= 0.3 * len(places) > 0 else what.label


def _office(office: str | None, language: Language) -> str:
    return f"the {in_english(office or '').lower()}" if language == "en" else f"de {(office or '').lower()}"


def _is_answered(answer: Answer, what: Subject, who: str, form: str, language: Language) -> bool:
    """Whether what is given first is about the subject, from the mouth that was asked about, and what the form asks for: a question, or a view."""
    if answer.status != "answered" or not answer.citations or answer.refused:
        return False
    quote = answer.citations[0].quote
    if not what.within(content_stems(quote.text)) or (quote.turn.speaker.party or "") != who:
        return False
    a_question = asks(quote.text, language)
    if form == "asked":
        return a_question
    views = stance(quote.text, language) > 0 or who in quote.text
    return not a_question and (form != "party" or views)


def mixed(rows: Sequence[tuple[str, Sequence[str]]], ask: Ask) -> tuple[tuple[str, str], ...]:
    """At most six questions about several debates, one of each in turn, that are answered from their own debate also when asked of all.

    ``rows``: each meeting with its questions from `suggest`; what comes back is each question after the meeting it is about.
    """
    found: list[tuple[str, str]] = []
    turns = max((len(questions) for _, questions in rows), default=0)
    for meeting, question in ((m, questions[i]) for i in range(turns) for m, questions in rows if i < len(questions)):
        if len(found) < MOST and all(question != other for _, other in found):
            answer = ask(question)
            if answer.citations and answer.citations[0].quote.turn.meeting == meeting:
                found.append((meeting, question))
    return tuple(found)
