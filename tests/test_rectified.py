"""A figure that its speaker set right: no answer shows the wrong one alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.ledgers import asked_in
from rag.questions.line import shown_answer
from tests.debates import over, reported

HELD = "De commissie heeft op 12 maart 2024 overleg gevoerd over vuurtorens."
SAID = """De voorzitter:
Het woord is aan mevrouw Vos.

Mevrouw Vos (D66):
Voorzitter. Hoeveel vuurtorens zijn er vorig jaar geschilderd?

De voorzitter:
De minister.

Minister Peters:
Er zijn vorig jaar 31 vuurtorens geschilderd.

De heer Kok (SP):
Ik noemde 31 vuurtorens. Dat moeten er 30 zijn.

Minister Peters:
{later}
"""


@pytest.mark.parametrize(
    ("later", "right"),
    [
        (
            "Voorzitter. Ik noemde 31 vuurtorens. Ik heb me vergist: het zijn er 13.",
            "Ik noemde 31 vuurtorens. Ik heb me vergist: het zijn er 13.",
        ),
        ("Een rectificatie. Ik zei 31, maar dat moeten er 13 zijn.", "Ik zei 31, maar dat moeten er 13 zijn."),
        ("Ik noemde 31 vuurtorens. Daarvan liggen er 4 op een eiland.", ""),  # nothing is taken back
        ("Ik noemde 31 vuurtorens. Dat is geen fout.", ""),
    ],
)
def test_the_right_figure_stands_beside_the_one_that_was_set_right(tmp_path: Path, later: str, right: str) -> None:
    """In an answer, in the ledger and on the page; another member who names the same figure sets nothing right."""
    with over(tmp_path, reported(HELD, SAID.format(later=later))) as made:
        told = [s.text for s in made.ask("Hoeveel vuurtorens zijn er vorig jaar geschilderd?", verbatim=True).statements]
        (question,) = asked_in(made.index.shelf, made.meetings()[0][0])
    first = "Er zijn vorig jaar 31 vuurtorens geschilderd."
    assert told[:1] == [first] and (right in told if right else not any("noemde" in one for one in told))
    assert [q.text for q in shown_answer(question)] == [first, *([right] if right else [])]
