"""Trainings that are given inputs alone."""

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import labels_missing as diagnosis

ONE = "None values not supported."
SEVERAL = "y_true and y_pred have different structures.\ny_true: *\ny_pred: {'a': '*', 'b': '*'}"


@pytest.mark.parametrize("message", [ONE, SEVERAL], ids=["one output", "several"])
def test_fires_where_there_are_no_labels(message: str) -> None:
    finding = diagnosis.match(stopped(model(dense(1)), arrays(x=[8, 4]), message))

    assert finding is not None
    assert finding.change == "model.fit(inputs, labels)"


def test_is_silent_on_labels_of_another_structure() -> None:
    seen = stopped(model(dense(1)), arrays(x=[8, 4], y=[8]), SEVERAL)

    assert diagnosis.match(seen) is None


FOLDERS = """\
pictures = generator.flow_from_directory("people", class_mode={mode})

model.fit(pictures)
"""


def test_names_the_class_mode_of_a_generator_that_leaves_classes_out() -> None:
    of, data = model(dense(4, "softmax"), loss="categorical_crossentropy"), arrays(x=[8, 4])

    finding = diagnosis.match(stopped(of, data, ONE, program=FOLDERS.format(mode=None)))

    assert finding is not None
    assert finding.line == 1
    assert finding.change.startswith('class_mode="categorical"')


def test_a_generator_with_classes_is_not_what_lacks_labels() -> None:
    program = FOLDERS.format(mode='"binary"')

    finding = diagnosis.match(stopped(model(dense(1)), arrays(x=[8, 4]), ONE, program=program))

    assert finding is not None
    assert finding.line == 3
