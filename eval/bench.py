"""Speed and memory as ratios: griffier beside bare Chroma, and commands beside the imports they cannot do without.

Every figure is the median over alternating runs on this machine, each run a process of its own; a ratio says ours / theirs.
Bounds are held here and nowhere else: timings have no place in pytest.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rag.text import sentences, words
from rag.types import Transcript, Turn

SEED = Path(__file__).parent.parent / "rag" / "data" / "seed" / "kst-28638-178.txt"
K = 800  # candidates: what `rag.index` fetches for a retrieval without a filter; with one it fetches twice as many
PARTY = "VVD"
QUESTION = "Wanneer wordt de webcrawler ingezet?"
CHROMIUM = "/usr/bin/chromium"


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure: the median of ours over the median of theirs, and the most it may be (None: reported, not gated)."""

    name: str
    value: float
    bound: float | None
    ours: tuple[float, ...]
    theirs: tuple[float, ...]
    unit: str = "s"
    note: str = ""

    @property
    def passed(self) -> bool:
        return self.bound is None or self.value <= self.bound


@dataclass(slots=True)
class Bench:
    """What a run needs: a folder for everything it makes, how often to repeat, and the figures so far."""

    folder: Path
    runs: int
    ratios: list[Ratio] = field(default_factory=list)

    def add(self, name: str, bound: float | None, ours: Sequence[float], theirs: Sequence[float], unit: str = "s", note: str = "") -> None:
        value = statistics.median(ours) / statistics.median(theirs)
        self.ratios.append(Ratio(name, round(value, 3), bound, tuple(ours), tuple(theirs), unit, note))
        one = self.ratios[-1]
        held = "" if bound is None else f"  (at most {bound:g}: {'yes' if one.passed else 'NO'})"
        print(f"{name:<52} {one.value:7.2f}{held}  {_middle(ours, unit)} / {_middle(theirs, unit)}  {note}", flush=True)  # noqa: T201  a command's output


def _middle(values: Sequence[float], unit: str) -> str:
    return f"{statistics.median(values):.4g} {unit}"


# --- the enlargement ------------------------------------------------------------------------------


def enlarge(transcript: Transcript, times: int, seed: int = 20191205) -> str:
    """A report of ``times`` as many turns: each turn's sentences drawn anew from the whole debate until it is as long as it was.

    It has the debate's own front matter, headings and closing line; the same seed gives the same bytes.
    """
    pool = [turn.text[a:b] for turn in transcript.turns for a, b in sentences(turn.text)]
    draw = random.Random(seed)
    first = min(span.start for span in transcript.spans if span.kind == "heading")
    parts = [transcript.source[:first].rstrip()]
    for _ in range(times):
        for turn in transcript.turns:
            parts += [turn.heading, _drawn(turn, pool, draw)]
    return "\n".join([*parts, "Sluiting 14.00 uur.", ""])


def _drawn(turn: Turn, pool: Sequence[str], draw: random.Random) -> str:
    """Sentences until the turn's number of words is reached; none of one word, so that no line looks like a heading."""
    wanted, found, length = max(turn.words, 2), [], 0
    while length < wanted:
        sentence = draw.choice(pool)
        if len(words(sentence)) > 1 and not sentence.endswith(":"):
            found.append(sentence)
            length += len(sentence.split())
    return " ".join(found)


# --- one run, in a process of its own -------------------------------------------------------------


def child(what: str, *arguments: str) -> dict[str, Any]:
    """Runs one measurement in a fresh process and gives what it reports."""
    done = subprocess.run(  # noqa: S603  our own module, our own arguments
        [sys.executable, "-m", "eval.bench", "--child", what, *arguments], capture_output=True, text=True, check=False, timeout=3600
    )
    if done.returncode:
        raise RuntimeError(f"{what} failed:\n{done.stderr[-2000:]}")
    report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return report


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ingest_ours(home: str, report: str) -> dict[str, Any]:
    """Reads, chunks, embeds and indexes a report, as `griffier ingest` does."""
    import chromadb  # noqa: F401, TID251  both sides pay for this import before the clock starts

    from rag.assistant import Assistant
    from rag.settings import load

    assistant = Assistant(load(home=Path(home)))
    data = Path(report).read_bytes()
    began = time.perf_counter()
    done = assistant.ingest_bytes(data, "report.txt")
    seconds = time.perf_counter() - began
    assistant.close()
    return {"seconds": seconds, "peak": _peak(), "turns": done.turns, "chunks": done.chunks, "disk": _size(Path(home))}


