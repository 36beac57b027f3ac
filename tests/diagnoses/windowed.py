"""Windows of a series and rows of tokens, written by hand for tests of diagnoses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from described import dense, layer, model

from etude.domain.observations import Data, Fit, Layer, Model, Stage, TensorSample, TensorSpec
from etude.domain.patterns import SeriesSplit, Tokens, Windows

FIGURES = {"mean": 5.0, "deviation": 2.0, "low": 0.0, "high": 9.0, "lag_one": 0.9}


def windows(*, lead: int | None = 1, **more: Any) -> Windows:
    """Windows of eight values, moved by one."""
    given = {"size": 8, "stride": 1, "count": 100, "naive_error": 1.5, "naive_squared": 4.0}
    return Windows(lead=lead, **(given | more))


def figures(values: int, **more: float) -> dict[str, float]:
    return {"values": float(values)} | FIGURES | more


def split(
    train: Mapping[str, float], both: Mapping[str, float], shared: float = 0.0
) -> SeriesSplit:
    return SeriesSplit(train=train, both=both, shared=shared)


def windowed(
    seen: Windows | None = None,
    *,
    role: str = "fit",
    stages: Sequence[Stage] = (),
    low: float = 0.0,
    high: float = 9.0,
) -> Data:
    """(64, 8, 1) and (64,), of arrays or of a pipeline with these stages."""
    spec = [
        TensorSpec(path="0", dtype="float32", shape=[None, 8, 1]),
        TensorSpec(path="1", dtype="float32", shape=[None]),
    ]
    sample = [
        TensorSample(path="0", dtype="float32", shape=[64, 8, 1], low=low, high=high),
        TensorSample(
            path="1", dtype="float32", shape=[64], low=low, high=high, mean=(low + high) / 2
        ),
    ]
    return Data(
        role=role,
        kind="dataset" if stages else "arrays",
        cardinality=64,
        stages=stages,
        spec=spec if stages else (),
        sample=sample,
        windows=seen,
    )


def pipeline(*steps: str, **parameters: Mapping[str, Any]) -> list[Stage]:
    """Stages in lines 1, 2, 3."""
    return [
        Stage(op=op, line=i, parameters=parameters.get(op, {})) for i, op in enumerate(steps, 1)
    ]


def forecast(train: Data, validation: Data | None = None, *, line: int = 9, **more: Any) -> Fit:
    of = more.pop("model", model(layer("LSTM", line=5), dense(1), loss="mean_squared_error"))
    return Fit(index=0, line=line, model=of, train=train, validation=validation, **more)


def embedding(rows: int = 50, *, mask: bool = False, line: int = 2) -> Layer:
    return layer("Embedding", line=line, input_dim=rows, output_dim=8, mask_zero=mask)


def recurrent(kind: str = "LSTM", *, sequences: bool = False, line: int = 3, **more: Any) -> Layer:
    return layer(kind, line=line, units=8, return_sequences=sequences, **more)


def reader(*layers: Layer, loss: str = "binary_crossentropy", kind: str = "functional") -> Model:
    """A model of these layers and a Dense at the end."""
    return replace(model(*layers, dense(1, "sigmoid"), loss=loss), kind=kind)


def wrapped(inner: Layer, *, line: int = 3) -> Layer:
    return replace(layer("Bidirectional", line=line), layers=[inner])


def token_data(
    tokens: Tokens | None = None,
    *,
    role: str = "fit",
    high: float = 49,
    dtype: str = "int64",
    distinct: Sequence[int] | None = (0, 49),
    low: float = 0,
) -> Data:
    rows = TensorSample(
        path="0", dtype=dtype, shape=[64, 10], low=low, high=high, distinct=distinct
    )
    return Data(role=role, kind="arrays", cardinality=64, sample=[rows], tokens=tokens)


def read(of: Model, train: Data, validation: Data | None = None, **more: Any) -> Fit:
    return Fit(index=0, line=9, model=of, train=train, validation=validation, **more)
