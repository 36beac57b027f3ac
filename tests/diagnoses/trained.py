"""Trainings and arrays, written by hand for tests of diagnoses on curves and tables."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from described import dense, layer, model

from etude.domain.observations import Call, Callback, Data, Fit, Layer, TensorSample
from etude.domain.verdict import Status, Verdict

SPARSE = "sparse_categorical_crossentropy"


def trained(
    *,
    loss: Sequence[float] = (),
    accuracy: Sequence[float] = (),
    val_loss: Sequence[float] = (),
    val_accuracy: Sequence[float] = (),
    classes: int = 3,
    layers: Sequence[Layer] = (),
    callbacks: Sequence[Callback] = (),
    **fields: Any,
) -> Fit:
    """A finished training with these curves."""
    series = {
        "loss": loss,
        "accuracy": accuracy,
        "val_loss": val_loss,
        "val_accuracy": val_accuracy,
    }
    epochs = [
        {name: values[i] for name, values in series.items() if i < len(values)}
        for i in range(len(loss))
    ]
    of = model(*(layers or (layer("Flatten"),)), dense(classes), loss=SPARSE, from_logits=True)
    given = {
        "index": 0,
        "line": 9,
        "model": fields.pop("model", _trainable(of)),
        "train": Data(role="fit", kind="arrays", line=9),
        "epochs": epochs,
        "finished": True,
        "callbacks": callbacks,
    }
    return Fit(**(given | fields))


def arrays(
    *,
    rows: int,
    role: str = "fit",
    low: float = -1.0,
    high: float = 1.0,
    mean: float = 0.0,
    nan: int = 0,
    shape: Sequence[int] = (4,),
    dtype: str = "float32",
) -> Data:
    """Inputs and labels as arrays, described whole."""
    inputs = TensorSample(
        path="0", dtype=dtype, shape=[rows, *shape], low=low, high=high, mean=mean, nan=nan
    )
    labels = TensorSample(path="1", dtype="int64", shape=[rows], low=0, high=1, distinct=[0, 1])
    return Data(role=role, kind="arrays", line=9, cardinality=rows, sample=[inputs, labels])


def adapted(kind: str = "Normalization", *, line: int = 4, **seen: Any) -> Call:
    given = {"rows": 10, "gaps": 0, "low": 0.0, "high": 1.0, "mean": 0.5}
    return Call(name=f"{kind}.adapt", line=line, arguments=given | seen)


def judged(measured: Mapping[str, float], status: Status = Status.FAILED) -> Verdict:
    """The verdict on hidden examples."""
    return Verdict(check="hidden", title="", status=status, received="poor", measured=measured)


def failed(check: str) -> Verdict:
    return Verdict(check=check, title="", status=Status.FAILED, received="something else")


def _trainable(of: Any) -> Any:
    return replace(of, trainable_parameters=of.parameters)
