"""The record as a page: offsets hold on it, it opens at the quoted words, stays small, and nothing in a transcript does anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rag.render.encode import attrs
from rag.render.html import answer_html, check_html, copied, meeting_html
from rag.render.record import link_to, outline, record_window_html
from rag.render.selection import select, sentences_of
from rag.types import Event, Meeting, Motion, Speaker, Turn
from rag.web.find import find, snippet
from tests.payloads import PAYLOADS
from tests.stage import Stage, Window, app_of, hostile_debate, long_debate, serving, shelve
from tests.test_html import Page

ROOT = Path(__file__).resolve().parent.parent
SEED = "kst-28638-178"
STEM = "Kamerstukken II 2019/20, 28638, nr. 178"
EMOJI = "Eerst 😀𝒳 dit. Dan de zin die telt,\nen hij gaat door 😀 op een nieuwe alinea. Klaar."
TEXT = "Ik ben geen voorstander van minimumstraffen. Maar dit gaat ver; het is moderne slavernij.\nWaarom doet u niets?"


def turn_of(text: str = TEXT, number: int = 7, **more: Any) -> Turn:
    return Turn("m-1", number, Speaker("Van Dijk", "SP", "member"), "De heer Van Dijk (SP):", text, **more)


# --- what stands on the page ------------------------------------------------------------------------


def test_the_text_of_a_turn_stands_on_the_page_by_offset(assistant: Any) -> None:
    """Every element with data-at holds the turn's text from there, so an offset finds its place: on all turns of the bundled debate."""
    turns = assistant.index.shelf.turns(SEED)
    html = record_window_html(turns, assistant.index.shelf.events(SEED))
    shown = re.findall(r'<section class="gf-turn[^>]*data-turn="(\d+)".*?<div class="gf-text">(.*?)</div></section>', html)
    assert [int(n) for n, _ in shown] == [t.number for t in turns]
    for turn, (_, body) in zip(turns, shown, strict=True):
        found = [(int(at), Page(inside).text) for at, inside in re.findall(r'<p data-at="(\d+)"[^>]*>(.*?)</p>', body)]
        assert all(turn.text[at : at + len(text)] == text for at, text in found)
        assert "".join(text for _, text in found) == turn.text.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- De brief komt in mei. - Het loket gaat open; - Er volgt een kaart.", 3),
        ("2. De brief komt in mei. 3. Het loket gaat open.", 2),
        ("De toezeggingen.\n• De brief komt in mei. • Het loket gaat open.", 3),
        ("Hij zei het hardop. - Dat hoorde iedereen. - Toch niet.", 1),  # no list begins here
        ("- Dat kost 2. - 3 miljoen is genoeg voor Rotterdam - Zuid.", 2),
        ("1. Dat staat in artikel 3 van de wet.", 1),
        ("Het gaat om artikel 2. 3 gemeenten doen mee.", 1),
    ],
)
def test_each_item_of_a_list_stands_on_a_line_of_its_own(text: str, shown: int) -> None:
    """Also where the reader joined two by a space; the text itself and its offsets stay."""
    found = re.findall(r'<p data-at="(\d+)"[^>]*>(.*?)</p>', record_window_html([turn_of(text)]))
    assert len(found) == shown
    assert "".join(Page(inside).text for _, inside in found) == text.replace("\n", "")
    assert all(text[int(at) :].startswith(Page(inside).text) for at, inside in found)


def test_a_page_number_stands_where_its_page_starts() -> None:
    """Not at the start of a turn that only goes on on the same page; each page once, inside a sentence where it breaks."""
    text = "Een zin die doorloopt op de volgende bladzijde."
    first = turn_of(text, 1, page_starts=((0, 4), (text.index("volgende"), 5)))
    second = turn_of("Nog een zin.", 2, page_starts=((0, 5),))
    html = record_window_html([first, second])
    assert re.findall(r'data-page="(\d+)"', html) == ["4", "5"]
    assert re.search(r'op de <span class="gf-page"[^>]*data-page="5"[^>]*></span>volgende', html)
    assert record_window_html([second], before=first).count("gf-page") == 0
    assert 'aria-label="pagina 4"' in html and 'data-label="p&#46; 4"' in html


def test_a_notice_stands_apart_and_a_motion_is_set_off() -> None:
    """Words that no one may be quoted for say what they are; a motion's own paragraphs are set off."""
    turn = turn_of("Eigen woorden.\nDeze motie is voorgesteld door X.\nverzoekt de regering iets.", 3, unquotable=((15, 48),))
    html = record_window_html([turn], motions=[Motion(3, 49, 75, None, None)])
    assert html.count("gf-notice") == 1 and "Mededeling in het verslag" in html and html.count("gf-motion") == 1
    assert "gf-pick" in html
    whole = record_window_html([turn_of("Spreker A zei dat.", 1, unquotable=((0, 18),))])
    assert "gf-unquotable" in whole and "gf-notice" not in whole and "gf-pick" not in whole


def test_events_stand_between_turns_and_interruptions_are_indented() -> None:
    """What happened before the first turn comes first; a subject is a heading; only the turns named are interruptions."""
    events = [Event("subject", "Onderwerp", 0), Event("suspension", "Schorsing", 1), Event("other", "Elders", 9)]
    html = record_window_html([turn_of("A.", 1), turn_of("B.", 2)], events, interruptions={2})
    assert (
        re.sub(r"<.*?>", "|", html).index("Onderwerp") < html.index('data-turn="1"') < html.index("Schorsing") < html.index('data-turn="2"')
    )
    assert '<h3 class="gf-event gf-event-subject">' in html and "Elders" not in html
    assert html.count("gf-interruption") == 1 and html.count("interruptie") == 1
    assert "Onderwerp" not in record_window_html([turn_of("B.", 2)], events, before=turn_of("A.", 1))


