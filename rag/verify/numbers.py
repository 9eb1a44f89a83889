"""Numbers in a text, in digits or words, Dutch or English, and whether a claim's numbers stand in the evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.tables import pattern_of, table
from rag.text import MONTH_NUMBERS, STOP_EN, STOP_NL
from rag.types import Language
from rag.verify import times

_DIGITS = re.compile(r"(?<!\d)(?<![^\W\d_])(?<![^\W\d_][-–—])\d+(?:[.,:\u202f\u00a0 ]\d{3}(?!\d))*(?:[.,:]\d+)*(?![.,]?\d)")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|%|€")
_ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII".split()
_ROMAN = re.compile(r"(?<![\w-])(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3})(?![\w])")
_SHARE = re.compile(r"^\s*(?:op de|op|van de|uit de|in de|per|out of(?: every)?|in)(?: elke)?\s*$", re.I)
_SUFFIX = re.compile(
    r"(?:jarigen?|jaars|jaren|jaar|daagse?|dagen|weekse|weken|maands?e?|maanden|wekelijkse?|jaarlijkse?|maal|voudige?|voud|tal|delige?|persoons|ledige?|uurs|fold)$"
)
# what a suffix begins with, to its unit: "jarige", "daagse", "wekelijkse"
_UNIT_OF_SUFFIX = (("ja", "jaar"), ("da", "dag"), ("we", "week"), ("maand", "maand"), ("uur", "uur"))
_CLOCK = re.compile(r"^\d{1,2}[.:]\d{2}$")

LONGEST_WORD = 60  # "negenhonderdnegenennegentigduizendnegenhonderdnegenennegentig" has 60 letters
ROUNDED = 0.004  # "een derde" may be written as 33 procent


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text has it.

    ``values``: every reading ("1.500" in English may be 1.5). ``span``: lowest and highest value that may be meant ("tientallen").
    ``hours``: its worth in hours where a unit of time follows. ``kind``: "percent", "money", "time", "ordinal", "share" or "plain".
    """

    start: int
    end: int
    text: str
    values: frozenset[float]
    kind: str = "plain"
    hours: float | None = None
    span: tuple[float, float] | None = None
    month: int | None = None


@lru_cache(maxsize=8192)
def word_value(word: str, language: Language) -> tuple[float, bool, str] | None:
    """The value of a number word ("vijfentwintig", "elfhonderd", "zestienjarige", "twenty-five"), whether it is an ordinal, its suffix.

    None when the word is no number.
    """
    if len(word) > LONGEST_WORD:
        return None
    lists = table("numbers")[language]
    word = word.lower().replace("ë", "e").replace("é", "e")
    if word in lists["ordinals"] and word not in lists["special"]:
        return float(lists["ordinals"][word]), True, ""
    value = lists["special"].get(word, _cardinal(word, language))
    if value is not None:
        return float(value), False, ""
    if language == "nl":
        half = re.fullmatch(r"(\w+?)enhal(?:f|ve)", word)
        if half and (whole := _cardinal(half[1], language)) is not None:
            return whole + 0.5, False, ""
        suffix = _SUFFIX.search(word)
        if suffix and suffix.start() > 2 and (value := _cardinal(word[: suffix.start()].rstrip("-"), language)) is not None:
            return float(value), False, suffix.group()
    ordinal = re.fullmatch(r"(\w+?)(?:ste|de)" if language == "nl" else r"([\w-]+?)th", word)
    if ordinal and (value := _cardinal(ordinal[1], language)) is not None and value > 3:
        return float(value), True, ""
    return None


@lru_cache(maxsize=8192)
def _cardinal(word: str, language: Language) -> int | None:
    lists = table("numbers")[language]
    if word in lists["units"]:
        return int(lists["units"][word])
    if word in lists["tens"]:
        return int(lists["tens"][word])
    if language == "en":
        tens, _, units = word.partition("-")
        if tens in lists["tens"] and lists["units"].get(units, 10) < 10:
            return int(lists["tens"][tens] + lists["units"][units])
        return {"hundred": 100, "thousand": 1000}.get(word)
    for scale, size in (("duizend", 1000), ("honderd", 100)):
        head, found, tail = word.partition(scale)
        if found:
            first = 1 if not head else _cardinal(head, language)
            tail = tail.removeprefix("en") if tail != "en" else tail
            last = 0 if not tail else _cardinal(tail, language)
            if first is not None and last is not None and last < size:
                return first * size + last
            return None
    match = re.fullmatch(r"(\w+?)en(\w+)", word)
    low, high = (lists["units"].get(match[1]), lists["tens"].get(match[2])) if match else (None, None)
    return int(high + low) if low and high and low < 10 else None


