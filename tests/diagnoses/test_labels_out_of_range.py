"""Labels that no unit stands for."""

from dataclasses import replace

from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import labels_out_of_range
from etude.domain.error import Error, ErrorFrame

SPARSE = "sparse_categorical_crossentropy"
PROGRAM = """\
model = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
"""


def test_fires_on_labels_that_start_at_one() -> None:
    trained = model(dense(3, "softmax", line=1), loss=SPARSE)
    run = fit(trained, labels=integers(1, 2, 3))

    finding = labels_out_of_range.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 1
    assert "from 1 to 3" in finding.evidence
    assert finding.change.startswith("subtract 1")


def test_fires_on_negative_labels() -> None:
    run = fit(model(dense(3, "softmax"), loss=SPARSE), labels=integers(-1, 1))

    assert labels_out_of_range.match(evidence(fits=[run])) is not None


def test_fires_on_what_tensorflow_says_of_labels_that_were_not_seen() -> None:
    run = fit(model(dense(4, "softmax"), loss=SPARSE), labels=integers(0, 1))
    said = "Received a label value of 4 which is outside the valid range of [0, 4)."

    finding = labels_out_of_range.match(evidence(fits=[run], error=said))

    assert finding is not None
    assert "one of the labels is 4" in finding.evidence


def test_tells_a_single_unit_what_it_is_for() -> None:
    run = fit(model(dense(1, "sigmoid"), loss=SPARSE), labels=integers(0, 1))

    finding = labels_out_of_range.match(evidence(fits=[run]))

    assert finding is not None
    assert "binary_crossentropy" in finding.change


def test_is_silent_when_every_label_has_a_unit() -> None:
    run = fit(model(dense(3, "softmax"), loss=SPARSE), labels=integers(0, 1, 2))

    assert labels_out_of_range.match(evidence(fits=[run])) is None


def test_is_silent_when_a_label_is_ignored_on_purpose() -> None:
    run = fit(model(dense(3, "softmax"), loss=SPARSE), labels=integers(0, 1, 255))
    program = "loss = keras.losses.SparseCategoricalCrossentropy(ignore_class=255)"

    assert labels_out_of_range.match(evidence(fits=[run], program=program)) is None


def test_is_silent_with_other_losses() -> None:
    run = fit(model(dense(1), loss="mean_squared_error"), labels=integers(1, 50))

    assert labels_out_of_range.match(evidence(fits=[run])) is None


def test_fires_on_a_label_that_to_categorical_has_no_column_for() -> None:
    said = "index 9 is out of bounds for axis 1 with size 9"
    raised = Error(
        type="IndexError",
        message=said,
        raised_by="keras.src.utils.numerical_utils.to_categorical",
        frames=[ErrorFrame(file="program.py", line=2, function="<module>")],
    )
    program = "y = labels()\ny = to_categorical(y, num_classes=9)\n"
    seen = replace(evidence(program=program), errors=[raised])

    finding = labels_out_of_range.match(seen)

    assert finding is not None
    assert finding.line == 2
    assert "one of the labels is 9" in finding.evidence
    assert "labels 0 to 8" in finding.evidence
    assert finding.change.startswith("subtract 1")
    elsewhere = replace(raised, raised_by="numpy.take")
    assert labels_out_of_range.match(replace(seen, errors=[elsewhere])) is None
