"""One page per party: what it holds is the party's own, verified, numbered once, and chosen well."""

from __future__ import annotations

from rag.assistant import Assistant
from rag.render import summary_json

SEED = "kst-28638-178"


def test_every_party_gets_a_page_of_its_own_words(assistant: Assistant) -> None:
    """Each party that spoke, then the government: three to five positions, supported, from that party's turns only, chair turns never."""
    pages = assistant.summaries(SEED)
    assert [p.party for p in pages] == ["SP", "ChristenUnie", "PVV", "VVD", "GroenLinks", "CDA", "SGP", None]
    for page in pages:
        assert page.status == "spoke" and 3 <= len(page.positions) <= 5
        for statement in page.positions:
            assert statement.verdict == "supported" and statement.citations
            speaker = statement.claim.quotes[0].turn.speaker
            assert (speaker.party, speaker.role) == (page.party, page.role)
            assert 4 <= len(statement.text.split()) <= 80 and not statement.text.rstrip("\"'”’»)").endswith("?")


def test_one_numbering_over_the_page(assistant: Assistant) -> None:
    """Citations run 1, 2, 3 …, every number used is among them, and each quote is the record's text at that place."""
    for page in assistant.summaries(SEED):
        data = summary_json(page)
        assert [c["number"] for c in data["citations"]] == list(range(1, len(data["citations"]) + 1))
        used = {n for key in ("positions", "announcements", "refusals") for s in data[key] for n in s["citations"]}
        used |= {c["number"] for q in data["questions"] for c in q["answers"]}
        assert used <= {c["number"] for c in data["citations"]}
        for citation in data["citations"]:
            turn = assistant.index.shelf.turn(SEED, citation["turn"])
            assert turn.text[citation["start"] : citation["end"]] == citation["quote"]
        assert data["checked"] == {"quotes": len(data["citations"]), "deviating": 0}


def test_a_party_may_be_named_as_people_name_it(assistant: Assistant) -> None:
    """Case, abbreviations and full names lead to the party as the record prints it; "regering" is the government."""
    assert assistant.summary(SEED, "christen unie").party == "ChristenUnie"
    assert assistant.summary(SEED, "Socialistische Partij").party == "SP"
    government = assistant.summary(SEED, "Regering")
    assert (government.party, government.role, government.status) == (None, "government", "spoke")
    assert government.announcements and government.refusals


def test_who_took_no_part_is_absent(assistant: Assistant) -> None:
    """A party that was not there gets a page that says so, without a single statement."""
    page = assistant.summary(SEED, "D66")
    assert (page.party, page.status, page.turns, page.words) == ("D66", "absent", 0, 0)
    assert not page.positions and not page.citations and not page.not_addressed
