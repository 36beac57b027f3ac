"""Sigmoid where one class out of several is right."""

from described import dense, evidence, model

from etude.diagnoses.catalogue import sigmoid_for_exclusive_classes


def test_fires_at_the_activation() -> None:
    trained = model(dense(3, "sigmoid", line=5), loss="sparse_categorical_crossentropy")

    finding = sigmoid_for_exclusive_classes.match(evidence(models=[trained]))

    assert finding is not None
    assert finding.line == 5
    assert "one of the 3 classes" in finding.evidence


def test_is_silent_when_several_labels_can_be_right() -> None:
    trained = model(dense(3, "sigmoid"), loss="binary_crossentropy")

    assert sigmoid_for_exclusive_classes.match(evidence(models=[trained])) is None


def test_is_silent_on_a_single_unit() -> None:
    trained = model(dense(1, "sigmoid"), loss="sparse_categorical_crossentropy")

    assert sigmoid_for_exclusive_classes.match(evidence(models=[trained])) is None


def test_is_silent_on_softmax() -> None:
    trained = model(dense(3, "softmax"), loss="categorical_crossentropy")

    assert sigmoid_for_exclusive_classes.match(evidence(models=[trained])) is None
