"""Logarithms of outputs that may be zero or below."""

from dataclasses import replace
from math import nan

import pytest
from described import evidence
from trained import arrays, trained

from etude.diagnoses.catalogue import loss_takes_log_of_anything as diagnosis

PROGRAM = """\
def measure(y_true, y_pred):
    {first}
    return mean({value})
model.compile(optimizer="adam", loss=measure)
"""
SPOILT = trained(loss=[nan, nan], train=arrays(rows=9))


def _program(value: str = "y_true * tf.math.log(y_pred)", first: str = "pass") -> str:
    return PROGRAM.format(value=value, first=first)


@pytest.mark.parametrize(
    "program",
    [
        _program(),
        _program("tf.math.log(1 - y_pred)"),
        _program("tf.math.log1p(y_pred)"),
        _program("tf.math.log(sigma)", "mu, sigma = y_pred[:, :1], y_pred[:, 1:]"),
    ],
)
def test_fires_at_the_logarithm(program: str) -> None:
    finding = diagnosis.match(evidence(program=program, fits=[SPOILT]))

    assert finding is not None
    assert finding.line == 3
    assert "nothing keeps its argument above zero" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        _program("tf.math.log(y_pred + 1e-7)"),
        _program("tf.math.log(tf.clip_by_value(y_pred, 1e-7, 1.0))"),
        _program("tf.math.log(y_pred)", "y_pred = K.clip(y_pred, EPS, 1 - EPS)"),
        _program("tf.math.log(sigma)", "sigma = tf.math.softplus(y_pred[:, 1:])"),
        _program("tf.math.log(y_true) - y_pred"),
    ],
)
def test_is_silent_on_arguments_that_are_kept_above_zero(program: str) -> None:
    assert diagnosis.match(evidence(program=program, fits=[SPOILT])) is None


@pytest.mark.parametrize(
    "fit",
    [
        trained(loss=[1.0, 0.5], train=arrays(rows=9)),
        replace(SPOILT, train=arrays(rows=9, nan=2)),
    ],
)
def test_is_silent_when_nothing_was_spoilt_or_the_data_were(fit: object) -> None:
    assert diagnosis.match(evidence(program=_program(), fits=[fit])) is None  # type: ignore[list-item]
