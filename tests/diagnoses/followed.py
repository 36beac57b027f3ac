"""Callbacks, saves and loads, written by hand for tests of diagnoses about training and saving."""

from typing import Any

from described import dense, model

from etude.domain.observations import Call, Callback, Data, Model, TensorSample

PATH = "best.weights.h5"


def callback(kind: str, *, line: int = 3, key: str = "1", **options: Any) -> Callback:
    return Callback(kind=kind, line=line, key=key, options=options, bases=[kind])


def checkpoint(**options: Any) -> Callback:
    given = {"filepath": PATH, "monitor": "val_loss", "save_best_only": True, "direction": "min"}
    return callback("ModelCheckpoint", **(given | options))


def stopper(**options: Any) -> Callback:
    given = {"monitor": "val_loss", "patience": 2, "direction": "min", "stopped_epoch": 0}
    return callback("EarlyStopping", **(given | options))


def made(kind: str, *, line: int = 3, key: str = "1") -> Call:
    """The creation of a callback."""
    return Call(name="callback", line=line, arguments={"key": key, "class": kind, "bases": [kind]})


def saved(name: str = "save", *, line: int = 20, steps: int | None = 5, **arguments: Any) -> Call:
    """A call that writes the model after so many training steps."""
    given = {"filepath": "model.keras"} | arguments
    return Call(name=f"Model.{name}", line=line, arguments=given, model=network(steps=steps))


def network(*, key: str = "1", steps: int | None = 5, parameters: int = 0) -> Model:
    one = model(dense(2))
    return Model(
        key=key,
        kind=one.kind,
        layers=one.layers,
        parameters=parameters or one.parameters,
        iterations=steps,
    )


def pictures(*, role: str, low: float = 0.0, high: float) -> Data:
    sample = TensorSample(path="0", dtype="float32", shape=[4, 8, 8, 3], low=low, high=high)
    return Data(role=role, kind="arrays", line=9, cardinality=4, sample=[sample])
