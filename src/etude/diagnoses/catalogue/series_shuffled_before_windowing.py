"""
The series was shuffled before the windows were cut.

## Why it hurts
A window is a stretch of neighbours in time. Cut from shuffled values it holds numbers that never followed each
other, so the network is asked to forecast from noise and can only learn the mean. What may be shuffled are the
windows, once each of them is whole.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.shuffle(120)
    data = data.window(6, shift=1, drop_remainder=True)
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
    data = data.map(lambda values: (values[:-1], values[-1]))
    data = data.shuffle(120).batch(16)

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import is_shuffle, places, step
from etude.diagnoses.series import source_series
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.SILENT
SKILLS = ("series-7", "series-1", "data-7")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("forecast_repeats_last_value", *NOTHING_LEARNED)

# White noise of T values keeps within 2 / sqrt(T) of zero 95 times in a hundred; T is 20 at least.
_UNRELATED = 0.3
_LOOK_ONLY = ("len", "print", "range", "shuffle", "permutation")


def match(evidence: Evidence) -> Finding | None:
    return _in_the_pipeline(evidence) or _in_numpy(evidence)


def _in_the_pipeline(evidence: Evidence) -> Finding | None:
    for data in evidence.datasets():
        shuffles, cut = places(data, is_shuffle), data.position("window")
        before = [place for place in shuffles if place < cut]
        if before and _forecasts(data):
            stage = data.stages[before[-1]]
            window = data.stages[cut]
            return Finding(
                line=stage.line or data.line,
                about=data.role,
                evidence=f"{step(stage)} mixes the values, and window in line {window.line} then puts "
                f"{window.parameters.get('size', 'some')} of them together",
                change="cut the windows first, and shuffle them after flat_map and map",
            )
    return None


def _forecasts(data: Data) -> bool:
    """Whether single numbers are windowed into inputs and labels that are numbers too."""
    numbers = [spec for spec in data.spec if spec.dtype.startswith("float")]
    return len(data.spec) == 2 == len(numbers) and data.stage("flat_map") is not None


def _in_numpy(evidence: Evidence) -> Finding | None:
    """The source shuffles an array by name, and the windows are of values without any order."""
    for fit in evidence.fits:
        under = fit.series_split.train if fit.series_split else source_series(fit.train)
        line = _shuffling_line(evidence.source, before=fit.line)
        if line and abs(under.get("lag_one", 1.0)) < _UNRELATED:
            return Finding(
                line=line,
                about=fit.train.role,
                evidence=f"the windows follow each other, but the series of {under['values']:.0f} values "
                f"that they were cut from has no order: each value has a correlation of "
                f"{under['lag_one']:.2f} with the one before",
                change="cut the windows first, and shuffle whole windows with their labels",
            )
    return None


def _shuffling_line(source: Source, *, before: int) -> int:
    """Where an array is shuffled that is cut, or handed to a function, further down."""
    calls = [*source.calls("shuffle"), *source.calls("permutation")]
    cut = [c for c in calls if call_line(c) < before and _is_cut(source, _shuffled(source, c), c)]
    return max((call_line(call) for call in cut), default=0)


def _shuffled(source: Source, call: ast.Call) -> str:
    """The name of what was shuffled in place, or that the shuffled copy was given."""
    if dotted_name(call.func).endswith("shuffle"):
        return dotted_name(call.args[0]) if call.args else ""
    given = [n for n in source.nodes if isinstance(n, ast.Assign) and n.value is call]
    return dotted_name(given[0].targets[0]) if given else ""


def _is_cut(source: Source, name: str, shuffling: ast.Call) -> bool:
    later = [n for n in source.nodes if getattr(n, "lineno", 0) > shuffling.lineno]
    sliced = [n for n in later if isinstance(n, ast.Subscript) and dotted_name(n.value) == name]
    handed = [arg for n in later if isinstance(n, ast.Call) and _may_cut(n) for arg in n.args]
    return bool(name) and (bool(sliced) or any(dotted_name(arg) == name for arg in handed))


def _may_cut(call: ast.Call) -> bool:
    return last_name(call.func) not in _LOOK_ONLY
