"""
Measure what a small network from scratch reaches on the hidden clip art, done rightly and wrongly.

    python benchmarks/clip_art_bars.py --table        # every row of docs/design/data.md
    python benchmarks/clip_art_bars.py --approach unscaled --side 32 --seeds 0 1 2
    python benchmarks/clip_art_bars.py --classes fruit plant vehicle --confusion

An exercise may state a bar only if the honest approach passes it on every seed, with a margin. Each
other approach is the honest one with one usual mistake in it; the table says which of them a bar
can catch and which it cannot.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import tensorflow as tf

DATA = Path(__file__).resolve().parents[1] / "src" / "etude" / "data"
SIX = ("bird", "bug", "fruit", "mammal", "plant", "vehicle")
FOUR = ("fruit", "mammal", "plant", "vehicle")
THREE = ("fruit", "plant", "vehicle")
BATCH = 32
EPOCHS = 40
SEEDS = tuple(range(10))

# The one thing in which each approach differs from the honest one.
APPROACHES: dict[str, dict[str, Any]] = {
    "honest": {},
    "unscaled": {"scaled": "nowhere"},
    "scaled outside the model": {"scaled": "in the pipeline"},
    "unaugmented": {"augmented": False},
    "unshuffled": {"shuffled": False},
    "last fifth kept back unshuffled": {"kept_back": 0.2},
    "linear": {"convolutions": False},
}

TABLE = (
    ("honest", SIX, 32),
    ("honest", SIX, 64),
    ("honest", THREE, 32),
    ("honest", THREE, 64),
    ("honest", FOUR, 64),
    *((approach, FOUR, 32) for approach in APPROACHES),
)
HEADER = """\
| approach | classes | side | hidden rows | majority | training | lowest | median | highest | time |
|---|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Setting:
    """What is trained and how; `side` in pixels."""

    classes: tuple[str, ...]
    side: int
    epochs: int = EPOCHS
    scaled: str = "in the model"
    augmented: bool = True
    shuffled: bool = True
    kept_back: float = 0.0  # share of the pictures, from the end of the sorted folders
    convolutions: bool = True


@dataclass(frozen=True)
class Run:
    """One training: accuracy on training and hidden pictures, seconds, hidden predictions."""

    training: float
    hidden: float
    seconds: float
    predicted: NDArray[np.int64]


def main() -> None:
    """Print the rows that were asked for."""
    options = _options()
    rows = TABLE if options.table else [(options.approach, sorted(options.classes), options.side)]
    print(HEADER, flush=True)
    for approach, classes, side in rows:
        setting = Setting(tuple(classes), side, options.epochs, **APPROACHES[approach])
        inputs, labels = hidden_pictures(setting)
        runs = [train(setting, inputs, labels, seed=seed) for seed in options.seeds]
        print(row(approach, setting, runs, labels), flush=True)
        if options.confusion:
            print(confusion(setting.classes, runs, labels))


def train(
    setting: Setting, inputs: NDArray[np.float32], labels: NDArray[np.int64], *, seed: int
) -> Run:
    """Train one model on the public pictures and judge it on the hidden ones."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    pictures = public_pictures(setting, seed=seed)
    model = compiled(setting)
    started = time.perf_counter()
    history = model.fit(pictures, epochs=setting.epochs, shuffle=False, verbose=0)
    seconds = time.perf_counter() - started
    predicted = model.predict(inputs, verbose=0).argmax(axis=1)
    return Run(
        training=history.history["accuracy"][-1],
        hidden=float(np.mean(predicted == labels)),
        seconds=seconds,
        predicted=predicted,
    )


def public_pictures(setting: Setting, *, seed: int) -> tf.data.Dataset:
    """Return batches of pictures (batch, side, side, 3) and labels (batch,)."""
    pictures = keras.utils.image_dataset_from_directory(
        DATA / "public" / "clip_art",
        class_names=list(setting.classes),
        image_size=(setting.side, setting.side),
        batch_size=None,
        shuffle=False,
        verbose=False,
    )
    pictures = pictures.take(round(len(pictures) * (1 - setting.kept_back))).cache()
    if setting.scaled == "in the pipeline":
        pictures = pictures.map(lambda picture, label: (picture / 127.5 - 1, label))
    if setting.shuffled:
        pictures = pictures.shuffle(1000, seed=seed)
    return pictures.batch(BATCH).prefetch(tf.data.AUTOTUNE)


def hidden_pictures(setting: Setting) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return the hidden pictures of these classes (n, side, side, 3), 0 to 255, and labels (n,)."""
    with np.load(DATA / "hidden" / "clip_art.npz") as hidden:
        names = hidden["classes"][hidden["labels"]]
        wanted = np.isin(names, setting.classes)
        inputs = tf.image.resize(hidden["inputs"][wanted], (setting.side, setting.side)).numpy()
        return inputs, np.searchsorted(setting.classes, names[wanted])


