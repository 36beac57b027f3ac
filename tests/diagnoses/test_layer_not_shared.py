"""Two encoders where one was meant for both inputs."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from described import chained, dense, evidence

from etude.diagnoses.catalogue import layer_not_shared
from etude.domain.observations import Layer, Model, TensorSpec
from etude.domain.verdict import Status, Verdict

PROGRAM = """\
def build_encoder():
    return keras.Sequential([keras.layers.Dense(8)])

first, second = keras.Input((6,)), keras.Input((6,))
a = build_encoder()(first)
b = build_encoder()(second)
"""


def encoder(name: str, *fed_by: str, units: int = 8, line: int = 2) -> Layer:
    inner = chained(dense(units))
    calls = [[path] for path in fed_by]
    return Layer(name=name, kind="Sequential", calls=calls, layers=inner, parameters=56, line=line)


def comparing(
    *encoders: Layer, by: str = "Subtract", of: list[str], then: str = "Absolute"
) -> Model:
    inputs = [Layer(name=name, kind="InputLayer") for name in ("first", "second")]
    met = Layer(name="met", kind=by, calls=[of])
    after = Layer(name="after", kind=then, calls=[["met"]])
    return Model(
        key="1",
        kind="functional",
        layers=[*inputs, *encoders, met, after],
        inputs=[TensorSpec(path=n, dtype="float32", shape=[None, 6]) for n in ("first", "second")],
        outputs=[TensorSpec(path="after", dtype="float32", shape=[None, 8])],
    )


def apart(**options: Any) -> Model:
    return comparing(
        encoder("one", "first"), encoder("two", "second"), of=["one", "two"], **options
    )


def test_fires_where_the_maker_is_called_again() -> None:
    finding = layer_not_shared.match(evidence(models=[apart()], program=PROGRAM))

    assert finding is not None
    assert finding.line == 6
    assert "one and two" in finding.evidence


def test_fires_at_the_second_encoder_when_each_is_written_out() -> None:
    twins = encoder("one", "first", line=5), encoder("two", "second", line=9)

    finding = layer_not_shared.match(evidence(models=[comparing(*twins, of=["one", "two"])]))

    assert finding is not None
    assert finding.line == 9


def test_fires_on_any_way_to_meet_when_an_exercise_asks_for_one_encoder() -> None:
    concatenated = apart(by="Concatenate", then="Dense")
    facts = {"shares": {"encodings_agree": False, "model": msgspec.to_builtins(concatenated)}}
    failed = Verdict(check="shares", title="", status=Status.FAILED)

    asked = evidence(facts=facts, verdicts=[failed], program=PROGRAM)

    assert layer_not_shared.match(asked) is not None


def test_is_silent_when_one_encoder_is_called_twice() -> None:
    shared = comparing(encoder("one", "first", "second"), of=["one", "one:1"])

    assert layer_not_shared.match(evidence(models=[shared])) is None


def test_is_silent_when_the_inputs_may_mean_different_things() -> None:
    assert layer_not_shared.match(evidence(models=[apart(by="Dot")])) is None


def test_is_silent_when_the_sign_of_the_difference_matters() -> None:
    assert layer_not_shared.match(evidence(models=[apart(then="Dense")])) is None


def test_is_silent_when_the_encoders_differ() -> None:
    different = encoder("one", "first"), encoder("two", "second", units=4)

    assert (
        layer_not_shared.match(evidence(models=[comparing(*different, of=["one", "two"])])) is None
    )


@pytest.mark.parametrize("product", ["Multiply", "Dot"])
def test_fires_on_a_difference_times_itself(product: str) -> None:
    squared = apart(then=product)
    after = replace(squared.layers[-1], calls=[["met", "met"]])

    finding = layer_not_shared.match(
        evidence(models=[replace(squared, layers=[*squared.layers[:-1], after])], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 6


DISTANCES = {
    "a Lambda": "gap = layers.Lambda(lambda t: abs(t[0] - t[1]))\n",
    "a function in a Lambda": "gap = Lambda(apart)\ndef apart(t):\n    return (t[0] - t[1]) ** 2\n",
    "an own layer": "class Gap(Layer):\n    def call(self, a, b):\n        return abs(a-b)\n",
}


@pytest.mark.parametrize("written", DISTANCES.values(), ids=DISTANCES.keys())
def test_fires_where_a_function_of_ones_own_is_the_distance(written: str) -> None:
    twins = encoder("one", "first"), encoder("two", "second")
    compared = comparing(*twins, by="Gap" if "class" in written else "Lambda", of=["one", "two"])
    placed = [replace(one, line=1) if one.name == "met" else one for one in compared.layers]

    found = evidence(models=[replace(compared, layers=placed)], program=written + PROGRAM)

    assert layer_not_shared.match(found) is not None


def test_is_silent_where_a_function_of_ones_own_joins_them() -> None:
    twins = encoder("one", "first"), encoder("two", "second")
    joined = comparing(*twins, by="Lambda", of=["one", "two"])
    placed = [replace(one, line=1) if one.name == "met" else one for one in joined.layers]
    written = "both = layers.Lambda(lambda t: t[0] + t[1])\n"

    found = evidence(models=[replace(joined, layers=placed)], program=written + PROGRAM)

    assert layer_not_shared.match(found) is None
