"""Every ``tf.function`` of the learner's: how often it is called, and how often traced anew.

A recorded call "tf.function" tells ``function``, the line it is ``defined`` in, ``calls`` and
``traces`` so far, the ``python`` numbers it was given and how many different ``shapes`` came. It
is written after a few of the calls; the last one counts.
"""

import functools
import weakref
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import keras
import tensorflow as tf

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless
from etude.worker.tensors import shape_list

_TOLD_AFTER = frozenset({2, 5, 12, 30})
_MOST_FUNCTIONS = 100


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps the calls of what ``tf.function`` makes."""
    kind: Any = type(tf.function(lambda: None))
    kind.__call__ = _recorded(kind.__call__, _TracingRecorder(files, facts))


@dataclass
class _Seen:
    name: str
    line: int
    calls: int = 0
    numbers: set[Any] = field(default_factory=set)
    shapes: set[Any] = field(default_factory=set)


def _recorded(original: Callable[..., Any], recorder: "_TracingRecorder") -> Callable[..., Any]:
    @functools.wraps(original)
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        seen = recorder.of(self)
        result = original(self, *args, **kwargs)
        if seen is not None and seen.calls < max(_TOLD_AFTER):
            recorder.note(self, seen, (args, kwargs))
        return result

    return call


class _TracingRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._known: weakref.WeakKeyDictionary[Any, _Seen | None] = weakref.WeakKeyDictionary()

    def of(self, function: Any) -> _Seen | None:
        """What is known of a function of the learner's; None for those of Keras."""
        if function not in self._known:
            self._known[function] = self._first(function)
        return self._known[function]

    def note(self, function: Any, seen: _Seen, given: Any) -> None:
        with harmless(self._facts, "tracing"):
            seen.calls += 1
            leaves = keras.tree.flatten(given)
            seen.numbers |= {one for one in leaves if type(one) in (int, float)}
            seen.shapes.add(tuple(_shapes(leaves)))
            if seen.calls in _TOLD_AFTER:
                self._emit(function, seen)

    def _first(self, function: Any) -> _Seen | None:
        code = getattr(getattr(function, "python_function", None), "__code__", None)
        if code is None or self._files.name_of(code.co_filename) is None:
            return None
        if len(self._known) >= _MOST_FUNCTIONS:
            return None
        return _Seen(name=code.co_name, line=code.co_firstlineno)

    def _emit(self, function: Any, seen: _Seen) -> None:
        call = observations.Call(
            name="tf.function",
            line=self._files.line(),
            arguments={
                "function": seen.name,
                "defined": seen.line,
                "calls": seen.calls,
                "traces": int(function.experimental_get_tracing_count()),
                "python": sorted(seen.numbers),
                "shapes": len(seen.shapes),
            },
        )
        self._facts.emit("call", **asdict(call))


def _shapes(leaves: list[Any]) -> Iterator[Any]:
    for leaf in leaves:
        shape = getattr(leaf, "shape", None)
        if shape is not None:
            yield str(shape_list(shape))
