"""Hidden layers whose units begin alike."""

import pytest
from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import initial_weights_all_alike as diagnosis
from etude.domain.observations import Layer

LOSS = "sparse_categorical_crossentropy"


def _seen(*layers: Layer, program: str = "") -> object:
    return diagnosis.match(
        evidence(fits=[fit(model(*layers, loss=LOSS), labels=integers(0, 1))], program=program)
    )


def _alike(kind: str, units: int = 8) -> Layer:
    return dense(units, "relu", line=5, kernel_initializer=kind)


@pytest.mark.parametrize("kind", ["Zeros", "Ones", "Constant"])
def test_fires_at_the_layer(kind: str) -> None:
    found = fit(model(_alike(kind), dense(2), loss=LOSS), labels=integers(0, 1))

    finding = diagnosis.match(evidence(fits=[found]))

    assert finding is not None
    assert finding.line == 5
    assert "the 8 units of Dense begin with the same weights" in finding.evidence


@pytest.mark.parametrize(
    "layers",
    [
        (_alike("GlorotUniform"), dense(2)),
        (dense(8), _alike("Zeros")),
        (_alike("Zeros", units=1), dense(2)),
        (_alike("Zeros"), layer("Add"), dense(2)),
    ],
)
def test_is_silent_on_random_weights_outputs_and_branches(layers: tuple[Layer, ...]) -> None:
    assert _seen(*layers) is None


def test_is_silent_when_weights_are_given_later() -> None:
    assert _seen(_alike("Zeros"), dense(2), program="model.set_weights(found)\n") is None
