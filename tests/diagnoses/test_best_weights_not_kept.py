"""Weights of another epoch than the best."""

from typing import Any

import pytest
from described import evidence
from followed import PATH, callback, checkpoint, saved, stopper
from trained import trained

from etude.diagnoses.catalogue import best_weights_not_kept as diagnosis
from etude.domain.observations import Call, Fit

LOSSES = [3.0, 1.0, 2.0, 2.5]
PROGRAM = (
    'x = 1\ny = 2\nkeep = ModelCheckpoint("best.weights.h5",\n    monitor="val_loss",\n'
    "    save_weights_only=True)\n"
)
KEPT = {
    "path": PATH, "monitor": "val_accuracy", "value": 0.5, "epoch": 4, "epochs": 4, "best": 2,
    "best_value": 0.75,
}  # fmt: skip


def fit(*callbacks: Any) -> Fit:
    return trained(loss=LOSSES, val_loss=LOSSES, callbacks=callbacks)


def every_epoch(**options: Any) -> Any:
    return checkpoint(**({"save_best_only": False} | options))


def test_fires_on_a_checkpoint_that_writes_every_epoch_over_the_best() -> None:
    finding = diagnosis.match(evidence(fits=[fit(every_epoch())], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "holds epoch 4 (val_loss 2.500); the best was epoch 2 (1.000)" in finding.evidence
    assert finding.change == "add save_best_only=True"


def test_fires_on_a_model_saved_as_early_stopping_left_it() -> None:
    seen = evidence(fits=[fit(stopper(stopped_epoch=3))], calls=[saved(line=20)])

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 3
    assert "saved as it was in line 20" in finding.evidence
    assert finding.change == "add restore_best_weights=True"


@pytest.mark.parametrize(
    ("given", "line", "how"),
    [
        (every_epoch(), 3, "writes every epoch"),
        (checkpoint(), 4, "goes by val_loss"),
        (callback("Other"), 20, "saved after the last epoch"),
    ],
)
def test_fires_on_what_a_check_found_in_the_file(given: Any, line: int, how: str) -> None:
    seen = evidence(
        fits=[fit(given)],
        program=PROGRAM,
        calls=[saved("save_weights", line=20)],
        facts={"kept": {"kept": KEPT}},
    )

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == line
    assert "holds epoch 4 (val_accuracy 0.500), the best was epoch 2 (0.750)" in finding.evidence
    assert how in finding.evidence


@pytest.mark.parametrize(
    "given",
    [
        [checkpoint()],
        [every_epoch(), stopper(restore_best_weights=True)],
        [every_epoch(filepath="{epoch}.weights.h5")],
        [every_epoch(save_freq=100)],
        [every_epoch(monitor="loss_of_another_kind")],
        [stopper()],
        [],
    ],
    ids=["best only", "restored", "file each", "by steps", "not logged", "never stopped", "none"],
)
def test_is_silent_when_the_best_is_kept_or_not_asked_for(given: Any) -> None:
    assert diagnosis.match(evidence(fits=[fit(*given)], program=PROGRAM)) is None


def test_is_silent_on_a_checkpoint_of_the_last_epoch() -> None:
    program = 'x = 1\ny = 2\nkeep = ModelCheckpoint("last.keras")\n'
    seen = evidence(fits=[fit(every_epoch(filepath="last.keras"))], program=program)

    assert diagnosis.match(seen) is None


def test_is_silent_when_the_last_epoch_is_the_best() -> None:
    losses = [3.0, 2.0, 1.001, 1.0]
    rising = trained(loss=losses, val_loss=losses, callbacks=[every_epoch()])

    assert diagnosis.match(evidence(fits=[rising], program=PROGRAM)) is None


def test_is_silent_when_the_best_weights_are_loaded_before_saving() -> None:
    calls = [Call(name="Model.load_weights", line=15), saved(line=20)]

    assert diagnosis.match(evidence(fits=[fit(stopper(stopped_epoch=3))], calls=calls)) is None


def test_is_silent_when_the_file_holds_the_best_or_nothing_known() -> None:
    for changed in ({"epoch": 2}, {"epoch": 0}, {"best": 0, "best_value": None}):
        seen = evidence(fits=[fit(checkpoint())], facts={"kept": {"kept": KEPT | changed}})
        assert diagnosis.match(seen) is None
    assert diagnosis.match(evidence(fits=[fit()], facts={"kept": {"kept": None}})) is None
