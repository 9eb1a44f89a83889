"""Questions to begin with, made from the debate."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.cues import marks
from rag.settings import load
from rag.suggest import _named
from rag.summarise.subjects import Subject
from rag.text import is_question, stem
from rag.types import Filter, Language, Speaker, Turn
from tests.debates import over, printed

SEED = "kst-28638-178"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_six_questions_that_are_answered(assistant: Assistant, language: Language) -> None:
    """Six different questions about several parties and the government; each is answered when it is asked."""
    found = assistant.suggestions(SEED, language)
    assert len(found) == len(set(found)) == 6
    answers = [assistant.ask(question, Filter(meetings=(SEED,)), verbatim=True) for question in found]
    assert all(a.status == "answered" for a in answers)
    assert len({a.understood.filter.parties for a in answers}) >= 3
    assert any("government" in a.understood.filter.roles or not a.understood.filter.parties for a in answers)


def test_they_are_said_as_dutch_says_it(assistant: Assistant) -> None:
    """Parties carry the article they have in speech, or none."""
    text = " ".join(assistant.suggestions(SEED))
    assert "de CDA" not in text and "de GroenLinks" not in text
    assert "de VVD" in text or "de SP" in text or "het CDA" in text


SHORT = """Verslag van een commissiedebat over de nachttrein
Vastgesteld 3 maart 2021

De voorzitter:
Goedemorgen. Ik open de vergadering en geef het woord aan mevrouw Bakker.

Mevrouw Bakker (GroenLinks):
Voorzitter. GroenLinks wil dat de nachttrein naar Wenen elke avond rijdt. De nachttrein is beter dan het vliegtuig. Wat kost een
slaapwagen? Een slaapwagen is nodig. De spoorweg heeft een bijzondere status. Die bijzondere status moet blijven.

De heer Jansen (CDA):
Voorzitter. Het CDA vindt de nachttrein te duur. Waarom betaalt de Minister een slaapwagen, die leeg blijft? Het CDA hecht aan de
bijzondere status.

Mevrouw De Wit (SP):
Voorzitter. De SP wil dat de nachttrein betaalbaar wordt. Een kaartje voor de nachttrein moet 30 euro kosten.

Minister Van Dam:
Voorzitter. De nachttrein rijdt vanaf mei. Ik zeg toe dat ik de Kamer voor de zomer over de slaapwagen informeer. De nachttrein krijgt
geen subsidie.

De voorzitter:
Ik dank de leden en sluit de vergadering.

Sluiting 11.00 uur.
"""


def test_a_short_debate_is_asked_about_too(tmp_path: Path) -> None:
    """What everyone speaks of is then the subject; half of a name for something ("status" of "bijzondere status") is none.
    In English the record's words stand between marks, and a party has its article only where it is said with one."""
    with closing(Assistant(load(home=tmp_path))) as own:
        meeting = own.ingest_bytes(SHORT.encode(), "trein.txt").meeting
        found = own.suggestions(meeting)
        assert len(found) >= 4 and any("de nachttrein" in q for q in found) and not any("de status" in q for q in found)
        english = own.suggestions(meeting, "en")
        assert any("«nachttrein»" in q for q in english) and not any("the GroenLinks" in q for q in english)
        assert all(own.ask(q, Filter(meetings=(meeting,)), verbatim=True).status == "answered" for q in (*found, *english))


def test_what_is_always_one_of_its_kind_has_its_article(tmp_path: Path) -> None:
    """Where the debate only says "een slaapwagen", so does the question: "over slaapwagen" is no Dutch."""
    with over(tmp_path, SHORT.replace("de slaapwagen", "een nieuwe slaapwagen")) as own:
        found = " ".join(own.suggestions(own.meetings()[0][0].id))
    assert "een slaapwagen" in found and "over slaapwagen" not in found and "van slaapwagen" not in found


@pytest.mark.parametrize(
    ("label", "said", "named"),
    [
        ("vrijwilliger", "Elke vrijwilliger telt. Iedere vrijwilliger, ook als vrijwilliger van een dag, is nodig. Dank aan vrijwilligers.", "vrijwilligers"),
        ("sluis", "De sluis is dicht. Wij willen meer sluizen, veilige sluizen en nieuwe sluizen.", "sluizen"),
        ("sluis", "De sluis is dicht. Wij willen sluizen.", "de sluis"),
        ("financiering", "Goede financiering ontbreekt. Meer financiering helpt. Wie kan dat financieren, en financieren wij mee?", "financiering"),
    ],
)  # fmt: skip
def test_of_what_is_counted_one_says_more(label: str, said: str, named: str) -> None:
    """ "Over vrijwilliger" is no Dutch; what the debate says in the plural is asked about so; a verb is no plural."""
    turn = Turn("m", 1, Speaker("Vos", "SP", "member"), "Mevrouw Vos (SP):", said)
    assert _named(Subject(label, frozenset({stem(label)}), 1.0), [turn], "nl") == named


def test_another_debate_gets_its_own(shared: Path, tmp_path: Path) -> None:
    """Debates of another form and subject get questions from their own words and parties, or none when nothing was said."""
    with closing(Assistant(load(home=tmp_path))) as other:
        report = other.ingest(sorted((shared / "vlos").glob("*.xml"), key=lambda path: path.stat().st_size)[:3])
        assert len(report.meetings) >= 2
        seen: set[str] = set()
        for meeting in (m.meeting for m in report.meetings):
            found = other.suggestions(meeting)
            cast = {s.party for _, s, _ in other.index.shelf.speakers((meeting,)) if s.party}
            assert all(any(party in q for party in cast) or "minister" in q or "staatssecretaris" in q for q in found)
            assert not seen & set(found)
            seen |= set(found)
        assert len(seen) >= 6


def test_of_several_debates_each_gets_its_turn(tmp_path: Path) -> None:
    """Questions about the debates in turn; each is answered from its own debate, also when it is asked of all of them."""
    with over(tmp_path, printed("school"), printed("farming"), printed("housing")) as made:
        meetings = [m.id for m, _, _ in made.meetings()]
        found = made.suggestions_of(meetings)
        assert 3 <= len(found) <= 6 and len({q for _, q in found}) == len(found)
        own = {m: set(made.suggestions(m)) for m in meetings}
        first = [made.ask(q, verbatim=True).citations[0].quote.turn.meeting for _, q in found]
        assert [m for m, _ in found] == first and all(q in own[m] for m, q in found) and len(set(first)) > 1
        assert made.suggestions_of(meetings[:1]) == tuple((meetings[0], q) for q in made.suggestions(meetings[0]))


def test_what_is_offered_is_what_is_answered(tmp_path: Path) -> None:
    """Where questions are asked for, a question comes first, and where a view is, no question."""
    with over(tmp_path, SHORT, printed("school"), printed("farming")) as made:
        for meeting in [m.id for m, _, _ in made.meetings()]:
            for question in made.suggestions(meeting):
                said = made.ask(question, Filter(meetings=(meeting,)), verbatim=True).citations[0].quote.text
                asks = is_question(said) or "asks" in marks(said, "nl")
                assert asks == (" vroeg " in question), (question, said)
