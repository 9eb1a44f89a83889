"""Why a claim was let through or stopped, in plain Dutch or English."""

from __future__ import annotations

from rag.types import Language

_REASONS: dict[str, tuple[str, str]] = {
    "verbatim": ("De woorden staan letterlijk in het verslag.", "The words stand in the record as they are."),
    "paraphrase": (
        "In eigen woorden; spreker, namen en getallen kloppen met de aangehaalde zinnen.",
        "In other words; speaker, names and numbers agree with the cited sentences.",
    ),
    "no_quotes": ("Er is geen vindplaats in het verslag bij gegeven.", "No place in the record is given for this."),
    "no_mark": ("De vindplaats [{}] bestaat niet.", "The place [{}] does not exist."),
    "thin": (
        "De aangehaalde woorden zeggen te weinig om deze bewering te dragen.",
        "The cited words say too little to carry this claim.",
    ),
    "too_long": (
        "De bewering is te lang om te controleren.",
        "The claim is too long to check.",
    ),
    "empty": ("De bewering is leeg.", "The claim is empty."),
    "gibberish": ("Dit is geen leesbare zin.", "This is not a readable sentence."),
    "unquotable": (
        "De aangehaalde passage mag aan niemand als citaat worden toegeschreven.",
        "The cited passage may not be attributed to anyone as a quote.",
    ),
    "clipped": (
        "Het citaat is geen hele zin uit het verslag; door zo te knippen kan de betekenis veranderen.",
        "The quote is not a whole sentence of the record; cut like this its sense may change.",
    ),
    "not_equal": (
        "De tekst is niet gelijk aan de aangehaalde woorden in het verslag.",
        "The text is not equal to the cited words of the record.",
    ),
    "spliced": (
        "Zinnen die niet op elkaar volgen, zijn aan elkaar geplakt.",
        "Sentences that do not follow each other are glued together.",
    ),
    "quotation": (
        "«{0}» staat niet letterlijk in de aangehaalde woorden.",
        "“{0}” does not stand word for word in the cited words.",
    ),
    "turned": (
        "«{0}» is zo uit de zin geknipt dat de ontkenning wegvalt.",
        "“{0}” is cut from its sentence so that the negation is lost.",
    ),
    "borrowed": (
        "De aangehaalde woorden zijn van een ander: {0} haalt ze aan.",
        "The cited words are somebody else's: {0} quotes them.",
    ),
    "speaker": (
        "De bewering noemt {0}, maar de aangehaalde woorden zijn van {1}.",
        "The claim names {0}, but the cited words are those of {1}.",
    ),
    "mention": (
        "{0} komt in de aangehaalde woorden niet voor; die zijn van {1}.",
        "{0} does not occur in the cited words, which are those of {1}.",
    ),
    "party": (
        "De bewering noemt {0} als partij, maar dat klopt niet met het verslag: {1}.",
        "The claim gives {0} as the party, but that is not what the record says: {1}.",
    ),
    "number": ("Het getal {0} staat niet in de aangehaalde woorden.", "The number {0} is not in the cited words."),
    "date": ("{0} staat niet in de aangehaalde woorden.", "{0} is not in the cited words."),
    "name": ("De naam {0} staat niet in de aangehaalde woorden.", "The name {0} is not in the cited words."),
    "negation": (
        "Bijna letterlijk, maar met een ontkenning meer of minder dan in het verslag.",
        "Almost word for word, but with a negation more or less than in the record.",
    ),
    "question": (
        "De aangehaalde woorden zijn een vraag en geen standpunt.",
        "The cited words are a question and not a position.",
    ),
    "restated": (
        "De aangehaalde woorden geven weer wat een ander vroeg of zei; het is geen standpunt van {0}.",
        "The cited words restate what somebody else asked or said; they are no position of {0}.",
    ),
    "commitment": (
        "De bewering spreekt van een toezegging, maar de aangehaalde woorden zeggen niets toe.",
        "The claim speaks of a commitment, but the cited words commit to nothing.",
    ),
    "modality": (
        "Bijna letterlijk, maar stelliger of minder stellig dan in het verslag.",
        "Almost word for word, but firmer or less firm than in the record.",
    ),
    "flag_negation": (
        "Let op: de bewering ontkent iets dat de aangehaalde woorden niet ontkennen, of andersom.",
        "Note: the claim denies something the cited words do not deny, or the other way round.",
    ),
    "flag_modality": (
        "Let op: de bewering is stelliger of minder stellig dan de aangehaalde woorden.",
        "Note: the claim is firmer or less firm than the cited words.",
    ),
    "flag_words": (
        "Let op: bijna letterlijk, maar een of meer woorden wijken af van het verslag.",
        "Note: almost word for word, but one or more words differ from the record.",
    ),
    "flag_reported": (
        "Let op: de spreker geeft hier mogelijk de woorden van een ander weer.",
        "Note: the speaker may be reporting somebody else's words here.",
    ),
    "flag_translated": (
        "Let op: een vertaalde naam is niet met het verslag vergeleken.",
        "Note: a translated name was not compared with the record.",
    ),
    "flag_direction": (
        "Let op: de bewering noemt een andere richting (meer of minder) dan de aangehaalde woorden.",
        "Note: the claim names another direction (more or less) than the cited words.",
    ),
}


def reason(key: str, language: Language, *values: str) -> str:
    """One plain sentence. ``values`` fill the places of names and words."""
    return _REASONS[key][0 if language == "nl" else 1].format(*values)
