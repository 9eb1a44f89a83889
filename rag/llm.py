"""A model behind any OpenAI-compatible endpoint: what it says comes out, what goes wrong comes out in our words."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rag import wire
from rag.errors import ModelError
from rag.settings import Settings
from rag.tokens import count
from rag.types import Usage

if TYPE_CHECKING:
    from openai import OpenAI  # noqa: TID251  this file is openai's door

Message = Mapping[str, str]

LONGEST = 20_000  # characters of one answer; a reply that goes on is cut and said to be endless
TRIES = 3
LONGEST_WAIT = 5.0  # seconds before a retry, whatever Retry-After asks for


class Endpoint:
    """One model at one address.

    ``base_url``: None: OpenAI's own; ``api_key``: None: a dummy, which local servers accept; ``context``: its window in tokens;
    ``deadline``: seconds a whole answer may take; ``pause``: called with the seconds before a retry.
    """

    def __init__(
        self,
        base_url: str | None,
        api_key: str | None,
        model: str,
        *,
        context: int,
        deadline: float = 120.0,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.model = model
        self.context = context
        self.usage: Usage | None = None
        self._base_url = base_url
        self._key = api_key or "none"
        self._deadline = deadline
        self._pause = pause
        self._opened = False
        self._made: OpenAI | None = None

    @classmethod
    def of(cls, settings: Settings, model: str) -> Endpoint:
        """A model at the address, and with the key, that the settings name."""
        return cls(settings.openai_base_url, settings.openai_api_key, model, context=settings.griffier_context)

    def _client(self) -> OpenAI:
        if self._made is None:
            from openai import OpenAI  # noqa: TID251  this file is its door

            self._made = OpenAI(api_key=self._key, base_url=self._base_url, max_retries=0, http_client=wire.client())
        return self._made

    # --- chat -------------------------------------------------------------------------------------

    def stream(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str]:
        """The model's answer, piece by piece; ``max_tokens`` is the longest that is asked for.

        Raises ModelError: no route, bad key, unknown model, too many requests, server error, a stream that breaks off, an empty or endless
        reply, a page instead of an answer, a window that is too small. The text is ours, never theirs.
        """
        from openai import APIConnectionError  # noqa: TID251  this file is its door

        self.usage = None
        self._opened = False
        with self._our_words(self._deadline):
            written, finished = "", False
            try:
                for piece in wire.within(self._deadline, lambda: self._pieces(messages, max_tokens)):
                    finished = finished or piece is None
                    written += piece or ""
                    if len(written) > LONGEST:
                        raise ModelError("Het antwoord hield niet op en is afgebroken.")
                    if piece:
                        yield piece
            except (wire.Broken, APIConnectionError):
                if not written:
                    if self._opened:
                        self._ask_why(messages)
                    raise
            if self._opened and not finished and not written:
                self._ask_why(messages)
            if not finished:
                raise ModelError("De verbinding met het model brak af voordat het antwoord klaar was.")
            if not written:
                raise ModelError("Het model gaf een leeg antwoord.")
        if self.usage is None:
            self.usage = Usage(sum(count(m["content"]) for m in messages), count(written))  # llama.cpp's server counts nothing

    def _pieces(self, messages: Sequence[Message], max_tokens: int) -> Iterator[str | None]:
        """The pieces of an answer as they come in; None where the model says that it is done."""
        options: dict[str, Any] = {"max_tokens": max_tokens, "temperature": 0, "stream_options": {"include_usage": True}}
        stream = self._open(messages, options)
        self._opened = True
        try:
            for part in stream:
                if (usage := getattr(part, "usage", None)) is not None:
                    self.usage = Usage(*(int(getattr(usage, name, 0) or 0) for name in ("prompt_tokens", "completion_tokens")))
                for choice in getattr(part, "choices", None) or ():
                    piece = getattr(getattr(choice, "delta", None), "content", None)
                    yield piece if isinstance(piece, str) else ""
                    if getattr(choice, "finish_reason", None):
                        yield None
        finally:
            close = getattr(stream, "close", None)
            if close:
                close()

    def _open(self, messages: Sequence[Message], options: dict[str, Any]) -> Any:
        """The opened stream; what a server refuses of the options is left out, and passing faults are tried again."""
        from openai import BadRequestError  # noqa: TID251  this file is its door

        create = partial(self._client().chat.completions.create, model=self.model, messages=list(messages), stream=True)
        while True:
            try:
                stream: Any = self._patiently(partial(create, **options))
            except BadRequestError as error:
                names = ("stream_options", "max_tokens", "temperature")  # servers differ in what they take
                refused = next((name for name in names if name in options and name in str(error)), None)
                if refused is None:
                    raise
                limit = options.pop(refused)
                if refused == "max_tokens":
                    options["max_completion_tokens"] = limit
                continue
            if isinstance(stream, str) or not hasattr(stream, "__iter__"):
                raise ModelError("Op dit adres antwoordt geen model maar een webpagina. Controleer OPENAI_BASE_URL.")
            return stream

    def _ask_why(self, messages: Sequence[Message]) -> None:
        """Asks again without a stream: llama.cpp's server breaks off a stream without a word, and says only here that a prompt is too long."""
        create: Any = self._client().chat.completions.create
        ask = partial(create, model=self.model, messages=list(messages), max_tokens=1)
        for _ in wire.within(self._deadline, lambda: iter([self._patiently(ask)])):
            return

    # --- embeddings -------------------------------------------------------------------------------

    def embed(self, texts: Sequence[str], deadline: float | None = None) -> list[list[float]]:
        """A vector for each text, within the deadline (in seconds; by default that of an answer).

        Raises ModelError: as `stream`; or the endpoint gave other than one vector of one length for each text.
        """
        seconds = deadline or self._deadline
        with self._our_words(seconds):
            create: Any = self._client().embeddings.create
            ask = partial(create, model=self.model, input=list(texts), encoding_format="float")
            (made,) = wire.within(seconds, lambda: iter([self._patiently(ask)]))
            rows = sorted(getattr(made, "data", None) or (), key=lambda row: row.index)
            vectors = [[float(x) for x in row.embedding] for row in rows]
        if len(vectors) != len(texts) or len({len(v) for v in vectors}) != 1 or any(x != x for v in vectors for x in v):
            raise ModelError("Het adres voor vectoren gaf niet voor elke tekst een vector. Controleer GRIFFIER_EMBEDDINGS.")
        return vectors

    def _patiently(self, call: Callable[[], Any]) -> Any:
        """What a call gives; passing faults are tried again."""
        from openai import APIConnectionError, APIStatusError  # noqa: TID251  this file is its door

        for attempt in range(1, TRIES):
            try:
                return call()
            except (APIConnectionError, APIStatusError) as error:
                status = getattr(error, "status_code", None)
                if status is not None and status != 429 and status < 500:
                    raise
                self._pause(min(LONGEST_WAIT, 0.5 * 2**attempt))
        return call()

    def probe(self) -> ModelError | None:
        """A connection test: None when the model answers, else what is wrong."""
        try:
            for _ in self.stream([{"role": "user", "content": "Zeg: ja"}], 8):
                pass
        except ModelError as error:
            return error
        return None

    @contextmanager
    def _our_words(self, seconds: float) -> Iterator[None]:
        """Every failure of the client as a message of ours: an endpoint may echo the key, so its own text is never shown."""
        from openai import OpenAIError  # noqa: TID251  this file is its door

        try:
            yield
        except (wire.TooLate, wire.Broken, OpenAIError, ValueError, TypeError, AttributeError, KeyError) as error:
            raise self._told(error, seconds) from None

    def _told(self, error: Exception, seconds: float) -> ModelError:
        import openai  # noqa: TID251  this file is its door

        # a name and password may stand in the address
        where = urlsplit(self._base_url).netloc.rpartition("@")[2] if self._base_url else "api.openai.com"
        match error:
            case wire.TooLate():
                return ModelError("Het antwoord duurde langer dan {seconds} seconden en is afgebroken.", seconds=f"{seconds:g}")
            case openai.AuthenticationError():
                return ModelError("Het model weigert de sleutel. Controleer OPENAI_API_KEY.")
            case openai.PermissionDeniedError():
                return ModelError("De sleutel mag dit model niet gebruiken. Controleer OPENAI_API_KEY en GRIFFIER_MODEL.")
            case openai.NotFoundError():
                return ModelError(
                    "Het model {model} is op {where} niet bekend. Controleer GRIFFIER_MODEL en OPENAI_BASE_URL.",
                    model=self.model,
                    where=where,
                )
            case openai.RateLimitError():
                return ModelError("Het model krijgt te veel verzoeken (429). Probeer het later opnieuw.")
            case openai.BadRequestError() if _too_long(str(error)):
                return ModelError("De passages passen niet in het venster van het model. Zet GRIFFIER_CONTEXT op de echte grootte.")
            case openai.BadRequestError():
                return ModelError("Het model weigert het verzoek (400). Controleer GRIFFIER_MODEL.")
            case openai.APITimeoutError() | wire.Timeout():
                return ModelError("Het model op {where} antwoordt niet op tijd.", where=where)
            case openai.APIConnectionError():
                return ModelError("Er is geen verbinding met het model op {where}. Controleer OPENAI_BASE_URL.", where=where)
            case openai.APIStatusError(status_code=status):
                return ModelError(
                    "Het model op {where} meldt een storing ({status}). Probeer het later opnieuw.", where=where, status=status
                )
        return ModelError("Het antwoord van {where} is niet te begrijpen of brak af. Is dit een OpenAI-compatibel adres?", where=where)


def _too_long(message: str) -> bool:
    low = message.lower()
    return any(word in low for word in ("context", "too long", "maximum", "n_ctx", "exceed"))
