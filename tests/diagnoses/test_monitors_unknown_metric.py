"""A callback that watches a log which is not there."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence
from followed import checkpoint, stopper
from trained import arrays, trained

from etude.diagnoses.catalogue import monitors_unknown_metric as diagnosis
from etude.domain.error import Error
from etude.domain.observations import Fit

PROGRAM = 'x = 1\ny = 2\nstop = EarlyStopping(\n    monitor="val_acc")\n'
CURVES = {"loss": [1.0], "accuracy": [0.5], "val_loss": [1.0], "val_accuracy": [0.5]}
VALIDATION = arrays(rows=4, role="validation")


def fit(*callbacks: Any, **fields: Any) -> Fit:
    return trained(**(CURVES | {"validation": VALIDATION} | fields), callbacks=callbacks)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("val_acc", "val_accuracy"),
        ("acc", "accuracy"),
        ("validation_loss", "val_loss"),
        ("Val_Loss", "val_loss"),
    ],
)
def test_fires_at_the_name_and_says_which_was_meant(written: str, meant: str) -> None:
    seen = evidence(fits=[fit(stopper(monitor=written))], program=PROGRAM)

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 4
    assert f'"{written}"' in finding.evidence
    assert "loss, accuracy, val_loss, val_accuracy" in finding.evidence
    assert finding.change == f'monitor="{meant}"'


def test_means_the_log_that_has_the_name_as_a_part() -> None:
    logs = ["accuracy", "f1_score", "loss", "val_accuracy", "val_f1_score", "val_loss"]
    measured = replace(fit(stopper(monitor="F1")), epochs=[dict.fromkeys(logs, 0.5)])
    seen = evidence(fits=[measured])

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.change == 'monitor="f1_score"'


def test_is_silent_on_a_log_that_is_no_single_number() -> None:
    each_class = replace(fit(stopper(monitor="val_f1_score")), log_names=["loss", "val_f1_score"])

    assert diagnosis.match(evidence(fits=[each_class])) is None


def test_fires_when_keras_ends_the_training_in_its_first_epoch() -> None:
    names = ["loss", "accuracy", "val_loss", "val_accuracy"]
    ended = replace(fit(stopper(monitor="val_acc")), epochs=[], log_names=names, finished=False)
    raised = Error(type="ValueError", message="", raised_by="keras.callbacks._set_monitor_op")
    seen = replace(evidence(fits=[ended], program=PROGRAM), errors=[raised])

    assert diagnosis.match(seen) is not None
    assert diagnosis.match(replace(seen, errors=[])) is None


def test_fires_when_batches_are_to_be_judged_by_what_only_an_epoch_measures() -> None:
    seen = evidence(fits=[fit(checkpoint(save_freq=5))])

    finding = diagnosis.match(seen)

    assert finding is not None
    assert 'looks at "val_loss" after every 5 batches' in finding.evidence
    assert 'save_freq="epoch"' in finding.change


@pytest.mark.parametrize(
    "given",
    [
        stopper(monitor="val_accuracy"),
        stopper(monitor="learning_rate"),
        checkpoint(monitor="val_acc", save_best_only=False),
        checkpoint(save_freq="epoch"),
        checkpoint(monitor="loss", save_freq=5),
        checkpoint(save_best_only=False, save_freq=5),
    ],
    ids=[
        *("known", "learning rate", "of no consequence"),
        *("each epoch", "a log of batches", "every so many batches, good or bad"),
    ],
)
def test_is_silent_on_names_that_are_there_or_do_not_matter(given: Any) -> None:
    assert diagnosis.match(evidence(fits=[fit(given)])) is None


def test_is_silent_on_logs_that_a_callback_adds() -> None:
    own = replace(fit(stopper(monitor="val_f1")), epochs=[{"loss": 1.0, "val_f1": 0.5}])

    assert diagnosis.match(evidence(fits=[own])) is None


def test_leaves_missing_validation_data_to_another_diagnosis() -> None:
    bare = fit(stopper(monitor="val_loss"), validation=None, val_loss=[], val_accuracy=[])

    assert diagnosis.match(evidence(fits=[bare])) is None


def test_names_the_other_callbacks_that_watch_the_same() -> None:
    both = fit(stopper(monitor="val_acc"), checkpoint(monitor="val_acc", line=7))

    finding = diagnosis.match(evidence(fits=[both], program=PROGRAM))

    assert finding is not None
    assert 'ModelCheckpoint in line 7 watches "val_acc" as well' in finding.evidence
