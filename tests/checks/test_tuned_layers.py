"""Which layers of a given network have learned."""

from typing import Any

import pytest

from etude.checks.tuned_layers import TunedLayers
from etude.checks.values import Name
from etude.domain.verdict import Status

FILE = "efficientnet_lite0/efficientnet_lite0.keras"
FROZEN = TunedLayers(name="tuned", of=Name(name="model"), file=FILE)
TOP = TunedLayers(name="tuned", of=Name(name="model"), file=FILE, tuned=("top",))
AS_GIVEN: dict[str, Any] = {"missing": [], "changed": [], "statistics": []}
PROGRAM = """
import keras
import tensorflow as tf
network = keras.models.load_model("data/efficientnet_lite0/efficientnet_lite0.keras")
model = keras.Sequential(
    [keras.Input((32, 32, 3)), network, keras.layers.GlobalAveragePooling2D()]
)
def change(name, place):
    weight = network.get_layer(name).weights[place]
    weight.assign(weight + 1)
"""


def test_a_frozen_network_passes_as_it_was_given() -> None:
    assert FROZEN.judge(AS_GIVEN).status is Status.PASSED


def test_a_network_to_be_tuned_has_to_change() -> None:
    verdict = TOP.judge(AS_GIVEN)

    assert verdict.status is Status.FAILED
    assert "trainable counts from the next compile on" in verdict.attempt


def test_only_what_should_learn_may_change() -> None:
    assert TOP.judge({**AS_GIVEN, "changed": ["top_conv"]}).status is Status.PASSED
    verdict = TOP.judge({**AS_GIVEN, "changed": ["block1a_depth_conv", "top_conv"]})
    assert verdict.received == "other weights in 1 more: block1a_depth_conv"


def test_statistics_may_never_change() -> None:
    verdict = TOP.judge({**AS_GIVEN, "changed": ["top_conv"], "statistics": ["top_bn"]})

    assert verdict.received == "other ones in 1 layers: top_bn"


def test_a_network_that_is_not_there_is_told() -> None:
    verdict = FROZEN.judge({**AS_GIVEN, "missing": ["stem_conv", "stem_bn", "a", "b", "c"]})

    assert "5 layers with weights are not there: stem_conv, stem_bn, a and 2 more" in (
        verdict.received
    )
    assert FROZEN.judge({"no_model": "NoneType"}).received == "None"


@pytest.mark.slow
@pytest.mark.tensorflow
def test_layers_are_compared_by_name_wherever_the_network_is(probe: Any) -> None:
    program = PROGRAM + 'change("top_conv", 0)\nchange("stem_bn", 2)\n'

    facts = probe(TOP, program, data=("efficientnet_lite0",))

    assert facts == {"missing": [], "changed": ["top_conv"], "statistics": ["stem_bn"]}


@pytest.mark.slow
@pytest.mark.tensorflow
def test_another_network_is_missing(probe: Any) -> None:
    program = "import keras\nmodel = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])\n"

    facts = probe(FROZEN, program, data=("efficientnet_lite0",))

    assert len(facts["missing"]) > 90
