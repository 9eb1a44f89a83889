"""Fixtures for all tests: the shared data beside the checkout, the bundled debate, and a guard around the network."""

from __future__ import annotations

import ipaddress
import os
import socket
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # Gradio's client looks for its maker's site, unless told not to before it is imported

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared/data beside the checkout, or a skip with its reason."""
    path = ROOT.parent / "shared" / "data"
    if not path.is_dir():
        pytest.skip("../shared/data is not beside this checkout: the other people's data sets are not part of the project")
    return path


@pytest.fixture(scope="session")
def seed_bytes() -> bytes:
    """The bundled debate as it is committed."""
    return (ROOT / "rag" / "data" / "seed" / "kst-28638-178.txt").read_bytes()


@pytest.fixture(scope="session")
def seed(seed_bytes: bytes) -> Any:
    """The same, read."""
    from rag.read import read

    return read(seed_bytes, "kst-28638-178.txt")


@pytest.fixture
def debate() -> Any:
    """A debate of our own, empty: turns are said in it."""
    from tests.sheets import Debate

    return Debate()


def _is_local(address: Any) -> bool:
    if not isinstance(address, tuple) or not address:
        return True  # a unix socket
    host = str(address[0])
    if host in {"", "localhost", "0.0.0.0", "::"}:
        return True
    try:
        return ipaddress.ip_address(host.split("%", maxsplit=1)[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Fails any test that opens a socket which leaves loopback, also when the code under test swallows the error."""
    attempts: list[str] = []

    def guard(name: str) -> Any:
        original = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: Any, *rest: Any) -> Any:
            if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_local(address):
                attempts.append(f"{name} {address}")
                raise OSError(f"this test tried to leave loopback: {address}")
            return original(self, address, *rest)

        return guarded

    resolve = socket.getaddrinfo

    def getaddrinfo(host: Any, *rest: Any, **named: Any) -> Any:
        plain = host.decode() if isinstance(host, bytes) else host
        if plain is not None and not _is_local((plain,)):
            attempts.append(f"getaddrinfo {plain}")
            raise socket.gaierror(socket.EAI_NONAME, f"this test tried to look up {plain}")
        return resolve(host, *rest, **named)

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guard(name))
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield
    assert not attempts, f"left loopback: {attempts}"


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the bundled debate in it, made once; tests only read it."""
    from rag.assistant import Assistant
    from rag.settings import load

    path = tmp_path_factory.mktemp("home")
    maker = Assistant(load(home=path))
    maker.ingest_seed()
    maker.close()
    return path


@pytest.fixture(scope="session")
def assistant(home: Path) -> Any:
    """An assistant over that home."""
    from rag.assistant import Assistant
    from rag.settings import load

    reader = Assistant(load(home=home))
    yield reader
    reader.close()


@pytest.fixture
def warm(home: Path, assistant: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That home, where what takes seconds to make of the debate is made by whoever asks first, and not by every command and assistant anew."""
    from rag.shelf import Shelf

    shelf, once = assistant.index.shelf, Shelf.once
    monkeypatch.setattr(Shelf, "once", lambda self, *rest: once(shelf if self.path == shelf.path else self, *rest))
    return home


@pytest.fixture(scope="session")
def browser() -> Any:
    """Debian's chromium, started once; a skip with its reason where it is not installed."""
    executable = Path("/usr/bin/chromium")
    if not executable.exists():
        pytest.skip("Debian's chromium is not installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(executable), args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def served(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The real app in a process of its own, over a copy of the home with the bundled debate; started once."""
    from shutil import copytree

    from tests.served import serving

    with serving(copytree(home, tmp_path_factory.mktemp("served") / "home")) as running:
        yield running
