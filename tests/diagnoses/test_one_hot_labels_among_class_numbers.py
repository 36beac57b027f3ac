"""One-hot rows beside class numbers in a measure of scikit-learn."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import one_hot_labels_among_class_numbers as diagnosis

PROGRAM = "\n\nprint(confusion_matrix(labels, decided))\n"
SAID = "Classification metrics can't handle a mix of {} and {} targets"
ROWS = "multilabel-indicator"


@pytest.mark.parametrize("numbers", ["multiclass", "binary"])
def test_names_the_one_that_has_rows(numbers: str) -> None:
    finding = diagnosis.match(failed(PROGRAM, SAID.format(ROWS, numbers)))

    assert finding is not None
    assert finding.line == 3
    assert finding.change == "compare class numbers: np.argmax(labels, axis=1) in place of labels"


def test_the_rows_may_be_what_was_predicted() -> None:
    finding = diagnosis.match(failed(PROGRAM, SAID.format("multiclass", ROWS)))

    assert finding is not None
    assert "np.argmax(decided, axis=1)" in finding.change


def test_speaks_of_y_true_where_the_arguments_are_no_names() -> None:
    program = "\n\nprint(confusion_matrix(y[:9], model.predict(x[:9]).argmax(axis=1)))\n"

    finding = diagnosis.match(failed(program, SAID.format(ROWS, "multiclass")))

    assert finding is not None
    assert "np.argmax(y_true, axis=1)" in finding.change


@pytest.mark.parametrize(
    "message",
    [SAID.format("binary", "continuous"), SAID.format(ROWS, "continuous"), "division by zero"],
)
def test_is_silent_on_other_mixtures(message: str) -> None:
    assert diagnosis.match(failed(PROGRAM, message)) is None
