"""The page around the answers: the conversation, the first screen, the login form. Every character from outside is encoded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from rag.render.encode import attrs, enc
from rag.render.html import statement_html
from rag.tables import Words
from rag.types import Answer, Filter, Language, Statement

WORDS = Words("page.app")
ICON_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f4e79"/>'
    '<path d="M15 8 8 16l7 8M24 8l-7 8 7 8" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)
ICON = f"data:image/svg+xml,{quote(ICON_SVG)}"
STEPS = ("search", "read", "check")
WRITING = ("search", "read", "write")  # with a model: what it writes is checked as it comes


def question_html(question: str, inside: str, language: Language) -> str:
    """One question of the conversation with what came of it, which is HTML made by this room."""
    said = WORDS[language]["you_asked"]
    return f'<article class="gp-turn"><h3 class="gp-question" tabindex="-1"><span class="gf-said">{said}: </span>{enc(question)}</h3>{inside}</article>'


def steps_html(now: str, language: Language) -> str:
    """What is being done, step by step; the last one is going on."""
    word, steps = WORDS[language], WRITING if now == "write" else STEPS
    at = steps.index(now)
    rows = "".join(
        f'<li class="{"gp-done" if i < at else "gp-now" if i == at else "gp-next"}">{word[step]}</li>' for i, step in enumerate(steps)
    )
    return f'<ol class="gp-steps">{rows}</ol>'


def growing_html(statements: Sequence[Statement], language: Language, references: Mapping[str, str], debates: Mapping[str, str]) -> str:
    """The statements that are verified so far. ``references``, ``debates`` and FidelityError: see `statement_html`."""
    rows = "".join(statement_html(s, language, references, debates) for s in statements if s.verdict == "supported")
    return f'<div class="gf-answer gp-growing" lang="{language}">{rows}</div>'


def limits_html(answer: Answer, titles: Mapping[str, str], given: Filter, language: Language) -> str:
    """Whose turns were searched, as the question and the page limited them; names from the question can be set aside with one press.

    ``titles``: by meeting id; ``given``: the filter of the page.
    """
    word, where = WORDS[language], answer.understood.filter
    groups = zip(("searched", "searched_in"), _limits(where, titles, language), strict=True)
    chips = "".join(
        f"<span>{word[name]}</span>" + "".join(f'<span class="gp-chip">{enc(one)}</span>' for one in found)
        for name, found in groups
        if found
    )
    from_question = (where.parties, where.speakers) != (given.parties, given.speakers) or bool(answer.understood.absent)
    again = f'<button type="button" class="gp-link"{attrs(data_gp_again=answer.understood.question)}>{word["everyone"]}</button>'
    loosen = again if from_question else ""
    return f'<p class="gp-limits">{chips}{loosen}</p>' if chips or loosen else ""


def _limits(where: Filter, titles: Mapping[str, str], language: Language) -> tuple[list[str], list[str]]:
    """Whose turns a filter leaves, and of which debates and time."""
    word = WORDS[language]
    period = [word["period"].format(since=where.since or "…", until=where.until or "…")] if where.since or where.until else []
    who = [*where.parties, *where.speakers, *(word[role] for role in where.roles)]
    return who, [*(titles.get(m, m) for m in where.meetings), *period]


def limits_label(where: Filter, titles: Mapping[str, str], language: Language) -> str:
    """What stands above the filters of the page: what they are for, and what they limit a question to now."""
    now = [name for names in _limits(where, titles, language) for name in names]
    return WORDS[language]["filters_now"].format(now=", ".join(now)) if now else WORDS[language]["filters"]


def cards_html(cards: Sequence[str], total: int, language: Language) -> str:
    """The cards of meetings, the most recent first: that one open, the others behind one line; ``total`` meetings where they are not all."""
    word, rest = WORDS[language], total - 1
    label = word["other_report"] if rest == 1 else word["other_reports"].format(n=rest)
    older = f'<p class="gp-lead">{word["older"].format(n=len(cards))}</p>' if total > len(cards) else ""
    more = (
        f'<details class="gp-more"><summary>{label}</summary><div class="gp-cards">{"".join(cards[1:])}{older}</div></details>'
        if rest > 0
        else ""
    )
    add = f'<a class="gp-link gp-to-upload" href="#gp-upload">{word["upload"]}</a>'
    return f'<div class="gp-cards">{cards[0]}{more}</div>{add}'


def own_card_html(card: str, meeting: str, own: bool, language: Language) -> str:
    """The card of a meeting; of one's own with a button that removes it, behind the question whether one is sure."""
    if not own:
        return card
    word = WORDS[language]
    button = f'<button type="button" class="gp-link"{attrs(data_gp_remove=meeting)}>{word["remove_sure"]}</button>'
    sure = f'<details class="gp-sure"><summary class="gp-link">{word["remove"]}</summary><span>{word["sure"]}</span> {button}</details>'
    return f'<div class="gp-own">{card}<div class="gp-limits"><span>{word["yours"]}</span>{sure}</div></div>'


