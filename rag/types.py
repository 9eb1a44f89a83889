"""The furniture: what is carried from room to room. Frozen, without behaviour beyond derived properties."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal["member", "government", "chair", "guest"]
EventKind = Literal["chair", "suspension", "closing", "subject", "other"]
SpanKind = Literal["front", "heading", "speech", "event", "furniture"]
Verdict = Literal["supported", "unsupported", "misquoted", "misattributed"]
DeclineReason = Literal["not_present", "present_silent", "off_topic", "no_evidence"]
Language = Literal["nl", "en"]
Form = Literal["md", "html", "pdf", "docx", "json"]  # of a summary or an overview
# what a question asks of it and nothing else: what the head of a report tells, or the overview counts
Occasion = Literal["", "only", "counted"]

TOLD = 60  # words, at most, of a question with the sentences before it that say what it is about


# --- read ---------------------------------------------------------------------------------------


# of an office its rank and what joins its parts are said in English; what it is of is a name, and stays as the record has it
_OFFICES = {
    r"vice-?minister[- ]president": "Deputy Prime Minister",
    r"minister[- ]president": "Prime Minister",
    r"staatssecretaris": "State Secretary",
    r"minister": "Minister",
    r"(?:(?<=Minister)|(?<=Secretary)) van": " of",
    r"(?:(?<=Minister)|(?<=Secretary)) voor": " for",
    r"(?<=, )tevens": "also",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose mouth a turn comes from.

    ``party`` is the party spoken *for* in that turn: None for whoever is in the chair, for the government
    and for guests. ``name`` carries its prefix as printed ("Van Nispen"), without De heer/Mevrouw or office.
    """

    name: str
    party: str | None
    role: Role
    office: str | None = None

    @property
    def label(self) -> str:
        """The speaker as a reader knows them: "Van Nispen (SP)", "Staatssecretaris Broekers-Knol"."""
        return self.called("nl")

    def called(self, language: Language) -> str:
        """The label among words of a language: who is in the chair, and who holds an office, is called so in it."""
        office, name = self.office or "", self.name
        if language == "en":
            office, name = in_english(office), in_english(name)  # of whom the record tells no more than an office, that is the name
        name = f"{office} {name}" if office else name
        if self.role == "chair":
            alone, beside = ("The chair", "chair") if language == "en" else ("De voorzitter", "voorzitter")
            return alone if self.name == "De voorzitter" else f"{name} ({beside})"
        return f"{name} ({self.party})" if self.party else name


def in_english(office: str) -> str:
    """An office of the government in English; any other ("Gevolmachtigde minister van Curaçao"), and a name, as it is."""
    if re.match(r"(?:(?:vice-?)?minister|staatssecretaris)\b", office, re.I):
        for dutch, english in _OFFICES.items():
            office = re.sub(rf"{dutch}\b", english, office, flags=re.I)
    return office


