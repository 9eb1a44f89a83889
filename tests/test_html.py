"""What a reader sees as HTML: words from outside stay words, quotes are the record's own, doubts stand apart."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from rag.export.fit import fit
from rag.render.colours import hue
from rag.render.encode import attrs, enc
from rag.render.fidelity import FidelityError
from rag.render.html import answer_html, check_html, length_text, meeting_html, statement_html
from rag.render.ledger import questions_text
from rag.render.screen import questions_html, summary_html
from rag.render.sheet import sheet
from rag.render.terminal import answer_text
from rag.summarise import with_subject
from rag.types import (
    Addressee,
    Answer,
    Check,
    Citation,
    Claim,
    JudgedMotion,
    Judgement,
    Meeting,
    Motion,
    Passage,
    Person,
    Question,
    Quote,
    Speaker,
    Turn,
    Understood,
)
from rag.types import Filter as Limits
from rag.verify import Numbering, verify
from tests.payloads import PAYLOADS
from tests.sheets import MEETING, MEMBER, MINISTER, Debate, usual

OURS = {"div", "p", "span", "button", "ul", "li", "details", "summary", "strong", "em", "del", "ins", "section", "h2", "dl", "dt", "dd"}
SAFE = {"class", "type", "lang", "role", "aria-label"}


class Page(HTMLParser):
    """The elements, attributes and text of a fragment, as a browser would take them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.values: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attributes}
        self.values += [(name, value or "") for name, value in attributes]

    def handle_comment(self, data: str) -> None:
        self.tags.append("!--")

    def handle_data(self, data: str) -> None:
        self.text += data

    def value(self, name: str) -> str:
        return next(v for n, v in self.values if n == name)


def turn_of(text: str, **speaker: Any) -> Turn:
    return Turn(
        "m-1", 7, Speaker(**{"name": "Van Dijk", "party": "SP", "role": "member", **speaker}), "De heer Van Dijk (SP):", text, ((0, 3),)
    )


def supported(turn: Turn, number: int = 1) -> tuple[Any, Citation]:
    """A verbatim statement as verify and Numbering make it."""
    numbering = Numbering({"m-1": "Kamerstukken II 2019/20, 28638, nr. 178"})
    statement = numbering.cite(verify(Claim(turn.text, (Quote(turn, 0, len(turn.text)),), verbatim=True), "nl"))
    assert statement.verdict == "supported", statement.why
    return statement, numbering.citations[0]


def answered(*statements: Any, citations: tuple[Citation, ...] = (), **more: Any) -> Answer:
    asked = more.pop("understood", Understood("Vraag?", Limits(), "nl"))
    return Answer(**{"question": "Vraag?", "status": "answered", "reason": None, "written_by": "verbatim", "statements": statements,
                     "citations": citations, "passages": (), "understood": asked, **more})  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_encoding_keeps_every_character_a_character(payload: str) -> None:
    """Encoded text adds no element or attribute, and one character of the text is one character of the page."""
    page = Page(f"<p{attrs(title=payload)}>{enc(payload)}</p>")
    assert page.tags == ["p"] and page.names == {"title"}
    assert len(page.text) == len(payload) == len(page.value("title"))
    assert not set("<>\"'`&=/:.@_*[]{}$") & set(enc(payload).replace("&#", "").replace(";", ""))


