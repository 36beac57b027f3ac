"""Callbacks that count epochs, in trainings of one epoch each."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import epoch_stays_at_zero as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Callback

SCHEDULE = "def slower(epoch, lr):\n    {body}\ncallback = LearningRateScheduler(slower)\n"
BY_EPOCH = "return lr * 0.9 ** epoch"


def trained(
    kind: str = "LearningRateScheduler", body: str = BY_EPOCH, *, times: int = 4, **arguments: Any
) -> Evidence:
    """So many trainings from one line, with this callback."""
    one = replace(
        fit(model(dense(1)), labels=numbers(0, 1)),
        arguments={"epochs": 1, **arguments},
        callbacks=[Callback(kind=kind, bases=[kind], line=3)],
        finished=True,
    )
    return evidence(fits=[one] * times, program=SCHEDULE.format(body=body))


def test_fires_on_a_schedule_of_the_epoch() -> None:
    finding = diagnosis.match(trained())

    assert finding is not None
    assert finding.line == 3
    assert "4 times for one epoch each" in finding.evidence
    assert "initial_epoch=i, epochs=i + 1" in finding.change


@pytest.mark.parametrize("kind", ["EarlyStopping", "ReduceLROnPlateau"])
def test_fires_on_callbacks_that_wait(kind: str) -> None:
    finding = diagnosis.match(trained(kind))

    assert finding is not None
    assert "never acts" in finding.evidence
    assert "by hand" in finding.change


@pytest.mark.parametrize(
    "one",
    [
        trained(times=2),
        trained(epochs=3),
        trained(initial_epoch=2),
        trained(body="return lr * 0.9"),
        trained(body="print(epoch)\n    return lr * 0.9"),
        trained("ModelCheckpoint"),
    ],
    ids=[
        *("two", "more epochs", "counted on", "a factor for each epoch"),
        *("an epoch that is printed alone", "another callback"),
    ],
)
def test_is_silent_on(one: Evidence) -> None:
    assert diagnosis.match(one) is None
