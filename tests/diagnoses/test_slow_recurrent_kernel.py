"""Options of recurrent layers that the fused kernel does not know."""

from typing import Any

import pytest
from described import dense, evidence, model
from windowed import forecast, recurrent, windowed, wrapped

from etude.diagnoses.catalogue import slow_recurrent_kernel
from etude.domain.observations import Layer

PLAIN = {"activation": "tanh", "recurrent_activation": "sigmoid", "recurrent_dropout": 0.0}


def run(layer: Layer) -> Any:
    return forecast(windowed(), model=model(layer, dense(1), loss="mean_squared_error"))


@pytest.mark.parametrize(
    ("kind", "option", "told"),
    [
        ("LSTM", {"activation": "relu"}, "activation='relu'"),
        ("GRU", {"recurrent_dropout": 0.2}, "recurrent_dropout=0.2"),
        ("GRU", {"reset_after": False}, "reset_after=False"),
    ],
)
def test_fires_at_the_layer_and_names_the_option(
    kind: str, option: dict[str, Any], told: str
) -> None:
    layer = recurrent(kind, **(PLAIN | option))

    finding = slow_recurrent_kernel.match(evidence(fits=[run(layer)]))

    assert finding is not None
    assert finding.line == 3
    assert finding.evidence == f"{kind}(8) has {told}"


def test_looks_inside_a_bidirectional_layer() -> None:
    layer = wrapped(recurrent(activation="relu"))

    assert slow_recurrent_kernel.match(evidence(fits=[run(layer)])) is not None


@pytest.mark.parametrize(
    "layer",
    [
        recurrent(**PLAIN),
        recurrent(dropout=0.3, **PLAIN),
        recurrent("SimpleRNN", activation="relu"),
    ],
    ids=["defaults", "dropout of inputs", "a layer without a fast kernel"],
)
def test_is_silent_on(layer: Layer) -> None:
    assert slow_recurrent_kernel.match(evidence(fits=[run(layer)])) is None
