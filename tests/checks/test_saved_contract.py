"""A file is what was agreed: what its model takes and gives, and how large it is."""

from typing import Any

import pytest

from etude.checks.element_spec import Tensor
from etude.checks.saved_contract import SavedContract
from etude.checks.wire import from_wire, to_wire
from etude.domain.verdict import Status

ROW = {"": Tensor(shape=(4,), dtype="float32")}
SCORES = Tensor(shape=(3,), dtype="float32")


def check(**fields: Any) -> SavedContract:
    given = {"artifact": "model.keras", "takes": ROW, "gives": SCORES, "most_bytes": 100_000}
    return SavedContract(name="contract", **(given | fields))


def test_what_was_agreed_passes() -> None:
    assert check().judge({"bytes": 100_000, "came": "float32 (3, 3)"}).status is Status.PASSED


def test_another_output_is_told_as_expected_and_received() -> None:
    verdict = check().judge({"bytes": 1, "came": "float32 (3, 2)"})

    assert verdict.status is Status.FAILED
    assert verdict.expected == "float32 (3, 3) for a batch of 3"
    assert verdict.received == "float32 (3, 2)"


def test_a_file_that_is_too_large_is_told_its_size() -> None:
    verdict = check().judge({"bytes": 100_001, "came": "float32 (3, 3)"})

    assert (verdict.expected, verdict.received) == (
        "model.keras in at most 100,000 bytes",
        "100,001 bytes",
    )


def test_no_file_is_told_with_how_to_write_it() -> None:
    verdict = check().judge({"missing": True})

    assert verdict.received == "no such file when the program had ended"
    assert 'model.save("model.keras")' in verdict.attempt


def test_a_model_that_refuses_the_input_is_told_in_its_own_words() -> None:
    verdict = check().judge({"bytes": 1, "refused": {"message": "expected shape=(None, 5)"}})

    assert verdict.expected == "a model that takes float32 (n, 4)"
    assert verdict.received == "expected shape=(None, 5)"


@pytest.mark.parametrize(
    ("takes", "told"),
    [
        (ROW, "float32 (n, 4)"),
        ({"": Tensor(shape=(), dtype="string")}, "string (n,)"),
        (
            {
                "age": Tensor(shape=(1,), dtype="float32"),
                "job": Tensor(shape=(1,), dtype="string"),
            },
            "age: float32 (n, 1), job: string (n, 1)",
        ),
    ],
)
def test_the_title_states_the_contract(takes: Any, told: str) -> None:
    assert check(takes=takes).title == f"model.keras takes {told} and gives float32 (n, 3)"


def test_it_travels_into_the_sandbox_and_back() -> None:
    asked = check(takes={"age": Tensor(shape=(1,), dtype="float32")})

    assert from_wire(to_wire(asked)) == asked


BEGINNING = """
import keras
import tensorflow as tf
from keras import layers

def network(inputs, *parts):
    outputs = inputs
    for part in parts:
        outputs = part(outputs)
    return keras.Model(inputs, outputs)

row, three = keras.Input((4,)), layers.Dense(3)
"""
# What is handed in -> (program, words that are received).
BROKEN = {
    "an input of another width": ("network(keras.Input((5,)), three)", "expected shape=(None, 5)"),
    "an input of another rank": (
        "network(keras.Input((2, 2)), layers.Flatten(), three)",
        "expected shape=(None, 2, 2)",
    ),
    "an output of another width": ("network(row, layers.Dense(2))", "float32 (3, 2)"),
    "half precision": ("network(row, layers.Dense(3, dtype='float16'))", "float16 (3, 3)"),
    "whole numbers": ("network(row, three, layers.Discretization([0.0]))", "int32 (3, 3)"),
    "two outputs": ("keras.Model(row, [three(row), three(row)])", "a list of 2 outputs"),
    "a named output": ("keras.Model(row, {'scores': three(row)})", "a dict of 1 outputs"),
    "named inputs": (
        "keras.Model({'a': keras.Input((4,), name='a'), 'b': row}, three(row))",
        "keys ['a', 'b']",
    ),
    "an input of text": (
        "network(keras.Input((4,), dtype='string'), layers.StringLookup(vocabulary=['x']))",
        "string",
    ),
    "code": ("network(row, layers.Lambda(lambda x: x), three)", "holds code of its own"),
    "a file that is too large": ("network(row, layers.Dense(9000), three)", "bytes"),
}


@pytest.mark.tensorflow
@pytest.mark.parametrize(("model", "words"), BROKEN.values(), ids=BROKEN)
def test_a_model_that_is_not_what_was_agreed_fails(probe: Any, model: str, words: str) -> None:
    program = f"{BEGINNING}({model}).save('model.keras')\n"

    verdict = check().judge(probe(check(), program, reload=True))

    assert verdict.status is Status.FAILED
    assert words in verdict.received


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("takes", "model"),
    [
        (ROW, "network(row, three)"),
        (ROW, "network(row, layers.Rescaling(2.0), layers.Dense(8), three, layers.Softmax())"),
        (
            {"": Tensor(shape=(), dtype="string")},
            "network(keras.Input((), dtype='string'), "
            "layers.TextVectorization(vocabulary=['good', 'bad'], output_sequence_length=4), "
            "layers.Embedding(4, 8), layers.GlobalAveragePooling1D(), three)",
        ),
        (
            {
                "age": Tensor(shape=(1,), dtype="float32"),
                "job": Tensor(shape=(1,), dtype="string"),
            },
            "(lambda age, job: keras.Model({'age': age, 'job': job}, three(layers.Concatenate()("
            "[age, layers.StringLookup(vocabulary=['x'], output_mode='one_hot')(job)]))))"
            "(keras.Input((1,), name='age'), keras.Input((1,), name='job', dtype='string'))",
        ),
    ],
    ids=["a layer", "other layers", "text", "columns"],
)
def test_whatever_the_model_is_made_of(probe: Any, takes: Any, model: str) -> None:
    asked = check(takes=takes)

    verdict = asked.judge(probe(asked, f"{BEGINNING}({model}).save('model.keras')\n", reload=True))

    assert verdict.status is Status.PASSED, verdict.received


@pytest.mark.tensorflow
def test_a_lite_file_is_asked_as_well(probe: Any) -> None:
    asked = check(artifact="model.tflite")
    program = f"""{BEGINNING}
converter = tf.lite.TFLiteConverter.from_keras_model(network(row, three))
open("model.tflite", "wb").write(converter.convert())
"""

    verdict = asked.judge(probe(asked, program, reload=True))

    assert verdict.status is Status.PASSED, verdict.received
