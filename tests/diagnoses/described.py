"""Records of models and fits, written by hand for tests of diagnoses."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.observations import (
    Compiled,
    Data,
    Fit,
    Layer,
    Loss,
    Model,
    TensorSample,
    TensorSpec,
)

BATCH = 64


def dense(units: int, activation: str = "linear", *, line: int = 0, **config: Any) -> Layer:
    return Layer(
        name="dense",
        kind="Dense",
        config={"units": units, "activation": activation, "use_bias": True} | config,
        output_shape=[None, units],
        parameters=9 * units,
        line=line,
    )


def layer(kind: str, *, line: int = 0, shape: Any = None, **config: Any) -> Layer:
    return Layer(name=kind.lower(), kind=kind, config=config, output_shape=shape, line=line)


def chained(*layers: Layer) -> list[Layer]:
    """Named after their place, each fed by the one before."""
    named = [
        replace(one, name=f"{one.name}_{place}" if place else one.name)
        for place, one in enumerate(layers)
    ]
    before = ["start", *(one.name for one in named)]
    return [replace(one, calls=[[fed_by]]) for one, fed_by in zip(named, before, strict=False)]


def model(
    *layers: Layer,
    loss: str = "",
    from_logits: bool = False,
    given_as: str = "text",
    metrics: Sequence[str] = (),
    inputs: Sequence[int | None] = (None, 8),
    output: Sequence[int | None] | None = None,
    line: int = 1,
    compile_line: int = 2,
) -> Model:
    """A chain of layers, compiled when a loss is given."""
    chain = chained(*layers)
    compiled = Compiled(
        line=compile_line,
        losses=[Loss(name=loss, from_logits=from_logits, given_as=given_as)],
        metrics=metrics,
    )
    shape = output or chain[-1].output_shape
    return Model(
        key="1",
        kind="functional",
        name="model",
        line=line,
        layers=chain,
        inputs=[TensorSpec(path="start", dtype="float32", shape=list(inputs))],
        outputs=[TensorSpec(path=chain[-1].name, dtype="float32", shape=shape)],
        parameters=sum(one.parameters for one in chain),
        compiled=compiled if loss else None,
    )


def fit(of: Model, *, labels: TensorSample, kind: str = "arrays", cardinality: int = BATCH) -> Fit:
    features = TensorSample(path="0", dtype="float32", shape=[BATCH, 8], low=-1.0, high=1.0)
    data = Data(role="fit", kind=kind, cardinality=cardinality, sample=[features, labels])
    return Fit(index=0, line=3, model=of, train=data)


def integers(*values: int, shape: Sequence[int] = (BATCH,)) -> TensorSample:
    """Labels that take these values."""
    return TensorSample(
        path="1",
        dtype="int64",
        shape=list(shape),
        low=min(values),
        high=max(values),
        distinct=sorted(set(values)),
    )


def numbers(low: float, high: float, shape: Sequence[int] = (BATCH,)) -> TensorSample:
    """Targets between these values, with fractions."""
    return TensorSample(path="1", dtype="float32", shape=list(shape), low=low, high=high)


def one_hot(classes: int, rows: int = BATCH) -> TensorSample:
    return replace(integers(0, 1, shape=(rows, classes)), row_sums=[1.0, 1.0], dtype="float32")


def evidence(
    *,
    models: Sequence[Model] = (),
    fits: Sequence[Fit] = (),
    program: str = "",
    error: str = "",
    **more: Any,
) -> Evidence:
    return Evidence(
        source=Source("program.py", program),
        models=[*models, *(one.model for one in fits)],
        fits=fits,
        errors=[Error(type="InvalidArgumentError", message=error)] if error else [],
        **more,
    )
