"""Variables that a mapped function counts in get their values back after somebody has looked."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def variables_kept(datasets: Iterable[Any]) -> Iterator[None]:
    """Puts back the variables in the mapped functions of these datasets."""
    kept = [(variable, variable.read_value()) for variable in _variables(datasets)]
    try:
        yield
    finally:
        for variable, value in kept:
            variable.assign(value)


def _variables(datasets: Iterable[Any]) -> Iterator[Any]:
    for dataset in datasets:
        function = getattr(getattr(dataset, "_map_func", None), "function", None)
        yield from getattr(function, "variables", ())
