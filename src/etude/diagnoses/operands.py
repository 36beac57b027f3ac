"""What went into the line at which a program stopped, by name."""

from collections.abc import Callable, Sequence

from etude.domain.error import Error, Operand


def only(error: Error, fits: Callable[[Operand], bool]) -> str:
    """The one name in the line of which this is so, "" when it is none or several."""
    held = [one.name for one in error.operands if fits(one)]
    return held[0] if len(held) == 1 else ""


def holder(error: Error, shape: Sequence[int | None]) -> str:
    """The name in the line that held this shape; of a batch the rows may not be known yet."""
    return only(error, lambda one: _fits(one.shape, shape))


def named(error: Error, shape: Sequence[int | None]) -> str:
    """``weights, (8, 1),``, or the shape alone."""
    name = holder(error, shape)
    return f"{name}, {tuple(shape)}," if name else str(tuple(shape))


def _fits(held: Sequence[int | None] | None, shape: Sequence[int | None]) -> bool:
    if held is None or len(held) != len(shape):
        return False
    pairs = zip(held, shape, strict=True)
    return all(one is None or other is None or one == other for one, other in pairs)
