"""A mode that is the wrong way round."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence
from followed import checkpoint, stopper
from trained import trained

from etude.diagnoses.callbacks import better
from etude.diagnoses.catalogue import checkpoint_minimises_accuracy as diagnosis
from etude.domain.observations import Fit

PROGRAM = 'x = 1\ny = 2\nkeep = ModelCheckpoint("b.keras",\n    mode="min", save_best_only=True)\n'


def fit(given: Any) -> Fit:
    curves = {"val_accuracy": [0.25, 0.75, 0.5], "val_loss": [1.0, 0.5, 2.0]}
    return trained(loss=[1.0, 0.5, 0.25], callbacks=[given], **curves)


def test_fires_at_the_mode_with_both_epochs() -> None:
    given = checkpoint(monitor="val_accuracy", direction="min")

    finding = diagnosis.match(evidence(fits=[fit(given)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert "takes epoch 1 for the best (val_accuracy 0.250); epoch 2 had 0.750" in finding.evidence
    assert finding.change == 'mode="max"'


def test_fires_on_a_loss_that_is_to_grow() -> None:
    finding = diagnosis.match(evidence(fits=[fit(stopper(direction="max"))]))

    assert finding is not None
    assert finding.change == 'mode="min"'


def test_names_every_callback_with_the_same_mistake() -> None:
    wrong = [
        stopper(direction="max"),
        replace(checkpoint(direction="max"), line=7),
        replace(checkpoint(), line=9),
    ]
    run = replace(fit(wrong[0]), callbacks=wrong)

    finding = diagnosis.match(evidence(fits=[run]))

    assert finding is not None
    assert finding.evidence.endswith("; so has ModelCheckpoint in line 7")
    assert finding.change == 'mode="min" in each of them'


def test_fires_on_the_mode_as_written_when_the_training_never_began() -> None:
    written = stopper(monitor="val_accuracy", mode="min", direction=None)
    run = replace(fit(written), epochs=[], log_names=["loss", "val_loss", "val_accuracy"])

    finding = diagnosis.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert (
        finding.evidence == 'EarlyStopping has mode="min", and the lowest val_accuracy is the worst'
    )


@pytest.mark.parametrize(
    "given",
    [
        checkpoint(monitor="val_accuracy", mode="auto", direction=None),
        checkpoint(monitor="val_accuracy", direction="max"),
        checkpoint(monitor="val_loss", direction="min"),
        checkpoint(monitor="val_accuracy", direction="min", save_best_only=False),
        checkpoint(monitor="val_f1", direction="min"),
        checkpoint(monitor="val_accuracy", direction=None),
    ],
    ids=["left to Keras", "accuracy up", "loss down", "every epoch", "not logged", "not settled"],
)
def test_is_silent_on(given: Any) -> None:
    assert diagnosis.match(evidence(fits=[fit(given)], program=PROGRAM)) is None


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("val_loss", "min"),
        ("val_head_loss", "min"),
        ("accuracy_loss", "min"),
        ("val_sparse_categorical_accuracy", "max"),
        ("val_auc_1", "max"),
        ("f1_score", "max"),
        ("mae", ""),
        ("val_imprecision", ""),
    ],
)
def test_the_better_way_is_read_off_the_name_only_where_it_says_so(
    name: str, direction: str
) -> None:
    assert better(name) == direction
