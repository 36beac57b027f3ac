"""
The data never end, and nothing says how many batches make an epoch.

## Why it hurts
`repeat()` without a number goes on for ever. Without `steps_per_epoch` the first epoch goes on as long: no
epoch is ever logged, nothing is validated, no callback acts, and Keras does not complain. The same happens at
the end of the first epoch when the validation data repeat and `validation_steps` is missing. Keras takes 0 for missing,
and 0 is what `30 // 32` gives: the whole batches in fewer examples than one batch.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).shuffle(64).repeat().batch(16)


    class StopAnyway(keras.callbacks.Callback):
        "Only so that this example comes to an end."

        def on_train_batch_end(self, batch, logs=None):
            self.model.stop_training = batch > 20


    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, epochs=3, callbacks=[StopAnyway()], verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).shuffle(64).batch(16)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, epochs=3, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, function_of, never_ends
from etude.diagnoses.pipelines import step
from etude.diagnoses.places import call_at, maker_of_data
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import INFINITE, Data, Fit

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("validation_missing",)
HOPELESS = True

_ENDING = {"take", "take_while"}
# fit(x, y, batch_size, epochs, verbose, callbacks, validation_split, validation_data, ...)
_VALIDATION_POSITION = 7


def match(evidence: Evidence) -> Finding | None:
    """Needs no more than what ``fit`` was given, so it is known before the training begins."""
    for fit in evidence.fits:
        for data, steps in ((fit.train, "steps_per_epoch"), (fit.validation, "validation_steps")):
            if data is None or fit.arguments.get(steps):
                continue
            why = _endless(evidence.source, fit, data)
            if why:
                return _finding(evidence, fit, data, steps, why)
    return None


def _finding(evidence: Evidence, fit: Fit, data: Data, steps: str, why: str) -> Finding:
    which = "training data" if data is fit.train else "validation data"
    what = "the first epoch" if data is fit.train else "the first validation"
    if fit.arguments.get(steps) == 0:
        call = call_at(evidence.source, fit.line, "fit")
        return Finding(
            line=evidence.source.line_of_argument(call, steps) if call else fit.line,
            about=which,
            evidence=f"{why}, and fit in line {fit.line} is told {steps}=0, which Keras takes for not told: {what} never ends",
            change=f"round up, {steps}=math.ceil(examples / batch_size): // gives 0 where there are fewer examples than a batch holds",
        )
    return Finding(
        line=fit.line,
        about=which,
        evidence=f"{why}, and fit in line {fit.line} is not told {steps}: {what} never ends",
        change=f"let the {which} end (fit starts them anew by itself), or give fit {steps}=",
    )


def _endless(source: Source, fit: Fit, data: Data) -> str:
    """Why the data never end; "" when they do or when it is not known."""
    if data.cardinality == INFINITE:
        repeat = data.stage("repeat")
        return f"{step(repeat)} goes on for ever" if repeat else "the dataset goes on for ever"
    if fit.finished or any(stage.op in _ENDING for stage in data.stages):
        return ""
    name, function = _generator(source, fit, data)
    return f"{name} yields for ever" if function and never_ends(function) else ""


def _generator(source: Source, fit: Fit, data: Data) -> tuple[str, Function | None]:
    """The function behind ``from_generator`` or behind a generator given to fit."""
    stage = data.stage("from_generator")
    if stage is not None:
        name = str(stage.parameters.get("function", ""))
        return name, function_of(source, ast.Name(name))
    place = ("x", 0) if data is fit.train else ("validation_data", _VALIDATION_POSITION)
    made = maker_of_data(source, fit.line, "fit", *place) if data.type == "generator" else None
    if made is not None:
        function = function_of(source, made.func)
        return getattr(function, "name", ""), function
    return "", None
