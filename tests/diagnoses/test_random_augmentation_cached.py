"""Random numbers below a cache."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import random_augmentation_cached
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data

RANDOM = {"ops": ["Shape", "StatelessRandomUniformV2", "ReverseV2"]}


def _refused(stages: str) -> Evidence:
    """A check saw the same pictures twice, with numbers drawn after the cache."""
    return seen(pipeline(stages, map=RANDOM), refused={"drawn": ["StatelessRandomUniformV2"]})


def test_fires_at_the_cache() -> None:
    finding = random_augmentation_cached.match(
        seen(pipeline("slices map cache shuffle batch", map=RANDOM))
    )

    assert finding is not None
    assert finding.line == 3
    assert "map in line 2 draws random numbers" in finding.evidence


def test_fires_at_the_map_that_a_check_saw_repeating_itself() -> None:
    found = random_augmentation_cached.match(_refused("slices cache map shuffle batch"))

    assert found is not None
    assert found.line == 3
    assert "shuffle between cache and the random map" in found.change


def test_is_silent_about_a_map_after_the_shuffle_whatever_a_check_says() -> None:
    assert random_augmentation_cached.match(_refused("slices cache shuffle map batch")) is None


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
