"""Random numbers that no seed of the program rules."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import seed_does_not_reach as diagnosis

PROGRAM = """\
import random
import keras
import numpy as np
import tensorflow as tf
{seed}
order = {draw}
model = keras.Sequential([keras.layers.Dense(1)])
model.fit(x[order], y[order])
"""
DIFFER = {"apart": 0.1, "first": "1", "second": "2", "function": "run"}


@pytest.mark.parametrize(
    ("seed", "draw", "line", "told"),
    [
        ("tf.random.set_seed(1)", "range(9)", 5, "drawn by Python's random numbers"),
        ("tf.random.set_seed(1)", "np.random.permutation(9)", 6, "that no call seeds"),
        ("keras.utils.set_random_seed(1)", "np.random.default_rng().permutation(9)", 6, "no seed"),
        ("tf.random.set_seed(1); np.random.seed(1)", "np.random.rand(9)", 5, "first weights"),
    ],
)
def test_fires_at_what_is_not_seeded(seed: str, draw: str, line: int, told: str) -> None:
    finding = diagnosis.match(evidence(program=PROGRAM.format(seed=seed, draw=draw)))

    assert finding is not None
    assert finding.line == line
    assert told in finding.evidence


@pytest.mark.parametrize(
    ("seed", "draw"),
    [
        ("keras.utils.set_random_seed(1)", "np.random.permutation(9)"),
        ("tf.keras.utils.set_random_seed(1)", "random.sample(range(9), 9)"),
        ("keras.utils.set_random_seed(1)", "np.random.default_rng(1).permutation(9)"),
        ("tf.random.set_seed(1); random.seed(1)", "range(9)"),
        ("np.random.seed(1)", "np.random.permutation(9)"),
        ("", "np.random.permutation(9)"),
    ],
)
def test_is_silent_where_all_is_seeded_or_nothing_is_meant_to_be(seed: str, draw: str) -> None:
    assert diagnosis.match(evidence(program=PROGRAM.format(seed=seed, draw=draw))) is None


def test_speaks_of_unseeded_programs_whose_runs_were_seen_to_differ() -> None:
    program = PROGRAM.format(seed="np.random.seed(1)", draw="np.random.permutation(9)")

    finding = diagnosis.match(evidence(program=program, facts={"repeats": {"two_runs": DIFFER}}))

    assert finding is not None
    assert finding.line == 7
