"""Summaries, overviews and the ledger on the screen: what stands on paper, with numbers that open the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from rag.cues import asks
from rag.render.charts import Outcome, interruptions_chart, questions_chart, speaking_chart
from rag.render.encode import enc
from rag.render.fidelity import shown
from rag.render.glance import Glance, glance
from rag.render.glance_html import subjects_table
from rag.render.html import cite_html, ended, quote_html, speaker_html
from rag.render.ledger import people, remarked, term
from rag.render.points import everything
from rag.render.sheet import Line, Section, sheet
from rag.render.sheet_html import facts_html
from rag.render.wording import OUTCOME, PAGE, of_questions
from rag.summarise import with_subject
from rag.tables import Words
from rag.types import Citation, Commitment, Language, Meeting, Overview, Question, Quote, Summary
from rag.verify import reference
from rag.verify.quotes import inside

WORDS = Words("page.screen")


# --- a party's page -----------------------------------------------------------------------------


def summary_html(summary: Summary, links: Mapping[str, str], language: Language = "nl") -> str:
    """The summary of a party on the screen: the sheet of paper, whole, each quote with its number; nothing is left out to make it fit."""
    summary = everything(summary, language)
    page = sheet(summary, None, language)
    marks = _marks(summary.citations, language)
    message = f'<p class="gp-message">{enc(page.message)}</p>' if page.message else ""
    return (
        f'<article class="gp-sheet" lang="{language}"><header><p class="gp-kicker">{enc(page.kicker)}</p><h2>{enc(page.title)}</h2>'
        f'<p class="gp-subtitle">{enc(page.subtitle)}</p>{_downloads(links, language)}'
        f'<p class="gp-lead">{WORDS[language]["one_page"]}</p></header><dl>{facts_html(page.facts)}</dl>{message}'
        f'{"".join(_section(section, marks) for section in page.sections)}<p class="gp-foot">{enc(page.foot)}</p></article>'
    )


def _marks(citations: Sequence[Citation], language: Language) -> dict[str, str]:
    """The button of each number."""
    return {str(one.number): cite_html(one, language) for one in citations}


def _downloads(links: Mapping[str, str], language: Language) -> str:
    word = WORDS[language]
    rows = "".join(f'<a class="gp-download" href="{enc(address)}" download>{word[form]}</a>' for form, address in links.items())
    return f'<p class="gp-downloads">{word["download"]} {rows}</p>'


def _section(section: Section, marks: Mapping[str, str]) -> str:
    hint = f' <span class="gp-hint">{enc(section.hint)}</span>' if section.hint else ""
    items = [[_line(line, marks) for line in item.lines] for item in section.items]
    if section.running:
        body = f"<p>{'; '.join(line for lines in items for line in lines)}</p>"
    else:
        body = f"<ul>{''.join('<li><p>' + '</p><p>'.join(lines) + '</p></li>' for lines in items)}</ul>"
    return f'<section class="gp-part"><h3>{enc(section.title)}{hint}</h3>{body}</section>'


def _line(line: Line, marks: Mapping[str, str]) -> str:
    shown = ""
    for run in line:
        if run.kind == "note":  # a button and not a raised figure: it stands apart from the word before it
            shown = ended(shown, marks[run.text]) if shown.endswith("»") else f"{shown} {marks[run.text]}"
        elif run.kind == "quote":
            shown += f'«<span class="gf-quote">{enc(run.text)}</span>»'
        else:
            shown += enc(run.text) if run.kind == "plain" else f'<span class="gp-{run.kind}">{enc(run.text)}</span>'
    return shown


# --- the debate at a glance ---------------------------------------------------------------------


def overview_html(overview: Overview, questions: Sequence[Question], links: Mapping[str, str], language: Language = "nl") -> str:
    """The debate at a glance on the screen: who spoke how long, who broke in on whom, what was answered, and who spoke about what.

    ``questions``: of the debate, for the chart of what was answered; empty: no such chart.
    """
    word, page = PAGE[language], glance(overview, None, language)
    names = {label: name for (label, _, _), (name, _, _) in zip(overview.speaking, page.speaking, strict=True)}
    broke_in = [(names.get(by, by), names.get(of, of), times) for by, of, times in overview.interruptions]
    charts = [("speaking", speaking_chart(page.speaking, language))]
    if questions:
        charts.append(("questions", questions_chart(_outcomes(questions), language)))
    if broke_in:
        charts.append(("interruptions", interruptions_chart(broke_in, language)))
    drawn = "".join(
        f'<figure class="gp-{name}"><figcaption>{word[name]}</figcaption><div class="gp-chart">{svg}</div></figure>' for name, svg in charts
    )
    return (
        f'<article class="gp-overview" lang="{language}"><header><p class="gp-kicker">{enc(page.kicker)}</p><h2>{enc(page.title)}</h2>'
        f'{_downloads(links, language)}</header>{_subjects(page, overview, language)}<div class="gp-charts">{drawn}</div></article>'
    )


def _subjects(page: Glance, overview: Overview, language: Language) -> str:
    word, marks = PAGE[language] | WORDS[language], _marks(overview.citations, language)
    told = f"{word['numbers']} {word['mention_outlined']} {word['numbers_blank']}"
    empty, only = (f'<span class="gf-said">{word[key]}</span>' for key in ("nothing", "said_only"))

    def cell(numbers: Sequence[int]) -> tuple[str, bool]:
        shown = {n: marks[str(n)] for n in numbers}
        html = "".join(f'<span class="gp-mention">{mark}{only}</span>' if n in page.mentioned else mark for n, mark in shown.items())
        return html, not page.mentioned.issuperset(numbers)

    return (
        f'<section class="gp-part"><h3>{word["subjects"]}</h3><p class="gp-lead">{told}</p>'
        f'<div class="gp-wide" tabindex="0" role="region" aria-label="{word["subjects"]}">'
        f"{subjects_table(page.subjects, word['party'], cell, empty)}</div></section>"
    )


def _outcomes(questions: Sequence[Question]) -> list[Outcome]:
    """How the questions of each party fared, the most first."""
    fared: dict[str, list[str]] = {}
    for one in questions:
        asker = one.quote.turn.speaker
        fared.setdefault(asker.party or asker.name, []).append(one.fared)
    rows = (Outcome(party, *map(own.count, ("answered", "partly", "open", "perhaps", "later"))) for party, own in fared.items())
    return sorted(rows, key=lambda row: (-row.total, row.label))


# --- the ledger ---------------------------------------------------------------------------------


def commitments_html(meeting: Meeting, found: Sequence[Commitment], links: Mapping[str, str], language: Language = "nl") -> str:
    """What was promised: the words, by whom, to whom and by when."""
    word = WORDS[language]
    if not found:
        return f'<p class="gp-lead">{word["no_commitments"]}</p>'
    numbers = accumulate((1 + len(one.remarks) for one in found), initial=1)
    rows = [_commitment(number, one, meeting, language) for number, one in zip(numbers, found, strict=False)]
    count = word["commitments_1"] if len(found) == 1 else word["commitments_n"].format(n=len(found))
    dated = sum(bool(c.deadline and c.deadline.end) for c in found)
    hint = f'<p class="gp-lead">{word["in_calendar"].format(dated=dated)}</p>' if dated < len(found) else ""
    return _ledger(count, links, hint, rows, language)


def _commitment(number: int, one: Commitment, meeting: Meeting, language: Language) -> str:
    word = WORDS[language]
    facts = [(word["by"], enc(one.speaker))]
    if one.to:
        facts.append((word["to"], enc(people(one.to, language))))
    facts.append((word["term"], enc(term(one.deadline, language)) if one.deadline else f'<span class="gp-soft">{word["no_term"]}</span>'))
    facts += [(enc(remarked(one, q, language)), _cited(q, n, meeting, language)) for n, q in enumerate(one.remarks, number + 1)]
    origin = f'<span class="gp-tag">{word[one.origin]}</span>' if one.origin != "debate" else ""
    told = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in facts)
    return f'<li><p>{_cited(one.quote, number, meeting, language)} {origin}</p><dl class="gp-facts">{told}</dl></li>'


def questions_html(meeting: Meeting, found: Sequence[Question], links: Mapping[str, str], language: Language = "nl") -> str:
    """What was asked, each with the words that answer it, or that it was not answered."""
    if not found:
        return f'<p class="gp-lead">{WORDS[language]["no_questions"]}</p>'
    numbers = accumulate((1 + len(one.answers) for one in found), initial=1)
    rows = [_question(number, one, meeting, language) for number, one in zip(numbers, found, strict=False)]
    return _ledger(of_questions([q.fared for q in found], language), links, "", rows, language)


def _ledger(count: str, links: Mapping[str, str], hint: str, rows: Sequence[str], language: Language) -> str:
    head = f'<p class="gp-count">{count}</p>{_downloads(links, language)}{hint}'
    return f'<section class="gp-ledger" lang="{language}">{head}<ol>{"".join(rows)}</ol></section>'


def _question(number: int, one: Question, meeting: Meeting, language: Language) -> str:
    told = replace(one, quote=with_subject(one.quote, meeting.language)).told  # as on the page of its party
    asked = f"<p>{speaker_html(told.turn.speaker, language)} {_cited(told, number, meeting, language)}</p>"
    also = [shown(q) for q in one.also if not inside(q, told)]
    word = WORDS[language]
    asked += "".join(f'<p class="gp-soft">{word["also" if asks(q.text, meeting.language) else "beside"]} {quote_html(q)}</p>' for q in also)
    tag = f'<p><span class="gp-tag gp-{one.status}">{OUTCOME[language][one.fared]}</span></p>'
    spoken = groupby(enumerate(one.answers, number + 1), lambda answer: answer[1].turn)
    answers = "".join(
        f'<p class="gp-answers">{speaker_html(turn.speaker, language)} {" ".join(_cited(q, n, meeting, language) for n, q in said)}</p>'
        for turn, said in spoken
    )
    return f"<li>{asked}{answers}{tag}</li>"


def _cited(quote: Quote, number: int, meeting: Meeting, language: Language) -> str:
    citation = Citation(number, shown(quote), reference(meeting.reference, quote))
    return ended(quote_html(quote), cite_html(citation, language))
