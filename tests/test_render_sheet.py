"""The sheet of a summary before it has a form: heading, sections, footnotes, what stays and what goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from rag.questions.line import as_answered, reserved, shown_answer
from rag.render.fidelity import FidelityError
from rag.render.glance import glance
from rag.render.ledger import questions_text
from rag.render.points import everything, keep, points, renumbered, supported
from rag.render.sheet import Section, Sheet, sheet
from rag.render.sheet_markdown import markdown, paragraph, plain
from rag.types import (
    Addressee,
    Checked,
    Citation,
    Claim,
    Commitment,
    Deadline,
    Interruption,
    JudgedMotion,
    Judgement,
    Meeting,
    Motion,
    Overview,
    Question,
    Quote,
    Speaker,
    Statement,
    Summary,
)
from rag.verify import verify
from rag.verify.quotes import spans
from tests.sheets import MEMBER, MINISTER, OTHER, Debate, usual

DAY = date(2024, 3, 20)


def made(summary: Summary) -> Sheet:
    return sheet(renumbered(supported(summary, "nl")), DAY)


def section(found: Sheet, key: str) -> Section:
    return next(s for s in found.sections if s.key == key)


def text(found: Section) -> str:
    return " | ".join(
        " / ".join("".join(run.text if run.kind != "note" else f"[{run.text}]" for run in line) for line in i.lines) for i in found.items
    )


def test_the_heading_says_what_it_is_about(debate: Debate) -> None:
    """Debate, date and hours, committee, document with its status, who spoke with turns and words, and who was there."""
    found = made(debate.summary(positions=(debate.position("De SP wil schoon water."),)))
    facts = dict(found.facts)
    assert (found.title, found.subtitle) == ("SP", "Waterkwaliteit")
    assert facts["Commissiedebat, commissie Infrastructuur en Waterstaat"] == "14 maart 2024, 10:00–13:30 uur"
    assert facts["Document"] == "Kamerstukken II 2023/24, 36410, nr. 97 (40 bladzijden), geredigeerd verslag"
    assert facts["Sprak namens SP"] == "Jansen: 1 beurt, 5 woorden" and facts["Aanwezig"] == "Jansen"


def test_a_heading_without_facts_makes_none_up() -> None:
    """What the record does not tell is said to be unknown, and a status already in the reference is not said twice."""
    bare = Meeting("x", "Debat", None, None, None, "ongecorrigeerd", "vlos", "nl", "Tweede Kamer, Debat, ongecorrigeerd verslag")
    debate = Debate(bare)
    facts = dict(made(debate.summary(positions=(debate.position("De SP wil schoon water."),))).facts)
    assert facts["Debat"] == "datum onbekend" and facts["Document"] == "Tweede Kamer, Debat, ongecorrigeerd verslag"
    assert facts["Aanwezig"] == "het verslag heeft geen lijst van aanwezigen"


def test_notes_are_numbered_in_reading_order_and_lead_to_the_turn(debate: Debate) -> None:
    """1, 2, 3 … as a reader meets them; each note is the official reference with page and turn."""
    found = made(usual(debate))
    marks = [int(run.text) for s in found.sections for i in s.items for line in i.lines for run in line if run.kind == "note"]
    assert marks == list(range(1, len(marks) + 1)) == [number for number, _ in found.notes]
    assert found.notes[0] == (1, "Kamerstukken II 2023/24, 36410, nr. 97, p. 1, beurt 1")
    assert len(found.quotes) == len(marks)


def test_a_question_has_its_answer_or_none(debate: Debate) -> None:
    """Under each question stands the answer's sentence, "Deels", or that it was not answered."""
    answered = debate.question("Wanneer komt de brief?", "De brief komt in mei.")
    partly = replace(debate.question("Wat kost dat de burger?", "Dat zoeken we uit."), status="partly")
    unanswered = debate.question("Wie betaalt dat?")
    found = section(made(debate.summary(questions=(answered, partly, unanswered))), "questions")
    assert text(found) == (
        "Wanneer komt de brief?[1] / → De brief komt in mei.[2] | Wat kost dat de burger?[3] / → Deels: Dat zoeken we uit.[4] | "
        "Wie betaalt dat?[5] / → Niet beantwoord."
    )
    assert found.hint == "Antwoord: Minister Harbers"


