"""All debates in one index, as whoever indexes a folder has them: what is asked there of one meeting, and of all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from eval.metrics import Wrong, decline_recall, hit_at_5, misattributed, misquoted, share
from eval.types import UNGRADED, Answerer, Case, Debate, Record, Served, Tally

MOST = 40

EXPLAINED: dict[str, tuple[str, str]] = {
    "joint_quotes": ("All debates in one index: share of served quotes that are the record's own words at their place.", "higher"),
    "joint_attribution": ("All debates in one index: share of citations with the right speaker, party, role and page.", "higher"),
    "joint_in_meeting": ("All debates in one index, asked of one meeting: share of citations that lead to a turn of it.", "higher"),
    "joint_hit_at_5": ("All debates in one index, asked of one meeting: hit_at_5.", "higher"),
    "joint_decline_recall": ("All debates in one index, asked of one meeting: decline_recall.", "higher"),
    "joint_open_hit_at_5": ("All debates in one index, no meeting given: hit_at_5.", "higher"),
    "other_debate": (
        "All debates in one index, no meeting given: share of an answer's cited turns from another debate than the case's.",
        "lower",
    ),
}


def chosen(debates: Sequence[Debate]) -> list[Case]:
    """At most MOST cases, always the same: of each kind in turn, and within a kind of each debate in turn."""
    kinds: dict[str, list[list[Case]]] = {}
    for debate in debates:
        for kind in sorted({case.kind for case in debate.cases}):
            kinds.setdefault(kind, []).append([case for case in debate.cases if case.kind == kind])
    mixed = ([case for row in zip_longest(*kinds[kind]) for case in row if case] for kind in sorted(kinds))
    return [case for row in zip_longest(*mixed) for case in row if case][:MOST]


def tallies(debates: Sequence[Debate], records: Mapping[str, Record], limited: Answerer, free: Answerer) -> dict[str, dict[str, Tally]]:
    """What one index with all debates gives, within a case's meeting and over the whole of it. With one debate there is nothing to mix up: ungraded.

    A question without a meeting may be answered from another debate and be right there; so `other_debate` is bounded and not exact,
    and what must be declined of one debate is asked of that one only.
    """
    if len(debates) < 2:
        return {name: {"one debate": UNGRADED} for name in EXPLAINED}
    found: dict[str, dict[str, Tally]] = {name: {} for name in EXPLAINED}
    for case in chosen(debates):
        record = records[case.meeting]
        within = limited(case, record)
        over = None if case.decline else free(case, record)
        graded = {
            "joint_quotes": _right(misquoted, records, within, over),
            "joint_attribution": _right(misattributed, records, within, over),
            "joint_in_meeting": _in_meeting(case, within),
            "joint_hit_at_5": hit_at_5(case, within, record),
            "joint_decline_recall": decline_recall(case, within, record),
            "joint_open_hit_at_5": hit_at_5(case, over, record) if over else None,
            "other_debate": _elsewhere(case, over) if over else None,
        }
        for name, tally in graded.items():
            if tally is not None:
                found[name][case.id] = tally
    return found


def _right(wrong_with: Wrong, records: Mapping[str, Record], *answers: Served | None) -> Tally | None:
    """Every citation held to the record of its own meeting; a meeting that is not in the index is wrong as well."""
    citations = [c for served in answers if served for c in served.answer["citations"]]
    wrong = []
    for c in citations:
        record = records.get(c["meeting"])
        why = wrong_with(c, record) if record else f"[{c['number']}]: there is no meeting {c['meeting']}"
        wrong += [f"in one index: {why}"] if why else []
    return share(len(citations), wrong)


def _in_meeting(case: Case, served: Served) -> Tally | None:
    citations = served.answer["citations"]
    strange = [c for c in citations if c["meeting"] != case.meeting]
    return share(len(citations), [f"in one index: [{c['number']}] is of {c['meeting']}, asked was {case.meeting}" for c in strange])


def _elsewhere(case: Case, served: Served) -> Tally | None:
    cited = {(c["meeting"], c["turn"]) for c in served.answer["citations"]}
    return Tally(sum(meeting != case.meeting for meeting, _ in cited) / len(cited)) if cited else UNGRADED
