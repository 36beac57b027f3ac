"""
The data never end, and nothing says how many batches make an epoch.

## Why it hurts
`repeat()` without a number goes on for ever. Without `steps_per_epoch` the first epoch goes on as long: no
epoch is ever logged, nothing is validated, no callback acts, and Keras does not complain. The same happens at
the end of the first epoch when the validation data repeat and `validation_steps` is missing. Keras takes 0 for missing,
and 0 is what `30 // 32` gives: the whole batches in fewer examples than one batch. A loop of one's own over such
data never comes to its second pass either.

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
from etude.diagnoses.names import Function, calls_in, function_of, never_ends
from etude.diagnoses.pipelines import step
from etude.diagnoses.places import call_at, function_around, maker_of_data
from etude.diagnoses.source import Source, last_name, spans
from etude.domain.finding import Finding, Severity
from etude.domain.observations import INFINITE, Data, Fit
from etude.domain.own_loop import Loop

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("validation_missing",)
HOPELESS = True

_COUNTING = ("enumerate", "tqdm")
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
    return next((found for loop in evidence.loops if (found := _walked(evidence, loop))), None)


def _walked(evidence: Evidence, loop: Loop) -> Finding | None:
    """A loop of one's own over data that never end, with nothing in it that leaves it."""
    if loop.finished or evidence.error is not None or loop.train.cardinality != INFINITE:
        return None
    walk = _walk(evidence.source, loop.line)
    if walk is None:
        return None
    return Finding(
        line=walk.lineno,
        about="training data",
        evidence=f"{_why(loop.train)}, and the loop in line {walk.lineno} walks over it with no break: its first pass never "
        "ends",
        change="leave repeat out, since a loop begins anew with each pass; or walk over so many batches: data.take(steps)",
    )


def _walk(source: Source, line: int) -> ast.For | None:
    """The innermost loop over a whole dataset in which a step is taken, here or in a function."""
    function = function_around(source, line)
    found = [
        loop
        for loop in source.all(ast.For)
        if spans(loop, line) or (function is not None and _calls(loop, function.name))
        if _takes_all(loop)
    ]
    return max(found, key=lambda loop: loop.lineno, default=None)


def _calls(loop: ast.For, name: str) -> bool:
    return any(last_name(call.func) == name for call in calls_in(loop))


def _takes_all(loop: ast.For) -> bool:
    """``for batch in data``, also counted, without a way out."""
    walked = loop.iter
    if isinstance(walked, ast.Call) and last_name(walked.func) in _COUNTING and walked.args:
        walked = walked.args[0]
    leaves = any(isinstance(node, ast.Break | ast.Return | ast.Raise) for node in ast.walk(loop))
    return isinstance(walked, ast.Name | ast.Attribute) and not leaves


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
        return _why(data)
    if fit.finished or any(stage.op in _ENDING for stage in data.stages):
        return ""
    name, function = _generator(source, fit, data)
    return f"{name} yields for ever" if function and never_ends(function) else ""


def _why(data: Data) -> str:
    repeat = data.stage("repeat")
    return f"{step(repeat)} goes on for ever" if repeat else "the dataset goes on for ever"


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
