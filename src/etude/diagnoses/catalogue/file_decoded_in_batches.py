"""
A function that reads one file is given a batch of them.

## Why it hurts
`read_file`, `decode_jpeg`, `decode_wav` and `parse_single_example` take one name or the bytes of one file. After `batch`
the function that `map` calls gets many of them in one tensor, and the message speaks of a rank that is 1 and must be 0.
Pictures cannot be decoded together anyway as long as their sizes differ: read and resize one, then batch.

## Example
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    files = tf.data.Dataset.from_tensor_slices([picture.numpy()] * 4).batch(2)
    pictures = files.map(lambda content: tf.io.decode_png(content, channels=3))

## Instead
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    files = tf.data.Dataset.from_tensor_slices([picture.numpy()] * 4)
    pictures = files.map(lambda content: tf.io.decode_png(content, channels=3)).batch(2)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, call_line, last_name, spans
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "image-3", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ()

_ONE_FILE = r"(?:ReadFile|Decode\w+|ParseSingle\w+)"
_RANK = re.compile(
    rf"rank 0 but is rank [12] for '\{{\{{node [^}}]*\}}\}} = {_ONE_FILE}\["  # while map traces
    rf"|serialized must be a scalar"
    rf"|(?:contents|filename|input)[^.\n]{{0,20}} must be (?:a )?scalar.*Op:{_ONE_FILE}",  # at once
    re.DOTALL,
)
_READS = re.compile(r"^(read_file|decode_\w+|parse_single_\w+)$")
_MAKES_BATCHES = ("batch", "padded_batch")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        if _RANK.search(error.message):
            name = _reader(evidence.source, error.line)
            batched = _batch_line(evidence.source, error)
            return Finding(
                line=error.line,
                evidence=f"{name} takes one file, and line {error.line} gives it many"
                + (f": line {batched} makes batches before" if batched else " in one tensor"),
                change=_change(name, batched),
                about=name,
            )
    return None


def _change(name: str, batched: int) -> str:
    if name.startswith("parse_single"):
        return "tf.io.parse_example reads a whole batch; or parse in map before batch"
    if batched:
        return f"map before batching: move the batch of line {batched} behind the map that reads"
    return f"read them one by one: tf.map_fn(lambda one: ..., files, fn_output_signature=tf.uint8) around {name}"


def _reader(source: Source, line: int) -> str:
    """The function of this line that reads one file."""
    names = (last_name(call.func) for call in source.all(ast.Call) if spans(call, line))
    return next((name for name in names if _READS.match(name)), "the function")


def _batch_line(source: Source, error: Error) -> int:
    """Where batches were made above the line at which the program stopped; 0 without."""
    stopped = error.frames[0].line if error.frames else 0
    made = [call_line(call) for name in _MAKES_BATCHES for call in source.calls(name)]
    return max((line for line in made if line <= stopped), default=0)
