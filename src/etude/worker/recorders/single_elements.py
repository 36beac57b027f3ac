"""Whether a generator gives ``from_generator`` a great many elements, and how long they took."""

import functools
import time
from collections.abc import Callable, Iterator
from typing import Any

MANY = 5000


def counted(generator: Any, tell: Callable[[float], None]) -> Any:
    """The same elements; ``tell`` is called once, after many, with the seconds that they took."""
    if not callable(generator):
        return generator  # TensorFlow refuses it in its own words
    made: list[float] = []

    @functools.wraps(generator)
    def passed(*args: Any) -> Iterator[Any]:
        elements = iter(generator(*args))
        while True:
            begun = time.perf_counter()
            try:
                element = next(elements)
            except StopIteration:
                return
            if len(made) < MANY:
                made.append(time.perf_counter() - begun)
                if len(made) == MANY:
                    tell(sum(made))
            yield element

    return passed
