"""Validation data in another order on every pass."""

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import shuffled_validation

PROGRAM = "data\n.map(prepare)\n.shuffle(100)\n.batch(32)\n"
ROLE = "validation data"


def test_fires_at_a_shuffle_that_is_written_there() -> None:
    data = pipeline("slices map shuffle batch", role=ROLE)

    finding = shuffled_validation.match(seen(data, program=PROGRAM))

    assert finding is not None
    assert finding.line == 3


def test_a_readers_default_matters_only_when_a_check_says_so() -> None:
    data = pipeline("slices map shuffle batch", role=ROLE)
    facts = {"order": {"same_order": False}, "wants_fixed_order": True}

    assert shuffled_validation.match(seen(data)) is None
    assert shuffled_validation.match(seen(data, refused=facts)) is not None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pipeline("slices map batch", role=ROLE), id="not shuffled"),
        pytest.param(pipeline("slices shuffle shuffle cache batch", role=ROLE), id="cached"),
        pytest.param(
            pipeline(
                "slices map shuffle take batch",
                role=ROLE,
                shuffle={"reshuffle_each_iteration": False},
            ),
            id="one order for ever",
        ),
        pytest.param(
            pipeline("slices map shuffle batch", role=ROLE, shuffle={"buffer_size": 1}),
            id="a buffer of one changes nothing",
        ),
        pytest.param(pipeline("slices map shuffle batch"), id="training data"),
    ],
)
def test_is_silent_when(data: object) -> None:
    assert shuffled_validation.match(seen(data, program=PROGRAM)) is None  # type: ignore[arg-type]
