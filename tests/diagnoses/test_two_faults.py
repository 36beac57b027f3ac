"""Programs in which one fault makes others: the cause comes first, and its effects under it."""

from collections.abc import Callable

import pytest

from etude.diagnoses.diagnose import diagnose
from etude.diagnoses.evidence import Evidence

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

HEAD = """\
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
"""
PICTURES = (
    HEAD
    + """\
y = rng.integers(0, 3, 120)
x = rng.integers(0, 120, (120, 12, 12, 1)).astype("float32")
x[:, :4] += 60.0 * y[:, None, None, None]
model = keras.Sequential([
    keras.Input((12, 12, 1)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
"""
)
TABLE = (
    HEAD
    + """\
x = rng.normal(size=(160, 4)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("int64")
"""
)
SPARSE = '"sparse_categorical_crossentropy", metrics=["accuracy"])\n'
BINARY = '"binary_crossentropy", metrics=["accuracy"])\n'
FIT = "model.fit(x, y, epochs=6, verbose=0)\n"


def network(*last: str, width: int = 8) -> str:
    """A hidden layer of this width and what follows it."""
    first = ["keras.Input((4,))", f"keras.layers.Dense({width}, activation='relu')"]
    return f"model = keras.Sequential([{', '.join([*first, *last])}])\n"


PROGRAMS = {
    "unscaled pixels at a high rate": (
        PICTURES + "model.compile(keras.optimizers.Adam(0.1), " + SPARSE + FIT,
        "pixels_not_scaled",
        {"dead_units", "diverging_loss", "learning_rate_too_high"},
    ),
    "unscaled pixels with large steps of SGD": (
        PICTURES + "model.compile(keras.optimizers.SGD(0.5), " + SPARSE + FIT,
        "pixels_not_scaled",
        {"learning_rate_too_high", "stuck_at_majority"},
    ),
    "pixels divided twice": (
        PICTURES + "model.compile('adam', " + SPARSE
        + "model.fit(x / 255.0 / 255.0, y, epochs=4, verbose=0)\n",
        "pixels_scaled_twice",
        {"dead_units"},
    ),
    "a gap among the inputs": (
        TABLE + "x[3, 2] = np.nan\n" + network("keras.layers.Dense(1, activation='sigmoid')")
        + "model.compile(keras.optimizers.Adam(0.05), " + BINARY + FIT,
        "gaps_reach_the_network",
        {"nan_loss"},
    ),
    "a layer that was never adapted": (
        HEAD + """\
x = rng.normal(3000, 900, (200, 3)).astype("float32")
y = x[:, 0] / 100 + rng.normal(size=200)
scale = keras.layers.Normalization()
hidden = keras.layers.Dense(16, activation="relu")
model = keras.Sequential([keras.Input((3,)), scale, hidden, keras.layers.Dense(1)])
model.compile(keras.optimizers.SGD(0.01), "mse")
""" + FIT,
        "normalization_not_adapted",
        {"nan_loss"},
    ),
    "inputs and labels in two orders": (
        TABLE + "rng.shuffle(x)\nrng.shuffle(y)\n"
        + network(
            "keras.layers.Dense(64, activation='relu')",
            "keras.layers.Dense(2, activation='softmax')",
            width=64,
        )
        + "model.compile(keras.optimizers.Adam(0.01), " + SPARSE
        + "held_out = (x[120:], y[120:])\n"
        + "model.fit(x[:120], y[:120], validation_data=held_out, epochs=20, verbose=0)\n",
        "shuffled_apart",
        {"overfits"},
    ),
    "examples that come class by class": (
        PICTURES + "order = np.argsort(y)\n"
        "data = tf.data.Dataset.from_tensor_slices((x[order] / 255.0, y[order])).batch(10)\n"
        "model.compile(keras.optimizers.Adam(0.03), " + SPARSE
        + "model.fit(data, epochs=10, verbose=0)\n",
        "not_shuffled",
        {"learning_rate_too_high", "stuck_at_majority"},
    ),
    "probabilities that a ReLU cuts off": (
        TABLE + network("keras.layers.Dense(2, activation='relu')")
        + "model.compile(keras.optimizers.Adam(0.1), " + SPARSE + FIT,
        "relu_before_cross_entropy",
        {"dead_units"},
    ),
    "a softmax that is always one": (
        TABLE + network("keras.layers.Dense(1, activation='softmax')")
        + "model.compile('adam', " + BINARY + FIT,
        "softmax_on_one_unit",
        {"stuck_at_majority"},
    ),
    "dropout between the outputs and the loss": (
        TABLE
        + network("keras.layers.Dense(2, activation='softmax')", "keras.layers.Dropout(0.5)")
        + "model.compile('adam', " + SPARSE + FIT,
        "dropout_on_output",
        {"diverging_loss", "trained_too_short"},
    ),
    "a dataset that stayed as it was": (
        TABLE + "data = tf.data.Dataset.from_tensor_slices((x, y))\ndata.shuffle(160).batch(16)\n"
        + network("keras.layers.Dense(1, activation='sigmoid')")
        + "model.compile('adam', " + BINARY + "model.fit(data, verbose=0)\n",
        "dataset_change_not_kept",
        {"not_batched"},
    ),
    "a file with elements that were not scaled yet": (
        PICTURES + """\
def pipeline(prepare):
    data = tf.data.Dataset.from_tensor_slices((x, y)).map(prepare)
    return data.cache("kept").shuffle(120).batch(20)
first = pipeline(lambda image, label: (image, label))
print(len(list(first)))
scaled = pipeline(lambda image, label: (image / 255.0, label))
model.compile("adam", """ + SPARSE + "model.fit(scaled, epochs=3, verbose=0)\n",
        "cache_file_reused",
        {"diverging_loss"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("program", "cause", "effects"), PROGRAMS.values(), ids=PROGRAMS)
def test_only_the_cause_speaks_of(
    program: str, cause: str, effects: set[str], evidence_of: Callable[[str], Evidence]
) -> None:
    findings = diagnose(evidence_of(program))

    assert [finding.diagnosis for finding in findings] == [cause]
    assert effects <= set(findings[0].consequences)


def test_two_causes_that_do_not_follow_from_each_other_both_speak(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = TABLE + "rng.shuffle(x)\nrng.shuffle(y)\n" + network("keras.layers.Dense(2)")
    compiled = "model.compile(keras.optimizers.Adam(0.1), " + SPARSE

    findings = diagnose(evidence_of(program + compiled + FIT))

    told = {finding.diagnosis for finding in findings}
    assert told == {"shuffled_apart", "logits_without_from_logits"}
