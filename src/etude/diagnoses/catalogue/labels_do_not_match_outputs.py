"""
The model has another number of outputs than there are labels or losses, or they have other names.

## Why it hurts
A model with two outputs is compared with two sets of labels, one for each, in the same order or by the names of its
output layers. A single set, or a dictionary with another name, cannot be divided among them. Keras stops; Keras 3.6
goes on without a word.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    price = np.zeros((32, 1), "float32")

    inputs = keras.Input((8,))
    outputs = [keras.layers.Dense(1, name="price")(inputs), keras.layers.Dense(1, name="age")(inputs)]
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss=["mse", "mse"])
    model.fit(features, price, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    price, age = np.zeros((32, 1), "float32"), np.zeros((32, 1), "float32")

    inputs = keras.Input((8,))
    outputs = [keras.layers.Dense(1, name="price")(inputs), keras.layers.Dense(1, name="age")(inputs)]
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss=["mse", "mse"])
    model.fit(features, [price, age], verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import loss_line
from etude.diagnoses.source import Source
from etude.diagnoses.stops import labels_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Model

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "model-8", "model-7")
GUIDE = "TensorFlow guide: The Functional API"
# Losses under other names than the outputs' are taken in their order, which says nothing then.
EXPLAINS = (
    *("integer_labels_with_categorical_loss", "predictions_broadcast_against_labels"),
    *("sigmoid_for_exclusive_classes", "activation_limits_regression", "labels_out_of_range"),
    *("logits_without_from_logits", "one_hot_labels_with_sparse_loss"),
)

# One set of labels where each output wants one, whether or not the data were looked at.
_ONE_FOR_ALL = re.compile(r"can't be found in either the model's output .* or in the labels")
_STRUCTURES = re.compile(r"different structures|structure of|number of outputs")
_WEIGHTS = re.compile(r"one `sample_weight` array per output in `y`")
_SEVERAL = 2
_KEYS = re.compile(
    r"Expected keys \[(?P<wanted>.*?)\] in loss dict, but found loss\.keys\(\)=\[(?P<given>.*?)\]"
)


def match(evidence: Evidence) -> Finding | None:
    return (
        _other_names(evidence)
        or _other_weights(evidence)
        or _other_number(evidence)
        or _one_for_all(evidence)
    )


def _other_weights(evidence: Evidence) -> Finding | None:
    """``sample_weight`` in another number of arrays than there are labels."""
    ended = stop(evidence)
    if ended is None or not _WEIGHTS.search(ended.error.message):
        return None
    names = [output.path for output in ended.model.outputs]
    return Finding(
        line=ended.line,
        evidence=f"the model has {len(names)} outputs, and sample_weight is not one array for each",
        change=f"sample_weight=[{', '.join(f'weights_of_{name}' for name in names)}], np.ones(len(y)) where all count the same",
        about="sample_weight",
    )


def _other_names(evidence: Evidence) -> Finding | None:
    """A dictionary of losses, as Keras refuses it."""
    ended = stop(evidence)
    keys = _KEYS.search(ended.error.message) if ended else None
    if keys is None or ended is None:
        return None
    wanted, given = keys["wanted"].replace("'", ""), keys["given"].replace("'", "")
    return Finding(
        line=loss_line(evidence.source, ended.model),
        evidence=f"the outputs are called {wanted}, and loss has the keys {given}",
        change=f"use the names of the output layers as keys: {wanted}",
        about=ended.model.name,
    )


def _other_number(evidence: Evidence) -> Finding | None:
    for line, model, data in _learned_from(evidence):
        outputs, labels = len(model.outputs), len(labels_of(data))
        if labels and outputs not in (0, labels):
            return Finding(
                line=line,
                evidence=f"the model has {outputs} output{_s(outputs)}, and {data.role} gives labels "
                f"for {labels}",
                change=_change(outputs),
                about=data.role,
            )
    return None


def _one_for_all(evidence: Evidence) -> Finding | None:
    """Of a generator, which étude leaves unseen, Keras tells that its labels are not in several parts."""
    ended = stop(evidence)
    if ended is None or not _ONE_FOR_ALL.search(ended.error.message):
        return None
    outputs = len(ended.model.outputs)
    if outputs < _SEVERAL or any(labels_of(data) for data in ended.data):
        return None
    return Finding(
        line=_yielding(evidence.source) or ended.line,
        evidence=f"the model has {outputs} outputs, and what line {ended.line} takes from its generator holds labels for one",
        change=_change(outputs),
        about=ended.doing,
    )


def _yielding(source: Source) -> int:
    """Where the program's only generator gives its batches."""
    lines = [node.lineno for node in source.all(ast.Yield)]
    return lines[0] if len(lines) == 1 else 0


def _learned_from(evidence: Evidence) -> Iterator[tuple[int, Model, Data]]:
    """Data at which Keras complained of structures; and any, when each of several outputs has a loss."""
    ended = stop(evidence)
    if ended is not None and ended.doing != "predict" and _STRUCTURES.search(ended.error.message):
        yield from ((ended.line, ended.model, data) for data in ended.data)
    for fit in evidence.fits:
        losses = len(fit.model.compiled.losses) if fit.model.compiled else 0
        if losses > 1 and losses == len(fit.model.outputs):
            yield fit.line, fit.model, fit.train


def _change(outputs: int) -> str:
    if outputs == 1:
        return "give one array of labels, not a list of them"
    return "give one set of labels per output: [first, second], or a dictionary with the names"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
