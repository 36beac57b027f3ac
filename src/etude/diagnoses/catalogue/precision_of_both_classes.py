"""
Precision and recall count both classes of a softmax, and say what the accuracy says.

## Why it hurts
With one unit for each of two classes, `Precision` and `Recall` look at both units: every right answer is a hit for one
class and every wrong one a miss for the other, so that both equal the accuracy. What the class of interest is worth, the
rare one above all, is not seen. `class_id` tells which class is meant. Functions of one's own that count over whole arrays do
the same.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(120, 4)).astype("float32")
    ill = features[:, 0] > 1.0
    labels = keras.utils.to_categorical(ill, 2)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(
        optimizer=keras.optimizers.Adam(0.05),
        loss="categorical_crossentropy",
        metrics=["accuracy", keras.metrics.Precision(), keras.metrics.Recall()],
    )
    model.fit(features, labels, epochs=5, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(120, 4)).astype("float32")
    ill = features[:, 0] > 1.0
    labels = keras.utils.to_categorical(ill, 2)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(
        optimizer=keras.optimizers.Adam(0.05),
        loss="categorical_crossentropy",
        metrics=["accuracy", keras.metrics.Precision(class_id=1), keras.metrics.Recall(class_id=1)],
    )
    model.fit(features, labels, epochs=5, verbose=0)
"""

import ast
from collections.abc import Sequence
from itertools import combinations

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import call_at, metrics_in_compile
from etude.diagnoses.source import Source, argument, call_line, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ONE_HOT_LOSSES

# The network learns rightly; the numbers beside it say nothing of their own.
SEVERITY = Severity.WARNING
SKILLS = ("model-8", "model-13")
GUIDE = "Keras API: Classification metrics based on True/False positives & negatives"
EXPLAINS = ()

_KINDS = ("Precision", "Recall")
_CLASSES = 2
_ALIKE = 1e-4


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if not _is_softmax_of_two(output):
            continue
        for call in metrics_in_compile(evidence.source, output.model, _KINDS):
            kind = last_name(call.func)
            said = _same_as_accuracy(output, call, kind)
            if said and not any(word.arg in ("class_id", "top_k") for word in call.keywords):
                return Finding(
                    line=call_line(call),
                    evidence=f"{kind} counts both units of the softmax: {said}",
                    change=f"{kind}(class_id=1) looks at class 1 alone; or use one unit with sigmoid and binary_crossentropy",
                    about=kind,
                )
        if finding := _of_functions(evidence.source, output):
            return finding
    return None


def _of_functions(source: Source, output: Output) -> Finding | None:
    """Two metrics written as functions that say the same in every epoch: one counts as the other does."""
    compiled, logs = output.model.compiled, output.fit.epochs if output.fit else ()
    call = call_at(source, compiled.line, "compile") if compiled else None
    given = [one for one in _functions_given(source, call) if logs and one in logs[0]]
    for first, second in combinations(given, 2):
        if all(abs(epoch[first] - epoch[second]) <= _ALIKE for epoch in logs):
            return Finding(
                line=compiled.line if compiled else 1,
                evidence=f"{first} and {second} count both columns of the softmax: in every epoch they are the same, "
                f"{logs[-1][first]:.3f} at last",
                change="look at the class of interest alone, y_true[:, 1] and y_pred[:, 1]; or use one unit with sigmoid and "
                "binary_crossentropy",
                about=first,
            )
    return None


def _functions_given(source: Source, call: ast.Call | None) -> Sequence[str]:
    """Names of the program's functions among the metrics, as the logs have them."""
    metrics = next((w.value for w in call.keywords if w.arg == "metrics"), None) if call else None
    own = {function.name for function in source.functions()}
    parts = metrics.elts if isinstance(metrics, ast.List | ast.Tuple) else ()
    return [dotted_name(one) for one in parts if dotted_name(one) in own]


def _is_softmax_of_two(output: Output) -> bool:
    two = output.head.units == _CLASSES and output.head.activation == "softmax"
    return two and output.loss in ONE_HOT_LOSSES


def _same_as_accuracy(output: Output, call: ast.Call, kind: str) -> str:
    """Both values of the last epoch, when the metric and the accuracy were equal in every one."""
    logs = output.fit.epochs if output.fit else ()
    named = argument(call, "name") or kind.lower()
    name = next((one for one in (logs[0] if logs else {}) if one.startswith(str(named))), "")
    accuracy = next(
        (one for one in ("accuracy", "acc", "categorical_accuracy") if logs and one in logs[0]), ""
    )
    if not name or not accuracy:
        return ""
    if any(abs(epoch[name] - epoch[accuracy]) > _ALIKE for epoch in logs):
        return ""
    return f"{name} is {logs[-1][name]:.3f}, just as {accuracy}, in every epoch"
