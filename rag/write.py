"""The writer with a model: numbered sentences in, claims with pointers out. It never types a quote."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.errors import ModelError
from rag.llm import Endpoint
from rag.prompts import load
from rag.text import clean
from rag.tokens import count
from rag.types import Claim, Language, Passage, Quote

ANSWER_TOKENS = 600  # or, of a small window, a quarter
PASSAGES = 12
NO_ANSWER = "GEEN_ANTWOORD"
LONGEST_MARK = 20  # characters; no passage and no sentence has a number of so many digits

_MARK = re.compile(r"\[\s*(\d+)\.(\d+)(?:\s*[-–]\s*(?:\d+\.)?(\d+))?\s*\]")
_LIST = re.compile(r"\[((?:\s*\d+\.\d+(?:\s*[-–]\s*(?:\d+\.)?\d+)?\s*[,;]?)+)\]")
# where a server's template opens the thought, only its end comes out
_THINK = re.compile(r"\A(?:(?!<think>).)*?</think>|<think>.*?(?:</think>|\Z)", re.S)
_BRACKETS = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›", "`": "'", "|": "/"})
# Models whose answers are known to begin at once: of one that was not heard before, nothing is passed on until its answer or its thought is
# whole, as a thought that the template opens is only known by its end.
_AT_ONCE: set[str] = set()
# a claim ends at a sentence end with its marks after it, or at a line end
_CLAIM = re.compile(
    r"\s*(.+?(?:[.!?…][\"'”’»)]*(?:\s*\[[\d.,;\s–-]+\])+\.?|(?:\s*\[[\d.,;\s–-]+\])+[.!?]?|[.!?…][\"'”’»)]*(?=\s+[^\s\[])|(?=\n)))", re.S
)


def written_by(endpoint: Endpoint, language: Language) -> str:
    """Who wrote: the model and the prompt's hash."""
    prompt = load(f"answer.{language}")
    return f"{endpoint.model} ({prompt.name} {prompt.hash})"


