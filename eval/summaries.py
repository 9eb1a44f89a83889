"""The summary pages within a run: whose words stand on a party's page, whether they are the record's, and what of the debate they cover."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import pypdfium2  # noqa: TID251  an exported file is read back by other means than the product's
from lxml import etree, html

from eval.cases import labels_of
from eval.metrics import faults, held_to, misattributed, misquoted, share, told
from eval.source import letters
from eval.types import Json, Record, Tally
from rag.assistant import Assistant
from rag.errors import GriffierError
from rag.export.fit import fit
from rag.export.forms import FORMS, summary_file
from rag.render.contract import summary_json
from rag.text import sentences
from rag.types import Form, Summary

LEAST_WORDS, MOST_WORDS = 4, 80
MAIN = 2  # strength of a labelled position that is one of the party's main ones
MOST_POSITIONS = 5
MADE = date(2020, 1, 1)
Pages = Mapping[str, Json]
GradePage = Callable[[Json, Record], Tally | None]


@dataclass(frozen=True, slots=True)
class Page:
    """A party's page as the contract has it, and as each file it is exported to; a form that failed holds the reason."""

    party: str
    document: Json
    files: Mapping[str, bytes | str]


def pages_of(assistant: Assistant, record: Record, verbatim: bool) -> list[Page]:
    """Every page of a debate, fitted to its sheet, in every form; the government's is called "regering"."""
    texts = {number: turn["text"] for number, turn in record.turns.items()}
    fitted = [fit(page, "nl") for page in assistant.summaries(record.debate.meeting, verbatim=verbatim)]
    return [Page(page.party or "regering", summary_json(page), {form: _file(page, form, texts) for form in FORMS}) for page in fitted]


def _file(page: Summary, form: Form, texts: Mapping[int, str]) -> bytes | str:
    try:
        return summary_file(page, form, texts, MADE, "nl")
    except GriffierError as error:
        return str(error)


def tallies(assistant: Assistant, record: Record, verbatim: bool = True) -> dict[str, dict[str, Tally]]:
    """Every page of a debate, graded by each function of MEASURES; a page that can't be made is wrong."""
    meeting = record.debate.meeting
    try:
        made = pages_of(assistant, record, verbatim)
    except Exception as error:  # noqa: BLE001  a product that breaks on a page is measured, and the rest of the run goes on
        return {"summary_quotes": {meeting: Tally(0.0, why=(f"no page could be made: {type(error).__name__}: {error}",))}}
    pages = {page.party: page.document for page in made}
    found: dict[str, dict[str, Tally]] = {
        "summary_exports": {f"{record.debate.name}:{p.party}": _exported(p, record) for p in made},
        "summary_one_page": {f"{record.debate.name}:{p.party}": _one_sheet(p) for p in made},
    }
    for grade in MEASURES:
        for party, page in pages.items():
            tally = grade(page, record)
            if tally is not None:
                found.setdefault(grade.__name__, {})[f"{record.debate.name}:{party}"] = tally
    return found | _against_labels(pages, record)


# --- the words on a page --------------------------------------------------------------------------


def summary_quotes(page: Json, record: Record) -> Tally | None:
    """Share of a page's quotes that are the record's own words at their place; a page of someone who spoke holds some.

    As quote_fidelity, over citations, questions, commitments and interruptions; the page's own count of checked quotes must agree.
    """
    places = (*page["questions"], *page["commitments"], *page["interruptions"])
    wrong = faults(record, page["citations"], misquoted) + faults(record, places, _not_there)
    count = len(page["citations"]) + len(places)
    if page["status"] == "spoke" and not page["citations"]:
        return Tally(0.0, why=("the page cites nothing, though the party spoke",))
    if page["checked"] != {"quotes": len(page["citations"]), "deviating": 0}:
        wrong.append(f"the page says checked {page['checked']}, and cites {len(page['citations'])}")
        count += 1
    return share(count, wrong)


def _not_there(place: Json, record: Record) -> str | None:
    text = record.turns.get(place["turn"], {}).get("text", "")
    if place["quote"] and text[place["start"] : place["end"]] == place["quote"]:
        return None
    return f"turn {place['turn']} does not say «{place['quote'][:60]}» at {place['start']}-{place['end']}"


def summary_attribution(page: Json, record: Record) -> Tally | None:
    """Share of a page's citations with the right speaker, party, role and page.

    As attribution.
    """
    return held_to(record, page["citations"], misattributed)


