"""Everything that can go wrong, as a tree.

GriffierError                 what happened and what to do, in plain words; the command line exits with 2
├── UserError                 the user asked for something that cannot be (unknown meeting, ambiguous surname)
│   └── SettingError          a setting has a wrong value; names the variable, the value and what is expected
├── ReadError                 a file that cannot be read as a transcript; names the file and the place
├── IndexStateError               the index cannot be used as it is (other embedder or reader version, locked, damaged)
│   └── LockedError           another process is writing
└── ModelError                the endpoint failed; never carries a key or an endpoint's own text unescaped
"""

from __future__ import annotations


class GriffierError(Exception):
    """Base of all expected failures. ``str(error)`` is one or two plain lines for the user."""


class UserError(GriffierError):
    """The user asked for something that cannot be."""


class SettingError(UserError):
    """A setting has a wrong value."""


class ReadError(GriffierError):
    """A file that cannot be read as a transcript.

    Args:
        reason: what is wrong, in plain words.
        place: where in the file ("regel 12", "byte 0"), or None.
    """

    def __init__(self, reason: str, place: str | None = None) -> None:
        self.reason = reason
        self.place = place
        super().__init__(f"{reason} ({place})" if place else reason)


class IndexStateError(GriffierError):
    """The index cannot be used as it is."""


class LockedError(IndexStateError):
    """Another process is writing to the index."""


class ModelError(GriffierError):
    """The model endpoint failed; the message is ours, never the endpoint's."""
