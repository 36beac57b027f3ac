"""As many numbers, in another arrangement."""

from collections.abc import Sequence

import pytest
from described import dense, layer, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import targets_arranged_otherwise as diagnosis
from etude.domain.finding import Finding


def found(units: int, target: Sequence[int]) -> Finding | None:
    of = model(layer("Flatten"), dense(units, line=7), loss="mse", inputs=(None, 8, 8))
    data = arrays(x=[32, 8, 8], y=[32, *target])
    return diagnosis.match(stopped(of, data, "Dimensions must be equal, but are 8 and 64"))


def test_fires_at_the_last_layer() -> None:
    finding = found(64, [8, 8])

    assert finding is not None
    assert finding.line == 7
    assert "the output has the shape (None, 64) and the targets (32, 8, 8)" in finding.evidence
    assert "Reshape((8, 8))" in finding.change


@pytest.mark.parametrize(
    ("units", "target"), [(64, [64]), (10, [8, 8]), (1, [1, 1])], ids=["alike", "fewer", "one"]
)
def test_is_silent_on(units: int, target: Sequence[int]) -> None:
    assert found(units, target) is None