@pytest.mark.parametrize(
    ("role", "key", "status", "said"),
    [
        ("member", "questions", "incomplete", "Niet beantwoord in dit onvolledige verslag."),
        ("government", "left_open", "incomplete", "Niet beantwoord in dit onvolledige verslag."),
        ("member", "questions", "geredigeerd", "Niet beantwoord."),
        ("government", "left_open", "ongecorrigeerd", "Niet beantwoord."),
    ],
)
def test_where_the_record_breaks_off_no_answer_is_not_the_last_word(
    debate: Debate, role: Literal["member", "government"], key: str, status: str, said: str
) -> None:
    """Of an incomplete record the page does not say flatly that a question got no answer: the missing part may hold it."""
    summary = debate.summary(questions=(debate.question("Wie onderhoudt de sluis?"),))
    meeting, party = replace(summary.meeting, status=status), summary.party if role == "member" else None
    assert text(section(made(replace(summary, role=role, party=party, meeting=meeting)), key)).endswith(f"→ {said}")


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        (("De heer Jansen had daar een vraag over.", "De brief komt in mei."), 1),
        (("Dat is een mooie vraag.", "Ik ben bereid die brief te sturen."), 1),
        (("Dan is er nog een punt van de SP.", "De brief komt in mei."), 1),
        (("Ja, dat klopt.", "Daarnaast hebben wij al veel gedaan voor de boeren in het land."), 0),
        (("De brief over de sloten komt in mei.", "Ik zal dat ook de waterschappen laten weten."), 0),
    ],
)
def test_the_answer_shown_is_the_sentence_that_says_most(debate: Debate, answers: tuple[str, str], shown: int) -> None:
    """What only says whose question is next, or is a courtesy, gives way; an answer that settles it does not."""
    question = debate.question("Wanneer komt de brief over de sloten?", " ".join(answers))
    turn = question.answers[0].turn
    parts = tuple(Quote(turn, turn.text.index(a), turn.text.index(a) + len(a)) for a in answers)
    found = section(made(debate.summary(questions=(replace(question, answers=parts),))), "questions")
    assert f"→ {answers[shown]}[2]" in text(found)


def test_two_voices_are_told_apart(debate: Debate) -> None:
    """Where two speak for a party, or two ministers answer, each line names who it is."""
    second = Speaker("Pietersen", "SP", "member")
    first = debate.question("Wanneer komt de brief?", "De brief komt in mei.")
    other = debate.question("Wie betaalt dat?", None, second)
    other = replace(
        other, status="answered", answers=(debate.said(Speaker("Bruins", None, "government", "Minister"), "Het Rijk betaalt dat."),)
    )
    found = section(made(debate.summary(questions=(first, other))), "questions")
    assert "Jansen: Wanneer" in text(found) and "Pietersen: Wie" in text(found)
    assert "→ Minister Harbers: De brief" in text(found) and "→ Minister Bruins: Het Rijk" in text(found) and found.hint == ""


def test_commitments_say_to_whom_and_by_when(debate: Debate) -> None:
    """The promise as spoken, then addressee, term and whether it is on the chair's list."""
    promise = replace(debate.commitment("Ik zeg toe dat de Kamer een brief krijgt.", "voor de zomer"), origin="both")
    found = section(made(debate.summary(commitments=(promise,))), "commitments")
    assert text(found) == "Ik zeg toe dat de Kamer een brief krijgt.[1] / Aan Jansen; termijn: voor de zomer; op de lijst van de voorzitter"
    assert found.title == "Toezeggingen aan SP" and found.hint == "Door Minister Harbers"


def test_what_the_chair_reads_out_is_not_put_in_another_mouth(debate: Debate) -> None:
    """The words of the chair's list are the chair's: the promise's maker is named beside them, not before them."""
    read = debate.said(Speaker("De Vries", None, "chair"), "De Minister stuurt de Kamer in mei een brief over de sloten.")
    own = debate.commitment("Ik zeg toe dat de Kamer een brief krijgt.")
    listed = replace(own, quote=read, speaker="Staatssecretaris Bos", origin="chair_list", to=())
    found = section(made(debate.summary(commitments=(own, listed))), "commitments")
    assert text(found) == (
        "Minister Harbers: Ik zeg toe dat de Kamer een brief krijgt.[1] / Aan Jansen | "
        "De Minister stuurt de Kamer in mei een brief over de sloten.[2] / Door Staatssecretaris Bos; zoals de voorzitter het voorlas"
    )


def test_the_government_has_a_page_of_its_own(debate: Debate) -> None:
    """Announcements, all commitments, refusals, and of the questions only those it left open, with who asked."""
    told = debate.said(MINISTER, "Ik kom in mei met een plan.")
    refused = debate.said(MINISTER, "Dat kan ik niet toezeggen.")
    statements = [verify(Claim(" ".join(q.text.split()), (q,), verbatim=True)) for q in (told, refused)]
    summary = replace(
        debate.summary(
            announcements=(statements[0],),
            refusals=(statements[1],),
            commitments=(debate.commitment("Ik zeg een brief toe."),),
            questions=(debate.question("Wanneer komt de brief?", "In mei."), debate.question("Wie betaalt dat?")),
        ),
        party=None,
        role="government",
        spokespersons=("Minister Harbers",),
        turns=3,
    )
    found = made(summary)
    assert [s.key for s in found.sections] == ["announcements", "commitments", "refusals", "left_open", "answered"]
    assert text(section(found, "left_open")) == "Jansen (SP): Wie betaalt dat?[4] / → Niet beantwoord."
    assert found.title == "Regering" and "Sprak namens de regering" in dict(found.facts)


