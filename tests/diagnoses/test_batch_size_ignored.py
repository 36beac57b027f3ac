"""A batch size beside a dataset."""

from typing import Any

import pytest
from piped import network, pipeline, seen

from etude.diagnoses.catalogue import batch_size_ignored
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Fit

BATCHED = pipeline("slices shuffle batch prefetch", role="fit", batch={"batch_size": 32})


def fitted(train: Data, **arguments: Any) -> Evidence:
    return seen(fits=[Fit(index=0, line=9, model=network(), train=train, arguments=arguments)])


def test_says_where_the_batches_are_made() -> None:
    finding = batch_size_ignored.match(fitted(BATCHED, batch_size=64))

    assert finding is not None
    assert "batch_size=64, and the dataset's batches are made by batch(32) in line 3" in (
        finding.evidence
    )


def test_says_that_nothing_batches() -> None:
    finding = batch_size_ignored.match(fitted(pipeline("slices shuffle"), batch_size=64))

    assert finding is not None
    assert "single examples" in finding.evidence


@pytest.mark.parametrize(
    ("train", "batch_size"),
    [
        pytest.param(BATCHED, None, id="not given"),
        pytest.param(BATCHED, 32, id="the same number twice"),
        pytest.param(Data(role="fit", kind="arrays"), 64, id="arrays"),
    ],
)
def test_is_silent_with(train: Data, batch_size: int | None) -> None:
    assert batch_size_ignored.match(fitted(train, batch_size=batch_size)) is None