def test_controls_that_reorder_what_is_read_are_not_shown() -> None:
    """Bidirectional overrides, NUL and lone surrogates become U+FFFD; soft hyphens, joiners and line ends stay."""
    assert Page(enc("a\u202eb\u0000c\ud800d\u0091")).text == "a\ufffdb\ufffdc\ufffdd\ufffd"
    assert Page(enc("a\u00adb\u200dc\nd")).text == "a\u00adb\u200dc\nd"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_in_every_place_of_an_answer_draw_nothing(payload: str) -> None:
    """In text, name, party, question, note, reason, written_by and title of an answer, check or card only our own elements are made."""
    turn = turn_of(payload, name=payload, party=payload)
    place = Citation(1, Quote(turn, 0, len(payload)), payload)
    good, citation = supported(turn_of("Ik vind dit plan ook voor de komende jaren een goed plan."))
    bad = verify(Claim(payload, (), problem=None), "nl")
    answer = answered(good, bad, citations=(citation,), question=payload, written_by=payload, notes=(payload,),
                      understood=Understood(payload + "?", Limits(), "nl"))  # fmt: skip
    declined = replace(answer, status="declined", reason="no_evidence", passages=(Passage(1, turn, 1.0),))
    check = Check(payload, "differs", ((place, (("=", payload), ("-", payload), ("+", payload))),), laid_to=(turn.speaker,))
    meeting = Meeting(
        payload,
        payload,
        payload,
        payload,
        payload,
        payload,
        payload,
        "nl",
        payload,
        chairs=(payload,),
        present=(Person(payload, payload, "member"),),
    )
    for html in (
        answer_html(answer, "nl"),
        answer_html(declined, "nl"),
        check_html(check, "nl"),
        meeting_html(meeting, 1, 1, [turn.speaker], "nl"),
    ):
        page = Page(html)
        assert set(page.tags) <= OURS, set(page.tags) - OURS
        assert all(name in SAFE or name.startswith("data-") for name in page.names), page.names
        assert "\n" not in html and "style=" not in html and "href=" not in html


def test_a_verbatim_statement_shows_the_records_words_after_their_speaker() -> None:
    """The words between guillemets come from the turn by offset, not from the statement's text."""
    turn = turn_of("Dat is wat ons betreft een heel goed plan.\nMaar er moet meer gebeuren voor de slachtoffers.")
    statement, _ = supported(turn)
    shown = statement_html(
        replace(statement, claim=replace(statement.claim, text="iets anders")), references={"m-1": "Kamerstukken"}, language="nl"
    )
    page = Page(shown)
    assert page.text == f"Van Dijk SP «{turn.text}» 1"
    assert page.value("data-quote") == turn.text and page.value("data-reference") == "Kamerstukken, p. 3"
    assert (page.value("data-turn"), page.value("data-start"), page.value("data-end")) == ("7", "0", str(len(turn.text)))


def test_streamed_and_whole_answer_show_the_same_statement() -> None:
    """A statement looks the same when it streams in and when the whole answer replaces it."""
    statement, citation = supported(turn_of("Dat is wat ons betreft een heel goed plan."))
    one = statement_html(statement, references={"m-1": "Kamerstukken II 2019/20, 28638, nr. 178"}, language="nl")
    assert one in answer_html(answered(statement, citations=(citation,)), "nl")


def test_an_unsupported_sentence_stands_apart_without_marks_or_numbers() -> None:
    """It has its reason, no citation and no quotation marks, also when the model typed them."""
    bad = verify(Claim("Van Dijk zei «dit nooit» en “dat” en 'zus'.", (Quote(turn_of("Heel iets anders is hier gezegd."), 0, 32),)), "nl")
    assert bad.verdict != "supported"
    html = statement_html(bad, "nl")
    page = Page(html)
    assert not set("«»“”\"'") & set(page.text) and "data-cite" not in page.names
    assert "Niet onderbouwd door het verslag" in page.text and "dit nooit" in page.text and "gf-why" in html


def test_a_quote_that_left_the_record_is_never_shown() -> None:
    """A pointer past the turn, an empty one or one into a notice stops the page."""
    statement, citation = supported(turn_of("Dat is wat ons betreft een heel goed plan."))
    turn = citation.quote.turn
    for quote in (Quote(turn, 0, 999), Quote(turn, 5, 5), Quote(replace(turn, unquotable=((0, 9),)), 0, 20)):
        with pytest.raises(FidelityError):
            answer_html(answered(statement, citations=(Citation(1, quote, "x"),)), "nl")


