"""The page as a person uses it: Debian's chromium on the real app over the real index."""

from __future__ import annotations

import csv
import json
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from pytest_httpserver import HTTPServer

from tests.payloads import PAYLOADS
from tests.scripted import STREAM, streamed
from tests.served import Served, proxied, serving
from tests.stage import Window, hostile_debate, shelve
from tests.test_layered import OWN

pytestmark = pytest.mark.browser

QUESTION = "Wat vindt de SP van het programma Samen tegen mensenhandel?"
# elements that lead, ask or cover, and are not the page's own
FOREIGN = """() => [...document.querySelectorAll('a[href], form, iframe, object, embed, img, video, audio, link[rel=stylesheet], script[src], base')]
  .map(e => e.href || e.action || e.src || e.data || '').filter(at => at && !at.startsWith(location.origin) && !at.startsWith('data:'))"""
WIDE = """() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.visually-hidden, .gp-wide, .gp-chart'))
  .map(e => e.outerHTML.slice(0, 120))"""
COVERS = """() => [...document.querySelectorAll('body *')].filter(e => {
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  return style.position === 'fixed' && box.width * box.height > innerWidth * innerHeight / 2 && !e.closest('#gf-record');
}).map(e => e.outerHTML.slice(0, 200))"""


class Person(Window):
    """Someone with a browser window of their own."""

    def __init__(self, browser: Any, url: str, **options: Any) -> None:
        super().__init__(browser, url, 1280, 860, **options)
        self.context.set_default_timeout(60_000)
        self.page.on("response", lambda reply: self.errors.append(f"{reply.status} {reply.url}") if reply.status >= 400 else None)

    def opens(self, path: str = "/") -> Any:
        self.page.goto(self.url + path)
        self.page.wait_for_selector("#gp-card .gf-meeting")
        return self.page

    def asks(self, question: str) -> Any:
        """Types a question, sends it with Enter, and waits for the whole answer."""
        self.page.fill("#gp-ask textarea", question)
        self.page.press("#gp-ask textarea", "Enter")
        done = self.page.locator("#gp-current .gp-turn", has_text=question)
        done.locator(".gf-by, .gf-declined, .gp-problem").first.wait_for()
        self.page.wait_for_selector("#gp-new:visible")
        return done

    def turns_to_english(self) -> None:
        """Presses the link and waits for the other page: what is looked for next stands on this one too."""
        self.page.get_by_role("link", name="English").click()
        self.page.wait_for_url("**/en/**")

    def leaves(self) -> None:
        self.context.close()
        self.check()


@pytest.fixture
def person(browser: Any, served: Served) -> Iterator[Callable[..., Person]]:
    """Makes people with a browser at the real app; what went wrong on their screens fails the test."""
    there: list[Person] = []

    def enter(**options: Any) -> Person:
        there.append(Person(browser, served.url, **options))
        return there[-1]

    yield enter
    for one in there:
        one.leaves()


# --- asking ---------------------------------------------------------------------------------------


def test_the_first_screen_says_what_the_debate_is(person: Callable[..., Person]) -> None:
    """Title, date, committee, length and who took part; six questions of the debate itself, and pressing one answers it."""
    one = person()
    page = one.opens()
    card = page.locator("#gp-card .gf-meeting").first.inner_text()
    assert all(
        part in card for part in ("Mensenhandel", "5 december 2019", "Justitie en Veiligheid", "3 uur", "Van Nispen", "Broekers-Knol")
    )
    offers = page.locator(".gp-suggestion:visible")
    offers.nth(5).wait_for()
    texts = offers.all_inner_texts()
    assert len(set(texts)) == 6 and all(text.endswith("?") for text in texts)
    one.picture("first", whole=True)
    page.set_viewport_size({"width": 1280, "height": 800})
    bar = page.locator("#gp-ask").bounding_box()
    for thing in (offers.nth(5), page.locator(".gp-choose")):  # all of it is seen at once on a laptop
        box = thing.bounding_box()
        assert box and bar and box["y"] + box["height"] <= bar["y"]
    offers.first.click()
    page.locator("#gp-current .gf-by").wait_for()
    assert page.locator("#gp-current .gp-question").inner_text().endswith(texts[0]) and page.locator("#gp-current .gf-cite").count()


def test_an_answer_leads_to_the_very_words(person: Callable[..., Person]) -> None:
    """Hovering a number shows who said what where; pressing it opens the record beside the answer, with exactly those words marked."""
    one = person()
    page = one.opens()
    answer = one.asks(QUESTION)
    number = answer.locator(".gf-statement .gf-cite").first
    number.hover()
    card = page.locator("#gf-card")
    card.wait_for()
    assert "Van Nispen" in card.inner_text() and number.get_attribute("data-quote") in card.inner_text()
    number.click()
    page.wait_for_selector("mark.gf-mark")
    marked = "".join(page.locator("mark.gf-mark").all_text_contents())
    assert marked == number.get_attribute("data-quote")
    box = page.locator("mark.gf-mark").first.bounding_box()
    assert box and 0 < box["y"] < 860
    assert answer.is_visible() and page.locator("#gp-ask textarea").is_visible()
    one.picture("record")


