"""The words around the record's own, in Dutch and English."""

from __future__ import annotations

from rag.text import listed
from rag.types import Answer, Check, Language

UNRELATED = frozenset({"not_present", "off_topic"})  # declined for these, no turn is nearer than another
REASONS: dict[str, dict[str, str]] = {
    "nl": {
        "not_present": "Daarover staat niets in het verslag: wie u noemt, nam geen deel aan dit debat.",
        "present_silent": "Wel aanwezig, maar volgens het verslag niet aan het woord, of alleen als voorzitter: {silent}.",
        "off_topic": "Over dit onderwerp staat niets in het verslag.",
        "occasion": "In het debat zelf zegt niemand dit. Het staat in de kop van het verslag.",
        "idle": "Dit is geen vraag over het verslag.",
        "no_evidence": "Het antwoord op deze vraag staat niet in het verslag, of is er niet met zekerheid in te vinden.",
    },
    "en": {
        "not_present": "The record holds nothing on this: whoever you name took no part in this debate.",
        "present_silent": "Present, but not speaking according to the record, or only from the chair: {silent}.",
        "off_topic": "The record holds nothing on this subject.",
        "occasion": "Nobody says this in the debate itself. It stands in the head of the record.",
        "idle": "This is no question about the record.",
        "no_evidence": "The record does not answer this question, or not with certainty.",
    },
}


def declined_for(answer: Answer, language: Language) -> str:
    """Why a question is declined, in plain words."""
    asked, reason = answer.understood, answer.reason or "no_evidence"
    why = REASONS[language]["idle" if asked.idle else "occasion" if asked.occasion and reason == "no_evidence" else reason]
    return why.format(silent=listed(asked.silent, language))


def has_near(answer: Answer) -> bool:
    """Whether the turns nearest to a declined question are worth showing: no turn is nearer than another to what nobody says."""
    return answer.reason not in UNRELATED and not answer.understood.occasion


WORDS: dict[str, dict[str, str]] = {
    "nl": {
        "near": "Niet het antwoord, wel in de buurt:",
        "page": "p.",
        "turn": "beurt",
        "unsupported": "Niet onderbouwd door het verslag",
        "verbatim": "Letterlijk in het verslag.",
        "differs": "Wijkt af van het verslag.",
        "notice": "mededeling in het verslag",
        "apart": "Wijkt af van het verslag. Elke zin staat er letterlijk in, maar niet zo achter elkaar.",
        "not_found": "Niet gevonden in het verslag.",
        "no_one": "Dit staat in het verslag bij beurt {turn}, als mededeling of samenvatting. Niemand is ermee aan te halen.",
        "sources": "Bronnen",
        "read_as": "Gelezen als:",
    },
    "en": {
        "near": "Not the answer, but close by:",
        "page": "p.",
        "turn": "turn",
        "unsupported": "Not supported by the record",
        "verbatim": "Verbatim in the record.",
        "differs": "Differs from the record.",
        "notice": "notice in the record",
        "apart": "Differs from the record. Each sentence stands in it verbatim, but not one after the other like this.",
        "not_found": "Not found in the record.",
        "no_one": "This stands in the record with turn {turn}, as a notice or a summary. Nobody can be quoted for it.",
        "sources": "Sources",
        "read_as": "Read as:",
    },
}


def verdict(check: Check, language: Language) -> str:
    """The outcome of a quote check in plain words."""
    if check.notice is not None:
        return WORDS[language]["no_one"].format(turn=check.notice)
    return WORDS[language]["apart" if check.apart else check.status]
