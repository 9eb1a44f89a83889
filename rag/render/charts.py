"""Charts as self-contained SVG: who spoke how long, who interrupted whom, which questions were answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from rag.render.wording import OUTCOME, PAGE, grouped, short
from rag.tables import Words
from rag.types import Language

# What a page around a chart may set; text takes the page's own colour, so a chart is right in the dark as well.
ACCENT = "var(--chart-accent, #1f4e79)"
SOFT = "var(--chart-soft, #9db8d2)"
WARN = "var(--chart-warn, #b3541e)"
ON_ACCENT = "var(--chart-on-accent, #ffffff)"
FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
WIDTH = 460  # on a telephone it is drawn at three quarters: the letters can still be read
LEAST = 16  # of a bar with a number in it
NARROW = 24.0  # a column of the grid whose slanted name keeps off the next
AROUND = 150  # room beside the grid for what is said there
ROW = 26
SIZE = 13
MOST = 28  # letters of a name
LETTER = 7.1  # pixels a letter of SIZE takes on average, on the wide side

_WORDS = Words("sheet.charts")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the questions of one party fared: a row of `questions_chart`."""

    label: str
    answered: int
    partly: int
    open: int
    perhaps: int = 0
    later: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def counts(self) -> dict[str, int]:
        """How many fared in which way, in the order drawn; the ways that are rare only where there are such."""
        return {kind: count for kind in _KINDS if (count := getattr(self, kind)) or kind not in {"perhaps", "later"}}


def speaking_chart(speaking: Sequence[tuple[str, int, int]], language: Language) -> str:
    """Who spoke how long, as bars. ``speaking``: (label, turns, words), in the order shown; `Overview.speaking` fits."""
    word = PAGE[language] | _WORDS[language]
    if not speaking:
        return _empty(word["speaking"], word["none"])
    left = _room([label for label, _, _ in speaking])
    turned = [word["turn"] if turns == 1 else word["turns"].format(turns) for _, turns, _ in speaking]
    values = [f"{grouped(words, language)} ({said})" for (_, _, words), said in zip(speaking, turned, strict=True)]
    room = WIDTH - left - max(len(v) for v in values) * LETTER - 16
    longest = max(words for _, _, words in speaking) or 1
    rows = []
    for index, ((label, _, words), value) in enumerate(zip(speaking, values, strict=True)):
        y = index * ROW
        size = max(2.0, room * words / longest)
        rows.append(_label(left - 8, y, label))
        rows.append(f'<rect x="{left}" y="{y + 5}" width="{size:.1f}" height="{ROW - 10}" rx="2" fill="{ACCENT}"/>')
        rows.append(_text(left + size + 8, y + ROW / 2, value))
    told = "; ".join(f"{label} {value}" for (label, _, _), value in zip(speaking, values, strict=True))
    return _svg(WIDTH, len(speaking) * ROW, word["speaking"], told, rows)


def interruptions_chart(interruptions: Sequence[tuple[str, str, int]], language: Language) -> str:
    """Who interrupted whom, as a grid: rows broke in on columns; the darker, the more often, with the number in it.

    ``interruptions``: (by, of, times); `Overview.interruptions` fits.
    """
    word = PAGE[language] | _WORDS[language]
    counts: dict[tuple[str, str], int] = {}
    for by, of, times in interruptions:
        counts[by, of] = counts.get((by, of), 0) + times
    counts = {pair: times for pair, times in counts.items() if times > 0}
    if not counts:
        return _empty(word["interruptions"], word["none"])
    rows = _ranked({by: sum(n for (b, _), n in counts.items() if b == by) for by, _ in counts})
    columns = _ranked({of: sum(n for (_, o), n in counts.items() if o == of) for _, of in counts})
    told = "; ".join(f"{by} → {of}: {word['times'].format(counts[by, of])}" for by in rows for of in columns if (by, of) in counts)
    left, top = _room([*rows, word["by"]]), _room(columns, slant=0.62, around=22)
    cell = max(NARROW, min(44.0, (WIDTH - left - AROUND) / len(columns)))
    wide = max(WIDTH, round(left + cell * len(columns) + AROUND))
    parts = [
        _text(left - 8, top - 10, word["by"], "end", "0.7"),
        _text(left + cell * len(columns) + 8, top - 10, word["of"], opacity="0.7"),
    ]
    parts += [_slanted(left + cell * (at + 0.5), top - 8, name) for at, name in enumerate(columns)]
    most = max(counts.values())
    for down, by in enumerate(rows):
        parts.append(_label(left - 8, top + down * ROW, by))
        parts += [_cell(left + across * cell, top + down * ROW, cell, counts.get((by, of), 0), most) for across, of in enumerate(columns)]
    return _svg(wide, top + len(rows) * ROW, word["interruptions"], told, parts)


