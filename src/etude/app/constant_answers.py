"""Answers that are the same for every example: what a bar on data must be above.

They are judged on the facts of the solution's run, so they cost no run of their own, and of all
constants those are tried that can be best for one of the measures: each class for certain, the
shares of the classes, the median and the mean. No model that ignores its input does better.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.checks.base import Check
from etude.domain.outcome import Outcome
from etude.domain.verdict import Status

Facts = Mapping[str, Any]
Arrays = Mapping[str, NDArray[Any]]


def judged_on_data(
    checks: Sequence[Check], outcomes: Sequence[Outcome], hidden: Callable[[str], Arrays]
) -> Iterator[tuple[Check, Facts]]:
    """The checks that compare outputs with labels, and what the runs of an answer told them."""
    for check in checks:
        facts: dict[str, Any] = {}
        for outcome in outcomes:
            for frame in outcome.frames:
                if frame["kind"] == "probe" and frame["check"] == check.name:
                    facts.update(frame.get("facts", {}))
        if check.hidden:
            kept_back = hidden(check.hidden).items()
            facts |= {name: array for name, array in kept_back if not name.startswith("inputs")}
        # What a program tells about its own outputs is true of constant ones as well.
        compared = _are_numbers(facts.get("outputs")) and _are_numbers(facts.get("labels"))
        if compared and "told" not in facts:
            yield check, facts


def passing_constant(check: Check, facts: Facts) -> str:
    """The constant that earns a point of the check, "" when there is none."""
    outputs, labels = np.asarray(facts["outputs"]), np.asarray(facts["labels"])
    for constant in _constants(outputs, labels):
        same = np.broadcast_to(constant, outputs.shape).astype(outputs.dtype)
        if _earns(check, {**facts, "outputs": same}):
            return f"{np.round(constant, 4).tolist()} for every example"
    return ""


def _earns(check: Check, facts: Facts) -> bool:
    try:
        verdict = check.judge(facts)
        return verdict.status is Status.PASSED or verdict.points > 0
    except Exception:  # a check that wants outputs of its own kind has nothing to say of these
        return False


def _are_numbers(value: Any) -> bool:
    """Whether it holds a number, or several, for each of some examples."""
    if not isinstance(value, np.ndarray | list):
        return False
    try:
        array = np.asarray(value)
    except ValueError:  # rows of unequal length
        return False
    return array.ndim > 0 and array.size > 0 and array.dtype.kind in "biuf"


def _constants(outputs: NDArray[Any], labels: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """Constants of the shape of one example's output."""
    shape = outputs.shape[1:]
    if labels.dtype.kind in "iu" and len(shape) == 1 and shape[0] > 1:
        yield from np.eye(shape[0])
        yield np.full(shape, 1 / shape[0])
        if labels.max() < shape[0]:
            yield np.bincount(labels.ravel(), minlength=shape[0]) / labels.size
        return
    yield from (np.zeros(shape), np.ones(shape))
    size = int(np.prod(shape))
    if labels.size % size == 0:
        values = labels.reshape(-1, size).astype(float)
        yield from (np.median(values, axis=0).reshape(shape), values.mean(axis=0).reshape(shape))
