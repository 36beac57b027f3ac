"""Models of one's own that are never told that they train."""

from dataclasses import replace

import pytest
from described import dense, evidence, model
from trained import trained

from etude.diagnoses.catalogue import call_takes_no_training as diagnosis
from etude.diagnoses.evidence import Evidence

PROGRAM = """\
import keras
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.part = keras.layers.{kind}()
    def call({arguments}):
        return self.part({given})
"""


def _evidence(
    kind: str = "Dropout", arguments: str = "self, inputs", given: str = "inputs"
) -> Evidence:
    own = replace(model(dense(1), loss="mse"), kind="subclassed", line=2)
    program = PROGRAM.format(kind=kind, arguments=arguments, given=given)
    return evidence(fits=[trained(loss=[1.0], model=own)], program=program)


@pytest.mark.parametrize("kind", ["Dropout", "BatchNormalization"])
def test_fires_at_call(kind: str) -> None:
    finding = diagnosis.match(_evidence(kind))

    assert finding is not None
    assert finding.line == 6
    assert f"so self.part, a {kind}, works in fit as it does in predict" in finding.evidence


@pytest.mark.parametrize(
    ("kind", "arguments", "given"),
    [
        ("Dropout", "self, inputs, training=False", "inputs, training=training"),
        ("Dropout", "self, inputs, training=None", "inputs"),
        ("Dropout", "self, inputs, **options", "inputs"),
        ("Dropout", "self, inputs", "inputs, training=True"),
        ("Dense", "self, inputs", "inputs"),
    ],
)
def test_is_silent_where_call_is_told_or_nothing_differs(
    kind: str, arguments: str, given: str
) -> None:
    assert diagnosis.match(_evidence(kind, arguments, given)) is None
