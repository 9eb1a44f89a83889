"""What is said beside an answer: who was not there, what was left out, to whom the quoted words reply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rag import verbatim
from rag.asker import PutBy
from rag.broken_in import BrokenIn
from rag.decline import unspoken
from rag.evidence import OTHER_MOUTH, Evidence, Joins
from rag.index import Index
from rag.kind import MEASURE, PLURAL, WHETHER
from rag.lexicon import LEADS_NOUN, Term, like_participle
from rag.lookup import LookedUp
from rag.motions import Moved, party_of
from rag.moved import Motions
from rag.naming import Cast, mentions
from rag.occasion import occasion
from rag.offices import post_of
from rag.promised import Promises
from rag.refused import Refusals
from rag.replied import NOT_ANSWERED, Replies
from rag.tables import Words
from rag.text import capital, listed, spelled, words
from rag.types import Filter, Language, Meeting, Question, Speaker, Turn, Understood
from rag.views import Announced, Summed, Views

FEW = 3  # words of a question from which it may be taken that one knows how to ask
SHOWN = 3  # meetings named in a note: the latest


NOTES = Words("answer.notes")
MORE: dict[type, str] = {
    Promises: "more_promises",
    Refusals: "more_refusals",
    Motions: "more_motions",
    Replies: "more_replies",
    PutBy: "more_questions",
    BrokenIn: "more_interruptions",
    Views: "more_views",
    Summed: "more_summed",
    Announced: "more_announced",
}


def _say(language: Language, note: str, **what: object) -> str:
    return NOTES[language][note].format(**what)


def about_question(looked: LookedUp, given: Filter, language: Language) -> tuple[str, ...]:
    """What is said of a question whatever its answer: who of it took no part, how a name was read, what was not searched.

    Args:
        looked: the question as it was understood, and what was found.
        given: the limits that were given beside it.
        language: of the notes.
    """
    asked, meetings = looked.asked, looked.meetings
    notes = []
    undated = sum(m.date is None for m in meetings)
    if (given.since or given.until) and undated:
        notes.append(_say(language, "undated", n=undated))
    there = {*asked.silent, *(p.party for m in meetings for p in m.present)}
    # "… aan de SP toegezegd"
    objects = [m.text for m in looked.spoken_of if m.kind == "party" and m.known is None and m.standing == "object"]
    absent = [name for name in dict.fromkeys((*asked.absent, *objects)) if name not in there]
    if absent:
        names = ", ".join(_say(language, "office", name=name) if name in asked.offices else name for name in absent)
        note = _say(language, "several_absent" if len(absent) > 1 else "partly_absent", names=names, debate=_debate(meetings, language))
        notes.append(capital(note))
    notes += [_say(language, "spoken_for", who=who.called(language), party=party) for party, who in asked.voiced]
    if asked.idle:
        notes.append(NOTES[language]["idle"])
    if asked.no_debate:
        notes.append(_say(language, "no_debate", date=asked.no_debate))
    if asked.outside:
        limits = ", ".join([*given.speakers, *given.parties, *(NOTES[language][role] for role in given.roles)])
        notes.append(_say(language, "outside", names=", ".join(asked.outside), limits=limits))
    notes += _of_silent(asked, meetings, language)
    notes += [_say(language, "slip", typed=typed, name=who.called(language)) for typed, who in asked.slips]
    for name, people in asked.namesakes:
        notes.append(_say(language, "namesakes", name=name, people=", ".join(s.called(language) for s in people)))
    if looked.found.missed:
        notes.append(_say(language, "words_only", why=looked.found.missed.said(language)))
    return (*notes, *occasion(asked, language, several=len(looked.once) > 1))


def not_in_record(looked: LookedUp, index: Index, language: Language) -> tuple[str, ...]:
    """Which rare nouns of a Dutch question nobody uses in the meetings searched, in no form known here: what is found may be about something else."""
    asked = looked.asked
    if (
        asked.language != looked.record or looked.record != "nl" or looked.found.near
    ):  # rarity was counted in Dutch; by meaning, words matter less
        return ()
    terms = {t.word: t for t in looked.found.terms}
    typed = words(asked.question)
    nouns = _nouns(terms, typed)
    gens = [g.gen for g in index.shelf.visible([m.id for m in looked.meetings])]
    heads = " ".join(one for m in looked.meetings for one in (m.title, m.committee or "", *(a.text for a in m.agenda))).casefold()
    as_typed = {word.casefold(): word for word in re.findall(r"[\w'’-]+", asked.question)}  # a name keeps its capital
    missed = [
        as_typed.get(term.word, term.word)
        for term in dict.fromkeys(nouns)
        if (roots := unspoken(term, looked.found)) and not any(one in heads or index.shelf.has_part(one, gens) for one in roots)
    ]
    if not missed:
        return ()
    note, debate = "not_there" if len(missed) == 1 else "not_there_several", _debate(looked.meetings, language)
    return (_say(language, note, words=listed(missed, language), debate=debate),)


def _debate(meetings: Sequence[Meeting], language: Language) -> str:
    return NOTES[language]["debates" if len(meetings) > 1 else "debate"]


def _nouns(terms: Mapping[str, Term], typed: Sequence[str]) -> list[Term]:
    """The terms that stand where a noun stands: one asks with verbs and adjectives of one's own.

    Right before another term stands what tells of it ("digitale aanvallen"), and a unit may stand in the record as a sign ("procent").
    """
    found: list[str] = []
    for leads, before, word, after in zip(("", "", *typed), ("", *typed), typed, (*typed[1:], ""), strict=False):
        if word not in terms or after in terms or terms[word].verb or MEASURE.fullmatch(word):
            continue
        # "Welke moties zijn aangekondigd?"; not "Waarom zijn wasberen en …"
        if before == "zijn" and like_participle(word) and (not after or not word.endswith("en")):
            continue
        if (
            before in LEADS_NOUN
            or (before.endswith("e") and leads in LEADS_NOUN)
            or (before in {"en", "of"} and leads in found and PLURAL.fullmatch(leads) and PLURAL.fullmatch(word))  # "wasberen en dolfijnen"
            # "Komen er artsen?"; an adverb may end in -s ("er onlangs")
            or (before == "er" and word.endswith("en") and not like_participle(word) and after not in {"de", "het", "een", "geen"})
            or (leads == "hoeveel" and MEASURE.fullmatch(before) and WHETHER.match(after))  # "Hoeveel liter water gaat er heen?"
        ):
            found.append(word)
    return [terms[word] for word in found]


def _of_silent(asked: Understood, meetings: Sequence[Meeting], language: Language) -> Iterator[str]:
    """Of who was there and said nothing: that a party's member was in the chair, and at which of several debates it was there."""
    for name in asked.silent:
        there = [(m, p) for m in meetings for p in m.present if name.casefold() in {p.name.casefold(), (p.party or "").casefold()}]
        if chaired := dict.fromkeys(p.name for m, p in there if p.name in m.chairs and p.name.casefold() != name.casefold()):
            yield _say(language, "chaired", who=", ".join(chaired), party=name)
        if len({m.id for m, _ in there}) < len(meetings):
            titles = dict.fromkeys(_with_day(m, language) for m, _ in there)
            yield _say(language, "there", name=name, meetings=", ".join([*titles][-SHOWN:]))


