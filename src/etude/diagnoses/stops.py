"""Where a program stopped: inside which call of a model, and on which data."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error
from etude.domain.observations import Data, Model, Shape, TensorSpec

# Layers that turn text into numbers.
READ_TEXT = frozenset({"TextVectorization", "StringLookup", "Hashing"})

_ON_DATA = ("Model.predict", "Model.evaluate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """The call of a model inside which an exception ended the program.

    Attributes:
      doing: "fit", "evaluate" or "predict".
      data: what the call was given; of fit the training data, then the validation data.
    """

    error: Error
    doing: str
    line: int
    model: Model
    data: Sequence[Data]


def said(evidence: Evidence, words: re.Pattern[str]) -> tuple[Error, re.Match[str]] | None:
    """The exception that ended the program, and where its message has these words."""
    found = words.search(evidence.error.message) if evidence.error else None
    return (evidence.error, found) if evidence.error and found else None


def stop(evidence: Evidence) -> Stop | None:
    """The call on data that did not come to its end; None when the exception came elsewhere."""
    if evidence.error is None:
        return None
    lines = {frame.line for frame in evidence.error.frames}
    return next((one for one in _ended(evidence, evidence.error) if one.line in lines), None)


def inputs_of(data: Data) -> list[TensorSpec]:
    """What goes into the model: the x of (x, y), or everything when there are no pairs."""
    parts = _parts(data)
    paired = not (data.role == "predict" and data.kind == "arrays")
    if paired and all(part.path.split("/")[0].isdigit() for part in parts):
        return [part for part in parts if part.path.split("/")[0] == "0"]
    return parts


def labels_of(data: Data) -> list[TensorSpec]:
    """The y of (x, y), one record per output."""
    return [part for part in _parts(data) if part.path.split("/")[0] == "1"]


def repeats_inputs(data: Data) -> bool:
    """Whether the labels are the inputs again, as far as both were looked at."""
    x, y = data.part("0"), data.part("1")
    if x is None or y is None or list(x.shape) != list(y.shape):
        return False
    return (x.low, x.high, x.mean, x.deviation) == (y.low, y.high, y.mean, y.deviation)


def told_shape(shape: Shape) -> str:
    """(32, 8) as Python writes it; None stands for any size."""
    return str(tuple(shape)) if shape is not None else "an unknown shape"


def matches(shape: Shape, pattern: Shape) -> bool:
    """Whether two shapes have as many axes, and no known sizes that differ."""
    if shape is None or pattern is None or len(shape) != len(pattern):
        return False
    pairs = zip(shape, pattern, strict=True)
    return all(one is None or other is None or one == other for one, other in pairs)


def _ended(evidence: Evidence, error: Error) -> Iterator[Stop]:
    for fit in reversed(evidence.fits):
        if not fit.finished:
            given = [fit.train, *([fit.validation] if fit.validation else [])]
            yield Stop(error=error, doing="fit", line=fit.line, model=fit.model, data=given)
    for call in reversed(evidence.calls):
        if call.name in _ON_DATA and call.error and call.model:
            yield Stop(
                error=error,
                doing=call.name.removeprefix("Model."),
                line=call.line,
                model=call.model,
                data=[call.data] if call.data else [],
            )


def _parts(data: Data) -> list[TensorSpec]:
    """Of a pipeline as it is specified, of arrays as they are."""
    if data.spec:
        return list(data.spec)
    return [TensorSpec(path=s.path, dtype=s.dtype, shape=list(s.shape)) for s in data.sample]