def _digit_values(text: str) -> frozenset[float]:
    """Every reading of a number in digits."""
    plain = re.sub(r"[\u202f\u00a0 ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,:]\d{3})+", plain):
        return frozenset({float(re.sub(r"\D", "", plain))})
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+|\d+[.,:]\d+", plain):
        *whole, part = re.split(r"\D", plain)
        return frozenset({float(f"{''.join(whole)}.{part}")})
    return frozenset(float(p) for p in re.split(r"\D+", plain) if p and len(p) < 16)


@dataclass(slots=True)
class _Raw:
    start: int
    end: int
    values: frozenset[float]
    ordinal: bool = False
    suffix: str = ""
    word: bool = False


def _raw(text: str, language: Language) -> list[_Raw]:
    """Numbers in digits and words, in order, before units and scales are joined to them."""
    found = [_Raw(m.start(), m.end(), _digit_values(m.group())) for m in _DIGITS.finditer(text)]
    for raw in found:
        tail = re.match(r"(?:-?(?:jarigen?|jaars)|(?:e|de|ste|st|nd|rd|th)\b)", text[raw.end :])
        if tail:
            raw.ordinal = not tail.group().strip("-").startswith("ja")
            raw.suffix = "" if raw.ordinal else "jarige"
            raw.end += tail.end()
    for match in re.finditer(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)?", text):
        token = match.group()
        value, end = word_value(token, language), match.end()
        if value is None and "-" in token:
            head = token.split("-")[0]
            value, end = word_value(head, language), match.start() + len(head)
            if value is not None and "jarig" in text[end : end + 7]:
                value = (value[0], value[1], "jarige")
        if value is not None and not _is_other_word(text, match.start(), end, token.lower(), value[0]):
            found.append(_Raw(match.start(), end, frozenset({value[0]}), value[1], value[2], True))
    taken = {r.end for r in found}
    for match in re.finditer(r"(?<![\w-])(miljoen|miljard|million|billion)(?!\w)", text, re.I):
        if not any(text[end : match.start()].strip(" -") == "" for end in taken if end <= match.start()):
            found.append(_Raw(match.start(), match.end(), frozenset({float(table("numbers")["scale"][match.group().lower()])}), word=True))
    return sorted(found, key=lambda r: r.start)


_ACHT_VERB = re.compile(r"^\s+(?:het|dit|dat|de|een|zich|zo|deze|die|ik|hij|zij|op|ook|niet|geen|daarom|\w+(?:ig|lijk|baar|sch)\b)", re.I)
_ACHT_NOUN = re.compile(r"\b(?:in|buiten)\s*$", re.I)


def _is_other_word(text: str, start: int, end: int, token: str, value: float) -> bool:
    """Words that look like numbers and are none: "in acht nemen", "ten tweede", "Tweede Kamer", "one might say"."""
    before, after = text[max(0, start - 30) : start], text[end : end + 40]
    if token == "acht":
        subject = re.search(r"\b(?:ik|hij|zij|ze|wij|\w*secretaris|minister|kabinet|fractie|[A-Z][\w-]+)\)?\s*$", before)
        return bool(_ACHT_NOUN.search(before) or _ACHT_VERB.match(after) or (subject and not re.match(r"\s+\w+(?:en|s)\b", after)))
    if token in {"tweede", "eerste", "second", "first", "derde", "third"}:
        if re.search(r"\b(?:ten|de|een|two|twee|a|one)\s*$", before, re.I) and re.match(r"\s+(?:deel|van|of)\b", after):
            return False
        if re.search(r"\bten\s*$", before, re.I) or re.match(
            r"\s+(?:kamer|termijn|instantie|plaats|term\b|place|kamerlid|kamerleden)", after, re.I
        ):
            return True
        return value == 1 and not re.match(r"\s+(?:kwartaal|helft|half|halve|quarter|halfjaar)", after, re.I)
    return token in {"een", "one", "eén", "één"}


_SCALES = sorted(set(table("numbers")["scale"]) - {"miljoenen", "miljarden"}, key=len, reverse=True)
_SCALE = re.compile(rf"[\s-]*(?:{'|'.join(_SCALES)})\b\.?", re.I)
_UNIT = re.compile(r"[\s-]*([^\W\d_]+(?:'s)?|%|€)")


