"""A visitor's own collection beside the shared one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.errors import UserError
from rag.types import Filter

OWN = """Tweede Kamer, Vragenuurtje

Verslag van een commissiedebat over de visserij
Vastgesteld 3 maart 2021

De voorzitter:
Goedemorgen. Ik open de vergadering en geef het woord aan mevrouw Bakker.

Mevrouw Bakker (GroenLinks):
Voorzitter. GroenLinks wil dat de garnalenvissers een uitkoopregeling krijgen voor hun schepen.

De heer Jansen (CDA):
Voorzitter. Het CDA vindt dat de garnalenvissers in het Waddengebied moeten kunnen blijven vissen.

De voorzitter:
Ik dank de leden en sluit de vergadering.

Sluiting 11.00 uur.
"""


@pytest.fixture
def visitor(assistant: Assistant, tmp_path: Path) -> Iterator[Assistant]:
    """Someone with an own collection over the bundled debate."""
    made = assistant.beside(tmp_path / "own")
    yield made
    made.close()


def test_an_upload_is_answered_from_and_nobody_else_sees_it(visitor: Assistant, assistant: Assistant) -> None:
    """What a visitor ingests is found beside the shared debate; the shared collection and other visitors do not have it."""
    done = visitor.ingest_bytes(OWN.encode(), "visserij.txt")
    assert {m.id for m, *_ in visitor.meetings()} == {done.meeting, "kst-28638-178"}
    answer = visitor.ask("Wat wil GroenLinks voor de garnalenvissers?")
    assert answer.status == "answered"
    assert {c.quote.turn.meeting for c in answer.citations} == {done.meeting}
    assert [m.id for m, *_ in assistant.meetings()] == ["kst-28638-178"]
    assert assistant.ask("Wat wil GroenLinks voor de garnalenvissers?").status == "declined"
    with pytest.raises(UserError):
        assistant.turns(done.meeting)


def test_the_shared_debate_stays_answered(visitor: Assistant, assistant: Assistant) -> None:
    """A filter on the shared meeting gives the same best passage with and without an own collection."""
    visitor.ingest_bytes(OWN.encode(), "visserij.txt")
    question, where = "Wat wil de SP aan de opvang doen?", Filter(meetings=("kst-28638-178",))
    mine, theirs = visitor.ask(question, where), assistant.ask(question, where)
    assert [p.turn for p in mine.passages[:3]] == [p.turn for p in theirs.passages[:3]]
    assert {c.quote.turn.meeting for c in mine.citations} == {"kst-28638-178"}


def test_the_same_meeting_is_read_from_ones_own(visitor: Assistant, seed_bytes: bytes) -> None:
    """A visitor who uploads another version of a shared meeting sees their own, once, and loses it when they remove it."""
    other = seed_bytes.replace(b"Mensenhandel is moderne slavernij", b"Mensenhandel is hedendaagse slavernij")
    visitor.ingest_bytes(other, "anders.txt")
    assert [m.id for m, *_ in visitor.meetings()] == ["kst-28638-178"]
    assert any("hedendaagse slavernij" in t.text for t in visitor.turns("kst-28638-178"))
    assert len(visitor.index.vectors("slavernij", Filter(), 500)) == visitor.index.count()
    visitor.remove("kst-28638-178")
    assert not any("hedendaagse slavernij" in t.text for t in visitor.turns("kst-28638-178"))


def test_a_visitor_cannot_remove_a_shared_meeting(visitor: Assistant, assistant: Assistant) -> None:
    """Removing is for one's own: the shared debate is not there to remove."""
    with pytest.raises(UserError):
        visitor.remove("kst-28638-178")
    assert assistant.turns("kst-28638-178")


def test_closing_waits_for_whoever_is_reading(home: Path) -> None:
    """An assistant closed while others ask does not take the process down, and they get their answers from it reopened."""
    import threading

    from rag.settings import load

    shared = Assistant(load(home=home))
    answered: list[str] = []
    enough = threading.Event()

    def keep_asking() -> None:
        while not enough.is_set():
            answered.append(shared.ask("Wat vindt de SP van de opvang?", verbatim=True).status)
            if len(answered) >= 12:
                enough.set()

    askers = [threading.Thread(target=keep_asking) for _ in range(4)]
    for asker in askers:
        asker.start()
    while not enough.is_set():
        shared.close()
        enough.wait(0.05)
    for asker in askers:
        asker.join()
    shared.close()
    assert set(answered) == {"answered"}