def beside(looked: LookedUp, held: Evidence, language: Language) -> tuple[str, ...]:
    """What belongs with an answer in the record's own words: how it was chosen, how much more there is, and what it replies to."""
    notes = [_chosen(looked, held, language)] if held.note else []
    notes += _untold(held, language)
    notes += _unheard(looked, held, language)
    if held.ready is not None and held.ready.total > held.ready.shown:
        notes.append(_more(held.ready, language))
    return (*notes, *_debates(looked, held, language), *_of_what(held.ready, looked.cast, language), *_in_reply(held.chosen, language))


def _more(ready: Joins, language: Language) -> str:
    """Of how many the answer gives some; of unanswered questions as the ledger counts them: those put off apart."""
    if isinstance(ready, Replies) and ready.of and all(q.fared in NOT_ANSWERED for q in ready.of):
        later = ready.later
        return _say(language, "more_unanswered", total=ready.total, open=ready.total - later, later=later, shown=ready.shown)
    return _say(language, MORE[type(ready)], total=ready.total, shown=ready.shown)


def _debates(looked: LookedUp, held: Evidence, language: Language) -> Iterator[str]:
    """Who is quoted from which debate, where it is more than one."""
    who: dict[str, dict[str, None]] = {}
    for turn in (q.turn for claim in held.claims for q in claim.quotes):
        who.setdefault(turn.meeting, {})[turn.speaker.called(language)] = None
    if len(who) > 1:
        told = (f"{_with_day(m, language)}: {', '.join(who[m.id])}" for m in looked.meetings if m.id in who)
        yield _say(language, "of_debates", debates="; ".join(told))