def test_who_only_interrupted_gets_that_said(debate: Debate) -> None:
    """What the summary notes of a party is said first, and that there is no position; its interruptions stand below."""
    found = made(debate.summary(given=(debate.given("Is dat zo?"), debate.given("Waarom dan?")), notes=("Sprak alleen in interrupties.",)))
    assert found.message == "Sprak alleen in interrupties. In de beurten van SP is geen standpunt gevonden."
    assert text(section(found, "given")).startswith("Tegen De Boer (CDA): Is dat zo?[1]")


def test_an_interruption_stays_in_the_right_mouth(debate: Debate) -> None:
    """Words the party said are "to" the other; words said to the party are the other's; with two members each is named."""
    second = Interruption(debate.said(Speaker("Pietersen", "SP", "member"), "Is dat alles?"), OTHER)
    found = made(debate.summary(given=(debate.given("Waarom dan?"), second), received=(debate.received("Hoe betaalt u dat?"),)))
    assert text(section(found, "given")) == ("Jansen tegen De Boer (CDA): Waarom dan?[1] | Pietersen tegen De Boer (CDA): Is dat alles?[2]")
    assert text(section(found, "received")) == "De Boer (CDA): Hoe betaalt u dat?[3]"


def test_silence_and_absence_are_two_things() -> None:
    """There and silent, or not there: each in its own words, and who was there."""
    empty = replace(Debate().summary(), turns=0, words=0, spokespersons=())
    assert made(replace(empty, status="present_silent")).message == "SP was aanwezig, maar heeft volgens het verslag niet gesproken."
    absent = made(replace(empty, status="absent", party="D66"))
    assert absent.message == "D66 nam volgens het verslag niet deel aan dit debat. Aanwezig waren SP en CDA."
    assert dict(absent.facts)["Aanwezig"] == "niemand van D66 staat op de lijst van aanwezigen"


def test_prose_stands_with_its_quote(debate: Debate) -> None:
    """A statement in other words is followed by the record's words it rests on, and the foot line says who wrote it."""
    quote = debate.said(MEMBER, "De SP wil dat het drinkwater schoner wordt dan het nu is.")
    statement = verify(Claim("De SP wil schoner drinkwater.", (quote,)))
    assert statement.verdict == "supported", statement.why
    found = made(replace(debate.summary(positions=(statement,)), written_by="model x"))
    assert text(section(found, "positions")) == f"De SP wil schoner drinkwater. / {quote.text}[1]"
    assert "schreef een taalmodel (model x)" in found.foot


def test_the_foot_line_counts(debate: Debate) -> None:
    """Made when, from what, how many quotes were compared, how many deviate."""
    found = made(debate.summary(positions=(debate.position("De SP wil schoon water."),)))
    told = found.foot.replace("\u00a0", " ")
    assert (
        told
        == "Gemaakt op 20 maart 2024 met griffier, uit Kamerstukken II 2023/24, 36410, nr. 97. 1 citaat woord voor woord vergeleken, 0 wijken af."
    )


def test_a_quote_that_is_not_on_the_page_is_not_counted_as_deviating(debate: Debate) -> None:
    """Of two positions one no longer stands in the record: the foot line counts it while it is on the page, and not when it was left off."""
    held, gone = debate.position("De SP wil schoon water."), debate.position("De SP wil dat de dijk hoger wordt.")
    both = renumbered(debate.summary(positions=(held, gone)))
    both = replace(both, checked=Checked(2, (gone.claim.quotes[0],)))
    assert "1 wijkt af" in sheet(both, DAY).foot.replace("\u00a0", " ")
    shorter = keep(both, [point for point in points(both) if point.at == 0], "nl")
    assert shorter.checked == Checked(1) and "0 wijken af" in sheet(shorter, DAY).foot.replace("\u00a0", " ")


def test_a_quote_without_a_citation_is_refused(debate: Debate) -> None:
    """What has no numbered way to the record does not get onto a page; nor does a pointer that leaves its turn."""
    summary = debate.summary(given=(debate.given("Is dat zo?"),))
    with pytest.raises(FidelityError):
        sheet(summary, DAY)
    quote = summary.given[0].quote
    wrong = Quote(quote.turn, quote.start, quote.end + 50)
    with pytest.raises(FidelityError):
        sheet(replace(summary, given=(Interruption(wrong, OTHER),), citations=(Citation(1, wrong, "x"),)), DAY)


# --- what stays -------------------------------------------------------------------------------------------


def test_the_order_of_importance(debate: Debate) -> None:
    """Three positions come first; then what was promised and asked by turns, open questions among them; interruptions last."""
    order = [(p.kind, p.at) for p in points(usual(debate, 4))]
    assert order[:3] == [("positions", 0), ("positions", 1), ("positions", 2)]
    assert order.index(("commitments", 0)) < order.index(("given", 0)) < order.index(("given", 3))
    questions = [at for kind, at in order if kind == "questions"]
    assert questions == [1, 0, 3, 2]  # 1 and 3 were left open


