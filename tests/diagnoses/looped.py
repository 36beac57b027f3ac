"""Loops of one's own and the health of models, written by hand for tests of diagnoses."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from described import dense, layer, model
from trained import trained

from etude.diagnoses.stretches import stretches
from etude.domain.health import Health, LayerHealth
from etude.domain.observations import (
    Call,
    Compiled,
    Data,
    Fit,
    Layer,
    Loss,
    Model,
)
from etude.domain.own_loop import TRAIN_ON_BATCH, Batch, Loop

KEY = "1"


def network(*layers: Layer, key: str = KEY, name: str = "net") -> Model:
    """A model with dropout, unless other layers are given."""
    given = layers or (layer("Dropout", rate=0.2, line=2), dense(1, line=3))
    return replace(model(*given), key=key, name=name)


def called(*, line: int = 5, of: Model | None = None, key: str = KEY, **said: Any) -> Call:
    given = {"name": "net", "training": None, "taped": True, "symbolic": False, "model": key}
    return Call(name="Model.call", line=line, arguments=given | said, model=of)


def gradient(*, line: int = 7, of: Sequence[str] = (KEY,), **said: Any) -> Call:
    given = {"sources": 2, "none": 0, "variables": 2, "target": "EagerTensor", "of": list(of)}
    return Call(name="GradientTape.gradient", line=line, arguments=given | said)


def applied(*, line: int = 8) -> Call:
    return Call(name="Optimizer.apply", line=line, arguments={"key": "9"})


def traced(
    *, defined: int, calls: int, traces: int, python: Sequence[float] = (), shapes: int = 1
) -> Call:
    given: dict[str, Any] = {"function": "step", "defined": defined}
    given |= {"calls": calls, "traces": traces}
    given |= {"python": list(python), "shapes": shapes}
    return Call(name="tf.function", line=9, arguments=given)


def state(name: str, **measured: Any) -> LayerHealth:
    return LayerHealth(name=name, kind="Dense", line=4, **measured)


def fitted(
    *states: LayerHealth,
    loss: Sequence[float],
    rate: float = 0.001,
    optimizer: str = "Adam",
    kind: str = "sparse_categorical_crossentropy",
    spreads: tuple[float, float] | None = None,
    **fields: Any,
) -> Fit:
    """A finished training of two classes that left its layers in these states."""
    fit = trained(
        loss=loss,
        classes=2,
        layers=(dense(8, "relu", line=4),),
        accuracy=fields.pop("accuracy", ()),
    )
    compiled = Compiled(line=2, losses=[Loss(name=kind)], optimizer=optimizer, learning_rate=rate)
    outputs, labels = spreads or (None, None)
    health = Health(layers=states, examples=32, output_spread=outputs, label_spread=labels)
    of = replace(fit.model, compiled=compiled)
    return replace(fit, model=of, health=health, **fields)


def looped(
    *,
    line: int,
    losses: Sequence[float] = (),
    batches: Sequence[Batch] = (),
    how: str = TRAIN_ON_BATCH,
    kind: str = "batches",
    **fields: Any,
) -> Loop:
    """A finished loop of one's own, one loss for each step."""
    given: dict[str, Any] = {
        "index": 0,
        "line": line,
        "how": how,
        "model": network(dense(2, line=3)),
        "train": Data(role="training", kind=kind, line=line),
        "epochs": stretches(losses, ()),
        "finished": True,
        "steps": len(losses) or 100,
        "losses": losses,
        "batches": batches,
    }
    return Loop(**(given | fields))
