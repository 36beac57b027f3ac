"""A batch of batches where a batch is wanted."""

from typing import Any

import pytest
from piped import fit, layers, network, pipeline, seen

from etude.diagnoses.catalogue import batched_twice
from etude.domain.observations import Data

NESTED = (None, None, 96, 96, 3)
MODEL = network(*layers("InputLayer", "Conv2D"))


def given(stages: str, **more: Any) -> Data:
    return pipeline(stages, role="fit", **{"shape": NESTED, **more})


def test_fires_at_the_second_batch() -> None:
    data = given("slices batch map batch", batch={"batch_size": 32})

    finding = batched_twice.match(seen(fits=[fit(MODEL, data)]))

    assert finding is not None
    assert finding.line == 4
    assert finding.evidence == (
        "batch(32) in line 2 and batch(32) in line 4 both batch, so the inputs have the shape "
        "(None, None, 96, 96, 3)"
    )


def test_fires_when_a_check_wanted_one_axis_less() -> None:
    data = pipeline("slices batch batch", shape=NESTED)
    facts = {"wanted_ranks": {"0": 4, "1": 1}, "data": {"role": "training data"}}

    assert batched_twice.match(seen(data, refused=facts)) is not None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(given("slices batch", shape=(None, 96, 96, 3)), id="once"),
        pytest.param(
            given("slices batch unbatch batch", shape=(None, 96, 96, 3)), id="taken apart"
        ),
        pytest.param(given("slices batch rebatch", shape=(None, 96, 96, 3)), id="joined anew"),
        pytest.param(given("slices batch"), id="a batch of clips"),
        pytest.param(given("slices batch map batch", shape=(None, 96, 96, 3)), id="clips"),
    ],
)
def test_is_silent_when(data: Data) -> None:
    assert batched_twice.match(seen(fits=[fit(MODEL, data)])) is None


def test_is_silent_when_the_model_wants_both_axes() -> None:
    video = network(*layers("InputLayer", "ConvLSTM2D"), inputs=NESTED)

    assert batched_twice.match(seen(fits=[fit(video, given("slices batch batch"))])) is None


def test_is_silent_without_anything_that_says_how_many_axes_are_wanted() -> None:
    assert batched_twice.match(seen(pipeline("slices batch batch", shape=NESTED))) is None
