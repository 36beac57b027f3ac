"""The same layer in two places whose inputs have different sizes."""

import pytest

from etude.diagnoses.catalogue import layer_called_on_other_sizes as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame

MESSAGE = (
    "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis -1 of "
    "input shape to have value 8, but received input with shape (4, 16)"
)
TWICE = """class Network(keras.Model):
    def __init__(self):
        self.hidden = keras.layers.Dense(16)

    def call(self, x):
        x = self.hidden(x)
        x = self.hidden(x)
        return x
"""
LOOP = """hidden = keras.layers.Dense(16)
x = keras.Input((8,))
for place in range(3):
    x = hidden(x)
"""
ONCE = TWICE.replace("        x = self.hidden(x)\n", "", 1)
FUNCTION = """def hidden(x):
    return keras.layers.Dense(16)(x)
x = hidden(x)
x = hidden(x)
"""


def told(program: str, line: int, message: str = MESSAGE):
    frames = [ErrorFrame(file="a.py", line=line, function="call")]
    error = Error(type="ValueError", message=message, frames=frames)
    return diagnosis.match(Evidence(source=Source("a.py", program), errors=[error]))


def test_fires_at_the_second_call() -> None:
    finding = told(TWICE, 7)

    assert finding is not None
    assert finding.line == 7
    assert "self.hidden was called in line 6 already" in finding.evidence
    assert "with 16" in finding.evidence


def test_fires_on_a_layer_that_a_loop_feeds_with_its_own_answer() -> None:
    finding = told(LOOP, 4)

    assert finding is not None
    assert "an earlier round of the loop" in finding.evidence


@pytest.mark.parametrize(
    ("program", "line"), [(ONCE, 6), (FUNCTION, 4), (TWICE, 6)], ids=["once", "function", "first"]
)
def test_is_silent_on(program: str, line: int) -> None:
    assert told(program, line) is None


def test_is_silent_on_other_errors() -> None:
    assert told(TWICE, 7, "something else") is None
