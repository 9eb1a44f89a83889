"""How often a question on a subject that a debate does not speak of is declined: `python -m eval.other_subjects ../shared/data`."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from zlib import crc32

from rag.assistant import Assistant
from rag.settings import load
from rag.types import Filter

ASKED = tomllib.loads((Path(__file__).parent / "subjects.toml").read_text(encoding="utf-8"))
STEP = 4  # of the questions on a subject one or two are put to a debate
LONG, ROOT = 6, 7  # words of more letters than LONG, and the letters they are looked for by


def spoken_of(subject: str, text: str) -> bool:
    """Whether a word of a subject, or another name for it, begins some word of a debate, or stands in one; then it is not asked of it.

    Args:
        subject: with or without its article.
        text: all that is said in the debate, in lower case.
    """
    if any(re.search(rf"\b{re.escape(other.lower())}\b", text) for other in ASKED["also"].get(subject, ())):
        return True
    words = re.findall(r"[\w-]+", subject.lower().removeprefix("de ").removeprefix("het "))
    longest = max(words, key=len)
    return longest[: max(5, len(longest) - 2)] in text or any(w[:ROOT] in text for w in words if len(w) > LONG)


def questions(meeting: str, text: str) -> Iterator[str]:
    """The questions that are put to a debate, the same each time."""
    for subject in ASKED["subjects"]:
        if not spoken_of(subject, text):
            yield from (q.format(subject) for q in ASKED["questions"][crc32(f"{subject}{meeting}".encode()) % STEP :: STEP])


def report(assistant: Assistant) -> Iterator[str]:
    """A line for each debate, one for all, and each question that was answered."""
    asked, answered = 0, list[str]()
    for meeting, _, _ in assistant.meetings():
        text = " ".join(turn.text for turn in assistant.index.shelf.turns(meeting.id)).lower()
        put = list(questions(meeting.id, text))
        left = [q for q in put if assistant.ask(q, Filter(meetings=(meeting.id,)), verbatim=True).status == "answered"]
        asked, answered = asked + len(put), answered + [f"  {meeting.title}: {q}" for q in left]
        yield f"{meeting.title[:40]:42}{len(put) - len(left):>6} of {len(put)} declined"
    yield f"{'all':42}{asked - len(answered):>6} of {asked} declined: {1 - len(answered) / max(1, asked):.3f}"
    yield from answered


def main(arguments: Sequence[str] | None = None) -> int:
    """Usage: python -m eval.other_subjects ../shared/data. Takes some minutes."""
    parser = argparse.ArgumentParser(prog="python -m eval.other_subjects", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with seed/ and vlos/")
    folders: Iterable[Path] = (parser.parse_args(arguments).data / name for name in ("seed", "vlos"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, closing(Assistant(load(home=Path(home)))) as assistant:
        assistant.ingest([p for p in folders if p.is_dir()])
        for line in report(assistant):
            sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
