"""Epochs that do not fit the data."""

from dataclasses import replace
from typing import Any

import pytest
from piped import network, pipeline, seen

from etude.diagnoses.catalogue import ran_out_of_data
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import INFINITE, UNKNOWN, Data, Fit, ShownWarning


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


def test_counts_the_batches_that_a_sequence_says_it_has() -> None:
    train = Data(role="fit", kind="other", type="DirectoryIterator", cardinality=7)

    finding = ran_out_of_data.match(fitted_on(train, steps_per_epoch=200, epochs=3))

    assert finding is not None
    assert "the data hold 7: every epoch ends before that" in finding.evidence
    assert "repeat" not in finding.change


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


def on_a_generator(
    *losses: float, warned: str = "Your input ran out of data", steps: int | None = 4
) -> Evidence:
    train = Data(role="fit", kind="other", type="generator")
    shown = fitted_on(train, steps_per_epoch=steps, epochs=3)
    fit = replace(shown.fits[0], epochs=[{"loss": loss} for loss in losses])
    return replace(shown, fits=[fit], warnings=[ShownWarning(message=warned, line=9)])


def test_fires_on_a_generator_that_ends() -> None:
    finding = ran_out_of_data.match(on_a_generator(0.7, 0.0, 0.6))

    assert finding is not None
    assert finding.line == 9
    assert "epoch 2 had no batch" in finding.evidence


def test_fires_on_a_generator_that_gives_fewer_batches_than_were_asked_for() -> None:
    finding = ran_out_of_data.match(on_a_generator(0.7, 0.5, 0.6))

    assert finding is not None
    assert "asked for 4 batches an epoch, 12 in all" in finding.evidence


def test_is_silent_on_a_generator_whose_end_is_the_end_of_an_epoch() -> None:
    assert ran_out_of_data.match(on_a_generator(0.7, 0.5, 0.6, steps=None)) is None
    assert ran_out_of_data.match(on_a_generator(0.7, 0.0, 0.6, warned="something else")) is None
