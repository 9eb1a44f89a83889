"""The transcript as a readable page: turns with their speakers, pages in the margin, notices apart, events between."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from rag.render.colours import hue
from rag.render.encode import attrs, enc
from rag.render.html import LABELS, speaker_html
from rag.render.wording import WORDS, status_of
from rag.text import spelled
from rag.types import Event, Language, Meeting, Motion, Turn

BLOCK_TURNS, BLOCK_CHARS = 50, 40_000  # a block of turns ends at whichever comes first
Json = dict[str, Any]


# --- the whole record, as a plan ----------------------------------------------------------------


def outline(meeting: Meeting, turns: Sequence[Turn], language: Language = "nl") -> Json:
    """What a reader needs to find a way in a record without having its text: blocks of turns and their size, speakers, pages.

    ``turns``: all of its turns, in spoken order.

    Returns:
        ``blocks`` {first, last, chars, paragraphs} to fetch one by one, ``speakers`` {label, party, hue, turns} in order of their first
        turn, ``pages`` [page, turn, offset] where each page starts; plain text, to be shown as text.
    """
    return {
        "meeting": meeting.id,
        "title": meeting.title,
        "date": spelled(meeting.date, language) if meeting.date else None,
        "reference": meeting.reference,
        "status": status_of(meeting, language) or None,
        "language": meeting.language,
        "turns": len(turns),
        "blocks": _blocks(turns),
        "speakers": _speakers(turns, language),
        "pages": _pages(turns),
    }


def _blocks(turns: Sequence[Turn]) -> list[Json]:
    blocks: list[Json] = []
    for turn in turns:
        size, paragraphs = len(turn.text), turn.text.count("\n") + 1
        last = blocks[-1] if blocks else None
        if last is None or turn.number - last["first"] >= BLOCK_TURNS or last["chars"] + size > BLOCK_CHARS:
            blocks.append({"first": turn.number, "last": turn.number, "chars": size, "paragraphs": paragraphs})
        else:
            last.update(last=turn.number, chars=last["chars"] + size, paragraphs=last["paragraphs"] + paragraphs)
    return blocks


def _speakers(turns: Sequence[Turn], language: Language) -> list[Json]:
    found: dict[str, Json] = {}
    for turn in turns:
        label, party = turn.speaker.called(language), turn.speaker.party
        row: Json = {"label": label, "party": party, "hue": hue(party) if party else None, "turns": []}
        found.setdefault(label, row)["turns"].append(turn.number)
    return list(found.values())


def _pages(turns: Sequence[Turn]) -> list[list[int]]:
    found: list[list[int]] = []
    for turn in turns:
        found += [[page, turn.number, offset] for offset, page in turn.page_starts if not found or page != found[-1][0]]
    return found


# --- a window of turns --------------------------------------------------------------------------


def record_window_html(
    turns: Sequence[Turn],
    events: Iterable[Event] = (),
    motions: Iterable[Motion] = (),
    before: Turn | None = None,
    interruptions: Collection[int] = (),
    language: Language = "nl",
) -> str:
    """Consecutive turns as they are read.

    In an element with ``data-at`` stands the text of the turn from that offset on, and nothing else: page numbers, labels and the like
    hold no text of their own, so that an offset into the turn finds its place on the page and back.

    ``turns``: in spoken order, without gaps; ``events``, ``motions``: all of the meeting, those that belong to these turns are shown;
    ``before``: the turn before the first one, which tells whether a page starts here; ``interruptions``: numbers of turns that break in on
    someone's speech, and are indented.
    """
    between: dict[int, str] = defaultdict(str)
    for event in events:
        tag = "h3" if event.kind == "subject" else "p"
        between[event.after_turn] += f'<{tag} class="gf-event gf-event-{event.kind}">{enc(event.text)}</{tag}>'
    moved = [*motions]
    html = between[0] if before is None else ""
    page = before.page_last if before else None
    for turn in turns:
        own = [motion for motion in moved if motion.turn == turn.number]
        html += _turn_html(turn, own, page, turn.number in interruptions, language) + between[turn.number]
        page = turn.page_last
    return html


def link_to(meeting: str, turn: int) -> str:
    """The address of a turn, relative to the page: ``?meeting=…&turn=…``."""
    return f"?{urlencode({'meeting': meeting, 'turn': turn})}"


def _turn_html(turn: Turn, motions: Iterable[Motion], page: int | None, interrupts: bool, language: Language) -> str:
    label, number = LABELS[language], turn.number
    whole = any(start <= 0 and end >= len(turn.text.rstrip()) for start, end in turn.unquotable)
    kinds = f"gf-turn gf-role-{turn.speaker.role}{' gf-interruption' if interrupts else ''}{' gf-unquotable' if whole else ''}"
    kind = f' <span class="gf-kind">{label["interruption"]}</span>' if interrupts else ""
    link = attrs(href=link_to(turn.meeting, number), aria_label=label["link"].format(turn=number))
    # for whoever cannot or does not want to select words
    picked = attrs(aria_label=label["pick_from"].format(turn=number))
    pick = "" if whole else f'<button type="button" class="gf-pick" data-pick=""{picked}>{label["pick"]}</button>'
    paragraphs = "".join(_paragraph_html(turn, a, b, motions, page, whole, language) for a, b in _paragraphs(turn.text))
    return (
        f'<section class="{kinds}" data-turn="{number}" tabindex="-1" aria-labelledby="gf-turn-{number}">'
        f'<header class="gf-turn-head"><h3 id="gf-turn-{number}">{speaker_html(turn.speaker, language)}{kind}</h3>'
        f'{pick}<a class="gf-link" data-link=""{link}>{number}</a></header><div class="gf-text">{paragraphs}</div></section>'
    )


# between two items of a list: "… per brief. - De minister …", "…; 2. Er komt …"
_BETWEEN = re.compile(r"(?<=[.;:?!]) (?=(?:[-–—•]|\d{1,2}[.)]) \w)")
_ITEM = re.compile(r"(?:[-–—•]|\d{1,2}[.)]) ")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a turn stand: each to its line end, and in a paragraph that begins as an item of a list each item to its own.

    The reader joins short lines by a space where the measure may have broken them; what a list holds is still read item by item.
    """
    for line in re.finditer(r"[^\n]+", text):
        start, end = line.span()
        for gap in _BETWEEN.finditer(text, start, end) if _ITEM.match(text, start) else ():
            yield start, gap.end()
            start = gap.end()
        if text[start:end].strip():
            yield start, end


