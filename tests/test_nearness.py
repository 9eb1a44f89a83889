"""What vectors that know meaning add: a paraphrase is found, chosen and cited; another subject is declined; without them, words alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from rag.assistant import Assistant
from rag.embed import Vectors
from rag.nearness import meant
from rag.settings import load
from rag.text import words
from rag.types import Answer
from tests.test_decline import REPORT
from tests.test_layered import OWN

GROUPS = (  # words that mean the same, each by how they begin
    ("muskusrat", "knaagdier", "bever"),
    ("schade", "verniel"),
    ("meldpunt", "telefoonlijn"),
    ("dijk", "waterkering"),
    ("sluis", "schutkolk"),
    ("tuin", "gazon"),
    ("heffing", "belasting"),
    ("aardappel", "koken"),
    ("voetbal", "wereldkampioenschap"),
    ("leraren", "basisonderwijs", "scholieren"),
)
NOISE = 32
PARAPHRASE = "Is er een telefoonlijn voor boeren van wie bevers het gewas vernielen?"
ANSWER = "Een meldpunt voor schade door muskusratten komt er niet"
IN_ITS_WORDS = "Wat kost de sluis bij Terneuzen?"


def vector(text: str) -> list[float]:
    """A text by what it means, somewhat near to every other, and a little by its letters, as those of a real model are."""
    said = words(text)
    groups = [3.0 * any(w.startswith(one) for w in said for one in group) for group in GROUPS]
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "little")
    noise = np.random.default_rng(seed).normal(0, 0.25, NOISE)
    made = np.array([4.0, *groups, *noise])
    return [float(x) for x in made / np.linalg.norm(made)]


class Endpoint:
    """An embedding endpoint on loopback that counts its calls, and fails from one on."""

    def __init__(self, server: HTTPServer) -> None:
        self.calls: list[list[str]] = []
        self.fails_from: int | None = None
        server.expect_request("/v1/embeddings").respond_with_handler(self.answer)

    def answer(self, request: Request) -> Response:
        texts = json.loads(request.data)["input"]
        self.calls.append(texts)
        if self.fails_from is not None and len(self.calls) > self.fails_from:
            return Response("stuk", status=500)
        rows = [{"object": "embedding", "index": i, "embedding": vector(text)} for i, text in enumerate(texts)]
        return Response(json.dumps({"object": "list", "model": "m", "data": rows}), content_type="application/json")


@pytest.fixture
def endpoint(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Endpoint:
    """An endpoint that knows `GROUPS`."""
    monkeypatch.setattr("rag.llm.TRIES", 1)
    return Endpoint(httpserver)


@pytest.fixture
def dikes(endpoint: Endpoint, httpserver: HTTPServer, tmp_path: Path) -> Iterator[Assistant]:
    """The dike debate, with vectors of the endpoint."""
    settings = load(home=tmp_path / "meaning").model_copy(
        update={"griffier_embeddings": "openai:m", "openai_base_url": httpserver.url_for("/v1")}
    )
    made = Assistant(settings)
    made.ingest_bytes(REPORT.encode(), "dijken.txt")
    endpoint.calls.clear()
    yield made
    made.close()


@pytest.fixture
def by_words(tmp_path: Path) -> Iterator[Assistant]:
    """The dike debate, with the built-in vectors."""
    made = Assistant(load(home=tmp_path / "words").model_copy(update={"griffier_embeddings": "builtin"}))
    made.ingest_bytes(REPORT.encode(), "dijken.txt")
    yield made
    made.close()


def cited(answer: Answer) -> list[str]:
    return [c.quote.text for c in answer.citations]


def test_a_paraphrase_without_a_word_in_common_is_answered(dikes: Assistant, by_words: Assistant) -> None:
    """Words alone decline it; with vectors that know meaning its place is found, chosen and cited, and nothing else is quoted first."""
    assert by_words.ask(PARAPHRASE).status == "declined"
    answer = dikes.ask(PARAPHRASE)
    assert answer.status == "answered" and ANSWER in cited(answer)[0]
    assert answer.citations[0].quote.turn.speaker.name == "Terlingen" and not answer.notes


@pytest.mark.parametrize(
    "question",
    [
        "Hoe lang moet je aardappelen koken?",
        "Wie won het wereldkampioenschap voetbal?",
        "Hoeveel leraren komt het basisonderwijs tekort?",
        "Wat kost een brood in oktober?",
    ],
)
def test_another_subject_is_declined(dikes: Assistant, question: str) -> None:
    """What is near to nothing that was said is declined, also when a word of it happens to stand there."""
    assert dikes.ask(question).status == "declined"


def test_an_endpoint_is_asked_twice_at_most(dikes: Assistant, endpoint: Endpoint) -> None:
    """The question in one call, the sentences of the best passages in another; what was asked before is not asked again."""
    first = dikes.ask(PARAPHRASE)
    assert len(endpoint.calls) == 2 and PARAPHRASE in endpoint.calls[0][0]
    assert dikes.ask(PARAPHRASE) == first and len(endpoint.calls) == 2
    dikes.ask(IN_ITS_WORDS)
    assert endpoint.calls[2:] == [[IN_ITS_WORDS]]


def test_a_visitor_s_own_collection_is_asked_with_the_same_vectors(dikes: Assistant, endpoint: Endpoint, tmp_path: Path) -> None:
    """Over both together only the sentences that were not asked for yet are, and the same place answers."""
    told = dikes.ask(PARAPHRASE)
    visitor = dikes.beside(tmp_path / "own")
    visitor.ingest_bytes(OWN.encode(), "eigen.txt")
    endpoint.calls.clear()
    answer = visitor.ask(PARAPHRASE)
    visitor.close()
    assert len(endpoint.calls) == 1 and PARAPHRASE not in endpoint.calls[0]
    assert cited(answer)[0] == cited(told)[0]


@pytest.mark.parametrize("calls", [0, 1])
def test_an_endpoint_that_dies_leaves_words_alone(dikes: Assistant, by_words: Assistant, endpoint: Endpoint, calls: int) -> None:
    """Before the first call or between the two: the passages and the answer that words alone give, and a note that says so."""
    endpoint.fails_from = calls
    answer, declined = dikes.ask(IN_ITS_WORDS), dikes.ask(PARAPHRASE)
    assert cited(answer) == cited(by_words.ask(IN_ITS_WORDS)) and answer.status == "answered"
    assert declined.status == "declined"
    assert all(any("alleen op woorden gezocht" in note for note in a.notes) for a in (answer, declined))
    endpoint.fails_from = None
    assert ANSWER in cited(dikes.ask(PARAPHRASE))[0]


def test_nearness_is_in_no_model_s_own_measure() -> None:
    """Vectors that all lie closer together, or that share more, give the same nearness."""

    def near(shared: float, spread: float) -> list[float]:
        def ask(texts: Sequence[str]) -> Vectors:
            return np.array([[shared, *(spread * x for x in vector(text)[1:])] for text in texts], dtype=np.float32)

        told = ["Een meldpunt voor schade komt er niet.", "Ik sluit de vergadering.", "De dijk wordt versterkt."]
        found = meant("Waar is de telefoonlijn?", "nl", ask).near(dict(zip(told, ask(told), strict=True)), [0.5, 0.1])
        return [found.sentences[one] for one in told]

    assert near(0.0, 1.0) == pytest.approx(near(5.0, 0.2), rel=1e-3)
    assert near(0.0, 1.0)[0] > 2 > near(0.0, 1.0)[1]
