"""Which of Python's and NumPy's random numbers a function draws while TensorFlow traces it.

A mapped function is run by Python once, to be traced; what it draws there is a constant ever after.
The states of the generators are compared before and after, so nothing is drawn and nothing wrapped.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from types import CodeType
from typing import Any

import numpy as np

_GLOBAL: dict[str, Callable[[], Any]] = {
    "random": random.getstate,
    "numpy.random": lambda: _comparable(np.random.get_state(legacy=False)),
}


class PythonRandom:
    """The states of the generators within reach of these functions, as they are now."""

    def __init__(self, functions: Sequence[Any]) -> None:
        self._readers = _GLOBAL | dict(_own_generators(functions))
        self._before = self._states()

    def drawn(self) -> list[str]:
        """Names of those that have moved on since: "random", "numpy.random" or a variable's."""
        now = self._states()
        return [name for name, state in self._before.items() if state != now[name]]

    def _states(self) -> dict[str, Any]:
        return {name: read() for name, read in self._readers.items()}


def _own_generators(functions: Sequence[Any]) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Generators that the functions know by name: ``rng = np.random.default_rng()``."""
    for given in functions:
        function = getattr(given, "func", given)  # of a partial
        for name, value in [*_known(function), *_owned(function)]:
            if isinstance(value, np.random.Generator):
                yield name, lambda one=value: _comparable(one.bit_generator.state)  # type: ignore[misc]
            elif isinstance(value, random.Random):
                yield name, value.getstate


def _known(function: Any) -> Iterator[tuple[str, Any]]:
    code = getattr(function, "__code__", None)
    if code is None:
        return
    for name in _names(code):
        if name in function.__globals__:
            yield name, function.__globals__[name]
    for name, cell in zip(code.co_freevars, function.__closure__ or (), strict=False):
        try:
            yield name, cell.cell_contents
        except ValueError:  # not yet filled
            continue


def _owned(function: Any) -> Iterator[tuple[str, Any]]:
    """Attributes of an object that can be called, or whose method is mapped."""
    owner = getattr(function, "__self__", function)
    attributes = getattr(owner, "__dict__", {})
    yield from ((f"self.{name}", value) for name, value in list(attributes.items()))


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _comparable(state: Any) -> Any:
    """Arrays in it as bytes, so that two states can be compared with ``==``."""
    if isinstance(state, dict):
        return {key: _comparable(value) for key, value in state.items()}
    return state.tobytes() if isinstance(state, np.ndarray) else state