def _paragraph_html(turn: Turn, start: int, end: int, motions: Iterable[Motion], page: int | None, whole: bool, language: Language) -> str:
    """One paragraph: page starts as empty marks where they stand, notices in an element of their own."""
    notices = () if whole else tuple((a, b) for a, b in turn.unquotable if a < end and start < b)
    pages = {offset: number for offset, number in turn.page_starts if start <= offset < end and not (offset == 0 and number == page)}
    cuts = sorted({start, end, *pages, *(min(max(edge, start), end) for span in notices for edge in span)})
    label, html = LABELS[language], ""
    note = attrs(aria_label=label["notice"], data_label=label["notice"])
    for a, b in zip(cuts, cuts[1:], strict=False):
        if at := pages.get(a):
            shown = attrs(data_page=at, data_label=f"{WORDS[language]['page']} {at}", aria_label=label["page_starts"].format(page=at))
            html += f'<span class="gf-page" role="separator"{shown}></span>'
        piece, apart = enc(turn.text[a:b]), any(x <= a and b <= y for x, y in notices)
        html += f'<span class="gf-notice" role="note"{note}>{piece}</span>' if apart else piece
    moved = ' class="gf-motion"' if any(m.start <= start < m.end for m in motions) else ""
    return f'<p data-at="{start}"{moved}>{html}</p>'
