"""Classes that Keras could not set up."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import parent_not_initialised as diagnosis

LAYER = """\
import keras
class Scale(keras.layers.Layer):
    def __init__(self, factor):
        {first}
        self.factor = factor
"""
SAID = "'Scale' object has no attribute 'name'"


def test_points_at_the_init_that_calls_no_other() -> None:
    finding = diagnosis.match(evidence(program=LAYER.format(first="pass"), error=SAID))

    assert finding is not None
    assert finding.line == 3
    assert "'name'" in finding.evidence


@pytest.mark.parametrize(
    "first",
    ["super().__init__()", "super(Scale, self).__init__()", "keras.layers.Layer.__init__(self)"],
)
def test_is_silent_where_it_is_called(first: str) -> None:
    assert diagnosis.match(evidence(program=LAYER.format(first=first), error=SAID)) is None


def test_is_silent_on_a_program_that_came_to_its_end() -> None:
    assert diagnosis.match(evidence(program=LAYER.format(first="pass"))) is None
