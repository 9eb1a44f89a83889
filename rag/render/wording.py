"""The words around the record's own, in the reader's language: on a page, under a question that is declined, of a checked quote."""

from __future__ import annotations

from collections.abc import Sequence

from rag.tables import Words
from rag.text import listed
from rag.types import Answer, Check, Language, Meeting

WORDS = Words("answer.answer")
REASONS = Words("answer.declined")
UNRELATED = frozenset({"not_present", "off_topic"})  # declined for these, no turn is nearer than another
PAGE = Words("sheet.sheet")
COUNTS = Words("sheet.counts")
JUDGED = Words("sheet.motion")
OUTCOME = Words("sheet.outcome")
STATUS = Words("sheet.status")
KIND = Words("sheet.kind")


def grouped(number: int, language: Language) -> str:
    """A whole number with its thousands apart: "1.234" in Dutch, "1,234" in English."""
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")


def counted(kind: str, number: int, language: Language, party: str = "") -> str:
    """A number of things in words: "1 vraag", "6 vragen"."""
    return COUNTS[language][f"{kind}_1" if number == 1 else kind].format(number, party)


def tally(fared: Sequence[str], language: Language) -> str:
    """How questions fared, counted: "7 beantwoord (waarvan 1 mogelijk), 1 deels beantwoord, 1 nog zonder antwoord, 2 niet beantwoord".

    ``fared``: of each question, how it fared.
    """
    names, extra = OUTCOME[language], PAGE[language]
    perhaps = f" {extra['of_which'].format(fared.count('perhaps'))}" if "perhaps" in fared else ""
    told = [
        (fared.count("answered") + fared.count("perhaps"), f"{names['answered']}{perhaps}"),
        (fared.count("partly"), names["partly"]),
        (fared.count("later"), extra["none_yet"]),
        (fared.count("open"), names["open"]),
    ]
    return ", ".join(f"{number} {how}" for number, how in told if number)


def of_questions(fared: Sequence[str], language: Language) -> str:
    """How many questions there are and how they fared, alike on the screen and on a page: "9 vragen: 7 beantwoord, 2 niet beantwoord"."""
    return f"{counted('questions', len(fared), language)}: {tally(fared, language)}"


def short(text: str, most: int) -> str:
    """Our own words, never the record's, cut at a word so that a heading stays a heading."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rsplit(' ', 1)[0][: most - 1]}…"


def few(names: Sequence[str], most: int, language: Language) -> str:
    """Names in a row, the last ones counted when there are too many."""
    shown = [short(name, 60) for name in names[:most]]
    rest = len(names) - len(shown)
    others = PAGE[language]["other" if rest == 1 else "others"].format(rest)
    return listed([*shown, others] if rest else shown, language)


def status_of(meeting: Meeting, language: Language) -> str:
    """The status of a report; empty where it is unknown, or the reference tells it ("Tweede Kamer, Natuur, 2 juli 2025, ongecorrigeerd verslag")."""
    status = "" if meeting.status == "unknown" else STATUS[language].get(meeting.status, meeting.status)
    return "" if status in meeting.reference else status


def declined_for(answer: Answer, language: Language) -> str:
    """Why a question is declined, in plain words."""
    asked, reason = answer.understood, answer.reason or "no_evidence"
    why = REASONS[language]["idle" if asked.idle else "occasion" if asked.occasion and asked.heads and reason == "no_evidence" else reason]
    return why.format(silent=listed(asked.silent, language))


def has_near(answer: Answer) -> bool:
    """Whether the turns nearest to a declined question are worth showing: no turn is nearer than another to what nobody says."""
    return answer.reason not in UNRELATED and not answer.understood.occasion


def verdict(check: Check, language: Language) -> str:
    """The outcome of a quote check in plain words."""
    if check.notice is not None:
        return WORDS[language]["no_one"].format(turn=check.notice)
    told = WORDS[language]["apart" if check.apart else check.status]
    if not check.laid_to:
        return told
    mouths = (check.laid_to, [citation.quote.turn.speaker for citation, _ in check.matches])
    asked, said = (listed(list(dict.fromkeys(s.called(language) for s in who)), language) for who in mouths)
    return f"{told} {WORDS[language]['other_mouth'].format(asked=asked, said=said)}"
