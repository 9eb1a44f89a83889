"""One party's page put together: who it is about, what it holds, and one numbering over all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.cues import marks, of_course
from rag.leaning import PRESENT, points_back
from rag.naming import party_aliases
from rag.position import LONGEST
from rag.questions.cues import puts_off, thin
from rag.questions.line import as_answered, decides
from rag.summarise import government
from rag.summarise.agenda import not_addressed
from rag.summarise.debate import Debate, Ledger, floor, speaks_for
from rag.summarise.documents import documents
from rag.summarise.motions import of_party
from rag.summarise.positions import FEW, MORE, MOST, Candidate, candidates, choose, importance, verified
from rag.tables import Words
from rag.text import content_stems, is_question, words
from rag.types import Checked, Citation, Commitment, Interruption, Language, Names, Question, Quote, Summary, Turn
from rag.verify import Numbering, holds
from rag.verify.quotes import follows, inside, spans

if TYPE_CHECKING:
    from rag.llm import Endpoint

POINTS_BACK = 0.6  # what a question loses that cannot be understood alone: "Wat gaat de minister hieraan doen?"
SETTLED = 1.0  # what a question gains of which a reader sees at once how it fared
BACK = 3  # sentences before a question in which what it points at may be named
PART = 5  # letters of a word that is part of a compound
TELLS = 2  # content words from which a question says what it is about
AGAIN = 0.75  # share of content words from which a question says another one again
SHOWN = 14  # candidates a model may choose from
NOTES = Words("sheet.notes")
GOVERNMENT = frozenset("regering kabinet government cabinet bewindspersonen bewindslieden".split())


def named(party: str, debate: Debate) -> str | None:
    """A party as the record spells it; None for the government; a party that took no part as it was typed.

    Args:
        party: as the user spells it: a name, an abbreviation, "regering".
    """
    wanted = " ".join(party.split()).casefold()
    if wanted in GOVERNMENT:
        return None
    there = dict.fromkeys([*debate.parties, *(p.party for p in debate.meeting.present if p.party)])
    return party_aliases(there).get(wanted, party.strip())


def summarise(debate: Debate, ledger: Ledger, party: str | None, endpoint: Endpoint | None = None, language: Language = "nl") -> Summary:
    """The page of a party, or of the government.

    Args:
        party: as the record spells it, or any other name: then it took no part; None: the government.
        endpoint: the model that writes positions and answers; None: the record's own words.

    Returns:
        The summary, every list most important first, with citations numbered in the order of the page.
    """
    turns = debate.of(party)
    if not turns:
        return number(_without_turns(debate, party, language))
    page, found = _verbatim(debate, ledger, party, turns, language)
    return number(_in_prose(page, found, endpoint, debate.names, language) if endpoint else page)


def _verbatim(
    debate: Debate, ledger: Ledger, party: str | None, turns: Sequence[Turn], language: Language
) -> tuple[Summary, Sequence[Candidate]]:
    """The page in the record's own words, and the candidates its positions were chosen from."""
    names = debate.names
    moved = of_party(debate, party)
    judged = [v.quote for m in moved for v in m.verdicts] if party is None else []
    refused = government.refusals(debate, judged, ledger.questions) if party is None else []
    announced = government.announcements(debate, government.apart(ledger.commitments, refused)) if party is None else []
    found = government.without(candidates(debate, party), [*refused, *announced], ledger.commitments if party is None else (), judged)
    positions = verified(choose(found, MOST, MORE) if party else choose(found, FEW), names, language)
    page = Summary(
        meeting=debate.meeting,
        party=party,
        role="member" if party else "government",
        status="spoke",
        spokespersons=tuple(dict.fromkeys(replace(t.speaker, party=None).called(language) for t in turns)),
        turns=len(turns),
        words=sum(t.own_words for t in turns),
        positions=positions[:MOST],
        further=positions[MOST:],
        questions=_questions((_later(as_answered(q, debate.language)) for q in ledger.questions), debate, party),
        asked=tuple(q.fared for q in ledger.questions) if party is None else (),
        commitments=_commitments(ledger.commitments, party),
        given=_telling_first((i for i in ledger.interruptions if party and speaks_for(i.by, party)), debate.language),
        received=_telling_first((i for i in ledger.interruptions if speaks_for(i.of, party)), debate.language),
        announcements=verified(announced, names, language),
        refusals=verified(refused, names, language),
        refused_to=tuple(government.replies(refused, ledger.questions)),
        motions=moved,
        documents=documents(debate, turns, moved if party else ()),
        not_addressed=not_addressed(debate, turns),
        notes=_notes(debate, turns, language),
    )
    return page, found


