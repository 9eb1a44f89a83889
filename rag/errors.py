"""Everything that can go wrong, as a tree.

GriffierError                 what happened and what to do, in plain words; the command line exits with 2
├── UserError                 the user asked for something that cannot be (unknown meeting, ambiguous surname)
│   └── SettingError          a setting has a wrong value; names the variable, the value and what is expected
├── ReadError                 a file that cannot be read as a transcript; names the file and the place
├── IndexStateError           the index cannot be used as it is (other embedder or reader version, locked, damaged)
│   ├── OutdatedError         another version or setting made it
│   ├── DamagedError          the vectors cannot be used, the record can
│   ├── LockedError           another process is writing
│   └── UnwritableError       where it stands nothing can be written: the disk is full, or the user may not
├── ModelError                the endpoint failed; never carries a key or an endpoint's own text unescaped
├── FidelityError             (rag.render.fidelity) a quote is not in the record, or in the file, as it stands there: nothing is shown
├── PressError                (rag.export.press) the typesetter could not set the page
└── PromptError               (rag.prompts) a prompt file is missing, or its placeholders are not those the program fills
"""

from __future__ import annotations

import logging

from rag.messages import Language, place, say


class GriffierError(Exception):
    """Base of all expected failures.

    ``text``: one or two plain lines in Dutch, with {names} for what differs, the ``parts``; its English stands in rag/data/messages.toml.
    """

    def __init__(self, text: str, /, **parts: object) -> None:
        self.text, self.parts = text, parts
        super().__init__(text)

    def said(self, language: Language) -> str:
        """What happened and what to do, in the language of whoever reads it."""
        return say(self.text, language, **self.parts)

    def why(self, language: Language) -> str:
        """As `said`, where the file it is about has been named already."""
        return self.said(language)

    def __str__(self) -> str:
        return self.said("nl")


class UserError(GriffierError):
    """The user asked for something that cannot be."""


class SettingError(UserError):
    """A setting has a wrong value."""


class ReadError(GriffierError):
    """A file that cannot be read as a transcript. ``place``: where in it ("regel 12", "pagina 1 tot 3"), or None where that helps nobody."""

    def __init__(self, text: str, place: str | None = None, /, **parts: object) -> None:
        self.place = place
        self.file: str | None = None  # filled in by whoever knows what it is called
        super().__init__(text, **parts)

    def why(self, language: Language) -> str:
        reason = say(self.text, language, **self.parts)
        return f"{reason} ({place(self.place, language)})" if self.place else reason

    def said(self, language: Language) -> str:
        return f"{self.file}: {self.why(language)}" if self.file else self.why(language)


class IndexStateError(GriffierError):
    """The index cannot be used as it is."""


class OutdatedError(IndexStateError):
    """Another version or setting of griffier made the index. ``vectors``: another embedder did, and to build it again costs what vectors cost."""

    def __init__(self, text: str, /, *, vectors: bool, **parts: object) -> None:
        self.vectors = vectors
        super().__init__(text, **parts)


class DamagedError(IndexStateError):
    """The vectors cannot be used; the record itself can, and they can be made anew from it."""


class LockedError(IndexStateError):
    """Another process is writing to the index."""


class UnwritableError(IndexStateError):
    """Where the index stands nothing can be written: the disk is full, or the user may not."""


class ModelError(GriffierError):
    """The model endpoint failed; the message is ours, never the endpoint's."""


def told(error: Exception, doing: str, language: Language, broke: str) -> str:
    """What went wrong, in the reader's words; of what nobody foresaw ``broke``, and what could not be done is logged."""
    if isinstance(error, GriffierError):
        return error.said(language)
    logging.getLogger("griffier").error(doing, exc_info=error)
    return broke
