"""Class weights the wrong way round."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import class_weight_favours_the_many
from etude.domain.observations import Fit

PROGRAM = "\n\nmodel.fit(x, y, class_weight=weights)\n"


def trained(mean: float, weights: object) -> Fit:
    labels = replace(integers(0, 1), mean=mean, low=0.0, high=1.0)
    run = fit(model(dense(1, "sigmoid"), loss="binary_crossentropy"), labels=labels)
    return replace(run, arguments={"class_weight": weights})


@pytest.mark.parametrize(
    ("mean", "weights", "rare"), [(0.1, {"0": 0.9, "1": 0.1}, 1), (0.9, {"0": 0.1, "1": 0.9}, 0)]
)
def test_tells_share_and_weights(mean: float, weights: object, rare: int) -> None:
    run = trained(mean, weights)

    finding = class_weight_favours_the_many.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert f"class {rare} is 10% of the labels and has the weight 0.1" in finding.evidence


@pytest.mark.parametrize(
    ("mean", "weights"),
    [
        (0.1, {"0": 0.55, "1": 5.0}),
        (0.1, {"0": 1.0, "1": 1.0}),
        (0.45, {"0": 1.0, "1": 0.5}),
        (0.1, {"1": 0.5}),
        (0.1, None),
    ],
    ids=["right", "equal", "hardly rare", "one weight", "none"],
)
def test_is_silent_on(mean: float, weights: object) -> None:
    assert class_weight_favours_the_many.match(evidence(fits=[trained(mean, weights)])) is None
