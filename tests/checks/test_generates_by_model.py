"""A text is continued with what the model says, one token after the other."""

from typing import Any

import pytest

from etude.checks.generates_by_model import GeneratesByModel
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = GeneratesByModel(function="generate", model=Name(name="model"), start=[1, 2], steps=2)
PROGRAM = """\
import keras
import numpy as np
import tensorflow as tf
keras.utils.set_random_seed(1)
wide = keras.initializers.RandomNormal(stddev=1.0)
model = keras.Sequential([
    keras.Input((None,)),
    keras.layers.Embedding(9, 8, embeddings_initializer=wide),
    keras.layers.GRU(8, return_sequences=True),
    keras.layers.Dense(9, kernel_initializer=wide),
])
def generate(model, start, steps, temperature):
    row = list(start)
    for _ in range(steps):
        logits = model(np.array([{given}]))[0, {step}]
        row.append(int(tf.random.categorical([logits / temperature], 1)[0, 0]))
    return row
"""


def came(row: list[int] | None, **more: Any) -> dict[str, Any]:
    return {
        "came": row,
        "type": "list",
        "hot": [1, 2, 3, 3],
        "likeliest": [1, 2, 5, 6],
        "probabilities": False,
    } | more


def test_the_likeliest_tokens_pass() -> None:
    assert CHECK.judge(came([1, 2, 5, 6])).status is Status.PASSED


@pytest.mark.parametrize(
    ("facts", "received"),
    [
        (came([1, 2, 5, 7]), "the token 7"),
        (came([5, 6]), "2 tokens"),
        (came([2, 1, 5, 6]), "it begins with [2, 1]"),
        (came(None), "an object of class list"),
        (came([1, 2, 5, 6], hot=[1, 2, 5, 6]), "the likeliest token each time"),
        (came([1, 2, 5, 6], probabilities=True), "values between 0 and 1 that sum to 1"),
    ],
)
def test_tells_what_is_not_as_it_should_be(facts: dict[str, Any], received: str) -> None:
    assert CHECK.judge(facts).received.startswith(received)


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("given", "step", "status"),
    [("row", "-1", Status.PASSED), ("row", "0", Status.FAILED), ("row[:1]", "-1", Status.FAILED)],
)
def test_asks_the_model_itself(  # type: ignore[no-untyped-def]
    probe, given: str, step: str, status: Status
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(given=given, step=step)))

    assert verdict.status is status
