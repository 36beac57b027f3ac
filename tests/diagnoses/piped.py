"""Records of tf.data pipelines and pictures, written by hand for tests of diagnoses."""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Call, Data, Fit, Layer, Model, Stage, TensorSample, TensorSpec
from etude.domain.verdict import Status, Verdict

IMAGES = (None, 96, 96, 3)


def stages(text: str, **parameters: Mapping[str, Any]) -> list[Stage]:
    """Stages "slices shuffle batch" in lines 1, 2, 3; the n-th of a kind may be given as op_n."""
    found: list[Stage] = []
    for line, op in enumerate(text.split(), start=1):
        number = sum(stage.op == op for stage in found) + 1
        given = parameters.get(f"{op}_{number}", parameters.get(op, {}))
        ops = given.get("ops", ())
        plain = {key: value for key, value in given.items() if key != "ops"}
        found.append(Stage(op=op, line=line, parameters=plain, ops=ops))
    return found


def pipeline(
    text: str,
    *,
    role: str = "training data",
    low: float = 0.0,
    high: float = 1.0,
    shape: Sequence[int | None] = IMAGES,
    dtype: str = "float32",
    **parameters: Mapping[str, Any],
) -> Data:
    """A dataset of (images, labels)."""
    made = stages(text, **parameters)
    return Data(
        role=role,
        kind="dataset",
        line=made[-1].line,
        stages=made,
        spec=[
            TensorSpec(path="0", dtype=dtype, shape=list(shape)),
            TensorSpec(path="1", dtype="int32", shape=[None]),
        ],
        sample=[pixels(low, high, shape=[size or 32 for size in shape], dtype=dtype)],
    )


def pixels(
    low: float, high: float, *, shape: Sequence[int] = (32, 96, 96, 3), dtype: str = "float32"
) -> TensorSample:
    mean = (low + high) / 2
    return TensorSample(path="0", dtype=dtype, shape=list(shape), low=low, high=high, mean=mean)


def arrays(low: float, high: float, **more: Any) -> Data:
    return Data(role="fit", kind="arrays", sample=[pixels(low, high, **more)])


def layers(*kinds: str, line: int = 5) -> list[Layer]:
    return [Layer(name=kind.lower(), kind=kind, line=line + i) for i, kind in enumerate(kinds)]


def network(*made: Layer, kind: str = "functional", inputs: Sequence[int | None] = IMAGES) -> Model:
    spec = TensorSpec(path="x", dtype="float32", shape=list(inputs))
    return Model(key="1", kind=kind, line=4, layers=list(made), inputs=[spec])


def fit(model: Model, train: Data, validation: Data | None = None) -> Fit:
    return Fit(index=0, line=9, model=model, train=train, validation=validation)


def seen(
    *returned: Data,
    fits: Sequence[Fit] = (),
    calls: Sequence[Call] = (),
    program: str = "",
    refused: Mapping[str, Any] | None = None,
) -> Evidence:
    """Evidence; ``refused`` are the facts of a check that failed."""
    failed = [Verdict(check="asked", title="", status=Status.FAILED)] if refused else []
    return Evidence(
        source=Source("program.py", program),
        returned=list(returned),
        fits=list(fits),
        models=[one.model for one in fits],
        calls=list(calls),
        facts={"asked": refused} if refused else {},
        verdicts=failed,
    )
