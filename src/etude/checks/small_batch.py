"""A small batch of made-up inputs, to see what comes out of a model."""

from collections.abc import Sequence
from typing import Any

from etude.checks.live import Live

Sizes = Sequence[int | None]

_OPEN_SIZE = 8  # for an axis whose size is left open


def run_small_batch(
    live: Live, model: Any, shapes: Sequence[Sizes], *, rows: int = 2, largest: float = 1.0
) -> list[Any]:
    """The model's outputs for random inputs of these shapes, as arrays; batch axis left out."""
    inputs = small_batch(live, model, shapes, rows=rows, largest=largest)
    return run_model(live, model, inputs)


def run_model(live: Live, model: Any, inputs: Any) -> list[Any]:
    """The model's outputs for these inputs, as arrays."""
    with live.learner():
        outputs = model(inputs, training=False)
    return [live.np.asarray(output) for output in live.keras.tree.flatten(outputs)]


def small_batch(
    live: Live, model: Any, shapes: Sequence[Sizes], *, rows: int = 2, largest: float = 1.0
) -> Any:
    """Arrays of the model's own input types: one, or a list or dict as the model wants them.

    Numbers lie between 0 and 1, but those of the last row between 0 and ``largest``.
    """
    known = input_tensors(model)
    types = [str(tensor.dtype) for tensor in known] or ["float32"] * len(shapes)
    arrays = [
        _random(live, [rows, *shape], dtype, seed, largest)
        for seed, (shape, dtype) in enumerate(zip(shapes, types, strict=False))
    ]
    if known and isinstance(getattr(model, "input", None), dict):
        return {tensor.name: array for tensor, array in zip(known, arrays, strict=False)}
    return arrays[0] if len(arrays) == 1 else arrays


def input_tensors(model: Any) -> list[Any]:
    """The model's symbolic inputs; none when its input shape is not written down."""
    try:
        return list(model.inputs or ())
    except (AttributeError, ValueError):
        return []


def own_shapes(model: Any) -> list[list[int | None]]:
    """Shapes of the model's inputs as it knows them, batch axis left out."""
    return [list(tensor.shape[1:]) for tensor in input_tensors(model)]


def _random(live: Live, shape: Sequence[int | None], dtype: str, seed: int, largest: float) -> Any:
    sizes = [_OPEN_SIZE if size is None else size for size in shape]
    numbers = live.np.random.default_rng(seed).uniform(0.0, 1.0, sizes)
    if dtype == "string":
        return live.tf.fill(sizes, "word")
    if "int" in dtype:
        return (numbers * 2).astype(dtype)
    numbers[-1] *= largest
    return numbers.astype(dtype)