def test_a_declined_question_says_so_and_lists_what_is_near() -> None:
    """Nearest turns lead to their place, under their own title; whoever took no part gets none."""
    near = Passage(1, turn_of("Dat is wat ons betreft een heel goed plan."), 1.0)
    page = Page(answer_html(answered(status="declined", reason="no_evidence", passages=(near,)), "nl"))
    assert "Niet het antwoord, wel in de buurt:" in page.text and "Van Dijk (SP), beurt 7, p. 3" in page.text
    assert page.value("data-turn") == "7" and "«" not in page.text
    absent = Page(answer_html(answered(status="declined", reason="not_present", passages=(near,), notes=("Wel aan het woord: SP.",)), "nl"))
    assert "button" not in absent.tags and "Wel aan het woord: SP." in absent.text
    unknown = answered(status="declined", reason="off_topic", passages=(near,))  # no word of it is in the record: no turn is near
    assert "button" not in Page(answer_html(unknown, "nl")).tags and "beurt" not in answer_text(unknown, "nl")


def test_notes_stand_above_what_they_announce() -> None:
    """ "Hieronder staan passages" is followed by them, on the page and on a terminal."""
    statement, citation = supported(turn_of("Wij vinden dit een goed plan."))
    answer = answered(statement, citations=(citation,), notes=("Hieronder staan passages.",))
    for text in (Page(answer_html(answer, "nl")).text, answer_text(answer, "nl")):
        assert text.index("Hieronder staan") < text.index("Wij vinden dit")


def test_the_chair_is_called_so_in_the_readers_language() -> None:
    """Beside the name, or alone where the record does not name who is in the chair."""
    for name, dutch, english in (
        ("Futselaar", "Futselaar (voorzitter)", "Futselaar (chair)"),
        ("De voorzitter", "De voorzitter", "The chair"),
    ):
        statement, citation = supported(turn_of("Ik stel een spreektijd van zes minuten voor.", name=name, party=None, role="chair"))
        answer = answered(statement, citations=(citation,))
        assert dutch in Page(answer_html(answer, "nl")).text and dutch in answer_text(answer, "nl")
        assert english in Page(answer_html(answer, "en")).text and english in answer_text(answer, "en")


def test_a_follow_up_shows_the_question_it_was_read_as() -> None:
    """Only when it differs from what was typed."""
    read = answered(understood=Understood("Wat vindt het CDA van de pilot?", Limits(), "nl"), question="En het CDA?")
    assert "Gelezen als: Wat vindt het CDA van de pilot?" in Page(answer_html(read, "nl")).text
    assert "Gelezen als" not in answer_html(answered(), "nl")


def test_a_difference_is_told_by_more_than_colour() -> None:
    """Each change is an ins or del element and says in words on which side it stands."""
    turn = turn_of("Wij vinden dit een slecht plan.")
    check = Check(
        "Wij vinden dit een goed plan.",
        "differs",
        ((Citation(1, Quote(turn, 0, 31), "ref"), (("=", "Wij vinden dit een"), ("-", "slecht"), ("+", "goed"), ("=", "plan."))),),
    )
    html = check_html(check, "nl")
    assert '<del><span class="gf-said">alleen in het verslag: </span>slecht</del> <ins>' in html
    assert "Wijkt af van het verslag." in Page(html).text and "«<span" in html
    assert "Niet gevonden in het verslag." in Page(check_html(Check("x", "not_found"), "nl")).text
    verbatim = Check("x", "verbatim", ((Citation(1, Quote(turn, 0, 31), "ref"), (("=", turn.text),)),))
    assert "Letterlijk in het verslag." in Page(check_html(verbatim, "nl")).text


