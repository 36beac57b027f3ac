"""
A recurrent layer keeps only its last state where a whole sequence is wanted.

## Why it hurts
An LSTM or GRU gives one vector for the whole sequence: two axes, (batch, units). The next recurrent layer wants
three, (batch, steps, features), and refuses. Every recurrent layer but the last needs `return_sequences=True`, which
makes it give a vector for every step. So does the last one where the labels say something of every step.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 1)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.Input((10, 1)),
        keras.layers.LSTM(8),
        keras.layers.LSTM(4),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 1)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.Input((10, 1)),
        keras.layers.LSTM(8, return_sequences=True),
        keras.layers.LSTM(4),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs
from etude.diagnoses.places import layer_line
from etude.diagnoses.recurrence import (
    Refused,
    name_of,
    recurrent_calls,
    refused_sequence,
    returns_sequences,
    width_of,
)
from etude.diagnoses.refusals import refused_targets
from etude.diagnoses.source import Source, call_line
from etude.diagnoses.stops import Stop, inputs_of, stop, told_shape
from etude.diagnoses.text import embeddings, keeps_last_state
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("text-6", "series-5", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"
EXPLAINS = ("arrangement_refused",)

# What cross-entropies say of labels with an axis more than the outputs, and what errors of numbers do.
_OTHER_RANK = ("`target` and `output` must have the same rank", "Dimensions must be equal")
# Axes of (batch, values), of (batch, steps, features), and of (batch, steps) where steps are token numbers.
_ONE_ANSWER, _SEQUENCES, _TOKENS = 2, 3, 2

_EACH_STEP = re.compile(
    r"`TimeDistributed` Layer should be passed .* received: \((?:None|\d+), (?P<width>\d+)\)"
)
# What CTC says of outputs without an axis of steps: Keras's check, or the transposition in a loss of one's own.
_CTC_WANTS_STEPS = "Logits `y_pred` are expected to be a tensor of shape"
_IN_OWN_LOSS = re.compile(r"must be 2 but is 3 for '\{\{node compile_loss/\S*transpose")
_CTC = ("ctc_batch_cost", "ctc_loss")


def match(evidence: Evidence) -> Finding | None:
    return (
        _before_another_layer(evidence)
        or _before_labels_of_every_step(evidence)
        or _before_a_label_a_step(evidence)
        or _before_ctc(evidence)
        or _before_time_distributed(evidence)
    )


def _before_time_distributed(evidence: Evidence) -> Finding | None:
    """A layer that works on each step, and gets (batch, values)."""
    error = evidence.error
    found = _EACH_STEP.search(error.message) if error is not None else None
    if error is None or found is None:
        return None
    width = int(found["width"])
    made = [call for call in recurrent_calls(evidence.source) if call.lineno <= error.line]
    givers = [call for call in made if not returns_sequences(call)]
    fitting = [call for call in givers if width_of(evidence.source, call) in (width, None)]
    if not fitting:
        return None
    giver = fitting[-1]
    return Finding(
        line=call_line(giver),
        about=name_of(giver),
        evidence=f"{name_of(giver)} in line {call_line(giver)} gives {width} numbers for a whole sequence, its last state "
        "alone; TimeDistributed works on each step, and there are none left",
        change=f"add return_sequences=True to {name_of(giver)}, if every step is to be answered; for one answer "
        "leave TimeDistributed out",
    )


def _before_ctc(evidence: Evidence) -> Finding | None:
    """CTC wants the probabilities of every step, and refuses (batch, classes)."""
    ended = stop(evidence)
    refused = ended is not None and _is_of_ctc(evidence.source, ended.error.message)
    layer = keeps_last_state(ended.model) if ended is not None and refused else None
    if ended is None or layer is None:
        return None
    return Finding(
        line=layer_line(evidence.source, ended.model, layer),
        about=layer.name,
        evidence=f"CTC wants the classes of every step, and {layer.kind} gives its last state alone",
        change=f"add return_sequences=True to {layer.kind}, for an output at every step",
    )


def _is_of_ctc(source: Source, said: str) -> bool:
    if _CTC_WANTS_STEPS in said:
        return True
    return bool(_IN_OWN_LOSS.search(said)) and any(source.calls(name) for name in _CTC)


def _before_a_label_a_step(evidence: Evidence) -> Finding | None:
    """Labels (batch, steps) or (batch, steps, 1), as cross-entropies refuse them."""
    ended = stop(evidence)
    steps = _steps_of_labels(evidence, ended) if ended else 0
    layer = keeps_last_state(ended.model) if ended and steps else None
    if ended is None or layer is None:
        return None
    return Finding(
        line=layer_line(evidence.source, ended.model, layer),
        about=layer.name,
        evidence=f"the labels say something of each of the {steps} steps; {layer.kind} gives its last state alone, so "
        "the model answers once",
        change=f"add return_sequences=True to {layer.kind}, for an output at every step; or give one label for the "
        "whole sequence, labels[:, -1]",
    )


def _steps_of_labels(evidence: Evidence, ended: Stop) -> int:
    """The size of their axis of steps, where the inputs have as many and the output has none."""
    refused = refused_targets(evidence)
    if refused is None or len(refused.wanted) != _ONE_ANSWER or len(refused.given) < _ONE_ANSWER:
        return 0
    inputs = [one for data in ended.data for one in inputs_of(data)]
    shapes = [list(one.shape or ()) for one in inputs]
    steps, values = refused.given[1], refused.given[2:]
    axes = (_SEQUENCES, _TOKENS) if embeddings(ended.model) else (_SEQUENCES,)
    counts_steps = any(len(shape) in axes and shape[1] == steps for shape in shapes)
    return steps or 0 if counts_steps and (values or steps != refused.wanted[1]) else 0


def _before_labels_of_every_step(evidence: Evidence) -> Finding | None:
    """Labels (batch, steps, classes) beside outputs (batch, classes)."""
    said = [error.message for error in evidence.errors]
    if not any(sign in message for sign in _OTHER_RANK for message in said):
        return None
    for output in outputs(evidence):
        layer = keeps_last_state(output.model)
        shape = output.labels[0].shape if output.labels else None
        given = output.head.shape
        if layer is None or shape is None or given is None or len(shape) != len(given) + 1:
            continue
        wider = (
            f", and as many outputs as a step has values, {shape[-1]}"
            if shape[-1] != given[-1]
            else ""
        )
        return Finding(
            line=layer_line(evidence.source, output.model, layer),
            about=layer.name,
            evidence=f"the labels are {told_shape(shape)}, one for each of {shape[1]} steps; {layer.kind} gives its "
            f"last state alone, so the model gives {told_shape(given)}",
            change=f"add return_sequences=True to {layer.kind}, for an output at every step{wider}; or give one label for "
            "the whole sequence",
        )
    return None


def _before_another_layer(evidence: Evidence) -> Finding | None:
    refused = refused_sequence(evidence)
    call = _giver(evidence.source, refused) if refused is not None else None
    if refused is None or call is None:
        return None
    return Finding(
        line=call_line(call),
        about=refused.layer,
        evidence=f"{name_of(call)} in line {call_line(call)} gives {refused.shape}, its last state alone; the "
        f"{refused.kind} after it wants (batch, steps, features)",
        change=f"add return_sequences=True to {name_of(call)}",
    )


def _giver(source: Source, refused: Refused) -> ast.Call | None:
    """The recurrent layer without sequences that is as wide as what was refused.

    Keras numbers layers of a kind: with a number, one of them got its inputs without complaint, so
    a layer whose width is no literal may be the one that gave these.
    """
    made = recurrent_calls(source)
    keeping = [call for call in made if not returns_sequences(call)]
    fitting = [call for call in keeping if width_of(source, call) == refused.last]
    if fitting and len(made) > 1:
        return fitting[0]
    unknown = [call for call in keeping if width_of(source, call) is None]
    return unknown[0] if unknown and refused.is_numbered else None
