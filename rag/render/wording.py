"""The words of a summary page and an overview around the record's own, in Dutch and English."""

from __future__ import annotations

from collections.abc import Sequence

from rag.text import listed
from rag.types import Language

PAGE: dict[Language, dict[str, str]] = {
    "nl": {
        "kicker": "Samenvatting per fractie",
        "kicker_government": "Samenvatting van de inbreng van de regering",
        "kicker_overview": "Overzicht van het debat",
        "government": "Regering",
        "page_title": "{party} over {title}",
        "overview_title": "Overzicht: {title}",
        "speaking": "Spreektijd in woorden",
        "interruptions": "Wie onderbrak wie",
        "interrupted": "onderbrak →",
        "subjects": "Wie zei iets waarover",
        "party": "Fractie",
        "numbers": "De nummers leiden naar de standpunten hieronder.",
        "mention_outlined": "Omlijnd: besproken, zonder dat er een standpunt is gevonden; het nummer leidt naar de beurt waarin er het meest over is gezegd.",
        "mention_brackets": "Tussen haakjes: besproken, zonder dat er een standpunt is gevonden; het nummer leidt naar de beurt waarin er het meest over is gezegd.",
        "numbers_blank": "Leeg: daarover is niets gevonden.",
        "positions_said": "Standpunten, en wat verder is gezegd",
        "said_only": "besproken",
        "times": "{0} keer",
        "document": "Document",
        "pages": "{0} bladzijden",
        "page_of": "bladzijde {0} van {1}",
        "status": "Status",
        "spoke": "Sprak namens {0}",
        "spoke_government": "Sprak namens de regering",
        "nobody": "niemand",
        "nobody_own": "geen eigen woordvoerder",
        "turns": "{0} beurten",
        "turn": "1 beurt",
        "words": "{0} woorden",
        "word": "1 woord",
        "present": "Aanwezig",
        "present_unknown": "het verslag heeft geen lijst van aanwezigen",
        "present_none": "niemand van {0} staat op de lijst van aanwezigen",
        "present_none_told": "niemand van {0}, voor zover het verslag partijen noemt",
        "positions": "Standpunten",
        "announcements": "Aankondigingen",
        "refusals": "Afwijzingen",
        "questions": "Vragen aan de regering",
        "left_open": "Niet of deels beantwoord",
        "answered": "Beantwoorde vragen",
        "commitments": "Toezeggingen",
        "commitments_to": "Toezeggingen aan {0}",
        "given": "Onderbrak",
        "received": "Werd onderbroken door",
        "said_to": "Tegen {0}",
        "by_to": "{0} tegen {1}",
        "motions": "Moties",
        "moved_by": "ingediend door {0}",
        "moved_with": "samen met {0}",
        "unjudged": "geen oordeel gevonden in dit verslag",
        "reserved": ", onder voorbehoud",
        "documents": "Genoemde stukken en moties",
        "not_addressed": "Sprak niet over",
        "left_out": "Niet op deze pagina",
        "answer_by": "Antwoord: {0}",
        "promised_by": "Door {0}",
        "open": "Niet beantwoord",
        "perhaps": "Mogelijk",
        "above": "zie hierboven",
        "questions_guests": "Vragen aan de gasten",
        "partly": "Deels",
        "later": "Nog geen antwoord",
        "of_which": "(waarvan {0} mogelijk)",
        "none_yet": "nog zonder antwoord",
        "deadline": "termijn: {0}",
        "deadline_listed": "termijn op de lijst van de voorzitter: {0}",
        "to": "aan {0}",
        "listed": "op de lijst van de voorzitter",
        "on_question": "Op de vraag van {0}: ",
        "motion": "Motie: ",
        "read_out": "zoals de voorzitter het voorlas",
        "by": "door {0}",
        "turn_of_note": "beurt {0}",
        "turns_listed": "beurt {0}",
        "turns_from_to": "beurt {0} tot en met {1}",
        "no_positions": "In de beurten van {0} is geen standpunt gevonden.",
        "silent": "{0} was aanwezig, maar heeft volgens het verslag niet gesproken.",
        "absent": "{0} nam volgens het verslag niet deel aan dit debat.",
        "partyless": "Ook aanwezig, partij niet vermeld: {0}.",
        "government_absent": "Volgens het verslag sprak in dit debat niemand namens de regering.",
        "took_part": "Aanwezig waren {0}.",
        "foot": "Gemaakt op {made} met griffier, uit {reference}. {checked}",
        "foot_undated": "Gemaakt met griffier, uit {reference}. {checked}",
        "checked": "{quotes} woord voor woord vergeleken, {deviating}.",
        "quotes": "{0}\u00a0citaten",
        "quote": "1 citaat",
        "deviating": "{0}\u00a0wijken\u00a0af",
        "deviating_one": "1\u00a0wijkt\u00a0af",
        "no_quotes": "Op deze pagina staan geen citaten.",
        "written_by": "De zinnen zonder aanhalingstekens schreef een taalmodel ({0}); ze zijn met de citaten vergeleken.",
        "and": "en",
        "other": "1 ander",
        "others": "{0} anderen",
        "unprintable": "{0} met tekens die niet zijn af te drukken",
        "not_held": "{0} die de controle niet doorstonden",
        "not_held_one": "{0} die de controle niet doorstond",
    },
    "en": {
        "kicker": "Summary of one parliamentary party",
        "kicker_government": "Summary of the government's contribution",
        "kicker_overview": "Overview of the debate",
        "government": "Government",
        "page_title": "{party} on {title}",
        "overview_title": "Overview: {title}",
        "speaking": "Speaking time in words",
        "interruptions": "Who interrupted whom",
        "interrupted": "interrupted →",
        "subjects": "Who said something about what",
        "party": "Party",
        "numbers": "The numbers lead to the positions below.",
        "mention_outlined": "Outlined: mentioned, without a position being found; the number leads to the turn in which most was said about it.",
        "mention_brackets": "In brackets: mentioned, without a position being found; the number leads to the turn in which most was said about it.",
        "numbers_blank": "Empty: nothing was found on it.",
        "positions_said": "Positions, and what else was said",
        "said_only": "mentioned",
        "times": "{0} times",
        "document": "Document",
        "pages": "{0} pages",
        "page_of": "page {0} of {1}",
        "status": "Status",
        "spoke": "Spoke for {0}",
        "spoke_government": "Spoke for the government",
        "nobody": "nobody",
        "nobody_own": "no speaker of its own",
        "turns": "{0} turns",
        "turn": "1 turn",
        "words": "{0} words",
        "word": "1 word",
        "present": "Present",
        "present_unknown": "the record has no list of those present",
        "present_none": "nobody of {0} is on the list of those present",
        "present_none_told": "nobody of {0}, as far as the record tells parties",
        "positions": "Positions",
        "announcements": "Announcements",
        "refusals": "Refusals",
        "questions": "Questions to the government",
        "left_open": "Not answered, or in part",
        "answered": "Questions answered",
        "commitments": "Commitments",
        "commitments_to": "Commitments to {0}",
        "given": "Interrupted",
        "received": "Was interrupted by",
        "said_to": "To {0}",
        "by_to": "{0} to {1}",
        "motions": "Motions",
        "moved_by": "moved by {0}",
        "moved_with": "together with {0}",
        "unjudged": "no verdict found in this record",
        "reserved": ", with a reservation",
        "documents": "Documents and motions named",
        "not_addressed": "Did not speak about",
        "left_out": "Not on this page",
        "answer_by": "Answer: {0}",
        "promised_by": "By {0}",
        "open": "Not answered",
        "perhaps": "Perhaps",
        "above": "see above",
        "questions_guests": "Questions to the guests",
        "partly": "In part",
        "later": "No answer yet",
        "of_which": "({0} of them perhaps)",
        "none_yet": "without an answer yet",
        "deadline": "by: {0}",
        "deadline_listed": "term on the chair's list: {0}",
        "to": "to {0}",
        "listed": "on the chair's list",
        "on_question": "Asked by {0}: ",
        "motion": "Motion: ",
        "read_out": "as the chair read it out",
        "by": "by {0}",
        "turn_of_note": "turn {0}",
        "turns_listed": "turns {0}",
        "turns_from_to": "turns {0} to {1}",
        "no_positions": "No position was found in the turns of {0}.",
        "silent": "{0} was present, but did not speak according to the record.",
        "absent": "{0} took no part in this debate according to the record.",
        "partyless": "Also present, party not told: {0}.",
        "government_absent": "According to the record nobody spoke for the government in this debate.",
        "took_part": "Present were {0}.",
        "foot": "Made on {made} with griffier, from {reference}. {checked}",
        "foot_undated": "Made with griffier, from {reference}. {checked}",
        "checked": "{quotes} compared word for word, {deviating}.",
        "quotes": "{0} quotes",
        "quote": "1 quote",
        "deviating": "{0}\u00a0deviate",
        "deviating_one": "1\u00a0deviates",
        "no_quotes": "There are no quotes on this page.",
        "written_by": "The sentences without quotation marks were written by a language model ({0}) and compared with the quotes.",
        "and": "and",
        "other": "1 other",
        "others": "{0} others",
        "unprintable": "{0} with characters that cannot be printed",
        "not_held": "{0} that did not stand the check",
        "not_held_one": "{0} that did not stand the check",
    },
}