def test_who_holds_an_office_is_called_so_in_each_language() -> None:
    """In English an office is said in English, with the post as the record has it; in Dutch, and of one that has no other name, as printed."""
    held = {
        "Staatssecretaris": "State Secretary",
        "Staatssecretaris van Defensie": "State Secretary of Defensie",
        "Staatssecretaris Jeugd en Sport": "State Secretary Jeugd en Sport",
        "Minister": "Minister",
        "Minister voor Wonen": "Minister for Wonen",
        "Minister-president": "Prime Minister",
        "Minister-president, minister van Algemene Zaken": "Prime Minister, Minister of Algemene Zaken",
        "Minister van Wonen, tevens viceminister-president": "Minister of Wonen, also Deputy Prime Minister",
        "Directeur van het Waterschap": "Directeur van het Waterschap",
        "Gevolmachtigde minister van Aruba": "Gevolmachtigde minister van Aruba",
    }
    for office, english in held.items():
        one = Speaker("Van der Vos", None, "government", office)
        assert (one.called("en"), one.called("nl"), one.label) == (
            f"{english} Van der Vos",
            f"{office} Van der Vos",
            f"{office} Van der Vos",
        )
    assert Speaker("Minister van Wonen", None, "government").called("en") == "Minister of Wonen"  # whose name the record does not tell
    assert Speaker("Vos", "SP", "member").called("en") == "Vos (SP)"


def test_of_several_debates_each_place_says_which() -> None:
    """Where more than one debate is there, a statement, its source, a checked quote and a turn close by each name theirs; of one alone none does."""
    turn = turn_of("Dat is wat ons betreft een heel goed plan.")
    statement, citation = supported(turn)
    debates = {turn.meeting: "Visserij", "m-2": "Wonen"}
    answer = answered(statement, citations=(citation,))
    near = answered(status="declined", reason="no_evidence", passages=(Passage(1, turn, 1.0, ((0, 10),)),))
    check = Check("x", "verbatim", ((citation, (("=", turn.text),)),))
    told = [answer_html(answer, "nl", debates), answer_html(near, "nl", debates), check_html(check, "nl", debates)]
    assert [html.count('<span class="gf-debate">Visserij</span>') for html in told] == [2, 1, 1]
    assert Page(told[0]).value("data-debate") == "Visserij"
    assert statement_html(statement, "nl", {turn.meeting: MEETING.reference}, debates).count("Visserij") == 2  # to be read, and on the card
    assert not any("gf-debate" in html for html in (answer_html(answer, "nl"), answer_html(near, "nl"), check_html(check, "nl")))


def test_what_is_copied_holds_speaker_and_reference() -> None:
    """A copied quote is the words, the speaker with party, and the official reference with its page."""
    statement, citation = supported(turn_of("Dat is wat ons betreft een heel goed plan."))
    page = Page(answer_html(answered(statement, citations=(citation,)), "nl"))
    assert (
        page.value("data-copy")
        == "«Dat is wat ons betreft een heel goed plan.» (Van Dijk (SP), Kamerstukken II 2019/20, 28638, nr. 178, p. 3)"
    )


def test_a_real_answer_over_the_real_index(assistant: Any) -> None:
    """Every quote on the page of a real answer is the record's text at the place its number leads to."""
    answer = assistant.ask("Wat vindt de SP van het programma Samen tegen mensenhandel?")
    page = Page(answer_html(answer, "nl"))
    cited = [
        dict(zip(("turn", "start", "end"), map(int, row), strict=True))
        for row in zip(*([v for n, v in page.values if n == f"data-{x}"] for x in ("turn", "start", "end")), strict=True)
    ]
    assert cited and len(cited) == 2 * len(answer.citations)
    for place in cited:
        text = assistant.index.shelf.turn("kst-28638-178", place["turn"]).text
        assert f"«{text[place['start'] : place['end']]}»" in page.text


def test_the_card_of_the_bundled_debate(assistant: Any) -> None:
    """The first screen tells what the debate is, who spoke for which party, and for how long."""
    (meeting, turns, words), *_ = assistant.meetings()
    page = Page(meeting_html(meeting, turns, words, [s for _, s, _ in assistant.index.shelf.speakers([meeting.id])], "nl"))
    for part in (
        "Mensenhandel",
        "5 december 2019",
        "Justitie en Veiligheid",
        "283 beurten",
        "SP Van Nispen",
        "Staatssecretaris Broekers-Knol",
        "3 uur en 7 minuten",
    ):
        assert part in page.text
    assert "De voorzitter" not in page.text


