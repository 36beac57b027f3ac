"""An exported model answers raw inputs through its serving signature."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from etude.checks.serves import Serves
from etude.checks.values import Arrays, Call, Name, SmallModel, Texts
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
MODEL = SmallModel(shape=(3,), classes=2)
CHECK = Serves(
    folder="served/",
    of=Call(function="publish", args=(MODEL,)),
    model=MODEL,
    inputs=Arrays(shape=(4, 3), high=1.0),
    raw=Arrays(shape=(4, 3), high=255.0),
    dtype="float32",
    shape=(None, 3),
    name="serves",
)
ANSWERS = np.array([[1.0, 2.0]], dtype=np.float32)
TAKES = {"name": "inputs", "dtype": "float32", "shape": [None, 3]}


def facts(**more: Any) -> dict[str, Any]:
    given = {"expected": ANSWERS, "outputs": ANSWERS, "unprepared": 255 * ANSWERS, "takes": [TAKES]}
    return given | more


def test_the_same_answers_pass() -> None:
    assert CHECK.judge(facts()).status is Status.PASSED


@pytest.mark.parametrize(
    ("takes", "received"),
    [
        ([TAKES | {"dtype": "uint8"}], "it takes uint8 (any, 3)"),
        ([TAKES | {"shape": [1, 3]}], "it takes float32 (1, 3)"),
        ([TAKES | {"shape": None}], "it takes float32 of any shape"),
        ([TAKES, TAKES], "it takes float32 (any, 3), float32 (any, 3)"),
        ([], "it takes nothing"),
    ],
)
def test_another_signature_is_told_for_what_it_takes(takes: Any, received: str) -> None:
    verdict = CHECK.judge(facts(takes=takes))

    assert verdict.expected == "a signature that takes float32 (any, 3)"
    assert verdict.received == received


def test_unprepared_answers_are_recognised() -> None:
    verdict = CHECK.judge(facts(outputs=255 * ANSWERS))

    assert "predictions that differ by up to" in verdict.received
    assert "inside the model" in verdict.attempt


@pytest.mark.parametrize(
    ("found", "received"),
    [
        ({"missing": True, "is_there": False}, "no such folder"),
        ({"missing": True, "is_there": True}, "a folder without saved_model.pb"),
        ({"signatures": ["predict"]}, "the signatures predict"),
        ({"refused": {"path": "", "type": "OSError", "message": "broken"}}, "broken"),
    ],
)
def test_what_cannot_be_called_is_told(found: dict[str, Any], received: str) -> None:
    assert CHECK.judge(found).received == received


WRAPPED = """
import keras
import tensorflow as tf
def publish(model):
    inputs = keras.Input((3,))
    whole = keras.Model(inputs, model(keras.layers.Rescaling(1 / 255)(inputs)))
    EXPORT
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "export", ["whole.export('served', verbose=False)", "tf.saved_model.save(whole, 'served')"]
)
def test_both_ways_of_exporting_pass(export: str, probe: Probe) -> None:
    found = probe(CHECK, WRAPPED.replace("EXPORT", export), reload=True)

    assert CHECK.judge(found).status is Status.PASSED, CHECK.judge(found)


@pytest.mark.tensorflow
def test_a_saved_file_is_no_folder(probe: Probe) -> None:
    found = probe(CHECK, WRAPPED.replace("EXPORT", "whole.save('served.keras')"), reload=True)

    assert CHECK.judge(found).received == "no such folder"


TEXTS = Texts(texts=("a good film", "so bad"))
OF_WORDS = """
import keras
words = keras.layers.TextVectorization(output_sequence_length=4, vocabulary=["good", "bad"])
whole = keras.Sequential([
    keras.Input((1,), dtype="string"),
    words,
    keras.layers.Embedding(4, 2),
    keras.layers.GlobalAveragePooling1D(),
])
whole.export("served", verbose=False)
"""


@pytest.mark.tensorflow
def test_texts_are_given_in_the_shape_of_the_signature(probe: Probe) -> None:
    check = Serves(
        folder="served/", model=Name(name="whole"), inputs=TEXTS, raw=TEXTS, dtype="string"
    )

    found = probe(check, OF_WORDS, reload=True)

    assert check.judge(found).status is Status.PASSED, check.judge(found)
