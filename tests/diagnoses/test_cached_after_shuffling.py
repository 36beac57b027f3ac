"""A cache that freezes the order."""

from dataclasses import replace

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import cached_after_shuffling
from etude.diagnoses.diagnose import diagnose
from etude.domain.observations import Call, Data, Fit, Model


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


MANY = {"elements": 300}
SORTED = MANY | {"labels": 3, "label_runs": 3}


@pytest.mark.parametrize(
    ("data", "mild"),
    [
        pytest.param(
            pipeline("slices shuffle cache batch", slices=MANY, shuffle={"buffer_size": 300}),
            True,
            id="all examples",
        ),
        pytest.param(
            pipeline(
                "slices batch shuffle cache",
                slices=MANY,
                batch={"batch_size": 32},
                shuffle={"buffer_size": 10},
            ),
            True,
            id="all batches",
        ),
        pytest.param(
            pipeline("slices shuffle cache batch", slices=MANY, shuffle={"buffer_size": 50}),
            True,
            id="some of them, and they were mixed before",
        ),
        pytest.param(
            pipeline("slices shuffle cache batch", slices=SORTED, shuffle={"buffer_size": 50}),
            False,
            id="some of them, class by class",
        ),
        pytest.param(
            pipeline("slices shuffle cache batch", shuffle={"buffer_size": 50}),
            True,
            id="nobody knows how many, nor that they were sorted",
        ),
        pytest.param(
            pipeline(
                "slices ParallelInterleaveDataset shuffle batch map cache",
                slices={"elements": 1},
                shuffle={"buffer_size": 50},
            ),
            True,
            id="rows of one file",
        ),
        pytest.param(
            pipeline(
                "list_files interleave shuffle cache batch",
                list_files={"elements": 1, "shuffle": False},
                shuffle={"buffer_size": 50},
            ),
            False,
            id="rows of so many files",
        ),
    ],
)
def test_is_mild_where_the_order_that_is_kept_is_a_mix_of(data: Data, mild: bool) -> None:
    finding = cached_after_shuffling.match(seen(data))

    assert finding is not None
    assert finding.mild is mild


def test_is_mild_where_a_reader_of_folders_has_shuffled_the_files() -> None:
    data = pipeline("slices shuffle batch cache", slices=MANY, shuffle={"buffer_size": 50})
    read = Call(name="text_dataset_from_directory", line=2)

    finding = cached_after_shuffling.match(replace(seen(data), calls=[read]))

    assert finding is not None
    assert finding.mild


@pytest.mark.parametrize(("epochs", "mild"), [(1, True), (5, False)])
def test_is_mild_where_no_model_sees_a_second_epoch(epochs: int, mild: bool) -> None:
    data = pipeline("slices shuffle cache batch", slices=SORTED, shuffle={"buffer_size": 50})
    fit = Fit(
        index=0,
        line=9,
        model=Model(name="m", key="1", kind="Sequential"),
        train=data,
        arguments={"epochs": epochs},
    )

    finding = cached_after_shuffling.match(seen(fits=[fit]))

    assert finding is not None
    assert finding.mild is mild


def test_is_no_small_thing_where_another_order_was_asked_for() -> None:
    data = pipeline("slices shuffle cache batch", slices=MANY, shuffle={"buffer_size": 300})
    facts = {"order": {"same_order": True, "same_batches": True}}

    finding = cached_after_shuffling.match(seen(data, refused=facts))

    assert finding is not None
    assert not finding.mild


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
