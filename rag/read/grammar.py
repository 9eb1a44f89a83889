"""The grammar of a report in text form: a table of line kinds, one small function each; what is none of them is text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from rag.read import headings
from rag.read.headings import Heading
from rag.read.lines import Line, clock
from rag.types import EventKind

Kind = Literal["blank", "furniture", "event", "notice", "heading", "aside", "text"]


@dataclass(slots=True)
class Marked:
    """A stretch of lines and what they are. ``heading``, ``event``, ``name`` (of a new chair) and ``times`` where the kind has them."""

    kind: Kind
    lines: list[Line]
    text: str
    heading: Heading | None = None
    event: EventKind | None = None
    name: str | None = None
    times: tuple[str, ...] = ()
    gap: bool = False


@dataclass(slots=True)
class Context:
    """What a line-kind function may look at: all lines, which are page furniture, and what came before."""

    lines: list[Line]
    furniture: frozenset[int]
    done: list[Marked] = field(default_factory=list)
    last: Marked | None = None  # the last mark that is neither blank nor furniture

    def content(self, index: int, count: int = 1) -> list[Line]:
        """Up to ``count`` lines with content from ``index`` on, page furniture and blank lines skipped."""
        rest = (self.lines[at] for at in range(index, len(self.lines)))
        return list(islice((line for line in rest if line.text and line.number - 1 not in self.furniture), count))

    def boundary(self, index: int) -> bool:
        """Whether a new thing can begin at this line: something else than running speech stands before it."""
        if index == 0 or not self.lines[index - 1].text or index - 1 in self.furniture:
            before = self.last
            return before is None or before.kind != "text" or self._blank(index) or _ends(before.text)
        before = self.last
        return before is None or before.kind not in {"text", "notice"} or _ends(before.text)

    def _blank(self, index: int) -> bool:
        """Whether the blank lines before ``index`` are the author's, not those around a page footer."""
        at = index - 1
        while at >= 0 and not self.lines[at].text:
            if self.lines[at].feeds:
                return False
            at -= 1
        return at < index - 1 and at not in self.furniture and not self.lines[index].feeds


def _ends(text: str) -> bool:
    return bool(re.search(r"[.?!:;…»”\"')\]–—-]$", text)) and not re.search(r"[^\W_]-$", text)


def mark(lines: list[Line], furniture: frozenset[int]) -> list[Marked]:
    """What every line is, in order; together the marks hold every line once. ``furniture``: indices of the lines that are that."""
    context = Context(lines, furniture)
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.text or at in furniture:
            found = Marked("furniture" if line.text else "blank", [line], line.text)
        else:
            found = next((one for kind in KINDS if (one := kind(context, at))), None) or Marked("text", [line], line.text)
            found.gap = context._blank(at)
            context.last = found
        context.done.append(found)
        at += len(found.lines)
    return context.done


def _chair(context: Context, at: int) -> Marked | None:
    """ "Voorzitter: X" on a line of its own, with a heading, a griffier, those present or a suspension after it."""
    line = context.lines[at]
    name = headings.chair_change(line.text)
    if name is None:
        return None
    following = context.content(at + 1, 2)
    if following and not (_heading_at(following) or any(begins(following[0].text) for begins in _AFTER_CHAIR)):
        return None
    return Marked("event", [line], line.text, event="chair", name=name)


_FRONT = re.compile(r"^(?:Griffier|Tijdelijk griffier|Aanwezig|Aanvang|Voorzitters|Plv\.? griffier|Leden|Aan de orde)\b", re.IGNORECASE)


def _heading_at(lines: list[Line]) -> Marked | None:
    """The heading that the first one or two of these lines make."""
    first = lines[0].text
    if found := headings.parse(first):
        return Marked("heading", lines[:1], first, heading=found)
    if len(lines) > 1 and headings.may_start(first) and (found := headings.parse(text := _joined(first, lines[1].text))):
        return Marked("heading", lines[:2], text, heading=found)
    return None


