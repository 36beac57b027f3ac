"""argmax along another axis than the classes."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import argmax_over_examples
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """import keras
import numpy as np
import tensorflow as tf
x = np.ones((40, 4), "float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
p = model.predict(x, verbose=0)
one = model.predict(x[:1], verbose=0)
"""


@pytest.mark.parametrize(
    ("use", "told"),
    [
        ("np.argmax(p)", "one number"),
        ("p.argmax()", "one number"),
        ("tf.argmax(p)", "down the examples"),
        ("np.argmax(p, axis=0)", "down the examples"),
        ("p.argmax(0)", "down the examples"),
        ("np.argmax(model.predict(x, verbose=0))", "one number"),
    ],
)
def test_tells_what_is_looked_through(
    use: str, told: str, evidence_of: Callable[[str], Evidence]
) -> None:
    finding = argmax_over_examples.match(evidence_of(f"{HEAD}print({use})\n"))

    assert finding is not None
    assert finding.line == 8
    assert told in finding.evidence


@pytest.mark.parametrize(
    "use",
    ["np.argmax(p, axis=1)", "p.argmax(-1)", "np.argmax(p[0])", "np.argmax(one)", "p.argmax(1)"],
)
def test_is_silent_on_the_class_of_an_example(
    use: str, evidence_of: Callable[[str], Evidence]
) -> None:
    assert argmax_over_examples.match(evidence_of(f"{HEAD}print({use})\n")) is None