def _in_prose(page: Summary, found: Sequence[Candidate], endpoint: Endpoint, names: Names, language: Language) -> Summary:
    """The page with positions and answers written by a model, where what it wrote holds."""
    from rag.summarise.prose import Prose

    prose = Prose(endpoint, language, names)
    who = page.party or NOTES[language]["government"]
    positions = prose.positions(who, choose(found, SHOWN), page.positions)
    questions = prose.replies(page.questions)
    notes = tuple(NOTES[language]["model_failed"].format(why=why) for why in dict.fromkeys(prose.failed))
    by = prose.written_by if prose.used else page.written_by
    return replace(
        page, positions=positions, further=(), questions=questions, written_by=by, usage=prose.usage, notes=(*page.notes, *notes)
    )


def _notes(debate: Debate, turns: Sequence[Turn], language: Language) -> tuple[str, ...]:
    """What a reader should know of how a party took part."""
    words, found = NOTES[language], []
    if turns[0].speaker.role == "member" and not any(t.number in floor(debate) for t in turns):
        found.append(words["only_interruptions"])
    found += [words["also_for"].format(who.name, other) for who, other in debate.also_for if speaks_for(who, turns[0].speaker.party)]
    if debate.meeting.status == "beknopt":
        found.append(words["indirect"])
    return tuple(found)


def _without_turns(debate: Debate, party: str | None, language: Language) -> Summary:
    """Someone who was there and said nothing, or was not there. In the chair one is there, and speaks for no party."""
    there = [p for p in debate.meeting.present if (p.party == party if party else p.role == "government")]
    spoken_for = [NOTES[language]["spoken_for"].format(who.label, party, who.party) for who, other in debate.also_for if other == party]
    return Summary(
        meeting=debate.meeting,
        party=party,
        role="member" if party else "government",
        status="present_silent" if there else "absent",
        spokespersons=tuple(p.name for p in there if p.role in {"member" if party else "government", "chair"}),
        motions=of_party(debate, party) if party else (),
        notes=(*spoken_for, *(_in_the_chair(debate, party, tuple(dict.fromkeys(p.name for p in there)), language) if party else ())),
    )


def _in_the_chair(debate: Debate, party: str, there: Sequence[str], language: Language) -> tuple[str, ...]:
    """That a silent party's members were in the chair, for how much of the debate, and whether others of it were there; else nothing."""
    chairs = dict.fromkeys(t.speaker.name for t in debate.turns if t.speaker.role == "chair")
    words, chaired = NOTES[language], [name for name in there if name in chairs]
    told = [words["chaired" if len(chairs) == 1 else "chaired_part"].format(name, party) for name in chaired]
    others = len(there) - len(chaired)
    if chaired and others:
        told.append(words["other_silent" if others == 1 else "others_silent"])
    return tuple(told)


def _later(question: Question) -> Question:
    """A question that is answered in part, each answer in one quote with what right after it says that the rest comes later, and when.

    "Dat weet ik niet. Ik kom daar in mei op terug."
    """
    if question.status != "partly":
        return question
    joined: list[Quote] = []
    for quote in question.answers:
        last = joined[-1] if joined else None
        longer = Quote(quote.turn, last.start, quote.end) if last and follows(last, quote) and puts_off(quote.text) else None
        if longer and len(words(longer.text)) <= LONGEST and holds(longer):
            joined[-1] = longer
        else:
            joined.append(quote)
    return replace(question, answers=tuple(joined))


def _questions(found: Iterable[Question], debate: Debate, party: str | None) -> tuple[Question, ...]:
    """A party's own questions; for the government all, those it answered after the others. What is most of the debate's subjects, and asked
    at length, first."""
    own = [q for q in found if party is None or speaks_for(q.quote.turn.speaker, party)]
    worth = {
        q.quote: importance(debate, party, (q.quote, *q.also))
        - POINTS_BACK * _says_little(q.quote.text, debate.language)
        + SETTLED * _is_settled(q, debate.language)
        for q in own
    }
    ranked = _said_again_last(sorted(own, key=lambda q: (-worth[q.quote], q.quote.turn.number, q.quote.start)), debate.language)
    ranked = sorted(ranked, key=lambda q: party is None and q.status == "answered")
    return tuple(replace(q, quote=with_subject(q.quote, debate.language)) for q in ranked)


