"""A Summary as a sheet of paper: heading, sections, footnotes and foot line, in an order and in words that no form of it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rag.motions import surname
from rag.questions.line import shown_answer
from rag.render.fidelity import FidelityError, checked
from rag.render.ledger import remarked
from rag.render.wording import JUDGED, KIND, PAGE, STATUS, few, grouped, of_questions, short
from rag.text import REQUESTS, STOP_EN, STOP_NL, capital, listed, spelled
from rag.types import Citation, Commitment, Interruption, JudgedMotion, Judgement, Language, Meeting, Question, Quote, Statement, Summary
from rag.verify.quotes import inside

RunKind = Literal["plain", "quote", "note", "soft", "open"]
_MOVES = re.compile(rf"(?:{REQUESTS})\b")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line.

    ``kind``: "quote" is the record's own words and stands in quotation marks in every form; "note" is a footnote mark, its text the
    number; "soft" is said quietly; "open" is a question that got no answer.
    """

    text: str
    kind: RunKind = "plain"


Line = tuple[Run, ...]
LONGEST = {"documents": 220, "not_addressed": 220, "left_out": 4000}  # letters of one thing in a row
ARROW = Run("→ ", "soft")  # what follows answers what stands above


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a section: its first line, and lines that belong under it (the answer to a question)."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page. ``hint`` is said once under its title instead of in each item. ``running``: items in a row, not a list."""

    key: str
    title: str
    items: tuple[Item, ...]
    hint: str = ""
    running: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the page, whatever its form. ``quotes``: every quote on it in reading order, to be found again in the file."""

    language: Language
    kicker: str
    title: str
    subtitle: str
    document_title: str
    facts: tuple[tuple[str, str], ...]
    message: str
    sections: tuple[Section, ...]
    notes: tuple[tuple[int, str], ...]
    foot: str
    quotes: tuple[Quote, ...]


def sheet(summary: Summary, made: date | None = None, language: Language = "nl") -> Sheet:
    """The sheet of a summary. Statements that are not supported are not on it.

    Args:
        summary: made by `summarise`; shown as it is, so fit it first (`rag.export.fit`).
        made: the day it is made, for the foot line; the door passes it, so that the same day gives the same page.

    Raises:
        FidelityError: a quote has no citation in the summary, or is not the record's own words.
    """
    return _Writer(summary, language).sheet(made)


def cited(summary: Summary) -> tuple[Citation, ...]:
    """The citations that stand on the page of a summary, in the order in which a reader meets them."""
    writer = _Writer(summary, "nl")
    writer.sheet(None)
    return tuple(writer.used.values())


def party_name(summary: Summary, language: Language = "nl") -> str:
    """The party as a heading prints it; the government by its name."""
    return summary.party or PAGE[language]["government"]


class _Writer:
    """Writes one page: keeps the numbers of the citations and the quotes used."""

    def __init__(self, summary: Summary, language: Language) -> None:
        self.summary = summary
        self.language = language
        self.word = PAGE[language]
        self.party = party_name(summary, language)
        self.numbers = {c.quote.place: checked(c) for c in summary.citations}
        self.quotes: list[Quote] = []
        self.used: dict[int, Citation] = {}

    def sheet(self, made: date | None) -> Sheet:
        summary, meeting = self.summary, self.summary.meeting
        sections = tuple(section for section in self._sections() if section.items)
        return Sheet(
            self.language,
            self.word["kicker_government" if summary.role == "government" else "kicker"],
            short(self.party, 60),
            short(meeting.title, 160),
            self.word["page_title"].format(party=short(self.party, 60), title=short(meeting.title, 160)),
            self._facts(),
            self._message(),
            sections,
            tuple((number, self._note(citation)) for number, citation in sorted(self.used.items())),
            foot(meeting, len(self.used), self._deviating(), summary.written_by, made, self.language),
            tuple(self.quotes),
        )

    # --- heading and foot

    def _deviating(self) -> int:
        """Of the quotes on this page those that deviate: one that was left off it is not counted."""
        shown = {citation.quote.place for citation in self.used.values()}
        return sum(quote.place in shown for quote in self.summary.checked.wrong)

    def _facts(self) -> tuple[tuple[str, str], ...]:
        summary, word = self.summary, self.word
        spoke = word["spoke_government"] if summary.role == "government" else word["spoke"].format(short(self.party, 40))
        facts = [*meeting_facts(summary.meeting, self.language), (spoke, self._spoke())]
        if summary.role == "member":
            facts.append((word["present"], self._present()))
        elif summary.asked:
            facts.append((word["questions"], of_questions(self.summary.asked, self.language)))
        return tuple(facts)

    def _spoke(self) -> str:
        summary, word = self.summary, self.word
        if not summary.turns:
            return word["nobody_own" if summary.status == "absent" and summary.notes else "nobody"]
        turns = word["turn"] if summary.turns == 1 else word["turns"].format(grouped(summary.turns, self.language))
        words = word["word"] if summary.words == 1 else word["words"].format(grouped(summary.words, self.language))
        return f"{few(summary.spokespersons, 6, self.language)}: {turns}, {words}"

    def _present(self) -> str:
        meeting = self.summary.meeting
        if not meeting.present:
            return self.word["present_unknown"]
        names = [p.name for p in meeting.present if p.party == self.summary.party]
        none = "present_none_told" if _of_no_party(meeting) else "present_none"
        return few(names, 8, self.language) if names else self.word[none].format(short(self.party, 40))

    def _message(self) -> str:
        """What must be said before anything else: that a party was silent, absent, or only interrupted; that a model failed."""
        summary, word = self.summary, self.word
        if summary.status == "absent" and not summary.notes:
            if summary.role == "government":
                return word["government_absent"]
            there = list(dict.fromkeys(p.party for p in summary.meeting.present if p.party and p.role == "member"))
            who = f" {word['took_part'].format(listed(there, self.language))}" if there else ""
            unknown = _of_no_party(summary.meeting)
            more = f" {word['partyless'].format(listed(unknown, self.language))}" if unknown else ""
            return word["absent"].format(self.party) + who + more
        if summary.status != "spoke":
            return " ".join(summary.notes) or word["silent"].format(self.party)
        told = list(summary.notes)
        if summary.role == "member" and not _held(summary.positions) and not summary.motions:
            told.append(word["no_positions"].format(self.party))
        return " ".join(told)

    def _note(self, citation: Citation) -> str:
        return f"{citation.reference}, {self.word['turn_of_note'].format(citation.quote.turn.number)}"

    # --- sections

    def _sections(self) -> Iterable[Section]:
        summary, government = self.summary, self.summary.role == "government"
        several = len(summary.spokespersons) > 1
        yield self._section("positions", [self._statement(s, several) for s in _held(summary.positions)])
        yield self._section("announcements", [self._statement(s, several) for s in _held(summary.announcements)])
        if government:
            yield self._commitments()
            yield self._section("refusals", [self._refusal(s, several) for s in _held(summary.refusals)])
            yield self._section("left_open", [self._question(q, True, True) for q in summary.questions if q.status != "answered"])
        else:
            yield self._questions(several)
            yield self._commitments()
        yield self._section("motions", [self._motion(m) for m in summary.motions])
        if government:
            yield self._section("answered", [self._question(q, True, several) for q in summary.questions if q.status == "answered"])
        yield self._section("given", [self._given(i, several) for i in summary.given])
        yield self._section("received", [self._received(i) for i in summary.received])
        for key, texts in (("documents", summary.documents), ("not_addressed", summary.not_addressed), ("left_out", summary.left_out)):
            yield self._section(key, [Item(((Run(short(text, LONGEST[key])),),)) for text in texts], running=True)

    def _section(self, key: str, items: Sequence[Item], hint: str = "", running: bool = False) -> Section:
        return Section(key, self.word[key], tuple(items), short(hint, 60) if items else "", running)

    def _questions(self, several: bool) -> Section:
        answering = list(dict.fromkeys(a.turn.speaker.called(self.language) for q in self.summary.questions for a in q.answers))
        hint = self.word["answer_by"].format(answering[0]) if len(answering) == 1 else ""
        items = [self._question(q, several, len(answering) > 1) for q in self.summary.questions]
        return replace(self._section("questions", items, hint), title=self.word["questions_guests" if self._is_hearing() else "questions"])

    def _is_hearing(self) -> bool:
        """Whether guests were heard and nobody of the government was there to answer."""
        there = {p.role for p in self.summary.meeting.present} | {a.turn.speaker.role for q in self.summary.questions for a in q.answers}
        return "guest" in there and "government" not in there

    def _commitments(self) -> Section:
        summary = self.summary
        made_by = list(dict.fromkeys(c.speaker for c in summary.commitments))
        known = summary.role == "government" and len(summary.spokespersons) == 1
        hint = self.word["promised_by"].format(made_by[0]) if len(made_by) == 1 and not known else ""
        items = [self._commitment(c, len(made_by) > 1) for c in summary.commitments]
        title = self.word["commitments_to"].format(short(self.party, 40)) if summary.role == "member" else self.word["commitments"]
        return Section("commitments", title, tuple(items), short(hint, 60) if items else "")

    # --- items

    def _statement(self, statement: Statement, several: bool) -> Item:
        """A verbatim statement is its quotes; one in other words has its quotes under it. Where several speak, each quote has its mouth."""
        own: list[Run] = []
        said_by = ""
        for quote in statement.claim.quotes:
            name = quote.turn.speaker.name
            own += [Run(" ")] if own else []
            own += [Run(f"{short(name, 60)}: ")] if several and name != said_by else []
            own += self._quoted(quote)
            said_by = name
        flags = tuple(Run(f" ({flag})", "soft") for flag in statement.flags)
        if statement.claim.verbatim:
            moved = _MOVES.match(statement.text) is not None  # the words begin in the middle of the motion's one sentence
            return Item((((*([Run(self.word["motion"])] if moved else []), *own, *flags)),))
        return Item(((Run(" ".join(statement.text.split())), *flags), tuple(own)))

    def _refusal(self, statement: Statement, several: bool) -> Item:
        """A refusal, under the question it replies to where it does not say by itself what is refused."""
        asked = next((asked for quote, asked in self.summary.refused_to if quote in statement.claim.quotes), None)
        if asked is None:
            return self._statement(statement, several)
        before = (Run(self.word["on_question"].format(self._asker(asked))), *self._once(asked))
        first, *rest = self._statement(statement, several).lines
        return Item((before, (ARROW, *first), *rest))

    def _question(self, question: Question, several: bool, name_answer: bool) -> Item:
        asker = question.quote.turn.speaker
        government = self.summary.role == "government"
        who = asker.called(self.language) if government else asker.name
        quoted = self._once(question.quote) if government else self._quoted(question.quote)
        first = (*((Run(f"{who}: "),) if several else ()), *quoted)
        return Item((first, self._answer(question, name_answer)))

    def _answer(self, question: Question, name: bool) -> Line:
        word = self.word
        if not question.answers or question.status == "open":
            broken_off = self.summary.meeting.status == "incomplete"  # the part that is missing may answer it
            return (ARROW, Run(f"{word['open_so_far' if broken_off else 'open']}.", "open"))
        if question.line is not None and question.line.verdict == "supported":
            line = (Run(" ".join(question.line.text.split())), *self._marks(question.line.claim.quotes))
            return (ARROW, *([Run(f"{word['partly']}: ", "open")] if question.status == "partly" else []), *line)
        answers = shown_answer(question, self.summary.meeting.language)
        shown: list[Run] = []
        for answer in answers:  # one, and what sets a figure of it right
            # within a longer answer to something else nobody finds what answers this
            shown += [*([Run(" ")] if shown else []), *(self._once(answer) if answer in self.quotes else self._quoted(answer))]
        how = question.fared
        hedged = () if how == "answered" else (Run(f"{word[how]}: ", "open"),)
        return (ARROW, *hedged, *((Run(f"{answers[0].turn.speaker.called(self.language)}: "),) if name else ()), *shown)

    def _commitment(self, commitment: Commitment, name: bool) -> Item:
        word, summary = self.word, self.summary
        # its own members first: on the page of a party they are whom it was promised to
        to = [a.name for a in sorted(commitment.to, key=lambda a: a.party != summary.party)]
        told = [word["to"].format(few(to, 3, self.language))] if to else []
        by_list = _term_of_list(commitment)
        if commitment.deadline:
            said = word["deadline_listed" if by_list else "deadline"]
            told.append(said.format(short(_within(" ".join(commitment.deadline.text.split())), 80)))
        # the chair reads out what somebody else promised: the words are the chair's then, the promise is not
        read_out = commitment.quote.turn.speaker.role == "chair"
        if read_out and name:
            told.append(word["by"].format(short(commitment.speaker, 60)))
        if commitment.origin != "debate" and not by_list:
            told.append(word["read_out" if read_out else "listed"])
        before = (Run(f"{short(commitment.speaker, 60)}: "),) if name and not read_out else ()
        asked = (
            ((Run(word["on_question"].format(self._asker(commitment.asked))), *self._quoted(commitment.asked)),) if commitment.asked else ()
        )
        first = (*((ARROW,) if asked else ()), *before, *self._quoted(commitment.quote))
        facts = ((Run(capital("; ".join(told)), "soft"),),) if told else ()
        remarks = [(Run(f"{remarked(commitment, q, self.language)}: ", "soft"), *self._quoted(q)) for q in commitment.remarks]
        return Item((*asked, first, *facts, *remarks))

    def _asker(self, asked: Quote) -> str:
        """Who put a question that a promise answers; on the page of a party its own members without it."""
        who = asked.turn.speaker
        return short(who.name if who.party == self.summary.party else who.called(self.language), 60)

    def _motion(self, motion: JudgedMotion) -> Item:
        """Who moved it, as far as that is not whose page this is, what it requests unless its title tells it, and each verdict with the words.

        From a plain verdict on a titled one a note leads to the words: there may be many. A reserve is shown.
        """
        word, government, tells = self.word, self.summary.role == "government", " over " in motion.title
        first = [Run(capital(short(motion.title, 220)))]
        if by := self._movers(motion):
            first.append(Run(f", {by}", "soft"))
        if motion.request and not tells:
            first += [Run(": "), *self._once(motion.request)]
        if not motion.verdicts:
            return Item(((*first, Run(f"; {word['unjudged']}", "soft")),))
        if tells and (government or all(v.sure for v in motion.verdicts)):
            for number, v in enumerate(motion.verdicts):
                first += [Run(word["afterwards"] if number else ": "), Run(self._verdict(v), "open"), *self._marks((v.quote,))]
            return Item((tuple(first),))
        return Item((tuple(first), *(self._judged(v) for v in motion.verdicts)))

    def _movers(self, motion: JudgedMotion) -> str:
        """All who moved it with their parties; by party alone where the title names each of them; who of the own party did is left out."""
        own = self.summary.party
        others = [m for m in motion.movers if m.party and m.party != own]
        if not others:
            return ""
        named = " over " in motion.title or all(surname(m.name) in motion.title.casefold() for m in motion.movers)
        titled = named and self.summary.role == "government"
        who = dict.fromkeys(m.party or "" if titled else f"{m.name} ({m.party})" for m in others)
        form = "moved_with" if own and motion.mover.party == own else "moved_by"
        return self.word[form].format(few(tuple(who), 5, self.language))

    def _verdict(self, judgement: Judgement) -> str:
        return JUDGED[self.language][judgement.kind] + ("" if judgement.sure else self.word["reserved"])

    def _judged(self, judgement: Judgement) -> Line:
        who = short(judgement.quote.turn.speaker.called(self.language), 60)
        return (ARROW, Run(f"{capital(self._verdict(judgement))}. ", "open"), Run(f"{who}: "), *self._once(judgement.quote))

    def _given(self, interruption: Interruption, several: bool) -> Item:
        """The party's own words: the other is named as whom they were said to, never as if he said them."""
        word = self.word
        to = short(interruption.of.called(self.language), 60)
        who = word["by_to"].format(interruption.by.name, to) if several else word["said_to"].format(to)
        return Item(((Run(f"{who}: "), *self._once(interruption.quote)),))

    def _received(self, interruption: Interruption) -> Item:
        return Item(((Run(f"{short(interruption.by.called(self.language), 60)}: "), *self._once(interruption.quote)),))

    def _once(self, quote: Quote) -> tuple[Run, ...]:
        """A quote, or that it stands above, under the number it has there: what is on the page already is not said again."""
        above = next((q for q in self.quotes if inside(quote, q)), None)
        return (Run(self.word["above"], "soft"), *self._marks((above,))) if above else self._quoted(quote)

    def _quoted(self, quote: Quote) -> tuple[Run, Run]:
        citation = self._citation(quote)
        self.quotes.append(quote)
        return Run(quote.flat, "quote"), Run(str(citation.number), "note")

    def _marks(self, quotes: Sequence[Quote]) -> tuple[Run, ...]:
        return tuple(Run(str(self._citation(quote).number), "note") for quote in quotes)

    def _citation(self, quote: Quote) -> Citation:
        citation = self.numbers.get(quote.place)
        if citation is None:
            raise FidelityError("Een citaat uit beurt {number} heeft geen vindplaats. Er is niets gemaakt.", number=quote.turn.number)
        return self.used.setdefault(citation.number, citation)


