"""What a program came to, in the numbers that its own run recorded, and whether that is worse."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etude.diagnoses.curves import cost_of_knowing_nothing
from etude.diagnoses.evidence import Evidence
from etude.domain.logs import ACCURACIES
from etude.domain.observations import Call, Data, Fit, Model

#: Half as much again of a loss, and a tenth of what guessing costs where that is known, is more
#: than a wobble; of a score between 0 and 1 a tenth.
_TIMES_THE_LOSS, _OF_GUESSING, _OF_A_SCORE = 1.5, 0.1, 0.1
_LOSSES = ("loss",)
_ERRORS = ("mae", "mse", "error", "rmse")
_SCORES = (*ACCURACIES, "auc", "precision", "recall", "iou", "f1")
#: What is missing then is a name, and whoever deletes its definition is told so by Python.
_OF_NAMES = ("NameError", "UnboundLocalError")


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One number that a run ended with.

    Attributes:
      unit: what it is measured in; numbers with different ones cannot be compared.
      guessing: what knowing nothing costs in it, 0 where that is not known.
    """

    value: float
    unit: tuple[object, ...] = ()
    guessing: float = 0.0


Key = tuple[int, int, str]
"""Line, how many were measured there before, and name."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How one run ended.

    Attributes:
      stopped: by what, "" where it came to its end.
      trainings: the lines at which something was trained.
    """

    stopped: str = ""
    trainings: frozenset[int] = frozenset()
    measures: Mapping[Key, Measure]

    @property
    def lacks_a_name(self) -> bool:
        return self.stopped in _OF_NAMES


def outcome_of(evidence: Evidence) -> Outcome:
    """From what was recorded."""
    error, reason = evidence.error, evidence.reason
    return Outcome(
        stopped=error.type if error else str(reason or ""),
        trainings=frozenset(fit.line for fit in evidence.trainings),
        measures=dict(_measures(evidence)),
    )


def is_worse(outcome: Outcome, right: Outcome) -> bool:
    """Whether a person would see that it is worse than a run of the right program."""
    if right.stopped:
        return False  # by a limit, which says nothing of either
    if outcome.stopped or right.trainings - outcome.trainings:
        return True
    return any(
        key in right.measures and _is_worse(key[-1], measure, right.measures[key])
        for key, measure in outcome.measures.items()
    )


def _is_worse(name: str, measure: Measure, reference: Measure) -> bool:
    kind = _kind(name)
    if kind is None or not math.isfinite(reference.value):
        return False
    if not math.isfinite(measure.value):
        return True
    if kind is _SCORES:
        return measure.value <= reference.value - _OF_A_SCORE
    return measure.unit == reference.unit and _is_larger(measure, reference)


def _is_larger(measure: Measure, reference: Measure) -> bool:
    far = max(_TIMES_THE_LOSS * reference.value, reference.value)
    return measure.value >= far and (
        measure.value - reference.value > _OF_GUESSING * reference.guessing
    )


def _kind(name: str) -> Sequence[str] | None:
    """Whether a log is a loss or error, or a score; None for what nobody knows."""
    last = name.removeprefix("val_").lower()
    return next(
        (
            kind
            for kind in (_SCORES, _LOSSES, _ERRORS)
            if any(last == word or last.endswith("_" + word) for word in kind)
        ),
        None,
    )


def _measures(evidence: Evidence) -> Iterator[tuple[Key, Measure]]:
    met: Counter[int] = Counter()
    for fit in evidence.trainings:
        if fit.epochs:
            yield from _with_keys(fit.epochs[-1], _unit(fit.model, fit.train), fit, met)
    for call in evidence.calls_of("Model.evaluate"):
        if call.model and call.data:
            measured = call.arguments.get("measured", {})
            yield from _with_keys(measured, _unit(call.model, call.data), call, met)


def _with_keys(
    numbers: Mapping[str, float], unit: tuple[object, ...], at: Fit | Call, met: Counter[int]
) -> Iterator[tuple[Key, Measure]]:
    met[at.line] += 1
    guessing = cost_of_knowing_nothing(at) if isinstance(at, Fit) else 0.0
    for name, value in numbers.items():
        yield (
            (at.line, met[at.line], name),
            Measure(value=value, unit=unit, guessing=guessing),
        )


def _unit(model: Model, data: Data) -> tuple[object, ...]:
    """The loss, and how the targets scatter: of other targets it has another size."""
    losses = model.compiled.losses if model.compiled else ()
    targets = data.part("1")
    scatter = f"{targets.deviation:.1e}" if targets and targets.deviation else ""
    return (*((loss.name, loss.from_logits) for loss in losses), scatter)
