"""Training examples learned by heart."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence, layer
from trained import arrays, failed, judged, trained

from etude.diagnoses.catalogue import batch_statistics_lag_behind, overfits
from etude.domain.observations import Callback

CURVES = {
    "loss": [1.0, 0.7, 0.4, 0.2, 0.1, 0.05],
    "val_loss": [1.0, 0.8, 0.9, 1.1, 1.4, 1.6],
    "accuracy": [0.5, 0.7, 0.8, 0.9, 1.0, 1.0],
    "val_accuracy": [0.5, 0.6, 0.6, 0.6, 0.6, 0.6],
}


def test_fires_on_a_validation_loss_that_rises_while_the_training_loss_falls() -> None:
    finding = overfits.match(evidence(fits=[trained(**CURVES)]))

    assert finding is not None
    assert finding.line == 9
    assert "lowest in epoch 2 (0.800) and rose to 1.600 by epoch 6" in finding.evidence


def test_fires_on_a_validation_loss_that_stands_still_while_the_examples_are_learned_by_heart() -> (
    None
):
    curves = CURVES | {"val_loss": [1.0, 0.8, 0.79, 0.8, 0.81, 0.82]}

    finding = overfits.match(evidence(fits=[trained(**curves)]))

    assert finding is not None
    assert "after epoch 3 the validation loss came down no more (0.790" in finding.evidence
    assert (
        "100% of the training examples are named rightly, and 60% of the others" in finding.evidence
    )


def test_fires_without_accuracies_on_the_losses_alone() -> None:
    curves = {name: CURVES[name] for name in ("loss", "val_loss")}

    assert overfits.match(evidence(fits=[trained(**curves)])) is not None


def test_is_silent_where_the_training_examples_are_told_worse_than_the_others() -> None:
    losses = {
        "loss": [0.073, 0.03, 0.029, 0.029, 0.028, 0.028],
        "val_loss": [0.02, 0.008, 0.009, 0.01, 0.011, 0.012],
    }

    assert overfits.match(evidence(fits=[trained(**losses)])) is None


@pytest.mark.parametrize(("momentum", "fires"), [(0.99, False), (0.5, True)])
def test_averages_that_lag_behind_are_told_instead(momentum: float, fires: bool) -> None:
    norm = layer("BatchNormalization", momentum=momentum)
    given = evidence(fits=[trained(**CURVES, layers=[norm], train=arrays(rows=64))])

    assert (overfits.match(given) is not None) is fires
    assert (batch_statistics_lag_behind.match(given) is None) is fires


@pytest.mark.parametrize(
    "changed",
    [
        {"val_loss": [1.0, 0.8, 0.79, 0.8, 0.81, 0.82], "loss": [1.0, 0.8, 0.7, 0.6, 0.5, 0.4]},
        {"val_loss": [1.0, 0.9, 0.8, 0.75, 0.7, 0.65]},
        {"val_loss": [1.0, 0.9, 0.8, 0.7, 0.6, 0.9]},
        {"val_accuracy": [0.5, 0.7, 0.8, 0.9, 0.92, 0.93]},
        {"loss": [1.0, 0.1, 0.4, 0.5, 0.6, 0.7]},
        {"val_loss": []},
        {"finished": False},
    ],
    ids=[
        "hardly rises",
        "still falls",
        "one bad epoch",
        "no gap",
        "training rises too",
        "none",
        "interrupted",
    ],
)
def test_is_silent_on(changed: dict[str, Any]) -> None:
    assert overfits.match(evidence(fits=[trained(**(CURVES | changed))])) is None


@pytest.mark.parametrize(
    "callback",
    [
        Callback(kind="EarlyStopping", options={"restore_best_weights": True}),
        Callback(kind="ModelCheckpoint", options={"save_best_only": True}),
        Callback(kind="KeepTheBest", bases=["KeepTheBest"]),
    ],
)
def test_is_silent_when_the_best_weights_are_kept(callback: Callback) -> None:
    assert overfits.match(evidence(fits=[trained(**CURVES, callbacks=[callback])])) is None


@pytest.mark.parametrize("program", ["model.set_weights(best)\n", "model.load_weights(path)\n"])
def test_is_silent_when_the_program_puts_weights_back(program: str) -> None:
    assert overfits.match(evidence(fits=[trained(**CURVES)], program=program)) is None


def test_is_silent_when_a_check_of_something_else_than_quality_failed() -> None:
    split, missed = failed("splits_disjoint_and_complete"), judged({"accuracy": 0.5})
    given = evidence(fits=[trained(**CURVES)])

    assert overfits.match(replace(given, verdicts=[split])) is None
    assert overfits.match(replace(given, verdicts=[split, missed])) is not None


def test_fires_beside_callbacks_that_keep_nothing() -> None:
    callbacks = [Callback(kind="ReduceLROnPlateau"), Callback(kind="EarlyStopping", options={})]

    assert overfits.match(evidence(fits=[trained(**CURVES, callbacks=callbacks)])) is not None


@pytest.mark.parametrize(("end", "fires"), [(-5.602, False), (-5.2, True)])
def test_a_loss_below_nought_rises_by_a_share_of_what_it_came_down(end: float, fires: bool) -> None:
    losses = {
        "loss": [-3.2, -6.8, -7.4, -7.5, -7.52, -7.55],
        "val_loss": [-4.464, -5.612, -5.611, -5.609, -5.606, end],
    }

    assert (overfits.match(evidence(fits=[trained(**losses)])) is not None) is fires
