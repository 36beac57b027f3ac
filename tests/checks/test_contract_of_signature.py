"""The contract of a SavedModel is kept by its signature, that of a LiteRT file by its ends."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.element_spec import Tensor
from etude.checks.saved_contract import SavedContract
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]

GIVES = Tensor(shape=(1,), dtype="float32")
TABLE = SavedContract(
    artifact="served/",
    takes={"weight": Tensor(dtype="float32"), "power": Tensor(dtype="float32")},
    gives=GIVES,
    most_bytes=1_000_000,
)
PICTURES = SavedContract(
    artifact="served/",
    takes={"": Tensor(shape=(4, 4), dtype="uint8")},
    gives=Tensor(shape=(16,), dtype="float32"),
    most_bytes=1_000_000,
)

COLUMNS = """
import keras
inputs = {name: keras.Input((1,), name=name) for name in ("weight", "power")}
joined = keras.layers.Concatenate()(list(inputs.values()))
keras.Model(inputs, keras.layers.Dense(1)(joined)).export("served", verbose=False)
"""
A_SIGNATURE_OF_ITS_OWN = """
import tensorflow as tf
numbers = tf.TensorSpec([None], tf.float32)
class Adds(tf.Module):
    @tf.function(input_signature=[numbers, numbers])
    def serve(self, weight, power):
        return {"sum": tf.expand_dims(weight + power, 1)}
adds = Adds()
tf.saved_model.save(adds, "served", signatures={"serving_default": adds.serve})
"""
BYTES = """
import keras
pixels = keras.Input((4, 4), dtype="uint8")
rows = keras.layers.Rescaling(1 / 255)(keras.layers.Flatten()(pixels))
keras.Model(pixels, rows).export("served", verbose=False)
"""
NO_MODEL = "import os; os.mkdir('served'); open('served/notes.txt', 'w').write('none')"


def test_what_it_gives_is_told_as_it_came() -> None:
    verdict = TABLE.judge({"came": "float32 (3, 2)", "bytes": 10})

    assert (verdict.expected, verdict.received) == (
        "float32 (3, 1) for a batch of 3",
        "float32 (3, 2)",
    )


def test_what_is_too_large_breaks_the_contract() -> None:
    verdict = TABLE.judge({"came": "float32 (3, 1)", "bytes": 1_000_001})

    assert verdict.expected == "served/ in at most 1,000,000 bytes"
    assert verdict.received == "1,000,001 bytes"


@pytest.mark.tensorflow
@pytest.mark.parametrize("program", [COLUMNS, A_SIGNATURE_OF_ITS_OWN])
def test_a_folder_is_asked_by_the_names_of_its_signature(probe: Probe, program: str) -> None:
    found = probe(TABLE, program, reload=True)

    assert TABLE.judge(found).status is Status.PASSED
    assert found["bytes"] > 1000


@pytest.mark.tensorflow
def test_a_folder_that_takes_bytes_is_asked_with_bytes(probe: Probe) -> None:
    assert PICTURES.judge(probe(PICTURES, BYTES, reload=True)).status is Status.PASSED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("program", "received"),
    [
        (BYTES.replace('dtype="uint8"', ""), "float32 (None, 4, 4), and was given uint8 (3, 4, 4)"),
        (BYTES.replace("(4, 4)", "(5, 4)"), "uint8 (None, 5, 4), and was given uint8 (3, 4, 4)"),
        (COLUMNS, "its signature takes"),
        (NO_MODEL, "served/ is no SavedModel"),
    ],
)
def test_a_signature_for_something_else_says_what_it_takes(
    probe: Probe, program: str, received: str
) -> None:
    verdict = PICTURES.judge(probe(PICTURES, program, reload=True))

    assert verdict.status is Status.FAILED
    assert received in verdict.received


@pytest.mark.tensorflow
def test_a_folder_without_a_serving_signature_is_told_which_it_has(probe: Probe) -> None:
    program = A_SIGNATURE_OF_ITS_OWN.replace("serving_default", "sum")

    verdict = TABLE.judge(probe(TABLE, program, reload=True))

    assert "no signature 'serving_default', which servers call; it has: sum" in verdict.received
