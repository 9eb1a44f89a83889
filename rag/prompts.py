"""Prompts as files an editor can read, with $placeholders that are checked when a prompt is loaded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Template

from rag.errors import GriffierError

KNOWN = {
    "answer": frozenset({"question", "fence", "passages"}),
    "judge": frozenset({"claim", "fence", "evidence"}),
    "positions": frozenset({"who", "fence", "passages"}),
    "replies": frozenset({"fence", "passages"}),
}


class PromptError(GriffierError):
    """A prompt file is missing or has other placeholders than the program fills."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as loaded: its name ("answer.nl"), its text, and what of the text's hash is printed with every answer."""

    name: str
    text: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()[:12]

    def fill(self, **values: str) -> str:
        """The prompt with its placeholders filled; all of them must be given."""
        return Template(self.text).substitute(values)


@lru_cache(maxsize=8)
def load(name: str) -> Prompt:
    """Reads prompts/NAME.md ("answer.nl": kind and language) of the checkout, or the copy in an installed package.

    Raises PromptError: the file is not there, or its placeholders are not those the program fills.
    """
    here = Path(__file__).parent
    for folder in (here.parent / "prompts", here / "data" / "prompts"):
        path = folder / f"{name}.md"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            break
    else:
        raise PromptError("Het promptbestand {name}.md ontbreekt. Installeer griffier opnieuw.", name=name)
    template = Template(text)
    wanted = KNOWN[name.split(".", maxsplit=1)[0]]
    found = frozenset(template.get_identifiers())
    if not template.is_valid() or found != wanted:
        raise PromptError(
            "Promptbestand {name}: de plaatshouders zijn {found}; verwacht: {wanted}.",
            name=path.name,
            found=", ".join(sorted(found)),
            wanted=", ".join(sorted(wanted)),
        )
    return Prompt(name, text)
