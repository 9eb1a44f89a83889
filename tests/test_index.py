"""The shelf and the index: all or nothing, the same every time, and clear about what is wrong."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from rag.assistant import Assistant
from rag.chunk import chunk
from rag.embed import Builtin
from rag.errors import IndexStateError, LockedError, ModelError, ReadError, UserError
from rag.index import Index
from rag.read import read
from rag.settings import Settings, load
from rag.shelf import Generation
from rag.text import content_stems
from rag.types import Filter, Language, Speaker, Transcript, Turn

SMALL = """Voorzitter: Jansen

Aanvang 10.00 uur.

De voorzitter:
Ik open de vergadering over windmolens.

De heer De Boer (SP):
Wij willen geen windmolens bij de dijk. {extra}

Minister Visser:
Ik zeg toe dat er geen windmolens bij de dijk komen.

Sluiting 11.00 uur.
"""


def small(extra: str = "") -> tuple[Transcript, bytes]:
    data = SMALL.format(extra=extra).encode()
    return read(data, "klein.txt"), data


def listens(port: int) -> bool:
    """Whether somebody takes connections at a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A real `chroma run` on loopback; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    folder = tmp_path_factory.mktemp("chroma-server")
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout is not None
        # what it says must be read, or it stops when the pipe is full
        drain = threading.Thread(target=server.stdout.read, daemon=True)
        drain.start()
        # it says where to connect before it listens, so what it says is no sign
        until = time.monotonic() + 120
        while not listens(port):
            assert server.poll() is None and time.monotonic() < until, "chroma run did not start"
            threading.Event().wait(0.05)
        yield port
        server.terminate()
        server.wait(timeout=30)
        drain.join(timeout=30)


