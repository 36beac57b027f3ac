"""Tables in their own units."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import BATCH, dense, evidence, integers, layer, model
from described import fit as fitted

from etude.diagnoses.catalogue import columns_not_scaled
from etude.domain.observations import Fit, Layer, TensorSample

STUCK = (1.2e10, 0.6933, 0.6932, 0.6932)


def run(
    losses: Sequence[float] = STUCK,
    *,
    high: float = 250_000.0,
    first: Sequence[Layer] = (),
    shape: Sequence[int] = (BATCH, 4),
) -> Fit:
    network = model(*first, dense(12, "relu"), dense(1, "sigmoid"), loss="binary_crossentropy")
    seen = fitted(network, labels=integers(0, 1))
    table = TensorSample(path="0", dtype="float64", shape=shape, low=0.0, high=high)
    data = replace(seen.train, sample=[table, *seen.train.sample[1:]])
    return replace(seen, train=data, finished=True, epochs=[{"loss": one} for one in losses])


@pytest.mark.parametrize("losses", [STUCK, (9e4, 8e4), (5.0, float("nan"))])
def test_fires_on_a_training_that_went_badly(losses: Sequence[float]) -> None:
    finding = columns_not_scaled.match(evidence(fits=[run(losses)]))

    assert finding is not None
    assert finding.line == 3
    assert "between 0 and 250000" in finding.evidence


@pytest.mark.parametrize(
    "seen",
    [
        run((0.6, 0.4, 0.2)),
        run(high=8.0),
        run(first=[layer("Normalization")]),
        run(first=[layer("Embedding")]),
        run(shape=(BATCH, 4, 3)),
    ],
    ids=["it learned all the same", "small numbers", "scaled inside", "numbers of words", "steps"],
)
def test_is_silent_on(seen: Fit) -> None:
    assert columns_not_scaled.match(evidence(fits=[seen])) is None
