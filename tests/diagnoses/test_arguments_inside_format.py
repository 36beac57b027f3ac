"""A bracket that closes one call too late."""

from dataclasses import replace

import pytest
from described import evidence
from followed import checkpoint
from trained import trained

from etude.diagnoses.catalogue import arguments_inside_format as diagnosis
from etude.domain.finding import Finding


def _seen(made: str, **options: object) -> Finding | None:
    given = {"monitor": "val_loss", "save_best_only": False, "verbose": 0} | options
    fit = trained(loss=[1.0], callbacks=[checkpoint(**given)])
    return diagnosis.match(
        evidence(fits=[fit], program=f"name = 'run'\ntext = '{{}}.keras'\n{made}\n")
    )


@pytest.mark.parametrize("text", ["'{}.keras'", "text"], ids=["written there", "by its name"])
def test_fires_at_the_first_argument_that_got_lost(text: str) -> None:
    finding = _seen(f"keep = ModelCheckpoint({text}.format(name, save_best_only=True, mode='max'))")

    assert finding is not None
    assert finding.line == 3
    assert (
        finding.evidence
        == "format ignores save_best_only, and ModelCheckpoint has save_best_only=False"
    )
    assert "close the bracket of format before save_best_only" in finding.change


@pytest.mark.parametrize(
    ("monitor", "told"), [("val_acc", True), ("val_accuracy", False)], ids=["unknown", "known"]
)
def test_says_as_well_that_nothing_of_that_name_is_logged(monitor: str, told: bool) -> None:
    made = f"keep = ModelCheckpoint('{{}}.keras'.format(name, monitor={monitor!r}))"
    fit = trained(loss=[1.0], callbacks=[checkpoint(monitor="val_loss")])
    fit = replace(fit, log_names=["accuracy", "loss", "val_accuracy", "val_loss"])

    finding = diagnosis.match(evidence(fits=[fit], program=f"name = 'run'\n\n{made}\n"))

    assert finding is not None
    assert ("there is no val_acc" in finding.change) == told


@pytest.mark.parametrize(
    "made",
    [
        "keep = ModelCheckpoint('{}.keras'.format(name), save_best_only=True)",
        "keep = ModelCheckpoint('{monitor}.keras'.format(monitor='loss'))",
        "keep = ModelCheckpoint('{}.keras'.format(name, seed=1))",
        "keep = ModelCheckpoint('{}.keras'.format(name, save_best_only=False))",
        "keep = ModelCheckpoint(pattern.format(name, save_best_only=True))",
        "keep = ModelCheckpoint('run.keras')",
    ],
    ids=[
        *("closed in time", "a place of that name", "no option of it"),
        *("what it has anyway", "a text that is not seen", "no format"),
    ],
)
def test_is_silent_on(made: str) -> None:
    assert _seen(made) is None
