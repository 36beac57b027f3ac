"""Losses and metrics of one's own, measured."""

import pytest

from etude.checks.measures_as_stated import Batch, MeasuresAsStated
from etude.checks.values import Arrays, Call
from etude.domain.verdict import Status

COUNT = Arrays(shape=(4,), fill="ramp")
FEW = Arrays(shape=(2,), fill="ramp")
BATCHES = (Batch(labels=COUNT, outputs=COUNT), Batch(labels=FEW, outputs=FEW))
METRIC = MeasuresAsStated(
    of=Call(function="Largest"),
    batches=BATCHES,
    truth=3,
    again=1,
    case="two batches",
    survives=True,
)
LOSS = MeasuresAsStated(
    of=Call(function="Sum"),
    batches=(Batch(labels=COUNT, outputs=COUNT, weights=COUNT),),
    truth=7.0,
    case="weights",
)
PROGRAM = """\
import keras
import tensorflow as tf
@keras.saving.register_keras_serializable()
class Largest(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.value = self.add_weight(name="value", initializer="zeros")
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.value.assign(tf.maximum(self.value, tf.reduce_max(y_true)))
    def result(self):
        return tf.convert_to_tensor(self.value)
class Sum(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return y_true + y_pred
"""


def test_tells_which_number_is_wrong() -> None:
    assert METRIC.judge({"measured": 3, "again": 1, "loaded": 3}).status is Status.PASSED
    assert METRIC.judge({"measured": 2, "again": 1, "loaded": 3}).expected == "3 for two batches"
    assert "reset_state" in METRIC.judge({"measured": 3, "again": 3, "loaded": 3}).expected
    assert "configuration" in METRIC.judge({"measured": 3, "again": 1, "loaded": 0}).expected


def test_what_to_try_speaks_of_batches_when_a_metric_is_told_several() -> None:
    verdict = METRIC.judge({"measured": 2, "again": 1, "loaded": 3})

    assert "batches of one and of two" in verdict.attempt
    assert "by hand" in LOSS.judge({"measured": 2, "again": None}).attempt


def test_asks_for_a_loss_or_a_metric() -> None:
    assert METRIC.judge({"neither": "NoneType"}).received == "None"
    assert LOSS.judge({"measured": None}).received == "no single number"


@pytest.mark.tensorflow
def test_measures_a_metric_over_batches_and_a_loss_with_weights(  # type: ignore[no-untyped-def]
    probe,
) -> None:
    assert METRIC.judge(probe(METRIC, PROGRAM)).status is Status.PASSED
    assert LOSS.judge(probe(LOSS, PROGRAM)).status is Status.PASSED
