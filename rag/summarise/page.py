"""One party's page put together: who it is about, what it holds, and one numbering over all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rag.summarise import government
from rag.summarise.debate import Debate, Ledger
from rag.summarise.documents import documents
from rag.summarise.positions import candidates, choose, verified
from rag.summarise.subjects import not_addressed
from rag.types import Checked, Citation, Commitment, Question, Quote, Speaker, Summary, Turn
from rag.understand import party_aliases
from rag.verify import Numbering, holds

GOVERNMENT = frozenset("regering kabinet government cabinet bewindspersonen bewindslieden".split())


def named(party: str, debate: Debate) -> str | None:
    """A party as the record spells it; None for the government; a party that took no part as it was typed.

    Args:
        party: as the user spells it: a name, an abbreviation, "regering".
        debate: as it stands on the shelf.
    """
    wanted = " ".join(party.split()).casefold()
    if wanted in GOVERNMENT:
        return None
    there = dict.fromkeys([*debate.parties, *(p.party for p in debate.meeting.present if p.party)])
    return party_aliases(there).get(wanted, party.strip())


def summarise(debate: Debate, ledger: Ledger, party: str | None) -> Summary:
    """The page of a party, or of the government.

    Args:
        debate: as it stands on the shelf.
        ledger: its questions, commitments and interruptions.
        party: as the record spells it, or any other name: then it took no part; None: the government.

    Returns:
        The summary, every list most important first, with citations numbered in the order of the page.
    """
    turns = debate.of(party)
    if not turns:
        return _without_turns(debate, party)
    names, language = debate.names, debate.language
    refused = government.refusals(debate) if party is None else []
    announced = government.announcements(debate, government.apart(ledger.commitments, refused)) if party is None else []
    wanted = choose(government.without(candidates(debate, party), [*refused, *announced]))
    page = Summary(
        meeting=debate.meeting,
        party=party,
        role="member" if party else "government",
        status="spoke",
        spokespersons=_spokespersons(turns),
        turns=len(turns),
        words=sum(t.words for t in turns),
        positions=verified(wanted, names, language),
        questions=_questions(ledger.questions, party),
        commitments=_commitments(ledger.commitments, party),
        given=tuple(i for i in ledger.interruptions if party and _is(i.by, party)),
        received=tuple(i for i in ledger.interruptions if _is(i.of, party)),
        announcements=verified(announced, names, language),
        refusals=verified(refused, names, language),
        documents=documents(debate, turns),
        not_addressed=not_addressed(debate, turns),
    )
    return number(page)


def _without_turns(debate: Debate, party: str | None) -> Summary:
    """Someone who was there and said nothing, or was not there. In the chair one is there, and speaks for no party."""
    role = "member" if party else "government"
    there = [p for p in debate.meeting.present if (p.party == party if party else p.role == "government")]
    return Summary(
        meeting=debate.meeting,
        party=party,
        role="member" if party else "government",
        status="present_silent" if there else "absent",
        spokespersons=tuple(p.name for p in there if p.role in {role, "chair"}),
    )


def _spokespersons(turns: Iterable[Turn]) -> tuple[str, ...]:
    names = (f"{t.speaker.office} {t.speaker.name}" if t.speaker.office else t.speaker.name for t in turns)
    return tuple(dict.fromkeys(names))


def _is(speaker: Speaker, party: str | None) -> bool:
    return speaker.role == "government" if party is None else speaker.role == "member" and speaker.party == party


def _questions(found: Iterable[Question], party: str | None) -> tuple[Question, ...]:
    """A party's own questions; for the government what it left open."""
    if party is None:
        return tuple(q for q in found if q.status == "open")
    return tuple(q for q in found if _is(q.quote.turn.speaker, party))


def _commitments(found: Iterable[Commitment], party: str | None) -> tuple[Commitment, ...]:
    """What was promised to a party; the government's page has all of it."""
    return tuple(c for c in found if party is None or any(a.party == party for a in c.to))


# --- one numbering -------------------------------------------------------------------------------------


def quotes_of(page: Summary) -> list[Quote]:
    """Every quote of a page in the order in which it is read."""
    found = [q for s in (*page.positions, *page.announcements, *page.refusals) for q in s.claim.quotes]
    for question in page.questions:
        line = question.line.claim.quotes if question.line else ()
        found += [question.quote, *question.also, *line, *question.answers]
    for commitment in page.commitments:
        found += [commitment.quote, *([commitment.listed] if commitment.listed else [])]
    return [*found, *(i.quote for i in (*page.given, *page.received))]


def number(page: Summary) -> Summary:
    """The page with its citations numbered 1, 2, 3 … in reading order; do this again after anything is taken off the page."""
    numbering = Numbering({page.meeting.id: page.meeting.reference})
    positions, announcements, refusals = (
        tuple(numbering.cite(s) for s in statements) for statements in (page.positions, page.announcements, page.refusals)
    )
    for quote in quotes_of(page):
        numbering.number(quote)
    return replace(page, positions=positions, announcements=announcements, refusals=refusals, citations=numbering.citations)


def recheck(page: Summary, record: Mapping[int, Turn]) -> Summary:
    """The page with how many of its quotes were compared with the record, and how many deviate.

    Args:
        page: with its citations.
        record: turn number to the turn as it now stands on the shelf.
    """
    deviating = sum(not _stands(c, record) for c in page.citations)
    return replace(page, checked=Checked(len(page.citations), deviating))


def _stands(citation: Citation, record: Mapping[int, Turn]) -> bool:
    quote = citation.quote
    turn = record.get(quote.turn.number)
    return turn is not None and holds(quote) and turn.text[quote.start : quote.end] == quote.text and turn.speaker == quote.turn.speaker
