"""Which of Python's random numbers the tracing of a function used up."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

HEAD = """
import random
import numpy as np
import tensorflow as tf
rng, own = np.random.default_rng(0), random.Random(0)
numbers = tf.data.Dataset.range(4)
"""


def drawn(watch: Watch, expression: str) -> list[str]:
    seen = watch(f"{HEAD}data = numbers.map(lambda v: {expression})\nlist(data.batch(2))\n"
                 "import keras\nmodel = keras.Sequential([keras.layers.Flatten()])\n"
                 "model.predict(data.batch(2), verbose=0)\n")  # fmt: skip
    call = seen.evidence.calls_of("Model.predict")[0]
    assert call.data is not None
    stage = call.data.stage("map")
    assert stage is not None
    return list(stage.parameters.get("python_random", []))


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("v + random.randrange(9)", ["random"]),
        ("v + np.random.randint(9)", ["numpy.random"]),
        ("v + rng.integers(9)", ["rng"]),
        ("v + own.randrange(9)", ["own"]),
        ("v + tf.random.uniform((), 0, 9, tf.int64)", []),
        ("v + 1", []),
    ],
)
def test_names_the_generator(expression: str, names: list[str], watch: Watch) -> None:
    assert drawn(watch, expression) == names


def test_draws_nothing_itself(watch: Watch) -> None:
    program = (
        f"{HEAD}random.seed(3)\nnp.random.seed(3)\n"
        "data = numbers.map(lambda v: v + rng.integers(9) + own.randrange(9))\n"
        "print(random.random(), np.random.random(), rng.random(), own.random(), list(data))\n"
    )

    watched, alone = watch(program), watch(program, observe=False)

    assert watched.outcome.stdout == alone.outcome.stdout
