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