def compiled(setting: Setting) -> keras.Model:
    """Return the model of a setting, ready to fit."""
    layers = [keras.Input((setting.side, setting.side, 3))]
    if setting.augmented:
        layers += [
            keras.layers.RandomFlip("horizontal"),
            keras.layers.RandomZoom(0.1, fill_mode="nearest"),
        ]
    if setting.scaled == "in the model":
        layers += [keras.layers.Rescaling(1 / 127.5, offset=-1)]
    layers += _convolutions(setting.side) if setting.convolutions else [keras.layers.Flatten()]
    layers += [keras.layers.Dropout(0.3), keras.layers.Dense(len(setting.classes))]
    model = keras.Sequential(layers)
    model.compile(
        optimizer=keras.optimizers.Adam(2e-3),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def _convolutions(side: int) -> list[keras.Layer]:
    """Return convolution and pooling until the map is 4 x 4, then its maximum."""
    filters = (32, 64, 128) if side < 64 else (32, 64, 128, 128)
    blocks = [
        (
            keras.layers.Conv2D(count, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
        )
        for count in filters
    ]
    return [layer for block in blocks for layer in block] + [keras.layers.GlobalMaxPooling2D()]


def row(approach: str, setting: Setting, runs: Sequence[Run], labels: NDArray[np.int64]) -> str:
    """Return one row of the table; lowest, median and highest are over the seeds."""
    hidden = sorted(run.hidden for run in runs)
    cells = [
        approach,
        ", ".join(setting.classes) if len(setting.classes) < len(SIX) else "all six",
        str(setting.side),
        str(len(labels)),
        f"{np.bincount(labels).max() / len(labels):.3f}",
        f"{statistics.mean(run.training for run in runs):.3f}",
        f"{hidden[0]:.3f}",
        f"{statistics.median(hidden):.3f}",
        f"{hidden[-1]:.3f}",
        f"{statistics.mean(run.seconds for run in runs):.0f} s",
    ]
    return f"| {' | '.join(cells)} |"


def confusion(
    classes: Sequence[str], runs: Sequence[Run], labels: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return how often a class (row) was taken for another (column), over all runs."""
    counts = np.zeros((len(classes), len(classes)), np.int64)
    for run in runs:
        np.add.at(counts, (labels, run.predicted), 1)
    return counts


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure a small network on the hidden clip art.")
    parser.add_argument("--table", action="store_true", help="every row of the design page")
    parser.add_argument("--classes", nargs="+", choices=SIX, default=list(FOUR))
    parser.add_argument("--side", type=int, default=32, help="pixels, 32 or 64 (32)")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help=f"({EPOCHS})")
    parser.add_argument("--seeds", nargs="+", type=int, default=list(SEEDS), help="(0 to 9)")
    parser.add_argument("--approach", choices=list(APPROACHES), default="honest")
    parser.add_argument("--confusion", action="store_true", help="print a confusion matrix too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
