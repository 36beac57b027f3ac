"""Models take the inputs and give the outputs that are asked for."""

from typing import Any

import pytest

from etude.checks.model_contract import Asked, ModelContract
from etude.checks.values import Call, Tuple
from etude.domain.verdict import Status


def build(size: int, classes: int) -> Call:
    return Call(
        function="build",
        args=(Tuple(items=(size,)), classes),
        label=f"build(({size},), {classes})",
    )


def asked(size: int, classes: int) -> Asked:
    return Asked(of=build(size, classes), inputs=((size,),), outputs=((classes,),))


CHECK = ModelContract(models=(asked(8, 3), asked(4, 5)), sums_to_one=True, name="contract")
ROUGH = ModelContract(models=(asked(8, 3),), low=0.0, high=1.0, name="contract")


def output(size: int, **changes: Any) -> dict[str, Any]:
    plain = {
        "shape": [2, size],
        "dtype": "float32",
        "nan": 0,
        "low": 0.1,
        "high": 0.7,
        "row_sums": [1.0, 1.0],
    }
    return plain | changes


def made(inputs: int, *outputs: dict[str, Any], names: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"inputs": [[inputs]], "outputs": list(outputs), "names": list(names)}


def facts(*made_models: dict[str, Any]) -> dict[str, Any]:
    return {"made": list(made_models), "model": []}


def test_passes() -> None:
    verdict = CHECK.judge(facts(made(8, output(3)), made(4, output(5))))

    assert verdict.status is Status.PASSED
    assert verdict.title == "build((8,), 3): (8,) in, (3,) out"


def test_quotes_the_call_whose_input_shape_is_fixed() -> None:
    verdict = CHECK.judge(facts(made(8, output(3)), made(8)))

    assert verdict.status is Status.FAILED
    assert verdict.expected == "build((4,), 5) takes inputs of shape (4,)"
    assert verdict.received == "inputs of shape (8,)"


def test_quotes_the_call_whose_outputs_are_fixed() -> None:
    verdict = CHECK.judge(facts(made(8, output(3)), made(4, output(3))))

    assert verdict.expected == "build((4,), 5) gives (5,) for each example"
    assert verdict.received == "outputs of shape (3,)"


def test_quotes_whole_shapes_when_the_batch_axis_got_lost() -> None:
    verdict = CHECK.judge(facts(made(8, output(3, shape=[6])), made(4, output(5))))

    assert verdict.received == "outputs of shape (6,) for 2 examples"


def test_fails_when_there_are_more_outputs_than_asked() -> None:
    verdict = CHECK.judge(facts(made(8, output(3), output(3)), made(4, output(5))))

    assert verdict.received == "outputs of shape (3,) and (3,)"


def test_fails_on_another_type() -> None:
    verdict = CHECK.judge(facts(made(8, output(3, dtype="float16")), made(4, output(5))))

    assert (verdict.expected, verdict.received) == ("outputs of type float32", "float16")


def test_fails_on_nan() -> None:
    verdict = CHECK.judge(facts(made(8, output(3, nan=2)), made(4, output(5))))

    assert "2 NaN or infinite values" in verdict.received


def test_fails_on_logits_where_probabilities_are_asked_for() -> None:
    logits = output(3, low=-0.4, high=0.2, row_sums=[-0.3, 0.05])

    verdict = CHECK.judge(facts(made(8, logits), made(4, output(5))))

    assert "probabilities that sum to 1" in verdict.expected
    assert "values between -0.4 and 0.2, sums between -0.3 and 0.05" in verdict.received


def test_fails_outside_the_range() -> None:
    verdict = ROUGH.judge(facts(made(8, output(3, high=4.5))))

    assert verdict.expected == "build((8,), 3) gives values between 0 and 1"


def test_fails_with_other_names() -> None:
    check = ModelContract(models=(asked(8, 3),), names=("first",))

    verdict = check.judge(facts(made(8, output(3), names=("input_layer",))))

    assert (verdict.expected, verdict.received) == (
        "inputs named first",
        "inputs named input_layer",
    )


def test_says_what_came_instead_of_a_model() -> None:
    verdict = CHECK.judge(facts(made(8, output(3)), {"no_model": "NoneType"}))

    assert verdict.expected == "build((4,), 5) gives a Keras model"


PROGRAM = """
import keras
from keras import layers

class Net(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.out = layers.Dense(classes, activation="softmax")
    def call(self, x):
        return self.out(x)

def build(shape, classes):
    x = keras.Input({shape})
    return {made}
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("shape", "made_model", "status"),
    [
        ("shape", "keras.Model(x, layers.Dense(classes, activation='softmax')(x))", Status.PASSED),
        ("shape", "keras.Sequential([layers.Dense(classes, activation='softmax')])", Status.PASSED),
        ("shape", "Net(classes)", Status.PASSED),
        ("(None,)", "keras.Model(x, keras.ops.softmax(x))", Status.FAILED),
        ("(8,)", "keras.Model(x, layers.Dense(classes, activation='softmax')(x))", Status.FAILED),
        ("shape", "keras.Model(x, layers.Dense(3, activation='softmax')(x))", Status.FAILED),
        ("shape", "keras.Model(x, layers.Dense(classes)(x))", Status.FAILED),
        ("shape", "x", Status.FAILED),
    ],
)
def test_tries_the_learners_function(  # type: ignore[no-untyped-def]
    probe, shape: str, made_model: str, status: Status
) -> None:
    found = probe(CHECK, PROGRAM.format(shape=shape, made=made_model))

    assert CHECK.judge(found).status is status


@pytest.mark.tensorflow
def test_raw_outputs_do_not_pass_for_probabilities_by_chance(probe) -> None:  # type: ignore[no-untyped-def]
    linear = "keras.Model(x, layers.Dense(classes, kernel_initializer='ones')(x))"

    found = probe(ROUGH, PROGRAM.format(shape="shape", made=linear))

    assert ROUGH.judge(found).status is Status.FAILED


@pytest.mark.tensorflow
def test_what_the_learners_model_raises_is_theirs(probe) -> None:  # type: ignore[no-untyped-def]
    broken = PROGRAM.replace("return self.out(x)", "raise KeyError('lost')")

    found = probe(CHECK, broken.format(shape="shape", made="Net(classes)"))

    assert found["error"]["type"] == "KeyError"


@pytest.mark.tensorflow
def test_inputs_with_names_may_come_as_a_dict(probe) -> None:  # type: ignore[no-untyped-def]
    program = """
import keras
from keras import layers

def build(shape, classes):
    b, a = keras.Input(shape, name="b"), keras.Input(shape, dtype="int32", name="a")
    joined = layers.Concatenate()([b, keras.ops.cast(a, "float32")])
    return keras.Model({"b": b, "a": a}, layers.Dense(classes)(joined))
"""
    check = ModelContract(
        models=(Asked(of=build(8, 3), inputs=((8,), (8,)), outputs=((3,),)),), name="contract"
    )

    assert check.judge(probe(check, program)).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_shape_arrives_as_a_tuple(probe) -> None:  # type: ignore[no-untyped-def]
    program = """
import keras
def build(shape, classes):
    assert isinstance(shape, tuple), type(shape)
    return keras.Sequential([keras.Input(shape), keras.layers.Dense(classes, "softmax")])
"""
    assert "error" not in probe(CHECK, program)