@dataclass(frozen=True, slots=True)
class Turn:
    """One uninterrupted speech by one speaker.

    ``text`` is canonical: line-end hyphens joined, page furniture gone, a joined line one space, a paragraph
    break one newline. Every offset in the project is a Python string offset into this text.

    ``page_starts``: (offset, page) pairs, ascending, the first at offset 0; empty when pages are unknown.
    ``unquotable``: (start, end) spans that no one may be quoted for, such as the chair's notice inside a
    member's turn, or all of a *beknopt verslag*.
    ``source_map``: (offset, source offset, length) runs: text[offset:offset+length] stands character for
    character at the source offset. Characters between runs (joined lines) have no single source character.
    """

    meeting: str
    number: int
    speaker: Speaker
    heading: str
    text: str
    page_starts: tuple[tuple[int, int], ...] = ()
    unquotable: tuple[tuple[int, int], ...] = ()
    source_map: tuple[tuple[int, int, int], ...] = ()
    source_id: str | None = None

    def page_at(self, offset: int) -> int | None:
        """The page on which the character at ``offset`` stands; None when pages are unknown."""
        return next((page for start, page in reversed(self.page_starts) if start <= offset), None)

    def bars(self, start: int, end: int) -> bool:
        """Whether a stretch touches words that no one may be quoted for."""
        return any(a < end and start < b for a, b in self.unquotable)

    @property
    def page_first(self) -> int | None:
        return self.page_starts[0][1] if self.page_starts else None

    @property
    def page_last(self) -> int | None:
        return self.page_starts[-1][1] if self.page_starts else None

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def own_words(self) -> int:
        """Its words without the notices within it (the chair's on a motion, what the hall did); all of a report in indirect speech, where nobody may be quoted, is its speaker's."""
        notices = [self.text[a:b] for a, b in self.unquotable if b - a < len(self.text)]
        return self.words - sum(len(notice.split()) for notice in notices)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who was there, with the party where the record tells it; ``office``: in full, "Minister van Defensie"."""

    name: str
    party: str | None
    role: Role
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened between turns: a suspension, a change of chair, the closing.

    ``after_turn`` is the number of the turn it follows (0: before the first).
    """

    kind: EventKind
    text: str
    after_turn: int


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion moved inside a turn: ``text[start:end]`` of that turn is the motion's own text."""

    turn: int
    start: int
    end: int
    dossier: str | None
    number: str | None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One letter or document on the agenda, with its dossier reference as printed."""

    text: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch source[start:end] of the decoded source and what it is. The spans re-join to the source."""

    kind: SpanKind
    start: int
    end: int
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the record says of itself.

    ``status``: "geredigeerd" | "ongecorrigeerd" | "gecorrigeerd" | "beknopt" | "incomplete" | "unknown".
    ``reference``: the official reference without a page ("Kamerstukken II 2019/20, 28638, nr. 178").
    ``date`` ISO 8601; ``start``/``end``/suspensions "HH:MM". ``pages``: number of pages, None when unknown.
    """

    id: str
    title: str
    kind: str | None
    committee: str | None
    date: str | None
    status: str
    source: str
    language: Language
    reference: str
    pages: int | None = None
    chairs: tuple[str, ...] = ()
    present: tuple[Person, ...] = ()
    start: str | None = None
    end: str | None = None
    suspensions: tuple[tuple[str, str], ...] = ()
    agenda: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """A report as read: the meeting, its turns in spoken order (numbered 1, 2, 3 …) and every span of the source."""

    meeting: Meeting
    turns: tuple[Turn, ...]
    source: str
    spans: tuple[Span, ...]
    events: tuple[Event, ...] = ()
    motions: tuple[Motion, ...] = ()


# --- chunk, index, retrieve ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chunk:
    """A search handle: turn text[start:end], and ``indexed``, the text that is searched (speaker in front). Never shown."""

    meeting: str
    turn: int
    number: int
    start: int
    end: int
    indexed: str


@dataclass(frozen=True, slots=True)
class Filter:
    """What a search is limited to. An empty tuple or None means: no limit. Dates are ISO 8601, inclusive.

    ``parties`` and ``speakers`` are matched exactly on the turn's speaker; resolve surnames before.
    """

    meetings: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    since: str | None = None
    until: str | None = None

    def __bool__(self) -> bool:
        return any((self.meetings, self.parties, self.speakers, self.roles, self.since, self.until))


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found: its score is comparable only within one list of hits."""

    meeting: str
    turn: int
    chunk: int
    score: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn as evidence, numbered from 1, best first.

    ``sentences``: (start, end) of each sentence of the turn. ``nearest``: where the one begins that is nearest to a question that was declined.
    """

    number: int
    turn: Turn
    score: float
    sentences: tuple[tuple[int, int], ...] = ()
    nearest: int = 0


# --- write, verify, answer ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quote:
    """A pointer into the record: turn.text[start:end]. The words are never typed, only pointed at."""

    turn: Turn
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.turn.text[self.start : self.end]

    @property
    def place(self) -> tuple[str, int, int, int]:
        """Where it stands: the meeting, the number of the turn, and the offsets."""
        return self.turn.meeting, self.turn.number, self.start, self.end

    @property
    def flat(self) -> str:
        """Its words on one line."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Names:
    """Who took part in the meetings that are searched: every speaker with party and role, and the parties spoken for."""

    speakers: tuple[Speaker, ...] = ()
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What a writer returns: untrusted. ``problem``: the mark it gave that does not exist ("9.9")."""

    text: str
    quotes: tuple[Quote, ...]
    verbatim: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim that went through `verify`, the only place that makes one. ``flags`` are doubts a reader should see."""

    claim: Claim
    verdict: Verdict
    why: str
    flags: tuple[str, ...] = ()
    citations: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return self.claim.text


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered way from a statement to the record. ``reference`` is the official form, with the page where known."""

    number: int
    quote: Quote
    reference: str

    @property
    def page(self) -> int | None:
        return self.quote.turn.page_at(self.quote.start)


@dataclass(frozen=True, slots=True)
class Usage:
    prompt_tokens: int
    completion_tokens: int


@dataclass(frozen=True, slots=True)
class Understood:
    """How a question was read: the full question, and the filter taken from flags and from names in it.

    ``absent``: parties and persons asked about who took no part; ``silent``: who was there and said nothing;
    ``prefer``: what is not asked for but helps to find (the government's turns, who is spoken to).
    ``slips``: (name as typed, who is meant) where a name was one letter off.
    ``offices``: those of ``absent`` that are no names but offices.
    ``voiced``: (party as asked, who of another party spoke for it too), where none of its own took part.
    ``namesakes``: (name as asked, the speakers it fits) where a name in the question leaves a choice.
    ``again``: an earlier question whose answer was given, where more than that is asked for, or why.
    ``idle``: it is no question about a record (a greeting, thanks). ``outside``: whom it asks about that the filter given leaves out.
    ``no_debate``: the date of a debate it names that is not among those searched.
    ``left_out``: the words of a question that leave someone out ("iedereen behalve de VVD").
    ``heads``: the meetings of which it asks what the head of a report tells: who was there, who was in the chair, when it was;
    ``occasion``: it asks only that, or what the overview counts.
    """

    question: str
    filter: Filter
    language: Language
    absent: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    prefer: Filter = Filter()
    offices: tuple[str, ...] = ()
    voiced: tuple[tuple[str, Speaker], ...] = ()
    slips: tuple[tuple[str, Speaker], ...] = ()
    namesakes: tuple[tuple[str, tuple[Speaker, ...]], ...] = ()
    again: str = ""
    idle: bool = False
    outside: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    no_debate: str = ""
    heads: tuple[Meeting, ...] = ()
    occasion: Occasion = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question. ``written_by``: "verbatim", or the model and the prompt's hash. ``refused``: a promise was asked for, and this refuses it."""

    question: str
    status: Literal["answered", "declined"]
    reason: DeclineReason | None
    written_by: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    passages: tuple[Passage, ...]
    understood: Understood
    notes: tuple[str, ...] = ()
    usage: Usage | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a quote is in the record. Each match: the place, and the word diff as (op, text), op in "=", "-", "+".

    ``apart``: each of its sentences stands in the record, but not one after the other; a match for each. ``notice``: the turn it stands in, where
    it is found only in words that no one may be quoted for. ``laid_to``: whom the quote names before its words, where that is somebody else
    of the record than those who said them.
    """

    quote: str
    status: Literal["verbatim", "differs", "not_found"]
    matches: tuple[tuple[Citation, tuple[tuple[str, str], ...]], ...] = ()
    apart: bool = False
    notice: int | None = None
    laid_to: tuple[Speaker, ...] = ()


# --- the debate's ledger ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom something was promised: a member, with the party spoken for; None where the record does not tell it."""

    name: str
    party: str | None

    @property
    def called(self) -> str:
        """The name with its party, where that is known."""
        return f"{self.name} ({self.party})" if self.party else self.name


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term as stated ("eerste kwartaal van 2020"), and as ISO dates where the text and the meeting's date allow."""

    text: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something the government promised (a *toezegging*).

    ``quote`` points at the debate where it was made there, else at the chair's list; ``speaker`` is who promised, also when the
    chair reads it out. ``more``: other sentences of the debate that make the same promise. ``listed``: the item on the chair's list.
    ``asked``: the question a short answer ("Ja.") says yes to, in the words of whoever asked. ``dated``: the sentence that gives the
    term where neither quote nor list does. ``corrected``: the sentence that sets right what the chair read out, its term or other words.
    ``own``: where in a quote of the list the item's own words begin: one sentence may hold several items.
    """

    quote: Quote
    speaker: str
    to: tuple[Addressee, ...]
    deadline: Deadline | None
    origin: Literal["debate", "chair_list", "both"]
    listed: Quote | None = None
    more: tuple[Quote, ...] = ()
    asked: Quote | None = None
    dated: Quote | None = None
    corrected: Quote | None = None
    own: int = 0

    @property
    def remarks(self) -> tuple[Quote, ...]:
        """What stands beside quote and list: the sentence that sets the list right, and the one that gives the term where that is another."""
        return tuple(dict.fromkeys(q for q in (self.corrected, self.dated) if q))


@dataclass(frozen=True, slots=True)
class Question:
    """What a member put to the government: the sentence that asks, others of the same item, and the sentences that answer.

    The asker is the speaker of ``quote.turn``. ``answers`` is empty when ``status`` is "open". ``line`` is the answer in one
    verified sentence, when a model wrote one. ``reserve``: "perhaps" where what answers it may not be its answer, "later" where that
    only tells that the answer comes later, or is not known.
    """

    quote: Quote
    also: tuple[Quote, ...]
    status: Literal["answered", "partly", "open"]
    answers: tuple[Quote, ...] = ()
    line: Statement | None = None
    reserve: Literal["", "perhaps", "later"] = ""

    @property
    def fared(self) -> str:
        """How it fared, alike in the ledger and on every page: its status, or the reserve on it; none on what a model wrote and was verified."""
        return self.status if self.line else self.reserve or self.status

    @property
    def told(self) -> Quote:
        """The question as it is understood by itself: from the sentence of its item before it on, where that is near ("Wanneer is dat
        klaar?"), to what it asks right after ("Blijft de regeling? En komt er geld bij?")."""
        turn, start, end = self.quote.turn, self.quote.start, self.quote.end

        def short(a: int, b: int) -> bool:
            return len(turn.text[a:b].split()) <= TOLD and not turn.bars(a, b)

        for other in sorted(self.also, key=lambda q: q.start):
            if other.turn == turn and other.start >= end and not turn.text[end : other.start].strip() and short(start, other.end):
                end = other.end
        near = [q.start for q in self.also if q.turn == turn and q.end <= start and short(q.start, end)]
        return Quote(turn, min([start, *near]), end)


@dataclass(frozen=True, slots=True)
class Interruption:
    """One member breaking in on another, or on the government: ``quote`` is the first sentence of it, said by its turn's speaker."""

    quote: Quote
    of: Speaker

    @property
    def by(self) -> Speaker:
        return self.quote.turn.speaker


# --- summarise ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Checked:
    """How many quotes of a document were compared with the record, and those that deviate."""

    quotes: int = 0
    wrong: tuple[Quote, ...] = ()

    @property
    def deviating(self) -> int:
        return len(self.wrong)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is made of a motion, and the words, with what they lean on: of the government "held" (asked to be), "against", "chamber", "early", "adopted", "needless",
    "unfunded" or "none"; of the chamber "withdrawn", "held_over", "rejected" or "carried".

    ``sure``: without reserve. ``reasons``: where in the turn the words end and their reasons follow, where these are quoted too.
    """

    kind: str
    sure: bool
    quote: Quote
    reasons: int | None = None

    @property
    def said(self) -> Quote:
        """The words without the reasons that follow."""
        return Quote(self.quote.turn, self.quote.start, self.reasons or self.quote.end)


@dataclass(frozen=True, slots=True)
class JudgedMotion:
    """A motion with its movers, who moved it first, what it requests (None: not told), and the verdicts on it, as spoken."""

    title: str
    motion: Motion
    movers: tuple[Addressee, ...]
    request: Quote | None
    verdicts: tuple[Judgement, ...] = ()

    @property
    def mover(self) -> Addressee:
        return self.movers[0]


@dataclass(frozen=True, slots=True)
class Summary:
    """One page about what a party (or the government: party None, role "government") brought to a debate.

    ``positions``: what it wants, finds or rejects, each a supported statement; ``further``: clear ones beyond the five. ``given``: its interruptions; ``received``: those of
    others in its speeches. ``announcements`` and ``refusals`` are the government's. ``motions``: those it put its name to, the
    government's page has all of them. ``documents``: documents and motions it named.
    ``asked``: of the government, how each question put to it fared; its ``questions`` has those it answered last.
    ``refused_to``: a refusal that does not say what it refuses ("Nee, dat doe ik niet.") and the question it replies to.
    ``not_addressed``: subjects of the agenda it did not speak about. ``left_out``: what did not fit on the page, in words.
    ``citations``: one numbering over everything on the page, answers to questions included.
    """

    meeting: Meeting
    party: str | None
    role: Literal["member", "government"]
    status: Literal["spoke", "present_silent", "absent"]
    spokespersons: tuple[str, ...] = ()
    turns: int = 0
    words: int = 0
    positions: tuple[Statement, ...] = ()
    further: tuple[Statement, ...] = ()
    questions: tuple[Question, ...] = ()
    asked: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    given: tuple[Interruption, ...] = ()
    received: tuple[Interruption, ...] = ()
    announcements: tuple[Statement, ...] = ()
    refusals: tuple[Statement, ...] = ()
    refused_to: tuple[tuple[Quote, Quote], ...] = ()
    motions: tuple[JudgedMotion, ...] = ()
    documents: tuple[str, ...] = ()
    not_addressed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    checked: Checked = Checked()
    written_by: str = "verbatim"
    usage: Usage | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """A debate at a glance: who spoke about what, how long, and who interrupted whom.

    ``subjects`` come from the debate itself. ``cells``: (party, subject) to the positions there; party "" is the government's.
    ``mentions``, of the same form: what was said there by whoever took no position on it; who is in neither said nothing of it.
    ``speaking``: (label, turns, words) per party and the government, longest first. ``interruptions``: (by, of, times).
    """

    meeting: Meeting
    subjects: tuple[str, ...]
    parties: tuple[str, ...]
    cells: tuple[tuple[str, str, tuple[Statement, ...]], ...]
    speaking: tuple[tuple[str, int, int], ...]
    interruptions: tuple[tuple[str, str, int], ...]
    citations: tuple[Citation, ...] = ()
    mentions: tuple[tuple[str, str, tuple[Statement, ...]], ...] = ()


# --- ingest -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ingested:
    meeting: str
    status: Literal["added", "unchanged", "replaced"]
    turns: int
    chunks: int
    path: str
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    meetings: tuple[Ingested, ...] = ()
    failed: tuple[Failed, ...] = ()
    skipped: int = 0