def with_subject(quote: Quote, language: Language) -> Quote:
    """A question that says little ("Graag een reactie.") with the sentence of its paragraph before it, which says about what."""
    text = quote.turn.text
    before = _named_before(quote, language)
    tells = any(stem not in thin(language) for stem in content_stems(quote.text, language)) or any(c.isdigit() for c in quote.text)
    if not before or (tells and not points_back(quote.text) and not _OF_IT.search(PRESENT.sub("ons ", quote.text))):
        return quote
    longer = Quote(quote.turn, before[0][0], quote.end)
    said = text[slice(*before[0])]
    aside = (
        is_question(said)
        or points_back(said)
        or "\n" in text[before[0][0] : quote.start + 1]
        or marks(said, language).keys() & {"courtesy", "procedure", "asks"}
    )
    return quote if aside or len(words(longer.text)) > LONGEST or not holds(longer) else longer


_MINISTER = r"(?:de (?:minister|staatssecretaris|regering)|het kabinet|hij|zij|u)"
# what a question asks of: "Kan de minister dat regelen?", "Waarom telt die stroom niet mee?", "Is zij bereid dat vast te leggen?", "… van zo'n loket?"
_OF_IT = re.compile(
    r"^\W*(?:(?:en|maar|dus|dan|waarom|waarop|wanneer|hoe)\W+)*(?:is|zijn|kan|mag|zou|wil|\w+t) (?:dat|die|deze|dit)\b"
    rf"|\b(?:kan|wil|gaat|zou|zal|is|heeft|ziet) {_MINISTER} (?:dat|dit)\b|\b{_MINISTER} (?:die|deze)\b|\bbereid (?:om )?(?:dat|dit|die|deze)\b|\bzo[’']n (?!\d)",
    re.I,
)
_THAT = re.compile(r"\b(?:dat|die|deze|dit|that|this|those|these) (\w{4,})", re.I)


def _named_before(quote: Quote, language: Language) -> list[tuple[int, int]]:
    """The sentence before a question, or the nearest of a few that names what it points at: "… een stevig rapport … Graag een reactie op dat rapport.".

    A compound is named by its part too: "de verhoging van de pacht … die pachtverhoging".
    """
    text = quote.turn.text
    before = [(a, b) for a, b in spans(text) if b <= quote.start and not of_course(text[a:b])][-BACK:]
    meant = {stem for found in _THAT.finditer(quote.text) for stem in content_stems(found[1], language)}
    names = [(a, b) for a, b in before if any(_names(stem, one) for stem in content_stems(text[a:b], language) for one in meant)]
    return (names or before)[-1:]


def _names(stem: str, meant: str) -> bool:
    return stem == meant or (len(stem) >= PART and stem in meant)


def _says_little(text: str, language: Language) -> bool:
    """Whether a question cannot be understood alone: "Graag een reactie van de minister.", "Hoe zit dat?"."""
    return points_back(text) or sum(stem not in thin(language) for stem in content_stems(text, language)) < TELLS


def _is_settled(question: Question, language: Language) -> bool:
    """Whether it is sure how a question fared: nothing answers it, it is put off or answered in part, or what answers it says what is done or is of
    the same words."""
    stems = {stem for q in (question.quote, *question.also) for stem in content_stems(q.text, language)}
    told = any(decides(a.text) or stems & set(content_stems(a.text, language)) for a in question.answers)
    return question.fared != "perhaps" and (question.status != "answered" or told)


def _said_again_last(ranked: Sequence[Question], language: Language) -> list[Question]:
    """Questions in their order, those that say an earlier one again ("Ik vraag dus wat …", "Op mijn vraag kreeg ik geen antwoord.") after all others."""
    taken_up = {again for q in ranked for again in q.also if again.turn != q.quote.turn}
    first: list[tuple[str, frozenset[str]]] = []
    new: list[Question] = []
    again: list[Question] = []
    for question in ranked:
        asker, stems = question.quote.turn.speaker.name, frozenset(content_stems(question.quote.text, language))
        said = any(who == asker and len(stems & held) >= AGAIN * max(1, min(len(stems), len(held))) for who, held in first)
        said = said or question.quote in taken_up
        (again if said else new).append(question)
        first.append((asker, stems))
    return [*new, *again]


