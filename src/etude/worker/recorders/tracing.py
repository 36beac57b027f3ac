"""Every ``tf.function`` of the learner's: how often it is called, and how often traced anew.

A recorded call "tf.function" tells ``function``, the line it is ``defined`` in, ``calls`` and
``traces`` so far, the ``python`` numbers it was given and how many different ``shapes`` came. It
is written after a few of the calls; the last one counts.
"""

import weakref
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

import keras

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.functions import Functions
from etude.worker.recorders.harmless import harmless
from etude.worker.shapes import shape_list

_TOLD_AFTER = frozenset({2, 5, 12, 30})
_MOST_FUNCTIONS = 100


def install(files: LearnerFiles, facts: FactsWriter, functions: Functions) -> None:
    """Listens to the calls of functions."""
    functions.listen(_TracingRecorder(files, facts).function_called)


@dataclass
class _Seen:
    name: str
    line: int
    calls: int = 0
    numbers: set[Any] = field(default_factory=set)
    shapes: set[Any] = field(default_factory=set)


class _TracingRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._known: weakref.WeakKeyDictionary[Any, _Seen | None] = weakref.WeakKeyDictionary()

    def function_called(self, function: Any, args: Any, kwargs: Any, _: Any) -> None:
        seen = self._of(function)
        if seen is not None and seen.calls < max(_TOLD_AFTER):
            self._note(function, seen, (args, kwargs))

    def _of(self, function: Any) -> _Seen | None:
        """What is known of a function of the learner's; None for those of Keras."""
        if function not in self._known:
            self._known[function] = self._first(function)
        return self._known[function]

    def _note(self, function: Any, seen: _Seen, given: Any) -> None:
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
