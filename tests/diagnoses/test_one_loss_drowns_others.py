"""Losses of one model that are of very different size."""

from collections.abc import Sequence
from dataclasses import replace

from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import one_loss_drowns_others as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import TensorSpec

COMPILED = "\nmodel.compile(optimizer='adam', loss=losses{more})\n"
STANDS, FALLS = [0.70, 0.71, 0.70, 0.71], [0.70, 0.6, 0.5, 0.4]
LARGE = [900.0, 700.0, 500.0, 300.0]


def trained(box: Sequence[float], kind: Sequence[float], more: str = "") -> Evidence:
    outputs = [TensorSpec(path=name, dtype="float32", shape=[None, 1]) for name in ("box", "kind")]
    of = replace(model(dense(1), loss="mse"), outputs=outputs)
    epochs = [{"box_loss": one, "kind_loss": other} for one, other in zip(box, kind, strict=True)]
    run = replace(fit(of, labels=integers(0, 1)), epochs=epochs)
    return evidence(fits=[run], program=COMPILED.format(more=more))


def test_fires_at_the_losses() -> None:
    finding = diagnosis.match(trained(LARGE, STANDS))

    assert finding is not None
    assert finding.line == 2
    assert finding.about == "kind"
    assert "from 900 to 300" in finding.evidence


def test_is_silent_when_the_small_one_learns() -> None:
    assert diagnosis.match(trained(LARGE, FALLS)) is None


def test_is_silent_on_losses_of_like_size_and_on_weighted_ones() -> None:
    assert diagnosis.match(trained(STANDS, STANDS)) is None
    assert diagnosis.match(trained(LARGE, STANDS, ", loss_weights=[0.01, 1.0]")) is None


def test_is_silent_on_few_epochs() -> None:
    assert diagnosis.match(trained(LARGE[:2], STANDS[:2])) is None