def test_how_long_a_meeting_took() -> None:
    """A length leaves suspensions out and runs past midnight; what is unknown is not guessed."""
    meeting = Meeting(
        "m", "t", None, None, None, "unknown", "vlos", "nl", "r", start="22:30", end="00:45", suspensions=(("23:00", "23:15"),)
    )
    assert length_text(meeting, "nl") == "2 uur (22:30 tot 00:45 uur)"
    assert length_text(replace(meeting, end=None), "nl") == "" and length_text(meeting, "en").startswith("2 h (")


def test_what_has_no_hours_has_a_size_and_no_duration() -> None:
    """Turns and words are no time: only where the record tells its hours is it said how long it took."""
    told = Page(meeting_html(replace(MEETING, start=None, end=None), 32, 1292, (), "nl")).text
    assert "Omvang32 beurten" in told and "Duur" not in told
    assert "Duur3 uur en 30 minuten (10:00 tot 13:30 uur), 32 beurten" in Page(meeting_html(MEETING, 32, 1292, (), "nl")).text


def test_who_was_there_and_is_not_among_the_speakers_is_on_the_card() -> None:
    """A member on the list of those present who has no turn is named, with the party where the record tells it; the chair is not."""
    there = (
        Person("Jansen", "SP", "member"),
        Person("Sluiter", None, "member"),
        Person("Smit", "CDA", "member"),
        Person("Bos", None, "member"),
    )
    told = Page(meeting_html(replace(MEETING, present=there, chairs=("Bos",)), 3, 90, [MEMBER], "nl")).text
    assert "Ook aanwezigSluiter en Smit (CDA)Voorzitter" in told
    many = tuple(Person(f"Lid {n}", None, "member") for n in range(100))
    assert "Lid 7 en 92 anderen" in Page(meeting_html(replace(MEETING, present=many), 3, 90, [MEMBER], "nl")).text
    assert "Ook aanwezig" not in Page(meeting_html(replace(MEETING, present=there[:1]), 3, 90, [MEMBER], "nl")).text


# --- a party's page and the ledger on the screen ------------------------------------------------


def test_a_page_on_the_screen_holds_what_the_paper_holds_where_that_has_room(debate: Debate) -> None:
    """The same quotes under the same numbers, which rise as one reads, as many compared, and a motion only once."""
    quote = debate.said(MEMBER, "verzoekt de regering sloten te baggeren.")
    verdict = Judgement("against", True, debate.said(MINISTER, "De motie op stuk nr. 9 ontraad ik."))
    motion = JudgedMotion(
        "motie-Jansen (36410, nr. 9)", Motion(1, 0, quote.end, "36410", "9"), (Addressee("Jansen", "SP"),), quote, (verdict,)
    )
    asked = debate.said(MEMBER, "Hoeveel sloten zijn er vuil?")
    reply = debate.said(MINISTER, "Dat zijn er 8.300. In 2030 zijn dat er nul.")
    first, second = (Quote(reply.turn, a, b) for a, b in ((0, 18), (19, len(reply.turn.text))))
    questions = (
        Question(asked, (), "answered", (first, second)),
        Question(debate.said(MEMBER, "Hoeveel vuile sloten?"), (), "answered", (first,)),
    )
    summary = replace(
        usual(debate, 1), motions=(motion,), questions=questions, documents=("motie-Jansen (36410, nr. 9), ingediend", "de begroting")
    )
    shown, paper = Page(summary_html(summary, {})), sheet(fit(summary, "nl"))
    numbers = [int(n) for n in re.findall(r"(?:»|hierboven) (\d+)", shown.text)]
    assert list(dict.fromkeys(numbers)) == list(range(1, len(paper.notes) + 1)) and re.search(r"zie hierboven \d", shown.text)
    assert shown.text.count("Motie-Jansen (36410, nr. 9)") == 1 and ", ingediend" not in shown.text and "de begroting" in shown.text
    assert re.findall(r"\d+ citaten", shown.text) == re.findall(r"\d+ citaten", paper.foot)
    assert "8.300. In 2030" in shown.text and all(f"«{quote.flat}»" in shown.text for quote in paper.quotes)


