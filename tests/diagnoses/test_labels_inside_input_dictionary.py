"""Dictionaries in the place of pairs."""

import pytest
from described import dense, model
from stopped import arrays, dataset, stopped

from etude.diagnoses.catalogue import labels_inside_input_dictionary as diagnosis
from etude.domain.observations import Data

NETWORK = model(dense(3), inputs=(None, 8))


def test_fires_with_the_map_that_makes_pairs() -> None:
    data = dataset("from_tensor_slices batch", image=[None, 8], label=[None])

    finding = diagnosis.match(stopped(NETWORK, data))

    assert finding is not None
    assert finding.line == 2
    assert 'lambda row: (row["image"], row["label"])' in finding.change


def test_fires_on_many_columns() -> None:
    data = dataset(age=[None], pay=[None], target=[None])

    finding = diagnosis.match(stopped(NETWORK, data))

    assert finding is not None
    assert '"target"' in finding.change


@pytest.mark.parametrize(
    "data",
    [
        dataset(x=[None, 8], y=[None]),
        dataset(age=[None], pay=[None]),
        arrays("predict", image=[32, 8], label=[32]),
    ],
    ids=["pairs", "no labels", "predict"],
)
def test_is_silent_on(data: Data) -> None:
    assert diagnosis.match(stopped(NETWORK, data)) is None
