"""One-hot rows of another width than the output."""

import pytest
from described import dense, evidence, fit, integers, layer, model, numbers, one_hot
from stopped import failed

from etude.diagnoses.catalogue import one_hot_depth_differs as diagnosis
from etude.domain.observations import TensorSample

LOSS = "categorical_crossentropy"
PROGRAM = 'layers.Dense(\n    3, activation="softmax")\n'


def test_fires_at_the_units_with_both_widths() -> None:
    run = fit(model(dense(3, "softmax", line=1), loss=LOSS), labels=one_hot(4))

    finding = diagnosis.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "4 columns" in finding.evidence
    assert "3 outputs" in finding.evidence


def test_fires_on_several_questions_at_once() -> None:
    run = fit(model(dense(3, "sigmoid"), loss="binary_crossentropy"), labels=one_hot(4))

    assert diagnosis.match(evidence(fits=[run]))


def test_tells_what_else_goes_with_a_yes_or_no_for_one_of_many() -> None:
    run = fit(model(dense(1, "sigmoid"), loss="binary_crossentropy"), labels=one_hot(6))

    finding = diagnosis.match(evidence(fits=[run]))

    assert finding is not None
    assert "Dense(6) with softmax" in finding.change
    assert "categorical_crossentropy" in finding.change


@pytest.mark.parametrize(
    ("labels", "loss"),
    [
        (one_hot(3), LOSS),
        (integers(0, 1, 2, 3, shape=(64, 1)), LOSS),
        (integers(0, 1, 2, 3), LOSS),
        (one_hot(4), "sparse_categorical_crossentropy"),
        (numbers(0.0, 1.0, shape=(64, 4)), LOSS),
    ],
    ids=["as wide", "a column of numbers", "numbers", "another loss", "no one-hot rows"],
)
def test_is_silent_on(labels: TensorSample, loss: str) -> None:
    run = fit(model(dense(3, "softmax"), loss=loss), labels=labels)

    assert diagnosis.match(evidence(fits=[run])) is None


@pytest.mark.parametrize(
    ("reader", "mode"),
    [("flow_from_directory", "class_mode"), ("image_dataset_from_directory", "label_mode")],
)
def test_tells_how_two_folders_are_read_for_one_output(reader: str, mode: str) -> None:
    run = fit(model(dense(1, "sigmoid"), loss="binary_crossentropy"), labels=one_hot(2))

    finding = diagnosis.match(evidence(fits=[run], program=f'data = {reader}("pets")\n'))

    assert finding is not None
    assert finding.change.startswith(f'{mode}="binary" in {reader}')


def test_tells_of_classes_that_may_begin_with_one() -> None:
    run = fit(model(dense(3, "softmax"), loss=LOSS), labels=one_hot(4))
    refused = REFUSED.replace("5", "4").replace("6", "3")
    program = "y = to_categorical(y)\n\nmodel.fit(x, y)\n"

    for seen in (evidence(fits=[run]), failed(program, refused)):
        finding = diagnosis.match(seen)

        assert finding is not None
        assert finding.change == (
            "if your classes begin with 1, subtract 1 from the labels first; else give the last "
            "layer 4 units"
        )


REFUSED = (
    "Arguments `target` and `output` must have the same shape. "
    "Received: target.shape=(None, 5), output.shape=(None, 6)"
)


@pytest.mark.parametrize(("given", "line"), [("(test)", 1), ("(test, num_classes=6)", 0)])
def test_points_at_the_part_whose_classes_were_counted_by_themselves(given: str, line: int) -> None:
    program = f"y_test = to_categorical{given}\n\nmodel.evaluate(x_test, y_test)\n"

    finding = diagnosis.match(failed(program, REFUSED))

    assert (finding.line if finding else 0) == line


def test_a_map_for_each_class_is_to_be_averaged_not_laid_flat() -> None:
    maps = layer("Conv2D", shape=[None, 5, 5, 4], filters=4, activation="softmax")
    flat = layer("Flatten", line=2, shape=[None, 100])
    run = fit(model(maps, flat, loss=LOSS, inputs=(None, 9, 9, 3)), labels=one_hot(4))

    finding = diagnosis.match(evidence(fits=[run]))

    assert finding is not None
    assert finding.line == 2
    assert "flat these are 100 outputs" in finding.evidence
    assert "GlobalAveragePooling2D() in the place of Flatten" in finding.change