def test_the_plan_of_a_record_covers_every_turn() -> None:
    """Blocks follow each other without gaps and stay small; speakers have all their turns; pages are where they start."""
    meeting, turns = long_debate(400)
    plan = outline(meeting, turns)
    edges = [(b["first"], b["last"]) for b in plan["blocks"]]
    assert edges[0][0] == 1 and edges[-1][1] == 400 and all(a[1] + 1 == b[0] for a, b in zip(edges, edges[1:], strict=False))
    assert all(b["last"] - b["first"] < 50 for b in plan["blocks"])
    assert sorted(n for s in plan["speakers"] for n in s["turns"]) == list(range(1, 401))
    assert [p[0] for p in plan["pages"]] == list(range(1, 68)) and plan["pages"][1][1:] == [6, 0]
    one = outline(meeting, [turn_of("lang " * 20_000, 1), turn_of("kort.", 2)])
    assert [(b["first"], b["last"]) for b in one["blocks"]] == [(1, 1), (2, 2)]


def test_the_address_of_a_turn_is_encoded() -> None:
    """Whatever a meeting's id holds, the address stays one relative address."""
    assert link_to("kst-28638-178", 3) == "?meeting=kst-28638-178&turn=3"
    assert link_to('x&y="><script>//', 1) == "?meeting=x%26y%3D%22%3E%3Cscript%3E%2F%2F&turn=1"


