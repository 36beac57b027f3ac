"""The marking scheme: two made-up files, batch by batch."""

import json

from etude.checks.defines import Defines
from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.gives_examples import GivesExamples
from etude.checks.returns_type import ReturnsType
from etude.checks.values import Call, TextFile

PARTS = {
    "0/minutes": Tensor(shape=(None,), dtype="float32", label="minutes"),
    "0/age": Tensor(dtype="float32", label="age"),
    "1": Tensor(integers=True, label="finished"),
}


def walk(number, seed):
    """A made-up walk of one to six parts; some parts take no time at all."""
    parts = 1 + (number * number + seed) % 6
    return {
        "walker": {"name": f"walker {number}", "age": 20 + 7 * number % 41},
        "minutes": [(number * part + seed) % 9 * 1.5 for part in range(parts)],
        "finished": (number + seed) % 3 != 0,
    }


def text(name, walks):
    return TextFile(name=name, lines=tuple(json.dumps(one) for one in walks))


def filled_up(walks, batch_size):
    """Minutes of all walks, each as wide as its batch."""
    rows = []
    for start in range(0, len(walks), batch_size):
        some = [one["minutes"] for one in walks[start : start + batch_size]]
        longest = max(map(len, some))
        rows += [row + [-1.0] * (longest - len(row)) for row in some]
    return rows


def batches(walks, batch_size, **more):
    """What the pipeline should give for these walks."""
    return GivesExamples(
        parts={
            "0/minutes": filled_up(walks, batch_size),
            "0/age": [one["walker"]["age"] for one in walks],
            "1": [int(one["finished"]) for one in walks],
        },
        in_order=True,
        things="walks",
        **more,
    )


FIRST = [walk(number, seed=1) for number in range(11)]
SECOND = [walk(number, seed=4) for number in range(7)]
DATA = Call(function="load_walks", args=(text("walks.jsonl", FIRST), 4), label="the dataset")
OTHER = Call(
    function="load_walks",
    args=(text("other_walks.jsonl", SECOND), 3),
    label="the dataset of another file",
)

CHECKS = [
    Defines(function="load_walks", parameters=("path", "batch_size")),
    ReturnsType(of=DATA, kinds=("dataset",), after=("defines",)),
    ElementSpec(of=DATA, parts=PARTS, batch=4, points=2, after=("returns_type",)),
    batches(FIRST, 4, of=DATA, points=3, after=("element_spec",)),
    batches(SECOND, 3, of=OTHER, name="other_file", after=("gives_examples",)),
]
