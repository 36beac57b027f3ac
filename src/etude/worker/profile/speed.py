"""How many examples per second a dataset gives.

Each repetition takes a fresh iterator, whose first elements are not timed: they start threads and
open files. Elements that are no batches come in windows, which copy nothing: one by one, crossing
into Python would cost more than many stages do.
"""

import collections
import copy
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from etude.worker.profile.clock import Clock
from etude.worker.profile.steps import Step, Unmeasurable, built
from etude.worker.tensors import leaves

_REPETITIONS = 5
_FEWEST_TAKINGS = 3  # per repetition
_LONG = 0.1
_A_FEW = 3
_WINDOW_SECONDS = 0.02
_LARGEST_WINDOW = 256
_MOST_BYTES = 32_000_000


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pipeline: examples in it, its size, and the time it took."""

    examples: int
    bytes: int
    seconds: float


class Course:
    """A pipeline that is run in order to be timed.

    Args:
      warm: it has a cache, which is filled before anything is timed.
    """

    def __init__(self, step: Step, *, warm: bool = False) -> None:
        self._dataset = built(step)
        self._batched = step.batched
        if warm:
            collections.deque(self._dataset, maxlen=0)
        self._work = 0.0
        self._window = 1
        self.element = self._first_look()
        if not self._batched:
            self._window = _window_for(self.element)

    @property
    def taking(self) -> float:
        """Seconds from one thing taken out of the stream to the next."""
        return self.element.seconds * self._window + self._work

    def seconds_per_example(self) -> float:
        """By the first look; where that was long by a second one: what starts, starts once."""
        first = self.element.seconds / max(1, self.element.examples)
        if self.element.seconds < _LONG:
            return first
        return min(first, 1.0 / self.rate(_WINDOW_SECONDS))

    def with_work(self, seconds: float) -> "Course":
        """The same, with so much time spent on each element, as a training step does."""
        other = copy.copy(self)
        other._work = seconds
        return other

    def rate(self, seconds: float) -> float:
        """Examples per second in one repetition of about this many seconds, its start included."""
        clock = Clock(seconds)
        stream = iter(self._windows())
        if self.taking < _LONG:  # beside a long one, starting counts for nothing
            self._take(next(stream))
        examples, takings, started = 0, 0, time.perf_counter()
        while clock.left or takings < self._fewest:
            examples += self._take(next(stream))
            takings += 1
        return examples / (time.perf_counter() - started)

    @property
    def _fewest(self) -> int:
        """What follows the first may have been prepared with it; long ones are not waited for."""
        return _FEWEST_TAKINGS if self.taking < _LONG else 1

    def _first_look(self) -> Element:
        """A first element, timed over as many as come in a moment.

        A single one tells little: what TensorFlow prepared beside it comes at once.
        """
        begun = time.perf_counter()
        stream = iter(self._dataset.repeat())
        first = next(stream, None)
        if first is None:
            raise Unmeasurable("the pipeline gives no element")
        clock, started, seen = Clock(_WINDOW_SECONDS), time.perf_counter(), 0
        while started - begun < _LONG and clock.left and seen < _LARGEST_WINDOW:
            next(stream)
            seen += 1
        now = time.perf_counter()
        seconds = (now - started) / seen if seen > _A_FEW else (now - begun) / (seen + 1)
        return self._described(first, seconds)

    def _described(self, element: Any, seconds: float) -> Element:
        tensors = [leaf for _, leaf in leaves(element) if leaf is not None]
        examples = _rows(tensors) if self._batched else 1
        return Element(examples, sum(_bytes(one) for one in tensors), seconds)

    def _windows(self) -> Any:
        endless = self._dataset.repeat()
        return endless if self._window == 1 else endless.window(self._window)

    def _take(self, element: Any) -> int:
        """Counts the examples in what the stream gave."""
        if self._work:
            time.sleep(self._work)
        if not self._batched:
            return self._window
        return _rows([leaf for _, leaf in leaves(element) if leaf is not None])


def median_rate(course: Course, clock: Clock) -> float:
    """The median of a few repetitions in the time that is left."""
    return median_rates([course], clock)[0]


def median_rates(courses: Sequence[Course], clock: Clock) -> list[float]:
    """The same of each, measured in turns; of none, nothing."""
    return [statistics.median(rates) for rates in rates_in_turns(courses, clock)] if courses else []


def rates_in_turns(courses: Sequence[Course], clock: Clock) -> list[list[float]]:
    """A few rates of each, measured A B, A B, ... so that other work weighs on all alike."""
    rates: list[list[float]] = [[] for _ in courses]
    to_come = _repetitions(courses, clock) * len(courses)
    while to_come and (clock.left or not rates[-1]):
        for course, measured in zip(courses, rates, strict=True):
            measured.append(course.rate(clock.part(to_come)))
            to_come -= 1
    return rates


def _repetitions(courses: Sequence[Course], clock: Clock) -> int:
    """Fewer where an element takes long: one or two of them say little about a rate."""
    takings = _FEWEST_TAKINGS * sum(course.taking for course in courses)
    return max(1, min(_REPETITIONS, int(clock.left / takings)))


def _window_for(element: Element) -> int:
    """As many elements as take little memory and little time."""
    by_size = _MOST_BYTES // max(1, element.bytes)
    by_time = int(_WINDOW_SECONDS / max(1e-6, element.seconds))
    return max(1, min(_LARGEST_WINDOW, by_size, by_time))


def _rows(tensors: Sequence[Any]) -> int:
    return next((int(one.shape[0]) for one in tensors if one.shape.rank), 1)


def _bytes(value: Any) -> int:
    if not isinstance(value, tf.Tensor):
        return 0
    if value.dtype == tf.string:
        return int(tf.reduce_sum(tf.strings.length(value)))
    return int(tf.size(value)) * int(value.dtype.size)
