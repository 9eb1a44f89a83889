"""Charts: well-formed SVG that says its numbers in words and in the picture."""

from __future__ import annotations

import re
import sys
from xml.etree.ElementTree import Element, fromstring

import pytest

from rag.render.charts import Outcome, interruptions_chart, questions_chart, speaking_chart

SVG = "{http://www.w3.org/2000/svg}"
NASTY = 'Groep <b>"Bontes"</b> & Van\u00a0Klaveren'


def texts(svg: str) -> list[str]:
    return ["".join(e.itertext()) for e in fromstring(svg).iter(f"{SVG}text")]


def bars(svg: str) -> list[Element]:
    return [e for e in fromstring(svg).iter(f"{SVG}rect") if "accent" in e.attrib["fill"]]


def test_speaking_bars_are_in_proportion() -> None:
    """The longest speaker fills the room, the others their share of it, and each bar has its number in Dutch figures."""
    svg = speaking_chart([("regering", 74, 12000), ("SP", 11, 3000), (NASTY, 1, 0)], "nl")
    widths = [float(bar.attrib["width"]) for bar in bars(svg)]
    assert widths[1] == pytest.approx(widths[0] / 4, abs=0.1) and 0 < widths[2] < 5
    assert "12.000 (74 beurten)" in texts(svg) and "0 (1 beurt)" in texts(svg)
    assert "12,000 (74 turns)" in texts(speaking_chart([("x", 74, 12000)], "en"))


def test_interruptions_add_up_and_keep_direction() -> None:
    """A pair given twice is one cell with the sum; the other direction is another cell."""
    svg = interruptions_chart([("SP", "VVD", 2), ("SP", "VVD", 1), ("VVD", "SP", 7), ("CDA", "SP", 0)], "nl")
    assert sorted(t for t in texts(svg) if t.isdigit()) == ["3", "7"] and "CDA" not in texts(svg)
    assert "SP → VVD: 3 keer" in fromstring(svg).attrib["aria-label"]


def test_question_bars_show_every_count() -> None:
    """Answered, partly and open stand as numbers in the bar, and in words in the label."""
    svg = questions_chart([Outcome("SP", 5, 2, 3), Outcome("CDA", 0, 0, 9)], "nl")
    assert [t for t in texts(svg) if t.isdigit()] == ["5", "2", "3", "10", "9", "9"]
    assert "SP: 5 beantwoord, 2 deels beantwoord, 3 niet beantwoord" in fromstring(svg).attrib["aria-label"]


def test_what_may_not_be_the_answer_is_drawn_as_that() -> None:
    """Where it is not sure that a question was answered, the bar, the legend and the label say "mogelijk"."""
    svg = questions_chart([Outcome("SP", 5, 2, 3, perhaps=4), Outcome("CDA", 1, 0, 0)], "nl")
    assert [t for t in texts(svg) if t.isdigit()] == ["5", "4", "2", "3", "14", "1", "1"] and "mogelijk beantwoord" in texts(svg)
    assert "SP: 5 beantwoord, 4 mogelijk beantwoord, 2 deels beantwoord" in fromstring(svg).attrib["aria-label"]
    assert "mogelijk beantwoord" not in texts(questions_chart([Outcome("SP", 5, 2, 3)], "nl"))


def test_many_parties_make_a_grid_wider_and_no_column_too_narrow() -> None:
    """Names at a slant and numbers of two figures have room, also where fifteen were interrupted."""
    svg = fromstring(interruptions_chart([("GroenLinks-PvdA", f"Partij {n:02d}", 11) for n in range(15)], "nl"))
    cells = sorted(float(r.attrib["x"]) for r in svg.iter(f"{SVG}rect"))
    assert min(b - a for a, b in zip(cells, cells[1:], strict=False)) >= 24 and cells[-1] + 24 < float(svg.attrib["width"])
    assert (
        fromstring(interruptions_chart([("SP", "VVD", 1)], "nl")).attrib["width"]
        == fromstring(speaking_chart([("SP", 1, 1)], "nl")).attrib["width"]
    )


@pytest.mark.parametrize("counts", [(90, 1, 1, 1), (1, 1, 1, 1), (40, 40, 0, 3), (0, 0, 9, 0)])
def test_a_bar_has_room_for_its_number_and_stays_inside(counts: tuple[int, int, int, int]) -> None:
    """However uneven the counts, each part of a bar is as wide as its number needs, and none goes past the edge of the picture."""
    svg = fromstring(questions_chart([Outcome("GroenLinks-PvdA", *counts), Outcome("SP", 1, 0, 0)], "nl"))
    bars = [r for r in svg.iter() if r.tag.endswith("rect") and float(r.attrib["y"]) < 40]
    assert all(
        float(r.attrib["width"]) >= 14 and float(r.attrib["x"]) + float(r.attrib["width"]) < float(svg.attrib["width"]) - 20 for r in bars
    )
    assert len(bars) == sum(map(bool, counts)) + 1


def test_any_name_is_safe_and_nothing_is_loaded() -> None:
    """Metacharacters stay text, and a chart refers to nothing outside itself."""
    for svg in (
        speaking_chart([(NASTY, 1, 1)], "nl"),
        interruptions_chart([(NASTY, NASTY, 1)], "nl"),
        questions_chart([Outcome(NASTY, 1, 1, 1)], "nl"),
    ):
        assert any(t.startswith('Groep <b>"Bontes"</b>') for t in texts(svg))
        assert not re.search(r"href|url\(|<script|<b>", svg)


def test_nothing_to_show_is_said() -> None:
    """Without data a chart says so, and is still a chart."""
    for svg in (speaking_chart([], "nl"), interruptions_chart([], "nl"), questions_chart([], "nl")):
        assert texts(svg) == ["Geen gegevens"]


def test_long_names_stay_inside_the_picture() -> None:
    """A name of any length leaves room for the bar."""
    svg = speaking_chart([("x" * 200, 1, 10), ("SP", 1, sys.maxsize)], "nl")
    assert all(float(bar.attrib["x"]) + float(bar.attrib["width"]) < 640 and float(bar.attrib["width"]) > 0 for bar in bars(svg))