def test_a_question_in_the_ledger_stands_with_what_it_is_about(debate: Debate) -> None:
    """ "Wanneer zijn die klaar?" says nothing alone: the sentences of its item before and right after it stand with it, one further on below."""
    turn = debate.said(
        MEMBER, "Wij willen sluizen. Daar wachten velen op. Wanneer zijn die klaar? En hoe breed? Dat is niet bekend. Graag voor 2030."
    ).turn
    at = turn.text.index("Wanneer")
    one = Question(
        Quote(turn, at, at + 23),
        (Quote(turn, 0, 19), Quote(turn, at + 24, at + 37), Quote(turn, len(turn.text) - 16, len(turn.text))),
        "open",
    )
    shown = Page(questions_html(MEETING, [one], {})).text
    assert (
        "«Wij willen sluizen. Daar wachten velen op. Wanneer zijn die klaar? En hoe breed?» 1" in shown
        and "Daarbij: «Graag voor 2030.»" in shown
    )
    told = questions_text(MEETING, [one], [], "nl")
    assert (
        "Ook: «En hoe breed?»" in told and "Daarbij: «Wij willen sluizen.»" in told and "Ook: «Wij" not in told
    )  # only what asks is a question


def test_above_a_question_in_the_ledger_stands_the_sentence_of_its_page(debate: Debate) -> None:
    """The sentence that names what a question points at stands in front of it in the tab of questions too."""
    said = debate.said(
        MEMBER, "In Breda kreeg elke tuinder een rekening van 800 euro. Wil de minister de gemeente Breda daarop aanspreken?"
    )
    asked = Quote(said.turn, said.turn.text.index("Wil"), said.end)
    shown = Page(questions_html(MEETING, [Question(asked, (), "open", ())], {})).text
    assert f"«{with_subject(asked, 'nl').text}»" in shown and with_subject(asked, "nl").start == 0


def test_sentences_of_one_answer_stand_after_one_name(debate: Debate) -> None:
    """Who answers is said once for the sentences of one turn, each with its own number."""
    asked, reply = debate.said(MEMBER, "Hoeveel sloten zijn er vuil?"), debate.said(MINISTER, "Dat zijn er 8.300. In 2030 zijn dat er nul.")
    one = Question(asked, (), "answered", (Quote(reply.turn, 0, 18), Quote(reply.turn, 19, reply.end)))
    shown = Page(questions_html(MEETING, [one], {})).text
    assert "Minister Harbers «Dat zijn er 8.300.» 2 «In 2030 zijn dat er nul.» 3" in shown and shown.count("Harbers") == 1


def test_a_party_always_has_the_same_colour() -> None:
    """Known parties by the list, in any case; others by their name, the same on every machine."""
    assert hue("SP") == hue("sp") == "rood"
    assert hue("Groep Bontes/Van Klaveren") == hue("groep bontes/van klaveren") == hue("Groep Bontes/Van Klaveren")


def test_a_status_that_the_reference_tells_is_told_once() -> None:
    """Of a report that is kept by its status ("…, ongecorrigeerd verslag") the card says so once; of any other beside its reference."""
    raw = replace(MEETING, status="ongecorrigeerd", reference="Tweede Kamer, Vis, 2 juli 2025, ongecorrigeerd verslag")
    assert Page(meeting_html(raw, 3, 90, (), "nl")).text.count("ongecorrigeerd verslag") == 1
    assert "ongecorrigeerd verslag" in Page(meeting_html(replace(raw, reference="Kamerstukken II, 28638, nr. 3"), 3, 90, (), "nl")).text