def quantities(text: str, language: Language = "nl") -> tuple[Quantity, ...]:
    """Every number of a text with its unit; number words of this language, digits in both manners."""
    found: list[Quantity] = []
    raws = _raw(text, language)
    i = 0
    while i < len(raws):
        raw, i = raws[i], i + 1
        other = raws[i] if i < len(raws) else None
        between = text[raw.end : other.start] if other else ""
        if other and _SHARE.match(between) and all(len(one.values) == 1 and not one.ordinal for one in (raw, other)):
            (top,), (bottom,) = raw.values, other.values
            loose = re.match(r"\s*(?:in|van de|uit de)\s*$", between)
            if (0 < top < bottom <= 1000 and not loose) or (raw.word and other.word and top < bottom):
                found.append(Quantity(raw.start, other.end, text[raw.start : other.end], frozenset({top / bottom}), "share"))
                i += 1
                continue
        found.append(_with_unit(text, raw))
    found += [
        Quantity(m.start(), m.end(), m.group(), frozenset({_ROMANS.index(m.group()) + 1.0}), "ordinal") for m in _ROMAN.finditer(text)
    ]
    found += _fractions(text, language)
    for match in _TOKEN.finditer(text):
        vague = table("numbers")["vague"].get(match.group().lower())
        if vague and not re.search(r"\d\s*$", text[max(0, match.start() - 12) : match.start()]):
            found.append(Quantity(match.start(), match.end(), match.group(), frozenset(), "vague", span=(vague[0], vague[1])))
    return tuple(sorted(found, key=lambda q: q.start))


_FRACTION = re.compile(
    r"(?<!\w)(een|één|a|one|two|twee|drie|three)[\s-](derde|kwart|vijfde|tiende|third|thirds|quarter|quarters|fifth|tenth)n?(?=\s+(?:deel|van|of|der)\b)",
    re.I,
)
_PARTS = {"derde": 3, "kwart": 4, "vijfde": 5, "tiende": 10, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "tenth": 10}
_TOPS = {"een": 1, "één": 1, "a": 1, "one": 1, "two": 2, "twee": 2, "drie": 3, "three": 3}


_ONE_IN = re.compile(r"(?<!\w)(?:(?:een|één|eén|1)\s+(?:op de|op|van de)\s+(?:elke\s+)?|one\s+(?:in|out of)\s+(?:every\s+)?)([\w-]+)", re.I)


def _fractions(text: str, language: Language) -> list[Quantity]:
    """ "een derde van", "één op de vijf": shares whose top is no number by itself."""
    found = [
        Quantity(m.start(), m.end(), m.group(), frozenset({_TOPS[m[1].lower()] / _PARTS[m[2].lower()]}), "share")
        for m in _FRACTION.finditer(text)
    ]
    for match in _ONE_IN.finditer(text):
        bottom = (float(match[1]), False, "") if match[1].isdigit() else word_value(match[1], language)
        if bottom and bottom[0] > 1:
            found.append(Quantity(match.start(), match.end(), match.group(), frozenset({1 / bottom[0]}), "share"))
    return found


def _with_unit(text: str, raw: _Raw) -> Quantity:
    """Joins scale ("miljoen") and unit ("euro", "%", "weken") to a number."""
    lists = table("numbers")
    time: dict[str, float] = lists["time"]
    end, values, kind, hours, month = raw.end, raw.values, "ordinal" if raw.ordinal else "plain", None, None
    scale = _SCALE.match(text, end)
    while scale:
        factor = lists["scale"][re.sub(r"[\s.-]", "", scale.group()).lower()]
        values, end = frozenset(v * factor for v in values), scale.end()
        scale = _SCALE.match(text, end)
    before = text[max(0, raw.start - 2) : raw.start].strip()
    if before in {"€", "$", "£"}:
        kind = "money"
    unit = raw.suffix or (m.group(1).lower() if (m := _UNIT.match(text, end)) else "")
    unit = next((long for short, long in _UNIT_OF_SUFFIX if raw.suffix.startswith(short)), unit)
    word = text[raw.start : raw.end].lower()
    if "etmaal" in word:
        unit = "etmaal"
    if unit in lists["percent"]["words"]:
        kind = "percent"
    elif unit in lists["money"]["words"]:
        kind = "money"
    elif unit in time and not raw.ordinal and not _CLOCK.match(text[raw.start : raw.end]):
        kind, hours = "time", next(iter(values)) * time[unit] if len(values) == 1 else None
    elif unit in MONTH_NUMBERS and all(1 <= v <= 31 for v in values):
        month = MONTH_NUMBERS[unit]
    return Quantity(raw.start, end, text[raw.start : end].strip(), values, kind, hours, None, month)


def _close(a: float, b: float, within: float = 1e-6) -> bool:
    return abs(a - b) <= within * max(abs(a), abs(b), 1e-9)


def _same_time(a: float, b: float) -> bool:
    """Whether two times are the same but for what months and years differ by."""
    return _close(a, b, 0.005)


def _digits(value: float) -> int:
    """Significant digits: 1100 has two."""
    return len(f"{value:.6g}".replace(".", "").replace("e+", "").strip("0"))


_ABOUT = re.compile(pattern_of("numbers", "about", "words").pattern + r"[\s(]*(?:de|het|een|the|€)?[\s]*$", re.I)