def test_what_the_government_promised_stays_longest_on_its_page(debate: Debate) -> None:
    """Four promises go on it before what it was asked and left open, or a second position."""
    held = (debate.position("De sloten moeten schoner worden dan ze nu zijn.", replace(MINISTER, name="Minister Harbers")),)
    page = replace(usual(debate, 6), party=None, role="government", positions=held)
    order = [(p.kind, p.at) for p in points(page)]
    assert order.index(("commitments", 4)) < order.index(("questions", 1)) and order.index(("commitments", 5)) < order.index(
        ("positions", 0)
    )


def test_what_the_government_refused_goes_before_its_views_and_a_second_announcement(debate: Debate) -> None:
    """Four refusals stay on its page before what it only finds, and before the second thing it announces."""
    minister = replace(MINISTER, name="Minister Harbers")
    refused = tuple(debate.position(f"Ik ga sluis {n} niet verbreden.", minister) for n in range(4))
    told = tuple(debate.position(f"Sluis {n} gaat in mei open voor schepen.", minister) for n in range(2))
    held = (debate.position("De sloten moeten schoner worden dan ze nu zijn.", minister),)
    page = replace(debate.summary(refusals=refused, announcements=told), party=None, role="government", positions=held)
    order = [(p.kind, p.at) for p in points(page)]
    assert order.index(("refusals", 3)) < min(order.index(("positions", 0)), order.index(("announcements", 1)))


@pytest.mark.parametrize(
    ("who", "first"),
    [
        (("Harbers", "Harbers", "Harbers"), [("commitments", 0), ("commitments", 1), ("commitments", 2), ("refusals", 0)]),
        (("Harbers", "Harbers", "Heijnen"), [("commitments", 0), ("commitments", 2), ("refusals", 0), ("commitments", 1)]),
    ],
)
def test_of_each_minister_something_stays(debate: Debate, who: tuple[str, ...], first: list[tuple[str, int]]) -> None:
    """Of several who spoke for the government the first point of each stays before all else; of one the order is as it was."""
    promised = tuple(replace(debate.commitment(f"Ik stuur brief {n} voor de zomer."), speaker=name) for n, name in enumerate(who))
    office = Speaker("Visser" if len(set(who)) > 1 else "Harbers", None, "government", "Staatssecretaris")
    refused = (debate.position("Ik ga die sluis niet verbreden.", office),)
    page = replace(debate.summary(commitments=promised, refusals=refused), party=None, role="government")
    assert [(p.kind, p.at) for p in points(page)] == first


@pytest.mark.parametrize(("party", "order"), [("SP", [2, 3, 0, 1]), (None, [0, 1, 2, 3])])
def test_a_party_s_own_motions_stay_before_those_it_only_signed(debate: Debate, party: str | None, order: list[int]) -> None:
    """However many others' motions bear its name, and judged or not; the government's page has the first of each party."""
    asked = debate.said(MEMBER, "verzoekt de regering de sluis te herstellen.")
    verdict = (Judgement("against", True, debate.said(MINISTER, "Die ontraad ik.")),)
    moved = [("CDA", verdict), ("D66", verdict), ("SP", verdict), ("SP", ())]
    motions = tuple(
        JudgedMotion(f"motie nr. {n}", Motion(1, 0, asked.end, "36410", str(n)), (Addressee("Blom", whose),), asked, told)
        for n, (whose, told) in enumerate(moved)
    )
    page = replace(debate.summary(motions=motions), party=party, role="member" if party else "government")
    assert [p.at for p in points(page) if p.kind == "motions"] == order


def test_what_stays_keeps_the_order_of_the_debate(debate: Debate) -> None:
    """Points are chosen by importance, shown as spoken, and the rest is counted by kind."""
    summary = supported(usual(debate, 4), "nl")
    left = keep(summary, [p for p in points(summary) if p.kind == "questions" and p.at in {0, 3}], "nl")
    assert left.questions == (summary.questions[0], summary.questions[3]) and not left.positions
    told = ("4 standpunten (beurt 1, 2, 3 en 4)", "2 vragen (beurt 7 en 8)", "4 interrupties van SP (beurt 15, 16, 17 en 18)")
    assert set(told) < set(left.left_out)
    english = keep(summary, [p for p in points(summary) if p.kind != "positions" or p.at], "en")
    assert english.left_out == ("1 position (turn 1)",)
    assert keep(summary, [p for p in points(summary) if p.kind != "positions" or p.at > 1], "en").left_out == (
        "2 positions (turns 1 and 2)",
    )
    assert [c.number for c in left.citations] == [1, 2, 3]


