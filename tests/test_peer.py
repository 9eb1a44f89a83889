"""The wire to a model, proved on a real server: streaming, stop reasons, a window that is too small, an unknown address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rag.assistant import Assistant
from rag.errors import ModelError
from rag.llm import Endpoint
from rag.settings import load
from tests.peer import Server, make_model

pytestmark = pytest.mark.peer

for needed in ("llama_cpp", "gguf", "tokenizers"):
    pytest.importorskip(needed, reason="no real model server here: install the optional group with pip install 'griffier[peer]'")


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory, seed_bytes: bytes) -> Iterator[Server]:
    """llama.cpp with a model of random weights."""
    path = tmp_path_factory.mktemp("peer") / "random.gguf"
    make_model(path, seed_bytes.decode("utf-8"))
    server = Server(path, context=2048)
    server.wait()
    yield server
    server.close()


def endpoint(peer: Server, **options: Any) -> Endpoint:
    return Endpoint(peer.url, None, "random", context=2048, pause=lambda seconds: None, **options)


def test_an_answer_streams_to_its_end(peer: Server) -> None:
    """A real stream: pieces come in one by one, it ends with a reason, and the tokens were counted."""
    model = endpoint(peer)
    pieces = list(model.stream([{"role": "user", "content": "Wat vindt de SP?"}], 40))
    assert len(pieces) > 1 and "".join(pieces)
    assert model.usage is not None and model.usage.prompt_tokens > 0


def test_a_prompt_that_is_too_long_is_said(peer: Server) -> None:
    """The server refuses a prompt beyond its window, and the message says which setting to change."""
    with pytest.raises(ModelError, match="GRIFFIER_CONTEXT"):
        list(endpoint(peer).stream([{"role": "user", "content": "mensenhandel " * 4000}], 40))


def test_the_connection_test(peer: Server) -> None:
    """`probe` is None for a model that answers, and a message of ours for an address that is not there."""
    assert endpoint(peer).probe() is None
    wrong = Endpoint(peer.url + "/elders", None, "random", context=2048, pause=lambda seconds: None).probe()
    assert wrong and "OPENAI_BASE_URL" in str(wrong)


@pytest.mark.parametrize(
    "question", ["Wanneer wordt de webcrawler ingezet?", "Wat vindt het CDA van klanten?", "Hoeveel rechercheurs komen erbij?"]
)
def test_nothing_a_random_model_says_is_supported(peer: Server, home: Path, question: str) -> None:
    """The adversary with random weights: whatever it writes, the answer is the record's own sentences."""
    made = load(home=home).model_copy(update={"griffier_model": "random", "openai_base_url": peer.url, "griffier_context": 2048})
    with closing(Assistant(made)) as writer:
        answer = writer.ask(question)
        assert answer.status == "answered" and answer.written_by == "verbatim" and answer.notes
        assert all(s.verdict == "supported" and s.claim.verbatim for s in answer.statements)
