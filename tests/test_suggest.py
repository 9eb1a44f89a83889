"""Questions to begin with, made from the debate."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.settings import load
from rag.types import Filter, Language

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


def test_another_debate_gets_its_own(shared: Path, tmp_path: Path) -> None:
    """Debates of another form and subject get questions from their own words and parties, or none when nothing was said."""
    other = Assistant(load(home=tmp_path))
    try:
        report = other.ingest(sorted((shared / "vlos").glob("*.xml"))[:3])
        assert len(report.meetings) >= 2
        seen: set[str] = set()
        for meeting in (m.meeting for m in report.meetings):
            found = other.suggestions(meeting)
            cast = {s.party for _, s, _ in other.index.shelf.speakers((meeting,)) if s.party}
            assert all(any(party in q for party in cast) or "minister" in q or "staatssecretaris" in q for q in found)
            assert not seen & set(found)
            seen |= set(found)
        assert len(seen) >= 6
    finally:
        other.close()
