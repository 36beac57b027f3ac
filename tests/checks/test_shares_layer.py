"""The same layers are used on every input."""

from dataclasses import replace
from typing import Any

import pytest
from described_models import layer, model

from etude.checks.shares_layer import SharesLayer
from etude.checks.values import Name
from etude.domain.observations import Layer
from etude.domain.verdict import Status

CHECK = SharesLayer(of=Name(name="model"), encoding=3, name="shares")
INPUTS = [layer("InputLayer", name="a"), layer("InputLayer", name="b")]


def encoder(name: str, *fed_by: str, size: int = 3) -> Layer:
    return layer("Dense", *fed_by, name=name, parameters=15, shape=[None, size])


def facts(*layers: Layer, meet: tuple[str, str], agree: bool | None = True) -> Any:
    met = replace(layer("Subtract", name="met"), calls=[list(meet)])
    found = model(*INPUTS, *layers, met, inputs=("a", "b"))
    return {**found, "encodings_agree": agree}


def test_passes_a_layer_that_is_called_twice() -> None:
    shared = facts(encoder("shared", "a", "b"), meet=("shared", "shared:1"))

    assert CHECK.judge(shared).status is Status.PASSED


def test_fails_when_each_input_has_a_layer_of_its_own() -> None:
    apart = facts(encoder("one", "a"), encoder("two", "b"), meet=("one", "two"))

    verdict = CHECK.judge(apart)

    assert verdict.status is Status.FAILED
    assert verdict.received == "layers of one input only: one (Dense), two (Dense)"


def test_fails_when_only_some_layers_are_shared() -> None:
    half = facts(
        encoder("shared", "a", "b"), encoder("extra", "shared:1"), meet=("shared", "extra")
    )

    assert CHECK.judge(half).received == "layers of one input only: extra (Dense)"


def test_fails_without_any_weights_before_the_paths_meet() -> None:
    assert "no layer with weights" in CHECK.judge(facts(meet=("a", "b"))).received


def test_fails_when_equal_inputs_get_different_encodings() -> None:
    shared = facts(encoder("shared", "a", "b"), meet=("shared", "shared:1"), agree=False)

    assert CHECK.judge(shared).expected == "equal inputs get equal encodings"


def test_fails_on_encodings_of_another_size() -> None:
    shared = facts(encoder("shared", "a", "b", size=8), meet=("shared", "shared:1"))

    verdict = CHECK.judge(shared)

    assert verdict.expected == "model makes 3 numbers of each input"
    assert verdict.received == "8 numbers where the paths meet (met)"


def test_fails_when_the_paths_never_meet() -> None:
    found = {**model(*INPUTS, inputs=("a", "b")), "encodings_agree": None}

    assert CHECK.judge(found).status is Status.FAILED


def test_a_subclassed_model_is_judged_by_its_calls() -> None:
    net = model(layer("Dense"), kind="subclassed", inputs=())

    assert CHECK.judge({**net, "calls": {"encoder": 2, "out": 1}}).status is Status.PASSED
    assert CHECK.judge({**net, "calls": {"one": 1, "two": 1}}).status is Status.FAILED


PROGRAM = """
import keras
from keras import layers, ops
a, b = keras.Input((4,), name="a"), keras.Input((4,), name="b")
{}
model = keras.Model([a, b], layers.Dense(1)(ops.abs(one - two)))
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("encoding", "status"),
    [
        ("e = layers.Dense(3); one, two = e(a), e(b)", Status.PASSED),
        (
            "e = keras.Sequential([layers.Dense(5), layers.Dense(3)]); one, two = e(a), e(b)",
            Status.PASSED,
        ),
        ("d, e = layers.Dense(5), layers.Dense(3); one, two = e(d(a)), e(d(b))", Status.PASSED),
        (
            "d, r = layers.Dense(3), layers.ReLU(); one, two = r(d(a)), layers.ReLU()(d(b))",
            Status.PASSED,
        ),
        ("one, two = layers.Dense(3)(a), layers.Dense(3)(b)", Status.FAILED),
        ("e = layers.Dense(3); one, two = ops.relu(e(a)), e(b)", Status.FAILED),
        ("d = layers.Dense(3); one, two = d(a), layers.BatchNormalization()(d(b))", Status.FAILED),
    ],
)
def test_runs_the_learners_model(  # type: ignore[no-untyped-def]
    probe, encoding: str, status: Status
) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(encoding))).status is status


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("second", "status"), [("self.one", Status.PASSED), ("self.two", Status.FAILED)]
)
def test_counts_the_calls_of_a_subclassed_model(  # type: ignore[no-untyped-def]
    probe, second: str, status: Status
) -> None:
    program = f"""
import keras
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.one, self.two = keras.layers.Dense(3), keras.layers.Dense(3)
    def call(self, inputs):
        first, second = inputs
        return self.one(first) - {second}(second)
model = Net()
"""
    check = SharesLayer(of=Name(name="model"), shapes=((4,), (4,)), name="shares")

    assert check.judge(probe(check, program)).status is status