def summary_own_members(page: Json, record: Record) -> Tally | None:
    """Share of a page's positions and questions that are the party's own: said by its members, speaking as members.

    Compared with the source read a second time; the government's page holds only what the government said.
    """
    said = [c for s in (*page["positions"], *page["announcements"], *page["refusals"]) for c in _cited(s["citations"], page)]
    said += page["questions"] if page["party"] else []
    wanted = ("member", page["party"]) if page["party"] else ("government", None)
    mouths = [(c["turn"], _mouth(c["turn"], record)) for c in said]
    return share(len(said), [f"turn {turn} is said by {mouth}, not by {wanted}" for turn, mouth in mouths if mouth != wanted])


def _mouth(number: int, record: Record) -> tuple[str, str | None]:
    if record.said is not None:
        said = record.said[number - 1]
        return said.role, said.party
    turn = record.turns[number]
    return turn["role"], turn["party"]


# the chair's words within a member's turn, that say who moved a motion and which number it gets; what the hall did
_NOTICE = re.compile(
    r"(?m)^(?:De (?:\w+ )?voorzitter:\s*)?(?:Deze (?:gewijzigde |nader gewijzigde )?motie is .*|Zij krijgt nr\..*|Naar .*ondersteund.*|\([A-Z][^()]*\))$"
)


def summary_head(page: Json, record: Record) -> Tally | None:
    """Share of pages whose head counts the party's own turns and words, and names those who spoke for it, and no one else.

    Counted anew from the source read a second time: what is said in the chair counts for no party.
    """
    if page["status"] != "spoke":
        return None
    wanted = ("member", page["party"]) if page["party"] else ("government", None)
    own = [n for n in record.turns if _mouth(n, record) == wanted]
    names = {record.turns[n]["speaker"] for n in own}
    told = (page["turns"], page["words"])
    true = (len(own), sum(len(_NOTICE.sub(" ", record.turns[n]["text"]).split()) for n in own))
    wrong = [f"the head says {told[0]} turns and {told[1]} words, the source {true[0]} and {true[1]}"] if told != true else []
    if len(page["spokespersons"]) != len(names) or not all(any(s.endswith(n) for n in names) for s in page["spokespersons"]):
        wrong.append(f"the head names {page['spokespersons']}, the source {sorted(names)}")
    return Tally(float(not wrong), why=tuple(wrong))


def summary_position_words(page: Json, record: Record) -> Tally | None:
    """Share of a page's position quotes that have 4 to 80 words; a longer one is a single sentence that stays whole.

    Quotes lie by where they are cut: a fragment may turn its sense, a whole turn is no quote.
    """
    wrong = [f"a position quotes {_lengths(s, page)} words: {s['text'][:60]}" for s in page["positions"] if not _of_length(s, page)]
    return share(len(page["positions"]), wrong)


def _lengths(statement: Json, page: Json) -> list[int]:
    return [len(c["quote"].split()) for c in _cited(statement["citations"], page)]


def _of_length(statement: Json, page: Json) -> bool:
    """A short answer ("Ja.") has the sentence before it beside it, so the least holds for the quotes of a position together."""
    long = [c["quote"] for c in _cited(statement["citations"], page) if len(c["quote"].split()) > MOST_WORDS]
    return sum(_lengths(statement, page)) >= LEAST_WORDS and all(len(sentences(q)) == 1 for q in long)


def summary_supported(page: Json, record: Record) -> Tally | None:
    """Share of a page's statements that are supported and cited.

    Nothing unsupported stands on a page; see supported_are_cited.
    """
    made = [*page["positions"], *page["announcements"], *page["refusals"]]
    return share(len(made), [f"{s['verdict']}: {s['text'][:60]}" for s in made if s["verdict"] != "supported" or not s["citations"]])


def summary_balance(page: Json, record: Record) -> Tally | None:
    """The largest position's share of the words of all positions on a page, mean over pages. Lower is better; a fifth is even.

    A page that spends itself on one quote says little of the party.
    """
    words = [sum(len(c["quote"].split()) for c in _cited(s["citations"], page)) for s in page["positions"]]
    return Tally(max(words) / sum(words)) if len(words) > 1 else None


# --- the files ------------------------------------------------------------------------------------


def _exported(page: Page, record: Record) -> Tally:
    """Every quote that belongs on the page in every file, and every «quote» in a file in the record; letters and digits only."""
    spoken = [letters(turn["text"]) for turn in record.turns.values()]
    wanted = list(_wanted(page.document))
    wrong: list[str] = []
    count = 0
    for form, data in page.files.items():
        count += len(wanted)
        if isinstance(data, str):
            wrong.append(f"{form}: {data}")
            continue
        text = "\n".join(_pages_of_file(form, data))
        held = letters(text)
        wrong += [f"{form}: «{any_of[0][:60]}» is not in the file" for any_of in wanted if not any(letters(q) in held for q in any_of)]
        shown = re.findall(r"«([^«»]+)»", text)
        count += len(shown)
        wrong += [f"{form}: «{q[:60]}» is not in the record" for q in shown if not any(letters(q) in said for said in spoken)]
    return Tally(max(0.0, count - len(wrong)), count, tuple(wrong)) if count else Tally(0.0, 0)