def _with_day(meeting: Meeting, language: Language) -> str:
    """A meeting with its day, which some titles hold already."""
    day = spelled(meeting.date, language) if meeting.date else ""
    return meeting.title if day in meeting.title else f"{meeting.title} ({day})"


def _chosen(looked: LookedUp, held: Evidence, language: Language) -> str:
    """How an answer was chosen; where somebody else said it than the question has it, who, and whom it asks about."""
    note = NOTES[language][held.note]
    if held.note != OTHER_MOUTH:
        return note
    turn = held.chosen[0].passage.turn
    return note.format(who=turn.speaker.called(language), turn=turn.number, asked=_whom(looked, language))


def _whom(looked: LookedUp, language: Language) -> str:
    """Whose words a question asks for."""
    where = looked.asked.filter
    return listed([s.called(language) for s in looked.cast.speakers if s.name in where.speakers] or list(where.parties), language)


def why_declined(looked: LookedUp, held: Evidence, language: Language) -> tuple[str, ...]:
    """What belongs with a decline: that a question was not answered in the debate either, or may be in a part that is missing."""
    notes = [NOTES[language][held.note]] if held.note else []
    notes += _untold(held, language)
    if held.others:
        others = listed([s.called(language) for s in held.others], language)
        notes.append(_say(language, "others_do", asked=_whom(looked, language), others=others))
    if held.reason == "off_topic" and len(looked.asked.question.split()) < FEW:
        notes.append(NOTES[language]["idle"])
    notes += () if held.note == "no_more" and _none_left(held.ready) else _of_what(held.ready, looked.cast, language)
    if [m.status for m in looked.meetings] == ["incomplete"]:
        notes.append(NOTES[language]["incomplete"])
    return tuple(notes)


def _untold(held: Evidence, language: Language) -> list[str]:
    return [_say(language, "untold", number=held.untold)] if held.untold else []


def _unheard(looked: LookedUp, held: Evidence, language: Language) -> list[str]:
    """Of which of a few parties or members asked about no sentence is given: the answer is not theirs."""
    asked, spoke = looked.asked, [c.passage.turn.speaker for c in held.chosen if c is not held.voice]
    theirs = {s.party for s in looked.cast.speakers if s.name in asked.filter.speakers}  # "Van Nispen (SP)" is one of whom is asked
    names = [name for name in verbatim.to_hear(asked) if name not in theirs] if "government" not in asked.prefer.roles else []
    missed = [name for name in names if name not in {n for s in spoke for n in (s.name, s.party)}]
    several = len(names) > 1 or held.voice is not None
    return [_say(language, "unheard", names=listed(missed, language))] if held.chosen and missed and several else []


def _in_reply(chosen: Sequence[verbatim.Candidate], language: Language) -> tuple[str, ...]:
    """To whom the quoted words reply, where it was somebody else who named the subject: "Nee, dat doe ik niet."."""
    return _replying(((c.passage.turn.speaker, c.put.turn) for c in chosen if c.put and c.put.turn is not c.passage.turn), language)


def _replying(told: Iterable[tuple[Speaker, Turn]], language: Language) -> tuple[str, ...]:
    notes = (_say(language, "in_reply", who=who.called(language), whom=put.speaker.called(language), turn=put.number) for who, put in told)
    return tuple(dict.fromkeys(notes))


def _none_left(ready: Joins | None) -> bool:
    """Whether no question is left to tell of: after some were told, that is not to say that all were answered."""
    return isinstance(ready, Replies) and not ready.of and not ready.left


