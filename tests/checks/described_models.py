"""Facts about models, written by hand for tests of checks."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from etude.domain.observations import Compiled, Layer, Loss, Model, TensorSpec


def layer(
    kind: str, *fed_by: str, name: str = "", shape: Any = None, parameters: int = 0, **config: Any
) -> Layer:
    return Layer(
        name=name or kind.lower(),
        kind=kind,
        config=config,
        calls=[[path] for path in fed_by],
        output_shape=shape,
        parameters=parameters,
        line=3,
    )


def model(
    *layers: Layer,
    kind: str = "functional",
    inputs: Sequence[str] = ("x",),
    loss: str = "",
    from_logits: bool = False,
    metrics: Sequence[str] = (),
    compiled: bool = True,
) -> Mapping[str, Any]:
    """Facts of one model whose last layer gives the output."""
    losses = [Loss(name=loss, from_logits=from_logits)] if loss else []
    described = Model(
        key="1",
        kind=kind,
        layers=layers,
        inputs=[TensorSpec(path=name, dtype="float32", shape=[None, 4]) for name in inputs],
        outputs=[
            TensorSpec(path=one.name, dtype="float32", shape=one.output_shape)
            for one in layers[-1:]
        ],
        parameters=sum(one.parameters for one in layers),
        compiled=Compiled(line=9, losses=losses, metrics=metrics) if compiled else None,
    )
    return {"model": msgspec.to_builtins(described)}
