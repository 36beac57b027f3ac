"""Inputs of an integer model that are cast and not quantised."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import input_not_quantized as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

INTEGERS = "converter.inference_input_type = tf.int8\n"


def converted(given: str, *, set_up: str = INTEGERS, high: float = 1.0) -> Evidence:
    call = Call(name="TFLiteConverter.convert", line=1, arguments={"low": 0.0, "high": high})
    return evidence(program=f"{set_up}{given}", calls=[call])


@pytest.mark.parametrize(
    "cast",
    [
        "x.astype(np.int8)",
        "x.astype('int8')",
        "x[i:i + 1].astype(details['dtype'])",
        "np.int8(x)",
        "tf.cast(x, tf.int8)",
        "np.array(x, dtype=np.uint8)",
    ],
)
def test_fires_at_the_cast(cast: str) -> None:
    finding = diagnosis.match(converted(f"interpreter.set_tensor(0, {cast})\n"))

    assert finding is not None
    assert finding.line == 2
    assert "from 0 to 1" in finding.evidence


def test_fires_at_the_cast_behind_a_name() -> None:
    made = "row = x[:1].astype(np.int8)\nrow = np.expand_dims(row, 0)\n"
    program = f"{made}interpreter.set_tensor(0, row)\n"

    finding = diagnosis.match(converted(program))

    assert finding is not None
    assert finding.line == 2


def test_fires_whatever_the_inputs_were_made_of() -> None:
    program = "x = rng.random((9, 4)) * 0.5\ninterpreter.set_tensor(0, x[:1].astype(np.int8))\n"

    finding = diagnosis.match(converted(program))

    assert finding is not None
    assert finding.line == 3


@pytest.mark.parametrize(
    "seen",
    [
        converted("interpreter.set_tensor(0, x.astype(np.uint8))\n", high=255.0),
        converted("interpreter.set_tensor(0, x.astype(np.float32))\n"),
        converted("interpreter.set_tensor(0, x.astype(np.int8))\n", set_up="\n"),
        converted(
            "s, z = details['quantization']\n"
            "interpreter.set_tensor(0, (x / s + z).astype(np.int8))\n"
        ),
        converted("interpreter.set_tensor(0, (x * 255 - 128).astype(np.int8))\n"),
    ],
    ids=["stored pixels", "floats", "a model that takes floats", "quantised", "by its own numbers"],
)
def test_is_silent_on(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None
