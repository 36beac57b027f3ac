"""What Keras models are asked while a function of the program answers; runs inside the sandbox."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from etude.checks.live import Live

_ASKING = ("predict", "predict_on_batch", "__call__")


def inputs_of_models(live: Live, answering: Any, inputs: Any) -> list[Any]:
    """Arrays that models get for these inputs, as the function has prepared them."""
    met: list[Any] = []
    with _watched(live, met), live.learner():
        answering(inputs)
    return met


@contextmanager
def _watched(live: Live, met: list[Any]) -> Iterator[None]:
    kind = live.keras.Model
    before = {name: vars(kind).get(name) for name in _ASKING}
    for name in _ASKING:
        setattr(kind, name, _noting(live, getattr(kind, name), met))
    try:
        yield
    finally:
        for name, own in before.items():
            if own is None:
                delattr(kind, name)
            else:
                setattr(kind, name, own)


def _noting(live: Live, original: Callable[..., Any], met: list[Any]) -> Callable[..., Any]:
    def noted(self: Any, x: Any, *args: Any, **kwargs: Any) -> Any:
        first = live.keras.tree.flatten(x)[0]
        if isinstance(first, live.np.ndarray) or hasattr(first, "numpy"):  # no symbol of a graph
            met.append(live.np.asarray(first))
        return original(self, x, *args, **kwargs)

    return noted
