"""The press: typst as a library, with its own fonts only, so that every machine prints the same page."""

from __future__ import annotations

import json
import re
import threading
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from rag.errors import GriffierError

# PDF/A-2a: to keep; PDF/UA-1: to be read aloud
STANDARDS = ("a-2a", "ua-1")
PPI = 220.0
_MISSING = re.compile('the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class PressError(GriffierError):
    """The page could not be set. ``missing``: characters for which no font has a sign."""

    def __init__(self, text: str, missing: frozenset[str] = frozenset(), /, **parts: object) -> None:
        self.missing = missing
        super().__init__(text, **parts)


class Press:
    """Sets data with one template; keeps its compiler, so a second page costs a fraction of the first.

    ``template``: a file of rag/data/typst, without its ending.
    """

    def __init__(self, template: str) -> None:
        self._template = _folder() / f"{template}.typ"
        self._lock = threading.Lock()
        self._compilers: dict[bool, Any] = {}

    def measure(self, data: dict[str, Any], label: str) -> Any:
        """What the template itself says about the page it would set: the value of the metadata with this label."""
        with self._lock:
            compiler = self._compiled(data, None, False)[0]
            return json.loads(compiler.query(f"<{label}>", field="value", one=True))

    def pdf(self, data: dict[str, Any], made: date | None = None) -> bytes:
        """The PDF: archival (PDF/A-2a), accessible (PDF/UA-1), the same bytes for the same data and day.

        Raises PressError: some character has no sign in any font of this machine.
        """
        with self._lock:
            return self._compiled(data, made, True)[1]

    def png(self, data: dict[str, Any]) -> bytes:
        """A picture of the page, sharp enough to print."""
        with self._lock:
            return self._compiled(data, None, False, "png")[1]

    def _compiled(self, data: dict[str, Any], made: date | None, final: bool, form: str = "pdf") -> tuple[Any, bytes]:
        import typst  # noqa: TID251  this file is its door

        day = datetime(made.year, made.month, made.day, tzinfo=UTC) if made else datetime(2000, 1, 1, tzinfo=UTC)
        inputs = {"data": json.dumps(data, ensure_ascii=False)}
        problem: Exception | None = None
        # its own fonts first: only a sign they lack brings in those of the machine
        for system in (False, True):
            compiler = self._compiler(system)
            try:
                result = compiler.compile(
                    format=form, ppi=PPI, sys_inputs=inputs, pdf_standards=list(STANDARDS) if final else [], timestamp=day
                )
            except typst.TypstError as error:
                problem = error
                if not _missing(error):
                    break
            else:
                return compiler, result
        raise PressError("De pagina kon niet worden opgemaakt: {problem}", _missing(problem), problem=problem) from problem

    def _compiler(self, system: bool) -> Any:
        if system not in self._compilers:
            import typst  # noqa: TID251  this file is its door

            self._compilers[system] = typst.Compiler(
                input=str(self._template), root=str(self._template.parent), font_paths=_fonts(system), sys_inputs={"data": "{}"}
            )
        return self._compilers[system]


def _missing(error: object) -> frozenset[str]:
    found = "".join(_MISSING.findall(str(getattr(error, "diagnostic", ""))))
    return frozenset(_ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), found))


@lru_cache(maxsize=2)
def _fonts(system: bool) -> Any:
    import typst  # noqa: TID251  this file is its door

    return typst.Fonts(include_system_fonts=system)


@lru_cache(maxsize=1)
def _folder() -> Path:
    """The templates as real files: typst reads one from the other."""
    with as_file(files("rag").joinpath("data", "typst")) as folder:
        return Path(folder)
