"""Reviews of food and drink: short English texts, praise and everything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from data import texts
from data.packages import Package
from data.r_objects import data_frame
from data.record import About, Built
from data.split import rank, split_rows

SHARE = 0.25
PER_CLASS = 1600
WORDS = 45
SHORTEST = 8  # words

ABOUT = About(
    title="Food reviews",
    package=Package(
        client="apt",
        name="r-cran-modeldata",
        version="1.1.0-1",
        sha256="66c2e08bb4bf695d972b1e72ea44d5af9ada3c42841793d3871017f7b896bf95",
    ),
    origin=(
        "`training_data` and `testing_data` of the R package modeldata, a sample of the Amazon "
        "fine food reviews (McAuley J, Leskovec J, 2013, From Amateurs to Connoisseurs)."
    ),
    authors="The reviewers; collected by Julian McAuley and Jure Leskovec; packaged by Max Kuhn",
    licence="MIT, as packaged",
    notice="Copyright 2019 Max Kuhn, RStudio; Posit Software, PBC",
    changes=(
        f"HTML tags left out, at most the first {WORDS} words kept; texts of fewer than "
        f"{SHORTEST} words and repeated texts left out; {PER_CLASS} of each class, drawn by hash. "
        "The names of products, which are codes, serve for the split alone."
    ),
    split="By class; all reviews of one product stay on one side.",
)


def build(package: Path) -> Built:
    """Build `reviews.csv` and the held-out reviews, to be told whether they are great praise."""
    rows = list(_chosen(package / "usr/lib/R/site-library/modeldata"))
    scores = [score for _, _, score in rows]
    split = split_rows([product for product, _, _ in rows], scores, share=SHARE, salt="reviews")
    return texts.built("reviews", [text for _, text, _ in rows], scores, split, label="score")


def _chosen(library: Path) -> list[tuple[str, str, str]]:
    """Product, text and score; as many of each score, in the order of the source."""
    by_score: dict[str, list[tuple[str, int, tuple[str, str, str]]]] = defaultdict(list)
    for place, row in enumerate(_known(library)):
        by_score[row[2]].append((rank(row[1], salt="reviews"), place, row))
    kept = [one for ranked in by_score.values() for one in sorted(ranked)[:PER_CLASS]]
    return [row for _, _, row in sorted(kept, key=lambda one: one[1])]


def _known(library: Path) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for part in ("training_data", "testing_data"):
        frame = data_frame(library, part)
        for product, review, score in zip(
            frame["product"], frame["review"], frame["score"], strict=True
        ):
            text = texts.shortened(texts.plain(str(review)), words=WORDS)
            if len(text.split()) >= SHORTEST and text.lower() not in seen:
                seen.add(text.lower())
                yield str(product), text, str(score)
