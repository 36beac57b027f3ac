"""Methods that Keras calls by itself."""

from collections.abc import Callable

import pytest
from stopped import failed

from etude.diagnoses.catalogue import hook_has_other_arguments as diagnosis
from etude.diagnoses.evidence import Evidence

CALLBACK = "class Show(Callback):\n    def {method}({given}):\n        pass\n"
SEQUENCE = """\
import keras
import numpy as np

class Pairs(keras.utils.PyDataset):
    def __len__(self):
        return np.ceil(8 / 4)
    def __getitem__(self, i):
        return np.zeros((4, 2)), np.zeros(4)

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(Pairs(), verbose=0)
"""


@pytest.mark.parametrize(
    ("method", "given", "message", "wanted"),
    [
        (
            "on_epoch_end",
            "self, epoch",
            "takes 2 positional arguments but 3 were given",
            "epoch, logs",
        ),
        (
            "on_train_batch_end",
            "self, b",
            "takes 2 positional arguments but 3 were given",
            "batch, logs",
        ),
        ("on_train_end", "self", "takes 1 positional argument but 2 were given", "self, logs"),
        (
            "on_epoch_begin",
            "self, e, x, y",
            "missing 1 required positional argument: 'y'",
            "epoch, logs",
        ),
    ],
)
def test_fires_at_the_method(method: str, given: str, message: str, wanted: str) -> None:
    program = CALLBACK.format(method=method, given=given)

    finding = diagnosis.match(failed(program, f"Show.{method}() {message}", "TypeError"))

    assert finding is not None
    assert finding.line == 2
    assert wanted in finding.change


@pytest.mark.tensorflow
def test_fires_at_a_length_that_is_no_whole_number(
    evidence_of: Callable[[str], Evidence],
) -> None:
    finding = diagnosis.match(evidence_of(SEQUENCE))

    assert finding is not None
    assert finding.line == 6
    assert finding.change == "return int(np.ceil(8 / 4))"


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Other.on_epoch_end() takes 2 positional arguments but 3 were given", "TypeError"),
        ("f() takes 2 positional arguments but 3 were given", "TypeError"),
        ("'float' object cannot be interpreted as an integer", "TypeError"),
        ("Show.on_epoch_end() takes 2", "ValueError"),
    ],
)
def test_is_silent_on(message: str, kind: str) -> None:
    program = CALLBACK.format(method="on_epoch_end", given="self, epoch")

    assert diagnosis.match(failed(program, message, kind)) is None
