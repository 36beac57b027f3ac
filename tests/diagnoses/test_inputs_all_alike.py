"""Inputs that are the same in every row."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import inputs_all_alike as diagnosis
from etude.domain.finding import Finding

LOSS = "sparse_categorical_crossentropy"


def _seen(
    program: str, *, alike: bool = True, line: int = 2, low: float = 0.0, high: float = 1.0
) -> Finding | None:
    run = fit(model(dense(3, "softmax"), loss=LOSS), labels=integers(0, 1, 2))
    inputs = replace(run.train.sample[0], low=low, high=high)
    data = replace(run.train, all_alike=alike, sample=[inputs, run.train.sample[1]])
    return diagnosis.match(evidence(fits=[replace(run, line=line, train=data)], program=program))


def test_points_at_what_divides_each_row_by_its_length() -> None:
    finding = _seen("x = keras.utils.normalize(words, axis=1)\nmodel.fit(x, y)\n")

    assert finding is not None
    assert finding.line == 1
    assert "divides each row by its own length" in finding.evidence
    assert finding.change.startswith("leave it out")


def test_points_at_a_cast_that_makes_whole_numbers() -> None:
    finding = _seen('x = (pictures / 255).astype("int32")\nmodel.fit(x, y)\n', high=0.0)

    assert finding is not None
    assert finding.line == 1
    assert "keep the fractions" in finding.change


@pytest.mark.parametrize(
    ("made", "high"),
    [("keras.utils.normalize(words)", 7.0), ('words.astype("int32")', 7.0)],
    ids=["longer than 1", "not zeros"],
)
def test_what_does_not_leave_such_numbers_is_not_to_blame(made: str, high: float) -> None:
    finding = _seen(f"x = {made}\nmodel.fit(x, y)\n", high=high)

    assert finding is not None
    assert finding.line == 2


BUFFER = """for part in parts:
    window[:] = part
    rows.append(window)
x = np.array(rows)
model.fit(x, y)
"""


def test_points_at_the_one_array_that_is_appended_again_and_again() -> None:
    finding = _seen(BUFFER, line=5)

    assert finding is not None
    assert finding.line == 3
    assert finding.change.endswith("rows.append(window.copy())")


def test_an_array_that_each_round_makes_anew_is_not_to_blame() -> None:
    finding = _seen(BUFFER.replace("window[:] = part", "window = part"), line=5)

    assert finding is not None
    assert finding.line == 5


def test_else_points_at_the_training_and_says_how_to_find_the_step() -> None:
    finding = _seen("x = prepared(words)\nmodel.fit(x, y)\n")

    assert finding is not None
    assert finding.line == 2
    assert "print the first rows" in finding.change


def test_rows_that_were_to_be_filled_count() -> None:
    program = "x = np.zeros((64, 3))\nx[0, :] = first\nmodel.fit(x, y)\n"

    assert _seen(program, line=3) is not None


@pytest.mark.parametrize(
    ("program", "alike"),
    [
        ("x = prepared(words)\nmodel.fit(x, y)\n", False),
        ("x = np.ones((64, 1))\nmodel.fit(x, y)\n", True),
        ("\nmodel.fit(np.tile(row, (64, 1)), y)\n", True),
    ],
    ids=["rows that differ", "ones on purpose", "one row repeated on purpose"],
)
def test_is_silent_on(program: str, alike: bool) -> None:
    assert _seen(program, alike=alike) is None


@pytest.mark.parametrize(
    "made",
    ["np.zeros((32, 8))", 'dict(image=np.ones((32, 8), "float32"))'],
    ids=["an array", "a dictionary"],
)
def test_is_silent_on_a_pipeline_of_rows_that_are_written_as_equal(made: str) -> None:
    program = (
        f"x = {made}\ndata = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)\nmodel.fit(data)\n"
    )

    assert _seen(program, line=3) is None