# what does not fit, counted: one, more
COUNTS: dict[Language, dict[str, tuple[str, str]]] = {
    "nl": {
        "positions": ("1 standpunt", "{0} standpunten"),
        "announcements": ("1 aankondiging", "{0} aankondigingen"),
        "refusals": ("1 afwijzing", "{0} afwijzingen"),
        "questions": ("1 vraag", "{0} vragen"),
        "left_open": ("1 niet of deels beantwoorde vraag", "{0} niet of deels beantwoorde vragen"),
        "answered": ("1 beantwoorde vraag", "{0} beantwoorde vragen"),
        "commitments": ("1 toezegging", "{0} toezeggingen"),
        "given": ("1 interruptie van {1}", "{0} interrupties van {1}"),
        "received": ("1 interruptie van een ander", "{0} interrupties van anderen"),
        "motions": ("1 motie", "{0} moties"),
        "documents": ("1 genoemd stuk", "{0} genoemde stukken"),
        "not_addressed": ("1 onderwerp waarover niet is gesproken", "{0} onderwerpen waarover niet is gesproken"),
        "statements": ("1 zin", "{0} zinnen"),
        "quotes": ("1 citaat", "{0} citaten"),
    },
    "en": {
        "positions": ("1 position", "{0} positions"),
        "announcements": ("1 announcement", "{0} announcements"),
        "refusals": ("1 refusal", "{0} refusals"),
        "questions": ("1 question", "{0} questions"),
        "left_open": ("1 question not answered, or in part", "{0} questions not answered, or in part"),
        "answered": ("1 question answered", "{0} questions answered"),
        "commitments": ("1 commitment", "{0} commitments"),
        "given": ("1 interruption by {1}", "{0} interruptions by {1}"),
        "received": ("1 interruption by another party", "{0} interruptions by others"),
        "motions": ("1 motion", "{0} motions"),
        "documents": ("1 document named", "{0} documents named"),
        "not_addressed": ("1 subject it did not speak about", "{0} subjects it did not speak about"),
        "statements": ("1 sentence", "{0} sentences"),
        "quotes": ("1 quote", "{0} quotes"),
    },
}

