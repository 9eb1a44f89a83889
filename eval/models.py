"""A model's answers remembered on disk, so that measuring them again costs nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from platformdirs import user_cache_path

from rag.assistant import Assistant
from rag.errors import ModelError, SettingError
from rag.llm import Endpoint, Message
from rag.prompts import load as prompt
from rag.settings import Settings, load
from rag.types import Usage

CACHE = user_cache_path("griffier") / "eval"
MOST_FAILURES = 5  # a dead server takes seconds for each question, and there are hundreds


class Remembered(Endpoint):
    """An endpoint that asks the model only what it was not asked before.

    A reply is kept in ``folder`` under the hash of everything it depends on: address, model, messages and length. A failure is not
    kept; after MOST_FAILURES in a row the model is asked no more, and each question fails with the last reason.
    """

    def __init__(self, settings: Settings, folder: Path = CACHE) -> None:
        super().__init__(
            settings.openai_base_url, settings.openai_api_key, settings.griffier_model or "", context=settings.griffier_context
        )
        self._folder = folder
        self.asked = 0
        self._failures: list[ModelError] = []  # since the last reply

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str]:
        """The reply, from disk where it was given before. Raises ModelError as `Endpoint.stream` does."""
        path = self._folder / f"{self._key_of(messages, max_tokens)}.json"
        kept = _kept(path)
        if kept is not None:
            text, self.usage = kept
            yield text
            return
        if len(self._failures) >= MOST_FAILURES:
            raise self._failures[-1]
        self.asked += 1
        pieces = []
        try:
            for piece in super().stream(messages, max_tokens):
                pieces.append(piece)
                yield piece
        except ModelError as error:
            self._failures.append(error)
            raise
        self._failures.clear()
        used = [self.usage.prompt_tokens, self.usage.completion_tokens] if self.usage else None
        self._folder.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".part")
        half.write_text(json.dumps({"text": "".join(pieces), "usage": used}, ensure_ascii=False), encoding="utf-8")
        half.replace(path)

    def _key_of(self, messages: Sequence[Message], max_tokens: int) -> str:
        asked = {"address": self._base_url, "model": self.model, "messages": [dict(m) for m in messages], "max_tokens": max_tokens}
        return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=False).encode("utf-8")).hexdigest()


def _kept(path: Path) -> tuple[str, Usage | None] | None:
    """A reply from disk; None when there is none, or a damaged one."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return str(held["text"]), Usage(*held["usage"]) if held["usage"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Measured(Assistant):
    """The product with its model's replies remembered."""

    def __init__(self, settings: Settings, endpoint: Remembered) -> None:
        super().__init__(settings)
        self._remembered = endpoint

    def endpoint(self) -> Endpoint | None:
        return self._remembered


def configured(folder: Path = CACHE) -> Remembered:
    """The model of the settings. Raises SettingError where none is set."""
    settings = load()
    if not settings.griffier_model:
        raise SettingError(
            "No model is set. Set GRIFFIER_MODEL (and OPENAI_BASE_URL for a server of your own), or leave out --writer model."
        )
    return Remembered(settings, folder)


def written_by(endpoint: Endpoint) -> str:
    """The model, and the hashes of the prompts it answers."""
    prompts = ", ".join(f"{p.name} {p.hash}" for p in (prompt("answer.nl"), prompt("answer.en")))
    return f"{endpoint.model} ({prompts})"