def _joined(first: str, second: str) -> str:
    if first.endswith("-"):
        return first[:-1] + second if second[:1].islower() else first + second
    return f"{first} {second}"


def _heading(context: Context, at: int) -> Marked | None:
    """A whole line, or two, that ends in ":" and names a role or a person."""
    lines = [line for line in context.lines[at : at + 2] if line.text and line.number - 1 not in context.furniture]
    found = _heading_at(lines)
    if found is None or found.heading is None:
        return None
    strong = found.heading.paren is not None and found.heading.kind == "person"
    return found if strong or context.boundary(at) else None


_NOTICE = re.compile(
    r"^(?:Deze (?:gewijzigde |nader gewijzigde )?motie is|De motie is|Dit amendement is) (?:voorgesteld|ondertekend|medeondertekend|mede)\b"
)
_NOTICE_BEGINS = re.compile(r"^(?P<heading>[^:]{3,40}:)\s+(?P<words>\S.*)$")
_NOTICE_END = re.compile(r"\bkrijgt (?:het )?nr\.?\s?\S+(?:,?\s+was nr\.[^)]*)?\s*\([^()]{3,40}\)\.$")


def _notice(context: Context, at: int) -> Marked | None:
    """ "De voorzitter: Deze motie is voorgesteld door …" printed inside a member's turn."""
    said = _NOTICE_BEGINS.match(context.lines[at].text)  # on the line of the heading itself
    found = headings.parse(said["heading"] if said else context.lines[at].text)
    following = [said["words"]] if said else [line.text for line in context.content(at + 1, 1)]
    if found is None or found.kind != "chair" or not following or not _NOTICE.match(following[0]):
        return None
    taken: list[Line] = []
    spoken = ""
    for index in range(at, len(context.lines)):
        line = context.lines[index]
        taken.append(line)
        if index in context.furniture:
            continue
        if len(spoken) > 1200 or (index > at and line.text and headings.parse(line.text)):
            break
        spoken = f"{spoken} {line.text}".strip()
        if _NOTICE_END.search(spoken):
            return Marked("notice", taken, line.text)
    return None


_HOURS = r"(\d{1,2}[.:]\d{2})\s*(?:uur)?"
_SUSPENSION = re.compile(
    rf"^(?:De|Het) \w+(?: \w+)? (?:wordt|is) (?:(?:van|vanaf|tussen) {_HOURS}\s*(?:tot|en)\s*{_HOURS}|te {_HOURS}|om {_HOURS}|[\w ]{{0,60}}?)?\s?(?:uur )?geschorst\.?$|"
    rf"^Schorsing(?: van {_HOURS}\s*tot\s*{_HOURS}\s*(?:uur)?)?\.?$"
)
_CLOSING = re.compile(
    rf"^Sluiting(?: van de vergadering)?(?:\s*:)?(?: te| om| omstreeks)?(?: {_HOURS})?\.?$|^De (?:vergadering|bijeenkomst) wordt (?:om|te) {_HOURS} gesloten\.?$"
)
_PROCEEDING = re.compile(
    r"^(?:De (?:algemene |openbare )?(?:beraadslaging|vergadering|stemming|behandeling)(?: over [^.]{1,120})? wordt (?:[\w. ]{1,50} )?(?:geopend|gesloten|hervat|heropend)\.?|"
    r"(?:Eerste|Tweede|Derde) termijn(?: van de (?:zijde|kant) van de (?:Kamer|commissie|regering))?\.?)$"
)
# one sentence, which may hold a bracket ("(CD d.d. 21/05)"); what the chair says goes on after it
_SUBJECT = re.compile(r"^Aan de orde (?:is|zijn|komt|komen)\b(?:[^.?!()]|\([^()]*\)|\.(?=\S)|(?<=nr)\.|(?<=nrs)\.|(?<=d\.d)\.)*[.:]?$")
_ASIDE = re.compile(
    r"^(?:\((?:Geroffel|Hilariteit|Applaus|Gelach|Rumoer|Onderbreking|Instemming|Interrupt|Buiten de microfoon|De microfoon|Geroezemoes)[^()]{0,120}\)|"
    r"(?:Daartoe|Aldus|Overeenkomstig[^.]{1,80}|Conform[^.]{1,80}) wordt besloten\.|Deze mededeling wordt voor kennisgeving aangenomen\.)$"
)


