"""A loss that no tape saw."""

import pytest
from described import evidence
from looped import called, gradient

from etude.diagnoses.catalogue import loss_computed_after_tape as diagnosis
from etude.diagnoses.evidence import Evidence

PROGRAM = """\
with tf.GradientTape() as tape:
    outputs = model(x)
    {inside}
{below}
gradients = tape.gradient({target}, model.trainable_variables)
"""


def step(*, inside: str = "pass", below: str = "", target: str = "loss", none: int = 2) -> Evidence:
    program = PROGRAM.format(inside=inside, below=below, target=target)
    calls = [called(line=2), gradient(line=5, none=none)]
    return evidence(calls=calls, program=program, error="No gradients provided for any variable.")


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (step(below="loss = mse(y, outputs)"), 4),
        (step(inside="loss = mse(y, outputs)", target="-loss"), 5),
    ],
    ids=["below the block", "in the request"],
)
def test_points_at_what_is_computed_too_late(run: Evidence, line: int) -> None:
    finding = diagnosis.match(run)

    assert finding is not None
    assert finding.line == line
    assert "which ends in line 3" in finding.evidence


@pytest.mark.parametrize(
    "run",
    [
        step(inside="loss = tf.round(outputs)"),
        step(below="loss = mse(y, outputs)", none=1),
        step(inside="loss = mse(y, outputs)", target="[loss]"),
    ],
    ids=["inside", "some gradients were found", "a list"],
)
def test_is_silent_on(run: Evidence) -> None:
    assert diagnosis.match(run) is None
