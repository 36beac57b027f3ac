"""Labels that are the next steps of an input."""

from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.tensorflow

ROWS = np.random.default_rng(0).integers(1, 50, (20, 9))
WALKS = ROWS.cumsum(axis=1).astype("float32")[..., None]
NOW, NEXT = ROWS[:, :-1], ROWS[:, 1:]
ONE_HOT = np.eye(50)
FLAGS = np.random.default_rng(1).integers(0, 2, (20, 8, 5))
NEXT_OF_IT, NOTHING = {"next_of": "0", "repeats": ""}, {"next_of": "", "repeats": ""}


def seen(*element: Any) -> Any:
    from etude.worker.next_steps import describe_next_steps

    return describe_next_steps(element)


@pytest.mark.parametrize(
    ("inputs", "labels", "found"),
    [
        (NOW, NEXT, NEXT_OF_IT),
        (WALKS[:, :-1], WALKS[:, 1:], NEXT_OF_IT),
        (WALKS[:, :-1], WALKS[:, 1:, 0], NEXT_OF_IT),
        ((ROWS[:, :3], NOW), NEXT, {"next_of": "0/1", "repeats": ""}),
        ((ROWS[:, :3], NEXT), NEXT, {"next_of": "", "repeats": "0/1"}),
        (ONE_HOT[NOW], ONE_HOT[NEXT] > 0, NEXT_OF_IT),
        (NOW, ONE_HOT[NEXT], NEXT_OF_IT),
        ((ROWS[:, :3], NEXT), ONE_HOT[NEXT], {"next_of": "", "repeats": "0/1"}),
        ((ROWS[:, :3], ONE_HOT[NEXT]), ONE_HOT[NEXT], {"next_of": "", "repeats": "0/1"}),
        (FLAGS, FLAGS, {}),
        (NOW, NOW, NOTHING),
        (NOW, NEXT + 1, NOTHING),
        (NOW, NEXT[:, :4], NOTHING),
        (np.ones((20, 8)), np.ones((20, 8)), {}),
        (NOW[:2], NEXT[:2], {}),
        (NOW, np.arange(20), {}),
    ],
)
def test_what_labels_are_of_their_inputs(inputs: Any, labels: Any, found: Any) -> None:
    assert seen(inputs, labels) == found