def status_html(said: str) -> str:
    """What a screen reader is told."""
    return f"<p>{enc(said)}</p>"


def good_html(message: str) -> str:
    """What went well, in plain words."""
    return f'<p class="gp-good" role="status">{enc(message)}</p>'


def language_html(other: str, language: Language) -> str:
    """Which language the page is in, and the way to the other, which is its address."""
    word, tongue = WORDS[language], "nl" if language == "en" else "en"
    link = f'<a class="gp-link" href="{enc(other)}" lang="{tongue}" hreflang="{tongue}">{word["language_other"]}</a>'
    return f"<section>{heading_html(word['language'])}<p>{word['language_help']} {link}</p></section>"


def where_html(kept: str, language: Language) -> str:
    """Where the reports are, and what becomes of one's own. A visitor is told no folder or address of the server."""
    word = WORDS[language]
    return f"<section>{heading_html(word['where'])}<p>{word['where_shared']}</p><p>{word['where_own']} {kept}</p></section>"


def stopped_html(any_yet: bool, language: Language) -> str:
    """That an answer was stopped halfway, and whether something of it stands above."""
    return f'<p class="gf-note">{WORDS[language]["stopped" if any_yet else "stopped_empty"]}</p>'


def about_html(title: str) -> str:
    """Which debate the questions below it are about."""
    return f'<h3 class="gp-about-title">{enc(title)}</h3>'


def making_html(language: Language, what: str = "making") -> str:
    """That something is being made, while it is; ``what``: the name of the words that say so."""
    return f'<ol class="gp-steps" role="status"><li class="gp-now">{WORDS[language][what]}</li></ol>'


def problem_html(message: str) -> str:
    """What went wrong, in plain words."""
    return f'<p class="gp-problem" role="alert">{enc(message)}</p>'


def head_html(root: str, styles: Sequence[str], scripts: Sequence[str], language: Language) -> str:
    """What goes in the head of the page: our own style sheets and scripts, and nothing from elsewhere. ``root``: the path the server stands under."""
    at = f"{enc(root)}/griffier/static"
    links = "".join(f'<link rel="stylesheet" href="{at}/{enc(f)}">' for f in styles)
    modules = "".join(f'<script type="module" src="{at}/{enc(f)}"></script>' for f in scripts)
    told = f'document.documentElement.lang="{language}";document.documentElement.dataset.gfLang="{language}"'
    return f'<script>{told}</script><link rel="icon" href="{ICON}">{links}{modules}'


