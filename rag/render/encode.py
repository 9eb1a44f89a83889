"""Untrusted text to HTML: every character that is not a letter, a digit or a space is written as an entity."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = re.compile(r"[^\w ]|_")
# controls that a text may keep: tab, line feed, soft hyphen, joiners of scripts and emoji
_KEPT = frozenset("\t\n\u00ad\u200b\u200c\u200d")
_LOST = "\ufffd"


def enc(text: str) -> str:
    """A text as HTML that can be nothing but that text: in an element, in a quoted attribute, and inside Markdown.

    Length-preserving: one character of the text is one character on the page, so that offsets into a turn hold there. Controls (which
    reorder what is read, or mean something else to a browser) and lone surrogates become U+FFFD, one for one.
    """
    return _SPECIAL.sub(lambda m: f"&#{ord(_shown(m.group()))};", text)


def _shown(char: str) -> str:
    if char in _KEPT:
        return char
    return _LOST if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"} else char


def attrs(**values: str | int | None) -> str:
    """Attributes of an element, each encoded; those without a value (None) left out. ``data_turn`` is written ``data-turn``."""
    return "".join(f' {name.rstrip("_").replace("_", "-")}="{enc(str(value))}"' for name, value in values.items() if value is not None)
