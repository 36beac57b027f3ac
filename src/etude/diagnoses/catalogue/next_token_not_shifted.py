"""
The tokens to predict are the very tokens that the network is given.

## Why it hurts
A network that shall say what comes next is asked to repeat what it has just read. It learns that at once, with an
accuracy near 1, and generates nothing but its last token over and over. The labels must be the inputs moved by
one: inputs `text[:-1]`, labels `text[1:]`.

## Example
    import keras
    import numpy as np

    text = np.random.default_rng(0).integers(0, 30, (64, 11))
    inputs, labels = text[:, :-1], text[:, :-1]

    model = keras.Sequential([
        keras.layers.Embedding(30, 8),
        keras.layers.GRU(8, return_sequences=True),
        keras.layers.Dense(30),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(inputs, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    text = np.random.default_rng(0).integers(0, 30, (64, 11))
    inputs, labels = text[:, :-1], text[:, 1:]

    model = keras.Sequential([
        keras.layers.Embedding(30, 8),
        keras.layers.GRU(8, return_sequences=True),
        keras.layers.Dense(30),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss)
    model.fit(inputs, labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given, line_of_filling, names_in
from etude.diagnoses.origins import inputs_given
from etude.diagnoses.places import call_at
from etude.diagnoses.series import assigned_value, label_line, origin_line
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.text import gives_sequences, recurrent_in, text_fits
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ONE_HOT_LOSSES, SPARSE_LOSSES
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("text-8", "dev-3")
GUIDE = "TensorFlow tutorial: Text generation with an RNN"

_REPEATED = ("inputs", "last token")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        if fit.train.repeats and _predicts_tokens(fit):
            name, filled = _filled_labels(evidence.source, fit)
            return Finding(
                line=filled or _line_of_input(evidence, fit),
                evidence=f"one of the inputs that fit gets in line {fit.line} equals the labels: at each step "
                "the network is given the very token that it is to predict",
                change=f"write each label one step earlier, at t - 1 instead of t, and none for t = 0: {name} "
                "then holds what follows the decoder's input"
                if filled
                else "let the decoder's input begin with the start token and lag one step behind the labels: "
                "inputs target[:, :-1], labels target[:, 1:] of one row that begins with the start token",
            )
    for fit in text_fits(evidence):
        same = fit.train.tokens.labels_are if fit.train.tokens else ""
        if same in _REPEATED and _predicts_tokens(fit) and not _is_autoencoder(fit):
            told = "equal the inputs" if same == "inputs" else "are the last token of each row"
            return Finding(
                line=label_line(evidence.source, fit),
                evidence=f"the labels that fit gets in line {fit.line} {told}",
                change="move the labels by one token: inputs text[:, :-1], labels text[:, 1:]; or, for one "
                "label per row, the token that follows the row",
            )
    return None


def _filled_labels(source: Source, fit: Fit) -> tuple[str, int]:
    """The array of labels and the line that fills it step by step; line 0 when none does."""
    call = call_at(source, fit.line, "fit")
    labels = given(call, "y", 1) if call is not None else None
    name = dotted_name(labels) if labels is not None else ""
    if _is_input_too(source, fit, name):
        return name, 0  # one array for both: its steps cannot be moved for the labels alone
    return name, line_of_filling(source, {name} - {""}, before=fit.line)


def _is_input_too(source: Source, fit: Fit, name: str) -> bool:
    """Whether ``fit`` is given what has this name both among its inputs and as labels."""
    call = call_at(source, fit.line, "fit")
    labels = given(call, "y", 1) if call is not None else None
    inputs = inputs_given(source, fit.line, "fit")
    same = labels is not None and dotted_name(labels) == name != ""
    return same and inputs is not None and name in names_in(inputs)


def _line_of_input(evidence: Evidence, fit: Fit) -> int:
    """Where the input that equals the labels is made, or where one array is given for both."""
    inputs = inputs_given(evidence.source, fit.line, "fit")
    place = fit.train.repeats.rpartition("/")[2]
    parts = getattr(inputs, "elts", [])
    one = parts[int(place)] if place.isdigit() and int(place) < len(parts) else None
    if _is_input_too(evidence.source, fit, dotted_name(one) if one is not None else ""):
        return fit.line
    return (
        _line_of_same_making(evidence.source, fit, one)
        or origin_line(evidence.source, one, before=fit.line)
        or fit.line
    )


def _line_of_same_making(source: Source, fit: Fit, one: ast.expr | None) -> int:
    """Where the labels are made, if by the very expression that makes this input; of what a function
    makes for several names the line that asks for it; else 0.
    """
    call = call_at(source, fit.line, "fit")
    labels = given(call, "y", 1) if call is not None else None
    made, target = (
        assigned_value(source, dotted_name(node), before=fit.line) if node is not None else None
        for node in (one, labels)
    )
    if made is not None and target is not None and ast.dump(made) == ast.dump(target):
        return target.lineno
    function = function_of(source, made.func) if isinstance(made, ast.Call) else None
    name = getattr(function, "name", "")
    return made.lineno if made is not None and name and len(source.calls(name)) > 1 else 0


def _predicts_tokens(fit: Fit) -> bool:
    losses = fit.model.compiled.losses if fit.model.compiled else ()
    known = SPARSE_LOSSES | ONE_HOT_LOSSES
    return bool(losses) and all(loss.name in known for loss in losses)


def _is_autoencoder(fit: Fit) -> bool:
    """A bottleneck: a row becomes one vector, from which it is to be made again."""
    if fit.train.tokens is None or fit.train.tokens.labels_are != "inputs":
        return False
    if fit.model.kind == "subclassed":
        return True
    single = [
        layer
        for layer in fit.model.layers
        if recurrent_in(layer) is not None and not gives_sequences(layer)
    ]
    kinds = {layer.kind for layer in fit.model.layers}
    return bool(single) or bool(kinds & {"RepeatVector", "Flatten", "GlobalAveragePooling1D"})