def write(question: str, passages: Sequence[Passage], endpoint: Endpoint, language: Language) -> Iterator[Claim]:
    """Has the model answer from the passages, and yields each sentence as a claim as soon as it is there.

    Passages, best first, are shown as far as they fit the model's window, sentence by sentence, numbered; where the best one does not, the
    sentences around its ``nearest``. A claim is text without marks, with quotes of the sentences its marks point at; its ``problem`` is a
    mark that does not exist.

    Raises:
        ModelError: the endpoint failed, or not one sentence fits its window.
    """
    room = min(ANSWER_TOKENS, endpoint.context // 4)
    shown, message = _fit(question, passages, endpoint.context - room, language)
    text = ""
    done = 0
    for piece in endpoint.stream([{"role": "user", "content": message}], room):
        text = text + piece
        if not (endpoint.model in _AT_ONCE or "</think>" in text or text.lstrip().startswith("<think>")):
            continue  # it may still turn out to have been a thought
        visible = _visible(text)
        for claim, end in _claims(visible, done, final=False, shown=shown):
            done = end
            yield claim
    (_AT_ONCE.add if "</think>" not in text else _AT_ONCE.discard)(endpoint.model)
    for claim, end in _claims(_visible(text), done, final=True, shown=shown):
        done = end
        yield claim


def claims(text: str, shown: Sequence[Passage]) -> list[Claim]:
    """The claims of a whole answer, each with the sentences of the passages shown that its marks point at."""
    return [claim for claim, _ in _claims(_visible(text), 0, final=True, shown=shown)]


def _visible(text: str) -> str:
    """The answer without a reasoning model's thoughts; an open thought hides all after it."""
    return _THINK.sub(lambda m: " " * len(m.group()), text)


def _claims(text: str, start: int, *, final: bool, shown: Sequence[Passage]) -> Iterator[tuple[Claim, int]]:
    """Claims that are complete in text[start:]; when the stream goes on, a sentence is complete once something follows it."""
    while start < len(text):
        match = _CLAIM.match(text, start)
        if match is None or (not final and match.end() >= len(text.rstrip())):
            break
        start = match.end()
        if (claim := _claim(match[1], shown)) is not None:
            yield claim, start
    if final and (claim := _claim(text[start:], shown)) is not None:
        yield claim, len(text)


def _claim(piece: str, shown: Sequence[Passage]) -> Claim | None:
    quotes: list[Quote] = []
    problem = None
    for numbers in _LIST.finditer(piece):
        for part in re.split(r"[,;]", numbers.group(1)):
            mark = _MARK.fullmatch(f"[{part.strip()}]")
            if mark is None:
                continue
            quote = _pointed(mark, shown) if len(part) <= LONGEST_MARK else None
            if quote is None:
                problem = part.strip()[:LONGEST_MARK]
            elif quote not in quotes:
                quotes.append(quote)
    text = clean(re.sub(r"\s+([.!?,;:])", r"\1", " ".join(_LIST.sub("", piece).split()))).lstrip("-*• ").strip()
    text = re.sub(r"^\d+[.)]\s+", "", text)
    if not re.search(r"\w", text) or NO_ANSWER in text:
        return None
    return Claim(text, tuple(quotes), problem=problem)


def _pointed(mark: re.Match[str], shown: Sequence[Passage]) -> Quote | None:
    number, first = int(mark.group(1)), int(mark.group(2))
    last = int(mark.group(3) or first)
    passage = next((p for p in shown if p.number == number), None)
    if passage is None or not 1 <= first <= last <= len(passage.sentences):
        return None
    return Quote(passage.turn, passage.sentences[first - 1][0], passage.sentences[last - 1][1])


def _fit(question: str, passages: Sequence[Passage], limit: int, language: Language) -> tuple[Sequence[Passage], str]:
    """The prompt with as many of the best passages as it may hold, or as many sentences of the best one around its nearest."""
    prompt = load(f"answer.{language}")
    asked = neutral(question)

    def filled(shown: Sequence[Passage]) -> str:
        body = "\n\n".join(numbered(p) for p in shown)
        return prompt.fill(question=asked, fence=fence(body), passages=body)

    ever_more = [passages[:n] for n in range(1, min(PASSAGES, len(passages)) + 1)]
    around = [[_around(best, n)] for best in passages[:1] for n in range(1, len(best.sentences))]
    for choice in (ever_more, around):
        if fitting := bisect_left(choice, True, key=lambda shown: count(filled(shown)) > limit):
            return choice[fitting - 1], filled(choice[fitting - 1])
    raise ModelError(
        "Nog geen zin uit het verslag past in het venster van het model. Zet GRIFFIER_CONTEXT hoger, kies een ander model of stel een kortere vraag."
    )


def _around(passage: Passage, many: int) -> Passage:
    """A passage with so many of its sentences, around the nearest."""
    nearest = sum(start < passage.nearest for start, _ in passage.sentences)
    first = max(0, min(nearest - many // 2, len(passage.sentences) - many))
    return replace(passage, sentences=passage.sentences[first : first + many])


def numbered(passage: Passage) -> str:
    """A passage as a prompt shows it: who speaks, and each sentence behind its mark."""
    head = f"[{passage.number}] {neutral(passage.turn.speaker.label)}, beurt {passage.turn.number}"
    lines = [f"[{passage.number}.{i}] {neutral(passage.turn.text[a:b])}" for i, (a, b) in enumerate(passage.sentences, 1)]
    return "\n".join([head, *lines])


def neutral(text: str) -> str:
    """Text of the record as data: no brackets that look like marks, no tags, no fences, no lines of its own."""
    return " ".join(clean(text).translate(_BRACKETS).replace("=====", "=").split())


def fence(body: str) -> str:
    """A line the record cannot hold: it is made from the record's own hash."""
    return f"===== VERSLAG {hashlib.sha256(body.encode('utf-8')).hexdigest()[:16]} ====="
