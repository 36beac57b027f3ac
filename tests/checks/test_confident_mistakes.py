"""The mistakes that a model is surest of, by name."""

from typing import Any

import numpy as np
import pytest

from etude.checks.confident_mistakes import ConfidentMistakes
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = ConfidentMistakes(
    name="worst",
    of=Name(name="told"),
    by=Name(name="model"),
    inputs=Name(name="data"),
    names=Name(name="files"),
    count=2,
    things="pictures",
)
# Wrong: b (logits 3 apart), c (1 apart, though one of them is the largest of all), d (2 apart).
ANSWERS = {
    "outputs": np.array([[2.0, 1.0], [0.0, 3.0], [9.0, 8.0], [2.0, 0.0]]),
    "labels": np.array([0, 0, 1, 1]),
    "names": ["a", "b", "c", "d"],
}
PROGRAM = """
import keras, numpy as np, pathlib, tensorflow as tf
x = np.array([[2.0, 1.0], [0.0, 3.0], [9.0, 8.0], [2.0, 0.0]], "float32")
data = tf.data.Dataset.from_tensor_slices((x, [0, 0, 1, 1])).batch(3)
files = [pathlib.PurePosixPath(name) for name in "abcd"]
model = keras.Sequential([keras.Input((2,)), keras.layers.Rescaling(1.0)])
told = TOLD
"""


def test_the_surest_mistakes_pass_in_their_order() -> None:
    assert CHECK.judge({**ANSWERS, "told": ["b", "d"]}).status is Status.PASSED


def test_equally_sure_mistakes_pass_in_any_order() -> None:
    outputs = np.array([[2.0, 1.0], [0.0, 2.0], [9.0, 8.0], [2.0, 0.0]])

    for told in (["b", "d"], ["d", "b"]):
        verdict = CHECK.judge({**ANSWERS, "outputs": outputs, "told": told})

        assert verdict.status is Status.PASSED


@pytest.mark.parametrize(
    ("told", "received", "attempt"),
    [
        (["c", "b"], "number 1 has a probability of 0.731, not of 0.953", "softmax comes first"),
        (["c", "d"], "number 1 has a probability", "argsort begins with the smallest"),
        (["d", "b"], "number 1 has a probability of 0.881, not of 0.953", "sort by"),
        (["a", "b"], "a, which is named rightly", "leave out"),
        (["b", "x"], "'x', which is not in files", "take the names from the list"),
        (["b", "b"], "b more than once", ""),
    ],
)
def test_others_are_told_apart(told: list[str], received: str, attempt: str) -> None:
    verdict = CHECK.judge({**ANSWERS, "told": told})

    assert verdict.status is Status.FAILED
    assert received in verdict.received
    assert attempt in verdict.attempt


def test_too_few_names_are_told() -> None:
    assert CHECK.judge({**ANSWERS, "told": ["b"]}).received == "1 names"
    assert CHECK.judge({**ANSWERS, "told": None}).received == "no list of names"


def test_fewer_mistakes_than_asked_for_are_enough() -> None:
    outputs = np.array([[2.0, 1.0], [0.0, 3.0], [8.0, 9.0], [0.0, 2.0]])

    assert CHECK.judge({**ANSWERS, "outputs": outputs, "told": ["b"]}).status is Status.PASSED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("[files[1], files[3]]", Status.PASSED),
        ("np.array(['b', 'd'])", Status.PASSED),
        ("tf.constant(['b', 'd'])", Status.PASSED),
        ("'bd'", Status.FAILED),
        ("None", Status.FAILED),
    ],
)
def test_takes_names_of_any_kind(probe: Any, told: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.replace("TOLD", told))).status is status