def _term_of_list(commitment: Commitment) -> bool:
    """Whether a term stands in the words of the chair's list only: those that are shown may have another."""
    term, listed = commitment.deadline, commitment.listed
    if term is None or listed is None or commitment.origin != "both" or commitment.dated or term.text not in listed.text:
        return False
    return not any(term.text.casefold() in q.text.casefold() for q in (commitment.quote, commitment.asked) if q)


def meeting_facts(meeting: Meeting, language: Language) -> tuple[tuple[str, str], tuple[str, str]]:
    """What a heading says of a meeting: what it was and when; its document, with the status unless the reference has said it already."""
    pages = f" ({PAGE[language]['pages'].format(meeting.pages)})" if meeting.pages else ""
    status = STATUS[language].get(meeting.status, meeting.status)
    document = f"{short(meeting.reference, 160)}{pages}{'' if status in meeting.reference else f', {status}'}"
    return (_occasion(meeting, language), _when(meeting, language)), (PAGE[language]["document"], document)


def foot(meeting: Meeting, quotes: int, deviating: int, written_by: str, made: date | None, language: Language) -> str:
    """The foot line: made when, from what, how many quotes were compared and how many deviate, and who wrote the rest."""
    word = PAGE[language]
    told = word["no_quotes"]
    if quotes:
        told = word["checked"].format(
            quotes=word["quote"] if quotes == 1 else word["quotes"].format(quotes),
            deviating=word["deviating_one"] if deviating == 1 else word["deviating"].format(deviating),
        )
    if written_by != "verbatim":
        told += " " + word["written_by"].format(written_by)
    form = word["foot"] if made else word["foot_undated"]
    return form.format(made=spelled(made or "", language), reference=short(meeting.reference, 120), checked=told)


