"""The abilities as MCP tools, called by a real client over stdio."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp", reason="the optional extra griffier[mcp] is not installed")

from mcp import ClientSession, StdioServerParameters  # noqa: TID251  a real client, after the check that there is one
from mcp.client.stdio import stdio_client  # noqa: TID251  as above

from rag.assistant import Assistant
from rag.errors import UserError
from rag.mcp import _plain, server


def talk(home: Path, speak: Callable[[ClientSession], Awaitable[None]]) -> None:
    """Starts `griffier mcp` as an assistant would, and lets the client speak to it."""

    async def session() -> None:
        server = StdioServerParameters(command=sys.executable, args=["-m", "rag", "--home", str(home), "mcp"], env=dict(os.environ))
        async with stdio_client(server) as (read, write), ClientSession(read, write) as client:
            await client.initialize()
            await speak(client)

    # in a thread of its own: a browser that another test keeps open has an event loop running in this one
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, session).result()


def document(result: Any) -> Any:
    assert not result.isError, result.content
    return json.loads(result.content[0].text)


def test_a_client_finds_and_calls_the_tools(home: Path) -> None:
    """Each tool is listed with a description, and answers with the contract's JSON."""

    async def speak(client: ClientSession) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert {"meetings", "ask", "check", "turn", "summary", "commitments", "questions"} <= set(tools) and all(
            tool.description for tool in tools.values()
        )
        (meeting,) = document(await client.call_tool("meetings"))["meetings"]
        answer = document(await client.call_tool("ask", {"question": "Wat vindt het CDA van klanten?", "verbatim": True}))
        assert answer["status"] == "answered"
        for citation in answer["citations"]:
            turn = document(await client.call_tool("turn", {"meeting": meeting["meeting"], "turn": citation["turn"]}))
            assert turn["text"][citation["start"] : citation["end"]] == citation["quote"]
        check = document(await client.call_tool("check", {"quote": "Mensenhandel is moderne slavernij."}))
        assert check["status"] == "verbatim"
        ledger = document(await client.call_tool("commitments", {"meeting": meeting["meeting"]}))["commitments"]
        assert sum(one["origin"] != "debate" for one in ledger) == 9
        asked = document(await client.call_tool("questions", {"meeting": meeting["meeting"], "party": "SP"}))["questions"]
        assert asked and {one["party"] for one in asked} == {"SP"}
        page = document(await client.call_tool("summary", {"meeting": meeting["meeting"], "party": "SP"}))
        assert page["status"] == "spoke" and page["checked"]["deviating"] == 0 and page["checked"]["quotes"] >= len(page["positions"])

    talk(home, speak)


def test_a_mistake_is_a_plain_message(home: Path) -> None:
    """What cannot be is an error of the tool, in our words, and the server goes on."""

    async def speak(client: ClientSession) -> None:
        for tool, arguments in (
            ("turn", {"meeting": "kst-1-1", "turn": 1}),
            ("ask", {"question": "Wat?", "role": "koning"}),
            ("ask", {"question": "x" * 10_000}),
        ):
            result = await client.call_tool(tool, arguments)
            assert result.isError and "Traceback" not in str(result.content)
        declined = document(await client.call_tool("ask", {"question": "Wat vindt D66 van de pilot?"}))
        assert (declined["status"], declined["reason"]) == ("declined", "not_present")

    talk(home, speak)


def test_without_the_extra_it_says_what_to_install(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The optional part is missing: one line that says how to get it."""
    monkeypatch.setitem(sys.modules, "mcp.server.fastmcp", None)
    with pytest.raises(UserError, match=r"griffier\[mcp\]"):
        server(assistant)


def test_what_breaks_inside_is_not_shown_to_the_client() -> None:
    """A fault of ours may hold a key or a path: the client gets a plain message."""

    def broken() -> None:
        raise RuntimeError("sk-geheim")

    with pytest.raises(Exception, match="iets mis") as caught:
        _plain(broken, "nl")()
    assert "geheim" not in str(caught.value)
