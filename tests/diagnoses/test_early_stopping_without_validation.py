"""A callback that waits for validation results which never come."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence
from followed import checkpoint, stopper
from trained import arrays, trained

from etude.diagnoses.catalogue import early_stopping_without_validation as diagnosis
from etude.domain.observations import Fit


def fit(*callbacks: Any, **fields: Any) -> Fit:
    return trained(loss=[1.0, 0.5], accuracy=[0.5, 0.6], callbacks=callbacks, **fields)


def test_fires_at_fit() -> None:
    finding = diagnosis.match(evidence(fits=[fit(stopper())]))

    assert finding is not None
    assert finding.line == 9
    assert 'EarlyStopping watches "val_loss"' in finding.evidence
    assert "all 2 epochs logged only loss and accuracy" in finding.evidence


def test_fires_on_a_checkpoint_of_the_best_epoch_too() -> None:
    assert diagnosis.match(evidence(fits=[fit(checkpoint())])) is not None


@pytest.mark.parametrize(
    "training",
    [
        fit(stopper(), validation=arrays(rows=4, role="validation")),
        fit(stopper(), arguments={"validation_split": 0.2}),
        fit(stopper(monitor="loss")),
        fit(checkpoint(save_best_only=False)),
        fit(),
        replace(fit(stopper()), epochs=[{"loss": 1.0, "val_loss": 1.0}]),
        replace(fit(stopper()), epochs=[]),
    ],
    ids=["data", "split", "training loss", "every epoch", "none", "own logs", "no epoch"],
)
def test_is_silent_on(training: Fit) -> None:
    assert diagnosis.match(evidence(fits=[training])) is None
