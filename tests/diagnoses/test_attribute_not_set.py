"""Attributes that were to be set."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import attribute_not_set as diagnosis


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("base.trainable == False", "base.trainable = False"),
        ("self.model.stop_training == True", "self.model.stop_training = True"),
        ("base.trainble = False", "base.trainable = False"),
        ("base.Trainable = False", "base.trainable = False"),
        ("model.stop_trainning = True", "model.stop_training = True"),
    ],
)
def test_fires_with_the_line_as_it_was_meant(line: str, change: str) -> None:
    finding = diagnosis.match(evidence(program=f"a = 1\nif a:\n    {line}\n"))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


@pytest.mark.parametrize(
    "line",
    [
        "base.trainable = False",
        "assert base.trainable == False",
        "print(base.trainable == False)",
        "base.weights == other",
        "self.trainables = []",
        "base.trainable_part = 3",
        "base.training = True",
        "base.trainble = False; print(base.trainble)",
    ],
)
def test_is_silent_on(line: str) -> None:
    assert diagnosis.match(evidence(program=f"{line}\n")) is None


CALLBACK = """\
class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        {line}
"""


def test_fires_on_a_callback_that_stops_itself() -> None:
    program = CALLBACK.format(line="self.stop_training = True")

    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 3
    assert finding.change == "self.model.stop_training = True"


@pytest.mark.parametrize(
    "line",
    [
        "self.model.stop_training = True",
        "self.stop_training = False",
        "self.stop_training = epoch > 3; self.model.stop_training = self.stop_training",
    ],
)
def test_is_silent_on_a_callback_with(line: str) -> None:
    assert diagnosis.match(evidence(program=CALLBACK.format(line=line))) is None
