"""Class numbers under a loss for one-hot rows."""

import pytest
from described import BATCH, dense, evidence, fit, integers, layer, model, one_hot

from etude.diagnoses.catalogue import integer_labels_with_categorical_loss

PROGRAM = """\
model = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(features, labels)
"""


def test_fires_at_the_loss() -> None:
    trained = model(dense(3, "softmax"), loss="categorical_crossentropy")
    run = fit(trained, labels=integers(0, 1, 2))

    finding = integer_labels_with_categorical_loss.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "0, 1, 2" in finding.evidence


@pytest.mark.parametrize(
    ("reader", "change"),
    [
        (
            "flow_from_directory(folder, class_mode='binary')",
            'give flow_from_directory in line 4 class_mode="categorical"',
        ),
        (
            "image_dataset_from_directory(folder)",
            'give image_dataset_from_directory in line 4 label_mode="categorical"',
        ),
        ("flow_from_directory(folder, class_mode='categorical')", "turn the labels into one-hot"),
        ("flow_from_directory(folder)", "turn the labels into one-hot"),
    ],
)
def test_says_what_reads_the_labels_as_numbers(reader: str, change: str) -> None:
    run = fit(model(dense(3, "softmax"), loss="categorical_crossentropy"), labels=integers(0, 1, 2))
    program = f"{PROGRAM}features = images.{reader}\n"

    finding = integer_labels_with_categorical_loss.match(evidence(fits=[run], program=program))

    assert finding is not None
    assert change in finding.change


def test_fires_on_a_column_of_class_numbers() -> None:
    trained = model(dense(3, "softmax"), loss="categorical_crossentropy")

    run = fit(trained, labels=integers(0, 1, 2, shape=(64, 1)))

    assert integer_labels_with_categorical_loss.match(evidence(fits=[run])) is not None


def test_fires_when_an_exercise_says_so() -> None:
    trained = model(dense(3, "softmax"), loss="categorical_crossentropy")
    told = {"compiled_with": {"label_kind": "integers", "model": {"key": trained.key}}}

    assert integer_labels_with_categorical_loss.match(evidence(models=[trained], facts=told))


def test_is_silent_on_one_hot_rows() -> None:
    run = fit(model(dense(3, "softmax"), loss="categorical_crossentropy"), labels=one_hot(3))

    assert integer_labels_with_categorical_loss.match(evidence(fits=[run])) is None


def test_is_silent_with_a_sparse_loss() -> None:
    trained = model(dense(3, "softmax"), loss="sparse_categorical_crossentropy")

    run = fit(trained, labels=integers(0, 1, 2))

    assert integer_labels_with_categorical_loss.match(evidence(fits=[run])) is None


def test_believes_the_labels_rather_than_the_exercise() -> None:
    trained = model(dense(3, "softmax"), loss="categorical_crossentropy")
    told = {"compiled_with": {"label_kind": "integers", "model": {"key": trained.key}}}
    run = fit(trained, labels=one_hot(3))

    assert integer_labels_with_categorical_loss.match(evidence(fits=[run], facts=told)) is None


@pytest.mark.parametrize("masks", [(BATCH, 8, 8, 1), (BATCH, 8, 8)])
def test_fires_on_masks_of_class_numbers(masks: tuple[int, ...]) -> None:
    head = layer("Conv2D", filters=3, activation="softmax", shape=[None, 8, 8, 3])
    segmenter = model(head, loss="categorical_crossentropy")

    run = fit(segmenter, labels=integers(0, 1, 2, shape=masks))

    assert integer_labels_with_categorical_loss.match(evidence(fits=[run])) is not None


def test_is_silent_on_masks_of_one_hot_rows() -> None:
    head = layer("Conv2D", filters=3, activation="softmax", shape=[None, 8, 8, 3])
    segmenter = model(head, loss="categorical_crossentropy")

    run = fit(segmenter, labels=integers(0, 1, shape=(BATCH, 8, 8, 3)))

    assert integer_labels_with_categorical_loss.match(evidence(fits=[run])) is None
