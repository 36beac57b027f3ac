"""Scaled pixels that are made whole numbers."""

from dataclasses import replace

import pytest
from piped import arrays, seen

from etude.diagnoses.catalogue import scaled_pixels_cut_to_integers as diagnosis
from etude.diagnoses.evidence import Evidence


def given(program: str, *, mean: float = 0.0, high: int = 1) -> Evidence:
    data = arrays(0.0, high, dtype="uint8")
    sample = replace(data.sample[0], mean=mean, distinct=[0, 1] if high == 1 else None)
    return seen(replace(data, sample=[sample]), program=program)


@pytest.mark.parametrize(
    "program",
    [
        "x = (x / 255).astype('uint8')\n",
        "x = (x / 255.0).astype(np.uint8)\n",
        "x = tf.cast(x / 255, tf.uint8)\n",
        "x = np.array(x / 255, dtype=int)\n",
        "x = x // 255\n",
    ],
)
def test_fires_at_the_cast(program: str) -> None:
    finding = diagnosis.match(given("\n" + program, mean=0.004))

    assert finding is not None
    assert finding.line == 2
    assert "0.4% of them" in finding.evidence


def test_fires_at_a_cast_of_a_name_that_was_divided() -> None:
    finding = diagnosis.match(given("x = x / 255\ny = y.astype('int')\nx = x.astype('int')\n"))

    assert finding is not None
    assert finding.line == 3


@pytest.mark.parametrize(
    "evidence",
    [
        given("x = (x / 255).astype('uint8')\n", mean=0.3),
        given("x = (x / 255).astype('uint8')\n", high=255),
        given("x = (x / 255).astype('float32')\n"),
        given("x = (x / 255 * 9).astype('uint8')\n"),
        given("mask = x.astype('uint8')\n"),
    ],
    ids=["drawings", "other data", "fractions", "more steps", "nothing divided"],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert diagnosis.match(evidence) is None
