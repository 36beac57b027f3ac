"""Axes that should have changed places."""

import pytest
from described import evidence
from trained import arrays, trained

from etude.diagnoses.catalogue import axes_reshaped_not_transposed as diagnosis

MADE = "x = rng.normal(size=(n, sensors, steps))\n"


@pytest.mark.parametrize(
    "program",
    [
        MADE + "x = x.reshape(n, steps, sensors)\n",
        MADE + "x = np.reshape(x, (n, steps, sensors))\n",
        "x = np.random.randn(40, 5, 30)\nx = x.reshape((40, 30, 5))\n",
        "x = load()\nx = x.reshape(x.shape[0], x.shape[2], x.shape[1])\n",
    ],
)
def test_fires_at_reshape(program: str) -> None:
    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 2
    assert finding.change.endswith("x.transpose(0, 2, 1)")


@pytest.mark.parametrize(
    "program",
    [
        MADE + "x = x.transpose(0, 2, 1)\n",
        MADE + "x = x.reshape(n, sensors, steps)\n",
        MADE + "x = x.reshape(n, -1)\n",
        MADE + "x = x.reshape(n * steps, sensors)\n",
        "x = load()\nx = x.reshape(x.shape[0], x.shape[1], 1)\n",
        "x = np.zeros((n, steps, 1))\nx = x.reshape(n, 1, steps)\n",
        "x = np.transpose(np.zeros((n, f, t)), (0, 2, 1))\nx = x.reshape(n, t, f)\n",
        "x = np.arange(12)\nx = x.reshape(3, 4)\n",
    ],
)
def test_is_silent_on_other_shapes(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None


STACKED = "temp = np.cumsum(rng.normal(size=(n, steps)), axis=1)\n"


@pytest.mark.parametrize(
    ("stack", "shape"),
    [
        ("np.stack([temp, rain, wind], axis=1)", "(n, steps, 3)"),
        ("np.stack([temp, rain])", "(n, steps, 2)"),
    ],
)
def test_fires_on_stacked_arrays(stack: str, shape: str) -> None:
    finding = diagnosis.match(evidence(program=f"{STACKED}x = {stack}\nx = x.reshape({shape})\n"))

    assert finding is not None
    assert finding.line == 3


def test_is_silent_on_arrays_stacked_where_they_belong() -> None:
    program = f"{STACKED}x = np.stack([temp, rain, wind], axis=-1)\nx = x.reshape((n, steps, 3))\n"

    assert diagnosis.match(evidence(program=program)) is None


COLLECTED = """\
STEPS, SENSORS = 80, 3
segments = []
for i in range(0, len(table) - STEPS, 20):
    xs = table["x"].values[i : i + STEPS]
    ys = table["y"].values[i : i + STEPS]
    segments.append([xs, ys, table["z"].iloc[i : i + STEPS].to_numpy()])
x = np.asarray(segments, dtype="float32")
x = x.reshape(-1, STEPS, SENSORS)
"""
WINDOWS = trained(train=arrays(rows=60, shape=(80, 3)))
AT_ONCE = COLLECTED.replace('"float32")\nx = x.resh', '"float32").resh')


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (COLLECTED, 8),
        (AT_ONCE, 7),
        (COLLECTED.replace("SENSORS)\n", "3)\n"), 8),
        (COLLECTED.replace("[xs", "np.vstack([xs").replace("()])", "()]))"), 8),
    ],
    ids=["in two steps", "at once", "with a number", "one above the other"],
)
def test_fires_on_stretches_that_were_collected_side_by_side(program: str, line: int) -> None:
    finding = diagnosis.match(evidence(fits=[WINDOWS], program=program))

    assert finding is not None
    assert finding.line == line
    assert "line 6 collects 3 stretches at a time" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        COLLECTED.replace("reshape(-1, STEPS, SENSORS)", "reshape(-1, SENSORS, STEPS)"),
        COLLECTED.replace("x = x.resh", "x = x.transpose(0, 2, 1).resh"),
        COLLECTED.replace("append([", "append(np.stack([").replace(
            "numpy()])", "numpy()], axis=1))"
        ),
        COLLECTED.replace("append([", "append(np.column_stack([").replace(
            "numpy()])", "numpy()]))"
        ),
        COLLECTED.replace("[i : i + STEPS]", "[i]"),
    ],
    ids=["sensors first", "transposed", "stacked behind", "as columns", "single values"],
)
def test_is_silent_on_collected(program: str) -> None:
    assert diagnosis.match(evidence(fits=[WINDOWS], program=program)) is None
