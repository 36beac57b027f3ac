"""
Examples of different sizes cannot be put into one batch.

## Why it hurts
A batch is one tensor, and a tensor has no rows of different lengths. Pictures have to be resized, sequences
padded or kept ragged before or while they are batched. The error comes when the first such batch is made,
which may be in the middle of the training.

## Example
    import tensorflow as tf

    sentences = tf.data.Dataset.from_tensor_slices(["a b c", "d e", "f g h i"])
    words = sentences.map(tf.strings.split)
    for batch in words.batch(3):
        print(batch.shape)

## Instead
    import tensorflow as tf

    sentences = tf.data.Dataset.from_tensor_slices(["a b c", "d e", "f g h i"])
    words = sentences.map(tf.strings.split)
    for batch in words.padded_batch(3, padding_values=""):
        print(batch.shape)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import batches, step
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Stage

SEVERITY = Severity.ERROR
SKILLS = ("data-9", "image-3", "text-2", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("not_shuffled", "rows_make_no_array")

_AT_BATCH = re.compile(
    r"batch.*?(?:different shapes|does not match).*?(\[[\d, ]*\]).*?(\[[\d, ]*\])", re.S
)
_AT_SOURCE = re.compile(r"non-rectangular|Unsupported object type numpy.ndarray")
_AXES_OF_PICTURE = 3
_CHANNELS = (
    "decode all pictures with the same number of channels: channels=3 for colours, channels=4 where "
    "transparency counts"
)
_SIZES = "resize pictures in map; pad sequences with padded_batch, or keep them with ragged_batch"
_RESIZE = ("Resize", "ScaleAndTranslate")
_MAKES_SLICES = ("from_tensor_slices", "from_tensors")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        shapes = _AT_BATCH.search(error.message) if error.type == "InvalidArgumentError" else None
        if shapes:
            return _at_batch(evidence, error, shapes[1], shapes[2])
        if error.type == "ValueError" and _AT_SOURCE.search(error.message):
            return _at_source(evidence.source, error)
    return None


def _at_batch(evidence: Evidence, error: Error, first: str, other: str) -> Finding:
    line = _line_of_batch(evidence) or error.line
    late = _resized_after(evidence)
    sizes = (
        f"resize before batching: move {step(late)}, which resizes, above batch" if late else _SIZES
    )
    return Finding(
        line=line,
        evidence=f"one example has shape {first} and another {other}, and line {line} wants them in one "
        "batch",
        change=_CHANNELS if _differ_in_channels(first, other) else sizes,
    )


def _resized_after(evidence: Evidence) -> Stage | None:
    """What brings pictures to one size, and comes too late for that."""
    stages = [stage for fit in evidence.fits[-1:] for stage in fit.train.stages]
    batched = next((place for place, stage in enumerate(stages) if batches(stage)), len(stages))
    later = stages[batched:]
    return next((one for one in later if any(op.startswith(_RESIZE) for op in one.ops)), None)


def _differ_in_channels(first: str, other: str) -> bool:
    """Whether these are two pictures of one height and width."""
    one, two = (re.findall(r"\d+", shape) for shape in (first, other))
    return len(one) == len(two) == _AXES_OF_PICTURE and one[:2] == two[:2]


def _line_of_batch(evidence: Evidence) -> int:
    """The last batch of the data that were read when it failed; of the source when none was seen."""
    used = [fit.train for fit in evidence.fits[-1:]]
    lines = [data.line_of("batch") for data in used if data.stage("batch")]
    calls = evidence.source.calls("batch")
    return lines[0] if lines else (calls[-1].func.end_lineno or 0) if calls else 0


def _at_source(source: Source, error: Error) -> Finding | None:
    calls = [call for name in _MAKES_SLICES for call in source.calls(name)]
    at_line = [c for c in calls if c.lineno <= error.line <= (c.end_lineno or c.lineno)]
    if not at_line:
        return None
    name = at_line[0].func.attr  # type: ignore[attr-defined]
    return Finding(
        line=error.line,
        evidence=f"{name} in line {error.line} is given rows of different lengths, which make no tensor",
        change="make them a ragged tensor with tf.ragged.constant(...), or pad them to one length",
    )
