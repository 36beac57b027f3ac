"""Random weights that are kept as they are."""

from dataclasses import replace

import pytest
from described import dense, evidence, model
from trained import trained

from etude.diagnoses.catalogue import frozen_before_trained as diagnosis
from etude.diagnoses.evidence import Evidence

MADE = """\
from tensorflow.keras.applications import VGG16
base = VGG16(include_top=False, weights={w})
"""
FREEZE = "base.trainable = False\n"
LOOP = "for layer in base.layers:\n    layer.trainable = False\n"


def run(
    end: str = FREEZE, *, weights: str = "None", learns: int = 10, loss: float = 0.97
) -> Evidence:
    whole = model(dense(2, "softmax"), loss="sparse_categorical_crossentropy")
    frozen = replace(whole, parameters=1000, trainable_parameters=learns)
    fit = trained(loss=[1.0, 0.98, loss], model=frozen)
    return evidence(fits=[fit], program=MADE.format(w=weights) + end)


@pytest.mark.parametrize("end", [FREEZE, LOOP])
def test_fires_where_the_network_is_made(end: str) -> None:
    finding = diagnosis.match(run(end))

    assert finding is not None
    assert finding.line == 2
    assert "VGG16 in line 2 begins with weights=None" in finding.evidence
    assert finding.evidence.endswith("in 3 epochs the loss came from 1.000 to 0.970")


@pytest.mark.parametrize(
    "evidence",
    [
        run(weights="'imagenet'"),
        run("base.load_weights('vgg.weights.h5')\n" + FREEZE),
        run("pre.fit(x, y)\n" + FREEZE),
        run("for layer in base.layers[:3]:\n    layer.trainable = False\n"),
        run("other.trainable = False\n"),
        run(learns=900),
        run(loss=0.2),
    ],
    ids=[
        *("weights", "loaded", "trained before", "a few layers", "another", "all learn"),
        "learns all the same",
    ],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert diagnosis.match(evidence) is None
