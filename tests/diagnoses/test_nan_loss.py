"""A loss or weights that are NaN."""

from dataclasses import replace

import pytest
from described import evidence
from trained import arrays, trained

from etude.diagnoses.catalogue import nan_loss as diagnosis

NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(("value", "word"), [(NAN, "nan"), (INF, "inf")])
def test_fires_at_compile_with_the_first_bad_epoch(value: float, word: str) -> None:
    fit = trained(loss=[1.0, value, value], train=arrays(rows=8, low=0.0, high=255.0))

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert finding.line == 2
    assert f"the loss is {word} from epoch 2 on" in finding.evidence
    assert "the inputs lie between 0 and 255" in finding.evidence
    assert finding.change.startswith("scale the inputs")


def test_fires_at_fit_when_the_inputs_have_gaps() -> None:
    finding = diagnosis.match(evidence(fits=[trained(loss=[NAN], train=arrays(rows=8, nan=3))]))

    assert finding is not None
    assert finding.line == 9
    assert "the first batch has 3 values that are NaN" in finding.evidence
    assert finding.change.startswith("fill or drop")


def test_fires_on_weights_behind_a_finite_loss() -> None:
    fit = trained(loss=[1.1], nan_weights=["dense/kernel"])

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert "1 weights hold NaN (dense/kernel), behind a finite loss" in finding.evidence


def test_is_silent_on_a_sound_training() -> None:
    assert diagnosis.match(evidence(fits=[trained(loss=[2.0, 1.0])])) is None


def test_is_silent_on_a_run_that_tries_learning_rates() -> None:
    epochs = [{"loss": 1.0, "learning_rate": 0.001}, {"loss": NAN, "learning_rate": 1.0}]

    assert diagnosis.match(evidence(fits=[replace(trained(loss=[1.0]), epochs=epochs)])) is None