def _of_what(ready: Joins | None, cast: Cast, language: Language) -> tuple[str, ...]:
    """What the quoted words do not tell themselves: who moved a motion, which questions are answered, or were not."""
    if isinstance(ready, Motions):
        who = listed(list(dict.fromkeys(q.turn.speaker.called(language) for q in ready.coming)), language)
        moving = [NOTES[language][ready.note]] if ready.note else []
        moving += [_say(language, "to_be_moved", who=who)] if who else []
        return (*moving, *(_movers(one, cast, language) for one in ready.of))
    if isinstance(ready, BrokenIn):
        acts = (
            (by.called(language), of.called(language), listed(list(map(str, turns)), language)) for (by, of), turns in ready.turns.items()
        )
        return tuple(_say(language, "broke_in", who=who, whom=whom, turns=turns) for who, whom, turns in acts)
    if isinstance(ready, Refusals):
        return _replying(((q.turn.speaker, put.turn) for q, put in ready.of), language)
    if isinstance(ready, Promises):
        turns: dict[str, list[str]] = {}
        for one, turn in ready.to:
            turns.setdefault(one.called, []).append(str(turn))
        to = (_say(language, "promised_to", whom=whom, turns=listed(list(dict.fromkeys(at)), language)) for whom, at in turns.items())
        return (*([NOTES[language]["refused"]] if ready.refused else []), *to)
    if not isinstance(ready, Replies):
        return ()
    if _none_left(ready):
        return (NOTES[language]["none_open"],)
    # the ledger may tie an answer to it that does not tell what is asked here: then the two say the same
    plain = bool(ready.open and ready.quotes)  # the questions themselves, of which only what may answer them is yet to be told
    kinds = [(_of_reply(q, ready), q) for q in ready.of if q.answers or not plain]
    kinds += [("left_open_too", q) for q in ready.left]
    told = ((kind, q.told, q.answers[0].turn.number if q.answers else 0) for kind, q in kinds)
    notes = (
        _say(language, kind, whom=q.turn.speaker.called(language), turn=q.turn.number, there=there, asked=q.flat) for kind, q, there in told
    )
    return tuple(dict.fromkeys(notes))


def _of_reply(one: Question, ready: Replies) -> str:
    """The note on a question whose answer is given, or is not."""
    if ready.open:
        return "another" if ready.another else "not_sure" if one.answers else "left_open"
    return "perhaps_to" if one.fared == "perhaps" else "replies_to"


def _movers(one: Moved, cast: Cast, language: Language) -> str:
    """Who moved a motion: the others stand in the chair's notice, for which nobody is quoted."""
    others = [name for name in one.movers if name != one.turn.speaker.name]
    own = [one.turn.speaker.called(language)] if len(others) < len(one.movers) else []
    parties = ((name, party_of(name, (*cast.speakers, *cast.present))) for name in others)
    names = [*own, *(f"{name} ({party})" if party else name for name, party in parties)]
    which = "moved" if one.motion.number else "moved_unnumbered"
    return _say(language, which, number=one.motion.number, names=listed(names, language), turn=one.turn.number)


def spoke_elsewhere(index: Index, asked: Understood, cast: Cast, language: Language) -> tuple[str, ...]:
    """In which other meetings of the index a person or party speaks who took no part in those searched."""
    others = Cast(cast.elsewhere)
    found: dict[str, list[str]] = {}  # by the name the other record gives them, which may lack the first name that was asked for
    for mention in (m for name in asked.absent for m in mentions(name, others)):
        who = set(mention.who) or {s for s in others.speakers if mention.kind == "party" and s.party and s.party == mention.known}
        spoke = {meeting for meeting, speaker, _ in index.shelf.speakers() if speaker in who - set(cast.speakers)}
        label = ", ".join(sorted({s.called(language) for s in mention.who})) or mention.text
        found[label] = [_with_day(m, language) for m in index.shelf.meetings() if m.id in spoke]
    note = NOTES[language]["elsewhere"]
    return tuple(note.format(name=label, meetings=", ".join(titles[-SHOWN:])) for label, titles in found.items() if titles)


def who_spoke(cast: Cast, language: Language) -> tuple[str, ...]:
    """Who did take part: the parties and the government, and who was there and silent of whom the record tells no party; else every speaker."""
    if cast.parties:
        posts = {h.name: post_of(h.office) for h in cast.holders}
        government = dict.fromkeys(
            f"{s.called(language)} ({post})" if (post := posts.get(s.name)) else s.called(language)
            for s in cast.speakers
            if s.role == "government"
        )
        silent = [p.name for p in cast.present if p.role == "member" and not p.party and p.name not in {s.name for s in cast.speakers}]
        told = _say(language, "parties", parties=", ".join([*cast.parties, *government]))
        return (told, _say(language, "partyless", names=listed(list(dict.fromkeys(silent)), language))) if silent else (told,)
    people = ", ".join(dict.fromkeys(s.called(language) for s in cast.speakers))
    return (_say(language, "people", people=people),)
