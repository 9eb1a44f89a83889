"""Checking a quote: word for word in the record, nearly, or not at all."""

from __future__ import annotations

import random
import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rag.assistant import Assistant
from rag.check import check
from rag.render.terminal import check_text
from rag.render.wording import verdict
from rag.text import sentences
from rag.types import Check, Speaker, Turn
from tests.debates import over
from tests.sheets import MEETING
from tests.test_read import FRONT


@pytest.fixture(scope="module")
def turns(assistant: Assistant) -> list[Turn]:
    return assistant.turns("kst-28638-178")


def true_sentences(turns: list[Turn]) -> list[str]:
    return [t.text[a:b] for t in turns for a, b in sentences(t.text)]


def test_every_true_sentence_is_verbatim(assistant: Assistant, turns: list[Turn]) -> None:
    """Over a thousand sentences of the record: all verbatim, each at a place that holds its words."""
    found = true_sentences(turns)[:1200]
    assert len(found) >= 1000
    for sentence in found:
        result = assistant.check(sentence)
        assert result.status == "verbatim", sentence
        assert result.matches[0][0].quote.flat.rstrip(" .") == " ".join(sentence.split()).rstrip(" .")


def test_a_dropped_or_added_negation_is_never_verbatim(assistant: Assistant, turns: list[Turn]) -> None:
    """Three hundred sentences with a negation flipped: none is verbatim."""
    flipped = [re.sub(r"\bniet ", "", s, count=1) for s in true_sentences(turns) if re.search(r"\bniet \w", s)]
    flipped += [
        re.sub(r"\b(is|wordt|heeft|kan) ", r"\1 niet ", s, count=1)
        for s in true_sentences(turns)
        if re.search(r"\b(is|wordt|heeft|kan) (?!niet)", s)
    ]
    chosen = random.Random(1).sample(flipped, 320)
    assert [s for s in chosen if assistant.check(s).status == "verbatim"] == []


def test_a_changed_number_is_never_verbatim(assistant: Assistant, turns: list[Turn]) -> None:
    """Sixty sentences with a number changed: none is verbatim."""
    changed = [re.sub(r"\d+", lambda m: str(int(m.group()) + 1), s, count=1) for s in true_sentences(turns) if re.search(r"\d", s)]
    assert len(changed) >= 60
    assert [s for s in changed if assistant.check(s).status == "verbatim"] == []


def test_a_dropped_niet_differs_and_shows_it(assistant: Assistant) -> None:
    """The diff names the word the quote lacks."""
    result = assistant.check("Toch hebben we moeten concluderen dat de aanpak de afgelopen jaren voldoende is geweest.")
    assert result.status == "differs"
    assert ("-", "onvoldoende") in result.matches[0][1] and ("+", "voldoende") in result.matches[0][1]


@pytest.mark.parametrize(
    "quote",
    [
        "«Mensenhandel is moderne slavernij.»",
        "mensenhandel  is\nmoderne slavernij.",
        "Mensen-\nhandel is moderne slavernij.",
        "“Mensenhandel is moderne slavernij”",
    ],
)
def test_typography_does_not_matter(assistant: Assistant, quote: str) -> None:
    """Quotation marks, white space, a line-end hyphen and the capital at the start do not count."""
    assert assistant.check(quote).status == "verbatim"


def test_sentences_of_two_turns_glued_are_never_verbatim(assistant: Assistant, turns: list[Turn]) -> None:
    """What no one said in one breath is not in the record."""
    pairs = zip(turns[2:80], turns[3:81], strict=True)
    glued = [f"{a.text[slice(*sentences(a.text)[-1])]} {b.text[slice(*sentences(b.text)[0])]}" for a, b in pairs]
    assert [s for s in glued if assistant.check(s).status == "verbatim"] == []


def test_of_sentences_glued_together_each_is_told(assistant: Assistant) -> None:
    """Two sentences of different turns are no quote, but each has its place; where one of them is not in the record that is not said."""
    first, second = "Mensenhandel is moderne slavernij.", "De webcrawler is op alle eenheden getest."
    glued = assistant.check(f"{first} {second}")
    assert glued.status == "differs" and glued.apart
    assert [(c.number, c.quote.text, diff) for c, diff in glued.matches] == [
        (1, first, (("=", first), ("+", second))),
        (2, second, (("+", first), ("=", second))),
    ]
    assert [c.quote.turn.speaker.name for c, _ in glued.matches] == ["Van Nispen", "Broekers-Knol"]
    assert "niet zo achter elkaar" in check_text(glued, "nl")
    assert not assistant.check(f"{first} De webcrawler is op geen eenheid getest, helaas.").apart


