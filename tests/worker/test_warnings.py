"""Warnings are noted with the learner's line and still shown."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

MODEL = """import keras, numpy as np
x, y = np.zeros((8, 4), "float32"), np.zeros((8,), "float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
"""


def test_what_keras_warns_of_inside_fit_has_the_line_of_fit(watch: Watch) -> None:
    seen = watch(MODEL + """
stop = keras.callbacks.EarlyStopping(monitor="val_loss")
model.fit(x, y, epochs=2, callbacks=[stop], verbose=0)
""")  # fmt: skip

    (warning,) = seen.evidence.warnings
    assert warning.line == 7
    assert warning.category == "UserWarning"
    assert "val_loss" in warning.message
    assert "val_loss" in seen.outcome.stderr


def test_what_tensorflow_logs_is_a_warning_too(watch: Watch) -> None:
    seen = watch(MODEL + 'model.save("old.h5")\n')

    (warning,) = seen.evidence.warnings
    assert warning.line == 5
    assert warning.category == "absl"
    assert "HDF5" in warning.message
    assert "HDF5" in seen.outcome.stderr


def test_a_flood_of_warnings_is_cut(watch: Watch) -> None:
    seen = watch("import warnings\nfor i in range(1000):\n    warnings.warn(f'number {i}')\n")

    assert len(seen.evidence.warnings) == 200
