"""Files that are there whole or not at all, under names every file system takes."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

from rag.errors import UserError
from rag.messages import cause

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST = 200  # bytes of a name, ending included: file systems stop at 255


def file_name(meeting: str, what: str, ending: str) -> str:
    """ "kst-28638-178-SP.pdf"; what a file system does not take becomes a hyphen. ``what``: the party, or "regering"."""
    stem = _UNSAFE.sub("-", " ".join(f"{meeting}-{what}".split())).strip(". ")
    while len(stem.encode()) > LONGEST - len(ending) - 1:
        stem = stem[:-1]
    return f"{stem}.{ending}"


def distinct(names: list[str]) -> list[str]:
    """The names, numbered where two would be the same file ("x.pdf", "x-2.pdf"), also where capitals do not count."""
    taken: set[str] = set()
    out = []
    for name in names:
        stem, _, ending = name.rpartition(".")
        one, number = name, 1
        while one.casefold() in taken:
            number += 1
            one = f"{stem}-{number}.{ending}"
        taken.add(one.casefold())
        out.append(one)
    return out


def write_all(contents: Mapping[Path, bytes], folder: Path | None = None) -> None:
    """Writes all files or none: each to a temporary file beside its place first, then all are renamed.

    ``contents``: path to bytes; ``folder``: made first when it is not there, and taken away again when nothing could be written into it.
    Raises UserError: a file cannot be written; what stood there before still does.
    """
    waiting: list[tuple[Path, Path]] = []
    new = folder is not None and not folder.exists()
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        for path, data in contents.items():
            waiting.append((_temporary(path, data), path))
        while waiting:
            temporary, path = waiting[0]
            os.replace(temporary, path)  # noqa: PTH105  the one call that replaces a file in one step
            waiting.pop(0)
    except OSError as error:
        place = folder or next(iter(contents), "")
        raise UserError(
            "{place} kan niet worden geschreven ({reason}). Kies een andere plaats met -o.",
            place=place,
            reason="die map is er niet" if error.errno == errno.ENOENT else cause(error),
        ) from None
    finally:
        for temporary, _ in waiting:
            with contextlib.suppress(OSError):
                temporary.unlink()
        if new and folder is not None:
            with contextlib.suppress(OSError):
                folder.rmdir()  # only when it is empty


def _temporary(path: Path, data: bytes) -> Path:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(path))
    temporary = path.parent / f".griffier-{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
