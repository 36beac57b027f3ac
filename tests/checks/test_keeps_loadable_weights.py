"""Weights must be saved in a file that the model can load again."""

from typing import Any

import pytest

from etude.checks.keeps_loadable_weights import KeepsLoadableWeights
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = KeepsLoadableWeights(name="weights", model=Name(name="model"))
PROGRAM = """
import keras, os
def build(units):
    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(units)])
model = build(3)
kept = model.get_weights()
os.makedirs("checkpoints/deep")
"""


def test_one_file_that_loads_is_enough() -> None:
    facts = {"files": {"a.weights.h5": "ValueError: no", "b.weights.h5": ""}}

    assert CHECK.judge(facts).status is Status.PASSED


def test_no_file_is_told_with_an_example() -> None:
    verdict = CHECK.judge({"files": {}})

    assert verdict.expected == "a file of weights such as best.weights.h5"
    assert "val_loss" in verdict.attempt


def test_a_file_that_does_not_fit_is_told_with_the_reason() -> None:
    verdict = CHECK.judge({"files": {"a.weights.h5": "ValueError: shapes differ"}})

    assert verdict.expected == "weights that the model can load from a.weights.h5"
    assert verdict.received == "ValueError: shapes differ"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("saving", "loads"),
    [
        ("model.save_weights('best.weights.h5')", True),
        ("model.save_weights('checkpoints/deep/best.weights.h5')", True),
        ("model.save('best.keras')", True),
        ("build(5).save_weights('best.weights.h5')", False),
        ("open('best.weights.h5', 'w').write('weights')", False),
    ],
)
def test_the_probe_tries_each_file(probe: Any, saving: str, loads: bool) -> None:
    facts = probe(CHECK, PROGRAM + saving)

    assert [fault == "" for fault in facts["files"].values()] == [loads]


@pytest.mark.tensorflow
def test_the_probe_finds_nothing_where_nothing_was_saved(probe: Any) -> None:
    assert probe(CHECK, PROGRAM) == {"files": {}}
