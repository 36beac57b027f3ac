"""A loss that goes through something without a gradient."""

from collections.abc import Callable

import pytest
from described import evidence

from etude.diagnoses.catalogue import loss_cuts_gradient as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding

ERROR = "No gradients provided for any variable."
LOOP = """\
with tf.GradientTape() as tape:
    outputs = model(inputs)
    loss = tf.reduce_mean({loss})
tape.gradient(loss, model.trainable_variables)
"""


@pytest.mark.parametrize(
    ("loss", "word"),
    [
        ("labels - outputs.numpy()", "`numpy`"),
        ("labels - tf.argmax(outputs, axis=1)", "`argmax`"),
        ("np.square(labels - outputs)", "`np.square`"),
    ],
)
def test_fires_in_the_body_of_the_tape(loss: str, word: str) -> None:
    finding = diagnosis.match(evidence(program=LOOP.format(loss=loss), error=ERROR))

    assert finding is not None
    assert finding.line == 3
    assert word in finding.evidence


def test_is_silent_where_numpy_is_only_used_elsewhere() -> None:
    program = "def load(path, size):\n    return np.load(path)\n" + LOOP.format(loss="outputs")

    assert diagnosis.match(evidence(program=program, error=ERROR)) is None


def test_is_silent_on_other_errors_and_without_one() -> None:
    program = LOOP.format(loss="labels - tf.round(outputs)")

    assert diagnosis.match(evidence(program=program, error="Incompatible shapes")) is None
    assert diagnosis.match(evidence(program=program)) is None


@pytest.mark.tensorflow
def test_a_loss_that_has_become_a_plain_number(evidence_of: Callable[[str], Evidence]) -> None:
    finding = diagnosis.match(
        evidence_of(
            "import keras, numpy as np, tensorflow as tf\n"
            "model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])\n"
            "with tf.GradientTape() as tape:\n"
            "    loss = np.mean(model(np.ones((2, 1))).numpy())\n"
            "tape.gradient(loss, model.trainable_variables)\n"
        )
    )

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize(
    "decided",
    ["tf.cast(predicted > 0.5, tf.float32)", "keras.ops.cast(predicted >= target, 'float32')"],
)
def test_fires_on_a_comparison_in_a_compiled_loss(decided: str) -> None:
    program = (
        f"def error_rate(target, predicted):\n    decided = {decided}\n"
        "    return tf.reduce_mean(tf.abs(target - decided))\n"
        'model.compile("sgd", loss=error_rate)\n'
    )

    finding = diagnosis.match(evidence(program=program, error=ERROR))

    assert finding is not None
    assert finding.line == 2
    assert "`predicted >" in finding.evidence


def test_is_silent_on_a_comparison_of_plain_numbers() -> None:
    program = LOOP.format(loss="outputs if step > 3 else labels")

    assert diagnosis.match(evidence(program=program, error=ERROR)) is None


@pytest.mark.parametrize(
    ("measured", "word"),
    [
        ("return tf.reduce_mean(labels - tf.round(outputs))", "`round` in line 3"),
        ("return self.spread(outputs - labels)", "`np.std` in line 5"),
    ],
)
def test_fires_in_a_method_and_in_what_it_calls(measured: str, word: str) -> None:
    program = (
        "class Trainer:\n    def measure(self, labels, outputs):\n"
        f"        {measured}\n    def spread(self, values):\n        return np.std(values)\n"
        "    def step(self, inputs, labels):\n        with tf.GradientTape() as tape:\n"
        "            loss = self.measure(labels, self.model(inputs))\n"
    )

    finding = diagnosis.match(evidence(program=program, error=ERROR))

    assert finding is not None
    assert word in finding.evidence


def _collected(last: str) -> Finding | None:
    program = (
        "def measure(labels, outputs):\n    losses = []\n    for one in range(3):\n"
        f"        losses.append(float(error(labels[one], outputs[one])))\n    {last}\n"
        "with tf.GradientTape() as tape:\n    loss = measure(labels, model(inputs))\n"
    )
    return diagnosis.match(evidence(program=program, error=ERROR))


def test_fires_on_losses_that_are_collected_as_plain_numbers() -> None:
    finding = _collected("return tf.convert_to_tensor(sum(losses))")

    assert finding is not None
    assert finding.line == 4
    assert "`float`" in finding.evidence


def test_is_silent_on_numbers_that_are_only_kept() -> None:
    assert _collected("return outputs[0]") is None
