"""The marking scheme: two made-up tables, cleaned."""

from etude.checks.column_types import ColumnTypes
from etude.checks.defines import Defines
from etude.checks.gives_examples import GivesExamples
from etude.checks.has_categories import HasCategories
from etude.checks.values import Call, Table

VARIETIES = ("roma", "cherry", "beefsteak")
NAN = float("nan")
# How a height was typed, and what it means.
HEIGHTS = [
    ("41.5", 41.5),
    ("38,25", 38.25),
    (" 52", 52.0),
    ("n/a", NAN),
    ("0", 0.0),
    ("", NAN),
    ("-4", NAN),
    ("300", 300.0),
    ("415", NAN),
    ("61,0 ", 61.0),
    ("?", NAN),
    ("300.5", NAN),
    ("1e9", NAN),
]


def spelt(variety, number):
    return [variety, variety.upper(), f" {variety}", f"{variety.capitalize()} ", f"{variety}  "][
        number % 5
    ]


def typed(count, seed):
    """Rows as they were typed, and as they should be; every fourth is entered twice."""
    rows, kept = [], []
    for i in range(count):
        plant, day = (i * 7 + seed) % 5 + 1, i // 5 + 1
        variety = VARIETIES[plant % 3]
        text, height = HEIGHTS[(i + seed) % len(HEIGHTS)]
        rows.append((str(plant), str(day), spelt(variety, i), text))
        kept.append((plant, day, variety, height))
        if i % 4 == 1:
            rows.append((str(plant), str(day), spelt(variety, i + 1), HEIGHTS[i % 3][0]))
    return columns(rows), columns(kept)


def columns(rows):
    names = ("plant", "day", "variety", "height")
    return {name: list(cells) for name, cells in zip(names, zip(*rows))}


FIRST, CLEAN_FIRST = typed(30, seed=0)
OTHER, CLEAN_OTHER = typed(22, seed=5)


def cleaned(rows, label):
    texts = Table(columns=rows, text=True)
    return Call(function="clean", args=(texts,), label=label)


CLEANED = cleaned(FIRST, "the cleaned table")
ADVICE = "compare the row as it was typed with what came out of it"

CHECKS = [
    Defines(function="clean", parameters=("rows",)),
    HasCategories(of=CLEANED, part="variety", categories=VARIETIES, points=2, after=("defines",)),
    ColumnTypes(
        of=CLEANED,
        types={"plant": "integer", "day": "integer", "variety": "text", "height": "float32"},
        after=("defines",),
    ),
    GivesExamples(
        of=CLEANED,
        parts=CLEAN_FIRST,
        in_order=True,
        things="rows",
        attempt=ADVICE,
        points=4,
        after=("has_categories", "column_types"),
    ),
    GivesExamples(
        name="other_table",
        of=cleaned(OTHER, "another cleaned table"),
        parts=CLEAN_OTHER,
        in_order=True,
        things="rows",
        attempt=ADVICE,
        after=("gives_examples",),
    ),
]
