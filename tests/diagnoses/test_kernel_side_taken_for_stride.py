"""Sides of a kernel that became a stride."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import kernel_side_taken_for_stride as diagnosis


@pytest.mark.parametrize(
    "written", ["Conv2D(32, 3, 3, activation='relu')", "layers.Convolution2D(n, 5, 5)"]
)
def test_fires_at_the_layer(written: str) -> None:
    finding = diagnosis.match(evidence(program=f"x = 1\nmodel.add({written})\n"))

    assert finding is not None
    assert finding.line == 2
    assert "the third argument is the stride" in finding.evidence


@pytest.mark.parametrize(
    "written",
    [
        *("Conv2D(32, (3, 3))", "Conv2D(32, 3, 2)", "Conv2D(96, 4, 4)", "Conv2D(32, 3, strides=3)"),
        *("Conv2D(32, 2, 2)", "Conv2D(32, 3)"),
    ],
)
def test_is_silent_on(written: str) -> None:
    assert diagnosis.match(evidence(program=f"model.add({written})\n")) is None
