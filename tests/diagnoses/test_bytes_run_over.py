"""Subtractions that stay bytes."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import bytes_run_over

MADE = 'pictures = rng.integers(0, 256, (9, 8, 8)).astype("uint8")\n'
LOADED = "(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()\n"


@pytest.mark.parametrize(
    "program",
    [
        MADE + "pictures = pictures - 128\n",
        MADE + "pictures = (pictures - 127) / 128.0\n",
        "pictures = np.zeros((4, 8, 8), dtype=np.uint8)\nout = pictures - 1\n",
    ],
)
def test_points_at_the_subtraction(program: str) -> None:
    finding = bytes_run_over.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 2
    assert "pictures holds bytes" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        MADE + "out = pictures - 127.5\n",
        MADE + 'pictures = pictures.astype("float32")\nout = pictures - 128\n',
        MADE + "pictures = pictures / 255\nout = pictures - 1\n",
        "count = len(rows)\nlast = count - 1\n",
        LOADED + "classes = y_train - 1\n",
    ],
    ids=["a float", "floats before", "divided before", "no bytes", "labels"],
)
def test_is_silent_on(program: str) -> None:
    assert bytes_run_over.match(evidence(program=program)) is None
