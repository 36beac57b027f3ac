"""Logs under a name that they do not have."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from stopped import failed
from trained import trained

from etude.diagnoses.catalogue import unknown_log_name as diagnosis
from etude.diagnoses.evidence import Evidence

FROM_NONE = "'>' not supported between instances of 'NoneType' and 'float'"


def run(line: str, message: str, kind: str, *, val: bool = False) -> Evidence:
    values = [0.5, 0.4]
    fit = trained(loss=values, accuracy=values, val_accuracy=values if val else ())
    return replace(failed(f"\n\n{line}\n", message, kind), fits=[fit])


@pytest.mark.parametrize(
    ("line", "message", "kind"),
    [
        ('if logs.get("acc") > 0.9: pass', FROM_NONE, "TypeError"),
        ('print("%.2f" % logs.get("acc"))', "must be real number, not NoneType", "TypeError"),
        ('if logs["acc"] > 0.9: pass', "'acc'", "KeyError"),
        ('plot(history.history["acc"])', "'acc'", "KeyError"),
        ('plot(hist["acc"])', "'acc'", "KeyError"),
    ],
)
def test_fires_with_the_name_that_was_meant(line: str, message: str, kind: str) -> None:
    finding = diagnosis.match(run(line, message, kind))

    assert finding is not None
    assert finding.line == 3
    assert "logs loss, accuracy" in finding.evidence
    assert finding.change == '"accuracy"'


def test_fires_on_a_log_of_validation_that_there_was_none_of() -> None:
    finding = diagnosis.match(run('plot(history.history["val_loss"])', "'val_loss'", "KeyError"))

    assert finding is not None
    assert "validation_data" in finding.change


@pytest.mark.parametrize(
    ("line", "message", "kind"),
    [
        ('print(prices["acc"])', "'acc'", "KeyError"),
        ('print(history.history["accuracy"], rows["x"])', "'x'", "KeyError"),
        ('x = logs.get("accuracy") + limit', FROM_NONE, "TypeError"),
        ('x = logs.get("acc") + "a"', "can only concatenate str", "TypeError"),
    ],
    ids=["another dictionary", "another key", "a log that there is", "another reason"],
)
def test_is_silent_on(line: str, message: str, kind: str) -> None:
    assert diagnosis.match(run(line, message, kind)) is None


@pytest.mark.tensorflow
def test_fires_inside_a_callback_in_the_first_epoch(
    evidence_of: Callable[[str], Evidence],
) -> None:
    seen = evidence_of("""import keras, numpy as np
class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs.get("acc") > 0.9:
            self.model.stop_training = True
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.compile("sgd", "mse", metrics=["accuracy"])
model.fit(np.zeros((8, 4)), np.zeros((8, 2)), verbose=0, callbacks=[Stop()])
""")

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 4
    assert finding.change == '"accuracy"'


def test_fires_at_a_path_that_cannot_be_filled_in() -> None:
    line = 'keep = ModelCheckpoint("{epoch}-{acc:.2f}.keras")'
    message = "'Failed to format this callback filepath: \"a.keras\". Reason: \\'acc\\''"

    finding = diagnosis.match(run(line, message, "KeyError"))

    assert finding is not None
    assert finding.line == 3
    assert finding.change == '"accuracy"'
