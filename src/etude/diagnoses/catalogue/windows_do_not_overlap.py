"""
Windows of a series are cut one after the other, so most forecasts it could teach are lost.

## Why it hurts
`window(size)` moves by its own size unless `shift` says otherwise. Of 1000 values, windows of ten then give 100 examples;
moved by one step they give 991, each with another value to forecast. The network sees a tenth of the data, and
always at the same places of a week or a day.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(6, drop_remainder=True)
    data = data.flat_map(lambda window: window.batch(6))
    data = data.map(lambda values: (values[:-1], values[-1])).batch(16)

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(6, shift=1, drop_remainder=True)
    data = data.flat_map(lambda window: window.batch(6))
    data = data.map(lambda values: (values[:-1], values[-1])).batch(16)

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.series import source_series
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.WARNING
SKILLS = ("series-1", "data-7")
GUIDE = "TensorFlow API: tf.data.Dataset.window"
EXPLAINS = ("forecast_repeats_last_value", "overfits", "trained_too_short")


def match(evidence: Evidence) -> Finding | None:
    for data in evidence.training_data():
        stage, series = data.stage("window"), source_series(data)
        if stage is None or not series or len(data.spec) != 2 or data.spec[1].dtype[:5] != "float":
            continue
        values, size = int(series["values"]), stage.parameters.get("size", 0)
        shift = stage.parameters.get("shift", size)
        if size > 2 and shift >= size and not _is_meant(evidence, data, stage, values // shift):
            return Finding(
                line=stage.line or data.line,
                about=data.role,
                evidence=f"window({size}) moves by {shift} values, so a series of {values} gives "
                f"{values // shift} windows; moved by one it gives {values - size + 1}",
                change=f"{'write' if 'shift' in stage.parameters else 'add'} shift=1 in window",
            )
    return None


def _is_meant(evidence: Evidence, data: Data, stage: Stage, windows: int) -> bool:
    """Whether the shift was written down, and the windows are at least as many as the weights."""
    weights = [fit.model.trainable_parameters for fit in evidence.fits if fit.train == data]
    return "shift" in stage.parameters and windows >= max(weights, default=0)
