"""
An evaluation calls the model with `training=True`.

## Why it hurts
Dropout then drops units of the very predictions that are measured, so the score is too low and different
each time. Batch normalisation uses the statistics of the evaluation batch and moves its running ones towards
them: the model has learned from data that were to judge it.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    labels = (inputs[:, 0] > 0).astype("int64")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dropout(0.2), keras.layers.Dense(2)])
    accuracy = keras.metrics.SparseCategoricalAccuracy()


    def evaluate(inputs, labels):
        outputs = model(inputs, training=True)
        accuracy.update_state(labels, outputs)
        return accuracy.result()


    print(float(evaluate(inputs, labels)))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    labels = (inputs[:, 0] > 0).astype("int64")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dropout(0.2), keras.layers.Dense(2)])
    accuracy = keras.metrics.SparseCategoricalAccuracy()


    def evaluate(inputs, labels):
        outputs = model(inputs, training=False)
        accuracy.update_state(labels, outputs)
        return accuracy.result()


    print(float(evaluate(inputs, labels)))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import MODEL_CALL, behaves_in_two_ways
from etude.diagnoses.names import calls_in, names_in
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, dotted_name, spans
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-3", "model-13")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ()

_EVALUATES = re.compile(r"(^|_)(test|val|valid|validate|validation|eval|evaluate|evaluation)(_|$)")
_TRAINS = re.compile(r"(^|[._])(train|GradientTape|apply_gradients|minimize)")
# Words of those who draw several answers on purpose, to see how far they differ.
_DRAWS = re.compile(r"monte|(^|_)mc(_|$)|uncertain|sampl|stochastic|bayes|draw", re.IGNORECASE)


def match(evidence: Evidence) -> Finding | None:
    models = {model.key: model for model in evidence.models}
    for call in evidence.calls_of(MODEL_CALL):
        model = models.get(call.arguments["model"])
        layers = behaves_in_two_ways(model) if model is not None else []
        if model is None or not layers or not _is_training_without_learning(call):
            continue
        where = _evaluating(evidence.source, call.line)
        if not where:
            continue
        kinds = ", ".join(dict.fromkeys(layer.kind for layer in layers))
        return Finding(
            line=call.line,
            evidence=f"{where} calls {model.name} with training=True, and it has {kinds}",
            change="call the model with training=False wherever it is not to learn",
            about=model.name,
        )
    return None


def _evaluating(source: Source, line: int) -> str:
    """What evaluates there: a function by its name, or a loop that gives a metric the outputs."""
    around = function_around(source, line)
    if around is not None and (_DRAWS.search(around.name) or _stacks(around)):
        return ""
    if around is not None and _EVALUATES.search(around.name):
        return around.name
    loops = [
        n
        for n in (ast.walk(around) if around else source.nodes)
        if isinstance(n, ast.For) and spans(n, line)
    ]
    if not loops or not _measures(loops[-1], line) or _TRAINS.search(getattr(around, "name", "")):
        return ""
    return around.name if around is not None else f"the loop in line {loops[-1].lineno}"


def _measures(place: ast.AST, line: int) -> bool:
    """Whether a metric gets what the line gives, as it is, and nothing there trains."""
    calls = calls_in(place)
    if any(_TRAINS.search(dotted_name(call.func)) for call in calls) or _is_collected(place, line):
        return False
    given = {
        name
        for node in ast.walk(place)
        if isinstance(node, ast.Assign) and spans(node, line)
        for name in names_in(*node.targets)
    }
    updates = [call for call in calls if dotted_name(call.func).endswith("update_state")]
    return any(spans(call, line) or given & names_in(*call.args) for call in updates)


def _is_collected(place: ast.AST, line: int) -> bool:
    """Whether the line makes several answers of one, as those do who want to see them differ."""
    several = (n for n in ast.walk(place) if isinstance(n, ast.ListComp | ast.GeneratorExp))
    return any(spans(node, line) for node in several)


def _stacks(function: ast.FunctionDef) -> bool:
    """Whoever stacks several answers wants them to differ."""
    return any(isinstance(n, ast.Attribute) and n.attr == "stack" for n in ast.walk(function))


def _is_training_without_learning(call: Call) -> bool:
    given = call.arguments
    return given["training"] is True and not given["taped"] and not given["symbolic"]
