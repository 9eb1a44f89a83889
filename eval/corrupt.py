"""The verifier under test: true claims made from the record, each corrupted in a known way, and how many are caught."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.text import fold, is_question, sentences, words
from rag.types import Claim, Names, Quote, Speaker, Statement, Transcript, Turn
from rag.verify import holds, verify

Judge = Callable[[Claim, Names], Statement]

VERBATIM_KINDS = (
    "number",
    "negation",
    "speaker",
    "party",
    "neighbour",
    "invented quote",
    "invented mark",
    "clipped",
    "spliced",
    "question",
)
PARAPHRASE_KINDS = ("number", "name", "speaker", "party", "invented quote", "invented mark", "neighbour", "negation", "modality")
SOFT = frozenset({"negation", "modality", "neighbour"})  # on paraphrases a flag counts as seen; reported, not gated


@dataclass(frozen=True, slots=True)
class Detection:
    """Of one kind of corruption: how many were made, how many were stopped, how many at least flagged, and some that got through."""

    kind: str
    n: int
    caught: int
    flagged: int
    missed: tuple[str, ...] = ()

    @property
    def rate(self) -> float:
        """Share stopped; 0.0 when none were made, so that an empty bench can't pass."""
        return self.caught / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Bench:
    """Detection per kind, and the false alarms on the true claims they were made from."""

    true: int
    alarms: int
    flagged: int
    detections: tuple[Detection, ...]
    false: tuple[str, ...] = ()

    @property
    def alarm_rate(self) -> float:
        """Share of the true claims that were stopped; 1.0 when there were none."""
        return self.alarms / self.true if self.true else 1.0

    def of(self, kind: str) -> Detection:
        """The detection of one kind."""
        return next(d for d in self.detections if d.kind == kind)


def judged(claim: Claim, names: Names) -> Statement:
    """The product's verifier, as the bench calls it."""
    return verify(claim, "nl", names)


def names_of(transcript: Transcript) -> Names:
    """Who took part in a debate."""
    speakers = tuple(dict.fromkeys(turn.speaker for turn in transcript.turns))
    return Names(speakers, tuple(sorted({s.party for s in speakers if s.party})))


def _score(kind: str, results: Sequence[tuple[Claim, Statement]]) -> Detection:
    caught = sum(s.verdict != "supported" for _, s in results)
    flagged = sum(s.verdict != "supported" or bool(s.flags) for _, s in results)
    missed = tuple(f"{c.text}  <=  {' '.join(q.text for q in c.quotes)}" for c, s in results if s.verdict == "supported")
    return Detection(kind, len(results), caught, flagged, missed)


def _bench(true: Sequence[tuple[Claim, Names]], bad: dict[str, list[tuple[Claim, Names]]], judge: Judge) -> Bench:
    fair = [(claim, judge(claim, names)) for claim, names in true]
    alarms = [(c, s) for c, s in fair if s.verdict != "supported"]
    detections = tuple(_score(kind, [(c, judge(c, n)) for c, n in made]) for kind, made in bad.items())
    false = tuple(f"{s.verdict}: {s.why}  <=  {c.text}" for c, s in alarms)
    return Bench(len(fair), len(alarms), sum(bool(s.flags) for _, s in fair), detections, false)


# --- the record's own words ------------------------------------------------------------------------------

FORMS: tuple[tuple[str, bool], ...] = (
    ("{text}", True),
    ("{who}: {text}", True),
    ("{who}: {text}", False),
    ("{who} zegt: «{text}»", False),
    ("Volgens {who}: “{text}”", False),
)


@dataclass(frozen=True, slots=True)
class _True:
    claim: Claim
    form: str
    transcript: Transcript
    quote: Quote


def _form(form: str, verbatim: bool, who: str, text: str, quotes: tuple[Quote, ...]) -> Claim:
    if any(mark in text for mark in '«»“”"') and "{text}" in form[1:] and form[-1] in "»”":
        form, verbatim = "{who}: {text}", False  # marks within marks are nobody's usage
    return Claim(form.format(who=who, text=" ".join(text.split())), quotes, verbatim)


def quotable(transcript: Transcript, least: int = 5) -> Iterator[Quote]:
    """Every sentence of a debate that may be quoted and has at least so many words."""
    for turn in transcript.turns:
        for start, end in sentences(turn.text):
            quote = Quote(turn, start, end)
            if holds(quote) and len(words(quote.text)) >= least:
                yield quote


