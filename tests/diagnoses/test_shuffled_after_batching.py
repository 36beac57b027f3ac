"""Batches shuffled instead of examples."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import shuffled_after_batching


def test_fires_at_the_shuffle() -> None:
    data = pipeline(
        "slices map batch shuffle", batch={"batch_size": 32}, shuffle={"buffer_size": 1000}
    )

    finding = shuffled_after_batching.match(seen(data))

    assert finding is not None
    assert finding.line == 4
    assert finding.evidence == "shuffle(1000) in line 4 comes after batch(32) in line 3"


def test_quotes_what_two_passes_showed() -> None:
    data = pipeline("slices batch shuffle")
    facts = {"order": {"same_batches": True, "same_order": False}}

    finding = shuffled_after_batching.match(seen(data, refused=facts))

    assert finding is not None
    assert finding.evidence.endswith("two passes gave the very same batches")


@pytest.mark.parametrize(
    ("program", "mild"),
    [
        ("pairs = read()\nrandom.shuffle(pairs)\n", True),
        ("table = read()\ntable = table.sample(frac=1)\n", True),
        ("rows = read()\nrows = rows[rng.permutation(len(rows))]\n", True),
        ("rows = rows[np.argsort(rows)]\n", False),
        ("data.shuffle(1000)\n", False),
    ],
)
def test_is_mild_where_the_program_mixed_the_rows_beforehand(program: str, mild: bool) -> None:
    data = pipeline("slices batch shuffle", slices={"elements": 300})

    finding = shuffled_after_batching.match(seen(data, program=program))

    assert finding is not None
    assert finding.mild is mild


@pytest.mark.parametrize(
    ("labels", "mild"),
    [
        ({"elements": 60_000, "labels": 10, "label_runs": 17_950}, True),
        ({"elements": 300, "labels": 2, "label_runs": 140}, True),
        ({"elements": 300, "labels": 3, "label_runs": 60}, False),
        ({"elements": 300, "labels": 280, "label_runs": 280}, False),
        ({"elements": 300}, False),
    ],
    ids=["digits", "two classes", "long stretches", "sorted numbers", "no classes"],
)
def test_is_mild_where_the_labels_were_seen_to_be_mixed(labels: dict[str, int], mild: bool) -> None:
    data = pipeline("slices batch cache shuffle", slices=labels)

    finding = shuffled_after_batching.match(seen(data))

    assert finding is not None
    assert finding.mild is mild


def test_is_no_small_thing_where_the_rows_come_class_by_class() -> None:
    sorted_rows = {"elements": 300, "labels": 3, "label_runs": 3}
    data = pipeline("slices batch shuffle", slices=sorted_rows)

    finding = shuffled_after_batching.match(seen(data, program="random.shuffle(names)\n"))

    assert finding is not None
    assert not finding.mild


MIXED_ONCE = "slices zip shuffle map batch cache shuffle prefetch"


def test_fires_on_cached_batches_that_a_check_has_seen_again() -> None:
    facts = {"order": {"same_batches": True, "same_order": False}}
    data = pipeline(MIXED_ONCE, shuffle_2={"buffer_size": 1000}, batch={"batch_size": 16})

    finding = shuffled_after_batching.match(seen(data, refused=facts))

    assert finding is not None
    assert finding.line == 7
    assert finding.evidence == (
        "cache in line 6 keeps what batch(16) in line 5 has put together, "
        "and shuffle(1000) in line 7 mixes whole "
        "batches: two passes gave the very same batches"
    )
    assert finding.change == "move cache and shuffle above batch: cache, shuffle, batch"


def test_fires_on_batches_that_stay_the_same_without_a_cache() -> None:
    facts = {"order": {"same_batches": True, "same_order": False}}
    data = pipeline("slices shuffle batch map shuffle")

    finding = shuffled_after_batching.match(seen(data, refused=facts))

    assert finding is not None
    assert finding.line == 5
    assert finding.evidence.startswith("shuffle in line 5 comes after batch in line 3")


@pytest.mark.parametrize(
    ("stages", "order"),
    [
        pytest.param(MIXED_ONCE, {"same_batches": True, "same_order": True}, id="same order"),
        pytest.param(MIXED_ONCE, {"same_batches": False, "same_order": False}, id="other batches"),
        pytest.param(
            "slices shuffle batch", {"same_batches": True, "same_order": False}, id="one shuffle"
        ),
    ],
)
def test_is_silent_on_a_refused_pipeline_of(stages: str, order: dict[str, bool]) -> None:
    given = seen(pipeline(stages), refused={"order": order})

    assert shuffled_after_batching.match(given) is None


@pytest.mark.parametrize(
    "stages",
    [
        pytest.param("slices shuffle batch", id="right order"),
        pytest.param("slices zip shuffle map batch cache shuffle prefetch", id="the tutorial's"),
        pytest.param("slices batch map shuffle batch", id="sequences cut by batch"),
        pytest.param("slices batch shuffle unbatch batch", id="split up again"),
        pytest.param("list_files map batch shuffle", id="files are shuffled"),
        pytest.param("range window flat_map shuffle batch", id="windows"),
        pytest.param("slices batch", id="not shuffled"),
        pytest.param("slices shuffle", id="not batched"),
    ],
)
def test_is_silent_when(stages: str) -> None:
    assert shuffled_after_batching.match(seen(pipeline(stages))) is None


def test_is_silent_about_validation_data() -> None:
    data = pipeline("slices batch shuffle", role="validation data")

    assert shuffled_after_batching.match(seen(data)) is None
