"""What a preprocessor makes of each category; run inside the sandbox."""

from collections.abc import Sequence
from typing import Any

from etude.checks.live import Live
from etude.checks.prepared_rows import (
    built,
    categories_of,
    features,
    known_categories,
    responding,
    variants,
)
from etude.checks.values import Value


def category_codes(
    live: Live, function: str, rows: Value, *, also: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """One record per column of categories.

    "codes" are the features that change with a known category: of ``also`` first, then of each one
    in "categories".
    """
    preprocessor = built(live, function, rows)
    raw = live.value(rows)
    found: list[dict[str, Any]] = []
    for name in categories_of(raw):
        known = known_categories(raw[name])
        with live.learner():
            made = features(live, preprocessor, variants(raw, name, [*also, *known]))
        codes = made[:, responding(made[len(also) :])]
        found.append({"column": name, "categories": known, "codes": codes})
    return found