def test_an_address_opens_the_record_at_a_turn(person: Callable[..., Person]) -> None:
    """A link to a turn opens the app with the record there."""
    one = person()
    page = one.opens("/?meeting=kst-28638-178&turn=120")
    page.wait_for_function("() => document.activeElement.dataset.turn === '120'")
    page.goto(f"{one.url}/?meeting=kst-28638-178&turn=9999")
    page.locator(".gf-trouble", has_text="Beurt 9999 staat niet in dit verslag").wait_for()
    page.locator('.gf-turn[data-turn="283"]').wait_for()


def test_a_follow_up_shows_what_it_was_read_as(person: Callable[..., Person]) -> None:
    """The full question stands above the answer, with whose turns were searched, and can be asked of everyone with one press."""
    one = person()
    page = one.opens()
    one.asks(QUESTION)
    answer = one.asks("En het CDA?")
    assert "het CDA van het programma Samen tegen mensenhandel" in answer.locator(".gf-read-as").inner_text()
    assert answer.locator(".gp-chip").all_inner_texts() == ["CDA"]
    assert page.locator("#gp-shown .gp-turn").count() == 1
    one.picture("answer")
    answer.locator("[data-gp-again]").click()
    page.locator("#gp-shown .gp-turn").nth(1).wait_for()
    page.locator("#gp-current:not(:has(.gp-chip)) .gf-by").wait_for()  # the answer before it had one


def test_filters_hold_until_they_are_changed(person: Callable[..., Person]) -> None:
    """A party chosen below the question limits every answer that follows, and is shown with it and on the drawer, which closes when one
    asks; a date that is none gets a plain line."""
    one = person()
    page = one.opens()
    drawer = page.locator("#gp-filters > button")
    drawer.click()
    page.get_by_label("Partij", exact=True).click()
    page.get_by_role("option", name="CDA").wait_for()
    field, choices = (page.locator(one).bounding_box() for one in ("#gp-ask", "#gp-filters .options"))
    assert field and choices and choices["y"] > field["y"] + field["height"]  # it never lies over the question
    page.get_by_role("option", name="CDA").click()
    drawer.filter(has_text="nu: CDA").wait_for()
    page.reload()
    drawer.filter(has_text="nu: CDA").wait_for()  # as the conversation is, it is there when the page is loaded anew
    for question in ("Wat is er gezegd over de opvang?", "Wat is er gezegd over slachtoffers?"):
        answer = one.asks(question)
        assert answer.locator(".gp-chip").all_inner_texts() == ["CDA"]
        assert {n.get_attribute("data-party") for n in answer.locator(".gf-statement .gf-cite").all()} <= {"CDA"}
    page.get_by_label("Vanaf").wait_for(state="hidden")  # it closes after the answer has come
    drawer.click()
    one.picture("filters")
    page.get_by_label("Vanaf").fill("gisteren")
    page.get_by_label("Vanaf").blur()
    drawer.filter(has_text="gisteren").wait_for()  # as slow as a person goes on to the question
    assert "gisteren" in one.asks("Wat is er gezegd over de politie?").locator(".gp-problem").inner_text()
    page.get_by_label("Vanaf").wait_for(state="hidden")
    drawer.click()
    page.get_by_role("button", name="Wis alles").click()
    drawer.filter(has_not_text="nu:").wait_for()
    page.wait_for_function("() => [...document.querySelectorAll('#gp-filters input')].every(i => ['', 'Alle'].includes(i.value))")
    assert one.asks("Wat is er gezegd over daders?").locator(".gp-chip").count() == 0


def test_what_is_not_there_is_declined(person: Callable[..., Person]) -> None:
    """A party that took no part, a subject that was not spoken of, and what was not said of one that was: said plainly, and only for
    the last the nearest turns, as what they are."""
    one = person()
    page = one.opens()
    absent = one.asks("Wat vindt DENK van de opvang?")
    assert "nam geen deel" in absent.inner_text() and absent.locator(".gf-statement").count() == 0
    unknown = one.asks("Wat is er besloten over windmolens op de Noordzee?")
    assert unknown.locator(".gf-declined").count() == 1 and unknown.locator(".gf-statement, .gf-to-turn").count() == 0
    near = one.asks("Wat zegt Futselaar over de orde?")
    assert near.locator(".gf-declined").count() == 1 and near.locator(".gf-statement").count() == 0
    assert "Niet het antwoord, wel in de buurt" in near.inner_text()
    near.locator(".gf-to-turn").first.click()
    page.wait_for_selector(".gf-turn")
    one.picture("declined")