def _stands(claimed: Quantity, held: Quantity, rough: bool) -> bool:
    """Whether one number of the evidence carries one of the claim."""
    if claimed.span:
        return held.span == claimed.span or any(claimed.span[0] * 0.5 <= v <= claimed.span[1] for v in held.values)
    if claimed.hours is not None and held.hours is not None:
        return _same_time(claimed.hours, held.hours) and (
            claimed.values == held.values or not any(_close(a, b, 0.5) for a in claimed.values for b in held.values)
        )
    if claimed.month and held.month != claimed.month and (held.month or held.kind != "plain"):
        return False
    if held.kind == "ordinal" and claimed.kind in {"time", "percent", "money"}:
        return False
    classes = {claimed.kind, held.kind}
    for value in claimed.values:
        for other in held.values:
            if _close(value, other) and not (len(classes) == 2 and classes <= {"percent", "money", "time"}):
                return True
            as_share = other / 100 if held.kind == "percent" else value / 100 if claimed.kind == "percent" else None
            if as_share is not None and claimed.kind != held.kind and min(abs(as_share - value), abs(as_share - other)) <= ROUNDED:
                return True
            if rough and _digits(value) < _digits(other) and _close(value, other, 0.1):
                return True
            if rough and held.kind == "percent" and value < 1 and _close(value, other / 100, 0.06):
                return True
    return False


def missing(claim: str, evidence: str, language: Language, spoken: Language) -> str | None:
    """The first number of the claim that does not stand in the evidence, as the claim has it; None when all do.

    ``claim``: the claim's text, attribution and names taken out; ``language``: of the claim; ``spoken``: of the record.
    """
    held = quantities(evidence, spoken)
    # of "vier op de vijf" also the four and the five by themselves
    shares = [q.text.replace(" op ", " / ").replace(" of ", " / ") for q in held if q.kind == "share"]
    held += tuple(q for share in shares for q in quantities(share, spoken) if q.kind != "share")
    lower = evidence.lower()
    for claimed in quantities(claim, language):
        if claimed.text.lower() in {"half", "halve"} and re.search(r"hal(?:f|ve)", lower):
            continue
        rough = bool(_ABOUT.search(claim[max(0, claimed.start - 24) : claimed.start]))
        if any(_stands(claimed, one, rough) for one in held) or _in_words(claimed, lower):
            continue
        return claimed.text
    return times.missing(claim, evidence)


_FEW, _MANY = 10.0, 100.0  # what is less is often counted by whoever asks ("de vier vormen"), or the time ("kwart over tien")
_NUMBERED = re.compile(r"(?:\b(?:nr|nummer|stuk|motie|artikel|art|lid|bijlage|no|number|motion|article)\.?|[\w’'-]*[A-Z][\w’'-]*)\s*$")


def stated(question: str, language: Language) -> tuple[str, ...]:
    """The amounts and counts that a question takes for said ("25 miljoen", "5.000 klachten"); no years, dates, times or numbers of pieces."""
    found = []
    for one in quantities(question, language):
        year = one.text.isdigit() and len(one.text) == len("2025")
        least = min(one.values, default=0.0)
        many = least >= (_FEW if one.text[0].isdigit() else _MANY)
        counted = many and one.kind == "plain" and one.month is None and not year
        if (counted or one.kind in {"money", "percent"}) and one.values and not _NUMBERED.search(question[: one.start]):
            unit = re.match(r"\s?%|\s+([a-zà-ÿ]+)", question[one.end :])
            named = unit and (unit[1] is None or unit[1] not in STOP_NL | STOP_EN)
            if named or one.kind != "plain" or least >= _MANY:
                found.append(question[one.start : one.end + (unit.end() if unit and named else 0)])
    return tuple(found)


def _in_words(claimed: Quantity, evidence: str) -> bool:
    """Ways of saying a small number without a number: "beide" is two, "een uur" is one hour, "per maand"."""
    if any(_close(v, 2) for v in claimed.values) and _TWO.search(evidence):
        return True
    if claimed.values == {0.0} and re.search(r"\b(?:geen|niets|niemand|no|none|nobody)\b", evidence):
        return True
    if claimed.hours is None:
        return False
    lists = table("numbers")
    one = re.findall(r"\b(?:een|één|per|a|an|one|elke?|ieder)\s+(?:half\s+)?(\w+)", evidence)
    bare = (hours for word, hours in lists["bare"].items() if re.search(rf"\b{word}", evidence))
    return any(_same_time(hours, claimed.hours) for hours in (*(lists["time"][word] for word in one if word in lists["time"]), *bare))


_TWO = re.compile(r"\b(?:beide[nr]?|allebei|tweetal|tweede|tweeën|both|\w*dubbel\w*|twice|double\w*)\b")
