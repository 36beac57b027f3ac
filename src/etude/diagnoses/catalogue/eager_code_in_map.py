"""
A mapped function uses plain Python, NumPy or PIL on a tensor that has no value yet.

## Why it hurts
`map` does not call the function for every element. It calls it once, with symbols in place of values, to make
a graph of what the function does. `.numpy()`, `open`, `np.load`, PIL, OpenCV and methods of `str` need the
value itself, and there is none. `tf.config.run_functions_eagerly(True)` changes nothing about it: that does not
reach `tf.data`.

## Example
    import os

    import tensorflow as tf

    files = tf.data.Dataset.from_tensor_slices(["pets/cat/1.png", "pets/dog/1.png"])


    def label_of(path):
        return os.path.dirname(path)


    labels = files.map(label_of)

## Instead
    import os

    import tensorflow as tf

    files = tf.data.Dataset.from_tensor_slices(["pets/cat/1.png", "pets/dog/1.png"])


    def label_of(path):
        return tf.strings.split(path, os.sep)[-2]


    labels = files.map(label_of)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "train-4", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("symbolic_tensor_has_no_values",)

_TRACING = ("map", "flat_map", "interleave", "filter")
_TYPES = {"AttributeError", "NotImplementedError", "TypeError"}
_SYMBOL = re.compile(r"SymbolicTensor|[Ss]ymbolic tf\.Tensor|[Tt]ensor is unhashable")
_MISSING = re.compile(r"has no attribute '(\w+)'")
_UNREACHED = "; run_functions_eagerly of line {} does not reach the functions of a dataset"
_INSTEAD = (
    (r"np\.load|numpy_function", "wrap it in tf.numpy_function"),
    (
        r"\.numpy\(\)\s*\.decode\(",
        "leave the text a tensor: tf.io.read_file takes it as a path, and tf.strings takes it apart, "
        "into words with split, into characters with unicode_decode",
    ),
    (r"\.numpy\(\)", "use the tensor itself; TensorFlow's own functions take it as it is"),
    (
        r"Image\.|imread|load_img|cv2",
        "read with tf.io.read_file and tf.io.decode_png or decode_jpeg",
    ),
    (r"open\(|read_text|read_bytes", "read with tf.io.read_file"),
    (
        r"os\.path|\.split\(|Path\(|\.decode\(|\.replace\(",
        "take paths and text apart with tf.strings",
    ),
    (r"np\.", "use the function of tf or tf.math with the same name"),
)


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        if error.type in _TYPES and _SYMBOL.search(error.message):
            stage = _stage(evidence.source, error)
            if stage:
                eager = evidence.source.line_of_call("run_functions_eagerly")
                return _finding(error, *stage, eager)
    return None


def _finding(error: Error, method: str, line: int, eager: int) -> Finding:
    frame = error.frames[-1]
    named = f"{frame.function}()" if frame.function.isidentifier() else "a lambda"
    return Finding(
        line=error.line,
        evidence=f"{method} in line {line} traces {named}, and line {error.line} wants "
        f"{_wanted(error, frame.text)}{_UNREACHED.format(eager) if eager else ''}",
        change=f"{_instead(frame.text)}; or run the function in Python with tf.py_function",
    )


def _stage(source: Source, error: Error) -> tuple[str, int] | None:
    """The method of a dataset that was tracing when it failed, and its line."""
    for frame in error.frames:
        for method in _TRACING:
            call = call_at(source, frame.line, method)
            if call is not None and (
                frame is not error.frames[-1] or _has_lambda(call, frame.line)
            ):
                return method, call.func.end_lineno or frame.line
    return None


def _has_lambda(call: ast.Call, line: int) -> bool:
    """Whether the line belongs to a lambda among the arguments: its frame and the call's are one."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    lambdas = [node for node in given if isinstance(node, ast.Lambda)]
    return any(node.lineno <= line <= (node.end_lineno or line) for node in lambdas)


def _wanted(error: Error, text: str) -> str:
    missing = _MISSING.search(error.message)
    if missing and not missing[1].startswith("_"):
        return f".{missing[1]} of a tensor that is only a symbol there"
    return f"the value of a tensor that is only a symbol there: {text}" if text else "its value"


def _instead(text: str) -> str:
    return next(
        (change for written, change in _INSTEAD if re.search(written, text)), _INSTEAD[-1][1]
    )
