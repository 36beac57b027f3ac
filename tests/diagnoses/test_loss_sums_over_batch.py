"""Losses that mix the examples of a batch."""

from typing import Any

import pytest
from described import evidence

from etude.diagnoses.catalogue import loss_sums_over_batch
from etude.domain.observations import Call

PROGRAM = """\
def distance(y_true, y_pred):
    squared = tf.square(y_true - y_pred)
    return tf.sqrt(tf.reduce_sum(squared, {axis}))


model.compile("adam", loss=distance)
"""


def _told(
    *, axis: str = "axis=0", program: str = PROGRAM, value: Any = (5,), outputs: Any = (None, 5)
) -> Any:
    said = {"name": "distance", "outputs": list(outputs), "value": list(value)}
    call = Call(name="own_loss", line=1, arguments=said)
    return loss_sums_over_batch.match(evidence(calls=[call], program=program.format(axis=axis)))


@pytest.mark.parametrize("axis", ["axis=0", "0"])
def test_fires_at_the_sum(axis: str) -> None:
    finding = _told(axis=axis)

    assert finding is not None
    assert finding.line == 3
    assert "of outputs (n, 5) distance gives 5 numbers for the whole batch" in finding.evidence


def test_is_silent_where_each_example_keeps_its_loss_or_nothing_is_kept_apart() -> None:
    assert _told(axis="axis=-1", value=(None,)) is None
    assert _told(axis="axis=None", value=()) is None
    assert _told(value=(1,), outputs=(None, 1)) is None


def test_is_silent_on_means_of_columns() -> None:
    assert _told(program=PROGRAM.replace("reduce_sum", "reduce_mean")) is None
