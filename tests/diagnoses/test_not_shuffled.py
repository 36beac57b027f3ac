"""Examples class by class, or in the same order for ever."""

from dataclasses import replace
from typing import Any

import pytest
from piped import arrays, fit, layers, network, pipeline, seen

from etude.diagnoses.catalogue import not_shuffled
from etude.domain.observations import Data

SORTED = {"elements": 300, "labels": 3, "label_runs": 3}
MIXED = {"elements": 300, "labels": 3, "label_runs": 198}


def sorted_pipeline(stages: str, **parameters: Any) -> Data:
    return pipeline(stages, from_tensor_slices=SORTED, **parameters)


def test_fires_on_sorted_data_at_the_batch() -> None:
    finding = not_shuffled.match(seen(sorted_pipeline("from_tensor_slices map batch")))

    assert finding is not None
    assert finding.line == 3
    assert finding.evidence == (
        "the 300 examples come class by class (3 classes), and nothing shuffles them"
    )


def test_fires_at_a_buffer_far_too_small() -> None:
    data = sorted_pipeline("from_tensor_slices shuffle batch", shuffle={"buffer_size": 50})

    finding = not_shuffled.match(seen(data))

    assert finding is not None
    assert finding.line == 2
    assert "shuffle(50) in line 2 reaches over 50 of them" in finding.evidence


def test_fires_on_files_listed_folder_by_folder() -> None:
    listed = {"elements": 90, "shuffle": False, "file_pattern": "pictures/*/*.jpg"}

    assert not_shuffled.match(seen(pipeline("list_files map batch", list_files=listed))) is not None


def test_fires_at_the_readers_own_argument() -> None:
    program = "data = keras.utils.image_dataset_from_directory(\n    folder,\n    shuffle=False)\n"
    data = sorted_pipeline("from_tensor_slices")
    one_line = data.stages[0].__class__(op="batch", line=1)
    data = Data(role=data.role, kind="dataset", stages=[data.stages[0], one_line], spec=data.spec)

    finding = not_shuffled.match(seen(data, program=program))

    assert finding is not None
    assert finding.line == 3


def seen_order(**order: Any) -> dict[str, Any]:
    known = {"same_order": False, "same_batches": False, "moved": 2.0, "first": 300}
    return {"order": known | order, "wants_shuffling": True}


def test_fires_when_two_passes_were_the_same_and_nothing_shuffles() -> None:
    data = pipeline("from_tensor_slices batch", from_tensor_slices=MIXED)

    finding = not_shuffled.match(seen(data, refused=seen_order(same_order=True)))

    assert finding is not None
    assert finding.evidence == "nothing shuffles them, and two passes gave the same order"


def test_fires_when_two_passes_hardly_differed() -> None:
    data = pipeline("from_tensor_slices shuffle batch", shuffle={"buffer_size": 4})

    finding = not_shuffled.match(seen(data, refused=seen_order()))

    assert finding is not None
    assert "an example moves by 2.0 places on average" in finding.evidence


def test_fires_at_a_shuffle_that_keeps_its_first_order() -> None:
    data = pipeline(
        "from_tensor_slices shuffle batch",
        shuffle={"buffer_size": 300, "reshuffle_each_iteration": False},
    )

    finding = not_shuffled.match(seen(data, refused=seen_order(same_order=True)))

    assert finding is not None
    assert finding.line == 2


def test_leaves_a_frozen_order_and_fixed_batches_to_others() -> None:
    frozen = pipeline("from_tensor_slices shuffle cache batch")
    batches = pipeline("from_tensor_slices batch shuffle")

    assert not_shuffled.match(seen(frozen, refused=seen_order(same_order=True))) is None
    assert not_shuffled.match(seen(batches, refused=seen_order(same_batches=True))) is None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            pipeline("from_tensor_slices batch", from_tensor_slices=MIXED), id="random order"
        ),
        pytest.param(
            pipeline("from_tensor_slices batch", from_tensor_slices={"elements": 9}),
            id="regression",
        ),
        pytest.param(
            sorted_pipeline("from_tensor_slices shuffle batch", shuffle={"buffer_size": 300}),
            id="shuffled",
        ),
        pytest.param(
            sorted_pipeline("from_tensor_slices shuffle batch", shuffle={"buffer_size": 200}),
            id="large enough",
        ),
        pytest.param(
            sorted_pipeline("from_tensor_slices window flat_map batch"), id="a time series"
        ),
        pytest.param(
            sorted_pipeline("from_tensor_slices sample_from_datasets batch"), id="mixed classes"
        ),
        pytest.param(sorted_pipeline("from_tensor_slices map"), id="not yet batched"),
        pytest.param(
            sorted_pipeline("from_tensor_slices batch", role="validation data"), id="validation"
        ),
        pytest.param(
            pipeline(
                "from_tensor_slices batch",
                from_tensor_slices={"elements": 12, "labels": 6, "label_runs": 12},
            ),
            id="few examples",
        ),
    ],
)
def test_is_silent_when(data: Data) -> None:
    assert not_shuffled.match(seen(data)) is None


def test_is_silent_about_arrays_which_fit_shuffles_itself() -> None:
    evidence = seen(fits=[fit(network(*layers("Dense")), arrays(0, 1))])

    assert not_shuffled.match(evidence) is None


def test_what_fit_was_given_counts_more_than_names() -> None:
    used = sorted_pipeline(
        "from_tensor_slices shuffle batch", role="fit", shuffle={"buffer_size": 300}
    )
    aside = sorted_pipeline("from_tensor_slices batch", role="training data in order")

    assert not_shuffled.match(seen(aside, fits=[fit(network(*layers("Dense")), used)])) is None


def test_fires_on_sorted_arrays_that_fit_is_told_not_to_shuffle() -> None:
    order = {"elements": 300, "labels": 3, "label_runs": 3}
    given = replace(fit(network(*layers("Dense")), arrays(0, 1)), arguments={"shuffle": False})
    in_blocks = replace(given, train=replace(given.train, label_order=order))
    mixed = replace(given, train=replace(given.train, label_order=order | {"label_runs": 180}))

    finding = not_shuffled.match(seen(fits=[in_blocks]))

    assert finding is not None
    assert "the 300 examples come class by class (3 classes)" in finding.evidence
    assert not_shuffled.match(seen(fits=[mixed])) is None


@pytest.mark.parametrize(
    ("split", "rows", "fires"), [(0, 300, False), (0.2, 240, False), (0, 150, True)]
)
def test_is_silent_where_one_batch_holds_all(split: float, rows: int, fires: bool) -> None:
    told = {"shuffle": False, "batch_size": rows, "validation_split": split}
    given = replace(fit(network(*layers("Dense")), arrays(0, 1)), arguments=told)
    order = {"elements": 300, "labels": 3, "label_runs": 3}
    whole = replace(given, train=replace(given.train, label_order=order))

    assert (not_shuffled.match(seen(fits=[whole])) is not None) is fires


def test_is_silent_about_a_pipeline_of_one_batch() -> None:
    whole = sorted_pipeline("from_tensor_slices batch", batch={"batch_size": 300})

    assert not_shuffled.match(seen(whole)) is None
