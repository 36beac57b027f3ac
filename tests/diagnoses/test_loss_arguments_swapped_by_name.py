"""A loss that gets outputs for labels."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import loss_arguments_swapped as diagnosis

OWN = """\
def measure({parameters}):
    return {value}
model.compile(optimizer="adam", loss=measure)
"""
KERAS = """\
import keras
measure = keras.losses.{kind}()
loss = measure({given})
"""


def _own(parameters: str = "y_pred, y_true", value: str = "-mean(y_true * log(y_pred))") -> str:
    return OWN.format(parameters=parameters, value=value)


def _keras(given: str = "logits, labels", kind: str = "SparseCategoricalCrossentropy") -> str:
    return KERAS.format(given=given, kind=kind)


def test_fires_at_a_loss_of_ones_own() -> None:
    finding = diagnosis.match(evidence(program=_own()))

    assert finding is not None
    assert finding.line == 1
    assert "its parameters are (y_pred, y_true)" in finding.evidence
    assert finding.change == "def measure(y_true, y_pred)"


def test_fires_at_the_loss_that_a_function_makes() -> None:
    program = (
        "def focal(gamma):\n    def inner(pred, target):\n        return log(pred)\n"
        "    return inner\n"
    )

    finding = diagnosis.match(evidence(program=program + 'model.compile("adam", focal(2.0))\n'))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize(
    "given", ["logits, labels", "y_pred, y_true", "predictions[:, 0], targets"]
)
def test_fires_at_the_call_of_a_loss_of_keras(given: str) -> None:
    finding = diagnosis.match(evidence(program=_keras(given)))

    assert finding is not None
    assert finding.line == 3


@pytest.mark.parametrize(
    "call",
    [
        "keras.ops.categorical_crossentropy(y_pred, y_true)",
        "K.binary_crossentropy(outputs, labels)",
        "tf.nn.sigmoid_cross_entropy_with_logits(logits, targets)",
        "(1 - e) * categorical_crossentropy(y_pred, y_true) + e * penalty",
    ],
)
def test_fires_at_a_function_of_the_backend(call: str) -> None:
    imports = "import keras\nimport tensorflow as tf\nfrom keras import backend as K\n"
    program = f"{imports}from keras.ops import categorical_crossentropy\nloss = {call}\n"

    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 5


@pytest.mark.parametrize(
    "program",
    [
        _own("y_true, y_pred"),
        _own(value="mean(square(y_pred - y_true))"),
        _own("a, b"),
        _own("pred_labels, true_labels"),
        _keras("labels, logits"),
        _keras(kind="MeanSquaredError"),
        _keras("x, y"),
        "import keras\nclass M(keras.Model):\n    def train_step(self, data):\n        pass\n"
        + _own(),
        "import tensorflow as tf\ntf.nn.softmax_cross_entropy_with_logits(y_true, y_pred)\n",
        "import torch.nn.functional as F\nF.cross_entropy(y_pred, y_true)\n",
        "import keras\nmy.own.categorical_crossentropy(y_pred, y_true)\n",
    ],
)
def test_is_silent_on_the_right_order_and_where_it_does_not_matter(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None
