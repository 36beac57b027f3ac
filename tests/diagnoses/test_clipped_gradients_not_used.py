"""Clipped gradients that no step is taken with."""

import pytest
from described import evidence
from looped import applied, gradient

from etude.diagnoses.catalogue import clipped_gradients_not_used as diagnosis

CALLS = [gradient(line=3), applied(line=5)]
PROGRAM = "{clipping}\noptimizer.apply_gradients(zip({applied}, weights))\n"


@pytest.mark.parametrize(
    "clipping",
    [
        "clipped, _ = tf.clip_by_global_norm(gradients, 1.0)",
        "clipped = [tf.clip_by_norm(one, 1.0) for one in gradients]",
        "tf.clip_by_global_norm(gradients, 1.0)",
    ],
)
def test_fires_where_they_are_clipped(clipping: str) -> None:
    program = PROGRAM.format(clipping=clipping, applied="gradients")

    finding = diagnosis.match(evidence(calls=CALLS, program=program))

    assert finding is not None
    assert finding.line == 1
    assert "nothing uses them" in finding.evidence


@pytest.mark.parametrize(
    ("clipping", "used"),
    [
        ("clipped, _ = tf.clip_by_global_norm(gradients, 1.0)", "clipped"),
        ("gradients, norm = tf.clip_by_global_norm(gradients, 1.0)", "gradients"),
        ("self.clipped = tf.clip_by_value(gradients, -1, 1)", "self.clipped"),
        ("steps.append(tf.clip_by_norm(one, 1.0))", "steps"),
    ],
)
def test_is_silent_when_they_are_used(clipping: str, used: str) -> None:
    program = PROGRAM.format(clipping=clipping, applied=used)

    assert diagnosis.match(evidence(calls=CALLS, program=program)) is None


def test_is_silent_where_no_step_is_taken() -> None:
    program = PROGRAM.format(clipping="tf.clip_by_norm(x, 1.0)", applied="gradients")

    assert diagnosis.match(evidence(program=program)) is None