def test_party_colours_pass_contrast_in_light_and_dark() -> None:
    """Every colour of the palette, and the page's own text colours, reach 4.5 : 1 in both displays."""
    import tomllib

    css = (ROOT / "rag/web/static/griffier.css").read_text()
    table = tomllib.loads((ROOT / "rag/data/colours.toml").read_text())
    assert set(table["parties"].values()) <= set(table["hues"])
    for name in table["hues"]:
        rule = re.search(rf"\.gf-hue-{name} {{(.*?)}}", css)
        assert rule, f"no colour {name} in the style sheet"
        tint, shade, tint_dark, shade_dark = re.findall(r"#[0-9a-f]{6}", rule[1])
        assert min(contrast(tint, shade), contrast(tint_dark, shade_dark)) >= 4.5, name
    both = re.findall(r"--gf-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", css)
    for colour in ({name: light for name, light, _ in both}, {name: dark for name, _, dark in both}):
        for ground in ("paper", "card", "wash"):
            for ink in ("ink", "soft", "accent"):
                assert contrast(colour[ground], colour[ink]) >= 4.5, (ground, ink)
        pairs = (
            ("mark", "on-mark"),
            ("accent", "on-accent"),
            ("ins-wash", "ins"),
            ("del-wash", "del"),
            ("accent-wash", "accent"),
            ("paper", "warn"),
        )
        assert all(contrast(colour[a], colour[b]) >= 4.5 for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


# --- a selection as a quote -------------------------------------------------------------------------


def chosen(words: str, text: str = TEXT, **more: Any) -> Any:
    start = text.index(words)
    return select(turn_of(text, **more), start, start + len(words), STEM, "nl")


def test_a_selection_grows_to_whole_words_and_offers_whole_sentences() -> None:
    """Half words are made whole, and that is said; the sentence is offered beside the words alone, with speaker and reference."""
    found = chosen("rne slave", page_starts=((0, 3), (50, 4)))
    assert found.snapped and found.words.quote.text == "moderne slavernij"
    assert copied(found.words, "nl") == f"«(…) moderne slavernij (…)» (Van Dijk (SP), {STEM}, p. 4)"
    assert found.whole.quote.text == "Maar dit gaat ver; het is moderne slavernij." and found.whole.reference == f"{STEM}, p. 3"
    exact = chosen("Maar dit gaat ver; het is moderne slavernij.")
    assert exact.words is None and exact.why is None and not exact.snapped


@pytest.mark.parametrize(
    ("words", "lost"),
    [("voorstander van minimumstraffen.", "ontkenning"), ("Waarom doet u niets", "vraag")],
)
def test_words_whose_cut_turns_the_sense_are_not_offered_alone(words: str, lost: str) -> None:
    """A lost negation or question mark is refused with the reason; the whole sentence is there."""
    found = chosen(words)
    assert found.words is None and found.why and lost in found.why and found.whole


@pytest.mark.parametrize(
    ("sentence", "words", "lost"),
    [
        ("Wij steunen dit voorstel als de wachttijden korter worden.", "Wij steunen dit voorstel", "voorwaarde"),
        ("Ik zal onderzoeken of we het bedrag verhogen naar 2 miljoen.", "we het bedrag verhogen", "voorbehoud"),
        ("De heer Krol zei dat de plannen onzin zijn.", "de plannen onzin zijn", "van wie"),
    ],
)
def test_a_condition_reservation_or_source_may_not_be_cut_off(sentence: str, words: str, lost: str) -> None:
    """What limits a sentence or says whose words they are stays with it."""
    found = chosen(words, sentence)
    assert found.words is None and lost in found.why and found.whole.quote.text == sentence


def test_somebody_elses_words_are_not_copied_as_the_speakers_own() -> None:
    """Words within «…» keep the sentence that says whose they are; a whole sentence of a quotation is refused."""
    text = (
        "Zij schreef: «Wij krijgen al jaren veel te weinig geld voor ons werk. Dat moet nu echt anders worden dan het was.» Dat raakt mij."
    )
    inside = chosen("jaren veel te weinig geld", text)
    assert inside.words is None and "van wie" in inside.why and inside.whole.quote.text.startswith("Zij schreef")
    refused = chosen("Dat moet nu echt anders worden dan het was.", text)
    assert refused.whole is None and refused.words is None and "van een ander" in refused.why


def test_what_no_one_may_be_quoted_for_cannot_be_copied() -> None:
    """A notice, a summary report, white space and nothing at all are refused with the reason; offsets out of range are harmless."""
    assert "mededeling" in chosen("geen voorstander", unquotable=((0, 44),)).why
    assert "beknopt" in chosen("geen voorstander", unquotable=((0, len(TEXT)),)).why
    assert all("geen woorden" in (select(turn_of(), a, b, STEM, "nl").why or "") for a, b in ((5, 5), (44, 45)))
    whole = select(turn_of(), 99_999, -5, STEM, "nl").whole
    assert whole is not None and whole.quote.text == TEXT
    assert sentences_of(turn_of(unquotable=((0, 44),)))[0][0] == 45


@pytest.mark.parametrize(
    "text",
    ["Zo'n 1.500 Dublin-claimanten kwamen.", "Dat kost €15 of 12,5%.", "De zgn. «warme overdracht» werkt.", "Café’s en 12,5% meer 😀 ok."],
)
def test_every_selection_in_a_sentence_gives_whole_words(text: str) -> None:
    """From every place to every place: the words alone start and end at the edge of a word, and hold the selection."""
    turn = turn_of(text)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            found = select(turn, start, end, STEM, "nl")
            if found.words is None:
                continue
            quote = found.words.quote
            cuts = [text[at - 1 : at + 1] for at in (quote.start, quote.end) if at]
            assert not any(cut.isalnum() and len(cut) == 2 for cut in cuts) and text[start:end].strip() in quote.text


# --- words looked for -------------------------------------------------------------------------------


def test_words_are_found_whatever_their_accents_and_capitals() -> None:
    """All words must stand in the turn; offsets are those of the turn as it is; a phrase stands as typed."""
    turns = [
        turn_of("Coördinatie van ARBEIDSUITBUITING is één zaak.", 1),
        turn_of("Een uitbuiting zonder coo\u0308rdinatie.", 2),
        turn_of("Niets.", 3),
    ]
    found, total = find(turns, "coordinatie uitbuiting")
    assert total == 2 and [p.turn.number for p in found] == [1, 2]
    assert [turns[0].text[a:b] for a, b in found[0].spans] == ["Coördinatie", "UITBUITING"]
    assert [turns[1].text[a:b] for a, b in found[1].spans] == ["uitbuiting", "coo\u0308rdinatie"]
    assert [p.turn.number for p in find(turns, '"een zaak"')[0]] == [1] and find(turns, '"zaak een"') == ([], 0)
    assert find(turns, "zaak niets") == ([], 0) and find(turns, ' "" ?! ') == ([], 0)
    assert snippet(found[1])[1] == "uitbuiting"


def test_short_words_are_found_from_their_first_letter() -> None:
    """A short word is not found in the middle of another; signs of a pattern language are plain signs."""
    turns = [turn_of("Systeem. Stem.", 1), turn_of("Kosten (€ 5+5) en a.b", 2)]
    assert [t.turn.number for t in find(turns, "stem")[0]] == [1] and len(find(turns, "stem")[0][0].spans) == 1
    assert find(turns, "5+5")[1] == 1 and find(turns, "a.b")[1] == 1 and find(turns, ".*")[1] == 0


def test_what_is_found_is_limited_but_counted() -> None:
    """The first 200 turns are given, and how many there are."""
    _, turns = long_debate(600)
    found, total = find(turns, "bijdrage")
    assert (len(found), total) == (200, 600)


# --- the real routes, in a real browser -------------------------------------------------------------


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A home with the bundled debate, a debate of 5,000 turns and one that is all payloads, in the real index."""
    from rag.assistant import Assistant
    from rag.settings import load

    assistant = Assistant(load(home=tmp_path_factory.mktemp("record")))
    assistant.ingest_seed()
    shelve(assistant, *long_debate())
    shelve(assistant, *hostile_debate(PAYLOADS))
    signs = Turn("m-emoji", 1, Speaker("Van Dijk", "SP", "member"), "", EMOJI, ((0, 1), (EMOJI.index("zin die"), 2)))
    shelve(assistant, Meeting("m-emoji", "Tekens", None, None, None, "unknown", "made", "nl", "ref"), [signs])
    yield assistant
    assistant.close()


@pytest.fixture(scope="session")
def stage(collection: Any) -> Iterator[Stage]:
    """The server, once for all tests."""
    made = Stage()
    with serving(app_of(collection, made)) as url:
        made.url = url
        yield made


@pytest.fixture
def answer(collection: Any) -> Any:
    from rag.types import Filter

    return collection.ask("Wat vindt de SP van het programma Samen tegen mensenhandel?", Filter(meetings=(SEED,)), verbatim=True)


class Watched(Window):
    """A page with the record on it."""

    def __init__(self, browser: Any, stage: Stage, **options: Any) -> None:
        super().__init__(browser, stage.url, 1440, 900, **options)

    def open(self, query: str = "") -> Any:
        self.page.goto(f"{self.url}/{query}")
        return self.page


@pytest.fixture
def watched(browser: Any, stage: Stage) -> Iterator[Any]:
    """Opens watched pages; each is checked and closed at the end."""
    opened: list[Watched] = []

    def make(**options: Any) -> Watched:
        opened.append(Watched(browser, stage, **options))
        return opened[-1]

    yield make
    for one in opened:
        one.check()
        one.context.close()


def inside(page: Any, selector: str) -> bool:
    """Whether the first such element lies wholly within what is visible of the record."""
    return bool(
        page.evaluate(
            """(selector) => {
              const box = document.querySelector(selector).getBoundingClientRect();
              const view = document.querySelector(".gf-scroller").getBoundingClientRect();
              return box.top >= view.top && box.bottom <= view.bottom && box.left >= view.left && box.right <= innerWidth;
            }""",
            selector,
        )
    )


UNSEEN = dict.fromkeys(map(ord, "\u0000\u202e\u202c\ufeff\ufffd"))
FOREIGN = """() => [...document.querySelectorAll("#gf-record *, main *, #gf-card *")].filter((e) =>
  /^(script|style|img|svg|math|iframe|object|embed|link|meta|base|form|video|audio|dialog|template|textarea|table|marquee)$/i.test(e.localName)
  || [...e.attributes].some((a) => a.name.startsWith("on"))
  || (e.localName === "a" && !e.getAttribute("href").startsWith("?meeting="))
  || (getComputedStyle(e).position === "fixed" && !/^gf-(record|card|quoter)$/.test(e.classList[0]))).map((e) => e.outerHTML.slice(0, 120))"""


def wait(page: Any, condition: str) -> None:
    page.wait_for_function(condition, timeout=60_000)


@pytest.mark.browser
def test_pressing_a_number_shows_the_very_words_marked(watched: Any, stage: Stage, answer: Any, collection: Any) -> None:
    """The record opens beside the answer; what is marked is the quote, within the viewport; Escape goes back to the number pressed."""
    stage.body = answer_html(answer, "nl")
    page = watched().open()
    for index, citation in enumerate(answer.citations):
        number = page.locator(".gf-statement .gf-cite").nth(index)
        number.click()
        wait(page, f"() => [...document.querySelectorAll('mark.gf-mark')].map(m => m.textContent).join('') === {citation.quote.text!r}")
        assert inside(page, "mark.gf-mark")
        turn = page.evaluate("document.activeElement.dataset.turn")
        assert turn == str(citation.quote.turn.number)
        assert page.locator(f'[data-turn="{turn}"] .gf-name').inner_text() == citation.quote.turn.speaker.name
    assert f"meeting={SEED}" in page.url and f"turn={turn}" in page.url
    assert page.locator("[data-turn]").count() > 3
    wait(page, "() => document.querySelector('#gf-live').textContent.includes('gemarkeerd')")
    assert "Van Nispen" in page.locator("#gf-live").inner_text()
    page.keyboard.press("Escape")
    page.locator("#gf-record").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.matches('.gf-cite')") and "meeting=" not in page.url


@pytest.mark.browser
def test_a_quote_over_paragraphs_page_starts_and_emoji_is_marked_whole(watched: Any, stage: Stage, collection: Any) -> None:
    """Offsets are characters, also beyond the basic plane; a quote over a paragraph break is marked in both paragraphs."""
    start, end = EMOJI.index("Dan"), EMOJI.index(" Klaar")
    stage.body = f'<button data-cite=""{attrs(data_meeting="m-emoji", data_turn=1, data_start=start, data_end=end)}>1</button>'
    page = watched().open()
    page.locator("[data-cite]").click()
    page.wait_for_selector("mark.gf-mark")
    marks = page.locator("mark.gf-mark").all_text_contents()
    assert "".join(marks) == EMOJI[start:end].replace("\n", "") and len(marks) == 3


@pytest.mark.browser
def test_hover_and_focus_show_the_card_of_a_number(watched: Any, stage: Stage, answer: Any) -> None:
    """Speaker, party, page and quote show on hover and on focus, described to a screen reader; Escape hides them."""
    stage.body = answer_html(answer, "nl") + '<div style="height: 2000px"></div>' + answer_html(answer, "nl")
    page = watched().open()
    first = page.locator(".gf-cite").first
    quote = answer.citations[0].quote.text
    first.hover()
    card = page.locator("#gf-card")
    card.wait_for(state="visible")
    assert all(part in card.inner_text() for part in ("Van Nispen", "SP", "p. 3", f"«{quote}»"))
    page.mouse.move(5, 890)
    card.wait_for(state="hidden")
    page.keyboard.press("Tab")
    card.wait_for(state="visible")
    assert first.get_attribute("aria-describedby") == "gf-card" and "Van Nispen (SP), pagina 3" in (first.get_attribute("aria-label") or "")
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert page.locator("#gf-record").count() == 0 and first.get_attribute("aria-describedby") is None
    far = page.locator(".gf-statement .gf-cite").last
    while not far.evaluate("e => e === document.activeElement"):
        page.keyboard.press("Tab")
    wait(page, "() => scrollY > 1000")
    page.wait_for_timeout(300)  # what scrolling does to it, it has done
    assert card.is_visible() and far.get_attribute("aria-describedby") == "gf-card"
    at, shown = far.bounding_box(), card.bounding_box()
    assert at and shown and 0 < max(shown["y"] - at["y"] - at["height"], at["y"] - shown["y"] - shown["height"]) < 20  # beside its number


@pytest.mark.browser
def test_a_debate_of_5000_turns_stays_small_wherever_one_goes(watched: Any, stage: Stage) -> None:
    """Jump to turn 4,321 and scroll both ways: the turns come, the page never holds more than a few hundred, what is read stays put."""
    stage.body = ""
    one = watched()
    page = one.open("?meeting=h-lang&turn=4321")
    page.wait_for_selector('[data-turn="4321"]')
    wait(page, "() => document.activeElement.dataset.turn === '4321'")
    assert "beurt 4321" in page.locator('[data-turn="4321"] .gf-text').inner_text()
    asked = [url for url in one.requests if "/record/turns" in url]
    assert len(asked) <= 6, asked
    most = 0
    for way in (1, -1):
        for _ in range(12):
            before = page.evaluate("document.querySelector('.gf-scroller').scrollTop")
            page.evaluate(f"document.querySelector('.gf-scroller').scrollTop += {way} * 2400")
            wait(page, "() => { const s = document.querySelector('.gf-scroller').getBoundingClientRect();"
                       " return [...document.querySelectorAll('[data-turn]')].some(t => { const b = t.getBoundingClientRect(); return b.top < s.bottom && b.bottom > s.top; }); }")  # fmt: skip
            most = max(most, page.locator("[data-turn]").count())
            assert page.evaluate("document.querySelector('.gf-scroller').scrollTop") != before
    numbers = page.evaluate("[...document.querySelectorAll('[data-turn]')].map(t => Number(t.dataset.turn))")
    assert numbers == sorted(set(numbers)) and 0 < most <= 400
    for jump, there in (("4999", 4999), ("3", 3), ("2500", 2500)):
        page.get_by_label("Beurt", exact=True).fill(jump)
        page.keyboard.press("Enter")
        wait(page, f"() => document.activeElement.dataset.turn === '{there}'")
        assert page.locator("[data-turn]").count() <= 400
    assert page.locator(".gf-block").count() <= 110


@pytest.mark.browser
def test_what_is_read_stays_in_place_while_blocks_above_arrive(watched: Any, stage: Stage) -> None:
    """After a jump the turn is where it was put, also once everything around it has come."""
    stage.body = ""
    page = watched().open("?meeting=h-lang&turn=2345")
    wait(page, "() => document.activeElement.dataset.turn === '2345'")
    page.wait_for_load_state("networkidle")
    offset = page.evaluate(
        "document.activeElement.getBoundingClientRect().top - document.querySelector('.gf-scroller').getBoundingClientRect().top"
    )
    assert 0 <= offset < 60


@pytest.mark.browser
def test_search_goes_from_place_to_place(watched: Any, stage: Stage) -> None:
    """Typing lists the turns; Enter goes on to the next place, marked and in view, without leaving the field; Escape clears. Enter right
    after the last letter goes to the first place, with Shift to the last."""
    stage.body = ""
    page = watched().open(f"?meeting={SEED}&turn=1")
    page.wait_for_selector('[data-turn="1"]')
    field = page.get_by_role("searchbox", name="Zoek in dit verslag")
    field.fill("loverboys")
    page.wait_for_selector(".gf-results li")
    count = page.locator(".gf-results li").count()
    for n in (1, 2):
        page.keyboard.press("Enter")
        wait(page, f"() => document.querySelector('.gf-count').textContent === '{n} van {count}'")
        page.wait_for_selector("mark.gf-mark")
        wait(page, "() => /loverboys/i.test(document.querySelector('mark.gf-mark')?.textContent || '')")
        assert inside(page, "mark.gf-mark") and page.evaluate("document.activeElement.type") == "search"
    assert page.locator("mark.gf-hit").count() > 1
    page.keyboard.press("Escape")
    page.locator(".gf-results").wait_for(state="hidden")
    assert page.locator(".gf-turns mark.gf-hit").count() == 0
    for key, at in (("Enter", 1), ("Shift+Enter", count)):
        field.fill("loverboys")
        page.keyboard.press(key)
        wait(page, f"() => document.querySelector('.gf-count').textContent === '{at} van {count}'")
        page.keyboard.press("Escape")
    field.fill("xylofoonconcert")
    wait(page, "() => document.querySelector('.gf-count').textContent === 'Niets gevonden'")


@pytest.mark.browser
def test_one_can_go_to_a_speaker_and_to_a_page(watched: Any, stage: Stage) -> None:
    """Choosing a speaker goes to their turns one by one; a page number goes to where that page starts."""
    stage.body = ""
    page = watched().open(f"?meeting={SEED}&turn=1")
    page.wait_for_selector('[data-turn="1"]')
    page.get_by_label("Ga naar spreker").select_option(label=page.locator("option", has_text="Kuik (CDA)").inner_text())
    wait(page, "() => document.activeElement.querySelector?.('.gf-name')?.textContent === 'Kuik'")
    first = page.evaluate("Number(document.activeElement.dataset.turn)")
    page.get_by_role("button", name="Volgende beurt van deze spreker").click()
    wait(page, f"() => Number(document.querySelectorAll('.gf-number')[1].value) > {first}")
    page.get_by_label("Pagina", exact=True).fill("30")
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-page="30"]', state="attached")
    in_view = """() => {
      const [start, view] = ['[data-page="30"]', ".gf-scroller"].map((s) => document.querySelector(s).getBoundingClientRect());
      return start.top >= view.top && start.top < view.bottom;
    }"""
    wait(page, in_view)
    page.locator(".gf-scroller").focus()
    wait(page, "() => document.querySelectorAll('.gf-number')[0].value === '30'")


@pytest.mark.browser
def test_selected_words_are_copied_as_a_quote_with_its_reference(watched: Any, stage: Stage, collection: Any) -> None:
    """Half-selected words are made whole; the clipboard holds the record's words, the speaker and the official reference."""
    stage.body = ""
    one = watched(permissions=["clipboard-read", "clipboard-write"])
    page = one.open(f"?meeting={SEED}&turn=2")
    page.wait_for_selector('[data-turn="2"] [data-at]')
    page.evaluate(
        """() => {
          const node = document.querySelector('[data-turn="2"] [data-at="0"]').firstChild.nextSibling || document.querySelector('[data-turn="2"] [data-at="0"]').firstChild;
          const at = node.data.indexOf("moderne slavernij");
          document.getSelection().setBaseAndExtent(node, at + 2, node, at + 14);
        }"""
    )
    bar = page.get_by_role("toolbar", name="Selectie kopiëren")
    bar.wait_for(state="visible")
    assert "Afgerond op hele woorden." in bar.inner_text()
    one.picture("record-quote")
    bar.get_by_role("button", name="Kopieer hele zinnen als citaat").click()
    wait(page, "() => document.querySelector('#gf-live').textContent === 'Gekopieerd.'")
    assert page.evaluate("navigator.clipboard.readText()") == f"«Mensenhandel is moderne slavernij.» (Van Nispen (SP), {STEM}, p. 2)"
    bar.get_by_role("button", name="Kopieer alleen deze woorden").click()
    wait(page, "async () => (await navigator.clipboard.readText()).startsWith('«(…) moderne slavernij')")


@pytest.mark.browser
def test_a_quote_can_be_chosen_with_the_keyboard_alone(watched: Any, stage: Stage, collection: Any) -> None:
    """From a turn's own button: the arrow keys choose sentences, Shift adds one, and the copy is a verified quote."""
    stage.body = ""
    page = watched(permissions=["clipboard-read", "clipboard-write"]).open(f"?meeting={SEED}&turn=2")
    wait(page, "() => document.activeElement.dataset.turn === '2'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Citeer"
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.gf-picked")
    sentences = sentences_of(collection.index.shelf.turn(SEED, 2))
    text = collection.index.shelf.turn(SEED, 2).text

    def marked(first: int, last: int) -> None:
        wanted = text[sentences[first][0] : sentences[last][1]].replace("\n", "")
        wait(page, f"() => [...document.querySelectorAll('mark.gf-picked')].map(m => m.textContent).join('') === {wanted!r}")

    marked(0, 0)
    page.keyboard.press("ArrowDown")
    marked(1, 1)
    page.keyboard.press("Shift+ArrowDown")
    marked(1, 2)
    wait(page, "() => document.activeElement.textContent === 'Kopieer als citaat'")
    page.keyboard.press("Enter")
    wait(page, "() => document.querySelector('#gf-live').textContent === 'Gekopieerd.'")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"«{text[sentences[1][0] : sentences[2][1]]}» (Van Nispen (SP), ")
    page.keyboard.press("Escape")
    wait(page, "() => document.activeElement.textContent === 'Citeer' && !document.querySelector('mark.gf-picked')")


@pytest.mark.browser
def test_an_address_opens_the_record_at_its_turn(watched: Any, stage: Stage) -> None:
    """A link to a turn opens there, its own number copies that link, and an address of nothing says so plainly."""
    stage.body = ""
    one = watched(permissions=["clipboard-read", "clipboard-write"])
    page = one.open(f"?meeting={SEED}&turn=120&start=0&end=4")
    page.wait_for_selector("mark.gf-mark")
    assert page.evaluate("document.activeElement.dataset.turn") == "120"
    page.locator('[data-turn="120"] a[data-link]').click()
    wait(page, "() => document.querySelector('#gf-live').textContent.includes('beurt 120')")
    assert page.evaluate("navigator.clipboard.readText()") == f"{one.url}/?meeting={SEED}&turn=120"
    page = one.open("?meeting=bestaat-niet&turn=1")
    page.get_by_role("alert").wait_for(state="visible")
    assert "Dit verslag is hier niet" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("alert").get_by_role("button").count() == 0  # asking again does not bring it
    one.errors[:] = [said for said in one.errors if "404" not in said]  # the browser's own line about the refusal


@pytest.mark.browser
def test_the_record_speaks_the_language_of_the_page(watched: Any, stage: Stage, answer: Any) -> None:
    """Beside an English answer the record is English, whatever it was before; the words of the record stay as they are."""
    stage.body = answer_html(answer, "nl") + answer_html(answer, "en")
    page = watched().open()
    page.locator('[lang="nl"] .gf-cite').first.click()
    page.wait_for_selector("mark.gf-mark")
    page.locator('[lang="en"] .gf-cite').first.click()
    page.get_by_role("button", name="Close the record").wait_for()
    wait(page, "() => document.querySelector('#gf-live').textContent.includes('The quote is marked')")
    assert page.locator("#gf-record").count() == 1 and page.locator("#gf-record").get_attribute("lang") == "en"
    assert page.locator("mark.gf-mark").inner_text() == answer.citations[0].quote.text
    assert page.locator(".gf-turns").get_attribute("lang") == "nl"


@pytest.mark.browser
def test_no_payload_in_a_transcript_does_anything(watched: Any, stage: Stage, collection: Any) -> None:
    """Over 60 payloads in text, name, party, office, title and events: none runs, asks for anything, or draws a link, form or overlay."""
    assert len(PAYLOADS) >= 60
    shelf = collection.index.shelf
    (meeting, turns, words), *_ = [row for row in collection.meetings() if row[0].id == "h-boos"]
    asked = collection.check(PAYLOADS[0] + " " + PAYLOADS[2], "h-boos")
    stage.body = meeting_html(meeting, turns, words, [s for _, s, _ in shelf.speakers(["h-boos"])], "nl") + check_html(asked, "nl")
    one = watched()
    page = one.open()
    page.locator(".gf-open").click()
    wait(page, "() => document.activeElement.dataset.turn === '1'")
    seen: set[int] = set()
    for number in range(1, turns + 1, 25):
        page.get_by_label("Beurt", exact=True).fill(str(number))
        page.keyboard.press("Enter")
        wait(page, f"() => document.activeElement.dataset.turn === '{number}'")
        body = page.locator(f'[data-turn="{number}"] .gf-text').text_content()
        assert PAYLOADS[number - 1].translate(UNSEEN).replace("\n", "") in body.translate(UNSEEN)
        seen |= set(page.evaluate("[...document.querySelectorAll('[data-turn]')].map(t => Number(t.dataset.turn))"))
        assert page.evaluate(FOREIGN) == []
    assert seen == set(range(1, turns + 1))
    page.get_by_role("searchbox").fill("script")
    page.wait_for_selector(".gf-results li")
    assert page.evaluate(FOREIGN) == [] and page.evaluate("window.pwned") is None
    one.picture("record-payloads")


@pytest.mark.browser
def test_on_a_telephone_the_record_lies_over_the_page(watched: Any, stage: Stage, answer: Any) -> None:
    """390 pixels wide: nothing sticks out, the page under it cannot be reached, and the back button and the browser's own go back."""
    stage.body = answer_html(answer, "nl")
    one = watched(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=2)
    page = one.open()
    one.picture("record-telephone-answer")
    for back in (lambda: page.get_by_role("button", name="Sluit het verslag").click(), page.go_back):
        page.locator(".gf-cite").first.tap()
        page.wait_for_selector("mark.gf-mark")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390 and inside(page, "mark.gf-mark")
        assert page.locator("main").evaluate("e => e.inert") and page.locator("#gf-record").get_attribute("aria-modal") == "true"
        one.picture("record-telephone")
        back()
        page.locator("#gf-record").wait_for(state="hidden")
        assert not page.locator("main").evaluate("e => e.inert")


@pytest.mark.browser
@pytest.mark.parametrize("turn", [21, 60, 105])
def test_nothing_is_cut_at_the_top_of_the_record_on_a_telephone(watched: Any, stage: Stage, turn: int) -> None:
    """The number of the document is whole, and so is the first line below the name of the speaker that stays in sight."""
    stage.body = ""
    page = watched(viewport={"width": 390, "height": 844}).open(f"?meeting={SEED}&turn={turn}&start=20&end=40")
    wait(page, f"() => document.activeElement.dataset.turn === '{turn}'")
    about = page.locator(".gf-record-about")
    assert STEM in about.inner_text() and about.evaluate("e => e.scrollHeight <= e.clientHeight")
    hidden, whole = page.evaluate(
        """() => {
          const top = document.querySelector(".gf-scroller").getBoundingClientRect().top;
          const turn = [...document.querySelectorAll(".gf-turn")].find((one) => one.getBoundingClientRect().bottom > top + 4);
          const edge = turn.querySelector(".gf-turn-head").getBoundingClientRect().bottom;
          const range = document.createRange();
          range.selectNodeContents(turn.querySelector(".gf-text"));
          const lines = [...range.getClientRects()].filter((box) => box.height < 40); // not the paragraphs
          return [lines.filter((line) => line.top < edge - 2 && line.bottom > edge + 2).length, lines.filter((line) => line.top >= edge - 2).length];
        }"""
    )
    assert not hidden and whole


@pytest.mark.browser
def test_a_card_does_not_come_up_with_the_way_back(watched: Any, stage: Stage, answer: Any) -> None:
    """Back from the record with the keyboard the focus is on the number, and no card lies over the answer; Tab and back shows it."""
    stage.body = answer_html(answer, "nl")
    page = watched().open()
    page.locator(".gf-cite").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.gf-mark")
    page.keyboard.press("Escape")
    page.locator("#gf-record").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.matches('.gf-cite')")
    page.wait_for_timeout(300)
    assert page.locator("#gf-card").is_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.locator("#gf-card").wait_for(state="visible")


@pytest.mark.browser
def test_dark_follows_the_system_until_someone_chooses(watched: Any, stage: Stage, answer: Any) -> None:
    """A dark system gives a dark page; the button changes it, and the choice holds after a reload."""
    stage.body = answer_html(answer, "nl")
    one = watched(color_scheme="dark")
    page = one.open()
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(24, 25, 27)" and page.evaluate("document.body.classList.contains('dark')")
    page.locator(".gf-cite").first.click()
    page.wait_for_selector("mark.gf-mark")
    one.picture("record-dark")
    page.get_by_role("button", name="Donkere of lichte weergave").click()
    assert page.evaluate(ground) == "rgb(253, 252, 249)" and not page.evaluate("document.body.classList.contains('dark')")
    one.picture("record-light")
    page.reload()
    page.wait_for_selector("mark.gf-mark")
    assert page.evaluate(ground) == "rgb(253, 252, 249)"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(watched: Any, stage: Stage, answer: Any, collection: Any, scheme: str) -> None:
    """Answer, card, sources, check and record, in light and dark, wide and narrow."""
    from axe_playwright_python.sync_playwright import Axe

    from rag.types import Filter

    declined = collection.ask("Wat vindt de SP van windmolens op de Noordzee?", Filter(meetings=(SEED,)), verbatim=True)
    checked = collection.check("Mensenhandel is moderne slavernij en erg.", SEED)
    debate, turns, words = collection.meetings()[0]
    stage.body = answer_html(answer, "nl") + answer_html(declined, "nl") + check_html(checked, "nl")
    stage.body += meeting_html(debate, turns, words, (), "nl")
    for width in (1440, 390):
        page = watched(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True).open()
        page.locator(".gf-sources summary").first.click()
        page.locator(".gf-cite").first.focus()
        found = list(Axe().run(page).response["violations"])
        page.locator(".gf-cite").first.click()
        page.wait_for_selector("mark.gf-mark")
        found += Axe().run(page).response["violations"]
        serious = [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found if v["impact"] in {"serious", "critical"}]
        assert not serious, serious


@pytest.mark.browser
def test_in_the_real_page_the_record_opens_beside_the_conversation(browser: Any, assistant: Any) -> None:
    """Asked in the chat itself: a number opens the record with the very words marked, and neither lies over the other."""
    from app import mount
    from rag.web.site import Door, build_site

    with serving(build_site(assistant, Door(), mount), lifespan="on") as url:
        made = Stage()
        made.url = url
        one = Watched(browser, made)
        page = one.open()
        page.wait_for_selector("#gp-card .gf-meeting")
        page.get_by_role("textbox").first.fill("Wat vindt de SP van het programma Samen tegen mensenhandel?")
        page.keyboard.press("Enter")
        page.locator(".gf-sources").wait_for(timeout=60_000)
        number = page.locator(".gf-statement .gf-cite").first
        number.hover()
        page.locator("#gf-card").wait_for(state="visible")
        quote = number.get_attribute("data-quote")
        number.click()
        wait(page, f"() => [...document.querySelectorAll('mark.gf-mark')].map(m => m.textContent).join('') === {quote!r}")
        assert inside(page, "mark.gf-mark")
        right, left = (page.locator(s).first.bounding_box() for s in (".gf-answer", "#gf-record"))
        assert right["x"] + right["width"] <= left["x"] and page.evaluate("document.documentElement.scrollWidth") <= 1440
        one.picture("record-in-the-app")
        page.keyboard.press("Escape")
        page.locator("#gf-record").wait_for(state="hidden")
        assert page.evaluate("document.activeElement.matches('.gf-cite')")
        one.check()
        one.context.close()


def test_routes_give_nothing_that_is_not_theirs(stage: Stage, browser: Any) -> None:
    """An unknown meeting, a nonsense number and a path out of the folder are refused; a file is sent again only when it changed."""
    context = browser.new_context(base_url=stage.url)
    ask = context.request
    assert ask.get("/griffier/record/outline?meeting=x").status == 404
    assert ask.get(f"/griffier/record/turns?meeting={SEED}&first=0&last=5").status == 422
    assert ask.get(f"/griffier/record/turns?meeting={SEED}&first=1&last=9000").json()["last"] == 200
    assert ask.get(f"/griffier/record/turns?meeting={SEED}&first=9000&last=9001").json() == {"html": "", "first": 9000, "last": None}
    assert ask.post("/griffier/record/quote", data={"meeting": SEED, "turn": 9999, "start": 0, "end": 5}).status == 404
    for name in ("../record.py", "..%2Frecord.py", "record.py", "%2Fetc%2Fpasswd", ""):
        assert ask.get(f"/griffier/static/{name}").status == 404
    style = ask.get("/griffier/static/griffier.css")
    assert style.headers["content-type"].startswith("text/css") and "no-cache" in style.headers["cache-control"]
    assert ask.get("/griffier/static/griffier.css", headers={"If-None-Match": style.headers["etag"]}).status == 304
    assert "no-store" in ask.get(f"/griffier/record/outline?meeting={SEED}").headers["cache-control"]
    context.close()


def test_what_is_copied_is_in_the_language_of_the_page(stage: Stage, browser: Any) -> None:
    """Selected words are copied with their speaker as the page's language calls whoever is in the chair."""
    context = browser.new_context(base_url=stage.url)
    chosen = {"meeting": SEED, "turn": 1, "start": 0, "end": 30}
    copied = {
        lang: context.request.post("/griffier/record/quote", data={**chosen, "lang": lang}).json()["whole"]["copy"] for lang in ("nl", "en")
    }
    assert "(Futselaar (voorzitter), " in copied["nl"] and "(Futselaar (chair), " in copied["en"]
    context.close()


def test_one_visitor_reads_no_record_of_another(tmp_path: Path, assistant: Any) -> None:
    """A report someone brought along is there for them and for nobody else, in every route of the record."""
    from rag.web import record
    from rag.web.sessions import Sessions

    sessions = Sessions(assistant)
    mine, yours = sessions.new(), sessions.new()
    shelve(
        mine.own, Meeting("m-own", "Eigen", None, None, None, "unknown", "made", "nl", "ref"), [replace(turn_of(number=1), meeting="m-own")]
    )
    chosen_words = record.Selection(meeting="m-own", turn=1, start=0, end=5)
    for visitor, status in ((mine, 200), (yours, 404)):
        answers = (
            record.plan(visitor, "m-own"),
            record.window(visitor, "m-own", 1, 1),
            record.look(visitor, "m-own", "minimumstraffen"),
            record.sentences(visitor, "m-own", 1),
            record.quote(visitor, chosen_words),
        )
        assert {a.status_code for a in answers} == {status}
        assert all(b"minimumstraffen" not in a.body for a in answers) == (status == 404)
    sessions.close()


def test_a_meeting_that_was_replaced_is_read_anew(tmp_path: Path) -> None:
    """What is kept of a record is kept per version of it."""
    from rag.assistant import Assistant
    from rag.settings import load
    from rag.web.record import _outline, _version

    assistant = Assistant(load(home=tmp_path))
    meeting = Meeting("m-version", "", None, None, None, "unknown", "made", "nl", "ref")
    for title, text in (("Eerste", "Een."), ("Tweede", "Een. Twee.")):
        shelve(assistant, replace(meeting, title=title), [replace(turn_of(text, 1), meeting="m-version")])
        shelf = assistant.index.shelf
        assert _outline(shelf, "m-version", "nl", _version(shelf, "m-version"))["title"] == title
    assistant.close()
