"""Tensors that a layer gets in a list, one by one, or while it is made."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import tensors_given_otherwise as diagnosis

TOO_MANY = "too many positional arguments"
MISSING = "missing a required argument: 'value'"
TAKEN = "Could not interpret activation function identifier: <KerasTensor shape=(None, 4)>"


@pytest.mark.parametrize(
    ("line", "message", "change"),
    [
        ("m = layers.Concatenate()(a, b)", TOO_MANY, "Concatenate()([a, b])"),
        ("m = Add()(a, b, c)", TOO_MANY, "Add()([a, b, c])"),
        (
            "m = Concatenate(a, b)",
            "Concatenate.__init__() takes from 1 to 2 positional arguments but 3 were given",
            "Concatenate()([a, b])",
        ),
        (
            "m = layers.concatenate(a, b)",
            "A `Concatenate` layer should be called on a list of at least 1 input.",
            "concatenate([a, b])",
        ),
        (
            "m = AdditiveAttention()(a, b)",
            "Attention layer must be called on a list of inputs",
            "AdditiveAttention()([a, b])",
        ),
        ("m = MultiHeadAttention(2, 8)([a, b])", MISSING, "MultiHeadAttention(...)(a, b)"),
        ("m = Gate(8)([a, b])", MISSING, "Gate(...)(a, b)"),
        ("m = Dense(16, a)", TAKEN, "Dense(16)(a)"),
    ],
)
def test_fires_with_the_call_that_works(line: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{line}\n", message, "TypeError"))

    assert finding is not None
    assert finding.line == 3
    assert finding.change == change


def test_tells_how_a_sequence_attends_to_itself() -> None:
    program = "\natt = layers.MultiHeadAttention(2, 8)\nm = att(a)\n"

    finding = diagnosis.match(failed(program, MISSING, "TypeError"))

    assert finding is not None
    assert finding.change == "MultiHeadAttention(...)(a, a) when a sequence attends to itself"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("def add(a): ...\nadd(a, b)", "add() takes 1 positional argument but 2 were given"),
        ("\nm = Concatenate()([a, b])", "shapes are not compatible"),
        ("\nm = prepare(a)", MISSING),
        ("\nm = Dense(16)(a)", TAKEN),
    ],
    ids=["a function of one's own", "another message", "no layer", "called as it should be"],
)
def test_is_silent_on(line: str, message: str) -> None:
    assert diagnosis.match(failed(f"\n{line}\n", message, "TypeError")) is None
