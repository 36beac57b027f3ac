"""Arrays of several columns put into one column of a table."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import column_has_two_axes as diagnosis
from etude.domain.finding import Finding

PANDAS = "pandas.core.internals.managers.iset"


def found(statement: str, message: str, *, raised_by: str = PANDAS) -> Finding | None:
    program = f"table = read()\nasked = model.predict(rows)\n{statement}\n"
    return diagnosis.match(failed(program, message, raised_by=raised_by))


def test_one_hot_codes_get_columns_of_their_own() -> None:
    message = "Expected a 1D array, got an array with shape (4, 3)"

    finding = found("table['work'] = to_categorical(numbers)", message)

    assert finding is not None
    assert finding.line == 3
    assert "shape (4, 3)" in finding.evidence
    assert "get_dummies" in finding.change


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("pd.Series(codes)", "Data must be 1-dimensional, got ndarray of shape (4, 1) instead"),
        ("out = pd.DataFrame({'p': asked})", "Per-column arrays must each be 1-dimensional"),
        ("out = pd.DataFrame({'p': m.predict(x)})", "Per-column arrays must each be 1-dimensional"),
    ],
    ids=["a single column", "asked before", "asked in place"],
)
def test_predictions_are_taken_out_of_their_column(statement: str, message: str) -> None:
    finding = found(statement, message)

    assert finding is not None
    assert "[:, 0]" in finding.change


def test_is_silent_on_other_errors_and_on_those_of_others() -> None:
    message = "Expected a 1D array, got an array with shape (4, 3)"

    assert (
        found("table['a'] = codes", "Length of values (3) does not match length of index") is None
    )
    assert found("scaler.fit(table)", message, raised_by="sklearn.utils.validation") is None
