"""Callbacks that fit was never given."""

from dataclasses import replace

import pytest
from described import evidence
from followed import callback, made
from trained import trained

from etude.diagnoses.catalogue import callbacks_not_passed as diagnosis

FIT = trained(loss=[1.0])


def test_fires_at_fit_with_what_was_made() -> None:
    calls = [made("ModelCheckpoint", line=3), made("EarlyStopping", line=4, key="2")]

    finding = diagnosis.match(evidence(fits=[FIT], calls=calls))

    assert finding is not None
    assert finding.line == 9
    assert "ModelCheckpoint and EarlyStopping made in line 3" in finding.evidence
    assert "fit in line 9 got no callbacks" in finding.evidence


def test_fires_on_the_one_that_was_forgotten_among_others() -> None:
    fit = trained(loss=[1.0], callbacks=[callback("ModelCheckpoint", line=3)])
    calls = [made("ModelCheckpoint", line=3), made("EarlyStopping", line=4, key="2")]

    finding = diagnosis.match(evidence(fits=[fit], calls=calls))

    assert finding is not None
    assert finding.about == "EarlyStopping"
    assert "got only ModelCheckpoint" in finding.evidence


def test_is_silent_when_all_were_passed() -> None:
    fit = trained(loss=[1.0], callbacks=[callback("EarlyStopping")])

    assert diagnosis.match(evidence(fits=[fit], calls=[made("EarlyStopping")])) is None


def test_is_silent_on_a_line_whose_callbacks_were_passed_in_another_round() -> None:
    fit = trained(loss=[1.0], callbacks=[callback("EarlyStopping", line=3)])
    calls = [made("EarlyStopping", line=3), made("EarlyStopping", line=3, key="2")]

    assert diagnosis.match(evidence(fits=[fit], calls=calls)) is None


@pytest.mark.parametrize(
    "program",
    [
        "own = CallbackList([stop], model=model)\n",
        "model.evaluate(x, callbacks=[stop])\n",
        "self.inner.on_epoch_end(epoch, logs)\n",
    ],
)
def test_is_silent_when_they_are_used_in_another_way(program: str) -> None:
    calls = [made("EarlyStopping")]

    assert diagnosis.match(evidence(fits=[FIT], calls=calls, program=program)) is None
    assert diagnosis.match(evidence(fits=[FIT], calls=calls, program="model.fit(x)")) is not None


def test_is_silent_while_no_training_has_come_to_its_end() -> None:
    calls = [made("EarlyStopping")]

    assert diagnosis.match(evidence(calls=calls)) is None
    assert diagnosis.match(evidence(fits=[replace(FIT, finished=False)], calls=calls)) is None
