"""A scripted model behind the address of an OpenAI-compatible server: what it says, as a server streams it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

STREAM = "text/event-stream"
CHAT = "/v1/chat/completions"


def streamed(*pieces: str, finish: str | None = "stop", usage: dict[str, int] | None = None) -> str:
    """A chat completion as a server streams it; without ``finish`` it breaks off."""
    parts: list[dict[str, Any]] = [{"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]} for piece in pieces]
    if finish:
        parts.append({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}], **({"usage": usage} if usage else {})})
    return "".join(f"data: {line}\n\n" for line in [*map(json.dumps, parts), "[DONE]"])


def says(server: HTTPServer, say: Callable[[str], str], usage: dict[str, int] | None = None) -> None:
    """What the model says depends on what it is asked."""

    def reply(request: Request) -> Response:
        return Response(streamed(say(request.get_json()["messages"][0]["content"]), usage=usage), content_type=STREAM)

    server.expect_request(CHAT).respond_with_handler(reply)
