"""A function that builds with fixed numbers."""

from typing import Any

import msgspec
from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import input_shape_ignored
from etude.domain.observations import Model

PROGRAM = """\
import keras

def build_model(input_shape, num_classes):
    inputs = keras.Input(
        shape=(8,))
    outputs = keras.layers.Dense(3, activation="softmax")(inputs)
    return keras.Model(inputs, outputs)

model = build_model((4,), 5)
"""


def contract(*calls: tuple[list[int], int, Model]) -> dict[str, Any]:
    """What a check says of calls: input shape and classes asked for, and the model that came."""
    made = [
        {"of": f"build_model({shape}, {n})", "wanted_inputs": [shape], "wanted_outputs": [[n]]}
        for shape, n, _ in calls
    ]
    return {"contract": {"made": made, "model": [msgspec.to_builtins(m) for _, _, m in calls]}}


def built(inputs: int, outputs: int) -> Model:
    start = layer("InputLayer", line=4)
    return model(start, dense(outputs, "softmax", line=6), inputs=[None, inputs], line=7)


def test_fires_at_the_input_when_every_call_gives_the_same_shape() -> None:
    facts = contract(([8], 3, built(8, 3)), ([4], 5, built(8, 5)))

    finding = input_shape_ignored.match(evidence(facts=facts, program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert "build_model([4], 5)" in finding.evidence
    assert "(8,)" in finding.evidence


def test_fires_at_the_units_when_every_call_gives_the_same_outputs() -> None:
    facts = contract(([8], 3, built(8, 3)), ([4], 5, built(4, 3)))

    finding = input_shape_ignored.match(evidence(facts=facts, program=PROGRAM))

    assert finding is not None
    assert finding.line == 6


def test_fires_on_an_unused_argument_that_the_model_contradicts() -> None:
    finding = input_shape_ignored.match(evidence(models=[built(8, 3)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert "input_shape is (4,)" in finding.evidence


def test_is_silent_when_every_call_gives_what_is_asked() -> None:
    facts = contract(([8], 3, built(8, 3)), ([4], 5, built(4, 5)))

    assert input_shape_ignored.match(evidence(facts=facts)) is None


def test_is_silent_when_outputs_differ_from_call_to_call() -> None:
    facts = contract(([8], 3, built(8, 4)), ([4], 5, built(4, 6)))

    assert input_shape_ignored.match(evidence(facts=facts)) is None


def test_is_silent_when_an_unused_argument_says_the_same() -> None:
    program = PROGRAM.replace("build_model((4,), 5)", "build_model((8,), 3)")

    assert input_shape_ignored.match(evidence(models=[built(8, 3)], program=program)) is None


def test_is_silent_when_the_arguments_are_used() -> None:
    program = PROGRAM.replace("shape=(8,)", "shape=input_shape").replace(
        "Dense(3", "Dense(num_classes"
    )

    assert input_shape_ignored.match(evidence(models=[built(4, 5)], program=program)) is None
