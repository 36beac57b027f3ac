"""Columns bent in place before training, and rows that were typed in or went the same way."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import columns_changed_before_training
from etude.domain.finding import Finding
from etude.domain.observations import Call

PROGRAM = """\
{change}
model.fit(X, y)
{row}
model.predict(new)
"""
SQUARED = "X[:, 1] = X[:, 1] ** 2"
TYPED = "new = np.array([[0.2, 0.5]])"


def told(change: str, row: str) -> Finding | None:
    program = PROGRAM.format(change=change, row=row)
    lines = {text: number for number, text in enumerate(program.splitlines(), start=1)}
    training = replace(
        fit(model(dense(1), loss="mse"), labels=numbers(0, 9)), line=lines["model.fit(X, y)"]
    )
    asked = Call(name="Model.predict", line=lines["model.predict(new)"], model=training.model)
    return columns_changed_before_training.match(
        evidence(fits=[training], calls=[asked], program=program)
    )


@pytest.mark.parametrize(
    "change",
    [
        SQUARED,
        "X[:, 1] **= 2",
        "X[:, 1] = np.log1p(X[:, 1])",
        "for i in range(9):\n    X[i][1] = X[i][1] ** 2",
        'data["age"] = np.sqrt(data["age"])\nX = data[["age", "size"]]',
    ],
)
def test_a_typed_row_beside_bent_columns_is_told(change: str) -> None:
    finding = told(change, TYPED)

    assert finding is not None
    assert "one function for both" in finding.change


@pytest.mark.parametrize(
    "row",
    [
        "new = np.array([[0.2, 0.5]])\nnew = new[:, :1] ** 2",
        "new = np.array([[0.2, np.log1p(0.5)]])",
        "new = X[5:6]",
        "new = read(path)",
    ],
)
def test_rows_that_went_the_same_way_or_come_from_elsewhere_are_left_alone(row: str) -> None:
    assert told(SQUARED, row) is None


@pytest.mark.parametrize(
    "change",
    [
        "X[:, 1] = X[:, 1] / 255",
        "X[:, -1] = np.log(X[:, -1])",
        'data["price"] = np.log(data["price"])\nX = data[["age", "size"]]',
    ],
)
def test_another_scale_and_a_bent_target_are_other_things(change: str) -> None:
    assert told(change, TYPED) is None
