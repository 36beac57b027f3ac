"""A Normalization layer that passes values through."""

import pytest
from described import dense, evidence, layer, model
from trained import adapted, arrays, trained

from etude.diagnoses.catalogue import normalization_not_adapted

PROGRAM = """\
import keras

normalize = keras.layers.Normalization(
    axis=-1)
"""
IDLE = layer("Normalization", line=3, is_adapted=False)
ADAPTED = layer("Normalization", line=3, is_adapted=True)


def test_fires_on_an_idle_layer_in_fit_at_its_line_with_the_range_of_the_inputs() -> None:
    run = trained(layers=[IDLE], train=arrays(rows=64, low=500, high=3000, mean=1700))

    finding = normalization_not_adapted.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "between 500 and 3000" in finding.evidence


def test_fires_on_a_model_that_a_function_returned() -> None:
    returned = model(IDLE, dense(1))

    finding = normalization_not_adapted.match(
        evidence(
            models=[returned],
            program=PROGRAM,
            facts={"scales": {"scaled": [{"column": "price", "mean": 5519.0, "spread": 2.0}]}},
        )
    )

    assert finding is not None
    assert "price comes out of it with mean 5519" in finding.evidence


def test_is_silent_on_an_adapted_layer() -> None:
    run = trained(layers=[ADAPTED])

    assert normalization_not_adapted.match(evidence(fits=[run], program=PROGRAM)) is None


def test_is_silent_while_a_model_waits_for_its_adapt() -> None:
    waiting = evidence(models=[model(IDLE, dense(1))], program=PROGRAM, calls=[adapted()])

    assert normalization_not_adapted.match(waiting) is None


def test_is_silent_on_the_layer_inside_a_ready_made_model() -> None:
    """EfficientNetB0(weights=None) holds one; the line is that of the call which made it all."""
    ready = trained(layers=[IDLE])
    program = "import keras\n\nbase = keras.applications.EfficientNetB0(weights=None)\n"

    assert normalization_not_adapted.match(evidence(fits=[ready], program=program)) is None


ALONE = "norm = tf.keras.layers.Normalization(axis=-1)\nprint(norm(data))\n"


def test_fires_on_a_layer_that_is_tried_without_a_model() -> None:
    finding = normalization_not_adapted.match(evidence(program=ALONE))

    assert finding is not None
    assert finding.line == 1
    assert "norm.adapt(data)" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        ALONE.replace("print", "norm.adapt(data)\nprint"),
        ALONE.replace("axis=-1", "mean=5.0, variance=4.0"),
        ALONE.replace("layers.Normalization", "layers.BatchNormalization"),
        ALONE.replace("Normalization", "LayerNormalization"),
        "norm = tf.keras.layers.Normalization()\n",
        "def build(data):\n    norm = Normalization()\n    return norm(data)\n",
    ],
    ids=["adapted", "mean given", "of batches", "of layers", "never called", "in a function"],
)
def test_is_silent_on_a_layer_alone(program: str) -> None:
    assert normalization_not_adapted.match(evidence(program=program)) is None
