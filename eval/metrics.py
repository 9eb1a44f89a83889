"""Metrics: one function each, with its definition and source; each gives one case its tally, or None where it does not apply."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Literal

from lxml import html

from eval.source import letters
from eval.types import UNGRADED, Case, Grade, Json, Record, Served, Tally
from rag.text import fold, sentences, words

Better = Literal["higher", "lower", ""]
Wrong = Callable[[Json, Record], str | None]  # a row, as the contract has it, to what is wrong with it


def told(grade: Callable[..., Tally | None], better: Better = "higher") -> tuple[str, str]:
    """What a metric measures, in one line, and which way is better."""
    return (grade.__doc__ or "").strip().split("\n")[0], better


def of_answerable(grade: Grade) -> Grade:
    """A metric over the questions that the record answers; the others are no part of it."""

    @wraps(grade)
    def graded(case: Case, served: Served, record: Record) -> Tally | None:
        return None if case.decline else grade(case, served, record)

    return graded


# --- retrieval ------------------------------------------------------------------------------------


def _ranks(case: Case, served: Served) -> list[int]:
    """The places, from 1, of gold turns among the passages."""
    gold = {g.turn for g in case.gold}
    return [i for i, p in enumerate(served.answer["passages"], 1) if p["turn"] in gold and p["meeting"] == case.meeting]


@of_answerable
def hit_at_5(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of answerable questions with a gold turn among the first five passages.

    Success@k, as in the baselines of ../shared/data/README.md.
    """
    ranks = _ranks(case, served)
    if ranks and ranks[0] <= 5:
        return Tally(1.0)
    where = f"the first one is number {ranks[0]}" if ranks else "none was retrieved at all"
    return Tally(0.0, why=(f"no gold turn ({_gold(case)}) among the first five passages; {where}",))


def _recall_at(k: int) -> Grade:
    @of_answerable
    def grade(case: Case, served: Served, record: Record) -> Tally:
        gold = {g.turn for g in case.gold}
        found = {p["turn"] for p in served.answer["passages"][:k] if p["meeting"] == case.meeting} & gold
        return Tally(len(found) / min(k, len(gold)))

    grade.__name__ = f"recall_at_{k}"
    grade.__doc__ = f"""Gold turns among the first {k} passages / min({k}, gold turns), mean over questions.

    Manning, Raghavan and Schütze 2008, ch. 8; capped at k as in ../shared/data/README.md.
    """
    return grade


recall_at_5, recall_at_10, recall_at_20 = map(_recall_at, (5, 10, 20))


@of_answerable
def mrr(case: Case, served: Served, record: Record) -> Tally | None:
    """Mean of 1 / the place of the first gold turn; 0 where none was retrieved.

    Voorhees 1999, TREC-8 question answering track.
    """
    ranks = _ranks(case, served)
    return Tally(1 / ranks[0] if ranks else 0.0)


@of_answerable
def ndcg_at_10(case: Case, served: Served, record: Record) -> Tally | None:
    """Discounted gain of gold turns in the first 10 passages, over that of the best order.

    Järvelin and Kekäläinen 2002, gains of 0 and 1, discount log2(1 + place).
    """
    gain = sum(1 / math.log2(1 + rank) for rank in _ranks(case, served) if rank <= 10)
    best = sum(1 / math.log2(1 + rank) for rank in range(1, min(10, len({g.turn for g in case.gold})) + 1))
    return Tally(gain / best)


# --- what is cited --------------------------------------------------------------------------------


def _supported(served: Served) -> list[Json]:
    return [s for s in served.answer["statements"] if s["verdict"] == "supported"]


def _cited(statement: Json, served: Served) -> list[Json]:
    return [c for c in served.answer["citations"] if c["number"] in statement["citations"]]


def _is_gold(citation: Json, case: Case) -> bool:
    return citation["meeting"] == case.meeting and citation["turn"] in {g.turn for g in case.gold}


