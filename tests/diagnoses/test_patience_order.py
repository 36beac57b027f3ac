"""Training that stops before its learning rate can fall."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence
from followed import callback, stopper
from trained import trained

from etude.diagnoses.catalogue import patience_order as diagnosis
from etude.domain.observations import Fit

PROGRAM = "x = 1\ny = 2\nslow = ReduceLROnPlateau(\n    patience=4)\n"


def slower(**options: Any) -> Any:
    given = {"monitor": "val_loss", "patience": 4}
    return callback("ReduceLROnPlateau", key="2", **(given | options))


def fit(*callbacks: Any, rates: tuple[float, ...] = (0.1, 0.1, 0.1)) -> Fit:
    epochs = [{"loss": 1.0, "val_loss": 1.0, "learning_rate": rate} for rate in rates]
    return replace(trained(loss=[1.0], callbacks=callbacks), epochs=epochs)


def test_fires_at_the_patience_of_the_one_that_never_acts() -> None:
    finding = diagnosis.match(
        evidence(fits=[fit(slower(), stopper(stopped_epoch=2))], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 4
    assert "EarlyStopping (patience=2) ended training after epoch 3" in finding.evidence
    assert "the learning rate was 0.1 throughout" in finding.evidence


def test_fires_on_equal_patience() -> None:
    seen = evidence(fits=[fit(slower(patience=2), stopper(stopped_epoch=2))])

    assert diagnosis.match(seen) is not None


@pytest.mark.parametrize(
    "training",
    [
        fit(slower(patience=1), stopper(stopped_epoch=2)),
        fit(slower(), stopper()),
        fit(slower(monitor="loss"), stopper(stopped_epoch=2)),
        fit(slower(), stopper(stopped_epoch=2), rates=(0.1, 0.1, 0.01)),
        fit(slower()),
        fit(stopper(stopped_epoch=2)),
    ],
    ids=["in order", "never stopped", "another log", "rate fell", "no stop", "no reduction"],
)
def test_is_silent_on(training: Fit) -> None:
    assert diagnosis.match(evidence(fits=[training], program=PROGRAM)) is None
