"""
The rows have different lengths or mixed contents, so they make no array of numbers.

## Why it hurts
A tensor is a rectangle of one type. Sequences of different length, or rows with text beside numbers, become a NumPy
array of Python objects (`dtype=object`), and TensorFlow refuses it: "Unsupported object type", "Invalid dtype:
object".

## Example
    import numpy as np
    import tensorflow as tf

    sentences = [np.array([4, 7]), np.array([2, 9, 5])]
    tokens = tf.constant(np.array(sentences, dtype=object))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    sentences = [np.array([4, 7]), np.array([2, 9, 5])]
    tokens = tf.constant(keras.utils.pad_sequences(sentences, padding="post"))
"""

import ast
import re
from collections.abc import Mapping

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.source import call_line, spans
from etude.diagnoses.stops import stop
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Model

SEVERITY = Severity.ERROR
SKILLS = ("data-9", "data-2", "text-2")
GUIDE = "TensorFlow guide: Ragged tensors"
EXPLAINS = ()

_UNSUPPORTED = re.compile(r"Unsupported object type (?P<kind>[\w.]+)")
_UNEVEN = re.compile(r"inhomogeneous shape|non-rectangular Python sequence")
_APART = re.compile(r"inhomogeneous shape|could not broadcast input array")
_SEVERAL = 2
_OBJECTS = re.compile(r"Invalid dtype: object")
_MIXED = re.compile(r"Python sequence with mixed types")
_NUMBER = re.compile(r"\s*[-+]?\d[\d.,]*\s*$")
_MOST_NAMED = 3
_READERS = ("load_img", "imread", "Image.open", "decode_jpeg", "decode_png", "decode_image")
_ROWS = ("list", "tuple", "ndarray", "Tensor", "EagerTensor")
_PAD = (
    'pad them to one length, keras.utils.pad_sequences(rows, padding="post"), or tf.ragged.constant'
)
_RESIZE = (
    "bring each to one size as it is read: load_img(path, target_size=(128, 128)), "
    'Image.open(path).convert("RGB").resize((128, 128)) or tf.image.resize; then np.stack them'
)
_AXES_OF_PICTURES = 4
_DTYPE_OF_DUMMIES = (
    7  # get_dummies(data, prefix, prefix_sep, dummy_na, columns, sparse, drop_first, dtype)
)
_TYPES = (
    "make every column a number first: StringLookup for text, a value for gaps; then "
    'x.astype("float32")'
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    found = (
        _inputs_in_one(evidence, error)
        or _uneven(evidence)
        or _pictures(evidence, error.message)
        or _mixed(evidence, error)
        or _text_in_a_column(error)
    )
    if found is None and (yes_or_no := _yes_or_no(evidence, error)) is not None:
        return yes_or_no
    found = found or _seen(error.message)
    if found is None:
        return None
    seen, change = found
    return Finding(line=error.line, evidence=seen, change=change)


def _yes_or_no(evidence: Evidence, error: Error) -> Finding | None:
    """Columns of True and False, as ``get_dummies`` makes them, beside columns of numbers."""
    if not (_OBJECTS.search(error.message) or _UNSUPPORTED.search(error.message)):
        return None
    for made in evidence.calls_of("columns_made"):
        call = call_at(evidence.source, made.line, "get_dummies")
        if call is not None and given(call, "dtype", _DTYPE_OF_DUMMIES) is None:
            return Finding(
                line=call_line(call),
                about="get_dummies",
                evidence="get_dummies makes columns of True and False, which beside columns of numbers become an array of objects: "
                f"line {error.line} cannot compute with that",
                change='let it make numbers: get_dummies(..., dtype="float32"); or the whole table, table.astype("float32")',
            )
    return None


def _inputs_in_one(evidence: Evidence, error: Error) -> tuple[str, str] | None:
    """``np.array([a, b])`` of the inputs of a model with as many of them, of different width."""
    if not _APART.search(error.message):
        return None
    for call in evidence.source.calls("array"):
        parts = call.args[0] if call.args else None
        if not spans(call, error.line) or not isinstance(parts, ast.List):
            continue
        count = len(parts.elts)
        if count >= _SEVERAL and count in {len(model.inputs) for model in evidence.models}:
            return (
                f"{ast.unparse(parts)} are inputs of their own, of different width: they fit into no common array",
                f"give the model the list itself, {ast.unparse(parts)}",
            )
    return None


def _uneven(evidence: Evidence) -> tuple[str, str] | None:
    """Rows of any length in one array of objects, which has no second axis then."""
    ended = stop(evidence)
    if ended is None or not _OBJECTS.search(ended.error.message):
        return None
    samples = [sample for data in ended.data for sample in data.sample if sample.dtype == "object"]
    rows = next((sample for sample in samples if len(sample.shape) == 1), None)
    if rows is None or rows.path != "0":
        return None
    if _reads_pictures(evidence) or _wants_pictures(ended.model):
        return (
            f"the array has one axis of {rows.shape[0]} objects: the pictures have different sizes or channels",
            _RESIZE,
        )
    return (
        f"the array has one axis of {rows.shape[0]} objects: rows of different lengths make no rectangle",
        _PAD,
    )


def _pictures(evidence: Evidence, message: str) -> tuple[str, str] | None:
    """Pictures as they lie in their files, which a program reads and stacks."""
    uneven = _UNEVEN.search(message)
    unsupported = _UNSUPPORTED.search(message)
    held = unsupported is not None and unsupported["kind"].endswith("ndarray")
    if not (uneven or held) or not _reads_pictures(evidence):
        return None
    return "the pictures have different sizes or channels, so they make no array", _RESIZE


def _reads_pictures(evidence: Evidence) -> bool:
    return any(evidence.source.calls(name) for name in _READERS)


def _wants_pictures(model: Model) -> bool:
    return any(len(one.shape or ()) == _AXES_OF_PICTURES for one in model.inputs)


def _mixed(evidence: Evidence, error: Error) -> tuple[str, str] | None:
    """Gaps, or text, beside numbers in one list."""
    if not _MIXED.search(error.message):
        return None
    lists = [one for one in error.operands if one.type in ("list", "tuple")]
    name = next((one.name for one in lists if "None" in one.value), "")
    if name or "None" in evidence.source.line_text(error.line):
        return (
            f"None stands among the numbers{f' of {name}' if name else ''}",
            "a gap among numbers is float('nan'), which np.array(values, dtype=float) makes of None; fill it with np.nanmedian(values) before a "
            "network gets it",
        )
    return (
        "numbers and text stand side by side in one list, and a tensor holds values of one kind",
        "a tensor for each kind, or the text as numbers: float(text) where it is one, keras.layers.StringLookup for names",
    )


def _text_in_a_column(error: Error) -> tuple[str, str] | None:
    """Which columns of what stands in the line hold text, or that none does."""
    if not (_OBJECTS.search(error.message) or _UNSUPPORTED.search(error.message)):
        return None
    for one in error.operands:
        if one.texts:
            held = [f'{name} holds text, such as "{text}"' for name, text in one.texts.items()]
            return f"of {one.name} the column {'; '.join(held[:_MOST_NAMED])}", _as_numbers(
                one.texts
            )
    return None


def _as_numbers(texts: Mapping[str, str]) -> str:
    """What makes numbers of the first of these columns."""
    name, text = next(iter(texts.items()))
    column = "the column" if name.isdigit() else f'table["{name}"]'
    told = f'pd.to_numeric({column}, errors="coerce")'
    if _NUMBER.match(text):
        made = f"these are numbers written as text: {told} makes numbers of them, and gaps of what is none"
    else:
        made = f'a column for each word, by pd.get_dummies or OneHotEncoder; where "{text}" only marks a gap among numbers, {told}'
    return f'{made}; then .astype("float32")'


def _seen(message: str) -> tuple[str, str] | None:
    """What the rows are like, and what to do about it."""
    if unsupported := _UNSUPPORTED.search(message):
        kind = unsupported["kind"].rpartition(".")[2]
        if kind in _ROWS:
            return "the rows have different lengths, so the array holds them as objects", _PAD
        return f"the array has the dtype object, and holds values of type {kind}", _TYPES
    if _UNEVEN.search(message):
        return "the rows have different lengths", _PAD
    if _OBJECTS.search(message):
        return "the array has the dtype object: uneven rows, text or gaps among the numbers", _TYPES
    return None
