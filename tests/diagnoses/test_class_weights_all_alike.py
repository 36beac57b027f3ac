"""Class weights that weigh nothing."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import class_weights_all_alike as diagnosis
from etude.domain.finding import Finding


def found(mean: float, weights: object) -> Finding | None:
    labels = replace(integers(0, 1), mean=mean, low=0.0, high=1.0)
    run = fit(model(dense(1, "sigmoid"), loss="binary_crossentropy"), labels=labels)
    return diagnosis.match(evidence(fits=[replace(run, arguments={"class_weight": weights})]))


def test_tells_the_share_and_the_weight() -> None:
    finding = found(0.07, {"0": 34.0, "1": 34})

    assert finding is not None
    assert "class 1 is 7% of the labels, and both classes have the weight 34" in finding.evidence


@pytest.mark.parametrize(
    ("mean", "weights"),
    [
        (0.07, {"0": 1, "1": 1}),
        (0.07, {"0": 0.5, "1": 7.0}),
        (0.48, {"0": 1.02, "1": 1.02}),
        (0.07, {"1": 2.0}),
        (0.07, None),
    ],
    ids=["ones", "balanced", "as many of each", "one weight", "none"],
)
def test_is_silent_on(mean: float, weights: object) -> None:
    assert found(mean, weights) is None
