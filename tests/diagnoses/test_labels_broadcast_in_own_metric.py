"""A metric that makes a table of a column and a row."""

import pytest
from described import BATCH, dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import labels_broadcast_in_own_metric as diagnosis
from etude.diagnoses.evidence import Evidence

PROGRAM = """\
def r2(y_true, y_pred):
    {first}
    return 1 - sum(square({value}))
model.compile(loss="mse", metrics=[{metric}])
"""


def _seen(
    value: str = "y_true - y_pred",
    *,
    first: str = "pass",
    metric: str = "r2",
    shape: tuple[int, ...] = (BATCH,),
) -> Evidence:
    trained = fit(model(dense(1), loss="mean_squared_error"), labels=numbers(0, 9, shape))
    return evidence(fits=[trained], program=PROGRAM.format(first=first, value=value, metric=metric))


@pytest.mark.parametrize("value", ["y_true - y_pred", "y_pred - y_true"])
def test_fires_at_the_difference(value: str) -> None:
    finding = diagnosis.match(_seen(value))

    assert finding is not None
    assert finding.line == 3
    assert "gives (n, n)" in finding.evidence


@pytest.mark.parametrize(
    "seen",
    [
        _seen(shape=(BATCH, 1)),
        _seen(first="y_true = tf.reshape(y_true, (-1, 1))"),
        _seen(metric='"mae"'),
        _seen("y_true - mean(y_true)"),
    ],
)
def test_is_silent_on_equal_shapes_and_other_differences(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None
