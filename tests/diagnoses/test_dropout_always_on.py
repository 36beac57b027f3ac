"""Dropout that learns for ever."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import dropout_always_on

PROGRAM = """\
class Network(keras.Model):
    def __init__(self):
        self.drop = layers.SpatialDropout2D(0.5)
        self.norm = layers.LayerNormalization()
    def call(self, x, training=False):
        return self.drop(x, training=True)
"""


def test_points_at_the_call() -> None:
    finding = dropout_always_on.match(evidence(program=PROGRAM))

    assert finding is not None
    assert finding.line == 6
    assert "self.drop, the SpatialDropout2D of line 3" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        PROGRAM.replace("training=True", "training=training"),
        PROGRAM.replace("self.drop(x, training=True)", "self.norm(x, training=True)"),
        PROGRAM.replace("def call", "def sample"),
        "# Monte Carlo dropout\n" + PROGRAM,
        "x = layers.Dropout(0.5)(x, training=True)\n",
    ],
    ids=["passed on", "another layer", "another method", "on purpose", "a functional model"],
)
def test_is_silent_on(program: str) -> None:
    assert dropout_always_on.match(evidence(program=program)) is None
