"""Words to stems: what belongs together comes together, and only that."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.tables import table
from rag.text import STOP_NL, sentences, stem, words
from tests.debates import over

APART = [
    ("geweld", "wel"),
    ("gezin", "zin"),
    ("gezag", "zag"),
    ("gemeenten", "meen"),
    ("gezondheid", "zon"),
    ("begeleiding", "beleid"),
    ("genieten", "niet"),
    ("gewone", "woning"),
    ("gevolgen", "volg"),
    ("sekten", "seks"),
    ("letsel", "let"),
    ("negatieve", "negeren"),
    ("waarden", "waar"),
]
TOGETHER = [
    ("gezin", "gezinnen"),
    ("gemeente", "gemeenten"),
    ("begeleiden", "begeleiding"),
    ("gevolg", "gevolgen"),
    ("gebeurt", "gebeuren"),
    ("gebouwd", "bouwen"),
    ("gevraagd", "vragen"),
    ("toegezegd", "toezeggen"),
    ("huis", "huizen"),
    ("mogelijk", "mogelijkheden"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    """A "ge" that belongs to a word is not taken off it."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_forms_of_a_word_come_together(one: str, other: str) -> None:
    """A participle is of its verb, a plural of its noun."""
    assert stem(one) == stem(other)


def test_latin_plurals_have_the_stem_of_their_word() -> None:
    """Asylum centres are found whether one or several are spoken of; an agenda is no agendum."""
    assert {stem("asielzoekerscentra"), stem("asielzoekerscentrum")} == {"asielzoekerscentrum"} and stem("musea") == stem("museum")
    assert stem("agenda") == "agenda"


def test_the_word_lists_say_nothing_twice() -> None:
    """What the stemmer does not tell apart stands on one line of the English list, and no group of other words is part of another."""
    english = [" ".join(stem(w, "en") for w in words(phrase)) for phrase in table("english")]
    assert len(english) == len(set(english))
    groups = [{stem(w) for w in words(" ".join(group)) if w not in STOP_NL} for group in table("synonyms")["groups"]]
    assert not [one for n, one in enumerate(groups) if len(one) < 2 or any(one <= other for other in groups[:n] + groups[n + 1 :])]


def test_the_request_of_a_motion_is_a_sentence() -> None:
    """So are its closing words, whose comma is nobody's; also where nothing stands between its first words and the request."""
    text = "Motie\nDe Kamer, gehoord de beraadslaging, verzoekt de regering de sluis te herstellen, en gaat over tot de orde van de dag."
    told = [text[a:b] for a, b in sentences(text)]
    assert told[1:3] == ["De Kamer, gehoord de beraadslaging,", "verzoekt de regering de sluis te herstellen"]


REPORT = """Verslag van een commissiedebat over wijkagenten op 3 maart 2021

De voorzitter:
Ik open de vergadering en geef het woord aan de heer Tazelaar.

De heer Tazelaar (VVD):
Voorzitter. Het gaat wel goed in de wijken, en dat is wel eens anders geweest. Wij willen wel dat er agenten bij komen. Het heeft wel zin.

Minister Oudega:
Voorzitter. Er komen wel agenten bij, en dat is wel nodig. Tegen hulpverleners is 1.200 keer geweld gebruikt. Dat is wel minder dan toen.

De voorzitter:
Dank u wel. Ik sluit de vergadering.

Sluiting 12.00 uur.
"""


def test_a_question_on_violence_is_not_answered_by_wel(tmp_path: Path) -> None:
    """ "Geweld" is found where the record says it, and not in every sentence with "wel"."""
    with over(tmp_path, REPORT) as assistant:
        answer = assistant.ask("Wat zei de minister over geweld?", verbatim=True)
        other = assistant.ask("Wat zei de VVD over geweld?", verbatim=True)
    assert answer.status == "answered" and "1.200 keer geweld" in answer.citations[0].quote.text
    assert other.status == "declined"