@pytest.mark.parametrize("quote", ["", "   ", "…!?", "\x00\x1b[31m", "De kwantumcomputer van morgen rijdt op windenergie uit Zeeland."])
def test_what_is_not_there_is_not_found(assistant: Assistant, quote: str) -> None:
    """Nothing, punctuation, control characters and somebody else's words are not found."""
    assert assistant.check(quote).status == "not_found"


def test_a_very_long_quote_gets_an_answer(assistant: Assistant) -> None:
    """A hundred kilobytes of text is looked up like any other."""
    assert assistant.check("woorden die nergens staan " * 4000).status == "not_found"


def test_a_chairs_notice_is_not_quoted_for_the_member(shared: Path, tmp_path: Path) -> None:
    """ "Deze motie is voorgesteld door …" inside a member's turn matches nothing."""
    from rag.settings import load

    with closing(Assistant(load(home=tmp_path))) as other:
        other.ingest([shared / "vlos"])
        assert other.check("Deze motie is voorgesteld door de leden Bamenga, Ceder en White.").status == "not_found"


def test_words_nobody_may_be_quoted_for_are_said_to_stand_there(tmp_path: Path) -> None:
    """They match nobody, and it is told in which turn they stand; words that stand nowhere are only not found."""
    said = "Voorzitter. Een motie.\n\nDe Kamer,\nverzoekt de regering iets te doen,\nen gaat over tot de orde van de dag.\n\n"
    notice = "De voorzitter:\nDeze motie is voorgesteld door het lid Vos.\nZij krijgt nr. 9 (36740).\n\nDank u wel."
    with over(tmp_path, f"{FRONT}De voorzitter:\nGa uw gang.\n\nMevrouw Vos (SP):\n{said}{notice}\n\nSluiting 12.00 uur.\n") as made:
        found = made.check("Deze motie is voorgesteld door het lid Vos.")
        assert (found.status, found.matches, found.notice) == ("not_found", (), 2)
        assert "bij beurt 2" in verdict(found, "nl") and "turn 2" in verdict(found, "en")
        assert made.check("Deze motie is voorgesteld door het lid Blom en anderen.").notice is None


def looked_up(quote: str, *texts: str, unquotable: tuple[tuple[int, int], ...] = ()) -> Check:
    """A quote against one meeting of one speaker."""
    who = Speaker("Van Nispen", "SP", "member")
    turns = tuple(Turn("m", i, who, "", text, unquotable=unquotable) for i, text in enumerate(texts, 1))
    index: Any = SimpleNamespace(shelf=SimpleNamespace(turns=lambda meeting: turns))
    return check(quote, [replace(MEETING, id="m")], index)


def status(quote: str, *texts: str, **more: tuple[tuple[int, int], ...]) -> str:
    return looked_up(quote, *texts, **more).status


RECORD = (
    "Er zijn 1.500 zaken, van 10 naar 100. Ik ben geen voorstander van minimumstraffen. Dat weet ik niet. In- en uitvoer stijgt met 78%."
)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Er zijn 1.500 zaken, van 10 naar 100.", "verbatim"),
        ("Er zijn 15.00 zaken, van 10 naar 100.", "differs"),
        ("Er zijn 1500 zaken, van 10 naar 100.", "differs"),
        ("Er zijn 1.500 zaken, van 100 naar 10.", "differs"),
        ("1.50", "not_found"),
        ("00 zaken", "differs"),
        ("Ik ben voorstander van minimumstraffen.", "differs"),
        ("voorstander van minimumstraffen", "differs"),
        ("Voorstander van minimumstraffen.", "differs"),
        ("geen voorstander van minimumstraffen", "verbatim"),
        ("Dat weet ik", "differs"),
        ("Er zijn 1.500 zaken, van 10 naar 100. Ik ben geen voorstander van minimumstraffen.", "verbatim"),
        ("Er zijn 1.500 zaken, van 10 naar 100. Dat weet ik niet.", "differs"),
        ("in- en uitvoer stijgt met 78 %", "verbatim"),
        ("In-\nen uitvoer stijgt met 78%", "verbatim"),
        ("Er zijn 1.500 zaken , van 10 naar 100 .", "verbatim"),
        ("Er zijn 1 .500 zaken, van 10 naar 100.", "differs"),
        ("Dat weet ik niet. Maar morgen wel, en overmorgen weet iedereen het.", "not_found"),
    ],
)
def test_only_typography_is_forgiven(quote: str, expected: str) -> None:
    """Numbers, negations and places in the turn count; where a quote is cut counts when a negation is lost."""
    assert status(quote, RECORD) == expected