def _telling_first(found: Iterable[Interruption], language: Language) -> tuple[Interruption, ...]:
    """Interruptions as spoken, those that are about the course of the debate ("Ik houd de motie aan.") after all others."""
    return tuple(sorted(found, key=lambda i: not marks(i.quote.text, language).keys().isdisjoint(("procedure", "courtesy"))))


def _commitments(found: Iterable[Commitment], party: str | None) -> tuple[Commitment, ...]:
    """What was promised to a party, what is on the chair's list first; the government's page has all of it."""
    own = [_termed(c) for c in found if party is None or any(a.party == party for a in c.to)]
    return tuple(sorted(own, key=lambda c: (c.origin == "debate", c.quote.turn.number, c.quote.start)))


def _termed(one: Commitment) -> Commitment:
    """A promise whose words do not give its term, with what else promises it and does, or is said next: "Ik stuur daar voor 1 mei een brief over."."""
    term = one.deadline.text.casefold() if one.deadline else ""
    if not term or one.dated or any(term in q.flat.casefold() for q in (one.quote, one.asked) if q):
        return one
    after = [Quote(one.quote.turn, a, b) for a, b in spans(one.quote.turn.text) if a >= one.quote.end][:1]
    told = (q for q in (*one.more, *after) if q.turn.speaker.role == "government" and term in q.flat.casefold() and holds(q))
    return replace(one, dated=next(told, None))


# --- one numbering -------------------------------------------------------------------------------------


def number(page: Summary, first: Iterable[Quote] = ()) -> Summary:
    """The page with its citations numbered 1, 2, 3 …; do this again after anything is taken off the page.

    Args:
        page: made by `summarise`.
        first: quotes of it in the order in which a reader meets them; the others come after, in the page's own order, but for those that lie
            within one of them: these have its number.
    """
    numbering = Numbering({page.meeting.id: page.meeting.reference})
    everything, shown = list(_quotes(page)), list(first)
    for quote in (*shown, *(q for q in everything if not any(inside(q, o) for o in shown))):
        numbering.number(quote)
    return replace(
        page,
        positions=tuple(numbering.cite(s) for s in page.positions),
        announcements=tuple(numbering.cite(s) for s in page.announcements),
        refusals=tuple(numbering.cite(s) for s in page.refusals),
        questions=tuple(replace(q, line=numbering.cite(q.line)) if q.line else q for q in page.questions),
        citations=numbering.citations,
        checked=Checked(len(numbering.citations) if page.checked.quotes else 0, tuple(q for q in page.checked.wrong if q in everything)),
    )


def _quotes(page: Summary) -> Iterator[Quote]:
    """Every quote of a page that has or may get a number; what was not supported gets none."""
    lines, replied = [q.line for q in page.questions if q.line], dict(page.refused_to)
    for statement in (*page.positions, *page.announcements, *page.refusals, *lines):
        if statement.verdict == "supported":
            yield from (replied[q] for q in statement.claim.quotes if q in replied)
            yield from statement.claim.quotes
    for question in page.questions:
        yield from (question.quote, *question.answers)
    yield from (q for c in page.commitments for q in (c.asked, c.quote, *c.remarks) if q)
    for motion in page.motions:
        yield from (*([motion.request] if motion.request else []), *(v.quote for v in motion.verdicts))
    yield from (i.quote for i in (*page.given, *page.received))


def recheck(page: Summary, record: Mapping[int, Turn]) -> Summary:
    """The page with how many of its quotes were compared with the record, and those that deviate.

    Args:
        page: with its citations.
        record: turn number to the turn as it now stands on the shelf.
    """
    wrong = tuple(c.quote for c in page.citations if not _stands(c, record))
    return replace(page, checked=Checked(len(page.citations), wrong))


def _stands(citation: Citation, record: Mapping[int, Turn]) -> bool:
    quote = citation.quote
    turn = record.get(quote.turn.number)
    return turn is not None and holds(quote) and turn.text[quote.start : quote.end] == quote.text and turn.speaker == quote.turn.speaker