def test_what_stands_on_the_page_is_not_said_to_be_left_out(debate: Debate) -> None:
    """An interruption whose question is on the page is; of the answered questions of the government's page those that went are told, where some stand."""
    page = replace(supported(usual(debate, 4), "nl"), party=None, role="government", given=())
    asking = tuple(Interruption(q.quote, OTHER) for q in page.questions)
    page = renumbered(replace(page, received=asking))
    answered = [at for at, q in enumerate(page.questions) if q.status == "answered"]
    left = keep(
        page, [p for p in points(page) if p.kind not in {"received", "questions"} or (p.kind == "questions" and p.at != answered[0])], "nl"
    )
    assert [t for t in left.left_out if "interruptie" in t or "vra" in t] == [
        f"1 interruptie van een ander (beurt {page.questions[answered[0]].quote.turn.number})",
        f"1 beantwoorde vraag (beurt {page.questions[answered[0]].quote.turn.number})",
    ]


def test_an_answer_line_that_failed_gives_way_to_the_words(debate: Debate) -> None:
    """Only a supported line stands for an answer; otherwise the answer's own sentence does."""
    question = debate.question("Wanneer komt de brief?", "De brief komt in mei.")
    failed = Statement(Claim("De brief komt in juni.", question.answers), "unsupported", "getal")
    found = section(made(debate.summary(questions=(replace(question, line=failed),))), "questions")
    assert "juni" not in text(found) and "De brief komt in mei.[2]" in text(found)


# --- Markdown --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "a *b* _c_ `d`",
        "# kop",
        "- punt",
        "1. punt",
        "> citaat",
        "[x](y) ![z](w)",
        "<b>&amp;</b> & co",
        "a|b ~~c~~ $d$ ^e^ {f}",
        "\\n \\* \\",
        "+ x",
        "=== x",
    ],
)
def test_markdown_escapes_come_off_again(words: str) -> None:
    """Any text is only that text in Markdown, and is read back as it was."""
    assert plain(markdown(words)) == words and plain(paragraph(words)) == words
    assert not paragraph(words).startswith(("#", "-", "1. ", ">", "+", "=", "*"))


def test_the_answer_shown_is_to_the_question_shown(debate: Debate) -> None:
    """Of an item with two questions only the first stands on the page: what answers the other is not shown under it."""
    asked = debate.said(MEMBER, "Wanneer komt het wetsvoorstel naar de Kamer?")
    beside = debate.said(MEMBER, "Wil de minister spreken met de Poolse ambassadeur over de registratie?")
    first = debate.said(MINISTER, "Het wetsvoorstel is vorige week ingediend.")
    second = debate.said(MINISTER, "Ik ben graag bereid om met de Poolse ambassadeur te spreken over de registratie.")
    assert shown_answer(Question(asked, (beside,), "answered", (first, second))) == (first,)


def test_a_subject_nobody_took_a_position_on_has_no_column(debate: Debate) -> None:
    """The overview's table leads to positions; a subject without any is left out, and without subjects there is no table."""
    statement = debate.position("De SP wil schoon water in alle rivieren.")
    cited = replace(statement, citations=(1,))
    citation = Citation(1, statement.claim.quotes[0], "Proef")
    about = Overview(debate.meeting, ("water", "dijken"), ("SP",), (("SP", "water", (cited,)),), (("SP", 1, 8),), (), (citation,))
    assert glance(about, DAY, "nl").subjects.columns == ("water",)
    assert glance(replace(about, cells=(), citations=()), DAY, "nl").subjects.columns == ()


def test_who_asks_how_many_is_shown_the_number(debate: Debate) -> None:
    """The sentence with the figure goes before a promise of figures, however much that shares with the question."""
    asked = debate.said(MEMBER, "Hoeveel patiënten moeten straks langer dan 45 minuten rijden?")
    first = debate.said(MINISTER, "Dat zijn er volgens het RIVM ongeveer 1.200 per jaar.")
    second = debate.said(MINISTER, "Ik zal de Kamer voor 1 april een brief sturen met de cijfers per gemeente.")
    assert shown_answer(Question(asked, (), "answered", (first, second))) == (first,)


def test_who_asks_whether_is_shown_what_decides(debate: Debate) -> None:
    """The refusal at the end goes before the compliment it begins with; who asks why is shown what comes first."""
    said = "Ik vind het mooi wat ze in Tilburg met dat fonds doen. Dat is aan de gemeenten. Een landelijk fonds ga ik niet optuigen."
    told = debate.said(MINISTER, said)
    first, second, last = (Quote(told.turn, a, b) for a, b in spans(said))
    wel = debate.said(MINISTER, "Wel zal ik de Kamer in mei een brief sturen.")
    for asked, shown in (("Wil de minister een landelijk fonds?", last), ("Waarom komt er geen landelijk fonds?", first)):
        question = debate.said(MEMBER, asked)
        assert shown_answer(Question(question, (), "answered", (first, second, last, wel))) == (shown,)


