"""
A tensor is asked for a method that an array or a list has, an array for one of a tensor, or a dataset for its shape.

## Why it hurts
Tensors look like arrays and have fewer methods: what NumPy writes behind the dot TensorFlow has as functions, `tf.cast(x,
tf.int32)` for `x.astype("int32")`. `predict` and the parts of `load_data` are arrays already, which have no `.numpy()`. And a
dataset is a recipe: what its elements look like says `element_spec`.

## Example
    import tensorflow as tf

    scores = tf.constant([[0.2, 0.8], [0.6, 0.4]])
    decided = (scores > 0.5).astype("int32")

## Instead
    import tensorflow as tf

    scores = tf.constant([[0.2, 0.8], [0.6, 0.4]])
    decided = tf.cast(scores > 0.5, tf.int32)
"""

import ast
import re
from collections.abc import Mapping

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, spans
from etude.diagnoses.stops import said
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "train-1")
GUIDE = "TensorFlow guide: Introduction to Tensors"
EXPLAINS = ("name_misspelt",)

_SAID = re.compile(r"'?(?:[\w.]+\.)?(?P<kind>\w+)'? object has no attribute '(?P<name>\w+)'")
_TENSOR = {
    "assign": "keep the variable: {x} became a tensor where something was computed from it, {x} = {x} - step; {x}.assign_sub(step) "
    "changes the variable instead",
    "assign_add": "make it a tf.Variable, and do not give its name to what is computed from it: {x} = {x} + 1 is a new tensor",
    "assign_sub": "make it a tf.Variable, and do not give its name to what is computed from it: {x} = {x} - 1 is a new tensor",
    "append": "a tensor does not grow: tf.concat([{x}, [value]], axis=0), or collect in a list and tf.stack it at the end",
    "astype": "tf.cast({x}, tf.int32), with the type that you want",
    "copy": "tf.identity({x}); a tensor never changes, so that no copy is needed",
    "fill": "tf.fill(shape, value) makes one of a single value",
    "flatten": "tf.reshape({x}, [-1])",
    "item": "float({x}), of a tensor with one value",
    "max": "tf.reduce_max({x})",
    "mean": "tf.reduce_mean({x})",
    "min": "tf.reduce_min({x})",
    "reshape": "tf.reshape({x}, shape)",
    "round": "tf.round({x})",
    "size": "tf.size({x})",
    "squeeze": "tf.squeeze({x})",
    "std": "tf.math.reduce_std({x})",
    "sum": "tf.reduce_sum({x})",
    "tolist": "{x}.numpy().tolist()",
    "transpose": "tf.transpose({x})",
    "view": "tf.reshape({x}, shape)",
}
_ARRAY = {
    "append": "np.append({x}, value), which makes a new array; or collect in a list and np.array it at the end",
    "batch": "make a dataset of it first: tf.data.Dataset.from_tensor_slices({x})",
    "cpu": "leave .cpu() out: {x} is an array already",
    "extend": "np.concatenate([{x}, others])",
    "get_shape": "{x}.shape",
    "map": "make a dataset of it first: tf.data.Dataset.from_tensor_slices({x})",
    "numpy": "leave .numpy() out: {x} is an array already",
    "to_list": "{x}.tolist()",
    "to_numpy": "leave .to_numpy() out: {x} is an array already",
    "values": "leave .values out: {x} is an array already",
}
_DATASET = {
    "get_next": "iterator = iter({x}), and next(iterator); or for batch in {x}",
    "make_initializable_iterator": "for batch in {x}, or iterator = iter({x}): nothing is initialised any more",
    "make_one_shot_iterator": "for batch in {x}, or iterator = iter({x})",
    "output_shapes": "{x}.element_spec says the types and shapes of its elements",
    "output_types": "{x}.element_spec says the types and shapes of its elements",
    "dtype": "{x}.element_spec says the types and shapes of its elements",
    "ndim": "{x}.element_spec says the types and shapes of its elements",
    "numpy": "take its elements: [element for element in {x}.as_numpy_iterator()]",
    "shape": "{x}.element_spec says the shapes of its elements, and len({x}) how many batches there are",
    "size": "len({x}) says how many elements, or batches, there are",
}
_KINDS = {
    "TextVectorization": "a layer that numbers words",
    "ndarray": "an array",
    "dict": "a dictionary",
}
# What the Tokenizer of Keras 2 had.
_VECTORIZER = {
    "fit_on_texts": "{x}.adapt(texts)",
    "index_word": "{x}.get_vocabulary(), where the word of number i stands at i",
    "texts_to_sequences": "{x}(texts), which gives one row of numbers for each text",
    "word_index": "{{word: i for i, word in enumerate({x}.get_vocabulary())}}",
}
_TENSORS = re.compile(r"(?:Eager|Symbolic|Keras|Ragged)?Tensor|ResourceVariable|Variable$")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    change = '{x}["' + found["name"] + '"]' if _is_entry(error, found) else ""
    change = change or _instead(found["kind"]).get(found["name"], "")
    if not change or error.raised_by.startswith("keras."):
        return None
    asked = _asked(evidence.source, error.line, found["name"])
    return Finding(
        line=error.line,
        about=found["name"],
        evidence=f"{asked} is {_told(found['kind'])}, which has no {found['name']}",
        change=change.format(x=asked),
    )


def _is_entry(error: Error, found: re.Match[str]) -> bool:
    """Whether a dictionary of this line holds what is asked for like an attribute."""
    if found["kind"] != "dict":
        return False
    keys = (
        one.value.removeprefix("keys ").split(", ") for one in error.operands if one.type == "dict"
    )
    return any(found["name"] in one for one in keys) or not error.operands


def _instead(kind: str) -> Mapping[str, str]:
    if _TENSORS.match(kind):
        return _TENSOR
    if kind == "TextVectorization":
        return _VECTORIZER
    return _ARRAY if kind == "ndarray" else _DATASET if kind.endswith("Dataset") else {}


def _told(kind: str) -> str:
    if kind.endswith("Dataset"):
        return "a dataset"
    return _KINDS.get(kind, "a tensor")


def _asked(source: Source, line: int, name: str) -> str:
    """What stands before the dot, when it is short."""
    found = [one for one in source.all(ast.Attribute) if spans(one, line) and one.attr == name]
    texts = [ast.unparse(one.value) for one in found]
    return texts[0] if len(texts) == 1 and len(texts[0]) <= _SHORT else "x"


_SHORT = 30
