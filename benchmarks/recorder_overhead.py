"""What the recorders cost: the same training on pictures, with them and without, taking turns.

python benchmarks/recorder_overhead.py [--pairs 7] [--epochs 18] [--write]
"""

import argparse
import contextlib
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from measuring import load, machine, ratio_of_pairs
from page import bullets, publish, seconds, table

from etude.catalog.data import public_data
from etude.domain.job import Job, Limits
from etude.domain.task import Task
from etude.sandbox import Sandbox, open_sandbox

PAIRS = 7
EPOCHS = 18
BUDGET_PERCENT = 5
DATA = "clip_art"
_FILE = "training.py"
# As a learner would write it: folders to batches, a small network, validation, a checkpoint.
_PROGRAM = """\
import tensorflow as tf
from tensorflow import keras

training_data, validation_data = keras.utils.image_dataset_from_directory(
    "data/clip_art", validation_split=0.2, subset="both", seed=7,
    image_size=(64, 64), batch_size=32, verbose=False,
)


def scaled(images, labels):
    return tf.cast(images, tf.float32) / 255.0, labels


training_data = training_data.map(scaled, num_parallel_calls=tf.data.AUTOTUNE)
training_data = training_data.prefetch(tf.data.AUTOTUNE)
validation_data = validation_data.map(scaled, num_parallel_calls=tf.data.AUTOTUNE)
validation_data = validation_data.prefetch(tf.data.AUTOTUNE)

layers = keras.layers
inputs = keras.Input((64, 64, 3))
x = layers.RandomFlip("horizontal")(inputs)
for filters in (32, 64, 128):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    x = layers.MaxPooling2D()(x)
x = layers.Dropout(0.5)(layers.Flatten()(x))
model = keras.Model(inputs, layers.Dense(6, activation="softmax")(x))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(
    training_data, validation_data=validation_data, epochs=EPOCHS, verbose=0,
    callbacks=[keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)],
)
model.evaluate(validation_data, verbose=0)
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of one run: of the program by the clock, and of all the run's threads."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Pair:
    """Two runs next to each other."""

    without: Cost
    observed: Cost


def main() -> None:
    options = _options()
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        runtime = Path(folder) / "rt"
        sandbox = stack.enter_context(open_sandbox(runtime_dir=runtime, background=False))
        run(sandbox, 1, observe=True)  # warms the disk cache; not counted
        pairs = [_pair(sandbox, options.epochs, number) for number in range(options.pairs)]
    conditions = [
        f"{len(pairs)} pairs, {options.epochs} epochs on `{DATA}`; load at the end {load()}",
        *machine("tensorflow_cpu", "keras"),
    ]
    section = f"{overhead_table(pairs)}\n\n{bullets(conditions)}"
    publish("recorder overhead", section, write=options.write)


def run(sandbox: Sandbox, epochs: int, *, observe: bool) -> Cost:
    """One training in the sandbox."""
    task = Task(program=_FILE, as_script=True, sources=[_FILE], observe=observe)
    job = Job(
        task=msgspec.json.encode(task),
        files={_FILE: f"EPOCHS = {epochs}\n{_PROGRAM}".encode()},
        links={f"data/{DATA}": str(public_data(DATA))},
        limits=Limits(wall_seconds=600.0, cpu_seconds=1200),
    )
    outcome = sandbox.run(job)
    if outcome.fault is not None:
        raise SystemExit(f"the training did not run: {outcome.detail}")
    return Cost(outcome.phases["program"] / 1e3, outcome.cpu_seconds)


def overhead_table(pairs: Sequence[Pair]) -> str:
    """The overhead is the median of the pairs' ratios; the budget is for the time by the clock."""
    rows = [
        _row("time of the program", pairs, lambda cost: cost.wall, f"< {BUDGET_PERCENT} %"),
        _row("processor time of the run", pairs, lambda cost: cost.cpu, ""),
    ]
    head = ["", "without", "with recorders", "overhead", "lowest pair", "highest pair", "budget"]
    return table(head, rows)


def _row(
    name: str, pairs: Sequence[Pair], cost: Callable[[Cost], float], budget: str
) -> Sequence[str]:
    without = [cost(pair.without) for pair in pairs]
    observed = [cost(pair.observed) for pair in pairs]
    ratios = [above / below for above, below in zip(observed, without, strict=True)]
    return [
        name,
        seconds(statistics.median(without)),
        seconds(statistics.median(observed)),
        percent(ratio_of_pairs(observed, without)),
        percent(min(ratios)),
        percent(max(ratios)),
        budget,
    ]


def percent(ratio: float) -> str:
    """What comes on top: 1.031 is +3.1 %."""
    return f"{100 * (ratio - 1):+.1f} %"


def _pair(sandbox: Sandbox, epochs: int, number: int) -> Pair:
    """Which of the two goes first changes from pair to pair, for a machine that slows down."""
    costs: dict[bool, Cost] = {}
    for observe in (False, True) if number % 2 else (True, False):
        costs[observe] = run(sandbox, epochs, observe=observe)
    pair = Pair(without=costs[False], observed=costs[True])
    walls = f"{seconds(pair.without.wall)} without, {seconds(pair.observed.wall)} with"
    print(f"pair {number + 1}: {walls}, load {load()}", file=sys.stderr)
    return pair


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure what the recorders cost a training.")
    parser.add_argument("--pairs", type=int, default=PAIRS, help=f"({PAIRS})")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help=f"({EPOCHS})")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
