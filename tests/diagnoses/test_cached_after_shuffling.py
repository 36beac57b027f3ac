"""A cache that freezes the order."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import cached_after_shuffling
from etude.diagnoses.diagnose import diagnose
from etude.domain.observations import Data


def test_fires_at_the_cache() -> None:
    data = pipeline("slices shuffle map cache batch", shuffle={"buffer_size": 99})

    finding = cached_after_shuffling.match(seen(data))

    assert finding is not None
    assert finding.line == 4
    assert finding.evidence == "cache in line 4 comes after shuffle(99) in line 2"


def test_quotes_what_two_passes_showed() -> None:
    facts = {"order": {"same_order": True, "same_batches": True}}

    finding = cached_after_shuffling.match(
        seen(pipeline("slices shuffle cache batch"), refused=facts)
    )

    assert finding is not None
    assert finding.evidence.endswith("two passes gave the same order")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pipeline("slices cache shuffle batch"), id="right order"),
        pytest.param(pipeline("slices shuffle batch cache shuffle"), id="shuffled again"),
        pytest.param(pipeline("slices cache batch"), id="not shuffled"),
        pytest.param(pipeline("slices shuffle batch take cache repeat"), id="a part that is kept"),
        pytest.param(pipeline("slices shuffle batch"), id="not cached"),
        pytest.param(
            pipeline(
                "slices shuffle skip cache batch", shuffle={"reshuffle_each_iteration": False}
            ),
            id="one order for ever",
        ),
        pytest.param(
            pipeline("slices shuffle cache batch", role="validation data"), id="validation"
        ),
    ],
)
def test_is_silent_when(data: Data) -> None:
    assert cached_after_shuffling.match(seen(data)) is None


def test_a_buffer_that_is_too_small_for_sorted_classes_is_a_fault_of_its_own() -> None:
    by_class = {"elements": 300, "labels": 3, "label_runs": 3}
    data = pipeline(
        "slices shuffle cache batch", slices=by_class, shuffle={"buffer_size": 20, "elements": 300}
    )

    found = diagnose(seen(data))

    names = {finding.diagnosis: finding.consequences for finding in found}
    assert names["cached_after_shuffling"] == []
    assert "not_shuffled" in names