@of_answerable
def citation_precision(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of an answer's citations that lead to a gold turn, mean over answers.

    ALCE (Gao et al. 2023, arXiv 2305.14627), section 4.3, with gold turns in the place of an NLI model. A declined answer is ungraded.
    """
    cited = [c for s in _supported(served) for c in _cited(s, served)]
    return Tally(sum(_is_gold(c, case) for c in cited) / len(cited)) if cited else UNGRADED


@of_answerable
def citation_recall(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of an answer's statements of which a citation leads to a gold turn, mean over answerable questions.

    ALCE (as above): a statement is recalled when its citations together support it. No answer recalls nothing.
    """
    made = _supported(served)
    held = sum(any(_is_gold(c, case) for c in _cited(s, served)) for s in made)
    if made and not held:
        turns = sorted({c["turn"] for c in served.answer["citations"]})
        return Tally(0.0, why=(f"no citation leads to a gold turn ({_gold(case)}); cited: {', '.join(map(str, turns)) or 'nothing'}",))
    return Tally(held / len(made) if made else 0.0)


@of_answerable
def fact_recall(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of the facts a good answer must hold that stand in its supported statements, mean over answerable questions.

    Any accepted variant counts; as in nugget evaluation (Voorhees 2003, TREC definitional questions). Without facts: ungraded.
    """
    if not case.facts:
        return UNGRADED
    said = fold(" ".join(s["text"] for s in _supported(served))).casefold()
    missing = [fact for fact in case.facts if not any(_says(said, variant) for variant in fact)]
    why = (f"missing: {'; '.join(' / '.join(fact) for fact in missing)}",) if missing and served.answer["status"] == "answered" else ()
    return Tally(1 - len(missing) / len(case.facts), why=why)


def _says(said: str, variant: str) -> bool:
    """Whether a variant stands in a text; "5" does not stand in "15" or "5.000"."""
    variant = fold(variant).casefold()
    left = r"(?<!\d)(?<!\d[.,])" if variant[0].isdigit() else ""
    right = r"(?!\d|[.,]\d)" if variant[-1].isdigit() else ""
    return re.search(left + re.escape(variant) + right, said) is not None


# --- fidelity -------------------------------------------------------------------------------------


def answers_given(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of questions that got an answer or a decline, and an answer that says something.

    An answer without a supported statement, or a declined one with statements, is neither (the contract's `answer`).
    """
    answer = served.answer
    if answer["status"] == "failed":
        return Tally(0.0, why=(f"no answer came: {answer['reason']}",))
    if answer["status"] == "answered" and not _supported(served):
        return Tally(0.0, why=("the answer holds no supported statement",))
    if answer["status"] == "declined" and (answer["statements"] or answer["citations"]):
        return Tally(0.0, why=("a declined question has statements or citations",))
    return Tally(1.0)


def quote_fidelity(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of served quotes that are the record's own words at their place, and the source's own letters, in whole sentences.

    Each quote is compared with text[start:end] of its turn, with the sentence bounds there, and with the source read a second time.
    """
    return held_to(record, served.answer["citations"], misquoted)


def misquoted(citation: Json, record: Record) -> str | None:
    """What is wrong with the words of a citation, or None."""
    place = f"[{citation['number']}] «{_short(citation['quote'])}»"
    turn = record.turns.get(citation["turn"]) if citation["meeting"] == record.debate.meeting else None
    if turn is None:
        return f"{place}: there is no turn {citation['turn']}"
    start, end, text = citation["start"], citation["end"], turn["text"]
    if citation["quote"] != text[start:end] or not citation["quote"].strip():
        return f"{place}: turn {citation['turn']} says «{_short(text[start:end])}» at {start}-{end}"
    if record.said is not None:
        before = len(letters(text[:start]))
        own = record.said[citation["turn"] - 1].letters[before : before + len(letters(citation["quote"]))]
        if own != letters(citation["quote"]):
            return f"{place}: the source has other letters there: {_short(own)}"
    bounds = sentences(text)
    if start not in {a for a, _ in bounds} or end not in {b for _, b in bounds}:
        return f"{place}: starts or ends inside a sentence"
    return None


def page_fidelity(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of quotes between «» on the served pages that are the record's own words, and of citations that are shown.

    Every page an answer is exported to is read back (`griffier ask` as text, and each other form there is).
    """
    wrong: list[str] = []
    count = 0
    spoken = [letters(turn["text"]) for turn in record.turns.values()]
    for form, page in served.pages.items():
        shown = _quotes_in_html(page) if form == "html" else [m.group(1) for m in _SHOWN.finditer(page)]
        count += len(shown)
        wrong += [f"{form}: «{_short(q)}» is not in the record" for q in shown if not any(letters(q) in text for text in spoken)]
        if served.answer["status"] == "answered":
            held = [letters(q) for q in shown]
            lost = [c["number"] for c in served.answer["citations"] if not any(letters(c["quote"]) in q for q in held)]
            count += len(lost)
            wrong += [f"{form}: the quote of [{n}] is not shown" for n in lost]
    return share(count, wrong)


_SHOWN = re.compile(r"«(.*?)»(?=\s*(?:\[\d|\n|$))", re.S)


def _quotes_in_html(page: str) -> list[str]:
    """The quotes a reader sees, and those that stand in attributes, to be shown or copied."""
    tree = html.fromstring(f"<div>{page}</div>")
    shown = [
        "".join(str(piece) for piece in node.itertext()) for node in tree.iter("span") if "gf-quote" in str(node.get("class", "")).split()
    ]
    return [*shown, *(str(node.get("data-quote")) for node in tree.iter() if node.get("data-quote"))]


def attribution(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of citations with the right speaker, party, role and page.

    Compared with the source read a second time; whoever is in the chair, the government and guests speak for no party.
    """
    return held_to(record, served.answer["citations"], misattributed)


def misattributed(citation: Json, record: Record) -> str | None:
    """What is wrong with the speaker, party, role or page of a citation, or None."""
    turn = record.turns.get(citation["turn"])
    if turn is None:
        return f"[{citation['number']}]: there is no turn {citation['turn']}"
    truth = {"speaker": turn["speaker"], "party": turn["party"], "role": turn["role"]}
    if record.said is not None:
        said = record.said[citation["turn"] - 1]
        truth = {"speaker": said.name or "De voorzitter", "party": said.party, "role": said.role}
        truth["page"] = said.page_at(len(letters(turn["text"][: citation["start"]])))
    wrong = [f"{key} {citation[key]} instead of {value}" for key, value in truth.items() if citation[key] != value]
    if citation["role"] != "member" and citation["party"] is not None:
        wrong.append(f"a party ({citation['party']}) for a {citation['role']}")
    page = citation["page"]
    if page is not None and not re.search(rf"\bp\. {page}$", citation["reference"]):
        wrong.append(f"page {page} is not the page of its reference {citation['reference']}")
    return f"[{citation['number']}] turn {citation['turn']}: {'; '.join(wrong)}" if wrong else None


def page_attribution(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of the sources shown on the served pages with the speaker, party, turn, page and reference of their citation.

    The pages read back; a page may say less than the JSON, never something else.
    """
    by_number = {c["number"]: c for c in served.answer["citations"]}
    wrong: list[str] = []
    count = 0
    for form, page in served.pages.items():
        for told in _told_in_html(page) if form == "html" else _told_in_text(page):
            count += 1
            citation = by_number.get(told.number)
            if citation is None or not _agrees(told, citation):
                wrong.append(f"{form}: [{told.number}] says {told.who}, turn {told.turn}, {told.reference}")
    return share(count, wrong)


@dataclass(frozen=True, slots=True)
class _Told:
    """A source as a page shows it."""

    number: int
    who: str
    turn: int
    reference: str


_SOURCE = re.compile(r"^\[(\d+)\] (.+?), (?:beurt|turn) (\d+), (.+)$", re.M)


def _told_in_text(page: str) -> list[_Told]:
    return [_Told(int(m[1]), m[2], int(m[3]), m[4]) for m in _SOURCE.finditer(page)]


def _told_in_html(page: str) -> list[_Told]:
    """What the numbers carry for whoever hovers, presses or copies."""
    tree = html.fromstring(f"<div>{page}</div>")
    marks = [n for n in tree.iter("button") if n.get("data-turn") and (n.text or "").strip().isdigit()]
    return [_Told(int(str(n.text)), str(n.get("data-speaker")), int(str(n.get("data-turn"))), str(n.get("data-reference"))) for n in marks]


def _agrees(told: _Told, citation: Json) -> bool:
    """ "Van Nispen (SP)", "Staatssecretaris Broekers-Knol", "Futselaar (voorzitter)"; the page stands in the reference."""
    bracket = re.search(r"\(([^()]*)\)$", told.who)
    named = citation["speaker"] in told.who
    party = bracket[1] if bracket and citation["role"] != "chair" else None
    return named and party == citation["party"] and told.turn == citation["turn"] and told.reference == citation["reference"]


def citations_resolve(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of answers whose numbers run 1, 2, 3 …, each used, each leading to a place in a turn of this debate.

    The contract's `citation`: every number used is in the list.
    """
    citations = served.answer["citations"]
    used = {n for s in served.answer["statements"] for n in s["citations"]}
    if not citations and not used:
        return None
    wrong = []
    if [c["number"] for c in citations] != list(range(1, len(citations) + 1)):
        wrong.append(f"the numbers are {[c['number'] for c in citations]}")
    if used != {c["number"] for c in citations}:
        wrong.append(f"numbers used {sorted(used)}, numbers listed {[c['number'] for c in citations]}")
    for c in citations:
        turn = record.turns.get(c["turn"]) if c["meeting"] == record.debate.meeting else None
        if turn is None or not 0 <= c["start"] < c["end"] <= len(turn["text"]):
            wrong.append(f"[{c['number']}] leads nowhere: turn {c['turn']}, {c['start']}-{c['end']}")
    return Tally(0.0 if wrong else 1.0, why=tuple(wrong))


def supported_are_cited(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of statements that have citations exactly when they are supported.

    Only what `verify` calls supported may be cited, and all of it must be.
    """
    made = served.answer["statements"]
    wrong = [
        f"{s['verdict']} with citations {s['citations']}: {_short(s['text'])}"
        for s in made
        if (s["verdict"] == "supported") != bool(s["citations"])
    ]
    return share(len(made), wrong)


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def number_fidelity(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of the numbers (in digits) in supported statements that stand in the quotes they cite.

    As the number checks in FEQA-like fact metrics (Nan et al. 2021, arXiv 2102.09130), with the cited quotes as the only source.
    """
    wrong: list[str] = []
    count = 0
    for statement in _supported(served):
        numbers = [_plain(n) for n in _NUMBER.findall(statement["text"])]
        count += len(numbers)
        there = {_plain(n) for c in _cited(statement, served) for n in _NUMBER.findall(c["quote"])}
        spelled = fold(" ".join(c["quote"] for c in _cited(statement, served))).casefold()
        wrong += [
            f"{n} is not in the cited quote: {_short(statement['text'])}" for n in numbers if n not in there and not _spelled(n, spelled)
        ]
    return share(count, wrong)


_WORDS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf".split()


def _plain(number: str) -> str:
    return re.sub(r"[.,](?=\d{3}(?!\d))", "", number).replace(",", ".")


def _spelled(number: str, text: str) -> bool:
    return number.isdigit() and int(number) < len(_WORDS) and re.search(rf"\b{_WORDS[int(number)]}", text.replace("é", "e")) is not None


# --- declining ------------------------------------------------------------------------------------


def decline_precision(case: Case, served: Served, record: Record) -> Tally | None:
    """Of the declined questions, the share that had to be.

    Precision of abstention, as in SQuAD 2.0 (Rajpurkar et al. 2018).
    """
    return Tally(float(case.decline is not None)) if served.answer["status"] == "declined" else None


def decline_recall(case: Case, served: Served, record: Record) -> Tally | None:
    """Of the questions the record does not answer, the share that was declined.

    Recall of abstention, as in SQuAD 2.0; near misses included.
    """
    if not case.decline:
        return None
    if served.answer["status"] == "declined":
        return Tally(1.0)
    return Tally(0.0, why=(f"answered, though it must be declined ({case.decline}{', a near miss' if case.near_miss else ''})",))


def decline_recall_sure(case: Case, served: Served, record: Record) -> Tally | None:
    """As decline_recall, over questions that are no near misses: absent parties and persons, other subjects, silence.

    Near misses are kept apart because words alone tell them badly (AUC .70-.76, measured for the decision on declining).
    """
    return None if case.near_miss or not case.decline else Tally(float(served.answer["status"] == "declined"))


def decline_reason(case: Case, served: Served, record: Record) -> Tally | None:
    """Of the questions that were rightly declined, the share declined for the right reason.

    The contract's four reasons. Another subject may be declined as no_evidence: a word of the question may happen to occur.
    """
    if not case.decline or served.answer["status"] != "declined":
        return None
    reason = served.answer["reason"]
    return Tally(float(reason == case.decline or (case.decline, reason) == ("off_topic", "no_evidence")))


@of_answerable
def false_declines(case: Case, served: Served, record: Record) -> Tally | None:
    """Of the questions the record answers, the share that was declined. Lower is better.

    The other side of decline_precision, as a share of what could be answered.
    """
    if served.answer["status"] != "declined":
        return Tally(0.0)
    return Tally(1.0, why=(f"declined ({served.answer['reason']}), though turn {_gold(case)} answers it",))


# --- form -----------------------------------------------------------------------------------------


def answer_words(case: Case, served: Served, record: Record) -> Tally | None:
    """Words in the supported statements of an answer, mean over answers. Lower is better, down to what the facts need.

    Length as a counter-metric: recall alone is won by saying everything.
    """
    made = _supported(served)
    return Tally(float(sum(len(s["text"].split()) for s in made))) if made else None


def short_quotes(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of quotes that are one sentence, or at most 80 words.

    The bound for quotes on a summary page; whole turns are no quotes.
    """
    quotes = [c["quote"] for c in served.answer["citations"]]
    wrong = [f"a quote of {len(q.split())} words: {_short(q)}" for q in quotes if len(q.split()) > 80 and len(sentences(q)) > 1]
    return share(len(quotes), wrong)


def verbatim_share(case: Case, served: Served, record: Record) -> Tally | None:
    """Share of the words of supported statements that stand in runs of at least four in the quotes they cite.

    Extractive fragment coverage (Grusky et al. 2018, Newsroom). 1 without a model, by construction; reported for a model.
    """
    made = _supported(served)
    covered = total = 0
    for statement in made:
        said = words(statement["text"])
        held = {run for c in _cited(statement, served) for run in _runs(words(c["quote"]))}
        marked = {i + j for i, run in enumerate(_runs(said)) if run in held for j in range(4)}
        own = " ".join(words(" ".join(c["quote"] for c in _cited(statement, served))))
        covered += len(said) if " ".join(said) in own else len(marked)
        total += len(said)
    return Tally(covered / total) if total else None


def _runs(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(said[i : i + 4]) for i in range(len(said) - 3))


def tokens_per_answer(case: Case, served: Served, record: Record) -> Tally | None:
    """Tokens a model read and wrote for an answer, mean over answers it wrote.

    As the endpoint counts them; nothing without a model.
    """
    usage = served.answer["usage"]
    return Tally(float(usage["prompt_tokens"] + usage["completion_tokens"])) if usage else None


def fell_back(served: Served) -> bool:
    """Whether a model was to write an answer and the record's own words were given instead."""
    return bool(served.answer["status"] == "answered" and served.answer["written_by"] == "verbatim")


@of_answerable
def model_answered(case: Case, served: Served, record: Record) -> Tally | None:
    """Of the answerable questions that were answered, the share that the model wrote; the others fell back on the record's own words.

    Only in a run with a model: what it did not write is no answer of the model's. A declined question never reached it: ungraded.
    """
    if served.answer["status"] == "declined":
        return UNGRADED
    if served.answer["status"] == "answered" and not fell_back(served):
        return Tally(1.0)
    return Tally(0.0, why=(f"not written by the model: {[served.answer['reason'], *served.answer['notes']][-1]}",))


# --- helpers --------------------------------------------------------------------------------------


def faults(record: Record, rows: Iterable[Json], wrong_with: Wrong) -> list[str]:
    """What is wrong with each row that something is wrong with, by the truth of the record."""
    return [why for row in rows if (why := wrong_with(row, record))]


def held_to(record: Record, rows: Sequence[Json], wrong_with: Wrong) -> Tally | None:
    """A tally of rows, each held to the record."""
    return share(len(rows), faults(record, rows, wrong_with))


def share(count: int, wrong: Sequence[str]) -> Tally | None:
    """A tally of so many of which so many are wrong; None when there are none."""
    return Tally(float(count - len(wrong)), count, tuple(wrong)) if count else None


def _gold(case: Case) -> str:
    return ", ".join(str(n) for n in sorted({g.turn for g in case.gold}))


def _short(text: str, most: int = 80) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


MEASURES: tuple[Grade, ...] = (
    hit_at_5,
    recall_at_5,
    recall_at_10,
    recall_at_20,
    mrr,
    ndcg_at_10,
    citation_precision,
    citation_recall,
    fact_recall,
    answers_given,
    quote_fidelity,
    page_fidelity,
    attribution,
    page_attribution,
    citations_resolve,
    supported_are_cited,
    number_fidelity,
    decline_precision,
    decline_recall,
    decline_recall_sure,
    decline_reason,
    false_declines,
    answer_words,
    short_quotes,
    verbatim_share,
    tokens_per_answer,
)

OF_MODEL: tuple[Grade, ...] = (model_answered,)  # only where a model writes
# which way is better, where not higher; "" is reported and held to no baseline
OTHERWISE: dict[str, Better] = {"false_declines": "lower", "answer_words": "", "verbatim_share": "", "tokens_per_answer": ""}
# what tells how well an answer is written: not graded on words that the model did not write
OF_WRITING = frozenset(
    {"citation_precision", "citation_recall", "fact_recall", "number_fidelity", "answer_words", "short_quotes", "verbatim_share"}
)
