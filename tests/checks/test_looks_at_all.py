"""A model must look at every part of its inputs."""

from typing import Any

import pytest
from described_models import model

from etude.checks.looks_at_all import LooksAtAll
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = LooksAtAll(of=Name(name="model"), shape=(6, 2), parts=("day", "station"))
PROGRAM = """\
import keras
from keras import layers
keras.utils.set_random_seed(1)
model = keras.Sequential([keras.Input((6, 2)), {layers}])
"""


def judged(*unseen: list[int], outputs: int = 3, apart: float = 0.5) -> Any:
    facts = {"model": model()["model"], "unseen": unseen, "outputs": outputs, "apart": apart}
    return CHECK.judge(facts)


def test_what_depends_on_everything_passes() -> None:
    assert judged().status is Status.PASSED
    assert judged(outputs=1, apart=0.0).status is Status.PASSED


def test_the_first_part_that_changes_nothing_is_told() -> None:
    assert judged([1, 0]).received == "station 0, counted from 0, changes nothing"
    assert judged([0, 4], [1, 0]).received.endswith(
        "day 4, counted from 0, changes nothing, and so do 1 others"
    )


def test_outputs_that_are_all_the_same_are_told() -> None:
    assert judged(apart=0.0).expected == "3 outputs, each with weights of its own"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("layers", "status"),
    [
        ("layers.Flatten(), layers.Dense(16, activation='relu'), layers.Dense(3)", Status.PASSED),
        ("layers.LSTM(8), layers.Dense(1)", Status.PASSED),
        ("layers.Cropping1D((5, 0)), layers.Flatten(), layers.Dense(3)", Status.FAILED),
        ("layers.Flatten(), layers.Dense(1), layers.RepeatVector(3)", Status.FAILED),
    ],
)
def test_changes_one_part_after_the_other(probe: Any, layers: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(layers=layers))).status is status
