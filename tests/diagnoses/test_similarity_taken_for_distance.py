"""Contrastive losses that are given a cosine."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import similarity_taken_for_distance as diagnosis

PROGRAM = """\
def contrastive_loss(y, d):
    far = ops.square(ops.maximum(1 - d, 0))
    return ops.mean({pull} * ops.square(d) + {push} * far)
model.compile("adam", contrastive_loss)
"""


def finding_of(
    *,
    pull: str = "y",
    push: str = "(1 - y)",
    losses: Sequence[float] = (0.6, 0.3),
    normalize: bool = True,
    ends_in: str = "Dot",
) -> Any:
    dot = layer("Dot", line=7, normalize=normalize)
    of = model(dot, *([layer(ends_in)] if ends_in != "Dot" else []), loss="contrastive_loss")
    run = replace(
        fit(of, labels=replace(integers(0, 1), mean=0.5)), epochs=[{"loss": one} for one in losses]
    )
    return diagnosis.match(evidence(fits=[run], program=PROGRAM.format(pull=pull, push=push)))


def test_points_at_the_cosine() -> None:
    finding = finding_of()

    assert finding is not None
    assert finding.line == 7
    assert "to 0 for the pairs of label 1" in finding.evidence
    assert "ended at 0.3" in finding.evidence
    assert "1 - cosine" in finding.change


def test_fires_for_a_loss_that_draws_the_pairs_of_zero_together() -> None:
    finding = finding_of(pull="(1 - y)", push="y", ends_in="Flatten")

    assert finding is not None
    assert "to 0 for the pairs of label 0" in finding.evidence


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({"losses": (0.4, 0.05)}, id="pairs are told apart"),
        pytest.param({"losses": (0.4,)}, id="one epoch tells little"),
        pytest.param({"normalize": False}, id="no cosine"),
        pytest.param({"ends_in": "Subtract"}, id="made a distance"),
        pytest.param({"push": "y"}, id="no contrastive loss"),
    ],
)
def test_is_silent_when(told: dict[str, Any]) -> None:
    assert finding_of(**told) is None
