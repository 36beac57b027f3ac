"""What the calls of ``tf.function``s were given, for recorders that see the graph being made.

A graph is made once, at the first call, and holds no values. Where a tensor of it is an argument
of the function, each call tells the values.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import tensorflow as tf

Told = Callable[[Any, Sequence[Any], Mapping[str, Any], Any], None]


class Functions:
    """The functions that are being called, and who is told of the calls.

    Attributes:
      running: the outermost one first.
    """

    def __init__(self) -> None:
        self.running: list[Any] = []
        self._listeners: list[Told] = []

    @property
    def outermost(self) -> Any:
        """The one that the program called itself; None outside of any."""
        return self.running[0] if self.running else None

    def listen(self, told: Told) -> None:
        """``told(function, args, kwargs, result)`` follows each call that came to its end; for a
        function inside another one, while the outer one is still ``running``.
        """
        self._listeners.append(told)

    def install(self) -> None:
        """Wraps the calls of what ``tf.function`` makes."""
        kind: Any = type(tf.function(lambda: None))
        kind.__call__ = self._noticed(kind.__call__)

    def _noticed(self, original: Callable[..., Any]) -> Callable[..., Any]:
        functions = self

        @functools.wraps(original)
        def call(self: Any, *args: Any, **kwargs: Any) -> Any:
            functions.running.append(self)
            try:
                result = original(self, *args, **kwargs)
            finally:
                functions.running.pop()
            for told in functions._listeners:
                told(self, args, kwargs, result)
            return result

        return call


def position(tensor: Any) -> int | None:
    """Which argument of the function that is being traced this is."""
    graph = getattr(tensor, "graph", None) if tf.is_symbolic_tensor(tensor) else None
    given = getattr(graph, "inputs", ())
    return next((place for place, one in enumerate(given) if one is tensor), None)


def arrays(given: Any) -> list[Any]:
    """The arguments of a call that are arguments of its graph, by their ``position``."""
    return [one for one in tf.nest.flatten(given) if isinstance(one, tf.Tensor | np.ndarray)]