def test_words_of_two_turns_are_not_one_quote() -> None:
    """Neither verbatim nor a version of one turn: two whole sentences differ from the record by standing together, halves are not found."""
    said = ("Dit zei de een vandaag.", "Dat zei de ander gisteren.")
    assert status("Dit zei de een vandaag. Dat zei de ander gisteren.", *said) == "differs"
    assert status("Dit zei de een. Gisteren zei dat de ander.", *said) == "not_found"


def test_what_no_one_may_be_quoted_for_is_not_found() -> None:
    """A notice of the chair, or a report in indirect speech, is in no one's mouth."""
    text = "Deze motie is voorgesteld door het lid Kuik."
    assert status(text, text) == "verbatim"
    assert status(text, text, unquotable=((0, len(text)),)) == "not_found"


@pytest.mark.parametrize(
    "pasted",
    [
        "«Mensenhandel is moderne slavernij.» (Van Nispen (SP), Kamerstukken II 2019/20, 28638, nr. 178, p. 2)",
        "«(…) moderne slavernij» (Van Nispen (SP), Kamerstukken II 2019/20, 28638, nr. 178, p. 2)",
        "Van Nispen (SP): «Mensenhandel is moderne slavernij.» [1]",
        "Van Nispen: Mensenhandel is moderne slavernij.",
        'De heer Van Nispen (SP): "Mensenhandel is moderne slavernij".',
    ],
)
def test_a_pasted_citation_is_read_as_the_words_it_quotes(assistant: Assistant, pasted: str) -> None:
    """Who said it and where it stands, around the marks, are no part of the quote: what griffier copies, griffier finds."""
    found = assistant.check(pasted)
    assert found.status == "verbatim" and found.quote == pasted


@pytest.mark.parametrize(
    ("pasted", "laid_to"),
    [
        ('Kuik: "Het aantal geregistreerde slachtoffers is bijna gehalveerd."', "Kuik (CDA)"),
        ("Kuik (CDA): Het aantal geregistreerde slachtoffers is bijna gehalveerd.", "Kuik (CDA)"),
        ('Broekers-Knol: "Het aantal geregistreerde slachtoffers is bijna gehalveerd."', "Staatssecretaris Broekers-Knol"),
        ('Van der Staaij (SGP): "Het aantal geregistreerde slachtoffers is bijna gehalveerd."', ""),
        ('Een bezoeker: "Het aantal geregistreerde slachtoffers is bijna gehalveerd."', ""),
    ],
)
def test_words_laid_to_somebody_else_are_told_to_be_anothers(assistant: Assistant, pasted: str, laid_to: str) -> None:
    """True words under a wrong name are in the record, and the outcome says with whom; a name the record does not know is no claim on it."""
    found = assistant.check(pasted, "kst-28638-178")
    assert found.status == "verbatim" and [s.label for s in found.laid_to] == ([laid_to] if laid_to else [])
    assert (f"niet bij {laid_to}, maar bij Van der Staaij (SGP)" in check_text(found, "nl")) == bool(laid_to)
    called = laid_to.replace("Staatssecretaris", "State Secretary")
    assert (f"with {called}, but with Van der Staaij (SGP)" in check_text(found, "en")) == bool(laid_to)


def test_words_behind_a_quotation_are_part_of_what_is_checked(assistant: Assistant) -> None:
    """Only a reference may stand behind the marks: what someone adds there makes it another sentence."""
    assert assistant.check("«Mensenhandel is moderne slavernij» en dat is goed.").status != "verbatim"
    assert assistant.check("Let op: Mensenhandel is moderne slavernij.").status != "verbatim"


