"""Conv2D(3, 32) where Conv2D(32, 3) was meant."""

import pytest
from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import filters_and_kernel_size_swapped as diagnosis


def test_fires_at_the_layer_and_offers_the_other_order() -> None:
    of = model(layer("Conv2D", filters=3, kernel_size=[32, 32], line=5), dense(10))

    finding = diagnosis.match(evidence(models=[of]))

    assert finding is not None
    assert finding.line == 5
    assert "Conv2D(3, 32) has 3 filters 32 pixels wide" in finding.evidence
    assert "Conv2D(32, 3)" in finding.change


@pytest.mark.parametrize(
    ("filters", "size", "strides"),
    [
        pytest.param(32, [3, 3], [1, 1], id="as usual"),
        pytest.param(3, [9, 9], [1, 1], id="a picture as output"),
        pytest.param(192, [16, 16], [16, 16], id="patches of a transformer"),
        pytest.param(3, [16, 16], [16, 16], id="three numbers for each patch"),
        pytest.param(8, [16, 16], [1, 1], id="eight wide filters"),
        pytest.param(1, [1, 64], [1, 1], id="a filter along one axis"),
        pytest.param(1, [1, 1], [1, 1], id="a mask"),
    ],
)
def test_is_silent_on_sizes_that_are_meant(
    filters: int, size: list[int], strides: list[int]
) -> None:
    of = model(layer("Conv2D", filters=filters, kernel_size=size, strides=strides), dense(10))

    assert diagnosis.match(evidence(models=[of])) is None


def test_is_silent_on_a_long_filter_over_a_series() -> None:
    of = model(layer("Conv1D", filters=4, kernel_size=[64]), dense(1))

    assert diagnosis.match(evidence(models=[of])) is None
