"""Which dataset a batch came from, when a loop of one's own goes through it."""

import functools
import weakref
from typing import Any

import tensorflow as tf

from etude.worker.recorders.own_steps import Step


class Pulled:
    """The last element that a loop took from a dataset; nothing is kept alive for it."""

    def __init__(self) -> None:
        self._dataset: Any = lambda: None
        self._leaves: list[Any] = []
        self._watched: set[Any] = set()

    def install(self) -> None:
        """Wraps the iterators over datasets, whose class a first one shows: one of our own would
        start TensorFlow, whose devices the program may still want to divide.
        """
        kind: Any = tf.data.Dataset
        original, pulled = kind.__iter__, self

        @functools.wraps(original)
        def begun(self: Any) -> Any:
            iterator = original(self)
            pulled._watch(type(iterator))
            return iterator

        kind.__iter__ = begun

    def _watch(self, kind: Any) -> None:
        if kind in self._watched:
            return
        self._watched.add(kind)
        original, pulled = kind.__next__, self

        @functools.wraps(original)
        def following(self: Any) -> Any:
            element = original(self)
            pulled.note(self, element)
            return element

        kind.__next__ = following

    def note(self, iterator: Any, element: Any) -> None:
        """Remembers an (inputs, labels) element until the next one comes."""
        self._leaves = []
        dataset = getattr(iterator, "_dataset", None)
        pair = element[:2] if type(element) is tuple and len(element) in (2, 3) else ()
        if dataset is not None and pair and all(isinstance(part, tf.Tensor) for part in pair):
            self._dataset = weakref.ref(dataset)
            self._leaves = [weakref.ref(part) for part in pair]

    def step(self, inputs: Any, labels: Any) -> Step:
        """What a step was given; labels that nobody named are those that came with the inputs."""
        found = [leaf() for leaf in self._leaves]
        if len(found) != 2 or inputs is None or found[0] is not inputs:
            return Step(inputs=inputs, labels=labels)
        known = found[1] if labels is None else labels
        return Step(inputs=inputs, labels=known, source=self._dataset())
