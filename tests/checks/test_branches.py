"""Inputs meet and lead to the output."""

from dataclasses import replace
from typing import Any

import pytest
from described_models import layer, model

from etude.checks.branches import Branches
from etude.checks.values import Name
from etude.domain.observations import Layer
from etude.domain.verdict import Status

CHECK = Branches(of=Name(name="model"), name="branches")
INPUTS = [layer("InputLayer", name="a"), layer("InputLayer", name="b")]


def meeting(*paths: str) -> Layer:
    return replace(layer("Concatenate", name="met"), calls=[list(paths)])


def facts(*layers: Layer, matters: tuple[bool, ...] = (True, True), **options: Any) -> Any:
    found = model(*INPUTS, *layers, inputs=options.get("inputs", ("a", "b")))
    return {**found, "matters": list(matters)}


def encoded(name: str, by: str) -> Layer:
    return layer("Dense", by, name=name, parameters=9)


def test_passes_two_paths_that_meet() -> None:
    found = facts(encoded("one", "a"), encoded("two", "b"), meeting("one", "two"))

    assert CHECK.judge(found).status is Status.PASSED


def test_fails_on_another_number_of_inputs() -> None:
    verdict = CHECK.judge(facts(encoded("one", "a"), inputs=("a",)))

    assert verdict.status is Status.FAILED
    assert verdict.received == "1 input: a"


def test_fails_when_the_paths_never_meet() -> None:
    verdict = CHECK.judge(facts(encoded("one", "a"), encoded("two", "b")))

    assert verdict.received == "no layer that takes tensors from several inputs"


def test_fails_when_an_input_does_not_matter() -> None:
    met = [encoded("one", "a"), encoded("two", "b"), meeting("one", "two")]

    verdict = CHECK.judge(facts(*met, matters=(True, False)))

    assert verdict.received == "the same output whatever input 'b' holds"


def test_fails_when_an_input_meets_the_other_unread() -> None:
    verdict = CHECK.judge(facts(encoded("one", "a"), meeting("one", "b")))

    assert verdict.status is Status.FAILED
    assert verdict.received.startswith("b goes straight")


def test_inputs_may_meet_at_once_when_no_weights_are_asked_for() -> None:
    check = Branches(of=Name(name="model"), weights_before_merge=False)

    assert check.judge(facts(meeting("a", "b"))).status is Status.PASSED


PROGRAM = """
import keras
from keras import layers, ops
a, b = keras.Input((4,), name="a"), keras.Input((4,), name="b")
one, two = layers.Dense(3)(a), layers.Dense(3)(b)
{}
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("ending", "status"),
    [
        (
            "model = keras.Model([a, b], layers.Dense(1)(layers.Subtract()([one, two])))",
            Status.PASSED,
        ),
        ("model = keras.Model([a, b], layers.Dense(1)(one * two))", Status.PASSED),
        ("model = keras.Model([a, b], ops.concatenate([one, two], axis=-1))", Status.PASSED),
        ("model = keras.Model({'b': b, 'a': a}, ops.dot(one, ops.transpose(two)))", Status.PASSED),
        ("model = keras.Model([a, b], [one, two])", Status.FAILED),
        ("model = keras.Model([a, b], one + 0 * two)", Status.FAILED),
        ("model = keras.Model(a, one)", Status.FAILED),
    ],
)
def test_runs_the_learners_model(  # type: ignore[no-untyped-def]
    probe, ending: str, status: Status
) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(ending))).status is status


@pytest.mark.tensorflow
def test_a_subclassed_model_shows_by_what_it_does(probe) -> None:  # type: ignore[no-untyped-def]
    program = """
import keras
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(3)
    def call(self, inputs):
        first, second = inputs
        return self.dense(first) - self.dense(second)
model = Net()
"""
    check = Branches(of=Name(name="model"), shapes=((4,), (4,)), name="branches")

    assert check.judge(probe(check, program)).status is Status.PASSED
