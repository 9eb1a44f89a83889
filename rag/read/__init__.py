"""Reports to transcripts: one reader per source form, chosen by content."""

from __future__ import annotations

from rag.errors import ReadError
from rag.types import Transcript

READER_VERSION = "9"
MAX_BYTES = 64 * 2**20
# only for walks over a folder: which files are worth opening; what a file is, its content decides
SUFFIXES = frozenset({".txt", ".xml", ".pdf"})

__all__ = ["MAX_BYTES", "READER_VERSION", "SUFFIXES", "read"]


def read(data: bytes, name: str) -> Transcript:
    """Reads a report; the spans of the transcript re-join to its source, the decoded text.

    ``data``: the bytes of the file, at most MAX_BYTES; ``name``: the file's name, only used in messages. Raises ReadError: this is no
    transcript, or a damaged or hostile file; the message names the file and the place.
    """
    try:
        if len(data) > MAX_BYTES:
            raise ReadError("Het bestand is groter dan {mb} MB.", mb=MAX_BYTES // 2**20)
        from rag.read.detect import transcript_of

        return transcript_of(data)
    except ReadError as error:
        error.file = name
        raise
