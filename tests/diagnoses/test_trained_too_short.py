"""A training that ended while it was still learning."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence
from trained import judged, trained

from etude.diagnoses.catalogue import trained_too_short
from etude.domain.observations import Callback
from etude.domain.verdict import Measurement, Status
from etude.domain.what_if import AS_IT_IS, WhatIf

PROGRAM = "x = 1\n" * 8 + "model.fit(\n    data,\n    epochs=3,\n)\n"
FALLING = [1.10, 1.05, 0.99]


def test_fires_on_a_loss_that_falls_and_is_still_near_guessing_at_the_epochs() -> None:
    finding = trained_too_short.match(evidence(fits=[trained(loss=FALLING)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 11
    assert "fell from 1.100 to 0.990 in 3 epochs, and by 10% in the last two" in finding.evidence


def test_fires_on_a_falling_loss_when_hidden_examples_miss_the_bar() -> None:
    run = trained(loss=[0.9, 0.6, 0.4], val_loss=[1.0, 0.8, 0.7])

    finding = trained_too_short.match(
        evidence(fits=[run], verdicts=[judged({AS_IT_IS: 0.52})], program=PROGRAM)
    )

    assert finding is not None
    assert "the model reached 0.520 on hidden examples" in finding.evidence


@pytest.mark.parametrize(
    "curves",
    [
        {"loss": [1.1, 0.6, 0.3]},
        {"loss": [1.1, 1.09, 1.09]},
        {"loss": [1.1, 1.05]},
        {"loss": [float("nan")] * 3},
        {"loss": FALLING, "val_loss": [1.0, 1.1, 1.2]},
        {"loss": FALLING, "finished": False},
    ],
    ids=["learned", "flat", "too few to tell", "NaN", "validation rises", "interrupted"],
)
def test_is_silent_on(curves: dict[str, Any]) -> None:
    assert trained_too_short.match(evidence(fits=[trained(**curves)], program=PROGRAM)) is None


def test_is_silent_when_early_stopping_has_ended_it() -> None:
    stopping = Callback(kind="EarlyStopping")
    run = replace(trained(loss=FALLING), arguments={"epochs": 200}, callbacks=[stopping])

    assert trained_too_short.match(evidence(fits=[run], program=PROGRAM)) is None
    to_the_end = replace(run, arguments={"epochs": 3})
    assert trained_too_short.match(evidence(fits=[to_the_end], program=PROGRAM)) is not None


def test_is_silent_when_a_change_of_inputs_explains_the_score() -> None:
    run = trained(loss=[0.9, 0.6, 0.4])
    verdict = judged({AS_IT_IS: 0.4, WhatIf.DIVIDED: 0.99})

    given = evidence(fits=[run], verdicts=[verdict], program=PROGRAM)

    assert trained_too_short.match(given) is None


def test_is_silent_when_the_examples_of_the_training_are_named_well_already() -> None:
    run = trained(loss=[0.9, 0.6, 0.4], val_loss=[0.8, 0.6, 0.5], val_accuracy=[0.7, 0.8, 0.86])
    measured = Measurement(
        what="an accuracy", value=0.08, low=0.06, high=0.09, bars=(0.4, 0.75), examples=1600
    )
    verdict = replace(judged({AS_IT_IS: 0.08}), measurement=measured)

    given = evidence(fits=[run], verdicts=[verdict], program=PROGRAM)
    asked_for_more = replace(verdict, measurement=replace(measured, bars=(0.4, 0.95)))

    assert trained_too_short.match(given) is None
    assert trained_too_short.match(replace(given, verdicts=[asked_for_more])) is not None


def test_is_silent_when_the_bar_was_reached() -> None:
    run = trained(loss=[0.9, 0.6, 0.4])
    verdict = judged({AS_IT_IS: 0.9}, Status.PASSED)

    assert trained_too_short.match(evidence(fits=[run], verdicts=[verdict])) is None
