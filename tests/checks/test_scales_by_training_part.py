"""Numbers that scale come from the training part."""

from typing import Any

import pytest

from etude.checks.scales_by_training_part import ScalesByTrainingPart
from etude.checks.values import Table
from etude.domain.verdict import Status

COLUMNS: dict[str, list[float | str | None]] = {
    "a": [float((7 * i) % 50) for i in range(200)],
    "b": [float((3 * i) % 11 + i / 10) for i in range(200)],
}
CHECK = ScalesByTrainingPart(
    artifact="model.keras", rows=Table(columns=COLUMNS), things="days", name="scales"
)
PROGRAM = """\
import keras, numpy as np
from keras import layers
rows = np.array([[(7 * i) % 50, (3 * i) % 11 + i / 10] for i in range(200)], "float32")
used = rows{}
mean, deviation = used.mean(0), used.std(0)
adapted = layers.Normalization()
adapted.adapt(used)
inputs = keras.Input((5, 2))
x = {}
keras.Model(inputs, layers.Dense(1)(x)).save("model.keras")
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(("part", "status"), [("", Status.FAILED), ("[:199]", Status.PASSED)])
@pytest.mark.parametrize(
    "scaled",
    [
        "adapted(inputs)",
        "(inputs - mean) / deviation",
        "layers.Rescaling(1 / deviation, -mean / deviation)(inputs)",
        "(inputs - float(used.mean())) / 10.0",
    ],
)
def test_finds_the_mean_of_all_rows(probe: Any, part: str, status: Status, scaled: str) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(part, scaled)))

    assert verdict.status is status


@pytest.mark.tensorflow
def test_a_model_that_scales_in_no_known_way_is_not_blamed(probe: Any) -> None:
    facts = probe(CHECK, PROGRAM.format("", "layers.BatchNormalization()(inputs)"))

    assert CHECK.judge(facts).status is Status.PASSED
