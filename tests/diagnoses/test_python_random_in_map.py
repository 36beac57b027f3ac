"""Random numbers of Python's in a function that is traced once."""

from collections.abc import Callable

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import python_random_in_map
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """import random
from random import choice
import keras
import numpy as np
import tensorflow as tf
rng = np.random.default_rng(0)
numbers = tf.data.Dataset.range(4)
def wild(v):
    return np.array(random.random() * v, "float64")
"""


@pytest.mark.parametrize(
    "expression",
    [
        "numbers.map(lambda v: v + random.randint(1, 9))",
        "numbers.map(lambda v: v + np.random.randint(1, 9))",
        "numbers.map(lambda v: v + rng.integers(1, 9))",
        "numbers.map(lambda v: v + choice([1, 2]))",
    ],
)
def test_fires_in_the_line_that_draws(
    expression: str, evidence_of: Callable[[str], Evidence]
) -> None:
    evidence = evidence_of(f"{HEAD}data = {expression}\n")

    finding = python_random_in_map.match(evidence)

    assert not evidence.errors
    assert finding is not None
    assert finding.line == 10
    assert "the same for every example" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(
            "data = numbers.map(lambda v: v + tf.random.uniform((), 0, 9, 'int64'))", id="tf"
        ),
        pytest.param("data = numbers.map(lambda v: v + 1).shuffle(4)", id="nothing"),
        pytest.param("shift = random.random()\ndata = numbers.map(lambda v: v + 1)", id="outside"),
        pytest.param(
            "data = numbers.map(lambda v: tf.numpy_function(wild, [v], tf.float64))",
            id="Python runs for each",
        ),
        pytest.param(
            "data = numbers.map(lambda v: keras.initializers.RandomNormal()((2,)))",
            id="Keras takes its seed from Python",
        ),
    ],
)
def test_is_silent_with(program: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"{HEAD}{program}\n")

    assert not evidence.errors
    assert python_random_in_map.match(evidence) is None


OBJECT = """class Flip:
    def __init__(self):
        self.rng = np.random.default_rng(0)
    def __call__(self, v):
        return v + self.draw()
    def shift(self, v):
        return v + self.draw()
    def draw(self):
        return {draws}
    def roll(self):
        return random.random()
data = numbers.map({mapped})
"""


@pytest.mark.parametrize("draws", ["random.randint(1, 9)", "self.rng.integers(1, 9)"])
@pytest.mark.parametrize("mapped", ["Flip()", "Flip().shift", "functools.partial(Flip().shift)"])
def test_fires_in_the_method_of_an_object(
    draws: str, mapped: str, evidence_of: Callable[[str], Evidence]
) -> None:
    program = OBJECT.format(draws=draws, mapped=mapped)

    evidence = evidence_of(f"import functools\n{HEAD}{program}")

    finding = python_random_in_map.match(evidence)
    assert not evidence.errors
    assert finding is not None
    assert finding.line == HEAD.count("\n") + 10


def test_is_silent_on_an_object_that_draws_with_tensorflow(
    evidence_of: Callable[[str], Evidence],
) -> None:
    draws = "tf.random.uniform((), 1, 9, tf.int64)"

    evidence = evidence_of(HEAD + OBJECT.format(draws=draws, mapped="Flip()"))

    assert not evidence.errors
    assert python_random_in_map.match(evidence) is None


LOSS = """import random
def noisy(y_true, y_pred):
    if random.random() > 0.5:
        return 0.0 * y_pred
    return y_true - y_pred
model.compile("adam", loss=noisy{eagerly})
"""


@pytest.mark.parametrize(("eagerly", "line"), [("", 3), (", run_eagerly=True", None)])
def test_sees_losses_that_fit_traces_once(eagerly: str, line: int | None) -> None:
    of = model(dense(1), loss="noisy")
    run = fit(of, labels=integers(0, 1))

    finding = python_random_in_map.match(evidence(fits=[run], program=LOSS.format(eagerly=eagerly)))

    assert (finding.line if finding else None) == line
