"""Rows that are drawn for a training."""

from typing import Any

import pytest

from etude.checks.draws_rows import DrawsRows
from etude.checks.values import Call
from etude.domain.verdict import Status

CHECK = DrawsRows(
    of=Call(function="train", args=(1,), label="train(1)"),
    other=Call(function="train", args=(2,), label="train(2)"),
    name="draws",
)
PROGRAM = """\
import keras
import numpy as np
table = np.random.default_rng(0).normal(size=(40, 3)).astype("float32")
def train(seed):
    keras.utils.set_random_seed(seed)
    rows = {}
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(loss="mse")
    return model.fit(rows[:30, 1:], rows[:30, :1], {}verbose=0)
"""
HELD_BACK = "validation_data=(rows[30:, 1:], rows[30:, :1]), "


@pytest.mark.slow
@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("rows", "held_back", "received"),
    [
        ("np.random.permutation(table)", HELD_BACK, ""),
        ("table[np.random.default_rng(seed).permutation(40)]", HELD_BACK, ""),
        ("table", HELD_BACK, "the same rows held back in both"),
        ("np.random.default_rng(7).permutation(table)", HELD_BACK, "the same rows held back"),
        ("np.random.permutation(table)", "", "fit without validation data"),
    ],
)
def test_another_seed_draws_other_rows(
    probe: Any, rows: str, held_back: str, received: str
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(rows, held_back)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert received in verdict.received
