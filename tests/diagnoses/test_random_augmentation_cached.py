"""Random numbers below a cache."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import random_augmentation_cached
from etude.domain.observations import Data

RANDOM = {"ops": ["Shape", "StatelessRandomUniformV2", "ReverseV2"]}


def test_fires_at_the_cache() -> None:
    finding = random_augmentation_cached.match(
        seen(pipeline("slices map cache shuffle batch", map=RANDOM))
    )

    assert finding is not None
    assert finding.line == 3
    assert "map in line 2 draws random numbers" in finding.evidence


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pipeline("slices cache map batch", map=RANDOM), id="right order"),
        pytest.param(pipeline("slices map cache batch", map={"ops": ["ReverseV2"]}), id="fixed"),
        pytest.param(pipeline("slices map batch", map=RANDOM), id="not cached"),
        pytest.param(
            pipeline("slices map cache batch", map=RANDOM, shape=(None, 40)), id="no pictures"
        ),
        pytest.param(
            pipeline("slices map cache batch", map=RANDOM, role="validation data"), id="validation"
        ),
    ],
)
def test_is_silent_when(data: Data) -> None:
    assert random_augmentation_cached.match(seen(data)) is None