def questions_chart(outcomes: Sequence[Outcome], language: Language) -> str:
    """How many questions of each party were answered, perhaps answered, answered in part, put off, or left open, as stacked bars with their numbers.

    ``outcomes``: a row for each party, in the order shown.
    """
    word = PAGE[language] | _WORDS[language] | OUTCOME[language]
    if not any(o.total for o in outcomes):
        return _empty(word["questions"], word["none"])
    left = _room([o.label for o in outcomes])
    room = WIDTH - left - 40
    unit = min((room - LEAST * (sum(map(bool, o.counts.values())) - 1)) / o.total for o in outcomes if o.total)
    parts: list[str] = []
    for index, outcome in enumerate(outcomes):
        y, x = index * ROW, float(left)
        parts.append(_label(left - 8, y, outcome.label))
        for kind, count in outcome.counts.items():
            if count:
                wide = max(LEAST, count * unit)
                parts.append(_segment(x, y, wide, kind))
                parts.append(_text(x + wide / 2, y + ROW / 2, str(count), "middle", fill=_INK.get(kind, "currentColor")))
                x += wide
        parts.append(_text(x + 8, y + ROW / 2, str(outcome.total), opacity="0.7"))
    kinds = [kind for kind in _KINDS if any(kind in o.counts for o in outcomes)]
    key, rows = _legend(left, len(outcomes) * ROW + 10, kinds, word)
    told = "; ".join(f"{o.label}: {', '.join(f'{count} {word[kind]}' for kind, count in o.counts.items())}" for o in outcomes)
    return _svg(WIDTH, (len(outcomes) + rows) * ROW + 10, word["questions"], told, [*parts, *key])


# --- pieces -----------------------------------------------------------------------------------------

_KINDS = ("answered", "perhaps", "partly", "later", "open")
_FILL = {"answered": ACCENT, "partly": SOFT}
_INK = {"answered": ON_ACCENT, "partly": "#10263c"}
_EDGE = {
    "perhaps": f' stroke="{ACCENT}" stroke-width="1.5"',
    "later": f' stroke="{WARN}" stroke-width="1.5"',
    "open": f' stroke="{WARN}" stroke-width="1.5" stroke-dasharray="4 2"',
}


def _svg(width: int, height: float, title: str, told: str, parts: Sequence[str]) -> str:
    """The chart with its words: what it shows is also said, for whoever does not see it."""
    label = escape(f"{title}. {told}", quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" width="{width}" height="{height:.0f}" role="img" '
        f'aria-label="{label}" style="max-width:100%;height:auto" font-family="{FONT}" font-size="{SIZE}" fill="currentColor">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def _empty(title: str, said: str) -> str:
    return _svg(WIDTH, ROW, title, said, [_text(0, ROW / 2, said, opacity="0.7")])


def _text(x: float, y: float, text: str, anchor: str = "start", opacity: str = "1", fill: str = "currentColor") -> str:
    look = f' text-anchor="{anchor}"' if anchor != "start" else ""
    faint = f' opacity="{opacity}"' if opacity != "1" else ""
    colour = f' fill="{fill}"' if fill != "currentColor" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" dy="0.35em"{look}{faint}{colour}>{escape(text)}</text>'


def _label(x: float, y: float, text: str) -> str:
    return _text(x, y + ROW / 2, short(text, MOST), "end")


def _slanted(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" transform="rotate(-38 {x:.1f} {y:.1f})">{escape(short(text, MOST))}</text>'


def _room(labels: Sequence[str], slant: float = 1.0, around: int = 16) -> int:
    """What the longest of these names takes before the bars, or slanted above the grid."""
    return round(max(len(short(label, MOST)) for label in labels) * LETTER * slant) + around


def _ranked(totals: dict[str, int]) -> list[str]:
    return sorted(totals, key=lambda name: (-totals[name], name))


def _cell(x: float, y: float, width: float, count: int, most: int) -> str:
    box = f'x="{x + 1:.1f}" y="{y + 1:.1f}" width="{width - 2:.1f}" height="{ROW - 2}" rx="2"'
    if not count:
        return f'<rect {box} fill="currentColor" opacity="0.05"/>'
    share = count / most
    strength = 0.15 + 0.4 * share if share <= 0.5 else 0.7 + 0.3 * share  # never so grey that no ink reads well on it
    ink = ON_ACCENT if share > 0.5 else "currentColor"
    return f'<rect {box} fill="{ACCENT}" opacity="{strength:.2f}"/>' + _text(x + width / 2, y + ROW / 2, str(count), "middle", fill=ink)


def _segment(x: float, y: float, width: float, kind: str) -> str:
    edge = _EDGE.get(kind, "")
    return f'<rect x="{x + 1:.1f}" y="{y + 5}" width="{max(1.0, width - 2):.1f}" height="{ROW - 10}" rx="2" fill="{_FILL.get(kind, "none")}"{edge}/>'


def _legend(left: float, y: float, kinds: Sequence[str], word: dict[str, str]) -> tuple[list[str], int]:
    """What each kind of bar is, and how many rows that takes."""
    parts, x, rows = [], float(left), 1
    for kind in kinds:
        wide = 26 + len(word[kind]) * LETTER
        if x + wide > WIDTH and x > left:
            x, rows = float(left), rows + 1
        at = y + (rows - 1) * ROW
        parts += [_segment(x, at, 20, kind), _text(x + 26, at + ROW / 2, word[kind])]
        x += wide + 18
    return parts, rows