@pytest.fixture(params=["embedded", pytest.param("server", marks=pytest.mark.chroma_server)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """A fresh home, once with the embedded Chroma and once with a server."""
    made = load(home=tmp_path / "home")
    if request.param == "server":
        port = request.getfixturevalue("chroma_server")
        return made.model_copy(update={"chroma_host": "127.0.0.1", "chroma_port": port})
    return made


def put(settings: Settings, transcript: Transcript, data: bytes) -> str:
    with closing(Index.open(settings, write=True)) as index:
        return index.ingest(transcript, data, "klein.txt").status


def found(settings: Settings, question: str) -> tuple[list[int], list[int]]:
    with closing(Index.open(settings)) as index:
        return [h.turn for h in index.words(content_stems(question), Filter(), 9)], [h.turn for h in index.vectors(question, Filter(), 9)]


def test_a_report_that_is_cut_off_takes_no_place_of_the_whole_one(settings: Settings) -> None:
    """It is refused with what to do, and the whole one stays; where there is no whole one, it goes in, and makes way for it."""
    whole, data = small()
    cut = replace(whole, meeting=replace(whole.meeting, status="incomplete"), turns=whole.turns[:2])
    assert put(settings, cut, data[:-40]) == "added"
    assert put(settings, cut, data[:-50]) == "replaced"
    assert put(settings, whole, data) == "replaced"
    with pytest.raises(ReadError, match=f"griffier remove {whole.meeting.id}"):
        put(settings, cut, data[:-40])
    with closing(Index.open(settings)) as index:
        assert index.shelf.original(whole.meeting.id)[0] == data and len(index.shelf.turns(whole.meeting.id)) == len(whole.turns)


def test_a_corrected_report_without_a_closing_line_replaces_the_one_before_it(settings: Settings) -> None:
    """It holds no less than what is there: another word, a turn more, or another mouth; a turn that breaks off is less."""
    whole, data = small()
    last = whole.turns[-1]
    inside = replace(last, text=last.text[: len(last.text) // 2])
    others = (
        (*whole.turns[:-1], replace(last, text=last.text + " Dank u wel.")),
        (*whole.turns, replace(last, number=last.number + 1)),
        (replace(whole.turns[0], text="Ik heropen."), *whole.turns[1:]),
        (*whole.turns[:-1], replace(last, speaker=whole.turns[0].speaker)),
    )
    for number, turns in enumerate(others):
        assert put(settings, whole, data) in {"added", "replaced"}
        corrected = replace(whole, meeting=replace(whole.meeting, status="incomplete"), turns=turns)
        assert put(settings, corrected, data + bytes([65 + number])) == "replaced"
    put(settings, whole, data)
    with pytest.raises(ReadError):
        put(settings, replace(whole, meeting=replace(whole.meeting, status="incomplete"), turns=(*whole.turns[:-1], inside)), data[:-9])


def test_a_report_without_its_end_that_has_fewer_words_takes_no_place(settings: Settings) -> None:
    """Also where one word of what is left was corrected, or where it is cut into as many turns."""
    whole, data = small()
    long = replace(whole.turns[-1], text="Er gaat 3 miljoen naar de dijken. " * 20)
    kept = replace(whole, turns=(*whole.turns[:-1], long))
    assert put(settings, kept, data) == "added"
    short = replace(long, text="Er gaat drie miljoen naar de dijken. " * 5)
    for number, turns in enumerate(((*whole.turns[:-1], short), (*whole.turns[:-1], short, replace(short, number=long.number + 1)))):
        with pytest.raises(ReadError):
            put(settings, replace(kept, meeting=replace(whole.meeting, status="incomplete"), turns=turns), data[: -9 - number])


@pytest.mark.parametrize(
    "cut",
    [
        lambda turns: (replace(turns[0], text=turns[0].text.replace(".", " .")), *turns[1:-1]),
        lambda turns: (*turns[:-2], replace(turns[-2], text=turns[-2].text + " (De rest van dit verslag volgt.)")),
        lambda turns: (*turns[:-2], replace(turns[-2], text=turns[-2].text[:9] + "…")),
        lambda turns: (*turns[:-1], replace(turns[-1], text=turns[-1].text[:9] + " –")),
        lambda turns: (replace(turns[0], text="Ik heropen."), *turns[1:-1], replace(turns[-1], text=turns[-1].text[:9])),
        lambda turns: turns[1:],
    ],
)
def test_a_part_of_a_report_takes_no_place_of_it_however_it_is_spelled(
    settings: Settings, cut: Callable[[tuple[Turn, ...]], tuple[Turn, ...]]
) -> None:
    """It has fewer turns than the whole one, or breaks off in the last."""
    whole, data = small()
    put(settings, whole, data)
    with pytest.raises(ReadError):
        put(settings, replace(whole, meeting=replace(whole.meeting, status="incomplete"), turns=cut(whole.turns)), data[:-9])


def test_ingest_again_change_and_remove(settings: Settings) -> None:
    """The same file changes nothing, a changed one replaces its meeting, and remove takes all of it away."""
    transcript, data = small()
    assert put(settings, transcript, data) == "added"
    assert put(settings, transcript, data) == "unchanged"
    by_words, by_vectors = found(settings, "windmolens bij de dijk")
    assert by_words[0] in (2, 3) and by_vectors[0] in (2, 3)
    changed, other = small("Nooit.")
    changed = replace(changed, meeting=transcript.meeting, turns=tuple(replace(t, meeting=transcript.meeting.id) for t in changed.turns))
    assert put(settings, changed, other) == "replaced"
    with closing(Index.open(settings, write=True)) as index:
        assert "Nooit." in index.shelf.turn(transcript.meeting.id, 2).text
        assert index.shelf.original(transcript.meeting.id)[0] == other
        index.remove(transcript.meeting.id)
        assert index.shelf.meetings() == [] and index.count() == 0
        assert index.words(content_stems("windmolens"), Filter(), 5) == []
        with pytest.raises(UserError, match="griffier meetings"):
            index.remove(transcript.meeting.id)


def test_parts_of_words_are_looked_up_in_a_list_that_is_read_once(tmp_path: Path) -> None:
    """A noun nobody used costs no walk through all postings each time, and what was ingested since counts."""
    settings = load(home=tmp_path)
    put(settings, *small())
    with closing(Index.open(settings)) as index:
        shelf, asked = index.shelf, list[str]()
        gens = [g.gen for g in shelf.visible()]
        shelf._db().set_trace_callback(asked.append)
        assert shelf.has_part("molen", gens) and not shelf.has_part("molen", []) and not shelf.has_part("vuurtoren", gens)
        assert sum("DISTINCT" in one for one in asked) == 1
        assert not shelf.has_part("walvis", gens)
        put(settings, *small("Een walvis."))
        assert shelf.has_part("walvis", [g.gen for g in shelf.visible()])


def test_filters(settings: Settings) -> None:
    """Party, speaker and role limit both searches; a period leaves out a meeting without a date."""
    transcript, data = small()
    put(settings, transcript, data)
    with closing(Index.open(settings)) as index:
        for where, turns in ((Filter(parties=("SP",)), {2}), (Filter(roles=("government",)), {3}), (Filter(speakers=("De Boer",)), {2})):
            assert {h.turn for h in index.words(content_stems("windmolens"), where, 9)} == turns
            assert {h.turn for h in index.vectors("windmolens", where, 9)} == turns
        assert index.words(content_stems("windmolens"), Filter(since="2019-01-01"), 9) == []


def test_a_second_writer_is_refused(settings: Settings) -> None:
    """While one writes, another gets a message; a reader still reads."""
    transcript, data = small()
    put(settings, transcript, data)
    with closing(Index.open(settings, write=True)):
        with pytest.raises(LockedError):
            Index.open(settings, write=True)
        assert found(settings, "windmolens")[0]


def test_an_open_reader_sees_what_another_process_wrote(settings: Settings) -> None:
    """A reader that was open before an ingest elsewhere finds the new meeting with words and vectors."""
    put(settings, *small())
    with closing(Index.open(settings)) as reader:
        assert reader.vectors("windmolens", Filter(), 3)
        script = "import sys; from pathlib import Path; from rag.assistant import Assistant; from rag.settings import Settings; a = Assistant(Settings.model_validate_json(sys.argv[1])); a.ingest_seed(); a.close()"
        subprocess.run([sys.executable, "-c", script, settings.model_dump_json()], check=True, timeout=60)
        assert any(h.meeting == "kst-28638-178" for h in reader.words(content_stems("mensenhandel"), Filter(), 5))
        assert any(h.meeting == "kst-28638-178" for h in reader.vectors("mensenhandel slachtoffers", Filter(), 5))


@pytest.mark.parametrize("asked", ["turns", "turn", "events", "original"])
def test_a_meeting_that_is_swept_while_it_is_read(asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has found a meeting reads all of it, though another writer takes it away at that very moment."""
    settings = load(home=tmp_path)
    transcript, data = small()
    put(settings, transcript, data)
    ident = transcript.meeting.id
    writer, reader = Index.open(settings, write=True), Index.open(settings)
    look = reader.shelf.visible

    def swept(meetings: Sequence[str] = ()) -> tuple[Generation, ...]:
        found = look(meetings)
        if found and writer.shelf.visible():
            writer.remove(ident)
        return found

    monkeypatch.setattr(reader.shelf, "visible", swept)
    try:
        reads: dict[str, Callable[[], object]] = {
            "turns": lambda: reader.shelf.turns(ident)[1],
            "turn": lambda: reader.shelf.turn(ident, 2),
            "events": lambda: reader.shelf.events(ident)[-1].kind,
            "original": lambda: reader.shelf.original(ident)[0],
        }
        text = replace(transcript.turns[1], meeting=ident)
        assert reads[asked]() == {"turns": text, "turn": text, "events": "closing", "original": data}[asked]
        assert reader.shelf.meetings() == []
    finally:
        reader.close()
        writer.close()


def test_a_failing_embedder_leaves_the_index_as_it_was(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """An endpoint that dies half way: nothing of the new meeting is visible, the old one still is."""
    put(settings, *small())

    def dies(self: Builtin, *rest: object) -> None:
        raise ModelError("weg")

    monkeypatch.setattr(Builtin, "embed", dies)
    changed, data = small("Anders.")
    with pytest.raises(ModelError):
        put(settings, changed, data)
    monkeypatch.undo()
    assert found(settings, "windmolens")[0]
    assert put(settings, changed, data) == "added"


def test_failing_vectors_leave_the_index_as_it_was(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Chroma that fails in the middle of an add: the meeting is not visible, the message says what to do."""
    import rag.index as room

    transcript, data = small()

    def full(*rest: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(room, "_add", full)
    with pytest.raises(IndexStateError, match="Chroma"):
        put(settings, transcript, data)
    monkeypatch.undo()
    with closing(Index.open(settings)) as index:
        assert index.shelf.meetings() == []
    assert put(settings, transcript, data) == "added"


def test_another_version_gets_a_message_and_a_rebuild(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of another reader is refused with the command that rebuilds it, and the rebuild works."""
    import rag.index as room

    transcript, data = small()
    put(settings, transcript, data)
    monkeypatch.setattr(room, "READER_VERSION", "later")
    with pytest.raises(IndexStateError, match="griffier ingest --rebuild"):
        Index.open(settings)
    assistant = Assistant(settings)
    assistant.rebuild()
    assistant.close()
    assert found(settings, "windmolens bij de dijk")[1]


def test_a_rebuild_under_another_id_leaves_no_ghost(settings: Settings) -> None:
    """A reader that gives a report another id: after the rebuild the meeting stands under the new one only."""
    transcript, data = small()
    put(settings, transcript, data)
    renamed = replace(
        transcript,
        meeting=replace(transcript.meeting, id="kst-1-XVI-2"),
        turns=tuple(replace(turn, meeting="kst-1-XVI-2") for turn in transcript.turns),
    )
    with closing(Index.open(settings, write=True, rebuild=True)) as index:
        index.rebuild(lambda *_: renamed)
    with closing(Index.open(settings)) as index:
        assert [meeting.id for meeting in index.shelf.meetings()] == ["kst-1-XVI-2"]


def test_an_original_that_is_no_longer_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version refuses a kept original: the rebuild names it and leaves all as it was; without it the rebuild is made."""
    import rag.index as room
    import rag.read as reading

    assistant = Assistant(load(home=tmp_path))
    kept = assistant.ingest_bytes(small()[1], "klein.txt").meeting
    refused = assistant.ingest_bytes(SMALL.format(extra="Nooit.").encode(), "oud.txt").meeting
    assistant.close()
    real = reading.read

    def later(data: bytes, name: str) -> Transcript:
        if b"Nooit." in data:
            raise ReadError("Het bestand is leeg.")
        return real(data, name)

    monkeypatch.setattr(reading, "read", later)
    monkeypatch.setattr(room, "READER_VERSION", "later")
    with pytest.raises(IndexStateError, match=f"is leeg.*\n.*griffier remove {refused}"):
        assistant.rebuild()
    with pytest.raises(IndexStateError, match="--rebuild"):
        assistant.meetings()
    assistant.remove(refused)
    assistant.rebuild()
    assert [one.id for one, _, _ in assistant.meetings()] == [kept] and found(load(home=tmp_path), "windmolens")[1]
    assistant.close()


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    """The message names the server and its settings; it does not send the user to a rebuild first."""
    put(load(home=tmp_path), *small())
    away = load(home=tmp_path).model_copy(update={"chroma_host": "127.0.0.1", "chroma_port": 9})
    with pytest.raises(IndexStateError, match=r"127\.0\.0\.1:9.*\n.*CHROMA_HOST"):
        found(away, "windmolens")


@pytest.mark.chroma_server
def test_a_server_that_went_away(tmp_path: Path, chroma_server: int) -> None:
    """Asking, adding and removing say that the server cannot be reached, in the reader's language, and leave all as it was."""
    here = load(home=tmp_path).model_copy(update={"chroma_host": "127.0.0.1", "chroma_port": chroma_server})
    transcript, data = small()
    put(here, transcript, data)
    away = Assistant(here.model_copy(update={"chroma_port": 9}))
    changed = SMALL.format(extra="Nooit.").encode()
    for act in (
        lambda: away.ask("Wat wil de SP met windmolens?"),
        lambda: away.ingest_bytes(changed, "klein.txt"),
        lambda: away.remove(transcript.meeting.id),
    ):
        with pytest.raises(IndexStateError, match="niet te bereiken") as caught:
            act()
        assert "cannot be reached" in caught.value.said("en") and "CHROMA_HOST" in str(caught.value)
    away.close()
    assert found(here, "windmolens bij de dijk")[1]
    back = Assistant(here)
    assert back.ingest_bytes(changed, "klein.txt").status == "added"  # without a date its id is made from all its words
    back.remove(transcript.meeting.id)
    assert len(back.meetings()) == 1
    back.close()


def test_an_embedding_endpoint_that_went_away(tmp_path: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking goes on with words alone and says so, in the language of the answer; adding says what is wrong and changes nothing."""

    def vectors(request: Request) -> Response:
        texts = json.loads(request.data)["input"]
        rows = [{"object": "embedding", "index": i, "embedding": [1.0, float(len(text)), 3.0]} for i, text in enumerate(texts)]
        return Response(json.dumps({"object": "list", "model": "m", "data": rows}), content_type="application/json")

    httpserver.expect_request("/v1/embeddings").respond_with_handler(vectors)
    made = load(home=tmp_path).model_copy(update={"griffier_embeddings": "openai:m", "openai_base_url": httpserver.url_for("/v1")})
    transcript, data = small()
    put(made, transcript, data)
    monkeypatch.setattr("rag.llm.TRIES", 1)
    away = Assistant(made.model_copy(update={"openai_base_url": "http://127.0.0.1:9/v1"}))
    said: dict[Language, str] = {"nl": "alleen op woorden gezocht", "en": "Only words were searched"}
    for language, says in said.items():
        answer = away.ask("Wat wil de SP met windmolens?", language=language)
        assert answer.status == "answered" and [t.number for t in (c.quote.turn for c in answer.citations)] == [2]
        assert any(says in note and "127.0.0.1:9" in note for note in answer.notes)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the question and never answers
        monkeypatch.setattr("rag.embed.QUESTION_SECONDS", 0.2)
        slow = Assistant(made.model_copy(update={"openai_base_url": f"http://127.0.0.1:{silent.getsockname()[1]}/v1"}))
        assert any("0.2 seconden" in note for note in slow.ask("Wat wil de SP met windmolens?").notes)
        slow.close()
    with pytest.raises(ModelError, match=r"vectoren \(m\) werkt niet"):
        away.ingest_bytes(SMALL.format(extra="Nooit.").encode(), "klein.txt")
    assert len(away.meetings()) == 1
    away.close()
    here = Assistant(made)
    assert not here.ask("Wat wil de SP met windmolens?").notes
    here.close()


def test_vectors_that_were_lost_are_rebuilt(tmp_path: Path) -> None:
    """Chroma's folder deleted: a message, and the rebuild brings it back from the kept originals."""
    import shutil

    settings = load(home=tmp_path)
    put(settings, *small())
    shutil.rmtree(tmp_path / "chroma")
    with pytest.raises(IndexStateError, match="griffier ingest --rebuild"):
        found(settings, "windmolens")
    assistant = Assistant(settings)
    assistant.rebuild()
    assistant.close()
    assert found(settings, "windmolens")[1]


@pytest.mark.parametrize("act", ["ingest", "rebuild"])
def test_vectors_broken_by_a_kill_are_made_anew(tmp_path: Path, seed_bytes: bytes, act: str) -> None:
    """Killed while Chroma writes a deletion to disk, its files disagree: asking goes on by words and says so; writing makes them anew."""
    settings = load(home=tmp_path)
    transcript, data = small()
    seed = read(seed_bytes, "x")
    put(settings, seed, seed_bytes)  # long enough for Chroma to keep its index in files
    put(settings, transcript, data)
    with closing(Index.open(settings, write=True)) as index:
        index.shelf.hide(seed.meeting.id)  # hidden, not yet swept
    (kept,) = (tmp_path / "chroma").glob("*/index_metadata.pickle")
    kept.write_bytes(b"")
    with closing(Assistant(settings)) as here:
        answer = here.ask("Wat wil de SP met windmolens?")
        assert answer.status == "answered" and any("--rebuild" in note for note in answer.notes)
        if act == "ingest":
            assert here.ingest_bytes(data, "klein.txt").status == "unchanged"
        else:
            here.rebuild()
    with closing(Assistant(settings)) as again:
        assert not again.ask("Wat wil de SP met windmolens?").notes and again.index.shelf.stale() == []


KILLED_AT = ["stage", "add", "count", "publish", "sweep"]


@pytest.mark.parametrize("point", KILLED_AT)
@pytest.mark.parametrize("when", ["before", "after"])
def test_kill_at_any_moment_of_an_ingest(tmp_path: Path, point: str, when: str) -> None:
    """SIGKILL before or after each step: the next command sees the old state or the new one, and a re-run completes."""
    settings = load(home=tmp_path)
    transcript, data = small()
    put(settings, transcript, data)
    changed = tmp_path / "anders.txt"
    changed.write_bytes(SMALL.format(extra="Nooit.").encode())
    script = textwrap.dedent(f"""
        import os, signal, sys
        from dataclasses import replace
        from pathlib import Path
        import rag.index as room
        from rag.index import Index
        from rag.read import read
        from rag.settings import load
        from rag.shelf import Shelf
        from chromadb.api.models.Collection import Collection
        owner, name = {{"stage": (Shelf, "stage"), "add": (Collection, "add"), "count": (Collection, "count"), "publish": (Shelf, "publish"), "sweep": (Shelf, "sweep")}}[{point!r}]
        kept = getattr(owner, name)
        def wrapped(*a, **k):
            if {when!r} == "before": os.kill(os.getpid(), signal.SIGKILL)
            kept(*a, **k)
            os.kill(os.getpid(), signal.SIGKILL)
        index = Index.open(load(home=Path(sys.argv[1])), write=True)
        setattr(owner, name, wrapped)
        data = Path(sys.argv[2]).read_bytes()
        t = read(data, "x")
        old = index.shelf.meetings()[0]
        t = replace(t, meeting=replace(t.meeting, id=old.id), turns=tuple(replace(x, meeting=old.id) for x in t.turns))
        index.ingest(t, data, "x")
    """)
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path), str(changed)], env={**os.environ}, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    with closing(Index.open(settings, write=True)) as index:
        text = index.shelf.turn(transcript.meeting.id, 2).text
        assert ("Nooit." in text) == (point == "sweep" or (point == "publish" and when == "after"))
        assert {h.turn for h in index.vectors("windmolens dijk", Filter(), 9)} >= {2, 3}
        assert index.shelf.stale() == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB of its own, or a skip with the reason."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not shutil.which("mount") or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], check=False).returncode:
        pytest.skip("this machine does not let the test mount a small disk of its own")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("left", [100, 700, 1600])
def test_a_full_disk_leaves_the_index_as_it_was(small_disk: Path, seed_bytes: bytes, left: int) -> None:
    """The disk runs full at different moments of an ingest: a plain message, the old state, and the same ingest works later."""
    settings = load(home=small_disk / "home")
    transcript, data = small()
    put(settings, transcript, data)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - left * 1024))
    with pytest.raises(IndexStateError, match="is vol"):
        put(settings, read(seed_bytes, "x"), seed_bytes)
    ballast.unlink()
    assert found(settings, "windmolens dijk")[0]
    index = Index.open(settings)
    assert [m.id for m in index.shelf.meetings()] == [transcript.meeting.id]
    index.close()
    assert put(settings, read(seed_bytes, "x"), seed_bytes) == "added"


@pytest.mark.parametrize("bar", ["full", "nearly full", "read-only"])
def test_what_cannot_be_written_is_read_all_the_same(small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bar: str) -> None:
    """SQLite and Chroma write a little where they read: then they read a copy, that is gone afterwards. Without room for one, and to write, it is said."""
    settings = load(home=small_disk / "home")
    put(settings, *small())
    before = found(settings, "windmolens dijk")
    if bar == "read-only":
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    else:  # there is room for what SQLite writes, and not for what Chroma does, in the second
        (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free - (40 * 1024 if bar == "nearly full" else 0)))
    (spare := tmp_path / "spare").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(spare))
    assert found(settings, "windmolens dijk") == before and before[1]
    assert list(spare.iterdir()) == []
    said = "niet worden geschreven" if bar == "read-only" else "is vol"
    with pytest.raises(IndexStateError, match=said):
        put(settings, *small("Nooit."))
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    with pytest.raises(IndexStateError, match=said):
        found(settings, "windmolens dijk")


def test_vector_recall_at_thirty_thousand_chunks(tmp_path: Path, seed_bytes: bytes) -> None:
    """Chroma's candidates, scored again, hold at least 99 % of the exact top ten at 30,000 chunks."""
    from rag.text import sentences

    pool = [t.text[a:b] for t in read(seed_bytes, "x").turns for a, b in sentences(t.text) if b - a > 60]
    draw = np.random.default_rng(7)
    texts = [" ".join(pool[i] for i in draw.integers(0, len(pool), 3)) for _ in range(30_000)]
    speaker = Speaker("De Boer", "SP", "member")
    base, data = small()
    turns = tuple(Turn("groot", n, speaker, "De heer De Boer (SP):", t) for n, t in enumerate(texts, 1))
    settings = load(home=tmp_path)
    with closing(Index.open(settings, write=True)) as index:
        index.ingest(replace(base, meeting=replace(base.meeting, id="groot"), turns=turns), data, "groot")
        chunks = [one for turn in turns for one in chunk(turn)]
        assert len(chunks) >= 30_000
        exact = Builtin().embed([turns[c.turn - 1].text[c.start : c.end] for c in chunks], "nl").astype(np.float64)
        hits = 0
        queries = [pool[i] for i in draw.integers(0, len(pool), 40)]
        for query in queries:
            scores = np.round(exact @ Builtin().embed([query], "nl")[0].astype(np.float64), 9)
            bar = np.sort(scores)[-10] - 1e-6
            got = index.vectors(query, Filter(), 10)
            hits += sum(h.score >= bar for h in got)
        assert hits / (10 * len(queries)) >= 0.99