def ingest_bare(home: str, prepared: str) -> dict[str, Any]:
    """Chroma's own add of the same texts and vectors, with documents and four metadata fields, and the same index settings."""
    import chromadb  # noqa: TID251  the peer we measure against
    import numpy as np

    from rag.index import HNSW

    vectors = np.load(Path(prepared) / "vectors.npy")
    texts, fields = (json.loads((Path(prepared) / f"{name}.json").read_text()) for name in ("texts", "fields"))
    began = time.perf_counter()
    client = chromadb.PersistentClient(Path(home))
    collection = client.create_collection("bare", configuration={"hnsw": HNSW}, embedding_function=None)  # type: ignore[arg-type]  # Chroma's own documented form
    for start in range(0, len(texts), 5000):
        stop = min(start + 5000, len(texts))
        ids = [str(i) for i in range(start, stop)]
        collection.add(ids=ids, embeddings=vectors[start:stop], documents=texts[start:stop], metadatas=fields[start:stop])
    return {"seconds": time.perf_counter() - began, "peak": _peak(), "disk": _size(Path(home)), "dimension": int(vectors.shape[1])}


def _size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def prepare(home: str, prepared: str) -> dict[str, Any]:
    """The chunks of an index as texts, vectors and four metadata fields, for the bare side."""
    import numpy as np

    from rag.chunk import chunk
    from rag.embed import Builtin
    from rag.index import Index
    from rag.settings import load

    index = Index.open(load(home=Path(home)))
    (meeting,) = index.shelf.meetings()
    turns = {t.number: t for t in index.shelf.turns(meeting.id)}
    chunks = [one for turn in turns.values() for one in chunk(turn)]
    texts = [turns[c.turn].text[c.start : c.end] for c in chunks]
    fields = [
        {"meeting": c.meeting, "turn": c.turn, "speaker": turns[c.turn].speaker.name, "party": turns[c.turn].speaker.party or ""}
        for c in chunks
    ]
    folder = Path(prepared)
    folder.mkdir(parents=True)
    np.save(folder / "vectors.npy", Builtin().embed(texts, meeting.language))
    (folder / "texts.json").write_text(json.dumps(texts))
    (folder / "fields.json").write_text(json.dumps(fields))
    index.close()
    return {"chunks": len(chunks)}


def query(home: str, prepared: str, party: str) -> dict[str, Any]:
    """Warm retrieval and a bare Chroma query on the same index in turn, and the recall of our vector search against exact."""
    import chromadb  # noqa: TID251  the peer we measure against
    import numpy as np

    from rag.embed import Builtin
    from rag.index import Index
    from rag.retrieve import retrieve
    from rag.settings import load
    from rag.types import Filter, Understood

    index = Index.open(load(home=Path(home)))
    where = Filter(parties=(party,)) if party else Filter()
    questions = _questions()
    retrieve(Understood(questions[0], where, "nl"), index)
    from chromadb.config import Settings as ChromaSettings  # noqa: TID251  as above

    quiet = ChromaSettings(anonymized_telemetry=False)  # as the index: one process cannot open it twice with other settings
    bare = chromadb.PersistentClient(Path(home) / "chroma", settings=quiet).list_collections()[0]
    (generation,) = index.shelf.visible()
    wanted = [i for i, s in enumerate(generation.speakers) if s.party == party]
    limit: Any = {"$and": [{"g": generation.gen}, {"s": {"$in": wanted}}]} if party else None
    exact = np.load(Path(prepared) / "vectors.npy").astype(np.float64)
    fields = json.loads((Path(prepared) / "fields.json").read_text())
    allowed = np.array([not party or f["party"] == party for f in fields])
    ours, theirs, found = [], [], 0
    for question in questions:
        began = time.perf_counter()
        retrieve(Understood(question, where, "nl"), index)
        ours.append(time.perf_counter() - began)
        vector = Builtin().embed([question], "nl")
        began = time.perf_counter()
        bare.query(query_embeddings=vector, n_results=min(K, int(allowed.sum())), where=limit)
        theirs.append(time.perf_counter() - began)
        scores = np.where(allowed, np.round(exact @ vector[0].astype(np.float64), 9), -1.0)
        bar = np.sort(scores)[-10] - 1e-6
        found += sum(hit.score >= bar for hit in index.vectors(question, where, 10))
    index.close()
    return {"ours": ours, "theirs": theirs, "recall": found / (10 * len(questions)), "peak": _peak()}