def _occasion(meeting: Meeting, language: Language) -> str:
    """What kind of meeting, and of which committee: "Algemeen overleg, commissie Justitie en Veiligheid"."""
    kind = KIND[language].get((meeting.kind or "debat").lower(), meeting.kind or "").capitalize()
    committee = "commissie" if language == "nl" else "committee"
    return f"{kind}, {committee} {short(meeting.committee, 90)}" if meeting.committee else kind


def _when(meeting: Meeting, language: Language) -> str:
    """Date and hours of a meeting, as far as the record tells."""
    day = spelled(meeting.date, language) if meeting.date else ("datum onbekend" if language == "nl" else "date unknown")
    hour = "uur" if language == "nl" else ""
    return f"{day}, {meeting.start}–{meeting.end} {hour}".rstrip() if meeting.start and meeting.end else day


def _held(statements: Iterable[Statement]) -> list[Statement]:
    return [s for s in statements if s.verdict == "supported" and s.claim.quotes]


def _within(text: str) -> str:
    """A term as it stands within a sentence: "In september" begins one in the record."""
    first = text.partition(" ")[0].lower()
    return first + text[len(first) :] if first in STOP_NL | STOP_EN else text


def _of_no_party(meeting: Meeting) -> list[str]:
    """Who was there as a member, of whom the record tells no party: it may be any; who was in the chair left out."""
    return [p.name for p in meeting.present if p.role == "member" and not p.party and p.name not in meeting.chairs]
