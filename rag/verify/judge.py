"""Claim to Statement: the only maker of Statements, deterministic, each claim against its own quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.tables import Words, table
from rag.text import content_stems, detect_language, is_question, words
from rag.types import Claim, Language, Names, Quote, Statement, Verdict
from rag.verify import mentions, names, numbers, quotation, stance
from rag.verify.quotes import holds, is_borrowed, joined, parts

LEAST_VARIED = 24  # words from which a claim must not repeat itself
SHORTEST = 300  # characters from which evidence is not thin
LONGEST = 2000  # characters a claim may have beyond what it quotes: it is a sentence or two
REASONS = Words("answer.verdict")  # why a claim was let through or stopped
THIN, THICK = 2, 4  # content words: evidence of at most so many carries no claim of at least so many


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a claim: its verdict, and the reason's key and values."""

    verdict: Verdict
    key: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with what it is judged by: the quoted words, their sentences, their languages, and everyone it may name."""

    claim: Claim
    text: str
    rest: str  # of the claim, with everyone it names blanked out
    evidence: str
    sentences: tuple[str, ...]
    said_by: str
    cast: Names
    language: Language
    spoken: Language


def verify(claim: Claim, language: Language = "nl", names: Names | None = None) -> Statement:
    """Judges a claim against the sentences it points at; nothing else makes a Statement.

    ``claim``: what a writer returned, trusted in nothing; ``names``: who took part in the meetings searched; without it only the quoted
    speakers and well-known parties are known.

    The statement is supported, or unsupported, misquoted or misattributed with a reason; ``flags`` are doubts that do not stop it. What a
    supported claim has within quotation marks is taken from the record, whatever signs the writer typed.
    """
    if claim.problem:
        return Statement(claim, "unsupported", _reason("no_mark", language, claim.problem))
    if wrong := _pointers(claim):
        return _stopped(claim, wrong, language)
    case = _case(claim, names, language)
    around = _around_literal(case)
    if wrong := _not_literal(case) if around is None else _literal(case, around):
        return _stopped(claim, wrong, language)
    doubts = _doubts(case) if around is None else []
    why = _reason("paraphrase" if around is None else "verbatim", language)
    if not claim.verbatim:
        claim = replace(claim, text=quotation.from_record(claim.text, claim.quotes))
    return Statement(claim, "supported", why, tuple(_reason(key, language) for key in doubts))


def _stopped(claim: Claim, wrong: Finding, language: Language) -> Statement:
    return Statement(claim, wrong.verdict, _reason(wrong.key, language, *wrong.values))


def _reason(key: str, language: Language, *values: str) -> str:
    return REASONS[language][key].format(*values)


def _pointers(claim: Claim) -> Finding | None:
    """Text there is, quotes there are, and each may stand."""
    if not words(claim.text):
        return Finding("unsupported", "empty")
    if not claim.quotes:
        return Finding("unsupported", "no_quotes")
    solid = [c for c in claim.text if not c.isspace()]
    if "\ufffd" in claim.text or sum(c.isalnum() for c in solid) < len(solid) / 2:
        return Finding("unsupported", "gibberish")
    if len(claim.text) > LONGEST + sum(len(quote.text) for quote in claim.quotes):
        return Finding("unsupported", "too_long")
    loose = next((quote for quote in claim.quotes if not holds(quote)), None)
    if loose is None:
        return None
    return Finding("unsupported", "unquotable") if loose.turn.bars(loose.start, loose.end) else Finding("misquoted", "clipped")


def _case(claim: Claim, names: Names | None, language: Language) -> Case:
    evidence = " ".join(quote.text for quote in claim.quotes)
    turns = [quote.turn for quote in claim.quotes]
    said_by = ", ".join(dict.fromkeys(turn.speaker.called(language) for turn in turns))
    whole = tuple(part for quote in claim.quotes for part in parts(quote))
    text, cast = " ".join(claim.text.split()), mentions.everyone(names or Names(), turns)
    rest = mentions.without(text, cast)
    return Case(claim, text, rest, evidence, whole, said_by, cast, detect_language(text), detect_language(evidence))


# --- the record's own words ---------------------------------------------------------------------------


_ATTRIBUTING = frozenset(word for entry in table("stance")["attribution"]["words"] for word in entry.split())


def _around_literal(case: Case) -> str | None:
    """What stands around the record's own words in a claim: nothing, or who says it. None when it is no such claim."""
    whole = joined(case.claim.quotes)
    literal = " ".join(whole.split()) if whole else ""
    if not literal or literal not in case.text:
        return None
    if case.text == literal:
        return ""
    before, _, after = case.text.partition(literal)
    if before and not re.search(r"(?::|[«“„\"‘'])\s*$", before):
        return None
    around = f"{before} … {after}"
    left = words(mentions.without(around, case.cast))
    return around if all(word in _ATTRIBUTING for word in left) else None


def _literal(case: Case, around: str) -> Finding | None:
    """The record's own words, with or without who says it."""
    if all(is_borrowed(quote) for quote in case.claim.quotes):
        return Finding("misattributed", "borrowed", (case.said_by,))
    if not around:
        return None
    wrong = _mouth(case, around, "")  # who is named around a literal quote must have said it: being named in it is not enough
    return wrong or (_no_position(case, around) if stance.takes_position(around, strictly=True) else None)


def _mouth(case: Case, text: str, evidence: str) -> Finding | None:
    wrong = mentions.wrong_mouth(text, evidence, [q.turn for q in case.claim.quotes], case.cast)
    return Finding("misattributed", wrong[0], (wrong[1], case.said_by)) if wrong else None


