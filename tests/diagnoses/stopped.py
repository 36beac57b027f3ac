"""Programs that an exception ended, written by hand for tests of diagnoses."""

from collections.abc import Sequence
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame
from etude.domain.observations import Call, Data, Fit, Model, Stage, TensorSample, TensorSpec

LINE = 3


def error(
    message: str, kind: str = "ValueError", *, line: int = LINE, raised_by: str = "keras.src.x"
) -> Error:
    frame = ErrorFrame(file="program.py", line=line, function="<module>")
    return Error(type=kind, message=message, frames=[frame], raised_by=raised_by)


def failed(program: str, message: str, kind: str = "ValueError", **more: Any) -> Evidence:
    """Evidence of nothing but a program and the exception that ended it."""
    return Evidence(source=Source("program.py", program), errors=[error(message, kind, **more)])


def arrays(role: str = "fit", **shapes: Sequence[int] | str) -> Data:
    """``arrays(x=[32, 8], y=[32], y_type="int64")``; other names are keys of a dictionary."""
    paths = {"x": "0", "y": "1"}
    sample = [
        TensorSample(
            path=paths.get(name, name),
            dtype=str(shapes.get(f"{name}_type", "float32")),
            shape=list(shape),
        )
        for name, shape in shapes.items()
        if not isinstance(shape, str)
    ]
    return Data(role=role, kind="arrays", sample=sample)


def dataset(
    stages: str = "from_tensor_slices batch", role: str = "fit", **shapes: Sequence[int | None]
) -> Data:
    """``dataset(x=[None, 8], y=[None])`` with its stages in lines 1, 2, ..."""
    paths = {"x": "0", "y": "1"}
    return Data(
        role=role,
        kind="dataset",
        stages=[Stage(op=op, line=line) for line, op in enumerate(stages.split(), start=1)],
        spec=[
            TensorSpec(path=paths.get(name, name), dtype="float32", shape=list(shape))
            for name, shape in shapes.items()
        ],
    )


def stopped(
    model: Model,
    data: Data,
    message: str = "",
    kind: str = "ValueError",
    *,
    validation: Data | None = None,
    program: str = "",
    **arguments: Any,
) -> Evidence:
    """A ``fit``, ``evaluate`` or ``predict`` in line 3 that raised; by the role of the data."""
    raised = error(message, kind)
    fit = Fit(
        index=0, line=LINE, model=model, train=data, validation=validation, arguments=arguments
    )
    call = Call(name=f"Model.{data.role}", line=LINE, model=model, data=data, error=message or kind)
    return Evidence(
        source=Source("program.py", program),
        fits=[fit] if data.role == "fit" else [],
        calls=[] if data.role == "fit" else [call],
        models=[model],
        errors=[raised],
    )
