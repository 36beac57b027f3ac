"""Networks that turn zeros into zeros, for targets that lie elsewhere."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import bias_left_out as diagnosis
from etude.domain.observations import Fit, Layer, TensorSample

FAHRENHEIT = replace(numbers(-40, 100), mean=38.0, deviation=46.0)
BARE = dense(1, use_bias=False, line=4)


def trained(
    *layers: Layer, targets: TensorSample = FAHRENHEIT, left: float = 980.0, epochs: int = 5
) -> Fit:
    run = fit(model(*layers, loss="mean_squared_error"), labels=targets)
    return replace(run, epochs=[{"loss": left}] * epochs, finished=True)


@pytest.mark.parametrize(
    "layers",
    [(BARE,), (dense(8, "relu", use_bias=False), layer("Dropout", rate=0.1), BARE)],
    ids=["a line", "a network"],
)
def test_fires_at_the_last_layer(layers: tuple[Layer, ...]) -> None:
    finding = diagnosis.match(evidence(fits=[trained(*layers)]))

    assert finding is not None
    assert finding.line == 4
    assert "the targets around 38" in finding.evidence


@pytest.mark.parametrize(
    "run",
    [
        trained(dense(1)),
        trained(dense(8, "relu"), BARE),
        trained(dense(8, use_bias=False), layer("BatchNormalization"), BARE),
        trained(dense(8, "sigmoid", use_bias=False), BARE),
        trained(BARE, left=2.0),
        trained(BARE, epochs=1),
        trained(BARE, targets=replace(FAHRENHEIT, mean=1.0)),
    ],
    ids=["bias", "bias before", "normalised", "0.5 at 0", "learned", "one epoch", "around 0"],
)
def test_is_silent_on(run: Fit) -> None:
    assert diagnosis.match(evidence(fits=[run])) is None
