"""Epochs that do not fit the data."""

from dataclasses import replace
from typing import Any

import pytest
from piped import network, pipeline, seen

from etude.diagnoses.catalogue import ran_out_of_data
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import INFINITE, UNKNOWN, Data, Fit


def fitted(batches: int, **arguments: Any) -> Evidence:
    train = replace(pipeline("slices batch", role="fit"), cardinality=batches)
    return fitted_on(train, **arguments)


def fitted_on(train: Data, **arguments: Any) -> Evidence:
    fit = Fit(index=0, line=9, model=network(), train=train, arguments=arguments)
    return seen(fits=[fit])


@pytest.mark.parametrize(
    ("batches", "steps", "words"),
    [
        (5, 4, "every second epoch gets only 1"),
        (7, 3, "one epoch in 3 gets only 1"),
        (5, 10, "every epoch ends before that"),
    ],
)
def test_says_what_becomes_of_the_epochs(batches: int, steps: int, words: str) -> None:
    finding = ran_out_of_data.match(fitted(batches, steps_per_epoch=steps, epochs=4))

    assert finding is not None
    assert f"asks for {steps} batches an epoch and the data hold {batches}" in finding.evidence
    assert words in finding.evidence


def test_counts_the_batches_of_arrays_without_the_rows_held_out() -> None:
    train = Data(role="fit", kind="arrays", cardinality=100)

    finding = ran_out_of_data.match(
        fitted_on(train, steps_per_epoch=7, epochs=2, batch_size=8, validation_split=0.2)
    )

    assert finding is not None
    assert "the data hold 10" in finding.evidence


@pytest.mark.parametrize(
    ("batches", "steps", "epochs"),
    [
        pytest.param(5, None, 4, id="no steps given"),
        pytest.param(5, 5, 4, id="one pass an epoch"),
        pytest.param(6, 3, 4, id="two epochs a pass"),
        pytest.param(9, 4, 2, id="enough for these epochs"),
        pytest.param(INFINITE, 4, 9, id="repeated"),
        pytest.param(UNKNOWN, 4, 9, id="not known"),
    ],
)
def test_is_silent_with(batches: int, steps: int | None, epochs: int) -> None:
    evidence = fitted(batches, steps_per_epoch=steps, epochs=epochs)

    assert ran_out_of_data.match(evidence) is None