def true_claims(transcript: Transcript, seed: int) -> list[_True]:
    """True claims in the record's own words, in an order drawn by the seed: bare, with the speaker in front, and within quotation marks."""
    pool = list(quotable(transcript))
    random.Random(seed).shuffle(pool)
    found = []
    for i, quote in enumerate(pool):
        form, verbatim = FORMS[i % len(FORMS)]
        found.append(_True(_form(form, verbatim, quote.turn.speaker.label, quote.text, (quote,)), form, transcript, quote))
    return found


_COMMON = frozenset("Kamer Staatssecretaris Minister Tweede Eerste Voorzitter Kabinet Kamerlid Kamerleden Kamerbrief".split())
_COUNTS = "twee drie vier vijf zes zeven tien twaalf twintig dertig vijftig honderd duizend miljoen miljard".split()
_NOT = re.compile(r"\b(niet|geen|nooit|not|no|never)\b", re.I)
_VERB = re.compile(
    r"\b(is|zijn|was|heeft|hebben|wil|willen|kan|kunnen|moet|moeten|zal|zullen|gaat|gaan|vind|vindt|denk|wordt|worden|are|have|has|will|should|can)\b",
    re.I,
)


def change_number(text: str, rng: random.Random) -> str | None:
    """One number of the text made another; None when it has none."""
    spots = list(re.finditer(r"(?<![\w-])\d+(?![\w-]*[A-Z])|\b(?:" + "|".join(_COUNTS) + r")\b", text, re.I))
    if not spots:
        return None
    spot = rng.choice(spots)
    old = spot.group()
    if old.isdigit():
        new = old
        while new == old:
            new = str(max(1, int(old) + rng.choice((-7, -2, -1, 1, 2, 3, 10, int(old)))))
    else:
        new = rng.choice([w for w in _COUNTS if w != old.lower()])
    return text[: spot.start()] + new + text[spot.end() :]


def flip_negation(text: str, language: str = "nl") -> str | None:
    """A negation dropped, or one put in; None when the text has no place for it."""
    spot = _NOT.search(text)
    if spot:
        new = "een" if spot.group().lower() == "geen" else "a" if spot.group().lower() == "no" else ""
        return " ".join((text[: spot.start()] + new + text[spot.end() :]).split())
    verb = _VERB.search(text)
    if not verb:
        return None
    negation = "not" if language == "en" else "niet"
    return text[: verb.end()] + " " + negation + text[verb.end() :]


def _others(transcript: Transcript, speaker: Speaker) -> list[Speaker]:
    return [s for s in dict.fromkeys(t.speaker for t in transcript.turns) if s.name != speaker.name and s.role != "chair"]


def _clipped(quote: Quote) -> Quote | None:
    """A quote cut so that its sense may turn: after its negation, or before its last clause."""
    spot = _NOT.search(quote.text)
    if spot and spot.end() + 8 < len(quote.text):
        return replace(quote, start=quote.start + spot.end() + 1)
    comma = quote.text.find(",", 12)
    return replace(quote, end=quote.start + comma) if comma > 0 else None


def corruptions(true: _True, rng: random.Random) -> Iterator[tuple[str, Claim]]:
    """Every way in which one true claim can be made false, with its kind."""
    claim, quote, who = true.claim, true.quote, true.quote.turn.speaker
    text = " ".join(quote.text.split())
    for kind, changed in (("number", change_number(text, rng)), ("negation", flip_negation(text, true.transcript.meeting.language))):
        if changed and fold(changed) != fold(text):
            yield kind, replace(claim, text=claim.text.replace(text, changed))
    attributed = true.form if "{who}" in true.form else FORMS[1][0]
    other = _others(true.transcript, who)
    if other:
        yield "speaker", _form(attributed, claim.verbatim, rng.choice(other).label, text, (quote,))
    parties = sorted({s.party for s in _others(true.transcript, who) if s.party and s.party != who.party})
    if parties and who.name != "De voorzitter":
        wrong = f"{who.office + ' ' if who.office else ''}{who.name} ({rng.choice(parties)})"
        yield "party", _form(attributed, claim.verbatim, wrong, text, (quote,))
    yield from _other_places(true, rng)
    if is_question(text):
        bare = text.rstrip("»”\"' ").rstrip("?").rstrip()
        position = f"{who.label} vindt dat {bare[0].lower()}{bare[1:]}." if rng.random() < 0.5 else f"{who.label}: {bare}."
        yield "question", Claim(position, (quote,))
        yield "question", Claim(f"Het standpunt van {who.label} is: {text}", (quote,))