def _no_position(case: Case, text: str) -> Finding | None:
    """A question, asked or restated, is no position."""
    if case.sentences and all(map(is_question, case.sentences)) and not stance.asks(text, case.evidence):
        return Finding("unsupported", "question")
    told = stance.asks(text) and not stance.takes_position(text, strictly=True)
    if case.sentences and all(map(stance.is_restated, case.sentences)) and not told and not stance.reports(text):
        return Finding("misattributed", "restated", (case.said_by,))
    return None


# --- other words ---------------------------------------------------------------------------------------


def _not_literal(case: Case) -> Finding | None:
    """Everything that can be checked of a claim in other words, the surest first."""
    if len(case.text) > LONGEST:
        return _misquoted(case.claim.quotes) if case.claim.verbatim else Finding("unsupported", "too_long")
    if case.claim.verbatim or _as_speech(case) or _glued(case):
        mouth = _mouth(case, case.text.split(":")[0] + ":", "") if _as_speech(case) else None
        return mouth or _misquoted(case.claim.quotes)
    others = (_thin, _asked, _figures, _named, _meant)
    return _quotations(case) or _mouth(case, case.text, case.evidence) or next((wrong for check in others if (wrong := check(case))), None)


def _as_speech(case: Case) -> bool:
    """Whether a claim is set as a record sets speech ("Van Nispen (SP): Het …"): then it must be the record's own words."""
    head, colon, body = case.text.partition(": ")
    begins = body.lstrip("«“„\"'‘")[:1].isupper() or words(body)[:3] == words(case.evidence)[:3]
    if not colon or not begins or len(head) > 80:
        return False
    named = mentions.mentions(head + ":", case.cast)
    return any(m.place == "label" and m.kind in {"person", "chair"} for m in named)


def _glued(case: Case) -> bool:
    """Whether sentences that don't belong together are copied one after the other."""
    texts = [" ".join(quote.text.split()) for quote in case.claim.quotes]
    return len(texts) > 1 and case.text.endswith(" ".join(texts)) and joined(case.claim.quotes) != case.text


def _misquoted(quotes: Sequence[Quote]) -> Finding:
    return Finding("misquoted", "spliced" if joined(quotes) is None else "not_equal")


def _quotations(case: Case) -> Finding | None:
    quotes = case.claim.quotes
    if false := quotation.untrue(case.text, quotes):
        return Finding("misquoted", "quotation", (false,))
    if cut := quotation.turned(case.text, quotes):
        return Finding("misquoted", "turned", (cut,))
    borrowed = all(is_borrowed(quote) for quote in quotes) or quotation.somebody_elses(case.text, quotes)
    return Finding("misattributed", "borrowed", (case.said_by,)) if borrowed and not stance.reports(case.rest) else None


def _thin(case: Case) -> Finding | None:
    """ "Gaat u verder." carries no claim of any length, and no evidence carries a word said over and over."""
    said = words(case.text)
    if len(said) > LEAST_VARIED and len(set(said)) < len(said) / 4:
        return Finding("unsupported", "gibberish")
    if len(case.evidence) > SHORTEST:
        return None
    held = content_stems(mentions.without(case.evidence, case.cast), case.spoken)
    if len(held) <= THIN and len(content_stems(case.rest, case.language)) >= THICK:
        return Finding("unsupported", "thin")
    return None


def _asked(case: Case) -> Finding | None:
    only_asks = case.text.endswith("?") and not stance.takes_position(case.text)
    return None if only_asks else _no_position(case, case.text)


def _heard(case: Case) -> str:
    """The evidence, and who said it: a claim may name both."""
    said = " ".join(f"{t.speaker.office or ''} {t.speaker.name} {t.speaker.party or ''}" for t in (q.turn for q in case.claim.quotes))
    return f"{case.evidence} {said}"


def _figures(case: Case) -> Finding | None:
    missing = numbers.missing(case.rest, case.evidence, case.language, case.spoken)
    if missing is None:
        return None
    named = missing.isalpha() and numbers.word_value(missing.lower(), case.language) is None
    return Finding("unsupported", "date" if named else "number", (missing,))


def _named(case: Case) -> Finding | None:
    known = " ".join(quote.turn.text for quote in case.claim.quotes)
    missing = names.missing(case.rest, _heard(case), known, case.language == "en" and case.spoken == "nl")
    return Finding("unsupported", "name", (missing,)) if missing else None


def _meant(case: Case) -> Finding | None:
    copy = stance.copied(case.rest, case.evidence)
    if copy and copy.flipped:
        return Finding("unsupported", "negation")
    by_government = all(q.turn.speaker.role in {"government", "chair"} for q in case.claim.quotes)
    if stance.unpromised(case.text, case.evidence, by_government):
        return Finding("unsupported", "commitment")
    if copy and copy.shifted:
        return Finding("unsupported", "modality")
    return None


def _doubts(case: Case) -> list[str]:
    found = stance.flags(case.rest, case.evidence)
    if case.language == "en" and case.spoken == "nl" and names.missing(case.rest, _heard(case)):
        found.append("flag_translated")
    copy = stance.copied(case.rest, case.evidence)
    if copy and copy.reworded:
        found.append("flag_words")
    if any(stance.is_restated(part) for part in case.sentences) and not stance.asks(case.text, case.evidence):
        found.append("flag_reported")
    return found
