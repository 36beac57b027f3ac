"""Tensors that outlast their graph."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import tensor_kept_from_graph as diagnosis

REFUSED = "<tf.Tensor 'add:0'> is out of scope and cannot be used here. Use return values"
METRIC = """\
class Hits(keras.metrics.Metric):
    def __init__(self):
        self.seen = 0
    def update_state(self, labels, outputs):
        self.ok = labels == outputs
        self.seen += tf.size(labels)
"""
GLOBAL = """\
last = None
def step(x):
    global last
    last = x * 2
"""


@pytest.mark.parametrize(
    ("program", "line", "name"), [(METRIC, 6, "self.seen"), (GLOBAL, 4, "last"), ("pass\n", 0, "")]
)
def test_fires_where_the_tensor_is_kept(program: str, line: int, name: str) -> None:
    finding = diagnosis.match(evidence(program=program, error=REFUSED))

    assert finding is not None
    assert (finding.line, finding.about) == (line, name)


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(evidence(program=METRIC, error="division by zero")) is None
