"""Sizes that a division made into fractions."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import size_has_a_fraction as diagnosis

DIMENSION = "Found invalid dimension '6.0' of type '<class 'float'>'."
ENTRY = "Found invalid entry '6.0' of type '<class 'float'>'."
UNITS = "Received an invalid value for `units`, expected a positive integer. Received: units=4.0"
STEPS = "'float' object cannot be interpreted as an integer"


@pytest.mark.parametrize(
    ("program", "message", "line", "change"),
    [
        ("\n\nw = self.add_weight(shape=[n / 2, n / 2])\n", DIMENSION, 3, "n // 2"),
        ("half = n / 2\n\nw = self.add_weight(shape=(half, 4))\n", DIMENSION, 1, "n // 2"),
        ("\n\nlayers.Dense(width / 2)\n", ENTRY, 3, "width // 2"),  # Keras 3.6
        ("\n\nlayers.Dense(width / 4)\n", UNITS, 3, "width // 4"),
        ("\n\nmodel.fit(x / 255, y, steps_per_epoch=len(x) / 32)\n", STEPS, 3, "len(x) // 32"),
    ],
)
def test_fires_at_the_division(program: str, message: str, line: int, change: str) -> None:
    finding = diagnosis.match(failed(program, message))

    assert finding is not None
    assert finding.line == line
    assert finding.change.endswith(change)


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("\n\nlayers.Dense(2.5)\n", UNITS),
        ("\n\nlayers.Dense(width / 4)\n", "something else"),
        ("\n\nmodel.fit(x / 255, y, epochs=many)\n", STEPS),
        ("\n\nmodel.fit(x=x / 255, y=y, epochs=many)\n", STEPS),
    ],
    ids=["no division", "another message", "only the data are divided", "data by name"],
)
def test_is_silent_on(program: str, message: str) -> None:
    assert diagnosis.match(failed(program, message)) is None
