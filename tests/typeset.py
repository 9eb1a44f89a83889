"""A report typeset as the text of the official PDF comes out: broken and hyphenated lines, page breaks, footers that survive."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from rag.types import Transcript, Turn

VOWELS = "aeiouyáàâäéèêëíìîïóòôöúùûü"
ONSETS = frozenset("bl br ch dr dw fl fr gl gr kl kn kr kw pl pr sch schr sl sm sn sp spr st str sw tr tw vl vr wr zw".split())


def syllables(word: str) -> list[str]:
    """A Dutch-like hyphenation: the last consonant, or a cluster that can begin a word, goes with the vowel after it."""
    low = word.lower()
    groups = [match.span() for match in re.finditer(f"[{VOWELS}]+", low)]
    cuts = []
    for (_, end), (start, _) in zip(groups, groups[1:], strict=False):
        cluster = low[end:start]
        if not cluster.isalpha() or not cluster:
            continue
        keep = next((size for size in (4, 3, 2) if len(cluster) > size - 1 and cluster[-size:] in ONSETS), 1)
        cut = start - min(keep, len(cluster))
        if 2 <= cut <= len(word) - 3:
            cuts.append(cut)
    return [word[a:b] for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True)]


@dataclass
class Typesetter:
    """Breaks paragraphs into lines of about ``width`` characters, and lines into pages."""

    width: int = 74
    page_lines: int = 58
    seed: int = 1
    dossier: str = "36 410 VI"
    number: str = "97"
    year: str = "2024–2025"
    surviving: float = 0.05
    newline: str = "\n"
    blank_before_heading: bool = True
    hyphens: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.lines: list[str] = []

    def paragraph(self, text: str) -> None:
        """Adds a paragraph, its lines as full as the measure allows; widths differ as letters' widths do."""
        line = ""
        for word in text.split(" "):
            room = self.width + self.random.randint(-3, 3)
            while line and len(line) + 1 + len(word) > room:
                head, tail = self._hyphenated(word, room - len(line) - 2)
                if head:
                    self.lines.append(f"{line} {head}")
                    self.hyphens += 1
                    word = tail
                else:
                    self.lines.append(line + " ")
                line = ""
            line = f"{line} {word}" if line else word
        if line:
            self.lines.append(line + " ")

    def _hyphenated(self, word: str, room: int) -> tuple[str, str]:
        """The part that still fits, with its hyphen, and the rest; a real hyphen is a place to break as well."""
        places = [(match.end(), "") for match in re.finditer(r"(?<=\w)-(?=\w)", word)]
        match = re.match(r"\W*([^\W\d_]{5,})", word)
        if match and not match.group(1).isupper():
            at = match.start(1)
            for part in syllables(match.group(1))[:-1]:
                at += len(part)
                places.append((at, "-"))
        fitting = [(at, sign) for at, sign in places if at + len(sign) <= room and at < len(word) - 1]
        if not fitting:
            return "", word
        at, sign = max(fitting)
        return word[:at] + sign, word[at:]

    def blank(self) -> None:
        """Adds a blank line."""
        self.lines.append(" ")

    def turn(self, turn: Turn, heading: str) -> None:
        """Adds a turn: a blank line, its heading, its paragraphs."""
        if self.blank_before_heading:
            self.blank()
        self.lines.append(heading + " ")
        for paragraph in turn.text.split("\n"):
            self.paragraph(paragraph)

    def text(self) -> str:
        """All pages: a page break shows as a leading space; some footers survive."""
        out: list[str] = []
        page = 1
        lines = list(self.lines)
        for start in range(0, len(lines), self.page_lines):
            chunk = lines[start : start + self.page_lines]
            while chunk and not chunk[0].strip():
                chunk = chunk[1:]
            last = start + self.page_lines >= len(lines)
            footed = bool(out) and out[-1].startswith("\x00")
            if footed:
                out[-1] = out[-1][1:]
            if chunk:
                out += [(chunk[0] if footed else " " + chunk[0]), *chunk[1:]]
            if not last and (page == 2 or self.random.random() < self.surviving):
                out += [" ", f"Tweede Kamer, vergaderjaar {self.year}, {self.dossier}, nr. {self.number} {page}", " ", " ", "\x00 "]
            page += 1
        self.pages = page - 1
        return self.newline.join(line.removeprefix("\x00") for line in out)


def heading_of(turn: Turn) -> str:
    """The heading as the official report prints it; a turn whose XML has none gets its speaker's."""
    return turn.heading


def typeset(transcript: Transcript, setter: Typesetter, front: list[str]) -> str:
    """A transcript typeset as a Kamerstuk.

    Args:
        transcript: what to typeset.
        setter: how.
        front: paragraphs of front matter.
    """
    for paragraph in front:
        setter.paragraph(paragraph)
        setter.blank()
    events: dict[int, list[str]] = {}
    for event in transcript.events:
        if event.kind in {"chair", "suspension"}:
            events.setdefault(event.after_turn, []).append(event.text)
    for turn in transcript.turns:
        setter.turn(turn, heading_of(turn))
        for text in events.get(turn.number, []):
            setter.blank()
            setter.lines.append(text + " ")
    setter.blank()
    setter.lines.append("Sluiting 14.00 uur.")
    return setter.text()
