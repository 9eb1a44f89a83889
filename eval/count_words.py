"""Counts in how many turns each stem occurs, over the debates in ../shared/data, and writes rag/data/idf-nl.tsv."""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

from rag.errors import ReadError
from rag.read import read
from rag.text import STOP_NL, stem, words

KEPT = 12_000


def main() -> None:
    """Usage: python -m eval.count_words ../shared/data."""
    counts: Counter[str] = Counter()
    total = 0
    for path in sorted([*Path(sys.argv[1]).glob("seed/*.txt"), *Path(sys.argv[1]).glob("vlos/*.xml")]):
        try:
            turns = read(path.read_bytes(), path.name).turns
        except ReadError:
            continue
        for turn in turns:
            counts.update({stem(w) for w in words(turn.text) if w not in STOP_NL})
            total += 1
    target = Path(__file__).parent.parent / "rag" / "data" / "idf-nl.tsv"
    lines = ["# stam\tidf; gemaakt door eval/count_words.py", f"\t{math.log(1 + (total + 0.5) / 0.5):.2f}"]
    for one, n in sorted(counts.most_common(KEPT)):
        if n > 1:
            lines.append(f"{one}\t{math.log(1 + (total - n + 0.5) / (n + 0.5)):.2f}")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
