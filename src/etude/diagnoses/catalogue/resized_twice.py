"""
Pictures are resized twice in a row.

## Why it hurts
Every resizing blurs: pixels are averaged, and what is averaged away cannot come back. A detour over
another size costs time for every picture in every epoch and ends with softer pictures than one direct step.

## Example
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).uniform(0, 1, (8, 40, 40, 3)).astype("float32")

    def prepare(image):
        image = tf.image.resize(image, (128, 128))
        return tf.image.resize(image, (24, 24))

    training_data = tf.data.Dataset.from_tensor_slices(images).map(prepare).batch(4)

## Instead
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).uniform(0, 1, (8, 40, 40, 3)).astype("float32")

    def prepare(image):
        return tf.image.resize(image, (24, 24))

    training_data = tf.data.Dataset.from_tensor_slices(images).map(prepare).batch(4)
"""

from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import READERS, training_pipelines
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data

SEVERITY = Severity.PERFORMANCE
SKILLS = ("image-2", "image-3", "data-8")
GUIDE = "TensorFlow API: tf.image.resize"
EXPLAINS = ()

Size = Sequence[int | None]
_PICTURES = 4  # axes of a batch of them


def match(evidence: Evidence) -> Finding | None:
    return _before_the_model(evidence) or _in_the_model(evidence)


def _before_the_model(evidence: Evidence) -> Finding | None:
    for data in training_pipelines(evidence):
        for first_line, first, then in [*_chained(evidence), *_after_reading(evidence, data)]:
            if _ends_up(data, then.arguments["size"]) and not _ends_up(data, first):
                return _finding(data, first_line, first, then.line, then.arguments["size"])
    return None


def _in_the_model(evidence: Evidence) -> Finding | None:
    """Pictures that the pipeline has resized meet a Resizing layer with another size."""
    for fit in evidence.fits:
        for layer in fit.model.layers_of("Resizing"):
            size = [layer.config.get(side) for side in ("height", "width")]
            for line, given in _sizes_made(evidence, fit.train):
                if None not in size and size != given and _ends_up(fit.train, given):
                    return _finding(fit.train, line, given, layer.line or fit.model.line, size)
    return None


def _sizes_made(evidence: Evidence, data: Data) -> Iterator[tuple[int, Size]]:
    """Lines that resize, and the size that they make."""
    for reading in _readings(evidence, data):
        shapes = [spec.shape for spec in data.spec if spec.shape and len(spec.shape) == _PICTURES]
        line = _line_of_size(evidence, reading)
        yield from ((line, list(shape[1:3])) for shape in shapes)
    for call in evidence.calls_of("tf.image.resize"):
        if size := _size(call):
            yield call.line, size


def _readings(evidence: Evidence, data: Data) -> list[Call]:
    """Calls that have read these pictures and resized them."""
    lines = {
        stage.line for stage in data.stages if any(op.startswith("Resize") for op in stage.ops)
    }
    return [call for call in evidence.calls_of(READERS[0]) if call.line in lines]


def _chained(evidence: Evidence) -> Iterator[tuple[int, Size, Call]]:
    """Line and size of a resizing, and the call that resizes what it gave."""
    # A call that leaves the size as it was blurs nothing, and says no more of the next than its pictures do.
    resizes = [call for call in evidence.calls_of("tf.image.resize") if _size(call) != _given(call)]
    for i, then in enumerate(resizes):
        given = _given(then)
        for first in resizes[:i]:
            if given and first.arguments.get("size") == given and _size(then) is not None:
                yield first.line, given, then


def _after_reading(evidence: Evidence, data: Data) -> Iterator[tuple[int, Size, Call]]:
    """The same after a reader that resizes, as image_dataset_from_directory does."""
    reading = _readings(evidence, data)
    if not reading:
        return
    for then in evidence.calls_of("tf.image.resize"):
        given = _given(then)
        if given and _size(then) not in (None, given):
            yield _line_of_size(evidence, reading[0]), given, then


def _line_of_size(evidence: Evidence, reading: Call) -> int:
    call = call_at(evidence.source, reading.line, READERS[0])
    return evidence.source.line_of_argument(call, "image_size") if call else reading.line


def _given(call: Call) -> Size | None:
    """Height and width before the call, when both are known."""
    sides = list((call.arguments.get("input_shape") or [])[-3:-1])
    return sides if len(sides) == 2 and None not in sides else None


def _size(call: Call) -> Size | None:
    size = call.arguments.get("size")
    return size if isinstance(size, list) else None


def _ends_up(data: Data, size: Size) -> bool:
    """Whether some tensor of the final elements has this size: low and high resolution pairs do."""
    return any(list((spec.shape or [])[-3:-1]) == list(size) for spec in data.spec)


def _finding(data: Data, first_line: int, first: Size, then_line: int, then: Size) -> Finding:
    sizes = ["x".join(str(side) for side in size) for size in (first, then)]
    if first_line == then_line:
        lines = f"in line {then_line}"
    else:
        lines = f"in line {first_line}, then to {sizes[1]} in line {then_line}"
    return Finding(
        line=first_line,
        about=data.role,
        evidence=f"pictures become {sizes[0]} {lines}",
        change=f"resize to {sizes[1]} at once",
    )
