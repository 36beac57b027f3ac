"""Optimizers that live for one step."""

import pytest
from described import evidence
from looped import applied

from etude.diagnoses.catalogue import optimizer_made_every_step as diagnosis

IN_FUNCTION = """\
import keras
def step():
    optimizer = {made}
    optimizer.apply_gradients(pairs)
for _ in range(9):
    step()
"""
IN_LOOP = """\
import keras
for _ in range(9):
    optimizer = {made}
    optimizer.apply_gradients(pairs)
"""
BEFORE = """\
import keras
def train():
    optimizer = keras.optimizers.Adam()
    for _ in range(9):
        optimizer.apply_gradients(pairs)
"""
ADAM = "keras.optimizers.Adam(0.01)"


@pytest.mark.parametrize("program", [IN_FUNCTION, IN_LOOP])
def test_fires_where_the_optimizer_is_made(program: str) -> None:
    seen = evidence(program=program.format(made=ADAM), calls=[applied(line=4)] * 3)

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 3
    assert "a new Adam for each step" in finding.evidence


TABLE = """\
def train(table):
    table.apply(str)
    optimizer = keras.optimizers.Adam()
    for _ in range(9):
        optimizer.apply_gradients(pairs)
"""


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (TABLE, 5),
        (BEFORE, 5),
        (IN_LOOP.format(made="keras.optimizers.SGD(0.1)"), 4),
        (IN_LOOP.format(made="keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9)"), 4),
        (IN_LOOP.format(made="make_optimizer()"), 4),
    ],
)
def test_is_silent_on_optimizers_that_last_or_remember_nothing(program: str, line: int) -> None:
    assert diagnosis.match(evidence(program=program, calls=[applied(line=line)] * 3)) is None


def test_is_silent_on_a_single_step() -> None:
    seen = evidence(program=IN_FUNCTION.format(made=ADAM), calls=[applied(line=4)])

    assert diagnosis.match(seen) is None
