"""A saved model loads in a fresh process and predicts what it did before."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.values import Arrays, Call, SmallModel
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
MODEL = SmallModel(shape=(3,), classes=2)
CHECK = ArtifactReloads(
    artifact="classifier.keras",
    of=Call(function="publish", args=(MODEL,)),
    model=MODEL,
    inputs=Arrays(shape=(4, 3)),
    raw=Arrays(shape=(4, 3), high=255.0),
    name="reloads",
)
ANSWERS = np.array([[1.0, 2.0], [3.0, 4.0]], dtype=np.float32)


def facts(outputs: np.ndarray, **more: Any) -> dict[str, Any]:
    return {"expected": ANSWERS, "unprepared": 255 * ANSWERS, "outputs": outputs} | more


def test_the_same_predictions_pass() -> None:
    assert CHECK.judge(facts(ANSWERS + 1e-5)).status is Status.PASSED


def test_different_predictions_are_told_by_how_much() -> None:
    verdict = CHECK.judge(facts(ANSWERS + 0.5))

    assert verdict.status is Status.FAILED
    assert verdict.received == "predictions that differ by up to 0.5"


def test_a_missing_preparation_is_recognised() -> None:
    verdict = CHECK.judge(facts(255 * ANSWERS))

    assert "the preparation belongs inside the model" in verdict.attempt


@pytest.mark.parametrize(
    ("outputs", "received"),
    [
        (ANSWERS[:, :1], "predictions of shape (2, 1) instead of (2, 2)"),
        (ANSWERS * np.nan, "4 predictions are NaN"),
        (None, "no single array of predictions"),
    ],
)
def test_what_is_no_such_array_is_told(outputs: Any, received: str) -> None:
    assert CHECK.judge(facts(outputs)).received == received


def test_a_missing_file_and_a_refused_one_are_told() -> None:
    refused = {"path": "classifier.keras", "type": "TypeError", "message": "it needs 'Mine'"}

    assert "no such file" in CHECK.judge({"missing": True}).received
    assert CHECK.judge({"refused": refused}).received == "it needs 'Mine'"


WRAPPED = """
import keras
def publish(model):
    inputs = keras.Input((3,))
    keras.Model(inputs, model(PREPARED)).save("classifier.keras")
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("prepared", "status"),
    [("keras.layers.Rescaling(1 / 255)(inputs)", Status.PASSED), ("inputs", Status.FAILED)],
)
def test_a_saved_model_is_asked_in_a_fresh_process(
    prepared: str, status: Status, probe: Probe
) -> None:
    found = probe(CHECK, WRAPPED.replace("PREPARED", prepared), reload=True)

    assert CHECK.judge(found).status is status


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("preparation", "kind", "message"),
    [
        ("keras.layers.Lambda(lambda v: v / 255)(inputs)", "ValueError", "Lambda"),
        ("Mine()(inputs)", "TypeError", "'Mine'"),
    ],
)
def test_code_and_classes_of_the_learner_are_refused_in_plain_words(
    preparation: str, kind: str, message: str, probe: Probe
) -> None:
    own = "class Mine(keras.layers.Layer):\n    def call(self, v):\n        return v / 255\n"
    program = WRAPPED.replace("import keras\n", "import keras\n" + own)

    found = probe(CHECK, program.replace("PREPARED", preparation), reload=True)

    assert found["refused"]["type"] == kind
    assert message in CHECK.judge(found).received
    assert "\n" not in CHECK.judge(found).received


@pytest.mark.tensorflow
def test_nothing_saved_fails(probe: Probe) -> None:
    found = probe(CHECK, "def publish(model):\n    pass\n", reload=True)

    assert CHECK.judge(found).expected == "a model saved as classifier.keras"
