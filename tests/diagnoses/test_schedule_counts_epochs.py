"""A schedule that is given epochs where it counts steps."""

from dataclasses import replace

import pytest
from described import evidence
from trained import trained

from etude.diagnoses.catalogue import schedule_counts_epochs as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data

PROGRAM = """\
EPOCHS, WARM_UP_EPOCHS, STEPS_PER_EPOCH = 20, 2, 50
schedule = keras.optimizers.schedules.{}
"""


def _evidence(schedule: str, *, batches: int = 50, more: str = "") -> Evidence:
    data = Data(role="fit", kind="dataset", cardinality=batches)
    fit = replace(trained(loss=[1.0]), train=data, arguments={"epochs": 20})
    return evidence(fits=[fit], program=PROGRAM.format(schedule) + more)


@pytest.mark.parametrize(
    "schedule",
    [
        "CosineDecay(0.1, EPOCHS)",
        "CosineDecay(0.1, decay_steps=20)",
        "CosineDecay(0.1, decay_steps=1000, warmup_steps=WARM_UP_EPOCHS, warmup_target=1.0)",
        "ExponentialDecay(0.1, decay_steps=EPOCHS - WARM_UP_EPOCHS, decay_rate=0.5)",
        "PolynomialDecay(0.1, 2 * EPOCHS)",
    ],
)
def test_fires_at_the_number(schedule: str) -> None:
    finding = diagnosis.match(_evidence(schedule))

    assert finding is not None
    assert finding.line == 2
    assert "an epoch has 50 batches here" in finding.evidence


@pytest.mark.parametrize(
    "schedule",
    [
        "CosineDecay(0.1, EPOCHS * STEPS_PER_EPOCH)",
        "CosineDecay(0.1, decay_steps=EPOCHS * len(data))",
        "CosineDecay(0.1, decay_steps=1000)",
        "ExponentialDecay(0.1, decay_steps=STEPS_PER_EPOCH, decay_rate=0.9)",
        "ExponentialDecay(0.1, decay_steps=steps_per_epoch, decay_rate=0.9)",
        "PiecewiseConstantDecay([100, 200], [0.1, 0.01, 0.001])",
    ],
)
def test_is_silent_on_steps(schedule: str) -> None:
    assert diagnosis.match(_evidence(schedule)) is None


def test_is_silent_where_an_epoch_is_a_step_or_a_callback_asks_once_per_epoch() -> None:
    per_epoch = "keras.callbacks.LearningRateScheduler(schedule)\n"

    assert diagnosis.match(_evidence("CosineDecay(0.1, EPOCHS)", batches=1)) is None
    assert diagnosis.match(_evidence("CosineDecay(0.1, EPOCHS)", more=per_epoch)) is None


def test_fires_where_nothing_of_the_rate_is_left_after_an_epoch() -> None:
    finding = diagnosis.match(_evidence("ExponentialDecay(0.1, decay_steps=1, decay_rate=0.5)"))

    assert finding is not None
    assert finding.line == 2
    assert "multiplied by 0.5 every 1 of 50 steps" in finding.evidence
    slowly = _evidence("ExponentialDecay(0.1, decay_steps=1, decay_rate=0.99)")
    assert diagnosis.match(slowly) is None
