"""Two outputs for one label of 0 or 1."""

import pytest
from described import dense, evidence, fit, integers, model
from stopped import stopped

from etude.diagnoses.catalogue import two_outputs_with_binary_loss
from etude.domain.observations import Data

PROGRAM = """\
model = keras.Sequential([
    keras.layers.Dense(
        2, activation="softmax"),
])
"""


def test_fires_at_the_units() -> None:
    trained = model(dense(2, "softmax", line=2), loss="binary_crossentropy")
    run = fit(trained, labels=integers(0, 1))

    finding = two_outputs_with_binary_loss.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "Dense(2)" in finding.evidence


def test_fires_when_an_exercise_says_so() -> None:
    trained = model(dense(2, "softmax"), loss="binary_crossentropy")
    told = {"compiled_with": {"label_kind": "binary", "model": {"key": trained.key}}}

    assert two_outputs_with_binary_loss.match(evidence(models=[trained], facts=told))


def test_is_silent_when_there_are_as_many_labels() -> None:
    trained = model(dense(2, "sigmoid"), loss="binary_crossentropy")

    run = fit(trained, labels=integers(0, 1, shape=(64, 2)))

    assert two_outputs_with_binary_loss.match(evidence(fits=[run])) is None


def test_is_silent_on_one_output() -> None:
    run = fit(model(dense(1, "sigmoid"), loss="binary_crossentropy"), labels=integers(0, 1))

    assert two_outputs_with_binary_loss.match(evidence(fits=[run])) is None


def test_is_silent_when_nothing_is_known_of_the_labels() -> None:
    trained = model(dense(2, "sigmoid"), loss="binary_crossentropy")

    assert two_outputs_with_binary_loss.match(evidence(models=[trained])) is None


@pytest.mark.parametrize(
    ("target", "fires"), [("None,", True), ("None, 3", False)], ids=["one label", "three"]
)
def test_labels_that_nobody_saw_are_known_from_the_refusal(target: str, fires: bool) -> None:
    of = model(dense(3, "softmax"), loss="binary_crossentropy")
    unseen = Data(role="fit", kind="other", type="Batches")
    message = f"must have the same rank. Received: target.shape=({target}), output.shape=(None, 3)"

    finding = two_outputs_with_binary_loss.match(stopped(of, unseen, message))

    assert (finding is not None) == fires
