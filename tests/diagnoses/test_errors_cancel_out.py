"""A mean of errors that kept their sign, under the name of an absolute one."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import errors_cancel_out


@pytest.mark.parametrize(
    "program",
    [
        "mae = np.mean(y - forecast)",
        "mae = (y - forecast).mean()",
        "naive_mae = tf.reduce_mean(y[1:] - y[:-1])",
        "print('mean absolute error', np.mean(y - forecast))",
        "def mase(y, f):\n    errors = y - f\n    return abs(errors.mean()) / 2",
    ],
)
def test_fires_on(program: str) -> None:
    finding = errors_cancel_out.match(evidence(program=program))

    assert finding is not None
    assert finding.line == program.count("\n") + 1


@pytest.mark.parametrize(
    "program",
    [
        "mae = np.mean(np.abs(y - forecast))",
        "mae = abs(y - forecast).mean()",
        "bias = np.mean(y - forecast)",
        "mean_error = (y - forecast).mean()",
        "errors = np.abs(y - forecast)\nmae = errors.mean()",
        "centred = x - x.mean()\nmae = scores.mean()",
        "def mae(y, f):\n    return np.mean((y - f) ** 2) ** 0.5",
    ],
)
def test_is_silent_on(program: str) -> None:
    assert errors_cancel_out.match(evidence(program=program)) is None