def _other_places(true: _True, rng: random.Random) -> Iterator[tuple[str, Claim]]:
    """Corruptions of the pointer rather than of the words."""
    claim, quote, turns = true.claim, true.quote, true.transcript.turns
    text = " ".join(quote.text.split())
    near = [t for t in turns if abs(t.number - quote.turn.number) == 1]
    spots = [q for t in near for a, b in sentences(t.text) if holds(q := Quote(t, a, b)) and q.text != quote.text]
    if spots:
        yield "neighbour", replace(claim, quotes=(rng.choice(spots),))
    pool = [t for t in turns if t.number != quote.turn.number and t.words > 30]
    if pool:
        far = rng.choice(pool)
        a, b = max(sentences(far.text), key=lambda s: s[1] - s[0])
        stray = " ".join(far.text[a:b].split())
        yield "invented quote", Claim(f"{quote.turn.speaker.label} zegt: «{stray.strip('«»“”')}»", (quote,))
        yield "invented quote", replace(claim, text=claim.text.replace(text, stray))
        spliced = Quote(far, a, b)
        if holds(spliced):
            yield "spliced", Claim(f"{text} {stray}", (quote, spliced), claim.verbatim or rng.random() < 0.5)
            yield "spliced", replace(claim, text=claim.text.replace(text, f"{text} {stray}"))
    yield (
        "invented mark",
        rng.choice(
            (
                replace(claim, quotes=()),
                replace(claim, quotes=(replace(quote, start=len(quote.turn.text) + 3, end=len(quote.turn.text) + 30),)),
                replace(claim, problem="9.9"),
            )
        ),
    )
    cut = _clipped(quote)
    if cut and cut.text.strip():
        cut_text = " ".join(cut.text.split())
        yield "clipped", Claim(cut_text, (cut,), True)
        if len(words(cut_text)) >= 3 and cut.start > quote.start:
            yield "clipped", Claim(f"{quote.turn.speaker.label} zegt: «{cut_text}»", (quote,))


def bench(transcripts: Sequence[Transcript], most: int = 200, each: int = 40, seed: int = 7, judge: Judge = judged) -> Bench:
    """Detection per kind and false alarms on claims in the record's own words; the same seed, the same bench.

    Args:
        transcripts: debates to make claims from.
        most: true claims per debate.
        each: corruptions of each kind per debate, made from as many claims as that takes.
        seed: of the choice of sentences and of the corruptions.
        judge: the verifier under test.
    """
    rng = random.Random(seed)
    true: list[tuple[Claim, Names]] = []
    bad: dict[str, list[tuple[Claim, Names]]] = {kind: [] for kind in VERBATIM_KINDS}
    for transcript in transcripts:
        names = names_of(transcript)
        claims = true_claims(transcript, seed)
        true += [(one.claim, names) for one in claims[:most]]
        made = dict.fromkeys(VERBATIM_KINDS, 0)
        for one in claims:
            if min(made.values()) >= each:
                break
            for kind, claim in corruptions(one, rng):
                if made[kind] < each:
                    made[kind] += 1
                    bad[kind].append((claim, names))
    return _bench(true, bad, judge)


# --- other words -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A true claim in other words, with the sentences that carry it."""

    text: str
    quote: Quote
    transcript: Transcript


def paraphrases(path: Path, transcripts: Sequence[Transcript]) -> tuple[Paraphrase, ...]:
    """The hand-written paraphrases of the debates at hand.

    Raises ValueError: the words that should be the evidence do not stand in the turn; a renumbering is noticed.
    """
    by_id = {t.meeting.id: t for t in transcripts}
    found = []
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["paraphrase"]:
        transcript = by_id.get(row["meeting"])
        if transcript is None:
            continue
        turn = transcript.turns[row["turn"] - 1]
        found.append(Paraphrase(row["text"], _located(turn, row["evidence"], row["sentences"]), transcript))
    return tuple(found)


def _located(turn: Turn, evidence: str, count: int) -> Quote:
    at = turn.text.replace("\n", " ").find(evidence)
    if at < 0:
        raise ValueError(f"turn {turn.number} of {turn.meeting} does not hold: {evidence}")
    spans = sentences(turn.text)
    first = next(i for i, (start, end) in enumerate(spans) if start <= at < end)
    return Quote(turn, spans[first][0], spans[min(len(spans), first + count) - 1][1])


_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w-]{2,}(?: [A-Z][\w-]+)*")
_FIRM = (
    ("wil onderzoeken", "zegt toe"),
    ("onderzoekt", "zegt toe"),
    ("gaat", "heeft toegezegd dat hij gaat"),
    ("wil", "zegt toe"),
    ("vindt", "zegt toe"),
    ("denkt", "zegt toe"),
    ("verwacht", "garandeert"),
    ("kan", "zal"),
    ("wordt", "is"),
    ("mogelijk", "zeker"),
)