def test_a_bare_no_stands_with_its_reason_and_a_yes_before_what_follows(debate: Debate) -> None:
    """ "Dat ga ik niet doen." comes with the next sentence, what leans on a sentence with that; a yes goes before a letter on it."""
    asked = debate.said(MEMBER, "Is de minister bereid de brug te sluiten?")
    said = debate.said(MINISTER, "Dat ga ik niet doen. Het omrijden kost elk bedrijf een uur.")
    yes = debate.said(MINISTER, "Over de brug kan ik kort zijn: ja, ik sluit hem. Ik zal de Kamer daar in mei over informeren.")
    for told, shown in ((said, said.text), (yes, yes.text.partition(". ")[0] + ".")):
        answers = tuple(Quote(told.turn, a, b) for a, b in spans(told.text))
        answers = answers[:1] if told is said else answers
        summary = debate.summary(questions=(Question(asked, (), "answered", answers),))
        (question,) = keep(summary, points(summary), "nl").questions
        assert [answer.text for answer in question.answers] == [shown]


def test_an_answer_stands_with_what_takes_it_back(debate: Debate) -> None:
    """ "Toch wil ik het niet opleggen." is shown with the sentence before it that the ledger has, whatever it is tied to."""
    asked = debate.said(MEMBER, "Wil de minister de Rotterdamse aanpak overal?")
    said = debate.said(
        MINISTER, "Ik was in Rotterdam onder de indruk van die aanpak. Toch wil ik het niet opleggen. Maar de trein is laat."
    )
    first, second, _ = (Quote(said.turn, a, b) for a, b in spans(said.text))
    summary = debate.summary(questions=(Question(asked, (), "answered", (first,)),))
    for page in (everything(summary, "nl"), keep(summary, points(summary), "nl")):
        assert [a.text for q in page.questions for a in q.answers] == [f"{first.text} {second.text}"]
        assert f"→ {first.text} {second.text}[2]" in text(section(sheet(page), "questions"))


@pytest.mark.parametrize(
    ("asked", "said", "shown"),
    [
        (
            "Wil de minister de gemeenten een veerpont laten delen?",
            ("Aan u zeg ik dat ik het in mei aankaart.", "Verbieden kan ik de gemeenten niets."),
            0,
        ),
        (
            "Is de minister het eens met de klacht over de kade?",
            ("De kade moet schoon, dat ben ik met u eens.", "Ik zal uw brief doorgeven."),
            0,
        ),
        (
            "Wat vindt de minister van het plan van de Schippersbond?",
            ("De kade is van de gemeente.", "Het plan van de Schippersbond vind ik goed."),
            1,
        ),
    ],
)
def test_what_is_done_agreed_or_thought_of_it_by_name_goes_before_the_rest(
    debate: Debate, asked: str, said: tuple[str, str], shown: int
) -> None:
    """A promise in a clause before what cannot be done, an "eens" to who asks for it, and a view of the thing that was named."""
    question, told = debate.said(MEMBER, asked), debate.said(MINISTER, " ".join(said))
    answers = tuple(Quote(told.turn, a, b) for a, b in spans(told.text))
    assert shown_answer(Question(question, (), "answered", answers)) == (answers[shown],)


def test_an_answer_is_never_led_by_a_yes_to_another_question(debate: Debate) -> None:
    """ "Ja, per maand." before "Met de reders ga ik praten. Ik nodig ze daarvoor uit." belongs to whoever asked that; "Wel …" after a no stays with it."""
    asked = debate.said(MEMBER, "Is de minister bereid met de reders te praten?")
    said = debate.said(MINISTER, "Ja, per maand. Met de reders ga ik graag praten. Ik zal de reders daar in mei voor uitnodigen.")
    no = debate.said(MINISTER, "De reders dwingen om aan tafel te komen ga ik natuurlijk nooit doen. Wel bespreek ik het in mei.")
    for told, at, shown in ((said, 1, said.text.removeprefix("Ja, per maand. ")), (no, 0, no.text)):
        answers = tuple(Quote(told.turn, a, b) for a, b in spans(told.text))[at : at + 2]
        summary = debate.summary(questions=(Question(asked, (), "answered", answers),))
        assert [a.text for q in everything(summary, "nl").questions for a in q.answers] == [shown]


def test_an_item_stands_under_the_question_that_is_answered(debate: Debate) -> None:
    """Where nothing is said of the first question of an item and most of another, a reader sees what was asked first, up to the one that is answered."""
    asked = debate.said(MEMBER, "Wat mag een schipper zonder vaarbewijs? Ligt het besluit over de kade er in mei?")
    said = debate.said(MINISTER, "Mevrouw Jansen wil weten of het besluit over de kade er in mei ligt. Dat gaat niet lukken.")
    first, second = (Quote(asked.turn, a, b) for a, b in spans(asked.text))
    (late,) = (Quote(said.turn, a, b) for a, b in spans(said.text)[1:])
    question = Question(first, (second,), "answered", (late,))
    moved = as_answered(question, "nl")
    assert moved == replace(question, quote=second, also=(first,))
    held = supported(debate.summary(questions=(moved,)), "nl")
    for page in (keep(held, points(held), "nl"), everything(held, "nl")):
        assert [(q.quote.text, [a.text for a in q.answers]) for q in page.questions] == [(asked.text, ["Dat gaat niet lukken."])]
    for more in ("Een schipper mag zonder vaarbewijs niets.", "Wie vaart, heeft papieren nodig."):
        assert as_answered(replace(question, answers=(debate.said(MINISTER, more), late)), "nl").quote == first


