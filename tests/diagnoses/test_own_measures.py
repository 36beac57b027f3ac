"""Losses and metrics of one's own: what they average, and what they lose by it."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import loss_ignores_weights, metric_averages_batches

METRIC = """\
class Share(keras.metrics.{base}):
    def update_state(self, y_true, y_pred, sample_weight=None):
        {first}
        {second}
"""
LOSS = """\
class Distance(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return {value}
model.fit(x, y, {weights})
"""
MEAN = "self.total.assign_add(tf.reduce_mean(hits))"
SUM = "self.total.assign_add(tf.reduce_sum(hits))"


def metric(
    first: str = MEAN, second: str = "self.count.assign_add(1)", base: str = "Metric"
) -> str:
    return METRIC.format(first=first, second=second, base=base)


def loss(value: str = "tf.reduce_mean(abs(y_true - y_pred))", weights: str = "") -> str:
    return LOSS.format(value=value, weights=weights or "sample_weight=w")


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (metric(), 4),
        (metric(second="self.count.assign_add(1.0)"), 4),
        (metric("super().update_state(tf.reduce_mean(hits))", "pass", "Mean"), 3),
    ],
)
def test_a_metric_that_counts_batches(program: str, line: int) -> None:
    finding = metric_averages_batches.match(evidence(program=program))

    assert finding is not None
    assert finding.line == line
    assert "counts each batch once" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        metric(SUM, "self.count.assign_add(tf.size(hits))"),
        metric(SUM),  # of what happened per batch
        metric("super().update_state(tf.reduce_mean(hits, axis=-1))", "pass", "Mean"),
        metric("super().update_state(tf.reduce_mean(hits), n)", "pass", "Mean"),
        metric(base="layers.Layer"),
    ],
)
def test_a_metric_that_counts_examples(program: str) -> None:
    assert metric_averages_batches.match(evidence(program=program)) is None


@pytest.mark.parametrize("weights", ["sample_weight=w", "class_weight={0: 1, 1: 5}"])
def test_a_loss_of_one_number_has_no_use_for_weights(weights: str) -> None:
    finding = loss_ignores_weights.match(evidence(program=loss(weights=weights)))

    assert finding is not None
    assert finding.line == 3
    assert weights.partition("=")[0] in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        loss("tf.reduce_mean(abs(y_true - y_pred), axis=-1)"),
        loss("abs(y_true - y_pred)"),
        loss(weights="epochs=3"),
        loss(weights="sample_weight=None"),
    ],
)
def test_a_loss_that_can_be_weighted_or_need_not_be(program: str) -> None:
    assert loss_ignores_weights.match(evidence(program=program)) is None
