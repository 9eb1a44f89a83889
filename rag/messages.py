"""What griffier says of itself, in two languages: the Dutch stands where it is said, its English in rag/data/messages.toml."""

from __future__ import annotations

import errno
import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Language = Literal["nl", "en"]  # as in rag.types, which stands higher in the house

# why the system refuses a file, an address or a folder; what is not known here is told by its number
_CAUSES = {
    errno.ENOENT: "dat bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EEXIST: "daar staat een bestand, geen map",
    errno.EISDIR: "dat is een map",
    errno.EACCES: "daar zijn geen rechten voor",
    errno.EPERM: "daar zijn geen rechten voor",
    errno.EROFS: "daar mag niet worden geschreven",
    errno.ENOSPC: "de schijf is vol",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de verwijzingen lopen in een kring",
    errno.EADDRINUSE: "die is al in gebruik",
    errno.EADDRNOTAVAIL: "dat adres heeft deze machine niet",
}


@lru_cache(maxsize=1)
def english() -> dict[str, str]:
    """The English of every Dutch message, by the Dutch."""
    table: dict[str, str] = tomllib.loads(files("rag").joinpath("data/messages.toml").read_text("utf-8"))
    return table


def say(text: str, language: Language = "nl", /, **parts: object) -> str:
    """A message in the reader's language.

    ``text``: the Dutch, with {names} for what differs; ``parts``: what stands there; one that is itself a message is said in that language too.
    """
    words = english() if language == "en" else {}
    spoken = words.get(text, text)
    return spoken.format(**{name: _part(part, words, language) for name, part in parts.items()}) if parts else spoken


def _part(part: object, words: dict[str, str], language: Language) -> str:
    said = getattr(part, "said", None)
    if said is not None:
        return str(said(language))
    return words.get(str(part), str(part))


def place(where: str, language: Language) -> str:
    """A place in a file ("regel 1 tot 12", "pagina 3"), word by word."""
    words = english() if language == "en" else {}
    return re.sub(r"[a-z]+", lambda word: words.get(word[0], word[0]), where)


def cause(error: OSError) -> str:
    """Why the system refused something, in plain Dutch; to be a part of a message."""
    return _CAUSES.get(error.errno or 0, f"fout {error.errno}" if error.errno else type(error).__name__)