def header_html(root: str, other: str, language: Language, user: bool = False) -> str:
    """The head of the page: the name, what it is, light or dark, the other language (its address), and the way out for who had to log in."""
    word, tongue = WORDS[language], "nl" if language == "en" else "en"
    logout = f'<form method="post" action="{enc(root)}/logout"><button class="gp-link">{word["logout"]}</button></form>' if user else ""
    return (
        f'<div><a class="gp-skip" href="#gp-ask">{word["skip"]}</a><header class="gp-head"{attrs(data_lost=word["lost"], data_stale=word["stale"])}><div><h1>{word["title"]}</h1>'
        f'<p>{word["tagline"]}</p></div><nav aria-label="{word["title"]}">'
        f'<button type="button" class="gp-link gp-theme" data-gf-theme-toggle="" aria-label="{word["theme"]}" title="{word["theme"]}"></button>'
        f'<a class="gp-link" href="{enc(other)}" lang="{tongue}" hreflang="{tongue}">{word["other_language"]}</a>{logout}</nav></header></div>'
    )


def login_html(language: Language, problem: str | None = None, seconds: int = 0) -> str:
    """The login page, whole."""
    word = WORDS[language]
    said = (
        f'<p class="gp-problem" role="alert">{word["wait_one" if problem == "wait" and seconds == 1 else problem].format(n=seconds)}</p>'
        if problem
        else ""
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="{ICON}">'
        f'<title>{word["login"]} | {word["title"]}</title><link rel="stylesheet" href="griffier/static/griffier.css"><link rel="stylesheet" href="griffier/static/app.css"></head><body class="gp-login"><main>'
        f'<h1>{word["title"]}</h1><p>{word["tagline"]}</p>{said}<form method="post" action="login">'
        f'<label>{word["user"]}<input name="username" autocomplete="username" required autofocus></label>'
        f'<label>{word["password"]}<input name="password" type="password" autocomplete="current-password" required></label>'
        f"<button>{word['login']}</button></form></main></body></html>"
    )


def heading_html(text: str) -> str:
    """A heading of one of our own words."""
    return f'<h2 class="gp-h2">{enc(text)}</h2>'


def lead_html(text: str) -> str:
    """A line that says what a screen is for."""
    return f'<p class="gp-lead">{enc(text)}</p>'


def message_html(message: str, language: Language) -> str:
    """A page of its own with one message, for an address that gives no file."""
    word = WORDS[language]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{word["title"]}</title>'
        f'<link rel="stylesheet" href="../griffier/static/griffier.css"><link rel="stylesheet" href="../griffier/static/app.css"></head>'
        f'<body class="gp-login"><main><h1>{word["title"]}</h1><p>{enc(message)}</p><p><a class="gp-link" href="../">{word["back"]}</a></p>'
        f"</main></body></html>"
    )


def progress_html(done: int, total: int, language: Language) -> str:
    """How far the reading of the bundled debate is."""
    label = WORDS[language]["reading_seed"]
    value = f' value="{done}" max="{max(1, total)}"' if total else ""
    return f'<div class="gp-progress"><label for="gp-seed">{label}</label><progress id="gp-seed"{value}></progress></div>'


def kept(together: bool, users: bool, language: Language) -> str:
    """Who sees what a visitor adds, and how long it stays. ``together``: it goes to everyone; ``users``: visitors had to log in."""
    return WORDS[language]["kept_together" if together else "kept_login" if users else "kept_browser"]


def upload_html(megabytes: int, suffixes: Iterable[str], kept: str, language: Language) -> str:
    """The place to drop one's own reports, of so many megabytes. The script behind it sends each file by itself and shows what came of it.

    ``kept``: who sees them and how long they stay.
    """
    word = WORDS[language]
    texts = {
        key: word[key] for key in ("uploading", "reading", "waiting", "added", "unchanged", "replaced", "incomplete", "offline", "failed")
    }
    data = "".join(f' data-{key}="{enc(text)}"' for key, text in texts.items())
    return (
        f'<section class="gp-upload" id="gp-upload"{data}><h2>{word["upload"]}</h2><p>{word["upload_help"].format(mb=megabytes)} '
        f"{kept}</p>"
        f'<label class="gp-choose">{word["choose"]}<input type="file" multiple accept="{",".join(sorted(suffixes))}"></label>'
        f'<ul class="gp-files" aria-live="polite"></ul></section>'
    )