def test_a_new_conversation_starts_anew(person: Callable[..., Person]) -> None:
    """After it, a follow-up has nothing before it, and the first screen is back; another window never sees this one's questions."""
    one, other = person(), person()
    page = one.opens()
    one.asks(QUESTION)
    page.click("#gp-new")
    page.wait_for_selector("#gp-card .gf-meeting")
    page.locator(".gp-turn").wait_for(state="detached")
    assert QUESTION not in other.opens().locator("body").inner_text()


def test_a_conversation_stays_until_it_is_ended(person: Callable[..., Person]) -> None:
    """What was asked and answered is there again when the page is loaded anew and in the other language, and a follow-up still follows
    it; another visitor sees nothing of it. Once it is ended it is gone."""
    one, other = person(), person()
    page = one.opens()
    one.asks(QUESTION)
    page.reload()
    page.locator("#gp-current .gp-turn", has_text=QUESTION).locator(".gf-cite").first.wait_for()
    page.wait_for_selector("#gp-new:visible")
    assert "het CDA van het programma Samen tegen mensenhandel" in one.asks("En het CDA?").locator(".gf-read-as").inner_text()
    one.turns_to_english()
    page.locator("#gp-shown .gp-turn", has_text=QUESTION).wait_for()
    page.locator("#gp-current .gp-turn", has_text="En het CDA?").wait_for()
    one.picture("english-restored")
    assert QUESTION not in other.opens().locator("body").inner_text()
    page.click("#gp-new")
    page.wait_for_selector("#gp-card .gf-meeting")
    page.reload()
    page.wait_for_selector("#gp-card .gf-meeting")
    assert page.locator(".gp-turn").count() == 0


def test_a_question_that_is_too_long_stays_in_the_field(person: Callable[..., Person]) -> None:
    """It is not asked; the page says so, and the visitor can make it shorter."""
    one = person()
    page = one.opens()
    long = "Wat is er gezegd over de opvang? " * 70
    page.fill("#gp-ask textarea", long)
    page.press("#gp-ask textarea", "Enter")
    page.locator("#gp-current .gp-problem", has_text="2000 tekens").wait_for()
    assert page.input_value("#gp-ask textarea") == long
    assert one.asks(QUESTION).locator(".gf-cite").count()


def test_a_page_left_open_too_long_says_what_to_do(person: Callable[..., Person]) -> None:
    """Where the session behind a page has ended, asking gives a line that says to load the page anew; that done, it answers."""
    one = person()
    page = one.opens()
    one.context.clear_cookies()
    page.fill("#gp-ask textarea", QUESTION)
    page.press("#gp-ask textarea", "Enter")
    page.locator(".toast-message-text", has_text="Laad de pagina opnieuw").first.wait_for()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p class=\"toast-message-text info\">Even geduld.</p>')")
    page.evaluate("new Promise(requestAnimationFrame)")
    assert page.locator(".toast-message-text.info").inner_text() == "Even geduld."  # no failure of Gradio's: left as it is
    page.reload()
    page.wait_for_selector("#gp-card .gf-meeting")
    one.errors.clear()  # that it was refused is what this is about
    assert one.asks(QUESTION).locator(".gf-cite").count()


# --- uploads --------------------------------------------------------------------------------------


