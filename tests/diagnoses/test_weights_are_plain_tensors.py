"""Random numbers in the place of weights."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import weights_are_plain_tensors as diagnosis

LAYER = """\
import tensorflow as tf
class {name}(tf.keras.layers.Layer):
    def build(self, shape):
        self.w = {made}
    def call(self, x):
        v = {inside}
        return {product}
"""


def program(
    made: str = "self.add_weight(shape=(4, 2))",
    inside: str = "x",
    product: str = "tf.matmul(x, self.w)",
    name: str = "Linear",
) -> str:
    return LAYER.format(made=made, inside=inside, product=product, name=name)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (program(inside="tf.random.normal((4, 2))", product="tf.matmul(x, v)"), 6),
        (program(inside="tf.random.uniform((4, 2))", product="x @ v"), 6),
        (program(made="tf.random.normal((4, 2))"), 4),
        (program(made="tf.keras.initializers.GlorotUniform()((4, 2))"), 4),
    ],
)
def test_points_at_the_random_numbers(text: str, line: int) -> None:
    finding = diagnosis.match(evidence(program=text))

    assert finding is not None
    assert finding.line == line
    assert finding.about == "Linear"


@pytest.mark.parametrize(
    "text",
    [
        program(),
        program(made="tf.Variable(tf.random.normal((4, 2)))"),
        program(inside="tf.random.normal((4, 2))", product="x + v"),
        program(made="tf.random.normal((4, 2))", name="RandomFeatures"),
        program(made="tf.random.normal((4, 2))").replace("self.w", "self.B"),
    ],
    ids=["a weight", "a variable", "noise", "random on purpose", "a fixed projection"],
)
def test_is_silent_on(text: str) -> None:
    assert diagnosis.match(evidence(program=text)) is None
