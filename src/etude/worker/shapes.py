"""Shapes as facts; read without TensorFlow, which a person's program may not have imported."""

from typing import Any


def shape_list(shape: Any) -> list[int | None] | None:
    """A TensorShape or tuple as a list; None when the rank is not known."""
    if shape is None or getattr(shape, "rank", 0) is None:
        return None
    return [None if size is None else int(size) for size in shape]