_EVENTS: tuple[tuple[EventKind, re.Pattern[str]], ...] = (("suspension", _SUSPENSION), ("closing", _CLOSING), ("other", _PROCEEDING))


def _alone(context: Context, at: int) -> Marked | None:
    """A suspension, the closing, or another step of the debate, told on a line or two of its own."""
    if not context.boundary(at):
        return None
    for taken in (context.lines[at : at + 1], context.content(at, 2)):
        text = " ".join(line.text for line in taken)
        found = next(((kind, match) for kind, pattern in _EVENTS if (match := pattern.match(text))), None)
        if found and context.lines[at : at + len(taken)] == taken:
            times = tuple(clock(time) for time in found[1].groups() if time)
            return Marked("event", taken, text, event=found[0], times=times) if _apart(context, at, len(taken)) else None
    return None


def _apart(context: Context, at: int, count: int) -> bool:
    """Whether so many lines have a gap before them or a heading after them, and are not what is said right under a heading."""
    last, gap = context.last, context._blank(at)
    if gap or last is None or last.kind not in {"heading", "text"}:
        return True
    following = context.content(at + count, 2)
    return last.kind == "text" and (not following or bool(_heading_at(following) or headings.chair_change(following[0].text)))


def _subject(context: Context, at: int) -> Marked | None:
    """ "Aan de orde is …": a paragraph of one sentence between turns, never what the chair says."""
    if not context.lines[at].text.startswith("Aan de orde ") or not (context.boundary(at) or _under_title(context)):
        return None
    taken: list[Line] = []
    for line in context.lines[at : at + 14]:
        if not line.text or line.number - 1 in context.furniture or headings.parse(line.text):
            break
        taken.append(line)
    text = " ".join(line.text for line in taken)
    last = context.last
    following = context.content(at + len(taken), 2)
    if (
        last is None
        or not _SUBJECT.match(text)
        or not (context._blank(at) or _chair_again(context, following))
        or not (following and (_heading_at(following) or following[0].text[0] in "-–•" or text.endswith(":")))
    ):
        return None
    return Marked("event", taken, text, event="subject")


def _under_title(context: Context) -> bool:
    """Whether the line before is a title: short, with a capital, without a full stop, after a finished sentence."""
    before = [mark for mark in context.done[-4:] if mark.kind not in {"blank", "furniture"}]
    if len(before) < 2 or before[-1].kind != "text":
        return False
    title = before[-1].text
    return len(title) < 80 and title[:1].isupper() and not _ends(title) and _ends(before[-2].text)


def _chair_again(context: Context, following: list[Line]) -> bool:
    """Whether the chair has the floor and gets it again: in a report without blank lines, what stands between was not said."""
    now = next((mark for mark in reversed(context.done) if mark.heading), None)
    again = _heading_at(following) if following else None
    kinds = [mark.heading.kind for mark in (now, again) if mark and mark.heading]
    return kinds == ["chair", "chair"] and context.last is not now


def _aside(context: Context, at: int) -> Marked | None:
    """What nobody said though it stands inside a turn: "(Hilariteit)", "Daartoe wordt besloten."."""
    line = context.lines[at]
    if not _ASIDE.match(line.text) or not context.boundary(at):
        return None
    return Marked("aside", [line], line.text)


_AFTER_CHAIR = (_FRONT.match, headings.chair_change, _SUSPENSION.match, _CLOSING.match, _PROCEEDING.match)
KINDS: tuple[Callable[[Context, int], Marked | None], ...] = (_chair, _notice, _heading, _alone, _subject, _aside)