def _questions() -> list[str]:
    """Thirty sentences of the debate with a question mark: as long and as varied as what people ask."""
    from rag.read import read

    turns = read(SEED.read_bytes(), SEED.name).turns
    found = [t.text[a:b] for t in turns for a, b in sentences(t.text) if t.text[b - 1] == "?" and 6 <= len(t.text[a:b].split()) <= 25]
    return random.Random(7).sample(found, 30)


CHILDREN: dict[str, Callable[..., dict[str, Any]]] = {
    "ingest-ours": ingest_ours,
    "ingest-bare": ingest_bare,
    "prepare": prepare,
    "query": query,
}


# --- what is compared -----------------------------------------------------------------------------


def ingest(bench: Bench, name: str, report: Path, bound: float | None) -> tuple[Path, Path]:
    """Ingest beside bare Chroma's add of the same chunks; gives the last home and the prepared chunks."""
    home, prepared = bench.folder / f"{name}-home", bench.folder / f"{name}-prepared"
    pairs = []
    for _ in range(bench.runs):
        shutil.rmtree(home, ignore_errors=True)
        one = child("ingest-ours", str(home), str(report))
        if not prepared.exists():
            child("prepare", str(home), str(prepared))
        bare_home = bench.folder / f"{name}-bare"
        shutil.rmtree(bare_home, ignore_errors=True)
        pairs.append((one, child("ingest-bare", str(bare_home), str(prepared))))
    from rag.index import HNSW

    one, other = pairs[-1]
    about = f"{one['turns']} turns, {one['chunks']} chunks, {other['dimension']} dimensions, {HNSW}"
    for title, key, most, unit, scale, note in (
        (f"ingest {name} / bare Chroma add", "seconds", bound, "s", 1, about),
        (f"ingest {name}: peak memory / bare", "peak", None, "MB", 1, ""),
        (f"ingest {name}: disk / bare", "disk", None, "MB", 2**20, ""),
    ):
        bench.add(title, most, [ours[key] / scale for ours, _ in pairs], [theirs[key] / scale for _, theirs in pairs], unit, note)
    return home, prepared


def queries(bench: Bench, home: Path, prepared: Path) -> None:
    """Retrieval beside a bare Chroma query with the same k and ef on the same index, without a filter and with one party."""
    for label, party in (("no filter", ""), (f"party {PARTY}", PARTY)):
        runs = [child("query", str(home), str(prepared), party) for _ in range(bench.runs)]
        recall = min(r["recall"] for r in runs)
        for name, at, bound in (("p50", 50, None), ("p95", 95, 3.0)):
            ours = [_percentile(r["ours"], at) for r in runs]
            theirs = [_percentile(r["theirs"], at) for r in runs]
            bench.add(f"retrieval {name}, {label} / bare query, k={K}", bound, ours, theirs, note=f"recall@10 against exact {recall:.3f}")
        bench.add(f"1 - recall@10, {label} / 0.01", 1.0, [1 - recall], [0.01], "")


def _percentile(values: Sequence[float], at: int) -> float:
    return sorted(values)[min(len(values) - 1, round(at / 100 * (len(values) - 1)))]


def commands(bench: Bench) -> None:
    """Whole processes: `ask` beside importing Chroma, and all pages as PDF beside one page as Markdown."""
    home = bench.folder / "home"
    _run([sys.executable, "-m", "rag", "--home", str(home), "ingest", str(SEED)])
    griffier = [sys.executable, "-m", "rag", "--home", str(home)]
    ask = [*griffier, "ask", QUESTION, "--verbatim"]
    versus(bench, "ask / import chromadb", 2.0, ask, [sys.executable, "-c", "import chromadb"])
    out = bench.folder / "out"
    pages = [*griffier, "summary", "kst-28638-178", "--all", "--format", "pdf", "-o", str(out)]
    page = [*griffier, "summary", "kst-28638-178", "--party", "SP"]
    versus(bench, "summary --all, PDF / one party, Markdown", 4.0, pages, page)


