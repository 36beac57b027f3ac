"""Answers that need no training."""

from typing import Any

import pytest

from etude.checks.answers_without_training import AnswersWithoutTraining
from etude.checks.values import Name, Numbers
from etude.domain.verdict import Status

CHECK = AnswersWithoutTraining(
    by=Name(name="answer"), inputs=Numbers(values=[[1.0], [2.0]]), name="answers"
)
PROGRAM = """\
import keras
import numpy as np
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(loss="mse")
def learn():
    model.fit(np.ones((4, 1)), np.ones(4), verbose=0)
def answer(inputs):
    {}
    return model.predict(inputs, verbose=0)
learn()
"""


@pytest.mark.tensorflow
def test_what_was_trained_before_may_answer(probe: Any) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format("pass"))).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_training_within_an_answer_is_told_with_its_line(probe: Any) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format("learn()")))

    assert verdict.status is Status.FAILED
    assert verdict.line == 6
