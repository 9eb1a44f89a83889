"""The page around the answers: the conversation, the first screen, the login form. Every character from outside is encoded."""

from __future__ import annotations

from collections.abc import Sequence

from rag.render.encode import enc
from rag.render.html import statement_html
from rag.types import Language, Statement

WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "title": "griffier",
        "tagline": "Citeerbare antwoorden uit het verslag",
        "other_language": "English",
        "logout": "Uitloggen",
        "skip": "Naar de vraag",
        "tab_ask": "Vraag",
        "tab_parties": "Partijen",
        "tab_ledger": "Toezeggingen en vragen",
        "tab_check": "Citaat controleren",
        "tab_settings": "Instellingen",
        "question": "Uw vraag",
        "placeholder": "Wat vond de SP van de opvang? Wat is er toegezegd?",
        "ask": "Vraag",
        "stop": "Stop",
        "new_talk": "Nieuw gesprek",
        "you_asked": "U vroeg",
        "search": "Zoeken in het verslag",
        "read": "De gevonden beurten lezen",
        "check": "Elke zin controleren aan het verslag",
        "done": "Het antwoord is klaar: {n} uitspraken.",
        "done_one": "Het antwoord is klaar: 1 uitspraak.",
        "declined": "Er is geen antwoord gevonden.",
        "too_long": "De vraag is langer dan {n} tekens. Maak hem korter.",
        "broke": "Er ging iets mis bij het beantwoorden. Stel de vraag nog eens; blijft het misgaan, meld het de beheerder.",
        "filters": "Beperk de vraag",
        "filters_help": "Wat u hier kiest, geldt voor elke volgende vraag tot u het wijzigt.",
        "meeting": "Verslag",
        "party": "Partij",
        "speaker": "Spreker",
        "role": "Rol",
        "since": "Vanaf",
        "until": "Tot en met",
        "all": "Alle",
        "member": "Kamerlid",
        "government": "Regering",
        "chair": "Voorzitter",
        "guest": "Gast",
        "clear_filters": "Wis alles",
        "suggestions": "Vragen om mee te beginnen",
        "reading_seed": "Het meegeleverde debat wordt ingelezen",
        "empty": "Er staat nog geen verslag in de index. Voeg er hieronder een toe.",
        "upload": "Eigen verslagen toevoegen",
        "upload_help": "Sleep bestanden hierheen of kies ze. Tekst, PDF of XML van een officieel verslag, hoogstens {mb} MB per bestand.",
        "upload_private": "Alleen u ziet ze. Ze verdwijnen als u vier uur niets doet of als de server stopt.",
        "upload_shared": "Iedereen die deze griffier gebruikt, ziet ze.",
        "choose": "Kies bestanden",
        "uploading": "verzenden",
        "reading": "inlezen",
        "waiting": "wacht",
        "added": "toegevoegd, {turns} beurten",
        "unchanged": "stond er al in",
        "replaced": "vervangen, {turns} beurten",
        "incomplete": "Let op: het verslag is onvolledig, de sluiting ontbreekt.",
        "too_big": "Dit bestand is groter dan {mb} MB. Splits het, of lever alleen het verslag aan.",
        "too_many": "U hebt het grootste aantal bestanden van een sessie bereikt ({n}).",
        "failed": "Dit bestand kon niet worden gelezen. De andere bestanden zijn niet geraakt.",
        "offline": "De verbinding viel weg. Probeer het opnieuw.",
        "user": "Naam",
        "password": "Wachtwoord",
        "login": "Inloggen",
        "wrong": "Deze naam en dit wachtwoord horen niet bij elkaar.",
        "wait": "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht {n} seconden.",
    },
    "en": {
        "title": "griffier",
        "tagline": "Answers from the record that you can quote",
        "other_language": "Nederlands",
        "logout": "Log out",
        "skip": "To the question",
        "tab_ask": "Ask",
        "tab_parties": "Parties",
        "tab_ledger": "Commitments and questions",
        "tab_check": "Check a quote",
        "tab_settings": "Settings",
        "question": "Your question",
        "placeholder": "What did the SP think of the shelters? What was promised?",
        "ask": "Ask",
        "stop": "Stop",
        "new_talk": "New conversation",
        "you_asked": "You asked",
        "search": "Searching the record",
        "read": "Reading the turns that were found",
        "check": "Checking every sentence against the record",
        "done": "The answer is ready: {n} statements.",
        "done_one": "The answer is ready: 1 statement.",
        "declined": "No answer was found.",
        "too_long": "The question is longer than {n} characters. Make it shorter.",
        "broke": "Something went wrong while answering. Ask again; if it goes on, tell whoever runs this server.",
        "filters": "Limit the question",
        "filters_help": "What you choose here holds for every question that follows, until you change it.",
        "meeting": "Report",
        "party": "Party",
        "speaker": "Speaker",
        "role": "Role",
        "since": "From",
        "until": "Until",
        "all": "All",
        "member": "Member",
        "government": "Government",
        "chair": "Chair",
        "guest": "Guest",
        "clear_filters": "Clear all",
        "suggestions": "Questions to begin with",
        "reading_seed": "Reading the bundled debate",
        "empty": "There is no report in the index yet. Add one below.",
        "upload": "Add your own reports",
        "upload_help": "Drop files here or choose them. Text, PDF or XML of an official report, at most {mb} MB each.",
        "upload_private": "Only you see them. They are removed when you do nothing for four hours or when the server stops.",
        "upload_shared": "Everyone who uses this griffier sees them.",
        "choose": "Choose files",
        "uploading": "sending",
        "reading": "reading",
        "waiting": "waiting",
        "added": "added, {turns} turns",
        "unchanged": "was there already",
        "replaced": "replaced, {turns} turns",
        "incomplete": "Note: the report is incomplete, its closing is missing.",
        "too_big": "This file is larger than {mb} MB. Split it, or send only the report.",
        "too_many": "You have reached the largest number of files of a session ({n}).",
        "failed": "This file could not be read. The other files are not affected.",
        "offline": "The connection was lost. Try again.",
        "user": "Name",
        "password": "Password",
        "login": "Log in",
        "wrong": "This name and this password do not belong together.",
        "wait": "A wrong password was given too often. Wait {n} seconds.",
    },
}
STEPS = ("search", "read", "check")


