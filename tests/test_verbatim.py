"""The writer without a model: what leans is shown with what it leans on, and a position is the speaker's own."""

from __future__ import annotations

import pytest

from rag.hearsay import names_of, tells_of_others
from rag.text import sentences
from rag.types import Claim, Passage, Speaker, Turn
from rag.verbatim import Candidate, write
from rag.verify import verify

SPEECH = (
    "Mevrouw Kuik vroeg naar het gesprek met de gemeenten. Dat gaan we doen. Ik stuur de Kamer in mei een brief. "
    "Het college van Urk is daar blij mee. Ja. Wij bouwen in Urk vier scholen."
)


def written(*chosen: int, unquotable: tuple[tuple[int, int], ...] = ()) -> list[Claim]:
    speaker = Speaker("De Wit", None, "government", "Minister")
    turn = Turn("m", 3, speaker, "Minister De Wit:", SPEECH, unquotable=unquotable)
    passage = Passage(1, turn, 1.0, sentences(SPEECH))
    return write([Candidate(passage, index, 1.0, 1.0) for index in chosen])


@pytest.mark.parametrize(
    ("index", "text"),
    [
        (1, "Mevrouw Kuik vroeg naar het gesprek met de gemeenten. Dat gaan we doen."),
        (2, "Ik stuur de Kamer in mei een brief."),
        (4, "Het college van Urk is daar blij mee. Ja."),
    ],
)
def test_what_leans_is_shown_with_what_it_leans_on(index: int, text: str) -> None:
    """One quote of whole sentences on end, which stands as it is; what stands by itself stays alone."""
    (claim,) = written(index)
    assert claim.text == text == claim.quotes[0].text
    assert verify(claim).verdict == "supported"


def test_what_touches_becomes_one_quote() -> None:
    """A sentence and the one that leans on it, both chosen, are one quote and not two that overlap."""
    assert [c.text for c in written(0, 1)] == ["Mevrouw Kuik vroeg naar het gesprek met de gemeenten. Dat gaan we doen."]
    assert len(written(2, 5)) == 2


def test_nobody_is_quoted_for_a_notice_to_lean_on() -> None:
    """A span that no one may be quoted for is never taken along."""
    (claim,) = written(1, unquotable=((0, 30),))
    assert claim.text == "Dat gaan we doen."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De vertegenwoordiger van de ChristenUnie zegt geen voorstander te zijn van molens.", True),
        ("De SP vindt dat het anders moet.", False),
        ("Ik vind dat het anders moet.", False),
        ("Volgens de VVD kan dat niet.", True),
    ],
)
def test_hearsay(text: str, told: bool) -> None:
    """What another party says is not the SP's position; what the SP says of itself is."""
    assert tells_of_others(text, "nl", names_of("SP")) == told
