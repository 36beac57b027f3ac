"""Scalers that are given one axis, or three."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import scaler_wants_a_table as diagnosis

ONE = "Expected 2D array, got 1D array instead:\narray=[1. 2.].\nReshape your data"
SERIES = "Expected a 2-dimensional container but got <class 'pandas.Series'> instead."
THREE = "Found array with dim 3, while dim <= 2 is required by StandardScaler."


@pytest.mark.parametrize(
    ("statement", "message", "got", "change"),
    [
        ("y = scaler.fit_transform(prices)", ONE, "one axis", "prices.reshape(-1, 1)"),
        ("y = scaler.fit_transform(df['price'])", SERIES, "a Series", "df[['price']]"),
        ("y = scaler.fit_transform(y_train)", SERIES, "a Series", "y_train.to_frame()"),
        ("y = scaler.fit_transform(df['price'].values)", ONE, "one axis", "df[['price']]"),
        ("y = encoder.transform(row)", ONE, "one axis", "np.reshape(row, (1, -1))"),
        ("y = scaler.inverse_transform(answers)", ONE, "one axis", "answers.reshape(-1, 1)"),
        ("y = scaler.fit_transform(x)", THREE, "3 axes", "x.reshape(-1, x.shape[-1])"),
        ("y = scaler.inverse_transform(p)", THREE, "3 axes", "the columns that scaler was"),
        ("y = model.predict(scaler.transform([1, 2]))", ONE, "one axis", "np.reshape(x, (1, -1))"),
    ],
)
def test_fires_at_the_call_with_what_to_give_it(
    statement: str, message: str, got: str, change: str
) -> None:
    finding = diagnosis.match(failed(f"\n\n{statement}\n", message))

    assert finding is not None
    assert finding.line == 3
    assert finding.evidence.endswith(f"got {got}" if got != "a Series" else "which has one")
    assert change in finding.change


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("y = np.dot(a, b)", ONE),
        ("y = scaler.fit_transform(x)", "could not convert string to float: 'red'"),
        ("y = scaler.transform(x)", "X has 3 features, but StandardScaler is expecting 4"),
    ],
    ids=["no scaler", "text among the numbers", "other columns"],
)
def test_is_silent_on(statement: str, message: str) -> None:
    assert diagnosis.match(failed(f"\n\n{statement}\n", message)) is None