def question_html(question: str, inside: str, language: Language = "nl") -> str:
    """One question of the conversation with what came of it.

    Args:
        question: as typed.
        inside: HTML made by this room.
        language: of the words around it.
    """
    said = WORDS[language]["you_asked"]
    return f'<article class="gp-turn"><h3 class="gp-question"><span class="gf-said">{said}: </span>{enc(question)}</h3>{inside}</article>'


def steps_html(now: str, language: Language = "nl") -> str:
    """What is being done, step by step; the last one is going on."""
    word = WORDS[language]
    at = STEPS.index(now)
    rows = "".join(
        f'<li class="{"gp-done" if i < at else "gp-now" if i == at else "gp-next"}">{word[step]}</li>' for i, step in enumerate(STEPS)
    )
    return f'<ol class="gp-steps">{rows}</ol>'


def growing_html(statements: Sequence[Statement], language: Language, references: dict[str, str]) -> str:
    """The statements that are verified so far.

    Raises:
        FidelityError: see `statement_html`.
    """
    rows = "".join(statement_html(s, language, references) for s in statements if s.verdict == "supported")
    return f'<div class="gf-answer gp-growing" lang="{language}">{rows}</div>'


def problem_html(message: str) -> str:
    """What went wrong, in plain words."""
    return f'<p class="gp-problem" role="alert">{enc(message)}</p>'


def head_html(files: Sequence[str], language: Language = "nl") -> str:
    """What goes in the head of the page: our own style sheets and scripts, and nothing from elsewhere.

    Args:
        files: names in the folder that is served as ``web/``.
        language: of the page.
    """
    up = "../" if language == "en" else ""
    styles = "".join(f'<link rel="stylesheet" href="{up}web/{enc(f)}">' for f in files if f.endswith(".css"))
    scripts = "".join(f'<script src="{up}web/{enc(f)}" defer></script>' for f in files if f.endswith(".js"))
    return f'<script>document.documentElement.lang="{language}"</script>{styles}{scripts}'


def header_html(language: Language = "nl", user: bool = False) -> str:
    """The head of the page: the name, what it is, and the other language."""
    word = WORDS[language]
    other, tongue = ("./", "nl") if language == "en" else ("en/", "en")
    if language == "en":
        other = "../"
    logout = f'<form method="post" action="logout"><button class="gp-link">{word["logout"]}</button></form>' if user else ""
    return (
        f'<a class="gp-skip" href="#gp-ask">{word["skip"]}</a><header class="gp-head"><div><h1>{word["title"]}</h1>'
        f'<p>{word["tagline"]}</p></div><nav><a class="gp-link" href="{other}" lang="{tongue}" hreflang="{tongue}">'
        f"{word['other_language']}</a>{logout}</nav></header>"
    )


def login_html(language: Language = "nl", problem: str | None = None, seconds: int = 0) -> str:
    """The login page, whole."""
    word = WORDS[language]
    said = f'<p class="gp-problem" role="alert">{word[problem].format(n=seconds)}</p>' if problem else ""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{word["login"]} | {word["title"]}</title><link rel="stylesheet" href="web/app.css"></head><body class="gp-login"><main>'
        f'<h1>{word["title"]}</h1><p>{word["tagline"]}</p>{said}<form method="post" action="login">'
        f'<label>{word["user"]}<input name="username" autocomplete="username" required autofocus></label>'
        f'<label>{word["password"]}<input name="password" type="password" autocomplete="current-password" required></label>'
        f"<button>{word['login']}</button></form></main></body></html>"
    )


def progress_html(done: int, total: int, language: Language = "nl") -> str:
    """How far the reading of the bundled debate is."""
    label = WORDS[language]["reading_seed"]
    value = f' value="{done}" max="{max(1, total)}"' if total else ""
    return f'<div class="gp-progress"><label for="gp-seed">{label}</label><progress id="gp-seed"{value}></progress></div>'


def upload_html(megabytes: int, together: bool, language: Language = "nl") -> str:
    """The place to drop one's own reports. The script behind it sends each file by itself and shows what came of it."""
    word = WORDS[language]
    texts = {
        key: word[key] for key in ("uploading", "reading", "waiting", "added", "unchanged", "replaced", "incomplete", "offline", "failed")
    }
    data = "".join(f' data-{key}="{enc(text)}"' for key, text in texts.items())
    return (
        f'<section class="gp-upload" id="gp-upload"{data}><h2>{word["upload"]}</h2><p>{word["upload_help"].format(mb=megabytes)} '
        f"{word['upload_shared' if together else 'upload_private']}</p>"
        f'<label class="gp-choose">{word["choose"]}<input type="file" multiple accept=".txt,.pdf,.xml"></label>'
        f'<ul class="gp-files" aria-live="polite"></ul></section>'
    )
