"""Answers, checks and a meeting's card as HTML for the page. Every character from outside is encoded; every quote is looked at once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rag.render.colours import hue, party_html
from rag.render.encode import attrs, enc
from rag.render.fidelity import checked, unquoted
from rag.render.terminal import shorten
from rag.render.wording import WORDS, declined_for, few, grouped, has_near, status_of, verdict
from rag.tables import Words
from rag.text import spelled
from rag.types import Answer, Check, Citation, Language, Meeting, Passage, Quote, Speaker, Statement
from rag.verify import reference
from rag.verify.quotes import follows, spans

LABELS = Words("page.record")
NEAR = 4  # nearest turns shown with a declined question
MOST_PRESENT = 8  # who did not speak and is named on the card of a debate: a plenary has a hundred


# --- citations ----------------------------------------------------------------------------------


ONE: Mapping[str, str] = {}  # names of debates where there is only one: it need not be told


def cite_html(citation: Citation, language: Language, debates: Mapping[str, str] = ONE) -> str:
    """The number of a citation as a button: pressed, it opens the record at the quoted words; hovered or focused, it shows them.

    ``debates``: the name of each meeting, where there are several.
    """
    quote = checked(citation).quote
    party, speaker, page, label = quote.turn.speaker.party, quote.turn.speaker.called(language), citation.page, LABELS[language]
    on_page = "" if page is None else label["page"].format(page=page)
    where = attrs(
        data_meeting=quote.turn.meeting,
        data_turn=quote.turn.number,
        data_start=quote.start,
        data_end=quote.end,
        data_speaker=speaker,
        data_party=party,
        data_hue=hue(party) if party else None,
        data_page=page,
        data_quote=quote.text,
        data_reference=citation.reference,
        data_debate=debates.get(quote.turn.meeting),
        aria_label=label["cite"].format(number=citation.number, speaker=speaker, page=on_page),
    )
    return f'<button type="button" class="gf-cite" data-cite=""{where}>{citation.number}</button>'


def quote_html(quote: Quote) -> str:
    """The quoted words between guillemets, as they stand in the record."""
    return f'«<span class="gf-quote">{enc(quote.text)}</span>»'


def ended(quoted: str, mark: str) -> str:
    """HTML that ends in a quote (`quote_html`), and the number that belongs to it: closing sign and number never stand on two lines."""
    return f'{quoted.removesuffix("»")}<span class="gf-end">» {mark}</span>'


def _debates_html(meetings: Iterable[str], debates: Mapping[str, str]) -> str:
    """Which debates these are, where there are several."""
    names = [debates[one] for one in dict.fromkeys(meetings) if one in debates]
    return f' <span class="gf-debate">{enc("; ".join(names))}</span>' if names else ""


def copied(citation: Citation, language: Language) -> str:
    """The line that is copied: the quote, with "(…)" where it is cut from its sentence, the speaker and the official reference."""
    quote = checked(citation).quote
    sentences = spans(quote.turn.text)
    left = "" if any(a == quote.start for a, _ in sentences) else "(…) "
    right = "" if any(b == quote.end for _, b in sentences) else " (…)"
    words = " ".join(quote.text.split())
    return f"«{left}{words}{right}» ({quote.turn.speaker.called(language)}, {citation.reference})"


def _reference_html(citation: Citation, language: Language) -> str:
    """The official reference, with a button that copies the quote and it."""
    label = LABELS[language]
    line = attrs(data_copy=copied(citation, language), aria_label=label["copy_of"].format(number=citation.number))
    return f'<p class="gf-reference">{enc(citation.reference)} <button type="button" class="gf-copy"{line}>{label["copy"]}</button></p>'


def speaker_html(speaker: Speaker, language: Language) -> str:
    """A speaker as a reader knows them: office and name, and the party spoken for as a coloured label."""
    bare = replace(speaker, party=None).called(language)
    party = f" {party_html(speaker.party)}" if speaker.party and speaker.role != "chair" else ""
    return f'<span class="gf-name">{enc(bare)}</span>{party}'


def sources_html(citations: Sequence[Citation], language: Language, debates: Mapping[str, str] = ONE) -> str:
    """Where each number leads: speaker, words, debate (see `cite_html`), official reference, and a button to copy them."""
    if not citations:
        return ""
    rows = "".join(
        f'<li class="gf-source">{cite_html(c, language, debates)}<div class="gf-source-body"><p>{speaker_html(c.quote.turn.speaker, language)} '
        f"{quote_html(c.quote)}{_debates_html([c.quote.turn.meeting], debates)}</p>{_reference_html(c, language)}</div></li>"
        for c in citations
    )
    title = LABELS[language]["sources"].format(n=len(citations))
    return f'<details class="gf-sources"><summary>{title}</summary><ul>{rows}</ul></details>'


# --- statements and answers ---------------------------------------------------------------------


def statement_html(
    statement: Statement, language: Language, references: Mapping[str, str] | None = None, debates: Mapping[str, str] = ONE
) -> str:
    """One statement, as it is shown the moment it is verified.

    A supported one ends in its numbers; when it is verbatim its words are taken from the record here, between guillemets and after
    their speaker. Any other stands apart with the reason, without quotation marks and without numbers.

    ``references``: meeting id to its official reference without a page; ``debates``: see `cite_html`.
    """
    quotes = {q.place: q for q in statement.claim.quotes}.values()  # as `rag.verify.Numbering` has them
    stems = references or {}
    citations = [
        Citation(number, quote, reference(stems.get(quote.turn.meeting, quote.turn.meeting), quote))
        for number, quote in zip(statement.citations, quotes, strict=bool(statement.citations))
    ]
    return _statement_html(statement, citations, language, debates)


def _statement_html(statement: Statement, citations: Sequence[Citation], language: Language, debates: Mapping[str, str]) -> str:
    if statement.verdict != "supported" or not citations:
        return _unsupported_html(statement, language)
    first, *rest = (cite_html(c, language, debates) for c in citations)
    told = f"{enc(statement.text)} {first}"
    if statement.claim.verbatim:
        quoted = ended(_joined_html([c.quote for c in citations]), first)
        told = f"{speaker_html(citations[0].quote.turn.speaker, language)} {quoted}"
    flags = "".join(f' <span class="gf-flag">{enc(flag)}</span>' for flag in statement.flags)
    kind = "verbatim" if statement.claim.verbatim else "prose"
    where = _debates_html([c.quote.turn.meeting for c in citations], debates)
    return f'<div class="gf-statement gf-{kind}"><p>{told}{"".join(rest)}{where}{flags}</p></div>'


def _joined_html(quotes: Sequence[Quote]) -> str:
    """Quotes of one statement: neighbours within one pair of guillemets, others apart with the sign for what is left out."""
    runs: list[Quote] = []
    for quote in quotes:
        if runs and follows(runs[-1], quote):
            runs[-1] = Quote(quote.turn, runs[-1].start, quote.end)
        else:
            runs.append(quote)
    return ' <span class="gf-left-out">(…)</span> '.join(quote_html(run) for run in runs)


def _unsupported_html(statement: Statement, language: Language) -> str:
    label = LABELS[language]["unsupported"]
    return (
        f'<div class="gf-statement gf-unsupported"><p><strong class="gf-tag">{label}</strong> {enc(unquoted(statement.text))}</p>'
        f'<p class="gf-why">{enc(unquoted(statement.why))}</p></div>'
    )


def answer_html(answer: Answer, language: Language, debates: Mapping[str, str] = ONE) -> str:
    """A whole answer: how the question was read, notes, the statements with their numbers, what is not supported, and sources.

    A declined question gives the reason and the nearest turns, said to be that. ``debates``: see `cite_html`.
    """
    read_as = answer.understood.question  # told where a follow-up was read as another question than was typed
    same = " ".join(read_as.split()) == " ".join(answer.question.split())
    head = "" if same else f'<p class="gf-read-as">{WORDS[language]["read_as"]} <em>{enc(read_as)}</em></p>'
    notes = "".join(f'<p class="gf-note">{enc(note)}</p>' for note in answer.notes)
    if answer.status == "declined":
        reason = f'<p class="gf-declined">{enc(declined_for(answer, language))}</p>'
        near = _near_html(answer.passages, language, debates) if has_near(answer) else ""
        return f'<div class="gf-answer gf-is-declined" lang="{language}">{head}{reason}{notes}{near}</div>'
    by_number = {c.number: c for c in answer.citations}
    supported = [s for s in answer.statements if s.verdict == "supported"]
    parts = [_statement_html(s, [by_number[n] for n in s.citations], language, debates) for s in supported]
    doubtful = "".join(_unsupported_html(s, language) for s in answer.statements if s.verdict != "supported")
    apart = f'<div class="gf-apart">{doubtful}</div>' if doubtful else ""
    model = answer.written_by.partition(" (")[0]  # what follows is the prompt and its hash: for the JSON, not for a reader
    by = LABELS[language]["verbatim_by" if answer.written_by == "verbatim" else "model_by"].format(by=model)
    return (
        f'<div class="gf-answer" lang="{language}">{head}{notes}{"".join(parts)}{apart}'
        f'<p class="gf-by">{enc(by)}</p>{sources_html(answer.citations, language, debates)}</div>'
    )


def _near_html(passages: Iterable[Passage], language: Language, debates: Mapping[str, str]) -> str:
    """The nearest turns of a declined question, each leading to its place: not the answer, and said so."""
    rows = []
    for passage in [*passages][:NEAR]:
        turn = passage.turn
        page = "" if turn.page_first is None else f", {WORDS[language]['page']} {turn.page_first}"
        name = LABELS[language]["near_turn"].format(speaker=turn.speaker.called(language), turn=turn.number, page=page)
        where = attrs(data_meeting=turn.meeting, data_turn=turn.number)
        rows.append(
            f'<li><button type="button" class="gf-to-turn" data-cite=""{where}>{enc(name)}</button>{_debates_html([turn.meeting], debates)} '
            f'<span class="gf-snippet">{enc(shorten(turn.text[passage.nearest :], 160))}</span></li>'
        )
    return f'<div class="gf-near"><p class="gf-near-title">{WORDS[language]["near"]}</p><ul>{"".join(rows)}</ul></div>' if rows else ""


# --- a checked quote ----------------------------------------------------------------------------


def check_html(check: Check, language: Language, debates: Mapping[str, str] = ONE) -> str:
    """The outcome of a quote check: in the record, different (with the difference word by word), or not found. ``debates``: see `cite_html`."""
    label = LABELS[language]
    differs = check.status == "differs" and not check.apart
    rows = []
    for citation, diff in check.matches:
        compared = f'<p class="gf-diff-title">{label["difference"]}</p>{diff_html(diff, language)}' if differs else ""
        rows.append(
            f'<li class="gf-match"><p>{speaker_html(checked(citation).quote.turn.speaker, language)} '
            f"{ended(quote_html(citation.quote), cite_html(citation, language, debates))}"
            f"{_debates_html([citation.quote.turn.meeting], debates)}</p>{compared}{_reference_html(citation, language)}</li>"
        )
    matches = f"<ul>{''.join(rows)}</ul>" if rows else ""
    if check.status == "not_found" and check.notice is None:
        matches = f'<p class="gp-lead">{label["not_found_help"]}</p>'
    return (
        f'<div class="gf-check gf-check-{check.status.replace("_", "-")}" lang="{language}"><p class="gf-verdict" role="status">'
        f"{enc(verdict(check, language))}</p>{matches}</div>"
    )


def diff_html(diff: Iterable[tuple[str, str]], language: Language) -> str:
    """A difference word by word: struck through and underlined, and said in words to a screen reader; never by colour alone."""
    label = LABELS[language]
    forms = {"=": "{}"}
    for op, tag, said in (("-", "del", label["only_record"]), ("+", "ins", label["only_quote"])):
        forms[op] = f'<{tag}><span class="gf-said">{said} </span>{{}}</{tag}>'
    words = " ".join(forms[op].format(enc(text)) for op, text in diff)
    return f'<p class="gf-diff">{words}</p><p class="gf-legend">{label["legend"]}</p>'


# --- a meeting ----------------------------------------------------------------------------------


def titled(meetings: Sequence[Meeting], language: Language) -> dict[str, str]:
    """How each debate is called, by its id: its title, with its day where another has the same."""
    titles = Counter(one.title for one in meetings)
    return {one.id: f"{one.title}, {spelled(one.date, language)}" if titles[one.title] > 1 and one.date else one.title for one in meetings}


def meeting_html(meeting: Meeting, turns: int, words: int, speakers: Iterable[Speaker], language: Language) -> str:
    """What a debate is, as a card: title, date, committee, how long, who spoke, and a button that opens the record."""
    label, speakers = LABELS[language], list(speakers)
    spoke = {*meeting.chairs, *(speaker.name for speaker in speakers)}
    others = [f"{p.name} ({p.party})" if p.party else p.name for p in meeting.present if p.role == "member" and p.name not in spoke]
    took, size = length_text(meeting, language), label["size"].format(turns=grouped(turns, language), words=grouped(words, language))
    rows = [
        ("date", enc(spelled(meeting.date, language)) if meeting.date else ""),
        ("committee", enc(meeting.committee or "")),
        ("length" if took else "extent", enc(f"{took}, {size}" if took else size)),
        ("took_part", _parties_html(speakers, language)),
        ("present", enc(few(others, MOST_PRESENT, language)) if others else ""),
        ("chairs", enc(", ".join(meeting.chairs))),
        ("reference", enc(meeting.reference)),
        ("status", enc(status_of(meeting, language))),
    ]
    facts = "".join(f'<div class="gf-fact-{name}"><dt>{label[name]}</dt><dd>{value}</dd></div>' for name, value in rows if value)
    where = attrs(data_meeting=meeting.id, data_turn=1)
    return (
        f'<section class="gf-meeting" lang="{language}"><h2>{enc(meeting.title)}</h2><dl>{facts}</dl>'
        f'<button type="button" class="gf-open" data-cite=""{where}>{label["open_record"]}</button></section>'
    )


def _parties_html(speakers: Iterable[Speaker], language: Language) -> str:
    """Who spoke, by party; then the government and guests. The chair is named elsewhere."""
    groups: dict[str, dict[str, None]] = {}
    for speaker in speakers:
        if speaker.role == "chair":
            continue
        key = party_html(speaker.party) if speaker.party else ""
        if not key and speaker.role != "member":
            key = f'<span class="gf-group">{LABELS[language]["government" if speaker.role == "government" else "guests"]}</span>'
        groups.setdefault(key, {})[replace(speaker, party=None).called(language)] = None
    return "".join(f'<span class="gf-took-part">{key} {enc(", ".join(names))}</span>' for key, names in groups.items())


def length_text(meeting: Meeting, language: Language) -> str:
    """How long a meeting took, suspensions off, with its hours; empty when the record does not say."""
    if not meeting.start or not meeting.end:
        return ""
    spent = _minutes(meeting.start, meeting.end) - sum(_minutes(a, b) for a, b in meeting.suspensions)
    if spent <= 0:
        return ""
    label, (h, m) = LABELS[language], divmod(spent, 60)
    name = "minutes" if not h else "hours_minutes" if m else "hours"
    return f"{label[name].format(h=h, m=m)} ({label['from_to'].format(start=meeting.start, end=meeting.end)})"


def _minutes(start: str, end: str) -> int:
    (a, b), (c, d) = (map(int, time.split(":")[:2]) for time in (start, end))
    return ((c * 60 + d) - (a * 60 + b)) % (24 * 60)
