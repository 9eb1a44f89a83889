"""Counts how rare each stem is, over the debates in ../shared/data, and writes rag/data/idf-nl.tsv."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from rag.errors import ReadError
from rag.read import read
from rag.retrieve import inverse_frequency as idf
from rag.text import content_stems

KEPT = 12_000


def main() -> None:
    """Usage: python -m eval.count_words ../shared/data.

    Two figures per stem: its idf over all turns, and its idf with the debate left out that has it most. The second is what `rag.decline`
    weighs with: what one debate is about must look rare in general, also when that debate was among those counted.
    """
    debates: list[tuple[Counter[str], int]] = []
    for path in sorted([*Path(sys.argv[1]).glob("seed/*.txt"), *Path(sys.argv[1]).glob("vlos/*.xml")]):
        try:
            turns = read(path.read_bytes(), path.name).turns
        except ReadError:
            continue
        debates.append((Counter(one for turn in turns for one in set(content_stems(turn.text))), len(turns)))
    counts: Counter[str] = Counter()
    for held, _ in debates:
        counts.update(held)
    total = sum(n for _, n in debates)
    target = Path(__file__).parent.parent / "rag" / "data" / "idf-nl.tsv"
    top = f"{idf(0, total):.2f}"
    lines = ["# stam\tidf\tidf zonder het debat dat hem het meest heeft; gemaakt door eval/count_words.py", f"\t{top}\t{top}"]
    for one, n in sorted(counts.most_common(KEPT)):
        most, turns_of_it = max(((held[one], size) for held, size in debates), key=lambda d: d[0] / d[1])
        elsewhere = f"{idf(n - most, total - turns_of_it):.2f}" if n > most else top
        if n > 1:
            lines.append(f"{one}\t{idf(n, total):.2f}\t{elsewhere}")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