def test_files_go_in_one_by_one(browser: Any, person: Callable[..., Person], tmp_path: Path) -> None:
    """A good file is there and answered from, also after the browser was closed; a bad one says what is wrong with it; its name is only
    ever a name. It goes away again when one says so twice."""
    one = person()
    page = one.opens()
    good, bad = tmp_path / "visserij.txt", tmp_path / "<img src=x onerror=window.pwned=1>.txt"
    listens = "Aanwezig zijn drie leden der Kamer, te weten: Bakker, Jansen en Smit.\n\nDe voorzitter:\nDe heer Smit van D66 luistert mee. "
    good.write_text(OWN.replace("De voorzitter:\n", listens, 1))
    bad.write_text("Geachte heer, mevrouw,")
    page.set_input_files("#gp-upload input", [bad, good])
    page.locator(".gp-files .gp-taken").wait_for()
    assert "4 beurten" in page.locator(".gp-files .gp-taken").inner_text()
    failed = page.locator(".gp-files .gp-refused")
    assert bad.name in failed.inner_text() and len(failed.locator(".gp-file-state").inner_text()) > 20
    assert page.evaluate("window.pwned") is None
    page.locator("#gp-card .gp-sure").wait_for()
    page.locator(".gp-about-title:visible").wait_for()  # the questions are about this one; of one alone they stand under no name
    page.locator("#gp-looking").wait_for(state="hidden")
    page.wait_for_function("""() => document.querySelector('.gp-taken').getBoundingClientRect().bottom
      <= document.querySelector('#gp-composer').getBoundingClientRect().top""")  # not behind the bar
    one.picture("uploads", whole=True)
    again = Person(browser, one.url, storage_state=one.context.storage_state())  # the browser was closed and is opened again
    assert again.opens().locator("#gp-card .gp-sure").count() == 1
    again.leaves()
    assert "GroenLinks" in one.asks("Wat wil GroenLinks voor de garnalenvissers?").inner_text()
    page.get_by_role("tab", name="Partijen").click()
    page.locator(".gp-overview h2").wait_for()
    assert page.locator(".gp-overview h2").inner_text() != "Mensenhandel"  # what was just added is shown first
    page.get_by_role("radio", name="D66", exact=True).check(force=True)  # there and silent: it has its page too
    page.locator(".gp-sheet", has_text="D66 was aanwezig").wait_for()
    page.locator(".gp-meeting-choice:visible input").click()
    page.get_by_role("option", name="Mensenhandel").click()
    page.locator(".gp-overview h2", has_text="Mensenhandel").wait_for()
    page.get_by_role("tab", name="Toezeggingen en vragen").click()
    page.locator(".gp-ledger li").first.wait_for()  # the other tab opens on the debate that was chosen in this one
    page.wait_for_function("() => [...document.querySelectorAll('.gp-meeting-choice input')].every(i => i.value.includes('Mensenhandel'))")
    page.get_by_role("tab", name="Vraag", exact=True).click()
    page.click("#gp-new")
    page.click("#gp-card .gp-sure summary")
    page.locator("#gp-card .gp-sure", has_text="Weet u het zeker?").locator("[data-gp-remove]").wait_for()
    page.keyboard.press("Escape")
    page.locator("#gp-card [data-gp-remove]").wait_for(state="hidden")
    page.keyboard.press("Enter")  # the focus is where it was
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#gp-card .gp-sure").wait_for(state="detached")
    assert "Mensenhandel" in page.locator("#gp-card").inner_text()


# --- the other tabs -------------------------------------------------------------------------------


def test_a_quote_is_checked(person: Callable[..., Person]) -> None:
    """Verbatim, different (with the difference word by word), or not found; the place leads to the record."""
    one = person()
    page = one.opens()
    page.get_by_role("tab", name="Citaat controleren").click()

    def check(quote: str, kind: str) -> str:
        page.get_by_label("Het citaat").fill(quote)
        page.click("#gp-check")
        return str(page.locator(f".gf-check-{kind}").inner_text())

    assert "Letterlijk in het verslag" in check("Mensenhandel is moderne slavernij.", "verbatim")
    assert "Niet gevonden" in check("De maan is gemaakt van groene kaas en stroop.", "not-found")
    assert "Wijkt af" in check("Mensenhandel is hedendaagse slavernij.", "differs")
    assert page.locator(".gf-diff del").inner_text().endswith("moderne") and page.locator(".gf-diff ins").inner_text().endswith(
        "hedendaagse"
    )
    one.picture("check")
    page.locator(".gf-check .gf-cite").click()
    page.wait_for_selector("mark.gf-mark")


def test_parties_have_a_page_to_read_and_to_take_along(person: Callable[..., Person]) -> None:
    """The debate at a glance, then a party's page with numbers that open the record; as PDF, Word and Markdown with its words in it."""
    one = person()
    page = one.opens()
    page.get_by_role("tab", name="Partijen").click()
    page.locator(".gp-overview table .gf-cite").first.wait_for()
    assert page.locator(".gp-chart svg").count() == 3 and page.locator(".gp-overview .gp-mention .gf-cite").count()
    one.picture("overview", whole=True)
    subjects = [
        "zwemmen",
        "veilige basisscholen",
        "A-diploma",
        "keurmerk",
        "maximale wachttijd",
        "Jeugdfonds",
        "openbare zwembaden",
        "instructeurs",
    ]
    page.evaluate(
        "(words) => document.querySelectorAll('.gp-wide thead th + th').forEach((head, at) => head.textContent = words[at])", subjects
    )
    page.evaluate("document.querySelector('.gp-wide tbody th').textContent = 'GroenLinks-PvdA'")
    # eight subjects are all in sight, those of two words too
    assert page.locator(".gp-wide").evaluate("(e) => e.scrollWidth <= e.clientWidth")
    for name in ("SP", "CDA"):  # the second is chosen while the page of the first is being made
        page.get_by_role("radio", name=name, exact=True).check(force=True)
    sheet = page.locator(".gp-sheet")
    sheet.locator("h2", has_text="CDA").wait_for()
    assert "De download is één A4" in sheet.inner_text()
    one.picture("party", whole=True)
    starts = {"PDF": b"%PDF", "Word": b"PK", "Markdown": b"#"}
    for form, start in starts.items():
        with page.expect_download() as waiting:
            sheet.get_by_role("link", name=form).click()
        data = Path(waiting.value.path()).read_bytes()
        assert waiting.value.suggested_filename.startswith("kst-28638-178-CDA.") and data.lstrip()[: len(start)] == start
    assert "Kuik" in data.decode() and "«" in data.decode()
    page.set_viewport_size({"width": 1280, "height": 800})
    sheet.locator(".gf-cite").first.click()
    page.wait_for_selector("mark.gf-mark")
    line = "e => e.getBoundingClientRect().width / parseFloat(getComputedStyle(e).fontSize)"
    assert min(value.evaluate(line) for value in sheet.locator("dd").all()) > 12  # beside the record a value has room for its words


