"""A second opinion from a model: does a statement follow from the sentences it cites. It is reported, and passes nothing."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Mapping, Sequence

from eval.corrupt import change_number, flip_negation, names_of, paraphrases
from eval.mutation import PARAPHRASES, SEED
from eval.types import UNGRADED, Case, Debate, Json, Served, Tally
from rag.errors import ModelError
from rag.llm import Endpoint
from rag.prompts import load
from rag.read import read
from rag.text import clean
from rag.types import Claim, Language
from rag.verify import verify

TOKENS = 80
PAIRS = 15  # paraphrases a debate, each as it is, with its negation turned, and with another number
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.S)
_VERDICT = re.compile(r"\W*(ja|nee|yes|no)\b", re.I)

EXPLAINED: dict[str, tuple[str, str]] = {
    "judge_entailment": ("Of the supported statements in a model's prose, the share that the judge says follows from what it cites.", ""),
    "judge_agreement": ("Of true and corrupted paraphrases, the share on which the judge and the deterministic verifier agree.", ""),
}


def entailed(claim: str, evidence: Sequence[str], endpoint: Endpoint, language: Language = "nl") -> bool | None:
    """Whether a claim follows from the sentences it cites, by the model's word; None when it can't be told what the model said."""
    body = "\n".join(_plain(sentence) for sentence in evidence)
    fence = f"===== {hashlib.sha256(body.encode('utf-8')).hexdigest()[:16]} ====="
    message = load(f"judge.{language}").fill(claim=_plain(claim), evidence=body, fence=fence)
    try:
        said = "".join(endpoint.stream([{"role": "user", "content": message}], TOKENS))
    except ModelError:
        return None
    verdict = _VERDICT.match(_THOUGHT.sub("", said).strip())
    return None if verdict is None else verdict.group(1).lower() in {"ja", "yes"}


def of_answers(cases: Sequence[Case], served: Mapping[str, Served], endpoint: Endpoint) -> dict[str, dict[str, Tally]]:
    """The judge on every supported statement that is not the record's own words."""
    found: dict[str, Tally] = {}
    for case in cases:
        answer = served[case.id].answer
        for place, statement in enumerate(answer["statements"], 1):
            quotes = [c["quote"] for c in answer["citations"] if c["number"] in statement["citations"]]
            if statement["verdict"] != "supported" or _is_verbatim(statement, quotes):
                continue
            word = entailed(statement["text"], quotes, endpoint, case.language)
            why = () if word is not False else (f"the judge does not find this in what it cites: {statement['text'][:100]}",)
            found[f"{case.id}:{place}"] = UNGRADED if word is None else Tally(float(word), why=why)
    return {"judge_entailment": found}


def _is_verbatim(statement: Json, quotes: Sequence[str]) -> bool:
    return " ".join(statement["text"].split()) in " ".join(" ".join(quotes).split())


def agreement(debate: Debate, endpoint: Endpoint) -> dict[str, dict[str, Tally]]:
    """Judge and verifier on the same hand-written paraphrases, as they are, with their negation turned, and with another number."""
    assert debate.path is not None
    transcript = read(debate.path.read_bytes(), debate.path.name)
    names, rng = names_of(transcript), random.Random(SEED)
    found: dict[str, Tally] = {}
    for place, one in enumerate(paraphrases(PARAPHRASES, [transcript])[:PAIRS], 1):
        for kind, text in (("true", one.text), ("negated", flip_negation(one.text)), ("number", change_number(one.text, rng))):
            if not text:
                continue
            word = entailed(text, [one.quote.text], endpoint)
            verdict = verify(Claim(text, (one.quote,)), "nl", names).verdict == "supported"
            found[f"{debate.name}:paraphrase {place} {kind}"] = UNGRADED if word is None else Tally(float(word == verdict))
    return {"judge_agreement": found}


def _plain(text: str) -> str:
    return " ".join(clean(text).replace("=====", "=").split())
