"""Data without an end, and no number of steps."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from looped import looped
from piped import network, pipeline, seen

from etude.diagnoses.catalogue import endless_data
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import INFINITE, UNKNOWN, Data, Fit

REPEATED = replace(pipeline("slices repeat batch", role="fit"), cardinality=INFINITE)
FINITE = replace(pipeline("slices batch", role="fit"), cardinality=4)
GENERATED = "from_generator batch"
FOR_EVER = "def rows():\n    while True:\n        yield 1\n"


def fitted(
    train: Data, validation: Data | None = None, *, program: str = "", **more: Any
) -> Evidence:
    finished = more.pop("finished", False)
    fit = Fit(
        index=0, line=9, model=network(), train=train, validation=validation, arguments=more,
        finished=finished,
    )  # fmt: skip
    return seen(fits=[fit], program=program)


def generated(**more: Any) -> Data:
    return pipeline(GENERATED, role="fit", from_generator={"function": "rows"}, **more)


def test_fires_before_a_single_epoch() -> None:
    finding = endless_data.match(fitted(REPEATED))

    assert finding is not None
    assert finding.line == 9
    assert "repeat in line 2 goes on for ever" in finding.evidence
    assert "steps_per_epoch" in finding.change


LOOP = "for epoch in range(3):\n    for a, b in {}:\n        {}\n"
STEP = "def step(a, b):\n    return tape.gradient(a, b)\n"


def _looped(program: str, line: int, train: Data = REPEATED, *, finished: bool = False) -> Evidence:
    loop = looped(model=network(), train=train, line=line, finished=finished)
    return replace(seen(fits=[], program=program), loops=[loop])


@pytest.mark.parametrize("walked", ["data", "enumerate(data)", "self.train"])
def test_fires_on_a_loop_that_walks_over_them_for_ever(walked: str) -> None:
    finding = endless_data.match(_looped(LOOP.format(walked, "tape.gradient(a, b)"), 3))

    assert finding is not None
    assert finding.line == 2
    assert "repeat in line 2 goes on for ever" in finding.evidence


def test_fires_where_the_step_is_a_function() -> None:
    finding = endless_data.match(_looped(STEP + LOOP.format("data", "step(a, b)"), 2))

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize(
    "found",
    [
        _looped(LOOP.format("data.take(9)", "tape.gradient(a, b)"), 3),
        _looped(LOOP.format("zip(range(9), data)", "tape.gradient(a, b)"), 3),
        _looped(LOOP.format("data", "tape.gradient(a, b)\n        break"), 3),
        _looped(LOOP.format("data", "tape.gradient(a, b)"), 3, FINITE),
        _looped(LOOP.format("data", "tape.gradient(a, b)"), 3, finished=True),
    ],
    ids=["a part", "counted", "left", "data that end", "it came to its end"],
)
def test_is_silent_on_a_loop_that_ends(found: Evidence) -> None:
    assert endless_data.match(found) is None


def test_fires_on_validation_data() -> None:
    finding = endless_data.match(fitted(FINITE, REPEATED))

    assert finding is not None
    assert "validation_steps" in finding.evidence


def test_fires_on_a_generator_that_never_returns() -> None:
    finding = endless_data.match(fitted(generated(), program=FOR_EVER))

    assert finding is not None
    assert "rows yields for ever" in finding.evidence


def test_fires_on_a_generator_given_to_fit() -> None:
    train = Data(role="fit", kind="other", type="generator")
    program = FOR_EVER + "\n" * 5 + "model.fit(rows(), epochs=3)\n"

    assert endless_data.match(fitted(train, program=program)) is not None


def test_fires_on_a_generator_to_validate_on() -> None:
    train = Data(role="fit", kind="other", type="generator")
    judged = replace(train, role="validation")
    program = FOR_EVER + "\n" * 5 + "model.fit(x, y, validation_data=rows())\n"

    finding = endless_data.match(fitted(train, judged, program=program))

    assert finding is not None
    assert "not told validation_steps" in finding.evidence


def test_no_steps_at_all_are_as_good_as_none_told() -> None:
    program = (
        "\n" * 8 + "model.fit(\n    a,\n    validation_data=b,\n    validation_steps=n // 32,\n)\n"
    )

    finding = endless_data.match(fitted(FINITE, REPEATED, program=program, validation_steps=0))

    assert finding is not None
    assert finding.line == 12
    assert "validation_steps=0, which Keras takes for not told" in finding.evidence
    assert "math.ceil" in finding.change


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param(fitted(FINITE, FINITE, validation_steps=0), id="no steps of what ends"),
        pytest.param(fitted(REPEATED, steps_per_epoch=5), id="steps are given"),
        pytest.param(fitted(FINITE, REPEATED, validation_steps=2), id="validation steps are given"),
        pytest.param(fitted(FINITE, FINITE), id="an end"),
        pytest.param(fitted(replace(FINITE, cardinality=UNKNOWN)), id="not known"),
        pytest.param(
            fitted(generated(), program=FOR_EVER.replace("yield 1", "yield 1\n        break")),
            id="a generator that breaks",
        ),
        pytest.param(fitted(generated(), program=FOR_EVER, finished=True), id="it did end"),
        pytest.param(
            fitted(
                pipeline("from_generator take batch", from_generator={"function": "rows"}),
                program=FOR_EVER,
            ),
            id="taken from",
        ),
    ],
)
def test_is_silent_with(evidence: Evidence) -> None:
    assert endless_data.match(evidence) is None


@pytest.mark.tensorflow
def test_right_ways_with_repeat_and_generators(evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of("""
import keras
import numpy as np
import tensorflow as tf

x = np.ones((32, 4), "float32")
pairs = tf.data.Dataset.from_tensor_slices((x, x[:, :1]))

def batches():
    while True:
        yield x[:8], x[:8, :1]

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(pairs.repeat().batch(8), steps_per_epoch=4, verbose=0)
model.fit(pairs.repeat(2).batch(8), validation_data=pairs.batch(8), verbose=0)
model.fit(batches(), steps_per_epoch=2, verbose=0)
""")

    assert not evidence.errors
    assert endless_data.match(evidence) is None