def test_the_ledger_is_filtered_and_taken_along(person: Callable[..., Person]) -> None:
    """Commitments with their terms, questions with their answers; filters by party, term and status; CSV and calendar."""
    one = person()
    page = one.opens()
    page.get_by_role("tab", name="Toezeggingen en vragen").click()
    rows = page.locator(".gp-ledger li")
    rows.first.wait_for()
    everything = rows.count()
    page.get_by_label("Alleen met een termijn").check()
    page.wait_for_function("n => document.querySelectorAll('.gp-ledger li').length < n", arg=everything)
    assert page.locator(".gp-ledger", has_text="geen termijn genoemd").count() == 0
    one.picture("commitments")
    for form, start in (("CSV", "\ufeff"), ("Agenda (ics)", "BEGIN:VCALENDAR")):
        with page.expect_download() as waiting:
            page.locator("#gp-ledger").get_by_role("link", name=form).click()
        assert Path(waiting.value.path()).read_text(encoding="utf-8").startswith(start)
        assert "-toezeggingen-met-termijn." in waiting.value.suggested_filename
    page.get_by_role("radio", name="Toezeggingen", exact=True).press("ArrowRight")
    page.locator(".gp-ledger .gp-answers").first.wait_for()
    page.get_by_label("Status").click()
    page.get_by_role("option", name="Niet beantwoord").click()
    page.wait_for_function("() => document.querySelector('.gp-ledger li') && !document.querySelector('.gp-ledger .gp-answered')")
    one.picture("questions")
    with page.expect_download() as waiting:
        page.locator("#gp-ledger").get_by_role("link", name="CSV").click()
    table = list(csv.reader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert len(table) == rows.count() + 1 and "-vragen-niet-beantwoord." in waiting.value.suggested_filename


def _writes(request: Any) -> Any:
    """A model that says one sentence of the record with its mark, and one that no record holds."""
    from werkzeug import Response

    prompt = " ".join(str(m["content"]) for m in json.loads(request.get_data())["messages"])
    found = re.search(r"\[(\d+\.\d+)\] ([^\n\[]*webcrawler[^\n\[]*)", prompt)
    said = f"{found[2].strip().rstrip('.?!')} [{found[1]}]. Geert Wilders wil 900 agenten [1.1]." if found else "Ja."
    return Response(streamed(*(said[i : i + 20] for i in range(0, len(said), 20))), content_type=STREAM)


def _hangs_once(until: threading.Event) -> Callable[[Any], Any]:
    """A model that says half a sentence and then nothing until it may go on; and that writes when it is asked again."""
    from werkzeug import Response

    asked: list[Any] = []

    def said() -> Iterator[str]:
        yield f"data: {json.dumps({'choices': [{'index': 0, 'delta': {'content': 'De '}, 'finish_reason': None}]})}\n\n"
        until.wait(120)  # longer than a loaded machine needs to show the button

    def handle(request: Any) -> Any:
        asked.append(request)
        return Response(said(), content_type="text/event-stream") if len(asked) == 1 else _writes(request)

    return handle


def test_an_answer_can_be_stopped(browser: Any, home: Path, httpserver: HTTPServer, tmp_path: Path) -> None:
    """While a model hangs one can stop; the question stays in the conversation, and the next one is answered."""
    from shutil import copytree

    until = threading.Event()
    httpserver.expect_request("/v1/chat/completions").respond_with_handler(_hangs_once(until))
    settings = {"GRIFFIER_MODEL": "klein-model", "OPENAI_BASE_URL": f"http://127.0.0.1:{httpserver.port}/v1"}
    with serving(copytree(home, tmp_path / "home"), env=settings) as served:
        one = Person(browser, served.url)
        page = one.opens()
        page.fill("#gp-ask textarea", QUESTION)
        page.press("#gp-ask textarea", "Enter")
        page.locator("#gp-current .gp-now", has_text="Het taalmodel schrijft").wait_for()
        page.click("#gp-stop")
        page.locator("#gp-current .gf-note", has_text="Gestopt").wait_for()
        page.wait_for_selector("#gp-send:visible")
        until.set()
        assert one.asks("Wanneer wordt de webcrawler ingezet?").locator(".gf-cite").count()
        assert QUESTION in page.locator("#gp-shown").inner_text()
        one.leaves()


def test_a_first_start_with_a_model(browser: Any, httpserver: HTTPServer, tmp_path: Path) -> None:
    """An empty home gets the bundled debate while the page says so. A model's sentences are checked: what the record does not hold stands
    apart, with its reason and without a number. The settings name the model, test it, let a visitor do without, and hold no key."""
    httpserver.expect_request("/v1/chat/completions").respond_with_handler(_writes)
    address = f"http://user:pw@127.0.0.1:{httpserver.port}/v1"
    settings = {"GRIFFIER_MODEL": "klein-model", "OPENAI_API_KEY": "sk-geheim-123", "OPENAI_BASE_URL": address}
    home = tmp_path / "home"
    home.mkdir()
    writing = FileLock(home / "write.lock")
    writing.acquire()  # the debate is not read before the page has said so
    with serving(home, env=settings) as served:
        one = Person(browser, served.url)
        page = one.page
        page.goto(served.url)
        assert "Het meegeleverde debat wordt ingelezen" in page.locator("#gp-card .gp-progress").inner_text()
        writing.release()
        page.locator("#gp-card .gf-meeting").wait_for()
        answer = one.asks("Wanneer wordt de webcrawler ingezet?")
        assert answer.locator(".gf-statement:not(.gf-unsupported) .gf-cite").count()
        apart = answer.locator(".gf-unsupported")
        assert "900 agenten" in apart.inner_text() and apart.locator(".gf-cite, .gf-quote").count() == 0
        colours = "e => getComputedStyle(e).color"
        assert apart.locator("p").first.evaluate(colours) != answer.locator(".gf-prose p").first.evaluate(colours)
        one.picture("model")
        page.get_by_role("tab", name="Instellingen").click()
        assert f"klein-model, op 127.0.0.1:{httpserver.port}" in page.locator("#gp-settings").inner_text()
        page.click("#gp-test")
        page.locator("#gp-tested .gp-good").wait_for()
        httpserver.clear()
        page.click("#gp-test")
        problem = page.locator("#gp-tested .gp-problem").inner_text()
        assert "niet bekend" in problem or "storing" in problem
        page.get_by_role("tab", name="Vraag", exact=True).click()
        failed = one.asks("Wanneer wordt de webcrawler gebruikt?").inner_text()
        assert 0 <= failed.index("Hieronder staan passages") < failed.index("«")
        one.picture("model-failed")
        page.get_by_role("tab", name="Instellingen").click()
        with page.expect_response(re.compile("queue/join")):  # the next question comes behind it
            page.get_by_label(re.compile("Niemand")).check()
        one.picture("settings")
        everything = page.content() + str(page.evaluate("JSON.stringify(window.gradio_config)"))
        assert "sk-geheim" not in everything
        assert "user:pw" not in everything
        page.get_by_role("tab", name="Vraag", exact=True).click()
        assert "zonder taalmodel" in one.asks(QUESTION).inner_text()  # the choice holds for the session
        one.leaves()


def test_a_team_logs_in_behind_a_proxy(browser: Any, home: Path, tmp_path: Path) -> None:
    """With users, and a proxy that takes a path off: one logs in, asks, opens the record, changes language and logs out; a script logs in too."""
    from shutil import copytree

    from gradio_client import Client

    from rag.web.users import add

    users = tmp_path / "users"
    add(users, "anna", "een lang wachtwoord")
    options = ("--auth", str(users), "--root-path", "/debat")
    with serving(copytree(home, tmp_path / "home"), *options) as served, proxied(served.url, "/debat") as front:
        one = Person(browser, front)
        page = one.page
        page.goto(f"{front}/debat/")
        one.picture("login")
        page.get_by_label("Naam").fill("anna")
        page.get_by_label("Wachtwoord").fill("een lang wachtwoord")
        page.get_by_role("button", name="Inloggen").click()
        page.wait_for_selector("#gp-card .gf-meeting")
        one.asks(QUESTION).locator(".gf-cite").first.click()
        page.wait_for_selector("mark.gf-mark")
        page.keyboard.press("Escape")
        assert str(served.home) not in page.content()  # a server for many does not tell its folders
        one.turns_to_english()
        page.locator("#gp-current .gp-turn", has_text=QUESTION).wait_for()
        assert page.url.startswith(f"{front}/debat/en/")
        page.get_by_role("button", name="Log out").click()
        page.get_by_label("Naam").wait_for()
        one.leaves()
        client = Client(f"{front}/debat/", auth=("anna", "een lang wachtwoord"), verbose=False)
        assert client.predict(question=QUESTION, api_name="/ask")["status"] == "answered"


# --- for everyone ---------------------------------------------------------------------------------


def test_the_page_speaks_english(person: Callable[..., Person]) -> None:
    """One press gives the whole page in English; the record's own words stay as they are."""
    one = person()
    page = one.opens()
    one.turns_to_english()
    page.wait_for_selector("#gp-card .gf-meeting")
    assert page.evaluate("document.documentElement.lang") == "en"
    answer = one.asks("What does the SP think of the programme Samen tegen mensenhandel?")
    assert "word for word" in answer.inner_text() and answer.locator(".gf-cite").count()
    texts = page.locator("#gp-tabs").inner_text() + page.locator("#gp-header").inner_text()
    assert not [word for word in ("Vraag", "Partijen", "Instellingen", "verslag") if word in texts]
    one.picture("english")


def test_a_telephone_shows_everything(person: Callable[..., Person]) -> None:
    """At 390 pixels nothing sticks out; the record lies over the page and goes away again."""
    one = person(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = one.opens()
    one.picture("telephone-first", whole=True)
    answer = one.asks(QUESTION)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, page.evaluate(WIDE)
    one.picture("telephone-answer")
    tab = page.get_by_role("tab", name="Vraag").bounding_box()
    assert tab and tab["y"] >= 0  # the first question and its answer leave the tabs in sight
    page.keyboard.press("Shift")  # the keyboard was used last: a number with the focus shows its card
    answer.locator(".gf-cite").first.focus()
    card = page.locator("#gf-card:visible")
    card.wait_for()
    box = card.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    answer.locator(".gf-cite").first.tap()
    page.wait_for_selector("mark.gf-mark")
    one.picture("telephone-record")
    page.get_by_role("button", name="Sluit").first.tap()
    page.locator("#gf-record").wait_for(state="hidden")
    page.get_by_role("tab", name="Partijen").tap()
    page.locator(".gp-overview").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, page.evaluate(WIDE)
    # the table stands as a list: every number is seen without scrolling sideways, under its subject
    assert page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('.gp-wide'))") == 0
    assert page.locator(".gp-wide .gf-cite").last.bounding_box()["x"] < 390
    one.picture("telephone-parties", whole=True)
    page.get_by_role("tab", name="Toezeggingen en vragen").tap()
    page.locator(".gp-ledger li").first.wait_for()  # what is chosen before the list is there would be set back
    lines = "all => all.map(e => e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight))"
    assert max(page.locator(".gp-facts dt", has_text=re.compile("^(Door|Aan|Termijn)$")).evaluate_all(lines)) < 1.5  # no word is broken
    page.get_by_role("radio", name="Toezeggingen", exact=True).press("ArrowRight")
    page.locator(".gp-ledger .gp-answers").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, page.evaluate(WIDE)


def test_the_keyboard_is_enough(person: Callable[..., Person]) -> None:
    """To the question with the first key, ask, walk to a number, open the record and come back, without a mouse; focus is always seen.
    Where a button goes away as it is pressed, one goes on from the field, or from the question that was asked."""
    one = person()
    page = one.opens()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "gp-skip"
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement && document.activeElement.closest('#gp-ask')")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.locator("#gp-current .gf-by").wait_for()
    page.locator("#gp-new").wait_for()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.gf-statement .gf-cite')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert page.evaluate("document.activeElement.matches('.gf-statement .gf-cite')") and outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_selector("mark.gf-mark")
    page.keyboard.press("Escape")
    page.locator("#gf-record").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.matches('.gf-cite')")
    page.locator("#gp-new").press("Enter")
    page.wait_for_function("() => document.activeElement.matches('#gp-ask textarea')")
    page.locator(".gp-suggestion:visible").first.press("Enter")
    page.locator("#gp-current .gf-by").wait_for()
    page.wait_for_function("() => document.activeElement.matches('#gp-current .gp-question')")


def test_what_cannot_be_seen_cannot_be_reached(person: Callable[..., Person]) -> None:
    """Every stop of the Tab key is seen; arrow keys go from tab to tab, round the end."""
    one = person()
    page = one.opens()
    page.locator(".gp-suggestion:visible").nth(5).wait_for()
    stops = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        size = page.evaluate("(e => [e.className, e.offsetWidth, e.offsetHeight])(document.activeElement)")
        assert size[1] > 4 and size[2] > 4, size
        stops += 1
    assert 15 <= stops < 60
    page.get_by_role("tab", name="Vraag", exact=True).focus()
    for key, name in (("ArrowRight", "Partijen"), ("ArrowLeft", "Vraag"), ("ArrowLeft", "Instellingen"), ("ArrowRight", "Vraag")):
        page.keyboard.press(key)
        chosen = page.locator('[role="tab"][aria-selected="true"]:focus')
        chosen.wait_for()
        assert chosen.inner_text() == name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(person: Callable[..., Person], scheme: str) -> None:
    """Every tab, in light and dark, passes the checks of axe-core for people who see, hear or move otherwise."""
    from axe_playwright_python.sync_playwright import Axe

    one, axe = person(color_scheme=scheme), Axe()
    page = one.opens()
    page.locator(".gp-suggestion:visible").first.wait_for()

    def look(name: str) -> None:
        found = axe.run(page).response["violations"]
        serious = [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found if v["impact"] in {"serious", "critical"}]
        assert not serious, (name, serious)

    look("first")
    one.asks(QUESTION)
    page.click("#gp-filters > button")
    page.get_by_label("Partij", exact=True).wait_for()
    one.picture(f"{scheme}-answer")
    look("answer")
    for tab, ready in (
        ("Partijen", ".gp-overview"),
        ("Toezeggingen en vragen", ".gp-ledger"),
        ("Citaat controleren", "#gp-check"),
        ("Instellingen", "#gp-settings"),
    ):
        page.get_by_role("tab", name=tab).click()
        page.locator(ready).first.wait_for()
        look(tab)
        one.picture(f"{scheme}-{tab.split()[0].lower()}")


# --- against those who mean harm ------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real app over a home whose only debate holds payloads in every field that comes from outside."""
    from rag.assistant import Assistant
    from rag.settings import load

    path = tmp_path_factory.mktemp("hostile") / "home"
    maker = Assistant(load(home=path))
    shelve(maker, *hostile_debate(PAYLOADS))
    maker.close()
    with serving(path) as running:
        yield running


def test_no_payload_does_anything_anywhere(browser: Any, hostile: Served, tmp_path: Path) -> None:
    """Over 60 payloads in questions, answers, citations, the record, summaries, the ledger, errors and file names: none runs, none asks
    for anything, none draws a link, form or overlay to elsewhere."""
    assert len(PAYLOADS) >= 60
    one = Person(browser, hostile.url)
    page = one.opens()

    def nothing_happened(where: str) -> None:
        assert page.evaluate("window.pwned") is None, where
        assert page.evaluate(FOREIGN) == [] and page.evaluate(COVERS) == [], where

    nothing_happened("the first screen")
    names = [re.sub(r"[/\\\0\n]", "_", payload)[:100] + ".txt" for payload in PAYLOADS]
    page.set_input_files(
        "#gp-upload input", [{"name": name, "mimeType": "text/plain", "buffer": PAYLOADS[i].encode()} for i, name in enumerate(names[:40])]
    )
    page.locator(".gp-files .gp-refused").nth(39).wait_for()
    nothing_happened("file names and errors")
    for start in range(0, len(PAYLOADS), 8):
        page.fill("#gp-ask textarea", f"Vraag {start} {' '.join(PAYLOADS[start : start + 8])}"[:1900])
        page.click("#gp-send")
        page.locator("#gp-current .gp-turn", has_text=f"Vraag {start} ").locator(".gf-by, .gf-declined, .gp-problem").first.wait_for()
        page.wait_for_selector("#gp-new:visible")
    one.asks("Eerst gewone woorden 12 13 14 15 16 17")
    nothing_happened("questions, answers and citations")
    for number in page.locator("#gp-current .gf-cite:visible, #gp-current .gf-to-turn:visible").all()[:4]:
        number.hover()
        number.click()
        page.wait_for_selector(".gf-turn")
        nothing_happened("citations and the record")
        page.keyboard.press("Escape")
    page.get_by_role("tab", name="Citaat controleren").click()
    for start in range(0, len(PAYLOADS), 12):
        page.get_by_label("Het citaat").fill(" ".join(PAYLOADS[start : start + 12])[:3900])
        page.click("#gp-check")
        page.wait_for_selector("#gp-checked .gf-check, #gp-checked .gp-problem")
        nothing_happened("a checked quote")
    page.get_by_role("tab", name="Partijen").click()
    page.locator(".gp-overview, #gp-party .gp-problem").first.wait_for()
    nothing_happened("the debate at a glance")
    radios = page.locator(".gp-pills:visible input")
    for at in range(1, radios.count(), 4):
        page.evaluate("document.querySelectorAll('.gp-sheet, #gp-party .gp-problem').forEach((old) => old.setAttribute('data-old', ''))")
        radios.nth(at).check(force=True)
        page.locator(":is(.gp-sheet, #gp-party .gp-problem):not([data-old])").first.wait_for()
        nothing_happened("a party's page")
    page.get_by_role("tab", name="Toezeggingen en vragen").click()
    page.wait_for_selector("#gp-ledger :is(li, p)")
    nothing_happened("the ledger")
    one.leaves()