# what is made of a motion
JUDGED: dict[Language, dict[str, str]] = {
    "nl": {
        "held": "verzoek om aan te houden",
        "against": "ontraden",
        "chamber": "oordeel Kamer",
        "early": "ontijdig",
        "adopted": "overnemen",
        "needless": "overbodig",
        "unfunded": "ongedekt",
        "none": "geen oordeel",
        "withdrawn": "ingetrokken",
        "held_over": "aangehouden",
        "rejected": "verworpen",
        "carried": "aangenomen",
    },
    "en": {
        "held": "asked to be held over",
        "against": "advised against",
        "chamber": "left to the Chamber",
        "early": "premature",
        "adopted": "taken over",
        "needless": "superfluous",
        "unfunded": "unfunded",
        "none": "no verdict given",
        "withdrawn": "withdrawn",
        "held_over": "held over",
        "rejected": "rejected",
        "carried": "adopted",
    },
}

# how a question fared
OUTCOME: dict[Language, dict[str, str]] = {
    "nl": {
        "answered": "beantwoord",
        "perhaps": "mogelijk beantwoord",
        "partly": "deels beantwoord",
        "later": "nog geen antwoord",
        "open": "niet beantwoord",
    },
    "en": {
        "answered": "answered",
        "perhaps": "perhaps answered",
        "partly": "answered in part",
        "later": "no answer yet",
        "open": "not answered",
    },
}

STATUS: dict[Language, dict[str, str]] = {
    "nl": {
        "geredigeerd": "geredigeerd verslag",
        "gecorrigeerd": "gecorrigeerd verslag",
        "ongecorrigeerd": "ongecorrigeerd verslag",
        "beknopt": "beknopt verslag: geen woordelijke weergave, dus zonder citaten",
        "incomplete": "onvolledig verslag",
        "unknown": "status niet vermeld",
    },
    "en": {
        "geredigeerd": "edited record",
        "gecorrigeerd": "corrected record",
        "ongecorrigeerd": "uncorrected record",
        "beknopt": "short record: not verbatim, hence without quotes",
        "incomplete": "incomplete record",
        "unknown": "status not stated",
    },
}


def counted(kind: str, number: int, language: Language, party: str = "") -> str:
    """A number of things in words: "1 vraag", "6 vragen"."""
    one, more = COUNTS[language][kind]
    return (one if number == 1 else more).format(number, party)


def tally(fared: Sequence[str], language: Language) -> str:
    """How questions fared, counted: "7 beantwoord (waarvan 1 mogelijk), 1 deels beantwoord, 1 nog zonder antwoord, 2 niet beantwoord".

    Args:
        fared: of each question, how it fared.
        language: of the words.
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
