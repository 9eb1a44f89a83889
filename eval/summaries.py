"""The summary pages within a run: whose words stand on a party's page, whether they are the record's, and what of the debate they cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from eval import score_positions
from eval.metrics import misattributed, misquoted, share
from eval.types import Json, Record, Tally
from rag.assistant import Assistant
from rag.render import summary_json
from rag.text import sentences

LEAST_WORDS, MOST_WORDS = 4, 80
MAIN = 2  # strength of a labelled position that is one of the party's main ones
MOST_POSITIONS = 5
Pages = Mapping[str, Json]
GradePage = Callable[[Json, Record], Tally | None]


def pages_of(assistant: Assistant, meeting: str) -> dict[str, Json]:
    """Every page of a debate as the contract has it, by party ("regering" for the government's)."""
    return {page.party or "regering": summary_json(page) for page in assistant.summaries(meeting, verbatim=True)}


def tallies(assistant: Assistant, record: Record) -> dict[str, dict[str, Tally]]:
    """Every page of a debate, graded by each function of MEASURES; a page that can't be made is wrong."""
    meeting = record.debate.meeting
    try:
        pages = pages_of(assistant, meeting)
    except Exception as error:  # noqa: BLE001  a product that breaks on a page is measured, and the rest of the run goes on
        return {"summary_quotes": {meeting: Tally(0.0, why=(f"no page could be made: {type(error).__name__}: {error}",))}}
    found: dict[str, dict[str, Tally]] = {}
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
    wrong = [w for c in page["citations"] for w in [misquoted(c, record)] if w]
    wrong += [w for place in _places(page) for w in [_not_there(place, record)] if w]
    count = len(page["citations"]) + sum(1 for _ in _places(page))
    if page["status"] == "spoke" and not page["citations"]:
        return Tally(0.0, why=("the page cites nothing, though the party spoke",))
    if page["checked"] != {"quotes": len(page["citations"]), "deviating": 0}:
        wrong.append(f"the page says checked {page['checked']}, and cites {len(page['citations'])}")
        count += 1
    return share(count, wrong)


def _places(page: Json) -> Iterator[Json]:
    yield from (*page["questions"], *page["commitments"], *page["interruptions"])


def _not_there(place: Json, record: Record) -> str | None:
    text = record.turns.get(place["turn"], {}).get("text", "")
    if place["quote"] and text[place["start"] : place["end"]] == place["quote"]:
        return None
    return f"turn {place['turn']} does not say «{place['quote'][:60]}» at {place['start']}-{place['end']}"


def summary_attribution(page: Json, record: Record) -> Tally | None:
    """Share of a page's citations with the right speaker, party, role and page.

    As attribution.
    """
    return share(len(page["citations"]), [w for c in page["citations"] for w in [misattributed(c, record)] if w])


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


def summary_position_words(page: Json, record: Record) -> Tally | None:
    """Share of a page's position quotes that have 4 to 80 words; a longer one is a single sentence that stays whole.

    Quotes lie by where they are cut: a fragment may turn its sense, a whole turn is no quote.
    """
    quotes = [" ".join(c["quote"] for c in _cited(s["citations"], page)) for s in page["positions"]]
    wrong = [f"a position of {len(q.split())} words: {q[:60]}" for q in quotes if not _of_length(q)]
    return share(len(quotes), wrong)


def _of_length(quote: str) -> bool:
    count = len(quote.split())
    return LEAST_WORDS <= count <= MOST_WORDS or (count > MOST_WORDS and len(sentences(quote)) == 1)


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


def _cited(numbers: list[int], page: Json) -> list[Json]:
    return [c for c in page["citations"] if c["number"] in numbers]


# --- against the labels ---------------------------------------------------------------------------


def _against_labels(pages: Pages, record: Record) -> dict[str, dict[str, Tally]]:
    try:
        labels = score_positions.gold(record.debate.name)["position"]
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
    summary_position_words,
    summary_supported,
    summary_balance,
)
EXPLAINED: dict[str, tuple[str, str]] = {
    **{grade.__name__: ((grade.__doc__ or "").split("\n")[0], "lower" if grade is summary_balance else "higher") for grade in MEASURES},
    "summary_precision": ("Share of the first five positions on a page that are labelled a position of that party (eval/gold).", "higher"),
    "summary_coverage": ("Subjects on which a party has a main position (eval/gold) that its page holds, of at most five.", "higher"),
}
