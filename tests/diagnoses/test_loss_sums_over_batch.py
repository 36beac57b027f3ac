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


TOTAL = """\
def focal(y_true, y_pred):
    hits = -tf.reduce_sum(y_true * tf.math.log(y_pred))
    return {result}


model.compile("adam", loss=focal)
"""


@pytest.mark.parametrize(
    "result", ["hits", "0.25 * hits", "hits - tf.reduce_sum((1 - y_true) * y_pred)"]
)
def test_fires_on_a_sum_over_everything(result: str) -> None:
    finding = _told(program=TOTAL.format(result=result), value=(), outputs=(None, 1))

    assert finding is not None
    assert finding.line == 2
    assert "twice as many examples" in finding.evidence


@pytest.mark.parametrize(
    "result",
    [
        "hits / tf.cast(tf.shape(y_true)[0], tf.float32)",
        "hits * scale",
        "1 - 2 * hits / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred))",
        "tf.reduce_mean(hits)",
        "hits + tf.reduce_mean(y_pred)",
    ],
)
def test_is_silent_where_it_is_divided_or_weighed(result: str) -> None:
    assert _told(program=TOTAL.format(result=result), value=(), outputs=(None, 1)) is None


def test_fires_in_a_class_of_a_loss() -> None:
    program = (
        "class Squares(keras.losses.Loss):\n    def call(self, y_true, y_pred):\n"
        "        return tf.reduce_sum(tf.square(y_true - y_pred){axis})\n"
    )

    finding = loss_sums_over_batch.match(evidence(program=program.format(axis="")))

    assert finding is not None
    assert finding.line == 3
    silent = evidence(program=program.format(axis=", axis=-1"))
    assert loss_sums_over_batch.match(silent) is None