def test_a_word_changed_at_either_end_is_shown_beside_what_the_record_has() -> None:
    """The word of the record that stood at the place of the changed one is in the diff: a "niet" most of all."""
    text = "Voorzitter. Mijn fractie steunt de vliegtaks voor korte reizen niet. Dat is alles."
    diff = looked_up("Mijn fractie steunt de vliegtaks voor korte reizen wel.", text).matches[0][1]
    assert ("-", "niet.") in diff and ("+", "wel.") in diff
    diff = looked_up("Mijn fractie steunt de vliegtaks voor korte reizen.", text).matches[0][1]
    assert diff[1:] == (("-", "niet."),)  # left out at the end, and closed there
    diff = looked_up("Onze fractie steunt de vliegtaks voor korte reizen niet.", text).matches[0][1]
    assert diff[:2] == (("-", "Mijn"), ("+", "Onze"))
    # where the quote stops before a comma, that comma is no part of it
    diff = looked_up("Mijn fractie steunt geen vliegtaks", "Mijn fractie steunt een vliegtaks, behalve op zondag.").matches[0][1]
    assert diff[-1] == ("=", "vliegtaks")


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("De veerboot vaart op zondag.", "De veerboot vaart niet op zondag."),
        ("Een sluis van staal is wel duurder.", "Een sluis van staal is niet duurder."),
        ("De veerboot vaart op maandag en de kade is klaar.", "De veerboot vaart niet op zondag. De kade is niet klaar."),
    ],
)
def test_a_difference_keeps_to_the_sentences_it_is_of(quote: str, stands: str) -> None:
    """A word that also stands near the end of the sentence before ("de", "een") draws that sentence into no difference."""
    text = "Wij spraken af in de haven. De veerboot vaart niet op zondag. De kade is niet klaar. Er komt een sluis. Een sluis van staal is niet duurder."
    assert looked_up(quote, text).matches[0][0].quote.text == stands


def test_dots_for_words_left_out_are_no_words(assistant: Assistant) -> None:
    """ "(…)" says that words are left out; the diff shows which, and does not count the dots as the quote's own."""
    quote = "Het programma Samen tegen mensenhandel is een mooi plan op papier, (…) en het is niet erg concreet."
    found = assistant.check(quote)
    assert found.status == "differs"
    assert [text for op, text in found.matches[0][1] if op == "+"] == []


def test_a_diff_rebuilds_both_sides(assistant: Assistant) -> None:
    """ "=" and "-" together are the record's words, "=" and "+" the quote's."""
    quote = "Toch hebben we niet moeten concluderen dat de aanpak de laatste jaren onvoldoende is geweest."
    citation, diff = assistant.check(quote).matches[0]
    assert " ".join(text for op, text in diff if op in "=+") == quote
    assert " ".join(text for op, text in diff if op in "=-") == " ".join(citation.quote.text.split())


def test_a_word_that_ends_in_an_apostrophe_s_ends_its_sentence() -> None:
    """ "diploma's." is no initial: what comes after it is another sentence."""
    text = "Hij opperde een register van diploma's. Ik vind dat sympathiek."
    assert [text[a:b] for a, b in sentences(text)] == ["Hij opperde een register van diploma's.", "Ik vind dat sympathiek."]


def test_the_name_of_a_ship_ends_no_sentence() -> None:
    """ "Hr.Ms. De Ruyter" is one name, though "De" may begin a sentence."""
    text = "Hun schip, Hr.Ms. De Ruyter, was hun graf. Zr.Ms. Tromp vaart nog. Dat besliste de HR. Wij volgen dat."
    assert [text[a:b] for a, b in sentences(text)] == [
        "Hun schip, Hr.Ms. De Ruyter, was hun graf.",
        "Zr.Ms. Tromp vaart nog.",
        "Dat besliste de HR.",
        "Wij volgen dat.",
    ]


def test_a_large_archive_is_searched_as_a_small_one(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the turns are too many to be held at once, the same quotes are found at the same places."""
    quotes = [
        "Mensenhandel is moderne slavernij.",
        "Het programma Samen tegen mensenhandel is een mooi plan op papier, (…) en het is niet erg concreet.",
        "De heks vliegt op een bezem naar de draak.",
    ]
    held = [assistant.check(quote) for quote in quotes]
    assert [found.status for found in held] == ["verbatim", "differs", "not_found"]
    monkeypatch.setattr("rag.check.SCAN", 10)
    assert [assistant.check(quote) for quote in quotes] == held
