"""
A Python list is given to a model in the place of an array.

## Why it hurts
Keras 3 takes arrays, tensors and datasets; to it a list means "one item per input of the model", not "one item
per example". The message "Unrecognized data type" always quotes the inputs, also when the labels are the list.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = [i % 3 for i in range(32)]

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.array([i % 3 for i in range(32)])

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.source import dotted_name
from etude.diagnoses.stops import Stop, inputs_of, labels_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, TensorSpec

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "dev-6", "dev-3")
GUIDE = "Keras API: Model training, fit"
EXPLAINS = ("numbers_of_examples_differ", "number_of_inputs_differs")

_OF_TYPE = re.compile(
    r"Unrecognized data type: .*\(of type <class '(?P<kind>[\w.]+)'>\)", re.DOTALL
)
_TOKENS = "texts_to_sequences"
_PAD = "pad_sequences(..., maxlen=...) makes an array of them, filled up to the length of the training texts"
# What `x.shape` or `x.shape[1:]` holds.
_SIZES = re.compile(r"Unrecognized data type: x=(?P<sizes>\((?:\d+, ?)+\d*\)) ")
# More inputs than any model has: then each of them is an example.
_MOST_INPUTS = 8
# Where Keras asks each array how many examples it has.
_ADAPTER = "data_adapter_utils."
# What is told otherwise, or is none of the inputs' fault.
_ARRAYS = ("list", "tuple", "str", "ndarray", "dict", "DataFrame", "Series", "EagerTensor")


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    others = (_no_array, _only_its_shape, _of_single_numbers)
    if ended is not None and (
        other := next((one for tell in others if (one := tell(ended))), None)
    ):
        return other
    found = _the_list(ended) if ended else None
    if found is None or ended is None:
        return None
    what, seen = found
    return Finding(
        line=ended.line,
        evidence=f"the {what} given to {ended.doing} are a Python list{seen}",
        change=_PAD
        if what == "inputs" and _are_tokens(evidence, ended)
        else f"turn them into an array: np.array({what})",
        about=what,
    )


def _no_array(ended: Stop) -> Finding | None:
    """A picture as it was read, a model or the like."""
    refused = _OF_TYPE.search(ended.error.message)
    kind = refused["kind"] if refused else ""
    if not kind or kind.rpartition(".")[2] in _ARRAYS:
        return None
    name = kind.rpartition(".")[2]
    if name == "function":
        return Finding(
            line=ended.line,
            evidence=f"{ended.doing} is given a function, and takes what it makes",
            change="call it: a generator function followed by ()",
            about=name,
        )
    return Finding(
        line=ended.line,
        evidence=f"{ended.doing} is given an object of the class {name}, and takes arrays, tensors and datasets",
        change="make an array of it, with an axis of examples in front: np.asarray(picture)[None]"
        if kind.startswith("PIL")
        else "give it the array that this object holds or makes",
        about=name,
    )


def _only_its_shape(ended: Stop) -> Finding | None:
    """``evaluate(x.shape[1:])``: how large the array is in the place of the array."""
    said = _SIZES.search(ended.error.message)
    if said is None:
        return None
    return Finding(
        line=ended.line,
        evidence=f"{ended.doing} is given {said['sizes']}, the sizes of an array, and not the array itself",
        change=f"give the array, and its labels where they are wanted: {ended.doing}(x, y)"
        if ended.doing != "predict"
        else "give the array: predict(x)",
        about="sizes",
    )


def _of_single_numbers(ended: Stop) -> Finding | None:
    """``list(y)`` of an array: numbers of NumPy's, which Keras takes for arrays without an axis."""
    error = ended.error
    if error.type != "IndexError" or _ADAPTER not in error.raised_by:
        return None
    return Finding(
        line=ended.line,
        evidence=f"{ended.doing} is given a list of single numbers, of which each counts as an array of its own",
        change="turn it into one array: np.array(labels); or do not make a list of the array",
        about="labels",
    )


def _are_tokens(evidence: Evidence, ended: Stop) -> bool:
    """Whether they come from a tokenizer, a list of another length for each text."""
    given = inputs_given(evidence.source, ended.line, ended.doing)
    behind = origins(evidence.source, given, before=ended.line)
    return any(
        isinstance(node, ast.Call) and dotted_name(node.func).endswith(_TOKENS) for node in behind
    )


def _is_no_list(data: Data | None) -> bool:
    """Labels beside an array that are neither an array nor a list: a method, say."""
    return data is not None and data.kind == "other" and "list" not in data.type


def _the_list(ended: Stop) -> tuple[str, str] | None:
    """Which of the two is a list, and what else is known of it."""
    data = ended.data[0] if ended.data else None
    inputs = inputs_of(data) if data else []
    if refused := _OF_TYPE.search(ended.error.message):
        if any(part.dtype == "string" for part in inputs) or refused["kind"] == "str":
            return None  # text, which has other ways
        # An array that is refused together with the labels: then it is they.
        labels = labels_of(data) if data else []
        is_list = refused["kind"] == "list"
        if not is_list and (_is_no_list(data) or any(part.dtype == "string" for part in labels)):
            return None
        return ("inputs" if is_list else "labels"), ""
    for what, parts in (("inputs", inputs), ("labels", labels_of(data) if data else [])):
        if _are_examples(parts, ended):
            return what, f" of {len(parts)} arrays, one per example"
    return None


def _are_examples(parts: list[TensorSpec], ended: Stop) -> bool:
    wanted = max(len(ended.model.inputs), len(ended.model.outputs), _MOST_INPUTS)
    return len(parts) > wanted and all("/" in part.path for part in parts)