def app(bench: Bench) -> None:
    """The page beside the imports it cannot do without, and an answer on it beside the command line's."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("the page: not measured, playwright is not installed")  # noqa: T201  a command's output
        return
    if not Path(CHROMIUM).exists():
        print(f"the page: not measured, {CHROMIUM} is not there")  # noqa: T201  as above
        return
    home = bench.folder / "app-home"
    ask = [sys.executable, "-m", "rag", "--home", str(home), "ask", QUESTION, "--verbatim"]
    imports = [sys.executable, "-c", "import os; os.environ['GRADIO_ANALYTICS_ENABLED'] = 'False'; import gradio, chromadb"]
    _run([sys.executable, "-m", "rag", "--home", str(home), "ingest", str(SEED)])
    _run(imports)
    drawn, answered, imported, asked = [], [], [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(bench.runs + 1):  # the first is not counted
            first, answer = _page(browser, home)
            drawn.append(first)
            answered.append(answer)
            imported.append(_run(imports))
            asked.append(_run(ask))
        browser.close()
    bench.add(
        "page drawn / import gradio, chromadb", 2.0, drawn[1:], imported[1:], note="from process start to the first screen in the browser"
    )
    bench.add("first answer on the page / ask", 1.5, answered[1:], asked[1:])


def _page(browser: Any, home: Path) -> tuple[float, float]:
    """Starts the app; seconds until the first screen is drawn, and from asking until the whole first answer stands there."""
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "rag", "--home", str(home), "serve", "--port", str(port)]
    began = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  our own command
    context = browser.new_context()
    page = context.new_page()
    try:
        while True:
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
            except OSError:
                if server.poll() is not None:
                    raise RuntimeError("griffier serve ended by itself") from None
                time.sleep(0.02)
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_selector("#gp-card .gf-meeting")
        drawn = time.perf_counter() - began
        page.fill("#gp-ask textarea", QUESTION)
        began = time.perf_counter()
        page.press("#gp-ask textarea", "Enter")
        page.wait_for_selector("#gp-current .gf-by")
        return drawn, time.perf_counter() - began
    finally:
        context.close()
        server.terminate()
        server.wait(30)


def versus(bench: Bench, name: str, bound: float, ours: Sequence[str], theirs: Sequence[str]) -> None:
    """Two commands in turn, as whole processes, after one run each that is not counted."""
    _run(ours)
    _run(theirs)
    pairs = [(_run(ours), _run(theirs)) for _ in range(bench.runs)]
    bench.add(name, bound, [a for a, _ in pairs], [b for _, b in pairs])


def _run(command: Sequence[str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(  # noqa: S603  commands written in this file
        list(command), capture_output=True, text=True, check=False, timeout=600
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return time.perf_counter() - began


# --- the door -------------------------------------------------------------------------------------


def main() -> int:
    """Runs everything, prints a line for each ratio, and gives 1 when a bound is broken."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--runs", type=int, default=5, help="runs of each side (default 5)")
    parser.add_argument("--times", type=int, default=100, help="how many times the bundled debate the enlargement is (default 100)")
    parser.add_argument("--only", choices=["ingest", "commands"], help="one part")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    if given.child:
        print(json.dumps(CHILDREN[given.child[0]](*given.child[1:])))  # noqa: T201  the child's report to its parent
        return 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.runs)
        if given.only != "ingest":
            commands(bench)
            app(bench)
        if given.only != "commands":
            _ingests(bench, given.times)
    if given.json:
        given.json.write_text(json.dumps({"ratios": [{**asdict(r), "passed": r.passed} for r in bench.ratios]}, indent=2) + "\n")
    return 0 if all(r.passed for r in bench.ratios) else 1


def _ingests(bench: Bench, times: int) -> None:
    from rag.read import read

    ingest(bench, "bundled debate", SEED, None)
    large = bench.folder / "large.txt"
    large.write_text(enlarge(read(SEED.read_bytes(), SEED.name), times), encoding="utf-8")
    home, prepared = ingest(bench, f"{times} times", large, 1.0)
    queries(bench, home, prepared)


if __name__ == "__main__":
    sys.exit(main())
