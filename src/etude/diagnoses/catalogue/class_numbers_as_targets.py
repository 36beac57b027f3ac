"""
The numbers of classes are learned as if they were quantities.

## Why it hurts
With one output and a squared error, class 2 lies between class 1 and class 3, and a picture that may be 1 or 3
is answered with 2. Measured on ten classes of equal distance: 15 % right, where one output per class and a
cross-entropy reach 68 %. (Softmax over all classes with a squared error on one-hot rows was no worse there.)

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 4

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 4

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(4, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(features, labels, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.origins import origins
from etude.diagnoses.places import loss_line
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.diagnoses.text import embeddings
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, REGRESSION_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-8")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = ("activation_limits_regression", "binary_targets_out_of_range", *NUMBERS_GONE_WRONG)

# Whoever counts right answers means classes: whole numbers alone may well be quantities.
_ROUNDING = ("round", "rint", "around")
_COUNTS_RIGHT_ANSWERS = ("accuracy", "acc", "sparse_categorical_accuracy")
_FEWEST_CLASSES = 3


def match(evidence: Evidence) -> Finding | None:
    return _of_classes(evidence) or _of_words(evidence)


def _of_words(evidence: Evidence) -> Finding | None:
    """One output that is to give the number of the token that follows."""
    for output in outputs(evidence):
        tokens = output.fit.train.tokens if output.fit else None
        looked_up = embeddings(output.model)
        follows = tokens is not None and tokens.labels_are == "next token"
        binary = output.head.units == 1 and output.loss in BINARY_LOSSES
        if follows and looked_up and (binary or _learns_numbers(output)):
            rows = looked_up[0].config.get("input_dim", "number of words")
            return Finding(
                line=loss_line(evidence.source, output.model),
                evidence="the labels are the numbers of the tokens that follow, and one output learns them as "
                f"{'an answer of yes or no' if binary else 'amounts'} with {output.loss}: between token 3 and token 9 it answers 6, another token altogether",
                change=f'Dense({rows}, activation="softmax"), one output for each token, with '
                "sparse_categorical_crossentropy; argmax of the outputs is the token",
                about=output.model.name,
            )
    return None


def _of_classes(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        labels = output.labels[0] if output.labels else None
        if labels is None or not _are_classes(labels) or not _learns_numbers(output):
            continue
        counted = _counted(evidence.source, output)
        if not counted:
            continue
        classes = len(labels.distinct or ())
        return Finding(
            line=loss_line(evidence.source, output.model),
            evidence=f"the labels are the {classes} classes 0 to {classes - 1}, {counted}, "
            f"and one output learns them as numbers with {output.loss}",
            change=f'Dense({classes}, activation="softmax") with sparse_categorical_crossentropy',
            about=output.model.name,
        )
    return None


def _are_classes(labels: Labels) -> bool:
    """All whole numbers from 0 to the highest, without a gap."""
    seen = list(labels.distinct or ())
    whole = labels.is_one_number and labels.dtype.startswith(("int", "uint"))
    return whole and len(seen) >= _FEWEST_CLASSES and seen == list(range(len(seen)))


def _learns_numbers(output: Output) -> bool:
    compiled = output.model.compiled
    if compiled is None or output.head.units != 1 or len(compiled.losses) != 1:
        return False
    return output.loss in REGRESSION_LOSSES


def _counted(source: Source, output: Output) -> str:
    """How the program counts right answers; empty when it does not."""
    compiled = output.model.compiled
    if compiled and any(name in _COUNTS_RIGHT_ANSWERS for name in compiled.metrics):
        return "accuracy is measured"
    line = next(_comparisons_of_rounded(source), 0)
    return f"line {line} counts which of them the rounded output meets" if line else ""


def _comparisons_of_rounded(source: Source) -> Iterator[int]:
    """Lines of ``round(predicted) == labels`` and ``accuracy_score(labels, round(predicted))``."""
    for node in source.nodes:
        equal = isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq)
        scored = isinstance(node, ast.Call) and dotted_name(node.func).endswith("accuracy_score")
        if isinstance(node, ast.Compare | ast.Call) and (equal or scored):
            behind = list(origins(source, node, before=node.lineno))
            called = {last_name(one.func) for one in behind
                      if isinstance(one, ast.Call)}  # fmt: skip
            if "predict" in called and called & set(_ROUNDING):
                yield node.lineno
