"""The profile of one pipeline, as ``etude doctor`` asks for it after the training has ended."""

from typing import Any

from etude.domain.profile import PipelineProfile
from etude.worker.lines import LearnerFiles
from etude.worker.profile.caching import warmed
from etude.worker.profile.candidates import Pipeline
from etude.worker.profile.clock import Clock
from etude.worker.profile.speed import Course, median_rate
from etude.worker.profile.stage_changes import prefetches
from etude.worker.profile.stage_costs import stage_costs
from etude.worker.profile.steps import Step, every, read
from etude.worker.profile.trials import try_changes
from etude.worker.profile.undisturbed import undisturbed

_STAGES = 0.3  # the part of the time that goes to the stages; the changes need more
_AS_IT_IS = 0.05
_LONGEST_ELEMENT = 0.15
_LONGEST_REASON = 300


def profile_pipeline(
    dataset: Any, files: LearnerFiles, *, seconds: float, step_seconds: float | None = None
) -> PipelineProfile:
    """Measures a recorded pipeline stage by stage, and tries the changes it has a place for.

    Nothing is drawn from generators, no Python of the learner's runs for an element, no file is
    written, and random states are what they were. It takes about ``seconds``, longer only by the
    elements that were begun. The training must have ended: it would compete for the processor.

    Args:
      dataset: made while the stage recorder was installed.
      files: where lines are looked for.
      step_seconds: one training step by the clock, waiting for input included.
    """
    clock = Clock(seconds)
    try:
        with undisturbed(dataset):
            return _profile(read(dataset), files, clock, step_seconds)
    except Exception as error:  # whatever it is, it must not become the learner's error
        reason = str(error).partition("\n")[0][:_LONGEST_REASON] or type(error).__name__
        return PipelineProfile(unmeasured=reason, step_seconds=step_seconds)


def _profile(
    cold: Step, files: LearnerFiles, clock: Clock, step_seconds: float | None
) -> PipelineProfile:
    stages = stage_costs(cold, Clock(clock.left * _STAGES), longest=clock.left * _LONGEST_ELEMENT)
    root, course = cold, Course(cold)
    rate = cold_rate = median_rate(course, _moment(clock))
    caches = any(step.op in ("cache", "snapshot") for step in every(cold))
    if caches:
        root = warmed(cold, course.element.examples, clock)
        course = Course(root, warm=True)
        rate = median_rate(course, _moment(clock))
    pipeline = Pipeline(root, course, files, clock, caches, step_seconds)
    return PipelineProfile(
        line=next((stage.line for stage in reversed(stages) if stage.line), 0),
        stages=stages,
        examples_per_second=rate,
        first_epoch=cold_rate if caches else None,
        examples_per_step=course.element.examples,
        step_seconds=step_seconds,
        overlaps=prefetches(cold),
        changes=try_changes(pipeline),
    )


def _moment(clock: Clock) -> Clock:
    return Clock(clock.left * _AS_IT_IS)
