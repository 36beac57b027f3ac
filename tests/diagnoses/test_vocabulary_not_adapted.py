"""Layers that look words up without any."""

from collections.abc import Callable

import pytest
from described import evidence
from trained import adapted

from etude.diagnoses.catalogue import vocabulary_not_adapted
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame

PROGRAM = "words = keras.layers.TextVectorization(50)\nmodel.fit(texts, labels)\n"


def stopped(kind: str, message: str, program: str = PROGRAM, *adapts: str) -> Evidence:
    frame = ErrorFrame(file="program.py", line=2, function="<module>")
    return Evidence(
        source=evidence(program=program).source,
        errors=[Error(type=kind, message=message, frames=[frame])],
        calls=[adapted(one) for one in adapts],
    )


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("FailedPreconditionError", "Table not initialized."),
        ("RuntimeError", "you must set the layer's vocabulary before calling it"),
        ("ValueError", "Shapes used to initialize variables must be fully-defined"),
    ],
)
def test_fires_at_the_layer(kind: str, message: str) -> None:
    finding = vocabulary_not_adapted.match(stopped(kind, message))

    assert finding is not None
    assert finding.line == 1
    assert "TextVectorization layer of line 1" in finding.evidence
    assert "line 2 needs its numbers" in finding.evidence


TABLE = ("FailedPreconditionError", "Table not initialized.")


@pytest.mark.parametrize(
    "given",
    [
        stopped(*TABLE, PROGRAM, "TextVectorization"),
        stopped(*TABLE, "keras.layers.StringLookup(vocabulary=['a'])\nfit()\n"),
        stopped(*TABLE, "table = tf.lookup.StaticHashTable(a, b)\nfit()\n"),
        stopped("ValueError", "something else"),
    ],
    ids=["adapted", "given a vocabulary", "a table of one's own", "another error"],
)
def test_is_silent_on(given: Evidence) -> None:
    assert vocabulary_not_adapted.match(given) is None


@pytest.mark.tensorflow
@pytest.mark.parametrize("options", ["", 'output_mode="one_hot"'])
def test_recognises_the_real_errors_of_a_lookup(
    evidence_of: Callable[[str], Evidence], options: str
) -> None:
    program = f"""\
import keras, numpy as np, tensorflow as tf
look_up = keras.layers.StringLookup({options})
model = keras.Sequential([keras.Input((1,), dtype="string"), look_up, keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(tf.constant([["a"], ["b"]]), np.array([0.0, 1.0]), verbose=0)
"""
    finding = vocabulary_not_adapted.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 2
