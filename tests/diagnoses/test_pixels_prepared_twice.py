"""Pixels that have been through it before."""

from collections.abc import Callable

import pytest
from piped import seen

from etude.diagnoses.catalogue import pixels_prepared_twice
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call


def prepared(*ranges: tuple[float, float], dtype: str = "float32") -> Evidence:
    calls = [
        Call(
            name="preprocess_input", line=line, arguments={"low": low, "high": high, "dtype": dtype}
        )
        for line, (low, high) in enumerate(ranges, start=4)
    ]
    return seen(calls=calls)


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        ([(0, 255), (-1, 1)], "after line 4 has written over them"),
        ([(0, 255), (-123, 151)], "no picture has pixels below 0"),
        ([(0, 1)], "divided by 255 before"),
    ],
)
def test_says_what_the_pixels_have_been_through(
    ranges: list[tuple[float, float]], words: str
) -> None:
    finding = pixels_prepared_twice.match(prepared(*ranges))

    assert finding is not None
    assert finding.line == 3 + len(ranges)
    assert words in finding.evidence


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param(prepared((0, 255), (0, 251)), id="two sets of pictures"),
        pytest.param(prepared((0, 0)), id="black pictures"),
        pytest.param(prepared((0, 1), dtype="uint8"), id="a mask"),
        pytest.param(
            seen(calls=[Call(name="preprocess_input", arguments={"mode": "tf"})]), id="map"
        ),
    ],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert pixels_prepared_twice.match(evidence) is None


@pytest.mark.tensorflow
def test_a_tensor_is_not_written_over(evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of("""
import keras
import tensorflow as tf
prepare = keras.applications.vgg16.preprocess_input
pictures = tf.random.uniform((2, 8, 8, 3), 0, 255)
print(prepare(pictures), prepare(pictures))
data = tf.data.Dataset.from_tensors(pictures).map(prepare)
inputs = keras.Input((8, 8, 3))
model = keras.Model(inputs, prepare(inputs))
""")

    modes = [call.arguments["mode"] for call in evidence.calls_of("preprocess_input")]
    assert not evidence.errors
    assert modes == ["caffe"] * 4
    assert pixels_prepared_twice.match(evidence) is None
