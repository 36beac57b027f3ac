"""Planes of colour that are counted off as pixels."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import axes_reshaped_not_transposed as diagnosis

PLANES = "rows = np.zeros((n, 3, 32, 32))\n"


@pytest.mark.parametrize(
    "reshaped",
    [
        "x = rows.reshape(-1, 32, 32, 3)\n",
        "x = rows.reshape((len(rows), 32, 32, 3)) / 255\n",
        "x = np.reshape(rows, (-1, 32, 32, 3))\n",
        "x = tf.reshape(rows, [-1, 32, 32, 3])\n",
    ],
)
def test_fires_at_the_reshape(reshaped: str) -> None:
    finding = diagnosis.match(evidence(program=PLANES + reshaped))

    assert finding is not None
    assert finding.line == 2
    assert "transpose(0, 2, 3, 1)" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        PLANES + "x = rows.transpose(0, 2, 3, 1).reshape(-1, 32, 32, 3)\n",
        "rows = np.zeros((n, 3072))\nx = rows.reshape(-1, 32, 32, 3)\n",
        PLANES + "x = rows.reshape(-1, 28, 28, 3)\n",
        "rows = np.zeros((n, 3, 4, 4))\nx = rows.reshape(-1, 4, 4, 3)\n",
    ],
    ids=["transposed", "order not known", "another size", "no pictures"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None