def test_an_answer_that_shares_nothing_is_given_with_a_doubt(debate: Debate) -> None:
    """A sentence from far behind that says nothing of what was asked, nor yes or no, is shown as perhaps the answer; the reply right after it is one."""
    asked = debate.said(MEMBER, "Wie controleert de dozen in het magazijn?")
    for words in ("Dank u wel.", "Voorzitter, mijn tijd is om."):
        debate.said(OTHER, words)
    far = debate.said(MINISTER, "De fabriek in Weert draait al jaren.")
    one = reserved(Question(asked, (), "answered", (far,)), "nl")
    found = made(replace(debate.summary(questions=(one,), asked=(one.fared,)), party=None, role="government"))
    assert text(section(found, "answered")) == f"Jansen (SP): {asked.text}[1] / → Mogelijk: {far.text}[2]"
    assert ("Vragen aan de regering", "1 vraag: 1 beantwoord (waarvan 1 mogelijk)") in found.facts
    ledger = questions_text(debate.meeting, [one] * 2, [Citation(1, far, "Proef")], "nl")
    assert "2 beantwoord (waarvan 2 mogelijk)" in ledger and ledger.count(": mogelijk beantwoord\n") == 2  # the ledger says so too
    led = debate.said(MINISTER, "De heer Jansen vroeg wie de dozen in het magazijn controleert. Ja, dat klopt.")
    yes = Quote(led.turn, led.turn.text.index("Ja,"), led.end)
    assert reserved(Question(asked, (), "answered", (yes,)), "nl").fared == "answered"
    both = Question(asked, (), "answered", (far, yes))
    assert shown_answer(both) == (yes,) and reserved(both, "nl").fared == "answered"  # what tells goes before what does not
    reply = debate.said(MEMBER, "Wie dan?")
    near = debate.said(MINISTER, "De inspectie.")
    assert reserved(Question(reply, (), "answered", (near,)), "nl").fared == "answered"


def test_what_is_asked_in_one_item_stands_apart_where_there_is_room(debate: Debate) -> None:
    """Each half with its own answer, the half that points back with what it is about; a half that no answer tells is left to the ledger."""
    speech = "Mag elke bewoner binnen zes weken naar de tandarts? De tolken willen wij schrappen. Hoeveel geven we daar aan uit? Wie controleert dat?"
    told = "Een termijn van zes weken voor de tandarts kan ik niet toezeggen. Aan tolken gaven wij 1,2 miljoen euro uit."
    asked, said = debate.said(MEMBER, speech), debate.said(MINISTER, told)
    first, wish, second, third = (Quote(asked.turn, a, b) for a, b in spans(speech))
    answers = tuple(Quote(said.turn, a, b) for a, b in spans(told))
    one = Question(first, (second, third), "answered", answers)
    shown = [(q.quote.text, [a.text for a in q.answers]) for q in everything(debate.summary(questions=(one,)), "nl").questions]
    assert shown == [(first.text, [answers[0].text]), (f"{wish.text} {second.text}", [answers[1].text])]


def test_of_a_question_answered_in_part_the_other_half_stands_with_it(debate: Debate) -> None:
    """ "Deels" is only understood beside what was asked and not answered; so on the government's page too."""
    speech = "Hoeveel projecten liggen er stil? En hoeveel woningen zijn daarmee gemoeid?"
    asked, said = debate.said(MEMBER, speech), debate.said(MINISTER, "Er liggen zeventien projecten stil.")
    first, second = (Quote(asked.turn, a, b) for a, b in spans(speech))
    summary = debate.summary(questions=(Question(first, (second,), "partly", (said,)),))
    for page in (summary, replace(summary, party=None, role="government")):
        assert [q.quote.text for q in keep(page, points(page), "nl").questions] == [speech]


def test_what_stands_above_is_not_said_again(debate: Debate) -> None:
    """An interruption that is on the page as a question or a position is not put there twice."""
    asked = debate.question("Wat vindt de minister van snelladers?")
    found = made(debate.summary(questions=(asked,), given=(Interruption(asked.quote, MINISTER),)))
    assert text(section(found, "given")) == "Tegen Minister Harbers: zie hierboven[1]"
    assert found.quotes.count(asked.quote) == 1


