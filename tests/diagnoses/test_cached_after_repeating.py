"""cache after repeat."""

from dataclasses import replace

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import cached_after_repeating
from etude.domain.observations import INFINITE, UNKNOWN, Data


@pytest.mark.parametrize(
    ("count", "words"), [({}, "which has no end"), ({"count": 5}, "5 times the data")]
)
def test_says_how_much_is_kept(count: dict[str, int], words: str) -> None:
    data = pipeline("slices repeat batch cache", repeat=count)

    finding = cached_after_repeating.match(seen(data))

    assert finding is not None
    assert finding.line == 4
    assert words in finding.evidence


def test_two_endless_ones_side_by_side_have_no_end_either() -> None:
    data = replace(pipeline("slices repeat zip batch cache"), cardinality=INFINITE)

    assert cached_after_repeating.match(seen(data)) is not None


@pytest.mark.parametrize(
    "data",
    [
        pipeline("slices cache repeat batch"),
        pipeline("slices repeat take cache batch"),
        pipeline("slices repeat cache batch", repeat={"count": 1}),
        pipeline("slices repeat batch"),
        replace(pipeline("tensors repeat range zip map batch cache"), cardinality=13),
        replace(pipeline("tensors repeat range ZipDataset map cache"), cardinality=UNKNOWN),
    ],
)
def test_is_silent_when_the_cache_ends(data: Data) -> None:
    assert cached_after_repeating.match(seen(data)) is None


@pytest.mark.parametrize(("count", "fires"), [(3, False), (None, True)])
def test_copies_that_a_random_map_makes_different_are_kept_on_purpose(
    count: int | None, fires: bool
) -> None:
    data = pipeline("slices repeat map batch cache", repeat={"count": count})
    drawn = [
        replace(stage, ops=["StatelessRandomUniformV2"]) if stage.op == "map" else stage
        for stage in data.stages
    ]

    found = cached_after_repeating.match(seen(replace(data, stages=drawn)))

    assert (found is not None) is fires
