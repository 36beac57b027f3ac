"""A series compared with a rolled copy, whose first values are its last ones."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import roll_wraps_around


@pytest.mark.parametrize(
    "program",
    [
        "naive = np.abs(series - np.roll(series, 1)).mean()",
        "before = np.roll(series, 1)\nsteps = series - before",
        "change = tf.roll(series, 7, axis=0) - series",
    ],
)
def test_fires_on(program: str) -> None:
    finding = roll_wraps_around.match(evidence(program=program))

    assert finding is not None
    assert finding.line == program.count("\n") + 1
    assert finding.about == "series"


@pytest.mark.parametrize(
    "program",
    [
        "steps = (series - np.roll(series, 1))[1:]",
        "steps = series - np.roll(series, 1)\nprint(steps[1:].mean())",
        "before = np.roll(series, 1)\nbefore[0] = series[0]\nsteps = series - before",
        "steps = series[1:] - np.roll(series, 1)[1:]",
        "shifted = np.roll(picture, 3, axis=0)",
        "apart = angles - np.roll(others, 1)",
    ],
)
def test_is_silent_on(program: str) -> None:
    assert roll_wraps_around.match(evidence(program=program)) is None
