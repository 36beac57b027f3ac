"""What a Sequential cannot take."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import no_layer_for_sequential as diagnosis

REFUSED = (
    "Only instances of `keras.Layer` can be added to a Sequential model. Received: {} (of "
    "type <class '{}'>)"
)


@pytest.mark.parametrize(
    ("program", "given", "kind", "seen", "change"),
    [
        ("m.add('tanh')", "tanh", "str", "'tanh'", 'activation="tanh"'),
        ("m.add(x)", "<KerasTensor>", "keras.src.KerasTensor", "a tensor", "keras.Model(inputs"),
        ("Sequential([a, [b, c]])", "[<Dense>]", "list", "[b, c]", "*[b, c]"),
        ("m.add(lambda x: x / 2)", "<function>", "function", "a function", "layers.Lambda("),
        ("m.add(Old())", "<Old>", "other.Old", "of the class Old", "a layer of keras.layers"),
    ],
)
def test_what_is_no_layer_is_told(
    program: str, given: str, kind: str, seen: str, change: str
) -> None:
    made = "\nx = Dense(1)(keras.Input((3,)))\n"

    finding = diagnosis.match(failed(f"{made}{program}\n", REFUSED.format(given, kind)))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


def test_a_function_that_returns_nothing_is_told_apart() -> None:
    program = "def block():\n    Dense(3)\nmodel = Sequential([Input((3,)), block()])\n"

    finding = diagnosis.match(failed(program, REFUSED.format("None", "NoneType")))

    assert finding is not None
    assert finding.evidence.startswith("block() is handed")


@pytest.mark.parametrize(
    ("layer", "message", "change"),
    [
        (
            "MultiHeadAttention(2, 8)",
            "can only have a single required positional argument, the input tensor. "
            "Layer MultiHeadAttention has multiple required positional arguments",
            "MultiHeadAttention(...)(x, x)",
        ),
        ("Add()", "A merge layer should be called on a list of inputs.", "Add(...)([x, other])"),
        ("Attention()", "Attention layer must be called on a list of inputs", "([x, other])"),
    ],
)
def test_a_layer_of_several_tensors_takes_the_functional_api(
    layer: str, message: str, change: str
) -> None:
    finding = diagnosis.match(failed(f"\n\nmodel = Sequential([{layer}])\n", message))

    assert finding is not None
    assert change in finding.change


def test_a_class_without_brackets_is_told_by_another_diagnosis() -> None:
    assert diagnosis.match(failed("\n\nm.add(Dense)\n", REFUSED.format("Dense", "type"))) is None


def test_a_joining_layer_outside_of_a_sequential_is_left_alone() -> None:
    message = "A merge layer should be called on a list of inputs."

    assert diagnosis.match(failed("\n\nx = Add()(a)\n", message)) is None