def test_what_stands_above_within_more_is_named_by_that_and_an_answer_within_more_is_said(debate: Debate) -> None:
    """ "zie hierboven" leads to a number that stands above; what answers a question inside a longer answer to another is not looked for there."""
    asked = debate.said(MEMBER, "De kade is kapot. Komt er geld?")
    said = debate.said(MINISTER, "Dat komt er in mei. De reders krijgen een brief.")
    inside, answer = (Quote(q.turn, *spans(q.text)[at]) for q, at in ((asked, 1), (said, 1)))
    other = debate.said(MEMBER, "Krijgen de reders een brief?")
    questions = (Question(asked, (), "answered", (said,)), Question(other, (), "answered", (answer,)))
    found = made(debate.summary(questions=questions, given=(Interruption(inside, MINISTER),)))
    assert text(section(found, "given")) == "Tegen Minister Harbers: zie hierboven[1]"
    assert answer.text in [q.text for q in found.quotes] and "zie hierboven" not in text(section(found, "questions"))


def test_on_the_page_of_the_government_what_a_promise_answers_and_an_interruption_asks_stands_once(debate: Debate) -> None:
    """ "zie hierboven → zie hierboven" takes the room of a question that is answered nowhere else; on the page of who asked it stands."""
    put = debate.said(MEMBER, "Wil de minister de sluiswachter bellen?")
    promised = Commitment(debate.said(MINISTER, "Ja, ik bel hem nog."), "Harbers", (), None, "debate", asked=put)
    other = debate.question("Wat kost de sluis?")
    page = debate.summary(
        questions=(Question(put, (), "answered", (promised.quote,)), other),
        commitments=(promised,),
        received=(Interruption(put, MEMBER), Interruption(debate.said(MEMBER, "Dat is te laat."), MEMBER)),
    )
    left = supported(replace(page, party=None, role="government"), "nl")
    assert [q.quote for q in left.questions] == [other.quote] and [i.quote.text for i in left.received] == ["Dat is te laat."]
    assert len(supported(page, "nl").questions) == 2


def test_a_bare_yes_stands_with_what_it_says_yes_to(debate: Debate) -> None:
    """A promise of few words comes with the question it answers and who put it, also where that stands above already."""
    asked = debate.said(MEMBER, "Wil de minister de brief voor de zomer sturen?")
    promised = Commitment(debate.said(MINISTER, "Ja, dat doe ik."), "Harbers", (), None, "debate", asked=asked)
    found = made(debate.summary(commitments=(promised,)))
    assert text(section(found, "commitments")) == f"Op de vraag van Jansen: {asked.text}[1] / → Ja, dat doe ik.[2]"
    again = made(debate.summary(questions=(Question(asked, (), "answered", (promised.quote,)),), commitments=(promised,)))
    assert text(section(again, "commitments")) == f"Op de vraag van Jansen: {asked.text}[1] / → Ja, dat doe ik.[2]"


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("Ik kan daar nu nog niets over zeggen. Ik kom daar na de zomer op terug.", "Nog geen antwoord"),
        ("Daar kom ik in het najaar op terug.", "Nog geen antwoord"),
        ("Het zijn er twaalf. Op de kosten kom ik in mei per brief terug.", "Deels"),
    ],
)
def test_what_is_put_off_is_said_to_be_no_answer_yet(debate: Debate, said: str, how: str) -> None:
    """On the page and in the ledger; what tells a part of it is an answer in part."""
    asked = debate.said(MEMBER, "Hoeveel sluizen zijn er, en wat kosten die?")
    answer = debate.said(MINISTER, said)
    one = reserved(Question(asked, (), "partly", (answer,)), "nl")
    assert text(section(made(debate.summary(questions=(one,))), "questions")) == f"{asked.text}[1] / → {how}: {said}[2]"
    ledger = questions_text(debate.meeting, [one] * 2, [Citation(1, answer, "Proef")], "nl")
    assert ("regering: 2 nog zonder antwoord." in ledger) == (ledger.count(": nog geen antwoord\n") == 2) == (how != "Deels")


def test_a_term_in_the_chair_s_words_only_is_said_to_be_the_list_s(debate: Debate) -> None:
    """Where the promise says "in het najaar" and the list "in het vierde kwartaal", the page tells whose term it gives; where both say it, it is just the term."""
    said = debate.said(MINISTER, "Ik kom er in het najaar bij de Kamer op terug.")
    read = debate.said(Speaker("Postma", None, "chair"), "De minister komt er in het vierde kwartaal van 2024 op terug.")
    promised = Commitment(said, "Harbers", (), Deadline("in het vierde kwartaal van 2024", "2024-10-01", "2024-12-31"), "both", listed=read)
    shown = text(section(made(debate.summary(commitments=(promised,))), "commitments"))
    assert shown.endswith("Termijn op de lijst van de voorzitter: in het vierde kwartaal van 2024")
    alike = replace(
        promised, deadline=Deadline("In het najaar", "2024-09-01", "2024-11-30")
    )  # a term that begins a sentence stands within ours
    assert text(section(made(debate.summary(commitments=(alike,))), "commitments")).endswith(
        "Termijn: in het najaar; op de lijst van de voorzitter"
    )
