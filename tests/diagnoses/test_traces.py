"""What a trace keeps for ever, and what makes a new one each time."""

import pytest
from described import evidence
from looped import traced

from etude.diagnoses.catalogue import random_number_frozen, retraced_for_each_shape

PROGRAM = """\
import random
import numpy as np
import tensorflow as tf
rng = np.random.default_rng(1)
@tf.function
def step(value):
    return value + {drawn}
"""
DRAWING = ["random.gauss(0, 1)", "np.random.uniform()", "rng.normal()"]
RIGHT = ["tf.random.uniform(())", "keras.random.normal(())", "generator.normal(())", "1.0"]


@pytest.mark.parametrize("drawn", DRAWING)
def test_a_number_that_is_drawn_once(drawn: str) -> None:
    calls = [traced(defined=5, calls=12, traces=1)]

    finding = random_number_frozen.match(evidence(calls=calls, program=PROGRAM.format(drawn=drawn)))

    assert finding is not None
    assert finding.line == 7
    assert "drew only then" in finding.evidence


@pytest.mark.parametrize("drawn", RIGHT)
def test_numbers_of_the_graph(drawn: str) -> None:
    calls = [traced(defined=5, calls=12, traces=1)]

    seen = evidence(calls=calls, program=PROGRAM.format(drawn=drawn))

    assert random_number_frozen.match(seen) is None


def test_a_number_that_is_drawn_for_every_trace() -> None:
    calls = [traced(defined=5, calls=5, traces=5)]
    program = PROGRAM.format(drawn=DRAWING[0])

    assert random_number_frozen.match(evidence(calls=calls, program=program)) is None


def test_a_trace_for_every_shape() -> None:
    calls = [traced(defined=5, calls=12, traces=8, shapes=8)]

    finding = retraced_for_each_shape.match(
        evidence(calls=calls, program=PROGRAM.format(drawn="1"))
    )

    assert finding is not None
    assert finding.line == 6
    assert "8 different shapes" in finding.evidence


def test_one_trace_for_all_shapes_and_traces_for_other_reasons() -> None:
    program = PROGRAM.format(drawn="1")

    for calls in (
        traced(defined=5, calls=12, traces=1, shapes=8),
        traced(defined=5, calls=12, traces=8, shapes=2),
        traced(defined=5, calls=12, traces=8, shapes=8, python=[1, 2, 3]),
    ):
        assert retraced_for_each_shape.match(evidence(calls=[calls], program=program)) is None
