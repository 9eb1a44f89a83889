"""Settings from the environment or a .env file, read once at the door."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from rag.errors import SettingError
from rag.messages import cause, say

EXPECTED = {
    "GRIFFIER_LANG": "nl of en",
    "GRIFFIER_EMBEDDINGS": "builtin of openai:MODEL",
    "CHROMA_PORT": "een getal van 1 tot 65535",
    "CHROMA_SSL": "true of false",
    "OPENAI_BASE_URL": "een adres dat met http:// of https:// begint",
    "GRIFFIER_HOME": "een map",
    "GRIFFIER_CONTEXT": "een getal van minstens 1024",
}


class Settings(BaseSettings):
    """What the user configured. Field names are the environment variables in lower case."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True, frozen=True)

    openai_api_key: str | None = Field(default=None, repr=False)
    openai_base_url: str | None = None
    griffier_model: str | None = None
    griffier_context: int = Field(default=8192, ge=1024)
    griffier_embeddings: str = "builtin"
    griffier_home: Path | None = None
    griffier_lang: Literal["nl", "en"] = "nl"
    chroma_host: str | None = None
    chroma_port: int = Field(default=8000, ge=1, le=65535)
    chroma_ssl: bool = False
    chroma_token: str | None = Field(default=None, repr=False)

    @field_validator("griffier_embeddings")
    @classmethod
    def _embeddings(cls, value: str) -> str:
        if value == "builtin" or (value.startswith("openai:") and len(value) > len("openai:")):
            return value
        raise ValueError(value)

    @field_validator("openai_base_url")
    @classmethod
    def _base_url(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError(value)
        return value

    @property
    def home(self) -> Path:
        """Where the index lives: GRIFFIER_HOME, else the platform's user data folder."""
        if self.griffier_home is not None:
            return self.griffier_home
        from platformdirs import user_data_path

        return user_data_path("griffier")


def load(home: Path | None = None, lang: str | None = None) -> Settings:
    """Reads the settings; ``home`` and ``lang`` (from flags) win over the environment.

    Raises SettingError: a variable has a wrong value, or .env is no text; the message names it, the value and what is expected.
    """
    flags: dict[str, object] = {}
    stray = _Stray()
    if home is not None:
        flags["griffier_home"] = home
    if lang is not None:
        flags["griffier_lang"] = lang
    try:
        with stray:
            found = Settings.model_validate({**Settings().model_dump(exclude_unset=True), **flags}) if flags else Settings()
    except UnicodeDecodeError as error:
        where = Path(".env").resolve()
        raise SettingError(
            "{where} is geen UTF-8-tekst (regel {line}). Bewaar het bestand als UTF-8, of haal het weg.",
            where=where,
            line=error.object.count(10, 0, error.start) + 1,
        ) from None
    except OSError as error:
        raise SettingError("{where} kan niet worden gelezen: {why}.", where=Path(".env").resolve(), why=cause(error)) from None
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        value = "(niet getoond)" if _secret(name, str(first["input"])) else repr(first["input"])
        expected = EXPECTED.get(name, "een andere waarde")
        raise SettingError("{name} heeft de waarde {value}. Verwacht: {expected}.", name=name, value=value, expected=expected) from None
    for line in stray.new():
        text = "{where}, regel {line}, is geen instelling en is overgeslagen. Verwacht: NAAM=waarde."
        logging.getLogger("griffier").warning(say(text, found.griffier_lang, where=Path(".env").resolve(), line=line))
    return found


class _Stray(logging.Filter):
    """Catches what the library would say of a line in .env that is no setting, in English and without the file's name."""

    _told: ClassVar[set[tuple[Path, int]]] = set()  # said once, however often the settings are read

    def __enter__(self) -> None:
        self.lines: list[int] = []
        logging.getLogger("dotenv.main").addFilter(self)

    def __exit__(self, *error: object) -> None:
        logging.getLogger("dotenv.main").removeFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple) and record.args and isinstance(record.args[0], int):
            self.lines.append(record.args[0])
            return False
        return True

    def new(self) -> list[int]:
        """The lines that nobody was told of yet."""
        where = Path(".env").resolve()
        found = [line for line in dict.fromkeys(self.lines) if (where, line) not in self._told]
        self._told.update((where, line) for line in found)
        return found


def _secret(name: str, value: str) -> bool:
    """Whether a value is a key, or may hold one: a key that landed under the wrong name, an address with a password in it."""
    return name in {"OPENAI_API_KEY", "CHROMA_TOKEN"} or value.startswith("sk-") or "@" in value
