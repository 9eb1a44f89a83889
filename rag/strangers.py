"""Persons whom a question asks about and who are nowhere among those who took part; a place, body or law is no person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from rag.rarity import rarity
from rag.standing import PREFIXES, SAID, SAY, TITLE, Mention, Standing, standing_of
from rag.tables import table
from rag.text import STOP_EN, STOP_NL, stem

_CAPITAL = r"[A-ZÀ-Þ][\w'’]+(?:-[A-ZÀ-Þ][\w'’]+)*"
_NAME = rf"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Tt]e|[Vv]on|[Ee]l|[Ee]n)\s+)*{_CAPITAL}"
_FULL_NAME = re.compile(rf"(?:(?<![\w-]){_CAPITAL}(?:\s+{_NAME})+|(?<![\w-]){_NAME})(?!-?\w)")
_GROUPS = (table("names")["places"]["words"], table("names")["bodies"]["words"], *table("names")["same"]["groups"])
_LISTED = frozenset(name.casefold() for group in _GROUPS for name in group)  # places and bodies
NOT_A_NAME = frozenset(table("asking")["names"]["none"].split())
_A_PARTY = re.compile(r"partij|party|lijst|groep|fractie|beweging", re.I)
# "TenneT", "F-35", "Noord-Brabant", "Rusland", "Klimaatwet": what is written or ends so is no person
_NO_PERSON = re.compile(
    r".*\d|(?:noord|zuid|oost|west|midden)-|.*(?:land|stan|ië|dam|drecht|stad|wet|wetboek|fonds|raad|bank|dienst|akkoord|verdrag|plan"
    r"|instituut|inspectie|autoriteit|programma|richtlijn|verordening|unie|universiteit|museum|ziekenhuis|bond|vereniging|stichting)$",
    re.I,
)
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Van|El|Al|Le|La)[A-Z]).*[a-z][A-Z]")
_SAYS = rf"(?:{SAID}|zegde|volgens|namens|according to)"
_SAYS_BEFORE = re.compile(rf"\b{_SAYS}\s+(?:\w+\s+)?$", re.I)
_SAYS_AFTER = re.compile(rf"\s+{_SAYS}\b", re.I)
# "Heeft X iets gezegd?", "Was X erbij?", "Nam X deel?": what only people do in a debate
_TAKES_PART = re.compile(
    r"\b(?:gezegd|gesproken|gevraagd|deel(?:genomen)?|mee(?:gedaan)?|aanwezig|erbij|woord|toegezegd|beloofd|voorgesteld|ingediend|gestemd|gereageerd|\w*antwoord\w*|bijgedragen|inbreng|interr\w+"
    r"|spreektijd|aan het woord|said|say|present|speak|spoke|spoken|ask|promise|take part)\b",
    re.I,
)
_VIEW_OF = re.compile(r"\b(?:vind|vindt|vinden|vond|vonden)\b", re.I)
_GIVEN = re.compile(r"\b(?:de|onze|deze) (?:minister|staatssecretaris|minister-president|premier)\s+$", re.I)
_TITLED = re.compile(TITLE + r"\s+$", re.I)
_LOWER = re.compile(
    rf"^(?i:(?:en\s+)?(?:wat|hoe))\s+(?:vindt|vond|zegt|zei|denkt|dacht|vroeg|antwoordde|wil|wilde)\s+(?P<name>(?:(?:{'|'.join(PREFIXES - {'de', 'het'})}|[^\W\d_]{{3,}})(?:\s+|(?=\?|$))){{1,3}}?)(?=(?:van|over|aan|tegen|op|bij|met|tot)\s|$|\?)"
)


def strangers(question: str, taken: Sequence[Mention], in_record: Callable[[str], str]) -> list[Mention]:
    """Persons named in a question as someone who spoke, who are nowhere among those who did.

    Args:
        question: as typed; in lower case throughout, a word nobody knows where a person stands counts as a name.
        taken: what was found in it already.
        in_record: a name to "person" (the record names it with a person's title), "other" (it names it otherwise) or "" (not at all).
    """
    found = []
    for start, end in [*_names(question), *_lower(question, in_record)]:
        if not any(m.start < end and start < m.end for m in taken):
            standing = _standing(question, start, end)
            if _is_person(question, start, end, standing, in_record):
                found.append(Mention("person", start, end, question[start:end], None, standing))
    return found


def _names(question: str) -> Iterator[tuple[int, int]]:
    """Where runs of capitalised words stand, without the words that only stand before a name or begin the question."""
    for match in _FULL_NAME.finditer(question):
        text, start = match.group(), match.start()
        while text and _is_before(question, text, start):
            rest = text[len(text.split()[0]) :].lstrip()
            start += len(text) - len(rest)
            text = rest if re.search(r"[A-ZÀ-Þ]", rest) and not (rest.split()[0].islower() and len(rest.split()) == 1) else ""
        text = re.sub(r"(?:\s+(?:van|de|der|den|en|in|op))+\s+[A-Z0-9]+$", "", text)
        if _VIEW_OF.search(question[:start]) and not re.search(r"\s(?:van|over|that|dat)\s", question[start + len(text) :], re.I):
            text = re.sub(rf"(?<=\w)\s+van\s+(?:de\s+|het\s+)?{_CAPITAL}$", "", text)  # "Wat vindt Ouwehand van Borssele?"
        if text.startswith("van ") and standing_of(question, start + 4, start + len(text)) == "source":
            start, text = start + 4, text[4:]  # "het standpunt van Ouwehand"
        if re.search(r"[A-ZÀ-Þ]", text):
            yield start, start + len(text)


def _is_before(question: str, text: str, start: int) -> bool:
    """Whether the first word of a run is no part of the name: a title, a common word, or the verb that begins the question."""
    first = text.split(maxsplit=1)[0]
    if first.casefold() in PREFIXES and _TITLED.search(question[:start]):
        return False  # "minister De Jonge": the article is part of the name
    if first.casefold() in NOT_A_NAME or re.fullmatch(TITLE, first, re.I):
        return True
    # "Nam Borssele deel?" begins with its verb; "Geert Wilders zei …" with the name, as its verb comes after
    ends = start + len(text)
    return start == 0 and bool(question[ends:].strip(" ?.!")) and not re.match(rf"\s+{SAY}\b", question[ends:], re.I)


def _lower(question: str, in_record: Callable[[str], str]) -> Iterator[tuple[int, int]]:
    """Where a question in lower case has a word nobody knows in the place of whoever speaks: "wat zei geert wilders over …"."""
    match = _LOWER.match(question) if question[:1].lower() + question[1:] == question.lower() else None
    words = match["name"].split() if match else []
    if match and words and all(w in PREFIXES or (_unknown(w) and not in_record(w) and not in_record(w.capitalize())) for w in words):
        yield match.start("name"), match.start("name") + len(match["name"].rstrip())


def _unknown(word: str) -> bool:
    return word not in STOP_NL and word not in STOP_EN and rarity(stem(word)) >= rarity("")


def _standing(question: str, start: int, end: int) -> Standing:
    first = re.match(r"[^\W\d_]+\s+(?=\S)", question)
    if first and start == first.end() and first.group().strip().casefold() not in STOP_NL | NOT_A_NAME and question[start].isupper():
        return "actor"  # who stands right behind the verb that begins a question is its subject
    return standing_of(question, start, end)


def _is_person(question: str, start: int, end: int, standing: Standing, in_record: Callable[[str], str]) -> bool:
    """Whether a name is a person's who is asked about as someone who spoke, by what stands around it and what the record calls it."""
    text, before = question[start:end], question[:start]
    after_title = _TITLED.search(before) is not None
    titled = after_title and text[0].isupper()
    bare = text if after_title else text.removeprefix("van de ")  # "van de Onderzoeksraad"; "mevrouw van de Bank" is somebody
    own = [part for part in text.split() if part.casefold() not in PREFIXES]
    if any(part.casefold() in NOT_A_NAME for part in own) or "".join(own).isupper():
        return False  # "de brieven van VWS"
    if re.search(r"(?:^|\s)(?:de|het|the|een|an?|deze|die|dit|dat|onze|our)\s+$", before, re.I) and not _A_PARTY.search(text):
        return False  # an article stands before an organisation or a people, not before a person
    called = _called(text, in_record)
    if called == "other" and _GIVEN.search(before) and re.match(r"\s+(?:de|het|een|geen|om|dat)\b", question[end:]):
        return False  # "Waarom geeft de minister Staatsbosbeheer de opdracht …"
    if titled:
        return standing != "object"
    if re.search(r"\w-[^\W\d_]+\s+$", before) or _no_person(bare):
        return False  # "de motie-El Idrissi"
    if standing == "actor" and called != "other":
        return " " in text or _SAYS_BEFORE.search(before) is not None or _takes_part(question, start, end)
    return called == "person" if standing == "weak" else standing == "source" and called != "other"


def _takes_part(question: str, start: int, end: int) -> bool:
    if start == 0:  # a capital is no sign of a name there
        return _SAYS_AFTER.match(question[end:]) is not None and _unknown(question[:end].lower())
    return _SAYS_AFTER.match(question[end:]) is not None or _TAKES_PART.search(question[end:]) is not None


def _called(text: str, in_record: Callable[[str], str]) -> str:
    place = in_record(text)
    surname = text.partition(" ")[2]
    if place or not surname:
        return place
    place = in_record(surname)
    # "Geert Wilders" may be absent though others speak of "Wilders"; "van Sarajevo" is a place
    return "" if place == "other" and text.split(maxsplit=1)[0].casefold() not in PREFIXES else place


def _no_person(text: str) -> bool:
    """Whether a name is a place's, a body's or a law's: it is listed as one, or written as no person's is."""
    first, last = text.split(maxsplit=1)[0], text.rsplit(maxsplit=1)[-1]
    if {text.casefold(), first.casefold()} & _LISTED or (last.casefold() in _LISTED and first.casefold() not in PREFIXES):
        return True  # "Tata Steel"; "Van Rotterdam" may be somebody
    alone = first == last and first.casefold() not in PREFIXES  # "Chris van Dam" and "Van Bouwland" are people
    return _CAMEL.match(last) is not None or (alone and _NO_PERSON.match(last) is not None)
