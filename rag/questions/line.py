"""The one sentence that stands for an answer on a page: the one that says most about what was asked; and whether it may be another's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.cues import marks, of_course
from rag.kind import DATE, TERM, Kind, has_number, kind_of
from rag.leaning import must_lean
from rag.questions.cues import (
    ASKS_FOR,
    by_clause,
    comes_later,
    cue,
    of_colleague,
    passes_on,
    puts_off,
    subject_stems,
    unknown,
    unsettled,
    untold,
)
from rag.questions.items import leans
from rag.rarity import rarity
from rag.rectified import rectified
from rag.restated import announces, names_subject
from rag.tables import table
from rag.text import content_stems, is_question, words
from rag.types import Language, Question, Quote, Speaker
from rag.verify.quotes import holds, parts, spans
from rag.verify.stance import is_restated, negations

_WORD = re.compile(rf"\b{ASKS_FOR}\b", re.I)
_CONDUCT = "|".join(table("commitments")["not"]["conduct"])
_KNOWS = "weet|denk|vind|zie|ken|kan|heb|ben|hoor|begrijp|geloof|hoop|zeg"
# "een landelijk fonds ga ik niet optuigen", "ik leg geen maximum op", "dat zal ik doen"; not "dat weet ik niet", "ik zal me bescheiden opstellen"
_DECIDES = re.compile(
    rf"\b(?!(?:{_KNOWS})\b)\w+ (?:ik|wij|we)\b[^.;:,?]*\b(?:niet|geen)\b(?! (?:alleen|voor ni))|\b(?:ik|wij|we) (?!(?:{_KNOWS}|de|het|een|die|dat|daar|er|u)\b)\w+ [^.;:,?]*\b(?:niet|geen)\b"
    # "tegen haar zeg ik dat ik het in mei bespreek"
    rf"|\bzeg(?:gen)? (?:ik|wij|we)\b(?: \w+){{0,3}} dat (?:ik|wij|we)\b(?![^.;]*\b(?:{_KNOWS})\W*$)"
    rf"|\b(?:zal|ga) (?:ik|wij|we)\b|\b(?:ik|wij|we) (?:zal|zullen|ga|gaan)\b(?! (?:me|mij)\b[^.;:,?]*\b(?:{_CONDUCT})(?:\W*$|[,;]))|\b(?:niet |wel )?(?:toe )?bereid\b|\bga(?:at|an) (?:mij|me|ons) te ver\b|\bniet van plan\b|\bzeg(?:gen)? (?:ik|wij|we)\b.*\btoe\b",
    re.I,
)

# "ja, ik maak de afspraak", "Nee, er komt geen uitstel"
_YES_OR_NO = re.compile(r"(?:^|[:;,] |\b(?:en|maar) )\W*(?:ja|jazeker|nee|neen|yes|no)\b", re.I)
# "dat ben ik met haar eens", where that is asked
_AGREES = re.compile(
    r"\b(?:ben|zijn) (?:ik|wij|we)\b[^.;]*\beens\b|\b(?:ik|wij|we) (?:ben|zijn) het\b[^.;]*\beens\b|\bdeel(?:en)? (?:ik|wij|we)\b|\b(?:ik|wij|we) deel(?:en)?\b",
    re.I,
)
# "Ik zal de Kamer daarover informeren": it tells that more follows, and decides only where nothing else does
_INFORMS = re.compile(
    r"\b(?:informeren|berichten|inlichten|laten weten|terugkomen)\b|\b(?:informeer|bericht|stuur|schrijf)\b[^.;]*\b(?:Kamer|brief|u)\b",
    re.I,
)


_AS_IT_IS = r"(?:zo(?:als (?:het|die|dat|ze|hij) (?:nu )?(?:is|was|zijn|waren))?|ongewijzigd|hetzelfde|bij het oude)(?:,? (?:meneer de )?voorzitter)?\W*$"
_HOLD, _TO = r"\b(?:houd?(?:en)? (?:ik|wij|we)|(?:ik|wij|we) houd?(?:en)?)", r"\b(?:daar|hier|er)?aan"
_STAYS = re.compile(
    rf"\b(?:\w+ )?blij(?:ft|ven) (?:\w+ ){{0,2}}{_AS_IT_IS}|\b(?:houd?|houden|laat|laten) (?:ik|wij|we|het|dat|dit) (?:\w+ ){{0,2}}{_AS_IT_IS}"
    # "daar houden we aan vast", "aan de norm houd ik vast"; not "ik houd mijn hart vast"
    rf"|{_HOLD} (?:\w+ ){{0,3}}(?:{_TO} (?:\w+ )?vast|vast {_TO})\b|{_TO} (?:\w+ ){{0,4}}{_HOLD} (?:\w+ )?vast\b",
    re.I,
)
_TURNED = re.compile(r"\b(?:niet|geen|nooit|niets)\b", re.I)  # "dat laten we niet zo" is no refusal


def decides(sentence: str) -> bool:
    """Whether a sentence says what the speaker does or does not: "Een landelijk fonds ga ik niet optuigen.", "Dat gaat mij te ver."."""
    return _DECIDES.search(sentence) is not None or stays(sentence)


def stays(sentence: str) -> bool:
    """Whether a sentence says that things stay as they are, a no to who wants them otherwise: "Dat houden we zo.", "De norm blijft zoals die is."."""
    found = _STAYS.search(sentence)
    return found is not None and not _TURNED.search(found[0])


SETTLED = 1.5  # it says yes or no, agrees, refuses, promises
ASIDE = 2.0  # courtesies, and what only looks back
LEAD = 4.0  # it only says whose question is next
TOLD = 2.0  # it holds the figure that was asked for, or what whoever was asked thinks
TELLING = 2.8  # the rarity from which a word that both have says that they are about the same: "jaar" does not
REPLY = 2  # turns after a question in which the reply to it comes
SENTENCES, WORDS = 3, 60  # of an answer where the page has room
DECIDED = 2.5  # it says what the speaker does or does not, where that is asked
BARE = 6  # words of a bare yes or no: "Nee, dat zal ik niet doen."
PART = 5  # letters of a part of a compound
LATER, LATEST = 1.5, 3  # what each sentence later in the answer takes off, and from which one no more


def shown_answer(question: Question, language: Language = "nl") -> tuple[Quote, ...]:
    """The quotes that stand on the page as the answer: those of the written line, else the sentence that says most.

    Args:
        question: from the ledger; its answers are sentences in spoken order.
        language: that of the record.
    """
    if not question.answers or question.status == "open":
        return ()
    if question.line is not None and question.line.verdict == "supported":
        return question.line.claim.quotes
    asked = set(content_stems(question.quote.text, language))
    kind, view = kind_of(question.quote.text, language, language), cue("request", "view").search(question.quote.text)
    speaker, whether = question.quote.turn.speaker, kind.name == "other" and not _WORD.search(question.quote.text)

    def worth(place: int) -> float:
        text = question.answers[place].text
        told = (not asked.isdisjoint(content_stems(text, language))) + TOLD * _holds_figure(kind, text, language)
        told += TOLD * bool(view and "own" in marks(text, language))
        told += SETTLED * bool(cue("answer", "settled").search(text)) - ASIDE * bool(cue("answer", "aside").search(text))
        lead = announces(text) or (_by_name(speaker, text) and bool(cue("answer", "retells").search(text)))
        return told - LEAD * lead + (DECIDED if place == decided else -LATER * min(place, LATEST))

    # "Daar moet ik even naar laten kijken.", "Dat durf ik nu niet te zeggen.": no answer beside the one that came later
    open_then = [comes_later(a.text) or (question.status == "answered" and unsettled(a.text)) for a in question.answers]
    said = [at for at, later in enumerate(open_then) if not later] or [*range(len(question.answers))]
    every = [at for at in said if tells(question, question.answers[at], language)] or said
    if view and not whether:  # what is thought of it says by name of what
        every = [
            a
            for a in every
            if "own" in marks(question.answers[a].text, language) and is_about(question.answers[a], question.quote.text, language)
        ] or every
    agreed = cue("request", "agreed").search(question.quote.text)
    # whoever reads only what comes before it may take a no for a yes
    decided = next((at for says in _SAYS for at in every if whether and says(question.answers[at].text, agreed)), -1)
    if kind.figure and not any(_holds_figure(kind, a.text, language) for a in question.answers):
        every = [at for at in said if untold(question.answers[at].text)][
            :1
        ] or every  # "Dat getal noem ik niet.", not the courtesy before it
    best = question.answers[max(every, key=worth)]
    return (best, *dict.fromkeys(right for _, right in rectified([a.turn for a in question.answers], (best,))))


# what says whether, soonest first: a yes or a no, what the speaker does or does not, and that word of it will follow
_SAYS: tuple[Callable[[str, object], object], ...] = (
    lambda text, agreed: _YES_OR_NO.search(text) or (agreed and _AGREES.search(text)),
    lambda text, _: decides(text) and not _INFORMS.search(text),
    lambda text, _: decides(text),
)
_STILL = re.compile(r"\W*wel\b", re.I)
_CONTRAST = re.compile(r"\W*(?:toch|maar|echter|alleen|wel|in plaats daarvan|wat (?:ik|wij|we) wel|but|however|instead)\b", re.I)


def rounded(quote: Quote, language: Language = "nl") -> Quote:
    """An answer with the sentence before it that it leans on, and the next one of its paragraph that takes it back in part or gives the reason of a bare yes or no.

    "Ik was onder de indruk. Toch wil ik het niet opleggen."; "Dat ga ik niet doen. Het kost 1,2 miljard euro."

    Args:
        quote: from `shown_answer` or `whole_answer`.
    """
    text, whole = quote.turn.text, spans(quote.turn.text)
    before = next(((a, b) for a, b in reversed(whole) if b <= quote.start), None)
    after = next(((a, b) for a, b in whole if a >= quote.end), None)
    first = text[slice(*next(((a, b) for a, b in whole if a >= quote.start), (quote.start, quote.end)))]
    # "Over de pont zeg ik nu niets, want ik praat daarover."
    says_of_what = names_subject(first) and not must_lean(first.partition(",")[0])
    led = text[slice(*before)] if before else ""
    # "Een loket vind ik niet nodig. Wel ga ik …": alone it would tell a no as a yes
    leans_back = (_STILL.match(first) and negations(led)) or (
        must_lean(first) and not (says_of_what or any(map(_YES_OR_NO.match, (first, led))))
    )
    if before and leans_back and "\n" not in text[before[1] : quote.start] and _is_told(led, language):
        quote = _longer(quote, before[0], quote.end)
    if after and "\n" not in text[quote.end : after[0]]:
        told = text[slice(*after)]
        bare = len(words(quote.text)) <= BARE and _is_told(told, language)
        quote = _longer(quote, quote.start, after[1]) if bare or _CONTRAST.match(told) else quote
    return quote


def _longer(quote: Quote, start: int, end: int) -> Quote:
    longer = Quote(quote.turn, start, end)
    return longer if len(words(longer.text)) <= WORDS and holds(longer) else quote


def _is_told(text: str, language: Language) -> bool:
    """Whether a sentence may stand beside an answer: no question, no courtesy, and not the next question taken up."""
    aside = marks(text, language).keys() & {"asks", "courtesy", "procedure"}
    return not (
        aside or of_course(text) or is_question(text) or announces(text) or is_restated(text) or cue("answer", "retells").search(text)
    )


def whole_answer(question: Question, language: Language = "nl") -> tuple[Quote, ...]:
    """The same for a page with room: with the sentences after it that answer too, in one quote ("… 8.300. In 2030 moeten dat er 20.000 zijn.").

    Args:
        question: from the ledger; its answers are sentences in spoken order.
        language: that of the record.
    """
    shown = shown_answer(question, language)
    if len(shown) != 1 or question.line is not None:
        return shown
    (first,) = shown
    turn = first.turn
    inside = [(a, b) for a, b in spans(turn.text) if a >= first.start and "\n" not in turn.text[first.start : b].rstrip()][:SENTENCES]
    also = [b for _, b in inside if any(a.turn == turn and a.end == b for a in question.answers)]
    longer = [Quote(turn, first.start, end) for end in also if end > first.end]
    return next(((q,) for q in reversed(longer) if len(words(q.text)) <= WORDS and holds(q)), shown)


def as_answered(question: Question, language: Language) -> Question:
    """A question under the sentence of its item that is answered: another one where most answers are about that and none about the first, which
    stands in ``also`` then.

    Args:
        question: from the ledger.
        language: that of the record.
    """

    def told(asked: Quote) -> list[bool]:
        names = bool(subject_stems(asked.text, language))
        return [names and touches(asked.text, answer, language) for answer in question.answers]

    first = question.quote
    if (
        question.status == "open"
        or not is_question(first.text)
        or must_lean(first.text)
        or not subject_stems(first.text, language)
        or any(told(first))
    ):
        return question
    other = next(
        (q for q in question.also if is_question(q.text) and q.turn == first.turn and sum(told(q)) * 2 > len(question.answers)), None
    )
    return replace(question, quote=other, also=(first, *(q for q in question.also if q != other))) if other else question


def reserved(question: Question, language: Language) -> Question:
    """A question with the reserve on its answer: that it may not be the answer, or that it only comes later.

    Args:
        question: from the ledger.
        language: that of the record.
    """
    if question.status == "partly" and _only_later(question, language):
        return replace(question, reserve="later")
    told = [a for a in question.answers if tells(question, a, language)]
    doubt = question.status == "answered" and all(cue("answer", "by_the_way").search(a.text) for a in told)
    return replace(question, reserve="perhaps") if doubt else question


# "…, maar vorig jaar waren het er 34": of what is put off; not "…, maar drie provincies houden dat bij"
_OF_IT = re.compile(r"\b(?:het|dat) (?:is|was|zijn|waren|wordt|werd)\b|\b(?:is|was|zijn|waren|wordt|werd) (?:het|dat)\b", re.I)


def _only_later(question: Question, language: Language) -> bool:
    """Whether all that an answer says of its question is that it comes later or from somebody else: so does the sentence that stands on the page, or what
    else it says holds no figure where one is asked for, and nothing of the question where no more is asked than whether something is so.
    """
    said = by_clause(text for quote in question.answers for text in parts(quote))
    off = [text for text in said if _put_off(text)]
    told = [text for text in said if text not in off]
    if not off or any(map(unknown, said)) or any(map(decides, told)):
        return False
    asked, kind = question.quote.text, kind_of(question.quote.text, language, language)
    if kind.figure:
        beside = (clause for text in off for clause in text.split(", maar")[1:] if _OF_IT.search(clause) and not _put_off(clause))
        return not any(_holds_figure(kind, text, language) for text in (*told, *beside))
    if all(_put_off(text) for quote in shown_answer(question, language) for text in by_clause(parts(quote))[:1]):
        return True
    agreed = cue("request", "agreed").search(asked)
    whether = kind.name == "other" and not _WORD.search(asked)
    return whether and not any(_YES_OR_NO.search(t) or (agreed and _AGREES.search(t)) or _tells_more(asked, t, language) for t in told)


def _tells_more(asked: str, text: str, language: Language) -> bool:
    """Whether a sentence holds a word of a question, a number or a time."""
    return has_number(text) or DATE.search(text) is not None or TERM.search(text) is not None or _names(asked, text, language)


def _put_off(sentence: str) -> bool:
    return puts_off(sentence) or of_colleague(sentence) or passes_on(sentence)


def tells(question: Question, answer: Quote, language: Language) -> bool:
    """Whether a sentence that answers may stand under its question as the answer.

    It, or the sentence before it, shares a word with what was asked, it holds what is asked for, or it is the reply right after the
    question. Of another a reader should know that it may not be the answer.

    Args:
        question: from the ledger.
        answer: one of its answers.
        language: that of the record.
    """
    return 0 < answer.turn.number - question.quote.turn.number <= REPLY or touches(_asked(question, language), answer, language)


def touches(asked: str, answer: Quote, language: Language, headed: bool = True) -> bool:
    """Whether a sentence holds what is asked for, or, with the sentence before it, a word that tells what a question is about; so does any where it has none.

    Args:
        asked: the question, with what it points back to.
        answer: a sentence that answers.
        language: that of the record.
        headed: whether the sentence before it counts too where that only says what comes next.
    """
    text = answer.turn.text
    start = max((a for a, b in spans(text) if b <= answer.start), default=answer.start)
    start = start if headed or not announces(text[start : answer.start]) else answer.start
    return is_about(answer, asked, language) or _shares(asked, text[start : answer.end], language)


def shares(question: Question, text: str, language: Language) -> bool:
    """Whether words hold one that tells what a question is about; so do any where it has none.

    Args:
        question: from the ledger.
        text: of the same debate.
        language: that of the record.
    """
    return _shares(_asked(question, language), text, language)


def _asked(question: Question, language: Language) -> str:
    quote = question.quote
    before = [quote.turn.text[a:b] for a, b in spans(quote.turn.text) if b <= quote.start][-1:] if leans(quote.text) else []
    # "Hoe kijkt de minister daarnaar?": what stands before tells it
    return " ".join([*before, _main(quote.text, language), *(q.text for q in question.also)])


# "… als het waterpeil onder de grens zakt?"; not "als voorzitter", "zowel … als", "als het gaat om …"
_IF = re.compile(
    r",?\s(?:als|indien|wanneer|zodra|zolang)\s(?!(?:het|dit|dat)\b[^,;:?]*\b(?:gaat|om)\b)(?:de|het|een|er|die|dat|dit|deze|zijn|haar|hun|we|wij|ze|zij|hij|je|iemand|blijkt)\b[^,;:?]*",
    re.I,
)


def _main(asked: str, language: Language) -> str:
    """A question without its condition, where that leaves what it is about: "Wordt er gevist als het peil onder de grens zakt?"."""
    main = _IF.sub(" ", asked) if is_question(asked) else asked
    return main if subject_stems(main, language) else asked


def _shares(asked: str, text: str, language: Language) -> bool:
    return not subject_stems(asked, language) or _names(asked, text, language)


def is_about(answer: Quote, asked: str, language: Language) -> bool:
    """Whether an answer holds the figure that is asked for, or a word that tells what it is about.

    Args:
        answer: a sentence that answers.
        asked: the question, with what it points back to.
        language: that of the record.
    """
    kind = kind_of(asked, language, language)
    return (kind.figure and kind.held(answer.text, language)) or _names(asked, answer.text, language)


def _names(asked: str, text: str, language: Language) -> bool:
    """Whether words hold one that tells what is asked about, or a part of it: "fondsen" for "noodfondsen"."""
    known = [stem for stem in subject_stems(asked, language) if rarity(stem, language) >= TELLING]
    return any(one == stem or _part_of(*sorted((one, stem), key=len)) for stem in known for one in content_stems(text, language))


def _part_of(short: str, long: str) -> bool:
    """Whether a word is the first or last part of a compound."""
    return len(short) >= PART and (long.startswith(short) or long.endswith(short))


def _holds_figure(kind: Kind, text: str, language: Language) -> bool:
    """Whether a sentence holds the figure that is asked for; the day of a date is none."""
    if kind.name in {"date", "clock"}:
        return Kind(kind.name).held(text, language)
    return kind.figure and Kind("size").held(_DAY.sub(" ", text), language)


_DAY = re.compile(rf"(?:\b\d{{1,2}}\s+)?(?:{DATE.pattern})", re.IGNORECASE)


def _by_name(asker: Speaker, text: str) -> bool:
    """Whether a sentence names whoever asked, or the party: then it may be about the question and not the answer to it."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in (asker.name, asker.party) if name)