def _swap_person(one: Paraphrase, rng: random.Random) -> str | None:
    """The one who speaks made another, by name; someone put in front when the claim names no one."""
    speaker = one.quote.turn.speaker
    others = _others(one.transcript, speaker)
    if not others:
        return None
    other = rng.choice(others)
    for form in (
        speaker.label,
        f"{speaker.office} {speaker.name}",
        speaker.name,
        "De staatssecretaris",
        "de staatssecretaris",
        "De minister",
        "de minister",
    ):
        if form in one.text and (not form.lower().startswith("de ") or speaker.role == "government"):
            label = other.label if form == speaker.label or form.lower().startswith("de ") or "(" not in one.text else other.name
            return one.text.replace(form, label, 1)
    return f"Volgens {other.label} geldt: {one.text[0].lower()}{one.text[1:]}"


def _swap_party(one: Paraphrase, rng: random.Random) -> str | None:
    """The party made another; one put behind the name, or in front, when the claim names none."""
    party = one.quote.turn.speaker.party
    others = sorted({s.party for s in _others(one.transcript, one.quote.turn.speaker) if s.party and s.party != party})
    if not others:
        return None
    other = rng.choice(others)
    if party and re.search(rf"(?<!\w){re.escape(party)}(?!\w)", one.text):
        return re.sub(rf"(?<!\w){re.escape(party)}(?!\w)", other, one.text, count=1)
    return f"De {other} zegt: {one.text[0].lower()}{one.text[1:]}"


def _swap_name(one: Paraphrase, rng: random.Random) -> str | None:
    """A proper name made another one of the same debates."""
    taken = {word for s in names_of(one.transcript).speakers for word in (*s.name.split(), s.party or "")}
    spots = [m for m in _CAPITAL.finditer(one.text) if not set(m.group().split()) & taken and m.group() in one.quote.text]
    pool = sorted(
        {m for t in one.transcript.turns for m in _CAPITAL.findall(t.text) if not set(m.split()) & taken and m not in one.quote.text}
    )
    pool = [p for p in pool if p.split()[0] not in _COMMON]
    if not spots or not pool:
        return None
    spot = rng.choice(spots)
    return one.text[: spot.start()] + str(rng.choice(pool)) + one.text[spot.end() :]


def _firmer(text: str) -> str | None:
    """A commitment put where the claim has less."""
    for soft, firm in _FIRM:
        changed, count = re.subn(rf"\b{soft}\b", firm, text, count=1)
        if count:
            return str(changed)
    return None


def _paraphrase_corruptions(one: Paraphrase, every: Sequence[Paraphrase], rng: random.Random) -> Iterator[tuple[str, Claim]]:
    quotes = (one.quote,)
    texts = (
        *dict.fromkeys(("number", change_number(one.text, rng)) for _ in range(5)),
        *dict.fromkeys(("name", _swap_name(one, rng)) for _ in range(8)),
        ("speaker", _swap_person(one, rng)),
        ("party", _swap_party(one, rng)),
        ("negation", flip_negation(one.text)),
        ("modality", _firmer(one.text)),
    )
    for kind, text in texts:
        if text and text != one.text:
            yield kind, Claim(text, quotes)
    stray = rng.choice([p for p in every if p.quote.turn is not one.quote.turn])
    strange = " ".join(stray.quote.text.split()[:9]).strip('«»“”"')
    yield "invented quote", Claim(f"{one.text.rstrip('.')}: «{strange}».", quotes)
    yield (
        "invented mark",
        Claim(one.text, (), problem=None) if rng.random() < 0.5 else Claim(one.text, quotes, problem="9.9"),
    )
    turns = [t for t in one.transcript.turns if abs(t.number - one.quote.turn.number) == 1]
    spots = [q for t in turns for a, b in sentences(t.text) if holds(q := Quote(t, a, b))]
    if spots:
        yield "neighbour", Claim(one.text, (rng.choice(spots),))


def paraphrase_bench(every: Sequence[Paraphrase], seed: int = 7, judge: Judge = judged) -> Bench:
    """Detection per kind and hard false alarms on claims in other words; negation, modality and neighbours are reported as seen (flagged)."""
    rng = random.Random(seed)
    bad: dict[str, list[tuple[Claim, Names]]] = {kind: [] for kind in PARAPHRASE_KINDS}
    for one in every:
        for kind, claim in _paraphrase_corruptions(one, every, rng):
            bad[kind].append((claim, names_of(one.transcript)))
    return _bench([(Claim(p.text, (p.quote,)), names_of(p.transcript)) for p in every], bad, judge)
