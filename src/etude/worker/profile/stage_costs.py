"""What each stage of a pipeline costs: the pipeline up to it, without the pipeline below it."""

from collections.abc import Mapping

from etude.domain.profile import StageCost, own_seconds, shares
from etude.worker.profile.clock import Clock
from etude.worker.profile.speed import Course, median_rates
from etude.worker.profile.steps import LEFT_OUT, Step, Unmeasurable, added, built, every, retraced

_NOT_APART = frozenset({"prefetch", "with_options"})
_MOST_FILTERED = 10_000
_TOLD = 0.05  # seconds; less is nothing in an epoch
_COUNTED = {
    "shuffle": ("buffer_size", "fills its {} places"),
    "skip": ("count", "passes over {} elements"),
}
_NOTES = {
    "cache": "fills in the first epoch, which is what is measured here",
    "snapshot": "fills in the first epoch, which is what is measured here",
    "repeat": "costs nothing",
    "prefetch": "works beside the others",
    "with_options": "does nothing itself",
}


def stage_costs(root: Step, clock: Clock, *, longest: float) -> list[StageCost]:
    """One record per stage, the sources first, measured in the time that is left.

    All are run in turns, so that work which comes meanwhile is not taken for the cost of one stage.

    Args:
      longest: seconds that one element may take.

    Raises:
      Unmeasurable: one element would take longer.
    """
    courses = _courses(root, longest)
    rates = median_rates(list(courses.values()), clock)
    timed = {step: 1.0 / rate for step, rate in zip(courses, rates, strict=True)}
    whole: dict[Step, float] = {}
    for step in every(root):
        whole[step] = timed.get(step, _below(step, whole))
    own = [_own(step, whole) for step in every(root)]
    return [
        StageCost(
            op=step.op, line=step.stage.line, seconds=cost, share=share, note=_note(step, whole)
        )
        for step, cost, share in zip(every(root), own, shares(own), strict=True)
    ]


def _courses(root: Step, longest: float) -> dict[Step, Course]:
    """The pipeline up to each stage that is timed, begun only where no element takes too long."""
    courses: dict[Step, Course] = {}
    first_looks: dict[Step, float] = {}
    for step in every(root):
        first_looks[step] = _below(step, first_looks)
        if _is_timed(step):
            _refuse_if_too_slow(step, first_looks[step], longest)
            _refuse_if_too_strict(step, first_looks[step], longest)
            courses[step] = Course(step)
            first_looks[step] = courses[step].seconds_per_example()
    return courses


def _below(step: Step, whole: Mapping[Step, float]) -> float:
    return sum(whole[below] for below in step.below)


def _is_timed(step: Step) -> bool:
    return step.op not in LEFT_OUT | _NOT_APART


def _own(step: Step, whole: Mapping[Step, float]) -> float | None:
    if not _is_timed(step):
        return None
    return own_seconds(whole[step], [whole[below] for below in step.below])


def _refuse_if_too_slow(step: Step, per_example: float, longest: float) -> None:
    """A batch cannot be interrupted, so it is not begun when it would take too long."""
    size = step.stage.parameters.get("batch_size", 1)
    if per_example * size > longest:
        raise Unmeasurable(f"one batch takes {per_example * size:.1f} s, too long to be measured")


def _refuse_if_too_strict(step: Step, per_example: float, longest: float) -> None:
    """A filter that lets next to nothing through may look at all data before it gives anything."""
    if step.op != "filter":
        return
    looked_at = max(1, min(_MOST_FILTERED, int(longest / max(1e-6, per_example))))
    few = added(step.below[0], "take", lambda dataset: dataset.take(looked_at))
    if next(iter(built(retraced(step, few))), None) is None:
        raise Unmeasurable(
            f"filter in line {step.stage.line} let none of {looked_at} examples through"
        )


def _note(step: Step, whole: Mapping[Step, float]) -> str:
    if step.op not in ("shuffle", "skip"):
        return _NOTES.get(step.op, "")
    name, told = _COUNTED[step.op]
    count = step.stage.parameters.get(name, 0)
    seconds = count * whole[step.below[0]]
    first = f"{told.format(count)} first"
    return f"{first}: up to {seconds:.1f} s in each epoch" if seconds >= _TOLD else first
