"""No prefetch where it is asked for, or where TensorFlow may not add it."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import not_prefetched
from etude.domain.observations import Data

ASKED = {"wants_prefetch": True, "data": [{"role": "training data"}]}


def test_fires_at_the_last_stage_when_a_check_asked() -> None:
    finding = not_prefetched.match(seen(pipeline("slices map batch"), refused=ASKED))

    assert finding is not None
    assert finding.line == 3
    assert finding.evidence == "the last stage of the training data is batch, not prefetch"


def test_points_out_a_prefetch_that_comes_too_early() -> None:
    finding = not_prefetched.match(seen(pipeline("slices prefetch map batch"), refused=ASKED))

    assert finding is not None
    assert "prefetch in line 2 comes before it" in finding.evidence


@pytest.mark.parametrize("option", ["autotune", "inject_prefetch", "apply_default_optimizations"])
def test_fires_when_options_keep_tensorflow_from_it(option: str) -> None:
    data = pipeline("slices with_options map batch", with_options={option: False})

    assert not_prefetched.match(seen(data)) is not None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pipeline("slices map batch"), id="TensorFlow adds it"),
        pytest.param(pipeline("slices with_options batch"), id="options that allow it"),
        pytest.param(
            pipeline("slices batch prefetch with_options", with_options={"autotune": False}),
            id="it is there",
        ),
    ],
)
def test_is_silent_when_nothing_is_lost(data: Data) -> None:
    assert not_prefetched.match(seen(data)) is None


def test_is_silent_when_the_check_was_content_with_this_one() -> None:
    data = pipeline("slices batch prefetch")

    assert not_prefetched.match(seen(data, refused=ASKED)) is None