def _wanted(page: Json) -> Iterator[tuple[str, ...]]:
    """What a reader must find on the page: statements, questions with one of their answers, commitments, interruptions."""
    for statement in (*page["positions"], *page["announcements"], *page["refusals"]):
        yield from ((c["quote"],) for c in _cited(statement["citations"], page))
    yield from (tuple(a["quote"] for a in question["answers"]) for question in page["questions"] if question["answers"])
    yield from ((row["quote"],) for row in (*page["questions"], *page["commitments"], *page["interruptions"]))


def _one_sheet(page: Page) -> Tally:
    data = page.files["pdf"]
    count = 0 if isinstance(data, str) else len(_pages_of_file("pdf", data))
    return Tally(float(count == 1), why=() if count == 1 else (f"the page of {page.party} takes {count} sheets",))


def _pages_of_file(form: str, data: bytes) -> list[str]:
    """The text a reader sees in a file, page by page where it has pages; read here by other means than rag.export's own last look."""
    if form == "pdf":
        with closing(pypdfium2.PdfDocument(data)) as document:
            return [document[i].get_textpage().get_text_range() for i in range(len(document))]
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(name) for name in archive.namelist() if name in {"word/document.xml", "word/footnotes.xml"}]
        return ["\n".join("".join(str(t) for t in p.itertext()) for p in etree.fromstring(part).iter("{*}p")) for part in parts]
    text = data.decode("utf-8")
    if form == "html":
        return ["".join(str(piece) for piece in html.fromstring(text).itertext())]
    return [json.dumps(json.loads(text), ensure_ascii=False).replace("\\n", " ") if form == "json" else text.replace("\\", "")]


def _cited(numbers: list[int], page: Json) -> list[Json]:
    return [c for c in page["citations"] if c["number"] in numbers]


# --- against the labels ---------------------------------------------------------------------------


def _against_labels(pages: Pages, record: Record) -> dict[str, dict[str, Tally]]:
    try:
        labels = labels_of(record.debate.name, "positions")["position"]
    except FileNotFoundError:
        return {}
    precision: dict[str, Tally] = {}
    coverage: dict[str, Tally] = {}
    for party in sorted({row["party"] for row in labels}):
        own = [row for row in labels if row["party"] == party]
        page = pages.get(party)
        positions = page["positions"][:MOST_POSITIONS] if page else []
        fits = [_labelled(s, page or {}, own) for s in positions]
        missed = tuple(f"no labelled position: {s['text'][:80]}" for s, rows in zip(positions, fits, strict=True) if not rows)
        item = f"{record.debate.name}:{party}"
        if positions:
            precision[item] = Tally(len(positions) - len(missed), len(positions), missed)
        subjects = Counter(row["subject"] for row in own if row["strength"] >= MAIN)
        held = {row["subject"] for rows in fits for row in rows} & set(subjects)
        if subjects:
            coverage[item] = Tally(len(held) / min(MOST_POSITIONS, len(subjects)))
    return {"summary_precision": precision, "summary_coverage": coverage}


def _labelled(statement: Json, page: Json, own: list[Json]) -> list[Json]:
    quotes = [(c["turn"], " ".join(c["quote"].split())) for c in _cited(statement["citations"], page)]
    return [row for row in own if any(turn == row["turn"] and row["words"] in quote for turn, quote in quotes)]


MEASURES: tuple[GradePage, ...] = (
    summary_quotes,
    summary_attribution,
    summary_own_members,
    summary_head,
    summary_position_words,
    summary_supported,
    summary_balance,
)
EXPLAINED: dict[str, tuple[str, str]] = {
    "summary_exports": ("Share of quotes that stand in each exported file of a page as in the record, the files read back.", "higher"),
    "summary_one_page": ("Share of pages that are one A4 sheet as PDF.", "higher"),
    **{grade.__name__: told(grade, "lower" if grade is summary_balance else "higher") for grade in MEASURES},
    "summary_precision": ("Share of the first five positions on a page that are labelled a position of that party (eval/gold).", "higher"),
    "summary_coverage": ("Subjects on which a party has a main position (eval/gold) that its page holds, of at most five.", "higher"),
}
