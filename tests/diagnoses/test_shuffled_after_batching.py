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
