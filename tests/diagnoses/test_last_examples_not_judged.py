"""Examples that evaluation drops."""

from typing import Any

import pytest
from piped import fit, network, pipeline, seen

from etude.diagnoses.catalogue import last_examples_not_judged
from etude.domain.observations import Call, Data

FIFTY = {"elements": 50}


def judged(stages: str, *, elements: int = 50, batch: int = 32, **more: Any) -> Data:
    return pipeline(
        f"from_tensor_slices {stages}",
        role="evaluate",
        from_tensor_slices={"elements": elements},
        batch={"batch_size": batch, "drop_remainder": True},
        **more,
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (judged("map batch prefetch"), "drops 18 of 50 examples"),
        (judged("take batch", elements=100, take={"count": 40}), "drops 8 of 40 examples"),
    ],
)
def test_counts_them(data: Data, words: str) -> None:
    call = Call(name="Model.evaluate", line=9, data=data)

    finding = last_examples_not_judged.match(seen(calls=[call]))

    assert finding is not None
    assert words in finding.evidence


def test_looks_at_validation_data_and_not_at_training_data() -> None:
    data = judged("batch")

    assert last_examples_not_judged.match(seen(fits=[fit(network(), data, data)])) is not None
    assert last_examples_not_judged.match(seen(fits=[fit(network(), data)])) is None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(judged("batch", elements=64), id="full batches"),
        pytest.param(judged("filter batch"), id="a number nobody knows"),
        pytest.param(judged("batch unbatch batch"), id="batches of something else"),
        pytest.param(judged("batch", elements=10_001, batch=100), id="one in ten thousand"),
        pytest.param(
            pipeline(
                "from_tensor_slices batch", from_tensor_slices=FIFTY, batch={"batch_size": 32}
            ),
            id="nothing dropped",
        ),
    ],
)
def test_is_silent_on(data: Data) -> None:
    call = Call(name="Model.evaluate", line=9, data=data)

    assert last_examples_not_judged.match(seen(calls=[call])) is None
