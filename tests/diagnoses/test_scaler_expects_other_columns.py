"""Forecasts with fewer columns than their scaler."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import scaler_expects_other_columns as diagnosis

PROGRAM = "\n\nforecast = scaler.inverse_transform(model.predict(x))\n"
IN_PLACE = (
    "non-broadcastable output operand with shape (59,1) doesn't match the broadcast shape (59,4)"
)
ELSEWHERE = "operands could not be broadcast together with shapes (59,3) (4,)"


@pytest.mark.parametrize(("message", "given"), [(IN_PLACE, 1), (ELSEWHERE, 3)])
def test_fires_with_both_numbers_of_columns(message: str, given: int) -> None:
    finding = diagnosis.match(failed(PROGRAM, message))

    assert finding is not None
    assert finding.line == 3
    assert f"fitted to 4 columns, and line 3 gives it {given}" in finding.evidence


def test_is_silent_where_nothing_is_turned_back() -> None:
    assert diagnosis.match(failed("\n\nx = a + b\n", ELSEWHERE)) is None


def test_is_silent_on_another_exception_of_a_scaler() -> None:
    assert diagnosis.match(failed(PROGRAM, "Expected 2D array, got 1D array instead")) is None


@pytest.mark.parametrize(
    ("given", "words"), [(3, "without the target"), (1, "the 4 columns it knows")]
)
def test_fires_on_new_rows_with_other_columns(given: int, words: str) -> None:
    message = f"X has {given} features, but MinMaxScaler is expecting 4 features as input."

    finding = diagnosis.match(failed("\n\nnew = scaler.transform(rows)\n", message))

    assert finding is not None
    assert finding.line == 3
    assert f"fitted to 4 columns, and line 3 gives it {given}" in finding.evidence
    assert words in finding.change


def test_is_silent_where_another_estimator_counts() -> None:
    message = "X has 3 features, but LogisticRegression is expecting 4 features as input."

    assert diagnosis.match(failed("\n\nguess = model.predict(rows)\n", message)) is None
